"""A class of the tiny assignment, graded with nbgrader and its SQLite gradebook."""

from __future__ import annotations

import csv
import sqlite3

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from classroom_helpers import MASTERS, SUMS, answered, cell, hand_in

from vecinos.classroom import report
from vecinos.classroom.grading import Settings, grade_folder
from vecinos.classroom.intake import find_submissions
from vecinos.cli import main


def _class(folder, release):
    """One submission of every kind; the broken ones come first in the alphabet, so that they could stop the rest."""
    good, wrong = answered(release, SUMS), answered(release, SUMS | {"mean": "mean = 12.0"})
    hand_in(folder, "aaron", b"{ this is not json")
    (folder / "abel").mkdir()
    hand_in(folder, "agata", good, "first.ipynb")
    hand_in(folder, "agata", good, "second.ipynb")
    hand_in(folder, "alma", answered(release, SUMS | {"total": "import os; os._exit(1)"}))
    hand_in(folder, "beatriz", good)
    hand_in(folder, "bruno", wrong)
    hand_in(folder, "carla", release)
    hand_in(folder, "dario", b"\xef\xbb\xbf" + nbformat.writes(good).encode(), "sums (1).ipynb")
    stripped = answered(release, SUMS)
    stripped.metadata = {}
    for one in stripped.cells:
        one.metadata = {}
    hand_in(folder, "elena", stripped)
    hand_in(folder, "fermín", answered(release, SUMS | {"mean": "while True: pass"}))
    tampering = "import ast\nclass T(ast.NodeTransformer):\n    visit_Assert = visit_Raise = lambda s, n: ast.Pass()\n"
    tampering += "get_ipython().ast_transformers.append(T())\ntotal = 1.0"
    hand_in(folder, "gil", answered(release, SUMS | {"total": tampering}))
    spying = "def spy(result):\n    global seen\n    seen = seen + result.info.raw_cell\nseen = ''\n"
    spying += "get_ipython().events.register('post_run_cell', spy)\ntotal = sum(numbers)"
    hand_in(folder, "hugo", answered(release, SUMS | {"total": spying, "mean": "mean = 1.0\nprint(seen)"}))


@pytest.fixture(scope="module")
def graded(tmp_path_factory, _sums_release, new_class):
    top = tmp_path_factory.mktemp("class")
    _class(top / "in", _sums_release)
    settings = Settings(MASTERS, new_class(top / "out"), timeout=3, sandboxed=False)
    results = grade_folder(top / "in", settings)
    report.write(results, settings.out, "en")
    return settings, {result.student: result for result in results}


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("student", "verdict", "score", "note"),
    [
        ("aaron", "needs-person", None, "not-json"),
        ("abel", "needs-person", None, "no-file"),
        ("agata", "needs-person", None, "many-files"),
        ("alma", "needs-person", None, "kernel-ended"),
        ("beatriz", "graded", 5, "manual"),
        ("bruno", "graded", 3, "manual"),
        ("carla", "graded", 0, "blank"),
        ("dario", "repaired", 5, "renamed"),
        ("elena", "repaired", 5, "mark-restored"),
        ("fermín", "graded", 3, "timeout"),
        ("gil", "needs-person", 5, "tampered"),
        ("hugo", "needs-person", 3, "feedback-leak"),
    ],
)
def test_every_hand_in_gets_its_verdict(graded, student, verdict, score, note):
    result = graded[1][student]
    assert (result.verdict, result.score) == (verdict, score)
    assert note in {one.code for one in result.notes}


def test_no_failure_is_published_as_a_zero(graded):
    settings, results = graded
    grades, verdicts = _rows(settings.out / "grades.csv"), _rows(settings.out / "verdicts.csv")
    assert grades.keys() == verdicts.keys() == results.keys()
    for student, row in grades.items():
        assert (row["score"] == "") == (row["verdict"] == "needs a person")
        assert verdicts[student]["verdict"] == row["verdict"]
    assert grades["carla"]["score"] == "0" and "as it was released" in verdicts["carla"]["why"]
    assert grades["beatriz"] | {"score": "5", "max_score": "9", "to_grade_by_hand": "4"} == grades["beatriz"]


def test_the_gradebook_holds_the_scores_and_no_failed_submission(graded):
    with sqlite3.connect(graded[0].course.root / "gradebook.db") as book:
        rows = book.execute(
            "select s.student_id, sum(coalesce(g.auto_score, 0)), sum(g.needs_manual_grade)"
            " from grade g join submitted_notebook n on g.notebook_id = n.id"
            " join submitted_assignment s on n.assignment_id = s.id group by s.student_id"
        ).fetchall()
    found = {student: (score, manual) for student, score, manual in rows}
    assert found["beatriz"] == (5, 1)
    assert found["bruno"] == (3, 1)
    assert found["carla"] == (0, 0)
    assert "alma" not in found and "aaron" not in found


