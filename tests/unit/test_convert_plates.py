"""The plates of a page (广告, 阅读 1234, 点击查看更多), and sentences with the same words."""

from __future__ import annotations

import pytest
from convert_reading import blocks

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


_PLATES = """广告
↑返回顶部↑
Word文档下载：守堤的夜.doc
下载Word文档
阅读 1234
作者：佚名
出处：范文网
关键字：守堤
所属栏目：征文
摘要：无
本文标题：守堤的夜
您正在浏览的是守堤的夜
未经允许不得转载
本文由网友上传
已有0人评论
顶一下 踩一下
赞(3)
[首页] [上一页] [1] [2] [3] [下一页] [尾页]
点击查看更多
全文共3页
剩余部分请下载后查看
……此处隐藏XXX字……
内容来自dedecms
客服电话：400-123-4567
更多相关征文推荐：
大家都在看
图片来源：网络
加载中...
价格：0.5元
[page_break]
TAG标签:军训 心得体会
下载Word文档到电脑,方便收藏和打印
文库首页 / 党团工作 / 守堤
以上就是守堤心得的全部内容，希望对大家有所帮助。更多精彩内容请关注本站。
作者投稿 | 云岭组工网
年终总结网 www.example.com 提供海量年终总结
本页目录""".splitlines()


@pytest.mark.parametrize("plate", _PLATES)
def test_the_plates_of_a_page_go(plate: str) -> None:
    text = ("守堤的夜", _PROSE, plate, f"{_PROSE}我们守住了。", plate)
    assert [text for _, text in blocks(*text)] == [_PROSE, f"{_PROSE}我们守住了。"]


@pytest.mark.parametrize(
    "line",
    [
        "广告是企业的名片，也是诚信的试金石。",
        "阅读1234页书，不如守一夜堤。",
        "点赞这样的守堤人！",
        "未经允许，任何人不得上堤，这是铁的规矩。",
        "作者：佚名氏的这首诗，我抄了三遍。",
        "客服电话：一头是群众，一头是责任。",
        "大家都在看着我们，不能退。",
        "以上就是我汇报的全部内容，希望对大家有帮助。",
    ],
)
def test_sentences_with_words_of_plates_stay(line: str) -> None:
    assert line in [text for _, text in blocks("守堤的夜", _PROSE, line, _PROSE)]
