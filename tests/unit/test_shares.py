"""Reading and writing in even shares: the same book, byte for byte, as in one process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from shares import LEAST_SHARE, InTurn, cut
from test_navigation import write_volumes


@given(st.lists(st.integers(0, 10_000)), st.integers(1, 8))
def test_shares_are_runs_that_hold_every_document_once(weights: list[int], parts: int):
    names = [f"e{number}" for number in range(len(weights))]
    shares = cut(names, weights, parts)
    assert [name for share in shares for name in share] == names
    assert len(shares) <= parts
    assert all(shares)


def test_shares_weigh_about_the_same():
    names = [f"e{number}" for number in range(1000)]
    weights = [5000 if number < 10 else 100 for number in range(1000)]
    weight = dict(zip(names, weights, strict=True))
    sums = [sum(weight[name] for name in share) for share in cut(names, weights, 3)]
    assert max(sums) - min(sums) <= 5000


@settings(deadline=None)  # a lock of its own each time, from the system
@given(st.integers(0, 300), st.integers(1, 8), st.lists(st.integers(0, 7), max_size=60))
def test_each_document_is_given_out_once(length: int, processes: int, asking: list[int]):
    documents = InTurn([f"e{number}" for number in range(length)], processes)
    takers = [iter(documents) for _ in range(processes)]
    given_out = [name for number in asking if (name := next(takers[number % processes], ""))]
    given_out += [name for taker in takers for name in taker]
    assert sorted(given_out) == sorted(f"e{number}" for number in range(length))


def test_what_is_left_to_the_last_is_little():
    documents = InTurn([f"e{number}" for number in range(1000)], 2)
    sizes = []
    while taken := documents._take():
        sizes.append(len(taken))
    assert sizes[0] == 125
    assert sizes[-5:] == [1] * 5


def build(folder: Path, jobs: int) -> dict[str, bytes]:
    """Build the book with ``jobs`` processes; return the bytes of its files by name."""
    out = folder / f"out-{jobs}"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "-W", "-b", "html", "-j", str(jobs)),
            *("-d", str(folder / f"doctrees-{jobs}"), ".", str(out)),
        ],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "_ext"), "PATH": "", "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shares = [line for line in done.stdout.splitlines() if line.startswith("reading sources...")]
    assert (" .. " in shares[-1]) == (jobs > 1), "shares were read where there was one process"
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_two_processes_make_the_same_bytes_as_one(tmp_path: Path):
    folder = tmp_path / "book"
    write_volumes(folder, volumes=2, chapters=LEAST_SHARE)
    assert build(folder, 2) == build(folder, 1)
