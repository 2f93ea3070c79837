"""What a learner is told of the figures: by the table itself, and by a chart that joins unlike counts."""

from __future__ import annotations

import pandas as pd
import pytest

from vecinos.charts import bar_chart, line_chart, share_chart
from vecinos.data import about, manifest, table
from vecinos.mode import use_language

NEEDED = {"title": "A finding", "unit": "units", "alt": "What is seen"}


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


@pytest.fixture
def live(monkeypatch):
    monkeypatch.delenv("VECINOS_STATIC", raising=False)


def mexico(flow: str = "exports") -> pd.DataFrame:
    return table("trade-goods").query(f"partner == 'mexico' and flow == '{flow}'")


def note(chart) -> str:
    html = chart.html
    return html[html.index("cx-break") : html.index("cx-source")] if "cx-break" in html else ""


def test_a_table_shows_its_record_in_the_language_of_the_notebook():
    shown = table("trade-goods").about._repr_mimebundle_()
    assert "US Census Bureau" in shown["text/html"] and "Terms of use" in shown["text/plain"]
    use_language("es")
    shown = table("trade-goods").about._repr_mimebundle_()
    assert "Oficina del Censo" in shown["text/html"] and "Condiciones de uso" in shown["text/plain"]
    assert 'lang="es"' in shown["text/html"]


def test_in_a_live_notebook_the_record_brings_its_style(live):
    assert ".dt-about{" in table("trade-goods").about._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize(
    "step",
    [
        lambda frame: frame.query("year > 2000"),
        lambda frame: frame.assign(billions=frame["value"] / 1000),
        lambda frame: frame[["year", "value"]].sort_values("value").reset_index(drop=True),
        lambda frame: frame.groupby(["year", "flow"], as_index=False)["value"].sum(),
        lambda frame: frame["value"],
        lambda frame: frame["value"] / 1000,
    ],
)
def test_the_record_survives_what_a_learner_does(step):
    assert step(table("trade-goods")).about is manifest("trade-goods")


def test_where_pandas_drops_the_record_the_mend_is_named():
    wide = table("trade-shares").merge(pd.DataFrame({"year": [2024]}), on="year")
    assert not hasattr(wide, "about")
    with pytest.raises(AttributeError, match=r"merge.*Mend: ask the table itself"):
        _ = wide.about
    assert about("trade-shares").name == "trade-shares"


def test_a_break_names_its_series_as_readers_know_it():
    assert "2025 (Canada): Two accounts disagree" in manifest("trade-goods")._text()


@pytest.mark.parametrize("draw", [line_chart, bar_chart])
def test_a_chart_across_a_break_says_so_under_the_drawing(draw):
    trade = mexico().query("2019 <= year <= 2024")
    told = note(draw(trade, x="year", y="value", source=trade, **NEEDED))
    assert "Break in the series, 2023: Change of source" in told
    assert "Two accounts" not in told, "the break of another series (Canada) is not this chart's"


def test_parts_of_a_whole_across_a_break():
    trade = table("trade-goods").query("year in [2022, 2023] and flow == 'exports' and partner != 'world'")
    assert "2023" in note(share_chart(trade, x="year", y="value", series="partner", source=trade, **NEEDED))


def test_a_break_between_two_chosen_years_is_seen_though_its_own_year_is_not_drawn():
    trade = mexico().query("year in [2012, 2018, 2024]")
    assert "2023" in note(line_chart(trade, x="year", y="value", source=trade, **NEEDED))


def test_a_break_of_months_is_seen():
    months = table("border-encounters-monthly").query("series == 'patrol-southwest' and month >= '2019-01-01'")
    assert "March 2020" in note(line_chart(months, x="month", y="value", source=months, **NEEDED))


def test_the_break_of_one_series_is_told_only_where_that_series_is_shown():
    trade = table("trade-goods").query("flow == 'exports' and year >= 2023")
    canada, others = trade.query("partner == 'canada'"), trade.query("partner == 'mexico'")
    assert "Two accounts disagree" in note(line_chart(canada, x="year", y="value", source=canada, **NEEDED))
    assert "Two accounts" not in note(line_chart(others, x="year", y="value", source=others, **NEEDED))


@pytest.mark.parametrize("years", ["year <= 2022", "year >= 2023"])
def test_a_chart_on_one_side_of_a_break_says_nothing(years):
    trade = mexico().query(years)
    assert note(line_chart(trade, x="year", y="value", source=trade, **NEEDED)) == ""


def test_one_series_of_two_versions_is_told_in_the_readers_words():
    frame = table("fdi-inflow").drop_duplicates("year").query("year >= 2014")
    assert frame["vintage"].nunique() > 1
    told = note(bar_chart(frame, x="year", y="value", source=frame, **NEEDED))
    assert "Mixed versions: one series here joins figures of several releases (as of May 2018" in told
    use_language("es")
    assert "a mayo de 2018" in note(bar_chart(frame, x="year", y="value", source=frame, **NEEDED))


def test_versions_drawn_apart_are_not_mixed():
    frame = table("fdi-inflow").query("2017 <= year <= 2022")
    chart = bar_chart(frame, x="year", y="value", series="vintage", source=frame, **NEEDED)
    assert "Mixed" not in chart.html
