"""What a conversion and a check tell the editor, and in which words."""

from __future__ import annotations

from pathlib import Path

import convert
import pytest
from compilation.marks.numbering import Numbered, problems

BOOK = "source:\n  file: source.txt\n"
BODY = "渠水通到田头，大家都说这件事办得实在。\n"
SITE = "【字体：大 中 小】 打印本页 关闭窗口\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "editorial").mkdir()
    return tmp_path


def told(book: Path, capsys, text: str, *arguments: str, status: int = 0) -> tuple[str, list[str]]:
    """Convert a text; give the last line of the report, if any, and what was said of problems."""
    (book / "source.txt").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert convert.main(["--book", str(book / "book.yaml"), *arguments]) == status
    said = capsys.readouterr()
    return said.out.strip().rpartition("\n")[2].strip(), said.err.strip().splitlines()


def test_the_report_counts_what_it_lists(book, capsys) -> None:
    text = f"第一篇：修渠记\n{BODY}"
    assert told(book, capsys, text, "--report") == ("拿不准的 0 处", [])
    last, lines = told(book, capsys, text + f"第三篇：护渠记\n{BODY}", "--report")
    assert last == "拿不准的 1 处，如下："
    assert len(lines) == 1
    last, lines = told(book, capsys, text + SITE, "--report")
    assert last == "拿不准的 0 处，另记下 1 处（如去掉的文字），如下："
    assert len(lines) == 1
    last, lines = told(book, capsys, text + SITE + f"第三篇：护渠记\n{BODY}", "--report")
    assert last == "拿不准的 1 处，另记下 1 处（如去掉的文字），依次如下："
    assert ["[header-gap]" in line for line in lines] == [True, False]


def test_the_report_quotes_what_the_editor_dropped(book, capsys) -> None:
    (book / "editorial" / "structure.yaml").write_text(
        "- {line: 此稿, is: drop}\n", encoding="utf-8"
    )
    text = (
        f"第一篇：修渠记\n{BODY}  此稿已登报\n{SITE}{'广告位招租' * 20}，请点击http://a.example\n"
    )
    lines = told(book, capsys, text, "--report")[1]
    assert any(":3:3: 照编者的指定去掉“此稿已登报”。" in line for line in lines)


def test_the_report_quotes_what_was_taken_out_inside_lines(book, capsys) -> None:
    text = (
        "守渠的人 www.wenmi.net 各站来稿\n"
        f"第一篇：修渠记\n{SITE}渠水通了， www.wenmi.net 大家&nbsp;都<b>高兴</b>。\n"
        f"{BODY}www.wenmi.net\n渠修好了。（公文写作网www.wenmi.net）\n"
    )
    lines = told(book, capsys, text, "--report")[1]
    assert [line.split("source.txt:")[1].split(": ")[0] for line in lines] == (
        ["1:6", "3:1", "4:7", "6:1", "7:6"]
    )
    assert lines[2].split(": ", 1)[1].startswith("按规则 noise-advert 去掉“www.wenmi.net”。")


RIGHT = "核对无误：生成的文件与原文一致，撤销全部修改即还原原文，一字不差。"


def test_a_check_says_that_the_text_is_right_whatever_else_is_left(book, capsys) -> None:
    (book / "editorial" / "slogans.yaml").write_text("slogans: []\n", encoding="utf-8")
    text = f"第一篇：修渠记\n{BODY}村里办起“一渠两站”。\n"
    told(book, capsys, text)
    said, lines = told(book, capsys, text, "--check", status=1)
    assert said == RIGHT.removeprefix("核对无误：")  # that would be for the whole run
    assert "“一渠两站”" in lines[0]
    assert lines[1:] == ["另有 1 处要编者处理，已列在上面。"]
    text = text.replace("“一渠两站”", "泵站")
    told(book, capsys, text)
    assert told(book, capsys, text, "--check") == (RIGHT, [])


def test_a_check_of_pages_that_are_not_the_sources_says_nothing_is_right(book, capsys) -> None:
    text = f"第一篇：修渠记\n{BODY}"
    told(book, capsys, text)
    (book / "essays" / "e01.md").write_text("改", encoding="utf-8")
    (book / "source.txt").write_text(text, encoding="utf-8")
    assert convert.main(["--book", str(book / "book.yaml"), "--check"]) == 1
    said = capsys.readouterr()
    assert "e01.md" in said.err
    assert RIGHT not in said.out


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, None, 3), []),  # the one without a number is the second
        ((1, None, 2), []),  # or it has none
        ((None, 1, 2), []),
        ((1, None, 4), ["从“1”跳到“4”"]),
        ((1, None, 2, 4), ["从“2”跳到“4”"]),
        ((1, 2, 2, 3), ["“2”重复出现"]),
        ((1, None, 1), ["“1”重复出现"]),
    ],
)
def test_numbers_around_a_header_without_one(numbers, said) -> None:
    found = list(problems([Numbered(number, 1, 1) for number in numbers]))
    assert len(found) == len(said)
    assert all(words in one.message for words, one in zip(said, found, strict=True))


