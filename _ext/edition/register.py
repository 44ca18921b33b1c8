"""The list for this register, ``data/register/``, read and checked.

``general.yaml`` holds what is not of one character, ``characters/`` the characters that have
several Traditional forms, in files named by their reading (``gan.yaml``: 干).

It is shipped with the press: every book gets it. Its words are written in
Traditional characters (Taiwan's 裡 為 群 眾 麵 啟 may stand for OpenCC's own 裏 爲 羣
衆 麪 啓; 著 and 着 are kept apart); the Simplified key of a word is what OpenCC folds
it to; ``乾坤=乾坤`` names the key where folding the form would miss it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from edition import opencc_tables
from edition.edges import END, Characters, edges

#: Taiwan's forms that may be used in the list → OpenCC's standard.
_TO_STANDARD = str.maketrans("裡為群眾麵啟偽峰床汙", "裏爲羣衆麪啓僞峯牀污")

#: How far back a context looks, in characters: farther than any pattern of the list needs.
_BEFORE = 24


@dataclass(frozen=True)
class Context:
    """A form that a character has in certain surroundings, where no word holds it."""

    form: str
    #: Patterns of what must precede, up to the character, and follow, from just after it.
    preceding: str
    following: str
    reason: str
    #: Whether it also holds against a word found by the best path.
    breaks_words: bool

    @cached_property
    def before(self) -> re.Pattern[str]:
        """What must precede, anchored at its end; compiled when first asked for."""
        return re.compile(f"(?:{self.preceding})\\Z")

    @cached_property
    def after(self) -> re.Pattern[str]:
        """What must follow; compiled when first asked for."""
        return re.compile(self.following)

    @cached_property
    def characters_before(self) -> Characters:
        """What can stand just before the character."""
        return edges(self.preceding)[1]

    def may_precede(self, following: str) -> bool:
        """Tell whether it can hold where *following* (``""`` for the end) comes next."""
        first = edges(self.following)[0]
        return first is None or following in first

    def holds(self, run: str, at: int) -> bool:
        """Tell whether it holds for the character at *at* of *run*."""
        if self.after.match(run, at + 1) is None:
            return False
        return self.before.search(run, at - _BEFORE if at > _BEFORE else 0, at) is not None

    def in_region(self, variants: dict[int, str]) -> Context:
        """Return the same context with its form as a region writes it."""
        return replace(self, form=self.form.translate(variants))


class Rules:
    """The contexts of one character, asked only where its neighbours allow them."""

    def __init__(self, contexts: Iterable[Context]) -> None:
        """Ask *contexts*, the first that holds counting."""
        self._contexts = tuple(contexts)
        self._by_next: dict[str, tuple[Context, ...]] = {}

    def holding(self, run: str, at: int) -> Context | None:
        """Return the context that holds for the character at *at* of *run*, if one does."""
        following = run[at + 1 : at + 2]
        possible = self._by_next.get(following)
        if possible is None:
            possible = tuple(one for one in self._contexts if one.may_precede(following))
            self._by_next[following] = possible
        if possible:
            preceding = run[at - 1] if at else END
            for context in possible:
                before = context.characters_before
                if (before is None or preceding in before) and context.holds(run, at):
                    return context
        return None


@dataclass
class Register:
    """The parts of the list."""

    senses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    regional: dict[str, dict[str, str]] = field(default_factory=dict)
    #: Entries of OpenCC's that are wrong in this register → why.
    removed: dict[str, str] = field(default_factory=dict)
    #: Entries of the frequency list that are no words.
    no_words: dict[str, str] = field(default_factory=dict)
    contexts: dict[str, tuple[Context, ...]] = field(default_factory=dict)
    #: Characters that the lists write in several forms of one sense: no choice to be told.
    same_sense: frozenset[str] = frozenset()
    #: Lists that the contexts use by name (``title`` …), as alternatives with | between.
    macros: dict[str, str] = field(default_factory=dict)

    def regional_words(self, region: str) -> dict[str, str]:
        """Return the words that only *region* writes in a way of its own."""
        return self.regional.get(region, {})


@cache
def _fold() -> dict[int, str]:
    return str.maketrans(opencc_tables.folding())


def _words(text: str) -> dict[str, str]:
    """Read ``幹部 才幹 干=乾`` as ``{"干部": "幹部", …}``."""
    fold = _fold()
    found = {}
    for item in text.split():
        key, separator, form = item.rpartition("=")
        form = form.translate(_TO_STANDARD)
        found[(key if separator else form).translate(fold)] = form
    return found


def _reasons(listed: dict[str, str]) -> dict[str, str]:
    """Read ``{"不成词": "好干 不系"}`` as ``{"好干": "不成词", "不系": "不成词"}``."""
    return {word: reason for reason, words in listed.items() for word in words.split()}


def _contexts(items: list[dict[str, Any]], macros: dict[str, str]) -> tuple[Context, ...]:
    def expanded(pattern: str) -> str:
        for name, value in macros.items():
            pattern = pattern.replace(f"<{name}>", f"(?:{value})")
        return pattern

    return tuple(
        Context(
            form=item["form"].translate(_TO_STANDARD),
            preceding=expanded(item.get("before", "")),
            following=expanded(item.get("after", "")),
            reason=item["why"],
            breaks_words=item.get("breaks_words", False),
        )
        for item in items
    )


def _read(file: Traversable) -> dict[str, Any]:
    text = file.read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


@cache
def register() -> Register:
    """Return the list, read once."""
    folder = resources.files("edition").joinpath("data", "register")
    data = _read(folder / "general.yaml")
    files = sorted(folder.joinpath("characters").iterdir(), key=lambda file: file.name)
    characters = {name: entry for file in files for name, entry in _read(file).items()}
    macros = {
        name: "|".join(value.split()) if isinstance(value, str) else "|".join(value)
        for name, value in data["macros"].items()
    }
    listed = Register(
        removed=_reasons(data["removed"]),
        no_words=_reasons(data["no_words"]),
        same_sense=frozenset(data["same_sense"].split()),
        macros=macros,
    )
    for character, entry in characters.items():
        forms = tuple(form.translate(_TO_STANDARD) for form in entry["senses"])
        if len(forms) > 1:
            listed.senses[character] = forms
        listed.defaults[character] = forms[0]
        for words in entry.get("words", {}).values():
            listed.words.update(_words(words))
        if "contexts" in entry:
            listed.contexts[character] = _contexts(entry["contexts"], macros)
    for words in data["words"].values():
        listed.words.update(_words(words))
    for region, words in data["regional"].items():
        listed.regional[region] = _words(words)
    return listed
