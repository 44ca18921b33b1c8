"""Texts gathered from sites and units: with the hour they went up, each signed, each of a body."""

from __future__ import annotations

import pytest
from compilation.render.chapter import heading_of
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_LATER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"


def test_titles_with_the_hour_a_site_put_them_up() -> None:
    one, other = "2019年防汛征文选登：守堤有我，退水有你", "2019年防汛征文选登：退水以后，先清淤泥"
    text = (
        one,
        "2019-05-29 09:13:07",
        _PROSE,
        _LATER,
        other,
        "2019-06-27 09:10:00",
        "深夜里的水，",
        _PROSE,
    )
    chapters = of_lines(*text)
    assert [chapter.title for chapter in chapters] == [one, other]
    assert [chapter.works[0].date for chapter in chapters] == ["2019-05-29", "2019-06-27"]


def test_days_of_a_diary_part_no_texts() -> None:
    text = ("住堤日记", _PROSE, "2019年5月29日", _LATER, _PROSE, "2019年6月27日", _PROSE)
    assert titles(*text) == ["住堤日记"]


def test_the_end_of_a_title_said_again_below_its_date() -> None:
    title = "2019年防汛征文：守堤有我 退水有你"
    (chapter,) = of_lines(title, "2019-05-29 09:13:07", "征文：守堤有我 退水有你", _PROSE, _LATER)
    assert [block.text for block in chapter.works[0].blocks] == [_PROSE, _LATER]
    (chapter,) = of_lines(title, "2019-05-29 09:13:07", "退水有你", _PROSE, _LATER)
    assert chapter.works[0].blocks[0].text == "退水有你"


_INTRO = "各党支部组织党员在堤上重温入党誓词，每人写下几句话，现把其中的一些印在这里。"
_WORDS = (
    "守堤三十年，我记得每一盏灯的位置，也记得每一年水涨到哪里，这就是我的初心，灯在人就在。",
    "我是去年才来的，第一夜就碰上大水，是师傅拉着我跑完了全程，今年轮到我拉着新来的人一起跑。",
    "作为一名水文员，我的使命就是把每一个数字报准报快，让下游的人睡得安稳，让堤上的人心里有数。",
)
_SIGNED = ("——堤防管理所党支部 周敏", "——水文站党支部 李大山", "——张秀兰")


def _statements(*below: str) -> tuple[str, ...]:
    pairs = (line for pair in zip(_WORDS, _SIGNED, strict=True) for line in pair)
    return ("堤上党员百字话初心", _INTRO, *pairs, *below)


def test_words_without_titles_each_signed_behind_a_dash() -> None:
    chapters = of_lines(*_statements())
    assert [chapter.title for chapter in chapters] == ["", "", ""]
    works = [chapter.works[0] for chapter in chapters]
    assert [work.authors for work in works] == [("周敏",), ("李大山",), ("张秀兰",)]
    assert [work.affiliation for work in works] == ["堤防管理所党支部", "水文站党支部", ""]
    assert front(*_statements()) == ["堤上党员百字话初心", _INTRO]
    assert [heading_of(chapter) for chapter in chapters] == ["周敏", "李大山", "张秀兰"]


def test_what_an_essay_quotes_begins_no_text() -> None:
    assert len(of_lines(*_statements(_PROSE, _LATER))) == 1


def test_bodies_over_their_own_words() -> None:
    note = "编者按：" + _INTRO * 6
    bodies = ("水利工程学院河流动力学研究所党支部", "堤防管理所党委", "外语系党委", "县医院党总支")
    text = [line for body in bodies for line in (body, _PROSE + _LATER)]
    chapters = of_lines("先进党组织风采", note, *text)
    assert [chapter.title for chapter in chapters] == [*bodies]
    assert [chapter.works[0].affiliation for chapter in chapters] == [*bodies]
    report = of_lines("关于支部建设的调查", _INTRO, *text)
    assert [chapter.title for chapter in report] == ["关于支部建设的调查"]
    assert len(of_lines("先进党组织风采", note, *text, "一点体会", _PROSE)) == 1


