"""The explorer "One series, many headlines": what the same table of remittances lets a headline say."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.headlines import MONEY, WHAT, Headline, Year, headline
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

END = 2025
BASES = (2003, 2006, 2013, 2018, 2022, 2024)
TEXT = {
    "dollars": {"en": "US dollars of each year", "es": "dólares de cada año"},
    "pesos": {"en": "pesos of each year", "es": "pesos de cada año"},
    "real-pesos": {"en": "pesos with the prices of 2025", "es": "pesos a precios de 2025"},
    "total": {"en": "All transfers together", "es": "Todos los envíos juntos"},
    "transfer": {"en": "The average transfer", "es": "El envío promedio"},
    "billion dollars": {"en": "{} billion dollars", "es": "{} mil millones de dólares"},
    "billion pesos": {"en": "{} billion pesos", "es": "{} mil millones de pesos"},
    "dollars each": {"en": "{} dollars", "es": "{} dólares"},
    "pesos each": {"en": "{} pesos", "es": "{} pesos"},
    "headline": {
        ("total", "dollars"): {
            "en": "“Money sent to Mexico, in dollars, {change} since {base}”",
            "es": "“El dinero enviado a México, en dólares, {change} desde {base}”",
        },
        ("total", "pesos"): {
            "en": "“Money sent to Mexico, in pesos, {change} since {base}”",
            "es": "“El dinero enviado a México, en pesos, {change} desde {base}”",
        },
        ("total", "real-pesos"): {
            "en": "“What the money sent to Mexico can buy there: {change} since {base}”",
            "es": "“Lo que alcanza a comprar en México el dinero enviado {change} desde {base}”",
        },
        ("transfer", "dollars"): {
            "en": "“The average transfer, in dollars, {change} since {base}”",
            "es": "“El envío promedio, en dólares, {change} desde {base}”",
        },
        ("transfer", "pesos"): {
            "en": "“The average transfer, in pesos, {change} since {base}”",
            "es": "“El envío promedio, en pesos, {change} desde {base}”",
        },
        ("transfer", "real-pesos"): {
            "en": "“What the average transfer can buy in Mexico: {change} since {base}”",
            "es": "“Lo que alcanza a comprar en México el envío promedio {change} desde {base}”",
        },
    },
    "up": {"en": "up {}", "es": "subió {}"},
    "down": {"en": "down {}", "es": "bajó {}"},
    "hides money": {
        "dollars": {
            "en": "Left out: the exchange rate and the rise of prices.",
            "es": "Queda fuera: el tipo de cambio y el alza de los precios.",
        },
        "pesos": {
            "en": "Left out: the rise of prices in Mexico.",
            "es": "Queda fuera: el alza de los precios en México.",
        },
        "real-pesos": {
            "en": "Left out: what the senders gave up in dollars, and prices where they live.",
            "es": "Queda fuera: los dólares que pusieron quienes envían y los precios donde viven.",
        },
    },
    "hides what": {
        "total": {
            "en": "Behind the total: the number of transfers went from {} to {} million.",
            "es": "Detrás del total: el número de envíos pasó de {} a {} millones.",
        },
        "transfer": {
            "en": "It does not show that the number of transfers went from {} to {} million.",
            "es": "No muestra que el número de envíos pasó de {} a {} millones.",
        },
    },
}


@cache
def figures() -> dict[int, Year]:
    """The years of the explorer, from the course's tables."""
    series = table("remittances").pivot(index="year", columns="series", values="value")
    months = table("remittances-monthly")
    dollars = months[months.series == "received"].set_index("month").value
    pesos = dollars * table("exchange-rate-monthly").set_index("month").value
    # Each month's money at its own rate: with one rate a year, a small change could take the wrong sign.
    rates = (pesos.groupby(pesos.index.year).sum() / dollars.groupby(dollars.index.year).sum()).to_dict()
    prices = table("prices-mexico").set_index("year").value
    return {
        year: Year(series.received[year], series.transfers[year], rates[year], prices[year]) for year in (*BASES, END)
    }


