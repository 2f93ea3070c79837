"""A machine of its own for the class server: bubblewrap as root, with accounts, network and files of its own.

Nothing of it is left when its first process ends; the accounts made in it were never on the machine below.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COURSE = "/opt/vecinos"
PROXY = "configurable-http-proxy@5.3.0"
# What logging in, looking up names and starting programs read in /etc; accounts are made anew.
SETTINGS = """alternatives default fonts ld.so.cache ld.so.conf ld.so.conf.d localtime login.defs nsswitch.conf pam.conf
    pam.d security skel ssl""".split()
# What a checkout needs to be one; students could read a book on it as well.
CHECKOUT = ("_toc.yml", "book/references.bib", "docs", "exercises", "hub", "src", "tests/hub")


def as_root() -> list[str]:
    """The words that make a command root's. Fails the test where nothing does: accounts are what it is about."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") is None or subprocess.run([*sudo, "true"], capture_output=True).returncode:
        pytest.fail(
            "The class server's test makes accounts and needs root (or sudo without a password): run it as root."
        )
    return sudo


def installed(name: str, made_of: str, *command: str) -> Path:
    """The folder of _build that ``command``, given it as last word, installs into; made once for each ``made_of``."""
    folder = ROOT / "_build" / f"{name}-{hashlib.sha256(made_of.encode()).hexdigest()[:12]}"
    if not folder.is_dir():
        part = folder.with_name(f"{folder.name}.{os.getpid()}")
        part.mkdir(parents=True)
        done = subprocess.run([*command, str(part)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        part.rename(folder)
    return folder


def hub_packages() -> Path:
    pins = ROOT / "hub" / "requirements.txt"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "-r", str(pins), "--target"]
    return installed("hub", f"{sys.version_info[:2]} {pins.read_text()}", *pip)


def proxy_package() -> Path:
    return installed("hub-proxy", PROXY, "npm", "install", "--silent", "--no-fund", "--no-audit", PROXY, "--prefix")


def machine(*command: str) -> list[str]:
    """The words that run ``command`` as root of the machine, in a copy of this checkout at COURSE."""
    words = ["bwrap", "--die-with-parent", "--cap-add", "ALL", "--clearenv", "--hostname", "class"]
    words += [f"--unshare-{one}" for one in ("pid", "net", "ipc", "uts")] + ["--proc", "/proc", "--dev", "/dev"]
    for folder in ("/tmp", "/dev/shm"):
        words += ["--perms", "1777", "--tmpfs", folder]
    # Folders that bubblewrap makes by the way would be root's alone.
    words += [word for name in ("etc", "home", "opt", "root", "run", "srv", "var") for word in ("--dir", f"/{name}")]
    words += ["--ro-bind", "/usr", "/usr"]
    for name in ("lib", "lib64", "bin", "sbin"):
        link = Path("/", name)
        if link.exists():
            words += (
                ["--symlink", os.readlink(link), str(link)]
                if link.is_symlink()
                else ["--ro-bind", str(link), str(link)]
            )
    for name in SETTINGS:
        words += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    hub, proxy, node = hub_packages(), proxy_package(), Path(shutil.which("node")).resolve().parents[1]
    for folder in [*_python_folders(), hub, proxy, node]:
        if not folder.is_relative_to("/usr"):
            for parent in reversed(folder.parents[:-1]):
                words += ["--dir", str(parent)]
            words += ["--ro-bind", str(folder), str(folder)]
    for name in CHECKOUT:
        words += ["--ro-bind", str(ROOT / name), f"/checkout/{name}"]
    variables = {
        "HOME": "/root",
        "LANG": "C.UTF-8",
        # The hub finds its packages here; on a real machine they are in the course's .venv.
        "PATH": f"{COURSE}/.venv/bin:{hub}/bin:{proxy}/node_modules/.bin:{node}/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "PYTHONPATH": f"{COURSE}/src:{hub}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "ENVIRONMENT": sys.prefix,
    }
    for name, value in variables.items():
        words += ["--setenv", name, value]
    return [*as_root(), *words, "--", *command]


def _python_folders() -> list[Path]:
    wanted = [sys.base_prefix, sys.prefix, *site.getsitepackages()]
    kept: list[Path] = []
    for folder in map(Path, wanted):
        if not any(folder.is_relative_to(one) for one in kept):
            kept.append(folder)
    return kept
