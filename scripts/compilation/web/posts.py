"""Finds what a forum or a chat program puts around the texts: who posted, and what others say.

The head of a post (发表于 2009-4-21 22:07 | 只看该作者) is dropped by its words.  Over it stand
the name, the rank and the points of who posted, below it stands a text, or an answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Dropped, Line
from ..divisions import endings
from ..divisions.floors import FLOOR
from ..divisions.successions import is_prose
from ..signatures import byline
from ..signatures.names import may_be_name
from ..text.dates import ASCII_TIME, DAY, date
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, NUMBER, B, ends_with_genre, mark, squeeze
from ..text.variants import either
from ..tops.titles import title_like
from . import blogs

#: An answer has lines of at most so many characters, so many in all, and so many lines.
_ANSWER, _SHORT, _LINES = 60, 120, 4
#: All answers at the end of a page together have at most so many; more may be another text.
ANSWERS = 300
#: A name, and a comment of a reader, are at most this long; so many comments there are at most.
_NAME, _COMMENT, _COMMENTS = 15, 90, 30
_POSTED = lazy_regex("[发發]表[于於]")
# The same as other forums have it: 作者：一粒沙 时间：2012-03-06 11:05:00
_ANSWERED = lazy_regex(
    either(
        rf"(?:作者|楼主)[：:].{{1,24}}{B}时间[：:].{{8,12}}\d\d?[：:]\d\d|"
        rf"发信人{B}*[：:].{{1,40}}信区"
    )
)
# A head of a post without the name of who posted.
_NAMELESS = lazy_regex(either(r"[\[【|｜\s]*[发發]表[于於]"))
_RANK = lazy_regex(
    either(
        r"(?:管理员|(?:超级|实习|见习|荣誉|区|分类)?版主|站长|新手上路|游客|贵宾|(?:VIP|注册|认证|正式|普通|"
        r"初级|中级|高级|资深|金牌|银牌|铜牌|钻石|黄金|白金|终身|支柱|荣誉)会员|论坛(?:元老|游民|名人)|"
        r"(?:楼主|沙发)|(?:Lv|LV|lv)\.?\s?\d{1,2}.{0,8}|[★☆]{1,12}|(?:当前)?(?:在线|离线))"
    )
)
_POINTS = lazy_regex(
    either(
        r"(?:(?:帖子|主题|积分|精华|威望|金钱|金币|贡献|经验|财富|魅力|阅读权限|权限|UID|发帖数?|注册(?:时间|日期)?|"
        rf"在线时间|最后登录|来自|性别|级别|等级|头衔|状态|签到天数){B}?[：:]?{B}?[^。，；{BLANK}]{{1,14}}"
        rf"(?:{B}?(?:点|枚|小时|级|分|天|篇))?[{BLANK}|｜]*){{1,8}}"
    )
)
_MARKS = lazy_regex("[。，；：！？、,;:!?《》“”（）()]")
# What is said before the next text is posted.
_GOES_ON = lazy_regex(
    either(
        r"(?:我?[再接继续]{1,2}(?:着|上)?[贴发帖转传]{1,2}(?:[一二三几两]?[篇个])?|[接续]上[楼面页]?|[接续]楼上|(?:未完)?待续)[.。…！!~～]*"
    )
)
_COMMENTED = lazy_regex(
    either(
        r"[【\[—\-·■●▼]*(?:(?:精选|热门|网友|读者|用户|全部|最新|文章|粉丝|写)(?:留言|评论)|留言(?:板|精选|区)?|评论区?|(?:评论|留言)回复|写下你的留言)"
        r"[】\]—\-·■●▼：:]*(?:\s?[（(]?\d{1,5}[条）)]{0,2})?"
    )
)
_SAYS = lazy_regex(rf"[^：:。，；！？《》{BLANK}]{{1,14}}{B}?[：:].{{1,{_COMMENT}}}")


def find(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> dict[int, str]:
    """Give the lines that are of the page, by their indexes, with the rule.

    ``base`` is the offset of the first character of ``source``, the stretch of the lines.
    """
    found = dict.fromkeys(_comments(source, base, lines, dropped), "noise-reply")
    found |= dict.fromkeys(_mottos(source, base, lines, dropped), "noise-meta")
    found |= dict.fromkeys(_called_mottos(lines, dropped), "noise-meta")
    prose = (line for index, line in enumerate(lines) if is_prose(line) and not _asks(index, line))
    begun = next((line.tracked.end for line in prose), len(source) + base)
    posts = [
        item
        for item in dropped
        if item.rule == "noise-meta"
        and not blogs.POSTED.search(source, item.start - base, item.end - base)
        and (
            _POSTED.search(source, item.start - base, item.end - base)
            or (begun < item.start and _ANSWERED.match(source, item.start - base, item.end - base))
        )
    ]
    if not posts:
        return found
    heads: list[tuple[int, int]] = []  # the first line of who posted, and of the post
    for item in posts:
        first = bisect_left(lines, item.end, key=lambda line: line.tracked.start)
        nameless = _NAMELESS.match(source, item.start - base, item.end - base) is not None
        heads.append((_poster(lines, first, nameless), first))
    for above, first in heads:
        found |= dict.fromkeys(range(above, first), "noise-meta")
    ends = [above for above, _ in heads[1:]] + [len(lines)]
    for number, ((_, first), end) in enumerate(zip(heads, ends, strict=True)):
        if not base and not number and posts[0].start < begun:
            continue  # the first of all is the text itself
        if 0 < first < end and (_is_answer(lines[first:end]) or are_short(lines[first:], ANSWERS)):
            found |= dict.fromkeys(range(first, end), "noise-reply")
        elif 0 < first < end and _GOES_ON.fullmatch(lines[first].text):
            found[first] = "noise-reply"
    return found


# What stands below a comment: the button to answer it, when it was written before that or not.
_REPLY = lazy_regex(
    rf"(?:{DAY}{B}+{ASCII_TIME}{B}*)?"
    rf"回[复復覆](?:{B}?[（(]\d{{1,5}}[）)])?"
)


def replied(source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the comments below a text that stand between words of the page, over such a button."""
    found: list[int] = []
    begun = next((line.tracked.end for line in lines if is_prose(line)), len(source) + base)
    for above, item in pairwise(dropped):
        if above.start < begun or not above.rule.startswith("noise-"):
            continue
        if not _REPLY.fullmatch(source, item.start - base, item.end - base):
            continue
        first = bisect_left(lines, above.end, key=lambda line: line.tracked.start)
        end = bisect_left(lines, item.start, key=lambda line: line.tracked.start)
        if first < end and _is_answer(lines[first:end]):
            found += range(first, end)
    return found


