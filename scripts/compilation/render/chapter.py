"""Writes a chapter as a MyST page; the form is fixed by the project's MyST contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..model import Block, Chapter, Mention, Note, Text, Work
from ..own_words import Say
from ..passages import BYLINE, SUBTITLE, opens_chapter, printed_subtitle, signed_above_and_below
from ..passages import heading as heading_of_work
from ..text.signs import SALUTE, ends, is_closing, is_wish, is_wished
from .escape import has_markup, quoting, role, scalar, text, verbatim

_DIVS = {
    "list-item": "points",
    "salutation": "salutation",
    "note": "note",
}

#: The class of a signature that stands where letters have it.
SIGNATURE = "signature"


def heading_of(chapter: Chapter) -> str:
    """Give the title a chapter is shown by: its title, its mark, or who signs its one work."""
    authors = chapter.works[0].authors if len(chapter.works) == 1 else ()
    return chapter.title or chapter.marker or "、".join(authors) or "正文"


def page(chapter: Chapter, say: Say) -> str:
    """Give the whole page of a chapter; ``say`` gives our own words in the book's script."""
    parts = [_front_matter(chapter)]
    first = chapter.works[0]
    opens = opens_chapter(chapter)
    labels = [chapter.id, *([first.id] if opens else [])]
    heading = heading_of(chapter)
    # Where one title heads both, the notes are those of the title that the source has.
    over = chapter.title_notes or (first.title_notes if opens else ())
    title = noted(heading, over, False)
    parts.append("".join(f"({label})=\n" for label in labels) + f"# {title}")
    above = [note(heading, one, say) for one in over]
    for number, work in enumerate(chapter.works):
        headed = number > 0 or not opens
        if headed:
            name, places = heading_of_work(work)
            parts.append(f"({work.id})=\n## {noted(name or heading, places, False)}")
            above += [note(name, one, say) for one in places]
        parts += _work(work, 3 if headed else 2, above, say)
        above = []
    return "\n\n".join(parts) + "\n"


def _front_matter(chapter: Chapter) -> str:
    lines = ["---", f"title: {scalar(heading_of(chapter))}", f"chapter: {chapter.number}"]
    if chapter.marker:
        lines.append(f"marker: {scalar(chapter.marker)}")
    lines.append("works:")
    for work in chapter.works:
        fields = [f"id: {work.id}", f"title: {scalar(work.title or heading_of(chapter))}"]
        if work.subtitle:
            fields.append(f"subtitle: {scalar(work.subtitle)}")
        if work.authors:
            fields.append(f"authors: [{', '.join(scalar(a) for a in work.authors)}]")
        if work.affiliation:
            fields.append(f"affiliation: {scalar(work.affiliation)}")
        if work.date:
            fields.append(f"date: {scalar(work.date)}")
        lines.append(f"  - {{{', '.join(fields)}}}")
    return "\n".join([*lines, "---"])


def _work(work: Work, depth: int, above: Sequence[str], say: Say) -> Iterable[str]:
    """Give the parts of a work below its title; ``above`` are the notes of what heads it."""
    notes = [*above]
    if work.subtitle:
        _, places = printed_subtitle(work.subtitle_text)
        yield _labelled(work, SUBTITLE, [Text(work.subtitle, 0, 0, places)])
        notes += [note(work.subtitle, one, say) for one in places]
    over, under = signed_above_and_below(work)
    if over:
        yield _labelled(work, BYLINE, over)
        notes += [note(line.text, one, say) for line in over for one in line.notes]
    run: list[str] = []
    kind = ""
    previous = ""
    for block in work.blocks:
        shown = _block(block, depth)
        beside: list[Mention | Note] = [*block.mentions, *block.notes]
        notes += [note(block.text, one, say, beside) for one in block.notes]
        name = _div_of(block, previous)
        previous = block.text
        if run and name != kind:
            yield div(kind, run)
            run = []
        kind = name
        if name:
            run.append(shown)
        else:
            yield shown
    if run:
        yield div(kind, run)
    if under:
        told = any(line.notes for line in over)  # the label stands there, and once
        yield _lines(SIGNATURE, under) if told else _labelled(work, BYLINE, under, SIGNATURE)
        notes += [note(line.text, one, say) for line in under for one in line.notes]
    yield from notes


