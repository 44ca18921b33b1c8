"""Finds the words of several persons without titles, each signed behind a sign.

    ……我是守堤人，灯在人在。        ◆巡堤一组　周敏
    ——巡堤一组　周敏                我是守堤人，灯在人在。……

A dash stands below the words, a bullet above them.  What one essay quotes is signed so too; but
its own words go on below the last of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..body.lines import Line
from ..signatures import byline
from ..signatures.labels import BULLETS
from ..signatures.signers import paired
from ..text.lazy import lazy_regex
from ..text.signs import ends, is_note, is_salutation
from ..tops.titles import DASHED
from .successions import is_prose

#: So many persons make a collection, each with so many characters on the average.
_SEVERAL, _WORDS = 3, 48
#: A line that signs has at most so many characters.
_SIGNED = 40
_NO_NAME = lazy_regex("[。，；：！？《》“”]")


def find(lines: Sequence[Line]) -> list[int]:
    """Give the first lines of the statements, or none."""
    signed = [i for i in range(1, len(lines)) if _signs(lines, i)]
    if len(signed) < _SEVERAL or any(map(is_prose, lines[signed[-1] + 1 :])):
        return []
    whole = lines[: signed[-1]]
    persons = [byline.read([lines[i].text.strip(byline.DASHES)]).authors for i in signed]
    if len({*persons} - {()}) * 3 < len(signed) * 2:
        return []  # the same sage again and again, or nobody
    later = [range(above + 1, below) for above, below in pairwise(signed)]
    if not all(section and _is_statement(whole, section) for section in later):
        return []
    first = _first(lines, signed[0], [len(section) for section in later])
    size = sum(len(line.text) for line in lines[first : signed[-1]])
    if size < _WORDS * len(signed):
        return []
    return [first, *(section[0] for section in later)]


def headed(lines: Sequence[Line]) -> list[int]:
    """Give the lines that sign the statements below them behind one and the same bullet, or none.

    Below a title such a line only says who wrote what has it; and where others of the bullet are
    nobody, all are headings.
    """
    marked = [i for i, x in enumerate(lines) if x.text[0] in BULLETS and not x.said]
    found = [i for i in marked if _stands_over(lines, i)]
    if len(found) < _SEVERAL or found != marked or len({lines[i].text[0] for i in found}) > 1:
        return []
    persons = [byline.read([lines[i].text]).authors for i in found]
    if len({*persons} - {()}) * 3 < len(found) * 2:
        return []
    if not all(ends(lines[i - 1].text) for i in found[1:]):
        return []
    size = sum(len(x.text) for i, x in enumerate(lines) if i > found[0] and i not in found)
    return found if size >= _WORDS * len(found) else []


def _stands_over(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line has the shape of a body and a name, or of a name, over prose."""
    text = lines[index].text
    if len(text) > _SIGNED or _NO_NAME.search(text) or index + 1 == len(lines):
        return False
    below = lines[index + 1]
    over = is_prose(below) or is_salutation(below.text)
    return over and (byline.looks_like(text, True) or paired(text[1:].strip()))


def _signs(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line below prose signs it behind a dash."""
    line = lines[index]
    text = line.text
    if len(text) > _SIGNED or line.said or not DASHED.match(text) or not is_prose(lines[index - 1]):
        return False
    plain = text.strip(byline.DASHES).strip()
    return bool(plain) and not _NO_NAME.search(plain) and byline.looks_like(plain, True)


def _is_statement(lines: Sequence[Line], section: range) -> bool:
    """Say whether lines are nothing but prose."""
    return all(is_prose(lines[i]) and not is_note(lines[i].text) for i in section)


def _first(lines: Sequence[Line], signed: int, sizes: Sequence[int]) -> int:
    """Give where the first statement begins: what is said of all may stand above it.

    It takes as many lines as most of the others do, and none that is no prose.
    """
    usual = Counter(sizes).most_common(1)[0][0]
    first = signed
    while first and signed - first < usual and is_prose(lines[first - 1]):
        first -= 1
    return first
