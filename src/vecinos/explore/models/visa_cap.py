"""A farm labour market with a cap on guest workers, in its simplest form: what happens to pay when the cap falls."""

from __future__ import annotations

from dataclasses import dataclass

WORKERS = 100.0  # people at work at the start, an invented round number
GUESTS = 20.0  # of them with a guest-worker visa, invented
SUPPLY = 0.5  # per cent more local workers for one per cent more pay, invented


@dataclass(frozen=True)
class Market:
    """The market after the change: pay in per cent of the start, workers in people (100 at the start)."""

    pay_change: float
    local: float
    guests: float
    machines: float

    @property
    def local_change(self) -> float:
        return self.local - (WORKERS - GUESTS)


def market(cap: float, demand: float, machines: float) -> Market:
    """The balance of work offered and work wanted once guest workers are capped.

    ``cap``: guest workers allowed, 0 to 20 people; ``demand``: per cent fewer workers wanted for one per cent more
    pay, above zero; ``machines``: per cent of the missing work that machines or other crops replace, 0 to 100.
    Both sides are straight lines through the start, so with a gap g = (20 − cap) × (1 − machines/100) pay changes by
    g ÷ (100 × demand + 80 × 0.5). Raises ValueError for values outside these bounds.
    All numbers are invented; the case they imitate is the end of the Bracero Program (Clemens, Lewis and Postel 2018).
    """
    if not 0 <= cap <= GUESTS:
        raise ValueError(f"the cap must lie between 0 and {GUESTS:.0f}, not {cap}")
    if not demand > 0:
        raise ValueError(f"the response of demand must be above zero, not {demand}")
    if not 0 <= machines <= 100:
        raise ValueError(f"machines replace between 0 and 100 per cent, not {machines}")
    local = WORKERS - GUESTS
    replaced = (GUESTS - cap) * machines / 100
    rise = (GUESTS - cap - replaced) / (WORKERS * demand + local * SUPPLY)
    return Market(rise * 100, local * (1 + SUPPLY * rise), cap, replaced)
