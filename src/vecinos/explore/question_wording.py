"""The explorer "Two answers": pairs of published polls that differ, and the reader's guess at what made the gap."""

from __future__ import annotations

from html import escape

from vecinos.data import table
from vecinos.explore.models.polls import chance_gap
from vecinos.explore.show import Control, Explorer, chosen
from vecinos.i18n import number

PEOPLE = 400  # the smallest sample that the lesson names
GUESSES = ("words", "day", "method", "chance")
FORCE, OPINION = "polls-us-force", "opinion"
#: case → the two answers: (table, where, who and when, in which words)
CASES: dict[str, tuple[tuple[str, dict, dict, dict], ...]] = {
    "help": (
        (
            FORCE,
            {"poll": "pew", "date": "2011-03", "group": "all", "question": "training", "answer": "support"},
            {"en": "Pew, Mexico, spring 2011", "es": "Pew, México, primavera de 2011"},
            {
                "en": "For US training of Mexican police and military",
                "es": "A favor de que EE. UU. capacite a policías y militares mexicanos",
            },
        ),
        (
            FORCE,
            {"poll": "pew", "date": "2011-03", "group": "all", "question": "troops", "answer": "support"},
            {"en": "The same poll, the same people", "es": "La misma encuesta, las mismas personas"},
            {
                "en": "For US troops in Mexico against drug traffickers",
                "es": "A favor de tropas de EE. UU. en México contra narcotraficantes",
            },
        ),
    ),
    "troops": (
        (
            FORCE,
            {"poll": "ipsos", "date": "2023-09", "group": "all", "question": "personnel", "answer": "support"},
            {
                "en": "Reuters/Ipsos, United States, September 2023, by one account, Reuters’ own",
                "es": "Reuters/Ipsos, Estados Unidos, septiembre de 2023, según una sola fuente, la propia Reuters",
            },
            {
                "en": "For sending US military personnel to Mexico against the cartels",
                "es": "A favor de enviar personal militar de EE. UU. a México contra los cárteles",
            },
        ),
        (
            FORCE,
            {
                "poll": "ipsos",
                "date": "2023-09",
                "group": "all",
                "question": "personnel-unilateral",
                "answer": "support",
            },
            {"en": "The same poll, the same people", "es": "La misma encuesta, las mismas personas"},
            {
                "en": "For doing so without the permission of Mexico’s government",
                "es": "A favor de hacerlo sin permiso del gobierno de México",
            },
        ),
    ),
    "arizona": (
        (
            OPINION,
            {"poll": "pew", "date": "2010", "country": "mexico", "group": "before-sb1070", "question": "favourable-us"},
            {
                "en": "Pew, Mexico, spring 2010, before Arizona’s law SB 1070 was signed",
                "es": "Pew, México, primavera de 2010, antes de que se firmara la ley SB 1070 de Arizona",
            },
            {"en": "A favourable view of the United States", "es": "Opinión favorable de Estados Unidos"},
        ),
        (
            OPINION,
            {"poll": "pew", "date": "2010", "country": "mexico", "group": "after-sb1070", "question": "favourable-us"},
            {"en": "Its follow-up, after the signing", "es": "Su seguimiento, después de la firma"},
            {"en": "A favourable view of the United States", "es": "Opinión favorable de Estados Unidos"},
        ),
    ),
    "january": (
        (
            FORCE,
            {"poll": "financiero", "date": "2026-01", "group": "all", "question": "forces", "answer": "support"},
            {"en": "El Financiero, Mexico, January 2026", "es": "El Financiero, México, enero de 2026"},
            {
                "en": "Agree with US military forces against criminal groups in Mexico",
                "es": "De acuerdo con fuerzas militares de EE. UU. contra grupos criminales en México",
            },
        ),
        (
            FORCE,
            {"poll": "cripeso", "date": "2026-01", "group": "all", "question": "intervention", "answer": "support"},
            {
                "en": "Cripeso, Mexico, January 2026; we found no page that says how it reached people",
                "es": "Cripeso, México, enero de 2026; no hallamos una página que diga cómo llegó a la gente",
            },
            {
                "en": "Agree with a US military intervention to fight the drug cartels",
                "es": "De acuerdo con una intervención militar de EE. UU. para combatir a los cárteles",
            },
        ),
    ),
    "online": (
        (
            OPINION,
            {"poll": "pew", "date": "2017", "country": "us", "group": "all", "question": "favourable-mexico"},
            {"en": "Pew, United States, 2017, by phone", "es": "Pew, Estados Unidos, 2017, por teléfono"},
            {"en": "A favourable view of Mexico", "es": "Opinión favorable de México"},
        ),
        (
            OPINION,
            {"poll": "pew", "date": "2024", "country": "us", "group": "all", "question": "favourable-mexico"},
            {"en": "Pew, United States, 2024, online", "es": "Pew, Estados Unidos, 2024, en línea"},
            {"en": "A favourable view of Mexico", "es": "Opinión favorable de México"},
        ),
    ),
}
CHANCE = {
    "en": "Hardly. If each answer came from only {people} people, chance alone would seldom set two such polls more than {points} points "
    "apart. The gap is {gap}.",
    "es": "Difícilmente. Si cada respuesta fuera de apenas {people} personas, el azar rara vez separaría dos encuestas así más de {points} "
    "puntos. La diferencia es de {gap}.",
}
TEXT = {
    "help": {
        "words": {
            "en": "Yes. Poll, people and weeks are the same. Only the kind of help was changed, and {gap} points went with it.",
            "es": "Sí. La encuesta, la gente y las semanas son las mismas. Solo cambió el tipo de ayuda, y con él se fueron {gap} puntos.",
        },
        "day": {
            "en": "No. Both were asked in one round, from 22 March to 7 April 2011.",
            "es": "No. Las dos se preguntaron en la misma ronda, del 22 de marzo al 7 de abril de 2011.",
        },
        "method": {
            "en": "No. The same people answered both, and in the same way.",
            "es": "No. La misma gente respondió las dos, y del mismo modo.",
        },
    },
    "troops": {
        "words": {
            "en": "Yes. Poll, people and week are the same. Only the permission was taken away, and {gap} points went with it.",
            "es": "Sí. La encuesta, la gente y la semana son las mismas. Solo se quitó el permiso, y con él se fueron {gap} puntos.",
        },
        "day": {
            "en": "No. Both were asked in the same week of September 2023.",
            "es": "No. Las dos se preguntaron en la misma semana de septiembre de 2023.",
        },
        "method": {
            "en": "No. One poll asked the same people both questions in one way.",
            "es": "No. Una sola encuesta hizo las dos preguntas a la misma gente y del mismo modo.",
        },
    },
    "arizona": {
        "words": {"en": "No. The question did not change.", "es": "No. La pregunta no cambió."},
        "day": {
            "en": "Yes, it fits. The law was signed between the poll and its follow-up, and those asked later were cooler by {gap} points. Who "
            "was asked early and who late was not drawn by lot, so the law is the likely reason and no proof.",
            "es": "Sí, encaja. La ley se firmó entre la encuesta y su seguimiento, y la gente entrevistada después fue más fría, por {gap} "
            "puntos. Quién respondió antes y quién después no se sorteó: la ley es la razón probable, pero no una prueba.",
        },
        "method": {
            "en": "In part, perhaps. The pollster is the same, but those reached later were fewer and may live in other places.",
            "es": "En parte, quizá. La casa encuestadora es la misma, pero quienes respondieron después fueron menos y pueden vivir en otros lugares.",
        },
    },
    "january": {
        "words": {
            "en": "In part, perhaps. “Intervention to fight the cartels” names a purpose; other words bring other pictures. No experiment "
            "says how much of the {gap} points that is.",
            "es": "En parte, quizá. “Intervención para combatir a los cárteles” nombra un fin; otras palabras traen otras imágenes. Ningún "
            "experimento dice cuántos de los {gap} puntos se deben a eso.",
        },
        "day": {
            "en": "Little. Both are from January 2026, after the US raid in Venezuela.",
            "es": "Poco. Las dos son de enero de 2026, después del operativo de EE. UU. en Venezuela.",
        },
        "method": {
            "en": "Likely, and this is the first thing to ask. Who could take part, and how were they found? Without that page nobody can say "
            "which of the two is nearer to all adults.",
            "es": "Es probable, y es lo primero que hay que preguntar. ¿Quién podía participar y cómo se le encontró? Sin esa página nadie puede "
            "decir cuál de las dos se acerca más a toda la población adulta.",
        },
    },
    "online": {
        "words": {"en": "No. Both ask for a favourable view.", "es": "No. Las dos preguntan por la opinión favorable."},
        "day": {
            "en": "In part, surely: seven years lie between. But the way of asking changed too, so the {gap} points cannot be shared out.",
            "es": "En parte, seguro: hay siete años de por medio. Pero también cambió el modo de preguntar, y los {gap} puntos no se pueden repartir.",
        },
        "method": {
            "en": "In part, perhaps. Pew itself calls the two not directly comparable. In its experiment of 2014 phone and web differed by 5.5 "
            "points on average, far less than {gap}.",
            "es": "En parte, quizá. El propio Pew dice que las dos no se comparan directamente. En su experimento de 2014, teléfono e internet "
            "difirieron 5.5 puntos en promedio, mucho menos que {gap}.",
        },
    },
}


