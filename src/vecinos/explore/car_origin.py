"""The explorer "Is this car North American?": parts, wages and the tariff that follows."""

from __future__ import annotations

from html import escape

from vecinos.explore.models.car_origin import LVC_THRESHOLD, RVC_THRESHOLD, Verdict, car_verdict
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

VALUE = 30_000  # US dollars: an example car
OUTSIDE = tuple(range(10, 51, 5))
HIGH_WAGE = (30, 45)
US_MADE = (10, 30, 50)
TEXT = {
    "made": {"en": "Where the car’s value is made", "es": "Dónde se produce el valor del auto"},
    "us": {"en": "United States", "es": "Estados Unidos"},
    "region": {"en": "Mexico and Canada", "es": "México y Canadá"},
    "outside": {"en": "elsewhere", "es": "otros países"},
    "rvc": {"en": "Regional value content", "es": "Valor de contenido regional"},
    "lvc": {"en": "Labour value content", "es": "Valor de contenido laboral"},
    "needs": {"en": "needs {}", "es": "necesita {}"},
    "yes": {"en": "meets the rule", "es": "cumple la regla"},
    "no": {"en": "falls short", "es": "no alcanza"},
    "tariff": {"en": "Tariff on a US${} car", "es": "Arancel de un auto de {} dólares"},
    "money": {"en": "US${}", "es": "{} dólares"},
    "on": {"en": "25% of US${}", "es": "25\u00a0% de {} dólares"},
    "qualifies": {
        "en": "The car counts as North American. It pays only on the part not made in the United States: US${tariff}.",
        "es": "El auto cuenta como norteamericano. Paga solo por la parte que no se hizo en Estados Unidos: {tariff} dólares.",
    },
    "few_parts": {
        "en": "Too many parts come from elsewhere ({rvc} regional, 75% needed). The whole car pays: US${tariff}.",
        "es": "Demasiadas partes vienen de otros países ({rvc} regional; se necesita 75\u00a0%). Paga el auto entero: {tariff} dólares.",
    },
    "low_wage": {
        "en": "The parts are regional enough, but too little of the work is paid US$16 an hour ({lvc}, 40% needed). "
        "The whole car pays: US${tariff}.",
        "es": "Las partes alcanzan, pero muy poco del trabajo se paga a 16 dólares la hora ({lvc}; se necesita 40\u00a0%). "
        "Paga el auto entero: {tariff} dólares.",
    },
    "both": {
        "en": "The car fails both tests: parts ({rvc} of 75%) and wages ({lvc} of 40%). The whole car pays: US${tariff}.",
        "es": "El auto no pasa ninguna prueba: ni partes ({rvc} de 75\u00a0%) ni salarios ({lvc} de 40\u00a0%). "
        "Paga el auto entero: {tariff} dólares.",
    },
}


def frame(values: dict, lang: str) -> str:
    """The picture, the verdict and the numbers of one state."""
    verdict = car_verdict(VALUE, values["outside"], values["high_wage"], values["us_made"])
    region = 100 - values["outside"] - values["us_made"]

    def text(key: str, *filled: str) -> str:
        return escape(TEXT[key][lang].format(*filled))

    parts = [("us", values["us_made"]), ("region", region), ("outside", values["outside"])]
    bar = "".join(f'<span class="ex-part ex-{name}" style="width:{share}%"></span>' for name, share in parts)
    key = "".join(
        f'<li><i class="ex-part ex-{name}"></i> {text(name)} <b>{percent(share, 0, lang)}</b></li>'
        for name, share in parts
    )
    return (
        f'<p class="ex-label">{text("made")}</p><div class="ex-bar" aria-hidden="true">{bar}</div>'
        f'<ul class="ex-key">{key}</ul>'
        f"{_test('rvc', verdict.rvc, RVC_THRESHOLD, verdict.meets_rvc, lang)}"
        f"{_test('lvc', verdict.lvc, LVC_THRESHOLD['car'], verdict.meets_lvc, lang)}"
        f'<p class="ex-label">{text("tariff", number(VALUE))}</p>'
        f'<p class="ex-money"><b>{text("money", number(verdict.tariff))}</b> '
        f"<span>{text('on', number(verdict.dutiable))}</span></p>"
        f'<p class="ex-verdict">{escape(verdict_text(verdict, lang))}</p>'
    )


