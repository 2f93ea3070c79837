"""What a class handed in: which hand-ins there are, whose they are, and the notebook in each of them.

A teacher has a folder (one folder per student, loose notebooks, nbgrader's ``submitted``), or what an LMS made of it: a
zip of the class, or a folder with such zips. Finding and reading are apart: a Submission only says where to read, so
that a class need not be held in memory and a submission can be sent to another process.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from nbformat import NotebookNode

from vecinos.classroom import archives
from vecinos.classroom.archives import is_archive, is_wanted
from vecinos.classroom.lms_names import METADATA, LmsUser, Mark, blackboard_user, gradescope_users, marks
from vecinos.classroom.normalise import LARGEST_BYTES, Note, Unreadable, load, variant_of
from vecinos.classroom.source import VariantId

LONGEST_ID = 100


class IntakeError(ValueError):
    """Nothing can be graded from this path; the message names it and the mend."""


@dataclass(frozen=True)
class Place:
    """Where one file lies: on the disk or, with ``entry``, in the archive there. ``name``: the student's for it."""

    path: Path
    entry: str | None
    name: str


@dataclass
class Submission:
    """One student's hand-in as found: the student's id in the gradebook, and where its notebooks and archives lie.

    The id is the LMS's own (see lms_names), else the name of the folder or loose file. ``loose``: the file's name is
    the student's, so that it says nothing of the assignment.
    """

    student: str
    files: list[Place]
    notes: list[Note] = field(default_factory=list)
    loose: bool = False
    user: LmsUser | None = None


@dataclass
class HandIn:
    """What was read of one submission. ``notes``: those of the finding first, then why there is no notebook, if so."""

    notebook: NotebookNode | None
    variant: VariantId | None
    notes: list[Note]


@dataclass(frozen=True)
class _Found:
    """One file or folder of a class. ``parts``: its path below the class's top; ``entry``: the same in an archive."""

    parts: tuple[str, ...]
    path: Path
    folder: bool
    entry: archives.Entry | None = None

    @property
    def place(self) -> Place | None:
        """Where to read it, if it may hold a hand-in."""
        if not is_wanted(self.parts[-1]) or (self.folder if self.entry is None else not self.entry.wanted):
            return None
        return Place(self.path, self.entry.key if self.entry else None, self.parts[-1])


def find_submissions(path: Path) -> list[Submission]:
    """One submission per student in the folder or class archive ``path``, in the order of their names.

    Links are not followed and hidden files are no hand-ins. Raises IntakeError for a damaged class archive.
    """
    if not path.exists():
        raise FileNotFoundError(f"There is nothing at {path}.")
    found = _unwrapped(_in_folder(path) if path.is_dir() else _in_class_archive(path), path.is_file())
    tops = {one.parts[0]: one.folder or len(one.parts) > 1 for one in found}
    marked = marks(tops)
    groups: dict[tuple[str, str], list[_Found]] = {}
    for one in found:
        top = one.parts[0]
        if top in marked:
            groups.setdefault((marked[top].user.lms, marked[top].key), []).append(one)
        elif tops[top] or is_wanted(top) or (one.entry and one.entry.note):
            groups.setdefault(("", top), []).append(one)
    gradescope = _gradescope(found)
    submissions = [_submission(group, marked, gradescope) for group in groups.values()]
    submissions.sort(key=lambda one: (one.user.name if one.user else one.student, one.student))
    _give_ids(submissions)
    return submissions


def read_submission(submission: Submission) -> HandIn:
    """The one notebook that is the hand-in, with clean cells; notes say why when there is none."""
    found, notes, failed = _read_all(submission)
    notes = submission.notes + [note for note in notes if note not in submission.notes]
    numbered = submission.user is not None and submission.user.lms == "canvas"
    if len(found) > 1:
        named = [one for one in found if one.variant and one.is_called(one.variant.name, numbered)]
        marked = [one for one in found if one.variant]
        found = named if len(named) == 1 else marked if len(marked) == 1 else found
    if len(found) == 1:
        one = found[0]
        notes += one.repairs
        if one.variant and not submission.loose and not one.is_called(one.variant.name, numbered):
            notes.append(Note("renamed", {"file": one.name}))
        return HandIn(one.notebook, one.variant, notes)
    if found:
        names = sorted({one.variant.name for one in found if one.variant})
        files = ", ".join(one.name for one in found)
        notes.append(Note("many-files", {"wanted": " / ".join(names), "files": files}))
    else:
        explained = any(note.code.startswith("archive-") for note in notes)
        notes += failed or ([] if explained else [Note("no-file")])
    return HandIn(None, None, notes)


