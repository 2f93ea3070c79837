"""Every assignment of exercises/, handed out, answered and graded as a class would.

What each is held to stands here; its typical wrong answers and what they cost stand in mistakes/NAME.yml.
"""

from __future__ import annotations

import copy
import itertools
import math
import re
from collections.abc import Iterator
from numbers import Real
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
import yaml
from classroom_helpers import answered, hand_in, solved
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions

from vecinos import table
from vecinos.classroom.course_folder import Course
from vecinos.classroom.grading import Settings, grade_folder
from vecinos.classroom.guard import CANARY
from vecinos.classroom.leaks import notebook_leaks
from vecinos.classroom.release import release, student_version
from vecinos.classroom.source import assignment_names, find_assignment, points

EXERCISES = Path(__file__).parents[2] / "exercises"
MISTAKES = Path(__file__).parent / "mistakes"
NAMES = assignment_names(EXERCISES)
FIELDS = {"automatic", "by_hand", "seed", "tables", "mistakes"}
POINTS = 30
MINUTES = range(60, 91)
SEEDS = range(25)
HEADING = re.compile(r"^## .*\((\d+) (?:points?|puntos?), (\d+) (?:minutes|minutos)\)$", re.MULTILINE)
LENGTH = re.compile(r"\*\*(?:About|Unos) (\d+) (?:minutes, 30 points|minutos, 30 puntos)")
CRITERION = re.compile(r"^\|[^|]*\((\d+(?:\.\d+)?)\) \|", re.MULTILINE)
NAMED = re.compile(r"`\"?([A-Za-z_][\w-]*)\"?`")

each_assignment = pytest.mark.parametrize("name", NAMES)
each_language = pytest.mark.parametrize("lang", ["en", "es"])


def _mistakes(name: str) -> dict:
    """mistakes/NAME.yml; the test fails, saying what is missing, when it is not there or not whole."""
    path = MISTAKES / f"{name}.yml"
    if not path.exists():
        pytest.fail(f"exercises/{name}.py has no tests/classroom/mistakes/{name}.yml: write what wrong answers cost.")
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if set(data) != FIELDS or not data["mistakes"]:
        pytest.fail(f"{path.name}: the fields are {sorted(FIELDS)}; found {sorted(data)}.")
    return data


def _of_seed(code: str, variant) -> str:
    values = {"P": variant.parameters, "KEYS": variant.keys}
    return re.sub(r"\b(P|KEYS)\[\"([^\"]+)\"\]", lambda found: repr(values[found[1]][found[2]]), code)


def _cleared(variant):
    """What students get, made by nbgrader's own two preprocessors without its course folder, which takes longer."""
    config, notebook = Course(EXERCISES).settings(variant.id.lang), copy.deepcopy(variant.master)
    for step in (ClearSolutions, ClearHiddenTests):
        notebook, _ = step(config=config).preprocess(notebook, {})
    return notebook


def _numbers(value: object) -> Iterator[float]:
    if isinstance(value, Real):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(_numbers, value.values()))
    elif isinstance(value, (list, tuple)):
        yield from itertools.chain.from_iterable(map(_numbers, value))
    elif not isinstance(value, str):
        raise TypeError(f"{value!r} is no key that could be printed on a rubric.")


@pytest.fixture(scope="module")
def variants():
    """variants(name, lang) -> the assignment for each of SEEDS."""
    made: dict = {}

    def of(name: str, lang: str) -> list:
        if (name, lang) not in made:
            assignment = find_assignment(name, EXERCISES)
            made[name, lang] = [assignment.variant(seed, lang) for seed in SEEDS]
        return made[name, lang]

    return of


