"""Finds the titles of a collection by the list of them at its front.

Such a list says what the titles are better than anything that stands around them: a line of it
that stands again below, over text, opens a text.  The list may have slips, page numbers,
persons behind the titles and parts over them, and it need not be called one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ..body.lines import Line
from ..marks.header import LISTED, NUMBER, Header
from ..signatures import byline
from ..text.lazy import lazy_regex
from ..text.numerals import value
from ..text.signs import BLANK, core, ends, ends_with_genre, is_salutation, mark, squeeze
from ..text.variants import forms
from ..tops.drafts import DASH
from ..tops.titles import ALONE, DASHED, behind_sign, names_collection, title_like
from .likeness import alike
from .successions import is_prose
from .surroundings import EDITORS

#: What stands over such a list.
WORDS = frozenset(
    forms("目录 目次 篇目 总目 要目 本期目录 本书目录 本期要目 本期导读 本期内容 内容提要".split())
)


def is_word(text: str) -> bool:
    """Say whether a line says that a list of titles is below it (目　录, 〖本期要目〗)."""
    return len(text) <= 16 and squeeze(text).strip(_AROUND) in WORDS


#: What may stand around such a word.
_AROUND = "【】〖〗[]［］〔〕<>《》「」★☆◆■●※*·—-=~：:"
#: So far below the top the word of a list is looked for, so many lines a list has at most.
_WORD_WITHIN, _LONGEST = 60, 400
#: An entry is at most this long, a list without a word over it has so many entries or more.
_ENTRY, _PLAIN_LIST = 70, 3
#: A list without a word begins among so many lines at the top.
_TOP = 6

# Dots before the page, and the page.
_PAGE = lazy_regex(
    rf"[{BLANK}]*(?:[.…·．_—-]{{2,}}[{BLANK}]*)*[（(/]?(?:第|[Pp][.．]?)?[{BLANK}]*\d{{1,3}}[{BLANK}]*页?[）)]?$|"
    rf"[{BLANK}]*[.…·．_—-]{{2,}}[{BLANK}]*$"
)
_PAGED = lazy_regex(r"\d{1,3}[）)]?$")
_DOTTED = lazy_regex(rf"[.…·．_—-]{{2,}}[{BLANK}]*\d{{1,3}}$")
_LEADERS = lazy_regex(rf"[{BLANK}]*(?:…{{2,}}|[.…·．_—-]{{3,}})[{BLANK}]*|[{BLANK}]{{2,}}|[（(/]")
# 第一篇　守堤, （一）守堤, 1、守堤, 【1】守堤; the last kind of brackets is not of the mark.
_NUMBERED = lazy_regex(
    rf"(?P<open>[【\[［〔〖][{BLANK}]*)?"
    rf"(?P<mark>第[{BLANK}]?{NUMBER}[{BLANK}]?(?:部分|单元|單元|[篇章节節编編辑輯讲講课課期卷])|[（(]?{NUMBER}[）)]|"
    rf"{NUMBER}(?(open)(?=[{BLANK}]*[】\]］〕〗])|(?=[、.．:：{BLANK}]))|[①-⑳]|[上中下]篇(?=[：:{BLANK}]))"
    rf"(?P<sep>(?(open)[{BLANK}]*[】\]］〕〗])[{BLANK}]*[、.．:：]?[{BLANK}]*)(?=\S)"
)
_DIGITS = lazy_regex(NUMBER)
_BARE_MARK = lazy_regex(rf"[\u3400-\u9fff]{{0,4}}{NUMBER}[\u3400-\u9fff]{{0,2}}")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the list: the forms that its title may have in the text."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A title of the list, found in the text: its line, and how many lines it takes."""

    entry: int
    line: int
    size: int


