"""Explorers on a page without a kernel and at a kernel: the same frames, by mouse and keyboard."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from vecinos.book.assets import classic
from vecinos.display import stylesheet
from vecinos.explore import EXPLORERS, explore, find_explorer
from vecinos.explore._frames import pack, unpack
from vecinos.explore.show import MOST_FRAMES, SCRIPT
from vecinos.mode import use_language


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


@pytest.fixture
def page_of(new_page, tmp_path):
    """page_of(name, **context) -> a page opened from a folder with one explorer, as the book shows it."""

    def start(name: str, lang: str = "en", **options):
        use_language(lang)
        body = explore(name)._repr_mimebundle_()["text/html"]
        script = classic(SCRIPT)
        theme = ' data-theme="dark"' if options.get("color_scheme") == "dark" else ""
        (tmp_path / "page.html").write_text(
            f'<!doctype html><html lang="{lang}"{theme}><meta charset="utf-8"><title>Explorer</title>'
            '<meta name="viewport" content="width=device-width">'
            f"<style>{stylesheet('tokens', 'explore')}body{{background:var(--v-bg);margin:16px}}</style>"
            f"<main><h1>Explorer</h1>{body}</main><script>{script}</script></html>",
            encoding="utf-8",
        )
        page = new_page(**options)
        page.goto((tmp_path / "page.html").as_uri())
        return page

    return start


@pytest.mark.parametrize("name", EXPLORERS)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_frame_survives_packing(name, lang):
    explorer = find_explorer(name)
    assert len(explorer.states()) <= MOST_FRAMES
    frames = [explorer.frame(explorer.values(state), lang) for state in explorer.states()]
    assert len(set(frames)) == len(frames), "two settings look the same: a control that changes nothing"
    base = explorer.frame(explorer.values(explorer.start), lang)
    for frame in frames:
        assert 'class="ex-verdict"' in frame
        assert unpack(base, pack(base, frame)) == frame


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_page_shows_the_very_frames_python_draws(page_of, name):
    page = page_of(name)
    explorer = find_explorer(name)
    rebuilt = page.evaluate(
        """() => { const {base, edits} = JSON.parse(document.querySelector('.ex-data').textContent);
          return edits.map(edit => { const parts = base.match(/<[^>]+>[^<]*|^[^<]+/g);
            for (const [a, b, fresh] of edit) parts.splice(a, b - a, ...fresh); return parts.join(''); }); }"""
    )
    assert rebuilt == [explorer.frame(explorer.values(state), "en") for state in explorer.states()]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_car_moves_by_keyboard_alone(page_of, lang):
    page = page_of("car-origin", lang)
    explorer = find_explorer("car-origin")

    def shown():
        return page.locator(".ex-verdict").inner_text()

    def wanted(**values):
        html = explorer.frame(explorer.values(explorer.start) | values, lang)
        return re.search(r'class="ex-verdict">([^<]*)<', html)[1].replace("&#x27;", "'")

    assert shown() == wanted()
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    assert shown() == wanted(outside=50)
    assert page.locator("input[type=range]").get_attribute("aria-valuetext").startswith("50")
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    assert shown() == wanted(outside=10, high_wage=30)
    page.wait_for_function("() => document.querySelector('[role=status]').textContent !== ''")
    assert page.locator("[role=status]").inner_text() == shown()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown() == wanted()
    assert page.complaints == []


def test_without_script_the_starting_case_can_be_read(page_of):
    page = page_of("car-origin", java_script_enabled=False)
    assert page.locator(".ex-verdict").is_visible()
    assert page.locator(".ex-still").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_anyone_can_use_it(page_of, scheme):
    page = page_of("car-origin", color_scheme=scheme, viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    told = [
        (one["id"], [node["html"][:120] for node in one["nodes"]]) for one in Axe().run(page).response["violations"]
    ]
    assert told == []
    small = page.evaluate(
        "() => [...document.querySelectorAll('.ex input, .ex select, .ex button, .ex summary')]"
        ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
    )
    assert small == []


def test_the_markup_is_safe_in_a_notebook():
    html = explore("car-origin")._repr_mimebundle_()["text/html"]
    assert not re.search(r"<(form|button)\b", html)
    store = re.search(r'<script type="application/json" class="ex-data">(.*?)</script>', html, re.S)[1]
    assert "<" not in store
    assert json.loads(store)["base"].startswith("<p")


def test_live_the_kernel_answers_with_the_same_frame(monkeypatch):
    monkeypatch.delenv("VECINOS_STATIC")
    widget = explore("car-origin")
    widget.request = {"number": 1, "positions": [8, 0, 2]}
    explorer = find_explorer("car-origin")
    assert widget.values == {"outside": 50, "high_wage": 30, "us_made": 50}
    assert widget.frame == {"number": 1, "html": explorer.frame(widget.values, "en")}


def test_an_unknown_explorer_is_named_with_those_there_are():
    with pytest.raises(LookupError, match=r"No explorer 'car'.*car-origin"):
        explore("car")
