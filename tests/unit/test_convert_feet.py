"""What a page says above and below a text: what day it is, who edited, what else is there."""

from __future__ import annotations

import pytest
from compilation.web import noise
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮时才有人想起没有吃饭。"


@pytest.mark.parametrize(
    "line",
    [
        "临溪县人民政府门户网站  今天是2014年7月9日 星期三",
        "今天是：2016年3月1日 星期二 农历正月廿三",
        "样例范文网 2023-12-20",
        "2021-03-04 样例文库",
        "【记者：本网   责任编辑：周敏】",
        "上一个: 我站开展防汛演练",
        "下一个：关于公布守堤名单的通知",
        "相关附件:",
        "扫二维码用手机看",
        "手机扫二维码阅读",
        "石桥中学团委主办  电话：0000-1234567",
        "提示：普通会员只能阅读部分内容，VIP会员可下载全文。",
        "……（样例写作网省略412字，正式会员可完整阅读）……",
        "收藏《在防汛会议上的讲话》）",
        "喜欢 4 赠金笔",
        "以上网友发言只代表其个人观点，不代表本网站的观点或立场。",
        "精品文档，欢迎下载使用",
        "工程科 石桥县水利局 今天",
        "(2013-05-19 22:31:05) 转载▼",
        "收藏2 转播 分享 淘帖 支持1 反对",
        "网站地图 联系我们 网站声明",
        "[ 作者：佚名    转贴自：本站原创    点击数：88    更新时间：2015-7-2 ]",
        "看过本文的人还看过：",
        "文稿：护理部",
        "撰稿：德育处 周敏　　摄影：林岸",
        "上一篇观后感：灯塔观后感600字",
        "查看更多 >> 护士述职报告   护士长竞聘演讲稿",
        "已有 3 人评分　威望 +6",
        "……此处隐藏2260个字,点击下载完整版……",
        "图一：旗手介绍",
        "图2: 守堤的人在换班",
        "发布时间：2014-07-09 08:15:20    本文共 2104 字    文章类别：守堤心得",
        "导读：本站为您整理了以下内容,点击下方按钮可下载word版。",
        "查看更多：守堤心得｜护林总结｜防汛讲话稿",
        "相关工作总结：",
        "评分  参与人数 3   威望 +4",
        "▼",
        "<< 上一页　1　2　[3]　4　下一页 >>",
        "*** 守堤演讲稿 第2页 共2页 ***",
        "样例之家 - 工作总结 - 年终总结",
        "样例大全 - 心得体会 - 守堤心得6篇",
        "图书频道 | 样例频道 | 登录 注册",
        *("A+ A-", "A- A A+", "字号：A+ A-"),
        "以上就是守堤心得6篇，希望能够帮到您。",
    ],
)
def test_lines_of_a_page(line: str) -> None:
    assert noise.line_rule(line)


@pytest.mark.parametrize(
    "line",
    [
        "（审核：周敏）",
        "【签发人：白洁】",
        "（校对：周敏　签发：白洁）",
        "原标题：《【水边】守堤人的故事：守堤的一夜——周敏》",
        "（原标题：守堤的一夜）",
        "特别声明：本文为样例号作者上传并发布，仅代表该作者观点。",
        "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。",
    ],
)
def test_who_read_a_reposted_text_and_what_its_page_declares(line: str) -> None:
    assert noise.line_rule(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "今天是2014年7月9日，星期三，我第一次上堤。",
        "今天是2014年7月9日",
        "国家电网 2023-12-20",
        "记者：周敏",
        "（审核：这一关最难。）",
        "原标题是守堤的一夜。",
        "特别声明：守堤是我们自己的事，谁也不许退。",
        "下一个：该你了。",
        "不会扫二维码的老人",
        "相关附件：1.守堤名单",
        "图一时的痛快。",
        "今天 我们都在堤上 昨天",
        "精品文档不如一句实话。",
        "收藏《堤上》的人",
        "导读：本站三十年来整理了水文资料，今天请大家看一看。",
        "相关工作总结如下：",
        "文章类别不同，写法也不同",
        "查看更多：他说，堤上还有三盏灯。",
    ],
)
def test_lines_of_an_author(line: str) -> None:
    assert noise.line_rule(line) is None


