"""Whatever stands in the text comes out of the PDF as those characters, or is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
import typst
from conftest import require_tool
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typstpdf import fonts
from typstpdf.escape import string, unprintable, value

MARKUP = [
    "#set page(width: 1pt)",
    "$x^2$ \\$",
    "@label <label>",
    "*粗* _斜_ `码` ``` 块",
    "= 标题",
    "- 项",
    "+ 项",
    "1. 项",
    "/ 词: 释",
    "// 注释 /* 注释 */",
    "https://example.org/a_b*c",
    "-- --- ... -?",
    "\"引\" '引' “引” ‘引’",
    "\\ \\n \\u{4e00} \\\\",
    "#{panic()} #[a] ]] [[ )) ((",
    "~ 创~先",
    "𠮷㐂😀☃",
    "ǎ e\u0301 ñ",
]
#: What books are made of, and every character that means something to Typst.
CHARACTERS = st.one_of(
    st.sampled_from("#$@\\*_`<>\"'/-+=.~[]{}()|&^%;:,!?0123456789"),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.sampled_from("，。、；：？！“”‘’（）《》「」『』—…·〇𠮷㐂"),
    st.characters(min_codepoint=0x21, max_codepoint=0x7E),
)


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> fonts.Faces:
    return fonts.find(Path("没有这个文件夹"), tmp_path_factory.mktemp("cache") / "fonts.json")


@pytest.fixture(scope="module")
def printed(faces: fonts.Faces, tmp_path_factory: pytest.TempPathFactory):
    """Set lines of text, each in its own page, and return what pdftotext reads from each."""
    pdftotext = require_tool("pdftotext")
    folder = tmp_path_factory.mktemp("pdf")
    loaded = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(faces.folders)
    )
    families = value(faces.family_lists("zh-Hans")["body"])

    def run(lines: list[str]) -> list[str]:
        source = f'#set page(width: 400mm)\n#set text(font: {families}, lang: "zh")\n'
        source += "\n#pagebreak()\n".join("#" + string(line) for line in lines)
        (folder / "t.typ").write_text(source, encoding="utf-8")
        typst.compile(folder / "t.typ", output=folder / "t.pdf", font_paths=loaded)
        done = subprocess.run(
            [pdftotext, "-enc", "UTF-8", folder / "t.pdf", "-"], capture_output=True, check=True
        )
        return done.stdout.decode().split("\f")[: len(lines)]

    return run


def squeezed(text: str) -> str:
    # pdftotext composes what it can; a page shows no difference.
    return unicodedata.normalize("NFC", "".join(text.split()))


def test_typst_markup_is_printed_as_it_stands(printed) -> None:
    assert [squeezed(page) for page in printed(MARKUP)] == [squeezed(line) for line in MARKUP]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(CHARACTERS, min_size=1, max_size=40), min_size=1, max_size=12))
def test_any_text_comes_out_again(printed, lines: list[str]) -> None:
    assert [squeezed(page) for page in printed(lines)] == [squeezed(line) for line in lines]


@given(st.text())
def test_a_literal_never_ends_early(text: str) -> None:
    if unprintable(text):
        with pytest.raises(ValueError, match=r"^U\+[0-9A-F]{4,6}$"):
            string(text)
        return
    body = string(text)[1:-1]
    assert "\n" not in body
    # An odd run of backslashes escapes what follows; every quotation mark follows one.
    for at, character in enumerate(body):
        if character == '"':
            run = len(body[:at]) - len(body[:at].rstrip("\\"))
            assert run % 2 == 1


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\ufdd0", "\x7f"])
def test_what_no_page_can_show_is_found(bad: str) -> None:
    assert unprintable(f"创先{bad}争优") == bad


def test_data_becomes_a_typst_expression() -> None:
    data = {"a": ["x"], "b": {}, "c": [], "d": True, "e": None, "f": 3, 'g"': "#\\"}
    assert value(data) == (
        '("a": ("x",), "b": (:), "c": (), "d": true, "e": none, "f": 3, "g\\"": "#\\\\")'
    )
    with pytest.raises(TypeError):
        value(object())


def test_the_fonts_have_rare_han_and_signs_and_lack_what_they_lack(faces: fonts.Faces) -> None:
    assert faces.lacks("创先爭優𠮷㐂😀ǎ〇①\u200d\ufe0f") == []
    assert faces.lacks("创\ue000先\ue001\ue000") == ["\ue000", "\ue001"]


def test_a_font_of_the_editors_own_fills_a_gap(faces: fonts.Faces, tmp_path: Path) -> None:
    thai = next(path.parent for path in faces.files if path.name.startswith("NotoEmoji"))
    assert faces.lacks("ก") == ["ก"]
    own = tmp_path / "fonts"
    own.mkdir()
    shutil.copy(thai / "NotoSansThai[wght].ttf", own)
    more = fonts.find(own, tmp_path / "fonts.json")
    assert more.lacks("ก") == []
    assert more.family_lists("zh-Hans")["body"][-1] == "Noto Sans Thai"


def test_each_edition_has_its_own_shapes(faces: fonts.Faces) -> None:
    first = {code: faces.family_lists(code) for code in fonts.EDITION_FACES}
    assert first["zh-Hans"]["body"][0] == "Noto Serif SC"
    assert first["zh-Hant-TW"]["body"][0] == "Noto Serif TC"
    assert first["zh-Hant-HK"]["heading"][0] == "Noto Sans CJK HK"
    for lists in first.values():
        assert set(lists["body"] + lists["heading"] + lists["quote"]) <= set(faces.families)


def test_a_font_of_the_same_name_and_size_is_another(tmp_path):
    font = tmp_path / "kai.ttf"
    font.write_bytes(b"one")
    before = fonts.Faces((font,), tmp_path / "cache").fingerprint
    os.utime(font, ns=(0, 0))
    assert fonts.Faces((font,), tmp_path / "cache").fingerprint != before
