"""A small course in both editions that uses every kind of content, built with the real configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import yaml
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from vecinos import course
from vecinos.display import MIME

ROOT = Path(__file__).resolve().parents[2]
CONFIG = {"en": "_config.yml", "es": "_config.es.yml"}
CHART = (
    '<figure class="cx"><p class="cx-title">Mexico came first</p><svg viewBox="0 0 300 120" role="img" aria-label="Lines">'
    '<path d="M10 100L150 60L290 20" fill="none" stroke="var(--v-mx)" stroke-width="3"/>'
    '<text x="10" y="15" font-size="14" fill="var(--v-fg)">Mexico</text></svg></figure>'
)
SOURCES = """
@techreport{crs-if11175,
  author = {{Congressional Research Service}}, title = {{U.S.-Mexico Trade Relations}}, year = {2024},
  url = {https://www.congress.gov/crs-product/IF11175}, check = {official}, urldate = {2026-11},
}
@article{elpais-2026,
  author = {Pérez, Ana and Smith, John}, title = {{Comercio: más importante que nunca}}, journal = {Revista}, year = {2026},
}
@misc{uncited, author = {{Nobody}}, author_es = {{Nadie}}, title = {{Never cited}}, title_es = {{Sin cita}}, year = {n.d.}}
@misc{settles-meeder-2016, author = {Settles, B. and Meeder, B.}, title = {{For the progress page}}, year = {2016}}
"""
TEXTS = {
    "en": {
        "trade": [
            "## Predict first\n\nBefore any data: which country sold most to the United States? Think of the {term}`rules of "
            "origin` and of the {term}`agreement <usmca>`.",
            "## Who trades most\n\nMexico came first in 2023 {cite:p}`crs-if11175`, and again later {cite:p}`elpais-2026`. "
            "A share is $s = x / t$.\n\n$$\n\\frac{x}{t} = \\frac{3}{4}\n$$\n\n| Country | Goods, billion dollars | Share |\n"
            "| --- | --- | --- |\n| Mexico | 839.6 | 15.6% |\n| Canada | 761.8 | 14.2% |\n| China | 582.5 | 10.9% |\n\n"
            "### A closer look\n\nA longer sentence with a note.[^note] It goes on.\n\n> A treaty is a promise that somebody "
            "must keep.\n\n[^note]: Goods only, without services.",
            ":::::{admonition} Two views of the deficit\n:class: two-views\n\n::::{admonition} It is a loss\n:class: view\n"
            "The first holder says so, with evidence {cite:p}`crs-if11175`.\n::::\n::::{admonition} It is a mirror\n"
            ":class: view\nThe second holder says so, with evidence {cite:p}`elpais-2026`.\n::::\n:::::",
            "::::{admonition} Source check: a press note\n:class: source-check\n\n| | |\n| --- | --- |\n| Who made it | A "
            "statistical office |\n| When | March 2026 |\n\n1. Who counts?\n2. What is missing?\n::::",
            ":::{admonition} Takeaways\n:class: takeaways\n- One thing.\n- Another thing.\n- A third thing.\n:::",
            "## Go further\n\n- {cite:t}`crs-if11175` explains the rules.\n\nBack to {doc}`the chapter <index>`.",
        ],
    },
    "es": {
        "trade": [
            "## Primero, predice\n\nAntes de los datos: ¿qué país le vendió más a Estados Unidos? Piensa en las {term}`reglas "
            "de origen` y en el {term}`tratado <usmca>`.",
            "## Quién comercia más\n\nMéxico fue el primero en 2023 {cite:p}`crs-if11175`, y otra vez después "
            "{cite:p}`elpais-2026`. Una parte es $s = x / t$.\n\n$$\n\\frac{x}{t} = \\frac{3}{4}\n$$\n\n| País | "
            "Mercancías, miles de millones | Parte |\n| --- | --- | --- |\n| México | 839.6 | 15.6\u00a0% |\n| Canadá | 761.8 | "
            "14.2\u00a0% |\n| China | 582.5 | 10.9\u00a0% |\n\n### Más de cerca\n\nUna frase más larga con una nota.[^note] Y "
            "sigue.\n\n> Un tratado es una promesa que alguien debe cumplir.\n\n[^note]: Solo mercancías, sin servicios.",
            ":::::{admonition} Dos miradas al déficit\n:class: two-views\n\n::::{admonition} Es una pérdida\n:class: view\n"
            "Así lo dice quien la sostiene, con evidencia {cite:p}`crs-if11175`.\n::::\n::::{admonition} Es un espejo\n"
            ":class: view\nAsí lo dice quien la sostiene, con evidencia {cite:p}`elpais-2026`.\n::::\n:::::",
            "::::{admonition} Revisa la fuente: un boletín\n:class: source-check\n\n| | |\n| --- | --- |\n| Quién lo hizo | "
            "Una oficina de estadística |\n| Cuándo | Marzo de 2026 |\n\n1. ¿Quién cuenta?\n2. ¿Qué falta?\n::::",
            ":::{admonition} Para llevar\n:class: takeaways\n- Una cosa.\n- Otra cosa.\n- Una tercera cosa.\n:::",
            "## Para seguir\n\n- {cite:t}`crs-if11175` explica las reglas.\n\nDe vuelta a {doc}`el capítulo <index>`.",
        ],
    },
}


REFERENCE = ("progress", "data", "glossary", "bibliography", "coverage", "changelog", "about")
STUBS = ("coverage", "changelog")  # other pages link to them; whole, they speak of the whole course
TEACH = "teach/index"  # the English start page links to it
ALL_SOURCES = "# Bibliography\n\n```{bibliography}\n:all:\n```\n"


def write_book(top: Path, one_sided: bool = False) -> None:
    """The tiny course's sources below ``top``, with the checkout's configuration and those of its reference pages that
    need no more than a tiny course has; all sources stand on one page.

    ``one_sided``: the Spanish edition lacks the lesson.
    """
    shutil.copytree(
        ROOT / "book", top / "book", ignore=lambda folder, names: [n for n in names if n in ("economy", "figures")]
    )
    (top / "book" / "references.bib").write_text(SOURCES, encoding="utf-8")
    for lang, name in CONFIG.items():
        slugs = ["economy/index", "economy/trade"]
        if one_sided and lang == "es":
            slugs.pop()
        for slug in slugs:
            path = top / "book" / lang / f"{slug}.ipynb"
            path.parent.mkdir(exist_ok=True)
            nbformat.write(_notebook(slug, lang), path)
        shutil.copy(ROOT / name, top / name)
        toc = yaml.safe_load((ROOT / name.replace("config", "toc")).read_text(encoding="utf-8"))
        reference = [{"file": f"reference/{page}"} for page in REFERENCE]
        (top / "book" / lang / "reference" / "bibliography.md").write_text(ALL_SOURCES, encoding="utf-8")
        for page in STUBS:
            (top / "book" / lang / "reference" / f"{page}.md").write_text(f"# {page.title()}\n", encoding="utf-8")
        caption = course.find_lesson(slugs[0]).title[lang]
        toc["parts"] = [{"caption": caption, "chapters": [{"file": slug} for slug in slugs]}]
        toc["parts"].append({"caption": "Reference", "chapters": reference})
        if lang == "en":
            (top / "book" / lang / f"{TEACH}.md").write_text(
                "# Teach\n\nA page of the instructors' shelf.\n", encoding="utf-8"
            )
            toc["parts"].append({"caption": "For instructors", "chapters": [{"file": TEACH}]})
        (top / name.replace("config", "toc")).write_text(yaml.safe_dump(toc, allow_unicode=True), encoding="utf-8")


def _notebook(slug: str, lang: str):
    item = course.find_lesson(slug)
    course.use_language(lang)
    head = course.head_html(item)
    course.use_language("en")
    chart = {"text/plain": "a chart", MIME: CHART}
    cells = [
        new_markdown_cell(f"# {item.title[lang]}"),
        _code(f'lesson("{slug}", lang="{lang}")', {"text/html": head, "text/plain": "head"}, "remove-input"),
    ]
    if item.kind == "lesson":
        first, *rest = TEXTS[lang]["trade"]
        cells += [new_markdown_cell(first), _code('trade = table("x")\nline_chart(trade)', chart, "hide-input")]
        cells += [new_markdown_cell(text) for text in rest]
    else:
        cells += [
            new_markdown_cell(f"{item.question[lang]} {{doc}}`trade`") if lang == "en" else new_markdown_cell("Hola.")
        ]
        cells.append(_code("line_chart(trade)", chart, "hide-input"))
    notebook = new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for position, cell in enumerate(notebook.cells):
        cell.id = f"cell-{position}"
    return notebook


def _code(source: str, data: dict[str, str], tag: str):
    output = new_output("execute_result", data=data, execution_count=1)
    return new_code_cell(source, outputs=[output], execution_count=1, metadata={"tags": [tag]})


def build(top: Path, lang: str, out: Path, **environment: str) -> tuple[int, str, Path]:
    """Build one edition as ``vecinos book`` does; returns the status, the log and the folder of pages."""
    name = CONFIG[lang]
    found = subprocess.run(
        [
            *(Path(sys.executable).with_name("jupyter-book"), "build", top / "book" / lang, "--path-output", out),
            *("--config", top / name, "--toc", top / name.replace("config", "toc"), "-W", "--keep-going"),
        ],
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "GITHUB_REPOSITORY"} | environment,
    )
    return found.returncode, found.stdout + found.stderr, out / "_build" / "html"
