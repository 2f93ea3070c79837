"""The explorer "Who ranks higher?": how the weights of an index choose its winner."""

from __future__ import annotations

from html import escape

from vecinos.explore.models.justice import index_score
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import percent

# Two invented countries: courts, absence of corruption, open government.
COUNTRY_A, COUNTRY_B = (30, 30, 70), (45, 45, 40)
PARTS = (
    {"en": "Courts", "es": "Tribunales"},
    {"en": "Absence of corruption", "es": "Ausencia de corrupción"},
    {"en": "Open government", "es": "Gobierno abierto"},
)
WEIGHTS = tuple(range(0, 101, 10))
TEXT = {
    "first": {"en": "Country A", "es": "País A"},
    "second": {"en": "Country B", "es": "País B"},
    "parts": {
        "en": "{name}: courts {0}, corruption {1}, open government {2}",
        "es": "{name}: tribunales {0}, corrupción {1}, gobierno abierto {2}",
    },
    "score": {"en": "{name} scores", "es": "{name} obtiene"},
    "a": {
        "en": "With this weight Country A ranks higher, {a} to {b}.",
        "es": "Con este peso el País A queda arriba, {a} a {b}.",
    },
    "b": {
        "en": "With this weight Country B ranks higher, {b} to {a}.",
        "es": "Con este peso el País B queda arriba, {b} a {a}.",
    },
    "note": {"en": "Nothing in either country has changed.", "es": "En ninguno de los dos países cambió nada."},
}


def scores(weight: float) -> tuple[float, float]:
    """Both countries' scores when open government weighs ``weight`` per cent and the other two share the rest."""
    rest = (100 - weight) / 2
    return index_score(COUNTRY_A, (rest, rest, weight)), index_score(COUNTRY_B, (rest, rest, weight))


def frame(values: dict, lang: str) -> str:
    """Two bars and who comes first."""
    found = scores(values["weight"])
    rows = ""
    for name, parts, score, tone in (
        ("first", COUNTRY_A, found[0], "first"),
        ("second", COUNTRY_B, found[1], "outside"),
    ):
        title = TEXT[name][lang]
        told = TEXT["parts"][lang].format(*parts, name=title)
        rows += (
            f'<p class="ex-label">{escape(TEXT["score"][lang].format(name=title))} <b>{score:.1f}</b></p>'
            f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-{tone}" style="width:{score:.1f}%"></span>'
            f'</div><p class="ex-source">{escape(told)}</p>'
        )
    return f'{rows}<p class="ex-verdict">{escape(verdict_text(found, lang))}</p>'


def verdict_text(found: tuple[float, float], lang: str) -> str:
    """Who ranks higher, in words."""
    key = "a" if found[0] > found[1] else "b"
    told = TEXT[key][lang].format(a=f"{found[0]:.1f}", b=f"{found[1]:.1f}")
    return f"{told} {TEXT['note'][lang]}"


EXPLORER = Explorer(
    name="index-weights",
    title={"en": "Who ranks higher?", "es": "¿Quién queda arriba?"},
    task={
        "en": "Two invented countries have three scores each, from 0 to 100. Move the weight of one score and watch the "
        "ranking.",
        "es": "Dos países inventados tienen tres puntajes cada uno, de 0 a 100. Mueve el peso de un puntaje y observa la "
        "clasificación.",
    },
    controls=(
        Control(
            "weight",
            {"en": "Weight of open government", "es": "Peso del gobierno abierto"},
            WEIGHTS,
            tuple({lang: percent(weight, 0, lang) for lang in ("en", "es")} for weight in WEIGHTS),
            start=3,
        ),
    ),
    frame=frame,
    model={
        "en": "Score = weighted mean of the three parts. Open government takes the weight you set; courts and corruption "
        "share the rest equally. Country A has 30, 30 and 70; Country B has 45, 45 and 40. Both are invented. With equal "
        "weights, one third each, they tie. Real indices have more parts, and their makers publish the weights.",
        "es": "Puntaje = promedio ponderado de las tres partes. El gobierno abierto lleva el peso que pongas; tribunales y "
        "corrupción se reparten el resto por igual. El País A tiene 30, 30 y 70; el País B, 45, 45 y 40. Los dos son "
        "inventados. Con pesos iguales, un tercio cada uno, empatan. Los índices reales tienen más partes y quienes los "
        "hacen publican los pesos.",
    },
    source={"en": "Invented figures, for practice", "es": "Cifras inventadas, para practicar"},
)
