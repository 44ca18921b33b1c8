"""Writes the index of the chapters, divided into volumes where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..bookfile import Volume
from ..model import Block
from ..own_words import Say
from ..passages import FRONT
from .chapter import note, noted
from .escape import scalar, text

#: More chapters than this are divided into volumes of at most this many.
VOLUME = 50


def pages(
    chapters: Sequence[tuple[str, str, str]],
    front: Sequence[Block],
    say: Say,
    volumes: Sequence[Volume] = (),
) -> dict[str, str]:
    """Give index.md, and v01.md … where the editor wants volumes or there are over 50 chapters.

    ``chapters`` are (id, marker, title); each of ``volumes`` begins with one of them.  What stands
    before the first of them has a page of its own, front.md: an ePub has no page of contents but
    its own list.
    """
    heading = say("目录")
    parts = [f"---\ntitle: {heading}\n---", f"(essays)=\n# {heading}"]
    result = {}
    names = []
    if front:
        result[f"essays/{FRONT}.md"] = _front(front, say)
        names.append(FRONT)
    if len(chapters) <= VOLUME and not volumes:
        parts.append(_toctree([*names, *(c[0] for c in chapters)], 2))
        return {**result, "essays/index.md": "\n\n".join(parts) + "\n"}
    for number, (title, some) in enumerate(_divided(chapters, volumes), 1):
        name = f"v{number:02d}"
        result[f"essays/{name}.md"] = (
            f"---\ntitle: {scalar(title)}\nvolume: {number}\n---\n\n"
            f"({name})=\n# {text(title, False)}\n\n{_toctree([c[0] for c in some], 1)}\n"
        )
        names.append(name)
    parts.append(_toctree(names, 2))
    result["essays/index.md"] = "\n\n".join(parts) + "\n"
    return result


def _front(front: Sequence[Block], say: Say) -> str:
    """Give the page of what stands before the first chapter."""
    title = say("卷首")
    parts = [f"---\ntitle: {title}\nchapter: 0\n---", f"({FRONT}-text)=\n# {title}"]
    for block in front:
        parts.append(f"({block.id})=\n{noted(block.text, block.notes, True)}")
    parts += [note(block.text, one, say) for block in front for one in block.notes]
    return "\n\n".join(parts) + "\n"


def _divided(
    chapters: Sequence[tuple[str, str, str]], volumes: Sequence[Volume]
) -> Iterator[tuple[str, Sequence[tuple[str, str, str]]]]:
    """Give title and chapters of each volume: the editor's, or 50 chapters each."""
    if volumes:
        ids = [chapter[0] for chapter in chapters]
        starts = [*(ids.index(volume.first) for volume in volumes), len(ids)]
        for volume, (start, end) in zip(volumes, pairwise(starts), strict=True):
            yield volume.title, chapters[start:end]
        return
    for number, start in enumerate(range(0, len(chapters), VOLUME), 1):
        some = chapters[start : start + VOLUME]
        yield f"第{number}卷（{_name(some[0])}至{_name(some[-1])}）", some


def _name(chapter: tuple[str, str, str]) -> str:
    return chapter[1] or chapter[2]


def _toctree(names: Sequence[str], depth: int) -> str:
    listed = "\n".join(names)
    return f"```{{toctree}}\n:maxdepth: {depth}\n\n{listed}\n```"
