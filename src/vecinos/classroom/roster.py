"""The class list a teacher exported from the LMS: Moodle's grading worksheet or Canvas's gradebook export."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vecinos.classroom.lms_names import LmsUser

# Moodle's headings, in the languages of the course; it refuses a worksheet without those of MOODLE_NEEDS.
MOODLE = {
    "id": ("Identifier", "Identificador"),
    "name": ("Full name", "Nombre completo"),
    "email": ("Email address", "Dirección de correo", "Dirección de correo electrónico"),
    "grade": ("Grade", "Calificación"),
    "maximum": ("Maximum grade", "Calificación máxima"),
    "modified": ("Last modified (grade)", "Última modificación (calificación)"),
    "comment": ("Feedback comments", "Comentarios de retroalimentación"),
}
MOODLE_NEEDS = ("id", "grade", "modified")
CANVAS_TEST_STUDENT = "Student, Test"
_CANVAS_COLUMN = re.compile(r"(?P<title>.+) \(\d+\)")
_CANVAS_POSTING = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)


class RosterError(ValueError):
    """A class list that cannot be used; the message names the file, the line and the mend."""


@dataclass(frozen=True)
class Student:
    """One row of a class list. ``keys``: what a hand-in without this LMS's number may be recognised by."""

    row: int
    user: LmsUser
    keys: frozenset[str]


@dataclass(frozen=True)
class Maximum:
    """The most points in the LMS, and its decimal mark."""

    points: float
    mark: str


@dataclass(frozen=True)
class Roster:
    """A class list as the LMS ("moodle" or "canvas") exported it, with the form of its file.

    ``lines``: the line of the file on which each row begins.
    """

    lms: str
    name: str
    rows: list[list[str]]
    lines: list[int]
    students: list[Student]
    encoding: str
    delimiter: str
    line_end: str

    def column(self, what: str) -> int | None:
        """The place of one of MOODLE's columns."""
        wanted = {heading.casefold() for heading in MOODLE[what]}
        return next((at for at, cell in enumerate(self.rows[0]) if cell.strip().casefold() in wanted), None)

    def maximum(self, row: int, column: int) -> Maximum | None:
        """The most points the LMS gives in a row's grade column; None where it says nothing in numbers."""
        if self.lms == "moodle":
            said = _cell(self.rows[row], self.column("maximum"))
        else:
            said = next((_cell(cells, column) for cells in self.rows[1:] if _is_points(cells)), "")
        found = re.fullmatch(r"\s*(\d+)(?:([.,])(\d{1,5}))?\s*", said)
        points = float(f"{found[1]}.{found[3] or 0}") if found else 0
        return Maximum(points, found[2] or ".") if points else None


def read_roster(path: Path) -> Roster:
    """The class list in ``path``. Raises RosterError."""
    text, encoding = _text(path)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows, lines = _rows(text, delimiter, path.name)
    header = rows[0] if rows else []
    lms = _lms(header)
    if lms is None:
        raise RosterError(
            f"{path.name}, line 1: these are not the columns of Moodle's grading worksheet or of Canvas's gradebook "
            f"export ({', '.join(header)[:200]}): export one of them as CSV and change nothing in it."
        )
    roster = Roster(lms, path.name, rows, lines, [], encoding, delimiter, "\r\n" if "\r\n" in text else "\n")
    students = _moodle_students(roster) if lms == "moodle" else _canvas_students(roster)
    times = Counter(one.user.id for one in students)
    for one in students:
        if times[one.user.id] > 1:
            where = " and ".join(str(lines[other.row]) for other in students if other.user.id == one.user.id)
            raise RosterError(f"{path.name}, lines {where}: the number {one.user.id} is there twice: delete one row.")
    if not students:
        raise RosterError(f"{path.name} lists no students: export it again from the LMS.")
    return replace(roster, students=students)


