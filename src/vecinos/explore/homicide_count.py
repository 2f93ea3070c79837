"""The explorer "Which count, from which year?": one country's homicides in four rulers and from four starting years."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.homicides import Change, a_day, change
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

END = 2024  # the last year with a figure from both offices
STARTS = (2015, 2018, 2020, 2023)  # years with a figure from both offices
RULERS = ("deaths", "a-day", "rate", "victims")
TEXT = {
    "deaths": {"en": "{} deaths by homicide in {year}", "es": "{} defunciones por homicidio en {year}"},
    "a-day": {"en": "{} deaths a day in {year}", "es": "{} defunciones por día en {year}"},
    "rate": {"en": "{} per 100,000 people in {year}", "es": "{} por cada 100 mil habitantes en {year}"},
    "victims": {"en": "{} victims in files in {year}", "es": "{} víctimas en carpetas en {year}"},
    "up": {"en": "rose by {}", "es": "subió {}"},
    "down": {"en": "fell by {}", "es": "bajó {}"},
    "about": {"en": "about {}", "es": "cerca de {}"},
}
VERDICT = {
    "deaths": {
        "en": "By INEGI’s certificates, the number of homicides {change} from {start} to {end}.",
        "es": "Según los certificados del INEGI, el número de homicidios {change} de {start} a {end}.",
    },
    "a-day": {
        "en": "By INEGI’s certificates, homicides a day went from {first} in {start} to {last} in {end}. The number {change}. "
        "A daily mean is the same count in another unit; 2024 had 366 days.",
        "es": "Según los certificados del INEGI, los homicidios por día pasaron de {first} en {start} a {last} en {end}. El "
        "número {change}. El promedio diario es el mismo conteo en otra unidad; 2024 tuvo 366 días.",
    },
    "rate": {
        "en": "By INEGI, the rate {change} from {start} to {end}. The number of homicides {other}. The difference is the growth "
        "of the population.",
        "es": "Según el INEGI, la tasa {change} de {start} a {end}. El número de homicidios {other}. La diferencia es el "
        "crecimiento de la población.",
    },
    "victims": {
        "en": "By prosecutors’ files, the number of victims {change} from {start} to {end}, in one account for each year. By "
        "INEGI’s certificates, the number of homicides {other}.",
        "es": "Según las carpetas de las fiscalías, el número de víctimas {change} de {start} a {end}, con una sola fuente para "
        "cada año. Según los certificados del INEGI, el número de homicidios {other}.",
    },
}


@cache
def figure(series: str, year: int) -> float:
    """One year's figure of a series of the table: "deaths", "rate" or "victims"."""
    frame = table("homicides-mexico")
    return float(frame[(frame.series == series) & (frame.period == "year") & (frame.year == year)].value.item())


def measured(ruler: str, start: int) -> Change:
    """The two figures of one ruler."""
    if ruler == "a-day":
        return change(a_day(figure("deaths", start), start), a_day(figure("deaths", END), END))
    return change(figure(ruler, start), figure(ruler, END))


def _rounded(ruler: str, start: int) -> bool:
    """Until 2021 INEGI's rates are published without decimals, so a change from them is rough."""
    return ruler == "rate" and start < 2022


def frame(values: dict, lang: str) -> str:
    """Two bars and the change in words."""
    ruler, start = values["ruler"], values["start"]
    found = measured(ruler, start)
    top = max(found.start, found.end)
    rows = "".join(
        f'<p class="ex-label">{escape(TEXT[ruler][lang].format(_shown(ruler, amount, year), year=year))}</p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-{tone}" '
        f'style="width:{amount / top * 100:.1f}%"></span></div>'
        for amount, year, tone in ((found.start, start, "outside"), (found.end, END, "first"))
    )
    return f'{rows}<p class="ex-verdict">{escape(verdict_text(ruler, start, lang))}</p>'


def verdict_text(ruler: str, start: int, lang: str) -> str:
    """What happened from the starting year to the last, by this ruler."""
    found = measured(ruler, start)
    return VERDICT[ruler][lang].format(
        change=_moved(found, lang, rough=_rounded(ruler, start)),
        other=_moved(measured("deaths", start), lang),
        start=start,
        end=END,
        first=_shown(ruler, found.start, start),
        last=_shown(ruler, found.end, END),
    )


def _moved(found: Change, lang: str, rough: bool = False) -> str:
    size = percent(abs(found.per_cent), 0 if rough else 1, lang)
    if rough:
        size = TEXT["about"][lang].format(size)
    return TEXT["up" if found.per_cent > 0 else "down"][lang].format(size)


def _shown(ruler: str, amount: float, year: int) -> str:
    return number(amount, 1 if ruler == "a-day" or (ruler == "rate" and not _rounded(ruler, year)) else 0)


EXPLORER = Explorer(
    name="homicide-count",
    title={"en": "Which count, from which year?", "es": "¿Qué conteo y desde qué año?"},
    task={
        "en": "Homicides in Mexico up to 2024. Choose who counts, in what unit and from which year. Find a rise and a fall that "
        "are both true.",
        "es": "Homicidios en México hasta 2024. Elige quién cuenta, en qué unidad y desde qué año. Encuentra un alza y una baja "
        "que sean ciertas las dos.",
    },
    controls=(
        Control(
            "ruler",
            {"en": "Ruler", "es": "Medida"},
            RULERS,
            (
                {"en": "INEGI, deaths in the year", "es": "INEGI, defunciones en el año"},
                {"en": "INEGI, deaths a day", "es": "INEGI, defunciones por día"},
                {"en": "INEGI, rate per 100,000", "es": "INEGI, tasa por 100 mil"},
                {"en": "Prosecutors’ files, victims in the year", "es": "Fiscalías, víctimas en el año"},
            ),
        ),
        Control(
            "start",
            {"en": "Starting year", "es": "Año inicial"},
            STARTS,
            tuple({"en": str(year), "es": str(year)} for year in STARTS),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Change = (2024 − starting year) ÷ starting year × 100. A day = the year’s number ÷ 365, or 366 in a leap year. INEGI "
        "counts certificates of death in the year in which the death is registered. Prosecutors’ files count in the year in "
        "which the file is opened. INEGI’s rates are published without decimals until 2021, so a change from 2015, 2018 or "
        "2020 is rough. The figures for 2020 (deaths) and 2015 (rate) and all victims in files come from one account each; "
        "the victims of 2024 are an early version that was later raised.",
        "es": "Cambio = (2024 − año inicial) ÷ año inicial × 100. Por día = el número del año ÷ 365, o 366 si es bisiesto. El INEGI "
        "cuenta certificados de defunción en el año en que se registra la muerte. Las fiscalías cuentan en el año en que se "
        "abre la carpeta. Las tasas del INEGI se publican sin decimales hasta 2021, así que un cambio desde 2015, 2018 o 2020 "
        "es aproximado. Las cifras de 2020 (defunciones) y 2015 (tasa) y todas las víctimas en carpetas vienen de una sola "
        "fuente cada una; las víctimas de 2024 son una versión temprana que después subió.",
    },
    source={
        "en": "INEGI, deaths registered; SESNSP, victims in prosecutors’ files; both as compiled or reported by the press",
        "es": "INEGI, defunciones registradas; SESNSP, víctimas en carpetas de investigación; según compilaciones y prensa",
    },
)
