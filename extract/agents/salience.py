"""What speaks for whom a mention may mean: its place, and its part in the article."""

import math
from collections.abc import Sequence

from extract.agents.cast import Member
from extract.agents.discourse import Reading, Touch
from extract.agents.mention import Mention
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind

BY_SENTENCE = (2.2, 1.5, 0.9, 0.5, 0.0, -0.3, -0.5, -1.4)

BY_PARAGRAPH = (0.8, 0.4, -0.4)
"""What speaks for an antecedent by its distance; the last value: any farther."""

WEIGHTS = {
    "subject": 0.6,  # of its verb
    "speaker": 0.2,  # of an attribution
    "goes on": 0.8,  # subject and speaker in the sentence before, of one paragraph
    "quoted": -1.0,  # inside a quotation, and the later mention is not
    "new": 0.6,  # told of for the first time in the mention's own paragraph
    "placed": -1.2,  # only where something is
    "told": -0.8,  # inside the words of somebody who speaks elsewhere
    "often": 0.1,  # per doubling of its mentions
    "gender": 0.2,  # known, and the pronoun's
    "named": 0.4,  # not only described
    "passing": -0.6,  # a body that no attribution has as its source
    "vectors": 0.3,  # per unit of the encoder's score
}
"""What else speaks for an antecedent. Place and vectors as a conditional logit over
1,019 pronouns of PolNeAR's train part with CoreNLP's chains has them (79 % right
there by the weights set by hand before, 82 % by these; on dev 81 and 84); "new" and
"placed" were set by hand on our own texts."""


def salience(reading: Reading, mention: Mention, member: Member) -> float:
    """How much place and part speak for a member that was mentioned before."""
    touches = reading.before(member, mention)
    best = max(_place(reading, mention, touch) for touch in touches[-3:])
    return best + _standing(reading, mention, member, touches)


def _place(reading: Reading, mention: Mention, touch: Touch) -> float:
    """What the place of one earlier mention speaks for it."""
    tokens = reading.tokens
    sentences = tokens.sentences[mention.start] - tokens.sentences[touch.start]
    paragraphs = tokens.paragraphs[mention.start] - tokens.paragraphs[touch.start]
    near = sentences == 1 and paragraphs == 0
    inside = tokens.quoted[touch.start] and not tokens.quoted[mention.start]
    score = reading.vectors.score(mention, touch) if reading.vectors else 0.0
    return (
        _by_distance(BY_SENTENCE, sentences)
        + _by_distance(BY_PARAGRAPH, paragraphs)
        + WEIGHTS["subject"] * touch.subject
        + WEIGHTS["speaker"] * touch.speaker
        + WEIGHTS["goes on"] * (near and touch.subject and touch.speaker)
        + WEIGHTS["quoted"] * inside
        + WEIGHTS["placed"] * _is_where(tokens, touch)
        + WEIGHTS["told"] * (not inside and _is_told(reading, mention, touch))
        + WEIGHTS["vectors"] * max(-4.0, min(score, 6.0))
    )


def _is_where(tokens: Tokens, touch: Touch) -> bool:
    """Whether a place is named only to say where something is: Acme, founded in Malta;
    Acme, Malta's largest airline."""
    entity = tokens.entity_at.get(touch.start)
    if entity is None or entity[2] != "LOCATION":
        return False
    before, after = touch.start - 1, tokens.texts[touch.end : touch.end + 1]
    beside = before - 1 in tokens.entity_at and tokens.texts[before] == ","
    apposed = beside and after in (("'s",), ("’s",))
    return apposed or tokens.lowers[max(before, 0)] in ("in", "at", "near")


def _is_told(reading: Reading, mention: Mention, touch: Touch) -> bool:
    """Whether others than the mention's speaker tell of it, where the mention is not
    of their words."""
    return any(
        head != mention.head and mention.start not in reading.contents[head]
        for head in touch.tellers
    )


def _by_distance(values: Sequence[float], distance: int) -> float:
    return values[min(distance, len(values) - 1)]


def _standing(
    reading: Reading, mention: Mention, member: Member, touches: Sequence[Touch]
) -> float:
    """What the member's part in the article speaks for it."""
    paragraphs = reading.tokens.paragraphs
    new = paragraphs[touches[0].start] == paragraphs[mention.start]
    same = mention.gender is not None and member.gender == mention.gender
    body = member.kind in (AgentKind.COUNTRY, AgentKind.ORGANIZATION)
    return (
        WEIGHTS["often"] * math.log2(len(touches))
        + WEIGHTS["new"] * new
        + WEIGHTS["gender"] * same
        + WEIGHTS["named"] * (member.kind is not AgentKind.UNNAMED)
        + WEIGHTS["passing"] * (body and not any(t.speaker for t in touches))
    )
