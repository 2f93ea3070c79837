"""``vecinos assignment``: derive an assignment for a class, grade what comes back, report after grading by hand."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from vecinos.classroom.places import GRADEBOOK_VARIABLE, JOURNAL
from vecinos.classroom.workers import prepare
from vecinos.mode import LANGUAGES, language

# Where docs/class-server.md has it.
EXCHANGE = Path("/srv/nbgrader/exchange/vecinos")
WARM = "vecinos.classroom.warm"


def configure(parser: argparse.ArgumentParser) -> None:
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")

    release = tasks.add_parser("release", help="write the student version, the answer key and the rubric")
    release.add_argument("name", metavar="NAME", help="the assignment, such as economy-trade")
    release.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the class's seed: it changes years and figures (1)"
    )
    release.add_argument("--lang", choices=LANGUAGES, default=language(), help="edition (%(default)s)")
    release.add_argument("--out", type=Path, metavar="DIR", help="folder to write to (NAME-LANG-N)")
    release.add_argument("--otter", action="store_true", help="also the source of a Gradescope autograder")

    collect = tasks.add_parser("collect", help="take a class's hand-ins out of nbgrader's exchange")
    collect.add_argument("variant", metavar="VARIANT", help="what was given out, such as economy-trade-en-7")
    collect.add_argument("--exchange", type=Path, default=EXCHANGE, metavar="DIR", help="the course's (%(default)s)")
    collect.add_argument("--out", type=Path, default=Path("submitted"), metavar="DIR", help="folder (%(default)s)")

    grade = tasks.add_parser("grade", help="grade a class's submissions")
    grade.add_argument(
        "path", type=Path, metavar="PATH", help="a folder (one per student, loose notebooks, zips) or the LMS's zip"
    )
    grade.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for grades, feedback and gradebook (PATH-graded)"
    )
    grade.add_argument(
        "--roster", type=Path, metavar="FILE", help="Moodle's grading worksheet or Canvas's gradebook, to be filled in"
    )
    grade.add_argument("--column", metavar="NAME", help="the roster's column for the grades (the assignment's)")
    grade.add_argument("--assignment", metavar="NAME", help="assignment of notebooks that no longer say theirs")
    grade.add_argument("--seed", type=int, metavar="N", help="the class's seed: other variants need a person")
    grade.add_argument("--lang", choices=LANGUAGES, help="edition of notebooks that no longer say theirs")
    grade.add_argument("--timeout", type=int, default=30, metavar="SECONDS", help="longest run of one cell (30)")
    grade.add_argument("--again", action="store_true", help="grade also what an earlier run has graded")
    grade.add_argument("--workers", type=int, default=0, metavar="N", help="processes at work (by the processors)")
    grade.add_argument("--cluster", metavar="ADDRESS", help="a dask scheduler whose workers see the same files")
    grade.add_argument(
        "--gradebook",
        metavar="ADDRESS",
        default=os.environ.get(GRADEBOOK_VARIABLE),
        help=f"nbgrader's database, such as postgresql+psycopg://… (${GRADEBOOK_VARIABLE}; a file beside the grades)",
    )
    grade.add_argument("--no-sandbox", action="store_true", help="run students' code with your own rights")

    for task in (release, grade):
        task.add_argument(
            "--exercises", type=Path, metavar="DIR", help="folder of the masters (the course's exercises/)"
        )


def run(arguments: argparse.Namespace) -> int:
    if arguments.task == "grade" and arguments.workers != 1 and arguments.cluster is None:
        graded_before = (output_folder(arguments) / JOURNAL).exists()
        if arguments.again or not graded_before:
            # What takes long to import is imported for the workers while this process imports it for itself.
            prepare(WARM)
    from vecinos.classroom import tasks

    return tasks.run(arguments)


def output_folder(arguments: argparse.Namespace) -> Path:
    """Where ``grade`` writes: beside what it reads, unless told otherwise."""
    path = arguments.path.resolve()
    return arguments.out or path.with_name((path.stem if path.is_file() else path.name) + "-graded")
