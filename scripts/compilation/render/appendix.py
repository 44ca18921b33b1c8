"""Writes the pages at the back: list of emendations, parallels, concordance, statistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Book, Certainty, Chapter, Mention, Note, Work
from ..own_words import Say
from ..passages import BYLINE, FRONT, SUBTITLE, heading, opens_chapter, printed_subtitle
from ..removed import Removed
from ..rules import table
from . import removed
from .chapter import heading_of, readings, reason
from .escape import text

#: The pages of the back matter in the order of the book.
ORDER = ("glossary", "concordance", "statistics", "emendations", "parallels")

#: What the list of emendations says of itself.
INTRODUCTION = (
    "原文的讹、脱、衍、倒，断定无疑的（确定）和多半如此的（可能）都已在正文里改正，并在这里"
    "逐条列出：先是正文的读法，再是原文的读法和改动的理由。拿不准的（存疑），正文仍照原文，"
    "只加注说明。"
)

_CERTAINTIES: dict[Certainty, str] = {"certain": "确定", "probable": "可能", "doubtful": "存疑"}


def names_of_blocks(book: Book, say: Say) -> dict[str, str]:
    """Give what to call each block in a link: 第三篇第4段, 第二篇下第6段."""
    names = {}
    for chapter in book.chapters:
        for number, work in enumerate(chapter.works):
            base = name_of_work(chapter, number)
            for block in work.blocks:
                count = block.id.rpartition("-")[2]
                unit = say("标题") if count[0] == "h" else "段"
                names[block.id] = (
                    f"{base}第{count[1:]}{unit}" if count[0] == "p" else f"{base}{unit}{count[1:]}"
                )
    return names


def name_of_work(chapter: Chapter, number: int) -> str:
    """Give a short name of a work: that of its chapter, and which of its works it is."""
    base = _called(chapter)
    return f"{base}之{number + 1}" if len(chapter.works) > 1 else base


#: A title within a title in 《》 (GB/T 15834—2011, 4.15.3.3).
_INNER = str.maketrans("《》", "〈〉")


def _called(chapter: Chapter) -> str:
    """Give a short name of a chapter: its mark, or its title in 《》.

    What is said of a place in it (第2段) thus stands apart from the title.
    """
    return chapter.marker or f"《{heading_of(chapter).translate(_INNER)}》"


def index(pages: Iterable[str], say: Say) -> str:
    """Give the index page of the back matter."""
    listed = "\n".join(pages)
    title = say("附录")
    head = f"---\ntitle: {title}\n---\n\n(appendix)=\n# {title}\n\n"
    return f"{head}```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"


def emendations(
    chapters: Iterable[str],
    counts: Mapping[str, int],
    gone: Iterable[tuple[str, Sequence[Removed]]],
    moved: int,
    say: Say,
    base: str = "",
) -> str:
    """Give the list of emendations, work by work, what was changed by rule, what was taken out.

    ``chapters`` are the parts that :func:`emendations_of` gave, ``gone`` is what each chapter lost
    with the chapter's name; the front has none.  ``moved`` works have their signature elsewhere
    than in the source.  ``base`` is what :func:`base_text` says of that.
    """
    lost = removed.section([(name or say("卷首"), pieces) for name, pieces in gone], say)
    title = say("校勘记")
    listed = [part for part in chapters if part]
    parts = [
        f"---\ntitle: {title}\n---",
        f"(emendations)=\n# {title}",
        *([base] if base else []),
        *([say(INTRODUCTION), *listed] if listed else []),
        *_by_rule(counts, bool(listed), bool(lost), moved, say),
        *lost,
    ]
    return "\n\n".join(parts) + "\n"


def base_text(note: str, name: str, sha256: str, say: Say) -> str:
    """Say what text the book was made from: the editor's ``note`` on it, its file, the checksum."""
    file = text(name, False) if "`" in name else f"`{name}`"
    told = f"{text(note.rstrip('。'), False)}（{file}，" if note else f"{file}（"
    return f"{say('底本：')}{told}SHA-256 `{sha256}`）。"


def emendations_of(book: Book, names: Mapping[str, str], say: Say) -> str:
    """Give the part of the list of emendations that is about one chapter, or about the front."""
    front = []
    for number, block in enumerate(book.front, 1):
        where = say(f"卷首第{number}段")
        front += [_entry(where, block.id, block.text, note, say) for note in block.notes]
    parts = [_section(FRONT, say("卷首"), "", front)] if front else []
    for chapter in book.chapters:
        over = [*_of_chapter(chapter, say)]
        if over and not opens_chapter(chapter):
            parts.append(_section(chapter.id, chapter.marker, chapter.title, over))
            over = []
        for number, work in enumerate(chapter.works):
            base = name_of_work(chapter, number)
            items = [*over, *_of_work(work, base, names, say)]
            over = []
            if items:
                called = base if chapter.marker or len(chapter.works) > 1 else ""
                parts.append(_section(work.id, called, work.title, items))
    return "\n\n".join(parts)


