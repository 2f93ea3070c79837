"""The official sources with a public, machine-readable address, each as a function from parameters to rows.

A client asks, checks the shape of the answer and returns rows: mappings with the time, the code of the series where
the table has one, and ``value`` as exact decimal text. It knows nothing of files. Shapes follow the publishers' own
descriptions: US Census Bureau (time series API), Socrata (BTS, CDC), St. Louis Fed (FRED), Banco de México (SIE),
US Energy Information Administration (API v2), US Customs and Border Protection (CSV).
"""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from vecinos.data._http import Http
from vecinos.data.errors import DataError
from vecinos.data.load import Catalogue

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MONTH_NAMES = "January February March April May June July August September October November December".split()
PAGE = 50_000
Row = dict[str, str]


@dataclass(frozen=True)
class Client:
    """``fetch(http, parameters, key, catalogue)`` gives rows; ``variable``: the environment variable of its key."""

    fetch: Callable[..., list[Row]]
    variable: str | None = None
    register: str | None = None

    def key(self) -> str | None:
        """The key from the environment. Raises DataError saying where to get one."""
        if self.variable is None:
            return None
        key = os.environ.get(self.variable, "").strip()
        if not key:
            raise DataError(
                f"{self.variable} is not set. Mend: get a free key at {self.register} and set {self.variable}."
            )
        return key


def census(http: Http, parameters: dict, key: str, catalogue: Catalogue) -> list[Row]:
    """US exports and imports of goods with one country by month, millions of dollars with one decimal."""
    rows = []
    for flow, variable in (("exports", "ALL_VAL_MO"), ("imports", "GEN_VAL_MO")):
        answer = http.json(
            f"https://api.census.gov/data/timeseries/intltrade/{flow}/hs",
            {
                "get": f"CTY_CODE,{variable}",
                "CTY_CODE": parameters["country"],
                "time": f"from {parameters['start']}",
                "key": key,
            },
        )
        place = f"Census {flow}"
        if not isinstance(answer, list) or not answer or not isinstance(answer[0], list):
            raise DataError(f"{place}: the answer is no table. Mend: see whether the API has changed.")
        header, *records = answer
        columns = [_position(header, name, place) for name in ("time", "CTY_CODE", variable)]
        for record in records:
            time, country, value = (record[position] for position in columns)
            if country != parameters["country"]:
                raise DataError(f"{place}: asked for country {parameters['country']}, got {country}.")
            rows.append({"month": time, "flow": flow, "value": _number(value, place, scale="0.000001", digits=1)})
    return rows


