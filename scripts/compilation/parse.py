"""From the decoded source to the model of the book, with every change recorded.

``outline`` (of its own module) finds the chapters; ``chapter`` then works on one stretch of
source and needs nothing of the others, so that chapters can be parsed in parallel.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter

from . import normalise, passages, unfolding
from .account import account
from .body import columns, owners, signed, works
from .body.blocks import classify
from .body.lines import Dropped, Line, apart, removals, split
from .body.pour import part
from .body.reflow import reflow
from .body.wrapping import Profile, profile
from .divisions import days
from .marks import heads
from .marks.headers import Header
from .model import Block, Chapter, Edit, Text, Work
from .outline import Outline as Outline
from .outline import Span as Span
from .outline import outline as outline
from .problems import Code, Problem, Severity, uncertain
from .removed import BY_EDITOR, PART, says
from .signatures.persons import author_in, named_in, speaker, tells_of
from .structure import NONE, Overrides
from .text.folding import fold
from .text.signs import BLANK_CHARACTERS, has_blank
from .text.tracking import Tracked, cut
from .tops import openings, titles
from .tops.drafts import Draft
from .unfolding import Unfolding
from .web import leftovers


@dataclass(frozen=True, slots=True)
class Parsed:
    """A chapter (or the front), its edits and what was uncertain."""

    chapter: Chapter | None
    front: tuple[Block, ...]
    edits: Collection[Edit]
    problems: tuple[Problem, ...]


def front(source: str, span: Span, overrides: Overrides = NONE) -> Parsed:
    """Parse the stretch before the first header: its lines as paragraphs."""
    return _in_own_characters(_front, source, span, overrides)


def chapter(source: str, span: Span, overrides: Overrides = NONE) -> Parsed:
    """Parse one chapter.  ``source`` is its stretch of the decoded source."""
    return _in_own_characters(_chapter, source, span, overrides)


def _in_own_characters(
    read: Callable[[str, Span, Overrides], Parsed], source: str, span: Span, overrides: Overrides
) -> Parsed:
    """Read a stretch, in Simplified characters where it is not, and give it as it was."""
    if not span.folded:
        return read(source, span, overrides)
    folded = fold(source)
    found = read(folded, span, overrides)
    own = Unfolding(source, folded, span.start)
    edits = own.edits(found.edits)
    return Parsed(
        unfolding.chapter(found.chapter, own, edits) if found.chapter else None,
        own.pieces(found.front, edits),
        edits,
        tuple(map(own.problem, found.problems)),
    )


def _front(source: str, span: Span, overrides: Overrides) -> Parsed:
    base = span.start
    lines, dropped = split(source, base, span.line, overrides, pages=span.pages)
    lines, dropped = leftovers.before_texts(source, base, lines, dropped, span.pages.junk)
    lines = _without_parts(lines, dropped, span)
    problems = _noise_problems(dropped, removals(lines), span, source)
    lines = reflow(source, base, lines, dropped, profile(lines))
    pieces = [normalise.body(line.tracked) for line in lines]
    blocks = tuple(
        Block("paragraph", f"front-p{n}", piece.text, piece.start, piece.end, line.number)
        for n, (piece, line) in enumerate(zip(pieces, lines, strict=True), 1)
    )
    edits = account(source, base, span.start, span.end, pieces, dropped, span.last)
    return Parsed(None, blocks, edits, tuple(problems))


def _chapter(source: str, span: Span, overrides: Overrides) -> Parsed:
    base = span.start
    lines, dropped = split(source, base, span.line, overrides, pages=span.pages)
    headed = span.header is not None
    lines, dropped = leftovers.remove(source, base, lines, dropped, span.pages.junk, headed)
    lines = _without_parts(lines, dropped, span)
    removed = removals(lines)
    problems = _noise_problems(dropped, removed, span, source)
    if span.pages.columns:
        lines = columns.join(source, base, lines, dropped)
    first = Draft(line=span.line, habits=span.habits)
    shape = profile(lines)
    header, marker, lines = _header(span, lines, dropped, first, shape)
    lines, inner = _flow(source, base, lines, dropped, dict(span.inner), shape)
    if not inner:
        lines, inner = _set(lines, dropped, first, header)
    given = first.given
    drafts = works.divide(lines, first, inner, dropped)
    owners.settle(drafts)
    for draft in drafts:
        works.split_glued(draft)
        signed.drop_said_again(draft, dropped)
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
        header=_texts(header),
    )
    if span.header and not result.title and (marker or not result.works[0].authors):
        problems.append(uncertain(Code.TITLE_MISSING, f"“{result.marker}”没有题目。", span.line))
    return Parsed(result, (), edits, tuple(problems))


def _without_parts(lines: list[Line], dropped: list[Dropped], span: Span) -> list[Line]:
    """Take out the lines that name a part of the book."""
    if not span.parts:
        return lines
    named = [line.tracked for line in lines if line.tracked.start in span.parts]
    dropped += (Dropped(one.start, one.end, PART) for one in named)
    dropped.sort(key=attrgetter("start"))
    return [line for line in lines if line.tracked.start not in span.parts]


def _header(
    span: Span, lines: list[Line], dropped: list[Dropped], first: Draft, shape: Profile
) -> tuple[list[Tracked], str, list[Line]]:
    """Take the header of a chapter; give its pieces, its mark and the lines that are left.

    Where works with headers of their own stand below it, the first line is the chapter's title.
    A stretch that is all noise when it is read alone has none.
    """
    if not lines:
        return [], "", lines
    if span.header:
        return heads.take(span.header, lines, dropped, first, shape.wrap)
    if not span.inner:
        return [], "", lines
    title = normalise.title(lines[0].tracked)
    first.given = title.text
    return [title], "", lines[1:]


def _set(
    lines: list[Line], dropped: list[Dropped], first: Draft, header: list[Tracked]
) -> tuple[list[Line], dict[int, list[Tracked]]]:
    """Find the texts of a set; give the lines, and the mark and title of each by its line.

    A title above the first of them is that of the chapter, and joins its ``header``.
    """
    lines = openings.unstick(lines, first.given, dropped)
    inner = heads.find_set(lines, first.given, dropped)
    if not first.given and 0 in inner:
        del inner[0]
    elif not first.given and 1 in inner and titles.title_like(lines[0].text):
        header.append(normalise.title(lines[0].tracked))
        first.given = header[-1].text
        return lines[1:], {index - 1: pieces for index, pieces in inner.items()}
    return lines, inner


def _letters(index: int) -> str:
    """Give a, b … z, aa, ab … for the n-th work of a chapter (from 0)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _noise_problems(
    dropped: Sequence[Dropped], inside: Sequence[Dropped], span: Span, source: str
) -> list[Problem]:
    """Report each line that was taken out as noise, or that the editor dropped.

    What was taken out ``inside`` lines is reported too where it says something.
    """
    problems = []
    line, counted = span.line, 0
    told = [item for item in dropped if item.rule.startswith((BY_EDITOR, PART, "noise-"))]
    for item in inside:
        text = source[item.start - span.start : item.end - span.start]
        if item.rule.startswith("noise-") and says(item.rule, text):
            told.append(item)
    for item in apart(told):
        text = source[item.start - span.start : item.end - span.start]
        at = item.start - span.start + len(text) - len(text.lstrip(BLANK_CHARACTERS))
        text = text.strip(BLANK_CHARACTERS)
        rest = f"等 {len(text)} 字" if len(text) > _SHOWN else ""
        who = "照编者的指定" if item.rule == BY_EDITOR else f"按规则 {item.rule} "
        line += source.count("\n", counted, at)
        counted = at
        problems.append(
            Problem(
                Code.NOISE_REMOVED,
                f"{who}去掉“{text[:_SHOWN]}”{rest}。",
                line=line,
                column=at - source.rfind("\n", 0, at),
                severity=Severity.REMARK,
            )
        )
    return problems


