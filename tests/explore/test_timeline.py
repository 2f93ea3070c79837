"""The choice of events by theme and period, against cases counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import table
from vecinos.explore.models.timeline import KINDS, Event, count_kinds, matching
from vecinos.explore.timeline import EXPLORER, PERIODS, TOPICS, events


def event(date, theme="people", kind="step"):
    return Event(date, theme, kind, {"en": "", "es": ""}, "")


LIST = [event("1942-08-04", kind="agreement"), event("1836", "territory"), event("1846-05-13", "territory", "conflict")]


def test_choosing_by_hand():
    assert [one.date for one in matching(LIST)] == ["1836", "1846-05-13", "1942-08-04"]
    assert matching(LIST, "people") == LIST[:1]
    assert [one.year for one in matching(LIST, "territory", (1846, 1846))] == [1846]
    assert matching(LIST, "people", (1819, 1853)) == []


def test_kinds_counted_by_hand():
    assert count_kinds(LIST) == {"conflict": 1, "agreement": 1, "step": 1}
    assert count_kinds([]) == dict.fromkeys(KINDS, 0)


def test_impossible_input_is_refused():
    with pytest.raises(ValueError, match="year"):
        event("1521")
    with pytest.raises(ValueError, match="kind"):
        event("1900", kind="war")
    with pytest.raises(ValueError, match="period"):
        matching(LIST, period=(1900, 1899))


@given(st.lists(st.integers(1819, 2026)), st.integers(1819, 2026), st.integers(1819, 2026))
def test_a_period_and_the_rest_make_the_whole(years, one, other):
    low, high = sorted((one, other))
    made = [event(str(year)) for year in years]
    inside = matching(made, period=(low, high))
    assert len(inside) == sum(low <= year <= high for year in years)
    assert sum(count_kinds(inside).values()) == len(inside)


def test_every_event_shown_is_well_sourced_and_in_one_period():
    checks = {(row.event_en, str(row.date)): row.check for row in table("timeline").itertuples()}
    assert all(checks[one.text["en"], one.date] in ("official", "two") for one in events())
    cut = [matching(list(events()), theme, period) for theme in TOPICS[1:] for period in PERIODS[1:]]
    assert sum(map(len, cut)) == len(events())


@pytest.mark.parametrize("period", PERIODS[1:])
def test_every_period_has_a_conflict_and_an_agreement(period):
    counts = count_kinds(matching(list(events()), period=period))
    assert counts["conflict"] and counts["agreement"]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_first_state_lists_all(lang):
    html = EXPLORER.frame(EXPLORER.values(EXPLORER.start), lang)
    assert html.count("<li>") == len(events())
