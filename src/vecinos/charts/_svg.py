"""From a matplotlib figure to markup and picture: small, deterministic, in the page's own colours."""

from __future__ import annotations

import hashlib
import io
import re
from html import escape

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from vecinos.charts._ink import VARIABLES

NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
LONG = re.compile(r"-?\d+\.\d{2,}")


def _short(number: re.Match) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0")


def svg_text(figure, alt: str, kind: str) -> str:
    """The figure as one line of inline SVG whose colours are the page's variables; ``alt`` is its accessible name."""
    buffer = io.StringIO()
    figure.patch.set_visible(False)
    FigureCanvasSVG(figure).print_svg(buffer, metadata=NO_METADATA)
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<style[^>]*>.*?</style>", "", text, flags=re.S)
    for name, (sentinel, light) in VARIABLES.items():
        text = text.replace(sentinel, f"var(--v-{name},{light})")
    # The style sheet sets the family: the page's own.
    text = re.sub(r"font-family: [^;\"]*(; )?", "", text)
    text = re.sub(r"<[^>]+>", lambda tag: LONG.sub(_short, tag[0]), text)  # in tags only: a written value stays whole
    text = re.sub(r"\s+", " ", text).replace("> <", "><").strip()
    body = text[text.index(">") + 1 :]
    box = re.search(r'viewBox="([^"]*)"', text)[1]
    # Several charts share a page: their ids must not meet, and ids nobody refers to are dead weight.
    prefix = "c" + hashlib.sha256((kind + text + alt).encode()).hexdigest()[:8]
    used = set(re.findall(r"(?:url\(#|href=\"#)([^)\"]+)", body))
    body = re.sub(r' id="([^"]*)"', lambda one: f' id="{prefix}{one[1]}"' if one[1] in used else "", body)
    body = re.sub(r"(url\(#|href=\"#)", rf"\g<1>{prefix}", body)
    body = body.replace("xlink:href", "href")
    return (
        f'<svg class="cx-svg cx-{kind}" viewBox="{box}" role="img" aria-labelledby="{prefix}t">'
        f'<title id="{prefix}t">{escape(alt)}</title>{body}'
    )


def png_bytes(figure) -> bytes:
    """The figure as a small picture (48 colours, 90 dots an inch), for viewers that strip SVG."""
    from PIL import Image

    figure.set_dpi(90)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    size = canvas.get_width_height()
    picture = Image.frombytes("RGBA", size, bytes(canvas.buffer_rgba())).convert("RGB").quantize(48)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
