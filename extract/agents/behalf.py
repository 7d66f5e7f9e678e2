"""On whose behalf: the countries and bodies that a title or description names."""

from collections.abc import Iterator, Sequence

from extract.agents.gazetteer import Entry, gazetteer
from extract.agents.lexicon import (
    BODIES,
    HONORIFICS,
    NOT_FOR,
    OWN_BODIES,
    STATE_BODIES,
    role,
    singular,
    word_class,
)
from extract.agents.named import Named, known, mentioned
from extract.agents.phrases import Stretch, is_preposition
from extract.agents.tokens import POSSESSIVE, Tokens
from ontology.claim import AgentKind, AgentRef

TIES = frozenset({"of", "for", "at", "with"})
"""Prepositions that tie a role to a body; "in", "to", "on" name a place or topic."""

SENT_ABROAD = frozenset({"envoy", "ambassador", "rapporteur", "representative"})
"""Roles whose "for" names where they are sent, not who sends them."""

FOR_COUNTRY = frozenset({"office"})


FOR_BODY = frozenset({"office", "executive", "campaigner", "jurist", "party"})
"""Classes of roles whose holders act for the country, or for any body, named there."""


def behalf(tokens: Tokens, start: int, end: int, *, skip: Stretch) -> list[AgentRef]:
    """On whose behalf the holder of the title in the phrase speaks, in order.

    `skip` is the holder's own name. A former or opposition holder speaks for nobody.
    """
    words = tokens.lowers[start:end]
    if any(word in NOT_FOR or word.startswith("ex-") for word in words):
        return []
    classes = titles(words)
    found: list[AgentRef] = []
    for named in mentioned(tokens, start, end):
        inside = skip[0] <= named.span[0] < skip[1]
        private = named.kind is AgentKind.COUNTRY and _is_of_body(tokens, named, end)
        sent = bool(found) and _is_where_sent(tokens, start, named)
        if inside or private or sent or _is_kind_alone(tokens, named):
            continue
        if _acts_for(tokens, start, named, classes, words):
            found.append(named.ref)
            found.extend(state_of(tokens, *named.span) if named.entry is None else ())
            found.extend(acted_for(named.entry) if named.entry else ())
    return list(dict.fromkeys(found))


def _is_where_sent(tokens: Tokens, start: int, named: Named) -> bool:
    """Whether a country after another body only tells where its officer is sent: the UN
    Coordinator for Ghana."""
    country = named.kind is AgentKind.COUNTRY
    return country and _tie(tokens, start, named.span[0]) == "for"


def _is_kind_alone(tokens: Tokens, named: Named) -> bool:
    """Whether a word in capitals tells only a kind of body: Commission chairman."""
    start, end = named.span
    return named.entry is None and end - start == 1 and tokens.lowers[start] in BODIES


def titles(words: Sequence[str]) -> frozenset[str]:
    """All the classes of the roles among these words, in lower case."""
    bare = (word.removesuffix(".") for word in words)
    spelled = (HONORIFICS[word][0] for word in bare if word in HONORIFICS)
    known = filter(None, map(role, (*words, *spelled)))
    return frozenset().union(*(one.classes for one in known))


def _acts_for(
    tokens: Tokens,
    start: int,
    named: Named,
    classes: frozenset[str],
    words: Sequence[str],
) -> bool:
    tie = _tie(tokens, start, named.span[0])
    if tie and tie not in TIES:
        return False
    if named.kind is AgentKind.COUNTRY:
        abroad = tie == "for" and not SENT_ABROAD.isdisjoint(words)
        if abroad or _is_of_people(tokens, named.span[1]):
            return False
    return speaks_for(named.kind, classes, words)


def speaks_for(kind: AgentKind, classes: frozenset[str], words: Sequence[str]) -> bool:
    """Whether who is told by these classes and words acts for a body of this kind."""
    if kind is AgentKind.COUNTRY:
        return not (STATE_BODIES.isdisjoint(words) and FOR_COUNTRY.isdisjoint(classes))
    return kind is AgentKind.ORGANIZATION and not FOR_BODY.isdisjoint(classes)


