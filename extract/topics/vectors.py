"""Vectors of a scheme's names, kept for the scheme that ships.

    python -m extract.topics

writes them anew (`vectors.npz`), after the encoder or a name has changed: to embed the
names takes a second of CPU time, which each process that reads articles would spend.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from spacy.language import Language

from extract.encoding.encoder import Encoder
from extract.encoding.viterbi import Floats
from extract.encoding.words import words
from ontology.topics import TopicScheme

FILE = Path(__file__).with_name("vectors.npz")
"""`of`: what the vectors were made of (`_origin`); `vectors` [N, 384]."""


def names(scheme: TopicScheme) -> list[str]:
    """Each concept's names, in the order of the concepts."""
    return [name for c in scheme.concepts for name in (c.label, *c.alt_labels)]


def vectors(nlp: Language, encoder: Encoder, scheme: TopicScheme) -> Floats:
    """The unit vector of each name [N, 384]: as kept, if that is of these names and
    this encoder."""
    with np.load(FILE) as kept:
        if kept["of"] == _origin(encoder, scheme):
            known: Floats = kept["vectors"]
            return known
    return embedded(nlp, encoder, names(scheme))


def embedded(nlp: Language, encoder: Encoder, names: Sequence[str]) -> Floats:
    """The unit vector of each name, by the encoder."""
    texts = [[token.text for token in nlp.make_doc(name)] for name in names]
    encoded = encoder.encode([words(t, [0] * len(t)) for t in texts])
    means = np.stack([values["embedding"].mean(0) for values in encoded])
    unit: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
    return unit


def write(nlp: Language, encoder: Encoder, scheme: TopicScheme) -> None:
    """Keep the vectors of the scheme's names."""
    of = _origin(encoder, scheme)
    np.savez(FILE, of=of, vectors=embedded(nlp, encoder, names(scheme)))


def _origin(encoder: Encoder, scheme: TopicScheme) -> str:
    """A digest of the encoder and the names."""
    origin = "\n".join((encoder.digest, *names(scheme)))
    return sha256(origin.encode()).hexdigest()
