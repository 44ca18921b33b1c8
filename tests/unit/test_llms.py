"""llms.txt is Markdown: what the book says is text in it, not markup."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from test_website import SOURCE, run
from website import outputs


@pytest.mark.parametrize(
    "said",
    [
        "[x](javascript:alert(1))", "![x](y)", "<img src=x onerror=alert(1)>", "<https://x.y>",
        "*粗* _斜_ `码` ~~删~~ $x$ &amp; \\[甲\\]", "# 题 #", "- 项", "+ 项", "1. 项", "12) 项",
        "===", "---", "| 甲 | 乙 |", "[x]: y", "> 引", "C#", "3.5 米", "甲\n# 乙\r\n",
    ],
)  # fmt: skip
def test_what_llms_txt_says_is_text_to_markdown(said: str):
    shown = " ".join(said.split())
    markdown = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    for line in (f"# {outputs._markdown(said)}", f"> {outputs._markdown(said)}"):
        (inline,) = [token for token in markdown.parse(line) if token.type == "inline"]
        assert [child.type for child in inline.children or ()] == ["text"]
        assert inline.children[0].content == shown
    (inline,) = [t for t in markdown.parse(outputs._markdown(said)) if t.type == "inline"]
    assert inline.children[0].content == shown
    (inline,) = [
        t for t in markdown.parse(f"- [{outputs._markdown(said)}](a)") if t.type == "inline"
    ]
    assert [child.type for child in inline.children] == ["link_open", "text", "link_close"]
    assert inline.children[1].content == shown


def test_nothing_of_the_book_is_markup_in_llms_txt(tmp_path: Path):
    folder = tmp_path / "book"
    shutil.copytree(SOURCE, folder)
    for name, old, new in (
        ("index.md", "# 试印\n\n一本", "# 试\\[印\\](javascript:x)\n\n\\[一\\](javascript:x)本"),
        ("conf.py", "公有领域", "[权](javascript:x)"),
        ("conf.py", "org/shiyin/", "org/shi(y)in/"),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, name
        path.write_text(text.replace(old, new), encoding="utf-8")
    run(folder, "zh-Hans", folder / "out")
    html = MarkdownIt().render((folder / "out" / "llms.txt").read_text(encoding="utf-8"))
    assert "<h1>试[印](javascript:x)</h1>" in html
    assert "<p>[一](javascript:x)本只为试验的书。</p>" in html
    assert "<p>[权](javascript:x)</p>" in html
    assert 'href="https://example.org/shi%28y%29in/essays/e02.txt"' in html
