"""Divides the lines of a chapter into works: titles, subtitles, bylines and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import byline
from .byline import Byline
from .habits import NONE, Habits
from .lines import Dropped, Line
from .names import is_unit
from .signs import (
    BLANK,
    core,
    date,
    ends_with_genre,
    is_closing,
    is_document_number,
    is_salutation,
    mark,
    squeeze,
)
from .titles import is_occasion, title_like, title_size
from .tracking import Tracked, cut
from .variants import either

_STRONG = re.compile(
    either(
        r"(?:心得体会|学习体会|剖析材料|检查材料|事迹材料|总结|汇报|报告|讲话|讲话稿|发言稿|发言|发言材料|演讲稿|"
        r"思想汇报|方案|倡议书|承诺书|决心书|保证书|申请书|通知|读后感|观后感|自我鉴定|征文|体会|感想|感悟|"
        r"心得體會|總結|匯報|報告|講話|發言稿)$"
    )
)
DASH = re.compile(r"\s*(?:-{2,}|—{1,3}|－{2}|―{1,2})\s*")
_FANWEN = re.compile(either(r"(?:范文|精选|通用|优秀|最新|\d{4}|[0-9]{1,2}篇)$"))


@dataclass(slots=True)
class Draft:
    """A work being put together; ``mark`` is the inner header that opened it, if any."""

    mark: list[Tracked] = field(default_factory=list)
    title: list[Tracked] = field(default_factory=list)
    subtitle: list[Tracked] = field(default_factory=list)
    byline: list[Tracked] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    given: str = ""  # the title when it is printed in the chapter's header
    person: Byline | None = None
    sure: bool = True
    line: int = 0
    habits: Habits = NONE

    @property
    def name(self) -> str:
        """The title as it stands so far."""
        return self.given or "".join(t.text for t in self.title)


def take_title(draft: Draft, lines: Sequence[Line], dropped: list[Dropped]) -> int:
    """Take title, doubled title, subtitle and byline from the top of ``lines``.

    Gives the number of lines taken.  A doubled title is put on ``dropped``.
    """
    index = 0
    while (
        index < len(lines)
        and not draft.name
        and not lines[index].said
        and is_document_number(lines[index].text)
    ):
        draft.body.append(lines[index])
        index += 1
    while index < len(lines):
        text = lines[index].text
        if said := lines[index].said:
            if said not in ("title", "subtitle", "byline"):
                break
            getattr(draft, said).append(lines[index].tracked)
            index += 1
            continue
        names = [draft.name, *(t.text for t in draft.subtitle)]
        if size := max((_repeats(name, lines[index : index + 4]) for name in names), default=0):
            for line in lines[index : index + size]:
                _drop_title(draft, line, dropped)
            index += size
            continue
        if not draft.name:
            single = index == 0 and len(text) == 1 and "\u4e00" <= text <= "\u9fff"
            if not (single or title_like(text)) or (index + 1 >= len(lines) and index > 0):
                break
            if draft.habits.titled and not draft.byline and _person_alone(draft, lines, index):
                draft.byline.append(lines[index].tracked)
                index += 1
                continue
            if byline.looks_like(text):
                break
            size = title_size(lines[index : index + 8])
            draft.title += [line.tracked for line in lines[index : index + size]]
            _split_dash(draft)
            index += size
            continue
        if _is_subtitle(draft, lines, index):
            _take_subtitle(draft, lines[index].tracked, dropped)
            index += 1
            continue
        if _is_top_byline(lines, index) or _named_here(draft, lines, index):
            draft.byline.append(lines[index].tracked)
            index += 1
            continue
        break
    return index


def _person_alone(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a person under a header signs, in a book whose other headers have titles."""
    if draft.mark or index + 1 >= len(lines) or title_like(lines[index + 1].text):
        return False
    return byline.person_as_title(lines[index].text) is not None


