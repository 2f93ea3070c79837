"""Questions for other programs (Moodle XML, QTI 2.1, QTI 1.2, Common Cartridge, GIFT) and paper: questions to bytes.

``flat`` turns a question into what every format needs, in one language; each other module writes one format.
"""

from __future__ import annotations

from dataclasses import dataclass

from vecinos.quiz.export import cartridge, gift, moodle, paper, qti12, qti21
from vecinos.quiz.export.flat import ExportError, Note, flattened
from vecinos.quiz.model import Question

__all__ = ["FORMATS", "Export", "ExportError", "Note", "export"]


@dataclass(frozen=True)
class Export:
    """``files``: bytes by the ending that is put to the name asked for ("" or "-key"); ``notes``: what got lost."""

    files: dict[str, bytes]
    notes: list[Note]


def _one_file(module):
    def write(items, title, lang):
        data, notes = module.write(items, title, lang)
        return {"": data}, notes

    return write


# Format: (suffix of its file, writer).
FORMATS = {
    "moodle": (".xml", _one_file(moodle)),
    "qti21": (".zip", _one_file(qti21)),
    "qti12": (".zip", _one_file(qti12)),
    "cartridge": (".imscc", _one_file(cartridge)),
    "gift": (".gift", _one_file(gift)),
    "paper": (".html", paper.write),
}


def export(questions: list[Question], form: str, title: str, lang: str) -> Export:
    """The questions in one format and one language. The same questions give the same bytes.

    Raises ExportError naming question and text when a text cannot be written in any format, and when a cartridge can
    hold none of the questions.
    """
    _, write = FORMATS[form]
    files, notes = write([flattened(question, lang) for question in questions], title, lang)
    return Export(files, notes)
