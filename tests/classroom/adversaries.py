"""Broken and hostile hand-ins of the tiny assignment: what each does, and what must come of it.

``ADVERSARIES``: name -> Case. A class of them is graded in test_adversaries.py with honest students in between.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from classroom_helpers import SUMS, answered, cell
from nbformat import NotebookNode

# What the machine gives: 3 for the total, 2 for the mean; 4 more are a person's.
FULL, TOTAL_ONLY, MEAN_ONLY = 5, 3, 2
NAME = "sums.ipynb"


@dataclass(frozen=True)
class Case:
    """``make(release)``: what lies in the student's folder, name -> bytes. ``score``: None when there may be none."""

    make: Callable[[NotebookNode], dict[str, bytes]]
    verdict: str
    score: float | None
    note: str | None = None


def _bytes(notebook: NotebookNode) -> bytes:
    return nbformat.writes(notebook).encode()


def _answers(total: str = SUMS["total"], mean: str = SUMS["mean"], why: str = SUMS["why"]) -> Callable:
    return lambda release: {NAME: _bytes(answered(release, {"total": total, "mean": mean, "why": why}))}


def _changed(change: Callable[[NotebookNode], None], **answers: str) -> Callable:
    def make(release: NotebookNode) -> dict[str, bytes]:
        notebook = answered(release, SUMS | answers)
        change(notebook)
        return {NAME: _bytes(notebook)}

    return make


def _file(data: Callable[[bytes], bytes], name: str = NAME) -> Callable:
    return lambda release: {name: data(_bytes(answered(release, SUMS)))}


def _zipped(write: Callable[[zipfile.ZipFile, bytes], None]) -> Callable:
    def make(release: NotebookNode) -> dict[str, bytes]:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            write(archive, _bytes(answered(release, SUMS)))
        return {"tarea.zip": held.getvalue()}

    return make


def _strip(notebook: NotebookNode) -> None:
    notebook.metadata = {}
    for one in notebook.cells:
        one.metadata = {}


def _strip_ids(notebook: NotebookNode) -> None:
    _strip(notebook)
    for number, one in enumerate(notebook.cells):
        one["id"] = f"x{number}"


def _double(name: str) -> Callable[[NotebookNode], None]:
    def change(notebook: NotebookNode) -> None:
        at = next(n for n, one in enumerate(notebook.cells) if one["id"] == name)
        notebook.cells.insert(at, copy.deepcopy(notebook.cells[at]))

    return change


def _remove(name: str) -> Callable[[NotebookNode], None]:
    def change(notebook: NotebookNode) -> None:
        notebook.cells = [one for one in notebook.cells if one["id"] != name]

    return change


def _old_format(data: bytes) -> bytes:
    return nbformat.writes(nbformat.convert(nbformat.reads(data.decode(), 4), 3), version=3).encode()


def _bomb(archive: zipfile.ZipFile, data: bytes) -> None:
    archive.writestr(NAME, b" " * 300_000_000)


def _nested(archive: zipfile.ZipFile, data: bytes) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as second, io.BytesIO() as third:
        with zipfile.ZipFile(third, "w") as deepest:
            deepest.writestr(NAME, data)
        second.writestr("otra.zip", third.getvalue())
    archive.writestr("una.zip", inner.getvalue())


def _encrypted(release: NotebookNode) -> dict[str, bytes]:
    (name, data), *_ = _zipped(lambda archive, one: archive.writestr(NAME, one))(release).items()
    # The flag that says an entry is encrypted, in its own header and in the archive's list.
    locked = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.index(mark) + offset
        struct.pack_into("<H", locked, at, struct.unpack_from("<H", locked, at)[0] | 1)
    return {name: bytes(locked)}


