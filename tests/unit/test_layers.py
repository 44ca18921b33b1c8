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
    found = {p.stem if p.is_file() else p.name for p in (ROOT / folder).iterdir()}
    return found - {"__pycache__"}


def test_no_name_is_in_both():
    assert not modules("scripts") & modules("_ext")


@pytest.mark.parametrize("folder", sorted(ABOVE))
def test_neither_imports_the_other(folder):
    foreign = modules(ABOVE[folder])
    for path in (ROOT / folder).rglob("*.py"):
        tops = {name.split(".")[0] for name in imported(path)}
        assert not tops & foreign, path


CONVERTER = ROOT / "scripts" / "compilation"
#: Which packages of the converter import which; its stages, at the top of it, compose them all.
#: An edge that goes is taken out here; none comes but on purpose.
EDGES = {
    "body": "stages divisions signatures text tops web",
    "divisions": "body marks signatures text tops web",
    "marks": "stages body divisions signatures text tops web",
    "proof": "stages signatures text",
    "render": "stages slogans text",
    "signatures": "text",
    "slogans": "stages text",
    "text": "stages",
    "tops": "body divisions marks signatures text",
    "web": "body divisions marks signatures text tops",
}


def packages_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 2:
            first = node.module.split(".")[0] if node.module else ""
            names = [first] if first else [alias.name for alias in node.names]
            found |= {name if (CONVERTER / name).is_dir() else "stages" for name in names}
    return found


def test_every_package_of_the_converter_is_listed():
    assert {p.parent.name for p in CONVERTER.glob("*/*.py")} == set(EDGES)


@pytest.mark.parametrize("package", sorted(EDGES))
def test_a_package_imports_no_other_than_before(package):
    edges = {e for path in (CONVERTER / package).glob("*.py") for e in packages_imported(path)}
    assert edges == set(EDGES[package].split())
