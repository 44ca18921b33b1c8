"""Finds the lines below a header that are the rest of its title, which the page broke."""

from __future__ import annotations

from ..body.lines import Line
from ..divisions import successions
from ..signatures import byline
from ..signatures.persons import person_as_title
from ..text.lazy import lazy_regex
from ..text.occasions import is_occasion
from ..text.prizes import heads_winners, is_prize
from ..text.signs import CHINESE, core, ends_with_genre, is_salutation, width
from ..text.variants import either
from ..tops import titles, undertitles
from ..tops.drafts import dash_in


def more(title: str, lines: list[Line], wrap: int) -> int:
    """Give the number of lines under a header that are the rest of its title."""
    said = 0
    while said + 1 < len(lines) and lines[said + 1].said == "join":
        said += 1
    goes_on = len(lines) > 2 and _goes_on(title, lines, wrap)
    return said or _named_below(title, lines) or int(goes_on) or _phrases(title, lines)


#: The rest of a title that must name a kind has so many lines at most.
_MOST = 3


def _named_below(title: str, lines: list[Line]) -> int:
    """Give how many lines go on with a title that must name a kind (关于……), or 0.

    The last of two or more has the end of it (……的报告), and none of them can be anything else.
    """
    if not _CONCERNS.match(title) or titles.complete(title):
        return 0
    for size in range(1, min(_MOST + 1, len(lines) - 1)):
        line = lines[size]
        signs = byline.signs_below(line.text, titles.broken_off(title))
        if line.said or line.blanks or signs or not titles.title_like(line.text):
            return 0
        title += line.text
        if _NAMES_KIND.search(title) and ends_with_genre(title):
            return size if size > 1 else 0
    return 0


_CONCERNS = lazy_regex("[关關][于於]")
_NAMES_KIND = lazy_regex(
    either("的[^的，。]{0,4}(?:报告|通知|意见|决定|决议|方案|说明|汇报|请示|函|批复|公告|通报)$")
)


# What heads several texts, and seldom one alone.
_GROUP = lazy_regex(
    either(rf"[【（(]?第[{CHINESE}\d]{{1,3}}(?:辑|部分|部|单元|卷|章|编|组|板块|类)")
)
#: A phrase that is a line of a title has so many characters.
_PHRASE = range(6, 30)


def _phrases(title: str, lines: list[Line]) -> int:
    """Give how many lines, each a phrase, make one title with that of the header, or 0.

    They stand flush, one right below the other, and who signs or is addressed, or a subtitle, is
    right below them: nothing of the text can stand there.
    """
    head = lines[0].text
    if head == title or _GROUP.match(head) or heads_winners(title) or title.endswith(_PARTS):
        return 0  # what it heads can have titles of their own
    if ends_with_genre(title) or titles.names_collection(title) or not _is_phrase(title):
        return 0
    for size in range(1, min(_MOST + 1, len(lines) - 1)):
        line, below = lines[size], lines[size + 1]
        if line.said or line.blanks or line.indent > lines[0].indent or not _is_phrase(line.text):
            return 0
        if core(line.text) in core(title) or ends_with_genre(line.text):
            return 0
        if below.said or below.blanks:
            return 0
        subtitle = size > 1 and titles.DASHED.match(below.text)
        if subtitle or is_salutation(below.text) or undertitles.is_top_byline(lines, size + 1):
            return 0 if _another_signed(lines, size + 2) else size
    return 0


def _another_signed(lines: list[Line], first: int) -> bool:
    """Say whether another title with a person below it stands from a line on: it is a group."""
    return any(
        _is_phrase(lines[index].text) and successions.person_below(lines, index)
        for index in range(first, len(lines) - 2)
    )


def _is_phrase(text: str) -> bool:
    """Say whether a line is a phrase and no occasion, prize, body or person, which stand there."""
    if len(text) not in _PHRASE or not titles.title_like(text) or text[0] in "《“【—－-":
        return False
    if is_occasion(text) or is_prize(text) or dash_in(text) or byline.looks_like(text, True):
        return False
    return not titles.is_another(text) and person_as_title(text) is None


def _goes_on(title: str, lines: list[Line], wrap: int) -> bool:
    """Judge whether the line under a header is the rest of its title."""
    text = lines[1].text
    broken = titles.broken_off(title)
    signs = byline.signs_below(text, broken)
    if not titles.title_like(text) or signs or lines[1].said:
        return False
    if wrap and not ends_with_genre(title) and not lines[1].blanks and lines[1].indent < 10:
        full = lines[0].indent + width(lines[0].text) >= wrap - 5
        if full and width(text) < wrap - 8 and not core(title).endswith(core(text)):
            return True
    if titles.DASHED.match(text) and not titles.opened(title):
        return False  # a subtitle, though no title should end so (一只蝉教给我的)
    whole = title + text
    more = broken or title[-1] in "，,、" or titles.adds_to_title(title, text)
    if more and not lines[1].blanks:
        return True
    if titles.opened(title):
        return not titles.opened(whole)
    if len(lines) > 2 and titles.DASHED.match(lines[2].text) and not lines[1].blanks:
        named = titles.names_collection(title) or title.endswith(_PARTS)
        own = ends_with_genre(title) or named
        again = core(title) in core(text) or core(text) in core(title)
        return not own and not again
    if ends_with_genre(title) or not ends_with_genre(text) or lines[1].blanks > 1:
        return False
    if core(title).endswith(core(text)) or core(text).startswith(core(title)):
        return False
    return len(text) < 6 or bool(_REST.match(text) or _UNFINISHED.match(title))


# What the title of a part ends with (第一辑　教育名著篇).
_PARTS = ("篇", "章", "辑", "卷", "部", "类")
# A title that must name a kind, or what was said there: 关于……的报告, 在……会议上的讲话.
_UNFINISHED = lazy_regex("[关關][于於]|在[^上]{1,20}$")
# What a line that names a kind begins with where the title began above it (……2019年 / 度工作总结).
_REST = lazy_regex(either("[的和与及暨之]|年?度|工作|情况|活动"))
