"""The timeline page: every event of the table, found by word and by theme, in both editions, with its sources."""

from __future__ import annotations

import pandas as pd
import pytest

from vecinos.book.dates import by_period
from vecinos.data import table
from vecinos.i18n import number
from vecinos.mode import LANGUAGES


@pytest.fixture(scope="module")
def address(site, serve) -> str:
    return serve(site)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_event_stands_there_with_a_source(site, lang):
    page = (site / lang / "reference" / "timeline.html").read_text(encoding="utf-8")
    events = table("timeline")
    assert page.count('class="tl-theme"') == len(events)
    assert page.count('href="#source-') >= len(events)
    single = "Told by one account only." if lang == "en" else "Lo dice un solo relato."
    assert page.count(single) == (events.check == "single").sum() > 0


def test_a_word_and_a_theme_narrow_the_list_with_mouse_and_keyboard(visit, address):
    page = visit(f"{address}/en/reference/timeline.html", viewport={"width": 360, "height": 800})
    events = table("timeline")
    shown = page.locator("dl.tl dt:visible")
    assert shown.count() == len(events)
    page.get_by_label("All themes").select_option("environment")
    water = events[events.topic == "environment"]
    assert shown.count() == len(water)
    assert page.locator("output").inner_text() == f"{number(len(water))} events"
    page.get_by_label("Find an event").focus()
    page.keyboard.type("trátado DE aguas")  # words of no event
    assert shown.count() == 0
    page.get_by_label("Find an event").fill("chamizal")
    page.get_by_label("All themes").select_option("")
    texts = events.event_en.str.casefold()
    assert shown.count() == texts.str.contains("chamizal").sum() > 0
    assert page.locator("h2:visible", has_text="1819").count() == 0
    assert page.complaints == []


def test_without_a_script_the_whole_list_can_be_read(visit, address):
    page = visit(f"{address}/es/reference/timeline.html", java_script_enabled=False)
    assert page.locator("dl.tl dt:visible").count() == len(table("timeline"))


def test_events_stand_in_order_of_date():
    for (first, last), frame in by_period(table("timeline")):
        assert frame.date.astype(str).is_monotonic_increasing
        assert frame.year.between(first, last).all()


def test_an_event_outside_every_period_is_told():
    with pytest.raises(ValueError, match="1700: no period"):
        by_period(pd.DataFrame({"date": ["1700"], "year": [1700]}))
