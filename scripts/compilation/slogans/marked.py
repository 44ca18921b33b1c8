"""YAML with the place of every value, so that a mistake in it can be shown to an editor.

Unlike `config.read_yaml`, which keeps the lines of mappings, this keeps line and column of every
value and leaves every scalar as it is written: ``12243``, ``2010`` and ``on`` are text in a
glossary, not numbers and booleans. An empty value is None. Tags are ignored, and a
value cannot be used twice through an anchor: each mistake is to have one place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn, cast

import yaml

from ..config import CONTROL, broken
from ..folds import keep_lines
from ..problems import Code, ConversionError, Problem

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line and column, both 1-based."""

    line: int
    column: int


@dataclass(slots=True)
class Marked:
    """A YAML document as plain data, the file's name, and where each of its values stands."""

    data: Any
    name: str
    places: dict[Path, Place] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands, or the nearest value around it."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(1, 1))

    def problem(self, code: Code, path: Path, message: str, advice: str) -> Problem:
        """Make a problem of the value at `path`."""
        where = self.place(path)
        return Problem(code, message, advice, self.name, where.line, where.column)


# libyaml where the wheel has it: 5,000 entries load in a second, not in fifteen.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 20
"""Levels of lists and mappings within one another; a glossary has six."""


def read(text: str, name: str) -> Marked:
    """Read one YAML document from `text`; `name` stands for the file in messages.

    Raises ConversionError with the place of what is not YAML, or not YAML that we take.
    """
    builder = _Builder(Marked(None, name), text)
    try:
        # Events, not PyYAML's composer: that one recurses, in C, down to a crash.
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise ConversionError(broken(name, error, text)) from None
    return builder.marked


class _Builder:
    """Builds plain data from YAML events, and notes where each value starts."""

    def __init__(self, marked: Marked, text: str) -> None:
        self.marked = marked
        self.text = text
        self.open: list[tuple[Path, list[Any] | dict[str, Any]]] = []
        self.key: str | None = None  # read, its value still to come
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse(event, "文件里有第二份 YAML 文档（---）。", "请合成一份。")
        elif isinstance(event, yaml.AliasEvent):
            self.refuse(event, "这里用了锚点引用（*）。", "请照写一遍。")
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.enter(event, [])
        elif isinstance(event, yaml.MappingStartEvent):
            self.enter(event, {})
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if found := CONTROL.search(event.value):
            self.refuse(event, f"文字里有控制字符 U+{ord(found[0]):04X}。", "请删去。")
        if self.open and isinstance(self.open[-1][1], dict) and self.key is None:
            path, mapping = self.open[-1]
            if event.value in mapping:
                self.refuse(event, f"同一处写了两个“{event.value}”。", "请删去一个。")
            self.key = event.value
            # A block value starts below its key; the key is what an editor looks for.
            self.marked.places[(*path, self.key)] = _start(event)
        else:
            empty = not event.style and event.value in ("", "~", "null")
            self.add(event, None if empty else self.value(event))

    def value(self, event: yaml.ScalarEvent) -> str:
        """Give the text of `event`, its lines kept."""
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        return keep_lines(event.value, event.style, start, end, self.text)

    def enter(self, event: yaml.Event, collection: list[Any] | dict[str, Any]) -> None:
        if self.open and isinstance(self.open[-1][1], dict) and self.key is None:
            self.refuse(event, "键不能是列表或映射。", "请写成一个词。")
        if len(self.open) >= DEEPEST:
            self.refuse(event, "括号或缩进套得太深。", "请检查括号是否成对。")
        self.open.append((self.add(event, collection), collection))

    def add(self, event: yaml.Event, value: Any) -> Path:
        """Put `value` where it belongs; give its path."""
        path: Path = ()
        if not self.open:
            self.marked.data = value
        else:
            around, collection = self.open[-1]
            if isinstance(collection, list):
                path = (*around, len(collection))
                collection.append(value)
            else:
                assert self.key is not None
                path = (*around, self.key)
                collection[self.key] = value
                self.key = None
        self.marked.places.setdefault(path, _start(event))
        return path

    def refuse(self, event: yaml.Event, message: str, advice: str) -> NoReturn:
        where = _start(event)
        raise ConversionError(
            Problem(Code.YAML_BROKEN, message, advice, self.marked.name, where.line, where.column)
        )


def _start(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
