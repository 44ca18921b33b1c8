"""Finds what a mail puts around the texts that were sent in it: its head, and its sender's words.

    发件人: 防汛办 <office@example.cn>
    收件人: 全体会员
    主题: 守堤来信第三期

What the mail is about is said of its texts and stays; who sent it, to whom and when, goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Line
from ..divisions import endings
from ..text.lazy import lazy_regex
from ..text.signs import B, core
from ..text.variants import either

_LABEL = lazy_regex(
    either(
        rf"(?:(?P<sender>发{B}*件{B}*人|发信人|[Ff]rom)|(?P<about>主{B}*题|标{B}*题|[Ss]ubject)|"
        rf"收{B}*件{B}*人|收信人|抄{B}*送|密{B}*送|(?:发送|发件)?(?:时{B}*间|日{B}*期)|附{B}*件|[Tt]o|[CcBb]cc?|[Dd]ate|[Ss]ent)"
        rf"{B}*[：:].{{0,160}}"
    )
)
#: What a label of the sender begins with: of most lines nothing else need be looked at.
_SENDER_BEGINS = "发發Ff"
# What stands over the head of a mail that another mail passes on.
_PASSED_ON = lazy_regex(
    either(
        rf"[-—]{{3,}}{B}*(?:原始邮件|转发的?邮件(?:信息)?|Original(?: Message)?|"
        rf"Forwarded.{{0,16}}){B}*[-—]{{3,}}"
    )
)
#: So many labels at least are the head of a mail; it is done within so many lines.
_LABELS, _HEAD = 3, 10
# How a reader leaves the list to which a mail went.
_LEAVES = lazy_regex(
    either(
        r"[^。]{0,40}(?:退订|取消订阅|(?:不再|不想|不愿|不希望)[^。]{0,8}接?收[^。]{0,12}邮件)"
        r"[^。]{0,30}。?"
    )
)
#: Below the last row of signs the sender has so many lines at most, each so long (characters).
_FOOT, _SHORT = 10, 80


def head(lines: Sequence[Line]) -> list[int]:
    """Give the lines at the very top that say who sent a mail, to whom and when."""
    found: list[int] = []
    sent = about = 0
    for index, line in enumerate(lines[:_HEAD]):
        label = _LABEL.fullmatch(line.text)
        if line.said or not (label or (not index and _PASSED_ON.fullmatch(line.text))):
            break
        sent += label is not None and label["sender"] is not None
        if label and label["about"]:
            about += 1
        else:
            found.append(index)
    return found if sent and len(found) + about >= _LABELS else []


def passed_on(lines: Sequence[Line]) -> list[int]:
    """Give the heads of mails that another mail passes on, or answers, below its own text.

    What such a mail is about goes where its title says it again.
    """
    found: list[int] = []
    for index in range(1, len(lines)):
        if lines[index].text[:1] not in _SENDER_BEGINS or index in found:
            continue
        label = _LABEL.fullmatch(lines[index].text)
        if not (label and label["sender"]):
            continue
        end = index
        while end < min(len(lines), index + _HEAD) and _is_label(lines[end]):
            end += 1
        if end - index < _LABELS:
            continue
        first = index - bool(_PASSED_ON.fullmatch(lines[index - 1].text))
        found += [i for i in range(first, end) if not _keeps_title(lines, i)]
    return found


def _is_label(line: Line) -> bool:
    return not line.said and _LABEL.fullmatch(line.text) is not None


def _keeps_title(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line alone says what a mail is about: no title below has the same words."""
    label = _LABEL.fullmatch(lines[index].text)
    if not (label and label["about"]) or index + 1 == len(lines):
        return False
    below = core(lines[index + 1].text)
    return not (below and core(lines[index].text).endswith(below))


def foot(lines: Sequence[Line]) -> list[int]:
    """Give what the sender says below all texts, where readers are told how to leave the list.

    It begins below the last row of signs.
    """
    last = range(len(lines) - 1, max(0, len(lines) - 1 - _FOOT), -1)
    leaves = next((i for i in last if _LEAVES.fullmatch(lines[i].text)), 0)
    if not leaves:
        return []
    first = leaves
    for index in last:
        line = lines[index]
        if line.said or len(line.text) > _SHORT:
            break
        if index < leaves and endings.is_row(line.text):
            first = index
            break
    if any(line.said or len(line.text) > _SHORT for line in lines[leaves:]):
        return []
    return list(range(first, len(lines)))
