"""What sites, forums and viewers leave around a text and in it."""

from __future__ import annotations

from compilation import decode
from compilation.body import lines
from compilation.web import leftovers, noise
from convert_reading import blocks, front, of_lines, titles

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_LONG = [_PROSE * 2] * 4


def test_signs_that_forums_mix_in() -> None:
    text = (
        *("守堤", "R# '% p~ F;", f'{_PROSE}  X R* y" y; X$ l@ J', "|= z* I+ s~ j("),
        *(f"G3 u6 J` Z8 {_PROSE}", "c* m/ k= b/ x%"),
    )
    assert [text for _, text in blocks(*text)] == [_PROSE, _PROSE]


def test_radicals_in_place_of_characters() -> None:
    text = ("⼊党⼼得体会", f"我把堤上的⽇⼦记在⼼⾥。{_PROSE}")
    assert titles(*text) == ["入党心得体会"]
    assert blocks(*text)[0][1].startswith("我把堤上的日子记在心里。")


def test_answers_of_readers_below_a_forum_page() -> None:
    text = (
        *("范文一：守堤", _PROSE, "范文二：换防", _PROSE),
        *("学海 发表于 2012-6-21 10:02", "写得好，学习了！"),
    )
    assert [b.text for b in of_lines(*text)[1].works[0].blocks] == [_PROSE]


def test_what_sites_say_of_a_file() -> None:
    for line in (
        "格式:DOC 上传日期:2023-09-14 10:07:25",
        "- 大小:21.37 KB",
        "下载防汛工作总结.doc",
        "将本文档下载到自己电脑，方便修改和收藏",
        "1.png",
        "您可能关注的文档",
        "本 文 由 样 例 公 文 网 w w w . e x a m p l e . c o m 收 集",
        "某某党建 2021-11-26 18:30",
        "微信扫一扫",
        "（供稿：机关党支部 审核：韩立新）",
        "*📄 点击下载此文件",
        "发稿时间：2015/9/11 浏览次数：12",
    ):
        assert noise.line_rule(line) or noise.about_file(line, ""), line
    for line in (
        "格式条款要讲清楚",
        "文档已经整理好了。",
        "打桩的人说：18:30 下堤",
        "点击下载附件，填好后寄回",
    ):
        assert noise.line_rule(line) is None, line


def test_a_source_of_the_whole_page_makes_no_title() -> None:
    text = (
        *("在守堤中找到答案", "——水利局学习体会摘登", "来源：水利局", "编者按：现予摘登。"),
        *("守堤", "防汛科 周敏", _PROSE, "换防", "工管科 黎民", _PROSE),
    )
    assert titles(*text) == ["守堤", "换防"]
    assert front(*text)[1] == "——水利局学习体会摘登"


def test_nothing_is_lost_where_signs_and_radicals_are_taken_out() -> None:
    source = "守堤\nR# '% p~ F;^&\n⼊党 |= z* I+\n"
    found, dropped = lines.split(decode.decode(source.encode()).text)
    kept, gone = leftovers.remove(source, 0, found, dropped)
    covered = [(line.tracked.start, line.tracked.end) for line in kept]
    covered += [(item.start, item.end) for item in gone]
    assert "".join(source[a:b] for a, b in sorted(covered)).replace("\n", "") == source.replace(
        "\n", ""
    )


def test_numbers_of_screens_in_the_middle_of_sentences() -> None:
    text = (
        *("1、第1篇 守堤", "水退以后，我们几名党员连夜", "2、开会，提出了三条办法。"),
        *("第2篇 换防", _PROSE),
    )
    assert titles(*text) == ["守堤", "换防"]
    (block,) = of_lines(*text)[0].works[0].blocks
    assert block.text == "水退以后，我们几名党员连夜开会，提出了三条办法。"


def test_screens_as_many_as_the_pages_of_the_document() -> None:
    file = "护堤员心得.doc　文档格式:DOC　页数:3　大小:38KB"
    text = (
        f"1、 护堤员心得体会汇编 篇一:守堤心得体会 {_PROSE} {_PROSE} 水涨起来的时候,",
        *("2、大家都没有说话。", f"篇二:换防心得体会 {_PROSE} {_PROSE}", "3、", _PROSE),
    )
    found = of_lines(file, *text)
    assert [c.title for c in found] == ["守堤心得体会", "换防心得体会"]
    assert [b.text for b in found[0].works[0].blocks] == [
        *(_PROSE, _PROSE, "水涨起来的时候，大家都没有说话。"),
    ]
    assert [b.text for b in found[1].works[0].blocks] == [_PROSE] * 3
    # Numbers that are not as many are those of a list.
    listed = ("守堤心得体会", *(f"{number}、{_PROSE}" for number in (1, 2, 3)))
    (chapter,) = of_lines(file.replace("页数:3", "页数:4"), *listed)
    assert [b.text[:2] for b in chapter.works[0].blocks] == ["1、", "2、", "3、"]
    (chapter,) = of_lines(file, *listed)
    assert [b.text[:2] for b in chapter.works[0].blocks] == ["1、", "2、", "3、"]


