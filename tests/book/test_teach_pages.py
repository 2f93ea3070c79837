"""For instructors: plans and blueprints as the built pages show them, the debate's steps, and cards of one sheet."""

from __future__ import annotations

import argparse
import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from vecinos import course
from vecinos.book import coverage, teaching
from vecinos.classroom import cli as classroom
from vecinos.quiz import cli as questions

ROOT = Path(__file__).parents[2]
SHEET = {"margin": {"top": "12mm", "bottom": "12mm", "left": "14mm", "right": "14mm"}}
FOLDER = ROOT / "book" / "en" / "teach"


@pytest.fixture(scope="module")
def address(site, serve) -> str:
    return serve(site)


def words_of(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def page_text(site: Path, name: str) -> str:
    return (site / "en" / "teach" / f"{name}.html").read_text(encoding="utf-8")


def sheets(page, paper: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, **SHEET)))


# Plans ---------------------------------------------------------------------------------------------------------------


def in_class(slug: str) -> list[int]:
    """The minutes of a debate's table, read here by other means than the page's."""
    notebook = json.loads((ROOT / "book" / "en" / f"{slug}.ipynb").read_text(encoding="utf-8"))
    text = "\n".join("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    table = text.split("## In class")[1].split("## Go further")[0]
    return [int(row.split("|")[1]) for row in table.splitlines() if re.match(r"\| \d", row)]


DEBATES = [item.slug for item in course.lessons("en") if item.kind == "debate"]


@pytest.mark.parametrize("plan", teaching.plans(ROOT), ids=lambda plan: plan.id)
def test_the_sums_of_a_plan_are_those_of_its_pages(site, plan):
    source = yaml.safe_load(teaching.FILE.read_text(encoding="utf-8"))
    written = next(one for one in source["plans"] if one["id"] == plan.id)["sessions"]
    outline = {item.slug: item.minutes for item in course.lessons()}
    minutes = {
        "read": lambda slug: outline[slug]["read"],
        "do": lambda slug: outline[slug]["do"],
        "all": lambda slug: outline[slug]["read"] + outline[slug]["do"],
        "debate": lambda slug: sum(in_class(slug)),
        "activity": lambda name: source["activities"][name]["minutes"],
    }
    tables = re.findall(r'<table class="te-plan">.*?</table>', page_text(site, "syllabi"), re.S)
    shown = words_of(next(table for table in tables if plan.title["en"] in table))
    for session, one in zip(plan.sessions, written, strict=True):
        wanted = sum(
            step.get("minutes") or minutes[kind](about)
            for step in one["class"]
            for kind, about in step.items()
            if kind != "minutes" and not (kind == "assignment" and "minutes" not in step)
        )
        assert session.class_minutes == wanted <= plan.session
        home = [step for step in one.get("home", ()) if "assignment" not in step]
        assigned = sum(step.minutes for step in session.home if step.kind == "assignment")
        assert session.home_minutes - assigned == sum(minutes[k](a) for step in home for k, a in step.items())
        assert f"{wanted} of {plan.session} min" in shown
        first_of_week = (session.place - 1) % (len(plan.sessions) // plan.weeks) == 0
        assert session.home_minutes <= (90 if first_of_week else 75), "as the page promises"


def test_an_assignment_takes_what_it_states():
    for plan in teaching.plans(ROOT):
        steps = [step for one in plan.sessions for step in (*one.home, *one.in_class) if step.kind == "assignment"]
        stated = {one.name: one.minutes for one in teaching.assignments(ROOT / "exercises")}
        for name in {step.about for step in steps}:
            taken = sum(step.minutes for step in steps if step.about == name)
            assert taken == stated[name], (plan.id, name)


def test_an_assignment_comes_after_its_lessons():
    for plan in teaching.plans(ROOT):
        seen: set[str] = set()
        for session in plan.sessions:
            for step in (*session.home, *session.in_class):
                if step.kind == "assignment":
                    (given,) = (one for one in teaching.assignments(ROOT / "exercises") if one.name == step.about)
                    assert given.lessons <= seen, (plan.id, session.place, given.lessons - seen)
                seen.add(step.about)


def test_fifteen_weeks_end_with_the_memo_and_the_hours_it_needs_at_home():
    (plan,) = (one for one in teaching.plans(ROOT) if one.id == "fifteen-weeks")
    steps = [step for one in plan.sessions for step in (*one.home, *one.in_class)]
    assert "capstone" in {step.about for step in steps}
    master = (ROOT / "exercises" / "capstone.py").read_text(encoding="utf-8")
    assert "plan about two more hours at home" in master
    assert sum(step.minutes for step in steps if step.about in ("memo", "memo-end")) == 120


def test_fifteen_weeks_leave_no_page_out():
    left = {plan.id: plan.left_out for plan in teaching.plans(ROOT)}
    assert left["fifteen-weeks"] == () and all(item.kind == "debate" for item in left["six-weeks"])


def test_a_page_is_read_before_it_is_done_and_a_debate_comes_after_its_lessons():
    for plan in teaching.plans(ROOT):
        seen: list[str] = []
        for session in plan.sessions:
            for step in (*session.home, *session.in_class):
                if step.kind in ("do", "debate"):
                    assert step.about in seen, (plan.id, session.place, step.about)
                if step.kind == "debate":
                    assert set(course.find_lesson(step.about).requires) <= set(seen), (plan.id, session.place)
                if step.kind in ("read", "all"):
                    seen.append(step.about)


PLAN = {
    "id": "x", "weeks": 1, "session": 50, "title": {"en": "X"}, "text": {"en": "X"},
    "sessions": [{"class": [{"do": "history"}]}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"session": 20}, "x: session 1: needs 27 of 20 minutes"),
        ({"weeks": 2}, "1 sessions do not fill 2 weeks"),
        ({"sessions": [{"class": [{"do": "histori"}]}]}, "session 1: No lesson 'histori'"),
        ({"sessions": [{"class": [{"activity": "nap"}]}]}, "no activity 'nap'"),
        ({"sessions": [{"class": [{"assignment": "math", "minutes": 5}]}]}, "no assignment 'math'"),
        ({"sessions": [{"class": [{"do": "history", "minutes": 5}]}]}, "only an assignment says its minutes"),
        ({"sessions": [{"class": [{"assignment": "economy", "minutes": 5}]}]}, "give it a title"),
    ],
)
def test_a_faulty_plan_says_what_to_mend(tmp_path, change, told):
    file = tmp_path / "syllabi.yml"
    file.write_text(yaml.safe_dump({"activities": {}, "plans": [PLAN | change]}), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)):
        teaching.plans(ROOT, file)


