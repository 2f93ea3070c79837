"""Every sentence the classroom says to students and teachers, in both languages."""

from __future__ import annotations

from vecinos.i18n import pick

SAY = {
    "code-stub": {"en": "# Write your code here", "es": "# Escribe tu código aquí"},
    "text-stub": {
        "en": "*Double-click here and replace this line with your answer.*",
        "es": "*Haz doble clic aquí y cambia esta línea por tu respuesta.*",
    },
    "feedback": {"en": "Your work, graded", "es": "Tu trabajo, calificado"},
    "score": {"en": "Score: {score} of {maximum} points", "es": "Calificación: {score} de {maximum} puntos"},
    "waiting": {
        "en": "Answers still to be read by your teacher: {count}. Their points are not in the score yet.",
        "es": "Respuestas que tu docente aún debe leer: {count}. Sus puntos todavía no están en la calificación.",
    },
    "question": {"en": "Question", "es": "Pregunta"},
    "points": {"en": "Points", "es": "Puntos"},
    "not-yet": {"en": "not read yet", "es": "por leer"},
    "comment": {"en": "Comment:", "es": "Comentario:"},
    "no-response": {"en": "No answer was given.", "es": "No hay respuesta."},
    "picture": {"en": "Chart made by the cell above", "es": "Gráfica hecha por la celda de arriba"},
    "rubric": {"en": "Rubric", "es": "Rúbrica"},
    "rubric-intro": {
        "en": "For teachers. Automatic grading gives {auto} of {total} points; you give the other {manual} with the "
        "tables below. Variant {variant}.",
        "es": "Para docentes. La calificación automática da {auto} de {total} puntos; tú das los otros {manual} con "
        "las tablas de abajo. Variante {variant}.",
    },
    "rubric-answer": {"en": "A model answer", "es": "Una respuesta modelo"},
    "rubric-keys": {"en": "Answers to the data questions", "es": "Respuestas a las preguntas de datos"},
    "rubric-mistakes": {"en": "What typical mistakes give", "es": "Lo que dan los errores típicos"},
    "stopped": {
        "en": "Stopped. What was graded so far is kept: the same command goes on from there.",
        "es": "Detenido. Lo calificado hasta aquí se conserva: el mismo comando sigue desde ahí.",
    },
    "graded": {"en": "graded", "es": "calificado"},
    "repaired": {"en": "repaired", "es": "reparado"},
    "needs-person": {"en": "needs a person", "es": "requiere a una persona"},
    "missing": {"en": "missing", "es": "sin entregar"},
    "collected": {
        "en": "{student}: {files}, last changed {time}",
        "es": "{student}: {files}, último cambio {time}",
    },
    "collect-refused": {
        "en": "{student}: {file!r} was not read: it is a link, another's file, too large or no file. Talk to them.",
        "es": "{student}: {file!r} no se leyó: es un enlace, un archivo ajeno, demasiado grande o no es archivo. "
        "Habla con quien lo entregó.",
    },
    "collect-stranger": {
        "en": "{folder!r} was put there by {owner!r}, not by the student it names: it was left alone.",
        "es": "{folder!r} lo puso {owner!r}, no el estudiante que nombra: no se tomó.",
    },
    "lms-comment": {"en": "Points: {points}.", "es": "Puntos: {points}."},
    "lms-filled": {
        "en": "Grades filled in: {filled}. Left as they were: {waiting} still to grade by hand, "
        "{person} that need a person, {missing} missing.",
        "es": "Calificaciones puestas: {filled}. Quedan como estaban: {waiting} por calificar a mano, "
        "{person} que requieren a una persona, {missing} sin entregar.",
    },
    "lms-scaled": {
        "en": "The LMS counts to {maximum}, the assignment to {points}: grades were converted.",
        "es": "La plataforma cuenta hasta {maximum} y la tarea hasta {points}: las calificaciones se convirtieron.",
    },
}