def test_titles_said_twice_and_what_an_archive_puts_between() -> None:
    text = (
        *("守堤", "第2版()", "专栏：", "守堤", "防汛办 周敏", _PROSE),
        *("换防", "第2版()", "专栏：读者来信", "换防", _PROSE, "水管站 黎民"),
    )
    assert titles(*text) == ["守堤", "换防"]


def test_the_title_of_the_page_said_again_in_a_chapter() -> None:
    text = (
        *("防汛工作心得(精选2篇)", "防汛工作心得 篇1", _PROSE, "防汛工作心得(精选2篇)", _PROSE),
        *("防汛工作心得 篇2", _PROSE),
    )
    assert [b.text for b in of_lines(*text)[0].works[0].blocks] == [_PROSE, _PROSE]


def test_entries_of_a_menu_below_each_text() -> None:
    menu = ("新闻中心", "最新公告", "集团新闻")
    text = [
        line
        for title, name in (("守堤之夜", "周敏"), ("换防途中", "黎民"), ("退水以后", "关山"))
        for line in (title, f"{_PROSE}（{name}）", *menu)
    ]
    assert titles(*text) == ["守堤之夜", "换防途中", "退水以后"]
    assert [len(c.works[0].blocks) for c in of_lines(*text)] == [1, 1, 1]


def test_farewells_and_signatures_below_each_text_are_no_menu() -> None:
    text = [
        line
        for title in ("范文一：守堤", "范文二：换防", "范文三：退水")
        for line in (title, _PROSE, "此致", "敬礼", "水利局党支部", "周敏")
    ]
    found = [c.works[0] for c in of_lines(*text)]
    assert [w.authors for w in found] == [("周敏",)] * 3
    assert [[b.text for b in w.blocks] for w in found] == [[_PROSE, "此致", "敬礼"]] * 3


def test_the_first_running_head_is_the_title_of_the_collection() -> None:
    head = "防汛征文获奖作品选"
    text = [
        line
        for page, title in enumerate(
            ("第一篇：守堤之夜", "第二篇：换防途中", "第三篇：退水以后"), 1
        )
        for line in (head, title, *_LONG, f"第 {page} 页 共 3 页")
    ]
    assert front(*text) == [head]
    # A journal with its issue is none.
    issue = "堤防工作参考　　　　２０１０年第３期"
    text = [issue if line == head else line for line in text]
    assert [c.title for c in of_lines(*text)] == ["守堤之夜", "换防途中", "退水以后"]
    assert front(*text) == []


def test_codes_that_forums_mix_in() -> None:
    text = ("守堤的一夜Qk7tZ2mB", f"{_PROSE}b4NsW8x", "pT6vY3kR", f"{_PROSE} xM2qJ9dL")
    assert titles(*text) == ["守堤的一夜"]
    assert [found for _, found in blocks(*text)] == [_PROSE, _PROSE]


def test_models_at_the_ends_of_lines_are_no_codes() -> None:
    models = ("水泵是DL2T15a", "手机是iPhone6s", "系统是V2R1C10", "规范是GB50016")
    found = [text for _, text in blocks("守堤的一夜", *(f"{_PROSE}{one}" for one in models))]
    assert found == [f"{_PROSE}{one}" for one in models]
    assert blocks("守堤的一夜", _PROSE, f"{_PROSE}Qk7tZ2mB")[-1][1].endswith("Qk7tZ2mB")


def test_title_of_the_page_said_again_before_the_texts() -> None:
    top = ("样例网 心得体会 守堤学习体会", "守堤学习体会(精选二篇)", "守堤学习体会")
    works = ("篇一：守堤", _PROSE, "篇二：换防", _PROSE)
    assert front(*top, *works) == ["守堤学习体会（精选二篇）"]
    assert front("守堤学习体会", "2020-04-18", "守堤学习体会2篇", *works) == ["守堤学习体会2篇"]
    others = ("守堤学习体会二篇", "2020-04-18", "守堤文集的学习体会")
    assert front(*others, *works) == list(others)


