"""Where a checkout keeps things, and finding the checkout from wherever the command was called."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def root() -> Path:
    """The checkout's top folder: the nearest folder above the current one, or above this file, that has _toc.yml.

    Exits with a message when there is none: the package was installed without the course.
    """
    for start in (Path.cwd(), Path(__file__).resolve()):
        for folder in (start, *start.parents):
            if (folder / "_toc.yml").is_file() and (folder / "book").is_dir():
                return folder
    sys.exit("vecinos: no course here. Run this inside a checkout of the course (the folder with _toc.yml and book/).")


def script(name: str) -> Path:
    """A console script installed beside the running Python ("jupyter-book")."""
    folder = Path(sys.executable).parent
    found = folder / (name + (".exe" if os.name == "nt" else ""))
    if not found.exists():
        sys.exit(f"vecinos: {found.name} is not installed in {folder}. Run: python make.py --help (it sets up .venv).")
    return found


def write_atomically(path: Path, text: str) -> bool:
    """Write ``text`` to ``path`` whole or not at all; returns whether anything changed."""
    data = text.encode("utf-8")
    if path.exists() and path.read_bytes() == data:
        return False
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    os.replace(part, path)
    return True
