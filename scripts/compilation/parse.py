"""From the decoded source to the model of the book, with every change recorded.

``outline`` looks at all lines once and finds the chapters; ``chapter`` then works on one
stretch of source and needs nothing of the others, so that chapters can be parsed in parallel.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from . import normalise, passages
from .account import account
from .body import works
from .body.blocks import classify
from .body.lines import NO_PAGES, Dropped, Line, Pages, apart, first_look, removals, split
from .body.pour import part
from .body.reflow import Profile, profile, reflow
from .divisions import days
from .marks import habits, headers, heads
from .marks.habits import Habits
from .marks.header import LISTED
from .marks.headers import Header
from .marks.numbering import Numbered
from .model import Block, Chapter, Edit, Text, Work
from .problems import Code, Problem, Severity
from .signatures.persons import person_as_title
from .structure import NONE, Overrides
from .text.signs import BLANK_CHARACTERS, has_blank, squeeze
from .text.tracking import Tracked, cut
from .tops import openings, titles
from .tops.drafts import Draft
from .web import leftovers, pages


@dataclass(frozen=True, slots=True)
class Span:
    """A chapter to parse: where it lies in the source, and its header.

    ``inner`` are the headers inside it, each with the offset in the source where its line begins:
    the chapter's own lines are others than those the headers were found in.
    """

    start: int
    end: int
    line: int
    header: Header | None
    inner: tuple[tuple[int, Header], ...]
    number: int
    last: bool
    pages: Pages = NO_PAGES
    habits: Habits = habits.NONE


@dataclass(frozen=True, slots=True)
class Outline:
    """The chapters of a source, and the stretch before the first header."""

    front: Span | None
    chapters: tuple[Span, ...]
    problems: tuple[Problem, ...]
    numbers: tuple[Numbered, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A chapter (or the front), its edits and what was uncertain."""

    chapter: Chapter | None
    front: tuple[Block, ...]
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


#: Noise is not looked for in lines longer than this while chapters are found (characters).
_FIRST_LOOK = headers.MAX_TITLE * 2


def outline(source: str, overrides: Overrides = NONE) -> Outline:
    """Find the chapters of a decoded source."""
    lines, dropped = split(source, overrides=overrides, phrases_up_to=_FIRST_LOOK)
    looked = first_look(lines, source.count("\n") + 1, _FIRST_LOOK)
    lines, dropped = leftovers.remove(source, 0, lines, dropped)
    left = pages.learn(lines, dropped, source)
    left = replace(left, looked=looked) if left is NO_PAGES else left
    if left.screens or left.poured or left.titles or left.markdown:
        lines, dropped = split(source, overrides=overrides, phrases_up_to=_FIRST_LOOK, pages=left)
        if left.markdown:
            lines, _ = leftovers.remove(source, 0, lines, dropped)
    elif left.running:
        kept = [x for x in lines if x.said or squeeze(x.text) not in left.running]
        # The first is the title of the collection.
        lines = lines[:1] + kept if lines[0] not in kept else kept
    outer, inner = headers.find(lines)
    if not outer:
        span = Span(0, len(source), 1, None, _placed(lines, inner), 1, True, left)
        return Outline(None, (span,), ())
    common = habits.learn(lines, outer)
    starts = [_start(lines, header) for header in outer]
    spans = []
    for number, (header, start) in enumerate(zip(outer, starts, strict=True), 1):
        last = number == len(outer)
        end = len(source) if last else starts[number]
        until = len(lines) if last else outer[number].line
        own = _placed(lines, (h for h in inner if header.line < h.line < until))
        shifted = _shift(header, lines[header.line])
        line = lines[header.line].number
        spans.append(Span(start, end, line, shifted, own, number, last, left, common))
    front = None
    if starts[0] > 0:
        front = Span(0, starts[0], 1, None, (), 0, False, left)
    numbers = tuple(
        Numbered(
            None if header.form == headers.SAID and not header.mark[1] else header.number,
            lines[header.line].number,
            header.before + 1,
        )
        for header in outer
    )
    return Outline(front, tuple(spans), tuple(_form_problems(lines, outer)), numbers)


def _placed(lines: Sequence[Line], inner: Iterable[Header]) -> tuple[tuple[int, Header], ...]:
    """Give headers with the source offsets where their lines begin."""
    return tuple((lines[header.line].tracked.start, header) for header in inner)


def _start(lines: Sequence[Line], header: Header) -> int:
    """Give the source offset where a header begins."""
    tracked = lines[header.line].tracked
    if header.before == 0:
        return tracked.start
    return cut(tracked, _first(header, tracked.text), len(tracked.text)).start


def _first(header: Header, text: str) -> int:
    """Give the place of the first character of a header that is no blank."""
    return header.before + len(text[header.before :]) - len(text[header.before :].lstrip())


