"""The explorer "A minute in the queue": what waiting takes from those who cross to work, under a stated value of time."""

from __future__ import annotations

from html import escape

from vecinos.explore.models.border_life import WORK_DAYS, Queue, queue
from vecinos.explore.show import Control, Explorer, numbered
from vecinos.i18n import number, short_number

COMMUTERS = (10_000, 30_000, 70_000)
MINUTES = (10, 30, 45, 90, 150)
HOUR_VALUES = (5, 10, 15, 25)
WORK_YEAR = WORK_DAYS * 8  # hours
TEXT = {
    "each": {
        "en": "One commuter, in a year: {hours} hours in the queue, as long as {days} working days",
        "es": "Una persona, en un año: {hours} horas de fila, lo mismo que {days} días de trabajo",
    },
    "bar": {
        "en": "Beside a working year of {hours} hours",
        "es": "Junto a un año de trabajo de {hours} horas",
    },
    "all": {"en": "All commuters together, in a year", "es": "El conjunto de las personas, en un año"},
    "hours": {"en": "{} million hours", "es": "{} millones de horas"},
    "money": {
        "en": "worth US${} million, if an hour counts for US${}",
        "es": "con un valor de {} millones de dólares, si la hora vale {} dólares",
    },
    "minute": {
        "en": "One minute less for everybody, every day",
        "es": "Un minuto menos para cada persona, todos los días",
    },
    "saved": {"en": "US${} million a year", "es": "{} millones de dólares al año"},
    "verdict": {
        "en": "{commuters} people who wait {minutes} minutes on each of {days} days spend {hours} million hours a year in the queue. "
        "At US${value} an hour that is US${money} million. Each minute less is worth US${minute} million.",
        "es": "{commuters} personas que esperan {minutes} minutos en cada uno de {days} días pasan {hours} millones de horas al año "
        "en la fila. A {value} dólares la hora son {money} millones de dólares. Cada minuto menos vale {minute} millones.",
    },
}


def frame(values: dict, lang: str) -> str:
    """The numbers and the verdict of one state."""
    found = queue(values["commuters"], values["minutes"], values["hour"])

    def text(key: str, *filled: str, **named: str) -> str:
        return escape(TEXT[key][lang].format(*filled, **named))

    share = min(100.0, found.hours_each / WORK_YEAR * 100)
    return (
        f'<p class="ex-label">{text("each", hours=short_number(found.hours_each), days=short_number(found.days_each))}</p>'
        f'<div class="ex-bar" aria-hidden="true"><span class="ex-part ex-first" style="width:{share:.1f}%"></span></div>'
        f'<p class="ex-source">{text("bar", hours=number(WORK_YEAR))}</p>'
        f'<p class="ex-label">{text("all")}</p>'
        f'<p class="ex-money"><b>{text("hours", millions(found.hours_all))}</b> '
        f"<span>{text('money', millions(found.value_all), number(values['hour']))}</span></p>"
        f'<p class="ex-label">{text("minute")}</p>'
        f'<p class="ex-money"><b>{text("saved", millions(found.value_of_minute))}</b></p>'
        f'<p class="ex-verdict">{escape(verdict_text(values, found, lang))}</p>'
    )


def verdict_text(values: dict, found: Queue, lang: str) -> str:
    """The result in words."""
    return TEXT["verdict"][lang].format(
        commuters=number(values["commuters"]),
        minutes=number(values["minutes"]),
        days=WORK_DAYS,
        hours=millions(found.hours_all),
        value=number(values["hour"]),
        money=millions(found.value_all),
        minute=millions(found.value_of_minute),
    )


def millions(amount: float) -> str:
    """1_234_567 -> '1.2'; a sum under one million keeps two places; no zeros at the end."""
    return short_number(amount / 1e6, 2 if amount < 1e6 else 1)


EXPLORER = Explorer(
    name="queue-minutes",
    title={"en": "A minute in the queue", "es": "Un minuto en la fila"},
    task={
        "en": "Set how many people cross north to work, how long each waits, and what you think an hour of theirs should count "
        "for. Which of the three moves the sum most?",
        "es": "Elige cuántas personas cruzan al norte para trabajar, cuánto espera cada una y cuánto crees que debe contar una "
        "hora suya. ¿Cuál de las tres cosas mueve más el resultado?",
    },
    controls=(
        Control(
            "commuters",
            {"en": "People who cross to work", "es": "Personas que cruzan para trabajar"},
            COMMUTERS,
            numbered(COMMUTERS, {"en": "{}", "es": "{}"}),
            start=1,
        ),
        Control(
            "minutes",
            {"en": "Wait at each crossing", "es": "Espera en cada cruce"},
            MINUTES,
            numbered(MINUTES, {"en": "{} minutes", "es": "{} minutos"}),
            start=2,
        ),
        Control(
            "hour",
            {"en": "What an hour counts for: you decide", "es": "Cuánto vale una hora: tú decides"},
            HOUR_VALUES,
            numbered(HOUR_VALUES, {"en": "US${}", "es": "{} dólares"}),
            start=2,
        ),
    ),
    frame=frame,
    model={
        "en": f"Hours of one commuter = minutes ÷ 60 × {WORK_DAYS} days, one crossing north a day. All hours = that × commuters. "
        "Value = all hours × what an hour counts for. One minute less = commuters × days ÷ 60 × the same value. All numbers of "
        "people, minutes and dollars are examples; 45 minutes is near the average that a survey of 2004–05 found at San Diego’s "
        "crossings. The value of an hour is no fact: half of hourly pay, all of it or a flat sum for everybody are choices, and "
        "they decide whose time weighs more. Left out: trips that are not made because of the queue, goods that arrive late, "
        "fuel, bad air, and what the checks prevent. That is why published estimates are far larger or look at other things.",
        "es": f"Horas de una persona = minutos ÷ 60 × {WORK_DAYS} días, con un cruce al norte por día. Todas las horas = eso × "
        "personas. Valor = todas las horas × lo que cuenta una hora. Un minuto menos = personas × días ÷ 60 × ese mismo valor. "
        "Las personas, los minutos y los dólares son ejemplos; 45 minutos se acerca al promedio que halló una encuesta de 2004–05 "
        "en los cruces de San Diego. El valor de una hora no es un hecho: la mitad del sueldo por hora, todo el sueldo o una misma "
        "suma para cada quien son decisiones, y de ellas depende el tiempo de quién pesa más. Queda fuera: los viajes que no se "
        "hacen por la fila, la mercancía que llega tarde, el combustible, el aire sucio y lo que evitan las revisiones. Por eso las "
        "estimaciones publicadas son mucho mayores o miran otra cosa.",
    },
    source={
        "en": "Arithmetic of the course; average wait from SANDAG’s survey, as reported in June 2005",
        "es": "Aritmética del curso; espera promedio de la encuesta de SANDAG, según notas de junio de 2005",
    },
)
