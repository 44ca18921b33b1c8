"""Tools of a maintainer's say what they need and the machine has not."""

import importlib.util
import sys

import pytest
from edition import derive, derive_surroundings


def test_the_frequency_list_needs_jieba(monkeypatch):
    monkeypatch.setitem(sys.modules, "jieba", None)
    with pytest.raises(SystemExit, match="pip install jieba"):
        derive.main()


def test_the_weights_need_scikit_learn(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["derive_surroundings"])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="pip install scikit-learn"):
        derive_surroundings.main()
