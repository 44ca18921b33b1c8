"""Dates that name no year of the calendar, and what stands beside a date: the hour, the place.

七月一日夜于灯下, 辛卯年夏, 2011年3月于北京 李大明: such lines close a text like any dateline.
A year of the sexagenary cycle comes again every sixty years, so it gives no date.
"""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.signs import BLANK, BLANKS
from ..text.variants import either
from .labels import SEASON, WEATHER, WEEKDAY

_HOUR = "(?:凌晨|清晨|早晨|上午|中午|下午|傍晚|[夜晚]上?|夜里|深夜|午夜|夜半|子夜|雨夜|雪夜)"
#: Where a text was written: 于北京, 写于灯下.
_PLACE = rf"(?:(?:写|作|草|记|改|完稿|定稿)?[于於][^{BLANK}，。；：！？]{{1,10}}|灯下|窗前)"
_CYCLE = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
_MONTH = (
    "(?:农历|阴历|旧历)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正冬腊])月"
    "(?:(?:3[01]|[12]\\d|0?[1-9]|[初一二三四五六七八九十廿卅]{1,3})[日号]?|[上中下]旬|[初底末])"
)
_UNDATED = lazy_regex(
    either(
        rf"(?:{_CYCLE}(?:{_MONTH}|{SEASON.pattern})?|{_MONTH})"
        rf"(?:前夕|[前后]?[一二三两数几]?日)?[{BLANK}]?{_HOUR}?[{BLANK}]?{_PLACE}?$"
    )
)
#: What an undated line begins with.
_BEGINS = frozenset("甲乙丙丁戊己庚辛壬癸农農阴陰旧舊0123456789一二三四五六七八九十正冬腊臘")
#: Behind a date: the hour and the place, and a blank before the person who signs.
BETWEEN = lazy_regex(either(rf"(?:{_HOUR})?{_PLACE}[{BLANK}]+(?=[^{BLANK}])"))
#: Behind a date at the end of a line: the hour and the place.
AT_DATE = lazy_regex(either(rf"[{BLANK}]*(?:{_HOUR})?(?:{_PLACE})?$"))
#: Behind the date of a speech: how its text was made (，根据录音整理，未经本人审阅).
RECORDED = lazy_regex(
    either(
        rf"[，,；;、{BLANK}]*(?:根?据)?(?:现场|讲话|会议)?(?:录音|记录|速记)(?:稿)?整理"
        rf"(?:[，,；;、{BLANK}]*(?:(?:未经|已经?)?(?:本人|讲话人|领导)?(?:本人)?审[阅定核]|有删[节减]|标题为编者所加)){{0,2}}"
        rf"[{BLANK}）)】]*$"
    )
)
_LONGEST = 24


def undated(text: str) -> int | None:
    """Give where a date without a year begins that ends a line, or None.

    It is all of the line, or a blank stands before it (谷雨生　七月一日夜于灯下).
    """
    if not (3 <= len(text) <= 40 and ("月" in text or "年" in text)):
        return None
    if text[0] in _BEGINS and len(text) <= _LONGEST and _UNDATED.match(text):
        return 0
    for blank in BLANKS.finditer(text):
        if text[blank.end() : blank.end() + 1] in _BEGINS and _UNDATED.match(text, blank.end()):
            return blank.end()
    return None


# A day beside a name, with its year or without, its weekday and weather: 周敏　8月4日　晴.
_DAY = lazy_regex(
    rf"(?:^|(?<=[{BLANK}，,（(\u4e00-\u9fff]))(?:(?:19|20)\d\d年)?(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])[日号]"
    rf"(?:[{BLANK}，,]*(?:{WEEKDAY}|{WEATHER}))*[）)]?(?=[{BLANK}，,]|$)"
)


def without_day(text: str) -> str:
    """Give a line of a diary without the day beside the name, or the line as it is."""
    found = _DAY.search(text) if "月" in text else None
    if found is None:
        return text
    return f"{text[: found.start()].rstrip('（(，, ')} {text[found.end() :].lstrip('，, ')}".strip()
