"""What the course promises to teach and what teaches it: pages, questions, tables, terms and exercises by topic.

``topics.yml`` names the topics; everything else is counted, so that a gap shows. The page is ``{vecinos-coverage}``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book import glossary
from vecinos.book.pages import lesson_links
from vecinos.book.words import WORDS
from vecinos.data import manifest, tables
from vecinos.i18n import number, pick
from vecinos.mode import LANGUAGES
from vecinos.quiz.bank import bank_slugs, load_bank
from vecinos.quiz.model import tables_in

FILE = Path(course.__file__).parent / "topics.yml"
FIELDS = {"topic", "objectives", "lessons", "terms", "tables"}


@dataclass(frozen=True)
class Topic:
    """One promise. ``lessons``: slugs, in outline order; ``questions``: ids; ``exercises``: names of assignments."""

    part: str
    title: dict[str, str]
    objectives: dict[str, tuple[int, ...]]
    lessons: tuple[str, ...]
    questions: tuple[str, ...]
    terms: tuple[str, ...]
    tables: tuple[str, ...]
    exercises: tuple[str, ...]


def read(path: Path = FILE) -> dict[str, list[dict]]:
    """part -> its topics as written. Raises ValueError naming file, topic and mend for a name that is not there."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    known_parts = {part.id for part in course.parts()}
    known_terms = {term.id for term in glossary.terms()}
    for part, topics in source.items():
        if part not in known_parts:
            raise ValueError(f"{path.name}: no part {part!r} in outline.yml; the parts are {sorted(known_parts)}.")
        for entry in topics:
            title = entry.get("topic", {})
            where = f"{path.name}: {part}: {title.get('en', entry)!r}"
            if unknown := set(entry) - FIELDS:
                raise ValueError(f"{where}: unknown field {sorted(unknown)}; the fields are {sorted(FIELDS)}.")
            if missing := [lang for lang in LANGUAGES if not title.get(lang)]:
                raise ValueError(f"{where}: topic has no text in {', '.join(missing)}.")
            for slug, places in entry.get("objectives", {}).items():
                there = len(_lesson(slug, where).objectives.get("en", ()))
                if lost := [place for place in places if not 1 <= place <= there]:
                    raise ValueError(f"{where}: {slug} has {there} objectives, not number {lost}.")
            for slug in entry.get("lessons", ()):
                _lesson(slug, where)
            if lost := set(entry.get("terms", ())) - known_terms:
                raise ValueError(f"{where}: terms: no glossary entry {sorted(lost)}.")
            if lost := set(entry.get("tables", ())) - set(tables()):
                raise ValueError(f"{where}: tables: no table {sorted(lost)}.")
    return source


def _lesson(slug: str, where: str) -> course.Lesson:
    try:
        return course.find_lesson(slug)
    except LookupError as error:
        raise ValueError(f"{where}: {error}") from None


def topics(exercises: Path, path: Path = FILE) -> list[Topic]:
    """Every topic, in the order of the file, with what teaches it. ``exercises``: the folder of the assignments."""
    order = [item.slug for item in course.lessons()]
    assigned = {found.stem: covered(found.stem) for found in sorted(exercises.glob("*.py"))}
    return [_topic(part, entry, order, assigned) for part, listed in read(path).items() for entry in listed]


def _topic(part: str, entry: dict, order: list[str], assigned: dict[str, set[str]]) -> Topic:
    objectives = {slug: tuple(places) for slug, places in entry.get("objectives", {}).items()}
    asked = [question for slug, places in objectives.items() for question in _questions(slug) if
             question.get("objective") in places]  # fmt: skip
    taught = set(objectives) | set(entry.get("lessons", ()))
    used = set(entry.get("tables", ())) | tables_in(asked)
    used.update(name for question in asked for name in question.get("tables", ()))
    return Topic(
        part=part,
        title=entry["topic"],
        objectives=objectives,
        lessons=tuple(sorted(taught, key=order.index)),
        questions=tuple(question["id"] for question in asked),
        terms=tuple(entry.get("terms", ())),
        tables=tuple(name for name in tables() if name in used),
        exercises=tuple(name for name, slugs in assigned.items() if slugs & set(objectives)),
    )


def covered(assignment: str) -> set[str]:
    """The lessons an assignment serves, by its name: a part ("economy") or a lesson with a dash ("economy-trade")."""
    for part in course.parts():
        if assignment == part.id:
            return {item.slug for item in part.lessons}
    return {item.slug for item in course.lessons() if item.slug.replace("/", "-") == assignment}


@cache
def _questions(slug: str) -> tuple[dict, ...]:
    return tuple(load_bank(slug).questions.values()) if slug in bank_slugs() else ()


class Coverage(SphinxDirective):
    """``{vecinos-coverage}``: the sum, then part by part each topic with what teaches it."""

    def run(self) -> list[nodes.Node]:
        top = Path(self.env.srcdir).parents[1]
        for path in (FILE, course.OUTLINE, glossary.FILE):
            self.env.note_dependency(str(path))
        found = topics(top / "exercises")
        self.word = {
            key.removeprefix("cover_"): text[self.config.language]
            for key, text in WORDS.items()
            if key.startswith("cover_")
        }
        sections = []
        for part in course.parts():
            listed = [topic for topic in found if topic.part == part.id]
            if listed:
                title = part.title[self.config.language]
                section = nodes.section("", nodes.title("", title), ids=[part.id], names=[part.id])
                section += nodes.raw("", f'<dl class="cv">{"".join(map(self._entry, listed))}</dl>', format="html")
                sections.append(section)
        return [self._sum(found), *sections]

    def _sum(self, found: list[Topic]) -> nodes.paragraph:
        asked = {question for topic in found for question in topic.questions}
        used = {name for topic in found for name in topic.tables}
        free = sum(not topic.exercises for topic in found)
        text = self.word["sum"].format(number(len(found)), number(len(asked)), number(len(used)))
        gap = f" {self.word['without_exercise'].format(number(free))}" if free else ""
        return nodes.paragraph("", text + gap)

    def _entry(self, topic: Topic) -> str:
        lang, word = self.config.language, self.word
        by_id = {term.id: term for term in glossary.terms()}
        terms = [f'<a href="glossary.html#term-{one}">{escape(by_id[one].term[lang])}</a>' for one in topic.terms]
        used = [f'<a href="data/{name}.html">{escape(pick(manifest(name).title))}</a>' for name in topic.tables]
        rows = [
            (word["lessons"], lesson_links(topic.lessons, lang)),
            (word["questions"], number(len(topic.questions)) if topic.questions else ""),
            (word["tables"], ", ".join(used)),
            (word["terms"], ", ".join(terms)),
            (word["exercises"], ", ".join(f"<code>{escape(name)}</code>" for name in topic.exercises)),
        ]
        none = f'<em class="cv-none">{escape(word["none"])}</em>'
        lines = "".join(f"<div><span>{escape(label)}</span> <p>{text or none}</p></div>" for label, text in rows)
        return f"<dt>{escape(topic.title[lang])}</dt><dd>{lines}</dd>"


def setup(app) -> None:
    app.add_directive("vecinos-coverage", Coverage)
