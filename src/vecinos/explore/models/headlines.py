"""One series of remittances, many headlines: base year, currency, prices, total or average."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MONEY = ("dollars", "pesos", "real-pesos")
WHAT = ("total", "transfer")


@dataclass(frozen=True)
class Year:
    """What the tables say of one year.

    ``received``: remittances to Mexico, millions of US dollars of that year; ``transfers``: their number, millions
    (Banco de México); ``rate``: pesos per dollar, the year's mean (FIX); ``prices``: consumer price index of Mexico
    (INPC), mean of the year.
    """

    received: float
    transfers: float
    rate: float
    prices: float

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if not value > 0:
                raise ValueError(f"{name} must be above zero, not {value}")


@dataclass(frozen=True)
class Headline:
    """Two amounts in one unit and the change between them in per cent. Totals in millions, averages in units."""

    before: float
    after: float
    change: float


def amount(year: Year, now: Year, money: str, what: str) -> float:
    """Remittances of ``year`` in the chosen form: millions (total) or units (mean transfer) of dollars or pesos.

    ``money``: "dollars" and "pesos" of the year itself, or "real-pesos": pesos with the prices of ``now``.
    Raises ValueError for any other ``money`` or ``what``. A mean weighted by the money sent
    makes the pesos exact; prices are those of the whole year.
    """
    if money not in MONEY:
        raise ValueError(f"money is one of {', '.join(MONEY)}, not {money!r}")
    if what not in WHAT:
        raise ValueError(f"what is one of {', '.join(WHAT)}, not {what!r}")
    value = year.received if what == "total" else year.received / year.transfers
    if money == "dollars":
        return value
    pesos = value * year.rate
    return pesos if money == "pesos" else pesos * now.prices / year.prices


def headline(years: Mapping[int, Year], base: int, end: int, money: str, what: str) -> Headline:
    """The change from ``base`` to ``end`` in per cent. Raises ValueError unless ``base`` comes before ``end`` and both
    are known."""
    for year in (base, end):
        if year not in years:
            raise ValueError(f"no figures for {year}; there are {', '.join(map(str, sorted(years)))}")
    if base >= end:
        raise ValueError(f"the base year {base} must come before {end}")
    before, after = (amount(years[year], years[end], money, what) for year in (base, end))
    return Headline(before, after, (after / before - 1) * 100)
