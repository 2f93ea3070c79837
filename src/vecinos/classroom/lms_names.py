"""Whose a file is, by the name an LMS gave it when a teacher downloaded all hand-ins.

==========  ================================================================  ==============================
LMS         name                                                              the student is known by
==========  ================================================================  ==============================
Moodle      ``Ana Ruiz_12345_assignsubmission_file/x.ipynb``, or the same      participant number
            with ``_`` for ``/``
Canvas      ``ruizana_12345_67890_x-1.ipynb``, ``ruizana_LATE_12345_…``,       user id (second number: the
            ``anon_Ab3dE_67890_x.ipynb``                                       file's; ``-1``: handed in again)
Blackboard  ``gradebook_COURSE_TASK_aruiz_attempt_2026-11-01-10-11-12_x``      username
Gradescope  ``submission_12345/x.ipynb``                                      submission number
==========  ================================================================  ==============================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from vecinos.classroom.archives import is_wanted

METADATA = "submission_metadata.yml"
_MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?", re.DOTALL)
_CANVAS = re.compile(r"(?P<name>\w+?)_(?:LATE_)?(?P<id>\d+)_\d+_(?P<file>.+)")
_CANVAS_ANONYMOUS = re.compile(r"(?:LATE_)?(?P<id>anon_[A-Za-z0-9]+)_\d+_(?P<file>.+)")
_AGAIN = re.compile(r"(?P<stem>.+?)-(?P<count>\d{1,3})(?P<suffix>\.\w+)")
_BLACKBOARD = re.compile(r"(?P<who>.+?)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)")
_BLACKBOARD_NAME = re.compile(r"^[^:\n]+:\s*(?P<name>.+?)\s*\((?P<id>[^()\s]+)\)\s*$", re.MULTILINE)
_GRADESCOPE = re.compile(r"submission_\d+")


@dataclass(frozen=True)
class LmsUser:
    """A student as an LMS knows them. ``lms``: "moodle", "canvas", "blackboard" or "gradescope"; ``id``: as above."""

    lms: str
    id: str
    name: str


@dataclass(frozen=True)
class Mark:
    """What one name says. ``key``: the same in all files of one student; ``file``: the student's own name for the file.

    Of the files with the same ``series``, the one with the highest ``attempt`` is the latest.
    """

    user: LmsUser
    key: str
    file: str = ""
    series: str = ""
    attempt: str = ""


def marks(names: Mapping[str, bool]) -> dict[str, Mark]:
    """name -> Mark of those names (True: a folder's) that an LMS gave; others are left out."""
    found = {name: mark for name, folder in names.items() if (mark := _mark(name, folder))}
    canvas = {name: mark.user for name, mark in found.items() if mark.user.lms == "canvas"}
    loose = [name for name, folder in names.items() if not folder and is_wanted(name)]
    # Two numbers in a name may be a student's own; Canvas marks every file and gives nobody another's id.
    owners = {(user.id, user.name) for user in canvas.values()}
    if len(owners) > len({number for number, _ in owners}) or 2 * len(canvas) < len(loose):
        found = {name: mark for name, mark in found.items() if name not in canvas}
    return found


def _mark(name: str, folder: bool) -> Mark | None:
    if hit := _MOODLE.fullmatch(name):
        return Mark(LmsUser("moodle", hit["id"], hit["name"]), hit["id"], hit["file"] or "")
    if folder:
        number = _GRADESCOPE.fullmatch(name)
        return Mark(LmsUser("gradescope", name, ""), name) if number else None
    if hit := _BLACKBOARD.fullmatch(name):
        # Neither the course's nor the user's name is marked off; the comment file beside it may correct this.
        user = LmsUser("blackboard", hit["who"].rpartition("_")[2], "")
        return Mark(user, hit["who"], hit["file"] or "", "", hit["when"])
    if hit := _CANVAS_ANONYMOUS.fullmatch(name) or _CANVAS.fullmatch(name):
        again = _AGAIN.fullmatch(hit["file"])
        series, attempt = (again["stem"] + again["suffix"], again["count"]) if again else (hit["file"], "")
        user = LmsUser("canvas", hit["id"], hit.groupdict().get("name") or hit["id"])
        return Mark(user, hit["id"], hit["file"], series, attempt.zfill(3))
    return None


def blackboard_user(mark: Mark, comment: str) -> LmsUser:
    """The student by the text file Blackboard adds to each attempt ("Name: Ana Ruiz (aruiz)"), if it fits the name."""
    hit = _BLACKBOARD_NAME.search(comment)
    if hit and mark.key.endswith("_" + hit["id"]):
        return LmsUser("blackboard", hit["id"], hit["name"])
    return mark.user


def gradescope_users(text: str) -> dict[str, LmsUser]:
    """Folder name -> its students, by Gradescope's submission_metadata.yml; nothing of a file that is not so made."""
    try:
        listed = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        submitters = {
            str(folder): [str(one[":name"]) for one in facts[":submitters"]] for folder, facts in listed.items()
        }
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, RecursionError):
        return {}
    return {folder: LmsUser("gradescope", folder, ", ".join(names)) for folder, names in submitters.items()}
