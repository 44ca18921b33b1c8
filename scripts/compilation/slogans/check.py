"""What a schema cannot say of a slogan file: that its entries agree with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..problems import Code, Problem
from . import marked, reading
from .entries import Document, Entry, Glossary, Kind
from .numerals import members_announced, spell

LONGEST_TERM = 60
"""Characters; the longest slogan we know of (a four-part question) has 31."""

# What may stand in a term: Han characters, letters, digits and the marks that slogans are
# written with. No quotation marks (the text may quote a term or not) and no markup.
_MARKS = "、，·—+"
_QUOTES = "“”‘’《》（）"


def check(glossary: Glossary, document: marked.Marked) -> list[Problem]:
    """Give every contradiction in `glossary`, with its place in `document`, in file order."""
    problems = [
        *_documents(document),
        *_entries_alone(glossary, document),
        *_names_twice(glossary, document),
        *_ids_twice(glossary, document),
        *_related(glossary, document),
        *_rejected(glossary, document),
    ]
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


class _Reporter:
    """Makes the problems of one entry; each message starts with the entry's name."""

    def __init__(self, document: marked.Marked, name: str, *here: str | int) -> None:
        self.document, self.name, self.here = document, name, here

    def __call__(self, code: Code, message: str, advice: str, *path: str | int) -> Problem:
        message = f"“{self.name}”：{message}"
        return self.document.problem(code, (*self.here, *path), message, advice)


def _entries_alone(glossary: Glossary, document: marked.Marked) -> Iterator[Problem]:
    for n, entry in enumerate(glossary.entries):
        report = _Reporter(document, entry.term, "slogans", n)
        if wrong := bad_term(entry.term):
            yield report(Code.SLOGAN_INVALID, f"词条名{wrong[0]}", wrong[1], "term")
            continue
        for number, variant in enumerate(entry.variants):
            if wrong := _bad_form(variant.form, _MARKS + _QUOTES):
                message = f"异称“{variant.form}”{wrong[0]}"
                yield report(Code.SLOGAN_INVALID, message, wrong[1], "variants", number)
        if misread := reading.misread(entry.term, entry.pinyin):
            advice = "请在 pinyin 里写出正确的读音，音节之间空一格。"
            yield report(Code.SLOGAN_INVALID, f"拼音有误，{misread}。", advice, "pinyin")
        if wrong := _bad_count(entry):
            yield report(Code.SLOGAN_MEMBERS, *wrong, "members")
        for number, longer in enumerate(entry.not_in):
            if not any(form in longer and form != longer for form in entry.forms):
                message = f"not_in 里的“{longer}”并不包含这个词条。"
                advice = "这里要写比词条更长、又与它无关的词。"
                yield report(Code.SLOGAN_INVALID, message, advice, "not_in", number)
        for text, path in _dates(entry):
            if not _is_date(text) and (*report.here, *path) in document.places:
                yield report(Code.SLOGAN_INVALID, *_no_such_day(text), *path)


def bad_term(term: str) -> tuple[str, str] | None:
    """Say why `term` cannot be one, and what to do; None when it can."""
    return _bad_form(term, _MARKS)


def _bad_form(form: str, marks: str) -> tuple[str, str] | None:
    """Say what is wrong with a term or variant and what to do; None when nothing is."""
    for sign in form:
        if not (reading.is_han(sign) or (sign.isascii() and sign.isalnum()) or sign in marks):
            shown = sign if sign.isprintable() and sign != " " else f"U+{ord(sign):04X}"
            allowed = f"只能用汉字、字母、数字和 {' '.join(marks)} 这些标点。"
            return f"里有不能用的字符“{shown}”。", allowed
    if len(form) < 2:
        return "只有一个字，会在正文里处处误标。", "请写成两个字以上的词。"
    if len(form) > LONGEST_TERM:
        return f"太长（{len(form)} 字）。", f"不能超过 {LONGEST_TERM} 字，请只写核心部分。"
    if not any(reading.is_han(sign) or sign.isdigit() for sign in form):
        return "里没有汉字。", "请写成正文里出现的样子。"
    return None


def _bad_count(entry: Entry) -> tuple[str, str] | None:
    """Say how members and numeral disagree; None when they agree or the entry says why not."""
    announced = members_announced(entry.term)
    if announced is None:
        if entry.kind is Kind.NUMERIC:
            return f"类别是“{Kind.NUMERIC}”，词条名里却没有数字。", "请改类别。"
        return None
    if entry.members_note or (not entry.members and entry.kind is not Kind.NUMERIC):
        return None
    if len(entry.members) == announced:
        return None
    return (
        f"数字合计为{spell(announced)}，成员却有 {len(entry.members)} 个。",
        "请补足或改正成员；列不出来的，在 members_note 里说明原因。",
    )


