"""Derive ``data/surroundings.txt`` from proof-read sentences (a maintainer's tool).

Run it as ``python -m edition.derive_surroundings`` where the packages ``scikit-learn`` and
``numpy`` are installed; the build itself needs neither. The sentences are our own: those of
``data/sentences/*.txt``, in Taiwan's Traditional characters, a sentence or paragraph a line (in
them rare senses are as frequent as common ones), and the proof-read list of
``tests/golden/conversion`` (in which they are nearly as rare as in life). Every character that a
word or a rule of the register list does not settle becomes an example, and one logistic
regression a character (L2, as scikit-learn sets it) gives the weights. With ``--held-out N`` the
N-th fifth of the sentences is left out and then judged: what is printed is how many places were
wrong before and after.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import whole

from edition import opencc_tables
from edition.conversion import RUN, TraditionalConverter
from edition.cues import Clause
from edition.fold import folder_for
from edition.lexicon import lexicon
from edition.register import register
from edition.surroundings import UNIT, Weights, chosen

#: Reasons whose places are examples: no word says what they are.
_OPEN = {"default", "context"}

#: Fewer examples of a character, or of a form, teach nothing.
_FEWEST, _FEWEST_OF_A_FORM = 8, 2

#: These are told from names (:mod:`edition.names`): what is left hangs on who is meant.
_NOT_LEARNT = frozenset("于党")

#: The proof-read list, three lines a sentence: Simplified, Taiwan, Hong Kong.
_PROOF_READ = Path(__file__).resolve().parents[2] / "tests" / "golden" / "conversion"

#: Weights smaller than this (in :data:`UNIT`) are left out.
_SMALLEST = 5

HEADER = """\
# What the surroundings of a character tell of its form: see edition/surroundings.py.
# Derived by `python -m edition.derive_surroundings` from data/sentences and the proof-read list in
# tests/golden/conversion; not edited by hand.
# @character forms(the usual one first) bias; then weights (hundredths of a natural logarithm) with
# the cues that have them.
# from {digest}
"""


class Example(NamedTuple):
    """A place of a proof-read sentence."""

    character: str
    cues: frozenset[str]
    #: The form it has, as an index into the register list's forms of the character.
    form: int
    reason: str


def sentences() -> Iterator[tuple[str, str]]:
    """Yield the sentences: folded to Simplified, and as they are."""
    fold = folder_for("zh-Hant-TW").fold
    folder = Path(str(resources.files("edition").joinpath("data", "sentences")))
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            simplified = fold(line)
            if line and not line.startswith("#") and len(simplified) == len(line):
                yield simplified, line


def proof_read() -> Iterator[tuple[str, str]]:
    """Yield the sentences of the proof-read list, in Simplified and as Taiwan writes them."""
    for path in sorted(_PROOF_READ.glob("*.txt")):
        for paragraph in path.read_text("utf-8").split("\n\n"):
            lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
            if len(lines) == 3:
                yield lines[0], lines[1]


def examples(pairs: Iterable[tuple[str, str]]) -> Iterator[Example]:
    """Yield what the sentences *pairs* teach."""
    known = lexicon("tw")
    forms = forms_by_character("tw")
    converter = TraditionalConverter(known, judging=False)
    for simplified, written in pairs:
        reasons = {at: choice.reason for at, choice in converter.explain(simplified)}
        for match in RUN.finditer(simplified):
            clause = Clause(match.group(), known.costs, known.pairs)
            for at in sorted(clause.single):
                character, place = clause.run[at], match.start() + at
                if reasons.get(place) in _OPEN and written[place] in forms.get(character, ()):
                    yield Example(
                        character,
                        frozenset(clause.cues(at)),
                        forms[character].index(written[place]),
                        reasons[place],
                    )


def forms_by_character(region: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of the register list as *region* writes them, in the list's order."""
    variants = str.maketrans(opencc_tables.variants(region))
    return {
        character: tuple(form.translate(variants) for form in forms)
        for character, forms in register().senses.items()
    }


