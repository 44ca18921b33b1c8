"""Marks that count texts by their kind, with the title behind them or in the line below."""

from __future__ import annotations

import pytest
from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def _marks(*lines: str) -> list[tuple[str, str]]:
    return [(chapter.marker, chapter.title) for chapter in of_lines(*lines)]


def test_a_kind_with_a_number_over_the_title_of_its_text() -> None:
    hello = "敬爱的党组织："
    text = (
        *("思想汇报（一）", "守堤的一夜", hello, _PROSE, "汇报人：黎明远"),
        *("思想汇报（二）", "换防之前", hello, _PROSE, "汇报人：周敏"),
        *("思想汇报（三）", hello, _PROSE, "汇报人：吴桐"),
    )
    assert _marks("入党积极分子思想汇报三篇", *text) == [
        ("思想汇报（一）", "守堤的一夜"),
        ("思想汇报（二）", "换防之前"),
        ("思想汇报（三）", ""),
    ]


def test_a_kind_with_a_number_behind_zhi() -> None:
    text = (
        *("思想汇报之一", "守堤的一夜", "敬爱的党组织：", _PROSE),
        *("思想汇报之二", "换防之前", "敬爱的党组织：", _PROSE),
        *("思想汇报之三", "敬爱的党组织：", _PROSE),
    )
    assert _marks("思想汇报三篇", *text) == [
        *(("思想汇报之一", "守堤的一夜"), ("思想汇报之二", "换防之前"), ("思想汇报之三", "")),
    ]


def test_a_kind_with_a_number_over_headings_is_the_title() -> None:
    text = [
        *("心得体会（一）", "守堤的收获", _PROSE, "今后的打算", _PROSE),
        *("心得体会（二）", "换防的收获", _PROSE, "自己的打算", _PROSE),
    ]
    assert _marks(*text) == [("（一）", "心得体会"), ("（二）", "心得体会")]


def test_longer_words_that_count_before_titles() -> None:
    text = (
        *("升旗仪式讲话之一：守堤的一夜", "同学们：", _PROSE),
        *("升旗仪式讲话之二：谢谢你，对手", "同学们：", _PROSE),
    )
    assert _marks("升旗仪式讲话集锦", *text) == [
        ("升旗仪式讲话之一", "守堤的一夜"),
        ("升旗仪式讲话之二", "谢谢你，对手"),
    ]
    assert all(not chapter.works[0].authors for chapter in of_lines("讲话集锦", *text))


def test_longer_words_in_a_sentence_count_nothing() -> None:
    text = ("防汛方案", "工作内容共有一项任务之一：守堤", _PROSE, "工作内容之二：换防", _PROSE)
    assert len(of_lines(*text)) == 1


def test_headers_behind_the_last_sentence_or_the_date_of_the_text_above() -> None:
    first = ("篇一：守堤的信", "乡亲们：", _PROSE, "2011年4月6日篇二：换防的信", "乡亲们：", _PROSE)
    text = (*first, "篇三：退水的信", "乡亲们：", f"{_PROSE}篇四：谢谢的信", "乡亲们：", _PROSE)
    assert [mark for mark, _ in _marks("防汛书信（精选4篇）", *text)] == [
        *("篇一", "篇二", "篇三", "篇四"),
    ]
    assert of_lines("防汛书信（精选4篇）", *text)[0].works[0].date == "2011-04-06"


def test_bare_marks_behind_the_last_sentence() -> None:
    text = (
        *("篇1", "《守堤》读后感", _PROSE, f"{_PROSE} 篇2", "《换防》读后感", _PROSE),
        *("篇3", "《退水》读后感", f"{_PROSE} 篇4", "《归队》读后感", _PROSE),
    )
    assert _marks("读后感精选", *text) == [
        *(("篇1", "《守堤》读后感"), ("篇2", "《换防》读后感")),
        *(("篇3", "《退水》读后感"), ("篇4", "《归队》读后感")),
    ]


def test_bare_marks_behind_a_signature() -> None:
    hello = ("敬爱的党组织：", _PROSE)
    text = ("篇一：", *hello, "申请人：周敏篇二：", *hello, "申请人：黎明远", "2015年6月1日 篇三：")
    found = of_lines("入党申请书三篇", *text, *hello, "申请人：吴桐")
    assert [chapter.marker for chapter in found] == ["篇一", "篇二", "篇三"]
    authors = [chapter.works[0].authors for chapter in found]
    assert authors == [("周敏",), ("黎明远",), ("吴桐",)]


def test_a_text_that_speaks_of_the_next_one_has_no_header_inside() -> None:
    text = ("篇一：守堤", _PROSE, "篇二：换防", f"{_PROSE}他说要写篇三：退水以后的日子。{_PROSE}")
    assert [mark for mark, _ in _marks("防汛日记", *text)] == ["篇一", "篇二"]


def test_where_none_has_a_title_of_its_own_the_kind_and_number_are_the_mark() -> None:
    hello = "敬爱的党组织："
    text = (
        *("思想汇报（一）", hello, _PROSE, "汇报人：黎明远"),
        *("思想汇报（二）", hello, _PROSE, "汇报人：周***"),
    )
    assert _marks("入党积极分子思想汇报二篇", *text) == [
        ("思想汇报（一）", ""),
        ("思想汇报（二）", ""),
    ]
    assert of_lines("入党积极分子思想汇报二篇", *text)[1].works[0].authors == ("周***",)


@pytest.mark.parametrize("mark", ["【一】", "〔一〕", "「一」", "〈一〉", "［一］", "（一）"])
def test_a_year_behind_the_title_of_a_page_is_no_number_of_a_text(mark: str) -> None:
    title = "护林员工作总结"
    page = f"{title}范文2022"
    text = (page, page, _PROSE, f"{title}范文{mark}", _PROSE, "一、守堤", _PROSE)
    assert _marks(*text) == [(f"范文{mark}", title)]


