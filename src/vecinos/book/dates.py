"""The timeline page, ``{vecinos-timeline}``: every event of the table ``timeline`` by period, with theme and sources.

A box narrows it by word and by theme (``catalogue.js``); without a script the whole list is there.
"""

from __future__ import annotations

from html import escape

import pandas as pd
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from vecinos.book.words import WORDS
from vecinos.data import manifest, table
from vecinos.i18n import date as say_date

PERIODS = (
    (1819, 1853), (1854, 1909), (1910, 1941), (1942, 1981), (1982, 2001), (2002, 2016), (2017, 2024), (2025, 2026),
)  # fmt: skip


def by_period(frame: pd.DataFrame) -> list[tuple[tuple[int, int], pd.DataFrame]]:
    """The events of each period in order of date. Raises ValueError for a year outside every period."""
    outside = frame[~frame.year.between(PERIODS[0][0], PERIODS[-1][1])]
    if len(outside):
        raise ValueError(f"timeline: {outside.iloc[0].date}: no period holds {outside.iloc[0].year}. Mend: PERIODS.")
    ordered = frame.assign(order=frame.date.astype(str)).sort_values("order", kind="stable")
    return [((first, last), ordered[ordered.year.between(first, last)]) for first, last in PERIODS]


class Timeline(SphinxDirective):
    """``{vecinos-timeline}``: sections by period, one entry for each event."""

    def run(self) -> list[nodes.Node]:
        known = manifest("timeline")
        self.env.note_dependency(str(known.csv))
        self.lang = self.config.language
        self.topics = known.labels("topic")
        word = {key: WORDS[key][self.lang] for key in ("events_find", "events_found", "events_one", "events_themes")}
        options = "|".join(f"{key}={text}" for key, text in self.topics.items())
        finder = (
            f'<div data-finder="{word["events_find"]}|{word["events_found"]}|{word["events_one"]}" '
            f'data-themes="{escape(word["events_themes"])}|{escape(options)}"></div>'
        )
        sections = [self._period(years, frame) for years, frame in by_period(table("timeline")) if len(frame)]
        return [nodes.raw("", finder, format="html"), *sections]

    def _period(self, years: tuple[int, int], frame: pd.DataFrame) -> nodes.section:
        name = f"{years[0]}–{years[1]}"
        listing = nodes.definition_list(classes=["dc", "tl"])
        for event in frame.itertuples():
            listing += self._event(event)
        identity = f"years-{years[0]}"
        return nodes.section("", nodes.title("", name), listing, ids=[identity], names=[identity])

    def _event(self, event) -> nodes.definition_list_item:
        when = nodes.term("", say_date(event.date, self.lang))
        theme = escape(self.topics[event.topic])
        when += nodes.raw("", f' <span class="tl-theme" data-theme="{event.topic}">{theme}</span>', format="html")
        keys = ",".join(str(event.source).split())
        alone = f" {WORDS['events_single'][self.lang]}" if event.check == "single" else ""
        told = event.event_es if self.lang == "es" else event.event_en
        text = nodes.definition()
        line = f"{told.rstrip('.')}.{alone} {{cite:p}}`{keys}`"
        self.state.nested_parse(StringList([line], source="timeline.csv"), self.content_offset, text)
        return nodes.definition_list_item("", when, text)


def setup(app) -> None:
    app.add_directive("vecinos-timeline", Timeline)
