"""The bibliography: the notes on further reading gathered from the lessons, and where each source is cited.

``{vecinos-further}`` repeats the *Go further* list of every page of the edition, so that a note is written once. The
lists of all sources are ``{bibliography}`` directives of sphinxcontrib-bibtex; each entry gains links to the pages that
cite it.
"""

from __future__ import annotations

import json
import posixpath
import re
from functools import cache
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book.citations import ANCHOR
from vecinos.book.words import WORDS
from vecinos.quiz.bank import load_bank

HEADINGS = {"en": "## Go further", "es": "## Para seguir"}
BANK = Path(course.__file__).parent / "quiz" / "bank"
DOC_ROLE = re.compile(r"(\{doc\}`(?:[^`<]*<)?)([^`>]+)")


def further(notebook: Path, lang: str) -> str:
    """The list under *Go further* in a page's notebook, as MyST; "" when it has none."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and text.startswith(HEADINGS[lang]):
            return text.removeprefix(HEADINGS[lang]).strip()
    return ""


def seen_from(text: str, page: str, here: str) -> str:
    """``text`` of the page ``page`` with its ``{doc}`` links as they must be written on the page ``here``."""

    def moved(found: re.Match) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), found[2]))
        return found[1] + posixpath.relpath(target, posixpath.dirname(here) or ".")

    return DOC_ROLE.sub(moved, text)


class Further(SphinxDirective):
    """``{vecinos-further}``: part by part, the annotated sources of each page."""

    def run(self) -> list[nodes.Node]:
        lang = self.config.language
        found = []
        for part in course.parts():
            section = nodes.section("", nodes.title("", part.title[lang]), ids=[part.id], names=[part.id])
            for item in part.lessons:
                section += self._lesson(item, lang)
            if len(section.children) > 1:
                found.append(section)
        return found

    def _lesson(self, item: course.Lesson, lang: str) -> list[nodes.Node]:
        notebook = Path(self.env.srcdir) / f"{item.slug}.ipynb"
        if lang not in item.editions or not notebook.exists():
            return []
        self.env.note_dependency(str(notebook))
        text = further(notebook, lang)
        if not text:
            return []
        text = seen_from(text, item.slug, self.env.docname)
        block = nodes.container()
        self.state.nested_parse(StringList(text.splitlines(), source=str(notebook)), self.content_offset, block)
        address = posixpath.relpath(item.slug, posixpath.dirname(self.env.docname) or ".")
        link = nodes.reference("", item.title[lang], refuri=f"{address}.html", internal=True)
        return [nodes.paragraph("", "", link, classes=["bi-lesson"]), *block.children]


@cache
def _asked(slug: str) -> frozenset[str]:
    """The sources of a lesson's questions."""
    if not (BANK / f"{slug}.yml").exists():
        return frozenset()
    return frozenset(key for question in load_bank(slug).questions.values() for key in question.get("source", ()))


def cited_on(env) -> dict[str, list[course.Lesson]]:
    """key -> the edition's pages, in reading order, that cite it in their text or in a question."""
    lang = env.config.language
    refs: dict[str, set[str]] = {}
    for ref in env.get_domain("cite").citation_refs:
        refs.setdefault(ref.docname, set()).update(target.key for target in ref.targets)
    found: dict[str, list[course.Lesson]] = {}
    for item in course.lessons(lang):
        if item.slug in env.titles:
            for key in refs.get(item.slug, set()) | _asked(item.slug):
                found.setdefault(key, []).append(item)
    return found


def _name_pages(app, doctree, docname: str) -> None:
    """Each entry of a list of sources names the pages that cite it."""
    entries = [one for one in doctree.findall(nodes.citation) if one["ids"][0].startswith(ANCHOR)]
    if not entries:
        return
    pages, lang = cited_on(app.env), app.config.language
    for entry in entries:
        where = pages.get(entry["ids"][0].removeprefix(ANCHOR), ())
        text = next(iter(entry.findall(nodes.paragraph)), None)
        if not where or text is None:
            continue
        text += nodes.Text(f" {WORDS['cited_on'][lang]}: ")
        for place, item in enumerate(where):
            text += nodes.Text(", " if place else "")
            address = app.builder.get_relative_uri(docname, item.slug)
            text += nodes.reference("", item.title[lang], refuri=address, internal=True)
        text += nodes.Text(".")


def setup(app) -> None:
    app.add_directive("vecinos-further", Further)
    app.connect("doctree-resolved", _name_pages)
