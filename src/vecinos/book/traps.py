"""How to read a statistic: ``{vecinos-traps}`` shows each trap with an example computed from the course's tables.

``traps.yml`` holds the texts of both editions and the expressions behind every number; nothing is typed twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import yaml
from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book.pages import lesson_links
from vecinos.book.words import WORDS
from vecinos.charts import bar_chart, line_chart
from vecinos.data import DataError, evaluate, manifest, table, tables
from vecinos.i18n import number
from vecinos.mode import LANGUAGES
from vecinos.quiz.model import tables_in

FILE = Path(course.__file__).parent / "traps.yml"
TEXTS = ("title", "text", "example", "ask")
FIELDS = {"id", "lessons", "figures", "chart", *TEXTS}
CHART = {"title", "unit", "alt", "bars", "line", "decimals"}
PLACE = re.compile(r"\[\[(\w+)\]\]")


@dataclass(frozen=True)
class Trap:
    """One trap. Texts are {"en": …, "es": …} with [[name]] where a figure stands; ``figures``: name -> its value."""

    id: str
    title: dict[str, str]
    text: dict[str, str]
    example: dict[str, str]
    ask: dict[str, str]
    lessons: tuple[str, ...]
    figures: dict[str, float]
    decimals: dict[str, int]
    tables: tuple[str, ...]
    chart: dict | None = None

    def say(self, text: dict[str, str], lang: str) -> str:
        """The text of one language with its figures in place."""
        return PLACE.sub(lambda found: number(self.figures[found[1]], self.decimals[found[1]]), text[lang])


@cache
def traps(path: Path = FILE) -> tuple[Trap, ...]:
    """Every trap with its figures computed. Raises ValueError naming file, entry and mend."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    found = [_trap(entry, f"{path.name}: entry {place} ({entry.get('id', 'no id')})")
             for place, entry in enumerate(entries, start=1)]  # fmt: skip
    ids = [one.id for one in found]
    if doubles := {one for one in ids if ids.count(one) > 1}:
        raise ValueError(f"{path.name}: the id {', '.join(sorted(doubles))} is used more than once.")
    return tuple(found)


def _trap(entry: dict, where: str) -> Trap:
    if unknown := set(entry) - FIELDS:
        raise ValueError(f"{where}: unknown field {', '.join(sorted(unknown))}; the fields are {sorted(FIELDS)}.")
    if missing := FIELDS - {"chart"} - set(entry):
        raise ValueError(f"{where}: {', '.join(sorted(missing))} is missing.")
    chart = entry.get("chart")
    if chart and (unknown := set(chart) - CHART):
        raise ValueError(f"{where}: chart: unknown field {', '.join(sorted(unknown))}; the fields are {sorted(CHART)}.")
    if chart and ("bars" in chart) == ("line" in chart):
        raise ValueError(f"{where}: chart: give it either bars or line.")
    for slug in entry["lessons"]:
        try:
            course.find_lesson(slug)
        except LookupError as error:
            raise ValueError(f"{where}: lessons: {error}") from None
    texts = {name: entry[name] for name in TEXTS}
    if chart:
        texts |= {f"chart: {name}": chart.get(name, {}) for name in ("title", "unit", "alt")}
        texts |= {f"chart: bar {place}": bar["label"] for place, bar in enumerate(chart.get("bars", ()), start=1)}
    for name, text in texts.items():
        if lost := [lang for lang in LANGUAGES if not text.get(lang)]:
            raise ValueError(f"{where}: {name} has no text in {', '.join(lost)}.")
    named = {one: name for name, text in texts.items() for lang in LANGUAGES for one in PLACE.findall(text[lang])}
    named |= {bar["figure"]: "chart: bars" for bar in (chart or {}).get("bars", ())}
    if lost := sorted(set(named) - set(entry["figures"])):
        raise ValueError(f"{where}: {named[lost[0]]}: no figure [[{lost[0]}]]; add it to figures.")
    if unused := sorted(set(entry["figures"]) - set(named)):
        raise ValueError(f"{where}: the figure {unused[0]} stands in no text; take it out.")
    values = {}
    for name, figure in entry["figures"].items():
        try:
            values[name] = evaluate(figure["value"])
        except DataError as error:
            raise ValueError(f"{where}: figures: {name}: {error}") from None
    used = tables_in(entry["figures"])
    return Trap(
        **{name: entry[name] for name in ("id", *TEXTS)},
        lessons=tuple(entry["lessons"]),
        figures=values,
        decimals={name: figure.get("decimals", 0) for name, figure in entry["figures"].items()},
        tables=tuple(name for name in tables() if name in used),
        chart=chart,
    )


