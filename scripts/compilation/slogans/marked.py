"""YAML with the place of every value, so that a mistake in it can be shown to an editor.

Unlike `config.read_yaml`, which keeps the lines of mappings, this keeps line and column of every
value and leaves every scalar as it is written: ``12243``, ``2010`` and ``on`` are text in a
glossary, not numbers and booleans. An empty value is None. Tags are ignored, and a list or
mapping cannot be used twice through an anchor: each mistake is to have one place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from ..config import broken
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


def read(text: str, name: str) -> Marked:
    """Read one YAML document from `text`; `name` stands for the file in messages.

    Raises ConversionError with the place of what is not YAML, or not YAML that we take.
    """
    marked = Marked(None, name)
    try:
        root = yaml.compose(text, Loader=_Loader)
        if root is not None:
            marked.data = _plain(root, (), marked, set())
    except yaml.YAMLError as error:
        raise ConversionError(broken(name, error)) from None
    except RecursionError:
        raise ConversionError(
            Problem(Code.YAML_BROKEN, "括号或缩进套得太深。", "请检查括号是否成对。", name)
        ) from None
    return marked


def _plain(node: yaml.Node, path: Path, marked: Marked, seen: set[int]) -> Any:
    marked.places.setdefault(path, _start(node))
    if isinstance(node, yaml.ScalarNode):
        empty = not node.style and node.value in ("", "~", "null")
        return None if empty else node.value
    if id(node) in seen:
        problem = marked.problem(Code.YAML_BROKEN, path, "这里用了锚点引用（*）。", "请照写一遍。")
        raise ConversionError(problem)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, n), marked, seen) for n, child in enumerate(node.value)]
    data: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value
        # A value that is a block starts a line below its key; the key is what an editor looks for.
        here = (*path, name) if isinstance(name, str) else path
        doubled = name in data if isinstance(name, str) else False
        marked.places[here] = _start(key)
        if not isinstance(name, str):
            raise ConversionError(
                marked.problem(Code.YAML_BROKEN, here, "键不能是列表或映射。", "请写成一个词。")
            )
        if doubled:
            raise ConversionError(
                marked.problem(Code.YAML_BROKEN, here, f"同一处写了两个“{name}”。", "请删去一个。")
            )
        data[name] = _plain(value, here, marked, seen)
    return data


def _start(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
