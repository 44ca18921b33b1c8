"""Notices and the rules that they print: salutations, articles, items."""

from __future__ import annotations

import pytest
from compilation.body import continuation
from compilation.body.lines import split
from compilation.divisions.candidates import can_be_title
from convert_reading import blocks, front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_RULE = "为了守好全县的大堤，管好堤上的闸门和灯，特制定本办法。"


def test_a_salutation_with_its_colon_in_front() -> None:
    notice = ("：各位护堤队员", _PROSE, _PROSE, "县堤防管理所", "2018年12月9日")
    (chapter,) = of_lines(*notice)
    assert (chapter.title, chapter.works[0].affiliation) == ("", "县堤防管理所")
    assert blocks(*notice)[0] == ("salutation", "：各位护堤队员")
    assert blocks("守堤", "：堤上的灯亮着。", _PROSE)[0][0] == "paragraph"
    assert blocks("守堤", "：各位的灯都亮着，人也都在。", _PROSE)[0][0] == "paragraph"


_ITEMS = (
    "（一）堤上的灯必须有人看守；",
    "（二）守堤人换班要签名。当面交接，不得代签，换班的时间写在簿子上。",
    "（三）水位表每小时看一次。",
)


def test_what_is_numbered_under_articles_are_items() -> None:
    text = blocks(
        *("守堤办法", "第一条 为了守好大堤，特制定本办法。", "第二条 守堤人应当做到："),
        *(*_ITEMS, "夜间加倍。", "（四）簿子每月收存", "第三条 本办法自公布之日起施行。"),
    )
    kinds = ["paragraph", "paragraph", *["list-item"] * 3, "paragraph", "list-item", "paragraph"]
    assert [kind for kind, _ in text] == kinds


def test_what_only_speaks_of_articles_has_headings() -> None:
    for quoted in (
        ("第三条 守堤人应当做到的，就是这几样。", "第一条 为了守好大堤。", _PROSE),
        ("第一条 为了守好大堤。", "第二条 守堤人应当做到：", "一、守堤的要求"),
    ):
        text = blocks("学习守堤办法", *quoted, "（一）看灯", _PROSE, "（二）换班", _PROSE)
        assert [text for kind, text in text if kind == "heading"][-2:] == [
            "（一）看灯",
            "（二）换班",
        ]


def test_an_article_stands_over_its_text() -> None:
    text = (
        "堤防巡查办法",
        "第一条",
        _RULE,
        "第二条",
        _RULE,
        "下列堤段每日巡查两次。",
        "第三条",
        _RULE,
    )
    assert blocks(*text) == [
        ("paragraph", f"第一条　{_RULE}"),
        ("paragraph", f"第二条　{_RULE}"),
        ("paragraph", "下列堤段每日巡查两次。"),
        ("paragraph", f"第三条　{_RULE}"),
    ]


def test_an_article_set_apart_from_its_text_goes_on_with_it() -> None:
    broken = "第十二条  守堤人换班要签名，当面交接，各村按堤段"
    text = blocks("守堤办法", f"第十一条  {_RULE}", broken, "", "（坝、闸）派人看守。")
    assert text == [
        ("paragraph", f"第十一条　{_RULE}"),
        ("paragraph", "第十二条　守堤人换班要签名，当面交接，各村按堤段（坝、闸）派人看守。"),
    ]


def test_two_articles_without_a_stop_stay_apart() -> None:
    text = ("守堤办法", "第十一条 看灯，看水", "第十二条 换班，签名，当面交接", _RULE)
    assert len(blocks(*text)) == 3
    titled = blocks("守堤办法", f"堤防巡查  {_RULE}", _RULE)
    assert titled[0][1] == "堤防巡查"


def test_an_article_over_its_items_stays() -> None:
    text = ("守堤办法", "第一条", _ITEMS[0], _ITEMS[2], "第二条", _RULE)
    assert [line for _, line in blocks(*text)][:2] == ["第一条", _ITEMS[0]]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("大堤值班室的电话：82266555", "6月起堤上昼夜有人值守，请各村照此安排好人手。", False),
        ("大堤上的灯是几代守堤人留下来的，最早的一盏装于1", "2月的一个雪夜，至今还亮着。", True),
        ("大堤上的灯是几代守堤人留下来的，最早的一盏装于201", "2年的一个雪夜，至今还亮着。", True),
    ],
)
def test_a_number_is_no_longer_than_what_it_counts(above: str, below: str, *, joined: bool) -> None:
    found = blocks("守堤的通知", _RULE, above, below)
    assert [text for _, text in found[1:]] == ([above + below] if joined else [above, below])