def _named_here(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a short line is a name because other chapters have theirs at this place."""
    plain = squeeze(lines[index].text)
    return (
        draft.habits.top
        and not draft.byline
        and 2 <= len(plain) <= 4
        and index + 1 < len(lines)
        and len(lines[index + 1].text) > 12
        and all("\u3400" <= c <= "\u9fff" for c in plain)
    )


def _repeats(name: str, lines: Sequence[Line]) -> int:
    """Give the number of lines that together say the title again, or 0."""
    wanted = core(name)
    if len(wanted) < 2:
        return 0
    joined = ""
    for size, line in enumerate(lines[:3], 1):
        if len(line.text) > 90:
            return 0
        joined += core(line.text)
        if joined == wanted or _FANWEN.sub("", joined) == _FANWEN.sub("", wanted):
            return size
        if not wanted.startswith(joined):
            return 0
    return 0


def _drop_title(draft: Draft, line: Line, dropped: list[Dropped]) -> None:
    dropped.append(Dropped(line.tracked.start, line.tracked.end, "doubled-title"))


def _split_dash(draft: Draft) -> None:
    """Part ``题目——副题`` of a title in one line."""
    if len(draft.title) != 1:
        return
    whole = draft.title[0]
    found = DASH.search(whole.text)
    if (
        found
        and found.start() >= 4
        and found.end() < len(whole.text)
        and not _in_quotes(whole.text, found.start())
    ):
        draft.title = [cut(whole, 0, found.start())]
        draft.subtitle.append(cut(whole, found.start(), len(whole.text)))


def _in_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _is_subtitle(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if len(draft.subtitle) >= 2 or index + 1 >= len(lines):
        return False
    if not re.search(r"[\u3400-\u9fff]", text):
        return False
    if re.match(r"(?:-{2,}|—{1,2}|－{2}|―)", text):
        return len(text) <= 60
    if is_occasion(text):
        return True
    if not title_like(text) or byline.looks_like(text, True) or is_salutation(text):
        return False
    if is_document_number(text) or is_closing(text) or draft.subtitle:
        return False
    if re.search(r"[0-9０-９]{1,2}\s?[篇则份]$", text):
        return True
    if DASH.search(text):
        return True
    return bool(text[0] in "（(《" and text[-1] in "）)》" and len(text) <= 30) or (
        ends_with_genre(text) and len(text) >= 6
    )


def _take_subtitle(draft: Draft, tracked: Tracked, dropped: list[Dropped]) -> None:
    """Take a subtitle; where it ends by saying (part of) the title again, that end goes."""
    found = DASH.search(tracked.text)
    if found and found.start() > 1:
        after = core(tracked.text[found.end() :])
        if len(after) >= 4 and core(draft.name).endswith(after):
            start = cut(tracked, found.start(), len(tracked.text)).start
            dropped.append(Dropped(start, tracked.end, "doubled-title"))
            tracked = cut(tracked, 0, len(tracked.text[: found.start()].rstrip()))
    draft.subtitle.append(tracked)


def _is_top_byline(lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line under the title is a byline: sure forms, or a name and then text."""
    text = lines[index].text
    if byline.looks_like(text):
        return True
    if len(text) > 30 or index + 1 >= len(lines) or mark(text) or text[-1] in "：:":
        return False
    plain = text.strip("（）()")
    if not byline.looks_like(plain, True):
        return False
    return len(text) != len(plain) or _has_name(plain) or _body_alone(plain)


# A phrase that ends like a body but begins with what is done is a heading (加强基层党支部).
_DOING = re.compile(
    either(
        "[我你他走爱在进到回为向把让用与和从以]|加强|推进|建设|建好|打造|创建|抓|做|争|深入|服务|立足|关于|"
        "发挥|围绕|依靠|提升|强化|健全|完善|优化|选|配|管"
    )
)


def _body_alone(text: str) -> bool:
    """Say whether a line under a title is a body that signs without a person."""
    return 4 <= len(text) <= 20 and is_unit(text) and not _DOING.match(text)


def _has_name(text: str) -> bool:
    found = byline.read([text])
    return bool(found.authors) and len(squeeze(text)) <= 24


def signature(lines: Sequence[Line], index: int, names: Sequence[str]) -> int:
    """Give the length of the run of signature lines that begins at ``index``, 0 if none.

    ``names`` are the titles so far: a title said again above a signature belongs to it.
    """
    size = 0
    sure = False
    cores = {core(name) for name in names if name}
    pieces: list[str] = []
    while index + size < len(lines) and size < 8:
        text = lines[index + size].text
        said = lines[index + size].said
        if said == "byline":
            sure = True
            pieces.append(text)
        elif said:
            break
        elif core(text) in cores and len(core(text)) >= 4:
            pass
        elif byline.looks_like(text):
            sure = True
            pieces.append(text)
        elif (len(text) <= 34 and byline.looks_like(text, True)) or (
            pieces and len(pieces[-1]) == 1 and byline.starts_with_rest(pieces[-1], text)
        ):
            pieces.append(text)
        elif is_closing(text) and size:
            pass
        elif _signs_by_place(lines, index + size):
            pieces.append(text)
        else:
            break
        size += 1
    if not pieces:
        return 0
    if sure:
        return size
    at_end = index + size >= len(lines)
    if not at_end and not (
        title_like(lines[index + size].text) and ends_with_genre(lines[index + size].text)
    ):
        return 0
    found = byline.read(pieces)
    if found.authors and len("".join(pieces)) <= 40:
        return size
    return size if at_end and found.affiliation and all(len(p) <= 26 for p in pieces) else 0


def _signs_by_place(lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line signs by where it stands: short, and a bare date or the end follows.

    For bodies and offices whose names no list has (調研組); only what stands far to the right
    signs without a date.
    """
    line = lines[index]
    if not 2 <= len(line.text) <= 24 or re.search(r"[。，；：！？、,;:!?]", line.text) or line.said:
        return False
    if mark(line.text) or re.search(r"[0-9]", line.text):
        return False
    far = line.indent >= 16
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None:
        return far
    dated = byline.looks_like(following.text) and date(following.text) is not None
    bare = dated and len(following.text) <= 20
    return bare and (far or following.indent >= 12 or not ends_with_genre(line.text))


def divide(
    lines: Sequence[Line],
    first: Draft,
    inner: dict[int, list[Tracked]],
    dropped: list[Dropped],
) -> list[Draft]:
    """Divide the lines of a chapter into works.

    ``first`` has the title from the chapter's header, if any; ``inner`` gives, by line index,
    the mark and title of headers inside the chapter.  Doubled titles go to ``dropped``.
    """
    drafts = [first]
    draft = first
    index = 0
    if 0 not in inner:
        index = take_title(draft, lines, dropped)
    closed = False
    while index < len(lines):
        line = lines[index]
        if index in inner:
            if draft.body or draft.byline or len(drafts) > 1:
                draft = Draft(line=line.number)
                drafts.append(draft)
            marks = inner[index]
            if len(marks) > 1 or len(inner) > 1:
                draft.given, draft.person = "", None
            draft.mark, draft.title = [*draft.mark, *marks[:1]], [*draft.title, *marks[1:]]
            index += 1
            index += take_title(draft, lines[index : _next(inner, index, len(lines))], dropped)
            closed = False
            continue
        size = _signed(lines, index, drafts, inner) if draft.body else 0
        if size:
            for item in lines[index : index + size]:
                if core(item.text) == core(draft.name):
                    _drop_title(draft, item, dropped)
                elif is_closing(item.text):
                    draft.body.append(item)
                else:
                    draft.byline.append(item.tracked)
            index += size
            closed = True
            continue
        said = line.said == "work"
        if said or (
            not line.said
            and ((closed and _opens_work(lines, index)) or _opens_unsigned(draft, lines, index))
        ):
            sure = closed or said
            draft = Draft(line=line.number, sure=sure)
            drafts.append(draft)
            taken = 0 if said else take_title(draft, lines[index : index + 40], dropped)
            if not draft.title:
                draft.title.append(line.tracked)
                taken = 1 + take_title(draft, lines[index + 1 : index + 40], dropped)
            index += taken
            closed = False
            continue
        draft.body.append(line)
        index += 1
    return drafts


def _signed(
    lines: Sequence[Line],
    index: int,
    drafts: Sequence[Draft],
    inner: dict[int, list[Tracked]],
) -> int:
    """Give the length of the signature at ``index``; it ends before the next inner header."""
    if len(lines[index].text) > 60 and not lines[index].said:
        return 0
    near = lines[index : min(_next(inner, index, len(lines)), index + 10)]
    return signature(near, 0, [draft.name for draft in drafts[-3:]])


def _next(inner: dict[int, list[Tracked]], index: int, end: int) -> int:
    return min((i for i in inner if i >= index), default=end)


def _opens_work(lines: Sequence[Line], index: int) -> bool:
    """Judge whether the line after a signature is the title of another work."""
    text = lines[index].text
    if not title_like(text) or index + 1 >= len(lines) or is_closing(text):
        return False
    return any(len(line.text) > 40 for line in lines[index + 1 : index + 6])


def _opens_unsigned(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Judge whether a line in mid-chapter, with no signature before it, opens a work."""
    text = lines[index].text
    if len(draft.body) < 2 or not title_like(text) or not 6 <= len(text) <= 40:
        return False
    if not _STRONG.search(re.sub(rf"[{BLANK}]*[（(][^（()）]{{1,12}}[）)]$", "", text)):
        return False
    if re.search(r"[，,：:]", text) or not re.search(r"[。！？!?”）)]$", draft.body[-1].text):
        return False
    numbered = [m for m in (mark(line.text) for line in draft.body) if m]
    following = lines[index + 1 : index + 8]
    body = sum(len(line.text) for line in following)
    if body < 120 or not any(len(line.text) > 50 for line in following):
        return False
    subheads = sum(title_like(line.text) and len(line.text) < 28 for line in draft.body)
    return subheads <= 1 or bool(numbered) or date(text) is not None
