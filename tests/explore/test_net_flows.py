"""The arithmetic of the explorer on net flows: two stocks, four flows, and what they add up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.models.net_flows import account, break_even
from vecinos.explore.net_flows import EXPLORER, FULL, result, start, sums_text, verdict_text

people = st.floats(0, 100)


def test_the_years_after_2012_by_hand():
    after = account(born=11.4, native=22.3, arrivals=0.87, returns=1.0, births=2.8)
    assert after.born_deaths == pytest.approx(0.171)  # 11.4 × 3 ÷ 1,000 × 5
    assert after.born_after == pytest.approx(11.099)
    assert after.native_after == pytest.approx(22.3 + 2.8 - 0.223)
    assert after.origin_before == pytest.approx(33.7)


def test_the_start_comes_from_the_tables():
    assert start() == pytest.approx((11.4, 22.3))


def test_a_birth_in_the_united_states_never_adds_to_those_born_in_mexico():
    few, many = (account(10, 20, 1, 1, births) for births in (0, 9))
    assert few.born_after == many.born_after
    assert many.origin_after - few.origin_after == pytest.approx(9)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"arrivals": -1}, "arrivals cannot be below 0"),
        ({"births": float("nan")}, "births cannot be below 0"),
        ({"born_deaths": 1001}, "between 0 and 1,000"),
        ({"returns": 12}, "than there are"),
    ],
)
def test_impossible_input_is_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        account(**({"born": 10, "native": 20, "arrivals": 1, "returns": 1, "births": 1} | wrong))


@given(born=people, native=people, arrivals=people, births=people, share=st.floats(0, 0.9))
def test_what_there_is_after_is_what_there_was_and_what_came_less_what_went(born, native, arrivals, births, share):
    returns = born * share
    after = account(born, native, arrivals, returns, births)
    gone = returns + after.born_deaths + after.native_deaths
    assert after.origin_after == pytest.approx(born + native + arrivals + births - gone)
    level = account(born, native, break_even(after, returns), returns, births)
    assert level.born_after == pytest.approx(born)


def test_the_display_writes_the_account_out_and_says_both_changes():
    values = EXPLORER.values(EXPLORER.start)
    found = result(values)
    assert sums_text(found, values, "en")[0].endswith("11.40 + 0.87 arrive − 1.00 leave − 0.17 die = 11.10")
    said = verdict_text(found, values["returns"], "en")
    assert "0.30 million fewer people born in Mexico, and 2.28 million more of Mexican origin" in said
    assert "1.17 million would have to arrive" in said
    assert "0.30 millones menos de personas nacidas en México" in verdict_text(found, values["returns"], "es")


def test_both_populations_can_move_apart_or_together():
    states = [result(EXPLORER.values(state)) for state in EXPLORER.states()]
    assert len(states) == 60
    signs = {(s.born_after > s.born_before, s.origin_after > s.origin_before) for s in states}
    assert signs == {(True, True), (False, True), (False, False)}
    assert max(s.origin_after for s in states) < FULL
