"""The papers that a teacher prints: each is a sheet of its own, readable in black and white."""

from __future__ import annotations

import pytest

LETTER = 940  # pixels of height that letter paper holds within its margins


@pytest.fixture(scope="module")
def address(site, serve) -> str:
    return serve(site)


def sheets(visit, address: str, name: str):
    """The handouts of a page of teach/, as they print, and the page."""
    page = visit(f"{address}/en/teach/{name}.html", viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    return page, page.locator("section.handout")


@pytest.mark.parametrize(("name", "count"), [("simulation-roles", 14), ("simulation-papers", 5), ("popups", 4)])
def test_each_handout_is_one_sheet_of_paper(visit, address, name, count):
    page, found = sheets(visit, address, name)
    assert found.count() == count
    for sheet in found.all():
        title = sheet.locator("h2").inner_text()
        assert sheet.evaluate("one => getComputedStyle(one).breakBefore") == "page", title
        sides = 2 if "negotiating text" in title else 1
        assert sheet.bounding_box()["height"] < sides * LETTER, title
    assert page.locator(".vb-only, .vb-bar").locator("visible=true").count() == 0
    assert page.complaints == []


def test_every_brief_has_a_public_and_a_confidential_part_and_charts_to_cite(visit, address):
    page, found = sheets(visit, address, "simulation-roles")
    for brief in found.all():
        told = brief.inner_text()
        for part in ("In public", "Your strongest argument", "Confidential", "A first move", "Cite at least two"):
            assert told.count(part) == 1, (told[:40], part)
        charts = brief.locator("ul").last.locator("li")
        assert charts.count() >= 2
        assert all(line.locator("a").count() for line in charts.all()), told[:40]
