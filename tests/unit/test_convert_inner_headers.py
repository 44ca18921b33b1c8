"""Headers inside a chapter, where the chapter's lines are others than a first look saw."""

from __future__ import annotations

import pytest
from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def test_they_stand_where_they_were_found_when_a_line_before_them_is_dropped() -> None:
    found = of_lines(
        "第一篇：守堤总结",
        _PROSE,
        "第二篇：巡堤员竞聘演讲稿(精选2篇)",
        "巡堤员竞聘演讲稿(精选2篇)",
        "篇1：巡堤员竞聘演讲稿尊敬的各位评委:",
        "大家好!我叫周敏,在堤上走了八年,哪一段有蚁穴,我闭着眼也能摸到。",
        "篇2：巡堤员竞聘演讲稿各位领导:",
        "今天我来竞聘班长。我不怕夜班,也不怕下雨。",
    )
    assert [chapter.marker for chapter in found] == ["第一篇", "第二篇"]
    works = found[1].works
    assert len(works) == 2
    assert [work.blocks[-1].text[:4] for work in works] == ["大家好！", "今天我来"]


def test_blanks_that_the_page_wrote_as_entities_do_not_get_lost_before_a_title() -> None:
    found = of_lines("第一篇：守堤", _PROSE, "第二篇：&nbsp;&nbsp;巡堤", _PROSE)
    assert [chapter.title for chapter in found] == ["守堤", "巡堤"]


def test_what_stands_over_notes_opens_no_work() -> None:
    prose = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮才有人想起没有吃饭。"
    note = "［1］“三班”，指东堤、西堤、南堤各一班，每班十二个人，由各村轮流派出，四个时辰换一次。"
    for head, works in (("注释", 1), ("注　　释", 1), ("退水之后", 2)):
        (chapter,) = of_lines("守堤的人", prose, prose, "（1998年8月20日）", head, note, prose)
        assert len(chapter.works) == works


def test_a_header_in_mid_line_stays_where_its_line_alone_would_be_noise() -> None:
    (chapter,) = of_lines("……第一篇:www.example.com第一篇:第2篇 ")
    assert chapter.marker == "第一篇"


def test_a_header_in_brackets_stands_behind_the_date_of_the_text_before_it() -> None:
    found = of_lines(
        *("【篇1】守堤的思想汇报", _PROSE, "　　汇报人：周敏"),
        *("　　2021年6月30日【篇2】巡堤的思想汇报", _PROSE, "　　【篇3】换防的思想汇报", _PROSE),
    )
    assert [(one.marker, one.title) for one in found] == [
        ("【篇1】", "守堤的思想汇报"),
        ("【篇2】", "巡堤的思想汇报"),
        ("【篇3】", "换防的思想汇报"),
    ]
    assert found[0].works[0].date == "2021-06-30"


@pytest.mark.parametrize("which", ["（第二篇至第三篇）", "第二篇到第三篇", "第二篇—第三篇　略"])
def test_which_texts_a_volume_has_is_no_header(which: str) -> None:
    found = of_lines("守堤心得选编", which, "", "第二篇、守堤", _PROSE, "第三篇、巡堤", _PROSE)
    assert [(one.marker, one.title) for one in found] == [("第二篇", "守堤"), ("第三篇", "巡堤")]


def test_the_last_headings_of_a_section_are_no_chapters() -> None:
    heads = ("一、存在的问题", "（一）学习不够深入", "（二）下乡不够扎实", "（三）担当不够主动")
    lines = (
        line
        for head in (*heads, "（四）勤俭意识有所松懈", "二、原因分析")
        for line in (head, _PROSE)
    )
    (chapter,) = of_lines("2017年度个人对照检查材料", _PROSE, *lines)
    assert (chapter.marker, chapter.title) == ("", "2017年度个人对照检查材料")
    assert chapter.works[0].authors == ()


@pytest.mark.parametrize(
    "marks", ["一则 二则", "则一： 则二：", "故事一 故事二", "【故事1】 【故事2】", "其一： 其二："]
)
@pytest.mark.parametrize("behind", [True, False])
def test_a_chapter_is_a_set_whose_texts_have_marks_of_their_own(marks: str, behind: bool) -> None:
    texts = [
        line
        for mark, title in zip(marks.split(), ("半块砖", "雪里的脚印"), strict=True)
        for line in ([f"{mark} {title}"] if behind else [mark.rstrip("："), title])
        + [f"　　{_PROSE}", f"　　{_PROSE}"]
    ]
    one, two, three = of_lines(
        *("【篇1】守堤的人", _PROSE, "【篇2】堤上小故事2则", *texts, "【篇3】换防", _PROSE)
    )
    assert (two.title, [work.title for work in two.works]) == (
        "堤上小故事2则",
        ["半块砖", "雪里的脚印"],
    )
    assert len(one.works) == len(three.works) == 1


def test_one_author_above_all_letters_of_a_set() -> None:
    letters = (
        *("一、写给女儿", "小禾：", _PROSE, _PROSE, "爸爸", "2015年6月14日"),
        *("二、写给守堤的人", "您好：", _PROSE, _PROSE, "一个过路人", "2015年7月3日"),
        *("三、写给十年后", "老周：", _PROSE, _PROSE, "周敏", "2015年9月20日"),
    )
    first, _ = of_lines(
        *("【第一篇】家书三则", "县水利局局长 周敏", *letters, "【第二篇】换防", _PROSE, _PROSE)
    )
    assert first.title == "家书三则"
    assert [work.title for work in first.works] == ["写给女儿", "写给守堤的人", "写给十年后"]
    assert {(*work.authors, work.affiliation) for work in first.works} == {("周敏", "县水利局局长")}
    assert [work.date for work in first.works] == ["2015-06-14", "2015-07-03", "2015-09-20"]


def test_another_person_who_signs_in_a_set_is_no_owner_of_it() -> None:
    letters = (
        *("（一）写给女儿", _PROSE, _PROSE, "2015年6月14日"),
        *("（二）女儿的回信", _PROSE, _PROSE, "李春华", "2015年7月3日"),
    )
    first, _ = of_lines(
        *("【第一篇】家书二则", "县水利局局长 周敏", *letters, "【第二篇】换防", _PROSE, _PROSE)
    )
    assert [work.authors for work in first.works] == [("周敏",), ("李春华",)]


@pytest.mark.parametrize("mark", ["第{}篇：", "（第{}篇）", "篇{}："])
def test_a_set_of_letters_counted_by_another_word_is_one_chapter(mark: str) -> None:
    found = of_lines(
        mark.format("一") + "守堤日记", _PROSE,
        mark.format("二") + "家书两则", "第一则　退水", _PROSE, "第二则　回家", _PROSE,
        mark.format("三") + "老堤工", _PROSE,
    )  # fmt: skip
    assert [chapter.title for chapter in found] == ["守堤日记", "家书两则", "老堤工"]
    assert [work.title for work in found[1].works] == ["退水", "回家"]


def test_chapters_may_be_counted_by_either_word() -> None:
    found = of_lines("第一篇：守堤", _PROSE, "第二则：退水", _PROSE, "第三篇：回家", _PROSE)
    assert [chapter.title for chapter in found] == ["守堤", "退水", "回家"]
