"""The speaker of every attribution, resolved within the article."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc

from extract.agents.cast import Member
from extract.agents.discourse import Link, top_of
from extract.agents.lexicon import SPEAKERS_OWN
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import with_names
from extract.agents.reader import Reader
from extract.agents.sources import source_of, written
from extract.agents.subjects import lenders
from extract.agents.tokens import QUOTES, Tokens, tokens
from extract.agents.vectors import vectors
from extract.attributions import Attribution, attributions
from ontology.claim import Agent, AgentKind, AgentRef, Article
from ontology.ids import described_id, slug

NOBODY = "unnamed"
"""Name of the speaker where no words name one."""

UNNAMED = 0.25
"""Confidence in an attribution without a source having no known speaker. Of those that
the model is half sure of, few are more than "there is no talk of"."""

CONTINUED = 0.75
"""Confidence in the same speaker going on, in one sentence or one paragraph."""


class Resolved(NamedTuple):
    """A speaker, how surely it is the one (0..1), and what decided."""

    agent: Agent
    confidence: float
    reason: str


def speakers(doc: Doc, article: Article) -> list[Resolved]:
    """The speaker of each attribution, in their order."""
    return speech(doc, article).resolved


ROOM = "onrecord_speech"
"""Key of `doc.user_data`: the reading, which speakers and addressees share."""


def speech(doc: Doc, article: Article) -> "Speech":
    """The document's attributions with their sources read; read once."""
    if ROOM not in doc.user_data:
        doc.user_data[ROOM] = Speech(doc, article, attributions(doc))
    read_once: Speech = doc.user_data[ROOM]
    return read_once


class Speech:
    """One document's attributions, their sources read and linked."""

    def __init__(
        self, doc: Doc, article: Article, found: Sequence[Attribution]
    ) -> None:
        self.article = article
        self.found = found
        self.tokens: Tokens = tokens(doc)
        self._sources = [source_of(self.tokens, attribution) for attribution in found]
        self._contents = [_content(attribution) for attribution in found]
        contents = {
            source.head: content
            for source, content in zip(self._sources, self._contents, strict=True)
            if source
        }
        named = [source for source in self._sources if source]
        self.reader = Reader(self.tokens, named, contents, vectors(doc))

    @cached_property
    def resolved(self) -> list[Resolved]:
        """The speaker of each attribution, in their order."""
        results = []
        for number, source in enumerate(self._sources):
            link = self.speaker(number)
            agent = self.agent(link.member, written(self.found[number], source))
            results.append(Resolved(agent, link.confidence, link.reason))
        return results

    def agent(self, member: Member, mention: str) -> Agent:
        """The member as a record, under the words that mention it here."""
        refs = [*member.behalf, *map(self._ref, member.owners)]
        named = (ref for ref in refs if ref.name != member.name)
        return Agent(
            id=self._id(member),
            name=member.name,
            kind=member.kind,
            mention=mention,
            role=member.role,
            represents=tuple(dict.fromkeys(named)),
        )

    def _ref(self, member: Member) -> AgentRef:
        """The member by name and id."""
        return AgentRef(id=self._id(member), name=member.name)

    def _id(self, member: Member) -> str:
        """The member's id; without a name, this article's own."""
        if member.described:
            return described_id(member.name, self.article.id)
        return slug(member.name)

    def speaker(self, number: int, depth: int = 0) -> Link:
        """Who speaks in one attribution."""
        source = self._sources[number]
        if source is None:
            return self._continued(number, depth)
        if source.text in SPEAKERS_OWN and source.form is Form.PRONOUN:
            around = self._around(number)
            around = self._turn(number) if around is None else around
            if around is not None and depth < DEEPEST:
                return self.speaker(around, depth + 1)
        return self.reader.link(source)

    def _around(self, number: int) -> int | None:
        """The attribution in whose words this one stands: the shortest, if several."""
        at = self.found[number].cue.start
        sizes = {
            other: len(words)
            for other, words in enumerate(self._contents)
            if other != number and at in words
        }
        return min(sizes, key=lambda other: sizes[other]) if sizes else None

    def _turn(self, number: int) -> int | None:
        """The attribution by whose label the paragraph of this one opens: ROE: I."""
        paragraphs = self.tokens.paragraphs
        own = paragraphs[self.found[number].cue.start]
        for other in range(number - 1, -1, -1):
            cue = self.found[other].cue
            if paragraphs[cue.start] != own:
                return None
            if cue.text == ":":
                return other
        return None

    def _continued(self, number: int, depth: int) -> Link:
        """Who speaks where no source is named: whoever the sentence or the
        paragraph has speaking already, else nobody."""
        subject = self._subject(number)
        if subject is not None:
            link = self.reader.link(subject)
            return link._replace(confidence=round(CONTINUED * link.confidence, 3))
        other = self._governing(number)
        if other is None:
            other = self._running_on(number)
        if other is None or depth >= DEEPEST:
            member = Member(NOBODY, AgentKind.UNNAMED, described=True)
            return Link(member, UNNAMED, "no source")
        link = self.speaker(other, depth + 1)
        surety = round(CONTINUED * link.confidence, 3)
        return link._replace(confidence=surety, reason="same speaker goes on")

    def _subject(self, number: int) -> Mention | None:
        """The subject of the cue's verb, or of the verb that lends it one, where it
        names or describes somebody."""
        cue = self.found[number].cue
        top = top_of(self.tokens, cue.start, cue.end)
        for verb in (top, *lenders(self.tokens, top)):
            for index in self.tokens.children(verb):
                if self.tokens.deps[index] == "nsubj":
                    mention = read(self.tokens, *with_names(self.tokens, index))
                    return mention if mention.form in SPEAKING else None
        return None

    def _governing(self, number: int) -> int | None:
        """The attribution on whose cue this one's hangs: stated ..., adding that."""
        cue = self.found[number].cue
        top = top_of(self.tokens, cue.start, cue.end)
        cued = {
            index: other
            for other, attribution in enumerate(self.found)
            if other != number
            for index in range(attribution.cue.start, attribution.cue.end)
        }
        above = lenders(self.tokens, top)
        return next((cued[verb] for verb in above if verb in cued), None)

    def _running_on(self, number: int) -> int | None:
        """The attribution just before in the paragraph, if both quote word for word."""
        if number == 0 or not self._is_quoted(number):
            return None
        before = self.found[number - 1].cue.start
        here = self.found[number].cue.start
        same = self.tokens.paragraphs[before] == self.tokens.paragraphs[here]
        return number - 1 if same and self._is_quoted(number - 1) else None

    def _is_quoted(self, number: int) -> bool:
        content = self.found[number].content
        return bool(content) and self.tokens.texts[content[0].start] in QUOTES


DEEPEST = 4
"""Steps from an attribution to the one that gives its speaker."""

SPEAKING = (Form.PERSON, Form.BODY, Form.GROUP, Form.DESCRIPTION, Form.PRONOUN)
"""Forms of a subject that can be a speaker."""


def _content(attribution: Attribution) -> frozenset[int]:
    return frozenset(
        index for span in attribution.content for index in range(span.start, span.end)
    )
