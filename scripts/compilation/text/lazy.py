"""Patterns that are compiled when they are first used.

The converter knows some six hundred patterns, and the text of a book asks for a third of them.
To compile them all took half of the time of converting a short book: classes of Han characters
are slow to compile (CPython fills a table of 65,536 places for each).
"""

from __future__ import annotations

import re
from typing import Any, cast

#: What a pattern is asked for again and again: kept at hand from the first use on.
_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Lazy:
    """Stands for a compiled pattern until it is asked for more than its text."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    def __getattr__(self, name: str) -> Any:  # only for what is not there yet
        compiled = re.compile(self.pattern, self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern as :func:`re.compile` does, but compile it only when it is first used.

    A fault in the pattern is raised then (:class:`re.error`), not here: a test compiles them all.
    It is for patterns of modules.  It can't be given to the functions of :mod:`re`, and the ``re``
    of a match is the compiled pattern, not this.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
