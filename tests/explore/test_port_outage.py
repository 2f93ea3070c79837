"""The arithmetic of a closed port, by hand and at its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import table
from vecinos.explore.models.port_outage import daily, outage
from vecinos.explore.port_outage import EXPLORER, PORTS, averages, frame

amounts = st.floats(0, 1e7)


def test_three_days_by_hand():
    # 600 million and 6,000 trucks a day, a quarter finds another way: 4,500 trucks wait on each of three days.
    result = outage(value=600, trucks=6000, others=10_000, days=3, rerouted=25)
    assert result.value_delayed == pytest.approx(1350)
    assert result.trucks_waiting == pytest.approx(13_500)
    assert result.detoured_per_day == pytest.approx(1500)
    assert result.extra_load == pytest.approx(15)


def test_averages_are_those_of_the_tables():
    value, trucks, others = averages("laredo")
    assert value == pytest.approx(210_570 / 334)
    assert trucks == pytest.approx(2_364_681 / 365)
    assert others == pytest.approx((6_440_255 - 2_364_681) / 365)


@pytest.mark.parametrize("port", PORTS)
def test_every_port_has_both_counts(port):
    assert all(amount > 0 for amount in averages(port))


@pytest.mark.parametrize("port", PORTS)
def test_a_second_source_comes_within_three_per_cent(port):
    trade = table("port-trade")
    year = trade[(trade.year == 2019) & (trade.period == "year") & (trade.port == PORTS[port][0])].value.item()
    assert daily(year, 365) == pytest.approx(averages(port)[0], rel=0.03)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: daily(-1, 10), "below 0"),
        (lambda: daily(float("nan"), 10), "below 0"),
        (lambda: daily(10, 0), "at least 1 day"),
        (lambda: outage(-1, 1, 1, 1, 0), "value cannot"),
        (lambda: outage(1, -1, 1, 1, 0), "trucks cannot"),
        (lambda: outage(1, 1, 0, 1, 0), "other ports"),
        (lambda: outage(1, 1, 1, 0, 0), "at least 1 day"),
        (lambda: outage(1, 1, 1, 1, 101), "between 0 and 100"),
    ],
)
def test_impossible_input_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()


@given(value=amounts, trucks=amounts, days=st.integers(1, 60), rerouted=st.floats(0, 100))
def test_what_waits_and_what_leaves_make_the_whole(value, trucks, days, rerouted):
    result = outage(value, trucks, 1000, days, rerouted)
    assert 0 <= result.value_delayed <= value * days + 1e-6
    assert result.trucks_waiting + result.detoured_per_day * days == pytest.approx(trucks * days)


def test_every_frame_can_be_drawn_in_both_languages():
    assert len(EXPLORER.states()) <= 60
    for state in EXPLORER.states():
        for lang in ("en", "es"):
            assert "ex-verdict" in frame(EXPLORER.values(state), lang)


def test_the_verdict_says_late_and_not_lost():
    html = frame({"port": "laredo", "days": 3, "rerouted": 50}, "en")
    assert "Laredo closed for 3 days: about 9,720 trucks wait" in html
    assert "arrive late" in html
    assert "29% more trucks" in html
