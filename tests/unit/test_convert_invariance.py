"""What says nothing of a text changes nothing: line ends, indents, widths of signs, the script.

Tried on the annotated texts, each tenth one for a layout; a run over all of them, by hand, finds
only the exceptions named here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import opencc
import pytest
from compilation import account, decode, parse
from compilation.text import script
from compilation.text.signs import core
from convert_reading import chapters

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))
import conversion_score as score  # noqa: E402

_HALF = str.maketrans("，：；！？（）", ",:;!?()")

LAYOUTS: dict[str, Callable[[str], str]] = {
    "ends of lines as in Windows": lambda text: text.replace("\n", "\r\n"),
    "blanks behind lines": lambda text: text.replace("\n", "  \n"),
    "tabs for indents": lambda text: re.sub("^　　", "\t", text, flags=re.M),
    "spaces for indents": lambda text: re.sub("^　　", "    ", text, flags=re.M),
    "entities for indents": lambda text: re.sub("^　　", "&emsp;&emsp;", text, flags=re.M),
    "a blank line more between lines": lambda text: re.sub(r"\n(?!\n)", "\n\n", text),
    "half-width punctuation": lambda text: text.translate(_HALF),
    "a link to the site below": lambda text: (
        f"{text}\n\n本文来源：范文之家 http://www.fwzj123.cn/\n"
    ),
}

#: Texts where the layout does say something: a page of a forum whose lines tell what they are by
#: standing beside each other, and hard-wrapped lines, which half-width marks make shorter.
SAYS: dict[str, set[str]] = {
    "a blank line more between lines": {
        *("bbs-jingsai", "discuz-shuiwu", "luntan-dayin", "luntan-hui", "yemian-fenhang"),
        "tieba-banhui",
    },
    "half-width punctuation": {
        *("saomiao2", "zhanlian", "biaotai-pdf", "100-diaoyan-sanpian", "101-shibada-pdf"),
        *("101-shixi-zongjie", "xian-zhengfu-baogao"),
    },
}


def model(text: str) -> list[tuple[object, ...]]:
    """Give all that is found in a text but the width of its signs."""
    return [
        (core(chapter.marker), core(chapter.title), [_work(work) for work in chapter.works])
        for chapter in chapters(decode.decode(text.encode()).text)
    ]


def _work(work: score.Work) -> tuple[object, ...]:
    about = (core(work.title), core(work.subtitle), work.authors, core(work.affiliation), work.date)
    return *about, [(b.kind, b.level, bool(b.run_in), core(b.text)) for b in work.blocks]


@cache
def traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def test_a_source_in_traditional_characters_is_read_as_one_in_simplified() -> None:
    for folder in score.cases()[7::10]:
        text = decode.decode((folder / "input.txt").read_bytes()).text
        if script.detect(text).script != "Hans":
            continue
        other = traditional().convert(text)
        outline = parse.outline(other)
        front = [outline.front] if outline.front else []
        for span in (*front, *outline.chapters):
            stretch = other[span.start : span.end]
            read = (parse.chapter if span.number else parse.front)(stretch, span)
            assert account.prove_span(read, stretch, span) is None, folder.name
        assert _outlined(model(other)) == _outlined(model(text)), folder.name


def _outlined(found: object) -> object:
    """Give what is found without the characters: 揹 in the one may be 背 in the other."""
    if isinstance(found, str):
        return len(found)
    if isinstance(found, list | tuple):
        return [_outlined(one) for one in found]
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_says_nothing_changes_nothing(layout: str) -> None:
    changed = []
    for folder in score.cases()[list(LAYOUTS).index(layout) :: 10]:
        text = decode.decode((folder / "input.txt").read_bytes()).text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        other = LAYOUTS[layout](text)
        if "\n" in text.strip() and folder.name not in SAYS.get(layout, ()):
            changed += [folder.name] if model(other) != model(text) else []
    assert not changed


_HAN = "一二三四五六七八九十"
_MARK = re.compile(
    rf"^([　 ]*)(?:第([{_HAN}])篇|篇([{_HAN}])|范文([{_HAN}]))[：:][　 ]*(?=\S)", re.M
)
MARKS: dict[str, Callable[[str, int], str]] = {
    "第1篇：": lambda _, n: f"第{n}篇：",
    "第一篇、": lambda han, _: f"第{han}篇、",
    "【篇1】": lambda _, n: f"【篇{n}】",
    "（第一篇）": lambda han, _: f"（第{han}篇）",
    "篇一　": lambda han, _: f"篇{han}　",
    "范文1　": lambda _, n: f"范文{n}　",
    "参考范文一：": lambda han, _: f"参考范文{han}：",
    "▌篇一：": lambda han, _: f"▌篇{han}：",
    "==第一篇==": lambda han, _: f"==第{han}篇==",
}
#: Texts where the mark says more: those with marks of several kinds, a word glued to the title,
#: and one whose titles are glued to their texts, so that only the colon tells of a header.
MIXED = {
    *("duozhang", "wangye-banzhuren-lianjie", "zhanlian", "luntan-tianya", "zhongqiu-weiwen"),
    *("fanwen-kuaidi", "duizhao-personal-diyipian", "zuofeng-nian"),
}


@pytest.mark.parametrize("form", MARKS)
def test_the_form_of_the_marks_changes_nothing_else(form: str) -> None:
    def marked(found: re.Match[str]) -> str:
        han = found[2] or found[3] or found[4]
        return found[1] + MARKS[form](han, _HAN.index(han) + 1)

    changed = []
    for folder in score.cases()[list(MARKS).index(form) :: len(MARKS)]:
        text = decode.decode((folder / "input.txt").read_bytes()).text.replace("\r\n", "\n")
        if len(_MARK.findall(text)) > 1 and folder.name not in MIXED:
            other = _MARK.sub(marked, text)
            same = [c[1:] for c in model(other)] == [c[1:] for c in model(text)]
            changed += [] if same else [folder.name]
    assert not changed
