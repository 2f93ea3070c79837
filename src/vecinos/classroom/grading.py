"""Grade a class with nbgrader, one guarded task per student, and keep every result in its gradebook and a journal."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from vecinos.classroom.course_folder import Course, last_words
from vecinos.classroom.guard import CANARY, guarded
from vecinos.classroom.intake import HandIn, Submission, find_submissions, read_submission
from vecinos.classroom.leaks import page_leaks
from vecinos.classroom.normalise import Note, mend
from vecinos.classroom.places import JOURNAL
from vecinos.classroom.results import Journal, Result
from vecinos.classroom.sandbox import ForkServer, NoSandbox, fork_server, kernel_source
from vecinos.classroom.source import SourceError, Variant, VariantId, find_assignment
from vecinos.classroom.texts import STOPS
from vecinos.classroom.workers import cores, each, prepare

# A kernel that starts is waited for: while one worker waits, another has the processor.
WORKERS_PER_CORE = 2
# Notes that ``collect`` makes anew from the gradebook.
COLLECTED = {"manual", "feedback-failed", "feedback-leak"}


@dataclass(frozen=True)
class Settings:
    """Where and how a class is graded. ``name``, ``lang``, ``seed``: what the class was given, if the teacher says.

    ``gradebook``: the address of nbgrader's database, None for a file in ``out``; ``workers``, ``cluster``: see
    ``workers.each``; ``again``: grade also what an earlier run has graded.
    """

    masters: Path
    out: Path
    timeout: int = 30
    sandboxed: bool = True
    name: str | None = None
    lang: str | None = None
    seed: int | None = None
    gradebook: str | None = None
    workers: int = 1
    cluster: str | None = None
    again: bool = False

    @property
    def course(self) -> Course:
        return Course(self.out / "course", self.gradebook)

    @property
    def journal(self) -> Journal:
        return Journal(self.out / JOURNAL)


@dataclass(frozen=True)
class Task:
    """One submission to grade, or to collect if an earlier run graded it; what a worker is sent.

    ``given``: question -> points that a person has given since; ``forks``: see ``sandbox.kernel_source``.
    """

    submission: Submission
    result: Result
    settings: Settings
    forks: Path | None = None
    graded: bool = False
    given: dict[str, float] = field(default_factory=dict)


def grade_folder(
    folder: Path,
    settings: Settings,
    report: Callable[[Result], None] = lambda _: None,
    start: Callable[[int], None] = lambda _: None,
    given: Mapping[str, Mapping[str, float]] | None = None,
) -> list[Result]:
    """Grade every submission in ``folder``; results in the order of the students' names.

    ``start`` is told how many there are, ``report`` each result as soon as it is there; ``given``: student -> question
    -> points that a person gives. No submission stops another.
    A run that was cut is taken up again: what its journal holds and has not changed is not graded twice.
    Raises FileNotFoundError when the folder has no submissions at all, JournalError for a damaged journal.
    """
    submissions = find_submissions(folder)
    if not submissions:
        raise FileNotFoundError(f"No submissions in {folder}: put one folder per student there, or loose notebooks.")
    done = {} if settings.again else settings.journal.read()
    start(len(submissions))
    results: list[Result] = []

    def finish(result: Result) -> None:
        settings.journal.add(result)
        results.append(result)
        report(result)

    workers = settings.workers or WORKERS_PER_CORE * cores()
    if any(one.student not in done for one in submissions):
        # What takes long to import is started before it is needed.
        if settings.sandboxed:
            fork_server()
        if settings.cluster is None and min(workers, len(submissions)) > 1:
            prepare("vecinos.classroom.warm")
    tasks = []
    for task in _tasks(submissions, settings, done, given or {}):
        if task.result.verdict == "needs-person" or task.result.variant is None:
            finish(task.result)
        else:
            tasks.append(task)
    if settings.sandboxed and not all(task.graded for task in tasks):
        forks = _usable(fork_server())
        tasks = [replace(task, forks=forks) for task in tasks]
    for number, outcome in each(grade, tasks, workers, settings.cluster):
        finish(outcome if isinstance(outcome, Result) else _failed(tasks[number], outcome))
    return sorted(results, key=lambda one: one.student)


def _usable(server: ForkServer) -> Path | None:
    """The server's folder once it has shown that it can keep its forks apart; None if it cannot."""
    try:
        server.require()
    except NoSandbox:
        return None
    return server.folder


