"""The encoder's coreference vectors: how well a mention takes up an earlier one."""

from typing import Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from extract.encoding.encoded import outputs, word_tokens

Floats = npt.NDArray[np.float32]


class Place(Protocol):
    """Anything with a first token and an end."""

    @property
    def start(self) -> int:
        """The first token."""

    @property
    def end(self) -> int:
        """The token after the last."""


class Vectors:
    """Query and key vectors by token; a mention's is the mean of first and last."""

    def __init__(self, query: Floats, key: Floats, rows: dict[int, int]) -> None:
        self._query, self._key, self._rows = query, key, rows
        self._scale = 1 / float(np.sqrt(query.shape[1]))
        self._keys: dict[tuple[int, int], Floats] = {}
        self._queries: dict[tuple[int, int], Floats] = {}

    def score(self, mention: Place, antecedent: Place) -> float:
        """The antecedent's score; 0 is that of no antecedent at all."""
        query = self._mean(self._query, mention, self._queries)
        key = self._mean(self._key, antecedent, self._keys)
        return float(query.dot(key)) * self._scale

    def _mean(
        self, values: Floats, place: Place, known: dict[tuple[int, int], Floats]
    ) -> Floats:
        span = (place.start, place.end)
        if span not in known:
            known[span] = self._of(values, place)
        return known[span]

    def _of(self, values: Floats, place: Place) -> Floats:
        first: Floats = values[self._rows.get(place.start, 0)]
        if place.end - place.start == 1:
            return first
        mean: Floats = (first + values[self._rows.get(place.end - 1, 0)]) / 2
        return mean


def vectors(doc: Doc) -> Vectors | None:
    """The document's vectors; None if no encoder has read it."""
    said = outputs(doc)
    if not said:
        return None
    rows = {token: row for row, token in enumerate(word_tokens(doc))}
    query = np.asarray(said["coreference_query"], dtype=np.float32)
    key = np.asarray(said["coreference_key"], dtype=np.float32)
    return Vectors(query, key, rows)
