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

TITLE = {"en": "Five debates: facts, values, options", "es": "Cinco debates: hechos, valores, opciones"}
LETTERS = "ABCDEFGH"

# The first of each pair belongs to the first end of the debate's line, the second to the other end.
VALUES = {
    "trade-jobs": (
        {
            "en": "A low price in the shop does not make up for a closed factory in a town.",
            "es": "Un precio bajo en la tienda no compensa una fábrica cerrada en un pueblo.",
        },
        {
            "en": "Nobody should have to pay more so that somebody else can keep the job they have.",
            "es": "Nadie debería pagar más para que otra persona conserve el empleo que tiene.",
        },
    ),
    "immigration-border": (
        {
            "en": "Those who wait their turn abroad deserve to come before those who cross without papers.",
            "es": "Quien espera su turno en su país merece pasar antes que quien cruza sin papeles.",
        },
        {
            "en": "Someone who flees for her life should be heard, however many others are waiting.",
            "es": "A quien huye para salvar la vida se le debe escuchar, por muchas personas que estén esperando.",
        },
    ),
    "drugs-crime": (
        {
            "en": "Stopping a killer today matters more than building a better court for tomorrow.",
            "es": "Detener hoy a quien mata importa más que construir un mejor tribunal para mañana.",
        },
        {
            "en": "A state should heal before it punishes.",
            "es": "Un Estado debe curar antes que castigar.",
        },
    ),
    "energy-sovereignty": (
        {
            "en": "A nation should run its own oil, even if somebody else could run it more cheaply.",
            "es": "Una nación debe manejar su propio petróleo, aunque otros lo manejen más barato.",
        },
        {
            "en": "Every power plant deserves the same rules, whoever owns it.",
            "es": "Toda central eléctrica merece las mismas reglas, sea de quien sea.",
        },
    ),
    "sovereignty-integration": (
        {
            "en": "A country's own voters should have the last word on its laws, even if that costs trade.",
            "es": "La última palabra sobre las leyes de un país debe ser de sus votantes, aunque eso cueste comercio.",
        },
        {
            "en": "Keeping a promise to a neighbour is worth more than being free to change course.",
            "es": "Cumplirle una promesa al vecino vale más que ser libre de cambiar de rumbo.",
        },
    ),
}
# Questions of fact to which no table of this notebook has the answer: contested, or about what did not happen. As above,
# one from each end of the debate.
FACTS = {
    "trade-jobs": (
        {
            "en": "Without the trade agreement Mexico would sell less to the United States today.",
            "es": "Sin el tratado comercial, hoy México le vendería menos a Estados Unidos.",
        },
        {
            "en": "People who lost a factory job earn more ten years later if they were retrained.",
            "es": "Quien perdió un empleo de fábrica gana más diez años después si recibió capacitación.",
        },
    ),
    "immigration-border": (
        {
            "en": "Without the asylum limit of June 2024, stops at the border would not have fallen that summer.",
            "es": "Sin el límite al asilo de junio de 2024, las detenciones en la frontera no habrían bajado ese verano.",
        },
        {
            "en": "Where more visas for farm work are given, fewer people cross without papers.",
            "es": "Donde se dan más visas para trabajar en el campo, menos personas cruzan sin papeles.",
        },
    ),
    "drugs-crime": (
        {
            "en": "Where more soldiers and police are sent, fewer people are killed a year later.",
            "es": "Donde llegan más soldados y policías, un año después hay menos homicidios.",
        },
        {
            "en": "In the months after a group's leader is arrested, more people are killed in its area than before.",
            "es": "En los meses que siguen a la captura del líder de un grupo, en su zona matan a más personas que antes.",
        },
    ),
    "energy-sovereignty": (
        {
            "en": "Had the oil market stayed closed in 2013, Mexico would pump more oil today.",
            "es": "Si en 2013 no se hubiera abierto el mercado petrolero, hoy México extraería más petróleo.",
        },
        {
            "en": "Auctions bring cheaper electricity than a plan of the energy ministry does.",
            "es": "Las subastas traen electricidad más barata que un plan de la Secretaría de Energía.",
        },
    ),
    "sovereignty-integration": (
        {
            "en": "Without the threat of tariffs Mexico would have handed over fewer prisoners in 2025.",
            "es": "Sin la amenaza de aranceles, México habría entregado a menos personas presas en 2025.",
        },
        {
            "en": "Panels of two or three countries rule for the weaker side as often as for the stronger one.",
            "es": "Los paneles de dos o tres países le dan la razón al lado débil tan a menudo como al fuerte.",
        },
    ),
}
OPTIONS = {
    "trade-jobs": {
        "en": [
            (
                "Bring production home",
                "stricter rules on where a product is made, duties for what does not qualify",
                "the US administration that took office in 2025",
            ),
            (
                "Renew the agreement and keep it open",
                "confirm the USMCA for another sixteen years, settle single quarrels inside it",
                "the US Chamber of Commerce",
            ),
            (
                "Raise the floor under work",
                "widen the Rapid Response Mechanism to more sectors, let higher pay in Mexico take away the reason to move",
                "unions of three countries, one account says, among them the US federation AFL-CIO and Mexico's UNT",
            ),
            (
                "Trade freely and pay those who lose",
                "training, income and help to move for people who lose work to trade",
                "Marty Walsh, US secretary of labor when the US programme lapsed in 2022",
            ),
        ],
        "es": [
            (
                "Traer de vuelta la producción",
                "reglas más estrictas sobre dónde se hace un producto y aranceles para lo que no las cumple",
                "el gobierno de Estados Unidos que tomó posesión en 2025",
            ),
            (
                "Renovar el tratado y mantenerlo abierto",
                "confirmar el T-MEC por otros dieciséis años y resolver dentro de él cada pleito",
                "la Cámara de Comercio de Estados Unidos",
            ),
            (
                "Subir el piso del trabajo",
                "ampliar el Mecanismo Laboral de Respuesta Rápida a más sectores y que mejores salarios en México quiten el motivo para mudarse",
                "sindicatos de tres países, según una fuente, entre ellos la federación AFL-CIO de Estados Unidos y la UNT de México",
            ),
            (
                "Comerciar libremente y pagarle a quien pierde",
                "capacitación, ingreso y apoyo para mudarse a quien pierde su trabajo por el comercio",
                "Marty Walsh, secretario de Trabajo de Estados Unidos cuando venció el programa de ese país en 2022",
            ),
        ],
    },
    "immigration-border": {
        "en": [
            (
                "Control first",
                "walls, agents and technology; no asylum between the ports; removal of people without authorisation",
                "the US administration that took office in 2025 and the Center for Immigration Studies",
            ),
            (
                "Fast and fair decisions at open ports",
                "asylum officers instead of years of waiting for a judge, appointments at ports, return after a final no",
                "WOLA, which asks for fast and fair decisions",
            ),
            (
                "More visas for work",
                "more guest-worker visas, easier to get and to carry from one employer to another",
                "the Cato Institute and, one account reports, Mexico's foreign ministry",
            ),
            (
                "A bargain: status for the settled, checks for the rest",
                "lawful status for people who came before 2021, pay a fee and keep the law; every employer checks papers; the border is reinforced",
                "US Representatives María Elvira Salazar, a Republican, and Veronica Escobar, a Democrat",
            ),
        ],
        "es": [
            (
                "Primero el control",
                "muros, agentes y tecnología; nada de asilo entre los puertos; expulsión de personas sin autorización",
                "el gobierno de Estados Unidos que tomó posesión en 2025 y el Center for Immigration Studies",
            ),
            (
                "Decisiones rápidas y justas en puertos abiertos",
                "oficiales de asilo en vez de años de espera por un juez, citas en los puertos, retorno después de un no definitivo",
                "WOLA, que pide decisiones rápidas y justas",
            ),
            (
                "Más visas de trabajo",
                "más visas para trabajo temporal, más fáciles de obtener y de llevar de un empleador a otro",
                "el Cato Institute y, según una fuente, la Secretaría de Relaciones Exteriores de México",
            ),
            (
                "Un acuerdo: estatus para quien ya tiene arraigo, controles para los demás",
                "estatus legal para quien llegó antes de 2021, paga una cuota y cumple la ley; cada empleador revisa papeles; se refuerza la frontera",
                "María Elvira Salazar, republicana, y Veronica Escobar, demócrata, representantes en el Congreso de Estados Unidos",
            ),
        ],
    },
    "drugs-crime": {
        "en": [
            (
                "US force, with Mexico or without it",
                "treats the groups as enemies in a war, with strikes on leaders and laboratories",
                "President Trump and US Representatives Dan Crenshaw and Greg Steube",
            ),
            (
                "Mexican force, with US intelligence under agreed rules",
                "arrests, raids on laboratories and transfers of prisoners, with shared intelligence",
                "Mexico's security secretary Omar García Harfuch and US Secretary of State Marco Rubio",
            ),
            (
                "Treat people, and keep the young out of the groups",
                "medicines such as methadone for all who need them, naloxone within reach, school, work and warnings for the young",
                "the researchers Rafael Prieto-Curiel (recruits) and Marc Larochelle (treatment) with their co-authors",
            ),
            (
                "Courts, police and the guns",
                "teams of police and prosecutors against whole networks, US checks on guns that go south",
                "México Evalúa, one account reports, and Vanda Felbab-Brown of the Brookings Institution",
            ),
        ],
        "es": [
            (
                "Fuerza de Estados Unidos, con México o sin él",
                "trata a los grupos como enemigos en una guerra, con ataques a líderes y laboratorios",
                "el presidente Trump y los representantes estadounidenses Dan Crenshaw y Greg Steube",
            ),
            (
                "Fuerza mexicana, con inteligencia de Estados Unidos y reglas acordadas",
                "detenciones, cateos de laboratorios y traslados de personas presas, con inteligencia compartida",
                "Omar García Harfuch, secretario de Seguridad de México, y Marco Rubio, secretario de Estado de Estados Unidos",
            ),
            (
                "Tratar a las personas y alejar a los jóvenes de los grupos",
                "medicinas como la metadona para quien las necesite, naloxona a la mano, y escuela, trabajo y prevención para jóvenes",
                "los investigadores Rafael Prieto-Curiel (reclutamiento) y Marc Larochelle (tratamiento) con sus coautores",
            ),
            (
                "Tribunales, policías y las armas",
                "equipos de policías y fiscales contra redes completas, y controles de Estados Unidos a las armas que van al sur",
                "México Evalúa, según una fuente, y Vanda Felbab-Brown, de la Brookings Institution",
            ),
        ],
    },
    "energy-sovereignty": {
        "en": [
            (
                "Public firms first, fuel from home",
                "CFE and Pemex lead, and Pemex raises gas output at home",
                "Víctor Rodríguez Padilla, who led Pemex when it made the gas plan; the energy unions SME and UNTyPP",
            ),
            (
                "Open competition again",
                "auctions, the cheapest plant first, regulators who do not answer to a ministry",
                "Mexico's employers' confederation Coparmex and, as to the agreement, the American Petroleum Institute",
            ),
            (
                "The state plans, private firms build",
                "the ministry says what is needed and where, and firms apply",
                "Mexico's energy secretary Luz Elena González",
            ),
            (
                "Less imported fuel, whoever owns the plants",
                "panels on roofs and in villages, and batteries for the night",
                "Pablo Ramírez of Greenpeace Mexico",
            ),
        ],
        "es": [
            (
                "Primero las empresas públicas, combustible de casa",
                "la CFE y Pemex van al frente, y Pemex produce más gas en el país",
                "Víctor Rodríguez Padilla, quien dirigía Pemex cuando hizo el plan de gas; los sindicatos SME y UNTyPP",
            ),
            (
                "Abrir otra vez la competencia",
                "subastas, primero la central más barata, reguladores que no respondan a una secretaría",
                "la Coparmex y, en cuanto al tratado, el American Petroleum Institute",
            ),
            (
                "El Estado planea y las empresas construyen",
                "la secretaría dice qué hace falta y dónde, y las empresas concursan",
                "Luz Elena González, secretaria de Energía de México",
            ),
            (
                "Menos combustible importado, sean de quien sean las plantas",
                "paneles en techos y comunidades, y baterías para la noche",
                "Pablo Ramírez, de Greenpeace México",
            ),
        ],
    },
    "sovereignty-integration": {
        "en": [
            (
                "Loosen the ties",
                "short agreements with an end date; Mexico looks for buyers elsewhere",
                "Robert Lighthizer, as to the end date, and Claudia Sheinbaum, as to other buyers only",
            ),
            (
                "Renew the trade agreement, and leave it there",
                "confirm the USMCA to 2042; police, courts and migration stay with each country",
                "Mexico's Business Coordinating Council",
            ),
            (
                "One joint body for each task",
                "gives single tasks, such as a river or a crossing, to bodies of two or three countries",
                "Shannon O'Neil of the Council on Foreign Relations",
            ),
            (
                "A North American community",
                "a customs union, a fund to narrow the gap in incomes, a commission that plans for all three",
                "Robert Pastor, a US scholar, and Vicente Fox when he was about to be president of Mexico",
            ),
        ],
        "es": [
            (
                "Aflojar los lazos",
                "tratados cortos con fecha de vencimiento; México busca compradores en otras partes",
                "Robert Lighthizer, en cuanto a la fecha, y Claudia Sheinbaum, solo en cuanto a otros compradores",
            ),
            (
                "Renovar el tratado comercial y dejarlo ahí",
                "confirmar el T-MEC hasta 2042; policía, tribunales y migración se quedan en cada país",
                "el Consejo Coordinador Empresarial de México",
            ),
            (
                "Un organismo conjunto para cada tarea",
                "encarga tareas sueltas, como un río o un cruce, a organismos de dos o tres países",
                "Shannon O'Neil, del Council on Foreign Relations",
            ),
            (
                "Una comunidad de América del Norte",
                "una unión aduanera, un fondo para cerrar la brecha de ingresos y una comisión que planee para los tres",
                "Robert Pastor, académico estadounidense, y Vicente Fox cuando estaba por ser presidente de México",
            ),
        ],
    },
}
HEADS = {
    "en": "| No. | Option | What it does | Favoured by |\n| --- | --- | --- | --- |",
    "es": "| Núm. | Opción | Qué hace | A favor |\n| --- | --- | --- | --- |",
}
# Of these three, one is always on offer: nobody has to write on a loss of their own.
CALM = ("trade-jobs", "energy-sovereignty", "sovereignty-integration")
MONTHS = {
    "2023-09-01": {"en": "September 2023", "es": "septiembre de 2023"},
    "2023-10-01": {"en": "October 2023", "es": "octubre de 2023"},
    "2023-11-01": {"en": "November 2023", "es": "noviembre de 2023"},
    "2023-12-01": {"en": "December 2023", "es": "diciembre de 2023"},
    "2024-01-01": {"en": "January 2024", "es": "enero de 2024"},
    "2024-02-01": {"en": "February 2024", "es": "febrero de 2024"},
    "2024-03-01": {"en": "March 2024", "es": "marzo de 2024"},
    "2025-02-01": {"en": "February 2025", "es": "febrero de 2025"},
    "2025-03-01": {"en": "March 2025", "es": "marzo de 2025"},
    "2025-04-01": {"en": "April 2025", "es": "abril de 2025"},
    "2025-05-01": {"en": "May 2025", "es": "mayo de 2025"},
    "2025-06-01": {"en": "June 2025", "es": "junio de 2025"},
    "2025-07-01": {"en": "July 2025", "es": "julio de 2025"},
    "2025-08-01": {"en": "August 2025", "es": "agosto de 2025"},
    "2025-09-01": {"en": "September 2025", "es": "septiembre de 2025"},
}
CUT = "2024-05-01"
# (poll, group, answer, question before, question after), and how the text says it.
POLLS = [
    (
        ("ipsos", "all", "support", "personnel", "personnel-unilateral"),
        {
            "en": "the share of people in the United States who **support** it (Reuters/Ipsos 2023, by one account; `group` all), from sending military personnel to Mexico (`personnel`) to doing so without the permission of Mexico's government (`personnel-unilateral`)",
            "es": "la parte de las personas en Estados Unidos que está **a favor** (`support`; Reuters/Ipsos 2023, según una fuente; `group` all), al pasar de enviar personal militar a México (`personnel`) a hacerlo sin permiso del gobierno mexicano (`personnel-unilateral`)",
        },
    ),
    (
        ("ipsos", "all", "oppose", "personnel", "personnel-unilateral"),
        {
            "en": "the share of people in the United States who **oppose** it (Reuters/Ipsos 2023, by one account; `group` all), from sending military personnel to Mexico (`personnel`) to doing so without the permission of Mexico's government (`personnel-unilateral`)",
            "es": "la parte de las personas en Estados Unidos que está **en contra** (`oppose`; Reuters/Ipsos 2023, según una fuente; `group` all), al pasar de enviar personal militar a México (`personnel`) a hacerlo sin permiso del gobierno mexicano (`personnel-unilateral`)",
        },
    ),
    (
        ("ipsos", "republicans", "support", "personnel", "personnel-unilateral"),
        {
            "en": "the share of **Republicans** in the United States who **support** it (Reuters/Ipsos 2023, by one account; `group` republicans), from sending military personnel to Mexico (`personnel`) to doing so without the permission of Mexico's government (`personnel-unilateral`)",
            "es": "la parte de los **republicanos** de Estados Unidos que está **a favor** (`support`; Reuters/Ipsos 2023, según una fuente; `group` republicans), al pasar de enviar personal militar a México (`personnel`) a hacerlo sin permiso del gobierno mexicano (`personnel-unilateral`)",
        },
    ),
    (
        ("ipsos", "republicans", "oppose", "personnel", "personnel-unilateral"),
        {
            "en": "the share of **Republicans** in the United States who **oppose** it (Reuters/Ipsos 2023, by one account; `group` republicans), from sending military personnel to Mexico (`personnel`) to doing so without the permission of Mexico's government (`personnel-unilateral`)",
            "es": "la parte de los **republicanos** de Estados Unidos que está **en contra** (`oppose`; Reuters/Ipsos 2023, según una fuente; `group` republicans), al pasar de enviar personal militar a México (`personnel`) a hacerlo sin permiso del gobierno mexicano (`personnel-unilateral`)",
        },
    ),
    (
        ("pew", "all", "support", "training", "troops"),
        {
            "en": "the share of people in Mexico who **support** it (Pew 2011, `group` all), from US training of Mexican police and military (`training`) to US troops in Mexico (`troops`)",
            "es": "la parte de las personas en México que está **a favor** (`support`; Pew 2011, `group` all), al pasar de que Estados Unidos capacite a policías y militares mexicanos (`training`) a tropas de Estados Unidos en México (`troops`)",
        },
    ),
    (
        ("pew", "all", "support", "money-weapons", "troops"),
        {
            "en": "the share of people in Mexico who **support** it (Pew 2011, `group` all), from US money and weapons for Mexican police and military (`money-weapons`) to US troops in Mexico (`troops`)",
            "es": "la parte de las personas en México que está **a favor** (`support`; Pew 2011, `group` all), al pasar de dinero y armas de Estados Unidos para policías y militares mexicanos (`money-weapons`) a tropas de Estados Unidos en México (`troops`)",
        },
    ),
]
# One possible map of each of the three, for the model answer: axis names, places of options 1 to 4 and one's own.
MAPS = {
    "trade-jobs": (
        {
            "en": "Each decides alone (−2) … both decide together (+2)",
            "es": "Cada quien decide (−2) … deciden juntos (+2)",
        },
        {
            "en": "Left to the market (−2) … steered by government (+2)",
            "es": "Decide el mercado (−2) … conduce el gobierno (+2)",
        },
        [-2, 2, 1, -1, 0],
        [2, -1, 1, -1, 0],
    ),
    "energy-sovereignty": (
        {
            "en": "The state decides (−2) … the market decides (+2)",
            "es": "Decide el Estado (−2) … decide el mercado (+2)",
        },
        {"en": "More fuel (−2) … less fuel (+2)", "es": "Más combustible (−2) … menos combustible (+2)"},
        [-2, 2, -1, 0, 0],
        [-2, 0, 1, 2, 1],
    ),
    "sovereignty-integration": (
        {
            "en": "Each decides alone (−2) … both decide together (+2)",
            "es": "Cada quien decide (−2) … deciden juntos (+2)",
        },
        {
            "en": "Touches trade only (−2) … touches much of life (+2)",
            "es": "Toca solo el comercio (−2) … toca mucho de la vida (+2)",
        },
        [-2, 0, 1, 2, 1],
        [-1, -2, 1, 2, 0],
    ),
}
TEXTS = {
    "thousands": {"en": "thousands of jobs", "es": "miles de empleos"},
    "billions": {"en": "billions of dollars", "es": "miles de millones de dólares"},
    "years": {"en": "years", "es": "años"},
    "percent": {"en": "per cent", "es": "por ciento"},
    "points": {"en": "percentage points", "es": "puntos porcentuales"},
    "cubic": {"en": "billions of cubic metres", "es": "miles de millones de metros cúbicos"},
    "canary": {
        "en": "Leave this cell as it is: grading needs it.",
        "es": "Deja esta celda como está: la calificación la necesita.",
    },
    "stops-title": {
        "en": "Stops by the Border Patrol, month by month",
        "es": "Detenciones de la Patrulla Fronteriza, mes a mes",
    },
    "stops-unit": {
        "en": "Thousands of stops at all US borders. A: asylum limited, B: asylum suspended",
        "es": "Miles de detenciones en todas las fronteras de EE. UU. A: asilo limitado; B: asilo suspendido",
    },
    "stops-alt": {
        "en": "One line from January 2023 to September 2025. It climbs with a dip to its peak in December 2023, halves in January 2024, falls again from June 2024, where mark A is, and once more after January 2025, where mark B is, to about a twenty-fifth of the peak.",
        "es": "Una línea de enero de 2023 a septiembre de 2025. Sube, con un bache, hasta su máximo en diciembre de 2023; cae a la mitad en enero de 2024, vuelve a bajar desde junio de 2024, donde está la marca A, y otra vez después de enero de 2025, donde está la B, hasta cerca de una veinticincoava parte del máximo.",
    },
    "false-is-fact": {
        "en": "One sentence of fact is missing from your list. Ask whether figures could show that it is right or wrong: a sentence may be wrong, and still be a matter of fact.",
        "es": "A tu lista le falta una frase de hechos. Pregúntate si las cifras podrían mostrar que es correcta o incorrecta: una frase puede ser falsa y seguir siendo de hechos.",
    },
    "number-is-value": {
        "en": "One sentence on your list holds a number, but the number is not what it claims. Look for the word that says how much ought to be enough.",
        "es": "Una frase de tu lista trae un número, pero no es el número lo que afirma. Busca la palabra que dice cuánto debería ser suficiente.",
    },
    "sort-wrong": {
        "en": "Look again at these four. Ask of each: if all the figures in the world were known, would it still be open? A sentence that nobody has tested yet can be one of fact.",
        "es": "Vuelve a mirar estas cuatro. Pregúntate de cada una: si se conocieran todas las cifras del mundo, ¿seguiría abierta? Una frase que nadie ha comprobado puede ser de hechos.",
    },
    "false-wrong": {
        "en": "Look for the sentence that names two dates or years, and read both values in the tables of this notebook.",
        "es": "Busca la frase que nombra dos fechas o dos años y lee ambos valores en las tablas de este cuaderno.",
    },
    "jobs-wrong": {
        "en": "Subtract the jobs of {{TRADE_FROM}} from those of {{TRADE_TO}} (series jobs). The table counts thousands.",
        "es": "Resta los empleos de {{TRADE_FROM}} a los de {{TRADE_TO}} (series jobs). La tabla cuenta miles.",
    },
    "deficit-sign": {
        "en": "The size is right and the sign is not. The table holds the balance; the deficit is the balance with its sign turned.",
        "es": "El tamaño es correcto y el signo no. La tabla guarda el saldo; el déficit es el saldo con el signo cambiado.",
    },
    "deficit-wrong": {
        "en": "Take flow balance for Mexico, turn the sign, subtract {{TRADE_FROM}} from {{TRADE_TO}}, and turn millions into billions.",
        "es": "Toma flow balance de México, cambia el signo, resta {{TRADE_FROM}} a {{TRADE_TO}} y pasa de millones a miles de millones.",
    },
    "same-turned": {
        "en": "This counts the years in which jobs and the balance moved the same way. The question is about the deficit, which grows when the balance falls.",
        "es": "Esto cuenta los años en que el empleo y el saldo se movieron igual. La pregunta es por el déficit, que crece cuando el saldo baja.",
    },
    "same-wrong": {
        "en": "Compare each year with the one before, from {{TRADE_NEXT}} to {{TRADE_TO}}, in both series, and count the years in which both rose or both fell.",
        "es": "Compara cada año con el anterior, de {{TRADE_NEXT}} a {{TRADE_TO}}, en las dos series, y cuenta los años en que ambas subieron o ambas bajaron.",
    },
    "part-of-start": {
        "en": "You divided by the level at the start. The question asks for a part of the fall: divide by the whole fall.",
        "es": "Dividiste entre el nivel inicial. La pregunta pide una parte de la baja: divide entre la baja completa.",
    },
    "first-wrong": {
        "en": "Start month {{START_1}}: divide the fall to May 2024 by the fall to {{END}}, and multiply by 100.",
        "es": "Mes inicial {{START_1}}: divide la baja hasta mayo de 2024 entre la baja hasta {{END}} y multiplica por 100.",
    },
    "second-wrong": {
        "en": "Do the same again with {{START_2}} as the start; both falls change.",
        "es": "Haz lo mismo con {{START_2}} como inicio; cambian las dos bajas.",
    },
    "gap-wrong": {
        "en": "The gap is use less output. Take it for {{GAS_FROM}} and for {{GAS_TO}}, and subtract the earlier from the later.",
        "es": "La brecha es consumo menos producción. Calcúlala para {{GAS_FROM}} y {{GAS_TO}} y resta la primera a la última.",
    },
    "use-as-rise": {
        "en": "This looks like the rise of use in per cent of use. The question asks for its part of the growth of the gap.",
        "es": "Esto parece el aumento del consumo en por ciento del consumo. La pregunta pide su parte en el crecimiento de la brecha.",
    },
    "use-wrong": {
        "en": "Divide the rise of use from {{GAS_FROM}} to {{GAS_TO}} by the growth of the gap, and multiply by 100. What is left comes from output.",
        "es": "Divide el aumento del consumo de {{GAS_FROM}} a {{GAS_TO}} entre el crecimiento de la brecha y multiplica por 100. Lo que falta viene de la producción.",
    },
    "late-wrong": {
        "en": "Take the mean of series mexico-us from 1994 to {{UN_TO}}, and subtract the mean from {{UN_B}} to 1993.",
        "es": "Toma el promedio de la serie mexico-us de 1994 a {{UN_TO}} y réstale el promedio de {{UN_B}} a 1993.",
    },
    "early-wrong": {
        "en": "Take the same later mean, and subtract the mean from {{UN_A}} to {{UN_A_TO}} (both included).",
        "es": "Toma el mismo promedio posterior y réstale el promedio de {{UN_A}} a {{UN_A_TO}} (ambos incluidos).",
    },
    "chart-series": {
        "en": "The chart's table should hold exactly two series: mexico-us and mexico-brazil.",
        "es": "La tabla de la gráfica debe tener exactamente dos series: mexico-us y mexico-brazil.",
    },
    "chart-rows": {
        "en": "One row per series and year from {{UN_A}} to {{UN_TO}} is expected.",
        "es": "Se espera una fila por serie y año de {{UN_A}} a {{UN_TO}}.",
    },
    "model-title": {
        "en": "From {{UN_A}} to {{UN_TO}} Mexico voted far more often with Brazil than with the United States",
        "es": "De {{UN_A}} a {{UN_TO}} México votó mucho más con Brasil que con Estados Unidos",
    },
    "model-alt": {
        "en": "Two lines from {{UN_A}} to {{UN_TO}}, in per cent of roll-calls. Mexico with Brazil goes from {{KEYS.brazil_line}}. Mexico with the United States goes from {{KEYS.us_line}}, with its lowest point in 1984.",
        "es": "Dos líneas de {{UN_A}} a {{UN_TO}}, en por ciento de las votaciones. México con Brasil pasa de {{KEYS.brazil_line}}. México con Estados Unidos pasa de {{KEYS.us_line}}, con su punto más bajo en 1984.",
    },
    "poll-per-cent": {
        "en": "This looks like a change in per cent of the first share. A change in percentage points is a plain difference.",
        "es": "Esto parece un cambio en por ciento de la primera cifra. Un cambio en puntos porcentuales es una simple resta.",
    },
    "poll-sign": {
        "en": "The size is right and the sign is not: take the second question less the first.",
        "es": "El tamaño es correcto y el signo no: es la segunda pregunta menos la primera.",
    },
    "poll-wrong": {
        "en": "Filter poll, group, question and answer until one row is left; do it for both questions and subtract.",
        "es": "Filtra poll, group, question y answer hasta que quede una fila; hazlo con las dos preguntas y resta.",
    },
    "map-options": {
        "en": "`placed` needs five rows, with the options '1', '2', '3', '4' and 'own' once each.",
        "es": "`placed` necesita cinco filas, con las opciones '1', '2', '3', '4' y 'own' una vez cada una.",
    },
    "map-range": {
        "en": "Every x and y in `placed` must be a number from -2 to 2.",
        "es": "Cada x y cada y de `placed` debe ser un número de -2 a 2.",
    },
    "map-flat": {
        "en": "All options have the same place on one of your axes: that axis tells nothing apart. Choose another.",
        "es": "Todas las opciones tienen el mismo lugar en uno de tus ejes: ese eje no distingue nada. Elige otro.",
    },
    "map-twice": {
        "en": "Your two axes order the options in nearly the same way (or exactly the other way round), so the second says nothing new. Choose a second axis that parts options which the first puts together.",
        "es": "Tus dos ejes ordenan las opciones casi igual (o justo al revés), así que el segundo no dice nada nuevo. Elige un segundo eje que separe opciones que el primero junta.",
    },
    "debate-wrong": {
        "en": "`debate` should be one of the two names given in question 13, such as '{{FIRST}}'.",
        "es": "`debate` debe ser uno de los dos nombres que da la pregunta 13, como '{{FIRST}}'.",
    },
}


