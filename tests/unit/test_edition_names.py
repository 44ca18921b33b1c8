"""Names of persons: where they are found, what they take, what is remembered."""

from __future__ import annotations

import pytest
from edition import authors
from edition.converters import converter_for
from edition.lexicon import lexicon
from edition.names import NameFinder
from edition.namespans import telling_characters


@pytest.fixture(scope="module")
def finder():
    known = lexicon("tw")
    return NameFinder(known.costs, known.defaults)


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("县委书记余志刚同志", ["余志刚"]),
        ("会计余小红、干部于洋、村民范文芳", ["余小红", "于洋", "范文芳"]),
        ("评议小组由于振海、王桂兰、赵玉田三人组成", ["于振海"]),
        ("有于、钟两姓人家", ["于", "钟"]),
        ("请于书记讲话", ["于"]),
        ("于洋", ["于洋"]),
        ("村支书于海洋", ["于海洋"]),
        ("由于满洲地广人稀", []),
        ("但由于美军撤走", []),
        ("成立于建国初期", []),
        ("对于书记提出的要求", []),
        ("会计干到村主任", []),
        ("援建队由余干县组织", []),
        ("出于某种目的", []),
        ("余姥姥搬到城里住", ["余"]),
        ("于二叔是最后一个铁匠", ["于"]),
        ("于工说这张图还要改", ["于"]),
        ("对于工期的要求", []),
        ("对于老师提出的意见", []),
        ("其余老师都去监考了", []),
        ("小于回来就把枪擦了三遍", ["于"]),
        ("体温小于三十七度", []),
        ("叫我老于就行", ["于"]),
        ("后玉梅正替演员梳头发", ["后玉梅"]),
        ("后建成投产的两条线", []),
        ("后来文队长才明白", []),
        ("姜切成丝", []),
        ("把姜磨成泥", []),
        ("老钟挂在墙上", []),
        ("应于主管机关公告之日起", []),
        ("于董事会决定后", []),
        ("于会计年度终了", []),
        ("应于主任会议上说明", []),
        ("于董事提出辞职", ["于"]),
        ("对于夏老汉来说", []),
        ("至于王书记的意见", []),
        ("提货单于次日作废", []),
        ("违约金于某年某月某日付清", []),
        ("农民余粮", []),
        ("于小海游过江去报信", ["于小海"]),
        ("于长江流域推广", []),
        ("于今明两年陆续推出", []),
        ("于摄氏三十七度培养", []),
        ("范、党二人是同年兵", ["范", "党"]),
        ("朱、党、于三位同志轮流值班", ["朱", "党", "于"]),
        ("党、政、军三位一体", []),
        ("省、市、党三级", []),
        ("父亲种好田", []),
        ("出售给单采血浆站", []),
        ("钟点工小钟每天来", ["钟"]),
        ("钟朋荣先生一生治学", ["钟朋荣"]),
        ("记者余继军报道", ["余继军"]),
        ("满族史专家王钟翰首次提出", ["王钟翰"]),
        ("主管党建副局长李志强主持", []),
        ("分管后勤的主任", []),
        ("主办钟点工书记张伟", []),
        ("教师党建主任", []),
        ("学生涂色", []),
        ("老师涂黑答题卡", []),
        ("后援会会长", []),
        ("沈阳城主任", []),
        ("班长余波同志", ["余波"]),
        ("隔壁的余威老师", ["余威"]),
        ("钟敬文先生", ["钟敬文"]),
        ("于建福校区广播站", []),
        ("于文昌广场举行", []),
        ("于小海中学毕业后", ["于小海"]),
        ("记者于洋在校园里", ["于洋"]),
    ],
)
def test_names_are_found(finder, run, names):
    assert [name.text for name in finder.find(run)] == names


def test_a_known_name_is_found_where_it_could_be_words(finder):
    run = "退休职工于秀英头一个报了名"
    doubtful = "党员站出来于秀英头一个"
    assert [name.text for name in finder.find(run)] == ["于秀英"]
    assert not finder.find(doubtful)
    assert [name.text for name in finder.find(doubtful, frozenset({"于秀英"}))] == ["于秀英"]


def test_a_name_sure_in_one_block_is_one_in_another_of_its_work():
    converter = converter_for("zh-Hant-TW")
    sure = converter.names_in("村支书于秀英同志介绍了情况。")
    assert sure == {"于秀英"}
    assert converter.convert("党员站出来于秀英头一个报名") != "黨員站出來于秀英頭一個報名"
    form, _ = converter.convert_recorded("党员站出来于秀英头一个报名", "", sure)
    assert form == "黨員站出來于秀英頭一個報名"


def test_a_word_taken_once_for_a_name_is_none_in_the_rest_of_its_text():
    converter = converter_for("zh-Hant-TW")
    once = "学生余波走了。"
    assert converter.names_in(once) == {"余波"}
    assert converter.names_in(once + "班长余波同志说，余波也来了。") == {"余波"}
    assert not converter.names_in(once + "地震的余波未平，风暴的余波还在，余波所及。")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("田松说，明天来。可田松当晚就来了，田松毫不犹豫。像田松一般的人不多。", "田松"),
        ("江念瑶答道，还没有。江念瑶代表发言时，大家都听着。", "江念瑤"),
        ("门前的农田松看了又看。田松说，田松赶紧浇水去，这才让田松放心。", "田松"),
    ],
)
def test_a_person_named_again_and_again_has_one_form(text, form):
    converter = converter_for("zh-Hant-TW")
    (name,) = converter.names_in(text)
    assert converter.convert(text).count(form) == text.count(name)


@pytest.mark.parametrize(
    "text",
    [
        "绳子放松说，把绳子放松，放松之后再说。",
        "马松了缰绳，马松开嘴，马松说不上好。",
        "张表扬说明。张表扬说明。张表扬说明。",
        "一张表说明问题，两张表说明问题，三张表说明问题。",
        "高同志说，高同志答，高同志笑。",
        "江里说话，江里说笑，江里说。",
    ],
)
def test_no_person_is_made_of_words(text):
    assert not converter_for("zh-Hant-TW").names_in(text)


def test_an_authors_name_needs_no_evidence():
    converter = converter_for("zh-Hant-TW", names=frozenset({"田松"}))
    assert converter.convert("如田松一般温和") == "如田松一般溫和"


def test_the_reason_is_told():
    decisions = converter_for("zh-Hant-TW").explain("村支书于秀英同志")
    assert [(d.choice.form, d.choice.reason) for d in decisions if d.choice.character == "于"] == [
        ("于", "name")
    ]


def test_the_books_authors_are_names(tmp_path):
    folder = tmp_path / "essays"
    folder.mkdir()
    page = "---\ntitle: 题\nworks:\n  - {id: e01a, title: 题, authors: [于是之, 王刚]}\n---\n正文\n"
    (folder / "e01.md").write_text(page, "utf-8")
    (folder / "e02.md").write_text("---\nworks: [\n---\nauthors 于\n", "utf-8")
    (folder / "e03.md").write_text("没有题头，authors：于洋\n", "utf-8")
    telling = telling_characters(lexicon("tw").defaults)
    assert authors.names(tmp_path, telling) == ["于是之"]
    converter = converter_for("zh-Hant-TW", names=frozenset({"于根生"}))
    assert converter.convert("来的是于根生").endswith("于根生")
