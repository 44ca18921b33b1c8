"""The press' own words in a book's pages, in the book's script.

A book's text is never converted here. But the pages name things themselves (校勘记, 出处, 疑当作),
and in a book in Traditional script those words are Traditional too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

#: Takes words of ours as the code has them, Simplified, and gives them in the book's script.
Say = Callable[[str], str]

#: Where the converter keeps a form that Taiwan writes otherwise.
_FORMS = {"加注": "加註"}

_QUOTES = str.maketrans("“”‘’", "「」『』")


def say_in(script: str) -> Say:
    """Give what writes our words in ``script``, ``Hans`` or ``Hant``."""
    return traditional if script == "Hant" else simplified


def simplified(words: str) -> str:
    """Give the words as they are."""
    return words


@cache
def traditional(words: str) -> str:
    """Give the words in the forms of Taiwan, quotation marks too."""
    converted: str = _converter().convert(words)
    for kept, form in _FORMS.items():
        converted = converted.replace(kept, form)
    return converted.translate(_QUOTES)


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # a book in Simplified characters does without it

    return OpenCC("s2tw")
