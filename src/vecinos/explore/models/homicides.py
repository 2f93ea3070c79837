"""How one series of homicides reads in several units: a number a year, a number a day, a rate, and a change in per cent."""

from __future__ import annotations

import calendar
import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """Two figures of one kind, the earlier first."""

    start: float
    end: float

    @property
    def per_cent(self) -> float:
        """The change in per cent of the earlier figure; a fall is below zero."""
        return (self.end - self.start) / self.start * 100


def change(start: float, end: float) -> Change:
    """From ``start`` to ``end``. Raises ValueError if the start is not above 0 or the end is below 0."""
    if not (math.isfinite(start) and start > 0):
        raise ValueError(f"a change is measured from a number above 0, not {start}")
    if not (math.isfinite(end) and end >= 0):
        raise ValueError(f"a count or rate cannot be below 0: {end}")
    return Change(start, end)


def a_day(total: float, year: int) -> float:
    """The mean a day of a year's ``total``; leap years have 366 days. Raises ValueError for a total below 0."""
    if not total >= 0:
        raise ValueError(f"a total cannot be below 0: {total}")
    return total / (366 if calendar.isleap(year) else 365)


def per_100000(total: float, population: float) -> float:
    """A rate: ``total`` for every 100,000 people. Raises ValueError if either number cannot be."""
    if not total >= 0:
        raise ValueError(f"a total cannot be below 0: {total}")
    if not population > 0:
        raise ValueError(f"a population is above 0, not {population}")
    return total / population * 100_000


def population_growth(number: Change, rate: Change) -> float:
    """By how many per cent the population grew, if ``number`` and ``rate`` are of the same deaths and years."""
    if not rate.end > 0:
        raise ValueError("a rate of 0 says nothing about the population")
    return ((number.end / rate.end) / (number.start / rate.start) - 1) * 100
