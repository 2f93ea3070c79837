"""Tells MyST-NB (through its ``mime_renderers`` entry point) to prefer the course's own HTML over the picture.

Imported at every book build: keep it free of heavy imports.
"""

from vecinos.display import MIME


class VecinosMime:
    mime_priority_overrides = [("html", MIME, 1), ("dirhtml", MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline):
        if data.mime_type == MIME and not inline:
            return renderer.render_text_html(data)
        return None
