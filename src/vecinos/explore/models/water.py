"""A five-year account of the Rio Grande: what the treaty of 1944 asks for on average, and a floor for each year."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

YEARS = 5


@dataclass(frozen=True)
class Account:
    """One cycle. All amounts are in the unit of the deliveries; ``average`` and ``floor`` are amounts a year."""

    deliveries: tuple[float, ...]
    average: float
    floor: float

    @property
    def delivered(self) -> float:
        return sum(self.deliveries)

    @property
    def quota(self) -> float:
        """What the cycle asks for as a whole."""
        return self.average * YEARS

    @property
    def missing(self) -> float:
        """What the treaty leaves owed at the end of the cycle."""
        return max(0.0, self.quota - self.delivered)

    @property
    def next_mean(self) -> float:
        """Mean a year that the following cycle needs: its own quota and what is missing from this one."""
        return (self.quota + self.missing) / YEARS

    @property
    def short_years(self) -> int:
        """Years below the floor."""
        return sum(amount < self.floor for amount in self.deliveries)

    @property
    def short(self) -> float:
        """What is missing from the floor, year by year; more water in another year does not help."""
        return sum(max(0.0, self.floor - amount) for amount in self.deliveries)


def account(deliveries: Sequence[float], average: float, floor: float) -> Account:
    """The account of one cycle. Raises ValueError unless there are five amounts, none of them negative."""
    if len(deliveries) != YEARS:
        raise ValueError(f"a cycle has {YEARS} years, not {len(deliveries)}")
    if any(not (math.isfinite(amount) and amount >= 0) for amount in (*deliveries, average, floor)):
        raise ValueError("amounts of water are finite and not negative")
    return Account(tuple(deliveries), average, floor)


def with_dry_years(usual: float, dry: float, dry_years: int) -> tuple[float, ...]:
    """Deliveries of a cycle whose last ``dry_years`` years are dry. Raises ValueError for an impossible number."""
    if not 0 <= dry_years <= YEARS:
        raise ValueError(f"a cycle has 0 to {YEARS} dry years, not {dry_years}")
    return (usual,) * (YEARS - dry_years) + (dry,) * dry_years
