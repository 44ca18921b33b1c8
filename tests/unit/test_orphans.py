"""Who is killed outright leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="只有 Linux 有 PR_SET_PDEATHSIG")

#: Each prints the numbers of its descendants and waits.
WORKER = """
import os, time
from processes.orphans import end_with_parent
parent = os.getpid()
child = os.fork()
if child == 0:
    end_with_parent(parent)
    time.sleep(60)
print(child, flush=True)
time.sleep(60)
"""
WORKER_OF_A_WORKER = """
import os, time
from processes.orphans import end_all_with_their_parents
end_all_with_their_parents()
child = os.fork()
if child == 0:
    second = os.fork()
    if second:
        print(os.getpid(), second, flush=True)
    time.sleep(60)
time.sleep(60)
"""


def alive(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text("utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(("body", "number"), [(WORKER, 1), (WORKER_OF_A_WORKER, 2)])
def test_workers_end_with_the_one_who_is_killed(body: str, number: int):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    parent = subprocess.Popen(
        [sys.executable, "-c", body], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    children = [int(child) for child in parent.stdout.readline().split()]
    assert len(children) == number
    assert all(map(alive, children))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 10
    while any(map(alive, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(alive, children))