def _rows(text: str, delimiter: str, name: str) -> tuple[list[list[str]], list[int]]:
    """The table's rows and the line each begins on (a cell may hold several lines)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, lines = [], [1]
    try:
        for row in reader:
            rows.append(row)
            lines.append(reader.line_num + 1)
    except csv.Error as error:
        raise RosterError(f"{name}, line {lines[-1]}: not a table ({error}): export it again from the LMS.") from None
    return rows, lines


def grade_column(roster: Roster, titles: Iterable[str], wanted: str | None) -> int:
    """The column the grades go to (see grade_columns). Raises RosterError when that is not exactly one."""
    fits = grade_columns(roster, titles, wanted)
    if len(fits) != 1:
        names = "; ".join(cell for cell in roster.rows[0] if _CANVAS_COLUMN.fullmatch(cell.strip())) or "none"
        raise RosterError(
            f"{roster.name}, line 1: it is not clear which column takes the grades (assignments there: {names}): "
            "say which with --column, as it is written there."
        )
    return fits[0]


def grade_columns(roster: Roster, titles: Iterable[str], wanted: str | None) -> list[int]:
    """In Canvas the columns called ``wanted``, else the only one, else those called as one of ``titles``."""
    if roster.lms == "moodle":
        return [roster.column("grade")]
    found = {at: hit for at, cell in enumerate(roster.rows[0]) if (hit := _CANVAS_COLUMN.fullmatch(cell.strip()))}
    named = {plain(title) for title in ([wanted] if wanted else titles)}
    fits = [at for at, hit in found.items() if named & {plain(hit[0]), plain(hit["title"])}]
    return list(found) if not wanted and not fits and len(found) == 1 else fits


def _text(path: Path) -> tuple[str, str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RosterError(f"{path} cannot be read ({error.strerror}): give the file exported from the LMS.") from None
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RosterError(
            f"{path.name}, line {line}: this is not text in UTF-8. Export the list from the LMS as CSV (not as Excel), "
            "and do not save it from a spreadsheet in another encoding."
        ) from None
    if "\0" in text:
        raise RosterError(f"{path.name} is not text: export the list from the LMS as CSV, not as Excel.")
    return text, encoding


def _lms(header: list[str]) -> str | None:
    """Which LMS made a table with these headings; None if neither did."""
    cells = [cell.strip() for cell in header]
    if {cell.casefold() for cell in cells} & {heading.casefold() for heading in MOODLE["id"]}:
        return "moodle"
    # Canvas's own importer wants them in these places.
    student = cells[:2] == ["Student", "ID"] or cells[:3] == ["LastName", "FirstName", "ID"]
    return "canvas" if student and "Section" in cells else None


def _moodle_students(roster: Roster) -> list[Student]:
    for what in MOODLE_NEEDS:
        if roster.column(what) is None:
            raise RosterError(
                f"{roster.name}, line 1: there is no column “{MOODLE[what][0]}”, and Moodle refuses the file "
                "without it: download the grading worksheet again and change nothing in its first line."
            )
    at, name, email = roster.column("id"), roster.column("name"), roster.column("email")
    students = []
    for row, cells in enumerate(roster.rows):
        if row == 0 or not any(cells):
            continue
        number = re.fullmatch(r"\D*(\d+)\s*", cells[at]) if at < len(cells) else None
        if not number or len(cells) > len(roster.rows[0]):
            raise RosterError(
                f"{roster.name}, line {roster.lines[row]}: not a row of the worksheet (no “Participant 123”, or "
                "too many cells): download it again from Moodle."
            )
        called = _cell(cells, name)
        keys = {plain(one) for one in (called, _cell(cells, email), _cell(cells, email).partition("@")[0])} - {""}
        students.append(Student(row, LmsUser("moodle", number[1], called), frozenset(keys)))
    return students


def _canvas_students(roster: Roster) -> list[Student]:
    header = [cell.strip() for cell in roster.rows[0]]
    at = header.index("ID")
    logins = [header.index(one) for one in ("SIS User ID", "SIS Login ID") if one in header]
    students = []
    for row, cells in enumerate(roster.rows):
        if row == 0 or _is_no_student(cells):
            continue
        number = _cell(cells, at).strip()
        if not number.isdecimal():
            raise RosterError(
                f"{roster.name}, line {roster.lines[row]}: the ID {number!r} is no number: export the gradebook again."
            )
        called = ", ".join(cells[:at])
        known = [called, *(_cell(cells, one) for one in logins)]
        keys = {plain(one) for one in (*known, *(one.partition("@")[0] for one in known[1:]))} - {""}
        if called != CANVAS_TEST_STUDENT:
            students.append(Student(row, LmsUser("canvas", number, called), frozenset(keys)))
    return students


def _is_points(cells: list[str]) -> bool:
    return bool(cells) and "Points Possible" in cells[0]


def _is_no_student(cells: list[str]) -> bool:
    return _is_points(cells) or all(_CANVAS_POSTING.fullmatch(cell) for cell in cells)


def plain(text: str) -> str:
    """Words in alphabetical order, so that "Ruiz, Ana" is "Ana Ruiz"."""
    return " ".join(sorted(re.findall(r"[\w@.]+", folded(text).replace("_", " "))))


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""
