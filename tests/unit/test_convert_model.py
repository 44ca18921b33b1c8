"""The model of the book's own source, its JSON form, parallels and the proofreader."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import convert
import jsonschema
import pytest
from compilation import account, emendations, parallels, pipeline
from compilation.model import Block, Book, Note
from compilation.own_words import simplified
from compilation.parallels import Parallel, unemended
from compilation.proof import proofread
from compilation.proof.suggestion import alike
from compilation.render.chapter import page as chapter_page
from compilation.render.parallels import _longest, _same_slips, differences
from compilation.text import dates, script, signs

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book() -> Book:
    return pipeline.model(pipeline.settings(ROOT / "book.yaml"))


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Give the same source as a stranger's: no emendations, no overrides."""
    copy = tmp_path_factory.mktemp("raw") / "source.txt"
    settings = pipeline.settings(ROOT / "book.yaml")
    copy.write_bytes(settings.source.read_bytes())
    return pipeline.model(pipeline.settings(ROOT / "book.yaml", copy))


def test_the_chapters_and_works_of_the_book(book: Book) -> None:
    works = [
        (work.id, work.title, work.subtitle, work.authors, work.affiliation, work.date)
        for _, work in book.works()
    ]
    plain = "创先争优活动心得体会"
    assert works == [
        ("e01a", "创先争优大讨论活动心得体会", "创新工作思路　破解发展难题", (), "", ""),
        ("e02a", plain, "", ("靳文",), "", "2010-12-07"),
        ("e02b", "创先争优活动个人剖析材料", "", ("靳文",), "", "2010-12-07"),
        ("e03a", plain, "", (), "", ""),
        ("e04a", plain, "", ("庄严",), "地三站收费站党支部书记", "2010-10-20"),
        ("e05a", plain, "", (), "", ""),
    ]
    assert [c.marker for c in book.chapters] == [f"第{n}篇" for n in "一二三四五"]


def test_headings_and_run_in_headings(book: Book) -> None:
    blocks = {block.id: block for block in book.blocks()}
    assert blocks["e01a-h1"].text == "二、明晰思路，谋划做好政府工作。"
    lead = blocks["e01a-p2"]
    assert lead.kind == "paragraph"
    assert lead.text[: lead.run_in] == "一、提高素质，树立创先争优意识"


def test_widths_and_spaces(book: Book) -> None:
    text = "".join(block.text for block in book.blocks())
    assert "4.2米" in text
    assert "110KV" in text
    assert not set(",;:?() ") & set(text)


def test_every_slip_that_was_named_is_emended_or_noted(book: Book) -> None:
    text = "".join(block.text for block in book.blocks())
    for slip in "邓小理理论 一针风血 四仪两公开 创先征优 融汇贯通 布署 服务人民服务 ，、".split():
        assert slip not in text
    noted = {b.text[n.start : n.end] for b in book.blocks() for n in b.notes}
    assert {"深发找", "农组工作", "邓小平理论", "四议两公开"} <= noted


def test_undoing_the_edits_gives_the_bytes_of_the_source(book: Book) -> None:
    source = (ROOT / "source" / "chuangxian-zhengyou.txt").read_bytes().decode("utf-8-sig")
    edited = "\n".join(piece.text for piece in account.pieces_of(book))
    assert account.prove_text(edited, book.edits, source.replace("\r\n", "\n")) is None


def test_a_source_elsewhere_takes_nothing_from_the_editor_of_this_book(
    book: Book, raw: Book, tmp_path: Path
) -> None:
    def decided(model: Book) -> tuple[int, int]:
        mentions = sum(len(block.mentions) for block in model.blocks())
        return mentions, sum(edit.rule == "emendation" for edit in model.edits)

    assert all(decided(book))
    assert decided(raw) == (0, 0)


def test_the_json_is_what_the_schema_says(tmp_path: Path) -> None:
    target = tmp_path / "model.json"
    assert convert.main(["--json", str(target)]) == 0
    schema = ROOT / "scripts" / "compilation" / "model.schema.json"
    jsonschema.validate(
        json.loads(target.read_text(encoding="utf-8")),
        json.loads(schema.read_text(encoding="utf-8")),
    )


