"""A work while it is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..body.lines import Line
from ..marks.habits import NONE, Habits
from ..signatures.reading import Byline
from ..text.lazy import lazy_regex
from ..text.tracking import Tracked
from ..text.variants import either

#: What parts a title from its subtitle in one line.
DASH = lazy_regex(r"\s*(?:-{2,}|—{1,3}|－{2}|―{1,2}|─{1,2})\s*")

# How a subtitle begins that says whom or what a text is about.
_TELLS = lazy_regex(either("[记写访献致追忆悼读观听给赠纪来谈论浅试]"))


def dash_in(title: str) -> re.Match[str] | None:
    """Give the dash that parts a title from its subtitle in one line, or None."""
    found = DASH.search(title)
    if not found or found.start() < 2 or found.end() + 2 > len(title):
        return None
    if title[found.start() - 1].isdigit() and title[found.end()].isdigit():
        return None  # 2018——2019学年
    return found if found.start() >= 4 or _TELLS.match(title, found.end()) else None


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
    owner: Byline | None = None  # who wrote all works of the set
    sure: bool = True
    over: bool = False  # what stands over the title is a masthead, and no text of its own
    line: int = 0
    guessed: str = ""  # a line that signs by its place alone
    own: str = ""  # a title taken for the work's own by no more than who signs below it
    slip: str = ""  # the title said again, with a slip in one of the two
    habits: Habits = NONE

    @property
    def name(self) -> str:
        """The title as it stands so far."""
        return self.given or "".join(t.text for t in self.title)
