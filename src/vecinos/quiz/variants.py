"""Drawing the parameters of a question template: the same seed gives the same numbers everywhere.

The draw hashes question id, seed and attempt (SHA-256) instead of using a random module, so that neither a Python
release nor another language's generator can change anybody's variant.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Any

from vecinos.i18n import number, short_number

ATTEMPTS = 200
PLACEHOLDER = re.compile(r"\{\{([a-z][a-z0-9_]*)(?::([0-9]|year))?\}\}")


def dice(*parts: object) -> int:
    """A large whole number that depends on ``parts`` alone."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, parts)).encode("utf-8")).digest()[:8], "big")


def shuffled(items: Sequence[Any], *parts: object) -> list[Any]:
    """The items in an order that depends on ``parts`` alone (Fisher-Yates)."""
    result = list(items)
    for last in range(len(result) - 1, 0, -1):
        other = dice(*parts, last) % (last + 1)
        result[last], result[other] = result[other], result[last]
    return result


def draw(question: dict[str, Any], seed: int, attempt: int, evaluate: Callable[[Any], Any]) -> dict[str, Any]:
    """{name: value} of the question's ``params`` and ``compute`` for one seed; empty when it is no template."""
    values: dict[str, Any] = {}
    for name, rule in question.get("params", {}).items():
        choices = rule.get("choose") or range(rule["from"], rule["to"] + 1, rule.get("step", 1))
        if not choices:
            raise ValueError(f"parameter {name}: 'to' is below 'from'. Swap them")
        values[name] = choices[dice(question["id"], seed, attempt, name) % len(choices)]
    for name, expression in question.get("compute", {}).items():
        values[name] = evaluate(fill(expression, values))
    return values


def guarded(question: dict[str, Any], values: dict[str, Any], evaluate: Callable[[Any], Any]) -> bool:
    """Whether the drawn values pass every guard of the question."""
    for guard in question.get("guards", []):
        if "distinct" in guard:
            results = [evaluate(fill(expression, values)) for expression in guard["distinct"]]
            if len(set(results)) < len(results):
                return False
        else:
            result = evaluate(fill(guard["value"], values))
            if not guard.get("min", result) <= result <= guard.get("max", result):
                return False
    return True


def fill(value: Any, values: dict[str, Any]) -> Any:
    """``value`` with every {param: name} replaced by its number and every {{name}} in a text written out.

    Raises KeyError naming a parameter that does not exist.
    """
    if isinstance(value, str):
        return PLACEHOLDER.sub(lambda match: _written(_look(values, match.group(1)), match.group(2)), value)
    if isinstance(value, list):
        return [fill(item, values) for item in value]
    if isinstance(value, dict):
        if set(value) == {"param"}:
            return _look(values, value["param"])
        return {key: fill(item, values) for key, item in value.items()}
    return value


def _look(values: dict[str, Any], name: str) -> Any:
    if name not in values:
        raise KeyError(f"no parameter {name!r}; the question has {', '.join(values) or 'none'}")
    return values[name]


def _written(value: Any, form: str | None) -> str:
    if isinstance(value, str):
        return value
    if form == "year":
        return str(int(value))
    return show_number(value, None if form is None else int(form))


def show_number(value: float, decimals: int | None = None) -> str:
    """1234.5 -> "1,234.5"; without ``decimals`` two at most, and no trailing zeros."""
    return short_number(value, 2) if decimals is None else number(value, decimals)
