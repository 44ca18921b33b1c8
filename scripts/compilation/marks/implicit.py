"""Finds the headers that no word of their own makes ones.

A list of titles at the front, marks that repeat, numbers and titles in their surroundings: what
is surer is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..divisions import (
    attachments,
    bulletins,
    contents,
    diarists,
    introduced,
    pagetitles,
    statements,
    successions,
    unmarked,
    writers,
)
from ..signatures.names import is_name
from ..signatures.persons import pupil_signs
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import BLANK, ends_with_genre
from ..text.variants import either
from ..tops.titles import (
    DASHED,
    TITLE_LABEL,
    behind_sign,
    names_collection,
    title_like,
    title_lines,
    title_size,
)
from ..web import mastheads
from . import differing, parts, repeats, samples, sections, series
from .header import BARE, MAX_TITLE, SENTENCE, SIGNS, UNMARKED, Header, runs, without_contents
from .header import NUMBER as _N


def find(lines: Sequence[Line], told: Sequence[Header] = ()) -> tuple[list[Header], list[Header]]:
    """Give the headers of chapters, and those inside chapters.

    ``told`` are those that the title of the collection tells (:mod:`collected`).
    """
    if len(told) > 1:
        plain = max(_numbered(lines), repeats.stuck(lines), key=len)
        pairs = list(zip(told, plain, strict=True)) if len(told) == len(plain) else []
        better = any(one.end or _shorter(one, other) for one, other in pairs)
        return (list(told) if better or len(told) > len(plain) else plain), []
    if bound := bulletins.issues(lines):
        return bound, _items(lines, bound)
    listed, inside = contents.find(lines)
    if listed:
        # 守堤倡议书 篇1, or 交流材料之一 and the title of the list below it
        counted = _numbered(lines)
        over = {header.line + below for header in counted for below in (0, 1)}
        return (counted if over >= {header.line for header in listed} else listed), inside
    if top := contents.report(lines):
        size = title_lines(lines, top)
        return [Header(top, UNMARKED, 1, 0, (0, 0), (0, len(lines[top].text)), size)], []
    divided, inside = sections.find(lines)
    if divided:
        return divided, inside
    again = repeats.booked(lines) or repeats.prizes(lines) or repeats.prized(lines)
    again = again or _numbered(lines) or repeats.stuck(lines) or _weighed(lines) or _bare(lines)
    if again:
        return again, parts.inside(lines, again, _unmarked)
    divided, inside = parts.find(lines, _unmarked)
    if divided:
        return divided, inside
    if essays := samples.find(lines):
        return essays, []
    titles = _unmarked(lines)
    if told and not titles:
        return list(told), []
    if attached := attachments.chapters(lines, [title.line for title in titles]):
        head = attachments.document(lines[: attached[0].line])
        # The last of the lines of its title is like one by itself (…医疗机构 / 药品检查的通知).
        whole = titles and head.line < titles[0].line < head.line + head.size
        known = titles and titles[0].line < attached[0].line and not whole
        return [titles[0] if known else head, *attached], []
    return _division(lines, titles) or titles, []


def _items(lines: Sequence[Line], issues: Sequence[Header]) -> list[Header]:
    """Give the titles of the items in each issue of a bulletin."""
    found: list[Header] = []
    for issue, following in zip(issues, [*issues[1:], None], strict=True):
        own = lines[issue.line : following.line if following else len(lines)]
        for index in unmarked.find(own) if bulletins.below(own) else ():
            title = (0, len(own[index].text))
            found.append(Header(issue.line + index, UNMARKED, len(found) + 1, 0, (0, 0), title))
    return found


def _shorter(told: Header, plain: Header) -> bool:
    """Say whether a title told has not what only that of all says (守堤心得精选三篇（一）)."""
    return told.line == plain.line and told.title[1] < plain.title[1] <= plain.mark[0]


def _numbered(lines: Sequence[Line]) -> list[Header]:
    """Give the titles with a running number behind them, one that repeats or others each time."""
    return max(repeats.prefixed(lines), differing.find(lines), key=len)


def _bare(lines: Sequence[Line]) -> list[Header]:
    """Find bare marks ((一) or 1) that only their place or indent tells from inner ones."""
    forms: dict[str, list[tuple[Header, Line]]] = {}
    for index, line in enumerate(lines):
        if len(line.text) > MAX_TITLE or line.said:
            continue
        found = BARE.match(line.text)
        if not found:
            continue
        number = value(found["n"])
        rest = found["rest"]
        if number is None or (
            rest
            and (SENTENCE.search(rest) or (not found["sep"] and found["mark"][-1] not in "）)"))
        ):
            continue
        kind = ("paren-" if found["mark"][0] in "（(" else "") + (
            "d" if found["n"].isascii() else "c"
        )
        header = Header(
            index, f"外层{kind}", number, 0, found.span("mark"), (found.end("sep"), len(line.text))
        )
        forms.setdefault(kind, []).append((header, line))
    body_indent = _usual_indent(lines)
    for hits in sorted(forms.values(), key=lambda hits: hits[0][0].line):
        alone = [h for h, line in hits if h.title[0] == len(line.text)]
        titled = [h for h, line in hits if ends_with_genre(line.text[h.title[0] :])]
        outer = [h for h, line in hits if line.indent < body_indent]
        for found_so in (alone, titled, outer):
            candidates = without_contents(found_so)
            listed = len(found_so) - len(candidates)
            apart = [b.line - a.line > 3 for a, b in pairwise(candidates)]
            if (
                len(candidates) >= 2
                and candidates[0].number == 1
                and candidates[0].line <= 8 + listed
                and runs(candidates)
                and all(apart)
                and (found_so is not outer or len(candidates) < len(hits))
                and not (found_so is titled and _of_one_speech(lines, candidates))
            ):
                return candidates
    return []


# The title of one speech: 在全县防汛工作座谈会上的讲话.
_SPEECH = lazy_regex(
    either(
        "在[^。；！？]{2,50}(?:会|会议|仪式|典礼|论坛|开班式|活动)上的"
        "(?:重要|总结|主持|表态|即席)?(?:讲话|发言|致辞|报告)(?:稿|提纲|摘要|要点)?$"
    )
)
#: It stands among so many lines at the top.
_TOP = 3


# Whose speech a numbered line heads: 一、周敏同志的发言.
_BY_ONE = lazy_regex(
    either(
        r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?P<called>同志|代表|委员)?的?(?:讲话|发言|致辞)[稿摘要]{0,2}$"
    )
)


def _of_one_speech(lines: Sequence[Line], parts: Sequence[Header]) -> bool:
    """Say whether the title of one speech stands over numbered lines, which part it.

    Not where they name persons: what these said at that meeting is put together.
    """
    above = lines[: parts[0].line]
    speech = any(_SPEECH.search(x.text) and title_like(x.text) for x in above[:_TOP])
    if not speech or any(names_collection(line.text) for line in above):
        return False
    said = (_BY_ONE.match(lines[one.line].text, one.title[0]) for one in parts)
    return not any(found and (found["called"] or is_name(found["name"])) for found in said)


def _usual_indent(lines: Sequence[Line]) -> int:
    """Give the indent that most long lines have."""
    counts: dict[int, int] = {}
    for line in lines[:4000]:
        if len(line.text) > 30:
            counts[line.indent] = counts.get(line.indent, 0) + 1
    return max(counts, key=lambda indent: counts[indent]) if counts else 0


def _weighed(lines: Sequence[Line]) -> list[Header]:
    """Give the headers that only their neighbours show to be ones (:mod:`series`)."""
    form, members = series.find(lines)
    return [Header(m.line, form, m.number, 0, m.mark, m.title) for m in members]


def _unmarked(lines: Sequence[Line]) -> list[Header]:
    """Give the titles that only the persons below them show to begin texts of their own."""
    if signed := diarists.find(lines) or introduced.find(lines):
        return [Header(i, UNMARKED, n, 0, (0, 0), (0, 0), SIGNS) for n, i in enumerate(signed, 1)]
    untitled = successions.labelled(lines) or statements.find(lines) or statements.headed(lines)
    if untitled:
        return [
            Header(index, UNMARKED, number, 0, (0, 0), (0, 0))
            for number, index in enumerate(untitled, 1)
        ]
    if found := unmarked.find(lines):
        bodies = all(writers.title_behind_body(lines[index].text) for index in found)
        titles = [
            Header(
                index,
                UNMARKED,
                number,
                0,
                (0, 0),
                _title_in(lines, index, bodies),
                SIGNS if pupil_signs(lines[index].text) else _size(lines, index, len(found) == 1),
            )
            for number, index in enumerate(found, 1)
        ]
        return _in_turn(lines, titles)
    documents = mastheads.documents(lines)
    return [Header(i, UNMARKED, n, 0, (0, 0), (0, 0)) for n, i in enumerate(documents, 1)]


def _size(lines: Sequence[Line], index: int, sole: bool) -> int:
    """Give how many lines a title takes; the ``sole`` one of a page all down to its subtitle."""
    size = title_lines(lines, index)
    if sole and index + 2 < len(lines) and DASHED.match(lines[index + 2].text):
        return max(size, title_size(lines[index : index + 8]))
    return size


# What a school or a club counts its texts by: 第四周：一盏灯.  Weeks without a text leave gaps.
_TURN = lazy_regex(
    either(
        rf"(?P<mark>第(?P<n>{_N})(?P<of>[周讲课期站回号辑]))(?:[{BLANK}]*[：:、]|[{BLANK}])[{BLANK}]*(?=\S{{2}})"
    )
)


def _in_turn(lines: Sequence[Line], titles: list[Header]) -> list[Header]:
    """Part the marks of one kind, with rising numbers, from titles that all begin with one.

    A line with another mark of that kind is a title too, though nobody known signs below it.
    """
    marks = {title.line: _TURN.match(lines[title.line].text) for title in titles}
    kinds = {one["of"] for one in marks.values() if one}
    if len(kinds) != 1 or not all(marks.values()):
        return titles
    every = [(i, one) for i, x in enumerate(lines) if (one := _turn(x, *kinds))]
    numbers = [value(one["n"]) or 0 for _, one in every]
    if not marks.keys() <= dict(every).keys() or not all(a < b for a, b in pairwise(numbers)):
        every = [(line, one) for line, one in marks.items() if one]
        numbers = [value(one["n"]) or 0 for _, one in every]
        if not all(a < b for a, b in pairwise(numbers)):
            return titles
    sizes = {title.line: title.size for title in titles}
    return [
        Header(
            line,
            UNMARKED,
            number,
            0,
            one.span("mark"),
            (one.end(), len(lines[line].text)),
            sizes.get(line, 1),
        )
        for number, (line, one) in enumerate(every, 1)
    ]


def _turn(line: Line, kind: str) -> re.Match[str] | None:
    """Give the mark of that kind before a title that a line is, or None."""
    found = _TURN.match(line.text) if line.text[0] == "第" and not line.said else None
    return found if found and found["of"] == kind and title_like(line.text[found.end() :]) else None


def _title_in(lines: Sequence[Line], index: int, bodies: bool) -> tuple[int, int]:
    """Give the span of a title without the label or the sign before it, or the body.

    ``bodies`` says that all titles stand behind those of who wrote the texts.

    Below that of a page, or below an office, the text's own may stand: both are left to who reads
    the top of a work.
    """
    text = lines[index].text
    if lines[index].sourced or pagetitles.office_over(lines, index):
        return 0, 0
    if bodies and (behind := writers.title_behind_body(text)):
        return behind[1], len(text)
    label = TITLE_LABEL.match(text)
    return (label.end(), len(text)) if label else behind_sign(text)


_DIVISION = lazy_regex(
    rf"(?P<mark>第(?P<n>{_N})[章编編卷])[{BLANK}：:、]+(?P<title>[^。，；]{{2,30}})"
)


def _division(lines: Sequence[Line], titles: Sequence[Header]) -> list[Header]:
    """Give the one division of a larger work (第三十八章　创业回忆) whose texts the titles are."""
    if not titles:
        return []
    found = [
        (index, match)
        for index, line in enumerate(lines)
        if len(line.text) <= 40 and (match := _DIVISION.fullmatch(line.text))
    ]
    if len(found) != 1 or found[0][0] > min(5, titles[0].line):
        return []
    index, match = found[0]
    number = value(match["n"])
    if number is None:
        return []
    return [Header(index, "第N章", number, 0, match.span("mark"), match.span("title"))]
