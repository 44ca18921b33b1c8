"""Puts what a byline says of a person into one order: body or office, then the name.

Bylines say the same in many ways (王和平（县林业局）, 县林业局（王和平）, 王和平，男，35岁，
县林业局干部); :func:`plain` makes the last two of the first kind, so that nothing else needs
to know them.
"""

from __future__ import annotations

import re

from ..text.lazy import lazy_regex
from ..text.signs import BLANK, ends_with_genre, squeeze
from ..text.variants import either
from .bodies import is_cohort
from .labels import REMARKS, TOLD
from .names import is_name, is_office, is_surely_name, is_unit, may_be_name, name_sizes

_HAN = "[\u4e00-\u9fff]"
_NAME = rf"{_HAN}(?:[{BLANK}]{{0,3}}{_HAN}){{1,2}}"
_LABEL = r"(?:[^（()）：:。]{2,8}[：:])?"
# A name, and behind it in brackets of what body: 赵 一 鸣（财政所）.
_NAME_FIRST = lazy_regex(
    rf"^(?P<label>{_LABEL})[{BLANK}]*(?P<name>{_NAME})[{BLANK}]*[（(](?P<of>[^（()）\d]{{2,30}})[）)]$"
)
# A body, and behind it in brackets the name: 财政所（赵一鸣）.
_NAME_LAST = lazy_regex(
    rf"^(?P<label>{_LABEL})(?P<of>[^（()）：:。，]{{2,24}}?)[{BLANK}]*[（(](?P<name>{_NAME})[）)]$"
)
# 王和平，县林业局
_NAME_COMMA = lazy_regex(
    rf"^(?P<label>{_LABEL})[{BLANK}]*(?P<name>{_NAME})[，,](?P<of>[^：:。；！？]{{2,40}})。?$"
)
# The same in a sentence, with birth, origin and schooling: 男，汉族，1975年生，大学学历.
_PERSONAL = lazy_regex(
    either(
        rf"[，,、]\s?(?:{TOLD}|现年\d{{2}}岁|"
        r"(?:生于|出生于)?(?:19|20)\d\d年(?:\d\d?月)?(?:出?生)?|[\u4e00-\u9fff]{2,12}人|"
        r"(?:大学|本科|大专|专科|研究生|高中|中专|硕士|博士)(?:学历|毕业|文化)?)(?=[，,、。]|$)"
    )
)
# The numbers of a pupil, and who taught the writer.
_NUMBERED = lazy_regex(
    either(
        rf"(?:学号|工号|警号|编号|电话|邮编|邮箱)[{BLANK}]*[：:][{BLANK}]*[A-Za-z\d@.-]{{2,30}}|"
        rf"(?:指导|辅导)(?:教师|老师)[{BLANK}]*[：:][{BLANK}]*{_NAME}(?:[、，,]{_NAME})*"
    )
)
# The same without a word for it, behind the name or before it: 周敏 2017010123.
_ID = lazy_regex(rf"[{BLANK}]*[（(]?\d{{6,12}}[）)]?$|^\d{{6,12}}[{BLANK}]+")
# Where a body is and its postcode, as journals have them: （云溪大学公共管理学院，云溪　300000）.
_POSTED_TO = lazy_regex(
    rf"(?<=[\u4e00-\u9fff])[，,、；;{BLANK}]+[\u4e00-\u9fff]{{2,8}}[，,{BLANK}]*\d{{6}}(?=[）)]?$)"
)
_UNIT_LABEL = lazy_regex(either(rf"^(?:作者|所在)?(?:单位|系|职务)[{BLANK}]*[：:][{BLANK}]*"))
# A class by its number, and the name stuck to it: 102金郁香, 三（2）班王小明.
_CLASS = lazy_regex(
    rf"^(?P<of>\d{{3,4}}班?|[^，。：；、{BLANK}]{{0,14}}[\d一二三四五六七八九十级級）)]班|\d\d[\u4e00-\u9fff]{{2,4}}班)[{BLANK}]*(?P<name>{_NAME}|{_HAN}{{4,5}})$"
)
# Who sent it in, as papers and sites say it: 来源：县供电公司 宋明, 来源：堤口中学 八（3）班 宋明.
_SOURCE = lazy_regex(
    either(
        rf"^来源[：:][{BLANK}]*(?P<of>[^{BLANK}：:。，]{{3,24}}(?:[{BLANK}]+[^{BLANK}：:。，]{{1,8}}班)?)"
        rf"[{BLANK}]+(?P<name>{_NAME})$"
    )
)
_OF_CLASS = lazy_regex(either("(?:[\\d一二三四五六七八九十级）)]|\\d\\d[\u4e00-\u9fff]{2,4})班$"))
_COMRADE = lazy_regex(rf"(?<={_HAN}{{2}})[{BLANK}]*同志$")
_MARKS = either("(?:作者|姓名|撰稿|撰文|整理|通讯员|记者)")
# A label with a blank, or nothing, in place of its colon: 作者 王和平, 通讯员王和平.
_BARE_LABEL = lazy_regex(rf"^(?P<label>{_MARKS})[{BLANK}]*(?=(?P<name>{_NAME})$)")


def of_class(text: str) -> bool:
    """Say whether a body is a class of a school, by its number (堤口中学八（3）班, 20助产班)."""
    return _OF_CLASS.search(text) is not None or is_cohort(text)


# A class of a college has a number at its beginning or soon.
_COHORT_SOON = lazy_regex(rf"{_HAN}{{0,8}}\d\d")


