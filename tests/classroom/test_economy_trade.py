"""The assignment of the lesson on trade, handed out, answered and graded as a class would."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from classroom_helpers import answered, cell, hand_in, solved

from vecinos import table
from vecinos.classroom.grading import Settings, grade_folder
from vecinos.classroom.release import release, student_version
from vecinos.classroom.source import find_assignment, points

EXERCISES = Path(__file__).parents[2] / "exercises"
NAME = "economy-trade"
AUTOMATIC, BY_HAND = 18, 12
WRONG = {
    "ranking": "ranking = ['canada', 'china', 'mexico']",  # true in no year
    "points": "points = 100.0\nrelative = -50.0",
    "tariff": "rate = 99.0",
    "gap": "gap = '7'",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, new_class):
    """One class in both languages: solved, partly wrong, blank, unreadable."""
    top = tmp_path_factory.mktemp("trade")
    english, spanish = (find_assignment(NAME, EXERCISES).variant(4, lang) for lang in ("en", "es"))
    blank, en_blanco = student_version(english), student_version(spanish)
    hand_in(top / "in", "broken", nbformat.writes(blank).encode()[:3000], f"{NAME}.ipynb")
    hand_in(top / "in", "blank", blank, f"{NAME}.ipynb")
    hand_in(top / "in", "solved", solved(english, blank), f"{NAME}.ipynb")
    hand_in(top / "in", "resuelto", solved(spanish, en_blanco), f"{NAME}.ipynb")
    hand_in(top / "in", "partly", answered(solved(english, blank), WRONG), f"{NAME}.ipynb")
    results = grade_folder(top / "in", Settings(EXERCISES, new_class(top / "out")))
    return top / "out", {one.student: one for one in results}


@pytest.mark.parametrize("student", ["solved", "resuelto"])
def test_the_solutions_earn_every_automatic_point(graded, student):
    result = graded[1][student]
    assert result.verdict == "graded"
    assert result.score == AUTOMATIC
    assert sum(result.maxima[name] for name in result.pending) == BY_HAND
    assert sum(result.maxima.values()) == AUTOMATIC + BY_HAND


def test_wrong_answers_cost_their_own_points_only(graded):
    result = graded[1]["partly"]
    lost = {name for name, got in result.questions.items() if got == 0}
    assert lost == {"q5-ranking", "q6-points", "q7-relative", "q10-rate", "q11-duty", "q12-gap"}
    assert result.score == AUTOMATIC - sum(result.maxima[name] for name in lost)


def test_a_blank_notebook_scores_0_and_says_so(graded):
    result = graded[1]["blank"]
    assert (result.verdict, result.score) == ("graded", 0)
    assert "blank" in {note.code for note in result.notes}


def test_half_a_file_needs_a_person(graded):
    assert (graded[1]["broken"].verdict, graded[1]["broken"].score) == ("needs-person", None)


def test_feedback_explains_in_the_students_language_without_the_answers(graded):
    english = (graded[0] / "feedback" / "partly.html").read_text(encoding="utf-8")
    spanish = (graded[0] / "feedback" / "resuelto.html").read_text(encoding="utf-8")
    keys = find_assignment(NAME, EXERCISES).variant(4, "en").keys
    assert "The rate in force is that of the last row" in english
    assert "Tu trabajo, calificado" in spanish
    assert f"{keys['points']:.2f}" not in english and repr(keys["rate"]) not in english
    assert "HIDDEN" not in english and "data:image/png" in spanish


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_name_in_the_questions_is_a_name_in_the_notebook_or_the_tables(lang):
    master = find_assignment(NAME, EXERCISES).variant(4, lang).master
    code = " ".join(one.source for one in master.cells if one.cell_type == "code")
    known = set(re.findall(r"\w+", code))
    for name in ("trade-goods", "trade-shares", "tariffs-effective"):
        frame = table(name)
        known |= set(frame.columns)
        for column in ("partner", "flow", "measure"):
            known |= set(frame.get(column, []))
    text = " ".join(one.source for one in master.cells if one.cell_type == "markdown" and not one.metadata)
    named = set(re.findall(r"`\"?([a-z_]+)\"?`", text))
    assert named and named - known == set()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_teacher_gets_a_key_that_ran_and_rubrics(tmp_path, lang):
    variant = find_assignment(NAME, EXERCISES).variant(9, lang)
    release(variant, tmp_path)
    key = nbformat.read(tmp_path / "teacher" / f"{NAME}-key.ipynb", as_version=4)
    assert cell(key, "chart").outputs and "image/png" in str(cell(key, "chart").outputs)
    sheet = (tmp_path / "teacher" / f"{NAME}-rubric.md").read_text(encoding="utf-8")
    assert sheet.count("\n| --- |") == len(variant.rubrics) == 3
    assert "{{" not in sheet and str(variant.keys["widest_year"]) in sheet
    assert sum(points(variant.master).values()) == AUTOMATIC + BY_HAND
