"""Blanks within Han text: which say something and which got in by accident."""

from __future__ import annotations

import pytest
from compilation import normalise
from compilation.text.tracking import Tracked


def _said(text: str) -> str:
    return normalise.body(Tracked(text, 0, len(text))).text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "会上学习了《守好大堤 护好家园--防汛手册》。",
            "会上学习了《守好大堤　护好家园——防汛手册》。",
        ),
        ("《汛期巡堤　人人有责》一文", "《汛期巡堤　人人有责》一文"),
        ("《防汛　值班守则》一文", "《防汛　值班守则》一文"),
        ("读了《防汛 值班守则》。", "读了《防汛值班守则》。"),
        ("读了《防 汛 值 班》。", "读了《防汛值班》。"),
        ("守好大堤 护好家园", "守好大堤护好家园"),
        ("《守堤》守好大堤 护好家园《巡堤》", "《守堤》守好大堤护好家园《巡堤》"),
    ],
)
def test_a_blank_that_parts_a_title_within_the_text(text: str, said: str) -> None:
    assert _said(text) == said
