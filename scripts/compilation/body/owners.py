"""Gives the works of a set the author whom one line names below the title of the set."""

from __future__ import annotations

from ..signatures import byline
from ..signatures.names import is_name, is_unit
from ..signatures.reading import Byline
from ..text.tracking import Tracked
from ..tops.drafts import Draft


def settle(drafts: list[Draft]) -> None:
    """Take the first of some drafts away where it is but the title of a set and who wrote it.

    家书四则 / 县水利局　周敏, and below it 一、写给女儿: the line that signs goes to the first
    of the works, and each of them knows whose it is.
    """
    first, *works = drafts
    if not works or not first.given or first.title or first.subtitle or first.body:
        return
    owner = byline.read([piece.text for piece in first.byline])
    if not owner.authors or not all(work.mark and work.title for work in works):
        return
    works[0].byline[:0] = first.byline
    for work in works:
        work.owner = owner
    drafts[:] = works


def own_lines(draft: Draft) -> list[Tracked]:
    """Give the lines that sign a work without those over it that sign all of its set."""
    if draft.owner is None:
        return draft.byline
    return [piece for piece in draft.byline if piece.start > draft.mark[0].start]


def of_the_set(own: Byline, owner: Byline) -> Byline:
    """Give who wrote a work of a set: its owner, but where another person or a body signs it.

    What one calls oneself below a letter (一个守堤人, 志刚) is no other.
    """
    others = [name for name in own.authors if is_name(name) and name not in owner.authors]
    if others or (not own.authors and is_unit(own.affiliation)):
        return own
    return owner._replace(date=own.date or owner.date)
