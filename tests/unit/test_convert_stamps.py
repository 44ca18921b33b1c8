"""What a site says of itself: whole lines of it go, of a sentence only the site's own words."""

from __future__ import annotations

import pytest
from compilation.web import noise
from convert_reading import blocks


@pytest.mark.parametrize(
    "line",
    [
        "我看到了自己的差距，今后要进一步改进工作作风（转载请注明出处）。",
        "我守堤的经验还有许多不足，转载请注明出处：样例网，今后要向老同志请教。",
        "这批老照片版权归县文化馆，我们征得同意后放大展出，群众争相观看。",
        "这批老照片版权归县文化馆所有。",
        "转载他人文章请注明来源，这是我们的纪律。",
        "本文以县志为据，转载请注明的规矩一向遵守。",
        "我们把版权所有的规定学了三遍，人人都会背。",
        "希望以上建议对大家有所帮助。",
        "希望以上几点体会对大家有所帮助。",
        "希望对口帮扶的做法对大家有所帮助。",
        "欢迎访问群众来信来访的领导同志，是我的工作。",
        "欢迎光临我们的书屋。",
        "欢迎关注民生工程的代表们到现场来看。",
        "本资料由档案室提供，逐页核对，用了三天。",
        "前言：这本书由老同志整理，供年轻人参考。",
        "文章在样例党建网登出来了。",
    ],
)
def test_a_line_with_words_of_its_author_stays(line: str) -> None:
    assert noise.line_rule(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "转载请注明出处：样例网",
        "（转载请注明出处）",
        "本文版权归作者所有，转载请注明出处。",
        "文章版权归作者所有，未经允许请勿转载",
        "版权归作者，转载请联系授权",
        "欢迎光临样例网，祝您愉快",
        "欢迎访问石桥范文网！",
        "敬请关注！",
        "希望以上内容对大家有所帮助",
        "希望对大家有所帮助！",
        "文章来自样例党建网，欢迎转载。",
    ],
)
def test_a_line_that_is_all_the_sites_goes(line: str) -> None:
    assert noise.line_rule(line) == "noise-advert"


def test_the_words_of_an_advice_in_an_essay_are_kept() -> None:
    text = "希望以上建议对大家有所帮助。"
    assert [said for _, said in blocks("守堤", "水位退了两尺。", text, "天亮了。")][1] == text
