"""What ``vecinos assignment`` does: release, collect, grade and hand back. Its words are in ``cli``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from tqdm import tqdm

from vecinos.classroom import by_hand, lms, report
from vecinos.classroom.cli import output_folder
from vecinos.classroom.exchange import collect
from vecinos.classroom.grading import Settings, grade_folder
from vecinos.classroom.intake import IntakeError
from vecinos.classroom.places import BY_HAND
from vecinos.classroom.release import release
from vecinos.classroom.results import JournalError, Result
from vecinos.classroom.roster import Roster, RosterError, grade_column, grade_columns, read_roster
from vecinos.classroom.sandbox import NoSandbox, require_sandbox
from vecinos.classroom.source import SourceError, assignment_names, find_assignment
from vecinos.classroom.texts import say
from vecinos.commands.paths import root
from vecinos.i18n import pick
from vecinos.mode import LANGUAGES, language

_NOT_THERE = (FileNotFoundError, NotADirectoryError, PermissionError)


def run(arguments: argparse.Namespace) -> int:
    try:
        if arguments.task == "collect":
            return _collect(arguments)
        masters = arguments.exercises or root() / "exercises"
        return _release(arguments, masters) if arguments.task == "release" else _grade(arguments, masters)
    except (SourceError, IntakeError, RosterError, JournalError, by_hand.ByHandError, *_NOT_THERE) as error:
        print(f"vecinos: {error}", file=sys.stderr)
        return 2


def _release(arguments: argparse.Namespace, masters: Path) -> int:
    variant = find_assignment(arguments.name, masters).variant(arguments.seed, arguments.lang)
    folder = arguments.out or Path(str(variant.id))
    for path in release(variant, folder, otter=arguments.otter):
        print(path)
    return 0


def _collect(arguments: argparse.Namespace) -> int:
    lang = language()
    attempts, strangers = collect(arguments.exchange / "inbound", arguments.variant, arguments.out)
    for one in attempts:
        names = ", ".join(one.files) or "–"
        print(
            say("collected", lang, student=one.student, files=names, time=f"{one.changed.astimezone():%Y-%m-%d %H:%M}")
        )
        for name in one.refused:
            print(say("collect-refused", lang, student=one.student, file=name), file=sys.stderr)
    for folder, owner in strangers:
        print(say("collect-stranger", lang, folder=folder, owner=owner), file=sys.stderr)
    return 0


def _grade(arguments: argparse.Namespace, masters: Path) -> int:
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
    path, out = arguments.path.resolve(), output_folder(arguments)
    if out.resolve().is_relative_to(path):
        raise NotADirectoryError(f"--out {out} lies inside the submissions {path}: choose a folder beside it.")
    if arguments.column and not arguments.roster:
        raise RosterError(f"--column {arguments.column} is a column of the class list: give that with --roster.")
    roster = read_roster(arguments.roster) if arguments.roster else None
    if roster:
        titles = _titles(assignment_names(masters), masters, lang)
        if not grade_columns(roster, titles, arguments.column):
            grade_column(roster, titles, arguments.column)  # it raises: now, not after an hour of grading
    settings = Settings(
        masters,
        out.resolve(),
        timeout=arguments.timeout,
        sandboxed=not arguments.no_sandbox,
        name=arguments.assignment,
        lang=arguments.lang,
        seed=arguments.seed,
        gradebook=arguments.gradebook,
        workers=arguments.workers,
        cluster=arguments.cluster,
        again=arguments.again,
    )
    given = by_hand.read(settings.out / BY_HAND)
    # The bar is for a person at a terminal; in a file or a pipe there are the lines alone.
    with tqdm(unit="", disable=None, dynamic_ncols=True) as bar:

        def tell(result: Result) -> None:
            score = "" if result.score is None else f" {result.score:g}/{sum(result.maxima.values()):g}"
            why = "; ".join(report.reasons(result, lang))
            tqdm.write(f"{result.student}: {say(result.verdict, lang)}{score}{': ' + why if why else ''}")
            sys.stdout.flush()
            bar.update()

        try:
            results = grade_folder(path, settings, tell, bar.reset, given)
        except KeyboardInterrupt:
            print(say("stopped", lang), file=sys.stderr)
            return 130
    by_hand.write(settings.out / BY_HAND, results, given)
    written = _hand_back(results, roster, arguments.column, settings, lang)
    counts = Counter(result.verdict for result in results)
    print(", ".join(f"{count} {say(verdict, lang)}" for verdict, count in sorted(counts.items())))
    print(*written, sep="\n")
    return 0


def _hand_back(
    results: list[Result], roster: Roster | None, column: str | None, settings: Settings, lang: str
) -> list[object]:
    """Write every table, those for the LMS too; returns what to tell: paths, and who is not on the class list."""
    out, missing, strangers = settings.out, [], []
    if roster:
        matched = lms.match(roster, results)
        results, missing = matched.results, matched.missing
        strangers = [f"{one.student}: {report.reasons(one, lang)[-1]}" for one in matched.strangers]
    report.write(results, out, lang, missing)
    graded = {result.variant.name for result in results if result.variant and result.maxima}
    titles = _titles(sorted(graded), settings.masters, lang)
    if roster:
        made = [lms.fill(roster, matched, grade_column(roster, titles, column))]
    else:
        made = [lms.from_names(results, name, titles[0], lang) for name in ("moodle", "canvas")]
    written: list[object] = [out / "grades.csv", out / "verdicts.csv", out / "feedback"]
    written += [out / BY_HAND] if (out / BY_HAND).exists() else []
    for filled in made:
        if filled:
            written += [lms.save(filled, out), *lms.told(filled, len(missing), lang)]
    return written + strangers


def _titles(names: list[str], masters: Path, lang: str) -> list[str]:
    """What these assignments may be called in an LMS: titles first, in ``lang`` before the other, then names."""
    order = sorted(LANGUAGES, key=lambda one: one != lang)
    titles = [pick(find_assignment(name, masters).prepared["TITLE"], one) for name in names for one in order]
    return [*titles, *names] or [""]
