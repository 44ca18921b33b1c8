"""Judges whether a line, or the end of one, is a signature or a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..text.dates import Date, date, short_date
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, BLANK_CHARACTERS, CONCERNING, squeeze
from . import particulars
from .bodies import is_of, of_body, several_bodies
from .datelines import AT_DATE, BETWEEN, RECORDED, undated
from .labels import (
    ABOUT,
    BEFORE_DATE,
    BLANK_DATE,
    BULLETS,
    CLOCK,
    INTRODUCES,
    LABEL,
    PERSON_LABEL,
    RELATION,
    SEASON,
    SENDER,
    SENT_BY,
    SENT_IN,
    SUPPLIED,
    TAKEN_DOWN,
)
from .names import is_name, is_surely_name, may_be_name
from .reading import (
    BRACKETS,
    DASHES,
    blank_date,
    goes_on_date,
    plain,
    read,
    unbracketed,
    unstarred,
)
from .signers import (
    PARTS,
    has_names,
    is_signer,
    office_and_name,
    paired,
    tokens_of,
    without_remarks,
)

#: What the forms that :mod:`particulars` knows can begin with, but for names.
_PARTICULARS = frozenset("来來学學工警编編电電邮郵指辅輔作姓撰整通记記")
_GLUED = lazy_regex(r"[（(]([^（）()。；;！？]{2,50})[）)][。]?$")
_GLUED_DATE = lazy_regex(
    rf"(?<=[。！？!])[{BLANK}]*(?P<tail>(?:[\u4e00-\u9fff]{{2,4}}[：:])?[^。！？!，,；;：:]{{0,40}})$"
)
#: A sentence with a signature glued to it has more characters.
_SENTENCE = 14
# A sentence with more behind it: no order of name, body and remarks does away with it.
_SENTENCE_BEFORE = lazy_regex(r"[。；！？][^（()）【】\[\]〔〕]")
# Behind a date: until when (2019年3月—5月).
_UNTIL = lazy_regex(rf"[{BLANK}]*(?:[-－~～至到]|—{{1,2}})[{BLANK}]*\d{{1,2}}[{BLANK}]*[月日号]")
#: What a sentence has and a byline has not.
PROSE = lazy_regex(r"[。；;！!？?]|，.*，")


# A small office alone in brackets under a piece of a bulletin: （某某街道活动办）.
_OFFICE = lazy_regex(
    "[（(][\u4e00-\u9fff]{0,10}(?:[省市县縣区區镇鎮乡鄉局委校院]|街道)[\u4e00-\u9fff]{1,6}[办辦][）)]"
)

#: Several passes ask the same of a line: the answers about the last lines are kept.
_LINES = 64


def labelled(text: str) -> int | None:
    """Give where a label begins behind a title in the same line (… 作者：沈冬梅), or None."""
    for found in LABEL.finditer(text, 4):
        if text[found.start() - 1] in BLANK_CHARACTERS + "（(":
            return found.start()
    return None


@lru_cache(maxsize=_LINES)
def looks_like(text: str, lenient: bool = False) -> bool:
    """Say whether a whole line is a signature or dateline.

    ``lenient`` also takes bare names and units; without it a date or a label is needed.
    """
    text = unstarred(text.strip(DASHES))
    if not 0 < len(text) <= 60 or text.endswith(("印发", "印發")):
        return False
    if lenient and text[0] in "（(" and (several_bodies(text) or _OFFICE.fullmatch(text)):
        return True
    if _about(text) or _introduced(text):
        return True
    if "述" in text and TAKEN_DOWN.search(text) and not PROSE.search(text):
        return True
    if _SENTENCE_BEFORE.search(text):
        return False
    first, last = text[0] in _PARTICULARS or text[0].isdigit(), text[-1] in "）)。志0123456789"
    if last:
        text = without_remarks(text)
    first = first or (lenient and particulars.begins_with_class(text))
    if first or last or "，" in text or "," in text or "指导" in text or "班" in text:
        text = plain(text) or text
    if "整理" in text and (found := date(text)):
        text = text[: found.end] + RECORDED.sub("", text[found.end :])
    if PROSE.search(text):
        return False
    if BLANK_DATE.fullmatch(text) or short_date(text):
        return True
    if blank := blank_date(text):
        return is_signer(unbracketed(text[: blank.start()]))
    if (at := undated(text)) is not None:
        return at == 0 or is_signer(unbracketed(text[:at]))
    if found := date(text):
        return _is_dateline(text, found)
    bare = unbracketed(text)
    if LABEL.match(bare):
        return len(text) <= 40
    return lenient and not text.startswith(CONCERNING) and _signs_barely(text, bare)


def _is_dateline(text: str, found: Date) -> bool:
    """Say whether a line with a date in it is a dateline: nothing but it and who signs."""
    if _UNTIL.match(text, found.end):
        return False
    if beside := CLOCK.match(text, found.end) or BETWEEN.match(text, found.end):
        found = found._replace(end=beside.end())
        if found.start == 0 and is_signer(unbracketed(text[found.end :])):
            return True
    rest = squeeze(LABEL.sub("", text[: found.start]) + text[found.end :])
    rest = rest.strip(BRACKETS + "：:，,、")
    if SEASON.fullmatch(rest):
        return True
    if not rest or re.fullmatch(r"[于於写].{1,8}", rest):
        return len(found.iso) > 4 or len(text) <= 7
    season = bool(SEASON.fullmatch(squeeze(text[found.end :])))
    if len(found.iso) == 4 and not season:
        return False
    signer = BEFORE_DATE.sub("", LABEL.sub("", unbracketed(text[: found.start])))
    if len(text) - found.end > 4 and not AT_DATE.match(text[found.end :]):
        return False
    if not signer.strip() or is_signer(signer) or paired(signer):
        return True
    return bool(PERSON_LABEL.match(text)) and may_be_name(squeeze(signer))


def _signs_barely(text: str, bare: str) -> bool:
    """Say whether a line without date and label signs; ``bare`` is it without brackets."""
    sent = SENT_IN.fullmatch(bare)
    if sent and SENT_BY.fullmatch(squeeze(bare)):
        return True
    if sent and bare[-2:] == "提供":  # a body alone provides figures and pictures
        return has_names(sent["who"]) or office_and_name(squeeze(sent["who"])) is not None
    if text[0] in INTRODUCES and (kin := RELATION.match(text)):
        return has_names(text[kin.end() :]) or is_name(squeeze(text[kin.end() :]))
    return is_signer(sent["who"] if sent else bare) or bool(SUPPLIED.fullmatch(bare))


def _about(text: str) -> bool:
    """Say whether a line tells who the writer is (（本文作者系县农业局局长）)."""
    if "者" not in text[:12]:
        return False
    found = ABOUT.match(text.lstrip(BRACKETS))
    if not found or "。" in text.rstrip(BRACKETS + "。"):
        return False
    said = "简介" in found[0] or "介绍" in found[0]
    return text[0] in BRACKETS or said or not PROSE.search(text)


def _introduced(text: str) -> bool:
    """Say whether a line has a name behind such words (您的学生：康宁, 文/王小燕)."""
    if text[0] not in INTRODUCES:
        return False
    related = RELATION.match(text)
    found = related or SENDER.match(text)
    if not found:
        return False
    behind = text[found.end() :]
    kin = related and not re.search("[：:的你您]", found[0])
    if kin and found[0][-1] in BLANK_CHARACTERS:
        return False  # 爸爸　韩立 needs more than its shape
    if found[0][0] in BULLETS:
        return is_signer(plain(behind))
    short = (
        text[1] in "：:" and text[0] in "父母爹娘妻夫儿女兄"
    )  # any two letters may be a name else
    if found[0].rstrip()[-1] in "：:" and related and 2 <= len(behind) <= 3 - short:
        return True  # 您的女儿：小雨
    behind = SENDER.sub(" ", behind).strip()
    if is_name(squeeze(behind)) or all(map(is_name, tokens_of(behind) or [""])):
        return True
    return not related and len(behind) <= 20 and is_signer(plain(behind))


def signs_below(text: str, broken: bool) -> bool:
    """Say whether a line signs below a title; one ``broken`` off may go on with a body's name."""
    return looks_like(text, True) and (not broken or bool(read([text]).authors))


