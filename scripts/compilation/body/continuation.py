"""Judges whether a line goes on with the paragraph of the line above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..gaps import is_row
from ..signatures import byline
from ..signatures.bodies import breaks_letterhead
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.occasions import broken_occasion
from ..text.signs import (
    BLANK,
    CHINESE,
    OPEN_END,
    PAUSE,
    RANK,
    begins_block,
    broken_salutation,
    ends,
    ends_sentence,
    ends_with_genre,
    enumerates,
    is_distribution,
    is_han,
    is_motto,
    is_salutation,
    mark,
    width,
)
from ..text.tracking import Tracked
from ..text.variants import either
from .enumerations import counts_next
from .lines import Line
from .wholes import stand_apart, unclosed
from .wrapping import INDENT, Profile, breaks_in_latin, falls_short

# A line never begins with these; a half-width mark counts only before a Han character.
_CLOSES = lazy_regex(r"[，、。；：！？）”’》」』】]|…(?!…)|[,;:?!)][\u4e00-\u9fff]")
# Particles that begin no sentence, except as the first part of the words left out here.
_NEVER_FIRST = lazy_regex(
    "们|們|吗|嗎|吧|嘛|的(?![确確士])|了(?![解不却然])|着(?![力眼重实實手装急火])|得(?![知益到出以体體失心法分票奖其])"
)
_NUMBER_GOES_ON = lazy_regex(r"[.．]\d|[%％℃]|\d*[万亿]?[元人户亩吨公里米年月日]")
# A heading behind the last full stop of a paragraph and a blank.
_HEADED = lazy_regex(rf"[。！？][{BLANK}]+[^。，；！？：:,;（）(){BLANK}]{{4,20}}$")
# What is counted behind a number that ends a line of prose (平均年龄达到 47 / 岁，……).
_COUNTED = lazy_regex(r"[岁名个家项件起次篇处座条辆台套场批类倍余多天周期届位户村所支册]")
# An article of a law, whose text a page sets below its number.
ARTICLE = lazy_regex(rf"第[{BLANK}]?(?:[{CHINESE}]{{1,5}}|\d{{1,3}})[{BLANK}]?条(?:之[{CHINESE}])?")
_DECIMAL_BROKEN = lazy_regex(r"[^\d.][\d]{1,4}[.．]$")
# One character and a stop: the end of a word that began on the line before, not 油、水、气，…….
_LAST_OF_WORD = lazy_regex("(?!.、.[、，])[^是对對好嗯啊哦唉看瞧来來嘿喂且但][，、。；]")
# A comma and one character: the beginning of a word that ends on the next line.
_FIRST_OF_WORD = lazy_regex("[\u4e00-\u9fff]{4}[，,][\u4e00-\u9fff]$")
# A sentence, and behind it another that has a comma and no end.
_STOPPED = lazy_regex(
    r"[。！？；](?:[^。！？；]*，[^。！？，；：:]*|[^。！？，；：:\s）)]{6,})[\u4e00-\u9fff]$"
)
# The title that a speaker announces: 今天我讲话的题目是：把灯留给后来的人.
_ANNOUNCED = lazy_regex(
    either(
        "(?:题目|主题|话题)(?:就?是|叫做?|为)(?:[：:][“《]?|[“《])[^。，；：！？“”《》]{2,24}[”》]?$"
    )
)
# A line of a table of contents: its title, dots, and the page.
_CONTENTS = lazy_regex(
    rf"(?:[.…·．_-]{{3,}}|…)[{BLANK}]*[（(]?\d{{1,3}}[）)]?$|"
    rf"[.…·．]{{3,}}[{BLANK}]*[\u4e00-\u9fff{BLANK}·]{{2,16}}[{BLANK}]\d{{1,3}}$"
)
_PAGE_ENDS = frozenset("0123456789）)")
# A numeral with a comma, which goes on with a sentence as well as it begins a paragraph.
_WEAK_MARK = lazy_regex(f"[{CHINESE}]{{1,3}}[，,]")
_COMMA = lazy_regex("[，,。]")
_PAUSED = lazy_regex("[，,。；、]")
#: What ends a line that must go on (他、 “); 的 and 和 end headings too (一、取得的).
_OPENS = "，,、（(《“‘「『"
_QUOTES = "“‘「『"
#: A heading with 一、 that has its text in the next line is at most this long (characters).
LONG_HEADING = 70
#: A line of at least this many characters that stops without punctuation is broken prose.
LONG = 28
#: An article of a law has no heading with a comma of so many characters.
_ARTICLE_LONG = 20
#: Where a text is hard-wrapped, one of so many cells that is nearly full is.
_SHORTEST = 36


def goes_on(group: Sequence[Line], second: Line, shape: Profile) -> bool:
    """Judge whether a line goes on with the paragraph that the lines of ``group`` make so far."""
    if stand_apart(group[-1].text, second, shape):
        return False
    if not second.said and tells_another(group[-1].text, second.text):
        return False
    if not second.said and ends(group[-1].text) and counts_next(group[0].text, second.text):
        return False
    return (
        _continues(_printed(group) if shape.wrap else group[-1], second, shape)
        or _hangs(group, second, shape)
        or _counts_on(group, second, shape)
    )


# What is told behind its label, one line each.
_TOLD = lazy_regex("[\u4e00-\u9fff]{2,4}[：:]")
# Whom to turn to, below the text or each other: 工会联系人：……, 邮箱地址：……
_CONTACT = lazy_regex(
    either(
        "[^。，；：、（）]{0,8}(?:联系人|电话|传真|邮箱|信箱|联系方式|(?:邮箱|通讯|联系)地址)[：:]"
    )
)


def tells_another(a: str, b: str) -> bool:
    """Say whether two lines tell each what its label says (主题：……, 时间：……)."""
    if a[-1] in _OPENS:
        return False
    if _CONTACT.match(b) and (ends(a) or a[-1] in "）)" or _CONTACT.match(a)):
        return True
    return _TOLD.match(a) is not None and _TOLD.match(b) is not None


def _printed(group: Sequence[Line]) -> Line:
    """Give the last line of a paragraph as it was printed.

    The text of a PDF may break it before a comma (……的《登记表》 / ，送到), which no printed
    line begins with.
    """
    last = group[-1]
    if len(group) < 2 or not _CLOSES.match(last.text) or last.blanks:
        return last
    above = group[-2]
    both = Tracked(above.text + last.text, above.tracked.start, last.tracked.end)
    return replace(last, tracked=both, indent=above.indent)


def _continues(first: Line, second: Line, shape: Profile) -> bool:
    """Judge whether the second line goes on with the paragraph of the first."""
    if second.said or first.said not in ("", "join"):
        return second.said == "join"
    if first.hashes or second.hashes:
        return False
    judged = _by_ends(first, second, shape)
    if judged is None:
        judged = _by_sentence(first, second, shape)
    if judged is None:
        judged = (_goes_on_wrapped if shape.wrap else _goes_on_unwrapped)(first, second, shape)
    return judged


def _by_ends(first: Line, second: Line, shape: Profile) -> bool | None:
    """Judge by what stands right before and behind the break, None where that says nothing."""
    a, b = first.text, second.text
    if b[0] in "：:" and is_salutation(b) and not PAUSE.search(a):
        return False  # set to the right below a title: ：各位村民
    if is_salutation(a) and is_salutation(b) and not mark(b):
        return False  # 各位来宾， / 女士们，先生们：
    if is_salutation(b) and byline.names_person(a):
        return False  # 石桥镇党委委员、副镇长　周敏 / 同志们：
    if is_motto(a):
        return False
    if _CLOSES.match(b) or (_NEVER_FIRST.match(b) and not ends(a) and not second.blanks):
        return True
    if a[0] == "第" and ARTICLE.fullmatch(a):
        return not begins_block(b) and (ends(b) or len(b) >= LONG)
    if breaks_letterhead(a, b) or (len(a) == 1 and is_distribution(a + b)):
        return True  # 抄 / 送：……, set wide apart on the page
    if not second.blanks and (broken_occasion(a, b) or broken_salutation(a, b)):
        return True
    if a[-1].isdigit() and (counted := _NUMBER_GOES_ON.match(b)):
        return _is_number(a, counted[0]) and not byline.looks_like(a)
    if shape.wrap and a[-1].isdigit() and _COUNTED.match(b) and PAUSE.search(a):
        return not (second.blanks or byline.looks_like(a))
    if shape.wrap and _DECIMAL_BROKEN.search(a) and b[0].isdigit() and not mark(b):
        return True
    if a[-1] in _PAGE_ENDS and _CONTENTS.search(a):
        return False
    if begins_block(b) and (ends(a) or not _WEAK_MARK.match(b)):
        return False
    if _LAST_OF_WORD.match(b) and not ends(a) and len(a) > 4:
        return True
    if _FIRST_OF_WORD.search(a) and len(a) > 16 and not byline.looks_like(b):
        return True
    if len(a) > 8 and a[:5] == b[:5]:
        return False  # 会议进行第一项……, 会议进行第二项……
    return None


def _is_number(before: str, behind: str) -> bool:
    """Say whether the digits on both sides of a break make one number: of a year, of a day."""
    unit = behind[-1]
    most = _DIGITS.get(unit, _LONGEST_NUMBER)
    digits = len(before) - len(before.rstrip("0123456789"))
    return digits + sum(c.isdigit() for c in behind) <= most


#: What follows a telephone number on the next line is no part of it (12月……).
_DIGITS, _LONGEST_NUMBER = {"年": 4, "月": 2, "日": 2}, 9


def _by_sentence(first: Line, second: Line, shape: Profile) -> bool | None:
    """Judge by a sentence or a bracket that the first line leaves open, None where none is."""
    a, b = first.text, second.text
    # Where every paragraph has an indent, the line begins one.
    apart = second.blanks > shape.spaced or (shape.indented and second.indent >= 2)
    if _announces(a) and not (shape.wrap and _is_full(first, shape)):
        return False
    if is_han(a[-1]) and _STOPPED.search(a[-60:]) and not apart and byline.glued(a) is None:
        return not byline.looks_like(b)
    if unclosed(a) and len(a) < 4000:
        return True
    if (
        a[-1] not in "。，；：！？"
        and not shape.wrap
        and len(a) > 60
        and _HEADED.search(a[-30:])
        and byline.glued(a) is None
    ):
        return False
    if OPEN_END.search(a[-1:]):
        if a[-1] in _OPENS:
            return True
        if not (shape.wrap and mark(a)) or _is_full(first, shape):
            return bool(shape.wrap) or len(a) >= LONG
    return None


def _announces(text: str) -> bool:
    """Say whether a line ends with the title that it announces."""
    return "题" in text[-40:] and _ANNOUNCED.search(text, max(0, len(text) - 40)) is not None


def _is_full(line: Line, shape: Profile) -> bool:
    """Say whether a line reaches as far as a hard-wrapped text does."""
    return line.indent + width(line.text) >= shape.wrap - 5


def _goes_on_wrapped(first: Line, second: Line, shape: Profile) -> bool:
    """Judge by the width of the first line where a text is hard-wrapped."""
    full, ended = _is_full(first, shape), ends(first.text)
    if shape.indented:
        judged = _by_indents(first, second, shape, full=full, ended=ended)
        if judged is not None:
            return judged
    if ended:
        return full and _next_sentence(first, second, shape)
    return full or (not second.blanks and _long_enough(first.text, second.text, shape.wrap))


def _by_indents(
    first: Line, second: Line, shape: Profile, *, full: bool, ended: bool
) -> bool | None:
    """Judge by the indents of paragraphs in a hard-wrapped text, None where they say nothing.

    ``full`` and ``ended`` say that the first line is full, and ends as a paragraph may.
    """
    a = first.text
    if second.indent >= 2 and second.indent > first.indent:
        return False
    begins = 2 <= second.indent <= INDENT and second.indent == first.indent
    if begins and (ended or mark(a)):
        return False  # a paragraph or heading of one line, and the next
    if second.indent >= 2:
        return None
    if ended and not ends(second.text) and second.indent + width(second.text) < shape.wrap - 10:
        return False  # the last line of a paragraph ends with a stop
    if ended or full:
        # The first line of a paragraph is seldom quite full.
        near = first.indent + width(a) >= shape.wrap - (10 if first.indent >= 2 else 5)
        return not ended or near
    # Who signs may stand below a title with a comma.
    prose = bool(_PAUSED.search(a)) and first.indent <= 8 and not byline.names_person(second.text)
    return True if prose and not (mark(a) or _dated(a)) and len(a) > 8 else None


def _next_sentence(first: Line, second: Line, shape: Profile) -> bool:
    """Judge whether the line below a full one that ended holds the paragraph's next sentence."""
    a, b = first.text, second.text
    if second.blanks or not (ends_sentence(a) or (a[-1] in "：:" and b[0] in _QUOTES)):
        return False  # 他却说：/ “……” is whole
    if _LABELLED.match(b) or _ADDRESSES_AGAIN.match(b) or _THANKS.fullmatch(b):
        return False
    if shape.lost and falls_short(second.indent + width(b), shape.wrap) and not ends(b):
        return False  # the first line of another
    # The last line of a paragraph ends with a stop; a title or heading does not.
    if not ends(b) and second.indent + width(b) < shape.wrap - 10:
        return False
    return not enumerates(b) and not (len(b) <= 24 and byline.looks_like(b, True))


