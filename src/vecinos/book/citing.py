"""How to cite a table, from its manifest: BibTeX, APA and Chicago."""

from __future__ import annotations

import re

from vecinos.data.manifest import Manifest
from vecinos.i18n import date as say_date
from vecinos.i18n import pick

COURSE = {"en": "Vecinos: Mexico–United States Relations", "es": "Vecinos: las relaciones México–Estados Unidos"}
WORDS = {
    "data_set": {"en": "Data set", "es": "Conjunto de datos"},
    "figures": {"en": "figures of {}", "es": "cifras de {}"},
    "in": {"en": "In {}, version {}", "es": "En {}, versión {}"},
    "retrieved": {"en": "Retrieved {}", "es": "Consulta: {}"},
    "original": {"en": "Original", "es": "Original"},
}
SPECIAL = re.compile(r"([&%$#_{}])")


def citations(known: Manifest, lang: str, address: str, edition: str) -> list[tuple[str, str]]:
    """[(name of the style, text)]. ``address``: the page on the web, "" while it has none; ``edition``: version."""

    def say(word: str, *values: str) -> str:
        return pick(WORDS[word], lang).format(*values)

    publisher, title, course = pick(known.publisher, lang), pick(known.title, lang), pick(COURSE, lang)
    year, vintage, retrieved = known.vintage[:4], say_date(known.vintage, lang), say_date(known.retrieved, lang)
    version, place = say("figures", vintage), say("in", course, edition)
    found, original = say("retrieved", retrieved), known.sources[0].get("url", "")
    tail = f" {address}" if address else ""
    apa = f"{publisher} ({year}). {title} ({version}) [{say('data_set')}]. {place}. {found}.{tail}"
    chicago = f"{publisher}. “{title}.” {say('data_set')}, {version}. {place}. {found}."
    if lang == "es":
        chicago = f"{publisher}. «{title}». {say('data_set')}, {version}. {place}. {found}."
    fields = {
        "author": f"{{{_plain(publisher)}}}",
        "title": f"{{{_plain(title)}}}",
        "year": year,
        "howpublished": _plain(f"{say('data_set')}, {version}. {place}"),
        "url": address,
        "urldate": known.retrieved,
        "note": f"{say('original')}: \\url{{{original}}}" if original else "",
    }
    body = "".join(f"  {key} = {{{text}}},\n" for key, text in fields.items() if text)
    return [
        ("APA", apa),
        ("Chicago", chicago + tail),
        ("BibTeX", f"@misc{{vecinos-{known.name},\n{body}}}"),
    ]


def _plain(text: str) -> str:
    """A text with BibTeX's special characters escaped."""
    return SPECIAL.sub(r"\\\1", text)
