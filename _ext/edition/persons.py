"""Persons whom a text names again and again, and names that are trusted all over a text.

A name is one wherever the text has it, in one form: what stands beside it tells in a few places,
the others follow. So two mistakes would spread, and both are guarded against here:

- A place that is no name, taken for one (主管党建副局长), must not turn every 党建 of the text
  into a person: :func:`trusted`.
- A person whose given name is an everyday character (田松) must not be left to what surrounds
  each place (田松毫不犹豫, 田松松了口气): :class:`Recurring`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from edition.namecues import TITLE_AFTER, bits_after, ends_in_person
from edition.namelists import NameLists, name_lists

#: Any surname up to here is common enough to tell a person by what is said of the name.
_COMMON = 10.5

#: Given names' characters beside those that the lists have, which are written in two ways.
_ALSO_GIVEN = "念彩御弥雕"

#: Characters that end too many words of place and number to be a whole given name (江里, 万余).
_NEVER_WHOLE = frozenset("里余同台家发周")

#: What is said of a person and hardly of anything else.
_SAYS = re.compile(
    "说|答|问道|笑|哭|喊|也?毫不|赶[紧忙快]|连忙|急忙|告诉|表示|回忆|坦言|感慨|介绍[说道，]?|认为|主动"
    "|带领|一行|夫妇|等人|本人|今年[0-9一二三四五六七八九十]|出生|毕业于|心里|自己|点了?点头|摇了?摇头"
)

#: How many places a name of two characters has to have, and one of three; how many of them tell.
_PLACES = {2: 3, 3: 2}
_TELLING = {2: 2, 3: 1}

#: Of so many places one may look like words (门前农田松, 让田松放心).
_DOUBTED = 2


def trusted(
    sure: Iterable[str], found: Mapping[str, int], text: str, words: Mapping[str, float]
) -> list[str]:
    """Return those of the *sure* names that may be taken for names wherever *text* has them.

    *found* tells in how many places each was found a name by what stands beside it, *words*
    which names are everyday words as well: these need most of their places.
    """
    return [name for name in sure if name not in words or 2 * found[name] > text.count(name)]


def comes_again(name: str, text: str, words: Mapping[str, float]) -> bool:
    """Tell whether *text* has *name*, found in one place, elsewhere too, and no word is in it.

    Three characters that are no words (钟开炜) are hardly ever beside each other twice but as a
    name: what stands beside it in one place is enough.
    """
    parts = (name, name[:2], name[1:])
    return len(name) == len("钟开炜") and text.count(name) > 1 and words.keys().isdisjoint(parts)


def places_of(names: Iterable[str], run: str) -> Iterable[tuple[int, int]]:
    """Return where *run* has one of *names* in full."""
    for name in names:
        at = run.find(name) if len(name) > 1 else -1
        while at >= 0:
            yield at, at + len(name)
            at = run.find(name, at + 1)


class Recurring:
    """Finds persons by what a text says of them in several places."""

    def __init__(
        self, words: Mapping[str, float], unsteady: AbstractSet[str], known: AbstractSet[str]
    ) -> None:
        """Look for names with one of the *unsteady* characters, which are written in several ways.

        *words* are the words of the lists; a name *known* to the book needs no evidence.
        """
        lists = name_lists()
        self._lists, self._words, self._known = lists, words, known
        self._given = lists.given | set(lists.given_forms) | set(_ALSO_GIVEN)
        self._unsteady = frozenset(unsteady & self._given)
        heads = [
            surname
            for surname, bits in lists.surnames.items()
            if bits <= _COMMON and surname not in lists.surname_forms
        ]
        some, any_ = "".join(sorted(self._unsteady)), "".join(sorted(self._given))
        self._finditer = re.compile(f"[{''.join(heads)}](?=[{some}]|[{any_}][{some}])").finditer

    def candidates(self, text: str) -> list[str]:
        """Return what could be names that *text* has several times, or the book knows."""
        counted: Counter[str] = Counter()
        for match in self._finditer(text):
            at = match.start()
            counted.update(self._from(text[at : at + 3]))
        return [
            name
            for name, count in counted.items()
            if name in self._known or (count >= _PLACES[len(name)] and self._is_no_word(name))
        ]

    def _from(self, three: str) -> Iterable[str]:
        """Return the names that can begin with the characters *three*."""
        if three[1] in self._unsteady:
            yield three[:2]
        if len(three) > 2 and self._given.issuperset(three[1:]):
            yield three

    def _is_no_word(self, name: str) -> bool:
        parts = (name, name[:2], name[1:]) if name[2:] else (name,)
        return self._words.keys().isdisjoint([part for part in parts if len(part) > 1]) and (
            len(name) > 2 or name[1] not in _NEVER_WHOLE
        )

    def found(self, candidates: Iterable[str], runs: Iterable[str]) -> list[str]:
        """Return those of the *candidates* that the *runs* of the text say are persons."""
        return [name for name in candidates if name in self._known or self._is_person(name, runs)]

    def _is_person(self, name: str, runs: Iterable[str]) -> bool:
        places = telling = doubted = 0
        for run in runs:
            for start, end in places_of((name,), run):
                places += 1
                if _tells(run, start, end, self._lists):
                    telling += 1
                elif self._is_doubted(run, start, end):
                    doubted += 1
        return telling >= _TELLING[len(name)] and doubted * _DOUBTED <= places

    def _is_doubted(self, run: str, start: int, end: int) -> bool:
        """Tell whether words of the lists reach across the edges of what would be a name."""
        before, after = run[start - 1 : start + 1] if start else "", run[end - 1 : end + 1]
        return (
            before in self._words
            or (len(after) > 1 and after in self._words)
            or run[start - 1 : start] in self._lists.not_after
            or bits_after(run, end, self._lists) < 0
        )


def _tells(run: str, start: int, end: int, lists: NameLists) -> bool:
    """Tell whether what stands beside ``run[start:end]`` says that it is a person."""
    return (
        bits_after(run, end, lists) >= TITLE_AFTER
        or ends_in_person(run, start, lists)
        or _SAYS.match(run, end) is not None
    )
