"""The three kinds of chart a lesson draws."""

from __future__ import annotations

import datetime as dt
import re

import pandas as pd

from vecinos.charts._card import WORDS, card
from vecinos.charts._draw import NARROW, WIDE, Plan, Series, bars_room, draw_png, draw_svg
from vecinos.data import DataError, about
from vecinos.display import Html
from vecinos.i18n import MONTHS, pick
from vecinos.i18n import date as say_date
from vecinos.mode import is_picture_only, is_static, language

TALLEST = 518  # CSS pixels: seven tenths of a small phone's screen


class ChartError(ValueError):
    """A chart call that leaves out something a reader needs; the message says what to add."""


def line_chart(
    data, x, y, series=None, *, title, unit, alt, source, decimals=0, step=False, highlight=(), marks=(), level=None,
    suffix="", labels=None, zero=False,
):  # fmt: skip
    """A line per series over years or dates. Returns a display object.

    ``data``: long DataFrame; ``x``: column of years (int) or timestamps; ``y``: numbers in ``unit``; ``series``: column
    of codes. ``title`` states the finding; ``alt`` says what a sighted reader would see; ``source``: the table (frame
    or name) or a list of them; ``step``: the value holds until the next; ``marks``: [(x, label)] events; ``level``:
    (y, label) a threshold; ``labels``: {code: label} where the manifest's do not serve. Raises ChartError.

    Every kind of chart says under the drawing what its manifests know to be a break between the periods it shows, and
    when one series mixes versions of its figures.
    """
    _expect(title=title, unit=unit, alt=alt)
    groups = _groups(data, x, y, series, source, labels, ordered=True)
    when = pd.api.types.is_datetime64_any_dtype(data[x])
    plan = Plan(
        "line", groups, decimals=decimals, step=step, highlight=tuple(highlight), level=level, suffix=suffix, zero=zero,
        marks=tuple((_place(at), text) for at, text in marks), breaks=_cuts(data, x, series, source),
        ticks=_date_ticks(groups) if when else None,
    )  # fmt: skip
    xs = sorted({at for one in groups for at in one.x})
    rows = [[_shown(at, when), *(_at(one, at) for one in groups)] for at in xs]
    notes = _notes(data, x, series, source)
    return _finish(plan, title, unit, alt, source, [_heading(x), *(one.label for one in groups)], rows, notes)


def bar_chart(
    data, x, y, series=None, *, title, unit, alt, source, decimals=0, highlight=(), level=None, suffix="", labels=None,
    tones=None,
):  # fmt: skip
    """Horizontal bars from zero, in the order of the rows: ``x`` the categories, ``y`` the values. As ``line_chart``.

    ``tones``: {category: meaning} colours single bars by what they stand for ("mexico", "canada" …).
    """
    return _categories(
        "bar", data, x, y, series, title, unit, alt, source, decimals, highlight, level, suffix, labels, tones
    )


def share_chart(data, x, y, series, *, title, unit, alt, source, decimals=0, suffix="", labels=None):
    """Parts of a whole: one bar per value of ``x``, cut into ``series``. As ``bar_chart``."""
    return _categories("share", data, x, y, series, title, unit, alt, source, decimals, (), None, suffix, labels, None)


def _categories(kind, data, x, y, series, title, unit, alt, source, decimals, highlight, level, suffix, labels, tones):
    _expect(title=title, unit=unit, alt=alt)
    groups = _groups(data, x, y, series, source, labels)
    names = list(dict.fromkeys(data[x]))
    shown = _labels(source, x, labels)
    groups = [
        Series(one.key, one.label, [shown.get(name, str(name)) for name in names], [_at(one, name) for name in names])
        for one in groups
    ]
    plan = Plan(
        kind, groups, decimals=decimals, highlight=tuple(shown.get(name, name) for name in highlight), level=level,
        suffix=suffix, extra={"tones": {shown.get(name, name): tone for name, tone in (tones or {}).items()}},
    )  # fmt: skip
    if kind == "bar" and (tall := bars_room(plan, NARROW)[1]) > TALLEST:
        raise ChartError(
            f"These bars stand {tall:.0f} pixels high on a phone, more than the {TALLEST} that can be seen at once. "
            "Show fewer categories, or draw a line."
        )
    rows = [[groups[0].x[place], *(one.y[place] for one in groups)] for place in range(len(names))]
    heads = [one.label for one in groups] if len(groups) > 1 else [unit]
    notes = _notes(data, x, series, source)
    return _finish(plan, title, unit, alt, source, [_heading(x), *heads], rows, notes)


def _finish(plan: Plan, title, unit, alt, source, header, rows, notes) -> Html:
    sizes = () if is_picture_only() else (NARROW, WIDE)
    drawings = "".join(draw_svg(plan, size, alt) for size in sizes)
    html = card(title, unit, drawings, _sources(source), notes, header, rows, plan.decimals)
    png = draw_png(plan) if is_static() else None
    return Html(html if drawings else None, f"{title} ({unit}). {alt}", png=png, styles=("chart",))


