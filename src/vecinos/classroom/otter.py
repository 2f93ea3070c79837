"""The same assignment for a school with Gradescope: a notebook that ``otter assign`` (otter-grader 7) takes.

What differs from nbgrader's way:

- A graded cell becomes a question with two test cases: the check of the form, which students see and which earns
  nothing, and that check with the hidden tests, which earns the points.
- Test cases are functions; they take the student's variables by name and everything else from Python itself.
- The canary is left out: Otter has nobody to tell that tests did not run as they should.
- Gradescope does not know this course: the package goes along, and Otter lists what it needs for Gradescope.
"""

from __future__ import annotations

import ast
import builtins
import json
import re
import shutil
import sys
from importlib.metadata import requires, version
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from vecinos.classroom.guard import CANARY, guarded
from vecinos.classroom.leaks import MARKS
from vecinos.classroom.source import Variant
from vecinos.classroom.texts import say

PACKAGE = Path(__file__).resolve().parents[1]
BEGIN_SOLUTION, END_SOLUTION, BEGIN_HIDDEN, END_HIDDEN = MARKS


def write_otter(variant: Variant, folder: Path) -> Path:
    """Write ``folder/NAME.ipynb`` for ``otter assign`` and, beside it, the package it sends along; returns the path."""
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / PACKAGE.name
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / f"{variant.id.name}.ipynb"
    path.write_text(nbformat.writes(otter_source(variant)) + "\n", encoding="utf-8")
    return path


def otter_source(variant: Variant) -> NotebookNode:
    """The master in Otter Assign's format: solutions marked, one question per graded cell, points as in the master."""
    cells = [_raw("# ASSIGNMENT CONFIG", _settings())]
    for cell in guarded(variant.master).cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade_id") == CANARY:
            continue
        if mark.get("grade") and mark.get("solution"):
            # Otter locks a question's first text: that must be the question, or nobody could write an answer.
            asked = cells.pop() if cells[-1].cell_type == "markdown" else _text(f"**{mark['grade_id']}**")
            cells += _manual_question(cell, asked, variant.id.lang)
        elif mark.get("grade"):
            cells += _tested_question(cell)
        else:
            cells.append(_copied(cell, _marked(cell.source, variant.id.lang)))
    kept = {cell["id"] for cell in variant.master.cells}
    for number, cell in enumerate(cells, 1):
        if cell["id"] not in kept:
            cell["id"] = f"otter-{number}"
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=variant.master.metadata)
    nbformat.validate(notebook)
    return notebook


def _settings() -> dict:
    """Otter's settings. Gradescope gets the versions that are installed here, so that it grades what is graded here."""
    names = [re.match(r"[\w.-]+", one)[0] for one in requires("vecinos") or () if "extra ==" not in one]
    return {
        "requirements": [f"{name}=={version(name)}" for name in names],
        "python_version": ".".join(map(str, sys.version_info[:2])),
        "autograder_files": [PACKAGE.name],
        # Students hand in the notebook itself.
        "export_cell": False,
        # An answer need not stand in its question: two questions may test one cell.
        "strip_solutions_from_all_cells": True,
        "tests": {"ok_format": False},
    }


def _tested_question(cell: NotebookNode) -> list[NotebookNode]:
    name, points = cell.metadata.nbgrader.grade_id, cell.metadata.nbgrader.points
    form, whole = _without_hidden(cell.source), _without_marks(cell.source)
    cases = [_case("test_form", form, {"points": points if form == whole else 0})]
    if form != whole:
        cases.append(_case("test_answer", whole, {"points": points, "hidden": True}))
    return [
        _raw("# BEGIN QUESTION", {"name": name, "points": points}),
        _raw("# BEGIN TESTS"),
        *cases,
        _raw("# END TESTS"),
        _raw("# END QUESTION"),
    ]


def _manual_question(cell: NotebookNode, asked: NotebookNode, lang: str) -> list[NotebookNode]:
    name, points = cell.metadata.nbgrader.grade_id, cell.metadata.nbgrader.points
    code = cell.cell_type == "code"
    stub = [] if code else [_raw("# BEGIN PROMPT"), _text(say("text-stub", lang)), _raw("# END PROMPT")]
    return [
        _raw("# BEGIN QUESTION", {"name": name, "points": points, "manual": True}),
        asked,
        *stub,
        _raw("# BEGIN SOLUTION"),
        _copied(cell, _marked(cell.source, lang) if code else cell.source),
        _raw("# END SOLUTION"),
        _raw("# END QUESTION"),
    ]


def _case(name: str, code: str, settings: dict) -> NotebookNode:
    """One test case: its settings in the way Otter reads them, and ``code`` as the function ``name``."""
    lines = ['""" # BEGIN TEST CONFIG', *(f"{key}: {json.dumps(value)}" for key, value in settings.items())]
    return nbformat.v4.new_code_cell("\n".join([*lines, '""" # END TEST CONFIG', _function(name, code)]))


def _function(name: str, code: str) -> str:
    """``code`` as a function whose parameters are the names it uses: Otter gives it the student's values for them."""
    body = ast.parse(code).body
    nodes = [node for statement in body for node in ast.walk(statement)]
    used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    used -= {alias.asname or alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    module = ast.parse(f"def {name}({', '.join(sorted(used - set(vars(builtins))))}): pass")
    module.body[0].body = body
    return ast.unparse(module)


def _without_hidden(source: str) -> str:
    kept, hidden = [], False
    for line in source.split("\n"):
        hidden = hidden or BEGIN_HIDDEN in line
        if not hidden:
            kept.append(line)
        hidden = hidden and END_HIDDEN not in line
    return "\n".join(kept)


def _without_marks(source: str) -> str:
    return "\n".join(line for line in source.split("\n") if BEGIN_HIDDEN not in line and END_HIDDEN not in line)


def _marked(source: str, lang: str) -> str:
    """A code answer with Otter's marks in place of nbgrader's, and the line that students find instead."""
    lines = []
    for line in source.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        if BEGIN_SOLUTION in line:
            lines.append(f"{indent}# BEGIN SOLUTION NO PROMPT")
        elif END_SOLUTION in line:
            lines += [f"{indent}# END SOLUTION", f'{indent}""" # BEGIN PROMPT']
            lines += [f"{indent}{say('code-stub', lang)}", f'{indent}""" # END PROMPT']
        else:
            lines.append(line)
    return "\n".join(lines)


def _copied(cell: NotebookNode, source: str) -> NotebookNode:
    """The cell without nbgrader's mark, which would make it look like nbgrader's to its tools."""
    new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    metadata = {key: value for key, value in cell.metadata.items() if key != "nbgrader"}
    return new(source, id=cell["id"], metadata=metadata)


def _text(source: str) -> NotebookNode:
    return nbformat.v4.new_markdown_cell(source)


def _raw(title: str, settings: dict | None = None) -> NotebookNode:
    """One of Otter's own cells: a title and settings in YAML, of which JSON is a part."""
    lines = [f"{key}: {json.dumps(value)}" for key, value in (settings or {}).items()]
    return nbformat.v4.new_raw_cell("\n".join([title, *lines]))