def _goes_on_unwrapped(first: Line, second: Line, shape: Profile) -> bool:
    """Judge whether a line of a text that is not hard-wrapped is prose, broken all the same."""
    a, b = first.text, second.text
    ended = ends(a)
    if mark(a) and not ended and len(a) > 24 and b[-1] in "；;" and len(b) <= 80:
        return True  # one of a list
    if ARTICLE.match(b):
        return False
    short = len(a) < (_ARTICLE_LONG if ARTICLE.match(a) else LONG)
    if ended or short or (len(a) < 60 and _dated(a)) or (mark(a) and len(a) < 40):
        return False
    sign = mark(a) if len(a) < LONG_HEADING and len(b) > len(a) else None
    if sign and sign.form == "chinese" and not second.blanks and ends_sentence(b):
        return False
    if second.blanks and (second.indent > first.indent or a[-1] in "》”"):
        return False
    if (ends_with_genre(a) or a[-1] in "）)") and len(a) < 45:
        return False
    if second.indent >= 4 and shape.indented:
        return False
    if (
        byline.looks_like(b)
        or is_row(b)
        or is_salutation(b)
        or (len(b) <= _KIND and ends_with_genre(b))
    ):
        return False
    return bool(_COMMA.search(a))


#: A line that is no more than a kind of text (读后感言) is a heading of so many characters at most.
_KIND = 6


