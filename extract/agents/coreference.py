"""Who is meant by a pronoun or a description: one pass over the article.

Every mention of somebody is an event, in the order of the text. A name brings its
member to the fore; a pronoun or a description is resolved to the member that the
features below speak for, or to nobody where none stands out.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.agents.cast import Member
from extract.agents.descriptions import (
    SAME_ROLE,
    agreement,
    body_agreement,
    is_associate,
    is_person,
    words_of,
)
from extract.agents.lexicon import DETERMINERS
from extract.agents.mention import Form, Mention
from extract.agents.tokens import Tokens
from extract.agents.vectors import Vectors
from ontology.claim import AgentKind

BY_SENTENCE = (2.2, 1.5, 0.9, 0.5, 0.0, -0.3, -0.5, -1.4)
BY_PARAGRAPH = (0.8, 0.4, -0.4)
"""What speaks for an antecedent by its distance; the last value: any farther."""

WEIGHTS = {
    "subject": 0.6,  # of its verb
    "speaker": 0.2,  # of an attribution
    "quoted": -1.0,  # inside a quotation, and the later mention is not
    "new": 0.6,  # told of for the first time in the mention's own paragraph
    "told": -0.8,  # inside the words of somebody who speaks elsewhere
    "often": 0.1,  # per doubling of its mentions
    "gender": 0.2,  # known, and the pronoun's
    "named": 0.4,  # not only described
    "passing": -0.6,  # a body that no attribution has as its source
    "vectors": 0.3,  # per unit of the encoder's score
}
"""What else speaks for an antecedent. Place and vectors as a conditional logit over
1,019 pronouns of PolNeAR's train part with CoreNLP's chains has them (79 % right
there by the weights set by hand before, 82 % by these; on dev 81 and 84)."""

THRESHOLD = 1.2
"""Score below which nobody is meant: two sentences back, and nothing else for it."""

AMBIGUOUS = 0.15
"""Margin below which two antecedents are as good as each other."""


ONLY = 0.85
"""Confidence in "the union" where the article has told of one only."""


@dataclass(frozen=True)
class Link:
    """Whom a mention means, how surely (0..1), and what decided."""

    member: Member
    confidence: float
    reason: str


@dataclass(frozen=True)
class Touch:
    """A place where a member was mentioned."""

    member: Member
    start: int
    end: int
    subject: bool
    speaker: bool
    by_name: bool


@dataclass
class Reading:
    """The article as far as it was read: who stood where, and whom mentions meant."""

    tokens: Tokens
    vectors: Vectors | None
    contents: Mapping[int, frozenset[int]]
    """By the head of a source: the tokens of what it says, where its name never is."""
    named: Mapping[int, Member] = field(default_factory=dict)
    """The people of the cast by the last token of their names."""
    people: list[Member] = field(default_factory=list)
    """Everybody who is named as a source anywhere in the article."""
    touches: dict[int, list[Touch]] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)

    def touch(
        self, member: Member, mention: Mention, link: Link, *, speaker: bool
    ) -> None:
        """Bring a member to the fore."""
        if member not in self.members:
            self.members.append(member)
        name = mention.form in (Form.PERSON, Form.BODY)
        named = name or not (speaker or self._is_indirect(mention))
        subject = speaker or is_subject(self.tokens, mention.start, mention.end)
        touch = Touch(member, mention.start, mention.end, subject, speaker, named)
        self.touches.setdefault(id(member), []).append(touch)
        self.links[mention.head] = link

    def _is_indirect(self, mention: Mention) -> bool:
        """Whether it is a pronoun in no quotation: "her side would wait, she said"."""
        quoted = self.tokens.quoted[mention.start]
        return mention.form is Form.PRONOUN and not quoted

    def name(self, described: Member, named: Member, link: Link) -> None:
        """Take what was told of somebody by description for told of who is named."""
        self.members.remove(described)
        touches = [*self.of(named), *self.touches.pop(id(described))]
        self.touches[id(named)] = sorted(touches, key=lambda touch: touch.start)
        if named not in self.members:
            self.members.append(named)
        for head, known in self.links.items():
            if known.member is described:
                self.links[head] = link

    def of(self, member: Member) -> list[Touch]:
        """Where a member was mentioned so far."""
        return self.touches.get(id(member), [])

    def before(self, member: Member, mention: Mention) -> list[Touch]:
        """Where a member was mentioned before a mention, which may be read late."""
        return [touch for touch in self.of(member) if touch.start < mention.start]


def pronoun(reading: Reading, mention: Mention) -> Link | None:
    """Whom a third person pronoun means; None where it is not plain."""
    fitting = [
        member for member in reading.members if _may_be(reading, mention, member)
    ]
    return _best(reading, mention, dict.fromkeys(fitting, 0.0), "pronoun")


def description(reading: Reading, mention: Mention) -> Link | None:
    """Whom "the minister" or "a close associate of hers" means; None if not plain."""
    if is_associate(mention) and not mention.definite:
        return _associate(reading, mention)
    if not mention.definite:
        return None
    agrees = agreement if mention.classes else body_agreement
    known = {
        member: agrees(member, mention)
        for member in reading.members
        if _may_be(reading, mention, member)
    }
    owner = owner_of(reading, mention)
    fitting = {
        member: score
        for member, score in known.items()
        if score and not _is_anothers(member, owner)
    }
    alike = [member for member, score in fitting.items() if score >= SAME_ROLE]
    if len(alike) == 1 and not (mention.classes or mention.owner):
        return Link(alike[0], ONLY, "description")
    return _best(reading, mention, fitting, "description")


def group(reading: Reading, mention: Mention) -> Link | None:
    """Whom "the officials" mean: the only people told of in these words and more."""
    told = set(mention.text.lower().split()) - DETERMINERS
    fitting = [
        member
        for member in reading.members
        if member.kind is AgentKind.GROUP and reading.before(member, mention)
        if told <= words_of(member)
    ]
    alone = mention.definite and not mention.parts and len(fitting) == 1
    return Link(fitting[0], ONLY, "description") if alone else None


def _is_anothers(member: Member, owner: Member | None) -> bool:
    """Whether who is told by an owner is the owner, or somebody of another body: the
    ministry's secretary is not the union's."""
    elsewhere = member.owners and owner is not None and owner not in member.owners
    return member is owner or bool(elsewhere)


def _associate(reading: Reading, mention: Mention) -> Link | None:
    """The article's only other person who speaks, if of the owner's side."""
    owner = owner_of(reading, mention)
    others = [member for member in reading.people if member is not owner]
    if owner is None or len(others) != 1 or not reading.of(others[0]):
        return None
    only = others[0]
    foreign = owner.nations and only.nations.isdisjoint(owner.nations)
    if foreign or not only.nations or "office" not in only.classes:
        return None
    return Link(only, 0.6, "the only other who speaks")


def owner_of(reading: Reading, mention: Mention) -> Member | None:
    """The member whose associate or words the mention speaks of."""
    if mention.owner is None:
        return None
    links = (reading.links.get(index) for index in range(*mention.owner))
    named = (reading.named.get(index) for index in range(*mention.owner))
    found = [*(link.member for link in links if link), *filter(None, named)]
    return found[0] if found else None


def _may_be(reading: Reading, mention: Mention, member: Member) -> bool:
    """Whether number, kind, gender and place let the mention mean the member."""
    if not reading.before(member, mention):
        return False
    if mention.form is Form.PRONOUN:
        person = mention.text in ("he", "she", "his", "her", "him", "hers")
        if not (is_person(member) if person else member.kind is not AgentKind.PERSON):
            return False
        if not person and member.plural and not mention.plural:
            return False
        if member.plural != mention.plural and member.kind not in COLLECTIVES:
            return False
        told = member.classes or member.nations or member.nouns
        spoke = any(touch.speaker for touch in reading.before(member, mention))
        if member.kind is AgentKind.GROUP and not (told or spoke):
            return False
    if None not in (member.gender, mention.gender) and member.gender != mention.gender:
        return False
    return not _is_said_of(reading, mention, member) and not _is_argument(
        reading, mention, member
    )


COLLECTIVES = (AgentKind.GROUP, AgentKind.ORGANIZATION, AgentKind.COUNTRY)


def _is_said_of(reading: Reading, mention: Mention, member: Member) -> bool:
    """Whether the mention is the speaker of words that name the member."""
    said = reading.contents.get(mention.head, frozenset())
    return any(
        t.start in said and t.by_name for t in reading.before(member, mention)[-4:]
    )


def _is_argument(reading: Reading, mention: Mention, member: Member) -> bool:
    """Whether both are arguments of one verb: Jane in "Jane, he told her, ..."."""
    last = reading.before(member, mention)[-1]
    verb, relation = _argument(reading.tokens, mention.start, mention.end)
    other, its_relation = _argument(reading.tokens, last.start, last.end)
    both = ARGUMENTS.issuperset((relation, its_relation))
    return both and verb == other and relation != its_relation


ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})


def _argument(tokens: Tokens, start: int, end: int) -> tuple[int, str]:
    """The word on which a phrase hangs, and by which relation."""
    top = top_of(tokens, start, end)
    return tokens.heads[top], tokens.deps[top].split(":")[0]


def top_of(tokens: Tokens, start: int, end: int) -> int:
    """The token of a phrase on which the others hang."""
    for index in range(start, end):
        if not start <= tokens.heads[index] < end or tokens.heads[index] == index:
            return index
    return end - 1


def is_subject(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase is a subject; without a parse, whether a verb follows it."""
    relation = tokens.deps[top_of(tokens, start, end)]
    if relation:
        return relation.startswith("nsubj")
    return end < len(tokens) and tokens.pos[end] in ("VERB", "AUX")


