"""Ctrl-C at a moment that must not be divided.

A pool of processes that is interrupted while it starts knows only some of its workers: nobody tells
the others that there is no work, and Python waits for them at its end, for ever.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_CTRL_C = {signal.SIGINT}


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Let Ctrl-C, for this thread, come only when the block is done.

    What the block forks inherits this: it calls :func:`ctrl_c_comes` once it knows what to do.
    Where a system has no signal masks (and forks nothing), nothing is done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, _CTRL_C)  # raises what came before it
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ctrl_c_comes() -> None:
    """Let Ctrl-C come again, in a process that was forked in :func:`ctrl_c_waits`."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _CTRL_C)
