"""Finds what pages and screens left in the text: running heads, page numbers, screen numbers.

Only the whole text shows them: a line that stands beside page marks again and again, bare
numbers that count on through hard-wrapped lines, and ``1、``, ``2、`` before lines of which one
begins in the middle of a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Dropped, Line
from ..body.reading import NO_PAGES, Pages
from ..body.wrapping import profile
from ..divisions import floors, poured, stuck_titles
from ..signatures import byline
from ..signatures.names import is_name, is_office, is_unit
from ..text.lazy import lazy_regex
from ..text.signs import ANY_STOP, BLANK, SCREEN, ends, is_closing, is_salutation, mark, squeeze
from ..text.variants import either
from ..tops.titles import title_like
from . import markdown, noise, runningheads

#: A running head is at most this long (characters).
_SHORT = 40
#: Lines of a document viewer hold a screen each, this many characters or more.
_SCREENFUL = 150
#: In fewer lines than this blank lines may part what belongs together by chance.
_LINES = 6
#: So many lines of the site may stand below them.
_BELOW = 4


def learn(lines: Sequence[Line], dropped: Sequence[Dropped], source: str) -> Pages:
    """Give what the pages left in a text; nothing for most texts.

    ``source`` is all of it: what was dropped may name the file that a viewer shows.
    """
    running = _running_heads(lines, dropped) | _menus(lines)
    running |= _numbers(lines, _below_all(lines, dropped, source))
    screens = _screens(lines)
    whole = any(poured.holds_lines(line.text) for line in lines)
    junk = any(item.rule == "noise-junk" for item in dropped)
    said = "\n".join(source[item.start : item.end] for item in dropped[:4])
    if not screens and _counted_screens(lines, said):
        screens = True
        whole = whole or any(poured.breaks_at_blanks(x.text, 2) for x in lines)
    top = [line.text for line in lines[: stuck_titles.LINES + 1]]
    titles = stuck_titles.titles(top, said)
    written = markdown.written_in([line.text for line in lines], source)
    matter = markdown.front_matter(source) if written else frozenset()
    kept = floors.learn(lines, dropped, source)
    learned = Pages(
        *(running, screens, whole, junk, titles, written, matter, kept),
        spaced=_spaced(lines, dropped),
        heads=runningheads.find(lines) | runningheads.of_site(lines, dropped),
    )
    return NO_PAGES if learned == NO_PAGES else learned


def _spaced(lines: Sequence[Line], dropped: Sequence[Dropped]) -> bool:
    """Say whether a blank line stands above every line, or nearly.

    Below the mark of a page no blank lines are counted.
    """
    close = [(a, b) for a, b in pairwise(lines) if not b.blanks]
    if len(lines) < _LINES or len(close) * 2 > len(lines):
        return False
    marks = sorted(item.start for item in dropped if item.rule in noise.PAGE_MARKS)
    places = [[bisect_left(marks, line.tracked.start) for line in pair] for pair in close]
    return sum(above == below for above, below in places) * 20 < len(lines)


def _running_heads(lines: Sequence[Line], dropped: Sequence[Dropped]) -> frozenset[str]:
    """Give the lines that stand beside page numbers again and again."""
    marks = [item.start for item in dropped if item.rule == "noise-page"]
    if len(marks) < 2:
        return frozenset()
    starts = [line.tracked.start for line in lines]
    places = {bisect_left(starts, page) for page in marks}
    beside = {at - back for at in places for back in (0, 1) if 0 <= at - back < len(lines)}
    near = (squeeze(lines[index].text) for index in beside)
    counts = Counter(text for text in near if 4 <= len(text) <= _SHORT)
    often = {text: count for text, count in counts.items() if count >= 2}
    # Texts that end with a page may have the same signature or date; a running head is on most.
    return frozenset(
        text
        for text, count in often.items()
        if (count > 2 and count * 3 >= len(marks) * 2) or not byline.looks_like(text, True)
    )


#: An entry of a menu is at most this long; one stands so many times in a text at least.
_ENTRY, _TIMES = 8, 3


def _menus(lines: Sequence[Line]) -> frozenset[str]:
    """Give the entries of a menu that stand together below one text after another."""
    short = [
        squeeze(line.text) if len(line.text) <= _ENTRY and not ANY_STOP.search(line.text) else ""
        for line in lines
    ]
    counts = Counter(text for text in short if text)
    often = {text for text, count in counts.items() if count >= _TIMES and _is_entry(text)}
    pairs = Counter((a, b) for a, b in pairwise(short) if a in often and b in often and a != b)
    found = {text for pair, count in pairs.items() if count >= _TIMES for text in pair}
    alone = {t for i, t in enumerate(short) if t in found and not _beside(short, i, found)}
    found -= alone
    # Bodies and offices alone are signatures.
    plain = sum(not is_unit(text) and not is_office(text) for text in found)
    return frozenset(found) if plain > 1 else frozenset()


def _is_entry(text: str) -> bool:
    """Say whether a short line can be an entry of a menu: no farewell, name, date or mark."""
    if is_closing(text) or is_name(text) or is_salutation(text) or mark(text):
        return False
    return len(text) > 1 and not any(c.isdigit() for c in text) and not byline.looks_like(text)


def _beside(short: Sequence[str], index: int, entries: set[str]) -> bool:
    """Say whether another entry stands beside a line."""
    return any(
        0 <= place < len(short) and short[place] in entries for place in (index - 1, index + 1)
    )


def _below_all(lines: Sequence[Line], dropped: Sequence[Dropped], source: str) -> int:
    """Give the bare number of the last page, dropped below all lines, or 0."""
    below = [
        source[item.start : item.end].strip()
        for item in dropped[-_BELOW:]
        if item.rule == "noise-page" and lines and item.start >= lines[-1].tracked.end
    ]
    return next((int(text) for text in below if text.isdecimal()), 0)


def _numbers(lines: Sequence[Line], below: int) -> frozenset[str]:
    """Give bare page numbers: counting on by one, in hard-wrapped text, no title below.

    ``below`` is the number of the last page where that is dropped already, or 0.
    """
    bare = [i for i, line in enumerate(lines) if len(line.text) <= 3 and line.text.isdecimal()]
    if len(bare) < 2 or len(bare) > len(lines) // 8:
        return frozenset()
    values = [int(lines[index].text) for index in bare]
    if _of_listed_pages(lines, bare, values, below):
        return frozenset(lines[index].text for index in bare)
    if any(b != a + 1 for a, b in pairwise(values)):
        return frozenset()
    at_end = bare[-1] == len(lines) - 1 or below == values[-1] + 1
    if values[0] == 1 and at_end and _ends_page(lines, bare):
        # The mark of a text has that below it; the last page ends with its number.
        return frozenset(lines[index].text for index in bare)
    for index in bare:
        broken = index > 0 and not ends(lines[index - 1].text)
        titled = index + 1 < len(lines) and title_like(lines[index + 1].text)
        if titled and not broken and index:  # at the very top it is the title of all
            return frozenset()
    # Or they stand in the middle of sentences.
    inside = sum(i > 0 and not ends(lines[i - 1].text) for i in bare)
    if inside * 2 >= len(bare) and len(bare) > 2 and values[0] == 1:
        return frozenset(lines[index].text for index in bare)
    # Or below the pages: what heads something has it below, and is above the first text.
    last = bare[-1] == len(lines) - 1
    if last and len(bare) > 2 and values[0] == 1 and bare[0] != 1:
        return frozenset(lines[index].text for index in bare)
    if not profile([line for i, line in enumerate(lines) if i not in set(bare)]).wrap:
        return frozenset()
    return frozenset(lines[index].text for index in bare)


def _ends_page(lines: Sequence[Line], bare: Sequence[int]) -> bool:
    """Say whether a page can end above the first number.

    It ends with a text, a signature, or a list of the titles below, with their authors or not.
    """
    first = bare[0]
    if ends(lines[first - 1].text):
        return True
    if first < _LISTED or bare[-1] != len(lines) - 1:
        return False
    below = (squeeze(line.text) for line in lines[first + 1 :] if len(line.text) <= _SHORT)
    titles = tuple(text for text in below if len(text) > 1)
    listed = all(squeeze(line.text).startswith(titles) for line in lines[first - 2 : first])
    return listed or byline.looks_like(lines[first - 1].text)


# The page behind a title in a list of them.
_PAGE = lazy_regex(rf"[….·．_—/（(第{BLANK}-]\d{{1,3}}页?[）)]?$")
#: So many such titles are a list, so many numbers the pages of a book.
_LISTED = 3


def _of_listed_pages(
    lines: Sequence[Line], bare: Sequence[int], values: Sequence[int], below: int
) -> bool:
    """Say whether bare numbers are pages: they rise, the last ends all, a list gives pages.

    Some pages may have lost their numbers.
    """
    inside = any(i and not ends(lines[i - 1].text) for i in bare)
    if len(bare) < (2 if inside else _LISTED):
        return False
    if bare[-1] != len(lines) - 1 and not below:
        return False
    if any(b <= a for a, b in pairwise([*values, *([below] if below else [])])):
        return False
    listed = sum(bool(_PAGE.search(line.text[-_SHORT:])) for line in lines[: bare[0]])
    return listed >= _LISTED


# How many pages a document has, as a site says it.
_PAGES = lazy_regex(either(rf"页数[{BLANK}]?[：:][{BLANK}]?(\d{{1,3}})"))


def _counted_screens(lines: Sequence[Line], said: str) -> bool:
    """Say whether the lines with numbers are as many as the pages that the site says there are.

    They count on from the top; between them a page may have more lines.
    """
    count = _PAGES.search(said)
    if not count or not lines or int(count[1]) < _FEWEST:
        return False
    found = [screen for line in lines if (screen := SCREEN.match(line.text))]
    numbers = [int(screen[1]) for screen in found]
    on_top = SCREEN.match(lines[0].text) is not None
    return on_top and numbers == list(range(1, int(count[1]) + 1))


#: So many pages at least are counted.
_FEWEST = 3


def _screens(lines: Sequence[Line]) -> bool:
    """Say whether the lines are the screens of a document viewer, each with its number."""
    first = next((i for i, line in enumerate(lines[:40]) if line.text.startswith("1、")), None)
    if first is None or len(lines) - first < 2:
        return False
    screens: list[Line] = []
    for number, line in enumerate(lines[first:], 1):
        found = SCREEN.match(line.text)
        if not found or int(found[1]) != number:
            break
        screens.append(line)
    if len(screens) < 2 or len(lines) - first - len(screens) > _BELOW:
        return False
    long = sum(len(line.text) >= _SCREENFUL for line in screens)
    return long * 2 >= len(screens) and any(not ends(line.text) for line in screens[:-1])
