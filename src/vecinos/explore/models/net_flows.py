"""A stock-flow account of people born in Mexico, and of people of Mexican origin, who live in the United States."""

from __future__ import annotations

from dataclasses import dataclass

YEARS = 5
BORN_DEATHS = 3.0  # a year for every 1,000 people born in Mexico, an assumption
NATIVE_DEATHS = 2.0  # the same for people of Mexican origin born in the United States, who are younger; an assumption


@dataclass(frozen=True)
class Account:
    """Two stocks before and after: people born in Mexico, and people of Mexican origin born in the United States."""

    born_before: float
    born_after: float
    born_deaths: float
    native_before: float
    native_after: float
    native_deaths: float

    @property
    def origin_before(self) -> float:
        """All people of Mexican origin: the two stocks together."""
        return self.born_before + self.native_before

    @property
    def origin_after(self) -> float:
        return self.born_after + self.native_after


def account(
    born: float,
    native: float,
    arrivals: float,
    returns: float,
    births: float,
    years: float = YEARS,
    born_deaths: float = BORN_DEATHS,
    native_deaths: float = NATIVE_DEATHS,
) -> Account:
    """The account of ``years`` years; all amounts in one unit, such as millions of people.

    ``born``: people born in Mexico at the start; ``native``: people of Mexican origin born in the United States;
    ``arrivals`` and ``returns``: moves from and to Mexico in the whole period, all by people born there; ``births``:
    births of Mexican origin in the United States; the death rates are per 1,000 people and year and apply to the
    starting stocks. After = before + what comes in − what goes out; a birth in the United States never enters the first
    stock. Raises ValueError for a negative amount, a rate above 1,000 or a stock that would fall below zero.
    """
    amounts = {
        "born": born,
        "native": native,
        "arrivals": arrivals,
        "returns": returns,
        "births": births,
        "years": years,
    }
    for name, value in amounts.items():
        if not value >= 0:
            raise ValueError(f"{name} cannot be below 0, not {value}")
    for rate in (born_deaths, native_deaths):
        if not 0 <= rate <= 1000:
            raise ValueError(f"a death rate lies between 0 and 1,000 per 1,000 people, not {rate}")
    died, native_died = born * born_deaths * years / 1000, native * native_deaths * years / 1000
    after, native_after = born + arrivals - returns - died, native + births - native_died
    if after < 0 or native_after < 0:
        raise ValueError("more people would leave or die than there are")
    return Account(born, after, died, native, native_after, native_died)


def break_even(result: Account, returns: float) -> float:
    """Arrivals that would hold the stock of people born in Mexico level: as many as leave or die."""
    return returns + result.born_deaths
