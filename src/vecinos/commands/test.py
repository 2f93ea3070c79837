"""``vecinos test``: every check of the project, one after the other; the same on a laptop and in CI."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from vecinos.commands.chromium import HELP, find_chromium
from vecinos.commands.paths import root, script
from vecinos.mode import STATIC_VARIABLE

SITE_VARIABLE = "VECINOS_SITE"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keep-going", action="store_true", help="run the later checks even after one fails")


def steps(top: Path) -> list[tuple[str, list[str]]]:
    """What is run, in order: (what it proves, command). Cheap checks first."""
    python = sys.executable
    vecinos = [python, "-m", "vecinos.cli"]
    # In the order they are found: files with few tests, which would come last, are among the longest.
    pytest = [python, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return [
        ("code style", [str(script("ruff")), "check", "."]),
        ("code format", [str(script("ruff")), "format", "--check", "."]),
        ("who may import whom", [str(script("lint-imports"))]),
        ("tables", [*vecinos, "data", "check"]),
        ("questions", [*vecinos, "questions", "check"]),
        ("lessons and parity of the editions", [*vecinos, "check-lessons"]),
        ("stored outputs are what the code gives", [*pytest, "--nbval", str(top / "book")]),
        ("notebooks are in normal form", [*vecinos, "refresh-notebooks", "--check"]),
        ("the book builds without a warning", [*vecinos, "book", "--no-serve", "--clean"]),
        ("tests", [*pytest, str(top / "tests")]),
    ]


def run(arguments: argparse.Namespace) -> int:
    if not find_chromium():
        print(HELP, file=sys.stderr)
        return 2
    top = root()
    environment = os.environ | {STATIC_VARIABLE: "1", SITE_VARIABLE: str(top / "_build" / "site"), "PYTHONUTF8": "1"}
    failed: list[str] = []
    for name, command in steps(top):
        print(f"\n== {name}: {' '.join(Path(part).name if os.sep in part else part for part in command)}", flush=True)
        started = time.monotonic()
        code = subprocess.call(command, cwd=top, env=environment)
        print(
            f"-- {'ok' if code == 0 else f'FAILED (status {code})'} in {time.monotonic() - started:.0f} s", flush=True
        )
        if code:
            failed.append(name)
            if not arguments.keep_going:
                break
    print(f"\n{'All checks passed.' if not failed else 'Failed: ' + '; '.join(failed)}")
    return 1 if failed else 0
