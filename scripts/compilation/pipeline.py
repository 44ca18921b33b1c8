"""Composes the stages; the only module, with ``output`` and ``config``, that touches files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from . import account, decode, emend, output, parse, slogans
from .config import LinedDict, read_yaml
from .decode import Decoded
from .model import Book
from .problems import Code, ConversionError, Problem, first_error
from .render import appendix, chapter, contents, glossary


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are: the source, the editor's files and the folder to write to."""

    source: Path
    editorial: Path
    output: Path
    script: str = "Hans"


@dataclass(frozen=True, slots=True)
class Result:
    """A conversion: the book, its pages by path, and what there is to say about it."""

    book: Book
    decoded: Decoded
    pages: dict[str, str]
    problems: tuple[Problem, ...]


def settings(book: Path, source: Path | None = None, target: Path | None = None) -> Settings:
    """Read ``book.yaml``; ``source`` and ``target`` come first where they are given.

    Raises ConversionError for a missing or broken file or one that names no source.
    """
    if source is not None and not book.exists():
        return Settings(source, book.parent / "editorial", target or book.parent)
    data = read_yaml(book)
    if not isinstance(data, LinedDict):
        raise _config(book, 1, "内容应是“键: 值”的形式")
    script = data.get("script", "Hans")
    if script not in ("Hans", "Hant"):
        line = data.key_lines["script"]
        raise _config(book, line, f"script 是“{script}”，只能是 Hans 或 Hant")
    if source is None:
        about = data.get("source")
        file = about.get("file") if isinstance(about, LinedDict) else None
        if not isinstance(file, str) or not file.strip():
            line = data.key_lines.get("source", 1)
            raise _config(book, line, "没有写明原文在哪里（source: file:）")
        source = book.parent / file
    return Settings(source, book.parent / "editorial", target or book.parent, script)


def _config(file: Path, line: int, message: str) -> ConversionError:
    return ConversionError(
        Problem(Code.CONFIG_INVALID, f"{message}。", "请照 README 修改。", str(file), line)
    )


def read_source(path: Path) -> Decoded:
    """Read and decode the source.  Raises ConversionError for all that can be wrong with it."""
    name = str(path)
    try:
        if path.is_dir():
            raise ConversionError(
                Problem(Code.FILE_IS_FOLDER, "这是目录，不是文件。", "请给出原文的文件名。", name)
            )
        size = path.stat().st_size
        if size > decode.MAX_BYTES:
            raise ConversionError(
                Problem(
                    Code.FILE_TOO_LARGE,
                    f"文件有 {size / 1e6:.0f} MB，超过上限 {decode.MAX_BYTES // 1_000_000} MB。",
                    "请拆成几部书分别转换。",
                    name,
                )
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConversionError(
            Problem(
                Code.FILE_MISSING, "找不到原文。", "请检查 book.yaml 里的 source: file:。", name
            )
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConversionError(
            Problem(Code.FILE_UNREADABLE, f"读不了原文（{reason}）。", "请检查文件和权限。", name)
        ) from None
    return decode.decode(data, name)


def convert(options: Settings) -> Result:
    """Convert the source to a book and its pages; nothing is written.

    Raises ConversionError for anything that makes a conversion impossible or wrong.
    """
    decoded = read_source(options.source)
    words = slogans.load(options.editorial / "slogans.yaml")
    corrections = emend.load(options.editorial / "emendations.yaml")
    book, problems = build(decoded.text, corrections, str(options.editorial / "emendations.yaml"))
    book = slogans.mark(book, words)
    wrong = account.prove(book, decoded.text)
    if wrong:
        raise ConversionError(
            Problem(Code.TEXT_LOST, f"撤销修改后不能还原原文：{wrong}。", "请报告这个缺陷。")
        )
    located = [
        p if p.file else replace(p, file=str(options.source))
        for p in (*decoded.problems, *problems)
    ]
    if error := first_error(located):
        raise ConversionError(error)
    return Result(book, decoded, render(book, words), tuple(located))


def build(
    source: str, corrections: tuple[emend.Emendation, ...] = (), file: str = ""
) -> tuple[Book, list[Problem]]:
    """Parse and emend a decoded source."""
    outline = parse.outline(source)
    problems = list(outline.problems)
    parsed = list(_parse(source, outline))
    parsed, found = emend.apply(parsed, corrections, file)
    problems += found
    front = tuple(block for part in parsed for block in part.front)
    chapters = tuple(part.chapter for part in parsed if part.chapter)
    edits = tuple(edit for part in parsed for edit in part.edits)
    for part in parsed:
        problems += part.problems
    return Book(front, chapters, edits), problems


def _parse(source: str, outline: parse.Outline) -> Iterator[parse.Parsed]:
    if outline.front:
        span = outline.front
        yield parse.front(source[span.start : span.end], span.start, span)
    for span in outline.chapters:
        yield parse.chapter(source[span.start : span.end], span.start, span)


def render(book: Book, words: slogans.Glossary) -> dict[str, str]:
    """Give all pages of a book by their path."""
    names = appendix.names_of_blocks(book)
    pages = contents.pages(book.chapters, book.front)
    pages |= {f"essays/{item.id}.md": chapter.page(item) for item in book.chapters}
    pages["appendix/glossary.md"] = glossary.page(words, names)
    if words.entries:
        pages["appendix/concordance.md"] = appendix.concordance()
        pages["appendix/statistics.md"] = appendix.statistics()
    pages["appendix/emendations.md"] = appendix.emendations(book, appendix.count_rules(book), names)
    pages["appendix/index.md"] = appendix.index(
        path.removeprefix("appendix/").removesuffix(".md")
        for path in list(pages)
        if path.startswith("appendix/")
    )
    return pages


def write(options: Settings, result: Result) -> list[str]:
    """Write the pages that changed; give their names."""
    with output.lock(options.output):
        return output.write(options.output, result.pages)


def check(options: Settings, result: Result) -> list[Problem]:
    """Give a problem for each page on disk that is not what the source gives now."""
    names = []
    with suppress(OSError):
        names = output.stale(options.output, result.pages)
    return [
        Problem(
            Code.OUTPUT_STALE,
            "与原文和编者文件现在所出的不一致。",
            "请运行 scripts/convert.py（或 make html）重新生成，不要手工修改。",
            str(options.output / name),
        )
        for name in names
    ]
