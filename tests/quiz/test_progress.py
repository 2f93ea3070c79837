"""What the browser remembers: over a reload, in two tabs, in files from two devices, and when it may not remember."""

from __future__ import annotations

import json

import jsonschema
import pytest

from vecinos.quiz import widget

SCHEMA = json.loads(widget.SCRIPT.with_name("progress.schema.json").read_text(encoding="utf-8"))
KEY = "vecinos-progress:1/sample#pair"


def record(**changes):
    return {
        "v": "00000000",
        "answer": "3",
        "answered": True,
        "right": 1,
        "first": 1,
        "tries": 1,
        "confidence": None,
        "when": "2026-09-01T10:00:00.000Z",
        **changes,
    }


def answer(page):
    page.locator('[data-id="sample-single"] input[value="dearer"]').check()
    page.locator('[data-id="sample-single"] .cq-check').click()


def collect(page):
    return page.evaluate("vecinosProgress.collect()")


def test_answers_survive_a_reload(open_page):
    page = open_page("pair")
    answer(page)
    kept = collect(page)
    page.reload()
    page.get_by_text("1 of 2 answered").wait_for()
    assert page.locator('[data-id="sample-single"] input[value="dearer"]').is_checked()
    assert "Not yet." in page.locator(".cq-feedback").first.inner_text()
    assert collect(page) == kept


def test_what_is_stored_and_saved_follows_the_published_schema(open_page):
    page = open_page("all")
    answer(page)
    page.locator(".cq-menu summary").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save to a file").click()
    assert saved.value.suggested_filename.startswith("vecinos-progress-")
    file = json.loads(saved.value.path().read_text(encoding="utf-8"))
    jsonschema.validate(file, SCHEMA)
    assert file["sets"] == collect(page) and len(file["sets"]["sample#all"]) == 1


def test_two_tabs_keep_in_step(open_page):
    page = open_page("pair")
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".cq-count").wait_for()
    answer(page)
    other.get_by_text("1 of 2 answered").wait_for()
    # The other tab's answer to another question does not undo this one.
    other.locator('[data-id="sample-number"] .cq-body input').fill("3.42")
    other.locator('[data-id="sample-number"] .cq-check').click()
    page.get_by_text("2 of 2 answered").wait_for()
    assert set(collect(page)["sample#pair"]) == {"sample-single", "sample-number"}


def second_tab(page):
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".cq-count").wait_for()
    return other


def test_two_tabs_that_write_at_the_same_moment_lose_no_answer(open_page):
    page = open_page("pair")
    other = second_tab(page)
    answer(page)
    other.locator('[data-id="sample-number"] .cq-body input').fill("3.42")
    # What a tab reads may be older than what another has just written: at its check this one sees nothing stored.
    other.evaluate(
        "key => { const real = Storage.prototype.getItem;"
        " Storage.prototype.getItem = function (name) { return name === key ? null : real.call(this, name); };"
        """ document.querySelector('[data-id="sample-number"] .cq-check').click();"""
        " Storage.prototype.getItem = real; }",
        KEY,
    )
    for tab in (page, other):
        tab.get_by_text("2 of 2 answered").wait_for()
        assert set(collect(tab)["sample#pair"]) == {"sample-single", "sample-number"}


def test_what_one_tab_starts_again_the_other_does_not_bring_back(open_page):
    page = open_page("pair")
    other = second_tab(page)
    answer(page)
    other.get_by_text("1 of 2 answered").wait_for()
    other.locator(".cq-menu summary").click()
    other.get_by_role("button", name="Start again").click()
    page.get_by_text("0 of 2 answered").wait_for()
    page.locator('[data-id="sample-number"] .cq-body input').fill("3.42")
    page.locator('[data-id="sample-number"] .cq-check').click()
    other.get_by_text("1 of 2 answered").wait_for()
    assert set(collect(page)["sample#pair"]) == {"sample-number"}


def test_typing_is_not_overwritten_by_another_tab(open_page):
    page = open_page("pair")
    other = page.context.new_page()
    other.goto(page.url)
    page.locator('[data-id="sample-number"] .cq-body input').fill("12")
    other.locator('[data-id="sample-number"] .cq-body input').fill("3.42")
    other.locator('[data-id="sample-number"] .cq-check').click()
    answer(other)
    page.get_by_text("1 of 2 answered").wait_for()
    assert page.locator('[data-id="sample-number"] .cq-body input').input_value() == "12"


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_the_quiz_works_and_says_so_once(open_page, trouble):
    page = open_page("pair", "number", init=trouble)
    answer(page)
    page.locator('[data-set="sample#number"] .cq-body input').fill("3.42")
    page.locator('[data-set="sample#number"] .cq-check').click()
    assert page.locator(".cq-feedback").first.inner_text().startswith("✗ Not yet.")
    notes = [
        text for text in page.locator(".cq-note").all_inner_texts() if "does not let the page keep answers" in text
    ]
    assert len(notes) == 1
    assert set(collect(page)) == {"sample#pair", "sample#number"}, "answers can still be saved to a file"


