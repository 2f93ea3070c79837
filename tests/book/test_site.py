"""Every page of the built site, as a reader meets it: in a real browser, over http and from a folder."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from vecinos import course
from vecinos.mode import LANGUAGES

WIDTHS = {"phone": 360, "desktop": 1350}


def pages(site: Path) -> list[str]:
    """Every page a reader can open, relative to the site."""
    found = [str(path.relative_to(site)) for path in sorted(site.rglob("*.html"))]
    return [name for name in found if not re.search(r"/_(static|sources|modules)/", name)]


pytestmark = pytest.mark.timeout(900)  # a test here opens every page of both editions


def opened(site: Path) -> list[str]:
    """The pages to open in a browser. The tables' pages share one template: two stand for all, which
    test_catalogue.py opens one by one."""
    some = ("reference/data/trade-goods.html", "reference/data/timeline.html")
    return [name for name in pages(site) if "/reference/data/" not in name or name.endswith(some)]


@pytest.fixture(scope="session")
def address(site, serve) -> str:
    return serve(site)


def lesson_pages() -> list[str]:
    return [f"{lang}/{item.slug}.html" for lang in LANGUAGES for item in course.lessons(lang)]


def test_both_editions_have_the_same_pages(site):
    names = pages(site)
    editions = {
        lang: {name.removeprefix(f"{lang}/") for name in names if name.startswith(f"{lang}/")} for lang in LANGUAGES
    }
    one_sided = {item.slug + ".html" for item in course.lessons() if len(item.editions) < len(LANGUAGES)}
    one_sided |= {name for name in editions["en"] if name.startswith("teach/")}  # for instructors: in English so far
    assert editions["en"] - one_sided == editions["es"] - one_sided
    assert set(lesson_pages()) <= set(names)


def test_no_page_complains_or_asks_anything_of_another_site(site, address, visit):
    for name in opened(site):
        page = visit(f"{address}/{name}")
        assert page.complaints == [], name
        assert [url for url in page.asked if not url.startswith((address, "data:", "blob:"))] == [], name
        page.context.close()


def test_every_page_works_from_a_folder(site, visit):
    for name in opened(site):
        page = visit((site / name).as_uri())
        assert page.complaints == [], name
        assert [url for url in page.asked if not url.startswith(("file://", "data:", "blob:"))] == [], name
        page.context.close()


# Every rule in light; in dark those that look at colours: nothing else of a page changes with them.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
AXE = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": COLOUR_RULES}},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site, address, visit, scheme):
    for name in opened(site):
        page = visit(f"{address}/{name}", color_scheme=scheme)
        results = Axe().run(page, options=AXE[scheme])
        told = [
            (violation["id"], [node["html"][:160] for node in violation["nodes"][:3]])
            for violation in results.response["violations"]
        ]
        assert told == [], f"{name} ({scheme}): {json.dumps(told, indent=1)}"
        page.context.close()


def test_dark_mode_follows_the_system_and_the_readers_choice(address, visit):
    page = visit(f"{address}/en/index.html", color_scheme="dark")

    def lightness() -> float:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(float, re.findall(r"[\d.]+", colour)[:3])) / 3

    assert lightness() < 80
    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.documentElement.dataset.theme === 'light'")
    assert lightness() > 200
    switch = page.locator("[data-theme-switch]")
    seen = set()
    for _ in range(3):
        switch.click()
        seen.add(lightness() < 80)
    assert seen == {True, False}


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_scrolls_sideways(site, address, visit, width):
    for name in opened(site):
        page = visit(f"{address}/{name}", viewport={"width": width, "height": 800})
        wide = page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
              .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
        )
        assert wide == [], f"{name} at {width} px"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} at {width} px"
        page.context.close()


def test_text_in_charts_can_be_read_on_a_phone(address, visit):
    for name in lesson_pages():
        page = visit(f"{address}/{name}", viewport={"width": 360, "height": 740})
        sizes = page.evaluate(
            """() => [...document.querySelectorAll('figure.cx svg text')]
              .filter(text => text.getClientRects().length && text.textContent.trim())
              .map(text => {
                const m = text.getScreenCTM();
                return [parseFloat(getComputedStyle(text).fontSize) * Math.hypot(m.a, m.b), text.textContent];
              })"""
        )
        assert sizes, f"{name} shows no chart text"
        assert [entry for entry in sizes if entry[0] < 11] == [], name
        heights = page.evaluate(
            "() => [...document.querySelectorAll('figure.cx svg')].map(s => s.getBoundingClientRect().height)"
        )
        assert max(heights) <= 0.7 * 740, name
        page.context.close()


def test_the_language_switch_lands_on_the_same_page(address, visit):
    for name in lesson_pages():
        lang, _, rest = name.partition("/")
        other = "es" if lang == "en" else "en"
        page = visit(f"{address}/{name}")
        page.locator(f"a[hreflang={other}]:visible").first.click()
        page.wait_for_load_state()
        both = other in course.find_lesson(rest.removesuffix(".html")).editions
        assert urlsplit(page.url).path == f"/{other}/{rest if both else 'index.html'}"
        assert page.evaluate("document.documentElement.lang").startswith(other)
        page.context.close()


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag, attrs):
        got = dict(attrs)
        if got.get("id"):
            self.ids.add(got["id"])
        if tag == "a" and got.get("href"):
            self.links.append(got["href"])
        self.loads += [
            got[key]
            for key in ("src", "href")
            if got.get(key) and tag in ("script", "img", "link", "iframe", "source") and got.get("rel") != "alternate"
        ]


def test_every_link_inside_the_site_leads_somewhere(site):
    parsed = {}
    for name in pages(site):
        parser = _Links()
        parser.feed((site / name).read_text(encoding="utf-8"))
        parsed[name] = parser
    broken = []
    for name, parser in parsed.items():
        for link in parser.links + parser.loads:
            parts = urlsplit(link)
            if parts.scheme or link.startswith("//"):
                continue
            path, fragment = urldefrag(urljoin(name, link))
            target = unquote(path.partition("?")[0]) or name
            target = target + "index.html" if target.endswith("/") else target
            if not (site / target).is_file() or (
                fragment and target in parsed and unquote(fragment) not in parsed[target].ids
            ):
                broken.append(f"{name} -> {link}")
    assert broken == []


def test_pages_say_what_they_are_to_search_engines(site):
    for name in pages(site):
        text = (site / name).read_text(encoding="utf-8")
        assert re.search(r'<html[^>]* lang="(en|es)', text), name
        assert re.search(r"<title>[^<]{5,}</title>", text), name
        if Path(name).name not in ("search.html", "genindex.html"):
            assert re.search(r'<meta[^>]+name="description"[^>]+content="[^"]{40,}"', text), name


def test_without_script_a_lesson_can_still_be_read(address, visit):
    for name in lesson_pages():
        page = visit(f"{address}/{name}", java_script_enabled=False)
        assert page.locator("main h1").is_visible()
        assert page.locator("figure.cx svg:visible").count() >= 1
        assert page.locator(".cq:visible").count() >= 1
        page.context.close()
