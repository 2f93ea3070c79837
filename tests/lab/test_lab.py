"""The course in a real JupyterLab: a person at a kernel, in a real browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vecinos.quiz import load_bank

ROOT = Path(__file__).resolve().parents[2]
SLUG = "economy/trade"


def _set_with(kind: str) -> tuple[str, str]:
    """A question set of the lesson, and the id of its first question of this type."""
    bank = load_bank(SLUG)
    for name, ids in bank.sets.items():
        for identity in ids:
            if identity in bank.questions and bank.questions[identity]["type"] == kind:
                return name, identity
    raise AssertionError(f"{SLUG} has no question of type {kind}")


@pytest.fixture
def live_quiz(open_notebook):
    name, identity = _set_with("single")
    notebook = open_notebook(
        ["from vecinos import lesson, quiz", f'lesson("{SLUG}", lang="en")', f'q = quiz("{SLUG}", "{name}")\nq']
    )
    notebook.run_all()
    question = notebook.page.locator(f'.cq-js .cq-q[data-id="{identity}"]')
    question.wait_for(timeout=30_000)
    return notebook, question


def test_a_quiz_is_answered_and_the_kernel_sees_the_score(live_quiz):
    notebook, question = live_quiz
    right = json.loads(question.get_attribute("data-key"))["right"]
    assert notebook.evaluate("q.score") == "0.0"
    option = question.locator(f'input[value="{right}"]')
    option.focus()
    notebook.page.keyboard.press("Space")
    notebook.page.keyboard.press("Enter")
    question.locator(".cq-feedback.is-right").wait_for()
    scored = int(notebook.evaluate("sum(x.type not in ('predict', 'draw') for x in q.questions)"))
    assert float(notebook.evaluate("q.score")) == pytest.approx(1 / scored)
    assert notebook.evaluate(f"q.answers['{question.get_attribute('data-id')}']") == right
    assert notebook.evaluate("len(q.results)") == "1"


def test_keys_typed_on_an_option_leave_the_notebook_alone(live_quiz):
    notebook, question = live_quiz
    before = notebook.cell_count()
    for target in (question.locator("input").first, question.locator(".cq-check")):
        target.focus()
        for key in ("x", "d", "d", "a", "b", "z", "m"):
            notebook.page.keyboard.press(key)
        assert target.evaluate("node => node === document.activeElement")
    assert notebook.cell_count() == before
    assert notebook.evaluate("type(q).__name__") == "Quiz"


def test_an_explorer_recomputes_in_the_kernel(open_notebook):
    notebook = open_notebook(
        ["from vecinos import explore, lesson", f'lesson("{SLUG}", lang="en")', 'e = explore("car-origin")\ne']
    )
    notebook.run_all()
    explorer = notebook.page.locator(".jp-OutputArea .ex").first
    explorer.wait_for(timeout=30_000)
    before = explorer.inner_text()
    explorer.locator("input[type=range]").first.focus()
    notebook.page.keyboard.press("End")
    notebook.page.wait_for_function(
        "before => document.querySelector('.jp-OutputArea .ex').innerText !== before", arg=before, timeout=20_000
    )


def test_a_place_in_a_debate_reaches_the_kernel_and_is_measured_there(open_notebook):
    debate = "debates/trade-jobs"
    notebook = open_notebook(
        [
            "from vecinos import position",
            f'before = position("{debate}", "before")\nbefore',
            f'after = position("{debate}", "after")\nafter',
        ]
    )
    notebook.run_all()
    parts = notebook.page.locator(".jp-OutputArea .db-js")
    parts.nth(1).wait_for(timeout=30_000)
    for place, key in ((0, "Home"), (1, "End")):
        parts.nth(place).locator("input").focus()
        notebook.page.keyboard.press(key)
    assert "10 steps" in parts.nth(1).locator("output").inner_text()
    assert notebook.evaluate("(before.note['place'], after.note['place'])") == "(-5, 5)"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_whole_lesson_runs_and_asks_nothing_of_the_network(open_notebook, lab, lang):
    notebook = open_notebook(ROOT / "book" / lang / f"{SLUG}.ipynb", f"trade-{lang}.ipynb")
    notebook.run_all()
    page = notebook.page
    assert page.locator('.jp-RenderedText[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    assert page.locator("figure.cx").count() >= 3
    assert [url for url in notebook.requests if not url.startswith((lab[0], "data:", "blob:"))] == []
    # Nothing of the source markup is left for the reader to decipher.
    for raw in (":::{", "{term}`", "{doc}`"):
        assert page.locator(".jp-MarkdownOutput", has_text=raw).count() == 0
