"""What teachers have in their hands: folders, an LMS's zips with its names, archives that are damaged or mean harm."""

from __future__ import annotations

import io
import pickle
import stat
import struct
import tracemalloc
import zipfile

import nbformat
import pytest
from classroom_helpers import MASTERS, SUMS, answered, hand_in

from vecinos.classroom import archives
from vecinos.classroom.intake import IntakeError, find_submissions, read_submission
from vecinos.classroom.texts import NOTES, REMARKS, STOPS, note_text
from vecinos.cli import main


@pytest.fixture
def notebook(release) -> bytes:
    return nbformat.writes(answered(release, SUMS)).encode()


def _zip(items, path=None):
    """A zip with these (name or ZipInfo, content) entries, written to ``path`` or returned as bytes."""
    target = path or io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in items:
            archive.writestr(name, content)
    return path or target.getvalue()


def _read(path):
    """student id -> (submission, hand-in), each read as another process would read it."""
    found = [pickle.loads(pickle.dumps(one)) for one in find_submissions(path)]
    return {one.student: (one, read_submission(one)) for one in found}


def _codes(hand_in):
    return {note.code for note in hand_in.notes}


def _is_read(hand_in):
    return hand_in.notebook is not None and str(hand_in.variant) == "sums-en-7"


# What LMSs make of a class.


@pytest.mark.parametrize("joint", ["/", "_/", "_"])
def test_moodle_knows_a_student_by_the_participant_number(tmp_path, notebook, joint):
    zipped = _zip([("work/sums.ipynb", notebook), ("__MACOSX/work/._sums.ipynb", b"x"), ("work/.DS_Store", b"")])
    mark = f"_assignsubmission_file{joint}"
    names = {"101": "Ana Ruiz", "102": "Ana Ruiz", "103": "Íñigo Peña", "104": "Leo"}
    files = [("sums.ipynb", notebook), ("sums (1).ipynb", notebook), ("work.zip", zipped), ("work.docx", b"x")]
    items = [(f"{names[key]}_{key}{mark}{name}", data) for key, (name, data) in zip(names, files, strict=True)]
    found = _read(_zip([*items, ("Leo_104_assignsubmission_onlinetext/onlinetext.html", "text")], tmp_path / "c.zip"))
    assert {key: one.user.name for key, (one, _) in found.items()} == names
    assert {one.user.lms for one, _ in found.values()} == {"moodle"}
    assert all(_is_read(found[key][1]) for key in ("101", "102", "103"))
    assert [_codes(found[key][1]) for key in names] == [set(), {"renamed"}, set(), {"no-file"}]


def test_canvas_knows_a_student_by_the_user_number_and_counts_attempts(tmp_path, notebook):
    items = [
        ("ruizana_12345_901_sums.ipynb", b"first try"),
        ("ruizana_12345_955_sums-1.ipynb", notebook),
        ("peñagil_LATE_12346_902_sums.ipynb", notebook),
        ("anon_Ab3dE_903_sums.ipynb", notebook),
    ]
    found = _read(_zip(items, tmp_path / "submissions.zip"))
    assert found.keys() == {"12345", "12346", "anon_Ab3dE"}
    assert all(_is_read(hand_in) for _, hand_in in found.values())
    assert _codes(found["12345"][1]) == {"attempts"} and _codes(found["12346"][1]) == set()


def test_two_files_that_canvas_does_not_count_need_a_person(tmp_path, notebook):
    items = [("ruizana_1_901_one.ipynb", notebook), ("ruizana_1_902_two.ipynb", notebook)]
    found = _read(_zip(items, tmp_path / "c.zip"))
    assert "many-files" in _codes(found["1"][1])


def test_numbers_in_names_students_chose_are_no_canvas_numbers(tmp_path, notebook):
    for name in ("ana_2026_11_sums", "beto_2026_11_sums"):
        (tmp_path / f"{name}.ipynb").write_bytes(notebook)
    assert [one.student for one in find_submissions(tmp_path)] == ["ana_2026_11_sums", "beto_2026_11_sums"]


