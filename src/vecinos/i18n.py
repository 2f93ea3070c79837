"""Texts, numbers and dates in the reader's own form (English of the United States, Spanish of Mexico).

Both use the decimal point and the thousands comma; they differ in the names of large numbers
(billion = mil millones), the space before the per cent sign and the order of a date.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from vecinos.mode import LANGUAGES, language

NBSP = "\u00a0"
MINUS = "\u2212"
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}


def pick(text: str | Mapping[str, str], lang: str | None = None) -> str:
    """The text in one language. ``text`` is a plain string (same in both) or {"en": …, "es": …}.

    Raises KeyError naming the text when the wanted language is missing: no silent fallback.
    """
    if isinstance(text, str):
        return text
    lang = lang or language()
    try:
        return text[lang]
    except KeyError:
        known = next((text[other] for other in LANGUAGES if other in text), dict(text))
        raise KeyError(f"This text has no {lang!r} version: {known!r}") from None


def number(value: float, decimals: int = 0) -> str:
    """1234.5 -> '1,234.5' (the same in both editions); a true minus sign for negatives.

    A half is rounded away from zero, as readers round and as the checked figures of the prose are: 13.85 -> '13.9'.
    """
    size = abs(value)
    if isinstance(value, float) and math.isfinite(value):
        size = Decimal(f"{size:.15g}").quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{size:,.{decimals}f}"
    return MINUS + text if value < 0 and text.strip("0.,") else text


def short_number(value: float, most: int = 1) -> str:
    """The number with ``most`` decimals, without idle zeros at its end: 22.5 -> '22.5', 15.0 -> '15'."""
    text = number(value, most)
    return text.rstrip("0").rstrip(".") if most else text


def percent(value: float, decimals: int = 0, lang: str | None = None) -> str:
    """15.6 -> '15.6%' in English, '15.6 %' (with a no-break space) in Spanish. The value is already in per cent."""
    gap = NBSP if (lang or language()) == "es" else ""
    return number(value, decimals) + gap + "%"


def date(value: str | dt.date, lang: str | None = None) -> str:
    """'2026-07-01' -> '1 July 2026' / '1 de julio de 2026'; '2026-07' and '2026' give month and year, year."""
    lang = lang or language()
    parts = [int(part) for part in str(value).split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = MONTHS[lang][parts[1] - 1]
    joint = " de " if lang == "es" else " "
    words = [month, str(parts[0])] if len(parts) == 2 else [str(parts[2]), month, str(parts[0])]
    return joint.join(words)
