"""Files written whole or not at all.

Editions are built side by side and a build may be broken off: whoever reads a file finds the old
one or the new one, never half of either.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Tell whether there is a file at ``path`` with anything in it.

    Nothing that is made here is empty: such a file was left by a full disk, or by somebody's hand.
    """
    return path.is_file() and path.stat().st_size > 0


def write(path: Path, content: bytes | str) -> None:
    """Put ``content`` (a text: UTF-8) at ``path`` in one step; leave an equal file untouched.

    Makes the folder. Raises OSError where that cannot be done; ``path`` is then as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
