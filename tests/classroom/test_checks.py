"""What a student reads when an answer has the wrong form."""

from __future__ import annotations

import pandas as pd
import pytest

from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.mode import language, use_language


@pytest.fixture(autouse=True, params=["en", "es"])
def edition(request):
    before = language()
    use_language(request.param)
    yield request.param
    use_language(before)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (None, "None"),
        ("12", "'12'"),
        (pd.Series([1.0]), ".item()"),
        (True, "bool"),
        (float("nan"), "finit"),
        (539_000, "539,000"),
    ],
)
def test_a_number_of_the_wrong_form_is_named_with_its_mend(value, word):
    with pytest.raises(AssertionError, match="`total`") as caught:
        check_number(value, "total", low=0, high=2000, unit="x")
    assert word in str(caught.value)


def test_a_whole_number_is_asked_for():
    with pytest.raises(AssertionError, match="1,994.50"):
        check_number(1994.5, "year", low=1990, high=2000, unit="years", whole=True)


@pytest.mark.parametrize("value", [12, 12.5, pd.Series([12.5]).iloc[0], pd.Series([12]).max()])
def test_numbers_of_python_and_pandas_pass(value, capsys):
    check_number(value, "total", low=0, high=20, unit="x")
    assert "`total`" in capsys.readouterr().out


@pytest.mark.parametrize("value", [1999, 2030.0, -3])
def test_a_year_is_written_without_a_comma(value):
    with pytest.raises(AssertionError, match=f"{value:g}.*2014.*2026"):
        check_number(value, "stop", low=2014, high=2026, unit="years", whole=True)


@pytest.mark.parametrize("value", [None, "mexico", ["mexico"], ["mexico", "mexico"], ["mexico", "Canada"], 3])
def test_a_list_must_have_each_item_once(value):
    with pytest.raises(AssertionError, match="`ranking`"):
        check_items(value, "ranking", allowed=["mexico", "canada"])


@pytest.mark.parametrize("value", [["a", "b", "c"], ["a", "a"], ["A", "b"]])
def test_a_choice_of_some_does_not_ask_for_all(value):
    with pytest.raises(AssertionError, match="(Choose|Elige) 2 .*'a', 'b', 'c'"):
        check_items(value, "pairs", allowed=["a", "b", "c"], count=2)


def test_a_minus_too_many_is_no_wrong_unit():
    with pytest.raises(AssertionError, match="check the sign|revisa el signo"):
        check_number(-480, "missing", low=0, high=5000, unit="x")


def test_any_order_of_the_items_passes(capsys):
    check_items(["canada", "mexico"], "ranking", allowed=["mexico", "canada"])
    check_items(pd.Series(["mexico", "canada"]), "ranking", allowed=["mexico", "canada"])
    assert capsys.readouterr().out.count("`ranking`") == 2


@pytest.mark.parametrize("value", [None, [1], pd.DataFrame({"a": [1]}), pd.DataFrame({"year": [], "value": []})])
def test_a_table_needs_its_columns_and_rows(value):
    with pytest.raises(AssertionError, match="`data`"):
        check_frame(value, "data", columns=["year", "value"])


@pytest.mark.parametrize("value", [None, 3, "too short", "word " * 30])
def test_a_text_needs_its_length(value):
    with pytest.raises(AssertionError, match="`title`"):
        check_words(value, "title", low=4, high=20)
