"""YAML read strictly, with the line of every value: what a question bank needs and YAML's defaults do not give.

Refused: anchors and aliases (a small file could unfold into gigabytes), duplicate keys, tags, files over a megabyte,
texts of a length no question has, and signs that nobody sees or that turn the direction of writing.
Words stay words: ``no``, ``on``, ``12:30`` and ``2026-07-01`` are texts here, not booleans, minutes or dates.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import yaml

SIZE_LIMIT = 1_000_000
DEPTH_LIMIT = 40
TEXT_LIMIT = 4_000
NUMBER_LIMIT = 24  # digits and signs; longer ones are a slip, and past 4,300 Python refuses them
# Both languages run left to right: marks of direction (and zero-width signs) could only hide what a text really says.
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")


class BankError(ValueError):
    """Something to mend in a bank file. ``problems``: every one as "file:line: what, and the mend"."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__("\n".join(problems))


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?$"),
    list("-+0123456789"),
)


class Located:
    """The value of a YAML file and the line each part of it stands on."""

    def __init__(self, value: Any, name: str, lines: dict[tuple, int]):
        self.value, self.name, self._lines = value, name, lines

    def at(self, *path: str | int) -> str:
        """ "file:line" of the value at ``path``, or of the nearest thing around it that exists."""
        while path and path not in self._lines:
            path = path[:-1]
        return f"{self.name}:{self._lines.get(path, 1)}"


def read(path: Path, name: str | None = None) -> Located:
    """The file at ``path`` with the line of each value. Raises BankError (one problem) or FileNotFoundError."""
    name = name or path.name
    size = path.stat().st_size
    if size > SIZE_LIMIT:
        raise BankError([f"{name}:1: {size:,} bytes; a bank may have {SIZE_LIMIT:,}. Split the lesson's bank."])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BankError([f"{name}:{line}: not UTF-8. Save the file as UTF-8."]) from None
    return parse(text, name)


def parse(text: str, name: str) -> Located:
    """The same for a text already read."""
    loader = None
    try:
        loader = _Loader(text)
        _refuse_traps(text, name)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        mend = "Check indentation, quotes and colons."
        if "'?'" in (error.problem or ""):
            mend = "A text that holds a question mark must be in quotes inside { }."
        raise BankError([f"{name}:{line}: not YAML: {error.problem}. {mend}"]) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        code = error.character if isinstance(error.character, int) else ord(error.character)
        raise BankError([f"{name}:{line}: a character YAML does not allow (U+{code:04X}). Remove it."]) from None
    if node is None:
        raise BankError([f"{name}:1: the file is empty. It needs 'sets:' and 'questions:'."])
    lines: dict[tuple, int] = {}
    return Located(_value(loader, node, (), name, lines), name, lines)


def _refuse_traps(text: str, name: str) -> None:
    """Stop at the first alias, tag or absurd depth, before anything is built (and before the parser gets slow)."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BankError([f"{name}:{line}: anchors and aliases (& and *) are not allowed. Write the text out."])
        if getattr(event, "tag", None):
            raise BankError([f"{name}:{line}: tag {event.tag!r} is not allowed. Write a plain value."])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH_LIMIT:
            raise BankError([f"{name}:{line}: nested too deep. A bank needs a dozen levels at most."])


def _value(loader: _Loader, node: yaml.Node, path: tuple, name: str, lines: dict[tuple, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _scalar(loader, node, name)
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item, (*path, index), name, lines) for index, item in enumerate(node.value)]
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise BankError([f"{name}:{key_line}: a key must be a word, not a list or a mapping."])
        key = _scalar(loader, key_node, name)
        if key in result:
            raise BankError([f"{name}:{key_line}: {key!r} is given twice here. Keep one."])
        result[key] = _value(loader, value_node, (*path, key), name, lines)
        lines[(*path, key)] = key_line
    return result


def _scalar(loader: _Loader, node: yaml.ScalarNode, name: str) -> Any:
    line = node.start_mark.line + 1
    if len(node.value) > TEXT_LIMIT:
        raise BankError(
            [f"{name}:{line}: a text of {len(node.value):,} characters; {TEXT_LIMIT:,} at most. Shorten it."]
        )
    unseen = UNSEEN.search(node.value)
    if unseen:
        line += node.value[: unseen.start()].count("\n") + (node.style in ("|", ">"))
        raise BankError([f"{name}:{line}: a sign nobody sees (U+{ord(unseen.group()):04X}). Remove it."])
    if node.tag.endswith((":int", ":float")) and len(node.value) > NUMBER_LIMIT:
        raise BankError([f"{name}:{line}: a number of {len(node.value)} digits. Round it."])
    value = loader.construct_object(node)
    if isinstance(value, float) and not math.isfinite(value):
        raise BankError([f"{name}:{line}: {node.value} is too large a number. Write it smaller."])
    return value
