"""The explorer "Agreeing at the United Nations": one number, three baselines, three stories."""

from __future__ import annotations

from html import escape

from vecinos.data import table
from vecinos.explore.models.voting import Agreement, compare
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

DECADES = (1950, 1960, 1970, 1980, 1990, 2000, 2010)
BASELINES = ("canada", "brazil", "before")
SERIES = {"canada": "canada-us", "brazil": "mexico-brazil", "before": "mexico-us"}
NEAR = 5  # points: within them two means are called about the same
TEXT = {
    "own": {"en": "Mexico with the United States, {decade}s", "es": "México con Estados Unidos, década de {decade}"},
    "canada": {"en": "Canada with the United States, {decade}s", "es": "Canadá con Estados Unidos, década de {decade}"},
    "brazil": {"en": "Mexico with Brazil, {decade}s", "es": "México con Brasil, década de {decade}"},
    "before": {
        "en": "Mexico with the United States, {before}s",
        "es": "México con Estados Unidos, década de {before}",
    },
    "below": {
        "en": "Beside this baseline Mexico and Washington look distant: {gap} points lower.",
        "es": "Frente a esta base, México y Washington se ven lejos: {gap} puntos menos.",
    },
    "above": {
        "en": "Beside this baseline Mexico and Washington look closer: {gap} points higher.",
        "es": "Frente a esta base, México y Washington se ven más cerca: {gap} puntos más.",
    },
    "same": {
        "en": "Beside this baseline hardly anything changed: a gap of {gap} points.",
        "es": "Frente a esta base casi no hay cambio: una diferencia de {gap} puntos.",
    },
}


def _yearly(series: str) -> dict[int, float]:
    """Per cent of shared votes cast alike, by year."""
    votes = table("un-votes")
    one = votes[votes.series == series]
    return {int(year): float(value) for year, value in zip(one.year, one.value, strict=True)}


def agreement(decade: int, baseline: str) -> Agreement:
    """Mexico with the United States in a decade, beside the chosen baseline."""
    back = 10 if baseline == "before" else 0
    return compare(_yearly("mexico-us"), _yearly(SERIES[baseline]), decade, back)


def frame(values: dict, lang: str) -> str:
    """Two bars and what their distance says."""
    decade, baseline = values["decade"], values["baseline"]
    found = agreement(decade, baseline)
    rows = "".join(
        f'<p class="ex-label">{escape(TEXT[name][lang].format(decade=decade, before=decade - 10))}: '
        f"<b>{percent(share, 1, lang)}</b></p>"
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-first" style="width:{share:.1f}%"></span></div>'
        for name, share in (("own", found.own), (baseline, found.baseline))
    )
    return f'{rows}<p class="ex-verdict">{escape(verdict_text(found, lang))}</p>'


def verdict_text(found: Agreement, lang: str) -> str:
    """What the distance says, in one sentence."""
    kind = "same" if abs(found.gap) < NEAR else "below" if found.gap < 0 else "above"
    return TEXT[kind][lang].format(gap=number(abs(found.gap), 1))


EXPLORER = Explorer(
    name="un-agreement",
    title={"en": "Agreeing at the United Nations", "es": "Coincidir en las Naciones Unidas"},
    task={
        "en": "How often did Mexico and the United States vote alike? Choose a decade, then change only what you compare "
        "it with. Find two baselines that tell opposite stories of one decade.",
        "es": "¿Qué tanto votaron igual México y Estados Unidos? Elige una década y luego cambia solo con qué la comparas. "
        "Busca dos bases que cuenten historias opuestas de una misma década.",
    },
    controls=(
        Control(
            "decade",
            {"en": "Decade", "es": "Década"},
            DECADES,
            tuple({"en": f"{year}s", "es": f"Década de {year}"} for year in DECADES),
            start=len(DECADES) - 1,
        ),
        Control(
            "baseline",
            {"en": "Compare with", "es": "Comparar con"},
            BASELINES,
            (
                {"en": "Canada and the United States", "es": "Canadá y Estados Unidos"},
                {"en": "Mexico and Brazil", "es": "México y Brasil"},
                {"en": "the decade before", "es": "la década anterior"},
            ),
        ),
    ),
    frame=frame,
    model={
        "en": "Agreement in a year = identical votes ÷ roll-calls in which both voted × 100; yes, no and abstention are "
        "three different votes. A decade is the plain mean of its years, so a year with 26 roll-calls weighs as much as "
        "one with 160. The 1940s begin in 1946; 1951 and 1964 have no votes. Gap = Mexico with the United States − "
        "baseline. Below 5 points the verdict speaks of hardly any change; that limit is ours. Resolutions adopted "
        "without a vote are not in the count; in 1994 they were three in four.",
        "es": "Coincidencia en un año = votos idénticos ÷ votaciones en que ambos votaron × 100; sí, no y abstención son "
        "tres votos distintos. Una década es el promedio simple de sus años, así que un año con 26 votaciones pesa igual "
        "que uno con 160. La década de 1940 empieza en 1946; 1951 y 1964 no tienen votaciones. Diferencia = México con "
        "Estados Unidos − base. Por debajo de 5 puntos el resultado habla de casi ningún cambio; ese límite es nuestro. Las "
        "resoluciones adoptadas sin votar no están en el conteo; en 1994 fueron tres de cada cuatro.",
    },
    source={
        "en": "Calculated from E. Voeten's data on votes in the UN General Assembly, 1946–2019",
        "es": "Cálculo con los datos de E. Voeten sobre votaciones en la Asamblea General de la ONU, 1946–2019",
    },
)
