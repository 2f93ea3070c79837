"""nbgrader does some work anew for every submission; here it is done once for each process.

Imported for its effect, before nbgrader is used; nothing here changes a result. Worker processes are forked from one
that has imported this module, so that what ``warm`` prepares is at hand in each of them.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import jinja2
import nbformat
import nbgrader.api
import nbgrader.nbgraderformat.common
import nbgrader.preprocessors.saveautogrades
from alembic.script import ScriptDirectory
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from nbconvert.exporters import HTMLExporter
from nbgrader.dbutil import ALEMBIC_DIR

TEMPLATES = Path(__file__).parent / "templates"
_compiled: dict[str, bytes] = {}


class _CompiledTemplates(jinja2.BytecodeCache):
    """Templates compiled in this process. The key says which template and which text."""

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if (code := _compiled.get(f"{bucket.key} {bucket.checksum}")) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        _compiled[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


class FeedbackExporter(HTMLExporter):
    """The exporter of feedback pages; each submission gets a new one, but its templates are compiled once."""

    def _create_environment(self) -> jinja2.Environment:
        environment = super()._create_environment()
        environment.bytecode_cache = _CompiledTemplates()
        return environment


class OneCommit(nbgrader.api.Gradebook):
    """A gradebook that nbgrader's ``SaveAutoGrades`` fills: all points of a submission, or none.

    nbgrader commits after each cell, and each commit waits for the disk.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._commit, self.db.commit = self.db.commit, self.db.flush

    def __exit__(self, kind: type[BaseException] | None, *rest: Any) -> None:
        try:
            if kind is None:
                self._commit()
        finally:
            super().__exit__(kind, *rest)


@functools.lru_cache
def _validator(schema: str) -> Any:
    """A validator whose schema has been checked. ``schema``: its JSON."""
    loaded = json.loads(schema)
    kind = validator_for(loaded)
    kind.check_schema(loaded)
    return kind(loaded)


class _CheckedOnce:
    """Stands for the module jsonschema, whose ``validate`` checks the schema itself on every call."""

    @staticmethod
    def validate(instance: Any, schema: dict[str, Any]) -> None:
        error = best_match(_validator(json.dumps(schema)).iter_errors(instance))
        if error is not None:
            raise error


def _newest_gradebook() -> str:
    """The version of the gradebook's tables, which nbgrader asks a command for that may not be on PATH."""
    return ScriptDirectory(ALEMBIC_DIR).get_current_head()


# nbgrader opens its gradebook a dozen times for each submission, and each time makes an engine that must compile every
# query anew; with one engine for each address that is done once.
nbgrader.api.create_engine = functools.lru_cache(maxsize=16)(nbgrader.api.create_engine)
nbgrader.api.get_alembic_version = _newest_gradebook
nbgrader.nbgraderformat.common.jsonschema = _CheckedOnce
nbgrader.preprocessors.saveautogrades.Gradebook = OneCommit


def warm() -> None:
    """Do once what the first submission in a process would wait for."""
    import IPython.display  # noqa: F401 (nbconvert loads it with its first page)
    from sqlalchemy.orm import configure_mappers

    configure_mappers()
    code = nbformat.v4.new_code_cell("value = 1", outputs=[nbformat.v4.new_output("stream", text="1")])
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("| **a** | `b` |"), code])
    nbformat.validate(notebook)
    HTMLExporter(template_name="basic").from_notebook_node(notebook)
    FeedbackExporter(template_name="feedback", extra_template_basedirs=[str(TEMPLATES)]).template  # noqa: B018
