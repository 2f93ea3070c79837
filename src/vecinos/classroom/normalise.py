"""Mend what happens to a notebook on its way from a student's computer, and say what was mended.

Everything here is pure: bytes and notebooks in, a notebook and a list of notes out. nbgrader gives a damaged
notebook 0 points without a word; here each repair is a note, and what cannot be mended raises ``Unreadable``.
"""

from __future__ import annotations

import codecs
import copy
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

import nbformat
from nbformat import NotebookNode

from vecinos.classroom.source import VariantId

LARGEST_BYTES = 200_000_000
_STAMP = re.compile(r"^# ([a-z0-9-]+-(?:en|es)-\d{1,6})$", re.MULTILINE)


class Unreadable(ValueError):
    """The file cannot be made into a notebook. ``note`` says why (see texts.NOTES)."""

    def __init__(self, code: str, **values: object):
        super().__init__(code)
        self.note = Note(code, values)


@dataclass(frozen=True)
class Note:
    """One thing to tell the teacher: a code of ``texts`` and the values its sentence needs."""

    code: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass
class Mended:
    """A notebook nbgrader can grade, the repairs it took, and the answers that were left as released."""

    notebook: NotebookNode
    repairs: list[Note]
    unanswered: list[str]
    answers: int

    @property
    def blank(self) -> bool:
        return len(self.unanswered) == self.answers


def load(data: bytes) -> tuple[NotebookNode, list[Note]]:
    """The notebook in ``data`` with clean cells (no outputs, string sources, unique ids), and the repairs it took."""
    repairs: list[Note] = []
    if len(data) > LARGEST_BYTES:
        raise Unreadable("too-large", megabytes=len(data) // 1_000_000)
    if not data.strip():
        raise Unreadable("empty-file")
    text = _decode(data, repairs)
    try:
        raw = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable("not-json", line=getattr(error, "lineno", 0)) from None
    if not isinstance(raw, dict) or not isinstance(raw.get("cells", raw.get("worksheets")), list):
        raise Unreadable("not-notebook")
    if "worksheets" in raw:
        raw = _from_version_3(raw)
        repairs.append(Note("old-format"))
    cells = [_clean(cell) for cell in raw["cells"] if isinstance(cell, dict)]
    metadata = raw["metadata"] if isinstance(raw.get("metadata"), dict) else {}
    return nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}), repairs


def variant_of(notebook: NotebookNode) -> VariantId | None:
    """Which variant this says it is: by its metadata, or by the stamp on the set-up cell; None when both are lost."""
    marked = notebook.metadata.get("vecinos")
    found = VariantId.parse(marked.get("variant")) if isinstance(marked, dict) else None
    if found:
        return found
    stamps = (_STAMP.search(cell.source) for cell in notebook.cells if cell.cell_type == "code")
    return next((VariantId.parse(stamp[1]) for stamp in stamps if stamp), None)


def mend(notebook: NotebookNode, release: NotebookNode) -> Mended:
    """The submitted notebook with the cells of ``release`` recognised and put in order; answers are never altered."""
    repairs: list[Note] = []
    cells = [copy.deepcopy(cell) for cell in notebook.cells]
    owners = _recognise(cells, release, repairs)
    _restore(cells, owners, release, repairs)
    cells = _in_order(cells, owners, release, repairs)
    if notebook.metadata.get("kernelspec") != release.metadata.get("kernelspec"):
        repairs.append(Note("kernel"))
    made = nbformat.from_dict(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": copy.deepcopy(release.metadata), "cells": cells}
    )
    nbformat.validate(made)
    answers = [cell for cell in release.cells if _is_answer(cell)]
    by_id = {cell["id"]: cell for cell in cells}
    untouched = [cell["id"] for cell in answers if _bare(by_id[cell["id"]].source) == _bare(cell.source)]
    return Mended(made, repairs, untouched, len(answers))


def _decode(data: bytes, repairs: list[Note]) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            repairs.append(Note("encoding", {"encoding": "UTF-8 + BOM" if encoding == "utf-8-sig" else "UTF-16"}))
            break
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("not-text") from None


def _from_version_3(raw: dict) -> dict:
    try:
        return nbformat.convert(nbformat.from_dict(raw | {"nbformat": 3}), 4)
    except Exception:
        # The converter trusts its input, so any kind of error may come out of a damaged file.
        raise Unreadable("not-notebook") from None


def _clean(cell: dict) -> dict:
    kind = cell.get("cell_type") if cell.get("cell_type") in ("code", "markdown") else "raw"
    source = cell.get("source", "")
    source = "".join(str(part) for part in source) if isinstance(source, list) else str(source)
    metadata = cell.get("metadata") if isinstance(cell.get("metadata"), dict) else {}
    marks = metadata.get("nbgrader")
    clean = {
        "cell_type": kind,
        "id": cell["id"] if isinstance(cell.get("id"), str) else "",
        "metadata": {"nbgrader": marks} if isinstance(marks, dict) and marks else {},
        "source": source.replace("\r\n", "\n"),
    }
    if kind == "code":
        clean |= {"outputs": [], "execution_count": None}
    elif isinstance(cell.get("attachments"), dict):
        clean["attachments"] = cell["attachments"]
    return clean


def _marked(release: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in release.cells if "nbgrader" in cell.metadata]


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def _bare(source: str) -> str:
    return source.strip()


