"""Reads signatures and datelines: who wrote it, of which body, when."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from .names import is_name, is_office, is_unit, may_be_name
from .signs import BLANK, BLANK_CHARACTERS, date, short_date, squeeze
from .variants import either, forms

_B = f"[{BLANK}]{{0,6}}"
_LABEL = re.compile(
    either(
        "(?:"
        + "|".join(
            _B.join(word)
            for word in [
                "作者",
                "姓名",
                "撰稿人",
                "撰稿",
                "供稿人",
                "供稿",
                "汇报人",
                "报告人",
                "述职人",
                "申请人",
                "承诺人",
                "发言人",
                "演讲人",
                "检查人",
                "倡议人",
                "保证人",
                "写作人",
                "思考人",
                "署名",
                "签名",
                "执笔人",
                "执笔",
                "学习人",
                "心得人",
                "单位",
                "日期",
                "时间",
                "职务",
                "部门",
                "作者姓名",
                "作者单位",
                "所在单位",
                "所在支部",
                "党支部",
                "填报人",
                "报送单位",
                "承诺时间",
                "汇报时间",
                "申请时间",
            ]
        )
        + rf"|授{_B}课|主{_B}讲|宣{_B}讲|(?!主持|联系|负责|记录|参加|介绍|领导|证明)[\u4e00-\u9fff]{{2,4}}人"
        rf")(?:[（(][^（()）]{{1,8}}[）)])?{_B}[:：]{_B}"
    )
)
_UNIT_LABEL = re.compile(either(rf"(?:作者|所在|报送)?(?:单{_B}位|部{_B}门|职{_B}务|支{_B}部)"))
# A label of a person: what stands behind it is a name, if it has the length of one.
_PERSON_LABEL = re.compile(either(r"(?:作者|姓名|[\u4e00-\u9fff]{2,4}人|授课|主讲|撰稿|执笔|署名|签名)[：: 　]"))
_BLANK_DATE = re.compile(
    r"(?=.{0,12}[xX×＊*_])[\dxX×＊*_ ]{2,6}年[\dxX×＊*_ ]{1,4}月(?:[\dxX×＊*_ ]{1,4}日)?"
)
_TOKENS = re.compile(rf"[{BLANK}\n，,；;：:/|]+")
# What someone did for the text stands behind the name (罗小梅口述).
_ROLES = frozenset(forms("口述 整理 执笔 撰写 撰稿 供稿 记录 主讲".split()))
_ROLE = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{'|'.join(sorted(_ROLES))})$")
_COLON = re.compile(r"([^：:，,。]{2,16})[：:]([^：:，,。]{2,8})")
# A name, and behind it in brackets of what body: 赵 一 鸣（财政所）.
_NAME_FIRST = re.compile(
    rf"^([\u4e00-\u9fff](?:[{BLANK}]{{0,3}}[\u4e00-\u9fff]){{1,2}})[{BLANK}]{{0,3}}[（(]([^（()）\d]{{2,20}})[）)]$"
)
_BRACKETS = "（）()【】[]〔〕"
_GLUED = re.compile(r"[（(]([^（）()。，,；;！？]{2,40})[）)][。]?$")
_GLUED_DATE = re.compile(rf"(?<=[。！？!])[{BLANK}]*(?P<tail>[^。！？!，,；;：:]{{0,40}})$")
# A date may end with a feast or a season (2010年重阳节, 2015年春), or with a place.
_SEASON = re.compile(
    either(
        "(?:元旦|教师节|建军节|建党节|劳动节|青年节|妇女节|春节|元宵节?|清明节?|五一节?|端午节?|七一|八一|中秋节?|国庆节?|重阳节?|除夕|冬至|"
        "[春夏秋冬][天季]?|[暮初仲][春夏秋冬]|年[初末底]|[上下]半年)前?夕?"
    )
)
_BEHIND_DATE = re.compile(rf"^\s*(?:[于於写].{{1,8}}|{_SEASON.pattern})$")
_PROSE = re.compile(r"[。；;！!？?]|，.*，")
# A remark on who wrote it: （本文作者系县农业局局长）, 作者简介：王和平，某局干部.
_ABOUT = re.compile(
    either(
        rf"(?:本文|此文|该文)?(?:作者|笔者)(?:单位[：:]|(?:简介|介绍){_B}[：:]|"
        rf"{_B}[：:]?{_B}(?P<name>(?!单位|姓名|职务|简介|介绍)[\u4e00-\u9fff]{{2,4}}?)?{_B}[，,]?"
        rf"(?:现?[系为是]|现?任职?[于為]?)){_B}(?=\S)"
    )
)
_BORN = re.compile(either(rf"[，,]?{_B}(?:生于)?(?:19|20)\d\d年(?:\d\d?月)?(?:出?生)?(?=[，,])"))
_NOW = re.compile(either("^(?:现[为任系]|系|任)(?=.{3})"))
# Who sends a text in, as papers say it: 通讯员 王小燕, 文/王小燕.
_SENDER = re.compile(
    either(
        rf"(?:本报|本刊|特约)?(?:通讯员|记者)[{BLANK}：:/]+|"
        rf"(?:(?:撰|图){_B})?(?:文字?|图|摄影){_B}[/／：:|]{_B}"
    )
)
_CLOCK = re.compile(rf"{_B}\d\d?[:：]\d\d(?:[:：]\d\d)?{_B}")
# Who put it together: （以上三则由县纪委宣教室　整理）.
_SUPPLIED = re.compile(
    either(
        rf"(?:以上|本文|此文|本稿).{{0,8}}?由(?P<who>[^，。]{{2,24}}?){_B}(?:整理|供稿|提供|撰写|推荐|报送)$"
    )
)
# Whose letter it is: 您的学生：康宁.  It says what the writer is to the reader.
_RELATION = re.compile(either(rf"^(?:[您你]们?的|爱[您你]的|想念[您你]的|永远爱你的)[^：:，,]{{0,10}}[：:，,]?{_B}"))
# Who a person is otherwise: 男，汉族，1975年生，中共党员.
_PERSONAL = frozenset(forms("男 女 汉族 回族 满族 藏族 壮族 苗族 中共党员 大学学历 本科学历".split()))


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
        text = _NAME_FIRST.sub(lambda m: f"{m[2]} {squeeze(m[1])}", line).strip(_BRACKETS)
        text = _SENDER.sub("", _RELATION.sub("", text))
        if supplied := _SUPPLIED.fullmatch(text):
            text = supplied["who"]
        if about := _ABOUT.match(text):
            text = f"{about['name'] or ''} {_BORN.sub('', text[about.end() :].rstrip('。'))}"
        if _BLANK_DATE.fullmatch(text):
            continue
        if found := short_date(text) or date(text):
            iso = found.iso if len(found.iso) >= len(iso) else iso
            behind = _BEHIND_DATE.sub("", _CLOCK.sub("", text[found.end :]))
            text = f"{text[: found.start]} {behind}"
        for piece in _split_labels(text):
            if _UNIT_LABEL.match(piece):
                units.append(squeeze(_LABEL.sub("", piece)))
            else:
                behind = _LABEL.sub("", piece).strip(_BRACKETS)
                rest += _tokens(behind)
                if _PERSON_LABEL.match(piece) and _like_name(squeeze(behind)):
                    named.add(squeeze(behind))
    authors: list[str] = []
    single = ""
    for token in [*(_ROLE.sub("", t) for t in rest if t not in _ROLES and t not in _PERSONAL), ""]:
        if len(token) == 1 and len(single) < 6:
            single += token
            continue
        if single:
            half = len(single) // 2
            if is_name(single):
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
        token = _NOW.sub("", token)
        if is_name(token) or token in named:
            authors.append(token)
        elif len(token) == 4 and units and is_name(token[:2]) and is_name(token[2:]):
            authors += (token[:2], token[2:])
        elif glued := _office_and_name(token):
            units.append(glued[0])
            authors.append(glued[1])
        else:
            units.append(token)
    if not authors and len(units) == 1 and not (is_unit(units[0]) or is_office(units[0])):
        return Byline((), units[0], iso)
    units = [u for u in units if not any(u != other and other.startswith(u) for other in units)]
    return Byline(tuple(dict.fromkeys(authors)), "".join(dict.fromkeys(units)), iso)


def _tokens(text: str) -> list[str]:
    """Part a text at blanks and commas, without brackets that a date has left open."""
    parts = (t.rstrip("（([【〔").lstrip("）)]】〕") for t in _TOKENS.split(text))
    tokens: list[str] = []
    for part in parts:  # 党组成员、副局长 is one office; 高飞、胡杨 are two names
        split = part.split("、")
        offices = len(split) > 1 and not any(is_name(one) or len(one) < 2 for one in split)
        tokens += [part] if offices else split
    return [token for token in tokens if token]


def labelled(text: str) -> int | None:
    """Give where a label begins behind a title in the same line (… 作者：沈冬梅), or None."""
    for found in _LABEL.finditer(text, 4):
        if text[found.start() - 1] in BLANK_CHARACTERS + "（(":
            return found.start()
    return None


def _split_labels(text: str) -> list[str]:
    """Part a line before each label (单位：… 姓名：…)."""
    starts = [m.start() for m in _LABEL.finditer(text)]
    bounds = [0, *[s for s in starts if s], len(text)]
    return [text[a:b] for a, b in itertools.pairwise(bounds) if text[a:b].strip()]


def _office_and_name(token: str) -> tuple[str, str] | None:
    """Part 收费站党支部书记庄严 into office and name."""
    for size in (3, 2):
        if (
            len(token) > size + 1
            and is_name(token[-size:])
            and (is_office(token[:-size]) or (len(token) > size + 2 and is_unit(token[:-size])))
        ):
            return token[:-size], token[-size:]
    return None


def looks_like(text: str, lenient: bool = False) -> bool:
    """Say whether a whole line is a signature or dateline.

    ``lenient`` also takes bare names and units; without it a date or a label is needed.
    """
    if len(text) > 60:
        return False
    if _about(text):
        return True
    if _PROSE.search(text):
        return False
    if _BLANK_DATE.fullmatch(text) or _introduced(text) or short_date(text):
        return True
    found = date(text)
    if found and (clock := _CLOCK.match(text, found.end)):
        found = found._replace(end=clock.end())
        if found.start == 0 and _is_signer(text[found.end :].strip(_BRACKETS)):
            return True
    if found:
        rest = squeeze(_LABEL.sub("", text[: found.start]) + text[found.end :]).strip(
            _BRACKETS + "：:，,、"
        )
        if _SEASON.fullmatch(rest):
            return True
        if not rest or re.fullmatch(r"[于於写].{1,8}", rest):
            return len(found.iso) > 4 or len(text) <= 7
        season = bool(_SEASON.fullmatch(squeeze(text[found.end :])))
        if len(found.iso) == 4 and not season:
            return False
        signer = _LABEL.sub("", text[: found.start].strip(_BRACKETS))
        return (not signer.strip() or _is_signer(signer)) and len(text) - found.end <= 4
    if _LABEL.match(text.strip(_BRACKETS)):
        return len(text) <= 40
    plain = text.strip(_BRACKETS)
    return lenient and (_is_signer(plain) or bool(_SUPPLIED.fullmatch(plain)))


def _about(text: str) -> bool:
    """Say whether a line tells who the writer is (（本文作者系县农业局局长）)."""
    found = _ABOUT.match(text.lstrip(_BRACKETS))
    if not found or "。" in text.rstrip(_BRACKETS + "。"):
        return False
    said = "简介" in found[0] or "介绍" in found[0]
    return text[0] in _BRACKETS or said or not _PROSE.search(text)


def _like_name(text: str) -> bool:
    """Say whether a text has the length of a name and is no body or office."""
    han = all("\u3400" <= c <= "\u9fff" for c in text)
    return 2 <= len(text) <= 4 and han and text[-1] not in _BODIES and not is_office(text)


# What a body's short name ends with (县委办, 编辑部, 调研组).
_BODIES = "办辦部组組室会會社处處科局队隊站所院校班团團党黨委支厅廳村镇鎮乡鄉县縣区區市"


def _introduced(text: str) -> bool:
    """Say whether a line has a name behind such words (您的学生：康宁, 文/王小燕)."""
    found = _RELATION.match(text) or _SENDER.match(text)
    if not found:
        return False
    behind = text[found.end() :]
    return is_name(squeeze(behind)) or all(map(is_name, _tokens(behind) or [""]))


def _is_signer(text: str) -> bool:
    """Say whether a text is a name, a body, an office, or some of them together."""
    plain = squeeze(text).strip("：:，,、")
    if not plain or len(plain) > 40:
        return False
    if is_name(plain) or (len(plain) == 1 and "\u4e00" <= plain <= "\u9fff"):
        return True
    with_colon = _COLON.fullmatch(text.strip())
    if with_colon and is_name(squeeze(with_colon[2])) and _is_of(squeeze(with_colon[1])):
        return True
    plain = _ROLE.sub("", plain)
    if re.search(r"[：:，,。]", plain) or re.match(r"[0-9一二三四五六七八九十]{1,2}[、.]", plain):
        return False
    if is_unit(plain) and len(plain) >= 4:
        return True
    tokens = [_ROLE.sub("", t) for t in _TOKENS.split(text.strip().replace('、', ' ')) if t]
    if len(tokens) >= 2:
        for size in (1, 2, 3):
            if size < len(tokens) + 1 and is_name("".join(tokens[-size:])):
                front = tokens[:-size]
                if all(len(t) >= 2 or t == front[0] for t in front) or not front:
                    return all(_is_of(t) for t in front)
    glued = _office_and_name(plain)
    return glued is not None and len(plain) <= 30


def _is_of(text: str) -> bool:
    """Say whether a text before a name can say where or what that person is."""
    return (
        is_office(text)
        or is_unit(text)
        or is_name(text)
        or len(text) >= 4
        or (len(text) >= 2 and text[-1] in _SMALL_UNITS)
    )


#: Ends of bodies too small or too common as words to be read as one without a name behind.
_SMALL_UNITS = "班组組室馆館台臺厂廠矿礦店社园園会會团團连連排营營户戶段课課股线線"


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
            and (_is_signer(inner) or looks_like(inner) or _LABEL.match(inner) or _about(inner))
            and (not re.search("[，,]", inner) or _LABEL.match(inner) or _about(inner))
        ):
            return found.start()
    found = _GLUED_DATE.search(text[-60:]) if len(text) > 20 else None
    if found and (last := found["tail"]):
        spaced = _is_signer(last) and is_name(squeeze(last)[-3:]) and " " in found[0]
        if looks_like(last) or spaced:
            return len(text) - len(last)
    return None


def person_as_title(text: str, expected: bool = False) -> Byline | None:
    """Read a title that is a person (党总支书记 邓 丽, 崔宝平); None for any other title.

    ``expected`` says that the titles around are persons: then any two words can be one, the
    second of them the name (下沉干部（区审计局） 陶然).
    """
    plain = text.strip("：:")
    if len(squeeze(plain)) > 20 or _PROSE.search(plain) or date(plain):
        return None
    if is_name(squeeze(plain)):
        return Byline((squeeze(plain),))
    tokens = [t for t in _TOKENS.split(plain) if t]
    if len(tokens) >= 2 and (is_office(tokens[0]) or is_unit(tokens[0])) and _is_signer(plain):
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
