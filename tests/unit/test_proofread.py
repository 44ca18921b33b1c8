"""The proofreader looks at titles, bylines and the front too, and its draft can be copied."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compilation import output, parallels, parse, pipeline
from compilation.decode import decode
from compilation.own_words import traditional
from compilation.problems import Code, Places
from compilation.proof import oddities, proofread
from compilation.proof.phrases import FIXED
from compilation.proof.slips import IDIOMS
from emended_books import BODY, settings


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


def test_a_title_said_again_with_a_slip_is_one_title(tmp_path: Path) -> None:
    text = f"第一篇：创先争优活动心得体会\n创先征优活动心得体会\n{BODY}王小燕\n2011年3月5日\n"
    options = settings(tmp_path, text, "")
    book = pipeline.model(options)
    (work,) = book.chapters[0].works
    assert (work.title, work.subtitle) == ("创先争优活动心得体会", "")
    (span,) = parse.outline(text).chapters
    found = parse.chapter(text[span.start : span.end], span).problems
    assert [problem.code for problem in found] == [Code.TITLE_DIFFERS]
    assert not suggested(options)[0]


def test_a_traditional_book(tmp_path: Path) -> None:
    text = (
        "第一篇：學習科學發展現的體會\n學習活動開展以來，我再接再勵，一針風血，持身分證。\n張建國\n"
    )
    book = pipeline.model(settings(tmp_path, text, ""))
    found = proofread.suggest(book, [], parallels.find(book), traditional)
    assert [(item.source, item.emended) for item in found] == [
        ("科學發展現", "科學發展觀"),
        ("再接再勵", "再接再厲"),
        ("一針風血", "一針見血"),
    ]
    assert 'reason: "「再接再厲」誤作「再接再勵」。"' in proofread.draft(
        found, book, lambda offset: 1, traditional
    )


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


def test_two_slips_close_together_are_both_found(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n{BODY}我们努力做到，、既要学，；又要用，、再接再励。\n张建国\n"
    options = settings(tmp_path, text, "")
    found, draft = suggested(options)
    assert [(item.source, item.emended) for item in found] == [
        ("做到，、既", "做到、既"),
        ("要学，；又", "要学；又"),
        ("要用，、", "要用、"),
        ("再接再励", "再接再厉"),
    ]
    (tmp_path / "editorial" / "emendations.yaml").write_text(
        draft.replace("doubtful", "certain"), encoding="utf-8"
    )
    block = pipeline.model(options).chapters[0].works[0].blocks[-1]
    assert block.text == "我们努力做到、既要学；又要用、再接再厉。"


def test_common_phrases_are_known_without_a_glossary(tmp_path: Path) -> None:
    text = (
        f"第一篇：学习体会\n{BODY}四仪两公开，创先征优，一股作气，八荣八齿；提高意识，常备不懈。\n"
    )
    found, _ = suggested(settings(tmp_path, text, ""))
    assert [item.emended for item in found if item.sure] == [
        "四议两公开",
        "创先争优",
        "一鼓作气",
        "八荣八耻",
    ]
    assert list(FIXED) == sorted(set(FIXED) - set(IDIOMS))


TWIN = (
    "上半年，我们把两千多户的水表全部换过，逐户登记造册，每月张榜公布用量，群众看得明白，"
    "有意见的当天答复。下半年要修好东渠的三道闸门，抽干淤塞的旧塘，在汛期以前把泵站验收完毕。"
)


def test_breaks_between_near_twins_are_found(tmp_path: Path) -> None:
    cut = TWIN.replace("每月张榜公布用量，", "").replace("的三道闸门，抽干淤塞", "")
    text = f"第一篇：供水工作体会\n{TWIN}\n张建国\n第二篇：水务工作体会\n{cut}\n王小燕\n"
    options = settings(tmp_path, text, "")
    found, draft = suggested(options)
    assert [(item.passage.id, item.source, item.emended) for item in found] == [
        ("e02a-p1", "记造册，群众看得", "记造册，每月张榜公布用量，群众看得"),
        ("e02a-p1", "好东渠的旧塘，在", "好东渠的三道闸门，抽干淤塞的旧塘，在"),
    ]
    assert "相近的段落（e01a-p1）此处多“每月张榜公布用量，”，前后相同，疑脱。" in draft
    (tmp_path / "editorial" / "emendations.yaml").write_text(
        draft.replace("doubtful", "certain"), encoding="utf-8"
    )
    assert pipeline.model(options).chapters[1].works[0].blocks[0].text == TWIN


def test_a_sentence_more_is_no_break(tmp_path: Path) -> None:
    more = TWIN.replace("答复。", "答复。我们还请来老渠长讲课。").replace("全部换过", "全部都换过")
    text = f"第一篇：供水工作体会\n{TWIN}\n张建国\n第二篇：水务工作体会\n{more}\n王小燕\n"
    assert not suggested(settings(tmp_path, text, ""))[0]


@pytest.mark.parametrize("times", [1, 8])
def test_words_swapped_throughout_are_reported_once_each(times: int) -> None:
    line = "村里学了科学开展观，要建协调社会，解放思惟，少些虚文；全面小康，各有各的路。\n"
    found = oddities.swapped_words("第一篇：学习体会\n" + line * times, "Hans")
    assert [(problem.code, problem.line, problem.column) for problem in found] == (
        [(Code.ODD_TEXT, 2, 5), (Code.ODD_TEXT, 2, 13), (Code.ODD_TEXT, 2, 18)] if times > 1 else []
    )
    assert times == 1 or "“科学开展观”有 8 处，“科学发展观”一处也没有" in str(found[0])
    assert len(oddities.swapped_words(line * 8 + "科学发展观", "Hans")) == 2
    assert [item.line for item in oddities.swapped_words(traditional(line) * 8, "Hant")] == [1] * 3


def test_swapped_words_stand_in_the_report(tmp_path: Path) -> None:
    text = f"第一篇：学习体会\n{BODY}" + "村里人人都学习科学开展观，记了笔记。\n" * 8 + "张建国\n"
    options = settings(tmp_path, text, "")
    with output.lock(options.output):
        sink = output.Writer(options.output)
        result = pipeline.convert(options, sink)
        sink.close()
    assert any("科学开展观" in problem.message for problem in result.problems)
