"""Headers that repeat the title of the collection with a number, glued to text or not."""

from __future__ import annotations

from itertools import product

import pytest
from compilation import parse
from convert_reading import chapters, front, of_lines, titles

_TITLE = "护林员事迹材料"
_FORMS = (
    "{x}1|{x}（1）|{x}（一）|{x} 篇1|{x}篇一|【{x}1】|{x}第一篇|{x}之一|{x} 1|{x}范文1|2024年{x}1|"
    "{x}〔一〕|篇1：{x}|第一篇：{x}|第1篇 {x}|【篇1】{x}|（一）{x}|1、{x}|范文一：{x}"
).split("|")
_TEXTS = (
    "尊敬的各位领导：大家好！我守山十九年，走坏了四十双胶鞋。山上的每一棵树，我都摸过。",
    "人少的地方，脚印也少。去年入冬，他在瞭望塔下捡到一只受伤的雀鹰，养了七天才放走。",
    "同志们：山火最怕大风，大风最怕人懒。我们把隔离带拓宽了三米，夜里睡得才安稳。",
)
_INTRODUCTION = "大家都接触过事迹材料吧。下面是小编整理的几篇，欢迎阅读。"


def _header(form: str, number: int) -> str:
    return form.format(x=_TITLE).replace("1", str(number)).replace("一", "一二三"[number - 1])


def _book(form: str, behind: str, before: str, introduction: str, head: str) -> str:
    texts = (_header(form, n) + behind + text for n, text in enumerate(_TEXTS, 1))
    return before.join([head, *([introduction] if introduction else []), *texts])


@pytest.mark.parametrize("form", _FORMS)
def test_every_form_of_mark_glued_or_not(form: str) -> None:
    heads = (f"{_TITLE}（精选3篇）", f"{_TITLE}最新3篇", f"关于{_TITLE}的范文三篇")
    for behind, before, introduction, head in product(
        ("\n", "　　", " ", ""), ("\n", "　　", " ", ""), ("", _INTRODUCTION), heads
    ):
        source = _book(form, behind, before, introduction, head)
        found = chapters(source)
        assert len(found) == 3, source
        assert all(_TITLE in c.title and len(c.title) <= len(_TITLE) + 5 for c in found), source
        assert all(c.marker for c in found), source
        for chapter, text in zip(found, _TEXTS, strict=True):
            assert "".join(block.text for block in chapter.works[0].blocks) == text, source


@pytest.mark.parametrize(
    ("form", "mark", "title"),
    [
        ("{x}范文1", "范文1", _TITLE),
        ("{x}例文1：", "例文1", _TITLE),
        ("有关{x}范本一", "范本一", f"有关{_TITLE}"),
        ("{x}范本1　", "范本1", _TITLE),
        ("范本一：{x}", "范本一", _TITLE),
        ("{x}范文（1）", "范文（1）", _TITLE),
        ("{x}精选范文1", "1", f"{_TITLE}精选范文"),
    ],
)
def test_a_number_counts_the_word_for_a_model(form: str, mark: str, title: str) -> None:
    book = chapters(_book(form, "\n", "\n", _INTRODUCTION, f"{_TITLE}范文3篇"))
    assert (book[0].marker, book[0].title) == (mark, title)


def test_what_stands_before_the_first_header() -> None:
    book = _book("{x}1", "", "", "", f"{_TITLE}(3篇)")
    assert front(book) == [f"{_TITLE}（3篇）"]


def test_a_header_behind_a_signature_in_the_same_line() -> None:
    book = of_lines(
        "入党积极分子思想汇报3篇入党积极分子思想汇报1敬爱的党组织：",
        "这个季度我在物流园实习，每天分拣包裹两千多件，最重的货班组长总是先扛。",
        "汇报人：原小雁2022年3月28日入党积极分子思想汇报2敬爱的党支部：",
        "四月学校封闭管理，我报名当了楼层志愿者，负责给六十四间宿舍送饭。",
    )
    assert [chapter.marker for chapter in book] == ["1", "2"]
    assert (book[0].works[0].authors, book[0].works[0].date) == (("原小雁",), "2022-03-28")


