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
import datetime as dt

from vecinos import table
from vecinos.classroom.source import preview
from vecinos.i18n import date, number, percent

TITLE = {"en": "Two neighbours in figures and dates", "es": "Dos vecinos en cifras y fechas"}
MODES = {
    "pedestrians": {"en": "people on foot", "es": "personas a pie"},
    "car-passengers": {"en": "people in cars", "es": "personas en auto"},
    "trucks": {"en": "trucks", "es": "camiones de carga"},
}
SERIES = {
    "received": {"en": "all remittances to Mexico", "es": "el total de remesas hacia México"},
    "mean-transfer": {"en": "the mean transfer", "es": "el envío promedio"},
}
TOPICS = ["diplomacy", "migration", "security", "trade"]
# A conflict and the agreement after it: their dates in the timeline, and how the question names them
PAIRS = [
    (
        ("1845-03-28", "1848-12-04"),
        {
            "en": "from the day Mexico cut relations over the annexation of Texas (1845) to the day relations were restored (1848)",
            "es": "desde el día en que México rompió relaciones por la anexión de Texas (1845) hasta el día en que se restablecieron (1848)",
        },
    ),
    (
        ("1846-05-13", "1848-02-02"),
        {
            "en": "from the day the United States declared war on Mexico (1846) to the Treaty of Guadalupe Hidalgo (1848)",
            "es": "desde el día en que Estados Unidos declaró la guerra a México (1846) hasta el Tratado de Guadalupe Hidalgo (1848)",
        },
    ),
    (
        ("1914-04-22", "1917-03-03"),
        {
            "en": "from the day US forces held Veracruz and Mexico broke relations (1914) to the day relations resumed (1917)",
            "es": "desde el día en que fuerzas de Estados Unidos ocupaban Veracruz y México rompió relaciones (1914) hasta el día en que se reanudaron (1917)",
        },
    ),
    (
        ("1938-03-18", "1942-04-18"),
        {
            "en": "from the expropriation of the foreign oil companies (1938) to the day Mexico agreed to pay the US firms (1942)",
            "es": "desde la expropiación de las compañías petroleras extranjeras (1938) hasta el día en que México acordó pagar a las de Estados Unidos (1942)",
        },
    ),
    (
        ("1963-08-29", "1967-10-28"),
        {
            "en": "from the signing of the Chamizal Convention (1963) to the day the land was handed over (1967)",
            "es": "desde la firma de la Convención de El Chamizal (1963) hasta el día en que se entregaron los terrenos (1967)",
        },
    ),
]
CENSUSES = [1850, 1860, 1870, 1880, 1890, 1900, 1910, 1920, 1930, 1960, 1970, 1980, 1990, 2000]
TEXTS = {
    "thousands": {"en": "thousands", "es": "miles"},
    "percent": {"en": "per cent", "es": "por ciento"},
    "days": {"en": "whole days", "es": "días enteros"},
    "years": {"en": "years", "es": "años"},
    "people": {"en": "persons killed", "es": "personas asesinadas"},
    "share-unit": {
        "en": "% of the foreign-born counted by the US census",
        "es": "% de las personas nacidas en el extranjero que contó el censo de EE. UU.",
    },
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "per-day-wrong": {
        "en": "Take the row with mode people and year {{YEAR}}, divide by the days of a year and then by 1,000.",
        "es": "Toma la fila con mode people y year {{YEAR}}, divide entre los días de un año y luego entre 1,000.",
    },
    "walkers-events": {
        "en": "This is the number of entries. One person who comes often makes many entries: how many does each make in a year?",
        "es": "Este es el número de entradas. Quien cruza seguido hace muchas entradas: ¿cuántas hace cada persona en un año?",
    },
    "walkers-wrong": {
        "en": "Divide the entries of mode pedestrians in {{YEAR}} by the entries that one such person makes in a year, and by 1,000.",
        "es": "Divide las entradas con mode pedestrians de {{YEAR}} entre las que hace una de esas personas en un año, y entre 1,000.",
    },
    "top-wrong": {
        "en": "Keep mode {{MODE}} and the years {{PORT_FROM}} to {{PORT_TO}}, add up by port, sort with the largest first, take three names.",
        "es": "Deja mode {{MODE}} y los años de {{PORT_FROM}} a {{PORT_TO}}, suma por puerto, ordena del mayor al menor y toma tres nombres.",
    },
    "top-share-wrong": {
        "en": "Divide the total of the busiest port by the total of all twelve ports in the same years; multiply by 100.",
        "es": "Divide el total del puerto más activo entre el total de los doce puertos en los mismos años; multiplica por 100.",
    },
    "dollar-wrong": {
        "en": "Divide the value of {{TO}} by that of {{FROM}}, subtract 1 and multiply by 100, both in dollars.",
        "es": "Divide el valor de {{TO}} entre el de {{FROM}}, resta 1 y multiplica por 100, ambos en dólares.",
    },
    "real-nominal": {
        "en": "These look like pesos of each year. Prices in Mexico have risen since {{FROM}}: take that out as well.",
        "es": "Parecen pesos de cada año. Los precios en México han subido desde {{FROM}}: descuenta también eso.",
    },
    "real-dollars": {
        "en": "This is still the change in dollars. Turn both years into pesos first, then into pesos of {{TO}}.",
        "es": "Este sigue siendo el cambio en dólares. Pasa primero ambos años a pesos y luego a pesos de {{TO}}.",
    },
    "real-wrong": {
        "en": "For each year: dollars times the rate of that year, times prices of {{TO}} over prices of that year. Then the change in per cent.",
        "es": "Para cada año: dólares por el tipo de cambio de ese año, por los precios de {{TO}} entre los de ese año. Luego el cambio en por ciento.",
    },
    "share-fraction": {
        "en": "This looks like a fraction of 1. The question asks for per cent.",
        "es": "Esto parece una fracción de 1. La pregunta pide por ciento.",
    },
    "share-wrong": {
        "en": "Divide the count of series census by that of all-foreign-born-census, both of {{CENSUS}}, and multiply by 100.",
        "es": "Divide el conteo de la serie census entre el de all-foreign-born-census, ambos de {{CENSUS}}, y multiplica por 100.",
    },
    "chart-rows": {
        "en": "One row for each census from {{CHART_FROM}} to {{CHART_TO}} is expected, and no other year.",
        "es": "Se espera una fila por cada censo de {{CHART_FROM}} a {{CHART_TO}}, y ningún otro año.",
    },
    "chart-values": {
        "en": "The column value should hold the share in per cent: people born in Mexico among all the foreign-born of the same census.",
        "es": "La columna value debe tener la participación en por ciento: nacidos en México entre todos los nacidos en el extranjero del mismo censo.",
    },
    "days-wrong": {
        "en": "Find the two events by their years, read their dates, and subtract the earlier from the later.",
        "es": "Encuentra los dos hechos por su año, lee sus fechas y resta la primera a la segunda.",
    },
    "topic-wrong": {
        "en": "Divide the rows with topic {{TOPIC}} by all rows, both from {{LIST_FROM}} to {{LIST_TO}} (both included); multiply by 100.",
        "es": "Divide las filas con topic {{TOPIC}} entre todas las filas, ambas de {{LIST_FROM}} a {{LIST_TO}} (incluidos); multiplica por 100.",
    },
    "fiscal-calendar": {
        "en": "These are calendar years. In which month does a US fiscal year begin?",
        "es": "Estos son años calendario. ¿En qué mes empieza un año fiscal de Estados Unidos?",
    },
    "fiscal-wrong": {
        "en": "A US fiscal year is named after the year in which it ends. Look at the month of each day.",
        "es": "Un año fiscal de Estados Unidos lleva el nombre del año en que termina. Fíjate en el mes de cada día.",
    },
    "gap-wrong": {
        "en": "Subtract victims from deaths, both of the whole year {{H_TO}} (period year).",
        "es": "Resta victims a deaths, ambas del año completo {{H_TO}} (period year).",
    },
    "model-title": {
        "en": "People born in Mexico rose from {{KEYS.from_text}} to {{KEYS.to_text}} of the foreign-born",
        "es": "Las personas nacidas en México pasaron de {{KEYS.from_text}} a {{KEYS.to_text}} de las nacidas en el extranjero",
    },
    "model-alt": {
        "en": "One line, {{CHART_FROM}} to {{CHART_TO}}. It begins at {{KEYS.from_text}}, reaches {{KEYS.text_1930}} in 1930 and {{KEYS.text_1960}} in 1960, then climbs to {{KEYS.to_text}} in {{CHART_TO}}.",
        "es": "Una línea, de {{CHART_FROM}} a {{CHART_TO}}. Empieza en {{KEYS.from_text}}, llega a {{KEYS.text_1930}} en 1930 y a {{KEYS.text_1960}} en 1960, y luego sube a {{KEYS.to_text}} en {{CHART_TO}}.",
    },
}


