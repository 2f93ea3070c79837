"""What a cut of gas imports takes from a country, and how far stored gas reaches. The unit: one day's demand."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Cut:
    """A cut in days of demand: all of it, what still flows, what comes from storage and what is missing.

    ``lasts``: after how many days storage is empty; infinite where nothing is drawn.
    """

    demand: float
    home: float
    imported: float
    drawn: float
    missing: float
    lasts: float

    @property
    def missing_share(self) -> float:
        """What is missing, in per cent of demand over the whole cut."""
        return 100 * self.missing / self.demand if self.demand else 0.0


def cut(share: float, stopped: float, storage: float, days: float) -> Cut:
    """Gas during ``days`` in which ``stopped`` (0 to 1) of imports does not come.

    ``share``: the part of demand that is imported (0 to 1). ``storage``: stored gas, in days of all demand, full at the
    start and free to flow to any place at any speed. Raises ValueError for impossible input.
    """
    for name, amount in (("share", share), ("stopped", stopped)):
        if not 0 <= amount <= 1:
            raise ValueError(f"{name} must be from 0 to 1, not {amount}")
    for name, amount in (("storage", storage), ("days", days)):
        if not (math.isfinite(amount) and amount >= 0):
            raise ValueError(f"{name} must be a number from zero up, not {amount}")
    lost = share * stopped
    drawn = min(storage, lost * days)
    return Cut(
        demand=days,
        home=(1 - share) * days,
        imported=share * (1 - stopped) * days,
        drawn=drawn,
        missing=max(0.0, lost * days - drawn),
        lasts=storage / lost if lost else math.inf,
    )
