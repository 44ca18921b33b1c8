"""Parts what shares the line of a title: its person, its subtitle."""

from __future__ import annotations

import re

from ..body.lines import Dropped, Line
from ..marks import habits
from ..signatures import byline
from ..text.signs import BLANK_CHARACTERS, core
from ..text.tracking import cut
from .drafts import Draft, dash_in
from .titles import signed_at


def split_signed(draft: Draft) -> None:
    """Part the person in brackets at the end of a title from it."""
    last = draft.title[-1]
    if not draft.byline and (signs := signed_at(last.text)):
        draft.title[-1] = cut(last, 0, signs[0])
        draft.byline.append(cut(last, signs[1], len(last.text)))


def split_usual(draft: Draft) -> None:
    """Part a title in one line from the person that the other titles of the book have too."""
    if draft.byline or len(draft.title) != 1 or not draft.habits.signed:
        return
    whole = draft.title[0]
    if found := habits.signature_in(whole.text, draft.habits.signed):
        (start, end), (first, last) = found
        if draft.habits.signed == "back" and whole.text[start - 1] in "（(":
            start, end = start - 1, len(whole.text)
        draft.title = [cut(whole, first, last)]
        draft.byline.append(cut(whole, start, end))


def signed_again(draft: Draft, line: Line, dropped: list[Dropped]) -> bool:
    """Take a line that says the title again with its person behind it (守堤（周敏）)."""
    name, text = draft.name, line.text
    if draft.byline or len(name) < 2 or line.said or not 0 < len(text) - len(name) <= 24:
        return False
    if core(text) == core(name) or not text.startswith(name):
        return False
    behind = text[len(name) :].strip(BLANK_CHARACTERS)
    person = byline.names_person(behind) or habits.signature_in(text, "back") is not None
    if not person or behind[0] not in "（(" or behind[-1] not in "）)":
        return False
    whole = line.tracked
    stop = len(name)
    dropped.append(Dropped(whole.start, cut(whole, 0, stop).end, "doubled-title"))
    dropped.sort(key=lambda item: item.start)
    draft.byline.append(cut(whole, text.index(behind, stop), len(text)))
    return True


def split_dash(draft: Draft) -> None:
    """Part ``题目——副题`` of a title in one line."""
    if len(draft.title) != 1:
        return
    whole = draft.title[0]
    found = dash_in(whole.text)
    if found and not _in_quotes(whole.text, found.start()):
        draft.title = [cut(whole, 0, found.start())]
        draft.subtitle.append(cut(whole, found.start(), len(whole.text)))


def _in_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def without_number(draft: Draft, line: Line, dropped: list[Dropped]) -> bool:
    """Drop a line that says the title without the number stuck to it (9守堤), and that number."""
    if draft.given or len(draft.title) != 1 or line.said:
        return False
    whole = draft.title[0]
    found = re.match(r"\d{1,2}(?=[\u4e00-\u9fff])", whole.text)
    name = core(whole.text[found.end() :]) if found else ""
    if not found or len(name) < 6 or not core(line.text).startswith(name):
        return False
    number = cut(whole, 0, found.end())
    dropped.append(Dropped(number.start, number.end, "doubled-title"))
    draft.title[0] = cut(whole, found.end(), len(whole.text))
    again = core(line.text) == name
    if again:
        dropped.append(Dropped(line.tracked.start, line.tracked.end, "doubled-title"))
    dropped.sort(key=lambda item: item.start)
    return again
