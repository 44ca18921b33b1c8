"""From bytes to text: what is odd is counted once, and what cannot be read is named rightly."""

from __future__ import annotations

import pytest
from compilation import decode
from compilation.problems import ConversionError


@pytest.mark.parametrize(
    "character", "\ue000\uf8ff\U000f0000\U0010fffd\ufffd\ufffe\uffff\u0378\x07\x9f"
)
@pytest.mark.parametrize("times", [1, 2])
def test_an_odd_character_is_counted_once(character: str, times: int) -> None:
    (problem,) = decode.decode(("学习体会。" + character * times).encode()).problems
    assert f"U+{ord(character):04X} " in problem.message
    assert f"共 {times} 处" in problem.message
    assert (problem.line, problem.column) == (1, 6)


TRADITIONAL = "黨員學習心得體會，為人民服務，認真抓好“三會一課”。\n"


def test_the_charset_of_hong_kong_is_read_and_named() -> None:
    text = TRADITIONAL * 100 + "嘢嘅啲嚟，為人民服務。\n" + TRADITIONAL * 3
    data = text.encode("big5hkscs")
    found = decode.decode(data)
    assert (found.text, found.charset) == (text, "Big5-HKSCS")
    assert found.confidence >= 0.9
    assert decode.encode(found) == data
    assert decode.decode((TRADITIONAL * 100).encode("big5hkscs")).charset == "Big5"


def refusal(data: bytes) -> str:
    with pytest.raises(ConversionError) as caught:
        decode.decode(data, "s.txt")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [(TRADITIONAL, "big5", "Big5"), ("学习使人进步，为人民服务。\n", "gb18030", "GB18030")],
)
def test_a_bad_byte_is_named_in_the_encoding_that_reads_the_rest(text, codec, charset) -> None:
    before = (text * 100).encode(codec)
    said = refusal(before + b"\xff\xff\n" + (text * 5).encode(codec))
    assert said.startswith(f"s.txt:101: 第 {len(before)} 字节（0xFF）不是有效的 {charset}，")


def test_an_encoding_that_is_unknown_is_called_so() -> None:
    said = refusal(("これは日本語の文章です。ひらがなとカタカナ。\n" * 50).encode("shift_jis"))
    assert said.startswith("s.txt:1: 认不出编码：第 0 字节（0x82）起不是 UTF-8，整个文件也不像")
    assert "s.txt:2: 认不出编码：第 5 字节" in refusal(b"caf\n\xe9\xe8 x\n"[0:4] + b"a\xe9 \xe8\n")
