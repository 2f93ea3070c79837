"""``explore()``: an explorer as a plain object (pages) or as a widget whose model runs in the kernel (notebooks)."""

from __future__ import annotations

import importlib
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from vecinos.display import Html, live_html, stylesheet
from vecinos.explore._frames import pack
from vecinos.i18n import number, pick
from vecinos.mode import LANGUAGES, is_static, language

SCRIPT = Path(__file__).parent / "explore.js"
MOST_FRAMES = 60
EXPLORERS = {
    "crime-funnel": "vecinos.explore.crime_funnel",
    "index-weights": "vecinos.explore.index_weights",
    "homicide-count": "vecinos.explore.homicide_count",
    "car-origin": "vecinos.explore.car_origin",
    "landed-cost": "vecinos.explore.landed_cost",
    "encounters-people": "vecinos.explore.encounters_people",
    "gas-dependence": "vecinos.explore.gas_dependence",
    "headlines": "vecinos.explore.headlines",
    "send-home": "vecinos.explore.send_home",
    "student-balance": "vecinos.explore.student_balance",
    "minimum-wage": "vecinos.explore.minimum_wage",
    "net-flows": "vecinos.explore.net_flows",
    "part-crossings": "vecinos.explore.part_crossings",
    "poll-draw": "vecinos.explore.poll_draw",
    "policy-tools": "vecinos.explore.policy_tools",
    "port-outage": "vecinos.explore.port_outage",
    "death-measures": "vecinos.explore.death_measures",
    "river-account": "vecinos.explore.river_account",
    "seizure-share": "vecinos.explore.seizure_share",
    "timeline": "vecinos.explore.timeline",
    "un-agreement": "vecinos.explore.un_agreement",
    "visa-cap": "vecinos.explore.visa_cap",
    "question-wording": "vecinos.explore.question_wording",
    "queue-minutes": "vecinos.explore.queue_minutes",
    "twin-cities": "vecinos.explore.twin_cities",
    "votes-to-seats": "vecinos.explore.votes_to_seats",
}
WORDS = {
    "model": {"en": "How this is calculated", "es": "Cómo se calcula"},
    "source": {"en": "Source", "es": "Fuente"},
    "still": {
        "en": "This is the starting case. With JavaScript on, you can change it.",
        "es": "Este es el caso inicial. Con JavaScript activado puedes cambiarlo.",
    },
    "reset": {"en": "Back to the start", "es": "Volver al inicio"},
}


@dataclass(frozen=True)
class Control:
    """Something the reader sets: ``values`` and, for each, its text {"en", "es"}; ``start``: the first position."""

    name: str
    label: dict[str, str]
    values: tuple
    texts: tuple[dict[str, str], ...]
    start: int = 0


@dataclass(frozen=True)
class Explorer:
    """An explorer: ``frame(values, lang)`` gives the HTML of one state; its ``.ex-verdict`` says the result in words."""

    name: str
    title: dict[str, str]
    task: dict[str, str]
    controls: tuple[Control, ...]
    frame: Callable[[dict[str, Any], str], str]
    model: dict[str, str]
    source: dict[str, str]

    def values(self, positions: tuple[int, ...]) -> dict[str, Any]:
        return {control.name: control.values[place] for control, place in zip(self.controls, positions, strict=True)}

    @property
    def start(self) -> tuple[int, ...]:
        return tuple(control.start for control in self.controls)

    def states(self) -> list[tuple[int, ...]]:
        """Every combination of positions; the last control changes fastest."""
        return list(itertools.product(*(range(len(control.values)) for control in self.controls)))


def numbered(values: tuple[float, ...], form: dict[str, str]) -> tuple[dict[str, str], ...]:
    """The texts of a control whose values are whole numbers, each set into ``form``."""
    return tuple({lang: form[lang].format(number(value)) for lang in LANGUAGES} for value in values)


def chosen(explorer: Explorer, values: dict[str, Any], lang: str) -> str:
    """One line that names the settings, for explorers in which several settings lead to the same result."""
    said = (
        f"{pick(one.label, lang)}: {pick(one.texts[one.values.index(values[one.name])], lang)}"
        for one in explorer.controls
    )
    return f'<p class="ex-source">{escape(" · ".join(said))}</p>'


