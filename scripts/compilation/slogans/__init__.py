"""Slogans: the editor's glossary, their mentions in the book, and candidates in a new text.

Sole reader of the slogan file. `load` gives the Glossary, `Matcher` finds its mentions in a text,
`undecided`, `unfounded`, `placeless`, `unused` and `needless` say what the editor still has to see
to.
"""

from .candidates import Candidate, candidates
from .decide import needless, placeless, undecided, unfounded, unused
from .draft import draft, places
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
    citation,
    document_text,
)
from .load import load, of_book, parse
from .match import Matcher
from .survey import Finding, Place, Source, source, survey

__all__ = [
    "UNKNOWN",
    "Candidate",
    "Document",
    "Entry",
    "Finding",
    "Glossary",
    "Kind",
    "Level",
    "Matcher",
    "Member",
    "Place",
    "Rejected",
    "Source",
    "Variant",
    "VariantKind",
    "candidates",
    "chinese_date",
    "citation",
    "document_text",
    "draft",
    "load",
    "needless",
    "of_book",
    "parse",
    "placeless",
    "places",
    "source",
    "survey",
    "undecided",
    "unfounded",
    "unused",
]
