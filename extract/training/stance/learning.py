"""How a stance reader is fitted and scored; a student also learns from its teachers."""

import argparse
import json
import random
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from extract.evaluation.measures import macro_f1
from extract.training.stance.examples import Example, batches, padded, shares
from extract.training.stance.reader import POLARITIES, STANCES, StanceReader

SMOOTHING = 0.1
"""Label smoothing: the labels have errors."""

TAUGHT = 0.7
"""Share of the teachers in the student's loss on a labelled attribution."""

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


def taught_by(teachers: Sequence[StanceReader], data: Sequence[Example]) -> Judgement:
    """The mean probabilities that the teachers give the examples."""
    judged = [judge(teacher, data) for teacher in teachers]
    means = (
        torch.stack([scores.softmax(1) for scores in head]).mean(0)
        for head in zip(*judged, strict=True)
    )
    return Judgement(*means)


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
    taught: Judgement | None = None,
) -> None:
    """Fine-tune the reader; `taught` are its teachers' probabilities for the data."""
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
    taught: Judgement | None,
) -> Tensor:
    """The labels' loss, mixed with the teachers'; polarity counts half."""
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
