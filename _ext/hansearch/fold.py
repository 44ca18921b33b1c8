"""What two characters must share to be the same character to a search.

The *key* of a text is what the search compares. It is made character by character, so that a
phrase stands in a text exactly when the phrase's key stands in the text's key:

1. compatibility decomposition (NFKD): full width becomes half width, compatibility ideographs
   become unified ones, accents come off their letters;
2. lower case;
3. punctuation, symbols, spaces, marks and control characters are left out
   (Unicode categories P, S, Z, M, Cc, Cf, Cs);
4. Traditional characters become Simplified ones, many to one.

``search-text.js`` does the same in the browser; step 4 is sent to it with the index.

Some characters are standard in both scripts (著, 乾, 覆 …). Folding them would make two
characters of Simplified text one, so they stay themselves, and a query that may mean either
names both: see :func:`alternates`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from edition.opencc_tables import table

#: Parts a block is made of are joined by this; no phrase crosses it.
SEPARATOR = "\x1f"

#: A circle often typed for the numeral zero (二○一○年), and the numeral.
_ZEROS = {"○": "〇", "◯": "〇"}

#: Standard in Simplified text too, so never folded: 著作, 乾坤, 什么.
_SHARED = frozenset("著乾么")

#: A character of Simplified text and one that its Traditional counterpart may become although
#: the two do not fold together. From OpenCC 1.4.2: every pair that ``s2t``, ``s2tw`` or ``s2hk``
#: gives for an entry of ``STPhrases`` or ``STCharacters`` (tests/unit/test_hansearch_fold.py
#: finds the pairs again), less what :func:`folding` already joins.
_ALTERNATES = (
    "了瞭 仇讎 仿彷 侭儘 借藉 具俱 吣唚 呆待 坐座 堤隄 复覆 夫伕 宁甯 干乾 幺么 戚鏚 拿拏 斤觔 "
    "斫斲 昵暱 果菓 枪鎗 檗蘗 浚濬 渖瀋 澄澂 焰燄 熏薰 琅瑯 着著 稆穭 穗繐 筱篠 縆緪 缐線 耇耈 "
    "背揹 腭顎 苏甦 苧薴 藤籐 讬託 谘諮 豆荳 象像 迳逕 里哩 钜鉅 链鍊 锄耡 锺鍾 镟鏇 馀餘 鲇鯰 "
    "麹麴 麺麵 㓰劃 㳽瀰 䌽綵 䙓襬 䦆钁 䩄靦 𢧐戰 𢭏擣 𧹒買 𧹔賬 𩨂驄 𪠽噹 𪨧崙 𪪏廬 𫍝諫 𫍿譾 "
    "𫔀鍊 𫔭開 𫔮閒 𫖕韝 𫖸願 𫗫餬 𫗭餵 𫗯餱 𫛲鵰 𫜩齧 𫫇噁 𬞟蘋 "
    "眯瞇"  # not OpenCC's: see edition/opencc_tables.py
)

#: Pairs that only one region writes so: elsewhere 着 stays 着 and 著 is another word.
_REGIONAL = {"着著": "zh-Hant-TW"}


@cache
def folding() -> dict[str, str]:
    """Return {Traditional character: the Simplified one it folds to}.

    OpenCC's ``TSCharacters`` and ``TSCharactersExt`` (Simplified forms beyond the first plane),
    then the forms that Taiwan and Hong Kong write differently (``TWVariantsRev``,
    ``HKVariantsRev``).
    """
    fold: dict[str, str] = {}
    for name in ("TSCharacters", "TSCharactersExt"):
        for key, values in table(name).items():
            if key != values[0] and key not in _SHARED:
                fold.setdefault(key, values[0])
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for variant, standards in table(name).items():
            simplified = fold.get(standards[0], standards[0])
            if variant != simplified and variant not in _SHARED:
                fold.setdefault(variant, simplified)
    # A form that folds to another Traditional form goes all the way.
    return {key: fold.get(value, value) for key, value in fold.items()}


class _Keys(dict[int, str]):
    """{code point: its key}, worked out as code points turn up (for ``str.translate``)."""

    def __missing__(self, code: int) -> str:
        fold = folding()
        key = "".join(
            fold.get(part, part)
            for whole in unicodedata.normalize("NFKD", _ZEROS.get(chr(code), chr(code)))
            for part in whole.lower()
            if not _is_ignored(part)
        )
        self[code] = key
        return key


def _is_ignored(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "PSZM" or category in ("Cc", "Cf", "Cs")


_KEYS = _Keys({ord(SEPARATOR): SEPARATOR})


def key(text: str) -> str:
    """Return the key of ``text``; :data:`SEPARATOR` is kept, for it parts a block."""
    return text.translate(_KEYS)


def alternates(edition: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return what else a key may mean in ``edition``: (always, otherwise), {key: keys}.

    *always*: typed in Simplified, the character may stand in this Traditional edition as another
    one that is not folded (反复 for 反覆). *otherwise*: either way round, asked only when the
    phrase as it was typed stands nowhere (著手 typed in an edition that writes 着手).
    """
    always: dict[str, str] = {}
    otherwise: dict[str, str] = {}
    for pair in _ALTERNATES.split():
        first, second = (key(character) for character in pair)
        if first == second:
            continue
        otherwise[first] = otherwise.get(first, "") + second
        otherwise[second] = otherwise.get(second, "") + first
        if edition.startswith("zh-Hant") and _REGIONAL.get(pair, edition) == edition:
            always[first] = always.get(first, "") + second
    return always, otherwise
