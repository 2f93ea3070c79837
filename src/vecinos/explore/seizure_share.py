"""The explorer "What a seizure can mean": the same seizures under several shares caught."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.deaths_drugs import Flow, flow
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent, pick

BEFORE = (5, 10, 20)
AFTER = (5, 10, 20, 40)
TEXT = {
    "seized": {"en": "seized", "es": "decomisado"},
    "passed": {"en": "got through", "es": "pasó"},
    "total": {"en": "{when}: {total} pounds in all", "es": "{when}: {total} libras en total"},
    "verdict": {
        "en": "{seized_change}. If {before} was caught before and {after} afterwards, the total {total_change}, and what got "
        "through {passed_change}. {meaning}",
        "es": "{seized_change}. Si antes se decomisaba {before} y después {after}, el total {total_change} y lo que pasó "
        "{passed_change}. {meaning}",
    },
    "seizures": {"en": "Seizures {}", "es": "Los decomisos {}"},
    "rose": {"en": "rose by {}", "es": "subió {}"},
    "fell": {"en": "fell by {}", "es": "bajó {}"},
    "stayed": {"en": "stayed the same", "es": "quedó igual"},
    "rose-s": {"en": "rose by {}", "es": "subieron {}"},
    "fell-s": {"en": "fell by {}", "es": "bajaron {}"},
    "more-more": {"en": "More was seized, and more got through.", "es": "Se decomisó más, y pasó más."},
    "more-less": {"en": "More was seized, and less got through.", "es": "Se decomisó más, y pasó menos."},
    "less-less": {"en": "Less was seized, and less got through.", "es": "Se decomisó menos, y pasó menos."},
    "less-more": {"en": "Less was seized, and more got through.", "es": "Se decomisó menos, y pasó más."},
}
CHANGES = {
    "doubling": (
        {"en": "Invented: 1,000 pounds, then 2,000", "es": "Inventado: 1,000 libras y luego 2,000"},
        None,
        ({"en": "First year", "es": "Primer año"}, {"en": "Second year", "es": "Segundo año"}),
    ),
    "rise": (
        {
            "en": "Fiscal 2020 and 2021, all US borders",
            "es": "Años fiscales 2020 y 2021, todas las fronteras de EE. UU.",
        },
        ("cbp-all", 2020, 2021),
        ({"en": "Fiscal 2020", "es": "Año fiscal 2020"}, {"en": "Fiscal 2021", "es": "Año fiscal 2021"}),
    ),
    "peak": (
        {
            "en": "Fiscal 2023 and 2024, all US borders",
            "es": "Años fiscales 2023 y 2024, todas las fronteras de EE. UU.",
        },
        ("cbp-all", 2023, 2024),
        ({"en": "Fiscal 2023", "es": "Año fiscal 2023"}, {"en": "Fiscal 2024", "es": "Año fiscal 2024"}),
    ),
    "fall": (
        {
            "en": "Fiscal 2024 and 2025, border with Mexico (one account each)",
            "es": "Años fiscales 2024 y 2025, frontera con México (una fuente por año)",
        },
        ("cbp-mexico", 2024, 2025),
        ({"en": "Fiscal 2024", "es": "Año fiscal 2024"}, {"en": "Fiscal 2025", "es": "Año fiscal 2025"}),
    ),
}


@cache
def amounts(change: str) -> tuple[float, float]:
    """Pounds seized in the first and in the second year of a change."""
    rows = CHANGES[change][1]
    if rows is None:
        return 1_000.0, 2_000.0
    series, first, second = rows
    frame = table("fentanyl-seizures")
    found = frame[frame.series == series].set_index("year").value
    return float(found[first]), float(found[second])


def frame(values: dict, lang: str) -> str:
    """Two bars, seized and got through, and what the seizures then meant."""
    seized = amounts(values["change"])
    flows = (flow(seized[0], values["before"]), flow(seized[1], values["after"]))
    most = max(one.total for one in flows)
    bars = "".join(
        f'<p class="ex-label">{escape(TEXT["total"][lang].format(when=pick(when, lang), total=_pounds(one.total)))}</p>'
        f'<div class="ex-bar" aria-hidden="true"><span class="ex-part ex-first" style="width:{one.seized / most * 100:.1f}%">'
        f'</span><span class="ex-part ex-outside" style="width:{one.passed / most * 100:.1f}%"></span></div>'
        f'<ul class="ex-key"><li><i class="ex-part ex-first"></i> <b>{number(one.seized)}</b> {TEXT["seized"][lang]}</li>'
        f'<li><i class="ex-part ex-outside"></i> <b>{_pounds(one.passed)}</b> {TEXT["passed"][lang]}</li></ul>'
        for one, when in zip(flows, CHANGES[values["change"]][2], strict=True)
    )
    said = verdict_text(flows, values["before"], values["after"], lang)
    return f'{bars}<p class="ex-verdict">{escape(said)}</p>'


def verdict_text(flows: tuple[Flow, Flow], before: float, after: float, lang: str) -> str:
    """The result in words: what happened to seizures, to the total and to what got through."""
    one, two = flows
    seized = TEXT["seizures"][lang].format(_change(one.seized, two.seized, lang, "-s"))
    return TEXT["verdict"][lang].format(
        seized_change=seized,
        before=percent(before, 0, lang),
        after=percent(after, 0, lang),
        total_change=_change(one.total, two.total, lang),
        passed_change=_change(one.passed, two.passed, lang),
        meaning=TEXT[meaning(one, two)][lang],
    )


def meaning(one: Flow, two: Flow) -> str:
    """Which of the four: more or less seized, more or less through."""
    return f"{'more' if two.seized > one.seized else 'less'}-{'more' if two.passed > one.passed else 'less'}"


def _change(first: float, second: float, lang: str, form: str = "") -> str:
    change = (second / first - 1) * 100
    if round(change) == 0:
        return TEXT["stayed"][lang]
    return TEXT[f"{'rose' if change > 0 else 'fell'}{form}"][lang].format(percent(abs(change), 0, lang))


def _pounds(amount: float) -> str:
    """Derived amounts to the nearest hundred: the shares are assumptions."""
    return number(round(amount, -2))


def _shares(values: tuple[int, ...]) -> tuple[dict[str, str], ...]:
    return tuple({lang: percent(share, 0, lang) for lang in ("en", "es")} for share in values)


EXPLORER = Explorer(
    name="seizure-share",
    title={"en": "What a seizure can mean", "es": "Qué puede significar un decomiso"},
    task={
        "en": "Nobody knows what share of the fentanyl that crosses is caught. Choose two years, then say what share you "
        "think was caught in each. Can you make the same seizures mean more drugs and fewer drugs?",
        "es": "Nadie sabe qué parte del fentanilo que cruza se decomisa. Elige dos años y di qué parte crees que se decomisó "
        "en cada uno. ¿Puedes lograr que los mismos decomisos signifiquen más droga y menos droga?",
    },
    controls=(
        Control(
            "change",
            {"en": "Seizures of fentanyl", "es": "Decomisos de fentanilo"},
            tuple(CHANGES),
            tuple(label for label, _, _ in CHANGES.values()),
        ),
        Control(
            "before",
            {"en": "Share caught in the first year", "es": "Parte decomisada en el primer año"},
            BEFORE,
            _shares(BEFORE),
            start=1,
        ),
        Control(
            "after",
            {"en": "Share caught in the second year", "es": "Parte decomisada en el segundo año"},
            AFTER,
            _shares(AFTER),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Total = seized ÷ share caught. Got through = total − seized. The pounds of the fiscal years are those of US "
        "Customs and Border Protection; every share is an assumption of yours, not a finding. Totals are rounded to the "
        "nearest hundred. Simplified: weight includes fillers, and the purity of what is seized changes from year to year; "
        "drugs that come by mail or are made elsewhere are left out.",
        "es": "Total = decomisado ÷ parte decomisada. Lo que pasó = total − decomisado. Las libras de los años fiscales son de "
        "la CBP de Estados Unidos; cada parte es un supuesto tuyo y no un hallazgo. Los totales se redondean a centenas. "
        "Simplificado: el peso incluye relleno, y la pureza de lo decomisado cambia de un año a otro; queda fuera la droga "
        "que llega por correo o se hace en otro lugar.",
    },
    source={
        "en": "US Customs and Border Protection, drug seizures by fiscal year, through several accounts",
        "es": "CBP de Estados Unidos, decomisos de droga por año fiscal, a través de varias notas",
    },
)
