"""The data catalogue: every table has a page in both editions, can be found, read, downloaded, cited and traced."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from vecinos import course
from vecinos.book import catalogue, sparkline
from vecinos.book.citing import citations
from vecinos.data import manifest, tables
from vecinos.data.load import TABLES
from vecinos.mode import LANGUAGES, use_language

BOOK = Path(__file__).resolve().parents[2] / "book"


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


@pytest.fixture(scope="module")
def address(site, serve) -> str:
    return serve(site)


def html(site: Path, lang: str, name: str) -> str:
    return (site / lang / "reference" / "data" / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_has_a_page_and_its_files_beside_it(site, lang):
    folder = site / lang / "reference" / "data"
    assert {path.stem for path in folder.glob("*.html")} == set(tables())
    for name in tables():
        for suffix in (".csv", ".yaml"):
            assert (folder / f"{name}{suffix}").read_bytes() == (TABLES / f"{name}{suffix}").read_bytes(), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_answers_what_a_reader_asks_of_a_table(site, lang):
    use_language(lang)
    for name in tables():
        known, text = manifest(name), re.sub(r"<[^>]+>", "", html(site, lang, name))
        text = re.sub(r"&#39;", "'", text.replace("&amp;", "&").replace("&#34;", '"'))
        for wanted in (known.title[lang], known.description[lang], known.publisher[lang], known.builder[lang]):
            assert wanted in text, f"{name}: {wanted}"
        for field in known.fields:
            assert field.title[lang] in text, f"{name}: {field.name}"
        for entry in known.breaks:
            assert entry["why"][lang] in text, name
        for words in known.nulls.values():
            assert words[lang] in text, name
        for source in known.sources:
            assert source["title"] in text, name
        assert f'table("{name}")' in text
        assert "None" not in text and "nan" not in text.split(), name


def test_the_pages_are_light_and_speak_their_language(site):
    for lang in LANGUAGES:
        shared = (
            sum(
                len(gzip.compress((site / lang / "_static" / part).read_bytes()))
                for part in ("vecinos.css", "vecinos.js")
            )
            + (site / lang / "_static" / "vecinos-serif.woff2").stat().st_size
        )
        for path in [site / lang / "reference" / "data.html", *(site / lang / "reference" / "data").glob("*.html")]:
            assert f'<html lang="{lang}"' in path.read_text(encoding="utf-8")
            assert len(gzip.compress(path.read_bytes())) + shared <= 150_000, path.name


@pytest.mark.parametrize(("place", "name"), enumerate(tables()))
def test_every_table_page_is_clean_and_fits_a_small_screen(address, visit, place, name):
    """Each table once: editions and colours take turns."""
    lang, scheme = LANGUAGES[place % 2], ("light", "dark")[place // 2 % 2]
    page = visit(
        f"{address}/{lang}/reference/data/{name}.html", color_scheme=scheme, viewport={"width": 320, "height": 800}
    )
    assert page.complaints == []
    assert len(page.asked) <= 21
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    told = [
        (violation["id"], [node["html"][:160] for node in violation["nodes"][:3]])
        for violation in Axe().run(page).response["violations"]
    ]
    assert told == [], f"{lang} ({scheme}): {json.dumps(told, indent=1)}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_is_clean(address, visit, lang, scheme):
    page = visit(f"{address}/{lang}/reference/data.html", color_scheme=scheme)
    assert page.complaints == [] and len(page.asked) <= 21
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize(
    ("lang", "wanted", "found"),
    [
        ("en", "remittances state", {"remittances-us-states", "remittances-mexican-states"}),
        ("es", "ciudad juárez", {"twin-cities"}),
        ("es", "CIUDAD JUAREZ", {"twin-cities"}),
        ("en", "remesas por mes", {"remittances-monthly"}),
        ("es", "trade-composition", {"trade-composition"}),
    ],
)
def test_the_search_narrows_the_list_from_a_folder(site, visit, lang, wanted, found):
    page = visit((site / lang / "reference" / "data.html").as_uri())
    assert page.locator("dl.dc dt:visible").count() == len(tables())
    page.locator("#dc-input").fill(wanted)
    shown = page.locator("dl.dc dt:visible a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    names = {re.sub(r"^data/|\.html$", "", link) for link in shown}
    assert found <= names and len(names) <= 8, names
    assert page.locator("[data-finder] output").inner_text().startswith(str(len(names)))
    assert page.locator("article h2:visible").count() <= len(names), "themes without a match are put away"
    page.locator("#dc-input").fill("zzz")
    assert page.locator("dl.dc dt:visible").count() == 0
    page.locator("#dc-input").fill("")
    assert page.locator("dl.dc dt:visible").count() == len(tables())


def test_the_list_can_be_read_without_script(site, visit):
    page = visit((site / "en" / "reference" / "data.html").as_uri(), java_script_enabled=False)
    assert page.locator("dl.dc dt:visible").count() == len(tables())


def test_a_reader_finds_opens_and_downloads_a_table(address, visit):
    page = visit(f"{address}/en/reference/data.html")
    page.locator("#dc-input").fill("goods with mexico, canada")
    page.locator("dl.dc dt:visible a").first.click()
    page.wait_for_load_state()
    for suffix in (".csv", ".yaml"):
        with page.expect_download() as waiting:
            page.locator(f"a[download][href$='{suffix}']").click()
        assert waiting.value.suggested_filename == f"trade-goods{suffix}"
        assert Path(waiting.value.path()).read_bytes() == (TABLES / f"trade-goods{suffix}").read_bytes()


def test_the_language_switch_lands_on_the_same_table(address, visit):
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        page = visit(f"{address}/{lang}/reference/data/trade-goods.html")
        page.locator(".vb-lang").click()
        page.wait_for_load_state()
        assert urlsplit(page.url).path == f"/{other}/reference/data/trade-goods.html"
        assert page.locator("h1").inner_text() == manifest("trade-goods").title[other]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lessons_and_tables_lead_to_each_other(site, address, visit, lang):
    for item in course.lessons(lang):
        used = catalogue.used_by(BOOK / lang, item.slug)
        text = (site / lang / f"{item.slug}.html").read_text(encoding="utf-8")
        up = "../" * item.slug.count("/")
        for name in used:
            assert f'href="{up}reference/data/{name}.html"' in text, f"{item.slug} does not name {name}"
            assert f'href="../../{item.slug}.html"' in html(site, lang, name), f"{name} does not name {item.slug}"
    page = visit(f"{address}/{lang}/economy/trade.html")
    page.locator(".cx-source a").first.click()
    page.wait_for_load_state()
    assert urlsplit(page.url).path == f"/{lang}/reference/data/trade-goods.html"


def test_the_tables_of_a_lesson_are_read_from_its_code_and_its_questions(tmp_path):
    (tmp_path / "economy").mkdir()
    cell = {"source": ['trade = table("trade-goods")\n', "t = table('remittances'); x = table(\"no-such-table\")"]}
    (tmp_path / "economy" / "other.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    assert catalogue.used_by(tmp_path, "economy/other") == {"trade-goods", "remittances"}
    assert "trade-shares" in catalogue.used_by(tmp_path, "economy/index"), "its questions read it"


def test_a_citation_says_publisher_version_day_and_place():
    known = manifest("trade-goods")
    found = dict(citations(known, "en", "https://example.org/en/t.html", "0.1.0"))
    for text in found.values():
        for wanted in ("US Census Bureau", known.title["en"], "figures of March 2026", "https://example.org/en/t.html"):
            assert wanted in text
    assert found["APA"].startswith("US Census Bureau; press accounts of its releases for 2023–2025 (2026). US trade")
    assert "Retrieved 23 November 2026" in found["Chicago"]
    spanish = dict(citations(known, "es", "", "0.1.0"))
    assert "Consulta: 23 de noviembre de 2026" in spanish["APA"] and "«Comercio de bienes" in spanish["Chicago"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bibtex_can_be_read_by_bibtex(lang):
    from pybtex.database import parse_string

    for name in tables():
        known = manifest(name)
        text = dict(citations(known, lang, "https://example.org/a_b.html", "0.1.0"))["BibTeX"]
        entry = parse_string(text, "bibtex").entries[f"vecinos-{name}"]
        assert entry.fields["year"] == known.vintage[:4]
        assert len(entry.persons["author"]) == 1, "an office is one author, whatever words are in its name"


def test_every_table_stands_under_one_theme(tmp_path):
    listed = [name for theme in catalogue.themes().values() for name in theme["tables"]]
    assert sorted(listed) == tables()
    path = tmp_path / "themes.yaml"
    text = catalogue.THEMES.read_text(encoding="utf-8")
    path.write_text(text.replace("trade-goods, ", "", 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"no theme for trade-goods\. Mend: add it"):
        catalogue.themes(path)
    path.write_text(text.replace("trade-goods, ", "trade-goods, trade-goods, ", 1), encoding="utf-8")
    with pytest.raises(ValueError, match="trade-goods: no such table, or listed twice"):
        catalogue.themes(path)


def test_a_small_drawing_is_cut_at_a_break_and_keeps_to_its_frame():
    drawn = sparkline.line([(2020, 1.0), (2021, 5.0), (2022, 2.0), (2023, 9.0)], [2022.0], (2010, 2023))
    path = re.search(r' d="([^"]*)"', drawn)[1]
    assert path.count("M") == 2 and path.count("L") == 2
    numbers = [tuple(map(float, pair.split())) for pair in re.findall(r"[ML]([\d.]+ [\d.]+)", path)]
    assert all(0 <= x <= sparkline.WIDTH and 0 <= y <= sparkline.HEIGHT for x, y in numbers)
    assert numbers[3][1] < numbers[1][1] < numbers[0][1], "more is higher"
    flat = sparkline.line([(2020, 3.0), (2021, 3.0)], [], (2020, 2021))
    assert flat.count(f"{sparkline.HEIGHT / 2:.1f}") >= 2, "a series that does not change is a level line"
