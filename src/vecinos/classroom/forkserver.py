"""Kernels with warm imports: one process imports what notebooks use, and every submission gets a fork of it.

This runs inside bubblewrap, which keeps the machine out of reach. What is added here keeps submissions apart: each
fork has namespaces of its own (processes, files, network, shared memory), empty folders in place of everything it
could write to, limits of its own and no rights. The server itself never runs a student's code.

``python -m vecinos.classroom.forkserver SETTINGS`` with SETTINGS in JSON: see ``Walls``. Whoever connects to the
listening socket sends one line: ``trial`` (answered ``ok`` or the reason why forks cannot be kept apart here), or the
path of a connection file (the socket closes when that kernel has ended, and closing it ends the kernel). Whoever closes
without a word only wanted to know whether somebody is there.
"""

from __future__ import annotations

import ctypes
import gc
import itertools
import json
import os
import resource
import selectors
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

NEW_MOUNTS, NEW_UTS, NEW_IPC, NEW_USERS = 0x20000, 0x4000000, 0x8000000, 0x10000000
NEW_PROCESSES, NEW_NETWORK = 0x20000000, 0x40000000
MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 4096, 16384, 1 << 18
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
LAST_CAPABILITY = 63
CAPABILITY_VERSION_3 = 0x20080522
WATCH_SECONDS = 0.25
# Kernels that run at the same time are different users; after this many the numbers begin again.
USERS = 512
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Walls:
    """What keeps one submission from the next. ``user``: first of the USERS uids kernels run as when the server is
    root, else None.

    ``listener``: number of the listening socket; ``empty``: folders a kernel finds empty and may write to; ``keep``:
    read-only folders that lie below one of them; limits in bytes, seconds and processes.
    """

    listener: int
    user: int | None
    home: str
    empty: list[str]
    keep: list[str]
    scratch_bytes: int
    memory_bytes: int
    total_memory_bytes: int
    file_bytes: int
    processes: int
    cpu_seconds: int
    run_seconds: int


@dataclass
class _Kernel:
    client: socket.socket
    pid: int
    watch: int
    started: float


def main() -> None:
    walls = Walls(**json.loads(sys.argv[1]))
    listener = socket.socket(fileno=walls.listener)
    _warm()
    serve(listener, walls)


def _warm() -> None:
    """Import what lessons and assignments use and draw one chart, so that a fork starts with all of it at hand."""
    import io

    import ipykernel.debugger
    import ipykernel.ipkernel
    import ipykernel.kernelapp  # noqa: F401
    import IPython.core.completer  # noqa: F401
    import matplotlib.pyplot as plt
    import pandas as pd
    from IPython.core.ultratb import VerboseTB

    import vecinos

    frame = pd.DataFrame({"year": [1, 2], "value": [1.0, 2.0]})
    frame.groupby("year")["value"].sum().to_frame()._repr_html_()
    figure = plt.figure()
    figure.subplots().plot([0, 1], [0, 1], label="1")
    figure.savefig(io.BytesIO(), format="svg")
    plt.close(figure)
    vecinos.bar_chart  # noqa: B018 (loaded when first named)
    with suppress(Exception):
        vecinos.table("trade-goods")
        vecinos.line_chart(frame, "year", "value", title="1", unit="1", alt="1", source="trade-goods")
    # The first traceback makes a list of all modules there are.
    try:
        raise ValueError
    except ValueError as error:
        VerboseTB().structured_traceback(type(error), error, error.__traceback__)
    # Collected once: objects that no fork touches stay in shared memory.
    gc.collect()
    gc.freeze()


def serve(listener: socket.socket, walls: Walls) -> None:
    """Fork a kernel for each connection until the listening socket's other side is gone; one thread, one loop."""
    kernels: dict[int, _Kernel] = {}
    users = itertools.cycle(range(USERS))
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select(WATCH_SECONDS if kernels else None):
                if key.fileobj is listener:
                    user = None if walls.user is None else walls.user + next(users)
                    _welcome(listener.accept()[0], listener, replace(walls, user=user), kernels, selector)
                elif key.data in kernels:
                    # The kernel has ended, or its client has: either way both go.
                    _end(kernels.pop(key.data), selector)
            now = time.monotonic()
            for pid, kernel in list(kernels.items()):
                late = now - kernel.started > walls.run_seconds
                if late or _resident_bytes(pid) > walls.total_memory_bytes:
                    _end(kernels.pop(pid), selector)


def _welcome(
    client: socket.socket,
    listener: socket.socket,
    walls: Walls,
    kernels: dict[int, _Kernel],
    selector: selectors.BaseSelector,
) -> None:
    client.settimeout(5)
    try:
        line = client.makefile("rb").readline().decode().strip()
    except OSError:
        line = ""
    if not line:
        client.close()
        return
    connection_file = None if line == "trial" else Path(line)
    pid = os.fork()
    if pid == 0:
        selector.close()
        for other in (listener, *(one.client for one in kernels.values())):
            other.close()
        _child(walls, connection_file, client)
    if connection_file is None:
        os.waitpid(pid, 0)
        client.close()
        return
    kernel = _Kernel(client, pid, os.pidfd_open(pid), time.monotonic())
    kernels[pid] = kernel
    for end in (client, kernel.watch):
        selector.register(end, selectors.EVENT_READ, pid)