def _dates(entry: Entry) -> Iterator[tuple[str, marked.Path]]:
    """Give each date of what an entry cites, and where that would be if it stood in the entry."""
    documents: list[tuple[Document | None, marked.Path]] = [(entry.origin, ("origin",))]
    documents += [(one, ("sources", n)) for n, one in enumerate(entry.sources)]
    documents += [
        (member.document, ("members", n, "document")) for n, member in enumerate(entry.members)
    ]
    for document, path in documents:
        if document and document.date:
            yield document.date, (*path, "date")


def _documents(document: marked.Marked) -> Iterator[Problem]:
    """Check the documents that entries cite by their codes, each once, where it is described."""
    for code, item in document.data.get("documents", {}).items():
        text = item.get("date", "")
        if text and not _is_date(text):
            report = _Reporter(document, code, "documents", code)
            yield report(Code.SLOGAN_INVALID, *_no_such_day(text), "date")


def _no_such_day(text: str) -> tuple[str, str]:
    return f"没有“{text}”这一天。", "请核对日期。"


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return True  # a year or a month: the schema has checked it
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _names_twice(glossary: Glossary, document: marked.Marked) -> Iterator[Problem]:
    seen: dict[str, Entry] = {}
    for n, entry in enumerate(glossary.entries):
        report = _Reporter(document, entry.term, "slogans", n)
        for number, form in enumerate(entry.forms):
            path: marked.Path = ("variants", number - 1) if number else ("term",)
            other = seen.setdefault(form, entry)
            if other is not entry:
                message = f"“{form}”已经属于第 {other.line} 行的词条“{other.term}”。"
                advice = "一个名称只能归一条，请删去一处或合并两条。"
                yield report(Code.SLOGAN_DUPLICATE, message, advice, *path)
            elif form in entry.forms[:number]:
                message = f"“{form}”在这一条里写了两次。"
                yield report(Code.SLOGAN_DUPLICATE, message, "请删去一处。", *path)


def _ids_twice(glossary: Glossary, document: marked.Marked) -> Iterator[Problem]:
    seen: dict[str, Entry] = {}
    for n, entry in enumerate(glossary.entries):
        other = seen.setdefault(entry.id, entry)
        if other is not entry and other.term != entry.term:
            report = _Reporter(document, entry.term, "slogans", n)
            message = f"编号 {entry.id} 与第 {other.line} 行的“{other.term}”相同。"
            yield report(Code.SLOGAN_DUPLICATE, message, "请给其中一条另写 id。", "id")


def _related(glossary: Glossary, document: marked.Marked) -> Iterator[Problem]:
    terms = {entry.term for entry in glossary.entries}
    for n, entry in enumerate(glossary.entries):
        report = _Reporter(document, entry.term, "slogans", n, "related")
        for number, name in enumerate(entry.related):
            if name == entry.term:
                message = "related 里写了它自己。"
                yield report(Code.SLOGAN_RELATION, message, "请删去。", number)
            elif name in entry.related[:number]:
                message = f"related 里“{name}”写了两次。"
                yield report(Code.SLOGAN_RELATION, message, "请删去一处。", number)
            elif name not in terms:
                main = glossary.by_form.get(name)
                advice = f"它是“{main.term}”的异称，请写“{main.term}”。" if main else ""
                advice = advice or "请补上这一条，或把它从 related 里删去。"
                message = f"related 里的“{name}”不是词条。"
                yield report(Code.SLOGAN_RELATION, message, advice, number)


def _rejected(glossary: Glossary, document: marked.Marked) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for n, rejected in enumerate(glossary.rejected):
        report = _Reporter(document, rejected.phrase, "rejected", n, "phrase")
        if entry := glossary.by_form.get(rejected.phrase):
            message = f"既列为不收，又属于第 {entry.line} 行的词条“{entry.term}”。"
            yield report(Code.SLOGAN_DUPLICATE, message, "请去掉一处。")
        if rejected.phrase in seen:
            message = f"与第 {seen[rejected.phrase]} 行重复。"
            yield report(Code.SLOGAN_DUPLICATE, message, "请删去一处。")
        seen.setdefault(rejected.phrase, rejected.line)
