"""The encoder at work: words in, the heads' scores and vectors a word out.

Two int8 ONNX graphs run by onnxruntime: the encoder, and the reader of stances, which
reads on from the vectors of the encoder's middle layer. 8-bit activations are scaled to
the whole input, so that in a batch a result depends on its company: each window is run
by itself, several at a time, and attributions with others of their article. A
document's windows are stitched, each word taken from the window in which it lies most
central.
"""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, SessionOptions

from extract.encoding.batching import Stretch, collate, padded
from extract.encoding.pieces import MODEL, pieces
from extract.encoding.stance_input import Marked
from extract.encoding.viterbi import Floats
from extract.encoding.windows import Window, windows
from extract.encoding.words import Words

Outputs: TypeAlias = dict[str, npt.NDArray[Any]]
"""Arrays [W, ...] by the name of their head, one row a word."""

SLOWER = ["SkipLayerNormFusion"]
"""Optimisations of onnxruntime that take longer: this one five times as long as the
two operators that it joins (onnxruntime 1.31, AVX-512)."""

TOGETHER = 4
"""Attributions of like length that are read together: more would leave the cache."""


class Encoder:
    """The encoder and its heads, loaded from a folder that `export` wrote."""

    def __init__(self, folder: Path = MODEL, *, threads: int | None = None) -> None:
        self.labels: dict[str, Any] = json.loads((folder / "labels.json").read_text())
        self._folder = folder
        self._pool = ThreadPoolExecutor(threads or os.cpu_count() or 1)
        self._session = self._load("encoder.onnx")
        self._names = [output.name for output in self._session.get_outputs()]

    @cached_property
    def version(self) -> str:
        """A digest of the files that the folder holds."""
        files = sorted(
            path for path in self._folder.iterdir() if path.suffix in (".onnx", ".json")
        )
        return sha256(b"".join(map(Path.read_bytes, files))).hexdigest()[:12]

    @cached_property
    def digest(self) -> str:
        """That of the files on which the vectors of words depend."""
        files = (self._folder / "encoder.onnx", self._folder / "tokenizer.json")
        return sha256(b"".join(map(Path.read_bytes, files))).hexdigest()

    @cached_property
    def transitions(self) -> Floats:
        """Scores [T, T] of one role tag after another."""
        return np.array(self.labels["transitions"], dtype=np.float32)

    @cached_property
    def _stance(self) -> InferenceSession:
        return self._load("stance.onnx")

    def _load(self, name: str) -> InferenceSession:
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        return InferenceSession(
            str(self._folder / name),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )

    def encode(self, documents: Sequence[Words]) -> list[Outputs]:
        """What every head says of every word of every document."""
        ids = [pieces(document.texts) for document in documents]
        cuts = [
            (number, window)
            for number, own in enumerate(ids)
            for window in windows([len(word) for word in own])
        ]
        stretches = (Stretch(documents[n], ids[n], w.start, w.end) for n, w in cuts)
        stitched = [_Stitched(len(document.texts)) for document in documents]
        for (number, window), values in zip(
            cuts, self._pool.map(self._run, stretches), strict=True
        ):
            stitched[number].put(self._names, values, window)
        return [document.outputs for document in stitched]

    def _run(self, stretch: Stretch) -> list[npt.NDArray[Any]]:
        values: list[npt.NDArray[Any]] = self._session.run(
            self._names, dict(collate([stretch]))
        )
        return values

    def stances(self, some: Sequence[Marked]) -> tuple[Floats, Floats]:
        """Probabilities of stance [N, 15] and polarity [N, 3] of N attributions."""
        order = sorted(range(len(some)), key=lambda number: len(some[number].roles))
        groups = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
        read = [[some[number] for number in group] for group in groups]
        judged = self._pool.map(self._judge, read)
        stance, polarity = map(np.concatenate, zip(*judged, strict=True))
        back = np.argsort(order)
        return softmax(stance[back]), softmax(polarity[back])

    def _judge(self, some: Sequence[Marked]) -> list[Floats]:
        columns = zip(Marked._fields, zip(*some, strict=True), strict=True)
        given = {name: padded(rows) for name, rows in columns}
        values: list[Floats] = self._stance.run(["stance", "polarity"], given)
        return values


class _Stitched:
    """A document's outputs while its windows come in."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.outputs: Outputs = {}

    def put(
        self, names: Sequence[str], values: Sequence[npt.NDArray[Any]], window: Window
    ) -> None:
        inside = slice(window.first - window.start, window.last - window.start)
        for name, value in zip(names, values, strict=True):
            if name not in self.outputs:
                shape = (self._size, *value.shape[2:])
                self.outputs[name] = np.empty(shape, dtype=value.dtype)
            self.outputs[name][window.first : window.last] = value[0, inside]


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    exponents: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    normalised: Floats = exponents / exponents.sum(-1, keepdims=True)
    return normalised
