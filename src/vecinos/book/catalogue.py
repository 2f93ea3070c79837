"""The data catalogue: a list of every table and, for each table, a page with all a reader may ask about it.

The list is the directive ``{vecinos-data}``; the pages are made from the manifests after the sources are read, with the
table and its manifest beside them, so that downloads work from a folder too.
"""

from __future__ import annotations

import csv
import re
import shutil
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book import sparkline
from vecinos.book.catalogue_words import FIELD_TYPES, RULES, WORDS
from vecinos.book.citing import citations
from vecinos.data import manifest, table, tables
from vecinos.data.check import TIME_COLUMNS
from vecinos.data.manifest import CHECK_LEVELS, Manifest, units
from vecinos.i18n import date as say_date
from vecinos.i18n import number, pick
from vecinos.mode import LANGUAGES

THEMES = Path(course.__file__).parent / "data" / "themes.yaml"
BANK = Path(course.__file__).parent / "quiz" / "bank"
LIST = "reference/data"
SHOWN_ROWS, SHOWN_SERIES, SHOWN_CODES, SHOWN_SOURCES = 4, 6, 6, 12
IN_CODE = re.compile(r"""\btable\(\s*\\?["']([a-z0-9-]+)""")
IN_BANK = re.compile(r"\btable:\s*([a-z0-9-]+)")


def setup(app) -> None:
    app.add_directive("vecinos-data", Catalogue)
    app.connect("html-collect-pages", _pages)
    app.connect("html-page-context", _link_tables, priority=600)  # after the theme has made the page's body


@cache
def themes(path: Path = THEMES) -> dict[str, dict]:
    """theme -> {"title": {"en", "es"}, "tables": [names]}. Raises ValueError for a table in no theme or in two."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    listed = [name for theme in found.values() for name in theme["tables"]]
    if lost := sorted(set(tables()) - set(listed)):
        raise ValueError(f"{path.name}: no theme for {', '.join(lost)}. Mend: add it to the tables of one theme.")
    if unknown := sorted({name for name in listed if name not in tables() or listed.count(name) > 1}):
        raise ValueError(
            f"{path.name}: {', '.join(unknown)}: no such table, or listed twice. Mend: one entry for each."
        )
    return found


def page_of(name: str) -> str:
    """The page of a table, without its ending."""
    return f"{LIST}/{name}"


# Who uses a table ---------------------------------------------------------------------------------------------------


def used_by(source: Path, slug: str) -> set[str]:
    """The tables that a lesson's notebook and its questions read."""
    notebook, bank = source / f"{slug}.ipynb", BANK / f"{slug}.yml"
    found = set(IN_CODE.findall(notebook.read_text(encoding="utf-8"))) if notebook.exists() else set()
    found |= set(IN_BANK.findall(bank.read_text(encoding="utf-8"))) if bank.exists() else set()
    return found & set(tables())


# The list -----------------------------------------------------------------------------------------------------------


class Catalogue(SphinxDirective):
    """``{vecinos-data}``: every table under its theme, in the same order in both editions."""

    def run(self) -> list[nodes.Node]:
        for path in (THEMES, *(manifest(name).path for name in tables())):
            self.env.note_dependency(str(path))
        word = {key: text[self.config.language] for key, text in WORDS.items()}
        finder = f'<div data-finder="{word["find"]}|{word["found"]}|{word["found_one"]}"></div>'
        jumps = "".join(f'<li><a href="#{key}">{escape(pick(one["title"]))}</a></li>' for key, one in themes().items())
        jump = f'<nav class="dc-themes" aria-label="{word["themes"]}"><ul>{jumps}</ul></nav>'
        return [
            nodes.raw("", finder + jump, format="html"),
            *(self._theme(key, theme) for key, theme in themes().items()),
        ]

    def _theme(self, key: str, theme: dict) -> nodes.section:
        listing = nodes.definition_list(classes=["dc"])
        for name in theme["tables"]:
            listing += self._entry(manifest(name))
        return nodes.section("", nodes.title("", pick(theme["title"])), listing, ids=[key], names=[key])

    def _entry(self, known: Manifest) -> nodes.definition_list_item:
        address = f"{page_of(known.name).removeprefix(LIST.rpartition('/')[0] + '/')}.html"
        head = nodes.term("", "", nodes.reference("", pick(known.title), refuri=address, internal=True))
        facts = " · ".join((span(table(known.name), known), pick(known.publisher)))
        text = nodes.definition("", nodes.paragraph("", pick(known.description)))
        text += nodes.paragraph("", facts, classes=["dc-facts"])
        text += nodes.raw("", f'<span hidden lang="{self._other()}">{escape(self._keys(known))}</span>', format="html")
        return nodes.definition_list_item("", head, text)

    def _other(self) -> str:
        return next(one for one in LANGUAGES if one != self.config.language)

    def _keys(self, known: Manifest) -> str:
        """Further words that find a table: its name, its title in the other language, what its codes stand for."""
        codes = [pick(text) for field in known.fields if field.name not in ("status", "check")
                 for text in field.labels.values()]  # fmt: skip
        return " ".join(dict.fromkeys([known.name, known.title[self._other()], *codes]))


