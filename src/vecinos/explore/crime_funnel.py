"""The explorer "From a crime to a sentence": two denominators, two rates of impunity."""

from __future__ import annotations

from html import escape

from vecinos.data import table
from vecinos.explore.models.justice import Funnel, funnel
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

CRIMES = 10_000
RESOLVED = (3.7, 10, 25, 50, 75)  # 3.7: all known crimes, 2022
TEXT = {
    "all": {"en": "Crimes", "es": "Delitos"},
    "known": {"en": "Reported and investigated", "es": "Denunciados e investigados"},
    "resolved": {"en": "Resolved", "es": "Resueltos"},
    "verdict": {
        "en": "Of {all} crimes, {known} become a case and {resolved} are resolved. Impunity is {of_known} of the known cases, "
        "and {of_all} of all crimes.",
        "es": "De {all} delitos, {known} llegan a ser un caso y {resolved} se resuelven. La impunidad es de {of_known} de los "
        "casos conocidos y de {of_all} de todos los delitos.",
    },
}


def _investigated() -> float:
    """Per cent of crimes that were reported and investigated in 2022, as INEGI's household survey estimates."""
    frame = table("impunity-mexico")
    missing = frame[(frame.year == 2022) & (frame.crime == "not-reported")].value.iloc[0]
    return round(100 - float(missing), 1)


KNOWN = (_investigated(), 20, 40, 60, 80, 100)


def frame(values: dict, lang: str) -> str:
    """Three bars, one within the other, and the two rates."""
    found = funnel(CRIMES, values["known"], values["resolved"])
    rows = "".join(
        f'<p class="ex-label">{escape(TEXT[name][lang])}: <b>{number(round(amount))}</b></p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-first" '
        f'style="width:{amount / CRIMES * 100:.1f}%"></span></div>'
        for name, amount in (("all", found.crimes), ("known", found.known), ("resolved", found.resolved))
    )
    return f'{rows}<p class="ex-verdict">{escape(verdict_text(found, lang))}</p>'


def verdict_text(found: Funnel, lang: str) -> str:
    """The result in one sentence or two."""
    return TEXT["verdict"][lang].format(
        all=number(found.crimes),
        known=number(round(found.known)),
        resolved=number(round(found.resolved)),
        of_known=percent(found.impunity_of_known, 1, lang),
        of_all=percent(found.impunity_of_all, 1, lang),
    )


def _shares(values: tuple[float, ...]) -> tuple[dict[str, str], ...]:
    return tuple({lang: percent(v, 0 if v == int(v) else 1, lang) for lang in ("en", "es")} for v in values)


EXPLORER = Explorer(
    name="crime-funnel",
    title={"en": "From a crime to a resolution", "es": "Del delito a la resolución"},
    task={
        "en": "Take 10,000 crimes. Move how many become a case and how many cases are resolved. Which of the two rates "
        "would you print in a headline?",
        "es": "Toma 10,000 delitos. Mueve cuántos llegan a ser un caso y cuántos casos se resuelven. ¿Cuál de las dos "
        "tasas pondrías en un titular?",
    },
    controls=(
        Control(
            "known",
            {"en": "Crimes reported and investigated", "es": "Delitos denunciados e investigados"},
            KNOWN,
            _shares(KNOWN),
        ),
        Control("resolved", {"en": "Cases resolved", "es": "Casos resueltos"}, RESOLVED, _shares(RESOLVED)),
    ),
    frame=frame,
    model={
        "en": "Known cases = crimes × share reported and investigated. Resolved = known cases × share resolved. Impunity of "
        "known cases = 100 − share resolved. Impunity of all crimes = 100 − resolved ÷ crimes × 100. The starting values "
        "are for Mexico in 2022. By INEGI's household survey 7.6% of crimes were reported and investigated; México Evalúa, a "
        "research group, estimates that 3.7% of known cases were resolved. All other values are examples. Simplified: every "
        "kind of crime is alike here, although a survey of households cannot count homicides, and the two sources do not "
        "cover the very same crimes. A resolution may be a sentence, an agreement or a dismissal.",
        "es": "Casos conocidos = delitos × parte denunciada e investigada. Resueltos = casos conocidos × parte resuelta. "
        "Impunidad de los casos conocidos = 100 − parte resuelta. Impunidad de todos los delitos = 100 − resueltos ÷ "
        "delitos × 100. Los valores iniciales son de México en 2022. Según la encuesta en hogares del INEGI, 7.6\u00a0% de los "
        "delitos se denunció y se investigó; México Evalúa, un grupo de investigación, estima que se resolvió 3.7\u00a0% de los "
        "casos conocidos. Los demás valores son ejemplos. Simplificado: aquí todos los delitos son iguales, aunque una "
        "encuesta en hogares no puede contar homicidios, y las dos fuentes no cubren justo los mismos delitos. Una resolución "
        "puede ser una sentencia, un acuerdo o un cierre.",
    },
    source={
        "en": "INEGI, household survey on crime (ENVIPE), and México Evalúa, Hallazgos 2022, both as the press reported them",
        "es": "INEGI, encuesta en hogares sobre victimización (ENVIPE), y México Evalúa, Hallazgos 2022, ambos según la prensa",
    },
)
