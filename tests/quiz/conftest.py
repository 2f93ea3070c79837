"""Pages made the way the book makes them: Python's markup, one style sheet, the module as a classic script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vecinos.quiz import bank, markup, model, widget

BANK = Path(__file__).parent / "bank"
STYLE = Path(widget.__file__).parents[1] / "style"


def classic_script() -> str:
    """quiz.js as the theme turns it into a page script: no module syntax, one closed function."""
    body = re.sub(r"^export default ", "const widget = ", widget.SCRIPT.read_text(encoding="utf-8"), flags=re.M)
    assert not re.search(r"^(export|import)\b", body, flags=re.M), "quiz.js has more than its one export"
    return "(() => {\n" + body + "\nboot();\n})();\n"


def page_html(*sections: str, lang: str = "en", dark: bool = False, script: bool = True) -> str:
    theme = ' data-theme="dark"' if dark else ""
    loader = '<script src="quiz.page.js" defer></script>' if script else ""
    return (
        f'<!doctype html><html lang="{lang}"{theme}><head><meta charset="utf-8"><title>Questions</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="page.css">'
        f"{loader}</head><body><main><h1>Questions</h1>{''.join(sections)}</main></body></html>"
    )


@pytest.fixture
def section():
    """section("single", lang="en") -> the markup of one set of the sample bank."""

    def make(set_id: str, lang: str = "en", slug: str = "sample", folder: Path = BANK, seed: int = 0) -> str:
        return markup.set_html(model.question_set(slug, set_id, seed, folder), slug, set_id, lang)

    return make


@pytest.fixture
def write_page(tmp_path):
    """write_page(html, name) -> the file:// address of a page with the sheets and the script beside it."""
    sheets = "".join((STYLE / name).read_text(encoding="utf-8") for name in ("tokens.css", "quiz.css"))
    base = "body{margin:0;background:var(--v-bg);color:var(--v-fg);font:1.0625rem/1.6 var(--v-sans)}"
    base += "main{max-width:44rem;margin:auto;padding:1rem}h1{font-size:1.2rem}"
    (tmp_path / "page.css").write_text(sheets + base, encoding="utf-8")
    (tmp_path / "quiz.page.js").write_text(classic_script(), encoding="utf-8")

    def write(html: str, name: str = "index.html") -> str:
        (tmp_path / name).write_text(html, encoding="utf-8")
        return (tmp_path / name).as_uri()

    return write


@pytest.fixture
def open_page(browser, write_page, section):
    """open_page("single", …) -> a page showing those sets. Fails the test on any script error or request elsewhere."""
    contexts, errors = [], []

    def start(*sets: str, lang: str = "en", dark: bool = False, script: bool = True, init: str = "", **context):
        context.setdefault("viewport", {"width": 1000, "height": 900})
        made = browser.new_context(accept_downloads=True, **context)
        contexts.append(made)
        if init:
            made.add_init_script(init)
        page = made.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: errors.append(request.url) if request.url.startswith("http") else None)
        page.goto(write_page(page_html(*(section(name, lang) for name in sets), lang=lang, dark=dark, script=script)))
        return page

    yield start
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture(autouse=True)
def fresh_banks():
    bank.load_bank.cache_clear()