def _long_enough(a: str, b: str, wrap: int) -> bool:
    """Judge whether a line that is not quite full can only be a broken line of prose.

    Where the indents were lost, the first line of a paragraph looks two characters too short.
    """
    cells = width(a)
    if not _COMMA.search(a) or byline.looks_like(a):
        return cells >= max(wrap - 7, _SHORTEST) and "、" in a and not mark(a)
    if len(a) >= LONG or not (sign := mark(a)):
        return len(a) >= LONG or cells >= max(wrap - 10, _SHORTEST)
    # An item of a list and its last line; what has a Chinese number can be a heading.
    inner = RANK[sign.form] >= RANK["decimal"]
    return inner and cells >= max(wrap - 10, _SHORTEST) and ends(b) and width(b) < wrap - 10


def _hangs(group: Sequence[Line], second: Line, shape: Profile) -> bool:
    """Judge by the indents alone: paragraphs have one, and this line goes on without."""
    first, a, b = group[0], group[-1].text, second.text
    if (shape.wrap and not shape.indented) or first.said or second.said or ends(a):
        return False
    if second.blanks or second.indent or second.hashes or not 2 <= first.indent <= INDENT:
        return False
    if begins_block(b) or (mark(first.text) and len(first.text) < LONG) or date(a):
        return False
    if len(first.text) < 6 or byline.looks_like(b, True) or is_salutation(b):
        return False
    return bool(PAUSE.search(a)) or len(group) > 1 or breaks_in_latin(a)


