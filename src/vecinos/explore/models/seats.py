"""Votes to seats in a mixed chamber: list seats by the largest remainder, under the two limits of Mexico's Article 54.

Source of the rule: Political Constitution of the United Mexican States, Article 54, sections II to VI. Section IV: no
party holds more than 300 seats of both kinds. Section V: no party's share of the chamber exceeds its share of the
national vote by more than eight points, unless its districts alone bring it there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

CHAMBER = 500
LISTS = 200
MOST = 300  # section IV
POINTS = 8  # section V


def most_seats(share: float, points: float | None = POINTS) -> int:
    """The most seats a party with this share of the vote (0–1) may hold: the lower of the two limits.

    ``points``: how many points the share of seats may exceed the share of votes; None for no such limit.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"share is a share of 0 to 1, not {share}")
    if points is None:
        return MOST
    return min(MOST, math.floor((share + points / 100) * CHAMBER + 1e-9))


def list_seats(
    votes: Mapping[str, float], districts: Mapping[str, int], points: float | None = POINTS
) -> dict[str, int]:
    """List seats of each party: ``LISTS`` shared by votes, and what a limit takes from one goes to the others.

    ``votes``: of the parties that take part in the lists; ``districts``: seats already won by each. A party whose
    districts alone pass its limit keeps them and gets no list seat. Raises ValueError for no votes at all.
    """
    total = sum(votes.values())
    if total <= 0 or min(votes.values()) < 0:
        raise ValueError("votes are positive numbers")
    room = {name: max(0, most_seats(count / total, points) - districts.get(name, 0)) for name, count in votes.items()}
    held: dict[str, int] = {}
    while True:
        open_ = {name: count for name, count in votes.items() if name not in held}
        given = _largest_remainder(open_, LISTS - sum(held.values())) if open_ else {}
        over = {name: room[name] for name, seats in given.items() if seats > room[name]}
        if not over:
            return {name: held.get(name, given.get(name, 0)) for name in votes}
        held.update(over)


def _largest_remainder(votes: Mapping[str, float], seats: int) -> dict[str, int]:
    total = sum(votes.values())
    exact = {name: count * seats / total if total else 0 for name, count in votes.items()}
    given = {name: math.floor(value) for name, value in exact.items()}
    left = seats - sum(given.values()) if total else 0
    for name in sorted(exact, key=lambda one: given[one] - exact[one])[:left]:
        given[name] += 1
    return given
