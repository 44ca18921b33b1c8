"""The source as lines: their content, their indent, and the noise that was taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..divisions import poured, stuck_titles
from ..structure import NONE, Overrides
from ..text.entities import resolved
from ..text.signs import BLANK_CHARACTERS, CHINESE, squeeze, width
from ..text.tracking import Change, Tracked, cut, revise
from ..web import markdown, noise

#: Control, format and byte-order characters that no text of this kind means to have.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)


@dataclass(slots=True)
class Line:
    """A line with content; like :class:`Tracked` it is never changed, only replaced.

    ``indent`` is in cells, ``number`` counts from 1 in the file.  ``blanks`` is the number of
    empty (or dropped) lines just before it.  ``said`` and ``level`` are what the editor says of
    the line (``structure.KINDS``), mostly nothing.
    ``poured`` says that the line lost its line breaks: it holds a whole text, ``sourced`` that
    the words of a page on a text (来源：……) stood right below it, ``parted`` that what stands
    between two texts of a site stood above it (上一篇：……), ``page`` that a page begins with it.
    """

    tracked: Tracked
    number: int
    indent: int
    blanks: int
    said: str = ""
    level: int = 0
    poured: bool = False
    sourced: bool = False
    parted: bool = False
    page: bool = False
    text: str = field(init=False, repr=False, compare=False)  #: that of ``tracked``

    def __post_init__(self) -> None:
        """Keep the text at hand: it is asked for some thirty times a line."""
        self.text = self.tracked.text


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages of the source left in its text (:func:`pages.learn`).

    ``running`` are running heads and bare page numbers, lines without their blanks;
    ``screens`` says that each line begins with the number of a screen (``2、``), ``poured``
    that some lines hold texts of many lines, ``junk`` that a forum mixed signs into them;
    ``titles`` are those that stick to the texts behind them (:func:`stuck_titles.titles`);
    ``markdown`` says that the source is in Markdown;
    ``looked`` is what a first look at the lines of the source found (:func:`first_look`).
    """

    running: frozenset[str] = frozenset()
    screens: bool = False
    poured: bool = False
    junk: bool = False
    titles: tuple[tuple[str, bool], ...] = ()
    markdown: bool = False
    looked: bytes = b""


