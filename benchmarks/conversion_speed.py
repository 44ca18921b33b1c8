"""Measures the converter: ``python benchmarks/conversion_speed.py [--megabytes 100]``.

The input is a compilation of 篇 of about 10 KB made of the source's own paragraphs in ever other
order (``prose.essays``).  These are only some fifty, so that what is remembered of a whole 篇 is of
no use, but a cache by paragraphs would still be flattered.
Time is that of the whole command (reading, proof and writing included); memory is the largest
resident size of the command and of its largest worker.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE))

import measure  # noqa: E402  (siblings are found only after the path is set)
import press  # noqa: E402
import prose  # noqa: E402

ROOT = HERE.parent

#: More than any source has: as many are taken as are needed.
_MANY = 99_999
#: Paragraphs below each heading, so that a 篇 has about 10 KB.
_EACH = 6


def make(target: Path, size: int) -> int:
    """Write a source of about ``size`` bytes; give its exact size."""
    pool = prose.paragraphs(ROOT / "source" / "chuangxian-zhengyou.txt")
    written = 0
    with target.open("w", encoding="utf-8", newline="\n") as handle:
        for essay in prose.essays(pool, _MANY, each=_EACH):
            handle.write(essay)
            written += len(essay.encode())
            if written >= size:
                break
    return written


def main() -> int:
    """Convert once and print the figures."""
    parser = argparse.ArgumentParser(description="量转换的速度与内存")
    parser.add_argument("--megabytes", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "book.yaml")
        book.write_text("source: {file: source.txt}\n", encoding="utf-8")
        slogans = Path(folder, "editorial", "slogans.yaml")
        slogans.parent.mkdir()
        shutil.copyfile(ROOT / "editorial" / "slogans.yaml", slogans)
        press.forget_places(slogans)
        size = make(Path(folder, "source.txt"), options.megabytes * 1_000_000)
        command = [sys.executable, str(ROOT / "scripts" / "convert.py"), "--book", str(book)]
        begin = time.perf_counter()
        subprocess.run(command, env=measure.environment(), check=True, stderr=subprocess.DEVNULL)
        wall = time.perf_counter() - begin
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    cores = os.cpu_count() or 1
    print(
        f"{size / 1e6:.1f} MB，{wall:.1f} 秒，{size / 1e6 / wall:.2f} MB/s；"
        f"处理器时间 {cpu:.1f} 秒，每核 {size / 1e6 / cpu:.2f} MB/s，{cores} 核；"
        f"内存峰值 {used.ru_maxrss / 1024:.0f} MB，是原文的 {used.ru_maxrss * 1024 / size:.1f} 倍"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
