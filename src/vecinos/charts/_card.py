"""The chart as a reader meets it: finding, unit, drawing, source, and the data one tap away."""

from __future__ import annotations

import base64
import csv
import io
from html import escape

from vecinos.data import about
from vecinos.i18n import number, pick
from vecinos.mode import language

QUIET = "data-lm-suppress-shortcuts"
WORDS = {
    "source": {"en": "Source", "es": "Fuente"},
    "data": {"en": "Show the data", "es": "Ver los datos"},
    "download": {"en": "Download (CSV)", "es": "Descargar (CSV)"},
    "cite": {"en": "Cite", "es": "Citar"},
    "how": {
        "en": "“{title}”, chart in Vecinos: Mexico–United States Relations, CC BY 4.0. Data: {source}.",
        "es": "“{title}”, gráfica de Vecinos: las relaciones México–Estados Unidos, CC BY 4.0. Datos: {source}.",
    },
    "break": {"en": "Break in the series, {}: {}", "es": "Corte en la serie, {}: {}"},
    "versions": {
        "en": "Mixed versions: one series here joins figures of several releases ({}). "
        "A change between them may be a revision.",
        "es": "Versiones mezcladas: una serie reúne aquí cifras de varias publicaciones ({}). "
        "Un cambio entre ellas puede ser una revisión.",
    },
    "none": {"en": "no figure", "es": "sin dato"},
}


def word(key: str) -> str:
    return pick(WORDS[key])


def source_text(sources: list) -> str:
    """The source line's text: publisher, title and version of each table, in the edition's language."""
    parts = []
    for source in sources:
        known = about(source)
        parts.append(f"{known.source_line()}, {pick(known.title)}")
    return "; ".join(dict.fromkeys(parts))


def card(
    title: str,
    unit: str,
    drawings: str,
    sources: list,
    notes: list[str],
    header: list[str],
    rows: list[list],
    decimals: int,
) -> str:
    """The figure's HTML. ``rows``: first cell a heading, the others numbers or None."""
    source = source_text(sources)
    said = "".join(f'<p class="cx-break">{escape(note)}</p>' for note in notes)
    cite = escape(word("how").format(title=title, source=source))
    return (
        f'<figure class="cx" lang="{language()}"><figcaption class="cx-title">{escape(title)}</figcaption>'
        f'<p class="cx-unit">{escape(unit)}</p><div class="cx-plot">{drawings}</div>{said}'
        f'<p class="cx-source">{word("source")}: {escape(source)}</p>'
        f'<div class="cx-tools"><details><summary {QUIET}>{word("data")}</summary>'
        f'<div class="cx-box" tabindex="0" role="region" aria-label="{escape(title)}" {QUIET}>'
        f"{_table(f'{title} ({unit})', header, rows, decimals)}</div></details>"
        f'<a class="cx-csv" {QUIET} download="vecinos.csv" href="{csv_address(header, rows)}">{word("download")}</a>'
        f"<details><summary {QUIET}>{word('cite')}</summary><p>{cite}</p></details></div></figure>"
    )


def _table(caption: str, header: list[str], rows: list[list], decimals: int) -> str:
    none = f'<span aria-label="{word("none")}">–</span>'
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = ""
    for first, *values in rows:
        cells = "".join(f"<td>{none if value is None else number(value, decimals)}</td>" for value in values)
        body += f'<tr><th scope="row">{escape(str(first))}</th>{cells}</tr>'
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def csv_address(header: list[str], rows: list[list]) -> str:
    """The plotted data as a data: address, so that the download works without a kernel, a network or a script."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return "data:text/csv;charset=utf-8;base64," + base64.b64encode(buffer.getvalue().encode("utf-8")).decode("ascii")
