"""OpenCC configurations made from the editor's words.

A configuration is one of OpenCC's own with the editor's words put first: in the
segmentation, so that a word is not cut; in the first stage, so that it takes the
editor's form; and in every later stage, so that the form stays what it is.
"""

from __future__ import annotations

import json
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any

import opencc

from edition.editor import EditorsWords


def configuration(name: str, words: dict[str, str]) -> dict[str, Any]:
    """Return OpenCC's configuration *name* (``s2tw`` …) with *words* (text → form) first."""
    folder = resources.files("opencc").joinpath("clib", "share", "opencc")
    config = json.loads(folder.joinpath(f"{name}.json").read_text("utf-8"))
    _make_absolute(config, Path(str(folder)))
    if words:
        kept = {form: form for form in words.values()}
        segmentation = config["segmentation"]
        segmentation["dict"] = _first({text: text for text in words}, segmentation["dict"])
        for index, stage in enumerate(config["conversion_chain"]):
            stage["dict"] = _first(kept if index else words, stage["dict"])
    return config


def _first(entries: dict[str, str], rest: dict[str, Any]) -> dict[str, Any]:
    inline = {"type": "inline", "entries": entries}
    return {"type": "group", "match_policy": "short_circuit", "dicts": [inline, rest]}


def _make_absolute(config: Any, folder: Path) -> None:
    """Turn the names of dictionary files in *config* into absolute paths, in place."""
    if isinstance(config, dict):
        if "file" in config:
            config["file"] = str(folder / config["file"])
        for value in config.values():
            _make_absolute(value, folder)
    elif isinstance(config, list):
        for value in config:
            _make_absolute(value, folder)


def converter(name: str, editors: EditorsWords) -> opencc.OpenCC:
    """Return OpenCC set up as *name* with those of the editor's words that are for the book."""
    words = {word.text: word.form for word in editors.words if not word.works}
    if not words:
        return opencc.OpenCC(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.json")
        path.write_text(json.dumps(configuration(name, words), ensure_ascii=False), "utf-8")
        return opencc.OpenCC(str(path))  # it has read the file when this returns
