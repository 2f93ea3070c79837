"""The explorer "Who comes, who goes, who is born": one account for two populations."""

from __future__ import annotations

from functools import cache
from html import escape

from vecinos.data import table
from vecinos.explore.models.net_flows import YEARS, Account, account, break_even
from vecinos.explore.show import Control, Explorer
from vecinos.i18n import number

ARRIVALS = (0.4, 0.87, 1.5, 2.1, 3.0)  # 0.87: Pew, 2009–2014; 2.1: half of Pew's ten years 2000–2010
RETURNS = (0.5, 1.0, 2.0, 3.0)  # 1.0: Pew, 2009–2014
BIRTHS = (2.0, 2.8, 3.6)  # 3.6: half of Pew's ten years 2000–2010; 2.8: 23% fewer, as births fell from 2004 to 2012
FULL = 42.0  # millions; the bars' whole width
TEXT = {
    "before": {
        "en": "2012: {} million people of Mexican origin",
        "es": "2012: {} millones de personas de origen mexicano",
    },
    "after": {"en": "Five years later: {} million", "es": "Cinco años después: {} millones"},
    "born": {"en": "born in Mexico", "es": "nacidas en México"},
    "native": {"en": "born in the United States", "es": "nacidas en Estados Unidos"},
    "born-sum": {
        "en": "Born in Mexico: {before} + {arrivals} arrive − {returns} leave − {deaths} die = {after}",
        "es": "Nacidas en México: {before} + {arrivals} llegan − {returns} se van − {deaths} mueren = {after}",
    },
    "native-sum": {
        "en": "Born in the United States: {before} + {births} are born − {deaths} die = {after}",
        "es": "Nacidas en Estados Unidos: {before} + {births} nacen − {deaths} mueren = {after}",
    },
    "fewer": {"en": "{} million fewer", "es": "{} millones menos"},
    "more": {"en": "{} million more", "es": "{} millones más"},
    "verdict": {
        "en": "In five years: {born} people born in Mexico, and {origin} of Mexican origin. Births add only to the second "
        "group. To hold the first group level, {even} million would have to arrive.",
        "es": "En cinco años: {born} de personas nacidas en México y {origin} de personas de origen mexicano. Los "
        "nacimientos suman solo al segundo grupo. Para que el primero no cambie tendrían que llegar {even} millones.",
    },
}


@cache
def start() -> tuple[float, float]:
    """Millions of people in 2012 (Pew): born in Mexico, and of Mexican origin but born in the United States."""
    born, origin = table("mexican-born"), table("mexican-origin")
    first = born[(born.year == 2012) & (born.series == "pew")].value.item()
    both = origin[(origin.year == 2012) & (origin.series == "mexican-origin")].value.item()
    return float(first) / 1e6, float(both - first) / 1e6


def result(values: dict) -> Account:
    """The model's answer for one state of the controls."""
    return account(*start(), values["arrivals"], values["returns"], values["births"])


def frame(values: dict, lang: str) -> str:
    """Two bars, before and after, the two sums written out and the verdict."""
    found = result(values)

    def bar(label: str, born: float, native: float) -> str:
        parts = "".join(
            f'<span class="ex-part ex-{tone}" style="width:{size / FULL * 100:.2f}%"></span>'
            for tone, size in (("region", born), ("us", native))
        )
        said = escape(TEXT[label][lang].format(number(born + native, 1)))
        return f'<p class="ex-label">{said}</p><div class="ex-bar" aria-hidden="true">{parts}</div>'

    key = "".join(
        f'<li><i class="ex-part ex-{tone}"></i> {escape(TEXT[name][lang])}</li>'
        for tone, name in (("region", "born"), ("us", "native"))
    )
    sums = "".join(f'<p class="ex-label">{escape(text)}</p>' for text in sums_text(found, values, lang))
    return (
        f"{bar('before', found.born_before, found.native_before)}{bar('after', found.born_after, found.native_after)}"
        f'<ul class="ex-key">{key}</ul>{sums}'
        f'<p class="ex-verdict">{escape(verdict_text(found, values["returns"], lang))}</p>'
    )


