"""The course's references (book/references.bib) as far as questions need them: which keys exist, and a short line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from vecinos.mode import LANGUAGES, language

REFERENCES = Path(__file__).resolve().parents[3] / "book" / "references.bib"
UNDATED = {"en": "n.d.", "es": "s.\u00a0f."}


@cache
def references(path: Path = REFERENCES) -> dict[str, dict[str, str]]:
    """{key: {language: "Author. Title. Year."}}; empty where the course's pages do not lie beside the package."""
    if not path.is_file():
        return {}
    from pybtex.database import parse_file  # the book's own BibTeX reader

    entries = parse_file(str(path), bib_format="bibtex").entries
    return {key: {lang: _line(entry, lang) for lang in LANGUAGES} for key, entry in entries.items()}


def citation(key: str, lang: str | None = None) -> str:
    """The reference in one line (of the current language if none is named); its key in brackets where there is no
    list to look in."""
    lines = references().get(key)
    return lines[lang or language()] if lines else f"[{key}]"


def _line(entry, lang: str) -> str:
    people = [
        _plain(" ".join([*person.prelast_names, *person.last_names])) for person in entry.persons.get("author", [])
    ]
    by = people[0] + " et al." if len(people) > 2 else " & ".join(people)
    by = by or _plain(entry.fields.get("institution") or entry.fields.get("publisher") or "")
    by = _plain(entry.fields.get(f"author_{lang}", by))
    title = entry.fields.get(f"title_{lang}") or entry.fields.get("title", "")
    year = entry.fields.get("year", "")
    parts = [by, _plain(title), UNDATED[lang] if year == UNDATED["en"] else year]
    return " ".join(part if part.endswith(("?", "!")) else part.rstrip(".") + "." for part in parts if part)


def _plain(text: str) -> str:
    bare = re.sub(r"\\([&%$#_])", r"\1", text.replace("{", "").replace("}", "")).replace("--", "–")
    return re.sub(r"\s+", " ", bare).strip()