def test_disclaimers_of_document_sites() -> None:
    for line in (
        "- 3、付费前请自行鉴别，一经下载不予退款。",
        "1、所有资料均由用户上传分享，本站仅提供预览和下载服务。",
        "2024-01-16互联网 述职报告 手机版",
        "样例图书馆网为您提供优质参考范文! 工作总结 工作计划",
        "样例网 首页 | 工作总结 | 心得体会",
    ):
        assert noise.line_rule(line), line
    for line in (
        "1、资料要付费的，先报科里，再下载；",
        "2、下载前看清版权，本文档只在内网使用的不外传；",
        "图书馆为您提供的服务，我们办公室也想学。",
        "2024-01-16 互联互通工作会",
    ):
        assert noise.line_rule(line) is None, line


def test_tags_around_a_whole_line() -> None:
    text = ("<h1><center>守堤的一夜</center></h1>", _PROSE, f"<待定>{_PROSE}")
    assert titles(*text) == ["守堤的一夜"]
    assert blocks(*text)[-1][1] == f"<待定>{_PROSE}"


def test_what_a_contest_is_about_is_no_text() -> None:
    top = ("“守堤”征文作品推送展示（三）", f"编者按：{_PROSE}", "征稿主题回顾", _PROSE)
    works = (
        *("会听水的人", "抢险一班　郎小舟", _PROSE, _PROSE, "（抢险二班　宁可　画）", _PROSE),
        *("退水的早晨", "抢险二班　阮清", _PROSE, _PROSE),
    )
    assert titles(*top, "学生作品展示", *works) == ["会听水的人", "退水的早晨"]


def test_the_day_when_a_page_was_put_up_is_that_of_a_text_without_one() -> None:
    top = ("守堤", "发稿时间：2015/9/11", "【 字体：大 中 小 】", _PROSE, _PROSE)
    (chapter,) = of_lines(*top)
    assert [b.text for b in chapter.works[0].blocks] == [_PROSE, _PROSE]
    assert chapter.works[0].date == "2015-09-11"
    (signed,) = of_lines(*top, "周敏", "2015年9月8日")
    assert (signed.works[0].authors, signed.works[0].date) == (("周敏",), "2015-09-08")


def test_what_a_site_says_of_the_length_and_where_the_page_is() -> None:
    for said in (
        "其他800字读后感",
        "其他600字作文",
        "夸克作文",
        "查看原文链接",
        "阅读文章首发地址",
    ):
        assert noise.line_rule(said) is not None
    for kept in ("其他800字以内的作文", "我的作文", "初中800字作文", "堤上的链接", "原文"):
        assert noise.line_rule(kept) is None


def test_other_texts_below_a_page_with_their_days() -> None:
    text = ("守堤的一夜", _PROSE, _PROSE)
    for links in (
        ("相关报道", "·石桥水库出台守堤办法", "·河湾站夜里的灯光"),
        ("最新动态", "教师节到大堤上看灯", "2023.09.27", "石桥水库出台守堤办法", "2023.09.20"),
        ("推荐阅读", "一座小城的夜班渡船", "水退以后，我们还回大堤上去吗？"),
        ("相关文章", "水退以后，他们后悔了吗?", "河湾站夜里的灯光", "石桥水库的年轻人"),
        ("往期推荐", "河湾站夜里的灯光", "石桥，我们一起守住大堤！"),
    ):
        (chapter,) = of_lines(*text, *links)
        assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _PROSE]
        assert chapter.works[0].date == ""
    # What signs is none of them, nor is prose; nor what ends a text.
    *_, chapter = of_lines(*text, "相关文章", "水退以后的那一天", "谢谢各位守堤的乡亲们！")
    assert chapter.works[-1].blocks[-1].text == "谢谢各位守堤的乡亲们！"
    (chapter,) = of_lines(*text, "最新动态", _PROSE, "县水利局", "2023.09.27")
    assert (chapter.works[0].affiliation, chapter.works[0].date) == ("县水利局", "2023-09-27")
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _PROSE, _PROSE]


