"""A table of single numbers, each with its year, what it counts and what it leaves out."""

from __future__ import annotations

from html import escape

from vecinos.charts._card import source_text, word
from vecinos.charts.kinds import ChartError, _expect, _sources
from vecinos.display import Html
from vecinos.i18n import number, pick
from vecinos.mode import language

COLUMNS = {
    "number": {"en": "Number", "es": "Número"},
    "when": {"en": "When", "es": "Cuándo"},
    "counts": {"en": "What it counts", "es": "Qué cuenta"},
    "leaves_out": {"en": "What it does not say", "es": "Qué no dice"},
}


def number_table(rows, *, title, source) -> Html:
    """Numbers side by side that share no unit. Returns a display object.

    ``rows``: dicts with ``value`` (a number or a list of numbers), ``decimals`` (0 unless given), ``unit`` (the words
    after the number), ``when``, ``counts`` and ``leaves_out``; ``title``: the caption; ``source``: tables, as in
    ``line_chart``. Raises ChartError when a row lacks one of these.
    """
    _expect(title=title)
    if not rows:
        raise ChartError("These data have no rows.")
    for position, row in enumerate(rows, start=1):
        missing = [key for key in ("value", "unit", "when", "counts", "leaves_out") if row.get(key) in (None, "")]
        if missing:
            raise ChartError(f"Row {position} has no {', '.join(missing)}: a number needs all of them.")
    heads = [pick(text) for text in COLUMNS.values()]
    # Phones show each row as a block; the roles keep it a table for screen readers there.
    head = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in heads)
    body = "".join(_row(row, heads) for row in rows)
    line = f"{word('source')}: {source_text(_sources(source))}"
    html = (
        f'<section class="cx cx-numbers" lang="{language()}" aria-label="{escape(title)}">'
        f'<table role="table"><caption>{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
        f'<p class="cx-source">{escape(line)}</p></section>'
    )
    told = "; ".join(f"{_amount(row)} {row['unit']} ({row['when']})" for row in rows)
    return Html(html, f"{title}. {told}", styles=("chart",))


def _amount(row: dict) -> str:
    values = row["value"] if isinstance(row["value"], list | tuple) else [row["value"]]
    return " / ".join(number(value, row.get("decimals", 0)) for value in values)


def _row(row: dict, heads: list[str]) -> str:
    cells = "".join(
        f'<td role="cell" data-head="{escape(head)}">{escape(str(row[key]))}</td>'
        for head, key in zip(heads[1:], list(COLUMNS)[1:], strict=True)
    )
    first = f"<b>{escape(_amount(row))}</b> <span>{escape(row['unit'])}</span>"
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{cells}</tr>'
