#!/usr/bin/env python3
"""What a search costs: bytes and time of a query, size and time of the index.

The book is generated as for ``bench.py``. Each query opens ``search.html?q=…`` in a browser that
has nothing of the site yet, served from this machine without compression; the time runs from the
navigation to ``data-status="done"``, all hits in the page. Then the same queries are typed into
one page, one after the other. Every answer is compared with reading all paragraphs.

Figures go to ``benchmarks/results/search.json`` and from there to ``benchmarks/SEARCH.md``; none is
written by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import platform
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "_ext"), str(HERE)]

import measure  # noqa: E402  (siblings are found only after the path is set)
import press  # noqa: E402
from hansearch import collect, files, fold, records  # noqa: E402
from serving import Lasting, served  # noqa: E402

RESULTS = HERE / "results" / "search.json"
REPORT = HERE / "SEARCH.md"

#: Random phrases a book, of 1 to 12 characters.
PHRASES = 40

#: Seconds after which a build is given up.
TIMEOUT = 1200.0

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

#: Type one phrase after the other; return milliseconds and hits of each.
TYPE = """async (phrases) => {
  const field = document.getElementById("search-page-field");
  const results = document.getElementById("search-results");
  const done = async () => {
    while (results.dataset.status !== "done") await new Promise((go) => setTimeout(go));
  };
  const costs = [];
  for (const phrase of phrases) {
    results.replaceChildren(); // so that the first hit seen is this query's
    const start = performance.now();
    field.value = phrase;
    field.dispatchEvent(new InputEvent("input"));
    while (!results.querySelector("a") && results.dataset.status !== "done") {
      await new Promise((go) => setTimeout(go));
    }
    const first = performance.now() - start;
    await done();
    costs.push({
      first,
      all: performance.now() - start,
      hits: results.querySelectorAll("a.search-hit").length,
    });
  }
  return costs;
}"""


def built(work: Path, count: int) -> tuple[Path, float]:
    """Build a book of ``count`` chapters; return its folder and the processor time of its pages."""
    copy = work / f"press-{count}"
    press.set_up(copy, count)
    log = work / "press.log"
    costs = [
        measure.run(c, copy, log, TIMEOUT) for c in (press.convert_command(), press.html_command())
    ]
    if not all(cost.ok for cost in costs):
        sys.exit(f"{count} 篇：没有做成。\n{log.read_text(errors='replace')[-2000:]}")
    return copy, costs[1].cpu


def documents(copy: Path) -> dict[str, records.Document]:
    """Return what the build kept for the search."""
    with (copy / "_build/doctrees/zh-Hans/environment.pickle").open("rb") as file:
        kept = pickle.load(file).domaindata["hansearch"]["documents"]
    return {docname: document.open() for docname, document in kept.items()}


def index_cost(copy: Path, collected: dict[str, records.Document], work: Path) -> dict[str, float]:
    """Return the processor time of collecting, indexing and writing, done once more alone."""
    collecting, kept = 0.0, {}
    for docname in collected:
        doctree = pickle.loads((copy / f"_build/doctrees/zh-Hans/{docname}.doctree").read_bytes())
        metadata = {"chapter": "1"} if collected[docname].marker else {}
        start = time.process_time()
        document = collect.collect(doctree, metadata)
        if document is not None:
            kept[docname] = records.keep(document)
        collecting += time.process_time() - start
    start = time.process_time()
    content = files.build(kept, "{}.html".format, "zh-Hans", {})
    indexing = time.process_time() - start
    start = time.process_time()
    with tempfile.TemporaryDirectory(dir=work) as folder:
        files.write(content, Path(folder) / "index")
        writing = time.process_time() - start
    return {"collecting": collecting, "indexing": indexing, "writing": writing}


def queries(keys: list[str]) -> list[str]:
    """Return phrases to ask: random ones, and the commonest of each length, which cost most."""
    chance = random.Random(1)
    asked = []
    while len(asked) < PHRASES:
        key = chance.choices(keys, weights=list(map(len, keys)))[0]
        length = chance.randint(1, 12)
        start = chance.randrange(max(len(key) - length, 1))
        asked.append(key[start : start + length])
    for length in (1, 2, 4, 8, 12):
        common = Counter(
            key[i : i + length] for key in keys for i in range(len(key) - length + 1)
        ).most_common(1)
        asked.extend(phrase for phrase, _ in common)
    return asked


def ask(browser: Browser, root: str, phrases: list[str], right: list[int]) -> list[dict[str, Any]]:
    """Return the cost of each query for a browser that has nothing of the site yet."""
    rows = []
    for phrase, truth in zip(phrases, right, strict=True):
        context = browser.new_context()
        page = context.new_page()
        sizes: list[int] = []
        page.on(
            "requestfinished", lambda r, sizes=sizes: sizes.append(r.sizes()["responseBodySize"])
        )
        start = time.perf_counter()
        page.goto(f"{root}search.html?q={phrase}", wait_until="commit")
        page.wait_for_selector("#search-results[data-status=done]", state="attached")
        seconds = time.perf_counter() - start
        hits = page.locator("a.search-hit").count()
        page.wait_for_load_state("networkidle")
        context.close()
        if hits != truth:
            sys.exit(f"“{phrase}”：找到 {hits} 段，应为 {truth} 段。")
        rows.append({"phrase": phrase, "hits": hits, "bytes": sum(sizes), "seconds": seconds})
    page = browser.new_page()
    page.goto(f"{root}search.html")
    page.wait_for_selector("#search-results[data-status=done]", state="attached")
    page.evaluate(
        TYPE, phrases
    )  # the second time all is there: what typing costs after a first load
    for row, typed in zip(rows, page.evaluate(TYPE, phrases), strict=True):
        row["typed_first"], row["typed_all"] = typed["first"] / 1000, typed["all"] / 1000
    page.close()
    return rows


def bench(browser: Browser, work: Path, count: int) -> dict[str, Any]:
    """Return all figures of a book of ``count`` chapters."""
    copy, build_seconds = built(work, count)
    site = copy / "_build/site-zh-Hans"
    collected = documents(copy)
    keys = [
        fold.key(block.text)
        for document in collected.values()
        for block in document.blocks
        if block.kind == records.PARAGRAPH
    ]
    phrases = queries(keys)
    right = [sum(phrase in key for key in keys) for phrase in phrases]
    with served(site, Lasting) as root:
        rows = ask(browser, root, phrases, right)
    number, size = measure.written(site / files.FOLDER)
    return {
        "chapters": count,
        "characters": sum(map(len, keys)),
        "paragraphs": len(keys),
        "build": build_seconds,
        **index_cost(copy, collected, work),
        "files": number,
        "bytes": size,
        "site_bytes": measure.written(site)[1],
        "queries": rows,
    }


def _figures(book: dict[str, Any]) -> list[str]:
    rows = book["queries"]
    index = book["collecting"] + book["indexing"] + book["writing"]

    def spread(key: str, scale: float, unit: str) -> str:
        values = [row[key] * scale for row in rows]
        return f"{statistics.median(values):,.0f}／{max(values):,.0f} {unit}"

    return [
        f"{book['chapters']:,}",
        f"{book['characters']:,}",
        f"{book['paragraphs']:,}",
        f"{len(rows)} 次全对",
        spread("bytes", 1 / 1000, "KB"),
        spread("seconds", 1000, "毫秒"),
        spread("typed_first", 1000, "毫秒"),
        spread("typed_all", 1000, "毫秒"),
        f"{index:.2f} 秒，{index / book['build']:.0%}",
        f"{book['bytes'] / 1e6:.2f} MB，{book['files']:,} 个文件",
        f"{book['site_bytes'] / 1e6:.1f} MB",
    ]


def report(result: dict[str, Any]) -> str:
    """Return the report as Markdown."""
    names = [
        "篇数",
        "正文字数（不计标点）",
        "段数",
        "与逐段通读相比",
        "初次查询所载，未压缩（中位／最多）",
        "初次查询用时（中位／最长）",
        "其后键入：首批结果出现（中位／最长）",
        "其后键入：全部结果在页（中位／最长）",
        "索引用时（处理器时间，占全书的比例）",
        "索引大小",
        "全站大小",
    ]
    columns = [_figures(book) for book in result["books"]]
    lines = [
        "# 搜索的代价",
        "",
        f"{result['date']}，{result['machine']}。由 `python benchmarks/search.py` 写出，不手改。",
        "",
        "初次查询：浏览器里没有本站任何文件，打开 `search.html?q=…`，到全部结果都在页上为止，"
        "页面、样式、脚本、索引都算在内。查询是正文里随机取的 1 至 12 字，另加各长度最常见的一句。",
        "",
        f"| {' | '.join(['', *(book[0] + ' 篇' for book in columns)])} |",
        f"| --- |{' --- |' * len(columns)}",
    ]
    for number, name in enumerate(names[1:], start=1):
        lines.append(f"| {' | '.join([name, *(column[number] for column in columns)])} |")
    return "\n".join([*lines, ""])


def main() -> None:
    """Parse the command line, build, ask, write the report."""
    parser = argparse.ArgumentParser(description="量搜索的代价。")
    parser.add_argument("--chapters", type=int, nargs="+", default=[5, 200, 1000])
    parser.add_argument("--work", type=Path, help="工作目录（默认用临时目录，用完删去）")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        work = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        books = [bench(browser, work, count) for count in options.chapters]
        browser.close()
    result = {
        "date": date.today().isoformat(),
        "machine": f"{platform.machine()}，{os.cpu_count()} 核，Python {platform.python_version()}",
        "books": books,
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    REPORT.write_text(report(result), encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
