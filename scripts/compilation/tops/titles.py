"""Judges whether lines can be a title, and how many lines it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..body.lines import Line
from ..signatures import byline
from ..signatures.bodies import may_be_body
from ..signatures.labels import BULLETS
from ..signatures.names import is_office, is_surely_name, is_unit
from ..signatures.signers import of_somewhere
from ..text.dates import date
from ..text.documents import is_document_number
from ..text.lazy import lazy_regex
from ..text.occasions import broken_occasion
from ..text.signs import (
    BLANK,
    BLANK_CHARACTERS,
    CHINESE,
    COMMON_HAN,
    core,
    ends_with_genre,
    enumerates,
    is_motto,
    is_note,
    is_salutation,
    kind_at_end,
    mark,
    squeeze,
)
from ..text.variants import either
from .spoken import ends_speech, greets

#: Titles of one character.
ALONE = ("序", "跋")
#: A title that begins like a member of an enumeration (最后一遍检查).
LAST = lazy_regex("(?:最后|最後|首先|另外)[^，,、：:。；是要]{2,12}")


def title_like(text: str) -> bool:
    """Say whether a line could be a title or a line of one."""
    if text in ALONE:
        return True
    if not 2 <= len(text) <= 50 and not (len(text) <= 110 and _OFFICIAL.search(text)):
        return False
    if mark(text) or is_note(text) or (enumerates(text) and not LAST.fullmatch(text)):
        return False
    if greets(text) or is_motto(text) or ends_speech(text):
        return False
    if text[0] in "：:" or (not text[0].isalnum() and not any(map(str.isalnum, text))):
        return False  # a salutation set to the right, a row of signs
    if (
        text[-1] in "，,、：:；;"
        or _HALF_STOP.search(text[-2:])
        or _STOPS.search(text.rstrip("！!？?"))
    ):
        return False
    if dash := _DASH_INSIDE.search(text, 6):
        text = text[: dash.start()]
    commas = text.count("，") + text.count(",")
    if commas and len(text) > _WITH_COMMAS:  # those of what it quotes are not its own
        text = _QUOTED.sub("", text)
        commas = text.count("，") + text.count(",")
        return commas == 0 and len(text) >= _UNQUOTED
    return commas <= 2


#: A title with commas is at most so long; what a longer one says but for its quotation is as long.
_WITH_COMMAS, _UNQUOTED = 32, 6
_QUOTED = lazy_regex("“[^“”]*”|《[^《》]*》")
_STOPS = lazy_regex("[。；;！!？?…]")
# A full stop of half width behind a Han character.
_HALF_STOP = lazy_regex(r"[\u4e00-\u9fff]\.$")
# A subtitle behind a dash in the same line; to be looked for behind the sixth character.
_DASH_INSIDE = lazy_regex(r"(?:-{2,}|—{2}|－{2}|―{2}|─{2})(?=.{4})")
# The title of an official document can name others in full: 关于印发《……》《……》的通知.
_OFFICIAL = lazy_regex(
    either(
        "^[^。；！？，]{0,30}关于[^。；！？]{4,90}的(?:通知|意见|决定|批复|通报|公告|报告|函|请示)$"
    )
)


#: A title said to be one: 题目：守堤, 微党课主题：一只老万用表.
TITLE_LABEL = lazy_regex(
    rf"(?:(?:文章|作品|征文)?(?:标题|题目|標題|題目|篇名)|(?:获奖|獲獎|参赛|參賽|参评|參評)(?:作品|征文)|"
    rf"(?:作品|征文|文章)(?:名称|名稱)|"
    rf"(?:微?党课|微?黨課|演讲|演講|发言|發言|宣讲|宣講|故事|讲述|講述)(?:的)?(?:主题|题目|标题|主題|題目))"
    rf"[：:][{BLANK}]*(?=\S)"
)


def title_size(lines: Sequence[Line]) -> int:
    """Give how many lines the title that begins here takes.

    Lines belong to it until it names a kind of text, or closes what it opened; where neither
    happens within four lines, the first line is the title.
    """
    text = squeeze(lines[0].text)
    for size in range(1, min(5, len(lines))):
        following = lines[size]
        adds = adds_to_title(text, following.text)
        last = _kind_goes_on(text, following.text)
        if complete(text) and not adds and not last:
            break
        if DASHED.match(following.text):  # a subtitle
            whole = size == 1 or opened(text) or _centred(lines[:size])
            return size if whole or _stands_over_subtitle(lines[:size]) else 1
        signs = byline.signs_below(following.text, broken_off(text))
        if _centred(lines[: size + 1]) and not signs:
            if _body_below(text, lines[size : size + 2]):
                return size
            text += squeeze(following.text)
            continue
        if size > 1 and _centred(lines[:size]) and following.indent < FAR:
            return size
        if size == 1 and _couplet(lines):
            return 2
        if (
            not (last or title_like(following.text))
            or following.blanks > _allowed(text, lines, size)
            or (signs and not last)
            or core(following.text) == core(lines[0].text)
        ):
            one = opened(text) or _one_title(lines[:size]) or _stand_together(lines, size)
            return size if one else 1
        text += squeeze(following.text)
        if adds and not broken_off(text):
            size += 1
            break
    else:
        return 1
    if size < len(lines) - 1 and _short_remark(lines[size].text):
        size += 1
    return size


def _stands_over_subtitle(lines: Sequence[Line]) -> bool:
    """Say whether two or three lines, a subtitle right below them, are one title."""
    if len(lines) > 3 or names_collection(lines[0].text):
        return False
    return len(lines) == 2 or not any(line.blanks for line in lines[1:])


def _body_below(title: str, lines: Sequence[Line]) -> bool:
    """Say whether a line set like the title is the body that signs it, its text being below."""
    prose = len(lines) > 1 and len(lines[1].text) > 40
    return prose and not broken_off(title) and may_be_body(lines[0].text)


def _kind_goes_on(title: str, text: str) -> bool:
    """Say whether a line has the end of the word for the kind: 剖析材 / 料, 对照检 / 查材料."""
    rest = without_remark(text)
    found = kind_at_end(title + rest)
    return bool(rest) and found is not None and found < len(title)


def _one_title(lines: Sequence[Line]) -> bool:
    """Say whether lines are surely one title: in the middle, or the last but one broken off."""
    return _centred(lines) or (len(lines) > 1 and broken_off(lines[-2].text))


def _stand_together(lines: Sequence[Line], size: int) -> bool:
    """Say whether lines are one title by what is around them, and no empty line parts them.

    Who signs or is addressed is right below them; or they are set apart, the text being below.
    """
    title, below = lines[0].text, lines[size]
    rest = [line for line in lines[1:size] if line.blanks or line.text in title]
    if size < 2 or rest or any(is_another(line.text) for line in lines[1:size]):
        return False
    apart = lines[0].blanks > 0 and below.blanks > 0 and len(below.text) > 20
    return apart or is_salutation(below.text) or byline.looks_like(below.text, True)


def is_another(text: str) -> bool:
    """Say whether a line under a title is a remark, a document's number or who signs (财务部)."""
    office = is_office(text) and not _NO_OFFICE.search(text)
    return office or bool(_BESIDE.match(text)) or is_document_number(text) or may_be_body(text)


