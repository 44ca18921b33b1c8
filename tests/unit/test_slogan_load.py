"""The slogan file: what is accepted, what is refused, and in which words."""

from __future__ import annotations

import sys
import textwrap
from collections import Counter

import pytest
from compilation import slogans
from compilation.problems import Code, ConversionError, Problem
from compilation.slogans import numerals, reading
from hypothesis import given
from hypothesis import strategies as st

ENTRY = """
  - term: {term}
    kind: {kind}
    level: 全国
    explanation: 说明。
    origin: 待考
"""


def entry(term: str, more: str = "", kind: str = "活动") -> str:
    text = ENTRY.format(term=term, kind=kind)
    return text + textwrap.indent(textwrap.dedent(more), "    ")


def book(*entries: str, tail: str = "") -> str:
    return "slogans:" + "".join(entries) + tail


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ConversionError) as caught:
        slogans.parse(text, "口号.yaml")
    return caught.value.problems


def only(text: str) -> Problem:
    (problem,) = problems(text)
    return problem


def test_a_plain_entry_gets_its_reading_and_its_id():
    glossary = slogans.parse(book(entry("三会一课")))
    (one,) = glossary.entries
    assert (one.pinyin, one.id, one.line) == ("sān huì yī kè", "slogan-san-hui-yi-ke", 2)
    assert one.origin is None
    assert one.origin_text == "待考"


def test_all_fields_arrive():
    text = """
    documents:
      zhang: {title: 《党章》, issuer: 大会, date: 2007-10-21}
    slogans:
      - term: 两个好
        id: slogan-two
        pinyin: liǎng gè hǎo
        english: Two Goods
        literal: two good
        kind: 数字口号
        level: 地方
        explanation: >-
          第一行，
          第二行 two
          words。
        members:
          - {text: 甲好, in: [e01a-p2, e02b-h1]}
          - {text: 乙好, document: {ref: zhang, note: 第二条}}
        origin: {title: 《通知》, issuer: 某部, date: 2010-04}
        sources: [zhang]
        variants: [二好, {form: 两各好, kind: 误写, note: 音近}]
        related: [三会一课]
        not_in: [两个好人]
      - {term: 三会一课, kind: 机制, level: 全国, explanation: 说明。, origin: 待考}
    rejected:
      - {phrase: 好, reason: 单字}
    """
    glossary = slogans.parse(textwrap.dedent(text))
    one = glossary.by_form["两各好"]
    assert one.explanation == "第一行，第二行 two words。"
    assert one.origin_text == "《通知》（某部，2010年4月）"
    assert one.members[0].places == ("e01a-p2", "e02b-h1")
    assert one.members[1].document == slogans.Document("《党章》", "大会", "2007-10-21", "第二条")
    assert one.sources[0].title == "《党章》"
    assert one.variants[1] == slogans.Variant("两各好", slogans.VariantKind.SLIP, "音近")
    assert [e.id for e in glossary.sorted] == ["slogan-two", "slogan-san-hui-yi-ke"]
    assert glossary.rejected[0].line == 26


def test_digits_and_dates_stay_text():
    text = book(entry("12243", "members_note: 待考。\n", kind="数字口号"))
    (one,) = slogans.parse(text).entries
    assert one.term == "12243"
    assert one.pinyin == "yī èr èr sì sān"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "词汇表里什么也没有"),
        ("slogans: 3\n", 1, "应当是一个列表"),
        ("slogan: []\n", 1, "不认识的键“slogan”"),
        ("slogans:\n  - term: 三会\n   kind: x\n", 3, "YAML 写法有误"),
        ("slogans: [\n", 2, "YAML 写法有误"),
        ("slogans:\n  - {term: 一}\n    x\n", 3, "YAML 写法有误"),
        ("slogans: []\nslogans: []\n", 2, "同一处写了两个“slogans”"),
        ("a: &a [1]\nb: *a\n", 2, "锚点"),
        ("slogans: " + "[" * 100_000, 1, "套得太深"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text, line, words):
    found = problems(text)
    assert any(words in problem.message + problem.advice for problem in found)
    assert {(problem.file, problem.line) for problem in found} == {("口号.yaml", line)}


