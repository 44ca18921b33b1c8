"""Finds what the template of a blog (Hexo, WordPress, Typecho) puts around the one essay of a page.

Over it stand the name of the site, its motto, its menu and the title once more than needed; below
it what asks for money, links, the counts of the site, and what runs it.  One such line alone may
be a heading; at the foot several kinds of them stand together, what runs the site among them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B, core
from ..text.variants import either

#: What stands among the lines of head and foot has at most so many characters.
_AMONG = 60
#: So many sentences at most: what asks for money, and the motto of the site.
_MOTTO = 2
#: So many lines of the foot at least are of its known kinds.
_KINDS = 3
#: So many lines the head has at most.
_HEAD = 30

# What runs a site: no essay ends with it.
_ENGINE = lazy_regex(
    either(
        rf"(?:本?站?由{B}?[\w.-]{{2,20}}{B}?(?:强力)?驱动|自豪地采用{B}?\w{{4,20}}|"
        rf"主题{B}?[-—–－:：|]{{1,2}}{B}?[A-Z][\w.{BLANK}-]{{2,30}})(?:{B}*[|｜·].{{0,40}})?"
    )
)
_FOOT = (
    _ENGINE,
    lazy_regex(either(r"坚持原创技术分享.{0,24}|赏|(?:(?:微信|支付宝)?打赏){1,3}|觉得有用.{0,10}打赏.{0,6}")),
    lazy_regex(rf"#{B}?[^#。，；！？{BLANK}]{{1,16}}(?:{B}+#{B}?[^#。，；！？{BLANK}]{{1,16}}){{0,9}}"),
    lazy_regex(either("(?:站点概览|文章目录){1,2}")),
    lazy_regex(either(rf"\d{{1,5}}{B}?(?:日志|文章|分类|标签)(?:{B}+\d{{1,5}}{B}?(?:日志|文章|分类|标签))*")),
    lazy_regex(either(rf"(?:本文(?:作者|链接|标题)|版权声明|许可协议){B}?[：:].{{2,80}}")),
)  # fmt: skip


def foot(lines: Sequence[Line]) -> list[int]:
    """Give the lines of the foot of a blog, by their indexes: all from its first to the end."""
    if not any(_ENGINE.fullmatch(line.text) for line in lines[-_KINDS:]):
        return []
    first, kinds, sentences = len(lines), set[int](), 0
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        sentences += line.text[-1] in "。！？"
        if len(line.text) > _AMONG or line.said or sentences > _MOTTO:
            break
        known = {number for number, kind in enumerate(_FOOT) if kind.fullmatch(line.text)}
        if known:
            first, kinds = index, kinds | known
    return list(range(first, len(lines))) if len(kinds) >= _KINDS else []


# A line that begins in English: This page was first posted as: ……
_ENGLISH = lazy_regex(r"[A-Za-z][A-Za-z ,.'\"-]{8,60}[:：]")


def echo(lines: Sequence[Line]) -> list[int]:
    """Give the last line where it says in English whence a page came, with its title again."""
    if len(lines) < _KINDS or lines[-1].said or not (said := _ENGLISH.match(lines[-1].text)):
        return []
    title = core(lines[0].text)
    return [len(lines) - 1] if title and core(lines[-1].text[said.end() :]) == title else []


#: When an essay was posted, and in what class: 发表于 2016-07-07 | 分类于 随笔
POSTED = lazy_regex(either(r"[发發](?:表|布)[于於].{8,60}?分[类類]"))
_SITE = lazy_regex(rf"{B}*[|｜_·—–-]")


def head(source: str, lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the lines over the title at the top of all, where the window's title says it too.

    ``source`` is all of it.  The title stands right above when the essay was posted.
    """
    if not lines or lines[0].said:
        return []
    for item in dropped:
        if not POSTED.search(source, item.start, item.end):
            continue
        title = bisect_left(lines, item.start, key=lambda line: line.tracked.start) - 1
        if not 0 < title <= _HEAD:
            return []
        above = lines[:title]
        if any(len(line.text) > 2 * _AMONG or line.said for line in above):
            return []
        return list(range(title)) if _says(above[0].text, lines[title].text) else []
    return []


def _says(window: str, title: str) -> bool:
    """Say whether the title of a window is that of the essay, the site's name behind it."""
    if core(window) == core(title):
        return True
    return window.startswith(title) and _SITE.match(window, len(title)) is not None