TRANSFORMER = """import ast
class T(ast.NodeTransformer):
    visit_Assert = visit_Raise = lambda s, n: ast.Pass()
get_ipython().ast_transformers.append(T())
total = 1.0"""
ASSERTS_ONLY = TRANSFORMER.replace("visit_Assert = visit_Raise", "visit_Assert")
RUN_CELL = """shell = get_ipython()
real = shell.run_cell_async
async def fake(raw_cell, *a, **k):
    return await real('pass' if 'assert' in raw_cell else raw_cell, *a, **k)
shell.run_cell_async = fake
total = 1.0"""
ANYTHING = """class Anything(float):
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = lambda s, o: True
    __sub__ = __rsub__ = __abs__ = lambda s, *o: s
    __hash__ = float.__hash__
total = Anything(1)"""
HOOK = """def spy(result):
    global seen
    seen = seen + result.info.raw_cell
seen = ''
get_ipython().events.register('post_run_cell', spy)
total = sum(numbers)"""
STUBBORN = """import time
while True:
    try:
        time.sleep(1)
    except KeyboardInterrupt:
        pass"""
MEMORY_CHILDREN = """import os, time
for _ in range(40):
    if os.fork() == 0:
        hoard = bytearray(400_000_000)
        for at in range(0, len(hoard), 4096):
            hoard[at] = 1
        time.sleep(60)
        os._exit(0)
time.sleep(20)"""
FORKS = """import os
while True:
    try:
        if os.fork() == 0:
            pass
    except OSError:
        pass"""
DAEMON = """import subprocess, sys
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(900)  # vecinos-daemon'], start_new_session=True)
total = sum(numbers)"""
STEAL = """import glob, os
found = [p for top in ('/work', '/tmp', '/home', '/root', '/var', '/mnt', '/srv')
         for p in glob.glob(top + '/**/*.ipynb', recursive=True) + glob.glob(top + '/**/gradebook*', recursive=True)]
total = sum(numbers) if not found else -1.0"""
GRADEBOOK = """import os, sqlite3
path = 'PLACE'
try:
    assert os.path.exists(path)
    sqlite3.connect(path).execute('update grade set manual_score = 9').connection.commit()
    total = -1.0
except (AssertionError, sqlite3.Error):
    total = sum(numbers)"""
NETWORK = """import socket
try:
    socket.create_connection(('127.0.0.1', PORT), 2)
    total = -1.0
except OSError:
    total = sum(numbers)"""
FOREIGN = """import os
try:
    for pid in [int(p) for p in os.listdir('/proc') if p.isdigit() and int(p) != os.getpid()]:
        os.kill(pid, 9)
except OSError:
    pass
total = sum(numbers)"""
POISON = """import builtins, os, pathlib, pandas, vecinos.classroom.checks as checks
pandas.read_csv = builtins.sorted = checks.check_number = lambda *a, **k: 0
for top in ('/tmp', '/dev/shm', os.path.expanduser('~'), '/', '/dev', '/run', '/var', os.environ.get('TMPDIR', '/tmp')):
    try:
        pathlib.Path(top, 'poison.txt').write_text('poison')
    except OSError:
        pass
total = 1.0"""
NOTICE = """import os, pandas
tops = ('/tmp', '/dev/shm', os.path.expanduser('~'), '/', '/dev', '/run', '/var', os.environ.get('TMPDIR', '/tmp'))
found = [top for top in tops if os.path.exists(top + '/poison.txt')]
total = sum(numbers) if not found and 'lambda' not in repr(pandas.read_csv) else -1.0"""

