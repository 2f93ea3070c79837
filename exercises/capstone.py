# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% tags=["preparation"]
# Never released. What a seed changes (draw), the right answers (keys), and the sentences inside code (TEXTS).
# ruff: noqa: E402, E501, F811, F821
from vecinos import course, table
from vecinos.classroom.source import preview
from vecinos.i18n import number, percent

TITLE = {"en": "A policy memo with three charts", "es": "Una nota de política pública con tres gráficas"}

# The questions on offer. rows: what picks the main series; second: what picks the series to set beside it; spans: the
# first years and the last years to draw from, inside one unbroken stretch of both; card: kind of year, what is counted.
TOPICS = {
    "trade": {
        "table": "trade-goods",
        "year": "year",
        "rows": {"partner": "mexico", "flow": "total"},
        "second": {"partner": "mexico", "flow": "exports"},
        "spans": ((1994, 2008), (2016, 2022)),
        "card": ["calendar", "money"],
        "further": ["factory-jobs-us", "tariffs-effective", "opinion"],
        "read": ["economy/trade", "debates/trade-jobs"],
        "question": {
            "en": "What should {country} ask for in the yearly reviews of the trade agreement (USMCA)?",
            "es": "¿Qué debe pedir {country} en las revisiones anuales del tratado comercial (T-MEC)?",
        },
    },
    "visas": {
        "table": "farm-visas",
        "year": "fiscal_year",
        "rows": {"series": "certified"},
        "second": {"series": "visas"},
        "spans": ((2005, 2010), (2016, 2022)),
        "card": ["fiscal", "permits"],
        "further": ["border-apprehensions", "unauthorized-population", "mexican-born"],
        "read": ["security/migration", "debates/immigration-border"],
        "question": {
            "en": "Should {country} work for more, fewer or other US visas for seasonal farm work?",
            "es": "¿Qué debe buscar {country}: más visas estadounidenses para trabajo agrícola temporal, menos o de otro tipo?",
        },
    },
    "drugs": {
        "table": "overdose-deaths",
        "year": "year",
        "rows": {"series": "all"},
        "second": {"series": "synthetic-opioids"},
        "spans": ((2000, 2010), (2017, 2023)),
        "card": ["calendar", "people"],
        "further": ["fentanyl-seizures", "gun-traces", "homicides-mexico"],
        "read": ["security/drugs", "debates/drugs-crime"],
        "question": {
            "en": "What should {country} put first to bring US overdose deaths down?",
            "es": "¿A qué debe darle prioridad {country} para que bajen las muertes por sobredosis al norte de la frontera?",
        },
    },
    "gas": {
        "table": "oil-gas-mexico",
        "year": "year",
        "rows": {"series": "gas-use"},
        "second": {"series": "gas-output"},
        "spans": ((1995, 2010), (2016, 2024)),
        "card": ["calendar", "volume"],
        "further": ["energy-trade", "energy-compared", "crude-mexico"],
        "read": ["energy/markets", "debates/energy-sovereignty"],
        "question": {
            "en": "What should {country} do about the growing Mexican imports of gas?",
            "es": "¿Qué debe hacer {country} ante la creciente importación mexicana de gas?",
        },
    },
    "remittances": {
        "table": "remittances",
        "year": "year",
        "rows": {"series": "received"},
        "second": {"series": "from-us"},
        "spans": ((2003, 2010), (2016, 2025)),
        "card": ["calendar", "money"],
        "further": ["remittance-cost", "remittances-mexican-states", "exchange-rate"],
        "read": ["economy/remittances-investment"],
        "question": {
            "en": "Should {country} want remittances to be taxed, made cheaper to send, or left alone?",
            "es": "¿Qué debe buscar {country}: que las remesas paguen impuesto, que sea más barato enviarlas o que se queden como están?",
        },
    },
    "students": {
        "table": "students",
        "year": "year",
        "rows": {"direction": "mexico-to-us", "level": "all"},
        "second": {"direction": "mexico-to-us", "level": "graduate"},
        "spans": ((2007, 2010), (2015, 2019)),
        "card": ["academic", "people"],
        "further": ["people-students", "us-born-mexico", "languages-us"],
        "read": ["people/education-exchange"],
        "question": {
            "en": "Should {country} spend more public money so that more students study on the other side of the border?",
            "es": "¿Debe {country} gastar más dinero público para que más jóvenes estudien al otro lado de la frontera?",
        },
    },
}
COUNTRIES = {
    "mexico": {"en": "Mexico", "es": "México"},
    "us": {"en": "the United States", "es": "Estados Unidos"},
}
# (country, the reader, what the reader can do)
READERS = [
    (
        "mexico",
        {
            "en": "a Mexican senator on the committee for relations with North America",
            "es": "una senadora mexicana de la comisión de relaciones con América del Norte",
        },
        {
            "en": "vote on treaties and question secretaries in public",
            "es": "votar tratados y pedir cuentas en público a las secretarías",
        },
    ),
    (
        "mexico",
        {"en": "the mayor of a border city in Mexico", "es": "el alcalde de una ciudad fronteriza de México"},
        {
            "en": "press the federal government and agree practical steps with the city across the line",
            "es": "presionar al gobierno federal y acordar pasos prácticos con la ciudad del otro lado",
        },
    ),
    (
        "mexico",
        {
            "en": "the official in charge of North America at Mexico's foreign ministry",
            "es": "la funcionaria a cargo de América del Norte en la Secretaría de Relaciones Exteriores",
        },
        {
            "en": "propose talks and draft what the government says in them",
            "es": "proponer pláticas y redactar lo que el gobierno dice en ellas",
        },
    ),
    (
        "mexico",
        {
            "en": "the head of a Mexican business association with members on both sides",
            "es": "el presidente de una asociación empresarial mexicana con socios en los dos lados",
        },
        {
            "en": "publish a position and commit the members to it",
            "es": "publicar una postura y comprometer con ella a sus socios",
        },
    ),
    (
        "us",
        {
            "en": "a US senator on the committee on foreign relations",
            "es": "una senadora estadounidense de la comisión de relaciones exteriores",
        },
        {
            "en": "vote on laws and treaties and question officials in public",
            "es": "votar leyes y tratados y pedir cuentas en público a los funcionarios",
        },
    ),
    (
        "us",
        {
            "en": "the mayor of a border city in the United States",
            "es": "el alcalde de una ciudad fronteriza de Estados Unidos",
        },
        {
            "en": "press the federal government and agree practical steps with the city across the line",
            "es": "presionar al gobierno federal y acordar pasos prácticos con la ciudad del otro lado",
        },
    ),
    (
        "us",
        {
            "en": "the official in charge of Mexico at the US State Department",
            "es": "la funcionaria a cargo de México en el Departamento de Estado de Estados Unidos",
        },
        {
            "en": "propose talks and draft what the government says in them",
            "es": "proponer pláticas y redactar lo que el gobierno dice en ellas",
        },
    ),
    (
        "us",
        {
            "en": "the head of a US business association with members on both sides",
            "es": "el presidente de una asociación empresarial estadounidense con socios en los dos lados",
        },
        {
            "en": "publish a position and commit the members to it",
            "es": "publicar una postura y comprometer con ella a sus socios",
        },
    ),
]
MODEL = "visas"
WORDS = {
    "menu": {
        "en": '**"{name}"**: {question} Table `{table}`; your series: {rows}; beside it: {second}. Years **{start} to {end}**. More tables: {further}. Read again: {read}.',
        "es": '**"{name}"**: {question} Tabla `{table}`; tu serie: {rows}; a su lado: {second}. Años **{start} a {end}**. Más tablas: {further}. Vuelve a leer: {read}.',
    },
    "and": {"en": " and ", "es": " y "},
}
TEXTS = {
    "percent": {"en": "per cent", "es": "por ciento"},
    "years": {"en": "years", "es": "años"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "topic-wrong": {
        "en": "`topic` should be one of the names in quotation marks in the list of questions, such as 'trade'.",
        "es": "`topic` debe ser uno de los nombres entre comillas de la lista de preguntas, como 'trade'.",
    },
    "level-not-change": {
        "en": "This is the last value in per cent of the first. The change is what was added or lost: 112% of the first value is a change of 12%.",
        "es": "Esto es el último valor en por ciento del primero. El cambio es lo que se sumó o se perdió: 112 % del primer valor es un cambio de 12 %.",
    },
    "change-wrong": {
        "en": "Pick your series for the first and the last year of your window. Subtract, divide by the first value, multiply by 100.",
        "es": "Toma tu serie en el primer y el último año de tu periodo. Resta, divide entre el primer valor y multiplica por 100.",
    },
    "peak-wrong": {
        "en": "Look for the year with the highest value of your series inside your window, both ends included.",
        "es": "Busca el año con el valor más alto de tu serie dentro de tu periodo, con ambos extremos.",
    },
    "card-year": {
        "en": "Look at the name of the column that holds the years, and at the description of the table in the data catalogue: from when to when does one of its years run?",
        "es": "Mira el nombre de la columna que guarda los años y la descripción de la tabla en el catálogo de datos: ¿de cuándo a cuándo va uno de sus años?",
    },
    "card-counted": {
        "en": "Ask what a value of 1 would be in your series: a person, a paper with a stamp, a sum of money, or an amount of something.",
        "es": "Pregúntate qué sería un valor de 1 en tu serie: una persona, un papel con sello, una suma de dinero o una cantidad de algo.",
    },
    "chart-1-rows": {
        "en": "chart_1 should hold your series alone: one row for each year of your window. Filter every column that your question names.",
        "es": "chart_1 debe tener solo tu serie: una fila por cada año de tu periodo. Filtra todas las columnas que nombra tu pregunta.",
    },
    "chart-1-values": {
        "en": "The values of chart_1 do not change as your series does. You may divide all of them by 1,000; do not mix series or years.",
        "es": "Los valores de chart_1 no cambian como tu serie. Puedes dividirlos todos entre 1,000; no mezcles series ni años.",
    },
    "chart-2-names": {
        "en": "chart_2 should hold two series: two different words in the column name, each with at least three years.",
        "es": "chart_2 debe tener dos series: dos palabras distintas en la columna name, cada una con al menos tres años.",
    },
    "chart-2-years": {
        "en": "The years of chart_2 should lie inside your window.",
        "es": "Los años de chart_2 deben estar dentro de tu periodo.",
    },
    "chart-3-rows": {
        "en": "chart_3 should have 2 to 12 bars, each with its own label.",
        "es": "chart_3 debe tener de 2 a 12 barras, cada una con su propia etiqueta.",
    },
    "chart-3-same": {
        "en": "Take the third chart from another table than the first.",
        "es": "Toma la tercera gráfica de otra tabla que la primera.",
    },
    "no-table": {
        "en": "The course has no table of this name. Take one of those your question names, or one of the data catalogue:",
        "es": "El curso no tiene una tabla con este nombre. Toma una de las que nombra tu pregunta o una del catálogo de datos:",
    },
    "line-number": {
        "en": "The bottom line holds no figure. Give the reader one number, with its unit and year.",
        "es": "La conclusión no trae ninguna cifra. Dale a quien lee un número, con su unidad y su año.",
    },
    "options-count": {
        "en": "`options` should have 3 to 5 rows, each with another name in the column option.",
        "es": "`options` debe tener de 3 a 5 filas, cada una con otro nombre en la columna option.",
    },
    "options-empty": {
        "en": "A cell of `options` is empty. If you do not know a cost, write that it is not known.",
        "es": "Una celda de `options` está vacía. Si no conoces un costo, escribe que no se conoce.",
    },
    "recommended-wrong": {
        "en": "`recommended` should repeat one name of the column option, letter by letter.",
        "es": "`recommended` debe repetir un nombre de la columna option, letra por letra.",
    },
    "figures-count": {
        "en": "`figures` should list at least four figures, from at least two tables.",
        "es": "`figures` debe tener al menos cuatro cifras, de al menos dos tablas.",
    },
    "figures-value": {
        "en": "The column value of `figures` should hold numbers alone; the unit has its own column.",
        "es": "La columna value de `figures` debe tener solo números; la unidad tiene su propia columna.",
    },
    "figures-check": {
        "en": "The column check of `figures` repeats the word of the table: official, two, single or derived.",
        "es": "La columna check de `figures` repite la palabra de la tabla: official, two, single o derived.",
    },
    "model-title-1": {
        "en": "Farm jobs certified for guest workers grew without a pause in the last years shown",
        "es": "Los puestos agrícolas certificados para trabajo temporal crecieron sin pausa en los últimos años que se ven",
    },
    "model-alt-1": {
        "en": "One line, US fiscal years. Jobs certified go from {{KEYS.certified_line}}, with a small dip around fiscal 2010 and a steady climb after 2012.",
        "es": "Una línea, años fiscales de Estados Unidos. Los puestos certificados pasan de {{KEYS.certified_line}}, con una baja pequeña hacia 2010 y una subida constante después de 2012.",
    },
    "model-title-2": {
        "en": "In every year fewer visas were issued than jobs were certified",
        "es": "Cada año se expidieron menos visas que puestos certificados",
    },
    "model-alt-2": {
        "en": "Two lines that rise together, US fiscal years. Jobs certified lie above visas issued in every year. Visas go from {{KEYS.visas_line}}.",
        "es": "Dos líneas que suben juntas, años fiscales de Estados Unidos. Los puestos certificados están arriba de las visas expedidas todos los años. Las visas pasan de {{KEYS.visas_line}}.",
    },
    "model-title-3": {
        "en": "Stops of Mexicans fell to a fifth from fiscal 2007 to 2019, but rose after 2017",
        "es": "Las detenciones de mexicanos bajaron a una quinta parte de 2007 a 2019, pero subieron después de 2017",
    },
    "model-alt-3": {
        "en": "Four bars, stops of Mexicans by the Border Patrol in thousands, US fiscal years: {{KEYS.stops_line}}.",
        "es": "Cuatro barras, detenciones de mexicanos por la Patrulla Fronteriza en miles, años fiscales de Estados Unidos: {{KEYS.stops_line}}.",
    },
    "model-unit-1": {"en": "Jobs certified, US fiscal year", "es": "Puestos certificados, año fiscal de EE. UU."},
    "model-unit-2": {
        "en": "Jobs certified and visas issued, US fiscal year",
        "es": "Puestos certificados y visas expedidas, año fiscal de EE. UU.",
    },
    "model-unit-3": {
        "en": "Stops of Mexicans, thousands, US fiscal year",
        "es": "Detenciones de mexicanos, miles, año fiscal de EE. UU.",
    },
    "what-first": {"en": "jobs certified, first year", "es": "puestos certificados, primer año"},
    "what-last": {"en": "jobs certified, last year", "es": "puestos certificados, último año"},
    "what-visas": {"en": "visas issued, last year", "es": "visas expedidas, último año"},
    "what-stops": {"en": "stops of Mexicans, fiscal 2019", "es": "detenciones de mexicanos, año fiscal 2019"},
    "unit-jobs": {"en": "jobs", "es": "puestos"},
    "unit-visas": {"en": "visas", "es": "visas"},
    "unit-stops": {"en": "events", "es": "eventos"},
}


def picked(name, key):
    """The rows of a question's series (key "rows") or of the one beside it ("second"), all years."""
    topic = TOPICS[name]
    found = table(topic["table"])
    for column, value in topic[key].items():
        found = found[found[column] == value]
    return found


def window(name, key, P):
    start, end = P["WINDOWS"][name]
    column = TOPICS[name]["year"]
    values = picked(name, key).set_index(column)["value"].sort_index()
    return values.loc[start:end]


def condition(rows, lang):
    return WORDS["and"][lang].join(f"`{column}` `{value}`" for column, value in rows.items())


def menu(windows, country, lang):
    lines = []
    for name, topic in TOPICS.items():
        second = {column: value for column, value in topic["second"].items() if topic["rows"].get(column) != value}
        lines.append(
            "- "
            + WORDS["menu"][lang].format(
                name=name,
                question=topic["question"][lang].format(country=COUNTRIES[country][lang]),
                table=topic["table"],
                rows=condition(topic["rows"], lang),
                second=condition(second, lang),
                start=windows[name][0],
                end=windows[name][1],
                further=", ".join(f"`{one}`" for one in topic["further"]),
                read=", ".join(course.find_lesson(slug).title[lang] for slug in topic["read"]),
            )
        )
    return "\n".join(lines)


def draw(rng):
    country, reader, can = rng.choice(READERS)
    windows = {
        name: (rng.randint(*topic["spans"][0]), rng.randint(*topic["spans"][1])) for name, topic in TOPICS.items()
    }
    return {
        "READER": reader,
        "CAN": can,
        "COUNTRY_CODE": country,
        "COUNTRY": COUNTRIES[country],
        "NEIGHBOUR": COUNTRIES["us" if country == "mexico" else "mexico"],
        "WINDOWS": windows,
        "MENU": {lang: menu(windows, country, lang) for lang in ("en", "es")},
        "TOPICS": list(TOPICS),
        "TABLES": {name: topic["table"] for name, topic in TOPICS.items()},
        "FROM": windows[MODEL][0],
        "TO": windows[MODEL][1],
    }


def keys(P):
    series = {name: window(name, "rows", P) for name in TOPICS}
    change = {name: float((one.iloc[-1] / one.iloc[0] - 1) * 100) for name, one in series.items()}
    certified, visas = series[MODEL], window(MODEL, "second", P)
    stops = table("border-apprehensions")
    mexican = stops[(stops["area"] == "nationwide") & (stops["group"] == "mexican") & (stops["period"] == "year")]
    mexican = mexican.set_index("fiscal_year")["value"]

    def line(one):
        return {
            lang: f"{number(one.iloc[0])} {to} {P['FROM']} {and_} {number(one.iloc[-1])} {to} {P['TO']}"
            for lang, to, and_ in (("en", "in", "to"), ("es", "en", "a"))
        }

    facts = {
        "first": number(certified.iloc[0]),
        "last": number(certified.iloc[-1]),
        "visas_first": number(visas.iloc[0]),
        "visas_last": number(visas.iloc[-1]),
        "stops": {year: number(mexican[year]) for year in (2007, 2017, 2019)},
        "peak": int(certified.idxmax()),
    }
    memos = {lang: memo(P, facts, percent(change[MODEL], 0, lang), lang) for lang in ("en", "es")}
    return {
        **{f"{name}_change": value for name, value in change.items()},
        **{f"{name}_peak": int(one.idxmax()) for name, one in series.items()},
        **{f"{name}_card": topic["card"] for name, topic in TOPICS.items()},
        "certified_line": line(certified),
        "visas_line": line(visas),
        "stops_line": ", ".join(f"{number(mexican[year] / 1000)} ({year})" for year in (2007, 2012, 2017, 2019)),
        **{name: {lang: memos[lang][name] for lang in memos} for name in memos["en"]},
    }


def memo(P, facts, change, lang):
    """A memo on MODEL, part by part: one answer among many."""
    reader, can = P["READER"][lang], P["CAN"][lang]
    country, start, end, stops = P["COUNTRY"][lang], P["FROM"], P["TO"], facts["stops"]
    mexican = P["COUNTRY_CODE"] == "mexico"
    if lang == "en":
        grant = (
            "whoever paid the journey should get a share back from the next employer."
            if mexican
            else "the pilot must not hold up visas elsewhere."
        )
        across = (
            "Seen from the United States, farmers will say that a harvest does not wait: in a survey of 2017 by the California Farm Bureau more than half of those who answered reported a lack of workers, and a worker who may leave in mid-season is a risk to whoever paid the journey."
            if mexican
            else "Seen from Mexico, its foreign ministry spoke in 2023, one account says, for orderly, safe and lawful movement of workers. It can object that conditions which slow the visas down leave only the way without papers."
        )
        return {
            "bottom_line": f"Support more visas for seasonal farm work only if workers can carry them from one employer to another. Certified jobs grew by {change} from fiscal {start} to {end}, and it is the employer, not the worker, who asks for each visa.",
            "option_rows": "\n".join(
                [
                    "leave it as it is | certified jobs go on growing, each tied to one employer | complaints about fees and unpaid work go on | workers | nobody quoted in the course",
                    "no such visas | growers must find and keep workers without them | dearer harvests, fewer lawful ways to come | growers, buyers, families in Mexico | Mark Krikorian, Center for Immigration Studies",
                    "rights first | the number stays until fees and unpaid work are rare | inspectors and courts; growers wait for workers | taxpayers, growers | labour-rights groups such as the Centro de los Derechos del Migrante, as to the rights",
                    "more visas that workers can carry | easier to get, and a worker may change employer | inspections on every farm; amount not known | taxpayers, growers who paid the journey | the Cato Institute and, one account reports, Mexico's foreign ministry",
                ]
            ),
            "lead": f"**To:** {reader}. **From:** your adviser. **Subject:** visas for seasonal farm work (H-2A). **As of** September 2026.\n\nYou will be asked whether more of these visas serve {country}. You can {can}, so the question is which visas to back, not how to run them. Figures are by US fiscal year, October to September; those on visas are for all nationalities.",
            "evidence": f"Chart 1: farm jobs certified went from {facts['first']} in fiscal {start} to {facts['last']} in {end}, a rise of {change}, with the peak in {facts['peak']}. Chart 2: visas went from {facts['visas_first']} to {facts['visas_last']}, and in every year they were fewer than the jobs. A certified job is a permit, not a person who came.\n\nChart 3 is the case for more: stops of Mexicans by the Border Patrol fell from {stops[2007]} in fiscal 2007 to {stops[2019]} in 2019, and David Bier of the Cato Institute credits the visa for much of the fall in unlawful migration from Mexico. The figures allow that reading and do not prove it, since much else changed in those years. With another start the picture turns: from 2017 to 2019 stops rose from {stops[2017]} to {stops[2019]} while certified jobs rose too, so more visas alone do not promise fewer stops. Stops are events; one person can stand behind several.",
            "weighing": "Four options are in the table. Leaving things as they are costs nothing new, and leaves the complaints: of 220 workers whom the Centro de los Derechos del Migrante interviewed, 58% had paid a fee. Mark Krikorian would have no such visas, so that growers must keep workers in other ways; buyers and families in Mexico would carry that. Labour-rights groups want rights, not fewer people; if the number did not rise until then, growers would have to wait. The Cato Institute wants more visas that are easier to get and to carry. Those cost inspections, and the amount I could not find. I give most weight to two values: work under law, and the freedom to leave a bad employer. Others put pay at home first.",
            "other_side": f"The strongest case against me says that a wider door keeps pay low, whoever holds the visa. Without such a programme, Krikorian holds, growers must do whatever it takes to find and keep workers; those who had depended on braceros raised pay by 40%. {across} I grant that last point in part: {grant}",
            "limits": "The visa figures are for all nationalities, were compiled by one group, the Economic Policy Institute, and stop before the US pay rule of 2025. They show neither pay nor fees, and 220 interviews do not speak for all. I would change my mind if farm pay rose wherever visas were cut, or if a random sample found fees and unpaid work to be rare under today's visas.",
            "recommendation": f"Back the visas that workers can carry. You can {can}: use that for one request before the next season. Ask both governments to let holders in one state change farm within the season, with inspections, and to publish how many did, by nationality. After two seasons compare with a state without the pilot. It has failed if fees are as common as before in a random sample, or if farms there ask for clearly fewer workers.",
        }
    grant = (
        "a quien pagó el viaje, el siguiente empleador debería devolverle una parte."
        if mexican
        else "el piloto no debe frenar las visas en otras partes."
    )
    across = (
        "Visto desde Estados Unidos, los agricultores dirán que la cosecha no espera: en una encuesta de 2017 de la California Farm Bureau más de la mitad de quienes respondieron dijeron que les faltaban trabajadores, y quien puede irse a media temporada es un riesgo para quien pagó el viaje."
        if mexican
        else "Visto desde México, su cancillería habló en 2023, según una fuente, a favor de una movilidad laboral ordenada, segura y legal. Puede objetar que las condiciones que retrasan las visas solo dejan el camino sin papeles."
    )
    return {
        "bottom_line": f"Apoye más visas para trabajo agrícola temporal solo si quien trabaja puede llevarlas de un empleador a otro. Los puestos certificados crecieron {change} del año fiscal {start} al {end}, y cada visa la pide el empleador, no quien trabaja.",
        "option_rows": "\n".join(
            [
                "dejarlo como está | los puestos certificados siguen creciendo, cada uno atado a un empleador | siguen las quejas por cobros y trabajo sin pago | trabajadores | nadie a quien cite el curso",
                "ninguna visa de este tipo | los productores tienen que hallar y conservar trabajadores sin ellas | cosechas más caras, menos vías legales para llegar | productores, compradores, familias en México | Mark Krikorian, Center for Immigration Studies",
                "primero los derechos | el número se queda igual hasta que los cobros y el trabajo sin pago sean raros | inspectores y tribunales; los productores esperan | contribuyentes, productores | grupos de derechos laborales como el Centro de los Derechos del Migrante, en cuanto a los derechos",
                "más visas que el trabajador pueda llevar | son más fáciles de obtener y se puede cambiar de empleador | inspecciones en cada rancho; monto desconocido | contribuyentes, productores que pagaron el viaje | el Cato Institute y, según una fuente, la Secretaría de Relaciones Exteriores de México",
            ]
        ),
        "lead": f"**Para:** {reader}. **De:** su asesoría. **Asunto:** visas para trabajo agrícola temporal (H-2A). **A** septiembre de 2026.\n\nLe van a preguntar si más de estas visas le convienen a {country}. Usted puede {can}, así que la pregunta es qué visas respaldar, no cómo administrarlas. Las cifras son por año fiscal de Estados Unidos, de octubre a septiembre; las de visas son de todas las nacionalidades.",
        "evidence": f"Gráfica 1: los puestos agrícolas certificados pasaron de {facts['first']} en el año fiscal {start} a {facts['last']} en {end}, {change} más, con el máximo en {facts['peak']}. Gráfica 2: las visas pasaron de {facts['visas_first']} a {facts['visas_last']}, y todos los años fueron menos que los puestos. Un puesto certificado es un permiso, no una persona que llegó.\n\nLa gráfica 3 es el argumento a favor de más visas: las detenciones de mexicanos por la Patrulla Fronteriza bajaron de {stops[2007]} en el año fiscal 2007 a {stops[2019]} en 2019, y David Bier, del Cato Institute, le atribuye a la visa gran parte de la baja de la migración sin autorización desde México. Las cifras permiten esa lectura y no la prueban, porque en esos años cambió mucho más. Con otro inicio la imagen se voltea: de 2017 a 2019 las detenciones subieron de {stops[2017]} a {stops[2019]} mientras también subían los puestos certificados, así que más visas por sí solas no prometen menos detenciones. Las detenciones son eventos; detrás de varias puede estar una sola persona.",
        "weighing": "La tabla tiene cuatro opciones. Dejar todo como está no cuesta nada nuevo y deja las quejas: de 220 trabajadores a quienes entrevistó el Centro de los Derechos del Migrante, 58 % había pagado un cobro. Mark Krikorian no tendría estas visas, para que los productores conserven a sus trabajadores de otro modo; lo cargarían los compradores y familias en México. Los grupos de derechos laborales quieren derechos, no menos gente; si mientras tanto el número no subiera, los productores tendrían que esperar. El Cato Institute quiere más visas, más fáciles de obtener y de llevar. Esas cuestan inspecciones, y el monto no lo encontré. Les doy más peso a dos valores: trabajar dentro de la ley y poder dejar a un mal empleador. Otros ponen primero los salarios en casa.",
        "other_side": f"El argumento más fuerte en mi contra dice que una puerta más ancha mantiene bajos los salarios, tenga quien tenga la visa. Sin un programa así, sostiene Krikorian, los productores tienen que hacer lo que haga falta para hallar y conservar trabajadores; quienes dependían de los braceros subieron el pago 40 %. {across} Concedo en parte esto último: {grant}",
        "limits": "Las cifras de visas son de todas las nacionalidades, las compiló un solo grupo, el Economic Policy Institute, y terminan antes de la regla salarial estadounidense de 2025. No muestran salarios ni cobros, y 220 entrevistas no hablan por todos. Cambiaría de opinión si los salarios del campo subieran donde se recortan visas, o si una muestra al azar encontrara que con las visas de hoy los cobros y el trabajo sin pago son raros.",
        "recommendation": f"Respalde las visas que el trabajador pueda llevar. Usted puede {can}: úselo para una sola petición antes de la próxima temporada. Pida a los dos gobiernos que en un estado se pueda cambiar de rancho dentro de la temporada, con inspecciones, y que publiquen cuántas personas lo hicieron, por nacionalidad. Después de dos temporadas, compárelo con un estado sin el piloto. Habrá fracasado si en una muestra al azar los cobros son tan comunes como antes, o si los ranchos de ahí piden claramente menos trabajadores.",
    }


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # A policy memo with three charts
#
# **About 90 minutes, 30 points.** That is the time in class; plan about two more hours at home for the memo itself.
#
# You advise **{{READER}}**. Your reader speaks for people in **{{COUNTRY}}** and can {{CAN}}. There is time for two pages, and the
# other half of the relationship, {{NEIGHBOUR}}, will read over your reader's shoulder.
#
# Choose one question, read its figures, draw three charts, and write a memo: what to do, why, what it costs, and what a fair
# opponent would say. Your teacher grades how well you argue, never which answer you give.
#
# How this notebook works:
#
# - Run the cells from top to bottom with Shift+Enter.
# - Where a cell says `# Write your code here`, write your code under that line and keep the variable's name.
# - The cell after each answer checks the *form* of your answer. It does not know the right answer. You may run it as often
#   as you like.
# - Leave results as Python gives them. If you round, keep at least one decimal.
# - You may add cells. Do not delete any. Save and hand in this file when you finish.

# %% [markdown] lang="es"
# # Una nota de política pública con tres gráficas
#
# **Unos 90 minutos, 30 puntos.** Es el tiempo en clase; calcula otras dos horas en casa para la nota misma.
#
# Escribes para **{{READER}}**. Quien te lee habla por gente de **{{COUNTRY}}** y puede {{CAN}}. Tiene tiempo para dos páginas, y la
# otra mitad de la relación, {{NEIGHBOUR}}, va a leer por encima de su hombro.
#
# Elige una pregunta, lee sus cifras, dibuja tres gráficas y escribe una nota: qué hacer, por qué, cuánto cuesta y qué diría un
# adversario leal. Tu docente califica qué tan bien argumentas, nunca qué respuesta das.
#
# Cómo funciona este cuaderno:
#
# - Corre las celdas de arriba abajo con Mayús+Enter.
# - Donde una celda dice `# Escribe tu código aquí`, escribe tu código debajo de esa línea y conserva el nombre de la variable.
# - La celda que sigue a cada respuesta revisa la *forma* de tu respuesta. No conoce la respuesta correcta. Puedes correrla
#   cuantas veces quieras.
# - Deja los resultados como los da Python. Si los redondeas, conserva al menos un decimal.
# - Puedes agregar celdas. No borres ninguna. Al terminar, guarda y entrega este archivo.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
# {{VARIANT}}
from pandas import DataFrame

from vecinos import bar_chart, line_chart, table
from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.classroom.checks import CheckError
from vecinos.data import tables
from vecinos.mode import use_language

use_language(P["LANG"])
topics = P["TOPICS"]
its_table = P["TABLES"]
table("border-ports").head(3)

# %% [markdown] lang="en"
# ## Part 1. Choose a question and know your series (4 points, 20 minutes)
#
# {{MENU}}
#
# The years in bold are your window. You may use any other table of the course's data catalogue as well. Nobody has to take a
# question that touches a loss of their own.
#
# To pick a series, filter every column that your question names, then make the year the name of the rows. An example on another
# table, trucks that entered the United States at Laredo:
#
#     ports = table("border-ports")
#     rows = ports[(ports["port"] == "laredo") & (ports["mode"] == "trucks")]
#     by_year = rows.set_index("year")["value"].loc[1998:2006]
#
# `by_year[1998]` is then one value, and `by_year.idxmax()` the year of the highest value. In one of the tables the years stand in
# a column of another name: look before you filter.
#
# **1.** Put the name of your question in `topic`, such as `"trade"`. By how many **per cent** did your series change from the first to
# the last year of your window? Put it in `change`; a fall is negative. (2 points)
#
# **2.** In which year of the window was your series highest? Put it in `peak_year`. (1 point)
#
# **3.** What does your series count, and in which kind of year? Put two words in the list `card`: one of `"calendar"`, `"fiscal"`,
# `"academic"`, and one of `"people"`, `"permits"` (something a government approves or issues), `"money"` (of each year's
# value), `"volume"`. (1 point)

# %% [markdown] lang="es"
# ## Parte 1. Elige una pregunta y conoce tu serie (4 puntos, 20 minutos)
#
# {{MENU}}
#
# Los años en negritas son tu periodo. También puedes usar cualquier otra tabla del catálogo de datos del curso. Nadie tiene que
# tomar una pregunta que toque una pérdida propia.
#
# Para tomar una serie, filtra todas las columnas que nombra tu pregunta y usa el año como nombre de las filas. Un ejemplo con otra
# tabla, los camiones de carga que entraron a Estados Unidos por Laredo:
#
#     ports = table("border-ports")
#     rows = ports[(ports["port"] == "laredo") & (ports["mode"] == "trucks")]
#     by_year = rows.set_index("year")["value"].loc[1998:2006]
#
# Entonces `by_year[1998]` es un valor y `by_year.idxmax()` el año del valor más alto. En una de las tablas los años están en una
# columna con otro nombre: mira antes de filtrar.
#
# **1.** Guarda el nombre de tu pregunta en `topic`, por ejemplo `"trade"`. ¿En cuánto **por ciento** cambió tu serie del primer al último
# año de tu periodo? Guárdalo en `change`; una baja es negativa. (2 puntos)
#
# **2.** ¿En qué año del periodo fue más alta tu serie? Guárdalo en `peak_year`. (1 punto)
#
# **3.** ¿Qué cuenta tu serie y en qué tipo de año? Guarda dos palabras en la lista `card`: una de `"calendar"` (año calendario),
# `"fiscal"` (año fiscal), `"academic"` (ciclo escolar), y una de `"people"` (personas), `"permits"` (permisos: algo que un
# gobierno aprueba o expide), `"money"` (dinero, al valor de cada año), `"volume"` (volumen). (1 punto)

# %% nbgrader={"grade": false, "grade_id": "series", "locked": false, "schema_version": 3, "solution": true, "task": false}
topic = None
change = None
peak_year = None
card = None
### BEGIN SOLUTION
topic = "visas"
farm = table("farm-visas")
by_year = farm[farm["series"] == "certified"].set_index("fiscal_year")["value"].loc[P["FROM"] : P["TO"]]
change = (by_year[P["TO"]] / by_year[P["FROM"]] - 1) * 100
peak_year = by_year.idxmax()
card = ["fiscal", "permits"]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-change", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_words(topic, "topic", low=1, high=1)
if topic not in topics:
    raise CheckError(T["topic-wrong"])
check_number(change, "change", low=-100, high=5_000, unit=T["percent"])
### BEGIN HIDDEN TESTS
changes = {
    "trade": KEYS["trade_change"],
    "visas": KEYS["visas_change"],
    "drugs": KEYS["drugs_change"],
    "gas": KEYS["gas_change"],
    "remittances": KEYS["remittances_change"],
    "students": KEYS["students_change"],
}
right = changes[topic]
assert abs(float(change) - 100 - right) >= 0.2, T["level-not-change"]
assert abs(float(change) - right) < 0.2, T["change-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q2-peak", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
if topic not in topics:
    raise CheckError(T["topic-wrong"])
check_number(peak_year, "peak_year", low=1990, high=2026, unit=T["years"], whole=True)
### BEGIN HIDDEN TESTS
peaks = {
    "trade": KEYS["trade_peak"],
    "visas": KEYS["visas_peak"],
    "drugs": KEYS["drugs_peak"],
    "gas": KEYS["gas_peak"],
    "remittances": KEYS["remittances_peak"],
    "students": KEYS["students_peak"],
}
assert int(peak_year) == peaks[topic], T["peak-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q3-card", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
if topic not in topics:
    raise CheckError(T["topic-wrong"])
kinds = ["calendar", "fiscal", "academic", "people", "permits", "money", "volume"]
check_items(card, "card", allowed=kinds, count=2)
### BEGIN HIDDEN TESTS
cards = {
    "trade": KEYS["trade_card"],
    "visas": KEYS["visas_card"],
    "drugs": KEYS["drugs_card"],
    "gas": KEYS["gas_card"],
    "remittances": KEYS["remittances_card"],
    "students": KEYS["students_card"],
}
kind, counted = cards[topic]
assert kind in list(card), T["card-year"]
assert counted in list(card), T["card-counted"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Three charts, one message each (3 points, 30 minutes)
#
# A reader in a hurry looks at the charts first. Each needs a title that states the finding (`title_1`, 4 to 20 words), an alternative
# text for someone who cannot see it (`alt_1`, 15 to 80 words) and a unit (`unit_1`).
#
# **4.** **How it went.** `chart_1`: your series, one row for each year of your window, with the columns `year` and `value`. (1 point)
#
# **5.** **Beside it.** `chart_2`: your series and the one that your question names beside it (or another of the same table that
# serves you better), with the columns `year`, `value` and `name`. The years stay inside your window; the second series may have
# fewer of them. (1 point)
#
# **6.** **Another angle.** `chart_3`: 2 to 12 bars from **another** table, with the columns `label` and `value`. Put that table's name in
# `chart_3_table`. (1 point)
#
# Two steps may be new. `rename()` gives a column another name, and `assign()` adds or changes one:
#
#     votes = table("un-votes")
#     pair = votes[votes["series"].isin(["canada-us", "mexico-us"])]
#     pair = pair.assign(name=pair["series"]).rename(columns={"value": "share"})
#
# And you can make a small table of your own from lists: `DataFrame({"label": ["2001", "2011"], "value": [3.5, 4.1]})`.
# Take the numbers of such lists from a table by code, so that you can check them again.

# %% [markdown] lang="es"
# ## Parte 2. Tres gráficas, un mensaje cada una (3 puntos, 30 minutos)
#
# Quien lee con prisa mira primero las gráficas. Cada una necesita un título que diga el hallazgo (`title_1`, de 4 a 20 palabras), un
# texto alternativo para quien no puede verla (`alt_1`, de 15 a 80 palabras) y una unidad (`unit_1`).
#
# **4.** **Cómo fue.** `chart_1`: tu serie, una fila por cada año de tu periodo, con las columnas `year` y `value`. (1 punto)
#
# **5.** **A su lado.** `chart_2`: tu serie y la que tu pregunta pone a su lado (u otra de la misma tabla que te sirva más), con las
# columnas `year`, `value` y `name`. Los años se quedan dentro de tu periodo; la segunda serie puede tener menos. (1 punto)
#
# **6.** **Otro ángulo.** `chart_3`: de 2 a 12 barras de **otra** tabla, con las columnas `label` y `value`. Guarda el nombre de esa tabla
# en `chart_3_table`. (1 punto)
#
# Dos pasos pueden ser nuevos. `rename()` le cambia el nombre a una columna, y `assign()` agrega o cambia una:
#
#     votes = table("un-votes")
#     pair = votes[votes["series"].isin(["canada-us", "mexico-us"])]
#     pair = pair.assign(name=pair["series"]).rename(columns={"value": "share"})
#
# Y puedes hacer una tabla chica con listas: `DataFrame({"label": ["2001", "2011"], "value": [3.5, 4.1]})`. Toma con código los
# números de esas listas de una tabla, para poder revisarlos otra vez.

# %% nbgrader={"grade": false, "grade_id": "chart-1", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_1 = None
title_1 = None
alt_1 = None
unit_1 = None
### BEGIN SOLUTION
farm = table("farm-visas").rename(columns={"fiscal_year": "year"})
farm = farm[farm["year"].between(P["FROM"], P["TO"])]
chart_1 = farm[farm["series"] == "certified"]
title_1 = T["model-title-1"]
alt_1 = T["model-alt-1"]
unit_1 = T["model-unit-1"]
### END SOLUTION
if chart_1 is not None:
    source_1 = table(its_table[topic])
    display(line_chart(chart_1, x="year", y="value", title=title_1, unit=unit_1, alt=alt_1, source=source_1))

# %% nbgrader={"grade": true, "grade_id": "q4-chart-1", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
if topic not in topics:
    raise CheckError(T["topic-wrong"])
check_frame(chart_1, "chart_1", columns=["year", "value"])
check_words(title_1, "title_1", low=4, high=20)
check_words(alt_1, "alt_1", low=15, high=80)
### BEGIN HIDDEN TESTS
start, end = P["WINDOWS"][topic]
assert len(chart_1) == end - start + 1, T["chart-1-rows"]
assert sorted(int(year) for year in chart_1["year"]) == list(range(start, end + 1)), T["chart-1-rows"]
values = chart_1.set_index(chart_1["year"].astype(int))["value"]
changes = {
    "trade": KEYS["trade_change"],
    "visas": KEYS["visas_change"],
    "drugs": KEYS["drugs_change"],
    "gas": KEYS["gas_change"],
    "remittances": KEYS["remittances_change"],
    "students": KEYS["students_change"],
}
assert abs((values[end] / values[start] - 1) * 100 - changes[topic]) < 0.2, T["chart-1-values"]
### END HIDDEN TESTS

# %% nbgrader={"grade": false, "grade_id": "chart-2", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_2 = None
title_2 = None
alt_2 = None
unit_2 = None
### BEGIN SOLUTION
both = farm[farm["series"].isin(["certified", "visas"])]
chart_2 = both.assign(name=both["series"].replace("certified", T["unit-jobs"]))[["year", "value", "name"]]
title_2 = T["model-title-2"]
alt_2 = T["model-alt-2"]
unit_2 = T["model-unit-2"]
### END SOLUTION
if chart_2 is not None:
    source_2 = table(its_table[topic])
    display(
        line_chart(
            chart_2,
            x="year",
            y="value",
            series="name",
            title=title_2,
            unit=unit_2,
            alt=alt_2,
            source=source_2,
            zero=True,
        )
    )

# %% nbgrader={"grade": true, "grade_id": "q5-chart-2", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
if topic not in topics:
    raise CheckError(T["topic-wrong"])
check_frame(chart_2, "chart_2", columns=["year", "value", "name"])
check_words(title_2, "title_2", low=4, high=20)
check_words(alt_2, "alt_2", low=15, high=80)
### BEGIN HIDDEN TESTS
start, end = P["WINDOWS"][topic]
assert chart_2["year"].astype(int).between(start, end).all(), T["chart-2-years"]
assert chart_2["name"].nunique() == 2, T["chart-2-names"]
assert chart_2.groupby("name")["year"].nunique().min() >= 3, T["chart-2-names"]
### END HIDDEN TESTS

# %% nbgrader={"grade": false, "grade_id": "chart-3", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_3 = None
chart_3_table = None
title_3 = None
alt_3 = None
unit_3 = None
### BEGIN SOLUTION
chart_3_table = "border-apprehensions"
stops = table(chart_3_table)
stops = stops[(stops["area"] == "nationwide") & (stops["group"] == "mexican") & (stops["period"] == "year")]
stops = stops[stops["fiscal_year"].isin([2007, 2012, 2017, 2019])]
chart_3 = stops.assign(label=stops["fiscal_year"].astype(str), value=stops["value"] / 1000)[["label", "value"]]
title_3 = T["model-title-3"]
alt_3 = T["model-alt-3"]
unit_3 = T["model-unit-3"]
### END SOLUTION
if chart_3 is not None:
    source_3 = table(chart_3_table)
    display(bar_chart(chart_3, x="label", y="value", title=title_3, unit=unit_3, alt=alt_3, source=source_3))

# %% nbgrader={"grade": true, "grade_id": "q6-chart-3", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_3, "chart_3", columns=["label", "value"])
check_words(title_3, "title_3", low=4, high=20)
check_words(alt_3, "alt_3", low=15, high=80)
check_words(chart_3_table, "chart_3_table", low=1, high=1)
if chart_3_table not in tables():
    raise CheckError(T["no-table"] + " " + chart_3_table)
if not 2 <= len(chart_3) <= 12 or chart_3["label"].nunique() != len(chart_3):
    raise CheckError(T["chart-3-rows"])
if chart_3_table == its_table.get(topic):
    raise CheckError(T["chart-3-same"])

# %% [markdown] lang="en"
# ## Part 3. The bones of the memo (3 points, 15 minutes)
#
# **7.** **Bottom line up front.** Put in `bottom_line` what your reader should do and the main reason, with one figure, its unit and
# its year, in 20 to 60 words. Somebody who reads nothing else should know what you advise. (1 point)
#
# **8.** **Options with costs.** Make the table `options` with 3 to 5 rows that exclude each other; one of them leaves things as they
# are. Its columns: `option` (a short name), `does`, `costs`, `who_pays` and `favoured_by` (a person or group named in the course;
# write so if it names none). Put the name of the one you recommend in `recommended`. (1 point)
#
# **9.** **Figures you can show.** Make the table `figures` with at least four figures of your memo, from at least two tables. Its columns:
# `what`, `value` (a number), `unit`, `table` (the name of the course's table) and `check` (how far the figure was checked, as the
# table says: "official", "two", "single" or "derived"). (1 point)
#
# A long text fits in triple quotation marks, and a table in a list of rows. An example on another question:
#
#     rows = [
#         ["soup", "cooked here each day", "two cooks", "the school"],
#         ["pizza", "bought ready", "more waste", "the pupils"],
#     ]
#     canteen = DataFrame(rows, columns=["option", "does", "costs", "who_pays"])

# %% [markdown] lang="es"
# ## Parte 3. El esqueleto de la nota (3 puntos, 15 minutos)
#
# **7.** **La conclusión primero.** Guarda en `bottom_line` qué debe hacer quien te lee y la razón principal, con una cifra, su unidad
# y su año, en 20 a 60 palabras. Quien no lea nada más debe saber qué aconsejas. (1 punto)
#
# **8.** **Opciones con costos.** Haz la tabla `options` con 3 a 5 filas que se excluyan entre sí; una de ellas deja las cosas como
# están. Sus columnas: `option` (un nombre corto), `does` (qué hace), `costs` (qué cuesta), `who_pays` (quién paga) y `favoured_by`
# (a favor: una persona o un grupo que nombra el curso; si no nombra a nadie, escríbelo). Guarda el nombre de la que recomiendas en
# `recommended`. (1 punto)
#
# **9.** **Cifras que puedes mostrar.** Haz la tabla `figures` con al menos cuatro cifras de tu nota, de al menos dos tablas. Sus columnas:
# `what` (qué es), `value` (un número), `unit` (unidad), `table` (el nombre de la tabla del curso) y `check` (qué tanto se verificó, como
# lo dice la tabla: "official", "two", "single" o "derived"). (1 punto)
#
# Un texto largo cabe entre comillas triples, y una tabla, en una lista de filas. Un ejemplo sobre otra pregunta:
#
#     rows = [
#         ["sopa", "se cocina aquí cada día", "dos cocineras", "la escuela"],
#         ["pizza", "se compra hecha", "más basura", "el alumnado"],
#     ]
#     canteen = DataFrame(rows, columns=["option", "does", "costs", "who_pays"])

# %% nbgrader={"grade": false, "grade_id": "line", "locked": false, "schema_version": 3, "solution": true, "task": false}
bottom_line = None
### BEGIN SOLUTION
bottom_line = KEYS["bottom_line"]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q7-line", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_words(bottom_line, "bottom_line", low=20, high=60)
if not any(letter.isdigit() for letter in bottom_line):
    raise CheckError(T["line-number"])

# %% nbgrader={"grade": false, "grade_id": "options", "locked": false, "schema_version": 3, "solution": true, "task": false}
options = None
recommended = None
### BEGIN SOLUTION
rows = [row.split(" | ") for row in KEYS["option_rows"].splitlines()]
options = DataFrame(rows, columns=["option", "does", "costs", "who_pays", "favoured_by"])
recommended = options["option"].iloc[-1]
### END SOLUTION
if options is not None:
    display(options)

# %% nbgrader={"grade": true, "grade_id": "q8-options", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_frame(options, "options", columns=["option", "does", "costs", "who_pays", "favoured_by"])
if not 3 <= len(options) <= 5 or options["option"].nunique() != len(options):
    raise CheckError(T["options-count"])
for column in ["option", "does", "costs", "who_pays", "favoured_by"]:
    if options[column].isna().any() or (options[column].astype(str).str.strip() == "").any():
        raise CheckError(T["options-empty"])
if recommended not in list(options["option"]):
    raise CheckError(T["recommended-wrong"])

# %% nbgrader={"grade": false, "grade_id": "figures", "locked": false, "schema_version": 3, "solution": true, "task": false}
figures = None
### BEGIN SOLUTION
by_row = table("farm-visas").set_index(["series", "fiscal_year"])
first, last = by_row.loc[("certified", P["FROM"])], by_row.loc[("certified", P["TO"])]
visas = by_row.loc[("visas", P["TO"])]
mexican = table("border-apprehensions").query("area == 'nationwide' and group == 'mexican' and period == 'year'")
of_2019 = mexican.set_index("fiscal_year").loc[2019]
figures = DataFrame(
    [
        [T["what-first"], first["value"], T["unit-jobs"], "farm-visas", first["check"]],
        [T["what-last"], last["value"], T["unit-jobs"], "farm-visas", last["check"]],
        [T["what-visas"], visas["value"], T["unit-visas"], "farm-visas", visas["check"]],
        [T["what-stops"], of_2019["value"], T["unit-stops"], "border-apprehensions", of_2019["check"]],
    ],
    columns=["what", "value", "unit", "table", "check"],
)
### END SOLUTION
if figures is not None:
    display(figures)

# %% nbgrader={"grade": true, "grade_id": "q9-figures", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_frame(figures, "figures", columns=["what", "value", "unit", "table", "check"])
for name in figures["table"]:
    if name not in tables():
        raise CheckError(T["no-table"] + f" {name}")
if len(figures) < 4 or figures["table"].nunique() < 2:
    raise CheckError(T["figures-count"])
for value in figures["value"]:
    if isinstance(value, str) or not abs(value) < float("inf"):
        raise CheckError(T["figures-value"])
if not figures["check"].isin(["official", "two", "single", "derived"]).all():
    raise CheckError(T["figures-check"])

# %% [markdown] lang="en"
# ## Part 4. The memo (20 points, 25 minutes)
#
# In class: note in each cell below, in key words, what will stand there, and read your bottom line to a neighbour, who answers with
# the best objection. At home (about two hours): write it out. All six parts together take **450 to 700 words**; with three small
# charts and the table of options that makes two full pages in print. The reader knows neither Python nor this course: names of
# tables and variables stay out of the text. Attribute each contested claim to whoever holds it.
#
# **10.** **To whom, about what.** To, From, Subject, as of when. Then in 40 to 80 words: what does your reader have to decide, and what
# can your reader do about it? (3 points; your teacher reads `bottom_line` with it)

# %% [markdown] lang="es"
# ## Parte 4. La nota (20 puntos, 25 minutos)
#
# En clase: anota en cada celda de abajo, en palabras clave, qué va a ir ahí, y léele tu conclusión a quien tengas al lado, que
# responde con la mejor objeción. En casa (unas dos horas): redáctala. Las seis partes juntas ocupan **de 450 a 700 palabras**; con
# tres gráficas chicas y la tabla de opciones son dos páginas impresas llenas. Quien lee no conoce Python ni este curso: los nombres de tablas
# y variables se quedan fuera del texto. Atribuye cada afirmación discutida a quien la sostiene.
#
# **10.** **Para quién y sobre qué.** Para, De, Asunto, a qué fecha. Luego, en 40 a 80 palabras: ¿qué tiene que decidir quien te lee y qué puede
# hacer al respecto? (3 puntos; tu docente lee `bottom_line` junto con esto)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "m1-lead", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.lead}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "m1-lead", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.lead}}

# %% [markdown] lang="en" rubric="m1-lead"
# ## Question 10 and the bottom line (3 points)
#
# The whole memo is graded on the argument, never on the answer. The model is one memo among many: another question and the
# opposite advice can earn full marks. Reader: {{READER}}.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Bottom line (1) | The advice and its main reason are clear from these words alone | Only a topic, or advice without a reason | No advice |
# | Its figure (1) | Right, with unit and year, and it bears on the advice | Right but bare, or beside the point | Wrong or missing |
# | Written for this reader (1) | Says what this reader has to decide and can do; date given | A general reader | Unclear for whom |

# %% [markdown] lang="es" rubric="m1-lead"
# ## Pregunta 10 y la conclusión (3 puntos)
#
# Toda la nota se califica por el argumento, nunca por la respuesta. El modelo es una nota entre muchas: otra pregunta y el
# consejo opuesto pueden obtener todos los puntos. Quien lee: {{READER}}.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Conclusión (1) | El consejo y su razón principal se entienden con esas palabras solas | Solo un tema, o un consejo sin razón | Sin consejo |
# | Su cifra (1) | Correcta, con unidad y año, y pesa en el consejo | Correcta pero suelta, o no viene al caso | Equivocada o falta |
# | Escrita para esta persona (1) | Dice qué tiene que decidir y qué puede hacer quien lee; da la fecha | Para cualquiera | No se sabe para quién |

# %% [markdown] lang="en"
# **11.** **Evidence.** What do the three charts show, each in its own sentence or two, and what does that mean for your advice? Say what
# is counted, by which kind of year, and how the picture changes with another first year or another measure. (120 to 190 words,
# 5 points; the titles and alternative texts count here)

# %% [markdown] lang="es"
# **11.** **Evidencia.** ¿Qué muestran las tres gráficas, cada una en una o dos oraciones, y qué significa eso para tu consejo? Di qué se
# cuenta, por qué tipo de año, y cómo cambia la imagen con otro año inicial u otra medida. (De 120 a 190 palabras, 5 puntos; aquí
# cuentan los títulos y los textos alternativos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "m2-evidence", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.evidence}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "m2-evidence", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.evidence}}

# %% [markdown] lang="en" rubric="m2-evidence"
# ## Question 11: evidence (5 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Titles and alternative texts (1) | Three titles state findings that the charts support; three texts give direction and rough size | Two of the three charts | Labels such as "Trade by year" |
# | Right readings (1) | All figures right, with unit and year | One slip | Several |
# | What is counted (1) | Says what the series counts and by which year (calendar, fiscal, academic) | One of the two | Neither |
# | Charts at work (1) | Each chart bears on the advice, and what others did at the same time is not passed off as its effect | One chart is decoration | The advice does not use them |
# | Tested (1) | Names another first year or measure under which the picture changes, and says what follows | Names one without saying what follows | Missing |

# %% [markdown] lang="es" rubric="m2-evidence"
# ## Pregunta 11: evidencia (5 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Títulos y textos alternativos (1) | Tres títulos dicen hallazgos que las gráficas sostienen; tres textos dan dirección y tamaño aproximado | Dos de las tres gráficas | Etiquetas como «Comercio por año» |
# | Lecturas correctas (1) | Todas las cifras correctas, con unidad y año | Un descuido | Varios |
# | Qué se cuenta (1) | Dice qué cuenta la serie y por qué tipo de año (calendario, fiscal, escolar) | Una de las dos cosas | Ninguna |
# | Gráficas que trabajan (1) | Cada una pesa en el consejo, y lo que ocurrió al mismo tiempo no se da por efecto suyo | Una gráfica es adorno | El consejo no las usa |
# | Puesta a prueba (1) | Nombra otro año inicial u otra medida con que cambia la imagen y dice qué se sigue de eso | Nombra uno sin decir qué se sigue | Falta |

# %% [markdown] lang="en"
# **12.** **Options.** Compare the options of your table in words: what each costs and who pays, who favours it, which values decide
# between them for you, and how others may weigh them. (80 to 130 words, 4 points; your teacher reads the table with it)

# %% [markdown] lang="es"
# **12.** **Opciones.** Compara en palabras las opciones de tu tabla: qué cuesta cada una y quién paga, quién está a favor, qué valores
# deciden entre ellas para ti y cómo pueden pesarlos otras personas. (De 80 a 130 palabras, 4 puntos; tu docente lee la tabla junto con esto)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "m3-options", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.weighing}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "m3-options", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.weighing}}

# %% [markdown] lang="en" rubric="m3-options"
# ## Question 12: options with costs (4 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Real options (1) | Three or more that exclude each other, each one that somebody would choose; one leaves things as they are | One is a straw man, or the present state is missing | One option and its opposite |
# | Costs and payers (1) | Each option has a cost and somebody who pays, also the one recommended; unknown amounts are called unknown | The recommended one looks free | Missing |
# | Holders (1) | Options are attributed to people or groups of the course, rightly | Some, or loosely | None |
# | Values (1) | Says which values decide, and that others may weigh them differently | Implied | Passed off as facts |

# %% [markdown] lang="es" rubric="m3-options"
# ## Pregunta 12: opciones con costos (4 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Opciones reales (1) | Tres o más que se excluyen, cada una con alguien que la elegiría; una deja las cosas como están | Una es un espantapájaros, o falta el estado actual | Una opción y su contrario |
# | Costos y quién paga (1) | Cada opción tiene un costo y quien lo paga, también la recomendada; lo que no se sabe se dice | La recomendada parece gratis | Falta |
# | Quién las sostiene (1) | Las opciones se atribuyen, bien, a personas o grupos del curso | Algunas, o sin cuidado | Ninguna |
# | Valores (1) | Dice qué valores deciden y que otros pueden pesarlos distinto | Se adivinan | Los hace pasar por hechos |

# %% [markdown] lang="en"
# **13.** **The other side.** Give the best case against your recommendation, as those who hold it would make it; name them. Say how
# the matter looks from {{NEIGHBOUR}}. Then say what you grant, and what follows for your advice. (60 to 120 words, 3 points)

# %% [markdown] lang="es"
# **13.** **El otro lado.** Da el mejor argumento contra tu recomendación, como lo harían quienes lo sostienen, y di quiénes son. Di
# cómo se ve el asunto desde {{NEIGHBOUR}}. Luego di qué concedes y qué se sigue de eso para tu consejo. (De 60 a 120 palabras, 3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "m4-other-side", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.other_side}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "m4-other-side", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.other_side}}

# %% [markdown] lang="en" rubric="m4-other-side"
# ## Question 13: the other side (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | The best case (1) | Its holders, named, would recognise it as theirs | A weak version, or nobody named | Missing or mocked |
# | From {{NEIGHBOUR}} (1) | An interest or argument that people there would put forward | "They will be against it" | Missing |
# | What you grant (1) | Says where they are right and what follows for the advice | Grants without consequence | Missing |

# %% [markdown] lang="es" rubric="m4-other-side"
# ## Pregunta 13: el otro lado (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | El mejor argumento (1) | Quienes lo sostienen, con nombre, lo reconocerían como suyo | Una versión débil, o sin nombre | Falta o se burla |
# | Desde {{NEIGHBOUR}} (1) | Un interés o argumento que la gente de allá presentaría | «Van a estar en contra» | Falta |
# | Lo que concedes (1) | Dice en qué tienen razón y qué se sigue para el consejo | Concede sin consecuencia | Falta |

# %% [markdown] lang="en"
# **14.** **Limits.** What do your figures not show, and which finding would make you change your advice? (40 to 80 words, 2 points)

# %% [markdown] lang="es"
# **14.** **Límites.** ¿Qué no muestran tus cifras y qué hallazgo te haría cambiar tu consejo? (De 40 a 80 palabras, 2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "m5-limits", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.limits}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "m5-limits", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.limits}}

# %% [markdown] lang="en" rubric="m5-limits"
# ## Question 14: limits (2 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A limit that matters (1) | Names a limit of these figures: what is left out, who counted, a break, inflation, provisional counts, how far it was checked | A limit of any figure | Missing |
# | What would change the advice (1) | A finding that could be made | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="m5-limits"
# ## Pregunta 14: límites (2 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Un límite que importa (1) | Nombra un límite de estas cifras: qué queda fuera, quién contó, un corte en la serie, la inflación, datos preliminares, qué tanto se verificó | Un límite de cualquier cifra | Falta |
# | Qué cambiaría el consejo (1) | Un hallazgo que se puede hacer | Solo un cambio de valores, o algo incomprobable | Falta |

# %% [markdown] lang="en"
# **15.** **Recommendation.** Who should do what, by when, and what is the first step that your reader can take? How would one know after
# some years that it failed? (60 to 100 words, 3 points)

# %% [markdown] lang="es"
# **15.** **Recomendación.** ¿Quién debe hacer qué y para cuándo, y cuál es el primer paso que puede dar quien te lee? ¿Cómo se sabría, al
# cabo de unos años, que fracasó? (De 60 a 100 palabras, 3 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "m6-recommendation", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.recommendation}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "m6-recommendation", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.recommendation}}

# %% [markdown] lang="en" rubric="m6-recommendation"
# ## Question 15: recommendation (3 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | It follows (1) | From the evidence and the values above; agrees with the bottom line | Partly | Contradicts them |
# | A first step for this reader (1) | Who does what by when; within what {{READER}} can do | Right in general, beyond the reader's reach | "Something must be done" |
# | Failure (1) | A sign that could be seen, with a time | A sign without a time | Missing |

# %% [markdown] lang="es" rubric="m6-recommendation"
# ## Pregunta 15: recomendación (3 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Se sigue de lo anterior (1) | De la evidencia y los valores de arriba; coincide con la conclusión | En parte | Los contradice |
# | Un primer paso para esta persona (1) | Quién hace qué y para cuándo; dentro de lo que puede hacer {{READER}} | Correcto en general, fuera de su alcance | «Hay que hacer algo» |
# | Fracaso (1) | Una señal que se pueda ver, con un plazo | Una señal sin plazo | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
