"""Finds what a board sets around the posts of a thread, each with its mark below it.

    守堤的人
    楼主
    （a text, or an answer）
    2楼2014-06-12 20:33回复
    退水的早晨：写得好
    2014-06-12 21:20回复
    我也说一句

The marks are dropped by their words; over a text stands who posted it, below its mark what
others say of it, down to the next post.  Boards whose marks stand above are of :mod:`posts`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ..body.lines import Dropped, Line
from ..text.dates import SENT
from ..text.lazy import lazy_regex
from ..text.signs import B
from ..text.variants import either
from . import posts

#: An answer has so many lines at most with its name, and so many characters.
_LINES, _SHORT = 8, 160
# The mark below a post: its floor, and when it was sent.
_FOOT = lazy_regex(rf"\d楼{B}*{SENT}")
# Below an answer in a post stands when it was given, below them all a field for the next.
_ANSWERED = lazy_regex(either(rf"{SENT}{B}*回复|我也说一句|还有\d{{1,5}}条回复.{{0,16}}"))
_BEGAN = lazy_regex(either("楼主"))
#: What stands over the first post, its title above.
_SWITCHES = "只看楼主"
_OF_BOARD = lazy_regex(either(rf"{_SWITCHES}|.{{0,20}}回复贴"))


def find(source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the lines that are answers or name who posted, by their indexes.

    ``base`` is the offset of the first character of ``source``, the stretch of the lines.
    """
    said = [(item, source[item.start - base : item.end - base]) for item in dropped]
    feet = [item for item, text in said if item.rule == "noise-reply" and _FOOT.search(text)]
    if not feet and not any(_OF_BOARD.match(text) for _, text in said):
        return []
    began = [item.start for item, text in said if _BEGAN.fullmatch(text)]
    found = [i for at in began if (i := _above(source, base, lines, at)) is not None]
    named = bool(found)
    found += [] if base else _plate(lines, said)
    if not feet:
        return found
    starts = [_first(lines, item.end) for item in feet]
    ends = [_first(lines, item.start) for item in feet[1:]] + [len(lines)]
    answers = [_first(lines, item.end) for item, text in said if _ANSWERED.fullmatch(text)]
    tops: list[int] = []
    answered: list[Sequence[Line]] = []
    for start, end in zip(starts, ends, strict=True):
        if _is_answer(lines[start:end]):
            answered.append(lines[start:end])
            found += range(start, end)
            continue
        top = max((at for at in answers if start <= at < end), default=start)
        if posts.are_short(lines[start:top], _SHORT):
            found += range(start, top)
            start = top
        tops.append(start)
    if not named and _have_names(answered):
        named = True
        tops += _begun(lines, said)
    return [*found, *_named(lines, tops, named)]


def who_began(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> list[int]:
    """Give the line that names who began a thread, in the stretch before the texts of others."""
    said = [(item, source[item.start - base : item.end - base]) for item in dropped]
    return [i for i in _begun(lines, said) if posts.can_post(lines[i])]


def _begun(lines: Sequence[Line], said: Sequence[tuple[Dropped, str]]) -> list[int]:
    """Give the first line of the first post, which has lines below."""
    switches = [item.end for item, text in said if text.startswith(_SWITCHES)]
    return [first for at in switches if (first := _first(lines, at)) + 1 < len(lines)]


# The name of a board over how many follow it, behind that of its forum or not.
_BOARD = lazy_regex(either(r"[^，。：；！？]{2,24}(?:吧|论坛)"))
_FOLLOWED = lazy_regex(rf"[^：:]{{0,16}}关注{B}?[：:]?{B}?\d")


def _plate(lines: Sequence[Line], said: Sequence[tuple[Dropped, str]]) -> list[int]:
    """Give the first line where it is the name of a board, right over how many follow that."""
    if len(lines) < 2 or lines[0].said or not _BOARD.fullmatch(lines[0].text):
        return []
    between = (text for item, text in said if item.start < lines[1].tracked.start)
    return [0] if any(map(_FOLLOWED.match, between)) else []


def _first(lines: Sequence[Line], offset: int) -> int:
    """Give the first line behind a place in the source."""
    return bisect_left(lines, offset, key=lambda line: line.tracked.start)


def _above(source: str, base: int, lines: Sequence[Line], at: int) -> int | None:
    """Give the line right above a place where it names who posted."""
    index = _first(lines, at) - 1
    if index < 0 or not posts.can_post(lines[index]):
        return None
    between = source[lines[index].tracked.end - base : at - base]
    return index if between.count("\n") == 1 and not between.strip() else None


def _is_answer(lines: Sequence[Line]) -> bool:
    return len(lines) <= _LINES and posts.are_short(lines, _SHORT)


def _have_names(answered: Sequence[Sequence[Line]]) -> bool:
    """Say whether answers begin with who gave them: then the texts between them do too."""
    spoken = [answer for answer in answered if answer]
    return bool(spoken) and all(len(x) > 1 and posts.can_post(x[0]) for x in spoken)


def _named(lines: Sequence[Line], tops: Sequence[int], named: bool) -> Iterator[int]:
    """Give those first lines of posts that name who posted.

    ``named`` says that one at least is surely named so, for then all are; else a name is known
    where it stands over several.
    """
    counts = Counter(lines[top].text for top in tops)
    for top in tops:
        if posts.can_post(lines[top]) and (named or counts[lines[top].text] > 1):
            yield top
