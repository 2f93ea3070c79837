"""Drawing the border: an equal-area map with circles or shaded states, each named where it is."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from itertools import product

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from vecinos.charts._draw import NARROW, WIDE, Size, _canvas, width_of
from vecinos.charts._ink import Ink
from vecinos.charts._svg import png_bytes, svg_text
from vecinos.data import borderland
from vecinos.i18n import pick

EARTH = 6371.0  # km
CENTRE, PARALLELS = (-107.0, 29.5), (25.5, 33.0)
COUNTRIES = {"us": {"en": "United States", "es": "Estados Unidos"}, "mexico": {"en": "Mexico", "es": "México"}}
HUES = {"us": "us", "mexico": "mx"}
# Each drawing: height in pixels, km from west to east, and how far north of its middle the border's middle stands.
FRAMES = {"narrow": (400, 2200, 0), "narrow, numbered": (270, 2200, 0), "wide": (440, 2180, 0)}
MOST_NAMED = 5  # on a phone; more places are numbered on the map and named in a list below it
BIGGEST = {"narrow": 15, "wide": 22}  # radius in pixels
PALEST, DARKEST = 0.10, 0.48


@dataclass(frozen=True)
class Spot:
    """A place with a value: its name, (longitude, latitude), the amount or None, and the amount as a reader sees it."""

    name: str
    at: tuple[float, float]
    amount: float | None
    said: str


@dataclass(frozen=True)
class MapPlan:
    """What a map shows: ``spots`` from west to east, or ``shades`` {state: amount} with ``said``; ``names`` by code."""

    spots: dict[str, Spot]
    shades: dict[str, float | None]
    said: dict[str, str]
    names: dict[str, str]


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Kilometres east and north of the map's centre: Albers' conic projection, which keeps areas true."""
    low, high = (math.radians(one) for one in PARALLELS)
    n = (math.sin(low) + math.sin(high)) / 2
    c = math.cos(low) ** 2 + 2 * n * math.sin(low)

    def reach(degrees: float) -> float:
        return EARTH * math.sqrt(c - 2 * n * math.sin(math.radians(degrees))) / n

    angle = n * math.radians(longitude - CENTRE[0])
    return reach(latitude) * math.sin(angle), reach(CENTRE[1]) - reach(latitude) * math.cos(angle)


def map_svg(plan: MapPlan, size: Size, alt: str) -> str:
    """The map at one size as inline SVG in the page's colours."""
    ink = Ink(page=True)
    with mpl.rc_context(ink.settings(size.type)):
        return svg_text(_draw(plan, size, ink), alt, size.name)


def map_png(plan: MapPlan) -> bytes:
    """The map as a small picture in the light theme's colours."""
    ink = Ink(page=False)
    with mpl.rc_context(ink.settings(WIDE.type)):
        figure = _draw(plan, WIDE, ink)
        figure.set_facecolor(ink.surface)
        return png_bytes(figure)


def _draw(plan: MapPlan, size: Size, ink: Ink) -> Figure:
    """In the axes one unit is one CSS pixel, counted from the lower left."""
    numbers = _numbers(plan, size)
    height, span, shift = FRAMES["narrow, numbered" if numbers else size.name]
    scale = size.width / span
    border = [project(*point) for point in borderland.border()]
    west, east = min(x for x, _ in border), max(x for x, _ in border)
    middle = (west + east) / 2, (min(y for _, y in border) + max(y for _, y in border)) / 2 + shift

    def pixel(point) -> tuple[float, float]:
        x, y = project(*point)
        return size.width / 2 + (x - middle[0]) * scale, height / 2 + (y - middle[1]) * scale

    listed = _listed(plan, numbers)
    below = 10 + _step(size) * sum(len(lines) for _, lines, _ in listed) if listed else 0
    figure, axes = _canvas(size, height + below, 0, 0, 0, below)
    axes.set(xlim=(0, size.width), ylim=(0, height))
    axes.set_axis_off()
    for key, ring in borderland.countries().items():
        points = _thin(pixel(point) for point in ring)
        axes.add_patch(Polygon(points, facecolor=ink.of[HUES[key] + "-soft"], alpha=0.55, edgecolor="none", zorder=1))
    taken: list[tuple] = []
    _states(axes, plan, size, ink, pixel)
    line = _thin(pixel(point) for point in borderland.border())
    axes.plot(*zip(*line, strict=True), color=ink.fg, linewidth=1.6, solid_joinstyle="round", zorder=5)
    if plan.shades:
        _state_labels(axes, plan, size, ink, pixel, taken)
    else:
        _spots(axes, plan, size, ink, pixel, line, taken, height, numbers)
    _names(axes, plan, size, ink, pixel, taken, height)
    _list(axes, listed, size, ink)
    return figure


