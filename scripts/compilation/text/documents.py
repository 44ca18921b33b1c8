"""The head of an official document (GB/T 9704—2012): its letterhead and its number."""

from __future__ import annotations

from .lazy import lazy_regex
from .signs import BLANK
from .variants import either

_DOCUMENT_NUMBER = lazy_regex(
    either(
        r"[\u4e00-\u9fff×xX*＊]{1,14}\s?[〔\[（(【﹝]\s?(?:19|20)\d\d\s?[〕\]）)】﹞]\s?第?\s?[0-9０-９]{1,4}\s?号"
        rf"(?:[{BLANK}]*[（(]?签发人?[：:][{BLANK}]*[\u4e00-\u9fff×{BLANK}]{{2,10}}[）)]?)?$"
    )
)


def is_document_number(text: str) -> bool:
    """Say whether a line is the number of an official document (盖镇委〔2017〕48号).

    Who signed it may stand beside it, as in reports to a higher body (GB/T 9704—2012, 7.2.6).
    """
    numbered = text[-1:] in ("号", "號") or "签发" in text or "簽發" in text
    return numbered and bool(_DOCUMENT_NUMBER.match(text))


# The head of an official document: 某 某 县 林 业 局 文 件.
_LETTERHEAD = lazy_regex(
    either(
        r"(?:[\u4e00-\u9fff][ \u3000]{1,4}){4,20}[文邮][ \u3000]{1,4}件|"
        r"(?!认真|学习|贯彻|落实|传达|起草|印发|下发)[^。，；：！？《》]{3,30}(?:局|委|委员会|政府|办公室|办事处|厅|部|处|所|站|中心|党委|总支|支部|公司|集团|学院|大学|学校|中学|小学|医院)文件"
    )
)


def is_letterhead(text: str) -> bool:
    """Say whether a line is the head of an official document (某某县人民政府文件)."""
    return len(text) <= 80 and text[-1] == "件" and bool(_LETTERHEAD.fullmatch(text))
