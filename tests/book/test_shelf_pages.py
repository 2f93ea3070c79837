"""The shelf: how to read a statistic, people and institutions, and the changelog, as both built editions show them."""

from __future__ import annotations

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from vecinos.book import people
from vecinos.book.traps import traps
from vecinos.data import table
from vecinos.i18n import number
from vecinos.mode import LANGUAGES


@pytest.fixture(scope="module")
def address(site, serve) -> str:
    return serve(site)


ROOT = Path(__file__).parents[2]


def text_of(site, lang: str, name: str) -> str:
    page = (site / lang / "reference" / f"{name}.html").read_text(encoding="utf-8")
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


# How to read a statistic ---------------------------------------------------------------------------------------------


def examples() -> dict[str, str]:
    """Numbers of the examples, computed here by other means than the page's: {trap: number as a reader sees it}."""
    crossings, stops, wage = table("border-crossings"), table("border-encounters-monthly"), table("minimum-wage")
    stops = stops[stops.series == "patrol-nationwide"].set_index("month").value
    wage = wage[wage.zone == "general"].set_index("year").value
    prices = table("prices-mexico").set_index("year").value
    jobs = table("factory-jobs-us")
    jobs = jobs[jobs.series == "jobs"].set_index("year").value
    names = table("disappeared-registry").set_index("date").value
    polls = table("opinion")
    entries = crossings[(crossings.year == 2024) & (crossings["mode"] == "people")].value.item()
    return {
        "events": number(entries / 1e6, 1),
        "year": number(stops["2023-10":"2024-09"].sum() / 1e6, 2),
        "money": number((wage[2025] / wage[2021] * prices[2021] / prices[2025] - 1) * 100, 1),
        "registered": number(names["2025-12-18"] - names["2022-05-31"]),
        "base": number((1 - jobs[2025] / jobs[2000]) * 100),
        "cause": number((jobs[2019] / jobs[2010] - 1) * 100),
        "poll": number(polls[(polls.poll == "pew") & (polls.country == "us") & (polls.year == 2024)
                             & (polls.question == "favourable-mexico")].value.item()),
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_trap_has_an_example_a_question_and_a_lesson(site, lang):
    page = (site / lang / "reference" / "statistics.html").read_text(encoding="utf-8")
    sections = dict(re.findall(r'<section class="trap" id="(\w+)">(.*?)</section>', page, flags=re.S))
    assert list(sections) == [trap.id for trap in traps()] and len(sections) >= 10
    for name, body in sections.items():
        assert 'class="trap-ask"' in body and 'href="data/' in body, name
        assert "[[" not in body, name
        assert re.search(r'href="\.\./[\w/-]+\.html"', body) or lang == "es", name
    assert sum('class="cx"' in body for body in sections.values()) >= 8
    assert page.count('href="#source-') >= len(sections)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_numbers_of_the_examples_are_those_of_the_tables(site, lang):
    page = (site / lang / "reference" / "statistics.html").read_text(encoding="utf-8")
    for trap, wanted in examples().items():
        body = re.search(rf'<section class="trap" id="{trap}">(.*?)</section>', page, flags=re.S)[1]
        told = unescape(re.sub(r"<figure.*?</figure>|<[^>]+>", " ", body, flags=re.S))
        assert re.search(rf"(?<![\d.,]){re.escape(wanted)}(?![\d]|[.,]\d)", told), (trap, wanted)


def test_numbers_of_an_example_are_not_typed():
    """What is left in an example when the computed numbers are out: years, dates and names of counts, no amounts."""
    for trap in traps():
        for lang in LANGUAGES:
            said = re.sub(r"\[\[\w+\]\]|`[^`]*`", "", trap.example[lang])
            left = [one for one in re.findall(r"\d[\d,.]*\d|\d", said) if not re.fullmatch(r"(19|20)\d\d|18|31", one)]
            assert set(left) <= {"100", "100,000"}, (trap.id, lang, left)


def test_the_checklist_is_one_sheet_of_paper(visit, address, tmp_path):
    for lang in LANGUAGES:
        page = visit(f"{address}/{lang}/reference/statistics.html", viewport={"width": 700, "height": 900})
        page.emulate_media(media="print")
        sheet = page.locator("section:has(> .trap-list)")
        assert sheet.locator("li").count() == len(traps())
        assert sheet.evaluate("one => getComputedStyle(one).breakBefore") == "page"
        assert sheet.bounding_box()["height"] < 900, "letter paper holds about 950 pixels within its margins"
        assert page.complaints == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("extra: 1", "unknown field extra"),
        ("ask: {en: A}", "ask has no text in es"),
        ("lessons: [economy/trad]", "No lesson 'economy/trad'"),
        ("example: {en: '[[b]]', es: B}", "no figure [[b]]"),
        ("example: {en: A, es: B}", "the figure a stands in no text"),
        ("figures: {a: {value: {table: nope, value: value}}}", "figures: a:"),
        ("chart: {bars: []}", "chart: title has no text in en, es"),
        ("chart: {bars: [], line: {}}", "either bars or line"),
    ],
)
def test_a_faulty_trap_says_what_to_mend(tmp_path, entry, told):
    sound = {
        "id": "one", "title": {"en": "A", "es": "B"}, "text": {"en": "A", "es": "B"}, "lessons": ["welcome"],
        "example": {"en": "[[a]]", "es": "[[a]]"}, "ask": {"en": "A", "es": "B"}, "figures": {"a": {"value": 1}},
    }  # fmt: skip
    file = tmp_path / "traps.yml"
    file.write_text(yaml.safe_dump([sound | yaml.safe_load(entry)]), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)) as error:
        traps(file)
    assert "traps.yml: entry 1 (one)" in str(error.value)


