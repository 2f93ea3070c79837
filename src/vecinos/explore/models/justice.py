"""Two small models for reading figures on justice: what is left of crimes on the way to a court, and weights in an index."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Funnel:
    """Out of ``crimes``: how many became a known case and how many of those were resolved (counts, not rounded)."""

    crimes: float
    known: float
    resolved: float

    @property
    def impunity_of_known(self) -> float:
        """Per cent of the known cases that were not resolved."""
        return 100 * (1 - self.resolved / self.known) if self.known else 100.0

    @property
    def impunity_of_all(self) -> float:
        """Per cent of all crimes that were not resolved."""
        return 100 * (1 - self.resolved / self.crimes)


def funnel(crimes: float, known: float, resolved: float) -> Funnel:
    """The way from a crime to a resolution. ``known``: per cent of crimes with a report and an investigation;
    ``resolved``: per cent of those that end in a resolution. Raises ValueError for impossible input.
    """
    if not (math.isfinite(crimes) and crimes > 0):
        raise ValueError(f"crimes must be a positive number, not {crimes}")
    for name, share in (("known", known), ("resolved", resolved)):
        if not 0 <= share <= 100:
            raise ValueError(f"{name} is a share of 0 to 100 per cent, not {share}")
    cases = crimes * known / 100
    return Funnel(crimes, cases, cases * resolved / 100)


def index_score(scores: Sequence[float], weights: Sequence[float]) -> float:
    """A composite index: the weighted mean of the parts' scores, on their scale (0–100).

    Weights are any non-negative numbers; they are scaled to sum to one. Raises ValueError when the numbers of scores
    and weights differ, a score is off the scale, or all weights are zero.
    """
    if len(scores) != len(weights):
        raise ValueError(f"{len(scores)} scores but {len(weights)} weights")
    if any(not 0 <= score <= 100 for score in scores):
        raise ValueError("a score is off the scale of 0 to 100")
    if any(weight < 0 for weight in weights) or not sum(weights):
        raise ValueError("weights are not negative, and not all zero")
    return sum(score * weight for score, weight in zip(scores, weights, strict=True)) / sum(weights)
