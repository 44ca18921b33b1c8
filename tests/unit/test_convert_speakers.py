"""Texts whose only titles are the persons who wrote them, each with an office or a body."""

from __future__ import annotations

import pytest
from compilation.signatures import particulars
from convert_reading import front, of_lines, titles

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"
_OTHER = "第二天早上，太阳从对岸升起来，照着堤上一排湿透了的脚印，没有人说话。"
_INTRO = "近日，县水文局组织职工收看先进人物发布仪式。"
_SAID = "下面是部分职工的心得体会："
_PERSONS = ("测报科　周敏", "后勤科 白 洁", "巡堤一班　吴立民", "水情室　巧妙", "钱小玲（财务科）")


def _texts(*persons: str) -> list[str]:
    return [line for person in persons for line in (person, _PROSE, _OTHER)]


@pytest.mark.parametrize(
    "above",
    [
        ("学习先进事迹心得体会摘登", _INTRO, _OTHER, _SAID),
        ("学习先进事迹", _INTRO, _SAID),
        ("先进事迹报告会听后感选编",),
        ("年度“守堤之星”事迹展播", _INTRO),
        ("水文职工谈先进事迹",),
    ],
)
def test_persons_are_the_titles_of_what_they_wrote(above: tuple[str, ...]) -> None:
    found = of_lines(*above, *_texts(*_PERSONS))
    assert front(*above, *_texts(*_PERSONS)) == list(above)
    assert [chapter.title for chapter in found] == [
        "测报科　周敏",
        "后勤科　白洁",
        "巡堤一班　吴立民",
        "水情室　巧妙",
        "钱小玲（财务科）",
    ]
    works = [chapter.works[0] for chapter in found]
    assert [(*work.authors, work.affiliation) for work in works] == [
        ("周敏", "测报科"),
        ("白洁", "后勤科"),
        ("吴立民", "巡堤一班"),
        ("巧妙", "水情室"),
        ("钱小玲", "财务科"),
    ]


def test_persons_below_their_texts_sign_them() -> None:
    lines = ["读书感想选登", _INTRO]
    for person in _PERSONS[:3]:
        lines += [_PROSE, _OTHER, person]
    assert not {"测报科　周敏", "巡堤一班　吴立民"} & set(titles(*lines))


def test_persons_of_whom_a_text_tells_are_headings() -> None:
    """Nothing says that they wrote it, and they stand below a beginning of some length."""
    above = ("水文站的三位老职工", _INTRO, _PROSE, _OTHER, _PROSE)
    assert titles(*above, *_texts(*_PERSONS)) == [above[0]]


def test_places_are_no_persons() -> None:
    text = _texts("红星村　周家店", "前进村　刘家塬", "光明村　张家岭")
    assert titles("各村谈体会", _INTRO, *text) == ["各村谈体会"]


_OFFICES = ("城关镇镇长　周敏", "县水文局副局长　白洁", "下冲村党支部书记  吴立民")
_SPOKE = ("各位领导，同志们：", _PROSE * 3, _OTHER * 2, "谢谢大家！")


def test_persons_who_address_their_hearers_speak() -> None:
    above = ("在全县守堤工作会议上的发言", "编者按：" + _INTRO)
    lines = [line for person in _OFFICES for line in (person, *_SPOKE)]
    found = of_lines(*above, *lines)
    assert [chapter.title for chapter in found] == [one.replace("  ", "　") for one in _OFFICES]
    assert found[2].works[0].authors == ("吴立民",)


def test_person_below_the_title_of_one_speech_signs_it() -> None:
    (chapter,) = of_lines("在全县守堤工作会议上的发言", _OFFICES[0], *_SPOKE)
    assert chapter.works[0].authors == ("周敏",)


@pytest.mark.parametrize(
    ("title", "name", "of"),
    [
        ("河湾县水利局周敏局长的讲话", "周敏", "河湾县水利局"),
        ("县委书记周敏同志在全县防汛会议上的讲话", "周敏", "县委书记"),
        ("王新民副县长在大堤上的致辞", "王新民", ""),
        ("欧阳明月校长在会上的发言提纲", "欧阳明月", ""),
        ("毕业生代表周敏在水文学院毕业典礼上的发言", "周敏", "毕业生代表"),
        ("守堤季｜新生代表陈小满在开学典礼上的演讲稿", "陈小满", "新生代表"),
        ("县委书记周敏在全县防汛会议上的讲话", "周敏", "县委书记"),
    ],
)
def test_a_title_says_whose_speech_it_is(title: str, name: str, of: str) -> None:
    work = of_lines(title, "同志们：", _PROSE, _OTHER)[0].works[0]
    assert (work.title, work.authors, work.affiliation) == (title, (name,), of)
    signed = of_lines(title, "吴立民", "同志们：", _PROSE, _OTHER)[0].works[0]
    assert signed.authors == ("吴立民",)


