"""What an edition costs: ``python benchmarks/edition.py [--chapters 1000] [--write]``.

A book of as many chapters, about 3,300 characters each, is read by Sphinx once as it is and
once for each Traditional edition; the figure is the processor time of the read phase (from the
first document to the last), the median of several runs in processes of their own. The prose is
put together from clauses of the project's proof-read sentences, two or three at a time without a
mark between them, so that hardly a run of text comes twice: the converter's memory does not help.

Beside it: the time to load the converter, and its speed alone.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "_ext"))

EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
CHARACTERS = 3_300
CONF = """extensions = ["edition", "myst_parser"]
edition_words = "none.yaml"
smartquotes = False
"""


def clauses() -> list[str]:
    """Return the clauses of the Simplified sentences of the proof-read list."""
    text = (ROOT / "tests/golden/conversion/sentences.txt").read_text("utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith(("#", "\n#"))]
    simplified = "".join(block.strip().split("\n")[0] for block in blocks)
    return [part for part in re.split(r"[^\w]+", simplified) if len(part) > 3]


def chapter(pool: list[str], rng: random.Random) -> str:
    """Return the Markdown of one chapter."""
    parts = [f"# {rng.choice(pool)}"]
    length = 0
    while length < CHARACTERS:
        sentences = []
        for _ in range(rng.randint(3, 8)):
            runs = ["".join(rng.sample(pool, rng.randint(2, 3))) for _ in range(3)]
            sentences.append("，".join(runs) + "。")
        paragraph = "".join(sentences)
        length += len(paragraph)
        parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def write_book(folder: Path, chapters: int) -> int:
    """Write the book into *folder*; return how many characters it has."""
    rng = random.Random(2010)
    pool = clauses()
    (folder / "conf.py").write_text(CONF, "utf-8")
    names = [f"e{number:04d}" for number in range(1, chapters + 1)]
    toctree = "\n".join(["# 书", "", "```{toctree}", *names, "```", ""])
    (folder / "index.md").write_text(toctree, "utf-8")
    total = 0
    for name in names:
        text = chapter(pool, rng)
        total += len(text)
        (folder / f"{name}.md").write_text(text, "utf-8")
    return total


def read_phase(source: Path, edition: str) -> dict[str, float]:
    """Read the book once, in this process; return processor seconds."""
    from sphinx.application import Sphinx

    marks: dict[str, float] = {}

    def start(*args: object) -> None:
        marks["start"] = time.process_time()

    def end(*args: object) -> list[str]:
        marks["end"] = time.process_time()
        return []

    with tempfile.TemporaryDirectory() as folder:
        app = Sphinx(
            source, source, folder, folder, "dummy", {"edition": edition}, status=None, warning=None
        )
        app.connect("env-before-read-docs", start, priority=9999)
        app.connect("env-updated", end, priority=0)
        app.builder.read()
        if "end" not in marks:
            end()
    return {"read": marks["end"] - marks["start"]}


def converter_alone(source: Path) -> dict[str, float]:
    """Load the converter and convert the book's text, in this process."""
    begin = time.process_time()
    from edition.conversion import converter_for

    converter = converter_for("zh-Hant-TW")
    loaded = time.process_time()
    texts = [
        block for path in sorted(source.glob("e*.md")) for block in path.read_text().split("\n\n")
    ]
    characters = sum(map(len, texts))
    begun = time.process_time()
    for text in texts:
        converter.convert(text)
    converted = time.process_time()
    for text in texts:
        converter.explain(text)
    return {
        "load": loaded - begin,
        "convert": converted - begun,
        "explain": time.process_time() - converted,
        "characters": characters,
    }


def in_process_of_its_own(*arguments: str) -> dict[str, float]:
    """Run this script with *arguments* and return the JSON that it prints."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), *arguments], check=True, capture_output=True
    )
    return json.loads(done.stdout)


def measured(chapters: int, runs: int) -> dict[str, object]:
    """Return the figures for a book of *chapters*."""
    with tempfile.TemporaryDirectory() as folder:
        characters = write_book(Path(folder), chapters)
        reads: dict[str, list[float]] = {edition: [] for edition in EDITIONS}
        for _ in range(runs):  # in turn, so that a busy minute does not fall on one edition
            for edition in EDITIONS:
                result = in_process_of_its_own("--read", edition, "--book", folder)
                reads[edition].append(result["read"])
        alone = in_process_of_its_own("--alone", "--book", folder)
    medians = {edition: statistics.median(times) for edition, times in reads.items()}
    own = medians["zh-Hans"]
    return {
        "chapters": chapters,
        "characters": characters,
        "runs": runs,
        "read_seconds": {edition: round(value, 2) for edition, value in medians.items()},
        "added_percent": {
            edition: round(100 * (medians[edition] - own) / own, 1) for edition in EDITIONS[1:]
        },
        "converter": {name: round(value, 2) for name, value in alone.items()},
        "python": platform.python_version(),
    }


def main() -> None:
    """Measure, or be one of the measured processes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--chapters", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="keep the figures in edition.json")
    parser.add_argument("--book", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--read", help=argparse.SUPPRESS)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read_phase(options.book, options.read)))
    elif options.alone:
        print(json.dumps(converter_alone(options.book)))
    else:
        text = json.dumps(measured(options.chapters, options.runs), ensure_ascii=False, indent=2)
        print(text)
        if options.write:
            (HERE / "edition.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
