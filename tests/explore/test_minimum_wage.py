"""The arithmetic of the minimum-wage explorer, by hand and at its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import table
from vecinos.explore.minimum_wage import END, EXPLORER, STARTS, figures, verdict_text
from vecinos.explore.models.minimum_wage import Year, change, in_dollars, real_value, wages

positive = st.floats(0.01, 1e6)
EXAMPLE = {2021: Year(100, 80, 20), 2025: Year(200, 100, 16)}


def test_prices_that_rise_a_quarter_take_a_fifth_of_a_wage_that_stays():
    assert real_value(100, 125, 100) == 80
    assert real_value(100, 80, 100) == 125


def test_one_wage_in_every_unit_by_hand():
    assert wages(EXAMPLE, "nominal") == {2021: 100, 2025: 200}
    assert wages(EXAMPLE, 2025) == {2021: 125, 2025: 200}
    assert wages(EXAMPLE, 2021) == {2021: 100, 2025: 160}
    assert wages(EXAMPLE, "dollars") == {2021: 5, 2025: 12.5}


def test_the_general_wage_of_2025_by_hand():
    # 278.80 pesos ÷ 19.2157 = 14.51 dollars; 141.70 × 140.542 ÷ 113.542 = 175.40 pesos of 2025.
    assert wages(figures("general"), "dollars")[2025] == pytest.approx(14.51, abs=0.005)
    assert wages(figures("general"), 2025)[2021] == pytest.approx(175.40, abs=0.005)


@pytest.mark.parametrize("case", [(-1, 100, 100), (1, 0, 100), (1, 100, -5), (float("nan"), 1, 1)])
def test_impossible_money_and_prices_are_refused(case):
    with pytest.raises(ValueError, match="must"):
        real_value(*case)


def test_other_impossible_input_is_refused():
    with pytest.raises(ValueError, match="exchange rate"):
        in_dollars(100, 0)
    with pytest.raises(ValueError, match="unit"):
        wages(EXAMPLE, 1999)
    with pytest.raises(ValueError, match="start above zero"):
        change(0, 5)


@given(before=positive, after=positive, then=positive, now=positive)
def test_the_base_year_never_changes_the_per_cent(before, after, then, now):
    years = {1: Year(before, then, 1), 2: Year(after, now, 1)}
    first, second = wages(years, 1), wages(years, 2)
    assert first[2] / first[1] == pytest.approx(second[2] / second[1], rel=1e-9)
    if now > then:
        assert second[2] / second[1] <= after / before


def test_every_wage_that_can_be_compared_was_found_in_two_sources():
    checked = table("minimum-wage").set_index(["zone", "year"]).check
    assert {checked[zone, year] for zone in ("general", "border") for year in (*STARTS, END)} == {"two"}


def test_the_verdict_says_what_the_unit_leaves_out():
    # 141.70 to 278.80 pesos is 97 per cent; prices went from 113.542 to 140.542, 24 per cent; 59 per cent is left.
    assert "up 97%" in verdict_text("general", "nominal", 2021, "en")
    assert "24%" in verdict_text("general", "nominal", 2021, "en")
    assert "up 59%" in verdict_text("general", 2025, 2021, "en")


def test_every_state_can_be_drawn_in_both_languages():
    for state in EXPLORER.states():
        for lang in ("en", "es"):
            assert "ex-verdict" in EXPLORER.frame(EXPLORER.values(state), lang)
