"""Students' code runs in a kernel of its own inside bubblewrap: no network, no other files, limited memory and time.

nbgrader, the masters and the gradebook stay outside; kernel and grader speak over sockets in one private folder.
There are two ways to a kernel. ``ForkServer`` keeps one sandbox with warm imports and forks a kernel for each
submission (forkserver.py says how forks are kept apart); ``kernels`` starts a cold one in a sandbox of its own, which
Jupyter does through this module (``python -m vecinos.classroom.sandbox CONNECTION_FILE``).
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import shutil
import site
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from traitlets.config import Config

from vecinos.classroom.forkserver import USERS, Walls
from vecinos.mode import PICTURE_ONLY, STATIC_VARIABLE

RUN_VARIABLE = "VECINOS_GRADE_RUN"
HOME = "/home/student"
PACKAGE = Path(__file__).resolve().parents[1]
# Folders a kernel may write to: each finds them empty.
EMPTY_FOLDERS = (HOME, "/tmp", "/dev/shm")
MEMORY_BYTES = 2_500_000_000
TOTAL_MEMORY_BYTES = 4_000_000_000
PROCESSES = 128
FILE_BYTES = 100_000_000
CPU_SECONDS = 300
RUN_SECONDS = 600
SCRATCH_BYTES = 200_000_000
START_SECONDS = 60
SYSTEM_FOLDERS = ("/usr", "/etc/fonts", "/etc/alternatives")
# Far above the numbers systems give to people and services; each process has USERS of its own for kernels.
FIRST_USER = 1_000_000_000
KERNEL = {
    "display_name": "Python 3 (sandboxed)",
    "language": "python",
    # A timeout must interrupt the student's cell; a signal would kill bubblewrap and lose the submission.
    "interrupt_mode": "message",
}


class NoSandbox(RuntimeError):
    """bubblewrap is missing or is not allowed to work here; the message says which, and what to do."""


def require_sandbox() -> None:
    """Return if a sandbox can be made here; else raise NoSandbox with the reason."""
    if sys.platform != "linux" or shutil.which("bwrap") is None:
        raise NoSandbox("bubblewrap is not installed (it exists for Linux: apt install bubblewrap)")
    trial = [*_walls(), "--", *_limits(), sys.executable, "-c", ""]
    done = subprocess.run(trial, capture_output=True, text=True, timeout=START_SECONDS)
    if done.returncode:
        raise NoSandbox(f"bubblewrap cannot make a sandbox here: {done.stderr.strip() or done.returncode}")


@contextlib.contextmanager
def kernels(sandboxed: bool) -> Iterator[Config]:
    """Settings for nbgrader while the kernels it starts are the right ones: each in a sandbox, or plain ones.

    Either way lessons run in static mode, so that charts leave pictures and open no channel to a browser.
    """
    with tempfile.TemporaryDirectory(prefix="vecinos-") as name:
        run = Path(name) / "run"
        run.mkdir()
        if not sandboxed:
            with environment({STATIC_VARIABLE: PICTURE_ONLY}):
                yield _settings(run)
            return
        _write_kernel(Path(name), [sys.executable, "-m", "vecinos.classroom.sandbox", "{connection_file}"])
        with environment(_inside(Path(name), run)):
            yield _settings(run)


class Forks:
    """A fork server of this machine, started by this process or by another. ``folder``: where it has its socket."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = folder / "forks"

    @property
    def alive(self) -> bool:
        """Whether the server is there; one that is still importing is."""
        try:
            with socket.socket(socket.AF_UNIX) as knock:
                knock.settimeout(START_SECONDS)
                knock.connect(str(self.address))
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def kernels(self) -> Iterator[Config]:
        """Settings for nbgrader while the kernels it starts are forks of this server."""
        run = Path(tempfile.mkdtemp(prefix="", dir=self.folder / "runs"))
        # Its owner will be the kernel's user; the server, which gives it away, must still get in.
        run.chmod(0o755)
        try:
            with environment(_inside(self.folder, run)):
                yield _settings(run)
        finally:
            shutil.rmtree(run, ignore_errors=True)