# A table's page -----------------------------------------------------------------------------------------------------


def _pages(app):
    """(page name, context, template) for each table; its files are copied beside its page."""
    if app.builder.format != "html" or LIST not in app.env.titles:
        return
    folder = Path(app.outdir) / LIST
    folder.mkdir(parents=True, exist_ok=True)
    order = [name for theme in themes().values() for name in theme["tables"]]
    lessons = [item for item in course.lessons(app.config.language) if item.slug in app.env.titles]
    uses = {item.slug: used_by(Path(app.srcdir), item.slug) for item in lessons}
    for place, name in enumerate(order):
        known = manifest(name)
        for path in (known.csv, known.path):
            shutil.copyfile(path, folder / path.name)
        context = table_page(known, app.config.language, app.config.vecinos_url)
        context["lessons"] = [
            {"href": app.builder.get_relative_uri(page_of(name), item.slug), "title": item.title[app.config.language]}
            for item in lessons
            if name in uses[item.slug]
        ]
        for key, other in (
            ("prev", order[place - 1] if place else ""),
            ("next", "".join(order[place + 1 : place + 2])),
        ):
            context[key] = {"link": f"{other}.html", "title": escape(pick(manifest(other).title))} if other else None
        yield page_of(name), context, "table.html"


def table_page(known: Manifest, lang: str, site: str) -> dict:
    """What the template ``table.html`` shows of one table, in the current language."""
    frame = table(known.name)
    word = {key: text[lang] for key, text in WORDS.items()}
    theme_key, theme = next((key, one) for key, one in themes().items() if known.name in one["tables"])
    drawn = series(frame, known)
    shown = SHOWN_SERIES + (len(drawn) == SHOWN_SERIES + 1)  # one more takes no more room than saying so
    return {
        "title": pick(known.title),
        "t": known,
        "d": word,
        "theme": {"title": pick(theme["title"]), "href": f"../data.html#{theme_key}"},
        "description_text": pick(known.description),
        "span": span(frame, known),
        "size": f"{number(known.csv.stat().st_size / 1000, 0 if known.csv.stat().st_size > 9500 else 1)} kB",
        "series": drawn[:shown],
        "more_series": word["more_series"].format(number(len(drawn) - SHOWN_SERIES))
        if len(drawn) > SHOWN_SERIES
        else "",
        "one_scale": bool(drawn) and drawn[0]["kind"] == "bar",
        "rows": preview(known),
        "count": number(len(frame)),
        "columns": columns(known, word),
        "breaks": [known.break_text(entry) for entry in known.breaks],
        "promises": promises(frame, known, word),
        "facts": known.facts(),
        "origins": [origin(entry) for entry in known.sources],
        "fold_sources": word["all_sources"].format(len(known.sources)) if len(known.sources) > SHOWN_SOURCES else "",
        "cite": citations(known, lang, f"{site}/{lang}/{page_of(known.name)}.html" if site else "", version("vecinos")),
    }


def span(frame: pd.DataFrame, known: Manifest) -> str:
    """How many rows, and from when to when: "637 rows, 1985–2025"."""
    rows = f"{number(len(frame))} {pick(WORDS['rows_of'])}"
    column = time_column(frame)
    if column is None:
        return rows
    years = sorted(sparkline.place(at) for at in frame[column] if not pd.isna(at))
    first, last = int(years[0]), int(years[-1])
    return f"{rows}, {first}" if first == last else f"{rows}, {first}–{last}"


def time_column(frame: pd.DataFrame) -> str | None:
    """The column that dates the rows; a school year such as 2023/24 is dated by its column of years."""
    return next((name for name in TIME_COLUMNS if name in frame and name != "academic_year"), None)


