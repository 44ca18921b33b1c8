#!/usr/bin/env python3
"""Time this press beside its peers: the same chapters, the same machine, the same run.

``make bench`` runs 5 and 200 chapters, ``make bench-full`` up to 5,000. Figures go to
``benchmarks/results/speed.json`` with the date and the machine, and from there to
``benchmarks/SPEED.md`` and ``speed.svg``; none is written by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import chapters as peer_chapters  # noqa: E402  (siblings are found only after the path is set)
import measure  # noqa: E402
import peers  # noqa: E402
import press  # noqa: E402
import report  # noqa: E402

RESULTS = HERE / "results" / "speed.json"
OURS = "本项目"
OURS_DOES = "网页、侧栏、整句可查的搜索、口号卡片与回指、用例索引"

#: The longest book that is also made in all editions and forms.
MOST_IN_ALL_FORMS = 1000

#: Seconds after which a run is given up.
TIMEOUT = 1200.0


def time_press(work: Path, count: int) -> list[dict[str, Any]]:
    """Return the rows of this press for a book of ``count`` chapters."""
    copy = work / f"press-{count}"
    press.set_up(copy, count)
    log = work / "press.log"
    rows = []

    def step(what: str, command: list[str], site: str = "_build/site-zh-Hans") -> None:
        cost = measure.run(command, copy, log, TIMEOUT)
        if not cost.ok:
            sys.exit(
                f"{OURS}，{count} 篇，{what}：失败。\n{log.read_text(errors='replace')[-2000:]}"
            )
        rows.append(_row(OURS, OURS_DOES, count, what, cost, copy / site, "essays/e03.html"))

    step("转换", press.convert_command())
    step("全书", press.html_command())
    press.change_chapter(copy)
    step("改一篇后", press.html_command())
    press.change_entry(copy)
    step("改一条词条：转换", press.convert_command())
    step("改一条词条后", press.html_command())
    step("第二种版本", press.html_command("zh-Hant-TW"), "_build/site-zh-Hant-TW")
    if count <= MOST_IN_ALL_FORMS:
        shutil.rmtree(copy / "_build")
        step("三种版本，连同 PDF 与 ePub", press.all_command(), "_build/html")
    return rows


def time_peer(peer: peers.Peer, work: Path, book: list[peer_chapters.Chapter]) -> dict[str, Any]:
    """Return the row of one peer for ``book``; a run that failed or left out pages says so."""
    folder = work / f"peer-{len(book)}"
    command = peers.prepare(peer, work / "tools", folder, book)
    cost = measure.run(command, folder, work / "peer.log", TIMEOUT)
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
    asked = parser.parse_args(argv)
    chosen = [p for p in peers.PEERS if asked.only is None or _named(p.name, asked.only)]

    rows: list[dict[str, Any]] = []
    turns: list[tuple[peers.Peer, list[peer_chapters.Chapter]]] = []
    keep = _keep if asked.least_ratio is None else list
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        work = Path(temporary)
        for count in asked.chapters:
            rows += time_press(work, count)
            keep(rows)
            copy = work / f"press-{count}"
            book = peer_chapters.from_compilation(copy, next((copy / "source").iterdir()))
            turns += [(p, book) for p in chosen if count <= p.most]
            for peer, book in [t for t in turns if len(t[1]) < t[0].late]:
                rows.append(time_peer(peer, work, book))
                keep(rows)
            turns = [t for t in turns if len(t[1]) >= t[0].late]
        for peer, book in turns:  # eleven minutes for one row: a run can be ended without it
            rows.append(time_peer(peer, work, book))
            keep(rows)
    if asked.least_ratio is not None:
        return _judge(rows, max(asked.chapters), asked.least_ratio)
    print(f"表在 {HERE / 'SPEED.md'}。")
    return 0


def _keep(rows: list[dict[str, Any]]) -> None:
    """Write the figures there are so far: a run of an hour may be ended before its end."""
    RESULTS.parent.mkdir(exist_ok=True)
    results = {"machine": machine(), "rows": rows}
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
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