def _is_of_body(tokens: Tokens, country: Named, end: int) -> bool:
    """Whether the country only tells where the body in the title is: the German
    union leader, the president of Ghana's football federation."""
    for index in range(country.span[1], end):
        if tokens.lowers[index] in OWN_BODIES:
            return True
        if is_preposition(tokens, index) or role(tokens.texts[index]):
            return False
    return False


def _is_of_people(tokens: Tokens, index: int) -> bool:
    """Whether people of the country own the title after it: Indian farmers' leader."""
    owned = index + 1 < len(tokens) and tokens.texts[index + 1] in POSSESSIVE
    word = tokens.lowers[index] if owned else ""
    return role(word) is not None and singular(word) != word


def _tie(tokens: Tokens, start: int, index: int) -> str:
    """The preposition that governs a name, if only words of its phrase lie between."""
    for before in range(index - 1, start - 1, -1):
        if is_preposition(tokens, before):
            return tokens.lowers[before]
        if tokens.pos[before] not in ("DET", "ADJ", "PROPN", "NOUN", "NUM"):
            return ""
    return ""


def acted_for(entry: Entry) -> tuple[AgentRef, ...]:
    """The country whose body the entry is, if it is one."""
    country = gazetteer().country(entry.code)
    own = country is None or entry.kind is AgentKind.COUNTRY
    return () if own or country is None else (country.ref,)


def state_of(tokens: Tokens, start: int, end: int) -> list[AgentRef]:
    """The countries that a body of a state acts for: Kenya of "the Kenyan army"."""
    words = tokens.lowers[start:end]
    if STATE_BODIES.isdisjoint(words) or not NOT_FOR.isdisjoint(words):
        return []
    found = (
        named.ref
        for index in range(start, end)
        if (named := known(tokens, index, end, whole=False))
        and named.kind is AgentKind.COUNTRY
        and not _is_of_people(tokens, _after(tokens, named))
        and _tie(tokens, start, named.span[0]) in TIES | {""}
    )
    return list(dict.fromkeys(found))


def _after(tokens: Tokens, country: Named) -> int:
    """What follows a country's name and its possessive mark."""
    end = country.span[1]
    return end + (end < len(tokens) and tokens.texts[end] in POSSESSIVE)


def led(tokens: Tokens, end: int) -> Iterator[AgentRef]:
    """The bodies that a named person is told to lead, from the end of the name: Jane
    Roe, who chairs the Acme Trust."""
    words = tokens.lowers[end : end + 2]
    at = end + 2 if words == (",", "who") else end
    at += tokens.lowers[at : at + 1] == ("who",)
    if at >= len(tokens) or not _is_leading(tokens, at):
        return
    stop = min(at + LED, len(tokens))
    for named in mentioned(tokens, at + 1, stop):
        if set(tokens.pos[at + 1 : named.span[0]]) <= {"DET", "ADJ", "NOUN", "PROPN"}:
            if named.kind is AgentKind.ORGANIZATION:
                yield named.ref
            return


LED = 10
"""Tokens after a verb within which the body that somebody leads is named, and after a
name that which they are of."""


def belonging(tokens: Tokens, end: int) -> Iterator[AgentRef]:
    """The body of members that a named person is of, from the end of the name: Jane Roe
    of the Dockers Union. An analyst of a bank speaks for nobody."""
    if tokens.lowers[end : end + 1] != ("of",):
        return
    for named in mentioned(tokens, end + 1, min(end + LED, len(tokens))):
        own = {"DET", "ADJ", "NOUN"}.issuperset(tokens.pos[end + 1 : named.span[0]])
        words = tokens.lowers[end + 1 : named.span[1]]
        if own and not MEMBERS.isdisjoint(words):
            yield named.ref
        return


MEMBERS = word_class("of_members")
"""Bodies whose members speak for them."""

LEADING = word_class("leading")


def _is_leading(tokens: Tokens, index: int) -> bool:
    return tokens.pos[index] == "VERB" and tokens.lemmas[index] in LEADING