def _tasks(
    submissions: list[Submission],
    settings: Settings,
    done: dict[str, Result],
    given: Mapping[str, Mapping[str, float]],
) -> list[Task]:
    """What is to be done for each submission: variants settled, assignments derived, known results marked."""
    hand_ins, contents = [], []
    for submission in submissions:
        hand_in = read_submission(submission)
        contents.append(_digest(nbformat.writes(hand_in.notebook)) if hand_in.notebook else "")
        # Workers read their notebooks themselves: a class is not held in memory.
        hand_ins.append(replace(hand_in, notebook=None))
    _settle_variants(hand_ins, settings)
    tasks = []
    masters: dict[VariantId, str | Note] = {}
    for submission, hand_in, content in zip(submissions, hand_ins, contents, strict=True):
        result = Result(submission.student, hand_in.variant, hand_in.notes, user=submission.user)
        if result.variant and result.variant not in masters:
            masters[result.variant] = _derive(result.variant, settings)
        master = masters.get(result.variant, "")
        if isinstance(master, Note):
            result.notes.append(master)
            master = ""
        result.digest = _digest(content, master, settings.timeout, settings.sandboxed, version("nbgrader"))
        earlier = done.get(result.student)
        known = earlier is not None and earlier.final and earlier.digest == result.digest and bool(earlier.questions)
        points = dict(given.get(result.student, {}))
        tasks.append(Task(submission, earlier if known else result, settings, graded=known, given=points))
    return tasks


def _derive(wanted: VariantId, settings: Settings) -> str | Note:
    """The master's text once its student version and gradebook entry are made, or why there is none."""
    try:
        variant = _variant(wanted, settings.masters)
        settings.course.derive(variant)
    except SourceError as error:
        return Note("other-assignment", {"found": wanted, "why": error})
    return nbformat.writes(variant.master)


@functools.lru_cache(maxsize=64)
def _variant(wanted: VariantId, masters: Path) -> Variant:
    return find_assignment(wanted.name, masters).variant(wanted.seed, wanted.lang)


def _digest(*parts: object) -> str:
    """What was handed in, or that and all its grade depends on, in 64 letters."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _settle_variants(hand_ins: list[HandIn], settings: Settings) -> None:
    """Give a notebook that lost its variant the one the teacher named or, failing that, the one all others have."""
    known = {one.variant for one in hand_ins if one.variant}
    if settings.name and settings.lang and settings.seed is not None:
        known.add(VariantId(settings.name, settings.lang, settings.seed))
    for one in hand_ins:
        if STOPS.keys() & {note.code for note in one.notes}:
            continue
        if one.variant is None:
            fits = [
                variant
                for variant in known
                if settings.name in (None, variant.name)
                and settings.lang in (None, variant.lang)
                and settings.seed in (None, variant.seed)
            ]
            if len(fits) == 1:
                one.variant = fits[0]
                one.notes.append(Note("variant-lost", {"variant": fits[0]}))
            else:
                one.notes.append(Note("variant-unknown"))
        elif settings.seed not in (None, one.variant.seed):
            one.notes.append(Note("other-seed", {"found": one.variant, "seed": settings.seed}))


def grade(task: Task) -> Result:
    """Grade one submission, or collect what an earlier run graded. Whatever a notebook does ends in a verdict."""
    result = replace(task.result, notes=list(task.result.notes))
    try:
        with warnings.catch_warnings():
            # nbgrader's own use of its database library makes warnings a teacher can do nothing about.
            warnings.filterwarnings("ignore", module=r"nbgrader\.")
            variant = _variant(result.variant, task.settings.masters)
            if not task.graded:
                _grade(read_submission(task.submission).notebook, variant, task, result)
            if result.final:
                collect(result, variant, task.settings, task.given)
    except Exception as error:
        # It must not reach the next one, and must not look like a zero.
        return _failed(task, error)
    return result


def _failed(task: Task, error: Exception) -> Result:
    result = replace(task.result, notes=list(task.result.notes), questions={}, maxima={}, feedback=None)
    _forget(result, task.settings)
    result.notes.append(Note("not-run", {"why": f"{type(error).__name__}: {error}"}))
    return result


def _grade(notebook: NotebookNode, variant: Variant, task: Task, result: Result) -> None:
    settings, course = task.settings, task.settings.course
    mended = mend(notebook, course.release(variant.id))
    result.notes += mended.repairs
    if mended.blank:
        result.notes.append(Note("blank"))
    target = course.submitted_path(result.student, variant.id)
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir(parents=True)
    target.write_text(nbformat.writes(mended.notebook), encoding="utf-8")
    with kernel_source(settings.sandboxed, task.forks)() as extra:
        grader = course.api(variant.id.lang, settings.timeout, extra)
        done = grader.autograde(str(variant.id), result.student)
    if not done["success"]:
        _forget(result, settings)
        result.notes.append(_why_unfinished(last_words(done), settings.timeout))
        return
    graded = nbformat.read(course.autograded_path(result.student, variant.id), as_version=4)
    result.notes += _signs(graded, settings.timeout)


def _why_unfinished(words: str, seconds: int) -> Note:
    """nbgrader's last words in a teacher's, where a hand-in's own code is the reason."""
    if "DeadKernelError" in words:
        return Note("kernel-ended")
    if "CellTimeoutError" in words:
        return Note("not-stopped", {"seconds": seconds})
    return Note("not-run", {"why": words})


