"""Takes the name of the site off the title of a page, as a browser's window shows it.

    石桥中学->【征文】守堤的一夜 | shiqiao.example.com
    守堤的一夜_心得体会_石桥党建网
    【转载】守堤的一夜
    守堤的一夜.doc

Such a title stands first of all.  What is behind its last sign must be the address of a site or
be named like one; a subtitle or a person may stand there too.  So do the end of the name of a
file, and what a blog says of a text that it has from others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..body.lines import Line
from ..signatures.bodies import may_be_body
from ..signatures.names import is_name, is_office, is_unit
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, B, core, ends_with_genre
from ..text.tracking import Change, Tracked, revise
from ..text.variants import either

#: A title of a window is at most this long; what is left of it has so many characters or more.
_LONGEST, _LEAST = 120, 4
#: A column between title and site is at most so long (characters).
_COLUMN = 8
_ADDRESS = (
    r"(?:www\.)?(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|cn|net|org|info|edu|gov|cc|top|vip|club|io|me)"
)
# The nets of prose are no sites: 互联网, 电网, 关系网.
_NAMED = either(
    r"[^，。；：！？、“”《》_|｜\s-]{1,14}(?:(?<![联电路水管渔铁蛛法天情系张上入触织])网|网站|官网|文库|论坛|门户|博客|客户端|频道|图书馆)"
    r"|知乎(?:专栏)?|豆瓣|简书|百度文库|百度百科|道客巴巴|豆丁网?|新浪博客|搜狐(?:新闻)?"
)
_SITE = rf"(?:{_ADDRESS}|{_NAMED})"
_SIGN = rf"{B}*(?:[|｜_]|(?<![-—–])[-–—](?![-—–>])){B}*"
# The address may be gone already; more than one sign then is a row of a table.
_BEHIND = rf"(?P<sign>{_SIGN})(?:{_SITE}|(?<=[|｜_]))$"
_BEFORE = (
    rf"(?P<name>[^>＞，。；：！？“”《》{BLANK}]{{2,20}}){B}*(?P<arrow>->|→|»|>>|＞＞){B}*(?=\S{{2}})"
    rf"|{_SITE}{_SIGN}(?=\S{{2}})"
)
#: One of these stands in each such line.
_SIGNS = frozenset("|｜_-–—>→»＞")
_OF_COLUMN = lazy_regex(rf"(?P<sign>{_SIGN})[^，。；：！？“”《》_|｜—–{BLANK}-]{{2,{_COLUMN}}}$")
_BRACKETED = lazy_regex(
    either(
        rf"[【\[][^【】\[\]]{{0,12}}(?:征文|专栏|专题|选登|连载|来稿|投稿){B}*[】\]]{B}*(?=\S{{2}})"
    )
)
# That a text is another's, or its poster's own, as blogs and forums say it around its title.
_REPOSTED = "[【\\[(（〔［](?:转载?|转[帖贴发]|原创|置顶|荐|DOC|PDF|WORD|Word)[】\\]）)〕］]"
_COPIED = lazy_regex(either(rf"(?:{_REPOSTED}{B}*)+|(?:转载|转帖|转贴|原创)[：:]{B}*"))
_COPIED_BEHIND = lazy_regex(either(rf"(?:{B}*{_REPOSTED})+$"))
_FILE = lazy_regex(r"(?<=[^.\d])(?:\(\d\))?\.(?:docx?|wps|pdf|txt|rtf)(?:VIP)?$", re.IGNORECASE)
# The label that a site of documents has before the name of a file.
_TYPE = lazy_regex(either(rf"类型{B}*[：:]?{B}*"))


def without_site(tracked: Tracked) -> Tracked:
    """Give the first line of a source without the name of the site around its title."""
    if len(tracked.text) > _LONGEST or _SIGNS.isdisjoint(tracked.text):
        return tracked
    return _without(tracked, _sites(tracked.text))


def without_marks(tracked: Tracked, front: bool) -> Tracked:
    """Give the first line without what a blog or the name of a file has around the title.

    In ``front``, what stands before several texts, it is said of them all and stays.
    """
    if len(tracked.text) > _LONGEST:
        return tracked
    file = _FILE.search(tracked.text)
    found = [file, _TYPE.match(tracked.text) if file else None]
    if not front:
        found += (_COPIED.match(tracked.text), _COPIED_BEHIND.search(tracked.text))
    return _without(tracked, (one.span() for one in found if one))


def _without(tracked: Tracked, spans: Iterable[tuple[int, int]]) -> Tracked:
    """Give a line without some spans, where enough of it is left."""
    changes = [Change(start, end, "", "noise-meta") for start, end in sorted(spans)]
    left = len(tracked.text) - sum(change.end - change.start for change in changes)
    return revise(tracked, changes) if changes and left >= _LEAST else tracked


def _sites(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans before and behind the title that are of the site."""
    end = len(text)
    behind = re.compile(_BEHIND).search(text, _LEAST)
    if behind and (text[-1] not in _SIGNS or text.count(text[-1]) == 1):
        end = behind.start()
        sign = behind["sign"].strip()
        while (column := _OF_COLUMN.search(text, _LEAST, end)) and column["sign"].strip() == sign:
            if column.start() < end - column.start():
                break  # the longer half is the title
            end = column.start()
    before = re.compile(_BEFORE).match(text, 0, end)
    if before and before["name"] and end == len(text) and not is_unit(before["name"]):
        before = None
    start = before.end() if before else 0
    if (start or end < len(text)) and (column := _BRACKETED.match(text, start, end)):
        start = column.end()
    if start:
        yield 0, start
    if end < len(text):
        yield end, len(text)


