"""The explorer "One loss, three measures": a count, a crude rate and an age-adjusted rate of two places or years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.deaths_drugs import crude_rate, weighted_rate
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, pick

MEASURES = ("deaths", "crude", "adjusted")
STANDARD = (50, 50)  # the ages of the invented standard population: under 35, and 35 or older
SAME = (10, 30)  # invented deaths per 100,000 at those ages
WORSE = (12, 36)
YOUNG, OLD = (70, 30), (30, 70)
TEXT = {
    "deaths": {"en": "Count", "es": "Conteo"},
    "crude": {"en": "Crude rate", "es": "Tasa bruta"},
    "adjusted": {"en": "Age-adjusted rate", "es": "Tasa ajustada por edad"},
    "unit-deaths": {"en": "deaths", "es": "muertes"},
    "unit-rate": {"en": "per 100,000 people", "es": "por cada 100 mil personas"},
    "higher": {
        "en": "The {measure} is higher in {first}: {most} {unit}, against {least} in {second}.",
        "es": "{measure} es mayor en {first}: {most} {unit}, contra {least} en {second}.",
    },
    "level": {
        "en": "The {measure} is the same in {first} and in {second}: {most} {unit}.",
        "es": "{measure} es igual en {first} y en {second}: {most} {unit}.",
    },
    "overlap": {
        "en": "The CDC's margins overlap ({low_a} to {high_a}, and {low_b} to {high_b}), so the gap may be chance.",
        "es": "Los márgenes de los CDC se traslapan ({low_a} a {high_a}, y {low_b} a {high_b}): la diferencia puede ser azar.",
    },
    "says-deaths": {
        "en": "A count says how many people died. A larger place has more of everything.",
        "es": "El conteo dice cuántas personas murieron. Un lugar más grande tiene más de todo.",
    },
    "says-crude": {
        "en": "A crude rate says how common such deaths were among the people there, whatever their ages.",
        "es": "Una tasa bruta dice qué tan comunes fueron esas muertes entre la gente del lugar, sea cual sea su edad.",
    },
    "says-adjusted": {
        "en": "An age-adjusted rate says what the rate would be if both had the same ages. It counts nobody.",
        "es": "Una tasa ajustada dice cuál sería la tasa si ambos tuvieran las mismas edades. No cuenta a nadie.",
    },
    "real": {"en": "Real figures, all drugs.", "es": "Cifras reales, todas las drogas."},
    "invented": {
        "en": "Invented towns, for the arithmetic only.",
        "es": "Ciudades inventadas, solo para la aritmética.",
    },
}
NAMED = {"en": {"deaths": "count", "crude": "crude rate", "adjusted": "age-adjusted rate"}}
NAMED["es"] = {"deaths": "El conteo", "crude": "La tasa bruta", "adjusted": "La tasa ajustada"}


@dataclass(frozen=True)
class Place:
    """One side of a pair: its name after "in", its three measures, and the margins of the adjusted rate if published."""

    name: dict[str, str]
    deaths: float
    crude: float
    adjusted: float
    margins: tuple[float, float] | None = None

    def value(self, measure: str) -> float:
        return getattr(self, measure)


@dataclass(frozen=True)
class Pair:
    """Two places or years, how the menu calls them, and what to know of them (None: real figures)."""

    label: dict[str, str]
    sides: tuple[Place, Place]
    note: dict[str, str] | None = None


def invented(name: dict[str, str], people: int, rates: tuple, ages: tuple) -> Place:
    """An invented town: deaths and crude rate follow from its own ages, the adjusted rate from the standard's."""
    deaths = weighted_rate(rates, ages) * people / 100_000
    return Place(name, deaths, crude_rate(deaths, people), weighted_rate(rates, STANDARD))


