"""What stands over a text can be emended: title, subtitle, byline, marker; and the front.

The golden case ``emended-titles`` has one slip of each kind; here it is built in every format.
"""

from __future__ import annotations

import json
import os
import pickle
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from compilation import account, emend, output, parallels, parse, passages, pipeline, proofread
from compilation.decode import decode
from compilation.model import Book
from compilation.own_words import simplified
from compilation.problems import ConversionError, Places
from compilation.render import appendix
from compilation.render.chapter import page as chapter_page
from conftest import ROOT
from pypdf import PdfReader
from sphinx.util.inventory import InventoryFile

CASE = ROOT / "tests" / "golden" / "conversion" / "emended-titles"
SOURCE = ROOT / "tests" / "roots" / "test-emended-titles"

TITLES = ["创先争优活动心得体会", "关于学习科学发展观的心得体会", "一等奖"]


def settings(folder: Path, text: str, emendations: str, structure: str = "") -> pipeline.Settings:
    """Write a book of one's own; give its settings."""
    editorial = folder / "editorial"
    editorial.mkdir()
    (folder / "source.txt").write_text(text, encoding="utf-8")
    (editorial / "emendations.yaml").write_text(emendations, encoding="utf-8")
    (editorial / "structure.yaml").write_text(structure, encoding="utf-8")
    return pipeline.Settings(
        folder / "source.txt", folder / "book", editorial / "slogans.yaml", editorial
    )


def entry(source: str, emended: str, **more: str) -> str:
    """Give one entry of emendations.yaml."""
    fields = {"source": source, "emended": emended, "reason": "试。", **more}
    return "- " + "\n  ".join(f"{key}: {json.dumps(value)}" for key, value in fields.items()) + "\n"


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


def test_the_json_is_what_the_schema_says() -> None:
    schema = json.loads((ROOT / "scripts/compilation/model.schema.json").read_text("utf-8"))
    model = json.loads((CASE / "expected.json").read_text("utf-8"))
    (note,) = model["chapters"][1]["title_notes"]
    assert (note["id"], note["other"]) == ("e02a-n1", "发展现")
    shape = {"$defs": schema["$defs"], "$ref": "#/$defs/notes"}
    jsonschema.validate([{**note, "start": 6, "end": 9}], shape)


BODY = "学习活动开展以来，我读了五本书，记了三本笔记，懂得了许多道理，现将体会汇报如下。\n"


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
    assert "篇号](#e01b)　**贰**　原作　*二*" in listed


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


def _entries(parsed: parse.Parsed, draw: random.Random) -> Iterator[emend.Emendation]:
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
        yield emend.Emendation(source, emended, "试。", certainty, "", "", passage.id, (1, 1))


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


