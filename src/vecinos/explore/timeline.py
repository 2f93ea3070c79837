"""The explorer "Two centuries, event by event": dated events by theme and period."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import manifest, table
from vecinos.explore.models.timeline import Event, count_kinds, matching
from vecinos.explore.show import Control, Explorer

# The events shown, as (date, topic) of the table, and the kind we give each; the rule is in the explorer's "model".
# Close calls: on 1845-12-29 the United States did what Mexico had cut relations over; in 1969 Mexico's ambassador and
# president protested (bibliography: frus-intercept-1969); in 2001 a panel had to decide between the two; Texas in 1836
# fought Mexico, not the United States against it.
CHOSEN = {
    "conflict": (
        "1845-03-28 diplomacy, 1845-12-29 territory, 1846-05-13 security, 1858-06-21 diplomacy, 1914-04-22 security, "
        "1916-03-09 security, 1938-03-18 energy, 1969-09-21 security, 2001 trade, 2009-03-16 trade, 2025-02-01 trade"
    ),
    "agreement": (
        "1819 territory, 1848-02-02 territory, 1848-12-04 diplomacy, 1853-12-30 territory, 1884-11-12 territory, "
        "1889-03-01 diplomacy, 1906 environment, 1909-10-16 diplomacy, 1917-03-03 diplomacy, 1923-08-13 diplomacy, "
        "1942-04-18 energy, 1942-08-04 migration, 1944-02-03 environment, 1963-08-29 territory, 1967-10-28 territory, "
        "1978-05-04 security, 1982-08 trade, 1983-08-14 environment, 1992-12-17 trade, 1995-02 trade, "
        "2012-11-20 environment, 2020-07-01 trade, 2021-10-08 security, 2025-12-15 environment"
    ),
    "step": (
        "1822-12-12 diplomacy, 1836 territory, 1859-04-06 diplomacy, 1915-10-19 diplomacy, 1930-09-27 diplomacy, "
        "1933-03-04 diplomacy, 1964-12-31 migration, 1965-05-20 trade, 1965-10-03 migration, 1994-11-08 migration, "
        "2026-07-01 trade"
    ),
}
THEMES = {"territory": "territory", "diplomacy": "diplomacy", "trade": "economy", "energy": "economy",
          "migration": "people", "security": "security", "environment": "water"}  # fmt: skip
TOPICS = (None, "territory", "diplomacy", "economy", "people", "security", "water")
PERIODS = (None, (1819, 1853), (1854, 1909), (1910, 1941), (1942, 1981), (1982, 2001), (2002, 2026))
NAMES = {
    None: {"en": "All themes", "es": "Todos los temas"},
    "territory": {"en": "Territory", "es": "Territorio"},
    "diplomacy": {"en": "Diplomacy", "es": "Diplomacia"},
    "economy": {"en": "Economy and oil", "es": "Economía y petróleo"},
    "people": {"en": "Migration and work", "es": "Migración y trabajo"},
    "security": {"en": "War and security", "es": "Guerra y seguridad"},
    "water": {"en": "Water and environment", "es": "Agua y medio ambiente"},
}
SIGNS = {"conflict": "✗", "agreement": "✓", "step": "→"}
KIND = {
    "conflict": {"en": "conflict", "es": "conflicto"},
    "agreement": {"en": "agreement", "es": "acuerdo"},
    "step": {"en": "other step", "es": "otro paso"},
}
COUNT = {
    "en": "{theme}, {period}: {total} of {all} events. Conflicts: {conflict}. Agreements: {agreement}. Other steps: {step}.",
    "es": "{theme}, {period}: {total} de {all} hechos. Conflictos: {conflict}. Acuerdos: {agreement}. Otros pasos: {step}.",
}
NONE = {
    "en": "{theme}, {period}: none of the {all} events. That says how we chose, not that nothing happened.",
    "es": "{theme}, {period}: ninguno de los {all} hechos. Eso dice cómo elegimos, no que nada pasara.",
}


@cache
def events() -> tuple[Event, ...]:
    """The events shown, with the table's sentences in both languages. Raises KeyError if the table lost one."""
    rows = {(str(row.date), row.topic): row for row in table("timeline").itertuples()}
    publishers = {source["key"]: source["publisher"] for source in manifest("timeline").sources}
    found = []
    for kind, keys in CHOSEN.items():
        for key in keys.split(", "):
            date, topic = key.split(" ")
            row = rows[date, topic]
            text = {"en": row.event_en, "es": row.event_es}
            found.append(Event(date, THEMES[topic], kind, text, publishers[row.source]))
    return tuple(sorted(found, key=lambda one: one.date))


