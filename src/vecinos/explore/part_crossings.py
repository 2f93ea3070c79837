"""The explorer "One part, many crossings": what is charged and what is counted on the way."""

from __future__ import annotations

from html import escape

from vecinos.explore.models.part_crossings import PartTrade, part_trade
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

VALUE = 100  # US dollars: the finished part before duties
ROUNDS = (1, 2, 4)
US_SHARES = (16, 30, 40)  # per cent: three published answers to how much of a Mexican export was made in the US
RATES = (10, 25)  # per cent: surcharge of February 2026; order of March 2025, for goods that do not qualify
TEXT = {
    "made": {"en": "Where the part’s US$100 of value is added", "es": "Dónde se agregan los 100 dólares de la parte"},
    "us": {"en": "United States", "es": "Estados Unidos"},
    "region": {"en": "Mexico", "es": "México"},
    "money": {"en": "US${}", "es": "{} dólares"},
    "counted": {"en": "Counted by customs, both directions", "es": "Contado por las aduanas, en ambos sentidos"},
    "times": {"en": "{} times the part’s value", "es": "{} veces el valor de la parte"},
    "duty": {"en": "US duty, all entries together", "es": "Arancel de Estados Unidos, todas las entradas juntas"},
    "entries": {"en": "entry by entry: {}", "es": "entrada por entrada: {}"},
    "none": {"en": "nothing at any entry", "es": "nada en ninguna entrada"},
    "free": {
        "en": "The part qualifies under the USMCA and pays nothing, however often it crosses. At {rate} on its full value it "
        "would pay US${saved}. Customs counts US${counted} of trade for US$100 of value.",
        "es": "La parte califica para el T-MEC y no paga nada, por muchas veces que cruce. Con {rate} sobre todo su valor "
        "pagaría {saved} dólares. Las aduanas cuentan {counted} dólares de comercio por 100 dólares de valor.",
    },
    "full": {
        "en": "The part pays US${duty}, {share} of its value. Qualifying would save all of it. Customs counts US${counted} "
        "of trade for US$100 of value.",
        "es": "La parte paga {duty} dólares, {share} de su valor. Si calificara, se ahorraría todo. Las aduanas cuentan "
        "{counted} dólares de comercio por 100 dólares de valor.",
    },
    "less-us": {
        "en": "The part pays US${duty}, {share} of its value. Its US content saves it US${saved}. Customs counts "
        "US${counted} of trade for US$100 of value.",
        "es": "La parte paga {duty} dólares, {share} de su valor. Su contenido estadounidense le ahorra {saved} dólares. Las "
        "aduanas cuentan {counted} dólares de comercio por 100 dólares de valor.",
    },
}


def frame(values: dict, lang: str) -> str:
    """The picture, the verdict and the numbers of one state."""
    trade = part_trade(VALUE, values["rounds"], values["us_share"], values["rate"], values["base"])

    def text(key: str, *filled: str) -> str:
        return escape(TEXT[key][lang].format(*filled))

    shares = [("us", values["us_share"]), ("region", 100 - values["us_share"])]
    bar = "".join(f'<span class="ex-part ex-{name}" style="width:{share}%"></span>' for name, share in shares)
    key = "".join(
        f'<li><i class="ex-part ex-{name}"></i> {text(name)} <b>{text("money", number(share))}</b></li>'
        for name, share in shares
    )
    return (
        f'<p class="ex-label">{text("made")}</p><div class="ex-bar" aria-hidden="true">{bar}</div>'
        f'<ul class="ex-key">{key}</ul>'
        f'<p class="ex-label">{text("counted")}</p><p class="ex-money"><b>{text("money", number(trade.counted))}</b> '
        f"<span>{text('times', number(trade.counted / trade.value, 1))}</span></p>"
        f'<p class="ex-label">{text("duty")}</p><p class="ex-money"><b>{text("money", number(trade.duty, 2))}</b> '
        f"<span>{escape(_entries(trade, lang))}</span></p>"
        f'<p class="ex-verdict">{escape(verdict_text(trade, values["base"], values["rate"], lang))}</p>'
    )


def _entries(trade: PartTrade, lang: str) -> str:
    if not trade.duty:
        return TEXT["none"][lang]
    # A third decimal where cents alone would not add up to the sum above.
    digits = [2 if round(duty * 1000) % 10 == 0 else 3 for duty in trade.duties]
    return TEXT["entries"][lang].format(" + ".join(map(number, trade.duties, digits)))


