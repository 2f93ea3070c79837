"""The arithmetic of the car explorer, against the rules as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.models.car_origin import car_verdict, regional_value_content

shares = st.floats(0, 100)


def test_the_net_cost_method_by_hand():
    assert regional_value_content(30_000, 7_500) == 75
    assert regional_value_content(20_000, 0) == 100
    assert regional_value_content(20_000, 20_000) == 0


@pytest.mark.parametrize("costs", [(0, 0), (-1, 0), (100, 101), (100, -1), (float("nan"), 0)])
def test_impossible_costs_are_refused(costs):
    with pytest.raises(ValueError, match="must"):
        regional_value_content(*costs)


def test_a_car_exactly_on_the_thresholds_qualifies():
    verdict = car_verdict(30_000, outside=25, high_wage=40, us_made=30)
    assert verdict.qualifies
    assert verdict.dutiable == 21_000
    assert verdict.tariff == 5_250


@pytest.mark.parametrize(("outside", "high_wage"), [(25.1, 40), (25, 39.9), (50, 10)])
def test_a_car_that_fails_one_rule_pays_on_all_of_it(outside, high_wage):
    verdict = car_verdict(30_000, outside=outside, high_wage=high_wage, us_made=30)
    assert not verdict.qualifies
    assert verdict.tariff == 7_500


def test_a_pickup_needs_more_high_wage_work():
    assert car_verdict(40_000, 20, 42, 30).qualifies
    assert not car_verdict(40_000, 20, 42, 30, kind="pickup").qualifies


def test_impossible_shares_are_refused():
    with pytest.raises(ValueError, match="exceed the whole car"):
        car_verdict(30_000, outside=60, high_wage=40, us_made=50)
    with pytest.raises(ValueError, match="high_wage is a share"):
        car_verdict(30_000, outside=10, high_wage=140, us_made=50)


@given(outside=shares, high_wage=shares, us_made=shares, value=st.floats(1, 1e6))
def test_whatever_the_car_it_pays_no_more_than_the_full_rate_and_gains_by_qualifying(
    outside, high_wage, us_made, value
):
    if outside + us_made > 100:
        return
    verdict = car_verdict(value, outside, high_wage, us_made)
    assert 0 <= verdict.tariff <= value * 0.25 + 1e-6
    assert verdict.rvc == pytest.approx(100 - outside)
    if not verdict.qualifies:
        assert verdict.tariff == pytest.approx(value * 0.25)
