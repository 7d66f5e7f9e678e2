"""How a stance reader is fitted and scored; a student also learns from its teacher."""

import json
import random
import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from extract.evaluation.measures import macro_f1
from extract.training.network import follow
from extract.training.stance.examples import (
    POLARITIES,
    STANCES,
    Example,
    batches,
    shares,
)
from extract.training.stance.readers import Student, Teacher

SMOOTHING = 0.1
"""Label smoothing: the labels have errors."""

TAUGHT = 0.65
"""Share of the teacher in the student's loss on a labelled attribution."""

AVERAGED = 0.998
"""Share of the averaged weights that a step keeps; less in the first steps."""

WARM = 0.06
"""Share of the steps in which the learning rates rise."""

Reader = TypeVar("Reader", bound=Teacher | Student)


class Judgement(NamedTuple):
    """Of stance [N, 15] and of polarity [N, 3]: scores, or probabilities."""

    stance: Tensor
    polarity: Tensor


def read(reader: Reader, some: Sequence[Example]) -> Judgement:
    """The reader's scores for the examples, computed in bf16."""
    with torch.autocast("cpu", torch.bfloat16):
        stance, polarity = reader(*reader.inputs(some))
    return Judgement(stance.float(), polarity.float())


@torch.no_grad()
def judge(reader: Reader, data: Sequence[Example]) -> Judgement:
    """The reader's scores for all examples, in their order."""
    reader.eval()
    found = Judgement(
        torch.zeros(len(data), len(STANCES)), torch.zeros(len(data), len(POLARITIES))
    )
    order = sorted(range(len(data)), key=lambda i: len(data[i].roles))
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        given = read(reader, [data[i] for i in chosen])
        for all_rows, rows in zip(found, given, strict=True):
            all_rows[chosen] = rows
    reader.train()
    return found


def taught_by(teacher: Reader, data: Sequence[Example]) -> Judgement:
    """The probabilities that the teacher gives the examples."""
    return Judgement(*(scores.softmax(1) for scores in judge(teacher, data)))


def score(reader: Reader, dev: Sequence[Example]) -> dict[str, float]:
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
    reader: Reader,
    data: Sequence[Example],
    dev: Sequence[Example],
    course: Course,
    taught: Judgement | None = None,
) -> Reader:
    """Fine-tune the reader; `taught` are its teacher's probabilities for the data.

    Returned is a copy with the running average of its weights.
    """
    shuffle = random.Random(1)
    average, step = deepcopy(reader), count(1)
    average.requires_grad_(False)
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
            done = next(step)
            follow(average, reader, min(AVERAGED, done / (done + 9)))
        row = {"reader": type(reader).__name__, "epoch": epoch, "of": len(data)}
        print(json.dumps(row | score(average, dev)), flush=True)  # noqa: T201
    return average


def _groups(reader: Reader, course: Course) -> list[dict[str, object]]:
    return [
        {
            "params": [parameter],
            "lr": _rate(name, reader.depth, course),
            "weight_decay": 0.01 if parameter.ndim > 1 else 0.0,
        }
        for name, parameter in reader.named_parameters()
        if parameter.requires_grad
    ]


def _rate(name: str, depth: int, course: Course) -> float:
    if layer := re.search(r"\blayers\.(\d+)", name):
        return course.rate * course.decay ** (depth - 1 - int(layer[1]))
    if name.startswith("encoder."):  # the teacher's embeddings
        return course.rate * course.decay**depth
    return 10 * course.rate


def loss(
    reader: Reader,
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