def drawing(trap: Trap, lang: str):
    """The trap's chart as a display object."""
    chart = trap.chart
    words = {name: trap.say(chart[name], lang) for name in ("title", "unit", "alt")}
    decimals = chart.get("decimals", 0)
    if "bars" in chart:
        frame = pd.DataFrame(
            {"label": trap.say(bar["label"], lang), "value": trap.figures[bar["figure"]]} for bar in chart["bars"]
        )
        return bar_chart(frame, x="label", y="value", source=list(trap.tables), decimals=decimals, **words)
    line = chart["line"]
    frame = table(line["table"])
    for column, wanted in line.get("where", {}).items():
        frame = frame[frame[column] == wanted]
    frame = frame[frame[line["x"]] >= line.get("from", frame[line["x"]].min())]
    frame = frame.assign(**{line["y"]: frame[line["y"]] / line.get("divide", 1)})
    return line_chart(
        frame, x=line["x"], y=line["y"], series=line.get("series"), source=list(trap.tables), decimals=decimals,
        zero=line.get("zero", False), **words,
    )  # fmt: skip


class Traps(SphinxDirective):
    """``{vecinos-traps}``: a section for each trap; with ``:show: checklist`` their questions as a list to tick."""

    option_spec = {"show": lambda value: directives.choice(value, ("checklist",))}

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(FILE))
        self.env.note_dependency(str(course.OUTLINE))
        self.lang = self.config.language
        found = traps()
        for name in {name for trap in found for name in trap.tables}:
            self.env.note_dependency(str(manifest(name).csv))
        if "show" in self.options:
            return [self._checklist(found)]
        return [self._section(place, trap) for place, trap in enumerate(found, start=1)]

    def _section(self, place: int, trap: Trap) -> nodes.section:
        section = nodes.section(ids=[trap.id], names=[trap.id], classes=["trap"])
        section += nodes.title("", f"{place}. {trap.title[self.lang]}")
        for text in (trap.text, trap.example):
            self.state.nested_parse(
                StringList([trap.say(text, self.lang)], source=FILE.name), self.content_offset, section
            )
        if trap.chart:
            section += nodes.raw("", drawing(trap, self.lang).html, format="html")
        ask = nodes.paragraph("", "", nodes.strong("", f"{WORDS['trap_ask'][self.lang]}: "), classes=["trap-ask"])
        ask += nodes.Text(trap.ask[self.lang])
        section += ask
        more = nodes.paragraph(classes=["trap-more"])
        more += nodes.raw("", f"{WORDS['trap_taught'][self.lang]}: {lesson_links(trap.lessons, self.lang)}. ",
                          format="html")  # fmt: skip
        links = ", ".join(f'<a href="data/{name}.html">{manifest(name).title[self.lang]}</a>' for name in trap.tables)
        more += nodes.raw("", f"{WORDS['trap_tables'][self.lang]}: {links}.", format="html")
        section += more
        return section

    def _checklist(self, found: tuple[Trap, ...]) -> nodes.bullet_list:
        listing = nodes.bullet_list(classes=["trap-list"])
        for trap in found:
            line = nodes.paragraph("", "", nodes.strong("", trap.title[self.lang]), nodes.Text(" "))
            line += nodes.Text(trap.ask[self.lang])
            listing += nodes.list_item("", line)
        return listing


def setup(app) -> None:
    app.add_directive("vecinos-traps", Traps)
