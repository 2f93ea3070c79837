"""Small drawings for the data catalogue: the shape of a series, without axes; the figures stand beside it."""

from __future__ import annotations

import datetime as dt

import pandas as pd

WIDTH, HEIGHT, EDGE = 240, 40, 4


def place(at) -> float:
    """A period as a number of years: 1994, a day or "2025-03" by how much of the year has passed."""
    if isinstance(at, (int, float)):
        return float(at)
    if not isinstance(at, (dt.date, pd.Timestamp)):
        text = str(at)
        if len(text) <= 4:
            return float(text)
        at = dt.date.fromisoformat((text + "-01")[:10])
    return at.year + (at.timetuple().tm_yday - 1) / 365.25


def line(points: list[tuple[float, float]], cuts: list[float], limits: tuple[float, float]) -> str:
    """An SVG line through (time, value) points, cut before each of ``cuts``; ``limits`` is the time axis shared by all.

    Each line has a scale of its own, from its least to its greatest value.
    """
    points = sorted(points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    first, last = limits
    spot = [
        (
            EDGE + (x - first) / ((last - first) or 1) * (WIDTH - 2 * EDGE),
            HEIGHT - EDGE - ((y - low) / ((high - low) or 1) if high > low else 0.5) * (HEIGHT - 2 * EDGE),
        )
        for x, y in points
    ]
    path = ""
    for position, (x, y) in enumerate(spot):
        cut = position and any(points[position - 1][0] < at <= points[position][0] for at in cuts)
        path += f"{'M' if cut or not position else 'L'}{x:.1f} {y:.1f}"
    x, y = spot[-1]
    return _svg(f'<path d="{path}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>')


def bar(share: float) -> str:
    """An SVG bar from zero: ``share`` of the full width (0 to 1)."""
    return _svg(f'<rect x="0" y="12" width="{max(share, 0) * WIDTH:.1f}" height="16"/>')


def _svg(body: str) -> str:
    return f'<svg class="dc-spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{body}</svg>'
