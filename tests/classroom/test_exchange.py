"""Hand-ins taken out of the exchange. What needs several accounts is in tests/hub."""

from __future__ import annotations

import os
import pwd
import time

import nbformat
import pytest
from classroom_helpers import SUMS, answered

from vecinos.classroom.exchange import collect
from vecinos.classroom.intake import find_submissions, read_submission
from vecinos.cli import main

ME = pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture
def attempt(tmp_path):
    """attempt(stamp, student) -> a folder in the exchange as nbgrader's ``submit`` makes it."""

    def make(stamp, student=ME, assignment="sums-en-7"):
        folder = tmp_path / "exchange" / "inbound" / f"{student}+{assignment}+{stamp}+AbC_-123"
        folder.mkdir(parents=True)
        time.sleep(0.02)  # the system's clock goes in steps
        return folder

    return make


def _collected(tmp_path, assignment="sums-en-7"):
    return collect(tmp_path / "exchange" / "inbound", assignment, tmp_path / "submitted")


def test_the_last_attempt_counts_by_the_machines_clock(attempt, tmp_path, release):
    (attempt("2030-01-01 00:00:00.000000 UTC") / "sums.ipynb").write_text("{}")
    nbformat.write(answered(release, SUMS), attempt("2020-01-01 00:00:00.000000 UTC") / "sums.ipynb")
    attempt("2031-01-01 00:00:00.000000 UTC", assignment="other-en-7")
    [handed], strangers = _collected(tmp_path)
    assert abs(handed.changed.timestamp() - time.time()) < 60 and not strangers and not handed.refused
    [submission] = find_submissions(tmp_path / "submitted")
    assert submission.student == ME and str(read_submission(submission).variant) == "sums-en-7"


def test_what_is_no_file_of_the_student_is_not_read(attempt, tmp_path):
    secret = tmp_path / "secret.ipynb"
    secret.write_text("the key")
    folder = attempt("2026-01-01 00:00:00.000000 UTC")
    (folder / "link.ipynb").symlink_to(secret)
    (folder / "folder.ipynb").mkdir()
    os.mkfifo(folder / "pipe.ipynb")
    (folder / "sums.ipynb").write_text("mine")
    [handed], _ = _collected(tmp_path)
    assert handed.files == {"sums.ipynb": b"mine"}
    assert handed.refused == ["folder.ipynb", "link.ipynb", "pipe.ipynb"]
    kept = sorted(path.name for path in (tmp_path / "submitted" / ME / "sums-en-7").iterdir())
    assert kept == ["sums.ipynb", "timestamp.txt"]


def test_a_folder_that_is_a_link_is_not_followed(attempt, tmp_path):
    real = attempt("2026-01-01 00:00:00.000000 UTC", assignment="other-en-7")
    (real / "sums.ipynb").write_text("theirs")
    real.with_name(f"{ME}+sums-en-7+2026-01-01 00:00:00.000000 UTC+x").symlink_to(real)
    [handed], _ = _collected(tmp_path)
    assert handed.files == {} and len(handed.refused) == 1


def test_a_hand_in_in_anothers_name_is_left_alone_and_told(attempt, tmp_path, capsys):
    (attempt("2026-01-01 00:00:00.000000 UTC", student="ana") / "sums.ipynb").write_text("{}")
    words = ["assignment", "collect", "sums-en-7", "--exchange", str(tmp_path / "exchange")]
    assert main([*words, "--out", str(tmp_path / "submitted")]) == 0
    assert f"was put there by {ME!r}" in capsys.readouterr().err
    assert not (tmp_path / "submitted").exists()


def test_what_came_later_replaces_what_was_collected(attempt, tmp_path):
    (attempt("1") / "old.ipynb").write_text("1")
    _collected(tmp_path)
    (attempt("2") / "new.ipynb").write_text("2")
    _collected(tmp_path)
    assert not (tmp_path / "submitted" / ME / "sums-en-7" / "old.ipynb").exists()


def test_without_an_exchange_the_command_says_where_it_looked(tmp_path, capsys):
    assert main(["assignment", "collect", "sums-en-7", "--exchange", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err
