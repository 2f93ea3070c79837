"""The page "My progress and review": its places, what its script knows of the course, and the cards of the deck.

The page works from a folder, where a script may not fetch: the course's outline stands in the page as JSON, and the
cards come as one classic script per lesson, loaded when a card of that lesson is due.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book import HERE, glossary
from vecinos.book.words import words
from vecinos.mode import LANGUAGES

PLACES = ("deck", "review", "lessons", "sureness", "paper")
ASSETS = HERE / "assets"
FILES = ("progress.js", "progress.css")
DECK = "_static/deck"


class Progress(SphinxDirective):
    """``{vecinos-progress} PLACE``: where the script shows one part of the page. PLACE is one of ``PLACES``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        place = self.arguments[0]
        if place not in PLACES:
            raise self.error(f"vecinos-progress: no part {place!r}. The parts are: {', '.join(PLACES)}.")
        self.env.metadata[self.env.docname]["vecinos_progress"] = "yes"
        text = words(self.config.language)["progress_noscript"]
        return [
            nodes.raw(
                "", f'<div class="pg-place" data-pg="{place}"><noscript><p>{text}</p></noscript></div>', format="html"
            )
        ]


def progress_page(env) -> str | None:
    """The name of the page with the directive; None when the edition has none."""
    return next((name for name, data in env.metadata.items() if data.get("vecinos_progress")), None)


def _always_written(app, env) -> list[str]:
    """The page tells of every lesson, so a change in any of them changes it."""
    page = progress_page(env)
    return [page] if page else []


def _context(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    if pagename != progress_page(app.env):
        return
    up = "../" * pagename.count("/")
    context["progress"] = {
        "course": json.dumps(outline(app, pagename), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        **{name: up + _write(app, f"_static/{name}", (ASSETS / name).read_text("utf-8")) for name in FILES},
    }


def _write(app, name: str, text: str) -> str:
    """Write a file of the site; returns its address from the top, with a version that follows its content."""
    data = text.encode("utf-8")
    path = Path(app.outdir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return f"{name}?v={hashlib.sha256(data).hexdigest()[:10]}"


def outline(app, pagename: str) -> dict:
    """What the script knows: ``lessons`` in order, ``questions`` {id: [version, objective or 0, scored, place of its
    lesson]} and the address of the glossary's cards. Writes the cards on the way."""
    lang, up = app.config.language, "../" * pagename.count("/")
    found = [item for item in course.lessons(lang) if item.slug in app.env.titles]
    sets = {item.slug: _question_sets(item.slug) for item in found}
    owners = _owners(sets)
    lessons, questions = [], {}
    for place, item in enumerate(found):
        mine = [question for question, slug in owners.values() if slug == item.slug]
        for question in mine:
            questions[question.id] = [question.version, question.objective or 0, int(is_scored(question)), place]
        cards = {question.id: card_html(question, pagename, lang) for question in mine if is_scored(question)}
        lessons.append(
            {
                "slug": item.slug,
                "title": item.title[lang],
                "number": course.lesson_number(item),
                "opens": item.kind == "chapter" and item.part_number > 0,
                "part": item.part_title[lang],
                "pillar": next(part.pillar for part in course.parts() if part.id == item.part),
                "href": app.builder.get_relative_uri(pagename, item.slug),
                "objectives": item.objectives.get(lang, []),
                "sets": {name: [question.id for question in asked] for name, asked in sets[item.slug].items()},
                "terms": lesson_terms(app.env, item.slug, lang),
                "cards": up + _write(app, f"{DECK}/{item.slug.replace('/', '-')}.js", cards_script(item.slug, cards)),
            }
        )
    glossary_cards = _write(app, f"{DECK}/glossary.js", cards_script("glossary", term_cards(lang)))
    return {"lessons": lessons, "questions": questions, "glossary": up + glossary_cards}


def _question_sets(slug: str) -> dict[str, list]:
    """{set: questions} of one lesson; {} for a lesson without questions."""
    from vecinos.quiz import question_set
    from vecinos.quiz.bank import bank_slugs, load_bank

    return {name: question_set(slug, name) for name in load_bank(slug).sets} if slug in bank_slugs() else {}


def _owners(sets: dict[str, dict[str, list]]) -> dict[str, tuple]:
    """{question id: (question, slug)}: a question counts for its own lesson, or else for the first that borrows it."""
    owners: dict[str, tuple] = {}
    for slug, by_name in sets.items():
        for question in (question for asked in by_name.values() for question in asked):
            if question.id not in owners or question.lesson == slug:
                owners[question.id] = (question, slug)
    return owners


def is_scored(question) -> bool:
    from vecinos.quiz.model import UNSCORED

    return question.type not in UNSCORED


def card_html(question, pagename: str, lang: str) -> str:
    """A question as the deck shows it: the lesson's own markup, seen from the progress page."""
    from vecinos.quiz import markup

    return markup.question_html(question, 1, markup.Page(pagename, "deck", lang))


def term_cards(lang: str) -> dict[str, list[str]]:
    """{id: [term, the other language's word, definition]} of the whole glossary."""
    other = next(one for one in LANGUAGES if one != lang)
    return {term.id: [term.term[lang], term.term[other], term.definition[lang]] for term in glossary.terms()}


def lesson_terms(env, slug: str, lang: str) -> list[str]:
    """The ids of the glossary terms a lesson's text links to, in the order of the text."""
    targets = [
        node["reftarget"]
        for node in env.get_doctree(slug).findall(addnodes.pending_xref)
        if node.get("reftype") == "term"
    ]
    return list(dict.fromkeys(term.id for name in targets if (term := glossary.find_term(name, lang))))


def cards_script(name: str, cards: dict) -> str:
    """A classic script that hands over the cards of one lesson, or of the glossary."""
    return f"(window.vecinosDeck||={{}})[{json.dumps(name)}]={json.dumps(cards, ensure_ascii=False)};\n"


def setup(app) -> None:
    app.add_directive("vecinos-progress", Progress)
    app.connect("env-updated", _always_written)
    app.connect("html-page-context", _context)
