"""The map of the border: true geometry, values where they belong, and words a phone's reader can read."""

from __future__ import annotations

import hashlib
import math
import re
from pathlib import Path

import pytest
import yaml

from vecinos import border_map, table
from vecinos.charts import ChartError
from vecinos.charts._map import project
from vecinos.data import borderland
from vecinos.display import MIME, stylesheet
from vecinos.mode import use_language

SAID = {
    "title": "Laredo carries the trucks",
    "unit": "trucks northbound",
    "alt": "Circles of which Laredo has the largest.",
}


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


@pytest.fixture
def trucks():
    frame = table("border-ports")
    return frame[(frame.year == 2024) & (frame["mode"] == "trucks")]


def html(chart) -> str:
    return chart._repr_mimebundle_()[MIME]


def drawn(frame, place="port", **changes) -> str:
    return html(border_map(frame, place, "value", **(SAID | {"source": "border-ports"} | changes)))


def km(one, other) -> float:
    return math.dist(project(*one), project(*other))


def test_the_border_runs_from_the_pacific_at_tijuana_to_the_gulf_at_brownsville():
    line = borderland.border()
    places = borderland.places()
    assert km(line[0], places["san-diego-tijuana"]["at"]) < 20
    assert km(line[-1], places["brownsville-matamoros"]["at"]) < 50
    # 3,145 km are official, along every bend of the river; at the map's scale the line is about a sixth shorter.
    assert 2500 < sum(map(km, line, line[1:])) < 3145


def test_every_port_and_pair_of_the_tables_is_on_the_map_beside_its_towns():
    places = borderland.places()
    ports = {port for place in places.values() for port in place["ports"]}
    assert set(table("border-ports").port) <= ports
    assert set(table("twin-cities").pair) <= set(places)
    for place in places.values():
        assert min(km(place["at"], point) for point in borderland.border()) < 130, "on the line, between two bends"
        for side in {"us", "mexico"} & set(place):
            assert km(place["at"], place[side]["at"]) < 30


def test_states_have_their_true_areas():
    """Square kilometres by the two statistics offices; the projection keeps areas, the simplified lines nearly."""
    for state, area in {"arizona": 295_234, "new-mexico": 314_917, "sonora": 179_355, "chihuahua": 247_455}.items():
        ring = [project(*point) for point in borderland.states()[state]["ring"]]
        found = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False))) / 2
        assert found == pytest.approx(area, rel=0.02), state
    assert len(borderland.states()) == 10


def test_the_geometry_is_the_one_its_manifest_tells_of():
    folder = Path(borderland.__file__).parent
    known = yaml.safe_load((folder / "borderland.yaml").read_text(encoding="utf-8"))
    data = (folder / "borderland.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() == known["sha256"]
    assert len(data) < 60_000


def test_every_port_is_named_with_its_value_in_both_drawings(trucks):
    shown = re.sub(r"<table.*?</table>", "", drawn(trucks), flags=re.S)
    assert shown.count('role="img"') == 2
    assert shown.count(SAID["alt"]) == 2
    for port in ("Laredo", "Nogales", "Eagle Pass", "Brownsville", "San Luis"):
        assert shown.count(f">{port}</text>") == 2
    laredo = trucks.loc[trucks.port == "laredo", "value"].iloc[0]
    assert shown.count(f">{laredo:,.0f}</text>") == 2
    both = trucks.loc[trucks.port.isin(["el-paso", "ysleta"]), "value"].sum()
    assert shown.count(f">{both:,.0f}</text>") == 2, "ports at one place are one circle"
    assert "Natural Earth" in shown
    assert "Source: US Bureau of Transportation Statistics" in shown


def test_the_same_call_gives_the_same_bytes_in_the_pages_colours(trucks):
    shown = drawn(trucks)
    assert shown == drawn(trucks)
    for name in ("mx-soft", "us-soft", "shared", "mx", "us"):
        assert f"var(--v-{name}," in shown
    assert not re.search(r"#0[12]0[12]0\d", shown)


def test_border_states_are_shaded_and_named_in_spanish():
    use_language("es")
    frame = table("immex-states")
    frame = frame[(frame.year == 2025) & (frame.series == "jobs-share") & (frame.state != "jalisco")]
    shown = drawn(frame, "state", source="immex-states", decimals=1, suffix="%")
    for text in (">Chihuahua</text>", ">12.2%</text>", "Estados Unidos", "Mapa: Natural Earth (dominio público)"):
        assert text in shown


@pytest.mark.parametrize(
    ("code", "answer"),
    [("loredo", "port of entry or pair of cities 'loredo'. Did you mean 'laredo'"), ("houston", "'houston'")],
)
def test_a_place_the_map_does_not_know_is_named_with_its_neighbours(trucks, code, answer):
    with pytest.raises(ChartError, match=re.escape(answer)):
        drawn(trucks.assign(port=trucks.port.replace("laredo", code)))


def test_two_values_for_one_port_are_refused():
    with pytest.raises(ChartError, match="comes twice"):
        drawn(table("border-ports"))


def test_a_phone_s_map_numbers_many_places_from_west_to_east_and_lists_them(trucks):
    narrow = re.sub(r"<table.*?</table>", "", drawn(trucks), flags=re.S).split('role="img"')[1]
    numbers = re.findall(r">(\d)</text>", narrow)
    assert sorted(numbers) == sorted([*"123456789"] * 2), "each number stands on the map and in the list"
    few = trucks[trucks.port.isin(["laredo", "nogales", "otay-mesa"])]
    assert not re.search(r">\d</text>", drawn(few)), "where names find room they stand on the map"


@pytest.mark.parametrize("width", [360, 1000])
def test_a_reader_sees_one_map_whose_words_are_large_enough_and_apart(trucks, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.set_content(f"<style>{stylesheet('tokens', 'chart')}</style><main style='margin:16px'>{drawn(trucks)}</main>")
    shown = page.locator("svg:visible")
    assert shown.count() == 1
    texts = page.evaluate(
        """() => [...document.querySelectorAll('svg text')].filter(t => t.getClientRects().length).map(t => {
          const box = t.getBoundingClientRect();
          return {size: parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a, said: t.textContent,
                  left: box.left, right: box.right, middle: (box.top + box.bottom) / 2}})"""
    )
    assert min(text["size"] for text in texts) >= 11
    for place, one in enumerate(texts):
        for other in texts[place + 1 :]:
            beside = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert beside or abs(one["middle"] - other["middle"]) >= 10, (one["said"], other["said"])
    assert shown.bounding_box()["height"] <= 0.7 * 740
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
