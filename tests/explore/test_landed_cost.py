"""The arithmetic of the landed-cost explorer, against the orders as published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.landed_cost import EXPLORER, WHY, why
from vecinos.explore.models.landed_cost import DAYS, GOODS, charges, landed_cost

OLD, MARCH, AUGUST, AFTER = DAYS


def cost(good, day, usmca, value=1_000, us_made=0):
    return landed_cost(value, charges(good, day, usmca, value, us_made))


@pytest.mark.parametrize(
    ("good", "day", "usmca", "expected"),
    [
        ("tomatoes", MARCH, True, 1_000),
        ("tomatoes", MARCH, False, 1_250),
        ("tomatoes", AUGUST, True, 1_170.9),
        ("tomatoes", AUGUST, False, 1_420.9),  # antidumping and emergency tariff add up
        ("tomatoes", AFTER, False, 1_170.9),  # listed among the surcharge's exceptions
        ("part", MARCH, False, 1_250),
        ("part", AUGUST, False, 1_250),  # Section 232 alone, not with the emergency tariff
        ("part", AUGUST, True, 1_000),
        ("steel", MARCH, True, 1_000),  # two days before the duty on steel
        ("steel", AUGUST, True, 1_500),
        ("steel", AFTER, False, 1_500),  # no surcharge on top
        ("other", AUGUST, False, 1_250),
        ("other", AFTER, False, 1_100),
        ("other", AFTER, True, 1_000),
    ],
)
def test_by_hand(good, day, usmca, expected):
    assert cost(good, day, usmca) == pytest.approx(expected)


def test_a_car_under_the_agreement_pays_on_what_was_not_made_in_the_united_states():
    assert cost("car", AUGUST, True, 30_000, 30) == 35_250
    assert cost("car", AFTER, False, 30_000, 30) == 37_500
    assert cost("car", MARCH, True, 30_000, 30) == 30_000


@pytest.mark.parametrize(
    ("good", "day", "value", "us_made"),
    [
        ("cheese", AUGUST, 1, 0),
        ("steel", "2025-04-15", 1, 0),  # two laws claimed it, in an order changed afterwards
        ("steel", "2026-04-06", 1, 0),
        ("car", AUGUST, 0, 0),
        ("car", AUGUST, float("nan"), 0),
        ("car", AUGUST, 1, 101),
        ("steel", AUGUST, 1, 30),
    ],
)
def test_what_cannot_be_or_has_no_source_is_refused(good, day, value, us_made):
    with pytest.raises(ValueError, match=r"no sourced rule|must be|is a share"):
        charges(good, day, True, value, us_made)


@given(st.sampled_from(GOODS), st.sampled_from(DAYS), st.floats(1, 1e6))
def test_bounds(good, day, value):
    with_it, without = cost(good, day, True, value), cost(good, day, False, value)
    assert value <= with_it <= without <= value * 1.5 + 1e-6
    grounds = {charge.ground for charge in charges(good, day, False, value)}
    assert not ("s232" in grounds and len(grounds) > 1)
    if day == OLD:
        assert not grounds


def test_every_state_has_a_reason_and_every_regime_touches_a_good():
    states = [EXPLORER.values(state) for state in EXPLORER.states()]
    assert len(states) == 40
    assert {why(**state) for state in states} == set(WHY)
    assert all(any(charges(good, day, False, 1) for day in DAYS) for good in GOODS)
