"""People and institutions, ``{vecinos-people}``: who is who, with sources and the pages that speak of them.

``people.yml`` holds what lessons name; presidents, ambassadors and summits come from their tables. A box narrows the
lists by word and by country (``catalogue.js``); without a script everything is there.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import pandas as pd
import yaml
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book.pages import lesson_links
from vecinos.book.words import WORDS
from vecinos.data import manifest, table
from vecinos.i18n import date as say_date
from vecinos.mode import LANGUAGES

FILE = Path(course.__file__).parent / "people.yml"
GROUPS = ("institutions", "people")
FIELDS = {"id", "side", "name", "text", "source", "words", "lessons"}
SIDES = ("mexico", "us", "both")
TABLES = ("presidents", "ambassadors", "leaders-summits")
SINCE = "1981"
PLACES = {"Mexico City": "Ciudad de México", "New Orleans": "Nueva Orleans"}  # where Spanish has a name of its own
ENTRY = re.compile(r"^@\w+\{([^,\s]+),", re.M)


@dataclass(frozen=True)
class Entry:
    """An institution or a person. ``name`` and ``text`` are {"en": …, "es": …}; ``lessons``: slugs."""

    id: str
    side: str
    name: dict[str, str]
    text: dict[str, str]
    source: tuple[str, ...]
    lessons: tuple[str, ...]


@cache
def read(book: Path, path: Path = FILE) -> dict[str, tuple[Entry, ...]]:
    """{"institutions": …, "people": …}. ``book``: the folder with references.bib and the English lessons.

    Raises ValueError naming file, entry and mend.
    """
    source = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    if unknown := set(source) - set(GROUPS):
        raise ValueError(f"{path.name}: unknown list {', '.join(sorted(unknown))}; the lists are {', '.join(GROUPS)}.")
    keys = set(ENTRY.findall((book / "references.bib").read_text(encoding="utf-8")))
    texts = _lessons(book)
    found = {
        group: tuple(
            _entry(entry, f"{path.name}: {group}: entry {place} ({entry.get('id', 'no id')})", keys, texts)
            for place, entry in enumerate(source.get(group, ()), start=1)
        )
        for group in GROUPS
    }
    ids = [entry.id for group in found.values() for entry in group]
    if doubles := {one for one in ids if ids.count(one) > 1}:
        raise ValueError(f"{path.name}: the id {', '.join(sorted(doubles))} is used more than once.")
    return found


def _entry(entry: dict, where: str, keys: set[str], texts: dict[str, str]) -> Entry:
    if unknown := set(entry) - FIELDS:
        raise ValueError(f"{where}: unknown field {', '.join(sorted(unknown))}; the fields are {sorted(FIELDS)}.")
    if missing := {"id", "side", "name", "text", "source"} - set(entry):
        raise ValueError(f"{where}: {', '.join(sorted(missing))} is missing.")
    if entry["side"] not in SIDES:
        raise ValueError(f"{where}: side: {entry['side']!r} is none of {', '.join(SIDES)}.")
    name = entry["name"] if isinstance(entry["name"], dict) else dict.fromkeys(LANGUAGES, entry["name"])
    for field, text in (("name", name), ("text", entry["text"])):
        if lost := [lang for lang in LANGUAGES if not text.get(lang)]:
            raise ValueError(f"{where}: {field} has no text in {', '.join(lost)}.")
    if not entry["source"]:
        raise ValueError(f"{where}: source: name at least one key of references.bib.")
    if lost := [key for key in entry["source"] if key not in keys]:
        raise ValueError(f"{where}: source: references.bib has no {', '.join(lost)}.")
    if ("words" in entry) == ("lessons" in entry):
        raise ValueError(f"{where}: give it either words, by which its pages are found, or lessons.")
    for slug in entry.get("lessons", ()):
        if slug not in texts:
            raise ValueError(f"{where}: lessons: no English lesson {slug!r}.")
    named = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in entry.get("words", ())))
    lessons = tuple(entry.get("lessons", ())) or tuple(slug for slug, text in texts.items() if named.search(text))
    if not lessons:
        raise ValueError(f"{where}: words: no English lesson says any of {entry['words']}; mend them or take it out.")
    return Entry(entry["id"], entry["side"], name, entry["text"], tuple(entry["source"]), lessons)


def _lessons(book: Path) -> dict[str, str]:
    """slug -> the text of the English lesson, in outline order."""
    return {slug: _text(book / "en" / f"{slug}.ipynb") for slug in (item.slug for item in course.lessons("en"))}


def _text(notebook: Path) -> str:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


class People(SphinxDirective):
    """``{vecinos-people}``: institutions, people, presidents, ambassadors and summits, each with its sources."""

    def run(self) -> list[nodes.Node]:
        book = Path(self.env.srcdir).parent
        for path in (FILE, course.OUTLINE, book / "references.bib"):
            self.env.note_dependency(str(path))
        for slug in (item.slug for item in course.lessons("en")):
            self.env.note_dependency(str(book / "en" / f"{slug}.ipynb"))
        for name in TABLES:
            self.env.note_dependency(str(manifest(name).csv))
        self.lang = self.config.language
        self.word = {key.removeprefix("who_"): text[self.lang] for key, text in WORDS.items() if key.startswith("who_")}
        found = read(book)
        options = "|".join(f"{side}={self.word[side]}" for side in SIDES)
        finder = (
            f'<div data-finder="{self.word["find"]}|{self.word["found"]}|{self.word["one"]}" '
            f'data-themes="{escape(self.word["sides"])}|{escape(options)}"></div>'
        )
        sections = [
            self._section(group, [self._named(entry) for entry in self._order(group, found[group])]) for group in GROUPS
        ]
        sections += [
            self._section("presidents", [self._president(one) for one in table("presidents").itertuples()]),
            self._section("ambassadors", [self._ambassador(one) for one in _since(table("ambassadors")).itertuples()]),
            self._section("summits", [self._summit(one) for one in table("leaders-summits").itertuples()]),
        ]
        return [nodes.raw("", finder, format="html"), *sections]

    def _order(self, group: str, entries: tuple[Entry, ...]) -> list[Entry]:
        """Institutions as the file has them, by country; people by their ids, which are family names."""
        return list(entries) if group == "institutions" else sorted(entries, key=lambda one: one.id)

    def _section(self, name: str, items: list[nodes.definition_list_item]) -> nodes.section:
        section = nodes.section("", nodes.title("", self.word[name]), ids=[name], names=[name])
        if f"{name}_note" in self.word:
            section += nodes.paragraph("", self.word[f"{name}_note"])
        section += nodes.definition_list("", *items, classes=["dc", "tl", "who"])
        return section

    def _item(self, name: str, side: str, text: str, sources: list[str], more: str = "", other: str = "") -> nodes.Node:
        head = nodes.term("", name)
        head += nodes.raw(
            "", f' <span class="tl-theme" data-theme="{side}">{escape(self.word[side])}</span>', format="html"
        )
        if other:
            lang = next(one for one in LANGUAGES if one != self.lang)
            head += nodes.raw("", f' <span class="who-other" lang="{lang}">{escape(other)}</span>', format="html")
        body = nodes.definition()
        line = f"{text} {{cite:p}}`{','.join(sources)}`"
        self.state.nested_parse(StringList([line], source=FILE.name), self.content_offset, body)
        if more:
            body += nodes.raw("", f'<p class="who-pages">{more}</p>', format="html")
        return nodes.definition_list_item("", head, body)

    def _named(self, entry: Entry) -> nodes.Node:
        other = next(text for lang, text in entry.name.items() if lang != self.lang)
        name = entry.name[self.lang]
        pages = f"{self.word['pages']}: {lesson_links(entry.lessons, self.lang)}."
        same = name.replace(" y ", " and ") == other.replace(" y ", " and ")
        return self._item(name, entry.side, entry.text[self.lang], list(entry.source), pages, "" if same else other)

    def _president(self, one) -> nodes.Node:
        until = say_date(one.end, self.lang) if pd.notna(one.end) else self.word["in_office"]
        party = manifest("presidents").labels("party")[one.party]
        text = self.word["president"].format(start=say_date(one.start.date(), self.lang), until=until, party=party)
        return self._item(one.name, one.country, text, str(one.source).split())

    def _ambassador(self, one) -> nodes.Node:
        known = manifest("ambassadors")
        until = say_date(one.end, self.lang) if pd.notna(one.end) else self.word["end_unknown"]
        text = self.word["ambassador"].format(
            post=self.word[one.post],
            start=say_date(one.start, self.lang),
            began=known.labels("began")[one.began],
            until=until,
        )
        return self._item(one.name, "us" if one.post == "us-in-mexico" else "mexico", text, str(one.source).split())

    def _summit(self, one) -> nodes.Node:
        place = PLACES.get(one.place, one.place) if self.lang == "es" else one.place
        country = manifest("leaders-summits").labels("country")[one.country]
        text = self.word["summit"].format(number=one.number, country=country, host=one.host)
        return self._item(f"{place}, {say_date(one.date.date(), self.lang)}", "both", text, str(one.source).split())


def _since(frame: pd.DataFrame) -> pd.DataFrame:
    """Ambassadors in post in 1981 or later."""
    return frame[frame.end.isna() | (frame.end.astype("string") >= SINCE)]


def setup(app) -> None:
    app.add_directive("vecinos-people", People)