def debate_text(slug):
    found = course.find_lesson(f"debates/{slug}")
    return {
        lang: f'**{found.title[lang]}** ("{slug}"): {found.question[lang]}\n\n{HEADS[lang]}\n'
        + "\n".join(f"| {n} | {a} | {b} | {c} |" for n, (a, b, c) in enumerate(OPTIONS[slug][lang], 1))
        for lang in ("en", "es")
    }


def by_year(name, **where):
    rows = table(name)
    for column, value in where.items():
        rows = rows[rows[column] == value]
    return rows.set_index("year")["value"]


def stops_in(month):
    rows = table("border-encounters-monthly")
    return rows[(rows["series"] == "patrol-nationwide") & (rows["month"] == month)]["value"].item()


def wrong_fact(slug, rng):
    """A sentence of fact that a table of the notebook refutes."""
    if slug == "trade-jobs":
        a, b = rng.randint(2010, 2012), rng.randint(2016, 2019)
        return {
            "en": f"US factories employed fewer people in {b} than in {a}.",
            "es": f"Las fábricas de Estados Unidos empleaban a menos personas en {b} que en {a}.",
        }
    if slug == "immigration-border":
        a, b = (
            rng.choice(["2023-09-01", "2023-10-01", "2023-11-01"]),
            rng.choice(["2024-01-01", "2024-02-01", "2024-03-01"]),
        )
        return {
            "en": f"The Border Patrol made more stops in {MONTHS[b]['en']} than in {MONTHS[a]['en']}.",
            "es": f"La Patrulla Fronteriza hizo más detenciones en {MONTHS[b]['es']} que en {MONTHS[a]['es']}.",
        }
    if slug == "energy-sovereignty":
        a, b = rng.randint(2009, 2013), rng.randint(2017, 2024)
        return {
            "en": f"Mexico produced more natural gas in {b} than in {a}.",
            "es": f"México produjo más gas natural en {b} que en {a}.",
        }
    a, b = rng.randint(1971, 1974), rng.randint(1983, 1992)
    return {
        "en": f"Mexico voted with the United States at the UN more often in {b} than in {a}, in per cent of roll-calls.",
        "es": f"En la ONU, México votó igual que Estados Unidos más a menudo en {b} que en {a}, en por ciento de las votaciones.",
    }


