"""The PDF as Sphinx builds it: a small book with every kind of node, and its mistakes."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from pypdf import PdfReader
from typst_reading import add_chapters, bare, pages, places, sphinx, stands_in

SOURCE = ROOT / "tests" / "roots" / "test-typst"
PDF = "shiyang-zh-Hans.pdf"


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("typst") / "out"
    result = sphinx(SOURCE, folder)
    assert result.returncode == 0, result.stdout + result.stderr
    assert not result.stderr
    return folder


@pytest.fixture(scope="module")
def reader(out: Path) -> PdfReader:
    return PdfReader(out / PDF)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book to change."""
    return Path(shutil.copytree(SOURCE, tmp_path / "book"))


def add_concordance(book: Path) -> None:
    """Add the page of all uses to a copy of the small book."""
    page = book / "appendix" / "concordance.md"
    page.write_text("# 用例\n\n```{slogan-concordance}\n```\n", "utf-8")
    index = book / "appendix" / "index.md"
    index.write_text(index.read_text("utf-8").replace("kinds\n", "kinds\nconcordance\n"), "utf-8")


def outline(items: list, depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for item in items:
        if isinstance(item, list):
            found += outline(item, depth + 1)
        else:
            found.append((depth, item.title))
    return found


def test_every_kind_of_node_is_printed(out: Path) -> None:
    text = bare("".join(pages(out / PDF, "-raw")))
    for words in (
        "编者写在前面的一段话。",
        "副题在此",
        "某镇党委张三2010年1月1日",
        "各位代表：",
        "一条没有校改的注。",
        "一字原作二字形近而误。",
        "此致敬礼",
        "引文一段，用另一种字体。",
        "套着的",
        "3.从三数起4.四",
        "词释义一段。",
        "附注的内容。",
        "自拟的题目盒子里的内容。",
        "长得要折行的一格文字，看它怎样分配宽度",
        "#原样//两行",
        "行内#原样，强调，着重，外链，https://example.org/y。",
        "图的说明",
        "诗行一诗行二",
        "H2O，x2",
        "不入目录的小题",
        "表的题目头一头二身一身二",
        "前三干。",
        "jiǎyǐbǐngThefirstthreestems数字·全国",
    ):
        assert words in text, words


def test_hostile_text_stays_text(out: Path) -> None:
    text = bare("".join(pages(out / PDF)))
    for words in (
        r"#setpage(width:1pt)$x^2$@label<label>*粗*_斜_`码`\\n\u{4e00}//注释/*注释*/",
        "https://example.org/a_b-----...\"引\"'引'~[链](#a){}",
        "=不是标题-不是列表1.不是编号+不是编号；/不是:词条",
        "罕用字𠮷、㐂，表情😀，组合符é，变体葛",
    ):
        assert bare(words) in text


def test_a_note_stands_on_the_page_of_its_mark(out: Path) -> None:
    page = next(bare(text) for text in pages(out / PDF, "-raw") if "此处校改一字" in text)
    assert "一字原作二字形近而误。" in page
    assert "一字疑当作十字不能断定。" in page


def test_chapters_open_on_the_right(out: Path) -> None:
    found = [bare(text) for text in pages(out / PDF)]
    for title in ("第一篇第一样", "第二篇第二样", "第三篇敌意的文字#set"):
        number = next(n for n, text in enumerate(found, 1) if text.startswith(title))
        assert number % 2 == 1
    assert found[1] == "", "the back of the half-title is empty"


def test_contents_glossary_and_index_name_the_printed_pages(out: Path) -> None:
    found = [bare(text) for text in pages(out / PDF)]
    first = next(n for n, text in enumerate(found) if text.startswith("第一篇第一样"))
    second = next(n for n, text in enumerate(found) if "下半的第二段" in text)
    contents = next(text for text in found if text.startswith("目录"))
    assert re.search(r"第一篇第一样[·]*张三1(?!\d)", contents)
    assert re.search(rf"下半[·]*王五、赵六{second - first + 1}", contents)
    assert re.search(r"敌意的文字#set[·]*\d", contents), (
        "an author named in the title is not said again"
    )
    uses = f"见于：1、{second - first + 1}"
    assert sum(uses in text for text in found) == 1, "two entries, both on the glossary's page"
    assert sum(text.count(uses) for text in found) == 2
    index = next(text for text in found if text.startswith("口号索引（按拼音）"))
    assert f"D丁戊己1、{second - first + 1}J甲乙丙1、{second - first + 1}" in index


def test_the_concordance_names_the_page_of_the_use(book: Path, tmp_path) -> None:
    some = "学习使人进步，实践出真知。"
    head = "title: 长段\nchapter: 4\nmarker: 第四篇\nworks:\n  - {id: e04a, title: 长段}"
    end = f"{some}{{term}}`丁戊己`卯。"
    text = (
        f"---\n{head}\n---\n(e04)=\n(e04a)=\n# 长段\n\n(e04a-p1)=\n{{term}}`丁戊己`子，[^e04a-n1]"
        f"{some * 60}{{term}}`丁戊己`丑，{some * 60}{{term}}`丁戊己`寅，{end}\n\n"
        "[^e04a-n1]: 注里说到{term}`丁戊己`，不算用例。\n"
    )
    add_chapters(book, {"w1": text})
    add_concordance(book)
    made = tmp_path / "out" / PDF
    result = sphinx(book, made.parent)
    assert result.returncode == 0, result.stderr
    found = [bare(text) for text in pages(made)]
    first = next(n for n, text in enumerate(found) if text.startswith("第一篇第一样"))
    listed = next(text for text in found if text.startswith("用例"))
    _page, lines = next(
        (n, [w for w in places(made) if w[0] == n]) for n, t in enumerate(found, 1) if t == listed
    )
    said = [
        int(next(w[3] for w in lines if w[1] > 350 and abs(w[2] - top) < 3).strip("第页"))
        for word in "子丑寅卯"
        for top in [next(w[2] for w in lines if f"丁戊己{word}" in w[3])]
    ]
    there = [
        next(n for n, text in enumerate(found) if f"丁戊己{word}" in text) - first + 1
        for word in "子丑寅卯"
    ]
    assert len(set(there)) == 3
    assert said == there


def test_a_long_concordance_has_its_head_on_every_page_and_no_files(book: Path, tmp_path) -> None:
    paragraphs = "\n\n".join(f"(e04a-p{n})=\n这是{{term}}`丁戊己`之{n}。" for n in range(1, 61))
    head = "title: 多段\nchapter: 4\nworks:\n  - {id: e04a, title: 多段}"
    add_chapters(book, {"w1": f"---\n{head}\n---\n(e04)=\n(e04a)=\n# 多段\n\n{paragraphs}\n"})
    add_concordance(book)
    made = tmp_path / "out" / PDF
    result = sphinx(book, made.parent)
    assert result.returncode == 0, result.stderr
    found = [bare(text) for text in pages(made, "-raw") if "丁戊己之" in bare(text)]
    heads = [text for text in found if "前文口号后文位置" in text]
    assert len(heads) > 1
    assert sum(text.count("丁戊己之") for text in heads) == 60
    assert not any("slogans.ttl" in text for text in pages(made))
    assert any("数据文件口号词条与全部用例，见本书网站" in bare(text) for text in pages(made))


def test_running_heads_name_book_and_work(out: Path) -> None:
    found = pages(out / PDF)
    kinds = next(n for n, text in enumerate(found) if "行内" in text)
    assert bare(found[kinds]).startswith("12试样#书“*甲*”"), "on the left, the book"


def test_every_page_has_a_number_for_viewers(reader: PdfReader) -> None:
    labels = reader.page_labels
    first = labels.index("1")
    assert labels[first:] == [str(n) for n in range(1, len(labels) - first + 1)]
    assert labels[:first] == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"][:first]


def test_bookmarks_follow_the_book(reader: PdfReader) -> None:
    assert outline(reader.outline) == [
        (0, "目录"),
        (0, "关于本书"),
        (0, "第一篇　第一样"),
        (1, "一、抓住重点"),
        (2, "（一）加强学习"),
        (0, "第二篇　第二样"),
        (1, "上半"),
        (1, "下半"),
        (2, "一、小标题"),
        (3, "（一）再下一级"),
        (0, "第三篇　敌意的文字 #set"),
        (0, "附录"),
        (1, "词汇表"),
        (2, "丁戊己"),
        (2, "甲乙丙"),
        (1, "各种成分"),
        (0, "口号索引（按拼音）"),
    ]


def test_every_address_is_a_named_destination(reader: PdfReader) -> None:
    names = set(reader.named_destinations)
    assert {"e01", "e01a", "e01a-p2", "e01a-h1", "e02b", "e02b-p1", "e03a-p5"} <= names
    assert {"slogan-jia-yi-bing", "glossary", "front", "essays", "appendix"} <= names


def test_links_lead_to_entries_and_paragraphs(reader: PdfReader) -> None:
    uris, inside = set(), 0
    for page in reader.pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            if "/URI" in action:
                uris.add(action["/URI"])
            else:
                inside += 1
    assert {"https://example.org/x", "https://example.org/y"} <= uris
    assert inside > 20


def test_a_link_to_an_entry_is_called_after_it(reader: PdfReader) -> None:
    called = {
        str(note.get_object().get("/Contents"))
        for page in reader.pages
        for note in page.get("/Annots", [])
    }
    entries = {name for name in called if name.startswith("口号词汇表")}
    assert entries == {"口号词汇表 甲乙丙", "口号词汇表 丁戊己"}


def test_metadata_language_and_tags(reader: PdfReader) -> None:
    assert reader.metadata.title == "试样#书“*甲*”"
    assert reader.metadata.author == "试样编者"
    assert reader.metadata["/Keywords"] == "试样, 校勘"
    assert reader.metadata.creation_date.strftime("%Y-%m-%d") == "2024-02-29"
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "zh-CN"
    assert catalog["/MarkInfo"]["/Marked"]
    xmp = catalog["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part" in xmp
    assert float(reader.pages[0].mediabox.width) == pytest.approx(148 / 25.4 * 72, abs=0.1)


def test_fonts_are_embedded_in_part(reader: PdfReader) -> None:
    seen = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
            assert re.match(r"/[A-Z]{6}\+", inner["/BaseFont"])
            seen.add(inner["/BaseFont"][8:])
    assert any("NotoSerifSC" in name for name in seen)


def test_the_imprint_says_what_the_book_is(out: Path) -> None:
    page = next(bare(text) for text in pages(out / PDF) if "SHA-256" in text)
    for words in (
        "1.2.3版，简体版",
        "2024年2月29日",
        "自拟。",
        "shiyang.txt",
        "公有领域。",
        "CC0-1.0",
        "https://example.org/shiyang/",
        hashlib.sha256((SOURCE / "source" / "shiyang.txt").read_bytes()).hexdigest(),
    ):
        assert words in page


@pytest.mark.parametrize(
    ("edition", "title", "language", "index"),
    [
        ("zh-Hant-TW", "試樣#書“*甲*”", "zh-TW", "口號索引（按筆畫）"),
        ("zh-Hant-HK", "試樣#書“*甲*”", "zh-HK", "口號索引（按筆畫）"),
    ],
)
def test_traditional_editions(tmp_path, edition, title, language, index) -> None:
    assert sphinx(SOURCE, tmp_path / "out", "-D", f"edition={edition}").returncode == 0
    made = tmp_path / "out" / f"shiyang-{edition}.pdf"
    reader = PdfReader(made)
    assert reader.metadata.title.replace("「", "“").replace("」", "”") == title
    assert reader.trailer["/Root"]["/Lang"] == language
    text = "".join(map(bare, pages(made)))
    assert index in text
    assert "說得長一些" in text.replace("説", "說")


@pytest.mark.parametrize(("paper", "width"), [("a4", 210), ("6in", 90)])
def test_other_papers(tmp_path, paper, width) -> None:
    assert sphinx(SOURCE, tmp_path / "out", "-D", f"typst_paper={paper}").returncode == 0
    reader = PdfReader(tmp_path / "out" / PDF.replace(".pdf", f"-{paper}.pdf"))
    assert float(reader.pages[0].mediabox.width) == pytest.approx(width / 25.4 * 72, abs=0.1)


def test_pdf_a_where_asked(tmp_path) -> None:
    assert sphinx(SOURCE, tmp_path / "out", "-D", "typst_standards=ua-1,a-2a").returncode == 0
    reader = PdfReader(tmp_path / "out" / PDF)
    xmp = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "pdfaid:conformance" in xmp


def test_a_work_that_its_chapter_is_named_after_stands_on_the_chapters_line(
    book: Path, tmp_path
) -> None:
    page = book / "essays" / "e02.md"
    text = page.read_text("utf-8").replace(
        "(e02)=\n# 第二样\n\n(e02a)=\n## 上半", "(e02)=\n(e02a)=\n# 上半"
    )
    page.write_text(text, "utf-8")
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    contents = next(t for t in map(bare, pages(made, "-layout")) if t.startswith("目录"))
    assert re.search(r"第二篇上半[·]*李四\d+下半[·]*王五、赵六\d+第三篇", contents)
    reader = PdfReader(made)
    assert [name for _depth, name in outline(reader.outline)].count("上半") == 0
    assert {"e02", "e02a", "e02b"} <= set(reader.named_destinations)
    opening = next(t for t in map(bare, pages(made)) if t.startswith("第二篇上半"))
    assert opening.startswith("第二篇上半上半只有一段")


# -- Same bytes, nothing twice ---------------------------------------------------------------


def test_same_bytes_in_another_folder_with_another_locale_and_zone(out: Path, tmp_path) -> None:
    copy = Path(shutil.copytree(SOURCE, tmp_path / "别 的 名字"))
    result = sphinx(copy, tmp_path / "又一处", LC_ALL="C", TZ="Pacific/Apia")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "又一处" / PDF).read_bytes() == (out / PDF).read_bytes()


def test_nothing_is_set_again_when_nothing_changed(book: Path, tmp_path) -> None:
    made = tmp_path / "out" / PDF
    assert sphinx(book, made.parent).returncode == 0
    first = made.stat().st_mtime_ns
    assert sphinx(book, made.parent).returncode == 0
    assert made.stat().st_mtime_ns == first
    (book / "index.md").touch()
    assert sphinx(book, made.parent).returncode == 0
    assert made.stat().st_mtime_ns == first, "read again, but the source of the PDF is the same"
    page = book / "essays" / "e02.md"
    page.write_text(page.read_text("utf-8").replace("下半的第一段。", "改过的一段。"), "utf-8")
    assert sphinx(book, made.parent).returncode == 0
    assert made.stat().st_mtime_ns != first
    assert stands_in("改过的一段。", [bare(text) for text in pages(made)])
    made.unlink()
    assert sphinx(book, made.parent).returncode == 0
    assert made.exists()


# -- Mistakes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("addition", "message"),
    [
        ("\n(e02b-p3)=\n私用区的字\ue000。\n", "\ue000（U+E000）：essays/e02"),
        ("\n(e02b-p3)=\n控制符\x07。\n", "U+0007"),
        ("\n{math}`x^2`\n", "“math”"),
        ("\n```{raw} html\n<b>粗</b>\n```\n", "“raw”"),
        ("\n![](../appendix/pattern.png)\n", "没有替代文字"),
    ],
)
def test_what_cannot_be_set_stops_the_build_and_leaves_the_old_pdf(
    book: Path, tmp_path, addition, message
) -> None:
    made = tmp_path / "out" / PDF
    made.parent.mkdir()
    made.write_bytes(b"old")
    page = book / "essays" / "e02.md"
    page.write_text(page.read_text("utf-8") + addition, "utf-8")
    result = sphinx(book, made.parent)
    assert result.returncode == 1
    assert message in result.stderr
    assert "essays/e02" in result.stderr
    assert "Traceback" not in result.stderr
    assert made.read_bytes() == b"old"


@pytest.mark.parametrize("setting", ["paper=b5", "standards=nosuch", "standards=1.7,2.0"])
def test_an_unknown_setting_is_named(tmp_path, setting) -> None:
    result = sphinx(SOURCE, tmp_path / "out", "-D", f"typst_{setting}")
    assert result.returncode != 0
    said = {"paper": "没有“{}”这种纸张", "standards": "typst_standards“{}”不能用"}
    name, _, value = setting.partition("=")
    assert said[name].format(value) in result.stderr
