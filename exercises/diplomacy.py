# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% tags=["preparation"]
# Never released. What a seed changes (draw), the right answers (keys), and the sentences inside code (TEXTS).
# ruff: noqa: E402, E501, F811, F821
from pandas import Timestamp

from vecinos import table
from vecinos.classroom.source import preview
from vecinos.i18n import date, number, percent

TITLE = {"en": "Seats, votes and visits", "es": "Curules, votos y visitas"}
# The six parties with list seats: the base by which the limit of eight points is counted.
SIX = ["morena", "pvem", "pt", "pan", "pri", "mc"]
PARTIES = {
    "morena": {"en": "MORENA", "es": "MORENA"},
    "pvem": {"en": "the Greens (PVEM)", "es": "el Partido Verde (PVEM)"},
    "pt": {"en": "Labour (PT)", "es": "el Partido del Trabajo (PT)"},
    "pan": {"en": "the PAN", "es": "el PAN"},
    "pri": {"en": "the PRI", "es": "el PRI"},
    "mc": {"en": "Citizens' Movement (MC)", "es": "Movimiento Ciudadano (MC)"},
}
BARE = {"pvem": "Partido Verde (PVEM)", "pt": "Partido del Trabajo (PT)", "pan": "PAN", "pri": "PRI"}
# Not the three allies together: the lesson works that out.
GROUPS = [("morena", "pvem"), ("morena", "pt"), ("pvem", "pt"), ("pan", "pri"), ("pan", "mc"), ("pri", "mc"), ("pan", "pri", "mc")]  # fmt: skip
BASES = {
    "six": {"en": "the votes of the six parties with list seats", "es": "los votos de los seis partidos con curules de lista"},
    "all": {"en": "all the votes in the table", "es": "todos los votos de la tabla"},
}  # fmt: skip
PAIRS = {
    "canada-us": {"en": "Canada with the United States", "es": "Canadá con Estados Unidos"},
    "mexico-brazil": {"en": "Mexico with Brazil", "es": "México con Brasil"},
}
FINDINGS = {
    "canada-us": {
        "en": "Mexico votes with the United States less often than Canada does",
        "es": "México coincide con Estados Unidos menos que Canadá",
    },
    "mexico-brazil": {
        "en": "Mexico votes with the United States far less often than with Brazil",
        "es": "México coincide con Estados Unidos mucho menos que con Brasil",
    },
}
# Years with about a hundred roll-calls: there the share and the number of votes cast alike are nearly the same.
HUNDRED = (1980, 1989, 2002, 2005, 2007, 2008, 2011, 2018)
DIRECTIONS = {
    "to-mexico": {"en": "of US presidents to Mexico", "es": "de presidentes de Estados Unidos a México"},
    "to-us": {"en": "of Mexican presidents to the United States", "es": "de presidentes de México a Estados Unidos"},
}
EMBASSY = [
    "Thomas C. Mann", "Fulton Freeman", "Robert H. McBride", "Joseph J. Jova", "Patrick J. Lucey", "Julian Nava",
    "John Gavin", "Charles J. Pilliod", "John D. Negroponte", "James R. Jones",
]  # fmt: skip
ORIGINS = {
    "mexico": {"en": "Mexico", "es": "México"},
    "canada": {"en": "Canada", "es": "Canadá"},
    "china": {"en": "China", "es": "China"},
}
TOOLS = {
    "tariff": {
        "name": {"en": "an emergency tariff", "es": "un arancel de emergencia"},
        "text": {
            "en": "An emergency tariff is started by the president alone; courts may limit it, as in 2026, and so may Congress by a resolution. A sign that it worked would be a step that had not been promised before the threat.",
            "es": "Un arancel de emergencia lo inicia solo el presidente; lo pueden limitar los tribunales, como en 2026, y el Congreso con una resolución. Una señal de que funcionó sería un paso que no se hubiera prometido antes de la amenaza.",
        },
    },
    "list": {
        "name": {"en": "the yearly drug list", "es": "la lista antidrogas de cada año"},
        "text": {
            "en": "The drug list is made by the president, as a law of Congress asks; in the form of 1986 Congress could undo the verdict by a resolution. A sign that it worked would be cooperation that begins after a bad verdict and would not have come without it.",
            "es": "La lista antidrogas la hace el presidente, como pide una ley del Congreso; en la forma de 1986 el Congreso podía deshacer el veredicto con una resolución. Una señal de que funcionó sería una cooperación que empiece después de un mal veredicto y que sin él no habría llegado.",
        },
    },
    "aid": {
        "name": {"en": "aid", "es": "la ayuda"},
        "text": {
            "en": "Aid is started by Congress, which votes the money, and limited by Congress, which may set conditions. A sign that it worked would be a law changed as the conditions asked, and kept when the money ends.",
            "es": "La ayuda la inicia el Congreso, que vota el dinero, y la limita el Congreso, que puede poner condiciones. Una señal de que funcionó sería una ley cambiada como pedían las condiciones y que siga en pie cuando se acabe el dinero.",
        },
    },
    "dialogue": {
        "name": {"en": "a dialogue of ministers", "es": "un diálogo entre secretarios"},
        "text": {
            "en": "A dialogue is started by both together, and either may end it by staying away. A sign that it worked would be a result that both can name and that outlasts the ministers who agreed on it.",
            "es": "Un diálogo lo inician los dos juntos, y cualquiera lo puede terminar si deja de ir. Una señal de que funcionó sería un resultado que los dos puedan nombrar y que dure más que quienes lo acordaron.",
        },
    },
    "case": {
        "name": {"en": "a case under the USMCA", "es": "un caso conforme al T-MEC"},
        "text": {
            "en": "A case under the USMCA may be started by either country, and a panel may decide against the one that started it. A sign that it worked would be a plan carried out and checked, as when the workers at Silao voted again.",
            "es": "Un caso conforme al T-MEC lo puede iniciar cualquiera de los países, y un panel puede fallar en contra de quien lo inició. Una señal de que funcionó sería un plan cumplido y verificado, como cuando votó de nuevo el personal de Silao.",
        },
    },
}
TEXTS = {
    "percent": {"en": "per cent", "es": "por ciento"},
    "points": {"en": "percentage points", "es": "puntos porcentuales"},
    "roll-calls": {"en": "roll-calls", "es": "votaciones"},
    "visits": {"en": "visits", "es": "visitas"},
    "days": {"en": "days", "es": "días"},
    "chart-unit": {
        "en": "Roll-calls in which both cast the same vote, per cent",
        "es": "Votaciones nominales en que ambos votaron igual, por ciento",
    },
    # Short names for the ends of lines
    "mexico-us": {"en": "Mexico–US", "es": "México–EE. UU."},
    "canada-us": {"en": "Canada–US", "es": "Canadá–EE. UU."},
    "mexico-brazil": {"en": "Mexico–Brazil", "es": "México–Brasil"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "vote-base": {
        "en": "You divided by all the votes in the table. Which parties' votes does the question take?",
        "es": "Dividiste entre todos los votos de la tabla. ¿Los votos de qué partidos toma la pregunta?",
    },
    "vote-wrong": {
        "en": "Divide the party's votes by the votes of the six parties with list seats together, and multiply by 100.",
        "es": "Divide los votos del partido entre los de los seis partidos con curules de lista juntos y multiplica por 100.",
    },
    "cap-per-cent": {
        "en": "You added eight per cent of the share. The limit speaks of eight points.",
        "es": "Sumaste ocho por ciento de la participación. El límite habla de ocho puntos.",
    },
    "cap-wrong": {
        "en": "Start from the share of the vote of question 1 and read the limit in the text above once more.",
        "es": "Parte del porcentaje de votos de la pregunta 1 y vuelve a leer el límite en el texto de arriba.",
    },
    "points-per-cent": {
        "en": "This looks like a difference in per cent. A difference in percentage points is one share minus the other.",
        "es": "Esto parece una diferencia en por ciento. Una diferencia en puntos porcentuales es un porcentaje menos el otro.",
    },
    "points-base": {
        "en": "Look at what you divide the votes by: this question names its own base.",
        "es": "Fíjate entre qué divides los votos: esta pregunta dice cuál es su base.",
    },
    "points-wrong": {
        "en": "Seats are districts and list together, out of 500. Subtract the share of the votes from the share of the seats.",
        "es": "Las curules son districts y list juntas, de 500. Resta el porcentaje de votos al porcentaje de curules.",
    },
    "mean-wrong": {
        "en": "Take the series mexico-us, the years {{SPAN_FROM}} to {{SPAN_TO}} (both included), and the plain mean of its values.",
        "es": "Toma la serie mexico-us, los años {{SPAN_FROM}} a {{SPAN_TO}} (ambos incluidos) y el promedio simple de sus valores.",
    },
    "gap-sign": {
        "en": "Look at the sign: it is Mexico with the United States minus the baseline, not the other way round.",
        "es": "Fíjate en el signo: es México con Estados Unidos menos la base de comparación, y no al revés.",
    },
    "gap-other-wrong": {
        "en": "The baseline is the plain mean of the series {{BASE_SERIES}} in the same years.",
        "es": "La base de comparación es el promedio simple de la serie {{BASE_SERIES}} en los mismos años.",
    },
    "gap-before-wrong": {
        "en": "The baseline is the plain mean of the series mexico-us in the eight years before, {{BEFORE_FROM}} to {{BEFORE_TO}}.",
        "es": "La base de comparación es el promedio simple de la serie mexico-us en los ocho años anteriores, {{BEFORE_FROM}} a {{BEFORE_TO}}.",
    },
    "alike-share": {
        "en": "This is the share, in per cent. The question asks for a number of votes.",
        "es": "Este es el porcentaje. La pregunta pide un número de votaciones.",
    },
    "alike-wrong": {
        "en": "The series roll-calls says how many votes were compared in {{UN_YEAR}}. Take the share of them that was alike.",
        "es": "La serie roll-calls dice cuántas votaciones se compararon en {{UN_YEAR}}. Toma la parte en que votaron igual.",
    },
    "chart-series": {
        "en": "The chart's table should hold exactly two series: mexico-us and {{C_SERIES}}.",
        "es": "La tabla de la gráfica debe tener exactamente dos series: mexico-us y {{C_SERIES}}.",
    },
    "chart-rows": {
        "en": "One row per series and year from {{C_FROM}} to {{C_TO}} is expected.",
        "es": "Se espera una fila por serie y año de {{C_FROM}} a {{C_TO}}.",
    },
    "model-title": {
        "en": "{{C_FINDING}} in every year from {{C_FROM}} to {{C_TO}}",
        "es": "{{C_FINDING}} en todos los años de {{C_FROM}} a {{C_TO}}",
    },
    "model-alt": {
        "en": "Two lines from {{C_FROM}} to {{C_TO}}. Mexico with the United States goes from {{KEYS.own_line}} and is the lower one in every year. {{C_SERIES_TEXT}} goes from {{KEYS.other_line}}.",
        "es": "Dos líneas de {{C_FROM}} a {{C_TO}}. México con Estados Unidos pasa de {{KEYS.own_line}} y es la más baja en todos los años. {{C_SERIES_TEXT}} pasa de {{KEYS.other_line}}.",
    },
    "visits-elect": {
        "en": "This counts the visits with the occasion president-elect too; the question leaves them out.",
        "es": "Esto cuenta también las visitas con el motivo president-elect; la pregunta las deja fuera.",
    },
    "visits-wrong": {
        "en": "Filter direction {{DIRECTION}}, years {{V_FROM}} to {{V_TO}} and every occasion but one; then count the rows.",
        "es": "Filtra direction {{DIRECTION}}, años {{V_FROM}} a {{V_TO}} y todos los motivos menos uno; luego cuenta las filas.",
    },
    "others-wrong": {
        "en": "Among the visits of question 9, count the occasions summit and north-america. Divide by all of them and multiply by 100.",
        "es": "Entre las visitas de la pregunta 9, cuenta los motivos summit y north-america. Divide entre todas y multiplica por 100.",
    },
    "most-wrong": {
        "en": "Group the visits of question 9 by leader and count each group's rows. Write the name as in the column.",
        "es": "Agrupa las visitas de la pregunta 9 por leader y cuenta las filas de cada grupo. Escribe el nombre como está en la columna.",
    },
    "wait-tenure": {
        "en": "This is how long one of them served. The wait lies between the two.",
        "es": "Esto es lo que duró en el puesto uno de ellos. La espera está entre los dos.",
    },
    "wait-wrong": {
        "en": "Subtract the day in end of {{LEFT}} from the day in start of {{NEXT}}.",
        "es": "Resta el día en end de {{LEFT}} al día en start de {{NEXT}}.",
    },
    "drop-wrong": {
        "en": "There are rows only for days on which some rate changed. The rate in force is that of the last row on or before each day.",
        "es": "Solo hay filas para los días en que cambió alguna tasa. La vigente es la de la última fila en ese día o antes.",
    },
    "back-wrong": {
        "en": "Divide the rise after 21 February 2026 by the fall of question 13, and multiply by 100.",
        "es": "Divide el alza posterior al 21 de febrero de 2026 entre la baja de la pregunta 13 y multiplica por 100.",
    },
}


def joined(parts, lang):
    parts = list(parts)
    return ", ".join(parts[:-1]) + {"en": " and ", "es": " y "}[lang] + parts[-1]


def shares(parties, base):
    """The parties' share of the votes (of the base) and of the 500 seats, in per cent."""
    chamber = table("chamber-2024").set_index("party")
    whole = chamber.loc[SIX if base == "six" else list(chamber.index), "votes"].sum()
    ours = chamber.loc[list(parties)]
    return float(ours["votes"].sum() / whole * 100), float((ours["districts"] + ours["list"]).sum() / 500 * 100)


def agreement(series):
    votes = table("un-votes")
    return votes[votes["series"] == series].set_index("year")["value"]


def mean(series, first, last):
    years = agreement(series).loc[first:last]
    if len(years) != last - first + 1:
        raise ValueError(f"{series}: {len(years)} years from {first} to {last}")
    return float(years.mean())


def visits(direction, first, last, elect=False):
    rows = table("leader-visits")
    rows = rows[(rows["direction"] == direction) & rows["start"].dt.year.between(first, last)]
    return rows if elect else rows[rows["occasion"] != "president-elect"]


def windows():
    """(direction, first year, last year) with one leader who made more visits than any other."""
    found = []
    for direction in sorted(DIRECTIONS):
        for first in (1960, 1965, 1970, 1975, 1980, 1985):
            for last in (2000, 2005, 2010, 2015, 2020):
                counts = visits(direction, first, last).groupby("leader").size().sort_values()
                if counts.iloc[-1] > counts.iloc[-2] + 1:
                    found.append((direction, first, last))
    return found


def posting(name):
    rows = table("ambassadors")
    return rows[rows["name"] == name].iloc[0]


def rate_on(partner, day):
    rows = table("tariffs-effective")
    rows = rows[(rows["partner"] == partner) & (rows["measure"] == "added") & (rows["date"] <= day)]
    return float(rows.sort_values("date")["value"].iloc[-1])


def in_both(make):
    return {lang: make(lang) for lang in ("en", "es")}


def per_cent(value):
    return in_both(lambda lang: percent(value, 1, lang))


def line_text(series, P):
    ends = [agreement(series)[P[name]] for name in ("C_FROM", "C_TO")]
    to = {"en": " to ", "es": " a "}
    return in_both(lambda lang: to[lang].join(percent(end, 1, lang) for end in ends))


def draw(rng):
    # Not MORENA, whose share and limit the lesson gives.
    party = rng.choice(["pvem", "pt", "pan", "pri", "mc"])
    group = rng.choice(GROUPS)
    base = rng.choice(sorted(BASES))
    # Not eight years that differ from the eight before by less than a point: above or below would be noise.
    spans = [year for year in range(1974, 2013) if abs(mean("mexico-us", year, year + 7) - mean("mexico-us", year - 8, year - 1)) >= 1]  # fmt: skip
    span = rng.choice(spans)
    base_series, chart_series = rng.choice(sorted(PAIRS)), rng.choice(sorted(PAIRS))
    direction, first, last = rng.choice(windows())
    place = rng.randrange(len(EMBASSY) - 1)
    origin = rng.choice(sorted(ORIGINS))
    before = rng.choice(["2025-06-15", "2025-09-15", "2025-12-15"])
    after = rng.choice(["2026-05-15", "2026-07-01", "2026-08-05"])
    tools = rng.sample(sorted(TOOLS), 2)
    allies = shares(["morena", "pvem", "pt"], "six")
    return {
        "PARTY": party,
        "PARTY_NAME": PARTIES[party],
        "GROUP": list(group),
        "GROUP_NAME": {
            "en": joined((PARTIES[one]["en"] for one in group), "en"),
            "es": joined((BARE.get(one, PARTIES[one]["es"]) for one in group), "es"),
        },
        "GROUP_CODES": in_both(lambda lang: joined((f'`"{one}"`' for one in group), lang)),
        "BASE": base,
        "BASE_PARTIES": SIX if base == "six" else table("chamber-2024")["party"].tolist(),
        "BASE_TEXT": BASES[base],
        "SPAN_FROM": span,
        "SPAN_TO": span + 7,
        "BEFORE_FROM": span - 8,
        "BEFORE_TO": span - 1,
        "BASE_SERIES": base_series,
        "BASE_SERIES_TEXT": PAIRS[base_series],
        "UN_YEAR": rng.choice([year for year in range(1975, 2020) if year not in HUNDRED]),
        "C_SERIES": chart_series,
        "C_SERIES_TEXT": PAIRS[chart_series],
        "C_FINDING": FINDINGS[chart_series],
        "C_FROM": rng.randint(1970, 1984),
        "C_TO": rng.randint(2009, 2019),
        "DIRECTION": direction,
        "DIRECTION_TEXT": DIRECTIONS[direction],
        "V_FROM": first,
        "V_TO": last,
        "LEFT": EMBASSY[place],
        "NEXT": EMBASSY[place + 1],
        "ORIGIN": origin,
        "ORIGIN_NAME": ORIGINS[origin],
        "DAY_BEFORE": before,
        "DAY_BEFORE_TEXT": in_both(lambda lang: date(before, lang)),
        "DAY_AFTER": after,
        "DAY_AFTER_TEXT": in_both(lambda lang: date(after, lang)),
        "TOOLS": tools,
        "TOOL_NAMES": in_both(lambda lang: joined((TOOLS[one]["name"][lang] for one in tools), lang)),
        "ALLIES_VOTES": per_cent(allies[0]),
        "ALLIES_SEATS": per_cent(allies[1]),
    }


def keys(P):
    vote_share, _ = shares([P["PARTY"]], "six")
    group_votes, group_seats = shares(P["GROUP"], P["BASE"])
    other_votes, _ = shares(P["GROUP"], "all" if P["BASE"] == "six" else "six")
    points = group_seats - group_votes
    own = mean("mexico-us", P["SPAN_FROM"], P["SPAN_TO"])
    gap_other = own - mean(P["BASE_SERIES"], P["SPAN_FROM"], P["SPAN_TO"])
    gap_before = own - mean("mexico-us", P["BEFORE_FROM"], P["BEFORE_TO"])
    share = float(agreement("mexico-us")[P["UN_YEAR"]])
    trips = visits(P["DIRECTION"], P["V_FROM"], P["V_TO"])
    with_elect = len(visits(P["DIRECTION"], P["V_FROM"], P["V_TO"], elect=True))
    left, following = posting(P["LEFT"]), posting(P["NEXT"])
    ruled = rate_on(P["ORIGIN"], "2026-02-21")
    drop = rate_on(P["ORIGIN"], P["DAY_BEFORE"]) - ruled
    chart = agreement("mexico-us").loc[P["C_FROM"] : P["C_TO"]], agreement(P["C_SERIES"]).loc[P["C_FROM"] : P["C_TO"]]
    if not (chart[0] < chart[1]).all():
        raise ValueError("the model's title says that one line is the lower one in every year")
    more = {"en": "the seats are the larger share", "es": "la parte de las curules es la mayor"}
    fewer = {"en": "the seats are the smaller share", "es": "la parte de las curules es la menor"}
    return {
        "vote_share": vote_share,
        "cap": vote_share + 8,
        "points": points,
        "own": own,
        "gap_other": gap_other,
        "gap_before": gap_before,
        "alike": share / 100 * float(agreement("roll-calls")[P["UN_YEAR"]]),
        "visits_count": len(trips),
        "with_others": float(trips["occasion"].isin(["summit", "north-america"]).mean() * 100),
        "most": [str(trips.groupby("leader").size().idxmax())],
        "wait": int((Timestamp(following["start"]) - Timestamp(left["end"])).days),
        "drop": drop,
        "back": (rate_on(P["ORIGIN"], P["DAY_AFTER"]) - ruled) / drop * 100,
        # What typical mistakes give. Text, so that the teacher's list of answers leaves them out.
        "if_all_votes": repr(shares([P["PARTY"]], "all")[0]),
        "if_per_cent": repr(vote_share * 1.08),
        "if_relative": repr(points / group_votes * 100),
        "if_other_base": repr(group_seats - other_votes),
        "if_share": repr(share),
        "if_elect": repr(float(with_elect if with_elect != len(trips) else -1)),
        "if_first_tenure": repr(float((Timestamp(left["end"]) - Timestamp(left["start"])).days)),
        "if_second_tenure": repr(float((Timestamp(following["end"]) - Timestamp(following["start"])).days)),
        # For the model answers
        "share_text": per_cent(share),
        "canada_text": per_cent(float(agreement("canada-us")[P["UN_YEAR"]])),
        "brazil_text": per_cent(float(agreement("mexico-brazil")[P["UN_YEAR"]])),
        "rolls_text": number(float(agreement("roll-calls")[P["UN_YEAR"]])),
        "own_line": line_text("mexico-us", P),
        "other_line": line_text(P["C_SERIES"], P),
        "vote_text": per_cent(vote_share),
        "cap_text": per_cent(vote_share + 8),
        "points_text": number(abs(points), 1),
        "points_kind": more if points > 0 else fewer,
        "tool_texts": in_both(lambda lang: " ".join(TOOLS[one]["text"][lang] for one in P["TOOLS"])),
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Seats, votes and visits
#
# **About 90 minutes, 30 points.** Read the lessons on Mexican politics, on US policy and on the region first.
#
# Governments count to persuade: seats won, votes shared, visits paid, tariffs raised. In each part you make such a number yourself,
# and each time the answer hangs on a choice that the number hides: which votes, which baseline, which visits, which day.
#
# How this notebook works:
#
# - Run the cells from top to bottom with Shift+Enter.
# - Where a cell says `# Write your code here`, write your code under that line and keep the variable's name.
# - The cell after each answer checks the *form* of your answer (is it a number, is the unit plausible?). It does not
#   know the right answer. You may run it as often as you like.
# - Do not round on the way. In percentages and points keep at least one decimal.
# - You may add cells. Do not delete any. Save and hand in this file when you finish.

# %% [markdown] lang="es"
# # Curules, votos y visitas
#
# **Unos 90 minutos, 30 puntos.** Lee antes las lecciones sobre política mexicana, política de Estados Unidos y la región.
#
# Los gobiernos cuentan para convencer: curules ganadas, votos en común, visitas hechas, aranceles subidos. En cada parte vas a
# hacer tú un número de esos, y cada vez la respuesta depende de una decisión que el número esconde: qué votos, qué base de
# comparación, qué visitas, qué día.
#
# Cómo funciona este cuaderno:
#
# - Corre las celdas de arriba abajo con Mayús+Enter.
# - Donde una celda dice `# Escribe tu código aquí`, escribe tu código debajo de esa línea y conserva el nombre de la variable.
# - La celda que sigue a cada respuesta revisa la *forma* de tu respuesta (¿es un número?, ¿la unidad es verosímil?).
#   No conoce la respuesta correcta. Puedes correrla cuantas veces quieras.
# - No redondees a medio camino. En porcentajes y puntos deja al menos un decimal.
# - Puedes agregar celdas. No borres ninguna. Al terminar, guarda y entrega este archivo.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
# {{VARIANT}}
from pandas import Timestamp

from vecinos import line_chart, table
from vecinos.classroom import check_frame, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
chamber = table("chamber-2024")
un_votes = table("un-votes")
visits = table("leader-visits")
ambassadors = table("ambassadors")
tariffs = table("tariffs-effective")
chamber.head(8)

# %% [markdown] lang="en"
# ## How to pick and add up
#
# `chamber` has one row per party of Mexico's Chamber of Deputies in 2024: its `votes`, the `districts` it won and its seats from
# the party lists (`list`). To pick one value, filter the rows until one is left and write `.item()`. To take several parties
# at once, write `.isin([…])` and add them up with `.sum()`:

# %% [markdown] lang="es"
# ## Cómo elegir y sumar
#
# `chamber` tiene una fila por partido de la Cámara de Diputados de México en 2024: sus `votes` (votos), los `districts`
# (distritos) que ganó y sus curules de las listas (`list`). Para tomar un valor, filtra las filas hasta que quede una y escribe
# `.item()`. Para tomar varios partidos a la vez, escribe `.isin([…])` y suma con `.sum()`:

# %% nbgrader={"grade": false, "grade_id": "example", "locked": true, "schema_version": 3, "solution": false, "task": false}
print(chamber[chamber["party"] == "prd"]["votes"].item())
without_list = chamber[chamber["party"].isin(["prd", "independent"])]
print(without_list["votes"].sum(), without_list["districts"].sum())

# %% [markdown] lang="en"
# ## Part 1. From votes to seats (4 points, 12 minutes)
#
# Article 54 of Mexico's constitution says that no party's share of the 500 seats may exceed its share of the national vote by more
# than **eight points**, unless its districts alone bring it there. The vote counted here is that of the six parties with list
# seats: `morena`, `pvem`, `pt`, `pan`, `pri` and `mc`.
#
# **1.** What **percentage** of the vote of these six parties did **{{PARTY_NAME}}** (`"{{PARTY}}"`) have? Put it in `vote_share`
# (7.5 means 7.5%). (1 point)
#
# **2.** What is the largest **percentage** of the seats that the eight-point limit allows a party with that share of the vote? Put
# it in `cap`. (1 point)
#
# **3.** Take **{{GROUP_NAME}}** together ({{GROUP_CODES}}). By how many **percentage points** does their share of the 500 seats
# (districts and list) differ from their share of **{{BASE_TEXT}}**? Put seats − votes in `points`; it is negative if they have
# a smaller share of the seats. (2 points)

# %% [markdown] lang="es"
# ## Parte 1. De votos a curules (4 puntos, 12 minutos)
#
# El artículo 54 de la Constitución de México dice que el porcentaje de las 500 curules de un partido no puede exceder en más de
# **ocho puntos** su porcentaje de la votación nacional, salvo que lo consiga solo con sus distritos. La votación que cuenta aquí es
# la de los seis partidos con curules de lista: `morena`, `pvem`, `pt`, `pan`, `pri` y `mc`.
#
# **1.** ¿Qué **porcentaje** de los votos de esos seis partidos tuvo **{{PARTY_NAME}}** (`"{{PARTY}}"`)? Guárdalo en `vote_share` (7.5
# quiere decir 7.5 %). (1 punto)
#
# **2.** ¿Cuál es el mayor **porcentaje** de las curules que el límite de ocho puntos le permite a un partido con esa votación?
# Guárdalo en `cap`. (1 punto)
#
# **3.** Toma juntos estos partidos: **{{GROUP_NAME}}** ({{GROUP_CODES}}). ¿En cuántos **puntos porcentuales** difiere su parte de las 500 curules
# (distritos y listas) de su parte de **{{BASE_TEXT}}**? Guarda curules − votos en `points`; es negativo si su parte de las curules
# es menor. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "seats", "locked": false, "schema_version": 3, "solution": true, "task": false}
vote_share = None
cap = None
points = None
### BEGIN SOLUTION
six = chamber[chamber["party"].isin(["morena", "pvem", "pt", "pan", "pri", "mc"])]
vote_share = six[six["party"] == P["PARTY"]]["votes"].item() / six["votes"].sum() * 100
cap = vote_share + 8
group = chamber[chamber["party"].isin(P["GROUP"])]
whole = chamber[chamber["party"].isin(P["BASE_PARTIES"])]["votes"].sum()
points = (group["districts"].sum() + group["list"].sum()) / 500 * 100 - group["votes"].sum() / whole * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-votes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(vote_share, "vote_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(vote_share) - float(KEYS["if_all_votes"])) >= 0.05, T["vote-base"]
assert abs(float(vote_share) - KEYS["vote_share"]) < 0.06, T["vote-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q2-cap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(cap, "cap", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(cap) - float(KEYS["if_per_cent"])) >= 0.05, T["cap-per-cent"]
# A wrong base was paid for in question 1.
assert min(abs(float(cap) - KEYS["cap"]), abs(float(cap) - float(KEYS["if_all_votes"]) - 8)) < 0.06, T["cap-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q3-points", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(points, "points", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(points) - float(KEYS["if_relative"])) >= 0.05, T["points-per-cent"]
assert abs(float(points) - float(KEYS["if_other_base"])) >= 0.05, T["points-base"]
assert abs(float(points) - KEYS["points"]) < 0.06, T["points-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Alike, compared with what? (8 points, 22 minutes)
#
# `un_votes` looks at roll-calls in the UN General Assembly. For a pair of countries (`series`) it gives, year by year, in what **per
# cent** of them both cast the same vote. The series `roll-calls` is another kind of thing: the **number** of roll-calls in
# which Mexico and the United States both voted. `.between(…)` takes a span of years and `.mean()` the plain mean of its values:

# %% [markdown] lang="es"
# ## Parte 2. Coincidir, ¿comparado con qué? (8 puntos, 22 minutos)
#
# `un_votes` mira las votaciones nominales en la Asamblea General de la ONU. Para un par de países (`series`) da, año por año, en qué
# **porcentaje** de ellas los dos votaron igual. La serie `roll-calls` es otra cosa: el **número** de votaciones en que México y
# Estados Unidos votaron los dos. `.between(…)` toma un tramo de años y `.mean()`, el promedio simple de sus valores:

# %% nbgrader={"grade": false, "grade_id": "example-mean", "locked": true, "schema_version": 3, "solution": false, "task": false}
canada = un_votes[un_votes["series"] == "canada-us"]
canada[canada["year"].between(1952, 1959)]["value"].mean()

# %% [markdown] lang="en"
# **4.** What was the plain mean for Mexico and the United States (`"mexico-us"`) from **{{SPAN_FROM}} to {{SPAN_TO}}**? Put it in
# `own`. (2 points)
#
# **5.** By how many **points** is that above or below the mean of **{{BASE_SERIES_TEXT}}** (`"{{BASE_SERIES}}"`) in the same years?
# Put it in `gap_other`; below is negative. (1 point)
#
# **6.** And by how many **points** is it above or below Mexico's own mean with the United States in the eight years before, **{{BEFORE_FROM}}
# to {{BEFORE_TO}}**? Put it in `gap_before`; below is negative. (1 point)
#
# **7.** In about **how many roll-calls** did Mexico and the United States cast the same vote in **{{UN_YEAR}}**? Put the number in
# `alike`. (1 point)

# %% [markdown] lang="es"
# **4.** ¿Cuál fue el promedio simple de México y Estados Unidos (`"mexico-us"`) de **{{SPAN_FROM}} a {{SPAN_TO}}**? Guárdalo en `own`.
# (2 puntos)
#
# **5.** ¿Cuántos **puntos** arriba o abajo está del promedio de **{{BASE_SERIES_TEXT}}** (`"{{BASE_SERIES}}"`) en los mismos años?
# Guárdalo en `gap_other`; abajo es negativo. (1 punto)
#
# **6.** ¿Y cuántos **puntos** arriba o abajo está del promedio del propio México con Estados Unidos en los ocho años anteriores, **{{BEFORE_FROM}}
# a {{BEFORE_TO}}**? Guárdalo en `gap_before`; abajo es negativo. (1 punto)
#
# **7.** ¿En **cuántas votaciones**, más o menos, votaron igual México y Estados Unidos en **{{UN_YEAR}}**? Guarda el número en `alike`.
# (1 punto)

# %% nbgrader={"grade": false, "grade_id": "alike", "locked": false, "schema_version": 3, "solution": true, "task": false}
own = None
gap_other = None
gap_before = None
alike = None
### BEGIN SOLUTION
by_year = un_votes.pivot_table(index="year", columns="series", values="value")
span = by_year.loc[P["SPAN_FROM"] : P["SPAN_TO"]].mean()
own = span["mexico-us"]
gap_other = own - span[P["BASE_SERIES"]]
gap_before = own - by_year.loc[P["BEFORE_FROM"] : P["BEFORE_TO"]].mean()["mexico-us"]
one_year = by_year.loc[P["UN_YEAR"]]
alike = round(one_year["mexico-us"] / 100 * one_year["roll-calls"])
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q4-own", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(own, "own", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(own) - KEYS["own"]) < 0.1, T["mean-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q5-gap-other", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap_other, "gap_other", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(gap_other) + KEYS["gap_other"]) >= 0.1, T["gap-sign"]
# Two means rounded to one decimal may shift their difference by 0.1.
assert abs(float(gap_other) - KEYS["gap_other"]) < 0.11, T["gap-other-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q6-gap-before", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap_before, "gap_before", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(gap_before) + KEYS["gap_before"]) >= 0.1, T["gap-sign"]
assert abs(float(gap_before) - KEYS["gap_before"]) < 0.11, T["gap-before-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q7-alike", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(alike, "alike", low=0, high=1_000, unit=T["roll-calls"])
### BEGIN HIDDEN TESTS
assert abs(float(alike) - float(KEYS["if_share"])) >= 0.06, T["alike-share"]
assert abs(float(alike) - KEYS["alike"]) < 1, T["alike-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **8.** A newspaper wants to print how often Mexico and the United States voted alike in {{UN_YEAR}}. Look at that year in `un_votes`, with
# the columns `source` and `check`; the lesson on the region says what lies behind the source. Which baseline would you print beside the figure, why, and what would you write under it? Say who
# made the figure and how far it was checked, two things that it does not count or counts in its own way, and how another
# baseline would change the story. (3 to 5 sentences, 3 points)

# %% [markdown] lang="es"
# **8.** Un periódico quiere publicar qué tanto votaron igual México y Estados Unidos en {{UN_YEAR}}. Mira ese año en `un_votes`, con las
# columnas `source` (fuente) y `check` (verificación); la lección sobre la región dice qué hay detrás de la fuente. ¿Qué base de comparación pondrías junto a la cifra, por qué, y qué escribirías debajo?
# Di quién hizo la cifra y qué tanto se verificó, dos cosas que no cuenta o que cuenta a su manera, y cómo cambiaría la historia
# con otra base. (De 3 a 5 oraciones, 3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q8-source", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# I would print {{KEYS.share_text}} and beside it the year's figure for Canada with the United States, {{KEYS.canada_text}}: it asks
# how a close ally voted on the same questions. The shares were computed for this course from one scholar's data set, and the column
# check says "single". Only roll-calls are in it ({{KEYS.rolls_text}} in that year), while most decisions come without a vote; and
# an abstention counts as a different vote. With Brazil as the baseline ({{KEYS.brazil_text}}) the story would be whom Mexico
# stands near, and not how far Washington stands from others. Under it: "Roll-calls in which both cast the same vote; one data
# set; abstentions count as different."

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q8-source", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# Pondría {{KEYS.share_text}} y al lado la cifra de ese año de Canadá con Estados Unidos, {{KEYS.canada_text}}: pregunta cómo votó un
# aliado cercano en los mismos asuntos. Los porcentajes se calcularon para este curso con los datos de un solo investigador, y la
# columna check dice «single». Solo entran votaciones nominales ({{KEYS.rolls_text}} en ese año), aunque la mayoría de las decisiones
# no se vota; y una abstención cuenta como voto distinto. Con Brasil como base ({{KEYS.brazil_text}}), la historia sería cerca de
# quién está México, y no qué tan lejos está Washington de los demás. Debajo pondría: «Votaciones nominales en que ambos votaron
# igual; una sola base de datos; la abstención cuenta como distinta».

# %% [markdown] lang="en" rubric="q8-source"
# ## Question 8: a figure and its baseline (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who made it, how far checked (1) | One scholar's data set, computed for this course; "single", one account only | One of the two | Neither |
# | What it counts in its own way (1) | Two of: only roll-calls, most decisions come without one; abstentions count as different; all questions weigh the same; few or many roll-calls in that year | One of them | None, or a limit of any figure |
# | The baseline (1) | Chooses one with a reason, says how another ({{KEYS.canada_text}} Canada; {{KEYS.brazil_text}} Brazil; another year) would change the story, and writes a line to print | A baseline with a reason alone, or only the line | No baseline |

# %% [markdown] lang="es" rubric="q8-source"
# ## Pregunta 8: una cifra y su base de comparación (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién la hizo y qué tanto se verificó (1) | Los datos de un solo investigador, calculados para este curso; «single», una sola fuente | Una de las dos cosas | Ninguna |
# | Lo que cuenta a su manera (1) | Dos de estas: solo votaciones nominales, la mayoría de las decisiones no pasa por una; la abstención cuenta como distinta; todos los asuntos pesan igual; hubo pocas o muchas votaciones ese año | Una de ellas | Ninguna, o un límite de cualquier cifra |
# | La base de comparación (1) | Elige una con razón, dice cómo cambiaría la historia con otra (Canadá, {{KEYS.canada_text}}; Brasil, {{KEYS.brazil_text}}; otro año) y escribe la línea que se publicaría | Solo una base con razón, o solo la línea | No hay base |

# %% [markdown] lang="en"
# ## Part 3. Visits and an empty chair (5 points, 13 minutes)
#
# `visits` holds every visit in the State Department's lists, in both directions (`direction`), with its `occasion`. The column
# `start` holds dates, and `.dt.year` takes the year out of a date. `.groupby(…)` makes one group for each value of a column, and
# `.size()` counts the rows of each group. The next cell counts the visits before 1950 by occasion:

# %% [markdown] lang="es"
# ## Parte 3. Visitas y una silla vacía (5 puntos, 13 minutos)
#
# `visits` tiene todas las visitas de las listas del Departamento de Estado, en los dos sentidos (`direction`), con su motivo
# (`occasion`). La columna `start` guarda fechas, y `.dt.year` saca el año de una fecha. `.groupby(…)` forma un grupo por cada valor
# de una columna, y `.size()` cuenta las filas de cada grupo. La celda que sigue cuenta por motivo las visitas anteriores a 1950:

# %% nbgrader={"grade": false, "grade_id": "example-groups", "locked": true, "schema_version": 3, "solution": false, "task": false}
early = visits[visits["start"].dt.year < 1950]
print(len(early))
early.groupby("occasion").size().sort_values(ascending=False)

# %% [markdown] lang="en"
# **9.** How many visits **{{DIRECTION_TEXT}}** (`"{{DIRECTION}}"`) began in the years **{{V_FROM}} to {{V_TO}}** (both included)? Leave
# out the occasion `"president-elect"`. Put the number in `visits_count`. (1 point)
#
# **10.** What **percentage** of these visits were meetings with other countries too (`"summit"` or `"north-america"`)? Put it in
# `with_others`. (1 point)
#
# **11.** Who made the largest number of these visits? Put the name, as in the column `leader` and between quotation marks, in `most`. (1 point)

# %% [markdown] lang="es"
# **9.** ¿Cuántas visitas **{{DIRECTION_TEXT}}** (`"{{DIRECTION}}"`) empezaron en los años **{{V_FROM}} a {{V_TO}}** (ambos incluidos)?
# Deja fuera el motivo `"president-elect"` (presidente electo). Guarda el número en `visits_count`. (1 punto)
#
# **10.** ¿Qué **porcentaje** de esas visitas fueron reuniones también con otros países (`"summit"` o `"north-america"`)? Guárdalo en
# `with_others`. (1 punto)
#
# **11.** ¿Quién hizo el mayor número de esas visitas? Guarda el nombre, como está en la columna `leader` y entre comillas, en `most`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "trips", "locked": false, "schema_version": 3, "solution": true, "task": false}
visits_count = None
with_others = None
most = None
### BEGIN SOLUTION
trips = visits[(visits["direction"] == P["DIRECTION"]) & (visits["occasion"] != "president-elect")]
trips = trips[trips["start"].dt.year.between(P["V_FROM"], P["V_TO"])]
visits_count = len(trips)
with_others = trips["occasion"].isin(["summit", "north-america"]).sum() / len(trips) * 100
most = trips.groupby("leader").size().idxmax()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q9-visits", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(visits_count, "visits_count", low=0, high=1_000, unit=T["visits"], whole=True)
### BEGIN HIDDEN TESTS
assert float(visits_count) != float(KEYS["if_elect"]), T["visits-elect"]
assert int(visits_count) == KEYS["visits_count"], T["visits-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q10-with-others", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(with_others, "with_others", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(with_others) - KEYS["with_others"]) < 0.1, T["others-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q11-most", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_words(most, "most", low=1, high=8)
### BEGIN HIDDEN TESTS
assert [" ".join(str(most).split())] == KEYS["most"], T["most-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# `ambassadors` holds US ambassadors to Mexico. In the rows you need here, `start` is the day each presented credentials and `end`
# the day each left. The days are written as text. `Timestamp(…)` turns a text into a date, and between two dates you can count days:

# %% [markdown] lang="es"
# `ambassadors` tiene a embajadores de Estados Unidos en México. En las filas que necesitas aquí, `start` es el día en que cada quien
# presentó sus cartas credenciales y `end`, el día en que se fue. Los días están escritos como texto. `Timestamp(…)` convierte un texto en fecha, y entre
# dos fechas se pueden contar días:

# %% nbgrader={"grade": false, "grade_id": "example-days", "locked": true, "schema_version": 3, "solution": false, "task": false}
print((Timestamp("1848-07-04") - Timestamp("1848-02-02")).days)

# %% [markdown] lang="en"
# **12.** How many **days** did the embassy wait between **{{LEFT}}** and **{{NEXT}}**: from the day the first left to the day the second
# presented credentials? Put the number in `wait`. (2 points)

# %% [markdown] lang="es"
# **12.** ¿Cuántos **días** esperó la embajada entre **{{LEFT}}** y **{{NEXT}}**: del día en que se fue el primero al día en que presentó
# sus cartas credenciales el segundo? Guarda el número en `wait`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "chair", "locked": false, "schema_version": 3, "solution": true, "task": false}
wait = None
### BEGIN SOLUTION
by_name = ambassadors.set_index("name")
wait = (Timestamp(by_name["start"][P["NEXT"]]) - Timestamp(by_name["end"][P["LEFT"]])).days
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q12-wait", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(wait, "wait", low=0, high=10_000, unit=T["days"], whole=True)
### BEGIN HIDDEN TESTS
assert float(wait) != float(KEYS["if_first_tenure"]), T["wait-tenure"]
assert float(wait) != float(KEYS["if_second_tenure"]), T["wait-tenure"]
assert int(wait) == KEYS["wait"], T["wait-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 4. A tool and its ground (4 points, 13 minutes)
#
# On 20 February 2026 the US Supreme Court held that the emergency law used for the first tariffs of 2025 gives no power to set
# tariffs. Duties under other laws followed. `tariffs` is a model of the duty due: the measure `added` is the average rate added since January 2025,
# in per cent of the value of the goods. There is a row only for **days on which some rate changed**; between two rows the last
# rate holds. `.sort_values("date")` puts rows in order, and `.iloc[-1]` takes the last one. The next cell takes the rate on all
# imports (another measure) that was in force on 1 May 2025:

# %% [markdown] lang="es"
# ## Parte 4. Un instrumento y su fundamento (4 puntos, 13 minutos)
#
# El 20 de febrero de 2026 la Suprema Corte de Estados Unidos resolvió que la ley de emergencia que se usó para los primeros aranceles
# de 2025 no da poder para fijar aranceles. Siguieron otros, con otras leyes. `tariffs` es un modelo del arancel exigible: la medida (`measure`)
# `added` es la tasa media que se agregó desde enero de 2025, en por ciento del valor de los bienes. Solo hay filas para los **días en
# que cambió alguna tasa**; entre dos filas vale la última. `.sort_values("date")` pone las filas en orden y `.iloc[-1]` toma la
# última. La celda que sigue toma la tasa sobre todas las importaciones (otra medida) vigente el 1 de mayo de 2025:

# %% nbgrader={"grade": false, "grade_id": "example-rate", "locked": true, "schema_version": 3, "solution": false, "task": false}
world = tariffs[(tariffs["partner"] == "world") & (tariffs["measure"] == "full")].sort_values("date")
world[world["date"] <= "2025-05-01"]["value"].iloc[-1]

# %% [markdown] lang="en"
# **13.** By how many **points** was the added rate on goods from **{{ORIGIN_NAME}}** (`"{{ORIGIN}}"`) lower on 21 February 2026
# (`"2026-02-21"`) than on **{{DAY_BEFORE_TEXT}}** (`"{{DAY_BEFORE}}"`)? Put it in `drop`, as a positive number. (1 point)
#
# **14.** What **percentage of that fall** had come back by **{{DAY_AFTER_TEXT}}** (`"{{DAY_AFTER}}"`)? Put it in `back`. (1 point)

# %% [markdown] lang="es"
# **13.** ¿Cuántos **puntos** más baja era la tasa agregada a los bienes de **{{ORIGIN_NAME}}** (`"{{ORIGIN}}"`) el 21 de febrero de 2026
# (`"2026-02-21"`) que el **{{DAY_BEFORE_TEXT}}** (`"{{DAY_BEFORE}}"`)? Guárdalo en `drop`, como número positivo. (1 punto)
#
# **14.** ¿Qué **porcentaje de esa baja** ya se había recuperado el **{{DAY_AFTER_TEXT}}** (`"{{DAY_AFTER}}"`)? Guárdalo en `back`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "ground", "locked": false, "schema_version": 3, "solution": true, "task": false}
drop = None
back = None
### BEGIN SOLUTION
added = tariffs[(tariffs["partner"] == P["ORIGIN"]) & (tariffs["measure"] == "added")].sort_values("date")
high = added[added["date"] <= P["DAY_BEFORE"]]["value"].iloc[-1]
low = added[added["date"] <= "2026-02-21"]["value"].iloc[-1]
later = added[added["date"] <= P["DAY_AFTER"]]["value"].iloc[-1]
drop = high - low
back = (later - low) / drop * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q13-drop", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(drop, "drop", low=0, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(drop) - KEYS["drop"]) < 0.06, T["drop-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q14-back", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(back, "back", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(back) - KEYS["back"]) < 0.5, T["back-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **15.** Take two tools of US policy: **{{TOOL_NAMES}}**. For each, say who may start it, who may limit it, and one sign by which you
# would tell that it *worked*: not only that something happened after it. (2 to 4 sentences, 2 points)

# %% [markdown] lang="es"
# **15.** Toma dos instrumentos de la política de Estados Unidos: **{{TOOL_NAMES}}**. De cada uno di quién lo puede iniciar, quién lo
# puede limitar y una señal por la que sabrías que *funcionó*: no basta con que algo haya pasado después. (De 2 a 4 oraciones, 2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q15-tools", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.tool_texts}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q15-tools", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.tool_texts}}

# %% [markdown] lang="en" rubric="q15-tools"
# ## Question 15: two tools (2 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who may start, who may limit (1) | Both right for both tools, as in the lesson's table | Two or three of the four | One or none |
# | A sign that it worked (1) | For each tool a sign that separates it from what would have come anyway: not promised before, lasting, named by both | A sign for one tool, or results without that test | "Something happened after it" |

# %% [markdown] lang="es" rubric="q15-tools"
# ## Pregunta 15: dos instrumentos (2 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién inicia y quién limita (1) | Bien las dos cosas de los dos instrumentos, como en el cuadro de la lección | Dos o tres de las cuatro | Una o ninguna |
# | Una señal de que funcionó (1) | De cada uno, una señal que lo separe de lo que habría pasado de todos modos: no prometido antes, duradero, nombrado por los dos | La señal de uno solo, o resultados sin esa prueba | «Algo pasó después» |

# %% [markdown] lang="en"
# ## Part 5. One chart, one message (4 points, 12 minutes)
#
# **16.** Draw two series of `un_votes`, **{{C_FROM}}–{{C_TO}}**: Mexico with the United States (`"mexico-us"`) and
# {{C_SERIES_TEXT}} (`"{{C_SERIES}}"`). (2 points)
#
# - `chart_data`: only the rows of `un_votes` you need, with at least the columns `year`, `series` and `value`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 5. Una gráfica, un mensaje (4 puntos, 12 minutos)
#
# **16.** Dibuja dos series de `un_votes`, **{{C_FROM}}–{{C_TO}}**: México con Estados Unidos (`"mexico-us"`) y
# {{C_SERIES_TEXT}} (`"{{C_SERIES}}"`). (2 puntos)
#
# - `chart_data`: solo las filas de `un_votes` que necesitas, al menos con las columnas `year`, `series` y `value`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
two_pairs = un_votes[un_votes["series"].isin(["mexico-us", P["C_SERIES"]])]
chart_data = two_pairs[two_pairs["year"].between(P["C_FROM"], P["C_TO"])]
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="year",
        y="value",
        series="series",
        title=chart_title,
        unit=T["chart-unit"],
        alt=chart_alt,
        source=un_votes,
        labels={"mexico-us": T["mexico-us"], "canada-us": T["canada-us"], "mexico-brazil": T["mexico-brazil"]},
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q16-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "series", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert sorted({str(name) for name in chart_data["series"]}) == sorted(["mexico-us", P["C_SERIES"]]), T["chart-series"]
assert len(chart_data) == 2 * (P["C_TO"] - P["C_FROM"] + 1), T["chart-rows"]
assert chart_data["year"].min() == P["C_FROM"] and chart_data["year"].max() == P["C_TO"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **17.** In two or three sentences: what does your chart show, and how could somebody with the same data draw a chart with the opposite
# message? Your teacher reads the title and the alternative text together with this answer. (2 points)

# %% [markdown] lang="es"
# **17.** En dos o tres oraciones: ¿qué muestra tu gráfica y cómo podría alguien, con los mismos datos, dibujar una con el mensaje
# contrario? Tu docente lee el título y el texto alternativo junto con esta respuesta. (2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q17-reading", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# From {{C_FROM}} to {{C_TO}} Mexico with the United States went from {{KEYS.own_line}}, {{C_SERIES_TEXT}} from {{KEYS.other_line}}; the first
# line is the lower one in every year. Somebody who wants to show closeness would leave the second line out, start the chart
# at the low of the 1980s and end it in 2016, before the last fall: then the same data show two countries drawing together.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q17-reading", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# De {{C_FROM}} a {{C_TO}} México con Estados Unidos pasó de {{KEYS.own_line}}, y {{C_SERIES_TEXT}}, de {{KEYS.other_line}}; la primera línea
# es la más baja en todos los años. Quien quiera mostrar cercanía quitaría la segunda línea, empezaría la gráfica en el punto bajo
# de los años ochenta y la terminaría en 2016, antes de la última baja: así los mismos datos muestran a dos países que se acercan.

# %% [markdown] lang="en" rubric="q17-reading"
# ## Question 17: reading the chart (2 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 16 (1) | The title states a finding that the chart supports; the text gives direction and rough size of both lines | Only one of the two does | Neither: "Votes by year", "a line chart" |
# | The opposite message (1) | A true reading of the chart, and a real way to turn it: other years, another baseline, one line left out, another axis | A true reading, but the way is vague ("with other data") | Not supported by the chart, or no way given |

# %% [markdown] lang="es" rubric="q17-reading"
# ## Pregunta 17: leer la gráfica (2 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 16 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da dirección y tamaño aproximado de las dos líneas | Solo uno de los dos lo hace | Ninguno: «Votos por año», «una gráfica de líneas» |
# | El mensaje contrario (1) | Una lectura cierta de la gráfica y una manera real de voltearla: otros años, otra base, quitar una línea, otro eje | Una lectura cierta, pero la manera es vaga («con otros datos») | La gráfica no lo sostiene, o falta la manera |

# %% [markdown] lang="en"
# ## Part 6. Argue (5 points, 18 minutes)
#
# In 2024 MORENA, the Greens and Labour together had {{ALLIES_VOTES}} of the votes for the six parties with list seats and {{ALLIES_SEATS}} of
# the seats; each party alone stayed within the limit. The electoral institute INE applied the limit party by party, and the electoral
# court confirmed the method. Article 54 says "party". To set rules aside after an election harms the rule of law, said Guadalupe Taddei, who
# heads the INE. Judge Janine Otálora, who dissented, said that large parties have perfected ways around the limit.
#
# **18.** *For the next election, should the limit of eight points count allied parties as one?* Answer in 120 to 180 words. State your
# answer; give the strongest argument of the side you do **not** take; use at least two figures you computed above, with their unit; name one
# thing those figures cannot show; and say which fact would make you change your mind. There is no right side: you are graded
# on the argument.

# %% [markdown] lang="es"
# ## Parte 6. Argumenta (5 puntos, 18 minutos)
#
# En 2024 MORENA, el Partido Verde y el PT tuvieron juntos {{ALLIES_VOTES}} de los votos de los seis partidos con curules de lista y
# {{ALLIES_SEATS}} de las curules; cada partido por su cuenta respetó el límite. El INE lo aplicó partido por partido y el Tribunal Electoral
# confirmó ese método. El artículo 54 dice «partido». Hacer a un lado las reglas después de una elección daña el Estado de derecho, dijo Guadalupe
# Taddei, que encabeza el INE. La magistrada Janine Otálora, que votó en contra, dijo que los partidos grandes han perfeccionado maneras
# de esquivar el límite.
#
# **18.** *Para la próxima elección, ¿debería el límite de ocho puntos contar a los partidos aliados como uno solo?* Responde en 120 a 180
# palabras. Di tu respuesta; da el argumento más fuerte del lado que **no** tomas; usa al menos dos cifras que calculaste arriba, con su unidad;
# nombra algo que esas cifras no pueden mostrar, y di qué hecho te haría cambiar de opinión. No hay lado correcto: se califica el
# argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q18-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. Yes, if Congress says so well before the vote. A limit is there so that nobody changes the constitution alone, and
# parties that share candidates in the districts act as one where it matters. The strongest case against me is that allies are not
# one party: they have their own lists and voters, and in March 2026 most deputies of two of them voted against the president's
# reform. My figures show both sides. Between the seats and the votes of {{GROUP_NAME}} together lie {{KEYS.points_text}} points
# ({{KEYS.points_kind}}), while a party like {{PARTY_NAME}}, with {{KEYS.vote_text}} of the vote, may alone go up to {{KEYS.cap_text}} of
# the seats. They cannot show whom people would have voted for under another rule, or without joint candidates. I would change my
# mind if allied parties voted apart in Congress about as often as rivals do.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q18-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. Sí, si el Congreso lo decide mucho antes de la votación. El límite existe para que nadie cambie la Constitución
# por su cuenta, y los partidos que comparten candidaturas en los distritos actúan como uno donde importa. El argumento más fuerte en
# mi contra es que los aliados no son un solo partido: tienen sus propias listas y votantes, y en marzo de 2026 la mayoría de los
# diputados de dos de ellos votó contra la reforma de la presidenta. Mis cifras muestran los dos lados. Tomo juntos estos
# partidos: {{GROUP_NAME}}. Entre sus curules y sus votos hay {{KEYS.points_text}} puntos ({{KEYS.points_kind}}), mientras que un partido con la votación que tuvo
# {{PARTY_NAME}}, {{KEYS.vote_text}}, puede llegar por sí solo hasta {{KEYS.cap_text}} de las curules. No pueden mostrar por quién habría votado la
# gente con otra regla o sin candidaturas comunes. Cambiaría de opinión si los aliados votaran separados en el Congreso casi tantas
# veces como los rivales.

# %% [markdown] lang="en" rubric="q18-argument"
# ## Question 18: argue (5 points)
#
# Grade the argument, not the side. Both answers can earn full marks. A yes can rest on the distance between seats and votes or on
# joint candidates; a no on the word "party", on each ally's own list and voters, or on allies who voted apart in March 2026.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer to the question (1) | States it and keeps to it | Unclear until the end | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with their unit, doing work in the argument | One, or two as decoration | None |
# | A limit of the figures (1) | Names one: the base chosen, voters under another rule, joint candidates, how allies vote later | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q18-argument"
# ## Pregunta 18: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Ambas respuestas pueden obtener todos los puntos. Un sí puede apoyarse en la distancia entre curules y
# votos o en las candidaturas comunes; un no, en la palabra «partido», en que cada aliado tiene su lista y sus votantes, o en los aliados
# que votaron aparte en marzo de 2026.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara a la pregunta (1) | La dice y la sostiene | Poco clara hasta el final | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con su unidad, que trabajan en el argumento | Una, o dos de adorno | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: la base elegida, cómo votaría la gente con otra regla, candidaturas comunes, cómo votan después los aliados | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
