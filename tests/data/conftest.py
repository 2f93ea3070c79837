"""A small copy of the real tables that a test may break."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

from vecinos.data.load import TABLES, Catalogue


class Copy:
    """One table in a folder of its own: change its bytes or its manifest, then load it."""

    def __init__(self, folder: Path, name: str):
        self.name, self.folder = name, folder
        self.csv, self.yaml = folder / f"{name}.csv", folder / f"{name}.yaml"
        for path in (self.csv, self.yaml):
            shutil.copyfile(TABLES / path.name, path)

    def bytes(self, change, rehash: bool = True) -> None:
        """Rewrite the CSV as change(bytes); with rehash the manifest's hash follows: other rules must catch it."""
        raw = change(self.csv.read_bytes())
        self.csv.write_bytes(raw)
        if rehash:
            self.manifest(sha256=hashlib.sha256(raw).hexdigest())

    def manifest(self, **changes) -> None:
        content = yaml.safe_load(self.yaml.read_text(encoding="utf-8"))
        content.update(changes)
        self.yaml.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")

    def load(self):
        return Catalogue(self.folder).table(self.name)


@pytest.fixture
def copy_of(tmp_path):
    return lambda name: Copy(tmp_path, name)
