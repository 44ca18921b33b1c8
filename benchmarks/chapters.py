"""The chapters a benchmark builds, as the peers need them: plain Markdown, one file a chapter."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its file's stem, its title, and its text as CommonMark."""

    stem: str
    title: str
    markdown: str


def from_compilation(press: Path, compilation: Path) -> list[Chapter]:
    """Return the chapters that the press' converter finds in ``compilation``.

    The peers get the same words in the same paragraphs and headings, as plain CommonMark: no
    roles, no labels, no notes. Raises ``CalledProcessError`` when the converter fails.
    """
    converter = [sys.executable, "scripts/convert.py", "--source", str(compilation), "--json", "-"]
    made = subprocess.run(converter, cwd=press, check=True, capture_output=True)
    book = json.loads(made.stdout)
    return [_chapter(n, c) for n, c in enumerate(book["chapters"], 1)]


def _chapter(number: int, chapter: dict) -> Chapter:
    lines = [f"# {chapter['title']}", ""]
    for work in chapter["works"]:
        if len(chapter["works"]) > 1:
            lines += [f"## {work['title']}", ""]
        for block in work["blocks"]:
            mark = "#" * (block["level"] + 1) + " " if block["kind"] == "heading" else ""
            lines += [mark + _plain(block["text"]), ""]
    return Chapter(f"e{number:02d}", chapter["title"], "\n".join(lines))


def _plain(text: str) -> str:
    """Escape what CommonMark, or a template language of a peer, would read as markup."""
    return "".join("\\" + c if c in "\\`*_[]<>#|{}" else c for c in text)
