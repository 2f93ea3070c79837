"""The arithmetic of agreement in votes, by hand and at its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore import find_explorer
from vecinos.explore.models.voting import compare, decade_mean
from vecinos.explore.un_agreement import BASELINES, DECADES, agreement

shares = st.floats(0, 100)


def test_a_decade_by_hand_leaves_out_missing_years_and_other_decades():
    assert decade_mean({1979: 99, 1980: 20, 1982: 10, 1990: 1}, 1980) == 15


@given(years=st.dictionaries(st.integers(1980, 1989), shares, min_size=1))
def test_a_mean_lies_between_the_lowest_and_the_highest_year(years):
    assert min(years.values()) - 1e-9 <= decade_mean(years, 1980) <= max(years.values()) + 1e-9


@given(one=shares, other=shares)
def test_swapping_pair_and_baseline_turns_the_gap(one, other):
    assert compare({1980: one}, {1980: other}, 1980).gap == -compare({1980: other}, {1980: one}, 1980).gap


def test_the_decade_before_is_ten_years_back():
    assert compare({1980: 30, 1970: 10}, {1980: 30, 1970: 10}, 1980, 10).gap == 20


@pytest.mark.parametrize(
    ("years", "decade", "told"),
    [({1980: 5}, 1985, "ends in 0"), ({1980: 5}, 1990, "no year"), ({1980: 101}, 1980, "0 to 100")],
)
def test_impossible_input_is_refused(years, decade, told):
    with pytest.raises(ValueError, match=told):
        decade_mean(years, decade)


def test_the_published_decades():
    assert round(agreement(1980, "canada").own, 1) == 13.3
    assert round(agreement(1980, "canada").baseline, 1) == 44.3
    assert round(agreement(2010, "brazil").baseline, 1) == 86.9
    assert agreement(2010, "before").gap > 5 > -5 > agreement(2010, "canada").gap


def test_every_state_is_distinct_and_says_its_result():
    explorer = find_explorer("un-agreement")
    shown = {explorer.frame({"decade": d, "baseline": b}, "en") for d in DECADES for b in BASELINES}
    assert len(shown) == len(DECADES) * len(BASELINES)
    assert all('<p class="ex-verdict">Beside this baseline' in one for one in shown)
