"""The explorer "Sending 350 dollars home": fee, tax and margin, then pesos and what they buy."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.send_home import Sent, send
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

BUDGET = 350  # US dollars
BASE = 2025
YEARS = (2003, 2020, 2025)
FEES = (0, 3, 6)  # US dollars: examples
MARGINS = (0, 1, 3)  # per cent: examples
TEXT = {
    "split": {"en": "Where the 350 dollars go", "es": "A dónde van los 350 dólares"},
    "arrives": {"en": "is changed into pesos", "es": "se cambia a pesos"},
    "margin": {"en": "margin", "es": "margen"},
    "fee": {"en": "fee", "es": "comisión"},
    "tax": {"en": "US tax", "es": "impuesto de EE. UU."},
    "dollars": {"en": "US${}", "es": "{} dólares"},
    "cost": {
        "en": "Lost on the way: US${cost}, {share} of the sum",
        "es": "Se queda en el camino: {cost} dólares, {share} del total",
    },
    "got": {"en": "The family receives", "es": "La familia recibe"},
    "pesos": {"en": "{} pesos", "es": "{} pesos"},
    "rate": {"en": "{} pesos per dollar on average in {}", "es": "{} pesos por dólar en promedio en {}"},
    "taxed": {
        "en": "Cash pays the tax: US${tax}. After all costs {pesos} pesos arrive",
        "es": "El efectivo paga el impuesto: {tax} dólares. Después de todos los costos llegan {pesos} pesos",
    },
    "untaxed": {
        "en": "No tax is due. After all costs {pesos} pesos arrive",
        "es": "No se paga impuesto. Después de todos los costos llegan {pesos} pesos",
    },
    "same": {"en": ", in the pesos of 2025.", "es": ", en pesos de 2025."},
    "then": {
        "en": ", as pesos of {year}. With the prices of 2025 that is worth {buys} pesos.",
        "es": ", en pesos de {year}. A precios de 2025 equivalen a {buys} pesos.",
    },
}


@cache
def _year(year: int) -> tuple[float, float]:
    """Pesos per dollar (FIX, yearly mean) and the consumer price index of a year."""
    rates, prices = table("exchange-rate"), table("prices-mexico")
    rate = rates[(rates.year == year) & (rates.series == "fix")].value.item()
    return float(rate), float(prices[prices.year == year].value.item())


def result(values: dict) -> Sent:
    """The model's answer for one state of the controls."""
    rate, prices = _year(values["year"])
    return send(BUDGET, values["channel"], values["fee"], values["margin"], rate, prices, _year(BASE)[1])


def frame(values: dict, lang: str) -> str:
    """The picture, the numbers and the verdict of one state."""
    sent, year = result(values), values["year"]

    def text(key: str, *filled: str, **named: str) -> str:
        return escape(TEXT[key][lang].format(*filled, **named))

    parts = [("arrives", "us", sent.arrives), ("fee", "region", sent.fee), ("margin", "outside", sent.margin)]
    parts.append(("tax", "is-no", sent.tax))
    bar = "".join(
        f'<span class="ex-part ex-{tone}" style="width:{value / BUDGET * 100:.2f}%"></span>'
        for _, tone, value in parts
        if value
    )
    key = "".join(
        f'<li><i class="ex-part ex-{tone}"></i> {text(name)} <b>{text("dollars", number(value, 2))}</b></li>'
        for name, tone, value in parts
    )
    cost = text("cost", cost=number(sent.cost, 2), share=percent(sent.cost / BUDGET * 100, 1, lang))
    return (
        f'<p class="ex-label">{text("split")}</p><div class="ex-bar" aria-hidden="true">{bar}</div>'
        f'<ul class="ex-key">{key}</ul><p class="ex-label">{cost}</p>'
        f'<p class="ex-label">{text("got")}</p><p class="ex-money"><b>{text("pesos", number(sent.pesos))}</b> '
        f"<span>{text('rate', number(_year(year)[0], 2), str(year))}</span></p>"
        f'<p class="ex-verdict">{escape(verdict_text(sent, year, lang))}</p>'
    )


