"""Reads the source and composes the stages; ``output`` writes what comes of them."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from processes.garbage import uncollected
from processes.reasons import reason

from . import (
    bookfile,
    chapters,
    decode,
    emend,
    emendations,
    jsonform,
    output,
    parallels,
    parse,
    slogans,
    structure,
    wording,
)
from .bookfile import Settings as Settings
from .bookfile import settings as settings
from .decode import Decoded
from .marks import numbering
from .model import Block, Book
from .own_words import Say, say_in
from .problems import Code, ConversionError, Problem, Severity
from .proof import oddities
from .removed import Removed
from .render import appendix, contents, glossary
from .render import parallels as parallels_page
from .text import script
from .text.edits import Edits

#: Up to this length (characters) the whole model is kept: for parallels and the checks.
KEEP = 5_000_000


@dataclass(frozen=True, slots=True)
class Result:
    """What a conversion found: see :func:`convert`.  ``book`` is None for very long sources."""

    decoded: Decoded
    book: Book | None
    chapters: int
    works: int
    counts: Counter[str]
    problems: tuple[Problem, ...]
    pages: tuple[str, ...]


Progress = Callable[[int, int], None]


def read_source(path: Path) -> Decoded:
    """Read and decode the source.  Raises ConversionError for all that can be wrong with it."""
    name = str(path)
    try:
        if path.is_dir():
            raise ConversionError(
                Problem(Code.FILE_IS_FOLDER, "这是目录，不是文件。", "请给出原文的文件名。", name)
            )
        if not path.is_file() and path.exists():
            raise ConversionError(
                Problem(Code.FILE_UNREADABLE, "这不是普通文件。", "请给出原文的文件名。", name)
            )
        decode.check_size(path.stat().st_size, name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConversionError(
            Problem(
                Code.FILE_MISSING,
                "找不到原文。",
                "请检查文件名，或 book.yaml 里的 source: file:。",
                name,
            )
        ) from None
    except (OSError, ValueError) as error:
        what = f"读不了原文（{reason(error)}）。"
        raise ConversionError(
            Problem(Code.FILE_UNREADABLE, what, "请检查文件和权限。", name)
        ) from None
    return decode.decode(data, name)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is read before the first chapter is parsed."""

    decoded: Decoded
    job: chapters.Job
    spans: list[parse.Span]
    words: slogans.Glossary
    problems: list[Problem]
    numbers: tuple[numbering.Numbered, ...]


def _prepare(options: Settings, as_json: bool) -> _Prepared:
    """Read all files and find the chapters."""
    words = slogans.of_book(options.glossary)
    editorial = options.editorial
    corrections = emendations.load(editorial / "emendations.yaml") if editorial else ()
    entries = structure.load(editorial / "structure.yaml") if editorial else ()
    decoded = read_source(options.source)
    text = decoded.text
    where = str(editorial / "structure.yaml") if editorial else ""
    overrides, problems = structure.place(entries, text, where)
    problems += decoded.problems
    if wrong := script.differs(text, options.script):
        problems.append(wrong)
    problems += oddities.missing_characters(text)
    problems += oddities.swapped_words(text, options.script)
    with uncollected():
        outline = parse.outline(text, overrides)
    problems += outline.problems
    wanted = frozenset(p for e in words.entries for m in e.members for p in m.places)
    job = chapters.Job(
        text,
        corrections,
        overrides,
        slogans.Matcher(words),
        wanted,
        keep_model=len(text) <= KEEP,
        as_json=as_json,
        script=options.script,
    )
    spans = [*([outline.front] if outline.front else []), *outline.chapters]
    return _Prepared(decoded, job, spans, words, problems, outline.numbers)