def test_a_line_before_the_next_number_heads_nothing() -> None:
    text = ("守堤的通知", "一、值班时间", "六月起每日两班", "中秋另行通知", "二、值班地点", _RULE)
    assert blocks(*text)[2] == ("paragraph", "中秋另行通知")
    again = ("守堤的通知", _RULE, "值班安排", "一、时间", _RULE, "值班要求", "一、到岗", _RULE)
    assert [kind for kind, text in blocks(*again) if text.startswith("值班")] == ["heading"] * 2


def test_a_form_is_attached_below_the_signature() -> None:
    notice = ("关于开展查堤的通知", "各村：", _RULE, "石水镇水利站", "2021年6月1日")
    form = ("村名", "填表人", "堤段长度", "发现的问题")
    found = of_lines(*notice, "附件一", "石水镇查堤登记表", *form)
    assert [(c.marker, c.title) for c in found] == [
        ("", "关于开展查堤的通知"),
        ("附件一", "石水镇查堤登记表"),
    ]
    listed = ("附件一", "石水镇查堤登记表", "附件二", "石水镇查堤路线图")
    assert len(of_lines(*notice, *listed)) == 1


def test_the_fields_of_a_form_are_no_headings() -> None:
    form = ("堤段名称", "巡查人", "发现的问题", "处理意见（从堤身、闸门、照明、人手等多方面来写）")
    (chapter,) = of_lines("石水镇查堤登记表", *form)
    assert {block.kind for block in chapter.works[0].blocks} == {"paragraph"}


def test_letter_to_all_after_an_unsigned_notice() -> None:
    """Its title names no kind; it is set apart, and it addresses its readers."""
    first = ("拟表彰守堤员名单公示", *[_PROSE] * 4, "公示期为：6月23日到6月27日", "")
    letter = ("水利站向全体守堤员致以节日的问候", "全体守堤员：", _PROSE, _PROSE, "石桥水利站")
    assert titles(*first, *letter, "2020年9月28日") == [first[0], letter[0]]


def test_what_all_shall_do_is_no_salutation() -> None:
    text = ("守堤通知", _PROSE, "", "巡堤安排", "全体人员要记住：", _PROSE, "", _PROSE)
    assert titles(*text) == ["守堤通知"]


def test_how_to_keep_the_paper_stands_over_its_title() -> None:
    for said in ("内部资料　注意保存", "（内部文稿，请勿外传）"):
        (chapter,) = of_lines(said, "在守堤动员会上的讲话", "同志们：", _PROSE, _PROSE)
        assert (chapter.title, chapter.works[0].blocks[0].kind) == ("在守堤动员会上的讲话", "note")
    assert titles("内部资料的保管", _PROSE, _PROSE) == ["内部资料的保管"]


_WRAPPED = (
    "为做好春季水利设施安全管理工作，确保水利设施安全运行，",
    "经研究决定，在全县开展一次集中排查，各镇水利站、各水库管",
    "理所要亲自部署，把排查任务落实到每一座水库、每一段堤防、",
    "每一个闸口，对隐患要逐项登记，逐项整改，逾期没有完成的，",
    "要说明原因，并采取临时措施，确保汛期安全。",
)


def test_a_letterhead_too_wide_for_its_line() -> None:
    title = "关于做好春季水利设施安全管理工作的通知"
    head = ("石桥水利发展集团工程建设管", "理有限公司文件", "石水字〔2024〕5号", "")
    text = (*head, title, "各镇水利站：", *_WRAPPED)
    assert titles(*text) == [title]
    assert front(*text) == ["石桥水利发展集团工程建设管理有限公司文件", "石水字〔2024〕5号"]
    two = ("石桥县教育局", "石桥县财政局文件", *head[2:], title, "各镇水利站：", *_WRAPPED)
    assert front(*two)[:2] == ["石桥县教育局", "石桥县财政局文件"]


