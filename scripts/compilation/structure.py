"""Where the parser is wrong and the editor says what a line is: editorial/structure.yaml.

Each entry quotes a line of the source, whole or its beginning, and says what it is::

    - line: 工业企业正常运行            # how the line begins in the source
      is: heading                      # see KINDS
      level: 2                         # headings only
      number: 9                        # line number, where the quotation stands twice
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .config import LinedDict, Place, invalid, read_entries
from .problems import Code, Problem

#: What a line can be said to be.  ``join`` puts it to the line before, ``split`` begins a
#: paragraph with it, ``drop`` takes it out as noise, ``header`` makes it begin a chapter.
KINDS = (
    "heading paragraph list-item salutation closing note title subtitle byline work "
    "header not-header join split drop"
).split()
_KEYS = {"line", "is", "level", "number", "reason"}


@dataclass(frozen=True, slots=True)
class Override:
    """One entry: a line that begins with ``begins`` is ``kind``."""

    begins: str
    kind: str
    level: int
    number: int
    at: Place


@dataclass(frozen=True, slots=True)
class Overrides:
    """All entries, found by the line number of the source once they are placed."""

    by_line: Mapping[int, Override] = field(default_factory=dict)

    def kind(self, number: int) -> str:
        """Give what the editor says a line is, or an empty string."""
        found = self.by_line.get(number)
        return found.kind if found else ""

    def level(self, number: int) -> int:
        """Give the level that the editor says a heading has, or 0."""
        found = self.by_line.get(number)
        return found.level if found else 0


NONE = Overrides()


def load(path: Path) -> tuple[Override, ...]:
    """Read the file of overrides; a missing file is an empty one.

    Raises ConversionError naming entry, line and what is wrong with it.
    """
    entries = read_entries(path, _KEYS, "line")
    return tuple(_entry(path, item, number) for number, item in entries)


def _entry(path: Path, item: LinedDict, number: int) -> Override:
    begins, kind = item.get("line"), item.get("is")
    if not isinstance(begins, str) or not begins.strip():
        raise invalid(
            path, item.at("line"), f"第 {number} 条缺少 line（照抄这一行的开头，数字须加引号）"
        )
    if kind is None:
        raise invalid(path, item.at("is"), f"第 {number} 条缺少 is，可以是 {'、'.join(KINDS)}")
    if kind not in KINDS:
        said = f"“{kind}”" if isinstance(kind, str) else "别的东西"
        raise invalid(
            path, item.at("is"), f"第 {number} 条的 is 是{said}，只能是 {'、'.join(KINDS)}"
        )
    level = _number(path, item, "level", f"第 {number} 条的 level 应是 1 到 5", 5)
    if level and kind != "heading":
        raise invalid(path, item.at("level"), f"第 {number} 条不是 heading，不能有 level")
    line = _number(path, item, "number", f"第 {number} 条的 number 应是行号")
    return Override(begins.strip(), kind, level, line, item.start)


def _number(path: Path, item: LinedDict, key: str, what: str, most: int = 10**9) -> int:
    """Give a number of an entry from 1 to ``most``, or 0 where the key is missing."""
    value = item.get(key, 0)
    if type(value) is not int or not (key not in item or 1 <= value <= most):
        raise invalid(path, item.at(key), what)
    return value


def place(entries: tuple[Override, ...], source: str, file: str) -> tuple[Overrides, list[Problem]]:
    """Find the line of each entry in the decoded source.

    Entries that fit no line, or several, are reported and not used.
    """
    if not entries:
        return NONE, []
    found: dict[int, list[int]] = {index: [] for index in range(len(entries))}
    begins = [_plain(entry.begins) for entry in entries]
    for number, line in enumerate(source.split("\n"), 1):
        content = _plain(line)
        for index, quoted in enumerate(begins):
            if content.startswith(quoted):
                found[index].append(number)
    problems = []
    by_line: dict[int, Override] = {}
    for index, entry in enumerate(entries):
        wrong = _misplaced(entry, found[index], by_line)
        if wrong:
            line_number, column = entry.at
            problems.append(Problem(Code.OVERRIDE_UNUSED, *wrong, file, line_number, column))
        else:
            by_line[entry.number or found[index][0]] = entry
    return Overrides(by_line), problems


#: An editor quotes from the source or from the made page; marks of either width will do.
_WIDTHS = str.maketrans("，；：？！（）", ",;:?!()")


def _plain(line: str) -> str:
    return line.strip("\ufeff \t\u3000\u00a0").translate(_WIDTHS)


def _misplaced(
    entry: Override, found: list[int], taken: Mapping[int, Override]
) -> tuple[str, str] | None:
    """Say why an entry cannot be used and what to do, or give None."""
    quoted = f"“{entry.begins[:20]}”"
    if not found:
        return f"原文里没有以{quoted}开头的行。", "请照原文抄写这一行的开头。"
    lines = "、".join(map(str, found[:8])) + ("……" if len(found) > 8 else "")
    if entry.number and entry.number not in found:
        return (
            f"原文第 {entry.number} 行不以{quoted}开头。",
            f"这样开头的是第 {lines} 行，请改正 number 或 line。",
        )
    if not entry.number and len(found) > 1:
        return (
            f"{quoted}在原文里有 {len(found)} 行（第 {lines} 行）。",
            "请用 number 写明行号，或多抄几个字。",
        )
    line = entry.number or found[0]
    if line in taken:
        return (
            f"原文第 {line} 行已由本文件第 {taken[line].at[0]} 行的一条规定为 {taken[line].kind}。",
            "请合成一条。",
        )
    return None