def test_feedback_shows_points_and_hints_but_no_hidden_test(graded, sums):
    page = (graded[0].out / "feedback" / "bruno.html").read_text(encoding="utf-8")
    assert "mean-check: 0 / 2" in page and "The sum is not right" in page
    assert "not read yet" in page
    for word in ("KEYS", "HIDDEN", "float(", str(sums.keys["mean"]), "<script", "canary", "Traceback"):
        assert word not in page
    assert not (graded[0].out / "feedback" / "hugo.html").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_feedback_is_accessible_and_asks_no_other_machine(graded, browser, scheme):
    address = (graded[0].out / "feedback" / "bruno.html").as_uri()
    page = browser.new_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert (asked, said) == ([address], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
    # The page forbids every script, the checker's too: it looks at the page with that rule set aside.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(address)
    found = Axe().run(page)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_points_given_by_hand_survive_another_run(graded, tmp_path):
    from nbgrader.api import Gradebook

    settings, _ = graded
    with Gradebook(f"sqlite:///{settings.course.root / 'gradebook.db'}", "vecinos") as book:
        mark = book.find_grade("why", "sums", "sums-en-7", "beatriz")
        mark.manual_score, mark.needs_manual_grade = 3, False
        book.db.commit()
    only = tmp_path / "in"
    hand_in(
        only, "beatriz", nbformat.read(settings.course.root / "submitted/beatriz/sums-en-7/sums.ipynb", as_version=4)
    )
    (result,) = grade_folder(only, settings)
    assert result.score == 8 and result.pending == []
    assert "8 of 9" in (settings.out / "feedback" / "beatriz.html").read_text(encoding="utf-8")


def test_another_seed_than_the_class_needs_a_person(tmp_path, release):
    hand_in(tmp_path / "in", "ana", answered(release, SUMS))
    (result,) = grade_folder(tmp_path / "in", Settings(MASTERS, tmp_path / "out", sandboxed=False, seed=8))
    assert result.verdict == "needs-person" and result.score is None


def test_a_notebook_of_another_course_needs_a_person(tmp_path, release):
    release.metadata["vecinos"] = {"variant": "algebra-en-1"}
    hand_in(tmp_path / "in", "ana", release)
    (result,) = grade_folder(tmp_path / "in", Settings(MASTERS, tmp_path / "out", sandboxed=False))
    assert "other-assignment" in [note.code for note in result.notes] and result.score is None


def test_a_notebook_without_variant_in_a_class_of_none_needs_a_person(tmp_path, release, new_class):
    release.metadata = {}
    cell(release, "setup").source = ""
    hand_in(tmp_path / "in", "ana", release)
    (result,) = grade_folder(tmp_path / "in", Settings(MASTERS, tmp_path / "out", sandboxed=False))
    assert [note.code for note in result.notes] == ["variant-unknown"]
    settings = Settings(MASTERS, new_class(tmp_path / "again"), sandboxed=False, name="sums", lang="en", seed=7)
    (result,) = grade_folder(tmp_path / "in", settings)
    assert result.verdict == "repaired" and {"variant-lost", "blank"} <= {note.code for note in result.notes}


def test_folders_and_loose_notebooks_become_students(tmp_path, release):
    hand_in(tmp_path, "Ana Ruiz", release)
    hand_in(tmp_path, "Ana Ruiz/.ipynb_checkpoints", release)
    hand_in(tmp_path, "=cmd", release)
    hand_in(tmp_path, "*", release)
    (tmp_path / "ruiz_42.ipynb").write_text("{}")
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "link").symlink_to("/etc")
    found = {one.student: one for one in find_submissions(tmp_path)}
    assert found.keys() == {"Ana Ruiz", "_cmd", "_", "ruiz_42"}
    assert len(found["Ana Ruiz"].files) == 1
    assert [note.code for note in found["_cmd"].notes] == ["student-id"]


def test_an_empty_folder_is_an_error_with_its_mend(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    words = ["assignment", "grade", str(tmp_path / "in"), "--no-sandbox", "--exercises", str(MASTERS)]
    assert main(words) == 2
    assert "one folder per student" in capsys.readouterr().err
    assert main(["assignment", "grade", str(tmp_path / "nowhere"), "--no-sandbox", "--exercises", str(MASTERS)]) == 2
