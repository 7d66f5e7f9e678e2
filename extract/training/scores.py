"""Figures on the development data while training: the same decoding, in PyTorch."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from extract.encoding.labels import ENTITY_TAGS, ROLE_TAGS, ROLES, spans_of
from extract.encoding.viterbi import best_path, legal
from extract.encoding.windows import windows
from extract.training.batches import Crop, Prepared, window_batch
from extract.training.losses import Vocabulary
from extract.training.network import Network

KEPT = (
    "roles",
    "entities",
    "upos",
    "arc_query",
    "arc_key",
    "relation_of",
    "relation_to",
)


@torch.no_grad()
def predict(network: Network, source: Prepared) -> dict[str, Tensor]:
    """Word scores over the whole document, each word from its most central window."""
    found = windows([len(p) for p in source.pieces])
    parts: dict[str, list[Tensor]] = {}
    for at in range(0, len(found), 8):
        some = found[at : at + 8]
        crops = [Crop(source, w.start, w.end) for w in some]
        with torch.autocast("cpu", torch.bfloat16):
            outputs = network(window_batch(crops))
        for name in KEPT:
            parts.setdefault(name, []).extend(
                outputs[name][i, w.first - w.start : w.last - w.start].float()
                for i, w in enumerate(some)
            )
    return {name: torch.cat(values) for name, values in parts.items()}


def role_tags(network: Network, scores: Tensor) -> list[str]:
    """The best legal role tags of a document."""
    steps = network.transitions.detach().numpy() + legal(ROLE_TAGS)
    path = best_path(scores.numpy(), steps, np.zeros(len(ROLE_TAGS), dtype=np.float32))
    return [ROLE_TAGS[i] for i in path]


def f1(right: int, given: int, gold: int) -> float:
    """F1 in percent."""
    return 200 * right / max(given + gold, 1)


@torch.no_grad()
def evaluate(
    network: Network,
    news: Sequence[Prepared],
    trees: Sequence[Prepared],
    vocabulary: Vocabulary,
) -> dict[str, float]:
    """Exact F1 of roles and entities, UPOS, UAS and LAS, stance and polarity."""
    network.eval()
    counts: Counter[str] = Counter()
    for source in news:
        predicted = predict(network, source)
        _count_spans(source, predicted, counts, network)
    for source in trees:
        _count_trees(source, predict(network, source), counts, vocabulary)
    network.train()
    return _figures(counts)


def _count_spans(
    source: Prepared,
    predicted: dict[str, Tensor],
    counts: Counter[str],
    network: Network,
) -> None:
    document = source.document
    assert document.tags is not None
    gold = set(spans_of([ROLE_TAGS[t] for t in document.tags]))
    given = set(spans_of(role_tags(network, predicted["roles"])))
    for role in ROLES:
        counts[f"{role} right"] += len({s for s in gold & given if s[2] == role})
        counts[f"{role} given"] += len({s for s in given if s[2] == role})
        counts[f"{role} gold"] += len({s for s in gold if s[2] == role})
    if document.entities is None:
        return
    gold = set(spans_of([ENTITY_TAGS[t] for t in document.entities]))
    best = best_path(
        predicted["entities"].numpy(),
        legal(ENTITY_TAGS),
        np.zeros(len(ENTITY_TAGS), np.float32),
    )
    given = set(spans_of([ENTITY_TAGS[i] for i in best]))
    counts["entity right"] += len(gold & given)
    counts["entity given"] += len(given)
    counts["entity gold"] += len(gold)


def _count_trees(
    source: Prepared,
    predicted: dict[str, Tensor],
    counts: Counter[str],
    vocabulary: Vocabulary,
) -> None:
    document = source.document
    assert document.heads is not None
    assert document.relations is not None
    assert document.upos is not None
    size = len(document.heads)
    starts = [i for i, flag in enumerate(document.starts or []) if flag]
    for start, end in zip(starts, [*starts[1:], size], strict=True):
        query, key = predicted["arc_query"][start:end], predicted["arc_key"][start:end]
        heads = (query @ key.T).argmax(1)
        relations = (
            predicted["relation_of"][start:end]
            + predicted["relation_to"][start:end][heads]
        )
        for i, (head, relation) in enumerate(
            zip(heads, relations.argmax(1), strict=True)
        ):
            right = int(head) + start == document.heads[start + i]
            counts["heads"] += right
            gold = document.relations[start + i]
            counts["arcs"] += right and vocabulary.relations[int(relation)] == gold
    tags = predicted["upos"].argmax(1)
    counts["upos"] += sum(
        vocabulary.upos[int(t)] == g for t, g in zip(tags, document.upos, strict=True)
    )
    counts["tree words"] += size


def _figures(counts: Counter[str]) -> dict[str, float]:
    figures = {
        name: f1(
            counts[f"{name} right"], counts[f"{name} given"], counts[f"{name} gold"]
        )
        for name in (*ROLES, "entity")
    }
    words = max(counts["tree words"], 1)
    return figures | {
        "upos": 100 * counts["upos"] / words,
        "uas": 100 * counts["heads"] / words,
        "las": 100 * counts["arcs"] / words,
    }