@pytest.mark.parametrize(
    "credits",
    [("供稿：政治部", "编辑：小东", "审核：周主任"), ("来稿：办公室", "责编：小东")],
)
def test_a_body_that_sent_in_a_signed_text(credits: tuple[str, ...]) -> None:
    (chapter,) = of_lines("守堤", "水文站站长　周敏", _PROSE, _PROSE, "END", *credits)
    (work,) = chapter.works
    assert (work.authors, work.affiliation) == (("周敏",), "水文站站长")
    assert [block.text for block in work.blocks] == [_PROSE, _PROSE]


@pytest.mark.parametrize("sent", ["供稿：学生党支部", "来稿单位：县水利局", "供稿｜办公室"])
def test_a_body_that_sent_in_signed_texts_above_the_foot_of_the_page(sent: str) -> None:
    pupils = ("19港航周敏 中共党员", "20历史白洁 中共党员", "21水文尹书 中共党员")
    persons = [line for pupil in pupils for line in (pupil, _PROSE, _PROSE)]
    page = ("学生党支部优秀心得展示", "现将部分心得展示如下：", *persons, sent)
    works = [one.works[0] for one in of_lines(*page, "上一条：守堤 下一条：退水")]
    assert [(*work.authors, work.affiliation) for work in works] == [
        ("周敏", "19港航"),
        ("白洁", "20历史"),
        ("尹书", "21水文"),
    ]
    assert [block.text for block in works[-1].blocks] == [_PROSE, _PROSE]


def test_a_body_that_sent_in_an_unsigned_text_signs_it() -> None:
    (chapter,) = of_lines("守堤", _PROSE, _PROSE, "供稿：政治部", "编辑：小东")
    assert chapter.works[0].affiliation == "政治部"


@pytest.mark.parametrize("way", ["首页>>防汛工作>>守堤心得>>正文", "首页 > 防汛工作 > 守堤心得"])
def test_a_column_over_the_way_that_leads_through_it(way: str) -> None:
    text = ("守堤的一夜", "水文站　周敏", _PROSE, _PROSE)
    assert titles("防汛工作", f"当前位置：{way}", *text) == ["守堤的一夜"]


def test_a_column_below_the_menu_of_a_page_among_others() -> None:
    first = ("首页 > 防汛工作", "守堤的一夜", "周敏", "", _PROSE, _PROSE, "【关闭窗口】")
    menu = ("首页 站内新闻 学员园地 图书资料", "学员园地", "参加培训的几点体会")
    second = (
        *menu,
        "河湾镇石桥村村委会主任 林大勇",
        "发布日期：2016-04-19    浏览：173次",
        "",
        _PROSE,
        _PROSE,
    )
    third = ("悦读网 >> 读后感", "退水以后", "林岸", "", _PROSE, _PROSE)
    shown = ["守堤的一夜", "退水以后", "参加培训的几点体会"]
    assert titles(*first, "", *third, "", *second) == shown


def test_a_site_and_its_column_over_the_way() -> None:
    way = ("水利学院 防汛工作", "当前位置: 首页>>防汛工作>>正文")
    texts = ("篇一：守堤的一夜", _PROSE, _PROSE, "篇二：退水以后", _PROSE, _PROSE)
    assert titles(*way, "守堤的一夜", "周敏", "", _PROSE, _PROSE) == ["守堤的一夜"]
    assert titles(*way, *texts) == ["守堤的一夜", "退水以后"]


