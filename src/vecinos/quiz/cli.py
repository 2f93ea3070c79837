"""``vecinos questions``: check the banks, record their ids, look at a template's variants, export the questions."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from vecinos.course import lessons
from vecinos.display import stylesheet
from vecinos.i18n import pick
from vecinos.mode import LANGUAGES
from vecinos.quiz import inline, markup
from vecinos.quiz._ids import write_record
from vecinos.quiz.bank import FOLDER, BankError, banks, find_question
from vecinos.quiz.check import VARIANTS, check
from vecinos.quiz.export import FORMATS, ExportError, Note, export
from vecinos.quiz.model import Question, resolve
from vecinos.quiz.variants import show_number

LEVELS = ("recall", "understand", "apply", "evaluate")


def configure(parser: argparse.ArgumentParser) -> None:
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    task = tasks.add_parser("check", help="check every bank: form, ids, sources, languages, options, keys, variants")
    task.add_argument("--bank", type=Path, help="another folder of banks")
    task = tasks.add_parser("record", help="enter new questions' ids in the record, and retire those that are gone")
    task.add_argument("--bank", type=Path, help="another folder of banks")
    task = tasks.add_parser("preview", help=f"{VARIANTS} variants of one question side by side")
    task.add_argument("question", help="the question's id")
    task.add_argument("--lang", choices=LANGUAGES, default="en")
    task.add_argument("--html", type=Path, metavar="FILE", help="write them as a page instead")
    task.add_argument("--bank", type=Path, help="another folder of banks")
    task = tasks.add_parser(
        "export",
        help="write questions for Moodle, Canvas and other programs, or on paper",
        description="Write questions for other programs, or on paper. What a format cannot express is printed, "
        "and written beside the file (NAME-report.txt). All but the paper sheet hold the key: keep them from students.",
    )
    task.add_argument(
        "--format",
        required=True,
        choices=FORMATS,
        help="moodle: Moodle XML; qti21: package for TAO and others; qti12: package for Canvas; cartridge: Common "
        "Cartridge for Brightspace, Blackboard and others, which holds choices and typed words only; gift: plain text; "
        "paper: a sheet to print (HTML) and its key in a file of its own",
    )
    task.add_argument("--lang", choices=(*LANGUAGES, "both"), default="en", help="both: one file each (en)")
    task.add_argument("--lesson", action="append", metavar="SLUG", help="only this lesson (may be repeated)")
    task.add_argument("--objective", action="append", type=int, metavar="N", help="only this objective (repeatable)")
    task.add_argument("--level", action="append", choices=LEVELS, help="only this level (repeatable)")
    task.add_argument(
        "--seed", type=int, default=0, metavar="N", help="which variant; other than 0 shuffles options (0)"
    )
    task.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file to write")
    task.add_argument("--bank", type=Path, help="another folder of banks")


def run(arguments: argparse.Namespace) -> int:
    return {"check": _check, "record": _record, "preview": _preview, "export": _export}[arguments.task](arguments)


def _check(arguments: argparse.Namespace) -> int:
    found, counts = check(arguments.bank)
    for problem in found:
        print(problem)
    looked = f"{counts['questions']} questions in {counts['banks']} banks, {counts['variants']} variants"
    print(f"{looked}: {len(found)} to mend" if found else f"{looked}: nothing to mend")
    return 1 if found else 0


def _record(arguments: argparse.Namespace) -> int:
    try:
        identities = {identity for bank in banks(arguments.bank) for identity in bank.questions}
    except BankError as error:
        print(error.args[0], file=sys.stderr)
        return 1
    new, gone = write_record(arguments.bank or FOLDER, identities)
    for name in new:
        print(f"new      {name}")
    for name in gone:
        print(f"retired  {name}")
    print(f"{len(new)} new, {len(gone)} retired")
    return 0


def _preview(arguments: argparse.Namespace) -> int:
    try:
        bank, _ = find_question(arguments.question, arguments.bank)
        variants = [resolve(bank, arguments.question, seed) for seed in range(VARIANTS)]
    except (BankError, LookupError) as error:
        print(error.args[0], file=sys.stderr)
        return 1
    if arguments.html:
        _write(arguments.html, _page(variants, arguments.lang).encode("utf-8"))
        print(f"Wrote {arguments.html}")
        return 0
    for question in variants:
        print(f"seed {question.seed:>2}  {inline.plain(pick(question.prompt, arguments.lang))}")
        print(f"         key: {key_words(question, arguments.lang)}")
    return 0


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    os.replace(part, path)


def _export(arguments: argparse.Namespace) -> int:
    try:
        chosen = _chosen(arguments)
        langs = LANGUAGES if arguments.lang == "both" else (arguments.lang,)
        written = {lang: export(chosen, arguments.format, _title(chosen, lang), lang) for lang in langs}
    except (BankError, LookupError, ExportError) as error:
        print(error.args[0], file=sys.stderr)
        return 1
    suffix, _ = FORMATS[arguments.format]
    stem = arguments.out.name.removesuffix(arguments.out.suffix)
    suffix = arguments.out.suffix or suffix
    try:
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        for lang, result in written.items():
            name = f"{stem}.{lang}" if arguments.lang == "both" else stem
            for ending, data in result.files.items():
                path = arguments.out.with_name(f"{name}{ending}{suffix}")
                _write(path, data)
                print(f"Wrote {path}")
        lines = report([note for result in written.values() for note in result.notes], len(chosen))
        _write(arguments.out.with_name(f"{stem}-report.txt"), ("\n".join(lines) + "\n").encode("utf-8"))
    except OSError as error:
        print(f"vecinos: cannot write there: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


def _chosen(arguments: argparse.Namespace) -> list[Question]:
    """The questions asked for, in the order of the lessons. Raises LookupError when there are none."""
    known = {bank.slug: bank for bank in banks(arguments.bank)}
    for slug in arguments.lesson or []:
        if slug not in known:
            raise LookupError(f"No questions for {slug!r}. Lessons with a bank: {', '.join(known) or 'none yet'}.")
    place = {item.slug: position for position, item in enumerate(lessons())}
    slugs = sorted(arguments.lesson or known, key=lambda slug: (place.get(slug, len(place)), slug))
    chosen = [
        resolve(known[slug], identity, arguments.seed)
        for slug in dict.fromkeys(slugs)
        for identity, written in known[slug].questions.items()
        if (arguments.objective is None or written.get("objective") in arguments.objective)
        and (arguments.level is None or written.get("level") in arguments.level)
    ]
    if not chosen:
        raise LookupError("No question fits --lesson, --objective and --level together. Ask for less.")
    return chosen


def _title(questions: list[Question], lang: str) -> str:
    """ "Vecinos", with the lesson's title where all questions are from one."""
    slugs = {question.lesson for question in questions}
    names = [pick(item.title, lang) for item in lessons() if slugs == {item.slug}]
    return ": ".join(["Vecinos", *names])


