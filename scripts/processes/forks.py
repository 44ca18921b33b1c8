"""Work that is done in forked processes, which have all that this one has: nothing is sent them."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from .interrupts import ctrl_c_comes, ctrl_c_waits, end_when_told
from .orphans import end_with_parent

Result = TypeVar("Result")


def cores() -> int:
    """Give how many processes can work at once: one where a system forks nothing."""
    forkable = "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.cpu_count() if forkable else 1


def begin_worker(parent: int) -> None:
    """Leave Ctrl-C to the process ``parent``, which forked this one; end with it, or when told to.

    No garbage is collected, since the model has no cycles.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_when_told()
    ctrl_c_comes()
    end_with_parent(parent)


class Share(Generic[Result]):
    """A piece of work that a forked process is at."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Fork the process; the caller ends it (:func:`forked`)."""
        context = multiprocessing.get_context("fork")
        self._work = work
        self._here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, there, os.getpid()))
        with contextlib.suppress(OSError):  # no room for another: nothing comes from it
            self._process.start()
        there.close()  # so that the end of the process is the end of what comes

    def result(self) -> Result:
        """Wait for what the work gives.

        Where its process came to nothing (the system had no room for it, or ended it, or the work
        raised something) it is done here: whatever is wrong then shows where it can be answered.
        """
        try:
            given: Result = self._here.recv()
        except EOFError:
            return self._work()
        return given

    def end(self) -> None:
        """End the process, whether anybody took its result or not."""
        if self._process.pid:  # it was started
            self._process.terminate()
            self._process.join()
        self._here.close()


def _do(work: Callable[[], object], there: Connection, parent: int) -> None:
    begin_worker(parent)
    try:
        given = work()
    except Exception:  # the caller does it again, and sees why
        return
    there.send(given)


@contextlib.contextmanager
def forked(works: Sequence[Callable[[], Result]]) -> Iterator[list[Share[Result]]]:
    """Let a process of its own do each of some works while the block runs; none outlives it."""
    shares: list[Share[Result]] = []
    try:
        with ctrl_c_waits():  # a process that nobody knew of would go on
            for work in works:
                shares.append(Share(work))
        yield shares
    finally:
        for share in shares:
            share.end()
