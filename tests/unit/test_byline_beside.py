"""What stands beside the name and the date of a signature, and is neither a person nor a body."""

from __future__ import annotations

import pytest
from compilation.signatures import byline


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("2011年1月3日　补记",), ((), "", "2011-01-03")),
        (("周敏", "2011年1月3日　补记"), (("周敏",), "", "2011-01-03")),
        (("（2012年7月，有删改）",), ((), "", "2012-07")),
        (("周敏　于灯下", "2012年6月18日夜"), (("周敏",), "", "2012-06-18")),
        (("写于腊月廿三",), ((), "", "")),
        (("于大中", "2012年6月18日"), (("于大中",), "", "2012-06-18")),
    ],
)
def test_what_became_of_a_text_and_where_it_was_written_signs_nothing(
    lines: tuple[str, ...], said: tuple[tuple[str, ...], str, str]
) -> None:
    assert byline.read(lines) == said
