"""Colours and type of every chart: sentinel colours while drawing for a page, real ones for the small picture."""

from __future__ import annotations

# variable -> (sentinel matplotlib draws with, colour in the light theme as in style/tokens.css)
VARIABLES = {
    "fg": ("#010201", "#1b2430"),
    "muted": ("#010202", "#48525f"),
    "line": ("#010203", "#d9d4ca"),
    "surface": ("#010204", "#ffffff"),
    "edge": ("#010205", "#6b7380"),
    "mx": ("#020101", "#b0412a"),
    "us": ("#020102", "#2a5ca8"),
    "shared": ("#020103", "#0b7268"),
    "ca": ("#020104", "#7a4aa0"),
    "cn": ("#020105", "#866000"),
    "other": ("#020106", "#5c6670"),
    "mx-soft": ("#020107", "#f7e5df"),
    "us-soft": ("#020108", "#e3ecf8"),
}
# What a series is about decides its colour, everywhere in the course.
BY_MEANING = {
    "mexico": "mx", "united-states": "us", "us": "us", "shared": "shared", "canada": "ca", "china": "cn",
    "world": "other", "all": "other", "other": "other", "exports": "us", "imports": "mx", "total": "shared",
}  # fmt: skip
IN_ORDER = ("shared", "mx", "us", "ca", "cn", "other")
# Told apart without colour: by label, by the mark at the line's end and by dash or hatching.
DASHES = ("solid", (0, (6, 2)), (0, (2, 1.5)), (0, (7, 2, 2, 2)), (0, (1, 1)), (0, (4, 1, 1, 1, 1, 1)))
MARKS = ("o", "s", "D", "^", "v", "P")
HATCHES = ("", "//", "\\\\", "xx", "--", "||")  # no dots: each is a circle, and heavy


class Ink:
    """The colours of one drawing: ``Ink(page=True)`` sentinels for the page, ``Ink(page=False)`` the light theme."""

    def __init__(self, page: bool):
        self.page = page
        self.of = {name: pair[0] if page else pair[1] for name, pair in VARIABLES.items()}

    def __getattr__(self, name: str) -> str:
        return self.of[name]

    def series(self, keys: list[str]) -> dict[str, str]:
        """A colour for each series: by its meaning where it has one, else the next free of the palette."""
        meant = {key: BY_MEANING[key] for key in keys if key in BY_MEANING}
        if len(set(meant.values())) < len(meant):
            meant = {}
        free = iter([name for name in IN_ORDER if name not in meant.values()] * 4)
        return {key: self.of[meant.get(key) or next(free)] for key in keys}

    def settings(self, size: float) -> dict:
        return {
            "font.family": "DejaVu Sans", "font.size": size, "svg.fonttype": "none", "svg.hashsalt": "vecinos",
            "text.color": self.fg, "axes.edgecolor": self.edge, "axes.labelcolor": self.muted,
            "xtick.color": self.edge, "ytick.color": self.edge, "xtick.labelcolor": self.muted,
            "ytick.labelcolor": self.muted, "axes.linewidth": 0.8, "grid.color": self.line, "grid.linewidth": 0.8,
            "xtick.major.size": 4, "ytick.major.size": 0, "hatch.linewidth": 0.8, "axes.spines.top": False,
            "axes.spines.right": False, "axes.facecolor": "none", "axes.spines.left": False,
        }  # fmt: skip
