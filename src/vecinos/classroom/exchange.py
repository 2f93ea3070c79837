"""Collect what students put into nbgrader's exchange on a machine where each has an account.

nbgrader's own ``collect`` reads as the teacher whatever lies there: it follows links, so that a student can hand in a
file that only the teacher may read; it takes a folder for whose name it bears, whoever made it; it believes the time
that the student's program wrote. Here the operating system says whose a file is and when it was last changed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vecinos.classroom.archives import LARGEST_SUM, is_wanted
from vecinos.classroom.normalise import LARGEST_BYTES


@dataclass(frozen=True)
class Handed:
    """One attempt of one student. ``files``: name -> bytes; ``changed``: when the last of it was written;
    ``refused``: names of what was not read, because it is a link, another's, too large or no file."""

    student: str
    changed: datetime
    files: dict[str, bytes]
    refused: list[str]


def collect(inbound: Path, assignment: str, out: Path) -> tuple[list[Handed], list[tuple[str, str]]]:
    """Copy each student's last attempt to ``out/STUDENT/ASSIGNMENT``, as nbgrader lays it out.

    Returns the attempts, by student, and (folder, owner) of folders in another's name, which are left alone.
    Raises FileNotFoundError or PermissionError when ``inbound`` is not the teacher's to read.
    """
    last: dict[str, Handed] = {}
    strangers = []
    for folder in sorted(inbound.iterdir()):
        student, _, rest = folder.name.partition("+")
        if not rest.startswith(f"{assignment}+"):
            continue
        owner = _owner(folder)
        if owner != student:
            strangers.append((folder.name, owner))
            continue
        handed = _read(folder, student)
        if student not in last or handed.changed > last[student].changed:
            last[student] = handed
    for student, handed in last.items():
        _keep(handed, out / student / assignment)
    return [last[student] for student in sorted(last)], strangers


def _owner(path: Path) -> str:
    number = path.lstat().st_uid
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def _read(folder: Path, student: str) -> Handed:
    files, refused = {}, []
    try:
        place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return Handed(student, _time(folder.lstat()), {}, [folder.name])
    try:
        about = os.fstat(place)
        changed = _time(about)
        for name in sorted(filter(is_wanted, os.listdir(place))):
            room = min(LARGEST_BYTES, LARGEST_SUM - sum(map(len, files.values())))
            data, written = _read_file(name, place, about.st_uid, room)
            changed = max(changed, written or changed)
            if data is None:
                refused.append(name)
            else:
                files[name] = data
    finally:
        os.close(place)
    return Handed(student, changed, files, refused)


def _read_file(name: str, place: int, user: int, room: int) -> tuple[bytes | None, datetime | None]:
    """A plain file's bytes, if it is ``user``'s and not above ``room``, and when it was last changed; else Nones."""
    try:
        # Not blocking: a pipe would be waited for.
        number = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=place)
    except OSError:
        return None, None
    try:
        about = os.fstat(number)
        if not stat.S_ISREG(about.st_mode) or about.st_uid != user or about.st_size > room:
            return None, None
        with open(number, "rb", closefd=False) as file:
            return file.read(room), _time(about)
    finally:
        os.close(number)


def _time(about: os.stat_result) -> datetime:
    # The one time of a file that nobody but the system's clock can set.
    return datetime.fromtimestamp(about.st_ctime, UTC)


def _keep(handed: Handed, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name, data in handed.files.items():
        (part / name).write_bytes(data)
    (part / "timestamp.txt").write_text(f"{handed.changed:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    part.rename(target)
