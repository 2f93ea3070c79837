"""The explorer "Twin cities, year by year": entries at the border's pairs of towns beside the people who live there."""

from __future__ import annotations

import calendar
import math
from functools import cache
from html import escape

from vecinos.data import about, borderland, table
from vecinos.explore.models.border_life import per_hundred
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number

YEARS = tuple(range(1997, 2025))
MODES = {"all": ("pedestrians", "car-passengers"), "foot": ("pedestrians",)}
# Pairs with a port in the table, west to east, and where the number stands: (right, down) of the place, in map units.
PAIRS = {
    "san-diego-tijuana": (0, -20), "calexico-mexicali": (4, -13), "san-luis-san-luis-rio-colorado": (-1, 17),
    "nogales-nogales": (0, 18), "el-paso-juarez": (0, -19), "eagle-pass-piedras-negras": (-13, 2),
    "laredo-nuevo-laredo": (-17, 4), "mcallen-reynosa": (-13, 12), "brownsville-matamoros": (17, 3),
}  # fmt: skip
ROUNDS = ((1990, (1990,)), (2000, (2000,)), (2010, (2010,)), (2020, (2020, 2024)))
WIDTH, HEIGHT, BIGGEST = 360, 178, 15.0
WEST, EAST, NORTH, MIDDLE = -118.6, -95.9, 34.6, 29.5  # degrees
TEXT = {
    "modes": {
        "all": {"en": "on foot and in cars", "es": "a pie y en auto"},
        "foot": {"en": "on foot", "es": "a pie"},
    },
    "heads": {
        "en": ("Pair of towns, with the people who live there", "Entries on an average day", "For every 100 residents"),
        "es": ("Par de ciudades y sus habitantes", "Ingresos en un día promedio", "Por cada 100 habitantes"),
    },
    "people": {"en": "{people} million people ({years})", "es": "{people} millones de habitantes ({years})"},
    "no-count": {"en": "no count of both sides by then", "es": "sin conteo de ambos lados hasta entonces"},
    "and": {"en": " and ", "es": " y "},
    "verdict": {
        "en": "{year}, {mode}: most entries at {first}, {entries} on an average day. By the last count of each pair, "
        "{dense} has the highest rate: {rate} entries a day for every 100 residents. Read the note before you compare.",
        "es": "{year}, {mode}: hubo más ingresos en {first}, {entries} en un día promedio. Según el último conteo de cada "
        "par, la tasa más alta es la de {dense}: {rate} ingresos al día por cada 100 habitantes. Lee la nota antes de comparar.",
    },
    "closure": {
        "en": "From March 2020 to November 2021 the United States limited entries by land.",
        "es": "De marzo de 2020 a noviembre de 2021 Estados Unidos limitó los ingresos por tierra.",
    },
    "areas": {
        "en": "Residents counted in 2020 or later are those of whole municipalities and counties, most from single accounts. Those of "
        "2010 are of city areas, which makes their rates higher. Compare only pairs with the same year in brackets.",
        "es": "Los habitantes contados desde 2020 son de municipios y condados completos, casi siempre según una sola fuente. Los de 2010 son "
        "de zonas urbanas, y eso hace más altas sus tasas. Compara solo pares con el mismo año entre paréntesis.",
    },
    "cities": {
        "en": "Residents are those of city areas, from the last count before the year.",
        "es": "Los habitantes son de zonas urbanas, del último conteo anterior al año.",
    },
}


@cache
def entries(year: int, mode: str) -> dict[str, float]:
    """Entries of the year at each pair: the sum of its ports. Raises KeyError when the table has none for a pair."""
    frame = table("border-ports")
    rows = frame[(frame.year == year) & frame["mode"].isin(MODES[mode])]
    by_port = rows.groupby("port", observed=True).value.sum().to_dict()
    places = borderland.places()
    found = {pair: sum(by_port.get(port, 0) for port in places[pair]["ports"]) for pair in PAIRS}
    missing = [pair for pair, amount in found.items() if not amount]
    if missing:
        raise KeyError(f"border-ports has no {mode} in {year} at {', '.join(missing)}")
    return found


