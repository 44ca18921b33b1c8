"""Reads a YAML file of the editor's, with the line of every entry, and refuses it politely."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Set
from pathlib import Path
from typing import Any, cast

import yaml
from processes.reasons import reason

from .folds import keep_lines
from .problems import Code, ConversionError, Places, Problem
from .text.lazy import lazy_regex

#: What no text of a book can hold: most formats have no way to write it.
CONTROL = lazy_regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

#: Larger than any file an editor writes by hand (5,000 glossary entries take about 4 MB).
MAX_BYTES = 32_000_000


#: A place in a file: line and column, both from 1.
Place = tuple[int, int]


class LinedDict(dict[Any, Any]):
    """A mapping that remembers the place it began at and those of its keys."""

    start: Place = (0, 0)
    places: dict[Any, Place]

    @property
    def line(self) -> int:
        """The line that the mapping begins on."""
        return self.start[0]

    def at(self, key: Any) -> Place:
        """Give the place of a key, or of the mapping where it has no such key."""
        return self.places.get(key, self.start)


class LinedList(list[Any]):
    """A list that remembers the place of each of its items."""

    places: tuple[Place, ...] = ()


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Safe loader that gives LinedDict, keeps dates as text and refuses doubled keys."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _mapping(loader: Any, node: yaml.MappingNode) -> LinedDict:
    result = LinedDict()
    result.start = _place(node)
    result.places = {}
    for key_node, value_node in node.value:
        if key_node.tag == "tag:yaml.org,2002:merge":
            raise _refused("这里不能用 << 合并，请照写一遍", key_node)
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, Hashable):
            raise _refused("键不能是列表或映射", key_node)
        if key in result:
            raise _refused(f"键“{key}”重复", key_node)
        result[key] = loader.construct_object(value_node, deep=True)
        result.places[key] = _place(key_node)
    return result


def _sequence(loader: Any, node: yaml.SequenceNode) -> LinedList:
    result = LinedList(loader.construct_object(item, deep=True) for item in node.value)
    result.places = tuple(map(_place, node.value))
    return result


def _text(loader: Any, node: yaml.ScalarNode) -> str:
    """Give a text; a quoted escape can bring in what no file may hold as it is."""
    value: str = loader.construct_scalar(node)
    if found := CONTROL.search(value):
        raise _refused(f"文字里有控制字符 U+{ord(found[0]):04X}", node)
    return keep_lines(value, node.style, node.start_mark, node.end_mark, loader.text)


def _number(loader: Any, node: yaml.ScalarNode) -> int | float:
    """Give a number; one of thousands of digits is none to Python."""
    name = "construct_yaml_" + node.tag.rpartition(":")[2]
    try:
        value: int | float = getattr(loader, name)(node)
    except ValueError:
        raise _refused("这个数写得不对，或位数太多；文字须加引号", node) from None
    return value


def _refused(what: str, node: yaml.Node) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, what, node.start_mark)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)
_Loader.add_constructor("tag:yaml.org,2002:str", _text)
_Loader.add_constructor("tag:yaml.org,2002:int", _number)
_Loader.add_constructor("tag:yaml.org,2002:float", _number)
_Loader.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
)


def is_there(path: Path) -> bool:
    """Say whether an editor's file exists; in a folder that is missing there is none.

    Raises ConversionError where nobody can tell (a folder that must not be looked into, links in
    a circle): what the editor decided there would else count for nothing, without a word.
    """
    try:
        path.stat()
    except FileNotFoundError:
        # Links to nothing were meant to be something: who reads them says what is wrong.
        return any(link.is_symlink() and not link.exists() for link in (path, path.parent))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    return True


def _unreadable(path: Path, error: OSError | ValueError) -> ConversionError:
    return ConversionError(
        Problem(
            Code.FILE_UNREADABLE,
            f"读不了这个文件（{reason(error)}）。",
            "请检查它是不是普通文件，它和所在目录的权限是否允许读取。",
            str(path),
        )
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
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
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
        raise ConversionError(broken(name, error, text)) from None
    except (ValueError, RecursionError) as error:
        raise ConversionError(
            Problem(Code.YAML_BROKEN, f"YAML 内容不成立：{error}。", "请修改后再试。", name)
        ) from None


#: Lists and mappings within each other, deeper than any file of an editor's needs; PyYAML
#: composes them by recursion in C, and a hundred thousand of them overflow the stack.
MAX_DEPTH = 60
_MAY_NEST = lazy_regex(rf"(?m)^ {{{MAX_DEPTH},}}\S|^(?: *[-?:]){{{MAX_DEPTH},}}")


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


#: What libyaml was scanning when it came to a character that no such name has.
_A_NAME = lazy_regex("alias|anchor")

#: What may stand in no YAML file, not even in quotation marks.
_NO_YAML = lazy_regex(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def broken(name: str, error: yaml.YAMLError, text: str) -> Problem:
    """Turn PyYAML's account of a syntax error in ``text`` into one sentence with its place."""
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or ""
    context = getattr(error, "context", None) or ""
    unclosed = "end of stream" in said and "quoted scalar" in context
    if NO_COLON in said or _A_NAME.search(context) or unclosed:  # found out only behind it
        mark = getattr(error, "context_mark", None) or mark
    if found := _A_NAME.search(context):
        said = found[0]
    place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    what = in_chinese(said)
    advice = "请检查这一行的缩进、冒号后的空格和引号是否成对。" if said.isascii() else "请改正。"
    if isinstance(error, yaml.reader.ReaderError) and (found := _NO_YAML.search(text)):
        place = Places(text).of(found.start())  # PyYAML counts bytes, or characters
        what = f"这里有不可见的控制字符 U+{ord(found[0]):04X}"
        advice = "请删去它。"
    elif mark and said.isascii() and (above := _without_colon(text, mark.line)):
        place, what = above, _SAID[NO_COLON]
    return Problem(Code.YAML_BROKEN, f"YAML 写法有误（{what}）。", advice, name, *place)


