"""Where a name could stand that takes a form of its own (:mod:`edition.names` weighs it)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from edition.namecues import RARE, stands_alone
from edition.namelists import NameLists, name_lists
from edition.nonames import GATHERED

#: How many characters after a name a word begins that calls it one, at most.
CALLED = 12

#: Any surname that tells nothing by itself has to be commoner (居民修钟 is no name).
COMMONER = 10.5

#: Characters that words write otherwise than names do, though their default is the name's form.
_IN_WORDS = frozenset("范游姜谷岳胡沈朱升念蒙御")


def telling_characters(defaults: Mapping[int, str]) -> frozenset[str]:
    """Return the characters whose form in a name is not the one of *defaults*."""
    lists = name_lists()
    return _telling(lists.surname_forms, defaults) | _telling(lists.given_forms, defaults)


def _telling(forms: Mapping[str, str], defaults: Mapping[int, str]) -> frozenset[str]:
    return frozenset(
        character
        for character, form in forms.items()
        if character in _IN_WORDS or form != defaults.get(ord(character), character)
    )


def hint_pattern(defaults: Mapping[int, str]) -> re.Pattern[str]:
    """Return what finds a surname with a form of its own, or such a character in a given name."""
    lists = name_lists()
    surnames = _telling(lists.surname_forms, defaults)
    given = _telling(lists.given_forms, defaults)
    common = {surname for surname, bits in lists.surnames.items() if bits <= COMMONER}
    heads = "".join(sorted(common | surnames | {compound[-1] for compound in lists.compound}))
    first, then = "".join(sorted(surnames)), "".join(sorted(given))
    return re.compile(f"[{first}]|[{then}](?:(?<=[{heads}].)|(?<=[{heads}]..))")


def _hopeless(run: str, at: int, lists: NameLists, costs: Mapping[str, float]) -> bool:
    """Tell at little cost that the surname at *at* begins no name."""
    before = run[at - 1] if at else ""
    if not before and lists.given.issuperset(run[1:3]):
        return False  # a name in full may open the run
    if before in lists.ends_of_callings:
        return False
    if before in lists.not_after:
        return True
    if run[at] == "于":  # 位于, 由于: a word, unless much else speaks for a name
        return (
            bool(before)
            and before + "于" in costs
            and lists.callers.isdisjoint(run[at + 1 : at + 6])
        )
    return lists.surnames[run[at]] > RARE and lists.callers.isdisjoint(
        run[at + 1 : at + 1 + CALLED]
    )


def spans(
    run: str, at: int, lists: NameLists, costs: Mapping[str, float], known: frozenset[str]
) -> Iterable[tuple[int, int]]:
    """Return where a name could be that holds the character at *at*."""
    length = len(run)

    def han(end: int) -> bool:
        return end <= length and "一" <= run[end - 1] <= "鿿"

    if run[at] in lists.surname_forms and (known or not _hopeless(run, at, lists, costs)):
        if han(at + 2):
            yield at, at + 2
            if han(at + 3):
                yield at, at + 3
        if stands_alone(run, at, lists):
            yield at, at + 1
    if run[at] in lists.given_forms:
        for start in (at - 1, at - 2):
            if start >= 0 and run[start] in lists.surnames and han(start + 2):
                if run[start : start + 2] in lists.compound:
                    continue
                if run[start] == "余" and start and run[start - 1] in lists.not_after:
                    continue  # 一百二十余台
                if run[at : at + 2] in GATHERED:
                    continue  # 罗涛采取措施
                if run[start] == "傅" and run[start - 1 : start] == "师":
                    continue  # 老师傅冲他瞪了一眼
                yield start, at + 1
                if start == at - 1 and han(at + 2):
                    yield start, at + 2
        for start in (at - 2, at - 3):
            if start >= 0 and run[start : start + 2] in lists.compound:
                yield start, at + 1