@cache
def residents(year: int) -> dict[str, tuple[float, str]]:
    """{pair: (people of both towns, years of the counts)}: the last round up to the year in which both were counted."""
    frame = table("twin-cities")
    found = {}
    for start, years in ROUNDS:
        if start > year:
            break
        rows = frame[frame.year.isin(years)]
        for pair, piece in rows.groupby("pair", observed=True):
            if pair in PAIRS and set(piece.country) == {"us", "mexico"}:
                found[pair] = float(piece.value.sum()), "/".join(str(one) for one in sorted(set(piece.year)))
    return found


def frame(values: dict, lang: str) -> str:
    """The map, the verdict and the list of one state."""
    year, mode = values["year"], values["mode"]
    counted, people = entries(year, mode), residents(year)
    days = 366 if calendar.isleap(year) else 365
    rates = {pair: per_hundred(counted[pair], days, people[pair][0]) for pair in people}
    names = about("twin-cities").labels("pair")
    rows = "".join(
        f"<tr><td>{place}. {escape(names[pair])}<br><small>{escape(_people(people.get(pair), lang))}</small></td>"
        f"<td>{number(round(counted[pair] / days, -2))}</td><td>{number(rates[pair], 1) if pair in rates else '–'}</td></tr>"
        for place, pair in enumerate(PAIRS, start=1)
    )
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in TEXT["heads"][lang])
    first, dense = max(counted, key=counted.get), max(rates, key=rates.get)
    verdict = TEXT["verdict"][lang].format(
        year=year, mode=TEXT["modes"][mode][lang], first=names[first], entries=number(round(counted[first] / days, -2)),
        dense=names[dense], rate=number(rates[dense], 1),
    )  # fmt: skip
    notes = [TEXT["areas" if year >= 2020 else "cities"][lang]]
    if year in (2020, 2021):
        notes.insert(0, TEXT["closure"][lang])
    return (
        f'{picture(counted)}<p class="ex-verdict">{escape(verdict)}</p>'
        f'<table class="ex-list"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f'<p class="ex-source">{escape(" ".join(notes))}</p>'
    )


def _people(found: tuple[float, str] | None, lang: str) -> str:
    if found is None:
        return TEXT["no-count"][lang]
    people, years = found
    said = number(people / 1e6, 2 if people < 1e6 else 1)
    return TEXT["people"][lang].format(people=said, years=years.replace("/", TEXT["and"][lang]))


def picture(counted: dict[str, float]) -> str:
    """The border with a circle at each pair; areas are to scale over all years, so that frames compare."""
    most = max(max(entries(year, "all").values()) for year in YEARS)
    circles = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{BIGGEST * math.sqrt(counted[pair] / most):.1f}"/>'
        for pair in PAIRS
        for x, y in [pixel(*borderland.places()[pair]["at"])]
    )
    labels = "".join(
        f'<text x="{x + right:.0f}" y="{y + down + 4:.0f}">{place}</text>'
        for place, (pair, (right, down)) in enumerate(PAIRS.items(), start=1)
        for x, y in [pixel(*borderland.places()[pair]["at"])]
    )
    return (
        f'<svg class="ex-map" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{_land()}<g>{circles}</g>{labels}</svg>'
    )


def pixel(longitude: float, latitude: float) -> tuple[float, float]:
    """A place on the sketch: true to scale in both directions along the border's middle latitude."""
    scale = WIDTH / (EAST - WEST)
    return (longitude - WEST) * scale, (NORTH - latitude) * scale / math.cos(math.radians(MIDDLE))


