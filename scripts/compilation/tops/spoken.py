"""Knows the words that a speech begins and ends with: they are no title and no heading."""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.salutations import GOOD_DAY
from ..text.variants import either

_GREETING = lazy_regex(either(f"(?:大家|各位[^，。]{{0,8}}){GOOD_DAY}(?:[，,]|[！!]$)"))
_OVER = lazy_regex(
    either(
        "(?:今天)?我的(?:演讲|讲话|发言|宣讲|汇报|报告|述职)"
        "(?:讲?完了|完毕|结束了?|就?到(?:此|这里)(?:结束|为止)?)[，,。！!]谢谢"
    )
)


def greets(text: str) -> bool:
    """Say whether a line greets the hearers, as a speech without a title begins.

    大家上午好！, 大家好，我是今天的讲解员，某某
    """
    return _GREETING.match(text) is not None


def ends_speech(text: str) -> bool:
    """Say whether a line says that the speech is over: 我的演讲完了，谢谢大家！."""
    return _OVER.match(text) is not None