@pytest.mark.parametrize(
    "sentence",
    (
        "护林员事迹材料2023年就写过一次，今年再写，心情大不一样。",
        "护林员事迹材料2份报县，一份留在站里，谁想看都可以看。",
        "我交上去。护林员事迹材料2等奖的证书，还压在玻璃板下。",
        "三年前的护林员事迹材料2页就读完了，可那两页改了十一遍。",
        "我们学习了护林员事迹材料2.5小时，又讨论了半天，大家都说好。",
    ),
)
def test_a_sentence_with_the_title_and_a_number(sentence: str) -> None:
    head = (f"{_TITLE}（精选2篇）", f"{_TITLE}1", _TEXTS[1], sentence)
    assert [c.marker for c in of_lines(*head, f"{_TITLE}2", _TEXTS[1])] == ["1", "2"]
    assert titles(_TITLE, sentence, _TEXTS[1]) == [_TITLE]


def test_the_title_goes_on_behind_that_of_all() -> None:
    whole = (f"{_TITLE}：守灯的人", f"{_TITLE}：一夜风雪")
    head = (f"{_TITLE}精选2篇", f"1、{whole[0]}", _TEXTS[1], f"2、{whole[1]}", _TEXTS[1])
    assert [(c.marker, c.title) for c in of_lines(*head)] == [("1", whole[0]), ("2", whole[1])]


def test_no_title_of_a_collection_above() -> None:
    book = of_lines(f"{_TITLE}1　　{_TEXTS[1]}", _TEXTS[1], f"{_TITLE}2　　{_TEXTS[1]}")
    assert [(c.marker, c.title) for c in book] == [("1", _TITLE), ("2", _TITLE)]


def test_two_numbers_make_one_header() -> None:
    book = of_lines(
        f"{_TITLE}（2篇）", f"1.{_TITLE} 篇一", _TEXTS[1], f"2.{_TITLE} 篇二", _TEXTS[1]
    )
    assert [(c.marker, c.title) for c in book] == [("篇一", _TITLE), ("篇二", _TITLE)]


def test_the_title_of_a_collection_below_a_word_of_the_site() -> None:
    for title in (f"{_TITLE}（通用2篇）", f"{_TITLE}2篇", f"{_TITLE}精选两篇"):
        lines = ("相关推荐", title, f"{_TITLE}1", _TEXTS[1], f"{_TITLE}2", _TEXTS[1])
        assert front(*lines) == [title]
    links = ("相关推荐", "教师总结范文（精选3篇）", f"{_TITLE}（通用2篇）")
    assert titles(*links, "一把锁", _TEXTS[1], _TEXTS[1]) == ["一把锁"]


def test_speakers_in_front_of_their_titles() -> None:
    head = (
        "让老手艺活起来",
        "——全县非遗保护座谈会发言摘登",
        "日前，县文化馆组织召开座谈会，现将部分发言摘登如下。",
    )
    said = "手艺是饭碗，也是脸面，可是这些年来学的年轻人坐不住，最长的学了七个月。"
    speakers = (
        ("竹编传承人", "史长根", "先把徒弟留下来"),
        ("白石乡文化站站长", "梁守田", "乡镇要当好后勤"),
    )
    lines = [line for of, name, title in speakers for line in (f"{of}  {name}：{title}", said)]
    book = of_lines(
        *head,
        *lines,
        speakers[0][0] + "  叶青禾：校园里开一扇窗",
        said,
        "（县文化馆供稿  责任编辑：小余）",
    )
    works = [chapter.works[0] for chapter in book]
    assert [work.title for work in works] == ["先把徒弟留下来", "乡镇要当好后勤", "校园里开一扇窗"]
    assert (works[1].authors, works[1].affiliation) == (("梁守田",), "白石乡文化站站长")
    assert [len(work.blocks) for work in works] == [1, 1, 1]
    assert titles(*head, *lines) == ["先把徒弟留下来", "乡镇要当好后勤"]


def test_speakers_of_minutes_are_no_titles() -> None:
    minutes = (
        "供水协调会纪要",
        "会议听取了各方意见，形成纪要如下。",
        "水利站站长 谭广田：管网老化是主要原因，建议分段更换。",
        "供水公司经理 冷玉河：资金缺口二百万元，请镇里帮助协调。",
        "广场社区主任 苗春生：老楼顶层的水压太低，夏天尤其明显。",
    )
    assert titles(*minutes) == ["供水协调会纪要"]


