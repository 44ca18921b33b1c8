"""The count on prose from outside: what is compared, and how a difference is sorted."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "outside.py"


@pytest.fixture(scope="module")
def outside():
    spec = importlib.util.spec_from_file_location("outside", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_differences_are_sorted(outside):
    texts = [
        "政府宣布免費實施這個辦法。",
        "夏天的空氣十分潮濕悶熱。",
        "他把實情一五一十地説了出來。",
    ]
    characters, found = outside.compared(texts, "tw")
    assert characters == sum(len(text) - 1 for text in texts)
    assert [(one.kind, one.ours, one.theirs) for one in found] == [
        ("writing", "佈", "布"),
        ("glyph", "溼", "濕"),
        ("glyph", "說", "説"),
    ]


def test_a_slip_of_the_text_is_left_to_judge(outside):
    _, [difference] = outside.compared(
        ["大家已經解決了這個問題，心裡很高興，再系統地總結。".replace("系統", "係統")], "tw"
    )
    assert difference.kind == "rest"
    assert "【系|係】" in difference.around


def test_pages_are_read_without_their_markup(outside, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<title>標題不算在內</title><p>這裡有<b>粗體</b>的文字。</p><p>短</p>", "utf-8")
    assert list(outside.paragraphs([page, page])) == ["這裡有粗體的文字。"]
