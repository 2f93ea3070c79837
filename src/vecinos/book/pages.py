"""What the templates need to know about each page: navigation, the other edition, description, sources, downloads."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx import addnodes

from vecinos import course
from vecinos.book import citations, glossary
from vecinos.book.words import words
from vecinos.i18n import pick
from vecinos.mode import LANGUAGES

RUN_PLACE = '<div class="lh-run"></div>'  # course.head_html leaves it; the page fills it
FOLD_LABEL = '<summary aria-label="Toggle hidden content">'  # MyST-NB's, English in every language; the text says it
BAD_ROLES = (
    ' role="list" class="citation-list"',
    ' role="doc-biblioentry"',
)  # docutils': not allowed on these elements
SUFFIXES = (".ipynb", ".md")


def setup(app) -> None:
    app.connect("html-page-context", _page)


def _page(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    lang = app.config.language
    lesson = _lesson(pagename)
    context.update(
        lang=lang,
        w=words(lang),
        assets=app.vecinos_assets,
        lesson=lesson and _lesson_view(lesson, lang),
        navigation=navigation(app, pagename),
        edition=edition(app, pagename, lesson),
        on_this_page=on_this_page(doctree),
        sources=citations.sources(app, doctree),
        definitions=definitions(doctree, lang),
        is_landing=pagename == app.config.root_doc,
        page_title=page_title(app, pagename, context),
        description=description(app, pagename, doctree, lesson),
        search_page=pagename == "search",
    )
    if context.get("body"):
        body = context["body"].replace(FOLD_LABEL, "<summary>")
        for role in BAD_ROLES:
            body = body.replace(role, "")
        context["body"] = lesson_head(app, pagename, context, body) if lesson else body


def _lesson(pagename: str) -> course.Lesson | None:
    try:
        return course.find_lesson(pagename)
    except LookupError:
        return None


def _pillar(item: course.Lesson) -> int:
    return next(part.pillar for part in course.parts() if part.id == item.part)


def _lesson_view(item: course.Lesson, lang: str) -> dict:
    return {
        "slug": item.slug,
        "title": item.title[lang],
        "pillar": _pillar(item),
        "places": course.place(item, lang),
        "sets": question_sets(item.slug),
    }


@cache
def question_sets(slug: str) -> str:
    """The lesson's question sets and the count of their questions, "predict:1 partners:3"; "" for a lesson with none.

    The page's script compares it with the progress that the browser keeps.
    """
    from vecinos.quiz.bank import load_bank

    if not (Path(course.__file__).parent / "quiz" / "bank" / f"{slug}.yml").exists():
        return ""
    return " ".join(f"{name}:{len(questions)}" for name, questions in load_bank(slug).sets.items())


def lesson_links(slugs: tuple[str, ...], lang: str) -> str:
    """Links to lessons from a page of the shelf (reference/…), as HTML; one that this edition lacks is named."""
    found = [course.find_lesson(slug) for slug in slugs]
    here = [f'<a href="../{item.slug}.html">{escape(item.title[lang])}</a>' for item in found if lang in item.editions]
    elsewhere = [escape(item.title[lang]) for item in found if lang not in item.editions]
    if elsewhere:
        elsewhere[0] = f"{escape(words(lang)['cover_other_edition'])}: {elsewhere[0]}"
    return "; ".join(", ".join(part) for part in (here, elsewhere) if part)


# Navigation --------------------------------------------------------------------------------------------------------


def navigation(app, pagename: str) -> list[dict]:
    """The contents: first the parts of the course in outline order, then the toc's other groups with their captions.

    Each group has ``title``, ``pillar`` (0 outside the course) and ``pages``; each page ``title``, ``href``,
    ``current`` and, for lessons, ``number``, ``minutes``, ``slug``, ``sets``.
    """
    lang, builder, env = app.config.language, app.builder, app.env

    def link(docname: str, title: str, **more) -> dict:
        href = "#content" if docname == pagename else builder.get_relative_uri(pagename, docname)
        return {"href": href, "title": title, "current": docname == pagename, **more}

    groups = []
    for part in course.parts():
        found = [item for item in part.lessons if lang in item.editions and item.slug in env.titles]
        pages = [
            link(
                item.slug,
                words(lang)["opening"] if item.kind == "chapter" and item.part_number else item.title[lang],
                number=course.lesson_number(item),
                minutes=item.minutes["read"] + item.minutes["do"],
                slug=item.slug,
                sets=question_sets(item.slug),
            )
            for item in found
        ]
        if pages:
            groups.append({"title": part.title[lang], "pillar": part.pillar, "pages": pages})
    slugs = {item.slug for item in course.lessons()}
    for tree in env.tocs[app.config.root_doc].findall(addnodes.toctree):
        pages = [
            link(docname, title or env.titles[docname].astext())
            for title, docname in _entries(env, tree)
            if docname not in slugs
        ]
        if pages:
            groups.append({"title": tree.get("caption") or "", "pillar": 0, "pages": pages})
    return groups


def _entries(env, tree):
    """(title or None, docname) of a toctree and of the toctrees below its pages, in reading order."""
    for title, docname in tree["entries"]:
        if docname in env.titles:
            yield title, docname
            for below in env.tocs[docname].findall(addnodes.toctree):
                yield from _entries(env, below)


def edition(app, pagename: str, lesson: course.Lesson | None) -> dict:
    """The way to the other edition: ``lang``, ``href``, ``twin`` (whether this very page exists there), ``url``."""
    lang = app.config.language
    other = next(one for one in LANGUAGES if one != lang)
    sibling = Path(app.srcdir).parent / other
    twin = (
        other in lesson.editions
        if lesson
        else pagename == "search" or any((sibling / f"{pagename}{suffix}").exists() for suffix in SUFFIXES)
    )
    target = pagename if twin else app.config.root_doc
    up = "../" * (pagename.count("/") + 1)
    site = app.config.vecinos_url
    return {
        "lang": other,
        "href": f"{up}{other}/{target}.html",
        "twin": twin,
        "url": f"{site}/{other}/{target}.html" if site and twin else "",
        "own_url": f"{site}/{lang}/{pagename}.html" if site else "",
    }


def on_this_page(doctree) -> list[dict]:
    """The page's second-level headings: [{"id": …, "title": …}]."""
    if doctree is None:
        return []
    top = next(doctree.findall(nodes.section), None)
    sections = [child for child in top.children if isinstance(child, nodes.section)] if top else []
    return [{"id": section["ids"][0], "title": section.next_node(nodes.title).astext()} for section in sections]


