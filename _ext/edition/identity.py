"""What every converter offers, and the one that leaves a text as it is."""

from __future__ import annotations

from collections.abc import Sequence

from edition.choices import Choices, Decision
from edition.overlay import Stretch

#: Names of persons, as the text has them.
Names = frozenset[str]
NO_NAMES: Names = frozenset()


class Converter:
    """Leaves a text as it is: the converter of the book's own edition."""

    identity = True

    def convert(self, text: str, address: str = "", stretches: Sequence[Stretch] = ()) -> str:
        """Return *text* in the edition.

        *address* is the id of the block it is in, *stretches* the passages in it that have ids of
        their own.
        """
        return text

    def names_in(self, *texts: str) -> Names:
        """Return the names of persons that *texts*, the blocks of a work, have for sure.

        Only those are told that take forms of their own.
        """
        return NO_NAMES

    def explain(
        self, text: str, address: str = "", stretches: Sequence[Stretch] = ()
    ) -> list[Decision]:
        """Return a decision for every character of *text* that has several forms."""
        return []

    def convert_recorded(
        self,
        text: str,
        address: str = "",
        names: Names | None = None,
        stretches: Sequence[Stretch] = (),
    ) -> tuple[str, tuple[Choices, ...]]:
        """Return the converted text and the choices made in it, in groups.

        *names* are those that its work has for sure.
        """
        return self.convert(text, address, stretches), ()
