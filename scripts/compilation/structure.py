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

from .config import LinedDict, invalid, read_entries
from .problems import Code, Problem, Severity

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
    at: int


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
        raise invalid(path, item.line, f"第 {number} 条缺少 line（照抄这一行的开头）")
    if kind not in KINDS:
        at = item.key_lines.get("is", item.line)
        raise invalid(path, at, f"第 {number} 条的 is 是“{kind}”，只能是 {'、'.join(KINDS)}")
    level, line = item.get("level", 0), item.get("number", 0)
    if not isinstance(level, int) or not 0 <= level <= 5:
        raise invalid(path, item.key_lines["level"], f"第 {number} 条的 level 应是 1 到 5")
    if not isinstance(line, int) or line < 0:
        raise invalid(path, item.key_lines["number"], f"第 {number} 条的 number 应是行号")
    return Override(begins.strip(), kind, level, line, item.line)


def place(entries: tuple[Override, ...], source: str, file: str) -> tuple[Overrides, list[Problem]]:
    """Find the line of each entry in the decoded source.

    Entries that fit no line, or several, are reported and not used.
    """
    if not entries:
        return NONE, []
    found: dict[int, list[int]] = {index: [] for index in range(len(entries))}
    for number, line in enumerate(source.split("\n"), 1):
        content = line.strip("\ufeff \t\u3000\u00a0")
        for index, entry in enumerate(entries):
            if content.startswith(entry.begins) and entry.number in (0, number):
                found[index].append(number)
    problems = []
    by_line: dict[int, Override] = {}
    for index, entry in enumerate(entries):
        if len(found[index]) == 1:
            by_line[found[index][0]] = entry
            continue
        many = len(found[index])
        problems.append(
            Problem(
                Code.OVERRIDE_UNUSED,
                f"“{entry.begins[:20]}”在原文里有 {many} 行。"
                if many
                else f"原文里没有以“{entry.begins[:20]}”开头的行。",
                "请用 number 写明行号。" if many else "请照原文抄写这一行的开头。",
                file,
                entry.at,
                severity=Severity.ERROR,
            )
        )
    return Overrides(by_line), problems
