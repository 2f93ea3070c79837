"""What the tests of the classroom share: answering a released notebook and handing it in."""

from __future__ import annotations

import copy
from pathlib import Path

import nbformat

MASTERS = Path(__file__).parent / "masters"
SUMS = {"total": "total = sum(numbers)", "mean": "mean = sum(numbers) / len(numbers)", "why": "Because it is short."}


def answered(release, answers):
    """The released notebook with some cells answered, as a student would save it."""
    notebook = copy.deepcopy(release)
    for cell in notebook.cells:
        if cell["id"] in answers:
            cell.source = answers[cell["id"]]
    return notebook


def solved(variant, student):
    """The student version with the master's own solutions typed in, marks left out."""
    texts = {
        one["id"]: "\n".join(line for line in one.source.splitlines() if not line.startswith("### "))
        for one in variant.master.cells
        if one.metadata.get("nbgrader", {}).get("solution")
    }
    return answered(student, texts)


def hand_in(folder: Path, student: str, notebook, name: str = "sums.ipynb") -> Path:
    """Put a notebook (or raw bytes) where a student's submission lies."""
    path = folder / student / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(notebook if isinstance(notebook, bytes) else nbformat.writes(notebook).encode())
    return path


def cell(notebook, name):
    return next(one for one in notebook.cells if one["id"] == name)
