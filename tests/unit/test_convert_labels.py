"""Run-in headings without a mark: labels of what is said under them."""

from __future__ import annotations

from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去。"


def _levels(*lines: str) -> list[tuple[int, str]]:
    """Give the levels of headings with their texts, those of run-in headings with a colon."""
    return [
        (block.level, f"{block.text[: block.run_in]}：" if block.run_in else block.text)
        for block in of_lines("守堤的人", _PROSE, *lines)[0].works[0].blocks
        if block.level
    ]


def _labelled(*labels: str) -> list[str]:
    return [f"{label}：{_PROSE}" for label in labels]


def test_labels_are_below_unnumbered_headings() -> None:
    text = (
        *(
            "守堤办法：三班轮换",
            _PROSE,
            *_labelled("看灯", "看水", "与邻村守堤的民工相照应"),
            _PROSE,
        ),
        *("换防感受：三个夜晚", _PROSE, *_labelled("静夜", "雨夜", "月夜"), _PROSE),
        *(
            "今后打算：守住老堤",
            f"还有一件大事要做，堤上的老人都这样对我们说过：\n{_PROSE}",
            *_labelled("带徒弟"),
        ),
    )
    assert _levels(*text) == [
        *((1, "守堤办法：三班轮换"), (2, "看灯："), (2, "看水："), (2, "与邻村守堤的民工相照应：")),
        *((1, "换防感受：三个夜晚"), (2, "静夜："), (2, "雨夜："), (2, "月夜：")),
        *((1, "今后打算：守住老堤"), (2, "带徒弟：")),
    ]


def test_labels_alone_are_outermost() -> None:
    assert _levels(*_labelled("看灯", "看水", "看人"), _PROSE, *_labelled("又记")) == [
        *((1, "看灯："), (1, "看水："), (1, "看人：")),
    ]
    assert _levels(*_labelled("看灯", "看水")) == []


def test_who_is_spoken_to_is_no_label() -> None:
    def run_ins(*labels: str) -> list[str]:
        head, prose = "守堤办法：三班轮换", _PROSE
        found = _levels(head, prose, *_labelled(*labels), prose, "换防感受：三个夜晚", prose)
        return [text for _, text in found if text.endswith("：")]

    for whom in (("对何镇长", "对苏书记", "对小严同志"), ("给周敏", "给李师傅", "给老站长")):
        assert run_ins(*whom) == []
    assert run_ins("对自己", "对家人", "对这条河") == ["对自己：", "对家人：", "对这条河："]