def _test(name: str, share: float, threshold: float, met: bool, lang: str) -> str:
    """One rule as a bar with its threshold: met or not by sign and word, not by colour alone."""
    word = TEXT["yes" if met else "no"][lang]
    needs = TEXT["needs"][lang].format(percent(threshold, 0, lang))
    return (
        f'<p class="ex-label">{escape(TEXT[name][lang])}: <b>{percent(share, 0, lang)}</b>, {escape(needs)} '
        f'<span class="ex-{"yes" if met else "no"}">{"✓" if met else "✗"} {escape(word)}</span></p>'
        f'<div class="ex-bar ex-rule" aria-hidden="true"><span class="ex-part ex-is-{"yes" if met else "no"}" '
        f'style="width:{share:.0f}%"></span><i class="ex-threshold" style="inset-inline-start:{threshold:.0f}%"></i></div>'
    )


def verdict_text(verdict: Verdict, lang: str) -> str:
    """The result in one sentence."""
    if verdict.qualifies:
        key = "qualifies"
    elif verdict.meets_lvc:
        key = "few_parts"
    else:
        key = "low_wage" if verdict.meets_rvc else "both"
    return TEXT[key][lang].format(
        rvc=percent(verdict.rvc, 0, lang), lvc=percent(verdict.lvc, 0, lang), tariff=number(verdict.tariff)
    )


def _shares(values: tuple[int, ...]) -> tuple[dict[str, str], ...]:
    return tuple({lang: percent(value, 0, lang) for lang in ("en", "es")} for value in values)


EXPLORER = Explorer(
    name="car-origin",
    title={"en": "Is this car North American?", "es": "¿Es norteamericano este auto?"},
    task={
        "en": "A car is assembled in Mexico and sold in the United States. Move the parts and the wages, and watch which "
        "rule decides what it pays.",
        "es": "Un auto se arma en México y se vende en Estados Unidos. Mueve las partes y los salarios y observa qué regla "
        "decide cuánto paga.",
    },
    controls=(
        Control(
            "outside",
            {"en": "Parts from outside North America", "es": "Partes de fuera de América del Norte"},
            OUTSIDE,
            _shares(OUTSIDE),
            start=2,
        ),
        Control(
            "high_wage",
            {
                "en": "Value made by workers paid at least US$16 an hour",
                "es": "Valor producido por quienes ganan al menos 16 dólares la hora",
            },
            HIGH_WAGE,
            _shares(HIGH_WAGE),
            start=1,
        ),
        Control(
            "us_made",
            {"en": "Value made in the United States", "es": "Valor producido en Estados Unidos"},
            US_MADE,
            _shares(US_MADE),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Regional value content = (net cost − materials from outside the region) ÷ net cost × 100. A car needs 75% "
        "and, besides, 40% of its value made by workers paid at least US$16 an hour on average. A car that meets both pays "
        "25% on the part of its value not made in the United States; any other car pays 25% on all of it. Simplified: the "
        "price stands for the net cost, the rules on core parts, steel and aluminium are taken as met, and the ordinary "
        "duty is left out.",
        "es": "Valor de contenido regional = (costo neto − materiales de fuera de la región) ÷ costo neto × 100. Un auto "
        "necesita 75\u00a0% y, además, que 40\u00a0% de su valor lo produzcan personas que ganan en promedio al menos 16 "
        "dólares la hora. El auto que cumple ambas reglas paga 25\u00a0% por la parte de su valor que no se hizo en Estados "
        "Unidos; cualquier otro paga 25\u00a0% por todo. Simplificado: el precio hace las veces del costo neto, se dan por "
        "cumplidas las reglas sobre autopartes esenciales, acero y aluminio, y no se incluye el arancel ordinario.",
    },
    source={
        "en": "USMCA rules of origin (19 CFR Part 182, Appendix A) and automotive appendix (US Harmonized Tariff Schedule, General Note 11); US Section 232 "
        "tariff on cars, as ordered from 3 April 2025",
        "es": "Reglas de origen del T-MEC (19 CFR, parte 182, apéndice A) y apéndice automotriz (tarifa arancelaria de Estados Unidos, nota general 11); arancel de "
        "la Sección 232 a los autos, según la orden vigente desde el 3 de abril de 2025",
    },
)
