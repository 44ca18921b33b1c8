"""Straight quotation marks and full stops of Chinese text."""

from __future__ import annotations

import pytest
from compilation import normalise
from compilation.text.tracking import Tracked


def _body(text: str) -> str:
    return normalise.body(Tracked(text, 0, len(text))).text


@pytest.mark.parametrize(
    ("source", "normalised"),
    [
        ('坚持"三个代表",做到"两个务必".', "坚持“三个代表”，做到“两个务必”。"),
        ("他说:\"我要'实干',不空谈.\"大家鼓掌.", "他说：“我要‘实干’，不空谈。”大家鼓掌。"),
        ('"学习"、"实践"', "“学习”、“实践”"),
        ('老師說:"讀書好."大家都說「好」.', "老師說：「讀書好。」大家都說「好」。"),
        ("他說「我要'實幹'」,\"好\"", "他說「我要『實幹』」，「好」"),
        ('他說「我要"實幹"」.', "他說「我要『實幹』」。"),
        ('推行"3+X"模式', "推行“3+X”模式"),
        ("举办读书会.", "举办读书会。"),
    ],
)
def test_straight_marks_of_chinese_text_are_curled(source: str, normalised: str) -> None:
    assert _body(source) == normalised


@pytest.mark.parametrize(
    "source",
    [
        '只有一个"引号',  # which one is lacking can't be known
        '<a href="中文">好</a>',
        'alert("x")',
        '15"的屏幕，20"的也有',
        "it's time、don't stop",
        '空的""引号',
    ],
)
def test_other_straight_marks_stay(source: str) -> None:
    assert _body(source) == source


def test_the_edits_undo() -> None:
    source = '做到"两个务必".'
    edits = normalise.body(Tracked(source, 0, len(source))).edits
    assert [(e.old, e.new) for e in edits] == [('"', "“"), ('"', "”"), (".", "。")]
    assert {e.rule for e in edits} == {"quotation-marks", "full-stop"}
