"""The Python and the JavaScript graders must agree on every answer: they are fed the same thousands."""

from __future__ import annotations

import itertools
import random
import unicodedata

import pytest

from vecinos.quiz import grading
from vecinos.quiz.model import question_set
from vecinos.quiz.variants import show_number

from .conftest import BANK

# What the rule in docs/questions.md promises.
READ = {
    "1234.5": 1234.5,
    "1,234.5": 1234.5,
    "1.234,5": 1234.5,
    "1 234,5": 1234.5,
    "1 234.5": 1234.5,
    "1\u00a0234,5": 1234.5,
    "1\u202f234.5": 1234.5,
    "1,5": 1.5,
    "0,125": 0.125,
    "1,234": 1234.0,
    "12,34": 12.34,
    "1234,567": 1234.567,
    "1,0000": 1.0,
    "1.234": 1.234,
    "1,234,567": 1234567.0,
    "1.234.567": 1234567.0,
    "1.234.567,8": 1234567.8,
    "+3": 3.0,
    "-5": -5.0,
    "−5": -5.0,
    "–5": -5.0,
    "- 5": -5.0,
    "12 %": 12.0,
    "12%": 12.0,
    "US$ 1,000": 1000.0,
    "$1000": 1000.0,
    "MX$20": 20.0,
    "-$5": -5.0,
    "$-5": -5.0,
    "1000 USD": 1000.0,
    "usd 7": 7.0,
    ".5": 0.5,
    ",5": 0.5,
    " 8 ": 8.0,
    "007": 7.0,
    "0": 0.0,
}
UNREAD = [
    *[
        "",
        " ",
        "1_0",
        "１",
        "१६०",
        "1e3",
        "abc",
        "12 million",
        "1,23,456",
        "1.23.456",
        "1,2,3",
        "1  234",
        "12 34",
        "--5",
    ],
    *[
        "5-",
        "1,234.5.6",
        "1.234,5,6",
        "1,",
        "1.",
        ",",
        ".",
        "-",
        "$",
        "%",
        "1/2",
        "½",
        "²",
        "Infinity",
        "NaN",
        "0x10",
        "∞",
    ],
    *["1'234", "$$5", "5 pesos", "1" * 41, "+-5", "5 % %", "U$5", "\u0661", "UſD 5"],
]


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_a_typed_number_reads_as_documented(text, value):
    assert grading.parse_number(text) == value


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_number_is_not_read(text):
    assert grading.parse_number(text) is None


def numbers() -> list[str]:
    """A few thousand entries: every short arrangement of the signs that matter, and known traps."""
    short = ["".join(signs) for size in (1, 2, 3, 4) for signs in itertools.product("1,. -$", repeat=size)]
    pieces = [
        "1",
        "12",
        "123",
        "0",
        "000",
        ",",
        ".",
        " ",
        "-",
        "+",
        "−",
        "%",
        "US$",
        "MX",
        "USD",
        "_",
        "e",
        "１",
        "\u00a0",
        "\t",
    ]
    dice = random.Random(20260930)
    mixed = ["".join(dice.choices(pieces, k=dice.randint(2, 7))) for _ in range(3000)]
    return [*READ, *UNREAD, *short, *mixed]


def texts() -> list[str]:
    words = [
        "T-MEC",
        "t mec",
        "Río Bravo",
        "RIO BRAVO",
        "Iñaki",
        "peña nieto",
        "U.S.",
        "İstanbul",
        "straße",
        "Kelvin \u212a",
        "ﬁ",
        "Å",
        "①",
    ]
    words += [
        "\U0001d400",
        "🇲🇽",
        "e\u0301",
        "\u0301",
        "ǅ",
        "ΣΑΣ",
        "a\u0323\u0307",
        "한글",
        "\ufeffx",
        "no\u200bbreak",
        "\ud7ff",
        "x²",
    ]
    return [
        form
        for word in words
        for form in (
            word,
            *(unicodedata.normalize(kind, word) for kind in ("NFC", "NFD", "NFKC")),
            word.upper(),
            word.lower(),
        )
    ]


@pytest.fixture(scope="module")
def twin(browser):
    from .conftest import classic_script

    page = browser.new_page()
    page.set_content("<main></main>")
    page.add_script_tag(content=classic_script())
    yield page
    page.close()


