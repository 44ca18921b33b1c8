"""Writes the pages: all of them or none, only those that changed, one run at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

from processes.interrupts import uninterrupted

from .problems import Code, ConversionError, Problem
from .text.lazy import lazy_regex

try:
    import fcntl
except ImportError:  # not a POSIX system: two runs at once are not told apart there
    fcntl = None  # type: ignore[assignment]

#: What the converter makes and may remove again; anything else in the folders stays.
_GENERATED = {
    "essays": lazy_regex(r"(?:e\d{2,}|v\d{2,}|front)\.md"),
    "appendix": lazy_regex(r"(?:glossary|concordance|statistics|emendations|parallels)\.md"),
}


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the output folder for this run; the lock is on the folder, no file is left.

    Raises ConversionError when another run holds it or the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _failed(error, folder) from None
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ConversionError(
                    Problem(
                        Code.OUTPUT_LOCKED,
                        "另一次转换正在写这个目录。",
                        "请等它结束后再试。",
                        str(folder),
                    )
                ) from None
        yield
    finally:
        os.close(handle)


class Writer:
    """Takes pages one by one; at the end all that changed are moved into place, or none.

    Pages go to a temporary folder first, so that a conversion that fails half-way, for
    whatever reason, leaves the output as it was.  A page that is the same on disk already is
    not written.  Use it inside :func:`lock`; raises ConversionError when writing fails.
    """

    def __init__(self, folder: Path) -> None:
        """Write below ``folder``."""
        self._folder = folder
        for left in folder.glob(".convert-*"):  # by a run that was killed: we hold the lock
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        self._staging: Path | None = None
        self._names: set[str] = set()
        self._folders: set[str] = set()
        self._before: dict[str, dict[str, bool]] = {}
        self._changed: list[str] = []

    def put(self, name: str, text: str) -> None:
        """Take a page by its path below the folder."""
        folder, _, file = name.rpartition("/")
        if name.startswith("/") or file in ("", ".", "..") or ".." in folder.split("/"):
            raise ValueError(f"page outside the output folder: {name}")
        self._names.add(name)
        data = text.encode()
        # Plain strings: to read or write a page costs less than to make the path to it.
        if (plain := self._was_there(folder, file)) is not None:
            if not plain:
                raise _not_plain(self._folder / name)
            if _current(f"{self._folder}/{name}") == data:
                return
        try:
            if self._staging is None:
                with uninterrupted():  # between the making and the name nobody would remove it
                    self._staging = Path(tempfile.mkdtemp(prefix=".convert-", dir=self._folder))
            if folder not in self._folders:
                (self._staging / folder).mkdir(parents=True, exist_ok=True)
                self._folders.add(folder)
            _write(f"{self._staging}/{name}", data)
        except OSError as error:
            raise _failed(error, self._folder) from None
        self._changed.append(name)

    def _was_there(self, folder: str, file: str) -> bool | None:
        """Say whether a plain file was there before, None for nothing.

        Each folder is looked through once.
        """
        if folder not in self._before:
            self._before[folder] = _listed(f"{self._folder}/{folder}")
        return self._before[folder].get(file)

    def finish(self) -> list[str]:
        """Move the changed pages into place and remove those no longer made; give their names."""
        leftovers = _leftovers(self._folder, self._names)
        if self._changed or leftovers:
            try:
                with uninterrupted():
                    staging = self._staging or Path(
                        tempfile.mkdtemp(prefix=".convert-", dir=self._folder)
                    )
                    self._staging = staging
                    _move(self._folder, staging, self._changed, leftovers)
            except OSError as error:
                raise _failed(error, self._folder) from None
        return [*self._changed, *(str(path.relative_to(self._folder)) for path in leftovers)]

    def close(self) -> None:
        """Remove the temporary folder."""
        if self._staging:
            shutil.rmtree(self._staging, ignore_errors=True)


class Checker:
    """Takes pages like :class:`Writer`, but only compares them with what is on disk."""

    def __init__(self, folder: Path) -> None:
        """Compare below ``folder``."""
        self._folder = folder
        self._names: set[str] = set()
        self._stale: list[str] = []
        self._there: dict[str, dict[str, bool]] = {}

    def put(self, name: str, text: str) -> None:
        """Compare a page."""
        self._names.add(name)
        folder, _, file = name.rpartition("/")
        if folder not in self._there:
            self._there[folder] = _listed(f"{self._folder}/{folder}")
        plain = self._there[folder].get(file)  # to open a pipe would be to wait for ever
        if not plain or _current(f"{self._folder}/{name}") != text.encode():
            self._stale.append(name)

    def finish(self) -> list[str]:
        """Give the pages that are missing, different or no longer made."""
        left = _leftovers(self._folder, self._names)
        return self._stale + [str(path.relative_to(self._folder)) for path in left]

    def close(self) -> None:
        """Do nothing: a checker leaves nothing behind."""


def _move(folder: Path, staging: Path, changed: list[str], leftovers: list[Path]) -> None:
    """Move new pages into place; put the old ones back if one cannot be moved.

    Plain strings here too: all this is done when no other process has anything left to do.
    """
    backup = f"{staging}/.before"
    done: list[tuple[str, str | None]] = []
    try:
        for parent in {name.rpartition("/")[0] for name in changed}:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            Path(backup, parent).mkdir(parents=True, exist_ok=True)
        for name in changed:
            target = f"{folder}/{name}"
            done.append((target, _set_aside(target, f"{backup}/{name}")))
            os.replace(f"{staging}/{name}", target)  # noqa: PTH105
        for path in leftovers:
            saved = Path(backup, path.relative_to(folder))
            saved.parent.mkdir(parents=True, exist_ok=True)
            done.append((str(path), _set_aside(str(path), str(saved))))
            path.unlink()
    except OSError:
        for target, before in reversed(done):
            if before is None:
                Path(target).unlink(missing_ok=True)
            else:
                Path(before).replace(target)
        raise


def _set_aside(target: str, saved: str) -> str | None:
    """Keep a second name for a file that is about to be replaced; None if there is none."""
    if not os.path.exists(target):  # noqa: PTH110
        return None
    try:
        os.link(target, saved)
    except OSError:
        shutil.copy2(target, saved)
    return saved


def _listed(folder: str) -> dict[str, bool]:
    """Give the names in a folder, each with whether it is a plain file; none for no folder."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.is_file(follow_symlinks=False) for entry in entries}
    except OSError:
        return {}


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as page:  # noqa: PTH123
        page.write(data)


