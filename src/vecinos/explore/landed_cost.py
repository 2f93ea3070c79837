"""The explorer "What does it cost once it lands?": a good, a day, and whether it enters under the USMCA."""

from __future__ import annotations

from html import escape

from vecinos.explore.models.landed_cost import DAYS, GOODS, charges, landed_cost
from vecinos.explore.show import Control, Explorer, chosen
from vecinos.i18n import number

VALUES = {"tomatoes": 1_000, "car": 30_000, "part": 400, "steel": 1_000, "other": 1_000}  # US dollars: examples
US_MADE = 30  # per cent of the example car
TEXT = {
    "value": {"en": "Value at the border", "es": "Valor en la frontera"},
    "duties": {"en": "Duties", "es": "Aranceles y cuotas"},
    "money": {"en": "US${}", "es": "{} dólares"},
    "landed": {"en": "Landed cost", "es": "Costo puesto en Estados Unidos"},
    "none": {"en": "none of these duties is due", "es": "no se debe ninguno de estos cobros"},
    "line": {"en": "{ground}: {rate}% of US${base}", "es": "{ground}: {rate}\u00a0% de {base} dólares"},
    "ieepa": {"en": "Emergency tariff (IEEPA)", "es": "Arancel de emergencia (IEEPA)"},
    "s232": {"en": "Section 232", "es": "Sección 232"},
    "s122": {"en": "Section 122 surcharge", "es": "Sobretasa de la Sección 122"},
    "antidumping": {"en": "Antidumping duty", "es": "Cuota antidumping"},
    "verdict": {
        "en": "It lands at US${landed}, US${duty} of it in duties. {why}",
        "es": "Queda en {landed} dólares, de ellos {duty} de aranceles y cuotas. {why}",
    },
}
WHY = {
    "before": {
        "en": "None of the new duties had begun, with or without the USMCA.",
        "es": "Ninguno de los nuevos cobros había empezado, con T-MEC o sin él.",
    },
    "ieepa": {
        "en": "It does not enter under the USMCA, so the emergency tariff falls on its whole value.",
        "es": "No entra con el T-MEC, así que el arancel de emergencia cae sobre todo su valor.",
    },
    "spared": {
        "en": "Entering under the USMCA spares it the tariff that other goods pay on this day.",
        "es": "Entrar con el T-MEC le ahorra el arancel que otros bienes pagan ese día.",
    },
    "tomatoes-both": {
        "en": "Two grounds add up. The USMCA would spare it the emergency tariff, but not the antidumping duty.",
        "es": "Se suman dos cobros. El T-MEC le ahorraría el arancel de emergencia, pero no la cuota antidumping.",
    },
    "tomatoes-ad": {
        "en": "The antidumping duty makes no exception for the USMCA.",
        "es": "La cuota antidumping no hace excepción por el T-MEC.",
    },
    "tomatoes-listed": {
        "en": "Tomatoes are on the surcharge’s list of exceptions. The antidumping duty stays, with or without the USMCA.",
        "es": "El jitomate está en la lista de excepciones de la sobretasa. La cuota antidumping sigue, con T-MEC o sin él.",
    },
    "car-usmca": {
        "en": "Only Section 232 applies, and under the USMCA only to the part not made in the United States.",
        "es": "Solo se aplica la Sección 232 y, con el T-MEC, solo a la parte que no se hizo en Estados Unidos.",
    },
    "232": {
        "en": "Only Section 232 applies, to the whole value. No other new tariff comes on top.",
        "es": "Solo se aplica la Sección 232, sobre todo el valor. No se le suma ningún otro arancel nuevo.",
    },
    "part-usmca": {
        "en": "Section 232 covers the part, but exempts it under the USMCA.",
        "es": "La Sección 232 cubre la autoparte, pero la exime si entra con el T-MEC.",
    },
    "steel": {
        "en": "Section 232 makes no exception for the USMCA. No other new tariff comes on top.",
        "es": "La Sección 232 no hace excepción por el T-MEC. No se le suma ningún otro arancel nuevo.",
    },
    "s122": {
        "en": "The emergency tariff is gone. Outside the USMCA the surcharge falls on the whole value.",
        "es": "El arancel de emergencia ya no está. Fuera del T-MEC, la sobretasa cae sobre todo el valor.",
    },
}


def why(good: str, day: str, usmca: bool) -> str:
    """The key in WHY of the reason for what is due."""
    if day == "2024-12-31":
        return "before"
    if day == "2025-03-10":
        return "spared" if usmca else "ieepa"
    if good == "steel":
        return "steel"
    if good in ("car", "part"):
        return f"{good}-usmca" if usmca else "232"
    if good == "tomatoes":
        if day == "2026-03-01":
            return "tomatoes-listed"
        return "tomatoes-ad" if usmca else "tomatoes-both"
    if usmca:
        return "spared"
    return "s122" if day == "2026-03-01" else "ieepa"