@cache
def _land() -> str:
    """The two countries and the line between them, with no more points than the eye can tell apart."""
    shapes = "".join(
        f'<path class="ex-land-{key}" d="M{_path(ring)}Z"/>' for key, ring in sorted(borderland.countries().items())
    )
    return f'{shapes}<path class="ex-line" d="M{_path(borderland.border())}"/>'


def _path(points) -> str:
    kept: list[tuple[float, float]] = []
    for point in points:
        x, y = pixel(*point)
        spot = min(max(x, -20), WIDTH + 20), min(max(y, -20), HEIGHT + 20)
        if not kept or math.dist(spot, kept[-1]) > 2:
            kept.append(spot)
    return "L".join(f"{x:.0f} {y:.0f}" for x, y in kept)


EXPLORER = Explorer(
    name="twin-cities",
    title={"en": "Twin cities, year by year", "es": "Ciudades gemelas, año por año"},
    task={
        "en": "Move the year. Where did entries recover after 2020, and where not? Then compare a large pair with a small one: "
        "which is crossed more for its size?",
        "es": "Mueve el año. ¿Dónde se recuperaron los ingresos después de 2020 y dónde no? Luego compara un par grande con uno "
        "chico: ¿cuál se cruza más para su tamaño?",
    },
    controls=(
        Control(
            "year",
            {"en": "Year", "es": "Año"},
            YEARS,
            tuple({"en": str(year), "es": str(year)} for year in YEARS),
            start=len(YEARS) - 1,
        ),
        Control(
            "mode",
            {"en": "Entries counted", "es": "Ingresos que se cuentan"},
            tuple(MODES),
            tuple(TEXT["modes"][mode] for mode in MODES),
        ),
    ),
    frame=frame,
    model={
        "en": "Entries of a pair = the sum of its ports in our table, northbound only, of any nationality (El Paso with Ysleta, "
        "San Ysidro with Otay Mesa, Calexico with Calexico East). Average day = entries ÷ 365 or 366, shown to the nearest "
        "hundred. For every 100 residents = average day ÷ people of both towns × 100. The area of a circle is in proportion to "
        "entries, on one scale for all years and both choices. Many who cross live elsewhere, and one person may cross twice a "
        "day: the rate describes a place, not its people. Residents of 1990 to 2010 are of city areas, which a Texan agency "
        "counted on both sides. Those of 2020 or later are whole municipalities and counties, most from a single account. Ports "
        "outside the twelve of our table, such as Del Rio or Douglas, are not shown.",
        "es": "Ingresos de un par = la suma de sus puertos en nuestra tabla, solo hacia el norte y de cualquier nacionalidad (El "
        "Paso con Ysleta, San Ysidro con Otay Mesa, Calexico con Calexico East). Día promedio = ingresos ÷ 365 o 366, a la "
        "centena más cercana. Por cada 100 habitantes = día promedio ÷ habitantes de ambas ciudades × 100. El área del círculo "
        "es proporcional a los ingresos, en una sola escala para todos los años y las dos opciones. Mucha gente que cruza vive en "
        "otra parte, y una persona puede cruzar dos veces al día: la tasa describe un lugar y no a su gente. Los habitantes de "
        "1990 a 2010 son de zonas urbanas, que una agencia de Texas contó en ambos lados. Los de 2020 en adelante son de municipios y "
        "condados completos, casi siempre según una sola fuente. No aparecen los puertos fuera de los doce de nuestra tabla, como "
        "Del Rio o Douglas.",
    },
    source={
        "en": "US Bureau of Transportation Statistics, Border Crossing Entry Data; Texas Commission on Environmental Quality; "
        "INEGI and US Census counts of 2020 as others report them; map: Natural Earth",
        "es": "Oficina de Estadísticas de Transporte de EE. UU., Border Crossing Entry Data; Comisión de Calidad Ambiental de "
        "Texas; conteos de 2020 del INEGI y del Censo de EE. UU. según terceros; mapa: Natural Earth",
    },
)
