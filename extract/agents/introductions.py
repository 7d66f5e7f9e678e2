"""How far a name's title before it and its apposition after it go."""

from extract.agents.lexicon import role
from extract.agents.mention import is_definite
from extract.agents.phrases import (
    NOUNS,
    is_honorific,
    is_possessive,
    is_preposition,
    noun_phrase,
)
from extract.agents.tokens import Tokens


def expanded(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The name with the title before it and the apposition after it, if any."""
    first = _described_start(tokens, start, end)
    return first or _title_start(tokens, start), _apposition_end(tokens, end)


def _described_start(tokens: Tokens, start: int, end: int) -> int | None:
    """Where a description before commas round the name begins: "the minister, Jane Roe,
    was asked to go"."""
    title = _title_start(tokens, start)
    closed = title < start or tokens.texts[end : end + 1] in CLOSING
    if not closed or title < 3 or tokens.texts[title - 1] != ",":
        return None
    noun = _charged(tokens, title - 2)
    first, last = noun_phrase(tokens, noun)
    titled = role(tokens.texts[noun]) and is_definite(tokens, first, last)
    return first if titled and last == noun + 1 else None


CLOSING = [(mark,) for mark in (",", ".", ")", "–", "-")]
"""What follows a name that stands between commas."""


def _charged(tokens: Tokens, index: int) -> int:
    """The noun whose complement ends at a token: minister of "minister for Labour"."""
    at = index
    while at > 1 and tokens.pos[at] in NOUNS | {"ADJ", "DET"}:
        at -= 1
    charged = role(tokens.texts[index]) is None and tokens.lowers[at] in ("of", "for")
    return at - 1 if charged else index


REACH = 9
"""Tokens that a title before a name may have."""


def _title_start(tokens: Tokens, start: int) -> int:
    first = index = start
    if start and is_preposition(tokens, start - 1):
        return start
    while index > 0 and start - index < REACH:
        index -= 1
        if tokens.sentences[index] != tokens.sentences[start]:
            break
        if not _fits_title(tokens, index):
            break
        first = index
    while first < start and is_preposition(tokens, first):
        first += 1
    return first


def _fits_title(tokens: Tokens, index: int) -> bool:
    if tokens.lowers[index] == "of":
        return index > 0 and role(tokens.texts[index - 1]) is not None
    if is_possessive(tokens, index) or is_honorific(tokens, index):
        return True
    if tokens.texts[index] == "-":
        return True
    plural = tokens.tags[index] == "NNS" and tokens.texts[index].islower()
    return tokens.pos[index] in TITLES and not plural


TITLES = NOUNS | {"ADJ"}
"""Parts of speech of the words of a title."""


def _apposition_end(tokens: Tokens, end: int) -> int:
    """The end of a comma- or bracket-bound description after a name."""
    if end >= len(tokens) or tokens.texts[end] not in (",", "("):
        return end
    last, described = end, False
    for index in range(end + 1, min(end + 20, len(tokens))):
        stop = tokens.sentences[index] != tokens.sentences[end]
        if stop or tokens.texts[index] in (",", ")", ".", ";", "—", "–"):
            last = index if described else end
            break
        if tokens.pos[index] in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ"):
            break
        described = described or role(tokens.texts[index]) is not None
    return last
