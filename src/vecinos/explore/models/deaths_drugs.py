"""Two small models for reading figures on drugs: three measures of deaths, and seizures as a share of an unknown total."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

PER = 100_000


def crude_rate(deaths: float, population: float) -> float:
    """Deaths per 100,000 people of any age. Raises ValueError for a population that is not positive or negative deaths."""
    if not (math.isfinite(population) and population > 0):
        raise ValueError(f"population must be a positive number, not {population}")
    if not (math.isfinite(deaths) and deaths >= 0):
        raise ValueError(f"deaths must be zero or more, not {deaths}")
    return deaths / population * PER


def weighted_rate(rates: Sequence[float], ages: Sequence[float]) -> float:
    """The rate of a whole population from the rates of its age groups and the groups' sizes.

    With a population's own ages this is its crude rate; with the ages of a standard population it is the age-adjusted
    rate (the direct method). Sizes are any non-negative numbers. Raises ValueError when the lengths differ, a rate or a
    size is negative, or all sizes are zero.
    """
    if len(rates) != len(ages):
        raise ValueError(f"{len(rates)} rates but {len(ages)} age groups")
    if any(value < 0 for value in (*rates, *ages)) or not sum(ages):
        raise ValueError("rates and age groups are not negative, and not all groups are empty")
    return sum(rate * size for rate, size in zip(rates, ages, strict=True)) / sum(ages)


@dataclass(frozen=True)
class Flow:
    """What tried to pass (``total``), what was ``seized`` and what got through (``passed``), in one unit."""

    total: float
    seized: float

    @property
    def passed(self) -> float:
        return self.total - self.seized


def flow(seized: float, share: float) -> Flow:
    """The flow behind ``seized`` if it was ``share`` per cent of the total. Raises ValueError for impossible input."""
    if not (math.isfinite(seized) and seized >= 0):
        raise ValueError(f"seized must be zero or more, not {seized}")
    if not 0 < share <= 100:
        raise ValueError(f"share is above 0 and at most 100 per cent, not {share}")
    return Flow(seized * 100 / share, seized)


def same_flow_share(seized_before: float, share_before: float, seized_after: float) -> float:
    """The share caught afterwards at which the total did not change. It can pass 100: then no share would do."""
    return seized_after * 100 / flow(seized_before, share_before).total
