"""Punctuation width and stray spaces, one piece of text at a time.

It runs after paragraphs were put together, not before, since what stands on the other side of
a broken line decides what a comma is.  Rules (GB/T 15834—2011 for the marks): between Han
characters , ; : ? ! ( ) are full width; in numbers, dates, units and Latin they stay.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from .gaps import separators
from .signatures.names import is_name, is_surely_name, two_names
from .text import quotation
from .text.dates import date, short_date
from .text.lazy import lazy_regex
from .text.signs import ANY_HAN, BLANK, BLANKS, HAN, has_blank
from .text.tracking import Change, Tracked, exchange, exchange_all, revise

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
# One that stands behind a Han character or full-width mark opens no group: nothing else need be
# looked at.  The mark comes first, so that most characters are passed over at once.
_PUNCTUATION = lazy_regex("[,;:?!()](?:(?<=[\u3001-\U0010ffff][^()])|())")
#: Those that stand alone.
_MARKS = {half: full for half, full in _FULL.items() if half not in "()"}
# Where none of these stands, a text has no sign but marks behind Han characters and full-width
# marks: all of them become full width, and nothing else need be looked for.
_UNSURE = lazy_regex(r"""[,;:?!()<&\[{`$#/\]"'…－―·.-](?:(?<![,;:?!])|(?<![\u3001-\U0010ffff].))""")
_THREE_STOPS = "。。。"
_DASH = lazy_regex(r"-{2,}|－{2}|―{2}")
_DOTS = lazy_regex(r"\.{3,}|。{3,}|(?<!…)…(?!…)|·{3,}")
#: Where none of these stands, there are no dashes or dots to mend.  A single sign is told in a
#: third of the time that several take: only those that often stand alone are looked for whole.
_RUNS = ("…", "--", "－", "―", "...", "·", "。。。")
# What stands in 《》 before a blank and behind it.
_TITLE_BEFORE = lazy_regex(f"《[^《》]{{0,40}}?([{HAN}]+)$")
_TITLE_AFTER = lazy_regex(f"([{HAN}]+)[^《》]{{0,40}}》")
_STOP = lazy_regex(f"(?<=[{HAN}”’」』）])\\.(?=$|[”’」』])")
_INNER_STOP = lazy_regex(f"(?<=[{HAN}”’」』）])\\.(?=[{HAN}“‘「『（])")
_ARTICLE = lazy_regex(r"第[〇零一二三四五六七八九十百\d]{1,5}[章节条编]")
_WIDE = lazy_regex(rf"[{HAN}\u3000-\u303f\uff00-\uff60“”‘’…—〔〕《》【】]")
# What a class of a college, by its year, begins with behind a name (周敏　2011级园艺班).
_CLASS = lazy_regex("(?:20|19)?\\d\\d[级届級屆]")
_BRACKETS = "（）()【】[]"
# Where this is not, nothing need be done.  It begins with a class, so that most characters are
# passed over at once; of its signs those from the full stop on are a hint only beside others.
_HINT = lazy_regex(
    rf"""[,;:?!()"'…—―{BLANK}.。·－-]"""
    r"(?:(?<![.。·－-])|(?<=-)-|(?<=\.)(?:\.\.|$|[”’」』])|(?<=。)。。|(?<=－)－|(?<=·)··)"
)


def body(tracked: Tracked) -> Tracked:
    """Normalise a paragraph or heading: spaces inside Han text go, none is put in."""
    if not _HINT.search(tracked.text):
        return tracked
    return _full_stop(_spaces(_punctuation(tracked)))


def title(tracked: Tracked) -> Tracked:
    """Normalise a title or byline: a space between words becomes one ideographic space.

    Spaces between single characters go (政 府 工 作 报 告, 庄 严).
    """
    if not _HINT.search(tracked.text):
        return tracked
    text = tracked.text
    changes = []
    words = [(m.start(), m.end()) for m in re.finditer(f"[^{BLANK}]+", text)]
    lengths = [end - start for start, end in words]
    apart = _second_name(text, words)
    spread = sum(n == 1 for n in lengths) >= 4 and max(lengths) <= 2
    for (a, b), (c, d) in itertools.pairwise(words):
        one, two = text[a:b].strip(_BRACKETS), text[c:d].strip(_BRACKETS)
        single = len(one) == 1 and (len(two) == 1 or (len(two) < 3 and is_name(one + two)))
        single = single or (len(one) == 2 and len(two) == 1 and is_name(one + two))
        wide = _WIDE.match(text[b - 1]) and _WIDE.match(text[c])
        dated = _begins_date(text, c, d) or (text[b - 1].isdigit() and _is_date(one))
        if wide:
            punctuated = not (ANY_HAN.match(text[b - 1]) and (dated or ANY_HAN.match(text[c])))
            new = "" if (single or spread or punctuated) and c != apart else "\u3000"
        elif _WIDE.match(text[b - 1]) or _WIDE.match(text[c]):
            pupil = _CLASS.match(text, c) and is_name(re.split("[：:]", one)[-1])
            blanked = len(one) > 2 and d == len(text) and is_name(two)  # 渡口管理站　xxx
            new = "\u3000" if dated or pupil or blanked else ""
        else:
            new = " "
        if text[b:c] != new:
            changes.append(Change(b, c, new, "byline-space"))
    return _punctuation(revise(tracked, changes))


def _begins_date(text: str, start: int, end: int) -> bool:
    """Say whether the word ``start:end`` begins a date (2011年5月, 2011.5.20, 2011 年 5 月)."""
    if not text[start].isdigit():
        return False
    word = text[start:end]
    if (len(word) > 4 and "年" in word) or _is_date(word.strip(_BRACKETS)):
        return True
    found = date(text[start:])
    rest = text[start + found.end :] if found and not found.start else "0"
    return not rest or rest[0] in _BRACKETS or has_blank(rest[0])


def _is_date(word: str) -> bool:
    """Say whether a word is a date and nothing else."""
    found = date(word) or short_date(word)
    return found is not None and found.end - found.start == len(word)


def _second_name(text: str, words: Sequence[tuple[int, int]]) -> int:
    """Give where the second of two names begins whose letters are set apart, or -1.

    A body may stand before them (文化馆　王 实　李 春 华); the widest blank parts the names.
    """
    behind_body = bool(words) and words[0][1] - words[0][0] >= _BODY
    letters = words[behind_body:]
    if not 4 <= len(letters) <= 6 or any(b - a > 1 for a, b in letters):
        return -1
    name = "".join(text[a] for a, _ in letters)
    if not behind_body:
        return letters[len(letters) // 2][0] if two_names(name) else -1
    splits = [n for n in (2, 3) if is_name(name[:n]) and is_name(name[n:])]
    blanks = {n: text[letters[n - 1][1] : letters[n][0]] for n in splits}

    def likely(n: int) -> tuple[bool, int, int]:
        sure = is_surely_name(name[:n]) + is_surely_name(name[n:])
        return "\t" in blanks[n], len(blanks[n]), sure

    return letters[max(splits, key=likely)][0] if splits else -1


#: A body before names has so many characters or more.
_BODY = 3


def _full_stop(tracked: Tracked) -> Tracked:
    """Make a half-width full stop that ends a paragraph or quotation the Chinese one."""
    if "." not in tracked.text:
        return tracked
    text = tracked.text
    found = [m.start() for m in _STOP.finditer(text)]
    if found and found[-1] == len(text.rstrip("”’」』")) - 1:
        found = sorted({*found, *_inner_stops(text)})
    return revise(tracked, [Change(at, at + 1, "。", "full-stop") for at in found])


def _inner_stops(text: str) -> list[int]:
    """Give the half-width full stops that end the sentences of a paragraph without any other.

    What they part is longer than names (杰里.威斯特) and members of a list (语文.数学) are.
    """
    found = [m.start() for m in _INNER_STOP.finditer(text)]
    if not found or "。" in text:
        return []
    sentences = [text[a + 1 : b] for a, b in itertools.pairwise([-1, *found, len(text) - 1])]
    if any(len(sentence) < _SENTENCE for sentence in sentences):
        return []
    named = (set(text[at - 2 : at] + text[at + 1 : at + 3]) <= _FOREIGN for at in found)
    return [] if any(named) else found


#: A sentence has at least so many characters.
_SENTENCE = 5
# What spells most names of foreigners: 卡尔.马克思, 列夫.托尔斯泰.
_FOREIGN = frozenset(
    "阿埃艾安奥巴柏保贝本比彼波伯布查达戴丹道德迪蒂丁杜顿多恩尔法菲费夫弗福盖戈格古瓜哈海汉赫亨胡华怀霍基吉加"
    "杰金卡凯康柯科克肯库拉莱赖兰劳勒雷里利莉列林琳卢鲁伦罗洛马玛迈曼梅米莫姆木穆纳内尼宁牛诺欧帕佩皮普奇乔"
    "切让瑞若萨塞莎史斯苏索塔泰特提图托瓦万威韦维温沃西希谢休雅亚扬叶伊易英尤约泽詹珍朱兹佐思登顿"
)


def _spaces(tracked: Tracked) -> Tracked:
    """Take out blanks between Han characters or full-width marks, and beside letters and digits.

    A blank beside a half-width mark (``#``, ``|``, ``<``) stays: it is not inside Han text.  One
    between the two parts of a title in 《》, which the source leaves there, becomes ideographic;
    so does one between columns or names (:mod:`gaps`).
    """
    text = tracked.text
    if not has_blank(text):
        return tracked
    changes = []
    columns = separators(text)
    for found in BLANKS.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        left, right = _is_wide(before), _is_wide(after)
        kept = start in columns or _ARTICLE.fullmatch(text, 0, start)
        if kept or _parts_title(text, start, end):
            if found[0] != "\u3000":
                changes.append(Change(start, end, "\u3000", "space"))
            continue
        if (left and (right or after.isalnum())) or (right and before.isalnum()):
            changes.append(Change(start, end, "", "space"))
        elif found[0] != " ":
            changes.append(Change(start, end, " ", "space"))
    return revise(tracked, changes)


def _parts_title(text: str, start: int, end: int) -> bool:
    """Say whether a blank parts a title in 《》 (《凝心聚力 共谋发展》) as it would that of a work.

    It is wide, or what it parts is a pair of the same length: others got in by accident.
    """
    before = _TITLE_BEFORE.search(text, max(0, start - 42), start)
    after = before and _TITLE_AFTER.match(text, end)
    if not before or not after:
        return False
    return text[start:end] == "\u3000" or len(before[1]) == len(after[1]) > 2


def _punctuation(tracked: Tracked) -> Tracked:
    """Make half-width marks full width where the text is Chinese; mend dashes and dots."""
    text = tracked.text
    if not (tracked.edits or _UNSURE.search(text) or _THREE_STOPS in text):
        return exchange_all(tracked, _MARKS, "punctuation")
    fixed = _protected(text)
    partners = _partners(text, fixed)
    changes = quotation.changes(text, fixed)
    runs = _has_any(text, _RUNS)
    marks = [
        match.start()
        for match in _PUNCTUATION.finditer(text)
        if not match.lastindex or _is_chinese(text, match.start(), partners)
    ]
    if fixed:
        marks = [at for at in marks if not any(a <= at < b for a, b in fixed)]
    if not changes and not runs:
        return exchange(tracked, marks, _FULL, "punctuation")
    changes += [Change(at, at + 1, _FULL[text[at]], "punctuation") for at in marks]
    for pattern, new, rule in (
        () if not runs else ((_DASH, "——", "dash"), (_DOTS, "……", "ellipsis"))
    ):
        for match in pattern.finditer(text):
            a, b = match.span()
            if any(low < b and a < high for low, high in fixed):
                continue
            if ANY_HAN.search(text[max(0, a - 2) : a] + text[b : b + 2]):
                changes.append(Change(a, b, new, rule))
    changes.sort()
    return revise(tracked, changes)


# An address. A bracket is part of it if the pair is; a mark if the address goes on behind it.
_IN_ADDRESS = r"[#-'*-+\--9<->@-~]|[,;:!?](?=[A-Za-z0-9])"
_ADDRESS = rf"[a-z]{{2,10}}://(?:{_IN_ADDRESS}|\((?:{_IN_ADDRESS}){{0,99}}\)){{1,200}}"
# What looks like the markup of some format: it is text here, and stays as it is.
_CODE = lazy_regex(
    r"<!--.{0,200}?-->|</?[A-Za-z!][^<>]{0,200}>|&#?\w{1,10};|!?\[[^\[\]]{0,200}\]\([^()]{0,200}(?:\([^()]{0,99}\))?[^()]{0,99}\)"
    rf"|{_ADDRESS}"
    r"|\{\{.{0,200}?\}\}|\{[^{}\u4e00-\u9fff]{0,200}\}|`[^`]{0,200}`|\$[^$\u4e00-\u9fff]{1,200}\$"
    r"|:{2,}|\]:|-{3}(?!-)|-{5,}|!\[|#[A-Za-z]+\([^()]{0,99}\)"
)
#: Where none of these stands, nothing looks like markup; single signs for the same reason.
_CODE_HINT = ("<", "&", "[", "{", "`", "$", "#", "/", "]", "::", "---")


def _protected(text: str) -> list[tuple[int, int]]:
    """Give the spans that look like markup."""
    if not _has_any(text, _CODE_HINT):
        return []
    return [m.span() for m in _CODE.finditer(text)]


def _has_any(text: str, signs: Iterable[str]) -> bool:
    """Say whether one of some strings is in a text; quicker than ``any`` and a generator."""
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


def _is_chinese(text: str, at: int, partners: Mapping[int, int]) -> bool:
    """Decide whether the half-width mark at ``at`` belongs to Chinese text.

    It does when the nearest character that is no mark, digit or blank, on either side within
    the sentence, is Han; not inside numbers (1,000; 10:30), nor between Latin words.
    """
    sign = text[at]
    if sign in "()":
        return _bracket(text, at, partners.get(at))
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign == ":" and after == "\\" and before.isascii() and before.isalpha():
        return False  # d:\bak
    if before.isdigit() and after.isdigit():
        if sign in ":,":
            grouped = sign == ":" or bool(re.match(r"\d{3}(?!\d)", text[at + 1 : at + 5]))
            return not grouped
        return sign in ";?!"
    if _is_wide(before) or _is_wide(after):
        return True
    if after == "/" and sign == ":":
        return False
    left = _context(text[max(0, at - 12) : at][::-1])
    right = _context(text[at + 1 : at + 13])
    if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
        return False
    return left or right


def _is_wide(character: str) -> bool:
    return bool(character) and bool(_WIDE.match(character))


def _context(text: str) -> bool:
    """Say whether Han is met before a Latin word of two letters or more."""
    letters = 0
    for c in text:
        if ANY_HAN.match(c):
            return True
        if c.isascii() and c.isalpha():
            letters += 1
            if letters > 3:
                return False
    return False


def _partners(text: str, fixed: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Give to each bracket outside of ``fixed`` the other of its pair, of whatever width."""
    found: dict[int, int] = {}
    if "(" not in text and ")" not in text:
        return found
    waiting: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if fixed and any(a <= at < b for a, b in fixed):
            continue
        if match[0] in "(（":
            waiting.append(at)
        elif waiting:
            found[at] = waiting.pop()
            found[found[at]] = at
    return found


_BRACKET = lazy_regex("[()（）]")
#: So much of what stands in brackets tells whether it is Chinese (characters).
_INNER = 200


def _bracket(text: str, at: int, partner: int | None) -> bool:
    """Decide on a bracket with its partner, so that a pair is never of two widths."""
    if partner is None:
        opens = text[at] == "("
        inner = text[at + 1 : at + 20] if opens else text[max(0, at - 20) : at]
        outer = text[at - 1 : at] if opens else text[at + 1 : at + 2]
    elif text[partner] in "（）":
        return True
    else:
        start, close = min(at, partner), max(at, partner)
        inner = text[start + 1 : min(close, start + _INNER)]
        outer = text[max(0, start - 1) : start] + text[close + 1 : close + 2]
    return bool(ANY_HAN.search(inner + outer) or _WIDE.search(inner + outer))
