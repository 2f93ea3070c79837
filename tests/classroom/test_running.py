"""A class is graded by several processes, stopped, crashed and taken up again, in SQLite and in PostgreSQL."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from classroom_helpers import MASTERS, SUMS, answered, hand_in

from vecinos.classroom import grading
from vecinos.classroom.grading import Settings, grade_folder
from vecinos.classroom.results import Journal, JournalError
from vecinos.cli import main

STUDENTS = ("ana", "beto", "carla", "dario", "elena", "fito")


@pytest.fixture
def hand_ins(tmp_path, release):
    """Six students: five right, one whose mean is wrong."""
    for student in STUDENTS:
        wrong = {"mean": "mean = 1.0"} if student == "carla" else {}
        hand_in(tmp_path / "in", student, answered(release, SUMS | wrong))
    return tmp_path / "in"


@pytest.fixture
def runs(monkeypatch):
    """The names of those whose notebooks were really run, in order."""
    names = []
    real = grading._grade

    def counted(notebook, variant, settings, result):
        names.append(result.student)
        real(notebook, variant, settings, result)

    monkeypatch.setattr(grading, "_grade", counted)
    return names


def _scores(results):
    return {one.student: one.score for one in results}


WANTED = dict.fromkeys(STUDENTS, 5.0) | {"carla": 3.0}


def test_several_processes_give_what_one_gives(hand_ins, tmp_path, new_class):
    told = []
    settings = Settings(MASTERS, new_class(tmp_path / "out"), workers=3)
    results = grade_folder(hand_ins, settings, told.append, lambda count: told.append(count))
    assert [one.student for one in results] == list(STUDENTS)
    assert _scores(results) == WANTED
    assert told[0] == 6 and {one.student for one in told[1:]} == set(STUDENTS)


def test_a_stopped_run_goes_on_where_it_was(hand_ins, tmp_path, new_class, runs):
    settings = Settings(MASTERS, new_class(tmp_path / "out"))

    def stop_after_two(result):
        if len(runs) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_folder(hand_ins, settings, stop_after_two)
    first = list(runs)
    results = grade_folder(hand_ins, settings)
    assert _scores(results) == WANTED
    assert sorted(runs) == sorted(STUDENTS) and runs[:2] == first
    runs.clear()
    assert _scores(grade_folder(hand_ins, settings)) == WANTED
    assert runs == []


def test_a_changed_hand_in_is_graded_again_and_no_other(hand_ins, tmp_path, new_class, runs, release):
    settings = Settings(MASTERS, new_class(tmp_path / "out"))
    grade_folder(hand_ins, settings)
    runs.clear()
    hand_in(hand_ins, "carla", answered(release, SUMS))
    assert _scores(grade_folder(hand_ins, settings))["carla"] == 5
    assert runs == ["carla"]


def test_a_killed_process_loses_and_doubles_nothing(hand_ins, tmp_path, new_class):
    out = new_class(tmp_path / "out")
    words = [sys.executable, "-m", "vecinos.cli", "assignment", "grade", str(hand_ins), "--out", str(out)]
    words += ["--exercises", str(MASTERS), "--workers", "2"]
    journal = Journal(out / "journal.jsonl")
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        for _ in range(600):
            if journal.path.exists() and journal.path.read_text(encoding="utf-8").count("\n") >= 2:
                break
            time.sleep(0.1)
        else:
            pytest.fail("nothing was graded in a minute")
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    kept = {one: _modified(out, one) for one in journal.read()}
    assert len(kept) >= 2
    done = subprocess.run(words, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    assert _scores(journal.read().values()) == WANTED
    assert {one: _modified(out, one) for one in kept} == kept


def _modified(out, student):
    return (out / "course" / "autograded" / student / "sums-en-7" / "sums.ipynb").stat().st_mtime_ns


def test_a_half_written_line_is_a_hand_in_to_grade_again(hand_ins, tmp_path, new_class, runs):
    settings = Settings(MASTERS, new_class(tmp_path / "out"))
    grade_folder(hand_ins, settings)
    runs.clear()
    path = settings.journal.path
    path.write_bytes(path.read_bytes()[:-40])
    assert _scores(grade_folder(hand_ins, settings)) == WANTED
    assert len(runs) == 1
    assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def test_a_damaged_journal_is_said_with_its_mend(hand_ins, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "journal.jsonl").write_text('{"student": "ana"}\nnonsense\n', encoding="utf-8")
    with pytest.raises(JournalError, match=r"journal\.jsonl, line 1: .*Take that line out"):
        grade_folder(hand_ins, Settings(MASTERS, out))
    words = ["assignment", "grade", str(hand_ins), "--out", str(out), "--exercises", str(MASTERS)]
    assert main(words) == 2 and "line 1" in capsys.readouterr().err


def test_a_gradebook_in_postgresql(hand_ins, tmp_path, postgresql):
    settings = Settings(MASTERS, tmp_path / "out", workers=2, gradebook=postgresql)
    assert _scores(grade_folder(hand_ins, settings)) == WANTED
    assert not (settings.course.root / "gradebook.db").exists()
    with settings.course.open_gradebook() as book:
        mark = book.find_grade("why", "sums", "sums-en-7", "ana")
        mark.manual_score, mark.needs_manual_grade = 4, False
        book.db.commit()
    results = {one.student: one for one in grade_folder(hand_ins, settings)}
    assert results["ana"].score == 9 and results["beto"].score == 5
    assert "9 of 9" in results["ana"].feedback.read_text(encoding="utf-8")
    for path in tmp_path.glob("out/**/*"):
        assert not path.is_file() or postgresql.encode() not in path.read_bytes()


def test_a_cluster_of_dask_by_its_address(hand_ins, tmp_path, new_class):
    from distributed import LocalCluster

    settings = Settings(MASTERS, new_class(tmp_path / "out"))
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        results = grade_folder(hand_ins, Settings(MASTERS, settings.out, cluster=cluster.scheduler_address))
    assert _scores(results) == WANTED
