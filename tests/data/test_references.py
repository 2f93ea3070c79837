"""Every source a table names is in the bibliography, and the bibliography can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pybtex.database import parse_file

from vecinos.data import manifest, table, tables

BIBLIOGRAPHY = Path(__file__).resolve().parents[2] / "book" / "references.bib"


@pytest.fixture(scope="module")
def entries():
    return parse_file(str(BIBLIOGRAPHY), bib_format="bibtex").entries


def test_every_entry_has_what_the_bibliography_prints(entries):
    for key, entry in entries.items():
        assert key == key.lower() and "_" not in key, key
        assert entry.fields.get("title"), key
        assert entry.persons.get("author") or entry.persons.get("editor"), key
        assert entry.fields.get("url", "https://").startswith("http"), key


@pytest.mark.parametrize("name", tables())
def test_every_source_of_a_table_is_there_and_says_the_same(name, entries):
    known = {source["key"]: source for source in manifest(name).sources}
    for key, source in known.items():
        assert key in entries, f"{name}: {key} is not in {BIBLIOGRAPHY.name}"
        assert entries[key].fields.get("url") == source.get("url"), key
        assert entries[key].fields.get("check") == source["check"], key
    frame = table(name)
    if "source" in frame:
        used = {key for cell in frame["source"] for key in cell.split()}
        assert used <= set(known), f"{name}: rows name {sorted(used - set(known))}, the manifest does not"


def test_no_reference_shows_the_marks_of_its_file():
    from vecinos.quiz.sources import references

    marks = {
        key for key, line in references().items() if any(mark in text for text in line.values() for mark in "\\{}")
    }
    assert not marks, "a question would show backslashes or braces in its source line"


def test_a_title_that_ends_in_a_question_mark_takes_no_full_stop():
    from vecinos.quiz.sources import references

    lines = references()
    doubled = {key for key, line in lines.items() for text in line.values() if "?." in text or "!." in text}
    assert not doubled, "a question would show two marks at the end of a title"
    assert lines["kilmer-2022"]["en"].endswith("U.S. be consuming? 2022.")
