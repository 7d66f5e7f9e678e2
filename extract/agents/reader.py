"""The article read from the first mention to the last: who is meant by each."""

from collections.abc import Mapping

from extract.agents.bodies import body
from extract.agents.cast import Cast, Member, people
from extract.agents.coreference import (
    description,
    group,
    opener,
    owner_of,
    pronoun,
    sides,
)
from extract.agents.discourse import Link, Reading
from extract.agents.employers import employer
from extract.agents.events import Event, events
from extract.agents.gazetteer import normal
from extract.agents.lead import Lead, described_before, title_of
from extract.agents.lexicon import PRONOUNS, RELATIVES
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import noun_phrase
from extract.agents.relatives import antecedent
from extract.agents.short_names import fuller_names
from extract.agents.staff import speaks_for_owner
from extract.agents.tokens import Tokens
from extract.agents.vectors import Vectors
from ontology.claim import AgentKind

BY_NAME, AS_WRITTEN = 0.97, 0.8
"""Confidence in a name, and in a description that is kept as the text has it."""

INTRODUCTION = 0.6
"""Confidence in the name that follows a description."""

SURE = 0.75
"""Confidence from which what a description or a pronoun says is taken for said of whom
it means."""

UNRESOLVED = 0.3
"""Confidence in a pronoun that could mean anybody."""


