"""The master of an assignment: one py:percent file with solutions, both languages and the drawing of a variant.

The file is an ordinary jupytext notebook whose cells carry nbgrader's metadata. Four conventions are ours:

- One cell tagged ``preparation`` defines ``TITLE``, ``TEXTS`` (name -> {"en", "es"}), ``draw(rng) -> dict`` (what a
  seed changes) and ``keys(P) -> dict`` (the right answers, computed from the tables). It is never released.
- A markdown cell with ``lang="en"`` or ``lang="es"`` belongs to that edition; every other cell belongs to both.
- In code, ``P["NAME"]``, ``T["NAME"]`` and ``KEYS["NAME"]`` become their literal values; in text and in comments that
  fill a line, ``{{NAME}}`` and ``{{T.NAME}}`` do (``{{KEYS.NAME}}`` in model answers and rubrics).
- A markdown cell with ``rubric="GRADE_ID"`` is the rubric of that hand-graded answer; teachers alone get it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from vecinos.i18n import pick
from vecinos.mode import LANGUAGES

NEEDED = ("TITLE", "TEXTS", "draw", "keys")
SEED_LIMIT = 1_000_000
_LITERAL = re.compile(r"\b(P|T|KEYS)\[\"([^\"]+)\"\]")
_PLACE = re.compile(r"\{\{\s*(?:(KEYS|T)\.)?([\w-]+)\s*\}\}")
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_VARIANT = re.compile(r"^(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)-(?P<lang>en|es)-(?P<seed>\d{1,6})$")


class SourceError(ValueError):
    """A master that cannot be used; the message names the file, the place and the mend."""


@dataclass(frozen=True)
class VariantId:
    """Which assignment, edition and seed: written "economy-trade-en-7", nbgrader's name for the assignment."""

    name: str
    lang: str
    seed: int

    def __str__(self) -> str:
        return f"{self.name}-{self.lang}-{self.seed}"

    @classmethod
    def parse(cls, text: object) -> VariantId | None:
        found = _VARIANT.match(text) if isinstance(text, str) else None
        return cls(found["name"], found["lang"], int(found["seed"])) if found else None


@dataclass(frozen=True)
class Variant:
    """One assignment in one language with one seed: what everything else is derived from.

    ``master``: the notebook with solutions and hidden tests; ``rubrics``: grade_id -> markdown;
    ``parameters`` and ``keys``: what the seed drew and the right answers it gives.
    """

    id: VariantId
    title: str
    master: NotebookNode
    rubrics: dict[str, str]
    parameters: dict[str, Any]
    keys: dict[str, Any]


@dataclass(frozen=True)
class Assignment:
    """A master as read from its file. Raises SourceError (from ``read``) when the conventions are not kept."""

    name: str
    path: Path
    cells: tuple[NotebookNode, ...]
    prepared: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Assignment:
        notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
        preparation = [cell for cell in notebook.cells if "preparation" in cell.metadata.get("tags", ())]
        if len(preparation) != 1:
            raise SourceError(f"{path.name}: {len(preparation)} cells are tagged preparation; there must be one.")
        prepared: dict[str, Any] = {"__name__": path.stem}
        exec(compile(preparation[0].source, str(path), "exec"), prepared)
        missing = [name for name in NEEDED if name not in prepared]
        if missing:
            raise SourceError(f"{path.name}: the preparation cell does not define {', '.join(missing)}.")
        cells = tuple(cell for cell in notebook.cells if cell is not preparation[0])
        for cell in cells:
            if cell.cell_type == "markdown" and cell.metadata.get("lang") not in LANGUAGES:
                raise SourceError(f'{path.name}: no lang="en" or lang="es" on the text {cell.source[:60]!r}.')
        return cls(path.stem, path, cells, prepared)

    def variant(self, seed: int, lang: str) -> Variant:
        """The assignment for one seed (0 to 999,999) in one language; the same arguments give the same variant."""
        if not 0 <= seed < SEED_LIMIT:
            raise SourceError(f"The seed {seed} is not between 0 and {SEED_LIMIT - 1:,}.")
        if lang not in LANGUAGES:
            raise SourceError(f"No edition in {lang!r}: the course has {' and '.join(LANGUAGES)}.")
        identity = VariantId(self.name, lang, seed)
        try:
            values = values_of(identity, self.prepared["draw"], self.prepared["keys"], self.prepared["TEXTS"])
            cells, rubrics = self._edition(lang, values)
        except SourceError as error:
            raise SourceError(f"{self.path.name} ({lang}, seed {seed}): {error}") from None
        notebook = nbformat.v4.new_notebook(cells=cells, metadata=_metadata(identity))
        nbformat.validate(notebook)
        return Variant(identity, pick(self.prepared["TITLE"], lang), notebook, rubrics, values["P"], values["KEYS"])

    def _edition(self, lang: str, values: dict[str, dict]) -> tuple[list[NotebookNode], dict[str, str]]:
        cells: list[NotebookNode] = []
        rubrics: dict[str, str] = {}
        for cell in self.cells:
            if cell.metadata.get("lang", lang) != lang:
                continue
            place = cell.source.split("\n", 1)[0]
            source = (_literal if cell.cell_type == "code" else _fill)(cell.source, values, place)
            if "rubric" in cell.metadata:
                rubrics[cell.metadata["rubric"]] = source
                continue
            cells.append(_cell(cell, source, number=len(cells) + 1))
        ids = [cell["id"] for cell in cells]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise SourceError(f"grade_id used twice: {', '.join(twice)}.")
        return cells, rubrics


