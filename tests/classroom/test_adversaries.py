"""A class with every broken and hostile hand-in we know and an honest student beside each, graded at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from adversaries import ADVERSARIES, FULL, write
from classroom_helpers import MASTERS, SUMS, answered, hand_in

from vecinos.classroom import report
from vecinos.classroom.grading import Settings, grade_folder

HONEST = 12


@pytest.fixture(scope="module")
def graded(tmp_path_factory, _sums_release, new_class, serve):
    top = tmp_path_factory.mktemp("adversaries")
    settings = Settings(MASTERS, new_class(top / "out"), timeout=8, workers=2)
    port = serve(top).rsplit(":", 1)[1]
    write(top / "in", _sums_release, {"PLACE": str(settings.course.root / "gradebook.db"), "PORT": port})
    (top / "in" / "link").symlink_to("/etc")
    names = sorted(ADVERSARIES)
    for number in range(HONEST):
        # Names that fall between the others', so that honest ones are graded right after hostile ones.
        hand_in(top / "in", f"{names[number * len(names) // HONEST]}-honest", answered(_sums_release, SUMS))
    results = grade_folder(top / "in", settings)
    report.write(results, settings.out, "en")
    return settings, {one.student: one for one in results}


def test_there_are_more_than_forty():
    assert len(ADVERSARIES) > 40


@pytest.mark.parametrize("name", ADVERSARIES)
def test_each_is_contained_and_said(graded, name):
    case, result = ADVERSARIES[name], graded[1][name]
    codes = {note.code for note in result.notes}
    assert result.verdict == case.verdict, result.notes
    if case.note:
        assert case.note in codes
    assert result.score == case.score


def test_honest_students_are_graded_as_if_alone(graded):
    honest = [one for name, one in graded[1].items() if name.endswith("-honest")]
    assert len(honest) == HONEST
    assert {(one.verdict, one.score) for one in honest} == {("graded", FULL)}
    assert all(one.feedback and one.feedback.exists() for one in honest)


def test_nothing_hostile_outlives_its_grading(graded):
    lines = [_command(path) for path in Path("/proc").glob("[0-9]*/cmdline")]
    assert not [line for line in lines if b"vecinos-daemon" in line]


def test_the_gradebook_was_written_by_the_grader_alone(graded):
    with sqlite3.connect(graded[0].course.root / "gradebook.db") as book:
        assert book.execute("select count(*) from grade where manual_score is not null").fetchone() == (0,)
        names = {name for (name,) in book.execute("select student_id from submitted_assignment")}
    assert "os-exit" not in names and "drops-tests" in names


def test_no_feedback_page_runs_or_shows_what_it_should_not(graded):
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (graded[0].out / "feedback").glob("*.html")}
    assert "<script" not in pages["markup"] and "onerror=alert" not in pages["markup"].replace(
        "&lt;img src=x onerror", ""
    )
    assert "javascript:" not in pages["markup"].split("href=", 1)[-1][:200]
    assert max(map(len, pages.values())) < 2_000_000
    assert not [name for name, text in pages.items() if "HIDDEN TESTS" in text or "_builtins" in text]


def _command(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
