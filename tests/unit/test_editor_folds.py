"""What a line break in an editor's text is, and what a blank is, in every style of YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from compilation import emendations, slogans
from compilation.folds import unfold

STYLES = {
    "plain": "头 {{甲}}\n    乙 //丙\n    Wang Hui\n    wrote this",
    "single": "'头 {{甲}}\n    乙 //丙\n\n    Wang Hui\n    wrote this'",
    "double": '"\\u5934 {{甲}}\r\n    乙 //\\\n    丙\n    Wang Hui\n    wrote this"',
    "folded": ">-  # 说明\n    头 {{甲}}\n    乙 //丙\n\n    Wang Hui\n    wrote this",
    "literal": "|\n    头 {{甲}}\n    乙 //丙\n    Wang Hui\n    wrote this\n",
}
SAID = "头 {{甲}}乙 //丙Wang Hui wrote this"


@pytest.mark.parametrize("style", STYLES)
def test_only_breaks_between_chinese_characters_vanish(tmp_path: Path, style: str) -> None:
    path = tmp_path / "emendations.yaml"
    text = f"# 𠮷\n- source: 进步\n  emended: 近步\n  reason: {STYLES[style]}\n"
    path.write_text(text, encoding="utf-8", newline="")
    assert emendations.load(path)[0].reason == SAID


@pytest.mark.parametrize("style", STYLES)
def test_all_texts_of_the_glossary_keep_their_blanks(style: str) -> None:
    written = STYLES[style].replace("\n    ", "\n        ")
    glossary = slogans.parse(f"""slogans:
  - term: 三有三定
    kind: 活动
    level: 地方
    explanation: {written}
    origin: {{title: 关于 A 的, issuer: 甲 乙}}
    origin_note: {written}
    members_note: 见 乙
    members: [{{text: 有 甲, in: [e01a-p1], note: 丙 丁}}]
    variants: [{{form: 三有, note: 戊 己}}]
""")
    entry = glossary.entries[0]
    assert entry.explanation == entry.origin_note == SAID
    assert entry.origin
    assert (entry.origin.title, entry.origin.issuer) == ("关于 A 的", "甲 乙")
    assert (entry.members[0].text, entry.members[0].note) == ("有 甲", "丙 丁")
    assert (entry.members_note, entry.variants[0].note) == ("见 乙", "戊 己")


def test_what_is_written_on_one_line_stays_as_it_is() -> None:
    text = "头 <!-- 注 --> “甲” 乙　丙  丁"
    assert unfold(text) == text


def test_a_tag_before_a_text_leaves_what_yaml_says(tmp_path: Path) -> None:
    path = tmp_path / "emendations.yaml"
    text = "- source: 进步\n  emended: 近步\n  reason: !!str 甲 乙\n    丙\n"
    path.write_text(text, encoding="utf-8")
    assert emendations.load(path)[0].reason == "甲 乙 丙"