def _signs(graded: NotebookNode, seconds: int) -> list[Note]:
    """What the run itself shows: cells that were stopped, and a canary that did not sing."""
    notes, sung = [], False
    for cell in graded.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        errors = [output for output in cell.get("outputs", ()) if output.output_type == "error"]
        if any(error.ename == "CellTimeoutError" for error in errors):
            notes.append(Note("timeout", {"cell": name or cell["id"], "seconds": seconds}))
        if name == CANARY:
            sung = [error.evalue for error in errors] == [CANARY]
    return notes if sung else [*notes, Note("tampered")]


def collect(result: Result, variant: Variant, settings: Settings, given: Mapping[str, float]) -> None:
    """Read the student's points from the gradebook into ``result``; make the feedback page if there is none yet, or
    points have changed since. ``given``: question -> points that a person gives."""
    before = dict(result.questions)
    with settings.course.open_gradebook() as book:
        submission = book.find_submission(str(variant.id), result.student)
        marks = {mark.name: mark for notebook in submission.notebooks for mark in notebook.grades}
        for name, points in given.items():
            if name in marks:
                marks[name].manual_score, marks[name].needs_manual_grade = points, False
        book.db.commit()
        result.by_hand = [name for name in variant.rubrics if name in marks]
        for cell in variant.master.cells:
            mark = marks.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if mark is not None and mark.max_score:
                open_still = mark.manual_score is None and mark.auto_score is None
                result.questions[mark.name] = None if open_still else mark.score
                result.maxima[mark.name] = mark.max_score
    if result.feedback and result.feedback.exists() and result.questions == before:
        return
    result.notes = [note for note in result.notes if note.code not in COLLECTED]
    if result.pending:
        result.notes.append(Note("manual", {"cells": ", ".join(result.pending)}))
    _write_feedback(result, variant, settings)


def _write_feedback(result: Result, variant: Variant, settings: Settings) -> None:
    course = settings.course
    done = course.api(variant.id.lang).generate_feedback(str(variant.id), result.student)
    page = course.feedback_path(result.student, variant.id)
    result.feedback = settings.out / "feedback" / f"{result.student}.html"
    result.feedback.unlink(missing_ok=True)
    if not done["success"]:
        result.notes.append(Note("feedback-failed", {"why": last_words(done)}))
        result.feedback = None
    elif page_leaks(page.read_text(encoding="utf-8"), guarded(variant.master)):
        result.notes.append(Note("feedback-leak"))
        page.unlink()
        result.feedback = None
    else:
        result.feedback.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, part := result.feedback.with_suffix(".part"))
        os.replace(part, result.feedback)


def _forget(result: Result, settings: Settings) -> None:
    """Take an unfinished submission out of the gradebook, where it would stand as 0 points."""
    from nbgrader.api import MissingEntry

    if result.variant is None:
        return
    with settings.course.open_gradebook() as book:
        try:
            book.remove_submission(str(result.variant), result.student)
        except MissingEntry:
            return
