"""The arithmetic of the two explorers on drugs, by hand and at its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import table
from vecinos.explore.death_measures import MEASURES, overlap, pairs, verdict_text
from vecinos.explore.models.deaths_drugs import crude_rate, flow, same_flow_share, weighted_rate
from vecinos.explore.seizure_share import amounts, meaning
from vecinos.explore.seizure_share import verdict_text as seizures_text

sizes = st.floats(0.1, 1e6)
rates = st.floats(0, 1e3)


def test_a_crude_rate_by_hand():
    assert crude_rate(4_659, 39_144_818) == pytest.approx(11.9, abs=0.05)
    assert crude_rate(0, 10) == 0


def test_crude_rates_of_the_states_follow_from_the_table_itself():
    frame = table("overdose-rates")
    wide = frame[(frame.year == 2015) & (frame.place != "us")].pivot(index="place", columns="series", values="value")
    assert len(wide) == 6
    for place, row in wide.iterrows():
        assert crude_rate(row.deaths, row.population) == pytest.approx(row.crude, abs=0.051), place
        assert row["adjusted-low"] <= row.adjusted <= row["adjusted-high"]


def test_two_towns_with_the_same_risks_differ_only_by_their_ages():
    assert weighted_rate((10, 30), (70, 30)) == 16
    assert weighted_rate((10, 30), (30, 70)) == 24
    assert weighted_rate((10, 30), (50, 50)) == 20
    assert weighted_rate((12, 36), (70, 30)) == pytest.approx(19.2) and weighted_rate((12, 36), (50, 50)) == 24


@given(groups=st.lists(st.tuples(rates, sizes), min_size=1, max_size=8))
def test_a_rate_lies_between_those_of_its_age_groups(groups):
    values, ages = zip(*groups, strict=True)
    assert min(values) - 1e-6 <= weighted_rate(values, ages) <= max(values) + 1e-6


@given(groups=st.lists(st.tuples(rates, sizes), min_size=1, max_size=8), times=st.floats(0.1, 100))
def test_the_size_of_a_population_does_not_move_a_rate(groups, times):
    values, ages = zip(*groups, strict=True)
    assert weighted_rate(values, [times * age for age in ages]) == pytest.approx(weighted_rate(values, ages))


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: crude_rate(1, 0), "positive"),
        (lambda: crude_rate(-1, 5), "zero or more"),
        (lambda: crude_rate(1, float("nan")), "positive"),
        (lambda: weighted_rate((1, 2), (1,)), "2 rates but 1"),
        (lambda: weighted_rate((1,), (0,)), "empty"),
        (lambda: weighted_rate((-1,), (1,)), "negative"),
        (lambda: flow(-1, 10), "zero or more"),
        (lambda: flow(1, 0), "above 0"),
        (lambda: flow(1, 101), "at most 100"),
    ],
)
def test_impossible_input_is_refused(call, told):
    with pytest.raises(ValueError, match=told):
        call()


def test_a_flow_by_hand():
    one = flow(1_000, 10)
    assert (one.total, one.seized, one.passed) == (10_000, 1_000, 9_000)
    assert same_flow_share(1_000, 10, 2_000) == 20
    assert same_flow_share(1_000, 60, 2_000) > 100


@given(seized=st.floats(1, 1e6), share=st.floats(1, 100))
def test_what_is_caught_and_what_passes_add_up(seized, share):
    found = flow(seized, share)
    assert found.seized + found.passed == pytest.approx(found.total)
    assert found.seized / found.total * 100 == pytest.approx(share)


def test_a_doubling_of_seizures_can_mean_more_or_less():
    assert meaning(flow(1_000, 10), flow(2_000, 10)) == "more-more"
    assert meaning(flow(1_000, 10), flow(2_000, 40)) == "more-less"
    assert meaning(flow(2_000, 10), flow(1_000, 10)) == "less-less"
    assert meaning(flow(2_000, 10), flow(1_000, 4)) == "less-more"
    said = seizures_text((flow(1_000, 10), flow(2_000, 20)), 10, 20, "en")
    assert said.startswith("Seizures rose by 100%") and "the total stayed the same" in said and "fell by 11%" in said


def test_the_pounds_are_those_of_the_table():
    assert amounts("rise") == (4_791, 11_201) and amounts("peak") == (27_023, 21_889)
    assert amounts("fall") == (21_148, 11_486)


def test_who_is_higher_depends_on_the_measure():
    higher = {
        code: [max(pair.sides, key=lambda side, m=measure: side.value(m)).name["en"] for measure in MEASURES]
        for code, pair in pairs().items()
    }
    assert higher["states"] == ["California", "New Mexico", "New Mexico"]
    assert higher["close"] == ["Colorado", "Colorado", "Alabama"]
    assert higher["worse"] == ["the old town", "the old town", "the young town"]
    assert "The age-adjusted rate is the same" in verdict_text(pairs()["ages"], "adjusted", "en")
    assert "The age-adjusted rate is the same in 2009 and in 2007" in verdict_text(pairs()["years"], "adjusted", "en")


def test_a_gap_within_the_margins_is_said():
    assert overlap(*pairs()["close"].sides) and not overlap(*pairs()["states"].sides)
    assert not overlap(*pairs()["years"].sides)
    assert "the gap may be chance" in verdict_text(pairs()["close"], "adjusted", "en")
    assert "la diferencia puede ser azar" in verdict_text(pairs()["close"], "adjusted", "es")
