"""The manifest of a table: what a reader and a check need to know about it besides its cells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from types import MappingProxyType

import yaml

from vecinos.data.errors import DataError
from vecinos.display import Html
from vecinos.i18n import date as say_date
from vecinos.i18n import pick
from vecinos.mode import LANGUAGES, language

HERE = Path(__file__).parent
CHECK_LEVELS = {
    "official": {"en": "the publisher's own page or file", "es": "página o archivo del propio organismo"},
    "two": {"en": "two independent places agree", "es": "coinciden dos fuentes independientes"},
    "single": {"en": "one account only", "es": "una sola fuente"},
    "derived": {"en": "arithmetic on sourced figures", "es": "cálculo sobre cifras con fuente"},
}
# A table whose rows differ says so: the column check has the last word.
TABLE_LEVELS = {**CHECK_LEVELS, "mixed": {"en": "differs by row: see check", "es": "varía por fila: consulta check"}}
YEAR_BASES = {
    "calendar": {"en": "calendar year", "es": "año calendario"},
    "fiscal": {
        "en": "US fiscal year (1 October to 30 September)",
        "es": "año fiscal de Estados Unidos (1 de octubre a 30 de septiembre)",
    },
    "academic": {"en": "academic year", "es": "ciclo escolar"},
    "mixed": {"en": "more than one: see the rows", "es": "más de una: se indica en cada fila"},
    "none": {"en": "not by year", "es": "no es anual"},
}
FIELD_TYPES = ("string", "integer", "number", "date", "yearmonth", "partial-date")
REQUIRED = {
    "name": str,
    "title": dict,
    "description": dict,
    "schema": dict,
    "publisher": dict,
    "sources": list,
    "vintage": str,
    "retrieved": str,
    "licence": dict,
    "check": str,
    "sha256": str,
    "row_floor": int,
    "year_basis": str,
    "builder": dict,
}
OPTIONAL = {"vintage_note": dict, "breaks": list, "nulls": dict, "rules": list, "refresh": list}
FIELD_KEYS = {"name", "type", "title", "unit", "labels", "constraints"}
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORDS = {
    "fields": {"en": "Columns", "es": "Columnas"},
    "column": {"en": "Column", "es": "Columna"},
    "meaning": {"en": "Meaning", "es": "Significado"},
    "unit": {"en": "Unit", "es": "Unidad"},
    "publisher": {"en": "Publisher", "es": "Publica"},
    "vintage": {"en": "Version of the figures", "es": "Versión de las cifras"},
    "retrieved": {"en": "Retrieved", "es": "Consulta"},
    "year_basis": {"en": "Year", "es": "Año"},
    "check": {"en": "How far checked", "es": "Grado de verificación"},
    "licence": {"en": "Terms of use", "es": "Condiciones de uso"},
    "breaks": {"en": "Breaks in the series", "es": "Cortes en la serie"},
    "nulls": {"en": "Empty cells", "es": "Celdas vacías"},
    "builder": {"en": "How it was compiled", "es": "Cómo se compiló"},
    "sources": {"en": "Sources", "es": "Fuentes"},
    "source": {"en": "Source", "es": "Fuente"},
    "by_row": {"en": "see the rows", "es": "según la fila"},
    "verified": {"en": "terms checked {}", "es": "condiciones verificadas el {}"},
}


def load_yaml(path: Path) -> dict:
    """A YAML file as a mapping. Raises DataError naming the file and line when it is not one."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError(f"{path}: there is no such file. Mend: restore it from the repository.") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: byte {error.start}: not UTF-8. Mend: save the file as UTF-8.") from None
    try:
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        problem = getattr(error, "problem", None) or error
        raise DataError(f"{path}: {place}not valid YAML ({problem}). Mend: correct that line.") from None
    if not isinstance(content, dict):
        raise DataError(f"{path}: holds no mapping. Mend: restore it from the repository.")
    return content


@cache
def units() -> Mapping[str, dict]:
    """The controlled list of units: name -> {"en": …, "es": …}."""
    return MappingProxyType(load_yaml(HERE / "units.yaml"))


@cache
def licences() -> Mapping[str, dict]:
    """The terms of use the tables name: name -> {"en": …, "es": …, "verified": ISO date or None}."""
    return MappingProxyType(load_yaml(HERE / "licences.yaml"))


@dataclass(frozen=True)
class Field:
    """One column. ``labels`` maps a code to {"en", "es"} and, when units differ by row, ``unit``."""

    name: str
    type: str
    title: dict[str, str]
    unit: str | dict | None
    labels: dict[str, dict]
    constraints: dict

    @property
    def required(self) -> bool:
        return self.constraints.get("required", True)


