"""How hard a question's prose is to read, in either language, by lengths of words and sentences.

English: Flesch's reading ease. Spanish: Fernández-Huerta's, the same idea with weights for Spanish words. Both give
about 100 for very easy and 0 for very hard prose. Syllables are counted by vowels, which is right on average and wrong
for single words: a measure of a whole question, not of a sentence.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# What a first-year student reads without effort; the course's own lessons lie ten to thirty points above.
HARDEST_ALLOWED = {"en": 50, "es": 60}
LONGEST_SENTENCE = 40
ENOUGH_WORDS = 40  # a shorter text says nothing about a level


def sentences(text: str) -> list[str]:
    """The sentences of a text, by full stops, question marks, colons and semicolons."""
    return [part for part in re.split(r"(?<=[.?!:;])\s+", text) if WORD.search(part)]


def ease(text: str, lang: str) -> float:
    """The reading ease of a text with at least one word."""
    words = WORD.findall(text)
    per_sentence = len(words) / len(sentences(text))
    per_word = sum(_SYLLABLES[lang](word.lower()) for word in words) / len(words)
    if lang == "en":
        return 206.835 - 84.6 * per_word - 1.015 * per_sentence
    return 206.84 - 60 * per_word - 1.02 * per_sentence


def reading_problems(texts: list[str], lang: str) -> list[str]:
    """What makes these texts of one question hard to read; empty when nothing does."""
    found = [
        f"a sentence of {len(WORD.findall(sentence))} words ({lang}: {sentence[:40]}…). Cut it in two."
        for text in texts
        for sentence in sentences(text)
        if len(WORD.findall(sentence)) > LONGEST_SENTENCE
    ]
    whole = " ".join(text if text.endswith((".", "?", "!")) else text + "." for text in texts)
    if len(WORD.findall(whole)) >= ENOUGH_WORDS:
        score = ease(whole, lang)
        if score < HARDEST_ALLOWED[lang]:
            wanted = HARDEST_ALLOWED[lang]
            found.append(f"hard to read ({lang}: ease {score:.0f}, not {wanted}). Use shorter words and sentences.")
    return found


def _english(word: str) -> int:
    spoken = re.sub(r"(?:[^laeiouscxzgh]es|[^dt]ed|[^l]e)$", lambda ending: ending.group()[0], word)
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def _spanish(word: str) -> int:
    spoken = re.sub(r"y$", "i", re.sub(r"([gq])u(?=[eiéí])", r"\1", word))
    # Two strong vowels, or an accented weak one, are two syllables: ca-er, pa-ís.
    return max(1, sum(max(1, len(re.findall(r"[aeoáéíóú]", run))) for run in re.findall(r"[aeiouáéíóúü]+", spoken)))


_SYLLABLES = {"en": _english, "es": _spanish}