# The column that a page sets before the title, by its kind: 【教师个人总结】守堤的一年.
_COLUMN_BEFORE = lazy_regex(
    rf"[【\[](?P<kind>[^【】\[\]。，：:]{{2,12}})[】\]]{B}*(?=(?:[^【\[{BLANK}]{B}?){{6}})"
)


# The column and the series of a text that stands in both: 【水边】守堤人的故事：守堤的一夜.
_IN_SERIES = lazy_regex(
    either(
        rf"[【\[][^【】\[\]。，：:]{{2,12}}[】\]]{B}*[^。，；！？：:]{{2,16}}"
        rf"(?:故事|风采|事迹|手记|讲述|心声|心语|系列|展播|选登|巡礼|访谈|征文)[：:]{B}*(?=\S{{4}})"
    )
)
# The same before a bar, by its place: 水边回响｜守堤的一夜.
_BARRED = lazy_regex(
    rf"(?P<kind>[\u4e00-\u9fff“”]{{2,{_COLUMN}}}){B}*[|｜丨]{B}*(?P<title>[^|｜丨]{{6,}})$"
)


#: So many lines below a title may say it again.
_NEAR = 10


def without_series(tracked: Tracked) -> Tracked:
    """Give the title of the only text of a page without the column and the series before it."""
    found = _IN_SERIES.match(tracked.text) if tracked.text[0] in "【[" else None
    if not found:
        return tracked
    return revise(tracked, [Change(0, found.end(), "", "noise-meta")])


def without_column(tracked: Tracked, below: Sequence[Line]) -> Tracked:
    """Give the title of a page without the column before it, in brackets or behind a bar.

    Before a bar may stand who wrote the text, too: a body.  ``below`` are the lines of the only
    text; where none are, what stands there is of all texts, and stays.  A bar stays where they
    say the title again, too.
    """
    text = tracked.text
    found = _COLUMN_BEFORE.match(text) if text[0] in "【[" else None
    if found and below and ends_with_genre(found["kind"]):
        return revise(tracked, [Change(0, found.end(), "", "noise-meta")])
    barred = _BARRED.match(text) if below else None
    if not barred or len(barred["kind"]) >= len(barred["title"]):
        return tracked
    if any(core(line.text) == core(barred["title"]) for line in below[:_NEAR]):
        return tracked
    if may_be_body(barred["kind"]) or is_office(barred["kind"]) or is_name(barred["kind"]):
        return tracked
    return revise(tracked, [Change(0, barred.start("title"), "", "noise-meta")])
