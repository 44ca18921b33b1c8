"""What a header of a chapter is, and the names of its forms."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..text.lazy import lazy_regex
from ..text.numerals import LARGE
from ..text.signs import BLANK, CHINESE, same_words
from ..text.variants import either

#: A running number in a header.
NUMBER = rf"(?:[{CHINESE}{LARGE}]{{1,9}}|[0-9０-９]{{1,5}})"
#: The brackets that stand around a running number, for the inside of a class of characters.
OPENING, CLOSING = r"（(【\[［〔〖〈「『", r"）)】\]］〕〗〉」』"
#: What a book of models calls them: 范文一, 守堤心得范本一.
MODELS = "范文|例文|样文|范本"
#: The form of titles without any mark.
UNMARKED = "无标记"
#: The size of a header whose line signs a text without a title.
SIGNS = 0
#: The form of a series with titles in book marks; the line may go on behind the title.
BOOKED = "X（N）《》"
#: The form of headers that say the title of the whole collection again, with a number.
COLLECTED = "总题N"
#: The form of the prizes of a contest.
PRIZE = "奖"
#: The form of titles that a list at the front names.
LISTED = "目录"
#: The form of documents attached to the one above them.
ATTACHED = "附件"
#: The form of a word in brackets over the title of a model essay.
SAMPLE = "【范文】"
#: The form of the issues of one bulletin: its name, and below it the line with the number.
ISSUE = "刊名N期"
#: The form of what the editor says is a header.
SAID = "编者"
#: Forms that the words of the mark make sure, the editor's included.
SURE = ("第N篇", "第N则", "篇N", "范文N", "题N", SAID, BOOKED, COLLECTED, PRIZE, ATTACHED, ISSUE)
# A number alone, or with a title behind it.
BARE = lazy_regex(
    rf"(?P<mark>[（(]?(?P<n>[{CHINESE}]{{1,3}}|\d{{1,3}})[）)]?)(?P<sep>[、.．:：]?[{BLANK}]*)(?P<rest>.*)$"
)
_NUMBER = lazy_regex(rf"[（(【〔「〈［\[]?[{CHINESE}\d]")
SENTENCE = lazy_regex(r"[。！？；]")
#: A title is at most this long (characters).
MAX_TITLE = 60
#: One without any stop, said again below, or with its author right below may be so long.
LONG_TITLE = 2 * MAX_TITLE
_STOPPED = lazy_regex(r"[，。！？；：,;:!?]")


@dataclass(frozen=True, slots=True)
class Header:
    """A header found: line index, form, number, and text offsets within the line.

    ``before`` is where the header begins (0, or later in mid-line), ``mark`` and ``title``
    are spans; what lies between and around them is brackets and separators.  ``size`` is how
    many lines the title takes, where that is known, else 1; ``SIGNS`` where there is none and
    the line signs.  The ``mark`` of an ``ISSUE`` stands in the line below those.  ``end`` is where
    the text begins that stands behind the header in its line, 0 where that is not known or there
    is none.
    """

    line: int
    form: str
    number: int
    before: int
    mark: tuple[int, int]
    title: tuple[int, int]
    size: int = 1
    end: int = 0


# The word for a model behind the kind of text, all of whose words it repeats.
_MODEL = lazy_regex(either(rf"(?<=.{{4}})(?<!的)(?<!精选)(?<!优秀)(?<!最新)(?<!经典)(?:{MODELS})$"))


def with_model(header: Header, text: str) -> Header:
    """Give a header with the word for a model in its mark, where a number counts it.

    守堤演讲稿范文1 and 守堤演讲稿范文（1） are the first model, and the title is 守堤演讲稿.
    """
    stop, start = header.title[1], header.mark[0]
    if stop != start or header.title[0] == stop or not _NUMBER.match(text, start):
        return header
    model = _MODEL.search(text[slice(*header.title)])
    if not model:
        return header
    at = header.title[0] + model.start()
    return replace(header, mark=(at, header.mark[1]), title=(header.title[0], at))


def runs(headers: Sequence[Header]) -> bool:
    """Say whether the numbers mostly run on from one header to the next."""
    steps = [b.number - a.number for a, b in itertools.pairwise(headers)]
    return bool(steps) and sum(0 < step <= 2 for step in steps) * 3 >= len(steps) * 2


def without_contents(headers: list[Header]) -> list[Header]:
    """Leave out a table of contents: headers line after line, whose numbers begin again."""
    run = 1
    while (
        run < len(headers)
        and headers[run].line == headers[run - 1].line + 1
        and headers[run].number > headers[run - 1].number
    ):
        run += 1
    if 2 <= run < len(headers) and headers[run].number <= headers[0].number:
        return headers[run:]
    return headers


def is_long_title(rest: str, below: str) -> bool:
    """Say whether what stands behind a mark is a long title; ``below`` is the next line."""
    if len(rest) > LONG_TITLE or SENTENCE.search(rest):
        return False
    return not _STOPPED.search(rest) or same_words(rest, below)
