"""Where the PDF breaks lines and pages: not within a word of a title, nor before one last line."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from typst_reading import PDF, add_chapters, bare, copied, pages, places, printed, sphinx


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book to change."""
    return copied(tmp_path)


def ends(last: str, lengths: tuple[int, ...]) -> dict[str, str]:
    """Return chapters that end with ``last``, at all heights of a page; 字 as long as told."""
    lines = {number: "一行。\n\n" * number for number in range(14, 24)}
    return {
        f"e{length}{number}": f"# 题\n\n{lines[number]}{last.replace('字', '字' * length)}\n"
        for number, length in product(lines, lengths)
    }


def test_a_paragraph_of_two_or_three_lines_is_not_divided(book: Path, tmp_path) -> None:
    texts = ends("起首字末尾。", (45, 75))
    found = [text for text in map(bare, printed(book, tmp_path, texts)) if "末尾。" in text]
    assert len(found) == len(texts)
    assert all("起首" in text for text in found)


def test_a_closing_does_not_stand_alone_on_a_page(book: Path, tmp_path) -> None:
    texts = ends("末段字。\n\n:::{div}\n:class: closing\n\n谢谢大家！\n:::", (45, 120))
    found = [text for text in map(bare, printed(book, tmp_path, texts)) if "谢谢大家" in text]
    assert len(found) == len(texts)
    assert all("末段" in text for text in found)


def test_the_choices_of_the_conversion_run_in_behind_their_character(book: Path, tmp_path) -> None:
    add_chapters(book, {"w1": "# 校核\n\n村民在后面修面，又在前面吃面。\n"})
    made = tmp_path / "out"
    assert sphinx(book, made, "-D", "edition=zh-Hant-TW").returncode == 0
    text = "".join(pages(made / PDF.replace("Hans", "Hant-TW"), "-raw"))
    assert re.search("面 ?→ ?[面麵、]+ *\\d+ ?處 *[面麵]", text), "the first choice on its line"
    assert re.search("；[面麵]", bare(text)), "the second behind it"


def test_a_title_is_not_broken_within_a_word(book: Path, tmp_path) -> None:
    title = "在群众路线教育实践活动中的心得体会"
    found = printed(book, tmp_path, {"w1": f"# {title}\n\n一行。\n"}, "-raw")
    page = next(text for text in found if "一行。" in text and title in bare(text))
    assert "在群众路线教育实践\n活动中的心得体会\n" in page


def left_of(made: Path, words: str) -> float:
    """Return where a line that begins with ``words`` begins, in points."""
    found = {word: x for _page, x, _y, word in places(made)}
    return next(x for word, x in found.items() if word.startswith(words))


def test_a_letter_ends_as_letters_do(book: Path, tmp_path) -> None:
    ends = "".join(
        f":::{{div}}\n:class: {name}\n\n{line}\n:::\n\n"
        for name, line in (("closing", "此致"), ("salute", "敬礼！"), ("signature", "周文"))
    )
    printed(book, tmp_path, {"w1": f"# 一封信\n\n末段报告如下。\n\n{ends}另起一段。\n"})
    made = tmp_path / "out" / PDF
    edge = left_of(made, "敬礼")
    for words in ("末段报告", "此致", "另起一段"):
        assert left_of(made, words) == pytest.approx(edge + 21, abs=0.5), words
    assert left_of(made, "周文") > 300


def test_a_number_and_its_unit_stand_on_one_line(book: Path, tmp_path) -> None:
    texts = {
        f"w{length}": f"# 题{length}\n\n（{'字' * length}2002年11月14日）。{'字' * 20}\n"
        for length in range(10, 26)
    }
    lines = "\n".join(printed(book, tmp_path, texts, "-layout")).split("\n")
    assert sum(bare(line).count("14日") for line in lines) == len(texts)


def test_an_address_of_mail_breaks_after_its_signs(book: Path, tmp_path) -> None:
    some = "我们建了主页，又开了邮箱，地址是"
    texts = {
        f"w{length}": f"# 题{length}\n\n{'字' * length}{some}"
        "wangluo\\.tushushi@xinxiang\\.shanli\\.example\\.com，来信。\n"
        for length in range(4, 16)
    }
    lines = "\n".join(printed(book, tmp_path, texts, "-layout")).split("\n")
    broken = [line for line in lines if line.endswith(("@", ".")) and "wangluo" in line]
    assert len(broken) > 2, "no line is letter-spaced because the address fits it not"


def test_no_space_after_a_per_cent_sign(book: Path, tmp_path) -> None:
    (page,) = [t for t in printed(book, tmp_path, {"w1": "# 题\n\n有85%以上。\n"}) if "85" in t]
    assert "85%以上" in page


def test_the_totals_do_not_stand_alone_on_a_page(book: Path, tmp_path) -> None:
    named = [f"词{a}{b}" for a in "甲乙丙丁戊己庚辛" for b in "子丑寅卯辰巳午未申"]
    uses = "".join(f"有{{term}}`{name}`。" for name in named)
    explained = ":::{div}\n    :class: explanation\n\n    释义。\n    :::\n"
    entries = "".join(
        f"\n{name} : C\n    (slogan-{number})=\n    {explained}"
        for number, name in enumerate(named)
    )
    page = book / "appendix" / "glossary.md"
    text = page.read_text("utf-8")
    assert "```{glossary}" in text
    page.write_text(text.replace("```{glossary}", "```{glossary}" + entries), "utf-8")
    statistics = book / "appendix" / "kinds.md"
    filler = "一行。\n\n" * 3
    head = "---\ntitle: 多\nchapter: 4\nworks:\n  - {id: e04a, title: 多}\n---\n"
    texts = {"w1": f"{head}(e04)=\n(e04a)=\n# 多\n\n(e04a-p1)=\n{uses}\n"}
    for lines in range(3):
        statistics.write_text(f"# 统计\n\n{filler * lines}```{{slogan-statistics}}\n```\n", "utf-8")
        (page,) = [t for t in printed(book, tmp_path / str(lines), texts, "-raw") if "\n合计 " in t]
        assert page.count("\n词") > 1
        texts = {}


def test_english_has_marks_of_its_own_width(book: Path, tmp_path) -> None:
    glossary = book / "appendix" / "glossary.md"
    text = glossary.read_text("utf-8")
    glossary.write_text(text.replace("The first three stems", "the stems’ “first three”"), "utf-8")
    found = printed(book, tmp_path, {})
    assert any("the stems’ “first three”" in text for text in found), "no mark is a square wide"


def test_a_character_of_another_face_is_no_darker_than_the_text(book: Path, tmp_path) -> None:
    printed(book, tmp_path, {"w1": "# 题\n\n罕用的𠮷字。\n"})
    source = (tmp_path / "out" / "source" / "book.typ").read_text("utf-8")
    assert '罕用的"#lent[#"𠮷"]#"字。' in source


def test_a_second_line_of_the_contents_stands_below_the_title(book: Path, tmp_path) -> None:
    head = "chapter: 4\nmarker: 第四篇\nworks:\n  - {id: e04a, title: 长}"
    title = "长" * 30 + "转" * 10
    text = f"---\ntitle: 长\n{head}\n---\n(e04)=\n(e04a)=\n# {title}\n\n字。\n"
    add_chapters(book, {"w1": text})
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    found = [place for place in places(made) if place[0] == 5]
    mark = next(x for _page, x, _y, word in found if word.startswith("第四篇"))
    begins, turned = (x for _page, x, _y, word in found if word.startswith("长"))
    assert turned == pytest.approx(begins, abs=1)
    assert begins > mark + 30
