"""The theme's own words, in both languages."""

from __future__ import annotations

WORDS = {
    "brand": {"en": "Mexico–United States relations", "es": "Las relaciones México–Estados Unidos"},
    "skip": {"en": "Skip to the text", "es": "Ir al texto"},
    "menu": {"en": "Contents", "es": "Contenido"},
    "close": {"en": "Close", "es": "Cerrar"},
    "home": {"en": "Start page", "es": "Página inicial"},
    "search": {"en": "Search", "es": "Buscar"},
    "search_book": {"en": "Search the course", "es": "Buscar en el curso"},
    "theme": {"en": "Colours", "es": "Colores"},
    "theme_auto": {"en": "as on your device", "es": "como en tu dispositivo"},
    "theme_light": {"en": "light", "es": "claros"},
    "theme_dark": {"en": "dark", "es": "oscuros"},
    "this_language": {"en": "English", "es": "Español"},
    "other_language": {"en": "Español", "es": "English"},
    # Said in the other edition's language: it is for those who read that one.
    "read_other": {"en": "Lee esta página en español", "es": "Read this page in English"},
    "only_here": {
        "en": "Esta página existe por ahora solo en inglés. Ir a la página inicial en español",
        "es": "This page exists only in Spanish for now. Go to the English start page",
    },
    "only_here_short": {"en": "Solo en inglés · inicio en español", "es": "Only in Spanish · English start page"},
    "on_this_page": {"en": "On this page", "es": "En esta página"},
    "previous": {"en": "Previous", "es": "Anterior"},
    "next": {"en": "Next", "es": "Siguiente"},
    "pages": {"en": "Previous and next page", "es": "Página anterior y siguiente"},
    "opening": {"en": "Introduction", "es": "Introducción"},
    "minutes": {"en": "{} min", "es": "{} min"},
    "done": {"en": "finished", "es": "terminada"},
    "sources": {"en": "Sources on this page", "es": "Fuentes de esta página"},
    "cited_on": {"en": "Cited on", "es": "Citada en"},
    "run": {"en": "Run it yourself", "es": "Ejecútalo"},
    "download": {"en": "Download notebook", "es": "Descargar cuaderno"},
    "binder": {"en": "Open in Binder", "es": "Abrir en Binder"},
    "colab": {"en": "Open in Colab", "es": "Abrir en Colab"},
    # The timeline page.
    "events_find": {"en": "Find an event", "es": "Busca un hecho"},
    "events_found": {"en": "{} events", "es": "{} hechos"},
    "events_one": {"en": "1 event", "es": "1 hecho"},
    "events_themes": {"en": "All themes", "es": "Todos los temas"},
    "events_single": {"en": "Told by one account only.", "es": "Lo dice un solo relato."},
    # How to read a statistic.
    "trap_ask": {"en": "Ask", "es": "Pregunta"},
    "trap_taught": {"en": "Taught in", "es": "Se enseña en"},
    "trap_tables": {"en": "Numbers from", "es": "Cifras de"},
    # People and institutions.
    "who_find": {"en": "Find a name", "es": "Busca un nombre"},
    "who_found": {"en": "{} entries", "es": "{} entradas"},
    "who_one": {"en": "1 entry", "es": "1 entrada"},
    "who_sides": {"en": "All entries", "es": "Todas las entradas"},
    "who_mexico": {"en": "Mexico", "es": "México"},
    "who_us": {"en": "United States", "es": "Estados Unidos"},
    "who_both": {"en": "both countries", "es": "ambos países"},
    "who_pages": {"en": "Spoken of in", "es": "Se habla de ello en"},
    "who_institutions": {"en": "Institutions", "es": "Instituciones"},
    "who_people": {"en": "People named in the lessons", "es": "Personas que nombran las lecciones"},
    "who_people_note": {
        "en": "A choice of officials and scholars, with what each did or found and when. "
        "Naming is no praise and no blame.",
        "es": "Una selección de cargos públicos y de estudiosos, con lo que cada quien hizo o halló y cuándo. "
        "Nombrar no es elogiar ni culpar.",
    },
    "who_presidents": {"en": "Presidents", "es": "Presidencias"},
    "who_presidents_note": {
        "en": "From January 1981 in the United States and from December 1982 in Mexico, as in our table.",
        "es": "Desde enero de 1981 en Estados Unidos y desde diciembre de 1982 en México, como en nuestra tabla.",
    },
    "who_president": {
        "en": "President. Start: {start}. End: {until}. Party: {party}.",
        "es": "Presidencia. Inicio: {start}. Fin: {until}. Partido: {party}.",
    },
    "who_in_office": {"en": "in office in September 2026", "es": "en funciones en septiembre de 2026"},
    "who_ambassadors": {"en": "Ambassadors", "es": "Embajadas"},
    "who_ambassadors_note": {
        "en": "US ambassadors in Mexico since 1981. Of Mexico’s ambassadors in Washington we could verify only one.",
        "es": "Titulares de la embajada de Estados Unidos en México desde 1981. De la de México en Washington "
        "solo pudimos verificar a uno.",
    },
    "who_us-in-mexico": {
        "en": "US ambassador in Mexico",
        "es": "Al frente de la embajada de Estados Unidos en México",
    },
    "who_mexico-in-us": {
        "en": "Mexican ambassador in the United States",
        "es": "Al frente de la embajada de México en Estados Unidos",
    },
    "who_ambassador": {
        "en": "{post}. Start: {start} ({began}). End: {until}.",
        "es": "{post}. Inicio: {start} ({began}). Fin: {until}.",
    },
    "who_end_unknown": {"en": "none in our table", "es": "no figura en nuestra tabla"},
    "who_summits": {"en": "Summits of North American leaders", "es": "Cumbres de líderes de América del Norte"},
    "who_summit": {
        "en": "Summit number {number}, of Canada, Mexico and the United States. Held in: {country}. Host: {host}.",
        "es": "Cumbre número {number}, de Canadá, Estados Unidos y México. País sede: {country}. Recibió: {host}.",
    },
    # The coverage page.
    "cover_sum": {
        "en": "{} topics, {} questions and {} tables.",
        "es": "{} temas, {} preguntas y {} tablas.",
    },
    "cover_without_exercise": {
        "en": "{} topics have no exercise yet.",
        "es": "{} temas aún no tienen ejercicio.",
    },
    "cover_lessons": {"en": "Pages", "es": "Páginas"},
    "cover_questions": {"en": "Questions", "es": "Preguntas"},
    "cover_tables": {"en": "Tables", "es": "Tablas"},
    "cover_terms": {"en": "Terms", "es": "Términos"},
    "cover_exercises": {"en": "Exercise", "es": "Ejercicio"},
    "cover_none": {"en": "none yet", "es": "aún no hay"},
    "cover_other_edition": {"en": "in Spanish only", "es": "por ahora solo en inglés"},
    # For instructors: plans and blueprints.
    "teach_min": {"en": "{} min", "es": "{} min"},
    "teach_of": {"en": "{} of {} min", "es": "{} de {} min"},
    "teach_session": {"en": "Session", "es": "Sesión"},
    "teach_before": {"en": "Before class", "es": "Antes de clase"},
    "teach_class": {"en": "In class", "es": "En clase"},
    "teach_nothing": {"en": "Nothing to prepare", "es": "Nada que preparar"},
    "teach_week": {
        "en": "Week {}: {} min before class, {} min in class",
        "es": "Semana {}: {} min antes de clase, {} min en clase",
    },
    "teach_sum": {
        "en": "{} sessions. In class {} of {} minutes are taken; the rest is for arriving and questions. "
        "Before class: {} minutes in all, at most {} before one session.",
        "es": "{} sesiones. En clase se ocupan {} de {} minutos; el resto es para llegar y preguntar. "
        "Antes de clase: {} minutos en total, a lo más {} antes de una sesión.",
    },
    "teach_left_out": {"en": "Left out", "es": "Queda fuera"},
    "teach_complete": {"en": "No page is left out.", "es": "No queda fuera ninguna página."},
    "teach_all": {"en": "Read and do", "es": "Leer y hacer"},
    "teach_read": {"en": "Read", "es": "Leer"},
    "teach_do": {"en": "Do", "es": "Hacer"},
    "teach_debate": {"en": "Debate:", "es": "Debate:"},
    "teach_assignment": {"en": "Assignment", "es": "Ejercicio"},
    "teach_compelling": {"en": "Compelling question", "es": "Pregunta detonadora"},
    "teach_supporting": {"en": "Supporting question", "es": "Pregunta de apoyo"},
    "teach_formative": {"en": "Formative tasks", "es": "Tareas formativas"},
    "teach_sources": {"en": "Sources", "es": "Fuentes"},
    "teach_summative": {"en": "Summative task", "es": "Tarea sumativa"},
    "teach_outcomes": {"en": "Outcomes", "es": "Resultados"},
    "teach_outcomes_lead": {
        "en": "At the end you can see whether students can:",
        "es": "Al final se ve si el grupo puede:",
    },
    "teach_part_sum": {
        "en": "{} minutes to read, {} to do: {} in all.",
        "es": "{} minutos de lectura y {} de práctica: {} en total.",
    },
    "teach_read_do": {"en": "{}\u00a0+\u00a0{}\u00a0min", "es": "{}\u00a0+\u00a0{}\u00a0min"},
    "teach_chart": {"en": "Chart “{}”", "es": "Gráfica “{}”"},
    "teach_more_charts": {"en": " and {} more", "es": " y {} más"},
    "teach_one_chart": {"en": " and one more", "es": " y otra más"},
    "teach_predict": {"en": "Predict first, then compare", "es": "Predecir y luego comparar"},
    "teach_explorer": {"en": "Explorer “{}”", "es": "Explorador “{}”"},
    "teach_own": {
        "en": "Own option in writing; debate in class with a swap of sides, {} min",
        "es": "Opción propia por escrito; debate en clase con cambio de lados, {} min",
    },
    "teach_questions": {"en": "{} questions: {}", "es": "{} preguntas: {}"},
    "teach_recall": {"en": "recall", "es": "de recordar"},
    "teach_understand": {"en": "understand", "es": "de comprender"},
    "teach_apply": {"en": "apply", "es": "de aplicar"},
    "teach_evaluate": {"en": "evaluate", "es": "de evaluar"},
    "teach_tables": {"en": "Tables", "es": "Tablas"},
    "teach_part": {"en": "Part", "es": "Parte"},
    "teach_whole_course": {"en": "The whole course", "es": "Todo el curso"},
    "teach_takes": {"en": "Minutes", "es": "Minutos"},
    "teach_points": {"en": "Points", "es": "Puntos"},
    "teach_without": {"en": "Parts without an assignment yet", "es": "Partes que aún no tienen ejercicio"},
    "teach_given": {"en": "{} min, {} points", "es": "{} min, {} puntos"},
    "teach_summative_debate": {
        "en": "The student’s own option on one page, read with the rubric “What to look for” of the debate.",
        "es": "La opción propia en una página, leída con la rúbrica del debate.",
    },
    "teach_summative_none": {
        "en": "No assignment of this part yet. Use the wrap-up questions of its lessons, on paper or in your LMS.",
        "es": "Aún no hay ejercicio de esta parte. Usa las preguntas del repaso final de sus lecciones.",
    },
    "licences": {
        "en": 'Text and figures: <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. '
        'Code: <a rel="license" href="https://opensource.org/license/mit">MIT</a>. '
        "Data: the terms of each publisher.",
        "es": 'Textos y figuras: <a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.es">'
        'CC BY 4.0</a>. Código: <a rel="license" href="https://opensource.org/license/mit">MIT</a>. '
        "Datos: las condiciones de cada editor.",
    },
    "privacy": {
        "en": "Nothing you do here leaves your device.",
        "es": "Nada de lo que haces aquí sale de tu dispositivo.",
    },
    "cite": {"en": "How to cite", "es": "Cómo citar"},
    "corrections": {"en": "Corrections", "es": "Correcciones"},
    "privacy_link": {"en": "Privacy", "es": "Privacidad"},
    "accessibility": {"en": "Accessibility", "es": "Accesibilidad"},
    "footer": {"en": "About this book", "es": "Sobre este libro"},
    "links": {"en": "Links on this page", "es": "Enlaces de esta página"},
    "table": {"en": "Table, scrolls sideways", "es": "Tabla, se desplaza hacia los lados"},
    "more": {"en": "Go to the glossary", "es": "Ir al glosario"},
    # Search page
    "search_help": {
        "en": "Pages that contain all your words come first by title.",
        "es": "Aparecen las páginas que contienen todas tus palabras, primero por título.",
    },
    "search_noscript": {
        "en": "The search needs JavaScript. Every page of the course is listed in the contents.",
        "es": "La búsqueda necesita JavaScript. Todas las páginas del curso están en el contenido.",
    },
    # Glossary
    "filter": {"en": "Find a term", "es": "Busca un término"},
    "terms_found": {"en": "{} terms", "es": "{} términos"},
    "term_found": {"en": "1 term", "es": "1 término"},
    "see": {"en": "See also", "es": "Ver también"},
    # Landing page
    "part": {"en": "Part {}", "es": "Parte {}"},
    "start": {"en": "Start here", "es": "Empieza aquí"},
    "continue": {"en": "Continue where you left off", "es": "Continúa donde te quedaste"},
    "progress": {"en": "My progress and review", "es": "Mi avance y repaso"},
    "progress_noscript": {
        "en": "This part needs JavaScript: it is made from what this browser keeps.",
        "es": "Esta parte necesita JavaScript: se hace con lo que guarda este navegador.",
    },
    "parts": {"en": "Three pillars, three questions", "es": "Tres pilares, tres preguntas"},
    "lessons": {"en": "{} lessons", "es": "{} lecciones"},
    "lesson": {"en": "1 lesson", "es": "1 lección"},
    "part_minutes": {"en": "{} min", "es": "{} min"},
    "coming": {"en": "In preparation", "es": "En preparación"},
    "enter": {"en": "Open", "es": "Abrir"},
    "routes": {"en": "Three ways to use it", "es": "Tres maneras de usarlo"},
    "map_caption": {
        "en": "The shaded band is the border region of the La Paz Agreement of 1983: 100 km on each side. "
        "Line: Natural Earth, public domain.",
        "es": "La franja sombreada es la región fronteriza del Convenio de La Paz de 1983: 100 km de cada lado. "
        "Línea: Natural Earth, dominio público.",
    },
}


def words(lang: str) -> dict[str, str]:
    """Every word of the theme in one language."""
    return {key: text[lang] for key, text in WORDS.items()}