def _best(
    reading: Reading, mention: Mention, fitting: Mapping[Member, float], kind: str
) -> Link | None:
    scored = sorted(
        ((_score(reading, mention, m) + extra, m) for m, extra in fitting.items()),
        key=lambda pair: -pair[0],
    )
    if not scored or scored[0][0] < THRESHOLD:
        return None
    margin = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0.0)
    if margin < AMBIGUOUS:
        return None
    surety = 1 / (1 + math.exp(-0.4 - margin))
    return Link(scored[0][1], round(min(surety, 0.97), 3), kind)


def _score(reading: Reading, mention: Mention, member: Member) -> float:
    recent = reading.before(member, mention)[-3:]
    best = max(sum(_place(reading, mention, touch)) for touch in recent)
    return best + sum(_standing(reading, mention, member))


def _place(reading: Reading, mention: Mention, touch: Touch) -> Iterator[float]:
    """What the place of one earlier mention speaks for it."""
    tokens = reading.tokens
    sentences = tokens.sentences[mention.start] - tokens.sentences[touch.start]
    paragraphs = tokens.paragraphs[mention.start] - tokens.paragraphs[touch.start]
    yield _by_distance(BY_SENTENCE, sentences)
    yield _by_distance(BY_PARAGRAPH, paragraphs)
    yield WEIGHTS["subject"] * touch.subject
    yield WEIGHTS["speaker"] * touch.speaker
    inside = tokens.quoted[touch.start] and not tokens.quoted[mention.start]
    yield WEIGHTS["quoted"] * inside
    yield WEIGHTS["told"] * (not inside and _is_told(reading, mention, touch))
    if reading.vectors is not None:
        score = reading.vectors.score(mention, touch)
        yield WEIGHTS["vectors"] * max(-4.0, min(score, 6.0))


def _is_told(reading: Reading, mention: Mention, touch: Touch) -> bool:
    """Whether others than the mention's speaker tell of it, where the mention is not
    of their words."""
    return any(
        touch.start in said and mention.start not in said
        for head, said in reading.contents.items()
        if head != mention.head
    )


def _by_distance(values: Sequence[float], distance: int) -> float:
    return values[max(0, min(distance, len(values) - 1))]


def _standing(reading: Reading, mention: Mention, member: Member) -> Iterator[float]:
    """What the member's part in the article speaks for it."""
    touches = reading.before(member, mention)
    yield WEIGHTS["often"] * math.log2(len(touches))
    paragraphs = reading.tokens.paragraphs
    yield WEIGHTS["new"] * (paragraphs[touches[0].start] == paragraphs[mention.start])
    same = mention.gender is not None and member.gender == mention.gender
    yield WEIGHTS["gender"] * same
    yield WEIGHTS["named"] * (member.kind is not AgentKind.UNNAMED)
    body = member.kind in (AgentKind.COUNTRY, AgentKind.ORGANIZATION)
    yield WEIGHTS["passing"] * (body and not any(t.speaker for t in touches))
