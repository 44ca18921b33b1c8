"""Finds what a page left above and below its text by where it stands.

One link or button without a mark of its own looks like a title or a heading.  It is known by
its company: the entries of a menu stand before the breadcrumb, the titles of other texts
behind the words that announce them (相关文章) and before the end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

from ..body.lines import Dropped, Line
from ..divisions import endings
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.signs import core, date, ends, is_note, mark
from ..text.tracking import Change, cut, revise
from ..tops.doubles import same_title
from ..tops.titles import FAR, title_like
from . import (
    abstracts,
    answers,
    blogs,
    boards,
    breadcrumbs,
    colophons,
    mails,
    mastheads,
    noise,
    pagetops,
    posts,
    registers,
    repeated,
    scraps,
    sites,
    strays,
    threads,
    windows,
)

#: An entry of a menu is at most this long, a link to another text at most that long.
_ENTRY, _LINK = 8, 45
#: Among so many lines at the top a page may say the title again.
_AGAIN = 6
#: So many links at most stand below a text.
_LINKS = 15
_ENDED = lazy_regex(r"[。；！？;!?]|[，,：:]$")
_HEADER = lazy_regex("第.{1,4}篇|[篇【]")


def remove(
    source: str,
    base: int,
    lines: Sequence[Line],
    dropped: Sequence[Dropped],
    junk: bool = False,
    headed: bool = False,
    front: bool = False,
) -> tuple[list[Line], list[Dropped]]:
    """Drop menus, the end of a breadcrumb said again, links to texts, the last page number.

    ``lines`` and ``dropped`` are those of one stretch of source, each in order; ``base`` is
    the offset of its first character.  ``junk`` says that a forum mixed signs into the source,
    ``headed`` that it begins with the header of a chapter, ``front`` that texts follow it.
    """
    lines, dropped = _cleaned(source, base, lines, dropped, front)
    cuts: list[Dropped] = []
    if junk or scraps.may_have(lines):
        lines, cuts = scraps.remove(lines, junk)
    if any(line.tracked.text[0] in "23456789" for line in lines):
        lines, numbers = _without_screens(lines)
        cuts += numbers
    if strays.may_have(lines):
        lines, numbers = strays.mend(lines)
        cuts += numbers
    found = _said_at_end(source, base, lines, dropped)
    for item in dropped:
        if item.rule == "noise-related":
            found |= dict.fromkeys(_links(lines, dropped, item, found), item.rule)
    found |= posts.find(source, base, lines[: _end(lines, found)], dropped)
    found |= answers.find(lines, dropped)
    found |= dict.fromkeys(threads.find(source, base, lines, dropped), "noise-reply")
    found |= dict.fromkeys(boards.find(source, base, lines, dropped), "noise-button")
    if not base:
        found |= _at_top(source, lines, dropped)
    found |= dict.fromkeys(pagetops.rows(lines), "divider")
    feet = [*blogs.foot(lines), *blogs.echo(lines), *mails.foot(lines)]
    found |= dict.fromkeys(feet, "noise-meta")
    _find_beside(source, base, lines, dropped, found)
    about = pagetops.values(source, base, lines, dropped)
    about += registers.table(lines, dropped, source, base) + registers.foot(
        lines, dropped, source, base
    )
    about += colophons.find(lines, dropped, source, base)
    found |= dict.fromkeys(about, "noise-meta")
    found |= dict.fromkeys(colophons.in_english(source, base, lines, dropped), "noise-button")
    again = repeated.inside(lines) if base else repeated.at_end(lines, dropped)
    found |= dict.fromkeys(again, "doubled-title")
    _find_end(lines, found)
    if headed:
        found.pop(0, None)
    if not found:
        return list(lines), sorted([*dropped, *cuts], key=lambda item: item.start)
    return _without(lines, [*dropped, *cuts], found)


def _said_at_end(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> dict[int, str]:
    """Give the comments of readers, and the words of buttons that then are at the end."""
    found = dict.fromkeys(posts.replied(source, base, lines, dropped), "noise-reply")
    words = colophons.words_at_end(lines[: _end(lines, found)], dropped)
    return found | dict.fromkeys(words, "noise-button")


def _cleaned(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped], front: bool
) -> tuple[Sequence[Line], Sequence[Dropped]]:
    """Give lines without radicals, the tags around them, and the site behind the first."""
    if _RADICAL.search(source):
        lines, dropped = _without_radicals(lines, dropped)
    if any(line.text[0] == "<" for line in lines):
        lines = [_untagged(line) for line in lines]
    if any(line.text[0] in ">＞" for line in lines):
        lines = [_without_arrows(line) for line in lines]
    if lines and not base and not lines[0].said:
        lines = _bare_titles(lines, dropped, front)
    return lines, dropped


def _bare_titles(lines: Sequence[Line], dropped: Sequence[Dropped], front: bool) -> list[Line]:
    """Give lines whose first, and those that say it again, have nothing of a page around them."""
    title = windows.without_site(lines[0].tracked)
    if lines[0].sourced or (dropped and dropped[0].end <= title.start):
        title = windows.without_column(title)
    title = windows.without_marks(title, front)
    bare = [replace(lines[0], tracked=title) if title is not lines[0].tracked else lines[0]]
    for line in lines[1:_AGAIN]:
        again = windows.without_marks(line.tracked, front=False)
        same = again is not line.tracked and core(again.text) == core(title.text)
        bare.append(replace(line, tracked=again) if same and not line.said else line)
    return [*bare, *lines[_AGAIN:]]


def _at_top(source: str, lines: Sequence[Line], dropped: Sequence[Dropped]) -> dict[int, str]:
    """Give the lines at the top of all that are of the page, with the rule of each."""
    found: dict[int, str] = {}
    if dropped:
        found |= dict.fromkeys(pagetops.entries(source, lines, dropped), "noise-button")
    found |= dict.fromkeys(pagetops.introduction(lines), "noise-advert")
    ways = [*mastheads.way(lines), *mastheads.column(lines)]
    found |= dict.fromkeys(ways, "noise-breadcrumb")
    found |= dict.fromkeys(mastheads.plate(lines), "noise-meta")
    found |= dict.fromkeys(blogs.head(source, lines, dropped), "noise-meta")
    found |= dict.fromkeys(abstracts.find(lines), "noise-meta")
    counted = [*pagetops.counts(lines, dropped), *pagetops.counters(lines)]
    found |= dict.fromkeys(counted, "noise-meta")
    found |= dict.fromkeys(pagetops.journal(lines), "noise-meta")
    buttons = [*pagetops.words(lines, dropped), *pagetops.boxes(lines, dropped)]
    found |= dict.fromkeys(buttons, "noise-button")
    heads = [*pagetops.stamps(lines), *registers.head(lines), *mails.head(lines)]
    found |= dict.fromkeys(heads, "noise-meta")
    return found


def _find_beside(
    source: str,
    base: int,
    lines: Sequence[Line],
    dropped: Sequence[Dropped],
    found: dict[int, str],
) -> None:
    """Find what is known by what was dropped beside it; put the lines with rules on ``found``."""
    for item in dropped:
        if item.rule == "noise-breadcrumb":
            place = source[item.start - base : item.end - base]
            found |= dict.fromkeys(breadcrumbs.menu(lines, dropped, item, place), item.rule)
            if not base:
                found |= dict.fromkeys(mastheads.site(lines, item), item.rule)
                more = breadcrumbs.goes_on(lines, item, place)
                found |= dict.fromkeys(more, item.rule)
                place += "".join(lines[index].text for index in more)
            again = breadcrumbs.said_again(lines, item, place, found)
            found |= dict.fromkeys(again, item.rule)
        elif item.rule == "noise-button":
            found |= dict.fromkeys(_file_above(source, base, lines, item), item.rule)


def _find_end(lines: Sequence[Line], found: dict[int, str]) -> None:
    """Find what can go at the end: an imprint, what parted texts, the number of the page."""
    for index in range(len(lines) - 1, 0, -1):
        if endings.is_imprint(lines[index].text) and not lines[index].said:
            found.setdefault(index, "noise-imprint")
        elif index not in found and not endings.can_go(lines[index].text):
            break
        found.setdefault(index, "divider")
    if lines and _page_number(lines[-1]):
        found[len(lines) - 1] = "noise-page"


def _without(
    lines: Sequence[Line], dropped: Sequence[Dropped], found: Mapping[int, str]
) -> tuple[list[Line], list[Dropped]]:
    """Move some lines, given with their rules, to what is dropped."""
    gone = [Dropped(lines[i].tracked.start, lines[i].tracked.end, r) for i, r in found.items()]
    kept = [
        _below_gone(line, lines[index - 1]) if index - 1 in found else line
        for index, line in enumerate(lines)
        if index not in found
    ]
    return kept, sorted([*dropped, *gone], key=lambda item: item.start)


def _below_gone(line: Line, gone: Line) -> Line:
    """Give a line with what stood between it and others above the line that is gone."""
    again = gone.sourced and core(line.text) == core(gone.text)
    if gone.parted or again:
        return replace(line, parted=line.parted or gone.parted, sourced=line.sourced or again)
    return line


def before_texts(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped], junk: bool
) -> tuple[list[Line], list[Dropped]]:
    """Drop the same from the stretch before several texts, what it says twice, rows of signs."""
    lines, dropped = remove(source, base, lines, dropped, junk, front=True)
    lines, dropped = _without_column(source, base, lines, dropped)
    over = len(lines) > 1 and (lines[0].sourced or repeated.is_subject(lines, dropped))
    if over and title_like(lines[1].text):
        first, below = core(lines[0].text), core(lines[1].text)
        if below != first and same_title(below, first):
            lines, dropped = _without(lines, dropped, {0: "doubled-title"})
    lines, dropped = posts.without_thread(source, base, lines, dropped)
    rows = [i for i, line in enumerate(lines) if endings.can_go(line.text) and not line.said]
    found = {**repeated.before_texts(lines), **dict.fromkeys(rows, "divider")}
    return _without(lines, dropped, found)


# A line that is all inside the tags of a page: <h1><center>守堤</center></h1>.
_TAG = "(?:h[1-6]|center|p|div|b|strong|font|span|big)"
_TAGGED = lazy_regex(
    rf"(?P<open>(?:<{_TAG}(?: [^<>]{{0,80}})?>\s*)+)(?P<text>[^<>]+?)(?P<close>(?:\s*</{_TAG}>)+)",
    re.IGNORECASE,
)


def _untagged(line: Line) -> Line:
    """Give a line without the tags around all of it; inside a text they are the text's own."""
    found = _TAGGED.fullmatch(line.text)
    if line.said or not found or found["open"].count("<") != found["close"].count("<"):
        return line
    changes = [Change(*found.span(part), "", "noise-markup") for part in ("open", "close")]
    return replace(line, tracked=revise(line.tracked, changes))


