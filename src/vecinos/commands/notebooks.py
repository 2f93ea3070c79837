"""``vecinos refresh-notebooks``: run the lesson notebooks in static mode and store them in one normal form."""

from __future__ import annotations

import argparse
import concurrent.futures
import os
import re
from pathlib import Path

import nbformat

from vecinos.commands.paths import root, write_atomically
from vecinos.mode import STATIC_VARIABLE

CELL_KEYS = ("tags", "mystnb")
TIMEOUT_SECONDS = 300


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("notebooks", nargs="*", type=Path, help="notebooks to run (default: every lesson)")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a notebook would change")


def run(arguments: argparse.Namespace) -> int:
    top = root()
    paths = [path.resolve() for path in arguments.notebooks] or sorted((top / "book").rglob("*.ipynb"))
    paths = [path for path in paths if ".ipynb_checkpoints" not in path.parts]
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        for path, result in zip(paths, pool.map(_attempt, paths), strict=True):
            name = path.relative_to(top) if path.is_relative_to(top) else path
            if isinstance(result, Exception):
                bad += 1
                print(f"{name}: {result}")
            elif result == path.read_text(encoding="utf-8"):
                print(f"{name}: unchanged")
            elif arguments.check:
                bad += 1
                print(f"{name}: would change. Run: vecinos refresh-notebooks {name}")
            else:
                write_atomically(path, result)
                print(f"{name}: stored")
    return 1 if bad else 0


def _attempt(path: Path) -> str | Exception:
    try:
        return refreshed(path)
    except Exception as error:
        return error


def refreshed(path: Path) -> str:
    """The notebook's text after a fresh run in static mode, in normal form.

    Raises ValueError naming the cell when the file is not a notebook or a cell fails; the file is not touched.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:
        raise ValueError(f"not a notebook that can be read ({error}). Restore it from version control.") from error
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=False,
    )
    try:
        client.execute(env=os.environ | {STATIC_VARIABLE: "1", "PYTHONHASHSEED": "0"})
    except CellExecutionError as error:
        position, cell = next(
            (n, c) for n, c in enumerate(notebook.cells, 1)
            if any(out.get("output_type") == "error" for out in c.get("outputs", ()))
        )  # fmt: skip
        first = cell.source.strip().splitlines()[0]
        raise ValueError(f"cell {position} ({first!r}) failed: {error.ename}: {error.evalue}") from None
    except CellTimeoutError:
        raise ValueError(f"a cell ran longer than {TIMEOUT_SECONDS} s") from None
    return normal_form(notebook)


def normal_form(notebook: nbformat.NotebookNode) -> str:
    """One text for one content: no timings, no machine traces, stable keys, ids kept or made from the position."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    seen: set[str] = set()
    count = 0
    for position, cell in enumerate(notebook.cells, start=1):
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in CELL_KEYS if key in cell.metadata})
        identity = cell.get("id", "")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", identity) or identity in seen:
            identity = f"cell-{position}"
        cell["id"] = identity
        seen.add(identity)
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = count
        cell.source = cell.source.rstrip()
    nbformat.validate(notebook)
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
