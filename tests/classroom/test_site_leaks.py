"""Nothing of an assignment's answers is on the site that students read: not on a page, in its index or its sources."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from vecinos.classroom.guard import guarded
from vecinos.classroom.leaks import MARKS, secrets
from vecinos.classroom.source import assignment_names, find_assignment
from vecinos.mode import LANGUAGES

EXERCISES = Path(__file__).parents[2] / "exercises"
KINDS = (".html", ".js", ".json", ".ipynb", ".md", ".txt", ".py", ".csv", ".xml")


@pytest.fixture(scope="module")
def published(site):
    """Every text of the site without its spaces and tags, by path."""
    found = {}
    for path in site.rglob("*"):
        if path.suffix in KINDS:
            text = path.read_text(encoding="utf-8", errors="replace")
            found[path.relative_to(site)] = re.sub(r"\s+|\\n", "", html.unescape(re.sub(r"<[^>]*>", "", text)))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", assignment_names(EXERCISES))
def test_no_answer_of_an_assignment_is_on_the_site(name, lang, published):
    variant = find_assignment(name, EXERCISES).variant(1, lang)
    wanted = secrets(guarded(variant.master)) | secrets(variant.master)
    for rubric in variant.rubrics.values():
        wanted |= {re.sub(r"\s+", "", line) for line in rubric.splitlines() if len(line) > 60}
    assert len(wanted) > 20
    found = {(str(path), line) for path, text in published.items() for line in wanted if line in text}
    assert not found


def test_no_mark_of_a_master_is_on_the_site(published):
    marks = [re.sub(r"\s+", "", f"### {mark}") for mark in MARKS]
    assert not {str(path) for path, text in published.items() if any(mark in text for mark in marks)}