@pytest.mark.parametrize("body", ("高一（3）班", "八年级2班", "初三（5）班", "2019级1班"))
def test_a_class_above_a_date_signs(body: str) -> None:
    text = "值日的时候，我在食堂门口站了二十分钟，数到了七十一个没有吃完的馒头。"
    (chapter,) = of_lines("从一粒米说起", "同学们：", text, text, body, "2013年10月14日")
    assert (chapter.works[0].affiliation, chapter.works[0].date) == (body, "2013-10-14")
    (chapter,) = of_lines("从一粒米说起", "同学们：", text, body, text)
    assert chapter.works[0].affiliation == ""


def test_a_heading_that_begins_like_the_last_of_several() -> None:
    text = "末班车是晚上十一点四十分。她总要多看一眼站台，确认没有人跑过来。"
    (chapter,) = of_lines("夜班车里的一盏灯", text, "最后一班车不早走", text)
    assert [block.kind for block in chapter.works[0].blocks] == [
        "paragraph",
        "heading",
        "paragraph",
    ]
    (chapter,) = of_lines("夜班车里的一盏灯", text, "最后，谢谢大家", text)
    assert [block.kind for block in chapter.works[0].blocks] == ["paragraph"] * 3


def test_a_title_a_blank_and_who_it_is_about() -> None:
    (chapter,) = chapters(
        "乡村医生先进事迹材料 贺春来，男，xxxx 年 11 月生，现任茶坪村卫生室 乡村医生。"
        "茶坪村散落在三条山沟里，最远的一户离卫生室 十四里路。他走了二十六年，胶鞋自己 也数不清。"
    )
    assert chapter.title == "乡村医生先进事迹材料"


def test_a_greeting_behind_a_header_is_no_title() -> None:
    book = of_lines(
        f"{_TITLE}2篇", f"{_TITLE}1各位领导：大家好！", *[_TEXTS[1]] * 2, f"{_TITLE}2", _TEXTS[1]
    )
    assert [chapter.works[0].title for chapter in book] == [_TITLE, _TITLE]


def test_a_collection_that_counts_its_texts_is_no_set() -> None:
    """范文四则 over 范文一 to 范文四 is what the book is called; 第二篇 三则 is one chapter."""
    text = [
        line
        for n, words in zip("一二三", _TEXTS, strict=True)
        for line in (f"范文{n}：山路", words)
    ]
    assert [(c.marker, c.title) for c in of_lines("护林员心得体会范文三则", *text)] == [
        ("范文一", "山路"),
        ("范文二", "山路"),
        ("范文三", "山路"),
    ]
    inner = [
        line for n, words in zip("一二三", _TEXTS, strict=True) for line in (f"（{n}）山路", words)
    ]
    book = of_lines("第一篇：守山", _TEXTS[0], "第二篇：护林员心得体会三则", *inner)
    assert [(c.marker, len(c.works)) for c in book] == [("第一篇", 1), ("第二篇", 3)]


@pytest.mark.parametrize("between", [(), (_INTRODUCTION,)])
@pytest.mark.parametrize("blank", [" ", "　　"])
@pytest.mark.parametrize(
    "form", "{x}（一）|{x}【一】|{x}篇1|{x}第一篇|{x}1|2024年{x}（一）".split("|")
)
def test_a_title_without_a_count_in_the_line_of_all_texts(
    form: str, blank: str, between: tuple[str, ...]
) -> None:
    texts = [
        ("山上的每一棵树，我都摸过，走坏了四十双胶鞋。", "人少的地方，脚印也少。" * 12),
        (
            "他说：“去年入冬捡到一只雀鹰，养了七天。”",
            "我们把隔离带拓宽了三米，夜里睡得才安稳。" * 6,
        ),
        ("山火最怕大风，大风最怕人懒。", "瞭望塔有十九级台阶，我数过一万遍。" * 9),
    ]
    books = ((_header(form, n), *text) for n, text in enumerate(texts, 1))
    source = blank.join([f"2024 {_TITLE}", *between, *(piece for book in books for piece in book)])
    found = chapters(source)
    assert [chapter.marker for chapter in found] == [
        _header(form[form.index("}") + 1 :], n) for n in (1, 2, 3)
    ]
    assert [[block.text for block in c.works[0].blocks] for c in found] == list(map(list, texts))


