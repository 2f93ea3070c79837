"""``quiz()``: a question set as a plain object (static pages) or as a widget the kernel can read (live notebooks)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from vecinos.display import Html, live_html, stylesheet
from vecinos.mode import is_static, language
from vecinos.quiz.bank import validated
from vecinos.quiz.markup import set_html, text_of
from vecinos.quiz.model import UNSCORED, Question, question_set

SCRIPT = Path(__file__).parent / "quiz.js"


def quiz(slug: str, set_id: str, seed: int = 0) -> Any:
    """One question set of one lesson, ready to display in the current language.

    Static mode: an object with HTML and text. Live mode: an ``anywidget.AnyWidget`` whose traits are ``answers``
    {question id: answer}, ``results`` {question id: {right, first, tries, confidence, when}} and ``score`` (0 to 1,
    the mean credit over the scored questions; unanswered ones count as 0).
    ``seed`` draws another variant of every template. Raises LookupError or BankError naming file, place and mend.
    """
    questions = question_set(slug, set_id, seed)
    html, text = shown(questions, slug, set_id, language())
    if is_static():
        return Html(html, text)
    return _widget_class()(questions=questions, html=html, text=text)


def shown(questions: list[Question], slug: str, set_id: str, lang: str) -> tuple[str, str]:
    """The set as HTML and as plain text. Raises BankError when a text is not in form."""
    try:
        html = set_html(questions, slug, set_id, lang)
        texts = [f"{number}. {text_of(question, lang)}" for number, question in enumerate(questions, start=1)]
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Reading the schema costs a second, so it is asked only when something is wrong; it says what, and where.
        for question in questions:
            validated(question.bank)
        raise
    return html, "\n\n".join(texts)


@cache
def _widget_class() -> type:
    import traitlets as t  # only a live notebook has, or needs, widgets

    class Quiz(live_html()):
        """A question set at work. The kernel reads ``answers``, ``results`` and ``score``; the page writes them."""

        _esm = SCRIPT
        _css = stylesheet("tokens", "quiz")
        answers = t.Dict().tag(sync=True)
        results = t.Dict().tag(sync=True)
        score = t.Float().tag(sync=True)

        def __init__(self, questions: list[Question], html: str, text: str):
            super().__init__(html, text)
            self.questions = questions

        @t.observe("results")
        def _sum_up(self, _change: Any) -> None:
            scored = [question.id for question in self.questions if question.type not in UNSCORED]
            right = [float(self.results.get(name, {}).get("right") or 0) for name in scored]
            self.score = sum(right) / len(right) if right else 0.0

    return Quiz