def test_a_changed_question_starts_afresh_and_the_old_answer_is_kept(open_page):
    page = open_page("pair")
    page.evaluate(
        "sets => vecinosProgress.load(JSON.stringify({format: 'vecinos-progress:1', sets}))",
        {"sample#pair": {"sample-number": record()}},
    )
    assert page.locator('[data-id="sample-number"] .cq-body input').input_value() == ""
    assert collect(page)["sample#pair"]["sample-number"]["v"] == "00000000"


@pytest.mark.parametrize(
    "stored",
    ["{not json", "[]", '{"format": "other"}', "null", '{"format": "vecinos-progress:1", "questions": {"x": 1}}'],
)
def test_damaged_storage_is_put_aside_not_lost(open_page, stored):
    page = open_page("pair")
    page.evaluate("([key, stored]) => localStorage.setItem(key, stored)", [KEY, stored])
    page.reload()
    page.locator(".cq-count").wait_for()
    assert "could not be read" in page.locator(".cq-note").inner_text()
    assert page.evaluate(f"localStorage.getItem('{KEY}~damaged')") == stored
    answer(page)
    page.reload()
    page.get_by_text("1 of 2 answered").wait_for()
    assert page.locator(".cq-note").inner_text() == ""


def load(page, tmp_path, content: bytes):
    path = tmp_path / "some-file.json"
    path.write_bytes(content)
    page.locator(".cq-menu summary").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Load a file").click()
    chooser.value.set_files(path)
    page.wait_for_function("document.querySelector('.cq-note').textContent")
    return page.locator(".cq-note").inner_text()


BAD_FILES = {
    "garbage": (b"\x00\xff\xfe not json", "damaged"),
    "empty": (b"", "damaged"),
    "truncated": (b'{"format": "vecinos-progress:1", "sets": {"a', "damaged"),
    "foreign": (b'{"name": "my holiday"}', "not a Vecinos progress file"),
    "null": (b"null", "not a Vecinos progress file"),
    "newer": (b'{"format": "vecinos-progress:2", "sets": {}}', "newer version"),
    "no sets": (b'{"format": "vecinos-progress:1"}', "damaged"),
    "list": (b'{"format": "vecinos-progress:1", "sets": []}', "damaged"),
    "too large": (b" " * 5_000_001, "too large"),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_and_nothing_lost(open_page, tmp_path, content, message):
    page = open_page("pair")
    answer(page)
    before = collect(page)
    said = load(page, tmp_path, content)
    assert message in said and "Nothing was changed" in said
    assert collect(page) == before


def test_a_half_good_file_gives_what_is_good(open_page, tmp_path):
    page = open_page("pair")
    version = page.locator('[data-id="sample-number"]').get_attribute("data-v")
    good = record(v=version, answer="3.42")
    bad = [record(right=7), record(tries=-1), record(when="yesterday"), record(confidence="very"), {"v": 1}, None, "x"]
    questions = {"sample-number": good, **{f"bad-{n}": entry for n, entry in enumerate(bad)}}
    sets = {"sample#pair": questions, "../evil": {"x": good}, "sample#multiple": []}
    said = load(page, tmp_path, json.dumps({"format": "vecinos-progress:1", "sets": sets}).encode())
    assert "Loaded: 1 answers" in said and "9 damaged entries" in said
    assert page.locator('[data-id="sample-number"] .cq-body input').input_value() == "3.42"


def test_a_stored_answer_of_the_wrong_shape_is_not_used(open_page):
    page = open_page("all")
    versions = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.cq-q')].map(q => [q.dataset.id, q.dataset.v]))"
    )
    for odd in ({"a": 1}, [None], 5, "<img src=x onerror=alert(1)>", True, ["y2019", {"x": 1}]):
        questions = {
            name: record(v=version, answer=odd, when="2027-01-01T00:00:00Z") for name, version in versions.items()
        }
        page.evaluate(
            "sets => vecinosProgress.load(JSON.stringify({format: 'vecinos-progress:1', sets}))",
            {"sample#all": questions},
        )
        page.reload()
        assert page.locator(".cq-check").count() == len(versions)


def test_two_devices_merge_to_the_same_whichever_loads_first(open_page):
    page = open_page("pair")
    phone = {"s#a": {"one": record(tries=3, when="2026-09-01T10:00:00Z"), "two": record(answer="phone")}}
    laptop = {"s#a": {"one": record(right=0, tries=1, when="2026-09-02T10:00:00Z")}, "s#b": {"three": record()}}
    merge = "([a, b]) => vecinosProgress.merge(a, b)"
    one, other = page.evaluate(merge, [phone, laptop]), page.evaluate(merge, [laptop, phone])
    assert one == other
    assert page.evaluate(merge, [one, laptop]) == one, "merging again changes nothing"
    assert one["s#a"]["one"] == record(right=0, tries=3, when="2026-09-02T10:00:00Z")
    assert one["s#a"]["two"]["answer"] == "phone" and one["s#b"]["three"]


