"""Questions on paper: a sheet for students and, in a file of its own, the key. A browser prints them, also to PDF."""

from __future__ import annotations

from html import escape

from vecinos.i18n import pick
from vecinos.quiz import markup
from vecinos.quiz.export.flat import Item, Note

WORDS = {
    "name": {"en": "Name", "es": "Nombre"},
    "date": {"en": "Date", "es": "Fecha"},
    "key": {"en": "Key", "es": "Clave"},
    "answer": {"en": "Answer", "es": "Respuesta"},
    "letter": {"en": "Write the letter of its partner.", "es": "Escribe la letra de su pareja."},
    "place": {"en": "Write each one's place: 1, 2, 3 …", "es": "Escribe el lugar de cada uno: 1, 2, 3…"},
    "ring": {"en": "Ring the words that fit.", "es": "Encierra las palabras correctas."},
    "draw": {
        "en": "Draw the rest of the line. It is not scored.",
        "es": "Dibuja el resto de la línea. No se califica.",
    },
}

STYLE = """
@page{size:letter;margin:18mm 16mm}
*{box-sizing:border-box}
body{max-width:46rem;margin:1.5rem auto;padding:0 1rem;color:#000;background:#fff}
body{font:11.5pt/1.45 Georgia,"Times New Roman",serif}
h1{font-size:16pt;line-height:1.2;margin:0 0 .5rem}
.who{display:flex;gap:2rem;margin:0 0 1.5rem;font-family:sans-serif;font-size:10pt}
.who span{flex:1;border-bottom:1px solid #000;padding-bottom:.1rem}
ol.q{list-style:none;margin:0;padding:0;counter-reset:q}
ol.q>li{counter-increment:q;position:relative;padding-left:2.2rem;margin:0 0 1.4rem;break-inside:avoid}
ol.q>li::before{content:counter(q) ".";position:absolute;left:0;font-weight:700}
p{margin:0 0 .35rem}
.how{font-family:sans-serif;font-size:9pt;color:#444}
.prompt{font-weight:700;break-after:avoid}
ul{list-style:none;margin:0;padding:0}
ul.pick li{padding-left:1.6rem;text-indent:-1.6rem;margin:.2rem 0}
.box{display:inline-block;width:.85rem;height:.85rem;border:1.2px solid #000;margin-right:.75rem;vertical-align:-.08rem}
.round{border-radius:50%}
.rows li{padding-left:3rem;text-indent:-3rem;margin:.25rem 0}
.blank{display:inline-block;border-bottom:1px solid #000;width:2.4rem;margin-right:.6rem;text-indent:0}
.line{display:inline-block;border-bottom:1px solid #000;width:16rem;max-width:100%;height:1.6rem}
.two{display:grid;grid-template-columns:3fr 2fr;gap:.2rem 2rem}
.two li{margin:.25rem 0}
.bins{white-space:nowrap;font-family:sans-serif;font-size:10pt}
.bins span{margin-right:1.2rem}
.passage{line-height:1.9}
.passage .gap{border:1px solid #000;border-radius:3px;padding:.05rem .4rem}
.passage .gap{-webkit-box-decoration-break:clone;box-decoration-break:clone}
svg{display:block;width:100%;max-width:32rem;height:auto;margin:.4rem 0}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
table{border-collapse:collapse}th,td{padding:.1rem .8rem .1rem 0;text-align:left;font-weight:400}
.key ul,.key ol{list-style:revert;padding-left:1.2rem;margin:.2rem 0}
.key .cq-whys{list-style:none;padding:0}
.cq-source{font-size:9pt;color:#444}
code{font:.9em monospace}
"""


def write(items: list[Item], title: str, lang: str) -> tuple[dict[str, bytes], list[Note]]:
    """{"": the sheet, "-key": the key}. Paper holds every type; hints stay off it, as in any test."""
    who = "".join(f"<span>{escape(pick(WORDS[word], lang))}:</span>" for word in ("name", "date"))
    sheet = "".join(_asked(item, lang) for item in items)
    key = "".join(_answered(item, lang) for item in items)
    heading = f"{title}: {pick(WORDS['key'], lang)}"
    return {
        "": _page(title, f'<p class="who">{who}</p><ol class="q">{sheet}</ol>', lang),
        "-key": _page(heading, f'<ol class="q key">{key}</ol>', lang),
    }, []


def _page(title: str, body: str, lang: str) -> bytes:
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{STYLE}</style></head><body><h1>{escape(title)}</h1>{body}</body></html>\n"
    ).encode()


def letter(position: int) -> str:
    return chr(ord("A") + position)


def _asked(item: Item, lang: str) -> str:
    how = f'<p class="how">{_how(item, lang)}</p>'
    return f'<li><p class="prompt">{item.prompt.html}</p>{how}{_FIELDS[item.kind](item, lang)}</li>'


def _how(item: Item, lang: str) -> str:
    """What to do, as HTML."""
    special = {"match": "letter", "order": "place", "cloze": "ring", "draw": "draw"}.get(item.type)
    if special:
        return escape(pick(WORDS[special], lang))
    return markup.how_html(item.question, markup.Page(item.lesson, "paper", lang))


def _choices(item: Item, lang: str) -> str:
    box = "box" if item.multiple else "box round"
    rows = "".join(f'<li><span class="{box}"></span>{choice.text.html}</li>' for choice in item.choices)
    return f'<ul class="pick">{rows}</ul>'


def _line(item: Item, lang: str) -> str:
    return f'<p>{escape(pick(WORDS["answer"], lang))}: <span class="line"></span> {escape(item.unit)}</p>'


def _pairs(item: Item, lang: str) -> str:
    if item.type == "classify":
        bins = "".join(f'<span><span class="box round"></span>{choice.text.html}</span>' for choice in item.choices)
        return "<ul>" + "".join(f'<li>{row.text.html}<p class="bins">{bins}</p></li>' for row in item.rows) + "</ul>"
    rows = "".join(f'<li><span class="blank">&nbsp;</span>{row.text.html}</li>' for row in item.rows)
    if item.type == "order":
        first, last = item.ends
        ends = escape(f"1 = {first}, {len(item.rows)} = {last}")
        return f'<p class="how">{ends}</p><ul class="rows">{rows}</ul>'
    choices = "".join(
        f"<li><b>{letter(position)}</b> {choice.text.html}</li>" for position, choice in enumerate(item.choices)
    )
    return f'<div class="two"><ul class="rows">{rows}</ul><ul>{choices}</ul></div>'


def _gaps(item: Item, lang: str) -> str:
    parts = [item.parts[0].html]
    for gap, part in zip(item.gaps, item.parts[1:], strict=True):
        parts.append(f'<span class="gap">{" / ".join(choice.text.html for choice in gap.choices)}</span>{part.html}')
    return f'<p class="passage">{"".join(parts)}</p>'


_FIELDS = {
    "choice": _choices,
    "number": _line,
    "text": _line,
    "pairs": _pairs,
    "gaps": _gaps,
    "open": lambda item, lang: f'<p class="how">{escape(item.svg_text)}</p>{item.svg}',
}


def _answered(item: Item, lang: str) -> str:
    letters = ""
    if item.type == "match":
        letters = ", ".join(f"{number} {letter(row.answer)}" for number, row in enumerate(item.rows, start=1))
    if item.type == "order":
        letters = ", ".join(str(row.answer + 1) for row in item.rows)
    page = markup.Page(item.lesson, "paper", lang, links=False)
    short = f"<p><b>{escape(letters)}</b></p>" if letters else ""
    return f'<li><p class="prompt">{item.prompt.html}</p>{short}{markup.key_html(item.question, page)}</li>'
