"""What every page's tree gets: shared positions, boxes around tables, numbers to the right, names kept on one line."""

from __future__ import annotations

import re

from docutils import nodes

# A figure as a reader sees it: sign, currency, digits, unit mark.
NUMERIC = re.compile(r"^[\s\u00a0]*[+−–-]?\s?(?:US|MX)?\$?\s?\d[\d,.\u00a0\u202f]*[\s\u00a0]?(?:%|°)?[\s\u00a0]*$")
# A name that a phone would break at its hyphen: Annex 23-A, T-MEC.
HYPHENED = re.compile(r"(?<!\w)((?:\d+|[A-Z])-[A-Z]\w*)")


def setup(app) -> None:
    app.connect("doctree-read", _prepare)


def _prepare(app, doctree: nodes.document) -> None:
    for top in doctree.findall(nodes.section):
        number_sections(top, "s")
        break
    for table in list(doctree.findall(nodes.table)):
        _box(table)
    keep_whole(doctree)


def number_sections(parent: nodes.Element, prefix: str) -> None:
    """Give each section below ``parent`` a further id by its place (s1, s2, s2-1): the same in both editions."""
    sections = [child for child in parent.children if isinstance(child, nodes.section)]
    for position, section in enumerate(sections, start=1):
        place = f"{prefix}{position}"
        if place not in section["ids"]:
            section["ids"].append(place)
        number_sections(section, f"{place}-")


def keep_whole(tree: nodes.Element) -> None:
    """Names such as T-MEC stay on one line, outside code and formulas."""
    for text in list(tree.findall(nodes.Text)):
        pieces = HYPHENED.split(text)
        if len(pieces) > 1 and not isinstance(text.parent, (nodes.FixedTextElement, nodes.literal, nodes.math)):
            made = [nodes.inline("", one, classes=["whole"]) if at % 2 else nodes.Text(one)
                    for at, one in enumerate(pieces) if one]  # fmt: skip
            text.parent.replace(text, made)


def _box(table: nodes.table) -> None:
    """A wide table scrolls in its own box instead of pushing the page aside; columns of figures stand to the right."""
    head = next(table.findall(nodes.thead), None)
    rows = [list(row.findall(nodes.entry)) for row in table.findall(nodes.row)]
    body = rows[len(list(head.findall(nodes.row))) if head else 0 :]
    for column in zip(*body, strict=False):
        cells = [cell for cell in column if cell.astext().strip()]
        if cells and all(NUMERIC.match(cell.astext()) for cell in cells):
            position = list(column[0].parent.children).index(column[0])
            for row in rows:
                if position < len(row):
                    row[position]["classes"].append("num")
    if head is not None and not head.astext().strip():
        # Two columns of names and contents: the names are the headers.
        head.parent.remove(head)
        for spec in list(table.findall(nodes.colspec))[:1]:
            spec["stub"] = 1
    parent = table.parent
    box = nodes.container(classes=["table-box"])
    parent.replace(table, box)
    box += table
