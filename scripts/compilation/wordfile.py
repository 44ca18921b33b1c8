"""Reads editorial/conversion.yaml for the converter: what an entry there may say.

The words are for the extension that converts the editions (``edition``), which has the same rules
and takes nothing from here: the two know each other only through the files.  They are kept here
too, so that an editor hears of a mistake when the book is checked, not when it is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .config import LinedDict, LinedList, invalid, is_there, read_yaml

_REGIONS = ("TW", "HK", "Hans")
_FORMS = ("form", *_REGIONS)
#: The lists, each with the keys that its entries may have.
_KEYS = {
    "words": ("text", *_FORMS, "works", "note"),
    "places": ("at", "text", *_FORMS, "nth", "note"),
    "house": ("text", *_FORMS, "works", "note"),
}


def read(path: Path) -> LinedDict:
    """Give what the file holds; a missing or an empty one holds nothing.

    Raises ConversionError for the first mistake, with its place.
    """
    data = read_yaml(path) if is_there(path) else None
    if data is None:
        return LinedDict()
    if not isinstance(data, LinedDict):
        raise invalid(path, (1, 1), "最外层应有 words（词）、places（处所）、house（用字）几项")
    _refuse_unknown(path, data, tuple(_KEYS))
    taken: dict[tuple[str, ...], int] = {}
    for name, items in data.items():
        if items is None:
            continue
        if not isinstance(items, LinedList):
            raise invalid(path, data.at(name), f"{name} 应是一个列表，每条以“- ”开头")
        for item, place in zip(items, items.places, strict=True):
            if not isinstance(item, LinedDict):
                raise invalid(path, place, "每一条应写成 {text: 原文, form: 用字} 的样子")
            _check(path, name, item)
            _once(path, name, item, taken)
    return data


def works(item: LinedDict) -> Sequence[str]:
    """Give the works that an entry is for; none when it is for all."""
    named = item.get("works")
    return named if isinstance(named, LinedList) else () if named is None else (named,)


def _refuse_unknown(path: Path, item: LinedDict, known: tuple[str, ...]) -> None:
    if unknown := next((key for key in item if key not in known), None):
        what = f"不认识的键“{unknown}”，可用的有：{'、'.join(known)}"
        raise invalid(path, item.at(unknown), what)


def _check(path: Path, name: str, item: LinedDict) -> None:
    """Refuse an entry that the extension would refuse."""
    _refuse_unknown(path, item, _KEYS[name])
    for key, value in item.items():
        if key != "works" and isinstance(value, LinedDict | LinedList):
            raise invalid(path, item.at(key), f"{key} 应是文字，不能是列表或“键: 值”")
        if isinstance(value, str) and any(sign < " " for sign in value):
            raise invalid(path, item.at(key), f"{key} 里有换行或制表符，应写在一行里")
    if not all(isinstance(work, str) for work in works(item)):
        raise invalid(path, item.at("works"), "works 应是篇的编号，几篇写成 [e01a, e03b]")
    text = item.get("text")
    if text is None or text == "":
        raise invalid(path, item.start, "缺 text（原文里的词，用原文的字体）")
    forms = [(key, item[key]) for key in _FORMS if key in item]
    if not forms:
        raise invalid(path, item.start, f"“{text}”缺 form（用字），或缺 TW、HK")
    for key, form in forms:
        if form is None or (isinstance(text, str) and len(str(form)) != len(text)):
            what = f"“{text}”和“{form or ''}”字数不同；转换逐字对应，两边字数须一样"
            raise invalid(path, item.at(key), what)
    if name == "places":
        _check_place(path, item)


def _check_place(path: Path, item: LinedDict) -> None:
    if not item.get("at"):
        raise invalid(path, item.start, "缺 at（段落的编号，如 e02b-p7；题目等写作 e02b-title）")
    nth: Any = item.get("nth", 1)
    if isinstance(nth, bool) or not str(nth).isdecimal() or int(nth) < 1:
        raise invalid(path, item.at("nth"), f"nth 应是从 1 起的整数，不能是“{nth}”")


def _once(path: Path, name: str, item: LinedDict, taken: dict[tuple[str, ...], int]) -> None:
    """Refuse a second entry for what an entry has settled, for the same edition."""
    where = (item["at"], item.get("nth", 1)) if name == "places" else works(item)
    for region in _REGIONS:
        if region not in item and "form" not in item:
            continue
        key = (region, name, str(item["text"]), *map(str, where))
        if key in taken:
            raise invalid(
                path, item.start, f"“{item['text']}”已在第 {taken[key]} 行定过，请删去一处"
            )
        taken[key] = item.line