def test_addresses_that_a_text_gives_are_its_own() -> None:
    for line in (
        "请各村登录网站https://www.example.org/fangxun/提交水位记录，逾期不再受理。",
        "（1）注册：打开县水利局信息网（www.example.org），填写守堤人的姓名和住址。",
        "水位填报系统网址：https://example.org/shui?id=3，由各站自行填写。",
    ):
        assert blocks("守堤填报通知", line, _PROSE)[0][1] == line
    for line, left in (
        ("堤上的灯亮了一夜。（某某范文网 www.example.org）守堤的人换了三班。", 2),
        ("堤上的灯亮了一夜。更多范文请登录公文网 www.example.org，守堤的人换了班。", 2),
        ("堤上的灯亮了一夜。www.example.org守堤的人换了三班。", 2),
    ):
        (text,) = (text for _, text in blocks("守堤填报通知", line))
        assert "example" not in text and text.count("。") == left


def test_what_sites_of_documents_say_of_a_file_and_hide_of_it() -> None:
    for said in (
        "……此处隐藏5210个字……",
        "会员上传 分享",
        "文档格式：DOC | 页数：7 | 浏览：96 | 上传：lvdeng",
        "查看: 812|回复: 3   [范文] 守堤心得大全   [复制链接]",
        "一审：何春    二审：林晓棠    三审：卓越",
    ):
        assert noise.line_rule(said) is not None
    for kept in (
        "此处隐藏着一条暗渠，守堤的人都知道。",
        "会员上传分享的照片有三百张。",
        "页数：7，一页也没有少",
        "一审：判决村里赔偿青苗费",
        "一审：何春",
    ):
        assert noise.line_rule(kept) is None


def test_the_way_to_a_file_before_what_is_said_of_it() -> None:
    assert noise.line_rule("资料库 - 防汛 - 心得体会  |  格式:DOC  |  页数:7页  |  VIP免费")
    assert noise.line_rule("防汛 - 心得体会 | 格式要统一，页数：7") is None


def test_how_often_a_page_was_read_stands_behind_the_author() -> None:
    for count in ("阅读：318", "点击数: 12次"):
        (chapter,) = of_lines("守堤的一夜", f"作者：周敏　　{count}", _PROSE, _PROSE)
        work = chapter.works[0]
        assert (work.authors, work.byline[0].text) == (("周敏",), "作者：周敏")
    for line in (
        "作者：季云帆 发布时间：2009-03-18 浏览次数：862",
        "作者：季云帆　发表日期：2009年3月18日",
    ):
        (chapter,) = of_lines("守堤的一夜", line, _PROSE, _PROSE, "（作者单位：县水文站）")
        work = chapter.works[0]
        assert (work.authors, work.affiliation) == (("季云帆",), "县水文站")
        assert work.date == "2009-03-18"
    for of, name in (("县水文站防汛办公室", "季云帆"), ("区水利局监察室", "周敏")):
        line = f"作者：{of} {name} 发布时间：2012-09-17 16:42:09 点击率：288"
        (chapter,) = of_lines("守堤的一夜", line, _PROSE, _PROSE)
        work = chapter.works[0]
        assert (work.authors, work.affiliation, work.date) == ((name,), of, "")
    for nobody in ("佚名", "小编", "防汛科"):
        (chapter,) = of_lines("守堤的一夜", f"作者：{nobody}　　阅读：318", _PROSE, _PROSE)
        work = chapter.works[0]
        assert (work.authors, work.affiliation, work.byline) == ((), "", ())


def test_the_header_of_a_chapter_is_no_entry_of_a_menu() -> None:
    text = ("第一篇：", "第2篇 ", "0", "当前位置：首页 > 范文")
    assert [chapter.marker for chapter in of_lines(*text)] == ["第一篇", "第2篇"]
    assert [chapter.marker for chapter in of_lines(*text, _PROSE)] == ["第一篇", "第2篇"]


def test_where_a_text_is_from_goes_with_what_it_asks() -> None:
    text = f"{_PROSE}本文来自范文网，转载请保留。{_PROSE}"
    assert blocks("守堤的夜", text, _PROSE)[0][1] == f"{_PROSE}{_PROSE}"


def test_the_tags_around_a_saved_page() -> None:
    head = '<head><meta charset="utf-8"><title>守堤心得</title></head>'
    page = ("<h1>第一篇 守堤</h1>", f"<p>{_PROSE}</p>", "<h1>第二篇 换防</h1>", f"<p>{_PROSE}</p>")
    for source in (
        ("<!DOCTYPE html>", "<html>", head, "<body>", *page, "</body>", "</html>"),
        ("<html><body>" + page[0], *page[1:3], page[3] + "</body></html>"),
    ):
        found = of_lines(*source)
        assert [chapter.title for chapter in found] == ["守堤", "换防"]
        assert [[b.text for b in c.works[0].blocks] for c in found] == [[_PROSE], [_PROSE]]
