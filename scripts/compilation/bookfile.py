"""What the converter takes from book.yaml: the source, its script, the volumes.

The rest of the file is for the extensions, and ``bookinfo`` says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from os.path import realpath  # Path.resolve raises for links in a circle
from pathlib import Path

from .config import LinedDict, LinedList, Place, invalid, is_there, read_yaml
from .problems import Code, Problem


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume of the book: its title and the chapter (``e07``) that it begins with."""

    title: str
    first: str
    file: str
    at: Place


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are: the source, the editor's folder and the folder to write to.

    ``editorial`` and ``glossary``, the slogan file, are None for a source that is not the book's
    own: the editor's decisions speak of another text.  ``about`` is all texts of ``book.yaml``,
    which the front matter prints, ``note`` what it says of the book's own source.
    """

    source: Path
    output: Path
    glossary: Path | None
    editorial: Path | None
    script: str = "Hans"
    volumes: tuple[Volume, ...] = ()
    about: tuple[str, ...] = ()
    note: str = ""


def settings(book: Path, source: Path | None = None, target: Path | None = None) -> Settings:
    """Read ``book.yaml``; ``source`` and ``target`` come first where they are given.

    Raises ConversionError for a missing or broken file or one that names no source.
    """
    home = book.parent
    if source is not None and not is_there(book):
        return Settings(source, target or home, None, None)
    data = read_yaml(book)
    if not isinstance(data, LinedDict):
        raise invalid(book, (1, 1), "内容应是“键: 值”的形式")
    own_script = data.get("script", "Hans")
    if own_script not in ("Hans", "Hant"):
        raise invalid(book, data.at("script"), f"script 是“{own_script}”，只能是 Hans 或 Hant")
    about = data.get("source")
    file = about.get("file") if isinstance(about, LinedDict) else None
    if source is None:
        if not isinstance(file, str) or not file.strip():
            place = about.start if isinstance(about, LinedDict) else data.at("source")
            raise invalid(book, place, "没有写明原文在哪里（source: file:）")
        source = home / file
        own = True
    else:
        own = isinstance(file, str) and realpath(source) == realpath(home / file)
    editorial = home / "editorial" if own else None
    words = editorial / "slogans.yaml" if editorial else None
    volumes = _volumes(book, data) if own else ()
    texts = tuple(_texts(data))
    note = about.get("note") if own and isinstance(about, LinedDict) else ""
    said = note.strip() if isinstance(note, str) else ""
    return Settings(source, target or home, words, editorial, own_script, volumes, texts, said)


def _texts(data: object) -> Iterator[str]:
    """Give all texts in a value of YAML, its keys left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, LinedDict | LinedList):
        for value in data.values() if isinstance(data, LinedDict) else data:
            yield from _texts(value)


def _volumes(file: Path, data: LinedDict) -> tuple[Volume, ...]:
    """Read ``volumes``: a list of ``{title: …, first: e01}``, in the order of the chapters."""
    listed = data.get("volumes")
    if listed is None:
        return ()
    if not isinstance(listed, LinedList) or not listed:
        raise invalid(
            file, data.at("volumes"), "volumes 应是列表，每卷写作 - {title: 上卷, first: e01}"
        )
    found = []
    for item, place in zip(listed, listed.places, strict=True):
        if not isinstance(item, LinedDict):
            raise invalid(file, place, "每卷应写作 - {title: 上卷, first: e01}")
        if unknown := next((key for key in item if key not in ("title", "first")), None):
            raise invalid(file, item.at(unknown), f"卷里不认识的键“{unknown}”，只有 title、first")
        title, first = item.get("title"), item.get("first")
        if not isinstance(title, str) or not title.strip() or "\n" in title:
            raise invalid(file, item.at("title"), "卷的 title 应是一行文字")
        if not isinstance(first, str) or not re.fullmatch(r"e\d{2,6}", first):
            raise invalid(file, item.at("first"), "卷的 first 应是这一卷第一章的编号，如 e01")
        found.append(Volume(title.strip(), first, str(file), item.start))
    if int(found[0].first[1:]) != 1:
        raise invalid(file, found[0].at, "第一卷应从 e01 起")
    for before, after in pairwise(found):
        if int(after.first[1:]) <= int(before.first[1:]):
            raise invalid(file, after.at, f"“{after.title}”应在“{before.title}”之后开始")
    return tuple(found)


def misplaced(volumes: Sequence[Volume], chapters: Sequence[str]) -> list[Problem]:
    """Give a problem for each volume that begins with a chapter that the book does not have."""
    return [
        Problem(
            Code.CONFIG_INVALID,
            f"书里没有 {volume.first} 这一章。",
            f"本书有 {len(chapters)} 章，编号见 essays/。",
            volume.file,
            *volume.at,
        )
        for volume in volumes
        if volume.first not in chapters
    ]