@dataclass(frozen=True)
class _Read:
    """One notebook of a hand-in, with the name of its file."""

    name: str
    notebook: NotebookNode
    repairs: list[Note]
    variant: VariantId | None

    def is_called(self, assignment: str, numbered: bool) -> bool:
        """Whether the file has the assignment's name; ``numbered``: or that with an LMS's count of attempts behind."""
        stem = self.name.rpartition(".")[0]
        return stem == assignment or (numbered and re.sub(r"-\d+$", "", stem) == assignment)


def _read_all(submission: Submission) -> tuple[list[_Read], list[Note], list[Note]]:
    """Every notebook that can be read, what was wrong in archives, and why other files cannot be read."""
    found: list[_Read] = []
    wrong: list[Note] = []
    failed: list[Note] = []
    for place in submission.files:
        try:
            contents = [(place.name, _bytes(place))]
        except Unreadable as problem:
            failed.append(problem.note)
            continue
        if is_archive(place.name):
            contents, notes = archives.unpack(contents[0][1], place.name)
            wrong += notes
        for name, data in contents:
            try:
                notebook, repairs = load(data)
            except Unreadable as problem:
                failed.append(problem.note)
            else:
                found.append(_Read(name, notebook, repairs, variant_of(notebook)))
    return found, wrong, failed


