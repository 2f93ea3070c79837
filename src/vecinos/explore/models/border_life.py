"""Two small models of life at the border: what a queue takes, and how often a pair of towns is crossed."""

from __future__ import annotations

import math
from dataclasses import dataclass

WORK_DAYS = 240  # one crossing northbound on each of them
FULL_DAY = 8  # hours


@dataclass(frozen=True)
class Queue:
    """A year of queues: hours of one commuter and of all, their value, and what one minute less would be worth."""

    hours_each: float
    hours_all: float
    value_all: float
    value_of_minute: float

    @property
    def days_each(self) -> float:
        """The same hours of one commuter, in working days of eight hours."""
        return self.hours_each / FULL_DAY


def queue(commuters: float, minutes: float, hour_value: float, days: float = WORK_DAYS) -> Queue:
    """Time and value of a queue of ``minutes`` that ``commuters`` stand in once on each of ``days`` in a year.

    ``hour_value`` is what an hour counts for, in money: an assumption. Raises ValueError for impossible input.
    """
    for name, amount in (("commuters", commuters), ("minutes", minutes), ("hour_value", hour_value), ("days", days)):
        if not (math.isfinite(amount) and amount >= 0):
            raise ValueError(f"{name} must be a number from zero up, not {amount}")
    if days > 366:
        raise ValueError(f"a year has no {days} days")
    each = minutes / 60 * days
    return Queue(each, each * commuters, each * commuters * hour_value, commuters * days / 60 * hour_value)


def per_hundred(entries: float, days: int, residents: float) -> float:
    """Entries on an average day for every 100 people who live there. ``days``: of the year in which they were counted.

    Raises ValueError for impossible input.
    """
    if not (math.isfinite(entries) and entries >= 0):
        raise ValueError(f"entries must be a number from zero up, not {entries}")
    if days not in (365, 366):
        raise ValueError(f"a year has 365 or 366 days, not {days}")
    if not (math.isfinite(residents) and residents > 0):
        raise ValueError(f"residents must be a positive number, not {residents}")
    return entries / days / residents * 100
