"""The arithmetic of the explorer on the Rio Grande's account, by hand and at its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.models.water import account, with_dry_years
from vecinos.explore.river_account import EXPLORER, cycle, rules, verdict_text

amounts = st.lists(st.floats(0, 1_000), min_size=5, max_size=5)


def test_a_cycle_by_hand():
    found = account((350, 350, 350, 100, 100), 350, 350)
    assert (found.delivered, found.quota, found.missing) == (1250, 1750, 500)
    assert found.next_mean == 450
    assert (found.short_years, found.short) == (2, 500)


def test_a_wet_year_pays_for_a_dry_one_by_the_treaty_but_not_by_a_floor():
    found = account((450, 450, 450, 450, 0), 350, 350)
    assert found.missing == 0 and found.next_mean == 350
    assert (found.short_years, found.short) == (1, 350)


@given(deliveries=amounts)
def test_a_floor_of_the_treatys_mean_is_never_the_milder_rule(deliveries):
    found = account(deliveries, 350, 350)
    assert found.short >= found.missing - 1e-6
    assert found.missing <= found.quota
    assert found.next_mean >= 350


@given(deliveries=amounts)
def test_the_order_of_the_years_does_not_matter(deliveries):
    one, other = account(deliveries, 350, 350), account(deliveries[::-1], 350, 350)
    assert one.missing == pytest.approx(other.missing) and one.short == pytest.approx(other.short)


def test_dry_years_come_last():
    assert with_dry_years(400, 100, 2) == (400, 400, 400, 100, 100)
    assert with_dry_years(400, 100, 0) == (400,) * 5


@pytest.mark.parametrize(("deliveries", "told"), [((1, 2), "5 years"), ((1, 2, 3, 4, -5), "not negative")])
def test_impossible_accounts_are_refused(deliveries, told):
    with pytest.raises(ValueError, match=told):
        account(deliveries, 350, 350)


def test_an_impossible_number_of_dry_years_is_refused():
    with pytest.raises(ValueError, match="0 to 5"):
        with_dry_years(400, 100, 6)


def test_the_rules_come_from_the_table_and_the_verdict_says_both():
    assert rules() == (350, 350)
    said = verdict_text(cycle(EXPLORER.values(EXPLORER.start)), "en")
    assert "500 thousand are missing" in said and "missed in 2 of the 5 years" in said
    wet = cycle({"usual": 450, "dry": 0, "dry_years": 1})
    assert "nothing is owed" in verdict_text(wet, "en") and "1 año" in verdict_text(wet, "es")
