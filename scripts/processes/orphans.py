"""No process outlives the one that started it.

A parent that is killed outright (``kill -9``, out of memory) ends nothing: its workers would go on
for minutes, or wait for ever for work that nobody sends. Linux can tell them
(``PR_SET_PDEATHSIG``, prctl(2)); elsewhere nothing is done.
"""

from __future__ import annotations

import os
import signal
import sys

#: ``PR_SET_PDEATHSIG`` of ``<linux/prctl.h>``.
_PARENT_DEATH_SIGNAL = 1


def end_with_parent(parent: int) -> None:
    """Have this process ended when the process of the number ``parent``, which forked it, ends."""
    if sys.platform == "linux":
        _ask(parent)


def _ask(parent: int) -> None:
    import ctypes  # late: whoever forks nothing need not wait for it

    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before it was asked
        os._exit(1)


def end_all_with_their_parents() -> None:
    """Have every process that is forked from now on, by this one or by those, end so."""
    forking = [os.getpid()]

    def note() -> None:
        forking[0] = os.getpid()

    os.register_at_fork(before=note, after_in_child=lambda: end_with_parent(forking[0]))
