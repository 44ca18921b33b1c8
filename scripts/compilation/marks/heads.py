"""Takes header lines apart: mark, title, subtitle, and the body that may stand behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .. import normalise
from ..body.lines import Dropped, Line
from ..divisions import speakers, successions, writers
from ..signatures import byline
from ..signatures.names import is_name
from ..signatures.persons import author_in, person_as_title, pupil_signs
from ..signatures.reading import Byline
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import (
    BLANK,
    BLANK_CHARACTERS,
    NUMBER,
    RANK,
    Mark,
    ends_with_genre,
    mark,
    squeeze,
)
from ..text.tracking import Tracked, cut
from ..text.variants import either
from ..tops import titles as titles_of_lines
from ..tops.addressed import poured
from ..tops.drafts import Draft, dash_in
from . import broken_titles, habits, headers
from .header import ISSUE, SIGNS
from .headers import Header
from .members import ITEM, member

_TITLE_AND_BODY = lazy_regex(rf"^(?P<title>[^。，；！？]{{2,40}}?)[{BLANK}]+(?=\S{{30,}})")

#: A name alone is at most this long (characters).
_NAME = 4
# The first heading of the text, stuck to the title (…心得体会一、提高认识).
_FIRST_HEADING = lazy_regex(
    rf"(?<=[^。；]{{4}})(?P<blank>[{BLANK}]{{0,8}})(?:一[、.．]|[（(]一[）)]|1[、.．](?!\d))(?=[\u4e00-\u9fff][{BLANK}]?[\u4e00-\u9fff])"
)


def take(
    header: Header, lines: list[Line], dropped: list[Dropped], draft: Draft, wrap: int = 0
) -> tuple[list[Tracked], str, list[Line]]:
    """Take the header line apart; give its pieces, its mark and the lines that are left.

    ``wrap`` is the width of a full line of the chapter, 0 where it is not hard-wrapped.
    """
    if header.size == SIGNS:
        draft.byline.append(normalise.title(lines[0].tracked))
        return [], "", lines[1:]
    if header.form == headers.UNMARKED and header.title == (0, 0):
        return [], "", lines  # the title stands below its person, with a label
    if header.form == ISSUE:
        return _masthead(header, lines, draft)
    signed = _signed_in(header, lines[0], draft)
    if signed:
        header = replace(header, title=signed[1])
    pieces, rest = pieces_of(header, lines[0], dropped, signed[0] if signed else None)
    titles = pieces[1:] if header.mark[1] else pieces
    size = header.size - 1
    if (
        titles
        and rest is None
        and (size := size or broken_titles.more(titles[0].text, lines, wrap))
    ):
        more = [normalise.title(line.tracked) for line in lines[1 : size + 1]]
        pieces += more
        draft.given = "".join(piece.text for piece in (titles[0], *more))
        del lines[1 : size + 1]
    elif titles and (found := dash_in(titles[0].text)):
        whole = titles[0]
        pieces[pieces.index(whole)] = cut(whole, 0, found.start())
        draft.subtitle.append(cut(whole, found.start(), len(whole.text)))
        draft.given = whole.text[: found.start()]
    if titles and not draft.given:
        draft.given = titles[0].text
        if len(draft.given) > _NAME or not draft.habits.titled:  # 井台 among other titles
            draft.person = author_in(titles[0].text, draft.habits.persons)
        if draft.habits.units:
            draft.person = Byline((), draft.given)
    if titles and not draft.byline and (signs := titles_of_lines.signed_at(titles[0].text)):
        whole = titles[0]
        if draft.given == whole.text:
            stop, start = signs
            pieces[pieces.index(whole)] = cut(whole, 0, stop)
            draft.given, draft.person = whole.text[:stop], None
            draft.byline.append(cut(whole, start, len(whole.text)))
    marker = pieces[0].text if header.mark[1] else ""
    pieces.sort(key=lambda piece: piece.start)
    return pieces, marker, [*(_title_again(draft.given, rest) if rest else ()), *lines[1:]]


def _masthead(
    header: Header, lines: list[Line], draft: Draft
) -> tuple[list[Tracked], str, list[Line]]:
    """Take the name of a bulletin and its number; who puts it out, and when, is left as text."""
    name = [normalise.title(line.tracked) for line in lines[: header.size]]
    numbered = lines[header.size]
    number = normalise.title(cut(numbered.tracked, *header.mark))
    draft.given = "".join(piece.text for piece in name)
    draft.over = True
    behind = _skip_blanks(numbered.text, header.mark[1])
    rest = [_body(numbered, behind)] if behind < len(numbered.text) else []
    return [*name, number], number.text, [*rest, *lines[header.size + 1 :]]


def _title_again(name: str, rest: Line) -> list[Line]:
    """Part the title that a poured text says again at its start from it, without its brackets."""
    again = titles_of_lines.without_remark(name)
    if not rest.poured or not again or not rest.text.startswith(again):
        return [rest]
    stop = len(again)
    title = replace(rest, tracked=cut(rest.tracked, 0, stop), poured=False)
    return [title, replace(_body(rest, stop), poured=True)]


Spans = tuple[tuple[int, int], tuple[int, int]]


def _signed_in(header: Header, line: Line, draft: Draft) -> Spans | None:
    """Take the signature out of the line of a title: with a label, or as the book's headers do."""
    start, end = header.title
    if header.form == headers.UNMARKED and start and not header.mark[1]:
        behind = writers.title_behind_body(line.text)
        if behind and behind[1] == start:
            draft.byline.append(normalise.title(cut(line.tracked, 0, behind[0])))
            return (0, behind[0]), header.title
    found = None
    short = end - start <= headers.MAX_TITLE
    if draft.habits.signed and short:
        found = habits.signature_in(line.text[start:end], draft.habits.signed)
    if found is None and short and (at := byline.labelled(line.text[start:end])) is not None:
        stop = len(line.text[start : start + at].rstrip(BLANK_CHARACTERS + "（("))
        closed = len(line.text[:end].rstrip("）)"))
        found = ((at, closed - start), (0, stop)) if stop >= 2 else None
    if found is None:
        return None
    (a, b), (c, d) = found
    draft.byline.append(normalise.title(cut(line.tracked, start + a, start + b)))
    return (start + a, start + b), (start + c, start + d)