@dataclass(frozen=True, eq=False, repr=False)
class Manifest:
    """What is known about one table. Texts are {"en": …, "es": …}.

    ``fields`` in column order; ``key``: the columns no two rows share; ``sources``: mappings with key, title,
    publisher, date, check and, where the page is known, url; ``breaks``: {"at", "series", "why"}, where ``at`` is the
    first period after the break and ``series`` None means every series; ``vintage`` and ``retrieved``: ISO dates.
    """

    path: Path
    name: str
    title: dict
    description: dict
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    publisher: dict
    sources: tuple[dict, ...]
    vintage: str
    vintage_note: dict | None
    retrieved: str
    licence: dict
    check: str
    sha256: str
    row_floor: int
    year_basis: str
    breaks: tuple[dict, ...]
    nulls: dict
    builder: dict
    rules: tuple[dict, ...]
    refresh: tuple[dict, ...]

    def __deepcopy__(self, memo) -> Manifest:
        # pandas copies attrs at nearly every step; a manifest never changes, so the copy is the thing itself.
        return self

    def __repr__(self) -> str:
        return f"<table {self.name}: {pick(self.title)}>"

    @property
    def csv(self) -> Path:
        return self.path.with_suffix(".csv")

    def field(self, name: str) -> Field:
        """The column of this name. Raises DataError that lists the columns there are."""
        for field in self.fields:
            if field.name == name:
                return field
        columns = ", ".join(field.name for field in self.fields)
        raise DataError(f"table {self.name}: no column {name!r}. Columns: {columns}.")

    def labels(self, column: str, lang: str | None = None) -> dict[str, str]:
        """code -> reader's label, in the order of the manifest. Raises DataError for a column without labels."""
        field = self.field(column)
        if not field.labels:
            labelled = ", ".join(field.name for field in self.fields if field.labels) or "none"
            raise DataError(f"table {self.name}: column {column!r} has no labels. Columns with labels: {labelled}.")
        return {code: pick(text, lang) for code, text in field.labels.items()}

    def unit(self, column: str = "value", lang: str | None = None, *, of: str | None = None) -> str | None:
        """The unit of a column, in words; None for a column without one.

        Where the unit differs by row, ``of`` is the code that decides it ("exports" in a column of series).
        """
        name = self.unit_name(column, of=of)
        return None if name is None else pick(units()[name], lang)

    def unit_name(self, column: str = "value", *, of: str | None = None) -> str | None:
        """The unit's name in the controlled list ("usd_million"); arguments as for ``unit``."""
        unit = self.field(column).unit
        if not isinstance(unit, dict):
            return unit
        labels = self.field(unit["by"]).labels
        names = {entry.get("unit") for entry in labels.values()}
        if of is None and len(names) == 1:
            return names.pop()
        if of not in labels:
            raise DataError(
                f"table {self.name}: the unit of {column!r} depends on {unit['by']!r}: "
                f"give of=, one of {', '.join(labels)}."
            )
        return labels[of].get("unit")

    def source_line(self, lang: str | None = None) -> str:
        """One line to stand under a chart: the publisher and the version of the figures."""
        vintage = say_date(self.vintage, lang)
        return f"{pick(self.publisher, lang)} ({vintage})"

    def facts(self) -> list[tuple[str, str]]:
        """(heading, text) pairs of the short facts, in the current language."""
        terms = licences()[self.licence["name"]]
        licence = pick(terms)
        if terms.get("verified"):
            licence += f" ({pick(WORDS['verified']).format(say_date(terms['verified']))})"
        vintage = say_date(self.vintage)
        if self.vintage_note:
            vintage += f". {pick(self.vintage_note)}"
        facts = [
            ("publisher", pick(self.publisher)),
            ("vintage", vintage),
            ("retrieved", say_date(self.retrieved)),
            ("year_basis", pick(YEAR_BASES[self.year_basis])),
            ("check", pick(TABLE_LEVELS[self.check])),
            ("licence", licence),
            ("builder", pick(self.builder)),
        ]
        return [(pick(WORDS[word]), text) for word, text in facts]

    def lists(self) -> list[tuple[str, list[str]]]:
        """(heading, items) pairs of the lists that are not empty, in the current language."""
        lists = [
            ("breaks", [self.break_text(entry) for entry in self.breaks]),
            ("nulls", [f"{column}: {pick(text)}" for column, text in self.nulls.items()]),
            ("sources", [_source_text(entry) for entry in self.sources]),
        ]
        return [(pick(WORDS[word]), items) for word, items in lists if items]

    def break_text(self, entry: dict) -> str:
        """One of ``breaks`` in words: when, in which series, why."""
        code = entry.get("series")
        names = [pick(field.labels[code]) for field in self.fields if code in field.labels]
        series = f" ({names[0] if names else code})" if code else ""
        return f"{say_date(str(entry['at']))}{series}: {pick(entry['why'])}"

    def columns(self) -> list[tuple[str, str, str]]:
        """(name, meaning, unit) of each column, in the current language; the unit is "" where there is none."""
        rows = []
        for field in self.fields:
            unit = field.unit
            text = "" if unit is None else pick(WORDS["by_row"] if isinstance(unit, dict) else units()[unit])
            rows.append((field.name, pick(field.title), text))
        return rows

    def _text(self) -> str:
        lines = [pick(self.title), pick(self.description), ""]
        lines += [f"  {' | '.join(part for part in row if part)}" for row in self.columns()] + [""]
        lines += [f"{heading}: {text}" for heading, text in self.facts()]
        for heading, items in self.lists():
            lines += [f"{heading}:", *(f"  - {item}" for item in items)]
        return "\n".join(lines)

    def _html(self) -> str:
        head = "".join(f'<th scope="col">{escape(pick(WORDS[word]))}</th>' for word in ("column", "meaning", "unit"))
        body = "".join(
            f'<tr><th scope="row"><code>{escape(name)}</code></th>'
            f"<td>{escape(meaning)}</td><td>{escape(unit)}</td></tr>"
            for name, meaning, unit in self.columns()
        )
        facts = "".join(f"<dt>{escape(heading)}</dt><dd>{escape(text)}</dd>" for heading, text in self.facts())
        for heading, items in self.lists():
            points = "".join(f"<li>{escape(item)}</li>" for item in items)
            facts += f"<dt>{escape(heading)}</dt><dd><ul>{points}</ul></dd>"
        return (
            f'<div class="dt-about" lang="{language()}"><p class="dt-title">{escape(pick(self.title))} '
            f"<code>{escape(self.name)}</code></p><p>{escape(pick(self.description))}</p>"
            f'<div class="dt-box"><table><caption>{escape(pick(WORDS["fields"]))}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div><dl>{facts}</dl></div>"
        )

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return Html(self._html(), self._text(), styles=("about",))._repr_mimebundle_(include, exclude)