def test_an_entry_without_a_name_is_named_by_its_number():
    text = (
        "slogans:\n  - {term: 三会一课, kind: 机制, level: 全国, explanation: 好。, origin: 待考}\n"
    )
    problem = only(text + "  - {kind: 机制, level: 全国, explanation: 好。, origin: 待考}\n")
    assert str(problem) == "口号.yaml:3:5: “第 2 条”：缺少 term。请补上。 [slogan-invalid]"


@pytest.mark.parametrize(
    ("more", "line", "words"),
    [
        ("colour: red", 7, "不认识的键“colour”"),
        ("members: [{text: 甲}]", 7, "成员没有注明出处"),
        ("members:\n  - {text: 甲, in: [第三段]}", 8, "e03a-p7"),
        ("sources: [没登记]", 7, "sources 的值“没登记”不合规定"),
        ("sources: [wei-deng-ji]", 7, "文件代号“wei-deng-ji”没有登记"),
        ("sources: [{issuer: 某部}]", 7, "文件没有标题"),
        ("sources: [{title: 《通知》, date: 2010-13}]", 7, "日期写成"),
        ("sources: [{title: 《通知》, date: 2010-02-30}]", 7, "没有“2010-02-30”这一天"),
        ("id: 三会", 7, "id 以 slogan- 开头"),
        ("pinyin: sān huì", 7, "有 4 个字，拼音有 2 个音节"),
        ("pinyin: sān huì yī kě", 7, "“kě”不是“课”的读音"),
        ("related: [没有的词条]", 7, "related 里的“没有的词条”不是词条"),
        ("related: [三会一课]", 7, "related 里写了它自己"),
        ("variants: [三会一课]", 7, "写了两次"),
        ("variants: [会]", 7, "只有一个字"),
        ("variants:\n  - {form: 三会, kind: 别称}", 8, "只能是：异称、简称、全称、误写"),
        ("not_in: [四会]", 7, "并不包含这个词条"),
        ("explanation:", 7, "两个“explanation”"),
        ("english:", 7, "是空的"),
    ],
)
def test_a_mistake_names_the_entry_the_line_and_the_remedy(more, line, words):
    problem = only(book(entry("三会一课", more)))
    assert words in problem.message + problem.advice
    assert problem.line == line
    assert problem.advice
    if problem.code is not Code.YAML_BROKEN and "没有登记" not in problem.message:
        assert "“三会一课”" in problem.message


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (book(entry("三会一课", "english:")), "请填写，没有内容就删去这个键。"),
        (
            book("\n- {term: , kind: 机制, level: 全国, explanation: 甲。, origin: 待考}"),
            "请填写。",
        ),
        (
            book("\n- {term: 三会一课, kind: , level: 全国, explanation: 甲。, origin: 待考}"),
            "请填写，只能是：数字口号、活动、理论、机制、组织用语、修辞。",
        ),
        ("slogans:\n", "请填写；一条也没有，写作 slogans: []。"),
        ("slogans:\n-\n", "请填写，或删去这一项前面的“-”。"),
    ],
)
def test_what_is_empty_is_to_be_filled_in_or_left_out(text: str, advice: str):
    problem = only(text)
    assert problem.message.endswith("是空的。")
    assert problem.advice == advice


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        ("{title: 《通知》, date: 2012年5月}", "2:26", "“tongzhi”：date 的值“2012年5月”不合规定"),
        ("{title: 《通知》, date: 2012.5}", "2:26", "日期写成 2010、2010-04"),
        ("{title: 《通知》, date: 2012-02-30}", "2:26", "“tongzhi”：没有“2012-02-30”这一天"),
        ("{titel: 《通知》}", "2:13", "“tongzhi”：不认识的键“titel”"),
        ("{issuer: 某局}", "2:3", "“tongzhi”：缺少 title"),
        ("{title: 《通知》, place: 县里}", "2:26", "“tongzhi”：不认识的键“place”"),
        ("{title: [甲, 乙]}", "2:13", "“tongzhi”：title的写法不对。它应当是一段文字"),
        ("《通知》", "2:3", "“tongzhi”：这份文件的写法不对。它应当是一组“键: 值”"),
        ("", "2:3", "“tongzhi”：这份文件是空的"),
    ],
)
def test_a_mistake_in_a_document_names_it_and_its_place(document, place, words):
    found = problems(f"documents:\n  tongzhi: {document}\n" + book(entry("三会一课")))
    assert [str(one) for one in found if words in str(one)]
    assert all(str(one).startswith("口号.yaml:2:") and "“tongzhi”" in str(one) for one in found)
    assert any(str(one).startswith(f"口号.yaml:{place}: ") for one in found)
    assert len(found) == 1 or "titel" in document  # unknown, and the one it stands for is missing