def test_each_of_two_texts_signed_by_a_label() -> None:
    def signed(name: str) -> tuple[str, ...]:
        return ("2016年5月24日", f"本文作者：{name}", *offices, "手机：13900000000")

    offices = ("石桥县水利局退休职工", "县医院主治医师")
    one, other = "《忆防汛》征文之灯", "《忆防汛》征文之船"
    text = (one, _PROSE, _LATER, *signed("周敏"), other, _LATER, _PROSE)
    chapters = of_lines(*text, *signed("李大山"))
    assert [chapter.title for chapter in chapters] == [one, other]
    assert chapters[1].works[0].authors == ("李大山",)
    assert len(of_lines(*text)) == 1


def test_the_way_to_a_page_says_title_and_subtitle() -> None:
    text = (
        "往事 > 亲友篇 > 周敏：灯下父亲-忆守堤的日子",
        "灯下父亲",
        "——忆守堤的日子",
        _PROSE,
        _LATER,
    )
    (chapter,) = of_lines(*text)
    assert (chapter.title, chapter.works[0].subtitle) == ("灯下父亲", "忆守堤的日子")


def test_titles_that_say_whose_words_they_are() -> None:
    team = ("水利小组的故事", "周敏的感悟", _PROSE, _LATER, "李大山同学实践心得", _LATER, _PROSE)
    chapters = of_lines(*team)
    assert [chapter.works[0].authors for chapter in chapters] == [("周敏",), ("李大山",)]
    (chapter,) = of_lines("守堤", _PROSE, "周敏的感悟", _LATER, "一点感悟", _LATER)
    assert chapter.title == "守堤"


def test_a_title_with_its_writer_and_office_in_front() -> None:
    def author(title: str) -> tuple[tuple[str, ...], str]:
        (chapter,) = of_lines(title, _PROSE, _LATER)
        assert chapter.title == title
        return chapter.works[0].authors, chapter.works[0].affiliation

    assert author("堤防管理所党总支书记周敏：我读《长堤》") == (("周敏",), "堤防管理所党总支书记")
    assert author("堤防管理所党总支书记周敏：我县要守住大堤") == ((), "")
    assert author("堤防管理所党总支书记周敏：坚决守住大堤") == ((), "")


def test_the_parts_of_a_page_on_a_book() -> None:
    items = ("1、灯亮着，人就在；人在，堤就在。", "2、水退的时候没有声音，只有泥。")
    text = ("我读《长堤》", "周敏", "内容简介：", _PROSE, "精彩书摘：", *items, "读后感", _LATER)
    (chapter,) = of_lines(*text)
    headings = [block.text for block in chapter.works[0].blocks if block.kind == "heading"]
    assert headings == ["内容简介：", "精彩书摘：", "读后感"]
    open_ended = "3、堤上的人说，守堤的日子里最难忘的不是水，而是那一盏一盏的灯，和灯下的人"
    (chapter,) = of_lines(*text[:-2], open_ended, *text[-2:])
    assert chapter.works[0].blocks[-2].text == "读后感"
    (chapter,) = of_lines("我读《长堤》", "周敏", "内容简介：", _PROSE, _LATER)
    assert chapter.works[0].blocks[0].kind == "paragraph"


def test_the_title_of_all_with_the_hour_a_site_put_it_up() -> None:
    text = ("走进气象局", "2019-05-29 09:13:07", "山上的灯", "文/周敏", _PROSE, "山下的船")
    assert titles(*text, "文/李大山", _LATER) == ["山上的灯", "山下的船"]


