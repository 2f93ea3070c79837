"""The words a question is shown with, in both languages. Words only scripts need are in ``quiz.js``."""

WORDS = {
    "check": {"en": "Check yourself", "es": "Comprueba lo que sabes"},
    "commit": {"en": "Predict first", "es": "Primero, predice"},
    "question": {"en": "Question {}", "es": "Pregunta {}"},
    "from": {"en": "From the lesson", "es": "De la lección"},
    "hint": {"en": "Hint {}", "es": "Pista {}"},
    "answer": {"en": "Answer and explanation", "es": "Respuesta y explicación"},
    "right": {"en": "Right answer", "es": "Respuesta correcta"},
    "source": {"en": "Source", "es": "Fuente"},
    "yours": {"en": "Your answer", "es": "Tu respuesta"},
    "prediction": {"en": "Your prediction", "es": "Tu predicción"},
    "choose": {"en": "Choose…", "es": "Elige…"},
    "gap": {"en": "Gap {}", "es": "Espacio {}"},
    "bank": {"en": "Choices", "es": "Opciones"},
    "chart": {
        "en": "Chart up to {}. The rest of the line is yours to draw.",
        "es": "Gráfica hasta {}. El resto de la línea te toca dibujarlo.",
    },
    "also": {"en": "For comparison", "es": "Para comparar"},
    "point": {"en": "percentage point", "es": "punto porcentual"},
    "points": {"en": "percentage points", "es": "puntos porcentuales"},
}

# What to do, and how an answer is credited: one line per type, shown under the question.
HOW = {
    "single": {"en": "Choose one.", "es": "Elige una."},
    "multiple": {
        "en": "Choose all that apply. A right choice adds credit, a wrong one takes it away.",
        "es": "Elige todas las que apliquen. Cada acierto suma y cada error resta.",
    },
    "number": {
        "en": "Write a number. Within {} of the exact value counts as right.",
        "es": "Escribe un número. Se acepta una diferencia de hasta {}.",
    },
    "exact": {"en": "Write a number.", "es": "Escribe un número."},
    "text": {
        "en": "Write a word or a name. Capitals and accents do not matter.",
        "es": "Escribe una palabra o un nombre. No importan mayúsculas ni acentos.",
    },
    "order": {
        "en": "Put them in order. Each one in its right place counts.",
        "es": "Ponlos en orden. Cuenta cada uno que quede en su lugar.",
    },
    "match": {
        "en": "Choose the partner of each one. Each right pair counts.",
        "es": "Elige la pareja de cada uno. Cuenta cada pareja correcta.",
    },
    "classify": {
        "en": "Choose where each statement belongs. Each right one counts.",
        "es": "Elige dónde va cada enunciado. Cuenta cada acierto.",
    },
    "cloze": {
        "en": "Choose the words that complete the text. Each right one counts.",
        "es": "Elige las palabras que completan el texto. Cuenta cada acierto.",
    },
    "predict": {
        "en": "Commit to a number before you see the data. It is not scored.",
        "es": "Decídete por un número antes de ver los datos. No se califica.",
    },
    "draw": {
        "en": "Draw from the last point to the right edge. It is not scored.",
        "es": "Dibuja desde el último punto hasta el borde derecho. No se califica.",
    },
}
