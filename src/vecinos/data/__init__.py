"""The tables of the course: loading, describing and querying them.

``table("trade-goods")`` is a pandas DataFrame; ``frame.about`` (or ``about(name)``) shows where it comes from.
"""

from __future__ import annotations

import pandas as pd

from vecinos.data.errors import DataError
from vecinos.data.load import Catalogue
from vecinos.data.manifest import Manifest
from vecinos.data.query import evaluate as _evaluate

__all__ = ["DataError", "Manifest", "about", "evaluate", "labels", "manifest", "table", "tables"]

_catalogue = Catalogue()


def table(name: str) -> pd.DataFrame:
    """A table of the course as a new DataFrame, one row per observation; ``attrs["vecinos"]`` is its Manifest.

    Years are integers, days and months timestamps (a month is its first day), values floats, all else strings.
    Raises DataError for an unknown name (it lists the tables) and for a file that is not what its manifest says
    (it names the file, the line, the rule and the mend).
    """
    return _catalogue.table(name)


def manifest(name: str) -> Manifest:
    """The Manifest of a table: title, fields, units, sources, vintage, breaks. Raises DataError as ``table`` does."""
    return _catalogue.manifest(name)


def tables() -> list[str]:
    """The names of all tables, sorted."""
    return _catalogue.tables()


def evaluate(expression) -> int | float | str:
    """What a data query stands for: a plain int, float or str (dates in ISO form).

    The forms are in docs/architecture.md, "Data queries". Raises DataError naming the place in the expression,
    the table and the mend; an empty cell, several matches and no match are errors.
    """
    return _evaluate(expression, _catalogue)


def labels(source: pd.DataFrame | Manifest | str, column: str, lang: str | None = None) -> dict[str, str]:
    """code -> reader's label for a column, in display order, in the edition's language unless ``lang`` is given.

    ``source`` is a table, its manifest or its name. Raises DataError for a column without labels.
    """
    return about(source).labels(column, lang)


def about(source: pd.DataFrame | pd.Series | Manifest | str) -> Manifest:
    """The Manifest of a table, of a frame or column made from one, or itself; a notebook shows it as text."""
    if isinstance(source, Manifest):
        return source
    if isinstance(source, str):
        return manifest(source)
    found = getattr(source, "attrs", {}).get("vecinos")
    if found is None:
        raise DataError(
            "This is not a table of the course, or the step that made it (a merge, a pivot) dropped its manifest. "
            'Mend: ask the table itself, table("…").about, or about("…") with its name.'
        )
    return found


@pd.api.extensions.register_series_accessor("about")
@pd.api.extensions.register_dataframe_accessor("about")
def _about(frame: pd.DataFrame | pd.Series) -> Manifest:
    # pandas asks for AttributeError here: hasattr(frame, "about") must be False for any other frame.
    try:
        return about(frame)
    except DataError as error:
        raise AttributeError(str(error)) from None
