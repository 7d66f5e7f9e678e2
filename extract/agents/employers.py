"""For whom an officer speaks whose title names no body.

"The commission praised the verdict. Chairwoman Jane Roe said": the body that has just
spoken or acted. "Federation head Jane Roe": the federation of which the article tells.
"""

from collections.abc import Sequence

from extract.agents.cast import Member
from extract.agents.coreference import description
from extract.agents.descriptions import words_of
from extract.agents.discourse import Reading, Touch
from extract.agents.events import SPEAKING_BODIES
from extract.agents.lexicon import DETERMINERS, role, word_class
from extract.agents.mention import Form, Mention
from ontology.claim import AgentKind

POSTS = word_class("posts")
"""Nouns for those who speak for the body that they work for, whichever it is."""

RANKS = word_class("ranks_of_posts")
"""What else the title of a post may hold, if it tells no body: managing, finance."""

SURE = 0.75
"""Confidence from which "federation" of "federation head" is taken for the one told
of."""

NEAR, BANKS = 1, 3
"""Sentences before a title within which its body has spoken, and the bank of a
governor."""


def employer(reading: Reading, mention: Mention) -> Member | None:
    """The body that a title leaves to be known; None where it is not plain."""
    if mention.owner or mention.behalf or mention.plural:
        return None
    words = _title(mention)
    at = len(words)
    while at and (words[at - 1] in RANKS or role(words[at - 1])):
        at -= 1
    if at and words[at - 1] in SPEAKING_BODIES:
        return _told_as(reading, mention, words[:at]) if at < len(words) else None
    if at or POSTS.isdisjoint(words) or not (POSTS | RANKS).issuperset(words):
        return None
    return _just_heard(reading, mention, words)


def _title(mention: Mention) -> Sequence[str]:
    """The words of a title or description, in lower case, without article."""
    match mention.form:
        case Form.PERSON:
            words = (mention.role or "").lower().split()
        case Form.DESCRIPTION:
            words = mention.text.lower().split()
        case _:
            return ()
    return words[1:] if words and words[0] in DETERMINERS else words


def _told_as(reading: Reading, mention: Mention, kind: Sequence[str]) -> Member | None:
    """The body that is "the federation" in "federation head"."""
    if len(_last_told(reading, mention, kind[-1])) > 1:
        return None
    places = range(mention.start, mention.end)
    at = next(
        (i for i in places if reading.tokens.lowers[i] == kind[-1]), mention.start
    )
    body = Mention(
        at, at + 1, at, Form.DESCRIPTION, " ".join(("the", *kind)),
        nouns=frozenset(kind[-1:]), definite=True,
    )  # fmt: skip
    link = description(reading, body)
    return link.member if link and link.confidence > SURE else None


def _last_told(reading: Reading, mention: Mention, kind: str) -> set[Member]:
    """The bodies of a kind in the last sentence before a mention that tells of one."""
    alike = (member for member in reading.members if kind in words_of(member))
    sentences = reading.tokens.sentences
    told = [
        (sentences[touch.start], member)
        for member in alike
        for touch in reading.before(member, mention)
    ]
    last = max((sentence for sentence, _ in told), default=0)
    return {member for sentence, member in told if sentence == last}


def _just_heard(
    reading: Reading, mention: Mention, title: Sequence[str]
) -> Member | None:
    """The only one of whom the sentence before tells, if it is a body; of a governor,
    the bank that was last told of."""
    if "governor" in title:
        heard = _heard(reading, mention, BANKS)
        heard = [touch for touch in heard if "bank" in words_of(touch.member)]
        return heard[-1].member if heard else None
    heard = _heard(reading, mention, NEAR)
    sentences = reading.tokens.sentences
    last = [t for t in heard if sentences[t.start] == sentences[heard[-1].start]]
    found = {touch.member for touch in last if _can_employ(touch, mention)}
    if len(found) != 1 or any(touch.member not in found for touch in last):
        return None
    body = found.pop()
    return body if _goes_on(reading, mention, body) else None


def _goes_on(reading: Reading, mention: Mention, body: Member) -> bool:
    """Whether the news is still of a body: in its paragraph, or before others speak
    below the headline."""
    paragraphs = reading.tokens.paragraphs
    if paragraphs[reading.before(body, mention)[-1].start] == paragraphs[mention.start]:
        return True
    others = (member for member in reading.members if member is not body)
    bodies = (one for one in others if one.kind is AgentKind.ORGANIZATION)
    touches = (touch for one in bodies for touch in reading.before(one, mention))
    return not any(touch.speaker and paragraphs[touch.start] for touch in touches)


def _heard(reading: Reading, mention: Mention, reach: int) -> list[Touch]:
    """Where somebody was told to speak or act, and not by others, in the sentences
    before a mention and what it says."""
    sentences = reading.tokens.sentences
    said = reading.contents.get(mention.head, ())
    first = sentences[min((mention.start, *said))] - reach
    touches = (
        touch
        for member in reading.members
        for touch in reading.before(member, mention)
        if touch.subject or touch.speaker
    )
    near = (t for t in touches if sentences[t.start] >= first and not t.tellers)
    return sorted(near, key=lambda touch: touch.start)


def _can_employ(touch: Touch, mention: Mention) -> bool:
    """Whether who is told of there can have such an officer; a country that speaks has
    a spokesman."""
    if touch.member.kind is AgentKind.COUNTRY:
        return touch.speaker and "spokesperson" in mention.classes
    return touch.member.kind is AgentKind.ORGANIZATION
