"""Slogans: the editor's glossary, their mentions in the book, and candidates in a new text.

Sole reader of the slogan file. `load` gives the Glossary, `mark` records its mentions in the book,
`undecided` and `unfounded` say what the editor still has to see to.
"""

from .candidates import Candidate, candidates
from .decide import undecided, unfounded
from .entries import (
    UNKNOWN,
    Document,
    Entry,
    Glossary,
    Kind,
    Level,
    Member,
    Rejected,
    Variant,
    VariantKind,
    chinese_date,
    document_text,
)
from .load import load, parse
from .match import Matcher, mark

__all__ = [
    "UNKNOWN",
    "Candidate",
    "Document",
    "Entry",
    "Glossary",
    "Kind",
    "Level",
    "Matcher",
    "Member",
    "Rejected",
    "Variant",
    "VariantKind",
    "candidates",
    "chinese_date",
    "document_text",
    "load",
    "mark",
    "parse",
    "undecided",
    "unfounded",
]
