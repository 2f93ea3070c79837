"""What a reader's eyes, a narrow phone, large text, forced colours, assistive technology and a printer get."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

EVERYTHING = "all"


def answer_everything(page):
    """Some right, some wrong, so that every mark and message is on the page."""
    page.evaluate(
        """() => {
        const box = (id) => document.querySelector(`[data-id="sample-${id}"]`);
        const check = (id) => box(id).querySelector('.cq-check').click();
        const pick = (id, ...values) => values.forEach(
          (value) => box(id).querySelector(`.cq-body input[value="${value}"]`).click());
        const type = (id, text) => { box(id).querySelector('.cq-body input').value = text; };
        const slot = (id, name, value) => { box(id).querySelector(`[data-slot="${name}"]`).value = value; };
        pick('single', 'dearer'); pick('multiple', 'y2019', 'y2020', 'y2023');
        type('number', '3,42'); type('text', 'USMCA');
        box('order').querySelector('.cq-down').click();
        slot('match', 'balance', 'balance'); slot('match', 'total', 'per-person');
        box('classify').querySelectorAll('input[value=fact]').forEach((input) => input.click());
        slot('cloze', 'share', 'p75'); slot('cloze', 'place', 'mexico'); type('predict', '25');
        const up = new KeyboardEvent('keydown', {key: 'PageUp', bubbles: true});
        box('draw').querySelector('.cq-handle').dispatchEvent(up);
        'single multiple number text order match classify cloze predict draw'.split(' ').forEach(check);
        document.querySelectorAll('details').forEach((details) => { details.hidden = false; details.open = true; });
        }"""
    )


def too_wide(page) -> list[str]:
    """Elements that stick out of the viewport at the right."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.cq *')]
        .filter((node) => node.checkVisibility() && !node.closest('.cq-hidden'))
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
        .map((node) => node.tagName + '.' + (node.getAttribute('class') || ''))"""
    )


def each_question(page):
    """Show the questions one after the other as a phone does, yielding after each."""
    boxes = page.locator(".cq-q").count()
    for number in range(boxes):
        yield page.locator(".cq-q").nth(number).get_attribute("data-type")
        if number < boxes - 1:
            page.locator(".cq-bar button").last.evaluate("button => button.click()")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("size", [100, 200], ids=["text-100", "text-200"])
def test_no_sideways_scroll_at_320_px(open_page, lang, size):
    page = open_page(EVERYTHING, lang=lang, viewport={"width": 320, "height": 640})
    page.add_style_tag(content=f"html{{font-size:{size}%}}")
    answer_everything(page)
    for kind in each_question(page):
        assert too_wide(page) == [], kind
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind


def test_zoomed_text_is_not_cut_off(open_page):
    page = open_page(EVERYTHING, viewport={"width": 1000, "height": 800})
    page.add_style_tag(content="html{font-size:200%}")
    answer_everything(page)
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.cq-row, .cq-button, .cq-feedback, .cq-item, .cq-pair')]
        .filter((node) => node.checkVisibility())
        .filter((node) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
        .map((node) => node.className)"""
    )
    assert cut == [] and too_wide(page) == []


def test_targets_are_large_enough_for_a_thumb(open_page):
    page = open_page(EVERYTHING, viewport={"width": 360, "height": 740})
    answer_everything(page)
    for kind in each_question(page):
        small = page.evaluate(
            """() => [...document.querySelectorAll('.cq-q.is-current :is(.cq-row, .cq-bin, button, select)'),
              ...document.querySelectorAll('.cq-q.is-current :is(summary, input[type=text], .cq-sure label)')]
            .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 43.5)
            .map((node) => node.outerHTML.slice(0, 80))"""
        )
        assert small == [], kind