def _shift(header: Header, line: Line) -> Header:
    """Count the offsets of a header in mid-line from where it begins."""
    if header.before == 0:
        return header
    by = _first(header, line.text)
    (a, b), (c, d) = header.mark, header.title
    end = header.end - by if header.end else 0
    return replace(header, before=0, mark=(a - by, b - by), title=(c - by, d - by), end=end)


def _form_problems(lines: Sequence[Line], outer: Sequence[Header]) -> list[Problem]:
    """Report headers whose form does not make sure that they are some."""
    problems = []
    if outer[0].form not in headers.SURE:
        text = lines[outer[0].line].text
        printed = text[outer[0].mark[0] : outer[0].mark[1]]
        listed = outer[0].form == LISTED
        message = (
            f"没有篇目标记，{'照目录' if listed else '凭前后的署名等'}当作各章题目，"
            f"共 {len(outer)} 处。"
            if listed or outer[0].form == headers.UNMARKED
            else f"“{printed}”一类的标记共 {len(outer)} 处，"
            "凭前后的题目、署名或缩进当作分章的标记。"
        )
        problems.append(_uncertain(Code.HEADER_UNCERTAIN, message, lines[outer[0].line].number))
    return problems


def front(source: str, span: Span, overrides: Overrides = NONE) -> Parsed:
    """Parse the stretch before the first header: its lines as paragraphs."""
    base = span.start
    lines, dropped = split(source, base, span.line, overrides, pages=span.pages)
    lines, dropped = leftovers.before_texts(source, base, lines, dropped, span.pages.junk)
    lines = reflow(source, base, lines, dropped, profile(lines))
    pieces = [normalise.body(line.tracked) for line in lines]
    blocks = tuple(
        Block("paragraph", f"front-p{n}", piece.text, piece.start, piece.end, line.number)
        for n, (piece, line) in enumerate(zip(pieces, lines, strict=True), 1)
    )
    edits = account(source, base, span.start, span.end, pieces, dropped, span.last)
    return Parsed(None, blocks, tuple(edits), tuple(_noise_problems(dropped, span, source, base)))


def chapter(source: str, span: Span, overrides: Overrides = NONE) -> Parsed:
    """Parse one chapter.  ``source`` is its stretch of the decoded source."""
    base = span.start
    lines, dropped = split(source, base, span.line, overrides, pages=span.pages)
    lines, dropped = leftovers.remove(source, base, lines, dropped, span.pages.junk)
    problems = _noise_problems(dropped, span, source, base)
    removed = removals(lines)
    header: list[Tracked] = []
    marker = ""
    first = Draft(line=span.line, habits=span.habits)
    shape = profile(lines)
    if span.header:
        header, marker, lines = heads.take(span.header, lines, dropped, first, shape.wrap)
    elif span.inner:
        header = [normalise.title(lines[0].tracked)]
        first.given = header[0].text
        lines = lines[1:]
    lines, inner = _flow(source, base, lines, dropped, dict(span.inner), shape)
    if not inner:
        lines = openings.unstick(lines, first.given, dropped)
        inner = heads.find_set(lines, first.given, dropped)
        if not first.given and 0 in inner:
            del inner[0]
        elif not first.given and 1 in inner and titles.title_like(lines[0].text):
            header.append(normalise.title(lines[0].tracked))
            first.given = header[-1].text
            lines, inner = lines[1:], {index - 1: pieces for index, pieces in inner.items()}
    given = first.given
    drafts = works.divide(lines, first, inner, dropped)
    for draft in drafts:
        works.split_glued(draft)
        works.split_salutation(draft)
    identity = f"e{span.number:02d}"
    built = [_work(f"{identity}{_letters(n)}", draft, problems) for n, draft in enumerate(drafts)]
    pieces = [*header]
    for _, parts in built:
        pieces += parts
    pieces.sort(key=lambda piece: (piece.start, piece.end))
    edits = account(
        source, base, span.start, span.end, pieces, apart([*dropped, *removed]), span.last
    )
    result = Chapter(
        id=identity,
        number=span.number,
        marker=marker,
        title=given or "".join(normalise.title(t).text for t in first.title),
        works=tuple(work for work, _ in built),
        line=span.line,
        header=tuple(Text(p.text, p.start, p.end) for p in header),
    )
    if span.header and not result.title:
        problems.append(_uncertain(Code.TITLE_MISSING, f"“{result.marker}”没有题目。", span.line))
    return Parsed(result, (), tuple(edits), tuple(problems))


