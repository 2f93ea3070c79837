"""The two tables a teacher gets: grades, and what became of each hand-in. They are always joined."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable
from pathlib import Path

from vecinos.classroom.lms_names import LmsUser
from vecinos.classroom.results import Result
from vecinos.classroom.texts import note_text, say

# Spreadsheets read UTF-8 as something else unless the file starts with its mark.
ENCODING = "utf-8-sig"


def write(results: list[Result], folder: Path, lang: str, missing: Iterable[LmsUser] = ()) -> None:
    """Write ``grades.csv`` and ``verdicts.csv``. A hand-in that needs a person has no score in grades.csv, never 0.

    ``missing``: students of the class list who handed in nothing; they have no score either.
    """
    folder.mkdir(parents=True, exist_ok=True)
    absent = [[one.id, safe_cell(one.name), "", say("missing", lang)] for one in missing]
    for name, rows in (("grades.csv", grade_rows(results, lang)), ("verdicts.csv", verdict_rows(results, lang))):
        _save(folder / name, rows + [one + [""] * (len(rows[0]) - len(one)) for one in absent])


def safe_cell(name: str) -> str:
    """A student's name that no spreadsheet takes for a formula."""
    return re.sub(r"^[@.=+\t\r-]", "_", name)


def _name(result: Result) -> str:
    return safe_cell(result.user.name if result.user else result.student)


def grade_rows(results: list[Result], lang: str) -> list[list[object]]:
    """Header and one row per student: score so far, maximum, points still to be given by hand, each question."""
    questions = list(dict.fromkeys(name for result in results for name in result.maxima))
    rows: list[list[object]] = [
        ["student", "name", "variant", "verdict", "score", "max_score", "to_grade_by_hand", *questions]
    ]
    for one in sorted(results, key=lambda result: result.student):
        publish = one.verdict != "needs-person" and one.score is not None
        rows.append(
            [
                one.student,
                _name(one),
                one.variant or "",
                say(one.verdict, lang),
                _plain(one.score) if publish else "",
                _plain(sum(one.maxima.values())) if one.maxima else "",
                _plain(sum(one.maxima[name] for name in one.pending)) if publish else "",
                *(_plain(one.questions.get(name)) if publish else "" for name in questions),
            ]
        )
    return rows


def verdict_rows(results: list[Result], lang: str) -> list[list[object]]:
    """Header and one row per student: the verdict, why, and what the machine counted (not for publication)."""
    rows: list[list[object]] = [["student", "name", "variant", "verdict", "why", "machine_score", "feedback"]]
    for one in sorted(results, key=lambda result: result.student):
        why = "; ".join(reasons(one, lang))
        page = f"feedback/{one.feedback.name}" if one.feedback else ""
        rows.append([one.student, _name(one), one.variant or "", say(one.verdict, lang), why, _plain(one.score), page])
    return rows


def reasons(result: Result, lang: str) -> Iterable[str]:
    """What was mended, seen or missed in this hand-in, one sentence each."""
    return [note_text(note.code, lang, note.values) for note in result.notes]


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _save(path: Path, rows: list[list[object]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    part = path.with_name(path.name + ".part")
    part.write_text(text.getvalue(), encoding=ENCODING)
    os.replace(part, path)