#: So many characters of a line that was taken out are shown in the report.
_SHOWN = 40


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
            result.extend(part(line, len(line.text) * 10 >= total * 9, bool(shape.wrap)))
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
    signature = [normalise.title(t) for t in works.merge_broken(draft.byline)]
    subtitle_text, signed_text = _texts(subtitle), _texts(signature)
    name = draft.given or "".join(t.text for t in title[len(draft.mark) :])
    if not name and draft.mark:
        name = title[0].text
    found = passages.said(signed_text, subtitle_text)
    if draft.owner:
        own = [normalise.title(t) for t in works.merge_broken(owners.own_lines(draft))]
        found = owners.of_the_set(passages.said(_texts(own), subtitle_text), draft.owner)
    person = draft.person or (author_in(name) if name and not draft.given else None)
    person = person or named_in(name) or speaker(name)
    person = person or speaker("".join(t.text for t in subtitle_text))
    if person and found.affiliation and draft.body and tells_of(person, draft.body[0].text):
        person = None  # a body signs what it tells of somebody
    if person and not found.authors:
        found = found._replace(
            authors=person.authors, affiliation=found.affiliation or person.affiliation
        )
    blocks, pieces = _blocks(identity, draft.body, problems)
    problems += _doubts(draft, name)
    work = Work(
        id=identity,
        title=name,
        subtitle=passages.printed_subtitle(subtitle_text)[0],
        authors=found.authors,
        affiliation=found.affiliation,
        date=found.date,
        blocks=blocks,
        title_text=_texts(title),
        subtitle_text=subtitle_text,
        byline=signed_text,
    )
    return work, [*title, *subtitle, *signature, *pieces]


