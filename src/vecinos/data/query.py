"""Questions put to the tables: the small language of answer keys and of figures in prose.

An expression is data (read from YAML), never code. docs/architecture.md, "Data queries", gives its forms.
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from vecinos.data.errors import DataError
from vecinos.data.load import Catalogue
from vecinos.data.manifest import Field, Manifest

DEPTH = 20


def _percent_change(old: float, new: float) -> float:
    return (new - old) / old * 100


def _share(part: float, whole: float) -> float:
    return part / whole * 100


# name -> (function of the values, number of arguments; None = one or more, each may stand for several cells)
OPERATIONS: dict[str, tuple[Callable, int | None]] = {
    "add": (lambda *values: math.fsum(values), 2),
    "subtract": (lambda first, second: first - second, 2),
    "multiply": (lambda first, second: first * second, 2),
    "divide": (lambda first, second: first / second, 2),
    "percent_change": (_percent_change, 2),
    "share": (_share, 2),
    "abs": (abs, 1),
    "round": (lambda value: value, 1),
    "mean": (lambda *values: math.fsum(values) / len(values), None),
    "sum": (lambda *values: math.fsum(values), None),
    "max": (max, None),
    "min": (min, None),
    "count": (lambda *values: len(values), None),
}


def evaluate(expression, catalogue: Catalogue):
    """The number or string an expression stands for, as a plain Python int, float or str (dates in ISO form).

    Raises DataError naming the place in the expression ("args[1].where.year"), the table and the mend.
    """
    return _single(expression, catalogue, "expression", 0)


def _single(expression, catalogue: Catalogue, place: str, depth: int):
    if depth > DEPTH:
        raise DataError(f"{place}: more than {DEPTH} levels deep. Mend: split the expression.")
    if isinstance(expression, bool) or expression is None:
        raise DataError(f"{place}: {expression!r} is no number or text. Mend: put a text in quotes.")
    if isinstance(expression, (int, float)):
        if not math.isfinite(expression):
            raise DataError(f"{place}: {expression!r} is no number.")
        return expression
    if isinstance(expression, str):
        return expression
    if isinstance(expression, dt.date):
        return expression.isoformat()
    if not isinstance(expression, Mapping):
        raise DataError(f"{place}: expected a number, a text, or a mapping with table or op; found {expression!r}.")
    if "op" in expression:
        return _operation(expression, catalogue, place, depth)
    if "pick" in expression:
        return _pick(expression, catalogue, place)
    if "table" in expression:
        return _cell(expression, catalogue, place)
    raise DataError(f"{place}: has neither table nor op; found keys {', '.join(map(str, expression))}.")


def _operation(expression: Mapping, catalogue: Catalogue, place: str, depth: int):
    _expect_keys(expression, place, required={"op", "args"}, optional={"digits"})
    name, args, digits = expression["op"], expression["args"], expression.get("digits")
    if not isinstance(name, str) or name not in OPERATIONS:
        raise DataError(f"{place}.op: no operation {name!r}. Operations: {', '.join(OPERATIONS)}.")
    function, count = OPERATIONS[name]
    if not isinstance(args, list) or not args or (count and len(args) != count):
        wanted = f"a list of {count}" if count else "a list of one or more"
        raise DataError(f"{place}.args: {name} takes {wanted}, found {args!r}.")
    if digits is not None and (isinstance(digits, bool) or not isinstance(digits, int) or not -12 <= digits <= 12):
        raise DataError(f"{place}.digits: must be a whole number from -12 to 12, found {digits!r}.")
    values = []
    for position, argument in enumerate(args):
        here = f"{place}.args[{position}]"
        if count is None and isinstance(argument, Mapping) and "value" in argument:
            values += [(cell, here) for cell in _cells(argument, catalogue, here)]
        else:
            values.append((_single(argument, catalogue, here, depth + 1), here))
    if name != "count":
        for value, here in values:
            if not isinstance(value, (int, float)):
                raise DataError(f"{here}: {name} needs numbers, found the text {value!r}.")
    try:
        result = function(*(value for value, _ in values))
    except (ZeroDivisionError, OverflowError):
        result = math.inf
    if not math.isfinite(result):
        raise DataError(f"{place}: {name} of {[value for value, _ in values]} is no number (a division by zero?).")
    if name == "round" or digits is not None:
        return _rounded(result, digits or 0)
    return result


def _rounded(value: float, digits: int) -> float | int:
    """Rounded half away from zero, as readers round; binary noise such as 0.1 + 0.2 does not tip the scale."""
    quantum = Decimal(1).scaleb(-digits)
    result = Decimal(f"{value:.15g}").quantize(quantum, rounding=ROUND_HALF_UP)
    return int(result) if digits <= 0 else float(result)


def _cell(expression: Mapping, catalogue: Catalogue, place: str):
    cells = _cells(expression, catalogue, place)
    if len(cells) > 1:
        raise DataError(
            f"{place}: {len(cells)} rows of table {expression['table']} match {_said(expression.get('where', {}))}. "
            "Mend: narrow where down to one row, or use sum, mean, max, min or count."
        )
    return cells[0]


def _cells(expression: Mapping, catalogue: Catalogue, place: str) -> list:
    """Every cell that matches; at least one, none empty."""
    _expect_keys(expression, place, required={"table", "value"}, optional={"where"})
    frame, manifest = _matching(expression, catalogue, place)
    column = _column(manifest, expression["value"], f"{place}.value")
    return [_plain(cell, column, manifest, place) for cell in frame[column.name]]


def _pick(expression: Mapping, catalogue: Catalogue, place: str):
    ends = [end for end in ("max", "min") if end in expression]
    if len(ends) != 1:
        raise DataError(f"{place}: pick needs exactly one of max and min.")
    end = ends[0]
    _expect_keys(expression, place, required={"table", "pick", end}, optional={"where"})
    frame, manifest = _matching(expression, catalogue, place)
    picked = _column(manifest, expression["pick"], f"{place}.pick")
    measured = _column(manifest, expression[end], f"{place}.{end}")
    if measured.type not in ("integer", "number"):
        raise DataError(f"{place}.{end}: column {measured.name} of table {manifest.name} holds no numbers.")
    values = frame[measured.name]
    if values.isna().any():
        raise DataError(f"{place}: table {manifest.name} has empty cells in {measured.name} there. Mend: narrow where.")
    best = frame[values == (values.max() if end == "max" else values.min())]
    if len(best) > 1:
        tied = ", ".join(str(_plain(cell, picked, manifest, place)) for cell in best[picked.name])
        raise DataError(f"{place}: table {manifest.name} has a tie for {end} of {measured.name}: {tied}.")
    return _plain(best[picked.name].iloc[0], picked, manifest, place)


def _matching(expression: Mapping, catalogue: Catalogue, place: str) -> tuple[pd.DataFrame, Manifest]:
    try:
        frame = catalogue.table(expression["table"])
    except DataError as error:
        raise DataError(f"{place}.table: {error}") from None
    manifest = frame.attrs["vecinos"]
    where = expression.get("where", {})
    if not isinstance(where, Mapping):
        raise DataError(f"{place}.where: expected column: value pairs, found {where!r}.")
    for name, wanted in where.items():
        column = _column(manifest, name, f"{place}.where")
        frame = _narrow(frame, column, wanted, manifest, f"{place}.where.{name}")
    if frame.empty:
        raise DataError(f"{place}.where: no row of table {manifest.name} matches {_said(where)} together.")
    return frame, manifest


def _narrow(frame: pd.DataFrame, column: Field, wanted, manifest: Manifest, place: str) -> pd.DataFrame:
    wanted = wanted if isinstance(wanted, list) else [wanted]
    texts = _as_text(frame[column.name], column)
    keep = pd.Series(False, index=frame.index)
    for value in wanted:
        match = texts == _wanted_text(value, column, manifest, place)
        if not match.any():
            there = texts.dropna().drop_duplicates()
            raise DataError(f"{place}: table {manifest.name} has no {column.name} {value!r}{_near(value, there)}.")
        keep |= match
    return frame[keep]


def _near(value, texts: pd.Series) -> str:
    """What to say of the values that are there, in the rows the conditions before this one left."""
    known = [text.removesuffix(".0") for text in texts]
    close = difflib.get_close_matches(str(value), known, n=3)
    if close:
        return f" (in the rows left so far). Near: {', '.join(close)}"
    shown = known if len(known) <= 8 else [known[0], "…", known[-1]]
    return f" (in the rows left so far). There are: {', '.join(shown)}"


def _wanted_text(value, column: Field, manifest: Manifest, place: str) -> str:
    """What the wanted value looks like in a column of text; a number never silently stands for a text or back."""
    if isinstance(value, dt.date) and column.type in ("date", "partial-date"):
        return value.isoformat()
    numeric = column.type in ("integer", "number")
    if numeric and (isinstance(value, bool) or not isinstance(value, (int, float))):
        raise DataError(f"{place}: column {column.name} of table {manifest.name} holds numbers, found {value!r}.")
    if not numeric and not isinstance(value, str):
        raise DataError(f"{place}: column {column.name} of table {manifest.name} holds text: put {value} in quotes.")
    return repr(float(value)) if numeric else value


def _as_text(cells: pd.Series, column: Field) -> pd.Series:
    if column.type == "date":
        return cells.dt.strftime("%Y-%m-%d")
    if column.type == "yearmonth":
        return cells.dt.strftime("%Y-%m")
    if column.type in ("integer", "number"):
        return cells.astype("float64").map(repr)
    return cells


def _column(manifest: Manifest, name, place: str) -> Field:
    try:
        return manifest.field(name)
    except DataError as error:
        raise DataError(f"{place}: {error}") from None


def _plain(cell, column: Field, manifest: Manifest, place: str):
    if pd.isna(cell):
        raise DataError(f"{place}: the cell of {column.name} in table {manifest.name} is empty. Mend: narrow where.")
    if column.type == "integer":
        return int(cell)
    if column.type == "number":
        return float(cell)
    if column.type in ("date", "yearmonth"):
        return cell.strftime("%Y-%m-%d" if column.type == "date" else "%Y-%m")
    return str(cell)


def _said(where: Mapping) -> str:
    return ", ".join(f"{column} = {value}" for column, value in where.items()) or "(no where given)"


def _expect_keys(expression: Mapping, place: str, required: set[str], optional: set[str]) -> None:
    missing, unknown = required - set(expression), set(map(str, expression)) - required - optional
    if missing:
        raise DataError(f"{place}: {sorted(missing)[0]} is missing.")
    if unknown:
        raise DataError(
            f"{place}: unknown key {sorted(unknown)[0]!r}. Mend: use {', '.join(sorted(required | optional))}."
        )
