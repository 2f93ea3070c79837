"""What nbgrader's feedback page needs from us: hidden tests taken out, results said in words."""

from __future__ import annotations

from typing import Any

import mistune
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests
from nbgrader.utils import is_grade, is_locked, is_solution

from vecinos.classroom.guard import CANARY
from vecinos.classroom.source import VariantId
from vecinos.classroom.texts import say

LONGEST_OUTPUT = 4000


class HideTests(ClearHiddenTests):
    """nbgrader's own removal of hidden tests, for feedback; an error keeps its message and loses its traceback.

    The traceback quotes the code of the test. The canary cell is dropped: it is no question.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        nb.cells = [cell for cell in nb.cells if _grade_id(cell) != CANARY]
        nb, resources = super().preprocess(nb, resources)
        _mark_pending(nb, resources["nbgrader"])
        variant = VariantId.parse(resources["nbgrader"]["assignment"])
        resources["lang"] = variant.lang if variant else "en"
        # What a student wrote is shown as text: HTML in it is escaped, and addresses that run code are dropped.
        resources["markdown"] = mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])
        resources["say"] = lambda name, **values: say(name, resources["lang"], **values)
        return nb, resources

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        test = is_grade(cell) and is_locked(cell) and not is_solution(cell)
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                plain = output.ename in ("AssertionError", "CheckError") and test
                said = output.evalue if plain else f"{output.ename}: {output.evalue}"
                output["said"] = said[:LONGEST_OUTPUT]
                output["traceback"] = []
            elif output.output_type == "stream" and len(output.text) > LONGEST_OUTPUT:
                # nbgrader's own limit counts lines; one line may be 50 MB.
                output.text = output.text[:LONGEST_OUTPUT] + " …"
        return cell, resources


def _mark_pending(nb: NotebookNode, names: dict[str, str]) -> None:
    """A score of None where nobody has graded yet: nbgrader hands over 0 for both."""
    with Gradebook(names["db_url"]) as book:
        for cell in nb.cells:
            if is_grade(cell):
                mark = book.find_grade(_grade_id(cell), names["notebook"], names["assignment"], names["student"])
                if mark.manual_score is None and mark.auto_score is None:
                    cell.metadata.nbgrader["score"] = None


def _grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")