def in_both(write):
    return {lang: write(lang) for lang in ("en", "es")}


def entries_of(mode, year):
    entries = table("border-crossings")
    return float(entries[(entries["mode"] == mode) & (entries["year"] == year)]["value"].item())


def money(series):
    remittances = table("remittances")
    return remittances[remittances["series"] == series].set_index("year")["value"]


def by_year(name):
    frame = table(name)
    return (frame[frame["series"] == "fix"] if name == "exchange-rate" else frame).set_index("year")["value"]


def change(first, last):
    return float((last / first - 1) * 100)


def mexican_share():
    born = table("mexican-born").pivot_table(index="year", columns="series", values="value")
    return (born["census"] / born["all-foreign-born-census"] * 100).dropna()


def homicide_row(series, year):
    rows = table("homicides-mexico")
    return rows[(rows["series"] == series) & (rows["year"] == year) & (rows["period"] == "year")].iloc[0]


def fiscal_year(day):
    return day.year + (day.month >= 10)


def spans():
    """(series, first year, last year) where dollars, pesos and pesos without the rise of prices give three answers."""
    rates, prices = by_year("exchange-rate"), by_year("prices-mexico")
    found = []
    for series in sorted(SERIES):
        dollars = money(series)
        pesos = dollars * rates
        for first in range(2003, 2015):
            for last in range(2019, 2026):
                real = change(pesos[first] / prices[first], pesos[last] / prices[last])
                others = change(dollars[first], dollars[last]), change(pesos[first], pesos[last])
                if min(abs(real - other) for other in others) >= 5:
                    found.append((series, first, last))
    return found


def draw(rng):
    mode = rng.choice(sorted(MODES))
    # Ysleta is counted inside El Paso before 2020: a span lies on one side.
    port_from = rng.choice([*range(1997, 2017), 2020, 2021])
    series, first, last = rng.choice(spans())
    pair, pair_text = rng.choice(PAIRS)
    late = dt.date(rng.randint(2015, 2024), rng.randint(10, 12), rng.randint(1, 30))
    early = dt.date(rng.randint(2015, 2024), rng.randint(1, 9), rng.randint(1, 28))
    days = [late, early] if rng.random() < 0.5 else [early, late]
    h_from, h_to = rng.choice([(2015, 2016), (2016, 2017), (2017, 2018), (2018, 2019), (2019, 2020), (2023, 2024)])
    return {
        "YEAR": rng.randint(1997, 2024),
        "TIMES": rng.randint(3, 9),
        "WEEKS": rng.randint(40, 50),
        "MODE": mode,
        "MODE_TEXT": MODES[mode],
        "PORT_FROM": port_from,
        "PORT_TO": port_from + 3,
        "SERIES": series,
        "SERIES_TEXT": SERIES[series],
        "FROM": first,
        "TO": last,
        "CENSUS": rng.choice([1910, 1920, 1970, 1980, 1990, 2000]),
        "CHART_FROM": rng.choice([1850, 1860, 1870, 1880, 1890, 1900]),
        "CHART_TO": rng.choice([1980, 1990, 2000]),
        "PAIR": list(pair),
        "PAIR_TEXT": pair_text,
        "EVENT": in_both(lambda lang: f"event_{lang}"),
        "TOPIC": rng.choice(TOPICS),
        "LIST_FROM": rng.choice([1819, 1854, 1910, 1942]),
        "LIST_TO": rng.choice([1981, 2001, 2026]),
        "DAY_1": days[0].isoformat(),
        "DAY_2": days[1].isoformat(),
        "DAY_1_TEXT": in_both(lambda lang: date(days[0].isoformat(), lang)),
        "DAY_2_TEXT": in_both(lambda lang: date(days[1].isoformat(), lang)),
        "H_FROM": h_from,
        "H_TO": h_to,
    }


