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
from functools import cache

from vecinos import table
from vecinos.classroom.source import preview
from vecinos.i18n import number, percent

TITLE = {"en": "Wages, ports and money that crosses", "es": "Salarios, puertos y dinero que cruza"}
ZONES = {
    "general": {"en": "the general minimum wage", "es": "salario mínimo general"},
    "border": {
        "en": "the minimum wage of the northern border free zone",
        "es": "salario mínimo de la zona libre de la frontera norte",
    },
}
PORTS = {
    "laredo": "Laredo",
    "otay-mesa": "Otay Mesa",
    "hidalgo": "Hidalgo",
    "nogales": "Nogales",
    "calexico-east": "Calexico East",
}
STATES = {
    "guanajuato": "Guanajuato",
    "michoacan": "Michoacán",
    "jalisco": "Jalisco",
    "oaxaca": "Oaxaca",
    "guerrero": "Guerrero",
    "puebla": "Puebla",
    "veracruz": "Veracruz",
}
TEXTS = {
    "percent": {"en": "per cent", "es": "por ciento"},
    "pesos": {"en": "pesos a day", "es": "pesos al día"},
    "millions": {"en": "millions of dollars", "es": "millones de dólares"},
    "billions": {"en": "billions of dollars", "es": "miles de millones de dólares"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "nominal-wrong": {
        "en": "Take the rows of wages with zone {{ZONE}} for {{WAGE_FROM}} and {{WAGE_TO}}. Divide the rise in pesos by the first wage, and multiply by 100.",
        "es": "Toma las filas de wages con zone {{ZONE}} de {{WAGE_FROM}} y {{WAGE_TO}}. Divide el aumento en pesos entre el primer salario y multiplica por 100.",
    },
    "start-upside-down": {
        "en": "Prices rose in these years. Should the wage of {{WAGE_FROM}} be more or fewer pesos at the prices of {{WAGE_TO}}? Look again at which index stands on top.",
        "es": "En esos años subieron los precios. A precios de {{WAGE_TO}}, ¿el salario de {{WAGE_FROM}} equivale a más pesos o a menos? Mira otra vez qué índice va arriba.",
    },
    "start-wrong": {
        "en": "Do with the wage of {{WAGE_FROM}} what the example does with 1,000 pesos: from the prices of {{WAGE_FROM}} to those of {{WAGE_TO}}.",
        "es": "Haz con el salario de {{WAGE_FROM}} lo que el ejemplo hace con 1,000 pesos: de los precios de {{WAGE_FROM}} a los de {{WAGE_TO}}.",
    },
    "real-nominal": {
        "en": "This is the rise in pesos of each year (nominal). The question asks for the rise in what the wage buys (real): compare two amounts in the prices of the same year.",
        "es": "Este es el aumento en pesos de cada año (nominal). La pregunta pide el aumento de lo que compra el salario (real): compara dos cantidades a precios del mismo año.",
    },
    "real-subtracted": {
        "en": "It looks as if you subtracted the rise of prices from the rise of the wage. For large changes that goes wrong: compare two amounts in the prices of the same year.",
        "es": "Parece que restaste el alza de los precios al aumento del salario. Con cambios grandes eso falla: compara dos cantidades a precios del mismo año.",
    },
    "real-wrong": {
        "en": "Compare the wage of {{WAGE_TO}} with the wage of {{WAGE_FROM}} in the prices of {{WAGE_TO}} (question 2), in per cent of the latter.",
        "es": "Compara el salario de {{WAGE_TO}} con el de {{WAGE_FROM}} a precios de {{WAGE_TO}} (pregunta 2), en por ciento de este último.",
    },
    "dollar-nominal": {
        "en": "This is the rise in pesos. Turn each wage into dollars with the rate of its own year before you compare.",
        "es": "Este es el aumento en pesos. Pasa cada salario a dólares con el tipo de cambio de su propio año antes de comparar.",
    },
    "dollar-wrong": {
        "en": "A rate is pesos for one dollar: divide each wage by the rate of its own year (series fix), then compare the two amounts.",
        "es": "El tipo de cambio son pesos por un dólar: divide cada salario entre el de su propio año (series fix) y luego compara las dos cantidades.",
    },
    "share-of-table": {
        "en": "You divided by the ports of this table, but it holds twelve ports only. Where in the setup is there a count of all trucks?",
        "es": "Dividiste entre los puertos de esta tabla, pero solo tiene doce. ¿En qué tabla del inicio está el conteo de todos los camiones?",
    },
    "share-wrong": {
        "en": "Divide the trucks of {{PORT}} by all trucks of the same year (crossings, mode trucks), and multiply by 100.",
        "es": "Divide los camiones de {{PORT}} entre todos los camiones del mismo año (crossings, mode trucks) y multiplica por 100.",
    },
    "growth-absolute": {
        "en": "This is the order by number of trucks added. The question asks for growth in per cent of the first year.",
        "es": "Este es el orden según cuántos camiones más hubo. La pregunta pide el crecimiento en por ciento del primer año.",
    },
    "growth-wrong": {
        "en": "Divide the column {{GROWTH_TO}} by the column {{GROWTH_FROM}}, keep the five ports, and sort from the largest to the smallest.",
        "es": "Divide la columna {{GROWTH_TO}} entre la columna {{GROWTH_FROM}}, quédate con los cinco puertos y ordena del mayor al menor.",
    },
    "el-paso-break": {
        "en": "In these two years the name El Paso does not stand for the same crossings. Read again what the table counts under it, and until when.",
        "es": "En esos dos años el nombre El Paso no designa los mismos cruces. Vuelve a leer qué cuenta la tabla con ese nombre y hasta cuándo.",
    },
    "el-paso-wrong": {
        "en": "Find all rows that belong to El Paso in each year, add them, and take the change in per cent of {{EL_PASO_FROM}}. A fall is negative.",
        "es": "Busca todas las filas que corresponden a El Paso en cada año, súmalas y toma el cambio en por ciento de {{EL_PASO_FROM}}. Una baja es negativa.",
    },
    "received-wrong": {
        "en": "Take series received of remittances for {{SENT_FROM}} and {{SENT_TO}}. Divide the change by the first year, and multiply by 100.",
        "es": "Toma series received de remittances en {{SENT_FROM}} y {{SENT_TO}}. Divide el cambio entre el primer año y multiplica por 100.",
    },
    "bought-dollars": {
        "en": "This is the change in dollars. Families spend pesos, at the prices of their year: two steps are missing.",
        "es": "Este es el cambio en dólares. Las familias gastan pesos, a los precios de su año: faltan dos pasos.",
    },
    "bought-pesos": {
        "en": "This is the change in pesos of each year. One step is missing: what happened to prices in Mexico?",
        "es": "Este es el cambio en pesos de cada año. Falta un paso: ¿qué pasó con los precios en México?",
    },
    "bought-wrong": {
        "en": "For each of the two years: dollars times pesos for a dollar, divided by the price index. Then take the change in per cent.",
        "es": "Para cada uno de los dos años: dólares por pesos por dólar, entre el índice de precios. Luego toma el cambio en por ciento.",
    },
    "chart-states": {
        "en": "The chart's table should hold exactly the four states named in the question.",
        "es": "La tabla de la gráfica debe tener exactamente los cuatro estados que nombra la pregunta.",
    },
    "chart-rows": {
        "en": "One row per state and year from {{CHART_FROM}} to {{CHART_TO}} is expected.",
        "es": "Se espera una fila por estado y año de {{CHART_FROM}} a {{CHART_TO}}.",
    },
    "model-title": {
        "en": "Remittances to Chiapas grew faster than those to {{OTHERS}} from {{CHART_FROM}} to {{CHART_TO}}",
        "es": "Las remesas a Chiapas crecieron más que las de {{OTHERS}} de {{CHART_FROM}} a {{CHART_TO}}",
    },
    "model-alt": {
        "en": "Four lines from {{CHART_FROM}} to {{CHART_TO}}, in millions of dollars. {{KEYS.lines}}.",
        "es": "Cuatro líneas de {{CHART_FROM}} a {{CHART_TO}}, en millones de dólares. {{KEYS.lines}}.",
    },
    "inflow-mixed": {
        "en": "One of these years stands in the table twice, counted at two moments. Do not mix a first count with revised ones: look at the column vintage.",
        "es": "Uno de esos años aparece dos veces en la tabla, contado en dos momentos. No mezcles un primer dato con datos revisados: mira la columna vintage.",
    },
    "inflow-wrong": {
        "en": "Keep the rows of one vintage, as the question says, from {{INFLOW_FROM}} to {{INFLOW_TO}}; take the mean of value, and turn millions into billions.",
        "es": "Quédate con las filas de un solo vintage, como dice la pregunta, de {{INFLOW_FROM}} a {{INFLOW_TO}}; saca el promedio de value y pasa de millones a miles de millones.",
    },
}


@cache
def by_year(name, column, code):
    rows = table(name)
    return rows[rows[column] == code].set_index("year")["value"]


@cache
def price_index():
    return table("prices-mexico").set_index("year")["value"]


@cache
def trucks():
    ports = table("border-ports")
    return ports[ports["mode"] == "trucks"].pivot(index="port", columns="year", values="value")


def growth_of(start, end):
    wide = trucks().loc[list(PORTS)]
    return ((wide[end] / wide[start] - 1) * 100).sort_values(ascending=False)


def change(start, end):
    return float((end / start - 1) * 100)


def wage_changes(zone, start, end):
    """The rise of a minimum wage in per cent: (in pesos, in what it buys, in dollars)."""
    wage, prices = by_year("minimum-wage", "zone", zone), price_index()
    rate = by_year("exchange-rate", "series", "fix")
    return (
        change(wage[start], wage[end]),
        change(wage[start] / prices[start], wage[end] / prices[end]),
        change(wage[start] / rate[start], wage[end] / rate[end]),
    )


def remittance_changes(start, end):
    """The change of remittances in per cent: (in dollars, in pesos, in what they buy in Mexico)."""
    dollars, rate = by_year("remittances", "series", "received"), by_year("exchange-rate", "series", "fix")
    prices = price_index()
    pesos = dollars * rate
    return (
        change(dollars[start], dollars[end]),
        change(pesos[start], pesos[end]),
        change(pesos[start] / prices[start], pesos[end] / prices[end]),
    )


def draw(rng):
    # From 2018 on a wage meets no break of its series. Left out: the pair that the lesson prints, and years between
    # which the dollar stood still, so that a rise in pesos cannot pass for one in dollars.
    wages = [
        (zone, start, end)
        for zone, first in (("general", 2018), ("border", 2019))
        for start in range(first, 2022)
        for end in range(max(2022, start + 2), 2026)
        if (start, end) != (2021, 2025)
    ]
    wages = [one for one in wages if abs(wage_changes(*one)[0] - wage_changes(*one)[2]) > 2]
    growth = [(start, end) for start in range(1999, 2015) for end in range(start + 5, 2024)]
    growth = [one for one in growth if -growth_of(*one).diff().max() > 1.5]
    # The count of remittances has a break in 2003.
    sent = [(start, end) for start in range(2004, 2017) for end in range(2018, 2026)]
    sent = [one for one in sent if abs(remittance_changes(*one)[0] - remittance_changes(*one)[2]) > 1.5]
    zone, wage_from, wage_to = rng.choice(wages)
    port = rng.choice(sorted(PORTS))
    growth_from, growth_to = rng.choice(growth)
    sent_from, sent_to = rng.choice(sent)
    others = sorted(rng.sample(sorted(STATES), 3))
    names = [STATES[state] for state in others]
    wage = {one: by_year("minimum-wage", "zone", one) for one in ZONES}
    return {
        "ZONE": zone,
        "ZONE_NAME": ZONES[zone],
        "WAGE_FROM": wage_from,
        "WAGE_TO": wage_to,
        "PORT": port,
        "PORT_NAME": PORTS[port],
        "PORT_YEAR": rng.randint(1999, 2023),
        "GROWTH_FROM": growth_from,
        "GROWTH_TO": growth_to,
        "EL_PASO_FROM": rng.randint(2004, 2019),
        "EL_PASO_TO": rng.randint(2021, 2024),
        "SENT_FROM": sent_from,
        "SENT_TO": sent_to,
        "STATES": ["chiapas", *others],
        "STATES_CODES": ", ".join(f'`"{state}"`' for state in ("chiapas", *others)),
        "OTHERS": {"en": f"{names[0]}, {names[1]} and {names[2]}", "es": f"{names[0]}, {names[1]} y {names[2]}"},
        "CHART_FROM": rng.randint(2005, 2012),
        "CHART_TO": rng.randint(2022, 2025),
        "INFLOW_FROM": rng.randint(2005, 2011),
        "INFLOW_TO": rng.randint(2013, 2017),
        **{
            f"RAISE_{one.upper()}": {
                lang: percent(change(wage[one][2025], wage[one][2026]), 0, lang) for lang in ("en", "es")
            }
            for one in ZONES
        },
    }


def keys(P):
    start, end = P["WAGE_FROM"], P["WAGE_TO"]
    wage, prices = by_year("minimum-wage", "zone", P["ZONE"]), price_index()
    nominal, real, in_dollars = wage_changes(P["ZONE"], start, end)
    inflation = change(prices[start], prices[end])
    wide, all_trucks = trucks(), by_year("border-crossings", "mode", "trucks")
    year, port = P["PORT_YEAR"], P["PORT"]
    growth = growth_of(P["GROWTH_FROM"], P["GROWTH_TO"])
    added = (wide[P["GROWTH_TO"]] - wide[P["GROWTH_FROM"]]).loc[list(PORTS)].sort_values(ascending=False)
    before = wide.loc["el-paso", P["EL_PASO_FROM"]]
    alone, ysleta = wide.loc["el-paso", P["EL_PASO_TO"]], wide.loc["ysleta", P["EL_PASO_TO"]]
    received, pesos, bought = remittance_changes(P["SENT_FROM"], P["SENT_TO"])
    inflow = table("fdi-inflow")
    years = inflow[inflow["year"].between(P["INFLOW_FROM"], P["INFLOW_TO"])]
    revised, first = by_year("fdi-inflow", "vintage", "may-2018"), by_year("fdi-inflow", "vintage", "first")
    states = table("remittances-mexican-states").pivot(index="state", columns="year", values="value")
    ends = {state: (states.loc[state, P["CHART_FROM"]], states.loc[state, P["CHART_TO"]]) for state in P["STATES"]}
    grown = {state: one[1] / one[0] for state, one in ends.items()}
    names = STATES | {"chiapas": "Chiapas"}
    other = max(P["STATES"][1:], key=grown.get)
    largest = max(P["STATES"], key=lambda state: ends[state][1])

    def both(value, digits=0):
        return {lang: percent(value, digits, lang) for lang in ("en", "es")}

    return {
        "nominal_change": nominal,
        "start_today": float(wage[start] * prices[end] / prices[start]),
        "real_change": real,
        "dollar_change": in_dollars,
        "port_share": float(wide.loc[port, year] / all_trucks[year] * 100),
        "growth_order": growth.index.tolist(),
        "el_paso_change": change(before, alone + ysleta),
        "received_change": received,
        "bought_change": bought,
        "mean_inflow": float(years[years["vintage"] == "may-2018"]["value"].mean() / 1000),
        # What typical mistakes give
        "mistake_start_upside_down": float(wage[start] * prices[start] / prices[end]),
        "mistake_real_subtracted": nominal - inflation,
        "mistake_share_of_table": float(wide.loc[port, year] / wide[year].sum() * 100),
        "mistake_growth_absolute": added.index.tolist(),
        "mistake_el_paso_alone": change(before, alone),
        "mistake_bought_pesos": pesos,
        "mistake_inflow_mixed": float(years["value"].mean() / 1000),
        # For the model answers
        "nominal_text": both(nominal),
        "real_text": both(real),
        "received_text": both(received),
        "bought_text": both(bought),
        "lines": {
            lang: ". ".join(
                f"{names[state]} {verb} {number(one[0])} {to} {number(one[1])}" for state, one in ends.items()
            )
            for lang, verb, to in (("en", "goes from", "to"), ("es", "va de", "a"))
        },
        "chiapas_times": number(grown["chiapas"], 1),
        "other_name": names[other],
        "other_times": number(grown[other], 1),
        "largest_name": names[largest],
        "first_2012": number(first[2012] / 1000, 1),
        "later_2012": number(revised[2012] / 1000, 1),
        "first_2025": number(first[2025] / 1000, 1),
        "first_before": number(first.drop(2025).max() / 1000, 1),
        "highest": number(revised.max() / 1000, 1),
        "highest_year": str(revised.idxmax()),
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Wages, ports and money that crosses
#
# **About 90 minutes, 30 points.** Read the lessons on work and wages, on supply chains, and on remittances and investment first.
#
# What does a day of work buy? Through which gates do goods pass? What becomes of a dollar that is sent home? Three lessons gave
# answers for some years. You will find those for others, with the same tables, and meet the mistakes that such figures invite.
#
# How this notebook works:
#
# - Run the cells from top to bottom with Shift+Enter.
# - Where a cell says `# Write your code here`, write your code under that line and keep the variable's name.
# - The cell after each answer checks the *form* of your answer (is it a number, is the unit plausible?). It does not
#   know the right answer. You may run it as often as you like.
# - Leave results as Python gives them. If you round, keep at least one decimal.
# - You may add cells. Do not delete any. Save and hand in this file when you finish.

# %% [markdown] lang="es"
# # Salarios, puertos y dinero que cruza
#
# **Unos 90 minutos, 30 puntos.** Lee antes las lecciones sobre trabajo y salarios, cadenas de suministro, y remesas e inversión.
#
# ¿Qué compra un día de trabajo? ¿Por cuáles puertos pasan los bienes? ¿En qué se convierte un dólar que alguien manda a casa? Tres
# lecciones respondieron para algunos años. Tú vas a responder para otros, con las mismas tablas, y verás qué errores se cometen
# fácilmente con estas cifras.
#
# Cómo funciona este cuaderno:
#
# - Corre las celdas de arriba abajo con Mayús+Enter.
# - Donde una celda dice `# Escribe tu código aquí`, escribe tu código debajo de esa línea y conserva el nombre de la variable.
# - La celda que sigue a cada respuesta revisa la *forma* de tu respuesta (¿es un número?, ¿la unidad es verosímil?).
#   No conoce la respuesta correcta. Puedes correrla cuantas veces quieras.
# - Deja los resultados como los da Python. Si los redondeas, conserva al menos un decimal.
# - Puedes agregar celdas. No borres ninguna. Al terminar, guarda y entrega este archivo.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
# {{VARIANT}}
from vecinos import line_chart, table
from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
wages = table("minimum-wage")
prices = table("prices-mexico")
rates = table("exchange-rate")
ports = table("border-ports")
crossings = table("border-crossings")
remittances = table("remittances")
states = table("remittances-mexican-states")
fdi = table("fdi-inflow")
wages[wages["zone"] == "border"]

# %% [markdown] lang="en"
# ## How to move pesos from one year to another
#
# `wages` has one row per year and zone: `value` is the pesos for one day of work, in pesos of that year. The zone `general`
# is the general minimum wage, `border` that of the northern border free zone. `prices` is Mexico's consumer price index,
# one row per year. When the index doubles, the same basket costs twice as many pesos.
#
# To look up many years of one series, make the year the index with `set_index`. What did 1,000 pesos of 2000 buy? As much as
# this many pesos at the prices of 2010:

# %% [markdown] lang="es"
# ## Cómo llevar pesos de un año a otro
#
# `wages` tiene una fila por año (`year`) y zona (`zone`): `value` son los pesos por un día de trabajo, en pesos de ese año. La
# zona `general` es el salario mínimo general; `border`, el de la zona libre de la frontera norte. `prices` es el índice de
# precios al consumidor de México, con una fila por año. Cuando el índice se duplica, la misma canasta cuesta el doble de pesos.
#
# Para consultar muchos años de una serie, convierte el año en índice con `set_index`. ¿Qué compraban 1,000 pesos de 2000? Lo
# mismo que esta cantidad de pesos a precios de 2010:

# %% nbgrader={"grade": false, "grade_id": "example-prices", "locked": true, "schema_version": 3, "solution": false, "task": false}
price = prices.set_index("year")["value"]
1_000 * price[2010] / price[2000]

# %% [markdown] lang="en"
# ## Part 1. What a day of work pays (5 points, 16 minutes)
#
# This part is about {{ZONE_NAME}} (zone `{{ZONE}}`) in **{{WAGE_FROM}}** and **{{WAGE_TO}}**.
#
# **1.** By how many **per cent** did it rise in pesos of each year? Put it in `nominal_change` (12.5 means 12.5%). (1 point)

# %% [markdown] lang="es"
# ## Parte 1. Lo que paga un día de trabajo (5 puntos, 16 minutos)
#
# Esta parte trata del {{ZONE_NAME}} (zona `{{ZONE}}`) en **{{WAGE_FROM}}** y **{{WAGE_TO}}**.
#
# **1.** ¿Cuánto subió, en **por ciento**, en pesos de cada año? Guárdalo en `nominal_change` (12.5 quiere decir 12.5 %). (1 punto)

# %% nbgrader={"grade": false, "grade_id": "nominal", "locked": false, "schema_version": 3, "solution": true, "task": false}
nominal_change = None
### BEGIN SOLUTION
wage = wages[wages["zone"] == P["ZONE"]].set_index("year")["value"]
nominal_change = (wage[P["WAGE_TO"]] / wage[P["WAGE_FROM"]] - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-nominal", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(nominal_change, "nominal_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(nominal_change) - KEYS["nominal_change"]) < 0.6, T["nominal-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **2.** How many pesos a day was the wage of {{WAGE_FROM}} **at the prices of {{WAGE_TO}}**? Put it in `start_today`. (1 point)
#
# **3.** By how many **per cent** did **what the wage buys** change from {{WAGE_FROM}} to {{WAGE_TO}}? Put it in `real_change`. (2 points)

# %% [markdown] lang="es"
# **2.** ¿A cuántos pesos al día equivale el salario de {{WAGE_FROM}} **a precios de {{WAGE_TO}}**? Guárdalo en `start_today`. (1 punto)
#
# **3.** De {{WAGE_FROM}} a {{WAGE_TO}}, ¿cuánto cambió, en **por ciento**, **lo que compra el salario**? Guárdalo en
# `real_change`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "real", "locked": false, "schema_version": 3, "solution": true, "task": false}
start_today = None
real_change = None
### BEGIN SOLUTION
start_today = wage[P["WAGE_FROM"]] * price[P["WAGE_TO"]] / price[P["WAGE_FROM"]]
real_change = (wage[P["WAGE_TO"]] / start_today - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q2-start-today", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(start_today, "start_today", low=10, high=1_000, unit=T["pesos"])
### BEGIN HIDDEN TESTS
assert abs(float(start_today) - KEYS["mistake_start_upside_down"]) >= 0.6, T["start-upside-down"]
assert abs(float(start_today) - KEYS["start_today"]) < 0.6, T["start-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q3-real", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(real_change, "real_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(real_change) - KEYS["nominal_change"]) >= 0.6, T["real-nominal"]
assert abs(float(real_change) - KEYS["mistake_real_subtracted"]) >= 0.6, T["real-subtracted"]
assert abs(float(real_change) - KEYS["real_change"]) < 0.6, T["real-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# The table `rates` says how many pesos one dollar cost on average in a year; the series `fix` is that of the Bank of Mexico.
#
# **4.** By how many **per cent** did the same wage rise **in dollars**? Put it in `dollar_change`. (1 point)

# %% [markdown] lang="es"
# La tabla `rates` dice cuántos pesos costó un dólar en promedio cada año; la serie (`series`) `fix` es la del Banco de México.
#
# **4.** ¿Cuánto subió el mismo salario **en dólares**, en **por ciento**? Guárdalo en `dollar_change`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "dollars", "locked": false, "schema_version": 3, "solution": true, "task": false}
dollar_change = None
### BEGIN SOLUTION
rate = rates[rates["series"] == "fix"].set_index("year")["value"]
in_dollars = wage / rate
dollar_change = (in_dollars[P["WAGE_TO"]] / in_dollars[P["WAGE_FROM"]] - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q4-dollars", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(dollar_change, "dollar_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(dollar_change) - KEYS["nominal_change"]) >= 0.6, T["dollar-nominal"]
assert abs(float(dollar_change) - KEYS["dollar_change"]) < 0.6, T["dollar-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Through which gate? (6 points, 18 minutes)
#
# `ports` counts entries into the United States from Mexico at its twelve largest ports of entry, by year and `mode` (`trucks`,
# `cars`, `pedestrians` and others). It counts northward only, full or empty. Its notes say: *Ysleta is counted inside El Paso before 2020
# and apart from then on.* `crossings` has the same counts for the whole border.
#
# **5.** What share of **all** trucks that entered from Mexico in **{{PORT_YEAR}}** came through **{{PORT_NAME}}** (`"{{PORT}}"`)? Put it in `port_share`,
# in per cent. (2 points)

# %% [markdown] lang="es"
# ## Parte 2. ¿Por cuál puerto? (6 puntos, 18 minutos)
#
# `ports` cuenta las entradas a Estados Unidos desde México por los doce puertos de entrada más grandes, por año y por `mode`
# (`trucks`, camiones de carga; `cars`, autos; `pedestrians`, personas a pie, y otros). Solo cuenta hacia el norte, con carga o sin ella. Una
# de sus notas dice: *Ysleta se cuenta dentro de El Paso antes de 2020 y aparte desde entonces.* `crossings` tiene los mismos
# conteos para toda la frontera.
#
# **5.** De **todos** los camiones de carga que entraron desde México en **{{PORT_YEAR}}**, ¿qué porcentaje pasó por **{{PORT_NAME}}**
# (`"{{PORT}}"`)? Guárdalo en `port_share`, en por ciento. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "port", "locked": false, "schema_version": 3, "solution": true, "task": false}
port_share = None
### BEGIN SOLUTION
at_port = ports[(ports["port"] == P["PORT"]) & (ports["mode"] == "trucks") & (ports["year"] == P["PORT_YEAR"])]
everywhere = crossings[(crossings["mode"] == "trucks") & (crossings["year"] == P["PORT_YEAR"])]
port_share = at_port["value"].item() / everywhere["value"].item() * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-port-share", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(port_share, "port_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(port_share) - KEYS["mistake_share_of_table"]) >= 0.06, T["share-of-table"]
assert abs(float(port_share) - KEYS["port_share"]) < 0.06, T["share-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ### A wide table
#
# To compare many ports at once, `pivot` turns the long table into a wide one: here a row for each port and a column for each
# year. Whole columns can then be added, subtracted, multiplied or divided. `.loc[...]` keeps the rows you name, and
# `.sort_values(ascending=False)` puts the largest first. The example asks where the most people on foot were *added* between 2009
# and 2019. At its end `.index.tolist()` turns the names of the rows into a list.

# %% [markdown] lang="es"
# ### Una tabla ancha
#
# Para comparar muchos puertos a la vez, `pivot` convierte la tabla larga en una ancha: aquí, una fila por puerto y una columna
# por año. Luego puedes sumar, restar, multiplicar o dividir columnas enteras. `.loc[...]` conserva las filas que nombres y
# `.sort_values(ascending=False)` pone primero el valor más grande. El ejemplo pregunta dónde *aumentó* más el número de personas a
# pie entre 2009 y 2019. Al final, `.index.tolist()` convierte los nombres de las filas en una lista.

# %% nbgrader={"grade": false, "grade_id": "example-wide", "locked": true, "schema_version": 3, "solution": false, "task": false}
five = ["laredo", "otay-mesa", "hidalgo", "nogales", "calexico-east"]
on_foot = ports[ports["mode"] == "pedestrians"].pivot(index="port", columns="year", values="value")
more = (on_foot[2019] - on_foot[2009]).loc[five].sort_values(ascending=False)
print(more)
more.index.tolist()

# %% [markdown] lang="en"
# **6.** Put the five ports of the list `five` in the order of how much their **trucks** grew from **{{GROWTH_FROM}}** to **{{GROWTH_TO}}**, in **per cent**,
# fastest first. Put the list of five names in `growth_order`. (2 points)

# %% [markdown] lang="es"
# **6.** Ordena los cinco puertos de la lista `five` según cuánto crecieron sus **camiones de carga** (`trucks`) de **{{GROWTH_FROM}}** a
# **{{GROWTH_TO}}**, en **por ciento**, primero el que más creció. Guarda la lista con los cinco nombres en `growth_order`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "growth", "locked": false, "schema_version": 3, "solution": true, "task": false}
growth_order = None
### BEGIN SOLUTION
wide = ports[ports["mode"] == "trucks"].pivot(index="port", columns="year", values="value")
growth = (wide[P["GROWTH_TO"]] / wide[P["GROWTH_FROM"]]).loc[five]
growth_order = growth.sort_values(ascending=False).index.tolist()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q6-growth", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_items(growth_order, "growth_order", allowed=["laredo", "otay-mesa", "hidalgo", "nogales", "calexico-east"])
### BEGIN HIDDEN TESTS
given = [str(name) for name in growth_order]
assert given == KEYS["growth_order"] or given != KEYS["mistake_growth_absolute"], T["growth-absolute"]
assert given == KEYS["growth_order"], T["growth-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **7.** By how many **per cent** did the trucks that enter at El Paso change from **{{EL_PASO_FROM}}** to **{{EL_PASO_TO}}**? Compare like with like. Put
# it in `el_paso_change`; a fall is negative. (2 points)

# %% [markdown] lang="es"
# **7.** ¿Cuánto cambiaron, en **por ciento**, los camiones de carga que entran por El Paso de **{{EL_PASO_FROM}}** a **{{EL_PASO_TO}}**? Compara lo
# que es comparable. Guárdalo en `el_paso_change`; una baja es negativa. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "el-paso", "locked": false, "schema_version": 3, "solution": true, "task": false}
el_paso_change = None
### BEGIN SOLUTION
before = wide.loc["el-paso", P["EL_PASO_FROM"]]
after = wide.loc["el-paso", P["EL_PASO_TO"]] + wide.loc["ysleta", P["EL_PASO_TO"]]
el_paso_change = (after / before - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q7-el-paso", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(el_paso_change, "el_paso_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(el_paso_change) - KEYS["mistake_el_paso_alone"]) >= 0.6, T["el-paso-break"]
assert abs(float(el_paso_change) - KEYS["el_paso_change"]) < 0.15, T["el-paso-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. What a dollar becomes (3 points, 10 minutes)
#
# In `remittances` the series `received` is what Mexico receives, in millions of dollars of each year. Families change dollars into
# pesos and spend them at the prices of their year. Use `rates` (series `fix`) and `prices` as in part 1.
#
# **8.** By how many **per cent** did remittances received change **in dollars** from **{{SENT_FROM}}** to **{{SENT_TO}}**? Put it in `received_change`. (1 point)
#
# **9.** By how many **per cent** did **what they buy in Mexico** change? Put it in `bought_change`. (2 points)

# %% [markdown] lang="es"
# ## Parte 3. En qué se convierte un dólar (3 puntos, 10 minutos)
#
# En `remittances`, la serie `received` es lo que recibe México, en millones de dólares de cada año. Las familias cambian los dólares
# por pesos y los gastan a los precios de su año. Usa `rates` (serie `fix`) y `prices` como en la parte 1.
#
# **8.** ¿Cuánto cambiaron las remesas recibidas **en dólares**, en **por ciento**, de **{{SENT_FROM}}** a **{{SENT_TO}}**? Guárdalo en
# `received_change`. (1 punto)
#
# **9.** ¿Cuánto cambió, en **por ciento**, **lo que compran en México**? Guárdalo en `bought_change`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "bought", "locked": false, "schema_version": 3, "solution": true, "task": false}
received_change = None
bought_change = None
### BEGIN SOLUTION
received = remittances[remittances["series"] == "received"].set_index("year")["value"]
bought = received * rate / price
received_change = (received[P["SENT_TO"]] / received[P["SENT_FROM"]] - 1) * 100
bought_change = (bought[P["SENT_TO"]] / bought[P["SENT_FROM"]] - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q8-received", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(received_change, "received_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(received_change) - KEYS["received_change"]) < 0.6, T["received-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q9-bought", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(bought_change, "bought_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(bought_change) - KEYS["received_change"]) >= 0.6, T["bought-dollars"]
assert abs(float(bought_change) - KEYS["mistake_bought_pesos"]) >= 0.6, T["bought-pesos"]
assert abs(float(bought_change) - KEYS["bought_change"]) < 0.6, T["bought-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 4. One chart, one message (5 points, 14 minutes)
#
# `states` holds what each Mexican state received, in millions of dollars, by `year` and `state`.
#
# **10.** Draw what Chiapas, {{OTHERS}} received in **{{CHART_FROM}}–{{CHART_TO}}**. Their names in the table are {{STATES_CODES}}. (2 points)
#
# - `chart_data`: only the rows of `states` you need, with at least the columns `year`, `state` and `value`. To keep the rows of several
#   states, filter with `states["state"].isin(["sonora", "colima"])`, and for several years with `.between`, for instance
#   `states["year"].between(2003, 2004)`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 4. Una gráfica, un mensaje (5 puntos, 14 minutos)
#
# `states` tiene lo que recibió cada estado de México, en millones de dólares, por año (`year`) y estado (`state`).
#
# **10.** Dibuja lo que recibieron Chiapas, {{OTHERS}} en **{{CHART_FROM}}–{{CHART_TO}}**. En la tabla se llaman {{STATES_CODES}}. (2 puntos)
#
# - `chart_data`: solo las filas de `states` que necesitas, al menos con las columnas `year`, `state` y `value`. Para quedarte con las
#   filas de varios estados, filtra con `states["state"].isin(["sonora", "colima"])`, y con las de varios años, con `.between`; por
#   ejemplo, `states["year"].between(2003, 2004)`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
four = states[states["state"].isin(P["STATES"])]
chart_data = four[four["year"].between(P["CHART_FROM"], P["CHART_TO"])]
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="year",
        y="value",
        series="state",
        title=chart_title,
        unit=T["millions"],
        alt=chart_alt,
        source=states,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q10-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "state", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert {str(name) for name in chart_data["state"]} == set(P["STATES"]), T["chart-states"]
assert len(chart_data) == 4 * (P["CHART_TO"] - P["CHART_FROM"] + 1), T["chart-rows"]
assert chart_data["year"].min() == P["CHART_FROM"] and chart_data["year"].max() == P["CHART_TO"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **11.** In two or three sentences: what does your chart show, and what does it *not* show? Your teacher reads the title and
# the alternative text together with this answer. (3 points)

# %% [markdown] lang="es"
# **11.** En dos o tres oraciones: ¿qué muestra tu gráfica y qué *no* muestra? Tu docente lee el título y el texto alternativo
# junto con esta respuesta. (3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q11-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# From {{CHART_FROM}} to {{CHART_TO}} remittances to Chiapas became {{KEYS.chiapas_times}} times as large, more than in any of the other three ({{KEYS.other_name}}
# comes next with {{KEYS.other_times}} times); in {{CHART_TO}} {{KEYS.largest_name}} received most. The chart does not show what the dollars bought at Mexican
# prices, nor how many people share them, nor who receives them: some of the money may go to migrants from other countries who
# wait or live in Chiapas.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q11-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# De {{CHART_FROM}} a {{CHART_TO}} las remesas a Chiapas se multiplicaron por {{KEYS.chiapas_times}}, más que en los otros tres estados (le sigue
# {{KEYS.other_name}}, con {{KEYS.other_times}} veces); en {{CHART_TO}} el que más recibió fue {{KEYS.largest_name}}. La gráfica no muestra qué compraban esos dólares a
# precios de México, ni entre cuántas personas se reparten, ni quién los recibe: una parte puede ir a migrantes de otros países
# que esperan o viven en Chiapas.

# %% [markdown] lang="en" rubric="q11-reading"
# ## Question 11: reading the chart (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 10 (1) | The title states a finding that the chart supports; the text gives direction and rough size for all four lines | Only one of the two does | Neither: "Remittances by state", "a line chart" |
# | What it shows (1) | A true reading that compares at least two states, and says whether it means dollars or growth | True, one state only, or size and growth mixed up | Not supported by the chart |
# | What it does not show (1) | A real limit: current dollars, not what they buy; a total, not per person or household; not who receives or why | A limit of any chart ("it may have errors") | Missing |

# %% [markdown] lang="es" rubric="q11-reading"
# ## Pregunta 11: leer la gráfica (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 10 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da dirección y tamaño aproximado de las cuatro líneas | Solo uno de los dos lo hace | Ninguno: «Remesas por estado», «una gráfica de líneas» |
# | Lo que muestra (1) | Una lectura cierta que compara al menos dos estados y aclara si habla de dólares o de crecimiento | Cierta, de un solo estado, o confunde tamaño y crecimiento | La gráfica no la sostiene |
# | Lo que no muestra (1) | Un límite real: son dólares corrientes, no lo que compran; es un total, no por persona ni por hogar; no dice quién recibe ni por qué | Un límite de cualquier gráfica («puede tener errores») | Falta |

# %% [markdown] lang="en"
# ## Part 5. First count, later count (6 points, 16 minutes)
#
# `fdi` holds the foreign direct investment that came into Mexico in a year, in millions of dollars. Late reports come in, so a first
# count is always revised. The column `vintage` says which count a row is: `first` is the first release, `may-2018` the
# series as it stood in May 2018. The mean of a column is `.mean()`.
#
# **12.** How much came in **per year, on average**, from **{{INFLOW_FROM}}** to **{{INFLOW_TO}}** (both included), by the count of May 2018? Put the mean in `mean_inflow`, in
# **billions** of dollars. (2 points)

# %% [markdown] lang="es"
# ## Parte 5. Primer dato, dato revisado (6 puntos, 16 minutos)
#
# `fdi` tiene la inversión extranjera directa que llegó a México cada año, en millones de dólares. Hay reportes que llegan tarde, así
# que el primer dato siempre se revisa. La columna `vintage` dice qué conteo es cada fila: `first` es el primer dato; `may-2018`, la
# serie como estaba en mayo de 2018. El promedio de una columna se saca con `.mean()`.
#
# **12.** ¿Cuánto llegó **por año, en promedio**, de **{{INFLOW_FROM}}** a **{{INFLOW_TO}}** (ambos incluidos), según el conteo de mayo de 2018? Guarda el
# promedio en `mean_inflow`, en **miles de millones** de dólares. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "inflow", "locked": false, "schema_version": 3, "solution": true, "task": false}
mean_inflow = None
### BEGIN SOLUTION
revised = fdi[(fdi["vintage"] == "may-2018") & fdi["year"].between(P["INFLOW_FROM"], P["INFLOW_TO"])]
mean_inflow = revised["value"].mean() / 1000
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q12-inflow", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(mean_inflow, "mean_inflow", low=1, high=200, unit=T["billions"])
### BEGIN HIDDEN TESTS
assert abs(float(mean_inflow) - KEYS["mistake_inflow_mixed"]) >= 0.06, T["inflow-mixed"]
assert abs(float(mean_inflow) - KEYS["mean_inflow"]) < 0.06, T["inflow-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **13.** A school paper wants to print: *"2025 was a record year for foreign investment in Mexico."* Look at the rows of `fdi` for 2012,
# for 2025 and for the year with the largest figure of all, with their columns `vintage`, `source` and `check`. Which figures would you set side by
# side, and what would you write under the line? Say who made each figure and how far it was checked, what the two rows of 2012
# tell you, and whether the record stands. (4 to 6 sentences, 4 points)
#
# The sources: `se-ied-2018` is one compilation of the series of Mexico's economy ministry, `se-first` first releases of
# the ministry as the press gave them, `mnd-fdi25` the newspaper Mexico News Daily of February 2026, from the ministry. In `check`, `single`
# means one account only and `two` that two sources agree.

# %% [markdown] lang="es"
# **13.** Un periódico escolar quiere publicar: *«2025 fue un año récord de inversión extranjera en México»*. Mira las filas de `fdi` de 2012, de
# 2025 y del año con la cifra más grande de todas, con sus columnas `vintage`, `source` (fuente) y `check` (verificación). ¿Qué cifras pondrías
# lado a lado y qué escribirías debajo de la frase? Di quién hizo cada cifra y qué tanto se verificó, qué te enseñan las dos filas
# de 2012 y si el récord se sostiene. (De 4 a 6 oraciones, 4 puntos)
#
# Las fuentes: `se-ied-2018` es una compilación de la serie de la Secretaría de Economía; `se-first`, primeros datos de la Secretaría tal
# como los dio la prensa; `mnd-fdi25`, el periódico Mexico News Daily de febrero de 2026, con datos de la Secretaría. En `check`, `single` quiere
# decir una sola fuente y `two`, que coinciden dos.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q13-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# I would set first counts beside first counts: {{KEYS.first_2025}} billion dollars for 2025 (the economy ministry, in a newspaper; two sources agree) against at most
# {{KEYS.first_before}} for the earlier years whose first count we have. On that basis the line holds for those years. The
# largest figure of all is {{KEYS.highest}} billion for {{KEYS.highest_year}}, from one compilation of the ministry's revised series, marked "single". It is
# not the same kind of figure: the first count for 2012 was {{KEYS.first_2012}} and the later one {{KEYS.later_2012}}, so a revision can be larger than a record. Under
# the line I would write: "First count, not final. Some years have no first count here, and the revised figure for {{KEYS.highest_year}} is larger."

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q13-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Pondría primeros datos junto a primeros datos: {{KEYS.first_2025}} mil millones de dólares en 2025 (de la Secretaría de Economía, en un periódico; coinciden
# dos fuentes) frente a {{KEYS.first_before}} como máximo en los años anteriores de los que tenemos primer dato. Así, la frase vale para esos años. La cifra
# más grande de todas son {{KEYS.highest}} mil millones en {{KEYS.highest_year}}, de una sola compilación de la serie revisada de la Secretaría, marcada «single». No
# es el mismo tipo de cifra: el primer dato de 2012 fue {{KEYS.first_2012}} y el posterior {{KEYS.later_2012}}, así que una revisión puede pesar más que un récord.
# Debajo escribiría: «Primer dato, no definitivo. De algunos años no tenemos primer dato, y la cifra revisada de {{KEYS.highest_year}} es mayor».

# %% [markdown] lang="en" rubric="q13-source"
# ## Question 13: question the source (4 points)
#
# The ministry and a deputy governor of the Bank of Mexico held that only first counts compare; the think tank IMCO called that correct as
# arithmetic, but incomplete and of little relevance (lesson on remittances and investment). Both choices can earn full marks.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who made it, how far checked (1) | The ministry behind all of them, who passed each on, and both check levels | One of these is missing | None |
# | Like with like (1) | Sets first beside first, or says openly that revised and first are mixed and why | Names the column vintage without using it | Compares {{KEYS.first_2025}} and {{KEYS.highest}} as if alike |
# | What 2012 teaches (1) | The same year grew from {{KEYS.first_2012}} to {{KEYS.later_2012}}: a first count can move by more than the distance between years | Only "figures are revised" | Missing |
# | Does the record stand, and the note (1) | An answer that fits the chosen basis, with a note that a reader of the paper would understand (first count, not final, missing years) | Answer or note | Neither |

# %% [markdown] lang="es" rubric="q13-source"
# ## Pregunta 13: pregúntale a la fuente (4 puntos)
#
# La Secretaría y un subgobernador del Banco de México sostuvieron que solo se comparan primeros datos; el centro de estudios IMCO lo llamó correcto
# como aritmética, pero incompleto y poco relevante (lección sobre remesas e inversión). Ambas elecciones pueden obtener todos los puntos.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién la hizo y qué tanto se verificó (1) | La Secretaría detrás de todas, quién difundió cada una y los dos grados de verificación | Falta una de estas cosas | Nada de esto |
# | Comparar lo comparable (1) | Pone primer dato junto a primer dato, o dice abiertamente que mezcla revisado y primero y por qué | Nombra la columna vintage sin usarla | Compara {{KEYS.first_2025}} y {{KEYS.highest}} como si fueran iguales |
# | Lo que enseña 2012 (1) | El mismo año pasó de {{KEYS.first_2012}} a {{KEYS.later_2012}}: un primer dato puede moverse más que la distancia entre dos años | Solo «las cifras se revisan» | Falta |
# | Si el récord se sostiene, y la nota (1) | Una respuesta acorde con la base elegida y una nota que entendería quien lee el periódico (primer dato, no definitivo, años que faltan) | La respuesta o la nota | Ninguna |

# %% [markdown] lang="en"
# ## Part 6. Argue (5 points, 16 minutes)
#
# For 2026 Mexico raised the general minimum wage by {{RAISE_GENERAL}} and that of the border zone by {{RAISE_BORDER}}. President Claudia
# Sheinbaum says that this puts no pressure on prices or jobs. Researchers of the labour ministry had found that the doubling of the border's
# minimum in 2019 had no significant effect on the number of jobs, and that pay rose. The employers' confederation Coparmex backed the raise, one
# account says, and asked that jobs, prices and growth be watched before the next ones. Raymundo Campos-Vázquez and two colleagues found for 2019 pay
# about 9% higher and 1.6% less growth in formal jobs, a figure that is imprecise and may be zero.
#
# **14.** *Should Mexico's minimum wage go on rising faster than prices in the next years?* Answer in 120 to 180 words. State your answer; give the
# strongest argument of the side you do **not** take; use at least two figures you computed above, with unit and year; name one thing those figures
# cannot show; and say which fact would make you change your mind. There is no right side: you are graded on the argument.

# %% [markdown] lang="es"
# ## Parte 6. Argumenta (5 puntos, 16 minutos)
#
# Para 2026 México subió {{RAISE_GENERAL}} el salario mínimo general y {{RAISE_BORDER}} el de la zona fronteriza. La presidenta Claudia Sheinbaum dice que eso
# no presiona los precios ni el empleo. Investigadores de la Secretaría del Trabajo habían encontrado que, al duplicarse el salario mínimo de la
# frontera en 2019, no hubo un efecto significativo en el número de empleos y la paga subió. La confederación patronal Coparmex respaldó el aumento, según
# una nota, y pidió vigilar el empleo, los precios y el crecimiento antes de los siguientes. Raymundo Campos-Vázquez y dos colegas encontraron para
# 2019 una paga cerca de 9 % más alta y un crecimiento 1.6 % menor del empleo formal, cifra imprecisa que puede ser cero.
#
# **14.** *¿Debe el salario mínimo de México seguir subiendo más que los precios en los próximos años?* Responde en 120 a 180 palabras. Di tu respuesta; da el
# argumento más fuerte del lado que **no** tomas; usa al menos dos cifras que calculaste arriba, con unidad y año; nombra algo que esas cifras no
# pueden mostrar, y di qué hecho te haría cambiar de opinión. No hay lado correcto: se califica el argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q14-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. Yes, but in smaller steps that are checked each year. The strongest case against me is that every raise is paid
# by someone. A small shop that cannot pay it may hire off the books, and then the people the law wants to protect lose their contract; one
# study of 2019 found somewhat slower growth of formal jobs, even if the figure may be zero. Still, from {{WAGE_FROM}} to {{WAGE_TO}} the wage rose by
# {{KEYS.nominal_text}} in pesos and by only {{KEYS.real_text}} in what it buys, because prices rose as well. Without raises above prices that gain would
# stop. These figures show the legal wage, not what people earn: they leave out everyone without a contract and
# everyone who earns more. I would change my mind if, after the next raises, formal jobs grew clearly more slowly in places
# where many earn the minimum than in like places where few do.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q14-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. Sí, pero en pasos más chicos que se revisen cada año. El argumento más fuerte en mi contra es que alguien paga
# cada aumento. Un negocio pequeño que no puede pagarlo quizá contrate de manera informal, y entonces quienes la ley quiere proteger se quedan sin
# contrato; un estudio sobre 2019 encontró un crecimiento algo menor del empleo formal, aunque la cifra puede ser cero. Aun así, de {{WAGE_FROM}} a
# {{WAGE_TO}} el salario subió {{KEYS.nominal_text}} en pesos y solo {{KEYS.real_text}} en lo que compra, porque también subieron los precios. Sin aumentos por
# encima de los precios, esa mejora se detiene. Estas cifras muestran el salario legal, no lo que la gente gana: dejan fuera a quien
# no tiene contrato y a quien gana más. Cambiaría de opinión si, tras los próximos aumentos, el empleo formal creciera claramente
# menos donde muchas personas ganan el mínimo que en lugares parecidos donde son pocas.

# %% [markdown] lang="en" rubric="q14-argument"
# ## Question 14: argue (5 points)
#
# Grade the argument, not the side. Both answers can earn full marks, and so can "yes, under a condition".
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer to the question (1) | States it and keeps to it | Unclear until the end | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with unit and year, doing work in the argument | One, or two as decoration, or nominal taken for real | None |
# | A limit of the figures (1) | Names one: people without a contract, what people in fact earn, prices where somebody lives, jobs | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q14-argument"
# ## Pregunta 14: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Ambas respuestas pueden obtener todos los puntos, y también un «sí, con una condición».
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara a la pregunta (1) | La dice y la sostiene | Poco clara hasta el final | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con unidad y año, que trabajan en el argumento | Una, o dos de adorno, o lo nominal tomado por real | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: quienes no tienen contrato, lo que la gente gana en realidad, los precios donde vive cada quien, los empleos | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