def number_trap(side):
    """A value judgement in the clothes of a figure, from either end of the debate on trade."""
    value = number(-by_year("trade-goods", partner="mexico", flow="balance")[2025] / 1000, 0)
    bought = number(by_year("trade-goods", partner="mexico", flow="exports")[2025] / 1000, 0)
    return (
        {
            "en": f"A goods deficit of {value} billion dollars with Mexico in one year is too large to accept.",
            "es": f"Un déficit de bienes de {value} mil millones de dólares con México en un año es demasiado para aceptarlo.",
        },
        {
            "en": f"Sales of {bought} billion dollars to Mexico in one year are too much to put at risk in a quarrel over rules.",
            "es": f"Ventas a México por {bought} mil millones de dólares en un año son demasiado para arriesgarlas en un pleito por reglas.",
        },
    )[side]


def draw(rng):
    # Two values from each end; four facts of four debates, one of them wrong. The order is shuffled.
    side = rng.choice([0, 1])
    others = rng.sample([slug for slug in VALUES if slug != "trade-jobs"], 3)
    values = [("trap", number_trap(side))]
    values += [("value", VALUES[slug][end]) for slug, end in zip(others, (side, 1 - side, 1 - side), strict=True)]
    refuted = rng.choice([slug for slug in VALUES if slug != "drugs-crime"])
    open_facts = rng.sample([slug for slug in FACTS if slug != refuted], 3)
    facts = [("wrong", wrong_fact(refuted, rng))] + [("fact", rng.choice(FACTS[slug])) for slug in open_facts]
    listed = values + facts
    rng.shuffle(listed)
    kinds = {letter: kind for letter, (kind, _) in zip(LETTERS, listed, strict=True)}
    # From 2003 on: before, jobs fell and the deficit grew in nearly every year, so chance alone gives far fewer than half.
    trade_from = rng.randint(2003, 2009)
    start_1 = rng.choice(["2023-09-01", "2023-10-01", "2023-11-01", "2023-12-01"])
    start_2 = rng.choice(["2024-01-01", "2024-02-01", "2024-03-01"])
    end = rng.choice([month for month in MONTHS if month >= "2025"])
    trade_to = trade_from + rng.choice([9, 11, 13])
    poll, poll_text = rng.choice(POLLS)
    first = rng.choice(CALM)
    second = rng.choice([slug for slug in OPTIONS if slug != first])
    return {
        "SENTENCES": {
            lang: "\n".join(f"- **{letter}.** {text[lang]}" for letter, (_, text) in zip(LETTERS, listed, strict=True))
            for lang in ("en", "es")
        },
        "KINDS": "".join(kinds[letter][0] for letter in LETTERS),  # for keys; no text shows it
        "TRADE_FROM": trade_from,
        "TRADE_NEXT": trade_from + 1,
        "TRADE_TO": trade_to,
        "TRADE_YEARS": trade_to - trade_from,
        "START_1_DAY": start_1,
        "START_2_DAY": start_2,
        "END_DAY": end,
        "START_1": MONTHS[start_1],
        "START_2": MONTHS[start_2],
        "END": MONTHS[end],
        "GAS_FROM": rng.randint(2009, 2013),
        "GAS_TO": rng.randint(2017, 2024),
        "UN_A": rng.randint(1970, 1972),
        "UN_A_TO": rng.randint(1977, 1979),
        "UN_B": rng.randint(1983, 1986),
        "UN_TO": rng.randint(2011, 2019),
        "POLL": poll,
        "POLL_TEXT": poll_text,
        "FIRST": first,
        "SECOND": second,
        "FIRST_TEXT": debate_text(first),
        "SECOND_TEXT": debate_text(second),
    }


