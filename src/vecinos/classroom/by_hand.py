"""Points that a person gives, in a table to be filled in: the other way beside nbgrader's own pages.

``by-hand.csv`` has a row for each student and a column for each answer to be read, with its most points in its heading.
What stands in a cell at the next run goes into the gradebook.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from vecinos.classroom.report import ENCODING, safe_cell
from vecinos.classroom.results import Result

FIXED = ("student", "name", "variant")
_HEADING = re.compile(r"(?P<question>.+) \((?P<most>\d+(?:\.\d+)?)\)")
_POINTS = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?")


class ByHandError(ValueError):
    """The table cannot be used; the message names file, line and mend."""


def read(path: Path) -> dict[str, dict[str, float]]:
    """student -> question -> points, of every cell that is filled. Raises ByHandError; no file is no points."""
    if not path.exists():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ByHandError(f"{path.name} is not UTF-8 text: save it as “CSV UTF-8”.") from None
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    questions = _questions(rows[0] if rows else [], path.name)
    found: dict[str, dict[str, float]] = {}
    for line, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        if row[0] in found:
            raise ByHandError(f"{path.name}, line {line}: the student {row[0]} is there twice: delete one row.")
        cells = dict(zip(questions, row[len(FIXED) :], strict=False))
        found[row[0]] = {
            question: _points(cell, most, f"{path.name}, line {line} ({row[0]}), {question}")
            for (question, most), cell in cells.items()
            if cell.strip()
        }
    return found


def _questions(header: list[str], name: str) -> list[tuple[str, float]]:
    named = [_HEADING.fullmatch(cell.strip()) for cell in header[len(FIXED) :]]
    if tuple(header[: len(FIXED)]) != FIXED or not all(named):
        raise ByHandError(
            f"{name}, line 1: the headings have changed; they are student, name, variant and then each question with "
            "its points, such as q9 (3). Put them back, or delete the file and run again to get a new one."
        )
    return [(one["question"], float(one["most"])) for one in named]


def _points(cell: str, most: float, place: str) -> float:
    if not _POINTS.fullmatch(cell.strip()):
        raise ByHandError(f"{place}: {cell!r} is not a number of points from 0 to {most:g}.")
    points = float(cell.strip().replace(",", "."))
    if points > most:
        raise ByHandError(f"{place}: {cell} is more than the {most:g} points there are.")
    return points


def write(path: Path, results: Iterable[Result], given: Mapping[str, Mapping[str, float]]) -> None:
    """Write the table of the answers a person grades, with the points given so far."""
    waiting = [one for one in sorted(results, key=lambda one: one.student) if one.by_hand]
    questions = dict.fromkeys((name, one.maxima[name]) for one in waiting for name in one.by_hand)
    rows: list[list[str]] = [[*FIXED, *(f"{name} ({most:g})" for name, most in questions)]]
    for one in waiting:
        points = {name: one.questions[name] for name in one.by_hand} | dict(given.get(one.student, {}))
        known = (points.get(name) for name, _ in questions)
        name = safe_cell(one.user.name if one.user else one.student)
        rows.append([one.student, name, str(one.variant), *("" if one is None else f"{one:g}" for one in known)])
    if len(rows) == 1:
        path.unlink(missing_ok=True)
        return
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerows(rows)
    part = path.with_name(path.name + ".part")
    part.write_text(held.getvalue(), encoding=ENCODING)
    os.replace(part, path)
