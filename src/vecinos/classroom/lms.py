"""Scores back into the LMS: the class list a teacher exported from it, with the grades filled in.

Moodle's grading worksheet and Canvas's gradebook export are both read and imported by the LMS itself, so nothing but
the grade (and Moodle's comment) is changed. A cell that gets no grade is left as it was: Canvas would take an emptied
cell for a grade taken back.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vecinos.classroom.lms_names import LmsUser
from vecinos.classroom.normalise import Note
from vecinos.classroom.report import safe_cell
from vecinos.classroom.results import Result
from vecinos.classroom.roster import MOODLE, Roster, Student, folded, plain
from vecinos.classroom.texts import say

PARTICIPANT = {"en": "Participant", "es": "Participante"}


@dataclass
class Matched:
    """Results and class list brought together. ``pairs``: row -> result; ``missing``: who handed in nothing;
    ``strangers``: what cannot be given to anybody; ``results``: all, with a note on the strangers saying why."""

    pairs: dict[int, Result]
    missing: list[LmsUser]
    strangers: list[Result]
    results: list[Result]


@dataclass
class Filled:
    """A file for the LMS, and what was done: ``filled`` grades, ``waiting`` and ``person`` hand-ins without one.

    ``scaled``: the assignment's points and the LMS's when grades were converted from the one to the other.
    """

    name: str
    data: bytes = b""
    filled: int = 0
    waiting: int = 0
    person: int = 0
    scaled: tuple[float, float] | None = None

    def take(self, result: Result) -> float | None:
        """Count the hand-in, and give the points that may go to the LMS: none while anybody has still to look at it."""
        if result.verdict == "needs-person" or result.score is None:
            self.person += 1
        elif result.pending:
            self.waiting += 1
        else:
            self.filled += 1
            return result.score
        return None


def match(roster: Roster, results: Iterable[Result]) -> Matched:
    """Who handed in what: by the LMS's number if the hand-in has one, else by name, address or login if just one fits.

    A number whose name is somebody else's (a group's hand-in, another course) matches nobody.
    """
    results = list(results)
    claims: dict[int, list[int]] = {}
    notes: dict[int, Note] = {}
    by_row = {one.row: one for one in roster.students}
    for at, result in enumerate(results):
        student = _student(roster, result)
        if student is None:
            notes[at] = Note("roster-nobody")
        elif _other_name(student, result):
            notes[at] = Note("roster-name", {"id": student.user.id, "name": student.user.name})
        else:
            claims.setdefault(student.row, []).append(at)
    for row, several in claims.items():
        if len(several) > 1:
            notes |= {at: Note("roster-twice", {"name": by_row[row].user.name}) for at in several}
    told = [replace(one, notes=[*one.notes, notes[at]]) if at in notes else one for at, one in enumerate(results)]
    pairs = {row: told[several[0]] for row, several in claims.items() if len(several) == 1}
    missing = [one.user for one in roster.students if one.row not in claims]
    return Matched(pairs, missing, [told[at] for at in sorted(notes)], told)


def fill(roster: Roster, matched: Matched, column: int) -> Filled:
    """The class list with the grades in ``column`` (see roster.grade_column), as a file for the LMS's import."""
    rows = [list(row) for row in roster.rows]
    filled = Filled(f"{roster.lms}.csv")
    comment = roster.column("comment") if roster.lms == "moodle" else None
    for row, result in matched.pairs.items():
        points = filled.take(result)
        if points is None:
            continue
        own, theirs = sum(result.maxima.values()), roster.maximum(row, column)
        if theirs and theirs.points != own:
            points, filled.scaled = points * theirs.points / own, (own, theirs.points)
        rows[row] += [""] * (len(rows[0]) - len(rows[row]))
        rows[row][column] = _number(points).replace(".", theirs.mark if theirs else ".")
        if comment is not None and not rows[row][comment].strip():
            rows[row][comment] = _comment(result)
    filled.data = _table(rows, roster.delimiter, roster.line_end).encode(roster.encoding)
    return filled


