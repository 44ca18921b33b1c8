"""Takes a title off the text that is stuck to it in the same line."""

from __future__ import annotations

from dataclasses import replace

from ..body.lines import Dropped, Line
from ..body.pour import part
from ..text.lazy import lazy_regex
from ..text.salutations import DEAR
from ..text.signs import same_words
from ..text.tracking import cut
from ..text.variants import either
from .titles import title_like


def unstick(lines: list[Line], name: str, dropped: list[Dropped]) -> list[Line]:
    """Take the title off the first lines of a chapter where text is stuck to it."""
    if not name and lines and title_like(lines[0].text):
        name = lines[0].text
    if not name:
        return lines
    names = [name]
    for index, line in enumerate(lines[:10]):
        if line.text not in names and same_words(line.text, name):
            names.append(line.text)  # with other signs: 讲话稿-守堤, 讲话稿：守堤
        stop = 0 if line.said else max(_stuck(one, line.text) for one in names)
        if stop:
            piece = cut(line.tracked, 0, stop)
            dropped.append(Dropped(piece.start, piece.end, "doubled-title"))
            dropped.sort(key=lambda item: item.start)
            behind = cut(line.tracked, stop, len(line.text))
            rest = part(replace(line, tracked=behind, poured=True))
            return [*lines[:index], *rest, *lines[index + 1 :]]
    return lines


def _stuck(name: str, text: str) -> int:
    """Give where the text begins behind a title said again in the same line, or 0.

    Once is enough where a salutation or the first heading follows; prose may begin with the
    words of its title, but not twice.
    """
    stop = times = 0
    while len(name) >= 6 and text.startswith(name, stop):
        stop += len(name)
        times += 1
    behind = text[stop : stop + 40]
    if not times or len(text) - stop < 8:
        return 0
    return stop if times > 1 or _FIRST_THING.match(behind) else 0


_FIRST_THING = lazy_regex(
    either(
        rf"(?:{DEAR}|各位(?:领导|代表|同志)|[老同][师志学]们)[^。]{{0,30}}[：:]|"
        r"[^。，；：]{0,16}(?:一、|（一）|\(一\)|⒈|1[、.．](?!\d))"
    )
)
