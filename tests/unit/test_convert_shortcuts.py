"""The converter looks for cheap signs before it tries a dear pattern: they miss nothing."""

from __future__ import annotations

import itertools
import re

import pytest
from compilation import normalise
from compilation.body import pour, reading
from compilation.divisions import poured
from compilation.marks import headers
from compilation.render import escape
from compilation.signatures import byline, labels, names, particulars
from compilation.signatures.reading import plain
from compilation.text import dates, signs, tracking
from compilation.text.variants import forms
from compilation.web import noise, registers, stamps
from hypothesis import given
from hypothesis import strategies as st

#: Characters on which the shortcuts turn, among common ones.
ODD = st.text(
    st.sampled_from(
        "一十第（(〔﹙①⒈⑴㈠1２、.．）)章,;\"'-—…·。<&[{`$#/:\\字a 此致"
        "\n\t\u3000\u00a0\u200b\ufeff\u0001"
    ),
    max_size=24,
)


@given(ODD)
def test_blanks_are_seen(text: str) -> None:
    assert signs.has_blank(text) or not re.search(f"[{signs.BLANK}]", text)
    assert signs.squeeze(text) == re.sub(f"[{signs.BLANK}]+", "", text)


@given(ODD)
def test_control_characters_are_seen(text: str) -> None:
    assert not reading.CONTROL.search(text) or not text.isprintable()


@given(ODD)
def test_the_first_character_tells_which_marks_to_try(text: str) -> None:
    tried = [(form, found) for form, one in signs._MARKS if (found := one.match(text))]
    known = [(form, one.match(text)) for form, one in signs._MARKS_BY_FIRST.get(text[:1], ())]
    assert [form for form, found in known if found] == [form for form, _ in tried]


@given(ODD, st.integers(0, 24), st.integers(0, 24))
def test_a_text_without_markup_can_be_cut_anywhere(text: str, start: int, end: int) -> None:
    part = text[start:end]
    if part and not escape.has_markup(text):
        assert escape.text(part) == escape.text(part, False) == part


@given(ODD)
def test_no_mark_is_lost_where_none_ends(text: str) -> None:
    assert pour._END_OF_MARK.search(text, 1) or not pour._LOST_MARK.search(text, 1)


@given(ODD)
def test_the_core_of_a_text_is_its_letters_of_half_width(text: str) -> None:
    half = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    assert signs.core(text) == re.sub(rf"[^{signs.HAN}A-Za-z0-9]+", "", half)


@pytest.mark.parametrize("pattern", [names._OFFICE, names._UNIT])
def test_no_end_of_a_body_or_office_is_longer_than_what_is_looked_at(
    pattern: re.Pattern[str],
) -> None:
    words = re.sub(r"\[[^]]*\]|\(\?:[^()]*\)", "字", pattern.pattern)
    longest = max(len(word) for word in re.findall("[\u4e00-\u9fff]+", words))
    assert longest <= names._LONGEST_END


@pytest.mark.parametrize(
    ("pattern", "last"),
    [(names._OFFICE, names._OFFICE_ENDS), (names._UNIT, names._UNIT_ENDS)],
    ids=("office", "body"),
)
def test_no_office_or_body_ends_with_another_character(
    pattern: re.Pattern[str], last: frozenset[str]
) -> None:
    parts = re.findall("[\u4e00-\u9fff]", pattern.pattern)
    assert {c for c in parts if pattern.search(c)} <= last
    words = {a + b for a, b in itertools.product(set(parts), repeat=2)}
    assert {word[-1] for word in words if pattern.search(word)} <= last


@given(st.text(st.sampled_from("中华民国二〇一九元年2019 -./月日"), max_size=16))
def test_no_date_is_without_a_year(text: str) -> None:
    assert dates._YEARS.search(text) or not dates._DATE.search(text)


@given(st.text(st.sampled_from("字。！…—.;：”）】》，"), max_size=12))
def test_the_last_character_tells_whether_to_look_for_an_end(text: str) -> None:
    assert signs.ends(text) == bool(signs.TERMINAL.search(text))


@given(st.text(st.sampled_from("栏欄目点击作者时间来源：: 2010-年篇"), min_size=1, max_size=16))
def test_what_a_page_says_of_its_text_has_a_colon(text: str) -> None:
    pattern = dict(noise._LINES)["noise-meta"]
    assert ":" in text or "：" in text or text[0] in "栏欄" or not pattern.fullmatch(text)


