"""What the course promises is taught: every objective belongs to a topic, every topic has what teaches it."""

import json
import re
from pathlib import Path

import pytest

from vecinos import course
from vecinos.book import coverage
from vecinos.book.glossary import find_term

ROOT = Path(__file__).parents[2]
# What a reader must be able to look up by name, and then read about in a lesson.
NAMED = """North American Free Trade Agreement, labor rights, Mexican labor policy, digital trade, supply chain,
remittances, foreign direct investment, United States–Mexico border, immigration to the United States,
guest worker program, drug trafficking, fentanyl, corruption in Mexico, Andrés Manuel López Obrador, MORENA,
North America, hemisphere policy, cross-border relations, educational exchange, Pemex, electricity market,
environmental policy, energy policy of the United States"""
TERM = re.compile(r"\{term\}`(?:[^`<]*<([^>`]*)>|([^`]*))`")


@pytest.fixture(scope="module")
def topics():
    return coverage.topics(ROOT / "exercises")


def test_every_objective_of_every_page_is_in_a_topic(topics):
    promised = {(slug, place) for topic in topics for slug, places in topic.objectives.items() for place in places}
    wanted = {
        (item.slug, place) for item in course.lessons() for place in range(1, len(item.objectives.get("en", ())) + 1)
    }
    assert wanted - promised == set(), "topics.yml: put these objectives in a topic"


def test_every_page_teaches_a_topic(topics):
    taught = {slug for topic in topics for slug in topic.lessons}
    assert {item.slug for item in course.lessons()} - taught == set()


def test_every_topic_has_questions_and_pages(topics):
    assert topics
    for topic in topics:
        assert topic.lessons, topic.title["en"]
        if topic.objectives == {"welcome": (4,)}:  # how to use the course: said, not asked
            continue
        assert len(topic.questions) >= 1, f"no question serves the objectives of {topic.title['en']!r}"


def linked_terms() -> dict[str, set[str]]:
    """id of a term -> the English lessons that link to it."""
    found: dict[str, set[str]] = {}
    for item in course.lessons("en"):
        notebook = json.loads((ROOT / "book" / "en" / f"{item.slug}.ipynb").read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "markdown":
                for target, plain in TERM.findall("".join(cell["source"])):
                    term = find_term(target or plain, "en")
                    if term:
                        found.setdefault(term.id, set()).add(item.slug)
    return found


def test_the_named_terms_are_in_the_glossary_and_in_a_lesson(topics):
    linked = linked_terms()
    in_topics = {one for topic in topics for one in topic.terms}
    for name in (" ".join(one.split()) for one in NAMED.split(",")):
        term = find_term(name, "en")
        assert term is not None, f"glossary.yml has no entry that is called {name!r}"
        assert linked.get(term.id), f"no lesson links to {name!r} ({term.id})"
        assert term.id in in_topics, f"topics.yml: no topic has the term {term.id}"


def test_the_page_counts_what_is_there(site, topics):
    page = (site / "en" / "reference" / "coverage.html").read_text(encoding="utf-8")
    asked = {question for topic in topics for question in topic.questions}
    assert page.count("<dt>") == len(topics)
    assert f"{len(topics)} topics, {len(asked)} questions and" in page
    assert all(f"<dt>{topic.title['es']}</dt>" in (site / "es/reference/coverage.html").read_text(encoding="utf-8")
               for topic in topics if "&" not in topic.title["es"])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nowhere: []", "no part 'nowhere'"),
        ("economy: [{topic: {en: A}}]", "no text in es"),
        ("economy: [{topic: {en: A, es: B}, objectives: {economy/trade: [9]}}]", "economy/trade has 4 objectives"),
        ("economy: [{topic: {en: A, es: B}, objectives: {economy/trad: [1]}}]", "No lesson 'economy/trad'"),
        ("economy: [{topic: {en: A, es: B}, terms: [nafta, nope]}]", "no glossary entry ['nope']"),
        ("economy: [{topic: {en: A, es: B}, tables: [nope]}]", "no table ['nope']"),
        ("economy: [{topic: {en: A, es: B}, term: [nafta]}]", "unknown field ['term']"),
    ],
)
def test_a_faulty_list_of_topics_says_what_to_mend(tmp_path, text, told):
    file = tmp_path / "topics.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)) as error:
        coverage.read(file)
    assert "topics.yml" in str(error.value)
