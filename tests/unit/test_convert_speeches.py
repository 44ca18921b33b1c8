"""Speeches, poems and appeals, one to a page, as schools and sites hand them on."""

from __future__ import annotations

import pytest
from convert_reading import blocks, of_lines

_PROSE = (
    "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天快亮的时候才有人想起没有吃饭。"
)
_VERSE = (
    *("堤上的灯为什么不睡？", "堤下的水为什么不响？", "它们在等天亮，", "等守堤的人换班。"),
    *("一盏，又一盏，", "照着新挑的泥，", "照着旧打的桩，", "照着还没有干的汗。"),
)


def test_one_longer_line_parts_no_poem() -> None:
    longer = "把沙袋、木桩和一夜没合的眼一起扛上肩。"
    end = (
        *("渡口的船为什么不走？", "船头的人为什么不喊？", "水涨得比话还快，", "话就省下来了。"),
        *("一筐，又一筐，", "填着去年的口子，", "填着前年的口子，", "填到天边泛白。"),
    )
    poem = (*_VERSE, longer, *end)
    assert [text for _, text in blocks("在堤上的朗诵", *poem)] == list(poem)


def test_the_title_that_a_speaker_announces_ends_its_paragraph() -> None:
    said = "我是七年级的班主任，姓陶，陶罐的陶。今天我讲话的题目是：把灯留给后来的人"
    assert [text for _, text in blocks("国旗下讲话稿", "老师们：", said, _PROSE)][1:] == [
        said,
        _PROSE,
    ]
    broken = "我是七年级的班主任，姓陶，陶罐的陶。今天我讲话的题目是同学们自己选出来的"
    assert len(blocks("国旗下讲话稿", "老师们：", broken, _PROSE)) == 2


@pytest.mark.parametrize("of", ["堤口中学 八（3）班", "堤口中学八（3）班", "八年级三班"])
def test_the_source_of_a_page_is_a_pupil_of_a_class(of: str) -> None:
    (chapter,) = of_lines("在水边走远路", f"来源：{of} 宋明", _PROSE, _PROSE)
    (work,) = chapter.works
    assert (work.authors, work.affiliation) == (("宋明",), of.replace(" ", ""))


_PUPIL = "堤口中学八（3）班"


@pytest.mark.parametrize(
    ("first", "of"), [("■周敏", ""), ("作者：周敏", ""), (f"{_PUPIL} 周敏", _PUPIL)]
)
@pytest.mark.parametrize("motto", [(), ("水往低处走，人往堤上走。 ——题记",), ("人往堤上走——题记",)])
def test_who_signs_over_an_essay_without_a_title(first: str, of: str, motto: tuple[str]) -> None:
    (chapter,) = of_lines(first, *motto, _PROSE, _PROSE)
    (work,) = chapter.works
    assert (work.title, work.authors, work.affiliation) == ("", ("周敏",), of)
    assert [block.kind for block in work.blocks] == ["paragraph"] * (2 + len(motto))


def test_a_person_alone_over_a_text_is_its_title() -> None:
    (chapter,) = of_lines("县水利局 周敏", _PROSE, _PROSE)
    assert chapter.title == "县水利局　周敏"


_INTRODUCED = "水来了要守堤，倡议书在其中起着重要作用。以下是一则守堤活动的倡议书，欢迎大家借鉴！"


def test_a_site_introduces_the_one_text_of_its_page() -> None:
    text = ("汛期守堤活动倡议书", "沿堤各村组，广大居民朋友们：", _PROSE, _PROSE)
    (chapter,) = of_lines(_INTRODUCED, *text)
    assert chapter.title == text[0]
    assert [b.text for b in chapter.works[0].blocks] == list(text[1:])
    opening = "开篇：样例网以多年的文秘经验，为您筛选了一篇“守堤”征文范文，欢迎联系老师。祝您愉快！"
    assert of_lines(opening, "守堤的一夜", _PROSE, _PROSE)[0].title == "守堤的一夜"


def test_an_author_introduces_an_appeal_in_the_text() -> None:
    own = "水来了要守堤。以下是我的一点想法，供同志们参考。"
    assert own in [text for _, text in blocks("守堤活动倡议书", own, _PROSE, _PROSE)]


def test_a_greeting_below_a_header_is_no_title() -> None:
    text = ("大家上午好！", _PROSE, _PROSE, "谢谢大家！")
    book = of_lines("守堤获奖感言篇一", *text, "守堤获奖感言篇二", "各位来宾：", _PROSE, _PROSE)
    assert [chapter.works[0].title for chapter in book] == ["守堤获奖感言"] * 2
    assert [block.text for block in book[0].works[0].blocks] == list(text)


