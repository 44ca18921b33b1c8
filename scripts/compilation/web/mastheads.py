"""Finds what stands over the title of the only text of a page and looks like a title itself.

The name of the site stands over its menu, the name of a contest over what was sent in, the
letterhead of an office over its document, and a document that prints another over that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..body.lines import Dropped, Line
from ..divisions import surroundings
from ..divisions.successions import is_prose
from ..signatures import byline
from ..signatures.bodies import breaks_letterhead
from ..signatures.names import is_unit
from ..text.dates import SITE_DAY
from ..text.documents import is_document_number, is_letterhead
from ..text.lazy import lazy_regex
from ..text.signs import (
    BLANK,
    B,
    core,
    ends_with_genre,
    is_note,
    is_salutation,
    kind_at_end,
    mark,
    squeeze,
)
from ..text.variants import either
from ..tops.titles import DASHED, begins_title, title_like, title_size
from . import windows

#: The name of a site, and the line that names a contest, are at most this long (characters).
_NAME, _CONTEST = 20, 40
#: The title of a document stands among so many lines at the top.
_TOP = 4
#: A text that a document prints has a title of so many characters or more.
_PRINTED = 6

_SITE = lazy_regex(
    rf"[^。，；：！？、{BLANK}]{{2,18}}(?:网站?|文库|在线|门户|门户网站|的?博客|书馆|论坛|贴吧)"
)
# 水务集团 党员之家 职工书屋 志愿水城
_ROW = lazy_regex(
    rf"[^。，；：！？、{BLANK}]{{2,8}}(?:{B}+[^。，；：！？、{BLANK}]{{2,8}}){{3,15}}"
)
# “我与改革开放三十年”征文; the works of it in the plural are a collection.
_CALLED = lazy_regex(
    either(
        r"[【（(]?(?:[^。；！？“”《》]{0,16}[“「『\"][^“”]{2,24}[”」』\"][^。；！？“”《》]{0,10})"
        r"(?:(?:有奖|主题)?征文(?:活动|比赛|大赛|竞赛)?(?:参赛|应征|获奖)?(?:稿件?|作品|文章)?|(?:参赛|应征)(?:稿件?|作品|文章))[】）)]?"
    )
)
_SUBJECT = lazy_regex(either(rf"主{B}*题{B}*[：:]"))
# What a document says that it prints.
_PRINTS = lazy_regex(either("(?:印发|转发|批转|下发|印送)"))


def site(lines: Sequence[Line], menu: Dropped, place: str) -> list[int]:
    """Give the name of the site or body that alone stands over a menu, with a title below it.

    In its place a row of links to other sites may stand, or behind it the column to which the
    way ``place`` leads.
    """
    count = bisect_left(lines, menu.start, key=lambda line: line.tracked.start)
    if count != 1 or len(lines) < 2 or lines[0].said:
        return []
    if _ROW.fullmatch(lines[0].text):
        return [0]
    if not names_site(lines[0].text, place):
        return []
    below = lines[1].text
    return [0] if title_like(below) and not byline.looks_like(below, True) else []


def names_site(text: str, place: str) -> bool:
    """Say whether a line over the way to a page names the site or body, and its column maybe."""
    named, _, column_of = text.replace("\u3000", " ").partition(" ")
    is_site = is_unit(text) or _SITE.fullmatch(text) or (column_of in place and is_unit(named))
    return len(text) <= _NAME and bool(is_site)


#: A title that the way to it says too has so many characters or more.
_SAID = 4
_ARROWS = lazy_regex(rf"{B}*[>＞»›]+{B}*")
# 首页 新闻 防汛动态 守堤的一夜: the home page shows that blanks part a way.
_STEPS = lazy_regex(rf"(?<!^){B}+")
_FROM_HOME = lazy_regex(either(rf"(?:网站|返回)?(?:首页|主页){B}"))


def way(lines: Sequence[Line]) -> list[int]:
    """Give the way to a page whose last piece is the title below, and what goes on with it.

    春秋 > 综述 > 周敏：守堤的一夜: its colon shows only here that it is no line of the text.
    """
    text = lines[0].text if lines and not lines[0].said else ""
    if _RUN_TOGETHER.fullmatch(text):
        return [0] if _of_kind(text, lines[1:_TOP]) else []
    pieces = (_STEPS if _FROM_HOME.match(text) else _ARROWS).split(text)
    if len(pieces) < 3 or not all(pieces):
        return []
    said = {core(pieces[-1]), core(pieces[-1].replace(":", "：").rpartition("：")[2])}
    for index, line in enumerate(lines[1:_TOP], 1):
        # The subtitle below may be said behind it.
        title = core(windows.without_marks(line.tracked, front=False).text)
        both = title + (core(lines[index + 1].text) if index + 1 < len(lines) else "")
        if len(title) >= _SAID and (title in said or both in said):
            return list(range(index))
        if len(line.text) > _NAME or line.said or not _ARROWS.match(line.text):
            break
    return []


# 首页书信倡议书: its pieces lost what parted them.
_RUN_TOGETHER = lazy_regex(either(r"(?:网站|返回)?(?:首页|主页)[\u4e00-\u9fff]{2,20}"))


def _of_kind(way: str, below: Sequence[Line]) -> bool:
    """Say whether a way ends with the kind of text that a title below it names."""
    kind = kind_at_end(way)
    said = (line.text for line in below if title_like(line.text))
    return kind is not None and any(way[kind:] in title for title in said)


# The column that a page names behind a bar, over all, or behind the site of a place or house:
# | 党的建设, 清河县水利网 防汛动态; not 织密全县防汛网 守好每一段堤.
_COLUMN = lazy_regex(
    rf"[|｜]{B}*[\u4e00-\u9fff]{{2,8}}|"
    + either(
        r"(?![织筑编架布撒拉结建构打张铺扎让用])[\u4e00-\u9fff]{1,6}?(?:[省市县区州镇乡旗]|大学|学院|学校|中学|小学|医院|公司|集团|协会)"
        rf"[\u4e00-\u9fff]{{1,10}}(?:(?<!张)网站?|在线|门户|频道){B}+(?:[-—|｜·>]{B}*)?[\u4e00-\u9fff]{{2,6}}"
    )
)


def column(lines: Sequence[Line]) -> list[int]:
    """Give the name of a column, or of a site and its column, where a title stands below it."""
    if len(lines) < _TOP or lines[0].said or not _COLUMN.fullmatch(lines[0].text):
        return []
    below = lines[1].text
    return [0] if title_like(below) and not byline.looks_like(below, True) else []


# What bodies call the accounts under which they put texts up: 河湾发布, 河湾融媒 2018-03-27.
_ACCOUNT = lazy_regex(
    either("[\u4e00-\u9fff]{2,6}(?:发布|融媒|微讯|微报|播报)") + rf"(?P<day>{B}+{SITE_DAY})?"
)


def account(lines: Sequence[Line], dropped: Sequence[Dropped]) -> list[int]:
    """Give the name of an account alone over prose, where its pictures or buttons were dropped.

    With the day when it put the text up it stands right below the title.
    """
    page = any(item.rule in ("noise-picture", "noise-button") for item in dropped)
    for index, line in enumerate(lines[: 2 if page else 0]):
        found = _ACCOUNT.fullmatch(line.text)
        if not found or line.said:
            continue
        below = lines[index + 1 : index + 2]
        if found["day"] if index else below and is_prose(below[0]):
            return [index]
    return []


#: The plate of a paper has at most so many lines.
_PLATE = 8
_ENGLISH = lazy_regex(rf"[A-Za-z][A-Za-z&.,'’{BLANK}-]+")


def plate(lines: Sequence[Line]) -> list[int]:
    """Give the plate of a paper over the title that the page says something of, or its author.

    The paper's name stands first and again right above the title; its name in English and its
    motto are between the two.
    """
    near = range(3, min(_PLATE + 1, len(lines) - 1))
    title = next((i for i in near if core(lines[i - 1].text) == core(lines[0].text)), 0)
    above, text = lines[:title], lines[title].text if lines else ""
    if not title or not (lines[title].sourced or byline.looks_like(lines[title + 1].text)):
        return []
    if any(line.said or len(line.text) > _CONTEST or mark(line.text) for line in above):
        return []
    english = any(_ENGLISH.fullmatch(line.text) for line in above)
    titled = title_like(text) and not byline.looks_like(text, True) and not DASHED.match(text)
    return list(range(title)) if english and titled else []


def below(lines: Sequence[Line]) -> list[int]:
    """Give the title below a contest's name or a letterhead, and that of the text it prints."""
    if len(lines) < 4 or lines[0].said:
        return []
    if title := _below_contest(lines) or _below_heading(lines):
        return [title]
    if title := _below_letterhead(lines):
        return [title, *_printed(lines, title)]
    return []


