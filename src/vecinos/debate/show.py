"""``position()`` and ``own_option()``: they read and print without a script; ``debate.js`` keeps what is marked."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from vecinos.display import Html, live_html, stylesheet
from vecinos.i18n import pick
from vecinos.mode import is_static, language

HERE = Path(__file__).parent
SCRIPT = HERE / "debate.js"
WHEN = ("before", "after")
STEPS = 5  # on each side of the middle
WORDS = {
    "before": {"en": "Where do you stand now?", "es": "¿Dónde estás ahora?"},
    "after": {"en": "And now, where do you stand?", "es": "Y ahora, ¿dónde estás?"},
    "paper": {
        "en": "On paper, mark the line with a cross. No mark is right or wrong.",
        "es": "En papel, marca la línea con una cruz. Ninguna marca es correcta o incorrecta.",
    },
    "why": {
        "en": "What moved you, or what would have?",
        "es": "¿Qué te movió, o qué te habría movido?",
    },
    "own": {"en": "Write your own option", "es": "Escribe tu propia opción"},
    "task": {
        "en": "An option is more than an opinion: it says who does what, and what it gives up.",
        "es": "Una opción es más que una opinión: dice quién hace qué y a qué renuncia.",
    },
}
FIELDS = {
    "name": {"en": "A name for it", "es": "Un nombre"},
    "values": {"en": "What it puts first", "es": "Qué pone primero"},
    "does": {"en": "What would be done, and by whom", "es": "Qué se haría y quién lo haría"},
    "costs": {"en": "What it costs, and whom", "es": "Qué cuesta y a quién"},
    "risks": {
        "en": "What could go wrong, and how you would notice",
        "es": "Qué podría salir mal y cómo lo notarías",
    },
    "favours": {"en": "Who would favour it, who would oppose it", "es": "Quién la apoyaría y quién se opondría"},
}


@cache
def debates() -> dict[str, dict]:
    """The debates: slug -> ``question`` {"en", "es"} and two ``ends``, each {"en", "es"}."""
    return yaml.safe_load((HERE / "debates.yml").read_text(encoding="utf-8"))


def find_debate(slug: str) -> dict:
    """The debate with this slug. Raises LookupError that lists those there are."""
    if slug not in debates():
        raise LookupError(f"No debate {slug!r}. Debates: {', '.join(debates())}.")
    return debates()[slug]


def position(slug: str, when: str) -> Any:
    """The line on which the reader marks a place, ``when`` "before" or "after" reading, in the current language.

    Live, a widget whose trait ``note`` is {"place": −5 … 5, "why": text} once marked. Raises LookupError or ValueError.
    """
    found = find_debate(slug)
    if when not in WHEN:
        raise ValueError(f"position({slug!r}, {when!r}): say {' or '.join(map(repr, WHEN))}.")
    ends = [pick(end) for end in found["ends"]]
    marks = "".join("<i></i>" for _ in range(2 * STEPS + 1))
    why = (
        f'<div class="db-field"><b>{pick(WORDS["why"])}</b><div class="db-blank"></div></div>'
        if when == "after"
        else ""
    )
    html = (
        f'<section class="db" data-debate="{slug}#{when}" lang="{language()}" aria-label="{pick(WORDS[when])}">'
        f'<p class="db-title">{pick(WORDS[when])}</p><p class="db-question">{escape(pick(found["question"]))}</p>'
        f'<div class="db-scale"><p class="db-end">{escape(ends[0])}</p><p class="db-end">{escape(ends[1])}</p>'
        f'<div class="db-line" aria-hidden="true">{marks}</div></div>{why}'
        f'<p class="db-still">{pick(WORDS["paper"])}</p></section>'
    )
    return _shown(html, f"{pick(WORDS[when])} {pick(found['question'])} | {ends[0]} | {ends[1]}")


def own_option(slug: str) -> Any:
    """The form for a policy option of the reader's own, in the current language. Raises LookupError.

    Live, a widget whose trait ``note`` maps the names of ``FIELDS`` to what was written.
    """
    find_debate(slug)
    fields = "".join(
        f'<div class="db-field" data-field="{name}"><b>{pick(label)}</b><div class="db-blank"></div></div>'
        for name, label in FIELDS.items()
    )
    html = (
        f'<section class="db db-own" data-debate="{slug}#option" lang="{language()}" aria-label="{pick(WORDS["own"])}">'
        f'<p class="db-title">{pick(WORDS["own"])}</p><p class="db-task">{pick(WORDS["task"])}</p>{fields}</section>'
    )
    return _shown(html, f"{pick(WORDS['own'])}: {'; '.join(pick(label) for label in FIELDS.values())}")


def _shown(html: str, text: str) -> Any:
    return Html(html, text) if is_static() else _widget_class()(html=html, text=text)


@cache
def _widget_class() -> type:
    import traitlets as t  # only a live notebook has, or needs, widgets

    class DebateNote(live_html()):
        """What the reader marked or wrote; the kernel reads ``note``, the page writes it."""

        _esm = SCRIPT
        _css = stylesheet("tokens", "debate")
        note = t.Dict().tag(sync=True)

    return DebateNote