# People and institutions ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def entries() -> dict[str, tuple[people.Entry, ...]]:
    return people.read(ROOT / "book")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everyone_stands_there_with_a_source_and_a_lesson(site, lang, entries):
    page = (site / lang / "reference" / "people-institutions.html").read_text(encoding="utf-8")
    told = text_of(site, lang, "people-institutions")
    for entry in (one for group in entries.values() for one in group):
        assert " ".join(entry.name[lang].split()) in told and entry.text[lang] in told, entry.id
    for name in ("presidents", "leaders-summits"):
        column = "name" if name == "presidents" else "host"
        assert all(person in told for person in table(name)[column])
    items = page.count('class="tl-theme"')
    assert page.count('href="#source-') >= items > 60
    assert page.count('class="who-pages"') == sum(map(len, entries.values()))


def test_both_countries_have_like_room(entries):
    for group, listed in entries.items():
        sides = [entry.side for entry in listed]
        assert abs(sides.count("mexico") - sides.count("us")) <= 3, group
    assert 20 <= len(entries["people"]) <= 40


def test_a_name_in_either_language_and_a_country_narrow_the_list(visit, address, entries):
    page = visit(f"{address}/es/reference/people-institutions.html", viewport={"width": 360, "height": 800})
    shown = page.locator("dl.who dt:visible")
    all_of_them = shown.count()
    page.get_by_label("Busca un nombre").fill("boundary and water")
    assert shown.count() == 1 and "CILA" in shown.inner_text()
    page.get_by_label("Busca un nombre").fill("pena nieto")
    assert "Enrique Peña Nieto" in " ".join(shown.all_inner_texts())
    page.get_by_label("Busca un nombre").fill("")
    page.get_by_label("Todas las entradas").select_option("mexico")
    assert page.locator("output").inner_text() == f"{shown.count()} entradas"
    assert 0 < shown.count() < all_of_them
    assert page.locator("h2:visible", has_text="Cumbres").count() == 0
    assert page.complaints == []


def test_without_a_script_everyone_can_be_read(visit, address, entries):
    page = visit(f"{address}/en/reference/people-institutions.html", java_script_enabled=False)
    assert page.locator("dl.who dt:visible").count() > sum(map(len, entries.values()))


SOUND = {
    "id": "inegi", "side": "mexico", "name": {"en": "A", "es": "B"}, "text": {"en": "A", "es": "B"},
    "source": ["inegi-inpc"], "words": ["INEGI"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"role": "x"}, "unknown field role"),
        ({"side": "canada"}, "side: 'canada' is none of mexico, us, both"),
        ({"text": {"en": "A"}}, "text has no text in es"),
        ({"source": []}, "name at least one key"),
        ({"source": ["nobody-1900"]}, "references.bib has no nobody-1900"),
        ({"words": ["Xyzzy"]}, "no English lesson says any of ['Xyzzy']"),
        ({"lessons": ["welcome"]}, "either words"),
    ],
)
def test_a_faulty_entry_says_what_to_mend(tmp_path, change, told):
    file = tmp_path / "people.yml"
    file.write_text(yaml.safe_dump({"institutions": [SOUND | change]}), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(told)) as error:
        people.read(ROOT / "book", file)
    assert "people.yml: institutions: entry 1 (inegi)" in str(error.value)


def test_two_entries_of_one_id_are_told(tmp_path):
    file = tmp_path / "people.yml"
    file.write_text(yaml.safe_dump({"institutions": [SOUND, SOUND]}), encoding="utf-8")
    with pytest.raises(ValueError, match="inegi is used more than once"):
        people.read(ROOT / "book", file)


# Changelog -----------------------------------------------------------------------------------------------------------


def test_the_changelog_has_the_versions_of_the_project_in_both_languages():
    kept = re.findall(r"^## \[?([\w.]+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.M)
    unreleased = {"en": "Not yet released", "es": "Aún sin publicar"}
    counts = set()
    for lang in LANGUAGES:
        text = (ROOT / "book" / lang / "reference" / "changelog.md").read_text(encoding="utf-8")
        heads = re.findall(r"^## (.+)$", text, flags=re.M)
        wanted = [unreleased[lang] if version == "Unreleased" else version for version in kept]
        assert [head.split(",")[0].split(" · ")[0] for head in heads[:-1]] == wanted
        counts.add(len(re.findall(r"^- ", text, flags=re.M)))
    assert len(counts) == 1, "both editions tell the same changes"


# All pages of the shelf ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["statistics", "people-institutions", "changelog", "about"])
def test_each_page_is_in_both_editions_and_light(site, lang, name):
    page = site / lang / "reference" / f"{name}.html"
    other = "es" if lang == "en" else "en"
    assert f'href="../../{other}/reference/{name}.html"' in page.read_text(encoding="utf-8")
    assert len(gzip.compress(page.read_bytes())) < 80_000
