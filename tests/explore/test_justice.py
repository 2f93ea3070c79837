"""The arithmetic of the two explorers on justice, by hand and at its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore import find_explorer
from vecinos.explore.index_weights import scores
from vecinos.explore.models.justice import funnel, index_score

shares = st.floats(0, 100)


def test_a_funnel_by_hand():
    found = funnel(10_000, 6.8, 3.7)
    assert found.known == pytest.approx(680) and found.resolved == pytest.approx(25.16)
    assert found.impunity_of_known == pytest.approx(96.3)
    assert found.impunity_of_all == pytest.approx(99.7484)


@given(known=shares, resolved=shares)
def test_impunity_of_all_crimes_is_never_below_that_of_known_cases(known, resolved):
    found = funnel(1_000, known, resolved)
    assert 0 <= found.resolved <= found.known <= found.crimes
    assert found.impunity_of_all >= found.impunity_of_known - 1e-9 or not found.known


def test_where_every_crime_is_known_the_two_rates_agree():
    found = funnel(500, 100, 30)
    assert found.impunity_of_all == pytest.approx(found.impunity_of_known) == pytest.approx(70)


@pytest.mark.parametrize("values", [(0, 50, 50), (100, -1, 50), (100, 50, 101), (float("nan"), 1, 1)])
def test_impossible_funnels_are_refused(values):
    with pytest.raises(ValueError, match="must be|is a share"):
        funnel(*values)


def test_an_index_by_hand_and_the_weight_that_ties_the_two_countries():
    assert index_score((30, 30, 70), (1, 1, 2)) == 50
    one, other = scores(100 / 3)
    assert one == pytest.approx(other) == pytest.approx(43.3333, abs=1e-3)
    assert scores(30)[0] < scores(30)[1] and scores(40)[0] > scores(40)[1]


@given(parts=st.lists(st.tuples(shares, st.floats(0.1, 10)), min_size=1, max_size=6))
def test_an_index_lies_between_its_lowest_and_highest_part(parts):
    values, weights = zip(*parts, strict=True)
    assert min(values) - 1e-6 <= index_score(values, weights) <= max(values) + 1e-6


@pytest.mark.parametrize(
    ("values", "weights", "told"),
    [
        ((1, 2), (1,), "2 scores but 1"),
        ((101,), (1,), "off the scale"),
        ((1,), (0,), "all zero"),
        ((1,), (-1,), "negative"),
    ],
)
def test_impossible_indices_are_refused(values, weights, told):
    with pytest.raises(ValueError, match=told):
        index_score(values, weights)


@pytest.mark.parametrize(
    ("name", "starts"), [("crime-funnel", "Of 10,000 crimes, 760"), ("index-weights", "With this")]
)
def test_the_verdict_says_the_result_in_words(name, starts):
    explorer = find_explorer(name)
    shown = explorer.frame(explorer.values(explorer.start), "en")
    assert f'<p class="ex-verdict">{starts}' in shown
