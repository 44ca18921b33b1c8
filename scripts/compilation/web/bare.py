"""Gives lines without what a page, a scan or a viewer put into them or around them.

Tags, arrows and the name of the site around a title, radicals in place of characters, numbers of
screens in the middle of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

from ..body.lines import Dropped, Line
from ..text.lazy import lazy_regex
from ..text.signs import core, ends, mark
from ..text.tracking import Change, cut, revise
from ..tops.titles import title_like
from . import noise, windows

#: Among so many lines at the top a page may say the title again.
_AGAIN = 6
_HEADER = lazy_regex("第.{1,4}篇|[篇【]")


def clean(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped], front: bool
) -> tuple[Sequence[Line], Sequence[Dropped]]:
    """Give lines without radicals, the tags around them, and the site behind the first."""
    if _RADICAL.search(source):
        lines, dropped = _without_radicals(lines, dropped)
    begins = {line.text[0] for line in lines}
    if "<" in begins:
        lines = [_untagged(line) for line in lines]
    if not begins.isdisjoint(">＞"):
        lines = [_without_arrows(line) for line in lines]
    if lines and not base and not lines[0].said:
        lines = _bare_titles(lines, dropped, front)
    return lines, dropped


def _bare_titles(lines: Sequence[Line], dropped: Sequence[Dropped], front: bool) -> list[Line]:
    """Give lines whose first, and those that say it again, have nothing of a page around them."""
    title = windows.without_site(lines[0].tracked)
    if lines[0].sourced or (dropped and dropped[0].end <= title.start):
        title = windows.without_column(title, () if front else lines[1:])
    title = windows.without_marks(title if front else windows.without_series(title), front)
    bare = [replace(lines[0], tracked=title) if title is not lines[0].tracked else lines[0]]
    for index, line in enumerate(lines[1:_AGAIN], 2):
        if line.sourced and not front and not line.said:  # below a column, or the name of the site
            line = replace(line, tracked=windows.without_column(line.tracked, lines[index:]))
        again = windows.without_marks(line.tracked, front=False)
        same = again is not line.tracked and core(again.text) == core(title.text)
        bare.append(replace(line, tracked=again) if same and not line.said else line)
    return [*bare, *lines[_AGAIN:]]


def without(
    lines: Sequence[Line], dropped: Sequence[Dropped], found: Mapping[int, str]
) -> tuple[list[Line], list[Dropped]]:
    """Move some lines, given with their rules, to what is dropped."""
    gone = [Dropped(lines[i].tracked.start, lines[i].tracked.end, r) for i, r in found.items()]
    kept: list[Line] = []
    above: Line | None = None  # the last of those right above that are gone
    for index, line in enumerate(lines):
        said = _below_gone(line, above) if above else line
        above = said if index in found else None
        if not above:
            kept.append(said)
    return kept, sorted([*dropped, *gone], key=lambda item: item.start)


def _below_gone(line: Line, gone: Line) -> Line:
    """Give a line with what stood between it and others above the line that is gone."""
    again = gone.sourced and core(line.text) == core(gone.text)
    if gone.parted or again:
        return replace(line, parted=line.parted or gone.parted, sourced=line.sourced or again)
    return line


# A line that is all inside the tags of a page: <h1><center>守堤</center></h1>.
_TAG = "(?:h[1-6]|center|p|div|b|strong|font|span|big)"
_TAGGED = lazy_regex(
    rf"(?P<before>(?:{noise.SHELL}\s*)*)(?P<open>(?:<{_TAG}(?: [^<>]{{0,80}})?>\s*)+)"
    rf"(?P<text>[^<>]+?)(?P<close>(?:\s*</{_TAG}>)+)(?P<behind>(?:\s*{noise.SHELL})*)",
    re.IGNORECASE,
)


def _untagged(line: Line) -> Line:
    """Give a line without the tags around all of it; inside a text they are the text's own."""
    found = _TAGGED.fullmatch(line.text)
    if line.said or not found or found["open"].count("<") != found["close"].count("<"):
        return line
    spans = [
        (found.start("before"), found.end("open")),
        (found.start("close"), found.end("behind")),
    ]
    changes = [Change(start, end, "", "noise-markup") for start, end in spans]
    return replace(line, tracked=revise(line.tracked, changes))


# Arrows before a title, as pages and running heads have them: >>走近一线（三）.
_ARROWS = lazy_regex("[>＞]{2,3} ?(?=[\u4e00-\u9fff“《])")


