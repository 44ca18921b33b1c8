"""Points at what is odd in a whole text and cannot be mended: lost characters, swapped words.

Some crawled texts have lost one character throughout (的 or 党, say), or have words swapped
for others.  In prose of this kind each of the commonest characters is due every few hundred
characters; one that is missing where dozens were due, while the others are there, was lost.
A fixed phrase that stands again and again with one word exchanged (科学开展观), and never as it
should, tells that words were swapped.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..own_words import say_in
from ..problems import Code, Places, Problem, Severity, uncertain
from .phrases import FIXED
from .slips import IDIOMS

#: Characters due per 10,000 Han characters of this kind of prose, at the least: about a third
#: of what they have in the book's own source, so that a text's subject does not matter.
_DUE = {
    "的": 80,
    "和": 40,
    "工": 30,
    "作": 40,
    "是": 30,
    "在": 30,
    "了": 20,
    "一": 30,
    "为": 20,
    "有": 20,
}
_TRADITIONAL = {"为": "為"}
#: So many must have been due before one that is missing says anything.
_ENOUGH = 12


def missing_characters(text: str) -> list[Problem]:
    """Report common characters that the text has lost throughout."""
    missing = [c for c in _DUE if c not in text and _TRADITIONAL.get(c, c) not in text]
    if not missing or len(missing) > 3:
        return []  # nothing; or another kind of text altogether
    counts = Counter(text)  # of every character: seconds in a text of a hundred megabytes
    han = sum(count for character, count in counts.items() if "\u4e00" <= character <= "\u9fff")
    problems = []
    for character in missing:
        due = _DUE[character] * han // 10_000
        if due >= _ENOUGH:
            problems.append(
                Problem(
                    Code.ODD_TEXT,
                    f"通篇没有一个“{character}”字，按篇幅至少应有 {due} 个，疑在传抄中整个丢失。",
                    "请另找底本核对。",
                    severity=Severity.UNCERTAIN,
                )
            )
    return problems


#: A phrase that stands so often with another word was changed by a rule, not by a writer.
_AGAIN = 5
#: Swapped words are looked for in so much of a text from its beginning.
_LOOKED_AT = 300_000
#: In phrases from this length on one character is enough; of shorter ones there are variants.
_LONG = 5
# Words, and what those who disguise a copied text put in their places.
_SWAPS = tuple(
    pair.split("→")
    for pair in (
        "发展→开展 发展→成长 和谐→协调 和谐→调和 建设→扶植 建设→建立 能力→才能 能力→本领 "
        "思想→思惟 思想→思维 重要→主要 重要→紧张 提高→进步 学习→进修 坚持→对峙 认真→当真 "
        "作用→感化 问题→题目 服务→办事 服务→效劳 工作→事情 群众→大众 群众→公众 领导→率领 "
        "组织→构造 方法→要领 管理→办理 创新→立异 教育→教诲 生活→糊口 结合→连系 贡献→进献 "
        "知识→常识 努力→尽力 先进→进步 全面→周全 社会→社团 制度→轨制 道德→品德 人民→国民"
    ).split()
)


def swapped_words(text: str, script: str) -> list[Problem]:
    """Report fixed phrases that stand again and again with one word exchanged, never rightly.

    ``script`` is that of the text, ``Hans`` or ``Hant``.
    """
    say = say_in(script)
    known = {*map(say, IDIOMS), *map(say, FIXED)}
    swaps = [(say(word), say(other)) for word, other in _SWAPS]
    part = text[:_LOOKED_AT]
    found: dict[int, str] = {}
    never = [phrase for phrase in known if len(phrase) >= 4 and phrase not in part]
    for phrase in sorted(never, key=lambda phrase: (len(phrase), phrase)):  # the longest stays
        for other, at in _instead(part, phrase, swaps).items():
            if len(at) >= _AGAIN and not any(word in other for word in known):
                what = f"“{other}”有 {len(at)} 处，“{phrase}”一处也没有"
                found[at[0]] = f"{what}，疑在传抄中整个换了字，这是第一处。"
    if not found:
        return []
    places = Places(text)
    return [uncertain(Code.ODD_TEXT, what, *places.of(at)) for at, what in sorted(found.items())]


def _instead(text: str, phrase: str, swaps: Sequence[tuple[str, str]]) -> dict[str, list[int]]:
    """Give what stands for a phrase with one word or character exchanged, and where."""
    found: dict[str, set[int]] = defaultdict(set)
    for word, other in swaps:
        if word in phrase:
            changed = phrase.replace(word, other)
            found[changed].update(m.start() for m in re.finditer(changed, text))
    size = len(phrase)
    if size >= _LONG:  # one half of the phrase stays as it is
        for start, half in ((0, phrase[: size // 2]), (size // 2, phrase[size // 2 :])):
            for match in re.finditer(half, text):
                begin = match.start() - start
                window = text[begin : begin + size] if begin >= 0 else ""
                alien = [i for i, c in enumerate(window) if c != phrase[i]]
                if len(window) != size or len(alien) != 1 or not 0 < alien[0] < size - 1:
                    continue  # at an end it may belong to a word before or behind
                if "\u4e00" <= window[alien[0]] <= "\u9fff":
                    found[window].add(begin)
    return {other: sorted(at) for other, at in found.items() if at}