def answers(case: str) -> tuple[float, float]:
    """The two shares of a case, from the tables."""
    found = []
    for name, where, _, _ in CASES[case]:
        frame = table(name)
        for column, value in where.items():
            frame = frame[frame[column] == value]
        found.append(float(frame.value.iloc[0]))
    return found[0], found[1]


def frame(values: dict, lang: str) -> str:
    """The two bars of a case and what there is to say for the guess."""
    first, second = answers(values["case"])
    bars = "".join(
        f'<p class="ex-label">{escape(words[lang])}: <b>{_share(share, lang)}</b></p>'
        f'<div class="ex-bar" aria-hidden="true"><span class="ex-part ex-first" style="width:{share:.0f}%"></span></div>'
        f'<p class="ex-source">{escape(who[lang])}</p>'
        for share, (_, _, who, words) in zip((first, second), CASES[values["case"]], strict=True)
    )
    return f'{bars}<p class="ex-verdict">{escape(verdict_text(values, lang))}</p>{chosen(EXPLORER, values, lang)}'


def verdict_text(values: dict, lang: str) -> str:
    """What the evidence says about the guess."""
    first, second = answers(values["case"])
    text = CHANCE[lang] if values["guess"] == "chance" else TEXT[values["case"]][values["guess"]][lang]
    points = chance_gap(first, second, PEOPLE)
    return text.format(gap=number(abs(first - second)), people=PEOPLE, points=number(points))


