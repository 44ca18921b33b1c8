"""Finds where the line breaks of a text were that was poured into one line."""

from __future__ import annotations

from ..text.lazy import lazy_regex
from ..text.signs import BLANK, BLANK_CHARACTERS, NUMBER, has_blank, is_salutation

# The two ideographic spaces that once began a paragraph.
_LOST_INDENT = lazy_regex(r"(?<=[。！？；：”）])[ \u00a0\t]{0,2}(?:\u3000\u3000|\t|[ \u00a0]{4,})")
#: One of these is in each of them.
_INDENTS = ("\u3000\u3000", "\t", "  ", "\u00a0")
# A number or label that begins a paragraph; word processors put a tab between it and its text.
_LABEL = lazy_regex(
    rf"(?:^|(?<=[{BLANK}。！？；：”]))"
    rf"(?:[（(﹙][{BLANK}]?{NUMBER}[{BLANK}]?[）)﹚][、．.：:]?|{NUMBER}[）)、﹑．.：:]|"
    rf"第{NUMBER}[章节節条條]|[①-⑳⒈-⒛⑴-⒇㈠-㈩][、．.]?|附[{BLANK}]?件[：:]|附[：:]|主题词[：:])$"
)
# Blanks that may have been a break wherever they stand, once others were.
_WIDE = lazy_regex(r"(?<=\S\S)(?:\u3000\u3000|\t|[ \u00a0]{4,})\s*(?=\S\S)")
# Behind a full stop, or the quotation mark behind one.
_STOPPED_BY = r"(?:(?<=[。！？])|(?<=[。！？…][”’\x22」』]))"
POURED = lazy_regex(rf"{_STOPPED_BY}[{BLANK}]+(?=\S)")
_FIRST_STOP = lazy_regex("[。！？，；]")
# A blank between the lines of a title; 守堤心得 篇一 is one of them.
_BLANKS = lazy_regex(
    rf"(?:(?<=[\u4e00-\u9fff：:）)】\]])|(?<=[\u4e00-\u9fff]\d))[{BLANK}]+(?!篇{NUMBER}[{BLANK}])"
    rf"(?=[\u4e00-\u9fff“《【]|[（(]{NUMBER}[）)]|(?:19|20)\d\d年)"
)
_BLANK_INSIDE = lazy_regex(rf"(?<=[\u4e00-\u9fff，、；])[{BLANK}]+(?=[\u4e00-\u9fff])")
# Short pieces without a stop, between a stop and a longer piece: a title, a heading.
_SHORT = rf"[^。，；！？：:,;{BLANK}]{{3,24}}"
_SHORT_BETWEEN = lazy_regex(
    rf"(?:{_STOPPED_BY}|(?<=[：:]))[{BLANK}]+(?P<short>{_SHORT}(?:[{BLANK}]+{_SHORT}){{0,2}})[{BLANK}]+"
    rf"(?=[^{BLANK}]{{12}})"
)
_PIECE = lazy_regex(rf"[^{BLANK}]+")
# What may be a salutation on a line of its own once, set off by blanks.
_COLON_BETWEEN = lazy_regex(
    rf"(?<=[{BLANK}])(?P<piece>[^。！？；：:{BLANK}]{{2,40}}[：:])(?=[{BLANK}])"
)


#: A line that holds a whole compilation is longer than this (characters), with so many breaks,
#: so many of them behind a stop.
_LONG, _BREAKS, _STOPPED = 160, 4, 2
#: Where only single blanks are left, it is longer than that, with so many of them.
_LONGER, _BLANK_BREAKS = 400, 6


def behind_label(text: str, at: int) -> bool:
    """Say whether a blank parts a number or label from its own text: no break was there."""
    return _LABEL.search(text, max(at - _MARK, 0), at) is not None


#: A number with its brackets and what stands before it has at most so many characters.
_MARK = 12


def lost_indents(text: str) -> list[int]:
    """Give where paragraphs once began that the indents inside a line show."""
    if not any(blanks in text for blanks in _INDENTS):
        return []
    found = (m.start() for m in _LOST_INDENT.finditer(text))
    return [at for at in found if not behind_label(text, at)]


def _wide_blanks(text: str) -> list[tuple[int, int]]:
    """Give the spans of the blanks that may have been breaks wherever they stand."""
    found = (m.span() for m in _WIDE.finditer(text))
    return [span for span in found if not behind_label(text, span[0])]


def holds_lines(text: str) -> bool:
    """Say whether a line is a text of many lines that lost its line breaks."""
    if len(text) < _LONG or not has_blank(text):  # a break that was lost left a blank
        return False
    if len(lost_indents(text)) >= _STOPPED and len(_wide_blanks(text)) >= _BREAKS:
        return True
    return (
        len(text) >= _LONGER
        and len(POURED.findall(text)) >= _BLANK_BREAKS
        and (breaks_at_blanks(text))
    )


def parts(text: str) -> list[tuple[int, int]]:
    """Give the spans of the lines that such a line, or the rest of one, once was."""
    wide = _wide_blanks(text)
    if not wide:
        whole = POURED.search(text) is not None and breaks_at_blanks(text)
        # A line with the header of a chapter may be but the first sentence of a text.
        wide = [(at, at) for at in sorted(at_blanks(text) if whole else _greeted(text))]
    bounds = [0, *(at for span in wide for at in span), len(text)]
    return [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if text[a:b].strip()]


def breaks_at_blanks(text: str, least: int = 1) -> bool:
    """Judge whether the blanks of a long line are where its line breaks were.

    Then they stand behind full stops, ``least`` of them or more, and hardly anywhere between
    other Han characters.
    """
    behind = len(POURED.findall(text))
    first = _FIRST_STOP.search(text)
    elsewhere = len(_BLANK_INSIDE.findall(text, first.end() if first else 0))
    return behind >= max(least, elsewhere)


def at_blanks(text: str) -> set[int]:
    """Find the breaks that blanks have taken the place of."""
    places = {m.start() for m in POURED.finditer(text)}
    for found in _SHORT_BETWEEN.finditer(text):
        for piece in _PIECE.finditer(text, *found.span("short")):
            places |= set(piece.span())
    places |= _greeted(text)
    if first := _FIRST_STOP.search(text):  # the lines of the title
        title = (m.start() for m in _BLANKS.finditer(text, 0, first.start()))
        places |= {at for at in title if not behind_label(text, at)}
    return places


def _greeted(text: str) -> set[int]:
    """Find where salutations begin and end that blanks set off, but not inside longer ones."""
    places: set[int] = set()
    for found in _COLON_BETWEEN.finditer(text):
        above = text[: found.start()].rstrip(BLANK_CHARACTERS)[-1:]
        if is_salutation(found["piece"]) and above not in "，、,":
            places |= set(found.span())
    return places
