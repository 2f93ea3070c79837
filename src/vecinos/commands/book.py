"""``vecinos book``: build both editions into ``_build/site`` and serve them on this machine."""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from vecinos.commands.paths import root, script
from vecinos.mode import LANGUAGE_VARIABLE, LANGUAGES, STATIC_VARIABLE

CONFIG = {"en": ("_config.yml", "_toc.yml"), "es": ("_config.es.yml", "_toc.es.yml")}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-serve", action="store_true", help="only build")
    parser.add_argument("--clean", action="store_true", help="forget earlier builds first")
    parser.add_argument("--port", type=int, default=8000, help="first port to try (default 8000)")


def run(arguments: argparse.Namespace) -> int:
    top = root()
    if arguments.clean:
        shutil.rmtree(top / "_build", ignore_errors=True)
    started = time.monotonic()
    site = build(top)
    if site is None:
        return 1
    print(f"Built both editions in {time.monotonic() - started:.1f} s: {site.relative_to(top)}", flush=True)
    if not arguments.no_serve:
        serve(site, arguments.port)
    return 0


def build(top: Path) -> Path | None:
    """Build every edition (at the same time) and assemble the site. Returns its folder, or None after a failure.

    Warnings are errors. The last good site stays in place until every edition is built.
    """
    builds = {lang: _start(top, lang) for lang in LANGUAGES}
    failed = False
    for lang, (process, log) in builds.items():
        if process.wait():
            failed = True
            print(f"The {lang} edition did not build. The end of {log.relative_to(top)}:", file=sys.stderr)
            print(_complaints(log), file=sys.stderr)
    return None if failed else _assemble(top)


def _start(top: Path, lang: str) -> tuple[subprocess.Popen, Path]:
    config, toc = CONFIG[lang]
    out = top / "_build" / lang
    out.mkdir(parents=True, exist_ok=True)
    log = out / "build.log"
    environment = os.environ | {STATIC_VARIABLE: "1", LANGUAGE_VARIABLE: lang, "PYTHONUTF8": "1"}
    command = [
        *(script("jupyter-book"), "build", top / "book" / lang, "--path-output", out),
        *("--config", top / config, "--toc", top / toc, "-W", "--keep-going"),
    ]
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=top, env=environment, stdout=sink, stderr=subprocess.STDOUT
        )
    return process, log


def _complaints(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    told = [line for line in lines if "WARNING" in line or "ERROR" in line]
    return "\n".join([*told, "…", *lines[-25:]])


def _assemble(top: Path) -> Path:
    """Copy the editions side by side under one start page; replace the old site in one move."""
    site, fresh, old = (top / "_build" / name for name in ("site", "site.part", "site.old"))
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    for lang in LANGUAGES:
        shutil.copytree(
            top / "_build" / lang / "_build" / "html",
            fresh / lang,
            ignore=shutil.ignore_patterns(".buildinfo*", ".doctrees", "objects.inv"),
        )
    shutil.copyfile(Path(__file__).parents[1] / "book" / "site_index.html", fresh / "index.html")
    (fresh / ".nojekyll").touch()  # GitHub Pages would drop folders that begin with an underscore
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(site: Path, first_port: int) -> None:
    """Serve the site on the first free port from ``first_port`` on, to this machine only, until Ctrl-C."""
    handler = functools.partial(_Quiet, directory=str(site))
    for port in range(first_port, first_port + 50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                continue
        with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
            print(f"The course is at http://127.0.0.1:{port}/  (Ctrl-C stops)", flush=True)
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                print()
        return
    sys.exit(f"vecinos: no free port from {first_port} to {first_port + 49}. Choose another with --port.")
