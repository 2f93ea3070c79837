"""The explorer "When the gas stops": what a cut of imports takes, and how far stored gas reaches."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.gas_cut import Cut, cut
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent, short_number

YEARS = (2014, 2024)  # the years whose import share is in the table
STOPPED = (50, 100)  # per cent of imports
STORAGE = (2.4, 5, 10)  # days: reported in January 2025; the aim of 2018; the aim of CENAGAS of 2025
DAYS = (1, 3, 5, 7, 14)
PARTS = ("home", "imported", "drawn", "missing")
CLASS = {"home": "first", "imported": "us", "drawn": "outside", "missing": "is-no"}
TEXT = {
    "bar": {
        "en": "Where the gas of the cut comes from, of every 100 units that are needed",
        "es": "De dónde sale el gas durante el corte, de cada 100 unidades que se necesitan",
    },
    "home": {"en": "produced in Mexico", "es": "producidas en México"},
    "imported": {"en": "imports that still come", "es": "importaciones que sí llegan"},
    "drawn": {"en": "from storage", "es": "del almacenamiento"},
    "missing": {"en": "missing", "es": "faltan"},
    "lasts": {"en": "Storage is empty after", "es": "El almacenamiento se vacía a los"},
    "longer": {"en": "longer than this cut", "es": "más que este corte"},
    "shorter": {"en": "sooner than this cut ends", "es": "antes de que acabe el corte"},
    "whole": {
        "en": "{stopped} of the imports stop for {days}. What is produced at home, what still comes and {storage} days of storage "
        "cover all of it. Nothing is missing.",
        "es": "Se detiene {stopped} de las importaciones por {days}. Lo que se produce en casa, lo que sí llega y {storage} días "
        "de almacenamiento lo cubren todo. No falta nada.",
    },
    "short": {
        "en": "{stopped} of the imports stop for {days}. Storage of {storage} days is empty after {lasts} days. Over the whole cut "
        "{missing} of the gas is missing: somebody must do without, or burn something else.",
        "es": "Se detiene {stopped} de las importaciones por {days}. El almacenamiento de {storage} días se vacía a los {lasts} "
        "días. En todo el corte falta {missing} del gas: alguien se queda sin él o quema otra cosa.",
    },
    "all": {"en": "All", "es": "el total"},
    "half": {"en": "Half", "es": "la mitad"},
    "day": {"en": "1 day", "es": "1 día"},
    "days": {"en": "{} days", "es": "{} días"},
}


@cache
def import_share(year: int) -> float:
    """The imported part of Mexico's gas demand in a year of the table, in per cent."""
    rows = table("energy-trade")
    chosen = rows[(rows.year == year) & (rows.period == "year") & (rows.series == "gas-import-share")]
    return float(chosen.value.item())


def result(values: dict) -> Cut:
    """The cut that the reader has set."""
    return cut(import_share(values["year"]) / 100, values["stopped"] / 100, values["storage"], values["days"])


def frame(values: dict, lang: str) -> str:
    """The bar, how long storage lasts, and the verdict of one state."""
    found = result(values)
    shares = {name: 100 * getattr(found, name) / found.demand for name in PARTS}
    shown = [name for name in PARTS if shares[name] >= 0.05]
    bar = "".join(f'<span class="ex-part ex-{CLASS[name]}" style="width:{shares[name]:.1f}%"></span>' for name in shown)
    key = "".join(
        f'<li><i class="ex-part ex-{CLASS[name]}"></i> <b>{number(shares[name], 1)}</b> {escape(TEXT[name][lang])}</li>'
        for name in shown
    )
    longer = "longer" if not found.missing else "shorter"
    return (
        f'<p class="ex-label">{escape(TEXT["bar"][lang])}</p><div class="ex-bar" aria-hidden="true">{bar}</div>'
        f'<ul class="ex-key">{key}</ul><p class="ex-label">{escape(TEXT["lasts"][lang])}</p>'
        f'<p class="ex-money"><b>{escape(_days(found.lasts, lang))}</b> <span>{escape(TEXT[longer][lang])}</span></p>'
        f'<p class="ex-verdict">{escape(verdict_text(values, found, lang))}</p>'
    )


