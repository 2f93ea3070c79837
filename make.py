#!/usr/bin/env python3
"""Set up the course in its own .venv, then hand over to the ``vecinos`` command.

    python make.py book      build both editions and serve them (--no-serve: only build)
    python make.py test      run every check
    python make.py --help    everything else

Needs only Python 3.11 or newer. The first run installs the pinned requirements; later runs start at once.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "vecinos-installed"


def wanted() -> str:
    """What the environment must have been made from: Python's version, the pins and the package's settings."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def run(*command: object) -> None:
    code = subprocess.call([str(part) for part in command], cwd=ROOT)
    if code:
        sys.exit(f"make.py: this command failed with status {code}: {' '.join(str(part) for part in command)}")


def set_up() -> None:
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted():
        return
    print("Setting up .venv (once; a minute or two) …", flush=True)
    if STAMP.exists():
        STAMP.unlink()
    uv = shutil.which("uv")  # only faster, never needed
    if uv:
        run(uv, "venv", "--quiet", "--seed", "--clear", "--python", sys.executable, VENV)
        install = [uv, "pip", "install", "--quiet", "--python", PYTHON]
    else:
        try:
            import ensurepip  # noqa: F401
        except ImportError:
            sys.exit("make.py: this Python has no venv module. On Debian and Ubuntu: sudo apt install python3-venv")
        run(sys.executable, "-m", "venv", "--clear", VENV)
        install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*install, "-r", "requirements.txt")
    run(*install, "--no-deps", "--editable", ".")
    STAMP.write_text(wanted())


def main() -> int:
    if sys.version_info < (3, 11):
        sys.exit(f"make.py: Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    set_up()
    return subprocess.call([str(PYTHON), "-m", "vecinos.cli", *(sys.argv[1:] or ["--help"])], cwd=ROOT)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