def test_who_printed_a_document_is_named_below_whom_it_is_sent_to() -> None:
    title = "关于做好春季水利设施安全管理工作的通知"
    signed = ("石桥水利集团安全办公室", "2024年2月28日")
    sent = ("抄", "", "送：总经办、各部门", "", "石桥水利集团工程部2024年2月29日")
    (chapter,) = of_lines(title, "各镇水利站：", *_WRAPPED, "", *signed, "", *sent)
    work = chapter.works[0]
    assert (work.affiliation, work.date) == ("石桥水利集团安全办公室", "2024-02-28")
    notes = [block.text for block in work.blocks if block.kind == "note"]
    assert notes == ["抄送：总经办、各部门", "石桥水利集团工程部2024年2月29日"]
    (chapter,) = of_lines(title, "各镇水利站：", *_WRAPPED, "", *sent)
    assert chapter.works[0].affiliation == "石桥水利集团工程部"


def test_a_salutation_with_its_colon_in_front_below_a_title() -> None:
    title = "关于做好全县“护堤之星”评选工作的通知"
    (chapter,) = of_lines(title, "：各位护堤队员", _PROSE, _PROSE)
    assert chapter.title == title
    assert chapter.works[0].blocks[0].kind == "salutation"
    (chapter,) = of_lines("守堤", "堤上的人喊了一声", "：水来了。", _PROSE)
    assert chapter.works[0].blocks[0].text == "堤上的人喊了一声：水来了。"


def test_a_long_title_that_begins_with_what_it_is_on() -> None:
    names = "《石桥县小型水库夜间巡查值班管理规定》和《石桥县堤防闸门启闭操作管理规定》"
    title = f"关于发布实施{names}的通知"
    (chapter,) = of_lines(title, "各水利站：", _PROSE, _PROSE)
    assert (chapter.title, chapter.works[0].blocks[0].kind) == (title, "salutation")


def test_a_rule_that_leads_in_its_cases_is_an_item() -> None:
    rules = (
        "1.堤上的灯由各组组长负责，天黑以前点亮，天亮以后熄灭，不得提前离开。",
        "2.闸门在下列情形时方可开启：",
        "水位超过警戒线一尺以上。",
        "上游水库通知放水。",
        "3.开启闸门要有两个人在场，一个人操作，一个人记录，事后都要签名。",
    )
    kinds = [kind for kind, _ in blocks("堤防管理规定", _PROSE, *rules)]
    assert kinds == ["paragraph", *["list-item"] * 2, *["paragraph"] * 2, "list-item"]
    headed = ("1.灯由谁管", _PROSE, "2.闸门在下列情形时方可开启：", _PROSE, "3.记录", _PROSE)
    kinds = [kind for kind, _ in blocks("堤防管理规定", _PROSE, *headed)]
    assert kinds[3] == "heading"


def test_whom_to_turn_to_stands_below_the_text() -> None:
    last = "3.报名从速，过时不候（具体时间见后续通知）"
    contacts = (
        "水利局工会联系人：周敏",
        "联系电话：0100-5550101，5550102",
        "邮箱地址：shui@example.org",
    )
    found = [text for _, text in blocks("守堤报名通知", _PROSE, last, "", *contacts)]
    assert found[-4:] == [last, *contacts]
    assert continuation.tells_another("主题：守堤的一夜", "时间：三月一日")
    for above in ("有变动的请写明单位、", "有变动的请告诉我们的"):
        assert not continuation.tells_another(above, "联系电话：5550101")


def test_a_word_that_a_page_parts_behind_a_comma() -> None:
    parted = ("各站要在汛期到来以前修好堤上的灯，教", "会守堤的人换灯、报水位、看闸门。")
    assert blocks("守堤通知", _PROSE, *parted)[-1][1] == "".join(parted)
    whole = ("各站要修好灯，要教会人看灯", "守堤的人夜里换班，天亮以后才回家。")
    assert [text for _, text in blocks("守堤通知", _PROSE, *whole)][-2:] == list(whole)


