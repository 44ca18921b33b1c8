"""What commands share: a wrong call is one Chinese sentence, status 2; output that nobody reads."""

from __future__ import annotations

import argparse
import functools
import os
import re
import sys
from collections.abc import Callable
from typing import NoReturn, ParamSpec

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


def ends_with_its_reader(main: Callable[_Arguments, int]) -> Callable[_Arguments, int]:
    """Let a command end without a word, status 1, when its output goes to a pipe that is closed.

    Who reads it (``head``, ``less``) has seen enough. What is still in a buffer goes nowhere:
    Python would write it when the process ends, and complain.
    """

    @functools.wraps(main)
    def guarded(*args: _Arguments.args, **options: _Arguments.kwargs) -> int:
        try:
            try:
                return main(*args, **options)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for stream in (sys.stdout, sys.stderr):
                os.dup2(nowhere, stream.fileno())
        return 1

    return guarded


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