def line_text(series, P):
    votes = by_year("un-votes", series=series)
    ends = votes[P["UN_A"]], votes[P["UN_TO"]]
    return {
        lang: f"{percent(ends[0], 1, lang)} {to} {percent(ends[1], 1, lang)}"
        for lang, to in (("en", "to"), ("es", "a"))
    }


def signed(value, digits, lang):
    """A change said in words: "a rise of 3.1" or "a fall of 3.1"."""
    rise, fall = {"en": ("a rise of", "a fall of"), "es": ("un aumento de", "una baja de")}[lang]
    return f"{rise if value > 0 else fall} {number(abs(value), digits)}"


def keys(P):
    kinds = dict(zip(LETTERS, P["KINDS"], strict=True))
    facts = "".join(letter for letter, kind in kinds.items() if kind in "fw")
    jobs = by_year("factory-jobs-us", series="jobs").loc[P["TRADE_FROM"] : P["TRADE_TO"]]
    deficit = -by_year("trade-goods", partner="mexico", flow="balance").loc[P["TRADE_FROM"] : P["TRADE_TO"]] / 1000
    same = int(((jobs.diff() > 0) == (deficit.diff() > 0)).iloc[1:].sum())
    before, after, end = (stops_in(P[name]) for name in ("START_1_DAY", "START_2_DAY", "END_DAY"))
    middle = stops_in(CUT)
    gas_use, gas_output = by_year("oil-gas-mexico", series="gas-use"), by_year("oil-gas-mexico", series="gas-output")
    rise = gas_use[P["GAS_TO"]] - gas_use[P["GAS_FROM"]]
    gap = rise - (gas_output[P["GAS_TO"]] - gas_output[P["GAS_FROM"]])
    votes = by_year("un-votes", series="mexico-us")
    late = votes.loc[1994 : P["UN_TO"]].mean()
    since_b = late - votes.loc[P["UN_B"] : 1993].mean()
    since_a = late - votes.loc[P["UN_A"] : P["UN_A_TO"]].mean()
    poll, group, answer, *questions = P["POLL"]
    polls = table("polls-us-force")
    rows = polls[(polls["poll"] == poll) & (polls["group"] == group) & (polls["answer"] == answer)]
    asked = [rows[rows["question"] == question]["value"].item() for question in questions]
    axis_x, axis_y, xs, ys = MAPS[P["FIRST"]]
    jobs_change = float(jobs.iloc[-1] - jobs.iloc[0])
    deficit_change = float(deficit.iloc[-1] - deficit.iloc[0])
    use_part = float(rise / gap * 100)
    values = {
        "facts": list(facts),
        "false_fact": [letter for letter, kind in kinds.items() if kind == "w"],
        "trap": next(letter for letter, kind in kinds.items() if kind == "t"),  # text: the sheet leaves it out
        "jobs_change": jobs_change,
        "deficit_change": deficit_change,
        "same_way": same,
        "share_1": float((before - middle) / (before - end) * 100),
        "share_2": float((after - middle) / (after - end) * 100),
        "mistake_share_1": float((before - middle) / before * 100),
        "mistake_share_2": float((after - middle) / after * 100),
        "gap_growth": float(gap),
        "use_part": use_part,
        "mistake_use_part": float(rise / gas_use[P["GAS_FROM"]] * 100),
        "since_b": float(since_b),
        "since_a": float(since_a),
        "poll_change": float(asked[1] - asked[0]),
        "mistake_poll_change": float((asked[1] / asked[0] - 1) * 100),
    }
    texts = {lang: model_texts(P, values, lang) for lang in ("en", "es")}
    return values | {
        "brazil_line": line_text("mexico-brazil", P),
        "us_line": line_text("mexico-us", P),
        "share_1_text": per_cent(values["share_1"]),
        "share_2_text": per_cent(values["share_2"]),
        "since_b_text": {lang: signed(since_b, 1, lang) for lang in ("en", "es")},
        "since_a_text": {lang: signed(since_a, 1, lang) for lang in ("en", "es")},
        "axis_x": axis_x,
        "axis_y": axis_y,
        "model_x": " ".join(map(str, xs)),
        "model_y": " ".join(map(str, ys)),
        "reasons": {lang: texts[lang][0] for lang in texts},
        "argument": {lang: texts[lang][1] for lang in texts},
    }


def per_cent(value):
    return {lang: percent(value, 1, lang) for lang in ("en", "es")}


def model_texts(P, K, lang):
    """(why the options stand where they stand, the argued answer) for the first debate on offer."""
    en = lang == "en"
    if P["FIRST"] == "trade-jobs":
        if en:
            return (
                "One possible map. The second axis puts options 2 and 4 together, since neither lets government steer where things are made. The first sets them apart: the US Chamber of Commerce values certainty, under an agreement that the countries keep together, while the help that Marty Walsh defended is decided and paid at home. Option 1 stands at the other end of the second axis, since the US administration that took office in 2025 values work at home. My own joins option 4 with the wider mechanism of option 3; it costs public money, and taxpayers in both countries pay.",
                f"One possible answer. I would keep trade open and pay those who lose, and widen the Rapid Response Mechanism, as unions of three countries ask, one account says. The strongest case against me is that money comes when the town's plant is already gone, and that work is more than income. From {P['TRADE_FROM']} to {P['TRADE_TO']} US factory jobs saw {signed(K['jobs_change'], 0, lang)} thousand, and the deficit with Mexico {signed(K['deficit_change'], 1, lang)} billion dollars; in {K['same_way']} of {P['TRADE_YEARS']} years the two moved the same way, in the others not. Such a count settles no cause. These are totals of a country. They cannot show one town, nor what would have happened without trade, and the dollars include inflation. Taxpayers carry the cost, and some of it will go to people who would have found work anyway. I would change my mind if people who got the help earned no more five years later than similar people who did not.",
            )
        return (
            "Un mapa posible. El segundo eje junta las opciones 2 y 4, porque ninguna deja que el gobierno conduzca dónde se produce. El primero las separa: la Cámara de Comercio de Estados Unidos valora la certeza, con un tratado que los países cumplen juntos, mientras que el apoyo que defendió Marty Walsh se decide y se paga en casa. La opción 1 queda en el otro extremo del segundo eje, porque el gobierno estadounidense que tomó posesión en 2025 valora el trabajo en casa. La mía une la opción 4 con el mecanismo ampliado de la 3; cuesta dinero público, y lo pagan los contribuyentes de los dos países.",
            f"Una respuesta posible. Yo mantendría abierto el comercio, les pagaría a quienes pierden y ampliaría el Mecanismo Laboral de Respuesta Rápida, como piden sindicatos de tres países, según una fuente. El argumento más fuerte en mi contra es que el dinero llega cuando la planta del pueblo ya cerró, y que el trabajo es más que un ingreso. De {P['TRADE_FROM']} a {P['TRADE_TO']} el empleo fabril de Estados Unidos tuvo {signed(K['jobs_change'], 0, lang)} mil puestos, y el déficit con México, {signed(K['deficit_change'], 1, lang)} mil millones de dólares; en {K['same_way']} de {P['TRADE_YEARS']} años se movieron en el mismo sentido, en los demás no. Un conteo así no demuestra ninguna causa. Son totales de un país: no muestran un pueblo ni lo que habría pasado sin comercio, y los dólares incluyen inflación. El costo lo cargan los contribuyentes, y una parte se gastará en quien de todos modos habría encontrado trabajo. Cambiaría de opinión si quienes recibieron el apoyo no ganaran más, cinco años después, que personas parecidas que no lo recibieron.",
        )
    if P["FIRST"] == "energy-sovereignty":
        gap, part = number(K["gap_growth"], 1), percent(K["use_part"], 0, lang)
        if en:
            return (
                "One possible map. On the first axis options 1 and 3 stand close: in both the state decides, for Víctor Rodríguez Padilla's Pemex through its own firms and for Luz Elena González through a plan. The second axis parts them, since option 1 wants more gas from home and the plan of option 3 also brings in sun and wind. Option 4, which Pablo Ramírez favours, values independence from any seller of fuel and leaves open who owns. My own takes the plan and the batteries; it costs dearer power at first, and users pay.",
                f"One possible answer. I would let the ministry plan and private firms build, with a rule that each new plant comes with batteries. The strongest case against me: whoever plans and also owns a rival cannot be a fair referee, and more competitors mean lower bills, as Coparmex says. From {P['GAS_FROM']} to {P['GAS_TO']} Mexico's gas gap grew by {gap} billion cubic metres, and {part} of that came from rising use. So more gas from home would work on one edge of the gap only, and saving fuel works on the other. The figures do not say why use rose, what a unit costs, or who would have built what under other rules. My option costs more at first; users carry that, poor homes most, unless the subsidy stays. I would change my mind if calls for projects stayed half empty for five years while open auctions in similar countries filled at lower prices.",
            )
        return (
            "Un mapa posible. En el primer eje las opciones 1 y 3 quedan cerca: en las dos decide el Estado, en el Pemex de Víctor Rodríguez Padilla por medio de sus empresas y con Luz Elena González por medio de un plan. El segundo eje las separa, porque la opción 1 quiere más gas del país y el plan de la 3 también trae sol y viento. La opción 4, que prefiere Pablo Ramírez, valora no depender de ningún vendedor de combustible y deja abierto quién es el dueño. La mía toma el plan y las baterías; cuesta electricidad más cara al principio, y la pagan los usuarios.",
            f"Una respuesta posible. Yo dejaría que la secretaría planee y las empresas construyan, con la regla de que cada central nueva traiga baterías. El argumento más fuerte en mi contra: quien planea y además es dueño de un rival no puede ser buen árbitro, y con más competidores bajan los recibos, como dice la Coparmex. De {P['GAS_FROM']} a {P['GAS_TO']} la brecha de gas de México creció {gap} mil millones de metros cúbicos, y {part} vino de un consumo mayor. Así que producir más gas en el país actúa solo sobre un borde de la brecha, y ahorrar combustible, sobre el otro. Las cifras no dicen por qué subió el consumo, cuánto cuesta cada unidad ni quién habría construido qué con otras reglas. Mi opción cuesta más al principio; lo cargan los usuarios, sobre todo los hogares pobres, si no sigue el subsidio. Cambiaría de opinión si las convocatorias quedaran medio vacías cinco años mientras subastas abiertas en países parecidos se llenaran a precios menores.",
        )
    if en:
        return (
            "One possible map. On the first axis options 2 and 3 stand close, since both keep some rules in common. The second parts them: Mexico's Business Coordinating Council wants trade rules, while the joint bodies that Shannon O'Neil favours reach rivers and crossings. Option 1, which Robert Lighthizer favours as to the end date, values the freedom to change course. My own takes joint bodies for rivers and crossings and leaves the rest; it costs staff, which both governments pay, and the last word of each on those two tasks.",
            f"One possible answer. I would give single tasks, a river or a crossing, to joint bodies and leave the rest to each country. The strongest case against me: many small bodies decide far from voters, as Diana Bernal complained of the partnership of 2005, one account says, and the stronger partner can ignore them. Being tied in trade has not silenced Mexico. From 1994 to {P['UN_TO']} its votes agreed with Washington's more than from {P['UN_B']} to 1993, by {number(K['since_b'], 1)} points, but less than from {P['UN_A']} to {P['UN_A_TO']}, by {number(-K['since_a'], 1)} points. It is one count, marked single, and a vote in New York is cheap: the figures cannot show what Mexico could no longer decide at home. My option costs money and patience, and each side gives up the last word on its river. I would change my mind if the stronger side broke the rulings of such bodies for years and nothing followed.",
        )
    return (
        "Un mapa posible. En el primer eje las opciones 2 y 3 quedan cerca, porque ambas conservan reglas comunes. El segundo las separa: el Consejo Coordinador Empresarial de México quiere reglas de comercio, y los organismos conjuntos que prefiere Shannon O'Neil llegan a ríos y cruces. La opción 1, que Robert Lighthizer prefiere en cuanto a la fecha de vencimiento, valora la libertad de cambiar de rumbo. La mía toma organismos conjuntos para ríos y cruces y deja lo demás; cuesta personal, que pagan los dos gobiernos, y cada uno cede la última palabra en esas dos tareas.",
        f"Una respuesta posible. Yo les daría tareas sueltas, un río o un cruce, a organismos conjuntos y dejaría lo demás a cada país. El argumento más fuerte en mi contra: muchos organismos pequeños deciden lejos de los votantes, como se quejó Diana Bernal de la alianza de 2005, según una fuente, y el socio fuerte puede no hacerles caso. Estar atado en el comercio no calló a México. De 1994 a {P['UN_TO']} su voto coincidió con el de Washington más que de {P['UN_B']} a 1993, por {number(K['since_b'], 1)} puntos, pero menos que de {P['UN_A']} a {P['UN_A_TO']}, por {number(-K['since_a'], 1)} puntos. Es un solo conteo, marcado «single», y un voto en Nueva York cuesta poco: las cifras no muestran qué dejó de decidir México en casa. Mi opción cuesta dinero y paciencia, y cada lado cede la última palabra sobre su río. Cambiaría de opinión si el lado fuerte incumpliera por años lo que deciden esos organismos y no pasara nada.",
    )