NO_PAGES = Pages()
#: What a first look knows of a line: it is no noise, and there is none in it either.
_KEPT, _CLEAN = 1, 2


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span of the source that is not in the book, and the rule that took it out."""

    start: int
    end: int
    rule: str


def split(
    source: str,
    base: int = 0,
    first: int = 1,
    overrides: Overrides = NONE,
    phrases_up_to: int | None = None,
    pages: Pages = NO_PAGES,
) -> tuple[list[Line], list[Dropped]]:
    """Split a stretch of source into lines with content and what was dropped.

    ``base`` is the source offset of its first character, ``first`` the number of its first
    line.  ``phrases_up_to`` leaves the noise in lines longer than that, for a first look.
    ``pages`` is what its pages left in the text, to be taken out.
    Outer blanks of a line are in neither; the accounting treats them as layout.
    """
    lines: list[Line] = []
    dropped: list[Dropped] = []
    position = 0
    blanks = 0
    above = ""  # the rule that dropped the line just before
    page = parted = fresh = False
    feeds = "\f" in source
    decided = bool(overrides.by_line)
    matter = markdown.front_matter(source) if pages.markdown and not base else frozenset()
    head = max(matter, default=-1)
    looked = pages.looked
    # The first and the last line of a stretch may be parts of lines of the source.
    last = source.count("\n") if looked else 0
    for offset, raw in enumerate(source.split("\n")):
        content = raw.strip(BLANK_CHARACTERS)
        start = position
        fresh = fresh or (feeds and "\f" in raw)
        if content and len(content) < len(raw):
            start += len(raw) - len(raw.lstrip(BLANK_CHARACTERS))
        position_next = position + len(raw) + 1
        # Below a dropped line more is noise than elsewhere, and each stretch drops others.
        known = looked[first + offset - 1] if 0 < offset < last and not above else 0
        rule = None
        if content and not known:
            titled = above and not (lines or base) and _heads(source, dropped, position)
            rule = _line_rule(
                content,
                overrides.kind(first + offset) if decided else "",
                "" if titled else above,
                pages.running if lines or base else frozenset(),  # the first is a title
                pages.markdown
                and (offset in matter or (phrases_up_to is None and markdown.is_break(content))),
            )
        if not content:
            blanks += 1
        elif rule:
            dropped.append(Dropped(base + start, base + start + len(content), rule))
            blanks += 1
            if rule == "noise-meta" and lines and not above:
                lines[-1] = replace(lines[-1], sourced=True)
            above = rule
            parted = parted or noise.parts_texts(rule, content)
            page = page or rule in ("noise-page", "noise-running-head")
        else:
            tracked = Tracked(content, base + start, base + start + len(content))
            if pages.screens and (found := _SCREEN.match(content)):
                tracked = revise(tracked, [Change(0, found.end(), "", "noise-page")])
            if not content.isprintable():  # so are all control and format characters
                tracked = _strip_controls(tracked)
            if "&" in content and (entities := resolved(tracked.text)):
                tracked = _trim(revise(tracked, entities))
            if pages.markdown:
                tracked = _trim(markdown.plain(tracked, offset < head))
            if known != _CLEAN and (phrases_up_to is None or len(content) <= phrases_up_to):
                stripped = _strip_noise(tracked)
                if stripped.text is not content:
                    stripped = _trim(stripped)
                if stripped is not tracked and _only_noise(stripped.text):
                    stripped = revise(tracked, [Change(0, len(tracked.text), "", "noise-meta")])
                tracked = stripped
            if tracked.text is content or tracked.text.strip(BLANK_CHARACTERS):
                indent = _indent(raw[: start - position]) if start > position else 0
                number = first + offset
                said, level = "", 0
                if decided:
                    said, level = overrides.kind(number), overrides.level(number)
                # The blank lines around a page mark say nothing of the text.
                room = 0 if page else blanks
                line = Line(tracked, number, indent, room, said, level, parted=parted, page=fresh)
                if pages.titles and not said:
                    lines += _unstuck(line, pages)
                else:
                    lines += _unpoured(line) if pages.poured and not said else (line,)
                blanks = 0
                above, page, parted, fresh = "", False, False, False
            else:
                rule = tracked.edits[0].rule if tracked.edits else "layout"
                dropped.append(Dropped(tracked.start, tracked.end, rule))
                blanks += 1
        position = position_next
    return lines, dropped


def first_look(lines: Sequence[Line], count: int, phrases_up_to: int) -> bytes:
    """Give what :func:`split` found out about the lines of a source, a byte for each.

    ``lines`` are those it kept when it took out no more than what is noise wherever it stands,
    with this ``phrases_up_to``; ``count`` is the number of lines of the source.
    """
    found = bytearray(count)
    for line in lines:
        clean = len(line.text) <= phrases_up_to and not line.tracked.edits
        found[line.number - 1] = _CLEAN if clean else _KEPT
    return bytes(found)


def _unstuck(line: Line, pages: Pages) -> list[Line]:
    """Give the lines that one holds into which a page with its titles came down."""
    result: list[Line] = []
    for start, end in stuck_titles.parts(line.text, pages.titles):
        piece = _trim(cut(line.tracked, start, end))
        whole = replace(line, tracked=piece, blanks=0 if result else line.blanks, poured=True)
        result += _unpoured(whole) if pages.poured else (whole,)
    return result


def _unpoured(line: Line) -> list[Line]:
    """Give the lines that one holds, each without its outer blanks."""
    result: list[Line] = []
    for start, end in poured.parts(line.text):
        piece = _trim(cut(line.tracked, start, end))
        result.append(replace(line, tracked=piece, blanks=0 if result else line.blanks))
    return result


@lru_cache(maxsize=256)
def _indent(blanks: str) -> int:
    """Give the width in cells of the blanks that a line begins with."""
    return width(blanks) + blanks.count("\t") * 3


def _only_noise(rest: str) -> bool:
    """Say whether what is left of a line without the noise in it is noise too."""
    return 0 < len(rest) <= 60 and noise.line_rule(rest) is not None


# The title of a collection, which counts its texts: 家长会发言稿（通用2篇）.
_COUNTED = re.compile(
    rf"[^。，；！？：]{{4,40}}[（(][^（()）]{{0,6}}[{CHINESE}\d]{{1,3}}[篇则則][）)]"
)


def _heads(source: str, dropped: Sequence[Dropped], position: int) -> bool:
    """Say whether a line at the top of a page, under 相关推荐, is the title of a collection.

    It looks like a link; but in a list of links stands another one above or below.
    """
    above = source[dropped[-1].start : dropped[-1].end]
    content = source[position : position + 200].partition("\n")[0]
    if not _COUNTED.fullmatch(content.strip(BLANK_CHARACTERS)):
        return False
    below = source[position + len(content) : position + len(content) + 200]
    below = below.lstrip().partition("\n")[0].strip(BLANK_CHARACTERS)
    return not noise.is_link(above) and not (below and noise.is_link(below))


_SCREEN = re.compile(r"\d{1,3}、")


def _line_rule(
    content: str, said: str, above: str, running: frozenset[str], markup: bool
) -> str | None:
    """Give the rule that drops a line; what the editor says comes first.

    ``above`` is the rule that dropped the line before, or empty; ``markup`` says that all of the
    line is Markdown's own.
    """
    if said:
        return "override" if said == "drop" else None
    if markup:
        return "noise-markup"
    if running and len(content) <= 80 and squeeze(content) in running:
        return "noise-running-head"
    if above == "noise-related" and noise.is_link(content):
        return above
    if above == "noise-button" and not content.strip("【】[]（）()［］|｜"):
        return above  # the brackets of buttons, a line each
    if noise.about_file(content, above):
        return "noise-meta"
    if noise.heads_preview(content, above):
        return "noise-button"
    return noise.line_rule(content)


def _strip_controls(tracked: Tracked) -> Tracked:
    return revise(
        tracked,
        [
            Change(m.start(), m.end(), "", "control-character")
            for m in CONTROL.finditer(tracked.text)
        ],
    )


def _strip_noise(tracked: Tracked) -> Tracked:
    found = noise.phrases(tracked.text)
    return revise(tracked, [Change(start, end, "", rule) for start, end, rule in found])


def _trim(tracked: Tracked) -> Tracked:
    """Delete the outer blanks that taking something out has left."""
    text = tracked.text
    lead = len(text) - len(text.lstrip(BLANK_CHARACTERS))
    trail = len(text.rstrip(BLANK_CHARACTERS))
    if (lead == 0 and trail == len(text)) or trail == 0:
        return tracked
    changes = [Change(0, lead, "", "layout"), Change(trail, len(text), "", "layout")]
    return revise(tracked, [c for c in changes if c.start < c.end])


def removals(lines: Sequence[Line]) -> list[Dropped]:
    """Give what was taken out inside lines: it is dropped where no piece of text contains it."""
    return [
        Dropped(edit.offset, edit.offset + len(edit.old), edit.rule)
        for line in lines
        for edit in line.tracked.edits
        if not edit.new
    ]


def apart(dropped: Sequence[Dropped]) -> list[Dropped]:
    """Sort dropped spans and leave out those inside another."""
    result: list[Dropped] = []
    for item in sorted(dropped, key=lambda d: (d.start, -d.end)):
        if not result or item.start >= result[-1].end:
            result.append(item)
    return result
