"""The outline of the course (``outline.yml``) and the head that opens every lesson."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

import yaml

from vecinos.display import Html
from vecinos.i18n import pick
from vecinos.mode import LANGUAGES, language, use_language

OUTLINE = Path(__file__).parent / "outline.yml"
WORDS = {
    "part": {"en": "Part {}", "es": "Parte {}"},
    "lesson": {"en": "Lesson {}", "es": "Lección {}"},
    "chapter": {"en": "Chapter opening", "es": "Apertura del capítulo"},
    "question": {"en": "Driving question", "es": "Pregunta guía"},
    "read": {"en": "{} min to read", "es": "{} min de lectura"},
    "do": {"en": "{} min to do", "es": "{} min de práctica"},
    "objectives": {"en": "When you finish, you can", "es": "Al terminar, podrás"},
    "requires": {"en": "Read first", "es": "Lee antes"},
}


@dataclass(frozen=True)
class Lesson:
    """One page of the course. Texts are {"en": …, "es": …}; ``minutes`` has ``read`` and ``do``."""

    slug: str
    kind: str
    editions: tuple[str, ...]
    minutes: dict[str, int]
    title: dict[str, str]
    question: dict[str, str]
    part: str
    part_title: dict[str, str]
    part_number: int
    number: int
    objectives: dict[str, list[str]] = field(default_factory=dict)
    requires: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    id: str
    pillar: int
    title: dict[str, str]
    question: dict[str, str]
    lessons: tuple[Lesson, ...]


@cache
def parts() -> tuple[Part, ...]:
    """The parts of the course in reading order, each with its lessons."""
    source = yaml.safe_load(OUTLINE.read_text(encoding="utf-8"))
    return tuple(_part(entry) for entry in source["parts"])


def _part(entry: dict) -> Part:
    lessons = []
    for position, item in enumerate(entry["lessons"]):
        unknown = set(item["editions"]) - set(LANGUAGES)
        if unknown:
            raise ValueError(f"{OUTLINE.name}: {item['slug']}: unknown edition {sorted(unknown)}")
        lessons.append(
            Lesson(
                **{
                    **item,
                    "editions": tuple(item["editions"]),
                    "requires": tuple(item.get("requires", ())),
                    "part": entry["id"],
                    "part_title": entry["title"],
                    "part_number": entry["pillar"],
                    "number": position,
                }
            )
        )
    return Part(entry["id"], entry["pillar"], entry["title"], entry["question"], tuple(lessons))


def lessons(lang: str | None = None) -> tuple[Lesson, ...]:
    """Every page of the course in reading order; with ``lang``, only those that exist in that edition."""
    every = tuple(item for part in parts() for item in part.lessons)
    return every if lang is None else tuple(item for item in every if lang in item.editions)


def find_lesson(slug: str) -> Lesson:
    """The lesson with this slug. Raises LookupError that lists the slugs there are."""
    for item in lessons():
        if item.slug == slug:
            return item
    known = ", ".join(item.slug for item in lessons())
    raise LookupError(f"No lesson {slug!r} in {OUTLINE.name}. Lessons: {known}.")


def lesson(slug: str, lang: str) -> Html:
    """Open a lesson: sets the language of everything that follows, and shows the lesson's head.

    ``slug`` is the page's path in the book ("economy/trade"); ``lang`` is "en" or "es".
    """
    use_language(lang)
    item = find_lesson(slug)
    return Html(head_html(item), f"{pick(item.title)}: {pick(item.question)}", styles=("head",))


def lesson_number(item: Lesson) -> str:
    """ "1.2" for the second lesson of part 1; "" for chapter openings and for the pages before part 1."""
    return f"{item.part_number}.{item.number}" if item.part_number and item.kind != "chapter" else ""


def place(item: Lesson, lang: str) -> list[str]:
    """Where the page stands, as its head says it: the part, then the lesson or that it opens the chapter."""
    if not item.part_number:
        return [item.part_title[lang]]
    part = f"{WORDS['part'][lang].format(item.part_number)} · {item.part_title[lang]}"
    number = lesson_number(item)
    return [part, WORDS["lesson"][lang].format(number) if number else WORDS["chapter"][lang]]


def head_html(item: Lesson) -> str:
    """The head of a lesson in the current language: place, driving question, minutes, objectives, prerequisites."""

    def word(key: str, *values: object) -> str:
        return pick(WORDS[key]).format(*values)

    places = "".join(f"<span>{escape(text)}</span> " for text in place(item, language()))
    # The title stands above. The book prints the place there too, and fills lh-run with its links.
    rows = [
        f'<p class="lh-place">{places.rstrip()}</p>',
        f'<p class="lh-question"><span class="lh-label">{escape(word("question"))}</span> '
        f"<span>{escape(pick(item.question))}</span></p>",
        f'<p class="lh-minutes"><span>{escape(word("read", item.minutes["read"]))}</span> '
        f"<span>{escape(word('do', item.minutes['do']))}</span></p>",
        '<div class="lh-run"></div>',
    ]
    if item.objectives:
        points = "".join(f"<li>{escape(text)}</li>" for text in item.objectives[language()])
        rows.append(
            '<details class="lh-objectives" open>'
            f"<summary data-lm-suppress-shortcuts>{escape(word('objectives'))}</summary><ul>{points}</ul></details>"
        )
    if item.requires:
        depth = item.slug.count("/")
        links = ", ".join(
            f'<a href="{"../" * depth}{other}.html">{escape(pick(find_lesson(other).title))}</a>'
            for other in item.requires
        )
        rows.append(f'<p class="lh-requires">{escape(word("requires"))}: {links}</p>')
    return f'<div class="lh" lang="{language()}">{"".join(rows)}</div>'