def test_a_code_of_a_document_that_cannot_be_one():
    problem = only("documents:\n  某局通知: {title: 《通知》}\n" + book(entry("三会一课")))
    assert (problem.line, problem.column) == (2, 3)
    assert problem.message == "文件代号“某局通知”不合规定。"
    assert "小写字母" in problem.advice


def test_a_date_that_there_is_not_is_told_once_where_it_stands():
    documents = "documents:\n  tongzhi: {title: 《通知》, date: 2012-02-30}\n"
    text = documents + book(entry("三会一课", "sources: [tongzhi]"))
    problem = only(text.replace("origin: 待考", "origin: tongzhi"))
    assert (problem.line, problem.column) == (2, 26)


def test_all_mistakes_of_a_file_are_told_at_once_in_its_order():
    text = book(
        entry("三会一课", "related: [甲乙]"), entry("五个好", "related: [丙丁]"), entry("课")
    )
    found = problems(text)
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert len(found) == 3


def test_two_entries_with_one_name():
    problem = only(book(entry("三会一课"), entry("三会一课")))
    assert problem.code is Code.SLOGAN_DUPLICATE
    assert problem.line == 8
    assert "已经属于第 2 行的词条“三会一课”" in problem.message


def test_two_entries_with_one_variant():
    text = book(entry("三会一课", "variants: [三一制]"), entry("五带头", "variants: [三一制]"))
    problem = only(text)
    assert problem.code is Code.SLOGAN_DUPLICATE
    assert "“三一制”已经属于第 2 行的词条“三会一课”" in problem.message


def test_a_variant_that_is_another_entry():
    problem = only(book(entry("三会一课"), entry("五带头", "variants: [三会一课]")))
    assert problem.code is Code.SLOGAN_DUPLICATE


def test_two_entries_with_one_id():
    problem = only(book(entry("四议两公开"), entry("四仪两公开")))
    assert problem.code is Code.SLOGAN_DUPLICATE
    assert "另写 id" in problem.advice


def test_related_to_a_variant_names_the_entry():
    text = book(entry("三会一课", "variants: [三一制]"), entry("五带头", "related: [三一制]"))
    assert "请写“三会一课”" in only(text).advice


@pytest.mark.parametrize(
    "term",
    [
        "课",
        "“三会”一课",
        "三会*一课",
        "三会<b>一课",
        "三会 一课",
        "'`三会`一课'",
        "三会$一课",
        "三\u200b会",
        "ab",
    ],
)
def test_a_single_character_markup_quotes_or_blanks_in_a_term_are_refused(term):
    problem = only(book(entry(term)))
    assert problem.code is Code.SLOGAN_INVALID
    assert problem.line == 2
    assert "词条名" in problem.message


def test_quotation_marks_are_allowed_in_a_variant():
    text = book(entry("三个代表", "variants: [“三个代表”重要思想]"))
    assert "“三个代表”重要思想" in slogans.parse(text).by_form


def members(count: int) -> str:
    lines = [f"  - {{text: 第{n}, in: [e01a-p1]}}\n" for n in range(count)]
    return "members:\n" + "".join(lines)


