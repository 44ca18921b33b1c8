"""Tells headings, run-in headings, list items and the rest apart, and gives headings a level.

A level is a depth, from 1: the marks used in one work are nested as they appear, with the
order of official documents (``signs.RANK``) to tell outer from inner ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, starmap
from typing import NamedTuple, cast

from ..divisions import days
from ..model import BlockKind
from ..signatures import byline
from ..signatures.labels import is_credit
from ..text.captions import is_caption
from ..text.documents import is_document_number, is_letterhead
from ..text.lazy import lazy_regex
from ..text.signs import (
    PAUSE,
    RANK,
    Mark,
    is_closing,
    is_distribution,
    is_note,
    is_paragraph,
    is_salutation,
    is_wished,
    mark,
)
from ..text.variants import either
from . import companions, enumerations, headings, lost_numbers, outlines, storeys, subjects
from .enumerations import MAX_RUN_IN, run_in_length
from .lines import Line


class Kind(NamedTuple):
    """What a line is; see :class:`model.Block`.  ``sure`` is False where it was a near thing."""

    kind: BlockKind
    level: int = 0
    run_in: int = 0
    sure: bool = True


@dataclass(slots=True)
class _Body:
    """The body of a work, and what its lines say of each other, while they are told apart.

    The sets are of indexes: ``headed`` of the unmarked headings that others of their kind show,
    ``inner`` of those below a heading of their own, ``verse`` of what cannot be a heading.
    """

    lines: Sequence[Line]
    marks: Sequence[Mark | None]
    pure: Sequence[bool]  #: by line, whether its mark makes it a heading and nothing else
    headed: set[int]
    inner: set[int]
    verse: set[int]
    items: set[int]
    labels: Mapping[int, int]
    outer: str = ""  #: the form of the outermost marks of headings
    depth: list[tuple[str, float]] = field(default_factory=list)
    hashed: dict[int, tuple[str, float]] = field(default_factory=dict)  #: by level in Markdown
    limits: dict[str, int] | None = None
    framed: bool = False  #: whether a heading without a mark stands over the next ones

    def unmarked(self, index: int, *, begun: bool) -> Kind:
        """Give the kind of a line without a mark; ``begun`` says that text is above it."""
        text = self.lines[index].text
        if is_paragraph(text) and not self.lines[index].hashes:
            return _NOTE if is_note(text) else self._labelled(index)
        if is_document_number(text) or is_note(text) or is_letterhead(text) or is_caption(text):
            return _NOTE
        if is_credit(text):
            return _NOTE
        if index and is_distribution(self.lines[index - 1].text) and byline.looks_like(text):
            return _NOTE  # who printed the document, and when
        if is_closing(text) or self._wishes(index):
            return _CLOSING
        if not begun and is_salutation(text):
            return _SALUTATION
        if self.lines[index].hashes and index + 1 < len(self.lines):
            return Kind("heading", self._enter_hashed(self.lines[index].hashes))
        if self._heads(index):
            if self.outer and _FRAMES.match(text) and not _has_subheads(self.depth):
                return Kind("heading", _enter(self.depth, self.outer, RANK[self.outer]), sure=False)
            rank = _rank_of_subhead(self.depth)
            return Kind("heading", self._enter_unmarked(index, rank), sure=False)
        return self._labelled(index)

    def _wishes(self, index: int) -> bool:
        """Say whether a line is one of the two that end a letter with a wish."""
        texts = [line.text for line in self.lines[max(index - 1, 0) : index + 2]]
        return any(starmap(is_wished, pairwise(texts)))

    def _labelled(self, index: int) -> Kind:
        """Give the kind of a paragraph, which may begin with a label."""
        if label := self.labels.get(index):
            level = _enter(self.depth, "label", _rank_of_subhead(self.depth) + 3 / 8)
            return Kind("paragraph", level, label)
        return _PARAGRAPH

    def _heads(self, index: int) -> bool:
        """Say whether a line without a mark is a heading."""
        if index >= len(self.lines) or self.marks[index] or self.lines[index].said:
            return False
        if index in self.headed:
            return True
        return index not in self.verse and headings.unnumbered(self.lines, self.marks, index)

    def _enter_unmarked(self, index: int, rank: float) -> int:
        """Enter a heading without a mark that has this rank, or one below it; give its level.

        One right over another is over all such that follow, up to the next like it.
        """
        if index in self.inner:
            return _enter(self.depth, "inner", rank + 1 / 4)
        if self._heads(index + 1) and index + 1 not in self.inner:
            self.framed = True
        elif self.framed:
            return _enter(self.depth, "framed", rank + 1 / 8)
        return _enter(self.depth, "unnumbered", rank)

    def _enter_hashed(self, hashes: int) -> int:
        """Enter an unmarked heading with the level that Markdown gives it; give its own.

        It is beside others of that level, marked or not; their order is that of their levels.
        """
        if hashes not in self.hashed:
            inner = max((k for k in self.hashed if k < hashes), default=0)
            rank = self.hashed[inner][1] + hashes / 10 if inner else hashes / 10 - 1
            self.hashed[hashes] = f"hash-{hashes}", rank
        return _enter(self.depth, *self.hashed[hashes])

    def marked(self, index: int, sign: Mark) -> Kind:
        """Give the kind of a line with a mark: a heading, a run-in heading or an item."""
        if index in self.items:
            return _ITEM
        if self.pure[index]:
            self.framed = False
            if _has_subheads(self.depth) and self._counts_on(index, sign):
                return Kind("heading", _enter(self.depth, "unnumbered", 0))
            if hashes := self.lines[index].hashes:
                self.hashed[hashes] = sign.form, RANK[sign.form]
            return Kind("heading", _enter(self.depth, sign.form, RANK[sign.form]))
        text = self.lines[index].text
        run_in = run_in_length(text, sign)
        outer = sign.form in ("part", "chinese", "chinese-paren")
        if outer and not run_in and len(text) > headings.LONGEST:
            run_in = run_in_length(text, sign, self._limit(sign))
        if outer and not run_in:
            run_in = self._head_alone(index, sign)
        if not run_in:
            return _ITEM
        level = _enter(self.depth, sign.form, RANK[sign.form])
        return Kind("paragraph" if outer else "list-item", level, run_in)

    def _head_alone(self, index: int, sign: Mark) -> int:
        """Give the length of a line that is a run-in heading without text, as its siblings are.

        Those before it, from one on, have such headings, at least two of them with text, and it is
        no longer than they are; 0 if not.
        """
        lengths: list[int] = []
        number = sign.number
        for place in range(index - 1, -1, -1):
            one, text = self.marks[place], self.lines[place].text
            if one is None or RANK[one.form] > RANK[sign.form]:
                continue
            if (one.form, one.number) != (sign.form, number - 1):
                break
            number -= 1
            lengths.append(run_in_length(text, one))
        known = [length for length in lengths if length]
        text = self.lines[index].text.rstrip("。；;.")
        alike = number == 1 and len(known) > 1 and len(text) <= max(known) + _LONGER
        return len(text) if alike and not PAUSE.search(text, sign.length) else 0

    def _counts_on(self, index: int, sign: Mark) -> bool:
        """Say whether the headings before 五、 lost their numbers, which a program had counted."""
        if sign.form != "chinese" or sign.number < 2:
            return False
        return not any(one and one.form == sign.form for one in self.marks[:index])

    def _limit(self, sign: Mark) -> int:
        """Give how long the run-in heading behind a mark may be."""
        if self.limits is None:
            self.limits = _limits(self.lines, self.marks)
        return self.limits.get(sign.form, MAX_RUN_IN)


#: A heading that has no text is longer than its siblings by so many characters at most.
_LONGER = 4
_PARAGRAPH, _ITEM, _NOTE = Kind("paragraph"), Kind("list-item"), Kind("note")
_SALUTATION, _CLOSING = Kind("salutation"), Kind("closing")


def classify(lines: Sequence[Line]) -> list[Kind]:
    """Give the kind of each line of a work's body."""
    body = _survey(lines)
    result: list[Kind] = []
    begun = False
    for index, (line, sign) in enumerate(zip(lines, body.marks, strict=True)):
        if line.said in _SAID:
            kind = _said(line, sign, body.depth)
            begun = True
        elif sign is None:
            kind = body.unmarked(index, begun=begun)
            begun = begun or kind.kind == "paragraph"
        elif _is_attached(lines, result):
            kind = _NOTE
        else:
            kind = body.marked(index, sign)
            begun = True
        result.append(kind)
    return result


