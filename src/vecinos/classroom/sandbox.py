"""Students' code runs in a kernel of its own inside bubblewrap: no network, no other files, limited memory and time.

nbgrader, the masters and the gradebook stay outside. Jupyter starts the kernel through this module
(``python -m vecinos.classroom.sandbox CONNECTION_FILE``); kernel and grader speak over sockets in one private folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import site
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from traitlets.config import Config

RUN_VARIABLE = "VECINOS_GRADE_RUN"
HOME = "/home/student"
MEMORY_BYTES = 2_500_000_000
PROCESSES = 256
FILE_BYTES = 100_000_000
CPU_SECONDS = 300
SCRATCH_BYTES = 200_000_000
SYSTEM_FOLDERS = ("/usr", "/etc/fonts", "/etc/alternatives")
KERNEL = {
    "display_name": "Python 3 (sandboxed)",
    "language": "python",
    # A timeout must interrupt the student's cell; a signal would kill bubblewrap and lose the submission.
    "interrupt_mode": "message",
    "argv": [sys.executable, "-m", "vecinos.classroom.sandbox", "{connection_file}"],
}


class NoSandbox(RuntimeError):
    """bubblewrap is missing or is not allowed to work here; the message says which, and what to do."""


def require_sandbox() -> None:
    """Return if a sandbox can be made here; else raise NoSandbox with the reason."""
    if sys.platform != "linux" or shutil.which("bwrap") is None:
        raise NoSandbox("bubblewrap is not installed (it exists for Linux: apt install bubblewrap)")
    trial = [*_walls(), "--", sys.executable, "-c", ""]
    done = subprocess.run(trial, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise NoSandbox(f"bubblewrap cannot make a sandbox here: {done.stderr.strip() or done.returncode}")


@contextlib.contextmanager
def kernels(sandboxed: bool) -> Iterator[Config]:
    """Settings for nbgrader while the kernels it starts are the right ones: sandboxed, or plain ones.

    Either way lessons run in static mode, so that charts leave pictures and open no channel to a browser.
    """
    with tempfile.TemporaryDirectory(prefix="vecinos-") as name, environment({"VECINOS_STATIC": "1"}):
        config = Config()
        run = Path(name) / "run"
        run.mkdir()
        if os.name != "nt":
            config.KernelManager.transport = "ipc"
            config.KernelManager.ip = str(run / "k")
        if not sandboxed:
            yield config
            return
        spec = Path(name) / "kernels" / "python3"
        spec.mkdir(parents=True)
        (spec / "kernel.json").write_text(json.dumps(KERNEL), encoding="utf-8")
        # The connection file is put in TMPDIR, whose folder the kernel must see: it gets one with nothing else in it.
        inside = {"TMPDIR": str(run), RUN_VARIABLE: str(run), "JUPYTER_PATH": name}
        with environment(inside):
            yield config


@contextlib.contextmanager
def environment(values: dict[str, str]) -> Iterator[None]:
    """These environment variables for the length of the block."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    tempfile.tempdir = None  # tempfile remembers the folder it first found
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)
        tempfile.tempdir = None


def _walls() -> list[str]:
    """bwrap's arguments up to the command: a system to read, an empty home to work in, nothing else."""
    words = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    words += ["--size", str(SCRATCH_BYTES), "--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev"]
    for folder in SYSTEM_FOLDERS:
        if Path(folder).is_dir():
            words += ["--ro-bind", folder, folder]
    for name in ("lib", "lib64", "bin", "sbin"):
        link = Path("/", name)
        if link.is_symlink():
            words += ["--symlink", os.readlink(link), str(link)]
        elif link.is_dir():
            words += ["--ro-bind", str(link), str(link)]
    for folder in _python_folders():
        words += ["--ro-bind", str(folder), str(folder)]
    words += ["--size", str(SCRATCH_BYTES), "--tmpfs", HOME, "--chdir", HOME]
    for name, value in _variables().items():
        words += ["--setenv", name, value]
    return words


def _python_folders() -> list[Path]:
    """What the kernel must read beyond the system: this Python, its environment, our package; never the masters."""
    package = Path(__file__).resolve().parents[1]
    wanted = [Path(sys.base_prefix), Path(sys.prefix), Path(sys.executable).resolve().parents[1], package]
    wanted += [Path(folder) for folder in site.getsitepackages()]
    kept: list[Path] = []
    for folder in wanted:
        inside = any(folder.is_relative_to(one) for one in (*map(Path, SYSTEM_FOLDERS), *kept))
        if folder.is_dir() and not inside:
            kept.append(folder)
    return kept


def _variables() -> dict[str, str]:
    return {
        "HOME": HOME,
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": f"{HOME}/.matplotlib",
        "PYTHONDONTWRITEBYTECODE": "1",
        # The grader's own copy of the course, wherever it lies: another may be installed.
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "VECINOS_STATIC": "1",
        # Each OpenBLAS thread reserves address space, which is what the memory limit counts.
        "OPENBLAS_NUM_THREADS": "1",
    }


def command(connection_file: Path, run: Path) -> list[str]:
    """The whole command that starts one sandboxed kernel. Raises ValueError if ``run`` would open more than itself."""
    if connection_file.resolve().parent != run.resolve():
        raise ValueError(f"The connection file is not in {run}: the sandbox would show the kernel a foreign folder.")
    limits = [
        "prlimit",
        f"--as={MEMORY_BYTES}",
        f"--nproc={PROCESSES}",
        f"--fsize={FILE_BYTES}",
        f"--cpu={CPU_SECONDS}",
    ]
    kernel = [sys.executable, "-m", "ipykernel_launcher", "-f", str(connection_file)]
    return [*_walls(), "--bind", str(run), str(run), "--", *limits, "--", *kernel]


def main() -> None:
    run = Path(os.environ[RUN_VARIABLE])
    words = command(Path(sys.argv[1]), run)
    # A kernel greets whoever started it; a teacher grading a class has no use for that.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execvp(words[0], words)


if __name__ == "__main__":
    main()
