"""The arithmetic of the explorer on student exchange, by hand and at its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore import find_explorer
from vecinos.explore.models.student_balance import Balance, of_goals, per_head
from vecinos.explore.student_balance import YEARS, measured

amounts = st.floats(1, 1e9)


def test_per_head_by_hand():
    home = per_head(200, 100, 10, 40, 1, "home")
    assert (home.north, home.south) == (20, 2.5) and home.ratio == 8 and home.leads == "north"
    host = per_head(200, 100, 10, 40, 1, "host")
    assert (host.north, host.south) == (5, 10) and host.ratio == 2 and host.leads == "south"


def test_goals_by_hand():
    reached = of_goals(15_000, 5_000, 100_000, 50_000)
    assert (reached.north, reached.south) == (15, 10)


@given(north=amounts, south=amounts, mexico=amounts, us=amounts)
def test_home_and_host_differ_by_the_size_of_the_countries(north, south, mexico, us):
    home, host = (per_head(north, south, mexico, us, 1e6, base) for base in ("home", "host"))
    assert home.north * mexico == pytest.approx(host.north * us)
    assert home.north * home.south == pytest.approx(host.north * host.south)


@given(heads=amounts)
def test_between_countries_of_one_size_a_head_count_changes_no_ratio(heads):
    assert per_head(300, 100, heads, heads, 1e6, "home").ratio == pytest.approx(3)


def test_close_numbers_are_called_even():
    assert Balance(100, 104).leads == "even" and Balance(100, 106).leads == "south"


@pytest.mark.parametrize(
    ("values", "told"),
    [((0, 1, 1, 1, 1, "home"), "north"), ((1, 1, -1, 1, 1, "home"), "mexico"), ((1, 1, 1, 1, 1, "away"), "base is")],
)
def test_impossible_input_is_refused(values, told):
    with pytest.raises(ValueError, match=told):
        per_head(*values)


def test_an_impossible_goal_is_refused():
    with pytest.raises(ValueError, match="south_goal must be a positive number"):
        of_goals(1, 1, 1, 0)


def test_the_measure_turns_the_balance_of_2022():
    ratios = {name: measured(2022, name)[0] for name in ("number", "home-people", "host-people", "host-students")}
    assert ratios["number"].ratio == pytest.approx(3.35, abs=0.01)
    assert ratios["home-people"].ratio == pytest.approx(8.81, abs=0.01)
    assert ratios["host-people"].ratio == pytest.approx(1.27, abs=0.01)
    assert ratios["host-students"].leads == "south"


def test_what_no_table_holds_stays_empty_and_one_account_is_named():
    assert measured(2000, "home-students") == (None, False)
    assert [measured(year, "number")[1] for year in YEARS] == [False, True, False, False]
    explorer = find_explorer("student-balance")
    assert "stays empty" in explorer.frame({"year": 2000, "measure": "host-students"}, "en")
    assert "single account" in explorer.frame({"year": 2018, "measure": "number"}, "en")


def test_the_verdict_says_the_result_in_words():
    explorer = find_explorer("student-balance")
    shown = explorer.frame(explorer.values(explorer.start), "en")
    assert '<p class="ex-verdict">In 2022/23, 14,541 Mexican students' in shown and "3.4 times" in shown