@pytest.mark.parametrize(("term", "count"), [("五个好", 5), ("三会一课", 4), ("双培双带", 4)])
def test_members_as_many_as_the_numeral(term, count):
    slogans.parse(book(entry(term, members(count), kind="数字口号")))
    problem = only(book(entry(term, members(count - 1), kind="数字口号")))
    assert problem.code is Code.SLOGAN_MEMBERS
    assert f"成员却有 {count - 1} 个" in problem.message
    slogans.parse(book(entry(term, "members_note: 其余待考。", kind="数字口号")))


def test_a_numeric_formula_without_members_must_say_why():
    assert only(book(entry("五个好", kind="数字口号"))).code is Code.SLOGAN_MEMBERS


def test_a_numeric_formula_without_a_numeral_is_none():
    assert "没有数字" in only(book(entry("大政工", kind="数字口号"))).message


def test_rejected_and_entry_at_once():
    tail = "rejected:\n  - {phrase: 三会一课, reason: 不收}\n"
    assert only(book(entry("三会一课"), tail=tail)).code is Code.SLOGAN_DUPLICATE


@pytest.mark.parametrize(
    ("term", "number"),
    [
        ("五个好", 5),
        ("四议两公开", 6),
        ("一组双培三共建", 6),
        ("12243", 12),
        ("十个严禁", 10),
        ("二十四字", 24),
        ("八荣八耻", 16),
        ("3个代表", 3),
        ("4+2工作法", 6),
        ("百年大计", None),
        ("千方百计", None),
        ("大政工", None),
        ("三个一", 3),
        ("五個一工程", 5),
    ],
)
def test_members_announced(term, number):
    assert numerals.members_announced(term) == number


@given(st.integers(1, 99))
def test_numerals_are_read_as_they_are_spelt(number):
    assert numerals.members_announced(numerals.spell(number) + "个") == number


def test_readings_follow_the_dictionary():
    assert reading.compute("一个党员一面旗帜") == "yī gè dǎng yuán yī miàn qí zhì"
    assert reading.slug("lǜ sè") == "slogan-lv-se"
    order = ["mā", "má", "mǎ", "mà", "ma", "mái", "lǘ"]
    assert sorted(order, key=reading.sort_key) == ["lǘ", "mā", "má", "mǎ", "mà", "ma", "mái"]


def test_a_wrong_reading_can_be_put_right():
    (one,) = slogans.parse(book(entry("长效机制", "pinyin: cháng xiào jī zhì"))).entries
    assert one.id == "slogan-chang-xiao-ji-zhi"


def test_a_missing_file_is_a_problem_not_a_traceback(tmp_path):
    with pytest.raises(ConversionError) as caught:
        slogans.load(tmp_path / "没有.yaml")
    assert caught.value.problems[0].code is Code.FILE_MISSING


def test_a_file_in_another_charset(tmp_path):
    path = tmp_path / "slogans.yaml"
    path.write_bytes("slogans:\n  - term: 三会一课\n".encode("gb18030"))
    with pytest.raises(ConversionError) as caught:
        slogans.load(path)
    assert caught.value.problems[0].code is Code.UNDECODABLE
    assert caught.value.problems[0].line == 2


def test_the_cost_of_loading_grows_with_the_entries_not_with_their_square():
    signs = "创先争优会课议公开培带承诺服务组织"
    terms = [a + b + c + d for a in signs for b in signs for c in signs for d in "甲乙"]

    def calls(number: int) -> int:
        text = book(*(entry(term, f"id: slogan-n{n}") for n, term in enumerate(terms[:number])))
        counted: Counter[str] = Counter()
        sys.setprofile(lambda frame, event, value: counted.update([event]))
        try:
            loaded = slogans.parse(text)
        finally:
            sys.setprofile(None)
        assert len(loaded.entries) == number
        return counted["call"] + counted["c_call"]

    calls(10)  # what is read or made once
    assert calls(800) < 5 * calls(200)