def verdict_text(values: dict, found: Cut, lang: str) -> str:
    """The result in words."""
    return TEXT["short" if found.missing else "whole"][lang].format(
        stopped=TEXT["all" if values["stopped"] == 100 else "half"][lang],
        days=_days(values["days"], lang),
        storage=short_number(values["storage"]),
        lasts=short_number(found.lasts),
        missing=percent(found.missing_share, 0, lang),
    )


def _days(days: float, lang: str) -> str:
    return TEXT["day" if days == 1 else "days"][lang].format(short_number(days))


EXPLORER = Explorer(
    name="gas-dependence",
    title={"en": "When the gas stops", "es": "Cuando el gas deja de llegar"},
    task={
        "en": "Set how long a cut lasts, how much of the imports it stops and how much gas is stored. Which helps more in a week "
        "without imports: the dependence of 2014, or storage for ten days?",
        "es": "Fija cuánto dura un corte, qué parte de las importaciones detiene y cuánto gas hay guardado. En una semana sin "
        "importaciones, ¿qué ayuda más: la dependencia de 2014 o almacenamiento para diez días?",
    },
    controls=(
        Control(
            "year",
            {"en": "Gas that is imported", "es": "Gas que se importa"},
            YEARS,
            tuple(
                {
                    "en": f"{percent(import_share(year), 1, 'en')}, as in {year}",
                    "es": f"{percent(import_share(year), 1, 'es')}, como en {year}",
                }
                for year in YEARS
            ),
            start=1,
        ),
        Control(
            "stopped",
            {"en": "Part of the imports that stops", "es": "Parte de las importaciones que se detiene"},
            STOPPED,
            ({"en": "half", "es": "la mitad"}, {"en": "all", "es": "todas"}),
            start=1,
        ),
        Control(
            "storage",
            {"en": "Gas in storage, days of demand", "es": "Gas almacenado, días de consumo"},
            STORAGE,
            (
                {"en": "2.4 (reported, January 2025)", "es": "2.4 (según reportes de enero de 2025)"},
                {"en": "5 (aim of 2018)", "es": "5 (meta de 2018)"},
                {"en": "10 (aim of 2025)", "es": "10 (meta de 2025)"},
            ),
        ),
        Control(
            "days",
            {"en": "The cut lasts", "es": "El corte dura"},
            DAYS,
            tuple({lang: _days(days, lang) for lang in ("en", "es")} for days in DAYS),
            start=3,
        ),
    ),
    frame=frame,
    model={
        "en": "The unit is one day’s demand. Lost each day = imported share × the part that stops. From storage = the smaller of "
        "what is stored and what is lost. Missing = what is lost − what comes from storage. Storage is empty after = stored "
        "days ÷ lost each day. Import shares are those of 2014 and 2024; 2.4 days of storage were reported in January 2025; "
        "five days were the aim of a policy of 2018, ten that of the pipeline operator CENAGAS in 2025. How long a cut lasts "
        "and how much it stops are examples: in February 2021 not all imports stopped. Simplified: tanks are full at the start, "
        "can be emptied at any speed and reach every plant; in truth most stored gas sits in three terminals on the coasts. "
        "Left out: other fuels, water power, ships with liquid gas, people who save, and the price.",
        "es": "La unidad es el consumo de un día. Lo que se pierde al día = parte importada × parte que se detiene. Del "
        "almacenamiento = lo menor entre lo guardado y lo perdido. Lo que falta = lo perdido − lo que sale del almacenamiento. "
        "El almacenamiento se vacía a los = días guardados ÷ lo perdido al día. Las partes importadas son las de 2014 y 2024; "
        "los 2.4 días se reportaron en enero de 2025; cinco días eran la meta de una política de 2018 y diez, la del operador de "
        "ductos CENAGAS en 2025. Cuánto dura el corte y cuánto detiene son ejemplos: en febrero de 2021 no se detuvo todo. "
        "Simplificado: los tanques están llenos al inicio, se vacían a cualquier ritmo y llegan a cada central; en realidad casi "
        "todo el gas guardado está en tres terminales en las costas. Queda fuera: otros combustibles, las presas, los barcos con "
        "gas licuado, la gente que ahorra y el precio.",
    },
    source={
        "en": "Import shares: press from SENER and EIA data (energy-trade); storage: Reuters, January 2025; aims: Mexican press",
        "es": "Partes importadas: prensa con datos de SENER y EIA (energy-trade); almacenamiento: Reuters, enero de 2025; metas: "
        "prensa mexicana",
    },
)
