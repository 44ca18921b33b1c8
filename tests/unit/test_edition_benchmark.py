"""The benchmark of an edition's cost: what it measures when the converter alone is left out."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.mark.parametrize("converter", [True, False])
def test_the_converter_alone_can_be_left_out(monkeypatch: pytest.MonkeyPatch, converter: bool):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    # By its path: an extension has the name of this script.
    spec = importlib.util.spec_from_file_location("edition_bench", BENCHMARKS / "edition.py")
    assert spec and spec.loader
    bench: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    asked = []

    def measure(*arguments: str) -> dict[str, float]:
        asked.append(arguments[0])
        return {"load": 1.0} if arguments[0] == "--alone" else {"read": 2.0, "transform": 0.1}

    monkeypatch.setattr(bench, "in_process_of_its_own", measure)
    monkeypatch.setattr(bench.press, "set_up", lambda book, chapters: book.mkdir())
    monkeypatch.setattr(bench.press, "convert_command", lambda: ["true"])
    figures = bench.measured(5, 1, converter=converter)
    assert ("--alone" in asked) is converter
    assert ("converter_alone" in figures) is converter
    assert figures["edition_adds_percent_to_read"] == {"zh-Hant-TW": 0.0, "zh-Hant-HK": 0.0}
