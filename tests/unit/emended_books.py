"""Small books of one's own with an editor's files, for tests of emendations."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from compilation import output, pipeline
from conftest import ROOT
from pypdf import PdfReader

SOURCE = ROOT / "tests" / "roots" / "test-emended-titles"
CASE = ROOT / "tests" / "golden" / "conversion" / "emended-titles"

TITLES = ["创先争优活动心得体会", "关于学习科学发展观的心得体会", "一等奖"]

#: A paragraph.
BODY = "学习活动开展以来，我读了五本书，记了三本笔记，懂得了许多道理，现将体会汇报如下。\n"


def settings(folder: Path, text: str, emendations: str, structure: str = "") -> pipeline.Settings:
    """Write a book of one's own; give its settings."""
    editorial = folder / "editorial"
    editorial.mkdir()
    (folder / "source.txt").write_text(text, encoding="utf-8")
    (editorial / "emendations.yaml").write_text(emendations, encoding="utf-8")
    (editorial / "structure.yaml").write_text(structure, encoding="utf-8")
    return pipeline.Settings(
        folder / "source.txt", folder / "book", editorial / "slogans.yaml", editorial
    )


def entry(source: str, emended: str, **more: str) -> str:
    """Give one entry of emendations.yaml."""
    fields = {"source": source, "emended": emended, "reason": "试。", **more}
    return "- " + "\n  ".join(f"{key}: {json.dumps(value)}" for key, value in fields.items()) + "\n"


def project(folder: Path) -> Path:
    """Write the pages of the golden case and the project around them; give its folder."""
    shutil.copytree(SOURCE, folder)
    options = pipeline.Settings(
        CASE / "input.txt", folder, CASE / "editorial" / "slogans.yaml", CASE / "editorial"
    )
    with output.lock(folder):
        sink = output.Writer(folder)
        pipeline.convert(options, sink)
        sink.finish()
        sink.close()
    (folder / "appendix" / "index.md").write_text(
        "# 附录\n\n```{toctree}\nemendations\n```\n", encoding="utf-8"
    )
    return folder


def build(book: Path, builder: str, edition: str = "zh-Hans") -> Path:
    """Build the book in a process of its own; any warning fails the test."""
    out = book / "_build" / f"{builder}-{edition}"
    result = subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder),
            *("-D", f"edition={edition}", "-D", f"templates_path={ROOT / '_templates'}"),
            *("-d", str(out) + "-doctrees", ".", str(out)),
        ],
        cwd=book,
        env={**os.environ, "PYTHONPATH": str(ROOT / "_ext")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return out


def outline(path: Path) -> list[str]:
    """Give the bookmarks of a PDF in reading order."""
    marks: list[str] = []

    def walk(items: list) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item)
            else:
                marks.append(item.title)

    walk(PdfReader(path).outline)
    return marks
