"""What twelve questions of every type add to a page: markup, style and script, as the book serves them, gzipped."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser

from vecinos.book import assets
from vecinos.display import STYLE
from vecinos.quiz import bank, markup, model, widget

from .conftest import BANK

LIMIT = 30_000
TWELVE = "single multiple number text order match classify cloze predict draw template data-single".split()


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)


def zipped(text: str) -> int:
    return len(gzip.compress(text.encode("utf-8"), 6))


def test_twelve_questions_of_all_types_weigh_little_beyond_their_text():
    owner = bank.load_bank("sample", BANK)
    questions = [model.resolve(owner, f"sample-{name}") for name in TWELVE]
    assert {question.type for question in questions} == set(markup._BODIES)
    for lang in ("en", "es"):
        html = markup.set_html(questions, "sample", "all", lang)
        words = Words()
        words.feed(html)
        text = " ".join(words.found)
        sheet = assets._compact((STYLE / "quiz.css").read_text(encoding="utf-8"))
        whole = zipped(html + sheet + assets.classic(widget.SCRIPT))
        added = whole - zipped(re.sub(r"\s+", " ", text))
        assert added <= LIMIT, f"{lang}: {added:,} bytes gzipped beyond the questions' own words"
