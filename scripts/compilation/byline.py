"""Reads signatures and datelines: who wrote it, of which body, when."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from . import particulars
from .bodies import behind_body, can_sign, is_of, like_name, of_body
from .labels import (
    ABOUT,
    BEFORE_DATE,
    BEHIND_DATE,
    BLANK_DATE,
    BORN,
    BULLETS,
    CLOCK,
    INTRODUCES,
    LABEL,
    NOW,
    PERSON_LABEL,
    PERSONAL,
    RELATION,
    REMARKS,
    REMARKS_END,
    ROLES,
    SEASON,
    SENDER,
    SUPPLIED,
    UNIT_LABEL,
    without_role,
)
from .names import DOUBLE_APART, is_name, is_office, is_surely_name, is_unit, may_be_name
from .signs import BLANK, BLANK_CHARACTERS, date, short_date, squeeze
from .variants import either

_B = f"[{BLANK}]{{0,6}}"
_TOKENS = re.compile(rf"[{BLANK}\n，,；;：:/|]+")
_COLON = re.compile(r"([^：:，,。]{2,16})[：:]([^：:，,。]{2,8})")
_SIGNED = re.compile(either("[（(](?:居右|居中|右对齐|签字|签名|签章|盖章|手印|公章)[）)]"))
#: What stands before a signature like a dash, blanks between them included.
DASHES = "—-－―─ \u3000"
#: What the forms that :mod:`particulars` knows can begin with, but for names.
_PARTICULARS = frozenset("学學工警编編电電邮郵指辅輔作姓撰整通记記")
_BRACKETS = "（）()【】[]〔〕"
_GLUED = re.compile(r"[（(]([^（）()。；;！？]{2,50})[）)][。]?$")
_GLUED_DATE = re.compile(
    rf"(?<=[。！？!])[{BLANK}]*(?P<tail>(?:[\u4e00-\u9fff]{{2,4}}[：:])?[^。！？!，,；;：:]{{0,40}})$"
)
# Words that stand in no name of a body.
_NO_BODY = re.compile(
    either(
        "[我你他她的了“”《》]|[办辦做管建守]好|"
        "^(?:学习|践行|弘扬|坚守|建设|发展|振兴|走进|来到|热爱|创建|争创|共建)"
    )
)
# A pause, or the number of a list.
_NO_SIGNER = re.compile(r"[：:，,。]|^[0-9一二三四五六七八九十]{1,2}[、.]")
# A sentence with more behind it: no order of name, body and remarks does away with it.
_SENTENCE_BEFORE = re.compile(r"[。；！？][^（()）【】\[\]〔〕]")
_PROSE = re.compile(r"[。；;！!？?]|，.*，")


class Byline(NamedTuple):
    """What signatures and datelines say; empty where they do not."""

    authors: tuple[str, ...] = ()
    affiliation: str = ""
    date: str = ""


def read(lines: Sequence[str]) -> Byline:
    """Read the lines of a byline; a name may be broken over two of them (靳 / 文)."""
    iso = ""
    rest: list[str] = []
    units: list[str] = []
    named: set[str] = set()  # names that a label says are names
    for line in lines:
        text = _without_remarks(_plain(_SIGNED.sub("", line)))
        sent = SENDER.sub(" ", RELATION.sub("", text)).strip()
        text = _plain(sent) if sent != text else text
        if supplied := SUPPLIED.fullmatch(text):
            text = supplied["who"]
        if (about := ABOUT.match(text)) and not is_name(LABEL.sub("", text)):
            text = f"{about['name'] or ''} {BORN.sub('', text[about.end() :].rstrip('。'))}"
        if blank := _blank_date(text):
            text = text[: blank.start()]
            if not text.strip():
                continue
        if found := short_date(text) or date(text):
            iso = found.iso if len(found.iso) >= len(iso) else iso
            behind = BEHIND_DATE.sub("", CLOCK.sub("", text[found.end :]))
            text = f"{BEFORE_DATE.sub('', text[: found.start])} {behind}"
        for piece in _split_labels(text):
            if UNIT_LABEL.match(piece) and LABEL.match(piece):
                units.append(squeeze(LABEL.sub("", piece)))
            else:
                behind = LABEL.sub("", piece).strip(_BRACKETS)
                rest += _tokens(behind)
                if PERSON_LABEL.match(piece) and like_name(squeeze(behind)):
                    named.add(squeeze(behind))
    authors: list[str] = []
    rest = [without_role(t) for t in rest if t not in ROLES and t not in PERSONAL]
    # 爸爸　于大桥工地: where it was written.
    rest = [t for t in rest if len(t) < 3 or t[0] not in "于於" or is_name(t) or t in named]
    sure = {t for t in rest if is_name(t) and not of_body(t)}
    if not sure and len(rest) > 1 and behind_body(rest[-2], rest[-1]):
        sure = {rest[-1]}
    single = ""
    for token in [*rest, ""]:
        if len(token) == 1 and len(single) < 6:
            single += token
            continue
        if single:
            half = len(single) // 2
            if _name_of(list(single)):
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
        elif (glued := _office_and_name(token)) and not (sure and of_body(glued[1])):
            units.append(glued[0])
            authors.append(glued[1])
        elif len(token) < 4 and units and not authors and is_unit(units[-1]) and can_sign(token):
            authors.append(token)
        else:
            units.append(token)
    if not authors and len(units) == 1 and not (is_unit(units[0]) or is_office(units[0])):
        return Byline((), units[0], iso)
    units = [u for u in units if not any(u != other and other.startswith(u) for other in units)]
    # 你的女儿：晓蕾, and the name in full below the title.
    units = [u for u in units if not any(u != name and name.endswith(u) for name in authors)]
    return Byline(tuple(dict.fromkeys(authors)), "".join(dict.fromkeys(units)), iso)


def _without_remarks(text: str) -> str:
    """Give a text without what stands behind its name of the person (中共党员)."""
    return REMARKS.sub("", text) if text[-1:] in REMARKS_END else text


def _tokens(text: str) -> list[str]:
    """Part a text at blanks and commas, without brackets that a date has left open."""
    text = DOUBLE_APART.sub(r"\1\2", text)
    parts = (t.rstrip("（([【〔").lstrip("）)]】〕") for t in _TOKENS.split(text))
    tokens: list[str] = []
    for part in parts:  # 党组成员、副局长 is one office; 高飞、胡杨 are two names
        split = part.split("、")
        offices = len(split) > 1 and not any(is_name(one) or len(one) < 2 for one in split)
        tokens += [part] if offices else split
    return [token for token in tokens if token]


def _plain(text: str) -> str:
    """Give the text of a byline without dashes and outer brackets, the name last."""
    text = text.lstrip(DASHES)
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


def _office_and_name(token: str) -> tuple[str, str] | None:
    """Part 收费站党支部书记庄严 into office and name."""
    for size in (3, 2):
        if (
            len(token) > size + 1
            and is_name(token[-size:])
            and not of_body(token[-size:])
            and (is_office(token[:-size]) or (len(token) > size + 2 and _is_unit(token[:-size])))
        ):
            return token[:-size], token[-size:]
    return None


def _is_unit(text: str) -> bool:
    """Say whether a text before a name is a body, an office of a county's bureau too (财务股)."""
    return is_unit(text) or (3 <= len(text) <= 8 and text[-1] in "股办辦")


