"""Reads signatures and datelines: who wrote it, of which body, when."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..text.signs import BLANK, BLANK_CHARACTERS, date, is_han, short_date, squeeze
from ..text.variants import either
from . import particulars
from .bodies import (
    behind_body,
    can_sign,
    is_place,
    like_name,
    of_body,
    several_bodies,
    together,
)
from .datelines import AT_DATE, BETWEEN, undated
from .labels import (
    ABOUT,
    BEFORE_DATE,
    BEHIND_DATE,
    BLANK_DATE,
    BORN,
    BULLETS,
    BY_HAND_OF,
    CLOCK,
    IN_BRACKETS,
    INTRODUCES,
    LABEL,
    MEMBERS,
    NO_AUTHOR,
    NOBODY,
    NOW,
    PERSON_LABEL,
    PERSONAL,
    RELATION,
    ROLES,
    SEASON,
    SENDER,
    SENT_BY,
    SENT_IN,
    SUPPLIED,
    TAKEN_DOWN,
    TOLD_BY,
    UNIT_LABEL,
    WHEN_LABEL,
    without_role,
)
from .names import is_name, is_office, is_surely_name, is_unit, may_be_name
from .signers import (
    PARTS,
    has_names,
    is_signer,
    name_of,
    names_by_place,
    office_and_name,
    paired,
    pen_name,
    tokens_of,
    whom_label_names,
    without_remarks,
)

_B = f"[{BLANK}]{{0,6}}"
_SIGNED = re.compile(either("[（(](?:居右|居中|右对齐|签字|签名|签章|盖章|手印|公章)[）)]"))
#: What stands before a signature like a dash, blanks between them included.
DASHES = "—-－―─ \u3000"
#: What the forms that :mod:`particulars` knows can begin with, but for names.
_PARTICULARS = frozenset("来來学學工警编編电電邮郵指辅輔作姓撰整通记記")
# The mark of a note on the person, and of that note.
_STARS = ("*", "＊", "※", "①")
_STARRED = re.compile("^[*＊※①](?=[作本])")
_BRACKETS = "（）()【】[]〔〕"
_GLUED = re.compile(r"[（(]([^（）()。；;！？]{2,50})[）)][。]?$")
_GLUED_DATE = re.compile(
    rf"(?<=[。！？!])[{BLANK}]*(?P<tail>(?:[\u4e00-\u9fff]{{2,4}}[：:])?[^。！？!，,；;：:]{{0,40}})$"
)
# A sentence with more behind it: no order of name, body and remarks does away with it.
_SENTENCE_BEFORE = re.compile(r"[。；！？][^（()）【】\[\]〔〕]")
#: What a sentence has and a byline has not.
PROSE = re.compile(r"[。；;！!？?]|，.*，")


#: Several passes ask the same of a line: the answers about the last lines are kept.
_LINES = 64


class Byline(NamedTuple):
    """What signatures and datelines say; empty where they do not."""

    authors: tuple[str, ...] = ()
    affiliation: str = ""
    date: str = ""


def read(lines: Sequence[str]) -> Byline:
    """Read the lines of a byline; a name may be broken over two of them (靳 / 文)."""
    return _read(tuple(lines))


@lru_cache(maxsize=_LINES)
def _read(lines: tuple[str, ...]) -> Byline:
    iso = ""
    rest: list[str] = []
    units: list[str] = []
    named: set[str] = set()  # names that a label says are names
    described = False
    for line in lines:
        if ":" in line or "：" in line:
            line = NO_AUTHOR.sub(" ", MEMBERS.sub("", line)).strip() or line
        text = _name_last(without_remarks(_plain(IN_BRACKETS.sub("", _SIGNED.sub("", line)))))
        sent = SENDER.sub(" ", RELATION.sub("", text)).strip()
        text = _plain(sent) if sent != text else text
        if told := TOLD_BY.search(text):
            named.add(told["name"])
        if supplied := SUPPLIED.fullmatch(text) or SENT_IN.fullmatch(text):
            text = supplied["who"]
        text = BY_HAND_OF.sub("", text) if "由" in text else text
        if (about := ABOUT.match(text)) and not is_name(LABEL.sub("", text)):
            described = True
            text = f"{about['name'] or ''} {BORN.sub('', text[about.end() :].rstrip('。'))}"
        if blank := _blank_date(text):
            text = text[: blank.start()]
            if not text.strip():
                continue
        if found := short_date(text) or date(text):
            iso = found.iso if len(found.iso) >= len(iso) else iso
            behind = CLOCK.sub("", text[found.end :])
            if between := BETWEEN.match(behind):
                behind = behind[between.end() :]
            behind = BEHIND_DATE.sub("", behind)
            text = f"{_name_last(BEFORE_DATE.sub('', text[: found.start]))} {behind}"
        elif (at := undated(text)) is not None:
            text = text[:at]
        if ("；" in text or ";" in text) and (bodies := several_bodies(text)):
            units.append(bodies)
            continue
        for piece in _split_labels(text):
            if WHEN_LABEL.match(piece):
                continue
            if UNIT_LABEL.match(piece) and LABEL.match(piece):
                units.append(squeeze(LABEL.sub("", piece)))
            else:
                behind = LABEL.sub("", piece).strip(_BRACKETS)
                rest += tokens_of(behind)
                if PERSON_LABEL.match(piece):
                    named |= whom_label_names(behind)
    authors: list[str] = []
    left_out = ROLES | PERSONAL | NOBODY
    named -= NOBODY
    rest = [without_role(t) for t in rest if t not in left_out]
    # 爸爸　于大桥工地: where it was written.
    rest = [t for t in rest if len(t) < 3 or t[0] not in "于於" or is_name(t) or t in named]
    sure = {t for t in rest if is_name(t) and not of_body(t)} - _places(rest)
    if described and not sure:  # whom one line describes the other names
        named |= {t for t in rest if like_name(t) and may_be_name(t)}
    if not sure and len(rest) > 1 and behind_body(rest[-2], rest[-1]):
        sure = {rest[-1]}
    elif not named and (placed := names_by_place(rest)) >= sure:
        sure = placed
    single = ""
    for token in [*rest, ""]:
        if len(token) == 1 and len(single) < 6:
            single += token
            continue
        if single:
            half = len(single) // 2
            if name_of(list(single)):
                authors.append(single)
            elif half >= 2 and is_name(single[:half]) and is_name(single[half:]):
                authors += (single[:half], single[half:])
            elif single + token and is_name(single + token) and len(token) <= 2:
                authors.append(single + token)
                single = ""
                continue
            else:
                units.append(single)
            single = ""
        if not token:
            continue
        token = token if is_name(token) else NOW.sub("", token)  # 任重远 is a name
        # 董事长 and 車務段 have the shape of names too.
        if token in named or token in sure or (is_name(token) and len(rest) == 1):
            authors.append(token)
        elif len(token) == 4 and units and is_name(token[:2]) and is_name(token[2:]):
            authors += (token[:2], token[2:])
        elif (glued := office_and_name(token)) and not (sure and of_body(glued[1])):
            units.append(glued[0])
            authors.append(glued[1])
        elif len(token) < 4 and units and can_sign(token) and (authors or is_unit(units[-1])):
            authors.append(token)
        else:
            units.append(token)
    if not authors and len(units) == 1 and not (is_unit(units[0]) or is_office(units[0])):
        return Byline((units[0],), "", iso) if pen_name(units[0]) else Byline((), units[0], iso)
    units = [u for u in units if not any(u != other and other.startswith(u) for other in units)]
    # 你的女儿：晓蕾, and the name in full below the title.
    authors = [a for a in authors if not any(a != name and name.endswith(a) for name in authors)]
    units = [u for u in units if not any(u != name and name.endswith(u) for name in authors)]
    return Byline(tuple(dict.fromkeys(authors)), together([*dict.fromkeys(units)], authors), iso)


def _places(words: Sequence[str]) -> set[str]:
    """Give the words before a name that have the shape of one and are places (刘家塬　刘满囤)."""
    pairs = itertools.pairwise(words)
    return {one for one, other in pairs if is_place(one) and is_name(other) and not is_place(other)}


def _unstarred(text: str) -> str:
    """Give a text without the mark of a note on the person (尹河＊, ＊作者单位：……)."""
    if text[-1:] in _STARS and len(squeeze(text)) > 2:
        text = text[:-1] if is_han(squeeze(text)[-3]) else text
    return _STARRED.sub("", text) if text[:1] in _STARS else text


def _name_last(text: str) -> str:
    """Give a text with the name behind what stands in brackets behind it (卓越（炼钢部）)."""
    text = text.rstrip(BLANK_CHARACTERS)
    return particulars.name_before_office(text) if text[-1:] in ("）", ")") else text


def _plain(text: str) -> str:
    """Give the text of a byline without dashes and outer brackets, the name last."""
    text = _unstarred(text.strip(DASHES))
    whole = particulars.plain(text)
    if whole == text and text[:1] in _BRACKETS:
        return particulars.plain(text.strip(_BRACKETS))
    bare = whole.strip(_BRACKETS)
    # A bracket at one end only belongs to what is inside: 卢国平（市民政局）.
    opened, closed = bare.count("（") + bare.count("("), bare.count("）") + bare.count(")")
    return bare if opened == closed else whole


def labelled(text: str) -> int | None:
    """Give where a label begins behind a title in the same line (… 作者：沈冬梅), or None."""
    for found in LABEL.finditer(text, 4):
        if text[found.start() - 1] in BLANK_CHARACTERS + "（(":
            return found.start()
    return None


def _split_labels(text: str) -> list[str]:
    """Part a line before each label (单位：… 姓名：…)."""
    starts = [m.start() for m in LABEL.finditer(text)]
    bounds = [0, *[s for s in starts if s], len(text)]
    return [text[a:b] for a, b in itertools.pairwise(bounds) if text[a:b].strip()]


@lru_cache(maxsize=_LINES)
def looks_like(text: str, lenient: bool = False) -> bool:
    """Say whether a whole line is a signature or dateline.

    ``lenient`` also takes bare names and units; without it a date or a label is needed.
    """
    text = text.strip(DASHES)
    text = _unstarred(text)
    if not 0 < len(text) <= 60 or text.endswith(("印发", "印發")):
        return False
    if lenient and text[0] in "（(" and several_bodies(text):
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
    if first or last or "，" in text or "," in text or "指导" in text or "班" in text:
        text = _plain(text) or text
    if PROSE.search(text):
        return False
    if BLANK_DATE.fullmatch(text) or short_date(text):
        return True
    if blank := _blank_date(text):
        return is_signer(text[: blank.start()].strip(_BRACKETS))
    if (at := undated(text)) is not None:
        return at == 0 or is_signer(text[:at].strip(_BRACKETS))
    found = date(text)
    if found and (beside := CLOCK.match(text, found.end) or BETWEEN.match(text, found.end)):
        found = found._replace(end=beside.end())
        if found.start == 0 and is_signer(text[found.end :].strip(_BRACKETS)):
            return True
    if found:
        rest = squeeze(LABEL.sub("", text[: found.start]) + text[found.end :]).strip(
            _BRACKETS + "：:，,、"
        )
        if SEASON.fullmatch(rest):
            return True
        if not rest or re.fullmatch(r"[于於写].{1,8}", rest):
            return len(found.iso) > 4 or len(text) <= 7
        season = bool(SEASON.fullmatch(squeeze(text[found.end :])))
        if len(found.iso) == 4 and not season:
            return False
        signer = BEFORE_DATE.sub("", LABEL.sub("", text[: found.start].strip(_BRACKETS)))
        if len(text) - found.end > 4 and not AT_DATE.match(text[found.end :]):
            return False
        if not signer.strip() or is_signer(signer) or paired(signer):
            return True
        return bool(PERSON_LABEL.match(text)) and may_be_name(squeeze(signer))
    if LABEL.match(text.strip(_BRACKETS)):
        return len(text) <= 40
    plain = text.strip(_BRACKETS)
    if not lenient:
        return False
    sent = SENT_IN.fullmatch(plain)
    if sent and SENT_BY.fullmatch(squeeze(plain)):
        return True
    if sent and plain[-2:] == "提供":  # a body alone provides figures and pictures
        return has_names(sent["who"]) or office_and_name(squeeze(sent["who"])) is not None
    if text[0] in INTRODUCES and (kin := RELATION.match(text)):
        return has_names(text[kin.end() :]) or is_name(squeeze(text[kin.end() :]))
    return is_signer(sent["who"] if sent else plain) or bool(SUPPLIED.fullmatch(plain))


def _blank_date(text: str) -> re.Match[str] | None:
    """Find a date that the author left blank (20xx年x月) at the end of a line."""
    found = BLANK_DATE.search(text) if text[-1:] in ("月", "日") else None
    return found if found and found.end() == len(text) else None


def _about(text: str) -> bool:
    """Say whether a line tells who the writer is (（本文作者系县农业局局长）)."""
    if "者" not in text[:12]:
        return False
    found = ABOUT.match(text.lstrip(_BRACKETS))
    if not found or "。" in text.rstrip(_BRACKETS + "。"):
        return False
    said = "简介" in found[0] or "介绍" in found[0]
    return text[0] in _BRACKETS or said or not PROSE.search(text)


def _introduced(text: str) -> bool:
    """Say whether a line has a name behind such words (您的学生：康宁, 文/王小燕)."""
    if text[0] not in INTRODUCES:
        return False
    found = RELATION.match(text) or SENDER.match(text)
    if not found:
        return False
    behind = text[found.end() :]
    kin = found.re is RELATION and not re.search("[：:的你您]", found[0])
    if kin and found[0][-1] in BLANK_CHARACTERS:
        return False  # 爸爸　韩立 needs more than its shape
    if found[0][0] in BULLETS:
        return is_signer(_plain(behind))
    short = (
        text[1] in "：:" and text[0] in "父母爹娘妻夫儿女兄"
    )  # any two letters may be a name else
    if found[0].rstrip()[-1] in "：:" and found.re is RELATION and 2 <= len(behind) <= 3 - short:
        return True  # 您的女儿：小雨
    behind = SENDER.sub(" ", behind).strip()
    if is_name(squeeze(behind)) or all(map(is_name, tokens_of(behind) or [""])):
        return True
    return found.re is SENDER and len(behind) <= 20 and is_signer(behind)


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
            and before[-1] in "。！？!”…"
            and (is_signer(inner) or looks_like(inner) or LABEL.match(inner) or _about(inner))
            and (not re.search("[，,]", inner) or LABEL.match(inner) or _about(inner))
        ):
            return found.start()
    found = _GLUED_DATE.search(text[-60:]) if len(text) > 20 else None
    if found and (last := found["tail"]):
        plain = squeeze(last)
        spaced = is_signer(last) and is_name(plain[-3:]) and len(plain) < len(found[0])
        # No sentence is a bare name, with an office before it or without.
        sure = is_surely_name(plain) or (len(plain) == 3 and is_name(plain) and not of_body(plain))
        sure = sure or (is_signer(last) and office_and_name(plain) is not None)
        if looks_like(last) or spaced or sure or has_names(last):
            return len(text) - len(last)
    return None


def starts_with_rest(first: str, second: str) -> bool:
    """Say whether a line of one character and the start of the next are one name."""
    tokens = [t for t in PARTS.split(second) if t]
    return bool(tokens) and len(tokens[0]) <= 2 and is_name(first + tokens[0])
