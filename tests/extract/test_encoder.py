"""Attributions are read together as they are alone, and come back in order."""

import numpy as np

from extract.components import encoder_of
from extract.pieces import CLS, SEP, pieces
from extract.pipeline import Extractor
from extract.stance_input import CONTENT, CUE, EDGE, SOURCE, Marked


def test_stances_come_in_order_and_hardly_change_with_their_company(
    extractor: Extractor,
) -> None:
    encoder = encoder_of(extractor.nlp)
    read = [
        _marked("Ministers", "demanded", "that the port be opened at once, today"),
        _marked("She", "denied", "it"),
        _marked("The union", "promised", "to return to work"),
        _marked("Farmers", "warned", "of a lost harvest and of empty shops in May"),
        _marked("He", "praised", "the crew"),
    ]
    stances, polarities = encoder.stances(read)
    assert stances.shape == (5, 15)
    assert polarities.shape == (5, 3)
    for row, own in enumerate(read):
        alone, _ = encoder.stances([own])
        assert np.abs(alone[0] - stances[row]).max() < 0.1


def _marked(source: str, cue: str, content: str) -> Marked:
    parts = ((source, SOURCE), (cue, CUE), (content, CONTENT))
    words = [(word, role) for part, role in parts for word in part.split()]
    ids = pieces([word for word, _ in words])
    inner = [
        (piece, role)
        for (_, role), own in zip(words, ids, strict=True)
        for piece in own
    ]
    whole = [(CLS, EDGE), *inner, (SEP, EDGE)]
    return Marked([piece for piece, _ in whole], [role for _, role in whole])
