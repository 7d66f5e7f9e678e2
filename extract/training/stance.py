"""Train the stance head on what the shipped encoder says of the labelled articles.

`python -m extract.training.stance --help`. The head reads the encoder's int8 output,
so that it is trained on just what it will see.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from extract.encoder import Encoder
from extract.stance_input import CONTENT, CUE, SOURCE, padded, roles
from extract.training.corpora import Labelled, polnear
from extract.training.network import WIDTH, Layer
from ontology.stances import Polarity, Stance

READER_WIDTH = 256
STANCES, POLARITIES = list(Stance), list(Polarity)


class StanceReader(nn.Module):
    """A small transformer over an attribution's word vectors, marked by role."""

    def __init__(self, *, layers: int = 2, dropout: float = 0.3) -> None:
        super().__init__()
        self.narrow = nn.Linear(WIDTH, READER_WIDTH)
        self.roles = nn.Embedding(5, READER_WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(READER_WIDTH, 4, 2 * READER_WIDTH, dropout) for _ in range(layers)
        )
        self.stance = nn.Linear(3 * READER_WIDTH, len(STANCES))
        self.polarity = nn.Linear(3 * READER_WIDTH, len(POLARITIES))

    def forward(self, words: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3] for words [N, L, D]."""
        x = self.narrow(self.dropout(words)) + self.roles(marks)
        bias = (marks == 0)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        parts = [_mean(x, marks == role) for role in (SOURCE, CUE, CONTENT)]
        pooled = self.dropout(torch.cat(parts, -1))
        return self.stance(pooled), self.polarity(pooled)


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.unsqueeze(-1).to(x.dtype)
    return (x * weights).sum(1) / weights.sum(1).clamp(min=1)


@dataclass(frozen=True)
class Example:
    """A labelled attribution: word vectors [L, D], roles [L], accepted labels."""

    words: npt.NDArray[np.float16]
    marks: npt.NDArray[np.int64]
    stances: tuple[int, ...]
    polarities: tuple[int, ...]


def examples(encoder: Encoder, documents: Sequence[Labelled]) -> Iterator[Example]:
    """The labelled attributions of the documents, as the encoder sees them."""
    labelled = [document for document in documents if document.stances]
    for at in range(0, len(labelled), 16):
        some = labelled[at : at + 16]
        encoded = encoder.encode([document.words for document in some])
        for document, values in zip(some, encoded, strict=True):
            yield from _of_document(document, values["vectors"])


def _of_document(
    document: Labelled, vectors: npt.NDArray[np.float32]
) -> Iterator[Example]:
    for stanced in document.stances:
        found = roles(stanced.source, stanced.cue, stanced.content, len(vectors))
        words, marks = padded([found], vectors)
        yield Example(
            words[0].astype(np.float16),
            marks[0],
            tuple(STANCES.index(Stance(name)) for name in stanced.stance.split("|")),
            tuple(POLARITIES.index(Polarity(n)) for n in stanced.polarity.split("|")),
        )


def batch(some: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Word vectors and roles of examples, padded."""
    longest = max(len(example.marks) for example in some)
    words = torch.zeros(len(some), longest, WIDTH)
    marks = torch.zeros(len(some), longest, dtype=torch.int64)
    for index, example in enumerate(some):
        words[index, : len(example.marks)] = torch.from_numpy(example.words).float()
        marks[index, : len(example.marks)] = torch.from_numpy(example.marks)
    return words, marks


@torch.no_grad()
def score(reader: StanceReader, dev: Sequence[Example]) -> dict[str, float]:
    """Accuracy, macro F1 and polarity, in percent; either annotator may be equalled."""
    reader.eval()
    right = same = 0
    pairs: list[tuple[int, int]] = []
    for at in range(0, len(dev), 64):
        some = dev[at : at + 64]
        stance, polarity = reader(*batch(some))
        for example, s, p in zip(
            some, stance.argmax(1), polarity.argmax(1), strict=True
        ):
            hit = int(s) in example.stances
            right += hit
            same += int(p) in example.polarities
            pairs.append((int(s) if hit else example.stances[0], int(s)))
    reader.train()
    size = len(dev)
    return {
        "stance": 100 * right / size,
        "macro F1": 100 * macro_f1(pairs),
        "polarity": 100 * same / size,
    }


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Mean F1 over the classes that occur in gold; pairs are gold and given."""
    found = []
    for name in {gold for gold, _ in pairs}:
        hits = sum(gold == given == name for gold, given in pairs)
        total = sum((gold == name) + (given == name) for gold, given in pairs)
        found.append(2 * hits / total)
    return sum(found) / len(found)


def train(options: argparse.Namespace) -> None:
    """Train the reader; keep the averaged weights of the last epoch as ONNX."""
    torch.manual_seed(options.seed)
    shuffle = random.Random(options.seed)
    nlp = spacy.blank("en")
    encoder = Encoder(options.model)
    data = list(examples(encoder, polnear(options.data, "train", nlp, options.stances)))
    dev = list(
        examples(encoder, polnear(options.data, "dev", nlp, [options.stance_dev]))
    )
    reader = StanceReader()
    average = torch.optim.swa_utils.AveragedModel(
        reader, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99)
    )
    steps = options.epochs * (len(data) // options.batch)
    optimiser = torch.optim.AdamW(
        reader.parameters(), lr=options.rate, weight_decay=0.05
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, steps + 1)
    for epoch in range(1, options.epochs + 1):
        shuffle.shuffle(data)
        for at in range(0, len(data) - options.batch + 1, options.batch):
            _loss(reader, data[at : at + options.batch]).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            average.update_parameters(reader)
        figures = {"epoch": epoch, "examples": len(data)} | score(average.module, dev)
        print(json.dumps(figures), flush=True)  # noqa: T201
    export(average.module.eval(), options.model / "stance.onnx")


def _loss(reader: StanceReader, some: Sequence[Example]) -> Tensor:
    stance, polarity = reader(*batch(some))
    return cross_entropy(
        stance, torch.tensor([e.stances[0] for e in some]), label_smoothing=0.1
    ) + 0.5 * cross_entropy(
        polarity, torch.tensor([e.polarities[0] for e in some]), label_smoothing=0.1
    )


def export(reader: nn.Module, path: Path) -> None:
    """Write the reader as an ONNX graph."""
    names = ["words", "marks", "stance", "polarity"]
    axes = {name: {0: "attributions"} for name in names}
    axes["words"][1] = axes["marks"][1] = "words"
    example = torch.zeros(2, 9, WIDTH), torch.ones(2, 9, dtype=torch.int64)
    torch.onnx.export(
        reader, example, str(path), dynamo=False, opset_version=17,
        input_names=names[:2], output_names=names[2:], dynamic_axes=axes,
    )  # fmt: skip


def main() -> None:
    """Train with the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.stance")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora"
    )
    parser.add_argument("--stances", type=Path, nargs="+", required=True)
    parser.add_argument("--stance-dev", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("extract/model"))
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
