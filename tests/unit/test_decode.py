"""From bytes to text: what is odd is counted once, and what cannot be read is named rightly."""

from __future__ import annotations

import pytest
from compilation import charsets, decode
from compilation.problems import ConversionError
from conftest import ROOT


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


SIMPLIFIED = "党员学习心得体会，为人民服务，认真抓好“三会一课”工作。\n"
#: A line of an even number of bytes in UTF-8.
EVEN = "1.我们党员要为人民服务，这是学习的心得。\n"


@pytest.mark.parametrize(
    ("before", "codec", "line", "other", "said"),
    [
        (SIMPLIFIED * 20, "gb18030", EVEN, "utf-8", "UTF-8 读才成文，整个文件却是 GB18030"),
        (SIMPLIFIED * 3, "gb18030", EVEN, "utf-8", "UTF-8 读才成文，整个文件却是 GB18030"),
        (SIMPLIFIED * 20, "gb18030", TRADITIONAL, "big5", "Big5 读才成文，整个文件却是 GB18030"),
        (TRADITIONAL * 20, "big5", SIMPLIFIED, "gbk", "GB18030 读才成文，整个文件却是 Big5"),
        (SIMPLIFIED * 20, "utf-16-le", EVEN, "utf-8", "UTF-8 读才成文，整个文件却是 UTF-16LE"),
        (SIMPLIFIED * 20, "utf-16-be", EVEN, "utf-8", "UTF-8 读才成文，整个文件却是 UTF-16BE"),
    ],
)
@pytest.mark.parametrize("behind", [0, 5])
def test_a_line_in_another_encoding_is_refused_with_its_place(
    before: str, codec: str, line: str, other: str, said: str, behind: int
) -> None:
    mark = "\ufeff" if codec.startswith("utf-16") else ""
    start = (mark + before).encode(codec)
    foreign = line.encode(other)
    first = len(start) + (2 if line.startswith("1.") else 0)
    message = refusal(start + foreign + (before[: len(SIMPLIFIED)] * behind).encode(codec))
    number = before.count("\n") + 1
    byte = foreign[first - len(start)]
    assert message.startswith(f"s.txt:{number}: 第 {first} 字节（0x{byte:02X}）起要按 {said}：")


def test_utf_8_of_an_odd_length_is_named_where_it_begins() -> None:
    start = (SIMPLIFIED * 20).encode("gb18030")
    foreign = EVEN.replace("1", "12").encode()
    message = refusal(start + foreign + (SIMPLIFIED * 5).encode("gb18030"))
    assert message.startswith(f"s.txt:21: 第 {len(start) + 3} 字节（0xE6）起要按 UTF-8")


@pytest.mark.parametrize(
    "line",
    [
        "锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷锟斤拷",
        "────────────────────────",
        "魑魅魍魉饕餮貔貅獬豸麒麟螭蚪蠡鳏龠",
        "联通联通联通联通联通联通联通",
    ],
)
def test_a_line_of_rare_characters_is_in_no_other_encoding(line: str) -> None:
    text = SIMPLIFIED * 20 + line + "\n"
    assert decode.decode(text.encode("gb18030")).text == text


GOLDEN = sorted((ROOT / "tests" / "golden").rglob("*.txt"))
PRECEDENTS = sorted((ROOT / "benchmarks" / "conversion").rglob("*.txt"))


@pytest.mark.parametrize("charset", ["gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_no_text_that_we_know_is_taken_for_mixed(charset: str) -> None:
    files = [*GOLDEN, *PRECEDENTS]
    assert len(files) > 50
    for path in files:
        text = path.read_bytes().decode("utf-8", "ignore")
        data = text.encode(charsets.CODECS.get(charset, charset), "ignore")
        assert charsets.foreign(data, charset) is None, path


def test_an_encoding_that_is_unknown_is_called_so() -> None:
    said = refusal(("これは日本語の文章です。ひらがなとカタカナ。\n" * 50).encode("shift_jis"))
    assert said.startswith("s.txt:1: 认不出编码：第 0 字节（0x82）起不是 UTF-8，整个文件也不像")
    assert "s.txt:2: 认不出编码：第 5 字节" in refusal(b"caf\n\xe9\xe8 x\n"[0:4] + b"a\xe9 \xe8\n")
