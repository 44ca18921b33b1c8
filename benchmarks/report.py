"""From the figures of a benchmark to a table and a picture that a person can read."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP, _RIGHT = 720, 420, 60, 50, 20, 230
_COLOURS = ("#b03a2e", "#1f618d", "#117a65", "#7d6608", "#6c3483", "#424949")


def write(results: dict[str, Any], folder: Path) -> None:
    """Write ``SPEED.md`` and ``speed.svg`` into ``folder`` from ``results`` (see bench.py)."""
    (folder / "SPEED.md").write_text(table(results), encoding="utf-8")
    if any(row["what"] == "全书" and row["ok"] for row in results["rows"]):
        (folder / "speed.svg").write_text(picture(results["rows"]), encoding="utf-8")


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown: a table a book length, what each tool does below it."""
    made = results["machine"]
    lines = [
        "# 速度",
        "",
        f"{made['date']}，{made['system']}，{made['cores']} 核，{made['memory_gib']} GiB 内存，"
        f"Python {made['python']}。同一台机器，同一次运行，同样的篇章；由 `make bench` 写成。"
        f"{_repeated(results['times'])}{_limited(results['rows'])}",
        "",
        "![各工具用时与篇数，双对数坐标](speed.svg)",
    ]
    for count in sorted({row["chapters"] for row in results["rows"]}):
        lines += ["", f"## {count:,} 篇", "", *_rows(results["rows"], count)]
    lines += ["", "## 每一篇", "", *_each(results["rows"])]
    lines += ["", "## 各工具做了什么", ""]
    lines += [f"- {t}：{d}。" for t, d in {r["tool"]: r["does"] for r in results["rows"]}.items()]
    lines += ["", "转换大量原文的速度另测：[conversion-speed.md](conversion-speed.md)。"]
    return "\n".join(lines) + "\n"


def _repeated(times: int) -> str:
    """Say how often each was timed, where that was more than once."""
    said = f"每项测 {times} 次，列用时居中的一次；一次过一分钟的只测一次。"
    return said if times > 1 else ""


def _limited(rows: list[dict[str, Any]]) -> str:
    """Say what the time limit was, where one stopped a run."""
    limit = max(row["over"] for row in rows)
    return f"同类工具每次至多等 {limit:.0f} 秒。" if limit else ""


def _each(rows: list[dict[str, Any]]) -> list[str]:
    """Return what one chapter costs in books of each length: the first tool, the whole book."""
    lines = ["| 篇数 | 每篇用时（毫秒） | 每篇大小（KB） |", "| ---: | ---: | ---: |"]
    for row in rows:
        if row["tool"] == rows[0]["tool"] and row["what"] == "全书" and row["ok"]:
            count = row["chapters"]
            time, size = 1e3 * row["wall"] / count, row["bytes"] / count / 1e3
            lines.append(f"| {count:,} | {time:.1f} | {size:.1f} |")
    return lines


def _rows(rows: list[dict[str, Any]], count: int) -> list[str]:
    lines = [
        "| 工具 | 做什么 | 用时（秒） | 处理器（秒） | 内存峰值（MB） | 文件 | 大小（MB） "
        "| 首次打开一篇（KB） |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in (r for r in rows if r["chapters"] == count):
        wall = f"{row['wall']:.1f}" if row["ok"] else "失败"
        if row["over"]:  # stopped: what it had written and used by then says nothing
            lines.append(f"| {row['tool']} | {row['what']} | 超过 {row['over']:.0f} 秒 ||||||")
            continue
        lines.append(
            f"| {row['tool']} | {row['what']} | {wall} | {row['cpu']:.1f} "
            f"| {row['peak'] / 1e6:.0f} | {row['files']:,} | {row['bytes'] / 1e6:.1f} "
            f"| {row['first_view'] / 1e3:.0f} |"
        )
    return lines


def picture(rows: list[dict[str, Any]]) -> str:
    """Return a log-log chart (SVG) of wall time against chapters, a line a tool."""
    whole = [r for r in rows if r["what"] == "全书" and r["ok"]]
    tools = list(dict.fromkeys(r["tool"] for r in whole))
    decades_x = _decades([r["chapters"] for r in whole])
    decades_y = _decades([max(r["wall"], 0.01) for r in whole])

    def x(value: float) -> float:
        return _scale(value, decades_x, _LEFT, _WIDTH - _RIGHT)

    def y(value: float) -> float:
        return _scale(max(value, 0.01), decades_y, _HEIGHT - _BOTTOM, _TOP)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for power in range(decades_x[0], decades_x[1] + 1):
        at = x(10**power)
        parts.append(f'<path d="M{at:.1f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#ddd"/>')
        parts.append(_label(at, _HEIGHT - _BOTTOM + 18, f"{10**power:,}", "middle"))
    for power in range(decades_y[0], decades_y[1] + 1):
        at = y(10**power)
        parts.append(f'<path d="M{_LEFT} {at:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(_label(_LEFT - 8, at + 4, f"{10.0**power:g}", "end"))
    parts.append(_label((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 10, "篇数", "middle"))
    parts.append(_label(14, _TOP + 4, "秒", "start"))
    for place, tool in enumerate(tools):
        points = [(x(r["chapters"]), y(r["wall"])) for r in whole if r["tool"] == tool]
        parts += _line(points, tool, _COLOURS[place % len(_COLOURS)], place)
    return "\n".join([*parts, "</svg>", ""])


def _line(points: list[tuple[float, float]], tool: str, colour: str, place: int) -> list[str]:
    path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
    dots = [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3.5" fill="{colour}"/>' for px, py in points]
    key_y = _TOP + 20 + 22 * place
    key_x = _WIDTH - _RIGHT + 20
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *dots,
        f'<path d="M{key_x} {key_y - 4}h18" stroke="{colour}" stroke-width="3"/>',
        _label(key_x + 26, key_y, tool, "start"),
    ]


def _decades(values: list[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _scale(value: float, decades: tuple[int, int], start: float, end: float) -> float:
    share = (math.log10(value) - decades[0]) / (decades[1] - decades[0])
    return start + share * (end - start)


def _label(x: float, y: float, said: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(said)}</text>'