def frame(values: dict, lang: str) -> str:
    """The duties by legal ground, the landed cost and the reason in one state."""
    good, day, usmca = values["good"], values["day"], values["usmca"]
    value = VALUES[good]
    due = charges(good, day, usmca, value, US_MADE if good == "car" else 0)
    landed = landed_cost(value, due)
    duty = landed - value

    def text(key: str, *filled: str, **named: str) -> str:
        return escape(TEXT[key][lang].format(*filled, **named))

    parts = [("region", "value", value), ("outside", "duties", duty)]
    bar = "".join(
        f'<span class="ex-part ex-{css}" style="width:{sum_ / value / 1.5 * 100:.1f}%"></span>'
        for css, _, sum_ in parts
    )
    key = "".join(
        f'<li><i class="ex-part ex-{css}"></i> {text(name)} <b>{text("money", number(sum_))}</b></li>'
        for css, name, sum_ in parts
    )
    lines = [
        text("line", ground=TEXT[charge.ground][lang], rate=f"{charge.rate:g}", base=number(charge.base))
        for charge in due
    ]
    verdict = text("verdict", landed=number(landed), duty=number(duty), why=WHY[why(good, day, usmca)][lang])
    return (
        f"{chosen(EXPLORER, values, lang)}"
        f'<div class="ex-bar" aria-hidden="true">{bar}</div><ul class="ex-key">{key}</ul>'
        f'<p class="ex-label">{"<br>".join(lines or [text("none")])}</p>'
        f'<p class="ex-label">{text("landed")}</p><p class="ex-money"><b>{text("money", number(landed))}</b></p>'
        f'<p class="ex-verdict">{verdict}</p>'
    )


EXPLORER = Explorer(
    name="landed-cost",
    title={"en": "What does it cost once it lands?", "es": "¿Cuánto cuesta al llegar?"},
    task={
        "en": "A Mexican good enters the United States. Choose the good, the day and how it enters, and see which law "
        "charges it.",
        "es": "Un bien mexicano entra a Estados Unidos. Elige el bien, el día y cómo entra, y mira qué ley le cobra.",
    },
    controls=(
        Control(
            "good",
            {"en": "Good", "es": "Bien"},
            GOODS,
            (
                {"en": "Fresh tomatoes", "es": "Jitomate fresco"},
                {"en": "Car", "es": "Auto"},
                {"en": "Car part", "es": "Autoparte"},
                {"en": "Steel coil", "es": "Rollo de acero"},
                {"en": "Other good", "es": "Otro bien"},
            ),
            start=0,
        ),
        Control(
            "day",
            {"en": "Day of entry", "es": "Día de entrada"},
            DAYS,
            (
                {"en": "31 Dec 2024", "es": "31 dic 2024"},
                {"en": "10 Mar 2025", "es": "10 mar 2025"},
                {"en": "1 Aug 2025", "es": "1 ago 2025"},
                {"en": "1 Mar 2026", "es": "1 mar 2026"},
            ),
            start=2,
        ),
        Control(
            "usmca",
            {"en": "Enters under the USMCA", "es": "Entra con el T-MEC"},
            (True, False),
            ({"en": "Yes", "es": "Sí"}, {"en": "No", "es": "No"}),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Landed cost = value + the duties of 2025 and 2026, each a rate on the customs value. Rates are those of the day. "
        "The values are examples; 30% of the car is made in the United States, the car part is on the Section 232 list, and "
        "“other good” stands for one that no special order or list of exceptions names. Tomatoes pay the general antidumping "
        "rate. Sums are rounded to whole dollars. Left out: ordinary duty, freight, fees, and refunds after the ruling. Two stretches are "
        "left out too. From 12 March to 3 June 2025 two laws claimed one good, and which came first was set on 29 April, "
        "changed on 3 June, and each time applied to earlier days. After 5 April 2026 one tracker alone records the rates.",
        "es": "Costo al llegar = valor + los cobros de 2025 y 2026, cada uno una tasa sobre el valor en aduana. Las tasas son las "
        "de ese día. Los valores son ejemplos; 30\u00a0% del auto se hace en Estados Unidos, la autoparte está en la lista de la "
        "Sección 232 y “otro bien” es uno que ninguna orden especial ni lista de excepciones nombra. El jitomate paga la cuota "
        "antidumping general. Las sumas se redondean a dólares enteros. No se incluyen el arancel ordinario, el flete, los "
        "trámites ni las devoluciones tras el fallo. También faltan dos tramos. Del 12 de marzo al 3 de junio de 2025 dos leyes "
        "alcanzaban al mismo bien, y cuál iba primero se fijó el 29 de abril, cambió el 3 de junio y las dos veces se aplicó a "
        "días anteriores. Después del 5 de abril de 2026 un solo registro anota las tasas.",
    },
    source={
        "en": "Alerts on the US orders of 2025; US Department of Commerce, 90 FR 33363 (tomatoes); NNR Global Logistics on which "
        "duty yields to which (June 2025); Thompson Hine on Section 122 (February 2026)",
        "es": "Avisos sobre las órdenes de Estados Unidos de 2025; Departamento de Comercio, 90 FR 33363 (jitomate); NNR Global "
        "Logistics, sobre qué arancel cede ante cuál (junio de 2025); Thompson Hine, sobre la Sección 122 (febrero de 2026)",
    },
)
