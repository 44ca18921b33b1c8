"""Finds the items of a bulletin (简报) below its masthead.

The masthead is the name, the issue, and who puts it out and when; what the editors say of the
issue may stand below.  An item has its title alone, often with the body that it is on before a
colon (某支部：……).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..marks.header import ISSUE, Header
from ..signatures import byline
from ..signatures.bodies import BODIES, DOING, is_body, may_be_body
from ..signatures.names import is_name
from ..signatures.signers import has_names
from ..text.dates import date
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import BLANK, BLANK_CHARACTERS, NUMBER, core, is_note, mark, squeeze
from ..text.variants import either
from ..tops.titles import title_like
from . import endings, layouts, surroundings
from .successions import is_prose

_ISSUE = (
    rf"[（(\[〔【]?(?:(?:19|20)\d\d年?)?[）)\]〕】]?[（(]?(?:总第?|第){NUMBER}[期号號]"
    rf"(?:[（(]?(?:总第?|第){NUMBER}[期号號][）)]?)?[）)]?"
)
_NUMBERED = lazy_regex(either(_ISSUE))
_OF_ISSUE = lazy_regex(rf"(?P<n>{NUMBER})[期号號]")
_NAME = lazy_regex(
    either(
        r"[^。，；！？：]{0,40}(?:简报|快报|通讯|动态|专报|简讯|信息|通报|参阅|摘报|专刊|内参|[月周旬]报|交流)[”》]?"
    )
)
_NAME_AND_ISSUE = lazy_regex(either(rf"[^。，；！？：]{{2,40}}(?:简报|快报|专报|专刊){_ISSUE}"))
_ISSUER = lazy_regex(either(r"[^。；！？]{4,60}(?:编印?|主办|编发|编辑|主编)"))
# What the editors say of the issue ends so: ……，供各支部学习借鉴。
_OFFERS = lazy_regex(
    either("(?:选登|刊发|刊登|摘登|摘编|编发|印发|如下|以下|供)[^。]{0,24}[。：:]?$")
)
#: The masthead has at most so many lines; so many may the editors say.
_TOP, _REMARK = 6, 8
#: The name of a bulletin takes at most so many lines, one with its number is at most so long.
_NAME_LINES, _LINE = 3, 60
#: The name of a body before the colon of a title is at most so long (characters).
_BODY = 20


def is_issue(text: str) -> bool:
    """Say whether a line is the number of an issue: 第三期, （2016年第三期）."""
    return "第" in text and _NUMBERED.fullmatch(squeeze(text)) is not None


def below(lines: Sequence[Line]) -> int:
    """Give the line below the masthead of a bulletin and the editors' words, or 0.

    That line is the title of its first item.
    """
    top = _masthead(lines)
    if not top or top >= len(lines) - 1:
        return 0
    first = top
    while first < min(top + _REMARK, len(lines) - 1) and not _heads(lines, first):
        first += 1
    if not _heads(lines, first):
        return 0
    said = lines[top:first]
    if said and not (_by_editors(said[0].text) or _OFFERS.search(said[-1].text[-30:])):
        return 0  # the text of the only item, which has no title
    return first


def items(lines: Sequence[Line], first: int) -> list[int]:
    """Give the titles of a bulletin's items; ``first`` is the line of the first of them."""
    heads = [i for i in range(first, len(lines) - 1) if i == first or _heads(lines, i)]
    closed = [i for i in heads if i == first or _sent_in(lines[i - 1].text)]
    if len(closed) > 1:
        return closed
    bodies = {i: body for i in heads if (body := _body_in(lines[i].text))}
    if first in bodies and len(set(bodies.values())) > 1 and len(bodies) * 3 >= len(heads) * 2:
        apart = all(lines[i].blanks and lines[i + 1].blanks for i in bodies)
        return [i for i in heads if i in bodies or (apart and lines[i].blanks)]
    rest = lines[first:]
    set_apart = sorted(layouts.find(rest, [i - first for i in heads], several=True))
    if len(set_apart) > 1 and set_apart[0] == 0 and all(b - a > 2 for a, b in pairwise(set_apart)):
        return [i + first for i in set_apart]
    # A heading alone would divide nothing: it is the title of the second item.
    apart_by = [b - a for a, b in pairwise([*heads, len(lines)])]
    return heads if len(heads) == 2 and min(apart_by) > 2 else [first]


def issues(lines: Sequence[Line]) -> list[Header]:
    """Give the headers of the issues of one bulletin that are bound together, or none.

    The same name stands over each number, and the numbers rise.
    """
    places = [
        i
        for i, line in enumerate(lines)
        if len(line.text) <= _LINE and not line.said and _NUMBERED.match(squeeze(line.text))
    ]
    places = [i for i in places if _says_issue(lines[i].text)]
    if len(places) < 2:
        return []
    size = _name_size(lines, places)
    marks = [_issue_in(lines[i].text) for i in places]
    numbers = [number for _, number in marks]
    if not size or not all(a < b for a, b in pairwise(numbers)):
        return []
    return [
        Header(i - size, ISSUE, number, 0, (0, end), (0, len(lines[i - size].text)), size)
        for i, (end, number) in zip(places, marks, strict=True)
    ]