def test_two_entries_for_the_same_characters_of_a_title_clash(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n{BODY}"
    entries = entry("学习体", "学习心得体", block="e01a-title") + entry(
        "习体会", "习体悟", block="e01a-title"
    )
    with pytest.raises(ConversionError, match=r"emendations.yaml:5:3: .*改的是同一处"):
        pipeline.model(settings(tmp_path, text, entries))


# -- The built book -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the pages of the golden case and the project around them."""
    folder = tmp_path_factory.mktemp("emended") / "book"
    shutil.copytree(SOURCE, folder)
    options = pipeline.Settings(
        CASE / "input.txt", folder, CASE / "editorial" / "slogans.yaml", CASE / "editorial"
    )
    with output.lock(folder):
        sink = output.Writer(folder)
        pipeline.convert(options, sink)
        sink.finish()
        sink.close()
    (folder / "appendix" / "index.md").write_text(
        "# 附录\n\n```{toctree}\nemendations\n```\n", encoding="utf-8"
    )
    return folder


def build(book: Path, builder: str, edition: str = "zh-Hans") -> Path:
    """Build the book in a process of its own; any warning fails the test."""
    out = book / "_build" / f"{builder}-{edition}"
    result = subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder),
            *("-D", f"edition={edition}", "-D", f"templates_path={ROOT / '_templates'}"),
            *("-d", str(out) + "-doctrees", ".", str(out)),
        ],
        cwd=book,
        env={**os.environ, "PYTHONPATH": str(ROOT / "_ext")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.mark.parametrize(
    ("edition", "title", "prize"),
    [("zh-Hans", TITLES[1], "一等奖"), ("zh-Hant-TW", "關於學習科學發展觀的心得體會", "一等獎")],
)
def test_the_site(book: Path, edition: str, title: str, prize: str) -> None:
    out = build(book, "html", edition)
    page = (out / "essays" / "e02.html").read_text(encoding="utf-8")
    assert f"<title>{title} " in page
    assert f'<meta property="og:title" content="{title}">' in page
    assert re.search(r"<h1>.*<span class=\"emended\" data-other=\"[^\"]+\">.*e02a-n1-ref", page)
    contents = (out / "essays" / "index.html").read_text(encoding="utf-8")
    article = contents[contents.index("<article") :]
    assert f"{title}</a>" in article
    assert "emended" not in article
    assert contents.count(f"{prize}</a>") == 2  # sidebar and list
    apparatus = (out / "appendix" / "emendations.html").read_text(encoding="utf-8")
    for target in (
        "e01.html#e01a-subtitle", "e01.html#e01a-byline", "e02.html#e02", "e03.html#e03",
        "e03.html#e03a", "e03.html#e03b-byline", "front.html#front-p1",
    ):  # fmt: skip
        assert f'href="../essays/{target}"' in apparatus, target
        file, _, anchor = target.partition("#")
        assert f'id="{anchor}"' in (out / "essays" / file).read_text(encoding="utf-8"), target
    for name in ("e01", "e02", "e03"):
        assert not re.search("征优|發展現|发展现|一等讲|一等講", _without_notes(out, name)), name


def test_titles_have_no_numbers_of_notes_wherever_they_are_told(book: Path) -> None:
    out = build(book, "html")
    inventory = InventoryFile.loads((out / "objects.inv").read_bytes(), uri="")
    labels = inventory.data["std:label"]
    named = {name: labels[name].display_name for name in ("e02", "e03", "e03a")}
    assert named == {"e02": TITLES[1], "e03": TITLES[2], "e03a": "山里的图书室"}
    with (book / "_build" / "html-zh-Hans-doctrees" / "environment.pickle").open("rb") as handle:
        works = pickle.load(handle).domaindata["slogans"]["works"]
    assert works["essays/e02"] == {"e02a": TITLES[1]}
    assert works["essays/e03"]["e03a"] == "山里的图书室"


def _without_notes(out: Path, name: str) -> str:
    page = (out / "essays" / f"{name}.html").read_text(encoding="utf-8")
    page = re.sub(r'<li class="note".*?</li>', "", page, flags=re.DOTALL)
    return re.sub(r'data-other="[^"]*"', "", page)


def test_the_epub(book: Path) -> None:
    (path,) = build(book, "epub").glob("*.epub")
    with zipfile.ZipFile(path) as archive:
        files = {n: archive.read(n).decode() for n in archive.namelist() if n.endswith("ml")}
        ncx = archive.read("toc.ncx").decode()
    for title in ("第一篇　" + TITLES[0], "第二篇　" + TITLES[1], "第三篇　" + TITLES[2]):
        assert f">{title}</a>" in files["nav.xhtml"]
        assert f"<text>{title}</text>" in ncx
    assert "文字<" in files["essays/front.xhtml"]
    assert re.search(f"<title>[^<]*{TITLES[1]}</title>", files["essays/e02.xhtml"])


def test_the_pdf(book: Path) -> None:
    (path,) = build(book, "typst").glob("*.pdf")
    reader = PdfReader(path)
    marks = []

    def walk(items: list) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item)
            else:
                marks.append(item.title)

    walk(reader.outline)
    wanted = [f"第{n}篇　{title}" for n, title in zip("一二三", TITLES, strict=True)]
    assert [mark for mark in marks if mark in wanted][:3] == wanted
    assert "卷首" in marks


