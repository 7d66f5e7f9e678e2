"""Noun phrases by their surface: segments, core, head, owner.

Written so that a wrong or missing parse does little harm: parts of speech, commas
and the words themselves decide.
"""

from collections.abc import Iterator
from itertools import pairwise

from extract.agents.lexicon import (
    BODIES,
    DETERMINERS,
    HONORIFICS,
    PAIRED,
    RELATIVES,
    SEPARATORS,
    role,
)
from extract.agents.tokens import POSSESSIVE, Tokens, once

Stretch = tuple[int, int]
"""`(start, end)`: token indices, end exclusive."""

NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON", "NUM"}

RELATIVE_WORDS = RELATIVES | {"whose"}
RELATIVE_OPENINGS = RELATIVE_WORDS | {"where"}
"""What opens a clause that describes: after a noun, and after a comma."""


@once
def segments(tokens: Tokens, start: int, end: int) -> list[Stretch]:
    """The phrase cut at commas, brackets and dashes that stand outside of names.

    A segment that opens a relative clause ends the list: it describes, it does
    not name.
    """
    found: list[Stretch] = []
    for segment in _cuts(tokens, start, end):
        first, last = tokens.trim(*segment)
        if first < last and tokens.lowers[first] in RELATIVE_OPENINGS:
            break
        if first < last:
            found.append((first, last))
    return found


def _cuts(tokens: Tokens, start: int, end: int) -> Iterator[Stretch]:
    opened = start
    for index in range(start, end):
        if tokens.texts[index] in SEPARATORS and not (
            is_within_name(tokens, index) or _is_of_title(tokens, index)
        ):
            yield opened, index
            opened = index + 1
    yield opened, end


def is_within_name(tokens: Tokens, index: int) -> bool:
    """Whether a token stands in a name and is neither its first nor its last."""
    entity = tokens.entity_at.get(index)
    return entity is not None and entity[0] < index < entity[1] - 1


def _is_of_title(tokens: Tokens, index: int) -> bool:
    """Whether a bracket holds a word of the title before a name: Justice (retd) Roe."""
    mark = tokens.texts[index]
    inside = tokens.lowers[index + 1 : index + 2]
    if mark == ")":
        inside = tokens.lowers[index - 1 : index]
    return mark in ("(", ")") and not ASIDES.isdisjoint(inside)


ASIDES = frozenset({"retd", "rtd", "ret", "retired", "acting", "emeritus"})
"""What a bracket within a title says."""


@once
def core(tokens: Tokens, start: int, end: int) -> Stretch:
    """The phrase without a relative clause, participle or date after its noun."""
    seen = False
    for index in range(start, end):
        verb = tokens.pos[index] in ("VERB", "AUX") and index not in tokens.entity_at
        verb = verb and tokens.texts[index - 1] != "-"  # self-described
        verb = verb and not _is_of_noun(tokens, index)
        ended = verb or tokens.lowers[index] in RELATIVE_WORDS
        if seen and (ended or _is_date(tokens, index, end)):
            return tokens.trim(start, index)
        owning = tokens.tags[index] == "PRP$"
        seen = seen or (tokens.pos[index] in NOMINAL and not owning)
    return start, end


def _is_of_noun(tokens: Tokens, index: int) -> bool:
    """Whether a participle stands between an article and its noun: the combined
    authority."""
    opened = (
        tokens.pos[index - 1] == "DET"
        or tokens.tags[index - 1] == "PRP$"
        or is_possessive(tokens, index - 1)
    )
    return opened and tokens.pos[index + 1 : index + 2] in (("NOUN",), ("PROPN",))