def _bytes(place: Place) -> bytes:
    try:
        if place.entry is None:
            if (size := place.path.stat().st_size) > LARGEST_BYTES:
                raise Unreadable("too-large", megabytes=size // 1_000_000)
            return place.path.read_bytes()
        with archives.opened(place.path, place.name) as archive:
            return archives.read_entry(archive, place.entry)
    except OSError as error:
        raise Unreadable("not-run", why=error.strerror or str(error)) from None


def _in_folder(folder: Path) -> Iterator[_Found]:
    tops = [one for one in sorted(folder.iterdir()) if not archives.is_junk([one.name]) and not one.is_symlink()]
    alone = len([one for one in tops if one.is_dir() or is_wanted(one.name)]) == 1
    for top in tops:
        if top.is_dir():
            yield _Found((top.name,), top, True)
            for path in sorted(top.rglob("*")):
                if _is_hand_in(path, top):
                    yield _Found(path.relative_to(folder).parts, path, False)
        elif is_archive(top.name) and _holds_a_class(top, alone):
            yield from _unwrapped(_in_class_archive(top), True)
        elif top.is_file():
            yield _Found((top.name,), top, False)


def _in_class_archive(path: Path) -> Iterator[_Found]:
    mend = "download it again, or unpack it and give the folder"
    try:
        with archives.opened(path, path.name) as archive:
            found = archives.entries(archive)
    except Unreadable as problem:
        why = problem.note.values.get("why", problem.note.code)
        raise IntakeError(f"{path} is not a zip archive, or it is damaged or cut off ({why}): {mend}.") from None
    if len(found) > archives.MOST_ENTRIES:
        raise IntakeError(f"{path} holds {len(found):,} files: unpack it, and give the folder of one assignment.")
    for one in found:
        yield _Found(one.parts, path, one.folder, one)


def _holds_a_class(path: Path, alone: bool) -> bool:
    """Whether a zip in the folder is the class's: it bears an LMS's names inside, or is alone and has several."""
    if marks({path.name: False}):
        return False
    try:
        found = list(_unwrapped(_in_class_archive(path), True))
    except IntakeError:
        return False
    tops = {one.parts[0]: one.folder or len(one.parts) > 1 for one in found}
    return bool(marks(tops)) or (alone and len([top for top in tops if tops[top] or is_wanted(top)]) > 1)


def _unwrapped(found: Iterable[_Found], archive: bool) -> list[_Found]:
    """The same without the one folder around a whole class, as zips and Gradescope's exports have."""
    found = list(found)
    inside = {one.parts[1]: one.folder or len(one.parts) > 2 for one in found if len(one.parts) > 1}
    students = [name for name, folder in inside.items() if folder or is_wanted(name)]
    tops = {one.parts[0]: True for one in found}
    if len(tops) != 1 or marks(tops) or not (marks(inside) or (archive and len(students) > 1)):
        return found
    return [replace(one, parts=one.parts[1:]) for one in found if len(one.parts) > 1]


def _submission(group: list[_Found], marked: dict[str, Mark], gradescope: dict[str, LmsUser]) -> Submission:
    """All that one student handed in, in its latest attempt; the student's id is still to be made unique."""
    top = group[0].parts[0]
    mark = marked.get(top)
    notes: list[Note] = []
    for one in group:
        if one.entry and one.entry.note and one.entry.note not in notes:
            notes.append(one.entry.note)
    latest = _latest(group, marked)
    if len(latest) < len(group):
        notes.append(Note("attempts", {"count": len({marked[one.parts[0]].attempt for one in group})}))
    wanted = [one for one in latest if one.place]
    share = [one.entry for one in wanted if one.entry]
    if archives.too_much(share):
        notes.append(Note("archive-large", {"file": top, "megabytes": sum(one.size for one in share) // 1_000_000}))
        wanted = []
    if mark is None:
        loose = len(group) == 1 and len(group[0].parts) == 1 and not group[0].folder
        return Submission(Path(top).stem if loose else top, [one.place for one in wanted], notes, loose)
    files = [replace(one.place, name=_own_name(one, marked[one.parts[0]])) for one in wanted]
    user = gradescope.get(top, mark.user)
    if user.lms == "blackboard":
        comments = [one for one in latest if one.parts[-1].endswith(".txt")]
        user = blackboard_user(mark, _text(comments[0], 10_000)) if comments else user
    return Submission(user.id, files, notes, user=user)


def _latest(group: list[_Found], marked: dict[str, Mark]) -> list[_Found]:
    """Those of the latest attempt, by the LMS's own mark; all where it marks none."""
    found = [marked[one.parts[0]] for one in group if one.parts[0] in marked]
    last = {mark.series: mark.attempt for mark in sorted(found, key=lambda mark: mark.attempt)}
    dropped = {id(mark) for mark in found if mark.attempt != last[mark.series]}
    return [one for one in group if id(marked.get(one.parts[0])) not in dropped]


def _own_name(found: _Found, mark: Mark) -> str:
    return found.parts[-1] if len(found.parts) > 1 else mark.file or found.parts[-1]


def _gradescope(found: list[_Found]) -> dict[str, LmsUser]:
    listed = [one for one in found if one.parts == (METADATA,)]
    return gradescope_users(_text(listed[0], 50_000_000)) if listed else {}


def _text(found: _Found, longest: int) -> str:
    """What stands in a small text file an LMS added; nothing if it cannot be read."""
    try:
        data = _bytes(Place(found.path, found.entry.key if found.entry else None, found.parts[-1]))
        return data.decode("utf-8-sig", "replace") if len(data) <= longest else ""
    except Unreadable:
        return ""


def _is_hand_in(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    linked = any((folder / Path(*parts[: n + 1])).is_symlink() for n in range(len(parts)))
    return not archives.is_junk(parts) and not linked and path.is_file()


def _give_ids(submissions: list[Submission]) -> None:
    """Ids that are all different, also where a disk does not tell capitals from small letters."""
    taken: set[str] = set()
    for one in submissions:
        name = unicodedata.normalize("NFC", one.student)
        one.student = _student_id(name, taken)
        taken.add(one.student.casefold())
        if one.student != name:
            one.notes.append(Note("student-id", {"name": name}))


def _student_id(name: str, taken: set[str]) -> str:
    """The name as nbgrader, a path and a spreadsheet can all keep it: no wildcard, separator or formula."""
    plain = re.sub(r"[^\w .@-]", "_", name)[:LONGEST_ID].strip()
    plain = re.sub(r"^[@.=+-]", "_", plain).rstrip(".") or "_"
    student, count = plain, 2
    while student.casefold() in taken:
        student, count = f"{plain}_{count}", count + 1
    return student