# A remark in brackets, or what a label tells (周次：第9周).
_BESIDE = lazy_regex("[（(]|[\u4e00-\u9fff]{2,4}[：:]")
# What stands in no office: 做一名守堤的党员.
_NO_OFFICE = lazy_regex("[的是做当當争爭为為让讓把]")


def _couplet(lines: Sequence[Line]) -> bool:
    """Say whether the first two lines are a title in two halves alike (“灯+堤”…… / “人+水”……).

    They are as long as each other with the same signs at the same places, and prose is below.
    """
    first, second = lines[0].text, lines[1].text
    if not 6 <= len(first) == len(second) <= 20 or len(lines) < 3 or lines[1].blanks:
        return False
    if first == second:
        return False  # said twice
    form = COMMON_HAN.sub("字", first)
    alike = form == COMMON_HAN.sub("字", second) and form != "字" * len(form)
    return alike and title_like(second) and not mark(second) and len(lines[2].text) > 20


# A second kind or task that a title names below the first (…… / 及下半年工作打算).
_ADDED = lazy_regex(
    either(
        "[及暨](?!时)[^，,]{3,}|[和与并](?!会)[^，,]{2,}(?:打算|安排|思路|规划|设想|建议|计划|总结|报告|方案|措施|体会)"
    )
)