def convert(
    options: Settings, sink: output.Writer | output.Checker, progress: Progress | None = None
) -> Result:
    """Convert the source; its pages go to ``sink``, which the caller finishes and closes.

    ``progress`` is told characters done and in all.  Raises ConversionError for anything that
    makes a conversion impossible or wrong.
    """
    ready = _prepare(options, as_json=False)
    gathered = _Gathered(ready)
    titles: list[tuple[str, str, str]] = []
    for done in gathered.run(progress):
        if done.title[0]:
            titles.append(done.title)
            sink.put(f"essays/{done.title[0]}.md", done.page)
    problems = gathered.problems(options)
    book = gathered.book()
    said = None
    if book and options.editorial:
        entries = [entry.id for entry in ready.words.entries]
        said = wording.Wording(options.editorial / "conversion.yaml", book, entries)
        problems += said.problems()
    problems += bookfile.misplaced(options.volumes, [title[0] for title in titles])
    if errors := [p for p in problems if p.severity is Severity.ERROR]:
        raise ConversionError(*errors)
    say = say_in(options.script)
    at_back = _back_matter(options, ready, gathered, book, say)
    problems += slogans.placeless(ready.words, gathered.names)
    if book and said:  # what the editor's files say is said of this text
        problems += slogans.unfounded(book, ready.words) + slogans.unused(book, ready.words)
        problems += said.unused([*at_back.values(), *options.about])
    pages = contents.pages(titles, gathered.front, say, options.volumes) | at_back
    for name, page in pages.items():
        sink.put(name, page)
    return Result(
        ready.decoded,
        book,
        len(titles),
        gathered.works,
        gathered.counts,
        tuple(problems),
        tuple(pages),
    )


def _back_matter(
    options: Settings, ready: _Prepared, gathered: _Gathered, book: Book | None, say: Say
) -> dict[str, str]:
    """Give the pages of the appendix by their paths, each where there is something for it.

    ``book`` is None for very long sources, whose texts are not compared.
    """
    pages = {}
    if ready.words.entries:
        kept = [item.source for item in ready.job.corrections if item.verbatim]
        pages["glossary"] = glossary.page(ready.words, gathered.names, say, kept)
        pages["concordance"] = appendix.concordance(say)
        pages["statistics"] = appendix.statistics(say)
    base = ""
    if options.editorial:
        base = appendix.base_text(options.note, options.source.name, ready.decoded.sha256, say)
    pages["emendations"] = appendix.emendations(
        gathered.emended, gathered.counts, gathered.removed, gathered.moved, say, base
    )
    if book and (pairs := parallels.find(book)):
        pages["parallels"] = parallels_page.page(pairs, book, say)
    pages["index"] = appendix.index((name for name in appendix.ORDER if name in pages), say)
    return {f"appendix/{name}.md": page for name, page in pages.items()}


class _Gathered:
    """Adds up what the chapters give."""

    def __init__(self, ready: _Prepared) -> None:
        self._ready = ready
        self._parsed: list[parse.Parsed] = []
        self._fits: list[emend.Fits] = []
        self._problems: list[Problem] = []
        self._numbers = list(ready.numbers)
        self.works = self.moved = 0
        self.counts: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.front: tuple[Block, ...] = ()
        self.emended: list[str] = []
        self.removed: list[tuple[str, tuple[Removed, ...]]] = []

    def run(self, progress: Progress | None) -> Iterator[chapters.Done]:
        """Process all spans; give each when it has been added."""
        total = len(self._ready.job.source)
        with uncollected():
            for span, done in zip(
                self._ready.spans,
                chapters.process_all(self._ready.job, self._ready.spans),
                strict=True,
            ):
                self._add(span, done)
                if progress:
                    progress(span.end, total)
                yield done

    def _add(self, span: parse.Span, done: chapters.Done) -> None:
        if done.parsed:
            self._parsed.append(done.parsed)
        if done.number is not None:
            at = span.number - 1
            self._numbers[at] = self._numbers[at]._replace(number=done.number)
        if any(done.fits):
            self._fits.append(done.fits)
        self.front += done.front
        self._problems += done.problems
        self.works += done.works
        self.moved += done.moved
        self.counts.update(done.counts)
        self.names |= done.names
        self.emended.append(done.emended)
        if done.removed:
            self.removed.append((done.title[1] or done.title[2], done.removed))

    def problems(self, options: Settings) -> list[Problem]:
        """Give all problems, each with its file."""
        corrections = self._ready.job.corrections
        found = [
            *self._ready.problems,
            *numbering.problems(self._numbers),
            *self._problems,
            *emend.misplaced(corrections, self._fits),
        ]
        name = str(options.source)
        return [p if p.file else replace(p, file=name) for p in found]

    def book(self) -> Book | None:
        """Give the whole model, or None where it was not kept."""
        if not self._ready.job.keep_model:
            return None
        return Book(
            self.front,
            tuple(p.chapter for p in self._parsed if p.chapter),
            Edits([p.edits for p in self._parsed]),
        )


