"""``vecinos assignment``: derive an assignment for a class, grade what comes back, report after grading by hand."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from vecinos.classroom.grading import Settings, grade_folder
from vecinos.classroom.results import Result
from vecinos.classroom.texts import say
from vecinos.commands.paths import root
from vecinos.mode import LANGUAGES, language


def configure(parser: argparse.ArgumentParser) -> None:
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")

    release = tasks.add_parser("release", help="write the student version, the answer key and the rubric")
    release.add_argument("name", metavar="NAME", help="the assignment, such as economy-trade")
    release.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the class's seed: it changes years and figures (1)"
    )
    release.add_argument("--lang", choices=LANGUAGES, default=language(), help="edition (%(default)s)")
    release.add_argument("--out", type=Path, metavar="DIR", help="folder to write to (NAME-LANG-N)")

    grade = tasks.add_parser("grade", help="grade a folder of submissions")
    grade.add_argument("folder", type=Path, metavar="FOLDER", help="one folder per student, or loose notebooks")
    grade.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for grades, feedback and gradebook (FOLDER-graded)"
    )
    grade.add_argument("--assignment", metavar="NAME", help="assignment of notebooks that no longer say theirs")
    grade.add_argument("--seed", type=int, metavar="N", help="the class's seed: other variants need a person")
    grade.add_argument("--lang", choices=LANGUAGES, help="edition of notebooks that no longer say theirs")
    grade.add_argument("--timeout", type=int, default=30, metavar="SECONDS", help="longest run of one cell (30)")
    grade.add_argument("--no-sandbox", action="store_true", help="run students' code with your own rights")

    for task in (release, grade):
        task.add_argument(
            "--exercises", type=Path, metavar="DIR", help="folder of the masters (the course's exercises/)"
        )


def run(arguments: argparse.Namespace) -> int:
    from vecinos.classroom.source import SourceError

    masters = arguments.exercises or root() / "exercises"
    try:
        return _release(arguments, masters) if arguments.task == "release" else _grade(arguments, masters)
    except (SourceError, FileNotFoundError, NotADirectoryError) as error:
        print(f"vecinos: {error}", file=sys.stderr)
        return 2


def _release(arguments: argparse.Namespace, masters: Path) -> int:
    from vecinos.classroom.release import release
    from vecinos.classroom.source import find_assignment

    variant = find_assignment(arguments.name, masters).variant(arguments.seed, arguments.lang)
    folder = arguments.out or Path(str(variant.id))
    for path in release(variant, folder):
        print(path)
    return 0


def _grade(arguments: argparse.Namespace, masters: Path) -> int:
    from vecinos.classroom import report
    from vecinos.classroom.sandbox import NoSandbox, require_sandbox

    lang = arguments.lang or language()
    if arguments.no_sandbox:
        print("No sandbox: students' code runs with your rights and can read and change your files.", file=sys.stderr)
    else:
        try:
            require_sandbox()
        except NoSandbox as error:
            print(
                f"vecinos: {error}. Nothing was graded: students' code would run with your own rights. "
                "If you accept that, add --no-sandbox.",
                file=sys.stderr,
            )
            return 2
    folder = arguments.folder.resolve()
    out = arguments.out or folder.with_name(folder.name + "-graded")
    if out.resolve().is_relative_to(folder):
        raise NotADirectoryError(f"--out {out} lies inside the submissions {folder}: choose a folder beside it.")
    settings = Settings(
        masters,
        out.resolve(),
        timeout=arguments.timeout,
        sandboxed=not arguments.no_sandbox,
        name=arguments.assignment,
        lang=arguments.lang,
        seed=arguments.seed,
    )

    def tell(result: Result) -> None:
        score = "" if result.score is None else f" {result.score:g}/{sum(result.maxima.values()):g}"
        why = "; ".join(report.reasons(result, lang))
        print(f"{result.student}: {say(result.verdict, lang)}{score}{': ' + why if why else ''}", flush=True)

    results = grade_folder(folder, settings, tell)
    report.write(results, settings.out, lang)
    counts = Counter(result.verdict for result in results)
    print(", ".join(f"{count} {say(verdict, lang)}" for verdict, count in sorted(counts.items())))
    print(settings.out / "grades.csv", settings.out / "verdicts.csv", settings.out / "feedback", sep="\n")
    return 0