# What was mended before grading.
REPAIRS = {
    "renamed": {"en": "the notebook was called {file!r}", "es": "el cuaderno se llamaba {file!r}"},
    "student-id": {
        "en": "the name {name!r} has characters the gradebook cannot keep",
        "es": "el nombre {name!r} tiene caracteres que el libro de calificaciones no puede guardar",
    },
    "encoding": {"en": "the file was saved as {encoding}", "es": "el archivo estaba guardado como {encoding}"},
    "old-format": {
        "en": "the notebook was in an old format (version 3)",
        "es": "el cuaderno estaba en un formato viejo (versión 3)",
    },
    "kernel": {"en": "the kernel's name was lost or changed", "es": "el nombre del kernel se perdió o cambió"},
    "variant-lost": {
        "en": "the notebook no longer says which variant it is; taken for {variant}",
        "es": "el cuaderno ya no dice qué variante es; se tomó por {variant}",
    },
    "copies": {
        "en": "{cell} was there {count} times; one copy was graded",
        "es": "{cell} estaba {count} veces; se calificó una copia",
    },
    "mark-restored": {
        "en": "the grading mark of {cell} was lost and was put back",
        "es": "la marca de calificación de {cell} se perdió y se repuso",
    },
    "check-missing": {
        "en": "the cell {cell} was deleted and was put back",
        "es": "la celda {cell} se borró y se repuso",
    },
    "check-changed": {
        "en": "the read-only cell {cell} had been changed; the original was used",
        "es": "la celda de solo lectura {cell} había cambiado; se usó la original",
    },
    "kind": {"en": "the type of the cell {cell} had been changed", "es": "el tipo de la celda {cell} había cambiado"},
    "order": {"en": "the cells were out of order", "es": "las celdas estaban en desorden"},
}
# What a teacher should know; the score stands.
REMARKS = {
    "blank": {
        "en": "no answer was changed: the notebook came back as it was released",
        "es": "ninguna respuesta cambió: el cuaderno volvió como se entregó",
    },
    "timeout": {
        "en": "{cell} ran longer than {seconds} s and was stopped",
        "es": "{cell} corrió más de {seconds} s y se detuvo",
    },
    "attempts": {
        "en": "there were {count} attempts; the latest was graded",
        "es": "hubo {count} intentos; se calificó el último",
    },
    "roster-nobody": {
        "en": "nobody on the class list is this student: enter the score yourself",
        "es": "nadie de la lista del grupo es este estudiante: captura tú la calificación",
    },
    "roster-name": {
        "en": "on the class list the number {id} belongs to {name!r}: enter the score yourself",
        "es": "en la lista del grupo el número {id} es de {name!r}: captura tú la calificación",
    },
    "roster-twice": {
        "en": "two hand-ins seem to be of {name!r} on the class list: enter the score yourself",
        "es": "dos entregas parecen ser de {name!r}, de la lista del grupo: captura tú la calificación",
    },
    "manual": {
        "en": "answers to grade by hand: {cells}",
        "es": "respuestas por calificar a mano: {cells}",
    },
}
# A person must look before anything is published: there is no score, or it may be wrong.
STOPS = {
    "answer-missing": {
        "en": "the answer cell {cell} is not in the notebook: look whether the answer stands elsewhere",
        "es": "la celda de respuesta {cell} no está en el cuaderno: revisa si la respuesta está en otro lugar",
    },
    "no-file": {"en": "there is no notebook in the hand-in", "es": "no hay ningún cuaderno en la entrega"},
    "archive-damaged": {
        "en": "the archive {file!r} is damaged or cut off ({why})",
        "es": "el archivo comprimido {file!r} está dañado o cortado ({why})",
    },
    "archive-locked": {
        "en": "the archive's entry {entry!r} is locked with a password",
        "es": "lo que trae el archivo comprimido como {entry!r} está protegido con contraseña",
    },
    "archive-name": {
        "en": "the archive has an entry whose name leads out of it: {entry!r}; it was not read",
        "es": "el archivo comprimido trae una entrada cuyo nombre lleva fuera de él: {entry!r}; no se leyó",
    },
    "archive-link": {
        "en": "the archive's entry {entry!r} is a link to another file; it was not read",
        "es": "la entrada {entry!r} del archivo comprimido es un enlace a otro archivo; no se leyó",
    },
    "archive-twice": {
        "en": "the archive has two entries called {entry!r}; none was read",
        "es": "el archivo comprimido trae dos entradas llamadas {entry!r}; no se leyó ninguna",
    },
    "archive-nested": {
        "en": "there is another archive in the archive, {file!r}; it was not opened",
        "es": "dentro del archivo comprimido hay otro, {file!r}; no se abrió",
    },
    "archive-large": {
        "en": "{file!r} would unpack to {megabytes} MB, more than a hand-in can be; it was not read",
        "es": "{file!r} descomprimido tendría {megabytes} MB, más de lo que puede ser una entrega; no se leyó",
    },
    "archive-many": {
        "en": "the archive {file!r} has too many entries; it was not read",
        "es": "el archivo comprimido {file!r} trae demasiadas entradas; no se leyó",
    },
    "many-files": {
        "en": "several notebooks, none of them called {wanted!r}: {files}",
        "es": "hay varios cuadernos y ninguno se llama {wanted!r}: {files}",
    },
    "empty-file": {"en": "the file is empty", "es": "el archivo está vacío"},
    "too-large": {"en": "the file has {megabytes} MB", "es": "el archivo tiene {megabytes} MB"},
    "not-text": {"en": "the file is not text", "es": "el archivo no es texto"},
    "not-json": {
        "en": "the file is not a notebook, or is cut off or damaged (line {line})",
        "es": "el archivo no es un cuaderno, o está cortado o dañado (línea {line})",
    },
    "not-notebook": {"en": "the file is not a notebook", "es": "el archivo no es un cuaderno"},
    "variant-unknown": {
        "en": "the notebook does not say which variant it is; give --assignment, --lang and --seed",
        "es": "el cuaderno no dice qué variante es; indica --assignment, --lang y --seed",
    },
    "other-assignment": {
        "en": "this is {found}, not an assignment of this course: {why}",
        "es": "esto es {found}, que no es una tarea de este curso: {why}",
    },
    "other-seed": {
        "en": "this is the variant {found}; the class was given the seed {seed}",
        "es": "esta es la variante {found}; el grupo recibió la semilla {seed}",
    },
    "not-run": {"en": "grading did not finish: {why}", "es": "la calificación no terminó: {why}"},
    "kernel-ended": {
        "en": "the program that runs the notebook ended early: the code stopped it, crashed, or took more memory or "
        "processes than allowed; read the notebook",
        "es": "el programa que ejecuta el cuaderno se cerró antes de terminar: el código lo cerró, falló o tomó más "
        "memoria o procesos de lo permitido; lee el cuaderno",
    },
    "not-stopped": {
        "en": "a cell ran longer than {seconds} s and would not be stopped: read the notebook",
        "es": "una celda duró más de {seconds} s y no se dejó detener: lee el cuaderno",
    },
    "tampered": {
        "en": "the tests did not run as they should (the cell that must fail did not): read the notebook",
        "es": "las pruebas no corrieron como deben (la celda que debe fallar no falló): lee el cuaderno",
    },
    "feedback-leak": {
        "en": "the feedback page would show hidden tests and was kept back: read the notebook",
        "es": "la página de comentarios mostraría pruebas ocultas y se retuvo: lee el cuaderno",
    },
    "feedback-failed": {
        "en": "the feedback page could not be made: {why}",
        "es": "no se pudo hacer la página de comentarios: {why}",
    },
}
NOTES = REPAIRS | REMARKS | STOPS


def say(name: str, lang: str, **values: object) -> str:
    return pick(SAY[name], lang).format(**values)


def note_text(code: str, lang: str, values: dict[str, object]) -> str:
    return pick(NOTES[code], lang).format(**values)
