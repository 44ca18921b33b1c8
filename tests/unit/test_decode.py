"""From bytes to text: what is odd is counted once, and what cannot be read is named rightly."""

from __future__ import annotations

import pytest
from compilation import decode


@pytest.mark.parametrize(
    "character", "\ue000\uf8ff\U000f0000\U0010fffd\ufffd\ufffe\uffff\u0378\x07\x9f"
)
@pytest.mark.parametrize("times", [1, 2])
def test_an_odd_character_is_counted_once(character: str, times: int) -> None:
    (problem,) = decode.decode(("学习体会。" + character * times).encode()).problems
    assert f"U+{ord(character):04X} " in problem.message
    assert f"共 {times} 处" in problem.message
    assert (problem.line, problem.column) == (1, 6)