class ForkServer(Forks):
    """One sandbox whose server imports what notebooks use and forks a kernel for each submission.

    The server is started and not waited for. Raises NoSandbox when it cannot be started.
    """

    def __init__(self) -> None:
        super().__init__(Path(tempfile.mkdtemp(prefix="vecinos-")))
        self._ready = False
        (self.folder / "runs").mkdir()
        client = Path(__file__).with_name("forkclient.py")
        _write_kernel(self.folder, [sys.executable, "-I", "-S", str(client), str(self.address), "{connection_file}"])
        try:
            self._process = self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self) -> subprocess.Popen:
        runs = str(self.folder / "runs")
        with socket.socket(socket.AF_UNIX) as listener, (self.folder / "log").open("wb") as log:
            # The socket lies outside the sandbox: only whoever inherited it can be reached through it.
            listener.bind(str(self.address))
            listener.listen()
            walls = _fork_walls(listener.fileno())
            words = [*_walls(server=True), "--bind", runs, runs, "--remount-ro", "/", "--"]
            words += [sys.executable, "-m", "vecinos.classroom.forkserver", json.dumps(asdict(walls))]
            return subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=[listener.fileno()]
            )

    def require(self) -> None:
        """Wait until the server is ready. Raises NoSandbox when this system does not let it keep its forks apart."""
        if self._ready:
            return
        with socket.socket(socket.AF_UNIX) as trial:
            trial.settimeout(START_SECONDS)
            try:
                trial.connect(str(self.address))
                trial.sendall(b"trial\n")
                said = trial.recv(4096).decode(errors="replace")
            except OSError as error:
                said = "" if isinstance(error, ConnectionError) else str(error)
        if said != "ok":
            log = (self.folder / "log").read_text(errors="replace").strip().splitlines()
            raise NoSandbox(f"kernels cannot be forked here: {said or (log or ['no reason given'])[-1]}")
        self._ready = True

    def stop(self) -> None:
        """End the server and every kernel it forked."""
        process = getattr(self, "_process", None)
        if process is not None:
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


_own: ForkServer | None = None
_own_lock = threading.Lock()


def fork_server() -> ForkServer:
    """This process's fork server: started if there is none, not waited for, kept until the process ends."""
    global _own
    with _own_lock:
        if _own is None or not _own.alive:
            _own = ForkServer()
            atexit.register(_own.stop)
        return _own


def kernel_source(
    sandboxed: bool, forks: Path | None = None
) -> Callable[[], contextlib.AbstractContextManager[Config]]:
    """The quickest kernels that are safe in this process: forked ones, else (or unsandboxed) cold ones.

    ``forks``: the folder of a server that was shown to keep its forks apart; None: none does here. Where it is not
    found, on another machine or because it died, this process gets one of its own.
    """
    if not sandboxed or forks is None:
        return lambda: kernels(sandboxed)
    if (shared := Forks(forks)).alive:
        return shared.kernels
    server = fork_server()
    try:
        server.require()
    except NoSandbox:
        return lambda: kernels(True)
    return server.kernels


def _settings(run: Path) -> Config:
    config = Config()
    # A student's kernel has nothing to save: it need not be asked to leave.
    config.Execute.shutdown_kernel = "immediate"
    if os.name != "nt":
        config.KernelManager.transport = "ipc"
        config.KernelManager.ip = str(run / "k")
    return config


def _inside(folder: Path, run: Path) -> dict[str, str]:
    # The connection file is put in TMPDIR, whose folder the kernel must see: it gets one with nothing else in it.
    return {STATIC_VARIABLE: PICTURE_ONLY, "TMPDIR": str(run), RUN_VARIABLE: str(run), "JUPYTER_PATH": str(folder)}


def _write_kernel(folder: Path, command: list[str]) -> None:
    spec = folder / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(json.dumps(KERNEL | {"argv": command}), encoding="utf-8")


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


