"""Where the parser is wrong and the editor says what a line is: editorial/structure.yaml.

Each entry quotes a line of the source, whole or its beginning, and says what it is::

    - line: 工业企业正常运行            # how the line begins in the source
      is: heading                      # see KINDS
      level: 2                         # headings only
      number: 9                        # line number, where the quotation stands twice

or what it tells of the work that it belongs to, where that was read wrong::

    - line: 江山如画
      author: ""                       # nobody; a list for several
      affiliation: 县水务局
      date: 2011-03
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .config import LinedDict, LinedList, Place, invalid, read_entries
from .model import Block, Chapter
from .problems import Code, Problem
from .text.lazy import lazy_regex

#: What a line can be said to be.  ``join`` puts it to the line before, ``split`` begins a
#: paragraph with it, ``drop`` takes it out as noise, ``header`` makes it begin a chapter.
KINDS = (
    "heading paragraph list-item salutation closing note title subtitle byline work "
    "header not-header join split drop"
).split()
_TOLD = ("author", "affiliation", "date")
_KEYS = {"line", "is", "level", "number", "reason", *_TOLD}
_DATE = lazy_regex(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What the editor says of a work's origin; None where that is left as it was read."""

    authors: tuple[str, ...] | None
    affiliation: str | None
    date: str | None
    at: Place


@dataclass(frozen=True, slots=True)
class Override:
    """One entry: a line that begins with ``begins`` is ``kind``, or tells ``told`` of its work."""

    begins: str
    kind: str
    level: int
    number: int
    at: Place
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """All entries, found by the line number of the source once they are placed."""

    by_line: Mapping[int, Override] = field(default_factory=dict)
    #: What is told of works, by the source offset of the line that the editor names.
    told: Mapping[int, Told] = field(default_factory=dict)
    file: str = ""

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
    if isinstance(item.get("reason"), LinedDict | LinedList):
        raise invalid(path, item.at("reason"), f"第 {number} 条的 reason 应是一句话")
    told = _told(path, item, number)
    if kind is None and told is None:
        raise invalid(path, item.at("is"), f"第 {number} 条缺少 is，可以是 {'、'.join(KINDS)}")
    if kind is not None and kind not in KINDS:
        said = f"“{kind}”" if isinstance(kind, str) else "别的东西"
        raise invalid(
            path, item.at("is"), f"第 {number} 条的 is 是{said}，只能是 {'、'.join(KINDS)}"
        )
    level = _number(path, item, "level", f"第 {number} 条的 level 应是 1 到 5", 5)
    if level and kind != "heading":
        raise invalid(path, item.at("level"), f"第 {number} 条不是 heading，不能有 level")
    line = _number(path, item, "number", f"第 {number} 条的 number 应是行号")
    return Override(begins.strip(), kind or "", level, line, item.start, told)


def _told(path: Path, item: LinedDict, number: int) -> Told | None:
    """Give what an entry tells of a work, or None."""
    if not any(key in item for key in _TOLD):
        return None
    authors = item.get("author")
    if isinstance(authors, str):
        authors = LinedList([authors] if authors.strip() else [])
    if "author" in item and not (
        isinstance(authors, LinedList) and all(isinstance(a, str) and a.strip() for a in authors)
    ):
        what = f'第 {number} 条的 author 应是姓名，或 [姓名, 姓名]；没有作者写 ""'
        raise invalid(path, item.at("author"), what)
    if several := next((name for name in authors or () if "、" in name), None):
        listed = ", ".join(several.split("、"))
        what = f"第 {number} 条的 author 里“{several}”像是几个人，应写作 [{listed}]"
        raise invalid(path, item.at("author"), what)
    for key in _TOLD[1:]:
        if key in item and not isinstance(item[key], str):
            what = f'第 {number} 条的 {key} 应是文字，没有便写 ""'
            if key == "date":
                what = f'第 {number} 条的 date 应写作 "2011"、2011-03 或 2011-03-05'
            raise invalid(path, item.at(key), what)
    when = item.get("date")
    if when is not None and not _DATE.fullmatch(when):
        what = f'第 {number} 条的 date 是“{when}”，应写作 "2011"、2011-03 或 2011-03-05'
        raise invalid(path, item.at("date"), what)
    if when and not _in_calendar(when):
        what = f"第 {number} 条的 date 是“{when}”，历书上没有这一天"
        raise invalid(path, item.at("date"), what)
    return Told(
        tuple(a.strip() for a in authors) if authors is not None else None,
        item.get("affiliation"),
        when,
        item.start,
    )


