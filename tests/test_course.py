"""The outline and the head of a lesson."""

import pytest

from vecinos import course
from vecinos.mode import use_language


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


def test_every_lesson_is_complete_in_each_of_its_editions():
    assert course.lessons()
    for item in course.lessons():
        for lang in item.editions:
            assert item.title[lang]
            assert item.question[lang]
        assert item.minutes["read"] > 0
        assert item.minutes["do"] > 0
        for needed in item.requires:
            course.find_lesson(needed)


def test_an_unknown_lesson_is_named_with_those_there_are():
    with pytest.raises(LookupError, match=r"No lesson 'economy/tarde'.*economy/trade"):
        course.find_lesson("economy/tarde")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_head_speaks_the_edition_and_says_what_a_reader_needs(lang):
    head = course.lesson("economy/trade", lang=lang)
    item = course.find_lesson("economy/trade")
    shown = head._repr_mimebundle_()["text/html"]
    assert item.question[lang].replace("’", "’") in shown
    for objective in item.objectives[lang]:
        assert objective in shown
    assert str(item.minutes["read"]) in shown
    assert item.question[lang] in head._repr_mimebundle_()["text/plain"]


def test_in_a_live_notebook_the_head_brings_its_style(monkeypatch):
    monkeypatch.delenv("VECINOS_STATIC")
    assert "--v-mx" in course.lesson("economy/trade", "en")._repr_mimebundle_()["text/html"]
