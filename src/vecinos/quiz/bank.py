"""The question bank: one YAML file per lesson, read, checked against its schema, and looked up by id.

The form is ``bank.schema.json``; ``docs/questions.md`` explains it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from vecinos.quiz._yaml import BankError, Located, read

__all__ = ["Bank", "BankError", "banks", "find_question", "load_bank", "schema_problems", "validated"]

FOLDER = Path(__file__).parent / "bank"
SCHEMA = Path(__file__).parent / "bank.schema.json"


class Bank:
    """One lesson's ``slug``, ``sets`` {id: [question ids]} and ``questions`` {id: as written}, in file order."""

    def __init__(self, slug: str, located: Located):
        self.slug, self.located = slug, located
        value = located.value
        if not isinstance(value, dict) or "sets" not in value or "questions" not in value:
            raise BankError([f"{located.name}:1: a bank has 'sets:' and 'questions:' at its top."])
        if not isinstance(value["sets"], dict) or not isinstance(value["questions"], list):
            raise BankError(
                [f"{located.at('sets')}: 'sets' is a mapping and 'questions' a list (each starts with '-')."]
            )
        for name, members in value["sets"].items():
            if not isinstance(members, list) or not all(isinstance(member, str) for member in members):
                raise BankError([f"{located.at('sets', name)}: set {name!r} is not a list of question ids. Mend it."])
        self.sets: dict[str, list[str]] = value["sets"]
        self.questions: dict[str, dict[str, Any]] = {}
        self.index: dict[str, int] = {}
        problems = []
        for index, question in enumerate(value["questions"]):
            identity = question.get("id") if isinstance(question, dict) else None
            if not isinstance(identity, str):
                problems.append(f"{located.at('questions', index)}: this question has no id. Start it with '- id: …'.")
            elif identity in self.questions:
                problems.append(f"{located.at('questions', index)}: id {identity!r} is already taken. Choose another.")
            else:
                self.questions[identity] = question
                self.index[identity] = index
        if problems:
            raise BankError(problems)

    def at(self, question: str, *path: str | int) -> str:
        """ "file:line" of something inside a question."""
        return self.located.at("questions", self.index[question], *path)


def bank_path(slug: str, folder: Path | None = None) -> Path:
    return (folder or FOLDER) / f"{slug}.yml"


@cache
def load_bank(slug: str, folder: Path | None = None) -> Bank:
    """The bank of a lesson. Raises BankError when it does not read, LookupError when the lesson has none."""
    path = bank_path(slug, folder)
    if not path.is_file():
        known = ", ".join(bank_slugs(folder)) or "none yet"
        raise LookupError(
            f"No questions for {slug!r}: there is no {path.name} in the bank. Lessons with a bank: {known}."
        )
    return Bank(slug, read(path, f"{slug}.yml"))


def bank_slugs(folder: Path | None = None) -> list[str]:
    """The slugs of all lessons that have a bank, sorted."""
    top = folder or FOLDER
    return sorted(path.relative_to(top).with_suffix("").as_posix() for path in top.rglob("*.yml"))


def banks(folder: Path | None = None) -> Iterator[Bank]:
    """Every bank there is."""
    for slug in bank_slugs(folder):
        yield load_bank(slug, folder)


def prefix(slug: str) -> str:
    """What the ids of a lesson's questions start with: "economy/trade" gives "economy-trade-"."""
    return slug.replace("/", "-") + "-"


def find_question(identity: str, folder: Path | None = None) -> tuple[Bank, dict[str, Any]]:
    """The bank and the question as written. Raises LookupError when no bank has it."""
    for slug in bank_slugs(folder):
        if identity.startswith(prefix(slug)):
            bank = load_bank(slug, folder)
            if identity in bank.questions:
                return bank, bank.questions[identity]
    raise LookupError(f"No question {identity!r} in any bank. Check the id, or run: vecinos questions check")


def schema_problems(bank: Bank) -> list[str]:
    """Where the bank departs from the schema, each as "file:line: what"; empty when it does not."""
    import jsonschema  # slow to import, and only a broken bank or the checker needs it

    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    found, cascades = [], []
    for error in sorted(
        validator.iter_errors(bank.located.value), key=lambda error: list(map(str, error.absolute_path))
    ):
        deepest = _deepest(error)
        path = list(deepest.absolute_path)
        owner = _owner(bank, path)
        # A field that fails its own rule is also reported as unknown; say that only where nothing else is wrong.
        bucket = cascades if deepest.validator == "unevaluatedProperties" else found
        bucket.append((path[:2], f"{bank.located.at(*path)}: {owner}{_explain(deepest, path)}"))
    found += [entry for entry in cascades if entry[0] not in [place for place, _ in found]]
    return list(dict.fromkeys(text for _, text in found))


def _deepest(error):
    """For an either-or that failed, the branch that got furthest says most."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def _owner(bank: Bank, path: list) -> str:
    if len(path) > 1 and path[0] == "questions":
        question = bank.located.value["questions"][path[1]]
        if isinstance(question, dict) and "id" in question:
            return f"{question['id']}: "
    return ""


def _explain(error, path: list) -> str:
    place = ".".join(str(step) for step in path[2:] if not isinstance(step, int)) or "the question"
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return f"{place} lacks {', '.join(missing)}. Add {'it' if len(missing) == 1 else 'them'}."
    if error.validator in ("additionalProperties", "unevaluatedProperties"):
        return f"{place} has a field the form does not know: {error.message}. Remove it or mend its name."
    if (
        error.validator == "type"
        and isinstance(error.instance, (int, float, bool))
        and "string" in error.validator_value
    ):
        return f"{place} is {error.instance!r}, which YAML reads as a number or truth value. Put it in quotes."
    if error.validator == "pattern":
        return f"{error.instance!r} is not an id: use small letters, digits and single dashes."
    return f"{place}: {error.message[:300]}."


def validated(bank: Bank) -> Bank:
    """The bank itself. Raises BankError listing every departure from the schema."""
    problems = schema_problems(bank)
    if problems:
        raise BankError(problems)
    return bank
