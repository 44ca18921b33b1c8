#!/usr/bin/env python3
"""Time this press beside its peers: the same chapters, the same machine, the same run.

``make bench`` runs 5 and 200 chapters, ``make bench-full`` up to 5,000. Figures go to
``benchmarks/results/speed.json`` with the date and the machine, and from there to
``benchmarks/SPEED.md`` and ``speed.svg``; none is written by hand.

With ``--times`` what takes less than a minute is run so often, this press and its peers alike, and
the run with the middle wall time is shown: on a machine with neighbours one run says little.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE))

import chapters as peer_chapters  # noqa: E402  (siblings are found only after the path is set)
import measure  # noqa: E402
import peers  # noqa: E402
import press  # noqa: E402
import report  # noqa: E402

RESULTS = HERE / "results" / "speed.json"
OURS = "本项目"
OURS_DOES = "网页、侧栏、整句可查的搜索、口号卡片与回指、用例索引"

#: What making it in all editions and forms is called.
ALL_FORMS = "三种版本，连同 PDF 与 ePub"

#: The longest book that is also made in all editions and forms.
MOST_IN_ALL_FORMS = 1000

#: Seconds after which a run is given up: ours, a peer's.
TIMEOUT, PEER_TIMEOUT = 1200.0, 900.0

#: Seconds. What takes longer runs once, however often a benchmark is asked for.
LONG = 60.0

#: The last step of :func:`time_press` for any book: where it stands, all before it do.
LAST_STEP = "第三种版本"


def time_press(work: Path, count: int, times: int = 1) -> list[dict[str, Any]]:
    """Return the rows of this press for a book of ``count`` chapters, made ``times`` times."""
    rounds = [_steps(work, count)]
    while len(rounds) < times and max(row["wall"] for row in rounds[0]) <= LONG:
        rounds.append(_steps(work, count))
    return [middle(rows) for rows in zip(*rounds, strict=True)]


def _steps(work: Path, count: int) -> list[dict[str, Any]]:
    """Make a book of ``count`` chapters from nothing, change it, make its other editions."""
    copy = work / f"press-{count}"
    press.set_up(copy, count)

    def step(what: str, command: list[str], edition: str = "zh-Hans") -> dict[str, Any]:
        return _ours(copy, count, what, command, f"_build/site-{edition}")

    rows = [step("转换", press.convert_command()), step("全书", press.html_command())]
    press.change_chapter(copy)
    rows.append(step("改一篇后", press.html_command()))
    press.change_entry(copy)
    rows.append(step("改一条词条：转换", press.convert_command()))
    rows.append(step("改一条词条后", press.html_command()))
    rows.append(step("第二种版本", press.html_command("zh-Hant-TW"), "zh-Hant-TW"))
    rows.append(step(LAST_STEP, press.html_command("zh-Hant-HK"), "zh-Hant-HK"))
    return rows


def repeated(make: Callable[[], dict[str, Any]], times: int) -> dict[str, Any]:
    """Return the middle one of the rows that ``make`` returns, ``times`` times if it is quick."""
    rows = [make()]
    while len(rows) < times and rows[0]["ok"] and rows[0]["wall"] <= LONG:
        rows.append(make())
    return middle(rows)


def middle(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the row with the middle wall time (of an even number, the quicker of the two).

    A run that failed counts for all. ``runs`` of the row is how many there were.
    """
    failed = [row for row in rows if not row["ok"]]
    ordered = failed or sorted(rows, key=lambda row: row["wall"])
    return {**ordered[(len(ordered) - 1) // 2], "runs": len(rows)}


def _ours(copy: Path, count: int, what: str, command: list[str], site: str) -> dict[str, Any]:
    """Return the row of one command of this press. Exits where the command fails."""
    log = copy.parent / "press.log"
    cost = measure.run(command, copy, log, TIMEOUT)
    if not cost.ok:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        sys.exit(f"{OURS}，{count} 篇，{what}：失败。\n{said}")
    return _row(OURS, OURS_DOES, count, what, cost, copy / site, "essays/e03.html")


def time_all_forms(work: Path, count: int) -> dict[str, Any]:
    """Return the row of all editions and forms of a book that is set up in ``work``."""
    copy = work / f"press-{count}"
    shutil.rmtree(copy / "_build", ignore_errors=True)
    if not (copy / "essays").exists():
        _ours(copy, count, "转换", press.convert_command(), "_build")
    return _ours(copy, count, ALL_FORMS, press.all_command(), "_build/html")


def time_peer(peer: peers.Peer, work: Path, book: list[peer_chapters.Chapter]) -> dict[str, Any]:
    """Return the row of one peer for ``book``; a run that failed or left out pages says so."""
    folder = work / f"peer-{len(book)}"
    command = peers.prepare(peer, work / "tools", folder, book)
    cost = measure.run(command, folder, work / "peer.log", PEER_TIMEOUT)
    pages = sum(1 for _ in (folder / peer.site).rglob("*.html"))
    if not cost.ok or pages < len(book):
        cost = replace(cost, ok=False)
        print((work / "peer.log").read_text(encoding="utf-8", errors="replace")[-2000:])
    return _row(peer.name, peer.does, len(book), "全书", cost, folder / peer.site, peer.page)


def _row(
    tool: str, does: str, count: int, what: str, cost: measure.Cost, site: Path, page: str
) -> dict[str, Any]:
    files, size = measure.written(site) if site.exists() else (0, 0)
    row = {"tool": tool, "does": does, "chapters": count, "what": what, "files": files}
    row["first_view"] = measure.first_view(site, page)
    print(f"{count:>5} 篇  {tool}  {what}  {cost.wall:.1f} 秒", flush=True)
    return {**row, "bytes": size, **asdict(cost)}


def machine() -> dict[str, Any]:
    """Return what the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "date": date.today().isoformat(),
        "cores": os.cpu_count(),
        "memory_gib": round(memory / 2**30),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chapters", type=int, nargs="+", default=[5, 200])
    parser.add_argument("--only", nargs="*", help="名字里含这些字的同类工具；给空则只测本项目")
    parser.add_argument("--least-ratio", type=float, help="比纯 Sphinx 快不到这个倍数便算失败")
    parser.add_argument(
        "--times", type=int, default=1, help="每项测几次，取居中的一次；一次过一分钟的只测一次"
    )
    parser.add_argument("--resume", action="store_true", help="接着今天断掉的那次测，已有的不重测")
    asked = parser.parse_args(argv)
    chosen = [p for p in peers.PEERS if asked.only is None or _named(p.name, asked.only)]

    table = Table(saved=asked.least_ratio is None, resume=asked.resume, times=asked.times)
    late: list[tuple[peers.Peer, list[peer_chapters.Chapter]]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        work = Path(temporary)
        for count in asked.chapters:
            book = _time_ours(work, count, table, asked.times)
            for peer in (p for p in chosen if count <= p.most and not table.has(p.name, count)):
                if count < peer.late:
                    timed = partial(time_peer, peer, work, book)
                    table.add(repeated(timed, asked.times))
                else:
                    late.append((peer, book))
        for peer, book in late:  # eleven minutes for one row: a run can be ended without it
            table.add(time_peer(peer, work, book))
    if asked.least_ratio is not None:
        return _judge(table.rows, max(asked.chapters), asked.least_ratio)
    print(f"表在 {HERE / 'SPEED.md'}。")
    return 0


def _time_ours(work: Path, count: int, table: Table, times: int) -> list[peer_chapters.Chapter]:
    """Time this press with a book of ``count`` chapters; return its chapters for the peers."""
    copy = work / f"press-{count}"
    if table.has(OURS, count, LAST_STEP):
        press.set_up(copy, count)
    else:
        table.drop(OURS, count)
        for row in time_press(work, count, times):
            table.add(row)
    book = peer_chapters.from_compilation(copy, next((copy / "source").iterdir()))
    if table.saved and count <= MOST_IN_ALL_FORMS and not table.has(OURS, count, ALL_FORMS):
        table.add(repeated(partial(time_all_forms, work, count), times))
    shutil.rmtree(copy)
    return book


class Table:
    """The rows of a run, in a file as they come: a run of an hour may be ended before its end."""

    def __init__(self, *, saved: bool, resume: bool, times: int = 1) -> None:
        """Begin without rows, or with those of a run on this machine, today, of these sources.

        ``times`` is how often each is asked to be timed: figures of other runs are not mixed in.
        """
        self.saved = saved
        self._about = {"machine": machine(), "sources": press.digest(), "times": times}
        self.rows: list[dict[str, Any]] = []
        if resume and RESULTS.exists():
            before = json.loads(RESULTS.read_text(encoding="utf-8"))
            if {key: before.get(key) for key in self._about} == self._about:
                self.rows = before["rows"]

    def has(self, tool: str, count: int, what: str = "全书") -> bool:
        """Tell whether there is a row of ``tool`` that makes ``what`` of ``count`` chapters."""
        named = (tool, count, what)
        return any((row["tool"], row["chapters"], row["what"]) == named for row in self.rows)

    def drop(self, tool: str, count: int) -> None:
        """Forget the rows of ``tool`` with ``count`` chapters: it was ended in their midst."""
        self.rows = [r for r in self.rows if (r["tool"], r["chapters"]) != (tool, count)]

    def add(self, row: dict[str, Any]) -> None:
        """Add ``row`` and write the figures there are so far."""
        self.rows.append(row)
        if self.saved:
            RESULTS.parent.mkdir(exist_ok=True)
            results = {**self._about, "rows": self.rows}
            text = json.dumps(results, ensure_ascii=False, indent=1) + "\n"
            RESULTS.write_text(text, encoding="utf-8")
            report.write(results, HERE)


def _named(name: str, parts: list[str]) -> bool:
    return any(part.lower() in name.lower() for part in parts)


def _judge(rows: list[dict[str, Any]], count: int, least: float) -> int:
    whole = {r["tool"]: r["wall"] for r in rows if r["what"] == "全书" and r["chapters"] == count}
    ratio = whole["Sphinx + sphinx-book-theme"] / whole[OURS]
    print(f"{count} 篇：纯 Sphinx 用时是本项目的 {ratio:.1f} 倍（至少应为 {least:g} 倍）。")
    return 0 if ratio >= least else 1


if __name__ == "__main__":
    sys.exit(main())
