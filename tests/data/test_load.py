"""A table loads when it is what its manifest says, and only then."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pandas as pd
import pytest

from vecinos.data import DataError, about, evaluate, labels, manifest, table, tables
from vecinos.data.load import Catalogue
from vecinos.data.manifest import licences
from vecinos.mode import use_language


@pytest.mark.parametrize("name", tables())
def test_every_table_loads_with_the_promised_columns(name):
    frame = table(name)
    described = manifest(name)
    assert list(frame.columns) == [field.name for field in described.fields]
    assert len(frame) >= described.row_floor
    assert frame.attrs["vecinos"] is described
    for field in described.fields:
        if field.required:
            assert frame[field.name].notna().all()


def test_an_edit_of_a_loaded_frame_does_not_reach_the_next_reader():
    first = table("trade-goods")
    first.loc[0, "value"] = -1.0
    assert table("trade-goods").loc[0, "value"] != -1.0


def test_the_manifest_survives_the_steps_a_lesson_takes():
    frame = table("trade-goods")
    small = (
        frame[frame["partner"] == "mexico"].query("flow == 'total'").assign(billions=lambda rows: rows["value"] / 1000)
    )
    assert small.about.name == "trade-goods"
    assert about(small) is manifest("trade-goods")
    assert about(copy.deepcopy(small)) is manifest("trade-goods")
    assert pd.concat([small, small]).about.name == "trade-goods"


def test_other_frames_have_no_description():
    assert not hasattr(pd.DataFrame({"a": [1]}), "about")
    with pytest.raises(DataError, match="not a table of the course"):
        about(pd.DataFrame({"a": [1]}))


def test_unknown_table_lists_the_tables():
    with pytest.raises(DataError, match=r"no table 'trade'\. Tables: .*trade-goods"):
        table("trade")
    with pytest.raises(DataError, match="no table"):
        table("../manifest")


def test_labels_in_both_languages_and_in_order():
    assert list(labels("trade-goods", "partner", "es").items())[:2] == [("mexico", "México"), ("canada", "Canadá")]
    assert labels(table("trade-goods"), "partner", "en")["world"] == "World"
    with pytest.raises(DataError, match="no labels"):
        labels("trade-goods", "value")


def test_the_description_speaks_the_language_of_the_edition():
    shown = manifest("trade-goods")
    assert shown.unit() == "million US dollars"
    assert "Columns" in shown._repr_mimebundle_()["text/html"]
    use_language("es")
    try:
        page = shown._repr_mimebundle_()
        assert "millones de dólares" in page["text/html"] and "Cortes en la serie" in page["text/plain"]
    finally:
        use_language("en")


def broken(edit: str):
    """The named damage, as a function of bytes."""
    lines = lambda raw: raw.split(b"\n")  # noqa: E731
    join = b"\n".join
    return {
        "empty": lambda raw: b"",
        "bom": lambda raw: b"\xef\xbb\xbf" + raw,
        "crlf": lambda raw: raw.replace(b"\n", b"\r\n"),
        "latin-1": lambda raw: join([*lines(raw)[:3], "2013,exports,maíz,1,x,two".encode("latin-1"), b""]),
        "missing column": lambda raw: join(line.rsplit(b",", 1)[0] for line in lines(raw)),
        "extra column": lambda raw: join(line + b",1" if line else line for line in lines(raw)),
        "extra cell": lambda raw: raw.replace(b",two\n", b",two,1\n", 1),
        "text in number": lambda raw: raw.replace(b"36700", b"n/a", 1),
        "thousands comma": lambda raw: raw.replace(b"36700", b'"36,700"', 1),
        "not a number": lambda raw: raw.replace(b"36700", b"NaN", 1),
        "infinite": lambda raw: raw.replace(b"36700", b"inf", 1),
        "empty cell": lambda raw: raw.replace(b"36700", b"", 1),
        "out of range": lambda raw: raw.replace(b"36700", b"36700000", 1),
        "unknown label": lambda raw: raw.replace(b",exports,", b",Exports,", 1),
        "cut line": lambda raw: raw[:-20],
        "cut rows": lambda raw: join([*lines(raw)[:4], b""]),
        "row twice": lambda raw: raw + lines(raw)[1] + b"\n",
        "open quote": lambda raw: raw.replace(b"2013,", b'"2013,', 1),
        "header only": lambda raw: lines(raw)[0] + b"\n",
    }[edit]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ("empty", r"the file is empty"),
        ("bom", r"line 1: starts with a byte-order mark.*UTF-8 without BOM"),
        ("crlf", r"line 1: Windows line end.*LF"),
        ("latin-1", r"line 4: not UTF-8"),
        ("missing column", r"line 1: the columns must be year, .*check; found"),
        ("extra column", r"line 1: the columns must be"),
        ("extra cell", r"line \d+: 7 cells instead of 6"),
        ("text in number", r"line \d+: column value: 'n/a' is not a number such as"),
        ("thousands comma", r"'36,700' is not a number.*no thousands comma"),
        ("not a number", r"'NaN' is not a number"),
        ("infinite", r"'inf' is not a number"),
        ("empty cell", r"column value: empty"),
        ("out of range", r"outside the expected range 0 to"),
        ("unknown label", r"'Exports' is not one of exports, imports"),
        ("cut line", r"no line end; the file was cut"),
        ("cut rows", r"3 rows; there must be at least 11"),
        ("row twice", r"the same key twice \(year 2013"),
        ("open quote", r"line \d+: "),
        ("header only", r"0 rows"),
    ],
)
def test_a_damaged_file_is_refused_with_place_and_mend(copy_of, edit, message):
    spoiled = copy_of("trade-products")
    spoiled.bytes(broken(edit))
    with pytest.raises(DataError, match=message) as caught:
        spoiled.load()
    assert "trade-products.csv" in str(caught.value)


def test_a_changed_value_is_refused_by_its_hash(copy_of):
    spoiled = copy_of("trade-products")
    spoiled.bytes(lambda raw: raw.replace(b"36700", b"36701"), rehash=False)
    with pytest.raises(DataError, match=r"has changed since it was checked.*Mend: restore"):
        spoiled.load()


def test_a_day_that_is_not_in_the_calendar(copy_of):
    spoiled = copy_of("tariffs-effective")
    spoiled.bytes(lambda raw: raw.replace(b"2025-03-06", b"2019-02-30", 1))
    with pytest.raises(DataError, match=r"column date: '2019-02-30' is no day of the calendar"):
        spoiled.load()


def test_a_change_on_disk_is_seen_by_a_running_kernel(copy_of):
    good = copy_of("trade-products")
    catalogue = Catalogue(good.folder)
    catalogue.table("trade-products")
    good.csv.write_bytes(b"")
    with pytest.raises(DataError, match="empty"):
        catalogue.table("trade-products")
    good.csv.unlink()
    with pytest.raises(DataError, match="no such file"):
        catalogue.table("trade-products")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"titel": {}}, r"unknown key 'titel'"),
        ({"title": {"en": "Only English"}}, r"title: needs a text in en and es"),
        ({"vintage": "spring 2026"}, r"vintage: 'spring 2026' is no date"),
        ({"check": "sure"}, r"check: 'sure' is not one of official"),
        ({"licence": {"name": "mine"}}, r"licence\.name: must be listed"),
        ({"sources": []}, r"sources: is empty"),
        ({"year_basis": "lunar"}, r"year_basis"),
        ({"row_floor": 0}, r"row_floor"),
        ({"sha256": "abc"}, r"sha256"),
        ({"breaks": [{"at": "soon", "why": {"en": "x", "es": "x"}}]}, r"breaks\[0\]\.at"),
        ({"schema": {"fields": []}}, r"schema\.fields"),
        ({"name": "other"}, r"name is 'other'"),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_key(copy_of, changes, message):
    spoiled = copy_of("trade-products")
    spoiled.manifest(**changes)
    with pytest.raises(DataError, match=message) as caught:
        spoiled.load()
    assert "trade-products.yaml" in str(caught.value)


def test_a_manifest_that_is_no_yaml_names_the_line(copy_of):
    spoiled = copy_of("trade-products")
    spoiled.yaml.write_text("name: trade-products\ntitle: [", encoding="utf-8")
    with pytest.raises(DataError, match=r"trade-products\.yaml: line \d: not valid YAML"):
        spoiled.load()


def test_a_unit_outside_the_list_is_refused(copy_of):
    spoiled = copy_of("trade-products")
    text = spoiled.yaml.read_text(encoding="utf-8")
    spoiled.yaml.write_text(text.replace("unit: usd_million", "unit: dollars"), encoding="utf-8")
    with pytest.raises(DataError, match=r"'dollars' is not in units\.yaml"):
        spoiled.load()


def test_known_figures_of_the_trade_tables():
    def total(year, partner):
        where = {"year": year, "partner": partner, "flow": "total"}
        return evaluate({"table": "trade-goods", "where": where, "value": "value"})

    assert total(2025, "mexico") == 872830
    assert round(total(2019, "mexico") / 1000, 1) == 612.8 and round(total(2019, "canada") / 1000, 1) == 611.4


@pytest.mark.parametrize("name", tables())
def test_every_manifest_says_all_a_reader_needs(name):
    described = manifest(name)
    for field in described.fields:
        if field.name == "value":
            assert {"minimum", "maximum"} <= set(field.constraints), f"{name}: value has no expected range"
        assert field.required or field.name in described.nulls, f"{name}: why may {field.name} be empty?"
    names = {field.name for field in described.fields}
    if "fiscal_year" in names:
        assert described.year_basis in ("fiscal", "mixed"), f"{name}: fiscal years, but {described.year_basis}"
    assert set(licences()[described.licence["name"]]) == {"en", "es", "verified"}


def test_the_page_on_tables_says_for_each_whether_it_can_be_renewed():
    page = (Path(__file__).resolve().parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    _, _, after = page.partition("### Tables that can be renewed")
    can, _, after = after.partition("### Tables that cannot, and why")
    cannot, _, _ = after.partition("## What the catalogue leaves out")

    def named(part):
        return re.findall(r"^\| `([a-z0-9-]+)` \|", part, flags=re.MULTILINE)

    assert named(can) == [name for name in tables() if manifest(name).refresh]
    assert named(cannot) == [name for name in tables() if not manifest(name).refresh]
