"""Finds what is said at the end of a page or a paper of who made it, known by its company.

文字：林晓棠, 投稿邮箱：…, and the row of signs over 报：市委…… look like parts of the text; what
stands beside them shows that they are not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions import endings
from ..divisions.successions import is_prose
from ..signatures import byline
from ..signatures.names import is_unit, may_be_name
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B, is_note, mark, squeeze
from ..text.variants import either, forms
from . import english

_CREDIT = lazy_regex(
    either(
        rf"(?:文字?|撰文|文案|图文|文图){B}?[：:/|｜丨]{B}?(?P<name>[\u4e00-\u9fff{BLANK}]{{2,16}})"
    )
)
# Which body sent a text in, that another is said to have written.
_SENT_IN = lazy_regex(
    either(rf"(?:供稿|来稿|报送)(?:单位|部门)?{B}?[：:/|｜丨]{B}?(?P<name>[^。，：:]{{2,20}})")
)
_OTHERS = lazy_regex(
    either(rf"(?:图片?|摄影|供图|编辑|责编|排版|美编|审核|校对|[一二三初复终]审){B}?[：:/|｜丨]")
)
# One of several such lines: 图丨宣传科, 审核｜党建部.
_SOLE = lazy_regex(
    either(
        rf"(?:文字?|图文|文图|撰文|文案|来源|供稿|图片?|摄影|编辑|责编|排版|审核|校对|美编|设计|制作|策划|[初复终]审|监制){B}?[|｜丨]{B}?[^。，：:|｜丨]{{2,20}}"
    )
)
# Who read a text before it was put up, where each of several is named on a line: 一审（校）：周敏.
_REVIEWED = lazy_regex(
    either(
        rf"(?:第?[一二三四]审|[初复终]审)(?:[（(]?(?:第?[一二三四])?[校核][）)]?)?(?:人员?)?{B}?[：:]"
        rf"{B}?(?P<name>[\u4e00-\u9fff]{B}?[\u4e00-\u9fff]{{1,3}})"
    )
)
_CONTACT = lazy_regex(
    either(
        r"(?:投稿|征稿|来稿|联系|商务合作|爆料|咨询)(?:邮箱|信箱|热线|电话|微信|QQ)\s?[：:]\s?[\w@.、\s-]{5,60}"
    )
)
#: A name stands elsewhere in a line of at most so many characters.
_SIGNED = 40
#: Who wrote a text is said among so many lines at its top.
_TOP = 5


def find(lines: Sequence[Line], dropped: Sequence[Dropped], source: str, base: int) -> list[int]:
    """Give the lines that credit somebody, tell where to write, or part such lines from a text.

    ``base`` is the offset of the first character of ``source``, the stretch of the lines.
    """
    found = [*_in_turn(lines, dropped, source, base), *_conditions(lines, dropped)]
    found += _below_labels(lines, dropped, source, base)
    last = len(lines) - 1
    for index in range(1, len(lines)):
        line = lines[index]
        text = line.text
        if len(text) > 120 or line.said:
            continue
        if not text[0].isalnum():
            over = index < last and is_note(lines[index + 1].text)
            if over and endings.can_go(text):
                found.append(index)
            continue
        if (credit := _CREDIT.fullmatch(text)) and _others_below(
            lines, dropped, index, source, base
        ):
            if _is_known(lines, index, squeeze(credit["name"])):
                found.append(index)
        elif (sent := _SENT_IN.fullmatch(text)) and (
            _others_below(lines, dropped, index, source, base)
            or (index == last and _at_foot(line, dropped))
        ):
            signed = any(byline.names_person(line.text) for line in lines[base == 0 : _TOP])
            if signed and not byline.read([sent["name"]]).authors:
                found.append(index)
        elif index == last and _CONTACT.fullmatch(text):
            low = bisect_left(dropped, lines[index - 1].tracked.end, key=lambda item: item.start)
            high = bisect_left(dropped, line.tracked.start, key=lambda item: item.start)
            if any(item.rule in ("noise-meta", "noise-button") for item in dropped[low:high]):
                found.append(index)
        elif (
            index == last and is_unit(text) and _between_words_of_page(lines, dropped, source, base)
        ):
            found.append(index)
    return found


def _is_known(lines: Sequence[Line], index: int, name: str) -> bool:
    """Say whether another line names who is credited, or the text is signed and dated above."""
    day = date(above := lines[index - 1].text)
    if day and day.end == len(above) and byline.looks_like(above):
        return True
    short = (x.text for i, x in enumerate(lines) if i != index and len(x.text) <= _SIGNED)
    return any(name in squeeze(text) for text in short)


#: So many lines of English words at least are the foot of a page; what stands among them has at
#: most so many characters.
_FOOT, _AMONG = 3, 60


def in_english(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> list[int]:
    """Give the lines of the foot of a page whose template is in English: all of them to the end.

    ``base`` is the offset of the first character of ``source``, the stretch of the lines.
    """
    words = [
        item
        for item in dropped
        if item.rule == "noise-button"
        and english.is_words(source[item.start - base : item.end - base])
    ]
    for item in words[: 1 - _FOOT]:
        first = bisect_left(lines, item.end, key=lambda line: line.tracked.start)
        if not any(map(is_prose, lines[:first])):
            continue
        short = all(len(x.text) <= _AMONG and "。" not in x.text for x in lines[first:])
        if short and not any(line.said for line in lines[first:]):
            return list(range(first, len(lines)))
    return []


_COPYRIGHT = lazy_regex(either("(?i:copyright)|©|版权所有"))


def _between_words_of_page(
    lines: Sequence[Line], dropped: Sequence[Dropped], source: str, base: int
) -> bool:
    """Say whether links stand right above the last line and the owner's rights right below it."""
    start, end = lines[-2].tracked.end, lines[-1].tracked.start
    above = any(start <= item.start < end for item in dropped)
    below = next((item for item in dropped if item.start > end), None)
    if not above or below is None:
        return False
    return _COPYRIGHT.search(source, below.start - base, below.end - base) is not None


