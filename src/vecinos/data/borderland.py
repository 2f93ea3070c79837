"""The geometry of the border: line, states, countries and the places where ports of entry and twin cities are."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
Points = tuple[tuple[float, float], ...]


@cache
def _read() -> dict:
    return json.loads((HERE / "borderland.json").read_text(encoding="utf-8"))


@cache
def credit() -> dict[str, str]:
    """The line that names the makers of the map, for each language."""
    return yaml.safe_load((HERE / "borderland.yaml").read_text(encoding="utf-8"))["credit"]


def _degrees(points) -> Points:
    return tuple((x / 1000, y / 1000) for x, y in points)


@cache
def border() -> Points:
    """The border as (longitude, latitude) in degrees, from the Pacific to the Gulf."""
    return _degrees(_read()["border"])


@cache
def countries() -> dict[str, Points]:
    """The mainland of each country ("us", "mexico") as far as the map reaches, as a closed ring in degrees."""
    return {key: _degrees(ring) for key, ring in _read()["countries"].items()}


@cache
def states() -> dict[str, dict]:
    """The ten border states by code: ``country``, ``name`` (by language) and ``ring`` in degrees, without islands."""
    return {key: one | {"ring": _degrees(one["ring"])} for key, one in _read()["states"].items()}


@cache
def places() -> dict[str, dict]:
    """Places on the border by code of their pair of cities: ``at`` in degrees, ``ports`` (codes), and the towns.

    A town under ``us`` or ``mexico`` has a ``name`` and ``at``.
    """

    def town(one: dict) -> dict:
        return one | {"at": _degrees([one["at"]])[0]}

    return {
        key: town(one) | {side: town(one[side]) for side in ("us", "mexico") if side in one}
        for key, one in _read()["places"].items()
    }