def pieces_of(
    header: Header,
    line: Line,
    dropped: list[Dropped],
    signed: tuple[int, int] | None = None,
) -> tuple[list[Tracked], Line | None]:
    """Give mark and title (normalised) of a header line, and the body behind them, if any.

    ``signed`` is the span of a signature in the line, which is somebody else's to take.
    """
    tracked = line.tracked
    text = tracked.text
    spans = [(header.mark[0], min(header.mark[1], len(text)))] if header.mark[1] else []
    start, end, rest = _title_and_body(header, line)
    if counted := _COUNTED.search(text, start, end):
        end = counted.start()
    while end > start and text[end - 1] in BLANK_CHARACTERS + "：:":
        end -= 1
    if end > start:
        spans.append((start, end))
    position = 0
    limit = len(text) - len(rest.text) if rest else len(text)
    for a, b in sorted([*spans, signed] if signed else spans):
        _drop_between(tracked, position, a, dropped)
        position = b
    _drop_between(tracked, position, limit, dropped)
    dropped.sort(key=lambda d: d.start)
    return [normalise.title(cut(tracked, a, b)) for a, b in spans], rest


def _title_and_body(header: Header, line: Line) -> tuple[int, int, Line | None]:
    """Give where the title of a header line begins and ends, and the body behind it, if any."""
    text = line.text
    start, end = (min(at, len(text)) for at in header.title)
    title = text[start:end]
    behind = header.end or len(text)
    if header.form == headers.BOOKED:
        behind = _skip_blanks(text, max(end, header.mark[1]))
    rest = _body(line, behind) if behind < len(text) else None
    if rest and header.end and text[behind - 1] in BLANK_CHARACTERS:
        rest = replace(rest, poured=True)  # the blank stands for a line break
    stuck = None if rest else _FIRST_HEADING.search(title[: headers.MAX_TITLE + 10])
    if stuck and (stuck["blank"] or ends_with_genre(title[: stuck.start()])):
        return start, start + stuck.start(), _body(line, start + stuck.end("blank"))
    if len(title) > _TWICE_FROM and (again := _TWICE.match(title)):
        return (
            start,
            start + again.end("title"),
            replace(_body(line, start + again.end("title")), poured=True),
        )
    if len(title) > 20 and (stop := poured(title)):
        return start, start + stop, replace(_body(line, start + stop), poured=True)
    if re.search(r"[。；]", title) or len(title) > 2 * headers.MAX_TITLE:
        found = _TITLE_AND_BODY.match(title)
        if found is None:
            return start, start, _body(line, start)
        return start, start + found.end("title"), _body(line, start + found.end())
    return start, end, rest


