"""One chapter through all stages, and many of them through all cores.

A chapter needs nothing of the others, so a worker process takes one, parses, emends, marks,
proves and renders it, and gives back only what the caller asked to keep.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import synchronize

from processes.forks import begin_worker, cores
from processes.interrupts import ctrl_c_waits
from processes.pools import told_to_end

from . import account, emend, jsonform, parse, removed, slogans, structure
from .emendations import Emendation
from .marks import numbering
from .model import Block, Book
from .own_words import say_in
from .parse import Parsed, Span
from .passages import is_signed_elsewhere
from .problems import Code, ConversionError, Problem
from .render import appendix, chapter
from .text.edits import rules, whole

#: Below this length (characters) a second process costs more than it saves.
PARALLEL_FROM = 1_500_000


@dataclass(frozen=True, slots=True)
class Job:
    """What all chapters share."""

    source: str
    corrections: tuple[Emendation, ...]
    overrides: structure.Overrides
    matcher: slogans.Matcher
    wanted: frozenset[str]
    keep_model: bool
    as_json: bool
    script: str  #: of the book: ``Hans`` or ``Hant``


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a chapter (or of the front): see :class:`Job` for what is kept.

    ``moved`` is the number of works whose signature is printed elsewhere than the source has it,
    ``names`` says what to call the blocks that the glossary links to, ``emended`` is the
    chapter's part of the list of emendations, ``removed`` what that quotes of the text that was
    taken out, ``fits`` says where the entries fit, ``front`` are the blocks of the front,
    ``number`` is that of a marker which the editor emended.
    """

    parsed: Parsed | None
    page: str
    json: tuple[str, str]
    title: tuple[str, str, str]
    works: int
    moved: int
    counts: Counter[str]
    names: dict[str, str]
    emended: str
    removed: tuple[removed.Removed, ...]
    fits: emend.Fits
    front: tuple[Block, ...]
    number: int | None
    problems: tuple[Problem, ...]


def process(job: Job, span: Span) -> Done:
    """Take one span of the source through all stages.

    Raises ConversionError where the edits, undone, do not give back the source.
    """
    source = job.source[span.start : span.end]
    parsed = (parse.chapter if span.number else parse.front)(source, span, job.overrides)
    parsed, fits = emend.apply(parsed, job.corrections)
    wrong = account.prove_span(parsed, source, span)
    if wrong:
        raise ConversionError(
            Problem(
                Code.TEXT_LOST,
                f"撤销修改后不能还原原文：{wrong}。",
                "这是转换程序的缺陷，请连同原文报告。",
                line=span.line,
            )
        )
    parsed = _marked(_told(parsed, span, job.overrides), job.matcher)
    book = Book(parsed.front, (parsed.chapter,) if parsed.chapter else (), ())
    say = say_in(job.script)
    names = appendix.names_of_blocks(book, say)
    item = parsed.chapter
    counts = rules(parsed.edits)
    gone = removed.of(whole(parsed.edits), item, source, span.start, span.line)
    return Done(
        parsed=parsed if job.keep_model else None,
        page=chapter.page(item, say) if item and not job.as_json else "",
        json=jsonform.part(parsed) if job.as_json else ("", ""),
        title=(item.id, item.marker, chapter.heading_of(item)) if item else ("", "", ""),
        works=len(item.works) if item else 0,
        moved=sum(map(is_signed_elsewhere, item.works)) if item else 0,
        counts=counts,
        names={key: value for key, value in names.items() if key in job.wanted},
        emended=appendix.emendations_of(book, names, say),
        removed=tuple(gone) if removed.among(counts) else (),
        fits=fits,
        front=parsed.front,
        number=numbering.read(item.marker) if item and item.marker_notes else None,
        problems=parsed.problems,
    )


def _told(parsed: Parsed, span: Span, overrides: structure.Overrides) -> Parsed:
    """Put in what the editor says of who wrote the works; report what came to nothing."""
    if not overrides.by_line:
        return parsed
    chapter = parsed.chapter
    blocks = [b for work in chapter.works for b in work.blocks] if chapter else parsed.front
    wrong = structure.idle(blocks, overrides, chapter is None)
    if chapter:
        chapter = structure.tell(chapter, overrides, span.start, span.end)
    else:
        wrong += structure.unowned(overrides, span.end)
    return replace(parsed, chapter=chapter, problems=(*parsed.problems, *wrong))


def _marked(parsed: Parsed, matcher: slogans.Matcher) -> Parsed:
    """Record the mentions of slogans in a chapter."""
    if parsed.chapter is None:
        return parsed
    works = tuple(
        replace(work, blocks=tuple([_with_mentions(block, matcher) for block in work.blocks]))
        for work in parsed.chapter.works
    )
    return replace(parsed, chapter=replace(parsed.chapter, works=works))


def _with_mentions(block: Block, matcher: slogans.Matcher) -> Block:
    found = matcher.mentions(block.text)
    return Block(*block[:-1], found) if found else block


#: What forked workers find there: nothing of it is sent to them.
_job: Job | None = None
_spans: list[Span] = []
#: Set when nobody will take what the workers are at.
_given_up: synchronize.Event | None = None


def _process_many(batch: slice) -> list[Done]:
    assert _job is not None
    assert _given_up is not None
    done: list[Done] = []
    for span in _spans[batch]:
        if _given_up.is_set():
            break
        done.append(process(_job, span))
    return done


def process_all(job: Job, spans: list[Span]) -> Iterator[Done]:
    """Give what becomes of each span, in order; in parallel where it pays.

    Workers are forked, so that they share the source; without fork it runs in one process.  The
    pool itself ends those that are left when one was killed.  Raises ConversionError like
    `process`, and where the system killed a worker; KeyboardInterrupt where all were told to end.
    """
    workers = cores()
    if len(job.source) < PARALLEL_FROM or workers < 2 or len(spans) < 2:
        for span in spans:
            yield process(job, span)
        return
    global _job, _spans, _given_up
    context = multiprocessing.get_context("fork")
    _job, _spans, _given_up = job, spans, context.Event()
    pool = ProcessPoolExecutor(
        workers, mp_context=context, initializer=begin_worker, initargs=(os.getpid(),)
    )
    try:
        waiting: list[Future[list[Done]]] = []
        for batch in _batches(spans):
            with ctrl_c_waits():  # the first of them starts the workers
                waiting.append(pool.submit(_process_many, batch))
            if len(waiting) > workers * 3:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()
    except BrokenProcessPool:
        if told_to_end(pool):
            raise KeyboardInterrupt from None
        raise ConversionError(
            Problem(
                Code.INTERRUPTED,
                "转换的子进程被系统终止，多半是内存不够。",
                "请关掉别的程序，或把原文拆成几部书。",
            )
        ) from None
    except BaseException:
        # Ctrl-C shall be answered soon: the workers leave off after the chapter they are at. They
        # are not killed: one that dies while it sends a result leaves the pool waiting for ever.
        _given_up.set()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _job, _spans, _given_up = None, [], None


def _batches(spans: list[Span], size: int = 100_000) -> Iterator[slice]:
    """Put short chapters together into batches of about ``size`` characters.

    A batch takes little time, so that at the end no worker waits long for another.
    """
    first = length = 0
    for index, span in enumerate(spans, 1):
        length += span.end - span.start
        if length >= size or index == len(spans):
            yield slice(first, index)
            first, length = index, 0
