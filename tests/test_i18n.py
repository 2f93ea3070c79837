"""Numbers, dates and texts as each edition's readers expect them."""

import pytest

from vecinos import i18n
from vecinos.mode import language, use_language


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


def test_numbers_have_thousands_commas_and_a_true_minus():
    assert i18n.number(1234567.891, 1) == "1,234,567.9"
    assert i18n.number(-1234.5, 1) == "−1,234.5"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"), [(13.85, 1, "13.9"), (-19.15, 1, "−19.2"), (2.5, 0, "3"), (0.1 + 0.2, 2, "0.30")]
)
def test_a_half_is_rounded_away_from_zero_as_in_the_checked_figures(value, decimals, shown):
    assert i18n.number(value, decimals) == shown


def test_a_value_that_rounds_to_zero_has_no_sign():
    assert i18n.number(-0.04, 1) == "0.0"


@pytest.mark.parametrize(
    ("value", "shown"), [(22.5, "22.5"), (15.0, "15"), (300, "300"), (1200, "1,200"), (0.2, "0.2"), (-0.01, "0")]
)
def test_a_short_number_has_no_idle_zeros(value, shown):
    assert i18n.short_number(value) == shown
    assert i18n.short_number(300) == i18n.short_number(300, 0) == "300"


def test_spanish_sets_the_per_cent_sign_apart():
    assert i18n.percent(15.62, 1, "en") == "15.6%"
    assert i18n.percent(15.62, 1, "es") == "15.6\u00a0%"


@pytest.mark.parametrize(
    ("value", "english", "spanish"),
    [
        ("2026-07-01", "1 July 2026", "1 de julio de 2026"),
        ("2026-07", "July 2026", "julio de 2026"),
        (2026, "2026", "2026"),
    ],
)
def test_dates_in_both_editions(value, english, spanish):
    assert i18n.date(value, "en") == english
    assert i18n.date(value, "es") == spanish


def test_a_missing_translation_is_an_error_that_quotes_the_text():
    with pytest.raises(KeyError, match="no 'es' version: 'Trade'"):
        i18n.pick({"en": "Trade"}, "es")


def test_the_edition_is_what_was_chosen_last():
    use_language("es")
    assert language() == "es"
    with pytest.raises(ValueError, match="No edition in 'fr'"):
        use_language("fr")
    assert language() == "es"
