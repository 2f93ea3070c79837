"""Students' code meets real walls: bubblewrap around a real kernel, started by nbgrader."""

from __future__ import annotations

import json

import nbformat
import psutil
import pytest
from classroom_helpers import MASTERS, SUMS, answered, hand_in

from vecinos.classroom import sandbox
from vecinos.classroom.grading import Settings, grade_folder
from vecinos.cli import main

SERVER = "vecinos.classroom.forkserver"
SPY = """
import glob, json, os, socket
seen = {"root": os.path.exists("ROOT"), "masters": os.path.exists("MASTERS"), "home": os.listdir(".")}
seen["others"] = glob.glob("/tmp/**/*.ipynb", recursive=True) + glob.glob("/tmp/**/*.db", recursive=True)
try:
    socket.create_connection(("127.0.0.1", PORT), 2)
    seen["network"] = True
except OSError:
    seen["network"] = False
try:
    bytearray(8_000_000_000)
    seen["memory"] = True
except MemoryError:
    seen["memory"] = False
print("SEEN", json.dumps(seen))
total = sum(numbers)
"""


def test_a_sandboxed_kernel_grades_and_sees_nothing_else(tmp_path, release, serve, new_class):
    port = serve(tmp_path).rsplit(":", 1)[1]
    settings = Settings(MASTERS, new_class(tmp_path / "out"), timeout=4)
    spy = SPY.replace("ROOT", str(settings.course.root)).replace("MASTERS", str(MASTERS)).replace("PORT", port)
    loop = "import os, time\nif os.fork() == 0:\n    time.sleep(600)\nwhile True: pass"
    hand_in(tmp_path / "in", "ana", answered(release, SUMS | {"total": spy}))
    hand_in(tmp_path / "in", "beto", answered(release, SUMS | {"mean": loop}))
    sandbox.require_sandbox()
    ana, beto = grade_folder(tmp_path / "in", settings)
    graded = nbformat.read(settings.course.root / "autograded/ana/sums-en-7/sums.ipynb", as_version=4)
    said = "".join(out.get("text", "") for one in graded.cells for out in one.get("outputs", ()))
    seen = json.loads(said.split("SEEN ", 1)[1].splitlines()[0])
    assert seen.pop("home") in ([], [".ipython"])
    assert seen == {"root": False, "masters": False, "others": [], "network": False, "memory": False}
    assert (ana.verdict, ana.score) == ("graded", 5)
    assert (beto.verdict, beto.score) == ("graded", 3) and "timeout" in {note.code for note in beto.notes}
    # bubblewrap twice, the server itself, and nothing it has forked.
    assert len([one for one in psutil.Process().children(recursive=True) if SERVER in one.cmdline()]) == 3


def test_without_a_sandbox_nothing_is_graded(tmp_path, release, monkeypatch, capsys):
    hand_in(tmp_path / "in", "ana", answered(release, SUMS))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["assignment", "grade", str(tmp_path / "in"), "--exercises", str(MASTERS)]) == 2
    assert "bubblewrap" in (said := capsys.readouterr().err) and "--no-sandbox" in said
    assert not (tmp_path / "in-graded").exists()


def test_no_sandbox_is_a_choice_that_is_said_aloud(tmp_path, release, monkeypatch, capsys):
    hand_in(tmp_path / "in", "ana", answered(release, SUMS))
    assert main(["assignment", "grade", str(tmp_path / "in"), "--no-sandbox", "--exercises", str(MASTERS)]) == 0
    said = capsys.readouterr()
    assert "your rights" in said.err and "ana: graded 5/9" in said.out
    assert (tmp_path / "in-graded" / "grades.csv").exists()


def test_a_connection_file_elsewhere_is_refused(tmp_path):
    with pytest.raises(ValueError, match="foreign folder"):
        sandbox.command(tmp_path / "other" / "kernel.json", tmp_path / "run")
