"""Two switches every part of the course obeys: is anybody at a kernel, and which edition is this?"""

from __future__ import annotations

import os

STATIC_VARIABLE = "VECINOS_STATIC"
PICTURE_ONLY = "picture"
LANGUAGE_VARIABLE = "VECINOS_LANG"
LANGUAGES = ("en", "es")

_language: str | None = None


def is_static() -> bool:
    """True when output is made for a page, a test or a stored notebook; False when a person is at a kernel.

    Static objects open no comm: a page built from them carries no widget state and no widget scripts.
    """
    return os.environ.get(STATIC_VARIABLE, "") not in ("", "0")


def is_picture_only() -> bool:
    """True where a chart's picture is all that will be seen of it: when hand-ins are graded. Static mode, too."""
    return os.environ.get(STATIC_VARIABLE) == PICTURE_ONLY


def language() -> str:
    """The edition's language, "en" or "es": what ``use_language`` set, else VECINOS_LANG, else English."""
    return _language or os.environ.get(LANGUAGE_VARIABLE) or "en"


def use_language(lang: str) -> None:
    """Set the edition's language for this kernel. Raises ValueError for a language the course has not."""
    global _language
    if lang not in LANGUAGES:
        raise ValueError(f"No edition in {lang!r}: the course has {' and '.join(LANGUAGES)}.")
    _language = lang
