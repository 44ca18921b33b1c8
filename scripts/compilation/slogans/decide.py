"""Whether the editor has decided on everything: phrases with no entry, members with no ground."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..model import Block, Book
from ..problems import Code, Problem, Severity
from .entries import Entry, Glossary, Member
from .match import Matcher
from .phrases import Phrase, formulas, quoted


def undecided(book: Book, glossary: Glossary, source: str = "") -> list[Problem]:
    """Name every quoted phrase and numeral formula of `book` that `glossary` does not know.

    Known is what is an entry or a variant, stands inside a mention of one, or is rejected. A
    formula is known too where a mention or a rejected phrase overlaps it. Each phrase is named
    once, where it first stands; `source` is the file named in the problems, whose lines
    `Block.line` counts.
    """
    matcher = Matcher(glossary)
    rejected = {item.phrase for item in glossary.rejected}
    named: set[str] = set()
    problems = []
    for block in book.blocks():
        for phrase in _unknown(block, matcher, glossary, rejected):
            if phrase.text not in named:
                named.add(phrase.text)
                what = "引号里的短语" if phrase.why == "quoted" else "数字口号"
                problems.append(
                    Problem(
                        Code.SLOGAN_UNDECIDED,
                        f"{what}“{phrase.text}”（{block.id}）还没有定夺。",
                        "请在词汇表里立为词条、列为异称，或写进 rejected 并说明理由。",
                        source,
                        block.line,
                        severity=Severity.UNCERTAIN,
                    )
                )
    return problems


def unused(book: Book, glossary: Glossary) -> list[Problem]:
    """Name every entry that `book` never uses: its page would say nothing of the book."""
    used = {mention.term for block in book.blocks() for mention in block.mentions}
    return [
        _left(
            glossary,
            entry.line,
            Code.SLOGAN_UNUSED,
            f"词条“{entry.term}”在书中一次也没有用到。",
            "请核对写法、补上异称，或删去这一条。",
        )
        for entry in glossary.entries
        if entry.term not in used
    ]


def needless(book: Book, glossary: Glossary) -> list[Problem]:
    """Name every rejected phrase that `book` does not have."""
    text = "\n".join(block.text for block in book.blocks())
    return [
        _left(
            glossary,
            one.line,
            Code.SLOGAN_UNUSED,
            f"不收的短语“{one.phrase}”在书中没有出现。",
            "请删去。",
        )
        for one in glossary.rejected
        if one.phrase not in text
    ]


def _unknown(
    block: Block, matcher: Matcher, glossary: Glossary, rejected: set[str]
) -> Iterator[Phrase]:
    mentions = matcher.mentions(block.text)
    for phrase in quoted(block.text):
        if phrase.text in glossary.by_form or phrase.text in rejected:
            continue
        if not any(m.start <= phrase.start and phrase.end <= m.end for m in mentions):
            yield phrase
    for phrase in formulas(block.text):
        if any(m.start < phrase.end and phrase.start < m.end for m in mentions):
            continue
        # Where a formula ends can be a matter of opinion; a rejected phrase inside it decides.
        if not any(one in phrase.text or phrase.text in one for one in rejected if len(one) > 1):
            yield phrase


def placeless(glossary: Glossary, known: Container[str]) -> list[Problem]:
    """Name every member that cites a paragraph which is not among the ``known`` ones.

    So it is after a change of the source: the book can still be built, without those links.
    """
    return [
        _left(
            glossary,
            entry.line,
            Code.SLOGAN_MEMBERS,
            f"“{entry.term}”：成员“{member.text}”注明出自 {place}，书中没有这一段，不作链接。",
            "请改正 in 里的段落编号。",
        )
        for entry, member, place in _cited(glossary)
        if place not in known
    ]


def unfounded(book: Book, glossary: Glossary) -> list[Problem]:
    """Name every member that is not, word for word, in a paragraph that it claims to be in."""
    texts = {block.id: block.text for block in book.blocks()}
    return [
        _left(
            glossary,
            entry.line,
            Code.SLOGAN_MEMBERS,
            f"“{entry.term}”：{place} 里没有成员“{member.text}”这几个字。",
            "请改正 in 里的段落编号，或照原文改写成员。",
        )
        for entry, member, place in _cited(glossary)
        if place in texts and member.text not in texts[place]
    ]


def _cited(glossary: Glossary) -> Iterator[tuple[Entry, Member, str]]:
    """Give each paragraph that a member cites, with the member and its entry."""
    for entry in glossary.entries:
        for member in entry.members:
            for place in member.places:
                yield entry, member, place


def _left(glossary: Glossary, line: int, code: Code, message: str, advice: str) -> Problem:
    """Say what the glossary, in one of its lines, leaves to the editor."""
    return Problem(code, message, advice, glossary.path, line, severity=Severity.UNCERTAIN)
