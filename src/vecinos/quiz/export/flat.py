"""A question in one language, laid flat: what every export format needs, and no more.

The ten types come down to six kinds: ``choice`` (single, multiple), ``number`` (also predict), ``text``,
``pairs`` (match, classify, order: each row takes one of the choices), ``gaps`` (cloze) and ``open`` (draw).
Choices are numbered in the order shown; the bank's ids stay behind, for they can tell the answer.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from vecinos.i18n import pick
from vecinos.quiz import inline, markup
from vecinos.quiz._drawing import chart_svg
from vecinos.quiz._yaml import UNSEEN
from vecinos.quiz.faults import GAP
from vecinos.quiz.model import UNSCORED, Question
from vecinos.quiz.sources import citation
from vecinos.quiz.variants import show_number
from vecinos.quiz.words import WORDS

# What XML 1.0 cannot hold, even escaped.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

CHART_STYLE = (
    "text{font:14px sans-serif;fill:#48525f}.cq-grid{stroke:#d9d4ca}.cq-free{fill:#dff1ee}"
    ".cq-known{fill:none;stroke:#0b7268;stroke-width:2.5;stroke-linejoin:round}.cq-last{fill:#0b7268}"
)


class ExportError(ValueError):
    """A question that cannot be written. The message names the question, the text and the mend."""


@dataclass(frozen=True)
class Note:
    """Something of a question that a format cannot express. ``left_out``: the question is not in the file at all."""

    question: str
    text: str
    left_out: bool = False


@dataclass(frozen=True)
class Text:
    """One text twice: ``html``, inline and well-formed as XML, and ``plain``."""

    html: str
    plain: str


@dataclass(frozen=True)
class Choice:
    text: Text
    right: bool = False
    why: Text | None = None


@dataclass(frozen=True)
class Row:
    """The left side of a pair; ``answer`` is the position of its choice."""

    text: Text
    answer: int
    why: Text | None = None


@dataclass(frozen=True)
class Mistake:
    """A typed answer that is known to be wrong: ``value`` for a number, ``accept`` for texts."""

    why: Text
    value: float = 0.0
    accept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """One gap of a passage; ``parts`` of the item stand around its gaps."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Item:
    id: str
    type: str
    kind: str
    lesson: str
    level: str
    objective: int | None
    prompt: Text
    explanation: Text
    source: str
    hints: tuple[Text, ...]
    scored: bool
    unit: str = ""
    multiple: bool = False
    once: bool = False  # each choice of the pairs is used once at most
    choices: tuple[Choice, ...] = ()
    rows: tuple[Row, ...] = ()
    ends: tuple[str, str] = ("", "")  # what first and last place mean
    parts: tuple[Text, ...] = ()
    gaps: tuple[Gap, ...] = ()
    value: float = 0.0
    tolerance: float = 0.0
    shown_value: str = ""
    accept: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    svg: str = ""
    svg_text: str = ""
    question: Question | None = field(default=None, repr=False, compare=False)

    @property
    def credits(self) -> int:
        """How many parts are credited one by one; 0 for what is not scored."""
        if not self.scored:
            return 0
        return {"choice": sum(choice.right for choice in self.choices), "pairs": len(self.rows)}.get(
            self.kind, len(self.gaps) or 1
        )


def flattened(question: Question, lang: str) -> Item:
    """The question in one language. Raises ExportError for texts with signs no file may hold."""
    _refuse_unwritable(question)

    def text(value: Any) -> Text:
        written = pick(value, lang)
        return Text(inline.to_html(written, links=False), inline.plain(written))

    item = Item(
        id=question.id,
        type=question.type,
        kind="",
        lesson=question.lesson,
        level=question.level,
        objective=question.objective,
        prompt=text(question.prompt),
        explanation=text(question.explanation),
        source="; ".join(citation(key, lang) for key in question.source),
        hints=tuple(text(hint) for hint in question.hints),
        scored=question.type not in UNSCORED,
        unit=inline.plain(pick(question.data["unit"], lang)) if "unit" in question.data else "",
        question=question,
    )
    return replace(item, **_FIELDS[question.type](question, text, lang))


def _refuse_unwritable(question: Question) -> None:
    parts = {
        "prompt": question.prompt,
        "explanation": question.explanation,
        "hints": question.hints,
        "choices": question.data,
    }
    for place, value in parts.items():
        for written in _strings(value):
            sign = ILLEGAL.search(written) or UNSEEN.search(written)
            if sign:
                raise ExportError(
                    f"{question.id}: its {place} hold a sign that nobody sees (U+{ord(sign.group()):04X}): "
                    f"{written[:40]!r}. Remove it."
                )


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for part in value for text in _strings(part)] if isinstance(value, (list, tuple)) else []


def _options(options, text) -> tuple[Choice, ...]:
    return tuple(
        Choice(text(option["text"]), bool(option.get("right")), text(option["why"]) if "why" in option else None)
        for option in options
    )


def _choice(question, text, lang):
    return {
        "kind": "choice",
        "multiple": question.type == "multiple",
        "choices": _options(question.data["options"], text),
    }


def _number(question, text, lang):
    data = question.data
    return {
        "kind": "number",
        "value": data["value"],
        "tolerance": data["tolerance"],
        "shown_value": show_number(data["value"], data.get("decimals")),
        "mistakes": tuple(Mistake(text(wrong["why"]), value=wrong["value"]) for wrong in data["mistakes"]),
    }


