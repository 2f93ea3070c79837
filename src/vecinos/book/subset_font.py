"""Remake the heading font: ``python -m vecinos.book.subset_font SOURCE.woff2``.

SOURCE is the variable Latin file with optical size of Source Serif 4 (SIL Open Font License 1.1), for instance
``source-serif-4-latin-opsz-normal.woff2`` of the npm package ``@fontsource-variable/source-serif-4``.
The licence reserves the original name for unmodified files, hence the name written into ours.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).parent / "theme" / "static" / "vecinos-serif.woff2"
TEXT = "".join(map(chr, range(0x20, 0x7F))) + "áéíóúüñÁÉÍÓÚÜÑ¿¡–—‘’“”…·«»×°ºª€\u00a0\u2212"
NAMES = {1: "Vecinos Serif", 3: "Vecinos Serif 1", 4: "Vecinos Serif", 6: "VecinosSerif", 16: "Vecinos Serif"}


def make(source: Path, target: Path = TARGET) -> int:
    """Write the subset (Latin, Spanish, punctuation; weights 400 to 700; display size); returns its size in bytes."""
    font = TTFont(source)
    options = subset.Options(hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    options.layout_features = ["kern", "liga", "lnum", "pnum", "ccmp", "locl", "mark", "mkmk"]
    worker = subset.Subsetter(options)
    worker.populate(text=TEXT)
    worker.subset(font)
    font = instancer.instantiateVariableFont(font, {"opsz": 36, "wght": (400, 700)})
    for identity, name in NAMES.items():
        if font["name"].getDebugName(identity):
            font["name"].setName(name, identity, 3, 1, 0x409)
    font["name"].names = [record for record in font["name"].names if record.nameID != 25]
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


if __name__ == "__main__":
    print(f"{TARGET.name}: {make(Path(sys.argv[1])):,} bytes")
