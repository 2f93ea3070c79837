"""Storing notebooks: the same content gives the same bytes; what fails is named and nothing is lost."""

import json

import nbformat
import pytest

from vecinos.commands import notebooks


def _write(path, *cells):
    notebook = nbformat.v4.new_notebook(cells=list(cells))
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "my own", "language": "python"}
    notebook.metadata["widgets"] = {"state": {}}
    nbformat.write(notebook, path)
    return path


def test_running_twice_gives_the_same_bytes(tmp_path):
    path = _write(
        tmp_path / "a.ipynb",
        nbformat.v4.new_markdown_cell("# Título"),
        nbformat.v4.new_code_cell("import os\nprint(os.environ['VECINOS_STATIC'])\n6 * 7\n\n"),
    )
    first = notebooks.refreshed(path)
    path.write_text(first, encoding="utf-8")
    assert notebooks.refreshed(path) == first
    stored = json.loads(first)
    assert stored["cells"][1]["outputs"][0]["text"] == ["1\n"]
    assert stored["cells"][1]["outputs"][1]["data"]["text/plain"] == ["42"]
    assert "Título" in first
    for trace in ("my own", "widgets", 'execution": {', "iopub"):
        assert trace not in first


def test_doubled_cell_ids_are_told_apart(tmp_path):
    one, two = nbformat.v4.new_markdown_cell("a"), nbformat.v4.new_markdown_cell("b")
    two["id"] = one["id"]
    notebook = nbformat.v4.new_notebook(cells=[one, two])
    ids = [cell["id"] for cell in json.loads(notebooks.normal_form(notebook))["cells"]]
    assert len(set(ids)) == 2


def test_a_failing_cell_is_named_and_the_file_stays_as_it_was(tmp_path, capsys):
    path = _write(tmp_path / "a.ipynb", nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_code_cell("1 / 0"))
    before = path.read_bytes()
    assert notebooks.run(_arguments(path)) == 1
    assert "cell 2 ('1 / 0') failed: ZeroDivisionError" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_a_file_that_is_no_notebook_is_told_plainly(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text("not json")
    with pytest.raises(ValueError, match="not a notebook that can be read"):
        notebooks.refreshed(path)


def test_check_changes_nothing_and_says_how_to_mend(tmp_path, capsys):
    path = _write(tmp_path / "a.ipynb", nbformat.v4.new_code_cell("1"))
    before = path.read_bytes()
    assert notebooks.run(_arguments(path, check=True)) == 1
    assert "would change. Run: vecinos refresh-notebooks" in capsys.readouterr().out
    assert path.read_bytes() == before


def _arguments(path, check=False):
    import argparse

    return argparse.Namespace(notebooks=[path], check=check)
