"""What a part that crosses the border several times is charged, and how often it is counted: the simplest arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

BASES = ("free", "full", "less-us")  # qualifies and is free; duty on the full value; duty on the value less US content


@dataclass(frozen=True)
class PartTrade:
    """One finished part, after all crossings. All in US dollars."""

    value: float  # what the finished part is worth: the value added in both countries
    us_value: float  # of it, added in the United States
    counted: float  # what customs counts, both directions together
    duties: tuple[float, ...]  # US duty at each northbound crossing, in order
    full_duty: float  # what it would have been on the full value at each entry

    @property
    def duty(self) -> float:
        return sum(self.duties)

    @property
    def duty_share(self) -> float:
        """Duty in per cent of the value of the finished part."""
        return self.duty / self.value * 100

    @property
    def saved(self) -> float:
        return self.full_duty - self.duty


def part_trade(value: float, rounds: int, us_share: float, rate: float, base: str) -> PartTrade:
    """A part made in ``rounds`` equal rounds: work in the United States, south, work in Mexico, north again.

    ``value``: US dollars, the finished part before duties; ``rounds``: round trips, each with one crossing south and one
    north; ``us_share``: per cent of the value added in the United States, the rest in Mexico; ``rate``: the US duty in per
    cent; ``base``: one of ``BASES``. "full" charges the whole value at each entry, "less-us" the value less US content (the
    rule for assembly abroad, HTS 9802.00.80, taken as met). Duties paid are neither refunded nor added to the value, and
    Mexico charges none (inputs that originate in the region, or brought in under IMMEX and sent out again).
    Raises ValueError for values, rounds, shares or rates that cannot be, and for an unknown base.
    Sources: Census basis (BEA, notes to FT-900); HTS 9802.00.80 (US Customs and Border Protection).
    """
    if not value > 0:
        raise ValueError(f"the value must be above zero, not {value}")
    if rounds < 1 or rounds != int(rounds):
        raise ValueError(f"the rounds must be a whole number of at least 1, not {rounds}")
    for name, share in {"us_share": us_share, "rate": rate}.items():
        if not 0 <= share <= 100:
            raise ValueError(f"{name} is in per cent and lies between 0 and 100, not {share}")
    if base not in BASES:
        raise ValueError(f"no base {base!r}; bases: {', '.join(BASES)}")
    us_value = value * us_share / 100
    north = [value * done / rounds for done in range(1, rounds + 1)]
    south = [value * done / rounds + us_value / rounds for done in range(rounds)]
    charged = {"free": 0.0, "full": 1.0, "less-us": 1 - us_share / 100}[base]
    duties = tuple(at * charged * rate / 100 for at in north)
    return PartTrade(value, us_value, sum(north) + sum(south), duties, sum(north) * rate / 100)