def test_chart_text_is_legible_on_a_phone(open_page):
    page = open_page("draw", viewport={"width": 360, "height": 740})
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.cq-plot text')].map((text) =>
        parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
    )
    assert min(sizes) >= 11


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("answered", [False, True], ids=["fresh", "answered"])
def test_axe_finds_nothing(open_page, dark, answered):
    page = open_page(EVERYTHING, "pair", dark=dark, reduced_motion="reduce")
    if answered:
        answer_everything(page)
    results = Axe().run(page, options={"preload": False}).response
    assert [(rule["id"], [node["html"][:100] for node in rule["nodes"][:3]]) for rule in results["violations"]] == []
    assert len(results["passes"]) > 10, "axe must have looked at something"


@pytest.mark.parametrize("kind", ["single", "multiple", "number", "order", "match", "classify"])
def test_right_and_wrong_are_told_without_colour(open_page, kind):
    page = open_page(EVERYTHING, forced_colors="active")
    answer_everything(page)
    box = page.locator(f'[data-id="sample-{kind}"]')
    sign, word = box.locator(".cq-mark").first.locator("span").all()
    assert sign.inner_text() in ("✓", "✗") and word.inner_text().strip() in ("right", "not right")
    assert any(said in box.locator(".cq-feedback").inner_text() for said in ("Right.", "Not yet.", "Partly", "Some of"))


def test_forced_colours_keep_the_chosen_row_and_the_dots_visible(open_page):
    page = open_page(EVERYTHING, forced_colors="active")
    answer_everything(page)
    assert page.locator(".cq-row:has(:checked)").first.evaluate("row => getComputedStyle(row).outlineStyle") == "solid"
    fills = "dots => dots.map(getComputedStyle).map(css => css.backgroundImage + css.backgroundColor)"
    dots = page.locator(".cq-dots i").evaluate_all(fills)
    assert len(set(dots)) > 1, "done and not quite must not look alike"


def test_every_focusable_element_is_quiet_in_jupyterlab(open_page):
    page = open_page(EVERYTHING)
    answer_everything(page)
    loud = page.evaluate(
        """() => [...document.querySelectorAll('.cq :is(a[href], button, input, select, summary, [tabindex])')]
        .filter((node) => !node.hasAttribute('data-lm-suppress-shortcuts'))
        .map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert loud == []


def test_focus_is_seen(open_page):
    page = open_page("single")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".cq-row:has(:focus-visible)").evaluate("row => getComputedStyle(row).outlineWidth") == "3px"


ROLES = {
    "single": [("radio", "They become cheaper in dollars")],
    "multiple": [("checkbox", "2019"), ("checkbox", "2023")],
    "number": [("textbox", "Your answer")],
    "text": [("textbox", "Your answer")],
    "order": [("button", "Move up: "), ("button", "Move down: ")],
    "match": [("combobox", "Who sold more to whom?")],
    "classify": [("radio", "Fact"), ("radio", "Value")],
    "cloze": [("combobox", "Gap 1"), ("combobox", "Gap 2")],
    "predict": [("textbox", "Your prediction")],
    "draw": [("slider", "Your value for ")],
}


@pytest.mark.parametrize("kind", ROLES)
def test_a_screen_reader_hears_what_each_control_is_and_what_came_of_it(open_page, kind):
    page = open_page(EVERYTHING)
    box = page.locator(f'[data-id="sample-{kind}"]')
    prompt = box.locator(".cq-prompt > span").last.inner_text()
    assert page.get_by_role("group", name=prompt).count() == 1, "the question names its group"
    for role, name in ROLES[kind]:
        assert box.get_by_role(role, name=name).count() >= 1, (role, name)
    live = box.locator(".cq-feedback")
    assert live.get_attribute("role") == "status" and live.inner_text() == "", "there before it has something to say"
    answer_everything(page)
    assert live.inner_text().strip()


def test_a_check_by_keyboard_leaves_the_focus_where_it_was(open_page):
    page = open_page(EVERYTHING)
    for check in page.locator(".cq-check").all():
        check.focus()
        page.keyboard.press("Enter")
        assert check.evaluate("button => button === document.activeElement")


def test_hints_answer_and_menu_open_by_keyboard(open_page):
    page = open_page("single")
    page.locator('input[value="dearer"]').check()
    page.locator(".cq-check").click()
    for name in ("Hint 1", "Hint 2", "Answer and explanation", "My answers"):
        folded = page.locator(".cq details", has=page.locator("summary", has_text=name))
        folded.locator("summary").focus()
        page.keyboard.press("Enter")
        assert folded.evaluate("details => details.open"), name
    page.get_by_role("button", name="Start again").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.cq-body input')"), "the focus goes to the first field"


def test_phone_steps_by_keyboard(open_page):
    page = open_page("pair", viewport={"width": 320, "height": 640})
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    assert page.locator('[data-id="sample-number"]').is_visible()
    assert page.locator(".cq-where").get_attribute("role") == "status"


@pytest.mark.parametrize(("wish", "name"), [("reduce", "none"), ("no-preference", "cq-in")])
def test_nothing_moves_for_readers_who_ask_for_that(open_page, wish, name):
    page = open_page(EVERYTHING, reduced_motion=wish)
    answer_everything(page)
    moving = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('.cq *')]
        .map((node) => getComputedStyle(node))
        .filter((css) => css.animationName !== 'none' || css.transitionDuration !== '0s')
        .map((css) => css.animationName))]"""
    )
    assert moving == ([] if name == "none" else [name])


