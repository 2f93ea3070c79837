"""What became of one submission, and the journal that keeps it, so that a run can be cut and taken up again."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from vecinos.classroom.lms_names import LmsUser
from vecinos.classroom.normalise import Note
from vecinos.classroom.source import VariantId
from vecinos.classroom.texts import REPAIRS, STOPS

# Verdicts that say something of the run and not of the hand-in: the next run tries again.
PASSING = {"not-run", "kernel-ended", "not-stopped"}


@dataclass
class Result:
    """What became of one submission. ``questions``: grade_id -> points (None: a person must grade it);
    ``score`` is None when there is nothing that may be published; ``user``: whom the LMS says handed it in;
    ``digest``: what was handed in and how it was graded, so that the same is not done twice; ``by_hand``: the
    questions a person grades."""

    student: str
    variant: VariantId | None
    notes: list[Note]
    questions: dict[str, float | None] = field(default_factory=dict)
    maxima: dict[str, float] = field(default_factory=dict)
    feedback: Path | None = None
    user: LmsUser | None = None
    digest: str = ""
    by_hand: list[str] = field(default_factory=list)

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

    @property
    def final(self) -> bool:
        """Whether grading the same hand-in again would say the same."""
        return not PASSING & {note.code for note in self.notes}


class JournalError(ValueError):
    """The journal of an earlier run cannot be read; the message names file, line and mend."""


class Journal:
    """One line of JSON for each finished submission, written the moment it is finished."""

    def __init__(self, path: Path):
        self.path = path

    def read(self) -> dict[str, Result]:
        """Student -> the last result written. A half-written last line, as a crash leaves it, does not count.

        Raises JournalError for any other damage.
        """
        if not self.path.exists():
            return {}
        text = self.path.read_text(encoding="utf-8", errors="replace")
        lines = text.split("\n")
        found: dict[str, Result] = {}
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            try:
                result = _restored(json.loads(line))
            except (ValueError, TypeError, KeyError) as error:
                if number == len(lines):
                    # Cut off, or the next line would be glued to it.
                    _replace(self.path, "\n".join(lines[:-1]) + "\n" if number > 1 else "")
                    break
                raise JournalError(
                    f"{self.path}, line {number}: not a result of grading ({error}). Take that line out and its "
                    "hand-in is graded again; delete the file and all are."
                ) from None
            found[result.student] = result
        return found

    def add(self, result: Result) -> None:
        """Write ``result`` so that it outlives a crash of this process or the machine."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(_kept(result), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _kept(result: Result) -> dict:
    kept = asdict(result)
    kept["variant"] = str(result.variant) if result.variant else None
    kept["feedback"] = str(result.feedback) if result.feedback else None
    kept["notes"] = [
        {"code": one.code, "values": {k: _plain(v) for k, v in one.values.items()}} for one in result.notes
    ]
    return kept


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float, str)) else str(value)


def _restored(kept: dict) -> Result:
    kept = dict(kept)
    kept["variant"] = VariantId.parse(kept["variant"])
    kept["feedback"] = Path(kept["feedback"]) if kept["feedback"] else None
    kept["notes"] = [Note(one["code"], one["values"]) for one in kept["notes"]]
    kept["user"] = LmsUser(**kept["user"]) if kept["user"] else None
    return Result(**kept)


def _replace(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)
