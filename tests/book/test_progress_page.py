"""The page "My progress and review": a missed question comes back when it is due, and nothing is ever lost."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from axe_playwright_python.sync_playwright import Axe

NAME = "reference/progress.html"
MORNING = dt.datetime(2026, 9, 1, 9, 0)
MISSED = "economy-trade-first-2021"
SET = "economy/trade#partners"


@pytest.fixture(scope="module", params=["http", "file"])
def start(request, site, serve) -> str:
    """Where the English edition starts: on a server, and in a folder, where scripts may fetch nothing."""
    return f"{serve(site)}/en" if request.param == "http" else (site / "en").as_uri()


@pytest.fixture(scope="module")
def folder(site) -> str:
    return (site / "en").as_uri()


@pytest.fixture
def visit(new_page):
    """visit(address, at=…, init=…, **context) -> a page whose clock stands at a moment. Fails on any complaint."""
    pages = []

    def open_(address: str, at: dt.datetime = MORNING, init: str = "", **options):
        page = new_page(accept_downloads=True, **options)
        pages.append(page)
        page.clock.set_fixed_time(at)
        if init:
            page.add_init_script(init)
        page.goto(address, wait_until="load")
        return page

    yield open_
    assert [complaint for page in pages for complaint in page.complaints] == []


def record(page, question: str, **changes):
    """A record of a question in its present version, as quiz.js keeps it."""
    version = page.evaluate(
        "id => JSON.parse(document.getElementById('pg-course').textContent).questions[id][0]", question
    )
    plain = {"v": version, "answer": "x", "answered": True, "right": 1, "first": 1, "tries": 1, "confidence": None}
    return plain | {"when": "2026-09-01T12:00:00.000Z"} | changes


def keep(page, sets: dict, reviews: dict | None = None) -> dict:
    file = {"format": "vecinos-progress:1", "sets": sets, "reviews": reviews or {}}
    return page.evaluate("text => vecinosProgress.load(text)", json.dumps(file))


def deck_says(page, text: str) -> None:
    """Waits, because a browser may hand over what an earlier page stored a moment after a new page has opened."""
    page.locator('[data-pg="deck"] .pg-said', has_text=text).wait_for()


def later(page, days: float) -> None:
    page.context.clock.set_fixed_time(MORNING + dt.timedelta(days=days))
    page.reload()
    page.locator('[data-pg="deck"] .pg-said').wait_for()


def answer_card(page, value: str) -> str:
    page.locator(f'.pg-question input[value="{value}"]').check()
    page.locator(".pg-question .cq-check").click()
    page.locator(".pg-result:not(:empty)").wait_for()
    return page.locator(".pg-result").inner_text()


def test_a_question_missed_in_its_lesson_comes_back_in_ever_longer_steps(start, visit):
    page = visit(f"{start}/economy/trade.html")
    box = page.locator(f'[data-id="{MISSED}"]')
    options = box.locator(".cq-body input").evaluate_all("inputs => inputs.map(input => input.value)")
    right = json.loads(box.get_attribute("data-key"))["right"]
    wrong = next(value for value in options if value != right)
    box.locator(f'input[value="{wrong}"]').check()
    box.locator(".cq-check").click()
    page.goto(f"{start}/{NAME}")
    deck_says(page, "No card is due today.")
    deck_says(page, "2 September")

    later(page, 0.6)  # the same day, in the evening
    deck_says(page, "No card is due today.")
    later(page, 0.95)  # the next day, before the hour of the miss
    deck_says(page, "1 card due today.")
    page.get_by_role("button", name="Start the review").click()
    said = answer_card(page, wrong)
    assert "box 1" in said and "3 September" in said

    later(page, 2)
    page.get_by_role("button", name="Start the review").click()
    said = answer_card(page, right)
    assert "box 2" in said and "5 September" in said
    page.get_by_role("button", name="Finish").click()
    deck_says(page, "You reviewed 1 card and knew 1.")

    later(page, 3)
    deck_says(page, "No card is due today.")
    later(page, 4)
    page.get_by_role("button", name="Start the review").click()
    said = answer_card(page, right)
    assert "box 3" in said and "9 September" in said
    # What the reader answered in the lesson stays as it was.
    assert page.evaluate("s => vecinosProgress.collect()[s]", SET)[MISSED]["first"] == 0


def test_what_another_page_stored_unheard_is_seen_when_the_page_is_shown(folder, visit):
    page = visit(f"{folder}/{NAME}")
    deck = page.locator('[data-pg="deck"]')
    before = deck.inner_text()
    # As from a page that this one was not told of: no event comes, the store just holds more.
    one = {"questions": {MISSED: record(page, MISSED, right=0, first=0, when="2026-09-01T09:00:00.000Z")}}
    page.evaluate("([key, set]) => localStorage.setItem(key, JSON.stringify(set))", [f"vecinos-progress:1/{SET}", one])
    assert deck.inner_text() == before
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    deck_says(page, "2 September")


def test_the_rule_is_five_boxes_with_doubling_rests(folder, visit):
    page = visit(f"{folder}/{NAME}")
    boxes = page.evaluate(
        "[1, 2, 3, 4, 5].map(box => [vecinosReview.nextBox(box, true), vecinosReview.nextBox(box, false)])"
    )
    assert boxes == [[2, 1], [3, 1], [4, 1], [5, 1], [5, 1]]
    days = """[1, 2, 3, 4, 5].map(box => {
      const due = vecinosReview.dueOn({box, when: '2026-02-27T12:00:00'});
      return [due.getMonth() + 1, due.getDate(), due.getHours()].join(' '); })"""
    assert page.evaluate(days) == ["2 28 0", "3 1 0", "3 3 0", "3 7 0", "3 15 0"], "whole days, over the end of a month"


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({}, 0),
        ({"confidence": "sure"}, 0),
        ({"confidence": "guess"}, 1),
        ({"first": 0, "tries": 2}, 1),
        ({"right": 0.5, "first": 0.5}, 1),
        ({"right": 0, "first": 0, "v": "00000000"}, 0),
    ],
    ids=["known", "sure", "guessed", "right at last", "partly", "another version"],
)
def test_what_enters_the_deck(folder, visit, changes, kept):
    page = visit(f"{folder}/{NAME}", at=MORNING + dt.timedelta(days=3))
    keep(page, {SET: {MISSED: record(page, MISSED, **changes)}})
    deck_says(page, "1 card due today." if kept else "Your deck is empty.")


def test_a_question_missed_again_in_its_lesson_goes_back_to_box_1(folder, visit):
    page = visit(f"{folder}/{NAME}", at=MORNING + dt.timedelta(days=3))
    again = record(page, MISSED, right=0, first=1, tries=2, when="2026-09-02T12:00:00Z")
    keep(page, {SET: {MISSED: again}}, {f"question:{MISSED}": {"box": 5, "when": "2026-09-01T12:00:00Z"}})
    deck_says(page, "1 card due today.")


def test_new_terms_are_learnt_five_at_a_time_and_graded_by_the_reader(start, visit):
    page = visit(f"{start}/{NAME}")
    assert page.get_by_role("button", name="new term").count() == 0, "no lesson was begun"
    keep(page, {SET: {MISSED: record(page, MISSED)}})
    page.get_by_role("button", name="Learn 5 new terms").click()
    for number in range(1, 6):
        page.get_by_text(f"Card {number} of 5").wait_for()
        assert not page.locator(".pg-definition").is_visible()
        page.get_by_role("button", name="Show the definition").click()
        assert page.locator(".pg-definition").inner_text() and page.locator(".pg-definition:focus").count() == 1
        page.get_by_role("button", name="I knew it" if number > 1 else "Not yet").click()
        page.locator(".pg-foot button").click()
    deck_says(page, "You reviewed 5 cards and knew 4.")
    assert sorted(entry["box"] for entry in page.evaluate("Object.values(vecinosProgress.reviews())")) == [
        1,
        2,
        2,
        2,
        2,
    ]
    later(page, 1)
    deck_says(page, "1 card due today.")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_scored_question_of_the_course_is_a_card_that_works(site, visit, lang):
    page = visit((site / lang / NAME).as_uri())
    course = json.loads(page.locator("#pg-course").text_content())
    for lesson in course["lessons"]:
        page.add_script_tag(url=lesson["cards"])
    shown = page.evaluate(
        """() => Object.values(vecinosDeck).flatMap(cards => Object.entries(cards)).map(([id, html]) => {
          const place = document.createElement('div');
          place.lang = document.documentElement.lang;
          place.innerHTML = html;
          document.body.append(place);
          const box = place.querySelector('.cq-q');
          vecinosQuiz.ask(box, () => {});
          const ready = Boolean(box.querySelector('.cq-prompt').textContent.trim() && box.querySelector('.cq-check'));
          return [id, [box.dataset.v, ready, place.querySelectorAll('a[href^="http"]').length]]; })"""
    )
    scored = {one: [facts[0], True, 0] for one, facts in course["questions"].items() if facts[2]}
    assert dict(shown) == scored and len(shown) == len(scored)


def test_two_devices_files_merge_and_a_finished_lesson_is_ticked(start, visit, tmp_path):
    phone = visit(f"{start}/{NAME}")
    everything = phone.evaluate("JSON.parse(document.getElementById('pg-course').textContent)")
    lesson = next(one for one in everything["lessons"] if one["slug"] == "economy/trade")
    names = list(lesson["sets"])
    half = {f"economy/trade#{name}": {one: record(phone, one) for one in lesson["sets"][name]} for name in names}
    keep(
        phone,
        {name: half[name] for name in list(half)[::2]},
        {"term:tariff": {"box": 4, "when": "2026-09-01T08:00:00Z"}},
    )
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Save to a file").click()
    file = tmp_path / "phone.json"
    saved.value.save_as(file)

    laptop = visit(f"{start}/{NAME}")
    keep(
        laptop,
        {name: half[name] for name in list(half)[1::2]},
        {"term:tariff": {"box": 1, "when": "2026-08-01T08:00:00Z"}},
    )
    assert laptop.locator(".vb-tick").count() == 0
    with laptop.expect_file_chooser() as chooser:
        laptop.get_by_role("button", name="Load a file").click()
    chooser.value.set_files(file)
    laptop.get_by_text("And the places of 1 review cards.").wait_for()
    total = sum(len(ids) for ids in lesson["sets"].values())
    row = laptop.locator(".pg-lesson", has_text=lesson["title"])
    assert f"Finished. {total} of {total} answered" in row.inner_text()
    assert "finished" in laptop.locator('.vb-nav a[data-slug="economy/trade"]').inner_text()
    assert laptop.evaluate("vecinosProgress.reviews()")["term:tariff"]["box"] == 4


BAD = {
    "corrupt": ('{"format": "vecinos-progress:1", "sets": {"a', "damaged"),
    "foreign": ('{"name": "my holiday"}', "not a Vecinos progress file"),
    "newer": ('{"format": "vecinos-progress:2", "sets": {}}', "newer version"),
}


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_and_nothing_lost(folder, visit, tmp_path, content, told):
    page = visit(f"{folder}/{NAME}")
    keep(
        page,
        {SET: {MISSED: record(page, MISSED, first=0)}},
        {f"question:{MISSED}": {"box": 3, "when": "2026-09-01T08:00:00Z"}},
    )
    kept = "[vecinosProgress.collect(), vecinosProgress.reviews()]"
    before = page.evaluate(kept)
    (tmp_path / "file.json").write_text(content, encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Load a file").click()
    chooser.value.set_files(tmp_path / "file.json")
    note = page.locator(".pg-keep .cq-note:not(:empty)")
    note.wait_for()
    assert told in note.inner_text() and "Nothing was changed" in note.inner_text()
    assert page.evaluate(kept) == before


def test_a_damaged_deck_is_said_once_and_put_aside(folder, visit):
    page = visit(f"{folder}/{NAME}")
    page.evaluate("localStorage.setItem('vecinos-progress:1~reviews', '{broken')")
    page.reload()
    page.locator(".pg-keep .cq-note", has_text="start again in box 1").wait_for()
    page.reload()
    assert page.locator(".pg-keep .cq-note").inner_text() == ""
    assert page.evaluate("localStorage.getItem('vecinos-progress:1~reviews~damaged')") == "{broken"


def test_blocked_storage_is_said_once_and_the_deck_still_works(folder, visit):
    blocked = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = visit(f"{folder}/{NAME}", at=MORNING + dt.timedelta(days=3), init=blocked)
    said = "does not let the page keep answers"
    assert page.locator("main").inner_text().count(said) == 1
    keep(page, {SET: {MISSED: record(page, MISSED, first=0)}})
    page.get_by_role("button", name="Start the review").click()
    page.locator(".pg-question").wait_for()
    assert page.locator("main").inner_text().count(said) == 1


def test_erasing_empties_the_page(folder, visit):
    page = visit(f"{folder}/{NAME}", at=MORNING + dt.timedelta(days=3))
    keep(
        page,
        {SET: {MISSED: record(page, MISSED, first=0)}},
        {"term:tariff": {"box": 1, "when": "2026-09-01T08:00:00Z"}},
    )
    page.get_by_role("button", name="Start the review").click()
    page.locator(".pg-card").wait_for()
    page.get_by_role("button", name="Erase all my answers").click()
    page.get_by_role("button", name="Yes, erase").click()
    deck_says(page, "Your deck is empty.")
    assert "Nothing answered yet" in page.locator("main").inner_text()


def test_objectives_and_sureness_are_summed_up(folder, visit):
    page = visit(f"{folder}/{NAME}")
    course = json.loads(page.locator("#pg-course").text_content())
    lesson = next(one for one in course["lessons"] if one["slug"] == "economy/trade")
    scored = [one for ids in lesson["sets"].values() for one in ids if course["questions"][one][2]]
    sets = {}
    for name, ids in lesson["sets"].items():
        sets[f"economy/trade#{name}"] = {
            one: record(
                page, one, first=int(scored.index(one) % 2), confidence="sure" if scored.index(one) < 6 else "guess"
            )
            for one in ids
            if one in scored
        }
    keep(page, sets)
    assert "Sure 3 of 6 right at the first try (50%)" in " ".join(page.locator(".pg-sure").inner_text().split())
    assert "sure more often than you were right" in page.locator('[data-pg="sureness"]').inner_text()
    page.locator(".pg-lesson", has_text="Trade and its rules").locator("summary").click()
    for number, text in enumerate(lesson["objectives"], start=1):
        mine = [one for one in scored if course["questions"][one][1] == number]
        first = sum(scored.index(one) % 2 for one in mine)
        item = page.locator(".pg-lesson details li", has_text=text).inner_text()
        if mine:
            assert f"{len(mine)} of " in item and f"{first} right at the first try" in item
    weak = page.locator(".pg-weak a").first
    target = weak.get_attribute("href").split("#q-")[1]
    weak.click()
    page.wait_for_url("**/economy/trade.html#q-*")
    assert page.locator(f'[data-id="{target}"]').evaluate(
        "box => Math.abs(box.getBoundingClientRect().top) < innerHeight"
    )


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_record_is_printed_alone_with_the_name_and_keeps_nothing(site, visit, lang):
    page = visit((site / lang / NAME).as_uri(), init="window.print = () => { window.printed = true; };")
    press = page.locator(".pg-form button")
    press.click()
    assert page.locator('[data-pg="paper"] .pg-said').inner_text() and not page.evaluate("Boolean(window.printed)")
    keep(page, {SET: {MISSED: record(page, MISSED)}})
    page.locator("#pg-name").fill("Inés <b>Ruiz</b>")
    press.click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    paper = page.locator(".pg-paper").inner_text()
    assert "Inés <b>Ruiz</b>" in paper and "1 / " in paper and "2026" in paper
    assert not page.locator("main article").is_visible() and not page.locator(".vb-foot").is_visible()
    assert "Inés" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".pg-paper").count() == 0 and page.locator("main article").is_visible()


def test_a_review_needs_only_the_keyboard(folder, visit):
    page = visit(f"{folder}/{NAME}", at=MORNING + dt.timedelta(days=3))
    keep(page, {SET: {MISSED: record(page, MISSED, first=0)}})
    page.get_by_role("button", name="Start the review").focus()
    page.keyboard.press("Enter")
    page.locator(".pg-at:focus").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".pg-question input:checked").count() == 1
    page.keyboard.press("Enter")
    page.locator(".pg-result:not(:empty)").wait_for()
    page.locator(".pg-foot button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement !== document.body"), "focus is not lost when the review ends"


def seeded(visit, site, lang: str, **options):
    page = visit((site / lang / NAME).as_uri(), at=MORNING + dt.timedelta(days=3), **options)
    levels = ("sure", "think", "guess")
    course = json.loads(page.locator("#pg-course").text_content())
    sets = {
        f"{lesson['slug']}#{name}": {
            one: record(page, one, first=at % 2, confidence=levels[at % 3]) for at, one in enumerate(ids)
        }
        for lesson in course["lessons"]
        for name, ids in lesson["sets"].items()
    }
    keep(page, sets)
    page.locator(".pg-lesson summary").first.click()
    page.locator('[data-pg="deck"] button').first.click()
    page.locator(".pg-card").wait_for()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_axe_finds_nothing_on_a_page_in_use(site, visit, lang, scheme):
    page = seeded(visit, site, lang, color_scheme=scheme)
    for _ in range(2):  # a question, then a glossary card
        results = Axe().run(page, options={"preload": False}).response
        assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in results["violations"]] == []
        page.locator(".pg-foot button").last.click()
        page.locator('[data-pg="deck"] button').last.click()
        page.locator(".pg-term").wait_for()


@pytest.mark.parametrize("size", [100, 200], ids=["text-100", "text-200"])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_page_in_use_fits_320_px(site, visit, lang, size):
    page = seeded(visit, site, lang, viewport={"width": 320, "height": 640})
    page.add_style_tag(content=f"html{{font-size:{size}%}}")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('main *')]
        .filter(node => node.checkVisibility() && !node.closest('.cq-hidden'))
        .filter(node => node.getBoundingClientRect().right > innerWidth + 0.5)
        .map(node => node.outerHTML.slice(0, 90))"""
    )
    assert wide == []


def test_the_start_page_leads_here_once_there_is_progress(folder, visit):
    page = visit(f"{folder}/index.html")
    link = page.locator("[data-progress-link]")
    assert not link.is_visible()
    page.goto(f"{folder}/{NAME}")
    keep(page, {SET: {MISSED: record(page, MISSED)}})
    page.goto(f"{folder}/index.html")
    link.click()
    page.wait_for_url(f"**/{NAME}")