def _without_arrows(line: Line) -> Line:
    """Give a title without the arrows before it."""
    found = _ARROWS.match(line.text)
    if line.said or not found or not title_like(line.text[found.end() :]):
        return line
    return replace(line, tracked=revise(line.tracked, [Change(0, found.end(), "", "noise-button")]))


# Radicals (U+2F00 to U+2FD5, U+2E80 to U+2EF3) that PDF viewers give for characters; between the
# two there are no characters.  All of the source is looked through, and one range is soonest told.
_RADICAL = lazy_regex("[\u2e80-\u2fd5]")


def _without_radicals(
    lines: Sequence[Line], dropped: Sequence[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    """Give lines with characters for radicals; those that are noise then are dropped."""
    whole = [_unified(line) for line in lines]
    changed = {i for i, (a, b) in enumerate(zip(lines, whole, strict=True)) if a is not b}
    rules = {i: rule for i in changed if (rule := noise.line_rule(whole[i].text))}
    return without(whole, dropped, rules)


def _unified(line: Line) -> Line:
    """Give a line with characters in place of the radicals that look like them (⼊ for 入)."""
    text = line.text
    if text.isascii() or not _RADICAL.search(text):
        return line
    changes = [
        Change(found.start(), found.end(), whole, "radical")
        for found in _RADICAL.finditer(text)
        if (whole := _SUPPLEMENT.get(found[0]) or normalize("NFKC", found[0])) != found[0]
    ]
    return replace(line, tracked=revise(line.tracked, changes))


# Those of the supplement have no compatibility form in Unicode, but for two.
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻩⻬⻮⻰",
        "母民虎西见角贝车辶长门青页风飞食马鬼鱼鸟黄齐齿龙",
        strict=True,
    )
)
#: A title in the first line, with the number of its screen, is at most this long (characters).
_TITLE = 50
_SCREEN = lazy_regex(r"(\d{1,2})、(?=[\u4e00-\u9fff])")
# A sentence that goes on: it has a comma, and ends with it or a character.
_INSIDE = lazy_regex("[，,](?:.*[\u4e00-\u9fff])?$")


def without_screens(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """Take out the numbers of screens in the middle of sentences (…党员连夜 / 2、开会，……).

    A list of such numbers has the one before near by, and what stands over it is short.
    """
    numbered = [i for i, line in enumerate(lines) if i and line.text[0] in "23456789"]
    kept = list(lines)
    cuts: list[Dropped] = []
    for index in numbered:
        found = _SCREEN.match(lines[index].text)
        before = lines[index - 1].text
        if not found or int(found[1]) < 2 or len(before) < 12 or ends(before):
            continue
        if not _INSIDE.search(before) or (mark(before) and "。" not in before):
            continue
        if lines[index].said or lines[index].blanks or _is_of_list(lines, index, int(found[1])):
            continue
        rest, number = _without_number(lines[index], found.end())
        kept[index] = replace(rest, said="join")
        cuts.append(number)
    return kept, cuts


def _is_of_list(lines: Sequence[Line], index: int, number: int) -> bool:
    """Say whether a number goes on with that of a line near above, as those of lists do.

    A title in the first line has that of the first screen; and where the same number follows soon
    again, that one is the list's.
    """
    if any(x.text.startswith(f"{number}、") for x in lines[index + 1 : index + 4]):
        return False
    earlier = f"{number - 1}、"
    first = max(int(len(lines[0].text) <= _TITLE), index - 8)
    near = [x.text for x in lines[first:index] if x.text.startswith(earlier)]
    return any(not _HEADER.match(text[len(earlier) :]) for text in near)


def _without_number(line: Line, end: int) -> tuple[Line, Dropped]:
    """Take the number of a screen, which ends so far in its line, off it."""
    number, rest = cut(line.tracked, 0, end), cut(line.tracked, end, len(line.text))
    return replace(line, tracked=rest), Dropped(number.start, number.end, "noise-page")


def without_first_screen(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    """Take the number of the first screen off the title right below what a viewer says of a file.

    The lines are those before the first header, where no list begins.
    """
    start = lines[0].tracked.start
    above = next((item for item in reversed(dropped) if item.end <= start), None)
    told = source[above.start - base : above.end - base] if above else ""
    end = len("1、")
    if "在线阅读" not in told or not lines[0].text.startswith("1、") or len(lines[0].text) == end:
        return list(lines), []
    rest, number = _without_number(lines[0], end)
    return [rest, *lines[1:]], [number]
