"""Is a car North American, and what does it pay? The USMCA's rules of origin for cars, in their simplest form."""

from __future__ import annotations

from dataclasses import dataclass

RVC_THRESHOLD = 75.0  # per cent of net cost, since July 2023 (USMCA automotive appendix; HTS General Note 11)
LVC_THRESHOLD = {"car": 40.0, "pickup": 45.0}  # per cent made by workers paid at least US$16 an hour on average
TARIFF = 25.0  # per cent, Section 232, on cars from 3 April 2025


def regional_value_content(net_cost: float, non_originating: float) -> float:
    """The regional value content of a good in per cent, by the net-cost method: (NC − VNM) / NC × 100.

    ``net_cost`` (NC): the cost of the good without promotion, royalties, shipping and non-allowable interest;
    ``non_originating`` (VNM): the value of its materials from outside the region. Both in the same currency.
    Raises ValueError unless 0 ≤ VNM ≤ NC and NC > 0. Source: USMCA uniform regulations, 19 CFR Part 182, Appendix A.
    """
    if not net_cost > 0:
        raise ValueError(f"net cost must be above zero, not {net_cost}")
    if not 0 <= non_originating <= net_cost:
        raise ValueError(f"non-originating materials must lie between 0 and the net cost, not {non_originating}")
    return (net_cost - non_originating) / net_cost * 100


@dataclass(frozen=True)
class Verdict:
    """What the rules say of one car. Shares in per cent of its value, money in US dollars."""

    rvc: float
    lvc: float
    meets_rvc: bool
    meets_lvc: bool
    dutiable: float
    tariff: float

    @property
    def qualifies(self) -> bool:
        return self.meets_rvc and self.meets_lvc


def car_verdict(
    value: float, outside: float, high_wage: float, us_made: float, kind: str = "car", rate: float = TARIFF
) -> Verdict:
    """The verdict on a car imported into the United States from Mexico.

    ``value``: US dollars, taken as net cost and customs value alike (a simplification); ``outside``, ``high_wage``,
    ``us_made``: per cent of that value made outside North America, made by workers above US$16 an hour, made in the
    United States; ``rate``: per cent. A car that meets both rules pays on the part not made in the United States, any
    other car on its whole value. Left out: core parts, steel and aluminium, and the ordinary duty.
    Raises ValueError for shares outside 0–100 or parts that exceed the whole.
    Sources: USMCA automotive appendix; US Section 232 order on cars, in force from 3 April 2025.
    """
    for name, share in {"outside": outside, "high_wage": high_wage, "us_made": us_made}.items():
        if not 0 <= share <= 100:
            raise ValueError(f"{name} is a share in per cent between 0 and 100, not {share}")
    if outside + us_made > 100:
        raise ValueError(f"parts from outside ({outside} %) and US-made parts ({us_made} %) exceed the whole car")
    rvc = regional_value_content(value, value * outside / 100)
    meets_rvc, meets_lvc = rvc >= RVC_THRESHOLD, high_wage >= LVC_THRESHOLD[kind]
    dutiable = value * (100 - us_made) / 100 if meets_rvc and meets_lvc else value
    return Verdict(rvc, high_wage, meets_rvc, meets_lvc, dutiable, dutiable * rate / 100)
