"""The explorer "How many people is that?": encounters, repeat rates and two kinds of year."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.encounters_people import (
    people_if_share_of_events,
    people_if_share_of_people,
    twelve_months,
    year_total,
)
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import MONTHS, number, percent

YEAR = 2021
RATES = (2, 7, 14, 20, 27, 34, 40)  # 7: fiscal 2019; 14: the average of 2014–2019; 27: fiscal 2021
READINGS = ("events", 2, 3, 4)  # a share of encounters, or of people met so many times
TEXT = {
    "months": {"en": "Months in the sum: {}", "es": "Meses en la suma: {}"},
    "fiscal": {"en": "October 2020 to September 2021", "es": "octubre de 2020 a septiembre de 2021"},
    "calendar": {"en": "January to December 2021", "es": "enero a diciembre de 2021"},
    "name-fiscal": {"en": "Fiscal year 2021", "es": "Año fiscal 2021"},
    "name-calendar": {"en": "Calendar year 2021", "es": "Año calendario 2021"},
    "encounters": {"en": "Encounters", "es": "Encuentros"},
    "people": {"en": "people, met for the first time", "es": "personas, en su primera vez"},
    "repeats": {"en": "further encounters with the same people", "es": "otros encuentros con las mismas personas"},
    "events": {
        "en": "{year}: {events} encounters. If {rate} of the encounters were repeats, they were about {people} people, "
        "{each} encounters for each.",
        "es": "{year}: {events} encuentros. Si {rate} de los encuentros fueron repetidos, fueron unas {people} personas, "
        "{each} encuentros por cada una.",
    },
    "share": {
        "en": "{year}: {events} encounters. If {rate} of the people were met {times} times, they were about {people} "
        "people, {each} encounters for each.",
        "es": "{year}: {events} encuentros. Si a {rate} de las personas se les encontró {times} veces, fueron unas "
        "{people} personas, {each} encuentros por cada una.",
    },
}


@cache
def _counts() -> dict[str, float]:
    """Encounters of the Border Patrol at all US borders by month, October 2020 to December 2021."""
    frame = table("border-encounters-monthly")
    rows = frame[frame.series == "patrol-nationwide"]
    months = [*twelve_months(YEAR, "fiscal"), *twelve_months(YEAR, "calendar")[9:]]
    found = {str(month)[:7]: float(value) for month, value in zip(rows.month, rows.value, strict=True)}
    return {month: found[month] for month in months}


def frame(values: dict, lang: str) -> str:
    """The picture, the verdict and the numbers of one state."""
    basis, reading, rate = values["basis"], values["reading"], values["rate"]
    events = year_total(_counts(), YEAR, basis)
    people = people_for(events, reading, rate)
    share = people / events * 100
    key = [("first", "people", people), ("outside", "repeats", events - people)]
    items = "".join(
        f'<li><i class="ex-part ex-{tone}"></i> <b>{_rounded(amount)}</b> {escape(TEXT[name][lang])}</li>'
        for tone, name, amount in key
    )
    return (
        f'<p class="ex-label">{escape(TEXT["months"][lang].format(TEXT[basis][lang]))}</p>{_columns(basis, lang)}'
        f'<p class="ex-label">{escape(TEXT["encounters"][lang])}: <b>{number(events)}</b></p>'
        f'<div class="ex-bar" aria-hidden="true"><span class="ex-part ex-first" style="width:{share:.1f}%"></span>'
        f'<span class="ex-part ex-outside" style="width:{100 - share:.1f}%"></span></div><ul class="ex-key">{items}</ul>'
        f'<p class="ex-verdict">{escape(verdict_text(basis, events, people, reading, rate, lang))}</p>'
    )


def people_for(events: float, reading: str | int, rate: float) -> float:
    """People behind ``events`` under one reading of ``rate`` (per cent): see the models."""
    if reading == "events":
        return people_if_share_of_events(events, rate)
    return people_if_share_of_people(events, rate, reading)


def verdict_text(basis: str, events: float, people: float, reading: str | int, rate: float, lang: str) -> str:
    """The result in words."""
    key = "events" if reading == "events" else "share"
    return TEXT[key][lang].format(
        year=TEXT[f"name-{basis}"][lang],
        events=number(events),
        people=_rounded(people),
        rate=percent(rate, 0, lang),
        times=reading,
        each=f"{events / people:.2f}",
    )


def _rounded(amount: float) -> str:
    """Derived amounts to the nearest thousand: the rates are given in whole per cent."""
    return number(round(amount, -3))


def _columns(basis: str, lang: str) -> str:
    """Fifteen months as columns; those in the sum are filled, the others hollow."""
    counts, chosen = _counts(), set(twelve_months(YEAR, basis))
    most = max(counts.values())
    columns = "".join(
        f'<span class="{"ex-in" if month in chosen else "ex-out"}" style="height:{count / most * 100:.0f}%"></span>'
        for month, count in counts.items()
    )
    ends = [f"{MONTHS[lang][int(month[5:]) - 1][:3]} {month[:4]}" for month in (list(counts)[0], list(counts)[-1])]
    return (
        f'<div class="ex-columns" aria-hidden="true">{columns}</div>'
        f'<p class="ex-ends" aria-hidden="true"><span>{ends[0]}</span><span>{ends[1]}</span></p>'
    )


def _met(times: int) -> dict[str, str]:
    return {
        "en": f"a share of people, each met {times} times",
        "es": f"una parte de las personas, cada una {times} veces",
    }


EXPLORER = Explorer(
    name="encounters-people",
    title={"en": "How many people is that?", "es": "¿Cuántas personas son?"},
    task={
        "en": "The Border Patrol counts encounters, and says that some of the people had been met before. Say what the rate "
        "is a share of, choose the twelve months, and move the rate.",
        "es": "La Patrulla Fronteriza cuenta encuentros y dice que a algunas personas ya las había encontrado. Di de qué es "
        "parte la tasa, elige los doce meses y muévela.",
    },
    controls=(
        Control(
            "reading",
            {"en": "The rate is", "es": "La tasa es"},
            READINGS,
            (
                {"en": "a share of encounters", "es": "una parte de los encuentros"},
                *(_met(times) for times in READINGS[1:]),
            ),
        ),
        Control(
            "basis",
            {"en": "Which twelve months", "es": "Qué doce meses"},
            ("fiscal", "calendar"),
            (TEXT["name-fiscal"], TEXT["name-calendar"]),
        ),
        Control(
            "rate",
            {"en": "Repeat rate", "es": "Tasa de repetición"},
            RATES,
            tuple({lang: percent(rate, 0, lang) for lang in ("en", "es")} for rate in RATES),
            start=4,
        ),
    ),
    frame=frame,
    model={
        "en": "Encounters are the twelve monthly counts added up. If the rate r is a share of encounters, people = "
        "encounters × (1 − r), because everybody has one first encounter. If it is a share of people, each met n times, "
        "people = encounters ÷ (1 + r × (n − 1)). CBP has published both kinds: its monthly releases gave a share of "
        "encounters, with a look back of twelve months; its yearly recidivism rate is a share of individuals stopped more "
        "than once in a fiscal year. Published values were 7% for fiscal 2019, 14% on average for 2014 to 2019 and 27% for "
        "fiscal 2021. Simplified: all repeat crossers are met equally often, nobody's first encounter lies before the "
        "year, and the same rate holds for both kinds of year. People never met are in neither number.",
        "es": "Los encuentros son la suma de los doce conteos mensuales. Si la tasa r es una parte de los encuentros, "
        "personas = encuentros × (1 − r), porque cada quien tiene un primer encuentro. Si es una parte de las personas, "
        "cada una encontrada n veces, personas = encuentros ÷ (1 + r × (n − 1)). La CBP ha publicado las dos: sus "
        "comunicados mensuales daban una parte de los encuentros, mirando doce meses atrás; su tasa anual de reincidencia "
        "es la parte de las personas detenidas más de una vez en un año fiscal. Se publicaron 7\u00a0% en el año fiscal "
        "2019, 14\u00a0% en promedio de 2014 a 2019 y 27\u00a0% en el año fiscal 2021. Simplificado: a todas las personas "
        "que repiten se les encuentra igual número de veces, nadie tuvo su primer encuentro antes del año y la misma tasa "
        "vale para las dos clases de año. Quienes nunca fueron encontrados no están en ninguno de los números.",
    },
    source={
        "en": "CBP, nationwide encounters, Border Patrol, by month; CBP operational update of July 2021; USAFacts and "
        "Associated Press for the yearly rates",
        "es": "CBP, encuentros en todo el país, Patrulla Fronteriza, por mes; comunicado operativo de la CBP de julio de "
        "2021; USAFacts y Associated Press para las tasas anuales",
    },
)