def _numbers(plan, size) -> dict[str, str]:
    """{place: its number on the map, from west to east}; empty where the names themselves find room."""
    if size is not NARROW or len(plan.spots) <= MOST_NAMED:
        return {}
    return {key: str(number) for number, key in enumerate(plan.spots, start=1)}


def _listed(plan, numbers) -> list[tuple[str, list[str], str]]:
    """The rows below a numbered map: (number, the name in lines, value)."""
    return [(number, _wrapped(plan.spots[key].name, 30), plan.spots[key].said) for key, number in numbers.items()]


def _step(size) -> float:
    return size.type * 1.45


def _list(axes, listed, size, ink) -> None:
    """Number, name, value in columns below the map; below the axes, so below zero."""
    y = -10 - _step(size) / 2
    for number, lines, said in listed:
        for x, text in ((16, number), (size.width, said)):
            axes.text(x, y, text, ha="right", va="center", fontsize=size.type, fontweight="bold", color=ink.fg)
        for line in lines:
            axes.text(26, y, line, ha="left", va="center", fontsize=size.type, color=ink.fg)
            y -= _step(size)


def _states(axes, plan, size, ink, pixel) -> None:
    most = max([amount for amount in plan.shades.values() if amount] or [1])
    for key, state in borderland.states().items():
        points = _thin(pixel(point) for point in state["ring"])
        hue = HUES[state["country"]]
        amount = plan.shades.get(key)
        if amount is not None:
            depth = PALEST + (DARKEST - PALEST) * amount / most
            axes.add_patch(Polygon(points, facecolor=ink.of[hue], alpha=round(depth, 3), edgecolor="none", zorder=3))
        soft = "none" if amount is not None else ink.of[hue + "-soft"]
        axes.add_patch(Polygon(points, facecolor=soft, edgecolor=ink.surface, linewidth=1.2, zorder=4))


