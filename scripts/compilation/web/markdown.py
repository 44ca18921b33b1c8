"""Takes the signs of Markdown off a source that was written or saved in it.

The text is data: its signs stay.  Only a source that is Markdown from its first line on loses
them, each as a recorded change.  One sign proves nothing: ``#`` counts floors and topics, ``**``
stands for names left out.  So the first line must be a heading (``# ``, with Han characters
behind), bold as a whole, or the fence of what programs read (``---``, ``title: ``), more such lines
must follow, and nothing of another language may be there (``<script>``, ``{{``, ``$…$``): who
writes those writes about signs.  The signs are those of CommonMark 0.31: ATX headings, emphasis,
quotations, links, thematic breaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text.lazy import lazy_regex
from ..text.signs import squeeze
from ..text.tracking import Change, Tracked, revise

#: So many headings show that a source is in Markdown, or with bold lines so many.
_HEADINGS, _WITH_BOLD = 2, 3
_HEADING = lazy_regex(r"#{1,6}[ \t\u3000]+(?=[^#\n]{0,40}[\u4e00-\u9fff])")
_CLOSED = lazy_regex(r"[ \t]+#{1,6}$")
_QUOTED = lazy_regex(r"(?:>[ \t]?){1,4}(?=\S)")
# **加粗**, where as many signs open as close; ** alone stands for a name left out (**镇**村).
_BOLD = lazy_regex(r"\*\*(?=[^\s*])(?P<text>[^*]{3,}?)(?<=\S)\*\*")
# A line that is bold as a whole may have a name of two characters in it.
_BOLD_LINE = lazy_regex(r"\*\*(?=[^\s*])(?P<text>[^*]{2,})(?<=\S)\*\*")
_ITALIC = lazy_regex(r"([*_])(?=[^\s*_])(?P<text>[^*_]{2,})\1")
_LINK = lazy_regex(
    r"(?P<image>!?)\[(?P<text>[^\[\]]{0,80})\]\((?:https?://|/|\./|#)[^()\s]{0,200}\)"
)
_BREAK = lazy_regex(r"-{3,}|\*{3,}|_{3,}|<!--.{0,200}-->")
# The front matter that a program reads: key: value, or - key: value without a fence.
_KEY = lazy_regex(r"(?:-[ \t]+)?(?P<key>[A-Za-z][A-Za-z\d_-]{0,24}):(?P<gap>[ \t]*)(?P<value>.*)")
_LISTED = lazy_regex(r"[ \t]*-[ \t].*")
# Signs of other languages, and of other dialects of Markdown.
_FOREIGN = lazy_regex(
    r"<[/!]?[a-z]{2}|\{\{|\}\}|\{[a-z-]+\}|:::|```|\$[^$\n]{1,80}\$|javascript:|&[a-z]+;"
)
#: Keys that say, beside a title, that a program reads the front matter.
_PROGRAM = frozenset("author categories category date draft layout slug tags".split())
#: So many keys, one of them the title's, are read by a program whatever they are.
_KEYS = 3
#: What of it is printed above a text, and how many lines it has at most.
_PRINTED, _LONGEST = frozenset(("title", "author", "date")), 30
# When a program made the file, to the minute.
_CLOCK = lazy_regex(r"\d\d:\d\d")


def written_in(texts: Sequence[str], source: str) -> bool:
    """Say whether a source is in Markdown; ``texts`` are its lines without their outer blanks."""
    if not texts:
        return False
    matter = bool(front_matter(source))
    if not (matter or _heads(texts[0]) or _is_bold(texts[0])) or _FOREIGN.search(source):
        return False
    count, bold = sum(map(_heads, texts)), sum(map(_is_bold, texts))
    return matter or count >= _HEADINGS or count + bold >= _WITH_BOLD


def _heads(text: str) -> bool:
    return text[0] == "#" and _HEADING.match(text) is not None


def level(text: str) -> int:
    """Give the level of a heading, 0 for a line that is none."""
    return len(text) - len(text.lstrip("#")) if _heads(text) else 0


def _is_bold(text: str) -> bool:
    return text[0] == "*" and _BOLD.fullmatch(text) is not None


def front_matter(source: str) -> frozenset[int]:
    """Give the numbers (from 0) of the lines of what programs read at the top of a source.

    Its title, author and date are printed above the text that has no title of its own, or the
    same: their lines are not among the numbers.
    """
    first = source[:_OPENING].lstrip()
    if not (first.startswith(("---", "# ")) or _KEY.match(first)):
        return frozenset()
    lines = source.split("\n", _LONGEST + 2)
    start, end = _fenced(lines) or _listed(lines)
    keys = {i: found for i in range(start, end) if (found := _KEY.fullmatch(lines[i].strip()))}
    names = {found["key"].lower() for found in keys.values()}
    if "title" not in names or not (names & _PROGRAM or len(names) >= _KEYS):
        return frozenset()
    title = next((_bare(f["value"]) for f in keys.values() if f["key"].lower() == "title"), "")
    kept: set[int] = set()
    if title and not _has_other_title(lines[end + 1 :], title):
        printed = {i for i, f in keys.items() if f["value"] and f["key"].lower() in _PRINTED}
        kept = {i for i in printed if not _CLOCK.search(lines[i])}
    if title and lines[0].strip() == f"# {title}":
        kept.add(0)
    return frozenset(range(end + 1)) - kept


#: Characters at the top that are looked at first.
_OPENING = 200


def _fenced(lines: Sequence[str]) -> tuple[int, int] | None:
    """Give where the keys between fences begin and end, or None."""
    if lines[0].strip() != "---":
        return None
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
    others = (line for line in lines[1:end] if line.strip() and not _KEY.fullmatch(line.strip()))
    return (1, end) if all(map(_LISTED.fullmatch, others)) else None


def _listed(lines: Sequence[str]) -> tuple[int, int]:
    """Give where keys without a fence begin, below a heading or not, and the line that ends them.

    They end with an empty line, and a thematic break where one is below it.
    """
    heads = lines[0].startswith("# ")
    start = next((i for i, line in enumerate(lines) if line.strip() and not (heads and not i)), 0)
    end = start
    while end < len(lines) and _KEY.fullmatch(lines[end].strip()):
        end += 1
    if end - start < _KEYS or end >= len(lines) or lines[end].strip():
        return 0, 0
    below = next((i for i in range(end, len(lines)) if lines[i].strip()), end)
    return start, below if is_break(lines[below].strip()) else end


def _has_other_title(below: Sequence[str], title: str) -> bool:
    """Say whether a text has a title of its own, or begins with the same in two lines."""
    head = next((line for line in below if line.startswith("# ")), "")
    if head:
        return head[2:].strip() != title
    first = next((line for line in below if line.strip()), "")
    text = squeeze("".join(below))
    return squeeze(first) != squeeze(title) and text.startswith(squeeze(title))


def is_break(text: str) -> bool:
    """Say whether a line only parts what is above from what is below, or is a comment."""
    return _BREAK.fullmatch(text) is not None


def plain(tracked: Tracked, front: bool = False) -> Tracked:
    """Give a line without the signs of Markdown; ``front`` says that it is of the front matter."""
    for step in (_of_key,) if front and _KEY.fullmatch(tracked.text) else (_of_line, _of_words):
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
    if found := _BOLD_LINE.fullmatch(text) or _ITALIC.fullmatch(text):
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
