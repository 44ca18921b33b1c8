"""Reads the editor's corrections: editorial/emendations.yaml.

An entry names its place by quoting what the source has there (``source``), if need be with
more of the sentence around it (``context``), and optionally the work or the passage: a block, or
the title, subtitle or byline of a work (see :mod:`passages`).  :mod:`emend` applies them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from .config import LinedDict, Place, invalid, read_entries
from .folds import unfold
from .model import Certainty

_TEXTS = ("work", "block", "source", "emended", "context", "certainty", "reason")
_FLAG = "verbatim"
KEYS = {*_TEXTS, _FLAG}
_CERTAINTIES = ("certain", "probable", "doubtful")


@dataclass(frozen=True, slots=True)
class Emendation:
    """One entry of the file; ``at`` is where it stands there, ``keys`` where each of its keys.

    ``verbatim`` says that the source's reading is printed as it is in editions of other scripts.
    """

    source: str
    emended: str
    reason: str
    certainty: Certainty
    context: str
    work: str
    block: str
    at: Place
    file: str = ""
    keys: Mapping[str, Place] = field(default_factory=dict, compare=False)
    verbatim: bool = False


def load(path: Path) -> tuple[Emendation, ...]:
    """Read the file of emendations; a missing file is an empty one.

    Raises ConversionError naming entry, line and what is wrong with it.
    """
    entries = read_entries(path, KEYS, "source", "校改")
    return tuple(_entry(path, item, number) for number, item in entries)


def _entry(path: Path, item: LinedDict, number: int) -> Emendation:
    """Check one entry."""
    values = dict.fromkeys(_TEXTS, "")
    for key, value in item.items():
        if key == _FLAG:
            continue
        if value is not None and not isinstance(value, str):
            raise invalid(path, item.at(key), f"第 {number} 条校改的 {key} 应是文字，请加引号")
        values[key] = value or ""
    values["reason"] = unfold(values["reason"])
    values["certainty"] = values["certainty"] or "certain"
    if wrong := _wrong(values, item.get(_FLAG)):
        key, what = wrong
        raise invalid(path, item.at(key), f"第 {number} 条校改{what}")
    return Emendation(
        values["source"],
        values["emended"],
        values["reason"],
        cast(Certainty, values["certainty"]),
        values["context"],
        values["work"],
        values["block"],
        item.start,
        str(path),
        {key: item.at(key) for key in item},
        bool(item.get(_FLAG)),
    )


def _wrong(values: Mapping[str, str], verbatim: object) -> tuple[str, str] | None:
    """Give the key that an entry's first mistake is at and what is wrong, or None.

    ``verbatim`` is what the file says for that key.
    """
    for key in ("source", "reason"):
        if not values[key].strip():
            return key, f"缺少 {key}"
    for key in ("source", "emended", "context"):
        if "\n" in values[key]:
            return key, f"的 {key} 里不能换行，一条校改只在一段之内"
    certainty = values["certainty"]
    if certainty not in _CERTAINTIES:
        return "certainty", f"的 certainty 是“{certainty}”，只能是 {'、'.join(_CERTAINTIES)}"
    if certainty != "doubtful" and not values["emended"]:
        what = "缺少 emended（改成什么；要删字，source 里连旁边留下的字一起抄）"
        return "emended", what
    if values["context"] and values["source"] not in values["context"]:
        return "context", "的 context 里没有 source"
    if values["source"] == values["emended"]:
        return "emended", "的 source 与 emended 相同"
    if verbatim is not None and not isinstance(verbatim, bool):
        return _FLAG, "的 verbatim 只能是 true 或 false"
    if verbatim and certainty == "doubtful":
        what = "存疑，正文就是原文的读法，不能写 verbatim；要定它的用字，写在 conversion.yaml 里"
        return _FLAG, what
    return None