def test_a_header_is_not_parted_where_its_stretch_looks_so() -> None:
    texts = ("山上的每一棵树，我都摸过，走坏了四十双胶鞋。" * 5, "山火最怕大风，大风最怕人懒。" * 9)
    for mark in ("范文（一）", " 篇一"):
        heads = (f"{_TITLE}{mark}".replace("一", number) for number in "一二")
        body = "　　".join(f"{head}　　{text}" for head, text in zip(heads, texts, strict=True))
        assert len(titles(f"{_TITLE}三篇　　{body}")) == 2


def test_a_title_that_says_nothing_of_several_texts() -> None:
    texts = [f"{_TITLE}{n}{text}" for n, text in enumerate(_TEXTS, 1)]
    book = of_lines(_TITLE, _INTRODUCTION, *texts)
    assert [(c.marker, c.title) for c in book] == [(str(n), _TITLE) for n in (1, 2, 3)]
    assert [c.works[0].blocks[-1].text for c in book][1] == _TEXTS[1]
    dates = (f"{_TITLE}2019年报送四份。{_TEXTS[0]}", f"{_TITLE}2020年报送五份。{_TEXTS[1]}")
    assert len(of_lines(_TITLE, _INTRODUCTION, *dates)) == 1


def test_what_a_site_hides_inside_a_line() -> None:
    hidden = "动着动着，就……此处隐藏2260个字……"
    (chapter,) = of_lines(_TITLE, _TEXTS[1], hidden)
    assert chapter.works[0].blocks[-1].text == "动着动着，就……"


@pytest.mark.parametrize(
    ("top", "form"),
    [
        (f"{_TITLE}怎么写", f"{_TITLE} 【篇#】1200字"),
        (f"{_TITLE}（精选3篇）", f"{_TITLE}篇#（900字）"),
        (f"{_TITLE}（精选3篇）", f"【篇#】{_TITLE} 约800字"),
        (f"2024{_TITLE}3篇", f"{_TITLE} 第#篇 1500字左右"),
        (f"2024{_TITLE}3篇", f"{_TITLE}范文# 1000字"),
        (f"{_TITLE}（精选3篇）", f"{_TITLE}# 800字"),
    ],
)
def test_the_length_of_a_text_behind_its_header(top: str, form: str) -> None:
    heads = (form.replace("#", str(number)) for number in (1, 2, 3))
    lines = [line for pair in zip(heads, _TEXTS, strict=True) for line in pair]
    book = of_lines(top, "", _INTRODUCTION, *lines)
    assert [chapter.title for chapter in book] == [_TITLE] * 3
    assert ["".join(b.text for b in c.works[0].blocks) for c in book] == list(_TEXTS)
    assert not any("字" in c.marker + c.works[0].title for c in book)


@pytest.mark.parametrize(
    ("top", "form"),
    [
        (f"2024年{_TITLE}范本三篇", f"{_TITLE}精选三篇（#）"),
        (f"{_TITLE}(通用3篇)", f"{_TITLE}通用3篇第#篇"),
        (f"{_TITLE}三篇", f"{_TITLE}范文三篇【篇#】"),
    ],
)
def test_what_only_the_title_of_all_says_in_those_of_the_texts(top: str, form: str) -> None:
    heads = (form.replace("#", number) for number in "一二三")
    lines = [line for pair in zip(heads, _TEXTS, strict=True) for line in pair]
    book = of_lines(top, "", _INTRODUCTION, *lines)
    assert [chapter.title for chapter in book] == [_TITLE] * 3
    assert [c.marker for c in book] == [
        form.replace("#", n)[-len(c.marker) :] for c, n in zip(book, "一二三", strict=True)
    ]
    assert ["".join(b.text for b in c.works[0].blocks) for c in book] == list(_TEXTS)


