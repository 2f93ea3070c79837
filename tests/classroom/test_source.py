"""Both editions of an assignment are the same assignment, for every seed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from vecinos.classroom.source import SourceError, VariantId, assignment_names, find_assignment, points, values_of

EXERCISES = Path(__file__).parents[2] / "exercises"


@pytest.fixture(scope="module", params=assignment_names(EXERCISES))
def assignment(request):
    return find_assignment(request.param, EXERCISES)


def _sentences(assignment, variant) -> set:
    """What may differ between the editions: texts, drawn or computed words, and the language itself."""
    prepared = assignment.prepared
    values = values_of(variant.id, prepared["draw"], prepared["keys"], prepared["TEXTS"])
    found = {text for name in ("P", "T", "KEYS") for text in values[name].values() if isinstance(text, str)}
    return found | {variant.id.lang}


def _shapes(code: str, other: str, sentences: set, other_sentences: set) -> tuple[str, str]:
    """Two editions of a cell, masked where both have a sentence (one alone may be a code that reads like a word)."""
    tree, other_tree = ast.parse(code), ast.parse(other)
    for node, twin in zip(ast.walk(tree), ast.walk(other_tree), strict=False):
        constants = isinstance(node, ast.Constant) and isinstance(twin, ast.Constant)
        if constants and node.value in sentences and twin.value in other_sentences:
            node.value = twin.value = "text"
    return ast.dump(tree), ast.dump(other_tree)


def test_both_editions_have_the_same_cells_code_and_points(assignment):
    english, spanish = assignment.variant(3, "en"), assignment.variant(3, "es")
    assert [cell["id"] for cell in english.master.cells] == [cell["id"] for cell in spanish.master.cells]
    assert points(english.master) == points(spanish.master)
    sentences = _sentences(assignment, english), _sentences(assignment, spanish)
    for one, other in zip(english.master.cells, spanish.master.cells, strict=True):
        assert (one.cell_type, one.metadata) == (other.cell_type, other.metadata)
        if one.cell_type == "markdown":
            assert one.source != other.source, f"not translated: {one.source[:60]}"
        else:
            shape, other_shape = _shapes(one.source, other.source, *sentences)
            assert shape == other_shape


def test_the_same_seed_gives_the_same_notebook(assignment):
    assert assignment.variant(5, "es").master == assignment.variant(5, "es").master
    assert assignment.variant(5, "es").keys != assignment.variant(6, "es").keys


def test_a_variant_is_named_by_assignment_edition_and_seed():
    assert VariantId.parse("economy-trade-es-12") == VariantId("economy-trade", "es", 12)
    assert VariantId.parse("economy-trade") is None
    assert VariantId.parse(None) is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('T["wrong"]', 'T["wrogn"]', "wrogn"),
        ("{{PLACE}}", "{{PLAICE}}", "PLAICE"),
        ('tags=["preparation"]', "", "preparation"),
        ("def keys(P):", "def kees(P):", "keys"),
        ('[markdown] lang="es"\n# ¿Por qué', "[markdown]\n# ¿Por qué", "lang"),
        ('"grade_id": "mean"', '"grade_id": "total"', "total"),
    ],
)
def test_a_broken_master_is_refused_with_its_place(masters, old, new, message):
    path = masters / "sums.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new).replace("P, T, KEYS = preview(draw, keys, TEXTS)", ""), encoding="utf-8")
    with pytest.raises(SourceError, match=message) as caught:
        find_assignment("sums", masters).variant(1, "es")
    assert "sums.py" in str(caught.value)


def test_an_unknown_assignment_lists_those_there_are(masters):
    with pytest.raises(SourceError, match="sums"):
        find_assignment("summs", masters)
