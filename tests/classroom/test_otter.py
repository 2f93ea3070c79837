"""The Gradescope export: the real Otter takes it, grades with it, and gives students nothing away.

Otter runs on the Python below our environment, which cannot import the course: what it needs must have come along.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import nbformat
import pytest
from classroom_helpers import MASTERS, answered, solved

from vecinos.classroom.guard import guarded
from vecinos.classroom.leaks import notebook_leaks
from vecinos.classroom.otter import otter_source
from vecinos.classroom.source import find_assignment, points
from vecinos.cli import main

ROOT = Path(__file__).parents[2]
PINS = Path(__file__).with_name("otter-requirements.txt")
NAME, AUTOMATIC, BY_HAND = "economy-trade", 18, 12
WRONG = {
    "ranking": "ranking = ['canada', 'china', 'mexico']",  # true in no year
    "tariff": "rate = 99.0",  # the form is right; the duty is missing
    "gap": "gap = '7'",
    # Names a student may take by accident must not decide the hidden tests.
    "total": "abs = float = sorted = lambda *_: 0\ntotal = 11.0",
}


@pytest.fixture(scope="module")
def otter():
    """otter(folder, words…) runs Otter's command there; it must succeed. Installed once into a folder of its own."""
    folder = ROOT / "_build" / f"otter-{hashlib.sha256(PINS.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        part = folder.with_name(f"{folder.name}.{os.getpid()}")
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(part)]
        subprocess.run([*install, "-r", str(PINS)], check=True)
        part.rename(folder)
    path = os.pathsep.join([str(folder), sysconfig.get_path("purelib")])
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VECINOS"))}
    environment["PYTHONPATH"] = path

    def run(place: Path, *words: object) -> str:
        command = [sys._base_executable, "-m", "otter", *map(str, words)]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    nowhere = [sys._base_executable, "-c", "import vecinos"]
    assert subprocess.run(nowhere, cwd=folder, env=environment, capture_output=True).returncode, "no test of ours"
    return run


@pytest.fixture(scope="module")
def assigned(tmp_path_factory, otter):
    """What ``otter assign`` makes of the release: (the release's folder, ``dist``, what Otter said)."""
    folder = tmp_path_factory.mktemp("otter")
    words = ["assignment", "release", NAME, "--seed", "4", "--lang", "en", "--otter", "--out", str(folder)]
    assert main([*words, "--exercises", str(ROOT / "exercises")]) == 0
    # It runs every test on the solutions and fails unless they earn every point.
    said = otter(folder / "teacher" / "otter", "assign", "-v", f"{NAME}.ipynb", "dist")
    return folder, folder / "teacher" / "otter" / "dist", said


@pytest.fixture(scope="module")
def variant():
    return find_assignment(NAME, ROOT / "exercises").variant(4, "en")


@pytest.fixture
def graded(assigned, otter, tmp_path):
    """graded(notebook) -> question -> points, as Gradescope is told."""

    def run(notebook) -> dict[str, float]:
        nbformat.write(notebook, tmp_path / "any name.ipynb")
        [zipped] = (assigned[1] / "autograder").glob("*.zip")
        otter(tmp_path, "run", "-a", zipped, "-o", tmp_path, "any name.ipynb")
        tests = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["tests"]
        return {one["name"]: one["score"] for one in tests if "score" in one}

    return run


def test_otter_counts_the_points_of_the_master(assigned):
    said = assigned[2]
    assert f"Autograded:   {AUTOMATIC}" in said and f"Manual:       {BY_HAND}" in said


def test_nothing_of_the_answers_is_in_what_students_get(assigned, variant):
    files = [path for path in (assigned[1] / "student").rglob("*") if path.is_file()]
    assert [path.name for path in files] == [f"{NAME}.ipynb"]
    student = nbformat.read(files[0], as_version=4)
    assert notebook_leaks(student, guarded(variant.master), variant.keys) == []
    text = files[0].read_text(encoding="utf-8")
    for word in ("hidden=True", "_builtins", "canary", "BEGIN", "model-title"):
        assert word not in text.replace("<!-- BEGIN QUESTION -->", "")
    locked = {cell["id"] for cell in student.cells if cell.metadata.get("editable") is False}
    tags = {cell["id"] for cell in student.cells if "otter_answer_cell" in cell.metadata.get("tags", ())}
    answers = tags | {cell["id"] for cell in student.cells if cell.source.endswith("# Write your code here")}
    assert len(tags) == len(variant.rubrics) and len(answers) == 11 and not answers & locked


def test_a_solved_notebook_earns_every_automatic_point(assigned, variant, graded):
    # The notebook that nbgrader derives: students need no Otter.
    student = nbformat.read(assigned[0] / "student" / f"{NAME}.ipynb", as_version=4)
    scores = graded(solved(variant, student))
    marks = points(variant.master)
    assert scores == {name: marks[name] for name in scores} and sum(scores.values()) == AUTOMATIC


def test_wrong_answers_cost_their_own_points_only(assigned, variant, graded):
    student = nbformat.read(assigned[1] / "student" / f"{NAME}.ipynb", as_version=4)
    scores = graded(answered(solved(variant, student), WRONG))
    lost = {name for name, got in scores.items() if got == 0}
    assert lost == {"q1-total", "q2-times", "q5-ranking", "q10-rate", "q11-duty", "q12-gap"}
    assert all(scores[name] == points(variant.master)[name] for name in scores.keys() - lost)


def test_the_spanish_source_is_spanish_and_gives_its_answer_cell_a_question(tmp_path, otter):
    source = otter_source(find_assignment("sums", MASTERS).variant(7, "es"))
    nbformat.write(source, tmp_path / "sums.ipynb")
    (tmp_path / "vecinos").mkdir()
    otter(tmp_path, "assign", "--no-run-tests", "sums.ipynb", "dist")
    student = nbformat.read(tmp_path / "dist" / "student" / "sums.ipynb", as_version=4)
    [answer] = [cell for cell in student.cells if "cambia esta línea" in cell.source]
    assert answer.metadata.get("editable", True)
    assert "# Escribe tu código aquí" in nbformat.writes(student)