def _thin(points) -> list[tuple[float, float]]:
    """The points without those the eye cannot tell from the one before: a page need not carry them."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if not kept or math.dist(point, kept[-1]) > 1.1:
            kept.append(point)
    return kept


def _heart(points, width, height) -> tuple[float, float]:
    """A point in the middle of the seen part of a shape: the grid point farthest from its outline and the frame."""
    path = mpl.path.Path(points)
    inside = [
        (x, y) for x, y in product(range(6, int(width), 8), range(6, int(height), 8)) if path.contains_point((x, y))
    ]
    dense = path.interpolated(3).vertices
    frame = [(0, None), (width, None)]

    def room(spot):
        x, y = spot
        edge = min(abs(x - one) for one, _ in frame)
        # Text is wide: what is beside it counts for more than what is above it.
        return min([edge, y * 2, (height - y) * 2, *((((x - a) / 1.8) ** 2 + (y - b) ** 2) ** 0.5 for a, b in dense)])

    return max(inside, key=room)


def _state_labels(axes, plan, size, ink, pixel, taken) -> None:
    height = FRAMES[size.name][0]
    for key in plan.shades:
        state = borderland.states()[key]
        x, y = _heart([pixel(point) for point in state["ring"]], size.width, height)
        lines = [*textwrap.wrap(plan.names[key], 11 if size is NARROW else 18), plan.said[key]]
        for up, aside in product((0, 14, -14, 28, -28, 42, -42), (0, 16, -16, 32, -32)):
            box = _box(x + aside, y + up, lines, "center", size)
            inside = box[0] > 0 and box[1] > 0 and box[2] < size.width and box[3] < height
            if inside and not any(_meet(box, other) for other in taken):
                x, y = x + aside, y + up
                break
        _write(axes, size, ink, x, y, lines, "center", taken)


def _write(axes, size, ink, x, y, lines, align, taken) -> None:
    """A name and, bold below it, its value; ``y`` is the middle."""
    step = size.type * 1.2
    top = y + step * (len(lines) - 1) / 2
    for place, text in enumerate(lines):
        last = place == len(lines) - 1
        axes.text(x, top - place * step, text, ha=align, va="center", fontsize=size.type, color=ink.fg, zorder=9,
                  fontweight="bold" if last else "normal")  # fmt: skip
    taken.append(_box(x, y, lines, align, size))


def _box(x, y, lines, align, size) -> tuple[float, float, float, float]:
    wide = max(width_of(line, size.type) for line in lines) + width_of(lines[-1], size.type * 0.12)  # it may be bold
    tall = size.type * 1.2 * len(lines)
    left = {"center": x - wide / 2, "left": x, "right": x - wide}[align]
    return left, y - tall / 2, left + wide, y + tall / 2


def _wrapped(name: str, width: int) -> list[str]:
    """A name in lines, broken at spaces and after the dash of a pair of cities."""
    if len(name) <= width:
        return [name]
    pieces = [piece + "–" for piece in name.split("–")]
    pieces[-1] = pieces[-1][:-1]
    return [line for piece in pieces for line in textwrap.wrap(piece, width, break_long_words=False)]


def _meet(one, other, gap=2) -> bool:
    return one[0] < other[2] + gap and other[0] < one[2] + gap and one[1] < other[3] + gap and other[1] < one[3] + gap


def _crosses(a, b, box) -> bool:
    """Whether the stretch from a to b goes through a box (looked at every two pixels or so)."""
    steps = max(2, int(math.dist(a, b) / 2))
    along = ((a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps) for i in range(steps + 1))
    return any(box[0] - 1 < x < box[2] + 1 and box[1] - 1 < y < box[3] + 1 for x, y in along)


def _spots(axes, plan, size, ink, pixel, line, taken, height, numbers) -> None:
    """Circles, and beside each its name and value (or number), as near as it fits; a thin line leads to one farther."""
    most = max([one.amount for one in plan.spots.values() if one.amount] or [1])
    drawn = []
    for key, spot in plan.spots.items():
        x, y = pixel(spot.at)
        radius = max(2.5, BIGGEST[size.name] * math.sqrt((spot.amount or 0) / most))
        lines = [numbers[key]] if numbers else [*_wrapped(spot.name, 13 if size is NARROW else 24), spot.said]
        drawn.append((spot, lines, x, y, radius))
        axes.add_patch(mpl.patches.Circle((x, y), radius, facecolor=ink.shared, alpha=0.75, edgecolor="none", zorder=6))
        axes.add_patch(
            mpl.patches.Circle((x, y), radius, facecolor="none", edgecolor=ink.surface, linewidth=1, zorder=7)
        )
    circles = [(x - r, y - r, x + r, y + r) for _, _, x, y, r in drawn]
    # The border itself is an obstacle: no word stands on it.
    beads = [
        (a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps)
        for a, b in zip(line, line[1:], strict=False)
        for steps in [math.ceil(math.dist(a, b) / 4)]
        for i in range(steps)
    ]
    leaders: list[tuple] = []
    for spot, lines, x, y, radius in sorted(drawn, key=lambda one: -(one[0].amount or 0)):
        best = None
        for care, distance, angle in product((2, 1, 0), range(4, 200, 6), range(0, 360, 15)):
            if best is not None and care < best[-1]:
                break
            dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            align = "center" if abs(dx) < 0.5 else "left" if dx > 0 else "right"
            far = radius + distance
            tall = size.type * 1.2 * len(lines) / 2
            tip = x + dx * far, y + dy * far
            box = _box(tip[0], tip[1] + dy * tall, lines, align, size)
            if box[0] < 2 or box[1] < 4 or box[2] > size.width - 2 or box[3] > height - 4:
                continue
            if any(_meet(box, other, 4) for other in [*taken, *circles]):
                continue
            if care == 2 and any(box[0] - 2 < a < box[2] + 2 and box[1] - 2 < b < box[3] + 2 for a, b in beads):
                continue
            start = x + dx * radius, y + dy * radius
            if any(_crosses(*one, box) for one in leaders):
                continue
            others = [one for one in circles if not (one[0] <= x <= one[2] and one[1] <= y <= one[3])]
            if care and distance > 8 and any(_crosses(start, tip, one) for one in [*taken, *others]):
                continue
            cost = distance + 8 * abs(dx)
            if best is None or cost < best[0]:
                best = cost, tip, tip[1] + dy * tall, align, start, distance, care
        if best is None:
            raise ValueError(f"No room on the map for the name of {spot.name!r}: give it a shorter one by labels=.")
        _, tip, middle, align, start, distance, _ = best
        _write(axes, size, ink, tip[0], middle, lines, align, taken)
        if distance > 8:
            axes.plot([start[0], tip[0]], [start[1], tip[1]], color=ink.muted, linewidth=0.8, zorder=5.5)
            leaders.append((start, tip))


def _names(axes, plan, size, ink, pixel, taken, height) -> None:
    """Countries, and states where their names find room, quietly in their country's hue."""
    for key, spots in {"us": (0.93, 0.87), "mexico": (0.04, 0.1, 0.16)}.items():
        text = pick(COUNTRIES[key])
        for across, share in product((0.5, 0.35, 0.65, 0.45, 0.55, 0.25, 0.75), spots):
            x, y = size.width * across, height * share
            box = _box(x, y, [text + "  "], "center", size)
            inside = mpl.path.Path([pixel(point) for point in borderland.countries()[key]]).contains_points(
                [(box[0], y), (x, y), (box[2], y)]
            )
            if all(inside) and not any(_meet(box, other, 3) for other in taken):
                axes.text(x, y, text, ha="center", va="center", fontsize=size.type + 1.5, fontweight="bold",
                          color=ink.of[HUES[key]], zorder=8)  # fmt: skip
                taken.append(box)
                break
    if plan.shades:
        return
    border = mpl.path.Path([pixel(point) for point in borderland.border()]).interpolated(4).vertices
    for state in borderland.states().values():
        x, y = _heart([pixel(point) for point in state["ring"]], size.width, height)
        text = pick(state["name"])
        small = Size(size.name, size.width, size.height, size.type)
        for up, aside in product((0, 12, -12, 24, -24, 40, -40), (0, 20, -20)):
            box = _box(x + aside, y + up, [text], "center", small)
            ring = mpl.path.Path([pixel(point) for point in state["ring"]])
            if not all(ring.contains_points([(box[0] + 6, y + up), (box[2] - 6, y + up)])):
                continue
            if box[0] < 2 or box[2] > size.width - 2 or box[1] < 2 or box[3] > height - 2:
                continue
            if any(_meet(box, other, 3) for other in taken) or any(_meet(box, (a, b, a, b), 3) for a, b in border):
                continue
            axes.text(x + aside, y + up, text, ha="center", va="center", fontsize=size.type,
                      color=ink.of[HUES[state["country"]]], zorder=8)  # fmt: skip
            taken.append(box)
            break