#: The title of a thread, and the way to it that says it too, are among so many lines at the top.
_TITLED = 2


def _asks(index: int, line: Line) -> bool:
    """Say whether a line is the title of a thread that speaks to all (……，请大家指正)."""
    return index < _TITLED and len(line.text) <= _ANSWER and line.text[-1] != "。"


_THREAD = lazy_regex(either(rf"标{B}*题{B}*[：:]"))


def without_thread(
    source: str, base: int, lines: list[Line], dropped: list[Dropped]
) -> tuple[list[Line], list[Dropped]]:
    """Drop the title of a thread before several texts, right beside who began it and when."""
    for item in dropped:
        if not _ANSWERED.match(source, item.start - base, item.end - base):
            continue
        for index, line in enumerate(lines):
            start, end = line.tracked.start, line.tracked.end
            between = (
                source[end - base : item.start - base] or source[item.end - base : start - base]
            )
            if between.strip(" \t\r") == "\n" and not line.said and _THREAD.match(line.text):
                gone = Dropped(start, end, "noise-meta")
                kept = [*lines[:index], *lines[index + 1 :]]
                return kept, sorted([*dropped, gone], key=lambda one: one.start)
    return lines, dropped


#: The motto of who posted has at most so many lines.
_MOTTO = 4
_FROM = lazy_regex(r"[^\[\n]{2,60}\[(?:FROM|From)[：:]")


