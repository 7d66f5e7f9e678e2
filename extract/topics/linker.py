"""The topics of a document's attributions."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.components import outputs, word_tokens
from extract.encoder import Encoder
from extract.topics.labels import Labels
from extract.topics.membership import memberships
from extract.topics.phrases import name_of, noun_phrases
from extract.topics.weighing import (
    ACTOR,
    NAMED,
    Phrase,
    is_actor,
    is_taken_up,
    is_topic,
)
from ontology.claim import Topic
from ontology.ids import slug
from ontology.topics import Concept, TopicScheme

MOST = 3
"""Topics kept of one attribution."""

FEWEST_WORDS = 2
"""Words of a topic told before whose last word can stand for it."""


class TopicLinker:
    """Finds topics under a scheme."""

    def __init__(self, nlp: Language, encoder: Encoder, scheme: TopicScheme) -> None:
        self._labels = Labels(nlp, encoder, scheme)

    def topics(
        self, doc: Doc, attributions: Sequence[Attribution]
    ) -> list[tuple[Topic, ...]]:
        """The topics of each attribution, the likeliest first; at least one each.

        A content that names none has that of the attribution before it, and "the
        offer" is the pay offer that an earlier one was about.
        """
        rows = {token: row for row, token in enumerate(word_tokens(doc))}
        found: list[tuple[Topic, ...]] = []
        told: dict[str, Topic] = {}
        for attribution in attributions:
            own = self._topics(doc, attribution, rows)
            before = found[-1][:1] if found else ()
            topics = own and tuple(dict.fromkeys(_in_full(t, told) for t in own))
            found.append(topics or before or (_fallback(attribution),))
            for topic in found[-1]:
                if topic.label.count(" ") + 1 >= FEWEST_WORDS:
                    told[_last_word(topic.label)] = topic
        return found

    def _topics(
        self, doc: Doc, attribution: Attribution, rows: dict[int, int]
    ) -> tuple[Topic, ...]:
        phrases = [
            phrase
            for span in attribution.content
            for phrase in self._phrases(doc, span, rows)
        ]
        phrases.sort(key=lambda phrase: -phrase.score)
        if not phrases or is_taken_up(phrases[0].span):
            return ()
        chosen = phrases[:1]
        chosen += [p for p in phrases[1:] if p.concept and p.score > 0]
        return tuple(dict.fromkeys(map(_topic, chosen)))[:MOST]

    def _phrases(
        self, doc: Doc, content: Span, rows: dict[int, int]
    ) -> Iterator[Phrase]:
        values = outputs(doc)
        for span, name, named in self._candidates(content):
            own = [rows[t.i] for t in span if t.i in rows]
            score = float(values["topic"][own, 0].mean())
            concept = named or self._labels.nearest(
                values["embedding"][own].mean(0), name
            )
            score += NAMED * (named is not None) - ACTOR * is_actor(span)
            yield Phrase(span, score, name, concept)

    def _candidates(self, content: Span) -> Iterator[tuple[Span, str, Concept | None]]:
        """Phrases that can tell the topic: those that the scheme knows, then others."""
        known = dict(self._joined(content))
        known |= {
            span: (concept.label, concept)
            for span, concept in self._labels.named(content)
        }
        covered = {token.i for span in known for token in span}
        for span, (name, concept) in known.items():
            yield span, name, concept
        for span in noun_phrases(content):
            if span.root.i not in covered and is_topic(span):
                yield span, name_of(span), None

    def _joined(
        self, content: Span
    ) -> Iterator[tuple[Span, tuple[str, Concept | None]]]:
        for span, name in memberships(content):
            yield span, (name, self._labels.scheme.named(name))


def _topic(phrase: Phrase) -> Topic:
    if phrase.concept:
        return Topic(id=phrase.concept.id, label=phrase.concept.label)
    return Topic(id=slug(phrase.name), label=phrase.name)


def _in_full(topic: Topic, told: dict[str, Topic]) -> Topic:
    """The fuller topic told before that a single word takes up."""
    alone = " " not in topic.label
    return told.get(_last_word(topic.label), topic) if alone else topic


def _last_word(label: str) -> str:
    return label.lower().rpartition(" ")[2].removesuffix("s")


def _fallback(attribution: Attribution) -> Topic:
    """A topic for a content without a noun: its first words."""
    label = " ".join(
        token.text for token in attribution.content[0] if not token.is_punct
    )
    label = " ".join(label.split()[:4]) or attribution.cue.text
    return Topic(id=slug(label), label=label)