def test_blackboard_takes_the_latest_attempt_and_the_name_in_its_text_file(tmp_path, notebook):
    start = "gradebook_MX-1_Trade%201_"
    items = [
        (f"{start}ana_ruiz_attempt_2026-11-01-10-11-12_sums.ipynb", b"first try"),
        (f"{start}ana_ruiz_attempt_2026-11-01-10-11-12.txt", "Name: Ana Ruiz (ana_ruiz)\nAssignment: Trade 1\n"),
        (f"{start}ana_ruiz_attempt_2026-11-03-10-11-12_sums.ipynb", notebook),
        (f"{start}ana_ruiz_attempt_2026-11-03-10-11-12.txt", "Name: Ana Ruiz (ana_ruiz)\nAssignment: Trade 1\n"),
        (f"{start}eva_ruiz_attempt_2026-11-02-10-11-12.txt", "Name: Eva Ruiz (eva_ruiz)\nAssignment: Trade 1\n"),
    ]
    found = _read(_zip(items, tmp_path / "c.zip"))
    assert {key: one.user.name for key, (one, _) in found.items()} == {"ana_ruiz": "Ana Ruiz", "eva_ruiz": "Eva Ruiz"}
    assert _is_read(found["ana_ruiz"][1]) and _codes(found["ana_ruiz"][1]) == {"attempts"}
    assert _codes(found["eva_ruiz"][1]) == {"no-file"}


def test_gradescope_names_students_in_a_file_beside_their_folders(tmp_path, notebook):
    listed = "submission_7:\n  :submitters:\n  - :name: Ana Ruiz\n    :sid: 'A1'\n  :created_at: 2026-11-01\n"
    items = [("assignment_5_export/submission_7/sums.ipynb", notebook)]
    found = _read(_zip([*items, ("assignment_5_export/submission_metadata.yml", listed)], tmp_path / "c.zip"))
    assert [(key, one.user.name) for key, (one, _) in found.items()] == [("submission_7", "Ana Ruiz")]
    assert _is_read(found["submission_7"][1])


def test_a_folder_of_class_zips_and_one_of_students_zips(tmp_path, notebook):
    for group, number in (("a", 101), ("b", 102)):
        items = [(f"Ana_{number}_assignsubmission_file/sums.ipynb", notebook)]
        _zip(items, tmp_path / f"{group}.zip")
    assert _read(tmp_path).keys() == {"101", "102"}
    own = tmp_path / "own"
    for student in ("ana", "beto"):  # a lone one is a student's, too
        own.mkdir(exist_ok=True)
        _zip([("sums.ipynb", notebook)], own / f"{student}.zip")
        assert student in _read(own)
    assert all(_is_read(hand_in) for _, hand_in in _read(own).values()) and _read(own).keys() == {"ana", "beto"}


def test_a_zip_of_a_plain_class_and_nbgraders_own_folders(tmp_path, notebook):
    items = [("class/ana/sums.ipynb", notebook), ("class/beto.ipynb", notebook), ("__MACOSX/class/._beto.ipynb", b"")]
    found = _read(_zip(items, tmp_path / "class.zip"))
    assert found.keys() == {"ana", "beto"} and all(_is_read(hand_in) for _, hand_in in found.values())
    hand_in(tmp_path / "submitted", "ana/sums-en-7", notebook)
    (tmp_path / "submitted/ana/sums-en-7/timestamp.txt").write_text("2026-11-01")
    found = _read(tmp_path / "submitted")
    assert found.keys() == {"ana"} and _codes(found["ana"][1]) == set()


def test_ids_differ_also_where_a_disk_ignores_capitals(tmp_path, notebook):
    items = [(f"{name}/sums.ipynb", notebook) for name in ("Ana", "ana", "x" * 300)]
    assert {len(key) for key in _read(_zip(items, tmp_path / "c.zip"))} == {3, 5, 100}


# Archives that are damaged or mean harm: a note for this student, and the next one is graded.


def _link():
    info = zipfile.ZipInfo("sums.ipynb")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return _zip([(info, "/etc/passwd")])


def _locked(notebook):
    data = bytearray(_zip([("sums.ipynb", notebook)]))
    for header, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + at] |= 1
    return bytes(data)


def _with_sizes(data, size):
    """The same archive, declaring another unpacked size in both of its headers."""
    data = bytearray(data)
    for header, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(header) + at, size)
    return bytes(data)


def _twice(notebook):
    with pytest.warns(UserWarning, match="Duplicate"):
        return _zip([("sums.ipynb", notebook), ("sums.ipynb", b"other")])


def _method(notebook):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("sums.ipynb", notebook)
    return target.getvalue()