def looks_like(text: str, lenient: bool = False) -> bool:
    """Say whether a whole line is a signature or dateline.

    ``lenient`` also takes bare names and units; without it a date or a label is needed.
    """
    text = text.lstrip(DASHES)
    if len(text) > 60 or text.endswith(("印发", "印發")):
        return False
    if not text:
        return False
    if _about(text) or _introduced(text):
        return True
    if _SENTENCE_BEFORE.search(text):
        return False
    first, last = text[0] in _PARTICULARS or text[0].isdigit(), text[-1] in "）)。志"
    if first or last or "，" in text or "," in text or "指导" in text:
        text = _plain(text) or text
    if _PROSE.search(text):
        return False
    if BLANK_DATE.fullmatch(text) or short_date(text):
        return True
    if blank := _blank_date(text):
        return _is_signer(text[: blank.start()].strip(_BRACKETS))
    found = date(text)
    if found and (clock := CLOCK.match(text, found.end)):
        found = found._replace(end=clock.end())
        if found.start == 0 and _is_signer(text[found.end :].strip(_BRACKETS)):
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
        signer = LABEL.sub("", text[: found.start].strip(_BRACKETS))
        return (not signer.strip() or _is_signer(signer)) and len(text) - found.end <= 4
    if LABEL.match(text.strip(_BRACKETS)):
        return len(text) <= 40
    plain = text.strip(_BRACKETS)
    return lenient and (_is_signer(plain) or bool(SUPPLIED.fullmatch(plain)))


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
    return text[0] in _BRACKETS or said or not _PROSE.search(text)


def _introduced(text: str) -> bool:
    """Say whether a line has a name behind such words (您的学生：康宁, 文/王小燕)."""
    if text[0] not in INTRODUCES:
        return False
    found = RELATION.match(text) or SENDER.match(text)
    if not found:
        return False
    behind = text[found.end() :]
    if found[0][0] in BULLETS:
        return _is_signer(_plain(behind))
    if found[0].rstrip()[-1] in "：:" and found.re is RELATION and 2 <= len(behind) <= 3:
        return True  # 您的女儿：小雨
    behind = SENDER.sub(" ", behind).strip()
    if is_name(squeeze(behind)) or all(map(is_name, _tokens(behind) or [""])):
        return True
    return found.re is SENDER and len(behind) <= 20 and _is_signer(behind)