def _end(kernel: _Kernel, selector: selectors.BaseSelector) -> None:
    for end in (kernel.client, kernel.watch):
        selector.unregister(end)
    # The children first: they die with the first process of their namespace, and its parent would leave it behind.
    for pid in [*reversed(_family(kernel.pid)[1:]), kernel.pid]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os.waitpid(kernel.pid, 0)
    os.close(kernel.watch)
    kernel.client.close()


def _family(pid: int) -> list[int]:
    """The process and all that descend from it, parents before children."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with suppress(OSError):
                stat = Path("/proc", name, "stat").read_text()
                children.setdefault(int(stat.rsplit(")", 1)[1].split()[1]), []).append(int(name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def _resident_bytes(pid: int) -> int:
    """Memory held by the process and its descendants; what a fork still shares with the server counts each time."""
    pages = 0
    for one in _family(pid):
        with suppress(OSError):
            pages += int(Path(f"/proc/{one}/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def _child(walls: Walls, connection_file: Path | None, client: socket.socket) -> None:
    """Never returns: keep apart, fork the kernel as first process of its own world, wait for it."""
    try:
        # A group of their own, led by this process: a signal to the group does not reach the server, and ipykernel,
        # which interrupts the whole group where it leads one, interrupts only itself.
        os.setsid()
        _part(walls, connection_file.parent if connection_file else None)
        pid = os.fork()
        if pid == 0:
            _kernel(walls, connection_file, client)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os._exit(status if status >= 0 else 1)
    except BaseException as error:
        _fail(error, connection_file, client)


def _fail(error: BaseException, connection_file: Path | None, client: socket.socket) -> None:
    traceback.print_exc()
    if connection_file is None:
        client.sendall(f"{type(error).__name__}: {error}".encode())
    os._exit(1)


def _part(walls: Walls, run: Path | None) -> None:
    """Leave the server's namespaces; the folders that could be written to become empty ones."""
    apart = NEW_MOUNTS | NEW_UTS | NEW_IPC | NEW_PROCESSES | NEW_NETWORK
    user, group = os.getuid(), os.getgid()
    _call("unshare", apart if walls.user is not None else apart | NEW_USERS)
    if walls.user is None:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    elif run is not None:
        for path in (run, *run.iterdir()):
            os.chown(path, walls.user, walls.user)
    _mount(None, "/", MS_REC | MS_PRIVATE)
    kept = [*walls.keep, *([str(run)] if run else [])]
    opened = {path: os.open(path, os.O_PATH | os.O_DIRECTORY) for path in kept}
    for folder in walls.empty:
        _mount("tmpfs", folder, MS_NOSUID | MS_NODEV, f"size={walls.scratch_bytes},mode=1777")
    for path, descriptor in opened.items():
        os.makedirs(path, exist_ok=True)
        _mount(f"/proc/self/fd/{descriptor}", path, MS_BIND | MS_REC)
        os.close(descriptor)


def _kernel(walls: Walls, connection_file: Path | None, client: socket.socket) -> None:
    """Never returns: what the first process of a submission's own world does."""
    try:
        _call("prctl", PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        _mount("proc", "/proc", MS_NOSUID | MS_NODEV)
        _limit(walls)
        _drop_rights(walls.user)
        if connection_file is None:
            client.sendall(b"ok")
            os._exit(0)
        client.close()
        os.chdir(walls.home)
        _reseed()
        _run_kernel(connection_file)
        os._exit(0)
    except BaseException as error:
        _fail(error, connection_file, client)


def _limit(walls: Walls) -> None:
    for kind, value in (
        (resource.RLIMIT_AS, walls.memory_bytes),
        (resource.RLIMIT_NPROC, walls.processes),
        (resource.RLIMIT_FSIZE, walls.file_bytes),
        (resource.RLIMIT_CPU, walls.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def _drop_rights(user: int | None) -> None:
    """No capability, none to be had back, and for a server of root an unprivileged user."""
    _call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    for capability in range(LAST_CAPABILITY + 1):
        # Numbers this system does not know are refused; the check below sees whether any right is left.
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())
    # Without this, a process that changed its user may not read its own entries in /proc.
    _call("prctl", PR_SET_DUMPABLE, 1, 0, 0, 0)
    status = Path("/proc/self/status").read_text()
    left = [line for line in status.splitlines() if line.startswith("Cap") and int(line.split()[1], 16)]
    if left:
        raise PermissionError(f"rights are left: {left}")


def _reseed() -> None:
    """Forks share the server's random numbers; each starts anew."""
    import random

    import numpy as np

    random.seed()
    np.random.seed()


def _run_kernel(connection_file: Path) -> None:
    from ipykernel.kernelapp import IPKernelApp

    signal.set_wakeup_fd(-1)
    app = IPKernelApp.instance()
    app.initialize(["-f", str(connection_file), "--HistoryManager.enabled=False"])
    app.start()


def _mount(source: str | None, target: str, flags: int, options: str = "") -> None:
    kind = source if source in ("tmpfs", "proc") else None
    _call("mount", *(_bytes(one) for one in (source, target, kind)), flags, _bytes(options or None), place=target)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else os.fsencode(text)


def _call(name: str, *arguments: object, place: str = "") -> None:
    """A system call; raises OSError that names it."""
    if getattr(_libc, name)(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}", place or None)


if __name__ == "__main__":
    main()
