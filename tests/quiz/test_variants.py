"""Templates: the same seed is the same variant everywhere, and no draw is ever unanswerable, ambiguous or told."""

from __future__ import annotations

import copy
import itertools
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vecinos.quiz import bank, faults, grading, markup, model, variants
from vecinos.quiz.bank import BankError

from .conftest import BANK

DRAWS = 1000


def templates() -> list[tuple[str, object]]:
    """Every template of the tests' bank and of the course's own."""
    owners = [*bank.banks(BANK), *bank.banks()]
    return [(name, owner) for owner in owners for name, written in owner.questions.items() if "params" in written]


OPTIONS = {
    "id": "sample-drawn",
    "type": "single",
    "level": "apply",
    "params": {"sent": {"choose": [100, 200, 300, 400]}, "rate": {"from": 1, "to": 10}},
    "compute": {
        "tax": {"op": "divide", "args": [{"op": "multiply", "args": [{"param": "sent"}, {"param": "rate"}]}, 100]},
        "rest": {"op": "subtract", "args": [{"param": "sent"}, {"param": "tax"}]},
        "half": {"op": "divide", "args": [{"param": "sent"}, 10]},
    },
    "prompt": {"en": "You send {{sent}} at {{rate}}%. The tax?", "es": "Envías {{sent}} al {{rate}} %. ¿El impuesto?"},
    "options": [
        {
            "id": "tax",
            "right": True,
            "text": {"en": "{{tax:2}}", "es": "{{tax:2}}"},
            "why": {"en": "Yes.", "es": "Sí."},
        },
        {"id": "rest", "text": {"en": "{{rest:2}}", "es": "{{rest:2}}"}, "why": {"en": "Left.", "es": "Resto."}},
        {"id": "tenth", "text": {"en": "{{half:2}}", "es": "{{half:2}}"}, "why": {"en": "Ten.", "es": "Diez."}},
    ],
    "explanation": {"en": "{{tax}}.", "es": "{{tax}}."},
    "source": ["census-country"],
}


@pytest.fixture
def drawn():
    """A bank with a template of options of which one draw in ten has two that read alike (a rate of 10%)."""
    owner = copy.copy(bank.load_bank("sample", BANK))
    owner.questions, owner.index = {"sample-drawn": OPTIONS}, {"sample-drawn": 0}
    return owner


def every_answer(question):
    """Every answer a reader could give by choosing; for a typed number, the one shown and the known mistakes."""
    data, kind = question.data, question.type
    if kind == "single":
        return [option["id"] for option in data["options"]]
    if kind == "multiple":
        ids = [option["id"] for option in data["options"]]
        return [list(some) for size in range(1, len(ids) + 1) for some in itertools.combinations(ids, size)]
    if kind == "order":
        return [list(ids) for ids in itertools.permutations(data["shown"])]
    if kind in ("match", "classify", "cloze"):
        fields = {
            "match": lambda: {pair["id"]: data["choices"] for pair in data["pairs"]},
            "classify": lambda: {item["id"]: data["bins"] for item in data["items"]},
            "cloze": lambda: {gap["id"]: gap["options"] for gap in data["gaps"]},
        }[kind]()
        picks = itertools.product(*([choice["id"] for choice in choices] for choices in fields.values()))
        return [dict(zip(fields, pick, strict=True)) for pick in picks]
    if kind == "text":
        return [question.key["accept"][0], *(word for wrong in question.key["mistakes"] for word in wrong)]
    return [variants.show_number(data["value"], data.get("decimals")), *map(repr, question.key["mistakes"])]


def full_marks(question) -> int:
    return sum(grading.grade(question.type, question.key, answer) == 1 for answer in every_answer(question))


def assert_sound(question):
    assert faults.faults(question) == []
    assert not re.search(r"\{\{|\}\}", markup.question_html(question, 1, markup.Page(question.lesson, "x", "es")))
    assert full_marks(question) == 1, "exactly one answer is wholly right"
    if question.type == "number":
        shown = variants.show_number(question.key["value"], question.data.get("decimals"))
        assert grading.grade("number", question.key, shown) == 1
        for text in (*question.prompt.values(), *(hint[lang] for hint in question.hints for lang in hint)):
            assert shown not in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", text), "the key stands in the question"
        assert all(grading.grade("number", question.key, repr(w)) == 0 for w in question.key["mistakes"])


@pytest.mark.parametrize(("name", "owner"), templates(), ids=[name for name, _ in templates()])
def test_a_thousand_draws_of_every_template_are_sound(name, owner):
    for seed in range(DRAWS):
        assert_sound(model.resolve(owner, name, seed))


@pytest.mark.parametrize("kind", ["single", "multiple", "text", "order", "match", "classify", "cloze"])
def test_a_thousand_shuffles_of_every_other_type_are_sound(kind):
    owner = bank.load_bank("sample", BANK)
    places = set()
    for seed in range(DRAWS):
        question = model.resolve(owner, f"sample-{kind}", seed)
        assert full_marks(question) == 1 and faults.faults(question) == []
        places.add(str(every_answer(question)[0]))
    assert len(places) > 1 or kind in ("text", "classify"), "seeds shuffle what is chosen from"


def before_the_answer(html: str) -> str:
    """What a reader sees before the first try: without the folded answer and without attributes scripts read."""
    return re.sub(r'data-key="[^"]*"', "", re.sub(r'<details class="cq-answer">.*?</details>', "", html, flags=re.S))