ADVERSARIES: dict[str, Case] = {
    # Files that are not what they should be
    "empty-folder": Case(lambda release: {}, "needs-person", None, "no-file"),
    "empty-file": Case(_file(lambda data: b""), "needs-person", None, "empty-file"),
    "not-json": Case(_file(lambda data: b"{ this is not json"), "needs-person", None, "not-json"),
    "cut-off": Case(_file(lambda data: data[: len(data) // 2]), "needs-person", None, "not-json"),
    "picture": Case(_file(lambda data: b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "needs-person", None, "not-text"),
    "other-json": Case(_file(lambda data: b'{"a": 1}'), "needs-person", None, "not-notebook"),
    "deep-json": Case(_file(lambda data: b"[" * 100_000), "needs-person", None, "not-json"),
    "byte-order-mark": Case(_file(lambda data: b"\xef\xbb\xbf" + data), "repaired", FULL, "encoding"),
    "utf-16": Case(_file(lambda data: data.decode().encode("utf-16")), "repaired", FULL, "encoding"),
    "format-3": Case(_file(_old_format), "repaired", FULL, "old-format"),
    "renamed": Case(_file(lambda data: data, "sums_final (1).ipynb"), "repaired", FULL, "renamed"),
    "two-notebooks": Case(
        lambda release: {n: _bytes(answered(release, SUMS)) for n in ("a.ipynb", "b.ipynb")},
        "needs-person",
        None,
        "many-files",
    ),
    "saved-50-mb": Case(
        _changed(
            lambda notebook: cell(notebook, "total").outputs.append(
                nbformat.v4.new_output("stream", text="x" * 50_000_000)
            )
        ),
        "graded",
        FULL,
    ),
    # Archives
    "zipped": Case(_zipped(lambda archive, data: archive.writestr(NAME, data)), "graded", FULL),
    "zip-slip": Case(_zipped(lambda archive, data: archive.writestr("../../" + NAME, data)), "needs-person", None),
    "zip-absolute": Case(_zipped(lambda archive, data: archive.writestr("/etc/" + NAME, data)), "needs-person", None),
    "zip-bomb": Case(_zipped(_bomb), "needs-person", None),
    "zip-nested": Case(_zipped(_nested), "needs-person", None),
    "zip-encrypted": Case(_encrypted, "needs-person", None),
    "zip-cut-off": Case(
        lambda release: {
            "tarea.zip": _zipped(lambda archive, data: archive.writestr(NAME, data))(release)["tarea.zip"][:-40]
        },
        "needs-person",
        None,
    ),
    # Notebooks that were taken apart
    "marks-stripped": Case(_changed(_strip), "repaired", FULL, "mark-restored"),
    "ids-stripped": Case(_changed(_strip_ids), "repaired", FULL, "mark-restored"),
    "answer-twice": Case(_changed(_double("total")), "repaired", FULL, "copies"),
    "test-twice": Case(_changed(_double("total-check")), "repaired", FULL, "copies"),
    "test-deleted": Case(_changed(_remove("total-check")), "repaired", FULL, "check-missing"),
    "answer-deleted": Case(_changed(_remove("total")), "needs-person", TOTAL_ONLY - 1, "answer-missing"),
    "canary-deleted": Case(_changed(_remove("canary")), "repaired", FULL, "check-missing"),
    "test-edited": Case(
        _changed(lambda notebook: cell(notebook, "total-check").update(source="pass"), total="total = 1.0"),
        "repaired",
        MEAN_ONLY,
        "check-changed",
    ),
    "points-300": Case(
        _changed(lambda notebook: cell(notebook, "total-check").metadata.nbgrader.update(points=300)), "graded", FULL
    ),
    "setup-edited": Case(
        _changed(lambda notebook: cell(notebook, "setup").update(source="numbers = [1]")),
        "repaired",
        FULL,
        "check-changed",
    ),
    "kind-changed": Case(
        _changed(lambda notebook: cell(notebook, "total").update(cell_type="markdown")), "repaired", FULL, "kind"
    ),
    "reordered": Case(_changed(lambda notebook: notebook.cells.reverse()), "repaired", FULL, "order"),
    "kernel-renamed": Case(
        _changed(lambda notebook: notebook.metadata.update(kernelspec={"name": "julia", "display_name": "Julia"})),
        "repaired",
        FULL,
        "kernel",
    ),
    "grade-id-renamed": Case(
        _changed(lambda notebook: cell(notebook, "total").metadata.nbgrader.update(grade_id="tota1")),
        "repaired",
        FULL,
        "mark-restored",
    ),
    # Code that fails or never ends
    "syntax-error": Case(_answers(total="total = = 1"), "graded", MEAN_ONLY),
    "endless": Case(_answers(mean="while True: pass"), "graded", TOTAL_ONLY, "timeout"),
    "endless-stubborn": Case(_answers(mean=STUBBORN), "needs-person", None, "not-stopped"),
    "input": Case(_answers(mean="mean = float(input())"), "graded", TOTAL_ONLY),
    "sys-exit": Case(_answers(mean="import sys; sys.exit()"), "graded", TOTAL_ONLY),
    "os-exit": Case(_answers(mean="import os; os._exit(0)"), "needs-person", None, "kernel-ended"),
    "kill-itself": Case(_answers(mean="import os; os.kill(os.getpid(), 9)"), "graded", TOTAL_ONLY),
    "kill-everybody": Case(_answers(total=FOREIGN), "graded", FULL),
    "segfault": Case(_answers(mean="import ctypes; ctypes.string_at(1)"), "needs-person", None, "kernel-ended"),
    "recursion": Case(_answers(mean="def f(): return f()\nmean = f()"), "graded", TOTAL_ONLY),
    # Code that takes all there is
    "fork-bomb": Case(_answers(mean=FORKS), "needs-person", None),
    "memory": Case(_answers(mean="hoard = bytearray(8_000_000_000)\nmean = 1.0"), "graded", TOTAL_ONLY),
    "memory-in-children": Case(_answers(mean=MEMORY_CHILDREN), "needs-person", None, "kernel-ended"),
    "disk": Case(
        _answers(
            mean="import shutil\nwith open('x', 'wb') as f:\n    [f.write(bytes(10_000_000)) for _ in range(999)]"
        ),
        "graded",
        TOTAL_ONLY,
    ),
    "one-line-of-50-mb": Case(_answers(total="total = sum(numbers)\nprint('x' * 50_000_000)"), "graded", FULL),
    "a-million-lines": Case(_answers(total="total = sum(numbers)\nprint('x\\n' * 1_000_000)"), "graded", FULL),
    # Code that would be elsewhere
    "network": Case(_answers(total=NETWORK), "graded", FULL),
    "daemon": Case(_answers(total=DAEMON), "graded", FULL),
    "reads-others": Case(_answers(total=STEAL), "graded", FULL),
    "writes-gradebook": Case(_answers(total=GRADEBOOK), "graded", FULL),
    "poison": Case(_answers(total=POISON), "needs-person", MEAN_ONLY, "tampered"),
    "notices-poison": Case(_answers(total=NOTICE), "graded", FULL),
    # Code that would bend the tests
    "drops-tests": Case(_answers(total=TRANSFORMER), "needs-person", FULL, "tampered"),
    "drops-asserts": Case(_answers(total=ASSERTS_ONLY), "needs-person", FULL, "tampered"),
    "replaces-run-cell": Case(_answers(total=RUN_CELL), "needs-person", MEAN_ONLY, "tampered"),
    "shadows-builtins": Case(_answers(total="abs = lambda x: 0\nfloat = abs\ntotal = 1.0"), "graded", MEAN_ONLY),
    "patches-builtins": Case(
        _answers(total="import builtins\nbuiltins.abs = lambda x: 0\ntotal = 1.0"), "needs-person", FULL, "tampered"
    ),
    "equals-anything": Case(_answers(total=ANYTHING), "graded", MEAN_ONLY),
    "reads-tests": Case(
        _answers(total=HOOK, mean="mean = 1.0\nprint(seen)"), "needs-person", TOTAL_ONLY, "feedback-leak"
    ),
    "markup": Case(
        _answers(why="<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))"), "graded", FULL
    ),
    "control-signs": Case(_answers(why="\x1b[31mrojo\x1b[0m \u202e oculto \x07"), "graded", FULL),
}


def write(folder: Path, release: NotebookNode, values: dict[str, str]) -> None:
    """Put every adversary's hand-in into ``folder``; ``values``: words in their code -> what stands there instead."""
    for name, case in ADVERSARIES.items():
        place = folder / name
        place.mkdir(parents=True)
        for file, data in case.make(copy.deepcopy(release)).items():
            for word, value in values.items():
                data = data.replace(word.encode(), value.encode())
            (place / file).write_bytes(data)
