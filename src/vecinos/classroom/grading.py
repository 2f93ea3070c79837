"""Grade a folder of submissions with nbgrader, one guarded call per student, and keep every result in its gradebook."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from vecinos.classroom import course_folder as course
from vecinos.classroom.feedback import CANARY
from vecinos.classroom.intake import HandIn, LmsUser, find_submissions, read_submission
from vecinos.classroom.leaks import page_leaks
from vecinos.classroom.normalise import Note, mend
from vecinos.classroom.sandbox import kernel_source
from vecinos.classroom.source import SourceError, Variant, VariantId, find_assignment
from vecinos.classroom.texts import REPAIRS, STOPS


@dataclass
class Result:
    """What became of one submission. ``questions``: grade_id -> points (None: a person must grade it);
    ``score`` is None when there is nothing that may be published; ``user``: whom the LMS says handed it in."""

    student: str
    variant: VariantId | None
    notes: list[Note]
    questions: dict[str, float | None] = field(default_factory=dict)
    maxima: dict[str, float] = field(default_factory=dict)
    feedback: Path | None = None
    user: LmsUser | None = None

    @property
    def verdict(self) -> str:
        codes = {note.code for note in self.notes}
        if codes & STOPS.keys():
            return "needs-person"
        return "repaired" if codes & REPAIRS.keys() else "graded"

    @property
    def score(self) -> float | None:
        """The points given so far, by machine and by hand; None without a result."""
        return sum(points or 0 for points in self.questions.values()) if self.questions else None

    @property
    def pending(self) -> list[str]:
        return [name for name, points in self.questions.items() if points is None]


@dataclass(frozen=True)
class Settings:
    """Where and how a class is graded. ``name``, ``lang``, ``seed``: what the class was given, if the teacher says."""

    masters: Path
    out: Path
    timeout: int = 30
    sandboxed: bool = True
    name: str | None = None
    lang: str | None = None
    seed: int | None = None

    @property
    def root(self) -> Path:
        return self.out / "course"


def grade_folder(folder: Path, settings: Settings, report: Callable[[Result], None] = lambda _: None) -> list[Result]:
    """Grade every submission in ``folder``; results in the order of the students' names. Calls ``report`` after each.

    No submission stops another. Raises FileNotFoundError when the folder has no submissions at all.
    """
    submissions = find_submissions(folder)
    if not submissions:
        raise FileNotFoundError(f"No submissions in {folder}: put one folder per student there, or loose notebooks.")
    hand_ins = [read_submission(submission) for submission in submissions]
    _settle_variants(hand_ins, settings)
    variants: dict[VariantId, Variant | Note] = {}
    results = []
    with warnings.catch_warnings():
        # nbgrader's own use of its database library makes warnings a teacher can do nothing about.
        warnings.filterwarnings("ignore", module=r"nbgrader\.")
        for submission, hand_in in zip(submissions, hand_ins, strict=True):
            result = Result(submission.student, hand_in.variant, hand_in.notes, user=submission.user)
            results.append(_attempt(hand_in, result, settings, variants))
            report(results[-1])
    return results


def _settle_variants(hand_ins: list[HandIn], settings: Settings) -> None:
    """Give a notebook that lost its variant the one the teacher named or, failing that, the one all others have."""
    known = {one.variant for one in hand_ins if one.variant}
    if settings.name and settings.lang and settings.seed is not None:
        known.add(VariantId(settings.name, settings.lang, settings.seed))
    for one in hand_ins:
        if one.notebook is None:
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


def _attempt(hand_in: HandIn, result: Result, settings: Settings, variants: dict[VariantId, Variant | Note]) -> Result:
    if result.verdict == "needs-person" or hand_in.variant is None:
        return result
    try:
        variant = _variant(hand_in.variant, settings, variants)
        if isinstance(variant, Note):
            result.notes.append(variant)
        else:
            _grade(hand_in, variant, settings, result)
    except Exception as error:
        # Whatever one notebook can do to the grader must not reach the next one, and must not look like a zero.
        _forget(result, settings)
        result.notes.append(Note("not-run", {"why": f"{type(error).__name__}: {error}"}))
    return result


def _variant(wanted: VariantId, settings: Settings, variants: dict[VariantId, Variant | Note]) -> Variant | Note:
    if wanted not in variants:
        try:
            variant = find_assignment(wanted.name, settings.masters).variant(wanted.seed, wanted.lang)
            course.derive(variant, settings.root)
            variants[wanted] = variant
        except SourceError as error:
            variants[wanted] = Note("other-assignment", {"found": wanted, "why": error})
    return variants[wanted]


def _grade(hand_in: HandIn, variant: Variant, settings: Settings, result: Result) -> None:
    release = course.derive(variant, settings.root)
    mended = mend(hand_in.notebook, release)
    result.notes += mended.repairs
    if mended.blank:
        result.notes.append(Note("blank"))
    target = course.submitted_path(settings.root, result.student, variant.id)
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir(parents=True)
    target.write_text(nbformat.writes(mended.notebook), encoding="utf-8")
    with kernel_source(settings.sandboxed)() as extra:
        grader = course.api(settings.root, variant.id.lang, settings.timeout, extra)
        done = grader.autograde(str(variant.id), result.student)
    if not done["success"]:
        _forget(result, settings)
        result.notes.append(Note("not-run", {"why": course.last_words(done)}))
        return
    graded = nbformat.read(course.autograded_path(settings.root, result.student, variant.id), as_version=4)
    result.notes += _signs(graded, settings.timeout)
    collect(result, variant, settings)


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


def collect(result: Result, variant: Variant, settings: Settings) -> None:
    """Read the student's points from the gradebook into ``result`` and make the feedback page."""
    grader = course.api(settings.root, variant.id.lang)
    with grader.gradebook as book:
        submission = book.find_submission(str(variant.id), result.student)
        marks = {mark.name: mark for notebook in submission.notebooks for mark in notebook.grades}
        for cell in variant.master.cells:
            mark = marks.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if mark is not None and mark.max_score:
                open_still = mark.manual_score is None and mark.auto_score is None
                result.questions[mark.name] = None if open_still else mark.score
                result.maxima[mark.name] = mark.max_score
    if result.pending:
        result.notes.append(Note("manual", {"cells": ", ".join(result.pending)}))
    done = grader.generate_feedback(str(variant.id), result.student)
    page = course.feedback_path(settings.root, result.student, variant.id)
    result.feedback = settings.out / "feedback" / f"{result.student}.html"
    result.feedback.unlink(missing_ok=True)
    if not done["success"]:
        result.notes.append(Note("feedback-failed", {"why": course.last_words(done)}))
        result.feedback = None
    elif page_leaks(page.read_text(encoding="utf-8"), variant.master):
        result.notes.append(Note("feedback-leak"))
        page.unlink()
        result.feedback = None
    else:
        result.feedback.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, part := result.feedback.with_suffix(".part"))
        os.replace(part, result.feedback)


def _forget(result: Result, settings: Settings) -> None:
    """Take an unfinished submission out of the gradebook, where it would stand as 0 points."""
    from nbgrader.api import Gradebook, MissingEntry

    book = settings.root / "gradebook.db"
    if result.variant is None or not book.exists():
        return
    with Gradebook(f"sqlite:///{book.resolve()}", course.COURSE) as gradebook:
        try:
            gradebook.remove_submission(str(result.variant), result.student)
        except MissingEntry:
            return