def test_the_twins_are_found(book: Book) -> None:
    first = parallels.find(book)[0]
    assert (first.first, first.second) == ("e03a", "e04a")
    assert first.share > 0.5


def test_the_proofreader_finds_what_the_editor_found(raw: Book) -> None:
    phrases = ["创先争优", "四议两公开", "三会一课"]
    found = {s.source for s in proofread.suggest(raw, phrases, parallels.find(raw))}
    assert {"创先征优", "四仪两公开", "邓小理理论", "融汇贯通", "一针风血", "服务人民服务"} <= found
    assert any("，、" in source for source in found)


def test_a_draft_is_accepted_as_emendations(raw: Book, tmp_path: Path) -> None:
    found = proofread.suggest(raw, ["创先争优"], parallels.find(raw))
    path = tmp_path / "emendations.yaml"
    path.write_text(proofread.draft(found, raw, lambda offset: 1), encoding="utf-8")
    entries = emendations.load(path)
    assert len(entries) == len(found)
    assert {entry.certainty for entry in entries} == {"doubtful"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("学习党员组织领导问题", "Hans"), ("學習黨員組織領導問題", "Hant"), ("中国", "unknown")],
)
def test_script(text: str, wanted: str) -> None:
    assert script.detect(text * (1 if wanted == "unknown" else 9)).script == wanted