# What the page says about itself -----------------------------------------------------------------------------------


def page_title(app, pagename: str, context: dict) -> str:
    book = app.config.html_title
    if pagename == app.config.root_doc:
        return book
    title = re.sub(r"<[^>]+>", "", str(context.get("title") or "")) or words(app.config.language)["search"]
    return f"{title} · Vecinos"


def description(app, pagename: str, doctree, lesson: course.Lesson | None) -> str:
    """One sentence for search engines: front matter's ``description``, the driving question, or the first paragraph."""
    lang = app.config.language
    own = app.env.metadata.get(pagename, {}).get("description")
    if own:
        return str(own)
    if lesson:
        return f"{lesson.title[lang]}: {pick(lesson.question, lang)}"
    if doctree is not None:
        for paragraph in doctree.findall(nodes.paragraph):
            text = " ".join(paragraph.astext().split())
            if len(text) >= 40:
                return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + "…"
    return f"{words(lang)['search_book']}: {app.config.html_title}"


def definitions(doctree, lang: str) -> str:
    """The glossary entries the page links to, as JSON for the script that shows them in place; "" when none."""
    found = {}
    for link in doctree.findall(nodes.reference) if doctree is not None else ():
        anchor = link.get("refuri", "").rpartition("#")[2]
        if "term" in link.get("classes", ()) and anchor.startswith("term-"):
            entry = glossary.find_term(anchor.removeprefix("term-"), lang)
            other = next(one for one in LANGUAGES if one != lang)
            found[anchor] = [entry.term[lang], entry.term[other], entry.definition[lang]]
    return json.dumps(found, ensure_ascii=False).replace("<", "\\u003c") if found else ""


def run_links(app, pagename: str, context: dict) -> str:
    """Small links to run the page: its notebook for download and, with a repository configured, two services."""
    if not (Path(app.srcdir) / f"{pagename}.ipynb").exists():
        return ""
    word, lang = words(app.config.language), app.config.language
    up = "../" * pagename.count("/")
    name = pagename.rpartition("/")[2]
    links = [
        f'<a href="{up}_sources/{context["sourcename"]}" download="{name}.ipynb">{escape(word["download"])}</a>',
    ]
    repository = app.config.vecinos_repository
    if repository:
        path = f"book/{lang}/{pagename}.ipynb"
        branch = app.config.vecinos_branch
        links += [
            f'<a href="https://mybinder.org/v2/gh/{repository}/{branch}?urlpath=lab/tree/{path}">{word["binder"]}</a>',
            f'<a href="https://colab.research.google.com/github/{repository}/blob/{branch}/{path}">{word["colab"]}</a>',
        ]
    return f'<p class="lh-run"><span class="lh-label">{escape(word["run"])}</span> {" ".join(links)}</p>'


def lesson_head(app, pagename: str, context: dict, body: str) -> str:
    """The page with its run links in place, and its objectives folded on phones before the first paint: no jump."""
    body = body.replace(RUN_PLACE, run_links(app, pagename, context), 1)
    fold = '<script>if(innerWidth<700)document.querySelector(".lh-objectives").open=false</script>'
    return re.sub(r'(<details class="lh-objectives".*?</details>)', lambda found: found[1] + fold, body, count=1)
