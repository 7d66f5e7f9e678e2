"""The training run: data, optimiser, averaged weights, log."""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import spacy
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from extract.encoding.labels import ENTITY_TAGS, ROLE_TAGS, spans_of
from extract.training.batches import Crop, Prepared, epoch, prepare, window_batch
from extract.training.corpora import Labelled, polnear, single_line_ends, treebank
from extract.training.losses import (
    WEIGHTS,
    Vocabulary,
    embedding_loss,
    head_losses,
    topic_loss,
)
from extract.training.network import Encoder, Network, Sizes, follow, load_minilm
from extract.training.scores import evaluate
from extract.training.written import ARTICLES, articles

PHRASES = 8
"""Spans a step whose embeddings are held to the original MiniLM's."""

PHRASE_PIECES = 40
"""Longest such span, in word pieces."""

SINGLE_LINE_ENDS = 0.25
"""Share of the news whose paragraphs are parted by one line end, as many copies are."""


WARM = 0.03
"""Share of the time in which the learning rate rises."""

LOG_STEPS = 50
"""Steps between two lines of the log."""


class Clock:
    """The share of the training time that has passed: what the schedule follows.

    On a shared machine a step may take one second or three; time, not steps, is
    what can be planned.
    """

    def __init__(self, minutes: float) -> None:
        self._began = time.monotonic()
        self._budget = minutes

    @property
    def minutes(self) -> float:
        """Minutes since the start."""
        return (time.monotonic() - self._began) / 60

    @property
    def share(self) -> float:
        """Time passed, 0 at the start and 1 where the learning rate reaches 0."""
        return self.minutes / self._budget

    def factor(self) -> float:
        """What the learning rates are multiplied with: up for 3 %, then down to 0."""
        return max(min((self.share + 1e-3) / WARM, (1 - self.share) / (1 - WARM)), 0.0)


@dataclass(frozen=True)
class Run:
    """What one training run works with."""

    options: argparse.Namespace
    network: Network
    average: Network
    """The running average of the network's weights: what is scored and kept."""
    original: Encoder
    """MiniLM as published: the teacher of the embedding head."""
    vocabulary: Vocabulary
    optimiser: torch.optim.Optimizer
    clock: Clock
    shuffle: random.Random


