"""Scores into the class list of an LMS and back: nothing but grades changes, and nobody gets another's."""

from __future__ import annotations

import csv
import io
import zipfile

import nbformat
import pytest
from classroom_helpers import MASTERS, SUMS, answered

from vecinos.classroom import lms
from vecinos.classroom.lms_names import LmsUser
from vecinos.classroom.normalise import Note
from vecinos.classroom.results import Result
from vecinos.classroom.roster import RosterError, grade_column, read_roster
from vecinos.classroom.source import VariantId
from vecinos.cli import main

MOODLE_ES = (
    '\ufeffIdentificador,"Nombre completo","Dirección de correo",Estado,Calificación,"Calificación máxima",'
    '"La calificación puede ser cambiada","Última modificación (entrega)","Última modificación (calificación)",'
    '"Comentarios de retroalimentación"\r\n'
    '"Participante 101","Ana Ruiz",ana@escuela.mx,"Enviado para calificar",,"10,00",Sí,"lunes, 5 de octubre",-,\r\n'
    '"Participante 102","Íñigo Peña",peña@escuela.mx,Enviado,,"10,00",Sí,-,-,"Bien, pero ""tarde"".\nAsí."\r\n'
    '"Participante 103","Ana Ruiz",ana2@escuela.mx,"Sin entrega","5,00","10,00",Sí,-,-,\r\n'
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Quiz (50),Sums (51),Current Score\n"
    "    Points Possible,,,,,3.00,5.00,(read only)\n"
    '"Ruiz, Ana",12345,A1,aruiz,One,2.00,,80\n'
    '"Peña, Gil",12346,A2,gpena@school.edu,"One, Two",,1.00,\n'
    '"Student, Test",99,,,One,,,\n'
)


def _result(student, user=None, points=5.0, notes=(), hand=()):
    questions = {"total": points, **dict.fromkeys(hand)}
    return Result(student, VariantId("sums", "en", 7), list(notes), questions, dict.fromkeys(questions, 5.0), user=user)


def _roster(tmp_path, text, name="list.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_roster(path)


def _table(data, delimiter=","):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def _changed(before, after):
    """(row, column) -> new value of every cell that is not as it was."""
    assert [len(row) for row in before] == [len(row) for row in after]
    return {(r, c): cell for r, row in enumerate(after) for c, cell in enumerate(row) if cell != before[r][c]}


def test_moodles_worksheet_comes_back_with_the_grade_and_the_comment_alone(tmp_path):
    roster = _roster(tmp_path, MOODLE_ES)
    ana = _result("101", LmsUser("moodle", "101", "Ana Ruiz"), points=4.0)
    inigo = _result("102", LmsUser("moodle", "102", "Íñigo Peña"))
    matched = lms.match(roster, [ana, inigo])
    filled = lms.fill(roster, matched, grade_column(roster, ["Sums"], None))
    assert filled.data.startswith(b"\xef\xbb\xbfIdentificador,") and filled.data.count(b"\r\n") == 4
    changed = _changed(_table(MOODLE_ES.encode()), _table(filled.data))
    assert changed == {(1, 4): "8", (1, 9): "Points: total 4/5.", (2, 4): "10"}
    assert filled.scaled == (5, 10) and [one.id for one in matched.missing] == ["103"]


def test_a_decimal_comma_stays_one(tmp_path):
    roster = _roster(tmp_path, MOODLE_ES.replace(",", ";").replace("10;00", "10,00").replace("5;00", "5,00"))
    ana = _result("101", LmsUser("moodle", "101", "Ana Ruiz"), points=1.25)
    filled = lms.fill(roster, lms.match(roster, [ana]), grade_column(roster, [], None))
    assert _table(filled.data, ";")[1][4] == "2,5"


def test_canvass_gradebook_comes_back_with_one_column_filled(tmp_path):
    roster = _roster(tmp_path, CANVAS)
    results = [_result("12345", LmsUser("canvas", "12345", "ruizana")), _result("gpena", points=3.5)]
    matched = lms.match(roster, results)
    filled = lms.fill(roster, matched, grade_column(roster, ["sums", "Sumas"], None))
    assert _changed(_table(CANVAS.encode()), _table(filled.data)) == {(2, 6): "5", (3, 6): "3.5"}
    assert filled.scaled is None and matched.missing == [] and matched.strangers == []


@pytest.mark.parametrize(
    ("result", "counted"),
    [
        (_result("1", LmsUser("canvas", "12346", "peñagil"), notes=[Note("tampered")]), "person"),
        (_result("1", LmsUser("canvas", "12346", "peñagil"), hand=["why"]), "waiting"),
    ],
)
def test_no_grade_goes_back_before_a_person_has_looked_and_none_is_taken_away(tmp_path, result, counted):
    roster = _roster(tmp_path, CANVAS)
    filled = lms.fill(roster, lms.match(roster, [result]), 6)
    assert _table(filled.data) == _table(CANVAS.encode())
    assert (filled.filled, getattr(filled, counted)) == (0, 1)


def test_nobody_gets_anothers_grade(tmp_path):
    roster = _roster(tmp_path, MOODLE_ES)
    results = [
        _result("7", LmsUser("moodle", "7", "Eva")),
        _result("102", LmsUser("moodle", "102", "Equipo azul")),
        _result("Ana Ruiz"),
        _result("ana"),
        _result("101", LmsUser("moodle", "101", "Ana Ruiz")),
    ]
    matched = lms.match(roster, results)
    assert matched.pairs == {} and lms.fill(roster, matched, 4).filled == 0
    said = [[note.code for note in one.notes] for one in matched.strangers]
    assert said == [["roster-nobody"], ["roster-name"], ["roster-nobody"], ["roster-twice"], ["roster-twice"]]
    assert [one.id for one in matched.missing] == ["102", "103"]


def test_blind_marking_has_no_names_to_compare(tmp_path):
    text = "Identifier,Status,Grade,Maximum Grade,Last modified (grade)\nParticipant 101,Submitted,,5.00,-\n"
    roster = _roster(tmp_path, text)
    filled = lms.fill(roster, lms.match(roster, [_result("101", LmsUser("moodle", "101", "Participant"))]), 2)
    assert _table(filled.data)[1] == ["Participant 101", "Submitted", "5", "5.00", "-"]


def test_without_a_list_the_numbers_in_the_names_make_one(tmp_path):
    users = [LmsUser("moodle", "101", "=Ana"), LmsUser("canvas", "12345", "ruizana"), LmsUser("canvas", "anon_a", "x")]
    results = [_result(user.id, user) for user in users]
    results.append(_result("102", LmsUser("moodle", "102", "Eva"), hand=["why"]))
    moodle = lms.from_names(results, "moodle", "Sums", "es")
    assert _table(moodle.data)[1:] == [["Participante 101", "_Ana", "5", "", "Points: total 5/5."]]
    again = _roster(tmp_path, moodle.data)
    assert (again.lms, [one.user.id for one in again.students]) == ("moodle", ["101"])
    canvas = lms.from_names(results, "canvas", "Sums", "en")
    assert _table(canvas.data) == [
        ["Student", "ID", "Section", "Sums"],
        ["    Points Possible", "", "", "5"],
        ["ruizana", "12345", "", "5"],
    ]
    assert lms.from_names([_result("ana")], "moodle", "Sums", "en") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,grade\nana,3\n", "line 1: these are not the columns"),
        ("", "line 1"),
        (MOODLE_ES.replace("Participante 103", "Participante 101"), "lines 2 and 5: the number 101 is there twice"),
        (MOODLE_ES.replace("Participante 102", "Íñigo"), "line 3: not a row of the worksheet"),
        (MOODLE_ES.replace("Última modificación (calificación)", "Fecha"), "Moodle refuses the file"),
        (MOODLE_ES.splitlines(keepends=True)[0] + "\r\n", "lists no students"),
        (CANVAS.replace("12346", "A2"), "line 4: the ID 'A2' is no number"),
        (MOODLE_ES.encode("cp1252", "replace"), "line 1: this is not text in UTF-8"),
        (b"PK\x03\x04\x00\x00", "not text"),
        (MOODLE_ES.replace('"Ana Ruiz"', '"Ana" Ruiz'), "line 2: not a table"),
    ],
)
def test_a_broken_list_is_named_with_line_and_mend(tmp_path, text, words):
    with pytest.raises(RosterError) as caught:
        _roster(tmp_path, text)
    assert str(caught.value).startswith("list.csv") and words in str(caught.value)


