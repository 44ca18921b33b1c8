"""The PDF's notes stand on the page of their marks, and what refers to them names that page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typst_reading import PDF, add_chapters, bare, copied, pages, places, sphinx

#: Paragraphs with a note, and how they stand in MyST.
FORMS = {
    "s": "起{text}标{mark}某处[^n]末尾。{tail}",
    "l": "起{text}{text}{text}{text}标{mark}某处[^n]末尾。{tail}",
    "p": ":::{{div}}\n:class: points\n\n1、起{text}{text}标{mark}某处[^n]末尾。{tail}\n:::",
}

#: A remark in small type; and a heading, which holds on to what is below it.
FORMS["a"] = ":::{{div}}\n:class: note\n\n起{text}{text}标{mark}某处[^n]末尾。{tail}\n:::"
FORMS["h"] = "## 一、标{mark}某处[^n]\n\n{text}{tail}"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book to change."""
    return copied(tmp_path)


@pytest.mark.parametrize(("paper", "heights"), [("a5", range(17, 25)), ("a4", range(25, 33))])
def test_a_note_stands_on_the_page_of_its_mark(book: Path, tmp_path, paper, heights) -> None:
    texts = {
        f"x{form}{height}{behind}": (
            "# 题\n\n"
            + "一行。\n\n" * height
            + shape.format(text="字" * 35, mark=f"记{form}{height}号{behind}", tail="尾" * behind)
            + f"\n\n[^n]: 注文{form}{height}号{behind}的话{'，说得长一些' * 6}。\n"
        )
        for form, shape in FORMS.items()
        for height in heights
        for behind in (0, 25)
    }
    add_chapters(book, texts)
    assert sphinx(book, tmp_path / "out", "-D", f"typst_paper={paper}").returncode == 0
    (made,) = (tmp_path / "out").glob("*.pdf")
    marks = parted = 0
    for text in map(bare, pages(made, "-raw")):
        for name in re.findall(r"标记(\w+?号\d+)某处", text):
            marks += 1
            parted += f"注文{name}的话" not in text
    assert marks == len(texts)
    assert not parted


def test_the_page_of_an_emendation_is_that_of_its_note(book: Path, tmp_path) -> None:
    long = "字" * 560
    chapter = (
        "---\ntitle: 题\nchapter: 9\nmarker: 第九篇\n---\n# 题\n\n"
        + "一行。\n\n" * 12
        + f"(x1-p1)=\n起首{long}前有错处[^x1-n1]，{long}后有错处[^x1-n2]。\n\n"
        "[^x1-n1]: “**前有错处**”，原作“*前无错处*”。\n\n"
        "[^x1-n2]: “**后有错处**”，原作“*后无错处*”。\n"
    )
    listed = "".join(
        f"- [某段](#x1-p1)：“**{lemma}**”，原作“*别的*”。\n" for lemma in ("前有错处", "后有错处")
    )
    add_chapters(book, {"x1": chapter})
    glossary = book / "appendix" / "glossary.md"
    told = f"\n## 校勘\n\n{listed}\n互见[某段](#x1-p1)。\n"
    glossary.write_text(glossary.read_text("utf-8") + told, "utf-8")
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    found = [bare(text) for text in pages(made, "-raw")]
    whole = "".join(found)

    def page_of(words: str) -> int:
        return next(number for number, text in enumerate(found) if words in text)

    first, second = (int(number) for number in re.findall(r"某段第(\d+)页：", whole))
    assert second - first == page_of("，原作“后无错处") - page_of("，原作“前无错处") == 1
    begins = first - page_of("，原作“前无错处") + page_of("起首字")
    assert begins < first
    assert f"互见某段第{begins}–{second}页" in whole


def test_points_are_aligned_below_their_text(book: Path, tmp_path) -> None:
    points = "\n\n".join(f"{mark}点{'字' * 60}" for mark in ("9、", "10、", "（1）"))
    made = tmp_path / "out" / PDF
    add_chapters(book, {"x1": f"# 题\n\n:::{{div}}\n:class: points\n\n{points}\n:::\n"})
    assert sphinx(book, made.parent).returncode == 0
    lines = [(left, text) for _, left, _, text in places(made) if "字字字字" in text]
    lefts = [round(left, 1) for left, text in lines if "点" not in text]
    em = 10.5
    assert lefts[0] == lefts[2] == pytest.approx(20 / 25.4 * 72 + 4 * em, abs=0.2)
    assert lefts[4] - lefts[0] == pytest.approx(0.5 * em, abs=0.2)


def test_no_mark_of_a_note_begins_a_line(book: Path, tmp_path) -> None:
    texts = {
        f"x{length}": f"# 题\n\n{'字' * length}[^n]后文{'字' * 20}\n\n[^n]: 注。\n"
        for length in range(24, 34)
    }
    add_chapters(book, texts)
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    found = "\n".join(pages(made, "-raw"))
    assert bare(found).count("后文") == len(texts)
    assert not re.search("^ *① *后", found, re.MULTILINE)
