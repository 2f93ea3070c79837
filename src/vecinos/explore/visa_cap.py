"""The explorer "When the visas stop": a cap on guest workers, and the machines that change the answer."""

from __future__ import annotations

from html import escape

from vecinos.explore.models.visa_cap import Market, market
from vecinos.explore.show import Control, Explorer, chosen
from vecinos.i18n import number, percent

CAPS = (0, 5, 10, 15, 20)
DEMAND = (0.2, 0.5, 1.0)
MACHINES = (0, 50, 100)
TEXT = {
    "who": {"en": "Who does the work of 100 people", "es": "Quién hace el trabajo de 100 personas"},
    "local": {"en": "local workers", "es": "trabajadores locales"},
    "guests": {"en": "guest workers", "es": "trabajadores con visa temporal"},
    "machines": {"en": "machines or other crops", "es": "máquinas u otros cultivos"},
    "pay": {"en": "Pay against the start", "es": "Pago frente al inicio"},
    "same": {
        "en": "All 20 visas remain, so nothing changes.",
        "es": "Quedan las 20 visas, así que nada cambia.",
    },
    "rise": {
        "en": "In this model pay rises {pay} and {jobs} more local people find work. Work for {lost} people is not done.",
        "es": "En este modelo el pago sube {pay} y {jobs} personas locales más encuentran trabajo. Deja de hacerse el "
        "trabajo de {lost} personas.",
    },
    "flat": {
        "en": "Machines or other crops replace every missing worker. Pay and local jobs stay as they were, even with "
        "fewer visas. This is nearest to the published finding on braceros, which a critic calls tentative.",
        "es": "Las máquinas u otros cultivos sustituyen a cada persona que falta. El pago y los empleos locales quedan "
        "igual, aun con menos visas. Es lo más cercano al hallazgo publicado sobre los braceros, que un crítico llama tentativo.",
    },
}


def frame(values: dict, lang: str) -> str:
    """The bar of who works, the change in pay and the verdict."""
    result = market(values["cap"], values["demand"], values["machines"])
    parts = [
        ("us", "local", result.local),
        ("region", "guests", result.guests),
        ("outside", "machines", result.machines),
    ]
    bar = "".join(f'<span class="ex-part ex-{tone}" style="width:{size:.1f}%"></span>' for tone, _, size in parts)
    key = "".join(
        f'<li><i class="ex-part ex-{tone}"></i> {escape(TEXT[name][lang])} <b>{number(size, 1)}</b></li>'
        for tone, name, size in parts
    )
    return (
        f"{chosen(EXPLORER, values, lang)}"
        f'<p class="ex-label">{TEXT["who"][lang]}</p><div class="ex-bar" aria-hidden="true">{bar}</div>'
        f'<ul class="ex-key">{key}</ul><p class="ex-label">{TEXT["pay"][lang]}: '
        f"<b>+{escape(percent(result.pay_change, 1, lang))}</b></p>"
        f'<p class="ex-verdict">{escape(verdict_text(result, lang))}</p>'
    )


def verdict_text(result: Market, lang: str) -> str:
    """The result in one or two sentences."""
    if result.guests == CAPS[-1]:
        return TEXT["same"][lang]
    if result.pay_change == 0:
        return TEXT["flat"][lang]
    lost = 100 - result.local - result.guests - result.machines
    return TEXT["rise"][lang].format(
        pay=percent(result.pay_change, 1, lang), jobs=number(result.local_change, 1), lost=number(lost, 1)
    )


def _same(values: tuple, form) -> tuple[dict[str, str], ...]:
    return tuple({lang: form(value, lang) for lang in ("en", "es")} for value in values)


EXPLORER = Explorer(
    name="visa-cap",
    title={"en": "When the visas stop", "es": "Cuando se acaban las visas"},
    task={
        "en": "A farm region employs 100 people, 20 of them guest workers. All numbers are invented. Lower the cap, then "
        "change how growers can answer.",
        "es": "Una región agrícola emplea a 100 personas, 20 de ellas con visa temporal. Todas las cifras son inventadas. "
        "Baja el tope y luego cambia cómo pueden responder los agricultores.",
    },
    controls=(
        Control(
            "cap",
            {"en": "Guest workers allowed", "es": "Trabajadores con visa permitidos"},
            CAPS,
            _same(CAPS, lambda value, lang: number(value)),
            start=4,
        ),
        Control(
            "demand",
            {
                "en": "Fewer workers wanted when pay rises 1%",
                "es": "Trabajadores de menos cuando el pago sube 1\u00a0%",
            },
            DEMAND,
            _same(DEMAND, lambda value, lang: percent(value, 1, lang)),
            start=1,
        ),
        Control(
            "machines",
            {
                "en": "Missing work that machines or other crops replace",
                "es": "Trabajo faltante que sustituyen máquinas u otros cultivos",
            },
            MACHINES,
            _same(MACHINES, lambda value, lang: percent(value, 0, lang)),
        ),
    ),
    frame=frame,
    model={
        "en": "Rise in pay = workers who are missing and not replaced ÷ (100 × response of growers + 80 × response of local "
        "workers). Local workers offer 0.5% more work for 1% more pay. Every number is invented. Simplified: one region, "
        "one kind of work, straight lines, local and guest workers do the same jobs, machines cost nothing extra, and "
        "nobody works without a visa.",
        "es": "Alza del pago = trabajadores que faltan y nadie sustituye ÷ (100 × respuesta de los agricultores + 80 × "
        "respuesta de los trabajadores locales). Los locales ofrecen 0.5\u00a0% más trabajo por 1\u00a0% más de pago. Todas las "
        "cifras son inventadas. Simplificado: una región, un tipo de trabajo, líneas rectas, locales y personas con visa "
        "hacen lo mismo, las máquinas no cuestan más y nadie trabaja sin visa.",
    },
    source={
        "en": "Invented example; the case and the published finding: Clemens, Lewis and Postel, American Economic Review 2018",
        "es": "Ejemplo inventado; el caso y el hallazgo publicado: Clemens, Lewis y Postel, American Economic Review, 2018",
    },
)