@pytest.mark.parametrize(
    "title",
    [
        "学习周敏局长在防汛会议上的讲话",  # who writes it is another
        "在周敏局长就职会上的讲话",
        "李副局长在防汛会议上的讲话",
        "周总经理的讲话",
        "关于周敏同志的报告",
        "周敏局长讲话精神的学习体会",
        "江山县长的讲话",
        "在教师代表大会上的发言",
        "学习周敏在防汛会议上的讲话",
    ],
)
def test_a_title_that_tells_of_a_speech(title: str) -> None:
    assert not of_lines(title, _PROSE, _OTHER)[0].works[0].authors


def test_the_subtitle_says_it() -> None:
    work = of_lines("守住灯火", "——周敏局长在防汛会议上的讲话", _PROSE, _OTHER)[0].works[0]
    assert (work.title, work.authors) == ("守住灯火", ("周敏",))


_COLONS = ("站长　周敏：", "巡堤员　老魏：", "测报科职工　白洁", "堤边住户　尹先生：")


@pytest.mark.parametrize(
    "above",
    [
        ("把堤当成家", "——县水文站“守堤月”职工感言", _INTRO),
        ("把堤当成家", _INTRO, "下面请听一听他们的心声："),
    ],
)
def test_a_colon_may_stand_behind_a_person(above: tuple[str, ...]) -> None:
    found = of_lines(*above, *_texts(*_COLONS))
    assert front(*above, *_texts(*_COLONS)) == list(above)
    assert [chapter.title for chapter in found] == [one.rstrip("：") for one in _COLONS]
    works = [chapter.works[0] for chapter in found]
    assert [(*work.authors, work.affiliation) for work in works] == [
        ("周敏", "站长"),
        ("老魏", "巡堤员"),
        ("白洁", "测报科职工"),
        ("尹先生", "堤边住户"),
    ]


def test_persons_with_colons_are_the_works_of_a_chapter() -> None:
    lines = ["一、守堤的人", *(_PROSE, _OTHER) * 2, "二、职工感言摘登", *_texts(*_COLONS[:3])]
    works = of_lines("守堤征文选登", *lines, "三、退水以后", *(_PROSE, _OTHER) * 2)[1].works
    assert [work.title for work in works] == [one.rstrip("：") for one in _COLONS[:3]]
    assert [work.authors for work in works] == [("周敏",), ("老魏",), ("白洁",)]


def test_persons_who_talk_with_each_other_write_nothing() -> None:
    above = ("请听守堤人的心声", _INTRO)
    talk = _texts("记者　吴立民：", "站长　周敏：", "记者　吴立民：", "站长　周敏：")
    assert titles(*above, *talk) == [above[0]]


def test_persons_with_colons_in_a_report_stay() -> None:
    above = ("水文站的三位老职工", _INTRO, _PROSE, _OTHER, _PROSE)
    assert titles(*above, *_texts(*_COLONS[:3])) == [above[0]]


def test_a_numbered_word_of_feeling_before_a_person_is_a_mark() -> None:
    text = (
        *(
            "永远在路上——我局驻村队员感言集锦",
            "感言一：第一书记  傅海青：",
            "村里的路修通了，我可以回家了。",
        ),
        *("感言二：工作队员  孔令佳：", "大娘塞给我两个鸡蛋，还是热的。"),
    )
    found = of_lines(*text)
    assert [(c.marker, c.works[0].authors) for c in found] == [
        ("感言一", ("傅海青",)),
        ("感言二", ("孔令佳",)),
    ]


def test_persons_below_the_words_that_all_told_what_they_felt() -> None:
    text = (
        *("图书馆党支部开展主题党日活动", "三月五日，全体党员走进社区，清点了书屋的旧书。"),
        *("活动结束后，大家纷纷畅谈了自己的感受。", "党支部书记、馆长  陶建国"),
        *(f"{_PROSE * 2}我想起刚来的那一年。", "副馆长  孟琳", f"{_PROSE * 2}我愿意再来一次。"),
        *("流通部  柏晓雨", f"{_PROSE * 2}红马甲还在我的柜子里。"),
    )
    assert titles(*text) == ["党支部书记、馆长　陶建国", "副馆长　孟琳", "流通部　柏晓雨"]


