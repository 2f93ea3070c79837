"""Finding every fault of the tables at once: form by Frictionless, sums and order by the rules of the manifest.

Loading a table stops at its first fault; this module lists them all, for whoever mends them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import frictionless
import pandas as pd
from frictionless import checks

from vecinos.data.errors import DataError
from vecinos.data.load import Catalogue, decode, parse_table
from vecinos.data.manifest import Field, Manifest

PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
TIME_COLUMNS = ("year", "fiscal_year", "month", "date", "start", "academic_year")
RESTORE = "restore the file from the repository, or correct the line and update the hash in the manifest"
MENDS = {
    "incorrect-label": "give the columns the names and the order of the manifest",
    "missing-label": "give the columns the names and the order of the manifest",
    "extra-label": "remove the column, or describe it in the manifest",
    "blank-row": "remove the blank line",
    "extra-cell": "remove the cell, or put quotes around a text that holds a comma",
    "missing-cell": "add the missing cell",
    "type-error": "write the value in the form the manifest asks for",
    "constraint-error": "correct the value, or widen the constraint in the manifest if it is right",
    "primary-key": "remove one of the two rows, or tell them apart in a key column",
    "table-dimensions": "the file was cut: restore it from the repository",
}


@dataclass(frozen=True)
class Finding:
    """One fault: the file, the line (0 = the whole file), the broken rule, what is wrong and how to mend it."""

    file: str
    line: int
    rule: str
    problem: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}: line {self.line}" if self.line else self.file
        return f"{place}: [{self.rule}] {self.problem} Mend: {self.mend}."


def check_table(catalogue: Catalogue, name: str) -> list[Finding]:
    """Every fault of one table, in the order of the file; an empty list when there is none."""
    try:
        manifest = catalogue.manifest(name)
    except DataError as error:
        return [Finding(f"{name}.yaml", 0, "manifest", *_split(error))]
    if not manifest.csv.is_file():
        return [Finding(manifest.csv.name, 0, "file", "There is no such file.", RESTORE)]
    raw = manifest.csv.read_bytes()
    try:
        decode(raw, manifest.csv)
    except DataError as error:
        return [_placed(manifest, "bytes", error)]
    found = list(_form(manifest))
    if found:
        return found
    try:
        frame = parse_table(raw, manifest)
    except DataError as error:  # what Frictionless lets pass: a date such as 1848-13, a blank at a cell's edge
        return [_placed(manifest, "cell", error)]
    found = [*_order(frame, manifest), *_sources(frame, manifest)]
    for rule in manifest.rules:
        found += _rule(rule, frame, manifest, catalogue)
    digest = hashlib.sha256(raw).hexdigest()
    if digest != manifest.sha256:
        problem = f"sha256 is {digest[:12]}…, the manifest says {manifest.sha256[:12]}…"
        found.append(Finding(manifest.csv.name, 0, "hash", problem, RESTORE))
    return found


def _placed(manifest: Manifest, rule: str, error: DataError) -> Finding:
    """The error of a reader as a finding: its file and line go to their places."""
    problem, mend = _split(error)
    problem = problem.removeprefix(f"{manifest.csv}: ")
    line = re.match(r"line (\d+): ", problem)
    if line:
        return Finding(manifest.csv.name, int(line[1]), rule, problem[line.end() :], mend)
    return Finding(manifest.csv.name, 0, rule, problem, mend)


def _split(error: DataError) -> tuple[str, str]:
    problem, _, mend = str(error).partition("Mend: ")
    return problem.strip(), mend.strip().rstrip(".") or RESTORE


def descriptor(manifest: Manifest) -> dict:
    """The table as a Frictionless resource descriptor (texts in English)."""
    return {
        "name": manifest.name,
        "path": manifest.csv.name,
        "scheme": "file",
        "format": "csv",
        "encoding": "utf-8",
        "title": manifest.title["en"],
        "description": manifest.description["en"],
        "sources": [
            {"title": source["title"], **({"path": source["url"]} if "url" in source else {})}
            for source in manifest.sources
        ],
        "schema": {
            "fields": [_field(field) for field in manifest.fields],
            "primaryKey": list(manifest.key),
        },
    }


def _field(field: Field) -> dict:
    constraints = {"required": field.required, **field.constraints}
    if field.labels:
        constraints["enum"] = list(field.labels)
    if field.type == "partial-date":
        constraints["pattern"] = PARTIAL_DATE
    kind = "string" if field.type == "partial-date" else field.type
    return {"name": field.name, "type": kind, "title": field.title["en"], "constraints": constraints}


def _form(manifest: Manifest) -> Iterator[Finding]:
    """Header, types, ranges, codes, keys and number of rows, as Frictionless finds them."""
    resource = frictionless.Resource.from_descriptor(descriptor(manifest), basepath=str(manifest.csv.parent))
    report = resource.validate(
        frictionless.Checklist(checks=[checks.table_dimensions(min_rows=manifest.row_floor)]), limit_errors=200
    )
    for row, column, cell, kind, note in report.flatten(["rowNumber", "fieldName", "cell", "type", "note"]):
        shown = "" if cell in (None, "") else f"{cell!r}: "
        problem = f"{column}: {shown}{note}." if column else f"{shown}{note or kind}."
        yield Finding(manifest.csv.name, row or 0, kind, problem, MENDS.get(kind, RESTORE))


def _order(frame: pd.DataFrame, manifest: Manifest) -> Iterator[Finding]:
    """Within a series, time goes forward: a line chart relies on it."""
    times = [name for name in TIME_COLUMNS if name in manifest.key]
    if not times:
        return
    others = [name for name in manifest.key if name not in times]
    groups = frame.groupby(others, sort=False) if others else [((), frame)]
    for key, group in groups:
        column = group[times[0]]
        back = column.index[column.diff().dt.days < 0] if hasattr(column, "dt") else _backward(column)
        for position in back:
            place = ", ".join(map(str, key if isinstance(key, tuple) else (key,)))
            yield Finding(
                manifest.csv.name,
                position + 2,
                "order",
                f"{times[0]} goes back within {place or 'the table'}.",
                "sort the rows by time within each series",
            )


def _backward(column: pd.Series) -> list[int]:
    values = list(column)
    return [column.index[i] for i in range(1, len(values)) if values[i] < values[i - 1]]


def _sources(frame: pd.DataFrame, manifest: Manifest) -> Iterator[Finding]:
    if "source" not in frame:
        return
    known = {source["key"] for source in manifest.sources}
    for position, cell in frame["source"].items():
        for key in set(cell.split()) - known:
            yield Finding(
                manifest.csv.name,
                position + 2,
                "source",
                f"{key} is not among the sources of the manifest.",
                "add it there and to book/references.bib",
            )


def _rule(rule: dict, frame: pd.DataFrame, manifest: Manifest, catalogue: Catalogue) -> list[Finding]:
    kind = rule.get("rule")
    if kind not in RULES:
        problem = f"There is no rule {kind!r}."
        return [Finding(manifest.path.name, 0, "manifest", problem, f"use one of {', '.join(RULES)}")]
    try:
        return [
            Finding(manifest.csv.name, 0, kind, problem, "correct the figure, or the rule in the manifest")
            for problem in RULES[kind](rule, frame, manifest, catalogue)
        ]
    except DataError as error:
        return [Finding(manifest.path.name, 0, kind, *_split(error))]


def _where(frame: pd.DataFrame, conditions: dict | None) -> pd.DataFrame:
    for column, wanted in (conditions or {}).items():
        frame = frame[frame[column] == wanted]
    return frame


def _parts(rule: dict, frame: pd.DataFrame, manifest: Manifest) -> Iterator[tuple[dict, float, list[float]]]:
    """For each combination of the other key columns: the combination, the total, the parts that are there."""
    frame = _where(frame, rule.get("where"))
    others = [name for name in manifest.key if name not in (rule["column"], "source")]
    for key, group in frame.groupby(others, sort=False):
        place = dict(zip(others, key if isinstance(key, tuple) else (key,), strict=True))
        if any(all(place.get(name) == value for name, value in skip.items()) for skip in rule.get("except", ())):
            continue
        cells = dict(zip(group[rule["column"]], group["value"], strict=True))
        if rule["total"] in cells:
            yield place, cells[rule["total"]], [cells[part] for part in rule["parts"] if part in cells]


def _sum(rule: dict, frame: pd.DataFrame, manifest: Manifest, catalogue: Catalogue) -> Iterator[str]:
    """The total equals the sum of its parts wherever all of them are there."""
    for place, total, parts in _parts(rule, frame, manifest):
        if len(parts) == len(rule["parts"]) and abs(total - sum(parts)) > rule["tolerance"] + 1e-6:
            yield f"{_said(place)}: {rule['total']} is {total:,.10g}, its parts add up to {sum(parts):,.10g}."


def _at_most(rule: dict, frame: pd.DataFrame, manifest: Manifest, catalogue: Catalogue) -> Iterator[str]:
    """The parts never exceed the total."""
    for place, total, parts in _parts(rule, frame, manifest):
        if sum(parts) > total + 1e-6:
            yield f"{_said(place)}: the parts add up to {sum(parts):,.10g}, more than {rule['total']}, {total:,.10g}."


def _difference(rule: dict, frame: pd.DataFrame, manifest: Manifest, catalogue: Catalogue) -> Iterator[str]:
    """The result equals the first flow less the second."""
    as_sum = {**rule, "total": rule["minuend"], "parts": [rule["subtrahend"], rule["result"]]}
    yield from _sum(as_sum, frame, manifest, catalogue)


def _months(how: str, fiscal: bool) -> Callable[..., Iterator[str]]:
    """A rule: twelve months add up to (or average) the year of another table."""

    def rule_of(rule: dict, frame: pd.DataFrame, manifest: Manifest, catalogue: Catalogue) -> Iterator[str]:
        by = rule.get("by", [])
        months = _where(catalogue.table(rule["months"]), rule.get("where_months"))
        year = months["month"].dt.year + (months["month"].dt.month >= 10 if fiscal else 0)
        groups = months.groupby([year.rename("year"), *by])["value"]
        found = groups.agg(how)[groups.count() == 12]
        annual = _where(catalogue.table(rule["annual"]), rule.get("where_annual"))
        annual = annual.set_index([annual["fiscal_year" if fiscal else "year"].rename("year"), *by])["value"]
        yield from _compare(found, annual, rule, rule["months"], rule["annual"])

    return rule_of


def _group_sums(rule: dict, frame: pd.DataFrame, manifest: Manifest, catalogue: Catalogue) -> Iterator[str]:
    """All rows of a year add up to one cell of another table."""
    annual = _where(catalogue.table(rule["annual"]), rule.get("where_annual")).set_index("year")["value"]
    yield from _compare(frame.groupby("year")["value"].sum(), annual, rule, manifest.name, rule["annual"])


def _compare(found: pd.Series, wanted: pd.Series, rule: dict, here: str, there: str) -> Iterator[str]:
    first, last = rule["years"]
    seen = set()
    for key, value in found.items():
        year = key[0] if isinstance(key, tuple) else key
        if not first <= year <= last or key not in wanted.index:
            continue
        seen.add(year)
        if abs(value - wanted[key]) > rule["tolerance"] + 1e-9:
            yield f"{key}: {here} gives {value:,.10g}, {there} has {wanted[key]:,.10g}."
    if len(seen) < last - first + 1:
        yield f"only {len(seen)} of the years {first} to {last} could be compared in {here} and {there}."


def _said(place: dict) -> str:
    return ", ".join(f"{column} {value}" for column, value in place.items())


RULES: dict[str, Callable[..., Iterator[str]]] = {
    "sum": _sum,
    "at_most": _at_most,
    "difference": _difference,
    "year_sums": _months("sum", fiscal=False),
    "year_means": _months("mean", fiscal=False),
    "fiscal_sums": _months("sum", fiscal=True),
    "group_sums": _group_sums,
}