def keys(P):
    ports, events = table("border-ports"), table("timeline")
    on_foot = entries_of("pedestrians", P["YEAR"])
    walkers = on_foot / (P["TIMES"] * P["WEEKS"]) / 1000
    rows = ports[(ports["mode"] == P["MODE"]) & ports["year"].between(P["PORT_FROM"], P["PORT_TO"])]
    totals = rows.groupby("port")["value"].sum().sort_values(ascending=False)
    dollars, rates, prices = money(P["SERIES"]), by_year("exchange-rate"), by_year("prices-mexico")
    pesos = dollars * rates
    real = pesos * prices[P["TO"]] / prices
    share = mexican_share()
    born = table("mexican-born")
    census = born[born["series"] == "census"].set_index("year")["value"]
    listed = events[events["year"].between(P["LIST_FROM"], P["LIST_TO"])]
    first, last = (dt.date.fromisoformat(day) for day in P["PAIR"])
    assert set(P["PAIR"]) <= set(events["date"])
    days = [dt.date.fromisoformat(P[name]) for name in ("DAY_1", "DAY_2")]
    deaths, victims = homicide_row("deaths", P["H_TO"]), homicide_row("victims", P["H_TO"])
    moves = [
        change(homicide_row(series, P["H_FROM"])["value"], homicide_row(series, P["H_TO"])["value"])
        for series in ("deaths", "victims")
    ]
    agree = (moves[0] > 0) == (moves[1] > 0)
    says = {
        "en": ("the two series agree on the direction of the change", "the two series disagree on the direction"),
        "es": ("las dos series coinciden en la dirección del cambio", "las dos series no coinciden en la dirección"),
    }
    per_day = entries_of("people", P["YEAR"]) / 365 / 1000
    real_change = change(real[P["FROM"]], real[P["TO"]])
    dollar_change = change(dollars[P["FROM"]], dollars[P["TO"]])
    return {
        "per_day": per_day,
        "walkers": walkers,
        "top_three": totals.index[:3].tolist(),
        "top_share": float(totals.iloc[0] / totals.sum() * 100),
        "dollar_change": dollar_change,
        "real_change": real_change,
        "mexican_share": float(share[P["CENSUS"]]),
        "days": (last - first).days,
        "topic_share": float((listed["topic"] == P["TOPIC"]).mean() * 100),
        "fiscal_years": [fiscal_year(day) for day in days],
        "gap": float(deaths["value"] - victims["value"]),
        # What typical mistakes give. Text, so that the teacher's list of answers leaves them out.
        "if_entries": repr(on_foot / 1000),
        "if_nominal": repr(change(pesos[P["FROM"]], pesos[P["TO"]])),
        "if_calendar": repr([day.year for day in days]),
        "chart_years": [year for year in CENSUSES if P["CHART_FROM"] <= year <= P["CHART_TO"]],
        "chart_values": [round(float(share[year]), 2) for year in CENSUSES if P["CHART_FROM"] <= year <= P["CHART_TO"]],
        # For the model answers
        "from_text": in_both(lambda lang: percent(share[P["CHART_FROM"]], 1, lang)),
        "to_text": in_both(lambda lang: percent(share[P["CHART_TO"]], 1, lang)),
        "text_1930": in_both(lambda lang: percent(share[1930], 1, lang)),
        "text_1960": in_both(lambda lang: percent(share[1960], 1, lang)),
        "count_1930": number(census[1930]),
        "count_1960": number(census[1960]),
        "count_1990": number(census[1990]),
        "count_2023": number(born[(born["series"] == "acs") & (born["year"] == 2023)]["value"].item()),
        "deaths_text": number(deaths["value"]),
        "victims_text": number(victims["value"]),
        "deaths_marks": f"{deaths['status']}, {deaths['check']}",
        "victims_marks": f"{victims['status']}, {victims['check']}",
        "from_marks": " / ".join(homicide_row(one, P["H_FROM"])["status"] for one in ("deaths", "victims")),
        "gap_text": number(deaths["value"] - victims["value"]),
        "moves_text": in_both(lambda lang: " / ".join(percent(move, 1, lang) for move in moves)),
        "agree_text": in_both(lambda lang: says[lang][not agree]),
        "dollar_text": in_both(lambda lang: percent(dollar_change, 0, lang)),
        "real_text": in_both(lambda lang: percent(real_change, 0, lang)),
        "days_text": number((last - first).days),
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Two neighbours in figures and dates
#
# **About 90 minutes, 30 points.** Read *Welcome* and *Two centuries in one lesson* first.
#
# How many people cross, how much money goes home, how long did a quarrel last? Each answer is a figure, and each figure hides a
# choice: who counted, what, over which year, in which money. Here you make those choices yourself, with the tables of the course.
#
# How this notebook works:
#
# - Run the cells from top to bottom with Shift+Enter.
# - Where a cell says `# Write your code here`, write your code under that line and keep the variable's name.
# - The cell after each answer checks the *form* of your answer (is it a number, is the unit plausible?). It does not
#   know the right answer. You may run it as often as you like.
# - Do not round on the way. Where an answer has decimals, keep at least one.
# - You may add cells. Do not delete any. Save and hand in this file when you finish.

# %% [markdown] lang="es"
# # Dos vecinos en cifras y fechas
#
# **Unos 90 minutos, 30 puntos.** Lee antes *Te damos la bienvenida* y *Dos siglos en una lección*.
#
# ¿Cuántas personas cruzan, cuánto dinero llega a casa, cuánto duró un pleito? Cada respuesta es una cifra, y cada cifra esconde una
# decisión: quién contó, qué, en qué año, en qué dinero. Aquí esas decisiones las tomas tú, con las tablas del curso.
#
# Cómo funciona este cuaderno:
#
# - Corre las celdas de arriba abajo con Mayús+Enter.
# - Donde una celda dice `# Escribe tu código aquí`, escribe tu código debajo de esa línea y conserva el nombre de la variable.
# - La celda que sigue a cada respuesta revisa la *forma* de tu respuesta (¿es un número?, ¿la unidad es verosímil?).
#   No conoce la respuesta correcta. Puedes correrla cuantas veces quieras.
# - No redondees a medio camino. Si la respuesta tiene decimales, deja al menos uno.
# - Puedes agregar celdas. No borres ninguna. Al terminar, guarda y entrega este archivo.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
# {{VARIANT}}
import pandas as pd

from vecinos import line_chart, table
from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
entries = table("border-crossings")
ports = table("border-ports")
remittances = table("remittances")
born = table("mexican-born")
events = table("timeline")
homicides = table("homicides-mexico")
entries[entries["year"] == 2010]

# %% [markdown] lang="en"
# ## How to pick one number from a table
#
# `entries` has one row per year and way of crossing (`mode`), northbound only: from Mexico into the United States. `value` counts
# entries. The mode `people` is everybody together: on foot (`pedestrians`), in cars, buses and trains. To pick one value, filter
# the rows and take the one that is left:

# %% [markdown] lang="es"
# ## Cómo tomar un número de una tabla
#
# `entries` tiene una fila por año (`year`) y forma de cruzar (`mode`), solo hacia el norte: de México a Estados Unidos. `value`
# cuenta entradas. El modo `people` reúne a todas las personas: a pie (`pedestrians`), en auto, autobús y tren. Para tomar un
# valor, filtra las filas y quédate con la única que queda:

# %% nbgrader={"grade": false, "grade_id": "example", "locked": true, "schema_version": 3, "solution": false, "task": false}
example = entries[(entries["mode"] == "buses") & (entries["year"] == 2005)]
example["value"].item()

# %% [markdown] lang="en"
# ## Part 1. Entries and people (3 points, 8 minutes)
#
# **1.** How many entries of people a **day** were there, on average, from Mexico into the United States in **{{YEAR}}**? Use the
# mode `people` and a year of 365 days. Put the answer in `per_day`, in **thousands**. (1 point)
#
# **2.** An entry is an event, not a person. Suppose that everybody who came on foot (`pedestrians`) in {{YEAR}} did so **{{TIMES}} times a
# week in {{WEEKS}} weeks** of that year. How many different **people** were they? Put the answer in `walkers`, in **thousands**.
# (2 points)

# %% [markdown] lang="es"
# ## Parte 1. Entradas y personas (3 puntos, 8 minutos)
#
# **1.** ¿Cuántas entradas de personas al **día** hubo, en promedio, de México a Estados Unidos en **{{YEAR}}**? Usa el modo `people`
# y un año de 365 días. Guarda la respuesta en `per_day`, en **miles**. (1 punto)
#
# **2.** Una entrada es un evento, no una persona. Supón que todas las personas que llegaron a pie (`pedestrians`) en {{YEAR}} lo
# hicieron **{{TIMES}} veces por semana durante {{WEEKS}} semanas** de ese año. ¿Cuántas **personas** distintas fueron? Guarda la
# respuesta en `walkers`, en **miles**. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "people", "locked": false, "schema_version": 3, "solution": true, "task": false}
per_day = None
walkers = None
### BEGIN SOLUTION
of_year = entries[entries["year"] == P["YEAR"]].set_index("mode")["value"]
per_day = of_year["people"] / 365 / 1000
walkers = of_year["pedestrians"] / (P["TIMES"] * P["WEEKS"]) / 1000
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-per-day", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(per_day, "per_day", low=50, high=2_000, unit=T["thousands"])
### BEGIN HIDDEN TESTS
assert abs(float(per_day) / KEYS["per_day"] - 1) < 0.005, T["per-day-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q2-walkers", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(walkers, "walkers", low=1, high=100_000, unit=T["thousands"])
### BEGIN HIDDEN TESTS
assert abs(float(walkers) / float(KEYS["if_entries"]) - 1) > 0.01, T["walkers-events"]
assert abs(float(walkers) / KEYS["walkers"] - 1) < 0.01, T["walkers-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Where they cross (3 points, 10 minutes)
#
# `ports` has the twelve largest ports of entry, with one row per year, port and mode. (Before 2020 Ysleta is counted inside El
# Paso.) To add up many rows at once, `groupby` makes one heap for each value of a column, and `sum` adds up each heap. Here each
# heap is a mode, with all ports of 2010 in it; `sort_values` then puts the largest first:

# %% [markdown] lang="es"
# ## Parte 2. Por dónde cruzan (3 puntos, 10 minutos)
#
# `ports` tiene los doce puertos de entrada más grandes, con una fila por año, puerto (`port`) y modo. (Antes de 2020 Ysleta se
# cuenta dentro de El Paso.) Para sumar muchas filas de una vez, `groupby` hace un montón por cada valor de una columna y `sum`
# suma cada montón. Aquí cada montón es un modo, con todos los puertos de 2010; luego `sort_values` pone primero el mayor:

# %% nbgrader={"grade": false, "grade_id": "example-groupby", "locked": true, "schema_version": 3, "solution": false, "task": false}
by_mode = ports[ports["year"] == 2010].groupby("mode")["value"].sum()
by_mode = by_mode.sort_values(ascending=False)
by_mode.index[:2].tolist(), by_mode.iloc[0], by_mode.sum()

# %% [markdown] lang="en"
# **3.** Over the years **{{PORT_FROM}} to {{PORT_TO}}** together (both included), which three ports had the most entries
# of **{{MODE_TEXT}}** (`"{{MODE}}"`)? Put the list of three names in `top_three`, largest first. (2 points)
#
# **4.** Add up the same count for all twelve ports. What share of that total did the first of them have? Put it in `top_share`, in
# per cent. (1 point)

# %% [markdown] lang="es"
# **3.** En los años **{{PORT_FROM}} a {{PORT_TO}}** juntos (ambos incluidos), ¿qué tres puertos tuvieron más entradas de
# **{{MODE_TEXT}}** (`"{{MODE}}"`)? Guarda la lista con los tres nombres en `top_three`, del mayor al menor. (2 puntos)
#
# **4.** Suma ese mismo conteo en los doce puertos. ¿Qué parte de ese total tuvo el primero? Guárdala en `top_share`, en por ciento.
# (1 punto)

# %% nbgrader={"grade": false, "grade_id": "ports", "locked": false, "schema_version": 3, "solution": true, "task": false}
top_three = None
top_share = None
### BEGIN SOLUTION
rows = ports[(ports["mode"] == P["MODE"]) & ports["year"].between(P["PORT_FROM"], P["PORT_TO"])]
by_port = rows.groupby("port")["value"].sum().sort_values(ascending=False)
top_three = by_port.index[:3].tolist()
top_share = by_port.iloc[0] / by_port.sum() * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q3-top-three", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_items(top_three, "top_three", allowed=sorted(set(ports["port"])), count=3)
### BEGIN HIDDEN TESTS
assert [str(name) for name in top_three] == KEYS["top_three"], T["top-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q4-top-share", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(top_share, "top_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(top_share) - KEYS["top_share"]) < 0.15, T["top-share-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. Which money? (3 points, 12 minutes)
#
# `remittances` holds several series by year: `received` (everything Mexico received, in millions of dollars) and `mean-transfer`
# (the mean transfer, in dollars) are two of them. A family in Mexico spends pesos, and prices there rise. The next cell makes `rates`
# (pesos for a dollar) and `prices` (Mexican consumer prices), each with the year as its label. Then it works out what 100 dollars of
# 2005 were in pesos of 2005, and what those pesos were in pesos of 2011, that is, with the rise of prices taken out:

# %% [markdown] lang="es"
# ## Parte 3. ¿En qué dinero? (3 puntos, 12 minutos)
#
# `remittances` guarda varias series por año. Dos de ellas son `received` (todo lo que recibió México, en millones de dólares) y
# `mean-transfer` (el envío promedio, en dólares). Una familia en México gasta pesos, y los precios en México suben. La celda que sigue
# hace `rates` (pesos por dólar) y `prices` (precios al consumidor en México), cada una con el año como etiqueta. Luego calcula
# cuánto eran 100 dólares de 2005 en pesos de 2005, y cuánto eran esos pesos en pesos de 2011, es decir, sin el alza de precios:

# %% nbgrader={"grade": false, "grade_id": "example-real", "locked": true, "schema_version": 3, "solution": false, "task": false}
rates = table("exchange-rate")
rates = rates[rates["series"] == "fix"].set_index("year")["value"]
prices = table("prices-mexico").set_index("year")["value"]
pesos_2005 = 100 * rates[2005]
pesos_2005, pesos_2005 * prices[2011] / prices[2005]

# %% [markdown] lang="en"
# **5.** By how many **per cent** did **{{SERIES_TEXT}}** (`{{SERIES}}`) change from **{{FROM}}** to **{{TO}}** in **dollars**? Put it
# in `dollar_change`; a fall is negative. (1 point)
#
# **6.** And in **pesos of {{TO}}**, with the rise of Mexican prices taken out? Put the change in per cent in `real_change`. (2 points)

# %% [markdown] lang="es"
# **5.** ¿Cuánto cambió **{{SERIES_TEXT}}** (`{{SERIES}}`) de **{{FROM}}** a **{{TO}}** en **dólares**, en **por ciento**? Guárdalo en
# `dollar_change`; una baja es negativa. (1 punto)
#
# **6.** ¿Y en **pesos de {{TO}}**, sin el alza de los precios en México? Guarda el cambio en por ciento en `real_change`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "money", "locked": false, "schema_version": 3, "solution": true, "task": false}
dollar_change = None
real_change = None
### BEGIN SOLUTION
dollars = remittances[remittances["series"] == P["SERIES"]].set_index("year")["value"]
dollar_change = (dollars[P["TO"]] / dollars[P["FROM"]] - 1) * 100
in_pesos_then = dollars[P["FROM"]] * rates[P["FROM"]]
in_pesos_of_the_end = in_pesos_then * prices[P["TO"]] / prices[P["FROM"]]
real_change = (dollars[P["TO"]] * rates[P["TO"]] / in_pesos_of_the_end - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-dollar-change", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(dollar_change, "dollar_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(dollar_change) - KEYS["dollar_change"]) < 0.6, T["dollar-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q6-real-change", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(real_change, "real_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
right = abs(float(real_change) - KEYS["real_change"]) < 0.6
assert right or abs(float(real_change) - float(KEYS["if_nominal"])) > 0.6, T["real-nominal"]
assert right or abs(float(real_change) - KEYS["dollar_change"]) > 0.6, T["real-dollars"]
assert right, T["real-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 4. A count and a share (7 points, 20 minutes)
#
# `born` holds several series that do not form one line. Two of them come from the same US censuses: `census` counts people born in
# Mexico, and `all-foreign-born-census` counts everybody born abroad.
#
# **7.** In the census of **{{CENSUS}}**, what share of all the foreign-born were born in Mexico? Put it in `mexican_share`, in per cent.
# (2 points)

# %% [markdown] lang="es"
# ## Parte 4. Un conteo y una participación (7 puntos, 20 minutos)
#
# `born` guarda varias series (`series`) que no forman una sola línea. Dos vienen de los mismos censos de Estados Unidos: `census`
# cuenta a las personas nacidas en México, y `all-foreign-born-census`, a todas las nacidas en el extranjero.
#
# **7.** En el censo de **{{CENSUS}}**, ¿qué parte de todas las personas nacidas en el extranjero nació en México? Guárdala en
# `mexican_share`, en por ciento. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "share", "locked": false, "schema_version": 3, "solution": true, "task": false}
mexican_share = None
### BEGIN SOLUTION
counted = born[born["year"] == P["CENSUS"]].groupby("series")["value"].first()
mexican_share = counted["census"] / counted["all-foreign-born-census"] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q7-share", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(mexican_share, "mexican_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(mexican_share) - KEYS["mexican_share"] / 100) > 0.002, T["share-fraction"]
assert abs(float(mexican_share) - KEYS["mexican_share"]) < 0.06, T["share-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# To divide one series by another for *every* year, put them side by side: `pivot` makes a table with a row for each year and a column
# for each series. Here are buses for every 100 trains, year by year. `reset_index` turns the result back into a table with columns:

# %% [markdown] lang="es"
# Para dividir una serie entre otra en *cada* año, ponlas lado a lado: `pivot` hace una tabla con una fila por año y una columna por
# serie. Aquí están los autobuses por cada 100 trenes, año por año. `reset_index` convierte el resultado otra vez en una tabla con
# columnas:

# %% nbgrader={"grade": false, "grade_id": "example-pivot", "locked": true, "schema_version": 3, "solution": false, "task": false}
two_modes = entries[entries["mode"].isin(["buses", "trains"]) & entries["year"].between(1997, 2000)]
wide = two_modes.pivot(index="year", columns="mode", values="value")
(wide["buses"] / wide["trains"] * 100).reset_index(name="value")

# %% [markdown] lang="en"
# **8.** Draw the share of people born in Mexico among all the foreign-born, census by census, from **{{CHART_FROM}}** to
# **{{CHART_TO}}**. (2 points)
#
# - `chart_data`: one row per census, with the columns `year` and `value` (the share in per cent).
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# **8.** Dibuja qué parte de las personas nacidas en el extranjero nació en México, censo por censo, de **{{CHART_FROM}}** a
# **{{CHART_TO}}**. (2 puntos)
#
# - `chart_data`: una fila por censo, con las columnas `year` y `value` (la participación en por ciento).
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
both = born[born["series"].isin(["census", "all-foreign-born-census"])]
both = both.pivot(index="year", columns="series", values="value").loc[P["CHART_FROM"] : P["CHART_TO"]]
chart_data = (both["census"] / both["all-foreign-born-census"] * 100).reset_index(name="value")
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="year",
        y="value",
        title=chart_title,
        unit=T["share-unit"],
        alt=chart_alt,
        source=born,
        decimals=1,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q8-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
drawn = chart_data.dropna(subset=["value"]).sort_values("year")
assert [int(year) for year in drawn["year"]] == KEYS["chart_years"], T["chart-rows"]
assert max(abs(float(a) - b) for a, b in zip(drawn["value"], KEYS["chart_values"], strict=True)) < 0.06, T[
    "chart-values"
]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **9.** Between the censuses of 1930 and 1960, what did the *count* of people born in Mexico do, and what did their *share* do? How can both
# be true? And what does your chart *not* show? Answer in three or four sentences. Your teacher reads the title and the alternative
# text together with this answer. (3 points)

# %% [markdown] lang="es"
# **9.** Entre los censos de 1930 y 1960, ¿qué pasó con el *conteo* de personas nacidas en México y qué pasó con su *participación*? ¿Cómo
# pueden ser ciertas las dos cosas? ¿Y qué *no* muestra tu gráfica? Responde en tres o cuatro oraciones. Tu docente lee el título y el texto
# alternativo junto con esta respuesta. (3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q9-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# The count fell, from {{KEYS.count_1930}} to {{KEYS.count_1960}}, and the share rose, from {{KEYS.text_1930}} to {{KEYS.text_1960}}. Both are true
# because the number of all the foreign-born fell faster: the whole shrank more than the part. The chart does not show how many
# people there were, nor what happened between 1930 and 1960, since the table has no census for 1940 and 1950 and the line only
# bridges the gap. It also leaves out people of Mexican origin who were born in the United States.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q9-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# El conteo bajó, de {{KEYS.count_1930}} personas a {{KEYS.count_1960}}, y la participación subió, de {{KEYS.text_1930}} a {{KEYS.text_1960}}. Las dos cosas
# son ciertas porque el total de personas nacidas en el extranjero bajó más rápido: el todo se encogió más que la parte. La gráfica no
# muestra cuántas personas eran ni qué pasó entre 1930 y 1960, pues la tabla no trae censos de 1940 y 1950 y la línea solo salva el
# hueco. Tampoco incluye a quienes son de origen mexicano y nacieron en Estados Unidos.

# %% [markdown] lang="en" rubric="q9-reading"
# ## Question 9: reading the chart (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 8 (1) | The title states a finding that the chart supports; the text gives direction and rough size at both ends | Only one of the two does | Neither: "Share by census", "a line chart" |
# | Count and share (1) | Count down, share up, because all the foreign-born fell faster | Both directions right, no reason or a wrong one | A direction is wrong |
# | What it does not show (1) | A real limit: no number of people; no census of 1940 and 1950; origin is not birthplace; people the census missed | A limit of any chart ("it may have errors") | Missing |

# %% [markdown] lang="es" rubric="q9-reading"
# ## Pregunta 9: leer la gráfica (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 8 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da dirección y tamaño aproximado en los dos extremos | Solo uno de los dos lo hace | Ninguno: «Participación por censo», «una gráfica de líneas» |
# | Conteo y participación (1) | El conteo baja y la participación sube, porque el total de nacidos en el extranjero bajó más rápido | Las dos direcciones bien, sin razón o con una equivocada | Alguna dirección está mal |
# | Lo que no muestra (1) | Un límite real: no dice cuántas personas; no hay censos de 1940 y 1950; origen no es lugar de nacimiento; personas que el censo no contó | Un límite de cualquier gráfica («puede tener errores») | Falta |

# %% [markdown] lang="en"
# ## Part 5. Dates (4 points, 10 minutes)
#
# `events` is the timeline of the course: one row per event, with its `date`, its `year` and a `topic`. To subtract two dates, turn
# each into a timestamp first (`pd.Timestamp`). Here are the days from the bracero agreement to the end of the programme:

# %% [markdown] lang="es"
# ## Parte 5. Fechas (4 puntos, 10 minutos)
#
# `events` es la cronología del curso: una fila por hecho, con su fecha (`date`), su año (`year`) y un tema (`topic`). Para restar dos
# fechas, convierte antes cada una con `pd.Timestamp`. Aquí están los días desde el acuerdo bracero hasta el fin del programa:

# %% nbgrader={"grade": false, "grade_id": "example-days", "locked": true, "schema_version": 3, "solution": false, "task": false}
bracero = events[(events["topic"] == "migration") & events["year"].between(1942, 1964)]
display(bracero[["date", "topic", P["EVENT"]]])
print((pd.Timestamp("1964-12-31") - pd.Timestamp("1942-08-04")).days)

# %% [markdown] lang="en"
# **10.** Look up both dates in `events`. How many **days** passed {{PAIR_TEXT}}? Put the number in `days`. (2 points)
#
# **11.** Of all the events that the timeline lists from **{{LIST_FROM}}** to **{{LIST_TO}}** (both years included), what percentage has
# the topic `{{TOPIC}}`? Put it in `topic_share`. `len(...)` counts the rows of a table. (1 point)
#
# **12.** The US Border Patrol counts by fiscal year. Suppose it stopped somebody on **{{DAY_1_TEXT}}** and somebody else on
# **{{DAY_2_TEXT}}**. In which **US fiscal year** does each stop fall? Put the two years in `first_stop` and `second_stop`. (1 point)

# %% [markdown] lang="es"
# **10.** Busca las dos fechas en `events`. ¿Cuántos **días** pasaron {{PAIR_TEXT}}? Guarda el número en `days`. (2 puntos)
#
# **11.** De todos los hechos que la cronología trae de **{{LIST_FROM}}** a **{{LIST_TO}}** (ambos años incluidos), ¿qué porcentaje tiene
# el tema `{{TOPIC}}`? Guárdalo en `topic_share`. `len(...)` cuenta las filas de una tabla. (1 punto)
#
# **12.** La Patrulla Fronteriza de Estados Unidos cuenta por año fiscal. Supón que detuvo a una persona el **{{DAY_1_TEXT}}** y a otra el
# **{{DAY_2_TEXT}}**. ¿En qué **año fiscal de Estados Unidos** queda cada detención? Guarda los dos años en `first_stop` y
# `second_stop`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "dates", "locked": false, "schema_version": 3, "solution": true, "task": false}
days = None
topic_share = None
first_stop = None
second_stop = None
### BEGIN SOLUTION
days = (pd.Timestamp(P["PAIR"][1]) - pd.Timestamp(P["PAIR"][0])).days
span = events[events["year"].between(P["LIST_FROM"], P["LIST_TO"])]
topic_share = len(span[span["topic"] == P["TOPIC"]]) / len(span) * 100
first_stop = int(P["DAY_1"][:4]) + (P["DAY_1"][5:7] >= "10")
second_stop = int(P["DAY_2"][:4]) + (P["DAY_2"][5:7] >= "10")
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q10-days", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(days, "days", low=1, high=10_000, unit=T["days"], whole=True)
### BEGIN HIDDEN TESTS
assert abs(int(days) - KEYS["days"]) <= 1, T["days-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q11-topic-share", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(topic_share, "topic_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(topic_share) - KEYS["topic_share"]) < 0.15, T["topic-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q12-fiscal-year", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(first_stop, "first_stop", low=2014, high=2026, unit=T["years"], whole=True)
check_number(second_stop, "second_stop", low=2014, high=2026, unit=T["years"], whole=True)
### BEGIN HIDDEN TESTS
stops = [int(first_stop), int(second_stop)]
assert str(stops) != KEYS["if_calendar"], T["fiscal-calendar"]
assert stops == KEYS["fiscal_years"], T["fiscal-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 6. Question the source (5 points, 12 minutes)
#
# `homicides` counts in two ways. The series `deaths` comes from INEGI, Mexico's statistics institute, which counts death
# certificates. The series `victims` comes from SESNSP, which counts victims in prosecutors' files. For whole years the column
# `period` says `year`. The column `check` says how far the course could check a figure: `single` is one source, `two` are two
# independent ones; `derived` is worked out from others.
#
# **13.** Look at both series for **{{H_TO}}**, with their columns `status`, `source` and `check`. How many more homicides does
# `deaths` have than `victims`? Put deaths − victims in `gap`. (1 point)

# %% [markdown] lang="es"
# ## Parte 6. Pregúntale a la fuente (5 puntos, 12 minutos)
#
# `homicides` cuenta los homicidios de dos maneras. La serie `deaths` es del INEGI, que cuenta certificados de defunción. La serie
# `victims` es del SESNSP, que cuenta víctimas en carpetas de investigación. Para los años completos, la columna `period` dice
# `year`. La columna `check` dice hasta dónde pudo verificar el curso una cifra: `single` es una sola fuente; `two`, dos fuentes
# independientes; `derived`, calculada a partir de otras.
#
# **13.** Mira las dos series de **{{H_TO}}**, con sus columnas `status` (tipo de cifra), `source` (fuente) y `check` (verificación).
# ¿Cuántos homicidios más tiene `deaths` que `victims`? Guarda deaths − victims en `gap`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "gap", "locked": false, "schema_version": 3, "solution": true, "task": false}
gap = None
### BEGIN SOLUTION
both_counts = homicides[(homicides["year"] == P["H_TO"]) & (homicides["period"] == "year")].set_index("series")["value"]
gap = both_counts["deaths"] - both_counts["victims"]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q13-gap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap, "gap", low=-20_000, high=20_000, unit=T["people"])
### BEGIN HIDDEN TESTS
assert abs(float(gap) - KEYS["gap"]) < 1, T["gap-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **14.** A newspaper wants one figure for the homicides of {{H_TO}}, and one sentence on the change since {{H_FROM}}. Which figure would
# you print, why, and what would you write under it? Say who made each figure and how far each was checked, one possible reason for
# the difference, and whether both series tell the same story about the change from {{H_FROM}} to {{H_TO}}, with figures. (3 to 5
# sentences, 4 points)

# %% [markdown] lang="es"
# **14.** Un periódico quiere una sola cifra de los homicidios de {{H_TO}} y una oración sobre el cambio desde {{H_FROM}}. ¿Qué cifra
# publicarías, por qué, y qué escribirías debajo? Di quién hizo cada cifra y qué tanto se verificó cada una, una posible razón de la
# diferencia, y si las dos series cuentan la misma historia sobre el cambio de {{H_FROM}} a {{H_TO}}, con cifras. (De 3 a 5 oraciones,
# 4 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q14-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# I would print INEGI's {{KEYS.deaths_text}} (marked "{{KEYS.deaths_marks}}"), because a certificate does not wait for a prosecutor, and name SESNSP's
# {{KEYS.victims_text}} (marked "{{KEYS.victims_marks}}") beside it. The gap of {{KEYS.gap_text}} may come from deaths
# certified as homicides for which no prosecutor opened such a file, or from different days of counting. From {{H_FROM}} to {{H_TO}}
# {{KEYS.agree_text}} ({{KEYS.moves_text}}). Under the figure I would write: "INEGI, death certificates; prosecutors' files hold
# {{KEYS.gap_text}} fewer."

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q14-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Publicaría los {{KEYS.deaths_text}} del INEGI (marcados «{{KEYS.deaths_marks}}»), porque un certificado no espera a una fiscalía, y al lado
# pondría los {{KEYS.victims_text}} del SESNSP (marcados «{{KEYS.victims_marks}}»). La diferencia de {{KEYS.gap_text}} puede venir de
# muertes que se certifican como homicidio y por las que ninguna fiscalía abrió una carpeta así, o de fechas de conteo distintas.
# De {{H_FROM}} a {{H_TO}} {{KEYS.agree_text}} ({{KEYS.moves_text}}). Debajo escribiría: «INEGI, certificados de defunción; las carpetas
# de investigación suman {{KEYS.gap_text}} menos».

# %% [markdown] lang="en" rubric="q14-source"
# ## Question 14: question the source (4 points)
#
# Change from {{H_FROM}} to {{H_TO}}, deaths / victims: {{KEYS.moves_text}}. Figures of {{H_FROM}}: {{KEYS.from_marks}}. Whoever notes
# that a provisional figure may still change has read well; do not take points off for it. A change of
# less than 1% may be called no change.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who made it, how far checked (1) | INEGI and SESNSP, with the marks of both (deaths: {{KEYS.deaths_marks}}; victims: {{KEYS.victims_marks}}) | The names without the marks, or one of the two | Neither |
# | A choice with a reason (1) | Chooses either figure with a reason taken from how it is made or checked (an honest "print both" counts) | Chooses without a reason | No choice |
# | Why they differ (1) | A possible reason: certificates against files, different days or rules of counting, later revision | Only "error" | Missing |
# | The same story? (1) | Says rightly that {{KEYS.agree_text}}, with the change in each series or the figures of both years | Says so without figures | Missing or wrong |

# %% [markdown] lang="es" rubric="q14-source"
# ## Pregunta 14: pregúntale a la fuente (4 puntos)
#
# Cambio de {{H_FROM}} a {{H_TO}}, deaths / victims: {{KEYS.moves_text}}. Cifras de {{H_FROM}}: {{KEYS.from_marks}}. Quien señale que
# una cifra preliminar (provisional) todavía puede cambiar leyó bien; no le quites puntos por eso. Un cambio de
# menos de 1 % puede leerse como que no hubo cambio.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién la hizo y qué tanto se verificó (1) | INEGI y SESNSP, con las marcas de ambas (deaths: {{KEYS.deaths_marks}}; victims: {{KEYS.victims_marks}}) | Los nombres sin las marcas, o una de las dos | Ninguna |
# | Una elección con razón (1) | Elige una de las cifras con una razón tomada de cómo se hizo o se verificó (un honesto «publico ambas» cuenta) | Elige sin razón | No elige |
# | Por qué difieren (1) | Una razón posible: certificados frente a carpetas, fechas o reglas de conteo distintas, una revisión posterior | Solo «un error» | Falta |
# | ¿La misma historia? (1) | Dice con acierto que {{KEYS.agree_text}}, con el cambio de cada serie o las cifras de los dos años | Lo dice sin cifras | Falta o está mal |

# %% [markdown] lang="en"
# ## Part 7. Argue (5 points, 18 minutes)
#
# Mexico and the United States count their relations from 12 December 1822. Since then Mexico has cut them more than once, and each time
# they resumed. In March 2025 the United States put a tariff of 25% on Mexican goods; three days later it exempted those that meet the
# rules of the trade agreement. In 2026 its Supreme Court held that the law behind that tariff gives no such power, and the government did
# not extend the agreement in its current form. In current dollars, trade in goods and remittances grew many times over in the last
# decades. Entries at the ports did not: there were fewer in 2024 than in 2000.
#
# **15.** *Are the two countries closer to each other today than a generation ago?* Answer in 120 to 180 words. Say what you mean by
# "closer" and state your answer; give the strongest argument of the side you do **not** take; use at least two figures of your
# own, with unit and year, from the tables of this notebook (those above, or others); name one thing those figures cannot show; and say which fact would
# make you change your mind. There is no right side: you are graded on the argument.

# %% [markdown] lang="es"
# ## Parte 7. Argumenta (5 puntos, 18 minutos)
#
# México y Estados Unidos cuentan sus relaciones desde el 12 de diciembre de 1822. Desde entonces México las ha roto más de una vez, y
# siempre se reanudaron. En marzo de 2025 Estados Unidos impuso un arancel de 25 % a los bienes mexicanos; tres días después eximió a los
# que cumplen las reglas del tratado comercial. En 2026 su Suprema Corte resolvió que la ley en que se apoyó ese arancel no da tal poder, y
# el gobierno no prorrogó el tratado en su forma actual. En dólares corrientes, el comercio de bienes y las remesas se multiplicaron en
# las últimas décadas. Las entradas por los puertos no: hubo menos en 2024 que en 2000.
#
# **15.** *¿Están hoy los dos países más cerca el uno del otro que hace una generación?* Responde en 120 a 180 palabras. Di qué entiendes por
# «cerca» y cuál es tu respuesta; da el argumento más fuerte del lado que **no** tomas; usa al menos dos cifras tuyas, con unidad y año, sacadas de
# las tablas de este cuaderno (las de arriba u otras); nombra algo que esas cifras no pueden mostrar, y di qué hecho te haría cambiar
# de opinión. No hay lado correcto: se califica el argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q15-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. By "closer" I mean that more people depend on the other side, whatever their governments say. In that sense the
# two are closer. The US census counted {{KEYS.count_1990}} people born in Mexico in 1990, and a survey by the same bureau {{KEYS.count_2023}}
# in 2023, so more families probably have somebody on both sides. The strongest case against me is that closeness between states is
# trust, and that a tariff and an unextended agreement show less of it; there are also fewer entries than in 2000. But quarrels are
# old and they end: between the two dates of question 10 lie {{KEYS.days_text}} days. From {{FROM}} to {{TO}} {{SERIES_TEXT}} changed by {{KEYS.dollar_text}} in
# dollars and by {{KEYS.real_text}} in what pesos buy, so I do not rest on money alone. A census and a survey count differently, and no figure here
# shows how people feel about one another. I would change my mind if, over some years, fewer families had members on both sides.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q15-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. Por «cerca» entiendo que más gente depende del otro lado, digan lo que digan sus gobiernos. En ese sentido
# están más cerca. El censo de Estados Unidos contó {{KEYS.count_1990}} personas nacidas en México en 1990, y una encuesta de la misma
# oficina, {{KEYS.count_2023}} en 2023, así que probablemente más familias tienen a alguien en cada lado. El argumento más fuerte en
# mi contra es que entre Estados la cercanía es confianza, y que un arancel y un tratado sin prórroga muestran menos; además, hay menos
# entradas que en 2000. Pero los pleitos son viejos y se acaban: entre las dos fechas de la pregunta 10 hay {{KEYS.days_text}} días. De {{FROM}} a {{TO}},
# {{SERIES_TEXT}} cambió {{KEYS.dollar_text}} en dólares y {{KEYS.real_text}} en lo que compran los pesos, así que no me apoyo solo en
# el dinero. Un censo y una encuesta cuentan distinto, y ninguna cifra de aquí muestra lo que la gente siente por sus vecinos.
# Cambiaría de opinión si, durante varios años, menos familias tuvieran parientes en ambos lados.

# %% [markdown] lang="en" rubric="q15-argument"
# ## Question 15: argue (5 points)
#
# Grade the argument, not the side. Both answers can earn full marks. A yes can rest on families, on trade, on remittances or on
# quarrels that ended; a no on fewer entries, on the tariff, on the agreement that was not extended or on what a transfer buys.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer (1) | Says what "closer" means, answers and keeps to it | An answer without saying what "closer" means | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with unit and year, doing work in the argument | One, or two as decoration | None |
# | A limit of the figures (1) | Names one: events are not persons, dollars are not what they buy, a list remembers what its makers chose, feelings and trust are not counted | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q15-argument"
# ## Pregunta 15: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Ambas respuestas pueden obtener todos los puntos. Un sí puede apoyarse en las familias, en el
# comercio, en las remesas o en los pleitos que se acabaron; un no, en que hay menos entradas, en el arancel, en el tratado que no se prorrogó o en lo
# que alcanza a comprar un envío.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara (1) | Dice qué entiende por «cerca», responde y lo sostiene | Responde sin decir qué entiende por «cerca» | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con unidad y año, que trabajan en el argumento | Una, o dos de adorno | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: una entrada no es una persona, un dólar no es lo que compra, una lista recuerda lo que eligió quien la hizo, la confianza y los afectos no se cuentan | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
