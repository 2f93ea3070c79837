"""Placing a policy tool: the rule by hand, at its corners, and the cases of the explorer."""

import itertools

import pytest

from vecinos.explore import find_explorer
from vecinos.explore.models.tools import Place, Signs, apart, place
from vecinos.explore.policy_tools import CASES


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (Signs(cost=True, offer=False, agreed=False, alone=True), Place(2, 0)),
        (Signs(cost=False, offer=True, agreed=True, alone=False), Place(0, 2)),
        (Signs(cost=True, offer=True, agreed=True, alone=True), Place(1, 1)),
        (Signs(cost=False, offer=False, agreed=False, alone=False), Place(1, 1)),
        (Signs(cost=True, offer=False, agreed=True, alone=False), Place(2, 2)),
    ],
)
def test_signs_place_a_tool(signs, expected):
    assert place(signs) == expected


def test_all_sixteen_answers_have_a_place_and_fill_the_plane():
    places = {place(Signs(*answers)) for answers in itertools.product((False, True), repeat=4)}
    assert places == {Place(*steps) for steps in itertools.product(range(3), repeat=2)}


def test_distance_is_counted_in_steps_and_is_the_same_both_ways():
    assert apart(Place(0, 0), Place(2, 2)) == apart(Place(2, 2), Place(0, 0)) == 4
    assert apart(Place(1, 2), Place(1, 2)) == 0 and apart(Place(2, 0), Place(1, 0)) == 1


@pytest.mark.parametrize("steps", [(-1, 0), (0, 3)])
def test_a_place_off_the_plane_is_refused(steps):
    with pytest.raises(ValueError, match="steps 0, 1 or 2"):
        Place(*steps)


def test_the_six_cases_stand_in_six_different_places():
    assert len({place(case.signs) for case in CASES.values()}) == len(CASES) == 6


def test_the_verdict_says_both_places_and_how_far_apart():
    explorer = find_explorer("policy-tools")
    shown = explorer.frame({"case": "intercept", "pressure": 2, "together": 0}, "en")
    assert "The same place." in shown and "You and the lesson" in shown
    far = explorer.frame({"case": "intercept", "pressure": 0, "together": 2}, "es")
    assert "En esquinas opuestas." in far and "Otra lectura:" in far
