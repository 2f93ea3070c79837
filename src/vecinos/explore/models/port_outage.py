"""What waits when a port of entry closes: an average day, times the days, less what finds another way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outage:
    """What a closure does to goods in transit. Nothing here is a loss: goods that wait may still arrive."""

    value_delayed: float  # in the unit of the daily value
    trucks_waiting: float
    detoured_per_day: float  # trucks that other ports must take on each day of the closure
    extra_load: float  # that, in per cent of what the other ports take on an average day


def daily(total: float, days: int) -> float:
    """An average day: ``total`` over ``days`` days (the unit of the total). Raises ValueError if either cannot be."""
    if not total >= 0:
        raise ValueError(f"a total cannot be below 0: {total}")
    if days < 1:
        raise ValueError(f"an average needs at least 1 day, not {days}")
    return total / days


def outage(value: float, trucks: float, others: float, days: int, rerouted: float) -> Outage:
    """A port closed for ``days`` whole days.

    ``value`` and ``trucks``: what crosses on an average day at this port (money in any unit; trucks northbound);
    ``others``: trucks on an average day at all other ports together; ``rerouted``: per cent that crosses elsewhere on the
    same day, value and trucks alike. Each day is taken as average, without weekday, season or spare room at other ports.
    Raises ValueError for amounts below zero, no days, or a share outside 0–100.
    """
    for name, amount in {"value": value, "trucks": trucks}.items():
        if not amount >= 0:
            raise ValueError(f"{name} cannot be below 0: {amount}")
    if not others > 0:
        raise ValueError(f"the other ports together must take more than 0 trucks, not {others}")
    if days < 1:
        raise ValueError(f"a closure lasts at least 1 day, not {days}")
    if not 0 <= rerouted <= 100:
        raise ValueError(f"rerouted is a share in per cent between 0 and 100, not {rerouted}")
    stays, detoured = 1 - rerouted / 100, trucks * rerouted / 100
    return Outage(value * days * stays, trucks * days * stays, detoured, detoured / others * 100)