def test_a_speech_in_one_line_greets_in_a_paragraph_of_its_own() -> None:
    greeting = "尊敬的各位领导，亲爱的工友们，大家好！"
    found = blocks(f"2019闸管所副所长竞聘演讲稿{greeting}我守堤九年，{_PROSE * 4}")
    assert [text[:6] for _, text in found] == [greeting[:6], "我守堤九年，"]


def test_what_a_record_of_a_ceremony_says_signs_nothing() -> None:
    title = "堤口小学2018——2019第二学期第九周升旗仪式"
    said = ("周次：第9周", "班级：五（3）班", "主题：守堤", "获得红旗的班级：一（2）班、三（1）班")
    (chapter,) = of_lines(title, *said, _PROSE, _PROSE)
    (work,) = chapter.works
    assert (work.title, work.subtitle, work.affiliation) == (title, "", "")
    assert [block.text for block in work.blocks][:4] == list(said)


def test_a_pupil_signs_with_the_class() -> None:
    (chapter,) = of_lines("守堤的一夜", "班级：五（3）班", "姓名：周敏", _PROSE, _PROSE)
    assert chapter.works[0].authors == ("周敏",)


def test_a_title_said_again_with_other_signs_and_text_behind_it() -> None:
    first = f"校会讲话稿：守堤的夜老师们同学们：{_PROSE}"
    found = blocks("校会讲话稿-守堤的夜", "校会讲话稿：守堤的夜", first, _PROSE)
    assert [text for _, text in found] == ["老师们同学们：", _PROSE, _PROSE]


def test_a_salutation_below_the_speaker_of_wrapped_text() -> None:
    text = (
        *("2020年度个人述职报告", "石桥镇党委委员、副镇长  周敏", "各位领导、同志们："),
        *(
            "　　堤上的灯亮了一夜，守堤的人换了三班，水位一",
            "寸一寸地退了下去，天快亮的时候才想起没有吃饭。",
        ),
        *(
            "　　上周末，我又去了一趟堤上，老队长还在那里，",
            "手里提着一盏灯，灯油已经不多了，他却说够了。",
        ),
    )
    (chapter,) = of_lines(*text)
    work = chapter.works[0]
    assert (work.authors, work.affiliation) == (("周敏",), "石桥镇党委委员、副镇长")
    assert work.blocks[0].text == "各位领导、同志们："


@pytest.mark.parametrize(
    "dateline",
    [
        "(2011年10月18日,根据录音整理)",
        "（2011年10月18日　据现场录音整理，未经本人审阅）",
        "2011年10月18日，根据记录整理，有删节",
    ],
)
def test_a_date_with_how_the_text_was_made(dateline: str) -> None:
    (chapter,) = of_lines(
        "在守堤会上的讲话", "水文站站长　周敏", dateline, "同志们：", _PROSE, _PROSE
    )
    (work,) = chapter.works
    assert (work.subtitle, work.date, work.affiliation) == ("", "2011-10-18", "水文站站长")


@pytest.mark.parametrize(
    ("of", "who"),
    [("心理辅导中心", "岑老师"), ("后勤处", "刘师傅"), ("河湾社区", "老王"), ("教务处", "岑老师")],
)
def test_who_is_only_called_by_a_surname_signs_below_a_body(of: str, who: str) -> None:
    (chapter,) = of_lines("守堤的灯", f"{of} {who}", "同学们：", _PROSE, _PROSE)
    work = chapter.works[0]
    assert (work.authors, work.affiliation) == ((who,), of)


def test_teachers_without_a_surname_sign_nothing() -> None:
    (chapter,) = of_lines("守堤的灯", _PROSE, "心理辅导中心 老师", _PROSE, _PROSE)
    assert chapter.works[0].authors == ()


@pytest.mark.parametrize("call", ["同志们，", "同学们！", "各位乡亲，", "亲爱的工友们，"])
def test_a_speaker_addresses_the_hearers_again_below_a_full_line(call: str) -> None:
    full = (
        *(
            "入汛以来，我们守了四十个日夜，没有一处漏水，没有",
            "一个人掉队，堤上的灯亮了一夜，守堤的人换了三班。",
        ),
        *(
            "天亮的时候，谁也没有想起吃饭，水位一寸一寸地退去",
            "下游的人家都还睡着，没有一户听见夜里的水声和锣。",
        ),
    )
    again = f"{call}今晚谁也不要松劲，把该看的地方看一遍，把该补的地方补好，我陪大家守到天亮。"
    wrapped = (again[:24], again[24:])
    texts = [text for _, text in blocks("守堤动员讲话", *full, *wrapped)]
    assert texts == ["".join(full), again]
    (whole,) = blocks(
        "守堤动员讲话", *full, *(again.replace(call, "记住，")[i:][:24] for i in (0, 24))
    )
    assert whole[1].startswith("入汛以来")


