"""Finds the title of the only text of a page below what the page itself calls it."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..signatures import byline
from ..signatures.names import is_office, is_unit
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, core, ends_with_genre, is_salutation
from ..text.variants import either
from ..tops.doubles import same_title
from ..tops.titles import DASHED, TITLE_LABEL, title_like
from . import days, endings, groups, successions, surroundings

#: A title is at most this long (characters); it stands among so many lines at the top.
_TITLE, _TOP = 40, 5
#: Behind a colon a page gives a title of so many characters or more; so far down it stands.
_SAID, _FAR = 4, 10


def below(lines: Sequence[Line]) -> list[int]:
    """Give the index of the title of the only text, where it is not the first line; or nothing."""
    return next((found for find in _WAYS if (found := find(lines))), [])


def _below_editors(lines: Sequence[Line]) -> list[int]:
    """Give the title with its author's label below, where nothing but prose stands above.

    A heading of a text has no author: what is above says what the page has the text for.
    """
    for index, line in enumerate(lines[: _TOP - 1]):
        if successions.is_prose(line) and not line.said:
            continue
        titled = title_like(line.text) and len(line.text) <= _TITLE and not line.said
        if not titled or not index or byline.looks_like(line.text, True):
            return []
        signed = index + 2 < len(lines) and _AUTHOR.match(lines[index + 1].text)
        return [index] if signed and surroundings.person(lines, index) else []
    return []


_AUTHOR = lazy_regex(either(rf"(?:本文)?作者[{BLANK}]*[：:]"))


def _below_record(lines: Sequence[Line]) -> list[int]:
    """Give the title of a speech below the record of the ceremony at which it was made.

    The record says in lines with labels who did what (升旗手：……); the speech names its title.
    """
    labelled = 0
    for index, line in enumerate(lines[:_RECORD]):
        if line.said:
            break
        if _FIELD.fullmatch(line.text):
            labelled += 1
        elif labelled >= _FIELDS and title_like(line.text) and groups.named_below(lines, index):
            return [index]
        elif index and (successions.is_prose(line) or is_salutation(line.text)):
            break
    return []


#: A record of a ceremony has so many lines with labels or more, within so many at the top.
_FIELDS, _RECORD = 3, 16
_FIELD = lazy_regex("[^。，；！？：:]{2,12}[：:][^。；！？：:]{1,60}")


def _below_entry(lines: Sequence[Line]) -> list[int]:
    """Give the title below the name of a day's entry in a column (堤上日志：3月4日　周敏)."""
    if len(lines) < 3 or not lines[0].sourced or not _ENTRY.fullmatch(lines[0].text):
        return []
    title, text = lines[1], lines[2]
    titled = title_like(title.text) and not title.said and not byline.looks_like(title.text, True)
    return [1] if titled and successions.is_prose(text) else []


_ENTRY = lazy_regex(
    rf"[^。，；！？：:]{{2,12}}[：:][{BLANK}]*(?:\d{{4}}年)?\d\d?月\d\d?日[^。，；！？：:]{{0,24}}"
)


def _behind_colon(lines: Sequence[Line]) -> list[int]:
    """Give the title that the page's own ends with (征文选登之三：守堤), further down."""
    if not any(line.sourced for line in lines[:2]):
        return []
    _, colon, said = lines[0].text.replace(":", "：").rpartition("：")
    title = core(said)
    if not colon or len(title) < _SAID:
        return []
    return [
        index
        for index in range(2, min(_FAR, len(lines) - 1))
        if core(lines[index].text) == title
        and not lines[index].said
        and successions.is_prose(lines[index + 1])
    ][:1]


def _behind_words_of_site(lines: Sequence[Line]) -> list[int]:
    """Give the title of the only text where a site's own title and words stand above it."""
    for index in range(1, min(_TOP, len(lines) - 2)):
        if SITE.search(lines[index].text):
            below = index + 1
            titled = title_like(lines[below].text) and len(lines[below].text) <= _TITLE
            return [below] if titled and not byline.looks_like(lines[below].text) else []
    return []


def introduced(lines: Sequence[Line], titles: Sequence[int]) -> list[int]:
    """Give the titles of texts without that of the page, which the first text says again.

    Between the two nothing but the words of the site stands.
    """
    if len(titles) < 2 or titles[0] or core(lines[0].text) != core(lines[titles[1]].text):
        return list(titles)
    return [*titles[1:]] if _behind_words_of_site(lines) == [titles[1]] else list(titles)


def _behind_note(lines: Sequence[Line]) -> list[int]:
    """Give the title of the only text where the page's title and its editors' words stand above.

    Below the title a person or a salutation must stand: the note may introduce the text above
    whose first heading it stands, too.
    """
    for index in range(1, min(_TOP, len(lines) - 3)):
        text = lines[index].text
        if not (len(text) > _TITLE and surroundings.by_editors(text)):
            continue
        title = lines[index + 1]
        if title.said or len(title.text) > _TITLE or not title_like(title.text):
            return []
        sure = surroundings.person(lines, index + 1) or is_salutation(lines[index + 2].text)
        return [index + 1] if sure and not byline.looks_like(title.text) else []
    return []


# What stands before the title of a page: [工作交流] 一个内勤的述职报告, 护士手记丨夜班.
_THREAD = lazy_regex(
    rf"(?:[\[【][^\[\]【】]{{2,8}}[\]】]|[^|｜丨]{{2,12}}[|｜丨])[{BLANK}]*(?=[^{BLANK}]{{4}})"
)