def _letters(index: int) -> str:
    """Give a, b … z, aa, ab … for the n-th work of a chapter (from 0)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _uncertain(code: Code, message: str, line: int, column: int = 1) -> Problem:
    return Problem(code, message, line=line, column=column, severity=Severity.UNCERTAIN)


def _noise_problems(
    dropped: Sequence[Dropped], span: Span, source: str, base: int
) -> list[Problem]:
    """Report each line that was taken out as noise."""
    return [
        Problem(
            Code.NOISE_REMOVED,
            f"按规则 {item.rule} 去掉“{source[item.start - base : item.end - base][:40]}”。",
            line=span.line + source.count("\n", 0, item.start - base),
            column=item.start - base - (source.rfind("\n", 0, item.start - base) + 1) + 1,
            severity=Severity.REMARK,
        )
        for item in dropped
        if item.rule.startswith("noise-")
    ]


def _flow(
    source: str,
    base: int,
    lines: Sequence[Line],
    dropped: list[Dropped],
    inner: dict[int, Header],
    shape: Profile,
) -> tuple[list[Line], dict[int, list[Tracked]]]:
    """Join broken lines and part run-together ones, but never across an inner header."""
    result: list[Line] = []
    marks: dict[int, list[Tracked]] = {}
    waiting: list[Line] = []

    def flush() -> None:
        joined = reflow(source, base, waiting, dropped, shape)
        total = sum(len(line.text) for line in joined)
        for line in joined:
            result.extend(part(line, len(line.text) * 10 >= total * 9))
        waiting.clear()

    for line in lines:
        if header := inner.get(line.tracked.start):
            flush()
            pieces, rest = heads.pieces_of(header, line, dropped)
            marks[len(result)] = pieces if header.mark[1] else [cut(line.tracked, 0, 0), *pieces]
            result.append(line)
            if rest:
                waiting.append(rest)
        else:
            waiting.append(line)
    flush()
    return result, marks


def _work(identity: str, draft: Draft, problems: list[Problem]) -> tuple[Work, list[Tracked]]:
    """Make a work of its draft; give it with all its pieces."""
    title = [normalise.title(t) for t in [*draft.mark, *draft.title]]
    subtitle = [normalise.title(t) for t in draft.subtitle]
    signed = [normalise.title(t) for t in works.merge_broken(draft.byline)]
    subtitle_text, signed_text = _texts(subtitle), _texts(signed)
    name = draft.given or "".join(t.text for t in title[len(draft.mark) :])
    if not name and draft.mark:
        name = title[0].text
    person = draft.person or (person_as_title(name) if name and not draft.given else None)
    found = passages.said(signed_text, subtitle_text)
    if person and not found.authors:
        found = found._replace(
            authors=person.authors, affiliation=found.affiliation or person.affiliation
        )
    kinds = classify(draft.body)
    blocks: list[Block] = []
    counts = {"p": 0, "h": 0}
    pieces: list[Tracked] = []
    for line, kind in zip(draft.body, kinds, strict=True):
        piece = (normalise.title if days.is_day(line.text) else normalise.body)(line.tracked)
        pieces.append(piece)
        key = "h" if kind.kind == "heading" else "p"
        counts[key] += 1
        run_in = _run_in_after(line.text, piece.text, kind.run_in)
        blocks.append(
            Block(
                kind.kind,
                f"{identity}-{key}{counts[key]}",
                piece.text,
                piece.start,
                piece.end,
                line.number,
                kind.level,
                run_in,
            )
        )
        if not kind.sure:
            problems.append(
                _uncertain(
                    Code.HEADING_UNCERTAIN,
                    f"“{piece.text[:20]}”没有序号，当作小标题。",
                    line.number,
                )
            )
    if draft.guessed:
        problems.append(
            _uncertain(
                Code.SIGNATURE_UNCERTAIN,
                f"“{draft.guessed[:20]}”按它在题下的位置当作署名。",
                draft.line,
            )
        )
    if draft.slip:
        problems.append(
            _uncertain(
                Code.TITLE_DIFFERS,
                f"题目重出而有一二字不同：“{name}”，“{draft.slip}”，留前者。",
                draft.line,
            )
        )
    if not draft.sure:
        problems.append(
            _uncertain(
                Code.WORK_UNCERTAIN,
                f"“{name[:20]}”没有篇目标记，凭前后文当作另一篇的题目。",
                draft.line,
            )
        )
    work = Work(
        id=identity,
        title=name,
        subtitle=passages.printed_subtitle(subtitle_text)[0],
        authors=found.authors,
        affiliation=found.affiliation,
        date=found.date,
        blocks=tuple(blocks),
        title_text=_texts(title),
        subtitle_text=subtitle_text,
        byline=signed_text,
    )
    return work, [*title, *subtitle, *signed, *pieces]


def _texts(pieces: Sequence[Tracked]) -> tuple[Text, ...]:
    return tuple(Text(p.text, p.start, p.end) for p in pieces)


def _run_in_after(before: str, after: str, length: int) -> int:
    """Give the length of a run-in heading after blanks in it were taken out."""
    plain = length <= len(after) and not has_blank(before[:length] + after[:length])
    if plain or before == after:
        return length
    wanted = sum(c not in BLANK_CHARACTERS for c in before[:length])
    for index, c in enumerate(after):
        if wanted == 0:
            return index
        if c not in BLANK_CHARACTERS:
            wanted -= 1
    return len(after) if wanted == 0 else 0
