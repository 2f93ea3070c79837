"""The data catalogue's own words, in both languages."""

from __future__ import annotations

WORDS = {
    "find": {"en": "Find a table", "es": "Busca una tabla"},
    "found": {"en": "{} tables", "es": "{} tablas"},
    "found_one": {"en": "1 table", "es": "1 tabla"},
    "themes": {"en": "Themes", "es": "Temas"},
    "quoted": {"en": "“{}”", "es": "«{}»"},
    "rows_of": {"en": "rows", "es": "filas"},
    "all": {"en": "Data", "es": "Datos"},
    "place": {"en": "Where this table stands", "es": "Lugar de esta tabla"},
    "download_csv": {"en": "Download the table (CSV, {})", "es": "Descargar la tabla (CSV, {})"},
    "download_manifest": {"en": "Download its record (YAML)", "es": "Descargar su ficha (YAML)"},
    "in_python": {"en": "In a notebook:", "es": "En un cuaderno:"},
    "glance": {"en": "At a glance", "es": "De un vistazo"},
    "lines_note": {
        "en": "Each line has its own scale, from its lowest to its highest figure; all share the same years.",
        "es": "Cada línea tiene su propia escala, de su cifra menor a la mayor; todas comparten los mismos años.",
    },
    "gap_note": {
        "en": "A gap marks a break: the two sides were not counted alike.",
        "es": "Un hueco marca un corte: los dos lados no se contaron igual.",
    },
    "bars_note": {
        "en": "All bars share one scale, from zero.",
        "es": "Todas las barras comparten una escala, desde cero.",
    },
    "more_series": {"en": "The table holds {} more series.", "es": "La tabla tiene {} series más."},
    "rows": {"en": "Some of its rows", "es": "Algunas de sus filas"},
    "rows_caption": {"en": "First and last of {} rows", "es": "Las primeras y las últimas de {} filas"},
    "rows_caption_all": {"en": "All {} rows", "es": "Las {} filas"},
    "left_out": {"en": "rows left out", "es": "filas omitidas"},
    "columns": {"en": "Columns", "es": "Columnas"},
    "column": {"en": "Column", "es": "Columna"},
    "meaning": {"en": "Meaning", "es": "Significado"},
    "kind": {"en": "Kind", "es": "Tipo"},
    "unit": {"en": "Unit", "es": "Unidad"},
    "codes": {"en": "{} codes", "es": "{} claves"},
    "breaks": {"en": "Known breaks", "es": "Cortes conocidos"},
    "promises": {"en": "What every load proves", "es": "Lo que se comprueba al cargarla"},
    "floor": {
        "en": "There are at least {} rows (now {}); a file with fewer was cut, and is refused.",
        "es": "Hay al menos {} filas (ahora {}); un archivo con menos está cortado y se rechaza.",
    },
    "key": {"en": "No two rows share the same {}.", "es": "No hay dos filas con la misma combinación de {}."},
    "never_empty": {"en": "No cell is empty.", "es": "Ninguna celda está vacía."},
    "may_be_empty": {
        "en": "Cells may be empty only in {}.",
        "es": "Solo puede haber celdas vacías en {}.",
    },
    "origin": {"en": "Where it comes from", "es": "De dónde viene"},
    "sources": {"en": "Sources", "es": "Fuentes"},
    "all_sources": {"en": "All {} sources", "es": "Las {} fuentes"},
    "lessons": {"en": "Lessons that use it", "es": "Lecciones que la usan"},
    "no_lessons": {
        "en": "No lesson uses it yet. It is here for questions of your own.",
        "es": "Ninguna lección la usa todavía. Está aquí para tus propias preguntas.",
    },
    "cite": {"en": "Cite this table", "es": "Cita esta tabla"},
    "cite_note": {
        "en": "Name the publisher, the version of the figures and the day they were retrieved: figures are revised.",
        "es": "Nombra a quien publica, la versión de las cifras y el día de consulta: las cifras se revisan.",
    },
    "on_this_page": {"en": "Tables behind this page", "es": "Tablas detrás de esta página"},
}
FIELD_TYPES = {
    "string": {"en": "text", "es": "texto"},
    "integer": {"en": "whole number", "es": "número entero"},
    "number": {"en": "number", "es": "número"},
    "date": {"en": "day", "es": "día"},
    "yearmonth": {"en": "month", "es": "mes"},
    "partial-date": {"en": "year, month or day", "es": "año, mes o día"},
}
RULES = {
    "sum": {"en": "{parts} add up to {total}.", "es": "{parts} suman {total}."},
    "at_most": {"en": "{parts} together never exceed {total}.", "es": "{parts} juntos nunca superan {total}."},
    "difference": {
        "en": "{result} is {minuend} minus {subtrahend}.",
        "es": "{result} es {minuend} menos {subtrahend}.",
    },
    "year_sums": {
        "en": "Twelve months of {months} add up to the year in {annual} ({years}).",
        "es": "Doce meses de {months} suman el año en {annual} ({years}).",
    },
    "year_means": {
        "en": "The mean of twelve months of {months} is the year in {annual} ({years}).",
        "es": "El promedio de doce meses de {months} es el año en {annual} ({years}).",
    },
    "fiscal_sums": {
        "en": "Twelve months of {months}, October to September, add up to the fiscal year in {annual} ({years}).",
        "es": "Doce meses de {months}, de octubre a septiembre, suman el año fiscal en {annual} ({years}).",
    },
    "group_sums": {
        "en": "All rows of a year add up to the year in {annual} ({years}).",
        "es": "Todas las filas de un año suman el año en {annual} ({years}).",
    },
}
