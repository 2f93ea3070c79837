"""Debates: a place on the line and an option of one's own, on a page, on paper, and in the file a reader saves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from axe_playwright_python.sync_playwright import Axe

from vecinos import own_option, position
from vecinos.book.assets import classic
from vecinos.debate import debates
from vecinos.debate.show import FIELDS, SCRIPT
from vecinos.display import stylesheet
from vecinos.mode import use_language
from vecinos.quiz import widget

SLUG = "debates/trade-jobs"
SCHEMA = json.loads((Path(widget.__file__).parent / "progress.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _back_to_english():
    yield
    use_language("en")


@pytest.fixture
def open_page(new_page, tmp_path):
    """open_page(lang, **context) -> a page with the three parts of one debate, opened from a folder."""

    def start(lang: str = "en", **options):
        use_language(lang)
        parts = [position(SLUG, "before"), own_option(SLUG), position(SLUG, "after")]
        body = "".join(part._repr_mimebundle_()["text/html"] for part in parts)
        scripts = classic(widget.SCRIPT) + classic(SCRIPT)
        theme = ' data-theme="dark"' if options.get("color_scheme") == "dark" else ""
        (tmp_path / "page.html").write_text(
            f'<!doctype html><html lang="{lang}"{theme}><meta charset="utf-8"><title>Debate</title>'
            '<meta name="viewport" content="width=device-width">'
            f"<style>{stylesheet('tokens', 'quiz', 'debate')}body{{background:var(--v-bg);margin:16px}}</style>"
            f"<main><h1>Debate</h1>{body}</main><script>{scripts}</script></html>",
            encoding="utf-8",
        )
        page = new_page(**options)
        page.goto((tmp_path / "page.html").as_uri())
        return page

    return start


def part(page, name: str):
    return page.locator(f'[data-debate="{SLUG}#{name}"]')


def test_every_debate_has_its_question_and_two_ends_in_both_languages():
    assert len(debates()) == 5
    for found in debates().values():
        texts = [found["question"], *found["ends"]]
        assert len(texts) == 3 and all(text["en"] and text["es"] and text["en"] != text["es"] for text in texts)
        left, right = (len(end["en"].split()) for end in found["ends"])
        assert max(left, right) <= 1.5 * min(left, right), "the two ends are put with like weight"


def test_mistaken_calls_are_told():
    with pytest.raises(LookupError, match="No debate 'debates/x'. Debates: debates/trade-jobs"):
        own_option("debates/x")
    with pytest.raises(ValueError, match="say 'before' or 'after'"):
        position(SLUG, "during")


def test_a_place_marked_before_reading_is_measured_against_the_one_after(open_page):
    page = open_page()
    before, after = part(page, "before"), part(page, "after")
    assert "Not marked yet" in before.locator("output").inner_text()
    before.locator("input").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert (
        before.locator("input")
        .get_attribute("aria-valuetext")
        .startswith("3 steps from the middle towards: Protecting")
    )
    after.get_by_role("button", name="Mark the middle").click()
    assert "In the middle. Before, you were 3 steps away. You moved towards: Keeping trade open" in (
        after.locator("output").inner_text()
    )
    after.locator("textarea").fill("The study of exposed places.")
    after.locator("textarea").blur()
    page.reload()
    assert "3 steps" in part(page, "before").locator("output").inner_text()
    assert part(page, "after").locator("textarea").input_value() == "The study of exposed places."
    assert part(page, "after").locator(".db-ghost").is_visible()
    assert page.complaints == []


def test_an_option_of_ones_own_is_kept_saved_as_text_and_cleared_on_purpose(open_page):
    page = open_page("es")
    own = part(page, "option")
    own.get_by_role("button", name="Guardar como texto").click()
    assert own.locator(".db-said").inner_text() == "Todavía no hay nada escrito."
    own.locator("textarea").nth(0).fill("Fondo de regiones")
    own.locator("textarea").nth(2).fill("Un fondo <b>binacional</b>")
    own.locator("textarea").nth(2).blur()
    page.reload()
    assert own.locator("textarea").nth(2).input_value() == "Un fondo <b>binacional</b>"
    with page.expect_download() as download:
        own.get_by_role("button", name="Guardar como texto").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename == "trade-jobs.txt"
    assert text.startswith("Escribe tu propia opción\n\nUn nombre\nFondo de regiones\n") and "<b>binacional</b>" in text
    own.locator(".db-tools button").last.click()
    assert own.locator("textarea").nth(0).input_value() == "Fondo de regiones", "one press clears nothing"
    own.locator(".db-tools button").last.click()
    page.reload()
    assert own.locator("textarea").nth(0).input_value() == ""


def test_notes_travel_in_the_progress_file_and_the_later_one_stays(open_page):
    page = open_page()
    part(page, "before").get_by_role("button", name="Mark the middle").click()
    file = json.loads(page.evaluate("vecinosProgress.toFile()"))
    jsonschema.validate(file, SCHEMA)
    name = f"{SLUG}#before"
    assert file["notes"][name]["note"] == {"place": 0}
    later = {**file, "notes": {name: {"note": {"place": 4}, "when": "2999-01-01T00:00:00Z"}}}
    earlier = {**file, "notes": {name: {"note": {"place": -4}, "when": "2020-01-01T00:00:00Z"}}}
    for other in (later, earlier):
        page.evaluate("text => vecinosProgress.load(text)", json.dumps(other))
    assert page.evaluate("name => vecinosProgress.notes()[name].note.place", name) == 4
    assert "At the end" not in part(page, "before").locator("output").inner_text()
    assert "4 steps" in part(page, "before").locator("output").inner_text(), "what is loaded is shown"
    page.evaluate("vecinosProgress.erase()")
    assert page.evaluate("vecinosProgress.notes()") == {}
    assert "Not marked yet" in part(page, "before").locator("output").inner_text()


@pytest.mark.parametrize(
    "stored", ["{broken", "[]", f'{{"{SLUG}#before": {{"note": {{"place": 99}}, "when": "2026-09-01"}}}}']
)
def test_damaged_notes_are_put_aside(open_page, stored):
    page = open_page()
    page.evaluate("stored => localStorage.setItem('vecinos-progress:1~notes', stored)", stored)
    page.reload()
    assert "Not marked yet" in part(page, "before").locator("output").inner_text()
    assert page.evaluate("localStorage.getItem('vecinos-progress:1~notes~damaged')") == stored
    assert page.complaints == []


def test_a_browser_that_keeps_nothing_says_so(open_page):
    page = open_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
    page.reload()
    part(page, "before").get_by_role("button", name="Mark the middle").click()
    assert "This browser keeps nothing" in part(page, "before").locator(".db-said").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_parts_are_accessible_and_fit_a_narrow_screen(open_page, scheme):
    page = open_page(color_scheme=scheme, viewport={"width": 320, "height": 700})
    part(page, "before").get_by_role("button", name="Mark the middle").click()
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    low = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.db button, .db input')]"
        ".map(one => one.offsetHeight).filter(height => height))"
    )
    assert low >= 44


def test_without_a_script_and_on_paper_there_is_a_line_and_room_to_write(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator(".db-still").count() == 2 and page.locator(".db-blank").count() == len(FIELDS) + 1
    assert not page.locator("button, input, textarea").count()
    live = open_page()
    part(live, "option").locator("textarea").first.fill("A fund")
    live.emulate_media(media="print")
    own = part(live, "option")
    assert own.locator(".db-paper").first.inner_text() == "A fund" and not own.locator(".db-blank").first.is_visible()
    assert own.locator(".db-blank").nth(1).is_visible() and not own.locator("textarea").first.is_visible()


def test_the_markup_keeps_the_rules_of_the_house():
    html = "".join(part._repr_mimebundle_()["text/html"] for part in (position(SLUG, "after"), own_option(SLUG)))
    assert not re.search(r"<(form|button|input|textarea)", html)
