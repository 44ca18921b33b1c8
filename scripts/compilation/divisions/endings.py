"""What ends a text and stands before the next: rows of signs, 【完】, the links of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..text.lazy import lazy_regex
from ..text.signs import BLANK
from ..text.variants import either

# A row of signs between two texts; the heavier ones stand alone too.
_ROW = lazy_regex(r"(?:[*＊※◆★☆●○■□§]\s?){1,80}|(?:[~～=＝_—－#＃·.─━-]\s?){3,160}")
# A row that says what it is: ------分隔线------
_NAMED_ROW = lazy_regex(
    either(r"(?P<sign>[*＊~～=＝—－─━-])(?P=sign){2,80}(?:华丽丽?的)?分[隔割]线(?P=sign){3,81}")
)
# Such a row, where it can be nothing that an author means to say (…… is); a star stands alone too.
_PLAIN_ROW = lazy_regex(r"(?:[*＊※★☆●○■□~～=＝—－─━-]\s?){3,}|[★☆◆◇●○■□※]")
# The end, said in a word: 【完】, （全文完）, （本辑完）, —END—.
_END = lazy_regex(
    either(
        rf"[【（(\[〔—－·*※~=\s-]*(?:(?:[全本][文篇书辑期册集卷]|正文)?[{BLANK}]?完[结毕]?|"
        r"(?:[Tt][Hh][Ee] )?[Ee][Nn][Dd]|"
        r"(?:全文|正文)结束)[】）)\]〕—－·*※~=。\s-]*"
    )
)
# Who printed the papers of a meeting, and when: 大会秘书处　2010年9月印.
_IMPRINT = lazy_regex(
    either(
        rf"[（(]?(?:[^，。；：！？《》“”{BLANK}]{{2,20}}(?:秘书处|会务组|材料组|组委会|筹委会|筹备组|领导小组|办公室|[办部局委室科]))?"
        rf"[{BLANK}]*(?P<when>(?:[12]\d{{3}}|[〇零○一二三四五六七八九]{{4}})[{BLANK}]?年(?:[{BLANK}]?[\d一二三四五六七八九十]{{1,3}}[{BLANK}]?月)?(?:[{BLANK}]?[\d一二三四五六七八九十]{{1,3}}[{BLANK}]?日)?)?"
        rf"[{BLANK}]*[编翻汇]?印制?[）)]?"
    )
)
#: Such a line is at most so long (characters).
_SHORT = 16


def is_row(text: str) -> bool:
    """Say whether a line is a row of signs."""
    return not text[0].isalnum() and bool(_ROW.fullmatch(text) or _NAMED_ROW.fullmatch(text))


def says_end(text: str) -> bool:
    """Say whether a line says that a text ends (【完】)."""
    return len(text) <= _SHORT and bool(_END.fullmatch(text))


def can_go(text: str) -> bool:
    """Say whether a line that ends a text can be left out: it only parts it from the next."""
    row = _PLAIN_ROW.fullmatch(text) or _NAMED_ROW.fullmatch(text)
    return (not text[0].isalnum() and bool(row)) or says_end(text)


def rule(text: str) -> str:
    """Give the rule by which a line goes that can: it parts texts, or says that one ends."""
    return "noise-end" if says_end(text) and any(map(str.isalpha, text)) else "divider"


def is_imprint(text: str) -> bool:
    """Say whether a line says who printed a paper and when; 印发 tells of a document's issue."""
    if not 5 <= len(text) <= 40 or "印" not in text[-3:]:
        return False
    found = _IMPRINT.fullmatch(text)
    return found is not None and (found["when"] is not None or len(text) > _SHORT // 3)


def surely_above(lines: Sequence[Line], index: int) -> bool:
    """Say whether a page's links, or words, show that a text ends above a line."""
    return lines[index].parted or (index > 0 and says_end(lines[index - 1].text))


def above(lines: Sequence[Line], index: int) -> bool:
    """Say whether a text ends above a line, a row of signs being enough."""
    return surely_above(lines, index) or (index > 0 and is_row(lines[index - 1].text))