def write(options: Settings, progress: Progress | None = None, strict: bool = False) -> Result:
    """Convert and write the pages that changed; ``Result.pages`` are their names.

    With ``strict`` an uncertainty is an error, raised before anything is written.
    """
    with output.lock(options.output):
        sink = output.Writer(options.output)
        try:
            result = convert(options, sink, progress)
            if strict:
                refuse_uncertain(result.problems)
            return replace(result, pages=tuple(sink.finish()))
        finally:
            sink.close()


def refuse_uncertain(problems: tuple[Problem, ...]) -> None:
    """Raise the uncertainties among the problems as errors (--strict)."""
    found = [p for p in problems if p.severity is Severity.UNCERTAIN]
    if found:
        raise ConversionError(*found)


def check(options: Settings, progress: Progress | None = None) -> tuple[Result, list[Problem]]:
    """Compare the pages on disk with what the source gives now; give a problem for each."""
    sink = output.Checker(options.output)
    result = convert(options, sink, progress)
    return result, [
        Problem(
            Code.OUTPUT_STALE,
            "与原文和编者文件现在所出的不一致。",
            "请运行 scripts/convert.py（或 make html）重新生成，不要手工修改。",
            str(options.output / name),
        )
        for name in sink.finish()
    ]


def model(options: Settings) -> Book:
    """Give the model of the source, emended and with its mentions; nothing is written.

    Raises ConversionError, also for a source too long to be kept whole.
    """
    ready = _prepare(options, as_json=False)
    gathered = _Gathered(ready)
    for _ in gathered.run(None):
        pass
    problems = gathered.problems(options)
    if errors := [p for p in problems if p.severity is Severity.ERROR]:
        raise ConversionError(*errors)
    book = gathered.book()
    if book is None:
        raise ConversionError(
            Problem(
                Code.FILE_TOO_LARGE,
                f"原文超过 {KEEP} 字，不能整本处理。",
                "请拆成几部分。",
                str(options.source),
            )
        )
    return book


def write_json(
    options: Settings, target: IO[str], progress: Progress | None = None, strict: bool = False
) -> Result:
    """Write the model as JSON; nothing else is written.

    With ``strict`` an uncertainty is an error, raised before anything is written.
    The edits stand behind the chapters in the document, so they wait in a temporary file.
    """
    ready = _prepare(options, as_json=True)
    gathered = _Gathered(ready)
    fronts: list[str] = []
    count = 0
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as parts,
        tempfile.TemporaryFile("w+", encoding="utf-8") as edits,
    ):
        for done in gathered.run(progress):
            shown, changes = done.json
            if done.title[0]:
                count += 1
                parts.write(json.dumps(shown) + "\n")
            else:
                fronts.append(shown)
            edits.write(json.dumps(changes) + "\n")
        problems = gathered.problems(options)
        if errors := [p for p in problems if p.severity is Severity.ERROR]:
            raise ConversionError(*errors)
        if strict:
            refuse_uncertain(tuple(problems))
        parts.seek(0)
        edits.seek(0)
        for piece in jsonform.document(
            ready.decoded,
            options.source.name,
            script.detect(ready.decoded.text).script,
            ", ".join(fronts),
            (json.loads(line) for line in parts),
            (json.loads(line) for line in edits),
            problems,
        ):
            target.write(piece)
    return Result(
        ready.decoded, gathered.book(), count, gathered.works, gathered.counts, tuple(problems), ()
    )


def write_json_file(
    options: Settings, target: Path, progress: Progress | None = None, strict: bool = False
) -> Result:
    """Write the model as JSON to a file, which is replaced whole or not at all."""
    with output.replacing(target) as handle:
        return write_json(options, handle, progress, strict)
