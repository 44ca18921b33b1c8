"""The container: a zip file with the same bytes wherever and whenever it is made.

OCF (EPUB 3.3, section 4) asks that ``mimetype`` comes first, stored and without extra field.
The rest is ours to settle: the order is that of the caller, every time stamp is the first that
zip knows, and no attribute of the file system gets in.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

MIMETYPE = b"application/epub+zip"

#: The earliest time a zip entry can bear. It is never the time of the build, and the date of the
#: book stands where readers look for it: in the package document.
EPOCH = (1980, 1, 1, 0, 0, 0)

#: Extension -> media type: the core media types (EPUB 3.3, section 3.2) that the press uses.
MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = method
    entry.create_system = 3  # Unix; zipfile would put the system of the build here
    entry.external_attr = 0o644 << 16
    return entry


def write_zip(
    target: Path, files: Iterable[tuple[str, bytes]], *, mimetype: bytes | None = None
) -> None:
    """Write ``files`` (name in the archive, content) to ``target``, in the order given.

    With ``mimetype``, an entry of that name comes first, stored. ``target`` is replaced only when
    the archive is whole. Two runs over the same files give the same bytes (with the same zlib).
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".tmp")
    try:
        with zipfile.ZipFile(draft, "w") as archive:
            if mimetype is not None:
                archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), mimetype)
            for name, content in files:
                archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content, compresslevel=9)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def media_type(name: str) -> str:
    """Return the media type of the file ``name``.

    Raises ``KeyError`` for a kind of file that an ePub of this press does not hold.
    """
    return MEDIA_TYPES[Path(name).suffix.lower()]
