"""What is done once per process gives what nbgrader gives when it does it each time."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator, ValidationError
from nbgrader.preprocessors import SaveAutoGrades, saveautogrades

from vecinos.classroom.quick import OneCommit

MARK = {"schema_version": 3, "grade": True, "solution": False, "locked": True, "task": False, "grade_id": "one"}


def test_a_gradebook_is_made_where_no_command_is_on_the_path(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "vecinos") as book:
        book.add_student("ana")
        assert [one.id for one in book.students] == ["ana"]


@pytest.mark.parametrize("broken", [{"points": "many"}, {"grade": "yes"}, {"cell_type": 3}])
def test_a_broken_mark_is_still_refused(broken):
    good = new_code_cell(metadata={"nbgrader": MARK | {"points": 1, "cell_type": "code"}})
    MetadataValidator().validate_nb(new_notebook(cells=[good]))
    good.metadata["nbgrader"] |= broken
    with pytest.raises(ValidationError):
        MetadataValidator().validate_nb(new_notebook(cells=[good]))


def test_points_of_a_submission_are_all_kept_or_none(tmp_path):
    address = f"sqlite:///{tmp_path}/gradebook.db"
    with Gradebook(address, "vecinos") as book:
        book.add_assignment("sums")
    with pytest.raises(RuntimeError), OneCommit(address, "vecinos") as book:
        book.add_student("ana")
        raise RuntimeError
    with OneCommit(address, "vecinos") as book:
        book.add_student("beto")
        book.add_student("carla")
    with Gradebook(address, "vecinos") as book:
        assert sorted(one.id for one in book.students) == ["beto", "carla"]
    assert saveautogrades.Gradebook is OneCommit and SaveAutoGrades.__module__ == saveautogrades.__name__
