"""Small books of one's own with an editor's files, for tests of emendations."""

from __future__ import annotations

import json
from pathlib import Path

from compilation import pipeline
from conftest import ROOT

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