def from_names(results: Iterable[Result], lms: str, title: str, lang: str) -> Filled | None:
    """The same without a class list, from the numbers the LMS wrote into the files' names; None if there are none.

    It lists only who gets a grade: an empty cell would take back what is in the LMS. Points are the assignment's own,
    so its maximum in the LMS must be the same. ``title``: the assignment's, for Canvas; ``lang``: Moodle's headings.
    """
    known = [one for one in results if one.user and one.user.lms == lms and one.user.id.isdecimal()]
    if not known:
        return None
    filled = Filled(f"{lms}.csv")
    final = [(one, points) for one in known if (points := filled.take(one)) is not None]
    rows = _canvas_rows(final, title) if lms == "canvas" else _moodle_rows(final, lang)
    filled.data = _table(rows, ",", "\r\n").encode()
    return filled


def _moodle_rows(final: list[tuple[Result, float]], lang: str) -> list[list[str]]:
    which = ("id", "name", "grade", "modified", "comment")
    header = [MOODLE[what][("en", "es").index(lang)] for what in which]
    return [
        header,
        *(
            [f"{PARTICIPANT[lang]} {one.user.id}", safe_cell(one.user.name), _number(points), "", _comment(one)]
            for one, points in final
        ),
    ]


def _canvas_rows(final: list[tuple[Result, float]], title: str) -> list[list[str]]:
    most = max((sum(one.maxima.values()) for one, _ in final), default=None)
    return [
        ["Student", "ID", "Section", title],
        ["    Points Possible", "", "", _number(most) if most else ""],
        *([safe_cell(one.user.name), one.user.id, "", _number(points)] for one, points in final),
    ]


def told(filled: Filled, missing: int, lang: str) -> list[str]:
    """What was done, for the teacher; ``missing``: how many on the class list handed in nothing."""
    said = [
        say("lms-filled", lang, filled=filled.filled, waiting=filled.waiting, person=filled.person, missing=missing)
    ]
    if filled.scaled:
        own, theirs = (_number(points) for points in filled.scaled)
        said.append(say("lms-scaled", lang, points=own, maximum=theirs))
    return said


def save(filled: Filled, folder: Path) -> Path:
    """Write the file beside the other tables; returns its path."""
    path = folder / filled.name
    part = path.with_name(path.name + ".part")
    part.write_bytes(filled.data)
    os.replace(part, path)
    return path


def _student(roster: Roster, result: Result) -> Student | None:
    user = result.user
    if user and user.lms == roster.lms:
        return next((one for one in roster.students if one.user.id == user.id), None)
    wanted = {plain(word) for word in (result.student, user.id if user else "", user.name if user else "")} - {""}
    fits = [one for one in roster.students if one.keys & wanted]
    return fits[0] if len(fits) == 1 else None


def _other_name(student: Student, result: Result) -> bool:
    """Whether the LMS's number came with another name. Only letters count, in any order: "ruizana" is "Ruiz, Ana"."""
    if result.user is None or result.user.lms != student.user.lms or not student.user.name:
        return False
    listed, found = (sorted(re.sub(r"[\W\d_]", "", folded(one))) for one in (student.user.name, result.user.name))
    # Older Moodles put the group's name before the student's.
    grouped = folded(result.user.name).endswith("-" + folded(student.user.name))
    return listed != found and not grouped


def _number(points: float) -> str:
    """Two decimals at most, as the LMSs show them."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _comment(result: Result) -> str:
    """The points of each question, in the language of the hand-in; ids of questions are safe as HTML, which it is."""
    points = ", ".join(f"{name} {points:g}/{result.maxima[name]:g}" for name, points in result.questions.items())
    return say("lms-comment", result.variant.lang, points=points)


def _table(rows: list[list[str]], delimiter: str, line_end: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()
