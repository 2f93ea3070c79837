"""One series, many headlines: the arithmetic, and what the tables' own figures give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.headlines import BASES, END, figures, frame
from vecinos.explore.models.headlines import MONEY, WHAT, Year, amount, headline

# 100 million dollars in 1 million transfers at 10 pesos; later 150 in 2 at 20 pesos, prices tripled.
YEARS = {2000: Year(100, 1, 10, 50), 2010: Year(150, 2, 20, 150)}


@pytest.mark.parametrize(
    ("money", "what", "before", "after", "change"),
    [
        ("dollars", "total", 100, 150, 50),
        ("dollars", "transfer", 100, 75, -25),
        ("pesos", "total", 1000, 3000, 200),
        ("pesos", "transfer", 1000, 1500, 50),
        ("real-pesos", "total", 3000, 3000, 0),
        ("real-pesos", "transfer", 3000, 1500, -50),
    ],
)
def test_the_same_two_years_by_hand(money, what, before, after, change):
    found = headline(YEARS, 2000, 2010, money, what)
    assert (found.before, found.after, found.change) == pytest.approx((before, after, change))


def test_impossible_input_is_refused():
    with pytest.raises(ValueError, match="rate must be above zero"):
        Year(1, 1, 0, 1)
    with pytest.raises(ValueError, match="prices must be above zero"):
        Year(1, 1, 1, float("nan"))
    with pytest.raises(ValueError, match="no figures for 1999"):
        headline(YEARS, 1999, 2010, "pesos", "total")
    with pytest.raises(ValueError, match="must come before"):
        headline(YEARS, 2010, 2010, "pesos", "total")
    with pytest.raises(ValueError, match="money is one of"):
        amount(YEARS[2000], YEARS[2010], "euros", "total")
    with pytest.raises(ValueError, match="what is one of"):
        amount(YEARS[2000], YEARS[2010], "pesos", "each")


above_zero = st.floats(0.01, 1e6)
some_year = st.builds(Year, above_zero, above_zero, above_zero, above_zero)


@given(first=some_year, last=some_year)
def test_whatever_the_years_the_forms_agree_with_each_other(first, last):
    found = {(m, w): headline({1: first, 2: last}, 1, 2, m, w) for m in MONEY for w in WHAT}
    for one in found.values():
        assert one.change >= -100
        assert one.after == pytest.approx(one.before * (1 + one.change / 100), rel=1e-6, abs=1e-6 * one.before)
    prices = last.prices / first.prices
    for what in WHAT:
        assert found["real-pesos", what].before == pytest.approx(found["pesos", what].before * prices)
        assert found["real-pesos", what].after == pytest.approx(found["pesos", what].after)


def test_the_tables_support_headlines_that_point_in_opposite_directions():
    years = figures()
    assert headline(years, 2003, END, "dollars", "total").change == pytest.approx(312.7, abs=0.05)
    assert headline(years, 2003, END, "real-pesos", "transfer").change == pytest.approx(-14, abs=0.5)
    assert headline(years, 2003, END, "real-pesos", "total").change == pytest.approx(183, abs=1)
    assert (
        headline(years, 2024, END, "dollars", "total").change < 0 < headline(years, 2024, END, "pesos", "total").change
    )


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_frame_says_its_headline_in_words(lang):
    for base in BASES:
        for money in MONEY:
            for what in WHAT:
                html = frame({"base": base, "money": money, "what": what}, lang)
                assert html.count("ex-verdict") == 1
                assert str(base) in html
                assert "{" not in html