def test_twins_read_numbers_alike(twin):
    entries = numbers()
    theirs = twin.evaluate("entries => entries.map(vecinosQuiz.parseNumber)", entries)
    ours = [grading.parse_number(entry) for entry in entries]
    differ = [(entry, a, b) for entry, a, b in zip(entries, ours, theirs, strict=True) if a != b]
    assert not differ
    assert 400 < sum(value is not None for value in ours) < len(ours) - 400, "the sample must hold both kinds"


def test_twins_read_texts_alike(twin):
    entries = texts()
    theirs = twin.evaluate("entries => entries.map(vecinosQuiz.normalText)", entries)
    assert theirs == [grading.normal_text(entry) for entry in entries]


def test_twins_write_numbers_alike(twin):
    dice = random.Random(7)
    values = [14.95, 0.5, 1.5, 2.5, 0.125, 0.375, -0.004, -0.5, 0, 999999.995, 1234567.891, 1e9, 12.345, -1234.5]
    values += [round(dice.uniform(-5000, 5000), dice.randint(0, 4)) for _ in range(1500)]
    cases = [(value, decimals) for value in values for decimals in (None, 0, 1, 2)]
    theirs = twin.evaluate("cases => cases.map(([v, d]) => vecinosQuiz.show(v, d ?? undefined))", cases)
    ours = [show_number(value, decimals) for value, decimals in cases]
    assert [(case, a, b) for case, a, b in zip(cases, ours, theirs, strict=True) if a != b] == []


def answers_for(question, dice):
    """Right, wrong, partial, empty and misshapen answers to one question."""
    key, kind = question.key, question.type
    if kind in ("single", "multiple"):
        ids = [option["id"] for option in question.data["options"]]
        if kind == "single":
            return [None, "", *ids, "nobody"]
        return [
            None,
            [],
            *(list(c) for size in range(1, len(ids) + 1) for c in itertools.combinations(ids, size)),
            ["nobody"],
        ]
    if kind == "order":
        ids = key["order"]
        return [None, [], ids[:2], [*ids, "x"], *(list(p) for p in itertools.permutations(ids))]
    if "slots" in key:
        slots = list(key["slots"])
        values = [*set(key["slots"].values()), "nobody", ""]
        return [
            None,
            {},
            *(dict(zip(slots, pick, strict=True)) for pick in itertools.product(values, repeat=len(slots))),
        ]
    if kind == "draw":
        size = len(key["points"])
        return [None, [], [1.0], *([dice.uniform(key["min"], key["max"]) for _ in range(size)] for _ in range(5))]
    typed = numbers()[:600] if kind != "text" else texts()
    if kind == "text":
        return [None, *typed, *key["accept"], *(word for wrong in key["mistakes"] for word in wrong)]
    near = [key["value"] + key.get("tolerance", 1) * share for share in (-1.01, -1, -0.99, 0, 0.99, 1, 1.01)]
    return [None, *typed, *(repr(value) for value in [*near, *key.get("mistakes", [])])]


MISSHAPEN = [
    *[True, 5, 1.5, "x", [], [None], [True] * 7, {}, {"share": 1}, {"x": "x"}],
    *[["y2019", {"x": 1}], ["y2019", "y2019"]],
]


def test_twins_mark_alike(twin):
    dice = random.Random(1)
    cases = [
        (question.type, question.key, answer)
        for question in question_set("sample", "all", folder=BANK) + question_set("sample", "from-data", folder=BANK)
        for answer in [*answers_for(question, dice), *MISSHAPEN]
    ]
    marks = twin.evaluate(
        "cases => cases.map(([t, k, a]) => [vecinosQuiz.grade(t, k, a), vecinosQuiz.mistake(t, k, a)])", cases
    )
    for (kind, key, answer), (credit, slip) in zip(cases, marks, strict=True):
        assert grading.grade(kind, key, answer) == credit, (kind, answer)
        if kind in ("number", "text"):
            assert grading.mistake(kind, key, answer) == slip, (kind, answer)
        if kind == "draw" and credit is not None:
            assert grading.draw_error(key, answer) == pytest.approx(
                twin.evaluate("([k, a]) => vecinosQuiz.drawError(k, a)", [key, answer])
            )
    kinds = {
        kind: {credit for (k, _, _), (credit, _) in zip(cases, marks, strict=True) if k == kind} for kind, _, _ in cases
    }
    for kind in ("single", "multiple", "number", "text", "order", "match", "classify", "cloze"):
        assert {0, 1, None} <= kinds[kind], f"{kind}: the answers must be right, wrong and empty"
