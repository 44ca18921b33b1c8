"""Are the places right that editorial/conversion.yaml names, and are its words in the book?

What the file may hold is said in :mod:`wordfile`. Only the converter knows all works and passages
of the book, so it says which of them do not exist: an entry that points nowhere would else be a
decision of the editor's that nothing carries out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from pathlib import Path

from . import passages, wordfile
from .config import LinedDict
from .model import Book
from .problems import Code, Problem, Severity
from .text.lazy import lazy_regex

#: The ids of what the lists at the back say of a work or chapter, or of two works.
_AT_BACK = lazy_regex(r"(front|e\d+[a-z]*)-(?:emendations|(e\d+[a-z]*)-parallels)")


class Wording:
    """The file, beside the book that it is for: read once, asked twice."""

    def __init__(self, path: Path, book: Book, entries: Iterable[str] = ()) -> None:
        """Read ``path``; a missing file says nothing.  ``entries`` are the ids of the glossary's.

        Raises ConversionError for one that cannot be read or has a mistake.
        """
        self._path, self._book, self._entries = path, book, frozenset(entries)
        self._data = wordfile.read(path)
        self._texts = _texts(book) if self._data else {}

    def problems(self) -> list[Problem]:
        """Give a problem for each entry whose work, passage or phrase the book does not have."""
        works = {work.id for chapter in self._book.chapters for work in chapter.works}
        found = []
        for name in ("words", "house", "places"):
            for item in _entries(self._data, name):
                said = self._place(item) if name == "places" else _works(item, works)
                if said:
                    found.append(Problem(Code.CONFIG_INVALID, *said, str(self._path), *item.start))
        return found

    def _place(self, item: LinedDict) -> tuple[str, str] | None:
        """Say what is wrong with where an entry is to hold, and what to do."""
        at, text, nth = str(item["at"]), str(item["text"]), int(item.get("nth", 1))
        if at not in self._texts:
            known = at in self._entries or self._is_note(at) or self._is_at_back(at)
            return None if known else (f"书里没有编号为 {at} 的段落、题目或署名。", passages.NAMING)
        times = self._texts[at].count(text)
        if times >= nth:
            return None
        there = f"只有 {times} 处“{text}”，没有第 {nth} 处" if times else f"没有“{text}”"
        return f"{at} 里{there}。", "请照校改后的正文抄写 text，或改正 at 和 nth。"

    def _is_note(self, name: str) -> bool:
        """Say whether a note on the book's text has this id."""
        notes = (
            note.id
            for chapter in self._book.chapters
            for passage in passages.of(chapter)
            for note in passage.notes
        )
        return name in notes or any(name == n.id for block in self._book.front for n in block.notes)

    def _is_at_back(self, name: str) -> bool:
        """Say whether a list at the back can have a part of this id: its works are there."""
        found = _AT_BACK.fullmatch(name)
        there = {"front", *(chapter.id for chapter in self._book.chapters)}
        there |= {work.id for _, work in self._book.works()}
        return found is not None and {*filter(None, found.groups())} <= there

    def unused(self, others: Iterable[str]) -> list[Problem]:
        """Give a problem for each word that stands nowhere in the book or the works it names.

        ``others`` are the editor's own texts: the pages at the back, book.yaml. A word for the
        whole book may be one of a list that an editor keeps for several books: to say so is
        enough. Who names works has seen the word in them. What stands under ``house`` is a rule,
        for any text.
        """
        if not self._data:
            return []
        of_works = _texts_of_works(self._book)
        whole = "\n".join((*self._texts.values(), *others))
        found = []
        for item in _entries(self._data, "words"):
            named, word = wordfile.works(item), item.get("text")
            if not isinstance(word, str):
                continue  # a number without quotation marks: to YAML it is no text
            if not named and word not in whole:
                what, severity = f"书里没有“{word}”，这一条没有用到。", Severity.REMARK
                advice = "字写错了请改正；备以后用的，可以留着。"
            elif named and not any(word in text for w in named for text in of_works.get(w, ())):
                what = f"{'、'.join(named)} 里没有“{word}”，这一条没有用到。"
                advice, severity = "请照校改后的正文抄写 text，或改正 works。", Severity.UNCERTAIN
            else:
                continue
            at = (str(self._path), *item.at("text"))
            found.append(Problem(Code.WORDING_UNUSED, what, advice, *at, severity))
        return found


def _texts_of_works(book: Book) -> dict[str, list[str]]:
    """Give the texts of each work by its id, with what the notes on them say."""
    texts: dict[str, list[str]] = {}
    for chapter in book.chapters:
        for passage in passages.of(chapter):
            notes = [words for note in passage.notes for words in (note.other, note.reason)]
            for work in passage.works:
                texts.setdefault(work, []).extend((passage.text, *notes))
    return texts


def _texts(book: Book) -> dict[str, str]:
    """Give the text of each passage of the book by its id, as it is printed."""
    texts = {block.id: block.text for block in book.front}
    for chapter in book.chapters:
        for passage in passages.of(chapter):
            for name in filter(None, (passage.id, passage.alias)):
                # Lines of a subtitle are printed as one, those of a byline below each other.
                between = "\u3000" if passage.kind == passages.SUBTITLE else "\n"
                before = texts[name] + between if name in texts else ""
                texts[name] = before + passage.text
    return texts


def _entries(data: LinedDict, name: str) -> Sequence[LinedDict]:
    """Give the entries of a list of the file; :mod:`wordfile` has seen that they are such."""
    return data.get(name) or ()


def _works(item: LinedDict, works: Set[str]) -> tuple[str, str] | None:
    for work in wordfile.works(item):
        if work not in works:
            return f"书里没有编号为 {work} 的篇。", "编号见 essays/ 里各页开头的 works。"
    return None