def test_a_column_that_is_not_clear_is_asked_for(tmp_path):
    roster = _roster(tmp_path, CANVAS)
    with pytest.raises(RosterError, match=r"Quiz \(50\); Sums \(51\)\): say which with --column"):
        grade_column(roster, ["Trade"], None)
    assert grade_column(roster, ["Trade"], "Quiz (50)") == 5


def test_a_class_goes_from_moodles_zip_to_moodles_worksheet(tmp_path, release, new_class, capsys):
    """The whole way by the command; hand-graded answers hold the grade back until they are graded."""
    notebook = nbformat.writes(answered(release, SUMS))
    blank = nbformat.writes(release)
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr("Ana Ruiz_101_assignsubmission_file/sums.ipynb", notebook)
        archive.writestr("Íñigo Peña_102_assignsubmission_file/sums.ipynb", blank)
        archive.writestr("Eva_7_assignsubmission_file/sums.ipynb", "{")
    (tmp_path / "list.csv").write_bytes(MOODLE_ES.encode())
    out = new_class(tmp_path / "out")
    words = ["assignment", "grade", str(tmp_path / "class.zip"), "--roster", str(tmp_path / "list.csv")]
    words += ["--no-sandbox", "--exercises", str(MASTERS), "--out", str(out), "--lang", "es"]
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "Calificaciones puestas: 1" in said and "1 sin entregar" in said and "7: nadie de la lista" in said
    verdicts = {row[0]: row for row in _table((out / "verdicts.csv").read_bytes())}
    assert verdicts["103"][:4] == ["103", "Ana Ruiz", "", "sin entregar"]
    grades = {row[0]: row for row in _table((out / "grades.csv").read_bytes())}
    assert grades.keys() == verdicts.keys() and grades["103"][4] == "" and grades["101"][4] == "5"
    worksheet = _table((out / "moodle.csv").read_bytes())
    assert [row[4] for row in worksheet[1:]] == ["", "0", "5,00"]
    assert not list(tmp_path.glob("*_assignsubmission_*"))
