"""Two small models of a poll: what chance does to a sample, and how far chance alone can set two answers apart."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

NINETY_FIVE = 1.96  # standard errors on either side that hold 95 of 100 samples


@dataclass(frozen=True)
class Poll:
    """One poll: the share it found, and the ends of its interval. All in per cent."""

    found: float
    low: float
    high: float

    def holds(self, truth: float) -> bool:
        """Does the interval reach over ``truth``?"""
        return self.low <= truth <= self.high


def margin(share: float, size: int) -> float:
    """The margin of error in points, at 95 per cent: half the width of the interval of a simple random sample.

    Raises ValueError for impossible input.
    """
    _check(share, size)
    part = share / 100
    return 100 * NINETY_FIVE * math.sqrt(part * (1 - part) / size)


def draw(share: float, size: int, polls: int, seed: int, pull: float = 0) -> tuple[Poll, ...]:
    """``polls`` random samples of ``size`` people from a population in which ``share`` per cent say yes.

    ``pull``: so many more in a hundred say yes because of how they are asked. The same seed gives the same people in every
    run, with and without a pull, and the first of many polls are those of few. Raises ValueError for impossible input.
    """
    _check(share, size)
    if polls < 1:
        raise ValueError(f"polls must be one or more, not {polls}")
    says_yes = share + pull
    if not 0 <= says_yes <= 100:
        raise ValueError(f"share and pull must lie between 0 and 100 together, not {says_yes}")
    chance = random.Random(seed)
    drawn = []
    for _ in range(polls):
        found = 100 * sum(100 * chance.random() < says_yes for _ in range(size)) / size
        wide = margin(found, size)
        drawn.append(Poll(found, max(0.0, found - wide), min(100.0, found + wide)))
    return tuple(drawn)


def chance_gap(first: float, second: float, size: int) -> float:
    """How many points two polls of ``size`` people each may differ by chance alone, in 95 of 100 pairs.

    Raises ValueError for impossible input.
    """
    return math.hypot(margin(first, size), margin(second, size))


def _check(share: float, size: int) -> None:
    if not (math.isfinite(share) and 0 <= share <= 100):
        raise ValueError(f"share must be from 0 to 100, not {share}")
    if size < 1:
        raise ValueError(f"size must be one or more, not {size}")
