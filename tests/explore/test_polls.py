"""Chance in a sample and the gaps between polls: by hand, at their limits, and the same in every run."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import table
from vecinos.explore import explore, find_explorer
from vecinos.explore.models.polls import chance_gap, draw, margin
from vecinos.explore.poll_draw import PULLS, SHARES, SIZES, polls_of
from vecinos.explore.question_wording import CASES, GUESSES, answers, verdict_text
from vecinos.mode import use_language


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


@pytest.mark.parametrize(("size", "points"), [(100, 9.8), (400, 4.9), (1_000, 3.1), (2_500, 2.0), (67_782, 0.4)])
def test_margins_that_the_lesson_names(size, points):
    assert round(margin(50, size), 1) == points


def test_four_times_the_people_halve_the_margin():
    assert margin(30, 1_600) == pytest.approx(margin(30, 400) / 2)
    assert margin(0, 10) == margin(100, 10) == 0


@given(share=st.floats(0, 100), size=st.integers(1, 100_000))
def test_the_margin_is_largest_at_one_half(share, size):
    assert 0 <= margin(share, size) <= margin(50, size)


def test_a_draw_is_the_same_in_every_run():
    assert [poll.found for poll in draw(50, 100, 3, seed=1001)] == [
        poll.found for poll in draw(50, 100, 20, seed=1001)[:3]
    ]
    assert [poll.found for poll in draw(50, 10, 5, seed=7)] == [70.0, 60.0, 60.0, 60.0, 40.0]  # Mersenne Twister
    assert draw(50, 100, 3, seed=1) != draw(50, 100, 3, seed=2)


def test_everybody_or_nobody_leaves_nothing_to_chance():
    assert {poll.found for poll in draw(0, 50, 4, seed=3)} == {0}
    assert {poll.found for poll in draw(100, 50, 4, seed=3)} == {100}
    assert all(poll.holds(100) and not poll.holds(99) for poll in draw(100, 50, 4, seed=3))


def test_a_pull_moves_every_poll_up_and_keeps_its_people():
    fair, pulled = draw(20, 500, 30, seed=9), draw(20, 500, 30, seed=9, pull=6)
    assert all(high.found >= low.found for low, high in zip(fair, pulled, strict=True))


def test_about_95_of_100_intervals_hold_the_truth_and_more_people_do_not_mend_a_pull():
    many = draw(50, 1_000, 2_000, seed=5)
    assert 0.93 < sum(poll.holds(50) for poll in many) / len(many) < 0.97
    held = {size: sum(poll.holds(50) for poll in draw(50, size, 200, seed=5, pull=6)) for size in SIZES}
    assert held[100] > held[1_000] >= held[2_500] == 0


@pytest.mark.parametrize("wrong", [(-1, 10, 1), (101, 10, 1), (float("nan"), 10, 1), (50, 0, 1), (50, 10, 0)])
def test_impossible_polls_are_refused(wrong):
    with pytest.raises(ValueError, match="must be"):
        draw(*wrong, seed=1)
    with pytest.raises(ValueError, match="between 0 and 100 together"):
        draw(98, 10, 1, seed=1, pull=6)


def test_the_page_counts_what_the_model_drew():
    explorer = find_explorer("poll-draw")
    for share in SHARES:
        for size in SIZES:
            for pull in PULLS:
                values = {"share": share, "size": size, "polls": 50, "pull": pull, "draw": 1}
                held = sum(poll.holds(share) for poll in polls_of(share, size, 50, pull, 1))
                assert f"{held} of 50 polls hold the truth" in explorer.frame(values, "en")
                assert f"{held} de 50 encuestas tienen la verdad" in explorer.frame(values, "es")


def test_chance_alone_by_hand():
    assert chance_gap(50, 50, 400) == pytest.approx(4.9 * 2**0.5)  # 6.9 points
    for case in CASES:
        first, second = answers(case)
        assert abs(first - second) > chance_gap(first, second, 400)


def test_pairs_come_from_the_tables():
    assert answers("help") == (74, 38) and answers("troops") == (52, 29)
    assert answers("arizona") == (62, 44)
    assert answers("january") == (21, 61.03) and answers("online") == (66, 37)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_guess_gets_its_own_reply(lang):
    said = {verdict_text({"case": case, "guess": guess}, lang) for case in CASES for guess in GUESSES}
    assert len(said) == len(CASES) * len(GUESSES)
    assert "{" not in "".join(said)
    yes = {"en": "Yes.", "es": "Sí."}[lang]
    for case in ("help", "troops"):
        assert verdict_text({"case": case, "guess": "words"}, lang).startswith(yes)


def test_no_question_on_force_was_asked_twice_in_the_same_words():
    asked = table("polls-us-force")
    assert asked.groupby(["date", "poll", "group", "answer", "question"]).size().max() == 1
    assert asked.groupby("question").date.nunique().max() == 1


@pytest.mark.parametrize("name", ["poll-draw", "question-wording"])
def test_the_explorers_stay_light(name):
    use_language("en")
    html = explore(name)._repr_mimebundle_()["text/html"]
    assert len(gzip.compress(html.encode())) < 20_000
