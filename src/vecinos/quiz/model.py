"""From a question as written to a question as asked: parameters drawn, keys computed, choices laid out."""

from __future__ import annotations

import hashlib
import json
import math
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from vecinos.mode import LANGUAGES
from vecinos.quiz import bank as bank_module
from vecinos.quiz import faults, grading
from vecinos.quiz.bank import Bank, BankError, find_question, load_bank
from vecinos.quiz.variants import ATTEMPTS, draw, fill, guarded, shuffled

UNSCORED = ("predict", "draw")
MAX_DRAWN = 14
# Fields that say how to ask; a change in one of them does not make an earlier answer meaningless.
_TEACHING = {"why", "hints", "explanation", "source", "objective", "level", "tables", "params", "compute", "guards"}


@dataclass(frozen=True)
class Question:
    """One question, ready to be shown, marked or exported. Texts are {"en": …, "es": …}.

    ``data``: the fields of its type, with parameters filled in and choices in the order shown;
    ``key``: what ``grading.grade`` takes; ``version``: eight hex digits that change when the question does.
    """

    id: str
    type: str
    lesson: str
    level: str
    objective: int | None
    prompt: dict[str, str]
    explanation: dict[str, str]
    hints: list[dict[str, str]]
    source: list[str]
    tables: list[str]
    data: dict[str, Any]
    key: dict[str, Any]
    version: str
    seed: int = 0
    values: dict[str, Any] = field(default_factory=dict)
    bank: Bank | None = field(default=None, repr=False, compare=False)


def question_set(slug: str, set_id: str, seed: int = 0, folder: Path | None = None) -> list[Question]:
    """The questions of one set in order. Raises LookupError or BankError naming file, place and mend."""
    bank = load_bank(slug, folder)
    if set_id not in bank.sets:
        raise LookupError(f"{bank.located.at('sets')}: no set {set_id!r}. Sets of {slug!r}: {', '.join(bank.sets)}.")
    questions = []
    for position, identity in enumerate(bank.sets[set_id]):
        owner = bank
        if identity not in bank.questions:
            try:
                owner, _ = find_question(identity, folder)
            except LookupError as error:
                raise LookupError(f"{bank.located.at('sets', set_id, position)}: {error}") from None
        questions.append(resolve(owner, identity, seed))
    return questions


def resolve(bank: Bank, identity: str, seed: int = 0) -> Question:
    """One variant of one question. Raises BankError when the question is not in form or no draw passes its guards."""
    try:
        return _resolve(bank, identity, seed)
    except BankError:
        raise
    except Exception as error:
        bank_module.validated(bank)  # the schema usually knows better what is wrong, and where
        raise BankError([f"{bank.at(identity)}: {identity}: {_message(error)}"]) from error


def _message(error: Exception) -> str:
    return str(error.args[0]) if isinstance(error, LookupError) and error.args else str(error)


def _resolve(bank: Bank, identity: str, seed: int) -> Question:
    written = bank.questions[identity]
    template = "params" in written
    problems: list[str] = []
    for attempt in range(ATTEMPTS if template else 1):
        values = draw(written, seed, attempt, compute)
        if not guarded(written, values, compute):
            problems = ["a guard refuses the values"]
            continue
        question = _build(bank, fill({k: v for k, v in written.items() if k != "guards"}, values), seed, values)
        problems = faults.faults(question)
        if not problems:
            return question
    place = f"{bank.at(identity)}: {identity}: "
    if template:
        raise BankError([f"{place}{ATTEMPTS} draws and none is usable ({problems[0]}). Widen params or loosen guards."])
    raise BankError([place + problem for problem in problems])


def _build(bank: Bank, filled: dict[str, Any], seed: int, values: dict[str, Any]) -> Question:
    kind = filled["type"]
    data = _LAYOUTS[kind](filled, seed)
    key = _KEYS[kind](data, filled)
    meaning = [kind, filled["prompt"], _without_teaching(data), key]
    version = hashlib.sha256(json.dumps(meaning, sort_keys=True).encode("utf-8")).hexdigest()[:8]
    return Question(
        id=filled["id"],
        type=kind,
        lesson=bank.slug,
        level=filled["level"],
        objective=filled.get("objective"),
        prompt=filled["prompt"],
        explanation=filled["explanation"],
        hints=filled.get("hints", []),
        source=filled["source"],
        tables=sorted({*filled.get("tables", []), *tables_in(bank.questions[filled["id"]])}),
        data=data,
        key=key,
        version=version,
        seed=seed,
        values=values,
        bank=bank,
    )