def _is_date(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the rest of a phrase tells when: his study last year."""
    opens = tokens.lowers[start] in ("earlier", "last", "next", "this")
    return opens and tokens.entity_at.get(start) == (start, end, "DATE")


def bare(tokens: Tokens, start: int, end: int) -> Stretch:
    """The phrase without leading determiners."""
    while start < end - 1 and tokens.lowers[start] in DETERMINERS:
        start += 1
    return start, end


def first_preposition(tokens: Tokens, start: int, end: int) -> int:
    """Where the first preposition outside of names stands, or `end`."""
    for index in range(start, end):
        if is_preposition(tokens, index) and not is_within_name(tokens, index):
            return index
    return end


def is_preposition(tokens: Tokens, index: int) -> bool:
    """Whether a token is a preposition, and not the possessive mark."""
    text = tokens.lowers[index]
    if text in POSSESSIVE or tokens.tags[index] == "POS":
        return False
    return tokens.pos[index] == "ADP" or text in ("of", "for", "to", "by")


@once
def head(tokens: Tokens, start: int, end: int) -> int:
    """The last noun before the first preposition; else the last word there."""
    stop = first_preposition(tokens, start + 1, end)
    for index in range(stop - 1, start - 1, -1):
        if tokens.pos[index] in NOUNS or role(tokens.texts[index]):
            return index
    return max(start, stop - 1)


def owner(tokens: Tokens, start: int, end: int) -> Stretch | None:
    """Whose it is: before the last possessive mark, or the possessive pronoun."""
    stop = first_preposition(tokens, start, end)
    for index in range(stop - 1, start, -1):
        if is_possessive(tokens, index):
            return start, index
    first = tokens.tags[start] == "PRP$" or tokens.lowers[start] in OWN
    return (start, start + 1) if first and end - start > 1 else None


def leader(tokens: Tokens, start: int, end: int) -> Stretch | None:
    """The person by whose name a phrase calls a body or people: Roe of "the Roe
    campaign"."""
    start, end = bare(tokens, start, end)
    first, last, label = tokens.entity_at.get(start, (start, start, ""))
    named = label == "PERSON" and (first == start)
    return (first, last) if named and names_a_side(tokens, last, end) else None


def names_a_side(tokens: Tokens, index: int, end: int) -> bool:
    """Whether what follows a name makes it tell whose people or body is meant: Roe
    aides, the Roe campaign."""
    if index >= end or not tokens.texts[index].islower():
        return False
    word = tokens.lowers[index]
    side = word in BODIES or role(word) is not None
    return side and tokens.pos[index] == "NOUN"


OWN = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})


def is_possessive(tokens: Tokens, index: int) -> bool:
    """Whether a token is the mark in "Kenya's", and not the clitic of "is"."""
    if tokens.texts[index] not in POSSESSIVE:
        return False
    return tokens.pos[index] not in ("VERB", "AUX")


def is_honorific(tokens: Tokens, index: int) -> bool:
    """Whether a token is a title before a name, or half of one: Mr., Sen., Tan Sri."""
    if not tokens.texts[index][:1].isupper():
        return False
    word = tokens.lowers[index].removesuffix(".")
    around = tokens.lowers[max(index - 1, 0) : index + 2]
    return word in HONORIFICS or not PAIRED.isdisjoint(pairwise(around))


def noun_phrase(tokens: Tokens, noun: int) -> Stretch:
    """The noun with the words before it that belong to it."""
    start = noun
    while start > 0 and tokens.sentences[start - 1] == tokens.sentences[noun]:
        if tokens.pos[start - 1] not in PREMODIFIERS and not _links(tokens, start - 1):
            break
        start -= 1
        if tokens.pos[start] == "DET" or tokens.tags[start] == "PRP$":
            break
    end = noun + 1
    while end < len(tokens) and tokens.deps[end] == "flat" and tokens.pos[end] in NOUNS:
        end += 1
    return start, end


PREMODIFIERS = NOUNS | {"ADJ", "DET", "NUM"}


def _links(tokens: Tokens, index: int) -> bool:
    """Whether a token ties two words before a noun: a possessive, a hyphen."""
    own = tokens.tags[index] == "PRP$" or tokens.texts[index] == "-"
    return own or is_possessive(tokens, index)


def phrase(tokens: Tokens, head: int) -> Stretch:
    """A head with the dependents around it that touch it and stay in its phrase."""
    start, end = head, head + 1
    while start > 0 and _hangs_on(tokens, start - 1, start, end):
        start -= 1
    while end < len(tokens) and _hangs_on(tokens, end, start, end):
        end += 1
    return start, end


def with_names(tokens: Tokens, head: int) -> Stretch:
    """The phrase of a head to the end of the name in it, right after its comma, or
    apposed without one: the newspaper La Mañana."""
    start, end = phrase(tokens, head)
    comma = tokens.texts[end : end + 1] == (",",)
    apposed = comma or tokens.deps[end : end + 1] == ("appos",)
    places = (end - 1, end + comma) if apposed else (end - 1,)
    ends = (tokens.entity_at[at][1] for at in places if at in tokens.entity_at)
    return start, max((end, *ends))


def _hangs_on(tokens: Tokens, index: int, start: int, end: int) -> bool:
    """Whether a neighbour belongs to the stretch, by at most three steps upwards."""
    at = index
    for _ in range(4):
        relation = tokens.deps[at].split(":")[0]
        if relation in OUTSIDE and not is_possessive(tokens, at):
            return False
        at = tokens.heads[at]
        if start <= at < end:
            return True
    return False


OUTSIDE = frozenset({"acl", "punct", "cc", "conj", "case", "parataxis", "appos"})
"""Relations that end a phrase, as far as naming somebody goes."""
