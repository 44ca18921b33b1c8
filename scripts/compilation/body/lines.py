"""The source as lines: their content, their indent, and the noise that was taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..divisions import poured, stuck_titles
from ..structure import NONE, Overrides
from ..text.signs import BLANK_CHARACTERS, is_han, width
from ..text.tracking import Tracked, cut
from ..web import inside, markdown, noise
from . import reading
from .reading import NO_PAGES, Pages, trim


@dataclass(slots=True)
class Line:
    """A line with content; like :class:`Tracked` it is never changed, only replaced.

    ``indent`` is in cells, ``number`` counts from 1 in the file.  ``blanks`` is the number of
    empty (or dropped) lines just before it, less one where such a line stands above every line
    (``Pages.spaced``).  ``said`` and ``level`` are what the editor says of
    the line (``structure.KINDS``), mostly nothing.
    ``poured`` says that the line lost its line breaks: it holds a whole text, ``sourced`` that
    the words of a page on a text (来源：……) stood right below it, ``parted`` that what stands
    between two texts of a site stood above it (上一篇：……), ``page`` that a page begins with it.
    ``hashes`` is the level that Markdown gives a heading, 0 for all else.
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
    hashes: int = 0
    text: str = field(init=False, repr=False, compare=False)  #: that of ``tracked``

    def __post_init__(self) -> None:
        """Keep the text at hand: it is asked for some thirty times a line."""
        self.text = self.tracked.text


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
    stretch = _Stretch(source, base, overrides, pages, phrases_up_to)
    below = 0
    longest = len(source) if phrases_up_to is None else phrases_up_to
    matter = max(stretch.matter, default=-1)
    # The first and the last line of a stretch may be parts of lines of the source.
    last = source.count("\n") if pages.looked else 0
    for offset, raw in enumerate(source.split("\n")):
        position, below = below, below + len(raw) + 1
        content = raw.strip(BLANK_CHARACTERS)
        stretch.fresh |= stretch.feeds and "\f" in raw
        if not content:
            stretch.blanks += 1
            continue
        blanks = len(raw) - len(raw.lstrip(BLANK_CHARACTERS)) if len(content) < len(raw) else 0
        start, number = base + position + blanks, first + offset
        said = overrides.kind(number) if overrides.by_line else ""
        # Below a dropped line more is noise than elsewhere, and each stretch drops others.
        known = pages.looked[number - 1] if 0 < offset < last and not stretch.above else 0
        unseen = 0 if is_han(content[0]) else reading.hidden(content)
        told = content[0] in "hw" and not said and stretch.leads_to(content)
        sure = known or told or start < pages.header
        rule = None if sure else stretch.rule(content[unseen:] or content, offset, position, said)
        if start in pages.heads and not said:
            rule = "noise-running-head"
        if rule:
            stretch.drop(content, start, rule)
        else:
            if known == _CLEAN:
                tracked = Tracked(content, start, start + len(content))
            else:
                phrases = len(content) <= longest and not told
                tracked = stretch.read(content, start, offset < matter, phrases)
            indent = _indent(raw[:blanks], content[:unseen]) if blanks or unseen else 0
            stretch.take(tracked, content, number, indent, said)
    return stretch.lines, stretch.dropped


