"""Attributions in texts made of the parts of others, for a student to be taught on.

Nobody labels them: what the teacher says of them is learned. A cue in another's
sentence, or a content after another's cue, shows the student what turns a stance, as
the augmentation of TinyBERT does with words (Jiao et al. 2020).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from random import Random
from typing import NamedTuple, TypeAlias

from extract.encoding.words import Words, words
from extract.training.corpora import Labelled, Stanced

PARTS = ("source", "content", "cue")
"""A word of two parts is of the later: no text is left without a cue."""

EXCHANGED = (("cue",), ("cue",), ("cue",), ("content",), ("source", "cue"))
"""Parts whose words are taken from another attribution, drawn alike."""

AROUND = 40
"""Words of its text that are kept on either side of an attribution."""

LONGEST = 300
"""Most words of a text: what one window of the encoder holds."""


class _Word(NamedTuple):
    """A word, the break before it, and the part of an attribution that it is of."""

    text: str
    gap: int
    part: str | None


_Text: TypeAlias = Sequence[_Word]


def recombined(
    documents: Iterable[Labelled], count: int, shuffle: Random
) -> list[Labelled]:
    """Documents [count] of one attribution each, without labels; parts of two in it."""
    pairs = [
        (document.words, own)
        for document in documents
        for own in document.stances
        if own.cue
    ]
    made = (text for text in _endless(pairs, shuffle) if len(text) <= LONGEST)
    return [
        _document(f"recombined-{number}", text)
        for number, text in enumerate(islice(made, count))
    ]


def _endless(
    pairs: Sequence[tuple[Words, Stanced]], shuffle: Random
) -> Iterator[_Text]:
    """Rare cues are drawn oftener than their share: by the root of their number."""
    cues = [" ".join(read.texts[i].lower() for i in own.cue) for read, own in pairs]
    often = Counter(cues)
    weights = list(accumulate(often[cue] ** -0.5 for cue in cues))
    while True:
        drawn = shuffle.choices(pairs, cum_weights=weights, k=2)
        one, other = (_text(*pair) for pair in drawn)
        made = _exchanged(one, other, shuffle.choice(EXCHANGED))
        if made is not None:
            yield made


def _text(read: Words, own: Stanced) -> _Text:
    part = {row: name for name in PARTS for row in getattr(own, name)}
    rows = range(
        max(0, min(part) - AROUND), min(len(read.texts), max(part) + AROUND + 1)
    )
    return [_Word(read.texts[row], read.breaks[row], part.get(row)) for row in rows]


def _exchanged(one: _Text, other: _Text, parts: Sequence[str]) -> _Text | None:
    """One text with parts of the other; none where a part is missing, or in pieces."""
    made = list(one)
    for part in parts:
        here, there = _place(made, part), _place(other, part)
        if here is None or there is None:
            return None
        first, *rest = other[there]
        made[here] = [first._replace(gap=made[here.start].gap), *rest]
    return made


def _place(text: _Text, part: str) -> slice | None:
    rows = [row for row, word in enumerate(text) if word.part == part]
    if not rows or rows[-1] - rows[0] >= len(rows):
        return None
    return slice(rows[0], rows[-1] + 1)


def _document(name: str, text: _Text) -> Labelled:
    source, content, cue = (
        tuple(row for row, word in enumerate(text) if word.part == part)
        for part in PARTS
    )
    read = words([word.text for word in text], [word.gap for word in text])
    return Labelled(name, read, stances=[Stanced(source, cue, content)])
