# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% tags=["preparation"]
# ruff: noqa: E402, E501, F821
# The smallest assignment that has everything: a seed, two languages, hidden tests, an answer graded by hand.
from vecinos.classroom.source import preview

TITLE = {"en": "Sums", "es": "Sumas"}
TEXTS = {
    "wrong": {
        "en": "The sum is not right. Add all of {{COUNT}} numbers.",
        "es": "La suma no es correcta: son {{COUNT}} números.",
    },
    "unit": {"en": "dollars", "es": "dólares"},
    "canary": {"en": "Leave this cell: grading needs it.", "es": "Deja esta celda: la calificación la necesita."},
}


def draw(rng):
    count = rng.randint(3, 6)
    return {
        "COUNT": count,
        "NUMBERS": [rng.randint(100, 999) / 8 for _ in range(count)],
        "PLACE": rng.choice([{"en": "Laredo", "es": "Nuevo Laredo"}, {"en": "El Paso", "es": "Ciudad Juárez"}]),
    }


def keys(P):
    return {"total": sum(P["NUMBERS"]), "mean": sum(P["NUMBERS"]) / P["COUNT"]}


P, T, KEYS = preview(draw, keys, TEXTS)


# %% [markdown] lang="en"
# # Sums in {{PLACE}}
#
# There are {{COUNT}} numbers.

# %% [markdown] lang="es"
# # Sumas en {{PLACE}}
#
# Hay {{COUNT}} números.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
# {{VARIANT}}
from vecinos.classroom import check_number
from vecinos.mode import use_language

use_language(P["LANG"])
numbers = P["NUMBERS"]

# %% nbgrader={"grade": false, "grade_id": "total", "locked": false, "schema_version": 3, "solution": true, "task": false}
total = None
### BEGIN SOLUTION
total = sum(numbers)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "total-check", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check_number(total, "total", low=0, high=10_000, unit=T["unit"])
### BEGIN HIDDEN TESTS
assert abs(float(total) - KEYS["total"]) < 0.01, T["wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": false, "grade_id": "mean", "locked": false, "schema_version": 3, "solution": true, "task": false}
mean = None
### BEGIN SOLUTION
mean = sum(numbers) / len(numbers)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "mean-check", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(mean, "mean", low=0, high=1000, unit=T["unit"])
### BEGIN HIDDEN TESTS
assert abs(float(mean) - KEYS["mean"]) < 0.01, T["wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# Why do we add?

# %% [markdown] lang="es"
# ¿Por qué sumamos?

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "why", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Because a total of {{KEYS.total}} says more than its parts.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "why", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# Porque un total de {{KEYS.total}} dice más que sus partes.

# %% [markdown] lang="en" rubric="why"
# ## Why (4 points)
#
# | Criterion | 2 | 0 |
# | --- | --- | --- |
# | Reason | given | missing |
# | Figure | used | missing |

# %% [markdown] lang="es" rubric="why"
# ## Por qué (4 puntos)
#
# | Criterio | 2 | 0 |
# | --- | --- | --- |
# | Razón | la da | falta |
# | Cifra | la usa | falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
