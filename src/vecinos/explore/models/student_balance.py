"""What an imbalance in student exchange depends on: numbers, numbers per head at home or in the host country, or goals."""

from __future__ import annotations

import math
from dataclasses import dataclass

EVEN = 1.05  # two numbers closer than this are called about even


@dataclass(frozen=True)
class Balance:
    """``north``: from Mexico to the United States; ``south``: the other way. Both in the same measure."""

    north: float
    south: float

    @property
    def ratio(self) -> float:
        """The larger divided by the smaller, at least one."""
        return max(self.north, self.south) / min(self.north, self.south)

    @property
    def leads(self) -> str:
        """ "north", "south" or "even"."""
        if self.ratio < EVEN:
            return "even"
        return "north" if self.north > self.south else "south"


def per_head(north: float, south: float, mexico: float, us: float, per: float, base: str) -> Balance:
    """Students for every ``per`` heads: of the country they leave (``base="home"``) or of the one they go to ("host").

    ``mexico`` and ``us`` are the heads (inhabitants, or students). Raises ValueError for impossible input.
    """
    _positive(north=north, south=south, mexico=mexico, us=us, per=per)
    if base not in ("home", "host"):
        raise ValueError(f'base is "home" or "host", not {base!r}')
    north_heads, south_heads = (mexico, us) if base == "home" else (us, mexico)
    return Balance(north / north_heads * per, south / south_heads * per)


def of_goals(north: float, south: float, north_goal: float, south_goal: float) -> Balance:
    """Each number in per cent of its goal. Raises ValueError for impossible input."""
    _positive(north=north, south=south, north_goal=north_goal, south_goal=south_goal)
    return Balance(100 * north / north_goal, 100 * south / south_goal)


def _positive(**numbers: float) -> None:
    for name, value in numbers.items():
        if not (math.isfinite(value) and value > 0):
            raise ValueError(f"{name} must be a positive number, not {value}")
