"""Drawing the kinds of chart, twice each: narrow for a phone, wide for a desktop. One message, direct labels."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

import matplotlib as mpl
from matplotlib.figure import Figure

from vecinos.charts._ink import DASHES, HATCHES, MARKS, Ink
from vecinos.charts._svg import png_bytes, svg_text
from vecinos.i18n import number

POINTS = 72  # matplotlib's units to the inch; one of them is one CSS pixel at the drawing's own width


@dataclass(frozen=True)
class Size:
    """A drawing's width and height in CSS pixels and its type size; nothing in it is set smaller than 11."""

    name: str
    width: int
    height: int
    type: float


NARROW, WIDE = Size("narrow", 328, 270, 12), Size("wide", 680, 370, 12.5)


@dataclass(frozen=True)
class Series:
    """One line or group: ``x`` and ``y`` alike in length (y None = no value), ``label`` as the reader sees it."""

    key: str
    label: str
    x: list
    y: list


@dataclass(frozen=True)
class Plan:
    """What to draw, whatever its size. ``breaks``: (x, series key or None for all), where a new stretch
    begins; ``ticks``: {x: label} or None; ``marks``: [(x, label)]; ``level``: (y, label).
    """

    kind: str
    series: list[Series]
    decimals: int = 0
    step: bool = False
    zero: bool = False
    highlight: tuple[str, ...] = ()
    breaks: tuple = ()
    marks: tuple = ()
    level: tuple | None = None
    ticks: dict | None = None
    suffix: str = ""
    limits: tuple | None = None
    extra: dict = field(default_factory=dict)


def draw_svg(plan: Plan, size: Size, alt: str) -> str:
    """A plan at one size as inline SVG in the page's colours."""
    ink = Ink(page=True)
    with mpl.rc_context(ink.settings(size.type)):
        return svg_text(KINDS[plan.kind](plan, size, ink), alt, size.name)


def draw_png(plan: Plan) -> bytes:
    """A plan as a small picture in the light theme's colours."""
    ink = Ink(page=False)
    with mpl.rc_context(ink.settings(WIDE.type)):
        figure = KINDS[plan.kind](plan, WIDE, ink)
        figure.set_facecolor(ink.surface)
        return png_bytes(figure)


def _canvas(size: Size, height: float, left: float, right: float, top: float, bottom: float):
    """A figure and axes with margins in pixels."""
    figure = Figure(figsize=(size.width / POINTS, height / POINTS), dpi=POINTS)
    axes = figure.add_axes(
        (left / size.width, bottom / height, 1 - (left + right) / size.width, 1 - (top + bottom) / height)
    )
    return figure, axes


BOLD = 1.2


def width_of(text: str, size: float) -> float:
    """About how wide a text is set; page fonts differ, so a little more than DejaVu Sans needs."""
    return max((len(line) for line in text.split("\n")), default=0) * size * 0.6


# Lines --------------------------------------------------------------------------------------------------------------