def _current(path: str) -> bytes | None:
    try:
        with open(path, "rb") as page:  # noqa: PTH123
            return page.read()
    except OSError:
        return None


def _leftovers(folder: Path, pages: Collection[str]) -> list[Path]:
    """Give the files on disk that an earlier conversion made and this one does not."""
    return sorted(
        path
        for name, generated in _GENERATED.items()
        if (folder / name).is_dir()
        for path in (folder / name).iterdir()
        if generated.fullmatch(path.name) and f"{name}/{path.name}" not in pages
        if path.is_file() and not path.is_symlink()  # else it was not made here
    )


def _failed(error: OSError, folder: Path) -> ConversionError:
    """Turn a system error into a sentence."""
    if error.errno == errno.ENOSPC:
        message, advice = "磁盘满了，什么也没有写。", "请腾出空间后再试。"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        message, advice = "没有写入权限，什么也没有写。", "请改目录的权限，或换个目录。"
    elif error.errno == errno.ENOENT:
        message, advice = "没有这个目录，什么也没有写。", "请先建好目录，或换个目录。"
    elif error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        message, advice = (
            "这里要的是目录，却有同名文件（或相反）。",
            "请移开它，或换个目录。",
        )
    else:
        message, advice = f"写不进去（{error.strerror or error}）。", "请检查磁盘后再试。"
    return ConversionError(Problem(Code.OUTPUT_FAILED, message, advice, _blamed(error, folder)))


def _blamed(error: OSError, folder: Path) -> str:
    """Name what the system refused: the page or the folder that it is to go to.

    Moving a file has two names, of which that in the temporary folder is not to blame.
    """
    names = [name for name in (error.filename2, error.filename) if isinstance(name, str)]
    where = next((name for name in names if ".convert-" not in name), str(folder))
    parent = Path(where).parent
    closed = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    effective = os.access in os.supports_effective_ids  # Windows asks for no other
    may = os.access(parent, os.W_OK | os.X_OK, effective_ids=effective)
    if closed and where != str(folder) and not may:
        return str(parent)
    return where


def _not_plain(path: Path) -> ConversionError:
    """Give the error for what stands where a page should: it is neither replaced nor followed."""
    message = "这里应是普通文件，却是目录、链接、设备或管道，什么也没有写。"
    return ConversionError(
        Problem(Code.OUTPUT_FAILED, message, "请移开它，或换个目录。", str(path))
    )


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[IO[str]]:
    """Open a file for writing that takes the place of ``target`` when the block is done.

    A link stays, and what it leads to is replaced; a device or a pipe is written to, since
    nothing can take its place.  Raises ConversionError when it cannot be written; a file is then
    as before.  A character of a file's name that is none is written as JSON and YAML have it.
    """
    how: dict[str, str] = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}
    staged: Path | None = None
    try:
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            with target.open("w", **how) as handle:  # type: ignore[call-overload]
                yield handle
            return
        file = Path(os.path.realpath(target))
        number, name = tempfile.mkstemp(prefix=".convert-", dir=file.parent)
        staged = Path(name)
        with os.fdopen(number, "w", **how) as handle:  # type: ignore[call-overload]
            yield handle
        staged.chmod(0o644 if mode is None else stat.S_IMODE(mode))
        staged.replace(file)
        staged = None
    except OSError as error:
        raise _failed(error, target) from None
    finally:
        if staged:
            staged.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """Give the kind and the permissions of what ``path`` leads to, None for nothing."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