def documents(lines: Sequence[Line]) -> list[int]:
    """Give the top of a document and the titles of texts that it prints, or none.

    Its title says what it prints (关于印发《……办法》的通知), or its text names it (《……的通知》).
    """
    for index, line in enumerate(lines[: _TOP + 2]):
        if line.said or line.text[-1] in "：:":
            break
        says = _PRINTS.search(line.text) and title_like(line.text)
        if says and (printed := _printed(lines, index)):
            return [0, *printed]
    printed = _named_in_text(lines)
    return [0, *printed] if printed else []


_NAMED = lazy_regex("《([^《》]{8,60})》")


def _named_in_text(lines: Sequence[Line]) -> list[int]:
    """Give the title, in up to three lines, of a document that the text above it names in full."""
    named: set[str] = set()
    for index, line in enumerate(lines[:-1]):
        text = line.text
        if named and len(text) <= _CONTEST and index > 1 and not line.said and title_like(text):
            whole = ""
            for size, one in enumerate(lines[index : index + 3], 1):
                whole += core(one.text)
                if whole in named and _heads_document(lines, index + size):
                    return [index]
        if "《" in text:
            found = (name[1] for name in _NAMED.finditer(text) if ends_with_genre(name[1]))
            named.update(map(core, found))
    return []


def _heads_document(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is what a document begins with: its number, whom it addresses, 第一条."""
    if index >= len(lines):
        return False
    text = lines[index].text
    addressed = is_salutation(text) or (len(text) <= _NAME and text[-1] in "：:")
    return addressed or is_document_number(text) or surroundings.law_below(lines, index - 1)


def is_subject(text: str) -> bool:
    """Say whether a line says what a mail is about."""
    return _SUBJECT.match(text) is not None


def _below_contest(lines: Sequence[Line]) -> int:
    """Give the title below the name of a contest or the subject of a mail, or 0.

    Below it stands a subtitle or a person: what has prose below can be the first heading.
    """
    text, title = lines[0].text, lines[1].text
    called = _CALLED.fullmatch(text) or is_subject(text)
    if len(text) > _CONTEST or not called or lines[1].said:
        return 0
    if not title_like(title) or byline.looks_like(title) or DASHED.match(title) or mark(title):
        return 0
    return int(bool(DASHED.match(lines[2].text)) or surroundings.person(lines, 1))


#: The text that the heading of a page names stands among so many lines.
_SOON = 8
# What such a heading has between the author and the title: 【“灯”征文】周敏 ‖ 守堤的一夜.
_BETWEEN = lazy_regex(rf"{B}*(?:[‖∥|｜丨：:]|[—―－-]{{2}}){B}*")


def _below_heading(lines: Sequence[Line]) -> int:
    """Give the title below the heading of a page that names author and title, or 0.

    Both stand again over the text; between are the words of those who call for such texts.
    """
    heading = lines[0].text
    if len(heading) > 2 * _CONTEST or not (signs := list(_BETWEEN.finditer(heading))):
        return 0
    before, named = squeeze(heading[: signs[-1].start()]), core(heading[signs[-1].end() :])
    for index, line in enumerate(lines[1:-1][: _SOON - 1] if named else (), 1):
        if core(line.text) != named or line.said or not surroundings.person(lines, index):
            continue
        author = squeeze(lines[index + 1].text)
        return index if len(author) > 1 and before.endswith(author) else 0
    return 0


def _below_letterhead(lines: Sequence[Line]) -> int:
    """Give the title below the letterhead of a document and its number, or 0."""
    size = _letterhead(lines)
    for index, line in enumerate(lines[size : size + _TOP - 1] if size else (), size):
        if not is_document_number(line.text):
            titled = title_like(line.text) and not byline.looks_like(line.text, True)
            titled = titled or begins_title(line.text, lines[index + 1].text)
            return index if titled and not line.said else 0
    return 0


def _letterhead(lines: Sequence[Line]) -> int:
    """Give how many lines the letterhead takes, 0 if none: of several bodies, or too wide."""
    for size, line in enumerate(lines[: _TOP - 1], 1):
        if is_letterhead(line.text):
            return size
        if breaks_letterhead(line.text, lines[size].text):
            return size + 1
        if not is_unit(line.text):
            return 0
    return 0


def _printed(lines: Sequence[Line], title: int) -> list[int]:
    """Give the title of the text that a document prints: its own names it, letter by letter.

    A signature stands above it, and a person or text below.
    """
    end = title + title_size(lines[title : title + 6])
    whole = "".join(line.text for line in lines[title:end])
    said = _PRINTS.search(whole)
    if not said:
        return []
    named = core(whole[said.end() :])
    for index in range(end + 1, len(lines) - 1):
        text = lines[index].text
        if len(core(text)) < _PRINTED or lines[index].said or not title_like(text):
            continue
        above = lines[index - 1].text
        if not (byline.looks_like(above) or is_note(above)) or byline.looks_like(text):
            continue
        size = title_size(lines[index : index + 6])
        rest = iter(named)
        own = "".join(line.text for line in lines[index : index + size])
        letters = [letter for letter in _without_issuer(own) if letter != "的"]
        if all(letter in rest for letter in letters) and (
            surroundings.person(lines, index)
            or surroundings.begins(lines, index + size)
            or _heads_document(lines, index + size)
        ):
            return [index]
    return []


def _without_issuer(title: str) -> str:
    """Give the letters of a title without the body before 关于, which the notice need not say."""
    of, on, what = core(title).partition("关于")
    return on + what if of and is_unit(of) else of + on + what
