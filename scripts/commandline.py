"""What commands share: a wrong call is one Chinese sentence, status 2; a failing system, 1."""

from __future__ import annotations

import argparse
import contextlib
import errno
import functools
import io
import os
import re
import sys
from collections.abc import Callable
from typing import IO, NoReturn, ParamSpec

from processes.interrupts import all_as_ctrl_c
from processes.reasons import reason

_Arguments = ParamSpec("_Arguments")

#: What argparse says -> what is said instead.
_SAID = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数 \1"),
    (r"argument (\S+): expected one argument", r"\1 后面要写一个值"),
    (r"argument (\S+): expected at least one argument", r"\1 至少要写一个值"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 后面不写值，却写了 \2"),
    (r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", r"\1 不能是 \2，可以是 \3"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 不明确，可能是 \2"),
    (r"argument (\S+): (.+)", r"\1：\2"),
)


def speaking(main: Callable[_Arguments, int]) -> Callable[_Arguments, int]:
    """Let a command end in one sentence, status 1, when the system fails it.

    What its output cannot show in the encoding of the terminal it shows as ``\\u7ae0``. When it
    goes to a pipe that is closed, the command ends without a word: who reads it (``head``,
    ``less``) has seen enough. Of other failures the sentence says where and why. A plain ``kill``
    and a terminal that is closed are Ctrl-C to the command.
    """

    @functools.wraps(main)
    def guarded(*args: _Arguments.args, **options: _Arguments.kwargs) -> int:
        # Before anything is done: a file that is opened would take the place of what is closed.
        if sys.stdout is None:
            _complain("标准输出是关上的，结果无处可印，什么也没有做。请把它接到屏幕或文件再试。")
            return 1
        _reconfigure(errors="backslashreplace")
        try:
            try:
                with all_as_ctrl_c():
                    return main(*args, **options)
            finally:
                sys.stdout.flush()
        except KeyboardInterrupt:  # before the command could answer it, or while it did
            _complain("中断，没有做完。再运行一次即可。")
        except BrokenPipeError:
            _go_nowhere(sys.stdout, sys.stderr)
        except OSError as error:
            if error.filename is None and error.errno in _OF_STREAMS:
                _go_nowhere(sys.stdout)
            _complain(_refusal(error))
        return 1

    return guarded


def answer(run: Callable[[], int], interrupted: str) -> int:
    """Return the status that ``run`` gives, or 1 where it cannot do what was asked.

    Then the problems of a ConversionError are told, or, for Ctrl-C, the sentence ``interrupted``.
    What takes long to import is imported in ``run``: Ctrl-C may come at any moment.
    """
    try:
        from compilation.problems import ConversionError

        try:
            return run()
        except ConversionError as error:
            for problem in error.problems:
                print(problem, file=sys.stderr)
    except KeyboardInterrupt:
        print(interrupted, file=sys.stderr)
    return 1


def data_output() -> IO[str]:
    """Return standard output for what a program or an editor's file takes: always UTF-8."""
    _reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


def _reconfigure(**how: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):  # a test may have put something else there
        sys.stdout.reconfigure(**how)  # type: ignore[arg-type]


#: What the writing to something open can end in. A file that is to be opened has a name.
_OF_STREAMS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.EINVAL}


def _refusal(error: OSError) -> str:
    """Say what the system refused, where, and what to do."""
    place = error.filename2 or error.filename
    if place is None and error.errno in _OF_STREAMS:
        return (
            f"结果写不进标准输出（或临时文件）：{reason(error)}。"
            "请把输出接到别处，或腾出空间再试；已经写好的文件不受影响。"
        )
    where = f"{os.fsdecode(place)}: " if isinstance(place, str | bytes) else ""
    return f"{where}读写不成（{reason(error)}）。请检查磁盘、权限和文件名后再试。"


def _go_nowhere(*streams: IO[str] | None) -> None:
    """Drop what is still in the buffers, which Python would write at the end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, streams):
        os.dup2(nowhere, stream.fileno())


def _complain(sentence: str) -> None:
    with contextlib.suppress(OSError):  # then there is nobody left to tell
        print(sentence, file=sys.stderr, flush=True)


class Parser(argparse.ArgumentParser):
    """argparse's parser, for people who read Chinese."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the call and leave with status 2."""
        self.exit(2, f"{self.prog}：{in_chinese(message)}。用 {self.prog} --help 看用法。\n")


def in_chinese(message: str) -> str:
    """Say in Chinese what argparse says; a sentence of our own stays as it is."""
    for pattern, said in _SAID:
        if found := re.fullmatch(pattern, message):
            return found.expand(said)
    return message
