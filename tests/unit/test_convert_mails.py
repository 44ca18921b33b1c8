"""What a mail puts around the texts that were sent in it."""

from __future__ import annotations

import pytest
from convert_reading import blocks, front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人吃饭。"
_TEXTS = ("第一篇　守堤的一夜", _PROSE, _PROSE, "第二篇　退水以后", _PROSE, _PROSE)
_HEADS = (
    ("发件人: 防汛办 <office@example.cn>", "收件人: 全体会员", "日期: 2016年6月3日 17:42"),
    ("发 件 人：防汛办", "发送时间：2016-06-03 17:42", "收 件 人：全体会员", "抄送：工会"),
    ("From: office@example.cn", "To: all@example.cn", "Date: Fri, 3 Jun 2016 17:42:00 +0800"),
    ("---------- 原始邮件 ----------", "发件人：防汛办", "收件人：全体会员"),
)
_LEAVES = ("如果您不希望继续收到此邮件，请回复“退订”。", "退订请点击此处", "取消订阅请回复TD")


@pytest.mark.parametrize("head", _HEADS)
def test_the_head_of_a_mail_is_not_of_its_texts(head: tuple[str, ...]) -> None:
    about = "主题：守堤来信第三期"
    assert front(*head, about, "各位会员：", *_TEXTS) == [about, "各位会员："]
    assert titles(*head, "守堤的一夜", _PROSE, _PROSE) == ["守堤的一夜"]


def test_a_title_below_the_subject_of_a_mail() -> None:
    text = (*_HEADS[0], "主题：我的守堤心得", "附件：无", "守堤的一夜", "周敏", _PROSE, _PROSE)
    assert titles(*text) == ["守堤的一夜"]
    assert front(*text) == ["主题：我的守堤心得"]


def test_some_labels_are_of_an_essay() -> None:
    text = ("主题：守堤的一夜", "日期：2016年6月3日", *_TEXTS)
    assert front(*text) == ["主题：守堤的一夜", "日期：2016年6月3日"]


@pytest.mark.parametrize("leaves", _LEAVES)
def test_what_the_sender_says_below_all(leaves: str) -> None:
    text = (*_TEXTS, "==========", "来稿请寄本邮箱。", leaves, "--", "防汛办秘书处")
    assert [block.text for block in of_lines(*text)[1].works[0].blocks] == [_PROSE, _PROSE]
    alone = blocks("守堤的一夜", _PROSE, _PROSE, leaves)
    assert [text for _, text in alone] == [_PROSE, _PROSE]


def test_the_last_words_below_a_row_stay() -> None:
    kept = blocks(
        "守堤的一夜", _PROSE, "==========", "来稿请寄本邮箱，我们都读。", "守堤的人都会写。"
    )
    assert kept[-1][1] == "守堤的人都会写。"


@pytest.mark.parametrize(
    "row", ["---------- 原始邮件 ----------", "-----Original Message-----", ""]
)
def test_a_mail_below_its_answer(row: str) -> None:
    report, notice = "石桥水利站2016年防汛工作总结", "关于报送防汛总结的通知"
    text = (*_HEADS[0], f"主题: 回复: {notice}", "附件: 防汛总结.doc (42K)", "", "吴主任：")
    text += ("总结已经写好，请查收。如有不妥请电话告知，我再修改，附件打不开的看下面。", "周敏", "")
    text += (report, "", _PROSE, _PROSE, "石桥水利站", "2016年6月3日", "")
    text += (row, *_HEADS[1], f"主题：{notice}", "", notice, "", "各水利站：", _PROSE, _PROSE)
    text += ("县防汛办", "2016年5月20日")
    book = of_lines(*text)
    assert [chapter.title for chapter in book] == [report, notice]
    assert [len(chapter.works[0].blocks) for chapter in book] == [2, 3]
    assert front(*text)[0] == f"主题：回复：{notice}"