# A title said twice, before the text that sticks to it: 守堤心得（周）守堤心得水退以后……
_TWICE = lazy_regex(
    r"(?P<title>(?P<core>[^。，；！？：:（()）]{4,40}?)(?:[（(][^（()）。]{1,12}[）)])?)(?P=core)(?=[^。，；！？]*[。，；！？])"
)
#: A line with such a title has more characters.
_TWICE_FROM = 60


def _body(line: Line, at: int) -> Line:
    """Give the body that stands behind a title in its line."""
    return replace(line, tracked=cut(line.tracked, at, len(line.text)), blanks=0, indent=0)


def _skip_blanks(text: str, at: int) -> int:
    """Give the first place from ``at`` on that is no blank."""
    while at < len(text) and text[at] in BLANK_CHARACTERS:
        at += 1
    return at


def _drop_between(tracked: Tracked, start: int, end: int, dropped: list[Dropped]) -> None:
    """Drop brackets and separators of a header, without the blanks around them.

    Blanks that stand for something else in the source (&nbsp;) are dropped with them.  Words that
    are no label are the title of all, said again with the mark (守堤演讲稿一：一夜).
    """
    text = tracked.text[start:end]
    inner = text.strip(BLANK_CHARACTERS)
    whole = cut(tracked, start, end)
    if whole.edits:
        dropped.append(Dropped(whole.start, whole.end, "header-mark"))
    elif inner:
        lead = len(text) - len(text.lstrip(BLANK_CHARACTERS))
        piece = cut(tracked, start + lead, start + lead + len(inner))
        rule = "doubled-title" if _SAID_AGAIN.search(inner) else "header-mark"
        rule = "noise-meta" if _COUNTED.fullmatch(inner) else rule
        dropped.append(Dropped(piece.start, piece.end, rule))


# How long a text is, set apart from its title: 述职报告（2150字）.  Without brackets, as in
# 观后感600字, it is a part of the title that many a site gives a text.
_COUNTED = lazy_regex(
    rf"(?:(?<=[\u4e00-\u9fff])[{BLANK}]*|^)[（(]约?\d{{3,5}}字(?:左右)?[）)]$|^\d{{3,5}}字$"
)
_SAID_AGAIN = lazy_regex(r"[\u4e00-\u9fff]{5}(?!.*[：:]$)")
_COUNT = lazy_regex(either(rf"({NUMBER})\s?(?:[则篇份]|(?<=故事.)个|(?<=故事..)个)[）)]?$"))


