"""Every mention of somebody in an article, in the order of the text."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extract.agents.cast import Cast
from extract.agents.lexicon import BODIES, role, singular
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import NOUNS, noun_phrase
from extract.agents.tokens import Tokens

ANIMATE = frozenset({"he", "she", "his", "her", "him", "hers"})
"""Pronouns for persons: no source need stand there."""


class Event(NamedTuple):
    """A mention in its turn; a speaker's if an attribution has it as source."""

    mention: Mention
    speaker: bool


def events(
    tokens: Tokens,
    cast: Cast,
    sources: list[Mention],
    contents: Mapping[int, frozenset[int]],
) -> list[Event]:
    """Every mention once, in the order of the text; a source goes before the rest, and
    before the pronouns in words that it is quoted with: nobody is "she" to herself."""
    taken = {index for source in sources for index in range(source.start, source.end)}
    events = [Event(source, True) for source in sources]
    rest = (*_names(tokens, cast), *_pronouns(tokens), *_nominals(tokens, cast))
    heads = {part.head for source in sources for part in (source, *source.parts)}
    events += [
        Event(mention, False)
        for mention in rest
        if mention.head not in (heads if mention.form is Form.BODY else taken)
    ]
    turns = {
        index: head
        for head, said in contents.items()
        for index in said
        if tokens.quoted[index] and tokens.lowers[index] in ANIMATE
    }
    return sorted(
        events,
        key=lambda event: _turn(
            event.mention.start, turns.get(event.mention.start, -1)
        ),
    )


def _turn(start: int, teller: int) -> tuple[int, bool]:
    """What a mention is sorted by: its place, or right after who is quoted with it."""
    return max((start, False), (teller, True))


def _names(tokens: Tokens, cast: Cast) -> Iterator[Mention]:
    yield from cast.mentions.values()
    for start, end, label in tokens.entities:
        if label in ("ORGANIZATION", "LOCATION"):
            mention = read(tokens, start, end)
            if mention.form is Form.BODY:
                yield mention


def _pronouns(tokens: Tokens) -> Iterator[Mention]:
    for index, word in enumerate(tokens.lowers):
        if word in ANIMATE:
            yield read(tokens, index, index + 1)


def _nominals(tokens: Tokens, cast: Cast) -> Iterator[Mention]:
    """People and bodies by description: a nurse, her husband, the ministers, the union,
    its lawyers."""
    nouns = (index for index, pos in enumerate(tokens.pos) if pos in NOUNS)
    for index in nouns:
        if index in cast.titled or not _is_common(tokens, index):
            continue
        word = tokens.lowers[index]
        if role(word) is None and singular(word) not in SPEAKING_BODIES:
            continue
        start, end = noun_phrase(tokens, index)
        if role(word) is None and end in tokens.entity_at:
            continue  # the kind of what is named: the carmaker Acme
        mention = read(tokens, start, end)
        if mention.head == index and _is_told(mention, end - start):
            yield mention


def _is_common(tokens: Tokens, index: int) -> bool:
    """Whether a noun is no name, or only written like one: the Prime Minister."""
    if tokens.pos[index] == "NOUN":
        return True
    alone = index + 1 == len(tokens) or tokens.pos[index + 1] not in NOUNS
    start, end, label = tokens.entity_at.get(index, (index, index + 1, "PERSON"))
    return alone and end - start == 1 and label in ("PERSON", "MISC")


PLACES = frozenset(
    {"city", "country", "county", "kingdom", "nation", "province", "state", "town"}
)
"""Bodies that are places unless they speak."""

SPEAKING_BODIES = BODIES - PLACES


def _is_told(mention: Mention, words: int) -> bool:
    """Whether a noun alone or with these words is somebody that others can mean."""
    if mention.form is Form.GROUP:
        return mention.plural
    if mention.form is Form.BODY:
        return mention.entry is None
    known = mention.definite or bool(mention.classes)
    return mention.form is Form.DESCRIPTION and words > 1 and known
