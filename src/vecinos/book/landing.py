"""``{vecinos-landing}``: the start page's border, doors and routes, made from the outline for both editions."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book import border
from vecinos.book.pages import question_sets
from vecinos.book.progress import progress_page
from vecinos.book.words import words


class landing(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """Where the landing page's pictures and doors go."""


class Landing(SphinxDirective):
    """``{vecinos-landing}`` with the option ``show``: ``border``, ``doors`` or nothing for both."""

    option_spec = {"show": str}

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(course.OUTLINE))
        return [landing(show=self.options.get("show", "border doors"))]


def _visit(translator, node) -> None:
    builder, lang = translator.builder, translator.config.language
    page = builder.current_docname
    doors = [door(builder, page, part, lang) for part in course.parts()]
    context = {
        "w": words(lang),
        "show": node["show"].split(),
        "border": border.hero(lang),
        "progress_href": _progress_href(builder, page),
        "start": next((one for one in doors if one["href"]), None),
        "doors": [one for one in doors if 1 <= one["pillar"] <= 3],
        "beyond": [one for one in doors if one["pillar"] > 3],
    }
    translator.body.append(builder.templates.render("landing.html", context))
    raise nodes.SkipNode


def _progress_href(builder, page: str) -> str:
    own = progress_page(builder.env)
    return builder.get_relative_uri(page, own) if own else ""


def door(builder, page: str, part: course.Part, lang: str) -> dict:
    """One part as the landing page shows it; ``href`` is "" while the edition has no page of it."""
    found = [item for item in part.lessons if lang in item.editions and item.slug in builder.env.titles]
    return {
        "number": words(lang)["part"].format(part.pillar),
        "pillar": part.pillar,
        "title": part.title[lang],
        "opens": found[0].title[lang] if found else "",
        "question": part.question[lang],
        "minutes": sum(item.minutes["read"] + item.minutes["do"] for item in found),
        "lessons": sum(item.kind != "chapter" for item in found),
        "href": builder.get_relative_uri(page, found[0].slug) if found else "",
        "sets": " ".join(f"{item.slug}={question_sets(item.slug).replace(' ', ',')}" for item in found),
    }


def _skip(translator, node) -> None:
    raise nodes.SkipNode


def setup(app) -> None:
    app.add_node(landing, html=(_visit, None), latex=(_skip, None), text=(_skip, None))
    app.add_directive("vecinos-landing", Landing)