def sums_text(found: Account, values: dict, lang: str) -> tuple[str, str]:
    """The two accounts written out, in millions."""
    first = TEXT["born-sum"][lang].format(
        before=number(found.born_before, 2),
        arrivals=number(values["arrivals"], 2),
        returns=number(values["returns"], 2),
        deaths=number(found.born_deaths, 2),
        after=number(found.born_after, 2),
    )
    second = TEXT["native-sum"][lang].format(
        before=number(found.native_before, 2),
        births=number(values["births"], 2),
        deaths=number(found.native_deaths, 2),
        after=number(found.native_after, 2),
    )
    return first, second


def verdict_text(found: Account, returns: float, lang: str) -> str:
    """What happened to the two populations, in words."""

    def change(before: float, after: float) -> str:
        return TEXT["more" if after >= before else "fewer"][lang].format(number(abs(after - before), 2))

    return TEXT["verdict"][lang].format(
        born=change(found.born_before, found.born_after),
        origin=change(found.origin_before, found.origin_after),
        even=number(break_even(found, returns), 2),
    )


def _millions(values: tuple[float, ...]) -> tuple[dict[str, str], ...]:
    return tuple({lang: number(value, 2 if value == 0.87 else 1) for lang in ("en", "es")} for value in values)


EXPLORER = Explorer(
    name="net-flows",
    title={"en": "Who comes, who goes, who is born", "es": "Quién llega, quién se va, quién nace"},
    task={
        "en": "Start from the stock of 2012 and run five years. Can you make the people born in Mexico fewer while people "
        "of Mexican origin grow? And the reverse?",
        "es": "Parte del acervo de 2012 y deja pasar cinco años. ¿Puedes hacer que haya menos personas nacidas en México "
        "mientras crecen las de origen mexicano? ¿Y al revés?",
    },
    controls=(
        Control(
            "arrivals",
            {"en": "People who arrive in five years, millions", "es": "Personas que llegan en cinco años, millones"},
            ARRIVALS,
            _millions(ARRIVALS),
            start=1,
        ),
        Control(
            "returns",
            {"en": "People who leave for Mexico, millions", "es": "Personas que se van a México, millones"},
            RETURNS,
            _millions(RETURNS),
            start=1,
        ),
        Control(
            "births",
            {"en": "Births of Mexican origin, millions", "es": "Nacimientos de origen mexicano, millones"},
            BIRTHS,
            _millions(BIRTHS),
            start=1,
        ),
    ),
    frame=frame,
    model={
        "en": "After = before + those who come in − those who go out, for each group. Data: the stocks of 2012, 0.87 million "
        "arrivals and 1.0 million departures (Pew, 2009 to 2014), 2.1 million arrivals and 3.6 million births (half of "
        "Pew's ten years from 2000). 2.8 million is 23% less, the fall in births to mothers of Mexican origin from 2004 to "
        "2012. All other choices are examples. Assumed: each year 3 of every 1,000 people born in Mexico die, and 2 of every "
        f"1,000 of the others, who are younger. Simplified: the {YEARS} years do not follow any real calendar, everybody who "
        "moves was born in Mexico (Pew's departures include children born in the United States), and nobody changes the "
        "origin they name.",
        "es": "Después = antes + quienes entran − quienes salen, en cada grupo. Son datos los acervos de 2012, las llegadas "
        "de 0.87 millones y las salidas de 1.0 millones (Pew, 2009 a 2014), y las llegadas de 2.1 y los nacimientos de 3.6 "
        "millones (la mitad de los diez años de Pew desde 2000). 2.8 millones es 23\u00a0% menos, lo que bajaron los "
        "nacimientos de madres de origen mexicano de 2004 a 2012. Las demás opciones son ejemplos. Supuesto: cada año mueren "
        "3 de cada 1,000 personas nacidas en México y 2 de cada 1,000 de las otras, que son más jóvenes. Simplificado: los "
        f"{YEARS} años no siguen un calendario real, todas las personas que se mudan nacieron en México (las salidas de Pew "
        "incluyen a hijos nacidos en Estados Unidos) y nadie cambia el origen que declara.",
    },
    source={
        "en": "Pew Research Center, 2011, 2013 and 2015; CONAPO and University of California, 2014, for the fall in births",
        "es": "Pew Research Center, 2011, 2013 y 2015; CONAPO y Universidad de California, 2014, para la baja de nacimientos",
    },
)