def _div_of(block: Block, above: str) -> str:
    """Give the class of the div that a block below the text ``above`` stands in, or nothing.

    Of the end of a letter each line has its place: 此致 or 祝 is indented, 敬礼 or what is wished
    begins its line, who signs and when stands on the right (GB/T 9704—2012, 7.3.5, for the last).
    """
    if block.kind != "closing":
        return _DIVS.get(block.kind, "")
    if SALUTE.match(block.text) or is_wished(above, block.text):
        return "salute"
    said = is_closing(block.text) or is_wish(block.text) or ends(block.text)
    return "closing" if said else SIGNATURE


def _lines(name: str, lines: Sequence[Text]) -> str:
    return div(name, [noted(line.text, line.notes, True) for line in lines])


def _labelled(work: Work, kind: str, lines: Sequence[Text], name: str = "") -> str:
    """Give the div of a subtitle or byline, with a label where the apparatus links to it.

    ``name`` is its class where it has not that of its kind.
    """
    shown = _lines(name or kind, lines)
    return f"({work.id}-{kind})=\n{shown}" if any(line.notes for line in lines) else shown


def div(name: str, paragraphs: Sequence[str]) -> str:
    """Give a div directive of a class with paragraphs in it."""
    return f":::{{div}}\n:class: {name}\n\n" + "\n\n".join(paragraphs) + "\n:::"


def _block(block: Block, depth: int) -> str:
    label = f"({block.id})=\n"
    if block.kind == "heading":
        level = min(depth + max(block.level, 1) - 1, 6)
        return f"{label}{'#' * level} {inline(block, 0, len(block.text), False)}"
    if block.run_in and block.kind == "paragraph":
        # A heading that ends with a mark or opens with one needs the strong to touch a letter
        # or Han character (CommonMark 6.2, flanking): so only the stop after it stays outside.
        lead = inline(block, 0, block.run_in, False)
        if _flanks(block.text, block.run_in):
            rest = inline(block, block.run_in, len(block.text), False)
            return f"{label}**{lead}**{rest}"
    return label + inline(block, 0, len(block.text), True)


def _flanks(value: str, end: int) -> bool:
    """Say whether ``**`` may close at ``end``: no mark before it, or no letter behind it."""
    before, after = value[end - 1], value[end : end + 1]
    return before.isalnum() or not after or not after.isalnum()


def inline(block: Block, start: int, end: int, begins: bool) -> str:
    """Give a stretch of a block with its mentions and the references of its notes."""
    whole = block.text
    if not block.notes:
        return _mentioning(whole[start:end], start, block.mentions, begins and start == 0)
    cuts: list[tuple[int, int, Mention | Note]] = []
    mentions = [m for m in block.mentions if start <= m.start and m.end <= end]
    for mention in mentions:
        if not any(_crosses(mention, note) for note in block.notes):
            cuts.append((mention.start, 0, mention))
    cuts += [(n.end, -1, n) for n in block.notes if start < n.end <= end]
    cuts.sort(key=lambda item: item[:2])
    parts: list[str] = []
    position = start
    for at, _, item in cuts:
        parts.append(text(whole[position:at], begins and position == 0))
        if isinstance(item, Note):
            parts.append(f"[^{item.id}]")
            position = at
        else:
            shown = whole[item.start : item.end]
            parts.append(_mention(shown, item.term, begins and item.start == 0))
            position = item.end
    parts.append(text(whole[position:end], begins and position == 0))
    return "".join(parts)


