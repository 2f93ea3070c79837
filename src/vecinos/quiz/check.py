"""What an editor would object to in the banks; every finding says file, line and mend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vecinos.course import lessons
from vecinos.mode import LANGUAGES
from vecinos.quiz import inline
from vecinos.quiz._ids import record_problems
from vecinos.quiz._reading import reading_problems
from vecinos.quiz.bank import FOLDER, Bank, BankError, bank_slugs, load_bank, prefix, schema_problems
from vecinos.quiz.model import Question, resolve
from vecinos.quiz.sources import REFERENCES, references

VARIANTS = 20
CATCH_ALL = re.compile(
    r"\b(all|none|both|any|neither|either) of (the (above|options|others|previous)|these|them|those)\b"
    r"|\b(all|none|both) the above\b|\b[a-d] (and|or) [a-d] (are|is)\b|\b(both|only|neither) [a-d] (and|nor) [a-d]\b"
    r"|\b(todas|todos|ninguna|ninguno|ambas|ambos|cualquiera)( de)?( las| los)?( opciones| respuestas)?"
    r" (anteriores|de arriba|previas|previos|anterior)\b"
    r"|\b(todas|ninguna|ambas)( de)? (estas|esas|las opciones|las respuestas)\b"
    r"|^(todas|todos|ninguna|ninguno|ambas|ambos)\.?$|\b[a-d] y [a-d] son\b|\b(solo|tanto) [a-d] (y|como) [a-d]\b",
    re.IGNORECASE,
)


def check(folder: Path | None = None) -> tuple[list[str], dict[str, int]]:
    """All findings over all banks, and what was looked at: {"banks": …, "questions": …, "variants": …}."""
    found: list[str] = []
    seen: dict[str, str] = {}
    places: dict[str, str] = {}
    unread = False
    counts = Counter(banks=0, questions=0, variants=0)
    good: list[Bank] = []
    for slug in bank_slugs(folder):
        try:
            bank = load_bank(slug, folder)
        except BankError as error:
            found += error.problems
            unread = True
            continue
        problems = schema_problems(bank)
        found += problems
        counts["banks"] += 1
        counts["questions"] += len(bank.questions)
        for identity in bank.questions:
            if identity in seen:
                found.append(
                    f"{bank.at(identity, 'id')}: id {identity!r} is taken by {seen[identity]}. Choose another."
                )
            seen[identity] = slug
            places[identity] = bank.at(identity, "id")
        if not problems:
            good.append(bank)
    for bank in good:
        found += [*_set_problems(bank, seen), *_bank_problems(bank, counts)]
    if not unread:  # what an unreadable bank holds cannot be missed
        found += record_problems(folder or FOLDER, places)
    return found, dict(counts)


def _set_problems(bank: Bank, seen: dict[str, str]) -> Iterator[str]:
    used = set()
    for set_id, members in bank.sets.items():
        for position, identity in enumerate(members):
            used.add(identity)
            if identity not in seen:
                place = bank.located.at("sets", set_id, position)
                yield f"{place}: set {set_id!r} lists {identity!r}, which no bank has. Mend the id or write it."
    for identity in bank.questions:
        if identity not in used:
            yield f"{bank.at(identity)}: {identity}: no set of this bank lists it. Add it to a set or remove it."


def _bank_problems(bank: Bank, counts: Counter) -> Iterator[str]:
    outline = {lesson.slug: lesson for lesson in lessons()}
    lesson = outline.get(bank.slug)
    if lesson is None:
        yield f"{bank.located.name}:1: the outline has no lesson {bank.slug!r}. Move the file or add the lesson."
    resolved = []
    for identity, written in bank.questions.items():
        if not identity.startswith(prefix(bank.slug)):
            yield f"{bank.at(identity, 'id')}: id {identity!r} must start with {prefix(bank.slug)!r}."
        yield from _place_problems(bank, identity, written, lesson)
        yield from _text_problems(bank, identity, written, set(outline))
        try:
            variants = [resolve(bank, identity, seed) for seed in range(VARIANTS if "params" in written else 1)]
        except BankError as error:
            yield from error.problems
            continue
        counts["variants"] += len(variants)
        resolved.append(variants[0])
        for problem in dict.fromkeys(problem for variant in variants for problem in _choice_problems(variant)):
            yield f"{bank.at(identity, 'options')}: {identity}: {problem}"
        for problem in dict.fromkeys(problem for variant in variants for problem in _hint_problems(variant)):
            yield f"{bank.at(identity, 'hints')}: {identity}: {problem}"
    yield from _spread_problems(bank, [question for question in resolved if question.type == "single"])


def _place_problems(bank: Bank, identity: str, written: dict[str, Any], lesson) -> Iterator[str]:
    """Objective, sources and tables must be there."""
    objectives = len(lesson.objectives.get("en", [])) if lesson else 0
    number = written.get("objective")
    if objectives and number is None:
        yield f"{bank.at(identity)}: {identity}: say which objective it serves (objective: 1 to {objectives})."
    if lesson and number is not None and number > objectives:
        yield f"{bank.at(identity, 'objective')}: {identity}: the lesson has {objectives} objectives, not {number}."
    known = references()
    for position, key in enumerate(written["source"]):
        if key not in known:
            place = bank.at(identity, "source", position)
            yield f"{place}: {identity}: {REFERENCES.name} has no {key!r}. Mend the key or add the reference."
    if written.get("tables"):
        from vecinos.data import tables

        for name in set(written["tables"]) - set(tables()):
            yield f"{bank.at(identity, 'tables')}: {identity}: no table {name!r}. Run: vecinos data list"


def _text_problems(bank: Bank, identity: str, written: dict[str, Any], slugs: set[str]) -> Iterator[str]:
    for path, text in _texts(written, ()):
        place = f"{bank.at(identity, *path)}: {identity}: "
        if text["en"] == text["es"] and len(re.findall(r"[^\W\d_]{2,}", text["en"])) > 3:
            yield f"{place}English and Spanish are the same text. Write the Spanish one."
        if text["es"].count("?") != text["es"].count("¿"):
            yield f"{place}a Spanish question opens with ¿ and closes with ?. Write both."
        for lang in LANGUAGES:
            for slug in inline.links(text[lang]):
                if slug not in slugs:
                    yield f"{place}links to {slug!r}, which is not in the outline. Mend the link ({lang})."
    prose = [
        text for path, text in _texts(written, ()) if path[0] in ("prompt", "hints", "explanation") or "why" in path
    ]
    for lang in LANGUAGES:
        for problem in reading_problems([inline.plain(text[lang]) for text in prose], lang):
            yield f"{bank.at(identity)}: {identity}: {problem}"


def _texts(value: Any, path: tuple) -> Iterator[tuple[tuple, dict[str, str]]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        if set(value) == set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            yield path, value
        else:
            for key, item in value.items():
                yield from _texts(item, (*path, key))


def _choice_problems(question: Question) -> Iterator[str]:
    """Options a test-wise reader would see through."""
    if question.type not in ("single", "multiple"):
        return
    options = question.data["options"]
    for lang in LANGUAGES:
        for option in options:
            if CATCH_ALL.search(option["text"][lang]):
                yield f"option {option['id']!r} ({lang}) is a catch-all. Write a real option, or use type: multiple."
        right = [len(o["text"][lang]) for o in options if o.get("right")]
        wrong = [len(o["text"][lang]) for o in options if not o.get("right")]
        if wrong and min(right) > 1.5 * max(wrong) + 8:
            yield f"the right option is much longer than the others ({lang}). Even them out."
        if wrong and max(right) < min(wrong) / 1.5 - 8:
            yield f"the right option is much shorter than the others ({lang}). Even them out."


def _hint_problems(question: Question) -> Iterator[str]:
    """A hint nudges; one that says the right choice's words gives it away."""
    lists = {
        "single": [question.data.get("options", [])],
        "cloze": [g["options"] for g in question.data.get("gaps", [])],
    }
    for lang in LANGUAGES:
        hints = " ".join(inline.plain(hint[lang]) for hint in question.hints).casefold()
        for options in lists.get(question.type, []):
            told = [inline.plain(o["text"][lang]).casefold() in hints for o in options]
            right = [bool(o.get("right")) for o in options]
            if told == right:
                yield f"a hint says the right choice and no other ({lang}). Nudge instead."


def _spread_problems(bank: Bank, singles: list[Question]) -> Iterator[str]:
    """Over a bank, the right option should not sit in one place, nor be the longest as a rule."""
    if len(singles) < 6:
        return
    limit = 0.6 * len(singles)
    places = Counter([o["id"] for o in q.data["options"]].index(q.key["right"]) + 1 for q in singles)
    place, times = places.most_common(1)[0]
    if times > limit:
        yield f"{bank.located.name}:1: the right option is number {place} in {times} of {len(singles)}. Reorder some."
    for lang in LANGUAGES:
        longest = sum(
            max(q.data["options"], key=lambda o: len(o["text"][lang])).get("right", False)
            for q in singles  # noqa: B023
        )
        if longest > limit:
            yield (
                f"{bank.located.name}:1: the right option is the longest in {longest} of {len(singles)} ({lang}). "
                "Lengthen some wrong ones."
            )
