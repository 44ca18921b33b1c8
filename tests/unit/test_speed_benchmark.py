"""The table of the speed benchmark: kept row by row, taken up again, honest about limits."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import bench

    monkeypatch.setattr(bench, "HERE", tmp_path)
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "results" / "speed.json")
    return bench


def row(tool: str, count: int, what: str = "全书", **more: Any) -> dict[str, Any]:
    cost = {"ok": True, "wall": 2.0, "cpu": 3.0, "peak": 4_000_000, "over": 0}
    size = {"files": 5, "bytes": 6_000_000, "first_view": 7000}
    return {"tool": tool, "does": "做网页", "chapters": count, "what": what, **size, **cost, **more}


def test_each_row_is_saved_as_it_comes(bench: Any, tmp_path: Path):
    table = bench.Table(saved=True, resume=False)
    for number, made in enumerate([row("本项目", 5, "转换"), row("本项目", 5), row("甲", 5)], 1):
        table.add(made)
        assert len(json.loads(bench.RESULTS.read_text("utf-8"))["rows"]) == number
        assert made["tool"] in (tmp_path / "SPEED.md").read_text("utf-8")
    assert (tmp_path / "speed.svg").exists()


def test_a_run_that_was_broken_off_is_taken_up_again(bench: Any):
    first = bench.Table(saved=True, resume=False)
    first.add(row("本项目", 200, "转换"))
    first.add(row("甲", 200))
    again = bench.Table(saved=True, resume=True)
    assert again.has("甲", 200)
    assert not again.has("甲", 1000)
    assert not again.has("本项目", 200, bench.LAST_STEP)
    again.drop("本项目", 200)
    assert [r["tool"] for r in again.rows] == ["甲"]
    assert bench.Table(saved=True, resume=False).rows == []


def test_figures_of_another_press_are_not_mixed_in(bench: Any, monkeypatch: pytest.MonkeyPatch):
    bench.Table(saved=True, resume=False).add(row("甲", 200))
    monkeypatch.setattr(sys.modules["press"], "digest", lambda: "another")
    assert bench.Table(saved=True, resume=True).rows == []


def test_figures_of_so_many_runs_are_not_mixed_with_others(bench: Any):
    bench.Table(saved=True, resume=False, times=3).add(row("甲", 200, runs=3))
    assert bench.Table(saved=True, resume=True, times=3).has("甲", 200)
    assert "每项测 3 次" in (bench.HERE / "SPEED.md").read_text("utf-8")
    assert bench.Table(saved=True, resume=True).rows == []


def test_of_several_runs_the_middle_one_is_shown(bench: Any):
    walls = iter([9.0, 2.0, 4.0])
    shown = bench.repeated(lambda: row("甲", 200, wall=next(walls)), 3)
    assert (shown["wall"], shown["runs"]) == (4.0, 3)
    assert bench.middle([row("甲", 5, wall=2.0), row("甲", 5, wall=3.0)])["wall"] == 2.0


def test_what_takes_long_runs_once(bench: Any):
    walls = iter([bench.LONG + 1])
    assert bench.repeated(lambda: row("甲", 1000, wall=next(walls)), 3)["runs"] == 1


def test_a_run_that_failed_counts_for_all(bench: Any):
    made = iter([row("甲", 5), row("甲", 5, ok=False)])
    shown = bench.repeated(lambda: next(made), 2)
    assert (shown["ok"], shown["runs"]) == (False, 2)


def test_a_peer_that_was_stopped_is_shown_with_the_limit(bench: Any, tmp_path: Path):
    table = bench.Table(saved=True, resume=False)
    table.add(row("本项目", 1000))
    table.add(row("慢", 1000, ok=False, wall=900.1, over=900.0))
    shown = (tmp_path / "SPEED.md").read_text("utf-8")
    assert "| 慢 | 全书 | 超过 900 秒 |" in shown
    assert "每次至多等 900 秒" in shown
    assert "慢" not in (tmp_path / "speed.svg").read_text("utf-8")


def test_a_command_is_stopped_at_its_limit(bench: Any, tmp_path: Path):
    measure = sys.modules["measure"]
    sleep = [sys.executable, "-c", "import time; time.sleep(30)"]
    cost = measure.run(sleep, tmp_path, tmp_path / "log", 0.5)
    assert (cost.ok, cost.over) == (False, 0.5)
    assert measure.run([sys.executable, "-c", ""], tmp_path, tmp_path / "log", 30).over == 0
