"""Points at what is odd in a whole text and cannot be mended: characters that are missing.

Some crawled texts have lost one character throughout (的 or 党, say), or have words swapped
for others.  In prose of this kind each of the commonest characters is due every few hundred
characters; one that is missing where dozens were due, while the others are there, was lost.
"""

from __future__ import annotations

from collections import Counter

from ..problems import Code, Problem, Severity

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
