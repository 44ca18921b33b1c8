"""What the template of a site in English leaves around a Chinese text."""

from __future__ import annotations

from convert_reading import blocks, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_MENU = ("Navigate to", "首页", "分类", "防汛", "书", "Blog", "随笔", "关于", "Close", "Menu")
_FOOT = (
    "Posted By laoyu",
    "In 随笔 防汛 书",
    "on 2012.3.6",
    "Previous Personal essay.",
    "About this site",
    "老俞的记录，有守堤、巡堤的文章，也有随笔...",
    "Site Links",
    "FAQ",
    "Topbook",
)


def test_menu_over_a_text_and_foot_below_it_go() -> None:
    letter = (
        "尊敬的党组织：",
        _PROSE,
        _PROSE,
        "此致",
        "敬礼",
        "申请人：周敏",
        "申请日期：2012年3月6日",
    )
    (chapter,) = of_lines(*_MENU, "入党申请书", *letter, *_FOOT)
    (work,) = chapter.works
    assert (work.title, work.authors, work.date) == ("入党申请书", ("周敏",), "2012-03-06")
    assert [b.text for b in work.blocks] == list(letter[:5])


def test_last_entry_is_no_title_where_one_stands_below() -> None:
    menu = ("首页", "新闻", "公告", "党建", "心得体会")
    assert titles(*menu, "灯火通明的守堤一夜", _PROSE, _PROSE) == ["灯火通明的守堤一夜"]
    assert titles(*menu, _PROSE, _PROSE) == ["心得体会"]


def test_english_of_the_text_stays() -> None:
    text = ("守堤的一夜", _PROSE, "The Menu of Rain", _PROSE, "Next, 水就退了。", "KPI", _PROSE)
    kept = [line for _, line in blocks(*text)]
    assert {"The Menu of Rain", "Next，水就退了。", "KPI"} <= set(kept)


def test_prose_below_such_words_is_of_the_text() -> None:
    (chapter,) = of_lines("守堤的一夜", _PROSE, "Menu", "Close", "Next", "退水以后", _PROSE)
    assert [b.text for b in chapter.works[0].blocks] == [_PROSE, "退水以后", _PROSE]
