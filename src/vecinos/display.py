"""What every visible object of the course is to Jupyter: one bundle of HTML, plain text and maybe a picture."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import Any

from vecinos.mode import is_static

# The book shows this type as it is; other viewers skip it and take the picture or the text beside it.
MIME = "application/vnd.vecinos+html"
STYLE = Path(__file__).parent / "style"


@cache
def stylesheet(*names: str) -> str:
    """The named style sheets of ``vecinos/style``, one after the other (shared by page and notebook)."""
    return "\n".join((STYLE / f"{name}.css").read_text(encoding="utf-8") for name in names)


class Html:
    """A static display object. ``html``: one element; ``text``: what a text-only reader gets; ``png``: bytes or None.

    Static mode with a picture: the HTML travels under the course's own type, so that viewers which strip SVG
    fall back to the picture. Without a picture, and always in live mode, it is ordinary text/html;
    live output brings the named style sheets along, since a notebook has no page theme.
    ``html`` is None where the picture is all that will be seen.
    """

    def __init__(self, html: str | None, text: str, png: bytes | None = None, styles: tuple[str, ...] = ()):
        self.html, self.text, self.png, self.styles = html, text, png, styles

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if not is_static():
            style = f"<style>{stylesheet('tokens', *self.styles)}</style>" if self.styles else ""
            return {"text/plain": self.text, "text/html": style + self.html}
        if self.png is None:
            return {"text/plain": self.text, "text/html": self.html}
        picture = {"text/plain": self.text, "image/png": base64.b64encode(self.png).decode("ascii")}
        return picture if self.html is None else picture | {MIME: self.html}


@cache
def live_html() -> type:
    """The class that live questions, explorers and debate forms share: an ``anywidget`` with its markup in ``html``.

    ``text`` is what a text-only reader gets. A saved notebook whose kernel is gone shows the markup, not an empty box.
    """
    import anywidget  # only a live notebook has, or needs, widgets
    import traitlets

    class LiveHtml(anywidget.AnyWidget):
        html = traitlets.Unicode().tag(sync=True)

        def __init__(self, html: str | None, text: str):
            super().__init__(html=html)
            self.text = text

        def __repr__(self) -> str:
            return self.text

        def _repr_mimebundle_(self, **kwargs: Any) -> Any:
            data, metadata = super()._repr_mimebundle_(**kwargs)
            data["text/html"], data["text/plain"] = self.html, self.text
            return data, metadata

    return LiveHtml
