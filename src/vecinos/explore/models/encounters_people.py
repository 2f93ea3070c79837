"""How many people stand behind a number of encounters, and over which twelve months they were counted."""

from __future__ import annotations

from collections.abc import Mapping


def twelve_months(year: int, basis: str) -> list[str]:
    """The months ("2020-10" …) of a year, in order.

    ``basis``: "calendar" (January to December) or "fiscal", the US federal year, which begins in October of the year
    before and bears the number of the year in which it ends. Raises ValueError for another basis.
    """
    if basis == "calendar":
        return [f"{year}-{month:02d}" for month in range(1, 13)]
    if basis == "fiscal":
        before = [f"{year - 1}-{month:02d}" for month in (10, 11, 12)]
        return before + [f"{year}-{month:02d}" for month in range(1, 10)]
    raise ValueError(f"the basis is 'fiscal' or 'calendar', not {basis!r}")


def year_total(counts: Mapping[str, float], year: int, basis: str) -> float:
    """Events in one year: the sum of its twelve months. ``counts``: events by month ("2020-10": 69223).

    Raises ValueError when a month is missing, because a sum of eleven months is no year.
    """
    months = twelve_months(year, basis)
    missing = [month for month in months if month not in counts]
    if missing:
        raise ValueError(f"no count for {', '.join(missing)}")
    return sum(counts[month] for month in months)


def people_if_share_of_events(events: float, rate: float) -> float:
    """People behind ``events`` when ``rate`` per cent of the events are with somebody met before in the period.

    The other events are each somebody's first, and every person has one first: people = events × (1 − rate). This is
    the form of the monthly releases of US Customs and Border Protection; they look back twelve months, so some firsts
    of the period are taken for repeats and the true number is somewhat higher. Raises ValueError for negative events
    or a rate outside 0–100, or of 100 (then nobody would have a first).
    """
    _check(events, rate)
    if rate == 100:
        raise ValueError("not every event can be a repeat: each person has a first one")
    return events * (1 - rate / 100)


def people_if_share_of_people(events: float, rate: float, times: float) -> float:
    """People behind ``events`` when ``rate`` per cent of the people are met ``times`` times and the others once.

    events = people × ((1 − rate) + rate × times), so people = events ÷ (1 + rate × (times − 1)). This is the form of
    the agency's yearly "recidivism rate", the share of individuals apprehended more than once in a fiscal year; it
    leaves open how often. Raises ValueError for negative events, a rate outside 0–100 or fewer than two times.
    """
    _check(events, rate)
    if times < 2:
        raise ValueError(f"somebody met more than once was met at least 2 times, not {times}")
    return events / (1 + rate / 100 * (times - 1))


def _check(events: float, rate: float) -> None:
    if not events >= 0:
        raise ValueError(f"events cannot be fewer than 0, not {events}")
    if not 0 <= rate <= 100:
        raise ValueError(f"the rate is in per cent between 0 and 100, not {rate}")
