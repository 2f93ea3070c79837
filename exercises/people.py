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
from vecinos.i18n import number, percent

TITLE = {"en": "Neighbours counted and asked", "es": "Vecinos contados y encuestados"}
PAIRS = {
    "el-paso-juarez": {"en": "El Paso and Ciudad Juárez", "es": "El Paso y Ciudad Juárez"},
    "presidio-ojinaga": {"en": "Presidio and Ojinaga", "es": "Presidio y Ojinaga"},
    "eagle-pass-piedras-negras": {"en": "Eagle Pass and Piedras Negras", "es": "Eagle Pass y Piedras Negras"},
    "laredo-nuevo-laredo": {"en": "Laredo and Nuevo Laredo", "es": "Laredo y Nuevo Laredo"},
    "mcallen-reynosa": {"en": "McAllen and Reynosa", "es": "McAllen y Reynosa"},
    "brownsville-matamoros": {"en": "Brownsville and Matamoros", "es": "Brownsville y Matamoros"},
}
SIDES = {"us": {"en": "US", "es": "estadounidense"}, "mexico": {"en": "Mexican", "es": "mexicano"}}
MODES = {
    "pedestrians": {"en": "people on foot", "es": "personas a pie"},
    "car-passengers": {"en": "people in cars", "es": "personas en auto"},
    "cars": {"en": "cars", "es": "autos"},
}
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
# Academic years for which students are known both ways, each with the census nearest to it
YEARS = [(2000, 2000), (2009, 2010), (2011, 2010), (2018, 2020), (2022, 2020)]
COMPARABLE = [
    {
        "en": "Gallup in the United States, a favourable view of Mexico, 2011 and 2023",
        "es": "Gallup en Estados Unidos, opinión favorable de México, 2011 y 2023",
    },
    {
        "en": "Pew in Mexico, a favourable view of the United States, 2024 and 2025",
        "es": "Pew en México, opinión favorable de Estados Unidos, 2024 y 2025",
    },
    {
        "en": "El Financiero in Mexico, approval of handing prisoners to the United States, March and August 2025",
        "es": "El Financiero en México, aprobación de entregar presos a Estados Unidos, marzo y agosto de 2025",
    },
]
DIFFERENT = [
    {
        "en": "Pew in the United States, a favourable view of Mexico, 2017 (by telephone) and 2024 (online)",
        "es": "Pew en Estados Unidos, opinión favorable de México, 2017 (por teléfono) y 2024 (por internet)",
    },
    {
        "en": "a favourable view of Mexico in the United States, Gallup in 2023 and Pew in 2024",
        "es": "opinión favorable de México en Estados Unidos, Gallup en 2023 y Pew en 2024",
    },
    {
        "en": "Pew in Mexico in 2011, support for US training of police and soldiers and support for US troops",
        "es": "Pew en México en 2011, apoyo a que EE. UU. capacite a policías y soldados y apoyo a tropas de EE. UU.",
    },
    {
        "en": "a bad opinion of Donald Trump in Mexico, Buendía & Márquez in February 2025 and El Financiero in January 2026",
        "es": "mala opinión de Donald Trump en México, Buendía & Márquez en febrero de 2025 y El Financiero en enero de 2026",
    },
    {
        "en": "De las Heras and El Financiero in Mexico in January 2026, bad feelings about an attack by the US army and opposition to US military forces against criminal groups",
        "es": "De las Heras y El Financiero en México en enero de 2026, malos sentimientos ante un ataque del ejército de EE. UU. y rechazo a fuerzas militares de EE. UU. contra grupos criminales",
    },
]
# Two figures on one matter: the rows of polls-us-force, how the question names them, and why they may differ
DISPUTES = [
    {
        "rows": (("financiero", "2026-01", "all", "forces"), ("cripeso", "2026-01", "all", "intervention")),
        "firm": {"en": "El Financiero and Cripeso", "es": "El Financiero y Cripeso"},
        "asked": {
            "en": "people in Mexico in January 2026: about US military forces against criminal groups (`forces`, El Financiero) and about an intervention to fight the cartels (`intervention`, Cripeso)",
            "es": "a gente de México en enero de 2026: sobre fuerzas militares de Estados Unidos contra grupos criminales (`forces`, El Financiero) y sobre una intervención para combatir a los cárteles (`intervention`, Cripeso)",
        },
        "why": {
            "en": "the two firms used different words, and since no page that the course found says how Cripeso reached people, nobody can say how much each thing weighs",
            "es": "las dos encuestadoras usaron palabras distintas y, como el curso no encontró ninguna página que diga cómo llegó Cripeso a la gente, no se puede saber cuánto pesa cada cosa",
        },
    },
    {
        "rows": (("ipsos", "2023-09", "all", "personnel"), ("ipsos", "2023-09", "all", "personnel-unilateral")),
        "firm": {"en": "Ipsos", "es": "Ipsos"},
        "asked": {
            "en": "adults in the United States in September 2023: about sending military personnel to Mexico (`personnel`) and about doing so without the permission of Mexico's government (`personnel-unilateral`)",
            "es": "a personas adultas de Estados Unidos en septiembre de 2023: sobre enviar personal militar a México (`personnel`) y sobre hacerlo sin permiso del gobierno de México (`personnel-unilateral`)",
        },
        "why": {
            "en": "the second question takes away the permission of Mexico's government",
            "es": "la segunda pregunta quita el permiso del gobierno de México",
        },
    },
    {
        "rows": (
            ("ipsos", "2023-09", "republicans", "personnel"),
            ("ipsos", "2023-09", "republicans", "personnel-unilateral"),
        ),
        "firm": {"en": "Ipsos", "es": "Ipsos"},
        "asked": {
            "en": "Republicans in the United States in September 2023 (group `republicans`): about sending military personnel to Mexico (`personnel`) and about doing so without the permission of Mexico's government (`personnel-unilateral`)",
            "es": "a republicanos de Estados Unidos en septiembre de 2023 (grupo `republicans`): sobre enviar personal militar a México (`personnel`) y sobre hacerlo sin permiso del gobierno de México (`personnel-unilateral`)",
        },
        "why": {
            "en": "the second question takes away the permission of Mexico's government",
            "es": "la segunda pregunta quita el permiso del gobierno de México",
        },
    },
    {
        "rows": (("pew", "2011-03", "all", "training"), ("pew", "2011-03", "all", "troops")),
        "firm": {"en": "the Pew Research Center", "es": "Pew Research Center"},
        "asked": {
            "en": "people in Mexico in 2011: about US training of Mexican police and soldiers (`training`) and about US troops (`troops`)",
            "es": "a gente de México en 2011: sobre que Estados Unidos capacite a policías y soldados mexicanos (`training`) y sobre tropas de Estados Unidos (`troops`)",
        },
        "why": {
            "en": "the same people were asked about two kinds of US help",
            "es": "a la misma gente se le preguntó por dos tipos de ayuda de Estados Unidos",
        },
    },
    {
        "rows": (("pew", "2011-03", "all", "money-weapons"), ("pew", "2011-03", "all", "troops")),
        "firm": {"en": "the Pew Research Center", "es": "Pew Research Center"},
        "asked": {
            "en": "people in Mexico in 2011: about US money and weapons for Mexico (`money-weapons`) and about US troops (`troops`)",
            "es": "a gente de México en 2011: sobre dinero y armas de Estados Unidos para México (`money-weapons`) y sobre tropas de Estados Unidos (`troops`)",
        },
        "why": {
            "en": "the same people were asked about two kinds of US help",
            "es": "a la misma gente se le preguntó por dos tipos de ayuda de Estados Unidos",
        },
    },
]
TEXTS = {
    "percent": {"en": "per cent", "es": "por ciento"},
    "points": {"en": "percentage points", "es": "puntos porcentuales"},
    "per-hundred": {"en": "entries for every 100", "es": "entradas por cada 100"},
    "rate": {"en": "students for every 100,000 people", "es": "estudiantes por cada 100,000 habitantes"},
    "times": {"en": "times (a ratio)", "es": "veces (una razón)"},
    "month": {"en": "months", "es": "meses"},
    "students": {"en": "students enrolled", "es": "estudiantes inscritos"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "growth-wrong": {
        "en": "Take the place on the {{SIDE_TEXT}} side of the pair in {{GROW_FROM}} and in {{GROW_TO}}; divide the later by the earlier, subtract 1, multiply by 100.",
        "es": "Toma el lugar del lado {{SIDE_TEXT}} del par en {{GROW_FROM}} y en {{GROW_TO}}; divide el segundo entre el primero, resta 1 y multiplica por 100.",
    },
    "side-ratio": {
        "en": "This compares one side with the other. A share divides the part by the whole: who are all the people of the pair?",
        "es": "Esto compara un lado con el otro. Una participación divide la parte entre el todo: ¿quiénes son todas las personas del par?",
    },
    "side-wrong": {
        "en": "Divide the people on the Mexican side by those on both sides in {{SIDE_YEAR}}, and multiply by 100.",
        "es": "Divide a las personas del lado mexicano entre las de ambos lados en {{SIDE_YEAR}} y multiplica por 100.",
    },
    "hundred-change": {
        "en": "This looks like the change. The question asks how many entries there were for every 100 a year before.",
        "es": "Esto parece el cambio. La pregunta pide cuántas entradas hubo por cada 100 de un año antes.",
    },
    "hundred-before": {
        "en": "This compares with the month before. Compare with the same month of the year before: months differ by season.",
        "es": "Esto compara con el mes anterior. Compara con el mismo mes del año anterior: los meses cambian con la temporada.",
    },
    "hundred-wrong": {
        "en": "Divide the entries of mode {{MODE}} in that month by those of the same month a year before; multiply by 100.",
        "es": "Divide las entradas con mode {{MODE}} de ese mes entre las del mismo mes de un año antes; multiplica por 100.",
    },
    "busiest-wrong": {
        "en": "Keep mode {{MODE}} and the years {{SPAN_FROM}} to {{SPAN_TO}}, add up by month of the year, and take the number of the largest.",
        "es": "Deja mode {{MODE}} y los años de {{SPAN_FROM}} a {{SPAN_TO}}, suma por mes del año y toma el número del mayor.",
    },
    "rate-arrival": {
        "en": "This divides by the people of the country they go to. The question asks about the country they leave.",
        "es": "Esto divide entre los habitantes del país al que llegan. La pregunta es sobre el país que dejan.",
    },
    "rate-year": {
        "en": "Is this the right academic year? The column year is the one in which it begins.",
        "es": "¿Es el ciclo correcto? La columna year es el año en que empieza.",
    },
    "rate-wrong": {
        "en": "Divide the students with direction mexico-to-us and level all by the people of Mexico in the census of {{CENSUS}}; multiply by 100,000.",
        "es": "Divide a los estudiantes con direction mexico-to-us y level all entre los habitantes de México en el censo de {{CENSUS}}; multiplica por 100,000.",
    },
    "heads-counts": {
        "en": "This compares the counts. Divide each by the people of the country the students leave before you compare.",
        "es": "Esto compara los conteos. Antes de comparar, divide cada uno entre los habitantes del país que dejan.",
    },
    "heads-wrong": {
        "en": "Work out the rate of US students in Mexico per 100,000 people of the United States; divide the Mexican rate by it.",
        "es": "Calcula la tasa de estudiantes de EE. UU. en México por cada 100,000 habitantes de EE. UU.; divide la tasa mexicana entre ella.",
    },
    "chart-levels": {
        "en": "The chart's table should hold exactly two levels: undergraduate and graduate.",
        "es": "La tabla de la gráfica debe tener exactamente dos niveles: undergraduate y graduate.",
    },
    "chart-rows": {
        "en": "One row per level and year from {{CHART_FROM}} to {{CHART_TO}} is expected: filter one direction (mexico-to-us), two levels and the years.",
        "es": "Se espera una fila por nivel y año de {{CHART_FROM}} a {{CHART_TO}}: filtra una dirección (mexico-to-us), dos niveles y los años.",
    },
    "points-swapped": {
        "en": "This looks like a change in per cent. A change in percentage points is a plain difference of two percentages.",
        "es": "Esto parece un cambio en por ciento. Un cambio en puntos porcentuales es la simple resta de dos porcentajes.",
    },
    "points-wrong": {
        "en": "Subtract the figure of {{POLL_FROM}} from that of {{POLL_TO}}: poll gallup, group all, question favourable-mexico.",
        "es": "Resta la cifra de {{POLL_FROM}} a la de {{POLL_TO}}: poll gallup, group all, question favourable-mexico.",
    },
    "relative-wrong": {
        "en": "Divide the change in points by the figure of {{POLL_FROM}}, and multiply by 100.",
        "es": "Divide el cambio en puntos entre la cifra de {{POLL_FROM}} y multiplica por 100.",
    },
    "margin-wrong": {
        "en": "Divide 98 by the square root of {{ASKED_TEXT}}.",
        "es": "Divide 98 entre la raíz cuadrada de {{ASKED_TEXT}}.",
    },
    "comparable-wrong": {
        "en": "Look once more at each pair: the same pollster, the same words, the same group, the same way of asking, on two dates?",
        "es": "Revisa otra vez cada par: ¿la misma encuestadora, las mismas palabras, el mismo grupo, la misma forma de preguntar, en dos fechas?",
    },
    "gap-wrong": {
        "en": "Take the two rows with answer support, for the date and group that the question names, and subtract the smaller from the larger.",
        "es": "Toma las dos filas con answer support, de la fecha y el grupo que nombra la pregunta, y resta la menor a la mayor.",
    },
    "model-title": {
        "en": "In every year more Mexicans studied in the United States for a first degree than beyond it",
        "es": "En cada ciclo hubo en EE. UU. más mexicanos en licenciatura que en posgrado",
    },
    "model-alt": {
        "en": "Two lines, {{CHART_FROM}} to {{CHART_TO}}. Undergraduates go from {{KEYS.under_from}} to {{KEYS.under_to}}. Graduate students stay near four thousand: {{KEYS.grad_from}} at the start and {{KEYS.grad_to}} at the end.",
        "es": "Dos líneas, de {{CHART_FROM}} a {{CHART_TO}}. Licenciatura va de {{KEYS.under_from}} a {{KEYS.under_to}}. Posgrado se queda cerca de cuatro mil: {{KEYS.grad_from}} al inicio y {{KEYS.grad_to}} al final.",
    },
}


def in_both(write):
    return {lang: write(lang) for lang in ("en", "es")}


def people_of(pair, country, year):
    twins = table("twin-cities")
    rows = twins[(twins["pair"] == pair) & (twins["country"] == country) & (twins["year"] == year)]
    return float(rows["value"].item())


def entries_of(mode, month):
    months = table("border-crossings-monthly")
    return float(months[(months["mode"] == mode) & (months["month"] == month)]["value"].item())


def month_before(month, months):
    day = dt.date.fromisoformat(month)
    count = day.year * 12 + day.month - 1 - months
    return dt.date(count // 12, count % 12 + 1, 1).isoformat()


def by_month(mode, first, last):
    months = table("border-crossings-monthly")
    rows = months[(months["mode"] == mode) & months["month"].dt.year.between(first, last)]
    return rows.groupby(rows["month"].dt.month)["value"].sum()


def students_of(direction, year, level="all"):
    rows = table("students")
    rows = rows[(rows["direction"] == direction) & (rows["year"] == year) & (rows["level"] == level)]
    return float(rows["value"].item())


def people_in(country, census):
    rows = table("people-students")
    rows = rows[(rows["country"] == country) & (rows["year"] == census) & (rows["series"] == "people")]
    return float(rows["value"].item())


def gallup():
    polls = table("opinion")
    rows = polls[(polls["poll"] == "gallup") & (polls["question"] == "favourable-mexico") & (polls["group"] == "all")]
    return rows.set_index("year")["value"]


def dispute_row(poll, day, group, question):
    force = table("polls-us-force")
    rows = force[(force["poll"] == poll) & (force["date"] == day) & (force["group"] == group)]
    return rows[(rows["question"] == question) & (rows["answer"] == "support")].iloc[0]


def draw(rng):
    mode, span_mode = rng.choice(sorted(MODES)), rng.choice(sorted(MODES))
    month = month_before("2021-02-01", rng.randint(0, 10))
    span_from = rng.randint(2000, 2016)
    side = rng.choice(sorted(SIDES))
    pair = rng.choice(sorted(PAIRS))
    grow_from, grow_to = rng.choice([(1990, 2000), (1990, 2010), (2000, 2010)])
    year, census = rng.choice(YEARS)
    views = gallup()
    changes = [(a, b) for a in views.index for b in views.index if a < b and abs(views[b] - views[a]) >= 5]
    poll_from, poll_to = rng.choice(changes)
    asked = rng.randint(5, 30) * 100
    right, wrong = rng.sample(COMPARABLE, 2), rng.sample(DIFFERENT, 2)
    listed = [*right, *wrong]
    rng.shuffle(listed)
    dispute = rng.randrange(len(DISPUTES))
    name = int(month[5:7]) - 1
    return {
        "PAIR": pair,
        "PAIR_TEXT": PAIRS[pair],
        "SIDE": side,
        "SIDE_TEXT": SIDES[side],
        "GROW_FROM": grow_from,
        "GROW_TO": grow_to,
        "SIDE_YEAR": rng.choice([1990, 2000, 2010]),
        "MODE": mode,
        "MODE_TEXT": MODES[mode],
        "MONTH": month,
        "MONTH_TEXT": {"en": f"{MONTHS['en'][name]} {month[:4]}", "es": f"{MONTHS['es'][name]} de {month[:4]}"},
        "SPAN_MODE": span_mode,
        "SPAN_MODE_TEXT": MODES[span_mode],
        "SPAN_FROM": span_from,
        "SPAN_TO": span_from + 3,
        "YEAR": year,
        "ACADEMIC": f"{year}/{(year + 1) % 100:02d}",
        "CENSUS": census,
        "CHART_FROM": rng.randint(2000, 2006),
        "CHART_TO": rng.randint(2014, 2019),
        "POLL_FROM": int(poll_from),
        "POLL_TO": int(poll_to),
        "ASKED": asked,
        "ASKED_TEXT": number(asked),
        **{f"POLLS_{letter}": text for letter, text in zip("abcd", listed, strict=True)},
        "RIGHT": [letter for letter, text in zip("abcd", listed, strict=True) if text in right],
        "DISPUTE": dispute,
        "DISPUTE_GROUP": DISPUTES[dispute]["rows"][0][2],
        "DISPUTE_QUESTIONS": [row[3] for row in DISPUTES[dispute]["rows"]],
        "DISPUTE_TEXT": DISPUTES[dispute]["asked"],
    }


def keys(P):
    mexican, american = (people_of(P["PAIR"], country, P["SIDE_YEAR"]) for country in ("mexico", "us"))
    growth = people_of(P["PAIR"], P["SIDE"], P["GROW_TO"]) / people_of(P["PAIR"], P["SIDE"], P["GROW_FROM"])
    now = entries_of(P["MODE"], P["MONTH"])
    per_hundred = now / entries_of(P["MODE"], month_before(P["MONTH"], 12)) * 100
    totals = by_month(P["SPAN_MODE"], P["SPAN_FROM"], P["SPAN_TO"])
    north, south = students_of("mexico-to-us", P["YEAR"]), students_of("us-to-mexico", P["YEAR"])
    in_mexico, in_us = people_in("mexico", P["CENSUS"]), people_in("us", P["CENSUS"])
    rate = north / in_mexico * 100_000
    views = gallup()
    points = float(views[P["POLL_TO"]] - views[P["POLL_FROM"]])
    first, second = (dispute_row(*row) for row in DISPUTES[P["DISPUTE"]]["rows"])
    ends = {
        f"{short}_{end}": number(students_of("mexico-to-us", P[f"CHART_{end.upper()}"], level))
        for short, level in (("under", "undergraduate"), ("grad", "graduate"))
        for end in ("from", "to")
    }
    heads = rate / (south / in_us * 100_000)
    return {
        "growth": (growth - 1) * 100,
        "mexican_side": mexican / (mexican + american) * 100,
        "per_hundred": per_hundred,
        "busiest": int(totals.idxmax()),
        "rate": rate,
        "times_per_head": heads,
        "points": points,
        "relative": points / float(views[P["POLL_FROM"]]) * 100,
        "margin": 98 / P["ASKED"] ** 0.5,
        "comparable": P["RIGHT"],
        "gap": abs(float(first["value"] - second["value"])),
        # What typical mistakes give. Text, so that the teacher's list of answers leaves them out.
        "if_ratio": repr(mexican / american * 100),
        "if_month_before": repr(now / entries_of(P["MODE"], month_before(P["MONTH"], 1)) * 100),
        "if_arrival": repr(north / in_us * 100_000),
        "if_next_year": repr(students_of("mexico-to-us", P["YEAR"] + 1) / in_mexico * 100_000),
        "if_counts": repr(north / south),
        # For the model answers
        **ends,
        "first_text": in_both(lambda lang: percent(first["value"], 0, lang)),
        "second_text": in_both(lambda lang: percent(second["value"], 0, lang)),
        "first_marks": first["check"],
        "second_marks": second["check"],
        "gap_text": number(abs(first["value"] - second["value"])),
        "firm_text": DISPUTES[P["DISPUTE"]]["firm"],
        "why_text": DISPUTES[P["DISPUTE"]]["why"],
        "rate_text": number(rate, 1),
        "heads_text": number(heads, 1),
        "north_text": number(north),
        "south_text": number(south),
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Neighbours counted and asked
#
# **About 90 minutes, 30 points.** Read the three lessons of the chapter *People-to-people ties* first: border communities,
# educational exchange, opinion and media.
#
# Towns that face each other, people who cross, students who go, publics that are asked what they think: here you count them with the
# tables of the course, and you ask of each count who was counted, when, and by which rule.
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
# # Vecinos contados y encuestados
#
# **Unos 90 minutos, 30 puntos.** Lee antes las tres lecciones del capítulo *Lazos entre las personas*: comunidades fronterizas,
# intercambio educativo, opinión y medios.
#
# Ciudades que se miran de frente, personas que cruzan, estudiantes que se van, públicos a los que se les pregunta qué piensan: aquí los
# cuentas con las tablas del curso, y de cada conteo preguntas a quién contó, cuándo y con qué regla.
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
from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
twins = table("twin-cities")
months = table("border-crossings-monthly")
students = table("students")
inhabitants = table("people-students")
polls = table("opinion")
force = table("polls-us-force")
twins[twins["pair"] == "del-rio-acuna"]

# %% [markdown] lang="en"
# ## How to pick one number from a table
#
# `twins` has one row per year, pair of twin cities and place. `country` says on which side the place lies (`us` or `mexico`), and `value`
# is the number of people. The counts of 1990, 2000 and 2010 come from one agency; those of 2020 cover other areas (whole municipalities and
# counties), so keep them apart. To pick one value, filter the rows and take the one that is left:

# %% [markdown] lang="es"
# ## Cómo tomar un número de una tabla
#
# `twins` tiene una fila por año (`year`), par de ciudades gemelas (`pair`) y lugar. `country` dice de qué lado está el lugar (`us` o
# `mexico`) y `value` es el número de habitantes. Los conteos de 1990, 2000 y 2010 son de una misma oficina; los de 2020 cubren otras áreas
# (municipios y condados completos), así que no los mezcles. Para tomar un valor, filtra las filas y quédate con la única que queda:

# %% nbgrader={"grade": false, "grade_id": "example", "locked": true, "schema_version": 3, "solution": false, "task": false}
example = twins[(twins["pair"] == "del-rio-acuna") & (twins["country"] == "us") & (twins["year"] == 2000)]
example["value"].item()

# %% [markdown] lang="en"
# ## Part 1. Twin cities (3 points, 8 minutes)
#
# The pair is **{{PAIR_TEXT}}** (`{{PAIR}}`).
#
# **1.** By how many **per cent** did the place on the **{{SIDE_TEXT}}** side of the pair grow from **{{GROW_FROM}}** to **{{GROW_TO}}**? Put it in
# `growth`. (1 point)
#
# **2.** Of all the people of the pair in **{{SIDE_YEAR}}**, what share lived on the **Mexican** side? Put it in `mexican_side`, in per cent.
# (2 points)

# %% [markdown] lang="es"
# ## Parte 1. Ciudades gemelas (3 puntos, 8 minutos)
#
# El par es **{{PAIR_TEXT}}** (`{{PAIR}}`).
#
# **1.** ¿Cuánto creció, en **por ciento**, el lugar del lado **{{SIDE_TEXT}}** del par de **{{GROW_FROM}}** a **{{GROW_TO}}**? Guárdalo en
# `growth`. (1 punto)
#
# **2.** De todas las personas del par en **{{SIDE_YEAR}}**, ¿qué parte vivía del lado **mexicano**? Guárdala en `mexican_side`, en por
# ciento. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "twins", "locked": false, "schema_version": 3, "solution": true, "task": false}
growth = None
mexican_side = None
### BEGIN SOLUTION
pair = twins[twins["pair"] == P["PAIR"]]
side = pair[pair["country"] == P["SIDE"]].set_index("year")["value"]
growth = (side[P["GROW_TO"]] / side[P["GROW_FROM"]] - 1) * 100
sides = pair[pair["year"] == P["SIDE_YEAR"]].set_index("country")["value"]
mexican_side = sides["mexico"] / sides.sum() * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-growth", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(growth, "growth", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(growth) - KEYS["growth"]) < 0.6, T["growth-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q2-mexican-side", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(mexican_side, "mexican_side", low=0, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
right = abs(float(mexican_side) - KEYS["mexican_side"]) < 0.6
assert right or abs(float(mexican_side) - float(KEYS["if_ratio"])) > 0.6, T["side-ratio"]
assert right, T["side-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Month by month (3 points, 12 minutes)
#
# `months` counts entries into the United States from Mexico, with one row per month and way of crossing (`mode`). `month` is a date, the first
# day of the month; to pick one, write it as text: `months["month"] == "2015-08-01"`. Its parts are `.dt.year` and `.dt.month`, a number
# from 1 to 12. `groupby` makes one heap for each of these numbers, and `sum` adds up each heap. Here are all the trucks of three
# Januaries, three Februaries and so on:

# %% [markdown] lang="es"
# ## Parte 2. Mes por mes (3 puntos, 12 minutos)
#
# `months` cuenta entradas a Estados Unidos desde México, con una fila por mes y forma de cruzar (`mode`). `month` es una fecha, el primer día
# del mes; para elegir uno, escríbelo como texto: `months["month"] == "2015-08-01"`. Sus partes son `.dt.year` y `.dt.month`, un número
# del 1 al 12. `groupby` hace un montón por cada uno de esos números y `sum` suma cada montón. Aquí están todos los camiones de carga de
# tres eneros, tres febreros, etcétera:

# %% nbgrader={"grade": false, "grade_id": "example-months", "locked": true, "schema_version": 3, "solution": false, "task": false}
trucks = months[(months["mode"] == "trucks") & months["month"].dt.year.between(2010, 2012)]
trucks.groupby(trucks["month"].dt.month)["value"].sum()

# %% [markdown] lang="en"
# **3.** From March 2020 to November 2021 the United States limited entries by land. For every **100** entries of **{{MODE_TEXT}}**
# (`"{{MODE}}"`) in the same month a year before, how many were there in **{{MONTH_TEXT}}** (`"{{MONTH}}"`)? Put it in `per_hundred`. (2 points)
#
# **4.** Over the years **{{SPAN_FROM}} to {{SPAN_TO}}** together (both included), which month of the year had the most entries of
# **{{SPAN_MODE_TEXT}}** (`"{{SPAN_MODE}}"`)? Put its number, from 1 to 12, in `busiest`. (1 point)

# %% [markdown] lang="es"
# **3.** De marzo de 2020 a noviembre de 2021 Estados Unidos limitó las entradas por tierra. Por cada **100** entradas de **{{MODE_TEXT}}**
# (`"{{MODE}}"`) en el mismo mes de un año antes, ¿cuántas hubo en **{{MONTH_TEXT}}** (`"{{MONTH}}"`)? Guárdalo en `per_hundred`. (2 puntos)
#
# **4.** En los años **{{SPAN_FROM}} a {{SPAN_TO}}** juntos (ambos incluidos), ¿qué mes del año tuvo más entradas de
# **{{SPAN_MODE_TEXT}}** (`"{{SPAN_MODE}}"`)? Guarda su número, del 1 al 12, en `busiest`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "months", "locked": false, "schema_version": 3, "solution": true, "task": false}
per_hundred = None
busiest = None
### BEGIN SOLUTION
entries = months[months["mode"] == P["MODE"]].set_index("month")["value"]
year_before = str(int(P["MONTH"][:4]) - 1) + P["MONTH"][4:]
per_hundred = entries[P["MONTH"]] / entries[year_before] * 100
span = months[(months["mode"] == P["SPAN_MODE"]) & months["month"].dt.year.between(P["SPAN_FROM"], P["SPAN_TO"])]
busiest = span.groupby(span["month"].dt.month)["value"].sum().idxmax()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q3-per-hundred", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(per_hundred, "per_hundred", low=-100, high=500, unit=T["per-hundred"])
### BEGIN HIDDEN TESTS
right = abs(float(per_hundred) - KEYS["per_hundred"]) < 0.6
assert right or abs(abs(float(per_hundred)) - abs(KEYS["per_hundred"] - 100)) > 0.6, T["hundred-change"]
assert right or abs(float(per_hundred) - float(KEYS["if_month_before"])) > 0.6, T["hundred-before"]
assert right, T["hundred-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q4-busiest", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(busiest, "busiest", low=1, high=12, unit=T["month"], whole=True)
### BEGIN HIDDEN TESTS
assert int(busiest) == KEYS["busiest"], T["busiest-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. Students, per head (3 points, 10 minutes)
#
# `students` counts students by academic year. `direction` is `mexico-to-us` or `us-to-mexico`, and `level` is `all` for everybody together. The
# column `year` is the one in which the academic year begins. `inhabitants` holds the people that the censuses of each `country` counted: its
# `series` is `people`.
#
# **5.** In **{{ACADEMIC}}**, how many Mexican students were counted in the United States for every **100,000 people of Mexico** (census of {{CENSUS}})? Put it
# in `rate`. (2 points)
#
# **6.** Work out the same for US students in Mexico, for every 100,000 people of the United States. **How many times** as large is the Mexican rate? Put
# it in `times_per_head`. (1 point)

# %% [markdown] lang="es"
# ## Parte 3. Estudiantes por habitante (3 puntos, 10 minutos)
#
# `students` cuenta estudiantes por ciclo escolar. `direction` es `mexico-to-us` o `us-to-mexico`, y `level` es `all` para todos juntos. La columna
# `year` es el año en que empieza el ciclo. `inhabitants` guarda a los habitantes que contaron los censos de cada país (`country`): su
# `series` es `people`.
#
# **5.** En **{{ACADEMIC}}**, ¿cuántos estudiantes mexicanos se contaron en Estados Unidos por cada **100,000 habitantes de México** (censo de {{CENSUS}})?
# Guárdalo en `rate`. (2 puntos)
#
# **6.** Calcula lo mismo para los estudiantes de Estados Unidos en México, por cada 100,000 habitantes de Estados Unidos. ¿**Cuántas veces** es mayor
# la tasa mexicana? Guarda la razón en `times_per_head`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "rates", "locked": false, "schema_version": 3, "solution": true, "task": false}
rate = None
times_per_head = None
### BEGIN SOLUTION
both_ways = students[(students["year"] == P["YEAR"]) & (students["level"] == "all")].set_index("direction")["value"]
counted = inhabitants[(inhabitants["year"] == P["CENSUS"]) & (inhabitants["series"] == "people")]
counted = counted.set_index("country")["value"]
rate = both_ways["mexico-to-us"] / counted["mexico"] * 100_000
times_per_head = rate / (both_ways["us-to-mexico"] / counted["us"] * 100_000)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-rate", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(rate, "rate", low=0, high=1_000, unit=T["rate"])
### BEGIN HIDDEN TESTS
right = abs(float(rate) - KEYS["rate"]) < 0.06
assert right or abs(float(rate) - float(KEYS["if_arrival"])) > 0.06, T["rate-arrival"]
assert right or abs(float(rate) - float(KEYS["if_next_year"])) > 0.06, T["rate-year"]
assert right, T["rate-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q6-per-head", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(times_per_head, "times_per_head", low=0, high=100, unit=T["times"])
### BEGIN HIDDEN TESTS
# Two rates rounded to one decimal may shift their ratio by 4%.
right = abs(float(times_per_head) / KEYS["times_per_head"] - 1) < 0.05
assert right or abs(float(times_per_head) - float(KEYS["if_counts"])) > 0.1, T["heads-counts"]
assert right, T["heads-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 4. One chart, one message (5 points, 15 minutes)
#
# **7.** Draw how many Mexican students (`mexico-to-us`) were in the United States at the levels `undergraduate` (for a first degree) and `graduate`
# (beyond it), **{{CHART_FROM}}–{{CHART_TO}}**. (2 points)
#
# - `chart_data`: only the rows of `students` you need, with at least the columns `year`, `level` and `value`. To keep two levels at once, write
#   `students["level"].isin(["undergraduate", "graduate"])`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 4. Una gráfica, un mensaje (5 puntos, 15 minutos)
#
# **7.** Dibuja cuántos estudiantes mexicanos (`mexico-to-us`) había en Estados Unidos en los niveles `undergraduate` (licenciatura) y `graduate`
# (posgrado), **{{CHART_FROM}}–{{CHART_TO}}**. (2 puntos)
#
# - `chart_data`: solo las filas de `students` que necesitas, al menos con las columnas `year`, `level` y `value`. Para dejar dos niveles a la
#   vez, escribe `students["level"].isin(["undergraduate", "graduate"])`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
north = students[(students["direction"] == "mexico-to-us") & students["level"].isin(["undergraduate", "graduate"])]
chart_data = north[north["year"].between(P["CHART_FROM"], P["CHART_TO"])]
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="year",
        y="value",
        series="level",
        title=chart_title,
        unit=T["students"],
        alt=chart_alt,
        source=students,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q7-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "level", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert sorted({str(name) for name in chart_data["level"]}) == ["graduate", "undergraduate"], T["chart-levels"]
assert len(chart_data) == 2 * (P["CHART_TO"] - P["CHART_FROM"] + 1), T["chart-rows"]
assert chart_data["year"].min() == P["CHART_FROM"] and chart_data["year"].max() == P["CHART_TO"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **8.** In two or three sentences: what does your chart show, and what does it *not* show? Think of the rule by which these students are
# counted. Your teacher reads the title and the alternative text together with this answer. (3 points)

# %% [markdown] lang="es"
# **8.** En dos o tres oraciones: ¿qué muestra tu gráfica y qué *no* muestra? Piensa en la regla con que se cuenta a estos estudiantes. Tu
# docente lee el título y el texto alternativo junto con esta respuesta. (3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q8-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# From {{CHART_FROM}} to {{CHART_TO}} every academic year had more undergraduates than graduate students. Undergraduates went from {{KEYS.under_from}} to
# {{KEYS.under_to}}, graduate students from {{KEYS.grad_from}} to {{KEYS.grad_to}}. The chart counts people enrolled with a temporary visa: it does not
# show Mexicans who live in the United States as immigrants or citizens and study there, nor how many finished, went home or stayed.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q8-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# De {{CHART_FROM}} a {{CHART_TO}} hubo en cada ciclo más estudiantes de licenciatura que de posgrado. Licenciatura pasó de {{KEYS.under_from}} a
# {{KEYS.under_to}}; posgrado, de {{KEYS.grad_from}} a {{KEYS.grad_to}}. La gráfica cuenta a personas inscritas con visa temporal: no muestra a
# quienes nacieron en México, viven en Estados Unidos como residentes o ciudadanos y estudian allá, ni cuántos se titularon, volvieron o se
# quedaron.

# %% [markdown] lang="en" rubric="q8-reading"
# ## Question 8: reading the chart (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 7 (1) | The title states a finding that the chart supports; the text gives direction and rough size for both lines | Only one of the two does | Neither: "Students by year", "a line chart" |
# | What it shows (1) | A true reading that compares the two levels | True, one level only | Not supported by the chart |
# | What it does not show (1) | A limit that lies in the rule: immigrants and citizens are left out; a survey of universities; enrolled, not graduated; practical training and non-degree students stand elsewhere | A limit of any chart ("it may have errors") | Missing |

# %% [markdown] lang="es" rubric="q8-reading"
# ## Pregunta 8: leer la gráfica (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 7 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da dirección y tamaño aproximado de las dos líneas | Solo uno de los dos lo hace | Ninguno: «Estudiantes por año», «una gráfica de líneas» |
# | Lo que muestra (1) | Una lectura cierta que compara los dos niveles | Cierta, de un solo nivel | La gráfica no la sostiene |
# | Lo que no muestra (1) | Un límite que viene de la regla: quedan fuera residentes y ciudadanos; es una encuesta a universidades; inscritos, no titulados; prácticas y programas sin título van aparte | Un límite de cualquier gráfica («puede tener errores») | Falta |

# %% [markdown] lang="en"
# ## Part 5. Asked, not counted (6 points, 15 minutes)
#
# `polls` holds the per cent who gave an answer, by `poll`, `country`, `group` and `question`. In the United States Gallup (`gallup`) asks
# whether people see Mexico favourably (`favourable-mexico`); the group `all` is not split by party. Like this you see what Pew asked in Mexico:

# %% [markdown] lang="es"
# ## Parte 5. Preguntar no es contar (6 puntos, 15 minutos)
#
# `polls` guarda el porcentaje que dio una respuesta, por encuesta (`poll`), país (`country`), grupo (`group`) y pregunta (`question`). En Estados
# Unidos Gallup (`gallup`) pregunta si se tiene una opinión favorable de México (`favourable-mexico`); el grupo `all` no está dividido por
# partido. Así ves lo que Pew preguntó en México:

# %% nbgrader={"grade": false, "grade_id": "example-polls", "locked": true, "schema_version": 3, "solution": false, "task": false}
polls[(polls["poll"] == "pew") & (polls["country"] == "mexico") & (polls["question"] == "favourable-us")]

# %% [markdown] lang="en"
# **9.** By how many **percentage points** did Gallup's figure for `all` change from **{{POLL_FROM}}** to **{{POLL_TO}}**? Put it in `points`; a
# fall is negative. (2 points)
#
# **10.** What was the same change in **per cent** of the figure of {{POLL_FROM}}? Put it in `relative`. (1 point)
#
# **11.** If chance alone decides who is asked, the margin of error for an even split is about 98 points divided by the square root of the number of
# people asked (`n ** 0.5` is the square root of n). What is it for **{{ASKED_TEXT}}** people? Put it in `margin`, in percentage points. (1 point)
#
# **12.** Two of these four pairs of figures may be read as a change over time: the same pollster put the same words to the same public in the same
# way. Which? Put a list of two letters in `comparable`, such as `["a", "b"]`. (2 points)
#
# - `a`: {{POLLS_a}}
# - `b`: {{POLLS_b}}
# - `c`: {{POLLS_c}}
# - `d`: {{POLLS_d}}

# %% [markdown] lang="es"
# **9.** ¿En cuántos **puntos porcentuales** cambió la cifra de Gallup para `all` de **{{POLL_FROM}}** a **{{POLL_TO}}**? Guárdalo en `points`; una
# baja es negativa. (2 puntos)
#
# **10.** ¿Cuánto fue ese mismo cambio en **por ciento** de la cifra de {{POLL_FROM}}? Guárdalo en `relative`. (1 punto)
#
# **11.** Si solo el azar decide a quién se le pregunta, el margen de error para un resultado dividido a la mitad es de unos 98 puntos entre la raíz
# cuadrada del número de personas encuestadas (`n ** 0.5` es la raíz cuadrada de n). ¿De cuánto es con **{{ASKED_TEXT}}** personas? Guárdalo en
# `margin`, en puntos porcentuales. (1 punto)
#
# **12.** Dos de estos cuatro pares de cifras se pueden leer como un cambio en el tiempo: la misma encuestadora hizo la misma pregunta al mismo público y
# de la misma forma. ¿Cuáles? Guarda una lista con dos letras en `comparable`, por ejemplo `["a", "b"]`. (2 puntos)
#
# - `a`: {{POLLS_a}}
# - `b`: {{POLLS_b}}
# - `c`: {{POLLS_c}}
# - `d`: {{POLLS_d}}

# %% nbgrader={"grade": false, "grade_id": "opinion", "locked": false, "schema_version": 3, "solution": true, "task": false}
points = None
relative = None
margin = None
comparable = None
### BEGIN SOLUTION
asked = polls[(polls["poll"] == "gallup") & (polls["group"] == "all") & (polls["question"] == "favourable-mexico")]
asked = asked.set_index("year")["value"]
points = asked[P["POLL_TO"]] - asked[P["POLL_FROM"]]
relative = points / asked[P["POLL_FROM"]] * 100
margin = 98 / P["ASKED"] ** 0.5
comparable = P["RIGHT"]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q9-points", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(points, "points", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
right = abs(float(points) - KEYS["points"]) < 0.06
assert right or abs(float(points) - KEYS["relative"]) > 0.6, T["points-swapped"]
assert right, T["points-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q10-relative", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(relative, "relative", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(relative) - KEYS["relative"]) < 0.6, T["relative-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q11-margin", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(margin, "margin", low=0, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(margin) - KEYS["margin"]) < 0.06, T["margin-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q12-comparable", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_items(comparable, "comparable", allowed=["a", "b", "c", "d"], count=2)
### BEGIN HIDDEN TESTS
assert sorted(comparable) == KEYS["comparable"], T["comparable-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 6. Question the source (5 points, 12 minutes)
#
# `force` holds polls about US help or force against cartels in Mexico: `poll` is the firm, `question` what it asked, `answer` is `support` or `oppose`, and
# `check` says how far the course could check a figure (`single` is one source, `official` the publisher's own page). Two questions
# were put to {{DISPUTE_TEXT}}.
#
# **13.** By how many **percentage points** do the two differ in `support`? Put it in `gap`, as a positive number. (1 point)

# %% [markdown] lang="es"
# ## Parte 6. Pregúntale a la fuente (5 puntos, 12 minutos)
#
# `force` guarda encuestas sobre ayuda o fuerza de Estados Unidos contra los cárteles en México: `poll` es la encuestadora; `question`, lo que
# preguntó; `answer` es `support` (a favor) u `oppose` (en contra), y `check` dice hasta dónde pudo verificar el curso una cifra (`single` es
# una sola fuente; `official`, la página de quien la publica). Se hicieron dos preguntas {{DISPUTE_TEXT}}.
#
# **13.** ¿En cuántos **puntos porcentuales** difieren las dos en `support`? Guárdalo en `gap`, como número positivo. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "gap", "locked": false, "schema_version": 3, "solution": true, "task": false}
gap = None
### BEGIN SOLUTION
rows = force[(force["answer"] == "support") & (force["group"] == P["DISPUTE_GROUP"])]
rows = rows[rows["question"].isin(P["DISPUTE_QUESTIONS"])]
gap = rows["value"].max() - rows["value"].min()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q13-gap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap, "gap", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(abs(float(gap)) - KEYS["gap"]) < 0.6, T["gap-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **14.** A newspaper wants to print one of the two figures. Which would you choose, if any, why, and what would you write under it? Say who asked whom
# and when, how far each figure was checked, why the two may differ, and what you would still want to know from the pollster. (3 to 5
# sentences, 4 points)

# %% [markdown] lang="es"
# **14.** Un periódico quiere publicar una de las dos cifras. ¿Cuál elegirías, si es que eliges alguna, por qué, y qué escribirías debajo? Di quién preguntó a quién y
# cuándo, qué tanto se verificó cada cifra, por qué pueden diferir las dos y qué más querrías que te dijera la encuestadora. (De 3 a 5
# oraciones, 4 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q14-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# I would print both, {{KEYS.first_text}} and {{KEYS.second_text}}, because a gap of {{KEYS.gap_text}} points is the news. The questions, by {{KEYS.firm_text}}, were
# put to {{DISPUTE_TEXT}}; the table marks the figures "{{KEYS.first_marks}}" and "{{KEYS.second_marks}}". Why they differ: {{KEYS.why_text}}. I would still ask
# how many people were reached, how, and in which order the questions came. Under the figures I would print the words of each question.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q14-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Publicaría las dos, {{KEYS.first_text}} y {{KEYS.second_text}}, porque la diferencia de {{KEYS.gap_text}} puntos es la noticia. Las preguntas, de
# {{KEYS.firm_text}}, se hicieron {{DISPUTE_TEXT}}; la tabla marca las cifras con «{{KEYS.first_marks}}» y «{{KEYS.second_marks}}». Por qué difieren:
# {{KEYS.why_text}}. Aún preguntaría a cuántas personas se llegó, cómo y en qué orden iban las preguntas. Debajo de las cifras pondría las
# palabras de cada pregunta.

# %% [markdown] lang="en" rubric="q14-source"
# ## Question 14: question the source (4 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who asked whom, when, how far checked (1) | Pollster, public and date of both, and how far each was checked (first: {{KEYS.first_marks}}; second: {{KEYS.second_marks}}) | Part of it | Missing |
# | A choice with a reason (1) | Chooses one, both or neither with a reason taken from wording, method or check | Chooses without a reason | No choice |
# | Why they differ (1) | Names what differs between the two questions or firms, even if it leaves open how much it weighs: {{KEYS.why_text}} | Only "another question" or "error" | Missing |
# | What is still missing (1) | One thing a pollster could tell: number of people, way of reaching them, exact words, order of questions, who paid | Vague ("more data") | Missing |

# %% [markdown] lang="es" rubric="q14-source"
# ## Pregunta 14: pregúntale a la fuente (4 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién preguntó a quién, cuándo y qué tanto se verificó (1) | Encuestadora, público y fecha de las dos, y qué tanto se verificó cada una (primera: {{KEYS.first_marks}}; segunda: {{KEYS.second_marks}}) | Una parte | Falta |
# | Una elección con razón (1) | Elige una, ambas o ninguna con una razón tomada de las palabras, la forma de preguntar o la verificación | Elige sin razón | No elige |
# | Por qué difieren (1) | Nombra qué cambia entre las dos preguntas o encuestadoras, aunque deje abierto cuánto pesa: {{KEYS.why_text}} | Solo «otra pregunta» o «un error» | Falta |
# | Qué falta saber (1) | Algo que la encuestadora podría decir: cuántas personas, cómo llegó a ellas, las palabras exactas, el orden de las preguntas, quién pagó | Vago («más datos») | Falta |

# %% [markdown] lang="en"
# ## Part 7. Argue (5 points, 18 minutes)
#
# Who should pay for a year at a university across the border? The Alliance for International Exchange calls exchange an investment and says that over
# nine tenths of the US money is spent in the United States or on its citizens and organisations. The Center for Strategic and
# International Studies, a US research centre, counts the return in trust. In May 2025 the White House asked Congress to cut the State
# Department's exchange money by 93%, and pointed to inspectors' reports of inefficient programmes and too little watch for fraud. Mexico's
# science council, as the newspaper La Crónica quotes it, said that few grant holders return; its line, the paper writes, was more
# grants for study in Mexico and fewer abroad.
#
# **15.** *Should governments spend more public money on students who study in the neighbouring country?* Answer in 120 to 180 words. State your
# answer; give the strongest argument of the side you do **not** take; use at least two figures you computed or drew above, with unit and year; name one thing those
# figures cannot show; and say which fact would make you change your mind. There is no right side: you are graded on the argument.

# %% [markdown] lang="es"
# ## Parte 7. Argumenta (5 puntos, 18 minutos)
#
# ¿Quién debe pagar un año de universidad del otro lado de la frontera? La Alliance for International Exchange llama inversión al intercambio y dice que
# más del 90 % del dinero de Estados Unidos se gasta en ese país o en sus ciudadanos y organizaciones. El Center for Strategic
# and International Studies, un centro de investigación de Estados Unidos, sostiene que la ganancia está en la confianza. En mayo de 2025 la Casa Blanca
# pidió al Congreso recortar 93 % del dinero del Departamento de Estado para intercambios, y se apoyó en informes de inspección que hablaban de
# programas ineficientes y de poca vigilancia contra el fraude. El consejo de ciencia de México dijo, según el diario La Crónica, que
# pocos becarios regresan; su línea, escribe el diario, fue dar más becas para estudiar en México y menos para el extranjero.
#
# **15.** *¿Deben los gobiernos gastar más dinero público en estudiantes que van al país vecino?* Responde en 120 a 180 palabras. Di tu respuesta; da el
# argumento más fuerte del lado que **no** tomas; usa al menos dos cifras que calculaste o dibujaste arriba, con unidad y año; nombra algo que esas cifras no pueden
# mostrar, y di qué hecho te haría cambiar de opinión. No hay lado correcto: se califica el argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q15-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. I would spend more, above all on the way south. In {{ACADEMIC}} only {{KEYS.rate_text}} Mexican students were counted in the United
# States for every 100,000 people of Mexico, and that rate was {{KEYS.heads_text}} times the US one: {{KEYS.north_text}} students went north and {{KEYS.south_text}} south. Numbers so
# small cannot make two publics know each other. The strongest case against me is fairness: the lesson quotes a study in which
# three of four applications for grants abroad came from twenty institutions, half of them private, so the same money may reach more people
# as grants at home; and a graduate who stays abroad takes along what taxpayers paid for. That is why I would tie the money to family income. The figures cannot show what the students learned, nor who would have gone
# without a grant. I would change my mind if a study that followed grant holders for ten years found that most would have gone anyway, or
# that hardly any work with their own country again.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q15-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. Yo gastaría más, sobre todo en la ruta hacia el sur. En {{ACADEMIC}} solo se contaron {{KEYS.rate_text}} estudiantes mexicanos en
# Estados Unidos por cada 100,000 habitantes de México, y esa tasa era {{KEYS.heads_text}} veces la estadounidense: {{KEYS.north_text}} estudiantes fueron al norte y
# {{KEYS.south_text}} al sur. Con números tan chicos, dos públicos no llegan a conocerse. El argumento más fuerte en mi contra es de justicia:
# la lección cita un estudio en el que tres de cada cuatro solicitudes de beca para el extranjero venían de veinte instituciones, la mitad privadas,
# así que el mismo dinero puede alcanzar a más gente en becas dentro del país; y quien se queda fuera se lleva lo que pagaron los
# contribuyentes. Por eso ligaría el dinero al ingreso familiar. Las cifras no muestran qué
# aprendieron ni quién se habría ido sin beca. Cambiaría de opinión si un estudio que siguiera a los becarios por diez años hallara que la
# mayoría se habría ido de todos modos, o que casi nadie vuelve a trabajar con su propio país.

# %% [markdown] lang="en" rubric="q15-argument"
# ## Question 15: argue (5 points)
#
# Grade the argument, not the side. Both answers can earn full marks. A yes can rest on how few students go per head or on how few go
# south; a no on who gets the grants, on graduates who stay away or on what the same money does at home.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer to the question (1) | States it and keeps to it | Unclear until the end | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with unit and year, doing work in the argument | One, or two as decoration | None |
# | A limit of the figures (1) | Names one: who is left out of the count, what students learn, who would have gone anyway, who stays | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q15-argument"
# ## Pregunta 15: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Ambas respuestas pueden obtener todos los puntos. Un sí puede apoyarse en los pocos estudiantes que
# van por habitante o en los pocos que van al sur; un no, en quién recibe las becas, en quienes se quedan fuera o en lo que el mismo
# dinero logra dentro del país.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara a la pregunta (1) | La dice y la sostiene | Poco clara hasta el final | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con unidad y año, que trabajan en el argumento | Una, o dos de adorno | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: a quién deja fuera el conteo, qué aprenden, quién se habría ido de todos modos, quién se queda | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
