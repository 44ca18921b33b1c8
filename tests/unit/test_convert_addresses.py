"""Addresses that a text gives its readers, and those that sites put into it."""

from __future__ import annotations

import pytest
from compilation import normalise
from compilation.text.tracking import Tracked
from convert_reading import blocks, titles
from hypothesis import given, settings
from hypothesis import strategies as st

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_ADDRESS = "http://www.shiqiao.gov.cn/baoming"


@pytest.mark.parametrize(
    "text",
    [
        f"请登录{_ADDRESS}报名，打印准考证后到堤上来。",
        "请各位登录水利站网站（www.shiqiao.gov.cn），按时填报。",
        f"报名网址：{_ADDRESS}",
        f"那年我们建了主页，地址是{_ADDRESS}，又开了一个信箱shui@example.com，来信的人不少。",
        f"我把这些写成文章登在网上，见{_ADDRESS}/1.html。想看的人可以去看。",
        f"我们办了石桥教育资源网{_ADDRESS}，远近的人都来看。",
        f"[3] 赵一平：《守堤的道理》[EB/OL]. {_ADDRESS}, 1994.",
        f"我们从{_ADDRESS}/index.html?id=3下载了全部书目，贴在水利站的墙上。",
        "他在黑板上写下http://book.example.com几个字母，让大家去看。",
        "想写信的人请记下信箱（文章请寄shui@example.com），来信必复。",
    ],
)
def test_what_a_sentence_tells_its_readers_stays(text: str) -> None:
    assert ("paragraph", text) in blocks("守堤员招考通知", _PROSE, text, _PROSE)


def test_alone_on_a_line_below_what_leads_to_it() -> None:
    text = ("守堤员招考通知", _PROSE, "报名链接：", f"{_ADDRESS}；", "咨询系统", _ADDRESS, _PROSE)
    assert [text for _, text in blocks(*text)][1:3] == ["报名链接：", f"{_ADDRESS}；"]
    assert {kind for kind, _ in blocks(*text)} == {"paragraph"}


@pytest.mark.parametrize(
    "text",
    [
        f"更多范文请访问守堤公文网：{_ADDRESS}",
        f"本文来源网站：{_ADDRESS}",
        "（本文来自石桥范文网 投稿shui@example.com）",
        _ADDRESS,
    ],
)
def test_what_a_site_says_of_itself_goes(text: str) -> None:
    assert [text for _, text in blocks("守堤", _PROSE, text, _PROSE)] == [_PROSE, _PROSE]


def test_a_title_may_have_an_address_in_it() -> None:
    lines = (f"第一篇：从{_ADDRESS}/1.html谈起", _PROSE, "第二篇：守堤", _PROSE)
    assert f"从{_ADDRESS}/1.html谈起" in titles(*lines)


def test_a_stamp_amid_a_sentence_goes() -> None:
    line = "我们坚持从www.gongwen.com实际出发，还要http://www.gongwen.com再接再厉。"
    assert blocks("守堤", line, _PROSE)[0][1] == "我们坚持从实际出发，还要再接再厉。"


def test_an_address_ends_before_the_text_behind_it() -> None:
    line = f"堤上的灯亮了一夜，{_ADDRESS}守堤的人换了三班。"
    assert blocks("守堤", line, _PROSE)[0][1] == "堤上的灯亮了一夜，守堤的人换了三班。"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "堤上的网站(http://www.daxuexi.gov.cn)查看水位",
            "堤上的网站（http://www.daxuexi.gov.cn）查看水位",
        ),
        (
            "登录http://www.daxuexi.gov.cn,认真学习;不要拖延",
            "登录http://www.daxuexi.gov.cn，认真学习；不要拖延",
        ),
        (
            "见http://a.cn:80/x,y/_(z)?id=3;n=4;请看",
            "见http://a.cn:80/x,y/_(z)?id=3;n=4；请看",
        ),
        ("水位(见http://a.cn/_(shui))不高", "水位（见http://a.cn/_(shui)）不高"),
        ('"http://a.cn"这个网址', "“http://a.cn”这个网址"),
        ("来信(xinxi@163.com)和来电", "来信（xinxi@163.com）和来电"),
        ("和我联系(QQ:123456)", "和我联系（QQ：123456）"),
        ("(守 (ab) cd)", "（守 (ab) cd）"),
        (r"存在d:\bak里,不在C:\Users里", r"存在d:\bak里，不在C:\Users里"),
        ("水位3(2)米", "水位3（2）米"),
        ("堤高1(1）米", "堤高1（1）米"),
    ],
)
def test_marks_behind_an_address_are_of_the_text(source: str, said: str) -> None:
    assert normalise.body(Tracked(source, 0, len(source))).text == said


#: What may stand in brackets with addresses, and around them.
_ADDRESSES = ("http://a.cn", "http://www.a.gov.cn/x_(y)?z=1", "https://a.cn:80/b,c", "x@163.com")
_PIECES = st.sampled_from([*"()()（），,;:?!堤水a1./- ", *_ADDRESSES, "QQ:123456"])


@settings(deadline=None, max_examples=500)
@given(st.lists(_PIECES, max_size=24).map("".join))
def test_no_pair_of_brackets_is_of_two_widths(source: str) -> None:
    for said in (normalise.body, normalise.title):
        waiting: list[str] = []
        for sign in said(Tracked(source, 0, len(source))).text:
            if sign in "(（":
                waiting.append(sign)
            elif sign in ")）" and waiting:
                assert waiting.pop() + sign in ("()", "（）")


@pytest.mark.parametrize(
    "line",
    [
        "www.wenmi.net 公文写作网 免费下载",
        "www.wenmi.net 公文写作网",
        "公文写作网 欢迎您 http://www.wenmi.net/",
        "石桥网 免费下载 www.wenmi.net",
        "www.wenmi.net | 石桥文库 | 首页",
        "石桥网站 在线阅读！ http://www.wenmi.net",
        "石桥网 欢迎访问 www.wenmi.net 免费下载",
    ],
)
def test_the_name_of_a_site_goes_with_its_address(line: str) -> None:
    assert [text for _, text in blocks("守堤", _PROSE, line)] == [_PROSE]
    assert [text for _, text in blocks("守堤", _PROSE, line, _PROSE)] == [_PROSE, _PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "渔民撒网，欢迎您来。",
        "乡里办起农家文库，欢迎阅读。",
        "我们都上石桥网下载",
        "晨雾里收渔网",
        "村里建起小网站，欢迎访问。",
        "守堤的一夜",
    ],
)
def test_what_an_author_says_of_a_site_stays_without_the_address(line: str) -> None:
    for stamped in (f"www.wenmi.net {line}", f"{line} www.wenmi.net"):
        assert line in [text for _, text in blocks("守堤", _PROSE, stamped, _PROSE)]
