"""Writes the glossary as one standard glossary directive; the entries come from ``slogans``."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping

from ..own_words import Say
from ..slogans import Entry, Glossary, Member, Variant, VariantKind, citation, document_text
from .escape import quoting, role, text, verbatim

INTRODUCTION = (
    "下面是书中的口号，按拼音排列。每条注明读音、英译、类别、含义和出处；数字口号所含各项，可考的逐一列出。"
    "查不到确实依据的，写明“待考”，不作推测。词条之后列出书中各处用例。"
)


def page(
    glossary: Glossary, places: Mapping[str, str], say: Say, kept: Collection[str] = ()
) -> str:
    """Give the page of the glossary; ``places`` says what to call a block in a link.

    ``kept`` are readings of the source that no edition converts: nor does it the misprints there.
    """
    title = say("口号词汇表")
    parts = [f"---\ntitle: {title}\n---", f"(glossary)=\n# {title}"]
    parts.append(say(INTRODUCTION))
    entries = "\n\n".join(_entry(entry, places, say, kept) for entry in glossary.sorted)
    parts.append(f"```{{glossary}}\n{entries}\n```")
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry, places: Mapping[str, str], say: Say, kept: Collection[str]) -> str:
    body = "\n\n".join([f"({entry.id})=", *_fields(entry, places, say, kept)])
    body = body.replace(f"({entry.id})=\n\n", f"({entry.id})=\n", 1)
    indented = "\n".join(f"    {line}" if line else "" for line in body.split("\n"))
    return f"{text(entry.term)} : {initial(entry.pinyin)}\n{indented}"


def initial(pinyin: str) -> str:
    """Give the letter an entry is listed under: the first of its pinyin, without its tone."""
    for character in unicodedata.normalize("NFD", pinyin.strip()):
        if character.isascii() and character.isalpha():
            return character.upper()
    return "其他"


def _fields(
    entry: Entry, places: Mapping[str, str], say: Say, kept: Collection[str]
) -> Iterator[str]:
    """Give the divs of an entry, each only where there is something to say."""
    yield _div("pinyin", text(entry.pinyin))
    english = [text(part) for part in (entry.english, entry.literal) if part]
    if entry.literal and entry.english:
        english[1] = f"（{say('直译：')}{english[1]}）"
    if english:
        yield _div("english", "".join(english))
    yield _div("meta", f"{text(say(entry.kind.value))} · {text(say(_level(entry)), False)}")
    yield _div("explanation", text(entry.explanation))
    if entry.members:
        items = "\n".join(f"- {_member(member, places)}" for member in entry.members)
        note = f"\n\n{text(entry.members_note)}" if entry.members_note else ""
        yield _div("members", f"{say('成员：')}\n\n{items}{note}")
    elif entry.members_note:
        yield _div("members", f"{say('成员：')}{text(entry.members_note, False)}")
    yield _div("origin", text(f"{say('出处：')}{entry.origin_text}"))
    if entry.sources:
        items = "\n".join(f"- {text(document_text(source))}" for source in entry.sources)
        yield _div("sources", f"{say('文献：')}\n\n{items}")
    if entry.variants:
        shown = "、".join(_variant(variant, say, kept) for variant in entry.variants)
        yield _div("variants", f"又作：{shown}")
    related = [f"{{term}}`{target}`" for name in entry.related if (target := role(name))]
    if related:
        yield _div("related", f"{say('参见：')}{'、'.join(related)}")


def _variant(variant: Variant, say: Say, kept: Collection[str]) -> str:
    """Give a variant and, in brackets, its kind and what the editor notes of it.

    Where a misprint is printed as in the source, so is what its note quotes, as in the list of
    emendations.
    """
    slip = variant.kind is VariantKind.SLIP and any(variant.form in reading for reading in kept)
    form = verbatim(variant.form) if slip else text(variant.form, False)
    note = quoting(variant.note) if slip else text(variant.note, False)
    return f"{form}（{text(say(variant.kind.value), False)}{'：' if note else ''}{note}）"


def _level(entry: Entry) -> str:
    value = entry.level.value
    return f"通行范围{value}" if value == "待考" else value


def _member(member: Member, places: Mapping[str, str]) -> str:
    """Give a member and, in brackets, where it comes from."""
    grounds = [f"[{text(places[p], False)}](#{p})" for p in member.places if p in places]
    if member.document:
        grounds.append(text(citation(member.document), False))
    note = f"　{text(member.note, False)}" if member.note else ""
    return (
        f"{text(member.text)}（{'；'.join(grounds)}）{note}"
        if grounds
        else text(member.text) + note
    )


def _div(name: str, content: str) -> str:
    return f":::{{div}}\n:class: {name}\n\n{content}\n:::"
