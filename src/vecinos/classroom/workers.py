"""Where submissions are graded: in this process, on this machine's cores, or on a cluster. The task is the same."""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.forkserver
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Task = TypeVar("Task")
Done = TypeVar("Done")


_FORKS = "forkserver"


class WorkerLost(RuntimeError):
    """The process that worked on a task died, twice."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(module: str) -> None:
    """Start the process that this process's workers will be forks of; it imports ``module`` while others work.

    Without it each worker imports everything anew. Systems without forks go without.
    """
    if _FORKS in multiprocessing.get_all_start_methods():
        multiprocessing.get_context(_FORKS).set_forkserver_preload([module])
        multiprocessing.forkserver.ensure_running()


def each(
    work: Callable[[Task], Done], tasks: Sequence[Task], workers: int, cluster: str | None = None
) -> Iterator[tuple[int, Done | Exception]]:
    """(number of the task, its result or the exception it raised), each as soon as it is there.

    ``workers``: processes on this machine; 1 is this process itself. ``cluster``: the address of a dask scheduler
    whose workers see the same files. Leaving the loop early stops the work.
    """
    if cluster is None and min(workers, len(tasks)) <= 1:
        for number, task in enumerate(tasks):
            try:
                yield number, work(task)
            except Exception as error:
                yield number, error
        return
    yield from _each_by_dask(work, tasks, workers, cluster)


def _each_by_dask(
    work: Callable[[Task], Done], tasks: Sequence[Task], workers: int, cluster: str | None
) -> Iterator[tuple[int, Done | Exception]]:
    import dask
    from distributed import Client, LocalCluster, as_completed

    # One more try tells an accident from a submission that takes the whole process with it.
    # The profiler looks at every thread a hundred times a second, for pages nobody opens here.
    settings: dict[str, object] = {
        "distributed.scheduler.allowed-failures": 1,
        "distributed.worker.profile.enabled": False,
    }
    if _FORKS in multiprocessing.get_all_start_methods():
        settings["distributed.worker.multiprocessing-method"] = _FORKS
    with dask.config.set(settings), _quiet():
        local = None
        try:
            if cluster is None:
                local = LocalCluster(
                    n_workers=min(workers, len(tasks)),
                    threads_per_worker=1,
                    memory_limit=None,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            with Client(cluster or local) as client:
                futures = [client.submit(work, task, pure=False) for task in tasks]
                numbers = {future.key: number for number, future in enumerate(futures)}
                for future in as_completed(futures):
                    error = future.exception()
                    yield numbers[future.key], future.result() if error is None else _lost(error)
        finally:
            if local is not None:
                local.close()


def _lost(error: Exception) -> Exception:
    if type(error).__name__ == "KilledWorker":
        return WorkerLost("the grading process died with this hand-in, twice")
    return error


class _quiet:
    """dask tells of every worker that goes; a teacher reads verdicts."""

    def __enter__(self) -> None:
        self._before = logging.root.manager.disable
        logging.disable(logging.CRITICAL)

    def __exit__(self, *_: object) -> None:
        logging.disable(self._before)
