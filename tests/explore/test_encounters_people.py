"""The arithmetic of the explorer on encounters and people, by hand and at its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.encounters_people import EXPLORER
from vecinos.explore.models.encounters_people import (
    people_if_share_of_events,
    people_if_share_of_people,
    twelve_months,
    year_total,
)

events = st.floats(0, 1e7)
rates = st.floats(0, 99)


def test_ten_encounters_by_hand():
    # Seven people: A, B, C, D, E once; F twice; G three times. Ten encounters, three of them repeats, two repeaters.
    assert people_if_share_of_events(10, 30) == pytest.approx(7)
    assert people_if_share_of_people(10, 2 / 7 * 100, 2.5) == pytest.approx(7)


def test_the_same_rate_means_another_number_of_people():
    assert people_if_share_of_events(1_000_000, 27) == pytest.approx(730_000)
    assert people_if_share_of_people(1_000_000, 27, 2) == pytest.approx(787_402, abs=1)
    assert people_if_share_of_people(1_000_000, 27, 3) == pytest.approx(649_351, abs=1)


def test_a_fiscal_year_begins_in_october_of_the_year_before():
    assert twelve_months(2021, "fiscal")[0] == "2020-10"
    assert twelve_months(2021, "fiscal")[-1] == "2021-09"
    assert twelve_months(2021, "calendar")[::11] == ["2021-01", "2021-12"]


def test_two_years_of_the_same_name_share_nine_months():
    counts = {f"{year}-{month:02d}": 1 for year in (2020, 2021) for month in range(1, 13)} | {"2020-10": 100}
    assert year_total(counts, 2021, "calendar") == 12
    assert year_total(counts, 2021, "fiscal") == 111
    assert len(set(twelve_months(2021, "fiscal")) & set(twelve_months(2021, "calendar"))) == 9


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: people_if_share_of_events(-1, 10), "fewer than 0"),
        (lambda: people_if_share_of_events(float("nan"), 10), "fewer than 0"),
        (lambda: people_if_share_of_events(10, 101), "between 0 and 100"),
        (lambda: people_if_share_of_events(10, 100), "each person has a first"),
        (lambda: people_if_share_of_people(10, 20, 1), "at least 2 times"),
        (lambda: twelve_months(2021, "school"), "'fiscal' or 'calendar'"),
        (lambda: year_total({"2021-01": 5}, 2021, "calendar"), "no count for 2021-02"),
    ],
)
def test_impossible_input_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()


@given(events=events, rate=rates, times=st.floats(2, 50))
def test_people_are_never_more_than_encounters_and_account_for_all_of_them(events, rate, times):
    first = people_if_share_of_events(events, rate)
    assert 0 <= first <= events
    assert first + events * rate / 100 == pytest.approx(events)
    people = people_if_share_of_people(events, rate, times)
    assert 0 <= people <= events
    assert people * (1 - rate / 100) + people * rate / 100 * times == pytest.approx(events)


@given(events=events, times=st.floats(2, 50))
def test_without_repeats_both_readings_agree(events, times):
    assert people_if_share_of_events(events, 0) == people_if_share_of_people(events, 0, times) == events


def test_the_display_says_the_published_total_and_the_result_in_words():
    values = {"basis": "fiscal", "reading": "events", "rate": 27}
    english, spanish = EXPLORER.frame(values, "en"), EXPLORER.frame(values, "es")
    assert "1,662,167 encounters" in english
    assert "about 1,213,000 people" in english
    assert "unas 1,213,000 personas" in spanish
    assert english.count('class="ex-out"') == 3
    assert len(EXPLORER.states()) == 56
