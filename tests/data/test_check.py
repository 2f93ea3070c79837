"""``vecinos data check`` finds every fault, names file, line, rule and mend, and says so in its exit status."""

from __future__ import annotations

import subprocess
import sys

import pytest
from test_load import broken

from vecinos.cli import main
from vecinos.data import tables
from vecinos.data.check import check_table
from vecinos.data.load import TABLES, Catalogue


def findings(spoiled):
    return check_table(Catalogue(spoiled.folder), spoiled.name)


@pytest.mark.parametrize("name", tables())
def test_every_table_keeps_its_rules(name):
    assert [str(finding) for finding in check_table(Catalogue(TABLES), name)] == []


@pytest.mark.parametrize(
    ("edit", "rule", "line"),
    [
        ("empty", "bytes", None),
        ("bom", "bytes", 1),
        ("crlf", "bytes", 1),
        ("latin-1", "bytes", 4),
        ("cut line", "bytes", 12),
        ("missing column", "missing-label", None),
        ("extra column", "extra-label", None),
        ("extra cell", "extra-cell", 7),
        ("text in number", "type-error", 2),
        ("thousands comma", "type-error", 2),
        ("not a number", "constraint-error", 2),
        ("infinite", "constraint-error", 2),
        ("empty cell", "constraint-error", 2),
        ("out of range", "constraint-error", 2),
        ("unknown label", "constraint-error", 2),
        ("cut rows", "table-dimensions", None),
        ("row twice", "primary-key", 13),
        ("header only", "table-dimensions", None),
        ("open quote", None, None),
    ],
)
def test_a_damaged_file_is_found(copy_of, edit, rule, line):
    spoiled = copy_of("trade-products")
    before = spoiled.csv.read_bytes()
    spoiled.bytes(broken(edit))
    assert spoiled.csv.read_bytes() != before
    found = findings(spoiled)
    assert found, f"{edit}: not found"
    assert rule is None or rule in {finding.rule for finding in found}, [str(finding) for finding in found]
    assert line is None or line in {finding.line for finding in found}, [str(finding) for finding in found]
    for finding in found:
        place = f": line {finding.line}" if finding.line else ""
        assert str(finding).startswith(f"trade-products.csv{place}: [{finding.rule}] ")
        assert finding.problem and finding.mend and f"Mend: {finding.mend}." in str(finding)


def test_every_fault_of_a_file_is_listed(copy_of):
    spoiled = copy_of("trade-products")
    spoiled.bytes(lambda raw: raw.replace(b"36700", b"many").replace(b"38500", b"").replace(b"exports", b"Exports", 1))
    assert len(findings(spoiled)) >= 3


def test_a_changed_figure_is_found_by_its_hash(copy_of):
    spoiled = copy_of("trade-products")
    spoiled.bytes(lambda raw: raw.replace(b"36700", b"36701"), rehash=False)
    found = findings(spoiled)
    assert [finding.rule for finding in found] == ["hash"] and "restore the file" in found[0].mend


def test_an_impossible_day_is_found(copy_of):
    spoiled = copy_of("tariffs-effective")
    spoiled.bytes(lambda raw: raw.replace(b"2025-03-06", b"2019-02-30", 1))
    line = spoiled.csv.read_bytes()[: spoiled.csv.read_bytes().index(b"2019-02-30")].count(b"\n") + 1
    found = findings(spoiled)
    assert ("type-error", line) in {(finding.rule, finding.line) for finding in found}
    assert "2019-02-30" in str(found[0])


def test_an_impossible_partial_date_is_found(copy_of):
    spoiled = copy_of("rio-grande-water")
    spoiled.bytes(lambda raw: raw.replace(b"2025-12-15", b"2025-02-30", 1))
    found = findings(spoiled)
    assert len(found) == 1 and "no day of the calendar" in found[0].problem


def test_a_balance_that_is_no_difference_is_found(copy_of):
    spoiled = copy_of("trade-goods")
    spoiled.bytes(lambda raw: raw.replace(b"-196914", b"-186914"))
    assert [finding.rule for finding in findings(spoiled)] == ["difference"]
    assert "year 2025, partner mexico" in findings(spoiled)[0].problem


def test_months_that_do_not_add_up_to_the_year_are_found(copy_of):
    spoiled = copy_of("border-crossings-monthly")
    copy_of("border-crossings")
    first = spoiled.csv.read_bytes().split(b"\n")[1]
    spoiled.bytes(lambda raw: raw.replace(first, first.replace(b"3962633", b"3962634")))
    found = findings(spoiled)
    assert [finding.rule for finding in found] == ["year_sums"] and "(2000, 'pedestrians')" in found[0].problem


def test_rows_out_of_time_are_found(copy_of):
    spoiled = copy_of("prices-mexico")

    def swap(raw):
        lines = raw.split(b"\n")
        lines[3], lines[4] = lines[4], lines[3]
        return b"\n".join(lines)

    spoiled.bytes(swap)
    spoiled.manifest(rules=[])
    assert [(finding.rule, finding.line) for finding in findings(spoiled)] == [("order", 5)]


def test_a_source_missing_from_the_manifest_is_found(copy_of):
    spoiled = copy_of("trade-products")
    spoiled.bytes(lambda raw: raw.replace(b"starfeu-2025", b"hearsay"))
    assert [finding.rule for finding in findings(spoiled)] == ["source"]


def test_a_rule_nobody_knows_is_found(copy_of):
    spoiled = copy_of("trade-products")
    spoiled.manifest(rules=[{"rule": "astrology"}])
    assert "There is no rule 'astrology'" in findings(spoiled)[0].problem


def test_the_command_reports_and_fails(copy_of, capsys):
    spoiled = copy_of("trade-products")
    assert main(["data", "check", "--folder", str(spoiled.folder)]) == 0
    assert "all well" in capsys.readouterr().out
    spoiled.bytes(lambda raw: raw.replace(b"36700", b"many"))
    assert main(["data", "check", "--folder", str(spoiled.folder)]) == 1
    assert "trade-products.csv: line 2: [type-error] value: 'many'" in capsys.readouterr().out


def test_the_command_lists_titles_in_both_languages(capsys):
    assert main(["data", "list", "--lang", "es"]) == 0
    assert "trade-goods" in (listed := capsys.readouterr().out) and "Comercio de bienes" in listed


def test_loading_tables_does_not_pay_for_the_validator():
    code = "import sys, vecinos.data; vecinos.data.table('trade-goods'); print('frictionless' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
