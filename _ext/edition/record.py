"""What the conversion of each document has to tell: choices made, quotation marks amiss.

Kept on the environment, cleared with a document and merged from parallel readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.choices import Choices
from edition.quotes import strays

#: Characters of the text shown on either side of a place.
_AROUND = 8


class StrayQuote(NamedTuple):
    """A quotation mark without a partner."""

    address: str
    mark: str
    #: The text around it, in the source's script.
    around: str


def stray_quotes(address: str, text: str, script: str) -> list[StrayQuote]:
    """Return the quotation marks of *text*, the block at *address*, that have no partner."""
    return [
        StrayQuote(address, mark, text[max(0, offset - _AROUND) : offset + _AROUND + 1])
        for offset, mark in strays(text, script=script)
    ]


class EditionRecord:
    """The record of a build, by document."""

    #: Raise it when the shape of what is stored changes.
    version = 4

    def __init__(self) -> None:
        """Make an empty record."""
        #: docname → (address of a block, choices made in it, by the run of its text).
        self.choices: dict[str, list[tuple[str, tuple[Choices, ...]]]] = {}
        #: docname → quotation marks without a partner.
        self.stray_quotes: dict[str, list[StrayQuote]] = {}
        #: docname → address of a note → address of the block that its mark stands in.
        self.marks: dict[str, dict[str, str]] = {}

    @classmethod
    def of(cls, env: BuildEnvironment) -> EditionRecord:
        """Return the record of *env*, made if there is none yet."""
        record = getattr(env, "edition_record", None)
        if record is None:
            record = env.edition_record = cls()  # type: ignore[attr-defined]
        return record

    def note_choices(self, docname: str, address: str, groups: tuple[Choices, ...]) -> None:
        """Remember the choices made in the block at *address*."""
        if groups:
            self.choices.setdefault(docname, []).append((address, groups))

    def note_quotes(self, docname: str, found: Iterable[StrayQuote]) -> None:
        """Remember the quotation marks of *docname* that have no partner."""
        if listed := list(found):
            self.stray_quotes[docname] = listed

    def note_marks(self, docname: str, marks: dict[str, str]) -> None:
        """Remember where the notes of *docname* are marked."""
        if marks:
            self.marks[docname] = marks

    def clear(self, docname: str) -> None:
        """Forget *docname*."""
        self.choices.pop(docname, None)
        self.stray_quotes.pop(docname, None)
        self.marks.pop(docname, None)

    def merge(self, docnames: Iterable[str], other: EditionRecord) -> None:
        """Take over *docnames* from the record of another process."""
        for docname in docnames:
            if docname in other.choices:
                self.choices[docname] = other.choices[docname]
            if docname in other.stray_quotes:
                self.stray_quotes[docname] = other.stray_quotes[docname]
            if docname in other.marks:
                self.marks[docname] = other.marks[docname]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a document that will be read again or is gone."""
    EditionRecord.of(env).clear(docname)


def merge(
    app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment
) -> None:
    """Bring in what a parallel reader recorded."""
    EditionRecord.of(env).merge(docnames, EditionRecord.of(other))