def test_pupils_with_the_class_stuck_to_the_name() -> None:
    persons = (
        *("19护理1班尹书 中共党员", "20助产班谭新雨 中共预备党员"),
        *("20康复班巴音才旦 入党积极分子", "21护理3班郎悦 共青团员"),
    )
    found = of_lines("学习先进事迹心得体会选登", _INTRO, *_texts(*persons))
    works = [chapter.works[0] for chapter in found]
    assert [work.authors[0] for work in works] == ["尹书", "谭新雨", "巴音才旦", "郎悦"]
    bodies = ["19护理1班", "20助产班", "20康复班", "21护理3班"]
    assert [work.affiliation for work in works] == bodies


def test_a_speaker_who_says_that_the_speech_is_over_begins_no_title() -> None:
    prose = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮的时候谁也没有吃饭。"
    for over in ("我的演讲完了，谢谢大家！", "我的发言到此结束，谢谢！"):
        speech = ("守堤的一夜", "老师们：", prose, prose, over)
        (chapter,) = of_lines(*speech, "校长国旗下讲话", prose, prose)
        assert [b.text for b in chapter.works[0].blocks[:4]] == list(speech[1:])
        assert not any(over in work.title for work in chapter.works)


def test_a_subtitle_behind_a_dash_is_no_speaker() -> None:
    said = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮时才有人想起没有吃饭。"
    text = (
        *("守堤人（甲）", "守堤", "——记水文站站长周敏", said, said),
        *("守堤人（乙）", "换防", "——记水利局局长黎明远", said, said),
    )
    works = [work for c in of_lines("守堤人事迹汇编", *text) for work in c.works]
    assert not any(work.title.startswith("——") for work in works)


_READ = "这次小组学习，组长要求我们每人找一封真实的家书来读，我读到了一位守堤人写的信。"


@pytest.mark.parametrize(
    ("pupils", "signed"),
    [
        (
            ("20水文周小满 中共党员", "21港航陆晨 中共预备党员", "研21白洁"),
            [("周小满", "20水文"), ("陆晨", "21港航"), ("白洁", "研21")],
        ),
        (
            ("会计2101周敏 共青团员", "护理22级何必", "20农水阿依努尔·艾山 中共党员"),
            [("周敏", "会计2101"), ("何必", "护理22级"), ("阿依努尔·艾山", "20农水")],
        ),
        (  # a surname of two characters; what is said behind shows that a word is a name
            ("19汉语言欧阳静怡 中共党员", "21文化管理高原 入党积极分子", "20港航诸葛明"),
            [("欧阳静怡", "19汉语言"), ("高原", "21文化管理"), ("诸葛明", "20港航")],
        ),
    ],
)
def test_pupils_of_a_college_sign_over_untitled_texts(
    pupils: tuple[str, ...], signed: list[tuple[str, str]]
) -> None:
    lines = [line for pupil in pupils for line in (pupil, _READ, _PROSE)]
    works = [one.works[0] for one in of_lines("学生谈家书", "现将部分心得体会展示如下：", *lines)]
    assert [(*work.authors, work.affiliation) for work in works] == signed
    assert not any(work.title for work in works)


def test_groups_stand_over_the_pupils_who_speak() -> None:
    above = ("学生支部开展“读家书”活动", "学院开展了活动，现将各小组的学习心得展示如下：")
    lines = [
        "水文学院第一党小组",
        "20水文周小满 中共党员",
        _READ,
        "21港航陆晨 中共党员",
        _PROSE * 2,
    ]
    lines += ["水文学院第二党小组", "会计2101周敏", _READ, _OTHER, "研21白洁", _PROSE * 2]
    found = of_lines(*above, *lines, "图文：白洁", "一审：周敏　二审：陆晨")
    assert front(*above, *lines) == list(above)
    assert [one.title for one in found] == ["水文学院第一党小组", "水文学院第二党小组"]
    assert [[work.authors for work in one.works] for one in found] == [
        [("周小满",), ("陆晨",)],
        [("周敏",), ("白洁",)],
    ]


