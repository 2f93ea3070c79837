"""Students' code meets real walls: bubblewrap around a real kernel, started by nbgrader."""

from __future__ import annotations

import contextlib
import json
import os

import nbformat
import psutil
import pytest
from classroom_helpers import MASTERS, SUMS, answered, hand_in
from jupyter_client import KernelManager

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


@contextlib.contextmanager
def kernel(source):
    """A function that runs code in a new kernel from ``source`` and returns what it printed."""
    with source() as config:
        manager = KernelManager(config=config)
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(30)

            def run(code):
                said = []
                hook = lambda message: said.append(message["content"].get("text", ""))  # noqa: E731
                assert client.execute_interactive(code, output_hook=hook, timeout=30)["content"]["status"] == "ok"
                return "".join(said).strip()

            yield run
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


MARK = """
import os, random, numpy, pandas, vecinos
for place in ("/tmp/mark", os.path.expanduser("~/mark"), "/dev/shm/mark"):
    open(place, "w").write("1")
vecinos.mark = numpy.mark = 1
pandas.DataFrame.sum = None
os.environ["MARK"] = "1"
"""
LOOK = """
import os, random, numpy, pandas, vecinos
found = [one for one in ("/tmp/mark", os.path.expanduser("~/mark"), "/dev/shm/mark") if os.path.exists(one)]
found += [one.__name__ for one in (vecinos, numpy) if hasattr(one, "mark")] + ["MARK"] * ("MARK" in os.environ)
found += ["sum"] * (pandas.DataFrame.sum is None)
print(found, os.getpid(), sorted(one for one in os.listdir("/proc") if one.isdigit()))
"""
WHO = "import os, random; print(os.getuid(), random.random())"


def test_kernels_of_one_server_are_strangers():
    server = sandbox.ForkServer()
    try:
        server.require()
        with kernel(server.kernels) as first, kernel(server.kernels) as second:
            first(MARK)
            assert len(first(LOOK).split("]")[0].split(",")) == 7
            assert second(LOOK) == "[] 1 ['1']"
            (one, drawn), (other, drawn_too) = first(WHO).split(), second(WHO).split()
            assert drawn != drawn_too
            if os.getuid() == 0:
                assert len({one, other, "0"}) == 3
        with kernel(server.kernels) as third:
            assert third(LOOK) == "[] 1 ['1']"
    finally:
        server.stop()


def test_where_the_server_died_a_process_gets_its_own(monkeypatch):
    monkeypatch.setattr(sandbox, "_own", None)
    server = sandbox.ForkServer()
    server.require()
    server.stop()
    try:
        with kernel(sandbox.kernel_source(True, server.folder)) as run:
            assert run(LOOK) == "[] 1 ['1']"
        assert sandbox._own.alive
    finally:
        sandbox._own.stop()


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
