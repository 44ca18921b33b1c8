"""A mistake of the editor's is one sentence, not a traceback.

Sphinx 9 prints its versions, its extensions and a traceback for every error, also for those
that an extension raises to tell a user what to mend (sphinx/_cli/util/errors.py; up to 8.2 a
``SphinxError`` printed its message alone). There is no setting for it and no event: the one way
is to stand before the function that prints. Errors that are not ours, and bugs of ours (anything
but a ``SphinxError``), go to Sphinx as before.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sphinx._cli.util import errors
from sphinx.errors import SphinxError

_HERE = Path(__file__).parent
_THEIRS = errors.handle_exception


def install() -> None:
    """Let errors that our extensions raise for the user end the build with their message alone."""
    errors.handle_exception = _handle


def _handle(exception: BaseException, /, **options: Any) -> None:
    if not (isinstance(exception, SphinxError) and _raised_here(exception)):
        _THEIRS(exception, **options)
        return
    print(exception, file=options.get("stderr", sys.stderr))
    raise SystemExit(1)


def _raised_here(exception: BaseException) -> bool:
    trace = exception.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and _HERE in Path(trace.tb_frame.f_code.co_filename).parents
