"""Measure the slogan finder on annotated compilations; write the figures beside them.

`benchmarks/slogans/NAME.txt` is a compilation of our own writing, `NAME.yaml` lists under `keep`
what an editor would make an entry of, fixed before the finder first ran on it. A slogan may be
annotated in several forms (``a|b``); finding one of them counts, and each of them in the first
fifty is right. ``role: held out`` says that the finder was never changed for the sake of that
text, ``development`` that it was.

Usage: python benchmarks/slogan_finder.py [--show NAME]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "scripts"))

from compilation.slogans import candidates  # noqa: E402

FIRST = 50
FIGURES = HERE / "slogan_finder.json"


def measure(name: str, *, show: bool = False) -> dict[str, float | str]:
    """Give recall and precision of the finder on one annotated compilation."""
    folder = HERE / "slogans"
    found = [one.text for one in candidates((folder / f"{name}.txt").read_text(encoding="utf-8"))]
    annotation = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    kept = [set(str(forms).split("|")) for forms in annotation["keep"]]
    ranks = {text: rank for rank, text in enumerate(found, 1)}
    hits = [min((ranks[form] for form in forms if form in ranks), default=0) for forms in kept]
    good = {form for forms in kept for form in forms}
    if show:
        for rank, text in enumerate(found[:FIRST], 1):
            print(rank, "+" if text in good else "-", text)
        print("missed:", *(forms for forms, rank in zip(kept, hits, strict=True) if not rank))
    first = sum(text in good for text in found[:FIRST])
    return {
        "role": annotation["role"],
        "kept by the editor": len(kept),
        "candidates": len(found),
        "recall": round(sum(map(bool, hits)) / len(kept), 3),
        "recall in the first 100": round(sum(0 < rank <= 100 for rank in hits) / len(kept), 3),
        f"precision in the first {FIRST}": round(first / min(FIRST, len(found)), 3),
    }


def main() -> None:
    """Measure all compilations and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="NAME", help="print the first candidates of NAME")
    arguments = parser.parse_args()
    names = sorted(path.stem for path in (HERE / "slogans").glob("*.yaml"))
    figures = {name: measure(name, show=name == arguments.show) for name in names}
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
