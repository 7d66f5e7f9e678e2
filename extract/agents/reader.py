"""The article read from the first mention to the last: who is meant by each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.agents.bodies import body, fuller_names
from extract.agents.cast import Cast, Member, people
from extract.agents.coreference import Link, Reading, description, pronoun
from extract.agents.gazetteer import normal
from extract.agents.lexicon import PRONOUNS, RELATIVES, role, singular
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import noun_phrase
from extract.agents.tokens import Tokens
from extract.agents.vectors import Vectors
from ontology.claim import AgentKind

BY_NAME, AS_WRITTEN = 0.97, 0.8
"""Confidence in a name, and in a description that is kept as the text has it."""

UNRESOLVED = 0.3
"""Confidence in a pronoun that could mean anybody."""

ANIMATE = frozenset({"he", "she", "his", "her", "him", "hers"})


@dataclass(frozen=True)
class Event:
    """A mention in its turn; a speaker's if an attribution has it as source."""

    mention: Mention
    speaker: bool


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
        spans = [(source.start, source.end) for source in sources]
        self.cast: Cast = people(tokens, spans)
        self.reading = Reading(tokens, vectors, contents)
        heads = (part.head for one in sources for part in (one, *one.parts))
        found = [self.cast.named[head] for head in heads if head in self.cast.named]
        self.reading.named = self.cast.named
        self.reading.people = list(dict.fromkeys(found))
        self._names = fuller_names(tokens)
        self._bodies: dict[str, Member] = {}
        self._others: dict[str, Member] = {}
        for event in _events(tokens, self.cast, sources):
            self._take(event)

    def link(self, mention: Mention) -> Link:
        """Whom the mention means; somebody new, under the words written, if nobody."""
        link = self.reading.links.get(mention.head)
        return link or self._resolve(mention)

    def _take(self, event: Event) -> None:
        mention = event.mention
        link = self._resolve(mention)
        if mention.form is Form.DESCRIPTION and link.confidence > SURE:
            link.member.learn(mention)
        if mention.form is Form.PRONOUN and link.confidence > SURE:
            link.member.gender = link.member.gender or mention.gender
        if link.confidence > UNRESOLVED:
            self.reading.touch(link.member, mention, link, speaker=event.speaker)
        for part in mention.parts:
            self._take(Event(part, event.speaker))
        self.reading.links[mention.head] = link

    def _resolve(self, mention: Mention) -> Link:
        if mention.form is Form.PERSON:
            return self._person(mention)
        if mention.form is Form.BODY:
            return self._body(mention)
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention)
        if mention.form is Form.DOCUMENT and mention.owner:
            return self.link(read(self.tokens, *mention.owner))
        unclear = mention.form in (Form.OTHER, Form.DOCUMENT) and not mention.owner
        if unclear and (found := self._unlabelled(mention)):
            return found
        if mention.form is Form.DESCRIPTION:
            return description(self.reading, mention) or self._as_written(mention)
        return self._as_written(mention)

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
        found = body(mention, self._names)
        short = mention.entry is not None or found.name != mention.name
        found.described = not short and self._is_described(mention)
        member = self._bodies.setdefault(found.name.casefold(), found)
        return Link(member, BY_NAME, "name")

    def _unlabelled(self, mention: Mention) -> Link | None:
        """Whom a name means that no label marks: a last name, a body's short name."""
        member = self._surname(mention)
        if member is not None:
            return Link(member, AS_WRITTEN, "surname")
        full = self._names.get(normal(mention.text))
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
        if noun is None:
            return Link(_nobody(mention), UNRESOLVED, "unresolved pronoun")
        known = self.reading.links.get(noun) or self._named_at(noun)
        return known or self.link(read(self.tokens, *noun_phrase(self.tokens, noun)))

    def _named_at(self, index: int) -> Link | None:
        entity = self.tokens.entity_at.get(index)
        found = self.reading.links.get(entity[1] - 1) if entity else None
        return found

    def _as_written(self, mention: Mention) -> Link:
        new = _new(mention)
        new.described = self._is_described(mention)
        member = self._others.setdefault(mention.text.casefold(), new)
        return Link(member, AS_WRITTEN, "as written")

    def _is_described(self, mention: Mention) -> bool:
        """Whether no word of what it calls somebody is a name."""
        words = range(mention.start, mention.end)
        names = {self.tokens.texts[i] for i in words if self.tokens.pos[i] == "PROPN"}
        return names.isdisjoint((mention.name or mention.text).split())


SURE = 0.75
"""Confidence from which a pronoun's gender is taken for its antecedent's."""


def _new(mention: Mention) -> Member:
    kind = AgentKind.UNNAMED
    if mention.form is Form.GROUP:
        kind = AgentKind.GROUP
    elif mention.form is Form.DESCRIPTION and not mention.classes:
        kind = AgentKind.ORGANIZATION
    member = Member(mention.text, kind, plural=mention.plural)
    member.learn(mention)
    return member


def _nobody(mention: Mention) -> Member:
    kind = AgentKind.GROUP if mention.plural else AgentKind.UNNAMED
    return Member(mention.text, kind, plural=mention.plural, described=True)


def _events(tokens: Tokens, cast: Cast, sources: list[Mention]) -> list[Event]:
    """Every mention once, in the order of the text; a source goes before the rest."""
    taken = {index for source in sources for index in range(source.start, source.end)}
    events = [Event(source, True) for source in sources]
    rest = (*_names(tokens, cast), *_pronouns(tokens), *_nominals(tokens, cast))
    events += [Event(mention, False) for mention in rest if mention.head not in taken]
    return sorted(events, key=lambda event: event.mention.start)


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
    """People by description: a nurse, her husband, the ministers."""
    for index, word in enumerate(tokens.lowers):
        if tokens.pos[index] != "NOUN" or index in cast.titled:
            continue
        if role(word) is None:
            continue
        start, end = noun_phrase(tokens, index)
        mention = read(tokens, start, end)
        several = mention.form is Form.GROUP and singular(word) != word
        if several or (end - start > 1 and mention.form is Form.DESCRIPTION):
            yield mention


def antecedent(tokens: Tokens, index: int) -> int | None:
    """The noun that the relative clause of a pronoun describes."""
    verb = tokens.heads[index]
    for _ in range(3):
        if tokens.deps[verb].startswith("acl"):
            return tokens.heads[verb]
        verb = tokens.heads[verb]
    for before in range(index - 1, max(index - 4, -1), -1):
        if tokens.pos[before] in ("NOUN", "PROPN"):
            return before
    return None