def begins_with_class(text: str) -> bool:
    """Say whether a line can begin with a class of a college by its year (研21贺子涵)."""
    return _COHORT_SOON.match(text) is not None


def of_cohort(text: str) -> str:
    """Give a class of a college and the name that is stuck to it (20水工庄思远), or nothing.

    A name of two characters that may be a word is none behind a word (20水工总结), nor is the
    kind of a text that a title ends with (2016防汛学习心得).
    """
    if not begins_with_class(text) or ends_with_genre(text):
        return ""
    whole = squeeze(REMARKS.sub("", text))
    for size in (*name_sizes(whole), *range(len(whole) - 3, 3, -1)):
        of, name = whole[:-size], whole[-size:]
        told = len(whole) < len(squeeze(text)) or not of[-1:].isalpha() or of[-1:] == "级"
        named = is_name(name) if told or size > 2 else is_surely_name(name)
        if named and is_cohort(of) and not name.startswith(("班", "周年")):
            return f"{of} {name}"
    return ""


# Who somebody is in a sentence: 周敏：水文站职工，守堤队队长，爱读书。
_INTRODUCED = lazy_regex(
    rf"(?P<name>{_HAN}(?:[{BLANK}]{{0,3}}{_HAN}){{1,3}})[{BLANK}]*"
    rf"(?P<sign>[：:，,]|—{{1,2}}|－{{1,2}}|-{{1,2}})[{BLANK}]*(?P<said>[^。！？：:]{{3,110}})。?"
)
# What no office is called with.
_NO_OFFICE = lazy_regex(
    either(f"[我你他她了着过吗呢“”《》{BLANK}]|^(?:一[名位个]|作为|身为|担任|做|当)")
)


def introduced(text: str) -> str:
    """Give office and name of whom a sentence tells in order, or nothing.

    It is more than a name with its office, which signs without a sentence.
    """
    found = _INTRODUCED.fullmatch(text)
    if not found:
        return ""
    clauses = re.compile("[，,；;]")
    if text[-1] != "。" and (found["sign"] in "，," or not clauses.search(found["said"])):
        return ""
    of = clauses.split(_PERSONAL.sub("", "，" + found["said"]).strip("，,"))[0]
    if not (3 <= len(of) <= 24 and (is_office(of) or is_unit(of))) or _NO_OFFICE.search(of):
        return ""
    name = squeeze(found["name"])
    return f"{of} {name}" if is_name(name) else ""


def signed_source(text: str) -> str:
    """Give body and name of a source that is a person's, or nothing: no site is signed so."""
    found = _SOURCE.match(text)
    if not found:
        return ""
    of = found["of"]
    if not (is_unit(of) or is_office(of) or of_class(of)):
        return ""
    name = squeeze(found["name"])
    return f"{of} {name}" if is_name(name) else ""


def name_before_office(text: str) -> str:
    """Give a byline 夕照（退休教师） with the name last; it is one, so any word may be a name."""
    found = _NAME_FIRST.match(text)
    if not found or not (is_unit(found["of"]) or is_office(found["of"])):
        return text
    name = squeeze(found["name"])
    return text if is_unit(name) or is_office(name) else f"{found['label']}{found['of']} {name}"


def _without_id(text: str) -> str:
    """Give a byline without the number of a pupil or employee beside the name."""
    rest = _ID.sub("", text)
    if rest == text or not rest:
        return text
    named = is_name(squeeze(rest)) or is_name(re.split(f"[{BLANK}]", rest)[-1])
    return rest if named else text


def plain(text: str) -> str:
    """Give a byline's text with the name last and without the rest of what it says of a person.

    A text that is none of the forms known here is given as it is.
    """
    if (":" in text or "：" in text) and _NUMBERED.search(text):
        text = _NUMBERED.sub(" ", text).strip()
    if text[-2:-1].isdigit() or text[:1].isdigit():
        text = _without_id(_POSTED_TO.sub("", text))
    if text[:1] in ("来", "來") and (signed := signed_source(text)):
        return signed
    if (
        (text[:1].isdigit() or "班" in text)
        and (found := _CLASS.match(text))
        and is_name(squeeze(found["name"]))
    ):
        return f"{found['of']} {found['name']}"
    if cohort := of_cohort(text):
        return cohort
    comrade = _COMRADE.search(text) if text[-1:] == "志" else None
    if comrade and is_name(squeeze(text[: comrade.start()])[-3:]):
        text = text[: comrade.start()]
    if found := _BARE_LABEL.match(text):
        if is_name(squeeze(found["name"])):
            return f"{found['label']}：{found['name']}"
        return text
    if "，" in text or "," in text:
        if (found := _NAME_COMMA.match(text)) and is_name(squeeze(found["name"])):
            if text.endswith("。") and not found["label"]:
                return text  # the first sentence of what is told of somebody
            said = _PERSONAL.sub("", "，" + found["of"]).strip("，,、")
            if said != found["of"] or is_office(said) or is_unit(said):
                return f"{found['label']}{said} {squeeze(found['name'])}"
        return text
    if text[-1:] not in ("）", ")"):
        return text
    if (found := _NAME_FIRST.match(text)) and (
        is_name(name := squeeze(found["name"])) or (found["label"] and may_be_name(name))
    ):
        of = _UNIT_LABEL.sub("", found["of"])
        return f"{found['label']}{of} {name}"
    if (found := _NAME_LAST.match(text)) and is_name(squeeze(found["name"])):
        of = squeeze(found["of"])
        if (is_unit(of) or is_office(of)) and not re.search("[的是了着把被让讓我你他]", of):
            return f"{found['label']}{found['of']} {squeeze(found['name'])}"
    return text
