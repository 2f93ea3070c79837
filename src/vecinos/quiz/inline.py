"""The few marks a question's text may carry, turned into safe HTML or plain text.

markdown-it-py does the parsing with everything off but emphasis, code, links and escapes; HTML stays text.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape

from markdown_it import MarkdownIt

from vecinos.mode import is_static

LINK = re.compile(r"^([a-z0-9]+(?:[-/][a-z0-9]+)*)(#[a-z0-9-]+)?$")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link", "escape"])
    # Only pages of the course: a link elsewhere belongs in the prose, with its citation.
    parser.validateLink = lambda url: bool(LINK.match(url))
    return parser


def to_html(text: str, depth: int = 0, links: bool = True) -> str:
    """The text as inline HTML. ``depth``: how many folders below the top the page lies, for links to lessons.

    ``links=False`` keeps a link's words alone, for places the book's pages cannot be reached from.
    """
    out = []
    for token in _parser().parseInline(text)[0].children or []:
        if token.type == "text":
            out.append(escape(token.content))
        elif token.type == "code_inline":
            out.append(f"<code>{escape(token.content)}</code>")
        elif token.type in ("softbreak", "hardbreak"):
            out.append(" ")
        elif token.type.startswith("link_") and not links:
            continue
        elif token.type == "link_open":
            page, anchor = LINK.match(str(token.attrs["href"])).groups()
            ending = ".html" if is_static() else ".ipynb"
            href = "../" * depth + page + ending + (anchor or "")
            out.append(f'<a href="{escape(href)}" data-lm-suppress-shortcuts>')
        elif token.type in ("em_open", "em_close", "strong_open", "strong_close", "link_close"):
            tag = {"em": "em", "strong": "strong", "link": "a"}[token.type.split("_")[0]]
            out.append(f"</{tag}>" if token.nesting < 0 else f"<{tag}>")
        else:
            raise ValueError(f"unexpected mark {token.type!r} in {text!r}")
    return "".join(out)


def plain(text: str) -> str:
    """The text without its marks."""
    tokens = _parser().parseInline(text)[0].children or []
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens if not token.nesting)


def links(text: str) -> list[str]:
    """The lesson slugs a text links to."""
    tokens = _parser().parseInline(text)[0].children or []
    return [str(token.attrs["href"]).split("#")[0] for token in tokens if token.type == "link_open"]