def adds_to_title(title: str, text: str) -> bool:
    """Say whether a line goes on with a title that could end above it (及下半年工作打算)."""
    return bool(broken_occasion(title, text) or _ADDED.fullmatch(text)) and title_like(text)


def _allowed(text: str, lines: Sequence[Line], size: int) -> int:
    """Give how many empty lines may stand before the next line of a title."""
    if lines[0].blanks or _unfinished(text, lines[size]):
        return 2
    # Where a subtitle is set apart by an empty line too, they say nothing.
    below = lines[size + 1] if size + 1 < len(lines) else None
    return int(below is not None and below.blanks == 1 and bool(DASHED.match(below.text)))


def begins_title(text: str, below: str) -> bool:
    """Say whether a body stands over the rest of its title (关于…), or an event over 会上的讲话."""
    if is_unit(squeeze(text)) and _ISSUES.match(below):
        return True
    return broken_occasion(text, below)


def _unfinished(text: str, following: Line) -> bool:
    """Say whether a title so far names no kind though it must (关于…), and the next line does."""
    joined = following.text[0] in "和与與及暨的" or bool(_ON.search(text))
    return joined and ends_with_genre(following.text)


_ON = lazy_regex("[关關][于於]")
_ISSUES = lazy_regex(either("关于|印发|转发|批转"))
#: How a subtitle begins.
DASHED = lazy_regex(r"-{2,}|—|－{2}|―|─")
#: From this indent on (cells) a line stands in the middle of the page.
FAR = 10


def title_lines(lines: Sequence[Line], index: int) -> int:
    """Give how many lines a title surely takes that no mark shows: in the middle, or broken off."""
    first = lines[index]
    size = 1
    while index + size < len(lines) and size < 4:
        line, text = lines[index + size], "".join(x.text for x in lines[index : index + size])
        if line.blanks or DASHED.match(line.text) or byline.looks_like(line.text, True):
            break
        centred = first.indent >= FAR and _centred(lines[index : index + size + 1])
        broken = opened(text) or broken_off(text)
        broken = broken or (_unfinished(text, line) and not complete(text))
        broken = broken or begins_title(text, line.text)
        if not centred and not (broken and title_like(line.text)):
            break
        size += 1
    return size


# Words that no title ends with: more of it is on the next line.
_BROKEN_OFF = lazy_regex("(?:[的和与與及暨]|[关關][于於])$")


def broken_off(text: str) -> bool:
    """Say whether a title ends with a word that no title ends with (……的, ……及)."""
    return _BROKEN_OFF.search(text) is not None


def _centred(lines: Sequence[Line]) -> bool:
    """Say whether lines stand in the middle of the page, one right below the other."""
    return all(
        line.indent >= FAR and title_like(line.text) and (index == 0 or not line.blanks)
        for index, line in enumerate(lines)
    )


def complete(text: str) -> bool:
    """Say whether a title so far can be all of it."""
    plain = without_remark(text)
    whole = ends_with_genre(plain) or (_ON.match(text) and _STUDY.search(plain))
    return bool(whole) and not opened(text)


# What a study says at its end that it is (关于……的调查与思考).
_STUDY = lazy_regex(either("的[^的]{0,6}(?:思考|建议|探索|研究|认识|启示|调查|实践)$"))