P, T, KEYS = preview(draw, keys, TEXTS)

# %% [markdown] lang="en"
# # Five debates: facts, values, options
#
# **About 90 minutes, 30 points.** Read the page "Five debates" and two of the five debates first.
#
# People who know the same figures still want different things. In this notebook you sort what figures can settle from what
# they cannot, read the same lines for both sides, and defend an option with its price. Nobody grades which side you take.
#
# The debates touch losses that some readers know at first hand. You never have to tell your own story: in the last part you
# choose between two debates, and every question can be answered from the tables.
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
# # Cinco debates: hechos, valores, opciones
#
# **Unos 90 minutos, 30 puntos.** Lee antes la página «Cinco debates» y dos de los cinco debates.
#
# Personas que conocen las mismas cifras quieren cosas distintas. En este cuaderno separas lo que las cifras pueden resolver de
# lo que no, lees las mismas líneas para los dos lados y defiendes una opción con su costo. Nadie califica de qué lado estás.
#
# Los debates tocan pérdidas que algunas personas conocen de cerca. Nunca tienes que contar tu propia historia: en la última
# parte eliges entre dos debates, y todas las preguntas se pueden responder con las tablas.
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

from vecinos import line_chart, table
from vecinos.classroom import check_frame, check_items, check_number, check_words
from vecinos.classroom.checks import CheckError
from vecinos.mode import use_language

use_language(P["LANG"])
jobs = table("factory-jobs-us")
trade = table("trade-goods")
stops = table("border-encounters-monthly")
gas = table("oil-gas-mexico")
votes = table("un-votes")
polls = table("polls-us-force")
stops[(stops["series"] == "patrol-nationwide") & (stops["month"] >= "2026-05-01")]

# %% [markdown] lang="en"
# ## Three things you can do with a column of years
#
# Filter the rows you want and make the year their name with `set_index("year")`. Then you can
#
# - pick one year, or a span with both ends: `column[1999]`, `column.loc[1990:1993]`;
# - take the mean of a span: `column.loc[1990:1993].mean()`;
# - take the change from the year before with `diff()`, and count how often something holds: a comparison gives True or
#   False for each year, and `sum()` counts the True.
#
# An example with Canada. The second line answers: in how many of the years 2010 to 2019 did Canada agree with the United
# States at the UN more often than in the year before?

# %% [markdown] lang="es"
# ## Tres cosas que puedes hacer con una columna de años
#
# Filtra las filas que quieres y usa el año como su nombre con `set_index("year")`. Entonces puedes
#
# - tomar un año, o un periodo con sus dos extremos: `column[1999]`, `column.loc[1990:1993]`;
# - sacar el promedio de un periodo: `column.loc[1990:1993].mean()`;
# - sacar el cambio frente al año anterior con `diff()` y contar cuántas veces se cumple algo: una comparación da True
#   (cierto) o False (falso) para cada año, y `sum()` cuenta los True.
#
# Un ejemplo con Canadá. La segunda línea responde: ¿en cuántos de los años de 2010 a 2019 coincidió Canadá con Estados Unidos en
# la ONU más que en el año anterior?

# %% nbgrader={"grade": false, "grade_id": "example", "locked": true, "schema_version": 3, "solution": false, "task": false}
column = votes[votes["series"] == "canada-us"].set_index("year")["value"]
(column.diff().loc[2010:2019] > 0).sum()

# %% [markdown] lang="en"
# ## Part 1. Fact or value? (3 points, 8 minutes)
#
# A sentence is one **of fact** if evidence could show that it is right or wrong. It may be wrong, or so hard to test that nobody
# knows. A sentence is one **of value** if it says what ought to matter more; it stays open when all the figures are in.
# All of these sentences could be said in one of the five debates. The course does not say that any of them is true.
#
# {{SENTENCES}}
#
# **1.** Exactly four of them are sentences of fact. Put their letters in the list `facts`, such as `["A", "B", "C", "D"]`.
# (2 points: one for A to D, one for E to H)
#
# **2.** One of the four is wrong, and a table of this notebook shows it. Find it and put its letter in `false_fact`. (1 point)

# %% [markdown] lang="es"
# ## Parte 1. ¿Hecho o valor? (3 puntos, 8 minutos)
#
# Una frase es **de hechos** si la evidencia podría mostrar que es correcta o incorrecta. Puede ser falsa, o tan difícil de
# comprobar que nadie lo sabe. Una frase es **de valores** si dice qué debería importar más; sigue abierta cuando ya están todas
# las cifras. Todas estas frases podrían decirse en alguno de los cinco debates. El curso no dice que alguna sea verdad.
#
# {{SENTENCES}}
#
# **1.** Exactamente cuatro son frases de hechos. Guarda sus letras en la lista `facts`, por ejemplo `["A", "B", "C", "D"]`.
# (2 puntos: uno por A a D, otro por E a H)
#
# **2.** Una de las cuatro es falsa, y una tabla de este cuaderno lo muestra. Encuéntrala y guarda su letra en `false_fact`.
# (1 punto)

