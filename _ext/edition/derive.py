"""Derive ``data/frequencies.txt`` from jieba's dictionary (a maintainer's tool).

Run it as ``python -m edition.derive`` where the ``jieba`` package is installed.
The build itself needs neither jieba nor the 0.6 s that loading it takes: the list
derived here holds words and their weight, nothing else. jieba is MIT-licensed;
``LICENSE`` has its notice.
"""

from __future__ import annotations

import math
import sys
from importlib import resources
from pathlib import Path

import whole

from edition.opencc_tables import phrases

#: Words rarer than this in jieba's corpus of 60 million words seldom settle where
#: a boundary lies; those that OpenCC knows are kept whatever their frequency.
RAREST = 8

HEADER = """\
# Words of Simplified Chinese by how common they are: the line `11 …` holds words
# seen about 2^11 times in the 60 million words that jieba's dictionary counts.
# Derived by `python -m edition.derive` from jieba {version}, dict.txt.
# jieba: Copyright (c) 2013 Sun Junyi, MIT licence, https://github.com/fxsjy/jieba
"""


def bucketed(dictionary: str, kept: frozenset[str]) -> dict[int, list[str]]:
    """Group the words of jieba's *dictionary* text by the binary log of their count.

    *kept* are words to keep however rare. Single characters are all kept: a path
    may always fall back on them.
    """
    buckets: dict[int, list[str]] = {}
    for line in dictionary.splitlines():
        word, count, *_ = line.split(" ")
        if not all("\u4e00" <= character <= "\u9fff" for character in word):
            continue
        if int(count) >= RAREST or len(word) == 1 or (word in kept and int(count) > 0):
            buckets.setdefault(round(math.log2(max(int(count), 1))), []).append(word)
    return buckets


def main() -> None:
    """Write the derived list beside this module."""
    try:
        import jieba  # only a maintainer needs it
    except ModuleNotFoundError:
        sys.exit("缺少 jieba。请先运行 pip install jieba==0.42.1，再运行一次。")

    dictionary = resources.files("jieba").joinpath("dict.txt").read_text("utf-8")
    buckets = bucketed(dictionary, frozenset(phrases()))
    lines = [HEADER.format(version=jieba.__version__)]
    for exponent in sorted(buckets, reverse=True):
        lines.append(f"{exponent} {' '.join(sorted(buckets[exponent]))}\n")
    target = Path(__file__).with_name("data") / "frequencies.txt"
    whole.write(target, "".join(lines))


if __name__ == "__main__":
    main()
