"""A teacher's whole path by the commands: give out, receive thirty hand-ins, grade, read, hand back, import."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from adversaries import STUBBORN, TRANSFORMER
from classroom_helpers import answered, solved

from vecinos.classroom import by_hand
from vecinos.classroom.source import find_assignment, points

EXERCISES = Path(__file__).parents[2] / "exercises"
NAME, SEED = "economy-trade", 23
HONEST = 20
NAMES = [f"Student {chr(65 + n // 5)}{chr(65 + n % 5)}" for n in range(31)]
HEADINGS = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),"
    "Last modified (grade),Feedback comments"
)


def _run(*words, cwd):
    done = subprocess.run(
        [sys.executable, "-m", "vecinos.cli", "assignment", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _hostile(good, blank):
    """Ten hand-ins that are broken or mean harm: (name of the file, bytes)."""
    code = {
        "fork": "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass",
        "exit": "import os; os._exit(1)",
        "stubborn": STUBBORN,
        "loop": "while True: pass",
        "memory": "hoard = bytearray(9_000_000_000)",
        "tests": TRANSFORMER,
    }
    notebooks = [_bytes(answered(good, {"ranking": text})) for text in code.values()]
    slip = io.BytesIO()
    with zipfile.ZipFile(slip, "w") as archive:
        archive.writestr("../../../etc/evil.ipynb", _bytes(good))
    files = [(f"{NAME}.ipynb", data) for data in notebooks]
    return files + [
        (f"{NAME}.ipynb", _bytes(good)[:5000]),
        (f"{NAME}.ipynb", b""),
        ("tarea.zip", slip.getvalue()),
        (f"{NAME} (2).ipynb", b"\xef\xbb\xbf" + _bytes(good)),
    ]


def _bytes(notebook):
    return nbformat.writes(notebook).encode()


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The folder after the whole path, and what the second grading printed."""
    top = tmp_path_factory.mktemp("teacher")
    _run("release", NAME, "--seed", SEED, "--lang", "en", cwd=top)
    blank = nbformat.read(top / f"{NAME}-en-{SEED}" / "student" / f"{NAME}.ipynb", as_version=4)
    good = solved(find_assignment(NAME, EXERCISES).variant(SEED, "en"), blank)
    wrong = answered(good, {"total": "total = 77.0", "tariff": "rate = 99.0"})
    files = [(f"{NAME}.ipynb", _bytes(wrong if n % 4 == 3 else good)) for n in range(HONEST)] + _hostile(good, blank)
    with zipfile.ZipFile(top / "hand-ins.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, (file, data)) in enumerate(zip(NAMES, files, strict=False)):
            archive.writestr(f"{name}_{500 + number}_assignsubmission_file_/{file}", data)
    lines = [f'"Participant {500 + n}",{name},,Submitted,,30.00,Yes,-,-,' for n, name in enumerate(NAMES)]
    (top / "list.csv").write_text("\n".join([HEADINGS, *lines]) + "\n", encoding="utf-8")
    words = ("grade", "hand-ins.zip", "--seed", SEED, "--timeout", 8, "--roster", "list.csv")
    _run(*words, cwd=top)
    _give_points(top / "hand-ins-graded" / "by-hand.csv")
    return top / "hand-ins-graded", _run(*words, cwd=top)


def _give_points(table):
    """As a teacher would in a spreadsheet: two points for every answer."""
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    for row in rows[1:]:
        row[3:] = ["2"] * len(row[3:])
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    table.write_text(held.getvalue(), encoding="utf-8-sig")


def test_honest_hand_ins_have_their_score_and_the_others_a_reason(path):
    grades = {row["student"]: row for row in _rows(path[0] / "grades.csv")}
    verdicts = {row["student"]: row for row in _rows(path[0] / "verdicts.csv")}
    total = sum(points(find_assignment(NAME, EXERCISES).variant(SEED, "en").master).values())
    hand = len(by_hand.read(path[0] / "by-hand.csv")["500"])
    for number in range(HONEST):
        got = float(grades[str(500 + number)]["score"])
        full = 18 + 2 * hand
        assert (got == full) == (number % 4 != 3) and 0 < got < total
    for number in range(HONEST, 30):
        row = verdicts[str(500 + number)]
        assert row["verdict"] in ("needs a person", "graded", "repaired") and (row["why"] or row["verdict"] == "graded")
    assert verdicts["530"]["verdict"] == "missing" and grades["530"]["score"] == ""


def test_every_hand_in_that_cannot_be_graded_waits_for_a_person(path):
    verdicts = {int(row["student"]) - 500 - HONEST: row["verdict"] for row in _rows(path[0] / "verdicts.csv")}
    kinds = ("fork", "exit", "stubborn", "loop", "memory", "tests", "cut off", "empty", "slip", "renamed")
    waiting = {kind for number, kind in enumerate(kinds) if verdicts[number] == "needs a person"}
    assert waiting == {"fork", "exit", "stubborn", "tests", "cut off", "empty", "slip"}


def test_the_class_list_comes_back_ready_to_import(path):
    rows = _rows(path[0] / "moodle.csv")
    assert [row["Full name"] for row in rows] == NAMES
    grades = {row["student"]: row for row in _rows(path[0] / "grades.csv")}
    for row in rows:
        mine = grades[row["Identifier"].removeprefix("Participant ")]
        assert row["Grade"] == mine["score"]
    assert sum(bool(row["Grade"]) for row in rows) == 23


def test_each_graded_student_has_a_feedback_page(path):
    pages = {page.stem for page in (path[0] / "feedback").glob("*.html")}
    assert {str(500 + number) for number in range(HONEST)} <= pages
    text = (path[0] / "feedback" / "503.html").read_text(encoding="utf-8")
    assert "HIDDEN" not in text and "of 30 points" in text


def test_nothing_is_graded_twice_after_points_by_hand(path):
    assert "hand-ins" not in path[1].splitlines()[0] and len(_rows(path[0] / "verdicts.csv")) == 31


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace(",2", ",9", 1), "more than the"),
        (lambda text: text.replace(",2", ",two", 1), "not a number of points"),
        (lambda text: text.replace("student", "alumno", 1), "line 1: the headings"),
        (lambda text: text + text.splitlines()[1] + "\n", "there twice"),
    ],
)
def test_a_spoilt_table_of_points_is_said_with_its_place(path, tmp_path, change, said):
    text = (path[0] / "by-hand.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "by-hand.csv").write_text(change(text), encoding="utf-8-sig")
    with pytest.raises(by_hand.ByHandError, match=said):
        by_hand.read(tmp_path / "by-hand.csv")
