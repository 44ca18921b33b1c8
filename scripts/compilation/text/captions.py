"""What stands under a picture: who drew it or took it (三年级 周小舟 画)."""

from __future__ import annotations

from .lazy import lazy_regex
from .signs import BLANK
from .variants import either

#: The last characters of such a line.
_ENDS = frozenset("画畫绘繪作摄攝图圖影）)")
_CAPTION = lazy_regex(
    either(
        rf"(?P<open>[（(])?[^。，；：:！？、“”]{{2,24}}[{BLANK}]+(?:画|绘|绘画|画作|摄|摄影|供图)(?(open)[）)])"
    )
)


def is_caption(text: str) -> bool:
    """Say whether a line names who drew or took a picture, in brackets or not."""
    if not 5 <= len(text) <= 32 or text[-1] not in _ENDS:
        return False
    return _CAPTION.fullmatch(text) is not None