_COLLECTION = lazy_regex(
    either(
        rf"(?:选编|汇编|选登|摘登|摘编|选辑|选刊|集锦|荟萃|专辑|专刊|专栏|文集|文选|合集|精选|大全|展播|"
        rf"征文(?:选|集|选登)?|作品(?:选|集)?|(?:成果|作品|风采|推送)展示|(?:讲话|发言|文章|论文|报告)选|[{CHINESE}几数\d]{{1,3}}[篇则]全?|"
        rf"(?<![前第])[{CHINESE}\d]{{1,2}}(?:个季度全?|(?:份|个月|周)全))"
        rf"(?:[（(][\d年月—－~至-]{{4,16}}[）)]|[（(](?:第[{CHINESE}\d]{{1,3}}[批辑期集部]|[{CHINESE}]{{1,2}})[）)]|[）)])?$"
    )
)


def names_collection(text: str) -> bool:
    """Say whether a line is the title of several texts (…心得体会选编, …征文作品, …三篇)."""
    return len(text) <= 50 and bool(_COLLECTION.search(text))


# Words that name nothing but a book of several texts.
_BOOK_OF = lazy_regex(
    either("(?:选编|汇编|选辑|集锦|荟萃|文集|文选|合集|作品集)(?:[（(].{4,16}[）)])?$")
)


def names_book(text: str) -> bool:
    """Say whether a line is the title of a book of several texts, and of no column (选登)."""
    return len(text) <= 50 and bool(_BOOK_OF.search(text))


_IN_BRACKETS = lazy_regex(rf"(?<=.{{2}})[{BLANK}]*[（(](?P<by>[^（()）。；！？]{{2,40}})[）)]$")


# A name behind a title in book marks: 《做一名合格党员》　张明, 《入党初心》——李娜.
_BEHIND_BOOK = lazy_regex(
    rf"(?<=[^《》]{{2}}》)(?:[{BLANK}]*[—―－─-]{{1,2}})?[{BLANK}]*(?P<by>[^《》（）()—{BLANK}][^《》（）()—]{{1,4}})$"
)


def signed_at(text: str) -> tuple[int, int] | None:
    """Give where a title ends and the signature behind it in its line begins, or None.

    Only one that is nothing else: 听党话、跟党走（李大山）, （县教育局　王秋实）, （作者：……）.
    """
    if booked := _BEHIND_BOOK.search(text):
        return _bounds(booked) if is_surely_name(squeeze(booked["by"])) else None
    if text[-1:] not in ("）", ")") or not (found := _IN_BRACKETS.search(text)):
        return None
    by = found["by"].strip()
    signs = byline.labelled("　" * 4 + by) is not None or byline.names_person(by)
    if signs or of_somewhere(by):
        return _bounds(found)
    return _bounds(found) if is_surely_name(squeeze(by)) else None


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    """Give where a match begins and where its first character that is no blank stands."""
    return found.start(), found.end() - len(found[0].lstrip(BLANK_CHARACTERS))


# A remark in brackets behind a title.
_REMARK = lazy_regex("[（(][^（()）]{1,20}[）)]$")


def without_remark(title: str) -> str:
    """Give a title without what stands in brackets at its end (守堤心得（周））."""
    return _REMARK.sub("", title)


def opened(text: str) -> bool:
    """Say whether a quotation or book mark is still open at the end of a text."""
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")


def _short_remark(text: str) -> bool:
    """Say whether a line is a remark in brackets that belongs to the title (（草案）)."""
    if mark(text) or "××" in text:
        return False
    if byline.names_person(text):
        return False  # (儿科  ×××)
    return bool(re.fullmatch(r"[（(][^（()）]{1,12}[）)]", text)) and date(text) is None


def behind_sign(text: str) -> tuple[int, int]:
    """Give the span of a title without the sign before it or around it (★ 守堤, @周敏：守堤)."""
    found = _SIGN.match(text)
    around = _SIGN_BEHIND.search(text) if found else None
    if DASHED.match(text) and not around:
        return 0, len(text)  # a subtitle
    return found.end() if found else 0, around.start() if around else len(text)


_SIGN = lazy_regex(
    rf"(?:[{BULLETS}★☆●※•#＃@＠]+|[*＊=＝~～+·—－-]{{2,}})[{BLANK}]*(?=[^{BLANK}]{{2}})"
)
_SIGN_BEHIND = lazy_regex(rf"[{BLANK}]*[★☆●※*＊=＝~～+·—－#＃-]{{2,}}$")
