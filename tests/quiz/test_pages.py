"""Every type on a page opened from disk: answered right and wrong, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest

RIGHT, WRONG, PART, NOTE = "is-right", "is-wrong", "is-part", "is-note"


def check(page):
    page.locator(".cq-check").click()


def verdict(page) -> str:
    return page.locator(".cq-feedback").get_attribute("class").split()[-1]


def tab_to(page, selector: str, limit: int = 40):
    """Press Tab until the focus is on an element that matches."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never reached {selector}")


def keyboard_check(page):
    tab_to(page, ".cq-check")
    page.keyboard.press("Enter")


def choose(page, *values):
    for value in values:
        page.locator(f'.cq-body input[value="{value}"]').check()


def fill(page, text):
    page.locator(".cq-body input").fill(text)


def move_up(page, item, times):
    for _ in range(times):
        page.locator(f'li[data-id="{item}"] .cq-up').click()


def order(page, *ids):
    for place, item in enumerate(ids):
        here = page.evaluate(
            "id => [...document.querySelectorAll('.cq-order li')].findIndex(li => li.dataset.id === id)", item
        )
        move_up(page, item, here - place)


def select(page, **slots):
    for slot, value in slots.items():
        page.locator(f'select[data-slot="{slot}"]').select_option(value)


def sort(page, **slots):
    for slot, value in slots.items():
        page.locator(f'input[data-slot="{slot.replace("_", "-")}"][value="{value}"]').check()


MOUSE = [
    ("single", lambda p: choose(p, "cheaper"), RIGHT),
    ("single", lambda p: choose(p, "dearer"), WRONG),
    ("multiple", lambda p: choose(p, "y2019", "y2023"), RIGHT),
    ("multiple", lambda p: choose(p, "y2020"), WRONG),
    ("multiple", lambda p: choose(p, "y2019"), PART),
    ("number", lambda p: fill(p, "US$ 3,42"), RIGHT),
    ("number", lambda p: fill(p, "23.418"), WRONG),
    ("text", lambda p: fill(p, "t mec"), RIGHT),
    ("text", lambda p: fill(p, "usmca"), WRONG),
    ("order", lambda p: order(p, "maquila", "gatt", "nafta", "usmca"), RIGHT),
    ("order", lambda p: order(p, "gatt", "maquila", "usmca", "nafta"), WRONG),
    ("match", lambda p: select(p, balance="balance", total="total"), RIGHT),
    ("match", lambda p: select(p, balance="total", total="balance"), WRONG),
    ("classify", lambda p: sort(p, bought_more="fact", jobs_first="value"), RIGHT),
    ("classify", lambda p: sort(p, bought_more="value", jobs_first="fact"), WRONG),
    ("cloze", lambda p: select(p, share="p75", place="region"), RIGHT),
    ("cloze", lambda p: select(p, share="p625", place="region"), PART),
    ("predict", lambda p: fill(p, "25"), NOTE),
    ("draw", lambda p: p.locator(".cq-handle").nth(3).click(force=True), NOTE),
]


@pytest.mark.parametrize(("kind", "act", "expected"), MOUSE, ids=[f"{k}-{e}-{n}" for n, (k, _, e) in enumerate(MOUSE)])
def test_answer_by_mouse(open_page, kind, act, expected):
    page = open_page(kind)
    assert not page.locator(".cq-answer").is_visible(), "the answer waits for a first try"
    act(page)
    check(page)
    assert verdict(page) == expected
    assert page.locator(".cq-answer").is_visible()
    assert page.locator(".cq-explanation, .cq-why").is_visible() == (expected in (RIGHT, NOTE))


def by_arrow(page, presses):
    tab_to(page, ".cq-body input[type=radio]")
    page.keyboard.press("Space")
    for _ in range(presses):
        page.keyboard.press("ArrowDown")


def by_space(page, *positions):
    for position in range(max(positions) + 1):
        tab_to(page, ".cq-body input[type=checkbox]", 10)
        if position in positions:
            page.keyboard.press("Space")


def by_typing(page, text):
    tab_to(page, ".cq-body input")
    page.keyboard.type(text)


def by_buttons(page, *ids):
    for place, item in enumerate(ids):
        here = page.evaluate(
            "id => [...document.querySelectorAll('.cq-order li')].findIndex(li => li.dataset.id === id)", item
        )
        if here == place:
            continue
        page.evaluate("document.activeElement.blur()")
        tab_to(page, f'li[data-id="{item}"] .cq-up')
        for _ in range(here - place):
            page.keyboard.press("Enter")
    page.evaluate("document.activeElement.blur()")


def by_letters(page, *words):
    for word in words:
        tab_to(page, ".cq-body select")
        page.keyboard.type(word)


def by_radio_groups(page, *presses):
    for count in presses:
        tab_to(page, ".cq-sort input")
        page.keyboard.press("Space")
        for _ in range(count):
            page.keyboard.press("ArrowRight")


