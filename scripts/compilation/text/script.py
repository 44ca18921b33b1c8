"""Tells whether a text is in Simplified or Traditional characters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..problems import Code, Problem, Severity

#: Characters common in this kind of prose that have two forms, Simplified and Traditional, and
#: of which neither is also the other's (后, 里, 干, 系, 面 … are left out for that reason).
_SIMPLIFIED = (
    "这个们为国学习党员组织领导问题发动实际经济会议时对务开关过还无样战点将总结创争优众体质认识说话从与业产区长现场"
    "进转变设农村民报给让应该义头书记师医门间风气东车马见观规划单责任权难验团队办决调谈论证评议请谢读课谋"
)
_TRADITIONAL = (
    "這個們為國學習黨員組織領導問題發動實際經濟會議時對務開關過還無樣戰點將總結創爭優眾體質認識說話從與業產區長現場"
    "進轉變設農村民報給讓應該義頭書記師醫門間風氣東車馬見觀規劃單責任權難驗團隊辦決調談論證評議請謝讀課謀"
)
_HANS = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
_HANT = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Script:
    """``script`` is Hans, Hant, mixed or unknown; ``share`` is the share of Traditional forms."""

    script: str
    share: float


def detect(text: str) -> Script:
    """Judge the script of a text by samples from its start, middle and end."""
    size = len(text)
    samples = {0, max(0, size // 2 - _SAMPLE // 2), max(0, size - _SAMPLE)}
    hans = hant = 0
    for start in samples:
        counts = Counter(text[start : start + _SAMPLE])
        hans += sum(map(counts.__getitem__, _HANS))
        hant += sum(map(counts.__getitem__, _HANT))
    if hans + hant < 3:
        return Script("unknown", 0.0)
    share = hant / (hans + hant)
    return Script("Hant" if share > 0.9 else "Hans" if share < 0.1 else "mixed", round(share, 3))


def differs(text: str, wanted: str) -> Problem | None:
    """Report a source whose script is not what book.yaml says; None if it is, or is unknown."""
    found = detect(text)
    if found.script in (wanted, "unknown"):
        return None
    names = {"Hans": "简体", "Hant": "繁体"}
    if found.script == "mixed":
        message = f"原文繁简混用（{found.share:.0%}是繁体字形）。"
        advice = "请核对原稿；转换照原样保留。"
    else:
        message = f"原文是{names[found.script]}，book.yaml 却写 script: {wanted}。"
        advice = f"如果这就是书的正文，请改成 script: {found.script}。"
    return Problem(Code.SCRIPT_DIFFERS, message, advice, severity=Severity.UNCERTAIN)
