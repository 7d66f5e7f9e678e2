"""Train the stance reader: a fine-tuned MiniLM, then one half as deep taught by it.

`python -m extract.training.stance --help`. The teacher has all six layers and learns
from the labels. The student keeps every second layer, learns from the labels and from
what the teacher says of every attribution, labelled or not (Hinton et al. 2015;
Sanh et al. 2019), and is what ships.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import spacy
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence

from extract.evaluation.measures import macro_f1
from extract.pieces import pieces
from extract.stance_input import (
    CONTENT,
    CUE,
    SOURCE,
    Marked,
    marked,
    roles,
)
from extract.training.batches import MISSING
from extract.training.corpora import Labelled, Stanced, polnear
from extract.training.export import quantize
from extract.training.network import WIDTH, Encoder, load_minilm
from ontology.stances import Polarity, Stance

STANCES, POLARITIES = list(Stance), list(Polarity)

KEPT_LAYERS = (0, 2, 4)
"""Layers of the teacher that the student begins with."""

SMOOTHING = 0.1
"""Label smoothing: the labels have errors."""

TAUGHT = 0.7
"""Share of the teacher in the student's loss on a labelled attribution."""

WARM = 0.06
"""Share of the steps in which the learning rates rise."""

POOL = 20
"""Batches that are sorted by length together."""


class StanceReader(nn.Module):
    """MiniLM over an attribution's words in text order, marked by role."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers=layers)
        self.roles = nn.Embedding(6, WIDTH)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.hidden = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2)
        )
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.polarity = nn.Linear(WIDTH, len(POLARITIES))

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3] for word pieces [N, P]."""
        own = self.encoder
        positions = own.positions.weight[: ids.shape[1]]
        x = own.norm(own.pieces(ids) + positions + self.roles(marks))
        x = own.encode(own.dropout(x), ids == 0)
        parts = [_mean(x, marks == role) for role in (SOURCE, CUE, CONTENT)]
        hidden = self.hidden(torch.cat([_mean(x, ids != 0), *parts], -1))
        return self.stance(hidden), self.polarity(hidden)


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.unsqueeze(-1).to(x.dtype)
    return (x * weights).sum(1) / weights.sum(1).clamp(min=1)


class Logits(NamedTuple):
    """Scores of stance [N, 15] and of polarity [N, 3]."""

    stance: Tensor
    polarity: Tensor


@dataclass(frozen=True)
class Example:
    """An attribution as it is read, and its accepted labels; none if unlabelled."""

    read: Marked
    stances: tuple[int, ...]
    polarities: tuple[int, ...]


def examples(documents: Sequence[Labelled]) -> Iterator[Example]:
    """The attributions of the documents."""
    for document in documents:
        ids = pieces(document.words.texts)
        yield from (_example(own, ids) for own in document.stances if own.cue)


def _example(stanced: Stanced, ids: Sequence[Sequence[int]]) -> Example:
    found = roles(stanced.source, stanced.cue, stanced.content, len(ids))
    return Example(
        marked(found, ids),
        tuple(STANCES.index(Stance(name)) for name in stanced.stances),
        tuple(POLARITIES.index(Polarity(name)) for name in stanced.polarities),
    )


def batches(
    data: Sequence[Example], size: int, shuffle: random.Random
) -> list[list[int]]:
    """Shuffled batches of numbers of examples of like length: less padding."""
    order = shuffle.sample(range(len(data)), len(data))
    found: list[list[int]] = []
    for at in range(0, len(order), POOL * size):
        pool = sorted(order[at : at + POOL * size], key=lambda i: len(data[i].read[0]))
        found += [pool[b : b + size] for b in range(0, len(pool), size)]
    return shuffle.sample(found, len(found))


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """The rows as one tensor [N, P], 0 where there are no more."""
    return pad_sequence([torch.tensor(row) for row in rows], batch_first=True)


def read(reader: StanceReader, some: Sequence[Example]) -> Logits:
    """What the reader says of the examples, in bf16."""
    with torch.autocast("cpu", torch.bfloat16):
        stance, polarity = reader(
            padded([example.read.pieces for example in some]),
            padded([example.read.roles for example in some]),
        )
    return Logits(stance.float(), polarity.float())


@torch.no_grad()
def judge(reader: StanceReader, data: Sequence[Example]) -> Logits:
    """What the reader says of all examples, in their order."""
    reader.eval()
    found = Logits(
        torch.zeros(len(data), len(STANCES)), torch.zeros(len(data), len(POLARITIES))
    )
    order = sorted(range(len(data)), key=lambda i: len(data[i].read[0]))
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        given = read(reader, [data[i] for i in chosen])
        for all_rows, rows in zip(found, given, strict=True):
            all_rows[chosen] = rows
    reader.train()
    return found


def score(reader: StanceReader, dev: Sequence[Example]) -> dict[str, float]:
    """Accuracy, macro F1 and polarity, in percent; either annotator may be equalled."""
    given = judge(reader, dev)
    stances, polarities = (logits.argmax(1).tolist() for logits in given)
    pairs = [
        (s if s in example.stances else example.stances[0], s)
        for example, s in zip(dev, stances, strict=True)
    ]
    same = sum(p in e.polarities for e, p in zip(dev, polarities, strict=True))
    return {
        "stance": 100 * sum(gold == own for gold, own in pairs) / len(dev),
        "macro F1": 100 * macro_f1(pairs),
        "polarity": 100 * same / len(dev),
    }