def test_links_behind_the_name_of_a_column() -> None:
    links = (
        "往期推荐",
        "【防汛常识】夜里怎样看水尺",
        "【站内动态】我站换装水泵",
        "喜欢此内容的人还喜欢",
    )
    (chapter,) = of_lines("守堤的一夜", "周敏", _PROSE, _PROSE, "编辑：小雨", *links)
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_an_author_before_what_the_page_says() -> None:
    said = "作者：周敏 来源：原创投稿 时间：2014-12-02 字数：1100"
    (chapter,) = of_lines("守堤的一夜", said, _PROSE, _PROSE)
    assert (chapter.works[0].authors, chapter.works[0].date) == (("周敏",), "")


def test_a_title_over_the_way_that_leads_to_it() -> None:
    text = ("当前位置：首页>>守堤的一夜>>正文", _PROSE, _PROSE)
    assert titles("守堤的一夜", *text) == ["守堤的一夜"]


@pytest.mark.parametrize(
    "foot",
    [
        (
            "配套讲稿：",
            "如文件显示图标，表示已包含讲稿。双击图标可打开。",
            "关键词：",
            "守堤",
        ),
        ("特殊限制：", "部分图片仅作示例，禁止商用。作者只对自己的部分有权利。"),
        ("展开阅读全文", "关 键 词：", "守堤 心得 防汛"),
    ],
)
def test_what_a_site_says_of_a_file_below_labels(foot: tuple[str, ...]) -> None:
    (chapter,) = of_lines("守堤", _PROSE, _PROSE, *foot)
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _PROSE]


def test_a_text_below_its_keywords() -> None:
    (chapter,) = of_lines("守堤", "关键词：", _PROSE)
    assert chapter.works[0].blocks[-1].text == _PROSE


@pytest.mark.parametrize(
    "says",
    [
        "(本范本为 Word 文档,下载后文字和格式均可修改。)",
        "本资料下载后可直接编辑使用",
        "注：此文档为word格式，下载后可自行修改和打印！",
    ],
)
@pytest.mark.parametrize(
    "empty",
    [
        "编号:",
        "编  号：____",
        "(20 年 月 日至 20 年 月 日止)",
        "有效期：自20__年__月__日至20__年__月__日",
    ],
)
def test_the_fields_of_a_template_above_its_texts(says: str, empty: str) -> None:
    texts = ("第一篇：守灯", _PROSE, "第二篇：看水", _PROSE)
    assert front(empty, "守堤慰问信范本两篇", says, *texts) == ["守堤慰问信范本两篇"]
    filled = empty.replace(":", "：").partition("：")[0] + "：2024-17"
    if "年" not in empty:
        assert len(front(filled, "守堤慰问信范本两篇", *texts)) == 2


def test_scripts_and_hours_that_a_page_leaves() -> None:
    posted = "时间:2023-06-19 10:12:08 作者:{}"
    for said in ('show("links_below");', "往期精彩回顾", posted.format("守堤笔记")):
        assert noise.line_rule(said) is not None
    for kept in ("守堤（夜）", "往期精彩人生", posted.format("周敏")):
        assert noise.line_rule(kept) is None


def test_a_pupil_with_class_or_a_branch_wrote_what_a_page_shows() -> None:
    for who, author, of in (
        ("水利学院2018级 季云帆", ("季云帆",), "水利学院2018级"),
        ("水文站党支部", (), "水文站党支部"),
    ):
        says = f"作者：{who}   发布时间：2012-09-17 16:42:09   浏览次数：288"
        (chapter,) = of_lines("守堤的一夜", says, _PROSE, _PROSE)
        work = chapter.works[0]
        assert (work.authors, work.affiliation) == (author, of)


def test_what_a_site_says_below_a_text_that_is_signed() -> None:
    says = "更多范文，请关注公众号“样例小站”（ID：yanglixz）。"
    (chapter,) = of_lines("守堤的一夜", _PROSE, _PROSE, "演讲人：周敏", "2011-12-08", says)
    work = chapter.works[0]
    assert (work.authors, work.date) == (("周敏",), "2011-12-08")
    assert len(work.blocks) == 2
