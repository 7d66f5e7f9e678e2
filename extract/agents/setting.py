"""Where an article is set, which tells whose Congress it means."""

from collections.abc import Iterator
from functools import lru_cache

from extract.agents.gazetteer import Entry, Sense, gazetteer
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind

LONGEST = 4
"""Words of the longest name of a country or body that is looked for."""

SENSES = (Sense.NAME, Sense.CAPITAL, Sense.SEAT, Sense.DEMONYM, Sense.PEOPLE)
"""Any of these in the article says that it tells of the country or body."""

DATELINE = 14
"""Tokens at the start of a line within which a dateline ends: LIMA, March 9 - ..."""


def find_here(tokens: Tokens, text: str, *senses: Sense) -> Entry | None:
    """The entry that the text names in one of these senses, or by a name that other
    countries have for theirs, too, where the article is set in the entry's country."""
    entry = gazetteer().find(text, *senses)
    if entry is not None or Sense.NAME not in senses:
        return entry
    shared = gazetteer().find(text, Sense.SHARED)
    return shared if shared and _is_set_in(tokens, shared) else None


def _is_set_in(tokens: Tokens, body: Entry) -> bool:
    """Whether the dateline names the body's country, or else the article does; one that
    names no country may be set anywhere."""
    own = gazetteer().country(body.code)
    home = dateline(tokens)
    if own is None or home is not None:
        return own is not None and home == own
    countries = {entry for entry in named(tokens) if entry.kind is AgentKind.COUNTRY}
    return not countries or own in countries


@lru_cache(maxsize=2)
def named(tokens: Tokens) -> frozenset[Entry]:
    """The countries and bodies that the article names in any way."""
    return frozenset(_entries(tokens, 0, len(tokens)))


@lru_cache(maxsize=2)
def dateline(tokens: Tokens) -> Entry | None:
    """The country in which the article says that it was written."""
    for start, word in enumerate(tokens.texts):
        first = start == 0 or tokens.texts[start - 1].isspace()
        if not (first and word.isupper() and len(word) > 2):
            continue
        line = tokens.texts[start : start + DATELINE]
        ends = [at for at, text in enumerate(line) if text in ("-", "–", "—", "--")]
        found = list(_entries(tokens, start, start + ends[0])) if ends else []
        countries = (each for each in found if each.kind is AgentKind.COUNTRY)
        if found:
            return next(countries, None)
    return None


def _entries(tokens: Tokens, start: int, stop: int) -> Iterator[Entry]:
    for index in range(start, stop):
        word = tokens.texts[index]
        if not word[:1].isupper() or not gazetteer().can_begin(word):
            continue
        for end in range(index + 1, min(index + LONGEST, stop) + 1):
            entry = gazetteer().find(tokens.text(index, end), *SENSES)
            if entry:
                yield entry