def census_years(http: Http, parameters: dict, key: str, catalogue: Catalogue) -> list[Row]:
    """US goods trade with each partner by year, complete years only: both flows, and their balance and sum."""
    rows = []
    for partner, country in parameters["partners"].items():
        flows: dict[str, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
        for row in census(http, {"country": country, "start": parameters["start"]}, key, catalogue):
            flows[row["month"][:4]][row["flow"]].append(Decimal(row["value"]))
        for year, parts in flows.items():
            if all(len(parts[flow]) == 12 for flow in ("exports", "imports")):
                exports, imports = sum(parts["exports"]), sum(parts["imports"])
                here = {"year": year, "partner": partner}
                rows += [
                    {**here, "flow": "exports", "value": str(exports)},
                    {**here, "flow": "imports", "value": str(imports)},
                    {**here, "flow": "balance", "status": "computed", "value": str(exports - imports)},
                    {**here, "flow": "total", "status": "computed", "value": str(exports + imports)},
                ]
    return rows


def bts_ports(http: Http, parameters: dict, key: None, catalogue: Catalogue) -> list[Row]:
    """Entries through the ports of a table by year and mode. A year counts once its December is out."""
    ports = {name: code for code, name in parameters["ports"].items()}
    modes = {name: code for code, name in parameters["series"].items()}
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    last = ""
    for record in _socrata(
        http,
        "https://data.bts.gov/resource/keg4-3bc2.json",
        {
            "$select": "port_name,date,measure,max(value) as value",
            "$group": "port_name,date,measure",
            "$where": f"border='US-Mexico Border' AND port_name in({_quoted(ports)}) AND measure in({_quoted(modes)}) "
            f"AND date >= '{parameters['start']}'",
            "$order": "date,measure,port_name",
        },
    ):
        port, date, measure, value = (_field(record, name, "BTS") for name in ("port_name", "date", "measure", "value"))
        if port not in ports or measure not in modes:
            raise DataError(f"BTS: {measure!r} at {port!r} was not asked for. Mend: correct refresh in the manifest.")
        sums[date[:4], ports[port], modes[measure]] += Decimal(_number(value, "BTS"))
        last = max(last, date[:7])
    full = last[:4] if last.endswith("-12") else str(int(last[:4] or 0) - 1)
    return [
        {"year": year, "port": port, "mode": mode, "value": str(value)}
        for (year, port, mode), value in sums.items()
        if year <= full
    ]


def bts(http: Http, parameters: dict, key: None, catalogue: Catalogue) -> list[Row]:
    """Entries from Mexico by month and mode, all ports. The file repeats a few records: one per port counts."""
    measures = _quoted(parameters["series"].values())
    modes = {name: code for code, name in parameters["series"].items()}
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for record in _socrata(
        http,
        "https://data.bts.gov/resource/keg4-3bc2.json",
        {
            "$select": "port_code,date,measure,max(value) as value",
            "$group": "port_code,date,measure",
            "$where": f"border='US-Mexico Border' AND measure in({measures}) AND date >= '{parameters['start']}'",
            "$order": "date,measure,port_code",
        },
    ):
        date, measure, value = (_field(record, name, "BTS") for name in ("date", "measure", "value"))
        if measure not in modes:
            raise DataError(f"BTS: unknown measure {measure!r}. Mend: correct series in the manifest.")
        sums[date[:7], modes[measure]] += Decimal(_number(value, "BTS"))
    return [{"month": month, "mode": mode, "value": str(value)} for (month, mode), value in sums.items()]


def cdc(http: Http, parameters: dict, key: None, catalogue: Catalogue) -> list[Row]:
    """Provisional deaths by overdose in the twelve months that end in each month, United States."""
    rows = []
    for record in _socrata(
        http,
        f"https://data.cdc.gov/resource/{parameters['dataset']}.json",
        {
            "$select": f"year,month,{parameters['column']}",
            "$where": f"state='US' AND indicator='{parameters['indicator']}' AND {parameters['column']} IS NOT NULL",
            "$order": "year,month",
        },
    ):
        year, month = _field(record, "year", "CDC"), _field(record, "month", "CDC")
        if month not in MONTH_NAMES:
            raise DataError(f"CDC: unknown month {month!r}.")
        value = _number(_field(record, parameters["column"], "CDC"), "CDC")
        rows.append({"month": f"{year}-{MONTH_NAMES.index(month) + 1:02d}", "value": value})
    return [row for row in rows if row["month"] >= parameters["start"]]


def fred(http: Http, parameters: dict, key: str, catalogue: Catalogue) -> list[Row]:
    """Series of the St. Louis Fed, by month or by year (``column`` says which)."""
    rows = []
    for code, series in _codes(parameters):
        answer = http.json(
            "https://api.stlouisfed.org/fred/series/observations",
            {
                "series_id": series,
                "observation_start": parameters["start"],
                "file_type": "json",
                "api_key": key,
            },
        )
        for record in _field(answer, "observations", f"FRED {series}"):
            value = _field(record, "value", f"FRED {series}")
            if value != ".":  # FRED writes a missing value as a point
                date = _field(record, "date", f"FRED {series}")
                rows.append(_timed(parameters, date, code, _number(value, f"FRED {series}")))
    return rows


def banxico(http: Http, parameters: dict, key: str, catalogue: Catalogue) -> list[Row]:
    """Monthly series of the Banco de México (SIE). Dates come as 01/12/2025, numbers with thousands commas."""
    codes = {series: code for code, series in _codes(parameters)}
    answer = http.json(
        f"https://www.banxico.org.mx/SieAPIRest/service/v1/series/{','.join(codes)}/datos",
        headers={"Bmx-Token": key, "Accept": "application/json"},
    )
    rows, seen = [], set()
    for series in _field(_field(answer, "bmx", "Banxico"), "series", "Banxico"):
        name = _field(series, "idSerie", "Banxico")
        if name not in codes:
            raise DataError(f"Banxico: answered series {name}, which was not asked for.")
        seen.add(name)
        for record in _field(series, "datos", f"Banxico {name}"):
            day, month, year = _field(record, "fecha", f"Banxico {name}").split("/")
            value = _field(record, "dato", f"Banxico {name}")
            if value != "N/E" and f"{year}-{month}" >= parameters["start"]:
                number = _number(value.replace(",", ""), f"Banxico {name}")
                rows.append(_timed(parameters, f"{year}-{month}-{day}", codes[name], number))
    if seen != set(codes):
        raise DataError(f"Banxico: no answer for {', '.join(sorted(set(codes) - seen))}.")
    return rows


def eia(http: Http, parameters: dict, key: str, catalogue: Catalogue) -> list[Row]:
    """One yearly series of the EIA's API v2."""
    place = f"EIA {parameters['series']}"
    answer = http.json(
        f"https://api.eia.gov/v2/{parameters['route']}/data/",
        {
            "frequency": "annual",
            "data[0]": "value",
            "facets[series][]": parameters["series"],
            "start": parameters["start"],
            "length": 5000,
            "api_key": key,
        },
    )
    rows = []
    for record in _field(_field(answer, "response", place), "data", place):
        if _field(record, "units", place) != parameters["units"]:
            raise DataError(f"{place}: the unit is {record['units']}, expected {parameters['units']}.")
        value = _field(record, "value", place)
        if value is not None:
            year = str(_field(record, "period", place))
            rows.append({"year": year, **parameters["rows"], "value": _number(value, place)})
    return rows


def cbp(http: Http, parameters: dict, key: None, catalogue: Catalogue) -> list[Row]:
    """Border Patrol encounters at all borders by month, from the public file of the fiscal years."""
    reader = csv.DictReader(io.StringIO(http.text(parameters["address"])))
    names = {"Fiscal Year", "Month (abbv)", "Component", "Encounter Count"}
    if not names <= set(reader.fieldnames or ()):
        raise DataError(f"CBP: the file lacks {', '.join(sorted(names - set(reader.fieldnames or ())))}.")
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for record in reader:
        if None in record.values():
            raise DataError(f"CBP: line {reader.line_num}: the line is cut. Mend: try again later.")
        if record["Component"] == "U.S. Border Patrol":
            fiscal, month = record["Fiscal Year"].split()[0], record["Month (abbv)"]
            if month not in MONTHS or not fiscal.isdigit():
                raise DataError(f"CBP: line {reader.line_num}: no month {month!r} of fiscal year {fiscal!r}.")
            number = MONTHS.index(month) + 1
            year = int(fiscal) - (number >= 10)
            sums[f"{year}-{number:02d}"] += Decimal(_number(record["Encounter Count"], "CBP"))
    return [{"month": month, "series": parameters["series"], "value": str(value)} for month, value in sums.items()]


def months(http: Http, parameters: dict, key: None, catalogue: Catalogue) -> list[Row]:
    """Years made from the twelve months of another table of the course: no address is asked."""
    frame = catalogue.table(parameters["table"])
    for column, wanted in parameters.get("where", {}).items():
        frame = frame[frame[column] == wanted]
    by = parameters.get("by", [])
    groups = frame.groupby([frame["month"].dt.year.rename("year"), *by])["value"]
    values = groups.agg(parameters["how"])[groups.count() == 12]
    rows = []
    for index, value in values.items():
        index = index if isinstance(index, tuple) else (index,)
        codes = dict(zip(by, index[1:], strict=True))
        number = _number(f"{value:.12g}", parameters["table"], digits=parameters["digits"])
        rows.append({"year": str(index[0]), **codes, **parameters.get("rows", {}), "value": number})
    return [row for row in rows if int(row["year"]) >= parameters["start"]]


def shares(http: Http, parameters: dict, key: None, catalogue: Catalogue) -> list[Row]:
    """Each partner's share of the whole, per cent, made from another table of the course: no address is asked."""
    frame = catalogue.table(parameters["table"])
    values = {(row.year, row.partner, row.flow): row.value for row in frame.itertuples()}
    rows = []
    for measure, flow in parameters["measures"].items():
        for (year, partner, its), value in values.items():
            whole = values.get((year, parameters["whole"], flow))
            if its == flow and partner in parameters["partners"] and whole and year >= parameters["start"]:
                share = _number(f"{100 * value / whole:.12g}", parameters["table"], digits=2)
                rows.append({"year": str(year), "partner": partner, "measure": measure, "value": share})
    return rows


CLIENTS = {
    "census": Client(census, "CENSUS_API_KEY", "https://api.census.gov/data/key_signup.html"),
    "census-years": Client(census_years, "CENSUS_API_KEY", "https://api.census.gov/data/key_signup.html"),
    "bts": Client(bts),
    "bts-ports": Client(bts_ports),
    "cdc": Client(cdc),
    "fred": Client(fred, "FRED_API_KEY", "https://fred.stlouisfed.org/docs/api/api_key.html"),
    "banxico": Client(banxico, "BANXICO_TOKEN", "https://www.banxico.org.mx/SieAPIRest/service/v1/token"),
    "eia": Client(eia, "EIA_API_KEY", "https://www.eia.gov/opendata/register.php"),
    "cbp": Client(cbp),
    "months": Client(months),
    "shares": Client(shares),
}


def _socrata(http: Http, address: str, query: dict) -> Iterable[dict]:
    """Every record of a Socrata query, page by page."""
    offset = 0
    while True:
        page = http.json(address, {**query, "$limit": PAGE, "$offset": offset})
        if not isinstance(page, list):
            raise DataError(f"{address}: the answer is no list of records. Mend: see whether the API has changed.")
        yield from page
        if len(page) < PAGE:
            return
        offset += PAGE


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _codes(parameters: dict) -> list[tuple[str | None, str]]:
    """(code in our table, name at the source); a table of one series has no code."""
    series = parameters["series"]
    return [(None, series)] if isinstance(series, str) else list(series.items())


def _timed(parameters: dict, date: str, code: str | None, value: str) -> Row:
    column = parameters.get("column", "month")
    row = {column: date[:4] if column == "year" else date[:7], "value": value}
    return row if code is None else {**row, "series": code}


def _field(record, name: str, place: str):
    if not isinstance(record, dict) or name not in record:
        shown = ", ".join(record) if isinstance(record, dict) else type(record).__name__
        raise DataError(f"{place}: no {name} in the answer ({shown[:120]}). Mend: see whether the API has changed.")
    return record[name]


def _position(header: list, name: str, place: str) -> int:
    if name not in header:
        raise DataError(f"{place}: no column {name} in the answer ({', '.join(map(str, header))}).")
    return header.index(name)


def _number(value, place: str, scale: str = "1", digits: int | None = None) -> str:
    """Exact decimal text of a value, scaled and rounded; a DataError for anything that is not a finite number."""
    try:
        number = Decimal(str(value)) * Decimal(scale)
    except InvalidOperation:
        raise DataError(f"{place}: {value!r} is no number. Mend: see whether the API has changed.") from None
    if not number.is_finite():
        raise DataError(f"{place}: {value!r} is no number.")
    if digits is not None:
        number = number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
