"""Renewing a table from its official source: fetch, compare, refuse the implausible, write both files or neither."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from vecinos.data._http import Http
from vecinos.data.clients import CLIENTS, Row
from vecinos.data.errors import DataError
from vecinos.data.load import Catalogue, parse_table
from vecinos.data.manifest import Manifest, read_manifest

TIMES = ("month", "year", "fiscal_year", "date")
LARGEST_REVISION = 0.10
KEEP = "The table was not changed."


@dataclass
class Difference:
    """What a refresh would change. Keys are tuples of the key columns' texts."""

    added: list[tuple] = field(default_factory=list)
    revised: list[tuple[tuple, float, float]] = field(default_factory=list)
    dropped: list[tuple] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.revised or self.dropped)

    def __add__(self, other: Difference) -> Difference:
        return Difference(self.added + other.added, self.revised + other.revised, self.dropped + other.dropped)

    def largest(self) -> tuple[tuple, float, float] | None:
        """The revision that moves a value most, as a share of the old value."""
        return max(self.revised, key=_size, default=None)

    def implausible(self) -> str | None:
        """Why a person should look before this is written; None when nothing is strange."""
        if self.dropped:
            return f"{len(self.dropped)} rows are gone from the source, the first {_said(self.dropped[0])}"
        largest = self.largest()
        if largest and _size(largest) > LARGEST_REVISION:
            return f"{_revision(largest)}: more than {LARGEST_REVISION:.0%}"
        return None

    def lines(self) -> list[str]:
        """The report, one line for each kind of change."""
        lines = []
        if self.added:
            lines.append(f"{len(self.added)} rows added, {_said(self.added[0])} to {_said(self.added[-1])}")
        if self.revised:
            lines.append(f"{len(self.revised)} rows revised, most: {_revision(self.largest())}")
        if self.dropped:
            lines.append(f"{len(self.dropped)} rows dropped, {_said(self.dropped[0])} to {_said(self.dropped[-1])}")
        return lines or ["nothing new"]


def refresh_table(catalogue: Catalogue, name: str, http: Http, confirm: bool = False) -> Difference:
    """Renew one table and return what changed.

    Raises DataError, and leaves both files as they were, when the table has no source that can be asked, the key is
    missing, the answer is bad, or the change is implausible and ``confirm`` is false.
    """
    manifest = catalogue.manifest(name)
    if not manifest.refresh:
        able = [table for table in catalogue.tables() if catalogue.manifest(table).refresh]
        raise DataError(f"{name}: its source has no address that can be asked. Tables that have: {', '.join(able)}.")
    catalogue.table(name)  # a table that is already damaged must be mended first
    keys = [CLIENTS[entry["client"]].key() for entry in manifest.refresh]  # all of them, before anything is asked
    new, difference = _read(manifest), Difference()
    for entry, key in zip(manifest.refresh, keys, strict=True):
        try:
            fresh = CLIENTS[entry["client"]].fetch(http, entry["parameters"], key, catalogue)
        except DataError:
            raise
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise DataError(
                f"{name}: the source's answer has another shape ({type(error).__name__}). {KEEP}"
            ) from error
        if not fresh:
            raise DataError(f"{name}: the source gave no rows. {KEEP}")
        new, changes = merge(new, fresh, manifest, entry)
        difference += changes
    reason = difference.implausible()
    if reason and not confirm:
        raise DataError(f"{name}: {reason}. Mend: look at it, then run again with --confirm. {KEEP}")
    if difference:
        write(manifest, new)
    return difference


def merge(old: list[Row], fresh: list[Row], manifest: Manifest, entry: dict) -> tuple[list[Row], Difference]:
    """The new rows of the table and what changed. Rows outside what the source covers stay as they are.

    The source covers, for each combination of the other key columns it answered, the time from its first row to its
    last. A value that moves by no more than the entry's ``tolerance`` (what rounding explains) is not revised. Raises
    DataError for an answer that has a row twice.
    """
    time = next(column for column in TIMES if column in manifest.key)
    fixed = _fixed(manifest, entry)
    answered = {}
    for row in fresh:
        row = {**fixed, **row}
        key = tuple(row[column] for column in manifest.key if column != "source")
        if key in answered:
            raise DataError(f"{manifest.name}: the source gives {_said(key)} twice. {KEEP}")
        answered[key] = row
    spans = _spans(answered, manifest, time)
    difference, result, kept = Difference(), [], set()
    for row in old:
        key = tuple(row[column] for column in manifest.key if column != "source")
        kept.add(key)
        if key in answered:
            was, now = float(row["value"]), float(answered[key]["value"])
            if abs(now - was) > entry.get("tolerance", 0) + 1e-9:
                difference.revised.append((key, was, now))
                row = {**row, **answered[key]}
        elif _covered(row, spans, manifest, time):
            difference.dropped.append(key)
            continue
        result.append(row)
    for key, row in sorted(answered.items()):
        if key not in kept:
            difference.added.append(key)
            result.append({**{column.name: "" for column in manifest.fields}, **row})
    return _sorted(result, manifest, time), difference


