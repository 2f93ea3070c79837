"""The arithmetic of the two explorers on border communities, by hand and at its limits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore import explore, find_explorer
from vecinos.explore.models.border_life import per_hundred, queue
from vecinos.explore.queue_minutes import verdict_text
from vecinos.explore.twin_cities import entries, residents
from vecinos.mode import use_language

amounts = st.floats(0, 1e6)


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


def test_a_queue_by_hand():
    found = queue(commuters=30_000, minutes=45, hour_value=15)  # 0.75 h × 240 d = 180 h each
    assert found.hours_each == pytest.approx(180) and found.days_each == pytest.approx(22.5)
    assert found.hours_all == pytest.approx(5_400_000)
    assert found.value_all == pytest.approx(81_000_000)
    assert found.value_of_minute == pytest.approx(1_800_000)
    said = verdict_text({"commuters": 30_000, "minutes": 45, "hour": 15}, found, "en")
    assert "5.4 million hours" in said and "US$81 million" in said and "US$1.8 million" in said


@given(commuters=amounts, minutes=st.floats(0, 600), hour=st.floats(0, 200))
def test_the_sum_is_as_many_minutes_as_are_waited_each_worth_the_same(commuters, minutes, hour):
    found = queue(commuters, minutes, hour)
    assert found.value_all == pytest.approx(found.value_of_minute * minutes)
    assert queue(commuters * 2, minutes, hour).value_all == pytest.approx(found.value_all * 2)


@pytest.mark.parametrize("wrong", [(-1, 1, 1), (1, -1, 1), (1, 1, float("nan")), (1, 1, 1, 367)])
def test_impossible_queues_are_refused(wrong):
    with pytest.raises(ValueError, match="must be|no 367 days"):
        queue(*wrong)


def test_entries_for_every_hundred_residents_by_hand():
    assert per_hundred(3_650_000, 365, 500_000) == pytest.approx(2)
    assert per_hundred(0, 366, 1) == 0


@pytest.mark.parametrize("wrong", [(-1, 365, 1), (1, 360, 1), (1, 365, 0), (1, 365, float("inf"))])
def test_impossible_rates_are_refused(wrong):
    with pytest.raises(ValueError, match="must be|a year has"):
        per_hundred(*wrong)


def test_a_pair_adds_up_its_ports_and_waits_for_a_count_of_both_towns():
    assert entries(2019, "all")["el-paso-juarez"] == 26_329_698  # Ysleta inside El Paso
    assert entries(2024, "all")["el-paso-juarez"] == 17_528_377 + 7_743_653  # and apart
    assert "san-diego-tijuana" not in residents(2019)
    assert residents(1999)["laredo-nuevo-laredo"] == (352_707, "1990")
    assert residents(2024)["laredo-nuevo-laredo"] == (634_337, "2010")  # only one side was counted later
    assert residents(2020)["san-diego-tijuana"][1] == "2020/2024"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_breaks_are_named_where_they_fall(lang):
    explorer = find_explorer("twin-cities")
    told = {year: explorer.frame({"year": year, "mode": "all"}, lang) for year in (2019, 2020, 2021, 2022)}
    closed = {"en": "limited entries by land", "es": "limitó los ingresos por tierra"}[lang]
    wider = {"en": "whole municipalities and counties", "es": "municipios y condados completos"}[lang]
    assert [closed in told[year] for year in told] == [False, True, True, False]
    assert [wider in told[year] for year in told] == [False, True, True, True]


def test_circles_keep_one_scale_over_the_years():
    explorer = find_explorer("twin-cities")

    def largest(year):
        shown = explorer.frame({"year": year, "mode": "all"}, "en")
        return max(float(radius) for radius in re.findall(r' r="([\d.]+)"', shown))

    assert largest(2003) == 15.0 > largest(2011) > largest(2020)


def test_the_map_stays_light():
    import gzip

    use_language("en")
    html = explore("twin-cities")._repr_mimebundle_()["text/html"]
    assert len(gzip.compress(html.encode())) < 40_000
