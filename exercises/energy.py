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

TITLE = {"en": "Gas, crude and water across one border", "es": "Gas, crudo y agua a través de la frontera"}
FLOOR = 350  # thousands of acre-feet a year, as in the table rio-grande-water
TEXTS = {
    "percent": {"en": "per cent", "es": "por ciento"},
    "points": {"en": "percentage points", "es": "puntos porcentuales"},
    "years": {"en": "years", "es": "años"},
    "times": {"en": "times (a ratio)", "es": "veces (una razón)"},
    "gas-unit": {"en": "billions of cubic metres a year", "es": "miles de millones de metros cúbicos al año"},
    "water-unit": {"en": "thousands of acre-feet", "es": "miles de acres-pie"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "dependence-output": {
        "en": "This is the part that Mexico produced itself. The question asks for the other part.",
        "es": "Esta es la parte que México produjo. La pregunta pide la otra parte.",
    },
    "dependence-base": {
        "en": "You divided by output. A share of what Mexico used has its use below the line.",
        "es": "Dividiste entre la producción. Para obtener una parte de lo que México consumió, divide entre lo que consumió.",
    },
    "dependence-wrong": {
        "en": "Take gas-use and gas-output of {{GAS_YEAR}} from oil: use minus output, divided by use, times 100.",
        "es": "Toma gas-use y gas-output de {{GAS_YEAR}} en oil: consumo menos producción, entre el consumo, por 100.",
    },
    "points-relative": {
        "en": "This is a change in per cent of the first share. A change in percentage points is a plain difference of two shares.",
        "es": "Este es un cambio en por ciento de la primera parte. Un cambio en puntos porcentuales es la simple resta de dos partes.",
    },
    "points-wrong": {
        "en": "Work out the same share for {{POINTS_FROM}} and for {{POINTS_TO}}, and subtract the first from the second.",
        "es": "Calcula la misma parte para {{POINTS_FROM}} y para {{POINTS_TO}}, y resta la primera a la segunda.",
    },
    "power-us": {
        "en": "This is the share in the United States. Look at the column country.",
        "es": "Esta es la parte en Estados Unidos. Mira la columna country.",
    },
    "power-wrong": {
        "en": "Divide gas-power by electricity, both of mexico in {{POWER_YEAR}}, and multiply by 100.",
        "es": "Divide gas-power entre electricity, ambas de mexico en {{POWER_YEAR}}, y multiplica por 100.",
    },
    "low-others": {
        "en": "These are the years at {{LIMIT}}% or more. The question asks for those below.",
        "es": "Estos son los años con {{LIMIT}} % o más. La pregunta pide los que quedaron por debajo.",
    },
    "low-wrong": {
        "en": "Divide refinery-throughput by refinery-capacity for each year from {{LOW_FROM}} to {{LOW_TO}}, times 100, and count the years under {{LIMIT}}.",
        "es": "Divide refinery-throughput entre refinery-capacity en cada año de {{LOW_FROM}} a {{LOW_TO}}, por 100, y cuenta los años por debajo de {{LIMIT}}.",
    },
    "lowest-part": {
        "en": "The lowest figure of that year covers a part of the year only. Which column says how much of a year a row covers?",
        "es": "La cifra más baja de ese año cubre solo una parte del año. ¿Qué columna dice cuánto del año cubre una fila?",
    },
    "lowest-wrong": {
        "en": "Keep series crude-imports, period year and the years from {{CRUDE_FIRST}} to {{CRUDE_LAST}}; look for the lowest value.",
        "es": "Quédate con series crude-imports, period year y los años de {{CRUDE_FIRST}} a {{CRUDE_LAST}}; busca el valor más bajo.",
    },
    "crude-wrong": {
        "en": "Take the change from {{CRUDE_FROM}} to {{CRUDE_TO}} in per cent of {{CRUDE_FROM}}, from rows for whole years. A fall is negative.",
        "es": "Toma el cambio de {{CRUDE_FROM}} a {{CRUDE_TO}} en por ciento de {{CRUDE_FROM}}, con filas de años completos. Una baja es negativa.",
    },
    "chart-series": {
        "en": "The chart's table should hold exactly two series: gas-output and gas-use.",
        "es": "La tabla de la gráfica debe tener exactamente dos series: gas-output y gas-use.",
    },
    "chart-rows": {
        "en": "One row per series and year from {{CHART_FROM}} to {{CHART_TO}} is expected.",
        "es": "Se espera una fila por serie y año de {{CHART_FROM}} a {{CHART_TO}}.",
    },
    "model-title": {
        "en": "Mexico's gas output covered {{KEYS.covered_from}} of its use in {{CHART_FROM}} and {{KEYS.covered_to}} in {{CHART_TO}}",
        "es": "La producción de gas de México cubrió {{KEYS.covered_from}} de su consumo en {{CHART_FROM}} y {{KEYS.covered_to}} en {{CHART_TO}}",
    },
    "model-alt": {
        "en": "Two lines from {{CHART_FROM}} to {{CHART_TO}}, in billions of cubic metres. Use rises from {{KEYS.use_from}} to {{KEYS.use_to}}. Output starts at {{KEYS.output_from}}, peaks at {{KEYS.output_peak}} in {{KEYS.peak_year}} and ends at {{KEYS.output_to}}.",
        "es": "Dos líneas de {{CHART_FROM}} a {{CHART_TO}}, en miles de millones de metros cúbicos. El consumo sube de {{KEYS.use_from}} a {{KEYS.use_to}}. La producción empieza en {{KEYS.output_from}}, llega a su máximo de {{KEYS.output_peak}} en {{KEYS.peak_year}} y termina en {{KEYS.output_to}}.",
    },
    "co2-wrong": {
        "en": "Take series co2 of that country for {{CO2_FROM}} and {{CO2_TO}}; divide the change by the first year, times 100. A fall is negative.",
        "es": "Toma series co2 de ese país en {{CO2_FROM}} y {{CO2_TO}}; divide el cambio entre el primer año, por 100. Una baja es negativa.",
    },
    "ratio-wrong": {
        "en": "Divide the tonnes of the United States by those of Mexico, both of {{CO2_TO}}.",
        "es": "Divide las toneladas de Estados Unidos entre las de México, ambas de {{CO2_TO}}.",
    },
    "debt-floor": {
        "en": "This judges each year by itself. Under the treaty's rule only the five years together count.",
        "es": "Esto juzga cada año por separado. Con la regla del tratado solo cuentan los cinco años juntos.",
    },
    "debt-wrong": {
        "en": "Five years at the mean that the table gives, in thousands of acre-feet, minus all that was delivered.",
        "es": "Cinco años con el promedio que da la tabla, en miles de acres-pie, menos todo lo que se entregó.",
    },
    "floor-mean": {
        "en": "This is what is missing by the mean of five years. Under a floor, can the extra water of a wet year pay for a dry one?",
        "es": "Esto es lo que falta según el promedio de cinco años. Con un mínimo anual, ¿el agua de más de un año lluvioso puede pagar la de un año seco?",
    },
    "floor-wrong": {
        "en": "For each year ask how much it stays below the floor. A year above it misses nothing. Then add up.",
        "es": "Pregunta de cada año cuánto le faltó para el mínimo. A un año que lo pasa no le falta nada. Luego suma.",
    },
}


@cache
def by_year(series):
    oil = table("oil-gas-mexico")
    return oil[oil["series"] == series].set_index("year")["value"]


@cache
def power(country, series):
    rows = table("energy-compared")
    return rows[(rows["country"] == country) & (rows["series"] == series)].set_index("year")["value"]


def dependence(year):
    use, output = by_year("gas-use")[year], by_year("gas-output")[year]
    return float((use - output) / use * 100)


@cache
def utilisation():
    return (by_year("refinery-throughput") / by_year("refinery-capacity") * 100).dropna()


@cache
def crude(whole=True):
    trade = table("energy-trade")
    rows = trade[trade["series"] == "crude-imports"]
    return rows[rows["period"] == "year"] if whole else rows


def change(start, end):
    return float((end / start - 1) * 100)


def lowest(rows, first, last):
    rows = rows[rows["year"].between(first, last)]
    return int(rows.loc[rows["value"].idxmin(), "year"])


def draw(rng):
    used = utilisation()
    limits = [
        (first, last, limit)
        for first in range(1995, 2006)
        for last in range(2016, 2025)
        for limit in (50, 55, 60, 65, 70, 75, 80)
        if (used.loc[first:last] - limit).abs().min() > 0.2
        and 2 <= (used.loc[first:last] < limit).sum() != (used.loc[first:last] >= limit).sum()
    ]
    # Only years between which a figure for part of a year is lower than all those for whole years.
    windows = [
        (first, last)
        for first in range(2012, 2017)
        for last in range(2017, 2026)
        if lowest(crude(), first, last) != lowest(crude(False), first, last)
    ]
    low_from, low_to, limit = rng.choice(limits)
    crude_first, crude_last = rng.choice(windows)
    # Three years under the floor and two above it; together under the quota of 1,750, so that both rules find a debt.
    dry = [rng.randint(9, 24) * 10 for _ in range(3)]
    wet = [rng.randint(38, 50) * 10 for _ in range(2)]
    deliveries = dry + wet
    rng.shuffle(deliveries)
    trade = table("energy-trade").set_index(["series", "year", "period"])["value"]
    old, new = trade["value-total-2023", 2023, "year"], trade["value-total-2024", 2024, "year"]
    return {
        "GAS_YEAR": rng.randint(2005, 2023),
        "POINTS_FROM": rng.randint(2003, 2012),
        "POINTS_TO": rng.randint(2016, 2023),
        "POWER_YEAR": rng.randint(2003, 2023),
        "LOW_FROM": low_from,
        "LOW_TO": low_to,
        "LIMIT": limit,
        "CRUDE_FIRST": crude_first,
        "CRUDE_LAST": crude_last,
        "CRUDE_FROM": rng.choice([2013, 2015, 2017, 2018]),
        "CRUDE_TO": rng.choice([2019, 2021, 2024]),
        "CHART_FROM": rng.choice([1990, 1992, 1994, 1996, 1998, 2000, 2002]),
        "CHART_TO": rng.randint(2018, 2024),
        "CO2_FROM": rng.randint(1988, 2004),
        "CO2_TO": rng.randint(2012, 2023),
        "DELIVERIES": deliveries,
        "OLD_VALUE": number(old / 1000, 1),
        "NEW_VALUE": number(new / 1000, 1),
        "MIXED_FALL": {lang: percent(-change(old, new), 0, lang) for lang in ("en", "es")},
    }


def keys(P):
    use, output = by_year("gas-use"), by_year("gas-output")
    used = utilisation().loc[P["LOW_FROM"] : P["LOW_TO"]]
    points = dependence(P["POINTS_TO"]) - dependence(P["POINTS_FROM"])
    whole = crude().set_index("year")["value"]
    mexico, us = power("mexico", "co2"), power("us", "co2")
    shares = {one: power(one, "gas-power") / power(one, "electricity") * 100 for one in ("mexico", "us")}
    debt = 5 * FLOOR - sum(P["DELIVERIES"])
    start, end = P["CHART_FROM"], P["CHART_TO"]
    shown = output.loc[start:end]
    trade = table("energy-trade").set_index(["series", "year", "period"])["value"]
    total = {year: trade["value-total-2024", year, "year"] for year in (2023, 2024)}
    old = trade["value-total-2023", 2023, "year"]

    def both(value, digits=0):
        return {lang: percent(value, digits, lang) for lang in ("en", "es")}

    return {
        "dependence": dependence(P["GAS_YEAR"]),
        "points": points,
        "power_share": float(shares["mexico"][P["POWER_YEAR"]]),
        "low_years": int((used < P["LIMIT"]).sum()),
        "lowest_year": lowest(crude(), P["CRUDE_FIRST"], P["CRUDE_LAST"]),
        "crude_change": change(whole[P["CRUDE_FROM"]], whole[P["CRUDE_TO"]]),
        "mexico_change": change(mexico[P["CO2_FROM"]], mexico[P["CO2_TO"]]),
        "us_change": change(us[P["CO2_FROM"]], us[P["CO2_TO"]]),
        "co2_ratio": float(us[P["CO2_TO"]] / mexico[P["CO2_TO"]]),
        "cycle_debt": debt,
        "floor_missing": sum(max(0, FLOOR - year) for year in P["DELIVERIES"]),
        # What typical mistakes give
        "mistake_own_share": 100 - dependence(P["GAS_YEAR"]),
        "mistake_over_output": change(output[P["GAS_YEAR"]], use[P["GAS_YEAR"]]),
        "mistake_points_relative": points / dependence(P["POINTS_FROM"]) * 100,
        "mistake_power_us": float(shares["us"][P["POWER_YEAR"]]),
        "mistake_high_years": int((used >= P["LIMIT"]).sum()),
        "mistake_lowest_part": lowest(crude(False), P["CRUDE_FIRST"], P["CRUDE_LAST"]),
        # For the model answers
        "dependence_text": both(dependence(P["GAS_YEAR"])),
        "points_text": number(points, 0),
        "power_text": both(float(shares["mexico"][P["POWER_YEAR"]])),
        "covered_from": both(output[start] / use[start] * 100),
        "covered_to": both(output[end] / use[end] * 100),
        "use_from": number(use[start], 1),
        "use_to": number(use[end], 1),
        "output_from": number(output[start], 1),
        "output_to": number(output[end], 1),
        "output_peak": number(shown.max(), 1),
        "peak_year": str(shown.idxmax()),
        "total_2023": number(total[2023] / 1000, 0),
        "total_2024": number(total[2024] / 1000, 0),
        "gap_text": both(change(old, total[2023])),
        "fall_text": both(-change(total[2023], total[2024])),
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Gas, crude and water across one border
#
# **About 90 minutes, 30 points.** Read the two lessons on energy markets and on the environment first.
#
# How much of its gas does Mexico buy? What becomes of its crude? Who owes how much water after five years? You will work it out for
# years of your own, with the tables of the course, and ask how far each figure carries.
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
# # Gas, crudo y agua a través de la frontera
#
# **Unos 90 minutos, 30 puntos.** Lee antes las dos lecciones: la de mercados de energía y la de medio ambiente.
#
# ¿Cuánto del gas que consume compra México? ¿Qué pasa con su crudo? ¿Quién debe cuánta agua al cabo de cinco años? Vas a calcularlo
# para los años que te tocaron, con las tablas del curso, y a preguntarte hasta dónde llega cada cifra.
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
from vecinos.classroom import check_frame, check_number, check_words
from vecinos.mode import use_language

use_language(P["LANG"])
oil = table("oil-gas-mexico")
power = table("energy-compared")
trade = table("energy-trade")
water = table("rio-grande-water")
oil[oil["year"] == 1990]

# %% [markdown] lang="en"
# ## How to look up one series
#
# `oil` has one row per year and `series`, for Mexico: `gas-output` and `gas-use` (natural gas produced and used, in billions of cubic
# metres), `oil-output` and `oil-use`, `refinery-capacity` and `refinery-throughput` (what the refineries could and did process, in thousands of
# barrels a day). To look up many years of one series, filter it and make the year the index with `set_index`:

# %% [markdown] lang="es"
# ## Cómo consultar una serie
#
# `oil` tiene una fila por año (`year`) y serie (`series`), de México: `gas-output` y `gas-use` (gas natural producido y consumido, en miles
# de millones de metros cúbicos), `oil-output` y `oil-use` (petróleo), `refinery-capacity` y `refinery-throughput` (lo que las refinerías podían
# procesar y lo que procesaron, en miles de barriles diarios). Para consultar muchos años de una serie, fíltrala y convierte el
# año en índice con `set_index`:

# %% nbgrader={"grade": false, "grade_id": "example-series", "locked": true, "schema_version": 3, "solution": false, "task": false}
oil_output = oil[oil["series"] == "oil-output"].set_index("year")["value"]
oil_output[2000]

# %% [markdown] lang="en"
# ## Part 1. How much gas from outside? (5 points, 14 minutes)
#
# Count as *imported* what Mexico used and did not produce.
#
# **1.** What **share of the gas it used** did Mexico import in **{{GAS_YEAR}}**, in per cent? Put it in `dependence`. (2 points)

# %% [markdown] lang="es"
# ## Parte 1. ¿Cuánto gas viene de fuera? (5 puntos, 14 minutos)
#
# Cuenta como *importado* lo que México consumió y no produjo.
#
# **1.** ¿Qué **parte del gas que consumió** importó México en **{{GAS_YEAR}}**, en por ciento? Guárdala en `dependence`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "dependence", "locked": false, "schema_version": 3, "solution": true, "task": false}
dependence = None
### BEGIN SOLUTION
gas_use = oil[oil["series"] == "gas-use"].set_index("year")["value"]
gas_output = oil[oil["series"] == "gas-output"].set_index("year")["value"]
imported = (gas_use - gas_output) / gas_use * 100
dependence = imported[P["GAS_YEAR"]]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-dependence", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(dependence, "dependence", low=0, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
right = abs(float(dependence) - KEYS["dependence"]) < 0.15
assert right or abs(float(dependence) - KEYS["mistake_own_share"]) >= 0.15, T["dependence-output"]
assert right or abs(float(dependence) - KEYS["mistake_over_output"]) >= 0.15, T["dependence-base"]
assert right, T["dependence-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **2.** By how many **percentage points** did that share change from **{{POINTS_FROM}}** to **{{POINTS_TO}}**? Put it in `points`; a fall is negative. (2 points)

# %% [markdown] lang="es"
# **2.** ¿En cuántos **puntos porcentuales** cambió esa parte de **{{POINTS_FROM}}** a **{{POINTS_TO}}**? Guárdalo en `points`; una baja es
# negativa. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "points", "locked": false, "schema_version": 3, "solution": true, "task": false}
points = None
### BEGIN SOLUTION
points = imported[P["POINTS_TO"]] - imported[P["POINTS_FROM"]]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q2-points", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(points, "points", low=-1_000, high=1_000, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(points) - KEYS["mistake_points_relative"]) >= 0.6, T["points-relative"]
assert abs(float(points) - KEYS["points"]) < 0.15, T["points-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# `power` compares both countries (`country` is `mexico` or `us`): `electricity` is all electricity made in a year, `gas-power` the part made by burning
# gas, both in billions of kilowatt-hours; `co2` is used in part 4.
#
# **3.** What **share of Mexico's electricity** was made from gas in **{{POWER_YEAR}}**, in per cent? Put it in `power_share`. (1 point)

# %% [markdown] lang="es"
# `power` compara a los dos países (`country` es `mexico` o `us`): `electricity` es toda la electricidad generada en un año y `gas-power`, la que se
# generó quemando gas, ambas en miles de millones de kilowatts-hora; `co2` se usa en la parte 4.
#
# **3.** ¿Qué **parte de la electricidad de México** se generó con gas en **{{POWER_YEAR}}**, en por ciento? Guárdala en `power_share`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "power", "locked": false, "schema_version": 3, "solution": true, "task": false}
power_share = None
### BEGIN SOLUTION
mexico = power[(power["country"] == "mexico") & (power["year"] == P["POWER_YEAR"])].set_index("series")["value"]
power_share = mexico["gas-power"] / mexico["electricity"] * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q3-power", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(power_share, "power_share", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(power_share) - KEYS["mistake_power_us"]) >= 0.15, T["power-us"]
assert abs(float(power_share) - KEYS["power_share"]) < 0.15, T["power-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Crude and refineries (4 points, 14 minutes)
#
# `pivot` turns the long table into a wide one: here a row for each year and a column for each series. Whole columns can then be
# subtracted or divided, `.loc[2000:2005]` keeps the years from 2000 to 2005, and a comparison such as `> 1_500` says true or false for each
# year; `.sum()` counts the true ones. The example counts the years from 2000 to 2005 in which Mexico produced over 1.5 million
# barrels of oil a day more than it used:

# %% [markdown] lang="es"
# ## Parte 2. Crudo y refinerías (4 puntos, 14 minutos)
#
# `pivot` convierte la tabla larga en una ancha: aquí, una fila por año y una columna por serie. Luego puedes restar o dividir columnas
# enteras; `.loc[2000:2005]` conserva los años de 2000 a 2005, y una comparación como `> 1_500` dice verdadero o falso para cada año;
# `.sum()` cuenta los verdaderos. El ejemplo cuenta los años de 2000 a 2005 en que México produjo más de 1.5 millones de
# barriles diarios de petróleo por encima de lo que consumió:

# %% nbgrader={"grade": false, "grade_id": "example-wide", "locked": true, "schema_version": 3, "solution": false, "task": false}
wide = oil.pivot(index="year", columns="series", values="value")
surplus = (wide["oil-output"] - wide["oil-use"]).loc[2000:2005]
print(surplus)
(surplus > 1_500).sum()

# %% [markdown] lang="en"
# **4.** In how many years from **{{LOW_FROM}}** to **{{LOW_TO}}** (both included) did Mexico's refineries process **less than {{LIMIT}}% of what they could**? Put the number of years in
# `low_years`. (2 points)

# %% [markdown] lang="es"
# **4.** ¿En cuántos años de **{{LOW_FROM}}** a **{{LOW_TO}}** (ambos incluidos) las refinerías de México procesaron **menos del {{LIMIT}} % de lo que podían**? Guarda el
# número de años en `low_years`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "low", "locked": false, "schema_version": 3, "solution": true, "task": false}
low_years = None
### BEGIN SOLUTION
used = wide["refinery-throughput"] / wide["refinery-capacity"] * 100
low_years = (used.loc[P["LOW_FROM"] : P["LOW_TO"]] < P["LIMIT"]).sum()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q4-low", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(low_years, "low_years", low=0, high=40, unit=T["years"], whole=True)
### BEGIN HIDDEN TESTS
right = int(low_years) == KEYS["low_years"]
assert right or int(low_years) != KEYS["mistake_high_years"], T["low-others"]
assert right, T["low-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# `trade` holds figures on the energy trade of the United States with Mexico as agencies and newspapers gave them. The series `crude-imports` is the crude that
# the United States bought from Mexico, in thousands of barrels a day. Some years are missing. Look at the rows, with all their columns,
# before you answer.
#
# **5.** From **{{CRUDE_FIRST}}** to **{{CRUDE_LAST}}**: in which of the years with a figure **for the whole year** did the United States buy the least? Put the year in `lowest_year`. (1 point)
#
# **6.** By how many **per cent** did these purchases change from the whole year **{{CRUDE_FROM}}** to the whole year **{{CRUDE_TO}}**? Put it in `crude_change`; a fall is negative. (1 point)

# %% [markdown] lang="es"
# `trade` tiene cifras del comercio de energía de Estados Unidos con México tal como las dieron oficinas de gobierno y periódicos. La serie `crude-imports` es el
# crudo que Estados Unidos le compró a México, en miles de barriles diarios. Faltan algunos años. Mira las filas, con todas sus
# columnas, antes de responder.
#
# **5.** De **{{CRUDE_FIRST}}** a **{{CRUDE_LAST}}**: entre los años con una cifra **del año completo**, ¿en cuál compró menos Estados Unidos? Guarda el año en `lowest_year`. (1 punto)
#
# **6.** ¿Cuánto cambiaron esas compras, en **por ciento**, del año completo **{{CRUDE_FROM}}** al año completo **{{CRUDE_TO}}**? Guárdalo en `crude_change`; una baja es
# negativa. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "crude", "locked": false, "schema_version": 3, "solution": true, "task": false}
lowest_year = None
crude_change = None
### BEGIN SOLUTION
whole = trade[(trade["series"] == "crude-imports") & (trade["period"] == "year")].set_index("year")["value"]
lowest_year = whole.loc[P["CRUDE_FIRST"] : P["CRUDE_LAST"]].idxmin()
crude_change = (whole[P["CRUDE_TO"]] / whole[P["CRUDE_FROM"]] - 1) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-lowest", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(lowest_year, "lowest_year", low=P["CRUDE_FIRST"], high=P["CRUDE_LAST"], unit=T["years"], whole=True)
### BEGIN HIDDEN TESTS
assert int(lowest_year) != KEYS["mistake_lowest_part"], T["lowest-part"]
assert int(lowest_year) == KEYS["lowest_year"], T["lowest-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q6-crude", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(crude_change, "crude_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(crude_change) - KEYS["crude_change"]) < 0.6, T["crude-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. One chart, one message (5 points, 14 minutes)
#
# **7.** Draw how much gas Mexico **produced** and how much it **used**, **{{CHART_FROM}}–{{CHART_TO}}**. (2 points)
#
# - `chart_data`: only the rows of `oil` you need, with at least the columns `year`, `series` and `value`. To keep two series at once, filter
#   with `oil["series"].isin(["oil-output", "oil-use"])`, and to keep several years, with `oil["year"].between(1970, 1975)`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 3. Una gráfica, un mensaje (5 puntos, 14 minutos)
#
# **7.** Dibuja cuánto gas **produjo** México y cuánto **consumió**, **{{CHART_FROM}}–{{CHART_TO}}**. (2 puntos)
#
# - `chart_data`: solo las filas de `oil` que necesitas, al menos con las columnas `year`, `series` y `value`. Para quedarte con dos series a
#   la vez, filtra con `oil["series"].isin(["oil-output", "oil-use"])`, y con varios años, con `oil["year"].between(1970, 1975)`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
gas = oil[oil["series"].isin(["gas-output", "gas-use"])]
chart_data = gas[gas["year"].between(P["CHART_FROM"], P["CHART_TO"])]
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
        unit=T["gas-unit"],
        alt=chart_alt,
        source=oil,
        zero=True,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q7-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "series", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert sorted({str(name) for name in chart_data["series"]}) == ["gas-output", "gas-use"], T["chart-series"]
assert len(chart_data) == 2 * (P["CHART_TO"] - P["CHART_FROM"] + 1), T["chart-rows"]
assert chart_data["year"].min() == P["CHART_FROM"] and chart_data["year"].max() == P["CHART_TO"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **8.** In two or three sentences: what does your chart show, and what does it *not* show? Your teacher reads the title and
# the alternative text together with this answer. (3 points)

# %% [markdown] lang="es"
# **8.** En dos o tres oraciones: ¿qué muestra tu gráfica y qué *no* muestra? Tu docente lee el título y el texto alternativo
# junto con esta respuesta. (3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q8-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# In {{CHART_FROM}} Mexico's output was {{KEYS.covered_from}} of the gas it used, in {{CHART_TO}} {{KEYS.covered_to}}: use went from {{KEYS.use_from}} to {{KEYS.use_to}} billion cubic metres while output, after its
# peak in {{KEYS.peak_year}}, fell to {{KEYS.output_to}}. The chart does not show where the missing gas comes from or what it costs, nor whether output fell
# for want of gas in the ground or because buying was cheaper. It also leaves out storage.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q8-reading", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# En {{CHART_FROM}} la producción de México equivalía a {{KEYS.covered_from}} del gas que consumía y en {{CHART_TO}}, a {{KEYS.covered_to}}: el consumo pasó de {{KEYS.use_from}} a {{KEYS.use_to}} miles de millones de metros
# cúbicos, mientras la producción, tras su máximo de {{KEYS.peak_year}}, bajó a {{KEYS.output_to}}. La gráfica no muestra de dónde viene el gas que falta ni cuánto
# cuesta, ni si la producción bajó por falta de gas en el subsuelo o porque era más barato comprarlo. Tampoco dice nada del almacenamiento.

# %% [markdown] lang="en" rubric="q8-reading"
# ## Question 8: reading the chart (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Title and alternative text of question 7 (1) | The title states a finding that the chart supports; the text gives direction and rough size for both lines | Only one of the two does | Neither: "Gas by year", "a line chart" |
# | What it shows (1) | A true reading that sets the two lines against each other | True, one line only | Not supported by the chart |
# | What it does not show (1) | A real limit: where the gas comes from, its price, why output fell, storage, what the gas is used for | A limit of any chart ("it may have errors") | Missing |

# %% [markdown] lang="es" rubric="q8-reading"
# ## Pregunta 8: leer la gráfica (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Título y texto alternativo de la pregunta 7 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da dirección y tamaño aproximado de las dos líneas | Solo uno de los dos lo hace | Ninguno: «Gas por año», «una gráfica de líneas» |
# | Lo que muestra (1) | Una lectura cierta que compara las dos líneas | Cierta, de una sola línea | La gráfica no la sostiene |
# | Lo que no muestra (1) | Un límite real: de dónde viene el gas, su precio, por qué bajó la producción, el almacenamiento, para qué se usa | Un límite de cualquier gráfica («puede tener errores») | Falta |

# %% [markdown] lang="en"
# ## Part 4. Two counts of carbon (3 points, 8 minutes)
#
# In `power` the series `co2` is the carbon dioxide from energy, in millions of tonnes a year.
#
# **9.** By how many **per cent** did it change from **{{CO2_FROM}}** to **{{CO2_TO}}** in Mexico (`mexico_change`) and in the United States (`us_change`)? A fall is negative. (1 point
# each)
#
# **10.** **How many times as many** tonnes as Mexico did the United States emit in {{CO2_TO}}? Put it in `co2_ratio`. (1 point)

# %% [markdown] lang="es"
# ## Parte 4. Dos cuentas de carbono (3 puntos, 8 minutos)
#
# En `power`, la serie `co2` es el dióxido de carbono de la energía, en millones de toneladas al año.
#
# **9.** ¿Cuánto cambió, en **por ciento**, de **{{CO2_FROM}}** a **{{CO2_TO}}** en México (`mexico_change`) y en Estados Unidos (`us_change`)? Una baja es negativa. (1 punto
# cada uno)
#
# **10.** En {{CO2_TO}}, ¿**cuántas veces** las toneladas de México emitió Estados Unidos? Guárdalo en `co2_ratio`. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "co2", "locked": false, "schema_version": 3, "solution": true, "task": false}
mexico_change = None
us_change = None
co2_ratio = None
### BEGIN SOLUTION
co2 = power[power["series"] == "co2"].pivot(index="year", columns="country", values="value")
mexico_change = (co2["mexico"][P["CO2_TO"]] / co2["mexico"][P["CO2_FROM"]] - 1) * 100
us_change = (co2["us"][P["CO2_TO"]] / co2["us"][P["CO2_FROM"]] - 1) * 100
co2_ratio = co2["us"][P["CO2_TO"]] / co2["mexico"][P["CO2_TO"]]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q9-mexico", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(mexico_change, "mexico_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(mexico_change) - KEYS["mexico_change"]) < 0.6, T["co2-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q9-us", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(us_change, "us_change", low=-100, high=1_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(us_change) - KEYS["us_change"]) < 0.15, T["co2-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q10-ratio", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(co2_ratio, "co2_ratio", low=0, high=1_000, unit=T["times"])
### BEGIN HIDDEN TESTS
assert abs(float(co2_ratio) - KEYS["co2_ratio"]) < 0.06, T["ratio-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 5. A river's account (4 points, 12 minutes)
#
# `water` says what the treaty of 1944 asks for and what was announced later. In the series `mexico-delivers-average` you find the least that Mexico owes the
# United States from the Rio Grande (Río Bravo), in acre-feet a year, **as a mean over five years**; in `floor-2026` the same amount as a
# **minimum in every year**, as Washington announced it in February 2026. Mexico's own statement tied its minimum to the state of the rivers.
# An acre-foot covers an acre to the depth of one foot: about 1,233 cubic metres.
#
# The list `deliveries` below holds an **invented** cycle of five years, in **thousands** of acre-feet. Judge it by both rules; leave the
# treaty's clauses on drought aside.
#
# Python's `max(0, x)` turns a negative number into 0. To do something with each item of a list and add up the results, write it with `for`. A
# shop wants to sell 10 loaves every day: how many loaves short was it in three days, if a good day does not make up for a bad one?

# %% [markdown] lang="es"
# ## Parte 5. La cuenta de un río (4 puntos, 12 minutos)
#
# `water` dice qué pide el tratado de 1944 y qué se anunció después. En la serie `mexico-delivers-average` está lo que México le debe como mínimo a Estados
# Unidos del río Bravo (Rio Grande), en acres-pie al año, **como promedio de cinco años**; en `floor-2026`, la misma cantidad como **mínimo de cada
# año**, tal como la anunció Washington en febrero de 2026. El comunicado de México ató su mínimo al estado de los ríos. Un
# acre-pie cubre un acre con un pie de agua: unos 1,233 metros cúbicos.
#
# La lista `deliveries` de abajo tiene las entregas de un ciclo **inventado** de cinco años, en **miles** de acres-pie. Júzgalo con las dos reglas; deja
# aparte las cláusulas del tratado sobre sequía.
#
# En Python, `max(0, x)` convierte un número negativo en 0. Para hacer algo con cada elemento de una lista y sumar los resultados, escríbelo
# con `for`. Una panadería quiere vender 10 panes cada día: ¿cuántos panes le faltaron en tres días, si un buen día no compensa uno malo?

# %% nbgrader={"grade": false, "grade_id": "example-list", "locked": true, "schema_version": 3, "solution": false, "task": false}
deliveries = P["DELIVERIES"]
loaves = [12, 7, 9]
sum(max(0, 10 - day) for day in loaves)

# %% [markdown] lang="en"
# **11.** How much is missing at the end of the cycle **by the treaty's rule**? Put it in `cycle_debt`, in thousands of acre-feet. (2 points)
#
# **12.** How much is missing in all, adding the years that fall short, **by the rule of a minimum in every year**? Put it in `floor_missing`, in thousands of acre-feet. (2 points)

# %% [markdown] lang="es"
# **11.** ¿Cuánto falta al final del ciclo **con la regla del tratado**? Guárdalo en `cycle_debt`, en miles de acres-pie. (2 puntos)
#
# **12.** ¿Cuánto falta en total, sumando los años que se quedan cortos, **con la regla de un mínimo cada año**? Guárdalo en `floor_missing`, en miles de acres-pie. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "water", "locked": false, "schema_version": 3, "solution": true, "task": false}
cycle_debt = None
floor_missing = None
### BEGIN SOLUTION
yearly = water[water["series"] == "mexico-delivers-average"]["value"].item() / 1000
cycle_debt = 5 * yearly - sum(deliveries)
floor_missing = sum(max(0, yearly - year) for year in deliveries)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q11-cycle", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(cycle_debt, "cycle_debt", low=0, high=5_000, unit=T["water-unit"])
### BEGIN HIDDEN TESTS
assert abs(float(cycle_debt) - KEYS["floor_missing"]) >= 0.6, T["debt-floor"]
assert abs(float(cycle_debt) - KEYS["cycle_debt"]) < 0.6, T["debt-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q12-floor", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(floor_missing, "floor_missing", low=0, high=5_000, unit=T["water-unit"])
### BEGIN HIDDEN TESTS
assert abs(float(floor_missing) - KEYS["cycle_debt"]) >= 0.6, T["floor-mean"]
assert abs(float(floor_missing) - KEYS["floor_missing"]) < 0.6, T["floor-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 6. Question the source (4 points, 12 minutes)
#
# A reporter writes: *"Energy trade between the two countries fell by {{MIXED_FALL}} in 2024, from {{OLD_VALUE}} to {{NEW_VALUE}} billion dollars."* In `trade`, look at the series
# `value-total-2023` (value in dollars of 2023) and `value-total-2024` (value in dollars of 2024), with their columns `status`, `source` and `check`. The
# sources: `eia-2024` and `eia-66244` are two releases of the US Energy Information Administration (EIA), of 2024 and of October 2025; the
# first was read in a copy. In `check`, `official` means the publisher's own text and `two` that two sources agree.
#
# **13.** Which two figures would you print instead, and why? Say who made these two and the reporter's first
# figure, how far each was checked and which one is rounded, why there can be two figures for 2023, and rewrite the sentence so that it is exact. What does a fall in value not tell about barrels and gas? (4 to 6 sentences, 4 points)

# %% [markdown] lang="es"
# ## Parte 6. Pregúntale a la fuente (4 puntos, 12 minutos)
#
# Un reportero escribe: *«El comercio de energía entre los dos países bajó {{MIXED_FALL}} en 2024, de {{OLD_VALUE}} a {{NEW_VALUE}} mil millones de dólares»*. En `trade`, mira las
# series `value-total-2023` (valor en dólares de 2023) y `value-total-2024` (valor en dólares de 2024), con sus columnas `status` (tipo de cifra), `source`
# (fuente) y `check` (verificación). Las fuentes: `eia-2024` y `eia-66244` son dos boletines de la Administración de Información Energética de Estados Unidos
# (EIA), de 2024 y de octubre de 2025; el primero se leyó en una copia. En `check`, `official` quiere decir el texto del propio organismo y `two`, que
# coinciden dos fuentes.
#
# **13.** ¿Qué dos cifras publicarías en su lugar y por qué? Di quién hizo esas dos y la primera del reportero, qué tanto se
# verificó cada una y cuál está redondeada, por qué puede haber dos cifras de 2023, y reescribe la oración para que sea exacta. ¿Qué no dice una baja del valor sobre los barriles y el gas? (De 4 a 6 oraciones, 4 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q13-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# I would print {{KEYS.total_2023}} billion for 2023 and {{KEYS.total_2024}} billion for 2024: both stand in the EIA's release of October 2025, marked "official", and both are in dollars of
# 2024. The reporter's first figure comes from the EIA's earlier release (two sources agree) and is in dollars of 2023, so the two cannot be subtracted. For 2023 there are
# two figures because the second release counts in dollars of another year. But it is {{KEYS.gap_text}} higher, which is a lot for the prices of one year, so revised data may be
# part of it; and {{KEYS.total_2023}} is rounded. I would write: "In dollars of 2024, energy trade fell from about {{KEYS.total_2023}} to {{KEYS.total_2024}} billion, by about {{KEYS.fall_text}}." If prices fall, value falls even when the same barrels and
# the same gas cross.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q13-source", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Publicaría {{KEYS.total_2023}} mil millones para 2023 y {{KEYS.total_2024}} mil millones para 2024: las dos están en el boletín de la EIA de octubre de 2025, marcado «official», y las dos en dólares de
# 2024. La primera cifra del reportero viene del boletín anterior de la EIA (coinciden dos fuentes) y está en dólares de 2023, así que no se pueden restar. Hay dos cifras
# de 2023 porque el segundo boletín cuenta en dólares de otro año. Pero la suya es {{KEYS.gap_text}} mayor, mucho para los precios de un solo año, así que también puede haber
# datos revisados; además, {{KEYS.total_2023}} está redondeada. Escribiría: «En
# dólares de 2024, el comercio de energía bajó de unos {{KEYS.total_2023}} a {{KEYS.total_2024}} mil millones, cerca de {{KEYS.fall_text}}». Si bajan los precios, el valor baja aunque crucen
# los mismos barriles y el mismo gas.

# %% [markdown] lang="en" rubric="q13-source"
# ## Question 13: question the source (4 points)
#
# For 2023 the later figure is {{KEYS.gap_text}} above the earlier one. The releases as the course read them do not say how much of that is dollars of another
# year and how much is revision, so either reason counts.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Who made it, how far checked (1) | The EIA in two releases, with both check levels, and that one figure is rounded | One of these is missing | None |
# | Like with like (1) | Chooses {{KEYS.total_2023}} and {{KEYS.total_2024}} because both are in dollars of 2024 | Right pair without the reason, or sees the fault without a choice | Keeps the reporter's pair |
# | Why two figures for 2023 (1) | Dollars of another year, or perhaps revised data | Only "another source" or "error" | Missing |
# | The sentence and its limit (1) | An exact sentence (about {{KEYS.fall_text}}, with "in dollars of 2024") and the point that value is price times amount | One of the two | Neither |

# %% [markdown] lang="es" rubric="q13-source"
# ## Pregunta 13: pregúntale a la fuente (4 puntos)
#
# En 2023 la cifra posterior es {{KEYS.gap_text}} mayor que la anterior. Los boletines, como los leyó el curso, no dicen cuánto se debe a los dólares de otro
# año y cuánto a una revisión, así que cualquiera de las dos razones cuenta.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Quién la hizo y qué tanto se verificó (1) | La EIA en dos boletines, los dos grados de verificación y que una cifra está redondeada | Falta una de estas cosas | Nada de esto |
# | Comparar lo comparable (1) | Elige {{KEYS.total_2023}} y {{KEYS.total_2024}} porque las dos están en dólares de 2024 | El par correcto sin la razón, o ve el error sin elegir | Se queda con el par del reportero |
# | Por qué hay dos cifras de 2023 (1) | Dólares de otro año, o quizá datos revisados | Solo «otra fuente» o «un error» | Falta |
# | La oración y su límite (1) | Una oración exacta (cerca de {{KEYS.fall_text}}, con «en dólares de 2024») y la idea de que el valor es precio por cantidad | Una de las dos | Ninguna |

# %% [markdown] lang="en"
# ## Part 7. Argue (5 points, 16 minutes)
#
# Most of the gas that Mexico imports comes by pipe from Texas. President Claudia Sheinbaum says that it is very cheap and comes under contracts of up
# to 20 years. Ira Joseph and Diego Rivera Rivota of Columbia University wrote in 2023 that Mexico stands apart: it depends on one source, and on the
# belief that prices stay low. In February 2021 frost froze gas pipes in Texas, and some 4.7 million customers in northern Mexico lost their power. More gas from Mexico's own
# ground could mean fracking: in February 2026 Sheinbaum said that experts were studying ways with less harm and nothing was decided. The
# Mexican Alliance against Fracking says that a "sustainable" fracking does not exist.
#
# **14.** *Should Mexico produce more of the gas it uses, even if gas from Texas is cheaper?* Answer in 120 to 180 words. State your answer; give the
# strongest argument of the side you do **not** take; use at least two figures you computed above, with unit and year; name one thing those figures
# cannot show; and say which fact would make you change your mind. There is no right side: you are graded on the argument.

# %% [markdown] lang="es"
# ## Parte 7. Argumenta (5 puntos, 16 minutos)
#
# La mayor parte del gas que México importa llega por ducto desde Texas. La presidenta Claudia Sheinbaum dice que es muy barato y que viene con contratos
# de hasta 20 años. Ira Joseph y Diego Rivera Rivota, de la Universidad de Columbia, escribieron en 2023 que México es un caso aparte: depende de una sola
# fuente y de la creencia de que los precios seguirán bajos. En febrero de 2021 una helada congeló ductos de gas en Texas, y unos 4.7 millones de usuarios del norte de México se
# quedaron sin luz. Sacar más gas del propio subsuelo podría significar fracturación hidráulica (fracking): en febrero de 2026 Sheinbaum dijo que
# especialistas estudiaban formas menos dañinas y que nada estaba decidido. La Alianza Mexicana contra el Fracking dice que un fracking «sustentable» no existe.
#
# **14.** *¿Debe México producir más del gas que consume, aunque el de Texas sea más barato?* Responde en 120 a 180 palabras. Di tu respuesta; da el
# argumento más fuerte del lado que **no** tomas; usa al menos dos cifras que calculaste arriba, con unidad y año; nombra algo que esas cifras no
# pueden mostrar, y di qué hecho te haría cambiar de opinión. No hay lado correcto: se califica el argumento.

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q14-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# One possible answer. No, not for now; I would rather store more. The strongest case against me is that a country whose lights go out when a
# neighbour's pipes freeze, and whose neighbour may offer the gas at home first, as the governor of Texas ordered in 2021, is not its own master. In {{GAS_YEAR}} Mexico imported {{KEYS.dependence_text}} of the gas it used, and from {{POINTS_FROM}} to
# {{POINTS_TO}} that share rose by {{KEYS.points_text}} percentage points. In {{POWER_YEAR}} gas made {{KEYS.power_text}} of its electricity, so a cut would reach many homes. But
# cheap gas keeps power cheap, contracts bind the seller for years, and a pipe to Mexico serves one buyer only, so the seller has something to lose as
# well. Gas from home might need fracking, whose harm stays in Mexico. My figures cannot show the price of either choice, nor
# how long stored gas would last. I would change my mind if the seller had broken contracts for reasons of politics, or if
# storing gas for a month turned out dearer than producing it.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q14-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# Una respuesta posible. No por ahora; prefiero almacenar más. El argumento más fuerte en mi contra es que un país que se queda sin luz cuando se congelan
# los ductos del vecino, y cuyo vecino puede ofrecer el gas primero a los suyos, como ordenó el gobernador de Texas en 2021, no es dueño de su energía. En {{GAS_YEAR}} México importó {{KEYS.dependence_text}} del gas que consumió, y de {{POINTS_FROM}} a {{POINTS_TO}} esa parte
# subió {{KEYS.points_text}} puntos porcentuales. En {{POWER_YEAR}} el gas generó {{KEYS.power_text}} de la electricidad, así que un corte llegaría a muchas casas. Pero el gas
# barato abarata la luz, los contratos obligan al vendedor por años y un ducto a México sirve a un solo comprador: el vendedor también
# pierde. El gas propio quizá exija fracking, y ese daño se queda en México. Mis cifras no muestran cuánto cuesta cada opción ni cuánto duraría
# el gas almacenado. Cambiaría de opinión si el vendedor hubiera roto contratos por razones políticas, o si almacenar gas para un mes resultara
# más caro que producirlo.

# %% [markdown] lang="en" rubric="q14-argument"
# ## Question 14: argue (5 points)
#
# Grade the argument, not the side. Both answers can earn full marks, and so can a third way such as storage or solar power.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer to the question (1) | States it and keeps to it | Unclear until the end | No answer |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures of one's own (1) | Two, right, with unit and year, doing work in the argument | One, or two as decoration, or points taken for per cent | None |
# | A limit of the figures (1) | Names one: price, storage, who owns the pipes, harm of fracking, a single year | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q14-argument"
# ## Pregunta 14: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Ambas respuestas pueden obtener todos los puntos, y también una tercera vía, como el almacenamiento o la energía solar.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara a la pregunta (1) | La dice y la sostiene | Poco clara hasta el final | No responde |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras propias (1) | Dos, correctas, con unidad y año, que trabajan en el argumento | Una, o dos de adorno, o puntos tomados por por ciento | Ninguna |
# | Un límite de las cifras (1) | Nombra uno: el precio, el almacenamiento, de quién son los ductos, el daño del fracking, que es un solo año | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