def _name_size(lines: Sequence[Line], places: Sequence[int]) -> int:
    """Give how many lines the name of a bulletin takes that stands above all places, or 0."""
    size = found = 0
    while size < min(_NAME_LINES, places[0]):
        size += 1
        if len({core(lines[i - size].text) for i in places}) > 1:
            break
        name = (squeeze(line.text) for line in lines[places[0] - size : places[0]])
        found = size if _NAME.fullmatch("".join(name)) else found
    return found


def _issue_in(text: str) -> tuple[int, int]:
    """Give where the number of an issue ends at the start of a line, and the number."""
    plain = squeeze(text)
    found = _NUMBERED.match(plain)
    assert found is not None
    end, left = 0, found.end()
    while left:
        left -= text[end] not in BLANK_CHARACTERS
        end += 1
    digits = _OF_ISSUE.search(found[0])
    return end, (value(digits["n"]) or 0) if digits else 0


def _masthead(lines: Sequence[Line]) -> int:
    """Give how many lines the masthead at the top takes, or 0."""
    issue = next((i for i, line in enumerate(lines[:4]) if _says_issue(line.text)), None)
    if issue is None:
        return 0
    whole = _NAME_AND_ISSUE.fullmatch(squeeze(lines[issue].text))
    name = "".join(squeeze(line.text) for line in lines[:issue])
    if not (whole or _NAME.fullmatch(name)) or any(line.said for line in lines[:issue]):
        return 0
    end = issue + 1
    while end < min(_TOP, len(lines)) and _issued(lines[end].text):
        end += 1
    return end


def _says_issue(text: str) -> bool:
    """Say whether a line begins with the number of an issue, its name before it or not."""
    plain = squeeze(text)
    if _NAME_AND_ISSUE.fullmatch(plain):
        return True
    found = _NUMBERED.match(plain)
    return found is not None and (found.end() == len(plain) or _issued(plain[found.end() :]))


def _issued(text: str) -> bool:
    """Say whether a line of a masthead tells who puts the bulletin out, when, or its number."""
    plain = squeeze(text)
    if len(plain) > 60 or _ends_sentences(plain):
        return False
    if _NUMBERED.fullmatch(plain) or byline.looks_like(text) or endings.is_row(text):
        return True
    day = date(plain)
    if day and day.end == len(plain):
        plain = plain[: day.start]
        return not plain or plain[-1] in BODIES or _ISSUER.fullmatch(plain) is not None
    if re.search("[：:，,]", plain):
        return False  # 某支部：把课堂搬到办事大厅
    return _ISSUER.fullmatch(plain) is not None or is_body(plain)


def _ends_sentences(text: str) -> bool:
    """Say whether a line has what sentences have."""
    return re.search("[。；！？]", text) is not None


def _by_editors(text: str) -> bool:
    return surroundings.by_editors(text) or text.startswith(("按：", "按:"))


def _heads(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line can be the title of an item: alone, with its text below it."""
    line = lines[index]
    text = line.text
    if not 4 <= len(text) <= 50 or line.said or not title_like(text) or mark(text):
        return False
    if is_note(text) or _issued(text) or (byline.looks_like(text, True) and not _of_body(text)):
        return False
    above = (
        index == 0 or _ends_sentences(lines[index - 1].text[-3:]) or _issued(lines[index - 1].text)
    )
    above = above or byline.looks_like(lines[index - 1].text, True)
    return above and (surroundings.text_soon(lines, index) or is_prose(lines[index + 1]))


# Who sent in an item: （水库管理所　周敏）, （办公室供稿）.
_SENT_IN = lazy_regex(either("[（(].{2,30}(?:供稿|报道|撰稿|报送|推荐)[）)]"))


def _sent_in(text: str) -> bool:
    """Say whether a line in brackets below an item says who sent it in."""
    if text[0] not in "（(" or text[-1] not in "）)" or len(text) > 40:
        return False
    return _SENT_IN.fullmatch(text) is not None or byline.looks_like(text, True)


_COLON = lazy_regex(rf"(?P<of>[^。，；！？：:“”《》]{{2,{_BODY}}})[{BLANK}]*[：:](?=.{{3}})")
_NAMES_BODY = (
    "[\u4e00-\u9fff]{1,12}?(?:局|委|镇|乡|街道|村|社区|支部|公司|中学|小学|[一二三四五]中|学校|学院|医院|卫生院|"
    "法院|检察院|中心|派出所|大队|支队|厂|车间|管理处|管理所)"
)
_BEGINS_AS_BODY = lazy_regex(either(_NAMES_BODY))
_BODY_FIRST = lazy_regex(either(rf"(?P<of>{_NAMES_BODY})[^，。：:]{{4}}"))


def _body_in(text: str) -> str:
    """Give the body that a title begins with, before a colon or not, or nothing."""
    if (found := _COLON.match(text)) and _of_body(text):
        return squeeze(found["of"])
    found = _BODY_FIRST.match(text)
    return found["of"] if found and not DOING.match(text) else ""


def _of_body(text: str) -> bool:
    """Say whether a title has a body and a colon before what it says (某支部：……)."""
    found = _COLON.match(text)
    if not found:
        return False
    of, says = squeeze(found["of"]), text[found.end() :]
    if has_names(says) or is_name(squeeze(says)):
        return False  # 机关党委：张立功　孙桂芝
    return may_be_body(of) or of[-1] in BODIES or _BEGINS_AS_BODY.match(of) is not None