def train(options: argparse.Namespace) -> None:
    """Train until the time is up; after each epoch, score and save the average."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    shuffle = random.Random(options.seed)
    nlp = spacy.blank("en")
    labelled = polnear(options.data, "train", nlp, options.stances)
    news = prepare(_varied([*labelled, *articles(ARTICLES, nlp)], shuffle))
    dev_news = prepare(polnear(options.data, "dev", nlp))
    trees, dev_trees = (_treebanks(options.data, split) for split in ("train", "dev"))
    run = _start(options, _vocabulary([t.document for t in trees]), shuffle)
    for number in count(1):
        _epoch(run, number, epoch(news, trees, shuffle))
        save_file(run.average.state_dict(), str(options.out / "weights.safetensors"))
        figures = evaluate(run.average, dev_news, dev_trees, run.vocabulary)
        _log(options.out, {"epoch": number, "minutes": run.clock.minutes} | figures)
        if run.clock.share >= 1:
            return


def _varied(documents: Sequence[Labelled], shuffle: random.Random) -> list[Labelled]:
    return [
        single_line_ends(document) if shuffle.random() < SINGLE_LINE_ENDS else document
        for document in documents
    ]


def _start(
    options: argparse.Namespace, vocabulary: Vocabulary, shuffle: random.Random
) -> Run:
    network, original = _networks(options.minilm, vocabulary)
    if options.weights:
        network.load_state_dict(load_file(str(options.weights)))
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "vocabulary.json").write_text(json.dumps(vars(vocabulary)))
    _log(options.out, vars(options))
    return Run(
        options=options,
        network=network,
        average=deepcopy(network).requires_grad_(False),
        original=original,
        vocabulary=vocabulary,
        optimiser=_optimiser(network, options),
        clock=Clock(options.minutes),
        shuffle=shuffle,
    )


def _epoch(run: Run, number: int, batches: Iterable[Sequence[Crop]]) -> None:
    totals: Counter[str] = Counter()
    for index, crops in enumerate(batches, 1):
        if run.clock.share >= 1:
            return
        found = step(run, crops)
        sum(WEIGHTS[name] * value for name, value in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
        for group in run.optimiser.param_groups:
            group["lr"] = group["top"] * run.clock.factor()
        run.optimiser.step()
        run.optimiser.zero_grad(set_to_none=True)
        follow(run.average, run.network, run.options.average)
        totals.update({name: value.item() for name, value in found.items()})
        if index % LOG_STEPS == 0:
            means = {name: value / LOG_STEPS for name, value in totals.items()}
            _log(
                run.options.out,
                {"epoch": number, "step": index, "minutes": run.clock.minutes} | means,
            )
            totals.clear()


def _treebanks(folder: Path, split: str) -> list[Prepared]:
    files = [folder / f"{name}.{split}.conllu.gz" for name in ("gum", "ewt")]
    return prepare([document for file in files for document in treebank(file)])


def _networks(minilm: Path, vocabulary: Vocabulary) -> tuple[Network, Encoder]:
    network = Network(Sizes(*(len(names) for names in vars(vocabulary).values())))
    original = Encoder()
    for encoder in (network.encoder, original):
        load_minilm(encoder, minilm)
    network.encoder.pieces.requires_grad_(False)
    return network, original.eval().requires_grad_(False)


def _vocabulary(trees: Sequence[Labelled]) -> Vocabulary:
    def names(column: str, most: int) -> tuple[str, ...]:
        counts = Counter(value for tree in trees for value in getattr(tree, column))
        return tuple(name for name, _ in counts.most_common(most))

    return Vocabulary(
        names("upos", 20),
        names("xpos", 60),
        names("lemmas", 400),
        names("relations", 60),
    )


def _optimiser(network: Network, options: argparse.Namespace) -> torch.optim.Optimizer:
    """AdamW; the learning rate falls by `decay` a layer from the top down."""
    groups = []
    depth = len(network.encoder.layers)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = options.head_rate
        if name.startswith("encoder.layers."):
            rate = options.rate * options.decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.features."):
            rate = options.rate
        elif name.startswith("encoder."):
            rate = options.rate * options.decay**depth
        decayed = 0.01 if parameter.ndim > 1 else 0.0
        groups.append(
            {"params": [parameter], "lr": rate, "top": rate, "weight_decay": decayed}
        )
    return torch.optim.AdamW(groups, fused=True, betas=(0.9, 0.98))


def step(run: Run, crops: Sequence[Crop]) -> dict[str, Tensor]:
    """The losses of one batch, by name."""
    with torch.autocast("cpu", torch.bfloat16):
        outputs = run.network(window_batch(crops))
    found = head_losses(run.network, crops, outputs, run.vocabulary)
    found["topic"] = topic_loss(crops, outputs["topic"].float())
    found["embedding"] = _distillation(run, crops, outputs["embedding"])
    return found


def _distillation(run: Run, crops: Sequence[Crop], embeddings: Tensor) -> Tensor:
    """Phrases in their context, and alone, against the original's embedding of them."""
    chosen = _phrases(crops, run.shuffle)
    if not chosen:
        return embeddings.sum() * 0
    alone = [
        Crop(crops[row].source, crops[row].start + a, crops[row].start + b)
        for row, a, b in chosen
    ]
    batch = window_batch(alone)
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            wanted = run.original.sentence(batch.pieces).float()
        own = run.network.heads.outputs["embedding"](
            run.network.encoder(batch).last
        ).float()
    inside = torch.stack([embeddings[row, a:b].float().mean(0) for row, a, b in chosen])
    single = torch.stack(
        [own[i, : b - a].mean(0) for i, (_, a, b) in enumerate(chosen)]
    )
    return (embedding_loss(inside, wanted) + embedding_loss(single, wanted)) / 2


def _phrases(
    crops: Sequence[Crop], shuffle: random.Random
) -> list[tuple[int, int, int]]:
    """Random contents and names of the batch: row, first word, word after the last."""
    found = []
    for row, crop in enumerate(crops):
        for labels, names in (
            (crop.source.document.tags, ROLE_TAGS),
            (crop.source.document.entities, ENTITY_TAGS),
        ):
            tags = [names[t] for t in (labels or [])[crop.start : crop.end]]
            for start, end, kind in spans_of(tags):
                end = min(end, start + 24)
                size = sum(
                    map(len, crop.source.pieces[crop.start + start : crop.start + end])
                )
                if kind not in ("cue", "source") and size <= PHRASE_PIECES:
                    found.append((row, start, end))
    return shuffle.sample(found, min(PHRASES, len(found)))


def _log(folder: Path, row: Mapping[str, object]) -> None:
    line = json.dumps(
        {n: round(v, 4) if isinstance(v, float) else v for n, v in row.items()},
        default=str,
    )
    print(line, flush=True)  # noqa: T201
    with (folder / "log.jsonl").open("a") as log:
        log.write(line + "\n")