def values_of(
    identity: VariantId,
    draw: Callable[[random.Random], dict],
    keys: Callable[[dict], dict],
    texts: dict[str, dict[str, str]],
) -> dict[str, dict[str, Any]]:
    """{"P": parameters, "KEYS": right answers, "T": texts of code} of one variant, in its language."""
    drawn = draw(random.Random(identity.seed)) | {"LANG": identity.lang, "VARIANT": str(identity)}

    def in_language(values: dict[str, Any]) -> dict[str, Any]:
        return {name: pick(value, identity.lang) if _is_text(value) else value for name, value in values.items()}

    values = {"P": in_language(drawn), "KEYS": in_language(keys(drawn))}
    values["T"] = {name: _fill(pick(text, identity.lang), values, f"TEXTS[{name!r}]") for name, text in texts.items()}
    return values


def preview(
    draw: Callable[[random.Random], dict], keys: Callable[[dict], dict], texts: dict[str, dict[str, str]]
) -> tuple[dict, dict, dict]:
    """P, T and KEYS of seed 1 in English: with them a master runs as it is, in JupyterLab or as a script."""
    values = values_of(VariantId("preview", "en", 1), draw, keys, texts)
    return values["P"], values["T"], values["KEYS"]


def _literal(code: str, values: dict[str, dict], place: str) -> str:
    code = _LITERAL.sub(lambda found: repr(_look_up(values, found[1], found[2], place)), code)
    return _COMMENT.sub(lambda found: _fill(found[0], values, place), code)


def _fill(text: str, values: dict[str, dict], place: str) -> str:
    return _PLACE.sub(lambda found: str(_look_up(values, found[1] or "P", found[2], place)), text)


def _look_up(values: dict[str, dict], kind: str, name: str, place: str) -> Any:
    try:
        return values[kind][name]
    except KeyError:
        known = ", ".join(sorted(values.get(kind, ())))
        raise SourceError(f"{place!r} uses {kind}[{name!r}]; there are: {known}.") from None


def find_assignment(name: str, folder: Path) -> Assignment:
    """The assignment ``name`` of the masters' folder. Raises SourceError that lists the assignments there are."""
    names = assignment_names(folder)
    if name not in names:
        raise SourceError(f"No assignment {name!r} in {folder}. Assignments: {', '.join(names) or 'none'}.")
    return Assignment.read(folder / f"{name}.py")


def assignment_names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.py"))


def points(notebook: NotebookNode) -> dict[str, float]:
    """grade_id -> points of every graded cell, in order."""
    marks = (cell.metadata.get("nbgrader", {}) for cell in notebook.cells)
    return {mark["grade_id"]: mark["points"] for mark in marks if mark.get("grade")}


def _is_text(value: object) -> bool:
    return isinstance(value, dict) and set(value) == set(LANGUAGES)


def _cell(cell: NotebookNode, source: str, number: int) -> NotebookNode:
    # Ids come from the grade_id or the position, so that a submission can be matched to its release cell by cell.
    metadata = {key: cell.metadata[key] for key in ("nbgrader", "tags") if key in cell.metadata}
    identity = metadata.get("nbgrader", {}).get("grade_id", f"text-{number}")
    new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    return new(source, id=identity, metadata=metadata)


def _metadata(identity: VariantId) -> dict:
    return {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "vecinos": {"variant": str(identity)},
    }
