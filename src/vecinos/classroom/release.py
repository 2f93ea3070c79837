"""What a teacher hands out and keeps: the student version, the answer key and the rubric of one variant."""

from __future__ import annotations

import copy
import html
import os
import re
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from vecinos.classroom.course_folder import Course
from vecinos.classroom.guard import CANARY
from vecinos.classroom.leaks import notebook_leaks
from vecinos.classroom.otter import write_otter
from vecinos.classroom.source import SourceError, Variant, points
from vecinos.classroom.texts import say

KEY_TIMEOUT_SECONDS = 120
_MARK_LINE = re.compile(r"^\s*### (?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS)\s*\n?", re.MULTILINE)


def release(variant: Variant, folder: Path, *, otter: bool = False) -> list[Path]:
    """Write ``student/NAME.ipynb``, ``teacher/NAME-key.ipynb`` and ``teacher/NAME-rubric.md`` and ``.html``.

    Returns the paths. ``otter``: also ``teacher/otter/NAME.ipynb``, for Gradescope. Nothing is written unless all of it
    is right: raises SourceError when the student version gives an answer away or when the answer key does not run
    without an error.
    """
    student = student_version(variant)
    key = answer_key(variant)
    sheet = rubric_sheet(variant)
    name = variant.id.name
    texts = {
        folder / "student" / f"{name}.ipynb": nbformat.writes(student) + "\n",
        folder / "teacher" / f"{name}-key.ipynb": nbformat.writes(key) + "\n",
        folder / "teacher" / f"{name}-rubric.md": sheet,
        folder / "teacher" / f"{name}-rubric.html": page(
            sheet, f"{say('rubric', variant.id.lang)}: {variant.title}", variant.id.lang
        ),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    return [*texts, write_otter(variant, folder / "teacher" / "otter")] if otter else list(texts)


def student_version(variant: Variant) -> NotebookNode:
    """What nbgrader derives for students, checked for leaks. Raises SourceError naming what would leak."""
    with tempfile.TemporaryDirectory(prefix="vecinos-") as folder:
        student = Course(Path(folder)).derive(variant, gradebook=False)
    found = notebook_leaks(student, variant.master, variant.keys)
    if found:
        raise SourceError(f"{variant.id}: the student version would give away: {'; '.join(found)}. Change the master.")
    return student


def answer_key(variant: Variant) -> NotebookNode:
    """The master as a teacher reads it: solved, run, with its outputs and rubrics. Raises SourceError if a cell fails.

    The hidden tests are run with it, so that a key that does not earn full marks is never handed out.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    from vecinos.classroom.sandbox import kernels

    key = copy.deepcopy(variant.master)
    key.cells = [cell for cell in key.cells if cell["id"] != CANARY]
    with tempfile.TemporaryDirectory(prefix="vecinos-") as folder, kernels(sandboxed=False) as config:
        place = {"metadata": {"path": folder}}
        runner = NotebookClient(key, timeout=KEY_TIMEOUT_SECONDS, resources=place, config=config)
        try:
            runner.execute()
        except CellExecutionError as error:
            raise SourceError(f"{variant.id}: the answer key does not run: {error.ename}: {error.evalue}") from None
    cells = []
    for cell in key.cells:
        cell.source = _MARK_LINE.sub("", cell.source).rstrip()
        cell.metadata.pop("execution", None)
        cells.append(cell)
        if cell["id"] in variant.rubrics:
            cells.append(nbformat.v4.new_markdown_cell(variant.rubrics[cell["id"]], id=f"rubric-{cell['id']}"))
    key.cells = cells
    return key


# How the names of keys begin that are no answers but what a typical mistake gives.
MISTAKES = ("mistake_", "if_")


def rubric_sheet(variant: Variant) -> str:
    """The rubric sheet in markdown: the keys, then for each hand-graded answer its table and a model answer."""
    lang = variant.id.lang
    marks = points(variant.master)
    missing = [name for name in variant.rubrics if name not in marks]
    if missing:
        raise SourceError(f"{variant.id}: rubric for an answer that is not graded: {', '.join(missing)}.")
    manual = sum(marks[name] for name in variant.rubrics)
    total = sum(marks.values())
    intro = say("rubric-intro", lang, auto=total - manual, manual=manual, total=total, variant=variant.id)
    lines = [f"# {say('rubric', lang)}: {variant.title}", "", intro, "", f"## {say('rubric-keys', lang)}", ""]
    # Keys that are text serve the model answers alone.
    answers = {name: value for name, value in variant.keys.items() if not isinstance(value, str)}
    mistakes = [name for name in answers if name.startswith(MISTAKES)]
    lines += [f"- `{name}`: {_shown(value)}" for name, value in answers.items() if name not in mistakes]
    if mistakes:
        lines += ["", f"### {say('rubric-mistakes', lang)}", ""]
        lines += [f"- `{name}`: {_shown(answers[name])}" for name in mistakes]
    for cell in variant.master.cells:
        if cell["id"] in variant.rubrics:
            lines += ["", variant.rubrics[cell["id"]], "", f"### {say('rubric-answer', lang)}", "", cell.source]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.1f}"
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def page(markdown: str, title: str, lang: str) -> str:
    """One self-contained HTML page of a markdown text, to read on a phone or to print."""
    import mistune

    style = (
        ":root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;"
        "padding:1.5rem 1rem 4rem}h1,h2,h3{font-family:Georgia,serif;line-height:1.25}"
        "table{border-collapse:collapse;display:block;overflow-x:auto}"
        "th,td{border:1px solid GrayText;padding:.35rem .6rem;text-align:start;vertical-align:top}"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{style}</style></head>\n"
        f"<body><main>{mistune.html(markdown)}</main></body></html>\n"
    )
