"""What structure.yaml tells of a work's author, body and date, where that was read wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from compilation import pipeline
from compilation.problems import ConversionError
from emended_books import settings

BODY = "学习活动开展以来，我读了五本书，记了三本笔记，懂得了许多道理，现将体会汇报如下。"
TEXT = f"""这一本收各校来稿。
第一篇：江山　如画
{BODY}
　　石桥小学　王小燕　2011年13月
第二篇：学习体会二则
（一）甲县的体会
{BODY}
李大明
（二）乙县的体会
{BODY}
周建国
"""


def works(folder: Path, entries: str) -> dict[str, tuple[tuple[str, ...], str, str]]:
    """Convert the text with entries of structure.yaml; give what is said of each work."""
    editorial = folder / "editorial"
    editorial.mkdir(exist_ok=True)
    (folder / "source.txt").write_text(TEXT, encoding="utf-8")
    (editorial / "structure.yaml").write_text(entries, encoding="utf-8")
    options = pipeline.Settings(
        folder / "source.txt", folder / "book", editorial / "slogans.yaml", editorial
    )
    book = pipeline.model(options)
    return {work.id: (work.authors, work.affiliation, work.date) for _, work in book.works()}


@pytest.mark.parametrize(
    ("entry", "work", "said"),
    [
        ('- {line: 第一篇, author: ""}', "e01a", ((), None, None)),
        ("- {line: 第一篇, author: [王小燕, 李小河]}", "e01a", (("王小燕", "李小河"), None, None)),
        ("- {line: 石桥小学, is: byline, date: 2011-03}", "e01a", (None, None, "2011-03")),
        (
            '- {line: 石桥, author: 王小雁, affiliation: 石桥中学, date: "2011"}',
            "e01a",
            (("王小雁",), "石桥中学", "2011"),
        ),
        ("- {line: 李大明, affiliation: 县水务局}", "e02a", (None, "县水务局", None)),
        ("- {line: （二）, date: 2012-02-29}", "e02b", (None, None, "2012-02-29")),
        ("- {line: 周建国, author: 周建民}", "e02b", (("周建民",), None, None)),
    ],
)
def test_what_is_told_stands_and_the_rest_stays(tmp_path: Path, entry, work, said) -> None:
    kind = "- {line: 石桥小学, is: byline}\n" if "byline" in entry else ""
    before = works(tmp_path, kind)
    after = works(tmp_path, entry + "\n")
    wanted = tuple(was if new is None else new for was, new in zip(before[work], said, strict=True))
    assert after == {**before, work: wanted}


def test_a_work_named_right_below_the_header_is_the_first(tmp_path: Path) -> None:
    text = f"第一篇：一等奖\n山里的老师\n{BODY}\n王小燕\n河边的老师\n{BODY}\n李大明\n"
    structure = "- {line: 山里的老师, is: work}\n- {line: 河边的老师, is: work}\n"
    options = settings(tmp_path, text, "", structure)
    (chapter,) = pipeline.model(options).chapters
    assert chapter.title == "一等奖"
    assert [(work.id, work.title, work.authors) for work in chapter.works] == [
        ("e01a", "山里的老师", ("王小燕",)),
        ("e01b", "河边的老师", ("李大明",)),
    ]


def test_one_line_that_signs_takes_no_other(tmp_path: Path) -> None:
    lines = ("地点：二楼会议室", "主持人：车间主任", "参加人员：各班组长", "记录：程远", BODY)
    text = "\n".join(("第一篇：会议记录", *lines, "第二篇：堆料", BODY, ""))
    options = settings(tmp_path, text, "", "- {line: 主持人, is: byline}\n")
    work = pipeline.model(options).chapters[0].works[0]
    assert [piece.text for piece in work.byline] == ["主持人：车间主任"]
    assert [block.text for block in work.blocks] == [lines[0], *lines[2:]]


@pytest.mark.parametrize(
    ("entry", "place", "said"),
    [
        ("- line: 周建国\n  date: 2011-13\n", "2:3", "date 是“2011-13”，应写作"),
        ("- line: 周建国\n  date: 2011-02-31\n", "2:3", "“2011-02-31”，历书上没有这一天"),
        ("- line: 周建国\n  date: 2011-02-29\n", "2:3", "历书上没有这一天"),
        ('- line: 周建国\n  date: "0000"\n', "2:3", "历书上没有这一天"),
        ("- line: 周建国\n  date: 2011\n", "2:3", 'date 应写作 "2011"、2011-03'),
        ("- line: 周建国\n  author: [1]\n", "2:3", "author 应是姓名"),
        ("- line: 周建国\n  author:\n", "2:3", "author 应是姓名"),
        ("- line: 周建国\n  author: [甲、乙]\n", "2:3", "“甲、乙”像是几个人，应写作 [甲, 乙]"),
        ("- line: 如画\n  is: title\n", "1:3", "第 2 行中间才有。请从那一行的行首抄起"),
        ("- line: 周建国\n  affiliation: []\n", "2:3", "affiliation 应是文字"),
        ("- line: 这一本\n  author: 某某\n", "1:3", "在卷首，不属于哪一篇"),
        ("- line: 石桥小学\n  is: title\n", "1:3", "第 4 行在正文中间，不能定为题目"),
        ("- line: 李大明\n  is: subtitle\n", "1:3", "不能定为副题"),
        ("- line: 这一本\n  is: byline\n", "1:3", "在卷首，不能定为署名"),
        ("- line: 周建国\n  author: 某\n- line: 周建\n  is: byline\n", "3:3", "已由本文件第 1 行"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(tmp_path: Path, entry, place, said) -> None:
    with pytest.raises(ConversionError) as caught:
        works(tmp_path, entry)
    (problem,) = caught.value.problems
    assert f"structure.yaml:{place}: " in str(problem)
    assert said in str(problem)