def _expect(**texts) -> None:
    for name, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            raise ChartError(
                f"This chart has no {name}. Add {name}=… : a chart without it cannot be understood by all."
            )


def _sources(source) -> list:
    return list(source) if isinstance(source, (list, tuple)) else [source]


def _labels(source, column, labels) -> dict:
    if labels:
        return labels
    for one in _sources(source):
        try:
            return about(one).labels(column)
        except DataError:
            continue
    return {}


def _groups(data, x, y, series, source, labels, ordered=False) -> list[Series]:
    for column in filter(None, (x, y, series)):
        if column not in data:
            raise ChartError(f"No column {column!r} in these data. Columns: {', '.join(map(str, data.columns))}.")
    if not len(data):
        raise ChartError("These data have no rows: check the condition that selected them.")
    shown = _labels(source, series, labels) if series else {}
    pieces = data.groupby(series, sort=False, observed=True) if series else [("", data)]
    found = []
    for key, piece in pieces:
        if piece[x].duplicated().any():
            twice = piece[x][piece[x].duplicated()].iloc[0]
            raise ChartError(
                f"{x} = {twice} comes twice{f' for {key}' if key else ''}: select one row for each, or name series=."
            )
        if ordered:
            piece = piece.sort_values(x)
        values = [None if pd.isna(value) else float(value) for value in piece[y]]
        found.append(
            Series(str(key), shown.get(key, str(key)), [_place(at) if ordered else at for at in piece[x]], values)
        )
    order = {code: place for place, code in enumerate(shown)}
    return sorted(found, key=lambda one: order.get(one.key, len(order)))


def _place(at):
    """A point on the axis: ISO months and days as the number matplotlib counts days by, all else as it is."""
    if isinstance(at, str) and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", at):
        at = pd.Timestamp(at)
    return at.toordinal() if isinstance(at, (dt.date, pd.Timestamp)) else at


def _shown(at, when: bool) -> str:
    return say_date(dt.date.fromordinal(at)) if when else str(at)


def _at(one: Series, at):
    return one.y[one.x.index(at)] if at in one.x else None


def _heading(column: str) -> str:
    names = {"year": {"en": "Year", "es": "Año"}, "date": {"en": "Date", "es": "Fecha"}}
    return pick(names[column]) if column in names else column.replace("_", " ").capitalize()


def _date_ticks(groups) -> dict:
    first, last = min(one.x[0] for one in groups), max(one.x[-1] for one in groups)
    days = pd.date_range(dt.date.fromordinal(first), dt.date.fromordinal(last), freq="QS")
    return {day.toordinal(): f"{MONTHS[language()][day.month - 1][:3]} {day.year}" for day in days}


def _day(text) -> str | None:
    """A period as the ISO day it begins on, so that years, months and days compare; None for anything else."""
    if isinstance(text, (dt.date, pd.Timestamp)):
        return text.isoformat()[:10]
    return (str(text) + "-01-01")[:10] if re.fullmatch(r"\d{4}(-\d{2}){0,2}", str(text)) else None


def _crossed(data, x, series, source) -> list[tuple[object, dict]]:
    """The known breaks that lie between the periods of ``x``: [(first period after the break, entry)]."""
    when = {at: day for at in dict.fromkeys(data[x]) if (day := _day(at))}
    codes = {str(code) for column in data.columns if data[column].dtype.kind in "OU" for code in data[column].unique()}
    found = []
    for one in _sources(source):
        for entry in about(one).breaks:
            code = entry.get("series")
            if code is not None and code not in (codes if series is None else set(data[series])):
                continue
            later = [at for at, day in when.items() if day >= _day(str(entry["at"]))]
            if 0 < len(later) < len(when):
                found.append((min(later), entry))
    return found


def _cuts(data, x, series, source) -> tuple:
    """Where the lines are cut: (place on the axis, series key or None for all)."""
    return tuple(
        (_place(at), entry.get("series") if series else None) for at, entry in _crossed(data, x, series, source)
    )


def _notes(data, x, series, source) -> list[str]:
    """What the reader is told under the chart."""
    known = [entry for _, entry in _crossed(data, x, series, source)]
    notes = [pick(WORDS["break"]).format(say_date(str(entry["at"])), pick(entry["why"])) for entry in known]
    if "vintage" in data and "vintage" not in (x, series):
        pieces = data.groupby(series, observed=True)["vintage"] if series else [("", data["vintage"])]
        mixed = {version: None for _, piece in pieces if piece.nunique() > 1 for version in piece.unique()}
        if mixed:
            shown = _labels(source, "vintage", None)
            notes.append(pick(WORDS["versions"]).format("; ".join(shown.get(one, str(one)) for one in mixed)))
    return notes