def _survey(lines: Sequence[Line]) -> _Body:
    """Find what only several lines together show: series of headings, lists, poems."""
    marks = [mark(line.text) for line in lines]
    for index, numeral in [*companions.bare_numerals(lines), *outlines.marks(lines)]:
        marks[index] = numeral
    firsts, over_runs = lost_numbers.find(lines, marks)
    for index in firsts:
        marks[index] = Mark("decimal", 1, 0)
    halves = {
        index
        for index, line in enumerate(lines)
        if len(line.text) <= headings.HALVES and headings.in_halves(lines, index)
    }
    over_periods, periods = companions.periods(lines)
    headed = companions.pairs(lines, marks) | companions.stages(lines) | over_periods | periods
    headed |= companions.of_form(lines) | companions.by_zhi(lines) | over_runs
    over, inner = storeys.find(lines, marks)
    headed |= over
    headed.update(days.find(lines, marks), halves if len(halves) > 1 else ())
    headed.update(companions.of_a_book(lines))
    pure = [
        sign is not None and headings.numbered(lines, marks, index)
        for index, sign in enumerate(marks)
    ]
    forms = {sign.form for sign, sure in zip(marks, pure, strict=True) if sign and sure}
    return _Body(
        lines,
        marks,
        pure=pure,
        headed=headed,
        inner=periods | inner | companions.again(lines, marks),
        verse=companions.verse(lines, marks),
        items=enumerations.items(lines, marks),
        labels=subjects.find(lines, marks),
        outer=min(forms, key=RANK.__getitem__, default=""),
    )


