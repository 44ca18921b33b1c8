"""Scores the converter on annotated texts: ``python benchmarks/conversion_score.py [--write]``.

Each case in ``benchmarks/conversion/`` is an input and, written by hand before the converter
was tried on it, what an editor expects: one line a block with the beginning of its text.

    F text                                   a paragraph before the first header
    C mark | title                           a chapter
    W title | subtitle | authors | affiliation | date
    H1 text   R1 text                        heading, run-in heading, with the level
    P L S X N text                           paragraph, list item, salutation, closing, note

Where a text has no chapter at all (no C), each of its works is one without a mark.
A block is right when one begins there; a heading when its level and form are right too.  A
level counts how deep the heading lies among those of its work, so an annotation that gives the
rank of its mark instead (一、 1, （一） 2, 1. 3) means the same; a list item with a run-in heading
is one where the annotation has it as such (R), not where it has a list item (L).  Each
figure is F1: what was found and expected, twice, over what was found plus what was expected.
A fact is told by what it says, not by the number of its chapter: one chapter that is missed
does not make all below it wrong.  A text without a C line has a chapter for each W.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

HERE = Path(__file__).resolve().parent
#: What fresh texts scored before anything was changed for them: the last rows are of this run.
FIRST = HERE / "conversion_first.md"
#: The table as it was last written, below it what fresh texts scored.
RECORD = HERE / "conversion.md"
ROOT = HERE.parent
sys.path.append(str(ROOT / "scripts"))

from compilation import decode, parse  # noqa: E402
from compilation.model import Block, Work  # noqa: E402
from compilation.text import signs  # noqa: E402

_ABOUT = (
    "数字是 F1，百分制。文本和标注都是本项目自己写的，标注方法见 `conversion_score.py` 开头。"
    "转换器照着这些文本改过，所以这张表说明的是没有退步，不是对生疏文本的把握；后者看下面的初测。"
)
MEASURES = ("chapters", "works", "headings", "authors", "dates", "paragraphs")
GOALS = {
    "chapters": 95, "works": 95, "headings": 95, "authors": 90, "dates": 90, "paragraphs": 97,
}  # fmt: skip
NAMES = {
    "chapters": "章与题目", "works": "篇、题目与副题", "headings": "标题（层级、是否连排）",
    "authors": "作者与单位", "dates": "日期", "paragraphs": "段落起点",
}  # fmt: skip


Fact = tuple[object, ...]


@dataclass
class Reading:
    """The facts of one text, by measure: comparable values, each as often as the text has it."""

    facts: dict[str, Counter[Fact]] = field(
        default_factory=lambda: {name: Counter() for name in MEASURES}
    )


def expected(path: Path) -> Reading:
    """Read an annotation."""
    result = Reading()
    facts = result.facts
    open_ones: list[int] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    unmarked = not any(line.startswith("C ") for line in lines)
    for line in lines:
        tag, _, rest = line.partition(" ")
        parts = [part.strip() for part in rest.split("|")]
        if tag == "W" and unmarked:
            facts["chapters"]["", core(parts[0])] += 1
        if tag == "C":
            open_ones = []
            facts["chapters"][core(parts[0]), core(parts[1])] += 1
        elif tag == "W":
            open_ones = []
            title, subtitle, authors, affiliation, date = (parts + [""] * 5)[:5]
            facts["works"][core(title), core(subtitle)] += 1
            if authors or affiliation:
                facts["authors"][authors, _plain(affiliation)] += 1
            if date:
                facts["dates"][(date,)] += 1
        else:
            start = core(rest)
            facts["paragraphs"][(start,)] += 1
            if tag[0] in "HR":
                depth = _depth(open_ones, int(tag[1:]))
                facts["headings"][tag[0], depth, start] += 1
    return result


def core(text: str) -> str:
    """Give what is compared of a text; radicals (⼗) that the source has for characters are those.

    An annotation copies the source, which the converter may have mended already.
    """
    return signs.core(_RADICAL.sub(lambda found: normalize("NFKC", found[0]), text))


_RADICAL = re.compile("[\u2e80-\u2fdf]")


def _plain(affiliation: str) -> str:
    """Give a body or office without what is layout: blanks in it, how wide its signs are."""
    return signs.squeeze(normalize("NFKC", affiliation))


def _depth(open_ones: list[int], level: int) -> int:
    """Enter a heading of that annotated level into the open ones and give its depth."""
    while open_ones and open_ones[-1] > level:
        open_ones.pop()
    if not open_ones or open_ones[-1] < level:
        open_ones.append(level)
    return len(open_ones)


def found(source: str, wanted: Reading) -> Reading:
    """Convert a text and read off the same facts.

    A block is known by its beginning, as long as the annotation has it.
    """
    result = Reading()
    starts = sorted((str(start) for (start,) in wanted.facts["paragraphs"]), key=len, reverse=True)
    outline = parse.outline(source)
    if outline.front:
        span = outline.front
        for block in parse.front(source[span.start : span.end], span).front:
            result.facts["paragraphs"][(_start(starts, block),)] += 1
    for span in outline.chapters:
        chapter = parse.chapter(source[span.start : span.end], span).chapter
        assert chapter is not None
        result.facts["chapters"][core(chapter.marker), core(chapter.title)] += 1
        for work in chapter.works:
            _work(result, work, starts, wanted)
    return result


def _start(starts: Sequence[str], block: Block) -> str:
    """Give the annotated beginning that a block has (the longest), or its own."""
    plain = core(block.text)
    return next(filter(plain.startswith, starts), plain[:10])


def _work(result: Reading, work: Work, starts: Sequence[str], wanted: Reading) -> None:
    facts = result.facts
    facts["works"][core(work.title), core(work.subtitle)] += 1
    if work.authors or work.affiliation:
        facts["authors"]["、".join(work.authors), _plain(work.affiliation)] += 1
    if work.date:
        facts["dates"][(work.date,)] += 1
    for block in work.blocks:
        start = _start(starts, block)
        facts["paragraphs"][(start,)] += 1
        form = _form(block)
        if block.kind == "list-item" and block.run_in:
            form = "R" if ("R", block.level, start) in wanted.facts["headings"] else ""
        if form:
            facts["headings"][form, block.level, start] += 1


def _form(block: Block) -> str:
    """Give H for a heading, R for a paragraph with a run-in heading, nothing for the rest."""
    if block.kind == "heading":
        return "H"
    return "R" if block.run_in and block.kind == "paragraph" else ""


def score(wanted: Iterable[Reading], got: Iterable[Reading]) -> dict[str, tuple[int, int, int]]:
    """Give, by measure, how many facts were right, found and expected."""
    totals = dict.fromkeys(MEASURES, (0, 0, 0))
    for one, other in zip(wanted, got, strict=True):
        for name in MEASURES:
            a, b = one.facts[name], other.facts[name]
            right, was_found, was_expected = totals[name]
            totals[name] = (
                right + (a & b).total(),
                was_found + b.total(),
                was_expected + a.total(),
            )
    return totals


def f1(right: int, got: int, wanted: int) -> float:
    """Give the F1 in per cent; 100 where there was nothing to find and nothing was found."""
    return 200 * right / (got + wanted) if got + wanted else 100.0


def cases() -> list[Path]:
    """Give the folders of the annotated texts."""
    return sorted(path.parent for path in (HERE / "conversion").glob("*/expected.txt"))


def row(name: str, wanted: Reading, got: Reading) -> str:
    """Give the row of one text in the table."""
    one = score([wanted], [got])
    cells = " | ".join(f"{f1(*one[measure]):.0f}" for measure in MEASURES)
    return f"| {name} | {cells} |"


def table(folders: Sequence[Path]) -> str:
    """Score all cases and give the table in Markdown."""
    wanted, got = [], []
    rows = []
    for folder in folders:
        source = decode.decode((folder / "input.txt").read_bytes()).text
        wanted.append(expected(folder / "expected.txt"))
        got.append(found(source, wanted[-1]))
        rows.append(row(folder.name, wanted[-1], got[-1]))
    total = score(wanted, got)
    cells = " | ".join(f"**{f1(*total[name]):.0f}**" for name in MEASURES)
    goals = " | ".join(str(GOALS[name]) for name in MEASURES)
    head = f"| 文本 | {' | '.join(NAMES[name] for name in MEASURES)} |\n|{' --- |' * 7}"
    return "\n".join([head, *rows, f"| 合计 | {cells} |", f"| 目标 | {goals} |"])


def first(folder: Path, label: str) -> str:
    """Score a folder of fresh texts and give their row.

    They are NAME.txt and NAME.expected.txt, or NAME/input.txt and NAME/expected.txt.

    Texts whose names begin with ``real-`` are others' and stay outside the project.
    """
    annotated = sorted([*folder.glob("*.expected.txt"), *folder.glob("*/expected.txt")])
    wanted = [expected(path) for path in annotated]
    sources = (
        path.with_name("input.txt" if path.name == "expected.txt" else _text_of(path.name))
        for path in annotated
    )
    texts = [decode.decode(path.read_bytes()).text for path in sources]
    total = score(wanted, [found(text, one) for text, one in zip(texts, wanted, strict=True)])
    cells = " | ".join(f"{f1(*total[name]):.0f}" for name in MEASURES)
    real = sum("real-" in (path.name[:5], path.parent.name[:5]) for path in annotated)
    today = time.strftime("%Y-%m-%d")
    return f"| {label} | {today} | {len(annotated)}（{real}） | {cells} |"


def _text_of(annotation: str) -> str:
    """Give the name of the text of an annotation NAME.expected.txt."""
    return annotation.replace(".expected", "")


def main() -> int:
    """Print the table; with --write put it into conversion.md; with --diff say what is wrong."""
    parser = argparse.ArgumentParser(description="给转换器打分")
    parser.add_argument("--write", action="store_true", help="把表写进 benchmarks/conversion.md")
    parser.add_argument("--diff", action="store_true", help="列出每一处不同")
    parser.add_argument(
        "--first", nargs=2, metavar=("目录", "批"), help="给一批生疏的文本打分，记进初测"
    )
    options = parser.parse_args()
    if options.first:
        fresh = first(Path(options.first[0]), options.first[1])
        print(fresh)
        with FIRST.open("a", encoding="utf-8") as handle:
            handle.write(fresh + "\n")
        return 0
    folders = cases()
    shown = table(folders)
    print(shown)
    if options.diff:
        for folder in folders:
            source = decode.decode((folder / "input.txt").read_bytes()).text
            one = expected(folder / "expected.txt")
            other = found(source, one)
            for name in MEASURES:
                for fact in (one.facts[name] - other.facts[name]).elements():
                    print(f"- {folder.name} {name}: {fact}")
                for fact in (other.facts[name] - one.facts[name]).elements():
                    print(f"+ {folder.name} {name}: {fact}")
    if options.write:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
        RECORD.write_text(
            f"# 转换器的准确率\n\n{_ABOUT}\n\n由 `python benchmarks/conversion_score.py --write` "
            f"写出（{commit} 之后）。\n\n{shown}\n\n{FIRST.read_text(encoding='utf-8')}",
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
