"""One country's homicides in several rulers: by hand, at the bounds, and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.homicide_count import EXPLORER, STARTS, frame, measured, verdict_text
from vecinos.explore.models.homicides import a_day, change, per_100000, population_growth

counts = st.floats(1, 1e6)


def test_a_change_by_hand():
    assert change(20_000, 36_000).per_cent == pytest.approx(80)
    assert change(40, 30).per_cent == pytest.approx(-25)


def test_a_day_knows_leap_years():
    assert a_day(36_500, 2023) == pytest.approx(100)
    assert a_day(36_600, 2024) == pytest.approx(100)


def test_a_rate_by_hand():
    assert per_100000(26_000, 130_000_000) == pytest.approx(20)


def test_a_number_and_its_rate_tell_how_the_population_grew():
    # 100 million people, then 110 million; the number rises by a tenth and the rate stays.
    number, rate = change(20_000, 22_000), change(20, 20)
    assert population_growth(number, rate) == pytest.approx(10)


@given(start=counts, end=counts, people=st.floats(1e6, 1e8), grown=st.floats(0.5, 2))
def test_the_rate_lags_behind_the_number_where_the_population_grows(start, end, people, grown):
    number = change(start, end)
    rate = change(per_100000(start, people), per_100000(end, people * grown))
    assert population_growth(number, rate) == pytest.approx((grown - 1) * 100, rel=1e-6, abs=1e-6)
    assert (1 + rate.per_cent / 100) * grown == pytest.approx(1 + number.per_cent / 100)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: change(0, 1), "above 0"),
        (lambda: change(float("nan"), 1), "above 0"),
        (lambda: change(1, -1), "below 0"),
        (lambda: a_day(-1, 2024), "below 0"),
        (lambda: per_100000(-1, 1), "below 0"),
        (lambda: per_100000(1, 0), "population"),
        (lambda: population_growth(change(1, 1), change(1, 0)), "rate of 0"),
    ],
)
def test_impossible_input_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()


def test_the_figures_are_those_of_the_table():
    assert measured("deaths", 2018).start == 36_685 and measured("deaths", 2018).end == 33_550
    assert measured("rate", 2023).start == 24.9 and measured("rate", 2023).end == 25.8
    assert measured("victims", 2015).start == 17_886
    assert measured("a-day", 2018).start == pytest.approx(36_685 / 365)


def test_a_rise_and_a_fall_are_both_true():
    assert verdict_text("deaths", 2018, "en").endswith("fell by 8.5% from 2018 to 2024.")
    assert verdict_text("deaths", 2015, "en").endswith("rose by 61.6% from 2015 to 2024.")
    assert {measured("victims", year).per_cent > 0 for year in STARTS} == {True, False}


def test_a_rounded_rate_gives_a_rough_change():
    assert "rate fell by about 11% from 2018" in verdict_text("rate", 2018, "en")
    assert "rate rose by 3.6% from 2023" in verdict_text("rate", 2023, "en")


def test_every_frame_can_be_drawn_in_both_languages():
    for state in EXPLORER.states():
        for lang in ("en", "es"):
            assert "ex-verdict" in frame(EXPLORER.values(state), lang)