#: A key with a colon that is none for YAML; ``//`` behind one is of an address.
_LOST_COLON = lazy_regex(r"( *(?:- +)*)[A-Za-z][\w-]*(?:：|:(?!//)\S)")


def _without_colon(text: str, line: int) -> Place | None:
    """Give the place of the key without a colon because of which YAML stumbles over ``line``.

    Such a key and what follows it, in the lines below too, are one text, until a line that is
    quite right brings the colon of its own. ``line`` counts from 0.
    """
    found = None
    lines = text.split("\n")
    for number in range(line - 1, -1, -1):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        key = _LOST_COLON.match(lines[number])
        if not key:
            break
        found = number + 1, key.end(1) + 1
    return found


#: What they say of a key that no colon follows.
NO_COLON = "could not find expected ':'"

#: What PyYAML and libyaml say, by a part of it, and what an editor is to see.
_SAID = {
    "tab character": "缩进用了制表符，应当用空格",
    "cannot start any token": "这里有制表符，或不加引号便不能开头的符号",
    "mapping values are not allowed": "文字里有冒号加空格，须加引号；或是缩进不齐",
    NO_COLON: "这一行缺冒号，或冒号是全角的、后面没有空格",
    "expected '-' indicator": "与上面各条的缩进不齐",
    "block sequence entries are not allowed": "“- ”应当另起一行",
    "expected <block end>": "缩进不齐，或引号后面还有字",
    "expected key": "缩进不齐，或引号后面还有字",
    "end of stream": "引号没有成对，直到文件末尾",
    "',' or ']'": "方括号没有成对，或其中缺逗号",
    "',' or '}'": "花括号没有成对，或其中缺逗号",
    "node content": "这里缺了内容，或方括号、花括号没有成对",
    "escape character": "双引号里的反斜线后面不能是这个字；可改用单引号",
    "constructor for the tag": "这里不用标签（! 开头的写法），文字以 ! 开头须加引号",
    "tag": "这里不用标签（! 开头的写法），文字以 ! 开头须加引号",
    "another document": "文件里有第二份 YAML 文档（---）",
    "alias": "文字以 * 开头须加引号",
    "anchor": "文字以 & 开头须加引号",
    "directive": "文字以 % 开头须加引号",
    "block scalar": "文字以 | 或 > 开头须加引号",
    "control characters": "有不可见的控制字符",
}


def in_chinese(said: str) -> str:
    """Say in Chinese what PyYAML says in English; a sentence of our own stays as it is."""
    if not said.isascii():
        return said
    return next((ours for part, ours in _SAID.items() if part in said), "语法不成立")


def invalid(path: Path, place: Place, what: str) -> ConversionError:
    """Return the error for an entry that says what it cannot; ``what`` has no full stop.

    The advice names the section of the reference for editors that is about the file.
    """
    section = path.name if path.name == "book.yaml" else f"editorial/{path.name}"
    advice = f"请照 CONTRIBUTING.md 里 {section} 一节修改。"
    return ConversionError(Problem(Code.CONFIG_INVALID, f"{what}。", advice, str(path), *place))


def read_entries(
    path: Path, keys: Set[str], first: str, noun: str = ""
) -> Iterator[tuple[int, LinedDict]]:
    """Yield the entries of a file that is a list of mappings, each with its number from 1.

    A missing or empty file has none. ``keys`` are those that an entry may have, ``first`` the one
    that the message for a file of another shape shows, ``noun`` what an entry is called there.
    Raises ConversionError naming entry, place and what is wrong with it, when its turn comes.
    """
    data = read_yaml(path) if is_there(path) else None
    if data is None:
        return
    if not isinstance(data, LinedList):
        raise invalid(path, (1, 1), f"最外层应是列表，每条{noun}以“- {first}:”开头")
    for number, item in enumerate(data, 1):
        if not isinstance(item, LinedDict):
            raise invalid(path, data.places[number - 1], f"第 {number} 条{noun}不是“键: 值”")
        if unknown := next((key for key in item if key not in keys), None):
            known = "、".join(sorted(keys))
            what = f"第 {number} 条{noun}有不认识的键“{unknown}”，可用的有：{known}"
            raise invalid(path, item.at(unknown), what)
        yield number, item
