"""What happens to notebooks on the way, mended without touching an answer. Pure functions: no nbgrader is run."""

from __future__ import annotations

import copy
import json

import nbformat
import pytest
from classroom_helpers import SUMS, answered, cell

from vecinos.classroom.normalise import Unreadable, load, mend, variant_of


def _bytes(notebook) -> bytes:
    return nbformat.writes(notebook).encode()


def _mended(data: bytes, release):
    notebook, repairs = load(data)
    result = mend(notebook, release)
    return result, {note.code for note in (*repairs, *result.repairs)}


def _answers(notebook) -> dict[str, str]:
    return {name: cell(notebook, name).source for name in SUMS}


def _metadata(notebook):
    return {one["id"]: one.metadata.get("nbgrader") for one in notebook.cells if "nbgrader" in one.metadata}


def test_an_untouched_notebook_needs_no_repair(release):
    result, repairs = _mended(_bytes(release), release)
    assert repairs == set()
    assert result.blank
    assert not mend(answered(release, SUMS), release).blank


def test_a_byte_order_mark_is_taken_off(release):
    result, repairs = _mended(b"\xef\xbb\xbf" + _bytes(answered(release, SUMS)), release)
    assert repairs == {"encoding"}
    assert _answers(result.notebook) == SUMS


def test_utf_16_is_read(release):
    text = _bytes(answered(release, SUMS)).decode()
    result, repairs = _mended(text.encode("utf-16"), release)
    assert repairs == {"encoding"}
    assert _answers(result.notebook) == SUMS


def test_marks_stripped_by_another_program_come_back_by_cell_id(release):
    notebook = answered(release, SUMS)
    for one in notebook.cells:
        one.metadata = {}
    notebook.metadata = {}
    result, repairs = _mended(_bytes(notebook), release)
    assert repairs == {"mark-restored", "kernel"}
    assert _metadata(result.notebook) == _metadata(release)
    assert _answers(result.notebook) == SUMS


def test_marks_come_back_by_text_and_place_when_the_ids_are_gone_too(release):
    raw = json.loads(_bytes(answered(release, SUMS)))
    raw["nbformat_minor"] = 4
    for one in raw["cells"]:
        del one["id"]
        one["metadata"] = {}
    result, repairs = _mended(json.dumps(raw).encode(), release)
    assert repairs == {"mark-restored"}
    assert _answers(result.notebook) == SUMS
    assert _metadata(result.notebook) == _metadata(release)


def test_a_copied_answer_cell_leaves_one_marked_cell_the_answered_one(release):
    notebook = answered(release, SUMS)
    blank = copy.deepcopy(cell(release, "total"))
    blank["id"] = "another"
    notebook.cells.insert(2, blank)
    result, repairs = _mended(_bytes(notebook), release)
    assert "copies" in repairs
    names = [one.metadata["nbgrader"]["grade_id"] for one in result.notebook.cells if "nbgrader" in one.metadata]
    assert len(names) == len(set(names))
    assert _answers(result.notebook) == SUMS


def test_equal_cell_ids_are_told_apart(release):
    notebook = answered(release, SUMS)
    extra = nbformat.v4.new_code_cell("print('mine')", id="total")
    notebook.cells.insert(1, extra)
    result, _ = _mended(json.dumps(notebook).encode(), release)
    assert _answers(result.notebook) == SUMS
    assert "print('mine')" in [one.source for one in result.notebook.cells]


def test_a_deleted_check_cell_comes_back_behind_its_answer(release):
    notebook = answered(release, SUMS)
    notebook.cells = [one for one in notebook.cells if one["id"] != "total-check"]
    result, repairs = _mended(_bytes(notebook), release)
    assert repairs == {"check-missing"}
    names = [one["id"] for one in result.notebook.cells]
    assert names.index("total-check") == names.index("total") + 1


