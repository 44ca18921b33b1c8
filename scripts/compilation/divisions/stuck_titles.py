"""Finds the titles that stick to their texts where a whole page came down in one line or a few.

The page says its title twice at the start (守堤体会两篇守堤体会水退以后……), or its words name it: a
document viewer the file or a page of it (《守堤体会.docx》, 守堤体会_第1页), the end of the way to
the page.  Behind a full stop the same title begins another text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..marks.header import OPENING
from ..signatures.names import is_name, is_surely_name, is_unit
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, BLANK_CHARACTERS, CHINESE, SCREEN, ends_with_genre
from ..text.variants import either

#: A line that may be a whole page has so many characters.
_LONG = 160
#: The title has so many characters or more.
_LEAST = 4
#: Such a page has so many lines at most.
LINES = 12
#: How the name of such a file ends.
_TYPES = r"\.(?:docx?|pdf|txt|pptx?|wps)"
_FILE = lazy_regex(rf"《([^《》。]{{4,40}}?)(?:[（(][^（）()]{{1,12}}[）)])?{_TYPES}")
# The name of the file alone: 守堤体会.docx.
_FILE_NAME = lazy_regex(rf"[^。]{{4,60}}{_TYPES}")
# The same of a page of the file, of a link to it, and at the end of the way to it.
_NAMED = lazy_regex(
    either(
        rf"^(?:(?P<page>[^。\n]{{4,40}}?)[{BLANK}_—-]{{1,3}}第\d{{1,3}}页|本文标题[：:](?P<link>[^。\n]{{4,40}})"
        rf"|[^。\n]*[>＞»][{BLANK}]*(?P<last>[^。>＞»\n]{{4,40}}))$"
    ),
    re.MULTILINE,
)
# A sentence that begins with the words of the title goes on so.
_PART_OF_SENTENCE = frozenset("的是为為在和与與及，,、。（(")
_COUNT = rf"(?:[（(]?(?:精选|共|范文|通用)?(?:[{CHINESE}]{{1,3}}|\d{{1,2}}|多)篇[）)]?)"
_TWICE = lazy_regex(
    either(rf"(?P<title>[^。，；：！？、{BLANK}]{{6,40}}?){_COUNT}?[{BLANK}]*(?P=title)")
)
# A number behind a title that is said again: headers of a collection, which are found as such.
_NUMBERED = lazy_regex(
    either(
        rf"[{BLANK}]*(?:之?第?|范文|篇|[{OPENING}][{BLANK}]?)[{BLANK}]?(?:[{CHINESE}]{{1,3}}|\d{{1,3}})"
    )
)
# The header of a text in brackets, mark and title: 【篇二廉政学习体会】.
_BRACKETED = lazy_regex(
    rf"(?:^|(?<=[。！？”]))[{BLANK}]*(?P<header>【(?:第[{CHINESE}\d]{{1,3}}篇|篇[{CHINESE}\d]{{1,3}})[^【】。]{{0,40}}】)"
)
# Who wrote it, of which body, before the text begins: 云顶林场三工区：褚大川.
_SIGNED = lazy_regex(
    rf"(?P<unit>[\u4e00-\u9fff]{{3,20}}?)(?:[：:][{BLANK}]*|[{BLANK}]+)(?P<name>[\u4e00-\u9fff]{{2,3}})"
)
# What small bodies end with.
_BODY = frozenset("组組班队隊科室股站所处處区區厂廠段村")
# Words that a sentence goes on with behind a name of two characters.
_GOES_ON = frozenset("我你他她在是上从從我今这這的和把为為对對作到有去通本当當第自")


def titles(lines: Sequence[str], said: str) -> tuple[tuple[str, bool], ...]:
    """Give the titles that stick to the texts of such a page, none for other sources.

    Each is given with whether it is said twice, so that it can open a text in mid-line too.
    ``said`` are the words of the page on its file that were dropped.
    """
    if len(lines) > LINES and ".doc" not in said:
        return ()
    named = [found[1] for found in _FILE.finditer(said)] if "《" in said else []
    named += [
        found[found.lastgroup or 0].strip(BLANK_CHARACTERS) for found in _NAMED.finditer(said)
    ]
    result: dict[str, bool] = {}
    for text in lines[:LINES]:
        if len(text) < _LONG:
            continue
        screen = SCREEN.match(text)
        start = screen.end() if screen else 0
        for title in named:
            behind = text[start + len(title) :][:1]
            if not text.startswith(title, start) or behind in _PART_OF_SENTENCE:
                continue
            if len(title) >= _LEAST and ends_with_genre(title):
                result.setdefault(title, False)
        found = _TWICE.match(text, start)
        if not found or _NUMBERED.match(text, found.end()):
            continue
        if ends_with_genre(found["title"]):
            result[found["title"]] = True
    return tuple(result.items())


def parts(text: str, known: Sequence[tuple[str, bool]]) -> list[tuple[int, int]]:
    """Give the spans of the lines that such a line once was; one span where it was one."""
    places: set[int] = set()
    for title, twice in known:
        found = re.compile(rf"{re.escape(title)}{_COUNT}?")
        at = -1 if _FILE_NAME.fullmatch(text) else text.find(title)
        while at >= 0:
            if at == 0 or (twice and (at in places or text[at - 1] in "。！？…”")):
                whole = found.match(text, at)
                end = whole.end() if whole else at + len(title)
                places |= {at, end}
                at = end - len(title)
                if signed := _signature(text, end):
                    places.add(signed)
            at = text.find(title, at + len(title))
    for header in _BRACKETED.finditer(text):
        places |= set(header.span("header"))
    bounds = sorted({0, len(text), *places})
    return [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]


def _signature(text: str, start: int) -> int:
    """Give where the body and the name behind a title end, or 0."""
    found = _SIGNED.match(text, start)
    if not found or not (is_unit(found["unit"]) or found["unit"][-1] in _BODY):
        return 0
    name = found["name"]
    named = is_name if text[found.end("unit")] in "：:" else is_surely_name
    if len(name) == 3 and named(name) and name[2] not in _GOES_ON:
        return found.end()
    return found.start("name") + 2 if named(name[:2]) else 0
