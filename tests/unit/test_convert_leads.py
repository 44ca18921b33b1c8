"""Who signs below the words that editors lead a text in with."""

from __future__ import annotations

import pytest
from compilation import account, parse
from convert_reading import of_lines

_PROSE = "堤上的灯亮了一夜，守堤的人换了三班，水位一寸一寸地退了下去，天亮时才有人想起没有吃饭。"
_LEAD = "站长常对新来的人说：“堤有两面，一面朝着水，一面朝着人。”有人把这句话记在了本子上。"


@pytest.mark.parametrize(
    ("title", "between", "signed", "name"),
    [
        ("水退以后的早晨——周敏", (_LEAD,), "水文站职工　周敏", "周敏"),
        ("水退以后的早晨 —— 周 敏", ("水边人家", _LEAD), "周 敏（水文站职工）", "周敏"),
        ("水退以后的早晨——欧阳静怡", ("堤上", _LEAD, _LEAD), "水文站职工欧阳静怡", "欧阳静怡"),
        ("水退以后的早晨——周敏", (), "水文站职工　周敏", "周敏"),
    ],
)
def test_who_signs_below_the_lead_is_named_in_the_title(
    title: str, between: tuple[str, ...], signed: str, name: str
) -> None:
    source = "\n".join((title, *between, signed, _PROSE, "一、守堤", _PROSE))
    (span,) = parse.outline(source).chapters
    read = parse.chapter(source, span)
    assert account.prove_span(read, source, span) is None
    assert read.chapter is not None
    (work,) = read.chapter.works
    assert (work.title, work.subtitle) == ("水退以后的早晨", "")
    assert (work.authors, work.affiliation) == ((name,), "水文站职工")
    lead = [_LEAD] * between.count(_LEAD)
    assert [block.text for block in work.blocks] == [*lead, _PROSE, "一、守堤", _PROSE]


def test_a_title_names_whom_a_text_is_about_where_another_signs() -> None:
    (chapter,) = of_lines("水退以后的早晨——周敏", "水文站站长　白洁", _PROSE, _PROSE)
    (work,) = chapter.works
    assert (work.subtitle, work.authors) == ("周敏", ("白洁",))
    (chapter,) = of_lines("水退以后的早晨——周敏", _LEAD, _PROSE, _PROSE)
    assert (chapter.works[0].subtitle, chapter.works[0].authors) == ("周敏", ())
