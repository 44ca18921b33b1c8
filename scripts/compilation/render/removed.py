"""Writes the part of the list of emendations that quotes what is not in the book."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from ..own_words import Say
from ..removed import BY_EDITOR, Removed
from ..rules import RULES
from .escape import text

#: So many texts that a rule took out are quoted in a book, so many characters of one, so many of
#: its lines named: a compilation from the web has thousands, of which the first are like the rest,
#: and a reader of the PDF would turn a hundred pages of them. What an editor dropped is quoted
#: whole, every time.
MOST, LONGEST, LINES = 500, 200, 8

#: What stands for a character that no font has.
_GETA = "〓"


class _Item(NamedTuple):
    """Texts that one rule took out of one chapter, each with its lines."""

    where: str
    rule: str
    texts: dict[str, list[int]]


def section(chapters: Sequence[tuple[str, Sequence[Removed]]], say: Say) -> list[str]:
    """Give the section, if there is anything for it: chapters by name with what they lost."""
    items, left = _chosen(chapters)
    if not items:
        return []
    about = (
        "原文里有、书里没有印的文字：编者定为不是正文的，按规则去掉的页码、广告、网页按钮之类。"
        "照原文抄录，注明原文的行号。"
    )
    if left:
        about += f"按规则去掉的很多，这里只抄前 {MOST} 处，另有 {left} 处从略。"
    listed = "\n".join(_entry(item, say) for item in items)
    return [f"(removed-text)=\n## {say('去掉的文字')}", say(about), listed]


def _chosen(chapters: Sequence[tuple[str, Sequence[Removed]]]) -> tuple[list[_Item], int]:
    """Put together what is listed; give too how many texts are left out."""
    items: list[_Item] = []
    room, left = MOST, 0
    for where, pieces in chapters:
        of_rules: dict[str, _Item] = {}
        for piece in pieces:
            item = of_rules.setdefault(piece.rule, _Item(where, piece.rule, {}))
            if piece.text not in item.texts and piece.rule != BY_EDITOR:
                if not room:
                    left += 1
                    continue
                room -= 1
            item.texts.setdefault(piece.text, []).append(piece.line)
        items += (item for item in of_rules.values() if item.texts)
    return items, left


def _entry(item: _Item, say: Say) -> str:
    """Give one entry: of what, why, and the texts."""
    why = RULES[item.rule].partition("（")[0]
    quoted = "　".join(_quoted(item.rule, *one, say) for one in item.texts.items())
    return f"- {text(item.where, False)}　{text(say(why), False)}：{quoted}"


def _quoted(rule: str, value: str, lines: Sequence[int], say: Say) -> str:
    shown = "".join(map(_printable, value))
    if rule != BY_EDITOR and len(shown) > LONGEST:
        half = LONGEST // 2
        shown = f"{shown[:half]}……{shown[-half:]}"
    places = "、".join(map(str, lines[:LINES])) + ("……" if len(lines) > LINES else "")
    return f"*{text(shown, False)}*{say(f'（第{places}行）')}"


def _printable(character: str) -> str:
    """Give what can be printed for a character: private ones have no form, pictures no font."""
    kind = unicodedata.category(character)
    unseen = kind[0] == "C" or (kind == "So" and character > "\uffff")
    return _GETA if unseen and character != "\n" else character
