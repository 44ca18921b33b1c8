"""Papers of meetings, short titles of pages, pieces told by somebody, days of diaries."""

from __future__ import annotations

import pytest
from compilation.divisions import endings
from compilation.signatures import byline
from compilation.text.signs import core
from convert_reading import blocks, front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"


def test_numbers_of_a_meeting_are_marks() -> None:
    text = ("会议材料之一", "守堤", _PROSE, _OTHER, "会议材料之二", "换防的夜里", _PROSE, _OTHER)
    found = of_lines(*text)
    assert [(c.marker, c.works[0].title) for c in found] == [
        ("会议材料之一", "守堤"),
        ("会议材料之二", "换防的夜里"),
    ]


@pytest.mark.parametrize("words", ["先进事迹材料", "最美守堤人典型事迹材料", "防汛学习心得体会"])
def test_words_that_zhi_counts_are_marks(words: str) -> None:
    text = (f"{words}之一", "守堤", "——记周敏", _PROSE, f"{words}之二", "换防", _PROSE, _OTHER)
    assert [(c.marker, c.title) for c in of_lines(*text)] == [
        (f"{words}之一", "守堤"),
        (f"{words}之二", "换防"),
    ]


def test_zhi_in_brackets_behind_what_members_are_called() -> None:
    one = ("典型事迹（之一）", "守堤", "——记水文站站长周敏", _PROSE, _OTHER)
    two = ("典型事迹（之二）", "换防", "——记水利局局长黎明远", _PROSE, _OTHER)
    found = of_lines("守堤人事迹汇编", *one, *two)
    assert [(c.marker, c.title) for c in found] == [
        ("典型事迹（之一）", "守堤"),
        ("典型事迹（之二）", "换防"),
    ]


def test_what_zhi_counts_inside_one_text() -> None:
    one = ("主要问题之一", "学习不够", _PROSE, "主要问题之二", "下堤不够", _OTHER)
    assert titles("守堤对照检查", *one) == ["守堤对照检查"]


def test_titles_that_repeat_stay_titles() -> None:
    """What is below them may be a heading of the text, or the person."""
    text = ("心得体会（一）", "守堤", _PROSE, _OTHER, "心得体会（二）", "换防", _PROSE, _OTHER)
    assert titles(*text) == ["心得体会", "心得体会"]
    text = ("典型发言一", "周敏", _PROSE, _OTHER, "典型发言二", "黎民", _PROSE, _OTHER)
    assert titles(*text) == ["典型发言", "典型发言"]


def test_a_short_title_of_the_page() -> None:
    text = ("专题党课讲稿", "把堤守住", "——在水文站党课上的话", "周敏", _PROSE, "一、堤", _OTHER)
    (chapter,) = of_lines(*text)
    assert front(*text) == ["专题党课讲稿"]
    assert (chapter.title, chapter.works[0].authors) == ("把堤守住", ("周敏",))


@pytest.mark.parametrize("sign", [(), ("★",), ("◆",)])
@pytest.mark.parametrize("title", [("以实守堤 以严护坝", "做老百姓信得过的人"), ("把堤守住",)])
def test_the_full_title_below_a_sign_in_two_lines(
    sign: tuple[str, ...], title: tuple[str, ...]
) -> None:
    text = ("水文站专题党课讲稿", *sign, *title, "——在水文站党课上的话", "周敏", _PROSE, _OTHER)
    (chapter,) = of_lines(*text)
    assert front(*text) == ["水文站专题党课讲稿"]
    assert core(chapter.title) == core("".join(title))
    assert core(chapter.works[0].subtitle) == "在水文站党课上的话"


@pytest.mark.parametrize(
    "above",
    [
        ("水文站工作总结", "——把堤守住", "周敏"),  # its own subtitle
        ("关于水文站的", "工作总结", "——把堤守住"),  # a title in two lines
    ],
)
def test_a_title_with_its_subtitle_is_no_short_one(above: tuple[str, ...]) -> None:
    (chapter,) = of_lines(*above, _PROSE, _OTHER)
    assert chapter.title.endswith("水文站工作总结") or chapter.title == "关于水文站的工作总结"


def test_days_of_a_diary() -> None:
    text = ("住堤日记", _PROSE, "3月9日  晴", _OTHER, "3月12日 阴", _PROSE, "4月5日 清明 小雨")
    kinds = [kind for kind, _ in blocks(*text, _OTHER)]
    assert kinds.count("heading") == 3
    assert ("heading", "3月9日\u3000晴") in blocks(*text, _OTHER)


@pytest.mark.parametrize(
    "text",
    [
        ("值班情况", _PROSE, "3月9日，水退。", _OTHER, "3月12日，水又涨。", _PROSE),
        (
            "值班留言",
            _PROSE,
            "3月9日",
            _OTHER,
            "3月12日",
            _PROSE,
            "3月17日",
        ),  # below what they date
    ],
)
def test_dates_that_are_no_days_of_a_diary(text: tuple[str, ...]) -> None:
    assert all(kind != "heading" for kind, _ in blocks(*text))