def preview(known: Manifest) -> list[list[str] | None]:
    """The first and last rows as they stand in the file; None where rows are left out."""
    with known.csv.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return rows if len(rows) <= 2 * SHOWN_ROWS + 1 else [*rows[:SHOWN_ROWS], None, *rows[-SHOWN_ROWS:]]


def columns(known: Manifest, word: dict) -> list[dict]:
    """Each column: name, meaning, unit, kind, and its codes with their meaning."""
    found = []
    for field, (name, meaning, unit) in zip(known.fields, known.columns(), strict=True):
        codes = [
            (code, pick(text) + (f" ({pick(units()[text['unit']])})" if text.get("unit") else ""))
            for code, text in field.labels.items()
        ]
        numeric = field.type in ("integer", "number")
        found.append({
            "name": name, "meaning": meaning, "unit": unit, "kind": pick(FIELD_TYPES[field.type]), "numeric": numeric,
            "codes": codes, "folded": len(codes) > SHOWN_CODES, "key": name in known.key,
            "codes_title": word["codes"].format(number(len(codes))),
        })  # fmt: skip
    return found


def promises(frame: pd.DataFrame, known: Manifest, word: dict) -> list[str]:
    """What every load proves or the tests check: rows, key, empty cells, arithmetic."""
    found = [word["floor"].format(number(known.row_floor), number(len(frame)))]
    found.append(word["key"].format(", ".join(known.key)))
    empty = [field.name for field in known.fields if not field.required]
    found.append(word["may_be_empty"].format(", ".join(empty)) if empty else word["never_empty"])
    found += [f"{column}: {pick(text)}" for column, text in known.nulls.items()]
    for rule in known.rules:
        found.append(pick(RULES[rule["rule"]]).format(**_rule_names(known, rule)))
    return list(dict.fromkeys(found))


def _rule_names(known: Manifest, rule: dict) -> dict[str, str]:
    """What a rule speaks of, in the reader's words: codes by their label, tables by their name, years as a span."""
    codes = _label_map(known, rule["column"]) if "column" in rule else {}
    quoted = pick(WORDS["quoted"])
    found = {key: rule[key] for key in ("months", "annual") if key in rule}
    for key in {"result", "minuend", "subtrahend", "total", "parts"} & set(rule):
        ones = rule[key] if isinstance(rule[key], list) else [rule[key]]
        found[key] = ", ".join(quoted.format(codes.get(one, one)) for one in ones)
    found["years"] = "–".join(str(year) for year in rule.get("years", ()))
    return found


def origin(entry: dict) -> dict:
    """A source as the page names it, with its address where that is known."""
    parts = [entry["publisher"], entry["date"]]
    return {
        "title": entry["title"],
        "url": entry.get("url", ""),
        "rest": ", ".join(part for part in parts if part),
        "check": pick(CHECK_LEVELS[entry["check"]]),
    }


def series(frame: pd.DataFrame, known: Manifest) -> list[dict]:
    """The table's series, the longest first: label, what to draw, ends in words; [] without figures."""
    time = time_column(frame)
    if "value" not in frame or time is None:
        return []
    by = [column for column in known.key if column not in (*TIME_COLUMNS, "end")]
    whole = frame.dropna(subset=["value"])
    groups = whole.groupby(by, sort=False, dropna=False) if by else [((), whole)]
    found = []
    for codes, piece in groups:
        codes = codes if isinstance(codes, tuple) else (codes,)
        unit = _unit(known, dict(zip(by, codes, strict=True)))
        points = [(sparkline.place(at), float(value)) for at, value in zip(piece[time], piece["value"], strict=True)]
        names = [_label(known, column, code) for column, code in zip(by, codes, strict=True) if not pd.isna(code)]
        label = " · ".join(filter(None, names)) or pick(known.title)
        told = [(_said(at), f"{_figure(y)} {unit}".strip()) for at, (_, y) in zip(piece[time], points, strict=True)]
        cuts = [
            sparkline.place(str(one["at"])) for one in known.breaks if one.get("series") in (None, *map(str, codes))
        ]
        found.append({"label": label[0].upper() + label[1:], "points": points, "unit": unit,
                      "first": told[0], "last": told[-1], "cuts": cuts})  # fmt: skip
    found.sort(key=lambda one: -len(one["points"]))
    return _drawn(found)