GLOSSARY = """slogans:
  - term: {term}
    kind: 数字口号
    level: 地方
    explanation: 修渠的两条要求。
    origin: 待考
    members:
      - {{text: 渠要直, in: [e01a-p1]}}
      - {{text: {member}, in: [{place}]}}
"""


@pytest.mark.parametrize(
    ("term", "member", "place", "said"),
    [
        ("一渠一坡", "坡要缓", "e01a-p1", ""),
        ("一梁一坡", "坡要缓", "e01a-p1", ":2: 词条“一梁一坡”在书中一次也没有用到。"),
        ("一渠一坡", "坡要陡", "e01a-p1", ":2: “一渠一坡”：e01a-p1 里没有成员“坡要陡”这几个字。"),
        ("一渠一坡", "坡要缓", "e01a-p9", ":2: “一渠一坡”：成员“坡要缓”注明出自 e01a-p9，"),
    ],
)
def test_an_entry_that_comes_to_nothing_is_named_when_the_book_is_made(
    book, capsys, term, member, place, said
) -> None:
    text = "第一篇：修渠记\n一渠一坡，渠要直，坡要缓，大家都记得。\n"
    glossary = GLOSSARY.format(term=term, member=member, place=place)
    (book / "editorial" / "slogans.yaml").write_text(glossary, encoding="utf-8")
    _, lines = told(book, capsys, text)
    assert [said in line for line in lines] == ([True] if said else [])
    _, checked = told(book, capsys, text, "--check", status=1 if said else 0)
    assert checked[: len(lines)] == lines
    if said:
        assert told(book, capsys, text, "--strict", status=1)[1] == lines


def test_a_glossary_says_nothing_of_a_text_that_is_not_its_own(book, capsys) -> None:
    glossary = GLOSSARY.format(term="一梁一坡", member="坡要陡", place="e01a-p1")
    (book / "editorial" / "slogans.yaml").write_text(glossary, encoding="utf-8")
    told(book, capsys, f"第一篇：修渠记\n{BODY}")
    (book / "other.txt").write_text(f"第一篇：护渠记\n{BODY}", encoding="utf-8")
    other = ("--source", str(book / "other.txt"), "--output", str(book / "other"))
    assert told(book, capsys, f"第一篇：修渠记\n{BODY}", *other)[1] == []


WORD = "words:\n- {text: 通渠口, form: 通渠口}\n"


def test_a_word_that_the_book_does_not_have_is_remarked(book, capsys) -> None:
    path = book / "editorial" / "conversion.yaml"
    text = f"第一篇：修渠记\n{BODY}"
    path.write_text(WORD, encoding="utf-8")
    assert told(book, capsys, text)[1] == []
    (line,) = told(book, capsys, text, "--report")[1]
    assert line.startswith(f"{path}:2:4: 书里没有“通渠口”，这一条没有用到。")
    said, lines = told(book, capsys, text, "--check")
    assert (said, lines) == (RIGHT, [line])
    told(book, capsys, text, "--strict")
    assert told(book, capsys, text + "通渠口在北。", "--report")[1] == []
    file = book / "book.yaml"
    about = file.read_text(encoding="utf-8")
    file.write_text(about + "\nrights: 通渠口书社\n", encoding="utf-8")
    assert told(book, capsys, text, "--report")[1] == []
    file.write_text(about, encoding="utf-8")
    emended = "- source: 渠水\n  emended: 渠中水\n  reason: 通渠口在北。\n"
    (book / "editorial" / "emendations.yaml").write_text(emended, encoding="utf-8")
    assert told(book, capsys, text, "--report")[1] == []


def test_a_word_that_the_works_it_names_do_not_have_is_a_warning(book, capsys) -> None:
    path = book / "editorial" / "conversion.yaml"
    text = f"第一篇：修渠记\n{BODY}第二篇：通渠口记\n{BODY}"
    path.write_text(WORD.replace("}", ", works: [e01a]}"), encoding="utf-8")
    (line,) = told(book, capsys, text)[1]
    assert line.startswith(f"{path}:2:4: e01a 里没有“通渠口”，这一条没有用到。")
    assert told(book, capsys, text, "--check", status=1)[1][0] == line
    path.write_text(WORD.replace("}", ", works: [e01a, e02a]}"), encoding="utf-8")
    assert told(book, capsys, text)[1] == []