@pytest.mark.parametrize(
    ("line", "authors", "affiliation"),
    [
        ("刘家塬 刘满囤", ("刘满囤",), "刘家塬"),
        ("龙王塘 简玉梅", ("简玉梅",), "龙王塘"),
        ("刘家河 简玉梅", ("简玉梅",), "刘家河"),
        ("简玉梅 刘满囤", ("简玉梅", "刘满囤"), ""),
        ("刘满塘", ("刘满塘",), ""),
        ("局档案室××", ("××",), "局档案室"),
        ("南坪村  贺有才  口述  校办小杨整理", ("贺有才",), "南坪村"),
        ("食堂　崔大娘　口述　队部小郭整理", ("崔大娘",), "食堂"),
        ("村民罗小梅口述 李红整理", ("罗小梅", "李红"), "村民"),
    ],
)
def test_who_signs(line: str, authors: tuple[str, ...], affiliation: str) -> None:
    found = byline.read([line])
    assert (found.authors, found.affiliation) == (authors, affiliation)


def test_what_is_told_signs_no_prose() -> None:
    assert byline.looks_like("食堂　崔大娘　口述　队部小郭整理")
    assert not byline.looks_like("他口述了一夜，小郭认真地听，又认真地整理")


def test_a_second_person_at_the_end_signs_a_second_text() -> None:
    text = ("守堤", "水文站 周敏", _PROSE, _OTHER, "换防", _PROSE, _OTHER)
    signed = (*text, "测量班 黎民", "退水", "测量班 简玉梅", _PROSE)
    assert titles(*signed) == ["守堤", "换防", "退水"]
    assert titles(*text, "水文站 周敏", "退水", "测量班 简玉梅", _PROSE) == ["守堤", "退水"]


def test_persons_in_brackets_behind_titles() -> None:
    text = ("守堤", "水文站 周敏", _PROSE, "换防的夜里（下河沿 马占海）", _PROSE, _OTHER)
    assert [(c.title, c.works[0].authors) for c in of_lines(*text)] == [
        ("守堤", ("周敏",)),
        ("换防的夜里", ("马占海",)),
    ]


@pytest.mark.parametrize(
    "title", ["守堤（记河沿 马占海）", "守堤（我们的 马占海）", "守堤（慢慢地 向前走）"]
)
def test_whom_a_title_names_in_brackets_did_not_write_it(title: str) -> None:
    (chapter,) = of_lines(title, _PROSE, _OTHER)
    assert chapter.works[0].authors == ()


@pytest.mark.parametrize(
    "text", ["大会秘书处  2010年9月印", "大会秘书处印", "县委办公室编印", "（2012年5月编印）"]
)
def test_imprints(text: str) -> None:
    assert endings.is_imprint(text)


@pytest.mark.parametrize(
    "text", ["一串脚印", "堤上的一串脚印", "县委办公室2010年9月3日印发", "局档案室打印", "心印"]
)
def test_lines_that_are_no_imprints(text: str) -> None:
    assert not endings.is_imprint(text)


def test_entries_of_a_diary_are_marks_and_their_days_dates() -> None:
    days = ("2021年9月1日　星期三　晴", "2021年9月2日 雷阵雨", "2021年9月3日 星期五 多云")
    text: list[str] = ["汛期值班日记"]
    for number, day in zip("一二三", days, strict=True):
        text += [f"值班日记（{number}）", day, _PROSE, _OTHER]
    found = of_lines(*text)
    assert [(c.marker, c.title) for c in found] == [(f"值班日记（{n}）", "") for n in "一二三"]
    assert [c.works[0].date for c in found] == ["2021-09-01", "2021-09-02", "2021-09-03"]


def test_the_days_of_one_diary_do_not_sign_it() -> None:
    text = ("守堤日记", "2021年9月1日　晴", _PROSE, "2021年9月2日　小雨", _OTHER)
    (chapter,) = of_lines(*text)
    assert chapter.works[0].date == ""
    assert [b.text for b in chapter.works[0].blocks if b.kind == "heading"] == [text[1], text[3]]


def test_headings_of_one_form_with_colons() -> None:
    prose = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
    forms = ("个人守堤经历：", "个人守堤体会：", "个人今后打算：")
    parts = [line for form in forms for line in ("", form, "参加过：", prose)]
    found = blocks("守堤人事迹", prose, *parts)
    assert [text for kind, text in found if kind == "heading"] == list(forms)
    assert ("paragraph", "参加过：") in found
    for others in (
        ("个人守堤经历：", "守堤体会：", "今后打算："),
        ("各位守堤队员：", "各位巡堤队员：", "各位换防队员："),
    ):
        parts = [line for form in others for line in ("", form, prose)]
        assert "heading" not in dict(blocks("守堤人事迹", prose, *parts))
    close = [line for form in forms for line in (form, prose)]
    assert "heading" not in dict(blocks("守堤人事迹", prose, *close))


def test_a_department_over_the_date_and_salutation_signs() -> None:
    one = ("会议材料（一）", "守堤经费的说明", "财务部", "（2021年1月19日）", "各位代表：")
    two = ("会议材料（二）", "换防办法的说明", "德育处", "（2021年1月19日）", _PROSE)
    found = of_lines(*one, _PROSE, _OTHER, *two, _OTHER)
    assert [(c.works[0].affiliation, c.works[0].date) for c in found] == [
        ("财务部", "2021-01-19"),
        ("德育处", "2021-01-19"),
    ]
