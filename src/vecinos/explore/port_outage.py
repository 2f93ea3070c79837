"""The explorer "A port closes": what waits, and what the other ports must take."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.port_outage import Outage, daily, outage
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number, percent

YEAR = 2019  # the one year with both values by port and trucks by port
TRADE_DAYS = 334  # January to November 2019
TRUCK_DAYS = 365
PORTS = {  # our name: port in port-trade, port in border-ports, text. El Paso's trucks include Ysleta's in 2019
    "laredo": ("laredo", "laredo", "Laredo"),
    "el-paso": ("el-paso", "el-paso", "El Paso"),
    "otay-mesa": ("otay-mesa", "otay-mesa", "Otay Mesa"),
    "pharr": ("pharr", "hidalgo", "Pharr"),
    "nogales": ("nogales", "nogales", "Nogales"),
}
DAYS = (1, 3, 5, 14)  # 3: Pharr blocked, April 2022; 5: rail bridges at Eagle Pass and El Paso, December 2023
REROUTED = (0, 25, 50)
TEXT = {
    "waits": {"en": "Trucks bound north", "es": "Camiones hacia el norte"},
    "first": {"en": "wait", "es": "esperan"},
    "outside": {"en": "cross elsewhere", "es": "cruzan por otro puerto"},
    "value": {"en": "Goods that arrive late, both directions", "es": "Bienes que llegan tarde, en ambos sentidos"},
    "money": {"en": "US${} million", "es": "{} millones de dólares"},
    "each": {"en": "US${} million on an average day", "es": "{} millones de dólares en un día promedio"},
    "load": {"en": "Added to the other ports", "es": "Carga adicional en los demás puertos"},
    "more": {"en": "+{} trucks a day", "es": "+{} camiones al día"},
    "day": {"en": "1 day", "es": "1 día"},
    "days": {"en": "{} days", "es": "{} días"},
    "stuck": {
        "en": "{port} closed for {days}: about {trucks} trucks wait. Goods worth about US${value} million arrive late; that is "
        "not the same as lost. No other port takes any of them.",
        "es": "{port} cierra {days}: esperan unos {trucks} camiones. Llegan tarde bienes por unos {value} millones de dólares, "
        "que no es lo mismo que perderlos. Ningún otro puerto recibe nada.",
    },
    "detour": {
        "en": "{port} closed for {days}: about {trucks} trucks wait. Goods worth about US${value} million arrive late; that is "
        "not the same as lost. All other ports together must take {load} more trucks than usual.",
        "es": "{port} cierra {days}: esperan unos {trucks} camiones. Llegan tarde bienes por unos {value} millones de dólares, "
        "que no es lo mismo que perderlos. Todos los demás puertos juntos deben recibir {load} más camiones que de costumbre.",
    },
}


@cache
def averages(port: str) -> tuple[float, float, float]:
    """An average day of 2019: value (million US dollars, both directions), trucks north, trucks at all other ports."""
    in_trade, in_trucks, _ = PORTS[port]
    trade, trucks, crossings = table("port-trade"), table("border-ports"), table("border-crossings")
    value = trade[(trade.year == YEAR) & (trade.period == "jan-nov") & (trade.port == in_trade)].value.item()
    here = trucks[(trucks.year == YEAR) & (trucks.port == in_trucks) & (trucks["mode"] == "trucks")].value.item()
    every = crossings[(crossings.year == YEAR) & (crossings["mode"] == "trucks")].value.item()
    return daily(value, TRADE_DAYS), daily(here, TRUCK_DAYS), daily(every - here, TRUCK_DAYS)


def frame(values: dict, lang: str) -> str:
    """The picture, the verdict and the numbers of one state."""
    value, trucks, others = averages(values["port"])
    result = outage(value, trucks, others, values["days"], values["rerouted"])

    def text(key: str, *filled: str) -> str:
        return escape(TEXT[key][lang].format(*filled))

    parts = [("first", 100 - values["rerouted"], result.trucks_waiting)]
    if values["rerouted"]:
        parts.append(("outside", values["rerouted"], result.detoured_per_day * values["days"]))
    bar = "".join(f'<span class="ex-part ex-{name}" style="width:{share}%"></span>' for name, share, _ in parts)
    key = "".join(
        f'<li><i class="ex-part ex-{name}"></i> <b>{_tens(amount)}</b> {text(name)}</li>' for name, _, amount in parts
    )
    return (
        f'<p class="ex-label">{text("waits")}</p><div class="ex-bar" aria-hidden="true">{bar}</div>'
        f'<ul class="ex-key">{key}</ul>'
        f'<p class="ex-label">{text("value")}</p><p class="ex-money"><b>{text("money", number(result.value_delayed))}</b> '
        f"<span>{text('each', number(value))}</span></p>"
        f'<p class="ex-label">{text("load")}</p><p class="ex-money"><b>{text("more", _tens(result.detoured_per_day))}</b> '
        f"<span>{escape('+' + percent(result.extra_load, 0, lang))}</span></p>"
        f'<p class="ex-verdict">{escape(verdict_text(values, result, lang))}</p>'
    )


def verdict_text(values: dict, result: Outage, lang: str) -> str:
    """The result in words."""
    return TEXT["detour" if values["rerouted"] else "stuck"][lang].format(
        port=PORTS[values["port"]][2],
        days=_days(values["days"], lang),
        trucks=_tens(result.trucks_waiting),
        value=number(result.value_delayed),
        load=percent(result.extra_load, 0, lang),
    )


def _tens(amount: float) -> str:
    """Trucks to the nearest ten: an average day is no exact count."""
    return number(round(amount, -1))


def _days(days: int, lang: str) -> str:
    return TEXT["day" if days == 1 else "days"][lang].format(days)


EXPLORER = Explorer(
    name="port-outage",
    title={"en": "A port closes", "es": "Cierra un puerto"},
    task={
        "en": "Choose a port, how long it stays shut and how much finds another way. Watch what waits, and what the other ports "
        "would have to take.",
        "es": "Elige un puerto, cuánto dura cerrado y cuánto encuentra otro camino. Mira qué espera y qué tendrían que recibir "
        "los demás puertos.",
    },
    controls=(
        Control(
            "port",
            {"en": "Port that closes", "es": "Puerto que cierra"},
            tuple(PORTS),
            tuple({"en": text, "es": text} for _, _, text in PORTS.values()),
        ),
        Control(
            "days",
            {"en": "Closed for", "es": "Cierra por"},
            DAYS,
            tuple({lang: _days(days, lang) for lang in ("en", "es")} for days in DAYS),
            start=1,
        ),
        Control(
            "rerouted",
            {"en": "Crosses elsewhere the same day", "es": "Cruza por otro puerto el mismo día"},
            REROUTED,
            tuple({lang: percent(share, 0, lang) for lang in ("en", "es")} for share in REROUTED),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "Average day = value of January to November 2019 ÷ 334 days, and trucks of 2019 ÷ 365 days. What waits = average "
        "day × days × the share that stays. Added to the other ports = the share that leaves ÷ all other trucks. Simplified: "
        "no day is average (weekends, harvests and holidays differ), other ports may have no room, detours cost time and "
        "money, and some trade can wait without harm while fruit cannot. Values are of trade with Mexico in both directions, "
        "by all means of transport, from a press account of census figures. Brought to twelve months they differ by less than "
        "3% from those of two university centres, which use the same census. Trucks are counted northbound only. El Paso’s trucks include Ysleta, Pharr’s are "
        "those of the port of Hidalgo. 2019 is the last year for which we have both.",
        "es": "Día promedio = valor de enero a noviembre de 2019 ÷ 334 días, y camiones de 2019 ÷ 365 días. Lo que espera = día "
        "promedio × días × la parte que se queda. Carga en los demás puertos = la parte que se va ÷ todos los demás camiones. "
        "Simplificado: ningún día es promedio (fines de semana, cosechas y fiestas son distintos), puede no haber espacio en "
        "otros puertos, desviarse cuesta tiempo y dinero, y hay bienes que pueden esperar sin daño y fruta que no. Los valores "
        "son del comercio con México en ambos sentidos, por todos los medios, y vienen de una nota de prensa con cifras del Censo. "
        "Llevados a doce meses difieren menos de 3\u00a0% de los de dos centros universitarios, que usan el mismo Censo. Los "
        "camiones se cuentan solo hacia el norte. Los de El Paso incluyen Ysleta; los de Pharr son los del puerto de Hidalgo. 2019 es el "
        "último año del que tenemos ambos datos.",
    },
    source={
        "en": "US Bureau of Transportation Statistics, Border Crossing Entry Data; press account of Census and WorldCity figures, "
        "January to November 2019; Hunt Institute and University of Arizona for the year",
        "es": "Oficina de Estadísticas de Transporte de EE. UU., Border Crossing Entry Data; nota de prensa con cifras del Censo y "
        "WorldCity, enero a noviembre de 2019; Hunt Institute y Universidad de Arizona para el año",
    },
)