def report(notes: list[Note], count: int) -> list[str]:
    """What a format could not express, by remark: lines for the terminal and for the file beside the export."""
    notes = list(dict.fromkeys(notes))  # two languages mostly lose the same
    left_out = {note.question for note in notes if note.left_out}
    lines = [f"{count - len(left_out)} of {count} questions written; {len(left_out)} left out."]
    for away in (True, False):
        for text in dict.fromkeys(note.text for note in notes if note.left_out == away):
            lines.append(f"{'LEFT OUT' if away else 'Changed or lost'}: {text}")
            lines += [f"    {note.question}" for note in notes if note.text == text and note.left_out == away]
    return lines


def key_words(question: Question, lang: str) -> str:
    """The key in a few words for a terminal."""
    key = question.key
    if "value" in key:
        return show_number(key["value"], question.data.get("decimals"))
    if question.type in ("single", "multiple"):
        right = [option for option in question.data["options"] if option.get("right")]
        return "; ".join(inline.plain(pick(option["text"], lang)) for option in right)
    if question.type == "text":
        return question.data["accept"][lang][0]
    return str(key.get("order") or key.get("slots") or key["points"])


def _page(variants: list[Question], lang: str) -> str:
    place = markup.Page(variants[0].lesson, "preview", lang)
    cards = "".join(
        f'<div class="cq" lang="{lang}">{markup.question_html(question, question.seed, place)}</div>'
        for question in variants
    )
    grid = "main{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:1rem;padding:1rem}"
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{variants[0].id}</title>'
        f"<style>{stylesheet('tokens', 'quiz')}{grid}</style><main>{cards}</main></html>"
    )
