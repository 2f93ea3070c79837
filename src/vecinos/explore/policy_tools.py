"""The explorer "Where does a tool stand?": the reader places a case on two axes and compares with the lesson's reasons."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from vecinos.explore.models.tools import STEPS, Place, Signs, apart, place
from vecinos.explore.show import Control, Explorer

PRESSURE = (
    {"en": "Cooperative", "es": "Cooperativa"},
    {"en": "In between", "es": "Intermedia"},
    {"en": "Coercive", "es": "Coercitiva"},
)
TOGETHER = (
    {"en": "US alone", "es": "Solo EE. UU."},
    {"en": "In between", "es": "Intermedio"},
    {"en": "Both together", "es": "Los dos juntos"},
)
SIGNS = {
    "cost": {"en": "Does it make a “no” costly for Mexico?", "es": "¿Le cuesta a México decir que no?"},
    "offer": {"en": "Does it offer Mexico something new?", "es": "¿Le ofrece algo nuevo a México?"},
    "agreed": {"en": "Did both governments agree to it?", "es": "¿La acordaron los dos gobiernos?"},
    "alone": {"en": "Can Washington start or stop it alone?", "es": "¿Washington puede iniciarla o pararla solo?"},
}
SAY = {
    "you": {"en": "You", "es": "Tú"},
    "lesson": {"en": "Lesson", "es": "Lección"},
    "both": {"en": "You and the lesson", "es": "Tú y la lección"},
    "yes": {"en": "yes", "es": "sí"},
    "no": {"en": "no", "es": "no"},
    "yours": {"en": "You: {}. The lesson: {}.", "es": "Tú: {}. La lección: {}."},
    "apart": {
        0: {"en": "The same place.", "es": "El mismo lugar."},
        1: {"en": "One step apart.", "es": "A un paso."},
        2: {"en": "Two steps apart.", "es": "A dos pasos."},
        3: {"en": "Three steps apart.", "es": "A tres pasos."},
        4: {"en": "Opposite corners.", "es": "En esquinas opuestas."},
    },
    "rival": {"en": "Another reading:", "es": "Otra lectura:"},
}


@dataclass(frozen=True)
class Case:
    name: dict[str, str]
    signs: Signs
    why: dict[str, str]
    rival: dict[str, str]


CASES = {
    "intercept": Case(
        {"en": "Operation Intercept, 1969", "es": "Operación Intercepción, 1969"},
        Signs(cost=True, offer=False, agreed=False, alone=True),
        {
            "en": "Every vehicle at the border was to be searched; after twenty days that ended. Trade and workers "
            "waited, and Mexico protested.",
            "es": "Se debía revisar cada vehículo en la frontera; a los veinte días eso terminó. El comercio y los "
            "trabajadores esperaban, y México protestó.",
        },
        {
            "en": "A state may search what enters its own soil. Who calls that a right, not a threat, puts it further down.",
            "es": "Un Estado puede revisar lo que entra a su suelo. Quien vea ahí un derecho, y no una amenaza, la pone más "
            "abajo.",
        },
    ),
    "loans": Case(
        {"en": "The rescue loans of 1995", "es": "Los préstamos del rescate de 1995"},
        Signs(cost=False, offer=True, agreed=True, alone=True),
        {
            "en": "Up to 20 billion dollars were offered and four agreements signed. But President Clinton used a fund that "
            "he could open and close without a vote.",
            "es": "Se ofrecieron hasta 20 mil millones de dólares y se firmaron cuatro acuerdos. Pero el presidente Clinton "
            "usó un fondo que podía abrir y cerrar sin votación.",
        },
        {
            "en": "Oil revenue stood behind the loans, on strict conditions. Who thinks that Mexico had no choice puts it "
            "higher.",
            "es": "El ingreso petrolero respaldaba los préstamos, con condiciones estrictas. Quien crea que México no tenía "
            "opción la pone más arriba.",
        },
    ),
    "declaration": Case(
        {"en": "The declaration on migration of 2019", "es": "La declaración sobre migración de 2019"},
        Signs(cost=True, offer=False, agreed=True, alone=True),
        {
            "en": "Both signed. The hour was set by a tariff that Washington could order, and call off, by itself. Dropping a "
            "threat gives nothing new.",
            "es": "Firmaron los dos. La hora la fijó un arancel que Washington podía ordenar y cancelar solo. Retirar una "
            "amenaza no da nada nuevo.",
        },
        {
            "en": "The text also speaks of development in southern Mexico and Central America. Who takes that for an offer puts it lower.",
            "es": "El texto habla también de desarrollo en el sur de México y Centroamérica. Quien vea ahí una oferta la pone más abajo.",
        },
    ),
    "silao": Case(
        {"en": "The labour case of Silao, 2021", "es": "El caso laboral de Silao, 2021"},
        Signs(cost=True, offer=True, agreed=True, alone=False),
        {
            "en": "One plant could lose its tariff preference. The same agreement gives that preference and a plan to mend "
            "the fault, worked out by both.",
            "es": "Una planta podía perder su preferencia arancelaria. El mismo acuerdo da esa preferencia y un plan para "
            "corregir la falla, hecho entre los dos.",
        },
        {
            "en": "Washington chose the case and opened it. Who looks only at that step moves it to the left.",
            "es": "Washington eligió el caso y lo abrió. Quien mire solo ese paso la mueve a la izquierda.",
        },
    ),
    "dialogue": Case(
        {"en": "The High-Level Economic Dialogue, 2021", "es": "El Diálogo Económico de Alto Nivel, 2021"},
        Signs(cost=False, offer=True, agreed=True, alone=False),
        {
            "en": "Ministers of both countries set a common list of work. Nobody is punished if a point is not met.",
            "es": "Secretarios de los dos países fijaron una lista común de trabajo. Nadie recibe un castigo si un punto no se "
            "cumple.",
        },
        {
            "en": "Either side may stop coming. Who weighs that moves it to the middle.",
            "es": "Cualquiera puede dejar de asistir. Quien le dé peso a eso la mueve al centro.",
        },
    ),
    "list": Case(
        {"en": "The drug list of September 2025", "es": "La lista de drogas de septiembre de 2025"},
        Signs(cost=False, offer=False, agreed=False, alone=True),
        {
            "en": "Mexico was named as a major drug country but not as one that failed. No penalty followed and no help. It is "
            "a verdict from one side.",
            "es": "Se nombró a México como país importante en drogas, pero no entre los que incumplen. No hubo sanción ni "
            "ayuda. Es un veredicto de una sola parte.",
        },
        {
            "en": "A list can cost a country aid in another year. Who counts that shadow puts it at the top.",
            "es": "Otro año la lista puede costarle ayuda a un país. Quien cuente esa sombra la pone arriba.",
        },
    ),
}


def words(where: Place, lang: str) -> str:
    """A place in words."""
    press, decide = PRESSURE[where.pressure][lang], TOGETHER[where.together][lang]
    return f"{press.lower()}, {decide if decide.startswith('US') else decide[0].lower() + decide[1:]}"


def frame(values: dict, lang: str) -> str:
    """The plane with both marks, the four questions and the reasons."""
    case = CASES[values["case"]]
    mine, ours = Place(values["pressure"], values["together"]), place(case.signs)
    signs = "".join(
        f"<li>{escape(SIGNS[name][lang])} <b>{SAY['yes' if getattr(case.signs, name) else 'no'][lang]}</b></li>"
        for name in SIGNS
    )
    said = SAY["yours"][lang].format(words(mine, lang), words(ours, lang))
    return (
        f'<p class="ex-label"><b>{escape(case.name[lang])}</b></p>{plane(mine, ours, lang)}'
        f'<ul class="ex-events">{signs}</ul>'
        f'<p class="ex-verdict"><b>{SAY["apart"][apart(mine, ours)][lang]}</b> {escape(said)} {escape(case.why[lang])} '
        f"<b>{SAY['rival'][lang]}</b> {escape(case.rival[lang])}</p>"
    )


def plane(mine: Place, ours: Place, lang: str) -> str:
    """Three rows of pressure, coercive on top, by three columns of who decides. The verdict says it in words."""
    cells = ["<i></i>", *(f"<i>{escape(text[lang])}</i>" for text in TOGETHER)]
    for pressure in reversed(STEPS):
        cells.append(f"<i>{escape(PRESSURE[pressure][lang])}</i>")
        for together in STEPS:
            here = Place(pressure, together)
            mark = "both" if mine == ours == here else "you" if here == mine else "lesson" if here == ours else ""
            shown = f' class="ex-{mark}">{escape(SAY[mark][lang])}' if mark else ">"
            cells.append(f"<span{shown}</span>")
    return f'<div class="ex-plane" aria-hidden="true">{"".join(cells)}</div>'


EXPLORER = Explorer(
    name="policy-tools",
    title={"en": "Where does a tool stand?", "es": "¿Dónde se ubica una herramienta?"},
    task={
        "en": "Choose a case and place it: how hard does it press, and who decides? Then compare with the lesson's place and "
        "its reasons. Find a case where you would keep your own.",
        "es": "Elige un caso y ubícalo: ¿cuánto presiona y quién decide? Luego compara con el lugar de la lección y sus "
        "razones. Busca un caso en el que mantendrías el tuyo.",
    },
    controls=(
        Control(
            "case",
            {"en": "Case", "es": "Caso"},
            tuple(CASES),
            tuple(case.name for case in CASES.values()),
        ),
        Control("pressure", {"en": "How hard does it press?", "es": "¿Cuánto presiona?"}, STEPS, PRESSURE, 1),
        Control("together", {"en": "Who decides?", "es": "¿Quién decide?"}, STEPS, TOGETHER, 1),
    ),
    frame=frame,
    model={
        "en": "Four questions, answered yes or no. Pressure = middle, one step up if a “no” is costly for Mexico, one step down "
        "if something new is offered. Who decides = middle, one step to “both” if both agreed, one step to “alone” if "
        "Washington can start or stop it by itself. The answers are the lesson's reading of the sources. Simplified: a tool "
        "may change its place over time, and nothing here says whether it worked or was right.",
        "es": "Cuatro preguntas que se responden con sí o no. Presión = en medio, un paso arriba si a México le cuesta decir que "
        "no y un paso abajo si se le ofrece algo nuevo. Quién decide = en medio, un paso hacia “los dos” si ambos lo acordaron y "
        "un paso hacia “solo” si Washington puede iniciarla o pararla por su cuenta. Las respuestas son la lectura que hace la "
        "lección de las fuentes. Simplificado: una herramienta puede cambiar de lugar con el tiempo, y nada aquí dice si "
        "funcionó o si fue correcta.",
    },
    source={
        "en": "US Office of the Historian; White House messages of 1995 and 2021; Library of Congress, 2019; US Trade "
        "Representative, 2021; the president's drug list of 15 September 2025",
        "es": "Oficina del Historiador de EE. UU.; mensajes de la Casa Blanca de 1995 y 2021; Biblioteca del Congreso, 2019; "
        "Representante Comercial de EE. UU., 2021; lista presidencial de drogas del 15 de septiembre de 2025",
    },
)