def find_set(lines: list[Line], title: str, dropped: list[Dropped]) -> dict[int, list[Tracked]]:
    """Find the texts of a set (学习体会三则): as many titles, numbered or not, as its title says.

    Numbered titles also make a set where each is a person, or has a name and then text below
    it; then the title of the chapter need not count them.  Where one author is below it, it counts
    the parts of one text.
    """
    found = None if lines and is_name(squeeze(lines[0].text)) else _COUNT.search(title)
    count = value(found[1]) if found else None
    forms: dict[str, list[tuple[int, Mark]]] = {}
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > 40 or _STOPS.search(text):
            continue
        sign = mark(text) or (member(text) if count or ITEM in text[:4] else None)
        if sign:
            forms.setdefault(sign.form, []).append((index, sign))
    for hits in forms.values():
        numbers = [sign.number for _, sign in hits]
        if numbers != list(range(1, len(hits) + 1)) or hits[-1][0] + 1 >= len(lines):
            continue
        several = len(hits) > 1
        if len(hits) == count or (several and (ITEM in hits[0][1].form or _signed(lines, hits))):
            return {index: _mark_and_title(lines[index], sign, dropped) for index, sign in hits}
    if persons := speakers.find(lines, title):
        return {index: _person_alone(lines[index], dropped) for index in persons}
    if opened := successions.find(lines):
        return {index: _title_alone(lines[index]) for index in opened}
    if count and 2 <= count <= 99 and not any(form in RANK for form in forms):
        short = [i for i, line in enumerate(lines) if _plain_title(lines, i)]
        if len(short) == count and short[0] <= 2:
            return {index: _title_alone(lines[index]) for index in short}
    return {}


_STOPS = lazy_regex(r"[。；，！？]")


def _plain_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether an unnumbered line can be the title of one text of a set."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    return (
        not line.said
        and titles_of_lines.title_like(line.text)
        and len(line.text) <= 24
        and following is not None
        and len(following.text) > len(line.text)
        and not byline.looks_like(line.text, True)
    )


def _signed(lines: Sequence[Line], hits: Sequence[tuple[int, Mark]]) -> bool:
    """Judge whether numbered lines are persons, or each has a person below it or at its end."""
    persons = names = 0
    ends = [index for index, _ in hits[1:]] + [len(lines)]
    for seen, ((index, sign), end) in enumerate(zip(hits, ends, strict=True)):
        if seen == 2 and not persons and not names:
            return False
        plain = lines[index].text[sign.length :].strip("：: \u3000")
        persons += person_as_title(plain) is not None
        if end - index >= 3:
            near = (lines[index + 1], lines[end - 1])
            names += any(len(one.text) <= 30 and bool(_person(one.text)) for one in near)
    return persons == len(hits) or names * 4 >= len(hits) * 3


def _person(text: str) -> bool:
    """Say whether a line is a signature with a person's name."""
    return byline.looks_like(text, True) and bool(byline.read([text]).authors)


def _title_alone(line: Line) -> list[Tracked]:
    """Give an empty mark and the title of a line that has no mark."""
    return [cut(line.tracked, 0, 0), line.tracked]


def _person_alone(line: Line, dropped: list[Dropped]) -> list[Tracked]:
    """Give an empty mark and a person who is a title, without the colon behind.

    Nothing where a pupil signs (20水工庄思远), whose text has no title.
    """
    if pupil_signs(line.text):
        return []
    stop = len(line.text.rstrip(speakers.COLONS + BLANK_CHARACTERS))
    _drop_between(line.tracked, stop, len(line.text), dropped)
    return [cut(line.tracked, 0, 0), cut(line.tracked, 0, stop)]


def _mark_and_title(line: Line, sign: Mark, dropped: list[Dropped]) -> list[Tracked]:
    """Take a numbered title apart into its mark and the rest."""
    text = line.text
    stop = len(text[: sign.length].rstrip(BLANK_CHARACTERS + "、.．：:"))
    _drop_between(line.tracked, stop, sign.length, dropped)
    dropped.sort(key=lambda d: d.start)
    pieces = [cut(line.tracked, 0, stop)]
    start = _skip_blanks(text, sign.length)
    if start < len(text):
        pieces.append(cut(line.tracked, start, len(text)))
    return pieces
