"""Whatever a bank file, a typed answer or a stored answer holds: it is refused with a place, escaped, or not marked."""

from __future__ import annotations

import copy
import re

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vecinos.quiz import _yaml, bank, check, grading, model, widget
from vecinos.quiz.bank import BankError

from .conftest import BANK
from .test_banks import Plain, write

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.sampled_from(
        ["", "x", "a", "{{x}}", "[[a]]", "</script>", "<img src=x onerror=alert(1)>", "[x](a)", "*", "-1"]
    )
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "en", "es", "op", "x"]), inner),
    max_leaves=6,
)
PLACED = re.compile(r"^lesson\.yml:\d+: ")


@given(st.text(max_size=200))
@settings(max_examples=600, deadline=None)
def test_any_text_as_a_bank_is_read_or_refused_with_a_line(text):
    try:
        _yaml.parse(text, "lesson.yml")
    except BankError as error:
        assert PLACED.match(str(error))


@given(st.lists(st.sampled_from(["a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "'", '"', "|", "&a", "*a", "!!int ",
                                 "? ", ",", "#", "0x", "1.0e999", "\u202e", "---\n", "%"]), max_size=40))  # fmt: skip
@settings(max_examples=600, deadline=None)
def test_any_heap_of_yaml_signs_is_read_or_refused_with_a_line(signs):
    try:
        _yaml.parse("".join(signs), "lesson.yml")
    except BankError as error:
        assert PLACED.match(str(error))


def places(value, path=()):
    """Every path in a nested value, the value itself left out."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield (*path, step)
        yield from places(inner, (*path, step))


SAMPLE = bank.load_bank("sample", BANK).located.value
QUESTIONS = [question | {"id": "lesson-q"} for question in SAMPLE["questions"]]
assert {question["type"] for question in QUESTIONS} == set(grading._GRADERS)


@given(st.data())
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_question_with_anything_anywhere_is_shown_or_refused_with_a_line(tmp_path, data):
    value = {"sets": {"one": ["lesson-q"]}, "questions": [copy.deepcopy(data.draw(st.sampled_from(QUESTIONS)))]}
    for _ in range(data.draw(st.integers(1, 2))):
        *way, last = data.draw(st.sampled_from(list(places(value))))
        owner = value
        for step in way:
            owner = owner[step]
        if data.draw(st.booleans()):
            owner[last] = data.draw(ANYTHING)
        else:
            del owner[last]
    bank.load_bank.cache_clear()
    write(tmp_path, yaml.dump(value, Dumper=Plain, allow_unicode=True))
    try:
        html, _ = widget.shown(model.question_set("lesson", "one", folder=tmp_path), "lesson", "one", "es")
        assert not re.search(r"<(script|img)\b", html)
    except (BankError, LookupError) as error:
        assert PLACED.match(str(error.args[0])), error
    bank.load_bank.cache_clear()
    assert all(PLACED.match(problem) for problem in check.check(tmp_path)[0])


def refusal(text: str) -> str:
    with pytest.raises(BankError) as caught:
        _yaml.parse(text, "lesson.yml")
    return str(caught.value)


LAUGHS = "a0: &a0 [ha, ha]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
TRAPS = {
    "billion laughs": (LAUGHS, "lesson.yml:1: anchors and aliases"),
    "cycle": ("a: 1\nb: &b [*b]\n", "lesson.yml:2: anchors and aliases"),
    "merge key": ("a: 1\nb: {<<: *a}\n", "lesson.yml:2: anchors and aliases"),
    "long text": (f"a: 1\nb: '{'x' * 900_000}'\n", "lesson.yml:2: a text of 900,000 characters"),
    "long key": (f"a: 1\n{'k' * 900}: 1\n{'k' * 4500}: 1\n", "lesson.yml:3: "),
    "long number": (f"a: 1\nb: {'9' * 5000}\n", "lesson.yml:2: a text of 5,000"),
    "twenty-five digits": (f"a: {'9' * 25}\n", "lesson.yml:1: a number of 25 digits"),
    "infinite": ("a: 1.0e999\n", "lesson.yml:1: 1.0e999 is too large"),
    "right to left": ("a: 1\nb: 'pay \u202e001$'\n", "lesson.yml:2: a sign nobody sees (U+202E)"),
    "zero width, second line": ("a: |\n  one\n  t\u200bwo\n", "lesson.yml:3: a sign nobody sees (U+200B)"),
    "tagged number": ("a: !!int abc\n", "lesson.yml:1: tag"),
    "not a number": ("a: !!float '.nan'\n", "lesson.yml:1: tag"),
}


@pytest.mark.parametrize(("text", "message"), TRAPS.values(), ids=TRAPS)
def test_a_trap_is_refused_before_anything_is_built(text, message):
    assert refusal(text).startswith(message)


TEMPLATE = next(question for question in QUESTIONS if "params" in question)
RULES = {
    "a value of itself": ({"compute": {"x": {"op": "add", "args": [{"param": "x"}, 1]}}}, "no parameter 'x'"),
    "two of each other": ({"compute": {"x": {"param": "y"}, "y": {"param": "x"}}}, "no parameter 'y'"),
    "an empty range": (
        {"params": {"sent": {"from": 5, "to": 1}}, "compute": {}},
        "parameter sent: 'to' is below 'from'",
    ),
    "division by nought": (
        {"params": {"x": {"choose": [0, 1]}}, "compute": {"y": {"op": "divide", "args": [1, 0]}}},
        "lesson-q: ",
    ),
}


@pytest.mark.parametrize(("changes", "message"), RULES.values(), ids=RULES)
def test_a_template_that_cannot_be_computed_says_where(tmp_path, changes, message):
    value = {"sets": {"one": ["lesson-q"]}, "questions": [TEMPLATE | changes]}
    write(tmp_path, yaml.dump(value, Dumper=Plain, allow_unicode=True))
    with pytest.raises(BankError) as caught:
        model.question_set("lesson", "one", folder=tmp_path)
    assert PLACED.match(str(caught.value)) and message in str(caught.value)


KEYS = [(name, owner) for owner in bank.banks(BANK) for name in owner.questions]


@pytest.mark.parametrize(("name", "owner"), KEYS, ids=[name for name, _ in KEYS])
@given(answer=ANYTHING)
@settings(max_examples=150, deadline=None)
def test_any_answer_is_marked_between_none_and_all_or_not_at_all(name, owner, answer):
    question = model.resolve(owner, name)
    credit = grading.grade(question.type, question.key, answer)
    assert credit is None or 0 <= credit <= 1
    grading.mistake(question.type, question.key, answer)