@cache
def _published(place: str, year: int, en: str, es: str) -> Place:
    frame = table("overdose-rates")
    rows = frame[(frame.place == place) & (frame.year == year)].set_index("series").value
    margins = (float(rows["adjusted-low"]), float(rows["adjusted-high"])) if "adjusted-low" in rows else None
    return Place({"en": en, "es": es}, *(float(rows[measure]) for measure in MEASURES), margins)


def _both(en: str, es: str) -> dict[str, str]:
    return {"en": en, "es": es}


@cache
def pairs() -> dict[str, Pair]:
    """The pairs a reader can choose, by code."""
    young, old = _both("the young town", "la ciudad joven"), _both("the old town", "la ciudad vieja")
    return {
        "states": Pair(
            _both("California and New Mexico, 2015", "California y Nuevo México, 2015"),
            (
                _published("california", 2015, "California", "California"),
                _published("new-mexico", 2015, "New Mexico", "Nuevo México"),
            ),
        ),
        "years": Pair(
            _both("The United States in 2007 and in 2009", "Estados Unidos en 2007 y en 2009"),
            (_published("us", 2009, "2009", "2009"), _published("us", 2007, "2007", "2007")),
        ),
        "close": Pair(
            _both("Colorado and Alabama, 2015", "Colorado y Alabama, 2015"),
            (
                _published("colorado", 2015, "Colorado", "Colorado"),
                _published("alabama", 2015, "Alabama", "Alabama"),
            ),
        ),
        "size": Pair(
            _both("Invented: a large and a small town", "Inventadas: una ciudad grande y una chica"),
            (
                invented(_both("the large town", "la ciudad grande"), 2_000_000, SAME, STANDARD),
                invented(_both("the small town", "la ciudad chica"), 1_000_000, SAME, STANDARD),
            ),
            _both(
                "In both, half the people are under 35, with 10 deaths per 100,000; the older half has 30. One town has two "
                "million people, the other one million.",
                "En ambas, la mitad de la gente tiene menos de 35 años, con 10 muertes por cada 100 mil; la otra mitad "
                "tiene 30. Una ciudad tiene dos millones de personas y la otra uno.",
            ),
        ),
        "ages": Pair(
            _both("Invented: an old and a young town", "Inventadas: una ciudad vieja y una joven"),
            (invented(old, 1_000_000, SAME, OLD), invented(young, 1_000_000, SAME, YOUNG)),
            _both(
                "In both, people under 35 have 10 deaths per 100,000 and older people 30. In the young town 70% are under 35, "
                "in the old one 30%. Each has a million people.",
                "En ambas, quienes tienen menos de 35 años tienen 10 muertes por cada 100 mil y los mayores 30. En la joven, "
                "70\u00a0% tiene menos de 35; en la vieja, 30\u00a0%. Cada una tiene un millón de personas.",
            ),
        ),
        "worse": Pair(
            _both(
                "Invented: the young town is worse at every age", "Inventadas: la ciudad joven está peor en cada edad"
            ),
            (invented(old, 1_000_000, SAME, OLD), invented(young, 1_000_000, WORSE, YOUNG)),
            _both(
                "As before, but in the young town it is 12 and 36 deaths per 100,000, a fifth more at every age.",
                "Como antes, pero en la ciudad joven son 12 y 36 muertes por cada 100 mil, una quinta parte más en cada edad.",
            ),
        ),
    }


def frame(values: dict, lang: str) -> str:
    """Two bars of one measure, what the pair is, and the verdict."""
    pair, measure = pairs()[values["pair"]], values["measure"]
    most = max(side.value(measure) for side in pair.sides)
    bars = "".join(
        f'<p class="ex-label">{escape(_capital(pick(side.name, lang)))}: <b>{shown(side.value(measure), measure)}</b></p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-first" '
        f'style="width:{side.value(measure) / most * 100:.1f}%"></span></div>'
        for side in pair.sides
    )
    about = pick(TEXT["invented"] if pair.note else TEXT["real"], lang)
    if pair.note:
        about += f" {pick(pair.note, lang)}"
    return (
        f'<p class="ex-label"><b>{escape(pick(TEXT[measure], lang))}</b>, {escape(_unit(measure, lang))}</p>{bars}'
        f'<p class="ex-source">{escape(about)}</p><p class="ex-verdict">{escape(verdict_text(pair, measure, lang))}</p>'
    )