HARM = {
    "up": (lambda good: _zip([("../../sums.ipynb", good)]), "archive-name"),
    "absolute": (lambda good: _zip([("/etc/sums.ipynb", good)]), "archive-name"),
    "backslash": (lambda good: _zip([("..\\sums.ipynb", good)]), "archive-name"),
    "drive": (lambda good: _zip([("C:/sums.ipynb", good)]), "archive-name"),
    "link": (lambda good: _link(), "archive-link"),
    "locked": (_locked, "archive-locked"),
    "twice": (_twice, "archive-twice"),
    "says less": (lambda good: _with_sizes(_zip([("sums.ipynb", good)]), 10), "archive-damaged"),
    "says more": (lambda good: _with_sizes(_zip([("sums.ipynb", good)]), 9_000), "archive-damaged"),
    "method": (_method, "archive-damaged"),
    "cut off": (lambda good: _zip([("sums.ipynb", good)])[:-40], "archive-damaged"),
    "no archive": (lambda good: b"Rar!\x1a\x07\x01\x00", "archive-damaged"),
    "nothing": (lambda good: b"", "archive-damaged"),
    "in archives": (lambda good: _zip([("a.zip", _zip([("sums.ipynb", good)]))]), "archive-nested"),
    "bomb": (lambda good: _zip([("sums.ipynb", bytes(50_000_000))]), "archive-large"),
}


@pytest.mark.parametrize("where", ["folder", "archive"])
@pytest.mark.parametrize("harm", HARM)
def test_a_bad_archive_is_one_students_note(tmp_path, notebook, harm, where):
    make, code = HARM[harm]
    if where == "folder":
        hand_in(tmp_path / "in", "ana", make(notebook), "work.zip")
        hand_in(tmp_path / "in", "beto", notebook)
        path = tmp_path / "in"
    else:
        items = [("in/ana/work.zip", make(notebook)), ("in/beto/sums.ipynb", notebook)]
        path = _zip(items, tmp_path / "in.zip")
    before = sorted(tmp_path.rglob("*"))
    found = _read(path)
    assert _codes(found["ana"][1]) == {code} <= STOPS.keys() and found["ana"][1].notebook is None
    assert _is_read(found["beto"][1]) and _codes(found["beto"][1]) == set()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_class_archives_own_bad_entries_are_their_students_notes(tmp_path, notebook):
    items = [("ana/../../sums.ipynb", notebook), ("ana/sums.ipynb", notebook), ("beto/sums.ipynb", notebook)]
    found = _read(_zip([*items, ("carla/sums.ipynb", bytes(50_000_000))], tmp_path / "in.zip"))
    assert _codes(found["ana"][1]) == {"archive-name"}
    assert _is_read(found["beto"][1]) and _codes(found["beto"][1]) == set()
    assert _codes(found["carla"][1]) == {"archive-large"}


def test_a_damaged_entry_of_a_class_archive_does_not_stop_the_others(tmp_path, notebook):
    path = _zip([("ana/sums.ipynb", notebook), ("beto/sums.ipynb", notebook)], tmp_path / "in.zip")
    data = bytearray(path.read_bytes())
    data[100] ^= 0xFF
    path.write_bytes(data)
    found = _read(path)
    assert _codes(found["ana"][1]) == {"archive-damaged"} and _is_read(found["beto"][1])


def test_a_bomb_and_a_horde_of_entries_are_never_unpacked(tmp_path, notebook, monkeypatch):
    hand_in(tmp_path, "ana", _with_sizes(_zip([("sums.ipynb", bytes(100_000_000))]), 1_000), "work.zip")
    tracemalloc.start()
    _, read = _read(tmp_path)["ana"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert _codes(read) == {"archive-damaged"} and peak < 20_000_000
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)
    hand_in(tmp_path, "ana", _zip([(f"{n}.txt", "") for n in range(4)]), "work.zip")
    assert _codes(_read(tmp_path)["ana"][1]) == {"archive-many"}


def test_a_damaged_class_archive_is_one_error_with_its_mend(tmp_path, notebook, capsys):
    path = _zip([("ana/sums.ipynb", notebook)], tmp_path / "class.zip")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(IntakeError):
        find_submissions(path)
    assert main(["assignment", "grade", str(path), "--no-sandbox", "--exercises", str(MASTERS)]) == 2
    assert "class.zip" in (said := capsys.readouterr().err) and "download it again" in said


def test_a_huge_file_is_not_read(tmp_path):
    with (tmp_path / "ana.ipynb").open("wb") as file:
        file.truncate(300_000_000)
    assert _codes(_read(tmp_path)["ana"][1]) == {"too-large"}


def test_every_note_is_a_sentence_in_both_languages():
    values = dict.fromkeys("file files entry why name id count cell cells megabytes line wanted found".split(), "x")
    values |= dict.fromkeys("seed seconds variant encoding".split(), "x")
    for code in NOTES:
        assert note_text(code, "en", values) != note_text(code, "es", values)
    assert not REMARKS.keys() & STOPS.keys()