def by_slider(page):
    tab_to(page, ".cq-handle")
    for key in ("ArrowUp", "PageUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)


KEYBOARD = [
    ("single", lambda p: by_arrow(p, 1), RIGHT),
    ("single", lambda p: by_arrow(p, 2), WRONG),
    ("multiple", lambda p: by_space(p, 0, 3), RIGHT),
    ("multiple", lambda p: by_space(p, 1, 2), WRONG),
    ("number", lambda p: by_typing(p, "3.40"), RIGHT),
    ("number", lambda p: by_typing(p, "34"), WRONG),
    ("text", lambda p: by_typing(p, "tmec"), RIGHT),
    ("text", lambda p: by_typing(p, "Bravo"), WRONG),
    ("order", lambda p: by_buttons(p, "maquila", "gatt", "nafta", "usmca"), RIGHT),
    ("order", lambda p: by_buttons(p, "gatt", "maquila", "usmca", "nafta"), WRONG),
    ("match", lambda p: by_letters(p, "Exports minus", "Exports plus"), RIGHT),
    ("match", lambda p: by_letters(p, "Imports", "Imports"), WRONG),
    ("classify", lambda p: by_radio_groups(p, 0, 1), RIGHT),
    ("classify", lambda p: by_radio_groups(p, 1, 0), WRONG),
    ("cloze", lambda p: by_letters(p, "75", "North"), RIGHT),
    ("cloze", lambda p: by_letters(p, "62", "Mex"), WRONG),
    ("predict", lambda p: by_typing(p, "10"), NOTE),
    ("draw", by_slider, NOTE),
]


@pytest.mark.parametrize(
    ("kind", "act", "expected"), KEYBOARD, ids=[f"{k}-{e}-{n}" for n, (k, _, e) in enumerate(KEYBOARD)]
)
def test_answer_by_keyboard_alone(open_page, kind, act, expected):
    page = open_page(kind)
    act(page)
    keyboard_check(page)
    assert verdict(page) == expected


@pytest.mark.parametrize("kind", ["number", "text"])
def test_enter_in_a_field_checks_and_keeps_the_focus(open_page, kind):
    page = open_page(kind)
    by_typing(page, {"number": "3.42", "text": "T-MEC"}[kind])
    page.keyboard.press("Enter")
    assert verdict(page) == RIGHT
    assert page.evaluate("document.activeElement.matches('.cq-body input')")


def test_enter_that_ends_an_input_method_does_not_check(open_page):
    page = open_page("text")
    fill(page, "T")
    page.evaluate(
        "document.querySelector('.cq-body input').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    assert page.locator(".cq-feedback").inner_text() == ""


@pytest.mark.parametrize(
    ("kind", "text"), [("number", "about three"), ("number", ""), ("predict", "1_0"), ("text", " .. ")]
)
def test_what_cannot_be_read_is_no_try(open_page, kind, text):
    page = open_page(kind)
    fill(page, text)
    check(page)
    assert verdict(page) == NOTE
    assert not page.locator(".cq-answer").is_visible()
    assert page.evaluate("Object.keys(vecinosProgress.collect()).length") == 0


def test_a_slot_left_empty_is_asked_for(open_page):
    page = open_page("match")
    select(page, balance="balance")
    check(page)
    assert page.locator(".cq-feedback").inner_text() == "There is something left to answer."


def test_feedback_answers_the_choice_made(open_page):
    page = open_page("single")
    choose(page, "dearer")
    check(page)
    said = page.locator(".cq-feedback").inner_text()
    assert "Not yet." in said and "American goods sold in Mexico" in said
    assert "takes fewer dollars" not in said, "the reason of the right option would tell it"
    assert page.locator(".cq-row.is-wrong").count() == 1 and page.locator(".cq-row.is-right").count() == 0


def test_a_known_slip_gets_its_own_reason(open_page):
    page = open_page("number")
    fill(page, "23.42")
    check(page)
    assert "price with the duty" in page.locator(".cq-feedback").inner_text()


def test_changing_the_answer_takes_the_verdict_away(open_page):
    page = open_page("single")
    choose(page, "dearer")
    check(page)
    choose(page, "cheaper")
    assert page.locator(".cq-feedback").inner_text() == "" and page.locator(".is-wrong").count() == 0
    check(page)
    assert verdict(page) == RIGHT
    record = page.evaluate("vecinosProgress.collect()['sample#single']['sample-single']")
    assert (record["tries"], record["first"], record["right"]) == (2, 0, 1)


def test_hints_come_one_after_the_other(open_page):
    page = open_page("single")
    hints = page.locator(".cq-hint")
    assert [hints.nth(at).is_visible() for at in (0, 1)] == [True, False]
    hints.nth(0).locator("summary").click()
    hints.nth(1).wait_for()


def test_after_a_wrong_try_the_next_closed_hint_is_named_before_the_answer(open_page):
    page = open_page("single")
    assert not page.locator(".cq-answer").is_visible(), "the answer waits for a first try"
    choose(page, "dearer")
    page.locator(".cq-hint summary").nth(0).click()
    check(page)
    assert "Hint 2 may help" in page.locator(".cq-feedback").inner_text()
    page.locator(".cq-hint summary").nth(1).click()
    check(page)
    assert "may help" not in page.locator(".cq-feedback").inner_text()


def test_a_verdict_does_not_move_what_was_pressed(open_page):
    page = open_page("single")
    choose(page, "cheaper")
    places = "[...document.querySelectorAll('.cq-row, .cq-check')].map(node => node.getBoundingClientRect().top)"
    before = page.evaluate(places)
    check(page)
    assert page.evaluate(places) == before


def drag(page, selector, to_y):
    box = page.locator(selector).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, to_y, steps=6)
    page.mouse.up()


def test_order_by_dragging(open_page):
    page = open_page("order")
    for item in ("usmca", "nafta", "gatt", "maquila"):
        top = page.locator(".cq-order").bounding_box()["y"]
        drag(page, f'li[data-id="{item}"] .cq-grip', top - 4)
    check(page)
    assert verdict(page) == RIGHT


def test_moving_an_item_is_announced_and_keeps_the_focus(open_page):
    page = open_page("order")
    last = page.locator(".cq-order li").last
    name = last.locator(".cq-text").inner_text()
    last.locator(".cq-up").focus()
    page.keyboard.press("Enter")
    assert page.locator(".cq-q [role=status].cq-hidden").inner_text() == f"{name}: place 3 of 4."
    assert page.evaluate("document.activeElement.matches('.cq-up')")


def test_a_line_drawn_in_one_stroke_passes_every_point(open_page):
    page = open_page("draw")
    free = page.locator(".cq-free").bounding_box()
    page.mouse.move(free["x"] + 2, free["y"] + free["height"] * 0.4)
    page.mouse.down()
    page.mouse.move(free["x"] + free["width"], free["y"] + free["height"] * 0.8, steps=3)
    page.mouse.up()
    check(page)
    drawn = page.evaluate("vecinosProgress.collect()['sample#draw']['sample-draw'].answer")
    assert len(drawn) == 7 and drawn == sorted(drawn, reverse=True) and drawn[0] > drawn[-1] + 5
    assert "Average distance from the true line" in page.locator(".cq-feedback").inner_text()
    assert page.locator(".cq-truth").get_attribute("d"), "the true line is drawn"


def test_a_line_drawn_by_touch(open_page):
    page = open_page("draw", has_touch=True, viewport={"width": 360, "height": 740})
    free = page.locator(".cq-free").bounding_box()
    page.touchscreen.tap(free["x"] + free["width"] / 2, free["y"] + free["height"] / 4)
    check(page)
    assert verdict(page) == NOTE


def test_a_prediction_is_set_among_known_numbers(open_page):
    page = open_page("predict")
    fill(page, "25")
    check(page)
    rows = page.locator(".cq-strip").all_inner_texts()
    assert [row.split()[0] for row in rows] == ["You", "Data", "Canada", "China"]
    assert "You said 25; the data say 14.7" in page.locator(".cq-feedback").inner_text()
    assert "10.3 too high" in page.locator(".cq-feedback").inner_text()


def test_confidence_is_optional_and_summed_up(open_page):
    page = open_page("pair")
    first, second = page.locator(".cq-q").nth(0), page.locator(".cq-q").nth(1)
    first.locator('input[value="dearer"]').check()
    first.locator(".cq-sure input[value=sure]").check()
    first.locator(".cq-check").click()
    second.locator(".cq-body input").fill("3.42")
    second.locator(".cq-check").click()
    lines = page.locator(".cq-summary p").all_inner_texts()
    assert lines == [
        "All answered. Credit: 1 of 2 (50%); at the first try: 1 of 2.",
        "When you said “Sure”, you were right at the first try 0 of 1 times.",
    ]


def test_a_borrowed_question_names_its_lesson(section):
    assert "From the lesson: other/lesson" in section("borrowed")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_without_scripts_everything_can_be_read(open_page, lang):
    page = open_page("all", lang=lang, script=False)
    assert page.locator("button").count() == 0
    for answer in page.locator(".cq-answer").all():
        assert answer.is_visible()
        answer.locator("summary").click()
        assert answer.locator(".cq-key").is_visible() and answer.locator(".cq-why").is_visible()


def test_phone_shows_one_question_at_a_time(open_page):
    page = open_page("pair", viewport={"width": 360, "height": 740})
    shown = lambda: [box.is_visible() for box in page.locator(".cq-q").all()]  # noqa: E731
    assert shown() == [True, False]
    page.get_by_role("button", name="Next").click()
    assert shown() == [False, True]
    assert page.locator(".cq-where").inner_text().endswith("2 of 2")
    assert page.get_by_role("button", name="Next").is_disabled()
    page.get_by_role("button", name="Previous").click()
    assert shown() == [True, False]


def test_start_again_empties_the_set(open_page):
    page = open_page("pair")
    choose(page, "cheaper")
    page.locator(".cq-check").first.click()
    page.locator(".cq-menu summary").click()
    page.get_by_role("button", name="Start again").click()
    assert page.locator(".cq-body input:checked").count() == 0
    assert page.locator(".cq-feedback").first.inner_text() == ""
    assert page.evaluate("Object.keys(vecinosProgress.collect()).length") == 0