@pytest.fixture(scope="module", params=NAMES)
def graded(request, tmp_path_factory, new_class):
    """One class: solved in both languages, every mistake, blank, unreadable."""
    name = request.param
    data = _mistakes(name)
    top = tmp_path_factory.mktemp(name)
    english, spanish = (find_assignment(name, EXERCISES).variant(data["seed"], lang) for lang in ("en", "es"))
    blank, en_blanco = student_version(english), student_version(spanish)
    good = solved(english, blank)
    hand_in(top / "in", "broken", nbformat.writes(blank).encode()[:3000], f"{name}.ipynb")
    hand_in(top / "in", "blank", blank, f"{name}.ipynb")
    hand_in(top / "in", "solved", good, f"{name}.ipynb")
    hand_in(top / "in", "resuelto", solved(spanish, en_blanco), f"{name}.ipynb")
    for number, mistake in enumerate(data["mistakes"], start=1):
        answers = {cell: _of_seed(code, english) for cell, code in mistake["answers"].items()}
        assert answers.keys() <= {one["id"] for one in blank.cells}, f"mistake {number}: no cell {list(answers)}"
        hand_in(top / "in", f"mistake-{number}", answered(good, answers), f"{name}.ipynb")
    results = grade_folder(top / "in", Settings(EXERCISES, new_class(top / "out")))
    return SimpleNamespace(
        data=data,
        variant=english,
        results={one.student: one for one in results},
        pages={path.stem: path.read_text(encoding="utf-8") for path in (top / "out" / "feedback").glob("*.html")},
    )


@pytest.mark.parametrize("student", ["solved", "resuelto"])
def test_the_solutions_earn_every_automatic_point(graded, student):
    result = graded.results[student]
    lost = {name: got for name, got in result.questions.items() if got is not None and got < result.maxima[name]}
    assert (result.verdict, lost) == ("graded", {})
    assert result.score == graded.data["automatic"]
    assert sum(result.maxima[name] for name in result.pending) == graded.data["by_hand"]
    assert sum(result.maxima.values()) == graded.data["automatic"] + graded.data["by_hand"] == POINTS


def test_wrong_answers_cost_their_own_points_only(graded):
    for number, mistake in enumerate(graded.data["mistakes"], start=1):
        result = graded.results[f"mistake-{number}"]
        lost = {name for name, got in result.questions.items() if got == 0}
        assert (result.verdict, lost) == ("graded", set(mistake["lost"])), f"mistake {number}: {mistake['answers']}"
        assert result.score == graded.data["automatic"] - sum(result.maxima[name] for name in lost)


def test_a_blank_notebook_scores_0_and_says_so(graded):
    result = graded.results["blank"]
    assert (result.verdict, result.score) == ("graded", 0)
    assert "blank" in {note.code for note in result.notes}


def test_half_a_file_needs_a_person(graded):
    assert (graded.results["broken"].verdict, graded.results["broken"].score) == ("needs-person", None)


def test_feedback_explains_in_the_students_language_without_the_answers(graded):
    for number, mistake in enumerate(graded.data["mistakes"], start=1):
        assert mistake.get("says", "") in graded.pages[f"mistake-{number}"], f"mistake {number}"
    assert "Your work, graded" in graded.pages["blank"] and "Tu trabajo, calificado" in graded.pages["resuelto"]
    assert "data:image/png" in graded.pages["resuelto"]
    told = [name for name, value in graded.variant.keys.items() if isinstance(value, float) and repr(value) in
            graded.pages["blank"] and not value.is_integer()]  # fmt: skip
    assert told == []
    assert not any("HIDDEN" in page or "KEYS" in page for page in graded.pages.values())


@each_assignment
def test_its_typical_mistakes_are_written_down(name):
    data = _mistakes(name)
    graded_cells = set(points(find_assignment(name, EXERCISES).variant(data["seed"], "en").master))
    assert {cell for mistake in data["mistakes"] for cell in mistake["lost"]} <= graded_cells
    assert data["automatic"] + data["by_hand"] == POINTS


@each_assignment
def test_every_seed_has_keys_that_are_numbers_and_texts_without_gaps(name, variants):
    for lang in ("en", "es"):
        for variant in variants(name, lang):
            for key, value in variant.keys.items():
                assert all(map(math.isfinite, _numbers(value))), f"{variant.id}: {key} = {value!r}"
                assert "nan" not in str(value).lower().split(), f"{variant.id}: {key} = {value!r}"
            text = "\n".join([one.source for one in variant.master.cells] + list(variant.rubrics.values()))
            assert not re.search(r"\{\{|\}\}|\bnan\b", text), variant.id


