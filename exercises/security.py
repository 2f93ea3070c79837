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
from vecinos import table
from vecinos.classroom.source import preview
from vecinos.i18n import date, number, percent

TITLE = {"en": "What the counts count", "es": "Qué cuentan los conteos"}
GROUNDS = {
    "title-8": {"en": "immigration law (Title 8)", "es": "la ley migratoria (Título 8)"},
    "title-42": {"en": "the public-health order (Title 42)", "es": "la orden sanitaria (Título 42)"},
}
COUNTS = {
    "patrol-nationwide": {
        "en": "stops by the Border Patrol at all US borders",
        "es": "Cuántas detenciones de la Patrulla Fronteriza en todas las fronteras de Estados Unidos",
    },
    "cbp-southwest": {
        "en": "encounters counted by CBP at the southwest border",
        "es": "Cuántos encuentros contados por la CBP en la frontera suroeste",
    },
}
# Pairs of years whose two figures are of one kind: both final or both provisional.
PAIRS = [(2013, 2019), (2013, 2021), (2019, 2021), (2024, 2025)]
KINDS = {
    "published": {"en": "both years final", "es": "los dos años con cifra final"},
    "provisional": {"en": "both years provisional", "es": "los dos años con cifra preliminar"},
}
CHECKS = {
    "two": {"en": "two sources agree", "es": "coinciden dos fuentes"},
    "single": {"en": "one account only", "es": "una sola fuente"},
}
TEXTS = {
    "percent": {"en": "per cent", "es": "por ciento"},
    "stops": {"en": "stops or encounters", "es": "detenciones o encuentros"},
    "people": {"en": "people", "es": "personas"},
    "deaths": {"en": "deaths", "es": "muertes"},
    "visas": {"en": "visas for every 100 jobs", "es": "visas por cada 100 puestos"},
    "chart-unit": {
        "en": "Border Patrol apprehensions at the southwest border, by fiscal year",
        "es": "Detenciones de la Patrulla Fronteriza en la frontera suroeste, por año fiscal",
    },
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "t42-wrong": {
        "en": "Both numbers belong to the southwest border, all nationalities and fiscal year {{T42_YEAR}}. The part has authority title-42, the whole has authority all.",
        "es": "Los dos números son de la frontera suroeste, todas las nacionalidades y el año fiscal {{T42_YEAR}}. La parte tiene authority title-42; el total, authority all.",
    },
    "mexican-whole": {
        "en": "Look at what you divide by. Part and whole must be counted under the same ground, at the same border and in the same year; only the nationality differs.",
        "es": "Fíjate entre qué divides. La parte y el total deben tener la misma base legal, la misma frontera y el mismo año; solo cambia la nacionalidad.",
    },
    "mexican-wrong": {
        "en": "The part is group mexican, the whole group all; both with authority {{GROUND}}, area southwest and fiscal year {{GROUND_YEAR}}.",
        "es": "La parte es group mexican y el total group all; ambos con authority {{GROUND}}, area southwest y año fiscal {{GROUND_YEAR}}.",
    },
    "fiscal-swapped": {
        "en": "These are the months from January to December. With which month does a US fiscal year begin?",
        "es": "Estos son los meses de enero a diciembre. ¿Con qué mes empieza un año fiscal de Estados Unidos?",
    },
    "fiscal-wrong": {
        "en": "Add up twelve months of the series {{COUNT}}: the fiscal year {{COUNT_YEAR}} begins in the autumn of {{COUNT_BEFORE}}.",
        "es": "Suma doce meses de la serie {{COUNT}}: el año fiscal {{COUNT_YEAR}} empieza en el otoño de {{COUNT_BEFORE}}.",
    },
    "calendar-swapped": {
        "en": "These are the twelve months of the US fiscal year. A calendar year begins in January.",
        "es": "Estos son los doce meses del año fiscal de Estados Unidos. Un año calendario empieza en enero.",
    },
    "calendar-wrong": {
        "en": "Add up the twelve months of {{COUNT_YEAR}} in the series {{COUNT}}, each once.",
        "es": "Suma los doce meses de {{COUNT_YEAR}} de la serie {{COUNT}}, cada uno una vez.",
    },
    "fall-wrong": {
        "en": "Take the series patrol-nationwide in the two months. Divide the difference by the earlier count and multiply by 100. The result is positive.",
        "es": "Toma la serie patrol-nationwide en los dos meses. Divide la diferencia entre el conteo del primer mes y multiplica por 100. El resultado es positivo.",
    },
    "early-of-start": {
        "en": "You divided by the count of the first month. The question asks for a part of the whole fall.",
        "es": "Dividiste entre el conteo del primer mes. La pregunta pide una parte de toda la baja.",
    },
    "early-wrong": {
        "en": "Divide the fall from the first month to May 2024 by the fall from the first month to the last, and multiply by 100.",
        "es": "Divide la baja del primer mes a mayo de 2024 entre la baja del primer mes al último y multiplica por 100.",
    },
    "people-events": {
        "en": "This is the number of encounters. Encounters are events: somebody met twice is in it twice.",
        "es": "Este es el número de encuentros. Los encuentros son eventos: quien fue encontrado dos veces está dos veces.",
    },
    "people-repeats": {
        "en": "This is the number of repeated encounters. Every different person has one encounter that is their first of the year: how many are those?",
        "es": "Este es el número de encuentros repetidos. Cada persona distinta tiene un encuentro que es su primero del año: ¿cuántos son esos?",
    },
    "people-wrong": {
        "en": "Start from all encounters at the southwest border in fiscal year {{E_YEAR}} (all nationalities, both grounds) and leave out those that are repeated.",
        "es": "Parte de todos los encuentros en la frontera suroeste en el año fiscal {{E_YEAR}} (todas las nacionalidades, las dos bases legales) y quita los repetidos.",
    },
    "visas-wrong": {
        "en": "Divide visas by certified jobs of the same fiscal year and multiply by 100.",
        "es": "Divide las visas entre los puestos certificados del mismo año fiscal y multiplica por 100.",
    },
    "final-mixed": {
        "en": "One of your two figures is provisional: look at the column status. Another table holds the final count of 2024.",
        "es": "Una de tus dos cifras es preliminar: mira la columna status. Otra tabla guarda el conteo final de 2024.",
    },
    "final-wrong": {
        "en": "Take the final count of each year, divide the difference by that of {{OD_YEAR}} and multiply by 100. A fall is negative.",
        "es": "Toma el conteo final de cada año, divide la diferencia entre el de {{OD_YEAR}} y multiplica por 100. Una baja es negativa.",
    },
    "without-swapped": {
        "en": "This is the change in deaths that did involve a synthetic opioid. What is left of all deaths without those?",
        "es": "Este es el cambio en las muertes que sí involucran un opioide sintético. ¿Qué queda de todas las muertes sin esas?",
    },
    "without-wrong": {
        "en": "For each of the two years subtract the series synthetic-opioids from the series all, rows of the same status; then compare.",
        "es": "Para cada uno de los dos años resta la serie synthetic-opioids de la serie all, en filas con el mismo status; luego compara.",
    },
    "chart-groups": {
        "en": "The chart's table should hold exactly two groups: mexican and other.",
        "es": "La tabla de la gráfica debe tener exactamente dos grupos: mexican y other.",
    },
    "chart-rows": {
        "en": "One row per group and fiscal year from {{C_FROM}} to {{C_TO}} is expected, at one border only.",
        "es": "Se espera una fila por grupo y año fiscal de {{C_FROM}} a {{C_TO}}, en una sola frontera.",
    },
    "model-title": {
        "en": "By fiscal year {{C_TO}} most stops at the southwest border were of people who are not Mexican",
        "es": "En el año fiscal {{C_TO}} la mayoría de las detenciones en la frontera suroeste fue de personas no mexicanas",
    },
    "model-alt": {
        "en": "Two lines from fiscal year {{C_FROM}} to {{C_TO}}. Stops of Mexicans fall from {{KEYS.mexican_line}}. Stops of people of other nationalities rise from {{KEYS.other_line}} and end above.",
        "es": "Dos líneas del año fiscal {{C_FROM}} al {{C_TO}}. Las detenciones de personas mexicanas bajan de {{KEYS.mexican_line}}. Las de otras nacionalidades suben de {{KEYS.other_line}} y terminan arriba.",
    },
    "gap-half": {
        "en": "One of your figures covers only half of the year: look at the column period.",
        "es": "Una de tus cifras cubre solo medio año: mira la columna period.",
    },
    "gap-wrong": {
        "en": "Take the series deaths and victims of {{H_YEAR}}, whole year, and subtract the second from the first.",
        "es": "Toma las series deaths y victims de {{H_YEAR}}, año completo, y resta la segunda de la primera.",
    },
    "gap-share-wrong": {
        "en": "Divide the difference by INEGI's count of the same year and multiply by 100.",
        "es": "Divide la diferencia entre el conteo de INEGI del mismo año y multiplica por 100.",
    },
}