def _section(identity: str, name: str, title: str, items: Sequence[str]) -> str:
    """Give a section of entries; what has no marker is called by its title, which is said once."""
    heading = "　".join(dict.fromkeys(part for part in (name, title) if part))
    listed = "\n".join(items)
    return f"({identity}-emendations)=\n## {text(heading, False)}\n\n{listed}"


def _of_chapter(chapter: Chapter, say: Say) -> Iterator[str]:
    """Give the entries about what heads a chapter."""
    base = _called(chapter)
    for note in chapter.marker_notes:
        yield _entry(base + say("篇号"), chapter.id, chapter.marker, note, say)
    if opens_chapter(chapter):
        base = name_of_work(chapter, 0)
    for note in chapter.title_notes:
        yield _entry(base + say("题目"), chapter.id, chapter.title, note, say)


def _of_work(work: Work, base: str, names: Mapping[str, str], say: Say) -> Iterator[str]:
    """Give the entries about a work in the order of its page."""
    printed, places = heading(work)
    of_mark = len(places) - len(work.title_notes)
    for note in places[:of_mark]:
        yield _entry(base + say("篇号"), work.id, printed, note, say)
    for note in places[of_mark:]:
        yield _entry(base + say("题目"), work.id, printed, note, say)
    for note in printed_subtitle(work.subtitle_text)[1]:
        yield _entry(base + say("副题"), f"{work.id}-{SUBTITLE}", work.subtitle, note, say)
    for line in work.byline:
        for note in line.notes:
            yield _entry(base + say("署名"), f"{work.id}-{BYLINE}", line.text, note, say)
    for block in work.blocks:
        for note in block.notes:
            beside: list[Mention | Note] = [*block.mentions, *block.notes]
            yield _entry(names[block.id], block.id, block.text, note, say, beside)


def _entry(
    where: str,
    address: str,
    value: str,
    note: Note,
    say: Say,
    beside: Sequence[Mention | Note] = (),
) -> str:
    """Give one entry: a link to the place, both readings, why, and how sure."""
    return (
        f"- [{text(where, False)}](#{address})：{readings(value, note, say, beside)}。"
        f"{reason(note)}（{say(_CERTAINTIES[note.certainty])}）"
    )


def _by_rule(
    counts: Mapping[str, int], listed: bool, quoted: bool, moved: int, say: Say
) -> list[str]:
    """Give the table of changes made by rule.

    ``listed`` says that there are others above, ``quoted`` that the next section quotes some,
    ``moved`` in how many works a signature was moved.
    """
    rows = [
        f"| {text(say(meaning), False)} | {count} |"
        for rule, meaning, count in table(counts)
        if rule != "emendation"
    ]
    if not (rows or moved):
        return []
    under_title = say(
        f"署名和日期在原文里写在文末的，除书信以外，一律移到题下，共 {moved} 篇；"
        "改动的记录里仍在原处。"
    )
    head = say("| 规则 | 处数 |")
    return [
        f"(changes-by-rule)=\n## {say('按规则所作的整理')}",
        say(
            ("除上列校改外，" if listed else "")
            + "标点、空格和版式按下列规则统一整理，不逐处注明。"
            + ("去掉的文字另抄在后面。" if quoted else "")
            + "所有改动都有记录，撤销后与原文逐字相同。"
        ),
        *(["\n".join([head, "| --- | ---: |", *rows])] if rows else []),
        *([under_title] if moved else []),
    ]


def concordance(say: Say) -> str:
    """Give the page that the ``slogans`` extension fills with every use of every slogan."""
    return _filled(
        "concordance",
        say("口号用例"),
        say("各条口号在书中的用例。"),
    )


def statistics(say: Say) -> str:
    """Give the page that the ``slogans`` extension fills with counts."""
    return _filled(
        "statistics", say("口号统计"), say("各篇使用口号的次数，以及常在一处出现的口号。")
    )


def _filled(name: str, title: str, about: str) -> str:
    head = f"---\ntitle: {title}\n---\n\n({name})=\n# {title}\n\n"
    return f"{head}{about}\n\n```{{slogan-{name}}}\n```\n"