@given(st.text(st.sampled_from("a字,;"), max_size=12), st.sets(st.integers(0, 11)))
def test_characters_are_exchanged_as_if_by_revising(text: str, some: set[int]) -> None:
    table = {",": "，", ";": "；"}
    places = [at for at, character in enumerate(text) if character in table and at in some]
    plain = tracking.Tracked(text, 7, 7 + len(text))
    changes = [tracking.Change(at, at + 1, table[text[at]], "punctuation") for at in places]
    assert tracking.exchange(plain, places, table, "punctuation") == tracking.revise(plain, changes)


@given(st.text(st.sampled_from("作者王和平县局，,。；！？（）(【】：男同志 a"), max_size=20))
def test_what_stands_before_the_end_of_a_sentence_is_no_byline(text: str) -> None:
    assert not byline._SENTENCE_BEFORE.search(text) or byline.PROSE.search(plain(text) or text)


@given(st.text(st.sampled_from("学号编电话指导老师：: 12a王和平同志"), max_size=14))
def test_numbers_of_a_pupil_have_a_colon_and_a_comrade_is_one_at_the_end(text: str) -> None:
    assert ":" in text or "：" in text or not particulars._NUMBERED.search(text)
    assert text[-1:] == "志" or not particulars._COMRADE.search(text)


@given(st.text(st.sampled_from("罗小梅口述整理執執笔筆记錄"), max_size=8))
def test_what_a_name_did_for_the_text_is_taken_off(text: str) -> None:
    assert labels.without_role(text) == labels._ROLE.sub("", text)


@given(
    st.text(
        st.sampled_from("1（【第篇范文心得体會會Ｐpart一字、： \u3000a＊★①"),
        min_size=2,
        max_size=12,
    )
)
def test_a_line_with_an_explicit_mark_begins_like_one(text: str) -> None:
    matched = any(pattern.match(text) for _, pattern in headers._EXPLICIT)
    names = headers._NAMES_TEXT.search(text) is not None
    assert headers._may_begin_explicitly(text, names) or not matched


@given(st.text(st.sampled_from("字。！：” \u3000\t\u00a0，"), max_size=24))
def test_line_breaks_that_were_lost_left_blanks(text: str) -> None:
    patterns = (poured._LOST_INDENT, poured._WIDE, poured.POURED)
    assert signs.has_blank(text) or not any(pattern.search(text) for pattern in patterns)


#: Pieces of the lines that say who runs a site, and of others.
OF_SITES = (
    "主办 承辦 单位 ICP 备 備 公网安备 公網安備 网站标识码 網站標識碼 版权所有 版權所有 copyright "
    "Copyright 建议 推薦 使用 浏览 ： : 字 电话 "
)


@given(st.lists(st.sampled_from(OF_SITES.split(" ")), min_size=1, max_size=8).map("".join))
def test_who_runs_a_site_is_said_with_known_words(text: str) -> None:
    assert registers._MAY_BE_BY.search(text) or not registers._RUN_BY.fullmatch(text)


@given(st.text(st.sampled_from("当位置导航導首主页頁网>＞»›：: 字\u3000"), min_size=1, max_size=16))
def test_a_breadcrumb_has_steps_or_says_what_it_is(text: str) -> None:
    pattern = dict(noise._LINES)["noise-breadcrumb"]
    assert noise._may_match("noise-breadcrumb", text) or not pattern.fullmatch(text)


@given(st.text(st.sampled_from(",;:?!()\"'—―-.。·－…”’字a \u3000"), max_size=10))
def test_a_text_without_a_hint_is_normal(text: str) -> None:
    plain = tracking.Tracked(text, 0, len(text))
    whole = normalise._full_stop(normalise._spaces(normalise._punctuation(plain)))
    assert normalise._HINT.search(text) or whole == plain


STAMPED = st.lists(
    st.sampled_from(
        "[ 来源 ： 学科网 ] （ 找 看 更多 文章 范文 到 请上 样例网 文库 ） wWw. a.cn "
        "ｗｗｗ ． ａｂｃ 内容来自 dedecms copyright 织梦 -- == 本文由 小编 整理 。 ， "
        "转载请 注明 出处 本文来源于 网络 尽在 關注 更多範文 請到 轉載請 註明".split()
    ),
    max_size=9,
).map("".join)


@given(STAMPED)
def test_what_a_site_puts_into_a_sentence_has_a_hint(text: str) -> None:
    hinted = any(word in text for word in forms(stamps.HINTS)) or stamps.leads_to_site(text)
    assert hinted or not stamps.PHRASES.search(text)
