"""Renewing tables, against a server of our own that plays each source's documented shape, and misbehaves."""

from __future__ import annotations

import csv
import hashlib
import http.server
import io
import json
import threading
import time
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from vecinos.cli import main
from vecinos.data import DataError
from vecinos.data._http import Http
from vecinos.data.clients import CLIENTS
from vecinos.data.load import TABLES, Catalogue
from vecinos.data.refresh import merge, refresh_table


class Server:
    """Answers are set by path: bytes, a callable(handler), or an object sent as JSON. ``asked`` lists what came in."""

    def __init__(self):
        self.answers, self.asked = {}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                outer.asked.append((parts.path, parse_qs(parts.query), dict(self.headers)))
                answer = outer.answers.get(parts.path, (404, "text/plain", b"no such page"))
                if callable(answer):
                    answer = answer(self)
                    if answer is None:
                        return
                status, kind, body = answer
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def json(self, path, content):
        self.answers[path] = (200, "application/json;charset=utf-8", json.dumps(content).encode())

    def http(self, **options):
        def here(address):
            return self.address + urlsplit(address).path

        return Http(**{"backoff": 0, "attempts": 3, "timeout": 5, "rewrite": here, **options})


@pytest.fixture
def server():
    running = Server()
    yield running
    running.server.shutdown()
    running.server.server_close()


def rows_of(copy):
    return list(csv.DictReader(io.StringIO(copy.csv.read_text(encoding="utf-8"))))


def state(copy):
    return copy.csv.read_bytes(), copy.yaml.read_bytes(), sorted(path.name for path in copy.folder.iterdir())


FRED = "/fred/series/observations"
JOBS = "factory-jobs-us-monthly"


def fred_answer(copy, change=lambda values: None):
    """FRED's shape, holding what the table holds, after a change of the values by month."""
    values = {row["month"]: row["value"] for row in rows_of(copy)}
    change(values)
    return {
        "realtime_start": "2026-11-24",
        "units": "lin",
        "count": len(values),
        "observations": [
            {"realtime_start": "2026-11-24", "realtime_end": "2026-11-24", "date": f"{month}-01", "value": value}
            for month, value in values.items()
        ],
    }


@pytest.fixture
def jobs(copy_of, server, monkeypatch):
    monkeypatch.setenv("FRED_API_KEY", "secret-key")
    return copy_of(JOBS)


def refresh(copy, server, confirm=False, **options):
    return refresh_table(Catalogue(copy.folder), copy.name, server.http(**options), confirm)


def test_nothing_new_leaves_both_files_as_they_were(jobs, server):
    server.json(FRED, fred_answer(jobs))
    before = state(jobs)
    assert refresh(jobs, server).lines() == ["nothing new"]
    assert state(jobs) == before
    assert server.asked[0][1]["series_id"] == ["MANEMP"] and server.asked[0][1]["api_key"] == ["secret-key"]