def names_person(text: str) -> bool:
    """Say whether a line is a person's name with a body or office (柏青松　县工信局)."""
    return looks_like(text, True) and len(read([text]).authors) > 0 and len(tokens_of(text)) > 1


def glued(text: str) -> int | None:
    """Give where a signature begins that is glued to the last sentence, or None.

    ``…能力。（刘某某）`` and ``…而努力。 张三 2010年12月7日``.
    """
    if (found := _GLUED.search(text, max(0, len(text) - 60))) and found.start() > 4:
        inner = found[1]
        before = text[: found.start()].rstrip(BLANK_CHARACTERS)
        if (
            before
            and before[-1] in "。！？!?”…"
            and (is_signer(inner) or looks_like(inner, True) or LABEL.match(inner) or _about(inner))
            and (not re.search("[，,]", inner) or LABEL.match(inner) or _about(inner))
        ):
            return found.start()
    found = _GLUED_DATE.search(text[-60:]) if len(text) > _SENTENCE else None
    if found and (last := found["tail"]):
        plain = squeeze(last)
        spaced = is_signer(last) and is_name(plain[-3:]) and len(plain) < len(found[0])
        # No sentence is a bare name, with an office before it or without.
        sure = is_surely_name(plain) or (len(plain) == 3 and is_name(plain) and not of_body(plain))
        sure = sure or (is_signer(last) and office_and_name(plain) is not None)
        if looks_like(last) or spaced or sure or has_names(last):
            return len(text) - len(last)
    return None


def goes_on(above: Sequence[str], text: str) -> bool:
    """Say whether a line goes on with the name or the date that the lines above it begin."""
    return breaks_name(above[-1], text) or goes_on_date("".join(above[-2:]), text)


def breaks_name(first: str, second: str) -> bool:
    """Say whether a line ends with the first character of the name that the next goes on with.

    What stands before that is a body or office (巡堤员　李 / 春华).
    """
    *of, last = [t for t in PARTS.split(first) if t] or [""]
    named = len(last) == 1 and starts_with_rest(last, second)
    return named and (not of or all(map(is_of, of)))


def starts_with_rest(first: str, second: str) -> bool:
    """Say whether a line of one character and the start of the next are one name."""
    tokens = [t for t in PARTS.split(second) if t]
    return bool(tokens) and len(tokens[0]) <= 2 and is_name(first + tokens[0])