@pytest.mark.parametrize("gap", ["", " ", "\n"])
def test_titles_in_book_marks_behind_the_number(gap: str) -> None:
    names = ("守山人", "一只雀鹰", "隔离带")
    lines = [
        f"{_TITLE}三篇（{number}）《{name}》{gap}{text}"
        for number, name, text in zip("一二三", names, _TEXTS, strict=True)
    ]
    book = of_lines(f"{_TITLE}精选三篇", "", *lines)
    assert [(c.marker, c.title) for c in book] == [
        (f"（{number}）", f"《{name}》") for number, name in zip("一二三", names, strict=True)
    ]
    assert ["".join(b.text for b in c.works[0].blocks) for c in book] == list(_TEXTS)


@pytest.mark.parametrize("form", ["【{}{}：{}】", "{}{}：{}", "{}（{}）：{}"])
def test_titles_behind_the_colon_of_the_number(form: str) -> None:
    names = ("守山人", "一只雀鹰，养了七天", "隔离带")
    heads = (form.format(_TITLE, n, own) for n, own in zip("一二三", names, strict=True))
    lines = [line for pair in zip(heads, _TEXTS, strict=True) for line in pair]
    book = of_lines(f"{_TITLE}三篇", _INTRODUCTION, *lines)
    assert [c.title for c in book] == list(names)
    assert [c.works[0].title for c in book] == list(names)
    assert ["".join(b.text for b in c.works[0].blocks) for c in book] == list(_TEXTS)


def test_books_that_texts_behind_the_number_tell_of() -> None:
    tells = ("《守山人》是一部好书。", "《一只雀鹰》讲了护林的事。", "《隔离带》让我想了很久。")
    lines = [
        f"{_TITLE}（{number}）{tell}{_TEXTS[0]}"
        for number, tell in zip("一二三", tells, strict=True)
    ]
    assert titles(f"{_TITLE}三篇", "", *lines) == [_TITLE] * 3


def test_the_length_of_a_text_behind_the_title_of_all() -> None:
    lines = [
        f"篇{number} 2023年{_TITLE}大全1{number}60字\n{text}"
        for number, text in enumerate(_TEXTS, 1)
    ]
    book = of_lines(f"2023年{_TITLE}大全", *lines)
    assert ["".join(b.text for b in c.works[0].blocks) for c in book] == list(_TEXTS)
    assert [c.title for c in book] == [f"2023年{_TITLE}大全1{n}60字" for n in (1, 2, 3)]


@pytest.mark.parametrize("form", ["【第{}篇】{}", "第{}篇：{}", "篇{} {}"])
def test_the_length_in_a_title_is_a_part_of_it(form: str) -> None:
    own = ("机关护林心得体会1500字", "学校护林心得怎么写900字", "乡镇护林体会范文1800字")
    lines = [
        line for n, title in enumerate(own, 1) for line in (form.format(n, title), _TEXTS[n - 1])
    ]
    assert titles("护林心得体会", *lines) == list(own)


def test_a_list_of_the_texts_with_marks_of_another_form() -> None:
    rows = "\n".join(f"篇{n}：{_TITLE}" for n in (1, 2, 3))
    texts = "\n".join(
        f"{n}.{_TITLE} 篇{'一二三'[n - 1]}\n{text}" for n, text in enumerate(_TEXTS, 1)
    )
    source = f"{_TITLE}（精选3篇）\n{_INTRODUCTION}\n{rows}\n{texts}\n"
    assert [(c.marker, c.title) for c in chapters(source)] == [
        (mark, _TITLE) for mark in ("篇一", "篇二", "篇三")
    ]
    assert len(front(source)) == 5


def test_the_title_of_all_before_a_mark_goes_as_a_title_said_again() -> None:
    heads = ("守山的一夜", "雀鹰", "隔离带")
    lines = [f"{_TITLE}三篇"]
    for number, (head, text) in enumerate(zip(heads, _TEXTS, strict=True)):
        lines += [f"【{_TITLE}{'一二三'[number]}：{head}】", text, _TEXTS[0]]
    source = "\n".join(lines)
    span = parse.outline(source).chapters[1]
    parsed = parse.chapter(source[span.start : span.end], span)
    assert parsed.chapter is not None
    assert (parsed.chapter.marker, parsed.chapter.title) == ("二", "雀鹰")
    gone = [edit.rule for edit in parsed.edits if _TITLE in edit.old]
    assert gone == ["doubled-title"]