# What a paragraph begins with that is set apart by a word: 【典型案例】今年五月，……
_LABELLED = lazy_regex("【[\u4e00-\u9fff]{2,8}】")
# A speaker who addresses the hearers again begins a paragraph with that.
_ADDRESSES_AGAIN = lazy_regex(
    either(
        "(?:(?:各位|尊敬的|亲爱的)[\u4e00-\u9fff]{2,8}"
        "|(?:同志|同学|老师|朋友|乡亲|战友|工友|同事|伙伴|孩子|家长)们)[，,！!]"
    )
)
# How a speech ends, on a line of its own: 我的发言完了，谢谢！
_THANKS = lazy_regex(
    either(
        "(?:[^。；！？，]{0,10}(?:发言|演讲|汇报|讲话?|报告|述职|介绍|话|说)[^。；！？，]{0,6}[，,。！])?"
        "(?:最后|再次)?[，,]?(?:谢谢|感谢)[^，。；：！？]{0,10}[。！!.]"
    )
)

# A member of an enumeration but the first (二是, 三要), and the numerals in their order.
_COUNTING = lazy_regex("([二三四五六七八九])([是要靠戒抓])")
_NUMERALS = "一二三四五六七八九"


def _counts_on(group: Sequence[Line], second: Line, shape: Profile) -> bool:
    """Judge whether a line goes on with an enumeration that began inside its paragraph.

    The line above is full then (……归结起来，一是学习不够；/ 二是……), or it would end there.
    """
    found = _COUNTING.match(second.text)
    if not (found and shape.wrap) or second.said or second.blanks or second.indent >= 2:
        return False
    before = _NUMERALS[_NUMERALS.index(found[1]) - 1] + found[2]
    full = group[-1].indent + width(group[-1].text) >= shape.wrap - 2
    return full and "".join(line.text for line in group).find(before) > 0


def _dated(text: str) -> bool:
    """Say whether a line ends with a date, as a dateline does and prose seldom."""
    found = date(text)
    return found is not None and (len(text) - found.end <= 4 or len(text) < LONG)
