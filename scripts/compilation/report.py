"""Says in lines what a conversion found: charset, chapters, works, edits by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .pipeline import Result
from .problems import Problem, Severity
from .rules import table
from .text import script

_SCRIPTS = {"Hans": "简体", "Hant": "繁体", "mixed": "繁简混用", "unknown": "字体不明"}


def report(result: Result, name: str, full: bool) -> Iterator[str]:
    """Give the lines of the report; the short one is a single line."""
    decoded = result.decoded
    found = script.detect(decoded.text)
    edits = sum(result.counts.values())
    written = f"写了 {len(result.pages)} 个文件" if result.pages else "没有文件要改"
    yield (
        f"{name}：{decoded.charset}（把握 {decoded.confidence:.0%}），{_SCRIPTS[found.script]}，"
        f"{result.chapters} 章 {result.works} 篇，整理 {edits} 处；{written}。"
    )
    if not full:
        return
    for rule, meaning, count in table(result.counts):
        yield f"  {rule}：{meaning}，{count} 处"
    yield f"  {_listed(result.problems)}"


def _listed(problems: Sequence[Problem]) -> str:
    """Say how many lines of each kind follow the report."""
    uncertain = sum(p.severity is Severity.UNCERTAIN for p in problems)
    noted = len(problems) - uncertain
    also = f"，另记下 {noted} 处（如去掉的文字）" if noted else ""
    follow = "，依次如下：" if uncertain and noted else "，如下：" if problems else ""
    return f"拿不准的 {uncertain} 处{also}{follow}"
