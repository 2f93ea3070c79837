"""What the book does to every page's tree."""

from docutils import nodes
from docutils.core import publish_doctree

from vecinos.book.doctree import keep_whole


def test_a_name_with_a_short_first_part_stays_on_one_line_outside_code():
    tree = publish_doctree(
        "Annex 23-A\n==========\n\nT-MEC, anexo 23-A; US-Mexico, X-ray and H-2A are left. ``T-MEC``\n\n::\n\n  T-MEC\n"
    )
    before = tree.astext()
    keep_whole(tree)
    kept = [node.astext() for node in tree.findall(nodes.inline) if "whole" in node["classes"]]
    assert kept == ["23-A", "T-MEC", "23-A"]
    assert tree.astext() == before