def _predict(question, text, lang):
    data = question.data
    shown = show_number(data["value"], data.get("decimals"))
    anchors = "; ".join(
        f"{inline.plain(pick(anchor['text'], lang))} {show_number(anchor['value'], data.get('decimals'))}"
        for anchor in data["anchors"]
    )
    told = f"{pick(WORDS['right'], lang)}: {shown} {inline.plain(pick(data['unit'], lang)) if 'unit' in data else ''}"
    told = told.strip() + (f" ({anchors}). " if anchors else ". ")
    explanation = text(question.explanation)
    return {
        "kind": "number",
        "value": data["value"],
        "shown_value": shown,
        "explanation": Text(escape(told) + explanation.html, told + explanation.plain),
    }


def _typed(question, text, lang):
    data = question.data
    other = "es" if lang == "en" else "en"

    def both(accept):
        return tuple(dict.fromkeys([*accept[lang], *accept[other]]))

    return {
        "kind": "text",
        "accept": both(data["accept"]),
        "mistakes": tuple(Mistake(text(wrong["why"]), accept=both(wrong["accept"])) for wrong in data["mistakes"]),
    }


def _order(question, text, lang):
    items = question.data["items"]
    places = {item["id"]: position for position, item in enumerate(items)}
    texts = {item["id"]: text(item["text"]) for item in items}
    top, bottom = (text(question.data["ends"][end]).plain for end in ("top", "bottom"))
    ends = {0: top, len(items) - 1: bottom}
    named = [f"{place + 1} ({ends[place]})" if place in ends else str(place + 1) for place in range(len(items))]
    return {
        "kind": "pairs",
        "once": True,
        "ends": (top, bottom),
        "rows": tuple(Row(texts[name], places[name]) for name in question.data["shown"]),
        "choices": tuple(Choice(Text(escape(name), name)) for name in named),
    }


def _match(question, text, lang):
    data = question.data
    positions = {choice["id"]: position for position, choice in enumerate(data["choices"])}
    return {
        "kind": "pairs",
        "once": True,
        "rows": tuple(Row(text(pair["left"]), positions[pair["id"]], text(pair["why"])) for pair in data["pairs"]),
        "choices": tuple(Choice(text(choice["text"])) for choice in data["choices"]),
    }


def _classify(question, text, lang):
    data = question.data
    positions = {entry["id"]: position for position, entry in enumerate(data["bins"])}
    return {
        "kind": "pairs",
        "rows": tuple(Row(text(item["text"]), positions[item["bin"]], text(item["why"])) for item in data["items"]),
        "choices": tuple(Choice(text(entry["text"])) for entry in data["bins"]),
    }


def _cloze(question, text, lang):
    gaps = {gap["id"]: Gap(_options(gap["options"], text)) for gap in question.data["gaps"]}
    parts = GAP.split(pick(question.data["text"], lang))
    return {
        "kind": "gaps",
        "parts": tuple(text(part) for part in parts[::2]),
        "gaps": tuple(gaps[name] for name in parts[1::2]),
    }


def _draw(question, text, lang):
    data = question.data
    label = pick(WORDS["chart"], lang).format(markup.show_x(data["given"][-1][0]))
    if "unit" in data:
        label += f" ({inline.plain(pick(data['unit'], lang))})"
    svg = chart_svg(data, escape(label))
    head, rest = svg.split(">", 1)
    points = "; ".join(f"{markup.show_x(x)}: {show_number(y, data.get('decimals'))}" for x, y in data["hidden"])
    told = f"{pick(WORDS['right'], lang)}: {points}. "
    explanation = text(question.explanation)
    return {
        "kind": "open",
        "svg": f'{head} width="720" height="520" xmlns="http://www.w3.org/2000/svg"><style>{CHART_STYLE}</style>{rest}',
        "svg_text": label,
        "explanation": Text(escape(told) + explanation.html, told + explanation.plain),
    }


_FIELDS = {
    "single": _choice,
    "multiple": _choice,
    "number": _number,
    "text": _typed,
    "order": _order,
    "match": _match,
    "classify": _classify,
    "cloze": _cloze,
    "predict": _predict,
    "draw": _draw,
}


# --- shared by the writers -----------------------------------------------------------------------------------------


def figure(value: float) -> str:
    """A number as files hold it: a decimal point, no grouping, no binary noise, never an exponent."""
    text = f"{float(f'{value:.12g}'):.12f}"
    return text.rstrip("0").rstrip(".") or "0"


def bounds(value: float, tolerance: float) -> tuple[str, str]:
    """Lowest and highest right number, with the hair ``grading.is_close`` forgives."""
    reach = tolerance + 1e-9 * max(1.0, abs(value))
    return figure(value - reach), figure(value + reach)


def spellings(answers: tuple[str, ...]) -> list[str]:
    """The answers, and each without accents and without dashes, points and spaces: the course takes them as equal,
    programs that compare letter by letter do not."""
    found = []
    for answer in (" ".join(answer.split()) for answer in answers):
        plain = _unaccented(answer)
        found += [answer, plain, re.sub(r"[\s.\-\u2010-\u2015]+", "", plain)]
    return [text for text in dict.fromkeys(found) if text]


def _unaccented(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def feedback(item: Item) -> str:
    """The explanation with its sources, as inline HTML."""
    return f"{item.explanation.html} <em>{escape(item.source)}</em>"


HINTS_LOST = "its hints: this format has no place for them"
COMPARED = (
    "typed answers are compared letter by letter (capitals aside); spellings without accents and dashes are listed"
)
AS_PAIRS = "putting in order is asked as choosing a place for each item"
DRAWN = "nobody can draw in a quiz: the chart is shown with a field for words, and nothing is marked"
UNSCORED_TYPED = "any number is taken and gives no points"
ROW_WHYS = "the reasons of its single pairs or gaps: this format has no place for them"
