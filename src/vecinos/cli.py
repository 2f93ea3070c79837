"""The ``vecinos`` command: one subcommand per task, each in the module that knows the task.

A command module has ``configure(parser)`` and ``run(arguments) -> int`` and is imported only when called.
"""

from __future__ import annotations

import argparse
import importlib
import sys

# Where this is installed, jsonschema loads it: a grammar of international web addresses that takes more than a second
# to build and that no schema of a notebook asks for.
sys.modules.setdefault("rfc3987_syntax", None)

COMMANDS = {
    "book": ("vecinos.commands.book", "build both editions of the book, and serve them"),
    "test": ("vecinos.commands.test", "run every check"),
    "refresh-notebooks": ("vecinos.commands.notebooks", "run the lesson notebooks and store their outputs"),
    "check-lessons": (
        "vecinos.commands.lessons",
        "check every lesson against the anatomy and both editions for parity",
    ),
    "data": ("vecinos.data.cli", "list, check and renew the tables"),
    "questions": ("vecinos.quiz.cli", "check, preview and export the question bank"),
    "assignment": ("vecinos.classroom.cli", "derive and grade assignments"),
}


def main(argv: list[str] | None = None) -> int:
    argv = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(prog="vecinos", description="Build, check and run the Vecinos course.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, summary) in COMMANDS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if argv[:1] == [name]:
            importlib.import_module(module).configure(sub)
    arguments = parser.parse_args(argv)
    return importlib.import_module(COMMANDS[arguments.command][0]).run(arguments) or 0


if __name__ == "__main__":
    sys.exit(main())
