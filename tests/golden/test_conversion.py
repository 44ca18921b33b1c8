"""Conversions as cases in folders: ``conversion/<case>/input.txt`` and what must come of it.

``expected.json`` is the model (without positions, which say nothing to a reader of a diff)
and ``expected.md`` all pages of the chapters.  ``pytest --regenerate`` writes both anew: look
at the difference before you commit it.
"""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

import pytest
from compilation import output, pipeline

CASES = sorted(path.parent for path in (Path(__file__).parent / "conversion").glob("*/input.txt"))


def outcome(case: Path, tmp_path: Path) -> tuple[str, str]:
    """Convert a case; give the model and the pages as text."""
    editorial = case / "editorial"
    options = pipeline.Settings(
        case / "input.txt",
        tmp_path / "book",
        editorial / "slogans.yaml",
        editorial if editorial.exists() else None,
    )
    target = tmp_path / "model.json"
    pipeline.write_json_file(options, target)
    with output.lock(options.output):
        sink = output.Writer(options.output)
        pipeline.convert(options, sink)
        sink.finish()
        sink.close()
    model = _plain(json.loads(target.read_text(encoding="utf-8")))
    pages = "".join(
        f"%%%% {path.name}\n{path.read_text(encoding='utf-8')}\n"
        for path in sorted((options.output / "essays").glob("*.md"))
    )
    return json.dumps(model, ensure_ascii=False, indent=1) + "\n", pages


def _plain(value: Any) -> Any:
    """Leave out positions and empty values."""
    if isinstance(value, dict):
        return {
            key: plain
            for key, item in value.items()
            if key not in ("start", "end", "mentions", "file")
            and (plain := _plain(item)) not in ("", [], None)
        }
    return [_plain(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_conversion(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    texts = dict(zip(("expected.json", "expected.md"), outcome(case, tmp_path), strict=True))
    for name, found in texts.items():
        path = case / name
        if request.config.getoption("--regenerate"):
            path.write_text(found, encoding="utf-8")
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        if found != wanted:
            lines = difflib.unified_diff(
                wanted.splitlines(), found.splitlines(), str(path), "现在所出", lineterm="", n=1
            )
            pytest.fail("\n".join(lines), pytrace=False)


def test_there_are_cases() -> None:
    assert len(CASES) >= 10