def _without_teaching(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_teaching(item) for name, item in value.items() if name not in _TEACHING}
    if isinstance(value, list):
        return [_without_teaching(item) for item in value]
    return value


def tables_in(value: Any) -> set[str]:
    """The names of the tables that the expressions anywhere in ``value`` read."""
    if isinstance(value, list):
        return set().union(*map(tables_in, value))
    if isinstance(value, dict):
        own = {value["table"]} if isinstance(value.get("table"), str) else set()
        return own.union(*map(tables_in, value.values()))
    return set()


@cache
def _evaluated(expression: str) -> Any:
    from vecinos.data import evaluate  # pandas: only when a key needs a table

    return evaluate(json.loads(expression))


def compute(expression: Any) -> Any:
    """The value of an expression (docs/architecture.md, "Data queries")."""
    if isinstance(expression, (int, float, str)):
        return expression
    value = _evaluated(json.dumps(expression, sort_keys=True))
    return value.item() if hasattr(value, "item") else value


def _number(expression: Any, what: str) -> float:
    value = compute(expression)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{what} is {value!r}, not a number")
    return value


def slug(value: object) -> str:
    """ "Costa Rica" -> "costa-rica": how a picked value names an option."""
    plain = unicodedata.normalize("NFD", str(value)).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# --- layouts: the fields of a type, with choices in the order the reader sees ------------------------------------


def _choices(filled, seed):
    options = [dict(option) for option in filled["options"]]
    if "right" in filled:
        picks = filled["right"] if isinstance(filled["right"], list) else [filled["right"]]
        names = [slug(compute(pick)) for pick in picks]
        if any(option.pop("right", False) for option in options):
            raise ValueError("the key is given twice, by 'right:' of the question and of an option. Keep one")
        for name in names:
            if name not in {option["id"] for option in options}:
                raise ValueError(
                    f"the key is {name!r}, which is no option's id. Add that option or mend the expression"
                )
        options = [option | {"right": True} if option["id"] in names else option for option in options]
    return {"options": shuffled(options, filled["id"], seed) if seed else options}


def _typed_number(filled, seed):
    key = _number(filled["key"], "the key")
    tolerance = filled["tolerance"]
    data = {name: filled[name] for name in ("unit", "decimals") if name in filled}
    data["tolerance"] = abs(key) * tolerance["percent"] / 100 if isinstance(tolerance, dict) else tolerance
    data["value"] = key
    data["mistakes"] = [
        {"value": _number(wrong["key"], "a mistake's key"), "why": wrong["why"]} for wrong in filled.get("mistakes", [])
    ]
    return data


def _typed_text(filled, seed):
    return {"accept": filled["accept"], "mistakes": filled.get("mistakes", [])}


def _order(filled, seed):
    items = [{name: item[name] for name in ("id", "text")} for item in filled["items"]]
    valued = ["value" in item for item in filled["items"]]
    if any(valued):
        if not all(valued) or "by" not in filled:
            raise ValueError("give every item a 'value' and the question 'by: largest' or 'by: smallest'")
        numbers = [_number(item["value"], f"the value of {item['id']}") for item in filled["items"]]
        if len(set(numbers)) < len(numbers):
            raise ValueError("two items have the same value: their order cannot be told")
        ranks = sorted(range(len(items)), key=lambda index: numbers[index], reverse=filled["by"] == "largest")
        items = [items[index] | {"value": numbers[index]} for index in ranks]
    shown = _unsorted([item["id"] for item in items], filled["id"], seed)
    return {"items": items, "shown": shown, "ends": filled["ends"]}


def _unsorted(ids, *parts):
    """An order with as few items in place as a handful of shuffles gives: nobody should be right by doing nothing."""
    trials = [shuffled(ids, *parts, trial) for trial in range(12)]
    return min(trials, key=lambda trial: sum(a == b for a, b in zip(trial, ids, strict=True)))


