"""Finds the headers that divide a compilation into chapters.

A header is a *mark* (第一篇, 【篇1】, 范文一, a bare （一）) with a title behind it or below it.
All lines are looked at first; then one form, or several whose numbers run on, is taken as the
outer one.  Forms that stand inside it divide a chapter into works.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..body.lines import Line
from ..divisions import contents, floors
from ..signatures import byline
from ..text import kinds
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.praise import PRAISE
from ..text.signs import (
    BLANK,
    BLANK_CHARACTERS,
    core,
    ends_sentence,
    squeeze,
)
from ..text.variants import either, forms
from . import collected, implicit, lost_first
from .header import BARE, MODELS, SENTENCE, is_long_title, runs, with_model, without_contents
from .header import BOOKED as BOOKED
from .header import MAX_TITLE as MAX_TITLE
from .header import NUMBER as _N
from .header import SAID as SAID
from .header import SURE as SURE
from .header import UNMARKED as UNMARKED
from .header import Header as Header

_WORD_LIST = "|".join(
    [
        *"样本 样例 范例 示例 案例 文章 篇章 作文 材料 寄语 心得 学习心得 感言 演讲 计划".split(),
        *kinds.COUNTED,
        *("Part", "PART", "part"),
    ]
)
_WORDS = either(rf"(?:{PRAISE})?(?:{MODELS}|{_WORD_LIST})|(?:参考|示范)答案")
_MODEL = either(f"(?:{MODELS})")
_ORNAMENTS = "★◆●■▲☆◎※#＃▌▍▎█□◇○▶►=＝"
_OPEN, _CLOSE = rf"[【\[［（(〔〖〈《{_ORNAMENTS}\s]*", rf"[】\]］）)〕〗〉》{_ORNAMENTS}]*"
# The number of a screen of a document viewer before a header: 1、第1篇.
_SCREEN = r"(?:\d{1,2}、\s?)?"
# Of dashes all or none: what is left of a row of them would be no sign of the title's.
_SEPARATOR = rf"[{BLANK}]*[:：、.．,，;；·|]{{0,3}}[—–―─－\-]*[:：、.．,，;；·|]{{0,2}}[{BLANK}]*"
# 第三篇至第五篇 tells which texts a volume has, or which are left out.
_THROUGH = rf"[{BLANK}]*[至到—～~－-]+[{BLANK}]*第[{BLANK}]*{_N}[{BLANK}]*[篇则則]"

#: Explicit forms: mark words that stand in no sentence of prose at the start of a line.
_EXPLICIT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "第N篇",
        lazy_regex(
            rf"{_SCREEN}{_OPEN}(?P<mark>第[{BLANK}]*(?P<n>{_N})[{BLANK}]*[篇则則])(?!{_THROUGH})(?P<close>{_CLOSE})(?P<sep>{_SEPARATOR})"
        ),
    ),
    (
        "篇N",
        lazy_regex(
            rf"{_SCREEN}{_OPEN}(?P<mark>篇[{BLANK}]*(?P<n>{_N}))(?P<close>{_CLOSE})(?P<sep>{_SEPARATOR})"
        ),
    ),
    (
        "范文N",
        lazy_regex(
            rf"{_OPEN}(?P<mark>(?:{_WORDS})[{BLANK}]*(?P<n>{_N}))(?P<close>{_CLOSE})(?P<sep>{_SEPARATOR})"
        ),
    ),
    (  # 申论范文一：守堤, 守堤征文篇一：退水; alone on its line it needs others (:mod:`repeats`)
        "范文N",
        lazy_regex(
            rf"{_OPEN}(?P<mark>[\u4e00-\u9fff]{{2,12}}?(?:{_MODEL}|[{BLANK}]*(?:篇|(?P<nth>第)))[{BLANK}]*"
            rf"(?P<n>{_N})(?(nth)[{BLANK}]*[篇则則]))(?P<close>{_CLOSE})"
            rf"(?P<sep>[{BLANK}]*[：:][{BLANK}]*|(?<=[】\]］])[{BLANK}]*)(?=[^。；！？]{{2,40}}$)"
        ),
    ),
)
#: What a line with an explicit mark begins with, if with a letter or Han character.
_EXPLICIT_BEGINS = frozenset("第篇") | frozenset(
    forms({word[0] for word in f"{MODELS}|{_WORD_LIST}|{PRAISE}".split("|")})
)
#: The words that headers count texts by; no class begins one, so that they are found soon.
_NAMES_TEXT = lazy_regex("|".join(forms(["篇", *MODELS.split("|")])))
_MID_LINE = lazy_regex(
    either(
        rf"(?:(?<=[。！？!?”）)…])|(?<=[。！？!?…][\x22'’」』]))[{BLANK}]*(?P<mark>[【\[]?(?:第[{BLANK}]?(?P<n>{_N})[{BLANK}]?篇|篇[{BLANK}]?(?P<n2>{_N})|(?:{PRAISE})?(?:{MODELS})(?P<n3>{_N}))[】\]]?)"
        rf"(?:[{BLANK}]*[:：、]|(?<=[】\]])|(?=[{BLANK}]+[^。！？；，{BLANK}]{{2,40}}$))"
    )
)
_PROSE = lazy_regex(r"[，。！？；,;]")


def _explicit(
    index: int, text: str, below: str = "", names: bool = True
) -> tuple[Header, bool] | None:
    """Judge one line, over ``below``, by the explicit forms; say whether it is sure alone.

    ``names`` says that one of the words that headers count texts by is in it.
    """
    if len(text) < 2 or not _may_begin_explicitly(text, names):
        return None
    for form, pattern in _EXPLICIT:
        found = pattern.match(text)
        if not found:
            continue
        number = value(squeeze(found["n"]))
        if number is None:
            return None
        until = len(text)
        if text[0] in "【[［" and text[-1] in "】]］" and not found["close"] and until < MAX_TITLE:
            until -= 1  # mark and title in brackets: 【篇二廉政学习体会】
        elif text[0] in _ORNAMENTS and text[-1] == text[0]:
            until = len(text.rstrip(text[0] + BLANK_CHARACTERS))  # ★★篇1：守堤★★
        rest = text[found.end() : until]
        opened = bool(found.start("mark")) and bool(found["close"])
        mark = (0, found.end("close")) if opened else found.span("mark")
        separated = bool(found["sep"]) or opened
        if not rest or opened or re.search(r"[:：]", found["sep"]):
            sure = True
        else:
            short = len(rest) <= MAX_TITLE and not SENTENCE.search(rest)
            long = separated and is_long_title(rest, below)
            sure = ((short or long) and form == "第N篇") or (separated and form != "范文N")
            sure = sure and (short or long or bool(re.search("[、.．]", found["sep"])))
        if form == "范文N" and sure and not opened and rest and len(rest) > 80:
            sure = False
        counted = form == "范文N" and re.search("篇(?!章)", found["mark"]) is not None
        sure = sure and not counted  # 堤上开篇一：守夜
        sure = sure or (until < len(text) and form != "范文N" and not _PROSE.search(rest))
        if found["mark"][-1] in "则則":  # inside 第二篇 may stand 第一则
            form = "第N则"
        header = Header(index, form, number, 0, mark, (found.end(), until))
        if sure:
            return header, True
        # A title may have a comma behind 范文一; 心得体会一 may begin a sentence.
        prose = SENTENCE if counted or re.match(_MODEL, found["mark"]) else _PROSE
        if form == "范文N" and separated and len(rest) <= MAX_TITLE and not prose.search(rest):
            return header, False
        return None
    return None


def _may_begin_explicitly(text: str, names: bool) -> bool:
    """Say whether a line begins so that an explicit mark can stand there; most do not."""
    if text[0] in _EXPLICIT_BEGINS or not text[0].isalpha():
        return True
    return names and _NAMES_TEXT.search(text, 0, 20) is not None


def _mid_line(index: int, text: str) -> list[Header]:
    """Find headers behind the last sentence of a line."""
    result = []
    for found in _MID_LINE.finditer(text):
        number = value(found["n"] or found["n2"] or found["n3"])
        if number is not None:
            form = "第N篇" if found["n"] else "篇N" if found["n2"] else "范文N"
            title = (len(text) - len(text[found.end() :].lstrip(BLANK_CHARACTERS)), len(text))
            result.append(Header(index, form, number, found.start(), found.span("mark"), title))
    for position, header in enumerate(result[:-1]):
        result[position] = Header(
            header.line,
            header.form,
            header.number,
            header.before,
            header.mark,
            (header.title[0], result[position + 1].before),
        )
    return result


def find(lines: Sequence[Line]) -> tuple[list[Header], list[Header]]:
    """Give the headers of chapters and those inside chapters (which divide them into works)."""
    outer, inner = _find(_without_listing(lines))
    outer = [with_model(header, lines[header.line].text) for header in outer]
    return lost_first.put(lines, outer), inner


def _find(lines: Sequence[Line]) -> tuple[list[Header], list[Header]]:
    """Give the same, as far as their headers stand there; list lines are marked as such."""
    explicit: list[Header] = []
    unsure: list[Header] = []
    if said := [i for i, line in enumerate(lines) if line.said == "header"]:
        return _said(lines, said), []
    if posts := floors.find(lines):
        return posts, []
    for index, line in enumerate(lines):
        text = line.text
        if line.said:
            continue
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        names = _NAMES_TEXT.search(text) is not None
        if judged := _explicit(index, text, following, names):
            (explicit if judged[1] else unsure).append(judged[0])
        if names:
            explicit.extend(h for h in _mid_line(index, text) if h.before)
    marked = [h for h in explicit if h.form == "范文N"]
    if runs(sorted([*marked, *unsure], key=lambda header: header.line)):
        explicit = sorted([*explicit, *unsure], key=lambda header: (header.line, header.before))
    told = collected.find(lines)
    explicit = _with_gaps_filled(lines, explicit)
    if explicit and explicit[0].line < _LIST_WITHIN:
        listed = contents.region(lines)
        explicit = [header for header in explicit if header.line not in listed]
    if not explicit:
        return implicit.find(lines, told)
    if below := _below_list(lines, explicit):
        return below
    explicit = without_contents(explicit)
    outer, inner = _outer(explicit)
    outer = lost_first.poured(lines, outer)
    glued = any(h.end for h in told) and [h.line for h in told] == [h.line for h in outer]
    if glued or len(told) > len(outer):
        return told, []
    return outer, inner


def _below_list(
    lines: Sequence[Line], rows: Sequence[Header]
) -> tuple[list[Header], list[Header]] | None:
    """Give the headers below a list of them, if they have its titles and marks of another form.

    The list stands without a word over it, line after line, and all explicit headers are in it.
    """
    first, last = rows[0].line, rows[-1].line
    if len(rows) < 3 or last - first != len(rows) - 1 or last + len(rows) >= len(lines):
        return None
    outer, inner = _find(_listed(lines, first, last))
    titles = [core(lines[row.line].text[slice(*row.title)]) for row in rows]
    same = titles == [core(lines[one.line].text[slice(*one.title)]) for one in outer]
    return (outer, inner) if same and all(titles) else None


#: A list of titles begins above this line.
_LIST_WITHIN = 100


# The end of a line of a table of contents: dots, and the page or the author.
_LISTED = lazy_regex(r"(?:[.…·．]{3,}|…{2}).{0,26}$")


def _without_listing(lines: Sequence[Line]) -> Sequence[Line]:
    """Mark the lines of a table of contents below its word, so that none is taken for a header."""
    top = next((i for i, line in enumerate(lines[:60]) if contents.is_word(line.text)), None)
    if top is None:
        return lines
    end = top
    for index in range(top + 1, min(top + 400, len(lines))):
        if _LISTED.search(lines[index].text):
            end = index
        elif index - end > 6 or len(lines[index].text) > MAX_TITLE:
            break
    return _listed(lines, top + 1, end)


def _listed(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """Mark these lines as those of a list, so that none is taken for a header."""
    marked = [replace(line, said=line.said or "listed") for line in lines[first : last + 1]]
    return [*lines[:first], *marked, *lines[last + 1 :]]


# A header behind a signature or anything else in mid-line, with its title or at the end of the
# line; only its number makes it sure.
_MID_WEAK = {
    form: lazy_regex(
        rf"(?<=[{BLANK}\u4e00-\u9fff\d。！？!?…”）)])(?P<open>[【\[])?(?P<mark>{mark})[{BLANK}]*(?:[:：、](?=.{{2}})|[:：]?$|(?(open)(?P<close>[】\]])(?=.{{2}})|(?!)))"
    )
    for form, mark in (
        ("第N篇", rf"第[{BLANK}]?(?P<n>{_N})[{BLANK}]?篇"),
        ("篇N", rf"(?<!第)篇[{BLANK}]?(?P<n>{_N})"),
    )
}


def _with_gaps_filled(lines: Sequence[Line], explicit: list[Header]) -> list[Header]:
    """Add headers in mid-line whose number is missing between two others, or is the next one."""
    for form in _MID_WEAK:
        known = [header for header in explicit if header.form == form]
        numbers = {header.number for header in known}
        if not known or (len(numbers) == 1 and known[0].number != 1):
            continue
        last = max(known, key=lambda header: header.number)
        for header in _in_mid_line(lines, form, {h.line for h in explicit if h.before}):
            if header.number in numbers or not (header.number == 1 or header.number - 1 in numbers):
                continue
            text = lines[header.line].text
            beyond = header.number > last.number
            bare = header.title[0] == len(text)
            if (beyond and header.line <= last.line) or (
                (beyond or bare) and not _behind_text(text, header)
            ):
                continue
            last = header if beyond else last
            explicit = [*explicit, header]
            numbers.add(header.number)
    return sorted(explicit, key=lambda header: (header.line, header.before))


def _in_mid_line(lines: Sequence[Line], form: str, beside: set[int]) -> Iterator[Header]:
    """Give what can be headers in mid-line; ``beside`` are the lines that have others."""
    for index, line in enumerate(lines):
        text = line.text
        if "篇" not in text:
            continue
        for found in _MID_WEAK[form].finditer(text, 1):
            number = value(squeeze(found["n"]))
            if number is not None and (len(text) - found.end() <= MAX_TITLE or index in beside):
                stop = len(text.rstrip("】]")) if found["open"] else len(text)
                title = (found.end(), stop)
                mark = found.span(0 if found["close"] else "mark")
                yield Header(index, form, number, found.start(), mark, title)


def _behind_text(text: str, header: Header) -> bool:
    """Say whether a sentence or a signature ends in a line before a header."""
    before = text[: header.mark[0]].rstrip(BLANK_CHARACTERS)
    return ends_sentence(before) or byline.looks_like(before)


# A mark with a slip in its word (第二遍：): only the editor knows that it is one.
_MISWRITTEN = lazy_regex(
    rf"(?P<mark>第[{BLANK}]*(?P<n>{_N})[{BLANK}]*[\u4e00-\u9fff])(?P<sep>[{BLANK}]*[：:、.．][{BLANK}]*)(?=\S)"
)


def _said(lines: Sequence[Line], said: Sequence[int]) -> list[Header]:
    """Take as headers the lines that the editor says are, and no others of their form."""
    headers = []
    for number, index in enumerate(said, 1):
        text = lines[index].text
        judged = _explicit(index, text)
        found = judged[0] if judged else None
        bare = BARE.match(text)
        if found is None and bare and (bare["sep"] or not bare["rest"]):
            found = Header(index, SAID, number, 0, bare.span("mark"), (bare.end("sep"), len(text)))
        if found is None and (slip := _MISWRITTEN.match(text)):
            printed = value(squeeze(slip["n"])) or number
            found = Header(index, SAID, printed, 0, slip.span("mark"), (slip.end("sep"), len(text)))
        headers.append(found or Header(index, SAID, number, 0, (0, 0), (0, len(text))))
    others = [
        judged[0]
        for index, line in enumerate(lines)
        if not line.said and (judged := _explicit(index, line.text)) and judged[1]
    ]
    return sorted([*headers, *others], key=lambda header: header.line)


def _outer(headers: list[Header]) -> tuple[list[Header], list[Header]]:
    """Divide explicit headers into outer and inner ones.

    The form of the first header is outer.  Another form belongs to it when, put together,
    the numbers still run on; otherwise it is inner.
    """
    counts: dict[str, int] = {}
    for header in headers:
        counts[header.form] = counts.get(header.form, 0) + 1
    first = headers[0].form
    if counts[first] == 1 and len(counts) > 1:
        rival = max(counts, key=lambda form: counts[form])
        if counts[rival] >= 3 and headers[0].title[0] == headers[0].title[1]:
            first = rival
    outer_forms = {first}
    for form in counts:
        if form in outer_forms:
            continue
        merged = [h.number for h in headers if h.form in outer_forms or h.form == form]
        # One header alone makes no set inside a chapter: it is a chapter with an odd number.
        single = counts[form] == 1 and counts[first] > 1
        if single or all(b > a for a, b in itertools.pairwise(merged)):
            outer_forms.add(form)
    outer = [h for h in headers if h.form in outer_forms]
    inner = [h for h in headers if h.form not in outer_forms and h.line > outer[0].line]
    return outer, inner
