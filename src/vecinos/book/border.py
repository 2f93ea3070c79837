"""The border between the two countries, drawn: the start page's picture."""

from __future__ import annotations

import math
from functools import cache

from vecinos.data import borderland

WIDTH, HEIGHT = 1000, 500
WEST, NORTH, SCALE = -117.95, 34.05, 55.0  # the picture's corner in degrees; units per degree of latitude
FINEST = 4.0  # two points nearer than this are one to the eye, on the widest screen
SQUEEZE = math.cos(math.radians(29.3))
# The La Paz Agreement of 1983 counts 100 km on each side as border region; a degree of latitude is 111.2 km.
BAND = 100 / 111.2 * SCALE
# Twin cities: US name, Mexican name, longitude, latitude, where the names stand (start, middle, end).
TWINS = (
    ("San Diego", "Tijuana", -117.03, 32.54, "start"),
    ("Nogales", "Nogales", -110.94, 31.33, "middle"),
    ("El Paso", "Ciudad Juárez", -106.48, 31.75, "middle"),
    ("Laredo", "Nuevo Laredo", -99.51, 27.50, "middle"),
    ("Brownsville", "Matamoros", -97.50, 25.89, "end"),
)
NARROW = {"San Diego", "El Paso", "Brownsville"}
COUNTRIES = {"us": {"en": "United States", "es": "Estados Unidos"}, "mx": {"en": "Mexico", "es": "México"}}
ALT = {
    "en": "Map: the border between the United States and Mexico, from San Diego and Tijuana on the Pacific past "
    "Nogales, El Paso and Ciudad Juárez, and Laredo to Brownsville and Matamoros near the Gulf, with 100 km shaded on "
    "each side.",
    "es": "Mapa: la frontera entre México y Estados Unidos, desde Tijuana y San Diego, en el Pacífico, por Nogales, "
    "Ciudad Juárez y El Paso y Nuevo Laredo, hasta Matamoros y Brownsville, cerca del Golfo, con 100 km sombreados de "
    "cada lado.",
}


@cache
def line() -> tuple[tuple[float, float], ...]:
    """The border as points of the picture, from the Pacific to the Gulf."""
    kept: list[tuple[float, float]] = []
    for point in borderland.border():
        here = place(*point)
        if not kept or math.dist(here, kept[-1]) > FINEST:
            kept.append(here)
    return tuple(kept)


def place(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point of the earth is in the picture."""
    return round((longitude - WEST) * SQUEEZE * SCALE, 1), round((NORTH - latitude) * SCALE, 1)


def hero(lang: str) -> str:
    """The border as one inline SVG in the page's colours, each country's side of the line in its own hue."""
    path = "M" + "L".join(f"{x:g},{y:g}" for x, y in line())
    west = line()[0][0]
    north = f"{path}V-90H{west:g}Z"
    south = f"{path}V{HEIGHT + 90}H{west:g}Z"
    cities = "".join(_twin(*twin) for twin in TWINS)
    names = "".join(
        f'<text class="bd-country bd-{code}" x="{x}" y="{y}">{COUNTRIES[code][lang]}</text>'
        for code, x, y in (("us", 640, 78), ("mx", 420, 320))
    )
    return (
        f'<svg class="bd" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="bd-title"><title id="bd-title">'
        f'{ALT[lang]}</title><defs><clipPath id="bd-north"><path d="{north}"/></clipPath>'
        f'<clipPath id="bd-south"><path d="{south}"/></clipPath></defs>'
        f'<g clip-path="url(#bd-north)"><path class="bd-band bd-us" stroke-width="{2 * BAND:.0f}" d="{path}"/>'
        f'<path class="bd-line bd-us" d="{path}"/></g>'
        f'<g clip-path="url(#bd-south)"><path class="bd-band bd-mx" stroke-width="{2 * BAND:.0f}" d="{path}"/>'
        f'<path class="bd-line bd-mx" d="{path}"/></g><path class="bd-gap" d="{path}"/>{cities}{names}</svg>'
    )


def _twin(north: str, south: str, longitude: float, latitude: float, anchor: str) -> str:
    x, y = place(longitude, latitude)
    kind = "bd-twin" if north in NARROW else "bd-twin bd-wide"
    return (
        f'<g class="{kind}" text-anchor="{anchor}"><circle cx="{x:g}" cy="{y:g}" r="6"/>'
        f'<text x="{x:g}" y="{y:g}" dy="-.9em">{north}</text>'
        f'<text x="{x:g}" y="{y:g}" dy="1.55em">{south}</text></g>'
    )
