"""The slogan finder keeps what it promises on compilations that it was not written for."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def finder():
    spec = importlib.util.spec_from_file_location("finder", BENCHMARKS / "slogan_finder.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["anquan", "xiangcun"])
def test_ninety_in_a_hundred_found_and_six_of_the_first_ten_worth_keeping(finder, name):
    figures = finder.measure(name)
    assert figures["role"] == "held out"
    assert figures["recall"] >= 0.9
    assert figures["precision in the first 50"] >= 0.6
