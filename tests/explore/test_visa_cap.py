"""The arithmetic of the guest-worker explorer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.models.visa_cap import market
from vecinos.explore.visa_cap import verdict_text


def test_all_visas_stop_by_hand():
    after = market(cap=0, demand=0.5, machines=0)  # 20 ÷ (50 + 40) = 22.2 %
    assert after.pay_change == pytest.approx(200 / 9)
    assert after.local_change == pytest.approx(80 / 9)


def test_machines_that_replace_everybody_leave_pay_alone():
    after = market(cap=0, demand=0.5, machines=100)
    assert (after.pay_change, after.local, after.machines) == (0, 80, 20)
    assert "published finding" in verdict_text(after, "en")


def test_nothing_happens_while_the_cap_does_not_bind():
    assert market(20, 1.0, 50).pay_change == 0


@pytest.mark.parametrize("wrong", [(-1, 1, 0), (21, 1, 0), (0, 0, 0), (0, 1, 101), (float("nan"), 1, 0)])
def test_impossible_input_is_refused(wrong):
    with pytest.raises(ValueError, match=r"must|between"):
        market(*wrong)


@given(st.floats(0, 20), st.floats(0.05, 5), st.floats(0, 100))
def test_a_lower_cap_never_lowers_pay_and_work_adds_up(cap, demand, machines):
    after = market(cap, demand, machines)
    assert after.pay_change >= 0
    wanted = 100 * (1 - demand * after.pay_change / 100)
    assert after.local + after.guests + after.machines == pytest.approx(wanted)
