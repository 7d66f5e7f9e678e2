"""What each attribution is about: SKOS concepts, or a concept minted from its words."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.components import outputs, word_tokens
from extract.encoder import Encoder
from extract.viterbi import Floats
from extract.words import words
from ontology.claim import Topic
from ontology.ids import slug
from ontology.topics import Concept, TopicScheme

SAME = 0.72
"""Cosine from which a phrase is taken for a concept's label; chosen on dev."""

LABEL_BONUS = 1.5
"""Added to a phrase's topic score (a logit) where the scheme has a name for it."""

MOST = 3
"""Topics kept of one attribution."""

_PHRASE_HEADS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"})
_DROPPED = frozenset({"DET", "PRON", "PUNCT", "NUM"})


class Phrase(NamedTuple):
    """A noun phrase of a content, its topic score, and the concept it names."""

    span: Span
    score: float
    concept: Concept | None


class TopicLinker:
    """Finds topics under a scheme; label embeddings are made once, when needed."""

    def __init__(self, nlp: Language, encoder: Encoder, scheme: TopicScheme) -> None:
        self._nlp, self._encoder, self._scheme = nlp, encoder, scheme
        self._longest = max((2 * n.count(" ") + 1 for n in scheme.by_name), default=1)
        self._first_words = {re.split(r"[\s-]", name)[0] for name in scheme.by_name}

    def topics(
        self, doc: Doc, attributions: Sequence[Attribution]
    ) -> list[tuple[Topic, ...]]:
        """The topics of each attribution, the likeliest first; at least one each."""
        rows = {token: row for row, token in enumerate(word_tokens(doc))}
        return [self._topics(doc, attribution, rows) for attribution in attributions]

    def _topics(
        self, doc: Doc, attribution: Attribution, rows: dict[int, int]
    ) -> tuple[Topic, ...]:
        phrases = [
            phrase
            for span in attribution.content
            for phrase in self._phrases(doc, span, rows)
        ]
        phrases.sort(key=lambda phrase: -phrase.score)
        chosen = [phrase for phrase in phrases[:1] if phrase]
        chosen += [p for p in phrases[1:] if p.concept and p.score > 0]
        found = dict.fromkeys(_topic(phrase) for phrase in chosen)
        return tuple(found)[:MOST] or (_fallback(attribution),)

    def _phrases(
        self, doc: Doc, content: Span, rows: dict[int, int]
    ) -> Iterator[Phrase]:
        values = outputs(doc)
        named = {span.end: (span, c) for span, c in self._named(content)}
        covered = {i for span, _ in named.values() for i in range(span.start, span.end)}
        spans: list[tuple[Span, Concept | None]] = list(named.values())
        spans += [(s, None) for s in noun_phrases(content) if s.root.i not in covered]
        for span, concept in spans:
            own = [rows[t.i] for t in span if t.i in rows]
            score = float(values["topic"][own, 0].mean()) + LABEL_BONUS * (
                concept is not None
            )
            if concept is None:
                concept = self._nearest(values["embedding"][own].mean(0))
            yield Phrase(span, score, concept)

    def _named(self, content: Span) -> Iterator[tuple[Span, Concept]]:
        """The longest runs of words that are a name in the scheme."""
        doc, at = content.doc, content.start
        while at < content.end:
            token = doc[at]
            at += 1
            if not {token.lower_, token.lemma_.lower()} & self._first_words:
                continue
            for size in range(min(self._longest, content.end - token.i), 0, -1):
                span = doc[token.i : token.i + size]
                named = self._scheme.named
                concept = named(span.text) or named(_singular(span))
                if concept:
                    yield span, concept
                    at = span.end
                    break

    def _nearest(self, vector: Floats) -> Concept | None:
        names, vectors = self._labels
        if not names:
            return None
        similarities = vectors @ (vector / (np.linalg.norm(vector) + 1e-9))
        best = int(similarities.argmax())
        return names[best] if similarities[best] >= SAME else None

    @cached_property
    def _labels(self) -> tuple[list[Concept], Floats]:
        """Each concept's names embedded: parallel concepts and unit vectors."""
        named = [
            (c, name)
            for c in self._scheme.concepts
            for name in (c.label, *c.alt_labels)
        ]
        texts = [[t.text for t in self._nlp.make_doc(name)] for _, name in named]
        encoded = self._encoder.encode([words(t, [0] * len(t)) for t in texts])
        means = np.stack([values["embedding"].mean(0) for values in encoded])
        return [c for c, _ in named], means / np.linalg.norm(
            means, axis=1, keepdims=True
        )


def noun_phrases(content: Span) -> Iterator[Span]:
    """Each noun with its modifiers, without determiners; one "of" phrase stays."""
    for token in content:
        if token.pos_ in _PHRASE_HEADS and token.dep_ not in (
            "compound",
            "flat",
            "nmod:desc",
        ):
            yield _phrase(token, content)


def _phrase(head: Token, content: Span) -> Span:
    start, end = head.i, head.i + 1
    kept = {t.i for t in head.lefts if t.dep_ in _MODIFIERS and t.pos_ not in _DROPPED}
    while start - 1 >= content.start and (
        start - 1 in kept or _inside(start - 1, head, kept)
    ):
        start -= 1
    while (
        end < content.end
        and head.doc[end].head == head
        and head.doc[end].dep_ == "flat"
    ):
        end += 1
    return head.doc[start:end]


def _inside(index: int, head: Token, kept: set[int]) -> bool:
    """Whether the token hangs below a kept modifier or hyphenates it."""
    token = head.doc[index]
    return token.head.i in kept or (
        token.text == "-" and token.head.i in (*kept, head.i)
    )


def _singular(span: Span) -> str:
    """The phrase with its last word as its lemma."""
    return span.text[: span[-1].idx - span.start_char] + span[-1].lemma_


def _topic(phrase: Phrase) -> Topic:
    if phrase.concept:
        return Topic(id=phrase.concept.id, label=phrase.concept.label)
    name = _singular(phrase.span)
    name = name if phrase.span.root.pos_ == "PROPN" else name.lower()
    return Topic(id=slug(name), label=" ".join(name.split()))


def _fallback(attribution: Attribution) -> Topic:
    """A topic for a content without a noun: its first words."""
    label = " ".join(
        token.text for token in attribution.content[0] if not token.is_punct
    )
    label = " ".join(label.split()[:4]) or attribution.cue.text
    return Topic(id=slug(label), label=label)
