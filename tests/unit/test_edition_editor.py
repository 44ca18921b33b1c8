"""The editor's words: read with care, stronger than every list."""

from __future__ import annotations

import textwrap

import pytest
from compilation import wordfile
from compilation.problems import ConversionError
from edition import opencc_config
from edition.converters import converter_for
from edition.editor import EditorialError, EditorsWords, Word, read


@pytest.fixture
def words(tmp_path):
    """Write a file of the editor's and read it for a region."""

    def write(text: str, region: str = "tw") -> EditorsWords:
        path = tmp_path / "conversion.yaml"
        path.write_text(textwrap.dedent(text), "utf-8")
        return read(path, region)

    return write


def test_words_places_and_house(words):
    editors = words(
        """
        words:
          - {text: 发展, form: 髮展}
          - {text: 里, TW: 里, HK: 裡}
          - {text: 后山, form: 后山, works: [e02b]}
        places:
          - {at: e01a-p3, text: 干, form: 干, nth: 2}
        house:
          - {text: 了解, form: 了解}
        """
    )
    convert = converter_for("zh-Hant-TW", editors=editors).convert
    assert convert("发展里面的后山", "e01a-p1") == "髮展里面的後山"
    assert convert("后山在发展", "e02b-p1") == "后山在髮展"
    assert convert("干部干活", "e01a-p3") == "幹部干活"
    assert convert("干部干活", "e01a-p4") == "幹部幹活"
    assert convert("了解民情，签订了解决办法") == "了解民情，簽訂了解決辦法"


def test_one_region_does_not_touch_the_other(words):
    editors = words("words: [{text: 里, HK: 里}]", "tw")
    assert editors.words == ()
    assert words("words: [{text: 里, HK: 里}]", "hk").words[0].form == "里"


def test_the_form_is_final_even_where_a_region_writes_otherwise(words):
    # 着 and 裏 are not Taiwan's forms; an editor who wants them gets them.
    editors = words("words: [{text: 看着心里, form: 看着心裏}]")
    assert converter_for("zh-Hant-TW", editors=editors).convert("看着心里") == "看着心裏"


def test_decisions_name_the_editor_and_the_note(words):
    editors = words(
        """
        words: [{text: 于家店, form: 于家店, note: 村名}]
        places: [{at: e01a-p1, text: 后, form: 后}]
        """
    )
    decisions = converter_for("zh-Hant-TW", editors=editors).explain("于家店在山后。", "e01a-p1")
    assert [(at, c.character, c.form, c.reason, c.note) for at, c in decisions] == [
        (0, "于", "于", "editor", "村名"),
        (1, "家", "家", "editor", "村名"),
        (5, "后", "后", "place", ""),
    ]


def test_a_character_that_stays_as_the_source_has_it_is_told(words):
    editors = words("words: [{text: 邓小理, form: 邓小理, note: 误字}]")
    decisions = converter_for("zh-Hant-TW", editors=editors).explain("原作邓小理。")
    assert [(at, c.form, c.reason, c.note, c.candidates) for at, c in decisions] == [
        (2, "邓", "editor", "误字", ("鄧", "邓"))
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words:\n\t- {text: 于, form: 于}", ":2:1: YAML 写法有误（缩进用了制表符"),
        ("words: [{text: [于], form: 于}]", ":1:16: text 应是文字"),
        ("words: [{text: 于, form: {TW: 于}}]", "form 应是文字"),
        ("words: [{text: 于, form: 于, works: {a: b}}]", "works 的每一项 应是文字"),
        ("words: [{text: 于, form: 于}, {text: 于, form: 於}]", "已在第 1 行定过"),
        ("words: []\nwords: []", ":2:1: “words”写了两次"),
        ("? [a]\n: b", "不认得“……”这一项"),
        ('words: [{text: "于\\n", form: "于\\n"}]', "控制字符"),
        ("places: [{at: e01a-p1, text: 于, form: 于, nth: [1]}]", "nth 应是文字"),
        ("words: [{text: 于家店, TW: 于家, HK: 于家店}]", "字数不同"),
        ("words: [{text: 于家店, form: 于家}]", ":1:9: “于家店”和“于家”字数不同"),
        ("words:\n  - {form: 于}", ":2:5: 缺 text"),
        ("words:\n  - {text: 于}", ":2:5: “于”缺 form"),
        ("words:\n  - {text: 于, from: 于}", ":2:15: 不认得“from”这一项"),
        ("word: []", ":1:1: 不认得“word”这一项"),
        ("words: 于家店", ":1:8: 这里应是一个列表"),
        ("words:\n  - 于家店", ":2:5: 每一条应写成"),
        ("places:\n  - {text: 于, form: 于}", ":2:5: 缺 at"),
        ("places:\n  - {text: 于, form: 于, at: e01a-p1, nth: 0}", ":2:5: nth 应是"),
        ("- 于", ":1:1: 最外层应有"),
        ("words: [", ":1:9: YAML 写法有误"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(words, tmp_path, text, message):
    with pytest.raises(EditorialError) as error:
        words(text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    with pytest.raises(ConversionError) as refused:  # the converter says so too, before
        wordfile.read(tmp_path / "conversion.yaml")
    (problem,) = refused.value.problems
    assert problem.line


@pytest.mark.parametrize(
    "text",
    [
        "# nothing yet\n",
        "words:\nplaces:\n",
        "words: [{text: 1, form: 2}, {text: 于, TW: 于}, {text: 于, HK: 於}]",
        "words: [{text: 于, form: 于, works: e01a}, {text: 于, form: 于, works: [e01b, e02a]}]",
        "places: [{at: e01a-p1, text: 于, form: 于, nth: '2'}, {at: e01a-p1, text: 于, form: 于}]",
        "house: [{text: 于, form: 于, note: 2011-05-01, Hans: 于}]",
    ],
)
def test_the_converter_takes_what_the_extension_takes(words, tmp_path, text):
    words(text)
    wordfile.read(tmp_path / "conversion.yaml")


def test_no_file_and_an_empty_file_hold_nothing(words, tmp_path):
    assert read(tmp_path / "missing.yaml", "tw") == EditorsWords()
    assert words("# nothing yet\n") == EditorsWords()
    assert words("words:\nplaces:\n") == EditorsWords()


@pytest.mark.parametrize("name", ["s2tw", "s2hk", "tw2s", "hk2s"])
def test_opencc_takes_the_generated_configuration_without_a_word(name, capfd):
    editors = EditorsWords(words=(Word("于家店里面", "于家店裏面"), Word("于洋", "于洋")))
    converter = opencc_config.converter(name, editors)
    assert converter.convert("于家店里面，于洋") == "于家店裏面，于洋"
    assert capfd.readouterr() == ("", "")


def test_from_traditional_the_editor_wins_too():
    editors = EditorsWords(words=(Word("著幹部", "著干部"), Word("后土", "後土")))
    convert = converter_for("zh-Hans", "zh-Hant-TW", editors).convert
    assert convert("看著幹部，著名的后土「裡『外』」") == "看著干部，著名的後土“里‘外’”"
    assert converter_for("zh-Hant-HK", "zh-Hant-TW").convert("群眾裡看著說") == "羣眾裏看着説"