@pytest.mark.parametrize("kind", ["single", "multiple", "classify", "cloze"])
def test_what_is_seen_before_a_try_does_not_tell_the_key(kind):
    """Swapping which choice is right must not change a letter of it."""
    owner = copy.copy(bank.load_bank("sample", BANK))
    written = owner.questions[f"sample-{kind}"]
    swapped = copy.deepcopy(written)
    if kind == "classify":
        for item in swapped["items"]:
            item["bin"] = next(entry["id"] for entry in swapped["bins"] if entry["id"] != item["bin"])
    for options in [swapped.get("options", [])] + [gap["options"] for gap in swapped.get("gaps", [])]:
        marks = [option.pop("right", None) for option in options]
        for option, mark in zip(options, marks[1:] + marks[:1], strict=True):
            option |= {"right": True} if mark else {}
    before = shown(owner, kind)
    owner.questions = {**owner.questions, f"sample-{kind}": swapped}
    after = shown(owner, kind)
    strip = lambda html: re.sub(r'data-v="[^"]*"', "", before_the_answer(html))  # noqa: E731
    assert before != after and strip(before) == strip(after)


def shown(owner, kind: str) -> str:
    question = model.resolve(owner, f"sample-{kind}")
    return markup.question_html(question, 1, markup.Page(question.lesson, "x", "en"))


def test_a_thousand_draws_of_drawn_options_are_sound(drawn):
    places, seen = set(), set()
    for seed in range(DRAWS):
        question = model.resolve(drawn, "sample-drawn", seed)
        assert_sound(question)
        assert question.values["rate"] != 10, "two options would read alike"
        places.add([option["id"] for option in question.data["options"]].index("tax"))
        seen.add(tuple(question.values.values()))
    assert places == {0, 1, 2}, "seeds shuffle the options"
    assert len(seen) == 36, "every sound combination is drawn"


def test_the_same_seed_is_the_same_variant_in_another_process():
    code = (
        "from pathlib import Path; from vecinos.quiz import bank, model;"
        f"b = bank.load_bank('sample', Path({str(BANK)!r}));"
        "print([(model.resolve(b, 'sample-template', s).values, model.resolve(b, 'sample-order', s).data['shown'])"
        " for s in range(5)])"
    )
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    owner = bank.load_bank("sample", BANK)
    here = [
        (model.resolve(owner, "sample-template", seed).values, model.resolve(owner, "sample-order", seed).data["shown"])
        for seed in range(5)
    ]
    assert there == str(here)


def test_a_variant_never_changes_under_a_reader():
    """These were drawn once and for all: a change here changes the question under somebody's saved answer."""
    question = model.resolve(bank.load_bank("sample", BANK), "sample-template", 7)
    assert question.values == {"sent": 500, "rate": 2, "year": 2026, "tax": 10.0}


def test_guards_that_nothing_passes_are_an_error(drawn):
    drawn.questions = {"sample-drawn": OPTIONS | {"guards": [{"value": {"param": "tax"}, "min": 1000}]}}
    with pytest.raises(BankError, match="200 draws and none is usable.*Widen params or loosen guards"):
        model.resolve(drawn, "sample-drawn", 1)


def test_guards_hold(drawn):
    guards = [{"value": {"param": "tax"}, "min": 5, "max": 20}, {"distinct": [{"param": "tax"}, {"param": "rate"}]}]
    drawn.questions = {"sample-drawn": OPTIONS | {"guards": guards}}
    for seed in range(200):
        values = model.resolve(drawn, "sample-drawn", seed).values
        assert 5 <= values["tax"] <= 20 and values["tax"] != values["rate"]


def test_a_change_of_meaning_changes_the_version_and_a_better_hint_does_not():
    owner = copy.copy(bank.load_bank("sample", BANK))
    written = owner.questions["sample-single"]
    before = model.resolve(owner, "sample-single").version

    def version(**changes):
        owner.questions = {**owner.questions, "sample-single": {**written, **changes}}
        return model.resolve(owner, "sample-single").version

    assert version(hints=[], explanation={"en": "x", "es": "y"}, level="apply") == before
    assert version(prompt={"en": "Which?", "es": "¿Cuál?"}) != before
    swapped = [
        {**o, "right": True} if o["id"] == "same" else {k: v for k, v in o.items() if k != "right"}
        for o in written["options"]
    ]
    assert version(options=swapped) != before


def test_nobody_is_right_by_doing_nothing():
    owner = bank.load_bank("sample", BANK)
    for seed in range(300):
        question = model.resolve(owner, "sample-order", seed)
        assert grading.grade("order", question.key, question.data["shown"]) < 0.5


def test_keys_follow_the_table():
    owner = bank.load_bank("sample", BANK)
    single, order, number = (model.resolve(owner, f"sample-data-{kind}") for kind in ("single", "order", "number"))
    from vecinos.data import table

    frame = table("trade-shares").query("year == 2022 and measure == 'share_of_total'").set_index("partner")["value"]
    assert single.key["right"] == frame.idxmax()
    assert order.key["order"] == list(frame.sort_values(ascending=False).index)
    assert number.key["value"] == pytest.approx(frame["canada"] - frame["china"])
    assert number.tables == ["trade-shares"]


@given(st.text(max_size=30))
@settings(max_examples=500, deadline=None)
def test_any_typed_text_is_read_or_refused_never_an_error(text):
    value = grading.parse_number(text)
    assert value is None or isinstance(value, float)
    assert re.fullmatch(r"[a-z0-9]*", grading.normal_text(text))


@given(st.floats(min_value=-1e9, max_value=1e9), st.integers(min_value=0, max_value=4))
@settings(max_examples=500, deadline=None)
def test_a_number_as_shown_is_read_back(value, decimals):
    shown = grading.parse_number(variants.show_number(value, decimals))
    assert shown == pytest.approx(value, abs=0.5 * 10**-decimals + 1e-6)  # 15 significant digits
