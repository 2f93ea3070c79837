"""Vecinos: a hands-on course on Mexico-United States relations, taught with real data.

The names a lesson uses are loaded on first use, so that importing the package stays cheap
(the book build looks up an entry point here and must not pay for matplotlib).
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

__version__ = "0.1.0"

_PUBLIC = {
    "table": "vecinos.data",
    "line_chart": "vecinos.charts",
    "bar_chart": "vecinos.charts",
    "share_chart": "vecinos.charts",
    "border_map": "vecinos.charts",
    "number_table": "vecinos.charts",
    "quiz": "vecinos.quiz",
    "explore": "vecinos.explore",
    "position": "vecinos.debate",
    "own_option": "vecinos.debate",
    "lesson": "vecinos.course",
}

__all__ = sorted(_PUBLIC)


class _Package(ModuleType):
    """Keeps the functions ``quiz`` and ``explore`` from being hidden by the subpackages of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        # Importing vecinos.quiz sets it on its parent; ``from vecinos import quiz`` must still give the function.
        if not (name in _PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str):
    if name in _PUBLIC:
        return getattr(importlib.import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'vecinos' has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), *_PUBLIC])
