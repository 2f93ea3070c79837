"""One style sheet and one script for every page, joined at build time from the parts of the course."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from vecinos.book import HERE
from vecinos.display import STYLE

SHEETS = ("tokens", "head", "chart", "quiz", "explore", "debate", "about")
PACKAGE = HERE.parent
MODULES = (PACKAGE / "quiz" / "quiz.js", PACKAGE / "explore" / "explore.js", PACKAGE / "debate" / "debate.js")
ASSETS = HERE / "assets"


def setup(app) -> None:
    app.connect("builder-inited", _write)


def _write(app) -> None:
    if app.builder.format != "html":
        return
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    versions = {}
    for name, text in {"vecinos.css": style_sheet(), "vecinos.js": script()}.items():
        data = text.encode("utf-8")
        (folder / name).write_bytes(data)
        versions[name] = f"_static/{name}?v={hashlib.sha256(data).hexdigest()[:10]}"
    app.vecinos_assets = versions


def style_sheet() -> str:
    """The page's one style sheet: tokens, components, theme; comments and indentation taken out."""
    files = [STYLE / f"{name}.css" for name in SHEETS] + [
        ASSETS / f"{name}.css" for name in ("theme", "catalogue", "shelf")
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files if path.exists())
    return _compact(_dark_without_script(text))


def _dark_without_script(text: str) -> str:
    """Add, for readers without script, every dark rule again for a system that is dark."""
    rules = re.findall(r"[^{}]*html\[data-theme=[\"']?dark[\"']?\][^{}]*\{[^{}]*\}", text)
    doubles = []
    for rule in rules:
        selectors, _, body = re.sub(r"/\*.*?\*/", "", rule, flags=re.S).strip().partition("{")
        kept = [one for one in selectors.split(",") if "data-theme=" in one]
        plain = ",".join(re.sub(r"html\[data-theme=[\"']?dark[\"']?\]", "html:not([data-theme])", one) for one in kept)
        doubles.append(plain + "{" + body)
    return f"{text}\n@media screen and (prefers-color-scheme:dark){{{''.join(doubles)}}}\n" if doubles else text


def _compact(text: str) -> str:
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def script() -> str:
    """The page's one script. Modules become classic scripts, because modules do not run from a folder (file://)."""
    parts = [classic(path) for path in MODULES if path.exists()]
    parts += [(ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in ("theme", "catalogue")]
    return "".join(parts)


def classic(path: Path) -> str:
    """An ES module with one default export and a function ``boot``, as a classic script that calls ``boot``.

    Raises ValueError when the module has other imports or exports: they would break the page.
    """
    body = re.sub(r"^export default ", "const widget = ", path.read_text(encoding="utf-8"), count=1, flags=re.M)
    other = re.search(r"^(?:export|import)\b.*", body, flags=re.M)
    if other:
        raise ValueError(f"{path}: a page module has one default export and imports nothing, but says: {other[0]}")
    if not re.search(r"^(?:async )?function boot\(", body, flags=re.M):
        raise ValueError(f"{path}: a page module has a function boot() that enhances what is in the page")
    return f"(() => {{\n{body}\nboot();\n}})();\n"