# %% nbgrader={"grade": false, "grade_id": "sort", "locked": false, "schema_version": 3, "solution": true, "task": false}
facts = None
false_fact = None
### BEGIN SOLUTION
facts = KEYS["facts"]
false_fact = KEYS["false_fact"][0]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q1-first", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_items(facts, "facts", allowed=list("ABCDEFGH"), count=4)
### BEGIN HIDDEN TESTS
listed, right = {str(one) for one in facts} & set("ABCD"), set(KEYS["facts"]) & set("ABCD")
assert KEYS["false_fact"][0] not in right - listed, T["false-is-fact"]
assert KEYS["trap"] not in listed, T["number-is-value"]
assert listed == right, T["sort-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q1-second", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_items(facts, "facts", allowed=list("ABCDEFGH"), count=4)
### BEGIN HIDDEN TESTS
listed, right = {str(one) for one in facts} & set("EFGH"), set(KEYS["facts"]) & set("EFGH")
assert KEYS["false_fact"][0] not in right - listed, T["false-is-fact"]
assert KEYS["trap"] not in listed, T["number-is-value"]
assert listed == right, T["sort-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q2-false", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_words(false_fact, "false_fact", low=1, high=1)
### BEGIN HIDDEN TESTS
assert false_fact.strip().upper() == KEYS["false_fact"][0], T["false-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 2. Trade and jobs: do two lines mirror each other? (4 points, 14 minutes)
#
# Two simple stories. The first: each dollar of deficit takes its share of jobs. Then factory jobs should fall when the US goods
# deficit with Mexico grows, and rise when it shrinks. The second: the two have nothing to do with each other. Then they move
# the same way by chance alone: in about half of the years, if each rises about as often as it falls. Few people hold either so
# bluntly. Set both beside **{{TRADE_FROM}} to {{TRADE_TO}}**, and keep in mind that a count of years shows no causes: in a
# boom, for instance, jobs and imports may both rise.
#
# In `jobs` the series `jobs` counts US factory jobs in **thousands**. In `trade` the flow `balance` with partner `mexico` is
# US exports less imports, in **millions** of dollars of each year. The **deficit** is that balance with its sign turned.
#
# **3.** By how many **thousands** did factory jobs change from {{TRADE_FROM}} to {{TRADE_TO}}? Put it in `jobs_change`; a fall is
# negative. By how many **billions** of dollars (1 billion = 1,000 million) did the deficit change? Put it in `deficit_change`;
# a growing deficit is positive. (1 point each)
#
# **4.** In how many of the {{TRADE_YEARS}} years from {{TRADE_NEXT}} to {{TRADE_TO}} did jobs and the deficit move **the same way**
# against the year before: both up, or both down? The first story expects none of them, the second about half. Put the
# number in `same_way`. (2 points)

# %% [markdown] lang="es"
# ## Parte 2. Comercio y empleo: ¿una línea es el espejo de la otra? (4 puntos, 14 minutos)
#
# Dos historias simples. La primera: cada dólar de déficit se lleva su parte de empleos. Entonces el empleo fabril debería bajar
# cuando crece el déficit de bienes de Estados Unidos con México, y subir cuando se reduce. La segunda: una cosa no tiene que
# ver con la otra. Entonces se mueven en el mismo sentido solo por azar: cerca de la mitad de los años, si cada una sube más o
# menos tantas veces como baja. Poca gente las sostiene así de tajantes. Compáralas con **{{TRADE_FROM}} a {{TRADE_TO}}** y
# recuerda que un conteo de años no muestra causas: en un auge, por ejemplo, pueden subir a la vez el empleo y las
# importaciones.
#
# En `jobs`, la serie `jobs` cuenta los empleos fabriles de Estados Unidos en **miles**. En `trade`, el flujo `balance` (saldo) con
# el socio `mexico` son las exportaciones de Estados Unidos menos sus importaciones, en **millones** de dólares de cada año.
# El **déficit** es ese saldo con el signo cambiado.
#
# **3.** ¿En cuántos **miles** cambió el empleo fabril de {{TRADE_FROM}} a {{TRADE_TO}}? Guárdalo en `jobs_change`; una baja es
# negativa. ¿En cuántos **miles de millones** de dólares (mil millones = 1,000 millones) cambió el déficit? Guárdalo en
# `deficit_change`; un déficit que crece es positivo. (1 punto cada uno)
#
# **4.** ¿En cuántos de los {{TRADE_YEARS}} años de {{TRADE_NEXT}} a {{TRADE_TO}} el empleo y el déficit se movieron **en el mismo
# sentido** frente al año anterior: los dos hacia arriba o los dos hacia abajo? La primera historia no espera ninguno; la
# segunda, cerca de la mitad. Guarda el número en `same_way`. (2 puntos)

# %% nbgrader={"grade": false, "grade_id": "mirror", "locked": false, "schema_version": 3, "solution": true, "task": false}
jobs_change = None
deficit_change = None
same_way = None
### BEGIN SOLUTION
factory = jobs[jobs["series"] == "jobs"].set_index("year")["value"]
balance = trade[(trade["partner"] == "mexico") & (trade["flow"] == "balance")].set_index("year")["value"]
deficit = -balance / 1000
jobs_change = factory[P["TRADE_TO"]] - factory[P["TRADE_FROM"]]
deficit_change = deficit[P["TRADE_TO"]] - deficit[P["TRADE_FROM"]]
jobs_up = factory.diff().loc[P["TRADE_NEXT"] : P["TRADE_TO"]] > 0
deficit_up = deficit.diff().loc[P["TRADE_NEXT"] : P["TRADE_TO"]] > 0
same_way = (jobs_up == deficit_up).sum()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q3-jobs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(jobs_change, "jobs_change", low=-20_000, high=20_000, unit=T["thousands"])
### BEGIN HIDDEN TESTS
assert abs(float(jobs_change) - KEYS["jobs_change"]) < 0.6, T["jobs-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q3-deficit", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(deficit_change, "deficit_change", low=-500, high=500, unit=T["billions"])
### BEGIN HIDDEN TESTS
assert abs(float(deficit_change) + KEYS["deficit_change"]) >= 0.06, T["deficit-sign"]
assert abs(float(deficit_change) - KEYS["deficit_change"]) < 0.06, T["deficit-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q4-same-way", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_number(same_way, "same_way", low=0, high=P["TRADE_YEARS"], unit=T["years"], whole=True)
### BEGIN HIDDEN TESTS
assert int(same_way) != P["TRADE_YEARS"] - KEYS["same_way"], T["same-turned"]
assert int(same_way) == KEYS["same_way"], T["same-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 3. Immigration and the border: where do you start? (4 points, 11 minutes)
#
# Stops by the Border Patrol fell in steps. The United States limited asylum between the ports in **June 2024** (A) and
# suspended it in **January 2025** (B); in early 2024, by the account of the US group WOLA, Mexico stopped people on its own
# soil far more often than before. How much of the fall came before A? That depends on where one starts. Remember what a stop
# is: an event. Somebody stopped twice counts twice.
#
# The table `stops` holds months as dates: `stops["month"] == "2024-05-01"` is May 2024. Use the series `patrol-nationwide`.

# %% [markdown] lang="es"
# ## Parte 3. Inmigración y frontera: ¿dónde empiezas a contar? (4 puntos, 11 minutos)
#
# Las detenciones de la Patrulla Fronteriza bajaron por escalones. Estados Unidos limitó el asilo entre los puertos en **junio
# de 2024** (A) y lo suspendió en **enero de 2025** (B); a inicios de 2024, según la organización estadounidense WOLA, México
# detenía en su propio territorio a muchas más personas que antes. ¿Qué parte de la baja llegó antes de A? Depende de dónde se
# empieza. Recuerda qué es una detención: un evento. Quien es detenido dos veces cuenta dos veces.
#
# La tabla `stops` guarda los meses como fechas: `stops["month"] == "2024-05-01"` es mayo de 2024. Usa la serie
# `patrol-nationwide`.

# %% nbgrader={"grade": false, "grade_id": "stops-chart", "locked": true, "schema_version": 3, "solution": false, "task": false}
shown = stops[(stops["series"] == "patrol-nationwide") & stops["month"].between("2023-01-01", "2025-09-01")]
display(
    line_chart(
        shown.assign(value=shown["value"] / 1000),
        x="month",
        y="value",
        title=T["stops-title"],
        unit=T["stops-unit"],
        alt=T["stops-alt"],
        source=stops,
        marks=[("2024-06-05", "A"), ("2025-01-20", "B")],
        zero=True,
    )
)

# %% [markdown] lang="en"
# **5.** Take the whole fall from **{{START_1}}** to **{{END}}**. How much of it, in **per cent of that fall**, had come by **May 2024**,
# the last month before A? Put it in `share_1`. Then do the same from **{{START_2}}** to {{END}}: `share_2`. (1 point each)

# %% [markdown] lang="es"
# **5.** Toma la baja completa de **{{START_1}}** a **{{END}}**. ¿Qué parte, en **por ciento de esa baja**, ya había llegado en **mayo de
# 2024**, el último mes antes de A? Guárdala en `share_1`. Haz lo mismo de **{{START_2}}** a {{END}}: `share_2`. (1 punto cada una)

# %% nbgrader={"grade": false, "grade_id": "shares", "locked": false, "schema_version": 3, "solution": true, "task": false}
share_1 = None
share_2 = None
### BEGIN SOLUTION
monthly = stops[stops["series"] == "patrol-nationwide"].set_index("month")["value"]
before, after = monthly.loc[P["START_1_DAY"]], monthly.loc[P["START_2_DAY"]]
middle, end = monthly.loc["2024-05-01"], monthly.loc[P["END_DAY"]]
share_1 = (before - middle) / (before - end) * 100
share_2 = (after - middle) / (after - end) * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q5-share-1", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(share_1, "share_1", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(share_1) - KEYS["mistake_share_1"]) >= 0.06, T["part-of-start"]
assert abs(float(share_1) - KEYS["share_1"]) < 0.06, T["first-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q5-share-2", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(share_2, "share_2", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(share_2) - KEYS["mistake_share_2"]) >= 0.06, T["part-of-start"]
assert abs(float(share_2) - KEYS["share_2"]) < 0.06, T["second-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **6.** Give the chart above two titles, both true: one that the side of *enforcing the rules first* would choose, and one that the
# side of *opening lawful ways* would choose. Then say in one sentence what the chart cannot decide between the two
# sides. (2 points)

# %% [markdown] lang="es"
# **6.** Ponle a la gráfica de arriba dos títulos, ambos ciertos: uno que elegiría quien quiere *primero hacer cumplir las reglas* y
# otro que elegiría quien quiere *abrir vías legales*. Luego di en una oración qué no puede decidir la gráfica entre los dos
# lados. (2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q6-titles", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# Enforce first: "After asylum was limited and then suspended, stops fell to the lowest months of the chart." Open lawful ways:
# "{{KEYS.share_1_text}} of the fall from {{START_1}} to {{END}} had come before the United States limited asylum." The chart cannot
# divide the fall among the measures, since the steps came one on top of the other, and it counts events, not people: what would
# have happened without each step is not in it.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q6-titles", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# Hacer cumplir primero: «Tras limitarse y luego suspenderse el asilo, las detenciones cayeron a los meses más bajos de la
# gráfica». Abrir vías legales: «{{KEYS.share_1_text}} de la baja de {{START_1}} a {{END}} llegó antes de que Estados Unidos limitara el
# asilo». La gráfica no puede repartir la baja entre las medidas, porque los escalones vinieron uno encima de otro, y cuenta
# eventos, no personas: lo que habría pasado sin cada paso no está en ella.

# %% [markdown] lang="en" rubric="q6-titles"
# ## Question 6: two titles (2 points)
#
# Either title may be liked or disliked; grade whether the line supports it. (With the start in {{START_2}} the share is
# {{KEYS.share_2_text}}: a title may use either, if it says the start.)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Two true titles (1) | Both state a finding that the line supports, and each would be chosen by its side | One does; or both are true but neither could tell the sides apart | Neutral labels ("Stops by month"), or one is false |
# | What the chart cannot decide (1) | Which measure caused which part; what would have happened without it; events, not people | A limit of any chart | Missing |

# %% [markdown] lang="es" rubric="q6-titles"
# ## Pregunta 6: dos títulos (2 puntos)
#
# Un título puede gustar o no; califica si la línea lo sostiene. (Si se empieza en {{START_2}}, la parte es
# {{KEYS.share_2_text}}: un título puede usar cualquiera de las dos, si dice dónde empieza.)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Dos títulos ciertos (1) | Ambos dicen un hallazgo que la línea sostiene y cada uno lo elegiría su lado | Solo uno; o ambos son ciertos, pero ninguno distingue a los lados | Etiquetas neutras («Detenciones por mes»), o uno es falso |
# | Lo que la gráfica no decide (1) | Qué medida causó qué parte; qué habría pasado sin ella; eventos, no personas | Un límite de cualquier gráfica | Falta |

# %% [markdown] lang="en"
# ## Part 4. Energy and sovereignty: which edge moved? (2 points, 6 minutes)
#
# Mexico uses more natural gas (`gas-use`) than it produces (`gas-output`). The gap is what it must buy. A gap has two edges: it
# grows when use rises and when output falls. The table `gas` counts billions of cubic metres a year.
#
# **7.** By how many **billions of cubic metres** did the gap grow from **{{GAS_FROM}}** to **{{GAS_TO}}**? Put it in `gap_growth`. How much
# of that growth came from **rising use**, in **per cent of the growth of the gap**? Put it in `use_part`. (1 point each)

# %% [markdown] lang="es"
# ## Parte 4. Energía y soberanía: ¿qué borde se movió? (2 puntos, 6 minutos)
#
# México consume más gas natural (`gas-use`) del que produce (`gas-output`). La brecha es lo que debe comprar. Una brecha tiene dos
# bordes: crece cuando sube el consumo y cuando baja la producción. La tabla `gas` cuenta miles de millones de metros cúbicos al año.
#
# **7.** ¿En cuántos **miles de millones de metros cúbicos** creció la brecha de **{{GAS_FROM}}** a **{{GAS_TO}}**? Guárdalo en
# `gap_growth`. ¿Qué parte de ese crecimiento vino de **un consumo mayor**, en **por ciento del crecimiento de la brecha**?
# Guárdala en `use_part`. (1 punto cada una)

# %% nbgrader={"grade": false, "grade_id": "gap", "locked": false, "schema_version": 3, "solution": true, "task": false}
gap_growth = None
use_part = None
### BEGIN SOLUTION
use = gas[gas["series"] == "gas-use"].set_index("year")["value"]
output = gas[gas["series"] == "gas-output"].set_index("year")["value"]
gap_growth = (use - output)[P["GAS_TO"]] - (use - output)[P["GAS_FROM"]]
use_part = (use[P["GAS_TO"]] - use[P["GAS_FROM"]]) / gap_growth * 100
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q7-gap", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(gap_growth, "gap_growth", low=0, high=200, unit=T["cubic"])
### BEGIN HIDDEN TESTS
assert abs(float(gap_growth) - KEYS["gap_growth"]) < 0.06, T["gap-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q7-use", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(use_part, "use_part", low=0, high=100, unit=T["percent"])
### BEGIN HIDDEN TESTS
assert abs(float(use_part) - KEYS["mistake_use_part"]) >= 0.6, T["use-as-rise"]
assert abs(float(use_part) - KEYS["use_part"]) < 0.6, T["use-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# ## Part 5. Sovereignty and integration: one chart, two readings (6 points, 17 minutes)
#
# Does being tied to a strong partner cost a country its voice? One count looks at the UN General Assembly: `votes` holds, by year,
# the **per cent** of roll-calls in which two countries cast the same vote (`mexico-us`, `mexico-brazil`). NAFTA came in 1994.
#
# **8.** Take the mean of `mexico-us` from **1994 to {{UN_TO}}**. By how many **percentage points** does it lie above (positive) or below
# (negative) the mean from **{{UN_B}} to 1993**? Put it in `since_b`. And above or below the mean from **{{UN_A}} to {{UN_A_TO}}**?
# Put it in `since_a`. All years are included. (1 point each)
#
# **9.** Draw `mexico-us` and `mexico-brazil` from **{{UN_A}} to {{UN_TO}}**. (2 points)
#
# - `chart_data`: only the rows of `votes` you need, with at least the columns `year`, `series` and `value`.
# - `chart_title`: what the chart shows, as a sentence with a verb (4 to 20 words).
# - `chart_alt`: what someone who cannot see the chart needs to know (15 to 80 words).
#
# The last lines of the cell draw the chart from these three.

# %% [markdown] lang="es"
# ## Parte 5. Soberanía e integración: una gráfica, dos lecturas (6 puntos, 17 minutos)
#
# ¿Estar atado a un socio fuerte le cuesta la voz a un país? Un conteo mira la Asamblea General de la ONU: `votes` guarda, por año, el
# **por ciento** de las votaciones nominales en que dos países votaron igual (`mexico-us`: México y Estados Unidos;
# `mexico-brazil`: México y Brasil). El TLCAN llegó en 1994.
#
# **8.** Saca el promedio de `mexico-us` de **1994 a {{UN_TO}}**. ¿Cuántos **puntos porcentuales** está por encima (positivo) o por debajo
# (negativo) del promedio de **{{UN_B}} a 1993**? Guárdalo en `since_b`. ¿Y del promedio de **{{UN_A}} a {{UN_A_TO}}**? Guárdalo en
# `since_a`. Todos los años se incluyen. (1 punto cada uno)
#
# **9.** Dibuja `mexico-us` y `mexico-brazil` de **{{UN_A}} a {{UN_TO}}**. (2 puntos)
#
# - `chart_data`: solo las filas de `votes` que necesitas, al menos con las columnas `year`, `series` y `value`.
# - `chart_title`: lo que la gráfica muestra, en una oración con verbo (de 4 a 20 palabras).
# - `chart_alt`: lo que necesita saber quien no puede ver la gráfica (de 15 a 80 palabras).
#
# Las últimas líneas de la celda dibujan la gráfica con estos tres.

# %% nbgrader={"grade": false, "grade_id": "means", "locked": false, "schema_version": 3, "solution": true, "task": false}
since_b = None
since_a = None
### BEGIN SOLUTION
with_us = votes[votes["series"] == "mexico-us"].set_index("year")["value"]
late = with_us.loc[1994 : P["UN_TO"]].mean()
since_b = late - with_us.loc[P["UN_B"] : 1993].mean()
since_a = late - with_us.loc[P["UN_A"] : P["UN_A_TO"]].mean()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q8-since-b", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(since_b, "since_b", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(since_b) - KEYS["since_b"]) < 0.06, T["late-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "q8-since-a", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(since_a, "since_a", low=-100, high=100, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(since_a) - KEYS["since_a"]) < 0.06, T["early-wrong"]
### END HIDDEN TESTS

# %% nbgrader={"grade": false, "grade_id": "chart", "locked": false, "schema_version": 3, "solution": true, "task": false}
chart_data = None
chart_title = None
chart_alt = None
### BEGIN SOLUTION
of_mexico = votes[votes["series"].isin(["mexico-us", "mexico-brazil"])]
chart_data = of_mexico[of_mexico["year"].between(P["UN_A"], P["UN_TO"])]
chart_title = T["model-title"]
chart_alt = T["model-alt"]
### END SOLUTION
if chart_data is not None:
    chart = line_chart(
        chart_data,
        x="year",
        y="value",
        series="series",
        title=chart_title,
        unit="%",
        alt=chart_alt,
        source=votes,
        zero=True,
    )
    display(chart)

# %% nbgrader={"grade": true, "grade_id": "q9-chart", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check_frame(chart_data, "chart_data", columns=["year", "series", "value"])
check_words(chart_title, "chart_title", low=4, high=20)
check_words(chart_alt, "chart_alt", low=15, high=80)
### BEGIN HIDDEN TESTS
assert sorted({str(name) for name in chart_data["series"]}) == ["mexico-brazil", "mexico-us"], T["chart-series"]
assert len(chart_data) == 2 * (P["UN_TO"] - P["UN_A"] + 1), T["chart-rows"]
assert chart_data["year"].min() == P["UN_A"] and chart_data["year"].max() == P["UN_TO"], T["chart-rows"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **10.** Read your chart for both sides, with a figure and its years each: one or two sentences for those who say *let each
# country decide more at home*, one or two for those who say *decide more together*. Your teacher reads the title and the
# alternative text together with this answer. (2 points)

# %% [markdown] lang="es"
# **10.** Lee tu gráfica para los dos lados, con una cifra y sus años en cada lectura: una o dos oraciones para quien dice *que
# cada país decida más en casa*, una o dos para quien dice *decidir más cosas juntos*. Tu docente lee el título y el texto
# alternativo junto con esta respuesta. (2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q10-readings", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# Decide at home: after NAFTA Mexico's agreement with Washington was on average higher than just before ({{KEYS.since_b_text}}
# points against {{UN_B}} to 1993), as if the tie pulled its vote. Decide together: against {{UN_A}} to {{UN_A_TO}} it is
# {{KEYS.since_a_text}} points, and in every year Mexico voted far more often with Brazil ({{KEYS.brazil_line}}, first year to
# last), so the tie did not cost its voice. Which start is right, the chart does not say; and a vote in New York is not the same
# as a law at home.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q10-readings", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# Decidir en casa: después del TLCAN la coincidencia de México con Washington fue en promedio mayor que justo antes
# ({{KEYS.since_b_text}} puntos frente a {{UN_B}}–1993), como si el lazo jalara su voto. Decidir juntos: frente a
# {{UN_A}}–{{UN_A_TO}} es {{KEYS.since_a_text}} puntos, y en todos los años México votó mucho más con Brasil (de
# {{KEYS.brazil_line}}, del primer año al último), así que el lazo no le costó la voz. Cuál inicio es el correcto no lo dice la
# gráfica; y un voto en Nueva York no es lo mismo que una ley en casa.

# %% [markdown] lang="en" rubric="q10-readings"
# ## Question 10: two readings (2 points)
#
# Both readings are graded alike. Against {{UN_B}} to 1993 there is {{KEYS.since_b_text}} points, against {{UN_A}} to {{UN_A_TO}}
# {{KEYS.since_a_text}}.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Two readings (1) | Each has a figure with its years, follows from the line, and would be used by its side | One does, or both without figures | Only one side, or not supported by the chart |
# | Title and alternative text of question 9 (1) | The title states a finding that the chart supports; the text gives level and course of both lines | Only one of the two does | Neither: "Votes by year" |

# %% [markdown] lang="es" rubric="q10-readings"
# ## Pregunta 10: dos lecturas (2 puntos)
#
# Las dos lecturas se califican igual. Frente a {{UN_B}}–1993 hay {{KEYS.since_b_text}} puntos; frente a {{UN_A}}–{{UN_A_TO}},
# {{KEYS.since_a_text}}.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Dos lecturas (1) | Cada una trae una cifra con sus años, se sigue de la línea y la usaría su lado | Solo una, o ambas sin cifras | Un solo lado, o la gráfica no la sostiene |
# | Título y texto alternativo de la pregunta 9 (1) | El título dice un hallazgo que la gráfica sostiene; el texto da nivel y trayectoria de las dos líneas | Solo uno de los dos lo hace | Ninguno: «Votos por año» |

# %% [markdown] lang="en"
# ## Part 6. Drugs and crime: what was asked? (3 points, 8 minutes)
#
# The table `polls` shows what a question does to an answer: its columns are `poll`, `group`, `question`, `answer` and `value`
# (per cent).
#
# **11.** By how many **percentage points** does this share change, second question less first: {{POLL_TEXT}}? Put it in `poll_change`;
# a fall is negative. (1 point)

# %% [markdown] lang="es"
# ## Parte 6. Drogas y delito: ¿qué se preguntó? (3 puntos, 8 minutos)
#
# La tabla `polls` muestra lo que una pregunta le hace a la respuesta: sus columnas son `poll` (encuesta), `group` (grupo),
# `question` (pregunta), `answer` (respuesta) y `value` (por ciento).
#
# **11.** ¿Cuántos **puntos porcentuales** cambia, segunda pregunta menos primera, {{POLL_TEXT}}? Guárdalo en `poll_change`; una baja
# es negativa. (1 punto)

# %% nbgrader={"grade": false, "grade_id": "poll", "locked": false, "schema_version": 3, "solution": true, "task": false}
poll_change = None
### BEGIN SOLUTION
poll, group, answer, question_1, question_2 = P["POLL"]
same_poll = polls[(polls["poll"] == poll) & (polls["group"] == group) & (polls["answer"] == answer)]
by_question = same_poll.set_index("question")["value"]
poll_change = by_question[question_2] - by_question[question_1]
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "q11-poll", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_number(poll_change, "poll_change", low=-200, high=200, unit=T["points"])
### BEGIN HIDDEN TESTS
assert abs(float(poll_change) - KEYS["mistake_poll_change"]) >= 0.6, T["poll-per-cent"]
assert abs(float(poll_change) + KEYS["poll_change"]) >= 0.06, T["poll-sign"]
assert abs(float(poll_change) - KEYS["poll_change"]) < 0.06, T["poll-wrong"]
### END HIDDEN TESTS

# %% [markdown] lang="en"
# **12.** In January 2026 two polls in Mexico asked about US force (`poll` financiero and cripeso). Look at their rows, with the columns
# `question`, `value`, `source` and `check`. El Financiero asked whether people agreed with US military forces against criminal
# groups in Mexico; Cripeso asked about an intervention to fight the cartels, and the course found no page that says how it
# reached people. Would you print one figure or both, and why? What would you write under it? Say also what the word *official* in
# `check` does **not** promise. (2 to 4 sentences, 2 points)

# %% [markdown] lang="es"
# **12.** En enero de 2026 dos encuestas en México preguntaron por el uso de fuerza de Estados Unidos (`poll` financiero y
# cripeso). Mira sus filas, con las columnas `question`, `value`, `source` (fuente) y `check` (verificación). El Financiero
# preguntó si la gente estaba de acuerdo con fuerzas militares de Estados Unidos contra grupos criminales en México; Cripeso,
# por una intervención para combatir a los cárteles, y el curso no encontró una página que diga cómo llegó a las personas.
# ¿Publicarías una cifra o las dos, y por qué? ¿Qué escribirías debajo? Di también qué **no** promete la palabra *official*
# (oficial) en `check`. (De 2 a 4 oraciones, 2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q12-source", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# I would print both, side by side, because either alone would hide how far apart they are: 21% for US military forces (El
# Financiero) and 61% for an intervention against the cartels (Cripeso). I would write under them: "Two polls of the same month,
# each with its own words; how Cripeso chose the people it asked was not found." "Official" says only that the figure is on the
# publisher's own page or in its file. It does not promise that the people asked stand for all Mexicans, nor that the question
# was fair.

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q12-source", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# Publicaría las dos, una junto a otra, porque una sola escondería qué tan lejos están: 21 % a favor de fuerzas militares de
# Estados Unidos (El Financiero) y 61 % a favor de una intervención contra los cárteles (Cripeso). Debajo escribiría: «Dos
# encuestas del mismo mes, cada una con sus palabras; no se encontró cómo eligió Cripeso a quién preguntar». «Official» solo
# dice que la cifra está en la página o el archivo de quien la publica. No promete que las personas encuestadas representen a
# toda la población ni que la pregunta haya sido neutral.

# %% [markdown] lang="en" rubric="q12-source"
# ## Question 12: question the source (2 points)
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A choice and a note under it (1) | One figure or both, with a reason, and a note that names the pollster and the wording or the missing method | A choice without a reason, or no note | No choice, or one preferred because it pleases |
# | What "official" does not promise (1) | It is the publisher's own figure; it says nothing about how people were reached or asked | "It may still be wrong" | Takes it as proof |

# %% [markdown] lang="es" rubric="q12-source"
# ## Pregunta 12: pregúntale a la fuente (2 puntos)
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una elección y una nota debajo (1) | Una cifra o ambas, con una razón, y una nota que nombra a la encuestadora y las palabras usadas o el método que falta | Elige sin razón, o sin nota | No elige, o prefiere la que le gusta |
# | Lo que «official» no promete (1) | Es la cifra de quien la publica; no dice cómo se llegó a las personas ni cómo se les preguntó | «Aun así puede estar mal» | La toma como prueba |

# %% [markdown] lang="en"
# ## Part 7. Four options, two axes, your own argument (8 points, 26 minutes)
#
# Choose **one** of these two debates. The four options and the people who favour them come from its page.
#
# {{FIRST_TEXT}}
#
# {{SECOND_TEXT}}
#
# **13.** One line from "for" to "against" hides most of a debate. Place the four options and one of **your own** on **two** axes. (1 point)
#
# - `debate`: the name of your debate, "{{FIRST}}" or "{{SECOND}}".
# - `axis_x` and `axis_y`: what each axis stands for, with both ends (4 to 20 words). Choose values that people in this debate
#   weigh differently: who decides, who pays, how soon it works, whom it serves. Not "bad … good".
# - `placed`: a table with the columns `option` ("1", "2", "3", "4", "own"), `x` and `y`, numbers from -2 to 2.
#
# You make a table from lists of equal length. An example on another question, what a school canteen should sell:
#
#     axis_x = "Cheap (-2) … dear (+2)"
#     axis_y = "Cooked elsewhere (-2) … cooked here (+2)"
#     canteen = DataFrame({"option": ["soup", "pizza", "fruit"], "x": [-1, 0, 1], "y": [2, -2, 0]})
#
# The second axis should part options that the first puts together. If both order the options alike, choose another.

# %% [markdown] lang="es"
# ## Parte 7. Cuatro opciones, dos ejes y tu propio argumento (8 puntos, 26 minutos)
#
# Elige **uno** de estos dos debates. Las cuatro opciones y quienes están a favor de ellas vienen de su página.
#
# {{FIRST_TEXT}}
#
# {{SECOND_TEXT}}
#
# **13.** Una sola línea de «a favor» a «en contra» esconde casi todo un debate. Coloca las cuatro opciones y una **tuya** en **dos** ejes.
# (1 punto)
#
# - `debate`: el nombre de tu debate, "{{FIRST}}" o "{{SECOND}}".
# - `axis_x` y `axis_y`: qué significa cada eje, con sus dos extremos (de 4 a 20 palabras). Elige valores que en este debate unos
#   y otros sopesan distinto: quién decide, quién paga, qué tan pronto funciona, a quién sirve. No «malo … bueno».
# - `placed`: una tabla con las columnas `option` ("1", "2", "3", "4", "own"; `own` es la tuya), `x` e `y`, números de -2 a 2.
#
# Una tabla se hace con listas del mismo largo. Un ejemplo sobre otra pregunta, qué debería vender una cafetería escolar:
#
#     axis_x = "Barato (-2) … caro (+2)"
#     axis_y = "Cocinado en otra parte (-2) … cocinado aquí (+2)"
#     canteen = DataFrame({"option": ["sopa", "pizza", "fruta"], "x": [-1, 0, 1], "y": [2, -2, 0]})
#
# El segundo eje debe separar opciones que el primero junta. Si los dos ordenan igual las opciones, elige otro.

# %% nbgrader={"grade": false, "grade_id": "map", "locked": false, "schema_version": 3, "solution": true, "task": false}
debate = None
axis_x = None
axis_y = None
placed = None
### BEGIN SOLUTION
debate = P["FIRST"]
axis_x = KEYS["axis_x"]
axis_y = KEYS["axis_y"]
x = [int(place) for place in KEYS["model_x"].split()]
y = [int(place) for place in KEYS["model_y"].split()]
placed = DataFrame({"option": ["1", "2", "3", "4", "own"], "x": x, "y": y})
### END SOLUTION
if placed is not None:
    axes = placed.plot.scatter(x="x", y="y", xlim=(-2.5, 2.5), ylim=(-2.5, 2.5), xlabel=axis_x, ylabel=axis_y)
    for _, row in placed.iterrows():
        axes.annotate(str(row["option"]), (row["x"], row["y"]), xytext=(5, 5), textcoords="offset points")

# %% nbgrader={"grade": true, "grade_id": "q13-map", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check_words(debate, "debate", low=1, high=1)
check_words(axis_x, "axis_x", low=4, high=20)
check_words(axis_y, "axis_y", low=4, high=20)
check_frame(placed, "placed", columns=["option", "x", "y"])
if debate not in [P["FIRST"], P["SECOND"]]:
    raise CheckError(T["debate-wrong"])
if sorted(str(one) for one in placed["option"]) != ["1", "2", "3", "4", "own"]:
    raise CheckError(T["map-options"])
places = placed[["x", "y"]].astype(float)
if not places.abs().le(2).all(axis=None):
    raise CheckError(T["map-range"])
if places.nunique().min() < 2:
    raise CheckError(T["map-flat"])
if abs(places["x"].corr(places["y"])) > 0.95:
    raise CheckError(T["map-twice"])

# %% [markdown] lang="en"
# **14.** Describe your own option in one sentence: what it does, what it costs and who pays. Then give the reason for two of your
# places: name a value and a person or group from the debate's page that holds it, and name two options that one axis puts
# together and the other sets apart. (3 to 5 sentences, 2 points)

# %% [markdown] lang="es"
# **14.** Describe tu propia opción en una oración: qué hace, qué cuesta y quién lo paga. Luego da la razón de dos de tus
# lugares: nombra un valor y a una persona o un grupo de la página del debate que lo sostiene, y nombra dos opciones que un eje
# junta y el otro separa. (De 3 a 5 oraciones, 2 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q14-reasons", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.reasons}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q14-reasons", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.reasons}}

# %% [markdown] lang="en" rubric="q14-reasons"
# ## Question 14: reasons for the places (2 points)
#
# Places are judgements: grade the reasons, not where the options stand, and not which option the student likes.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | Own option with its price (1) | Says what it does, what it costs and who pays | One of the three is missing | A slogan |
# | Two places with reasons (1) | A value with a holder from the page, and two options that one axis puts together and the other sets apart | Reasons without a holder, or no such pair | No reasons, or axes that mean "bad … good" |

# %% [markdown] lang="es" rubric="q14-reasons"
# ## Pregunta 14: razones de los lugares (2 puntos)
#
# Los lugares son juicios: califica las razones, no dónde están las opciones ni cuál prefiere quien responde.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Opción propia con su costo (1) | Dice qué hace, qué cuesta y quién lo paga | Falta una de las tres cosas | Una consigna |
# | Dos lugares con razones (1) | Un valor con alguien de la página que lo sostiene, y dos opciones que un eje junta y el otro separa | Razones sin quién las sostenga, o sin ese par | Sin razones, o ejes que significan «malo … bueno» |

# %% [markdown] lang="en"
# **15.** *What should come first in your debate?* Answer in 120 to 180 words. State your answer and who would carry its cost;
# give the strongest argument of the side you do **not** take; use at least two figures with unit and year, from your answers
# above or from any table of the course (then name the table); name one thing those figures cannot show; and say which fact
# would make you change your mind. There is no right side: you are graded on the argument. (5 points)

# %% [markdown] lang="es"
# **15.** *¿Qué debe ir primero en tu debate?* Responde en 120 a 180 palabras. Di tu respuesta y quién cargaría su costo; da el
# argumento más fuerte del lado que **no** tomas; usa al menos dos cifras con unidad y año, de tus respuestas de arriba o de
# cualquier tabla del curso (en ese caso nombra la tabla); nombra algo que esas cifras no pueden mostrar, y di qué hecho te
# haría cambiar de opinión. No hay lado correcto: se califica el argumento. (5 puntos)

# %% [markdown] lang="en" nbgrader={"grade": true, "grade_id": "q15-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.argument}}

# %% [markdown] lang="es" nbgrader={"grade": true, "grade_id": "q15-argument", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# {{KEYS.argument}}

# %% [markdown] lang="en" rubric="q15-argument"
# ## Question 15: argue (5 points)
#
# Grade the argument, not the side. Every option, and one's own, can earn full marks. The model is one answer among many.
#
# | Criterion (points) | Full | Half | None |
# | --- | --- | --- | --- |
# | A clear answer and who carries its cost (1) | States both and keeps to them | One of the two | Neither |
# | The other side at its strongest (1) | An argument its holders would recognise as theirs | A weak version | Missing or mocked |
# | Two figures (1) | Two, right, with unit and year, doing work in the argument | One, or two as decoration | None |
# | A limit of the figures (1) | Names one that matters here: start year, events and people, totals and places, what would have happened otherwise | Vague | Missing |
# | What would change your mind (1) | A fact that could be found out | A change of values only, or untestable | Missing |

# %% [markdown] lang="es" rubric="q15-argument"
# ## Pregunta 15: argumenta (5 puntos)
#
# Califica el argumento, no el lado. Cualquier opción, también la propia, puede obtener todos los puntos. El modelo es una
# respuesta entre muchas.
#
# | Criterio (puntos) | Completo | A medias | Nada |
# | --- | --- | --- | --- |
# | Una respuesta clara y quién carga su costo (1) | Dice las dos cosas y las sostiene | Una de las dos | Ninguna |
# | El otro lado en su mejor versión (1) | Un argumento que quienes lo sostienen reconocerían como suyo | Una versión débil | Falta o se burla |
# | Dos cifras (1) | Dos, correctas, con unidad y año, que trabajan en el argumento | Una, o dos de adorno | Ninguna |
# | Un límite de las cifras (1) | Nombra uno que aquí importa: el año inicial, eventos y personas, totales y lugares, qué habría pasado sin eso | Vago | Falta |
# | Qué te haría cambiar de opinión (1) | Un hecho que se puede averiguar | Solo un cambio de valores, o algo incomprobable | Falta |

# %% nbgrader={"grade": true, "grade_id": "canary", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# {{T.canary}}
### BEGIN HIDDEN TESTS
raise AssertionError("canary")
### END HIDDEN TESTS