def _in_turn(
    lines: Sequence[Line], dropped: Sequence[Dropped], source: str, base: int
) -> list[int]:
    """Give the credits and reviewers, a line each, that stand one below the other, two or more.

    The last of them may be among what was ``dropped``.
    """
    sole = [
        i
        for i, line in enumerate(lines)
        if len(line.text) <= 30 and not line.said and _credits(line.text)
    ]
    known = set(sole)
    return [
        i
        for i in sole
        if i - 1 in known or i + 1 in known or _others_below(lines, dropped, i, source, base)
    ]


def _credits(text: str) -> bool:
    """Say whether a line credits somebody; a court has its 一审：…… too, and names nobody there."""
    if reviewed := _REVIEWED.fullmatch(text):
        return may_be_name(squeeze(reviewed["name"]))
    return _SOLE.fullmatch(text) is not None


# What a site of documents says of its files, in items: 下载须知：1.……
_CONDITIONS = lazy_regex(either(rf"下载(?:须知|说明|提示|声明){B}?[：:]{B}?(?:1[.、．].{{2,80}})?"))
#: The items have at most so many characters each.
_ITEM = 120


# The same under a word that authors have too: 温馨提示：1.部分文档预览时显示不全……
_HINT = lazy_regex(either(rf"(?:温馨|友情|特别)提[示醒]{B}?[：:]?"))
_OF_FILES = lazy_regex(either("(?=.*(?:下载|预览|上传|转码)).*(?:文[件档]|资料|版权|侵权)"))