def test_erase_asks_first_and_erases_every_set(open_page):
    page = open_page("pair")
    answer(page)
    page.evaluate(
        "sets => vecinosProgress.load(JSON.stringify({format: 'vecinos-progress:1', sets}))",
        {"other/lesson#only": {"x": record()}},
    )
    page.locator(".cq-menu summary").click()
    page.get_by_role("button", name="Erase all my answers").click()
    assert len(collect(page)) == 2
    page.get_by_role("button", name="No, keep them").click()
    assert len(collect(page)) == 2
    page.get_by_role("button", name="Erase all my answers").click()
    page.get_by_role("button", name="Yes, erase").click()
    assert collect(page) == {} and page.locator(".cq-body input:checked").count() == 0
    assert "erased" in page.locator(".cq-note").inner_text()


def test_progress_carries_over_to_the_other_edition(open_page, write_page, section):
    page = open_page("pair")
    answer(page)
    from .conftest import page_html

    page.goto(write_page(page_html(section("pair", lang="es"), lang="es"), "es.html"))
    page.get_by_text("1 de 2 respondidas").wait_for()
    assert "Todavía no." in page.locator(".cq-feedback").first.inner_text()


def test_a_progress_page_gets_the_same_controls(browser, open_page, write_page):
    page = open_page("pair")
    answer(page)
    from .conftest import page_html

    page.goto(write_page(page_html("<div data-vecinos-progress></div>"), "progress.html"))
    assert page.get_by_role("button").all_inner_texts()[:3] == ["Save to a file", "Load a file", "Erase all my answers"]
    assert page.evaluate("Object.keys(vecinosProgress.collect())") == ["sample#pair"]


CARD = "question:sample-single"


def review(box=2, when="2026-09-01T10:00:00Z"):
    return {"box": box, "when": when}


def test_the_review_deck_travels_in_the_file_and_older_files_do_without(open_page):
    page = open_page("pair")
    page.evaluate("([card, entry]) => vecinosProgress.keepReview(card, entry)", [CARD, review()])
    file = json.loads(page.evaluate("vecinosProgress.toFile()"))
    jsonschema.validate(file, SCHEMA)
    assert file["reviews"] == {CARD: review()}
    page.evaluate("vecinosProgress.load(JSON.stringify({format: 'vecinos-progress:1', sets: {}}))")
    assert page.evaluate("vecinosProgress.reviews()") == {CARD: review()}
    page.evaluate("vecinosProgress.erase()")
    assert page.evaluate("vecinosProgress.reviews()") == {}
    assert page.evaluate("text => vecinosProgress.load(text)", json.dumps(file)) == {"answers": 0, "cards": 1, "bad": 0}
    assert page.evaluate("vecinosProgress.reviews()") == {CARD: review()}


def test_two_devices_decks_merge_to_the_same_whichever_loads_first(open_page):
    page = open_page("pair")
    phone = {CARD: review(box=3), "term:tariff": review(box=4, when="2026-09-05T10:00:00Z"), "term:daca": review(box=5)}
    laptop = {CARD: review(box=1), "term:tariff": review(box=1, when="2026-09-02T10:00:00Z")}
    merge = "([a, b]) => vecinosProgress.mergeReviews(a, b)"
    one, other = page.evaluate(merge, [phone, laptop]), page.evaluate(merge, [laptop, phone])
    assert one == other == {CARD: review(box=1), "term:tariff": phone["term:tariff"], "term:daca": review(box=5)}


@pytest.mark.parametrize("stored", ["{not json", "[]", '{"term:a": {"box": 9, "when": "2026-09-01"}}'])
def test_a_damaged_deck_is_put_aside_and_the_good_cards_stay(open_page, stored):
    page = open_page("pair")
    page.evaluate("stored => localStorage.setItem('vecinos-progress:1~reviews', stored)", stored)
    assert page.evaluate("vecinosProgress.reviews()") == {}
    assert page.evaluate("localStorage.getItem('vecinos-progress:1~reviews~damaged')") == stored
    page.evaluate("([card, entry]) => vecinosProgress.keepReview(card, entry)", [CARD, review()])
    assert page.evaluate("vecinosProgress.reviews()") == {CARD: review()}


def test_a_link_to_a_question_shows_it_also_on_a_phone(open_page):
    page = open_page("pair", viewport={"width": 360, "height": 600})
    assert not page.locator('[data-id="sample-number"]').is_visible()
    page.evaluate("location.hash = '#q-sample-number'")
    page.locator('[data-id="sample-number"]').wait_for(state="visible")
    assert page.locator(".cq-where").inner_text().endswith("2 of 2")
