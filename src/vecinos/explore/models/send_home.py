"""What a sum sent home costs and what arrives: fee, US tax, exchange-rate margin, pesos and what they buy."""

from __future__ import annotations

from dataclasses import dataclass

TAX_RATE = 1.0  # per cent of the transfer, since 1 January 2026 (26 U.S.C. § 4475)
TAXED = {"cash": True, "account": False}  # cash, money order, cashier's check; US bank account or US-issued card


@dataclass(frozen=True)
class Sent:
    """One transfer. ``fee``, ``tax``, ``margin``, ``arrives`` are US dollars and add up to what the sender paid."""

    fee: float
    tax: float
    margin: float
    arrives: float
    pesos: float
    buys: float

    @property
    def cost(self) -> float:
        """What the sender paid and the family did not get, in US dollars."""
        return self.fee + self.tax + self.margin


def send(
    budget: float,
    channel: str,
    fee: float,
    margin: float,
    rate: float,
    prices: float,
    base: float,
    tax: float = TAX_RATE,
) -> Sent:
    """What becomes of ``budget`` US dollars, all the sender has for transfer, fee and tax together.

    ``channel``: a key of ``TAXED``; ``fee``: US dollars; ``margin``: per cent by which the firm's exchange rate lies
    below ``rate`` (pesos per dollar); ``prices``, ``base``: consumer price index of the year and of the base year;
    ``tax``: per cent. The tax is owed on the amount transferred, not on the fee: transfer = (budget − fee) ÷ (1 + tax).
    ``pesos`` are of the year, ``buys`` the same sum with the prices of the base year.
    Raises ValueError for an unknown channel, a fee that leaves nothing, a margin outside 0–100, or a rate, an index or a
    tax that cannot be. Source: 26 U.S.C. § 4475(a)–(d); Treasury's proposed rules of April 2026 on the base of the tax.
    """
    if channel not in TAXED:
        raise ValueError(f"channel must be one of {', '.join(TAXED)}, not {channel!r}")
    if not 0 <= fee < budget:
        raise ValueError(f"the fee must lie between 0 and the sum of {budget}, not {fee}")
    if not 0 <= margin < 100:
        raise ValueError(f"the margin must lie between 0 and 100 per cent, not {margin}")
    if not (rate > 0 and prices > 0 and base > 0 and tax >= 0):
        raise ValueError("exchange rate and price indices must be above zero, the tax not below it")
    due = tax if TAXED[channel] else 0.0
    transfer = (budget - fee) / (1 + due / 100)
    lost = transfer * margin / 100
    pesos = (transfer - lost) * rate
    return Sent(fee, transfer * due / 100, lost, transfer - lost, pesos, pesos * base / prices)