class Reader:
    """Reads one article; `link` says whom a further mention means."""

    def __init__(
        self,
        tokens: Tokens,
        sources: list[Mention],
        contents: Mapping[int, frozenset[int]],
        vectors: Vectors | None,
    ) -> None:
        self.tokens = tokens
        self.cast: Cast = people(tokens, sources)
        heads = (part.head for one in sources for part in (one, *one.parts))
        named = self.cast.named
        speaking = dict.fromkeys(named[head] for head in heads if head in named)
        self.reading = Reading(
            tokens, vectors, contents, named=named, people=list(speaking)
        )
        self._bodies: dict[str, Member] = {}
        self._others: dict[tuple[str, Member | None], Member] = {}
        self._owners: dict[int, Member] = {}
        self._lead = Lead()
        for event in events(tokens, self.cast, sources, contents):
            self._take(event)

    def link(self, mention: Mention) -> Link:
        """Whom the mention means; somebody new, under the words written, if nobody."""
        link = self.reading.links.get(mention.head)
        return link or self._resolve(mention)

    def _take(self, event: Event) -> None:
        mention = event.mention
        owner = self._owner(mention) or self._employer(event)
        if owner:
            self._owners[mention.head] = owner
        link = self._resolve(mention)
        if event.speaker:
            self._introduce(mention, link)
        if owner and speaks_for_owner(self.tokens, mention, owner, link.member):
            link.member.owned_by(owner)
        for side in sides(self.reading, mention):
            link.member.owned_by(side)
        if link.confidence > SURE:
            self._learn(mention, link.member)
        if link.confidence > UNRESOLVED:
            self.reading.touch(link.member, mention, link, speaker=event.speaker)
        for part in mention.parts:
            self._take(Event(part, event.speaker))
            if part.form is Form.BODY and part.entry is None:
                link.member.owned_by(self.reading.links[part.head].member)
        self.reading.links[mention.head] = link

    def _employer(self, event: Event) -> Member | None:
        """For whom somebody speaks who is told by a bare title for the first time."""
        known = self.reading.named.get(event.mention.head)
        if not event.speaker or (known and self.reading.of(known)):
            return None
        return employer(self.reading, event.mention)

    def _learn(self, mention: Mention, member: Member) -> None:
        """Take what a description, or a pronoun in no quotation, says of a member."""
        if mention.form is Form.DESCRIPTION:
            member.learn(mention)
        if mention.form is Form.PRONOUN and not self.tokens.quoted[mention.start]:
            member.gender = member.gender or mention.gender

    def _introduce(self, mention: Mention, link: Link) -> None:
        """The name of whom the lead only described, if this is where it stands."""
        if mention.form is Form.DESCRIPTION and not self._lead.over:
            self._lead.describe(self.reading, mention, link.member)
        if mention.form is not Form.PERSON:
            return
        link.member.behalf += self._lead.country(self.tokens, mention)
        later = Link(link.member, INTRODUCTION, "named later")
        named = self._lead.named_by(self.reading, mention)
        for member, title in named.items():
            link.member.learn(title._replace(role=title_of(self.tokens, title)))
            self._name(member, later)
        told = described_before(self.reading, mention)
        if told is not None:
            self._name(told, later)

    def _name(self, described: Member, later: Link) -> None:
        """Give somebody who was only described the name of who is told later."""
        later.member.behalf += described.behalf
        later.member.owners += described.owners
        self.reading.name(described, later.member, later)

    def _owner(self, mention: Mention) -> Member | None:
        """Whose officer or document it is, where that is plain."""
        if mention.owner is None:
            return None
        known = owner_of(self.reading, mention) or opener(self.reading, mention)
        if known is not None:
            return known
        own = read(self.tokens, *mention.owner)
        if own.form not in (Form.PRONOUN, Form.DESCRIPTION, Form.BODY):
            return None
        link = self._resolve(own)
        if link.confidence < SURE:
            return None
        self.reading.links.setdefault(own.head, link)
        return link.member

    def _resolve(self, mention: Mention) -> Link:
        """Whom a mention means, by what was read so far."""
        match mention.form:
            case Form.PERSON:
                return self._person(mention)
            case Form.BODY:
                return self._body(mention)
            case Form.PRONOUN:
                return self._pronoun(mention)
            case Form.DOCUMENT if mention.owner:
                return self.link(read(self.tokens, *mention.owner))
            case Form.DESCRIPTION:
                found = self._description(mention)
            case Form.GROUP:
                found = group(self.reading, mention)
            case _:
                found = None if mention.owner else self._unlabelled(mention)
        return found or self._as_written(mention)

    def _description(self, mention: Mention) -> Link | None:
        """Whom a description means; "her union" is the one that she was told with."""
        owner = None if mention.classes else self._owner(mention)
        if owner is not None and owner.kind is AgentKind.PERSON:
            return self._told_with(owner)
        return description(self.reading, mention)

    def _told_with(self, person: Member) -> Link | None:
        """The body with which a person was told: her organisation is the Acme Trust,
        where Jane Roe of the Acme Trust spoke."""
        bodies = {
            id(link.member): link
            for touch in self.reading.of(person)
            for start, end, label in self.tokens.entities
            if label == "ORGANIZATION" and touch.start < start < touch.end
            if self.tokens.lowers[start - 1] in ("of", "from", "at", "the")
            for link in (self._resolve(read(self.tokens, start, end)),)
        }
        return next(iter(bodies.values())) if len(bodies) == 1 else None

    def _person(self, mention: Mention) -> Link:
        member = self.cast.named.get(mention.head)
        if member is None:
            member = Member(mention.name, AgentKind.PERSON)
            member.learn(mention)
        return Link(member, BY_NAME, "name")

    def _body(self, mention: Mention) -> Link:
        person = self._surname(mention)
        if person is not None:
            return Link(person, AS_WRITTEN, "surname")
        found = body(self.tokens, mention)
        short = mention.entry is not None or found.name != mention.name
        found.described = not short and self._is_described(mention)
        member = self._bodies.setdefault(found.name.casefold(), found)
        member.learn(mention)
        return Link(member, BY_NAME, "name")

    def _unlabelled(self, mention: Mention) -> Link | None:
        """Whom a name means that no label marks: a last name, a body's short name."""
        member = self._surname(mention)
        if member is not None:
            return Link(member, AS_WRITTEN, "surname")
        full = fuller_names(self.tokens).get(normal(mention.text))
        if full is None or not self.tokens.texts[mention.head][:1].isupper():
            return None
        new = Member(full, AgentKind.ORGANIZATION, (normal(full),))
        return Link(self._bodies.setdefault(full.casefold(), new), AS_WRITTEN, "short")

    def _surname(self, mention: Mention) -> Member | None:
        """The person whose last name was not known as a person's."""
        name = (mention.name or mention.text).casefold()
        if mention.entry is not None or " " in name:
            return None
        people = (member for member in self.cast.members if member.key)
        return next((member for member in people if member.key[-1] == name), None)

    def _pronoun(self, mention: Mention) -> Link:
        if mention.text in RELATIVES:
            return self._relative(mention)
        known = mention.text in PRONOUNS
        found = pronoun(self.reading, mention) if known else None
        return found or Link(_nobody(mention), UNRESOLVED, "unresolved pronoun")

    def _relative(self, mention: Mention) -> Link:
        """Whom "who" takes up: the noun that its clause describes."""
        noun = antecedent(self.tokens, mention.start)
        if noun is None or self.tokens.lowers[noun] in RELATIVES:
            return Link(_nobody(mention), UNRESOLVED, "unresolved pronoun")
        known = self.reading.links.get(noun) or self._named_at(noun)
        return known or self.link(read(self.tokens, *noun_phrase(self.tokens, noun)))

    def _named_at(self, index: int) -> Link | None:
        entity = self.tokens.entity_at.get(index)
        return self.reading.links.get(entity[1] - 1) if entity else None

    def _as_written(self, mention: Mention) -> Link:
        new = _new(mention)
        new.described = self._is_described(mention)
        owner = self._owners.get(mention.head)
        pronoun = self.tokens.tags[mention.start] == "PRP$"
        if owner and pronoun and new.kind is AgentKind.ORGANIZATION:
            new.name = _owned(mention.text, owner) or new.name
        key = (mention.text.casefold(), owner)
        member = self._others.setdefault(key, new)
        return Link(member, AS_WRITTEN, "as written")

    def _is_described(self, mention: Mention) -> bool:
        """Whether no word of what it calls somebody is a name."""
        words = range(mention.start, mention.end)
        names = {self.tokens.texts[i] for i in words if self.tokens.pos[i] == "PROPN"}
        return names.isdisjoint((mention.name or mention.text).split())


def _new(mention: Mention) -> Member:
    kind = AgentKind.UNNAMED
    if mention.form is Form.GROUP and mention.text.casefold() not in SOMEONE:
        kind = AgentKind.GROUP
    elif mention.form is Form.DESCRIPTION and not mention.classes:
        kind = AgentKind.ORGANIZATION
    member = Member(mention.text, kind, plural=mention.plural)
    member.learn(mention)
    return member


def _owned(text: str, owner: Member) -> str | None:
    """What is called by a pronoun, by its owner's name: Norway's delegation. "Her
    ministry" is no Jane Roe's."""
    if owner.kind is AgentKind.PERSON or (owner.described and " " in owner.name):
        return None
    mark = "'" if owner.plural else "'s"
    return f"{owner.name}{mark} {text.partition(' ')[2]}"


SOMEONE = frozenset({"anybody", "anyone", "no one", "nobody", "somebody", "someone"})
"""Words for a single person, or for none."""


def _nobody(mention: Mention) -> Member:
    kind = AgentKind.GROUP if mention.plural else AgentKind.UNNAMED
    name = "I" if mention.text == "i" else mention.text
    return Member(name, kind, plural=mention.plural, described=True)
