"""Slogans: the editor's glossary, their mentions in the book, and candidates in a new text.

Sole reader of the slogan file. `load` gives the Glossary.
"""

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

__all__ = [
    "UNKNOWN",
    "Document",
    "Entry",
    "Glossary",
    "Kind",
    "Level",
    "Member",
    "Rejected",
    "Variant",
    "VariantKind",
    "chinese_date",
    "document_text",
    "load",
    "parse",
]
