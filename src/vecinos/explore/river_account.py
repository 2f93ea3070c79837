"""The explorer "A river account": five years of deliveries on the Rio Grande, by two rules."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.water import YEARS, Account, account, with_dry_years
from vecinos.explore.show import Control, Explorer, chosen
from vecinos.i18n import number

THOUSAND = 1_000
USUAL = (350, 400, 450)
DRY = (0, 100, 200, 300)
DRY_YEARS = (0, 1, 2, 3, 4)
WIDEST = 500  # thousand acre-feet across a bar
TEXT = {
    "year": {"en": "Year {n}: {amount} thousand acre-feet", "es": "Año {n}: {amount} mil acres-pie"},
    "mark": {
        "en": "The mark on each bar stands at {floor} thousand acre-feet.",
        "es": "La marca de cada barra está en {floor} mil acres-pie.",
    },
    "sum": {
        "en": "In five years {delivered} thousand acre-feet arrive, of {quota} that are owed.",
        "es": "En cinco años llegan {delivered} mil acres-pie, de {quota} que se deben.",
    },
    "missing": {
        "en": "By the treaty {missing} thousand are missing. Paid back in the next cycle, they raise it to {mean} thousand a year "
        "on average.",
        "es": "Según el tratado faltan {missing} mil. Si se pagan en el ciclo siguiente, este sube a {mean} mil al año en promedio.",
    },
    "even": {"en": "By the treaty nothing is owed.", "es": "Según el tratado no se debe nada."},
    "short": {
        "en": "A yearly floor is missed in {years}, by {short} thousand in all.",
        "es": "Con un mínimo anual se incumple en {years}, por {short} mil en total.",
    },
    "kept": {"en": "A yearly floor is kept too.", "es": "También se cumple un mínimo anual."},
}


@cache
def rules() -> tuple[float, float]:
    """The treaty's yearly mean and the floor of 2026, in thousand acre-feet."""
    frame = table("rio-grande-water").set_index("series").value
    return float(frame["mexico-delivers-average"]) / THOUSAND, float(frame["floor-2026"]) / THOUSAND


def cycle(values: dict) -> Account:
    """The account of what the reader has set."""
    return account(with_dry_years(values["usual"], values["dry"], values["dry_years"]), *rules())


def frame(values: dict, lang: str) -> str:
    """A bar for each year with a mark at the floor, and what two rules make of it."""
    found = cycle(values)
    mark = found.floor / WIDEST * 100
    rows = "".join(
        f'<p class="ex-label">{escape(TEXT["year"][lang].format(n=place, amount=number(amount)))}</p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-is-{"yes" if amount >= found.floor else "no"}" '
        f'style="width:{amount / WIDEST * 100:.0f}%"></span><i class="ex-threshold" style="inset-inline-start:{mark:.0f}%"></i></div>'
        for place, amount in enumerate(found.deliveries, 1)
    )
    note = escape(TEXT["mark"][lang].format(floor=number(found.floor)))
    return (
        f'{rows}<p class="ex-source">{note}</p>{chosen(EXPLORER, values, lang)}'
        f'<p class="ex-verdict">{escape(verdict_text(found, lang))}</p>'
    )


def verdict_text(found: Account, lang: str) -> str:
    """What arrived, and what is owed by the treaty and by a yearly floor."""
    said = [TEXT["sum"][lang].format(delivered=number(found.delivered), quota=number(found.quota))]
    if found.missing:
        said.append(TEXT["missing"][lang].format(missing=number(found.missing), mean=number(found.next_mean)))
    else:
        said.append(TEXT["even"][lang])
    if found.short_years:
        said.append(TEXT["short"][lang].format(years=_years(found.short_years, lang), short=number(found.short)))
    else:
        said.append(TEXT["kept"][lang])
    return " ".join(said)


def _years(count: int, lang: str) -> str:
    if lang == "es":
        return f"{count} {'año' if count == 1 else 'años'}"
    return f"{count} of the {YEARS} years"


def _amounts(values: tuple[int, ...]) -> tuple[dict[str, str], ...]:
    return tuple(
        {"en": f"{value},000" if value else "none", "es": f"{value},000" if value else "nada"} for value in values
    )


EXPLORER = Explorer(
    name="river-account",
    title={"en": "A river account", "es": "La cuenta de un río"},
    task={
        "en": "Set what Mexico delivers in a usual year and in a dry one. Can you find a cycle that keeps the treaty and breaks a "
        "yearly floor?",
        "es": "Fija cuánta agua entrega México en un año normal y en uno seco. ¿Encuentras un ciclo que cumpla el tratado y no un "
        "mínimo anual?",
    },
    controls=(
        Control(
            "dry_years",
            {"en": "Dry years in the cycle of five", "es": "Años secos en el ciclo de cinco"},
            DRY_YEARS,
            tuple({"en": str(value), "es": str(value)} for value in DRY_YEARS),
            start=2,
        ),
        Control(
            "dry",
            {"en": "Delivered in a dry year, acre-feet", "es": "Entrega en un año seco, acres-pie"},
            DRY,
            _amounts(DRY),
            start=1,
        ),
        Control(
            "usual",
            {"en": "Delivered in a usual year, acre-feet", "es": "Entrega en un año normal, acres-pie"},
            USUAL,
            _amounts(USUAL),
        ),
    ),
    frame=frame,
    model={
        "en": "Missing by the treaty = 5 × 350,000 − the sum of five deliveries, and never below zero. Next cycle's mean = (1,750,000 + "
        "missing) ÷ 5. Missing by a floor = the sum, year by year, of what lies under 350,000; a wet year does not make up for a dry "
        "one. Both rules are real: the first is the treaty of 1944, the second the floor that was announced in February 2026. The "
        "deliveries are examples. Simplified: dry years come last, all water counts in full, nothing is lost on the way, and the floor "
        "holds without exception, although Mexico's government ties it to the state of the rivers.",
        "es": "Faltante según el tratado = 5 × 350,000 − la suma de cinco entregas, y nunca menos de cero. Promedio del ciclo siguiente = "
        "(1,750,000 + faltante) ÷ 5. Faltante con un mínimo = la suma, año por año, de lo que queda debajo de 350,000; un año de lluvias "
        "no compensa uno seco. Las dos reglas existen: la primera es el tratado de 1944 y la segunda, el mínimo que se anunció en febrero "
        "de 2026. Las entregas son ejemplos. Simplificado: los años secos van al final, toda el agua cuenta completa, nada se pierde en el "
        "camino y el mínimo vale sin excepción, aunque el gobierno de México lo liga al estado de los ríos.",
    },
    source={
        "en": "Congressional Research Service (R45430) for the treaty; press accounts for the floor of 2026",
        "es": "Servicio de Investigación del Congreso de EE. UU. (R45430) para el tratado; notas de prensa para el mínimo de 2026",
    },
)
