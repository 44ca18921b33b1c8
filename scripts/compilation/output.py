"""Writes the pages: all of them or none, only those that changed, one run at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from .problems import Code, ConversionError, Problem

try:
    import fcntl
except ImportError:  # not a POSIX system: no lock there, see the README
    fcntl = None  # type: ignore[assignment]

#: What the converter makes and may remove again; anything else in the folders stays.
_GENERATED = re.compile(r"(?:e\d{2,}|v\d{2,})\.md")


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


def stale(folder: Path, pages: Mapping[str, str]) -> list[str]:
    """Give the pages under ``folder`` that are missing, different or no longer made."""
    wrong = [name for name, text in pages.items() if _current(folder / name) != text.encode()]
    return wrong + [str(path.relative_to(folder)) for path in _leftovers(folder, pages)]


def write(folder: Path, pages: Mapping[str, str]) -> list[str]:
    """Write the pages that changed and remove those no longer made; give their names.

    Everything is written to a temporary folder first; then files are moved into place while
    interrupts wait.  Raises ConversionError when writing fails; then nothing has changed.
    """
    changed = [name for name, text in pages.items() if _current(folder / name) != text.encode()]
    leftovers = _leftovers(folder, pages)
    if not changed and not leftovers:
        return []
    for name in pages:
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise ValueError(f"page outside the output folder: {name}")
    staging: Path | None = None
    try:
        staging = Path(tempfile.mkdtemp(prefix=".convert-", dir=folder))
        for name in changed:
            target = staging / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(pages[name].encode())
        with _uninterrupted():
            _move(folder, staging, changed, leftovers)
    except OSError as error:
        raise _failed(error, folder) from None
    finally:
        if staging:
            shutil.rmtree(staging, ignore_errors=True)
    return [*changed, *(str(path.relative_to(folder)) for path in leftovers)]


def _move(folder: Path, staging: Path, changed: list[str], leftovers: list[Path]) -> None:
    """Move new pages into place; put the old ones back if one cannot be moved."""
    backup = staging / ".before"
    done: list[tuple[Path, Path | None]] = []
    try:
        for name in changed:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            done.append((target, _set_aside(target, backup / name)))
            os.replace(staging / name, target)
        for path in leftovers:
            done.append((path, _set_aside(path, backup / path.relative_to(folder))))
            path.unlink()
    except OSError:
        for target, saved in reversed(done):
            if saved is None:
                target.unlink(missing_ok=True)
            else:
                os.replace(saved, target)
        raise


def _set_aside(target: Path, saved: Path) -> Path | None:
    """Keep a second name for a file that is about to be replaced; None if there is none."""
    if not target.exists():
        return None
    saved.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(target, saved)
    except OSError:
        shutil.copy2(target, saved)
    return saved


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and a polite kill wait until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = {
        number: signal.signal(number, lambda received, _: waiting.append(received))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in waiting:
            signal.raise_signal(number)


def _current(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _leftovers(folder: Path, pages: Mapping[str, str]) -> list[Path]:
    essays = folder / "essays"
    if not essays.is_dir():
        return []
    return sorted(
        path
        for path in essays.iterdir()
        if _GENERATED.fullmatch(path.name) and f"essays/{path.name}" not in pages
    )


def _failed(error: OSError, folder: Path) -> ConversionError:
    """Turn a system error into a sentence."""
    if error.errno == errno.ENOSPC:
        message, advice = "磁盘满了，什么也没有写。", "请腾出空间后再试。"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        message, advice = "没有写入权限，什么也没有写。", "请改目录权限，或用 --output 换个目录。"
    elif error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        message, advice = (
            "这里要的是目录，却有同名文件（或相反）。",
            "请移开它，或用 --output 换个目录。",
        )
    else:
        message, advice = f"写不进去（{error.strerror or error}）。", "请检查磁盘后再试。"
    where = error.filename if isinstance(error.filename, str) else str(folder)
    if ".convert-" in where:
        where = str(folder)
    return ConversionError(Problem(Code.OUTPUT_FAILED, message, advice, where))