def test_paper_hides_what_the_reader_chose(open_page):
    page = open_page(EVERYTHING)
    answer_everything(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    styles = page.locator(".cq-q .cq-body input").evaluate_all(
        "inputs => inputs.map((input) => { const css = getComputedStyle(input);"
        " return input.type === 'text' ? css.color : css.appearance + css.backgroundImage; })"
    )
    assert set(styles) == {"rgba(0, 0, 0, 0)", "nonenone"}
    assert page.locator("select:visible").count() == 0
    assert page.locator(".cq-gap .cq-paper").first.inner_text().startswith("________")
    assert page.locator(".cq-t-match .cq-paper li").count() == 3, "the choices to pair stand beside"
    chosen = page.locator(".cq-row:has(:checked)").first.evaluate("row => getComputedStyle(row).boxShadow")
    assert chosen == "none"


def test_paper_has_blanks_and_the_key_on_a_page_of_its_own(open_page):
    page = open_page(EVERYTHING, "pair", viewport={"width": 360, "height": 740})
    answer_everything(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(box.is_visible() for box in page.locator(".cq-q").all()), "paper shows every question, also a phone's"
    for screen_only in ("button", ".cq-feedback", ".cq-answer", ".cq-hint", ".cq-mark"):
        assert page.locator(f"{screen_only}:visible").count() == 0, screen_only
    key = page.locator(".cq-printkey")
    assert key.evaluate("node => getComputedStyle(node).breakBefore") == "page"
    assert key.locator(".cq-key").count() == 12 and "T-MEC" in key.inner_text()
    shown = page.locator('[data-id="sample-order"] .cq-order li').evaluate_all(
        "items => items.map((li) => [li.getBoundingClientRect().top, li.dataset.id])"
        ".sort((a, b) => a[0] - b[0]).map((pair) => pair[1])"
    )
    assert shown == ["usmca", "nafta", "maquila", "gatt"], "paper shows the first order, not the reader's"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".cq-printkey").count() == 0


def test_the_ticks_of_a_drawing_fit_beside_it():
    from vecinos.quiz._drawing import LEFT, chart_svg

    data = {"given": [(2013, 7e6), (2019, 1.1e7)], "hidden": [(2024, 6e6)], "scale": {"min": 0, "max": 14_000_000}}
    said = re.findall(r'text-anchor="end">([^<]+)</text>', chart_svg(data, "Entries"))
    assert "10\u00a0M" in said and "0" in said
    assert max(map(len, said)) * 7 <= LEFT