def digest() -> str:
    """Return what tells these sentences and classes of words from any others."""
    data = Path(str(resources.files("edition").joinpath("data")))
    found = hashlib.sha256()
    for path in (*sorted(data.joinpath("sentences").glob("*.txt")), data / "wordclasses.yaml"):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def learnt(found: Iterable[Example]) -> dict[str, Weights]:
    """Return the weights that the examples *found* give, by character."""
    by_character: dict[str, list[Example]] = defaultdict(list)
    for example in found:
        if example.character not in _NOT_LEARNT:
            by_character[example.character].append(example)
    result = {}
    for character, mine in sorted(by_character.items()):
        seen = Counter(example.form for example in mine)
        rare = {index for index, count in seen.items() if count < _FEWEST_OF_A_FORM}
        mine = [example for example in mine if example.form not in rare]
        if len(mine) >= _FEWEST and len(seen.keys() - rare) > 1 and 0 in seen.keys() - rare:
            result[character] = _regression(character, mine)
    return result


def _regression(character: str, found: list[Example]) -> Weights:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = CountVectorizer(analyzer=sorted)
    matrix = vectors.fit_transform([example.cues for example in found])
    model = LogisticRegression(max_iter=500).fit(matrix, [example.form for example in found])
    classes = list(model.classes_)
    rows: Any = model.coef_
    biases: Any = model.intercept_
    if len(classes) == 2:
        rows, biases = [0 * rows[0], rows[0]], [0.0, biases[0]]
    usual = classes.index(0)
    forms = register().senses[character]
    order = [classes.index(index) for index in range(len(forms)) if index and index in classes]
    cues = {}
    for cue, column in vectors.vocabulary_.items():
        weight = tuple(
            round(UNIT * float(rows[row][column] - rows[usual][column])) for row in order
        )
        if max(map(abs, weight)) >= _SMALLEST:
            cues[cue] = weight
    bias = tuple(round(UNIT * float(biases[row] - biases[usual])) for row in order)
    kept = tuple(forms[classes[row]] for row in order)
    return Weights((forms[0], *kept), bias, cues)


def written_down(found: dict[str, Weights]) -> str:
    """Return the text of ``data/surroundings.txt`` for the weights *found*."""
    lines = [HEADER.format(digest=digest())]
    for character, known in found.items():
        bias = ",".join(map(str, known.bias))
        lines.append(f"@{character} {' '.join(known.forms)} {bias}\n")
        by_weight: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for cue, weight in known.cues.items():
            by_weight[weight].append(cue)
        for weight in sorted(by_weight):
            lines.append(f"{','.join(map(str, weight))} {' '.join(sorted(by_weight[weight]))}\n")
    return "".join(lines)


def target() -> Path:
    """Return where the weights are kept."""
    return Path(__file__).with_name("data") / "surroundings.txt"


def main() -> None:
    """Write the derived file beside this module, or try it on sentences held out."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("--held-out", type=int, choices=range(5), metavar="N")
    held_out = parser.parse_args().held_out
    if importlib.util.find_spec("sklearn") is None:  # said before the sentences are read
        sys.exit("缺少 scikit-learn。请先运行 pip install scikit-learn，再运行一次。")
    pairs = list(sentences())
    taught = [pair for number, pair in enumerate(pairs) if number % 5 != held_out]
    found = learnt(examples([*taught, *proof_read()]))
    if held_out is not None:
        _try(found, examples(pair for number, pair in enumerate(pairs) if number % 5 == held_out))
        return
    whole.write(target(), written_down(found))


def _try(found: dict[str, Weights], tests: Iterable[Example]) -> None:
    """Print how many of *tests* the usual form and the weights *found* get wrong."""
    count: Counter[str] = Counter()
    for example in tests:
        if example.reason != "default":
            continue
        known = found.get(example.character)
        index = 0
        if known:
            form, _ = chosen(known, example.cues)
            index = register().senses[example.character].index(known.forms[form])
        count["places"] += 1
        count["usual form wrong"] += example.form != 0
        count["judged wrong"] += example.form != index
        count["of these the usual form right"] += example.form == 0 != index
    print(dict(count))


if __name__ == "__main__":
    main()
