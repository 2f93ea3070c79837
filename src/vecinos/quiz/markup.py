"""The markup of a question set, written once: the static page, the page without scripts and the live widget all use it.

No form and no button (``quiz.js`` makes the buttons), every focusable element carries ``data-lm-suppress-shortcuts``
(JupyterLab would take an x typed on a radio for "cut cell"), and the answer stands in a ``<details>`` for readers
without scripts. Keys are plain: this is self-check; graded material never comes through here.
"""

from __future__ import annotations

import json
from html import escape

from vecinos.course import lessons
from vecinos.i18n import pick
from vecinos.quiz import inline
from vecinos.quiz._drawing import chart_svg
from vecinos.quiz.faults import GAP
from vecinos.quiz.model import UNSCORED, Question
from vecinos.quiz.sources import citation
from vecinos.quiz.variants import show_number
from vecinos.quiz.words import HOW, WORDS

QUIET = "data-lm-suppress-shortcuts"


class Page:
    """Where a set is shown: its language, lesson (to name where borrowed questions are from) and folder depth.

    ``links=False``: on paper and wherever else no page of the book can be reached.
    """

    def __init__(self, slug: str, set_id: str, lang: str, links: bool = True):
        self.slug, self.set_id, self.lang, self.links = slug, set_id, lang, links
        self.depth = slug.count("/")

    def html(self, text: str | dict[str, str]) -> str:
        return inline.to_html(pick(text, self.lang), self.depth, self.links)

    def plain(self, text: dict[str, str]) -> str:
        """Escaped, for attributes and for <option>, which take no marks."""
        return escape(inline.plain(pick(text, self.lang)))

    def word(self, key: str, *values: object) -> str:
        return escape(pick(WORDS[key], self.lang).format(*values))


def set_html(questions: list[Question], slug: str, set_id: str, lang: str) -> str:
    """One ``<div class="cq">`` with every question of the set: a group, not a landmark, for a page has many."""
    page = Page(slug, set_id, lang)
    title = page.word("commit" if all(q.type in UNSCORED for q in questions) else "check")
    body = "".join(question_html(question, number, page) for number, question in enumerate(questions, start=1))
    return (
        f'<div class="cq" lang="{lang}" data-set="{escape(slug)}#{escape(set_id)}" role="group" aria-label="{title}">'
        f'<div class="cq-head"><p class="cq-title">{title}</p></div><div class="cq-list">{body}</div></div>'
    )


def question_html(question: Question, number: int, page: Page) -> str:
    """One ``<fieldset class="cq-q">``: prompt, what to do, the fields of its type, hints and answer."""
    origin = ""
    if question.lesson != page.slug:
        names = {item.slug: item.title for item in lessons()}
        name = page.plain(names[question.lesson]) if question.lesson in names else escape(question.lesson)
        origin = f'<p class="cq-from">{page.word("from")}: {name}</p>'
    hints = "".join(
        f'<details class="cq-hint"><summary {QUIET}>{page.word("hint", count)}</summary>'
        f"<p>{page.html(hint)}</p></details>"
        for count, hint in enumerate(question.hints, start=1)
    )
    return (
        f'<fieldset class="cq-q cq-t-{question.type}" data-id="{question.id}" data-type="{question.type}" '
        f'data-v="{question.version}" data-key="{_attribute(question.key)}">'
        f'<legend class="cq-prompt"><span class="cq-n">{page.word("question", number)}</span> '
        f"<span>{page.html(question.prompt)}</span></legend>"
        f'{origin}<p class="cq-how">{how_html(question, page)}</p>'
        f'<div class="cq-body">{_BODIES[question.type](question, page)}</div>'
        f"{f'<div class=cq-hints>{hints}</div>' if hints else ''}"
        f"{answer_html(question, page)}</fieldset>"
    )


def answer_html(question: Question, page: Page) -> str:
    """The folded answer."""
    return (
        f'<details class="cq-answer"><summary {QUIET}>{page.word("answer")}</summary>'
        f"{key_html(question, page)}</details>"
    )


