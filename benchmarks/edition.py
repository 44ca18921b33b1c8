"""What an edition costs: ``python benchmarks/edition.py [--chapters 1000] [--write]``.
``--no-converter`` leaves out what is said last below, which takes minutes for any book.

The press reads its own generated book (:mod:`press`) once as it is and once for each Traditional
edition, each in a process of its own, as the builder of its website reads it. The figures are
processor seconds: of the read phase, and of what this extension's transform takes of it. Editions
take turns; the median of the runs counts. In each run the book's own edition is read first and
parses the chapters for all, so the later reads are shorter; what an edition adds is its transform
less that of the book's own edition.

Beside it the converter alone: the time to load it, and its speed on 3.3 million characters in
which hardly a run of text comes twice (clauses of the proof-read sentences, two or three without a
mark between them), so that its memory does not help. These sentences are full of characters that
have to be chosen; ordinary prose goes two to three times as fast.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import press

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
CHARACTERS = 3_300_000


def clauses() -> list[str]:
    """Return the clauses of the Simplified sentences of the proof-read list."""
    text = (ROOT / "tests/golden/conversion/sentences.txt").read_text("utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith(("#", "\n#"))]
    simplified = "".join(block.strip().split("\n")[0] for block in blocks)
    return [part for part in re.split(r"[^\w]+", simplified) if len(part) > 3]


def unrepeated(characters: int) -> list[str]:
    """Return paragraphs, together as long as asked, whose runs of text seldom come twice."""
    rng = random.Random(2010)
    pool = clauses()
    found: list[str] = []
    length = 0
    while length < characters:
        sentences = []
        for _ in range(rng.randint(3, 8)):
            runs = ["".join(rng.sample(pool, rng.randint(2, 3))) for _ in range(3)]
            sentences.append("，".join(runs) + "。")
        found.append("".join(sentences))
        length += len(found[-1])
    return found


def read_phase(source: Path, edition: str) -> dict[str, float]:
    """Read the book once, in this process; return processor seconds."""
    sys.path.insert(0, str(source / "_ext"))
    from edition.transform import EditionTransform
    from sphinx.application import Sphinx

    spent = 0.0
    apply = EditionTransform.apply

    def timed(self: EditionTransform, **kwargs: object) -> None:
        nonlocal spent
        begin = time.process_time()
        apply(self, **kwargs)
        spent += time.process_time() - begin

    EditionTransform.apply = timed  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory() as folder:
        app = Sphinx(
            source, source, folder, folder, "html", {"edition": edition}, status=None, warning=None
        )
        ends: list[float] = []
        # What the website goes on to make of what was read (its search index) comes later.
        app.connect("env-updated", lambda *_: ends.append(time.process_time()), priority=0)
        begin = time.process_time()
        app.builder.read()
        return {"read": ends[0] - begin, "transform": spent}


def converter_alone() -> dict[str, float]:
    """Load the converter and convert prose that does not repeat, in this process."""
    sys.path.insert(0, str(ROOT / "_ext"))
    texts = unrepeated(CHARACTERS)
    begin = time.process_time()
    from edition.converters import converter_for

    converter = converter_for("zh-Hant-TW")
    loaded = time.process_time()
    for text in texts:
        converter.convert_recorded(text)
    return {
        "characters": sum(map(len, texts)),
        "load": loaded - begin,
        "convert_and_record": time.process_time() - loaded,
    }


def in_process_of_its_own(*arguments: str) -> dict[str, float]:
    """Run this script with *arguments* and return the JSON that it prints."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), *arguments], check=True, capture_output=True
    )
    return json.loads(done.stdout)


def measured(chapters: int, runs: int, *, converter: bool = True) -> dict[str, object]:
    """Return the figures for a book of *chapters*, and those of the *converter* alone."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "press")
        press.set_up(book, chapters)
        subprocess.run(press.convert_command(), cwd=book, check=True, capture_output=True)
        found: dict[str, list[dict[str, float]]] = {edition: [] for edition in EDITIONS}
        for _ in range(runs):
            shutil.rmtree(book / "_build", ignore_errors=True)
            for edition in EDITIONS:
                found[edition].append(in_process_of_its_own("--read", edition, "--book", str(book)))
    editions = {
        edition: {
            name: round(statistics.median([one[name] for one in results]), 2)
            for name in ("read", "transform")
        }
        for edition, results in found.items()
    }
    own = editions["zh-Hans"]["read"]
    alike = editions["zh-Hans"]["transform"]
    alone = in_process_of_its_own("--alone") if converter else {}
    return {
        "chapters": chapters,
        "runs": runs,
        "seconds": editions,
        "transform_percent_of_read": {
            edition: round(100 * editions[edition]["transform"] / own, 1) for edition in EDITIONS
        },
        "edition_adds_percent_to_read": {
            edition: round(100 * (editions[edition]["transform"] - alike) / own, 1)
            for edition in EDITIONS[1:]
        },
        **({"converter_alone": {k: round(v, 2) for k, v in alone.items()}} if alone else {}),
        "python": platform.python_version(),
    }


def main() -> None:
    """Measure, or be one of the measured processes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--chapters", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="keep the figures in edition.json")
    parser.add_argument("--no-converter", action="store_true", help="not the converter alone")
    parser.add_argument("--book", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--read", help=argparse.SUPPRESS)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write and options.no_converter:
        parser.error("--write keeps all figures: leave out --no-converter")
    if options.read:
        print(json.dumps(read_phase(options.book, options.read)))
    elif options.alone:
        print(json.dumps(converter_alone()))
    else:
        figures = measured(options.chapters, options.runs, converter=not options.no_converter)
        text = json.dumps(figures, ensure_ascii=False, indent=2)
        print(text)
        if options.write:
            (HERE / "edition.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
