"""The name of a person in a noun phrase: which words, and whether they head it."""

from itertools import zip_longest

from extract.agents.gazetteer import Sense, gazetteer
from extract.agents.lexicon import BODIES, role, singular
from extract.agents.phrases import (
    NOUNS,
    Stretch,
    head,
    is_honorific,
    is_possessive,
    is_preposition,
    names_a_side,
)
from extract.agents.tokens import POSSESSIVE, Tokens


def person(tokens: Tokens, start: int, end: int) -> Stretch | None:
    """The person whose name heads the phrase, without titles; None if none does.

    Putin does not head "Putin's adviser", "Putin aides", nor "a spokesman for President
    Putin".
    """
    for name in _candidates(tokens, start, end):
        first, last = _without_titles(tokens, *name)
        if first < last and not _is_embedded(tokens, (start, end), (first, last)):
            return first, last
    return None


def _candidates(tokens: Tokens, start: int, end: int) -> list[Stretch]:
    known = tokens.entity_at
    inside = dict.fromkeys(known[at] for at in range(start, end) if at in known)
    labelled = [
        (max(first, start), min(last, end))
        for first, last, label in inside
        if label == "PERSON"
    ]
    if not labelled:
        return _unlabelled(tokens, start, end)
    return [
        name
        for name, after in zip_longest(labelled, labelled[1:])
        if not after or not _is_title(tokens, name[1], after[0])
    ]


def _is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words between two names are the title of the second, which the first
    belongs to: Roma | captain | Ana Souza."""
    words = tokens.texts[start:end]
    return bool(words) and words[-1].islower() and role(words[-1]) is not None


def _unlabelled(tokens: Tokens, start: int, end: int) -> list[Stretch]:
    """A run of capitalised words after a title or an honorific."""
    for index in range(start, end - 1):
        if not (is_honorific(tokens, index) or role(tokens.texts[index])):
            continue
        last = _run(tokens, index + 1, end)
        if last > index + 1 and not _is_known(tokens, index + 1, last):
            return [(index + 1, last)]
    return []


def plain_name(tokens: Tokens, start: int, end: int) -> Stretch | None:
    """A whole phrase of two or three words that no label marks, as a person's name."""
    whole = end - start in (2, 3) and _run(tokens, start, end) == end
    return (start, end) if whole and not _is_known(tokens, start, end) else None


def _run(tokens: Tokens, start: int, end: int) -> int:
    index = start
    while index < end and is_name_word(tokens, index):
        index += 1
    return index


def is_name_word(tokens: Tokens, index: int) -> bool:
    """Whether a token can be part of a person's name."""
    text = tokens.texts[index]
    if index in tokens.entity_at and tokens.entity_at[index][2] != "PERSON":
        return False
    proper = tokens.pos[index] == "PROPN" or not tokens.pos[index]
    initial = len(text) <= 2 and text.endswith(".")
    return text[:1].isupper() and (proper or initial) and not role(text)


def _is_known(tokens: Tokens, start: int, end: int) -> bool:
    text = tokens.text(start, end)
    known = gazetteer().find(text, *Sense)
    bodies = (
        tokens.tags[end - 1] == "NNPS" and singular(tokens.lowers[end - 1]) in BODIES
    )
    return known is not None or bodies or tokens.lowers[end - 1] in BODIES


def _without_titles(tokens: Tokens, start: int, end: int) -> Stretch:
    """The name alone: no titles before it, no possessive mark or stop after it."""
    while start < end - 1 and (
        is_honorific(tokens, start)
        or (role(tokens.texts[start]) and tokens.lowers[start] not in GIVEN_NAMES)
    ):
        start += 1
    while start < end and tokens.texts[end - 1] in AFTER_NAMES:
        end -= 1
    return (start, start) if _is_title_alone(tokens, start, end) else (start, end)


AFTER_NAMES = POSSESSIVE | {",", "(", ")"}
"""What a label takes in after a name."""


def _is_title_alone(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a label took a title for a name: Prime Minister."""
    last = role(tokens.texts[end - 1]) if start < end else None
    title = last is not None and "office" in last.classes and not last.gender
    return title and tokens.lowers[end - 1] not in SURNAMES


SURNAMES = frozenset(
    {"head", "chief", "judge", "justice", "deputy", "speaker", "marshal"}
)
"""Titles that are surnames as well."""


GIVEN_NAMES = frozenset({"dean", "guy", "star", "earl"})
"""Given names that are also titles; within a labelled name they are names."""


def _is_embedded(tokens: Tokens, phrase: Stretch, name: Stretch) -> bool:
    (start, end), (first, last) = phrase, name
    if last + 1 < end and _owns(tokens, last):
        return True
    if names_a_side(tokens, last, end):
        return True
    for index in range(first - 1, start - 1, -1):
        if index in tokens.entity_at and tokens.entity_at[index][2] != "PERSON":
            continue
        if is_preposition(tokens, index):
            several = tokens.tags[head(tokens, start, index)] in ("NNS", "NNPS")
            return several or not _is_closed(tokens, index + 1, first)
        if is_possessive(tokens, index):
            return False
        if tokens.pos[index] in ("VERB", "AUX", "SCONJ"):
            return True
    return False


def _owns(tokens: Tokens, index: int) -> bool:
    """Whether what stands at `index` makes an owner of the name before it."""
    if not is_possessive(tokens, index):
        return False
    return tokens.pos[index + 1] in NOUNS | {"ADJ", "ADV", "NUM", "VERB"}


def _is_closed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a preposition's complement ends before the name.

    It does in "secretary of state Ms Jane Roe"; in "aide to president Jane Roe" the
    name belongs to the complement.
    """
    while end > start and is_honorific(tokens, end - 1):
        end -= 1
    words = [index for index in range(start, end) if tokens.pos[index] in NOUNS]
    titled = any(role(tokens.texts[i]) or is_honorific(tokens, i) for i in words)
    return bool(words) and not titled