# Blueprints ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", course.parts(), ids=lambda part: part.id)
def test_a_blueprint_has_every_question_outcome_table_and_minute(site, part):
    sheet = re.search(
        rf'<section class="te-sheet" id="{part.id}">(.*?)</section>', page_text(site, "blueprints"), re.S
    )[1]
    told = words_of(sheet)
    assert part.question["en"] in told
    read, do = (sum(item.minutes[what] for item in part.lessons) for what in ("read", "do"))
    assert f"{read} minutes to read, {do} to do: {read + do} in all." in told
    for item in part.lessons:
        assert item.question["en"] in told
        for outcome in item.objectives.get("en", ()):
            assert outcome in told, item.slug
        for name in teaching.seen(ROOT / "book" / "en" / f"{item.slug}.ipynb", "en").tables:
            assert f'href="../reference/data/{name}.html"' in sheet
    for entry in coverage.read()[part.id]:
        assert entry["topic"]["en"] in told
    for one in teaching.of_part(part.id, ROOT / "exercises"):
        assert f"{one.name} ({one.minutes} min, {one.points} points)" in told


def test_each_chapter_is_one_sheet(visit, address):
    page = visit(f"{address}/en/teach/blueprints.html")
    for paper in ("Letter", "A4"):  # the introduction, the chapters, and the sources
        assert sheets(page, paper) == 1 + len(course.parts()) + 1, paper


# The debate's steps --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["debate-protocol", "handout-debate-roles"])
def test_the_steps_take_the_time_they_take_on_the_debates_pages(name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    steps = [int(minutes) for minutes in re.findall(r"^\| (\d+) \|", text, re.M)]
    assert {tuple(in_class(slug)) for slug in DEBATES} == {tuple(steps)}
    assert f"add up to {sum(steps)} minutes" in text or name != "debate-protocol"


def test_help_lines_are_those_of_the_course():
    course_text = (ROOT / "book" / "en" / "debates" / "drugs-crime.ipynb").read_text(encoding="utf-8")
    text = (FOLDER / "norms.md").read_text(encoding="utf-8")
    for line, key in (
        ("800-911-2000", "linea-vida-2025"),
        ("988", "lifeline-988"),
        ("1-800-662-4357", "samhsa-helpline"),
    ):
        for where in (text, course_text):
            assert re.search(rf"{line}\W[^{{]*\{{cite:p\}}`{key}`", where), (line, key)


# Cards ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("card", sorted(path.stem for path in FOLDER.glob("handout-*.md")))
def test_a_card_is_one_sheet_in_black_and_white_without_chrome(visit, address, card):
    page = visit(f"{address}/en/teach/{card}.html")
    assert [sheets(page, paper) for paper in ("Letter", "A4")] == [1, 1]
    page.emulate_media(media="print")
    for hidden in (".vb-bar", ".vb-nav", ".vb-foot", ".vb-turn", ".vb-only", ".ho-screen"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    colours = page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter(one => one.getClientRects().length)"
        ".flatMap(one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor])"
    )
    for colour in set(colours):
        red, green, blue, *_ = map(float, re.findall(r"[\d.]+", colour))
        assert max(red, green, blue) - min(red, green, blue) <= 12, colour
    assert page.complaints == []


# The shelf -----------------------------------------------------------------------------------------------------------


def test_every_command_on_the_first_page_is_one_the_program_knows():
    text = (FOLDER / "index.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\.venv/bin/vecinos (.+)$", text, re.M)
    assert len(commands) >= 4
    for line in commands:
        name, *arguments = line.split()
        parser = argparse.ArgumentParser(exit_on_error=False)
        {"questions": questions, "assignment": classroom}[name].configure(parser)
        parser.parse_args(arguments)
        for slug in re.findall(r"--lesson (\S+)", line):
            course.find_lesson(slug)