def _is_signer(text: str) -> bool:
    """Say whether a text is a name, a body, an office, or some of them together."""
    text = _without_remarks(text)
    plain = squeeze(text).strip("：:，,、")
    if not plain or len(plain) > 40:
        return False
    if not plain.strip("*＊"):
        return False  # a row of signs
    if is_name(plain) or (len(plain) == 1 and "\u4e00" <= plain <= "\u9fff"):
        return True
    with_colon = _COLON.fullmatch(text.strip())
    if with_colon and is_name(squeeze(with_colon[2])) and is_of(squeeze(with_colon[1])):
        return True
    plain = without_role(plain)
    if _NO_SIGNER.search(plain):
        return False
    if is_unit(plain) and len(plain) >= 4 and not _NO_BODY.search(plain):
        return True
    tokens = [without_role(t) for t in _TOKENS.split(text.strip().replace("、", " ")) if t]
    if len(tokens) >= 2:
        for size in (1, 2, 3):
            if size < len(tokens) + 1 and _name_of(tokens[-size:]):
                front = tokens[:-size]
                if all(len(t) >= 2 or t == front[0] for t in front) or not front:
                    return all(is_of(t) for t in front)
                if is_name("".join(front)):  # 王 实　李春华
                    return True
        if is_name(tokens[0]) and all(is_office(t) or is_unit(t) for t in tokens[1:]):
            return True
    glued = _office_and_name(plain)
    return glued is not None and len(plain) <= 30


def names_person(text: str) -> bool:
    """Say whether a line is a person's name with a body or office (柏青松　县工信局)."""
    return looks_like(text, True) and len(read([text]).authors) > 0 and len(_tokens(text)) > 1


def _name_of(tokens: Sequence[str]) -> bool:
    """Say whether tokens are one name: letters set apart (江 山) are one where words are not."""
    name = "".join(tokens)
    if len(tokens) > 1 and all(len(token) == 1 for token in tokens):
        return is_name(name) or (len(name) <= 3 and may_be_name(name))
    return is_name(name)


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
            and (_is_signer(inner) or looks_like(inner) or LABEL.match(inner) or _about(inner))
            and (not re.search("[，,]", inner) or LABEL.match(inner) or _about(inner))
        ):
            return found.start()
    found = _GLUED_DATE.search(text[-60:]) if len(text) > 20 else None
    if found and (last := found["tail"]):
        plain = squeeze(last)
        spaced = _is_signer(last) and is_name(plain[-3:]) and len(plain) < len(found[0])
        # No sentence is a bare name, with an office before it or without.
        sure = is_surely_name(plain) or (_is_signer(last) and _office_and_name(plain) is not None)
        if looks_like(last) or spaced or sure:
            return len(text) - len(last)
    return None


def person_as_title(text: str, expected: bool = False) -> Byline | None:
    """Read a title that is a person (党总支书记 邓 丽, 崔宝平); None for any other title.

    ``expected`` says that the titles around are persons: then any two words can be one, the
    second of them the name (下沉干部（区审计局） 陶然).
    """
    plain = particulars.plain(_without_remarks(text.strip("：:")))
    if len(squeeze(plain)) > 20 or _PROSE.search(plain) or date(plain):
        return None
    if is_name(squeeze(plain)):
        return Byline((squeeze(plain),))
    tokens = [t for t in _TOKENS.split(plain) if t]
    of = is_office(tokens[0]) or is_unit(tokens[0]) if tokens else False
    of = of or (bool(tokens) and text[-1] in "）)" and is_of(tokens[0]))  # 张秀兰（语文组）
    if len(tokens) >= 2 and of and _is_signer(plain):
        found = read([plain])
        return found if found.authors else None
    if len(tokens) == 2 and is_name(tokens[0]) and (is_office(tokens[1]) or is_unit(tokens[1])):
        return Byline((tokens[0],), tokens[1])
    if expected and len(tokens) >= 2:
        for size in (1, 2, 3):
            name = "".join(tokens[-size:])
            if tokens[:-size] and may_be_name(name):
                return Byline((name,), "".join(tokens[:-size]))
    part = _office_and_name(squeeze(plain))
    return Byline((part[1],), part[0]) if part and len(tokens) == 1 else None


def starts_with_rest(first: str, second: str) -> bool:
    """Say whether a line of one character and the start of the next are one name."""
    tokens = [t for t in _TOKENS.split(second) if t]
    return bool(tokens) and len(tokens[0]) <= 2 and is_name(first + tokens[0])
