"""What ``vecinos check-lessons`` says of a lesson and of a debate that leave something out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from vecinos import course
from vecinos.commands.lessons import Asked, Cell, check_notebook, check_parity, question_sets, read_cells
from vecinos.commands.paths import root

TRADE = course.find_lesson("economy/trade")


@pytest.fixture(scope="module")
def trade():
    return {lang: read_cells(root() / "book" / lang / "economy/trade.ipynb") for lang in ("en", "es")}


def said(cells, item=TRADE, bank=None, lang="en") -> str:
    bank = question_sets(item.slug) if bank is None else bank
    return "\n".join(str(finding) for finding in check_notebook("x.ipynb", cells, item, bank, lang))


def changed(cells, old: str, new: str, count: int = -1) -> list[Cell]:
    assert any(old in cell.source for cell in cells), old
    return [replace(cell, source=cell.source.replace(old, new, count)) for cell in cells]


def test_a_whole_lesson_has_nothing_to_mend(trade):
    assert said(trade["en"]) == "" and said(trade["es"], lang="es") == ""
    assert check_parity("economy/trade", trade["en"], trade["es"]) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("# Trade and its rules", "# Trade", "the first cell must be the title"),
        ("## Explore", "## Play", "has no part headed '## Explore'"),
        (":class: view\n", ":class: note\n", "the two-views box holds two boxes of class view; there are 0"),
        (":class: source-check", ":class: note", "has one box of class source-check"),
        ("{term}`", "{abbr}`", "the role {abbr} does not show in JupyterLab"),
        ("- {cite:t}`", "- see {cite:t}`none`\n\n- ", "go further: 3 to 6 annotated references"),
    ],
)
def test_what_a_lesson_leaves_out_is_named(trade, old, new, told):
    assert told in said(changed(trade["en"], old, new))


def test_a_section_that_is_too_short_and_one_view_that_is_longer_are_counted(trade):
    cells = [
        replace(cell, source="## When is a car North American?\n\nLittle.")
        if cell.source.startswith("## When is a car")
        else cell
        for cell in trade["en"]
    ]
    assert "section 'When is a car North American?' has 1 words" in said(cells)
    longer = changed(trade["en"], ":class: view\n", ":class: view\n\n" + "More words. " * 200, 1)
    first = next(at for at, cell in enumerate(longer) if "More words." in cell.source)
    assert "the two views differ in length" in said([*trade["en"][:first], longer[first], *trade["en"][first + 1 :]])


def test_minutes_that_the_page_does_not_take_are_told(trade):
    hasty = replace(TRADE, minutes={"read": 2, "do": TRADE.minutes["do"]})
    assert re.search(r"outline.yml says 2 minutes to read; its words and tasks make it \d\d", said(trade["en"], hasty))
    lazy = replace(TRADE, minutes=TRADE.minutes | {"do": 5})
    assert "outline.yml says 5 minutes to do" in said(trade["en"], lazy)


def test_questions_without_a_place_and_editions_that_differ_are_told(trade):
    bank = question_sets("economy/trade") | {"lost": [Asked("economy-trade-lost", "single", False)]}
    assert "the bank's set 'lost' is asked nowhere" in said(trade["en"], bank=bank)
    fewer = changed(trade["es"], "{term}`", "`", 1)
    assert any("the editions differ in terms" in str(one) for one in check_parity("x", trade["en"], fewer))
    assert "the editions differ in length" in str(check_parity("x", trade["en"], trade["es"][1:])[0])


def test_a_link_to_a_lesson_that_exists_in_one_edition_only_is_not_wanted_in_the_other(monkeypatch):
    later = replace(TRADE, slug="economy/later", editions=("en",))
    monkeypatch.setattr(course, "lessons", lambda: (TRADE, later))
    assert "links to pages" in str(check_parity("economy/index", [text("{doc}`Trade <trade>`")], [text("Comercio")])[0])
    assert check_parity("economy/index", [text("{doc}`Later <later>`")], [text("Después")]) == []


# A debate in few words ----------------------------------------------------------------------------------------------

SLUG = "debates/trade-jobs"
QUESTION = "What comes first?"
DEBATE = replace(
    TRADE,
    slug=SLUG,
    kind="debate",
    title={"en": "Trade and jobs", "es": "Comercio y empleo"},
    question={"en": QUESTION, "es": QUESTION},
    minutes={"read": 1, "do": 20},  # 6 questions, 2 charts, an option of one's own
)
BANK = {
    "sorter": [Asked("debates-trade-jobs-sort", "classify", False)],
    "evidence": [Asked(f"debates-trade-jobs-{number}", "single", False) for number in range(5)],
}


def text(source: str) -> Cell:
    return Cell(0, "markdown", source, (), (), 0)


def code(*calls, charts: int = 0) -> Cell:
    shown = "\n".join(f"{name}({', '.join(map(repr, arguments))})" for name, arguments in calls)
    if calls and calls[0][0] == "lesson":
        shown = f'lesson("{SLUG}", lang="en")'
    tag = "hide-input" if charts else "remove-input"
    return Cell(0, "code", shown, (tag,), tuple(calls), charts)


def boxes(kind: str, many: int, inside: str) -> str:
    return "::::{admonition} All\n:class: group\n\n" + "".join(
        f":::{{admonition}} One\n:class: {kind}\n\n{inside}\n:::\n\n" for _ in range(many)
    )


def debate() -> list[Cell]:
    cells = [
        text("# Trade and jobs"),
        code(("lesson", (SLUG,))),
        code(("position", (SLUG, "before"))),
        text("## What both sides accept\n\nBoth accept this."),
        text("## The two cases\n\n" + boxes("view", 2, "A holder says so {cite:p}`x`.")),
        text("## The evidence, read again"),
        code(charts=1),
        code(charts=1),
        code(("quiz", (SLUG, "evidence"))),
        text("## What facts can settle"),
        code(("quiz", (SLUG, "sorter"))),
        text("## Four options\n\n" + boxes("option", 4, "Who favours it {cite:p}`x`.")),
        text("## Your own option"),
        code(("own_option", (SLUG,))),
        code(("position", (SLUG, "after"))),
        text(
            "## In class\n\n| Minutes | What |\n| --- | --- |\n| 15 | Read |\n| 20 | Argue, then swap |\n| 10 | Agree |"
        ),
        text("## Go further\n\n- {cite:t}`a`: one.\n- {cite:t}`b`: two.\n- {cite:t}`c`: three."),
    ]
    return [replace(cell, position=at) for at, cell in enumerate(cells, start=1)]


def test_a_whole_debate_has_nothing_to_mend():
    assert said(debate(), DEBATE, BANK) == ""


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        (2, 'shows position("debates/trade-jobs", "before")'),
        (3, "a debate has these parts in this order"),
        (4, "the two-views box holds two boxes of class view; there are 0"),
        (6, "shows 1 charts; at least 2"),
        (10, "asks a question of type classify"),
        (11, "shows 0 boxes of class option; 4"),
        (13, "own_option("),
        (15, "about 45 in all; it adds up to 0"),
        (16, "go further"),
    ],
)
def test_what_a_debate_leaves_out_is_named(cut, told):
    cells = debate()
    assert told in said(cells[:cut] + cells[cut + 1 :], DEBATE, BANK)


def test_a_debate_gives_both_cases_equal_room_and_asks_for_a_place_before_the_evidence():
    longer = changed(debate(), "A holder says so", "A holder says so, and more, and much more, and still more", 1)
    assert "the two views differ in length" in said(longer, DEBATE, BANK)
    cells = debate()
    late = [*cells[:2], *cells[3:8], cells[2], *cells[8:]]
    late = [replace(cell, position=at) for at, cell in enumerate(late, start=1)]
    assert "marks a place before the evidence" in said(late, DEBATE, BANK)
