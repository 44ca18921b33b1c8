"""Derive the tables of stroke counts from Unihan; needed only when Unicode has a new version.

    python scripts/derive_strokes.py Unihan_IRGSources.txt _ext/slogans/data

Two files come of it: `strokes.txt`, the counts of kTotalStrokes (UAX #38), and
`strokes-regions.txt`, where a region counts otherwise:

- the mainland (GB 13000.1, 《通用规范汉字表》): of two values kTotalStrokes gives its first to the
  mainland, the second to Traditional. `MAINLAND` corrects what Unihan miscounts. So corrected, all
  characters of the Basic Multilingual Plane in the 8,105 of 《通用规范汉字表》 (2013), which orders
  each of its three levels by strokes, stand in rising order.
- Taiwan (教育部《國字標準字體》): 艸 on top is two crosses, four strokes, 辶 four, 阝 three and so
  on (`TAIWAN`), one more each than Unihan counts. Beside the counts of 全字庫 (CNS 11643), 5,006
  of the 5,401 frequent characters of Big5 are right so, by Unihan alone 4,599.

Hong Kong's 《常用字字形表》 gives no counts of its own in a form one may use: Unihan's stand.
Characters beyond U+FFFF are left out: no slogan begins with one.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

HEADER = """\
# {about}
# Derived by scripts/derive_strokes.py from kTotalStrokes of the Unihan database, Unicode {version}.
# Copyright (c) 1991-2022 Unicode, Inc. Unicode License V3: https://www.unicode.org/license.txt
"""
ALL = "Strokes of the characters U+3400 to U+9FFF: a count, then all characters that have it."
REGIONS = "Where a region counts otherwise: the edition, a count, then all characters that have it."

#: What 《通用规范汉字表》 counts and Unihan 15.0 does not: rare simplified characters, mostly.
MAINLAND = {
    6: "䜣",
    7: "䢺",
    8: "䢼䌹",
    9: "䴓",
    10: "䥽䓖",
    11: "䓫䓬䓨䓛䴕䴔",
    13: "䴖䣘䲟",
    14: "䴗㮾",
    15: "䴘",
    16: "䦃",
    17: "㘎䲠",
    18: "䗴䲢䴙",
}

#: Radicals, by number (UAX #38), that Taiwan writes with so many strokes, one more than Unihan.
TAIWAN = {54: 3, 98: 5, 113: 5, 140: 4, 162: 4, 163: 3, 170: 3, 188: 10, 194: 10}


def derive(lines: list[str]) -> tuple[str, str]:
    """Return the two tables for the ``lines`` of Unihan_IRGSources.txt.

    Raises ``ValueError`` when they hold no stroke counts (another file, or another version).
    """
    version = "?"
    totals: dict[str, list[int]] = {}
    radicals: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.startswith("# Unicode version:"):
            version = line.partition(":")[2].strip()
        parts = line.rstrip("\n").split("\t")
        if len(parts) != 3 or not 0x3400 <= int(parts[0][2:], 16) <= 0x9FFF:
            continue
        character = chr(int(parts[0][2:], 16))
        if parts[1] == "kTotalStrokes":
            totals[character] = [int(value) for value in parts[2].split()]
        elif parts[1] == "kRSUnicode":
            radical, _, rest = parts[2].split()[0].partition(".")
            radicals[character] = int(radical.rstrip("'")), int(rest)
    if not totals:
        raise ValueError("no kTotalStrokes in this file")
    mainland = {c: n[0] for c, n in totals.items() if len(n) > 1}
    mainland.update((c, count) for count, characters in MAINLAND.items() for c in characters)
    taiwan = {c: n[-1] + 1 for c, n in totals.items() if _short(n[-1], *radicals.get(c, (0, 0)))}
    regions = [
        f"{edition} {row}"
        for edition, counts in (("zh-Hans", mainland), ("zh-Hant-TW", taiwan))
        for row in _rows(counts)
    ]
    table = _rows({character: values[-1] for character, values in totals.items()})
    return (
        HEADER.format(about=ALL, version=version) + "\n".join(table) + "\n",
        HEADER.format(about=REGIONS, version=version) + "\n".join(regions) + "\n",
    )


def _short(total: int, radical: int, rest: int) -> bool:
    """Whether a character's radical is counted with one stroke less than Taiwan writes.

    Where the radical stands as a character of its own inside (示 in 票), it is not.
    """
    return radical in TAIWAN and total - rest == TAIWAN[radical] - 1


def _rows(counts: dict[str, int]) -> list[str]:
    by_count: dict[int, list[str]] = defaultdict(list)
    for character, count in counts.items():
        by_count[count].append(character)
    return [f"{count} {''.join(sorted(by_count[count]))}" for count in sorted(by_count)]


def main() -> int:
    """Read the file named on the command line; write the tables into the folder named."""
    if len(sys.argv) != 3:
        print("用法：python scripts/derive_strokes.py Unihan_IRGSources.txt 目录", file=sys.stderr)
        return 2
    folder = Path(sys.argv[2])
    try:
        table, regions = derive(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
        (folder / "strokes.txt").write_text(table, encoding="utf-8")
        (folder / "strokes-regions.txt").write_text(regions, encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        print(f"做不成笔画表（{error}）。请给 Unihan_IRGSources.txt 和目录。", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
