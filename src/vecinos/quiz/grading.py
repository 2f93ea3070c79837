"""Marking an answer. ``quiz.js`` holds the twin of this module; a test feeds both the same answers.

A *key* is a small dictionary (see ``model.key_of``), an *answer* what the page sends: an option id, a list of ids,
a mapping of slots to ids, or the text the reader typed. Only ASCII and canonical decomposition are relied on,
so that two Unicode versions cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\t\n"), " ")
_MINUS = dict.fromkeys(map(ord, "\u2212\u2012\u2013\u2010\u2011\ufe63\uff0d"), "-")
_MONEY = re.compile(r"^([+-]?) ?(?:(?:US|MX|USD|MXN) ?\$?|\$) ?([+-]?)(?=[0-9.,])", re.IGNORECASE | re.ASCII)
_TAIL = re.compile(r" ?(?:%|USD|MXN)$", re.IGNORECASE | re.ASCII)
_GROUPED = {sign: re.compile(r"^[0-9]{1,3}(?:" + re.escape(sign) + r"[0-9]{3})+$") for sign in " ,."}
_WHOLE = re.compile(r"^[0-9]*$")
_LONGEST = 40


def parse_number(text: str) -> float | None:
    """The number a reader typed, or None when it cannot be read. The rule is in docs/questions.md."""
    text = text.translate(_SPACES).translate(_MINUS).strip(" ")
    if not text or len(text) > _LONGEST:
        return None
    text = _TAIL.sub("", text, count=1)
    money = _MONEY.match(text)
    if money:
        text = money.group(1) + money.group(2) + text[money.end() :]
    sign, body = (text[0], text[1:].lstrip(" ")) if text[:1] in ("+", "-") else ("", text)
    digits = _decimal_form(body)
    return None if digits is None else float(sign + digits)


def _decimal_form(body: str) -> str | None:
    """ "1.234,5" -> "1234.5"; None when the signs make no number."""
    commas, dots = body.count(","), body.count(".")
    decimal = ""
    if commas and dots:
        decimal = "," if body.rfind(",") > body.rfind(".") else "."
    elif dots == 1:
        decimal = "."
    elif commas == 1:
        before, after = body.split(",")
        grouped = re.fullmatch(r"[1-9][0-9]{0,2}", before) and re.fullmatch(r"[0-9]{3}", after)
        decimal = "" if grouped else ","
    if decimal and body.count(decimal) > 1:
        return None
    whole, _, fraction = body.partition(decimal) if decimal else (body, "", "")
    if decimal and not re.fullmatch(r"[0-9]+", fraction):
        return None
    whole = _ungrouped(whole)
    if whole is None or not (whole or fraction):
        return None
    return (whole or "0") + ("." + fraction if fraction else "")


def _ungrouped(whole: str) -> str | None:
    if _WHOLE.match(whole):
        return whole
    for sign, pattern in _GROUPED.items():
        if pattern.match(whole):
            return whole.replace(sign, "")
    return None


def normal_text(text: str) -> str:
    """The letters a-z and digits of a text, small, without accents: what two typed answers are compared by."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign.lower() for sign in decomposed if sign.isascii() and sign.isalnum())


def is_close(value: float, target: float, tolerance: float) -> bool:
    # The hair on top forgives what binary fractions do to 0.1 + 0.2.
    return abs(value - target) <= tolerance + 1e-9 * max(1.0, abs(target))


def grade(kind: str, key: dict[str, Any], answer: Any) -> float | None:
    """The share of credit, 0 to 1; None when there is nothing to mark yet (empty, incomplete or unreadable).

    ``predict`` and ``draw`` give 1 for any readable commitment: they are not part of a score.
    """
    return _GRADERS[kind](key, _shaped(kind, answer))


def _shaped(kind: str, answer: Any) -> Any:
    """The answer if it has the shape its type needs, else None: it may come from a file or an older page."""
    if kind in ("single", "number", "text", "predict"):
        return answer if isinstance(answer, str) else None
    if kind == "draw":
        return answer if isinstance(answer, list) else None
    if kind in ("multiple", "order"):
        parts = answer if isinstance(answer, list) else [None]
    else:
        parts = list(answer.values()) if isinstance(answer, dict) else [None]
    return answer if all(isinstance(part, str) for part in parts) else None


def _single(key, answer):
    return None if not answer else float(answer == key["right"])


def _multiple(key, answer):
    if not answer:
        return None
    chosen, right = set(answer), set(key["right"])
    return max(0, len(chosen & right) - len(chosen - right)) / len(right)


def _number(key, answer):
    value = parse_number(answer or "")
    return None if value is None else float(is_close(value, key["value"], key["tolerance"]))


def _text(key, answer):
    text = normal_text(answer or "")
    return float(text in key["accept"]) if text else None


def _order(key, answer):
    if not answer or sorted(answer) != sorted(key["order"]):
        return None
    return sum(a == b for a, b in zip(answer, key["order"], strict=True)) / len(key["order"])


def _slots(key, answer):
    slots = key["slots"]
    if not answer or any(not answer.get(slot) for slot in slots):
        return None
    return sum(answer[slot] == right for slot, right in slots.items()) / len(slots)


def _predict(key, answer):
    return None if parse_number(answer or "") is None else 1.0


def _draw(key, answer):
    """1 when every missing point has been drawn."""
    complete = isinstance(answer, list) and len(answer) == len(key["points"])
    return 1.0 if complete and all(type(value) in (int, float) for value in answer) else None


_GRADERS = {
    "single": _single,
    "multiple": _multiple,
    "number": _number,
    "text": _text,
    "order": _order,
    "match": _slots,
    "classify": _slots,
    "cloze": _slots,
    "predict": _predict,
    "draw": _draw,
}


def mistake(kind: str, key: dict[str, Any], answer: Any) -> int | None:
    """Which of the question's known mistakes a typed answer is (its position), or None."""
    answer = _shaped(kind, answer)
    for position, wrong in enumerate(key.get("mistakes", [])):
        if kind == "number":
            value = parse_number(answer or "")
            if value is not None and is_close(value, wrong, key["tolerance"]):
                return position
        elif kind == "text" and normal_text(answer or "") in wrong:
            return position
    return None


def draw_error(key: dict[str, Any], answer: list[float]) -> float:
    """Mean distance between drawn and true points, as a share of the scale's height (0 = on the line)."""
    height = key["max"] - key["min"]
    return sum(abs(drawn - true) for drawn, (_, true) in zip(answer, key["points"], strict=True)) / len(answer) / height
