"""Converts the source to essays/ and appendix/: ``scripts/convert.py --help``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from compilation import pipeline
from compilation.problems import Code, ConversionError, Problem, Severity
from compilation.slogans import load as load_slogans
from compilation.slogans import undecided, unfounded

ROOT = Path(__file__).resolve().parent.parent


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    result = argparse.ArgumentParser(description="把原文转换成 essays/ 和 appendix/。")
    result.add_argument(
        "--book",
        type=Path,
        default=ROOT / "book.yaml",
        metavar="FILE",
        help="书的说明，默认为项目的 book.yaml",
    )
    result.add_argument(
        "--source", type=Path, metavar="FILE", help="原文，默认为 book.yaml 里所写的"
    )
    result.add_argument(
        "--output", type=Path, metavar="DIR", help="写到这个目录，默认为 book.yaml 所在的目录"
    )
    result.add_argument(
        "--check", action="store_true", help="只核对：生成的文件是否最新，文字是否一字不失"
    )
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status: 0 done, 1 failed, 2 wrong call."""
    options = parser().parse_args(arguments)
    try:
        return _run(options)
    except ConversionError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(Problem(Code.INTERRUPTED, "转换中断，原有文件没有改动。"), file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    settings = pipeline.settings(options.book, options.source, options.output)
    result = pipeline.convert(settings)
    if options.check:
        problems = pipeline.check(settings, result)
        glossary = load_slogans(settings.editorial / "slogans.yaml")
        problems += undecided(result.book, glossary, str(settings.source))
        problems += unfounded(result.book, glossary)
        for problem in problems:
            print(problem, file=sys.stderr)
        if not problems:
            print("核对无误：生成的文件与原文一致，撤销全部修改即还原原文，一字不差。")
        return 1 if problems else 0
    changed = pipeline.write(settings, result)
    works = sum(1 for _ in result.book.works())
    uncertain = [p for p in result.problems if p.severity is Severity.UNCERTAIN]
    for problem in uncertain:
        print(problem, file=sys.stderr)
    print(
        f"{settings.source.name}：{result.decoded.charset}，{len(result.book.chapters)} 章 {works} 篇，"
        f"{len(result.book.edits)} 处整理；写了 {len(changed)} 个文件。"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
