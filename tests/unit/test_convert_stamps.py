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


@pytest.mark.parametrize(
    "stamp",
    [
        "更多精彩文章请关注样例范文网",
        "[来源：学科网]",
        "本文来源于网络",
        "wWw.fAnWen.CoM",
        "ｗｗｗ．ａｂｃ．ｃｏｍ",
        "[找文章到 就爱阅读网]",
        "此文由样例网编辑",
        "内容来自dedecms",
        "----范文网----",
        "转载请注明出处：样例网",
    ],
)
def test_the_stamp_of_a_site_goes_and_the_sentence_stays(stamp: str) -> None:
    text = f"我看到了自己的不足，{stamp}，今后要向老同志请教。"
    kept = blocks("守堤", "水位退了两尺。", text)[1][1]
    assert kept.replace("，，", "，") == "我看到了自己的不足，今后要向老同志请教。"
    assert stamp not in "".join(said for _, said in blocks("守堤", "水位退了。", stamp, "天亮了。"))


def test_no_word_behind_a_stamp_goes_with_it() -> None:
    for stamp in ("转载请注明出处", "本文由样例网整理编辑"):
        assert blocks("守堤", "天亮了。", f"水退了。{stamp}今后要向人请教。")[1][1].endswith(
            "今后要向人请教。"
        )


@pytest.mark.parametrize(
    "text",
    [
        "文章后面总有“转载请注明出处”几个字，我看了好几遍。",
        "转载请注明出处的规矩，我们一向遵守。",
        "我们的阵地——样例党建网——今年办起来了。",
        "据统计（来源：新华网），水位退了两尺。",
        "我们用dedecms做了村里的网站，大家都来看。",
        "更多的同志关注样例党建网，学习的人多了。",
        "此文由样例网发布后，来信的人很多。",
        "本文来源于网络文学的一次讨论。",
    ],
)
def test_an_author_who_writes_of_a_site_is_kept_whole(text: str) -> None:
    assert blocks("守堤", "水位退了两尺。", text)[1][1] == text