def _drawn(found: list[dict]) -> list[dict]:
    """Lines where a series has at least three dates; else bars on one scale, if all share unit and sign; else words."""
    if len(found[0]["points"]) >= 3:
        limits = [at for one in found[: SHOWN_SERIES + 1] for at, _ in one["points"]]
        for one in found:
            one["kind"] = "line"
            one["svg"] = sparkline.line(one["points"], one["cuts"], (min(limits), max(limits)))
        return found
    last = [one["points"][-1][1] for one in found]
    alike = len({one["unit"] for one in found}) == 1 and len(found) > 1 and min(last) >= 0 < max(last)
    for one, value in zip(found, last, strict=True):
        one["kind"] = "bar" if alike else "words"
        one["svg"] = sparkline.bar(value / max(last)) if alike else ""
    return sorted(found, key=lambda one: -one["points"][-1][1]) if alike else found


def _label(known: Manifest, column: str, code) -> str:
    """A code in words; "" where it says nothing: that a year is a whole year."""
    if column == "period" and code == "year":
        return ""
    if column == "source":
        return next((f"{one['publisher']}, {one['date']}" for one in known.sources if one["key"] == code), str(code))
    return _label_map(known, column).get(code, str(code))


def _label_map(known: Manifest, column: str) -> dict[str, str]:
    return known.labels(column) if known.field(column).labels else {}


def _unit(known: Manifest, codes: dict) -> str:
    unit = known.field("value").unit
    if isinstance(unit, dict):
        unit = known.field(unit["by"]).labels[codes[unit["by"]]].get("unit") if unit["by"] in codes else None
    return pick(units()[unit]) if unit else ""


def _said(at) -> str:
    if isinstance(at, pd.Timestamp):
        return say_date(at.strftime("%Y-%m" if at.day == 1 else "%Y-%m-%d"))
    return say_date(str(at))


def _figure(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return number(value, min(len(text.partition(".")[2]), 0 if abs(value) >= 1000 else 2))


# From lessons to tables ---------------------------------------------------------------------------------------------


def _link_tables(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Table pages get their place in the frame; lesson pages get links to the tables they use."""
    if templatename == "table.html":
        _complete(app, pagename, context)
    elif context.get("lesson") and context.get("body") and LIST in app.env.titles:
        names = sorted(used_by(Path(app.srcdir), pagename))
        if names:
            context["body"] = with_tables(context["body"], names, lambda name: _address(app, pagename, name))


def _address(app, pagename: str, name: str) -> str:
    return app.builder.get_relative_uri(pagename, LIST).removesuffix(".html") + f"/{name}.html"


def with_tables(body: str, names: list[str], address) -> str:
    """A lesson's page with a link from each chart's source to its table, and all its tables named at the end."""
    links = {
        escape(pick(manifest(name).title)): f'<a href="{address(name)}">{escape(pick(manifest(name).title))}</a>'
        for name in names
    }

    def linked(found: re.Match) -> str:
        parts = found[2].split("; ")
        for place, part in enumerate(parts):
            title = next((title for title in links if part.endswith(f", {title}")), None)
            if title:
                parts[place] = part.removesuffix(title) + links[title]
        return found[1] + "; ".join(parts) + found[3]

    body = re.sub(r'(<p class="cx-source">)(.*?)(</p>)', linked, body)
    items = "".join(f"<li>{link}</li>" for link in links.values())
    heading = escape(pick(WORDS["on_this_page"]))
    return (
        f'{body}<section class="dc-used" aria-labelledby="tables-title"><h2 id="tables-title">{heading}</h2>'
        f"<ul>{items}</ul></section>"
    )


def _complete(app, pagename: str, context: dict) -> None:
    other = next(one for one in LANGUAGES if one != app.config.language)
    up = "../" * (pagename.count("/") + 1)
    site = app.config.vecinos_url
    context["edition"] |= {
        "href": f"{up}{other}/{pagename}.html",
        "twin": True,
        "url": f"{site}/{other}/{pagename}.html" if site else "",
    }
    text = context["description_text"]
    context["description"] = text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + "…"
    word = context["d"]
    sections = [
        ("glance", word["glance"] if context["series"] else ""), ("rows", word["rows"]), ("columns", word["columns"]),
        ("breaks", word["breaks"] if context["breaks"] else ""), ("promises", word["promises"]),
        ("origin", word["origin"]), ("lessons", word["lessons"]), ("cite", word["cite"]),
    ]  # fmt: skip
    context["on_this_page"] = [{"id": key, "title": title} for key, title in sections if title]