def _lines(plan: Plan, size: Size, ink: Ink) -> Figure:
    labels = {
        one.key: textwrap.fill(one.label, 11 if size is NARROW else 18, break_long_words=False) for one in plan.series
    }
    # A picture's bold letters are wider than the page's own.
    right = max(width_of(text, size.type) for text in labels.values()) * (1 if ink.page else BOLD) + 12
    values = [y for one in plan.series for y in one.y if y is not None]
    left = max(width_of(_tick(v, plan), size.type) for v in (min(values), max(values))) + 4
    figure, axes = _canvas(size, size.height, left, right, 14, 26)
    colours = ink.series([one.key for one in plan.series])
    ends = []
    for position, one in enumerate(plan.series):
        strong = not plan.highlight or one.key in plan.highlight
        pieces = list(_pieces(one, {at for at, key in plan.breaks if key in (None, one.key)}))
        for (xs, ys), (later_xs, later_ys) in zip(pieces, pieces[1:], strict=False):
            # The eye may cross the break; the line does not.
            across, up = [xs[-1], later_xs[0]], [ys[-1], later_ys[0]]
            axes.plot(across, up, color=colours[one.key], linewidth=1, linestyle=(0, (1, 2.5)), zorder=2)
        for xs, ys in pieces:
            axes.plot(
                xs,
                ys,
                color=colours[one.key],
                linewidth=2.4 if strong else 1.4,
                linestyle=DASHES[position],
                drawstyle="steps-post" if plan.step else "default",
                solid_capstyle="round",
                zorder=3 + strong,
            )
        x, y = [(x, y) for x, y in zip(one.x, one.y, strict=True) if y is not None][-1]
        axes.plot([x], [y], MARKS[position], color=colours[one.key], markersize=5.5, zorder=6)
        ends.append((y, one.key))
    _limits(axes, plan, values)
    _grid(axes, plan, size)
    _x_axis(axes, plan, size)
    _notes(axes, plan, size, ink)
    last = axes.get_xlim()[1]
    for y, key in _apart(axes, ends, labels, size):
        axes.annotate(
            labels[key],
            (last, y),
            xytext=(7, 0),
            textcoords="offset points",
            va="center",
            ha="left",
            color=colours[key],
            fontweight="bold",
            fontsize=size.type,
            annotation_clip=False,
            linespacing=1.05,
        )
    return figure


def _pieces(one: Series, breaks: set):
    """The line cut where it has no value and where the series changed its definition."""
    xs, ys = [], []
    for x, y in zip(one.x, one.y, strict=True):
        if (y is None or x in breaks) and xs:
            yield xs, ys
            xs, ys = [], []
        if y is not None:
            xs, ys = [*xs, x], [*ys, y]
    if xs:
        yield xs, ys


def _limits(axes, plan: Plan, values: list[float]) -> None:
    low, high = plan.limits or (min(values), max(values))
    if plan.level:
        low, high = min(low, plan.level[0]), max(high, plan.level[0])
    if plan.zero or low >= 0:
        low = min(low, 0)
    room = (high - low) * 0.06
    axes.set_ylim(low - (room if low < 0 else 0), high + room)
    axes.margins(x=0.01)


def _apart(axes, ends, labels, size: Size):
    """Labels at the lines' ends, pushed apart so that none covers another: [(y, key)] from low to high."""
    low, high = axes.get_ylim()
    pixel = (high - low) / (axes.get_position().height * size.height)
    placed: list[list] = []
    for y, key in sorted(ends):
        half = (labels[key].count("\n") + 1) * size.type * 1.2 * pixel / 2
        placed.append([y, key, half])
    for _ in range(50):
        moved = False
        for lower, upper in zip(placed, placed[1:], strict=False):
            gap = lower[2] + upper[2] - (upper[0] - lower[0])
            if gap > 1e-9 * (high - low):
                lower[0] -= gap / 2
                upper[0] += gap / 2
                moved = True
        if placed and placed[0][0] - placed[0][2] < low:
            placed[0][0] = low + placed[0][2]
        if placed and placed[-1][0] + placed[-1][2] > high + 10 * pixel:
            placed[-1][0] = high + 10 * pixel - placed[-1][2]
        if not moved:
            break
    return [(y, key) for y, key, _ in placed]