def test_a_kind_with_a_number_over_titles_that_a_list_names() -> None:
    own = ("守堤的一夜", "换防之前", "退水以后")
    offices = ("堤防管理所", "县水利局", "河湾镇人民政府")
    listed = [
        f"{n}.{title}………………{office}（{n}）"
        for n, (title, office) in enumerate(zip(own, offices, strict=True), 1)
    ]
    text = [
        line
        for n, title, office in zip("一二三", own, offices, strict=True)
        for line in (f"交流材料之{n}", title, office, _PROSE, _PROSE)
    ]
    assert _marks("全市防汛工作会议交流材料", "目　录", *listed, *text) == [
        (f"交流材料之{n}", title) for n, title in zip("一二三", own, strict=True)
    ]


@pytest.mark.parametrize("over", ["目录:", "本文目录", "以下为各篇题目"])
@pytest.mark.parametrize("form", ["守堤倡议书篇{}", "守堤倡议书（{}）", "守堤倡议书简短范文{}"])
def test_a_list_above_of_the_same_titles(over: str, form: str) -> None:
    listed = [form.format(n) for n in (1, 2, 3)]
    text = [line for title in listed for line in (title, _PROSE, _PROSE)]
    marks = [mark for mark, _ in _marks("守堤倡议书(3篇)", over, *listed, *text)]
    mark = form.removeprefix("守堤倡议书").removeprefix("简短")
    assert marks == [mark.format(n) for n in (1, 2, 3)]


def test_a_list_above_of_titles_that_differ() -> None:
    own = ("守堤倡议书", "护林倡议书", "村民倡议书")
    listed = [f"{title}篇{n}" for n, title in enumerate(own, 1)]
    text = [line for title in listed for line in (title, _PROSE, _PROSE)]
    assert _marks("倡议书(3篇)", "目录:", *listed, *text) == [
        (f"篇{n}", title) for n, title in enumerate(own, 1)
    ]


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        ("守堤征文篇{}：", "守堤征文篇{}"),
        ("我的家乡我的堤主题征文 篇{}:", "我的家乡我的堤主题征文　篇{}"),
        ("守堤征文第{}篇：", "守堤征文第{}篇"),
        ("【守堤征文篇{}】", "【守堤征文篇{}】"),
    ],
)
def test_words_before_a_mark_and_the_title_behind_it(form: str, mark: str) -> None:
    own = (("三", "灯"), ("四", "换防之前"), ("五", "退水，以后"))
    text = [line for n, title in own for line in (form.format(n) + title * 2, _PROSE, _PROSE)]
    found = _marks("守堤征文选(2)", *text)
    assert found == [(mark.format(n), title * 2) for n, title in own]
    assert _marks("守堤的一夜", _PROSE, "堤上开篇一：守夜的人", _PROSE, _PROSE) == [
        ("", "守堤的一夜")
    ]


def _titled(*lines: str) -> list[tuple[str, str]]:
    return [(work.title, work.subtitle) for one in of_lines(*lines) for work in one.works]


def test_a_subtitle_below_each_header_of_the_same_words() -> None:
    films = ("渡口", "雪线", "山那边的灯")
    heads = [(f"电影观后感({n})", f"——《{film}》观后感") for n, film in enumerate(films, 1)]
    lines = [line for head in heads for line in (*head, _PROSE, _PROSE)]
    assert _titled("电影观后感三篇", *lines) == [
        ("电影观后感", f"《{film}》观后感") for film in films
    ]
    own = [("守堤心得篇一", "一盏灯"), ("守堤心得篇二", "——记老站长"), ("守堤心得篇三", "一把扳手")]
    lines = [line for head in own for line in (*head, _PROSE, _PROSE)]
    assert _titled("守堤心得三篇", *lines) == [
        *(("一盏灯", ""), ("守堤心得", "记老站长"), ("一把扳手", "")),
    ]


def test_a_title_of_the_same_kind_below_that_of_its_header() -> None:
    text = (
        *("第一篇：防汛安全承诺", "班组长安全承诺", _PROSE, _PROSE),
        *("第二篇：防汛值班心得", "守堤人的值班心得", _PROSE, _PROSE),
        *("第三篇：守堤员事迹材料", "××同志事迹材料", _PROSE, _PROSE),
    )
    assert _titled(*text) == [
        *(("班组长安全承诺", ""), ("守堤人的值班心得", "")),
        ("守堤员事迹材料", "××同志事迹材料"),
    ]


def test_letters_count_texts_that_name_their_kind() -> None:
    for signs in ("A. ,B. ,C. ", "A：,B：,C：", "（A）,（B）,（C）"):
        kinds = ("守堤总结", "换防演讲稿", "退水心得")
        text = [
            line
            for sign, kind in zip(signs.split(","), kinds, strict=True)
            for line in (sign + kind, _PROSE, _PROSE)
        ]
        assert [title for _, title in _marks("首页 > 守堤材料怎么写", "守堤材料怎么写", *text)] == [
            *kinds
        ]


def test_letters_before_answers_and_in_names_count_nothing() -> None:
    text = (
        "守堤知识测试",
        "A. 班长先看水位",
        _PROSE,
        "B. 站长先看天气",
        _PROSE,
        "C. 看人心",
        _PROSE,
    )
    assert _marks(*text) == [("", "守堤知识测试")]


def test_a_number_said_twice_or_left_out_behind_the_same_words() -> None:
    lines = [line for n in "一二二五" for line in (f"守堤心得 篇{n}", _PROSE)]
    assert _marks(*lines) == [(f"篇{n}", "守堤心得") for n in "一二二五"]