def _mottos(source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give what stands below ``--`` and over the address of who posted: that person's motto."""
    found: list[int] = []
    for item in dropped:
        if item.rule == "noise-meta" and _FROM.match(source, item.start - base, item.end - base):
            end = bisect_left(lines, item.start, key=lambda line: line.tracked.start)
            for top in range(end - 1, max(0, end - 2 - _MOTTO), -1):
                if lines[top].text == "--" and not lines[top].said:
                    found += range(top, end)
                    break
    return found


# The motto of who posted, said to be one: 签名：……, that person's name before it or not.
_CALLED = lazy_regex(
    either(
        rf"(?:[^。，：{BLANK}]{{1,12}}{B}+)?(?:个性|论坛)?签名(?:档)?{B}?[：:]{B}?(?P<motto>.{{2,60}})"
    )
)


def _called_mottos(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the mottos with their label, beside the words of a forum; persons sign so too."""
    return [
        index
        for index, line in enumerate(lines)
        if index
        and "名" in line.text
        and not line.said
        and (found := _CALLED.fullmatch(line.text))
        and not may_be_name(squeeze(found["motto"]))
        and date(found["motto"]) is None
        and _of_page_beside(lines, dropped, index)
    ]


def _poster(lines: Sequence[Line], first: int, nameless: bool) -> int:
    """Give the first of the lines over a post that say who posted it."""
    top = first
    while top and first - top < 8 and _of_poster(lines[top - 1]):
        top -= 1
    named = nameless or top < first
    if top and named and can_post(lines[top - 1]) and not _is_titled(lines, top - 1, first):
        top -= 1
    if top < first:
        while top and endings.is_row(lines[top - 1].text) and not lines[top - 1].said:
            top -= 1
    return top


def _is_titled(lines: Sequence[Line], index: int, first: int) -> bool:
    """Say whether the first line of all, over the head of a post, is the title of what is below.

    Below the head stands no title then.
    """
    if index or first >= len(lines):
        return False
    below = lines[first].text
    titled = title_like(below) and not mark(below) and not byline.looks_like(below, True)
    return ends_with_genre(lines[0].text) or not titled


def _of_poster(line: Line) -> bool:
    """Say whether a line is the rank of who posted, or counts that person's posts."""
    text = line.text
    if len(text) > _COMMENT or line.said:
        return False
    return bool(_RANK.fullmatch(text) or _POINTS.fullmatch(text))


def can_post(line: Line) -> bool:
    """Say whether a line over a post can be the name of who posted it."""
    text = line.text
    if len(text) > _NAME or line.said or FLOOR.fullmatch(text):
        return False
    return not _MARKS.search(text) and not mark(text)


def _is_answer(lines: Sequence[Line]) -> bool:
    """Say whether what is posted is no more than an answer."""
    return len(lines) <= _LINES and are_short(lines, _SHORT)


def are_short(lines: Sequence[Line], most: int) -> bool:
    """Say whether lines are short, have so many characters together, and begin no text."""
    if sum(len(line.text) for line in lines) > most:
        return False
    return not any(len(x.text) > _ANSWER or x.said or _BEGINS.match(x.text) for x in lines)


# What begins a text, or is of one.
_BEGINS = lazy_regex(
    either(
        rf"[【（(]?(?:第.{{1,4}}[篇则封]|篇|范文|{NUMBER}[、.．）)])[^。，,！!？?；]{{0,40}}$|此致|敬礼"
    )
)


_SENDS = lazy_regex(either("提交(?:回复|评论|留言)"))


def _comments(
    source: str, base: int, lines: Sequence[Line], dropped: Sequence[Dropped]
) -> list[int]:
    """Give the comments below a text that a chat program shows, their heading included.

    An essay may quote such comments under a heading of its own; so something else of the page
    (阅读 2083　赞 156) must stand right above the heading or right below it, or the button that
    sends a comment below them all.
    """
    found: list[int] = []
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > 16 or not index or line.said or not _COMMENTED.fullmatch(text):
            continue
        end = index + 1
        while end < len(lines) and _COMMENTED.fullmatch(lines[end].text):
            end += 1
        while end < len(lines) and end - index <= _COMMENTS and _is_comment(lines[end]):
            end += 1
        last = lines[end - 1].tracked.end
        below = next((item for item in dropped if item.start >= last), None)
        sends = below and _SENDS.match(source, below.start - base, below.end - base)
        if sends or _of_page_beside(lines, dropped, index):
            found += range(index, end)
    return found


def _is_comment(line: Line) -> bool:
    text = line.text
    if len(text) > _COMMENT or line.said:
        return False
    return bool(_SAYS.fullmatch(text) or _BETWEEN.fullmatch(text))


# What stands between comments.
_BETWEEN = lazy_regex(
    either(r"置顶|作者(?:赞过|回复)?|展开(?:更多)?|收起|查看更多(?:回复)?|\d{1,5}")
)


def _of_page_beside(lines: Sequence[Line], dropped: Sequence[Dropped], index: int) -> bool:
    """Say whether something of a page was dropped right above a line or right below it."""
    start = lines[index - 1].tracked.end
    low = bisect_left(dropped, start, key=lambda item: item.start)
    high = len(dropped)
    if index + 1 < len(lines):
        end = lines[index + 1].tracked.start
        high = bisect_left(dropped, end, key=lambda item: item.start)
    return any(item.rule in ("noise-meta", "noise-button") for item in dropped[low:high])