def _limits(lines: Sequence[Line], marks: Sequence[Mark | None]) -> dict[str, int]:
    """Give how long a run-in heading may be, by the forms of marks that mostly have one."""
    if not any(marks):
        return {}
    numbered: Counter[str] = Counter()
    run_in: Counter[str] = Counter()
    for line, sign in zip(lines, marks, strict=True):
        if sign and len(line.text) > headings.LONGEST:
            numbered[sign.form] += 1
            run_in[sign.form] += run_in_length(line.text, sign) > 0
    return {
        form: MAX_RUN_IN * 2
        for form, count in run_in.items()
        if count >= 2 and count * 3 >= numbered[form] * 2
    }


_SAID = ("heading", "paragraph", "list-item", "salutation", "closing", "note")


def _said(line: Line, sign: Mark | None, depth: list[tuple[str, float]]) -> Kind:
    """Give the kind that the editor says a line is."""
    if line.said == "heading":
        form, rank = (sign.form, float(RANK[sign.form])) if sign else ("unnumbered", 0.5)
        return Kind("heading", line.level or _enter(depth, form, rank))
    run_in = run_in_length(line.text, sign) if sign and line.said == "list-item" else 0
    return Kind(cast(BlockKind, line.said), line.level or int(run_in > 0), run_in)


_ATTACHED = lazy_regex(r"附件?\s?[：:]?")


def _is_attached(lines: Sequence[Line], result: Sequence[Kind]) -> bool:
    """Say whether the next line is one of a numbered list of what is attached."""
    return (
        bool(result)
        and result[-1].kind == "note"
        and len(lines[len(result)].text) < 60
        and _ATTACHED.match(_first_note(lines, result)) is not None
    )


def _first_note(lines: Sequence[Line], result: Sequence[Kind]) -> str:
    """Give the first line of the run of notes that ends before the next line."""
    index = len(result)
    while index and result[index - 1].kind == "note":
        index -= 1
    for line in lines[index : len(result)]:
        if _ATTACHED.match(line.text):
            return line.text
    return ""


def _enter(depth: list[tuple[str, float]], form: str, rank: float) -> int:
    """Enter a heading into the stack of open ones and give its level."""
    forms = [name for name, _ in depth]
    if form in forms:
        del depth[forms.index(form) + 1 :]
    else:
        while depth and depth[-1][1] >= rank:
            depth.pop()
        depth.append((form, rank))
    return len(depth)


# What stands before the numbered headings of an essay and behind them, on their level.
_FRAMES = lazy_regex(
    either("(?:引言|前言|导言|导语|绪论|序言|引子|结语|结束语|结论|尾声|余论|参考文献)(?:[：:—]|$)")
)


def _has_subheads(depth: Sequence[tuple[str, float]]) -> bool:
    """Say whether an unnumbered heading is open."""
    return any(form == "unnumbered" for form, _ in depth)


def _rank_of_subhead(depth: Sequence[tuple[str, float]]) -> float:
    """Give the rank of an unnumbered heading: outermost unless numbered ones are open."""
    for form, rank in depth:
        if form == "unnumbered":
            return rank
    return next((rank + 0.5 for form, rank in reversed(depth) if form != "label"), 0.5)