def find(lines: Sequence[Line]) -> tuple[list[Header], list[Header]]:
    """Give the headers that a list at the front names, of chapters and of works inside parts."""
    for first, named in _tops(lines):
        entries, end = _entries(lines, first)
        if len(entries) < (2 if named else _PLAIN_LIST):
            continue
        hits = _hits(lines, entries, end)
        wanted = len(entries) if not named else max(2, (len(entries) + 1) // 2)
        if len(hits) >= wanted and not _of_one_text(lines, hits, first):
            return _headers(lines, hits)
    return [], []


def region(lines: Sequence[Line]) -> range:
    """Give the lines of a list with a word over it that the text has again below it."""
    first = _below_word(lines)
    if first is None:
        return range(0)
    entries, end = _entries(lines, first)
    if len(_hits(lines, entries, end)) < 2:
        return range(0)
    paged = [i for i in range(first, end) if _PAGED.search(lines[i].text)]
    if len(paged) > 2:
        end = paged[-1] + 1  # below it lines of the text are short too
    while end > first and _BARE_MARK.fullmatch(squeeze(lines[end - 1].text).strip(_AROUND)):
        end -= 1  # the mark of the first text, its title below
    return range(first, end)


def report(lines: Sequence[Line]) -> int:
    """Give the title of the one text below a list of its headings with their pages, or 0.

    The list stands at the very top, with its word over it, and most headings are numbered.
    """
    if not lines or not is_word(lines[0].text):
        return 0
    below = next((i for i, x in enumerate(lines) if i and not _PAGED.search(x.text)), len(lines))
    texts = [line.text for line in lines[1:below]]
    numbered = sum(text[0].isdigit() or _NUMBERED.match(text) is not None for text in texts)
    if len(texts) < _PLAIN_LIST or numbered * 3 < len(texts) * 2 or below + 1 >= len(lines):
        return 0
    title, listed = lines[below], {key for text in texts for key in _keys(text)}
    if title.said or not title_like(title.text) or names_collection(title.text):
        return 0
    if byline.looks_like(title.text, True) or listed.intersection(_keys(title.text)):
        return 0
    again = (_keys(line.text) for line in lines[below:] if len(line.text) <= _ENTRY)
    return below if sum(not listed.isdisjoint(keys) for keys in again) > 1 else 0


def _below_word(lines: Sequence[Line]) -> int | None:
    """Give the line below the word over a list of titles, or None."""
    for index, line in enumerate(lines[:_WORD_WITHIN]):
        if is_word(line.text):
            return index + 1
    return None


def _tops(lines: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    """Give where lists of titles may begin, and whether a word says that it is one."""
    if (first := _below_word(lines)) is not None:
        yield first, True
        return
    short = [len(line.text) <= _ENTRY for line in lines[: _TOP + _PLAIN_LIST]]
    known: set[str] = set()
    for index in range(min(_TOP, len(lines) - _PLAIN_LIST)):
        if not all(short[index : index + _PLAIN_LIST]):
            continue
        begun = lines[index : index + _PLAIN_LIST]
        below = (line for line in lines[_PLAIN_LIST:] if len(line.text) <= _ENTRY)
        known = known or {core(line.text) for line in below}
        if all(known.intersection(_keys(line.text)) for line in begun):
            yield index, False
            return


def _plain(text: str) -> str:
    """Give what is compared of an entry without its page."""
    return core(_PAGE.sub("", text))


def _bare(text: str) -> str:
    """Give what is compared of an entry without its number and page, its person left."""
    plain = _PAGE.sub("", text)
    numbered = _NUMBERED.match(plain)
    return core(plain[numbered.end() :] if numbered else plain)


def _entries(lines: Sequence[Line], first: int) -> tuple[list[_Entry], int]:
    """Read the list that begins with a line; give its entries and the line below it."""
    entries: list[_Entry] = []
    seen: set[str] = set()
    first_keys: set[str] = set()
    paged = 0
    index = first
    while index < min(len(lines), first + _LONGEST):
        text = lines[index].text
        if len(text) > _ENTRY or (ends(text) and text[-1] not in "！？!?…—."):
            break
        if index > first and ends_entry(lines, index):
            entries[-1:] = [_Entry(_keys(lines[index - 1].text + text))]
            paged += 1
        elif keys := _keys(text):
            page = _PAGED.search(text) is not None
            again = not page and first_keys.intersection((_plain(text), _bare(text)))
            if entries and (again or text == lines[first].text):
                break  # the first title again, which is that of the text
            if paged > 2 and not page and _plain(text) in seen:
                break
            if not entries:
                first_keys = set(keys)
            paged += page
            seen.update(keys)
            entries.append(_Entry(keys))
        index += 1
    return entries, index


def ends_entry(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line ends the entry above, which is too long for one: it has the page alone.

    That one has a number, as an entry beside the two that has both.
    """
    above, text = lines[index - 1].text, lines[index].text
    if not _DOTTED.search(text) or _PAGED.search(above) or _NUMBERED.match(text):
        return False
    near = (lines[at].text for at in (index - 2, index + 1) if 0 <= at < len(lines))
    whole = any(_PAGED.search(one) and _NUMBERED.match(one) for one in near)
    return whole and _NUMBERED.match(above) is not None


def _keys(text: str) -> tuple[str, ...]:
    """Give the forms in which the title of an entry may stand in the text."""
    plain = _PAGE.sub("", text)
    if len(re.findall(r"[\u3400-\u9fff]", plain)) < 2 and core(plain) not in ALONE:
        return ()
    forms = [plain]
    if numbered := _NUMBERED.match(plain):
        forms.append(plain[numbered.end() :])
    if dash := DASH.search(forms[-1], 2):
        forms.append(forms[-1][: dash.start()])  # its subtitle may be left out
    parts = _LEADERS.split(forms[-1])
    if len(parts) > 1 and len(core(parts[0])) >= 2:
        forms.append(parts[0])  # the person behind the title
        if len(parts) == 2 and len(core(parts[1])) > 4:
            forms.append(parts[1])  # or before it
    return tuple(dict.fromkeys(key for form in forms if (key := core(form))))


def _hits(lines: Sequence[Line], entries: Sequence[_Entry], end: int) -> list[_Hit]:
    """Find the entries in the text below the list, in the order of the list."""
    places: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for key in entry.keys:
            places.setdefault(key, []).append(number)
    # A title with a slip begins or ends as its entry does.
    begun: defaultdict[str, set[str]] = defaultdict(set)
    for key in places:
        begun["^" + key[:2]].add(key)
        begun["$" + key[-2:]].add(key)
    found: list[_Hit] = []
    for index in range(end, len(lines)):
        if len(lines[index].text) > _ENTRY or lines[index].said:
            continue
        hits = _entries_of(lines, index, places, begun)
        found += [hit for hit in hits if _over_text(lines, hit, places)]
    return _in_order(found)


def _in_order(hits: Sequence[_Hit]) -> list[_Hit]:
    """Give the most titles that stand in the text as in the list."""
    best: list[tuple[int, int]] = []  # the length of the best chain that ends here, its last link
    for at, hit in enumerate(hits):
        length, link = 0, -1
        for before in range(max(0, at - _LONGEST), at):
            one = hits[before]
            if one.entry < hit.entry and one.line < hit.line and best[before][0] > length:
                length, link = best[before][0], before
        best.append((length + 1, link))
    chain: list[_Hit] = []
    at = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    while at >= 0:
        chain.append(hits[at])
        at = best[at][1]
    return chain[::-1]


def _entries_of(
    lines: Sequence[Line],
    index: int,
    places: Mapping[str, Sequence[int]],
    begun: Mapping[str, Set[str]],
) -> list[_Hit]:
    """Give the entries whose title stands in a line, or in that and the next."""
    keys = _keys(lines[index].text)
    for key in keys:
        if key in places:
            return [_Hit(number, index, 1) for number in places[key]]
    joined = core(lines[index].text)
    if not joined:
        return []  # a row of signs above a title
    for size in (2, 3):
        if index + size >= len(lines) or len(lines[index + size - 1].text) > 40:
            break
        joined += core(lines[index + size - 1].text)
        for key in dict.fromkeys((joined, *_keys(joined))):
            if key in places and title_like(lines[index + size - 1].text):
                return [_Hit(number, index, size) for number in places[key]]
    if not keys or ends(lines[index].text) or byline.looks_like(lines[index].text):
        return []
    near = {(k, one) for k in keys for way in ("^" + k[:2], "$" + k[-2:]) for one in begun[way]}
    found = {number for key, one in near if alike(key, one) for number in places[one]}
    return [_Hit(number, index, 1) for number in sorted(found)]


def _over_text(lines: Sequence[Line], hit: _Hit, places: dict[str, list[int]]) -> bool:
    """Say whether text stands below a title, or another title of the list (it heads a part)."""
    for line in lines[hit.line + hit.size : hit.line + hit.size + 6]:
        text = line.text
        if is_prose(line) or is_salutation(text) or mark(text) is not None:
            return True
        if any(key in places for key in _keys(text)):
            return True
    return False


def _of_one_text(lines: Sequence[Line], hits: Sequence[_Hit], first: int) -> bool:
    """Say whether a list is that of the headings of one report: numbered, nobody's, no titles."""
    if any(names_collection(squeeze(line.text)) for line in lines[:first]):
        return False  # 读 后 感 汇 编
    texts = [lines[hit.line].text for hit in hits]
    if any(map(_INNER.match, texts)):
        return True
    marks = [mark(text) for text in texts]
    if sum(sign is not None for sign in marks) * 3 < len(hits) * 2:
        return False
    own = 0
    for hit, text, sign in zip(hits, texts, marks, strict=True):
        at = hit.line + hit.size
        at += at + 1 < len(lines) and bool(DASHED.match(lines[at].text))
        below = lines[at]
        inside = mark(below.text)
        own += (
            byline.looks_like(below.text, True)
            or is_salutation(below.text)
            or ends_with_genre(text)
            or (sign is not None and inside is not None and inside.form == sign.form)
        )
    return own * 2 < len(hits)


# The first inner number of an outline: 1.1 现状.
_INNER = lazy_regex(r"1[.．]1(?![\d月])")


def _headers(lines: Sequence[Line], hits: Sequence[_Hit]) -> tuple[list[Header], list[Header]]:
    """Make headers of the titles found; those right over others are parts, the others inside."""
    while len(hits) > 1 and EDITORS.fullmatch(core(lines[hits[0].line].text)):
        hits = hits[1:]  # it stands before the texts
    made = [_header(lines, hit, number) for number, hit in enumerate(hits, 1)]
    over = {
        header.line
        for header, hit, following in zip(made, hits, hits[1:], strict=False)
        if following.line == hit.line + hit.size
    }
    if made[0].line in over and (kind := _kind(lines, made[0])):
        over |= {header.line for header in made if _kind(lines, header) == kind}
    parts = [header for header in made if header.line in over]
    others = [header for header in made if header.line not in over]
    return (parts, others) if len(parts) > 1 and parts[0] is made[0] else (others, [])


def _kind(lines: Sequence[Line], header: Header) -> str:
    """Give the mark of a header without its number (第部分), or the sign before it (★)."""
    text = lines[header.line].text
    return _DIGITS.sub("", squeeze(text[slice(*header.mark)])) or text[: behind_sign(text)[0]]


def _header(lines: Sequence[Line], hit: _Hit, number: int) -> Header:
    text = lines[hit.line].text
    found = _NUMBERED.match(text)
    if not found:
        return Header(hit.line, LISTED, number, 0, (0, 0), behind_sign(text), hit.size)
    digits = _DIGITS.search(found["mark"])
    said = value(squeeze(digits[0])) if digits else None
    title = (found.end(), len(text))
    return Header(hit.line, LISTED, said or number, 0, found.span("mark"), title, hit.size)
