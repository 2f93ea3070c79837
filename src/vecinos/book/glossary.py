"""The glossary: one file for both editions, a page made from it, and the role ``{term}`` that leads there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from vecinos.book.words import WORDS
from vecinos.mode import LANGUAGES

FILE = Path(__file__).parents[1] / "glossary.yml"
FIELDS = {"id", "term", "definition", "also", "see"}


@dataclass(frozen=True)
class Term:
    """A glossary entry. ``term`` and ``definition`` are {"en": …, "es": …}; ``also`` other forms by language."""

    id: str
    term: dict[str, str]
    definition: dict[str, str]
    also: dict[str, list[str]] = field(default_factory=dict)
    see: tuple[str, ...] = ()


@cache
def terms(path: Path = FILE) -> tuple[Term, ...]:
    """Every entry of the glossary file. Raises ValueError naming file, entry and mend."""
    found: list[Term] = []
    for place, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or (), start=1):
        where = f"{path.name}: entry {place} ({entry.get('id', 'no id')})"
        if unknown := set(entry) - FIELDS:
            raise ValueError(f"{where}: unknown field {', '.join(sorted(unknown))}; the fields are {sorted(FIELDS)}")
        for key in ("term", "definition"):
            if missing := [lang for lang in LANGUAGES if not entry.get(key, {}).get(lang)]:
                raise ValueError(f"{where}: {key} has no text in {', '.join(missing)}")
        found.append(Term(**{**entry, "see": tuple(entry.get("see", ()))}))
    ids = [term.id for term in found]
    if doubles := {one for one in ids if ids.count(one) > 1}:
        raise ValueError(f"{path.name}: the id {', '.join(sorted(doubles))} is used more than once")
    for term in found:
        if lost := [other for other in term.see if other not in ids]:
            raise ValueError(f"{path.name}: {term.id}: see: no entry {', '.join(lost)}")
    return tuple(found)


def find_term(name: str, lang: str) -> Term | None:
    """The entry called ``name``: its id, its term in either language, or one of its other forms."""
    wanted = name.casefold().strip()
    for term in terms():
        names = {term.id, *term.term.values(), *(form for forms in term.also.values() for form in forms)}
        if wanted in {one.casefold() for one in names}:
            return term
    return None


def plain(text: str) -> str:
    """Lower case without accents: the order of the glossary."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


class Glossary(SphinxDirective):
    """``{vecinos-glossary}``: every entry in the edition's order, with the other language's word beside it."""

    def run(self) -> list[nodes.Node]:
        lang = self.config.language
        other = next(one for one in LANGUAGES if one != lang)
        self.env.note_dependency(str(FILE))
        self.env.metadata[self.env.docname]["vecinos_glossary"] = "yes"
        listing = nodes.definition_list(classes=["gl"])
        by_id = {term.id: term for term in terms()}
        for term in sorted(terms(), key=lambda one: plain(one.term[lang])):
            head = nodes.term("", "", nodes.Text(term.term[lang]), ids=[f"term-{term.id}"])
            head += nodes.raw(
                "", f' <span class="gl-other" lang="{other}">{escape(term.term[other])}</span>', format="html"
            )
            text = nodes.definition("", nodes.paragraph("", term.definition[lang]))
            if term.see:
                text += self._see([by_id[one] for one in term.see], lang)
            listing += nodes.definition_list_item("", head, text)
        return [listing]

    def _see(self, others: list[Term], lang: str) -> nodes.paragraph:
        line = nodes.paragraph("", f"{WORDS['see'][lang]}: ", classes=["gl-see"])
        for position, term in enumerate(others):
            if position:
                line += nodes.Text(", ")
            line += nodes.reference("", term.term[lang], refid=f"term-{term.id}", internal=True)
        return line


def _resolve(app, env, node, contnode):
    """A ``{term}`` leads to the glossary page, wherever the edition keeps it."""
    if node.get("reftype") != "term" or node.get("refdomain") != "std":
        return None
    page = next((name for name, data in env.metadata.items() if data.get("vecinos_glossary")), None)
    term = find_term(node["reftarget"], app.config.language)
    if page is None or term is None:
        return None
    link = make_refnode(app.builder, node.get("refdoc", env.docname), page, f"term-{term.id}", contnode)
    link["classes"].append("term")
    return link


def setup(app) -> None:
    app.add_directive("vecinos-glossary", Glossary)
    app.connect("missing-reference", _resolve)
