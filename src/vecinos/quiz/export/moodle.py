"""Moodle XML. Import it in Moodle under Question bank › Import › Moodle XML format."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from html import escape

from vecinos.quiz.export.flat import (
    AS_PAIRS,
    COMPARED,
    DRAWN,
    ROW_WHYS,
    UNSCORED_TYPED,
    Item,
    Note,
    feedback,
    figure,
    spellings,
)

GAP_POINTS = "it counts one point per gap: Moodle sets the points of a passage itself"

# Moodle knows these shares of credit only, written so.
_SHARES = {2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5", 9: "11.11111", 10: "10"}


def write(items: list[Item], title: str, lang: str) -> tuple[bytes, list[Note]]:
    """The file's bytes and what it could not say."""
    quiz = ET.Element("quiz")
    notes: list[Note] = []
    lesson = None
    for item in items:
        if item.lesson != lesson:
            lesson = item.lesson
            _category(quiz, f"{lesson.replace('/', ' · ')} ({lang})")
        if item.multiple and item.credits not in _SHARES:
            notes.append(Note(item.id, f"Moodle knows no share of 1/{item.credits}: ten right options at most", True))
            continue
        _question(quiz, item, notes)
    ET.indent(quiz)
    return ET.tostring(quiz, encoding="utf-8", xml_declaration=True) + b"\n", notes


def _category(quiz: ET.Element, name: str) -> None:
    question = ET.SubElement(quiz, "question", type="category")
    _text(question, "category", f"$course$/top/Vecinos/{name}")


def _text(parent: ET.Element, tag: str, text: str, html: bool = False, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, {**attributes, **({"format": "html"} if html else {})})
    ET.SubElement(element, "text").text = text
    return element


def _question(quiz: ET.Element, item: Item, notes: list[Note]) -> None:
    kind = _kind(item)
    question = ET.SubElement(quiz, "question", type=kind)
    _text(question, "name", item.id)
    body = _text(question, "questiontext", _prompt(item), html=True)
    if item.svg:
        data = base64.b64encode(item.svg.encode("utf-8")).decode("ascii")
        ET.SubElement(body, "file", name="chart.svg", path="/", encoding="base64").text = data
    _text(question, "generalfeedback", feedback(item), html=True)
    ET.SubElement(question, "defaultgrade").text = "1" if item.scored else "0"
    ET.SubElement(question, "penalty").text = "0.3333333"
    ET.SubElement(question, "hidden").text = "0"
    ET.SubElement(question, "idnumber").text = item.id
    _ANSWERS[kind](question, item)
    for hint in item.hints:
        _text(question, "hint", hint.html, html=True)
    tags = ET.SubElement(question, "tags")
    for tag in [item.level, item.lesson, *([f"{item.lesson} {item.objective}"] if item.objective else [])]:
        _text(tags, "tag", tag)
    if item.type == "order":
        notes.append(Note(item.id, AS_PAIRS))
    if any(row.why for row in item.rows):
        notes.append(Note(item.id, ROW_WHYS))
    if len(item.gaps) > 1:
        notes.append(Note(item.id, GAP_POINTS))
    if item.kind == "text":
        notes.append(Note(item.id, COMPARED))
    if item.kind == "open":
        notes.append(Note(item.id, DRAWN))
    elif not item.scored:
        notes.append(Note(item.id, UNSCORED_TYPED))


def _kind(item: Item) -> str:
    return {
        "choice": "multichoice",
        "number": "numerical",
        "text": "shortanswer",
        "pairs": "matching",
        "gaps": "cloze",
        "open": "essay",
    }[item.kind]


def _prompt(item: Item) -> str:
    html = f"<p>{item.prompt.html}</p>"
    if item.unit and item.kind == "number":
        html += f"<p>({escape(item.unit)})</p>"
    if item.svg:
        html += f'<p><img src="@@PLUGINFILE@@/chart.svg" alt="{escape(item.svg_text)}" width="480" /></p>'
    if item.kind == "gaps":
        passage = [_literal(item.parts[0].html)]
        for gap, part in zip(item.gaps, item.parts[1:], strict=True):
            choices = "~".join(
                ("=" if choice.right else "")
                + _embedded(escape(choice.text.plain))
                + (f"#{_embedded(choice.why.html)}" if choice.why else "")
                for choice in gap.choices
            )
            passage += [f"{{1:MULTICHOICE:{choices}}}", _literal(part.html)]
        return f"{_literal(html)}<p>{''.join(passage)}</p>"
    return html


def _literal(html: str) -> str:
    """Text around the gaps: braces would open one."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def _embedded(html: str) -> str:
    """HTML inside a gap. Moodle splits a gap at its signs, then decodes entities once: so every sign goes as one."""
    return "".join(f"&#{ord(sign)};" if sign in "&~#{}\\=%/<>:\"'" else sign for sign in html)


def _choices(question: ET.Element, item: Item) -> None:
    ET.SubElement(question, "single").text = "false" if item.multiple else "true"
    ET.SubElement(question, "shuffleanswers").text = "true"
    ET.SubElement(question, "answernumbering").text = "abc"
    share = _SHARES[item.credits] if item.multiple else "100"
    wrong = f"-{share}" if item.multiple else "0"
    for choice in item.choices:
        answer = _text(question, "answer", choice.text.html, html=True, fraction=share if choice.right else wrong)
        _text(answer, "feedback", choice.why.html if choice.why else "", html=True)


def _number(question: ET.Element, item: Item) -> None:
    right = figure(item.value) if item.scored else "*"
    entries = [(right, "100", "")] + [(figure(wrong.value), "0", wrong.why.html) for wrong in item.mistakes]
    for text, fraction, why in entries:
        answer = _text(question, "answer", text, fraction=fraction, format="moodle_auto_format")
        _text(answer, "feedback", why, html=True)
        ET.SubElement(answer, "tolerance").text = figure(item.tolerance)


def _typed(question: ET.Element, item: Item) -> None:
    ET.SubElement(question, "usecase").text = "0"
    entries = [(text, "100", "") for text in spellings(item.accept)]
    entries += [(text, "0", wrong.why.html) for wrong in item.mistakes for text in spellings(wrong.accept)]
    for text, fraction, why in entries:
        literal = text.replace("*", "\\*")  # Moodle's wildcard
        answer = _text(question, "answer", literal, fraction=fraction, format="moodle_auto_format")
        _text(answer, "feedback", why, html=True)


def _pairs(question: ET.Element, item: Item) -> None:
    ET.SubElement(question, "shuffleanswers").text = "true"
    used = {row.answer for row in item.rows}
    for row in item.rows:
        pair = _text(question, "subquestion", row.text.html, html=True)
        _text(pair, "answer", item.choices[row.answer].text.plain)
    for position, choice in enumerate(item.choices):
        if position not in used:
            _text(_text(question, "subquestion", "", html=True), "answer", choice.text.plain)


def _open(question: ET.Element, item: Item) -> None:
    ET.SubElement(question, "responseformat").text = "editor"
    ET.SubElement(question, "responserequired").text = "0"
    ET.SubElement(question, "responsefieldlines").text = "5"
    ET.SubElement(question, "attachments").text = "0"


_ANSWERS = {
    "multichoice": _choices,
    "numerical": _number,
    "shortanswer": _typed,
    "matching": _pairs,
    "cloze": lambda question, item: None,
    "essay": _open,
}
