"""Reads one line of the source: the rule that drops it whole, or what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape

from ..text.entities import BLANK_ENTITY, resolved
from ..text.lazy import lazy_regex
from ..text.signs import BLANK, BLANK_CHARACTERS, CHINESE, SCREEN, squeeze
from ..text.tracking import Change, Tracked, revise
from ..web import inside, markdown, noise, sites

#: Control, format and byte-order characters that no text of this kind means to have.
CONTROL = lazy_regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages of the source left in its text (:func:`pages.learn`).

    ``running`` are running heads and bare page numbers, lines without their blanks;
    ``screens`` says that each line begins with the number of a screen (``2、``), ``poured``
    that some lines hold texts of many lines, ``junk`` that a forum mixed signs into them;
    ``titles`` are those that stick to the texts behind them (:func:`stuck_titles.titles`);
    ``markdown`` says that the source is in Markdown, ``matter`` which of its lines (from 0) are
    keys that a program reads (:func:`markdown.front_matter`);
    ``floors`` are those of a thread that stand over its texts (:mod:`floors`);
    ``spaced`` says that a blank line stands between any two lines, as a browser copies a page:
    it says nothing of the text then, and does not count among the blank lines;
    ``heads`` are the running heads that go by where they begin in the source, not by their words;
    ``header`` is where the header of a stretch ends in the source: nothing parts its line before;
    ``columns`` says that lines are broken at several widths (:mod:`columns`);
    ``looked`` is what a first look at the lines of the source found (:func:`first_look`).
    """

    running: frozenset[str] = frozenset()
    screens: bool = False
    poured: bool = False
    junk: bool = False
    titles: tuple[tuple[str, bool], ...] = ()
    markdown: bool = False
    matter: frozenset[int] = frozenset()
    floors: frozenset[str] = frozenset()
    spaced: bool = False
    heads: frozenset[int] = frozenset()
    header: int = 0
    columns: bool = False
    looked: bytes = b""


NO_PAGES = Pages()


# Name and issue of a journal, on both sides of a page: 堤防工作参考　　2010年第3期.
_ISSUE = lazy_regex(
    rf"\S[{BLANK}]{{2,}}(?:[（(]?[12１２][\d０-９]{{3}}年?[）)]?)第?[\d０-９]{{1,3}}[期號号]$"
)


def names_issue(text: str) -> bool:
    """Say whether a running head is that of a journal, and of no collection."""
    return len(text) <= 80 and _ISSUE.search(text) is not None


def line_rule(
    content: str, said: str, above: str, running: frozenset[str], markup: bool
) -> str | None:
    """Give the rule that drops a line; what the editor says comes first.

    ``above`` is the rule that dropped the line before, or empty; ``markup`` says that all of the
    line is Markdown's own.
    """
    if said:
        return "override" if said == "drop" else None
    if markup:
        return "noise-markup"
    if running and len(content) <= 80 and squeeze(content) in running:
        return "noise-running-head"
    if len(content) > noise.LONGEST and above != "noise-button":
        return None  # prose, as most lines are
    if above == "noise-related" and noise.is_link(content):
        return above
    if above == "noise-button" and not content.strip("【】[]（）()［］|｜/／"):
        return above  # the brackets and bars of buttons, a line each
    if noise.about_file(content, above):
        return "noise-meta"
    if sites.heads_preview(content, above):
        return "noise-button"
    if noise.offers_course(content, above):
        return "noise-advert"
    return noise.line_rule(content)


# The title of a collection, which counts its texts: 家长会发言稿（通用2篇）, 家长会发言稿 2篇.
_COUNTED = lazy_regex(
    rf"[^。，；！？：]{{4,40}}[（({BLANK}\u4e00-\u9fff][^（()）]{{0,6}}[{CHINESE}\d]{{1,3}}[篇则則][）)]?"
)


def heads_collection(source: str, position: int, above: str) -> bool:
    """Say whether a line at the top of a page, under 相关推荐, is the title of a collection.

    It looks like a link; but in a list of links stands another one above or below.  ``above``
    is the line dropped last, ``position`` where in ``source`` the line begins.
    """
    content = source[position : position + 200].partition("\n")[0]
    if not _COUNTED.fullmatch(content.strip(BLANK_CHARACTERS)):
        return False
    below = source[position + len(content) : position + len(content) + 200]
    below = below.lstrip().partition("\n")[0].strip(BLANK_CHARACTERS)
    return not noise.is_link(above) and not (below and noise.is_link(below))


def plain(content: str, start: int, pages: Pages, matter: bool, phrases: bool) -> Tracked:
    """Take out of a line what its author did not write; give what is left.

    ``start`` is the source offset of ``content``.  ``matter`` says that the line is of the front
    matter of Markdown, ``phrases`` that noise is looked for inside the line.
    """
    tracked = Tracked(content, start, start + len(content))
    if pages.screens and (found := SCREEN.match(content)):
        tracked = revise(tracked, [Change(0, found.end(), "", "noise-page")])
    if not content.isprintable():  # so are all control and format characters
        tracked = trim(_strip_controls(tracked))
    if "&" in content and (entities := resolved(tracked.text)):
        tracked = trim(revise(tracked, entities))
    if pages.markdown:
        bare = trim(markdown.plain(tracked, matter))
        if bare is not tracked and _only_noise(bare.text):  # a link or a bold line
            return revise(bare, [Change(0, len(bare.text), "", "noise-meta")])
        tracked = bare
    if phrases:
        stripped = _strip_noise(tracked)
        if stripped.text is not content:
            stripped = trim(stripped)
        if stripped is not tracked and _only_noise(stripped.text):
            stripped = revise(tracked, [Change(0, len(tracked.text), "", "noise-meta")])
        tracked = stripped
    return tracked


_HIDDEN = lazy_regex(rf"(?:{CONTROL.pattern}|{BLANK_ENTITY}|[{BLANK}])+")


def hidden(content: str) -> int:
    """Give the length of what a line begins with and nobody sees, ``&nbsp;`` among it.

    ``content`` begins with no blank; behind a sign of no width it may have some.
    """
    if content[0] != "&" and content[0].isprintable():
        return 0
    found = _HIDDEN.match(content)
    return found.end() if found else 0


def blanks_in(text: str) -> str:
    """Give the blanks in what :func:`hidden` found."""
    return CONTROL.sub("", unescape(text))


def _strip_controls(tracked: Tracked) -> Tracked:
    return revise(
        tracked,
        [
            Change(m.start(), m.end(), "", "control-character")
            for m in CONTROL.finditer(tracked.text)
        ],
    )


def _strip_noise(tracked: Tracked) -> Tracked:
    found = inside.find(tracked.text)
    if not found:
        return tracked
    if inside.leaves_name(tracked.text, found):
        found = [(0, len(tracked.text), "noise-advert")]
    return revise(tracked, [Change(start, end, "", rule) for start, end, rule in found])


def _only_noise(rest: str) -> bool:
    """Say whether what is left of a line without the noise in it is noise too."""
    return 0 < len(rest) <= 60 and noise.line_rule(rest) is not None


def trim(tracked: Tracked) -> Tracked:
    """Delete the outer blanks that taking something out has left."""
    text = tracked.text
    lead = len(text) - len(text.lstrip(BLANK_CHARACTERS))
    trail = len(text.rstrip(BLANK_CHARACTERS))
    if (lead == 0 and trail == len(text)) or trail == 0:
        return tracked
    changes = [Change(0, lead, "", "layout"), Change(trail, len(text), "", "layout")]
    return revise(tracked, [c for c in changes if c.start < c.end])
