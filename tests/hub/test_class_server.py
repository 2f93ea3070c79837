"""A class on a real JupyterHub: ten accounts, ten browsers' worth of requests, from the first login to the grades."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest
from class_day import BLANK, STUDENTS, WRONG
from machine import as_root, machine

# All of it happens before the first test: about a minute and a half on an idle machine with two processors.
pytestmark = pytest.mark.timeout(600)
AUTOMATIC, RANKING = 18, 2


@pytest.fixture(scope="module")
def day():
    """What happened on the day, told by class_day.py."""
    as_root()
    done = subprocess.run(machine(sys.executable, "/checkout/tests/hub/class_day.py"), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-8000:]
    print(done.stderr)
    return json.loads(done.stdout)


def test_everybody_logs_in_fetches_validates_and_submits(day):
    for name, seen in day["students"].items():
        assert seen["login"] and not seen["wrong password"], name
        assert seen["offered"] == ["released"] and seen["submitted"], name
        assert seen["valid"] == (name not in BLANK), name


def test_nobody_sees_anothers_work_or_the_solutions(day):
    found = day["seen"]["beto"]
    assert any("/home/beto/" in one for one in found.pop("own"))  # the search does find
    assert found == {"hand-in": [], "solutions": [], "rubric": [], "listing": []}
    assert day["visit"] in (403, 404)


def test_the_grades_are_right(day):
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(day["grades"]))}
    wanted = dict.fromkeys(STUDENTS, AUTOMATIC) | dict.fromkeys(WRONG, AUTOMATIC - RANKING) | dict.fromkeys(BLANK, 0)
    del wanted["fito"]  # a link is no hand-in
    assert {name: float(row["score"]) for name, row in rows.items() if row["score"]} == wanted
    assert day["collected"] == STUDENTS


def test_who_cheats_is_named_and_harms_nobody(day):
    assert "'economy-trade.ipynb' was not read: it is a link" in day["grade"]
    assert "was put there by 'fito'" in day["grade"]
