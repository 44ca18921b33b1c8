"""What sites of documents and of agencies put around a text, and lines of a text like it."""

from __future__ import annotations

import pytest
from compilation.web import noise


@pytest.mark.parametrize(
    "line",
    (
        "30.12 KB",
        "2.5 河畔小吏 2022-03-04 11 2 18.07KB 4 页 5金币",
        "2022-08-16 发布",
        "4页",
        "1、此文档系用户自行上传，本库代为发布，可在线浏览。",
        "2、版权及收益归上传者，若有异议，请与客服联系。",
        "文档质量以预览为准，购买前请看清内容。",
        "VIP专免",
        "侵权投诉",
        "• 加入会员",
        "用户评论",
        "网友评论共 0 条",
        "（评论由网友发表，不代表本站观点）",
        "【收藏】【投稿】 作者：佚名 来源：原创 阅读 812 次 【大 中 小】",
        "【全文2046字，仅供学习】",
        "摘要：展开>> 收起<<",
        "公文斋（www.example.org）整理提供，写材料就上公文斋",
        "下载Word版到本地 收藏 打印",
        "正在阅读：护林员演讲稿【三篇】05-20",
        "【本文地址】 复制 分享到： 打印",
        "放大⊕　缩小⊖　默认○　　朗读",
        "数字报系统由example.org提供技术支持",
        "税务文化 >> 青年之声",
        "您当前所在位置： 首页 > 信息公开 > 政策文件",
        "云岭县人民政府门户网站",
        "相关解读：一图读懂《云岭县饮用水水源地保护方案》",
        "上一篇内容： 寒假致家长的一封信",
        "阅读 2.1万　　分享　　收藏　　在看",
        "【打印此页】【顶部】【关闭】",
    ),
)
def test_a_line_of_the_page_goes(line: str) -> None:
    assert noise.line_rule(line)


@pytest.mark.parametrize(
    "line",
    (
        "附件大小不超过30 MB，逾期不候。",
        "4页材料，他改了十一遍。",
        "2022年8月16日发布",
        "各单位的文档由用户自行上传，信息科负责审核。",
        "版权保护是一件大事。",
        "会员代表大会",
        "评论员文章",
        "侵权责任由当事人承担。",
        "全文2046字，他念了二十分钟。",
        "放大格局，缩小自我",
        "县政府门户网站公开的信息，逐月增加。",
        "办好门户网站的几点体会",
        "展开讨论",
        "正在阅读的老人抬起了头。",
        "顶部彩钢瓦被风掀开。",
        "解读：读懂乡亲的难处",
    ),
)
def test_a_line_of_a_text_stays(line: str) -> None:
    assert noise.line_rule(line) is None
