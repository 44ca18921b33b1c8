"""Sphinx: make no message that nobody is shown.

Sphinx (9.0) lets its logger make every message and leaves it to the handlers to show none: a record
for each event of each document, with a look through the stack for who said it, for the sake of
``-v -v``. Its level is set to that of the handler which shows most (no ticket was found).
"""

from __future__ import annotations

import logging

from sphinx.util.logging import NAMESPACE, VERBOSITY_MAP


def install(verbosity: int) -> None:
    """Make what is shown at this ``verbosity``; Sphinx sets the level anew for each build."""
    logging.getLogger(NAMESPACE).setLevel(VERBOSITY_MAP[max(verbosity, 0)] or logging.DEBUG)