def write(manifest: Manifest, rows: list[Row]) -> None:
    """Write table and manifest together. Both are proved good as temporary files before either is replaced."""
    columns = [column.name for column in manifest.fields]
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    raw = text.getvalue().encode("utf-8")
    changes = {
        "sha256": hashlib.sha256(raw).hexdigest(),
        "row_floor": len(rows),
        "vintage": f"'{dt.date.today().isoformat()[:7]}'",
        "retrieved": f"'{dt.date.today().isoformat()}'",
    }
    description = _with(manifest.path.read_text(encoding="utf-8"), changes, manifest.path)
    try:
        _replace(manifest, raw, description)
    except OSError as error:
        problem = error.strerror or str(error)
        raise DataError(f"{manifest.csv}: cannot be written ({problem}). Mend: free space or rights. {KEEP}") from None


def _replace(manifest: Manifest, raw: bytes, description: str) -> None:
    before = manifest.csv.read_bytes()
    with tempfile.TemporaryDirectory(dir=manifest.path.parent, prefix=".refresh-") as folder:
        trial = Path(folder) / manifest.path.name
        trial.write_text(description, encoding="utf-8")
        trial.with_suffix(".csv").write_bytes(raw)
        try:
            parse_table(raw, read_manifest(trial))
        except DataError as error:
            message = str(error).replace(folder + os.sep, "").split(" Mend:")[0]
            raise DataError(f"the source's answer does not fit the table: {message} {KEEP}") from None
        os.replace(trial.with_suffix(".csv"), manifest.csv)
        try:
            os.replace(trial, manifest.path)
        except BaseException:  # also when someone presses Ctrl-C between the two
            trial.with_suffix(".csv").write_bytes(before)
            os.replace(trial.with_suffix(".csv"), manifest.csv)
            raise


def _fixed(manifest: Manifest, entry: dict) -> dict[str, str]:
    """What every row from this source says besides its figures."""
    columns = {column.name for column in manifest.fields}
    fixed = {
        "source": entry["source"],
        "check": entry.get("check", "official"),
        "status": entry.get("status", "published"),
    }
    return {column: value for column, value in fixed.items() if column in columns}


def _others(row_or_key, manifest: Manifest, time: str) -> tuple:
    names = [column for column in manifest.key if column != "source"]
    values = row_or_key if isinstance(row_or_key, tuple) else tuple(row_or_key[column] for column in names)
    return tuple(value for column, value in zip(names, values, strict=True) if column != time)


def _spans(answered: dict[tuple, Row], manifest: Manifest, time: str) -> dict[tuple, tuple[str, str]]:
    spans: dict[tuple, tuple[str, str]] = {}
    for key, row in answered.items():
        group = _others(key, manifest, time)
        first, last = spans.get(group, (row[time], row[time]))
        spans[group] = (min(first, row[time]), max(last, row[time]))
    return spans


def _covered(row: Row, spans: dict, manifest: Manifest, time: str) -> bool:
    span = spans.get(_others(row, manifest, time))
    return bool(span) and span[0] <= row[time] <= span[1]


def _sorted(rows: list[Row], manifest: Manifest, time: str) -> list[Row]:
    """Groups in the order the table has them, time forward within each."""
    order: dict[tuple, int] = {}
    for row in rows:
        order.setdefault(_others(row, manifest, time), len(order))
    return sorted(rows, key=lambda row: (order[_others(row, manifest, time)], row[time]))


def _read(manifest: Manifest) -> list[Row]:
    with manifest.csv.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _with(text: str, changes: dict[str, object], path: Path) -> str:
    """The manifest's text with some top-level values changed; everything else keeps its form."""
    for key, value in changes.items():
        text, count = re.subn(rf"^{key}: .*$", f"{key}: {value}", text, flags=re.MULTILINE)
        if count != 1:
            raise DataError(f"{path}: {key} must stand once, on a line of its own. {KEEP}")
    return text


def _size(revision: tuple[tuple, float, float]) -> float:
    _, was, now = revision
    return abs(now - was) / abs(was) if was else float("inf")


def _said(key: tuple) -> str:
    return " ".join(key)


def _revision(revision: tuple[tuple, float, float]) -> str:
    key, was, now = revision
    return f"{_said(key)} from {was:,.10g} to {now:,.10g}" + (f" ({now / was - 1:+.2%})" if was else "")
