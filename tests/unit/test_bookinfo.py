"""book.yaml: what is filled in, and how a mistake is named."""

import bookinfo
import pytest
from sphinx.errors import ConfigError

GOOD = """\
title: 书
slug: shu
editor: 某人
rights: 无
version: 1.0
date: 2026-11-22
url: https://example.org/
source: {file: source/x.txt}
"""


@pytest.fixture
def load(tmp_path):
    def load_text(text):
        path = tmp_path / "book.yaml"
        path.write_text(text, encoding="utf-8")
        return bookinfo.load(path)

    return load_text


def test_defaults_are_filled_in_and_scalars_are_strings(load):
    book = load(GOOD)
    assert book["version"] == "1.0"
    assert book["date"] == "2026-11-22"
    assert book["editions"] == ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]


def test_text_is_what_is_written(load):
    book = load(GOOD.replace("1.0", "1.10").replace("title: 书", "title: 1984"))
    assert (book["version"], book["title"]) == ("1.10", "1984")
    book = load(GOOD + "introduction: >-\n  甲，\n  乙 a\n  b。\n")
    assert book["introduction"] == "甲，乙 a b。"
    assert load(GOOD.replace(".org/", ".org/shu"))["url"] == "https://example.org/shu/"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("山里 山外", "山里 山外"),
        (">-\n  山里 山外，\n  都有\n  书 a\n  b。", "山里 山外，都有书 a b。"),
        ("山里 山外，\n  都有书。", "山里 山外，都有书。"),
        ("|-\n  山里 山外，\n  都有书。", "山里 山外，都有书。"),
        ('"山里\u3000山外"', "山里\u3000山外"),
    ],
)
def test_blanks_within_a_line_stay_and_line_breaks_go(load, written, read):
    assert load(f"{GOOD}introduction: {written}\n")["introduction"] == read


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("title: 书\n", ""), "缺少“title”"),
        (("slug: shu", "slug: ../x"), "slug“../x”"),
        (("slug: shu", "slug: " + "a" * 81), "至多 80 个"),
        (("date: 2026-11-22", "date: 去年"), "date“去年”"),
        (("date: 2026-11-22", "date: 2026-13-01"), "date“2026-13-01”"),
        (("title: 书", "title: [甲, 乙]"), "yaml:1:8: title 应是一行文字"),
        (("title: 书", "title: {甲: 乙}"), "title 应是一行文字"),
        (("title: 书", 'title: "甲\\n乙"'), "换行或控制字符（U+000A）"),
        (("title: 书", "titel: 书"), "yaml:1:1: 不认识的键“titel”，是不是“title”？"),
        (("title: 书", "title: 书\ntitle: 书"), "yaml:2:1: 键“title”写了两次"),
        (("title: 书", "title:"), "缺少“title”"),
        (("title: 书", "title: 书\nkeywords: 甲 乙"), "keywords 应是一个列表"),
        (("title: 书", "title: 书\nkeywords: [甲, [乙]]"), "keywords 的每一项 应是一行文字"),
        (("{file: source/x.txt}", "x.txt"), "source 应是“键: 值”"),
        (("{file: source/x.txt}", "{flie: x.txt}"), "不认识的键“flie”，是不是“file”？"),
        (("https://example.org/", "example.org"), "url“example.org”不是网址"),
        (("https://example.org/", "javascript:alert(1)"), "不是网址"),
        (("title: 书", "editions: [zh-Hans, zh-Hans]\ntitle: 书"), "“zh-Hans”写了两次"),
        (("title: 书", "editions: [[zh-Hans]]\ntitle: 书"), "editions 的每一项"),
        (("title: 书", "title: [书"), "book.yaml:2:5: "),
        (("title: 书", "title：书"), "book.yaml:1:1: YAML 写法有误（这一行缺冒号"),
        (("slug: shu", "slug:shu"), "book.yaml:2:1: YAML 写法有误（这一行缺冒号"),
        (
            ("source: {file: source/x.txt}", "source:\n  file：source/x.txt\n  note: 甲"),
            ":9:3: YAML 写法有误（这一行缺冒号",
        ),
        (
            (
                "source: {file",
                "introduction: >-\n  联系\n  QQ：1\nsource:\n  file: a\n\tnote: {file",
            ),
            "book.yaml:13:1: YAML 写法有误（缩进用了制表符",
        ),
        (("title: 书", "auther: 书"), "不认识的键“auther”，可用的有"),
        (("title: 书", "script: Latn\ntitle: 书"), "“Latn”"),
        (("title: 书", "editions: [zh-Hant]\ntitle: 书"), "没有“zh-Hant”这种版本"),
        (("title: 书", "editions: zh-Hans\ntitle: 书"), "editions 应是一个列表"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_it(load, tmp_path, change, said):
    with pytest.raises(ConfigError) as caught:
        load(GOOD.replace(*change))
    message = str(caught.value)
    assert message.startswith((f"{tmp_path}/book.yaml：", f"{tmp_path}/book.yaml:"))
    assert said in message
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"book\.yaml：读不到（没有这个文件）"):
        bookinfo.load(tmp_path / "book.yaml")


def test_a_file_that_is_not_utf_8_is_named_with_the_byte(tmp_path):
    (tmp_path / "book.yaml").write_bytes(b"title: \xb4\xb4")
    with pytest.raises(ConfigError, match="第 7 字节"):
        bookinfo.load(tmp_path / "book.yaml")


def test_own_edition_follows_the_script(load):
    assert bookinfo.own_edition(load(GOOD)) == "zh-Hans"
    hant = load(GOOD + "script: Hant\neditions: [zh-Hans, zh-Hant-HK]\n")
    assert bookinfo.own_edition(hant) == "zh-Hant-HK"


def test_the_introduction_is_the_description_unless_it_is_written(load):
    assert load(GOOD + "description: 一句话\n")["introduction"] == "一句话"
    assert load(GOOD + "description: 一句话\nintroduction: 几句话\n")["introduction"] == "几句话"


@pytest.fixture
def front(make_app, tmp_path):
    def build(text, book='{"title": "*书* <名>", "date": 1}'):
        (tmp_path / "conf.py").write_text(
            f'extensions = ["myst_parser", "bookinfo"]\nbook = {book}\n', encoding="utf-8"
        )
        (tmp_path / "index.md").write_text(text, encoding="utf-8")
        app = make_app("dummy", srcdir=tmp_path)
        app.build()
        return app

    return build


def test_the_front_page_prints_fields_as_plain_text(front):
    app = front("# {book}`title`\n")
    assert app.env.titles["index"].astext() == "*书* <名>"
    assert app.warning.getvalue() == ""


@pytest.mark.parametrize("name", ["titel", "date"])
def test_a_field_that_is_no_text_is_named_with_its_line(front, name):
    said = front(f"# x\n\n{{book}}`{name}`\n").warning.getvalue()
    assert "index.md:3" in said
    assert f"“{name}”" in said


def test_the_front_page_says_our_words_in_the_books_script(front):
    def said(script):
        book = f'{{"title": "书", "script": "{script}", "editions": ["zh-Hant-TW", "zh-Hans"]}}'
        app = front("# x\n\n{word}`front-glossary`\n", book)
        return app.env.get_doctree("index").astext()

    assert "口号词汇表" in said("Hans")
    assert "口號詞彙表" in said("Hant")


def test_a_word_that_the_interface_does_not_have_is_named_with_its_line(front):
    said = front("# x\n\n{word}`front-nothing`\n").warning.getvalue()
    assert "index.md:3" in said
    assert "“front-nothing”" in said
