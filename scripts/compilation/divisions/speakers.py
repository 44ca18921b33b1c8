"""Finds persons with their offices or bodies, each over what that person wrote or said.

Their names are all the titles there are (内一科　陈桂兰, and her words below): under the title of
a selection, or where nothing else stands in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures.labels import BULLETS
from ..signatures.persons import person_as_title
from ..signatures.signers import paired
from ..text.lazy import lazy_regex
from ..text.signs import ends, has_blank, is_salutation, mark, squeeze
from ..text.variants import either
from ..tops.titles import DASHED
from .successions import is_prose

# What a title or what stands over them says of texts by several persons, put one below the other.
_VOICES = lazy_regex(
    either(
        "(?:心得|体会|感想|感言|感悟|发言|讲话|述职|感受|话|[读观听]后感|有感)[^。]{0,12}(?:如下|摘登|选登|展示|分享|摘编|摘录|集锦|交流|选编|汇编)|"
        "(?:下面|以下|这里|现)(?:是|刊登|选登|摘登|选取)[^。]{2,30}(?:心得|体会|感想|感言|感悟|发言|感受|手记|日记|札记|随笔|来信)|"
        "(?:手记|日记|札记|随笔|来信|征文|来稿|稿件|习作|作品)(?:如下|摘登|选登|展示|分享|摘编|摘录|集锦|选编|汇编)|"
        "(?:事迹|风采|人物|标兵|之星|典型)[^。，]{0,6}(?:展播|展示|巡礼|选登|摘登|选编|汇编|简介)|"
        "(?:干部|职工|党员|师生|教师|医护人员|代表|青年|大家|员工|群众)们?(?:(?:热议|畅谈|谈|话)[^。，]{2,20}|(?:感言|心声))$|"
        # 活动结束后，大家纷纷畅谈了自己的感受。
        "(?:畅谈|谈了|谈起|抒发|交流|分享|写下)[^。，]{0,10}(?:感受|感想|感悟|感言|体会|心得)[。：:]?$|"
        "听[一听]{0,2}[^。，]{0,12}的?(?:心声|感言|心里话|声音|感受|讲述)[：:]?$"
    )
)
#: What each wrote has this many characters or more, or half of it; so many has a person's line.
_WORDS, _NAMED = 40, 30
#: One may stand behind a person (邮递员　陶小山：).
COLONS = "：:"
#: So many lines may stand above the first person; more where they announce what follows.
ABOVE, ANNOUNCED = 3, 8


def find(lines: Sequence[Line], title: str) -> list[int]:
    """Give the lines of persons that are the titles of the texts below them, or none.

    ``title`` is that of the chapter, where it is not among the lines.  Persons below their
    texts sign them: then the last of them stands at the end.
    """
    found = [index for index in range(len(lines) - 1) if _may_speak(lines, index)]
    if len(found) < 2 or found[0] > ANNOUNCED or _names(lines[-1].text):
        return []
    sure = set(found)
    found += [i for i in range(found[0] + 1, len(lines) - 1) if i not in sure and _like(lines, i)]
    found.sort()
    ends_at = [*found[1:], len(lines)]
    sizes = [
        sum(len(line.text) for line in lines[a + 1 : b])
        for a, b in zip(found, ends_at, strict=True)
    ]
    if any(b - a < 2 for a, b in pairwise(found)) or min(sizes) * 2 < _WORDS:
        return []
    spoken = [squeeze(lines[index].text) for index in found if lines[index].text[-1] in COLONS]
    if len(set(spoken)) < len(spoken):
        return []  # they talk with each other
    if sum(sizes) < _WORDS * len(found):
        return []
    if announced([title, *(line.text for line in lines[: found[0]])]):
        return found
    if found[0] > ABOVE:
        return []
    told = sum(_told_below(lines, index) for index in found)
    if len(found) > 2 and told * 3 >= len(found) * 2:
        return found
    short = sum(len(line.text) <= _NAMED for line in lines)
    return found if found[0] <= 1 and short == len(found) else []  # nothing else is there


def announced(above: Sequence[str]) -> bool:
    """Say whether the lines above the first person say that several write or speak."""
    return any(map(_VOICES.search, above))


def leads(text: str) -> bool:
    """Say whether a line ends by saying that below it several persons speak (……心得展示如下：)."""
    return text[-1] in COLONS and announced([text])


def _may_speak(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line is a person's, as it may head what that person wrote."""
    line = lines[index]
    return (
        4 <= len(line.text) <= _NAMED
        and not line.said
        and (is_prose(lines[index + 1]) or is_salutation(lines[index + 1].text))
        and _names(line.text)
    )


def _names(text: str) -> bool:
    """Say whether a line is a person with an office or body, or a name, and nothing else."""
    if not 4 <= len(text) <= _NAMED or text[-1] in "。！？；" or text[0] in BULLETS:
        return False
    if DASHED.match(text):
        return False  # ——记守堤人周敏 is a subtitle
    return mark(text) is None and person_as_title(text) is not None


def _like(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line has the shape of the persons' lines beside it, whatever its name."""
    text = lines[index].text.rstrip(COLONS)
    if lines[index].said or not 0 < len(text) <= _NAMED // 2 or mark(text) or text[0] in BULLETS:
        return False
    if not ends(lines[index - 1].text) or not is_prose(lines[index + 1]):
        return False
    shaped = paired(text) or (text != lines[index].text and has_blank(text))
    return shaped and person_as_title(text, expected=True) is not None


def _told_below(lines: Sequence[Line], index: int) -> bool:
    """Say whether the text below a person names that person first (马玉芝，女，……) or is spoken."""
    below = lines[index + 1].text
    if is_salutation(below):
        return True
    person = person_as_title(lines[index].text)
    begin = squeeze(below[:20])
    return person is not None and any(begin.startswith(name) for name in person.authors)
