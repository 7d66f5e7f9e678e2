"""Labelled documents as batches of windows with their labels."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, pairwise

import torch
from torch import Tensor

from extract.encoding.batching import Stretch, collate
from extract.encoding.pieces import pieces
from extract.encoding.windows import WINDOW_PIECES, windows
from extract.training.corpora import Labelled, Mention, Stanced
from extract.training.network import WindowBatch

MISSING = -100
"""Label of words that a loss leaves out."""


@dataclass(frozen=True)
class Prepared:
    """A labelled document and the pieces of its words."""

    document: Labelled
    pieces: Sequence[Sequence[int]]


@dataclass(frozen=True)
class Crop:
    """Words `[start, end)` of a prepared document: one window of training text."""

    source: Prepared
    start: int
    end: int

    def stretch(self) -> Stretch:
        """The crop as the encoder's input."""
        return Stretch(
            self.source.document.words, self.source.pieces, self.start, self.end
        )

    def mentions(self) -> list[list[Mention]]:
        """The chains' mentions that lie inside, by word of the window."""
        inside = [
            [(a - self.start, b - self.start) for a, b in chain if self._holds(a, b)]
            for chain in self.source.document.chains
        ]
        return [chain for chain in inside if chain]

    def stances(self) -> list[Stanced]:
        """The attributions whose words all lie inside."""
        return [
            stanced
            for stanced in self.source.document.stances
            if all(
                self.start <= i < self.end
                for i in (*stanced.source, *stanced.cue, *stanced.content)
            )
        ]

    def _holds(self, first: int, last: int) -> bool:
        return self.start <= first and last <= self.end


def prepare(documents: Sequence[Labelled]) -> list[Prepared]:
    """The documents with their pieces."""
    return [Prepared(d, pieces(d.words.texts)) for d in documents if d.words.texts]


def crops(source: Prepared, shuffle: random.Random) -> list[Crop]:
    """The document in windows that do not overlap, cut anew at each call."""
    lengths = [len(p) for p in source.pieces]
    size = WINDOW_PIECES - 2
    lead = shuffle.randrange(size) if sum(lengths) > size else 0
    first = windows(lengths, size=lead, overlap=0)[0].end if lead > 64 else 0
    cuts = [Crop(source, 0, first)] if first else []
    for window in windows(lengths[first:], size=size, overlap=0):
        cuts.append(Crop(source, first + window.start, first + window.end))
    return cuts


PARAGRAPHS = 0.15
"""Share of the news read paragraph by paragraph: users paste single sentences too."""


def paragraphs(source: Prepared) -> list[Crop]:
    """The document's paragraphs, each cut to a window of its own."""
    starts = [i for i, gap in enumerate(source.document.words.breaks) if gap]
    found: list[Crop] = []
    for start, end in pairwise([0, *starts, len(source.pieces)]):
        lengths = [len(p) for p in source.pieces[start:end]]
        size = WINDOW_PIECES // 2
        found += [
            Crop(source, start + window.start, start + window.end)
            for window in windows(lengths, size=size, overlap=0)
        ]
    return found


def epoch(
    news: Sequence[Prepared], trees: Sequence[Prepared], shuffle: random.Random
) -> list[list[Crop]]:
    """Shuffled batches: 8 news and 2 treebank windows, or 32 paragraphs of news."""
    news_crops: list[Crop] = []
    short: list[Crop] = []
    for source in news:
        if shuffle.random() < PARAGRAPHS:
            short += paragraphs(source)
        else:
            news_crops += crops(source, shuffle)
    tree_crops = long_enough([crop for doc in trees for crop in crops(doc, shuffle)])
    shuffle.shuffle(news_crops)
    shuffle.shuffle(tree_crops)
    pairs = cycle(zip(tree_crops[::2], tree_crops[1::2], strict=False))
    batches = [
        [*news_crops[at : at + 8], *next(pairs)] for at in range(0, len(news_crops), 8)
    ]
    short.sort(key=lambda crop: crop.end - crop.start)
    batches += [short[at : at + 32] for at in range(0, len(short), 32)]
    shuffle.shuffle(batches)
    return batches


def long_enough(crops: list[Crop]) -> list[Crop]:
    """The crops that are worth a row of a batch."""
    return [crop for crop in crops if crop.end - crop.start >= 24]


def window_batch(crops: Sequence[Crop]) -> WindowBatch:
    """The crops as tensors."""
    arrays = collate([crop.stretch() for crop in crops])
    return WindowBatch(**{name: torch.from_numpy(a) for name, a in arrays.items()})


def column(
    crops: Sequence[Crop], name: str, index: dict[str, int] | None = None
) -> Tensor:
    """A label [B, W] a word, MISSING at padding and where the corpus has none."""
    width = max(crop.end - crop.start for crop in crops)
    rows = torch.full((len(crops), width), MISSING)
    for row, crop in zip(rows, crops, strict=True):
        values = getattr(crop.source.document, name)
        if values is None:
            continue
        part = values[crop.start : crop.end]
        numbers = [index.get(v, MISSING) for v in part] if index is not None else part
        row[: len(part)] = torch.tensor(numbers)
    return rows


def pointers(crops: Sequence[Crop], name: str) -> Tensor:
    """A label [B, W] that points at words, MISSING where it points outside."""
    rows = column(crops, name)
    for row, crop in zip(rows, crops, strict=True):
        size = crop.end - crop.start
        inside = (row >= crop.start) & (row < crop.start + size)
        row[:] = torch.where(inside, row - crop.start, MISSING)
    return rows
