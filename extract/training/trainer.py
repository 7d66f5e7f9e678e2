"""The training run: data, optimiser, averaged weights, log."""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path

import spacy
import torch
from safetensors.torch import save_file
from torch import Tensor

from extract.labels import ENTITY_TAGS, ROLE_TAGS, spans_of
from extract.training.batches import Crop, Prepared, epoch, prepare, window_batch
from extract.training.corpora import Labelled, polnear, single_line_ends, treebank
from extract.training.losses import (
    WEIGHTS,
    Vocabulary,
    embedding_loss,
    head_losses,
    topic_loss,
)
from extract.training.network import Encoder, Network, Sizes, load_minilm
from extract.training.scores import evaluate

PHRASES = 16
"""Spans a step whose embeddings are held to the original MiniLM's."""

PHRASE_PIECES = 40
"""Longest such span, in word pieces."""

SINGLE_LINE_ENDS = 0.25
"""Share of the news whose paragraphs are parted by one line end, as many copies are."""


def train(options: argparse.Namespace) -> None:
    """Train for the given epochs; after each, score and save the averaged weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    shuffle = random.Random(options.seed)
    nlp = spacy.blank("en")
    news = prepare(
        [
            single_line_ends(document) if shuffle.random() < SINGLE_LINE_ENDS else document
            for document in polnear(options.data, "train", nlp, options.stances)
        ]
    )
    dev_news = prepare(polnear(options.data, "dev", nlp, [options.stance_dev]))
    trees, dev_trees = (_treebanks(options.data, split) for split in ("train", "dev"))
    vocabulary = _vocabulary([t.document for t in trees])
    network, original = _networks(options.minilm, vocabulary)
    average = deepcopy(network).requires_grad_(False)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "vocabulary.json").write_text(json.dumps(vars(vocabulary)))
    batches = [list(epoch(news, trees, shuffle)) for _ in range(options.epochs)]
    optimiser, schedule = _optimiser(network, options, sum(map(len, batches)))
    _log(options.out, vars(options) | {"steps": [len(steps) for steps in batches]})
    began = time.monotonic()
    for number, steps in enumerate(batches, 1):
        totals: Counter[str] = Counter()
        for index, crops in enumerate(steps[: options.limit or None], 1):
            found = step(network, original, crops, vocabulary, shuffle)
            sum(WEIGHTS[name] * value for name, value in found.items()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            _follow(average, network, options.average)
            totals.update({name: value.item() for name, value in found.items()})
            if index % 50 == 0:
                _log(options.out, {"epoch": number, "step": index, "seconds": time.monotonic() - began} | {n: v / 50 for n, v in totals.items()})
                totals.clear()
        save_file(average.state_dict(), str(options.out / "weights.safetensors"))
        figures = evaluate(average, dev_news, dev_trees, vocabulary)
        _log(options.out, {"epoch": number, "seconds": time.monotonic() - began} | figures)


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

    return Vocabulary(names("upos", 20), names("xpos", 60), names("lemmas", 400), names("relations", 60))


def _optimiser(
    network: Network, options: argparse.Namespace, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
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
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decayed})
    optimiser = torch.optim.AdamW(groups, fused=True, betas=(0.9, 0.98))
    warm = max(1, steps // 20)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / warm, (steps - n) / (steps - warm))
    )


def step(
    network: Network,
    original: Encoder,
    crops: Sequence[Crop],
    vocabulary: Vocabulary,
    shuffle: random.Random,
) -> dict[str, Tensor]:
    """The losses of one batch, by name."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors, outputs = network(window_batch(crops))
    found = head_losses(network, crops, vectors, outputs, vocabulary)
    found["topic"] = topic_loss(crops, outputs["topic"].float())
    found["embedding"] = _distillation(network, original, crops, outputs["embedding"], shuffle)
    return found


def _distillation(
    network: Network,
    original: Encoder,
    crops: Sequence[Crop],
    embeddings: Tensor,
    shuffle: random.Random,
) -> Tensor:
    """Phrases in their context, and alone, against the original's embedding of them."""
    chosen = _phrases(crops, shuffle)
    if not chosen:
        return embeddings.sum() * 0
    alone = [Crop(crops[row].source, crops[row].start + a, crops[row].start + b) for row, a, b in chosen]
    batch = window_batch(alone)
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            wanted = original.sentence(batch.pieces).float()
        own = network.heads.outputs["embedding"](network.encoder(batch)).float()
    inside = torch.stack([embeddings[row, a:b].float().mean(0) for row, a, b in chosen])
    single = torch.stack([own[i, : b - a].mean(0) for i, (_, a, b) in enumerate(chosen)])
    return (embedding_loss(inside, wanted) + embedding_loss(single, wanted)) / 2


def _phrases(crops: Sequence[Crop], shuffle: random.Random) -> list[tuple[int, int, int]]:
    """Random contents and names of the batch: row, first word, word after the last."""
    found = []
    for row, crop in enumerate(crops):
        for labels, names in ((crop.source.document.tags, ROLE_TAGS), (crop.source.document.entities, ENTITY_TAGS)):
            tags = [names[t] for t in (labels or [])[crop.start : crop.end]]
            for start, end, kind in spans_of(tags):
                end = min(end, start + 24)
                size = sum(map(len, crop.source.pieces[crop.start + start : crop.start + end]))
                if kind not in ("cue", "source") and size <= PHRASE_PIECES:
                    found.append((row, start, end))
    return shuffle.sample(found, min(PHRASES, len(found)))


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    """Move the averaged weights a step towards the current ones."""
    ours, theirs = list(average.parameters()), list(network.parameters())
    torch._foreach_lerp_(ours, theirs, 1 - decay)


def _log(folder: Path, row: Mapping[str, object]) -> None:
    line = json.dumps(
        {n: round(v, 4) if isinstance(v, float) else v for n, v in row.items()}, default=str
    )
    print(line, flush=True)  # noqa: T201
    with (folder / "log.jsonl").open("a") as log:
        log.write(line + "\n")
