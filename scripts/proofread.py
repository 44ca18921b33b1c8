"""Suggests emendations to the editor: ``scripts/proofread.py suggest``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from commandline import Parser, answer, data_output, speaking

ROOT = Path(__file__).resolve().parent.parent


def parser() -> Parser:
    """Describe the command line."""
    result = Parser(description="找出原文里可能的讹误，供编者取舍。")
    commands = result.add_subparsers(dest="command", required=True, metavar="命令")
    suggest = commands.add_parser("suggest", help="写出 editorial/emendations.yaml 能收的建议")
    add = suggest.add_argument
    add("--book", type=Path, default=ROOT / "book.yaml", metavar="FILE", help="书的说明")
    add(
        "--source",
        type=Path,
        metavar="FILE",
        help="原文，默认为 book.yaml 里所写的；别的原文不用 editorial/",
    )
    add("--output", type=Path, metavar="FILE", help="写到这个文件，默认为标准输出")
    return result


@speaking
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status: 0 done, 1 failed, 2 wrong call."""
    options = parser().parse_args(arguments)
    # It may have come before the file was put in place, or after: never in between.
    interrupted = "中断；文件或者没有写，或者已写全。再运行一次即可。 [interrupted]"
    return answer(lambda: _suggest(options), interrupted)


def _suggest(options: argparse.Namespace) -> int:
    from compilation import output, parallels, pipeline, slogans
    from compilation.own_words import say_in
    from compilation.problems import Places
    from compilation.proof import proofread

    settings = pipeline.settings(options.book, options.source)
    book = pipeline.model(settings)
    words = slogans.of_book(settings.glossary)
    phrases = [entry.term for entry in words.entries]
    phrases += [
        variant.form
        for entry in words.entries
        for variant in entry.variants
        if variant.kind is not slogans.VariantKind.SLIP
    ]
    say = say_in(settings.script)
    found = proofread.suggest(book, phrases, parallels.find(book), say)
    lines = Places(pipeline.read_source(settings.source).text)
    draft = proofread.draft(found, book, lines.line, say)
    if options.output:
        with output.replacing(options.output) as handle:
            handle.write(draft)
    else:
        data_output().write(draft)
        sys.stdout.flush()
    print(f"建议 {len(found)} 处。", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
