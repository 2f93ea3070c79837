"""A tiny assignment (masters/sums.py) for what can happen to a notebook; the real one has its own tests."""

from __future__ import annotations

import copy
import os
import shutil
import sys
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