def verdict_text(trade: PartTrade, base: str, rate: float, lang: str) -> str:
    """The result in words."""
    return TEXT[base][lang].format(
        duty=number(trade.duty, 2),
        share=percent(trade.duty_share, 2, lang),
        saved=number(trade.saved, 2),
        rate=percent(rate, 0, lang),
        counted=number(trade.counted),
    )


def _shares(values: tuple[int, ...]) -> tuple[dict[str, str], ...]:
    return tuple({lang: percent(value, 0, lang) for lang in ("en", "es")} for value in values)


EXPLORER = Explorer(
    name="part-crossings",
    title={"en": "One part, many crossings", "es": "Una parte, muchos cruces"},
    task={
        "en": "A part goes south and comes north again, worked on at each stop. It is worth US$100 in the end. Set how often "
        "it crosses and what rule it meets.",
        "es": "Una parte va al sur y regresa al norte, y en cada parada se trabaja en ella. Al final vale 100 dólares. Elige "
        "cuántas veces cruza y qué regla cumple.",
    },
    controls=(
        Control(
            "base",
            {"en": "On entering the United States", "es": "Al entrar a Estados Unidos"},
            ("free", "full", "less-us"),
            (
                {"en": "it qualifies under the USMCA", "es": "califica para el T-MEC"},
                {"en": "it pays on its full value", "es": "paga por todo su valor"},
                {"en": "it pays on its value less US content", "es": "paga por su valor sin el contenido de EE. UU."},
            ),
            start=1,
        ),
        Control(
            "rounds",
            {"en": "Round trips across the border", "es": "Viajes redondos por la frontera"},
            ROUNDS,
            tuple({"en": str(rounds), "es": str(rounds)} for rounds in ROUNDS),
            start=1,
        ),
        Control(
            "rate",
            {"en": "Duty if it does not qualify", "es": "Arancel si no califica"},
            RATES,
            _shares(RATES),
            start=1,
        ),
        Control(
            "us_share",
            {"en": "Value added in the United States", "es": "Valor agregado en Estados Unidos"},
            US_SHARES,
            _shares(US_SHARES),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Each round trip adds the same value: first in the United States, then in Mexico. Customs counts the full value "
        "at each crossing, in both directions. Duty = rate × the value charged, at each entry into the United States. 25% "
        "was the emergency tariff of March 2025 to February 2026 and 10% the surcharge that began then, both for goods that "
        "do not qualify. “Less US content” is the rule for goods assembled abroad from US components. Simplified: the "
        "rule for assembly is taken as met, all US value counts as components, nothing is refunded, duty is not added to the "
        "price, Mexico charges none, and the ordinary duty, fees, freight and waiting are left out. The US shares 16, 30 and "
        "40% are three published estimates for Mexican exports, used here for one part.",
        "es": "Cada viaje redondo agrega el mismo valor: primero en Estados Unidos y luego en México. Las aduanas cuentan el "
        "valor completo en cada cruce, en ambos sentidos. Arancel = tasa × valor que paga, en cada entrada a Estados Unidos. "
        "25\u00a0% fue el arancel de emergencia de marzo de 2025 a febrero de 2026 y 10\u00a0% la sobretasa que empezó "
        "entonces, ambos para bienes que no califican. “Sin el contenido de EE. UU.” es la regla para bienes armados en el "
        "extranjero con componentes estadounidenses. Simplificado: esa regla se da por cumplida, todo el valor "
        "estadounidense cuenta como componentes, nada se devuelve, el arancel no se suma al precio, México no cobra y se "
        "omiten el arancel ordinario, los derechos, el flete y la espera. Las partes de Estados Unidos (16, 30 y 40\u00a0%) "
        "son tres estimaciones publicadas sobre las exportaciones mexicanas, usadas aquí para una sola parte.",
    },
    source={
        "en": "US orders of March 2025 and February 2026; US Customs and Border Protection on HTS 9802.00.80; notes to the US "
        "trade release FT-900; estimates quoted by the Peterson Institute (16%), A. de Gortari (30%) and the Wilson Center (40%)",
        "es": "Órdenes de Estados Unidos de marzo de 2025 y febrero de 2026; Oficina de Aduanas y Protección Fronteriza de EE. "
        "UU. sobre la fracción 9802.00.80; notas del boletín comercial FT-900; estimaciones citadas por el Peterson Institute "
        "(16\u00a0%), A. de Gortari (30\u00a0%) y el Wilson Center (40\u00a0%)",
    },
)
