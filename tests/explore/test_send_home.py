"""The arithmetic of the explorer on sending money, against the law and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.models.send_home import send
from vecinos.explore.send_home import result

PLAIN = {"rate": 20, "prices": 100, "base": 100}


def test_cash_pays_one_per_cent_of_the_transfer_and_not_of_the_fee():
    sent = send(307, "cash", fee=4, margin=0, **PLAIN)
    assert sent.arrives == pytest.approx(300)
    assert sent.tax == pytest.approx(3)
    assert sent.pesos == pytest.approx(6_000)


def test_an_account_or_a_card_pays_no_tax():
    sent = send(304, "account", fee=4, margin=2, **PLAIN)
    assert sent.tax == 0
    assert sent.margin == pytest.approx(6)
    assert sent.pesos == pytest.approx(5_880)


def test_prices_of_the_base_year():
    assert send(100, "account", 0, 0, rate=10, prices=50, base=150).buys == pytest.approx(3_000)


def test_years_come_from_the_tables():
    plain = {"channel": "account", "fee": 0, "margin": 0}
    assert result({**plain, "year": 2003}).pesos == pytest.approx(350 * 10.7953, abs=0.1)
    assert result({**plain, "year": 2003}).buys == pytest.approx(350 * 10.7953 * 140.542 / 54.282, abs=1)
    now = result({**plain, "year": 2025})
    assert now.buys == now.pesos == pytest.approx(350 * 19.2157, abs=0.1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"channel": "pigeon"}, "channel must be one of"),
        ({"fee": 350}, "fee must lie"),
        ({"fee": -1}, "fee must lie"),
        ({"margin": 100}, "margin must lie"),
        ({"rate": 0}, "above zero"),
        ({"prices": 0}, "above zero"),
        ({"tax": -1}, "above zero"),
        ({"fee": float("nan")}, "fee must lie"),
    ],
)
def test_impossible_input_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        send(**{"budget": 350, "channel": "cash", "fee": 3, "margin": 1, **PLAIN, **change})


@given(
    budget=st.floats(20, 5_000),
    fee=st.floats(0, 19),
    margin=st.floats(0, 20),
    channel=st.sampled_from(["cash", "account"]),
)
def test_nothing_is_lost_or_made_on_the_way(budget, fee, margin, channel):
    sent = send(budget, channel, fee, margin, **PLAIN)
    assert sent.cost + sent.arrives == pytest.approx(budget)
    assert 0 <= sent.tax <= budget / 100
    assert sent.arrives <= send(budget, "account", fee, 0, **PLAIN).arrives + 1e-9
