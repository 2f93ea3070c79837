"""What a Mexican good costs once it has landed in the United States: its value plus the duties of 2025 and 2026."""

from __future__ import annotations

from dataclasses import dataclass

GOODS = ("tomatoes", "car", "part", "steel", "other")
# One day inside each regime. No day from 4 March to 4 June 2025 on which two laws claimed one good is offered: the order
# of the laws was set on 29 April, changed on 3 June, and both times with effect on earlier days.
DAYS = ("2024-12-31", "2025-03-10", "2025-08-01", "2026-03-01")
IEEPA = 25.0  # per cent, 4 March 2025 to 23 February 2026, USMCA goods spared from 7 March [tariff-alerts]
CAR_232 = 25.0  # per cent, cars from 3 April and parts from 3 May 2025 [tariff-alerts]
STEEL_232 = 50.0  # per cent, June 2025 to 5 April 2026, no exception for USMCA goods [tariff-alerts; twt]
TOMATO_AD = 17.09  # per cent, from 14 July 2025 [govinfo-tomato]
SECTION_122 = 10.0  # per cent, from 24 February 2026, USMCA goods spared [opportimes-s122]


@dataclass(frozen=True)
class Charge:
    """One duty: its legal ground, its rate in per cent and the value in US dollars it falls on."""

    ground: str  # ieepa, s232, antidumping or s122
    rate: float
    base: float

    @property
    def duty(self) -> float:
        return self.base * self.rate / 100


def charges(good: str, day: str, usmca: bool, value: float, us_made: float = 0) -> list[Charge]:
    """The special duties on a good from Mexico, by legal ground; none is charged on another.

    ``good``: one of GOODS; ``day``: one of DAYS; ``usmca``: enters as a good that qualifies; ``value``: customs value in
    US dollars; ``us_made``: per cent of a car's value made in the United States. Left out: ordinary duty, freight, fees.
    Raises ValueError for an unknown good or day, a value not above zero, a share outside 0–100, or a share of US work
    for anything but a car.
    Sources: in book/references.bib tariff-alerts, itt-2025, govinfo-tomato, opportimes-s122, stacking-2025, s122-2026.
    """
    if good not in GOODS or day not in DAYS:
        raise ValueError(f"no sourced rule for {good!r} on {day!r}; goods: {GOODS}; days: {DAYS}")
    if not value > 0:
        raise ValueError(f"value must be above zero, not {value}")
    if not 0 <= us_made <= 100 or (us_made and good != "car"):
        raise ValueError(f"us_made is a share of a car between 0 and 100, not {us_made} for {good}")
    if day == "2024-12-31":
        return []
    if day != "2025-03-10" and good in ("car", "part", "steel"):
        return _section_232(good, usmca, value, us_made)  # takes the place of IEEPA and of Section 122
    due = []
    if good == "tomatoes" and day >= "2025-07-14":
        due.append(Charge("antidumping", TOMATO_AD, value))
    if not usmca and day < "2026-02-24":
        due.append(Charge("ieepa", IEEPA, value))
    if not usmca and day >= "2026-02-24" and good != "tomatoes":  # tomatoes are on the list of exceptions
        due.append(Charge("s122", SECTION_122, value))
    return due


def _section_232(good: str, usmca: bool, value: float, us_made: float) -> list[Charge]:
    """Section 232 as on 1 August 2025 and 1 March 2026: USMCA parts are exempt, USMCA cars on their US-made part."""
    if good == "steel":
        return [Charge("s232", STEEL_232, value)]
    if good == "part" and usmca:
        return []
    return [Charge("s232", CAR_232, value * (100 - us_made) / 100 if usmca else value)]


def landed_cost(value: float, due: list[Charge]) -> float:
    """Value plus all duties, in US dollars."""
    return value + sum(charge.duty for charge in due)
