"""Prize works as the page of an account displays them: number, prize, title with its author."""

from __future__ import annotations

import pytest
from convert_reading import front, of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"
_LEAD = "近日，县教育局公布了“堤上的灯”征文的结果，全县共有三十篇作品获奖。"
_WORKS = (("一把水尺", "钮小堤"), ("三声哨", "安丽娟"), ("灯下的船", "陆一舟"))


def _display(
    numbers: tuple[str, ...], prizes: tuple[str, ...], between: str, more: str
) -> list[str]:
    lines = ["河湾发布", _LEAD, "图片", "图片", "<<左右滑动查看更多>>"]
    for number, prize, (title, author) in zip(numbers, prizes, _WORKS, strict=True):
        lines += [number, prize, f"《{title}》{between}{author}", more, _PROSE, _PROSE]
    return [*(line for line in lines if line), "图片"]


@pytest.mark.parametrize(
    "numbers", [("01", "02", "03"), ("1", "2", "3"), ("（一）", "（二）", "（三）")]
)
@pytest.mark.parametrize(
    "prizes",
    [
        ("征文小学组一等奖", "征文小学组三等奖", "征文中学组三等奖"),
        ("一等奖作品", "二等奖作品", "二等奖作品"),
        ("【教师组优秀奖】", "【教师组优秀奖】", "【家长组特等奖】"),
    ],
)
@pytest.mark.parametrize("between", ["", "　", " "])
@pytest.mark.parametrize("more", ["向上滑动阅读正文", "↓ 上下滑动查看全文 ↓", "（滑动屏幕欣赏）"])
def test_number_and_prize_over_the_title(
    numbers: tuple[str, ...], prizes: tuple[str, ...], between: str, more: str
) -> None:
    lines = _display(numbers, prizes, between, more)
    book = of_lines(*lines)
    assert front(*lines) == [_LEAD]
    assert [(c.marker, c.title.strip("《》")) for c in book] == [
        (number, title) for number, (title, _) in zip(numbers, _WORKS, strict=True)
    ]
    assert [c.works[0].authors for c in book] == [(author,) for _, author in _WORKS]
    for chapter in book:
        assert [b.text for b in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_what_an_account_is_called_is_no_noise_where_nothing_else_is_of_a_page() -> None:
    (chapter,) = of_lines("河湾发布", _PROSE, _PROSE, _PROSE, _PROSE)
    assert chapter.title == "河湾发布"


def test_pictures_and_swipes_inside_a_sentence_stay() -> None:
    (chapter,) = of_lines(
        "一把水尺", "向上滑动水尺，读数就清楚了。", "图片是第二天洗出来的。", _PROSE
    )
    assert len(chapter.works[0].blocks) == 3


def test_an_account_with_the_day_below_the_title_and_links_to_its_posts_go() -> None:
    post = ("“文明祭扫”倡议书", "河湾发布 2018-03-27", "点击上方蓝字关注我们", "各位乡亲：")
    links = ("往期推荐", "▶ 一把水尺，量出几代人", "▶ 事关你家！堤上的路月底通车了", "阅读 326")
    (chapter,) = of_lines(*post, _PROSE, _PROSE, *links)
    (work,) = chapter.works
    assert (work.title, work.date) == (post[0], "")
    assert [block.text for block in work.blocks] == [post[-1], _PROSE, _PROSE]
