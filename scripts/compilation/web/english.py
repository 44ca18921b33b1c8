"""The words in English that the template of a site leaves around a Chinese text.

Menus of blogs keep them (Menu, Close, Posted by …, About this site).  No author of these texts
writes a line of nothing but them.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = (
    "menu|close|open menu|main menu|navigate(?: to)?|navigation|skip to (?:main )?content|"
    "toggle (?:menu|navigation|sidebar)|home(?: ?page)?|blogs?|faqs?|help|contact(?: us)?|"
    "about(?: (?:us|me|this site|the author))?|terms(?: of (?:use|service))?|privacy(?: policy)?|"
    "site ?(?:links|map)|(?:other|quick|friend(?:ly)?) links?|categor(?:y|ies)|tags?|archives?|"
    "search|log ?in|log ?out|sign ?(?:in|up)|register|subscribe|rss|share(?: this)?|print|"
    "download|comments?|leave a (?:comment|reply)|read more|load more|continue reading|"
    "back to top|table of contents|(?:recent|related) posts|edit this page|dark mode|"
    r"all rights reserved|(?:powered|theme) by [\w .]{2,30}|"
    r"(?:go to the )?(?:previous|next)(?: [a-z]+){0,3}\.?"
)
#: A line of such words is at most so long (characters).
_LONGEST = 120


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compile the rules when a line first needs them: most sources have no English."""
    menu = rf"(?:{_WORDS})(?:\s*[|·•/»>]\s*(?:{_WORDS}))*"
    # Who put a text up, and when: Posted By laoyu on 2012.3.6.
    posted = r"(?:posted|published|updated)\s+(?:by|on|in|at)\b.{1,60}"
    # Keys that a generator of sites reads, without the dashes of front matter: Status: draft
    keys = (
        r"(?:status|slug|layout|template|permalink|lang|draft|published|comments|toc|mathjax)"
        r"\s?:\s?[\w./-]{1,60}"
    )
    # A script that shall put links or advertisements here: show("links_below");
    script = r"""[a-z_$][\w.$]{0,20}\((?:"[\w-]{1,40}"|'[\w-]{1,40}')\);?"""
    rules = (menu, posted, keys, script)
    return tuple(re.compile(rule, re.IGNORECASE | re.ASCII) for rule in rules)


def is_words(text: str) -> bool:
    """Say whether a line, not empty, is nothing but words of a site in English."""
    if not text[0].isascii() or not text[0].isalpha() or len(text) > _LONGEST:
        return False
    return any(pattern.fullmatch(text) for pattern in _patterns())
