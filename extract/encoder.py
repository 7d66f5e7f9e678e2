"""The encoder at work: words in, the heads' scores and vectors a word out.

One int8 ONNX graph run by onnxruntime; windows of all the documents of a batch are
sorted by length and run together, then stitched back, each word taken from the
window in which it lies most central.
"""

import json
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, SessionOptions

from extract.batching import Stretch, collate
from extract.pieces import MODEL, pieces
from extract.viterbi import Floats
from extract.windows import Window, windows
from extract.words import Words

Outputs: TypeAlias = dict[str, npt.NDArray[Any]]
"""Arrays [W, ...] by the name of their head, one row a word; `vectors` [W, 384]."""

BATCH = 12
"""Windows run at once: beyond, memory grows and speed does not."""


class Encoder:
    """The encoder and its heads, loaded from a folder that `export` wrote."""

    def __init__(self, folder: Path = MODEL, *, threads: int | None = None) -> None:
        self.labels: dict[str, Any] = json.loads((folder / "labels.json").read_text())
        self._folder = folder
        self._threads = threads or os.cpu_count() or 1
        self._session = self._load("encoder.onnx")
        self._names = [output.name for output in self._session.get_outputs()]

    @cached_property
    def version(self) -> str:
        """A digest of the files that the folder holds."""
        files = sorted(self._folder.iterdir())
        return sha256(b"".join(map(Path.read_bytes, files))).hexdigest()[:12]

    @cached_property
    def transitions(self) -> Floats:
        """Scores [T, T] of one role tag after another."""
        return np.array(self.labels["transitions"], dtype=np.float32)

    @cached_property
    def _stance(self) -> InferenceSession:
        return self._load("stance.onnx")

    def _load(self, name: str) -> InferenceSession:
        options = SessionOptions()
        options.intra_op_num_threads = self._threads
        options.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        return InferenceSession(str(self._folder / name), options, providers=providers)

    def encode(self, documents: Sequence[Words]) -> list[Outputs]:
        """What every head says of every word of every document."""
        ids = [pieces(document.texts) for document in documents]
        cuts = [
            (number, window)
            for number, own in enumerate(ids)
            for window in windows([len(word) for word in own])
        ]
        cuts.sort(key=lambda cut: _length(ids[cut[0]], cut[1]), reverse=True)
        stitched = [_Stitched(len(document.texts)) for document in documents]
        for some in _chunks(cuts, BATCH):
            stretches = [Stretch(documents[n], ids[n], w.start, w.end) for n, w in some]
            values = self._session.run(self._names, dict(collate(stretches)))
            for row, (number, window) in enumerate(some):
                stitched[number].put(self._names, values, row, window)
        return [document.outputs for document in stitched]

    def stances(
        self, words: Floats, marks: npt.NDArray[np.int64]
    ) -> tuple[Floats, Floats]:
        """Probabilities of stance [N, 15] and polarity [N, 3] of N attributions.

        Word vectors [N, L, 384] and roles [N, L] are as `stance_input` makes them.
        """
        given = {"words": words, "marks": marks}
        stance, polarity = self._stance.run(["stance", "polarity"], given)
        return softmax(stance), softmax(polarity)


class _Stitched:
    """A document's outputs while its windows come in."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.outputs: Outputs = {}

    def put(
        self, names: Sequence[str], values: Sequence[Any], row: int, window: Window
    ) -> None:
        inside = slice(window.first - window.start, window.last - window.start)
        for name, value in zip(names, values, strict=True):
            if name not in self.outputs:
                shape = (self._size, *value.shape[2:])
                self.outputs[name] = np.empty(shape, dtype=value.dtype)
            self.outputs[name][window.first : window.last] = value[row, inside]


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    exponents: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    normalised: Floats = exponents / exponents.sum(-1, keepdims=True)
    return normalised


def _length(ids: Sequence[Sequence[int]], window: Window) -> int:
    return sum(map(len, ids[window.start : window.end]))


def _chunks(
    items: Sequence[tuple[int, Window]], size: int
) -> Iterator[Sequence[tuple[int, Window]]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