@pytest.mark.parametrize("text", ["建党90周年", "20水文工作总结", "2020年度方案", "第30届周敏"])
def test_what_is_counted_is_no_class(text: str) -> None:
    assert particulars.plain(text) == text


@pytest.mark.parametrize(
    ("heads", "date"),
    [
        (("周敏，2021年8月3日", "白洁，2021年8月9日", "钱小玲，2021年8月14日"), "2021-08-03"),
        (("2021年8月3日　周敏", "2021年8月9日　白洁", "2021年8月14日　钱小玲"), "2021-08-03"),
        (("（周敏　2021.8.3）", "（白洁　2021.8.9）", "（钱小玲　2021.8.14）"), "2021-08-03"),
        (("8月3日　周敏", "8月9日　白洁", "8月14日　钱小玲"), ""),
        (("周敏 8月3日 晴", "白洁 8月9日 小雨", "钱小玲 8月14日"), ""),
    ],
)
def test_a_person_and_a_day_stand_over_untitled_texts(heads: tuple[str, ...], date: str) -> None:
    above = ("守堤的人", "自入汛以来，队员们日夜守堤，现选登三位队员的手记。", "等你们平安回来！")
    lines = _texts(*heads)
    works = [one.works[0] for one in of_lines(*above, *lines)]
    assert front(*above, *lines) == list(above)
    assert [(work.title, work.authors) for work in works] == [
        ("", ("周敏",)),
        ("", ("白洁",)),
        ("", ("钱小玲",)),
    ]
    assert works[0].date == date
    assert not any(work.affiliation for work in works)


def test_a_person_and_a_day_below_each_text_sign_it() -> None:
    lines = [
        line for name in ("周敏", "白洁") for line in (_PROSE, _OTHER, f"{name}，2021年8月3日")
    ]
    assert len(titles("守堤手记选登", *lines)) == 1


@pytest.mark.parametrize("sign", ["——", "--", " | ", "｜"])
def test_bodies_stand_before_the_titles_of_what_they_sent_in(sign: str) -> None:
    heads = [
        f"{body}{sign}{title}"
        for body, title in (("内一科", "夜班"), ("护理部", "门口的绿萝"), ("水文学院", "一滴水"))
    ]
    found = of_lines("【守堤征文选登】把青春站成一棵树", *_texts(*heads))
    assert [one.title for one in found] == ["夜班", "门口的绿萝", "一滴水"]
    works = [one.works[0] for one in found]
    assert [work.affiliation for work in works] == ["内一科", "护理部", "水文学院"]
    assert titles("守堤工作总结", _INTRO, *_texts(*heads)) == ["守堤工作总结"]


@pytest.mark.parametrize(
    ("mark", "persons", "below"),
    [
        ("{}", ("河湾县医院医师周敏：", "河湾县医院助产士白洁：", "下冲村卫生室医生钱小玲："), ""),
        ("第{}篇", ("周 敏", "白 洁", "钱小玲"), "尊敬的各位家长："),
        ("0{}", ("测报科　周敏", "后勤科　白洁", "水情室　钱小玲"), "从医十九年，曾在省城进修两年"),
    ],
)
def test_persons_under_bare_marks_sign(mark: str, persons: tuple[str, ...], below: str) -> None:
    lines = ["守堤的人", "以下是他们的讲述："]
    for number, person in enumerate(persons, 1):
        lines += [mark.format(number), person, *([below] if below else []), _PROSE, _OTHER]
    works = [one.works[0] for one in of_lines(*lines)]
    assert [(work.title, work.authors) for work in works] == [
        ("", ("周敏",)),
        ("", ("白洁",)),
        ("", ("钱小玲",)),
    ]
    assert not any(block.kind == "heading" for work in works for block in work.blocks)


def test_persons_with_their_offices_are_titles_below_a_mark_with_its_word() -> None:
    persons = ("水文站党总支书记　周 敏", "第二中学校长　白　洁", "守堤队队长 钱小玲")
    lines = ["会议交流发言材料"]
    for number, person in zip("一二三", persons, strict=True):
        lines += [f"第{number}篇：", person, "各位领导：", _PROSE, _OTHER]
    found = of_lines(*lines)
    assert [one.title for one in found] == [
        "水文站党总支书记　周敏",
        "第二中学校长　白洁",
        "守堤队队长　钱小玲",
    ]
    works = [one.works[0] for one in found]
    assert [work.authors for work in works] == [("周敏",), ("白洁",), ("钱小玲",)]