def _mentioning(value: str, start: int, mentions: Sequence[Mention], begins: bool) -> str:
    """Give a stretch of a block, from ``start`` on, with those mentions that are whole in it."""
    if not mentions:
        return text(value, begins)
    plain = not has_markup(value)
    parts: list[str] = []
    position, size = 0, len(value)
    for first, last, term in mentions:
        if start:
            first, last = first - start, last - start
            if first < 0:
                continue
        if last > size:
            continue
        between = value[position:first]
        if not plain:
            between = text(between, begins and position == 0)
        parts += (between, _mention(value[first:last], term, begins and first == 0))
        position = last
    rest = value[position:]
    parts.append(rest if plain else text(rest, begins and position == 0))
    return "".join(parts)


def noted(value: str, notes: Sequence[Note], begins: bool) -> str:
    """Give a text that has no mentions with the references of its notes."""
    parts: list[str] = []
    position = 0
    for one in sorted(notes, key=lambda item: item.end):
        parts.append(text(value[position : one.end], begins and position == 0))
        parts.append(f"[^{one.id}]")
        position = one.end
    parts.append(text(value[position:], begins and position == 0))
    return "".join(parts)


def _crosses(mention: Mention, note: Note) -> bool:
    """Say whether a mention and a lemma overlap so that neither could be wrapped whole."""
    apart = mention.end <= note.start or note.end <= mention.start
    return not apart and not (note.start <= mention.start and mention.end <= note.end)


@lru_cache(maxsize=10_000)
def _mention(shown: str, term: str, begins: bool) -> str:
    """Give a term role for a mention, or the plain text where a role cannot hold it."""
    inside, target = role(shown), role(term)
    if inside is None or target is None:
        return text(shown, begins)
    return f"{{term}}`{inside}`" if shown == term else f"{{term}}`{inside} <{target}>`"


def note(value: str, one: Note, say: Say, beside: Sequence[Mention | Note] = ()) -> str:
    """Give the footnote of an emended or doubtful place in ``value``."""
    hint = "（可能）" if one.certainty == "probable" else ""
    if not one.other:  # the editor only remarks on the place
        hint = "，存疑"
    shown = readings(value, one, say, beside)
    return f"[^{one.id}]: {shown}{say(hint)}。{reason(one)}"


def reason(one: Note) -> str:
    """Give the reason of a note; what it quotes is kept where the reading is that it is about.

    “征”“争”音近 says of the source's characters what may not be so of others.
    """
    return quoting(one.reason) if one.verbatim else text(one.reason, False)


def readings(value: str, one: Note, say: Say, beside: Sequence[Mention | Note] = ()) -> str:
    """Give both readings of a place: the text's, strong, and the other one, where there is one.

    A lone mark of punctuation is quoted with the character before it, and with the whole of what
    that belongs to, of the mentions and notes ``beside`` it.
    """
    start, other = one.start, one.other
    while start and start > one.start - 4 and not any(map(str.isalnum, value[start : one.end])):
        start -= 1
    near = [item for item in beside if item.start < one.start and item.end > start]
    # A mention is quoted whole; a note has its mark where it ends, which would be in the reading.
    parted = any(isinstance(item, Note) for item in near)
    start = one.start if parted else min([start, *(item.start for item in near)])
    other = other and value[start : one.start] + other
    lemma = text(value[start : one.end], False)
    quoted = _has_quotes(lemma)
    lemma = f"**{lemma}**" if quoted else f"{say('“')}**{lemma}**{say('”')}"
    if not other:
        return lemma
    word = say("疑当作" if one.certainty == "doubtful" else "原作")
    # Brackets where it has quotation marks itself.
    opening, closing = ("〔", "〕") if _has_quotes(other) else (say("“"), say("”"))
    shown = verbatim(other) if one.verbatim else text(other, False)
    return f"{lemma}，{word}{opening}*{shown}*{closing}"


def _has_quotes(value: str) -> bool:
    return any(mark in value for mark in "“”‘’「」『』")