def _grid(axes, plan: Plan, size: Size) -> None:
    axes.yaxis.set_major_locator(mpl.ticker.MaxNLocator(4 if size is NARROW else 6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _: _tick(value, plan))
    axes.grid(axis="y", zorder=0)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", pad=2)


def _tick(value: float, plan: Plan) -> str:
    decimals = 0 if float(value).is_integer() else max(plan.decimals, 1)
    return number(value, decimals) + plan.suffix


def _x_axis(axes, plan: Plan, size: Size) -> None:
    if plan.ticks:
        at = list(plan.ticks)
        room = axes.get_position().width * size.width
        wide = max(width_of(text, size.type) for text in plan.ticks.values()) + 14
        kept = at[:: max(1, -(-len(at) // max(1, int(room // wide))))]
        axes.set_xticks(kept, [plan.ticks[x] for x in kept])
    else:
        axes.xaxis.set_major_locator(mpl.ticker.MaxNLocator(4 if size is NARROW else 8, integer=True))
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
    axes.tick_params(axis="x", pad=3)


def _notes(axes, plan: Plan, size: Size, ink: Ink) -> None:
    """Level lines and event marks, with their words."""
    if axes.get_ylim()[0] < 0:
        axes.axhline(0, color=ink.edge, linewidth=0.9, zorder=2)
    if plan.level:
        value, label = plan.level
        axes.axhline(value, color=ink.fg, linewidth=1.1, linestyle=(0, (3, 2)), zorder=2)
        axes.annotate(
            label,
            (0, value),
            xycoords=("axes fraction", "data"),
            xytext=(2, 3),
            textcoords="offset points",
            fontsize=size.type,
            color=ink.fg,
        )
    top = axes.get_ylim()[1]
    for rank, (x, label) in enumerate(plan.marks):
        axes.axvline(x, color=ink.edge, linewidth=0.9, linestyle=(0, (2, 2)), zorder=1)
        low, high = axes.get_xlim()
        late = (x - low) / (high - low) > 0.6
        axes.annotate(
            textwrap.fill(label, 12 if size is NARROW else 20, break_long_words=False),
            (x, top),
            xytext=(-4 if late else 4, -2 - (rank % 2) * size.type * 2.4),
            textcoords="offset points",
            ha="right" if late else "left",
            va="top",
            fontsize=size.type,
            color=ink.muted,
            linespacing=1.05,
        )


# Bars ---------------------------------------------------------------------------------------------------------------


def bars_room(plan: Plan, size: Size) -> tuple[float, float]:
    """Heights in CSS pixels of one group of bars and of the whole drawing. On a phone names stand above their bars."""
    many, above = len(plan.series), size is NARROW
    row = (size.type * 1.35 if above else 0) + many * (size.type + 9) + 9
    return row, row * len(plan.series[0].x) + (many > 1) * (size.type + 10) * (many if above else 1) + 8


def _bars(plan: Plan, size: Size, ink: Ink) -> Figure:
    """Horizontal bars from zero: one group per category, the value written at the bar's end."""
    groups = plan.series[0].x
    many = len(plan.series)
    above = size is NARROW
    row, height = bars_room(plan, size)
    values = [y for one in plan.series for y in one.y if y is not None]
    shown = [_value(y, plan) for y in values]
    names = [textwrap.fill(str(name), 24, break_long_words=False) for name in groups]
    left = 2 if above else max(width_of(name, size.type) for name in names) + 8
    right = max(width_of(text, size.type) for text in shown) + 8
    figure, axes = _canvas(size, height, left, right, 2 + (many > 1) * (size.type + 10) * (many if above else 1), 4)
    colours = ink.series([one.key for one in plan.series])
    bar = (size.type + 6) / row
    for position, one in enumerate(plan.series):
        offset = (size.type * 1.35 / row if above else 0) + (position + 0.5) * (size.type + 9) / row + 4 / row
        ys = [group + offset for group in range(len(groups))]
        widths = [0 if y is None else y for y in one.y]
        tones = [_tone(plan, ink, colours, one, name) for name in groups]
        axes.barh(
            ys, widths, height=bar, color=tones, hatch=HATCHES[position], edgecolor=ink.surface, linewidth=0.5, zorder=3
        )
        for y, width, value in zip(ys, widths, one.y, strict=True):
            text = "–" if value is None else _value(value, plan)
            axes.annotate(
                text,
                (max(width, 0), y),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
                fontsize=size.type,
                color=ink.fg,
            )
    axes.set_ylim(len(groups), 0)
    axes.set_xlim(min([0, *values]) * 1.02, max([0, *values]) or 1)
    axes.set_yticks([])
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.axvline(0, color=ink.edge, linewidth=0.9, zorder=4)
    for group, name in enumerate(names):
        if above:
            axes.annotate(
                name.replace("\n", " "),
                (0, group),
                xytext=(0, -4),
                textcoords="offset points",
                va="top",
                fontsize=size.type,
                color=ink.fg,
            )
        else:
            axes.annotate(
                name,
                (0, group + 0.5),
                xytext=(-7, 0),
                textcoords="offset points",
                va="center",
                ha="right",
                fontsize=size.type,
                color=ink.fg,
                linespacing=1.05,
            )
    if plan.level:
        value, label = plan.level
        axes.axvline(value, color=ink.fg, linewidth=1.2, linestyle=(0, (3, 2)), zorder=5)
        axes.annotate(label, (value, 0), xytext=(3, 4), textcoords="offset points", fontsize=size.type, color=ink.fg)
    if many > 1:
        _key(figure, plan, size, ink, colours, height)
    return figure


def _tone(plan, ink, colours, one, name):
    meaning = plan.extra.get("tones", {}).get(name)
    if meaning:
        return ink.series([meaning])[meaning]
    if plan.highlight and len(plan.series) == 1:
        return colours[one.key] if name in plan.highlight else ink.edge
    return colours[one.key]


def _value(value: float, plan: Plan) -> str:
    return number(value, plan.decimals) + plan.suffix


def _key(figure, plan, size, ink, colours, height) -> None:
    """Groups of bars have no line's end to label: their names stand above, each after its own mark."""
    x, y = 2.0, height - size.type
    for position, one in enumerate(plan.series):
        figure.patches.append(
            mpl.patches.Rectangle(
                (x / size.width, (y - 4) / height),
                14 / size.width,
                11 / height,
                transform=figure.transFigure,
                facecolor=colours[one.key],
                edgecolor=ink.surface,
                hatch=HATCHES[position],
            )
        )
        figure.text((x + 19) / size.width, (y + 1.5) / height, one.label, fontsize=size.type, color=ink.fg, va="center")
        if size is NARROW:
            y -= size.type + 10
        else:
            x += 19 + width_of(one.label, size.type) + 22


# Shares -------------------------------------------------------------------------------------------------------------


def _shares(plan: Plan, size: Size, ink: Ink) -> Figure:
    """Parts of a whole, one bar per row, each part written in its own place or beside it."""
    rows = plan.series[0].x
    row = size.type * 1.5 + 34
    key_lines = len(plan.series) if size is NARROW else 1
    top = 6 + (size.type + 10) * key_lines
    height = top + row * len(rows) + 6
    figure, axes = _canvas(size, height, 2, 4, top, 4)
    colours = ink.series([one.key for one in plan.series])
    base = [0.0] * len(rows)
    total = [sum(one.y[place] or 0 for one in plan.series) for place in range(len(rows))]
    for position, one in enumerate(plan.series):
        widths = [(one.y[place] or 0) for place in range(len(rows))]
        ys = [place + (size.type * 1.5 + 15) / row for place in range(len(rows))]
        axes.barh(
            ys,
            widths,
            left=base,
            height=26 / row,
            color=colours[one.key],
            hatch=HATCHES[position],
            edgecolor=ink.surface,
            linewidth=1,
            zorder=3,
        )
        for y, width, start, whole in zip(ys, widths, base, total, strict=True):
            text = _value(width, plan)
            if width / whole * size.width > width_of(text, size.type) + 10:
                axes.text(
                    start + width / 2,
                    y,
                    text,
                    ha="center",
                    va="center",
                    fontsize=size.type,
                    fontweight="bold",
                    color=ink.fg,
                    zorder=5,
                    bbox={"facecolor": ink.surface, "edgecolor": "none", "pad": 1.5},
                )
        base = [start + width for start, width in zip(base, widths, strict=True)]
    for place, name in enumerate(rows):
        axes.text(0, place + size.type * 0.75 / row, str(name), va="center", fontsize=size.type, color=ink.fg)
    axes.set_xlim(0, max(total))
    axes.set_ylim(len(rows), 0)
    axes.set_axis_off()
    _key(figure, plan, size, ink, colours, height)
    return figure


KINDS = {"line": _lines, "bar": _bars, "share": _shares}