# -- The proofreader -------------------------------------------------------------------------------


def suggested(options: pipeline.Settings) -> tuple[list[proofread.Suggestion], str]:
    """Give the suggestions for a book, and the draft of them."""
    book = pipeline.model(options)
    found = proofread.suggest(book, ["科学发展观"], parallels.find(book))
    lines = Places(decode(options.source.read_bytes(), "").text)
    return found, proofread.draft(found, book, lines.line)


SLIPS = f"""来稿照收到的先后编排，落实科学发展现，再接再励。
第一篇：创先征优活动心得体会
——立足岗位，，多做实事再接再励
创先争优活动开展以来，我认真学习，谈几点体会。
一、在创先争优活动中学习
{BODY.strip()}
王小燕　2011年2月29日
第二篇：关于学习科学发展现的
心得体会
{BODY.strip()}
王小雁　2011年6月
第三篇：读书活动学习体会
{BODY.strip()}
王小燕　2011年13月5日
"""


def test_titles_bylines_and_the_front_are_proofread(tmp_path: Path) -> None:
    found, _ = suggested(settings(tmp_path, SLIPS, ""))
    assert [(s.passage.id, s.source, s.emended) for s in found] == [
        ("front-p1", "科学发展现", "科学发展观"),
        ("front-p1", "再接再励", "再接再厉"),
        ("e01a-title", "创先征优", "创先争优"),
        ("e01a-subtitle", "岗位，，多做", "岗位，多做"),
        ("e01a-subtitle", "再接再励", "再接再厉"),
        ("e01a-byline", "2011年2月29日", ""),
        ("e02a-title", "科学发展现", "科学发展观"),
        ("e02a-byline", "王小雁", "王小燕"),
        ("e03a-p2", "2011年13月5日", ""),
    ]


def test_a_copied_draft_is_taken(tmp_path: Path) -> None:
    options = settings(tmp_path, SLIPS, "")
    found, draft = suggested(options)
    assert "- block: e02a-title    # 原文第 8 行" in draft
    (tmp_path / "editorial" / "emendations.yaml").write_text(draft, encoding="utf-8")
    book = pipeline.model(options)
    assert book.chapters[0].title == "创先征优活动心得体会"  # a draft changes nothing
    assert not suggested(options)[0]
    certain = re.sub("(emended: .*\n  certainty: )doubtful", r"\1certain", draft)
    (tmp_path / "editorial" / "emendations.yaml").write_text(certain, encoding="utf-8")
    book = pipeline.model(options)
    assert [chapter.title for chapter in book.chapters] == [
        "创先争优活动心得体会",
        "关于学习科学发展观的心得体会",
        "读书活动学习体会",
    ]
    assert book.chapters[1].works[0].authors == ("王小燕",)
    assert len(found) == sum(edit.rule == "emendation" for edit in book.edits) + 2


@pytest.mark.parametrize(("text", "count"), [("党党员", 0), ("党党章", 0), ("党党的", 1)])
def test_a_party_member_is_not_doubled(tmp_path: Path, text: str, count: int) -> None:
    found, _ = suggested(settings(tmp_path, f"第一篇：学习体会\n我们中国共产{text}。\n{BODY}", ""))
    assert len(found) == count


def test_what_stands_in_two_lines_of_a_byline_is_drafted_with_what_is_around(
    tmp_path: Path,
) -> None:
    text = f"第一篇：学习体会\n{BODY}布署科　王小燕\n布署处　李大明\n2011年6月\n"
    options = settings(
        tmp_path, text, "", "- {line: 布署科, is: byline}\n- {line: 布署处, is: byline}\n"
    )
    found, draft = suggested(options)
    assert [item.source for item in found] == ["布署", "布署"]
    (tmp_path / "editorial" / "emendations.yaml").write_text(
        draft.replace("doubtful", "certain"), encoding="utf-8"
    )
    work = pipeline.model(options).chapters[0].works[0]
    assert [line.text[:3] for line in work.byline[:2]] == ["部署科", "部署处"]
