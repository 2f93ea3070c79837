"""The explorer "One wage, three measures": Mexico's minimum wage in pesos, in what they buy, and in dollars."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.minimum_wage import DOLLARS, NOMINAL, Year, change, wages
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

FIRST = {"general": 2015, "border": 2019}  # the first year of each zone in the table
END = 2025  # the last year with a whole year of prices and exchange rates
STARTS = (2019, 2021, 2022)
UNITS = (NOMINAL, 2019, END, DOLLARS)
TEXT = {
    "general": {"en": "General wage", "es": "Salario general"},
    "border": {"en": "Northern border zone", "es": "Zona de la frontera norte"},
    NOMINAL: {"en": "pesos of each year", "es": "pesos de cada año"},
    2019: {"en": "pesos with the prices of 2019", "es": "pesos a precios de 2019"},
    2025: {"en": "pesos with the prices of 2025", "es": "pesos a precios de 2025"},
    DOLLARS: {"en": "US dollars", "es": "dólares"},
    "label": {"en": "{zone}, a day of work, {unit}", "es": "{zone}, un día de trabajo, {unit}"},
    "money": {"en": "{} pesos", "es": "{} pesos"},
    "usd": {"en": "US${}", "es": "{} dólares"},
    "changed": {
        "en": "From {start} to 2025 the wage went from {before} to {after}: up {change}.",
        "es": "De {start} a 2025 el salario pasó de {before} a {after}: subió {change}.",
    },
    "hides": {
        NOMINAL: {
            "en": "Left out: prices rose {prices} in that time.",
            "es": "Queda fuera: en ese tiempo los precios subieron {prices}.",
        },
        2019: {
            "en": "This is the change in what the wage buys. The year chosen for prices moves every bar, but not this per "
            "cent.",
            "es": "Así cambió lo que el salario compra. El año elegido para los precios mueve todas las barras, pero no "
            "este porcentaje.",
        },
        2025: {
            "en": "This is the change in what the wage buys. It stays below the rise in pesos of each year, because prices "
            "rose {prices}.",
            "es": "Así cambió lo que el salario compra. Queda por debajo del alza en pesos de cada año, porque los precios "
            "subieron {prices}.",
        },
        DOLLARS: {
            "en": "Left out: what a dollar buys in Mexico. A dollar cost {rate_before} pesos in {start} and {rate_after} "
            "in 2025.",
            "es": "Queda fuera: lo que un dólar compra en México. El dólar costó {rate_before} pesos en {start} y "
            "{rate_after} en 2025.",
        },
    },
}


@cache
def figures(zone: str) -> dict[int, Year]:
    """The years of one zone, from the course's tables."""
    wage = table("minimum-wage")
    wage = wage[wage.zone == zone].set_index("year").value
    prices = table("prices-mexico").set_index("year").value
    rates = table("exchange-rate")
    rates = rates[rates.series == "fix"].set_index("year").value
    return {year: Year(wage[year], prices[year], rates[year]) for year in range(FIRST[zone], END + 1)}


def frame(values: dict, lang: str) -> str:
    """Columns for the years, the two values compared, and the verdict."""
    zone, unit, start = values["zone"], values["unit"], values["start"]
    series = wages(figures(zone), unit)
    highest = max(series.values())
    columns = "".join(
        f'<span class="{"ex-in" if year in (start, END) else "ex-out"}" style="height:{value / highest * 100:.0f}%"></span>'
        for year, value in series.items()
    )
    label = TEXT["label"][lang].format(zone=TEXT[zone][lang], unit=TEXT[unit][lang])
    compared = "".join(
        f'<p class="ex-label">{year}: <b>{escape(said(series[year], unit, lang))}</b></p>' for year in (start, END)
    )
    return (
        f'<p class="ex-label">{escape(label)}</p><div class="ex-columns" aria-hidden="true">{columns}</div>'
        f'<p class="ex-ends"><span>{min(series)}</span><span>{max(series)}</span></p>{compared}'
        f'<p class="ex-verdict">{escape(verdict_text(zone, unit, start, lang))}</p>'
    )


def verdict_text(zone: str, unit: str | int, start: int, lang: str) -> str:
    """The result in words: the change, and what the unit leaves out."""
    years = figures(zone)
    series = wages(years, unit)
    changed = TEXT["changed"][lang].format(
        start=start,
        before=said(series[start], unit, lang),
        after=said(series[END], unit, lang),
        change=percent(change(series[start], series[END]), 0, lang),
    )
    hides = TEXT["hides"][unit][lang].format(
        start=start,
        prices=percent(change(years[start].prices, years[END].prices), 0, lang),
        rate_before=number(years[start].rate, 2),
        rate_after=number(years[END].rate, 2),
    )
    return f"{changed} {hides}"


def said(value: float, unit: str | int, lang: str) -> str:
    """One value with its currency."""
    return TEXT["usd" if unit == DOLLARS else "money"][lang].format(number(value, 2))


EXPLORER = Explorer(
    name="minimum-wage",
    title={"en": "One wage, three measures", "es": "Un salario, tres medidas"},
    task={
        "en": "The filled columns are the two years you compare. Change the measure and see how much of the rise in pesos "
        "is left.",
        "es": "Las columnas llenas son los dos años que comparas. Cambia la medida y mira cuánto queda del alza en pesos.",
    },
    controls=(
        Control("zone", {"en": "Wage", "es": "Salario"}, ("general", "border"), (TEXT["general"], TEXT["border"])),
        Control("unit", {"en": "In", "es": "En"}, UNITS, tuple(TEXT[unit] for unit in UNITS)),
        Control(
            "start",
            {"en": "Compare 2025 with", "es": "Comparar 2025 con"},
            STARTS,
            tuple({lang: str(year) for lang in ("en", "es")} for year in STARTS),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Pesos with the prices of a chosen year = wage × consumer prices of that year ÷ consumer prices of the wage’s "
        "year. Dollars = wage ÷ mean FIX exchange rate of the year. Simplified: one price index stands for a whole year "
        "and for all of Mexico, also for its border, where people shop on both sides. The wage is the legal minimum for a "
        "day of work. It does not show how many people earn it, or who earns less. The wages compared were found in two "
        "sources. The table stops at 2025, the last year with a whole year of prices.",
        "es": "Pesos a precios del año elegido = salario × precios al consumidor de ese año ÷ precios al consumidor del año "
        "del salario. Dólares = salario ÷ tipo de cambio FIX promedio del año. Simplificado: un solo índice de precios vale "
        "para todo el año y todo México, también para la frontera, donde la gente compra en los dos lados. El salario es "
        "el mínimo legal por un día de trabajo. No muestra cuántas personas lo ganan ni quién gana menos. Los salarios "
        "comparados se hallaron en dos fuentes. La tabla llega a 2025, el último año con todos sus precios.",
    },
    source={
        "en": "CONASAMI (minimum wages, as compiled), INEGI (consumer prices, INPC) and Banco de México (FIX rate)",
        "es": "CONASAMI (salarios mínimos, según una compilación), INEGI (precios al consumidor, INPC) y Banco de México "
        "(tipo de cambio FIX)",
    },
)
