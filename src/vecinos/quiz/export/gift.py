"""GIFT: a text format that Moodle and several other programs read. It holds the least of all formats."""

from __future__ import annotations

import re
from html import escape

from vecinos.quiz.export.flat import (
    AS_PAIRS,
    COMPARED,
    HINTS_LOST,
    ROW_WHYS,
    Item,
    Note,
    Text,
    feedback,
    figure,
    spellings,
)

ESSAY = "a guess is asked for in a field for words, for no points the file could set"
NO_PICTURE = "GIFT holds no pictures and no drawing"
ONE_GAP = "GIFT holds a passage with one gap only"
OWN_MARKS = (
    "a plain text of it holds what GIFT reads as its own: an arrow (->), [html] and the like in front, or a code such "
    "as &&035;"
)
_OWN = re.compile(r"->|&&(?:0(?:10|35|58|61|92)|12[356]);|^\s*\[(?:html|plain|markdown|moodle)\]")


def write(items: list[Item], title: str, lang: str) -> tuple[bytes, list[Note]]:
    """The file's bytes and what it could not say."""
    parts, notes = [f"// {_one_line(title)}"], []
    lesson = None
    for item in items:
        reason = _impossible(item)
        if reason:
            notes.append(Note(item.id, reason, left_out=True))
            continue
        if item.lesson != lesson:
            lesson = item.lesson
            parts.append(f"$CATEGORY: $course$/top/Vecinos/{lesson.replace('/', ' · ')} ({lang})")
        parts.append(_question(item))
        notes += _notes(item)
    return ("\n\n".join(parts) + "\n").encode("utf-8"), notes


def _impossible(item: Item) -> str:
    if item.kind == "open":
        return NO_PICTURE
    if item.kind == "gaps" and len(item.gaps) > 1:
        return ONE_GAP
    return OWN_MARKS if any(_OWN.search(text) for text in _plain_texts(item)) else ""


def _plain_texts(item: Item) -> list[str]:
    """The texts of answers that stand in the file without being HTML."""
    if item.kind == "pairs":
        return [row.text.plain for row in item.rows] + [choice.text.plain for choice in item.choices]
    return [*item.accept, *(text for wrong in item.mistakes for text in wrong.accept)]


def _notes(item: Item) -> list[Note]:
    texts = [HINTS_LOST] if item.hints else []
    texts += [COMPARED] if item.kind == "text" else []
    texts += [AS_PAIRS] if item.type == "order" else []
    texts += [ROW_WHYS] if any(row.why for row in item.rows) else []
    texts += [] if item.scored else [ESSAY]
    return [Note(item.id, text) for text in texts]


def _one_line(text: str) -> str:
    """An empty line would end the question. Spaces that do not break stay what they are."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).strip(" ")


def _escaped(text: str) -> str:
    """Text with every sign GIFT acts on escaped."""
    text = _one_line(text)
    return "".join("\\" + sign if sign in "\\~=#{}:" else sign for sign in text)


def _html(html: str) -> str:
    """HTML for a place of its own: at its head a % would be read as a share of credit, a [ as the name of a format."""
    html = _one_line(html)
    return _escaped(f"&#{ord(html[0])};{html[1:]}" if html.startswith(("%", "[")) else html)


def _why(text: Text | None) -> str:
    return f" # {_html(text.html)}" if text else ""


def _question(item: Item) -> str:
    prompt = f"<p>{item.prompt.html}</p>"
    if item.unit and item.kind == "number":
        prompt += f"<p>({escape(item.unit)})</p>"
    after = ""
    if item.kind == "gaps":
        prompt += f"<p>{item.parts[0].html}"
        after = f" {_html(item.parts[1].html)}</p>"
    numeric = "#" if item.kind == "number" and item.scored else ""
    lines = [*_answers(item), f"####{_html(feedback(item))}"]
    answers = "".join(f"\n\t{line}" for line in lines)
    question = f"::{_escaped(item.id)}::[html]{_html(prompt)} {{{numeric}{answers}\n}}{after}"
    return f"// [id:{item.id}] [tag:{item.level}]\n{question}"


def _answers(item: Item) -> list[str]:
    if not item.scored:
        return []
    return {"choice": _choices, "gaps": _gap, "number": _number, "text": _typed, "pairs": _pairs}[item.kind](item)


def _choices(item: Item) -> list[str]:
    share = f"{100 / item.credits:.5f}".rstrip("0").rstrip(".") if item.multiple else ""
    lines = []
    for choice in item.choices:
        sign = (f"~%{share}%" if choice.right else f"~%-{share}%") if item.multiple else "=" if choice.right else "~"
        lines.append(sign + _html(choice.text.html) + _why(choice.why))
    return lines


def _gap(item: Item) -> list[str]:
    return [
        ("=" if choice.right else "~") + _html(choice.text.html) + _why(choice.why) for choice in item.gaps[0].choices
    ]


def _number(item: Item) -> list[str]:
    reach = figure(item.tolerance)
    right = [f"={figure(item.value)}:{reach}"]
    return right + [f"=%0%{figure(wrong.value)}:{reach}{_why(wrong.why)}" for wrong in item.mistakes]


def _typed(item: Item) -> list[str]:
    right = [f"=%100%{_escaped(_literal(text))}" for text in spellings(item.accept)]
    wrong = [
        f"=%0%{_escaped(_literal(text))}{_why(entry.why)}"
        for entry in item.mistakes
        for text in spellings(entry.accept)
    ]
    return right + wrong


def _literal(text: str) -> str:
    return text.replace("*", "\\*")  # Moodle's wildcard


def _pairs(item: Item) -> list[str]:
    used = {row.answer for row in item.rows}
    lines = [f"={_html(row.text.html)} -> {_escaped(item.choices[row.answer].text.plain)}" for row in item.rows]
    spare = [choice.text.plain for position, choice in enumerate(item.choices) if position not in used]
    return lines + [f"= -> {_escaped(text)}" for text in spare]
