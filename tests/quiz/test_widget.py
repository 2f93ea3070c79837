"""The two lives of a set: a plain object in static mode, a widget that talks with the kernel in live mode."""

from __future__ import annotations

import json
import re

import pytest

from vecinos.mode import use_language
from vecinos.quiz import bank, quiz, widget

from .conftest import BANK


@pytest.fixture(autouse=True)
def sample(monkeypatch):
    monkeypatch.setattr(bank, "FOLDER", BANK)
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def live(monkeypatch):
    monkeypatch.delenv("VECINOS_STATIC")


def test_static_output_is_html_and_text_and_opens_no_comm():
    bundle = quiz("sample", "pair")._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert "1. The peso loses" in bundle["text/plain"] and "cheaper" in bundle["text/plain"]
    assert "3.418" not in bundle["text/plain"], "the text tells no answer"


def test_the_edition_s_language_is_used():
    use_language("es")
    html = quiz("sample", "pair")._repr_mimebundle_()["text/html"]
    assert 'lang="es"' in html and "El peso pierde" in html and "The peso" not in html


def test_static_output_is_the_same_twice():
    assert quiz("sample", "all")._repr_mimebundle_() == quiz("sample", "all")._repr_mimebundle_()


def test_markup_has_no_form_no_button_and_only_quiet_controls():
    html = quiz("sample", "all")._repr_mimebundle_()["text/html"]
    assert not re.search(r"<(form|button|script)\b", html)
    controls = re.findall(r"<(?:input|select|summary|a)\b[^>]*>", html)
    assert len(controls) > 30 and all("data-lm-suppress-shortcuts" in control for control in controls)
    assert not re.search(r'\sid="', html), "two views of one output must not share ids"


def test_the_live_widget_carries_the_same_markup(live, monkeypatch):
    made = quiz("sample", "number")
    data, _ = made._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    monkeypatch.setenv("VECINOS_STATIC", "1")
    assert data["text/html"] == made.html == quiz("sample", "number")._repr_mimebundle_()["text/html"]


def test_the_module_has_one_export_and_a_boot():
    source = widget.SCRIPT.read_text(encoding="utf-8")
    assert len(re.findall(r"^export ", source, re.M)) == 1 and "\nfunction boot() {" in source


def test_both_languages_of_the_script_have_the_same_words(browser):
    from .conftest import classic_script

    page = browser.new_page()
    page.set_content("<main></main>")
    page.add_script_tag(content=classic_script().replace("\nboot();", "\nwindow.allWords = WORDS;\nboot();"))
    words = page.evaluate("allWords")
    page.close()
    assert words["en"].keys() == words["es"].keys()
    for key, english in words["en"].items():
        spanish = words["es"][key]
        pairs = (
            zip(english.values(), spanish.values(), strict=True) if isinstance(english, dict) else [(english, spanish)]
        )
        for one, other in pairs:
            assert sorted(set(re.findall(r"\{\d\}", one))) == sorted(set(re.findall(r"\{\d\}", other))), key


MODEL = """(html) => {
  const traits = {html, answers: {}, results: {}}, listeners = {};
  window.sent = [];
  window.model = {
    get: (name) => traits[name],
    set: (name, value) => {
      traits[name] = value;
      (listeners['change:' + name] || []).forEach((listener) => listener());
    },
    save_changes: () => sent.push(JSON.parse(JSON.stringify({answers: traits.answers, results: traits.results}))),
    on: (name, listener) => (listeners[name] ||= []).push(listener),
    off: (name, listener) => { listeners[name] = listeners[name].filter((other) => other !== listener); },
  };
  const place = document.querySelector('main');
  window.leave = widget.render({model, el: place});
}"""


@pytest.fixture
def view(browser, live):
    """(kernel's widget, page showing it): what the page saves is put into the kernel's traits by ``sync``."""
    from .conftest import classic_script

    made = quiz("sample", "pair")
    page = browser.new_page()
    page.set_content("<main></main>")
    page.add_script_tag(content=classic_script().replace("\nboot();", "\nwindow.widget = widget;"))
    page.evaluate(MODEL, made.html)

    def sync():
        for state in page.evaluate("sent"):
            made.set_state(json.loads(json.dumps(state)))

    yield made, page, sync
    page.close()


def test_answers_reach_the_kernel(view):
    made, page, sync = view
    page.locator('input[value="cheaper"]').check()
    page.locator(".cq-check").first.click()
    sync()
    assert made.answers == {"sample-single": "cheaper"}
    assert made.results["sample-single"]["right"] == 1 and made.score == 0.5
    page.locator('[data-id="sample-number"] .cq-body input').fill("3.42")
    page.locator(".cq-check").nth(1).click()
    sync()
    assert made.score == 1.0 and made.answers["sample-number"] == "3.42"
    assert page.locator(".cq-feedback.is-right").count() == 2


def test_the_kernel_does_not_overwrite_typing(view):
    made, page, _ = view
    page.locator('[data-id="sample-number"] .cq-body input').fill("12")
    version = page.locator('[data-id="sample-number"]').get_attribute("data-v")
    record = {"v": version, "answered": True, "right": 1, "first": 1, "tries": 1, "confidence": None}
    record["when"] = "2026-09-01T10:00:00Z"
    page.evaluate(
        "r => { model.set('answers', {'sample-number': '3.42'}); model.set('results', {'sample-number': r}); }", record
    )
    assert page.locator('[data-id="sample-number"] .cq-body input').input_value() == "12"


def test_a_second_view_does_not_share_radio_groups(view):
    _, page, _ = view
    page.evaluate(
        "html => { const two = document.createElement('div'); document.body.append(two);"
        " widget.render({model, el: two}); }",
        view[0].html,
    )
    first, second = page.locator('input[value="cheaper"]').all()
    first.check()
    second.check()
    assert first.is_checked() and second.is_checked()


def test_live_answers_are_not_kept_in_the_browser(view):
    _, page, _ = view
    assert page.locator(".cq-menu").inner_text() and page.get_by_role("button", name="Save to a file").count() == 0


def test_leaving_a_view_stops_listening(view):
    _, page, _ = view
    page.evaluate("leave()")
    page.evaluate("model.set('results', {'sample-single': {}})")
    assert page.locator(".cq-count").inner_text() == "0 of 2 answered"