def _source_text(entry: dict) -> str:
    level = pick(CHECK_LEVELS[entry["check"]])
    return ", ".join(part for part in (entry["publisher"], entry["title"], entry["date"]) if part) + f" [{level}]"


def read_manifest(path: Path) -> Manifest:
    """The manifest in a YAML file. Raises DataError naming the file, the key and the mend."""
    raw = load_yaml(path)
    _expect_keys(path, raw)
    for key in ("title", "description", "publisher", "builder", "vintage_note"):
        if raw.get(key) is not None:
            _expect_text(path, key, raw[key])
    if raw["name"] != path.stem:
        raise DataError(f"{path}: name is {raw['name']!r}. Mend: it must be the file's own name, {path.stem!r}.")
    fields = tuple(_field(path, position, entry) for position, entry in enumerate(raw["schema"].get("fields", [])))
    known = {field.name for field in fields}
    if not fields or len(known) < len(fields):
        raise DataError(f"{path}: schema.fields: empty, or a name twice. Mend: one entry for each column.")
    key = tuple(raw["schema"].get("primaryKey", ()))
    if not key or set(key) - known:
        raise DataError(f"{path}: schema.primaryKey: must name columns of the table, found {list(key)}.")
    _expect_unit_columns(path, fields)
    _expect_values(path, raw, known)
    return Manifest(
        path=path,
        fields=fields,
        key=key,
        sources=tuple(raw["sources"]),
        breaks=tuple(raw.get("breaks", ())),
        nulls=raw.get("nulls", {}),
        rules=tuple(raw.get("rules", ())),
        refresh=tuple(raw.get("refresh", ())),
        vintage_note=raw.get("vintage_note"),
        **{name: raw[name] for name in REQUIRED if name not in ("schema", "sources")},
    )


def _expect_keys(path: Path, raw: dict) -> None:
    for key, kind in REQUIRED.items():
        if key not in raw:
            raise DataError(f"{path}: {key} is missing. Mend: add it (docs/data.md lists the keys).")
        if not isinstance(raw[key], kind):
            raise DataError(f"{path}: {key}: expected {kind.__name__}, found {raw[key]!r}. Mend: put dates in quotes.")
    for key, kind in OPTIONAL.items():
        if not isinstance(raw.get(key, kind()), kind):
            raise DataError(f"{path}: {key}: expected {kind.__name__}, found {raw[key]!r}.")
    unknown = set(raw) - set(REQUIRED) - set(OPTIONAL)
    if unknown:
        raise DataError(f"{path}: unknown key {sorted(unknown)[0]!r}. Mend: remove or correct it (see docs/data.md).")


