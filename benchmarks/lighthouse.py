#!/usr/bin/env python3
"""What Lighthouse says of the built site, as a phone on a slow network sees it.

Serves ``_build/html`` on this machine, installs Lighthouse (npm) into ``_build/tools``, and prints
a line a page: the four scores, the largest paint, the layout shift, the bytes. Exit status 1 when
a score is below what the project promises. Needs Node and Chromium; ``make html`` comes first.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from serving import served

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "_build" / "html"
TOOLS = ROOT / "_build" / "tools" / "lighthouse"
PACKAGE = "lighthouse@13"

PAGES = ("index.html", "essays/e02.html")

#: Category -> the least score, of 100.
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_SHIFT = 0.02


def install() -> Path:
    """Install Lighthouse where it is not yet; return its command."""
    command = TOOLS / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(TOOLS)]
        subprocess.run([*npm, PACKAGE], check=True)
    return command


def measure(command: Path, address: str) -> dict[str, Any]:
    """Return Lighthouse's report on one page, mobile emulation, its own throttling."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        subprocess.run(
            [
                *(str(command), address, "--quiet", "--output=json", f"--output-path={report}"),
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            ],
            check=True,
            env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
        )
        result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return result


def shortcomings(report: dict[str, Any]) -> list[str]:
    """Return what a report falls short in, one phrase each."""
    scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
    found = [
        f"{name} {scores[name]} < {least}" for name, least in LEAST.items() if scores[name] < least
    ]
    shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
    return found + ([f"layout shift {shift:.3f}"] if shift > MOST_SHIFT else [])


def main(argv: list[str] | None = None) -> int:
    """Measure the pages and print what was found; return the exit status."""
    parser = argparse.ArgumentParser(description="用 Lighthouse 量网站：手机、慢网。")
    parser.add_argument("pages", nargs="*", default=PAGES, help="网页，相对于 _build/html")
    asked = parser.parse_args(argv)
    for tool in ("npm", "chromium"):
        if not shutil.which(tool):
            sys.exit(f"没有 {tool}：请先安装。")
    if not (SITE / "index.html").is_file():
        sys.exit(f"{SITE} 里没有网站：请先运行 make html。")
    command, short = install(), False
    with served(SITE) as address:
        for page in asked.pages:
            report = measure(command, address + page)
            scores = [round(100 * report["categories"][name]["score"]) for name in LEAST]
            audits = report["audits"]
            print(
                page,
                *scores,
                audits["largest-contentful-paint"]["displayValue"],
                f"{audits['cumulative-layout-shift']['numericValue']:.3f}",
                f"{audits['total-byte-weight']['numericValue'] / 1000:.0f} kB",
                *(missing := shortcomings(report)),
            )
            short = short or bool(missing)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
