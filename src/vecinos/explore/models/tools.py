"""Where a policy tool stands on two axes: how hard it presses, and who decides. Four yes-or-no questions place it."""

from __future__ import annotations

from dataclasses import dataclass

STEPS = (0, 1, 2)  # pressure: cooperative, in between, coercive; together: one side alone, in between, both together


@dataclass(frozen=True)
class Place:
    """A place on both axes, each 0, 1 or 2."""

    pressure: int
    together: int

    def __post_init__(self) -> None:
        if self.pressure not in STEPS or self.together not in STEPS:
            raise ValueError(f"a place has steps 0, 1 or 2 on both axes, not {self.pressure} and {self.together}")


@dataclass(frozen=True)
class Signs:
    """What can be seen of a tool.

    ``cost``: it makes refusal costly for the other side; ``offer``: it gives something the other side did not have;
    ``agreed``: both sides agreed to it; ``alone``: one side could start or stop it by itself.
    """

    cost: bool
    offer: bool
    agreed: bool
    alone: bool


def place(signs: Signs) -> Place:
    """Two signs for each axis. Where they point the same way, an end of the axis; where they do not, the middle."""
    return Place(1 + signs.cost - signs.offer, 1 + signs.agreed - signs.alone)


def apart(mine: Place, other: Place) -> int:
    """How many steps lie between two places, both axes together (0 to 4)."""
    return abs(mine.pressure - other.pressure) + abs(mine.together - other.together)