def key_html(question: Question, page: Page) -> str:
    """The key in words, why each choice is right or wrong, the explanation and its sources."""
    whys = "".join(
        f'<li data-for="{escape(name)}">{f"<b>{label}</b> " if label else ""}{page.html(why)}</li>'
        for name, label, why in _whys(question, page)
    )
    sources = "; ".join(escape(citation(key, page.lang)) for key in question.source)
    return (
        f'<div class="cq-key"><b>{page.word("right")}:</b> {_ANSWERS[question.type](question, page)}</div>'
        f"{f'<ul class=cq-whys>{whys}</ul>' if whys else ''}"
        f'<p class="cq-why">{page.html(question.explanation)}</p>'
        f'<p class="cq-source">{page.word("source")}: {sources}</p>'
    )


def _attribute(value: object) -> str:
    return escape(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def how_html(question: Question, page: Page) -> str:
    if question.type != "number":
        return escape(pick(HOW[question.type], page.lang))
    tolerance = question.key["tolerance"]
    if tolerance == 0:
        return escape(pick(HOW["exact"], page.lang))
    return escape(pick(HOW["number"], page.lang).format(_tolerance(tolerance, question, page)))


def _tolerance(value: float, question: Question, page: Page) -> str:
    """A tolerance to two significant digits, with its unit.

    That of an answer in per cent is in percentage points: "within 0.2%" would be read as a part of the answer itself.
    """
    text = show_number(float(f"{value:.2g}"))
    if text == "0":
        text = f"{value:.2g}"
    unit = _unit(question, page)
    if unit.startswith("%"):
        unit = pick(WORDS["point" if text == "1" else "points"], page.lang)
    return f"{text}\u00a0{unit}" if unit else text


def _measure(value: float, question: Question, page: Page) -> str:
    """A value with the question's unit; in English nothing stands between a number and its per cent sign."""
    text, unit = show_number(value, question.data.get("decimals")), _unit(question, page)
    if not unit:
        return text
    return f"{text}{unit}" if unit.startswith("%") and page.lang == "en" else f"{text}\u00a0{unit}"


def _unit(question: Question, page: Page) -> str:
    return inline.plain(pick(question.data["unit"], page.lang)) if "unit" in question.data else ""


def text_of(question: Question, lang: str) -> str:
    """The question for a reader with text only: prompt, choices, nothing that tells the answer."""
    lines = [inline.plain(pick(question.prompt, lang))]
    for key in ("options", "items", "pairs"):
        for choice in question.data.get(key, []):
            lines.append("  - " + inline.plain(pick(choice.get("text") or choice["left"], lang)))
    if question.type == "order":
        by_id = {item["id"]: item for item in question.data["items"]}
        lines[1:] = ["  - " + inline.plain(pick(by_id[name]["text"], lang)) for name in question.data["shown"]]
    return "\n".join(lines)


# --- fields ------------------------------------------------------------------------------------------------------


def _rows(question: Question, page: Page) -> str:
    kind = "radio" if question.type == "single" else "checkbox"
    return "".join(
        f'<label class="cq-row"><input type="{kind}" name="{question.id}" value="{option["id"]}" {QUIET}>'
        f'<span class="cq-text">{page.html(option["text"])}</span></label>'
        for option in question.data["options"]
    )


def _field(question: Question, page: Page) -> str:
    mode = "text" if question.type == "text" else "decimal"
    label = page.word("prediction" if question.type == "predict" else "yours")
    unit = f'<span class="cq-unit">{page.html(question.data["unit"])}</span>' if "unit" in question.data else ""
    return (
        f'<label class="cq-field"><span class="cq-label">{label}</span> <span class="cq-entry">'
        f'<input type="text" inputmode="{mode}" autocomplete="off" autocapitalize="off" spellcheck="false" '
        f'maxlength="{200 if mode == "text" else 40}" {QUIET}>{unit}</span></label>'
    )


def _predict(question: Question, page: Page) -> str:
    anchors = [[inline.plain(pick(a["text"], page.lang)), a["value"]] for a in question.data["anchors"]]
    decimals = question.data.get("decimals", "")
    return (
        f'<div class="cq-reveal" data-anchors="{_attribute(anchors)}" data-decimals="{decimals}"></div>'
        f"{_field(question, page)}"
    )


def _order(question: Question, page: Page) -> str:
    by_id = {item["id"]: item for item in question.data["items"]}
    items = "".join(
        f'<li class="cq-item" data-id="{name}"><span class="cq-text">{page.html(by_id[name]["text"])}</span></li>'
        for name in question.data["shown"]
    )
    ends = question.data["ends"]
    return (
        f'<p class="cq-end">↑ {page.html(ends["top"])}</p><ol class="cq-order">{items}</ol>'
        f'<p class="cq-end">↓ {page.html(ends["bottom"])}</p>'
    )


def _select(slot: str, choices: list[dict], page: Page, label: str = "") -> str:
    options = "".join(f'<option value="{choice["id"]}">{page.plain(choice["text"])}</option>' for choice in choices)
    name = f' aria-label="{label}"' if label else ""
    return (
        f'<select data-slot="{slot}"{name} autocomplete="off" {QUIET}>'
        f'<option value="">{page.word("choose")}</option>{options}</select>'
    )


def _match(question: Question, page: Page) -> str:
    rows = "".join(
        f'<label class="cq-pair" data-mark="{pair["id"]}"><span class="cq-text">{page.html(pair["left"])}</span> '
        f"{_select(pair['id'], question.data['choices'], page)}</label>"
        for pair in question.data["pairs"]
    )
    choices = "".join(f"<li>{page.html(choice['text'])}</li>" for choice in question.data["choices"])
    return f'{rows}<div class="cq-paper"><p>{page.word("bank")}</p><ol>{choices}</ol></div>'


def _classify(question: Question, page: Page) -> str:
    rows = []
    for item in question.data["items"]:
        bins = "".join(
            f'<label class="cq-bin"><input type="radio" name="{question.id}-{item["id"]}" data-slot="{item["id"]}" '
            f'value="{entry["id"]}" {QUIET}><span>{page.html(entry["text"])}</span></label>'
            for entry in question.data["bins"]
        )
        rows.append(
            f'<fieldset class="cq-sort" data-mark="{item["id"]}"><legend>{page.html(item["text"])}</legend>'
            f'<div class="cq-bins">{bins}</div></fieldset>'
        )
    return "".join(rows)


def _cloze(question: Question, page: Page) -> str:
    gaps = {gap["id"]: gap for gap in question.data["gaps"]}
    parts = GAP.split(pick(question.data["text"], page.lang))
    out, count = [], 0
    for position, part in enumerate(parts):
        if position % 2 == 0:
            # Parsed apart from its neighbours: a mark must open and close between two gaps.
            out.append(page.html(part))
        else:
            count += 1
            options = gaps[part]["options"]
            paper = " / ".join(page.plain(option["text"]) for option in options)
            out.append(
                f'<span class="cq-gap" data-mark="{part}">{_select(part, options, page, page.word("gap", count))}'
                f'<span class="cq-paper">________ ({paper})</span></span>'
            )
    return f'<p class="cq-passage">{"".join(out)}</p>'


def _draw(question: Question, page: Page) -> str:
    data = question.data
    label = page.word("chart", show_x(data["given"][-1][0]))
    unit = page.html(data["unit"])
    decimals = data.get("decimals", "")
    return (
        f'<p class="cq-unit">{unit}</p><div class="cq-plot" data-given="{_attribute(data["given"])}" '
        f'data-decimals="{decimals}" data-unit="{page.plain(data["unit"])}">{chart_svg(data, label)}</div>'
    )


def show_x(value: float) -> str:
    """Years and other whole numbers on a horizontal axis: no thousands comma."""
    return f"{value:g}"


_BODIES = {
    "single": _rows,
    "multiple": _rows,
    "number": _field,
    "text": _field,
    "order": _order,
    "match": _match,
    "classify": _classify,
    "cloze": _cloze,
    "predict": _predict,
    "draw": _draw,
}

# --- answers -----------------------------------------------------------------------------------------------------


def _right_options(question, page):
    return "; ".join(page.html(option["text"]) for option in question.data["options"] if option.get("right"))


def _right_value(question, page):
    text = escape(_measure(question.data["value"], question, page))
    anchors = question.data.get("anchors")
    if anchors:
        known = "; ".join(
            f"{page.html(anchor['text'])} {show_number(anchor['value'], question.data.get('decimals'))}"
            for anchor in anchors
        )
        text += f". {page.word('also')}: {known}"
    return text


def _right_pairs(question, page):
    rights = {
        "match": lambda: [(pair["left"], pair["right"]) for pair in question.data["pairs"]],
        "classify": lambda: [
            (item["text"], next(b["text"] for b in question.data["bins"] if b["id"] == item["bin"]))
            for item in question.data["items"]
        ],
    }[question.type]()
    return "<ul>" + "".join(f"<li>{page.html(left)} → {page.html(right)}</li>" for left, right in rights) + "</ul>"


def _right_passage(question, page):
    right = {gap["id"]: next(o for o in gap["options"] if o.get("right")) for gap in question.data["gaps"]}
    parts = GAP.split(pick(question.data["text"], page.lang))
    return "".join(
        f"<b>{page.html(right[part]['text'])}</b>" if position % 2 else page.html(part)
        for position, part in enumerate(parts)
    )


def _right_line(question, page):
    points = "".join(
        f"<tr><th scope=row>{show_x(x)}</th><td>{show_number(y, question.data.get('decimals'))}</td></tr>"
        for x, y in question.data["hidden"]
    )
    return f"<table><tbody>{points}</tbody></table>"


def _right_order(question, page):
    rows = []
    for item in question.data["items"]:
        value = f" ({show_number(item['value'])})" if "value" in item else ""
        rows.append(f"<li>{page.html(item['text'])}{value}</li>")
    return f"<ol>{''.join(rows)}</ol>"


_ANSWERS = {
    "single": _right_options,
    "multiple": _right_options,
    "number": _right_value,
    "text": lambda question, page: escape(question.data["accept"][page.lang][0]),
    "order": _right_order,
    "match": _right_pairs,
    "classify": _right_pairs,
    "cloze": _right_passage,
    "predict": _right_value,
    "draw": _right_line,
}


def _whys(question: Question, page: Page):
    """(name the script finds it by, label, why) for each choice or mistake that has a reason."""
    data = question.data
    if question.type in ("single", "multiple"):
        return [
            (o["id"], ("✓ " if o.get("right") else "✗ ") + page.html(o["text"]) + ".", o["why"])
            for o in data["options"]
        ]
    if question.type == "number":
        return [(f"m{n}", f"✗ {show_number(w['value'])}.", w["why"]) for n, w in enumerate(data["mistakes"])]
    if question.type == "text":
        return [(f"m{n}", f"✗ {escape(w['accept'][page.lang][0])}.", w["why"]) for n, w in enumerate(data["mistakes"])]
    if question.type == "match":
        return [(pair["id"], page.html(pair["left"]) + ".", pair["why"]) for pair in data["pairs"]]
    if question.type == "classify":
        return [(item["id"], page.html(item["text"]), item["why"]) for item in data["items"]]
    if question.type == "cloze":
        return [
            (f"{gap['id']}/{o['id']}", ("✓ " if o.get("right") else "✗ ") + page.html(o["text"]) + ".", o["why"])
            for gap in data["gaps"]
            for o in gap["options"]
        ]
    return []
