"""The book's own words, ``editorial/conversion.yaml``: what its editor decided.

They win over everything. The file holds up to three lists::

    words:                        # wherever the text has them
      - {text: 于家店, form: 于家店, note: 地名}
      - {text: 制种, form: 製種}
      - {text: 了解, TW: 了解, HK: 了解}       # by region
      - {text: 台, form: 台, works: [e02b]}    # in one work, or several
    places:                       # one place and no other
      - {at: e02b-p7, text: 后, form: 後, nth: 2}
      - {at: e02b-title, text: 台, TW: 台}   # as :mod:`edition.passages` names them
    house:                        # one word, one form: where the text has it as a word
      - {text: 了解, form: 瞭解}

``text`` is as the edited Simplified text has it. ``form`` goes for both Traditional
editions, ``TW`` and ``HK`` for one each (``Hans`` for the Simplified edition of a book
whose text is Traditional). ``nth`` counts the occurrences of ``text``
in its passage from 1 (default 1). ``words`` hold wherever their characters stand side
by side; ``house`` only where the segmentation finds the word (not in 签订了解决办法).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import brokenyaml
import yaml

_REGIONS = {"tw": "TW", "hk": "HK", "": "Hans"}
_FORM_KEYS = {"form", "TW", "HK", "Hans"}
_LISTS = ("words", "places", "house")
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
    """One occurrence of a phrase in one passage, and its form."""

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
    except FileNotFoundError:
        return NOTHING
    except OSError as error:
        raise _unreadable(path, error) from None
    return _read(path, region, (state.st_mtime_ns, state.st_size, state.st_ino))


@lru_cache(maxsize=8)
def _read(path: Path, region: str, state: tuple[int, int, int]) -> EditorsWords:
    """Read the file, which is in *state*: when it was written, its size, its number on disk."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EditorialError(
            f"{path}: 第 {error.start} 字节起不是 UTF-8 编码。请用 UTF-8 重新保存这个文件。"
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise EditorialError(f"{path}{brokenyaml.explained(error, text)}") from None
    except RecursionError:
        raise EditorialError(f"{path}: 括号或缩进套得太深，请检查括号是否成对。") from None
    if root is None:
        return EditorsWords()
    return _Reader(path, region).document(root)


def _unreadable(path: Path, error: OSError) -> EditorialError:
    reason = f"读不了这个文件（{error.strerror}）"
    return EditorialError(f"{path}: {reason}，请检查它和所在目录是什么、权限是否允许读取。")


class _Reader:
    """Turns YAML nodes into words and places; knows the line of each."""

    def __init__(self, path: Path, region: str) -> None:
        self.path = path
        self.region = region

    def fail(self, node: yaml.Node, message: str) -> EditorialError:
        mark = node.start_mark
        return EditorialError(f"{self.path}:{mark.line + 1}:{mark.column + 1}: {message}")

    def document(self, root: yaml.Node) -> EditorsWords:
        lists = self.keys(
            root, _LISTS, "最外层应有 words（词）、places（处所）、house（用字）几项。"
        )
        taken: dict[tuple[str, ...], yaml.Node] = {}
        words: list[Word] = []
        places: list[Place] = []
        house: list[Word] = []
        for name, value in lists.items():
            for node in self.items(value):
                made = self.place(node) if name == "places" else self.word(node)
                if made is None:
                    continue
                self.once(node, name, made, taken)
                if isinstance(made, Place):
                    places.append(made)
                else:
                    (words if name == "words" else house).append(made)
        return EditorsWords(tuple(words), tuple(places), tuple(house))

    def once(
        self,
        node: yaml.Node,
        name: str,
        made: Word | Place,
        taken: dict[tuple[str, ...], yaml.Node],
    ) -> None:
        """Refuse a second entry for what an entry has settled."""
        where = (made.at, str(made.nth)) if isinstance(made, Place) else made.works
        key = (name, made.text, *where)
        if key in taken:
            line = taken[key].start_mark.line + 1
            raise self.fail(node, f"“{made.text}”已在第 {line} 行定过，请删去一处。")
        taken[key] = node

    def keys(self, node: yaml.Node, known: Collection[str], shape: str) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, shape)
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value not in known:
                name = key.value if isinstance(key, yaml.ScalarNode) else "……"
                raise self.fail(
                    key, f"不认得“{name}”这一项，可用的有：{'、'.join(sorted(known))}。"
                )
            if key.value in found:
                raise self.fail(key, f"“{key.value}”写了两次，请删去一个。")
            found[key.value] = value
        return found

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        if isinstance(node, yaml.ScalarNode) and node.value in ("", "~", "null"):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, "这里应是一个列表，每行以“- ”开头。")
        return list(node.value)

    def text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.fail(node, f"{what} 应是文字，不能是列表或“键: 值”。")
        value: str = node.value
        if any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in value):
            raise self.fail(node, f"{what} 里有换行或控制字符，请删去。")
        return value

    def mapping(self, node: yaml.Node, known: set[str]) -> dict[str, str]:
        """Return an entry's texts; ``works`` is left to :meth:`works`."""
        nodes = self.keys(node, known, "每一条应写成 {text: 原文, form: 用字} 的样子。")
        entry = {key: self.text(value, key) for key, value in nodes.items() if key != "works"}
        if not entry.get("text"):
            raise self.fail(node, "缺 text（原文里的词，用原文的字体）。")
        return entry

    def works(self, node: yaml.Node) -> tuple[str, ...]:
        """Return the works that an entry is for: one, or a list of them."""
        value = next((v for k, v in node.value if k.value == "works"), None)
        if value is None:
            return ()
        listed = value.value if isinstance(value, yaml.SequenceNode) else [value]
        return tuple(self.text(item, "works 的每一项") for item in listed)

    def form(self, node: yaml.Node, entry: dict[str, str]) -> str | None:
        """Return the form for this region; ``None`` if the entry is for another."""
        if not entry.keys() & _FORM_KEYS:
            raise self.fail(node, f"“{entry['text']}”缺 form（用字），或缺 TW、HK。")
        for form in (entry[key] for key in _FORM_KEYS if key in entry):
            if len(form) != len(entry["text"]):
                raise self.fail(
                    node, f"“{entry['text']}”和“{form}”字数不同；转换逐字对应，两边字数须一样。"
                )
        return entry.get(_REGIONS[self.region], entry.get("form"))

    def word(self, node: yaml.Node) -> Word | None:
        entry = self.mapping(node, _WORD_KEYS)
        form = self.form(node, entry)
        if form is None:
            return None
        return Word(entry["text"], form, self.works(node), entry.get("note", ""))

    def place(self, node: yaml.Node) -> Place | None:
        entry = self.mapping(node, _PLACE_KEYS)
        form = self.form(node, entry)
        if not entry.get("at"):
            raise self.fail(node, "缺 at（段落的编号，如 e02b-p7；题目等写作 e02b-title）。")
        nth = entry.get("nth", "1")
        if not nth.isdecimal() or int(nth) < 1:
            raise self.fail(node, f"nth 应是从 1 起的整数，不能是“{nth}”。")
        if form is None:
            return None
        return Place(entry["at"], entry["text"], form, int(nth), entry.get("note", ""))
