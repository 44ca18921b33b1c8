"""Writes the index of the chapters, divided into volumes where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Block
from ..own_words import Say
from .escape import scalar, text

#: More chapters than this are divided into volumes of at most this many.
VOLUME = 50


def pages(
    chapters: Sequence[tuple[str, str, str]], front: Sequence[Block], say: Say
) -> dict[str, str]:
    """Give index.md, and v01.md … where there are more than 50 chapters.

    ``chapters`` are (id, marker, title).
    """
    heading = say("目录")
    parts = [f"---\ntitle: {heading}\n---", f"(essays)=\n# {heading}"]
    parts += [f"({block.id})=\n{text(block.text)}" for block in front]
    if len(chapters) <= VOLUME:
        parts.append(_toctree([c[0] for c in chapters], 2))
        return {"essays/index.md": "\n\n".join(parts) + "\n"}
    result = {}
    volumes = []
    for number, start in enumerate(range(0, len(chapters), VOLUME), 1):
        some = chapters[start : start + VOLUME]
        name = f"v{number:02d}"
        title = f"第{number}卷（{_name(some[0])}至{_name(some[-1])}）"
        result[f"essays/{name}.md"] = (
            f"---\ntitle: {scalar(title)}\nvolume: {number}\n---\n\n"
            f"({name})=\n# {text(title, False)}\n\n{_toctree([c[0] for c in some], 1)}\n"
        )
        volumes.append(name)
    parts.append(_toctree(volumes, 2))
    result["essays/index.md"] = "\n\n".join(parts) + "\n"
    return result


def _name(chapter: tuple[str, str, str]) -> str:
    return chapter[1] or chapter[2]


def _toctree(names: Sequence[str], depth: int) -> str:
    listed = "\n".join(names)
    return f"```{{toctree}}\n:maxdepth: {depth}\n\n{listed}\n```"