def _recognise(cells: list[NotebookNode], release: NotebookNode, repairs: list[Note]) -> dict[str, NotebookNode]:
    """grade_id -> the submitted cell that is it: by nbgrader's mark, else by cell id, text, or place between others."""
    owners: dict[str, NotebookNode] = {}
    for wanted in _marked(release):
        name = wanted["id"]
        claims = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name]
        if claims:
            owners[name] = _best(claims, wanted)
            if len(claims) > 1:
                repairs.append(Note("copies", {"cell": name, "count": len(claims)}))
    taken = {id(cell) for cell in owners.values()}
    for wanted in _marked(release):
        if wanted["id"] in owners:
            continue
        free = [cell for cell in cells if id(cell) not in taken and not _claimed(cell, owners)]
        found = next((cell for cell in free if cell["id"] == wanted["id"]), None)
        if found is None and not _is_answer(wanted):
            found = next((cell for cell in free if _bare(cell.source) == _bare(wanted.source)), None)
        if found is not None:
            owners[wanted["id"]] = found
            taken.add(id(found))
            repairs.append(Note("mark-restored", {"cell": wanted["id"]}))
    _recognise_by_place(cells, owners, release, repairs)
    return owners


def _claimed(cell: NotebookNode, owners: dict[str, NotebookNode]) -> bool:
    """Whether the cell is a second copy of something already recognised."""
    return cell.metadata.get("nbgrader", {}).get("grade_id") in owners


def _best(claims: list[NotebookNode], wanted: NotebookNode) -> NotebookNode:
    """Of several copies: an answered one before a blank one, then the one with the original id, then the last."""

    def rank(pair: tuple[int, NotebookNode]) -> tuple[bool, bool, int]:
        position, cell = pair
        return _bare(cell.source) != _bare(wanted.source), cell["id"] == wanted["id"], position

    if not _is_answer(wanted):
        return next((cell for cell in claims if cell["id"] == wanted["id"]), claims[-1])
    return max(enumerate(claims), key=rank)[1]


def _recognise_by_place(
    cells: list[NotebookNode], owners: dict[str, NotebookNode], release: NotebookNode, repairs: list[Note]
) -> None:
    """An answer without any mark is the one cell of its kind between its recognised neighbours, text cells aside."""
    known_text = {_bare(cell.source) for cell in release.cells if not _is_answer(cell)}
    names = [cell["id"] for cell in _marked(release)]
    for wanted in _marked(release):
        name = wanted["id"]
        if name in owners or not _is_answer(wanted):
            continue
        at = names.index(name)
        before = [_index(cells, owners[one]) for one in names[:at] if one in owners]
        after = [_index(cells, owners[one]) for one in names[at + 1 :] if one in owners]
        gap = cells[max(before, default=-1) + 1 : min(after, default=len(cells))]
        taken = {id(cell) for cell in owners.values()}
        candidates = [
            cell
            for cell in gap
            if cell.cell_type == wanted.cell_type and id(cell) not in taken and _bare(cell.source) not in known_text
        ]
        if len(candidates) == 1:
            owners[name] = candidates[0]
            repairs.append(Note("mark-restored", {"cell": name}))


def _index(cells: list[NotebookNode], wanted: NotebookNode) -> int:
    return next(position for position, cell in enumerate(cells) if cell is wanted)


def _restore(
    cells: list[NotebookNode], owners: dict[str, NotebookNode], release: NotebookNode, repairs: list[Note]
) -> None:
    """Marks, kinds and read-only texts as released; everything else loses its mark; missing cells come back."""
    kept = {id(cell): name for name, cell in owners.items()}
    seen = {cell["id"] for cell in _marked(release)}
    for cell in cells:
        if id(cell) not in kept:
            cell.metadata.pop("nbgrader", None)
            if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell["id"]) or cell["id"] in seen:
                cell["id"] = uuid.uuid4().hex[:12]
            seen.add(cell["id"])
    for wanted in _marked(release):
        name = wanted["id"]
        if name not in owners:
            owners[name] = copy.deepcopy(wanted)
            cells.insert(_after(cells, owners, release, name), owners[name])
            repairs.append(Note("answer-missing" if _is_answer(wanted) else "check-missing", {"cell": name}))
            continue
        cell = owners[name]
        if cell.cell_type != wanted.cell_type:
            _change_kind(cell, wanted.cell_type)
            repairs.append(Note("kind", {"cell": name}))
        if not _is_answer(wanted) and _bare(cell.source) != _bare(wanted.source):
            cell.source = wanted.source
            repairs.append(Note("check-changed", {"cell": name}))
        cell["id"], cell.metadata = name, copy.deepcopy(wanted.metadata)


def _after(cells: list[NotebookNode], owners: dict[str, NotebookNode], release: NotebookNode, name: str) -> int:
    """Where a missing cell goes: behind the nearest released cell before it that is there."""
    names = [cell["id"] for cell in _marked(release)]
    present = [one for one in names[: names.index(name)] if one in owners]
    return _index(cells, owners[present[-1]]) + 1 if present else 0


def _change_kind(cell: NotebookNode, kind: str) -> None:
    cell.cell_type = kind
    for key in ("outputs", "execution_count", "attachments"):
        cell.pop(key, None)
    if kind == "code":
        cell.update(outputs=[], execution_count=None)


def _in_order(
    cells: list[NotebookNode], owners: dict[str, NotebookNode], release: NotebookNode, repairs: list[Note]
) -> list[NotebookNode]:
    """Released cells in the released order; the student's own cells stay where they are."""
    wanted = [cell["id"] for cell in _marked(release)]
    if _names(cells, owners) == wanted:
        return cells
    repairs.append(Note("order"))
    following = iter(wanted)
    mine = {id(cell) for cell in owners.values()}
    return [owners[next(following)] if id(cell) in mine else cell for cell in cells]


def _names(cells: Iterable[NotebookNode], owners: dict[str, NotebookNode]) -> list[str]:
    name_of = {id(cell): name for name, cell in owners.items()}
    return [name_of[id(cell)] for cell in cells if id(cell) in name_of]