def _blocks(
    identity: str, body: Sequence[Line], problems: list[Problem]
) -> tuple[tuple[Block, ...], list[Tracked]]:
    """Make the blocks of a work of its lines; give them with their pieces."""
    blocks: list[Block] = []
    pieces: list[Tracked] = []
    counts = {"p": 0, "h": 0}
    for line, kind in zip(body, classify(body), strict=True):
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
            message = f"“{piece.text[:20]}”没有序号，当作小标题。"
            problems.append(uncertain(Code.HEADING_UNCERTAIN, message, line.number))
    return tuple(blocks), pieces


def _unread_subtitle(draft: Draft) -> bool:
    """Say whether a text begins with short lines and what looks like a subtitle below them."""
    lines = [line.text for line in draft.body[:_TITLE_LINES]]
    dashed = next((n for n, text in enumerate(lines) if titles.DASHED.match(text)), 0)
    return dashed > 0 and all(map(titles.title_like, lines[: dashed + 1]))


#: A title has so many lines at most, its subtitle with them.
_TITLE_LINES = 4


def _doubts(draft: Draft, name: str) -> list[Problem]:
    """Report what was uncertain in the top of a work."""
    doubts: list[tuple[Code, str]] = []
    if draft.guessed:
        message = f"“{draft.guessed[:20]}”按它在题下的位置当作署名。"
        doubts.append((Code.SIGNATURE_UNCERTAIN, message))
    if draft.own:
        message = f"“{draft.own[:20]}”在题目之下，当作这一篇自己的题目。"
        doubts.append((Code.HEADING_UNCERTAIN, message))
    if _unread_subtitle(draft):
        message = f"“{draft.body[0].text[:20]}”等几行在题目与副题之间，当作正文。"
        doubts.append((Code.HEADING_UNCERTAIN, message))
    if draft.slip:
        message = f"题目重出而有一二字不同：“{name}”，“{draft.slip}”，留前者。"
        doubts.append((Code.TITLE_DIFFERS, message))
    if not draft.sure:
        message = f"“{name[:20]}”没有篇目标记，凭前后文当作另一篇的题目。"
        doubts.append((Code.WORK_UNCERTAIN, message))
    return [uncertain(code, message, draft.line) for code, message in doubts]


def _texts(pieces: Sequence[Tracked]) -> tuple[Text, ...]:
    return tuple(Text(p.text, p.start, p.end) for p in pieces)


def _run_in_after(before: str, after: str, length: int) -> int:
    """Give the length of a run-in heading after blanks in it were taken out."""
    if not length:
        return 0
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