@each_assignment
def test_another_seed_has_other_keys(name, variants):
    asked = [
        {key: value for key, value in variant.keys.items() if not isinstance(value, str)}
        for variant in variants(name, "en")
    ]
    pairs = list(itertools.combinations(asked, 2))
    assert not [pair for pair in pairs if pair[0] == pair[1]]
    same = [sum(one[key] == other.get(key) for key in one) / len(one) for one, other in pairs]
    assert sum(same) / len(same) < 0.5, "on average half of last term's answers would still be right"


@each_language
@each_assignment
def test_no_student_version_gives_an_answer_away(name, lang, variants):
    leaks = {str(one.id): notebook_leaks(_cleared(one), one.master, one.keys) for one in variants(name, lang)}
    assert {variant: found for variant, found in leaks.items() if found} == {}


@each_language
@each_assignment
def test_points_and_minutes_add_up(name, lang, variants):
    for variant in variants(name, lang):
        text = "\n\n".join(one.source for one in variant.master.cells if one.cell_type == "markdown")
        parts = [tuple(map(int, found)) for found in HEADING.findall(text)]
        said = LENGTH.search(text)
        assert said, 'the first text says "**About N minutes, 30 points.**" («**Unos N minutos, 30 puntos.**»)'
        assert sum(part[0] for part in parts) == sum(points(variant.master).values()) == POINTS
        assert sum(part[1] for part in parts) == int(said[1]), "minutes of the parts and of the whole"
        assert int(said[1]) in MINUTES


@each_language
@each_assignment
def test_every_answer_read_by_a_person_has_a_rubric_worth_its_points(name, lang, variants):
    for variant in variants(name, lang):
        marks = points(variant.master)
        by_hand = {
            one["id"]
            for one in variant.master.cells
            if one.metadata.get("nbgrader", {}).get("solution") and one["id"] in marks
        }
        assert by_hand and set(variant.rubrics) == by_hand
        worth = {cell: sum(map(float, CRITERION.findall(text))) for cell, text in variant.rubrics.items()}
        assert worth == {cell: marks[cell] for cell in by_hand}


@each_assignment
def test_both_editions_ask_the_same(name, variants):
    for english, spanish in zip(variants(name, "en"), variants(name, "es"), strict=True):
        assert [one["id"] for one in english.master.cells] == [one["id"] for one in spanish.master.cells]
        assert english.master.cells[-1]["id"] == CANARY
        numbers = {key: value for key, value in english.keys.items() if isinstance(value, Real)}
        assert numbers and numbers.items() <= spanish.keys.items()
        assert set(english.keys) == set(spanish.keys)


@each_language
@each_assignment
def test_every_name_in_the_questions_is_a_name_in_the_notebook_or_the_tables(name, lang, variants):
    in_tables: set[str] = set()
    for one in _mistakes(name)["tables"]:
        frame = table(one)
        in_tables |= {one, *frame.columns}
        for column in frame.select_dtypes(exclude="number"):
            in_tables |= set(map(str, frame[column].unique()))
    for variant in variants(name, lang):
        student = _cleared(variant)
        code = " ".join(one.source for one in student.cells if one.cell_type == "code")
        text = " ".join(one.source for one in student.cells if one.cell_type == "markdown" and not one.metadata)
        named = set(NAMED.findall(text))
        assert named and named - in_tables - set(re.findall(r"\w+", code)) == set(), variant.id


@each_language
@each_assignment
def test_the_teacher_gets_a_key_that_ran_and_rubrics(name, lang, tmp_path):
    variant = find_assignment(name, EXERCISES).variant(9, lang)
    release(variant, tmp_path)
    key = nbformat.read(tmp_path / "teacher" / f"{name}-key.ipynb", as_version=4)
    assert "image/png" in str([one.get("outputs") for one in key.cells])
    sheet = (tmp_path / "teacher" / f"{name}-rubric.md").read_text(encoding="utf-8")
    assert sheet.count("\n| --- |") == len(variant.rubrics) and "{{" not in sheet
    assert all(f"`{one}`" in sheet for one, value in variant.keys.items() if not isinstance(value, str))