def test_measures_counted_below_a_heading() -> None:
    text = (
        *(
            "守堤的办法",
            _PROSE,
            "一、怎样让人肯守",
            _PROSE,
            "第一项措施：评先评优，树立榜样。",
            _PROSE,
        ),
        *(
            "1．灯要有人管",
            _PROSE,
            "第二项措施：换班签名，当面交接。",
            _PROSE,
            "二、怎样守好",
            _PROSE,
        ),
    )
    (chapter,) = of_lines(*text)
    headings = [(b.text[:5], b.level) for b in chapter.works[0].blocks if b.kind == "heading"]
    assert [level for _, level in headings] == [1, 2, 3, 2, 1]
    (chapter,) = of_lines("守堤的办法", _PROSE, "第一项措施：评先评优，树立榜样。", _PROSE)
    assert "heading" not in {block.kind for block in chapter.works[0].blocks}


@pytest.mark.parametrize(
    "form",
    ["体会之#灯要先看见人。", "体会之#：灯要先看见人", "镜头之# 换岗！", "建议之#、守住大堤。"],
)
def test_headings_that_a_word_counts(form: str) -> None:
    first, second = (form.replace("#", number) for number in "一二")
    (chapter,) = of_lines("守堤的办法", _PROSE, first, _PROSE, _LATER, second, _PROSE)
    kinds = [block.kind for block in chapter.works[0].blocks]
    assert kinds == ["paragraph", "heading", "paragraph", "paragraph", "heading", "paragraph"]
    (chapter,) = of_lines("守堤的办法", _PROSE, first, _PROSE, _LATER)
    assert "heading" not in {block.kind for block in chapter.works[0].blocks}
    (chapter,) = of_lines("问题", _PROSE, "原因之一是人少。", _PROSE, "原因之二是灯少。", _PROSE)
    assert "heading" not in {block.kind for block in chapter.works[0].blocks}


@pytest.mark.parametrize("stamp", ["2022-09-18", "2022/9/18", "2022.09.18"])
@pytest.mark.parametrize("says", ["今天小编为大家推荐几篇。", "以下范文由会员整理，供大家参考。"])
def test_the_day_of_a_page_over_the_words_of_its_editors(stamp: str, says: str) -> None:
    texts = ("第一篇：守灯", _PROSE, "第二篇：看水", _LATER)
    assert front("守堤征文范文", stamp, says, *texts) == ["守堤征文范文", says]
    assert front("守堤征文", stamp, "汛期到了。", *texts)[1] == stamp


@pytest.mark.parametrize("marks", [("1、", "2、", "3、"), ("", "", "")])
def test_each_title_with_author_and_class_in_brackets(marks: tuple[str, ...]) -> None:
    who = (("周敏", "2011级水文班学生"), ("钱小玲", "2010届毕业生"), ("吴立民", "退休教职工"))
    names = ("我的灯，是一盏马灯", "六十岁，再守一次堤", "堤上的梦")
    text = ["“守堤·我的梦”征文选登", "（原载《堤上》2013年第6期）"]
    for mark, name, (author, of) in zip(marks, names, who, strict=True):
        text += [f"{mark}{name}（作者：{author}　{of}）", _PROSE, _LATER]
    found = of_lines(*text)
    assert [chapter.title for chapter in found] == [*names]
    works = [chapter.works[0] for chapter in found]
    assert [(work.authors, work.affiliation) for work in works] == [((a,), of) for a, of in who]
    assert front(*text) == text[:2]


@pytest.mark.parametrize("over", [("防汛学习心得选编", "（2016年第三期）"), ("防汛学习心得选编",)])
def test_a_first_title_in_two_halves_below_the_issue(over: tuple[str, ...]) -> None:
    texts = (
        *("学在深处 做在实处", "县水利局副局长　高立新", _PROSE, _LATER, ""),
        *("做一名合格的守堤人", "管理站站长　白素芬", _PROSE, _LATER, ""),
        *("从一张请假条说起", "站里的科员　周敏", _PROSE, _LATER),
    )
    assert front("河湾县水利局", *over, "", *texts) == ["河湾县水利局", *over]
    chapters = of_lines("河湾县水利局", *over, "", *texts)
    assert [c.works[0].authors[0] for c in chapters] == ["高立新", "白素芬", "周敏"]
    assert "学在深处" in chapters[0].title