@pytest.mark.parametrize(
    "text", "一是 一要 一思想上 第一， 2010年 3个月 110KV 4.2米 一戒骄".split()
)
def test_no_numbering_marks(text: str) -> None:
    assert signs.mark(text + "怎样") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2010年12月7日", "2010-12-07"),
        ("二〇一〇年十月二十日", "2010-10-20"),
        ("二○一一年七月", "2011-07"),
        ("2010.12.7", "2010-12-07"),
        ("2010-1-02", "2010-01-02"),
        ("2013 年 5 月", "2013-05"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    found = dates.date(f"城关镇 {text}")
    assert found is not None
    assert found.iso == iso


def test_a_title_that_chapter_and_first_work_share_is_printed_once(book: Book) -> None:
    second = book.chapters[1]
    title, other = (work.title for work in second.works)
    lines = chapter_page(second, simplified).splitlines()
    assert [line for line in lines if line.startswith("#") and title in line] == [f"# {title}"]
    at = lines.index(f"# {title}")
    assert lines[at - 2 : at] == ["(e02)=", "(e02a)="]
    assert lines[lines.index("(e02b)=") + 1] == f"## {other}"


def test_a_first_work_with_a_title_of_its_own_keeps_it(book: Book) -> None:
    second = book.chapters[1]
    first, *others = second.works
    own = replace(first, title="另有其题")
    lines = chapter_page(replace(second, works=(own, *others)), simplified).splitlines()
    assert lines[lines.index("(e02a)=") + 1] == "## 另有其题"
    printed = replace(first, title_text=others[0].title_text)
    lines = chapter_page(replace(second, works=(printed, *others)), simplified).splitlines()
    assert lines[lines.index("(e02a)=") + 1] == f"## {first.title}"


def test_variants_of_parallels_leave_marks_out() -> None:
    first = "各村要按照统一部署，认真组织党员学习，努力提高认识；并抓好落实“回头看”。"
    second = "各站要按照统一部署，认真组织党员学习、努力提高认识，抓好落实“回头看”。"
    shown = differences(first, second, len(first) - 4, simplified)
    assert shown == "异文：\n  - 村｜站\n  - 并｜〔无〕"
    assert differences("甲，乙" * 9, "甲、乙" * 9, 18, simplified) == "两段全同。"
    body = "，防汛值班人员坚持夜间巡堤查险" * 3
    more = differences(f"甲村{body}（二）这是“红线”。", f"甲村{body}。", 45, simplified)
    assert "（二）这是“红线”｜〔无〕" in more
    less = differences(f"甲村{body}（二）", f"甲村{body}三）", 45, simplified)
    assert "二｜三" in less


def test_many_exchanged_words_are_collated_where_most_is_the_same() -> None:
    """What stands between them is too short to be a passage, and the same nevertheless."""
    first = "广播、电视齐上阵，把镇情民意听明白，群众反映好的留下来，群众反映差的改过来，一年一评。"
    second = "板报齐上阵，把职工谈心听明白，职工反映好的留下来，职工反映差的改过来，一年一评。"
    shown = differences(first, second, 12, simplified)
    assert shown == (
        "异文：\n  - 广播、电视｜板报\n  - 镇情民意｜职工谈心\n  - 群众｜职工\n  - 群众｜职工"
    )
    assert not differences(first, "把镇情民意听明白，" + "这里说的全是别的事，" * 6, 7, simplified)


def test_a_slip_that_two_texts_share_is_told_whatever_the_editor_made_of_it() -> None:
    body = "我们要采取灵活多样的形式，精心设计活动载体，注重活动的实效。"
    one = Block("paragraph", "e01a-p1", f"按上级部署，{body}", 0, 0, 1)
    one = one._replace(notes=(Note("e01a-n1", 1, 5, "上级布署", "certain", "误。"),))
    other = one._replace(id="e02a-p1", text=f"村里按上级的部署，{body}")
    other = other._replace(notes=(Note("e02a-n1", 3, 8, "上级布署", "probable", "误。"),))
    assert unemended(one) == f"按上级布署，{body}"
    assert unemended(other) == f"村里按上级布署，{body}"
    assert _same_slips(one, other, simplified) == "同误：“上级布署”。"
    doubted = other._replace(text=f"村里按上级部署，{body}", notes=())
    assert not _same_slips(one, doubted, simplified)
    marked = replace(other.notes[0], certainty="doubtful")
    assert unemended(other._replace(notes=(marked,))) == other.text


def test_the_passage_that_is_quoted_is_said_to_be_one_of_several() -> None:
    one = Parallel("e01a-p1", "e02a-p1", 45, "巡堤查险的人")
    assert _longest(one, simplified) == "最长的一处：“巡堤查险的人”"
    assert _longest(replace(one, shared=6), simplified) == "“巡堤查险的人”"


def test_stretches_that_do_not_correspond_are_one_reading() -> None:
    body = "采取灵活多样的形式，精心设计活动载体，注重活动的实效。" * 2
    first = f"{body}县级以上党委应围绕中央文件精神制定具体的考评内容，强化创先争优活动的督查。"
    second = f"{body}注重抓好流动党员的教育。要抓住创先争优活动契机，狠抓后进党员的整顿提高。"
    shown = differences(first, second, len(body), simplified)
    assert shown == (
        "异文：\n  - 县级以上党委应围绕中央文件精神制定具体的考评内容，强化创先争优活动的督查｜"
        "注重抓好流动党员的教育。要抓住创先争优活动契机，狠抓后进党员的整顿提高"
    )
    long = "，".join(f"第{number}项办法落实到人" for number in "一二三四五六七八九十")
    shown = differences(f"{body}{long}。", body, len(body), simplified)
    assert shown == f"异文：\n  - {long[:40]}……{long[-40:]}｜〔无〕"
    # One character that both happen to have (党) sets nothing apart.
    shown = differences(f"{body}基层党组织学习。", f"{body}党员干部学习。", len(body), simplified)
    assert shown == "异文：\n  - 基层党组织｜党员干部"
    first = f"{body}通过为民服务、党员与困难群众结对帮扶，心系农村。"
    second = f"{body}通过与职工结对帮扶，心系我站。"
    shown = differences(first, second, len(body), simplified)
    assert shown == "异文：\n  - 为民服务、党员｜〔无〕\n  - 困难群众｜职工\n  - 农村｜我站"


def test_a_wrong_last_character_that_looks_alike_is_suggested() -> None:
    assert alike("现", "观") == alike("現", "觀") == "形近"