def verdict_text(sent: Sent, year: int, lang: str) -> str:
    """The result in one or two sentences."""
    opening = TEXT["taxed" if sent.tax else "untaxed"][lang].format(tax=number(sent.tax, 2), pesos=number(sent.pesos))
    if year == BASE:
        return opening + TEXT["same"][lang]
    return opening + TEXT["then"][lang].format(year=year, buys=number(sent.buys))


EXPLORER = Explorer(
    name="send-home",
    title={"en": "Sending 350 dollars home", "es": "Enviar 350 dólares a casa"},
    task={
        "en": "Somebody in the United States has 350 dollars for a transfer and everything it costs. Choose how it is paid "
        "and what the firm charges, then the year.",
        "es": "Alguien en Estados Unidos tiene 350 dólares para un envío y todo lo que cuesta. Elige cómo lo paga y cuánto "
        "cobra la empresa; después, el año.",
    },
    controls=(
        Control(
            "channel",
            {"en": "How the sender pays (rule of 2026)", "es": "Cómo paga quien envía (regla de 2026)"},
            ("cash", "account"),
            (
                {"en": "Cash or money order", "es": "Efectivo o giro"},
                {"en": "US bank account or card", "es": "Cuenta o tarjeta de EE. UU."},
            ),
        ),
        Control(
            "fee",
            {"en": "Fee (example)", "es": "Comisión (ejemplo)"},
            FEES,
            tuple({"en": f"US${fee}", "es": f"{fee} dólares"} for fee in FEES),
            start=1,
        ),
        Control(
            "margin",
            {"en": "Exchange-rate margin (example)", "es": "Margen cambiario (ejemplo)"},
            MARGINS,
            tuple({lang: percent(margin, 0, lang) for lang in ("en", "es")} for margin in MARGINS),
            start=1,
        ),
        Control(
            "year",
            {"en": "Exchange rate and prices of", "es": "Tipo de cambio y precios de"},
            YEARS,
            tuple({"en": str(year), "es": str(year)} for year in YEARS),
            start=2,
        ),
    ),
    frame=frame,
    model={
        "en": "Transfer = (350 − fee) ÷ 1.01 if the tax is due, otherwise 350 − fee. Tax = 1% of the transfer. Pesos = "
        "transfer × (1 − margin) × mean exchange rate of the year. Prices of 2025 = pesos × price index of 2025 ÷ index "
        "of the year. Data: exchange rate, price index, and the tax as it stands since 2026. Examples: the fees and "
        "margins. For comparison, one yearbook puts the mean of fee and margin together at 4.47 dollars for 350 dollars "
        "in 2024. Simplified: the rule of 2026 and the example charges are applied to every year, fees paid in Mexico are left out, and the "
        "350 dollars are not adjusted for US prices.",
        "es": "Envío = (350 − comisión) ÷ 1.01 si se debe el impuesto; si no, 350 − comisión. Impuesto = 1\u00a0% del envío. "
        "Pesos = envío × (1 − margen) × tipo de cambio promedio del año. A precios de 2025 = pesos × índice de precios de "
        "2025 ÷ índice del año. Son datos el tipo de cambio, el índice de precios y el impuesto vigente desde 2026. Son "
        "ejemplos las comisiones y los márgenes. Para comparar: según un anuario, comisión y margen juntos costaron en "
        "promedio 4.47 dólares por 350 dólares en 2024. Simplificado: la regla de 2026 y los cobros de ejemplo se aplican a todos los años, no se "
        "incluyen cobros en México y los 350 dólares no se ajustan por los precios de Estados Unidos.",
    },
    source={
        "en": "26 U.S.C. § 4475; Banco de México, FIX exchange rate, and INEGI, consumer prices, both as of July 2026; "
        "CONAPO and BBVA Research, yearbook of migration and remittances 2025",
        "es": "26 U.S.C. § 4475; Banco de México, tipo de cambio FIX, e INEGI, precios al consumidor, ambos a julio de 2026; "
        "CONAPO y BBVA Research, Anuario de migración y remesas 2025",
    },
)
