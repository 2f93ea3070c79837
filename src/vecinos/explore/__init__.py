"""Explorers: a few controls, a model, and what follows. ``explore(name)`` shows one.

On a page every frame is drawn beforehand; in a live notebook the model runs in the kernel at each change.
"""

from vecinos.explore.show import EXPLORERS, Control, Explorer, explore, find_explorer

__all__ = ["EXPLORERS", "Control", "Explorer", "explore", "find_explorer"]
