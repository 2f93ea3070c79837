"""What a minimum wage is worth: in pesos of its year, in pesos of another year, and in dollars."""

from __future__ import annotations

from dataclasses import dataclass

NOMINAL, DOLLARS = "nominal", "dollars"


@dataclass(frozen=True)
class Year:
    """One year: the ``wage`` in pesos a day, ``prices`` as an index (any base), ``rate`` in pesos for one dollar."""

    wage: float
    prices: float
    rate: float


def real_value(amount: float, prices_then: float, prices_base: float) -> float:
    """``amount`` pesos of one year in the pesos of a base year: amount × prices of the base year ÷ prices then.

    Both prices come from one index. Raises ValueError for a negative amount or prices that are not above zero.
    Source of the rule: the use INEGI gives for its consumer price index (INPC), to deflate amounts of money.
    """
    if not amount >= 0:
        raise ValueError(f"an amount of money must not be negative: {amount}")
    if not (prices_then > 0 and prices_base > 0):
        raise ValueError(f"prices must be above zero, not {prices_then} and {prices_base}")
    return amount * prices_base / prices_then


def in_dollars(amount: float, rate: float) -> float:
    """``amount`` pesos in US dollars at ``rate`` pesos for one dollar. Raises ValueError for a rate not above zero."""
    if not rate > 0:
        raise ValueError(f"the exchange rate must be above zero, not {rate}")
    return amount / rate


def wages(years: dict[int, Year], unit: str | int) -> dict[int, float]:
    """The wage of every year for one day of work, in one unit.

    ``unit``: "nominal" (pesos of each year), "dollars" (US dollars at the mean rate of each year), or a year of
    ``years`` (pesos with the prices of that year). Raises ValueError for another unit.
    """
    if unit == NOMINAL:
        return {year: one.wage for year, one in years.items()}
    if unit == DOLLARS:
        return {year: in_dollars(one.wage, one.rate) for year, one in years.items()}
    if unit not in years:
        raise ValueError(f"the unit is 'nominal', 'dollars' or one of the years {sorted(years)}, not {unit!r}")
    base = years[unit].prices
    return {year: real_value(one.wage, one.prices, base) for year, one in years.items()}


def change(before: float, after: float) -> float:
    """The change from ``before`` to ``after`` in per cent. Raises ValueError unless ``before`` is above zero."""
    if not before > 0:
        raise ValueError(f"a change in per cent needs a start above zero, not {before}")
    return (after / before - 1) * 100