def verdict_text(pair: Pair, measure: str, lang: str) -> str:
    """The result in two or three sentences."""
    first, second = sorted(pair.sides, key=lambda side: -side.value(measure))
    level = shown(first.value(measure), measure) == shown(second.value(measure), measure)
    said = TEXT["level" if level else "higher"][lang].format(
        measure=NAMED[lang][measure],
        first=pick(first.name, lang),
        second=pick(second.name, lang),
        most=shown(first.value(measure), measure),
        least=shown(second.value(measure), measure),
        unit=_unit(measure, lang),
    )
    if measure == "adjusted" and overlap(first, second):
        (low_a, high_a), (low_b, high_b) = first.margins, second.margins
        said += " " + TEXT["overlap"][lang].format(low_a=low_a, high_a=high_a, low_b=low_b, high_b=high_b)
    return f"{said} {TEXT[f'says-{measure}'][lang]}"


def overlap(one: Place, other: Place) -> bool:
    """Do the published margins of two adjusted rates overlap? No margins, no overlap."""
    if one.margins is None or other.margins is None:
        return False
    return one.margins[0] <= other.margins[1] and other.margins[0] <= one.margins[1]


def shown(value: float, measure: str) -> str:
    """A count in whole deaths, a rate with one decimal."""
    return number(round(value)) if measure == "deaths" else number(value, 1)


def _unit(measure: str, lang: str) -> str:
    return pick(TEXT["unit-deaths" if measure == "deaths" else "unit-rate"], lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


EXPLORER = Explorer(
    name="death-measures",
    title={"en": "One loss, three measures", "es": "Una pérdida, tres medidas"},
    task={
        "en": "Choose two places or years, say which you think is worse off, then change the measure. Begin with real figures; "
        "the invented towns show why they behave so.",
        "es": "Elige dos lugares o años, di cuál crees que está peor y cambia la medida. Empieza con cifras reales; las "
        "ciudades inventadas muestran por qué pasa eso.",
    },
    controls=(
        Control(
            "pair",
            {"en": "Compare", "es": "Compara"},
            tuple(pairs()),
            tuple(pair.label for pair in pairs().values()),
        ),
        Control(
            "measure",
            {"en": "Measure", "es": "Medida"},
            MEASURES,
            tuple(TEXT[measure] for measure in MEASURES),
        ),
    ),
    frame=frame,
    model={
        "en": "Crude rate = deaths ÷ population × 100,000. Age-adjusted rate = the sum, over age groups, of the group's rate × "
        "its share in a standard population (direct method). The figures for states and for the country are the CDC's own, "
        "with its standard, the US population of 2000. In the invented towns the standard is half under 35 and half older. "
        "Deaths of all ages and by any drug, whatever the intent.",
        "es": "Tasa bruta = muertes ÷ población × 100,000. Tasa ajustada = la suma, por grupos de edad, de la tasa del grupo × "
        "su parte en una población estándar (método directo). Las cifras de los estados y del país son las de los CDC, con "
        "su estándar, la población de Estados Unidos en 2000. En las ciudades inventadas el estándar es mitad menores de 35 "
        "y mitad mayores. Muertes de todas las edades y por cualquier droga, sea cual sea la intención.",
    },
    source={
        "en": "National Center for Health Statistics (CDC), drug poisoning mortality, 1999–2015; invented figures where it says so",
        "es": "Centro Nacional de Estadísticas de Salud (CDC), mortalidad por intoxicación con drogas, 1999–2015; cifras "
        "inventadas donde se dice",
    },
)
