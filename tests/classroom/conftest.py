"""A tiny assignment (masters/sums.py) for what can happen to a notebook; the real one has its own tests."""

from __future__ import annotations

import copy
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from classroom_helpers import MASTERS
from nbgrader.api import Gradebook

from vecinos.classroom.course_folder import COURSE
from vecinos.classroom.release import student_version
from vecinos.classroom.sandbox import environment
from vecinos.classroom.source import find_assignment


@pytest.fixture(scope="session")
def sums():
    """The tiny assignment, English, seed 7."""
    return find_assignment("sums", MASTERS).variant(7, "en")


@pytest.fixture(scope="session")
def _sums_release(sums):
    return student_version(sums)


@pytest.fixture
def release(_sums_release):
    """What students get of the tiny assignment; a copy to do harm to."""
    return copy.deepcopy(_sums_release)


@pytest.fixture(scope="session")
def empty_gradebook(tmp_path_factory) -> Path:
    """nbgrader's SQLite gradebook with nobody in it. Making one takes seconds, so each class here gets a copy."""
    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    with environment({"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}):
        Gradebook(f"sqlite:///{path}", COURSE).close()
    return path


@pytest.fixture(scope="session")
def new_class(empty_gradebook):
    """new_class(folder) -> the same folder, ready to be graded into."""

    def start(folder: Path) -> Path:
        (folder / "course").mkdir(parents=True)
        shutil.copyfile(empty_gradebook, folder / "course" / "gradebook.db")
        return folder

    return start


@pytest.fixture
def masters(tmp_path) -> Path:
    """A folder with a copy of the tiny master, to change."""
    return shutil.copytree(MASTERS, tmp_path / "masters")


@pytest.fixture(scope="session")
def postgresql():
    """The address of a database in a PostgreSQL server of our own, which listens on a socket in its folder only."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [shutil.which("initdb")]
    if not found[-1]:
        pytest.fail("These tests need PostgreSQL's server: apt-get install postgresql")
    programs = Path(found[-1]).parent
    # The server refuses to be root's: there it is another user's, who can be any.
    as_user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="vecinos-pg-") as name:
        if as_user:
            os.chown(name, 65534, 65534)
        data = f"{name}/data"
        command = [*as_user, str(programs / "pg_ctl"), "-D", data, "-w", "-l", f"{name}/log"]
        make = [
            *as_user,
            str(programs / "initdb"),
            "-D",
            data,
            "-U",
            "teacher",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
        ]
        subprocess.run(make, check=True, capture_output=True, cwd=name)
        options = f"-c listen_addresses='' -c unix_socket_directories={name} -c fsync=off"
        subprocess.run([*command, "-o", options, "start"], check=True, cwd=name, stdout=subprocess.DEVNULL)
        try:
            yield f"postgresql+psycopg://teacher:secret@/postgres?host={name}"
        finally:
            subprocess.run([*command, "-m", "immediate", "stop"], check=True, cwd=name, stdout=subprocess.DEVNULL)
