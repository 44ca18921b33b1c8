"""The index at the end: the glossary's terms in the order that the edition's readers look in."""

from __future__ import annotations

from collections.abc import Container
from itertools import groupby

from sphinx.environment import BuildEnvironment

#: A letter or stroke count and its entries: (term, address of the entry).
IndexGroup = tuple[str, list[tuple[str, str]]]


def index_groups(
    env: BuildEnvironment, edition: str, extensions: Container[str]
) -> list[IndexGroup]:
    """Return the entries by pinyin (Simplified) or by strokes (Traditional).

    The order is the slogans extension's. A book without it gets the order and the letters of its
    own glossary (``term : S``).
    """
    if "slogans" in extensions:
        from slogans.order import index_groups as slogan_groups  # only where it is in use

        return [
            (group.heading, [(entry.term, entry.label) for entry in group.entries])
            for group in slogan_groups(env, edition)
        ]
    terms = [
        (entry[4] or "", entry[1], entry[2])
        for entries in env.domains.index_domain.entries.values()
        for entry in entries
        if entry[0] == "single" and entry[3] == "main"
    ]
    return [
        (letter, [(term, address) for _letter, term, address in group])
        for letter, group in groupby(terms, key=lambda row: row[0])
    ]
