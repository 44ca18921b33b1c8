"""A mistake in the editor's YAML is told alike by all who read it.

``book.yaml`` and ``conversion.yaml`` are read by the converter and by the extensions, which do
not import each other: an editor is to see the same place and the same sentence from both.
"""

from pathlib import Path

import bookinfo
import brokenyaml
import pytest
from compilation import config
from compilation.problems import ConversionError
from edition import editor
from sphinx.errors import ConfigError

COLON = "这一行缺冒号，或冒号是全角的、后面没有空格"
CHECK = "请检查这一行的缩进、冒号后的空格和引号是否成对。"
MISTAKES = [
    ("words:\n  - text: 于\n    form：於\n    note: 人名\n", "3:5", COLON, CHECK),
    ("words:\n  - text:于\n    form: 於\n", "2:5", COLON, CHECK),
    ("a: 1\nlong-key：2\nb: 3\n", "2:1", COLON, CHECK),
    ("- - a：1\n    b: 2\n", "1:5", COLON, CHECK),
    ("a: 1\n\tb: 2\n", "2:1", "缩进用了制表符，应当用空格", CHECK),
    ("a: 一: 二\n", "1:5", "文字里有冒号加空格，须加引号；或是缩进不齐", CHECK),
    ("a:\n  - b\n c\n", "3:2", "缩进不齐，或引号后面还有字", CHECK),
    ("a: 1\nb\nc: 2\n", "2:1", COLON, CHECK),
    ('a: "一\nb: 二\n', "1:4", "引号没有成对，直到文件末尾", CHECK),
    ("a: [一, 二\nb: 三\n", "2:2", "方括号没有成对，或其中缺逗号", CHECK),
    ("a: {b: 一\nc: 三\n", "2:2", "花括号没有成对，或其中缺逗号", CHECK),
    ("a: *一\n", "1:4", "文字以 * 开头须加引号", CHECK),
    ("a: &一 二\n", "1:4", "文字以 & 开头须加引号", CHECK),
    ("a: @一\n", "1:4", "这里有制表符，或不加引号便不能开头的符号", CHECK),
    ('a: "一\\q"\n', "1:6", "双引号里的反斜线后面不能是这个字；可改用单引号", CHECK),
    ("a: 一\nb: 二\x07三\n", "2:5", "这里有不可见的控制字符 U+0007", "请删去它。"),
    ("a: 一\n---\nb: 二\n", "2:1", "文件里有第二份 YAML 文档（---）", CHECK),
]


def refused(path: Path) -> list[str]:
    """What each reader says of the file."""
    with pytest.raises(ConversionError) as converter:
        config.read_yaml(path)
    with pytest.raises(ConfigError) as book:
        bookinfo.load(path)
    with pytest.raises(editor.EditorialError) as words:
        editor.read(path, "tw")
    (problem,) = converter.value.problems
    return [str(problem).removesuffix(f" [{problem.code}]"), str(book.value), str(words.value)]


@pytest.mark.parametrize(("text", "place", "what", "advice"), MISTAKES)
def test_all_readers_say_the_same(tmp_path, text, place, what, advice):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    assert refused(path) == [f"{path}:{place}: YAML 写法有误（{what}）。{advice}"] * 3


def test_the_words_for_mistakes_are_the_same():
    assert brokenyaml.SAID == config._SAID
