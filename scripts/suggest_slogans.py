"""Slogans of a new text: ``scripts/suggest_slogans.py SOURCE…``; see ``--help``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from commandline import Parser, answer, speaking

ROOT = Path(__file__).resolve().parent.parent


def parser() -> Parser:
    """Describe the command line."""
    result = Parser(
        description="提出可以收进词汇表的说法，最像口号的在前，并说明次数、位置和理由。"
    )
    add = result.add_argument
    add("sources", nargs="+", type=Path, metavar="SOURCE", help="原文，可以有几个")
    add(
        "--glossary",
        type=Path,
        metavar="FILE",
        help="已有的词汇表，收了和不收的都不再提出；默认为 editorial/slogans.yaml",
    )
    add("--draft", type=Path, metavar="FILE", help="把结果写成词汇表草稿")
    add("--limit", type=_number, default=100, metavar="N", help="只要前 N 个，0 为全部；默认 100")
    return result


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}”应当是 0 或正整数")
    return int(text)


@speaking
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status: 0 done, 1 failed, 2 wrong call."""
    options = parser().parse_args(arguments)
    # It may have come before the draft was put in place, or after: never in between.
    interrupted = "中断；草稿或者没有写，或者已写全。再运行一次即可。 [interrupted]"
    return answer(lambda: _suggest(options), interrupted)


def _suggest(options: argparse.Namespace) -> int:
    from compilation import output, slogans
    from compilation.config import is_there
    from compilation.pipeline import read_source
    from compilation.problems import Code, ConversionError, Problem

    own = ROOT / "editorial" / "slogans.yaml"
    path = options.glossary or (own if is_there(own) else None)
    if options.draft and options.draft.exists():
        raise ConversionError(
            Problem(
                Code.OUTPUT_FAILED, "文件已经存在。", "请换一个名字，以免盖掉。", str(options.draft)
            )
        )
    glossary = slogans.load(path) if path else None
    sources = [slogans.source(str(path), read_source(path).text) for path in options.sources]
    findings = slogans.survey(sources, glossary)
    findings = findings[: options.limit or None]
    for rank, finding in enumerate(findings, 1):
        candidate = finding.candidate
        print(f"{rank:4}  {candidate.text}　{candidate.count} 次　{'、'.join(candidate.reasons)}")
        print(f"      {slogans.places(finding, 8)}")
        if finding.members:
            print(f"      成员：{'、'.join(text for text, _ in finding.members)}")
    if options.draft:
        with output.replacing(options.draft) as handle:
            handle.write(slogans.draft(findings))
        print(f"草稿写在 {options.draft}，请逐条取舍。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