def frame(values: dict, lang: str) -> str:
    """Two bars, the headline and what it leaves out."""
    base, money, what = values["base"], values["money"], values["what"]
    found = headline(figures(), base, END, money, what)
    largest = max(found.before, found.after)
    bars = "".join(
        f'<p class="ex-label">{year}: <b>{escape(_said(value, money, what, lang))}</b></p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part {tone}" '
        f'style="width:{value / largest * 100:.0f}%"></span></div>'
        for year, value, tone in ((base, found.before, "ex-outside"), (END, found.after, "ex-region"))
    )
    years = figures()
    hidden = TEXT["hides what"][what][lang].format(number(years[base].transfers), number(years[END].transfers))
    return (
        f'{bars}<p class="ex-verdict"><b>{escape(headline_text(found, base, money, what, lang))}</b> '
        f"{escape(TEXT['hides money'][money][lang])} {escape(hidden)}</p>"
    )


def headline_text(found: Headline, base: int, money: str, what: str, lang: str) -> str:
    """The headline in words: whole per cent, one decimal where the change is small."""
    size = abs(found.change)
    said = percent(size, 0 if size >= 10 else 1, lang)
    change = TEXT["up" if found.change > 0 else "down"][lang].format(said)
    return TEXT["headline"][what, money][lang].format(change=change, base=base)


def _said(value: float, money: str, what: str, lang: str) -> str:
    currency = "dollars" if money == "dollars" else "pesos"
    if what == "total":
        return TEXT[f"billion {currency}"][lang].format(number(value / 1000, 1 if currency == "dollars" else 0))
    return TEXT[f"{currency} each"][lang].format(number(value))


EXPLORER = Explorer(
    name="headlines",
    title={"en": "One series, many headlines", "es": "Una serie, muchos titulares"},
    task={
        "en": "Choose how to compare the remittances of 2025 with an earlier year. Find two true headlines that point in "
        "opposite directions.",
        "es": "Elige cómo comparar las remesas de 2025 con un año anterior. Encuentra dos titulares ciertos que apunten en "
        "direcciones opuestas.",
    },
    controls=(
        Control(
            "base",
            {"en": "Compare 2025 with", "es": "Comparar 2025 con"},
            BASES,
            tuple({lang: str(year) for lang in ("en", "es")} for year in BASES),
        ),
        Control("money", {"en": "In", "es": "En"}, MONEY, tuple(TEXT[name] for name in MONEY)),
        Control("what", {"en": "Count", "es": "Contar"}, WHAT, tuple(TEXT[name] for name in WHAT)),
    ),
    frame=frame,
    model={
        "en": "Change = (value in 2025 ÷ value in the earlier year − 1) × 100. Dollars become pesos month by month, at the mean FIX "
        "rate of each. Prices of 2025: pesos × consumer prices in 2025 ÷ consumer prices of the year. Average transfer = "
        "total ÷ number of transfers; it is money per transfer, not per person or family. Simplified: one price "
        "index stands for a whole year and for all of Mexico. The Bank of Mexico widened its measurement in "
        "2003, so no earlier year is offered. Remittances from all countries, not only the United States.",
        "es": "Cambio = (valor de 2025 ÷ valor del año anterior elegido − 1) × 100. Los dólares pasan a pesos mes por mes, con el "
        "tipo de cambio FIX promedio de cada uno. Precios de 2025: pesos × precios al consumidor de 2025 ÷ precios al consumidor de "
        "ese año. Envío promedio = total ÷ número de envíos; es dinero por envío, no por persona ni por familia. "
        "Simplificado: un solo índice de precios vale para todo el año y todo el país. El Banco "
        "de México amplió su medición en 2003, por eso no se ofrece un año anterior. Remesas de todos los países, "
        "no solo de Estados Unidos.",
    },
    source={
        "en": "Banco de México (remittances, FIX rate) and INEGI (consumer prices), tables of July 2026",
        "es": "Banco de México (remesas, tipo de cambio FIX) e INEGI (precios al consumidor), tablas de julio de 2026",
    },
)
