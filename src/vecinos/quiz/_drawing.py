"""The empty chart of a draw question: axes and the known part of the line, as an inline SVG that follows the theme."""

from __future__ import annotations

import math
from typing import Any

from vecinos.quiz.variants import show_number

WIDTH, HEIGHT = 360, 260
LEFT, RIGHT, TOP, BOTTOM = 52, 348, 12, 228


def chart_svg(data: dict[str, Any], label: str) -> str:
    """The chart with the ``given`` points drawn; the script reads the plot's box from data attributes."""
    xs = [x for x, _ in data["given"] + data["hidden"]]
    low, high = data["scale"]["min"], data["scale"]["max"]

    def x_at(value: float) -> float:
        return LEFT + (value - xs[0]) / (xs[-1] - xs[0]) * (RIGHT - LEFT)

    def y_at(value: float) -> float:
        return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP)

    parts = []
    for tick in ticks(low, high):
        y = f"{y_at(tick):.1f}"
        parts.append(f'<path class="cq-grid" d="M{LEFT} {y}H{RIGHT}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y}" dy=".35em" text-anchor="end">{_short(tick)}</text>')
    for x, anchor in ((xs[0], "start"), (data["given"][-1][0], "middle"), (xs[-1], "end")):
        parts.append(f'<text x="{x_at(x):.1f}" y="{BOTTOM + 18}" text-anchor="{anchor}">{x:g}</text>')
    line = "L".join(f"{x_at(x):.1f} {y_at(y):.1f}" for x, y in data["given"])
    start = x_at(data["given"][-1][0])
    parts.append(
        f'<rect class="cq-free" x="{start:.1f}" y="{TOP}" width="{RIGHT - start:.1f}" height="{BOTTOM - TOP}"/>'
    )
    parts.append(f'<path class="cq-known" d="M{line}"/>')
    parts.append(f'<circle class="cq-last" cx="{start:.1f}" cy="{y_at(data["given"][-1][1]):.1f}" r="4"/>')
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}" data-box="{LEFT} {RIGHT} {TOP} {BOTTOM}" '
        f'data-x="{xs[0]:g} {xs[-1]:g}">{"".join(parts)}</svg>'
    )


def _short(tick: float) -> str:
    """A tick that fits left of the plot: millions as "12 M", read alike in both languages."""
    return f"{show_number(tick / 1e6)}\u00a0M" if abs(tick) >= 1e6 else show_number(tick)


def ticks(low: float, high: float) -> list[float]:
    """Four to seven round values from low to high."""
    rough = (high - low) / 5
    power = 10 ** math.floor(math.log10(rough))
    step = min((m * power for m in (1, 2, 2.5, 5, 10)), key=lambda size: abs(size - rough))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]
