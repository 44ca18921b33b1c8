"""Every change of the text is counted under a rule that the reports know."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import compilation
import convert
import pytest
from compilation import decode, parse, rules
from compilation.own_words import simplified
from compilation.problems import Code
from compilation.render import appendix
from conftest import ROOT

CODE = Path(compilation.__file__).parent
#: Every text is read, changes and all, by the golden cases; of the larger set, each tenth here.
TEXTS = sorted((ROOT / "benchmarks" / "conversion").glob("*/input.txt"))[3::10]
IMPRINT = "第一篇：学习体会\n学习使人进步，实践出真知。\n张建国\n大会秘书处　2010年9月印\n"


def constants() -> Iterator[str]:
    """Give all strings of the converter but those of the table itself and the codes."""
    for path in CODE.rglob("*.py"):
        if path.name not in ("rules.py", "problems.py"):
            tree = ast.parse(path.read_text("utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_no_rule_of_the_converter_is_missing_from_the_table() -> None:
    written = {text for text in constants() if re.fullmatch(r"noise-[a-z]+(?:-[a-z]+)*", text)}
    assert written - rules.RULES.keys() == set()


def test_no_rule_and_no_code_is_left_that_nothing_reports() -> None:
    assert rules.RULES.keys() - set(constants()) == set()
    scripts = (path.read_text("utf-8") for path in CODE.parent.rglob("*.py"))
    named = set(re.findall(r"\bCode\.([A-Z_]+)\b", "\n".join(scripts)))
    assert {code.name for code in Code} - named == set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_every_rule_that_a_text_needs_is_in_the_table(path: Path) -> None:
    text = decode.decode(path.read_bytes()).text
    outline = parse.outline(text)
    for span in (*filter(None, [outline.front]), *outline.chapters):
        read = (parse.chapter if span.number else parse.front)(text[span.start : span.end], span)
        assert {edit.rule for edit in read.edits} <= rules.RULES.keys()


def test_the_reports_count_all_edits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text(IMPRINT, encoding="utf-8")
    assert convert.main(["--book", str(tmp_path / "book.yaml"), "--report"]) == 0
    said = capsys.readouterr().out
    (edits,) = map(int, re.findall(r"整理 (\d+) 处", said))
    assert sum(map(int, re.findall(r"(?m)^  [a-z-]+：.*，(\d+) 处$", said))) == edits
    assert "noise-imprint：" in said
    page = (tmp_path / "appendix" / "emendations.md").read_text(encoding="utf-8")
    assert sum(map(int, re.findall(r"(?m)^\| .* \| (\d+) \|$", page))) == edits


def test_a_rule_that_nobody_described_is_an_error() -> None:
    unknown = Counter({"layout": 1, "noise-unheard-of": 1})
    with pytest.raises(KeyError):
        list(rules.table(unknown))
    with pytest.raises(KeyError):
        appendix.emendations([], unknown, [], 0, simplified)


LETTER = "第一篇：申请书\n敬爱的党组织：\n我志愿加入。\n此致\n敬礼！\n张建国\n2010年5月1日\n"
ABOVE = "第二篇：学习体会\n张建国\n学习使人进步，实践出真知。\n"
BELOW = "第三篇：学习体会\n学习使人进步，实践出真知。\n张建国\n2010年5月1日\n"


@pytest.mark.parametrize(("source", "moved"), [(LETTER + ABOVE, 0), (LETTER + ABOVE + BELOW, 1)])
def test_the_list_says_how_many_signatures_stand_elsewhere(
    tmp_path: Path, source: str, moved: int
) -> None:
    (tmp_path / "book.yaml").write_text("source:\n  file: source.txt\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text(source, encoding="utf-8")
    assert convert.main(["--book", str(tmp_path / "book.yaml")]) == 0
    page = (tmp_path / "appendix" / "emendations.md").read_text(encoding="utf-8")
    assert re.findall(r"移到题下，共 (\d+) 篇", page) == ([str(moved)] if moved else [])


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("网上的*汇编*。", "底本：网上的\\*汇编\\*（`a_b.txt`，SHA-256 `0f`）。"),
        ("", "底本：`a_b.txt`（SHA-256 `0f`）。"),
    ],
)
def test_the_list_of_emendations_names_the_base_text(note: str, said: str) -> None:
    base = appendix.base_text(note, "a_b.txt", "0f", simplified)
    assert base == said
    assert said in appendix.emendations([], {}, [], 0, simplified, base)
