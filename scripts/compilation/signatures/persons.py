"""Reads titles that are persons: in some compilations each work is headed by its author."""

from __future__ import annotations

from ..text.dates import date
from ..text.kinds import GENRES
from ..text.lazy import lazy_regex
from ..text.signs import squeeze
from ..text.variants import either
from . import byline, particulars
from .bodies import is_cohort, is_of, is_place, may_be_body
from .names import is_called, is_name, is_office, is_surely_name, is_unit, may_be_name
from .reading import Byline
from .signers import PARTS, is_signer, office_and_name, paired, without_remarks

# What somebody says of what that person read or learned.
_OWN = lazy_regex(
    either("我(?![们国国县市镇村校院])|读《|.{0,20}(?:读后感|有感|感悟|心得|体会|感想)$")
)
# 周敏的感悟, 李大山同学的实践心得, 水文科周敏学习心得
_OF_PERSON = lazy_regex(
    either(
        "(?P<who>[\u4e00-\u9fff]{2,12}?)(?:同学|老师|队员)?的?(?:个人|学习|实践|活动|参赛)?"
        "(?:心得体会|心得|体会|感悟|感想|感言|收获)(?:[（(][一二三四五1-9][）)])?"
    )
)


def named_in(title: str, expected: bool = False) -> Byline | None:
    """Read who wrote a text out of its title, where that says so; None for any other title.

    护士长周敏：我读《守堤》, 周敏的感悟, 水文科周敏学习心得; not 县委书记周敏：坚决守住大堤, which
    others tell.  ``expected`` says that titles around name persons behind bodies or offices: then
    a word that may be none is a name there too (村支书党史学习心得).
    """
    if len(title) <= _TITLE and (found := _OF_PERSON.fullmatch(title)):
        if is_surely_name(found["who"]):
            return Byline((found["who"],))
        part = office_and_name(found["who"])
        if not part or not (expected or is_surely_name(part[1])):
            return None
        return Byline((part[1],), part[0])
    who, colon, what = title.replace(":", "：").partition("：")
    if not colon or not _OWN.match(what):
        return None
    person = person_as_title(who)
    return person if person and person.authors and person.affiliation else None


#: A title that is whose text it is has at most so many characters.
_TITLE = 16


def person_as_title(text: str, expected: bool = False) -> Byline | None:
    """Read a title that is a person (党总支书记 邓 丽, 崔宝平); None for any other title.

    ``expected`` says that the titles around are persons: then any two words can be one, the
    second of them the name (下沉干部（区审计局） 陶然).
    """
    text = text.strip("：:")
    # What is said behind a name shows that it is one (21文管田野　中共党员).
    plain = particulars.of_cohort(text) or particulars.plain(without_remarks(text))
    if len(squeeze(plain)) > 20 or byline.PROSE.search(plain) or date(plain):
        return None
    if is_name(squeeze(plain)):
        return Byline((squeeze(plain),))
    tokens = [t for t in PARTS.split(plain) if t]
    of = is_office(tokens[0]) or is_unit(tokens[0]) if tokens else False
    of = of or (bool(tokens) and text[-1] in "）)" and is_of(tokens[0]))  # 张秀兰（语文组）
    if len(tokens) == 2 and not of:  # 车间一班　赵铁柱
        pupil = particulars.of_class(tokens[0])
        sure = is_surely_name(tokens[1]) or (pupil and is_name(tokens[1]))
        of = (pupil or may_be_body(tokens[0])) and sure and not is_place(tokens[1])
    if len(tokens) >= 2 and of and is_signer(plain):
        found = byline.read([plain])
        return found if found.authors else None
    if len(tokens) == 2 and is_name(tokens[0]) and (is_office(tokens[1]) or is_unit(tokens[1])):
        return Byline((tokens[0],), tokens[1])
    if len(tokens) == 2 and (of or expected) and is_called(tokens[1]):
        return Byline((tokens[1],), tokens[0])
    if expected and len(tokens) >= 2:
        for size in (1, 2, 3):
            name = "".join(tokens[-size:])
            if tokens[:-size] and may_be_name(name):
                return Byline((name,), "".join(tokens[:-size]))
        if paired(plain):  # 设计科　巧妙
            found = byline.read([plain])
            return found if found.authors else None
    part = office_and_name(squeeze(plain))
    if part and len(tokens) == 1 and part[1] not in GENRES:  # 柿子产业协会章程
        return Byline((part[1],), part[0])
    return None


def author_in(title: str, expected: bool = False) -> Byline | None:
    """Read who wrote a text where its title is but that person (:func:`person_as_title`).

    A word of two characters that begins like a name (方向, 成长, 石桥) is the title of the text,
    unless it is ``expected`` that titles are persons.
    """
    word = squeeze(title.strip("：:"))
    if len(word) == _WORD and not expected and not is_surely_name(word):
        return None
    return person_as_title(title, expected)


#: A word that may be a name has so many characters.
_WORD = 2


def tells_of(person: Byline, text: str) -> bool:
    """Say whether a text tells of a person as of another: 周敏，女，1970年生，……."""
    begin = squeeze(text[:20]).replace(",", "，")
    return any(begin.startswith((f"{name}，男，", f"{name}，女，")) for name in person.authors)


def pupil_signs(text: str) -> bool:
    """Say whether a line is a pupil with the class of a college, who signs an untitled text.

    Any other person is the title; 巡堤一班 is no class.
    """
    person = person_as_title(text)
    return person is not None and is_cohort(person.affiliation)


# Whose speech a title says it is: 县水利局周敏局长在防汛会议上的讲话, 县委书记周敏同志的讲话.
_SPEECH = lazy_regex(
    either(
        "[—―－-]{0,4}(?P<who>[^，。；：《》“”]{2,24}?)(?<![副总正党团委支常纪])"
        "(?:同志|[副总]?(?:书记|主任|主席|委员|经理|[\u4e00-\u9fff]长))"
        "(?:在[^。；：]{1,40}?[上中时])?的?(?:讲话|致辞|发言|报告|演讲)(?:稿|提纲|摘要|要点)?"
    )
)
# The same of a name behind an office or what somebody stands for: 毕业生代表周敏在典礼上的发言; a
# column of the page may stand before it.
_SPEECH_AT = lazy_regex(
    either(
        "(?:[^｜|丨]{2,8}[｜|丨])?(?P<who>[^，。；：《》“”｜|丨]{4,24}?)"
        "在[^。；：]{1,40}?[上中时]的(?:讲话|致辞|发言|报告|演讲)(?:稿|提纲|摘要|要点)?"
    )
)


def speaker(title: str) -> Byline | None:
    """Read whose speech a title says it is: a name behind a body or office, or behind nothing.

    None for a title that tells of a speech (学习周敏局长的讲话).
    """
    if at := _SPEECH_AT.fullmatch(squeeze(title)):
        part = office_and_name(at["who"])
        sure = part is not None and (len(part[1]) > 2 or is_surely_name(part[1]))
        if part and sure and is_office(part[0]):
            return Byline((part[1],), part[0])
    found = _SPEECH.fullmatch(squeeze(title))
    if not found:
        return None
    who = found["who"]
    for size in (4, 3, 2):
        of, name = who[:-size], who[-size:]
        if is_surely_name(name) and (not of or is_unit(of) or is_office(of)):
            return Byline((name,), of)
    return None