def _conditions(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give what a site says of its files in numbered items, down to the end of the page.

    Items may be ``dropped`` already.
    """
    gone = bool(dropped) and dropped[-1].rule in _OF_PAGE
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if line.said or len(line.text) > _ITEM:
            break
        hint = _HINT.fullmatch(line.text) is not None
        if hint and index == len(lines) - 1:
            hint = gone and dropped[-1].start > line.tracked.end
        hint = hint and all(_OF_FILES.search(item.text) for item in lines[index + 1 :])
        if hint or _CONDITIONS.fullmatch(line.text):
            return list(range(index, len(lines)))
        if not mark(line.text):
            break
    return []


# What a site of documents says of a file below it; some may say it in sentences.
_SAID_OF_FILE = lazy_regex(
    either(rf"(?:(?P<told>配套讲稿|特殊限制|资源描述)|关{B}*键{B}*[词字]|本文标题|标签){B}*[：:]")
)
#: Such a value has at most so many characters.
_OF_FILE = 100


def _below_labels(
    lines: Sequence[Line], dropped: Sequence[Dropped], source: str, base: int
) -> range:
    """Give the last lines, below a text, each of which stands right below a label of a file."""
    first = len(lines)
    while first > 1:
        line = lines[first - 1]
        last = bisect_left(dropped, line.tracked.start, key=lambda item: item.start) - 1
        if last < 0 or dropped[last].start < lines[first - 2].tracked.end:
            break
        item = dropped[last]
        label = _SAID_OF_FILE.fullmatch(source, item.start - base, item.end - base)
        prose = label is not None and not label["told"] and "。" in line.text
        if not label or prose or line.said or len(line.text) > _OF_FILE:
            break
        first -= 1
    return range(first if any(map(is_prose, lines[:first])) else len(lines), len(lines))


def _at_foot(line: Line, dropped: Sequence[Dropped]) -> bool:
    """Say whether nothing but words of a page, which were dropped, stands below a line."""
    below = bool(dropped) and dropped[-1].start > line.tracked.end
    return below and dropped[-1].rule.startswith("noise-")


def _others_below(
    lines: Sequence[Line], dropped: Sequence[Dropped], index: int, source: str, base: int
) -> bool:
    """Say whether a line that credits others was dropped right below a line."""
    low = bisect_left(dropped, lines[index].tracked.end, key=lambda item: item.start)
    if low == len(dropped):
        return False
    item = dropped[low]
    below = index + 1 == len(lines) or item.start < lines[index + 1].tracked.start
    return below and _OTHERS.match(source, item.start - base, item.end - base) is not None


#: So many different words at the end are of a page where nothing else beside them is, fewer
#: with one of those that nobody ends a text with.
_SEVERAL, _FEW = 3, 2
_SURE = frozenset(forms("顶一下 踩一下 雷人 赠金笔 好评 差评 我来说两句 验证码".split()))
# What readers may say of a text by a click, what a form asks for, and how many did so.
_WORDS = lazy_regex(
    either(
        "(?:我来说两句|网友点评|评价|用户名|[账帐]号|密码|验证码|匿名|路过|雷人|握手|鲜花|鸡蛋|赠金笔|喜欢|顶一下|踩一下|很赞|赞|转载|中立|好评|差评|中评|打赏|分享|收藏|"
        r"活动(?:图片|照片|掠影)|排行榜|支持|反对|推荐|举报|评论|点赞|表情|昵称|内容|提交|顶|踩)[：:?？!！]?|[（(]?\d{1,5}%?[）)]?"
    )
)


def words_at_end(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the lines at the end that are such words, where others of a page are beside them.

    ``dropped`` is what went before: something of it stands among or below them, or the words
    are several.
    """
    first = len(lines)
    while first > 1 and _WORDS.fullmatch(lines[first - 1].text) and not lines[first - 1].said:
        first -= 1
    found = list(range(first, len(lines)))
    said = {line.text for line in lines[first:] if not line.text.strip("()（）%").isdecimal()}
    above = lines[first - 1].tracked.end if found else 0
    beside = any(item.start >= above and item.rule in _OF_PAGE for item in reversed(dropped))
    enough = _FEW if said & _SURE else _SEVERAL
    return found if len(said) >= enough or (said and beside) else []


_OF_PAGE = ("noise-button", "noise-meta", "noise-related", "noise-advert", "noise-picture")
