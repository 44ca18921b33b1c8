#!/usr/bin/env python3
"""What the PDF costs: reading apart, our writing apart, Typst apart; wall time, CPU, peak memory.

``python benchmarks/pdf.py 5 1000`` takes a copy of the press for each number of chapters, fills
it with a generated compilation, and prints a row for each step. ``--json FILE`` keeps the rows.
The text is the source's own paragraphs (:mod:`prose`); slogans occur in it as they do in life.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import measure  # noqa: E402  (siblings are found only after the path is set)
import press  # noqa: E402

TIMEOUT = 1800.0

#: What Typst alone does: the last step of the builder, on the source it left.
_TYPST = """
import sys
from pathlib import Path
sys.path.insert(0, "_ext")
import typst
from typstpdf import fonts
work = Path(sys.argv[1])
faces = fonts.find(Path("fonts"), work / "fonts.json")
loaded = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                     font_paths=list(faces.folders))
typst.compile(work / "book.typ", output=work / "alone.pdf", root=work, font_paths=loaded,
              pdf_standards=["ua-1"])
"""

#: A run in which nothing has changed.
_AGAIN = "没有改动"


def steps() -> list[tuple[str, list[str]]]:
    """Return the name and the command of each step, in order."""
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-W"]
    typst = [*sphinx, "-b", "typst", "-d", "_build/dt", ".", "_build/typst"]
    return [
        ("转换", press.convert_command()),
        ("读入", [*sphinx, "-b", "dummy", "-d", "_build/dt", ".", "_build/dummy"]),
        ("写 PDF（连 Typst）", typst),
        ("其中 Typst", [sys.executable, "-c", _TYPST, "_build/typst/source"]),
        (_AGAIN, typst),
    ]


def time_book(folder: Path, chapters: int) -> list[dict[str, Any]]:
    """Return one row for each step of a book of ``chapters`` chapters, made in ``folder``."""
    press.set_up(folder, chapters)
    rows = []
    for name, command in steps():
        log = folder / "log"
        cost = measure.run(command, folder, log, TIMEOUT)
        if not cost.ok:
            sys.exit(f"{chapters} 篇，{name}：失败。\n{log.read_text(errors='replace')[-2000:]}")
        rows.append(
            {
                "chapters": chapters,
                "step": name,
                "seconds": round(cost.wall, 2),
                "cpu_seconds": round(cost.cpu, 2),
                "peak_mb": round(cost.peak / 1e6),
                "pages": _pages(folder),
            }
        )
        row = rows[-1]
        took = f"{row['seconds']:>8.2f} 秒  CPU {row['cpu_seconds']:>8.2f} 秒"
        space = f"{row['peak_mb']:>6} MB  {row['pages'] or ''}"
        print(f"{chapters:>6} 篇  {name:<16}  {took}  {space}", flush=True)
    return rows


def _pages(folder: Path) -> int:
    from pypdf import PdfReader  # only this benchmark's last steps need it

    found = sorted((folder / "_build" / "typst").glob("*.pdf"))
    return len(PdfReader(found[0]).pages) if found else 0


def main(argv: list[str] | None = None) -> int:
    """Measure the numbers of chapters that the command line names; return the exit status."""
    parser = argparse.ArgumentParser(description="量 PDF 的时间与内存。")
    parser.add_argument("chapters", type=int, nargs="*", default=[5, 1000], help="篇数")
    parser.add_argument("--json", type=Path, help="把结果写进这个文件")
    asked = parser.parse_args(argv)
    rows: list[dict[str, Any]] = []
    for chapters in asked.chapters:
        with tempfile.TemporaryDirectory() as folder:
            rows += time_book(Path(folder) / "press", chapters)
    if asked.json:
        asked.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
