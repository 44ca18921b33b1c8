"""What a command costs: wall time, processor time, peak memory, what it wrote."""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import threading
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: Seconds between two looks at the memory of the process group, at least.
_SAMPLE = 0.05
#: And so many times as long as a look takes: to look at ten processes of 3 GB takes half a second,
#: in which none of them gets more memory.
_APART = 40


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run. Seconds, bytes; ``ok`` is false when the command failed or timed out.

    ``over`` is the time limit that stopped it, 0 where none did.
    """

    ok: bool
    wall: float
    cpu: float
    peak: int
    over: float = 0


def run(command: list[str], cwd: Path, log: Path, timeout: float) -> Cost:
    """Run ``command`` in ``cwd``, its output into ``log``, and return its cost.

    Memory is the proportional set size (PSS) of all its processes together, as Linux accounts
    it, so that pages which forked workers share count once.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment(),
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _Watch(process.pid)
        watch.start()
        over = 0.0
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            over = timeout
            os.killpg(process.pid, 9)
            status = process.wait() or 1
        watch.stop()
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(status == 0, wall, cpu, watch.peak, over)


def environment() -> dict[str, str]:
    """Return the environment for a command, in which Python keeps what it compiles, as it will.

    Where that is forbidden, every process of this press would compile its modules anew, while
    those of a peer were compiled when it was installed.
    """
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


class _Watch(threading.Thread):
    """Looks at the memory of a session's processes until told to stop."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.peak = 0
        self._done = threading.Event()

    def run(self) -> None:
        took = 0.0
        while not self._done.wait(max(_SAMPLE, _APART * took)):
            start = time.perf_counter()
            self.peak = max(self.peak, _memory(self.session))
            took = time.perf_counter() - start

    def stop(self) -> None:
        self._done.set()
        self.join()


def _memory(session: int) -> int:
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if os.getsid(int(entry.name)) != session:
                continue
            rollup = (entry / "smaps_rollup").read_text()
        except (OSError, ProcessLookupError):
            continue  # it ended while we looked
        total += next(
            (int(line.split()[1]) * 1024 for line in rollup.splitlines() if line[:4] == "Pss:"), 0
        )
    return total


def written(folder: Path) -> tuple[int, int]:
    """Return how many files there are below ``folder`` and how many bytes they hold."""
    sizes = [p.stat().st_size for p in folder.rglob("*") if p.is_file()]
    return len(sizes), sum(sizes)


def first_view(site: Path, page: str) -> int:
    """Return the bytes a reader's first look at ``page`` costs, each file gzipped (level 6).

    Counted are the page and the files of the site that its HTML names for the browser to load:
    styles, scripts, images, preloads. What a script or a style loads later is not; nor is what
    lies on other hosts. A page that is not there counts 0.
    """
    start = site / page
    if not start.exists():
        return 0
    names = _Loads()
    names.feed(start.read_text(encoding="utf-8"))
    loads = {start} | {_local(site, start, name) for name in names.found}
    return sum(
        len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in loads if path.is_file()
    )


class _Loads(HTMLParser):
    """Collects the addresses that a page makes a browser load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in ("script", "img") and named.get("src"):
            self.found.add(named["src"] or "")
        rel = (named.get("rel") or "").split()
        if tag == "link" and {"stylesheet", "preload", "modulepreload", "icon"} & set(rel):
            self.found.add(named.get("href") or "")


def _local(site: Path, page: Path, address: str) -> Path:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return site / "on-another-host"
    path = unquote(parts.path)
    return site / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve()
