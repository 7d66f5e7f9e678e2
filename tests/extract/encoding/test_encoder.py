"""Attributions are read together as they are alone, and come back in order."""

import numpy as np

from extract.components import encoder_of
from extract.encoding.stance_input import CONTENT, CUE, SOURCE, Marked
from extract.encoding.words import words
from extract.pipeline import Extractor


def test_stances_come_in_order_and_hardly_change_with_their_company(
    extractor: Extractor,
) -> None:
    encoder = encoder_of(extractor.nlp)

    def marked(source: str, cue: str, content: str) -> Marked:
        parts = ((source, SOURCE), (cue, CUE), (content, CONTENT))
        read = [(word, role) for part, role in parts for word in part.split()]
        texts = [word for word, _ in read]
        encoded = encoder.encode([words(texts, [0] * len(texts))])
        return Marked(encoded[0]["middle"], [role for _, role in read])

    read = [
        marked("Ministers", "demanded", "that the port be opened at once, today"),
        marked("She", "denied", "it"),
        marked("The union", "promised", "to return to work"),
        marked("Farmers", "warned", "of a lost harvest and of empty shops in May"),
        marked("He", "praised", "the crew"),
    ]
    stances, polarities = encoder.stances(read)
    assert stances.shape == (5, 15)
    assert polarities.shape == (5, 3)
    for row, own in enumerate(read):
        alone, _ = encoder.stances([own])
        assert np.abs(alone[0] - stances[row]).max() < 0.1