def test_a_deleted_answer_cell_is_said_to_be_missing(release):
    notebook = answered(release, SUMS)
    notebook.cells = [one for one in notebook.cells if one["id"] != "why"]
    result, repairs = _mended(_bytes(notebook), release)
    assert repairs == {"answer-missing"}
    assert result.unanswered == ["why"]


def test_a_changed_check_is_put_back_and_said(release):
    notebook = answered(release, SUMS)
    cell(notebook, "total-check").source = "pass"
    result, repairs = _mended(_bytes(notebook), release)
    assert repairs == {"check-changed"}
    assert cell(result.notebook, "total-check").source == cell(release, "total-check").source


def test_moved_cells_return_to_their_order_and_own_cells_stay(release):
    notebook = answered(release, SUMS)
    notebook.cells.insert(3, nbformat.v4.new_code_cell("mine = 1", id="mine"))
    marked = [n for n, one in enumerate(notebook.cells) if "nbgrader" in one.metadata]
    first, last = marked[1], marked[3]
    notebook.cells[first], notebook.cells[last] = notebook.cells[last], notebook.cells[first]
    result, repairs = _mended(_bytes(notebook), release)
    assert repairs == {"order"}
    names = [one["id"] for one in result.notebook.cells if "nbgrader" in one.metadata]
    assert names == [one["id"] for one in release.cells if "nbgrader" in one.metadata]
    assert result.notebook.cells[3]["id"] == "mine"


def test_an_answer_turned_into_code_is_text_again(release):
    notebook = answered(release, SUMS)
    position = [one["id"] for one in notebook.cells].index("why")
    made = nbformat.v4.new_code_cell(SUMS["why"], id="why", metadata=notebook.cells[position].metadata)
    notebook.cells[position] = made
    result, repairs = _mended(_bytes(notebook), release)
    assert repairs == {"kind"}
    assert cell(result.notebook, "why").cell_type == "markdown"


def test_outputs_do_not_travel(release):
    notebook = answered(release, SUMS)
    cell(notebook, "total").outputs = [nbformat.v4.new_output("stream", text="x" * 5_000_000)]
    result, _ = _mended(_bytes(notebook), release)
    assert len(_bytes(result.notebook)) < 20_000


def test_a_picture_in_a_written_answer_stays(release):
    notebook = answered(release, SUMS)
    cell(notebook, "why")["attachments"] = {"a.png": {"image/png": "aGk="}}
    result, _ = _mended(_bytes(notebook), release)
    assert "attachments" in cell(result.notebook, "why")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"  \n", "empty-file"),
        (b"{not json", "not-json"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "not-text"),
        (b"[1, 2]", "not-notebook"),
        (b'{"a": 1}', "not-notebook"),
        (b'{"cells": 3}', "not-notebook"),
        (b'{"worksheets": [3]}', "not-notebook"),
        (b"[" * 100_000, "not-json"),
    ],
)
def test_what_is_no_notebook_is_named(data, code):
    with pytest.raises(Unreadable) as caught:
        load(data)
    assert caught.value.note.code == code


def test_half_a_notebook_is_not_json(release):
    data = _bytes(release)
    with pytest.raises(Unreadable):
        load(data[: len(data) // 2])


def test_cells_that_are_no_cells_do_not_stop_the_rest(release):
    raw = json.loads(_bytes(answered(release, SUMS)))
    raw["cells"] += ["text", 3, {"cell_type": "video"}, {"source": None, "metadata": []}]
    result, _ = _mended(json.dumps(raw).encode(), release)
    nbformat.validate(result.notebook)
    assert _answers(result.notebook) == SUMS


def test_the_variant_is_read_from_the_metadata_or_the_stamp(release):
    assert str(variant_of(release)) == "sums-en-7"
    release.metadata = {}
    assert str(variant_of(release)) == "sums-en-7"
    cell(release, "setup").source = "numbers = [1]"
    assert variant_of(release) is None