def _in_calendar(when: str) -> bool:
    """Say whether there is such a day; a year or a month stands for its first."""
    try:
        datetime.date.fromisoformat(when + "-01-01"[len(when) - 4 :])
    except ValueError:
        return False
    return True


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
    starts: dict[int, int] = {}
    within: dict[int, int] = {}  # the first line that has a quotation behind its beginning
    offset = 0
    for number, line in enumerate(source.split("\n"), 1):
        content = _plain(line)
        for index, quoted in enumerate(begins):
            if content.startswith(quoted):
                found[index].append(number)
                starts[number] = offset + len(line) - len(line.lstrip(_BLANKS))
            elif quoted in content:
                within.setdefault(index, number)
        offset += len(line) + 1
    problems = []
    by_line: dict[int, Override] = {}
    told: dict[int, Told] = {}
    for index, entry in enumerate(entries):
        wrong = _misplaced(entry, found[index], by_line, within.get(index))
        if wrong:
            line_number, column = entry.at
            problems.append(Problem(Code.OVERRIDE_UNUSED, *wrong, file, line_number, column))
        else:
            at = entry.number or found[index][0]
            by_line[at] = entry
            if entry.told:
                told[starts[at]] = entry.told
    return Overrides(by_line, told, file), problems


#: What cannot be said of a line in the middle of a text, and of a line before the first chapter.
_NOT_INSIDE = {"title": "题目", "subtitle": "副题"}
_NOT_IN_FRONT = {
    **_NOT_INSIDE,
    "byline": "署名",
    "work": "一篇的题目",
    "heading": "标题",
    "list-item": "条目",
    "salutation": "称呼",
    "closing": "结语",
    "note": "附注",
}


def idle(blocks: Iterable[Block], overrides: Overrides, front: bool) -> list[Problem]:
    """Report entries that came to nothing: their lines are ``blocks`` of a text or of the front."""
    kinds = _NOT_IN_FRONT if front else _NOT_INSIDE
    problems = []
    for block in blocks:
        entry = overrides.by_line.get(block.line)
        if entry and entry.kind in kinds:
            where = "在卷首" if front else "在正文中间"
            what = f"原文第 {block.line} 行{where}，不能定为{kinds[entry.kind]}。"
            advice = (
                "一章由此开始的用 header" + ("" if front else "，另一篇由此开始的用 work") + "。"
            )
            problems.append(Problem(Code.OVERRIDE_UNUSED, what, advice, overrides.file, *entry.at))
    return problems


def unowned(overrides: Overrides, end: int) -> list[Problem]:
    """Report what is told of lines of the front, which ends at ``end`` and is no work."""
    return [
        Problem(
            Code.OVERRIDE_UNUSED,
            "这一行在卷首，不属于哪一篇，没有作者、单位和日期。",
            "请删去 author、affiliation、date。",
            overrides.file,
            *told.at,
        )
        for offset, told in overrides.told.items()
        if offset < end
    ]


def tell(chapter: Chapter, overrides: Overrides, start: int, end: int) -> Chapter:
    """Give a chapter, of the source span ``start:end``, whose works are by whom the editor says.

    A line belongs to the work whose title, byline or block begins last, at its start or before.
    """
    named = {at: told for at, told in overrides.told.items() if start <= at < end}
    if not named:
        return chapter
    begins: list[tuple[int, int]] = [(start, 0)]
    for number, work in enumerate(chapter.works):
        pieces = (*work.title_text, *work.subtitle_text, *work.byline)
        begins += [(piece.start, number) for piece in pieces]
        begins += [(block.start, number) for block in work.blocks]
    begins.sort()
    works = list(chapter.works)
    for at, told in named.items():
        number = begins[bisect_right(begins, (at, len(works))) - 1][1]
        work = works[number]
        works[number] = replace(
            work,
            authors=work.authors if told.authors is None else told.authors,
            affiliation=work.affiliation if told.affiliation is None else told.affiliation,
            date=work.date if told.date is None else told.date,
        )
    return replace(chapter, works=tuple(works))


_BLANKS = "\ufeff \t\u3000\u00a0"
#: An editor quotes from the source or from the made page; marks of either width will do.
_WIDTHS = str.maketrans("，；：？！（）", ",;:?!()")


def _plain(line: str) -> str:
    return line.strip(_BLANKS).translate(_WIDTHS)


def _misplaced(
    entry: Override, found: list[int], taken: Mapping[int, Override], within: int | None
) -> tuple[str, str] | None:
    """Say why an entry cannot be used and what to do, or give None.

    ``within`` is a line that has the quotation further on, if there is one.
    """
    quoted = f"“{entry.begins[:20]}”"
    if not found and within:
        return (
            f"原文里没有以{quoted}开头的行，第 {within} 行中间才有。",
            "请从那一行的行首抄起，连同前面的篇号、序号。",
        )
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
            f"原文第 {line} 行已由本文件第 {taken[line].at[0]} 行的一条作了规定。",
            "请合成一条。",
        )
    return None
