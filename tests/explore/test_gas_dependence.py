"""The arithmetic of the explorer on a cut of gas imports, by hand and at its bounds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.explore.gas_dependence import EXPLORER, import_share, result, verdict_text
from vecinos.explore.models.gas_cut import cut

parts = st.floats(0, 1)
amounts = st.floats(0, 400)


def test_a_week_without_imports_by_hand():
    found = cut(share=0.75, stopped=1, storage=3, days=7)  # 5.25 days of demand are lost, 3 are stored
    assert (found.home, found.imported, found.drawn, found.missing) == (1.75, 0, 3, 2.25)
    assert found.lasts == 4
    assert found.missing_share == pytest.approx(2.25 / 7 * 100)


def test_half_a_cut_lets_half_of_the_imports_through():
    found = cut(share=0.8, stopped=0.5, storage=10, days=5)
    assert (found.imported, found.drawn, found.missing) == (2, 2, 0)
    assert found.lasts == 25


def test_without_imports_nothing_is_drawn_and_storage_lasts_for_ever():
    found = cut(share=0, stopped=1, storage=2, days=30)
    assert (found.drawn, found.missing, found.lasts) == (0, 0, math.inf)
    assert cut(0.5, 1, 1, 0).missing_share == 0


@given(share=parts, stopped=parts, storage=amounts, days=amounts)
def test_the_four_sources_add_up_to_demand(share, stopped, storage, days):
    found = cut(share, stopped, storage, days)
    assert found.home + found.imported + found.drawn + found.missing == pytest.approx(days, abs=1e-6)
    assert min(found.home, found.imported, found.drawn, found.missing) >= 0
    assert found.drawn <= storage


@given(share=parts, stopped=parts, storage=amounts, days=amounts, more=amounts)
def test_more_storage_never_leaves_more_missing_and_a_longer_cut_never_less(share, stopped, storage, days, more):
    found = cut(share, stopped, storage, days)
    assert cut(share, stopped, storage + more, days).missing <= found.missing + 1e-6
    assert cut(share, stopped, storage, days + more).missing >= found.missing - 1e-6


@pytest.mark.parametrize(
    "wrong", [(-0.1, 1, 1, 1), (1.1, 1, 1, 1), (1, 2, 1, 1), (1, 1, -1, 1), (1, 1, 1, math.inf), (math.nan, 1, 1, 1)]
)
def test_impossible_cuts_are_refused(wrong):
    with pytest.raises(ValueError, match="must be"):
        cut(*wrong)


def test_the_shares_come_from_the_table_and_the_verdict_says_what_is_missing():
    assert (import_share(2014), import_share(2024)) == (39.7, 74.6)
    start = EXPLORER.values(EXPLORER.start)
    said = verdict_text(start, result(start), "en")  # 2.4 ÷ 0.746 = 3.2 days; (5.222 − 2.4) ÷ 7 = 40%
    assert "empty after 3.2 days" in said and "40% of the gas is missing" in said
    calm = {"year": 2014, "stopped": 100, "storage": 5, "days": 7}
    assert "Nothing is missing" in verdict_text(calm, result(calm), "en")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_frame_names_its_parts_once(lang):
    for positions in EXPLORER.states():
        values = EXPLORER.values(positions)
        shown = EXPLORER.frame(values, lang)
        missing = {"en": "missing</li>", "es": "faltan</li>"}[lang]
        assert (missing in shown) == (result(values).missing_share >= 0.05)
        assert "inf" not in shown and "nan" not in shown
