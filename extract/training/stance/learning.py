"""How a stance reader is fitted and scored; a student also learns from its teacher."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from extract.evaluation.measures import macro_f1
from extract.training.stance.examples import Example, batches, padded, shares
from extract.training.stance.reader import POLARITIES, STANCES, StanceReader

SMOOTHING = 0.1
"""Label smoothing: the labels have errors."""

TAUGHT = 0.65
"""Share of the teacher in the student's loss on a labelled attribution."""

WARM = 0.06
"""Share of the steps in which the learning rates rise."""


class Judgement(NamedTuple):
    """Of stance [N, 15] and of polarity [N, 3]: scores, or probabilities."""

    stance: Tensor
    polarity: Tensor


def read(reader: StanceReader, some: Sequence[Example]) -> Judgement:
    """The reader's scores for the examples, computed in bf16."""
    with torch.autocast("cpu", torch.bfloat16):
        stance, polarity = reader(
            padded([example.read.pieces for example in some]),
            padded([example.read.roles for example in some]),
        )
    return Judgement(stance.float(), polarity.float())


@torch.no_grad()
def judge(reader: StanceReader, data: Sequence[Example]) -> Judgement:
    """The reader's scores for all examples, in their order."""
    reader.eval()
    found = Judgement(
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


def taught_by(teacher: StanceReader, data: Sequence[Example]) -> Judgement:
    """The probabilities that the teacher gives the examples."""
    return Judgement(*(scores.softmax(1) for scores in judge(teacher, data)))


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


@dataclass(frozen=True)
class Course:
    """How long and how fast a reader learns."""

    epochs: int
    rate: float
    """Learning rate of the top layer; what is new learns ten times as fast."""
    decay: float = 1
    """Factor of the rate a layer further down."""
    batch: int = 32


def fit(
    reader: StanceReader,
    data: Sequence[Example],
    dev: Sequence[Example],
    course: Course,
    taught: Judgement | None = None,
) -> None:
    """Fine-tune the reader; `taught` are its teacher's probabilities for the data."""
    shuffle = random.Random(1)
    optimiser = torch.optim.AdamW(_groups(reader, course), fused=True)
    steps = course.epochs * -(-len(data) // course.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min((step + 1) / (steps * WARM), (steps - step) / steps),
    )
    for epoch in range(1, course.epochs + 1):
        for chosen in batches(data, course.batch, shuffle):
            loss(reader, data, chosen, taught).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
        row = {"layers": len(reader.encoder.layers), "epoch": epoch, "of": len(data)}
        print(json.dumps(row | score(reader, dev)), flush=True)  # noqa: T201


def _groups(reader: StanceReader, course: Course) -> list[dict[str, object]]:
    """The word embeddings stay."""
    reader.encoder.pieces.requires_grad_(False)
    depth = len(reader.encoder.layers)
    return [
        {
            "params": [parameter],
            "lr": _rate(name, depth, course),
            "weight_decay": 0.01 if parameter.ndim > 1 else 0.0,
        }
        for name, parameter in reader.named_parameters()
        if parameter.requires_grad
    ]


def _rate(name: str, depth: int, course: Course) -> float:
    if not name.startswith("encoder."):
        return 10 * course.rate
    part, _, number = name.removeprefix("encoder.").partition(".")
    below = depth - 1 - int(number.split(".")[0]) if part == "layers" else depth
    return course.rate * course.decay**below


def loss(
    reader: StanceReader,
    data: Sequence[Example],
    chosen: Sequence[int],
    taught: Judgement | None,
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
    targets = shares(labels, scores.shape[1])
    hard = cross_entropy(scores, targets, label_smoothing=SMOOTHING, reduction="none")
    if taught is None:
        return hard.mean()
    soft = cross_entropy(scores, taught, reduction="none")
    share = torch.where(targets.sum(1) > 0, TAUGHT, 1.0)
    return (share * soft + (1 - share) * hard).mean()
