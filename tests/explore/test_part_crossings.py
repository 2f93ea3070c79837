"""The arithmetic of a part that crosses several times, by hand and at its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.models.part_crossings import BASES, part_trade
from vecinos.explore.part_crossings import EXPLORER, frame

shares = st.floats(0, 100)


def test_one_round_by_hand():
    # 40 dollars of US work go south, 60 are added in Mexico, 100 come north.
    trade = part_trade(100, 1, us_share=40, rate=25, base="full")
    assert trade.counted == 140
    assert trade.duties == (25,)
    assert part_trade(100, 1, 40, 25, "less-us").duties == (15,)


def test_two_rounds_by_hand():
    # South with 20, north with 50, south with 70, north with 100.
    trade = part_trade(100, 2, us_share=40, rate=10, base="full")
    assert trade.counted == pytest.approx(20 + 50 + 70 + 100)
    assert trade.duties == pytest.approx((5, 10))
    assert trade.duty_share == pytest.approx(15)


def test_a_part_that_qualifies_is_counted_as_often_and_pays_nothing():
    free, full = (part_trade(100, 4, 30, 25, base) for base in ("free", "full"))
    assert free.duty == 0
    assert free.counted == full.counted == pytest.approx(430)
    assert full.duty == free.saved == pytest.approx(62.5)


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ((0, 1, 30, 25, "full"), "above zero"),
        ((float("nan"), 1, 30, 25, "full"), "above zero"),
        ((100, 0, 30, 25, "full"), "whole number"),
        ((100, 1.5, 30, 25, "full"), "whole number"),
        ((100, 1, 101, 25, "full"), "us_share"),
        ((100, 1, 30, -1, "full"), "rate"),
        ((100, 1, 30, 25, "half"), "no base"),
    ],
)
def test_impossible_input_is_refused(given_, says):
    with pytest.raises(ValueError, match=says):
        part_trade(*given_)


@given(rounds=st.integers(1, 12), us_share=shares, rate=shares, value=st.floats(1, 1e6))
def test_sums_follow_from_the_number_of_rounds(rounds, us_share, rate, value):
    full = part_trade(value, rounds, us_share, rate, "full")
    assert full.counted == pytest.approx(value * (rounds + us_share / 100))
    assert full.duty == pytest.approx(value * rate / 100 * (rounds + 1) / 2)
    assert part_trade(value, rounds, us_share, rate, "less-us").duty <= full.duty + 1e-6


def test_every_frame_can_be_drawn_in_both_languages():
    assert set(EXPLORER.controls[0].values) == set(BASES)
    assert len(EXPLORER.states()) <= 60
    for state in EXPLORER.states():
        for lang in ("en", "es"):
            assert "ex-verdict" in frame(EXPLORER.values(state), lang)


def test_the_verdict_says_what_the_part_pays():
    html = frame({"base": "full", "rounds": 2, "rate": 25, "us_share": 30}, "en")
    assert "pays US$37.50, 37.50% of its value" in html
    assert "US$230" in html
    html = frame({"base": "less-us", "rounds": 1, "rate": 25, "us_share": 40}, "en")
    assert "pays US$15.00, 15.00% of its value. Its US content saves it US$10.00" in html
