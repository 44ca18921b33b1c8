"""What the recogniser of names knows: surnames, given names, callings, and forms in names.

Read from ``data/names.yaml`` and from the macros of ``data/register/``, which the patterns of
the register list use too.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from edition.register import register

_HAN = re.compile("[一-鿿]")

#: Bits of a surname that hardly anybody has, and that is a common word.
_RAREST = 17.0


class NameLists(NamedTuple):
    """What ``data/names.yaml`` says."""

    surnames: dict[str, float]
    compound: frozenset[str]
    surname_forms: dict[str, str]
    given_forms: dict[str, str]
    not_after: frozenset[str]
    never: frozenset[str]
    times: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    #: What a word begins with that names a person by the surname before it (于书记, 于某, 于氏).
    callers: frozenset[str]
    #: Words that a name comes after: offices, callings, kinship.
    callings: frozenset[str]
    #: Verbs that take a person.
    takers: frozenset[str]
    acts: frozenset[str]
    #: Surname → what follows it where it is a thing (姜切成丝), not a person.
    things: dict[str, re.Pattern[str]]
    #: What a calling can end in, and what else stands before a rare surname.
    ends_of_callings: frozenset[str]


def surname_bits(rank: int) -> float:
    """Return the cost of the surname of *rank* (0 for the commonest).

    Drawn through the shares of 王 (7.2 %), the tenth (2 %), the hundredth (0.2 %) and the
    four hundredth (0.01 %) of the population.
    """
    points = ((0, 3.8), (10, 5.5), (50, 7.6), (100, 9.0), (200, 11.0), (400, 13.5))
    for (low, start), (high, end) in pairwise(points):
        if rank <= high:
            return start + (end - start) * (rank - low) / (high - low)
    return 14.5


@cache
def name_lists() -> NameLists:
    """Return the lists, read once."""
    text = resources.files("edition").joinpath("data", "names.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    macros = register().macros
    surnames: dict[str, float] = {}
    for rank, surname in enumerate(dict.fromkeys(data["surnames"].replace(" ", ""))):
        surnames[surname] = surname_bits(rank)

    def pairs(part: str) -> dict[str, str]:
        return {item[0]: item[1] for item in data["forms"][part].split()}

    def words(name: str) -> frozenset[str]:
        return frozenset(macros[name].split("|"))

    titles, kin = words("title") - {"家"}, frozenset(data["kin"].split())
    surnames.update(dict.fromkeys(data["rarest"].replace(" ", ""), _RAREST))
    callings = (words("person") | titles | set(data["callings"].split())) - {"学习", "家"}
    return NameLists(
        surnames=surnames,
        compound=frozenset(data["compound"].split()),
        surname_forms=pairs("surname"),
        given_forms=pairs("given"),
        not_after=frozenset(data["not_after"]),
        never=frozenset(data["never"].split()),
        times=frozenset(data["times"].split()),
        given=frozenset(_HAN.findall(macros["given"]) + list(data["given"])),
        kin=kin,
        titles=titles,
        things={surname: re.compile(after) for surname, after in data["things"].items()},
        callers=frozenset([word[0] for word in titles | kin]) | set("某姓氏副家户、"),
        callings=callings,
        ends_of_callings=frozenset([word[-1] for word in callings]) | set("姓老小、"),
        takers=frozenset(data["takers"].split()),
        acts=words("act")
        | frozenset(_HAN.findall(macros["act"].partition("]")[0]))
        | set(data["acts"].split()),
    )