@dataclass(slots=True)
class _Stretch:
    """A stretch of source while it is split; it knows what was left out above the next line.

    ``blanks`` is the number of empty or dropped lines there, ``above`` the rule that dropped the
    line just before, ``page`` says that the mark of a page was there, ``parted`` what stands
    between two texts, ``fresh`` that a page began.
    """

    source: str
    base: int
    overrides: Overrides
    pages: Pages
    phrases_up_to: int | None
    lines: list[Line] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    feeds: bool = field(init=False)
    matter: frozenset[int] = field(init=False)  #: the lines of the front matter, the first being 0
    blanks: int = 0
    above: str = ""
    page: bool = False
    parted: bool = False
    fresh: bool = False

    def __post_init__(self) -> None:
        """Look for what only some sources have."""
        self.feeds = "\f" in self.source
        self.matter = frozenset() if self.base else self.pages.matter

    def rule(self, content: str, offset: int, position: int, said: str) -> str | None:
        """Give the rule that drops the line ``offset``, which begins at ``position``."""
        above, pages = self.above, self.pages
        if content in pages.floors and said != "drop":
            return None
        on_top = not (self.lines or self.base)
        if on_top and above:
            gone = self.source[self.dropped[-1].start : self.dropped[-1].end]
            if reading.heads_collection(self.source, position, gone):
                above = ""
        markup = pages.markdown and (
            offset in self.matter or (self.phrases_up_to is None and markdown.is_break(content))
        )
        titled = on_top and not (reading.names_issue(content) or content.strip().isdecimal())
        running = frozenset() if titled else pages.running  # the first is a title
        return reading.line_rule(content, said, above, running, markup)

    def read(self, content: str, start: int, markup: bool, phrases: bool) -> Tracked:
        """Give what is left of a line that is kept; of one with a header there is always some."""
        tracked = reading.plain(content, start, self.pages, markup, phrases)
        if not tracked.text and start < self.pages.header:
            return reading.plain(content, start, self.pages, markup, False)
        return tracked

    def leads_to(self, content: str) -> bool:
        """Say whether a line is an address that the text itself gives, in the line above."""
        return bool(self.lines) and inside.told_above(self.lines[-1].text, content)

    def drop(self, content: str, start: int, rule: str) -> None:
        """Drop a whole line, and remember what that says of its neighbours."""
        self.dropped.append(Dropped(start, start + len(content), rule))
        self.blanks += not content.startswith("<!--")  # <!--more--> may part a sentence
        if rule == "noise-meta" and self.lines and not self.above:
            self.lines[-1] = replace(self.lines[-1], sourced=True)
        self.above = rule
        self.parted = self.parted or noise.parts_texts(rule, content)
        self.page = self.page or rule in noise.PAGE_MARKS

    def take(self, tracked: Tracked, content: str, number: int, indent: int, said: str) -> None:
        """Keep what is left of the line ``content``, if anything is."""
        if tracked.text is content or tracked.text.strip(BLANK_CHARACTERS):
            hashes = markdown.level(content) if self.pages.markdown else 0
            self.keep(tracked, number, indent, said, hashes)
        else:
            self.drop_emptied(tracked)

    def drop_emptied(self, tracked: Tracked) -> None:
        """Drop a line of which nothing is left."""
        rule = next(iter(tracked.edits)).rule if tracked.edits else "layout"
        self.dropped.append(Dropped(tracked.start, tracked.end, rule))
        self.blanks += 1

    def keep(self, tracked: Tracked, number: int, indent: int, said: str, hashes: int) -> None:
        """Keep a line, or the lines that it holds."""
        level = self.overrides.level(number) if said else 0
        # The blank lines around a page mark say nothing of the text.
        room = 0 if self.page else max(0, self.blanks - self.pages.spaced)
        state = (False, False, self.parted, self.fresh)  # poured, sourced, parted, page
        line = Line(tracked, number, indent, room, said, level, *state, hashes)
        if said or not (self.pages.titles or self.pages.poured):
            self.lines.append(line)
        else:
            inside = (_unstuck if self.pages.titles else _unpoured)(line, self.pages)
            self.lines += inside
            self.dropped += _between(tracked, inside)
        self.blanks, self.above = 0, ""
        self.page = self.parted = self.fresh = False


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


def _between(whole: Tracked, lines: Sequence[Line]) -> list[Dropped]:
    """Give what was taken out of a line between those that it holds."""
    return [
        item
        for item in _taken_out(whole)
        if not any(line.tracked.start <= item.start < line.tracked.end for line in lines)
    ]


def _unstuck(line: Line, pages: Pages) -> list[Line]:
    """Give the lines that one holds into which a page with its titles came down."""
    parted = _parted(line, stuck_titles.parts(line.text, pages.titles), pages.header)
    result: list[Line] = []
    for whole in (replace(one, poured=True) for one in parted):
        result += _unpoured(whole, pages) if pages.poured else (whole,)
    return result


def _unpoured(line: Line, pages: Pages) -> list[Line]:
    """Give the lines that one holds, each without its outer blanks."""
    return _parted(line, poured.parts(line.text), pages.header)


def _parted(line: Line, spans: Sequence[tuple[int, int]], header: int) -> list[Line]:
    """Part a line, but not where ``header`` says that its header goes on."""
    result: list[Line] = []
    first = -1
    for start, end in spans:
        first = start if first < 0 else first
        piece = cut(line.tracked, first, end)
        if piece.end >= header or end == spans[-1][1]:
            blanks = 0 if result else line.blanks
            result.append(replace(line, tracked=trim(piece), blanks=blanks))
            first = -1
    return result


@lru_cache(maxsize=256)
def _indent(blanks: str, unseen: str) -> int:
    """Give the width in cells of the blanks that a line begins with, and of those in entities."""
    outer = blanks + reading.blanks_in(unseen)
    return width(outer) + outer.count("\t") * 3


def removals(lines: Sequence[Line]) -> list[Dropped]:
    """Give what was taken out inside lines: it is dropped where no piece of text contains it."""
    return [item for line in lines for item in _taken_out(line.tracked)]


def _taken_out(tracked: Tracked) -> list[Dropped]:
    """Give what was taken out of a text, and what stands for a blank in it (``&nbsp;``)."""
    return [
        Dropped(edit.offset, edit.offset + len(edit.old), edit.rule)
        for edit in tracked.edits
        if not edit.new.strip(BLANK_CHARACTERS)
    ]


def apart(dropped: Sequence[Dropped]) -> list[Dropped]:
    """Sort dropped spans and leave out those inside another."""
    result: list[Dropped] = []
    for item in sorted(dropped, key=lambda d: (d.start, -d.end)):
        if not result or item.start >= result[-1].end:
            result.append(item)
    return result
