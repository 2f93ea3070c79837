"""``vecinos data``: list, check and renew the tables."""

from __future__ import annotations

import argparse

from vecinos.data.errors import DataError
from vecinos.data.load import TABLES, Catalogue
from vecinos.i18n import pick
from vecinos.mode import LANGUAGES


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="name and title of every table")
    listing.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the titles (en)")
    checking = actions.add_parser("check", help="find every fault of the tables")
    checking.add_argument("tables", nargs="*", metavar="TABLE", help="only these tables")
    renewing = actions.add_parser("refresh", help="renew tables from their official sources")
    renewing.add_argument("tables", nargs="*", metavar="TABLE", help="only these tables (all that can be)")
    renewing.add_argument("--confirm", action="store_true", help="accept large revisions and dropped rows")
    for action in (listing, checking, renewing):
        action.add_argument("--folder", default=TABLES, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """The exit status: 0 when all is well, 1 when something needs mending."""
    catalogue = Catalogue(arguments.folder)
    try:
        return {"list": _list, "check": _check, "refresh": _refresh}[arguments.action](catalogue, arguments)
    except DataError as error:
        print(error)
        return 1


def _list(catalogue: Catalogue, arguments: argparse.Namespace) -> int:
    names = catalogue.tables()
    width = max(map(len, names), default=0)
    for name in names:
        manifest = catalogue.manifest(name)
        print(f"{name:{width}}  {manifest.vintage:10}  {pick(manifest.title, arguments.lang)}")
    return 0


def _check(catalogue: Catalogue, arguments: argparse.Namespace) -> int:
    # Frictionless takes seconds to import; only this command pays for it.
    from vecinos.data.check import check_table

    names = arguments.tables or catalogue.tables()
    if not names:
        raise DataError(f"{catalogue.folder}: no tables there.")
    width = max(map(len, names))
    faults = 0
    for name in names:
        findings = check_table(catalogue, name)
        faults += len(findings)
        print(f"{name:{width}}  {'ok' if not findings else f'{len(findings)} to mend'}")
        for finding in findings:
            print(f"  {finding}")
    print(f"{len(names)} tables, {faults} to mend" if faults else f"{len(names)} tables, all well")
    return 1 if faults else 0


def _refresh(catalogue: Catalogue, arguments: argparse.Namespace) -> int:
    from rich.progress import track

    from vecinos.data._http import Http
    from vecinos.data.refresh import refresh_table

    able = [name for name in catalogue.tables() if catalogue.manifest(name).refresh]

    def made_here(name: str) -> bool:
        return any(entry["client"] in ("months", "shares") for entry in catalogue.manifest(name).refresh)

    # Tables made from other tables come last, so that they see the new months.
    names = arguments.tables or sorted(able, key=made_here)
    http, failed = Http(), 0
    for name in track(names, description="Renewing tables", transient=True):
        try:
            difference = refresh_table(catalogue, name, http, arguments.confirm)
        except DataError as error:
            failed += 1
            print(f"{name}: not renewed: {error}")
        else:
            print(f"{name}: {'; '.join(difference.lines())}")
    if failed < len(names):
        print("Now run: vecinos data check")
    return 1 if failed else 0
