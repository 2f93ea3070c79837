"""The table of single numbers: every number with what a reader needs to trust it."""

import re

import pytest

from vecinos import number_table
from vecinos.charts import ChartError
from vecinos.mode import use_language

ROW = {
    "value": 872.83,
    "decimals": 1,
    "unit": "billion dollars of goods",
    "when": "2025",
    "counts": "Goods <both ways>",
}
ROW = {**ROW, "leaves_out": "Services"}


def test_every_cell_stands_under_its_head_and_texts_are_shown_as_typed():
    html = number_table([ROW], title="One number", source="trade-goods").html
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)', html) == [
        "Number",
        "When",
        "What it counts",
        "What it does not say",
    ]
    assert re.findall(r'data-head="([^"]+)"', html) == ["When", "What it counts", "What it does not say"]
    assert "<b>872.8</b>" in html
    assert "Goods &lt;both ways&gt;" in html
    assert "US Census Bureau" in html


def test_two_numbers_share_a_row():
    html = number_table([{**ROW, "value": [14541, 4339], "decimals": 0}], title="Two", source="students").html
    assert "<b>14,541 / 4,339</b>" in html


def test_the_spanish_edition_has_spanish_heads():
    use_language("es")
    try:
        assert "Qué no dice" in number_table([ROW], title="Uno", source="trade-goods").html
    finally:
        use_language("en")


@pytest.mark.parametrize("missing", ["value", "unit", "when", "counts", "leaves_out"])
def test_a_number_without_its_year_or_limits_is_refused(missing):
    with pytest.raises(ChartError, match=f"Row 1 has no {missing}"):
        number_table([{**ROW, missing: None}], title="One number", source="trade-goods")
