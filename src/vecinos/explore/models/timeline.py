"""Choosing dated events by theme and period, and counting them by kind."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("conflict", "agreement", "step")
FIRST, LAST = 1819, 2026


@dataclass(frozen=True)
class Event:
    """One dated event: ``date`` as YYYY, YYYY-MM or YYYY-MM-DD, its ``theme``, one of KINDS, text and source.

    Raises ValueError for a year outside 1819–2026 (the years of the course's timeline) or an unknown kind.
    """

    date: str
    theme: str
    kind: str
    text: dict[str, str]
    source: str

    def __post_init__(self) -> None:
        if not FIRST <= self.year <= LAST:
            raise ValueError(f"the year must lie between {FIRST} and {LAST}, not {self.year}")
        if self.kind not in KINDS:
            raise ValueError(f"the kind is one of {', '.join(KINDS)}, not {self.kind!r}")

    @property
    def year(self) -> int:
        return int(self.date[:4])


def matching(events: list[Event], theme: str | None = None, period: tuple[int, int] | None = None) -> list[Event]:
    """The events of one ``theme`` and one ``period`` (first and last year, both in), by date; None takes all.

    Raises ValueError for a period whose last year comes before its first.
    """
    if period is not None and period[0] > period[1]:
        raise ValueError(f"a period must not end before it starts: {period}")
    low, high = period or (FIRST, LAST)
    chosen = [one for one in events if theme in (None, one.theme) and low <= one.year <= high]
    return sorted(chosen, key=lambda one: one.date)


def count_kinds(events: list[Event]) -> dict[str, int]:
    """How many events there are of each kind, kinds without any included."""
    return {kind: sum(one.kind == kind for one in events) for kind in KINDS}
