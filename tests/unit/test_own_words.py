"""What the press itself says in a book's pages, in the script of the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from compilation import output, own_words, pipeline
from compilation.render import appendix, glossary
from compilation.rules import RULES

SOURCE = """第一篇　水圳記事
水圳記事
　　我們村子東邊有一條水圳，老人家都叫它頭前圳，民國七年開工，整整做了三年。
　　圳頭的石碑上刻著四句話，村裡的人至今還能背，先遠後近就是其中的一句。
第二篇　圖書室的燈
圖書室的燈
　　創辦的時候只有一間舊倉庫、兩百本捐來的書，還有一盞日光燈,晚上七點準時亮。
　　有一回颱風停電，值班的老師點了蠟燭，照樣開門，先遠後近的規矩也沒有忘。
"""
SLOGANS = """documents: {}
slogans:
- term: 先遠後近
  english: the farthest first
  kind: 组织用语
  level: 待考
  explanation: 輪水的規矩。
  origin: 待考
  variants:
  - {form: 先遠, kind: 简称, note: 見第二篇}
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    """The pages of a small book in Traditional script."""
    editorial = tmp_path / "editorial"
    editorial.mkdir()
    (editorial / "slogans.yaml").write_text(SLOGANS, encoding="utf-8")
    source = tmp_path / "source.txt"
    source.write_text(SOURCE, encoding="utf-8")
    options = pipeline.Settings(
        source, tmp_path / "book", editorial / "slogans.yaml", editorial, "Hant"
    )
    with output.lock(options.output):
        sink = output.Writer(options.output)
        pipeline.convert(options, sink)
        sink.finish()
        sink.close()
    found = sorted(options.output.rglob("*.md"))
    return {str(p.relative_to(options.output)): p.read_text(encoding="utf-8") for p in found}


def test_a_traditional_book_has_no_simplified_page(pages: dict[str, str]) -> None:
    titles = {name: page.split("title: ")[1].split("\n")[0] for name, page in pages.items()}
    assert titles["essays/index.md"] == "目錄"
    assert titles["appendix/index.md"] == "附錄"
    assert titles["appendix/glossary.md"] == "口號詞彙表"
    assert titles["appendix/emendations.md"] == "校勘記"
    for part in ("組織用語 · 通行範圍待考", "出處：待考", "先遠（簡稱：見第二篇）"):
        assert part in pages["appendix/glossary.md"]
    assert "| 規則 | 處數 |" in pages["appendix/emendations.md"]
    ours = "".join(pages.values())
    assert not set(ours) & set("号词汇录记处规则释义书为与异没简称说话“”")


def test_our_words_become_what_taiwan_writes() -> None:
    say = own_words.say_in("Hant")
    assert say(appendix.INTRODUCTION) == (
        "原文的訛、脫、衍、倒，斷定無疑的（確定）和多半如此的（可能）都已在正文裡改正，並在這裡"
        "逐條列出：先是正文的讀法，再是原文的讀法和改動的理由。拿不準的（存疑），正文仍照原文，"
        "只加註說明。"
    )
    assert "每條註明讀音" in say(glossary.INTRODUCTION)
    assert "寫明「待考」" in say(glossary.INTRODUCTION)
    assert (say("疑当作"), say("原作"), say("第一篇与第二篇")) == (
        "疑當作",
        "原作",
        "第一篇與第二篇",
    )
    assert all("“" not in say(rule) for rule in RULES.values())
    assert own_words.say_in("Hans")("疑当作") == "疑当作"
