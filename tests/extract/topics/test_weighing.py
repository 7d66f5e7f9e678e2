"""What makes a phrase the topic."""

import numpy as np
from spacy.tokens import Doc

from extract.topics.candidates import candidates
from extract.topics.features import features, page
from extract.topics.weighing import score, weights
from tests.extract.docs import Row, parsed

ROWS: list[Row] = [
    ("nurses", "NOUN", "nsubj", 1),
    ("want", "VERB", "root", 1),
    ("overtime", "NOUN", "compound", 3),
    ("pay", "NOUN", "obj", 1),
]


def _scores(doc: Doc) -> dict[str, float]:
    size = len(doc)
    values = {"topic": np.zeros((size, 1), dtype=np.float32)}
    known = page(doc, values, range(size))
    return {
        found.name: score(features(found, (doc[:],), known))
        for found in candidates(doc[:])
    }


def test_what_is_wanted_tells_more_than_who_wants_it() -> None:
    scores = _scores(parsed(ROWS))
    assert max(scores, key=lambda name: scores[name]) == "overtime pay"


def test_every_weight_is_of_a_feature_that_is_told() -> None:
    doc = parsed(ROWS)
    known = page(doc, {"topic": np.zeros((4, 1), dtype=np.float32)}, range(4))
    told = {
        name
        for found in candidates(doc[:])
        for name in features(found, (doc[:],), known)
    }
    plain_names = {
        name for name in weights() if not name.startswith(("form", "label", "relation"))
    }
    assert plain_names <= told
