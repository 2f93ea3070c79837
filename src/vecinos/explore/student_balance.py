"""The explorer "What counts as an imbalance": the same students, counted, per head and against a goal."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from vecinos.data import table
from vecinos.explore.models.student_balance import Balance, of_goals, per_head
from vecinos.explore.show import Control, Explorer, chosen
from vecinos.i18n import number, percent

YEARS = (2022, 2018, 2011, 2000)  # the years with a count in both directions
CENSUS = {2000: 2000, 2011: 2010, 2018: 2020, 2022: 2020}  # the census nearest to each
ENROLLED = {("mexico", 2018): 2017}  # where only the year before has a count of students
MILLION, HUNDRED_THOUSAND = 1_000_000, 100_000
TEXT = {
    "north": {"en": "Mexican students in the United States", "es": "Estudiantes mexicanos en Estados Unidos"},
    "south": {"en": "US students in Mexico", "es": "Estudiantes estadounidenses en México"},
    "number": {
        "en": "In {year}, {north} Mexican students were counted in the United States and {south} US students in Mexico.",
        "es": "En {year} se contaron {north} estudiantes mexicanos en Estados Unidos y {south} estadounidenses en México.",
    },
    "home-people": {
        "en": "Of every million inhabitants, Mexico sent {north} students in {year} and the United States {south}.",
        "es": "De cada millón de habitantes, México envió {north} estudiantes en {year} y Estados Unidos {south}.",
    },
    "host-people": {
        "en": "For every million inhabitants, the United States received {north} Mexican students in {year} and Mexico "
        "received {south} from the United States.",
        "es": "Por cada millón de habitantes, Estados Unidos recibió a {north} estudiantes mexicanos en {year} y México "
        "recibió a {south} de Estados Unidos.",
    },
    "home-students": {
        "en": "Of every 100,000 students in higher education, Mexico sent {north} in {year} and the United States {south}.",
        "es": "De cada 100,000 estudiantes de educación superior, México envió a {north} en {year} y Estados Unidos a {south}.",
    },
    "host-students": {
        "en": "For every 100,000 students on its campuses, the United States received {north} Mexicans in {year} and Mexico "
        "received {south} from the United States.",
        "es": "Por cada 100,000 estudiantes en sus aulas, Estados Unidos recibió a {north} mexicanos en {year} y México "
        "recibió a {south} de Estados Unidos.",
    },
    "goal": {
        "en": "Mexico's plan wanted 100,000 students going north and 50,000 going south in 2018. The count of {year} is "
        "{north} of the first goal and {south} of the second.",
        "es": "El plan de México quería 100,000 estudiantes hacia el norte y 50,000 hacia el sur en 2018. El conteo de {year} "
        "es {north} de la primera meta y {south} de la segunda.",
    },
    "leads-north": {
        "en": "In this measure the way north weighs {ratio} times as much as the way south.",
        "es": "Con esta medida, la ruta al norte pesa {ratio} veces lo que la ruta al sur.",
    },
    "leads-south": {
        "en": "In this measure the way south weighs {ratio} times as much as the way north.",
        "es": "Con esta medida, la ruta al sur pesa {ratio} veces lo que la ruta al norte.",
    },
    "leads-even": {
        "en": "In this measure the two ways are about even.",
        "es": "Con esta medida, las dos rutas quedan casi parejas.",
    },
    "missing": {
        "en": "We found no count of all students in Mexico for {year} on a like basis. So this measure stays empty. Choose "
        "another year.",
        "es": "No encontramos un conteo comparable de todos los estudiantes en México para {year}. Por eso esta medida queda "
        "vacía. Elige otro ciclo.",
    },
    "single": {
        "en": "At least one number used here rests on a single account.",
        "es": "Al menos un número usado aquí descansa en una sola fuente.",
    },
}
MEASURES = {
    "number": {"en": "Students", "es": "Estudiantes"},
    "home-people": {"en": "Per million inhabitants at home", "es": "Por millón de habitantes del país de origen"},
    "host-people": {"en": "Per million inhabitants of the host", "es": "Por millón de habitantes del país receptor"},
    "home-students": {"en": "Per 100,000 students at home", "es": "Por 100,000 estudiantes del país de origen"},
    "host-students": {"en": "Per 100,000 students in the host", "es": "Por 100,000 estudiantes del país receptor"},
    "goal": {"en": "Share of the goal for 2018", "es": "Parte de la meta para 2018"},
}


@dataclass(frozen=True)
class Figure:
    """A number of a table and whether it rests on one account only."""

    value: float
    single: bool


def _find(name: str, **where) -> Figure | None:
    rows = table(name)
    for column, wanted in where.items():
        rows = rows[rows[column] == wanted]
    return Figure(float(rows.value.item()), rows.check.item() == "single") if len(rows) else None


def _students(year: int, direction: str, level: str = "all") -> Figure:
    found = _find("students", year=year, direction=direction, level=level)
    assert found is not None
    return found


def measured(year: int, measure: str) -> tuple[Balance | None, bool]:
    """The balance of one year in one measure (None where a base is missing), and whether a single account is in it."""
    north, south = _students(year, "mexico-to-us"), _students(year, "us-to-mexico")
    if measure == "number":
        return Balance(north.value, south.value), north.single or south.single
    if measure == "goal":
        goals = [_students(2018, way, "goal") for way in ("mexico-to-us", "us-to-mexico")]
        return of_goals(north.value, south.value, *(one.value for one in goals)), north.single or south.single
    base, _, kind = measure.partition("-")
    heads = [
        _find(
            "people-students",
            country=country,
            series=kind,
            year=CENSUS[year] if kind == "people" else ENROLLED.get((country, year), year),
        )
        for country in ("mexico", "us")
    ]
    if None in heads:
        return None, False
    per = MILLION if kind == "people" else HUNDRED_THOUSAND
    balance = per_head(north.value, south.value, heads[0].value, heads[1].value, per, base)
    return balance, any(one.single for one in (north, south, *heads))


def said_year(year: int) -> str:
    """2022 as 2022/23."""
    return f"{year}/{(year + 1) % 100:02d}"


def _amount(value: float, measure: str, lang: str) -> str:
    if measure == "goal":
        return percent(value, 1, lang)
    return number(value, 0 if measure == "number" else 1)


def frame(values: dict, lang: str) -> str:
    """Two bars in one measure, and what they say."""
    year, measure = values["year"], values["measure"]
    balance, single = measured(year, measure)
    settings = chosen(EXPLORER, values, lang)
    if balance is None:
        told = TEXT["missing"][lang].format(year=said_year(year))
        return f'{settings}<p class="ex-verdict">{escape(told)}</p>'
    top = 100 if measure == "goal" else max(balance.north, balance.south)
    bars = "".join(
        f'<p class="ex-label">{escape(TEXT[way][lang])}: <b>{escape(_amount(value, measure, lang))}</b></p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-{look}" '
        f'style="width:{value / top * 100:.1f}%"></span></div>'
        for way, look, value in (("north", "region", balance.north), ("south", "us", balance.south))
    )
    note = f'<p class="ex-source">{escape(TEXT["single"][lang])}</p>' if single else ""
    return f'{settings}{bars}<p class="ex-verdict">{escape(verdict_text(year, measure, balance, lang))}</p>{note}'


def verdict_text(year: int, measure: str, balance: Balance, lang: str) -> str:
    """The result in words."""
    said = TEXT[measure][lang].format(
        year=said_year(year),
        north=_amount(balance.north, measure, lang),
        south=_amount(balance.south, measure, lang),
    )
    if measure == "goal":
        return said
    return f"{said} {TEXT[f'leads-{balance.leads}'][lang].format(ratio=number(balance.ratio, 1))}"


EXPLORER = Explorer(
    name="student-balance",
    title={"en": "What counts as an imbalance", "es": "Qué cuenta como desequilibrio"},
    task={
        "en": "Keep the year and change the measure. Which measure would each government quote? Then keep the measure and "
        "change the year.",
        "es": "Deja fijo el ciclo y cambia la medida. ¿Qué medida citaría cada gobierno? Luego deja fija la medida y cambia "
        "el ciclo.",
    },
    controls=(
        Control("measure", {"en": "Measure", "es": "Medida"}, tuple(MEASURES), tuple(MEASURES.values())),
        Control(
            "year",
            {"en": "Academic year", "es": "Ciclo escolar"},
            YEARS,
            tuple({lang: said_year(year) for lang in ("en", "es")} for year in YEARS),
        ),
    ),
    frame=frame,
    model={
        "en": "Per head = students ÷ heads × 1,000,000 (or 100,000). At home: Mexican students ÷ Mexico's heads, US students "
        "÷ US heads. Host: Mexican students ÷ US heads, US students ÷ Mexico's heads. Inhabitants are those of the "
        "nearest census (2000, 2010, 2020). Students in Mexico are those of 2017/18 for 2018/19, and a rounded 3.2 million "
        "for 2011/12. Simplified: a summer course counts as much as a doctorate, and the two directions are counted by two "
        "surveys with other rules.",
        "es": "Por cabeza = estudiantes ÷ cabezas × 1,000,000 (o 100,000). Origen: mexicanos ÷ cabezas de México, "
        "estadounidenses ÷ cabezas de Estados Unidos. Receptor: mexicanos ÷ cabezas de Estados Unidos, estadounidenses ÷ "
        "cabezas de México. Los habitantes son los del censo más cercano (2000, 2010, 2020). Los estudiantes en México son "
        "los de 2017/18 para 2018/19, y 3.2 millones redondeados para 2011/12. Simplificado: un curso de verano cuenta lo "
        "mismo que un doctorado, y cada dirección la cuenta una encuesta con otras reglas.",
    },
    source={
        "en": "IIE Open Doors (2018/19 southward: Mexico Today); INEGI; US Census Bureau; SEP and ANUIES through accounts; "
        "Proyecta 100,000",
        "es": "IIE Open Doors (2018/19 hacia el sur: Mexico Today); INEGI; Oficina del Censo de EE. UU.; SEP y ANUIES a través "
        "de notas; Proyecta 100,000",
    },
)
