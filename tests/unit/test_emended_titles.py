"""What stands over a text can be emended: title, subtitle, byline, marker; and the front."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from compilation import account, emend, emendations, output, parse, passages, pipeline
from compilation.decode import decode
from compilation.model import Book, Mention, Note
from compilation.own_words import simplified
from compilation.problems import ConversionError
from compilation.render import appendix, chapter
from compilation.render.chapter import page as chapter_page
from conftest import ROOT
from emended_books import BODY, CASE, TITLES, entry, settings


def test_undoing_all_edits_gives_the_source() -> None:
    options = pipeline.Settings(
        CASE / "input.txt", CASE, CASE / "editorial" / "slogans.yaml", CASE / "editorial"
    )
    book = pipeline.model(options)
    source = decode((CASE / "input.txt").read_bytes(), "input.txt").text
    edited = "\n".join(piece.text for piece in account.pieces_of(book))
    assert [chapter.title for chapter in book.chapters] == TITLES
    assert sum(edit.rule == "emendation" for edit in book.edits) == 9
    assert account.prove_text(edited, book.edits, source) is None


def test_the_json_is_what_the_schema_says(tmp_path: Path) -> None:
    schema = json.loads((ROOT / "scripts/compilation/model.schema.json").read_text("utf-8"))
    options = pipeline.Settings(
        CASE / "input.txt", tmp_path, CASE / "editorial" / "slogans.yaml", CASE / "editorial"
    )
    pipeline.write_json_file(options, tmp_path / "model.json")
    model = json.loads((tmp_path / "model.json").read_text("utf-8"))
    jsonschema.validate(model, schema)
    first, second, third = model["chapters"]
    assert [note["id"] for note in second["title_notes"]] == ["e02a-n1"]
    assert [note["other"] for note in third["marker_notes"]] == ["第二篇"]
    assert [n["other"] for line in first["works"][0]["byline"] for n in line["notes"]] == [
        "于得水",
        "13月",
    ]


@pytest.mark.parametrize(
    ("source", "emended"),
    [
        ("石桥小学  于 得 水", "石桥小学　于德水"),
        ("石桥小学  于 得 水", "石桥小学  于 德 水"),
        ("石桥小学　于得水", "石桥小学　于德水"),
    ],
)
def test_a_byline_may_be_quoted_as_the_source_has_it(
    tmp_path: Path, source: str, emended: str
) -> None:
    text = f"第一篇：学习体会\n{BODY}石桥小学  于 得 水\n2011年3月5日\n"
    (work,) = pipeline.model(settings(tmp_path, text, entry(source, emended))).chapters[0].works
    assert work.authors == ("于德水",)


@pytest.mark.parametrize(
    ("source", "emended", "title"),
    [
        ("的学的", "的学习的", "关于科学的学习的体会"),  # from the first line into the second
        ("学的学的", "学的习的", "关于科学的习的体会"),
        ("科学的学", "科技的学", "关于科技的学的体会"),
        ("的学", "地学", "关于科学地学的体会"),
        ("关于", "论", "论科学的学的体会"),
        ("体会", "体会一则", "关于科学的学的体会一则"),
        ("科学的学的体会", "学体会", "关于学体会"),
    ],
)
def test_a_title_over_two_lines(tmp_path: Path, source: str, emended: str, title: str) -> None:
    text = f"第一篇：关于科学的\n学的体会\n{BODY}张建国\n"
    (chapter,) = pipeline.model(
        settings(tmp_path, text, entry(source, emended, block="e01a-title"))
    ).chapters
    assert chapter.title == chapter.works[0].title == title
    (note,) = chapter.title_notes
    assert (title[note.start : note.end], note.other) == (emended, source)


def test_what_a_byline_says_is_read_anew(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n{BODY}县水利局　张建国\n2011年3月5日\n"
    entries = entry("水利局", "水务局", block="e01a-byline") + entry("张建国", "张建民")
    options = settings(tmp_path, text, entries + entry("3月", "5月"))
    (work,) = (work for _, work in pipeline.model(options).works())
    assert (work.authors, work.affiliation, work.date) == (("张建民",), "县水务局", "2011-05-05")
    assert [len(line.notes) for line in work.byline] == [2, 1]


def test_a_person_as_title_is_the_author_as_emended(tmp_path: Path) -> None:
    text = f"第一篇：党总支书记　邓丽\n{BODY}第二篇：教导主任　李小河\n{BODY}"
    book = pipeline.model(settings(tmp_path, text, entry("邓丽", "邓莉")))
    assert book.chapters[0].works[0].authors == ("邓莉",)


def test_a_doubtful_place_changes_nothing(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n{BODY}张建国\n2011年3月5日\n"
    entries = entry("建国", "建民", certainty="doubtful") + entry(
        "习体", "习心得体", certainty="doubtful"
    )
    book = pipeline.model(settings(tmp_path, text, entries))
    (chapter,) = book.chapters
    assert (chapter.title, chapter.works[0].authors) == ("学习体会", ("张建国",))
    assert chapter.title_notes[0].other == "习心得体"


@pytest.mark.parametrize(
    ("text", "source", "emended"),
    [
        (f"学习体会\n尊敬的各位领导：{BODY}张建国\n", "学习活动开", "教学活动开"),
        (f"第一篇：学习体会一、提高认识\n{BODY}", "学习体会", "教学体会"),
        (f"第一篇：学习体会一、提高认识\n{BODY}", "一、提", "二、提"),
    ],
)
def test_the_first_character_behind_a_break_that_was_put_in(
    tmp_path: Path, text: str, source: str, emended: str
) -> None:
    # The line feed that parts two pieces of one line is an insertion at the very offset where the
    # second begins: it is no part of what is emended.
    book = pipeline.model(settings(tmp_path, text, entry(source, emended)))
    pieces = [piece.text for piece in account.pieces_of(book)]
    assert [piece for piece in pieces if piece.startswith(emended)]


@pytest.mark.parametrize(("source", "emended"), [("——立足岗为", "——立足岗位"), ("为做", "位做")])
def test_the_dash_of_a_subtitle_may_be_quoted(tmp_path: Path, source: str, emended: str) -> None:
    text = f"第一篇：学习体会\n——立足岗为做贡献\n{BODY}"
    (work,) = pipeline.model(settings(tmp_path, text, entry(source, emended))).chapters[0].works
    assert work.subtitle == "立足岗位做贡献"
    (line,) = work.subtitle_text
    (note,) = line.notes
    assert "立足岗位做贡献"[note.start - 2 : note.end - 2] == emended.lstrip("—")
    assert note.other == source.lstrip("—")


def test_any_quotation_can_be_emended_and_undone() -> None:
    """Emend a reading in most passages of all golden cases; all edits undone give the source."""
    draw = random.Random(20)
    count = 0
    for case in sorted(CASE.parent.glob("*/input.txt")):
        source = decode(case.read_bytes(), case.name).text
        outline = parse.outline(source)
        for span in [outline.front, *outline.chapters]:
            if span is None:
                continue
            stretch = source[span.start : span.end]
            parsed = (parse.chapter if span.number else parse.front)(stretch, span)
            entries = [*_entries(parsed, draw)]
            emended, fits = emend.apply(parsed, entries)
            assert account.prove_span(emended, stretch, span) is None, case
            chapters = (emended.chapter,) if emended.chapter else ()
            book = Book(emended.front, chapters, ())
            listed = appendix.emendations_of(
                book, appendix.names_of_blocks(book, simplified), simplified
            )
            placed = sum(len(places) == 1 for places in fits.found.values())
            assert listed.count("\n- ") == placed
            count += placed
    assert count > 400


def test_a_place_in_a_chapter_without_a_mark_stands_apart_from_its_title() -> None:
    source = "读《守堤日记》有感\n　　这一夜雨没有停。\n\n一、换防\n　　早上八点换防。"
    (span,) = parse.outline(source).chapters
    chapter = parse.chapter(source, span).chapter
    assert chapter
    names = appendix.names_of_blocks(Book((), (chapter,), ()), simplified)
    title = "《读〈守堤日记〉有感》"
    assert list(names.values()) == [f"{title}第1段", f"{title}标题1", f"{title}第2段"]


@pytest.mark.parametrize(
    "case", sorted(CASE.parent.glob("*/input.txt")), ids=lambda c: c.parent.name
)
def test_every_piece_of_a_chapter_is_on_its_page(case: Path) -> None:
    source = decode(case.read_bytes(), case.name).text
    for span in parse.outline(source).chapters:
        chapter = parse.chapter(source[span.start : span.end], span).chapter
        assert chapter
        page = chapter_page(chapter, simplified)
        shown = re.sub(r"\\(.)|\*\*|\s", lambda m: m[1] or "", page.replace("&#12288;", ""))
        for piece in account.pieces_of(Book((), (chapter,), ())):
            assert passages.shown(re.sub(r"\s", "", piece.text)) in shown


def test_the_mark_of_one_text_of_a_set_is_emended(tmp_path: Path) -> None:
    one = f"{BODY}张建国\n"
    text = f"第一篇：学习体会二则\n（一）甲县的体会\n{one}（二）乙县的体会\n{one}"
    options = settings(tmp_path, text, entry("二", "贰", block="e01b-marker"))
    page, listed = _converted(options)
    assert "## （贰[^e01b-n1]）乙县的体会" in page
    assert "## （一）甲县的体会" in page
    assert "篇号](#e01b)：“**贰**”，原作“*二*”。" in listed


def _converted(options: pipeline.Settings) -> tuple[str, str]:
    """Convert a book; give its first chapter and its list of emendations."""
    with output.lock(options.output):
        sink = output.Writer(options.output)
        pipeline.convert(options, sink)
        sink.finish()
        sink.close()
    pages = (options.output / name for name in ("essays/e01.md", "appendix/emendations.md"))
    first, second = (page.read_text(encoding="utf-8") for page in pages)
    return first, second


def _entries(parsed: parse.Parsed, draw: random.Random) -> Iterator[emendations.Emendation]:
    """Give an entry for most passages of a chapter or the front."""
    texts = (
        passages.of(parsed.chapter)
        if parsed.chapter
        else (passages.of_block(block, passages.FRONT) for block in parsed.front)
    )
    for passage in texts:
        start = draw.choice([0, draw.randrange(len(passage.text))])
        end = draw.choice([len(passage.text), start + draw.randrange(1, 6)])
        source = passage.text[start:end]
        emended = draw.choice([f"甲{source}", f"{source}乙", "丙丁", f"{source[:1]}戊{source[1:]}"])
        certainty = draw.choice(["certain", "probable", "doubtful"])
        yield emendations.Emendation(source, emended, "试。", certainty, "", "", passage.id, (1, 1))


def test_a_change_over_the_end_of_a_run_in_heading(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n一、提高认识。{BODY}二、抓好落实。{BODY}"
    entries = entry("认识。学习活动", "认", block="e01a-p1")
    book = pipeline.model(settings(tmp_path, text, entries))
    first = next(book.blocks())
    assert first.text[: first.run_in] == "一、提高认"
    assert first.text.startswith("一、提高认开展以来")


def test_an_emended_marker_counts(tmp_path: Path) -> None:
    text = f"第一篇：甲县学习体会\n{BODY}第一篇：乙县学习体会\n{BODY}第三篇：丙县学习体会\n{BODY}"
    options = settings(tmp_path, text, "")
    target = tmp_path / "model.json"
    codes = [p.code for p in pipeline.write_json_file(options, target).problems]
    assert {"header-repeated", "header-gap"} <= set(codes)
    (tmp_path / "editorial" / "emendations.yaml").write_text(
        entry("第一篇", "第二篇", block="e02-marker"), encoding="utf-8"
    )
    codes = [p.code for p in pipeline.write_json_file(options, target).problems]
    assert not {"header-repeated", "header-gap"} & set(codes)


@pytest.mark.parametrize(
    ("header", "entries", "marker", "title"),
    [
        ("第二遍：乙县学习体会", entry("遍", "篇", block="e02-marker"), "第二篇", "乙县学习体会"),
        ("乙县学习体会", "", "", "乙县学习体会"),
    ],
)
def test_a_header_that_the_editor_has_to_name(
    tmp_path: Path, header: str, entries: str, marker: str, title: str
) -> None:
    text = f"第一篇：甲县学习体会\n{BODY}{header}\n{BODY}第三篇：丙县学习体会\n{BODY}"
    options = settings(tmp_path, text, entries, f"- {{line: {header}, is: header}}\n")
    result = pipeline.write_json_file(options, tmp_path / "model.json")
    assert result.book
    second = result.book.chapters[1]
    assert (second.marker, second.title, len(result.book.chapters)) == (marker, title, 3)
    assert not {"header-repeated", "header-gap"} & {problem.code for problem in result.problems}


def test_lines_that_the_editor_joins_to_the_title_in_a_header(tmp_path: Path) -> None:
    text = f"第一篇：山里的老师\n在山里的日子\n和书\n{BODY}王小燕\n"
    joined = "- {line: 在山里, is: join}\n- {line: 和书, is: join}\n"
    book = pipeline.model(settings(tmp_path, text, entry("的老师在", "，老师在"), joined))
    assert [chapter.title for chapter in book.chapters] == ["山里，老师在山里的日子和书"]
    assert [block.text for block in book.blocks()] == [BODY.strip()]


def test_two_entries_for_the_same_characters_of_a_title_clash(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n{BODY}"
    entries = entry("学习体", "学习心得体", block="e01a-title") + entry(
        "习体会", "习体悟", block="e01a-title"
    )
    with pytest.raises(ConversionError, match=r"emendations.yaml:5:3: .*改的是同一处"):
        pipeline.model(settings(tmp_path, text, entries))


@pytest.mark.parametrize(
    ("start", "other", "mentions", "shown"),
    [
        (2, "改", (), "“**丙丁**”，原作“*改*”"),
        (4, "；", (), "“**丁，**”，原作“*丁；*”"),
        (7, "", (), "“**己。**”"),
        (4, "；", (Mention(1, 4, "乙丙丁"),), "“**乙丙丁，**”，原作“*乙丙丁；*”"),
    ],
)
def test_a_lone_mark_is_quoted_with_what_stands_before_it(start, other, mentions, shown) -> None:
    one = Note("e01a-n1", start, start + (2 if start == 2 else 1), other, "certain", "误。")
    assert chapter.readings("甲乙丙丁，戊己。", one, simplified, mentions) == shown


def test_a_reading_with_quotation_marks_gets_none() -> None:
    one = Note("e01a-n1", 0, 4, "“乙”", "doubtful", "误。")
    assert chapter.readings("“甲”“", one, simplified) == "**“甲”“**，疑当作〔*“乙”*〕"
