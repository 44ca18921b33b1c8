"""Hard-wrapped texts that lost the indents of their paragraphs, and how speeches in them end."""

from __future__ import annotations

import pytest
from compilation.body.lines import split
from compilation.body.reflow import reflow
from compilation.body.wrapping import profile

_PARAGRAPH = (
    "堤上的灯亮了一整夜，守堤的人换了三班，水位一寸一",
    "寸地退了下去，天快亮的时候才有人想起没有吃晚饭，大家",
    "笑了起来，笑声惊起了一群水鸟，水鸟绕着灯塔飞了三圈，",
    "又落回了芦苇荡。",
)
#: The last line is full, and ends with its sentence.
_FULL = (*_PARAGRAPH[:2], "笑了起来，笑声惊起了一群水鸟，绕着灯塔飞了整整三圈。")


def _paragraphs(*text: str) -> list[str]:
    """Give the paragraphs of a text below three that show how it is printed."""
    source = "\n".join((*_PARAGRAPH * 3, *text))
    lines, dropped = split(source)
    return [line.text for line in reflow(source, 0, lines, dropped, profile(lines))][3:]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "守堤办法，说起来千头万绪，其实是两个字：一是",
            "“近”，一是“实”。离水要近，近到能听见浪头的声音响；",
        ),
        (
            "换防的那天早上，我从家里带去了一本翻得很旧的",
            "《诗》，夜里没有人说话的时候，就着马灯读给大家听一听，",
        ),
        (
            "那一年县里给我们堤上发下来一台老式的水泵，是",
            "（乙）型的，抽水的时候整个堤都在抖，谁也睡不了一个觉，",
        ),
    ],
)
def test_first_line_whose_next_piece_would_have_fitted(lines: tuple[str, str]) -> None:
    kept = _paragraphs(*_FULL, *lines, "大家都这么说。")
    assert kept == ["".join(_FULL), "".join(lines) + "大家都这么说。"]


def test_line_whose_next_piece_would_not_have_fitted_goes_on() -> None:
    lines = (
        "换防的那天早上，我从家里带去了一本翻得很旧很旧",
        "《诗经》，夜里没有人说话的时候，就着马灯读给大家听听，",
    )
    assert len(_paragraphs(*_FULL[:2], _FULL[2][:-1] + "，", *lines, "大家都这么说。")) == 1


@pytest.mark.parametrize(
    "thanks",
    [
        "谢谢老师们！",
        "我的发言完了，谢谢！",
        "我就讲到这里，谢谢各位领导！",
        "谢谢大家。",
        "再次感谢各位评委！",
    ],
)
def test_thanks_below_a_full_line(thanks: str) -> None:
    assert _paragraphs(*_FULL, thanks) == ["".join(_FULL), thanks]


def test_a_sentence_that_only_begins_with_thanks_goes_on() -> None:
    last = "谢谢他的人里，也有我。"
    assert _paragraphs(*_FULL, last) == ["".join(_FULL) + last]


def test_the_next_of_several_things_begins_a_paragraph() -> None:
    one = "第一班人守的是上半夜，风大雨大，谁也不肯先走一步路。"
    two = "第二班人守的是下半夜，水位最高，谁也没有合过一次眼。"
    other = "他们守的是那个下半夜，水位最高，谁也没合过一次眼睛。"
    assert _paragraphs(one, two, "天亮了。")[-2:] == [one, f"{two}天亮了。"]
    assert _paragraphs(one, other, "天亮了。")[-1] == f"{one}{other}天亮了。"


def test_a_sentence_with_a_semicolon_goes_on_below_a_full_line() -> None:
    lines = (
        "守堤的事说来不多，都在夜里。汛期里一共换了四班，",
        "每班四个人，来回走了一百多里，记下水位三百二十多次；",
        "查出渗水两处，当夜就报到了站里，站里又派来了三个",
        "人。",
    )
    assert _paragraphs(*_PARAGRAPH, *lines)[1:] == ["".join(lines)]
    # What begins with such a line is an item of a list.
    assert _paragraphs(*_PARAGRAPH * 2, *lines[1:])[2:] == [lines[1], lines[2] + lines[3]]


def test_lines_broken_behind_every_comma_are_not_as_wide_as_a_page() -> None:
    lines = (
        "化验室在站里的最东头，平常很少有人走得进来，",
        "可是水好不好，全看我们手里的这几只小试管。",
        "看了一夜的水以后，我常常在灯下想一件小事情，",
        "这么大的一条江和我滴的试剂有什么样的关系。",
        "后来我想明白了，水里只要差了这么一个小数，",
        "堤上就要少守一夜，所以每一个样品要测两遍。",
    )
    kept, dropped = split("\n".join(lines))
    found = [line.text for line in reflow("\n".join(lines), 0, kept, dropped, profile(kept))]
    assert found == [a + b for a, b in zip(lines[::2], lines[1::2], strict=True)]
