"""Does a text that students get carry anything of the answers?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from numbers import Real
from typing import Any

from nbformat import NotebookNode

MARKS = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
SHORTEST_LINE = 8
LONG_LINE = 60
FEWEST_DIGITS = 3


def notebook_leaks(student: NotebookNode, master: NotebookNode, keys: dict[str, Any]) -> list[str]:
    """What the student version gives away: marks, secret lines, keys written out. Empty when it is clean."""
    text = "\n".join(_everything(student))
    found = [mark for mark in MARKS if mark in text]
    found += _present(_lines(master, "solution", "hidden") - _lines(master, "open"), _squeeze(text))
    numbers = set(re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))
    for name, value in keys.items():
        # A whole number such as a year may rightly stand in the question; a computed fraction may not.
        if isinstance(value, Real) and not float(value).is_integer():
            forms = {repr(abs(float(value))), f"{abs(value):.2f}", f"{abs(value):.3f}"}
            telling = {form for form in forms if len(form.replace(".", "").lstrip("0")) >= FEWEST_DIGITS}
            found += [f"KEYS[{name!r}] = {form}" for form in sorted(telling & numbers)]
    return found


def page_leaks(page: str, master: NotebookNode) -> list[str]:
    """The hidden-test lines that can be read in an HTML page. (Solutions a student wrote may be there.)"""
    visible = _squeeze(html.unescape(re.sub(r"<[^>]*>", "", page)))
    return _present(_lines(master, "hidden") - _lines(master, "open", "solution"), visible)


def secrets(master: NotebookNode) -> set[str]:
    """Lines of solutions, model answers and hidden tests, without spaces, long enough to stand nowhere by chance."""
    lines = _lines(master, "solution", "hidden") - _lines(master, "open")
    return {line for line in lines if len(line) >= LONG_LINE}


def _regions(cell: NotebookNode) -> Iterator[tuple[str, str]]:
    """("open" | "solution" | "hidden", line) for every line of a master's cell; the marks themselves are left out."""
    if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution"):
        yield from (("solution", line) for line in cell.source.splitlines())
        return
    region = "open"
    for line in cell.source.splitlines():
        if not any(mark in line for mark in MARKS):
            yield region, line
        elif "END " in line:
            region = "open"
        else:
            region = "solution" if "SOLUTION" in line else "hidden"


def _lines(master: NotebookNode, *regions: str) -> set[str]:
    """The lines of these regions without their spaces; lines under 8 characters say too little to be a leak."""
    lines = {_squeeze(line) for cell in master.cells for region, line in _regions(cell) if region in regions}
    return {line for line in lines if len(line) >= SHORTEST_LINE}


def _present(lines: set[str], squeezed: str) -> list[str]:
    return sorted(line for line in lines if line in squeezed)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _everything(notebook: NotebookNode) -> list[str]:
    parts = [str(notebook.metadata)]
    for cell in notebook.cells:
        parts += [cell.source, str(cell.metadata), str(cell.get("outputs", "")), str(cell.get("attachments", ""))]
    return parts
