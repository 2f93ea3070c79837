"""The map of the border: values of ports and twin cities as circles, of border states as shades."""

from __future__ import annotations

import difflib

import pandas as pd

from vecinos.charts._card import card
from vecinos.charts._draw import NARROW, WIDE
from vecinos.charts._map import MapPlan, Spot, map_png, map_svg
from vecinos.charts.kinds import ChartError, _expect, _heading, _labels, _sources
from vecinos.data import borderland
from vecinos.display import Html
from vecinos.i18n import number, pick
from vecinos.mode import is_picture_only, is_static


def border_map(data, place, value, *, title, unit, alt, source, decimals=0, suffix="", labels=None):
    """The border between the Pacific and the Gulf with a value for each place or state. Returns a display object.

    ``data``: one row per place; ``place``: column of codes, either ports of entry (as in ``border-ports``) or pairs of
    cities (as in ``twin-cities``), drawn as circles whose area is the value, or border states ("texas", "sonora" …),
    drawn in shades of their country's colour; ``value``: numbers in ``unit``. Ports that share one place on the map
    are drawn as one circle of their sum (the data below keep them apart), so let values be ones that add up. The rest
    is as in ``line_chart``. Raises ChartError.
    """
    _expect(title=title, unit=unit, alt=alt)
    rows = _rows(data, place, value)
    shown = _labels(source, place, labels)
    plan = _plan(rows, shown, decimals, suffix)
    sizes = () if is_picture_only() else (NARROW, WIDE)
    drawings = "".join(map_svg(plan, size, alt) for size in sizes)
    names = [[plan.names[code], amount] for code, amount in rows.items()]
    notes = [pick(borderland.credit()) + "."]
    html = card(title, unit, drawings, _sources(source), notes, [_heading(place), unit], names, decimals)
    png = map_png(plan) if is_static() else None
    return Html(html if drawings else None, f"{title} ({unit}). {alt}", png=png, styles=("chart",))


def _rows(data, place, value) -> dict[str, float | None]:
    for column in (place, value):
        if column not in data:
            raise ChartError(f"No column {column!r} in these data. Columns: {', '.join(map(str, data.columns))}.")
    if not len(data):
        raise ChartError("These data have no rows: check the condition that selected them.")
    twice = data[place][data[place].duplicated()]
    if len(twice):
        raise ChartError(f"{place} = {twice.iloc[0]} comes twice: select one row for each place.")
    return {
        str(code): None if pd.isna(amount) else float(amount)
        for code, amount in zip(data[place], data[value], strict=True)
    }


def _plan(rows: dict, shown: dict, decimals: int, suffix: str) -> MapPlan:
    states, places = borderland.states(), borderland.places()
    where = {port: key for key, one in places.items() for port in one["ports"]} | {key: key for key in places}
    known = states if any(code in states for code in rows) else where
    for code, amount in rows.items():
        if code not in known:
            kind = "border state" if known is states else "port of entry or pair of cities"
            near = difflib.get_close_matches(code, known, 3, 0.5)
            hint = f"Did you mean {' or '.join(map(repr, near))}?" if near else f"It knows: {', '.join(known)}."
            raise ChartError(f"The map knows no {kind} {code!r}. {hint}")
        if amount is not None and amount < 0:
            raise ChartError(f"{code} is {amount:g}: a circle or shade cannot show less than zero; use bar_chart.")

    def said(amount):
        return "–" if amount is None else number(amount, decimals) + suffix

    if known is states:
        names = {code: shown.get(code, pick(states[code]["name"])) for code in rows}
        return MapPlan({}, rows, {code: said(amount) for code, amount in rows.items()}, names)
    names = {code: shown.get(code, code.replace("-", " ").title()) for code in rows}
    groups: dict[str, list[str]] = {}
    for code in rows:
        groups.setdefault(where[code], []).append(code)
    spots = {}
    for key, codes in groups.items():
        amounts = [rows[code] for code in codes if rows[code] is not None]
        total = sum(amounts) if amounts else None
        spots[key] = Spot(" + ".join(names[code] for code in codes), places[key]["at"], total, said(total))
    return MapPlan(dict(sorted(spots.items(), key=lambda one: one[1].at[0])), {}, {}, names)
