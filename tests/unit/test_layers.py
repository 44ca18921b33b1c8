"""The converter and the extensions know each other only through MyST."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ABOVE = {"_ext": "scripts", "scripts": "_ext"}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    absolute = (n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and not n.level)
    return named | {n.module for n in absolute if n.module}


def modules(folder: str) -> set[str]:
    return {p.stem if p.is_file() else p.name for p in (ROOT / folder).iterdir()}


@pytest.mark.parametrize("folder", sorted(ABOVE))
def test_neither_imports_the_other(folder):
    foreign = modules(ABOVE[folder]) - {"__pycache__"}
    for path in (ROOT / folder).rglob("*.py"):
        tops = {name.split(".")[0] for name in imported(path)}
        assert not tops & (foreign - modules(folder)), path