def fit(
    reader: StanceReader,
    data: Sequence[Example],
    dev: Sequence[Example],
    options: argparse.Namespace,
    *,
    epochs: int,
    taught: Logits | None = None,
) -> None:
    """Fine-tune the reader; `taught` are a teacher's logits of the same data."""
    shuffle = random.Random(options.seed)
    optimiser = torch.optim.AdamW(_groups(reader, options.rate), fused=True)
    steps = epochs * -(-len(data) // options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min((step + 1) / (steps * WARM), (steps - step) / steps),
    )
    for epoch in range(1, epochs + 1):
        for chosen in batches(data, options.batch, shuffle):
            loss(reader, data, chosen, taught).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
        row = {"layers": len(reader.encoder.layers), "epoch": epoch, "of": len(data)}
        print(json.dumps(row | score(reader, dev)), flush=True)  # noqa: T201


def _groups(reader: StanceReader, rate: float) -> list[dict[str, object]]:
    """Word embeddings stay; MiniLM's layers learn at `rate`, what is new faster."""
    reader.encoder.pieces.requires_grad_(False)
    return [
        {
            "params": [parameter],
            "lr": rate if name.startswith("encoder.") else 10 * rate,
            "weight_decay": 0.01 if parameter.ndim > 1 else 0.0,
        }
        for name, parameter in reader.named_parameters()
        if parameter.requires_grad
    ]


def loss(
    reader: StanceReader,
    data: Sequence[Example],
    chosen: Sequence[int],
    taught: Logits | None,
) -> Tensor:
    """The labels' loss, mixed with the teacher's; polarity counts half."""
    some = [data[i] for i in chosen]
    found = read(reader, some)
    soft = [None, None] if taught is None else [own[chosen] for own in taught]
    labels = ([e.stances for e in some], [e.polarities for e in some])
    stance, polarity = map(_head_loss, found, labels, soft)
    return stance + 0.5 * polarity


def _head_loss(
    scores: Tensor, labels: Sequence[tuple[int, ...]], taught: Tensor | None
) -> Tensor:
    targets = torch.tensor([own[0] if own else MISSING for own in labels])
    hard = cross_entropy(scores, targets, label_smoothing=SMOOTHING, reduction="none")
    if taught is None:
        return hard.mean()
    soft = cross_entropy(scores, taught.softmax(1), reduction="none")
    share = torch.where(targets == MISSING, 1.0, TAUGHT)
    return (share * soft + (1 - share) * hard).mean()


def student_of(teacher: StanceReader) -> StanceReader:
    """A reader with the teacher's weights, but for the layers that it leaves out."""
    student = deepcopy(teacher)
    layers = teacher.encoder.layers
    student.encoder.layers = nn.ModuleList(deepcopy(layers[i]) for i in KEPT_LAYERS)
    return student


def export(reader: StanceReader, path: Path) -> None:
    """Write the reader as an ONNX graph in 8 bits."""
    names = ["pieces", "roles", "stance", "polarity"]
    axes = {name: {0: "attributions"} for name in names}
    axes["pieces"][1] = axes["roles"][1] = "length"
    example = torch.ones(2, 9, dtype=torch.int64), torch.ones(2, 9, dtype=torch.int64)
    torch.onnx.export(
        reader.eval(), example, str(path), dynamo=False, opset_version=17,
        input_names=names[:2], output_names=names[2:], dynamic_axes=axes,
    )  # fmt: skip
    quantize(path, path)


def train(options: argparse.Namespace) -> None:
    """Train the teacher, then the student, and write the student as ONNX."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    nlp = spacy.blank("en")
    data = list(examples(polnear(options.data, "train", nlp, options.stances)))
    dev = [
        example
        for example in examples(polnear(options.data, "dev", nlp, [options.stance_dev]))
        if example.stances
    ]
    teacher = StanceReader(6)
    if options.teacher.exists():
        teacher.load_state_dict(load_file(str(options.teacher)))
    else:
        load_minilm(teacher.encoder, options.minilm)
        labelled = [example for example in data if example.stances]
        fit(teacher, labelled, dev, options, epochs=options.epochs)
        save_file(teacher.state_dict(), str(options.teacher))
    student = student_of(teacher)
    taught = judge(teacher, data)
    fit(student, data, dev, options, epochs=options.student_epochs, taught=taught)
    export(student, options.model / "stance.onnx")


def main() -> None:
    """Train with the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.stance")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora"
    )
    parser.add_argument("--stances", type=Path, nargs="+", required=True)
    parser.add_argument("--stance-dev", type=Path, required=True)
    parser.add_argument(
        "--minilm", type=Path, required=True, help="MiniLM's model.safetensors"
    )
    parser.add_argument(
        "--teacher", type=Path, required=True, help="the teacher's weights: kept here"
    )
    parser.add_argument("--model", type=Path, default=Path("extract/model"))
    parser.add_argument("--epochs", type=int, default=3, help="of the teacher")
    parser.add_argument("--student-epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
