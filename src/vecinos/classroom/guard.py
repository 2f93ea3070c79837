"""Hidden tests that a student's own names and patches cannot bend.

Hidden tests run in the student's kernel. ``list = 3`` by accident, or ``abs = lambda x: 0`` on purpose, would decide
them; so they take what they need from the module ``builtins``. And the last cell, the canary, fails on purpose: if its
failure is missing or says something else, the tests did not run as they should, and a person must look.
"""

from __future__ import annotations

import ast
import builtins
import copy

from nbformat import NotebookNode

from vecinos.classroom.leaks import MARKS

CANARY = "canary"
BEGIN, END = MARKS[2], MARKS[3]
_IMPORT = "import builtins as _builtins"
# Literals lead to the real types, whatever the names mean by now.
_CANARY_TEST = """import builtins as _builtins
_type, _function = (0).__class__.__class__, [].append.__class__
for _name in ("abs", "all", "any", "getattr", "isinstance", "len", "max", "min", "round", "sorted", "sum"):
    assert _type(_builtins.__dict__[_name]) is _function, "patched"
    assert _builtins.__dict__[_name].__self__ is _builtins, "patched"
for _kind in (_type, *(_one.__class__ for _one in (0, 0.0, "", [], {}, (), {0}, True))):
    assert _builtins.__dict__[_kind.__name__] is _kind, "patched"
_shell = get_ipython()
assert not _shell.ast_transformers, "patched"
for _name in ("run_cell", "run_cell_async", "run_ast_nodes", "run_code"):
    assert _name not in _shell.__dict__, "patched"
    assert _builtins.getattr(_type(_shell), _name).__module__.split(".")[0] in ("IPython", "ipykernel"), "patched"
assert False, "canary"
"""


def guarded(master: NotebookNode) -> NotebookNode:
    """The master as it is graded: hidden tests with builtins of their own, and the canary."""
    made = copy.deepcopy(master)
    for cell in made.cells:
        if cell.cell_type == "code" and BEGIN in cell.source:
            cell.source = _guarded_cell(cell.source, canary=cell["id"] == CANARY)
    return made


def _guarded_cell(source: str, canary: bool) -> str:
    kept: list[str] = []
    hidden: list[str] | None = None
    for line in source.split("\n"):
        if BEGIN in line:
            hidden = []
            kept.append(line)
        elif END in line and hidden is not None:
            kept += (
                _CANARY_TEST.rstrip("\n") if canary else f"{_IMPORT}\n{_own_builtins(chr(10).join(hidden))}"
            ).split("\n")
            hidden = None
            kept.append(line)
        else:
            (kept if hidden is None else hidden).append(line)
    return "\n".join(kept)


def _own_builtins(code: str) -> str:
    """The code with each name of a builtin looked up in the module, unless the code itself gives it a meaning."""
    nodes = list(ast.walk(ast.parse(code)))
    given = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    given |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    names = [
        node for node in nodes if isinstance(node, ast.Name) and node.id not in given and node.id in vars(builtins)
    ]
    lines = [line.encode() for line in code.split("\n")]
    for node in sorted(names, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        line = lines[node.lineno - 1]
        lines[node.lineno - 1] = line[: node.col_offset] + b"_builtins." + line[node.col_offset :]
    return b"\n".join(lines).decode()
