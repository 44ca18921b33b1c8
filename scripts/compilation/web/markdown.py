"""Takes the signs of Markdown off a source that was written or saved in it.

One line with a sign of Markdown proves nothing: ``#`` counts floors and topics, ``**`` stands
for names left out.  A source is in Markdown where several lines are headings of it (``# ``, with
Han characters behind) or bold as a whole, or where it begins with what programs read (``---``,
``title: ``).  The signs are those of CommonMark 0.31: ATX headings, emphasis, quotations, links,
thematic breaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.tracking import Change, Tracked, revise

#: So many headings show that a source is in Markdown, or with bold lines so many.
_HEADINGS, _WITH_BOLD = 2, 3
_HEADING = re.compile(r"#{1,6}[ \t\u3000]+(?=[^#\n]{0,40}[\u4e00-\u9fff])")
_CLOSED = re.compile(r"[ \t]+#{1,6}$")
_QUOTED = re.compile(r"(?:>[ \t]?){1,4}(?=\S)")
# **加粗**, where as many signs open as close; ** alone stands for a name left out (**镇**村).
_BOLD = re.compile(r"\*\*(?=[^\s*])(?P<text>[^*]{3,}?)(?<=\S)\*\*")
_ITALIC = re.compile(r"([*_])(?=[^\s*_])(?P<text>[^*_]{2,})\1")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>[^\[\]]{0,80})\]\((?:https?://|/|\./|#)[^()\s]{0,200}\)"
)
_BREAK = re.compile(r"-{3,}|\*{3,}|_{3,}|<!--.{0,200}-->")
# The front matter that a program reads: key: value.
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]{0,24}):(?P<gap>[ \t]*)(?P<value>.*)")
_LISTED = re.compile(r"[ \t]*-[ \t].*")
#: What of it is printed above a text, and how many lines it has at most.
_PRINTED, _LONGEST = frozenset(("title", "author", "date")), 30


def written_in(texts: Sequence[str], source: str) -> bool:
    """Say whether a source is in Markdown; ``texts`` are its lines without their outer blanks."""
    count = sum(text[0] == "#" and _HEADING.match(text) is not None for text in texts)
    bold = sum(text[0] == "*" and _BOLD.fullmatch(text) is not None for text in texts)
    sure = count >= _HEADINGS or count + bold >= _WITH_BOLD
    return sure or bool(front_matter(source))


def front_matter(source: str) -> frozenset[int]:
    """Give the numbers (from 0) of the lines of what programs read at the top of a source.

    Its title, author and date are printed above the text that has no title of its own, or the
    same: their lines are not among the numbers.
    """
    if not source.startswith("---"):
        return frozenset()
    lines = source.split("\n", _LONGEST + 2)
    if lines[0].strip() != "---":
        return frozenset()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
    inside = lines[1:end]
    keys = {i: found for i, line in enumerate(inside, 1) if (found := _KEY.fullmatch(line.strip()))}
    others = [line for i, line in enumerate(inside, 1) if i not in keys and line.strip()]
    if not keys or not all(_LISTED.fullmatch(line) for line in others):
        return frozenset()
    title = next((_bare(f["value"]) for f in keys.values() if f["key"].lower() == "title"), "")
    head = next((line for line in lines[end + 1 :] if line.startswith("# ")), "")
    shown = title and (not head or head[2:].strip() == title)
    kept = {i for i, f in keys.items() if shown and f["value"] and f["key"].lower() in _PRINTED}
    return frozenset(range(end + 1)) - kept


def is_break(text: str) -> bool:
    """Say whether a line only parts what is above from what is below, or is a comment."""
    return _BREAK.fullmatch(text) is not None


def plain(tracked: Tracked, front: bool = False) -> Tracked:
    """Give a line without the signs of Markdown; ``front`` says that it is of the front matter."""
    for step in (_of_key,) if front else (_of_line, _of_words):
        if changes := step(tracked.text):
            tracked = revise(tracked, changes)
    return tracked


def _bare(value: str) -> str:
    return value.strip().strip("\"'")


def _of_key(text: str) -> list[Change]:
    """Give what to take off a line of the front matter: its key and quotation marks."""
    found = _KEY.fullmatch(text)
    if not found:
        return []
    value = _bare(found["value"])
    start = text.index(value, found.start("value"))
    return _removed((0, start), (start + len(value), len(text)))


def _of_line(text: str) -> list[Change]:
    """Give what to take off the ends of a line."""
    if found := _HEADING.match(text):
        closed = _CLOSED.search(text)
        return _removed((0, found.end()), closed.span() if closed else (0, 0))
    if found := _QUOTED.match(text):
        return _removed(found.span())
    if found := _ITALIC.fullmatch(text):
        return _removed((0, found.start("text")), (found.end("text"), len(text)))
    return []


def _of_words(text: str) -> list[Change]:
    """Give what to take off words inside a line."""
    result: list[Change] = []
    if "](" in text:
        for found in _LINK.finditer(text):
            if found["image"]:
                result += _removed(found.span())
            else:
                result += _removed(
                    (found.start(), found.start("text")), (found.end("text"), found.end())
                )
    if not result and text.count("**") % 2 == 0:
        for found in _BOLD.finditer(text):
            result += _removed(
                (found.start(), found.start("text")), (found.end("text"), found.end())
            )
    return result


def _removed(*spans: tuple[int, int]) -> list[Change]:
    return [Change(start, end, "", "noise-markup") for start, end in spans if start < end]
