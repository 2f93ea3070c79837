"""Citations a student can read: (Author, year) in the text, plain entries, and each page's own list of sources."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from html import escape

import pybtex.plugin
from docutils import nodes
from pybtex.database import Person
from pybtex.richtext import HRef, Tag, Text
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle
from sphinxcontrib.bibtex import plugin as bibtex_plugins
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from vecinos.book.glossary import plain
from vecinos.i18n import date
from vecinos.mode import LANGUAGE_VARIABLE

ANCHOR = "ref-"
ISO_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
JOINT = {"en": "and", "es": "y"}
# How far the figures taken from a source were verified; the bibliography page explains the words.
CHECK = {
    "official": {"en": "Check: official", "es": "Verificación: oficial"},
    "two": {"en": "Check: two", "es": "Verificación: dos"},
    "single": {"en": "Check: single", "es": "Verificación: uno"},
}
CONSULTED = {"en": "Consulted {}", "es": "Consulta: {}"}
UNDATED = {"en": "n.d.", "es": "s.\u00a0f."}


def _lang() -> str:
    return os.environ.get(LANGUAGE_VARIABLE, "en")


def _names(entry, role: str = "author") -> str:
    people = entry.persons.get(role, [])
    names = []
    for person in people:
        last = " ".join(person.prelast_names + person.last_names + person.lineage_names)
        first = " ".join(person.first_names + person.middle_names)
        names.append(str(Text.from_latex(f"{last}, {first}" if first else last)))
    if len(names) > 1:
        return f"{', '.join(names[:-1])} {JOINT[_lang()]} {names[-1]}"
    return "".join(names)


def _field(entry, *keys: str) -> str:
    for key in keys:
        if entry.fields.get(key):
            return str(Text.from_latex(entry.fields[key])).strip()
    return ""


class Labels(BaseLabelStyle):
    """Labels nobody sees but that must differ: the keys themselves."""

    def format_labels(self, sorted_entries):
        return [entry.key for entry in sorted_entries]


class ByAuthor(BaseSortingStyle):
    """Authors as the list prints them, persons and institutions in one alphabet, then year and title."""

    def sorting_key(self, entry):
        names = (_names(entry) or _names(entry, "editor"), _field(entry, "title"))
        author, title = ("".join(filter(str.isalnum, plain(name))) for name in names)
        return author, entry.fields.get("year", ""), title


class Entries(BaseStyle):
    """One form for every kind of source: author, year, title, where it appeared, when it was consulted."""

    default_name_style = "plain"
    default_label_style = "vecinos"
    default_sorting_style = "vecinos"

    def format_entry(self, label, entry, bib_data=None):
        from pybtex.style import FormattedEntry

        return FormattedEntry(entry.key, self._text(entry), label)

    def _text(self, entry) -> Text:
        lang = _lang()
        who = _names(entry) or _names(entry, "editor")
        title = Text(Tag("em", _field(entry, "title")))
        url = f"https://doi.org/{entry.fields['doi']}" if entry.fields.get("doi") else entry.fields.get("url")
        if url:
            title = Text(HRef(url, title))
        opening = f"{who} ({_field(entry, 'year')}). " if _field(entry, "year") else f"{who}. "
        where = _field(entry, "journal", "booktitle", "howpublished")
        volume = _field(entry, "volume") + (f"({_field(entry, 'number')})" if entry.fields.get("number") else "")
        pages = _field(entry, "pages").replace("--", "–")
        source = ", ".join(part for part in (where, volume, pages) if part)
        publisher = _field(entry, "publisher", "institution", "organization", "school")
        consulted = _field(entry, "urldate")
        published = _field(entry, "date")
        rest = [source, "" if publisher == who else publisher]
        rest.append(date(published, lang) if ISO_DATE.fullmatch(published) else "")
        rest.append(CONSULTED[lang].format(date(consulted, lang)) if ISO_DATE.fullmatch(consulted) else "")
        rest.append(CHECK[entry.fields["check"]][lang] if entry.fields.get("check") in CHECK else "")
        tail = "".join(f" {part}." for part in rest if part)
        return Text(opening, title, "" if str(title).endswith((".", "?", "!")) else ".", tail)


@dataclass
class References(AuthorYearReferenceStyle):
    """(Author, year) in round brackets, names joined in the edition's language."""

    bracket_parenthetical: BracketStyle = field(default_factory=lambda: BracketStyle(left="(", right=")", sep="; "))
    bracket_textual: BracketStyle = field(default_factory=lambda: BracketStyle(left="(", right=")", sep="; "))
    person: PersonStyle = field(
        default_factory=lambda: PersonStyle(sep2=f" {JOINT[_lang()]} ", last_sep=f" {JOINT[_lang()]} ", other=" et al.")
    )


def setup(app) -> None:
    pybtex.plugin.register_plugin("pybtex.style.labels", "vecinos", Labels)
    pybtex.plugin.register_plugin("pybtex.style.sorting", "vecinos", ByAuthor)
    pybtex.plugin.register_plugin("pybtex.style.formatting", "vecinos", Entries)
    bibtex_plugins.register_plugin("sphinxcontrib.bibtex.style.referencing", "vecinos", References)
    app.setup_extension("sphinxcontrib.bibtex")
    app.connect("builder-inited", _own_words)
    app.connect("doctree-resolved", _stay_on_page)


def _own_words(app) -> None:
    """A source that is described and not named (author_es, title_es) is described in the edition's language."""
    lang = app.config.language
    for entry in app.env.get_domain("cite").bibdata.data.entries.values():
        if f"author_{lang}" in entry.fields:
            entry.persons["author"] = [Person(entry.fields[f"author_{lang}"])]
        if f"title_{lang}" in entry.fields:
            entry.fields["title"] = entry.fields[f"title_{lang}"]
        if entry.fields.get("year") == UNDATED["en"]:
            entry.fields["year"] = UNDATED[lang]


def _stay_on_page(app, doctree, docname: str) -> None:
    """Citations lead to the page's own list of sources, which leads on to the source itself."""
    keys: list[str] = []
    for link in doctree.findall(nodes.reference):
        page, _, anchor = link.get("refuri", "").rpartition("#")
        if page and anchor.startswith(ANCHOR) and "bibtex-citation" in link.parent.get("classes", ()):
            key = anchor.removeprefix(ANCHOR)
            link["refuri"] = f"#source-{key}"
            link.attributes.pop("reftitle", None)
            if key not in keys:
                keys.append(key)
    doctree["vecinos_sources"] = keys


def sources(app, doctree) -> list[dict[str, str]]:
    """The sources cited on a page, by author: [{"id": …, "html": …}]; [] when the page cites none."""
    wanted = doctree.get("vecinos_sources", ()) if doctree is not None else ()
    if not wanted:
        return []
    domain = app.env.get_domain("cite")
    backend = pybtex.plugin.find_plugin("pybtex.backends", "html")()
    return [
        {"id": f"source-{escape(key)}", "html": citation.formatted_entry.text.render(backend)}
        for citation in domain.citations
        if (key := citation.citation_id.removeprefix(ANCHOR)) in wanted
    ]
