"""Whatever stands in the text comes out of MyST as those characters."""

from __future__ import annotations

import pytest
import yaml
from compilation.model import Edit
from compilation.render import escape
from compilation.text import tracking
from compilation.text.tracking import Change, Tracked
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

HOSTILE = [
    "{include} /etc/passwd", "{include}`/etc/passwd`", "<script>alert(1)</script>",
    "<!-- x -->", "[x](javascript:alert(1))", "![x](y)", "[x]: y", "[^1]: 注", "[^1]", "$x$",
    "$$x$$", "# 题", "#", "`码`", "``", "|甲|乙|", "|", "---", "--- ", "***", "___", ":::",
    ":::{note}", "```", "~~~", "{{ x }}", "\\", "\\\\", "&amp;", "&#65;", "&lt;script&gt;",
    "(e01)=", "+++", "% 注", "> 引", "- 项", "+ 项", "* 项", "1. 项", "1) 项", "12.", "=", "==",
    "==亮==", "~~删~~", "^上^", "~下~", "**粗**", "_斜_", "*斜*", "http://example.com",
    "www.example.com", "a@b.cn", "@ref", "#let x = 1", "\t\u5236\u8868", "甲\\", "“引”", "'单'",
    "\"双\"", "...", "--", "(c)", "{term}`x`", "<http://x.cn>", "term : key", "!", "{", "}",
    "[", "]", "(", ")", "<", ">", "{#id}", "{.class}", "\xa0\u4e0d\u65ad", "x\u2028y",
]  # fmt: skip


def shown(markdown: str) -> str:
    """Parse MyST as the book does and give the text of its one paragraph."""
    config = MdParserConfig(enable_extensions={"colon_fence", "dollarmath", "substitution"})
    tokens = create_md_parser(config, RendererHTML).parse(markdown)
    kinds = [token.type for token in tokens if not token.type.endswith("_close")]
    assert kinds == ["paragraph_open", "inline"], kinds
    inline = tokens[1].children or []
    assert {child.type for child in inline} <= {"text", "text_special"}, inline
    return "".join(child.content for child in inline)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_is_text(value: str) -> None:
    assert shown(escape.text(value)) == value
    assert shown("甲" + escape.text(value, False) + "乙") == "甲" + value + "乙"


LINE = st.one_of(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map("".join),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffd"),
        min_size=1,
        max_size=40,
    ),
    st.text("\\`*_{}[]()<>#+-.!|~$^&:=@'\"%/;,? 甲乙1a", min_size=1, max_size=20),
).map(lambda text: text.strip() or "甲")


@settings(deadline=None, max_examples=500)
@given(LINE)
def test_any_text_is_text(value: str) -> None:
    assert shown(escape.text(value)) == value


@settings(deadline=None, max_examples=300)
@example("\ufffe\uffff")
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_scalar_is_its_value(value: str) -> None:
    assert yaml.safe_load(f"a: {{b: {escape.scalar(value)}}}") == {"a": {"b": value}}


@pytest.mark.parametrize("value", ["`", "a<b", "a\\", "", "!x", "~x", "x ", "两\n行"])
def test_what_no_role_can_hold(value: str) -> None:
    assert escape.role(value) is None


@st.composite
def changes(draw: st.DrawFn, length: int) -> list[Change]:
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    result = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        if not result or start >= result[-1].end:
            result.append(Change(start, end, draw(st.text("甲乙\n", max_size=3)), "r"))
    return result


@settings(deadline=None, max_examples=500)
@given(st.data(), st.text("abcdef", max_size=20))
def test_edits_compose_and_are_undone(data: st.DataObject, source: str) -> None:
    tracked = Tracked(source, 7, 7 + len(source))
    for _ in range(3):
        wanted = tracked.text
        made = data.draw(changes(len(tracked.text)))
        for change in reversed(made):
            wanted = wanted[: change.start] + change.new + wanted[change.end :]
        tracked = tracking.revise(tracked, made)
        assert tracked.text == wanted
        assert tracking.restore(tracked.text, tracked.edits, 7) == source
        for edit in tracked.edits:
            assert source[edit.offset - 7 :].startswith(edit.old)


def test_an_edit_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        tracking.restore("甲乙", [Edit(0, "丙", "丁", "r")])


@pytest.mark.parametrize(
    ("rule", "new", "kept"),
    [
        ("space", "", ("noise-advert", "")),
        ("byline-space", "\u3000", ("noise-advert", "")),
        ("layout", "", ("noise-advert", "")),
        ("emendation", "", ("emendation", "编者改。")),
    ],
)
def test_what_was_taken_out_between_blanks_keeps_its_rule(
    rule: str, new: str, kept: tuple[str, str]
) -> None:
    source = "排着队 www.a.net 走下山去"
    bare = tracking.revise(Tracked(source, 7, 25), [Change(4, 13, "", "noise-advert")])
    reason = "编者改。" if rule == "emendation" else ""
    (edit,) = tracking.revise(bare, [Change(3, 5, new, rule, reason)]).edits
    assert edit == Edit(10, " www.a.net ", new, *kept)
    # The other way round: what takes text out of what blanks were made is the later.
    spaced = tracking.revise(Tracked(source, 7, 25), [Change(3, 4, "\u3000\u3000", rule)])
    (edit,) = tracking.revise(spaced, [Change(4, 14, "", "noise-advert")]).edits
    assert edit == Edit(10, " www.a.net", "\u3000", "noise-advert", "")
