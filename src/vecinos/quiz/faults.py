"""What makes a question, or one draw of a template, unusable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from vecinos.mode import LANGUAGES
from vecinos.quiz import grading
from vecinos.quiz.variants import show_number

if TYPE_CHECKING:
    from vecinos.quiz.model import Question

GAP = re.compile(r"\[\[([a-z0-9-]+)\]\]")


def faults(question: Question) -> list[str]:
    """What is wrong with this variant: no right answer or two, look-alike choices, a key that leaks or cannot be typed.

    Empty when nothing is.
    """
    return [*_choice_faults(question), *_KIND_FAULTS.get(question.type, lambda _: [])(question)]


def choice_lists(question: Question) -> list[list[dict[str, Any]]]:
    """Every list of choices a reader picks from (texts must differ within a list)."""
    data = question.data
    return {
        "single": lambda: [data["options"]],
        "multiple": lambda: [data["options"]],
        "order": lambda: [data["items"]],
        "match": lambda: [data["choices"], [{"id": p["id"], "text": p["left"]} for p in data["pairs"]]],
        "classify": lambda: [data["bins"], data["items"]],
        "cloze": lambda: [gap["options"] for gap in data["gaps"]] + [[{"id": gap["id"]} for gap in data["gaps"]]],
    }.get(question.type, list)()


def right_ids(options: list[dict[str, Any]]) -> list[str]:
    """The ids of the options marked right."""
    return [option["id"] for option in options if option.get("right")]


def _choice_faults(question: Question) -> list[str]:
    found = []
    for choices in choice_lists(question):
        ids = [choice["id"] for choice in choices]
        found += [
            f"id {name!r} is used twice among the choices" for name in sorted({n for n in ids if ids.count(n) > 1})
        ]
        for lang in LANGUAGES:
            texts = [choice["text"][lang].strip().casefold() for choice in choices if "text" in choice]
            twice = sorted({text for text in texts if texts.count(text) > 1})
            found += [f"two choices read alike in {lang!r}: {text!r}" for text in twice]
    return found


def _single_faults(question):
    count = len(right_ids(question.data["options"]))
    return [] if count == 1 else [f"{count} options are marked right; a single question has exactly one"]


def _multiple_faults(question):
    right, options = len(question.key["right"]), len(question.data["options"])
    return [] if 1 < right < options else [f"{right} of {options} options are right; take two or more, but not all"]


def _number_faults(question):
    data, key = question.data, question.key
    found = []
    shown = show_number(data["value"], data.get("decimals"))
    if not grading.grade("number", key, shown):
        found.append(f"the answer shown ({shown}) is outside the tolerance: raise 'decimals' or 'tolerance'")
    for wrong in key["mistakes"]:
        if grading.is_close(wrong, key["value"], key["tolerance"]):
            found.append(f"a mistake ({show_number(wrong)}) is within the tolerance of the key")
    return found + _leaks(question, shown)


def _leaks(question: Question, shown: str) -> list[str]:
    for text in (question.prompt, *question.hints):
        for lang in LANGUAGES:
            if shown in re.findall(r"[−-]?[0-9][0-9,]*(?:\.[0-9]+)?", text[lang]):
                return [f"the answer ({shown}) stands in the prompt or a hint ({lang})"]
    return []


def _text_faults(question):
    key = question.key
    found = [] if key["accept"] else ["no accepted answer has a letter a-z or a digit"]
    for lang in LANGUAGES:
        words = {grading.normal_text(word) for word in question.prompt[lang].split()}
        if words & {answer for answer in key["accept"] if len(answer) > 2}:
            found.append(f"an accepted answer stands in the prompt ({lang})")
    if any(set(wrong) & set(key["accept"]) for wrong in key["mistakes"]):
        found.append("a mistake is also an accepted answer")
    return found


def _classify_faults(question):
    bins = {item["id"] for item in question.data["bins"]}
    lost = [item["id"] for item in question.data["items"] if item["bin"] not in bins]
    return [f"item {name!r} names a bin that does not exist" for name in lost]


def _cloze_faults(question):
    found = []
    gaps = [gap["id"] for gap in question.data["gaps"]]
    for lang in LANGUAGES:
        if sorted(GAP.findall(question.data["text"][lang])) != sorted(gaps):
            found.append(f"the passage ({lang}) must hold each gap once: {', '.join(f'[[{name}]]' for name in gaps)}")
    for gap in question.data["gaps"]:
        if len(right_ids(gap["options"])) != 1:
            found.append(f"gap {gap['id']!r} must have exactly one right option")
    return found


def _predict_faults(question):
    scale, data = question.data["scale"], question.data
    values = [data["value"], *(anchor["value"] for anchor in data["anchors"])]
    found = [] if scale["min"] < scale["max"] else ["the scale's min is not below its max"]
    if not all(scale["min"] <= value <= scale["max"] for value in values):
        found.append("the key or an anchor lies outside the scale")
    return found + _leaks(question, show_number(data["value"], data.get("decimals")))


def _draw_faults(question):
    scale, data = question.data["scale"], question.data
    inside = all(scale["min"] <= y <= scale["max"] for _, y in data["given"] + data["hidden"])
    return [] if inside else ["a point of the line lies outside the scale"]


_KIND_FAULTS = {
    "single": _single_faults,
    "multiple": _multiple_faults,
    "number": _number_faults,
    "text": _text_faults,
    "classify": _classify_faults,
    "cloze": _cloze_faults,
    "predict": _predict_faults,
    "draw": _draw_faults,
}
