"""Measure the matcher: 2,000 entries against 10 MB of text; write the figures beside this file.

The text is made of the characters of official prose, drawn at random (fixed seed), with slogans
strewn in, so that nothing is copied and every run has the same input.

Usage: python benchmarks/slogan_matcher.py [--entries N] [--megabytes N]
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "scripts"))

from compilation.slogans import Entry, Glossary, Kind, Level, Matcher  # noqa: E402

FIGURES = HERE / "slogan_matcher.json"
SIGNS = "创先争优党员组织群众服务发展建设工作学习活动作风制度机制精神意识科学和谐基层干部一二三四五"
PARAGRAPH = 200
STREWN = 0.2
"""Share of the characters of the text that belong to a slogan put there on purpose."""


def terms(count: int, chance: random.Random) -> list[str]:
    """Give `count` different terms of three to eight characters."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choices(SIGNS, k=chance.randint(3, 8)))] = None
    return list(made)


def paragraphs(size: int, words: list[str], chance: random.Random) -> list[str]:
    """Give paragraphs of `size` bytes of UTF-8 in all."""
    made, length = [], 0
    while length < size:
        parts: list[str] = []
        while sum(map(len, parts)) < PARAGRAPH:
            strewn = chance.random() < STREWN / 2
            parts.append(chance.choice(words) if strewn else "".join(chance.choices(SIGNS, k=3)))
        made.append("".join(parts))
        length += len(made[-1].encode())
    return made


def main() -> None:
    """Run once and write what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--megabytes", type=float, default=10.0)
    arguments = parser.parse_args()
    chance = random.Random(1)
    words = terms(arguments.entries, chance)
    entries = (
        Entry(word, f"slogan-{n}", "", Kind.FIGURE, Level.UNKNOWN, "")
        for n, word in enumerate(words)
    )
    glossary = Glossary(tuple(entries))
    texts = paragraphs(int(arguments.megabytes * 1_000_000), words, chance)
    start = time.perf_counter()
    matcher = Matcher(glossary)
    built = time.perf_counter()
    mentions = sum(len(matcher.mentions(text)) for text in texts)
    end = time.perf_counter()
    figures = {
        "entries": len(words),
        "megabytes": arguments.megabytes,
        "paragraphs": len(texts),
        "mentions": mentions,
        "seconds to build": round(built - start, 3),
        "seconds to match": round(end - built, 2),
        "python": platform.python_version(),
    }
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
