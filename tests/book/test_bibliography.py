"""The bibliography: every source on one page of four, the pages that cite it, and the notes of the lessons."""

import gzip
import re
from pathlib import Path

import pytest

from vecinos import course
from vecinos.book.bibliography import further, seen_from

ROOT = Path(__file__).parents[2]
PAGES = ("sources-a-d", "sources-e-l", "sources-m-r", "sources-s-z")


def entries(site, lang: str, page: str) -> dict[str, str]:
    """key -> the entry's HTML, in the order of the page."""
    text = (site / lang / "reference" / f"{page}.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<div class="citation" id="ref-([^"]+)"[^>]*>(.*?)</div>', text, re.S))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_source_stands_on_one_page(site, lang):
    listed = [key for page in PAGES for key in entries(site, lang, page)]
    keys = re.findall(r"^@\w+\{([^,]+),", (ROOT / "book" / "references.bib").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(keys)


@pytest.mark.parametrize("page", PAGES)
def test_authors_stand_in_one_alphabet(site, page):
    texts = [re.sub(r"<[^>]+>", "", text).strip() for text in entries(site, "en", page).values()]
    letters = [re.sub(r"[^a-z]", "", text.casefold())[:1] for text in texts if text[0].isascii() and text[0].isalpha()]
    assert letters == sorted(letters)
    first, last = page.removeprefix("sources-").split("-")
    assert all(first <= letter <= last for letter in letters)


@pytest.mark.parametrize("page", [*PAGES, "bibliography"])
def test_a_page_of_sources_stays_light(site, page):
    assert len(gzip.compress((site / "en" / "reference" / f"{page}.html").read_bytes())) < 60_000


def test_an_entry_names_the_pages_that_cite_it(site):
    entry = entries(site, "en", "sources-a-d")["crs-if12082"]
    assert "Cited on" in entry
    assert '<a class="reference internal" href="../economy/trade.html">' in entry


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_notes_are_those_of_the_lessons(site, lang):
    page = (site / lang / "reference" / "bibliography.html").read_text(encoding="utf-8")
    with_notes = [item for item in course.lessons(lang) if further(ROOT / f"book/{lang}/{item.slug}.ipynb", lang)]
    assert len(with_notes) == page.count('class="bi-lesson"') > 1
    for item in with_notes:
        assert f'href="../{item.slug}.html"' in page


def test_links_inside_a_note_are_seen_from_the_page_that_repeats_it():
    text = "{doc}`trade`, {doc}`the border <../security/border>`"
    assert seen_from(text, "economy/labor", "reference/bibliography") == (
        "{doc}`../economy/trade`, {doc}`the border <../security/border>`"
    )
    assert seen_from("{doc}`history`", "welcome", "reference/bibliography") == "{doc}`../history`"
