"""What a class handed in: which hand-ins there are, whose they are, and the notebook in each of them.

Finding and reading are apart: a Submission only says where to read, so that a class need not be held in memory and a
submission can be sent to another process.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from vecinos.classroom.normalise import Note, Unreadable, load, variant_of
from vecinos.classroom.source import VariantId


@dataclass(frozen=True)
class LmsUser:
    """A student as an LMS knows them. ``lms``: "moodle" or "canvas"; ``id``: what its grade import goes by."""

    lms: str
    id: str
    name: str


@dataclass
class Submission:
    """One student's hand-in as found: the student's id in the gradebook, and where the notebooks lie.

    ``loose``: the file's name is the student's, so that it says nothing of the assignment.
    """

    student: str
    files: list[Path]
    notes: list[Note] = field(default_factory=list)
    loose: bool = False
    user: LmsUser | None = None


@dataclass
class HandIn:
    """What was read of one submission. ``notes``: those of the finding first, then why there is no notebook, if so."""

    notebook: NotebookNode | None
    variant: VariantId | None
    notes: list[Note]


def find_submissions(folder: Path) -> list[Submission]:
    """One submission per student folder or loose notebook; links are not followed and hidden files are no hand-ins."""
    found: list[Submission] = []
    taken: set[str] = set()
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            files = sorted(one for one in path.rglob("*.ipynb") if _is_hand_in(one, path))
        elif path.suffix == ".ipynb":
            files = [path]
        else:
            continue
        name = path.name if path.is_dir() else path.stem
        student = _student_id(name, taken)
        taken.add(student)
        notes = [] if student == unicodedata.normalize("NFC", name) else [Note("student-id", {"name": name})]
        found.append(Submission(student, files, notes, loose=not path.is_dir()))
    return found


def read_submission(submission: Submission) -> HandIn:
    """The one notebook that is the hand-in, with clean cells; notes say why when there is none."""
    candidates = []
    failed: list[Note] = []
    for path in submission.files:
        try:
            notebook, repairs = load(path.read_bytes())
        except Unreadable as problem:
            failed.append(problem.note)
        except OSError as error:
            failed.append(Note("not-run", {"why": error.strerror or str(error)}))
        else:
            candidates.append((path, notebook, repairs, variant_of(notebook)))
    if len(candidates) > 1:
        named = [one for one in candidates if one[3] and one[0].stem == one[3].name]
        marked = [one for one in candidates if one[3]]
        candidates = named if len(named) == 1 else marked if len(marked) == 1 else candidates
    notes = list(submission.notes)
    if len(candidates) == 1:
        path, notebook, repairs, variant = candidates[0]
        notes += repairs
        if variant and path.stem != variant.name and not submission.loose:
            notes.append(Note("renamed", {"file": path.name}))
        return HandIn(notebook, variant, notes)
    if candidates:
        names = sorted({one[3].name for one in candidates if one[3]})
        files = ", ".join(one[0].name for one in candidates)
        notes.append(Note("many-files", {"wanted": " / ".join(names), "files": files}))
    else:
        notes += failed or [Note("no-file")]
    return HandIn(None, None, notes)


def _is_hand_in(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith(".") for part in parts)
    linked = any((folder / Path(*parts[: n + 1])).is_symlink() for n in range(len(parts)))
    return not hidden and not linked and path.is_file()


def _student_id(name: str, taken: set[str]) -> str:
    """The name as nbgrader, a path and a spreadsheet can all keep it: no wildcard, separator or formula."""
    plain = re.sub(r"[^\w .@-]", "_", unicodedata.normalize("NFC", name)).strip()
    plain = re.sub(r"^[@.=+-]", "_", plain) or "_"
    student, count = plain, 2
    while student in taken:
        student, count = f"{plain}_{count}", count + 1
    return student
