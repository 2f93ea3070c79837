"""Reading a table: every load proves that the file is the one its manifest describes."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import re
from pathlib import Path

import pandas as pd

from vecinos.data.errors import DataError
from vecinos.data.manifest import Field, Manifest, read_manifest

TABLES = Path(__file__).parent / "tables"
PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
FORMS = {
    "integer": (re.compile(r"-?\d+"), "a whole number such as 1994"),
    "number": (re.compile(r"-?\d+(\.\d+)?"), "a number such as -1234.5 (decimal point, no thousands comma)"),
    "date": (re.compile(r"\d{4}-\d{2}-\d{2}"), "a date such as 2025-03-04"),
    "yearmonth": (re.compile(r"\d{4}-\d{2}"), "a month such as 2025-03"),
    "partial-date": (PARTIAL, "a year, month or day such as 1848, 1848-02 or 1848-02-02"),
}
RESTORE = "Mend: restore the file from the repository, or correct that line and update the hash in the manifest."


class Catalogue:
    """The tables of one folder: a CSV and a YAML manifest for each. Verified tables are kept until a file changes."""

    def __init__(self, folder: Path = TABLES):
        self.folder = Path(folder)
        self._manifests: dict[str, tuple[tuple, Manifest]] = {}
        self._frames: dict[str, tuple[tuple, pd.DataFrame]] = {}

    def tables(self) -> list[str]:
        """The names of the tables, sorted."""
        return sorted(path.stem for path in self.folder.glob("*.yaml"))

    def manifest(self, name: str) -> Manifest:
        """The manifest of a table. Raises DataError that lists the tables when there is none of this name."""
        path = self.folder / f"{name}.yaml"
        if not re.fullmatch(r"[a-z0-9-]+", str(name)) or not path.is_file():
            raise DataError(f"no table {name!r}. Tables: {', '.join(self.tables()) or 'none'}.")
        stamp = _stamp(path)
        if self._manifests.get(name, (None,))[0] != stamp:
            self._manifests[name] = (stamp, read_manifest(path))
        return self._manifests[name][1]

    def table(self, name: str) -> pd.DataFrame:
        """A fresh copy of a table, one row per observation; ``attrs["vecinos"]`` is its Manifest.

        Text columns are strings, years integers, days and months timestamps (a month is its first day), values floats.
        Raises DataError naming the file, the line, the rule and the mend when the file is not what its manifest says.
        """
        manifest = self.manifest(name)
        stamp = (_stamp(manifest.path), _stamp(manifest.csv))
        if self._frames.get(name, (None,))[0] != stamp:
            self._frames[name] = (stamp, read_table(manifest))
        frame = self._frames[name][1].copy()
        frame.attrs["vecinos"] = manifest
        return frame


def _stamp(path: Path) -> tuple:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise DataError(f"{path}: there is no such file. {RESTORE}") from None
    return status.st_mtime_ns, status.st_size


def read_table(manifest: Manifest) -> pd.DataFrame:
    """The verified table of a manifest, without the manifest attached. Raises DataError as ``Catalogue.table`` does."""
    raw = manifest.csv.read_bytes()
    frame = parse_table(raw, manifest)
    found = hashlib.sha256(raw).hexdigest()
    if found != manifest.sha256:
        raise DataError(
            f"{manifest.csv}: the file has changed since it was checked (sha256 {found[:12]}…, "
            f"the manifest says {manifest.sha256[:12]}…). {RESTORE}"
        )
    return frame


def parse_table(raw: bytes, manifest: Manifest) -> pd.DataFrame:
    """The table in these bytes, checked against the manifest in everything but the hash."""
    path = manifest.csv
    rows = _rows(decode(raw, path), path)
    header, header_line = next(rows, ([], 1))
    names = [field.name for field in manifest.fields]
    if header != names:
        raise DataError(
            f"{path}: line {header_line}: the columns must be {', '.join(names)}; found {', '.join(header)}."
        )
    columns: list[list] = [[] for _ in names]
    for cells, line in rows:
        if len(cells) != len(names):
            raise DataError(f"{path}: line {line}: {len(cells)} cells instead of {len(names)}. {RESTORE}")
        for column, field, cell in zip(columns, manifest.fields, cells, strict=True):
            column.append(_cell(cell, field, f"{path}: line {line}: column {field.name}"))
    count = len(columns[0])
    if count < manifest.row_floor:
        raise DataError(
            f"{path}: {count} rows; there must be at least {manifest.row_floor}. Was the file cut? {RESTORE}"
        )
    frame = pd.DataFrame(
        {field.name: _series(field, column) for field, column in zip(manifest.fields, columns, strict=True)}
    )
    _expect_unique(frame, manifest)
    return frame


def decode(raw: bytes, path: Path) -> str:
    """The text of a table file. Raises DataError for an empty file, a byte-order mark, CRLF or another encoding."""
    if not raw:
        raise DataError(f"{path}: the file is empty. {RESTORE}")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise DataError(f"{path}: line 1: starts with a byte-order mark. Mend: save it as UTF-8 without BOM.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}: line {line}: not UTF-8. Mend: save the file as UTF-8.") from None
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        raise DataError(f"{path}: line {line}: Windows line end. Mend: save the file with LF line ends.")
    if not text.endswith("\n"):
        raise DataError(f"{path}: line {text.count(chr(10)) + 1}: no line end; the file was cut. {RESTORE}")
    return text


def _rows(text: str, path: Path):
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            yield cells, reader.line_num
    except csv.Error as error:
        raise DataError(f"{path}: line {reader.line_num}: not valid CSV ({error}). {RESTORE}") from None


def _cell(cell: str, field: Field, place: str):
    """The value of one cell, None when it is empty and may be."""
    if cell == "":
        if field.required:
            raise DataError(f"{place}: empty. {RESTORE}")
        return None
    if field.type == "string":
        return _label(cell, field, place)
    pattern, example = FORMS[field.type]
    if not pattern.fullmatch(cell):
        raise DataError(f"{place}: {cell!r} is not {example}. {RESTORE}")
    if field.type in ("integer", "number"):
        return _in_range(int(cell) if field.type == "integer" else float(cell), field, place)
    try:
        day = dt.date.fromisoformat((cell + "-01-01")[:10])
    except ValueError:
        raise DataError(f"{place}: {cell!r} is no day of the calendar. {RESTORE}") from None
    return cell if field.type == "partial-date" else day


def _label(cell: str, field: Field, place: str) -> str:
    if cell != cell.strip():
        raise DataError(f"{place}: {cell!r} has a blank at its edge. {RESTORE}")
    if field.labels and cell not in field.labels:
        raise DataError(f"{place}: {cell!r} is not one of {', '.join(field.labels)}. {RESTORE}")
    pattern = field.constraints.get("pattern")
    if pattern and not re.fullmatch(pattern, cell):
        raise DataError(f"{place}: {cell!r} has not the form {pattern}. {RESTORE}")
    return cell


def _in_range(value: float, field: Field, place: str) -> float:
    low, high = field.constraints.get("minimum"), field.constraints.get("maximum")
    if (low is not None and value < low) or (high is not None and value > high):
        raise DataError(f"{place}: {value:g} is outside the expected range {low} to {high}. {RESTORE}")
    return value


def _series(field: Field, cells: list) -> pd.Series:
    if field.type in ("date", "yearmonth"):
        return pd.Series(pd.to_datetime(cells))
    if field.type == "integer":
        return pd.Series(cells, dtype="int64" if field.required else "Int64")
    return pd.Series(cells, dtype="float64" if field.type == "number" else "str")


def _expect_unique(frame: pd.DataFrame, manifest: Manifest) -> None:
    twice = frame.duplicated(list(manifest.key), keep=False)
    if twice.any():
        lines = [str(position + 2) for position in frame.index[twice][:4]]
        key = ", ".join(f"{column} {frame.loc[twice, column].iloc[0]}" for column in manifest.key)
        raise DataError(f"{manifest.csv}: rows {', '.join(lines)}: the same key twice ({key}). {RESTORE}")