def _match(filled, seed):
    choices = [{"id": pair["id"], "text": pair["right"]} for pair in filled["pairs"]] + filled.get("extra", [])
    return {"pairs": filled["pairs"], "choices": shuffled(choices, filled["id"], seed)}


def _classify(filled, seed):
    return {"bins": filled["bins"], "items": filled["items"]}


def _cloze(filled, seed):
    gaps = [
        {
            "id": gap["id"],
            "options": shuffled(gap["options"], filled["id"], seed, gap["id"]) if seed else gap["options"],
        }
        for gap in filled["gaps"]
    ]
    return {"text": filled["text"], "gaps": gaps}


def _predict(filled, seed):
    data = {name: filled[name] for name in ("unit", "decimals") if name in filled}
    anchors = [
        {"text": anchor["text"], "value": _number(anchor["value"], "an anchor")} for anchor in filled.get("anchors", [])
    ]
    return {**data, "value": _number(filled["key"], "the key"), "scale": filled["scale"], "anchors": anchors}


def _draw(filled, seed):
    points = line_points(filled["line"])
    given = [point for point in points if point[0] <= filled["given"]]
    hidden = [point for point in points if point[0] > filled["given"]]
    if not given or not hidden:
        raise ValueError(f"'given: {filled['given']}' leaves nothing to show or nothing to draw ({len(points)} points)")
    if len(hidden) > MAX_DRAWN:
        raise ValueError(
            f"{len(hidden)} points to draw; {MAX_DRAWN} at most. Choose a later 'given' or an earlier 'to'"
        )
    data = {name: filled[name] for name in ("unit", "decimals", "scale") if name in filled}
    return {**data, "given": given, "hidden": hidden}


def line_points(line: dict[str, Any]) -> list[list[float]]:
    """[[x, y], …] of a table's rows that match, in order of x. Raises ValueError when two rows share an x."""
    from vecinos.data import table

    frame = table(line["table"])
    for column, wanted in line.get("where", {}).items():
        frame = frame[frame[column].isin(wanted if isinstance(wanted, list) else [wanted])]
    frame = frame[[line["x"], line["y"]]].dropna().sort_values(line["x"])
    points = [[float(x), float(y)] for x, y in frame.itertuples(index=False)]
    points = [[x, y] for x, y in points if line.get("from", x) <= x <= line.get("to", x)]
    if len({x for x, _ in points}) < len(points):
        raise ValueError(f"table {line['table']!r} has several rows for one {line['x']!r}: add to 'where'")
    return points


_LAYOUTS = {
    "single": _choices,
    "multiple": _choices,
    "number": _typed_number,
    "text": _typed_text,
    "order": _order,
    "match": _match,
    "classify": _classify,
    "cloze": _cloze,
    "predict": _predict,
    "draw": _draw,
}

# --- keys: what the two graders take -----------------------------------------------------------------------------


def _accepted(answers):
    return sorted({grading.normal_text(answer) for lang in LANGUAGES for answer in answers[lang]} - {""})


_KEYS = {
    "single": lambda data, _: {"right": next(iter(faults.right_ids(data["options"])), "")},
    "multiple": lambda data, _: {"right": sorted(faults.right_ids(data["options"]))},
    "number": lambda data, _: {
        "value": data["value"],
        "tolerance": data["tolerance"],
        "mistakes": [wrong["value"] for wrong in data["mistakes"]],
    },
    "text": lambda data, _: {
        "accept": _accepted(data["accept"]),
        "mistakes": [_accepted(wrong["accept"]) for wrong in data["mistakes"]],
    },
    "order": lambda data, _: {"order": [item["id"] for item in data["items"]]},
    "match": lambda data, _: {"slots": {pair["id"]: pair["id"] for pair in data["pairs"]}},
    "classify": lambda data, _: {"slots": {item["id"]: item["bin"] for item in data["items"]}},
    "cloze": lambda data, _: {
        "slots": {gap["id"]: next(iter(faults.right_ids(gap["options"])), "") for gap in data["gaps"]}
    },
    "predict": lambda data, _: {"value": data["value"], **data["scale"]},
    "draw": lambda data, _: {"points": data["hidden"], "min": data["scale"]["min"], "max": data["scale"]["max"]},
}
