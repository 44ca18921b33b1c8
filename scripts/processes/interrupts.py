"""Ctrl-C, and what asks as politely for an end: a plain ``kill``, a terminal that is closed.

All are one to a command (:func:`all_as_ctrl_c`).  At a moment that must not be divided they wait:
there are two ways, since neither does for both.  What is written is guarded by handlers of Python's
(:func:`uninterrupted`): they hold whatever threads there are, but a process that is forked
meanwhile would inherit them, and not end when it is told to.  What forks is guarded by a mask
(:func:`ctrl_c_waits`): threads that are there already would get round it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: What a process is told to end by; Windows has no SIGHUP.
ENDINGS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


@contextmanager
def all_as_ctrl_c() -> Iterator[None]:
    """Let whatever asks for an end raise KeyboardInterrupt; what is ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    told = [number for number in ENDINGS if signal.getsignal(number) is signal.SIG_DFL]
    for number in told:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in told:
            signal.signal(number, signal.SIG_DFL)


def end_when_told() -> None:
    """Let a worker, which was forked in :func:`all_as_ctrl_c`, end without a word when told to."""
    for number in ENDINGS:
        if signal.getsignal(number) in (_interrupt, signal.default_int_handler):
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and a polite kill wait until the block is done; it forks nothing."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = {
        number: signal.signal(number, lambda received, _: waiting.append(received))
        for number in ENDINGS
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for received in waiting:
            signal.raise_signal(received)


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Let Ctrl-C, for this thread, come only when the block is done, which forks.

    A pool of processes that is interrupted while it starts knows only some of its workers: nobody
    tells the others that there is no work, and Python waits for them at its end, for ever.
    What the block forks inherits this: it calls :func:`ctrl_c_comes` once it knows what to do.
    Where a system has no signal masks (and forks nothing), nothing is done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)  # raises what came before it
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ctrl_c_comes() -> None:
    """Let Ctrl-C come again, in a process that was forked in :func:`ctrl_c_waits`."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
