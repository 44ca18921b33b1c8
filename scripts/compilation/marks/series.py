"""Finds chapters by marks that no word makes sure: （一）, 1, A, 第一讲, 之一, 来稿一.

Each line that begins with a number is weighed by what stands around it (a name below it, a
signature above it, a salutation, marks that begin again inside it); then, for each form of
mark, the chain of running numbers with the greatest weight is found.  Marks of headings stand
in no such company, weigh nothing, and are left to the chapter.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..body.lines import Line
from ..divisions import surroundings
from ..divisions.successions import is_prose
from ..signatures import byline
from ..signatures.names import is_name
from ..signatures.persons import person_as_title
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import (
    BLANK,
    CHINESE,
    RANK,
    core,
    ends_with_genre,
    is_closing,
    is_salutation,
    mark,
    squeeze,
)
from ..text.variants import either
from ..tops.titles import DASHED, names_collection
from . import habits

#: A title behind a mark is at most this long (characters).
MAX_TITLE = 60
#: From this length on a title is that of a report, and no heading (characters).
_HEADLINE = 22
#: What a mark weighs more where the first of its form stands right below the title of all.
_BELOW_ALL = 1.6
_OPEN, _CLOSE = r"[★◆●■▲☆◎※【\[〖〈《\s]*", r"[】\]〗〉》★◆●■▲☆◎※]*"
_NUMBER = rf"(?P<n>[{CHINESE}]{{1,3}}|0[{BLANK}]?[1-9]|[0-9０-９]{{1,3}}|[Ⅰ-Ⅻ]|[A-Z])"
_SERIES = lazy_regex(
    either(
        rf"{_OPEN}(?P<mark>(?P<pre>第|之|其|[Nn][Oo][.．]?|№|[Pp]art|(?P<word>[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]{{5,10}}?(?=之))之?)?[{BLANK}]*"
        rf"(?P<open>[（(])?{_NUMBER}(?(open)[）)])(?(open)|(?P<post>[讲课期辑封集号回站堂组件章节编卷]|部分|单元)?)){_CLOSE}"
        rf"(?P<sep>[、.．:：，]?[{BLANK}]*)(?P<rest>.*)$"
    )
)
# Words that count what one text says, not texts.
_INSIDE = lazy_regex(
    either(
        "(?:问题|原因|措施|任务|步骤|建议|做法|经验|启示|方面|环节|目标|要求|附[件表图]|图表|亮点|特点|关键|重点|"
        "难点|收获|不足|表现|第[一二三]|阶段|今年|其中|时间|地点|条件|原则|意义|对策|办法|途径|境界|感受|体会|认识|"
        ".{2,4}(?:问题|原因|措施|任务|不足|差距)$)"  # 主要问题之一
    )
)
#: The form of a mark that is a letter: A. 守堤总结.
_LETTERS = "字母N"
# Divisions of one text as well as of a collection.
_DIVISIONS = frozenset(f"第N{post}" for post in "章 节 節 编 編 卷 部分 单元 單元".split())
_STOP = lazy_regex(r"[。；！？!?;]|[，,、：:]$")


@dataclass(frozen=True, slots=True)
class Member:
    """A line that may begin a chapter: its index, number and weight, and spans in its text."""

    line: int
    number: int
    weight: float
    mark: tuple[int, int]
    title: tuple[int, int]


def find(lines: Sequence[Line]) -> tuple[str, list[Member]]:
    """Give the form and the members of the series that divides the text, or no members."""
    forms: dict[str, list[Member]] = {}
    for index, line in enumerate(lines):
        if len(line.text) > MAX_TITLE or line.said:
            continue
        if not (found := _SERIES.match(line.text)):
            continue
        form = _form(found)
        number = _number(found["n"])
        if form is None or number is None:
            continue
        weight = _weigh(lines, index, found, form)
        if weight is None:
            continue
        member = Member(index, number, weight, found.span("mark"), found.span("rest"))
        forms.setdefault(form, []).append(member)
        forms.setdefault(f"{form}·{line.indent}", []).append(member)
    best: tuple[float, str, list[Member]] = (0.9, "", [])
    for form, listed in forms.items():
        members = _without_contents(listed)
        if not members:
            continue
        first = members[0].line
        weighed = members
        if members[0].number == 1 and (not first or names_collection(lines[first - 1].text)):
            # Right below the title of all, or at the very top, nothing stands that headings
            # could divide.
            weighed = [replace(one, weight=one.weight + _BELOW_ALL) for one in members]
        chain = _chain(weighed)
        total = sum(member.weight for member in chain)
        if len(chain) == 2 and form.startswith("外层") and chain[0].weight < 0:
            continue  # two headings of one text
        if form.startswith("外层") and _goes_on(members, chain[0]):
            continue
        if any(names_collection(line.text) for line in lines[: min(chain[0].line, 8)]):
            total += 1.5
        if total > best[0] and _divides(lines, chain, form.startswith("外层")):
            best = (total, form, _extend(lines, chain, members))
    return best[1].partition("·")[0], best[2]


def _goes_on(members: Sequence[Member], first: Member) -> bool:
    """Say whether a number goes on with those above: （三） behind （一） and （二） of a text."""
    above = {member.number for member in members if member.line < first.line}
    return first.number > 1 and above.issuperset(range(1, first.number))


def _form(found: re.Match[str]) -> str | None:
    """Name the form of a mark; None for what is no mark of chapters."""
    word, pre, post = found["word"] or "", found["pre"] or "", found["post"] or ""
    rest, sep = found["rest"], found["sep"]
    if "A" <= found["n"] <= "Z":
        return None if word or pre or post or not (sep.strip() or found["open"]) else _LETTERS
    if word:
        if _INSIDE.match(word) or (rest and not sep) or "第" in word:
            return None
        return f"{word}N"
    if pre == "第":
        return f"第N{post}" if post and (sep or not rest) else None
    if pre:
        return None if rest and not sep else f"{pre}N"
    if post:
        return None
    if re.fullmatch("0[1-9]", squeeze(found["n"])):
        return "0N"  # 02习近平：……
    bracketed = found.string[found.end("mark") :][:1] in tuple("】]〗》")  # 【1】守堤的一夜
    if rest and not sep and not found["open"] and not bracketed:
        return None
    kind = "c" if not found["n"][0].isdigit() else "d"
    return f"外层{'paren-' if found['open'] else ''}{kind}"


def _number(text: str) -> int | None:
    if "Ⅰ" <= text <= "Ⅻ":
        return ord(text) - ord("Ⅰ") + 1
    if "A" <= text <= "Z":
        return ord(text) - ord("A") + 1
    return value(squeeze(text))


def _weigh(lines: Sequence[Line], index: int, found: re.Match[str], form: str) -> float | None:
    """Weigh a mark by its neighbours; None where a title cannot stand behind it."""
    rest = found["rest"]
    if rest and _STOP.search(rest):
        return None
    weight = -1.0 if form.startswith("外层") or form in _DIVISIONS else 0.5
    if form == _LETTERS:  # the answers to a question have letters too, and seldom a kind
        weight = -0.5
    if form == "0N":  # sections of one text are numbered so too, with short headings
        weight = 1.0 if len(rest) >= _HEADLINE or lines[index].sourced else -1.0
    first = index + 1
    if not rest:
        weight += 1
        if (
            first < len(lines)
            and len(lines[first].text) <= 40
            and not _STOP.search(lines[first].text)
        ):
            rest = lines[first].text
            first += 1
    if ends_with_genre(rest):
        weight += 1
    if person_as_title(rest) is not None or _names(rest):
        weight += 1.5
    below = lines[first : first + 2]
    if any(_signs(line.text) for line in below):
        weight += 2
    if any(is_salutation(line.text) for line in below):
        weight += 1
    ended = any(is_prose(line) for line in lines[max(index - 8, 0) : index])
    if index and ended and (_signs(lines[index - 1].text) or is_closing(lines[index - 1].text)):
        weight += 1.5  # below a text, not below the title of this one
    if index and byline.glued(lines[index - 1].text) is not None:
        weight += 1.5
    if below and rest and _said_again(core(rest), below[0].text):
        weight += 2  # the title said again
    if below and DASHED.match(below[0].text):
        weight += 1.5  # a subtitle
    if _begins_again(lines, index, first):
        weight += 1.5
    if form not in _DIVISIONS and surroundings.law_below(lines, first - 1):
        weight += 2.5
    return weight


def _said_again(title: str, text: str) -> bool:
    """Say whether a line says a title again, a person in brackets behind it or not."""
    again = core(text)
    if len(title) < 4 or not again.startswith(title):
        return False
    return again == title or (text[-1] in "）)" and habits.signature_in(text, "back") is not None)


#: So many lines below a mark are looked at for marks that begin again.
_NEAR = 40


def _begins_again(lines: Sequence[Line], index: int, first: int) -> bool:
    """Judge whether marks of no lower rank begin with one below a mark, before its next sibling.

    Inside a heading （二） stands no 一、.
    """
    text = lines[index].text
    own = mark(text) or mark(f"{text}、一")  # 一 alone on its line
    if own is None:
        return False
    for line in lines[first : first + _NEAR]:
        inside = mark(line.text)
        if inside is None:
            continue
        if inside.form == own.form and inside.number != 1:
            return False
        if RANK[inside.form] <= RANK[own.form]:
            return inside.number == 1
    return False


# A person and what that person's text is called: 尤 佳：干在实处.
_FRONT = lazy_regex(
    rf"(?P<name>[\u4e00-\u9fff](?:[{BLANK}]{{0,2}}[\u4e00-\u9fff]){{1,3}})[{BLANK}]?[：:](?=.{{2}})"
)


def _names(text: str) -> bool:
    """Say whether a title is a person with an office, or has one in front (蒋明：守住底线)."""
    if front := _FRONT.match(text):
        return is_name(squeeze(front["name"]))
    if text[-1:] not in ("）", ")"):
        return False
    if byline.looks_like(text, True) and _signs(text):
        return True
    return habits.signature_in(text, "back") is not None


def _signs(text: str) -> bool:
    """Say whether a line is a signature, with a name or a date."""
    if len(text) > 30 or not byline.looks_like(text, True):
        return False
    found = byline.read([text])
    return bool(found.authors or found.date or found.affiliation)


def _without_contents(members: Sequence[Member]) -> list[Member]:
    """Leave out tables of contents: running numbers line after line."""
    near = set()
    for first, second in itertools.pairwise(members):
        if second.line == first.line + 1 and second.number == first.number + 1:
            near |= {first.line, second.line}
    return [member for member in members if member.line not in near]


def _chain(members: Sequence[Member]) -> list[Member]:
    """Give the chain of running numbers with the greatest weight; a gap of one may be in it."""
    best: list[tuple[float, int]] = []  # weight of the best chain that ends here, and its last link
    for at, member in enumerate(members):
        start = 0.0 if member.number == 1 else -1.0
        link = -1
        for before in range(max(0, at - 400), at):
            step = member.number - members[before].number
            if step in (1, 2) and members[before].line + 1 < member.line:
                reached = best[before][0] - (step - 1) * 1.5
                if reached >= start:
                    start, link = reached, before
        best.append((start + member.weight, link))
    at = max(range(len(best)), key=lambda k: best[k][0])
    chain = []
    while at >= 0:
        chain.append(members[at])
        at = best[at][1]
    return chain[::-1]


def _extend(lines: Sequence[Line], chain: list[Member], members: Sequence[Member]) -> list[Member]:
    """Go on with the next numbers, which nothing shows to be inner ones.

    A number that goes on with a run inside the last text belongs to that run, unless its
    neighbours speak for it.
    """
    result = list(chain)
    inner: set[tuple[int, int]] = set()  # numbers inside the last text, with their indents
    for member in members:
        last = result[-1]
        if member.line <= last.line:
            continue
        indent = lines[member.line].indent
        inside = (member.number - 1, indent) in inner and member.weight <= -1
        if member.number == last.number + 1 and not inside and member.line > last.line + 1:
            result.append(member)
            inner = set()
        else:
            inner.add((member.number, indent))
    return result


def _divides(lines: Sequence[Line], chain: Sequence[Member], bare: bool) -> bool:
    """Judge whether a chain begins near the top and has text between its members."""
    listed = sum(line.said == "listed" for line in lines[: chain[0].line])
    if len(chain) < 2 or chain[0].line - listed > max(8, len(lines) // (8 if bare else 5)):
        return False
    ends = [member.line for member in chain[1:]] + [len(lines)]
    return all(
        sum(len(line.text) for line in lines[member.line + 1 : min(end, member.line + 8)]) >= 24
        for member, end in zip(chain, ends, strict=True)
    )