def encounters(year, authority="all", group="all"):
    rows = table("border-encounters")
    rows = rows[(rows["fiscal_year"] == year) & (rows["area"] == "southwest") & (rows["vintage"] == "file")]
    return float(rows[(rows["authority"] == authority) & (rows["group"] == group)]["value"].item())


def month_sum(series, first, last):
    rows = table("border-encounters-monthly")
    rows = rows[(rows["series"] == series) & rows["month"].between(first, last)]
    if len(rows) != 12:
        raise ValueError(f"{series}: {len(rows)} months from {first} to {last}")
    return float(rows["value"].sum())


def stops_in(month):
    rows = table("border-encounters-monthly")
    return float(rows[(rows["series"] == "patrol-nationwide") & (rows["month"] == f"{month}-01")]["value"].item())


def overdoses_in(year, series="all", status="published"):
    rows = table("overdose-deaths")
    return float(rows[(rows["year"] == year) & (rows["series"] == series) & (rows["status"] == status)]["value"].item())


def final_2024():
    rows = table("overdose-rates")
    return float(rows[(rows["year"] == 2024) & (rows["place"] == "us") & (rows["series"] == "deaths")]["value"].item())


def homicide_row(year, series):
    rows = table("homicides-mexico")
    return rows[(rows["year"] == year) & (rows["series"] == series) & (rows["period"] == "year")].iloc[0]


def farm(year, series):
    rows = table("farm-visas")
    return float(rows[(rows["fiscal_year"] == year) & (rows["series"] == series)]["value"].item())


def by_group(group):
    rows = table("border-apprehensions")
    rows = rows[(rows["area"] == "southwest") & (rows["group"] == group)]
    return rows.set_index("fiscal_year")["value"]


def kind_of(pair):
    return "provisional" if pair == (2024, 2025) else "published"


def change(before, after):
    return (after / before - 1) * 100


def per_cent(value):
    return {lang: percent(value, 1, lang) for lang in ("en", "es")}


def line_text(group, P):
    ends = [number(by_group(group)[P[name]]) for name in ("C_FROM", "C_TO")]
    return {"en": f"{ends[0]} to {ends[1]}", "es": f"{ends[0]} a {ends[1]}"}


def draw(rng):
    ground = rng.choice(sorted(GROUNDS))
    count = rng.choice(sorted(COUNTS))
    count_year = rng.randint(2021, 2023)
    # Not December 2023, January 2024 or July 2025: the lesson works those out.
    fall_from = rng.choice(["2023-08", "2023-09", "2023-10", "2023-11", "2024-02", "2024-03"])
    fall_to = rng.choice(["2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-08", "2025-09"])
    e_year = rng.randint(2021, 2023)
    pair = rng.choice(PAIRS)
    return {
        "T42_YEAR": rng.randint(2020, 2023),
        "GROUND": ground,
        "GROUND_TEXT": GROUNDS[ground],
        "GROUND_YEAR": rng.randint(2020, 2023),
        "COUNT": count,
        "COUNT_TEXT": COUNTS[count],
        "COUNT_YEAR": count_year,
        "COUNT_BEFORE": count_year - 1,
        "FALL_FROM": fall_from,
        "FALL_FROM_TEXT": {lang: date(fall_from, lang) for lang in ("en", "es")},
        "FALL_TO": fall_to,
        "FALL_TO_TEXT": {lang: date(fall_to, lang) for lang in ("en", "es")},
        "E_YEAR": e_year,
        "E_MILLIONS": number(encounters(e_year) / 1_000_000, 1),
        # Not 27, the rate that the agency gave for 2021.
        "REPEAT": rng.choice([rate for rate in range(12, 31) if rate != 27]),
        "H2A_YEAR": rng.choice([2017, 2020, 2021, 2022]),
        "OD_YEAR": rng.randint(2019, 2023),
        "PAIR_FROM": pair[0],
        "PAIR_TO": pair[1],
        "PAIR_STATUS": kind_of(pair),
        "PAIR_KIND": KINDS[kind_of(pair)],
        # Not 2005, when stops of others stood almost as high as ten years later, and not 2015.
        "C_FROM": rng.choice([2000, 2001, 2002, 2003, 2004, 2006, 2007, 2008]),
        "C_TO": rng.choice([2014, 2016, 2017, 2018, 2019]),
        # Years for which both offices have a whole year; not 2017, where INEGI's figure is provisional.
        "H_YEAR": rng.choice([2015, 2016, 2018, 2019, 2020, 2023, 2024]),
    }


