"""The folder nbgrader works in, set up for one variant; nbgrader itself is called through its Python interface."""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from vecinos.classroom.sandbox import environment
from vecinos.classroom.source import Variant, VariantId
from vecinos.classroom.texts import say

COURSE = "vecinos"
# With this, JupyterLab started in the course folder shows nbgrader's pages for grading by hand.
CONFIGURATION = """c = get_config()
c.CourseDirectory.course_id = "{course}"
c.CourseDirectory.root = __import__("os").path.dirname(__file__)
"""
_EXCEPTION = re.compile(r"^[\w.]*(?:Error|Exception|Died|Timeout)\w*(?:: |$)")
TEMPLATES = Path(__file__).parent / "templates"


class CourseError(RuntimeError):
    """nbgrader could not do what was asked; the message carries its own words."""


def settings(root: Path, lang: str, timeout: int = 30) -> Config:
    """nbgrader's settings for a course folder. ``timeout``: seconds one cell of a student may run."""
    from nbgrader.preprocessors import GetGrades

    from vecinos.classroom.feedback import HideTests

    config = Config()
    config.CourseDirectory.root = str(root.resolve())
    config.CourseDirectory.course_id = COURSE
    config.ClearSolutions.code_stub = {"python": say("code-stub", lang)}
    config.ClearSolutions.text_stub = say("text-stub", lang)
    config.OverwriteCells.add_missing_cells = True
    config.Execute.timeout = timeout
    config.GenerateFeedback.preprocessors = [GetGrades, HideTests]
    config.HTMLExporter.extra_template_basedirs = [str(TEMPLATES)]
    return config


def api(root: Path, lang: str, timeout: int = 30, extra: Config | None = None):
    """nbgrader's own interface on a course folder."""
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    config = settings(root, lang, timeout)
    if extra:
        config.merge(extra)
    # nbgrader's results carry its log, but only if a logger of its own listens; nothing is printed.
    log = logging.Logger("nbgrader", logging.INFO)
    log.addHandler(logging.NullHandler())
    return NbGraderAPI(CourseDirectory(config=config, log=log), config=config, log=log)


def derive(variant: Variant, root: Path, *, gradebook: bool = True) -> NotebookNode:
    """The student version of ``variant``, made by nbgrader in the course folder ``root`` and put in its gradebook.

    ``gradebook=False`` leaves the gradebook out (making one takes seconds). Nothing is done twice: a master that
    has not changed keeps its release. Raises CourseError with nbgrader's words when it refuses the master.
    """
    text = nbformat.writes(variant.master)
    source = root / "source" / str(variant.id) / f"{variant.id.name}.ipynb"
    release = root / "release" / str(variant.id) / f"{variant.id.name}.ipynb"
    _write(root / "nbgrader_config.py", CONFIGURATION.format(course=COURSE))
    if not (release.exists() and source.exists() and source.read_text(encoding="utf-8") == text):
        _write(source, text)
        # A new gradebook asks the alembic command for its version; without an activated environment it is not on PATH.
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        extra = Config()
        if not gradebook:
            extra.GenerateAssignment.no_database = True
            extra.SaveCells.enabled = False
        with environment({"PATH": path}):
            maker = api(root, variant.id.lang, extra=extra)
            require(maker.generate_assignment(str(variant.id)), f"derive {variant.id}")
    return nbformat.read(release, as_version=4)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def submitted_path(root: Path, student: str, variant: VariantId) -> Path:
    return root / "submitted" / student / str(variant) / f"{variant.name}.ipynb"


def autograded_path(root: Path, student: str, variant: VariantId) -> Path:
    return root / "autograded" / student / str(variant) / f"{variant.name}.ipynb"


def feedback_path(root: Path, student: str, variant: VariantId) -> Path:
    return root / "feedback" / student / str(variant) / f"{variant.name}.html"


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
