"""Gives what was found in a folded source back in the source's own characters (``folding``).

A piece of text is the span of the source that it stands for, with the edits inside applied: so it
is made again, of the source itself.  What was read out of pieces (titles, names, bodies) is looked
up in them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypeVar

from .model import Block, Chapter, Edit, Text, Work
from .problems import Problem
from .text.folding import fold
from .text.lazy import lazy_regex

_Piece = TypeVar("_Piece", Text, Block)
_OFFSET = attrgetter("offset")
_QUOTED = lazy_regex("(?<=“)[^“”]+(?=”)")


@dataclass(frozen=True, slots=True)
class Unfolding:
    """A stretch of source that begins at ``base``, and what it was read as (``folded``)."""

    source: str
    folded: str
    base: int

    def edits(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Give edits of the folded source as edits of the source."""
        return tuple(map(self._edit, edits))

    def _edit(self, edit: Edit) -> Edit:
        at = edit.offset - self.base
        old = self.source[at : at + len(edit.old)]
        return edit._replace(old=old, new=_respelled(edit.new, edit.old, old))

    def pieces(self, pieces: Iterable[_Piece], edits: Sequence[Edit]) -> tuple[_Piece, ...]:
        """Give pieces again; ``edits`` are all those of the stretch, already its own."""
        return tuple(self._piece(piece, edits) for piece in pieces)

    def _piece(self, piece: _Piece, edits: Sequence[Edit]) -> _Piece:
        first, last = (bisect_left(edits, at, key=_OFFSET) for at in (piece.start, piece.end))
        inside = [e for e in edits[first:last] if e.offset + len(e.old) <= piece.end]
        text = self._applied(piece.start, piece.end, inside)
        if fold(text) != piece.text:  # an insertion just before it is no part of it
            text = self._applied(piece.start, piece.end, [e for e in inside if e.old])
        return piece._replace(text=text)

    def _applied(self, start: int, end: int, edits: Iterable[Edit]) -> str:
        parts: list[str] = []
        position = start
        for edit in edits:
            parts += (self.source[position - self.base : edit.offset - self.base], edit.new)
            position = edit.offset + len(edit.old)
        return "".join((*parts, self.source[position - self.base : end - self.base]))

    def problem(self, problem: Problem) -> Problem:
        """Give a problem whose message quotes the source as one that quotes it as it is."""
        message = _QUOTED.sub(lambda quoted: self._quoted(quoted[0]), problem.message)
        return problem if message == problem.message else replace(problem, message=message)

    def _quoted(self, text: str) -> str:
        at = self.folded.find(text)
        return text if at < 0 else self.source[at : at + len(text)]


def _respelled(text: str, folded: str, source: str) -> str:
    """Give a text, read out of a folded text, in the characters that the source has there.

    It stands there as it is, or with others between its characters; those that do not stand there
    (signs that were put in) stay.
    """
    at = folded.find(text)
    if at >= 0:
        return source[at : at + len(text)]
    result: list[str] = []
    position = 0
    for character in text:
        at = folded.find(character, position)
        result.append(character if at < 0 else source[at])
        position = position if at < 0 else at + 1
    return "".join(result)


def chapter(found: Chapter, pieces: Unfolding, edits: Sequence[Edit]) -> Chapter:
    """Give a chapter in the characters of its source; ``edits`` are the source's own."""
    header = pieces.pieces(found.header, edits)
    top = [*zip(found.header, header, strict=True)]
    works = tuple(_work(work, pieces, edits, top) for work in found.works)
    first = zip(found.works[0].title_text, works[0].title_text, strict=True)  # may be its title
    return replace(
        found,
        header=header,
        works=works,
        marker=_said(found.marker, top),
        title=_said(found.title, [*top, *first]),
    )


def _work(
    work: Work, pieces: Unfolding, edits: Sequence[Edit], top: Sequence[tuple[Text, Text]]
) -> Work:
    title_text = pieces.pieces(work.title_text, edits)
    subtitle_text = pieces.pieces(work.subtitle_text, edits)
    byline = pieces.pieces(work.byline, edits)
    titles = [*zip(work.title_text, title_text, strict=True), *top]
    subtitles = [*zip(work.subtitle_text, subtitle_text, strict=True)]
    signed = [*zip(work.byline, byline, strict=True), *titles, *subtitles]
    return replace(
        work,
        title=_said(work.title, titles),
        subtitle=_said(work.subtitle, [*subtitles, *titles]),
        authors=tuple(_said(author, signed) for author in work.authors),
        affiliation=_said(work.affiliation, signed),
        title_text=title_text,
        subtitle_text=subtitle_text,
        byline=byline,
        blocks=pieces.pieces(work.blocks, edits),
    )


def _said(text: str, pieces: Sequence[tuple[Text, Text]]) -> str:
    """Give what was read out of pieces as they have it: of one of them, or of several."""
    for folded, own in pieces:
        if text in folded.text:
            return _respelled(text, folded.text, own.text)
    whole = "".join(folded.text for folded, _ in pieces)
    return _respelled(text, whole, "".join(own.text for _, own in pieces))
