"""Where the PDF's lines break: before no sign that joins figures, and always on the paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typst_reading import PDF, bare, copied, places, printed
from typstpdf.breaks import pieces
from typstpdf.output import Words


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book to change."""
    return copied(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "从5～8月，每天8:00—17:30，2010—2011学年度，5%～8%。",
        "北京—上海，《甲》—《乙》，2010年3月～2011年5月，说——到。",
        "圆周率3.14159265358979323846264338327950288，0314-5821234",
        "http://www.verylongdomainnameforbuildingrurallibraries.example.org/a?b=1",
    ],
)
def test_the_words_of_the_pieces_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text) if isinstance(piece, Words)) == text


def test_no_line_begins_with_a_sign_that_joins_figures(book: Path, tmp_path) -> None:
    joined = ("5～8月", "8:00—17:30", "2010年3月～2011年", "北京—上海", "《甲》—《乙》")
    texts = {
        f"w{n}{length}": f"# 题\n\n{'字' * length}{words}{'字' * 10}\n"
        for n, words in enumerate(joined)
        for length in range(17, 29)
    }
    lines = "\n".join(printed(book, tmp_path, texts, "-layout")).split("\n")
    assert not [line for line in lines if line.strip().startswith(("～", "—"))]


@pytest.mark.parametrize("run", ["0123456789abcdef" * 4, "31415926535" * 10, "Pneumono" * 6])
def test_what_has_no_sign_to_break_at_stays_on_the_paper(book: Path, tmp_path, run: str) -> None:
    texts = {"w1": f"# 论{run}一词\n\n地址是{run}，没有回音。\n"}
    whole = bare("".join(printed(book, tmp_path, texts, "-raw")))
    assert f"地址是{run}，没有回音" in whole
    assert f"论{run}一词" in whole


def test_english_is_divided_at_its_syllables(book: Path, tmp_path) -> None:
    text = "We have seen internationalization, misunderstandings, and electroencephalographically"
    found = printed(book, tmp_path, {"w1": f"# 题\n\n{text} speaking counterrevolutionaries.\n"})
    page = next(page for page in found if "We have seen" in page)
    assert re.search(r"[a-z][-\u00ad]\n", page)


def test_a_long_title_leaves_no_scrap(book: Path, tmp_path) -> None:
    title = "关于加强和改进山区中小学图书室建设管理使用工作并切实发挥其在农村"
    found = printed(book, tmp_path, {"w1": f"# {title}\n\n一行。\n"}, "-raw")
    page = next(text for text in found if "一行。" in text and title in bare(text))
    lines = page[page.index("关于") : page.index("一行。")].split()
    assert min(map(len, lines)) >= 8


def test_a_name_in_the_contents_is_not_divided(book: Path, tmp_path) -> None:
    texts = {}
    for length in range(16, 25):
        title = f"{'长' * length}"
        works = f"works:\n  - {{id: w{length}a, title: {title}, authors: [王守田]}}"
        head = f"---\ntitle: {title}\nchapter: 4\nmarker: 第四篇\n{works}\n---\n"
        texts[f"w{length}"] = f"{head}(w{length})=\n(w{length}a)=\n# {title}\n\n字。\n"
    found = printed(book, tmp_path, texts, "-raw")
    assert "".join(found).count("王守田") == len(texts)


def test_no_page_of_the_index_stands_alone(book: Path, tmp_path) -> None:
    names = {length: "甲" * length for length in range(9, 20)}
    entries = "".join(
        f"\n{name} : C\n    (slogan-{n})=\n"
        "    :::{div}\n    :class: explanation\n\n    释。\n    :::\n"
        for n, name in names.items()
    )
    glossary = book / "appendix" / "glossary.md"
    text = glossary.read_text("utf-8").replace("```{glossary}", "```{glossary}" + entries)
    glossary.write_text(text, "utf-8")
    head = "---\ntitle: 多\nchapter: 4\nworks:\n  - {id: e04a, title: 多}\n---\n"
    uses = "".join(f"有{{term}}`{name}`。" for name in names.values())
    found = printed(book, tmp_path, {"w1": f"{head}(e04)=\n(e04a)=\n# 多\n\n(e04a-p1)=\n{uses}\n"})
    last = places(tmp_path / "out" / PDF)
    index = max(page for page, _, _, _ in last)
    assert len(found) == index
    rows: dict[float, str] = {}
    for page, left, top, word in last:
        if page == index and left < 210 and top < 500:
            rows[round(top)] = rows.get(round(top), "") + word
    shown = [row for row in rows.values() if "甲" in row or row.isdigit()]
    assert len(shown) >= len(names)
    assert not [row for row in shown if row.isdigit()]


def test_a_label_stands_on_the_page_of_its_list(book: Path, tmp_path) -> None:
    item = "    - 头一项\n    - 第二项\n"
    entries = "".join(
        f"\n词{n} : C\n    (slogan-{n})=\n    :::{{div}}\n    :class: explanation\n\n"
        f"    {'释' * 30 * (n % 3)}义。\n    :::\n\n"
        f"    :::{{div}}\n    :class: members\n\n    成员：\n\n{item}    :::\n"
        for n in range(60)
    )
    glossary = book / "appendix" / "glossary.md"
    text = glossary.read_text("utf-8").replace("```{glossary}", "```{glossary}" + entries)
    glossary.write_text(text, "utf-8")
    found = [bare(page) for page in printed(book, tmp_path, {}, "-raw")]
    assert sum(page.count("成员：") for page in found) == 60
    assert not [page for page in found if re.search(r"成员：\d*$", page)]