def find_explorer(name: str) -> Explorer:
    """The explorer of this name. Raises LookupError that lists those there are."""
    if name not in EXPLORERS:
        raise LookupError(f"No explorer {name!r}. Explorers: {', '.join(EXPLORERS)}.")
    return importlib.import_module(EXPLORERS[name]).EXPLORER


def explore(name: str) -> Any:
    """One explorer, ready to display in the current language.

    Static mode: an object with all its frames inside. Live mode: an ``anywidget.AnyWidget`` whose ``values`` are what
    the reader has set; each change runs the model in the kernel. Raises LookupError for an unknown name.
    """
    explorer, lang = find_explorer(name), language()
    html = explorer_html(explorer, lang, frames=is_static())
    text = f"{pick(explorer.title, lang)}. {pick(explorer.task, lang)}"
    if is_static():
        return Html(html, text)
    return _widget_class()(explorer=explorer, lang=lang, html=html, text=text)


def explorer_html(explorer: Explorer, lang: str, frames: bool) -> str:
    """The markup of an explorer at its start; with ``frames``, all others inside it, for a page without a kernel.

    No buttons and no form: ``explore.js`` makes the controls from ``data-controls``.
    """
    first = explorer.frame(explorer.values(explorer.start), lang)
    store = _store(explorer, lang, first) if frames else ""
    title = escape(pick(explorer.title, lang))
    return (
        f'<section class="ex" lang="{lang}" data-explorer="{explorer.name}" aria-label="{title}">'
        f'<p class="ex-title">{title}</p><p class="ex-task">{escape(pick(explorer.task, lang))}</p>'
        f'<div class="ex-controls" data-controls="{escape(json.dumps(_controls(explorer, lang), ensure_ascii=False))}" '
        f'data-reset="{escape(pick(WORDS["reset"], lang))}"><p class="ex-still">{pick(WORDS["still"], lang)}</p></div>'
        f'<div class="ex-frame">{first}</div><p class="ex-hidden" role="status"></p>'
        f'<details class="ex-model"><summary data-lm-suppress-shortcuts>{pick(WORDS["model"], lang)}</summary>'
        f"<p>{escape(pick(explorer.model, lang))}</p>"
        f'<p class="ex-source">{pick(WORDS["source"], lang)}: {escape(pick(explorer.source, lang))}</p></details>'
        f"{store}</section>"
    )


def _controls(explorer: Explorer, lang: str) -> list[dict]:
    return [
        {
            "name": control.name,
            "label": pick(control.label, lang),
            "texts": [pick(text, lang) for text in control.texts],
            "start": control.start,
        }
        for control in explorer.controls
    ]


def _store(explorer: Explorer, lang: str, first: str) -> str:
    states = explorer.states()
    if len(states) > MOST_FRAMES:
        raise ValueError(f"{explorer.name} has {len(states)} frames; a page carries at most {MOST_FRAMES}")
    edits = [pack(first, explorer.frame(explorer.values(state), lang)) for state in states]
    data = json.dumps({"base": first, "edits": edits}, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/json" class="ex-data">{data.replace("<", chr(92) + "u003c")}</script>'


@cache
def _widget_class() -> type:
    import traitlets as t  # only a live notebook has, or needs, widgets

    class LiveExplorer(live_html()):
        """An explorer at work: the page sends ``request``, the kernel runs the model and sends ``frame`` back."""

        _esm = SCRIPT
        _css = stylesheet("tokens", "explore")
        request = t.Dict().tag(sync=True)  # {"number": n, "positions": […]}
        frame = t.Dict().tag(sync=True)  # {"number": n, "html": …}

        def __init__(self, explorer: Explorer, lang: str, html: str, text: str):
            super().__init__(html, text)
            self.explorer, self.lang = explorer, lang
            self.values = explorer.values(explorer.start)

        @t.observe("request")
        def _answer(self, change: Any) -> None:
            self.values = self.explorer.values(tuple(change["new"]["positions"]))
            html = self.explorer.frame(self.values, self.lang)
            self.frame = {"number": change["new"]["number"], "html": html}

    return LiveExplorer
