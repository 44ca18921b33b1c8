"""Measures the converter: ``python benchmarks/conversion_speed.py [--megabytes 100]``.

The input is the book's own source over and over, with running numbers: real prose with all
its oddities.  Time is that of the whole command (reading, proof and writing included); memory
is the largest resident size of the command and of its largest worker.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def make(target: Path, size: int) -> int:
    """Write a source of about ``size`` bytes; give its exact size."""
    source = (ROOT / "source" / "chuangxian-zhengyou.txt").read_text(encoding="utf-8")
    bodies = re.split(r"(?m)^第.篇", source)[1:]
    written = number = 0
    with target.open("w", encoding="utf-8", newline="\n") as handle:
        while written < size:
            number += 1
            body = f"第{number}篇{bodies[number % len(bodies)]}"
            handle.write(body)
            written += len(body.encode())
    return written


def main() -> int:
    """Convert once and print the figures."""
    parser = argparse.ArgumentParser(description="量转换的速度与内存")
    parser.add_argument("--megabytes", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.txt"
        size = make(source, options.megabytes * 1_000_000)
        command = [sys.executable, str(ROOT / "scripts" / "convert.py"), "--source", str(source)]
        begin = time.perf_counter()
        subprocess.run([*command, "--output", folder], check=True, stderr=subprocess.DEVNULL)
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
