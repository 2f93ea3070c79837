"""The checks a student can see: is this an answer of the right form? They know no answer, so they give none away."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable, Sequence

from vecinos.i18n import number
from vecinos.mode import language

SAID = {
    "empty": {
        "en": "`{name}` is still None. Write your answer in the cell above, run that cell, then run this one.",
        "es": "`{name}` sigue siendo None. Escribe tu respuesta en la celda de arriba, córrela y luego corre esta.",
    },
    "table": {
        "en": "`{name}` is a {kind}, not one number. Pick the value you need, for example with .item().",
        "es": "`{name}` es de tipo {kind}, no un solo número. Toma el valor que necesitas, por ejemplo con .item().",
    },
    "text": {
        "en": "`{name}` is text ({value!r}). Give the number itself, without quotation marks.",
        "es": "`{name}` es texto ({value!r}). Da el número solo, sin comillas.",
    },
    "number": {
        "en": "`{name}` should be a number; it is a {kind}.",
        "es": "`{name}` debe ser un número; es de tipo {kind}.",
    },
    "nan": {
        "en": "`{name}` is not a finite number. Is a value missing, or did you divide by zero?",
        "es": "`{name}` no es un número finito. ¿Falta un valor o dividiste entre cero?",
    },
    "range": {
        "en": "`{name}` is {value}. An answer in {unit} should lie between {low} and {high}: check the unit.",
        "es": "`{name}` es {value}. Una respuesta en {unit} debe estar entre {low} y {high}: revisa la unidad.",
    },
    "year": {
        "en": "`{name}` is {value}. It should be a year from {low} to {high}.",
        "es": "`{name}` es {value}. Debe ser un año entre {low} y {high}.",
    },
    "sign": {
        "en": "`{name}` is {value}. The answer should lie between {low} and {high}: check the sign.",
        "es": "`{name}` es {value}. La respuesta debe estar entre {low} y {high}: revisa el signo.",
    },
    "whole": {
        "en": "`{name}` is {value}. It should be a whole number.",
        "es": "`{name}` es {value}. Debe ser un número entero.",
    },
    "items": {
        "en": "`{name}` should be a list, such as {example}; it is a {kind}.",
        "es": "`{name}` debe ser una lista, como {example}; es de tipo {kind}.",
    },
    "unknown": {
        "en": "`{name}` contains {odd!r}. {use}: {allowed}.",
        "es": "`{name}` contiene {odd!r}. {use}: {allowed}.",
    },
    "count": {
        "en": "`{name}` has {count} items, or one of them twice. {use}: {allowed}.",
        "es": "`{name}` tiene {count} elementos, o uno repetido. {use}: {allowed}.",
    },
    "use-all": {"en": "Use each of these once", "es": "Usa cada uno de estos una vez"},
    "use-some": {"en": "Choose {count} different ones of these", "es": "Elige {count} distintos de entre estos"},
    "frame": {
        "en": "`{name}` should be a pandas DataFrame (a table); it is a {kind}.",
        "es": "`{name}` debe ser un DataFrame de pandas (una tabla); es de tipo {kind}.",
    },
    "columns": {
        "en": "`{name}` has no column {missing}. It needs the columns {wanted}.",
        "es": "A `{name}` le falta la columna {missing}. Necesita las columnas {wanted}.",
    },
    "rows": {
        "en": "`{name}` has no rows left. Look at your filter: are the names spelt as in the table?",
        "es": "`{name}` se quedó sin filas. Revisa tu filtro: ¿los nombres están escritos como en la tabla?",
    },
    "words": {
        "en": "`{name}` has {count} words; write between {low} and {high}.",
        "es": "`{name}` tiene {count} palabras; escribe entre {low} y {high}.",
    },
    "string": {
        "en": "`{name}` should be text between quotation marks; it is a {kind}.",
        "es": "`{name}` debe ser un texto entre comillas; es de tipo {kind}.",
    },
    "fine": {
        "en": "`{name}`: the form is right. Whether the answer is right is decided when it is graded.",
        "es": "`{name}`: la forma es correcta. Si la respuesta es correcta se decide al calificar.",
    },
}


class CheckError(AssertionError):
    """An answer of the wrong form. A notebook shows its sentence alone: a traceback would bury it."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


def check_number(value: object, name: str, *, low: float, high: float, unit: str, whole: bool = False) -> None:
    """Say that ``value`` is one finite number from ``low`` to ``high`` (in ``unit``), or fail saying what is wrong.

    ``whole``: only whole numbers will do. Raises CheckError with the sentence a student needs.
    """
    _answered(value, name)
    if isinstance(value, str):
        _fail("text", name=name, value=value)
    if hasattr(value, "__len__"):
        _fail("table", name=name, kind=type(value).__name__)
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        _fail("number", name=name, kind=type(value).__name__)
    if not math.isfinite(value):
        _fail("nan", name=name)
    if value < 0 <= low <= -value <= high:
        _fail("sign", name=name, value=_short(value), low=_short(low), high=_short(high))
    if not low <= value <= high and whole and 1_000 < low <= high < 3_000:
        _fail("year", name=name, value=f"{value:g}", low=low, high=high)
    if not low <= value <= high:
        _fail("range", name=name, value=_short(value), unit=unit, low=_short(low), high=_short(high))
    if whole and value != int(value):
        _fail("whole", name=name, value=_short(value))
    _fine(name)


def check_items(value: object, name: str, *, allowed: Sequence[str], count: int | None = None) -> None:
    """Say that ``value`` is a list of ``count`` different ones of ``allowed`` (all of them unless told), or fail."""
    _answered(value, name)
    if isinstance(value, str) or not isinstance(value, Iterable):
        _fail("items", name=name, kind=type(value).__name__, example=list(allowed[:2]))
    items = list(value)
    known = ", ".join(repr(one) for one in allowed)
    use = SAID["use-some" if count else "use-all"][language()].format(count=count)
    for odd in items:
        if odd not in allowed:
            _fail("unknown", name=name, odd=odd, use=use, allowed=known)
    if len(items) != (count or len(allowed)) or len(set(items)) != len(items):
        _fail("count", name=name, count=len(items), use=use, allowed=known)
    _fine(name)


def check_frame(value: object, name: str, *, columns: Sequence[str]) -> None:
    """Say that ``value`` is a DataFrame with rows and with these ``columns``, or fail saying what is missing."""
    import pandas as pd

    _answered(value, name)
    if not isinstance(value, pd.DataFrame):
        _fail("frame", name=name, kind=type(value).__name__)
    missing = [column for column in columns if column not in value.columns]
    if missing:
        _fail("columns", name=name, missing=", ".join(map(repr, missing)), wanted=", ".join(map(repr, columns)))
    if value.empty:
        _fail("rows", name=name)
    _fine(name)


def check_words(value: object, name: str, *, low: int, high: int) -> None:
    """Say that ``value`` is a text of ``low`` to ``high`` words, or fail saying how many it has."""
    _answered(value, name)
    if not isinstance(value, str):
        _fail("string", name=name, kind=type(value).__name__)
    if not low <= len(value.split()) <= high:
        _fail("words", name=name, count=len(value.split()), low=low, high=high)
    _fine(name)


def _answered(value: object, name: str) -> None:
    if value is None or value is Ellipsis:
        _fail("empty", name=name)


def _fail(code: str, **values: object) -> None:
    raise CheckError(SAID[code][language()].format(**values))


def _fine(name: str) -> None:
    print("✓", SAID["fine"][language()].format(name=name))


def _short(value: float) -> str:
    return number(value) if float(value).is_integer() else number(value, 2)
