"""Properties of the converter that must hold for any text whatever."""

from __future__ import annotations

import json
from functools import cache

from compilation import account, chapters, decode, jsonform, parse, slogans, structure
from compilation.model import Book
from compilation.problems import ConversionError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FRAGMENTS = [
    "第一篇:", "第二篇：", "第2篇 ", "篇一：", "【篇3】", "范文四：", "(一)", "1", "1、",
    "一、", "（二）", "二、", "①", "1.", "十二、", "一是", "第一，", "创先争优活动心得体会",
    "个人剖析材料", "——在会上的发言", "--副题", "靳", "文 2010年12月7日", "庄 严",
    "地三站收费站党支部书记 庄 严", "2010年10月20日", "此致", "敬礼", "同志们：",
    "附件：1.名单", "盖镇委〔2017〕48号", "（刘某某）", "。", "，", ",", "、", ":", "；", "“",
    "”", "(", ")", "《", "》", "……", "...", "--", "—", "\n", "\n\n", "\r\n", "\r",
    "\u3000\u3000", "\xa0", "\t", "    ", " ", "\u200b", "\ufeff", "\x00", "\x0c", "\ue000",
    "\u2028", "第2页 共2页", "- 3 -", "【字号 大 中 小】", "[下载本文]",
    "当前位置：首页 > 范文", "上一篇：无", "www.example.com",
    "（本文来自范文网www.example.com）", "时间:04-11 作者:段平 栏目:总结", "____", "xx", "**镇",
    "我们要把学习放在首位，建立学习型党组织，提升党组织处理新时期党建工作难点的水平",
    "工作作风有待改进", "110KV", "4.2米", "{include} /etc/passwd", "<script>",
    "[x](javascript:alert(1))", "$x$", "#", "`", "|", "---", ":::", "{{ x }}", "\\", "&amp;",
    "<!-- -->", "𠮷", "政 府 工 作 报 告", "R# '% p~ F;", "⼊党⽇志", "2、开会，提出三条",
    "9守堤的那一夜", "守堤的那一夜", "主讲人：周敏", "微党课主题：守堤", "★ ", "《守堤》",
    "某 某 县 水 利 局 文 件", "摘自《水利报》", "审计科", "1.png", "某某 发表于 2012-6-21 10:02",
    "防汛工作心得(精选2篇)", "防汛工作心得 篇1", "表态发言稿1各位领导：", "守堤之夜（周敏）",
    "第一党小组", "办公室周敏 中共党员", "县医院退休职工", "手机：13900000000", "目 录",
]  # fmt: skip
TEXT = st.lists(
    st.one_of(
        st.sampled_from(FRAGMENTS), st.text(max_size=12), st.sampled_from(["\n", "\n", "。\n"])
    ),
    max_size=60,
).map("".join)
SLOW = settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))


#: A decoded text, its book and pages.
Model = tuple[str, tuple[Book, list[str]]]


@cache
def matcher() -> slogans.Matcher:
    return slogans.Matcher(slogans.Glossary())


def convert(text: str) -> tuple[Book, list[str]]:
    outline = parse.outline(text)
    job = chapters.Job(text, (), structure.NONE, matcher(), frozenset(), True, False, "Hans")
    spans = [outline.front] if outline.front else []
    done = [chapters.process(job, span) for span in [*spans, *outline.chapters]]
    parsed = [d.parsed for d in done if d.parsed]
    book = Book(
        tuple(b for p in parsed for b in p.front),
        tuple(p.chapter for p in parsed if p.chapter),
        tuple(e for p in parsed for e in p.edits),
    )
    return book, [d.page for d in done]


def plain(text: str) -> str:
    """Give text as ``decode`` gives it: line feeds only."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@SLOW
@given(TEXT)
def test_undoing_the_edits_gives_the_source(text: str) -> None:
    text = plain(text)
    book, _ = convert(text)
    pieces = account.pieces_of(book)
    edited = "\n".join(piece.text for piece in pieces)
    assert account.prove_text(edited, book.edits, text) is None
    for piece in pieces:
        assert "\n" not in piece.text
    offsets = [edit.offset for edit in book.edits]
    assert offsets == sorted(offsets)
    for edit in book.edits:
        assert text[edit.offset : edit.offset + len(edit.old)] == edit.old


@SLOW
@given(TEXT)
def test_converting_twice_gives_the_same(text: str) -> None:
    text = plain(text)
    assert convert(text) == convert(text)


@SLOW
@given(TEXT)
def test_ids_are_unique_and_every_block_has_text(text: str) -> None:
    book, _ = convert(plain(text))
    blocks = [*book.front, *book.blocks()]
    assert len({block.id for block in blocks}) == len(blocks)
    for block in blocks:
        assert block.text.strip()
        assert 0 <= block.run_in < len(block.text)
        assert (block.level > 0) >= (block.kind == "heading")


#: Prose that tells its charset: every character of it is in GB18030 and in Big5.
PROSE = (
    "我是一名普通的工人，今年在工作中做了不少事，心中有很多想法。大家要一同努力，把事做好。\n" * 8
)


def encodable(text: str, codec: str) -> bool:
    try:
        return text.encode(codec).decode(codec) == text
    except UnicodeEncodeError:
        return False


def check_encoding(text: str, codec: str, bom: str, model: Model, charset: str = "") -> None:
    """Decode a text from an encoding; it must be what UTF-8 gives, and so must the model."""
    try:
        decoded = decode.decode((bom + text).encode(codec))
    except ConversionError as error:
        assert error.problems[0].code.value in ("binary", "file-empty")
        return
    assert decoded.charset.startswith(charset)
    assert (decoded.text, convert(decoded.text)) == model


def as_utf8(text: str) -> Model:
    wanted = decode.decode(b"\xef\xbb\xbf" + text.encode("utf-8", "ignore")).text
    return wanted, convert(wanted)


@SLOW
@given(TEXT.filter(lambda text: text.strip() and "\x00" not in text))
def test_a_unicode_encoding_does_not_change_the_model(text: str) -> None:
    model = as_utf8(text)
    for codec, bom in (
        ("utf-8", ""),
        ("utf-16", ""),
        ("utf-16-le", "\ufeff"),
        ("utf-16-be", "\ufeff"),
    ):
        if codec != "utf-8" or not text.startswith("\ufeff"):
            check_encoding(text, codec, bom, model)


@SLOW
@given(TEXT.filter(lambda text: "\x00" not in text and encodable(text, "gb18030")))
def test_gb18030_does_not_change_the_model(text: str) -> None:
    text = PROSE + text
    check_encoding(text, "gb18030", "", as_utf8(text), "GB18030")


@SLOW
@given(TEXT)
def test_big5_does_not_change_the_model(text: str) -> None:
    known = "".join(c for c in text if c != "\x00" and encodable(c, "cp950"))
    text = PROSE + known
    check_encoding(text, "cp950", "", as_utf8(text), "Big5")


@SLOW
@given(st.binary(max_size=300))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    try:
        decoded = decode.decode(data)
    except ConversionError as error:
        assert str(error)
        return
    convert(decoded.text)


@SLOW
@given(TEXT.filter(lambda text: text.strip()))
def test_the_json_is_json(text: str) -> None:
    text = plain(text)
    outline = parse.outline(text)
    for span in outline.chapters:
        shown, edits = jsonform.part(parse.chapter(text[span.start : span.end], span))
        assert json.loads(shown)["number"] == span.number
        json.loads(f"[{edits}]")
