"""Reads a YAML file of the editor's, with the line of every entry, and refuses it politely."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Set
from pathlib import Path
from typing import Any, cast

import yaml

from .problems import Code, ConversionError, Problem

#: Larger than any file an editor writes by hand (5,000 glossary entries take about 4 MB).
MAX_BYTES = 32_000_000


class LinedDict(dict[Any, Any]):
    """A mapping that remembers the line it began on (``line``) and those of its keys."""

    line: int = 0
    key_lines: dict[Any, int]


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Safe loader that gives LinedDict, keeps dates as text and refuses doubled keys."""


def _mapping(loader: Any, node: yaml.MappingNode) -> LinedDict:
    result = LinedDict()
    result.line = node.start_mark.line + 1
    result.key_lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, Hashable):
            raise yaml.constructor.ConstructorError(
                None, None, "键不能是列表或映射", key_node.start_mark
            )
        if key in result:
            raise yaml.constructor.ConstructorError(
                None, None, f"键“{key}”重复", key_node.start_mark
            )
        result[key] = loader.construct_object(value_node, deep=True)
        result.key_lines[key] = key_node.start_mark.line + 1
    return result


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
)


def read_text(path: Path) -> str:
    """Give the text of an editor's file, without a byte order mark.

    Raises ConversionError (missing, unreadable, too large, not UTF-8) with file and line.
    """
    name = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConversionError(
            Problem(Code.FILE_MISSING, "找不到这个文件。", "请检查文件名和所在目录。", name)
        ) from None
    except OSError as error:
        raise ConversionError(
            Problem(
                Code.FILE_UNREADABLE,
                f"读不了这个文件（{error.strerror}）。",
                "请检查它是不是普通文件、权限是否允许读取。",
                name,
            )
        ) from None
    if len(data) > MAX_BYTES:
        raise ConversionError(
            Problem(Code.FILE_TOO_LARGE, f"文件有 {len(data)} 字节，太大了。", "请拆分。", name)
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConversionError(
            Problem(
                Code.UNDECODABLE,
                f"第 {error.start} 字节起不是 UTF-8 编码。",
                "请用 UTF-8 重新保存这个文件。",
                name,
                line,
            )
        ) from None


def read_yaml(path: Path) -> Any:
    """Give the content of a YAML file; mappings are :class:`LinedDict`, dates are text.

    Raises ConversionError (missing, unreadable, not UTF-8, broken YAML) with file and line.
    """
    name = str(path)
    text = read_text(path)
    try:
        _refuse_depth(name, text)
        return yaml.load(text, Loader=_Loader)  # a subclass of the safe loader
    except yaml.YAMLError as error:
        raise ConversionError(broken(name, error)) from None
    except (ValueError, RecursionError) as error:
        raise ConversionError(
            Problem(Code.YAML_BROKEN, f"YAML 内容不成立：{error}。", "请修改后再试。", name)
        ) from None


#: Lists and mappings within each other, deeper than any file of an editor's needs; PyYAML
#: composes them by recursion in C, and a hundred thousand of them overflow the stack.
MAX_DEPTH = 60
_MAY_NEST = re.compile(rf"(?m)^ {{{MAX_DEPTH},}}\S|^(?: *[-?:]){{{MAX_DEPTH},}}")


def _refuse_depth(name: str, text: str) -> None:
    """Raise ConversionError where a YAML text is nested too deep to be composed.

    Only a text that may be so is read through for it: its events come without recursion.
    """
    if text.count("[") + text.count("{") < MAX_DEPTH and not _MAY_NEST.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark = cast(yaml.Mark, event.start_mark)
                raise ConversionError(
                    Problem(
                        Code.YAML_BROKEN,
                        f"YAML 的列表、映射套了 {MAX_DEPTH} 层以上。",
                        "请检查这里的方括号、花括号和缩进。",
                        name,
                        mark.line + 1,
                        mark.column + 1,
                    )
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def broken(name: str, error: yaml.YAMLError) -> Problem:
    """Turn PyYAML's account of a syntax error into one sentence with its place."""
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "语法不成立"
    if position := getattr(error, "position", None):
        what = f"第 {position} 个字符不允许出现在 YAML 里"
    return Problem(
        Code.YAML_BROKEN,
        f"YAML 写法有误（{what}）。",
        "请检查这一行的缩进、冒号后的空格和引号是否成对。",
        name,
        mark.line + 1 if mark else 0,
        mark.column + 1 if mark else 0,
    )


def invalid(path: Path, line: int, what: str) -> ConversionError:
    """Return the error for an entry that says what it cannot; ``what`` has no full stop."""
    return ConversionError(
        Problem(Code.CONFIG_INVALID, f"{what}。", "请照文件开头的说明修改。", str(path), line)
    )


def read_entries(
    path: Path, keys: Set[str], first: str, noun: str = ""
) -> Iterator[tuple[int, LinedDict]]:
    """Yield the entries of a file that is a list of mappings, each with its number from 1.

    A missing or empty file has none. ``keys`` are those that an entry may have, ``first`` the one
    that the message for a file of another shape shows, ``noun`` what an entry is called there.
    Raises ConversionError naming entry, line and what is wrong with it, when its turn comes.
    """
    data = read_yaml(path) if path.exists() else None
    if data is None:
        return
    if not isinstance(data, list):
        raise invalid(path, 1, f"最外层应是列表，每条{noun}以“- {first}:”开头")
    for number, item in enumerate(data, 1):
        if not isinstance(item, LinedDict):
            raise invalid(path, 1, f"第 {number} 条{noun}不是“键: 值”")
        if unknown := sorted(str(key) for key in set(item) - keys):
            raise invalid(path, item.line, f"第 {number} 条{noun}有不认识的键“{unknown[0]}”")
        yield number, item
