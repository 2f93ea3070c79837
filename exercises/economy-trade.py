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

TITLE = {"en": "Trade between neighbours", "es": "Comercio entre vecinos"}
PARTNERS = {
    "mexico": {"en": "Mexico", "es": "México"},
    "canada": {"en": "Canada", "es": "Canadá"},
    "china": {"en": "China", "es": "China"},
}
DAYS = ["2025-03-25", "2025-04-20", "2025-05-20", "2025-07-10", "2025-09-16", "2025-10-20", "2026-01-15", "2026-03-10"]
TEXTS = {
    "billions": {"en": "billions of dollars", "es": "miles de millones de dólares"},
    "times": {"en": "times (a ratio)", "es": "veces (una razón)"},
    "years": {"en": "years", "es": "años"},
    "percent": {"en": "per cent", "es": "por ciento"},
    "points": {"en": "percentage points", "es": "puntos porcentuales"},
    "dollars": {"en": "dollars", "es": "dólares"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "total-wrong": {
        "en": "This is not what the table gives. Take the row with partner mexico, flow total and year {{END}}; divide millions by 1,000.",
        "es": "Esto no es lo que da la tabla. Toma la fila con partner mexico, flow total y year {{END}}; divide los millones entre 1,000.",
    },
    "times-wrong": {
        "en": "Divide the total of {{END}} by the total of {{START}}; both in the same unit.",
        "es": "Divide el total de {{END}} entre el total de {{START}}; ambos en la misma unidad.",
    },
    "widest-wrong": {
        "en": "Look for the lowest balance (the largest deficit is the most negative number) between {{FROM}} and {{TO}}.",
        "es": "Busca el saldo más bajo (el déficit más grande es el número más negativo) entre {{FROM}} y {{TO}}.",
    },
    "share-wrong": {
        "en": "Divide the deficit of that year by two-way trade of the same year, and multiply by 100. The result is positive.",
        "es": "Divide el déficit de ese año entre el comercio total del mismo año y multiplica por 100. El resultado es positivo.",
    },
    "ranking-wrong": {
        "en": "Compare flow total of {{RANK_YEAR}} for the three partners, largest first.",
        "es": "Compara el flow total de {{RANK_YEAR}} de los tres socios, del mayor al menor.",
    },
    "points-wrong": {
        "en": "Subtract the share of {{SHARE_FROM}} from the share of {{SHARE_TO}} (measure share_of_imports).",
        "es": "Resta la participación de {{SHARE_FROM}} a la de {{SHARE_TO}} (measure share_of_imports).",
    },
    "points-swapped": {
        "en": "This looks like a change in per cent. A change in percentage points is a plain difference of two shares.",
        "es": "Esto parece un cambio en por ciento. Un cambio en puntos porcentuales es la simple resta de dos participaciones.",
    },
    "relative-wrong": {
        "en": "Divide the change in points by the share of {{SHARE_FROM}}, and multiply by 100.",
        "es": "Divide el cambio en puntos entre la participación de {{SHARE_FROM}} y multiplica por 100.",
    },
    "chart-partners": {
        "en": "The chart's table should hold exactly three partners: mexico, canada and china.",
        "es": "La tabla de la gráfica debe tener exactamente tres socios: mexico, canada y china.",
    },
    "chart-rows": {
        "en": "One row per partner and year from {{START}} to {{END}} is expected: filter one measure (share_of_imports) and the years.",
        "es": "Se espera una fila por socio y año de {{START}} a {{END}}: filtra una sola medida (share_of_imports) y los años.",
    },
    "rate-wrong": {
        "en": "The table has a row only for days on which a rate changed. The rate in force is that of the last row on or before the day.",
        "es": "La tabla tiene filas solo para los días en que cambió alguna tasa. La vigente es la de la última fila en ese día o antes.",
    },
    "duty-wrong": {
        "en": "Take the rate as a percentage of the value of the shipment.",
        "es": "Toma la tasa como porcentaje del valor del embarque.",
    },
    "model-title": {
        "en": "Mexico's share of US goods imports rose from {{START}} to {{END}} while Canada's fell",
        "es": "La participación de México en las importaciones de EE. UU. subió de {{START}} a {{END}} y la de Canadá bajó",
    },
    "model-alt": {
        "en": "Three lines from {{START}} to {{END}}. Mexico rises from {{KEYS.mexico_line}}. Canada falls from {{KEYS.canada_line}}. China goes from {{KEYS.china_line}}.",
        "es": "Tres líneas de {{START}} a {{END}}. México sube de {{KEYS.mexico_line}}. Canadá baja de {{KEYS.canada_line}}. China pasa de {{KEYS.china_line}}.",
    },
    "gap-wrong": {
        "en": "Add exports and imports with Canada in 2025, subtract the published total, and turn millions into billions.",
        "es": "Suma exportaciones e importaciones con Canadá en 2025, resta el total publicado y pasa de millones a miles de millones.",
    },
}


def pick_trade(partner, flow, year):
    trade = table("trade-goods")
    return trade[(trade["partner"] == partner) & (trade["flow"] == flow) & (trade["year"] == year)]["value"].item()


def per_cent(value):
    return {lang: percent(value, 1, lang) for lang in ("en", "es")}


def line_text(partner, P):
    share = share_of_imports(partner)
    ends = share[P["START"]], share[P["END"]]
    return {
        lang: f"{percent(ends[0], 1, lang)} {to} {percent(ends[1], 1, lang)}"
        for lang, to in (("en", "to"), ("es", "a"))
    }


def share_of_imports(partner):
    shares = table("trade-shares")
    rows = shares[(shares["partner"] == partner) & (shares["measure"] == "share_of_imports")]
    return rows.set_index("year")["value"]


def draw(rng):
    start = rng.randint(1995, 2012)
    partner = rng.choice(sorted(PARTNERS))
    day = rng.choice(DAYS)
    shipment = rng.randint(4, 18) * 5_000
    return {
        "START": rng.randint(1987, 1993),
        "END": rng.randint(2015, 2022),
        "FROM": start,
        "TO": start + rng.randint(6, 10),
        "RANK_YEAR": rng.randint(2015, 2025),
        "SHARE_PARTNER": partner,
        "SHARE_NAME": PARTNERS[partner],
        "SHARE_FROM": rng.randint(1990, 2000),
        "SHARE_TO": rng.randint(2014, 2022),
        "DAY": day,
        "DAY_TEXT": {lang: date(day, lang) for lang in ("en", "es")},
        "SHIPMENT": shipment,
        "SHIPMENT_TEXT": number(shipment),
        "DEFICIT_2025": number(-pick_trade("mexico", "balance", 2025) / 1000, 1),
        "BOUGHT_2025": number(pick_trade("mexico", "exports", 2025) / 1000, 1),
    }


def keys(P):
    trade, tariffs = table("trade-goods"), table("tariffs-effective")
    total = pick_trade("mexico", "total", P["END"])
    balance = trade[
        (trade["partner"] == "mexico") & (trade["flow"] == "balance") & trade["year"].between(P["FROM"], P["TO"])
    ]
    widest = balance.loc[balance["value"].idxmin()]
    ranked = trade[
        (trade["year"] == P["RANK_YEAR"]) & (trade["flow"] == "total") & trade["partner"].isin(list(PARTNERS))
    ]
    share = share_of_imports(P["SHARE_PARTNER"])
    points = share[P["SHARE_TO"]] - share[P["SHARE_FROM"]]
    mexico = tariffs[(tariffs["partner"] == "mexico") & (tariffs["measure"] == "added") & (tariffs["date"] <= P["DAY"])]
    rate = mexico.sort_values("date")["value"].iloc[-1]
    added = pick_trade("canada", "exports", 2025) + pick_trade("canada", "imports", 2025)
    published = pick_trade("canada", "total", 2025)
    times = float(total / pick_trade("mexico", "total", P["START"]))
    deficit_share = float(-widest["value"] / pick_trade("mexico", "total", widest["year"]) * 100)
    return {
        "total": float(total) / 1000,
        "times": times,
        "widest_year": int(widest["year"]),
        "deficit_share": deficit_share,
        "ranking": ranked.sort_values("value", ascending=False)["partner"].tolist(),
        "points": float(points),
        "relative": float(points / share[P["SHARE_FROM"]] * 100),
        "rate": float(rate),
        "duty": float(rate / 100 * P["SHIPMENT"]),
        "gap": float(added - published) / 1000,
        # For the model answers
        "times_text": number(times, 1),
        "deficit_text": per_cent(deficit_share),
        "published_text": number(published / 1000, 1),
        "added_text": number(added / 1000, 1),
        "gap_text": number((added - published) / 1000, 1),
        "gap_share_text": per_cent((added / published - 1) * 100),
        **{f"{partner}_line": line_text(partner, P) for partner in PARTNERS},
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Trade between neighbours
#
# **About 90 minutes, 30 points.** Read the lesson on trade first.
#
# In 2023, 2024 and 2025 the United States traded more goods with Mexico than with any other country. How do we know, how much
# has changed, and what do the figures leave out? You will answer with the same tables the course uses.
#
# How this notebook works:
#
# - Run the cells from top to bottom with Shift+Enter.
# - Where a cell says `# Write your code here`, write your code under that line and keep the variable's name.
# - The cell after each answer checks the *form* of your answer (is it a number, is the unit plausible?). It does not
#   know the right answer. You may run it as often as you like.
# - Do not round on the way. Where an answer has decimals, keep at least two.
# - You may add cells. Do not delete any. Save and hand in this file when you finish.

# %% [markdown] lang="es"
# # Comercio entre vecinos
#
# **Unos 90 minutos, 30 puntos.** Lee antes la lección sobre comercio.
#
# En 2023, 2024 y 2025 Estados Unidos comerció más bienes con México que con cualquier otro país. ¿Cómo lo sabemos, cuánto ha
# cambiado y qué dejan fuera las cifras? Vas a responder con las mismas tablas que usa el curso.
#
# Cómo funciona este cuaderno:
#
# - Corre las celdas de arriba abajo con Mayús+Enter.
# - Donde una celda dice `# Escribe tu código aquí`, escribe tu código debajo de esa línea y conserva el nombre de la variable.
# - La celda que sigue a cada respuesta revisa la *forma* de tu respuesta (¿es un número?, ¿la unidad es verosímil?).
#   No conoce la respuesta correcta. Puedes correrla cuantas veces quieras.
# - No redondees a medio camino. Si la respuesta tiene decimales, deja al menos dos.
# - Puedes agregar celdas. No borres ninguna. Al terminar, guarda y entrega este archivo.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
# {{VARIANT}}
from vecinos import line_chart, table
from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
trade = table("trade-goods")
shares = table("trade-shares")
tariffs = table("tariffs-effective")
trade[(trade["partner"] == "mexico") & (trade["year"] == 2014)]

# %% [markdown] lang="en"
# ## How to pick one number from a table
#
# `trade` has one row per year, partner and flow. A *flow* is seen from the United States: `exports` (goods it sells),
# `imports` (goods it buys), `total` (both together) and `balance` (exports minus imports). Values are in
# **millions of dollars** of each year. To pick one value, filter the rows and take the one that is left:

# %% [markdown] lang="es"
# ## Cómo tomar un número de una tabla
#
# `trade` tiene una fila por año (`year`), socio (`partner`) y flujo (`flow`). El flujo se ve desde Estados Unidos:
# `exports` (bienes que vende), `imports` (bienes que compra), `total` (ambos juntos) y `balance` (saldo: exportaciones
# menos importaciones). Los valores están en **millones de dólares** de cada año. Para tomar un valor, filtra las filas
# y quédate con la única que resta:

# %% nbgrader={"grade": false, "grade_id": "example", "locked": true, "schema_version": 3, "solution": false, "task": false}
example = trade[(trade["partner"] == "canada") & (trade["flow"] == "exports") & (trade["year"] == 1999)]
example["value"].item()

# %% [markdown] lang="en"
# ## Part 1. How much trade? (4 points, 10 minutes)
#
# **1.** How much goods trade in both directions did the United States and Mexico have in **{{END}}**? Put the answer in
# `total`, in **billions** of dollars (1 billion = 1,000 million). (2 points)

# %% [markdown] lang="es"
# ## Parte 1. ¿Cuánto comercio? (4 puntos, 10 minutos)
#
# **1.** ¿Cuánto sumó el comercio de bienes en ambos sentidos entre Estados Unidos y México en **{{END}}**? Guarda la
# respuesta en `total`, en **miles de millones** de dólares (mil millones = 1,000 millones). (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "total", "locked": false, "schema_version": 3, "solution": true, "task": false}
total = None
### BEGIN SOLUTION
rows = trade[(trade["partner"] == "mexico") & (trade["flow"] == "total") & (trade["year"] == P["END"])]
total = rows["value"].item() / 1000
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-total", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(total, "total", low=10, high=2_000, unit=T["billions"])
### BEGIN HIDDEN TESTS
assert abs(float(total) - KEYS["total"]) < 0.1, T["total-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **2.** How many **times as large** was that as in **{{START}}** (2 means twice as large)? Put the answer in `times`. (2 points)

# %% [markdown] lang="es"
# **2.** ¿Por **cuánto** se multiplicó desde **{{START}}** (2 quiere decir el doble)? Guarda la respuesta en `times`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "times", "locked": false, "schema_version": 3, "solution": true, "task": false}
times = None
### BEGIN SOLUTION
rows = trade[(trade["partner"] == "mexico") & (trade["flow"] == "total") & (trade["year"] == P["START"])]
times = total / (rows["value"].item() / 1000)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q2-times", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(times, "times", low=1, high=100, unit=T["times"])
### BEGIN HIDDEN TESTS
assert abs(float(times) - KEYS["times"]) < 0.06, T["times-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. The balance (3 points, 10 minutes)
#
# A deficit is a negative balance: the United States buys more goods from Mexico than it sells to it.
#
# **3.** Between **{{FROM}}** and **{{TO}}** (both included), in which year was the US goods deficit with Mexico largest in
# dollars? Put the year in `widest_year`. (1 point)

# %% [markdown] lang="es"
# ## Parte 2. El saldo (3 puntos, 10 minutos)
#
# Un déficit es un saldo negativo: Estados Unidos le compra a México más bienes de los que le vende.
#
# **3.** Entre **{{FROM}}** y **{{TO}}** (ambos incluidos), ¿en qué año fue mayor, en dólares, el déficit de bienes de Estados
# Unidos con México? Guarda el año en `widest_year`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "widest", "locked": false, "schema_version": 3, "solution": true, "task": false}
widest_year = None
### BEGIN SOLUTION
balance = trade[(trade["partner"] == "mexico") & (trade["flow"] == "balance")].set_index("year")["value"]
widest_year = balance.loc[P["FROM"] : P["TO"]].idxmin()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q3-widest-year", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(widest_year, "widest_year", low=P["FROM"], high=P["TO"], unit=T["years"], whole=True)
### BEGIN HIDDEN TESTS
assert int(widest_year) == KEYS["widest_year"], T["widest-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **4.** How large was that deficit as a **percentage of two-way trade** of the same year? Put it in `deficit_share`, as a
# positive number (7.5 means 7.5%). (2 points)

# %% [markdown] lang="es"
# **4.** ¿De qué tamaño fue ese déficit como **porcentaje del comercio total** del mismo año? Guárdalo en `deficit_share`, como
# número positivo (7.5 quiere decir 7.5 %). (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "deficit", "locked": false, "schema_version": 3, "solution": true, "task": false}
deficit_share = None
### BEGIN SOLUTION
both_ways = trade[(trade["partner"] == "mexico") & (trade["flow"] == "total")].set_index("year")["value"]
deficit_share = -balance[widest_year] / both_ways[widest_year] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q4-deficit-share", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(deficit_share, "deficit_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(deficit_share) - KEYS["deficit_share"]) < 0.1, T["share-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. Three partners (5 points, 15 minutes)
#
# **5.** Rank `"mexico"`, `"canada"` and `"china"` by two-way goods trade with the United States in **{{RANK_YEAR}}**, largest
# first. Put the list of three names in `ranking`. (2 points)

# %% [markdown] lang="es"
# ## Parte 3. Tres socios (5 puntos, 15 minutos)
#
# **5.** Ordena `"mexico"`, `"canada"` y `"china"` por su comercio total de bienes con Estados Unidos en **{{RANK_YEAR}}**, del
# mayor al menor. Guarda la lista con los tres nombres en `ranking`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "ranking", "locked": false, "schema_version": 3, "solution": true, "task": false}
ranking = None
### BEGIN SOLUTION
year_rows = trade[(trade["year"] == P["RANK_YEAR"]) & (trade["flow"] == "total") & (trade["partner"] != "world")]
ranking = year_rows.sort_values("value", ascending=False)["partner"].tolist()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-ranking", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_items(ranking, "ranking", allowed=["mexico", "canada", "china"])
### BEGIN HIDDEN TESTS
assert [str(name) for name in ranking] == KEYS["ranking"], T["ranking-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# The table `shares` holds each partner's share of US goods trade, in per cent. The column `measure` says of what:
# `share_of_imports`, `share_of_exports` or `share_of_total`.
#
# **6.** By how many **percentage points** did the share of **{{SHARE_NAME}}** in US goods *imports* change from **{{SHARE_FROM}}**
# to **{{SHARE_TO}}**? Put it in `points`; a fall is negative. (2 points)
#
# **7.** What was the same change in **per cent** of the share of {{SHARE_FROM}}? Put it in `relative`. (1 point)

# %% [markdown] lang="es"
# La tabla `shares` guarda la participación de cada socio en el comercio de bienes de Estados Unidos, en por ciento. La columna
# `measure` dice de qué: `share_of_imports` (importaciones), `share_of_exports` (exportaciones) o `share_of_total` (total).
#
# **6.** ¿En cuántos **puntos porcentuales** cambió la participación de **{{SHARE_NAME}}** en las *importaciones* de bienes de
# Estados Unidos de **{{SHARE_FROM}}** a **{{SHARE_TO}}**? Guárdalo en `points`; una baja es negativa. (2 puntos)
#
# **7.** ¿Cuánto fue ese mismo cambio en **por ciento** de la participación de {{SHARE_FROM}}? Guárdalo en `relative`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "points", "locked": false, "schema_version": 3, "solution": true, "task": false}
points = None
relative = None
### BEGIN SOLUTION
share = shares[(shares["partner"] == P["SHARE_PARTNER"]) & (shares["measure"] == "share_of_imports")].set_index("year")[
    "value"
]
points = share[P["SHARE_TO"]] - share[P["SHARE_FROM"]]
relative = points / share[P["SHARE_FROM"]] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q6-points", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(points, "points", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(points) - KEYS["relative"]) >= 0.06, T["points-swapped"]
assert abs(float(points) - KEYS["points"]) < 0.06, T["points-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q7-relative", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(relative, "relative", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(relative) - KEYS["relative"]) < 0.6, T["relative-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 4. One chart, one message (5 points, 15 minutes)
#
# **8.** Draw the share of Mexico, Canada and China in US goods **imports**, **{{START}}–{{END}}**. (2 points)
#
# - `chart_data`: only the rows of `shares` you need, with at least the columns `year`, `partner` and `value`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 4. Una gráfica, un mensaje (5 puntos, 15 minutos)
#
# **8.** Dibuja la participación de México, Canadá y China en las **importaciones** de bienes de Estados Unidos, **{{START}}–{{END}}**.
# (2 puntos)
#
# - `chart_data`: solo las filas de `shares` que necesitas, al menos con las columnas `year`, `partner` y `value`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
of_imports = shares[(shares["measure"] == "share_of_imports") & shares["partner"].isin(["mexico", "canada", "china"])]
chart_data = of_imports[of_imports["year"].between(P["START"], P["END"])]
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="year",
        y="value",
        series="partner",
        title=chart_title,
        unit="%",
        alt=chart_alt,
        source=shares,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q8-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "partner", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert sorted({str(name) for name in chart_data["partner"]}) == ["canada", "china", "mexico"], T["chart-partners"]
assert len(chart_data) == 3 * (P["END"] - P["START"] + 1), T["chart-rows"]
assert chart_data["year"].min() == P["START"] and chart_data["year"].max() == P["END"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **9.** In two or three sentences: what does your chart show, and what does it *not* show? Your teacher reads the title and
# the alternative text together with this answer. (3 points)

# %% [markdown] lang="es"
# **9.** En dos o tres oraciones: ¿qué muestra tu gráfica y qué *no* muestra? Tu docente lee el título y el texto alternativo
# junto con esta respuesta. (3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q9-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# Between {{START}} and {{END}} the share of Mexico in US goods imports rose ({{KEYS.mexico_line}}), that of Canada fell
# ({{KEYS.canada_line}}) and that of China rose most ({{KEYS.china_line}}). The chart does not show how much was bought in
# dollars (all three could grow at once), nor services, nor how much of a "Mexican" or "Chinese" good was made elsewhere.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q9-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# Entre {{START}} y {{END}} la participación de México en las importaciones de bienes de Estados Unidos subió
# ({{KEYS.mexico_line}}), la de Canadá bajó ({{KEYS.canada_line}}) y la de China fue la que más subió ({{KEYS.china_line}}). La
# gráfica no muestra cuánto se compró en dólares (las tres pudieron crecer a la vez), ni los servicios, ni qué parte de un
# bien «mexicano» o «chino» se hizo en otro lado.

# %% [markdown] lang="en" rubric="q9-reading"
# ## Question 9: reading the chart (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 8 (1) | The title states a finding that the chart supports; the text gives direction and rough size for all three lines | Only one of the two does | Neither: "Shares by year", "a line chart" |
# | What it shows (1) | A true reading that compares at least two partners | True, one partner only | Not supported by the chart |
# | What it does not show (1) | A real limit: shares are not dollars; goods are not services; parts that cross the border | A limit of any chart ("it may have errors") | Missing |

# %% [markdown] lang="es" rubric="q9-reading"
# ## Pregunta 9: leer la gráfica (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 8 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da dirección y tamaño aproximado de las tres líneas | Solo uno de los dos lo hace | Ninguno: «Participaciones por año», «una gráfica de líneas» |
# | Lo que muestra (1) | Una lectura cierta que compara al menos dos socios | Cierta, de un solo socio | La gráfica no la sostiene |
# | Lo que no muestra (1) | Un límite real: participación no es dólares; bienes no es servicios; partes que cruzan la frontera | Un límite de cualquier gráfica («puede tener errores») | Falta |

# %% [markdown] lang="en"
# ## Part 5. A tariff (3 points, 10 minutes)
#
# The table `tariffs` comes from a model: the average duty that the law asked for, weighted by the imports of 2024. The
# measure `added` counts what was added since January 2025, in per cent. There is a row only for **days on which a rate
# changed**; between two rows the last rate holds.
#
# **10.** What added rate was in force for goods from `mexico` on **{{DAY_TEXT}}** (`"{{DAY}}"`)? Put it in `rate`. (2 points)
#
# **11.** How many **dollars** is that rate on a shipment worth {{SHIPMENT_TEXT}} dollars? Put it in `duty`. (1 point)

# %% [markdown] lang="es"
# ## Parte 5. Un arancel (3 puntos, 10 minutos)
#
# La tabla `tariffs` viene de un modelo: el arancel medio que pedía la norma, ponderado con las importaciones de 2024. La medida
# `added` cuenta lo que se agregó desde enero de 2025, en por ciento. Solo hay filas para los **días en que cambió alguna
# tasa**; entre dos filas vale la última.
#
# **10.** ¿Qué tasa adicional (`added`) estaba vigente para bienes de `mexico` el **{{DAY_TEXT}}** (`"{{DAY}}"`)? Guárdala en `rate`. (2 puntos)
#
# **11.** ¿Cuántos **dólares** de arancel da esa tasa para un embarque que vale {{SHIPMENT_TEXT}} dólares? Guárdalos en `duty`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "tariff", "locked": false, "schema_version": 3, "solution": true, "task": false}
rate = None
duty = None
### BEGIN SOLUTION
mexico = tariffs[(tariffs["partner"] == "mexico") & (tariffs["measure"] == "added")].sort_values("date")
rate = mexico[mexico["date"] <= P["DAY"]]["value"].iloc[-1]
duty = rate / 100 * P["SHIPMENT"]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q10-rate", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(rate, "rate", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(rate) - KEYS["rate"]) < 0.006, T["rate-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q11-duty", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(duty, "duty", low=0, high=P["SHIPMENT"], unit=T["dollars"])
### BEGIN HIDDEN TESTS
assert abs(float(duty) - KEYS["duty"]) < 1, T["duty-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 6. Question the source (5 points, 10 minutes)
#
# **12.** Look at the rows for Canada in 2025, with their columns `status`, `source` and `check`. By how many **billions** of
# dollars do exports and imports added together differ from the published total? Put exports + imports − total in `gap`. (1 point)

# %% [markdown] lang="es"
# ## Parte 6. Pregúntale a la fuente (5 puntos, 10 minutos)
#
# **12.** Mira las filas de Canadá en 2025, con sus columnas `status` (tipo de cifra), `source` (fuente) y `check` (verificación).
# ¿En cuántos **miles de millones** de dólares difiere la suma de exportaciones e importaciones del total publicado? Guarda
# exportaciones + importaciones − total en `gap`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "gap", "locked": false, "schema_version": 3, "solution": true, "task": false}
gap = None
### BEGIN SOLUTION
canada = trade[(trade["partner"] == "canada") & (trade["year"] == 2025)].set_index("flow")["value"]
gap = (canada["exports"] + canada["imports"] - canada["total"]) / 1000
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q12-gap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap, "gap", low=-200, high=200, unit=T["billions"])
### BEGIN HIDDEN TESTS
assert abs(float(gap) - KEYS["gap"]) < 0.06, T["gap-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **13.** Which figure for Canada's total in 2025 would you print, why, and what would you write under it? Say who made each figure,
# how far each was checked, one possible reason for the difference, and whether it could change the ranking of the
# partners in 2025. (3 to 5 sentences, 4 points)

# %% [markdown] lang="es"
# **13.** ¿Qué cifra del total de Canadá en 2025 publicarías, por qué, y qué escribirías debajo? Di quién hizo cada cifra, qué tanto se
# verificó cada una, una posible razón de la diferencia y si podría cambiar el orden de los socios en 2025. (De 3 a 5
# oraciones, 4 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q13-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# I would print the published total, {{KEYS.published_text}} billion dollars: a trade paper that cites Census gives it and two
# sources agree. The two flows come rounded from one opinion article (marked "single") and add up to {{KEYS.added_text}}. Rounding
# to whole billions cannot explain {{KEYS.gap_text}} billion; the article may use another vintage or another basis. The ranking does
# not change: with either figure Canada stays behind Mexico and ahead of China. Under the figure I would write: "Published
# total; flows reported elsewhere add up to {{KEYS.gap_share_text}} more."

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q13-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Elegiría el total publicado, {{KEYS.published_text}} mil millones de dólares: lo da un medio especializado que cita al Censo y
# coinciden dos fuentes. Los dos flujos vienen redondeados de un solo artículo de opinión (marcado «single») y suman
# {{KEYS.added_text}}. El redondeo a miles de millones no explica {{KEYS.gap_text}} mil millones; el artículo quizá usa otra versión de los
# datos u otra base. El orden no cambia: con cualquiera de las dos cifras Canadá queda detrás de México y delante de China.
# Debajo escribiría: «Total publicado; los flujos reportados en otra fuente suman {{KEYS.gap_share_text}} más».

# %% [markdown] lang="en" rubric="q13-source"
# ## Question 13: question the source (4 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who made it, how far checked (1) | Names both sources and both check levels | One of them | Neither |
# | A choice with a reason (1) | Chooses either figure with a reason taken from source or check (an honest "print both" counts) | Chooses without a reason | No choice |
# | Why they differ (1) | A possible reason: another vintage, another basis, revision | Only "rounding" (too small to explain it) or "error" | Missing |
# | Does it matter? (1) | Shows that the order stays the same, or computes the gap as a share of the total ({{KEYS.gap_share_text}}) | Says so without comparing | Missing |

# %% [markdown] lang="es" rubric="q13-source"
# ## Pregunta 13: pregúntale a la fuente (4 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién la hizo y qué tanto se verificó (1) | Nombra las dos fuentes y los dos grados de verificación | Una de ellas | Ninguna |
# | Una elección con razón (1) | Elige una de las cifras con una razón tomada de la fuente o de la verificación (un honesto «publico ambas» cuenta) | Elige sin razón | No elige |
# | Por qué difieren (1) | Una razón posible: otra versión de los datos, otra base, una revisión | Solo «redondeo» (demasiado pequeño para explicarla) o «error» | Falta |
# | ¿Importa? (1) | Muestra que el orden no cambia, o calcula la diferencia como parte del total ({{KEYS.gap_share_text}}) | Lo dice sin comparar | Falta |

# %% [markdown] lang="en"
# ## Part 7. Argue (5 points, 20 minutes)
#
# In 2025 the United States bought {{DEFICIT_2025}} billion dollars more in goods from Mexico than it sold to it. The US government lists
# that deficit among the reasons for not renewing the trade agreement (USMCA) as it stands, and its trade representative argues that an
# agreement meant to strengthen US manufacturing has not reached that goal. President Claudia Sheinbaum has said that the countries
# complement each other and do not compete; in 2025 Mexico was the largest buyer of US goods, with {{BOUGHT_2025}} billion dollars.
#
# **14.** *Does a goods deficit show that a country loses from trade?* Answer in 120 to 180 words. State your answer; give the
# strongest argument of the side you do **not** take; use at least two figures you computed above, with unit and year; name one thing those figures
# cannot show; and say which fact would make you change your mind. There is no right side: you are graded on the argument.

# %% [markdown] lang="es"
# ## Parte 7. Argumenta (5 puntos, 20 minutos)
#
# En 2025 Estados Unidos le compró a México {{DEFICIT_2025}} mil millones de dólares más en bienes de lo que le vendió. El gobierno de Estados
# Unidos cuenta ese déficit entre las razones para no renovar el tratado comercial (T-MEC) tal como está, y su representante comercial
# sostiene que un tratado pensado para fortalecer la manufactura estadounidense no ha alcanzado esa meta. La presidenta Claudia
# Sheinbaum ha dicho que los países se complementan y no compiten; en 2025 México fue el mayor comprador de bienes de Estados Unidos,
# con {{BOUGHT_2025}} mil millones de dólares.
#
# **14.** *¿Un déficit de bienes muestra que un país pierde con el comercio?* Responde en 120 a 180 palabras. Di tu respuesta; da el
# argumento más fuerte del lado que **no** tomas; usa al menos dos cifras que calculaste arriba, con unidad y año; nombra algo que esas cifras no
# pueden mostrar, y di qué hecho te haría cambiar de opinión. No hay lado correcto: se califica el argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q14-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. A goods deficit alone does not show a loss. The strongest case against me is that a deficit that lasts for
# decades can move whole industries: in the most exposed places some lost their jobs and blue-collar wages fell behind, and an average gain is
# no comfort to them. But in {{KEYS.widest_year}} the deficit was {{KEYS.deficit_text}} of two-way trade, and that trade grew {{KEYS.times_text}}-fold
# from {{START}} to {{END}}: sales to Mexico grew as well, and many imports carry US parts. These figures cannot show who
# gained and who lost inside each country, they leave out services, and they are not corrected for inflation. I would change my mind
# if places with more Mexican imports had lost more jobs, lastingly, than similar places without them, also after counting
# the jobs that depend on sales to Mexico.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q14-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. Un déficit de bienes, por sí solo, no muestra una pérdida. El argumento más fuerte en mi contra es que un
# déficit que dura décadas puede mover industrias enteras: en los lugares más expuestos hubo quien perdió el empleo y los salarios obreros se
# rezagaron, y una ganancia promedio no les sirve de consuelo. Pero en {{KEYS.widest_year}} el déficit fue {{KEYS.deficit_text}} del comercio total, y ese
# comercio se multiplicó por {{KEYS.times_text}} de {{START}} a {{END}}: también crecieron las ventas a México, y muchas importaciones
# llevan partes hechas en Estados Unidos. Estas cifras no pueden mostrar quién ganó y quién perdió dentro de cada país, dejan
# fuera los servicios y no descuentan la inflación. Cambiaría de opinión si los lugares con más importaciones mexicanas hubieran
# perdido más empleos, de forma duradera, que lugares parecidos sin ellas, aun contando los empleos que dependen de vender a México.

# %% [markdown] lang="en" rubric="q14-argument"
# ## Question 14: argue (5 points)
#
# Grade the argument, not the side. Both answers can earn full marks.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer to the question (1) | States it and keeps to it | Unclear until the end | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with unit and year, doing work in the argument | One, or two as decoration | None |
# | A limit of the figures (1) | Names one: services, inflation, who gains and who loses, parts made across the border | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q14-argument"
# ## Pregunta 14: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Ambas respuestas pueden obtener todos los puntos.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara a la pregunta (1) | La dice y la sostiene | Poco clara hasta el final | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con unidad y año, que trabajan en el argumento | Una, o dos de adorno | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: servicios, inflación, quién gana y quién pierde, partes hechas al otro lado | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
