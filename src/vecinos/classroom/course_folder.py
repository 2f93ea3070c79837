"""The folder nbgrader works in, set up for one variant; nbgrader itself is called through its Python interface."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import GetGrades
from traitlets.config import Config

from vecinos.classroom.guard import guarded
from vecinos.classroom.places import GRADEBOOK_VARIABLE
from vecinos.classroom.quick import TEMPLATES, FeedbackExporter
from vecinos.classroom.source import Variant, VariantId
from vecinos.classroom.texts import say

COURSE = "vecinos"
# With this, JupyterLab started in the course folder shows nbgrader's pages for grading by hand.
CONFIGURATION = """import os

c = get_config()
c.CourseDirectory.course_id = "{course}"
c.CourseDirectory.root = os.path.dirname(__file__)
# The address of a gradebook may hold a password and is not written down: start nbgrader with this variable set.
if "{variable}" in os.environ:
    c.CourseDirectory.db_url = os.environ["{variable}"]
"""
_EXCEPTION = re.compile(r"^[\w.]*(?:Error|Exception|Died|Timeout)\w*(?:: |$)")


class CourseError(RuntimeError):
    """nbgrader could not do what was asked; the message carries its own words."""


@dataclass(frozen=True)
class Course:
    """nbgrader's course folder ``root``. ``gradebook``: its database's address; None: a file in the folder."""

    root: Path
    gradebook: str | None = None

    @property
    def database(self) -> str:
        return self.gradebook or f"sqlite:///{(self.root / 'gradebook.db').resolve()}"

    def open_gradebook(self) -> Gradebook:
        """nbgrader's gradebook, to be used in a ``with`` block; made if there is none yet."""
        return Gradebook(self.database, COURSE)

    def settings(self, lang: str, timeout: int = 30) -> Config:
        """nbgrader's settings for this folder. ``timeout``: seconds one cell of a student may run."""
        from vecinos.classroom.feedback import HideTests

        config = Config()
        config.CourseDirectory.root = str(self.root.resolve())
        config.CourseDirectory.course_id = COURSE
        config.CourseDirectory.db_url = self.database
        config.ClearSolutions.code_stub = {"python": say("code-stub", lang)}
        config.ClearSolutions.text_stub = say("text-stub", lang)
        config.OverwriteCells.add_missing_cells = True
        config.Execute.timeout = timeout
        config.GenerateFeedback.preprocessors = [GetGrades, HideTests]
        config.GenerateFeedback.exporter_class = FeedbackExporter
        config.HTMLExporter.extra_template_basedirs = [str(TEMPLATES)]
        return config

    def api(self, lang: str, timeout: int = 30, extra: Config | None = None) -> NbGraderAPI:
        """nbgrader's own interface on this folder."""
        config = self.settings(lang, timeout)
        if extra:
            config.merge(extra)
        # nbgrader's results carry its log, but only if a logger of its own listens; nothing is printed.
        log = logging.Logger("nbgrader", logging.INFO)
        log.addHandler(logging.NullHandler())
        return NbGraderAPI(CourseDirectory(config=config, log=log), config=config, log=log)

    def derive(self, variant: Variant, *, gradebook: bool = True) -> NotebookNode:
        """The student version of ``variant``, made by nbgrader in this folder and entered in its gradebook.

        ``gradebook=False`` leaves the gradebook out (making one takes seconds). Nothing is done twice: a master that
        has not changed keeps its release. Raises CourseError with nbgrader's words when it refuses the master.
        """
        text = nbformat.writes(guarded(variant.master))
        source = self._notebook("source", variant.id)
        _write(self.root / "nbgrader_config.py", CONFIGURATION.format(course=COURSE, variable=GRADEBOOK_VARIABLE))
        made = self.release_path(variant.id).exists() and source.exists() and source.read_text(encoding="utf-8") == text
        # Asked first, so that the gradebook is there when nbgrader, which could not make it, opens it.
        entered = self._entered(variant.id) if gradebook else True
        if not (made and entered):
            _write(source, text)
            extra = Config()
            if not gradebook:
                extra.GenerateAssignment.no_database = True
                extra.SaveCells.enabled = False
            maker = self.api(variant.id.lang, extra=extra)
            require(maker.generate_assignment(str(variant.id)), f"derive {variant.id}")
        return self.release(variant.id)

    def _entered(self, variant: VariantId) -> bool:
        with self.open_gradebook() as book:
            return any(one.name == str(variant) for one in book.assignments)

    def release(self, variant: VariantId) -> NotebookNode:
        """The student version ``derive`` made."""
        return nbformat.read(self.release_path(variant), as_version=4)

    def release_path(self, variant: VariantId) -> Path:
        return self._notebook("release", variant)

    def submitted_path(self, student: str, variant: VariantId) -> Path:
        return self._notebook(f"submitted/{student}", variant)

    def autograded_path(self, student: str, variant: VariantId) -> Path:
        return self._notebook(f"autograded/{student}", variant)

    def feedback_path(self, student: str, variant: VariantId) -> Path:
        return self._notebook(f"feedback/{student}", variant).with_suffix(".html")

    def _notebook(self, step: str, variant: VariantId) -> Path:
        return self.root / step / str(variant) / f"{variant.name}.ipynb"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def require(result: dict, task: str) -> None:
    """Raises CourseError with the last words of nbgrader when its ``result`` is not a success."""
    if not result["success"]:
        raise CourseError(f"nbgrader could not {task}: {last_words(result)}")


def last_words(result: dict) -> str:
    """What went wrong in nbgrader, in one line: the last exception that is not its own "see above"."""
    lines = [line.strip() for line in (result.get("log", "") + "\n" + result.get("error", "")).splitlines()]
    raised = [line for line in lines if _EXCEPTION.match(line) and "NbGraderException" not in line]
    said = [line for line in lines if line]
    return (raised or said or ["no reason given"])[-1][:300]