def keys(P):
    e = encounters(P["E_YEAR"])
    first, may, last = stops_in(P["FALL_FROM"]), stops_in("2024-05"), stops_in(P["FALL_TO"])
    before, year = P["COUNT_BEFORE"], P["COUNT_YEAR"]
    ground, ground_year = P["GROUND"], P["GROUND_YEAR"]
    mexican = encounters(ground_year, ground, "mexican")
    pair = [
        {series: overdoses_in(one, series, P["PAIR_STATUS"]) for series in ("all", "synthetic-opioids")}
        for one in (P["PAIR_FROM"], P["PAIR_TO"])
    ]
    final = overdoses_in(P["OD_YEAR"])
    inegi, sesnsp = homicide_row(P["H_YEAR"], "deaths"), homicide_row(P["H_YEAR"], "victims")
    half = table("homicides-mexico")
    half = half[(half["year"] == P["H_YEAR"]) & (half["series"] == "deaths") & (half["period"] == "jan-jun")]["value"]
    gap = float(inegi["value"] - sesnsp["value"])
    fall, early = -change(first, last), (first - may) / (first - last) * 100
    return {
        "t42_share": encounters(P["T42_YEAR"], "title-42") / encounters(P["T42_YEAR"]) * 100,
        "mexican_share": mexican / encounters(ground_year, ground) * 100,
        "fiscal_count": month_sum(P["COUNT"], f"{before}-10-01", f"{year}-09-01"),
        "calendar_count": month_sum(P["COUNT"], f"{year}-01-01", f"{year}-12-01"),
        "fall": fall,
        "early": early,
        "people": e * (1 - P["REPEAT"] / 100),
        "visas_per_100": farm(P["H2A_YEAR"], "visas") / farm(P["H2A_YEAR"], "certified") * 100,
        "final_change": change(final, final_2024()),
        "without_change": change(*(one["all"] - one["synthetic-opioids"] for one in pair)),
        "gap": gap,
        "gap_share": gap / float(inegi["value"]) * 100,
        # What typical mistakes give. Text, so that the teacher's list of answers leaves them out.
        "if_all_grounds": repr(mexican / encounters(ground_year) * 100),
        "if_all_mexicans": repr(mexican / encounters(ground_year, "all", "mexican") * 100),
        "if_of_start": repr((first - may) / first * 100),
        "if_events": repr(e),
        "if_repeats": repr(e * P["REPEAT"] / 100),
        "if_mixed": repr(change(final, overdoses_in(2024, "all", "provisional"))),
        "if_with": repr(change(*(one["synthetic-opioids"] for one in pair))),
        "if_half": repr(float(half.iloc[0] - sesnsp["value"]) if len(half) else 1e9),
        # For the model answers
        "encounters_text": number(e),
        "e_before": str(P["E_YEAR"] - 1),
        "people_text": number(e * (1 - P["REPEAT"] / 100)),
        "fall_text": per_cent(fall),
        "early_text": per_cent(early),
        "rest_text": per_cent(100 - early),
        "inegi_text": number(inegi["value"]),
        "sesnsp_text": number(sesnsp["value"]),
        "gap_text": number(gap),
        "gap_share_text": per_cent(gap / float(inegi["value"]) * 100),
        "inegi_check": CHECKS[inegi["check"]],
        "sesnsp_check": CHECKS[sesnsp["check"]],
        "mexican_line": line_text("mexican", P),
        "other_line": line_text("other", P),
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # What the counts count
#
# **About 90 minutes, 30 points.** Read the four lessons of the chapter on security first.
#
# Encounters, visas, overdoses, homicides: almost every quarrel about the border and about safety is fought with a count. Here you
# ask of each count what it counts, where, in which twelve months, and how sure it is. Behind each one are people. Keep them in
# sight, also in the words you choose.
#
# Some parts deal with deaths. If it weighs on you, you can talk to someone free of charge, at any hour: in Mexico the Línea de la
# Vida, 800-911-2000; in the United States the lifeline 988.
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
# # Qué cuentan los conteos
#
# **Unos 90 minutos, 30 puntos.** Lee antes las cuatro lecciones del capítulo sobre seguridad.
#
# Encuentros, visas, sobredosis, homicidios: casi toda discusión sobre la frontera y la seguridad se pelea con un conteo. Aquí le
# preguntas a cada conteo qué cuenta, dónde, en qué doce meses y qué tan seguro es. Detrás de cada uno hay personas. No las
# pierdas de vista, tampoco en las palabras que elijas.
#
# Algunas partes tratan de muertes. Si te pesa, puedes hablar con alguien gratis y a cualquier hora: en México, en la Línea de la
# Vida, 800-911-2000; en Estados Unidos, en la línea 988.
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
from vecinos import line_chart, table
from vecinos.classroom import check_frame, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
encounters = table("border-encounters")
monthly = table("border-encounters-monthly")
apprehensions = table("border-apprehensions")
farm = table("farm-visas")
overdoses = table("overdose-deaths")
overdose_rates = table("overdose-rates")
homicides = table("homicides-mexico")
encounters.head(3)

# %% [markdown] lang="en"
# ## How to pick one number from a table
#
# `encounters` is the count of Customs and Border Protection (CBP): the Border Patrol and the ports of entry together, by US
# **fiscal year**. Its columns say at which border (`area`), of which nationality (`group`) and under which legal ground
# (`authority`): `title-8` is immigration law, `title-42` the public-health order of 2020 to 2023, `all` both together. To pick
# one value, filter the rows until one is left:

# %% [markdown] lang="es"
# ## Cómo tomar un número de una tabla
#
# `encounters` es el conteo de la Oficina de Aduanas y Protección Fronteriza (CBP): la Patrulla Fronteriza y los puertos de entrada
# juntos, por **año fiscal** de Estados Unidos. Sus columnas dicen en qué frontera (`area`), de qué nacionalidad (`group`) y con qué
# base legal (`authority`): `title-8` es la ley migratoria, `title-42` la orden sanitaria de 2020 a 2023 y `all` las dos juntas.
# Para tomar un valor, filtra las filas hasta que quede una sola:

# %% nbgrader={"grade": false, "grade_id": "example", "locked": true, "schema_version": 3, "solution": false, "task": false}
example = encounters[
    (encounters["fiscal_year"] == 2017)
    & (encounters["area"] == "southwest")
    & (encounters["group"] == "all")
    & (encounters["authority"] == "all")
]
example["value"].item()

# %% [markdown] lang="en"
# ## Part 1. Part and whole (4 points, 10 minutes)
#
# **1.** What **percentage** of the encounters at the southwest border (all nationalities) in fiscal year **{{T42_YEAR}}** were
# expulsions under Title 42? Put it in `t42_share` (7.5 means 7.5%). (2 points)
#
# **2.** Of the encounters at the southwest border under **{{GROUND_TEXT}}** in fiscal year **{{GROUND_YEAR}}**, what
# **percentage** were with Mexicans? Put it in `mexican_share`. (2 points)

# %% [markdown] lang="es"
# ## Parte 1. La parte y el total (4 puntos, 10 minutos)
#
# **1.** ¿Qué **porcentaje** de los encuentros en la frontera suroeste (todas las nacionalidades) en el año fiscal **{{T42_YEAR}}**
# fueron expulsiones por el Título 42? Guárdalo en `t42_share` (7.5 quiere decir 7.5 %). (2 puntos)
#
# **2.** De los encuentros en la frontera suroeste según **{{GROUND_TEXT}}** en el año fiscal **{{GROUND_YEAR}}**, ¿qué
# **porcentaje** fue con personas mexicanas? Guárdalo en `mexican_share`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "parts", "locked": false, "schema_version": 3, "solution": true, "task": false}
t42_share = None
mexican_share = None
### BEGIN SOLUTION
southwest = encounters[(encounters["area"] == "southwest") & (encounters["vintage"] == "file")]
of_all = southwest[(southwest["group"] == "all") & (southwest["fiscal_year"] == P["T42_YEAR"])]
of_all = of_all.set_index("authority")["value"]
t42_share = of_all["title-42"] / of_all["all"] * 100
one_ground = southwest[(southwest["authority"] == P["GROUND"]) & (southwest["fiscal_year"] == P["GROUND_YEAR"])]
one_ground = one_ground.set_index("group")["value"]
mexican_share = one_ground["mexican"] / one_ground["all"] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-title-42", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(t42_share, "t42_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(t42_share) - KEYS["t42_share"]) < 0.1, T["t42-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q2-mexican-share", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(mexican_share, "mexican_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(mexican_share) - float(KEYS["if_all_grounds"])) >= 0.1, T["mexican-whole"]
assert abs(float(mexican_share) - float(KEYS["if_all_mexicans"])) >= 0.1, T["mexican-whole"]
assert abs(float(mexican_share) - KEYS["mexican_share"]) < 0.1, T["mexican-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Which twelve months? (4 points, 15 minutes)
#
# `monthly` has one row per month and series. The column `month` holds dates: July 2004 is `"2004-07-01"`. Rows between two dates
# (both included) come with `.between(…)`, and `.sum()` adds them up. The next cell adds up the US fiscal year 2004 in one
# series, and then takes a single month:

# %% [markdown] lang="es"
# ## Parte 2. ¿Qué doce meses? (4 puntos, 15 minutos)
#
# `monthly` tiene una fila por mes y serie (`series`). La columna `month` guarda fechas: julio de 2004 es `"2004-07-01"`. Las filas
# entre dos fechas (ambas incluidas) se toman con `.between(…)`, y `.sum()` las suma. La celda que sigue suma el año fiscal 2004 de
# Estados Unidos en una serie y luego toma un solo mes:

# %% nbgrader={"grade": false, "grade_id": "example-months", "locked": true, "schema_version": 3, "solution": false, "task": false}
southwest_patrol = monthly[monthly["series"] == "patrol-southwest"]
print(southwest_patrol[southwest_patrol["month"].between("2003-10-01", "2004-09-01")]["value"].sum())
print(southwest_patrol[southwest_patrol["month"] == "2004-07-01"]["value"].item())

# %% [markdown] lang="en"
# **3.** How many {{COUNT_TEXT}} (series `"{{COUNT}}"`) were there in **fiscal** year **{{COUNT_YEAR}}**? Put the number in
# `fiscal_count`. (1 point)
#
# **4.** And in **calendar** year **{{COUNT_YEAR}}**, which is the one to set beside a Mexican figure? Put it in `calendar_count`.
# (1 point)

# %% [markdown] lang="es"
# **3.** ¿{{COUNT_TEXT}} (serie `"{{COUNT}}"`) hubo en el año **fiscal** **{{COUNT_YEAR}}**? Guarda el número en
# `fiscal_count`. (1 punto)
#
# **4.** ¿Y en el año **calendario** **{{COUNT_YEAR}}**, que es el que se puede poner junto a una cifra mexicana? Guárdalo en
# `calendar_count`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "years", "locked": false, "schema_version": 3, "solution": true, "task": false}
fiscal_count = None
calendar_count = None
### BEGIN SOLUTION
one_series = monthly[monthly["series"] == P["COUNT"]].set_index("month")["value"]
before, year = str(P["COUNT_BEFORE"]), str(P["COUNT_YEAR"])
fiscal_count = one_series[before + "-10-01" : year + "-09-01"].sum()
calendar_count = one_series[year + "-01-01" : year + "-12-01"].sum()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q3-fiscal", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(fiscal_count, "fiscal_count", low=1_000, high=10_000_000, unit=T["stops"])
### BEGIN HIDDEN TESTS
assert abs(float(fiscal_count) - KEYS["calendar_count"]) >= 1, T["fiscal-swapped"]
assert abs(float(fiscal_count) - KEYS["fiscal_count"]) < 1, T["fiscal-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q4-calendar", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(calendar_count, "calendar_count", low=1_000, high=10_000_000, unit=T["stops"])
### BEGIN HIDDEN TESTS
assert abs(float(calendar_count) - KEYS["fiscal_count"]) >= 1, T["calendar-swapped"]
assert abs(float(calendar_count) - KEYS["calendar_count"]) < 1, T["calendar-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# The same series can tell several stories; much depends on the month in which you begin. In June 2024 President Biden limited
# asylum for people who cross between ports of entry; in January 2025 President Trump suspended it. Take stops by the Border
# Patrol at all US borders (`"patrol-nationwide"`), month by month.
#
# **5.** By what **percentage** were they lower in **{{FALL_TO_TEXT}}** than in **{{FALL_FROM_TEXT}}**? Put it in `fall`, as a
# positive number. (1 point)
#
# **6.** What **percentage of that whole fall** had already come by **May 2024**, the last month before the limit? Put it in
# `early`. (1 point)

# %% [markdown] lang="es"
# La misma serie puede contar varias historias; mucho depende del mes en que empieces. En junio de 2024 el presidente Biden limitó el
# asilo para quienes cruzan entre puertos de entrada; en enero de 2025 el presidente Trump lo suspendió. Toma las detenciones de
# la Patrulla Fronteriza en todas las fronteras de Estados Unidos (`"patrol-nationwide"`), mes por mes.
#
# **5.** ¿En qué **porcentaje** bajaron de **{{FALL_FROM_TEXT}}** a **{{FALL_TO_TEXT}}**? Guárdalo en `fall`, como número
# positivo. (1 punto)
#
# **6.** ¿Qué **porcentaje de toda esa baja** ya se había dado en **mayo de 2024**, el último mes antes del límite? Guárdalo en
# `early`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "steps", "locked": false, "schema_version": 3, "solution": true, "task": false}
fall = None
early = None
### BEGIN SOLUTION
nationwide = monthly[monthly["series"] == "patrol-nationwide"].set_index("month")["value"]
first, may, last = nationwide[P["FALL_FROM"] + "-01"], nationwide["2024-05-01"], nationwide[P["FALL_TO"] + "-01"]
fall = (first - last) / first * 100
early = (first - may) / (first - last) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-fall", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(fall, "fall", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(fall) - KEYS["fall"]) < 0.1, T["fall-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q6-early", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(early, "early", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(early) - float(KEYS["if_of_start"])) >= 0.1, T["early-of-start"]
assert abs(float(early) - KEYS["early"]) < 0.1, T["early-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. Events, positions, people (5 points, 14 minutes)
#
# **7.** Take all encounters at the southwest border in fiscal year **{{E_YEAR}}** (all nationalities, both legal grounds). Suppose
# that **{{REPEAT}}%** of these encounters were with somebody who had already been met in that same fiscal year. (That rate is
# invented.) With how many **different people** were they? Put the number in `people`. (2 points)
#
# **8.** `farm` counts seasonal farm jobs that the US government certified (series `certified`) and the H-2A visas issued for them
# (series `visas`), by fiscal year. A certified job is a position, and some stay empty. How many **visas for every 100 certified
# jobs** were issued in fiscal year **{{H2A_YEAR}}**? Put it in `visas_per_100`, with one decimal. (1 point)

# %% [markdown] lang="es"
# ## Parte 3. Eventos, puestos, personas (5 puntos, 14 minutos)
#
# **7.** Toma todos los encuentros en la frontera suroeste en el año fiscal **{{E_YEAR}}** (todas las nacionalidades, las dos bases
# legales). Supón que **{{REPEAT}} %** de esos encuentros fueron con alguien a quien ya habían encontrado en ese mismo año fiscal.
# (Esa tasa es inventada). ¿Con cuántas **personas distintas** fueron? Guarda el número en `people`. (2 puntos)
#
# **8.** `farm` cuenta los puestos de trabajo agrícola de temporada que certificó el gobierno de Estados Unidos (serie `certified`) y
# las visas H-2A que se dieron para ellos (serie `visas`), por año fiscal. Un puesto certificado es una plaza, y algunas quedan vacías.
# ¿Cuántas **visas por cada 100 puestos certificados** se dieron en el año fiscal **{{H2A_YEAR}}**? Guárdalo en `visas_per_100`, con un decimal.
# (1 punto)

# %% nbgrader={"grade": false, "grade_id": "persons", "locked": false, "schema_version": 3, "solution": true, "task": false}
people = None
visas_per_100 = None
### BEGIN SOLUTION
whole_year = encounters[(encounters["area"] == "southwest") & (encounters["fiscal_year"] == P["E_YEAR"])]
whole_year = whole_year[(whole_year["group"] == "all") & (whole_year["authority"] == "all")]
people = whole_year["value"].item() * (1 - P["REPEAT"] / 100)
farm_year = farm[farm["fiscal_year"] == P["H2A_YEAR"]].set_index("series")["value"]
visas_per_100 = farm_year["visas"] / farm_year["certified"] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q7-people", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(people, "people", low=1_000, high=10_000_000, unit=T["people"])
### BEGIN HIDDEN TESTS
assert abs(float(people) - float(KEYS["if_events"])) >= 1_000, T["people-events"]
assert abs(float(people) - float(KEYS["if_repeats"])) >= 1_000, T["people-repeats"]
assert abs(float(people) - KEYS["people"]) < 1_000, T["people-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q8-visas", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(visas_per_100, "visas_per_100", low=0, high=1_000, unit=T["visas"])
### BEGIN HIDDEN TESTS
assert abs(float(visas_per_100) - KEYS["visas_per_100"]) < 0.1, T["visas-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **9.** Here is a headline. It is invented, and you will meet others like it:
#
# > *"{{E_MILLIONS}} million illegals entered from Mexico in {{E_YEAR}}"*
#
# Rewrite it in one or two sentences, as exact as the table and in words that the people counted there could read about
# themselves. Where you mean the law, use the law's word. Then name, in one more sentence, two things that the old headline
# got wrong about the **count**. (2 points)

# %% [markdown] lang="es"
# **9.** Este es un titular. Es inventado, y te vas a topar con otros parecidos:
#
# > *«Entraron desde México {{E_MILLIONS}} millones de ilegales en {{E_YEAR}}»*
#
# Escríbelo de nuevo en una o dos oraciones, tan exacto como la tabla y con palabras que pueda leer sobre sí misma una persona que
# está en ese conteo. Si te refieres a la ley, usa la palabra de la ley. Luego nombra, en una oración más, dos errores del viejo
# titular sobre el **conteo**. (2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q9-headline", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# "US border agents met people without authorisation to enter {{KEYS.encounters_text}} times at the southwest border between October
# {{KEYS.e_before}} and September {{E_YEAR}}; some people were met more than once." The old headline took events for people, and it
# took people who were stopped, many of them sent back, for people who entered. It also left out that the year is fiscal.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q9-headline", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# «Entre octubre de {{KEYS.e_before}} y septiembre de {{E_YEAR}}, agentes de Estados Unidos encontraron en la frontera suroeste,
# {{KEYS.encounters_text}} veces, a personas sin autorización para entrar; a algunas, más de una vez». El viejo titular tomó eventos por
# personas, y tomó a quienes fueron detenidos, muchos de ellos devueltos, por personas que entraron. Tampoco dijo que el año es fiscal.

# %% [markdown] lang="en" rubric="q9-headline"
# ## Question 9: a headline (2 points)
#
# Grade exactness and respect, not the view on migration behind the words. A legal term used for the law (such as
# "inadmissible" or "alien") costs nothing, nor does "crossed illegally" of an act that broke the law: it names an act and no kind of person.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | The count (1) | The new text says encounters or stops, which border and the fiscal year, and names two errors: events are not people; to be stopped is not to enter; the year is fiscal; some came to a port of entry | One error named, or a new text without border or year | Keeps people for events |
# | The people (1) | Names people as people and describes acts or status ("without authorisation"), not a kind of person | Avoids the old word, but puts a number or a flood in its place | Keeps a label for the person or adds one |

# %% [markdown] lang="es" rubric="q9-headline"
# ## Pregunta 9: un titular (2 puntos)
#
# Califica la exactitud y el respeto, no la postura sobre la migración que haya detrás de las palabras. Un término legal usado para
# la ley (como «inadmisible» o «extranjero») no resta, ni tampoco «cruzó ilegalmente» de un acto que violó la ley: nombra un acto y
# no un tipo de persona.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | El conteo (1) | El nuevo texto dice encuentros o detenciones, qué frontera y el año fiscal, y nombra dos errores: eventos no son personas; ser detenido no es entrar; el año es fiscal; hubo quien llegó a un puerto de entrada | Nombra un error, o el texto no dice frontera o año | Sigue tomando eventos por personas |
# | Las personas (1) | Nombra a las personas como personas y describe actos o situación («sin autorización»), no un tipo de persona | Evita la vieja palabra, pero en su lugar pone un número o una «oleada» | Deja una etiqueta para la persona o agrega otra |

# %% [markdown] lang="en"
# ## Part 4. Final or provisional? (3 points, 8 minutes)
#
# `overdoses` counts deaths by overdose in the United States by calendar year: series `all`, and series `synthetic-opioids` for
# those that involved one (mostly fentanyl). `overdose_rates` holds final counts only (place `us`, series `deaths`), for fewer
# years. Before you compare, look at the column `status` of the first table: `published` is a final figure, `provisional` is not.
#
# **10.** By what **percentage** did the **final** count of all overdose deaths change from **{{OD_YEAR}}** to **2024**? Put it in
# `final_change`; a fall is negative. (2 points)
#
# **11.** By what **percentage** did deaths that involved **no** synthetic opioid change from **{{PAIR_FROM}}** to **{{PAIR_TO}}**
# ({{PAIR_KIND}})? Put it in `without_change`; a fall is negative. (1 point)

# %% [markdown] lang="es"
# ## Parte 4. ¿Final o preliminar? (3 puntos, 8 minutos)
#
# `overdoses` cuenta las muertes por sobredosis en Estados Unidos por año calendario: la serie `all` (todas) y la serie
# `synthetic-opioids` para las que involucran un opioide sintético (sobre todo fentanilo). `overdose_rates` guarda solo conteos
# finales (place `us`, serie `deaths`), de menos años. Antes de comparar, mira la columna `status` de la primera tabla:
# `published` es una cifra final y `provisional`, una preliminar.
#
# **10.** ¿En qué **porcentaje** cambió el conteo **final** de todas las muertes por sobredosis de **{{OD_YEAR}}** a **2024**? Guárdalo
# en `final_change`; una baja es negativa. (2 puntos)
#
# **11.** ¿En qué **porcentaje** cambiaron las muertes que **no** involucran un opioide sintético de **{{PAIR_FROM}}** a **{{PAIR_TO}}**
# ({{PAIR_KIND}})? Guárdalo en `without_change`; una baja es negativa. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "deaths", "locked": false, "schema_version": 3, "solution": true, "task": false}
final_change = None
without_change = None
### BEGIN SOLUTION
all_drugs = overdoses[overdoses["series"] == "all"].set_index("year")["value"]
final = overdose_rates[(overdose_rates["place"] == "us") & (overdose_rates["series"] == "deaths")]
final = final.set_index("year")["value"]
final_change = (final[2024] / all_drugs[P["OD_YEAR"]] - 1) * 100
synthetic = overdoses[(overdoses["series"] == "synthetic-opioids") & (overdoses["status"] == P["PAIR_STATUS"])]
without = all_drugs - synthetic.set_index("year")["value"]
without_change = (without[P["PAIR_TO"]] / without[P["PAIR_FROM"]] - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q10-final", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(final_change, "final_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(final_change) - float(KEYS["if_mixed"])) >= 0.1, T["final-mixed"]
assert abs(float(final_change) - KEYS["final_change"]) < 0.1, T["final-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q11-without", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(without_change, "without_change", low=-100, high=10_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(without_change) - float(KEYS["if_with"])) >= 0.1, T["without-swapped"]
assert abs(float(without_change) - KEYS["without_change"]) < 0.1, T["without-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 5. One chart, one message (4 points, 13 minutes)
#
# `apprehensions` counts stops by the Border Patrol alone, by fiscal year. From 2000 to 2019 it also says, for the
# southwest border, whether the person stopped was Mexican (`group`: `mexican` or `other`).
#
# **12.** Draw the two groups at the **southwest** border, fiscal years **{{C_FROM}}–{{C_TO}}**. (2 points)
#
# - `chart_data`: only the rows of `apprehensions` you need, with at least the columns `fiscal_year`, `group` and `value`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 5. Una gráfica, un mensaje (4 puntos, 13 minutos)
#
# `apprehensions` cuenta solo las detenciones de la Patrulla Fronteriza, por año fiscal. De 2000 a 2019 dice además, para la frontera
# suroeste, si la persona detenida era mexicana o no (`group`: `mexican` u `other`).
#
# **12.** Dibuja los dos grupos en la frontera **suroeste**, años fiscales **{{C_FROM}}–{{C_TO}}**. (2 puntos)
#
# - `chart_data`: solo las filas de `apprehensions` que necesitas, al menos con las columnas `fiscal_year`, `group` y `value`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
both = apprehensions[(apprehensions["area"] == "southwest") & apprehensions["group"].isin(["mexican", "other"])]
chart_data = both[both["fiscal_year"].between(P["C_FROM"], P["C_TO"])]
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="fiscal_year",
        y="value",
        series="group",
        title=chart_title,
        unit=T["chart-unit"],
        alt=chart_alt,
        source=apprehensions,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q12-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["fiscal_year", "group", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert sorted({str(name) for name in chart_data["group"]}) == ["mexican", "other"], T["chart-groups"]
assert len(chart_data) == 2 * (P["C_TO"] - P["C_FROM"] + 1), T["chart-rows"]
assert chart_data["fiscal_year"].min() == P["C_FROM"] and chart_data["fiscal_year"].max() == P["C_TO"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **13.** In two or three sentences: what does your chart show, and what does it *not* show? Your teacher reads the title and
# the alternative text together with this answer. (2 points)

# %% [markdown] lang="es"
# **13.** En dos o tres oraciones: ¿qué muestra tu gráfica y qué *no* muestra? Tu docente lee el título y el texto alternativo
# junto con esta respuesta. (2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q13-reading", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# At the southwest border stops of Mexicans went from {{KEYS.mexican_line}} between fiscal {{C_FROM}} and {{C_TO}}, stops of people of
# other nationalities from {{KEYS.other_line}}. The chart counts stops and not people: it does not show how many tried more than once,
# who crossed unseen, who came to a port of entry, or why people set out.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q13-reading", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# En la frontera suroeste las detenciones de personas mexicanas pasaron de {{KEYS.mexican_line}} entre los años fiscales {{C_FROM}} y
# {{C_TO}}, y las de otras nacionalidades, de {{KEYS.other_line}}. La gráfica cuenta detenciones y no personas: no muestra cuántas lo
# intentaron más de una vez, quién cruzó sin ser visto, quién llegó a un puerto de entrada ni por qué salió la gente de su casa.

# %% [markdown] lang="en" rubric="q13-reading"
# ## Question 13: reading the chart (2 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 12 (1) | The title states a finding that the chart supports, in words fit for people; the text gives direction and rough size of both lines | Only one of the two does | Neither: "Apprehensions by year", "a line chart" |
# | What it does not show (1) | A true reading of both lines and a real limit: stops are not people; crossings unseen; ports of entry left out; one agency's own count; no reasons | A true reading with a limit of any chart ("it may have errors") | Not supported by the chart, or no limit |

# %% [markdown] lang="es" rubric="q13-reading"
# ## Pregunta 13: leer la gráfica (2 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 12 (1) | El título dice un hallazgo que la gráfica sostiene, con palabras dignas para las personas; el texto da dirección y tamaño aproximado de las dos líneas | Solo uno de los dos lo hace | Ninguno: «Detenciones por año», «una gráfica de líneas» |
# | Lo que no muestra (1) | Una lectura cierta de las dos líneas y un límite real: detenciones no son personas; cruces que nadie vio; faltan los puertos de entrada; es el conteo de una agencia sobre sí misma; no dice por qué | Una lectura cierta con un límite de cualquier gráfica («puede tener errores») | La gráfica no lo sostiene, o no hay límite |

# %% [markdown] lang="en"
# ## Part 6. Two counts of one loss (5 points, 12 minutes)
#
# `homicides` holds two official counts of homicide in Mexico: series `deaths` (INEGI) and series `victims` (SESNSP). Some rows
# cover only half a year: look at the column `period`.
#
# **14.** How many more homicides does INEGI count than the SESNSP in the **whole year {{H_YEAR}}**? Put INEGI − SESNSP in `gap`.
# (1 point)
#
# **15.** What **percentage of INEGI's count** is that? Put it in `gap_share`. (1 point)

# %% [markdown] lang="es"
# ## Parte 6. Dos conteos de una misma pérdida (5 puntos, 12 minutos)
#
# `homicides` guarda dos conteos oficiales de homicidios en México: la serie `deaths` (INEGI) y la serie `victims` (SESNSP). Algunas
# filas cubren solo medio año: mira la columna `period`.
#
# **14.** ¿Cuántos homicidios más cuenta el INEGI que el SESNSP en **todo el año {{H_YEAR}}**? Guarda INEGI − SESNSP en `gap`. (1 punto)
#
# **15.** ¿Qué **porcentaje del conteo del INEGI** es eso? Guárdalo en `gap_share`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "gap", "locked": false, "schema_version": 3, "solution": true, "task": false}
gap = None
gap_share = None
### BEGIN SOLUTION
two_counts = homicides[(homicides["year"] == P["H_YEAR"]) & (homicides["period"] == "year")].set_index("series")[
    "value"
]
gap = two_counts["deaths"] - two_counts["victims"]
gap_share = gap / two_counts["deaths"] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q14-gap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap, "gap", low=-100_000, high=100_000, unit=T["deaths"])
### BEGIN HIDDEN TESTS
assert abs(float(gap) - float(KEYS["if_half"])) >= 1, T["gap-half"]
assert abs(float(gap) - KEYS["gap"]) < 1, T["gap-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q15-gap-share", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap_share, "gap_share", low=-100, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(gap_share) - KEYS["gap_share"]) < 0.1, T["gap-share-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **16.** Look at the two rows of {{H_YEAR}} with their columns `status`, `source` and `check`. A newspaper asks you for one number
# of homicides in Mexico in {{H_YEAR}}. Which of the two do you give, why, and what should be printed under it? Say who makes each count
# and from which records, how far each row was checked, and one reason why they differ. (3 to 5 sentences, 3 points)

# %% [markdown] lang="es"
# **16.** Mira las dos filas de {{H_YEAR}} con sus columnas `status` (tipo de cifra), `source` (fuente) y `check` (verificación). Un
# periódico te pide un solo número de homicidios en México en {{H_YEAR}}. ¿Cuál de los dos le das, por qué, y qué debe ir debajo? Di quién hace
# cada conteo y con qué documentos, qué tanto se verificó cada fila y una razón por la que difieren. (De 3 a 5 oraciones, 3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q16-source", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# I would give INEGI's {{KEYS.inegi_text}}: the statistics institute rests above all on certificates of death in which a doctor
# notes an assault ({{KEYS.inegi_check}}, says the column check). The SESNSP adds up the victims in prosecutors' files,
# {{KEYS.sesnsp_text}} ({{KEYS.sesnsp_check}}); it is quicker, and right for a monthly trend. They differ by {{KEYS.gap_text}}
# because a file can be opened as another crime, and because a death enters INEGI's count in the year in which it is registered.
# Under the number: "Deaths by homicide registered in {{H_YEAR}}, INEGI; prosecutors' files count {{KEYS.gap_share_text}} fewer victims."

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q16-source", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# Daría los {{KEYS.inegi_text}} del INEGI: el instituto de estadística parte sobre todo de certificados de defunción en los que un
# médico anota una agresión (la columna check dice: {{KEYS.inegi_check}}). El SESNSP suma las víctimas en carpetas de investigación,
# {{KEYS.sesnsp_text}} ({{KEYS.sesnsp_check}}); es más rápido y sirve para ver la tendencia de cada mes. Difieren en {{KEYS.gap_text}}
# porque una carpeta puede abrirse por otro delito, y porque una muerte entra al conteo del INEGI en el año en que se registra. Debajo
# del número pondría: «Defunciones por homicidio registradas en {{H_YEAR}}, INEGI; en las carpetas de las fiscalías hay
# {{KEYS.gap_share_text}} menos víctimas».

# %% [markdown] lang="en" rubric="q16-source"
# ## Question 16: which number to print (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who, from what, how far checked (1) | INEGI from certificates of death, SESNSP from prosecutors' files, and the `check` of both ({{KEYS.inegi_check}}; {{KEYS.sesnsp_check}}) | Both offices without `check`, or one of the two | Neither |
# | A choice with a reason, and a line under it (1) | Either count, or both, with a reason from how it is made, how far it was checked or its use; the line names office and kind of count | A choice without a reason, or no line | No choice |
# | Why they differ (1) | A file may name another crime; year of registration; a different moment or version; deaths that no prosecutor opened | Only "an error" or "one of them lies" | Missing |

# %% [markdown] lang="es" rubric="q16-source"
# ## Pregunta 16: qué número publicar (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién, con qué y qué tanto se verificó (1) | INEGI con certificados de defunción, SESNSP con carpetas de investigación, y el `check` de los dos ({{KEYS.inegi_check}}; {{KEYS.sesnsp_check}}) | Las dos oficinas sin `check`, o solo una | Ninguna |
# | Una elección con razón y lo que va debajo (1) | Cualquiera de los dos, o ambos, con una razón tomada de cómo se hace, de qué tanto se verificó o de su uso; la línea nombra la oficina y el tipo de conteo | Elige sin razón, o falta la línea | No elige |
# | Por qué difieren (1) | Una carpeta puede nombrar otro delito; el año de registro; otro momento u otra versión; muertes por las que nadie abrió carpeta | Solo «un error» o «alguno miente» | Falta |

# %% [markdown] lang="en"
# ## Part 7. Argue (5 points, 18 minutes)
#
# Rodney Scott, who heads the US border agency, credits the law enforced "without compromise" with the far lower counts of fiscal
# 2025. Adam Isacson of WOLA, a human-rights group in Washington, called the drive of Mexico's own authorities the main reason for
# the fall of early 2024, and wrote that such falls do not last.
#
# **17.** *Was the fall in stops that you measured in Part 2 mainly the work of US measures?* Answer in 120 to 180 words. State your
# answer; give the strongest argument of the side you do **not** take; use at least two figures you computed above, with unit and months or year; name one
# thing those figures cannot show; and say which fact would make you change your mind. There is no right side: you are graded
# on the argument.

# %% [markdown] lang="es"
# ## Parte 7. Argumenta (5 puntos, 18 minutos)
#
# Rodney Scott, que dirige la agencia fronteriza de Estados Unidos, atribuye los conteos mucho más bajos del año fiscal 2025 a que la
# ley se aplica «sin concesiones» (*without compromise*). Adam Isacson, de WOLA, una organización de derechos humanos de Washington, dijo que
# la razón principal de la baja de principios de 2024 fue el operativo de las propias autoridades de México, y escribió que bajas
# así no duran.
#
# **17.** *¿La baja de las detenciones que mediste en la Parte 2 fue sobre todo obra de medidas de Estados Unidos?* Responde en 120 a 180
# palabras. Di tu respuesta; da el argumento más fuerte del lado que **no** tomas; usa al menos dos cifras que calculaste arriba, con unidad y meses o año;
# nombra algo que esas cifras no pueden mostrar, y di qué hecho te haría cambiar de opinión. No hay lado correcto: se califica el
# argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q17-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. Mainly, but not alone. From {{FALL_FROM_TEXT}} to {{FALL_TO_TEXT}} monthly stops fell by {{KEYS.fall_text}}, and
# {{KEYS.rest_text}} of that fall came after May 2024, when asylum between ports was first limited and then suspended. The strongest
# case against me is that {{KEYS.early_text}} of it came earlier, while Mexico was stopping people on their way, and that in 2025
# Mexico sent 10,000 guards to the border. Without that, it can be argued, the US limits would have met far more people. Another starting month would also give
# another share. My figures are stops at US borders: they cannot show who gave up, who waits in Mexico, who crossed unseen, or
# what would have happened without either government's measures. I would change my mind if counts in Mexico showed that far
# fewer people reached the border before June 2024 and after, or if stops rose again under the same US rules once Mexico stopped
# fewer people.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q17-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. Sobre todo, pero no solo. De {{FALL_FROM_TEXT}} a {{FALL_TO_TEXT}} las detenciones de cada mes bajaron
# {{KEYS.fall_text}}, y {{KEYS.rest_text}} de esa baja llegó después de mayo de 2024, cuando el asilo entre puertos primero se limitó y
# luego se suspendió. El argumento más fuerte en mi contra es que {{KEYS.early_text}} llegó antes, mientras México detenía a personas en
# su camino, y que en 2025 México mandó 10,000 guardias a la frontera. Sin eso, se puede alegar, los límites de Estados Unidos se habrían topado con mucha más
# gente. Además, otro mes de partida daría otra proporción. Mis cifras son detenciones en fronteras de Estados Unidos: no pueden
# mostrar quién desistió, quién espera en México, quién cruzó sin ser visto, ni qué habría pasado sin las medidas de uno u otro
# gobierno. Cambiaría de opinión si conteos hechos en México mostraran que mucha menos gente llegaba a la frontera antes y después
# de junio de 2024, o si las detenciones subieran con las mismas reglas cuando México detuviera a menos personas.

# %% [markdown] lang="en" rubric="q17-argument"
# ## Question 17: argue (5 points)
#
# Grade the argument, not the side. Yes, no and "partly" can all earn full marks. A yes can rest on the part of the fall after May 2024
# and on the limits of June 2024 and January 2025; a no on the part before, or on what Mexico's own authorities did in both years.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer to the question (1) | States it and keeps to it | Unclear until the end | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with unit and months or year, doing work in the argument | One, or two as decoration | None |
# | A limit of the figures (1) | Names one: stops are not people, crossings unseen, the starting month, no comparison without the measures | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q17-argument"
# ## Pregunta 17: argumenta (5 puntos)
#
# Califica el argumento, no el lado. «Sí», «no» y «en parte» pueden obtener todos los puntos. Un sí puede apoyarse en la parte de la baja
# posterior a mayo de 2024 y en los límites de junio de 2024 y enero de 2025; un no, en la parte anterior o en lo que hicieron en los dos
# años las propias autoridades de México.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara a la pregunta (1) | La dice y la sostiene | Poco clara hasta el final | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con unidad y meses o año, que trabajan en el argumento | Una, o dos de adorno | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: detenciones no son personas, cruces que nadie vio, el mes de partida, falta comparar con lo que habría pasado sin las medidas | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
