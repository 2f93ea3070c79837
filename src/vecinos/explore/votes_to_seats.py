"""The explorer "From votes to seats": Mexico's Chamber of Deputies in 2024 under the rule and under others."""

from __future__ import annotations

from html import escape

from vecinos.data import table
from vecinos.explore.models.seats import CHAMBER, list_seats
from vecinos.explore.show import Control, Explorer, chosen
from vecinos.i18n import number, percent

ALLIES = ("morena", "pvem", "pt")
OTHERS = ("pan", "pri", "mc")
TWO_THIRDS = 334
RECOUNTED = {"morena": 182, "pvem": 40, "pt": 34}  # the INE's count: 21 winners who belong to MORENA, checked two
TEXT = {
    "allies": {"en": "MORENA, Greens and Labour", "es": "MORENA, Verde y Trabajo"},
    "others": {"en": "All others", "es": "Los demás"},
    "lists": {"en": "List seats", "es": "Curules de lista"},
    "yes": {
        "en": "The three allies hold {seats} of 500 seats ({share}), with {votes} of the vote. That is {gap} above "
        "two-thirds.",
        "es": "Los tres aliados tienen {seats} de 500 curules ({share}), con {votes} de los votos. Son {gap} más que dos "
        "tercios.",
    },
    "just": {
        "en": "The three allies hold {seats} of 500 seats ({share}), with {votes} of the vote. That is two-thirds exactly.",
        "es": "Los tres aliados tienen {seats} de 500 curules ({share}), con {votes} de los votos. Son justo dos tercios.",
    },
    "no": {
        "en": "The three allies hold {seats} of 500 seats ({share}), with {votes} of the vote. That is {gap} short of "
        "two-thirds.",
        "es": "Los tres aliados tienen {seats} de 500 curules ({share}), con {votes} de los votos. Les faltan {gap} para dos "
        "tercios.",
    },
}
NAMES = {
    "morena": {"en": "MORENA", "es": "MORENA"},
    "pvem": {"en": "Greens", "es": "Verde"},
    "pt": {"en": "Labour", "es": "Trabajo"},
    "pan": {"en": "PAN", "es": "PAN"},
    "pri": {"en": "PRI", "es": "PRI"},
    "mc": {"en": "MC", "es": "MC"},
    "coalition": {"en": "the three allies", "es": "los tres aliados"},
}


def lists_of(together: bool, points: float | None, recounted: bool) -> dict[str, int]:
    """The list seats of 2024 by party, or with ``together`` of the three allies as if they were one party."""
    frame = table("chamber-2024").set_index("party")
    names = (*ALLIES, *OTHERS)
    votes = {name: int(frame.votes[name]) for name in names}
    districts = {name: int(frame.districts[name]) for name in names}
    if together:
        votes = {"coalition": sum(votes[name] for name in ALLIES)} | {name: votes[name] for name in OTHERS}
        districts["coalition"] = sum(districts[name] for name in ALLIES)
    elif recounted:
        districts |= RECOUNTED
    return list_seats(votes, districts, points)


def allied_seats(together: bool, points: float | None, recounted: bool) -> int:
    """Seats of the three allies of both kinds."""
    frame = table("chamber-2024").set_index("party")
    given = lists_of(together, points, recounted)
    return sum(int(frame.districts[name]) for name in ALLIES) + sum(
        given.get(name, 0) for name in (*ALLIES, "coalition")
    )


def vote_share() -> float:
    """Per cent of the vote for the three allies, of the six parties that take part in the lists."""
    votes = table("chamber-2024").set_index("party").votes
    return 100 * sum(votes[name] for name in ALLIES) / sum(votes[name] for name in (*ALLIES, *OTHERS))