def test_new_and_revised_rows_are_written_with_their_manifest(jobs, server):
    server.json(FRED, fred_answer(jobs, lambda values: values.update({"2026-01": "12600", "2026-02": "12590"})))
    difference = refresh(jobs, server)
    assert difference.added == [("2026-02",)]
    assert [key for key, _, _ in difference.revised] == [("2026-01",)]
    assert difference.lines()[0] == "1 rows added, 2026-02 to 2026-02"
    frame = jobs.load()  # the new hash, floor and dates stand in the manifest, or this would fail
    assert frame["value"].iloc[-2:].tolist() == [12600, 12590]
    manifest = yaml.safe_load(jobs.yaml.read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(jobs.csv.read_bytes()).hexdigest()
    assert manifest["row_floor"] == len(frame)
    assert manifest["retrieved"] > "2026-11-23" or manifest["retrieved"] == time.strftime("%Y-%m-%d")
    assert sorted(path.name for path in jobs.folder.iterdir()) == [f"{JOBS}.csv", f"{JOBS}.yaml"]


def test_a_missing_value_of_the_source_is_no_row(jobs, server):
    server.json(FRED, fred_answer(jobs, lambda values: values.update({"2026-02": "."})))
    assert not refresh(jobs, server)


def test_a_large_revision_waits_for_a_person(jobs, server):
    server.json(FRED, fred_answer(jobs, lambda values: values.update({"2026-01": "15000"})))
    before = state(jobs)
    with pytest.raises(DataError, match=r"2026-01 from .* to 15,000 \(\+19\.14%\): more than 10%.*--confirm"):
        refresh(jobs, server)
    assert state(jobs) == before
    assert len(refresh(jobs, server, confirm=True).revised) == 1
    assert jobs.load()["value"].iloc[-1] == 15000


def test_rows_gone_from_the_source_wait_for_a_person(jobs, server):
    server.json(FRED, fred_answer(jobs, lambda values: values.pop("2000-05")))
    with pytest.raises(DataError, match=r"1 rows are gone from the source, the first 2000-05"):
        refresh(jobs, server)
    rows = len(rows_of(jobs))
    assert refresh(jobs, server, confirm=True).dropped == [("2000-05",)]
    assert len(rows_of(jobs)) == rows - 1


def test_rows_before_and_after_what_the_source_covers_stay(jobs, server):
    def short(values):
        for month in [month for month in values if not "2010-01" <= month <= "2020-12"]:
            del values[month]

    server.json(FRED, fred_answer(jobs, short))
    assert not refresh(jobs, server)


def test_a_value_outside_the_expected_range_is_refused_even_when_confirmed(jobs, server):
    server.json(FRED, fred_answer(jobs, lambda values: values.update({"2026-02": "9e12"})))
    before = state(jobs)
    with pytest.raises(DataError, match=r"does not fit the table.*outside the expected range"):
        refresh(jobs, server, confirm=True)
    assert state(jobs) == before


def test_a_month_twice_is_refused(jobs, server):
    answer = fred_answer(jobs)
    answer["observations"].append(answer["observations"][-1])
    server.json(FRED, answer)
    with pytest.raises(DataError, match="2026-01 twice"):
        refresh(jobs, server)


def test_a_missing_key_says_where_to_get_one(copy_of, server, monkeypatch):
    monkeypatch.delenv("FRED_API_KEY", raising=False)
    with pytest.raises(DataError, match=r"FRED_API_KEY is not set\. Mend: get a free key at https://fred"):
        refresh(copy_of(JOBS), server)
    assert server.asked == []


def test_a_table_without_an_address_names_those_that_have(copy_of, server):
    copy_of(JOBS)
    with pytest.raises(DataError, match=rf"Tables that have: {JOBS}"):
        refresh(copy_of("trade-products"), server)


def test_a_damaged_table_is_mended_first(jobs, server):
    jobs.bytes(lambda raw: raw.replace(b"19282", b"x"), rehash=False)
    server.json(FRED, fred_answer(jobs))
    with pytest.raises(DataError, match="is not a number"):
        refresh(jobs, server)
    assert server.asked == []


# How a source may misbehave: what it does, and what the error must say.


def drip(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    try:
        for _ in range(10_000):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        pass


def flood(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(2_000_000_000))
    handler.end_headers()
    try:
        for _ in range(20_000):
            handler.wfile.write(b"0" * 100_000)
    except OSError:
        pass


def broken_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"observations": [')


def circle(handler):
    handler.send_response(302)
    handler.send_header("Location", handler.path)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def silence(handler):
    time.sleep(1.5)
    return 200, "application/json", b"{}"


FAULTS = {
    "always 500": ((500, "text/plain", b"oops"), {}, r"still failing after several tries"),
    "slow drip": (drip, {"deadline": 0.3}, r"not complete after 0\.3 s"),
    "flood": (flood, {"limit": 3_000_000}, r"more than 3 MB"),
    "broken off": (broken_off, {}, r"broke off"),
    "silence": (silence, {"timeout": 0.2, "attempts": 2}, r"no answer in time|still failing|no connection"),
    "circle": (circle, {}, r"redirects in a circle"),
    "truncated JSON": ((200, "application/json", b'{"observations": [{"date": "20'), {}, r"no complete JSON"),
    "web page": (
        (200, "text/html", b"<html>Missing key</html>"),
        {},
        r"answered text/html instead of application/json",
    ),
    "no kind": ((200, "", b"{}"), {}, r"answered nothing named"),
    "not found": ((404, "text/plain", b""), {}, r"status 404.*correct refresh in the manifest"),
    "bad key": ((403, "application/json", b"{}"), {}, r"status 403.*check the key"),
    "empty object": ((200, "application/json", b"{}"), {}, r"no observations in the answer"),
    "empty list": ((200, "application/json", b'{"observations": []}'), {}, r"gave no rows"),
    "another shape": ((200, "application/json", b'{"observations": ["2020"]}'), {}, r"no value in the answer"),
    "renamed field": (
        (200, "application/json", b'{"observations": [{"date": "2020-01-01", "val": "1"}]}'),
        {},
        r"no value in the answer \(date, val\)",
    ),
    "text for a number": (
        (200, "application/json", b'{"observations": [{"date": "2020-01-01", "value": "many"}]}'),
        {},
        r"'many' is no number",
    ),
    "not a number": (
        (200, "application/json", b'{"observations": [{"date": "2020-01-01", "value": "NaN"}]}'),
        {},
        r"'NaN' is no number",
    ),
    "not a month": (
        (200, "application/json", b'{"observations": [{"date": "20-13", "value": "12000"}]}'),
        {},
        r"does not fit the table.*month",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_answer_never_changes_a_table(jobs, server, fault):
    answer, options, message = FAULTS[fault]
    server.answers[FRED] = answer
    before = state(jobs)
    with pytest.raises(DataError, match=message) as caught:
        refresh(jobs, server, confirm=True, **options)
    assert state(jobs) == before
    assert "secret-key" not in str(caught.value)


def test_a_passing_failure_is_tried_again(jobs, server):
    good = fred_answer(jobs)
    answers = [(503, "text/plain", b""), (500, "text/plain", b""), (200, "application/json", json.dumps(good).encode())]
    server.answers[FRED] = lambda handler: answers.pop(0)
    assert not refresh(jobs, server)
    assert len(server.asked) == 3


def test_a_manifest_that_cannot_be_written_leaves_the_table(jobs, server, monkeypatch):
    import os

    real = os.replace

    def fails_on_yaml(source, target):
        if str(target).endswith(".yaml"):
            raise OSError("disk full")
        real(source, target)

    monkeypatch.setattr("vecinos.data.refresh.os.replace", fails_on_yaml)
    server.json(FRED, fred_answer(jobs, lambda values: values.update({"2026-02": "12590"})))
    before = state(jobs)
    with pytest.raises(DataError, match=r"cannot be written \(disk full\).*The table was not changed"):
        refresh(jobs, server)
    assert state(jobs) == before
    jobs.load()


# The other sources, each in the shape its publisher describes.


def test_census(copy_of, server, monkeypatch):
    monkeypatch.setenv("CENSUS_API_KEY", "k")
    trade = copy_of("trade-goods-monthly")
    for flow, variable in (("exports", "ALL_VAL_MO"), ("imports", "GEN_VAL_MO")):
        old = {row["month"]: row["value"] for row in rows_of(trade) if row["flow"] == flow and row["month"] >= "2013"}
        records = [["2010", str(round(float(value) * 1e6)), month, "2010"] for month, value in old.items()]
        records.append(["2010", "25499949999", "2023-02", "2010"])
        server.json(f"/data/timeseries/intltrade/{flow}/hs", [["CTY_CODE", variable, "time", "CTY_CODE"], *records])
    difference = refresh(trade, server)
    assert difference.added == [("2023-02", "exports"), ("2023-02", "imports")] and not difference.revised
    new = [row for row in rows_of(trade) if row["month"] == "2023-02"]
    assert [(row["value"], row["source"], row["check"]) for row in new] == [
        ("25499.9", "census-trade-api", "official")
    ] * 2
    assert server.asked[0][1]["time"] == ["from 2013-01"]
    server.json("/data/timeseries/intltrade/exports/hs", [["CTY_CODE", "ALL_VAL_YR", "time"], ["2010", "1", "2023-01"]])
    with pytest.raises(DataError, match=r"no column ALL_VAL_MO in the answer \(CTY_CODE, ALL_VAL_YR, time\)"):
        refresh(trade, server)


def test_banxico(copy_of, server, monkeypatch):
    monkeypatch.setenv("BANXICO_TOKEN", "token-of-mine")
    money = copy_of("remittances-monthly")
    data = [
        {"fecha": f"01/{row['month'][5:]}/{row['month'][:4]}", "dato": f"{float(row['value']):,.2f}"}
        for row in rows_of(money)
        if row["series"] == "received"
    ]
    data += [{"fecha": "01/06/2026", "dato": "5,452.34"}, {"fecha": "01/07/2026", "dato": "N/E"}]
    path = "/SieAPIRest/service/v1/series/SE27803/datos"
    server.json(path, {"bmx": {"series": [{"idSerie": "SE27803", "titulo": "Remesas", "datos": data}]}})
    assert refresh(money, server).added == [("2026-06", "received")]
    assert server.asked[0][2]["Bmx-Token"] == "token-of-mine"
    assert rows_of(money)[377]["value"] == "5452.34" and rows_of(money)[378]["series"] == "transfers"
    data[-1]["fecha"] = "2026-07"
    server.json(path, {"bmx": {"series": [{"idSerie": "SE27803", "titulo": "Remesas", "datos": data}]}})
    with pytest.raises(DataError, match="another shape"):
        refresh(money, server)
    server.json(path, {"bmx": {"series": []}})
    with pytest.raises(DataError, match="no answer for SE27803"):
        refresh(money, server)


def test_bts_sums_ports_and_reads_every_page(copy_of, server, monkeypatch):
    monkeypatch.setattr("vecinos.data.clients.PAGE", 1000)
    crossings = copy_of("border-crossings-monthly")
    names = yaml.safe_load(crossings.yaml.read_text(encoding="utf-8"))["refresh"][0]["parameters"]["series"]
    records = []
    for row in rows_of(crossings):
        total = int(row["value"])
        for port, value in (("2404", total // 3), ("2304", total - total // 3)):
            date = f"{row['month']}-01T00:00:00.000"
            records.append({"port_code": port, "date": date, "measure": names[row["mode"]], "value": str(value)})

    def page(handler):
        query = parse_qs(urlsplit(handler.path).query)
        first, size = int(query["$offset"][0]), int(query["$limit"][0])
        return 200, "application/json", json.dumps(records[first : first + size]).encode()

    server.answers["/resource/keg4-3bc2.json"] = page
    assert not refresh(crossings, server)
    assert len(server.asked) == len(records) // 1000 + 1
    assert "US-Mexico Border" in server.asked[0][1]["$where"][0]


def test_cdc(copy_of, server):
    deaths = copy_of("overdose-deaths-12-months")
    record = {"year": "2026", "month": "February", "predicted_value": "68800"}
    server.json("/resource/xkb8-kh2a.json", [record])
    assert refresh(deaths, server).added == [("2026-02",)]
    assert rows_of(deaths)[-1] == {
        "month": "2026-02",
        "value": "68800",
        "status": "provisional",
        "source": "cdc-vsrr",
        "check": "official",
    }
    server.json("/resource/xkb8-kh2a.json", [{**record, "month": "Febrero"}])
    with pytest.raises(DataError, match="unknown month 'Febrero'"):
        refresh(deaths, server)


def test_eia(copy_of, server, monkeypatch):
    monkeypatch.setenv("EIA_API_KEY", "k")
    energy = copy_of("energy-trade")
    data = [
        {"period": year, "series": "N9132MX2", "value": value, "units": "MMCF"}
        for year, value in (("2014", "728513"), ("2015", "1051000"), ("2024", 2343562))
    ]
    server.json("/v2/natural-gas/move/expc/data/", {"response": {"total": "3", "data": data}})
    same = [row for row in rows_of(energy) if (row["series"], row["period"]) == ("crude-imports", "year")]
    same = [{"period": row["year"], "value": row["value"], "units": "MBBL/D"} for row in same if row["year"] >= "2010"]
    server.json("/v2/petroleum/move/impcus/data/", {"response": {"data": same}})
    assert refresh(energy, server).added == [("2015", "year", "gas-exports-volume")]
    data[0]["units"] = "BCF"
    server.json("/v2/natural-gas/move/expc/data/", {"response": {"total": "3", "data": data}})
    with pytest.raises(DataError, match="the unit is BCF, expected MMCF"):
        refresh(energy, server)


def test_eia_gives_a_table_more_than_one_series(copy_of, server, monkeypatch):
    monkeypatch.setenv("EIA_API_KEY", "k")
    energy = copy_of("energy-trade")
    gas = {"period": "2015", "series": "N9132MX2", "value": "1051000", "units": "MMCF"}
    crude = {"period": "2015", "series": "MCRIMUSMX2", "value": "700", "units": "MBBL/D"}
    server.json("/v2/natural-gas/move/expc/data/", {"response": {"data": [gas]}})
    server.json("/v2/petroleum/move/impcus/data/", {"response": {"data": [crude]}})
    found = refresh(energy, server, confirm=True)
    assert {key[-1] for key in found.added} | {key[-1] for key, _, _ in found.revised} == {
        "gas-exports-volume",
        "crude-imports",
    }
    assert server.asked[1][1]["facets[series][]"] == ["MCRIMUSMX2"]


def test_cbp(copy_of, server):
    border = copy_of("border-encounters-monthly")
    address = yaml.safe_load(border.yaml.read_text(encoding="utf-8"))["refresh"][0]["parameters"]["address"]
    lines = ["Fiscal Year,Month Grouping,Month (abbv),Component,Citizenship,Encounter Count"]
    for row in rows_of(border):
        if row["series"] == "patrol-nationwide" and row["month"] >= "2022-10":
            year, number = int(row["month"][:4]), int(row["month"][5:])
            fiscal = year + (number >= 10)
            month = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()[number - 1]
            label = f"{fiscal} (FYTD)" if fiscal == 2026 else str(fiscal)
            half = int(row["value"]) // 2
            for count in (half, int(row["value"]) - half):
                lines.append(f"{label},FYTD,{month},U.S. Border Patrol,MEXICO,{count}")
            lines.append(f"{label},FYTD,{month},Office of Field Operations,MEXICO,999")
    lines.append("2026 (FYTD),FYTD,AUG,U.S. Border Patrol,OTHER,11000")
    path = urlsplit(address).path
    server.answers[path] = (200, "text/csv", ("\ufeff" + "\r\n".join(lines)).encode())
    difference = refresh(border, server)
    assert difference.added == [("2026-08", "patrol-nationwide")] and not difference.revised
    server.answers[path] = (200, "text/csv", b"Fiscal Year,Component,Count\n2026,U.S. Border Patrol,1\n")
    with pytest.raises(DataError, match=r"lacks Encounter Count, Month \(abbv\)"):
        refresh(border, server)
    cut = "\r\n".join([*lines[:-1], lines[-1][:25]])
    server.answers[path] = (200, "text/csv", cut.encode())
    with pytest.raises(DataError, match=rf"line {len(lines)}: the line is cut"):
        refresh(border, server)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in Catalogue(TABLES).tables()
        if any(entry["client"] in ("months", "shares") for entry in Catalogue(TABLES).manifest(name).refresh)
    ],
)
def test_rows_made_from_another_table_agree_with_those_we_have(name):
    catalogue = Catalogue(TABLES)
    manifest = catalogue.manifest(name)
    entry = next(entry for entry in manifest.refresh if entry["client"] in ("months", "shares"))
    fresh = CLIENTS[entry["client"]].fetch(None, entry["parameters"], None, catalogue)
    with manifest.csv.open(encoding="utf-8", newline="") as lines:
        old = list(csv.DictReader(lines))
    new, difference = merge(old, fresh, manifest, entry)
    assert fresh and difference.lines() == ["nothing new"] and new == old


def test_shares_follow_when_trade_is_renewed(copy_of, server):
    trade, shares = copy_of("trade-goods"), copy_of("trade-shares")
    old = trade.csv.read_text(encoding="utf-8")
    line = next(one for one in old.splitlines() if one.startswith("2022,mexico,imports,"))
    values = line.split(",")
    values[3] = str(round(float(values[3]) * 1.05, 1))
    trade.bytes(lambda raw: raw.replace(line.encode(), ",".join(values).encode()))
    trade.manifest(rules=[])  # its balance and total belong to another test
    key, was, now = refresh(shares, server).largest()
    assert key == ("2022", "mexico", "share_of_imports")
    assert now == pytest.approx(was * 1.05, abs=0.01)
    fresh = shares.load().query("year == 2022 and partner == 'mexico' and measure == 'share_of_imports'")
    assert fresh.value.iloc[0] == now and fresh.source.iloc[0] == "census-trade-api"


@pytest.mark.parametrize("name", Catalogue(TABLES).tables())
def test_every_refresh_names_a_client_and_a_source_of_the_table(name):
    manifest = Catalogue(TABLES).manifest(name)
    for entry in manifest.refresh:
        assert entry["client"] in CLIENTS
        assert entry["source"] in {source["key"] for source in manifest.sources}
        assert {"client", "source", "parameters"} <= set(entry)
        assert set(entry) <= {"client", "source", "check", "status", "tolerance", "parameters"}


def test_the_command_says_what_it_could_not_renew(copy_of, capsys, monkeypatch):
    monkeypatch.delenv("FRED_API_KEY", raising=False)
    copy = copy_of(JOBS)
    assert main(["data", "refresh", "--folder", str(copy.folder)]) == 1
    assert f"{JOBS}: not renewed: FRED_API_KEY is not set" in capsys.readouterr().out


def test_census_years_are_complete_and_add_up(copy_of, server, monkeypatch):
    monkeypatch.setenv("CENSUS_API_KEY", "k")
    trade = copy_of("trade-goods")
    asked = {"2010": (28_000_000_000, 44_000_000_000), "1220": (1, 2), "5700": (3, 4), "-": (5, 6)}

    def months(flow):
        def answer(handler):
            country = parse_qs(urlsplit(handler.path).query)["CTY_CODE"][0]
            value = str(asked[country][flow])
            times = [f"2025-{month:02d}" for month in range(1, 13)] + ["2026-01"]
            table = [["time", "CTY_CODE", ("ALL_VAL_MO", "GEN_VAL_MO")[flow]]]
            table += [[time, country, value] for time in times]
            return 200, "application/json", json.dumps(table).encode()

        return answer

    server.answers["/data/timeseries/intltrade/exports/hs"] = months(0)
    server.answers["/data/timeseries/intltrade/imports/hs"] = months(1)
    with pytest.raises(DataError, match="more than 10%"):
        refresh(trade, server)
    difference = refresh(trade, server, confirm=True)
    assert ("2025", "world", "total") in difference.added
    frame = trade.load()
    here = frame[(frame["year"] == 2025) & (frame["partner"] == "mexico")].set_index("flow")
    assert here["value"].to_dict() == {"exports": 336000, "imports": 528000, "balance": -192000, "total": 864000}
    assert here["status"].to_dict() == {
        "exports": "published",
        "imports": "published",
        "balance": "computed",
        "total": "computed",
    }
    assert frame["year"].max() == 2025, "a year of one month is no year"


def test_bts_by_port_waits_for_december(copy_of, server):
    ports = copy_of("border-ports")
    old = {(row["year"], row["port"], row["mode"]): row["value"] for row in rows_of(ports)}
    record = {"port_name": "Laredo", "measure": "Trucks"}
    last = max(year for year, port, mode in old if (port, mode) == ("laredo", "trucks"))
    whole = int(old[last, "laredo", "trucks"])
    path = "/resource/keg4-3bc2.json"
    records = [
        {**record, "date": f"{last}-{month}-01T00:00:00.000", "value": str(whole // 2)} for month in ("01", "02")
    ]
    records[1]["value"] = str(whole - whole // 2)
    following = str(int(last) + 1)
    records.append({**record, "date": f"{following}-01-01T00:00:00.000", "value": "7"})
    server.json(path, records)
    assert not refresh(ports, server)
    records.append({**record, "date": f"{following}-12-01T00:00:00.000", "value": "8"})
    server.json(path, records)
    assert refresh(ports, server).added == [(following, "laredo", "trucks")]
    assert "'Calexico East'" in server.asked[0][1]["$where"][0]
    server.json(path, [{**record, "port_name": "Atlantis", "date": "2020-01-01", "value": "1"}])
    with pytest.raises(DataError, match="'Trucks' at 'Atlantis' was not asked for"):
        refresh(ports, server)


def test_one_table_from_two_sources(copy_of, server, monkeypatch):
    monkeypatch.setenv("FRED_API_KEY", "k")
    rates = copy_of("exchange-rate")
    copy_of("exchange-rate-monthly")
    server.json(FRED, {"observations": [{"date": "2026-01-01", "value": "17.9"}]})
    assert refresh(rates, server).added == [("2026", "fed")]
    server.answers[FRED] = (500, "text/plain", b"")
    before = state(rates)
    with pytest.raises(DataError, match="still failing"):
        refresh(rates, server)
    assert state(rates) == before


def test_a_source_that_always_fails_is_asked_as_often_as_promised(jobs, server):
    server.answers[FRED] = (500, "text/plain", b"")
    with pytest.raises(DataError, match="still failing"):
        refresh(jobs, server)
    assert len(server.asked) == 3


def test_a_redirect_to_another_place_is_not_followed(jobs, server):
    def elsewhere(handler):
        handler.send_response(302)
        handler.send_header("Location", "http://localhost:9/take-the-key")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.answers[FRED] = elsewhere
    with pytest.raises(DataError, match="sends on to another place, localhost:9"):
        refresh(jobs, server)


def test_two_gigabytes_are_refused_by_their_announcement(jobs, server):
    server.answers[FRED] = flood
    with pytest.raises(DataError, match="more than 60 MB"):
        refresh(jobs, server)