def frame(values: dict, lang: str) -> str:
    """The list of the chosen events and, in words, how many there are of each kind."""
    chosen = matching(list(events()), values["theme"], values["period"])
    items = "".join(
        f"<li><b>{one.year}</b> {escape(one.text[lang])} "
        f'<span class="ex-event">{escape(NAMES[one.theme][lang])} · {SIGNS[one.kind]} {escape(KIND[one.kind][lang])} '
        f"· {escape(one.source)}</span></li>"
        for one in chosen
    )
    listed = f'<ul class="ex-events">{items}</ul>' if chosen else ""
    return f'<p class="ex-verdict">{escape(summary(chosen, values, lang))}</p>{listed}'


def summary(chosen: list[Event], values: dict, lang: str) -> str:
    """What was asked for and the counts, in one sentence."""
    period = _period(values["period"])[lang]
    asked = {"theme": NAMES[values["theme"]][lang], "period": period[0].lower() + period[1:], "all": len(events())}
    if not chosen:
        return NONE[lang].format(**asked)
    return COUNT[lang].format(total=len(chosen), **asked, **count_kinds(chosen))


def _period(years: tuple[int, int] | None) -> dict[str, str]:
    if years is None:
        return {"en": "1819 to 2026", "es": "De 1819 a 2026"}
    return {"en": f"{years[0]} to {years[1]}", "es": f"De {years[0]} a {years[1]}"}


EXPLORER = Explorer(
    name="timeline",
    title={"en": "Two centuries, event by event", "es": "Dos siglos, hecho por hecho"},
    task={
        "en": "Choose a theme and a period. For each period, look for one conflict and one agreement.",
        "es": "Elige un tema y un periodo. En cada periodo busca un conflicto y un acuerdo.",
    },
    controls=(
        Control("theme", {"en": "Theme", "es": "Tema"}, TOPICS, tuple(NAMES[name] for name in TOPICS)),
        Control("period", {"en": "Period", "es": "Periodo"}, PERIODS, tuple(map(_period, PERIODS))),
    ),
    frame=frame,
    model={
        "en": "The list holds a choice of events from the course’s timeline; none rests on one account only. We call an "
        "event a conflict if the two used force on each other, cut ties, stood against each other before a panel, or one "
        "acted against what the other had declared as its interest. It is an agreement if both governments signed, met or "
        "acted together, also when one of them had lost a war. Anything else is another step. Some labels are close "
        "calls. Texas became a state by US law, but Mexico had cut ties over it. The searches of 1969 took place on the US "
        "side, but Mexico’s ambassador protested. In 2026 the United States did not extend the USMCA, which ended nothing, so "
        "we call it a step. Other choices are possible: the counts measure our list and not history. Each entry ends "
        "with the publisher of its source.",
        "es": "La lista reúne algunos hechos de la cronología del curso; ninguno descansa en una sola fuente. Llamamos "
        "conflicto al hecho en que los dos usaron la fuerza entre sí, rompieron relaciones, se enfrentaron ante un panel, "
        "o uno actuó contra lo que el otro había declarado como su interés. Es acuerdo si ambos gobiernos firmaron, se "
        "reunieron o actuaron juntos, aunque uno hubiera perdido una guerra. Lo demás es otro paso. Algunas etiquetas son "
        "discutibles. Texas se hizo estado por una ley de Estados Unidos, pero México había roto relaciones por eso. Las "
        "revisiones de 1969 se hicieron del lado estadounidense, pero el embajador de México protestó. En 2026 Estados Unidos no "
        "prorrogó el T-MEC; como eso no terminó nada, lo llamamos paso. Caben otras elecciones: los conteos miden nuestra "
        "lista y no la historia. Cada hecho termina con quien publicó su fuente.",
    },
    source={
        "en": "Timeline of the course, from the US Office of the Historian, governments and the press; as of September 2026",
        "es": "Cronología del curso, con datos de la Oficina del Historiador de EE. UU., gobiernos y prensa; a septiembre de 2026",
    },
)
