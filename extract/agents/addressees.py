"""To whom it is said, and at whom an accusation, a demand or a threat is aimed."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from extract.agents.lexicon import is_kind_of_body, singular, word_class
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import Stretch
from extract.agents.recipients import aimed_at, spoken_to
from extract.agents.speakers import Speech, speech
from extract.agents.tokens import Tokens
from extract.attributions import Attribution
from ontology.claim import Agent, AgentKind, Article

AUDIENCES = word_class("audiences")
"""Nouns for those who listen or read: told a packed meeting."""


def addressees(doc: Doc, article: Article) -> list[Agent | None]:
    """Of each attribution, to whom it is said; None where the text names nobody."""
    room = speech(doc, article)
    return _others(room, spoken_to)


def targets(doc: Doc, article: Article) -> list[Agent | None]:
    """Of each attribution, who is accused, threatened or called on to act."""
    room = speech(doc, article)
    return _others(room, aimed_at)


def _others(
    room: Speech, places: Callable[[Tokens, Attribution], Iterator[Stretch]]
) -> list[Agent | None]:
    """Whom the places of each attribution name, if it is not who speaks there."""
    found = (_first(room, places(room.tokens, one)) for one in room.found)
    return [
        agent if agent is None or agent.id != own.agent.id else None
        for agent, own in zip(found, room.resolved, strict=True)
    ]


def _first(room: Speech, places: Iterator[Stretch]) -> Agent | None:
    """The first of the phrases that names or describes somebody: not "no patient"."""
    for place in places:
        if room.tokens.lowers[place[0]] == "no":
            continue
        mention = _without_kind(room.tokens, read(room.tokens, *place))
        listening = room.tokens.lowers[mention.head] in AUDIENCES
        named = listening or _is_name(room.tokens, mention)
        if mention.form not in SOMEBODY and not named:
            continue
        link = room.reader.link(mention)
        if mention.form is Form.PRONOUN and link.reason.startswith("unresolved"):
            continue
        if listening or _is_somebody(room.tokens, mention, link.member.kind):
            return room.agent(link.member, _written(room.tokens, mention))
    return None


SOMEBODY = (Form.PERSON, Form.BODY, Form.GROUP, Form.DESCRIPTION, Form.PRONOUN)


def _is_somebody(tokens: Tokens, mention: Mention, kind: AgentKind) -> bool:
    """Whether it can act: talks and prices cannot, nurses and companies can."""
    known = bool(mention.classes or mention.nations or mention.parts)
    if mention.form is Form.GROUP:
        return known or is_kind_of_body(singular(tokens.lowers[mention.head]))
    return kind is not AgentKind.UNNAMED or known or _is_name(tokens, mention)


def _without_kind(tokens: Tokens, mention: Mention) -> Mention:
    """Izvestia of "Russia's daily Izvestia", where nothing knows the name."""
    start = mention.head
    if not _is_name(tokens, mention):
        return mention
    while start > mention.start and tokens.texts[start - 1][:1].isupper():
        start -= 1
    return read(tokens, start, mention.head + 1)


def _is_name(tokens: Tokens, mention: Mention) -> bool:
    """Whether it is a proper name that nothing tells more of: a newspaper's, say."""
    at = mention.head
    proper = mention.form is Form.OTHER and at < len(tokens)
    return proper and tokens.pos[at] == "PROPN" and tokens.texts[at][:1].isupper()


def _written(tokens: Tokens, mention: Mention) -> str:
    return tokens.text(mention.start, mention.end)