def _expect_text(path: Path, place: str, text: object) -> None:
    if not isinstance(text, dict) or any(not isinstance(text.get(lang), str) or not text[lang] for lang in LANGUAGES):
        raise DataError(f"{path}: {place}: needs a text in {' and '.join(LANGUAGES)}, found {text!r}.")


def _field(path: Path, position: int, entry: dict) -> Field:
    place = f"schema.fields[{position}]"
    name = entry.get("name")
    if not isinstance(name, str) or set(entry) - FIELD_KEYS:
        raise DataError(f"{path}: {place}: keys must be {', '.join(sorted(FIELD_KEYS))}; found {sorted(entry)}.")
    place = f"{place} ({name})"
    if entry.get("type") not in FIELD_TYPES:
        raise DataError(f"{path}: {place}: type {entry.get('type')!r}. Mend: one of {', '.join(FIELD_TYPES)}.")
    _expect_text(path, f"{place}.title", entry.get("title"))
    unit = entry.get("unit")
    if isinstance(unit, str):
        _expect_unit(path, f"{place}.unit", unit)
    labels = entry.get("labels", {})
    for code, label in labels.items():
        if not isinstance(code, str):
            raise DataError(f"{path}: {place}.labels: code {code!r} is no text. Mend: put it in quotes.")
        _expect_text(path, f"{place}.labels.{code}", label)
        if "unit" in label:
            _expect_unit(path, f"{place}.labels.{code}.unit", label["unit"])
    return Field(name, entry["type"], entry["title"], unit, labels, entry.get("constraints", {}))


def _expect_unit(path: Path, place: str, unit: str) -> None:
    if unit not in units():
        raise DataError(f"{path}: {place}: {unit!r} is not in units.yaml. Mend: use a listed unit, or add it there.")


def _expect_unit_columns(path: Path, fields: tuple[Field, ...]) -> None:
    labels = {field.name: field.labels for field in fields}
    for field in fields:
        if field.type in ("number", "integer") and field.unit is None and field.name == "value":
            raise DataError(f"{path}: column {field.name} has no unit. Mend: give it one from units.yaml.")
        if isinstance(field.unit, dict):
            column = field.unit.get("by")
            missing = [code for code, label in labels.get(column, {}).items() if "unit" not in label]
            if not labels.get(column) or missing:
                raise DataError(
                    f"{path}: the unit of {field.name} is given by {column!r}, "
                    f"but these codes have none: {missing or 'no labels at all'}. Mend: add unit to each label."
                )


def _expect_values(path: Path, raw: dict, columns: set[str]) -> None:
    def expect(truth: bool, place: str, mend: str) -> None:
        if not truth:
            raise DataError(f"{path}: {place}: {mend}")

    for key in ("vintage", "retrieved"):
        expect(_is_date(raw[key]), key, f"{raw[key]!r} is no date. Mend: write it as 2026, 2026-11 or 2026-11-23.")
    expect(raw["check"] in TABLE_LEVELS, "check", f"{raw['check']!r} is not one of {', '.join(TABLE_LEVELS)}.")
    expect(raw["year_basis"] in YEAR_BASES, "year_basis", f"must be one of {', '.join(YEAR_BASES)}.")
    expect(raw["licence"].get("name") in licences(), "licence.name", "must be listed in licences.yaml.")
    expect(bool(re.fullmatch(r"[0-9a-f]{64}", raw["sha256"])), "sha256", "must be 64 lower-case hex digits.")
    expect(raw["row_floor"] > 0, "row_floor", "must be above 0.")
    expect(bool(raw["sources"]), "sources", "is empty. Mend: name at least one source.")
    for position, source in enumerate(raw["sources"]):
        place = f"sources[{position}]"
        expect(bool(KEY.fullmatch(str(source.get("key", "")))), f"{place}.key", "must be lower-case-kebab.")
        expect({"title", "publisher", "date", "check"} <= set(source), place, "needs title, publisher, date, check.")
        expect(source["check"] in CHECK_LEVELS, f"{place}.check", f"must be one of {', '.join(CHECK_LEVELS)}.")
    for position, entry in enumerate(raw.get("breaks", ())):
        expect(_is_date(str(entry.get("at"))), f"breaks[{position}].at", "must be the first period after the break.")
        _expect_text(path, f"breaks[{position}].why", entry.get("why"))
    for column, text in raw.get("nulls", {}).items():
        expect(column in columns, f"nulls.{column}", "no such column.")
        _expect_text(path, f"nulls.{column}", text)


def _is_date(text: str) -> bool:
    if not ISO.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