def _behind_thread(lines: Sequence[Line]) -> list[int]:
    """Give the title of the only text that the page says above with words of its own."""
    if len(lines) < 3:
        return []
    kind = _THREAD.match(lines[0].text)
    title = lines[0].text[kind.end() if kind else 0 :]
    if offered := _OFFERED.fullmatch(title):
        title = offered["title"]
    elif not kind:
        return []
    titles = {core(title), core(_REMARK.sub("", title))}
    near = range(1, min(_TOP, len(lines) - 1))
    return [i for i in near if not lines[i].said and core(lines[i].text) in titles][:1]


# What a thread says of the title behind it: 2013年度述职报告（车间主任）.
_REMARK = lazy_regex("(?<=[^（(]{4})[（(][^（()）]{1,12}[）)]$")


# How who posts a text offers it to the others: 贴一篇自己写的守堤总结，请大家指正.
_OFFERED = lazy_regex(
    either(
        "(?:[^，。：]{0,6}?)(?:发|贴|上传|传|晒|献上?|奉上)(?:上|出|个)?[一二两几]?[篇份个](?:(?:我|自己|本人|刚|新)?(?:写|原创|起草|整理)?的)?"
        "(?P<title>[^，。！？]{4,30})[，,。！!][^。]{0,4}(?:请|求|望|欢迎)[^。]{0,12}"
        "(?:斧正|指正|拍砖|批评|指教|指点|赐教|点评|修改|把关|提意见|意见)[^。]{0,6}[。！!~～]*"
    )
)


def _below_short_title(lines: Sequence[Line]) -> list[int]:
    """Give the title of the only text where a page names it in short in the line above.

    The full one, in a line or two, has a subtitle behind a dash; what the page says is a kind
    of text (党课讲稿), or has the beginning of the title behind its colon.  Over the full one a
    sign may stand.
    """
    if len(lines) < 4:  # the short title, the full one, its subtitle, and a text
        return []
    first = 1 + endings.is_row(lines[1].text)
    near = range(first + 1, min(first + 3, len(lines) - 1))
    dash = next((i for i in near if DASHED.match(lines[i].text)), 0)
    titles = [line.text for line in lines[first:dash]]
    short = TITLE_LABEL.sub("", lines[0].text, count=1)
    if not titles or lines[first].said or not all(map(title_like, [short, *titles])):
        return []
    if any(byline.looks_like(one) or ends_with_genre(one) or DASHED.match(one) for one in titles):
        return []
    title = "".join(titles)
    if any(byline.looks_like(one, True) for one in titles[1:]) or groups.said_again(lines, 0):
        return []
    if core(short) == core(title + lines[dash].text):
        return []  # the page's title, and the same in two lines
    if lines[0].sourced and same_title(core(short), core(lines[dash].text)):
        return []  # or as the subtitle
    _, colon, said = short.replace(":", "：").partition("：")
    shared = core(said)
    again = len(shared) >= 4 and core(title).startswith(shared)
    kind = ends_with_genre(_REMARK.sub("", short))
    return [first] if again or (not colon and kind) else []


#: The titles of a page and of its text have so many characters at their ends in common.
_SAME_END = 4


def _below_office(lines: Sequence[Line]) -> list[int]:
    """Give the line of an office over the text's own title, the page's of the same end above it."""
    if len(lines) < 2 or lines[0].said or not office_over(lines, 1):
        return []
    page, own = core(lines[0].text), core(lines[2].text)
    return [1] if page[-_SAME_END:] == own[-_SAME_END:] and page != own else []


def office_over(lines: Sequence[Line], index: int) -> bool:
    """Say whether an office of a body, or a person, signs over a title that names its kind.

    Below it the text begins, or the first day of a diary.
    """
    if index + 3 > len(lines) - 1 or any(line.said for line in lines[index : index + 2]):
        return False
    text, title, below = (line.text for line in lines[index : index + 3])
    if not (_is_office_of_body(text) or byline.names_person(text)) or ends_with_genre(text):
        return False
    if not (title_like(title) and ends_with_genre(title)) or byline.looks_like(title, True):
        return False
    prose = successions.is_prose(lines[index + 2])
    return prose or is_salutation(below) or days.is_day(below)


def _is_office_of_body(text: str) -> bool:
    """Say whether a line is an office behind the name of its body (县水利局工程科科长)."""
    if not is_office(text) or _TOLD.search(text):
        return False
    return any(is_unit(text[:size]) for size in range(_BODY, len(text)))


#: The name of a body has so many characters at least; what none has.
_BODY = 3
_TOLD = lazy_regex("[，。：；！？“”的是了着我你他]")
#: How a site speaks of the texts it puts together.
SITE = lazy_regex(
    either(
        "小编|本站(?:编辑)?(?:为|整理|收集)|编辑部(?:精?选|整理|收集)[^。]{2,60}(?:参阅|参考|借鉴|阅读)|[为给](?:您|你|大家)(?:整理|收集|推荐|带来|准备|分享)"
    )
)
_WAYS = (
    *(_behind_words_of_site, _behind_note, _behind_thread, _below_short_title, _behind_colon),
    *(_below_editors, _below_record, _below_entry, _below_office),
)