_ISSUED = ("河湾县堤防管理办公室", "关于印发河湾县汛期守堤实施方案的通知")
_NOTICE = ("各乡镇人民政府：", "现将守堤方案印发给你们，请认真贯彻执行。" + _PROSE)
_SIGNED = ("河湾县堤防管理办公室", "2018年6月9日")


def test_who_issues_a_document_stands_over_the_rest_of_its_title() -> None:
    lines, _ = split("\n".join(("堤管办发〔2018〕6号", "", *_ISSUED, "", *_NOTICE, *_SIGNED)))
    assert next(i for i in range(5) if can_be_title(lines, i)) == 1
    lines, _ = split("\n".join((_PROSE, *_SIGNED[:1], "守堤的通知", *_NOTICE, *_SIGNED)))
    assert not can_be_title(lines, 1)


def test_who_signs_a_document_is_in_no_title_of_the_next() -> None:
    lines = ("关于守堤的通知", *_NOTICE, "", *_SIGNED, "", *_ISSUED[1:], *_NOTICE, "", *_SIGNED)
    works = [work for chapter in of_lines(*lines) for work in chapter.works]
    assert [work.title for work in works] == ["关于守堤的通知", _ISSUED[1]]
    assert {work.affiliation for work in works} == {_SIGNED[0]}


def test_a_notice_and_the_document_that_its_title_names() -> None:
    notice = (
        *("关于转发县总工会", "职工守堤《倡议书》的通知", "各闸管所工会："),
        f"{_PROSE}现将县总工会《倡议书》转发给你们，请认真学习。",
        "二〇一五年四月十三日",
    )
    appeal = ("倡 议 书", "全县职工朋友们：", _PROSE, _PROSE, "河口县总工会", "2015年4月2日")
    assert titles(*notice, *appeal) == ["关于转发县总工会职工守堤《倡议书》的通知", "倡议书"]


def test_the_number_of_a_notice_stands_below_its_title() -> None:
    notice = ("关于举办全镇守堤知识竞赛的通知", "石水发〔2014〕23号", "各护堤队：", _PROSE)
    parts = ("一、时间", _PROSE, "二、地点", _PROSE)
    signed = (
        "附件：1.守堤知识竞赛推荐书目",
        "2.守堤知识竞赛评分细则",
        "石水镇堤防站",
        "2014年4月8日",
    )
    books = ("附件1", "守堤知识竞赛推荐书目", _PROSE, "一、初赛", _PROSE, "二、决赛", _PROSE)
    rules = ("附件2", "守堤知识竞赛评分细则", _PROSE, "一、笔试", _PROSE, "二、口试", _PROSE)
    found = of_lines(*notice, *parts, *signed, *books, *rules)
    assert [chapter.title for chapter in found] == [notice[0], books[1], rules[1]]
    first = found[0].works[0].blocks[0]
    assert (first.kind, first.text) == ("note", notice[1])


def test_who_leads_a_group_signs_nothing() -> None:
    roster = ("组长：周敏（镇党委副书记、镇长）", "副组长：江岸（副镇长）", "成员：各堤防站站长")
    (chapter,) = of_lines("石水镇守堤工作领导小组名单", *roster, _PROSE)
    assert chapter.works[0].authors == ()
    assert [block.text for block in chapter.works[0].blocks][: len(roster)] == list(roster)


def test_a_table_attached_below_the_words_that_say_to_whom_a_notice_goes() -> None:
    notice = ("关于做好汛期值班工作的通知", "各村委会：", _PROSE, "特此通知。", "石水镇人民政府")
    sent = ("抄送：县堤防管理所。", "石水镇党政办公室 2012年5月28日印发")
    table = ("附件1", "值班干部名单", "村名\t干部\t灯数", "上堤\t周敏\t8", "下堤\t黎明远\t6")
    first = "第一条 为了守好大堤，制定本办法。"
    rules = ("附件2", "石水镇汛期值班办法", first, "第二条 换班签名。")
    found = of_lines(*notice, "2012年5月28日", *sent, *table, *rules)
    assert [(one.marker, one.title) for one in found[1:]] == [
        ("附件1", "值班干部名单"),
        ("附件2", "石水镇汛期值班办法"),
    ]
