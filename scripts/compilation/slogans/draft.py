"""A draft of a slogan file from findings: the loader takes it, the editor finishes it."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent
from typing import Any

import yaml

from .check import bad_term
from .entries import UNKNOWN, Kind, Level
from .numerals import members_announced
from .reading import compute, slug
from .survey import Finding

_HEADER = """\
# 口号词汇表草稿，由 scripts/suggest_slogans.py 从原文提出，最像口号的在前。
# 请逐条取舍：留下的写好说明、英译、类别和出处，不收的移到 rejected 并写明理由。
"""
_SHOWN = 5


def draft(findings: Iterable[Finding]) -> str:
    """Write a slogan file with one entry for each finding that can be a term.

    What only an editor can know is 待写 or 待考. Members that the text gives name the block (or,
    of several sources, the file) they were found in.
    """
    findings = [one for one in findings if bad_term(one.candidate.text) is None]
    files = {place.file for one in findings for place in one.places}
    entries: list[str] = []
    ids: set[str] = set()
    for finding in findings:
        entry = _entry(finding, single=len(files) == 1)
        name = first = slug(compute(finding.candidate.text))
        number = 2
        while name in ids:  # homophones
            name, number = f"{first}-{number}", number + 1
        ids.add(name)
        if name != first:
            entry["id"] = name
        written = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)
        entries.append(_comment(finding) + indent(written, "  "))
    return _HEADER + ("slogans:\n" + "\n".join(entries) if entries else "slogans: []\n")


def _entry(finding: Finding, *, single: bool) -> dict[str, Any]:
    term = finding.candidate.text
    announced = members_announced(term)
    entry: dict[str, Any] = {
        "term": term,
        "kind": (Kind.NUMERIC if announced else Kind.FIGURE).value,
        "level": Level.UNKNOWN.value,
        "explanation": "待写。",
        "origin": UNKNOWN,
    }
    if finding.members:
        entry["members"] = [
            {"text": text, "in": [place.block]}
            if single
            else {"text": text, "document": {"title": place.file}}
            for text, place in finding.members
        ]
    if announced and len(finding.members) != announced:
        found = f"文中找到{len(finding.members)}个" if finding.members else "文中没有列出"
        entry["members_note"] = f"{found}，{UNKNOWN}。"
    return entry


def _comment(finding: Finding) -> str:
    candidate = finding.candidate
    reasons = "、".join(candidate.reasons)
    return f"  # {candidate.count} 次：{places(finding, _SHOWN)}。{reasons}。\n"


def places(finding: Finding, most: int) -> str:
    """Name the first `most` places of a finding: ``原文.txt:3:8、12:40……``."""
    shown, file = [], ""
    for place in finding.places[:most]:
        name = "" if place.file == file else f"{place.file}:"
        shown.append(f"{name}{place.line}:{place.column}")
        file = place.file
    return "、".join(shown) + ("……" if len(finding.places) > most else "")
