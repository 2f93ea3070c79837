"""A small model for reading agreement in votes: the mean of a decade, and its distance from a baseline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """A pair's agreement in a decade and that of the baseline, in per cent of the votes that both cast."""

    own: float
    baseline: float

    @property
    def gap(self) -> float:
        """Percentage points by which the pair lies above (or below, if negative) its baseline."""
        return self.own - self.baseline


def decade_mean(yearly: Mapping[int, float], decade: int) -> float:
    """The plain mean of a decade's years in ``yearly`` (year: per cent); a missing year is left out.

    Raises ValueError when ``decade`` is no multiple of ten, a share is no per cent or the decade has no year.
    """
    if decade % 10:
        raise ValueError(f"a decade starts in a year that ends in 0, not {decade}")
    shares = [share for year, share in yearly.items() if decade <= year < decade + 10]
    if not shares:
        raise ValueError(f"no year of the {decade}s is known")
    if any(not 0 <= share <= 100 for share in shares):
        raise ValueError("agreement is a share of 0 to 100 per cent")
    return sum(shares) / len(shares)


def compare(own: Mapping[int, float], baseline: Mapping[int, float], decade: int, back: int = 0) -> Agreement:
    """A pair's mean in ``decade`` beside the baseline's, ``back`` years earlier (10: the decade before)."""
    return Agreement(decade_mean(own, decade), decade_mean(baseline, decade - back))
