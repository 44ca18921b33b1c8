"""The lines of a long source are found on all cores, and are the same."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from functools import partial
from multiprocessing.process import BaseProcess

import pytest
from compilation import decode, structure
from compilation.body import lines, sharing
from compilation.outline import _FIRST_LOOK
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from processes import forks
from test_convert_properties import FRAGMENTS

PARAGRAPH = "学习使人进步，实践出真知；" * 20 + "我们要学以致用。"
STRETCHES = st.lists(
    st.one_of(
        st.sampled_from([*FRAGMENTS, PARAGRAPH, "\u3000\u3000" + PARAGRAPH, PARAGRAPH + "\x00"]),
        st.just("\n"),
        st.just(f"\n{PARAGRAPH}\n"),
    ),
    max_size=40,
).map("".join)


@pytest.fixture
def three_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "PARALLEL_FROM", 0)
    monkeypatch.setattr(sharing, "cores", lambda: 3)


def same(source: str, overrides: structure.Overrides = structure.NONE) -> int:
    """Compare both ways to split a source; give how many lines it has."""
    alone = lines.split(source, overrides=overrides, phrases_up_to=_FIRST_LOOK)
    assert sharing.split_on_all_cores(source, overrides, _FIRST_LOOK) == alone
    return len(alone[0])


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STRETCHES)
def test_the_lines_are_the_same(three_cores: None, source: str) -> None:
    same(source)


def test_the_lines_of_real_forms_are_the_same(three_cores: None) -> None:
    inputs = sorted((ROOT / "benchmarks" / "conversion").glob("*/input.*"))
    texts = [decode.decode(path.read_bytes(), path.name).text for path in inputs[::4]]
    source = f"\n{PARAGRAPH}\n".join(texts)
    assert len(sharing._joints(source, 3, structure.NONE, _FIRST_LOOK)) == 2
    assert same(source) > 5_000


def test_what_a_site_says_below_the_paragraph_is_known_of_it(three_cores: None) -> None:
    above = "第一篇：学习体会\n" + f"{PARAGRAPH}\n" * 2
    source = f"{above}{PARAGRAPH}\n来源：样例网\n{PARAGRAPH}\n" + f"{PARAGRAPH}\n" * 4
    same(source)


def test_no_part_begins_with_a_line_of_the_editors(three_cores: None) -> None:
    source = f"{PARAGRAPH}\n" * 9
    entry = structure.Override(PARAGRAPH[:9], "drop", 0, 1, (1, 1))
    dropped = structure.Overrides(dict.fromkeys(range(1, 10), entry))
    assert not sharing._joints(source, 3, dropped, _FIRST_LOOK)
    assert same(source, dropped) == 0


def test_a_short_source_is_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "cores", lambda: 3)
    monkeypatch.setattr(sharing, "forked", None)
    same(f"{PARAGRAPH}\n" * 9)


def in_another(work: Callable[[], int]) -> int:
    with forks.forked([work]) as (share,):
        return share.result()


def test_work_is_done_in_another_process() -> None:
    assert in_another(os.getpid) != os.getpid()


def end_other(here: int) -> int:
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_what_a_process_that_was_ended_had_to_do_is_done_here() -> None:
    assert in_another(partial(end_other, os.getpid())) == os.getpid()


def test_what_finds_no_room_for_a_process_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: object) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr(BaseProcess, "start", no_room)
    assert in_another(os.getpid) == os.getpid()


def fail() -> int:
    raise ValueError("so")


def test_what_is_wrong_shows_here(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="so"):
        in_another(fail)
    assert capfd.readouterr() == ("", "")


def wait() -> int:
    signal.pause()
    return 0


def test_nobody_is_left_when_the_work_is_given_up() -> None:
    with pytest.raises(KeyboardInterrupt), forks.forked([wait, wait]) as shares:
        processes = [share._process for share in shares]
        raise KeyboardInterrupt
    assert not any(process.is_alive() for process in processes)
