"""The student version, the answer key and the rubric, made by nbgrader from the master."""

from __future__ import annotations

import copy
from pathlib import Path

import nbformat
import pytest
from classroom_helpers import MASTERS, cell

from vecinos.classroom.leaks import notebook_leaks
from vecinos.classroom.release import release, student_version
from vecinos.classroom.source import SourceError, assignment_names, find_assignment
from vecinos.cli import main

EXERCISES = Path(__file__).parents[2] / "exercises"


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", assignment_names(EXERCISES))
def test_the_student_version_holds_no_answer(name, lang):
    variant = find_assignment(name, EXERCISES).variant(11, lang)
    student = student_version(variant)
    text = nbformat.writes(student)
    for word in ("SOLUTION", "HIDDEN", "KEYS", "AssertionError", "preparation", "rubric"):
        assert word not in text
    for one in variant.master.cells:
        if one.cell_type == "markdown" and one.metadata.get("nbgrader"):
            assert one.source not in text
    answers = [one for one in student.cells if one.metadata.get("nbgrader", {}).get("solution")]
    stub = {"en": "# Write your code here", "es": "# Escribe tu código aquí"}[lang]
    assert all(stub in one.source for one in answers if one.cell_type == "code")
    assert [one["id"] for one in student.cells] == [one["id"] for one in variant.master.cells]


def test_a_released_answer_is_noticed_wherever_it_hides(sums, release):
    assert notebook_leaks(release, sums.master, sums.keys) == []
    for place in ("source", "metadata"):
        leaking = copy.deepcopy(release)
        if place == "source":
            cell(leaking, "total").source += "\n# total = sum( numbers )"
        else:
            cell(leaking, "total").metadata["old"] = f"{sums.keys['total']:.2f}"
        assert notebook_leaks(leaking, sums.master, sums.keys) != []


def test_a_master_that_gives_its_answer_away_is_not_released(masters, tmp_path):
    path = masters / "sums.py"
    path.write_text(path.read_text(encoding="utf-8").replace("There are {{COUNT}}", "Of {{KEYS.total}}"), "utf-8")
    with pytest.raises(SourceError, match="total"):
        release(find_assignment("sums", masters).variant(7, "en"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_key_that_fails_its_own_tests_is_not_released(masters, tmp_path):
    path = masters / "sums.py"
    path.write_text(path.read_text(encoding="utf-8").replace("total = sum(numbers)", "total = 1.0"), "utf-8")
    with pytest.raises(SourceError, match="The sum is not right"):
        release(find_assignment("sums", masters).variant(7, "en"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_command_writes_what_a_teacher_needs(tmp_path):
    words = ["assignment", "release", "sums", "--seed", "7", "--lang", "es", "--out", str(tmp_path / "out")]
    assert main([*words, "--exercises", str(MASTERS)]) == 0
    written = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert written == {
        "student/sums.ipynb",
        "teacher/sums-key.ipynb",
        "teacher/sums-rubric.md",
        "teacher/sums-rubric.html",
    }
    key = nbformat.read(tmp_path / "out/teacher/sums-key.ipynb", as_version=4)
    assert "### BEGIN" not in nbformat.writes(key)
    assert not [out for one in key.cells for out in one.get("outputs", ()) if out.output_type == "error"]
    sheet = (tmp_path / "out/teacher/sums-rubric.md").read_text(encoding="utf-8")
    assert "da 5 de 9 puntos" in sheet and "| Razón |" in sheet and "Porque un total" in sheet


def test_a_wrong_name_says_which_there_are(capsys):
    assert main(["assignment", "release", "trade", "--exercises", str(MASTERS)]) == 2
    assert "sums" in capsys.readouterr().err