def _share(share: float, lang: str) -> str:
    return f"{number(share)}{'%' if lang == 'en' else ' %'}"


EXPLORER = Explorer(
    name="question-wording",
    title={"en": "Two answers", "es": "Dos respuestas"},
    task={
        "en": "Five pairs of polls that do not agree. Pick a pair, guess what made the gap, and see what the evidence allows you to say.",
        "es": "Cinco pares de encuestas que no coinciden. Elige un par, piensa qué abrió la diferencia y mira qué permite decir la evidencia.",
    },
    controls=(
        Control(
            "case",
            {"en": "The pair: subject, who was asked, year", "es": "El par: tema, a quién se preguntó, año"},
            tuple(CASES),
            (
                {"en": "US help: Mexico, 2011", "es": "Ayuda de EE. UU.: México, 2011"},
                {
                    "en": "US troops: United States, 2023",
                    "es": "Tropas en México: EE. UU., 2023",
                },
                {"en": "View of the US: Mexico, 2010", "es": "Imagen de EE. UU.: México, 2010"},
                {"en": "US force: Mexico, 2026", "es": "Fuerza de EE. UU.: México, 2026"},
                {"en": "View of Mexico: US, 2017, 2024", "es": "Imagen de México: EE. UU., 2017, 2024"},
            ),
        ),
        Control(
            "guess",
            {"en": "Your guess at what made the gap", "es": "Tu idea de lo que abrió la diferencia"},
            GUESSES,
            (
                {"en": "the words", "es": "las palabras"},
                {"en": "the day", "es": "la fecha"},
                {"en": "who was asked, and how", "es": "a quién y cómo se preguntó"},
                {"en": "chance", "es": "el azar"},
            ),
        ),
    ),
    frame=frame,
    model={
        "en": "The shares come from the course’s tables of polls; the questions are given in our own words, shortened. Chance: two independent random "
        f"samples of {PEOPLE} people differ by more than √(margin² + margin²) points in about 5 of 100 cases. {PEOPLE} is an example, and a "
        "small one: the polls asked more people, as far as their pages say. Where two things changed at once, the explorer says so instead of choosing.",
        "es": "Los porcentajes salen de las tablas de encuestas del curso; las preguntas van con palabras nuestras, abreviadas. Azar: dos muestras "
        f"aleatorias independientes de {PEOPLE} personas difieren más de √(margen² + margen²) puntos en unos 5 de cada 100 casos. {PEOPLE} es un "
        "ejemplo, y pequeño: las encuestas preguntaron a más gente, hasta donde dicen sus páginas. Si cambiaron dos cosas a la vez, se dice así, sin elegir.",
    },
    source={
        "en": "Pew Research Center 2010, 2011, 2015, 2017 and 2024; Reuters on its poll with Ipsos 2023 (one account); El Financiero and "
        "Cripeso 2026",
        "es": "Pew Research Center 2010, 2011, 2015, 2017 y 2024; Reuters sobre su encuesta con Ipsos 2023 (una sola fuente); El Financiero y "
        "Cripeso 2026",
    },
)
