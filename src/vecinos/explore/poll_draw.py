"""The explorer "Draw a poll": samples from a population whose answer is known, and what a larger sample cannot mend."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.explore.models.polls import Poll, draw, margin
from vecinos.explore.show import Control, Explorer, chosen, numbered
from vecinos.i18n import number, short_number

SHARES = (50, 20)
SIZES = (100, 1_000, 2_500)
MANY = (20, 50)
PULLS = (0, 6)  # points
DRAWS = (1, 2)
WIDTH, ROW, TOP = 320, 6, 16  # of the drawing
TEXT = {
    "truth": {"en": "truth: {}%", "es": "verdad: {} %"},
    "picture": {
        "en": "Each line is a poll, from one end of its margin of error to the other; the dot is the share it found. Solid: the "
        "line reaches the truth. Dashed: it misses.",
        "es": "Cada línea es una encuesta, de un extremo a otro de su margen de error; el punto es el porcentaje que halló. "
        "Continua: la línea toca la verdad. Punteada: no la toca.",
    },
    "margin": {
        "en": "Margin of error with {size} people: about {margin} points up or down",
        "es": "Margen de error con {size} personas: unos {margin} puntos hacia arriba o hacia abajo",
    },
    "fair": {
        "en": "{held} of {polls} polls hold the truth, {truth}%, inside their margin. In the long run about 95 of 100 do. They found "
        "from {lowest}% to {highest}%, though all drew from one population in one way.",
        "es": "{held} de {polls} encuestas tienen la verdad, {truth} %, dentro de su margen. A la larga la tienen unas 95 de cada 100. "
        "Hallaron de {lowest} % a {highest} %, aunque todas preguntaron igual a la misma población.",
    },
    "pulled": {
        "en": "{held} of {polls} polls hold the truth, {truth}%, inside their margin. The question adds {pull} points to each of them, and "
        "a margin of error does not see that. They found from {lowest}% to {highest}%.",
        "es": "{held} de {polls} encuestas tienen la verdad, {truth} %, dentro de su margen. La pregunta suma {pull} puntos a cada una, y el "
        "margen de error no lo ve. Hallaron de {lowest} % a {highest} %.",
    },
}


@cache
def polls_of(share: int, size: int, many: int, pull: int, turn: int) -> tuple[Poll, ...]:
    """The polls of one state. The people drawn depend on size and turn alone, so the other controls change one thing."""
    return draw(share, size, many, seed=size * 10 + turn, pull=pull)


def frame(values: dict, lang: str) -> str:
    """The drawing of one state, its margin and the verdict."""
    share, size = values["share"], values["size"]
    polls = polls_of(share, size, values["polls"], values["pull"], values["draw"])
    said = TEXT["margin"][lang].format(size=number(size), margin=number(margin(share, size), 1))
    return (
        f"{_drawing(polls, share, lang)}"
        f'<p class="ex-source">{escape(TEXT["picture"][lang])}</p>'
        f'<p class="ex-label">{escape(said)}</p>'
        f'<p class="ex-verdict">{escape(verdict_text(values, polls, lang))}</p>'
        f"{chosen(EXPLORER, values, lang)}"
    )


def verdict_text(values: dict, polls: tuple[Poll, ...], lang: str) -> str:
    """The result in words."""
    found = [poll.found for poll in polls]
    return TEXT["pulled" if values["pull"] else "fair"][lang].format(
        held=sum(poll.holds(values["share"]) for poll in polls),
        polls=len(polls),
        truth=values["share"],
        pull=values["pull"],
        lowest=short_number(min(found)),
        highest=short_number(max(found)),
    )


def _drawing(polls: tuple[Poll, ...], truth: int, lang: str) -> str:
    """Lines and dots; one path for the polls that reach the truth, one for those that miss, one for the dots."""
    low, high = max(0, truth - 20), truth + 25  # the axis, in per cent

    def place(share: float) -> int:
        return round((min(max(share, low), high) - low) / (high - low) * WIDTH)

    hit, miss, dots = [], [], []
    for turn, poll in enumerate(polls):
        at = TOP + 4 + turn * ROW
        (hit if poll.holds(truth) else miss).append(f"M{place(poll.low)} {at}H{place(poll.high)}")
        dots.append(f"M{place(poll.found)} {at}h0")
    tall = TOP + len(polls) * ROW + 4
    ends = f'<p class="ex-ends"><span>{low}%</span><span>{high}%</span></p>'.replace("%", "%" if lang == "en" else " %")
    middle = place(truth)
    return (
        f'<svg class="ex-polls" viewBox="0 0 {WIDTH} {tall}" aria-hidden="true">'
        f'<text x="{middle}" y="11">{TEXT["truth"][lang].format(truth)}</text>'
        f'<path class="ex-true" d="M{middle} {TOP}V{tall}"/>'
        f'<path class="ex-hit" d="{"".join(hit)}"/><path class="ex-miss" d="{"".join(miss)}"/>'
        f'<path class="ex-dot" d="{"".join(dots)}"/></svg>{ends}'
    )


EXPLORER = Explorer(
    name="poll-draw",
    title={"en": "Draw a poll", "es": "Saca una encuesta"},
    task={
        "en": "Here the truth is known. Draw polls of different sizes and see how often they hold it. Then let the question pull "
        "a little, and ask whether more people help.",
        "es": "Aquí la verdad se conoce. Saca encuestas de distinto tamaño y mira cuántas veces la contienen. Luego deja que la "
        "pregunta jale un poco, y fíjate si ayuda preguntar a más gente.",
    },
    controls=(
        Control(
            "share",
            {"en": "The truth: people who would say yes", "es": "La verdad: personas que dirían que sí"},
            SHARES,
            numbered(SHARES, {"en": "{} of every 100", "es": "{} de cada 100"}),
        ),
        Control(
            "size",
            {"en": "People asked in each poll", "es": "Personas por encuesta"},
            SIZES,
            numbered(SIZES, {"en": "{}", "es": "{}"}),
        ),
        Control(
            "polls",
            {"en": "Number of polls", "es": "Número de encuestas"},
            MANY,
            numbered(MANY, {"en": "{}", "es": "{}"}),
        ),
        Control(
            "pull",
            {"en": "The question", "es": "La pregunta"},
            PULLS,
            (
                {"en": "is neutral", "es": "es neutral"},
                {"en": "pulls 6 more in 100 to yes", "es": "jala a 6 más de cada 100 al sí"},
            ),
        ),
        Control(
            "draw",
            {"en": "Draw", "es": "Sorteo"},
            DRAWS,
            ({"en": "first", "es": "primero"}, {"en": "another", "es": "otro"}),
        ),
    ),
    frame=frame,
    model={
        "en": "Each person is drawn by chance from a large population: a simple random sample. Margin = 1.96 × √(share × (1 − "
        "share) ÷ people asked), and every poll uses the share that it found. The draws are made by a generator with a fixed start, so "
        "everybody sees the same ones. Shares, pull and numbers of polls are examples. Real polls cannot reach everybody, weight their "
        "answers and often draw people in clusters; their true margins are mostly wider.",
        "es": "Cada persona sale por azar de una población grande: un muestreo aleatorio simple. Margen = 1.96 × √(proporción × (1 − "
        "proporción) ÷ personas), y cada encuesta usa la proporción que halló. Los sorteos salen de un generador con inicio fijo, así que "
        "todos ven los mismos. Las proporciones, el jalón y el número de encuestas son ejemplos. Las encuestas reales no alcanzan a toda la "
        "gente, ponderan las respuestas y muchas veces eligen por conglomerados; su margen verdadero suele ser mayor.",
    },
    source={
        "en": "Arithmetic of the course; what a margin of error means, after the Pew Research Center, 2016",
        "es": "Aritmética del curso; qué significa un margen de error, según el Pew Research Center, 2016",
    },
)
