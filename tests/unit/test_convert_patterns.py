"""Patterns of the converter that are compiled when they are first used."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import compilation
import pytest
from compilation.text import lazy
from compilation.text.lazy import lazy_regex

SCRIPTS = Path(compilation.__file__).parent.parent


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    ours, theirs = lazy_regex("(a)|b", re.IGNORECASE), re.compile("(a)|b", re.IGNORECASE)
    assert ours.pattern == theirs.pattern
    assert (ours.flags, ours.groups) == (theirs.flags, theirs.groups)
    for text in ("xAyb", "b", "", "cc"):
        assert ours.sub("_", text) == theirs.sub("_", text)
        assert ours.split(text) == theirs.split(text)
        assert ours.findall(text, 1) == theirs.findall(text, 1)
        assert bool(ours.fullmatch(text)) == bool(theirs.fullmatch(text))
        found, known = ours.search(text), theirs.search(text)
        assert (found and found.span()) == (known and known.span())


def test_a_faulty_pattern_fails_when_it_is_used() -> None:
    faulty = lazy_regex("(")
    with pytest.raises(re.error):
        faulty.search("")


def test_every_pattern_of_the_converter_compiles() -> None:
    for module in pkgutil.walk_packages(compilation.__path__, "compilation."):
        importlib.import_module(module.name)
    patterns = [one for one in gc.get_objects() if isinstance(one, lazy._Lazy)]
    assert len(patterns) > 400
    for pattern in patterns:
        assert pattern.search is not None


def test_nothing_is_compiled_on_import() -> None:
    code = (
        "import compilation.pipeline, gc; from compilation.text.lazy import _Lazy; "
        "all = [one for one in gc.get_objects() if isinstance(one, _Lazy)]; "
        "print(len(all), [one.pattern for one in all if 'search' in vars(one)])"
    )
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, cwd=SCRIPTS, capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"\d{3} \[\]", said.strip()), said


def test_only_modules_have_such_patterns() -> None:
    """One that a function makes is used at once: there is nothing to wait for."""
    inside = [
        (path.name, call.lineno)
        for path in SCRIPTS.glob("compilation/**/*.py")
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "lazy_regex"
    ]
    assert inside == []
