"""Formulas as MathML, made at build time: no script, no font, readable by screen readers."""

from __future__ import annotations

from latex2mathml.converter import convert


def setup(app) -> None:
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))


def _inline(self, node) -> None:
    from docutils.nodes import SkipNode

    self.body.append(f'<span class="math">{convert(node.astext())}</span>')
    raise SkipNode


def _block(self, node) -> None:
    from docutils.nodes import SkipNode

    self.body.append(f'<div class="math">{convert(node.astext(), display="block")}</div>')
    raise SkipNode
