"""The matcher: leftmost, longest, never overlapping, never inside a guarded word."""

from __future__ import annotations

from itertools import pairwise

from compilation.model import Mention
from compilation.slogans import Entry, Glossary, Kind, Level, Matcher, Variant
from hypothesis import given
from hypothesis import strategies as st


def glossary(*entries: tuple[str, list[str], list[str]]) -> Glossary:
    return Glossary(
        tuple(
            Entry(
                term=term,
                id=f"slogan-{n}",
                pinyin="",
                kind=Kind.FIGURE,
                level=Level.UNKNOWN,
                explanation="",
                variants=tuple(map(Variant, variants)),
                not_in=tuple(not_in),
            )
            for n, (term, variants, not_in) in enumerate(entries)
        )
    )


def found(text: str, *entries: tuple[str, list[str], list[str]]) -> list[tuple[str, str]]:
    matcher = Matcher(glossary(*entries))
    return [(text[m.start : m.end], m.term) for m in matcher.mentions(text)]


def test_the_longest_at_one_place():
    assert found(
        "学习实践科学发展观活动", ("科学发展观", [], []), ("学习实践科学发展观", [], [])
    ) == [("学习实践科学发展观", "学习实践科学发展观")]


def test_a_variant_stands_for_its_term():
    text = "落实“四仪两公开”，抓“两新”组织"
    assert found(text, ("四议两公开", ["四仪两公开"], []), ("两新组织", ["“两新”组织"], [])) == [
        ("四仪两公开", "四议两公开"),
        ("“两新”组织", "两新组织"),
    ]


def test_not_inside_a_guarded_word():
    entries = (("创先争优", ["争创"], ["争创佳绩"]),)
    assert found("争创佳绩，抓争创", *entries) == [("争创", "创先争优")]
    assert found("争创佳绩", *entries) == []


def test_a_guard_binds_its_own_entry_only():
    entries = (("五改", [], ["第五改革"]), ("改革", [], []))
    assert found("第五改革", *entries) == [("改革", "改革")]


def test_a_guard_that_is_a_term_of_another_entry():
    entries = (("会课", [], ["三会课堂"]), ("三会课堂", [], []))
    assert found("三会课堂", *entries) == [("三会课堂", "三会课堂")]


def test_no_entries_and_no_text():
    assert found("三会一课") == []
    assert found("", ("三会一课", [], [])) == []


def test_offsets_count_characters_beyond_the_basic_plane():
    (mention,) = Matcher(glossary(("三会一课", [], []))).mentions("𠮷😀三会一课")
    assert (mention.start, mention.end) == (2, 6)


LETTERS = st.text("三会一课好", min_size=2, max_size=4)


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    forms = draw(st.lists(LETTERS, min_size=1, max_size=6, unique=True))
    guards = draw(st.lists(st.text("三会一课好", min_size=3, max_size=6), max_size=3))
    entries = []
    for n, form in enumerate(forms):
        own = [word for word in guards if form in word and form != word]
        if entries and draw(st.booleans()):
            term, variants, not_in = entries[-1]
            entries[-1] = (term, [*variants, form], not_in)
        else:
            entries.append((f"{form}", [], own if n % 2 else []))
    return glossary(*entries)


def naive(text: str, given_glossary: Glossary) -> list[Mention]:
    """The definition, word for word: at each place the longest form that is not guarded."""
    mentions, at = [], 0
    while at < len(text):
        fitting = [
            form
            for form, entry in given_glossary.by_form.items()
            if text.startswith(form, at) and not guarded(text, at, at + len(form), entry)
        ]
        if fitting:
            form = max(fitting, key=len)
            mentions.append(Mention(at, at + len(form), given_glossary.by_form[form].term))
            at += len(form)
        else:
            at += 1
    return mentions


def guarded(text: str, start: int, end: int, entry: Entry) -> bool:
    return any(
        text.startswith(word, a)
        for word in entry.not_in
        for a in range(max(0, end - len(word)), start + 1)
    )


@given(glossaries(), st.text("三会一课好，", max_size=40))
def test_agrees_with_the_definition(given_glossary, text):
    mentions = list(Matcher(given_glossary).mentions(text))
    assert mentions == naive(text, given_glossary)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
