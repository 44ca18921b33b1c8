"""What to call a block of a chapter, everywhere the same: 第三篇第4段, 第二篇之2标题1.

Addresses (``e02b-p4``) are for links; what readers are told is made of them here: the mark of the
chapter, or its title where it has none; which of several works; which paragraph, heading or note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import chapterlist
import interface

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

#: The address of a block: its work, its kind and its number. A note may be of a whole chapter;
#: what stands before the first chapter is of none.
_ADDRESS = re.compile(r"(e\d+[a-z]*|front)-([phn])(\d+)")
_KINDS = {"p": "paragraph", "h": "heading", "n": "note"}

#: What stands over the blocks of a work, as the editor's files call it (``e02b-title``).
_OVER = re.compile(r"e\d+[a-z]*-(title|subtitle|byline|marker)")

#: A title within a title in 《》 (GB/T 15834—2011, 4.15.3.3).
_INNER = str.maketrans("《》", "〈〉")


class Called(NamedTuple):
    """A chapter, as its places name it."""

    name: str
    #: Whether the name is its title, for want of a mark.
    is_title: bool
    #: The ids of its works, in order.
    works: tuple[str, ...]

    def work(self, edition: str, work: str) -> str:
        """Return what to call ``work`` (an id), or the chapter where it is no work of several."""
        name = self.name
        if self.is_title and self.works:
            name = _word(edition, "untitled", title=name.translate(_INNER))
        if len(self.works) > 1 and work in self.works:
            name = _word(edition, "part", name=name, number=self.works.index(work) + 1)
        return name


def called(env: BuildEnvironment, docname: str) -> Called:
    """Return what to call the document, its mark or its title, and its works."""
    metadata = env.metadata.get(docname, {})
    mark = str(metadata.get("marker", ""))
    title = str(metadata.get("title", "")) or env.titles[docname].astext()
    works = tuple(str(work["id"]) for work in chapterlist.works(env, docname) if "id" in work)
    return Called(mark or title, not mark, works)


def within(edition: str, address: str) -> str:
    """Return what to call the block at ``address`` within its work: 第4段; ``""`` if it is none."""
    if over := _OVER.fullmatch(address):
        return _word(edition, over[1])
    found = _ADDRESS.fullmatch(address)
    return _word(edition, _KINDS[found[2]], number=found[3]) if found else ""


def work_of(address: str) -> str:
    """Return the id of the work that ``address`` is in (``e02b-p4`` → ``e02b``)."""
    return address.partition("-")[0]


def _word(edition: str, key: str, **values: object) -> str:
    return interface.text(edition, f"place-{key}", **values)
