"""Writes the pages at the back: list of emendations, parallels, concordance, statistics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Book, Certainty, Chapter, Work
from ..own_words import Say
from ..rules import RULES
from .chapter import heading_of
from .escape import text

#: The pages of the back matter in the order of the book.
ORDER = ("glossary", "concordance", "statistics", "emendations", "parallels")

#: What the list of emendations says of itself.
INTRODUCTION = (
    "原文的讹、脱、衍、倒，凡能断定的都已在正文里改正，并在这里逐条列出：先是正文的读法，"
    "再是原文的读法和改动的理由。拿不准的，正文仍照原文，只加注说明。"
)

_CERTAINTIES: dict[Certainty, str] = {"certain": "确定", "probable": "可能", "doubtful": "存疑"}


def names_of_blocks(book: Book, say: Say) -> dict[str, str]:
    """Give what to call each block in a link: 第三篇第4段, 第二篇下第6段."""
    names = {}
    for chapter in book.chapters:
        for number, work in enumerate(chapter.works):
            base = name_of_work(chapter, work, number)
            for block in work.blocks:
                count = block.id.rpartition("-")[2]
                unit = say("标题") if count[0] == "h" else "段"
                names[block.id] = (
                    f"{base}第{count[1:]}{unit}" if count[0] == "p" else f"{base}{unit}{count[1:]}"
                )
    return names


def name_of_work(chapter: Chapter, work: Work, number: int) -> str:
    """Give a short name of a work: the chapter's mark, and which of its works it is."""
    base = chapter.marker or heading_of(chapter)
    return f"{base}之{number + 1}" if len(chapter.works) > 1 else base


def index(pages: Iterable[str], say: Say) -> str:
    """Give the index page of the back matter."""
    listed = "\n".join(pages)
    title = say("附录")
    head = f"---\ntitle: {title}\n---\n\n(appendix)=\n# {title}\n\n"
    return f"{head}```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"


def emendations(chapters: Iterable[str], counts: Mapping[str, int], say: Say) -> str:
    """Give the list of emendations, work by work, and what was changed by rule.

    ``chapters`` are the parts that :func:`emendations_of` gave.
    """
    title = say("校勘记")
    parts = [
        f"---\ntitle: {title}\n---",
        f"(emendations)=\n# {title}",
        say(INTRODUCTION),
        *(part for part in chapters if part),
        *_by_rule(counts, say),
    ]
    return "\n\n".join(parts) + "\n"


def emendations_of(chapter: Chapter, names: Mapping[str, str], say: Say) -> str:
    """Give the part of the list of emendations that is about one chapter."""
    parts = []
    for number, work in enumerate(chapter.works):
        items = _work(work, names, say)
        if items:
            title = text(f"{name_of_work(chapter, work, number)}　{work.title}", False)
            parts += [f"({work.id}-emendations)=\n## {title}", "\n".join(items)]
    return "\n\n".join(parts)


def _work(work: Work, names: Mapping[str, str], say: Say) -> list[str]:
    items = []
    for block in work.blocks:
        for note in block.notes:
            lemma = text(block.text[note.start : note.end], False)
            word = say("疑当作" if note.certainty == "doubtful" else "原作")
            other = f"　{word}　*{text(note.other, False)}*" if note.other else ""
            where = f"[{text(names[block.id], False)}](#{block.id})"
            items.append(
                f"- {where}　**{lemma}**{other}　{text(note.reason, False)}"
                f"（{say(_CERTAINTIES[note.certainty])}）"
            )
    return items


def _by_rule(counts: Mapping[str, int], say: Say) -> list[str]:
    """Give the table of changes made by rule."""
    rows = [
        f"| {text(say(RULES[rule]), False)} | {counts[rule]} |"
        for rule in RULES
        if counts.get(rule) and rule != "emendation"
    ]
    if not rows:
        return []
    return [
        f"(changes-by-rule)=\n## {say('按规则所作的整理')}",
        say(
            "除上列校改外，标点、空格和版式按下列规则统一整理，不逐处注明。"
            "所有改动都有记录，撤销后与原文逐字相同。"
        ),
        "\n".join([say("| 规则 | 处数 |"), "| --- | ---: |", *rows]),
    ]


def concordance(say: Say) -> str:
    """Give the page that the ``slogans`` extension fills with every use of every slogan."""
    return _filled(
        "concordance",
        say("口号索引"),
        say("书中口号的每一处用例，连同前后文字。点“位置”可到原处。"),
    )


def statistics(say: Say) -> str:
    """Give the page that the ``slogans`` extension fills with counts."""
    return _filled(
        "statistics", say("口号统计"), say("各篇使用口号的次数，以及常在一处出现的口号。")
    )


def _filled(name: str, title: str, about: str) -> str:
    head = f"---\ntitle: {title}\n---\n\n({name})=\n# {title}\n\n"
    return f"{head}{about}\n\n```{{slogan-{name}}}\n```\n"
