"""The topics of a document's attributions."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extract.agents.lexicon import singular as one_of
from extract.attributions import Attribution
from extract.encoding.encoded import outputs, word_tokens
from extract.encoding.encoder import Encoder
from extract.topics.candidates import Candidate
from extract.topics.choosing import names, ranked
from extract.topics.features import Page, page
from extract.topics.labels import Labels
from extract.topics.membership import memberships
from extract.topics.taken_up import compounds, points_back
from ontology.claim import Topic
from ontology.ids import slug
from ontology.topics import Concept, TopicScheme

MOST = 3
"""Topics kept of one attribution."""


NAMED = 1.5
"""What a name in the scheme adds to the encoder's logit that a word names the topic."""


class TopicLinker:
    """Finds topics under a scheme."""

    def __init__(self, nlp: Language, encoder: Encoder, scheme: TopicScheme) -> None:
        self._labels = Labels(nlp, encoder, scheme)

    def topics(
        self, doc: Doc, attributions: Sequence[Attribution]
    ) -> list[tuple[Topic, ...]]:
        """The topics of each attribution, the likeliest first; at least one each.

        A content that names none is about what it is to do ("resigning"), or has the
        topics of the attribution before it; and "the offer" is the pay offer that the
        article told of before.
        """
        earlier = compounds(doc)
        known = page(doc, outputs(doc), word_tokens(doc))
        found: list[tuple[Topic, ...]] = []
        concepts: dict[str, Topic] = {}
        for attribution in attributions:
            before = found[-1] if found else ()
            own = self._topics(attribution, known, earlier, before)
            topics = tuple(dict.fromkeys(concepts.get(t.label, t) for t in own))
            found.append(topics or (_fallback(attribution),))
            for topic in topics:
                if topic.id in self._labels.scheme.by_id:
                    concepts[one_of(topic.label.split()[-1])] = topic
        return found

    def _topics(
        self,
        attribution: Attribution,
        page: Page,
        earlier: Sequence[Candidate],
        before: tuple[Topic, ...],
    ) -> tuple[Topic, ...]:
        """The topics of one attribution; `before` are those of the one before it."""
        contents = attribution.content
        phrases = ranked(contents, page)
        chosen = [self._called(name) for name in names(phrases, contents, earlier)]
        if phrases:
            chosen += self._filed(phrases[0], attribution, page)
        own = tuple(dict.fromkeys(chosen))[:MOST]
        if phrases and points_back(phrases[0], alone=len(own) == 1):
            return own[:1] + before[:1] + own[1:]
        return own or before

    def _filed(
        self, best: Candidate, attribution: Attribution, page: Page
    ) -> Iterator[Topic]:
        """The concepts that the content names, and the one that is most like its
        best phrase."""
        for content in attribution.content:
            yield from map(self._called, memberships(content))
        for at, topic in dict(self._named(attribution)).items():
            if page.logit(at) > -NAMED or best.span.start <= at < best.span.end:
                yield topic
        near = self._labels.nearest(page.embedding(best.span), best.name)
        if near:
            yield _filed(near)

    def _called(self, name: str) -> Topic:
        """The concept of this name, else one minted from it."""
        concept = self._labels.called(name)
        return _filed(concept) if concept else _minted(name)

    def _named(self, attribution: Attribution) -> Iterator[tuple[int, Topic]]:
        """What the scheme has a name for, by the last word of the name."""
        for content in attribution.content:
            for span, concept in self._labels.named(content):
                yield span.end - 1, _filed(concept)


def _filed(concept: Concept) -> Topic:
    return Topic(id=concept.id, label=concept.label)


def _minted(name: str) -> Topic:
    return Topic(id=slug(name), label=name)


def _fallback(attribution: Attribution) -> Topic:
    """A topic for a content without a noun: its first words."""
    label = " ".join(
        token.text for token in attribution.content[0] if not token.is_punct
    )
    label = " ".join(label.split()[:4]) or attribution.cue.text
    return _minted(label)
