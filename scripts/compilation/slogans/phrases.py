"""What catches the eye of an editor of slogans: quoted phrases and numeral formulas.

Used twice: to ask whether the glossary has decided on each (`decide`), and to propose candidates
in a new text (`candidates`). All functions are pure and give offsets in characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..text.folding import fold
from ..text.lazy import lazy_regex
from .numerals import members_announced

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_QUOTE = lazy_regex("[“”‘’「」『』]")
_EDGES = "，。、；：？！…—,.;:?! "
LONGEST_PHRASE = 40
"""Characters; what is quoted at greater length is a quotation, not a phrase."""

HAN = "\u4e00-\u9fff\u3400-\u4dbf〇"
_ONE = "一二两双三四五六七八九十"
# Measure words: with these a numeral counts things and makes no formula (三个村, 一条一条).
_UNITS = (
    "个名位条项件家户座台间栋亩口年月日天夜周岁次遍届期篇节章人万千百亿元角分吨米里倍成只头本部份"
    "张片支所顿把批套块层趟封幅段轮番阵句声点步刻时秒度号楼栏页行字倍般样旦致定律切直同起边面些"
)
# Idioms with numerals: ordinary words, in no compilation a slogan of its own.
_IDIOMS = lazy_regex(
    "一年一度|一言一行|一点一滴|一心一意|三番五次|五湖四海|四面八方|一五一十|七上八下|三心二意|"
    "一清二楚|一分为二|三三两两|四通八达|五光十色|三言两语|一丝一毫|一草一木|一朝一夕|独一无二|"
    "说一不二|一来二去|一举两得|三天两头|一举一动|一板一眼|一模一样|一唱一和|一问一答|一张一弛|"
    "一石二鸟|九牛一毛|数一数二|一而再"
)

_TAIL = "制度|工作法|机制|要求|活动|工程|模式|体系|方针|原则|标准|目标|教育|作风|战略|布局"
_END = lazy_regex(rf"(?:{_TAIL}|[的等和与及、])")
# 一是…, 二要… number a list: no part of a formula begins so.
_PART = rf"(?<![{_ONE}百千万第])[{_ONE}](?![{_ONE}百千万是要来则])[{HAN}]{{1,3}}?"
_ALTERNATING = lazy_regex(f"(?:{_PART}){{2,4}}")
_GREAT = lazy_regex(rf"(?<![{_ONE}百千第几各])[二两三四五六七八九十]大([{HAN}]{{2}})")
_KINDS = lazy_regex(rf"(?<![{_ONE}百千第几])([二两三四五六七八九十])[个种项条点类]([{HAN}]{{2}})")
_CODE = lazy_regex(r"(?<![0-9.])[0-9](?:\+[0-9])+(?![0-9.%])")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of text worth a decision; `why` is ``quoted`` or ``formula``."""

    start: int
    end: int
    text: str
    why: str


def quoted(text: str) -> Iterator[Phrase]:
    """Yield what stands between quotation marks (also nested ones), marks and edges stripped.

    Quotations with a full stop inside, or longer than LONGEST_PHRASE, are no phrases.
    """
    open_marks: list[tuple[str, int]] = []
    for match in _QUOTE.finditer(text):
        mark = match[0]
        if mark in _PAIRS:
            open_marks.append((_PAIRS[mark], match.end()))
        elif open_marks and open_marks[-1][0] == mark:
            _, start = open_marks.pop()
            inner = text[start : match.start()]
            lead = len(inner) - len(inner.lstrip(_EDGES))
            phrase = inner.strip(_EDGES)
            if phrase and len(phrase) <= LONGEST_PHRASE and not re.search("[。！\n]", phrase):
                start += lead
                yield Phrase(start, start + len(phrase), phrase, "quoted")


def formulas(text: str) -> Iterator[Phrase]:
    """Yield numeral formulas that need no quotation marks to be seen, left to right.

    Alternating ones (三会一课, 四议两公开), N大 (五大载体), N种 and the like when the members
    follow (四种意识：一是…二是…), and digit codes (4+2). Counting (三个村) and idioms (一年一度)
    are left out.
    """
    spans: list[tuple[int, int]] = []
    plain = fold(text)
    for match in _ALTERNATING.finditer(plain):
        start, end = match.start(), _formula_end(plain, match.end())
        if not _ordinary(plain[start:end]):
            spans.append((start, end))
    spans += [match.span() for match in _GREAT.finditer(plain)]
    spans += [
        match.span()
        for match in _KINDS.finditer(plain)
        if enumerated(plain, match.end(), members_announced(match[1]) or 0)
    ]
    spans += [match.span() for match in _CODE.finditer(plain)]
    end_of_last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end_of_last:
            yield Phrase(start, end, text[start:end], "formula")
            end_of_last = end


def _ordinary(formula: str) -> bool:
    """Whether an alternating formula only counts things, or is an idiom, or is too short."""
    if len(formula) < 4 or _IDIOMS.search(formula):
        return True
    return all(sign in _UNITS for sign in re.findall(f"[{_ONE}]([{HAN}])", formula))


def _formula_end(text: str, end: int) -> int:
    """Where an alternating formula ends: its last part may be a word of two or three signs.

    It ends at a boundary (a mark, a quote, 的, a word such as 制度) up to two signs further on;
    with no boundary near, the part stays as short as it was matched.
    """
    for more in range(3):
        rest = text[end + more : end + more + 3]
        if not re.match(f"[{HAN}]", rest) or _END.match(rest):
            return end + more
    return end


_ORDINALS = "一二三四五六七八九十"


def enumerated(text: str, at: int, number: int) -> tuple[str, ...]:
    """Give the `number` members that the text lists right after `at`, or () when it does not.

    Reads 一是…二是…, 一要…二要… and a list X、Y、Z behind a colon, each within one paragraph.
    """
    if number < 2:
        return ()
    rest = text[at : at + 400].split("\n")[0]
    for cue in "是要":
        places = [rest.find(f"{_ORDINALS[n]}{cue}") for n in range(min(number, 10))]
        if all(place >= 0 for place in places) and places == sorted(places) and places[0] < 60:
            bounds = [*places[1:], len(rest)]
            items = [
                re.split("[，。；,;：:]", rest[a + 2 : b])[0]
                for a, b in zip(places, bounds, strict=True)
            ]
            return tuple(item.strip(_EDGES) for item in items)
    if match := re.match(r"[^：:。，]{0,6}[：:]([^。；;\n]{3,120})", rest):
        items = [item.strip(_EDGES) for item in re.split("[、，,]", match[1])]
        if len(items) == number and all(1 < len(item) <= 20 for item in items):
            return tuple(items)
    return ()
