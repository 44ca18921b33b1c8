"""Are the places right that editorial/conversion.yaml names, and are its words in the book?

What the file may hold is said in :mod:`wordfile`. Only the converter knows all works and passages
of the book, so it says which of them do not exist: an entry that points nowhere would else be a
decision of the editor's that nothing carries out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from . import passages, wordfile
from .config import LinedDict
from .model import Book
from .problems import Code, Problem, Severity
from .text.lazy import lazy_regex

#: What looks like the id of a passage of the text. Notes, and what stands on pages of their own
#: (entries of the glossary, the list of emendations, parallels), have ids of other forms.
_PASSAGE = lazy_regex(r"e\d+[a-z]*(?:-(?!n\d|emendations$|e\d).*)?|front-p\d+")


class Wording:
    """The file, beside the book that it is for: read once, asked twice."""

    def __init__(self, path: Path, book: Book) -> None:
        """Read ``path``; a missing file says nothing.

        Raises ConversionError for one that cannot be read or has a mistake.
        """
        self._path, self._book = path, book
        self._data = wordfile.read(path)
        self._texts = _texts(book) if self._data else {}

    def problems(self) -> list[Problem]:
        """Give a problem for each entry whose work, passage or phrase the book does not have."""
        works = {work.id for chapter in self._book.chapters for work in chapter.works}
        found = []
        for name in ("words", "house", "places"):
            for item in _entries(self._data, name):
                said = _place(item, self._texts) if name == "places" else _works(item, works)
                if said:
                    found.append(Problem(Code.CONFIG_INVALID, *said, str(self._path), *item.start))
        return found

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


def _place(item: LinedDict, texts: Mapping[str, str]) -> tuple[str, str] | None:
    at, text, nth = item.get("at"), item.get("text"), item.get("nth", 1)
    if not (isinstance(at, str) and isinstance(text, str) and isinstance(nth, int)):
        return None  # a number without quotation marks where a text is meant, or with them
    if at in texts:
        times = texts[at].count(text)
        if times < nth:
            return (
                f"{at} 里只有 {times} 处“{text}”，没有第 {nth} 处。"
                if times
                else f"{at} 里没有“{text}”。",
                "请照校改后的正文抄写 text，或改正 at 和 nth。",
            )
    elif _PASSAGE.fullmatch(at):
        return f"书里没有编号为 {at} 的段落、题目或署名。", passages.NAMING
    return None
