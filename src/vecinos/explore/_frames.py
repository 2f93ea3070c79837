"""Storing many frames in little room: the first whole, the others as what differs from it, token by token."""

from __future__ import annotations

import difflib
import re

TOKEN = re.compile(r"<[^>]+>[^<]*|^[^<]+")


def tokens(html: str) -> list[str]:
    """The text cut before every tag; joined, the tokens are the text again."""
    return TOKEN.findall(html)


def pack(base: str, frame: str) -> list[list]:
    """The edits that make ``frame`` of ``base``: [start, end, [new tokens]] in base's tokens, from the end."""
    old, new = tokens(base), tokens(frame)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    edits = [[start, end, new[low:high]] for tag, start, end, low, high in matcher.get_opcodes() if tag != "equal"]
    return edits[::-1]


def unpack(base: str, edits: list[list]) -> str:
    """The frame again: the twin of ``unpack`` in explore.js."""
    parts = tokens(base)
    for start, end, new in edits:
        parts[start:end] = new
    return "".join(parts)
