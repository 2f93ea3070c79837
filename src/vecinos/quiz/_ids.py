"""The record of every question id ever published (``bank/ids.txt``): readers' saved answers hang on ids.

One line per id, sorted; an id whose question is gone is followed by ``retired`` and never comes back.
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "ids.txt"
RETIRED = "retired"
MEND = "Run: vecinos questions record"


def read_record(folder: Path) -> dict[str, tuple[int, bool]]:
    """{id: (line, retired)} of the folder's record; empty when the folder has none."""
    path = folder / NAME
    if not path.is_file():
        return {}
    record = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = line.split()
        if words and not line.startswith("#"):
            record[words[0]] = (number, words[1:] == [RETIRED])
    return record


def record_problems(folder: Path, places: dict[str, str]) -> list[str]:
    """What the record says against the banks; ``places``: {id of a question there is: "file:line"}."""
    if not (folder / NAME).is_file():
        return []
    record = read_record(folder)
    found = [
        f"{place}: id {identity!r} belonged to a question that was removed. Choose another: saved answers hang on ids."
        for identity, place in places.items()
        if record.get(identity, (0, False))[1]
    ]
    found += [
        f"{place}: id {identity!r} is new and not yet in {NAME}. {MEND}"
        for identity, place in places.items()
        if identity not in record
    ]
    found += [
        f"{NAME}:{line}: no bank has {identity!r} any more. Bring it back if it was renamed; if it is gone: {MEND}"
        for identity, (line, retired) in record.items()
        if not retired and identity not in places
    ]
    return found


def write_record(folder: Path, identities: set[str]) -> tuple[list[str], list[str]]:
    """Enter what is new and retire what is gone; returns both lists. A retired id stays retired."""
    record = read_record(folder)
    new = sorted(identities - set(record))
    gone = sorted(name for name, (_, retired) in record.items() if not retired and name not in identities)
    rows = {name: retired or name in gone for name, (_, retired) in record.items()} | dict.fromkeys(new, False)
    lines = ["# Every question id ever published. Remade by: vecinos questions record"]
    lines += [f"{name} {RETIRED}" if rows[name] else name for name in sorted(rows)]
    part = folder / (NAME + ".part")
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    os.replace(part, folder / NAME)
    return new, gone
