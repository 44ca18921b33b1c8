"""Reads who wrote a text, of which body and when, out of the lines that sign it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ..text.dates import date, short_date
from ..text.lazy import lazy_regex
from ..text.signs import BLANK_CHARACTERS, is_han, squeeze
from ..text.variants import either
from . import particulars
from .bodies import behind_body, can_sign, is_place, like_name, of_body, several_bodies, together
from .datelines import BETWEEN, RECORDED, undated, without_day
from .labels import (
    ABOUT,
    BEFORE_DATE,
    BEHIND_DATE,
    BESIDE,
    BLANK_DATE,
    BORN,
    BY_HAND_OF,
    CLOCK,
    IN_BRACKETS,
    LABEL,
    MEMBERS,
    NO_AUTHOR,
    NOBODY,
    NOW,
    PERSON_LABEL,
    PERSONAL,
    RELATION,
    ROLES,
    SENDER,
    SENT_IN,
    SUPPLIED,
    TOLD_BY,
    UNIT_LABEL,
    WHEN_LABEL,
    WRITTEN_AT,
    without_role,
)
from .names import is_called, is_name, is_office, is_unit, may_be_name
from .signers import (
    name_of,
    names_by_place,
    office_and_name,
    pen_name,
    tokens_of,
    whom_label_names,
    without_remarks,
)

_SIGNED = lazy_regex(
    either(
        "[（(](?:居右|居中|右对齐|签字|签名|签章|盖章|手印|公章|[^（()）]{0,8}(?:签名|签字|名单)[从均]?略)[）)]"
    )
)
#: What stands before a signature like a dash, blanks between them included.
DASHES = "—-－―─ \u3000"
# The mark of a note on the person, and of that note.
_STARS = ("*", "＊", "※", "①")
_STARRED = lazy_regex("^[*＊※①](?=[作本])")
BRACKETS = "（）()【】[]〔〕"
#: Several passes ask the same of a line: the answers about the last lines are kept.
_LINES = 64


class Byline(NamedTuple):
    """What signatures and datelines say; empty where they do not."""

    authors: tuple[str, ...] = ()
    affiliation: str = ""
    date: str = ""


def read(lines: Sequence[str]) -> Byline:
    """Read the lines of a byline; a name may be broken over two of them (靳 / 文)."""
    return _read(tuple(lines))


@lru_cache(maxsize=_LINES)
def _read(lines: tuple[str, ...]) -> Byline:
    said = _Said()
    for line in _with_whole_dates(lines):
        said.add(line)
    said.find_names()
    said.tell_apart()
    authors, units = said.authors, said.units
    if not authors and len(units) == 1 and not (is_unit(units[0]) or is_office(units[0])):
        alone = units[0]
        return Byline((alone,), "", said.date) if pen_name(alone) else Byline((), alone, said.date)
    units = [u for u in units if not any(u != other and other.startswith(u) for other in units)]
    # 你的女儿：晓蕾, and the name in full below the title.
    authors = [a for a in authors if not any(a != name and name.endswith(a) for name in authors)]
    units = [u for u in units if not any(u != name and name.endswith(u) for name in authors)]
    body = together([*dict.fromkeys(units)], authors)
    return Byline(tuple(dict.fromkeys(authors)), body, said.date)


def _with_whole_dates(lines: Sequence[str]) -> list[str]:
    """Give lines with each date put together that is broken over two of them or three."""
    whole: list[str] = []
    for line in lines:
        if whole and goes_on_date(whole[-1], line):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def goes_on_date(first: str, second: str) -> bool:
    """Say whether a line is the rest of a date that ends the one above (2020年 / 12月28日)."""
    if not second.endswith(_MONTH_OR_DAY):
        return False
    begun = date(first)
    if begun is None or begun.end < len(first):
        return False
    found = date(first + second)
    return found is not None and found.end == len(first + second) and found.iso > begun.iso


_MONTH_OR_DAY = ("月", "月份", "日", "号", "號")


#: Words of a byline that name neither a person nor a body.
_LEFT_OUT = ROLES | PERSONAL | NOBODY | BESIDE


def _filled(word: str) -> bool:
    """Say whether a word is more than the line on which one shall sign (倡议人：______)."""
    return word.strip("_＿﹍﹏—―－─-.…·()（）") != ""


@dataclass(slots=True)
class _Said:
    """What the lines of a byline say: words at first, then names apart from bodies and offices.

    ``named`` are names that a label says are names, ``sure`` those that their form or place
    shows; ``described`` says that a line tells who the writer is.
    """

    words: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    described: bool = False
    date: str = ""

    def add(self, line: str) -> None:
        """Add the words and the date of a line."""
        text = self._without_phrases(line)
        if blank := blank_date(text):
            told = date(blank[0])  # 2014年9月×日: what is not blank
            self.date = self.date or (told.iso if told else "")
            text = text[: blank.start()]
            if not text.strip():
                return
        text = self._without_date(text)
        if ("；" in text or ";" in text) and (bodies := several_bodies(text)):
            self.units.append(bodies)
            return
        for piece in _split_labels(text):
            if WHEN_LABEL.match(piece):
                continue
            if UNIT_LABEL.match(piece) and LABEL.match(piece):
                self.units += filter(_filled, [squeeze(LABEL.sub("", piece))])
            else:
                behind = unbracketed(LABEL.sub("", piece))
                self.words += filter(_filled, tokens_of(behind))
                if PERSON_LABEL.match(piece):
                    self.named |= whom_label_names(behind)

    def _without_phrases(self, line: str) -> str:
        """Give a line without what is said around names; note whom it says to be the writer."""
        line = particulars.introduced(line) or line
        if any(sign in line for sign in ":：/／"):
            line = NO_AUTHOR.sub(" ", MEMBERS.sub("", line)).strip() or line
        text = _name_last(without_remarks(plain(IN_BRACKETS.sub("", _SIGNED.sub("", line)))))
        sent = SENDER.sub(" ", RELATION.sub("", text)).strip()
        text = plain(sent) if sent != text else text
        if told := TOLD_BY.search(text):
            self.named.add(told["name"])
        if supplied := SUPPLIED.fullmatch(text) or SENT_IN.fullmatch(text):
            text = supplied["who"]
        text = BY_HAND_OF.sub("", text) if "由" in text else text
        if (about := ABOUT.match(text)) and not is_name(LABEL.sub("", text)):
            self.described = True
            text = f"{about['name'] or ''} {BORN.sub('', text[about.end() :].rstrip('。'))}"
        return text

    def _without_date(self, text: str) -> str:
        """Give a line without its date, the most exact of which is kept."""
        if found := short_date(text) or date(text):
            self.date = found.iso if len(found.iso) >= len(self.date) else self.date
            behind = CLOCK.sub("", RECORDED.sub("", text[found.end :]))
            if between := BETWEEN.match(behind):
                behind = behind[between.end() :]
            behind = BEHIND_DATE.sub("", behind)
            above = unbracketed(text[: found.start])
            return f"{_name_last(BEFORE_DATE.sub('', above))} {behind}"
        return without_day(text) if (at := undated(text)) is None else text[:at]

    def find_names(self) -> None:
        """Find the words that are surely names, before the others are looked at one by one."""
        self.named -= NOBODY
        named = self.named
        words = [without_role(t) for t in self.words if t not in _LEFT_OUT]
        # 爸爸　于大桥工地: where it was written.
        words = [t for t in words if len(t) < 3 or t[0] not in "于於" or is_name(t) or t in named]
        words = [t for t in words if t in named or not WRITTEN_AT.fullmatch(t)]
        sure = {t for t in words if is_name(t) and not of_body(t)} - _places(words)
        if self.described and not sure:  # whom one line describes the other names
            named |= {t for t in words if like_name(t) and may_be_name(t)}
        if not sure and len(words) > 1 and behind_body(words[-2], words[-1]):
            sure = {words[-1]}
        elif not named and (placed := names_by_place(words)) >= sure:
            sure = placed
        self.words, self.sure = words, sure

    def tell_apart(self) -> None:
        """Tell the names among the words from bodies and offices."""
        letters = ""  # of a name with blanks between them (靳 文)
        for word in [*self.words, ""]:
            if len(word) == 1 and len(letters) < 6:
                letters += word
                continue
            joined = bool(letters) and self._take_letters(letters, word)
            letters = ""
            if word and not joined:
                self._take_word(word)

    def _take_letters(self, letters: str, behind: str) -> bool:
        """Take letters that stood alone; say whether the word behind them is of the same name."""
        half = len(letters) // 2
        if name_of(list(letters)):
            self.authors.append(letters)
        elif half >= 2 and is_name(letters[:half]) and is_name(letters[half:]):
            self.authors += (letters[:half], letters[half:])
        elif is_name(letters + behind) and len(behind) <= 2:
            self.authors.append(letters + behind)
            return True
        else:
            self.units.append(letters)
        return False

    def _take_word(self, word: str) -> None:
        """Take a word as the name of a person, a body or an office."""
        authors, units, sure = self.authors, self.units, self.sure
        word = word if is_name(word) else NOW.sub("", word)  # 任重远 is a name
        # 董事长 and 車務段 have the shape of names too.
        if word in self.named or word in sure or (is_name(word) and len(self.words) == 1):
            authors.append(word)
        elif len(word) == 4 and units and is_name(word[:2]) and is_name(word[2:]):
            authors += (word[:2], word[2:])
        elif (glued := office_and_name(word)) and not (sure and of_body(glued[1])):
            units.append(glued[0])
            authors.append(glued[1])
        elif len(word) < 4 and units and can_sign(word) and (authors or is_unit(units[-1])):
            authors.append(word)
        else:
            called = units and is_called(word) and is_unit(units[-1])  # 心理辅导中心　岑老师
            (authors if called else units).append(word)


def _places(words: Sequence[str]) -> set[str]:
    """Give the words before a name that have the shape of one and are places (刘家塬　刘满囤)."""
    pairs = itertools.pairwise(words)
    return {one for one, other in pairs if is_place(one) and is_name(other) and not is_place(other)}


def unstarred(text: str) -> str:
    """Give a text without the mark of a note on the person (尹河＊, ＊作者单位：……)."""
    if text[-1:] in _STARS and len(squeeze(text)) > 2:
        text = text[:-1] if is_han(squeeze(text)[-3]) else text
    return _STARRED.sub("", text) if text[:1] in _STARS else text


def _name_last(text: str) -> str:
    """Give a text with the name behind what stands in brackets behind it (卓越（炼钢部）)."""
    text = text.rstrip(BLANK_CHARACTERS)
    return particulars.name_before_office(text) if text[-1:] in ("）", ")") else text


def unbracketed(text: str) -> str:
    """Give a text without the brackets around it, but with those that pair with one in it.

    学工部（处） and （县水利局）王和平 are left as they are.
    """
    text = text.strip(BLANK_CHARACTERS)
    bare = text.strip(BRACKETS)
    start = text.find(bare)
    stop = start + len(bare)
    more = sum(map(bare.count, "（(【[〔")) - sum(map(bare.count, "）)】]〕"))
    return text[start - (more < 0 and start > 0) : stop + (more > 0)]


def plain(text: str) -> str:
    """Give the text of a byline without dashes and outer brackets, the name last."""
    text = unstarred(text.strip(DASHES))
    whole = particulars.plain(text)
    if whole == text and text[:1] in BRACKETS:
        return particulars.plain(unbracketed(text))
    return unbracketed(whole)


def _split_labels(text: str) -> list[str]:
    """Part a line before each label (单位：… 姓名：…)."""
    starts = [m.start() for m in LABEL.finditer(text)]
    bounds = [0, *[s for s in starts if s], len(text)]
    return [text[a:b] for a, b in itertools.pairwise(bounds) if text[a:b].strip()]


def blank_date(text: str) -> re.Match[str] | None:
    """Find a date that the author left blank (20xx年x月) at the end of a line."""
    found = BLANK_DATE.search(text) if text[-1:] in ("月", "日") else None
    return found if found and found.end() == len(text) else None
