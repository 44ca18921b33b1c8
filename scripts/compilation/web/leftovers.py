"""Finds what a page left above and below its text by where it stands.

One link or button without a mark of its own looks like a title or a heading.  It is known by
its company: the entries of a menu stand before the breadcrumb, the titles of other texts
behind the words that announce them (相关文章) and before the end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions import contents, endings
from ..text.lazy import lazy_regex
from ..text.signs import core, is_note
from ..tops.doubles import same_title
from ..tops.titles import FAR, title_like
from . import (
    abstracts,
    answers,
    bare,
    blogs,
    boards,
    breadcrumbs,
    colophons,
    links,
    mails,
    mastheads,
    pagetops,
    posts,
    registers,
    repeated,
    scraps,
    sites,
    strays,
    templates,
    threads,
    welcomes,
)

#: An entry of a menu is at most this long.
_ENTRY = 8


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
    lines, dropped = bare.clean(source, base, lines, dropped, front)
    cuts: list[Dropped] = []
    if junk or scraps.may_have(lines):
        lines, cuts = scraps.remove(lines, junk)
    if front and lines and dropped:
        lines, numbers = bare.without_first_screen(source, base, lines, dropped)
        cuts += numbers
    if any(line.text[0] in "23456789" for line in lines):
        lines, numbers = bare.without_screens(lines)
        cuts += numbers
    if strays.may_have(lines):
        lines, numbers = strays.mend(lines)
        cuts += numbers
    found = _of_page(source, base, lines, dropped)
    if headed:
        found.pop(0, None)
    if not found:
        return list(lines), sorted([*dropped, *cuts], key=lambda item: item.start)
    return bare.without(answers.parted(lines, found), [*dropped, *cuts], found)


def _of_page(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> dict[int, str]:
    """Give the lines that are of the page, with the rule of each."""
    found = _said_at_end(source, base, lines, dropped)
    for item in dropped:
        if item.rule == "noise-related":
            found |= dict.fromkeys(links.below(lines, item, found), item.rule)
    found |= posts.find(source, base, lines[: links.end(lines, found)], dropped)
    found |= answers.find(source, base, lines, dropped)
    found |= dict.fromkeys(threads.find(source, base, lines, dropped), "noise-reply")
    found |= dict.fromkeys(boards.find(source, base, lines, dropped), "noise-button")
    if not base:
        found |= _at_top(source, lines, dropped)
    found |= dict.fromkeys(pagetops.rows(lines), "divider")
    feet = [*blogs.foot(lines), *blogs.echo(lines), *mails.foot(lines), *mails.passed_on(lines)]
    found |= dict.fromkeys(feet, "noise-meta")
    _find_beside(source, base, lines, dropped, found)
    about = pagetops.values(source, base, lines, dropped)
    about += registers.table(lines, dropped, source, base)
    about += registers.foot(lines, dropped, source, base)
    about += colophons.find(lines, dropped, source, base)
    found |= dict.fromkeys(about, "noise-meta")
    found |= dict.fromkeys(colophons.in_english(source, base, lines, dropped), "noise-button")
    again = repeated.inside(lines) if base else repeated.at_end(lines, dropped)
    found |= dict.fromkeys(again, "doubled-title")
    _find_end(lines, found)
    return found


def _said_at_end(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> dict[int, str]:
    """Give the comments of readers, and the words of buttons that then are at the end."""
    found = dict.fromkeys(posts.replied(source, base, lines, dropped), "noise-reply")
    words = colophons.words_at_end(lines[: links.end(lines, found)], dropped)
    return found | dict.fromkeys(words, "noise-button")


def _at_top(source: str, lines: Sequence[Line], dropped: Sequence[Dropped]) -> dict[int, str]:
    """Give the lines at the top of all that are of the page, with the rule of each."""
    found: dict[int, str] = {}
    if dropped:
        found |= dict.fromkeys(pagetops.entries(source, lines, dropped), "noise-button")
    greeted = [*pagetops.introduction(lines), *welcomes.find(lines, dropped)]
    found |= dict.fromkeys(greeted, "noise-advert")
    ways = [*mastheads.way(lines), *mastheads.column(lines)]
    found |= dict.fromkeys(ways, "noise-breadcrumb")
    names = [*mastheads.plate(lines), *mastheads.account(lines, dropped)]
    found |= dict.fromkeys(names, "noise-meta")
    found |= dict.fromkeys(blogs.head(source, lines, dropped), "noise-meta")
    found |= dict.fromkeys(abstracts.find(lines), "noise-meta")
    counted = [*pagetops.counts(lines, dropped), *pagetops.counters(lines)]
    found |= dict.fromkeys([*counted, *pagetops.journal(lines)], "noise-meta")
    buttons = [*pagetops.words(lines, dropped), *pagetops.boxes(lines, dropped)]
    found |= dict.fromkeys(buttons, "noise-button")
    heads = [*pagetops.stamps(lines), *registers.head(lines), *mails.head(lines)]
    found |= dict.fromkeys([*heads, *templates.fields(lines)], "noise-meta")
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
                found |= dict.fromkeys(mastheads.site(lines, item, place), item.rule)
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
        found.setdefault(index, endings.rule(lines[index].text))
    if lines and _page_number(lines[-1]):
        found[len(lines) - 1] = "noise-page"


def before_texts(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped], junk: bool
) -> tuple[list[Line], list[Dropped]]:
    """Drop the same from the stretch before several texts, what it says twice, rows of signs.

    The word over a list of titles (目录) goes where no list is below it: a page opened it there.
    """
    lines, dropped = remove(source, base, lines, dropped, junk, front=True)
    lines, dropped = _without_column(source, base, lines, dropped)
    over = len(lines) > 1 and (lines[0].sourced or repeated.is_subject(lines, dropped))
    listed = over and breadcrumbs.HEADER.match(lines[1].text) is not None
    if over and not listed and title_like(lines[1].text):
        first, below = core(lines[0].text), core(lines[1].text)
        if below != first and same_title(below, first):
            lines, dropped = bare.without(lines, dropped, {0: "doubled-title"})
    lines, dropped = posts.without_thread(source, base, lines, dropped)
    poster = threads.who_began(source, base, lines, dropped)
    lines, dropped = bare.without(lines, dropped, dict.fromkeys(poster, "noise-reply"))
    rows = [i for i, line in enumerate(lines) if endings.can_go(line.text) and not line.said]
    if lines and endings.is_row(lines[-1].text) and not lines[-1].said:
        rows.append(len(lines) - 1)  # a sign alone over the first text
    found = repeated.before_texts(lines) | {i: endings.rule(lines[i].text) for i in rows}
    if dropped and lines and contents.is_word(lines[-1].text) and not lines[-1].said:
        found[len(lines) - 1] = "noise-button"  # no list of the texts is below it
    return bare.without(lines, dropped, found)


def _without_column(
    source: str, base: int, lines: list[Line], dropped: list[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    """Drop the end of a breadcrumb said again, or a site's name over it, alone over all texts."""
    crumbs = [item for item in dropped if item.rule == "noise-breadcrumb"]
    if len(lines) != 1 or not crumbs or lines[0].said:
        return lines, dropped
    place = source[crumbs[-1].start - base : crumbs[-1].end - base]
    line = lines[0].tracked
    if line.start < crumbs[-1].start and mastheads.names_site(line.text, place):
        return bare.without(lines, dropped, {0: "noise-breadcrumb"})
    if len(line.text) > _ENTRY or line.start < crumbs[-1].end or lines[0].sourced:
        return lines, dropped  # the title of all may be in the breadcrumb too
    if line.text != breadcrumbs.last(place):
        return lines, dropped
    return bare.without(lines, dropped, {0: "noise-breadcrumb"})


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
