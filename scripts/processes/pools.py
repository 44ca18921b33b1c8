"""Why a pool of worker processes broke."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor

from .interrupts import ENDINGS


def told_to_end(pool: ProcessPoolExecutor) -> bool:
    """Say whether the workers of a broken pool were told to end (Ctrl-C, ``kill``); shut it down.

    Else the system killed one of them.  A pool ends those that are left itself, as politely.
    """
    workers = [*pool._processes.values()]  # it forgets them when it is shut down
    pool.shutdown(wait=True)
    codes = {worker.exitcode for worker in workers} - {0, None}
    return bool(codes) and codes <= {-number for number in ENDINGS}
