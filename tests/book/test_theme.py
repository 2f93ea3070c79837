"""The book's theme and extension, on a small course built with the real configuration."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

sys.path.insert(0, str(Path(__file__).parent))
import tiny_book  # noqa: E402

from vecinos.book.glossary import find_term  # noqa: E402

PAGES = [
    "index",
    "economy/index",
    "economy/trade",
    "reference/glossary",
    "reference/bibliography",
    "reference/about",
    "search",
]
WORDS = {"en": ("Show the code", "Sources on this page"), "es": ("Ver el código", "Fuentes de esta página")}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Path:
    """Both editions of the tiny course, side by side under the start page, as ``vecinos book`` lays them out."""
    top = tmp_path_factory.mktemp("tiny")
    tiny_book.write_book(top)
    for lang in ("en", "es"):
        code, log, html = tiny_book.build(top, lang, top / "_build" / lang)
        assert code == 0, log[-4000:]
        shutil.copytree(html, top / "site" / lang)
    shutil.copy(tiny_book.ROOT / "src" / "vecinos" / "book" / "site_index.html", top / "site" / "index.html")
    return top / "site"


def html(tiny: Path, lang: str, page: str) -> str:
    return (tiny / lang / f"{page}.html").read_text(encoding="utf-8")


def each(tiny: Path):
    for lang in ("en", "es"):
        for page in PAGES:
            yield lang, page, html(tiny, lang, page)


def test_a_page_loads_one_sheet_and_one_script_of_ours_and_nothing_from_elsewhere(tiny):
    for lang, page, text in each(tiny):
        head = f"{lang}/{page}"
        assert len(re.findall(r'<link rel="stylesheet"', text)) == 1, head
        scripts = re.findall(r'<script[^>]* src="([^"]+)"', text)
        if page == "search":
            assert any("searchindex.js" in src for src in scripts)
        else:
            assert len(scripts) == 1 and "vecinos.js?v=" in scripts[0], (head, scripts)
            assert " defer " in text[text.index("vecinos.js") - 60 : text.index("vecinos.js")]
        loads = re.findall(r'<(?:script|img|link|iframe|source)[^>]* (?:src|href)="([^"]+)"', text)
        assert [url for url in loads if url.startswith(("http", "//"))] == [], head
        for leftover in ("basic.css", "pygments.css", "mystnb", "sphinx-design", "require.js"):
            assert leftover not in text, (head, leftover)


def test_sheet_and_script_hold_every_part(tiny):
    css = (tiny / "en" / "_static" / "vecinos.css").read_text(encoding="utf-8")
    script = (tiny / "en" / "_static" / "vecinos.js").read_text(encoding="utf-8")
    assert all(rule in css for rule in ("--v-bg:", ".lh", ".cx", ".cq", ".vb-bar"))
    # a dark system without script
    assert re.search(r"@media screen and \(prefers-color-scheme:dark\)\{\s*html:not\(\[data-theme\]\)\{\s*--v-bg", css)
    assert not re.search(r"^(import|export)\b", script, flags=re.M)
    assert script.count("\nboot();\n") >= 1


def test_each_edition_speaks_its_own_language(tiny):
    for lang, (code, sources) in WORDS.items():
        text = html(tiny, lang, "economy/trade")
        assert f'<html lang="{lang}"' in text and code in text and sources in text
        assert "Toggle hidden content" not in text
        other = WORDS["es" if lang == "en" else "en"]
        assert not any(word in text for word in other)


def test_sections_share_ids_and_the_switch_keeps_the_place(tiny, visit):
    ids = {
        lang: re.findall(r'<span id="(s\d[\d-]*)"></span>', html(tiny, lang, "economy/trade")) for lang in ("en", "es")
    }
    assert ids["en"] == ids["es"] == ["s1", "s2", "s2-1", "s3"]
    page = visit((tiny / "en" / "economy" / "trade.html").as_uri())
    page.evaluate("document.getElementById('go-further').scrollIntoView({behavior: 'instant'})")
    page.locator("a.vb-lang").click()
    page.wait_for_load_state()
    assert page.url.endswith("/es/economy/trade.html#s3")
    assert page.complaints == []


def test_headings_with_a_label_have_the_same_first_id_in_both_editions(tiny):
    for anchor in ("cite", "corrections", "licences", "accessibility", "privacy"):
        for lang in ("en", "es"):
            assert f'id="{anchor}"' in html(tiny, lang, "reference/about")


def test_a_lesson_in_one_edition_says_so_and_leads_to_the_start(tmp_path, monkeypatch):
    from dataclasses import replace

    from vecinos import course
    from vecinos.book import pages

    real = course.find_lesson("economy/trade")

    class App:
        class config:
            language, root_doc, vecinos_url = "en", "index", "https://example.org/book"

        srcdir = tmp_path / "en"

    both = pages.edition(App, "economy/trade", real)
    assert both["href"] == "../../es/economy/trade.html" and both["twin"]
    assert both["url"] == "https://example.org/book/es/economy/trade.html"
    only = pages.edition(App, "economy/trade", replace(real, editions=("en",)))
    assert only["href"] == "../../es/index.html" and not only["twin"] and not only["url"]


def test_citations_lead_to_the_sources_on_the_page(tiny):
    for lang, joint in (("en", "Pérez and Smith, 2026"), ("es", "Pérez y Smith, 2026")):
        text = html(tiny, lang, "economy/trade")
        assert joint in text
        cited = set(re.findall(r'href="#source-([\w-]+)"', text))
        listed = re.findall(r'<li id="source-([\w-]+)">', text)
        assert cited == set(listed) == {"crs-if11175", "elpais-2026"} and len(listed) == 2
        assert 'href="https://www.congress.gov/crs-product/IF11175"' in text
        assert 'id="ref-uncited"' in html(tiny, lang, "reference/bibliography")
        assert 'class="vb-sources"' not in html(tiny, lang, "reference/about")


def test_a_source_that_is_described_and_not_named_is_described_in_each_language(tiny):
    english, spanish = (html(tiny, lang, "reference/bibliography") for lang in ("en", "es"))
    assert "Nobody (n.d.). <em>Never cited</em>" in english
    assert "Nadie (s.\u00a0f.). <em>Sin cita</em>" in spanish and "Nobody" not in spanish


def test_glossary_has_the_same_anchors_and_both_languages(tiny):
    found = {
        lang: set(re.findall(r'<dt[^>]* id="(term-[\w-]+)"', html(tiny, lang, "reference/glossary")))
        for lang in ("en", "es")
    }
    origin = find_term("rules of origin", "en")
    assert found["en"] == found["es"] and f"term-{origin.id}" in found["en"]
    assert f'<span class="gl-other" lang="es">{origin.term["es"]}</span>' in html(tiny, "en", "reference/glossary")
    assert f"glossary.html#term-{origin.id}" in html(tiny, "es", "economy/trade")


@pytest.mark.parametrize(("lang", "wanted"), [("en", "ORÍGEN"), ("es", "órigin")])
def test_glossary_filter_searches_both_languages_without_minding_accents(tiny, visit, lang, wanted):
    page = visit((tiny / lang / "reference" / "glossary.html").as_uri())
    everything = page.locator("dl.gl dt:visible").count()
    page.fill("#gl-input", wanted)
    shown = page.locator("dl.gl dt:visible")
    assert 0 < shown.count() < everything
    assert any("origen" in text.lower() or "origin" in text.lower() for text in shown.all_inner_texts())


def test_a_term_shows_its_definition_in_place(tiny, visit):
    page = visit((tiny / "en" / "economy" / "trade.html").as_uri())
    term = page.locator("a.term").first
    term.hover()
    assert find_term("rules of origin", "en").definition["en"] in page.locator("#tm").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#tm").count() == 0
    phone = visit(
        (tiny / "en" / "economy" / "trade.html").as_uri(), viewport={"width": 360, "height": 740}, has_touch=True
    )
    phone.locator("a.term").first.tap()
    assert phone.locator("#tm").is_visible() and "trade.html" in phone.url
    box = phone.locator("#tm").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    phone.locator("a.term").first.tap()
    phone.wait_for_url("**/glossary.html#term-*")


def test_the_notebook_can_be_downloaded_from_a_folder(tiny):
    text = html(tiny, "es", "economy/trade")
    link = re.search(r'<a href="([^"]+)" download="trade.ipynb">', text)[1]
    notebook = json.loads((tiny / "es" / "economy" / link).resolve().read_text(encoding="utf-8"))
    assert notebook["cells"][0]["source"] and "mybinder" not in text and "colab" not in text


def test_a_configured_repository_adds_binder_and_colab(tmp_path):
    tiny_book.write_book(tmp_path)
    code, log, out = tiny_book.build(
        tmp_path, "en", tmp_path / "_build", GITHUB_REPOSITORY="who/what", VECINOS_URL="https://who.example/what/"
    )
    assert code == 0, log[-3000:]
    text = (out / "economy" / "trade.html").read_text(encoding="utf-8")
    assert "https://mybinder.org/v2/gh/who/what/main?urlpath=lab/tree/book/en/economy/trade.ipynb" in text
    assert "colab.research.google.com/github/who/what/blob/main/book/en/economy/trade.ipynb" in text
    # an address makes canonical and alternate links; they must be absolute
    assert '<link rel="canonical" href="https://who.example/what/en/economy/trade.html">' in text
    assert '<link rel="alternate" hreflang="es" href="https://who.example/what/es/economy/trade.html">' in text


def test_descriptions_and_titles(tiny):
    text = html(tiny, "en", "economy/trade")
    assert "<title>Trade and its rules · Vecinos</title>" in text
    assert re.search(r'<meta name="description" content="[^"]*who writes the rules\?">', text)
    for lang, page, text in each(tiny):
        description = re.search(r'<meta name="description" content="([^"]*)">', text)[1]
        assert 40 <= len(description) <= 200, (lang, page, description)


def test_landing_page_is_made_from_the_outline_and_remembers_the_reader(tiny, visit):
    from vecinos import course

    for lang in ("en", "es"):
        text = html(tiny, lang, "index")
        for part in (one for one in course.parts() if one.pillar):
            assert part.title[lang] in text and part.question[lang] in text
        assert 'role="img" aria-labelledby="bd-title"' in text
    page = visit((tiny / "es" / "index.html").as_uri())
    assert not page.locator("[data-continue]").is_visible()
    page.goto((tiny / "es" / "economy" / "trade.html").as_uri())
    page.evaluate("document.getElementById('para-seguir').scrollIntoView({behavior: 'instant'})")
    page.goto((tiny / "es" / "index.html").as_uri())
    link = page.locator("[data-continue]")
    assert link.is_visible() and "El comercio y sus reglas" in link.inner_text()
    link.click()
    page.wait_for_url("**/es/economy/trade.html#s3")


def test_a_finished_lesson_is_ticked_in_the_contents(tiny, visit):
    page = visit((tiny / "en" / "economy" / "index.html").as_uri())
    sets = page.locator('.vb-nav a[data-slug="economy/trade"]').get_attribute("data-sets")
    assert sets
    keep = """sets => { for (const entry of sets.split(' ')) { const [set, count] = entry.split(':');
      const questions = {}; for (let i = 0; i < count; i++) questions['q' + i] = {};
      localStorage.setItem('vecinos-progress:1/economy/trade#' + set, JSON.stringify({questions})); } }"""
    first = sets.split(" ")[0]
    page.evaluate(keep, first)
    page.reload()
    assert page.locator(".vb-tick").count() == (1 if sets == first else 0)
    page.evaluate(keep, sets)
    page.reload()
    assert "finished" in page.locator('.vb-nav a[data-slug="economy/trade"]').inner_text()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_search_finds_pages_over_http_and_from_a_folder(tiny, serve, visit, lang):
    wanted = {"en": "treaty", "es": "tratados"}[lang]  # the Spanish stemmer finds the singular
    for start in (serve(tiny), tiny.as_uri()):
        page = visit(f"{start}/{lang}/index.html")
        page.fill(".vb-find input", wanted)
        page.keyboard.press("Enter")
        page.locator("#search-results a[href*='economy/trade.html']").first.wait_for()
        page.wait_for_timeout(300)
        assert page.complaints == []


def test_every_page_is_clean_for_axe_and_fits_a_small_screen(tiny, serve, visit):
    start = serve(tiny)
    for scheme in ("light", "dark"):
        for address in ["index.html", *(f"{lang}/{page}.html" for lang in ("en", "es") for page in PAGES)]:
            page = visit(f"{start}/{address}", color_scheme=scheme)
            found = [
                (one["id"], [node["html"][:150] for node in one["nodes"][:2]])
                for one in Axe().run(page).response["violations"]
            ]
            assert found == [], f"{address} {scheme}: {found}"
            assert page.complaints == [], address
            page.set_viewport_size({"width": 320, "height": 700})
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
            page.context.close()


def test_contents_open_on_a_phone_without_script(tiny, visit):
    page = visit(
        (tiny / "en" / "economy" / "trade.html").as_uri(),
        viewport={"width": 360, "height": 740},
        java_script_enabled=False,
    )
    assert not page.locator("#contents").is_visible()
    page.locator("button.vb-menu").click()
    assert page.locator("#contents").get_by_role("link", name="Glossary").is_visible()
    assert page.locator("a.vb-lang").get_attribute("href") == "../../es/economy/trade.html"
    assert not page.locator("[data-theme-switch]").is_visible()


def test_objectives_are_folded_on_phones_only(tiny, visit):
    address = (tiny / "en" / "economy" / "trade.html").as_uri()
    assert visit(address).locator(".lh-objectives li").first.is_visible()
    phone = visit(address, viewport={"width": 360, "height": 740})
    assert not phone.locator(".lh-objectives li").first.is_visible()


def test_paper_is_black_on_white_without_chrome_and_with_addresses(tiny, visit):
    page = visit((tiny / "en" / "economy" / "trade.html").as_uri(), color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert "Vecinos Serif" not in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert not page.locator(".vb-bar").is_visible() and not page.locator("#contents").is_visible()
    assert "https://www.congress.gov/crs-product/IF11175" in page.locator(".pr-links").inner_text()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".pr-links").count() == 0


def test_the_reader_chooses_colours_and_they_stay(tiny, visit):
    page = visit((tiny / "en" / "index.html").as_uri(), color_scheme="light")
    switch = page.locator("[data-theme-switch]")
    theme = "document.documentElement.dataset.theme"
    assert page.evaluate(theme) == "light" and switch.get_attribute("title").endswith("as on your device")
    switch.click()
    switch.click()
    assert page.evaluate(theme) == "dark"
    page.goto((tiny / "en" / "reference" / "about.html").as_uri())
    page.wait_for_function(f"{theme} === 'dark'")  # the browser may tell a new page's process a moment later


def test_a_page_open_elsewhere_follows_the_choice_of_colours(tiny, visit):
    page = visit((tiny / "en" / "index.html").as_uri(), color_scheme="light")
    other = page.context.new_page()
    other.goto((tiny / "en" / "reference" / "about.html").as_uri())
    page.locator("[data-theme-switch]").click()
    page.locator("[data-theme-switch]").click()
    other.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    assert other.locator("[data-theme-switch]").get_attribute("title").endswith("dark")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- {id: a, term: {en: A}, definition: {en: a, es: a}}", "term has no text in es"),
        ("- {id: a, term: {en: A, es: A}, definition: {en: a, es: a}, colour: red}", "unknown field colour"),
        ("- {id: a, term: {en: A, es: A}, definition: {en: a, es: a}, see: [b]}", "see: no entry b"),
    ],
)
def test_a_faulty_glossary_entry_is_named_with_its_mend(tmp_path, entry, told):
    from vecinos.book.glossary import terms

    path = tmp_path / "glossary.yml"
    path.write_text(entry, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        terms(path)


def test_a_module_that_cannot_become_a_page_script_is_refused(tmp_path):
    from vecinos.book.assets import classic

    path = tmp_path / "quiz.js"
    path.write_text('import x from "./x.js";\nexport default { render() {} };\nfunction boot() {}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="imports nothing"):
        classic(path)
