"""The arithmetic from votes to seats: by hand, at its limits, and against the INE's own allocation of 2024."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import table
from vecinos.explore import find_explorer
from vecinos.explore.models.seats import LISTS, list_seats, most_seats
from vecinos.explore.votes_to_seats import RECOUNTED, allied_seats, lists_of


def test_the_limits_by_hand():
    assert most_seats(0.40) == 240  # 48 per cent of 500
    assert most_seats(0.60) == 300  # 68 per cent would be 340
    assert most_seats(0.40, None) == 300
    assert most_seats(0.40, 0) == 200


def test_an_invented_chamber_by_hand():
    # 40 + 8 points are 240 seats; 200 districts leave room for 40 of the 80 list seats its votes would give
    votes, won = {"a": 40, "b": 30, "c": 30}, {"a": 200, "b": 50, "c": 50}
    assert list_seats(votes, won) == {"a": 40, "b": 80, "c": 80}
    assert list_seats(votes, won, None) == {"a": 80, "b": 60, "c": 60}


def test_a_party_keeps_the_districts_that_pass_its_limit():
    assert list_seats({"a": 40, "b": 60}, {"a": 260, "b": 40})["a"] == 0


def test_the_rule_as_applied_gives_the_seats_the_ine_assigned():
    real = table("chamber-2024").set_index("party").list
    assert lists_of(together=False, points=8, recounted=True) == {
        name: real[name] for name in ("morena", "pvem", "pt", "pan", "pri", "mc")
    }
    assert sum(RECOUNTED.values()) == 256
    frame = table("chamber-2024")
    assert frame.districts.sum() == 300 and frame.list.sum() == 200


def test_the_question_of_2024():
    assert allied_seats(together=False, points=8, recounted=True) == 364
    assert allied_seats(together=True, points=8, recounted=True) == 300
    assert allied_seats(together=False, points=8, recounted=False) == 373


@given(
    votes=st.lists(st.integers(1, 10**7), min_size=2, max_size=7),
    won=st.lists(st.integers(0, 60), min_size=7, max_size=7),
)
def test_no_party_passes_a_limit_with_list_seats(votes, won):
    names = [f"p{place}" for place in range(len(votes))]
    count, districts = dict(zip(names, votes, strict=True)), dict(zip(names, won, strict=False))
    got = list_seats(count, districts)
    assert 0 <= sum(got.values()) <= LISTS
    for name, seats in got.items():
        assert seats == 0 or seats + districts[name] <= most_seats(count[name] / sum(votes))


@pytest.mark.parametrize("votes", [{"a": 0, "b": 0}, {"a": -1, "b": 5}])
def test_impossible_votes_are_refused(votes):
    with pytest.raises(ValueError, match="positive"):
        list_seats(votes, {})


def test_an_impossible_share_is_refused():
    with pytest.raises(ValueError, match="share"):
        most_seats(1.2)


def test_the_verdict_says_the_result_in_words():
    explorer = find_explorer("votes-to-seats")
    shown = explorer.frame(explorer.values(explorer.start), "en")
    assert "hold 364 of 500 seats (72.8%), with 58.4% of the vote. That is 30 above two-thirds." in shown