def frame(values: dict, lang: str) -> str:
    """One bar of 500 seats with the mark of two-thirds, the list seats, and the verdict."""
    rule = (values["counted"] == "together", values["points"], values["belong"] == "morena")
    seats, given = allied_seats(*rule), lists_of(*rule)
    said = ", ".join(f"{NAMES[name][lang]} {count}" for name, count in given.items())
    bar = (
        f'<p class="ex-label">{TEXT["allies"][lang]}: <b>{seats}</b> · {TEXT["others"][lang]}: <b>{CHAMBER - seats}</b></p>'
        f'<div class="ex-bar" aria-hidden="true"><span class="ex-part ex-first" style="width:{seats / 5:.1f}%"></span>'
        f'<span class="ex-part ex-outside" style="width:{100 - seats / 5:.1f}%"></span>'
        f'<span class="ex-threshold" style="left:{TWO_THIRDS / 5:.1f}%"></span></div>'
        f'<p class="ex-label">{TEXT["lists"][lang]}: {escape(said)}.</p>'
    )
    return f'{bar}<p class="ex-verdict">{escape(verdict_text(seats, lang))}</p>{chosen(EXPLORER, values, lang)}'


def verdict_text(seats: int, lang: str) -> str:
    """The result in two sentences."""
    gap = seats - TWO_THIRDS
    text = TEXT["yes" if gap > 0 else "no" if gap < 0 else "just"][lang]
    return text.format(
        seats=number(seats),
        share=percent(100 * seats / CHAMBER, 1, lang),
        votes=percent(vote_share(), 1, lang),
        gap=number(abs(gap)),
    )


POINTS = (8, 0, 4, 12, None)
EXPLORER = Explorer(
    name="votes-to-seats",
    title={"en": "From votes to seats", "es": "De los votos a las curules"},
    task={
        "en": "These are the votes and districts of 2024. Change the rule for the 200 list seats. Which single changes take "
        "the three allies below two-thirds, 334 seats?",
        "es": "Estos son los votos y distritos de 2024. Cambia la regla para las 200 curules de lista. ¿Qué cambios, cada uno por sí "
        "solo, dejan a los tres aliados debajo de dos tercios, 334 curules?",
    },
    controls=(
        Control(
            "counted",
            {"en": "The limits count", "es": "Los límites se aplican"},
            ("each", "together"),
            (
                {"en": "each party alone", "es": "a cada partido"},
                {"en": "the three allies as one", "es": "a los tres aliados juntos"},
            ),
        ),
        Control(
            "points",
            {"en": "Points of seats above votes", "es": "Puntos de curules sobre votos"},
            POINTS,
            tuple(
                {"en": "no limit", "es": "sin límite"} if one is None else {"en": str(one), "es": str(one)}
                for one in POINTS
            ),
        ),
        Control(
            "belong",
            {"en": "21 winners of allied parties count as", "es": "21 triunfos de aliados cuentan como"},
            ("morena", "registered"),
            (
                {"en": "MORENA's (as the INE counted)", "es": "de MORENA (como contó el INE)"},
                {"en": "the allies' own", "es": "de los aliados"},
            ),
        ),
    ),
    frame=frame,
    model={
        "en": "The 200 list seats are shared by votes among the six parties above 3%, by the largest remainder. Article 54 of "
        "the Constitution sets two limits: no party above 300 seats (section IV), and no share of seats more than eight points "
        "above its share of the vote (section V). What a limit takes from one goes to the others. A party keeps all districts "
        "it won. The limit of 300 stays on in every setting; for the three as one it bites before eight points would, at 332. The first setting gives the INE's own result of August 2024. "
        "Simplified: the five regional lists are taken as one, and votes and districts do not react to the rule.",
        "es": "Las 200 curules de lista se reparten según los votos entre los seis partidos con más de 3\u00a0%, por resto mayor. El "
        "artículo 54 de la Constitución fija dos límites: ningún partido con más de 300 curules (fracción IV) y ninguna parte de "
        "curules más de ocho puntos arriba de su parte de los votos (fracción V). Lo que un límite le quita a uno pasa a los "
        "demás. Un partido conserva todos los distritos que ganó. El tope de 300 vale siempre; con los tres juntos frena antes que los ocho puntos, que darían 332. La primera opción da el resultado "
        "del INE de agosto de 2024. Simplificado: las cinco listas regionales se toman como una, y votos y distritos no cambian "
        "con la regla.",
    },
    source={
        "en": "Constitution of Mexico, Article 54; INE, district counts and list seats of 2024, as the press reported them",
        "es": "Constitución de México, artículo 54; INE, cómputos distritales y curules de lista de 2024, según la prensa",
    },
)
