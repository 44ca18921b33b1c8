"""A mistake of the editor's is one sentence, not a traceback.

Sphinx 9 prints its versions, its extensions and a traceback for every error, also for those
that an extension raises to tell a user what to mend (sphinx/_cli/util/errors.py; up to 8.2 a
``SphinxError`` printed its message alone). There is no setting for it and no event: the one way
is to stand before the function that prints. Errors that are not ours, and bugs of ours (anything
but a ``SphinxError``), go to Sphinx as before.
"""

from __future__ import annotations

import errno
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


#: What the system says when it is the machine, not the book: error number -> what to do.
_SYSTEM = {
    errno.ENOSPC: "磁盘满了。请腾出空间后再试。",
    errno.EDQUOT: "磁盘配额用完了。请腾出空间后再试。",
    errno.EACCES: "没有权限。请检查目录和文件的权限。",
    errno.EPERM: "没有权限。请检查目录和文件的权限。",
    errno.EROFS: "这里只能读，不能写。请换一个目录。",
}


def _handle(exception: BaseException, /, **options: Any) -> None:
    if isinstance(exception, OSError) and exception.errno in _SYSTEM:
        place = f"{exception.filename}: " if exception.filename else ""
        print(place + _SYSTEM[exception.errno], file=options.get("stderr", sys.stderr))
        raise SystemExit(1)
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
