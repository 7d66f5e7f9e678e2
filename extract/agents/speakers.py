"""The speaker of every attribution, resolved within the article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Span

from extract.agents.cast import Member
from extract.agents.discourse import Link, top_of
from extract.agents.lexicon import PRONOUNS, SPEAKERS_OWN, Gender
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import Stretch, phrase
from extract.agents.reader import Reader
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


@dataclass(frozen=True)
class Resolved:
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
        self._sources = [_source(self.tokens, attribution) for attribution in found]
        contents = {
            source.head: _content(attribution)
            for source, attribution in zip(self._sources, found, strict=True)
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
            written = _written(self.found[number], source)
            agent = self.agent(link.member, written)
            results.append(Resolved(agent, link.confidence, link.reason))
        return results

    def agent(self, member: Member, mention: str) -> Agent:
        """The member as a record, under the words that mention it here."""
        refs = [*member.behalf, *map(self._ref, member.owners)]
        named = (ref for ref in refs if ref.name != member.name)
        return Agent(
            id=self._ref(member).id,
            name=member.name,
            kind=member.kind,
            mention=mention,
            role=member.role,
            represents=tuple(dict.fromkeys(named)),
        )

    def _ref(self, member: Member) -> AgentRef:
        """The member by name and id; without a name, the id is this article's own."""
        own = described_id(member.name, self.article.id)
        name = member.name
        return AgentRef(id=own if member.described else slug(name), name=name)

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
            for other, attribution in enumerate(self.found)
            if other != number and at in (words := _content(attribution))
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
            return replace(link, confidence=round(CONTINUED * link.confidence, 3))
        other = self._governing(number)
        if other is None:
            other = self._running_on(number)
        if other is None or depth >= DEEPEST:
            member = Member(NOBODY, AgentKind.UNNAMED, described=True)
            return Link(member, UNNAMED, "no source")
        link = self.speaker(other, depth + 1)
        surety = round(CONTINUED * link.confidence, 3)
        return replace(link, confidence=surety, reason="same speaker goes on")

    def _subject(self, number: int) -> Mention | None:
        """The subject of the cue's verb, or of the verb that lends it one, where it
        names or describes somebody."""
        cue = self.found[number].cue
        top = top_of(self.tokens, cue.start, cue.end)
        for verb in (top, *self._lenders(top)):
            for index in self.tokens.children.get(verb, []):
                if self.tokens.deps[index] == "nsubj":
                    mention = read(self.tokens, *with_names(self.tokens, index))
                    return mention if mention.form in SPEAKING else None
        return None

    def _governing(self, number: int) -> int | None:
        """The attribution on whose cue this one's hangs: stated ..., adding that."""
        cue = self.found[number].cue
        lenders = self._lenders(top_of(self.tokens, cue.start, cue.end))
        cued = {
            index: other
            for other, attribution in enumerate(self.found)
            if other != number
            for index in range(attribution.cue.start, attribution.cue.end)
        }
        return next((cued[verb] for verb in lenders if verb in cued), None)

    def _lenders(self, verb: int) -> list[int]:
        """The verbs above one without a subject of its own that it shares theirs
        with, the nearest first; none of a passive: asked if she would go, he said."""
        found: list[int] = []
        while len(found) < DEEPEST and not self._stands_alone(verb):
            verb = self.tokens.heads[verb]
            found.append(verb)
        return found

    def _stands_alone(self, verb: int) -> bool:
        """Whether a verb has a subject, or shares none with the verb above it."""
        below = [self.tokens.deps[i] for i in self.tokens.children.get(verb, [])]
        if any(relation.startswith(("nsubj", "aux:pass")) for relation in below):
            return True
        relation = self.tokens.deps[verb].split(":")[0]
        passive = self.tokens.tags[verb] in ("VBN", "VBD") and "aux" not in below
        return relation not in SHARED_SUBJECT or (passive and relation == "advcl")

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

SHARED_SUBJECT = frozenset({"advcl", "conj", "xcomp", "parataxis"})
"""Relations of a verb that has its subject from the verb above it."""


def _source(tokens: Tokens, attribution: Attribution) -> Mention | None:
    """What the source says; of several spans, the one that names somebody."""
    read_ones = [read(tokens, span.start, span.end) for span in attribution.source]
    if not read_ones:
        return None
    named = [one for one in read_ones if one.form in (Form.PERSON, Form.BODY)]
    primary = (named or read_ones)[0]
    roles = [one for one in read_ones if one is not primary and one.classes]
    if primary.form is Form.PERSON and not primary.role and roles:
        return replace(primary, role=roles[0].text, classes=roles[0].classes)
    if primary.form is Form.DESCRIPTION and primary.gender is None:
        return replace(primary, gender=_gender_in(tokens, attribution))
    return primary


def _gender_in(tokens: Tokens, attribution: Attribution) -> Gender | None:
    """The gender of whom a clause begins with: the president said that she hoped."""
    start = attribution.content[0].start if attribution.content else 0
    start += tokens.lowers[start] == "that"
    word = tokens.lowers[start] if start < len(tokens) else ""
    own = attribution.content and not tokens.quoted[attribution.content[0].start]
    return PRONOUNS[word][0] if own and word in ("he", "she") else None


def with_names(tokens: Tokens, head: int) -> Stretch:
    """The phrase of a head to the end of the name in it or right after its comma."""
    start, end = phrase(tokens, head)
    for at in (end - 1, end + 1):
        entity = tokens.entity_at.get(at)
        apposed = at < end or (at < len(tokens) and tokens.texts[end] == ",")
        if apposed and entity and entity[0] <= at:
            end = max(end, entity[1])
    return start, end


def _content(attribution: Attribution) -> frozenset[int]:
    return frozenset(
        index for span in attribution.content for index in range(span.start, span.end)
    )


def _written(attribution: Attribution, source: Mention | None) -> str:
    """The words of the source span that names the speaker."""
    spans: tuple[Span, ...] = attribution.source
    if source is None or not spans:
        return ""
    inside = (span for span in spans if span.start <= source.head < span.end)
    return next(inside, spans[0]).text