def _walls(*, server: bool = False) -> list[str]:
    """bwrap's arguments up to the command: a system to read, empty folders to work in, nothing else.

    ``server``: for the fork server, which parts its forks itself and needs the rights for that if it is root's.
    """
    words = ["bwrap", *_namespaces(server), "--die-with-parent", "--new-session", "--clearenv"]
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
        # bwrap would make the folders above it unreadable for anybody but their owner.
        for parent in reversed(folder.parents[:-1]):
            words += ["--dir", str(parent)]
        words += ["--ro-bind", str(folder), str(folder)]
    words += ["--dir", "/home", "--size", str(SCRATCH_BYTES), "--perms", "1777", "--tmpfs", HOME, "--chdir", HOME]
    for name, value in _variables().items():
        words += ["--setenv", name, value]
    return words


def _namespaces(server: bool) -> list[str]:
    if os.getuid() != 0:
        return ["--unshare-all"]
    # Limits on processes do not hold for root, in whatever namespace: kernels become another user, which takes rights.
    rights = ["SETUID", "SETGID", "SETPCAP", *(["SYS_ADMIN", "CHOWN", "KILL"] if server else [])]
    kinds = ["ipc", "pid", "net", "uts", "cgroup-try"]
    words = [f"--unshare-{kind}" for kind in kinds] + ["--cap-drop", "ALL"]
    return words + [word for right in rights for word in ("--cap-add", f"CAP_{right}")]


def _kernel_user() -> int | None:
    """The first user that kernels of this process run as when it is root's; None: the same as this process."""
    return FIRST_USER + USERS * os.getpid() if os.getuid() == 0 else None


def _fork_walls(listener: int) -> Walls:
    below = [str(folder) for folder in _python_folders() if any(folder.is_relative_to(one) for one in EMPTY_FOLDERS)]
    return Walls(
        listener=listener,
        user=_kernel_user(),
        home=HOME,
        empty=list(EMPTY_FOLDERS),
        keep=below,
        scratch_bytes=SCRATCH_BYTES,
        memory_bytes=MEMORY_BYTES,
        total_memory_bytes=TOTAL_MEMORY_BYTES,
        file_bytes=FILE_BYTES,
        processes=PROCESSES,
        cpu_seconds=CPU_SECONDS,
        run_seconds=RUN_SECONDS,
    )


def _python_folders() -> list[Path]:
    """What the kernel must read beyond the system: this Python, its environment, our package; never the masters."""
    wanted = [Path(sys.base_prefix), Path(sys.prefix), Path(sys.executable).resolve().parents[1], PACKAGE]
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
        "PYTHONPATH": str(PACKAGE.parent),
        STATIC_VARIABLE: PICTURE_ONLY,
        # Each OpenBLAS thread reserves address space, which is what the memory limit counts.
        "OPENBLAS_NUM_THREADS": "1",
    }


def _limits() -> list[str]:
    """The words before a command that limit it and, for root, make it an unprivileged user's."""
    words = [
        "prlimit",
        f"--as={MEMORY_BYTES}",
        f"--nproc={PROCESSES}",
        f"--fsize={FILE_BYTES}",
        f"--cpu={CPU_SECONDS}",
        "--core=0",
    ]
    user = _kernel_user()
    if user is not None:
        words += ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--bounding-set=-all"]
        words += ["--inh-caps=-all", "--no-new-privs"]
    return words


def command(connection_file: Path, run: Path) -> list[str]:
    """The whole command that starts one cold kernel. Raises ValueError if ``run`` would open more than itself."""
    if connection_file.resolve().parent != run.resolve():
        raise ValueError(f"The connection file is not in {run}: the sandbox would show the kernel a foreign folder.")
    kernel = [sys.executable, "-m", "ipykernel_launcher", "-f", str(connection_file)]
    return [*_walls(), "--bind", str(run), str(run), "--", *_limits(), *kernel]


def main() -> None:
    run = Path(os.environ[RUN_VARIABLE])
    words = command(Path(sys.argv[1]), run)
    user = _kernel_user()
    if user is not None:
        for path in (run, *run.iterdir()):
            os.chown(path, user, user)
    # A kernel greets whoever started it; a teacher grading a class has no use for that.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execvp(words[0], words)


if __name__ == "__main__":
    main()
