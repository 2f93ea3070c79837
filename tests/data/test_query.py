"""Data queries: the answer, or an error that says where in the expression and how to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vecinos.data import DataError, evaluate


def cell(year=2024, partner="mexico", flow="exports", **more):
    where = {"year": year, "partner": partner, "flow": flow}
    return {"table": "trade-goods", "where": where, "value": "value", **more}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (3, 3),
        (2.5, 2.5),
        ("mexico", "mexico"),
        (cell(), 334041.0),
        ({**cell(), "value": "source"}, "oabroad-2025"),
        ({"op": "add", "args": [1, 2]}, 3),
        ({"op": "subtract", "args": [cell(), cell(flow="imports")]}, -171809),
        ({"op": "multiply", "args": [2, 3.5]}, 7),
        ({"op": "divide", "args": [1, 4]}, 0.25),
        ({"op": "percent_change", "args": [80, 100]}, 25),
        ({"op": "share", "args": [1, 8]}, 12.5),
        ({"op": "mean", "args": [1, 2, 6]}, 3),
        ({"op": "sum", "args": [0.1, 0.2, 0.3]}, 0.6),
        ({"op": "max", "args": [1, 3, 2]}, 3),
        ({"op": "min", "args": [1, 3, 2]}, 1),
        ({"op": "abs", "args": [-4]}, 4),
        ({"op": "round", "args": [2.5]}, 3),
        ({"op": "round", "args": [-2.5]}, -3),
        ({"op": "round", "args": [1.005], "digits": 2}, 1.01),
        ({"op": "round", "args": [872830], "digits": -3}, 873000),
        ({"op": "count", "args": [cell(year=[2022, 2023, 2024])]}, 3),
        ({"op": "max", "args": [cell(year=[2022, 2023, 2024])]}, 334041),
        (
            {
                "table": "trade-goods",
                "where": {"year": 2025, "flow": "total"},
                "pick": "partner",
                "max": "value",
            },
            "mexico",
        ),
        (
            {
                "table": "trade-goods",
                "where": {"partner": "mexico", "flow": "balance"},
                "pick": "year",
                "max": "value",
            },
            1992,
        ),
        (
            {"table": "tariffs-effective", "where": {"date": "2025-06-03", "partner": "mexico"}, "value": "value"},
            9.04,
        ),
        (
            {
                "table": "tariffs-effective",
                "where": {"partner": "mexico", "measure": "added"},
                "pick": "date",
                "max": "value",
            },
            "2025-06-03",
        ),
    ],
)
def test_values(expression, value):
    found = evaluate(expression)
    assert found == pytest.approx(value) if isinstance(value, float) else found == value
    assert type(found) in (int, float, str)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        (None, r"^expression: None"),
        (True, r"^expression: True"),
        (float("nan"), r"no number"),
        ([1], r"^expression: expected"),
        ({}, r"neither table nor op"),
        ({"op": "power", "args": [1, 2]}, r"expression\.op: no operation 'power'\. Operations: add"),
        ({"op": "add", "args": [1]}, r"expression\.args: add takes a list of 2"),
        ({"op": "sum", "args": []}, r"a list of one or more"),
        ({"op": "add", "args": [1, "two"]}, r"expression\.args\[1\]: add needs numbers, found the text 'two'"),
        ({"op": "divide", "args": [1, 0]}, r"is no number"),
        ({"op": "round", "args": [1], "digits": 2.5}, r"expression\.digits"),
        ({"op": "add", "args": [1, 2], "extra": 1}, r"unknown key 'extra'"),
        ({"table": "trade", "value": "value"}, r"expression\.table: no table 'trade'\. Tables: "),
        ({"table": "trade-goods", "value": "cost"}, r"expression\.value: table trade-goods: no column 'cost'"),
        ({"table": "trade-goods", "where": {"yaer": 1}, "value": "value"}, r"expression\.where: .*no column 'yaer'"),
        ({"table": "trade-goods", "where": [1], "value": "value"}, r"expression\.where: expected"),
        (
            cell(partner="Mexico"),
            r"expression\.where\.partner: table trade-goods has no partner 'Mexico'.*Near: mexico",
        ),
        (cell(year=2030), r"expression\.where\.year: .*no year 2030"),
        (cell(year="2024"), r"expression\.where\.year: column year .* holds numbers, found '2024'"),
        (cell(partner=1), r"holds text: put 1 in quotes"),
        ({"table": "trade-goods", "where": {"year": 2024}, "value": "value"}, r"rows .* match year = 2024.*narrow"),
        (cell(pick="year"), r"exactly one of max and min"),
        (
            {"op": "share", "args": [1, cell(year=1901)]},
            r"^expression\.args\[1\]\.where\.year: table trade-goods",
        ),
        (
            {"table": "trade-goods", "where": {"year": 2024, "flow": "total"}, "pick": "flow", "max": "partner"},
            r"expression\.max: column partner .* holds no numbers",
        ),
        (
            {"table": "trade-goods", "pick": "partner", "max": "year"},
            r"a tie for max of year",
        ),
    ],
)
def test_errors_name_place_table_and_mend(expression, message):
    with pytest.raises(DataError, match=message):
        evaluate(expression)


def test_depth_is_limited():
    expression: dict = {"op": "abs", "args": [1]}
    expression["args"][0] = expression  # what a YAML alias to its own parent gives
    with pytest.raises(DataError, match="levels deep"):
        evaluate(expression)


def test_nothing_is_run_as_code():
    for text in ("__import__('os').getcwd()", "1+1", "@value"):
        assert evaluate(text) == text
        with pytest.raises(DataError):
            evaluate(cell(partner=text))


@given(st.floats(-1e9, 1e9, allow_nan=False), st.integers(0, 6))
def test_rounding_is_never_more_than_half_a_step_away(value, digits):
    rounded = evaluate({"op": "round", "args": [value], "digits": digits})
    assert abs(rounded - value) <= 0.5 * 10**-digits * (1 + 1e-9) + abs(value) * 1e-14


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["op", "args", "table", "where", "value", "pick", "max", "digits"]), inner
            )
        ),
        max_leaves=8,
    )
)
def test_any_input_gives_a_value_or_our_error(expression):
    try:
        assert type(evaluate(expression)) in (int, float, str)
    except DataError as error:
        assert str(error).startswith("expression")
