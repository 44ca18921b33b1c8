"""Converts the source to essays/ and appendix/: ``scripts/convert.py --help``."""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commandline import Parser, answer, data_output, speaking
from processes.garbage import uncollected

if TYPE_CHECKING:
    from compilation.pipeline import Progress, Result, Settings
    from compilation.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def parser() -> Parser:
    """Describe the command line."""
    result = Parser(description="把原文转换成 essays/ 和 appendix/。")
    add = result.add_argument
    add(
        "--book",
        type=Path,
        default=ROOT / "book.yaml",
        metavar="FILE",
        help="书的说明，默认为项目的 book.yaml",
    )
    add(
        "--source",
        type=Path,
        metavar="FILE",
        help="原文，默认为 book.yaml 里所写的；别的原文不用 editorial/",
    )
    add("--output", type=Path, metavar="DIR", help="写到这个目录，默认为 book.yaml 所在的目录")
    add("--check", action="store_true", help="只核对：生成的文件是否最新，文字是否一字不失")
    add("--json", metavar="FILE", help="把书的结构写成 JSON（- 为标准输出），不写别的文件")
    add("--strict", action="store_true", help="凡有拿不准的地方都算错误")
    add("--report", action="store_true", help="逐条列出每一处整理规则和拿不准的地方")
    return result


@speaking
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status: 0 done, 1 failed, 2 wrong call."""
    options = parser().parse_args(arguments)
    if options.check and options.json:
        parser().error("--check 和 --json 不能同用")
    # It may have come before the pages were put in place, or after: never in between.
    interrupted = "转换中断；生成的文件或者一个没动，或者已全部换好。再运行一次即可。 [interrupted]"
    try:
        with uncollected():  # the modules and their dictionaries too
            return answer(lambda: _run(options), interrupted)
    except MemoryError:
        print("内存不够。请把原文拆成几部书。 [file-too-large]", file=sys.stderr)
    return 1


def _run(options: argparse.Namespace) -> int:
    from compilation import pipeline
    from compilation.report import report

    settings = pipeline.settings(options.book, options.source, options.output)
    with _progress(settings.source) as progress:
        if options.json:
            result = _json(settings, options.json, progress, options.strict)
        elif options.check:
            return _check(settings, options, progress)
        else:
            result = pipeline.write(settings, progress, options.strict)
    for line in report(result, settings.source.name, full=options.report):
        print(line, file=sys.stderr if options.json else sys.stdout)
    _print(result.problems, options.report)
    return 0


def _json(settings: Settings, target: str, progress: Progress | None, strict: bool) -> Result:
    """Write the model as JSON to a file, whole or not at all, or to standard output."""
    from compilation import pipeline

    if target == "-":
        return pipeline.write_json(settings, data_output(), progress, strict)
    return pipeline.write_json_file(settings, Path(target), progress, strict)


def _check(settings: Settings, options: argparse.Namespace, progress: Progress | None) -> int:
    from compilation import pipeline, slogans
    from compilation.config import is_there
    from compilation.problems import Severity

    result, stale = pipeline.check(settings, progress)
    of_editor = [p for p in result.problems if p.file != str(settings.source)]
    asked = result.problems if options.strict else of_editor
    left = [p for p in asked if p.severity is Severity.UNCERTAIN]
    noted = [p for p in of_editor if p.severity is Severity.REMARK]
    if result.book and settings.glossary and is_there(settings.glossary):
        words = slogans.load(settings.glossary)
        left += slogans.undecided(result.book, words, str(settings.source))
        left += slogans.needless(result.book, words)
    for problem in (*stale, *noted, *left):
        print(problem, file=sys.stderr)
    if not stale:
        right = "生成的文件与原文一致，撤销全部修改即还原原文，一字不差。"
        print(right if left else f"核对无误：{right}")
    if left:
        print(f"另有 {len(left)} 处要编者处理，已列在上面。", file=sys.stderr)
    return 1 if stale or left else 0


def _print(problems: Sequence[Problem], full: bool) -> None:
    """Print what was uncertain; in a full report the remarks too, below it."""
    from compilation.problems import Severity

    for problem in sorted(problems, key=lambda problem: problem.severity is Severity.REMARK):
        if full or problem.severity is not Severity.REMARK:
            print(problem, file=sys.stderr)


@contextlib.contextmanager
def _progress(source: Path) -> Iterator[Progress | None]:
    """Show a bar with the time left for a large source, on a terminal only."""
    try:
        large = source.stat().st_size > 3_000_000
    except (OSError, ValueError):
        large = False
    if not large or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(total=1, unit="字", unit_scale=True, desc="转换", leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show


if __name__ == "__main__":
    status = main()
    gc.freeze()  # nor is any garbage looked for when the process ends
    sys.exit(status)
