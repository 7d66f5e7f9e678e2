"""The scheme's names, found as words or by the encoder's vectors."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from spacy.language import Language
from spacy.tokens import Span

from extract.agents.lexicon import BODIES, role
from extract.agents.lexicon import singular as one_of
from extract.encoding.encoder import Encoder
from extract.encoding.viterbi import Floats
from extract.topics.nouns import ALWAYS_PLURAL
from extract.topics.phrases import singular
from extract.topics.vectors import names, vectors
from ontology.topics import Concept, TopicScheme

AKIN = 0.8
"""Cosine from which a phrase is a concept's if it holds the words of its name."""

SAME = 0.92
"""Cosine from which it is whatever its words: below it, a road would be transport."""


class Labels:
    """A scheme's names; their vectors are taken when first needed."""

    def __init__(self, nlp: Language, encoder: Encoder, scheme: TopicScheme) -> None:
        self._nlp, self._encoder, self.scheme = nlp, encoder, scheme
        self._by_name = {**_in_singular(scheme), **scheme.by_name}
        self._longest = _longest(self._by_name)

    def called(self, name: str) -> Concept | None:
        """The concept of this name, in the singular or the plural."""
        return self._by_name.get(name.casefold().replace("’", "'"))

    def named(self, content: Span) -> Iterator[tuple[Span, Concept]]:
        """The longest runs of words that are a name in the scheme."""
        doc, at = content.doc, content.start
        while at < content.end:
            token = doc[at]
            at += 1
            longest = max(
                self._longest.get(word, 0)
                for word in (token.lower_, token.lemma_.lower())
            )
            for size in range(min(longest, content.end - token.i), 0, -1):
                span = doc[token.i : token.i + size]
                concept = self.called(span.text) or self.called(singular(span))
                if concept and not _tells_who(span):
                    yield span, concept
                    at = span.end
                    break

    def nearest(self, vector: Floats, name: str) -> Concept | None:
        """The concept whose name means the same as the phrase of this vector."""
        concepts, names, vectors = self._embedded
        if not concepts:
            return None
        similarities = vectors @ (vector / (np.linalg.norm(vector) + 1e-9))
        best = int(similarities.argmax())
        akin = set(names[best].lower().split()) <= set(name.lower().split())
        least = AKIN if akin else SAME
        return concepts[best] if similarities[best] >= least else None

    @cached_property
    def _embedded(self) -> tuple[list[Concept], list[str], Floats]:
        """Each concept's names embedded: parallel concepts, names, unit vectors."""
        concepts = [c for c in self.scheme.concepts for _ in (c.label, *c.alt_labels)]
        own = vectors(self._nlp, self._encoder, self.scheme)
        return concepts, names(self.scheme), own


def _longest(names: Iterable[str]) -> dict[str, int]:
    """By the word that names begin with, the most tokens that one of them can have."""
    longest: dict[str, int] = {}
    for name in names:
        first = re.split(r"[\s’'-]", name)[0]
        most = 2 * len(re.findall(r"\W", name)) + 1
        longest[first] = max(longest.get(first, 0), most)
    return longest


def _in_singular(scheme: TopicScheme) -> dict[str, Concept]:
    """The concepts by their names of several words in the singular: "tax cut" of tax
    cuts. A word alone may be wider in the plural: a job is not the jobs."""
    return {
        " ".join((*rest, one_of(last))): concept
        for (*rest, last), concept in (
            (n.split(), c) for n, c in scheme.by_name.items()
        )
        if rest and last not in ALWAYS_PLURAL
    }


def _tells_who(span: Span) -> bool:
    """Whether the words only say which body or office: finance of finance ministry."""
    head = span.root.head
    return span.root.dep_ in ("compound", "amod") and (
        head.lower_ in BODIES or role(head.lower_) is not None
    )
