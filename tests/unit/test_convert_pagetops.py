"""What pages print over the one text they hold: the way to it, its title twice, their own words."""

from __future__ import annotations

import pytest
from convert_reading import of_lines

_PROSE = (
    "站里的水泵换了三回，换泵的人也换了两茬。我来的第一天，老站长递给我一把扳手，说它跟了他二十年。",
    "今年汛期来得早，我们提前半个月把所有的闸门都检查了一遍，发现三处锈蚀，当天就报上去换了。",
)


@pytest.mark.parametrize("behind", ["(全文完整)", "（完整版）", "【精选文档】", "（范文推荐）"])
def test_own_title_stands_below_what_the_site_says_of_its_file(behind: str) -> None:
    page = f"2022年度专题党课：水泵与扳手{behind}"
    (chapter,) = of_lines(
        f"您的当前位置: 石桥范文网 > 范文大全 > {page}",
        page,
        "来源:党课讲稿 时间:2022-03-04 10:22:07 点击:",
        f"下面是小编为大家整理的{page}，供大家参考。",
        page,
        "专题党课：水泵与扳手",
        *_PROSE,
    )
    (work,) = chapter.works
    assert work.title == "专题党课：水泵与扳手"
    assert [block.text for block in work.blocks] == list(_PROSE)


def test_words_of_the_site_behind_a_title_go() -> None:
    (chapter,) = of_lines("水泵与扳手的心得（全文完整）", "来源：网友投稿 点击：", *_PROSE)
    assert chapter.works[0].title == "水泵与扳手的心得"
    (chapter,) = of_lines("水泵与扳手的心得（不完整）", "来源：网友投稿 点击：", *_PROSE)
    assert chapter.works[0].title == "水泵与扳手的心得（不完整）"