# Arrows before a title, as pages and running heads have them: >>走近一线（三）.
_ARROWS = lazy_regex("[>＞]{2,3} ?(?=[\u4e00-\u9fff“《])")


def _without_arrows(line: Line) -> Line:
    """Give a title without the arrows before it."""
    found = _ARROWS.match(line.text)
    if line.said or not found or not title_like(line.text[found.end() :]):
        return line
    return replace(line, tracked=revise(line.tracked, [Change(0, found.end(), "", "noise-button")]))


def _without_column(
    source: str, base: int, lines: list[Line], dropped: list[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    """Drop the end of a breadcrumb said again where nothing but it stands before the first text."""
    crumbs = [item for item in dropped if item.rule == "noise-breadcrumb"]
    if len(lines) != 1 or not crumbs or lines[0].said:
        return lines, dropped
    place = source[crumbs[-1].start - base : crumbs[-1].end - base]
    line = lines[0].tracked
    if len(line.text) > _ENTRY or line.start < crumbs[-1].end or lines[0].sourced:
        return lines, dropped  # the title of all may be in the breadcrumb too
    if line.text != breadcrumbs.last(place):
        return lines, dropped
    return _without(lines, dropped, {0: "noise-breadcrumb"})


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
    return _without(whole, dropped, rules)


def _unified(line: Line) -> Line:
    """Give a line with characters in place of the radicals that look like them (⼊ for 入)."""
    text = line.tracked.text
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
_SCREEN = lazy_regex(r"(\d{1,2})、(?=[\u4e00-\u9fff])")


def _without_screens(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """Take out the numbers of screens in the middle of sentences (…党员连夜 / 2、开会，……).

    A list of such numbers has the one before near by, and what stands over it is short.
    """
    numbered = [i for i, line in enumerate(lines) if i and line.tracked.text[0] in "23456789"]
    kept = list(lines)
    cuts: list[Dropped] = []
    for index in numbered:
        found = _SCREEN.match(lines[index].text)
        before = lines[index - 1].text
        if not found or int(found[1]) < 2 or len(before) < 12 or ends(before) or mark(before):
            continue
        if not _INSIDE.search(before) or lines[index].said or lines[index].blanks:
            continue
        earlier = f"{int(found[1]) - 1}、"
        near = [x.text for x in lines[max(0, index - 8) : index] if x.text.startswith(earlier)]
        if any(not _HEADER.match(text[len(earlier) :]) for text in near):
            continue
        line = lines[index]
        piece = cut(line.tracked, 0, found.end())
        cuts.append(Dropped(piece.start, piece.end, "noise-page"))
        rest = cut(line.tracked, found.end(), len(line.text))
        kept[index] = replace(line, tracked=rest, said="join")
    return kept, cuts


# A sentence that goes on: it has a comma, and ends with a character.
_INSIDE = lazy_regex("[，,].*[\u4e00-\u9fff]$")


def _page_number(line: Line) -> bool:
    """Say whether the last line is the number of its page, in the middle or on the right."""
    text = line.text
    return len(text) <= 3 and text.isdecimal() and line.indent >= FAR and not line.said


def _file_above(source: str, base: int, lines: Sequence[Line], button: Dropped) -> list[int]:
    """Give the name of the file right above the button that offers it (下载, 收藏)."""
    index = bisect_left(lines, button.start, key=lambda line: line.tracked.start) - 1
    if index < 1 or lines[index].said or not sites.is_file(lines[index].text):
        return []
    offers = _OFFERS.search(source, button.start - base, button.end - base)
    return [index] if offers and not is_note(lines[index].text) else []


_OFFERS = lazy_regex("下[载載]|收藏")


def _end(lines: Sequence[Line], gone: Container[int]) -> int:
    """Give how many lines there are without those at the end that are of the page."""
    last = len(lines)
    while last > 1 and (last - 1 in gone or endings.can_go(lines[last - 1].text)):
        last -= 1
    return last


def _links(
    lines: Sequence[Line], dropped: Sequence[Dropped], words: Dropped, gone: Container[int]
) -> list[int]:
    """Give the lines behind such words, where nothing but links follows to the end.

    ``gone`` are lines that are of the page; those at the end come below the links.
    """
    lines = lines[: _end(lines, gone)]
    first = bisect_left(lines, words.end, key=lambda line: line.tracked.start)
    if not 0 < len(lines) - first <= _LINKS:
        return []
    if first == 0 and len(lines) == 1 and repeated.counts_texts(lines[0].text):
        return []  # the title of the collection below a word at the top of its page
    for index, line in enumerate(lines[first:], first):
        text = line.text
        if index > first and (day := date(text)) and (day.start, day.end) == (0, len(text)):
            continue  # when the text was put up to which the line above links
        if line.said or line.sourced or len(text) > _LINK:
            return []  # what a page says of its text stands below the title of that
        if _ENDED.search(text) or _HEADER.match(text):
            return []
        if byline.looks_like(text) or byline.names_person(text):
            return []
    return list(range(first, len(lines)))