@pytest.mark.parametrize("name", ["楼雅琴", "海　燕", "母清河"])
@pytest.mark.parametrize("below", [("——培训班代表结业发言",), ()])
def test_a_name_that_begins_like_a_word_over_a_salutation(name: str, below: tuple[str]) -> None:
    text = ("结业感言", *below, name, "尊敬的各位领导：", _PROSE, _PROSE)
    (work,) = of_lines(*text)[0].works
    assert work.authors == (name.replace("　", ""),)
    assert work.blocks[0].text == "尊敬的各位领导："


def test_a_word_over_a_salutation_signs_nothing() -> None:
    (work,) = of_lines("守堤感言", "来信", "尊敬的各位领导：", _PROSE, _PROSE)[0].works
    assert not work.authors


def _run_in(said: str, *heads: str) -> list[str]:
    lines = [line for head in heads for line in (f"{head}{_PROSE}", _PROSE)]
    (chapter,) = of_lines("在结业典礼上的发言", "同学们：", said, *lines, "谢谢大家！")
    return [block.text[: block.run_in] for block in chapter.works[0].blocks if block.run_in]


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        ("请允许我借着等待、良心、味道这三个词，说说心里话。", ("等待。", "良心。", "味道。")),
        ("我想送给大家三个字：稳、准、勤。", ("“稳”：", "“准”：", "“勤”：")),
        ("我想用两个关键词作别：“感谢”和“不舍”。", ("感谢！", "不舍！")),
    ],
)
def test_words_that_a_speaker_announces_head_what_is_said_of_them(
    said: str, heads: tuple[str, ...]
) -> None:
    labels = [head.rstrip("。：！") for head in heads]
    assert [text.rstrip("。：！") for text in _run_in(said, *heads)] == labels


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        ("我想送给大家三个字：稳、准、勤。", ("稳，", "准，", "勤，")),
        ("我想用三个关键词作别：感谢、不舍、出发。", ("感谢。", "不舍。")),
        ("我有三句话要说。", ("感谢。", "不舍。")),
    ],
)
def test_words_that_begin_a_sentence_head_nothing(said: str, heads: tuple[str, ...]) -> None:
    assert not _run_in(said, *heads)


def test_two_speeches_of_a_meeting_with_titles_in_two_lines() -> None:
    first = ("在全镇防汛暨水毁工程修复", "工作会议上的讲话", "镇党委书记  宋明")
    other = ("在全镇防汛暨水毁工程修复", "工作会议上的表态发言", "上湾村党支部书记  纪有田")
    day = "（2012年2月21日）"
    speech = (*first, day, "", "同志们：", _PROSE, _PROSE, "谢谢大家。", "")
    chapters = of_lines(*speech, *other, day, "", "各位领导、同志们：", _PROSE, _PROSE)
    assert [chapter.title for chapter in chapters] == ["".join(first[:2]), "".join(other[:2])]
    works = [chapter.works[0] for chapter in chapters]
    assert [work.authors for work in works] == [("宋明",), ("纪有田",)]
    assert {work.date for work in works} == {"2012-02-21"}


@pytest.mark.parametrize("taught", ["指导老师：温岚", "（指导教师：温岚、秦思远）"])
@pytest.mark.parametrize("above", [True, False])
def test_who_taught_a_pupil_is_a_note_above_an_essay_or_below(taught: str, above: bool) -> None:
    prose = [_PROSE, _PROSE]
    body = [taught, *prose] if above else [*prose, taught]
    (chapter,) = of_lines("守堤的一夜", "五（3）班　周敏", *body)
    (work,) = chapter.works
    assert work.authors == ("周敏",)
    assert [(b.kind, b.text) for b in work.blocks if b.kind == "note"] == [("note", taught)]


def test_what_a_teacher_tells_is_no_note() -> None:
    said = "指导老师：请你们先把水尺擦干净，再读。"
    assert ("paragraph", said) in blocks("守堤的一夜", _PROSE, said, _PROSE)
