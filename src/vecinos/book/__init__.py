"""The book: a Sphinx extension and the theme ``vecinos``.

``extensions: [vecinos.book]`` and ``html_theme: vecinos`` are all a configuration needs; both editions' files at the
top of the checkout show the rest. Only documented Sphinx interfaces are used, so that the same sources build with
Sphinx 7 (Jupyter Book 1) and with Sphinx 9.
"""

from __future__ import annotations

import os
from pathlib import Path

from vecinos.mode import LANGUAGE_VARIABLE, LANGUAGES, STATIC_VARIABLE

HERE = Path(__file__).parent
THEME = HERE / "theme"


def setup(app):
    """Register the theme, the directives and the events; called by Sphinx."""
    from vecinos.book import (
        assets,
        bibliography,
        catalogue,
        citations,
        coverage,
        dates,
        doctree,
        formulas,
        glossary,
        landing,
        pages,
        people,
        progress,
        teaching,
        traps,
    )

    os.environ[STATIC_VARIABLE] = "1"
    app.add_html_theme("vecinos", str(THEME))
    app.add_config_value("vecinos_repository", "", "html")  # owner/name; else the environment's GITHUB_REPOSITORY
    app.add_config_value("vecinos_branch", "main", "html")
    app.add_config_value("vecinos_url", "", "html")  # where the site with both editions is; else VECINOS_URL
    if "comments_config" not in app.config.values:  # Jupyter Book sets it for an extension this book does without
        app.add_config_value("comments_config", {}, "html")
    app.connect("config-inited", _complete)
    for part in (
        assets,
        citations,
        bibliography,
        doctree,
        formulas,
        glossary,
        landing,
        pages,
        people,
        progress,
        catalogue,
        coverage,
        dates,
        teaching,
        traps,
    ):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _complete(app, config) -> None:
    """Tell the kernels the edition's language, and Sphinx where the edition is published."""
    from sphinx.errors import ConfigError

    if config.language not in LANGUAGES:
        raise ConfigError(f"language: {config.language!r}: the course has editions in {' and '.join(LANGUAGES)}.")
    os.environ[LANGUAGE_VARIABLE] = config.language
    config.vecinos_repository = config.vecinos_repository or os.environ.get("GITHUB_REPOSITORY", "")
    config.vecinos_url = (config.vecinos_url or os.environ.get("VECINOS_URL", "")).rstrip("/")
    if config.vecinos_url and not config.html_baseurl:
        config.html_baseurl = f"{config.vecinos_url}/{config.language}/"
