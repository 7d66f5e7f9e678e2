"""The article as far as it was read: who stood where, and whom mentions meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.agents.cast import Member
from extract.agents.lexicon import Gender
from extract.agents.mention import Form, Mention
from extract.agents.tokens import Tokens
from extract.agents.vectors import Vectors


class Link(NamedTuple):
    """Whom a mention means, how surely (0..1), and what decided."""

    member: Member
    confidence: float
    reason: str


class Touch(NamedTuple):
    """A place where a member was mentioned."""

    member: Member
    start: int
    end: int
    subject: bool
    speaker: bool
    by_name: bool
    gender: Gender | None
    tellers: tuple[int, ...]
    """The heads of the sources in whose words it stands."""
    document: bool
    """Whether what was mentioned is the member's book, report or letter."""

    def holds(self, other: "Touch") -> bool:
        """Whether the other is a part of it."""
        inside = self.start <= other.start and other.end <= self.end
        return inside and self.member is not other.member


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
        touch = Touch(
            member,
            mention.start,
            mention.end,
            subject,
            speaker,
            named,
            mention.gender,
            tuple(
                head for head, said in self.contents.items() if mention.start in said
            ),
            mention.form is Form.DOCUMENT,
        )
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
