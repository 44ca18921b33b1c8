"""The book's own words, ``editorial/conversion.yaml``: what its editor decided.

They win over everything. The file holds up to three lists::

    words:                        # wherever the text has them
      - {text: 于家店, form: 于家店, note: 地名}
      - {text: 制种, form: 製種}
      - {text: 了解, TW: 了解, HK: 了解}       # by region
      - {text: 台, form: 台, works: [e02b]}    # in one work, or several
    places:                       # one place and no other
      - {at: e02b-p7, text: 后, form: 後, nth: 2}
    house:                        # one word, one form: where the text has it as a word
      - {text: 了解, form: 瞭解}

``text`` is as the edited Simplified text has it. ``form`` goes for both Traditional
editions, ``TW`` and ``HK`` for one each (``Hans`` for the Simplified edition of a book
whose text is Traditional). ``nth`` counts the occurrences of ``text``
in its paragraph from 1 (default 1). ``words`` hold wherever their characters stand side
by side; ``house`` only where the segmentation finds the word (not in 签订了解决办法).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_REGIONS = {"tw": "TW", "hk": "HK", "": "Hans"}
_FORM_KEYS = {"form", "TW", "HK", "Hans"}
_WORD_KEYS = {"text", "works", "note"} | _FORM_KEYS
_PLACE_KEYS = {"text", "at", "nth", "note"} | _FORM_KEYS


class EditorialError(ValueError):
    """A mistake in the editor's file; its text says where and what to do."""


@dataclass(frozen=True)
class Word:
    """A word and the form the editor wants for it."""

    text: str
    form: str
    #: Ids of the works it is for; empty: the whole book.
    works: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Place:
    """One occurrence of a phrase in one block, and its form."""

    at: str
    text: str
    form: str
    nth: int = 1
    note: str = ""


@dataclass(frozen=True)
class EditorsWords:
    """All that the editor decided for one region."""

    words: tuple[Word, ...] = ()
    places: tuple[Place, ...] = ()
    house: tuple[Word, ...] = ()


#: What an editor who decided nothing has decided.
NOTHING = EditorsWords()


def read(path: Path, region: str) -> EditorsWords:
    """Read the editor's file for *region* (``"tw"``, ``"hk"``, ``""`` for Simplified).

    A file that does not exist holds nothing. Raises :class:`EditorialError`.

    Every page asks, so what the file said is remembered until it changes.
    """
    try:
        state = path.stat()
    except OSError:
        return NOTHING
    return _read(path, region, (state.st_mtime_ns, state.st_size, state.st_ino))


@lru_cache(maxsize=8)
def _read(path: Path, region: str, state: tuple[int, int, int]) -> EditorsWords:
    """Read the file, which is in *state*: when it was written, its size, its number on disk."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "不是 UTF-8 编码"
        raise EditorialError(f"{path}:{line}: 不是合格的 YAML（{problem}），请改正。") from None
    if root is None:
        return EditorsWords()
    return _Reader(path, region).document(root)


class _Reader:
    """Turns YAML nodes into words and places; knows the line of each."""

    def __init__(self, path: Path, region: str) -> None:
        self.path = path
        self.region = region

    def fail(self, node: yaml.Node, message: str) -> EditorialError:
        return EditorialError(f"{self.path}:{node.start_mark.line + 1}: {message}")

    def document(self, root: yaml.Node) -> EditorsWords:
        if not isinstance(root, yaml.MappingNode):
            raise self.fail(root, "最外层应有 words（词）、places（处所）、house（用字）几项。")
        words: list[Word] = []
        places: list[Place] = []
        house: list[Word] = []
        for key, value in root.value:
            if key.value == "words":
                words = [word for node in self.items(value) for word in self.word(node)]
            elif key.value == "places":
                places = [place for node in self.items(value) for place in self.place(node)]
            elif key.value == "house":
                house = [word for node in self.items(value) for word in self.word(node)]
            else:
                raise self.fail(key, f"不认得“{key.value}”这一项，只有 words、places、house。")
        return EditorsWords(tuple(words), tuple(places), tuple(house))

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.ScalarNode) and node.value in ("", "~", "null"):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, "这里应是一个列表，每行以“- ”开头。")
        return node.value

    def mapping(self, node: yaml.Node, known: set[str]) -> dict[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, "每一条应写成 {text: 原文, form: 用字} 的样子。")
        entry: dict[str, Any] = {}
        for key, value in node.value:
            if key.value not in known:
                allowed = "、".join(sorted(known))
                raise self.fail(key, f"不认得“{key.value}”这一项，可用的有：{allowed}。")
            if isinstance(value, yaml.SequenceNode):
                entry[key.value] = [item.value for item in value.value]
            else:
                entry[key.value] = value.value
        if not entry.get("text"):
            raise self.fail(node, "缺 text（原文里的词，按简体写）。")
        return entry

    def form(self, node: yaml.Node, entry: dict[str, Any]) -> str | None:
        """Return the form for this region; ``None`` if the entry is for another."""
        if not entry.keys() & _FORM_KEYS:
            raise self.fail(node, f"“{entry['text']}”缺 form（用字），或缺 TW、HK。")
        form = entry.get(_REGIONS[self.region], entry.get("form"))
        if form is not None and len(form) != len(entry["text"]):
            raise self.fail(
                node, f"“{entry['text']}”和“{form}”字数不同；转换逐字对应，两边字数须一样。"
            )
        return form

    def word(self, node: yaml.Node) -> list[Word]:
        entry = self.mapping(node, _WORD_KEYS)
        form = self.form(node, entry)
        works = entry.get("works", ())
        if isinstance(works, str):
            works = [works]
        if form is None:
            return []
        return [Word(entry["text"], form, tuple(works), entry.get("note", ""))]

    def place(self, node: yaml.Node) -> list[Place]:
        entry = self.mapping(node, _PLACE_KEYS)
        form = self.form(node, entry)
        if not entry.get("at"):
            raise self.fail(node, "缺 at（段落的编号，如 e02b-p7）。")
        nth = entry.get("nth", "1")
        if not nth.isdecimal() or int(nth) < 1:
            raise self.fail(node, f"nth 应是从 1 起的整数，不能是“{nth}”。")
        if form is None:
            return []
        return [Place(entry["at"], entry["text"], form, int(nth), entry.get("note", ""))]
