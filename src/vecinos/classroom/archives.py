"""Notebooks read out of zip archives that anybody may have made: into memory, within limits, never onto the disk.

What is wrong with one entry is a note for the teacher; the rest of the archive is still read.
"""

from __future__ import annotations

import contextlib
import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vecinos.classroom.normalise import LARGEST_BYTES, Note, Unreadable

# What one student's archive may hold, unpacked; far beyond any honest hand-in.
LARGEST_SUM = 2 * LARGEST_BYTES
MOST_ENTRIES = 20_000
# Honest notebooks shrink 3 to 20 times. Below SMALL bytes no ratio does harm.
LARGEST_RATIO = 200
SMALL = 10_000_000
JUNK = ("__MACOSX", "Thumbs.db", "desktop.ini")
_CENTRAL_HEADER = b"PK\x01\x02"
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
# What zipfile raises, besides its own error, for bytes that are not as they should be.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, LookupError, ValueError, RuntimeError)


@dataclass(frozen=True)
class Entry:
    """One file or folder of an archive. ``parts``: its path, safe parts only; ``key``: the name to read it by.

    ``size`` and ``packed``: bytes as the archive declares them; ``note``: why it must not be read, if so.
    """

    parts: tuple[str, ...]
    key: str
    folder: bool
    size: int
    packed: int
    note: Note | None

    @property
    def wanted(self) -> bool:
        return not self.folder and self.note is None and is_wanted(self.parts[-1])


def is_notebook(name: str) -> bool:
    return name.lower().endswith(".ipynb")


def is_archive(name: str) -> bool:
    return name.lower().endswith(".zip")


def is_wanted(name: str) -> bool:
    """Whether a file of this name may hold a hand-in."""
    return is_notebook(name) or is_archive(name)


def is_junk(parts: Iterable[str]) -> bool:
    """What computers add by themselves: dotfiles (checkpoints among them), __MACOSX and the like."""
    return any(part.startswith(".") or part in JUNK for part in parts)


@contextlib.contextmanager
def opened(source: Path | bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """The archive, to be read. Raises Unreadable (also inside the block) when it is damaged, locked or too large."""
    if isinstance(source, bytes) and source.count(_CENTRAL_HEADER) > MOST_ENTRIES:
        # Counted before opening: zipfile makes an object of each of them.
        raise Unreadable("archive-many", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            yield archive
    except Unreadable:  # a ValueError too
        raise
    except _BROKEN as error:
        raise Unreadable("archive-damaged", file=name, why=str(error) or type(error).__name__) from None


def entries(archive: zipfile.ZipFile) -> list[Entry]:
    """What the archive says it holds, without what computers add by themselves."""
    infos = archive.infolist()
    times = Counter(info.filename for info in infos)
    found = []
    for info in infos:
        shown = _shown(info)
        pieces = re.split(r"[/\\]", shown.replace("\0", "_"))
        parts = tuple(part for part in pieces if part not in ("", ".", "..") and not re.fullmatch("[A-Za-z]:", part))
        if not is_junk(parts):
            note = _problem(info, shown, times[info.filename] > 1)
            entry = Entry(parts or ("_",), info.filename, info.is_dir(), info.file_size, info.compress_size, note)
            found.append(entry)
    return found


def read_entry(archive: zipfile.ZipFile, key: str) -> bytes:
    """One entry's bytes, at most LARGEST_BYTES and as many as its header says. Raises Unreadable, zipfile's errors."""
    info = archive.getinfo(key)
    name = PurePosixPath(_shown(info)).name
    if info.file_size > LARGEST_BYTES:
        raise Unreadable("too-large", megabytes=info.file_size // 1_000_000)
    with archive.open(info) as file:
        # zipfile unpacks as much as it is asked for, whatever the header says.
        data = file.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise Unreadable("archive-damaged", file=name, why=f"{len(data)} bytes, not {info.file_size}")
    return data


def too_much(found: Iterable[Entry]) -> bool:
    """Whether these entries, one student's, are more than an honest hand-in can be when unpacked."""
    found = list(found)
    size, packed = sum(one.size for one in found), sum(one.packed for one in found)
    return size > LARGEST_SUM or (size > SMALL and size > LARGEST_RATIO * max(packed, 1))


def unpack(data: bytes, name: str) -> tuple[list[tuple[str, bytes]], list[Note]]:
    """The notebooks (file name, bytes) in a student's own archive called ``name``, and what was wrong with the rest."""
    notebooks: list[tuple[str, bytes]] = []
    notes: list[Note] = []
    try:
        with opened(data, name) as archive:
            found = entries(archive)
            notes += [one.note for one in found if one.note]
            wanted = [one for one in found if one.wanted]
            notes += [Note("archive-nested", {"file": one.parts[-1]}) for one in wanted if is_archive(one.parts[-1])]
            wanted = [one for one in wanted if is_notebook(one.parts[-1])]
            if too_much(wanted):
                raise Unreadable("archive-large", file=name, megabytes=sum(one.size for one in wanted) // 1_000_000)
            notebooks += [(one.parts[-1], read_entry(archive, one.key)) for one in wanted]
    except Unreadable as problem:
        notes.append(problem.note)
    return notebooks, notes


def _shown(info: zipfile.ZipInfo) -> str:
    """The entry's name for people: macOS writes UTF-8 without saying so, which zipfile takes for cp437."""
    name = info.orig_filename
    if info.flag_bits & _UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _problem(info: zipfile.ZipInfo, shown: str, twice: bool) -> Note | None:
    """Why this entry must not be read: a name that leads elsewhere, a link, a password, an unclear or odd content."""
    pieces = shown.rstrip("/").split("/")
    if "\\" in shown or "\0" in shown or {"", ".", ".."} & set(pieces) or re.match("[A-Za-z]:", shown):
        return Note("archive-name", {"entry": shown})
    if stat.S_ISLNK(info.external_attr >> 16):
        return Note("archive-link", {"entry": shown})
    if not is_wanted(shown):
        return None
    if info.flag_bits & _ENCRYPTED:
        return Note("archive-locked", {"entry": shown})
    if twice:
        return Note("archive-twice", {"entry": shown})
    # The other methods can ask for gigabytes of memory before the first byte comes out.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return Note("archive-damaged", {"file": pieces[-1], "why": f"method {info.compress_type}"})
    return None
