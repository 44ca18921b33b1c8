"""What a page sets over and under a text changes nothing in how the text is read.

Tops and bottoms of pages are put on annotated texts that have none, each tenth one for a form; a
run over all of them, by hand, finds only the exceptions named here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from compilation import account, decode, parse
from compilation.text.signs import core
from compilation.web import noise
from convert_reading import blocks, titles

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))
import conversion_score as score  # noqa: E402

#: Over a single text; its title is given, and what is below that.
TOPS: dict[str, Callable[[str, str], str]] = {
    "the title again, and what a way to it ends with": lambda t, b: (
        f"首页 / 心得体会 / 其他心得 / {t}\n\n{t}\n\n"
        f"复制全文 下载文档 更新 2022-08-01 | 人气 26\n{b}"
    ),
    "a way with its own label": lambda t, b: (
        f"您的当前位置：首页 > 范文大全 > 学习心得 > {t}\n\n{t}\n\n"
        f"来源：学习心得 时间：2021-09-13 10:22:07 点击：\n\n{t}\n\n{b}"
    ),
    "a way that ends with 正文": lambda t, b: (
        f"欢迎访问样例学院新闻网\n\n当前位置：在线首页 » 支部园地 » 正文\nNews\n支部园地\n\n{t}\n\n"
        f"校对： 责编： 终审： 时间：2009-05-21 阅读：\n\n{b}"
    ),
    "a column in brackets": lambda t, b: (
        f"欢迎访问样例范文网！\n\n【教师个人工作总结】{t}\n\n"
        f"分享 时间： 加入收藏 我要投稿 点赞\n\n{b}"
    ),
    "brackets of buttons broken off": lambda t, b: (
        f"当前位置：样例家园>> 范文>> 团队工作>> 心得体会\n\n心得体会\n\n{t}\n\n"
        f"换稿】【收藏】  作者： 佚名  来源： 原创  阅读 次 【    】【加入会员\n\n{b}"
    ),
    "the window's title": lambda t, b: f"{t}_心得体会_样例网\n\n{t}\n\n2015-04-02 17:20:33\n\n{b}",
    "the title thrice": lambda t, b: f"{t}\n\n时间：2022-08-24 09:13:00\n\n{t}\n\n{t}\n\n{b}",
    "a stamp and a number": lambda t, b: f"{t}\n2021-12-14 03:43:38 21\n{b}",
    "a stamp and a count": lambda t, b: f"{t}\n2021/12/14 03:43 浏览 21\n{b}",
    "a stamp alone": lambda t, b: f"{t}\n\n2021-12-14 03:43\n\n{b}",
    "when it was published": lambda t, b: (
        f"{t}\n发表日期：2021年12月14日  出处：本站原创  【编辑录入：admin】\n{b}"
    ),
    "a blog's tags in a line": lambda t, b: (
        f"{t}\n(2011-07-01 09:12:33)[编辑][删除]\n转载▼\n标签： 学习 分类： 工作随笔\n{b}"
    ),
    "a blog's tags, a line each": lambda t, b: (
        f"{t}\n[转载]\n标签：\n\n杂谈\n\n学习\n\n分类：工作随笔\n\n{b}"
    ),
    "a blog's counters": lambda t, b: (
        f"{t}\n默认分类 2011-07-01 09:12:33 阅读21 评论3 字号：大中小 订阅\n{b}"
    ),
    "a blog's counters with bars": lambda t, b: (
        f"{t}\n2011-07-01 09:12 | 阅读(21) | 评论(3) | 分类：工作随笔\n{b}"
    ),
    "who put it on a blog": lambda t, b: (
        f"{t}\n样例随笔 于 2011-07-01 09:12:33 发布 阅读量1.2k 收藏 3\n点赞数 1\n{b}"
    ),
    "how often it was read": lambda t, b: (
        f"【转载】{t}\n已有 123 次阅读 2011-6-30 10:20 |个人分类:学习|系统分类:生活\n{b}"
    ),
    "copied, twice": lambda t, b: f"【转载】 {t}\n【转载】{t}\n{b}",
    "copied, behind": lambda t, b: f"{t}（转）\n{b}",
    "the poster's own": lambda t, b: f"[原创]{t}\n{b}",
    "a row below": lambda t, b: f"{t}\n━━━━━━━━━━━━━\n{b}",
    "a row and a stamp": lambda t, b: f"{t}\n──────────\n2012-03-05 10:22\n{b}",
    "rows above and below": lambda t, b: f"----------------\n{t}\n----------------\n{b}",
    "low lines": lambda t, b: f"{t}\n＿＿＿＿＿＿＿＿\n{b}",
    "what the site recommends": lambda t, b: f"编辑推荐您关注：\n{t}\n2012-3-5 来源：不详\n{b}",
    "a file": lambda t, b: f"{t}(1).docx\n{b}",
    "a file and its fields": lambda t, b: (
        f"{t}.doc\n上传人：lx**  文档编号：3847  上传时间：2021-10-11  格式：DOC  页数：4\n\n"
        f"{t}\n\n{b}"
    ),
    "a file, its fields a line each": lambda t, b: (
        f"书签 分享 收藏 举报 版权申诉 / 3\n\n类型{t}.docx\n\n  • 上传人（卖家）:某某\n"
        f"  • 文档编号:3146\n  • 格式:DOCX\n  • 页数:3\n  • 大小:24.37KB\n\n{t}\n\n{b}"
    ),
    "a file that a viewer shows": lambda t, b: (
        f"{t}.docx\n\n下载 相关 举报\n{t}.docx_第1页\n第1页 / 共8页\n点击查看更多>>\n下载资源\n"
        f"资源描述\n\n{t}.docx\n\n{t}.docx\n\n{t}\n\n{b}"
    ),
    "a file that costs points": lambda t, b: (
        f"{t}.doc\n\n• 资源ID:8715       资源大小:39.8KB        全文页数:4页\n"
        f"• 资源格式: DOC        下载积分:20金币\n快捷下载\n\n{t}\n{b}"
    ),
    "pages of a viewer": lambda t, b: (
        f"{t}_第1页\n{t}_第2页\n已阅读5页,还剩20页未读 继续免费阅读\n\n下载本文档\n\n"
        f"版权说明:本文档由用户提供并上传,收益归属内容提供方,若内容存在侵权,请进行举报或认领\n\n{t}\n{b}"
    ),
}

#: Under any text.
BOTTOMS = {
    "what members may do": (
        "【文章共2112字,范文学习借鉴,请勿直接抄袭】\n\n"
        "  • 我要加入会员\n\n  • 我用手机阅读\n\n用户评论\n\n"
        "(以下评论仅代表网友意见,与本站立场无关)\n\n网友评论共 0"
    ),
    "more on the site": (
        "更多精彩内容，请关注样例网心得体会栏目。\n推荐阅读：\n1.党员个人总结\n2.书记讲党课"
    ),
    "more, in other words": (
        "想了解更多心得体会，请继续关注本站。\n感谢您阅读本文，更多内容请收藏本站！"
    ),
    "links with bars": "小编精心推荐阅读\n申请书格式 | 申请书模板 | 转正申请书 | 申请书下载",
    "links that readers followed": (
        "看过《心得体会》的人还看了以下文章：\n1.党员心得体会\n"
        "2.党课心得体会\n猜你还喜欢：\n★ 教师心得体会"
    ),
    "links of a column": (
        "心得体会热门文章\n· 党员心得体会\n· 党课心得体会\n本栏目推荐\n· 教师心得体会"
    ),
    "models of all kinds": "精品范文\n1党员个人总结\n2档案管理制度\n其他文章：\n书记讲党课",
    "before and behind": "上一主题：党课心得体会\n下一主题：没有了\n【打印】【关闭】",
    "pages": "共3页： 上一页 1 2 3 下一页",
    "thumbs": "------分隔线----------------------------\n顶一下\n(0)\n0%\n踩一下\n(0)\n0%",
    "moods": "路过\n\n雷人\n\n握手\n\n鲜花\n\n鸡蛋",
    "hearts": (
        "0\n\n喜欢\n\n0\n\n赠金笔\n\n分享\n\n"
        "阅读(21) 评论(0) 收藏(0) 转载(0) 喜欢 打印 举报/Report\n"
        "前一篇：党课心得\n后一篇：党员心得"
    ),
    "a form for comments": (
        "发表评论\n请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。\n评价:\n中立\n好评\n差评\n"
        "用户名:\n验证码:\n匿名?\n发表评论\n最新评论\n进入详细评论页>>"
    ),
    "a form in a line": "用户名： 密码： 匿名？ 发表评论\n我来说两句\n没有任何评论",
    "rules for comments": (
        "网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）\n已有0位网友发表评论"
    ),
    "whose text it is": (
        "版权说明：本文档由用户提供并上传，收益归属内容提供方。\n"
        "声明：本文仅代表作者观点，不代表本站立场。"
    ),
    "how to copy it": "转载本文请联系原作者获取授权，同时请注明本文来自样例随笔。\n链接地址：http://www.example.cn/1.html",
    "who put it in": "文章录入：admin    责任编辑：admin\n本文关键字：心得",
    "posts": "分享到: 0\n收藏 0\n相关帖子\n回复 使用道具 举报",
    "the site": (
        "关于我们 - 联系我们 - 广告服务 - 友情链接\n站长统计\nCopyright © 2010 All Rights Reserved."
    ),
    "files": "最新文档\n文档评论(0)\n用户名: 验证码: 匿名? 发表评论",
}

#: A date of its own below a label, as pages have it; lines that tell what they are by standing
#: beside each other; verses; a title as short as the column beside it.
SAYS = {"jiyao-fayan", "yemian-fenhang", "yemian-shiyue-shige", "zhifang-riji"}
#: The number of a page or an address stands at the very end there, and is known by that.
ENDS = {"ganyan-gongzhonghao", "weixin-dujia", "zongjie-danpian"}


@cache
def model(text: str) -> list[tuple[object, ...]]:
    """Give all that is found in a text but the width of its signs; nothing of it may be lost."""
    text = decode.decode(text.encode()).text
    outline = parse.outline(text)
    found: list[tuple[object, ...]] = []
    for span in outline.chapters:
        stretch = text[span.start : span.end]
        read = parse.chapter(stretch, span)
        assert account.prove_span(read, stretch, span) is None
        assert read.chapter is not None
        works = [_work(work) for work in read.chapter.works]
        found.append((core(read.chapter.marker), core(read.chapter.title), works))
    return found


@cache
def is_page(text: str) -> bool:
    """Say whether something of a page stands around a text already."""
    text = decode.decode(text.encode()).text
    for span in parse.outline(text).chapters:
        edits = parse.chapter(text[span.start : span.end], span).edits
        if any(edit.rule.startswith("noise-") for edit in edits):
            return True
    return False


def _work(work: score.Work) -> tuple[object, ...]:
    about = (core(work.title), core(work.subtitle), work.authors, core(work.affiliation), work.date)
    return *about, [(b.kind, b.level, bool(b.run_in), core(b.text)) for b in work.blocks]


def _source(folder: Path) -> str:
    text = decode.decode((folder / "input.txt").read_bytes()).text
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n 　").rstrip()


@cache
def single() -> list[tuple[str, str, str]]:
    """Give the names of the texts that begin with their title, and are alone; and both parts."""
    return list(_single())


def _single() -> Iterator[tuple[str, str, str]]:
    for folder in score.cases():
        lines = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
        works = [line[2:].split("|")[0].strip() for line in lines if line.startswith("W ")]
        if len(works) == 1 and not any(line.startswith(("C ", "F ")) for line in lines):
            title, _, below = _source(folder).partition("\n")
            titled = works[0] and core(title) == core(works[0])
            if titled and not is_page(f"{title.strip()}\n\n{below}"):
                yield folder.name, title.strip(), below.strip("\n")


@pytest.mark.parametrize("form", TOPS)
def test_the_top_of_a_page_changes_nothing(form: str) -> None:
    changed = [
        name
        for name, title, below in single()[list(TOPS).index(form) % 10 :: 10]
        if name not in SAYS and model(TOPS[form](title, below)) != model(f"{title}\n\n{below}")
    ]
    assert not changed


@pytest.mark.parametrize("form", BOTTOMS)
def test_the_bottom_of_a_page_changes_nothing(form: str) -> None:
    changed = []
    for folder in score.cases()[list(BOTTOMS).index(form) :: 10 * len(BOTTOMS)]:
        text = _source(folder)
        same = is_page(text) or model(f"{text}\n\n{BOTTOMS[form]}\n") == model(text)
        changed += [] if same or folder.name in ENDS else [folder.name]
    for name, title, below in single()[list(BOTTOMS).index(form) % 10 :: 10]:
        text = f"{title}\n\n{below}"
        changed += [name] if model(f"{text}\n\n{BOTTOMS[form]}\n") != model(text) else []
    assert not changed


_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)


@pytest.mark.parametrize(
    "line",
    [
        *("以上就是我汇报的全部内容，希望大家批评指正。", "感谢您的阅读！", "谢谢大家，欢迎指正"),
        *("我来说两句", "今日热点", "阅读排行榜", "精品阅读", "为你推荐一本书", "用手机记录生活"),
        *("文件格式：统一用A4纸", "由用户提供材料", "密码", "好评", "喜欢"),
        "2012年7月3日 10:22 21",
        "某某中学 2018-08-05 王新老师",
    ],
)
def test_what_an_author_may_write_stays(line: str) -> None:
    assert noise.line_rule(line) is None
    assert core(line) in [core(text) for _, text in blocks("守堤的一夜", _PROSE, line, _PROSE)]


def test_a_row_between_two_parts_of_a_text_stays() -> None:
    kept = [text for _, text in blocks("守堤的一夜", _PROSE, "----------", _PROSE)]
    assert len(kept) == 3


def test_words_of_readers_alone_at_the_end_are_the_author_s() -> None:
    assert blocks("守堤的一夜", _PROSE, "喜欢")[-1][1] == "喜欢"


def test_what_is_said_of_all_texts_stays_with_them() -> None:
    one, two = titles("【转帖】守堤的两篇材料", "第一篇：守堤", _PROSE, "第二篇：换防", _PROSE)
    assert (one, two) == ("守堤", "换防")


@pytest.mark.parametrize("way", ["石桥资源网 → 演讲致辞 → 爱岗敬业", "石桥网 > 演讲 > 爱岗"])
def test_the_way_from_a_site_and_the_buttons_below_its_text(way: str) -> None:
    buttons = "[字体：放大 缩小]　[加入收藏]　[我要投稿]"
    lines = (way, "守堤演讲稿", _PROSE, _PROSE, buttons)
    assert titles(*lines) == ["守堤演讲稿"]
    assert [text for _, text in blocks(*lines)] == [_PROSE, _PROSE]
