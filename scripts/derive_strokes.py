"""Derive the table of stroke counts from Unihan; needed only when Unicode has a new version.

    python scripts/derive_strokes.py Unihan_IRGSources.txt > _ext/slogans/data/strokes.txt

The field is kTotalStrokes (UAX #38). Where it has two values, the first is for Chinese as printed
in the mainland and the second for Taiwan; the second is taken, since the table serves the index
of the Traditional editions. Characters beyond U+FFFF are left out: no slogan begins with one.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

HEADER = """\
# Strokes of the characters U+3400 to U+9FFF: a count, then all characters that have it.
# Derived by scripts/derive_strokes.py from kTotalStrokes of the Unihan database, Unicode {version}.
# Copyright (c) 1991-2022 Unicode, Inc. Unicode License V3: https://www.unicode.org/license.txt
"""


def derive(lines: list[str]) -> str:
    """Return the table for the ``lines`` of Unihan_IRGSources.txt.

    Raises ``ValueError`` when they hold no stroke counts (another file, or another version).
    """
    version = "?"
    by_count: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        if line.startswith("# Unicode version:"):
            version = line.partition(":")[2].strip()
        parts = line.rstrip("\n").split("\t")
        if len(parts) == 3 and parts[1] == "kTotalStrokes":
            code = int(parts[0][2:], 16)
            if 0x3400 <= code <= 0x9FFF:
                by_count[int(parts[2].split()[-1])].append(code)
    if not by_count:
        raise ValueError("no kTotalStrokes in this file")
    rows = [
        f"{count} {''.join(map(chr, sorted(codes)))}" for count, codes in sorted(by_count.items())
    ]
    return HEADER.format(version=version) + "\n".join(rows) + "\n"


def main() -> int:
    """Read the file named on the command line; write the table to standard output."""
    if len(sys.argv) != 2:
        print("用法：python scripts/derive_strokes.py Unihan_IRGSources.txt", file=sys.stderr)
        return 2
    try:
        table = derive(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError, ValueError) as error:
        print(
            f"{sys.argv[1]}：读不出笔画数（{error}）。请给 Unihan_IRGSources.txt。", file=sys.stderr
        )
        return 1
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
