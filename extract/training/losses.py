"""The loss of each head over a batch of crops."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    normalize,
)

from extract.encoding.labels import DISTANCE_DECAY, ROLE_TAGS
from extract.encoding.viterbi import legal
from extract.training.batches import MISSING, Crop, column, pointers
from extract.training.crf import FORBIDDEN, log_likelihood
from extract.training.network import Network

WEIGHTS = {
    "roles": 1.0,
    "links": 0.4,
    "entities": 0.3,
    "upos": 0.15,
    "xpos": 0.1,
    "lemma": 0.1,
    "start": 0.2,
    "arcs": 0.4,
    "relations": 0.3,
    "coreference": 0.1,
    "topic": 0.1,
    "embedding": 0.5,
}
"""Share of each head in the loss; set by hand so that the role tags lead."""


@dataclass(frozen=True)
class Vocabulary:
    """Class names of the treebank heads, in the order of their scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]


def head_losses(
    network: Network,
    crops: Sequence[Crop],
    outputs: dict[str, Tensor],
    vocabulary: Vocabulary,
) -> dict[str, Tensor]:
    """The loss of every head that has labels in these crops, by name."""
    out = {name: value.float() for name, value in outputs.items()}
    trees = [i for i, c in enumerate(crops) if c.source.document.heads is not None]
    news = [i for i, c in enumerate(crops) if c.source.document.tags is not None]
    losses = _news_losses(network, [crops[i] for i in news], _rows(out, news))
    losses |= _tree_losses([crops[i] for i in trees], _rows(out, trees), vocabulary)
    losses["coreference"] = coreference_loss(crops, out)
    return losses


def _rows(out: dict[str, Tensor], rows: list[int]) -> dict[str, Tensor]:
    return {name: value[rows] for name, value in out.items()}


def _news_losses(
    network: Network, crops: Sequence[Crop], out: dict[str, Tensor]
) -> dict[str, Tensor]:
    tags = column(crops, "tags")
    width = tags.shape[1]
    mask = tags != MISSING
    transitions = network.transitions + torch.from_numpy(legal(ROLE_TAGS)).to(
        mask.device
    )
    likelihood = log_likelihood(
        out["roles"][:, :width], tags.clamp(min=0), mask, transitions
    )
    links = _dot(out["link_query"], out["link_key"])[:, :width, :width]
    places = torch.arange(width)
    distances = (places[:, None] - places[None, :]).abs()
    links = links - DISTANCE_DECAY * torch.log1p(distances.float())
    links = links.masked_fill(~mask[:, None, :], FORBIDDEN)
    return {
        "roles": -likelihood.sum() / mask.sum() * 5,
        "links": _pointer_loss(links, pointers(crops, "links")),
        "entities": _class_loss(out["entities"][:, :width], column(crops, "entities")),
    }


def _tree_losses(
    crops: Sequence[Crop], out: dict[str, Tensor], vocabulary: Vocabulary
) -> dict[str, Tensor]:
    if not crops:
        return {}
    heads = pointers(crops, "heads")
    width = heads.shape[1]
    out = {name: value[:, :width] for name, value in out.items()}
    real = column(crops, "starts") != MISSING
    arcs = _dot(out["arc_query"], out["arc_key"]).masked_fill(
        ~real[:, None, :], FORBIDDEN
    )
    at_head = heads.clamp(min=0).unsqueeze(-1).expand_as(out["relation_to"])
    relations = out["relation_of"] + out["relation_to"].gather(1, at_head)
    labels = column(crops, "relations", _index(vocabulary.relations))
    labels = torch.where(heads == MISSING, MISSING, labels)
    starts = column(crops, "starts")
    return {
        "upos": _class_loss(
            out["upos"], column(crops, "upos", _index(vocabulary.upos))
        ),
        "xpos": _class_loss(
            out["xpos"], column(crops, "xpos", _index(vocabulary.xpos))
        ),
        "lemma": _class_loss(
            out["lemma"], column(crops, "lemmas", _index(vocabulary.lemmas))
        ),
        "start": binary_cross_entropy_with_logits(
            out["start"].squeeze(-1)[real], starts[real].float()
        ),
        "arcs": _pointer_loss(arcs, heads),
        "relations": _class_loss(relations, labels),
    }


def _index(names: tuple[str, ...]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _dot(query: Tensor, key: Tensor) -> Tensor:
    return query @ key.transpose(1, 2) * query.shape[-1] ** -0.5


def _class_loss(scores: Tensor, labels: Tensor) -> Tensor:
    if (labels == MISSING).all():
        return scores.sum() * 0
    return cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=MISSING)


def _pointer_loss(scores: Tensor, targets: Tensor) -> Tensor:
    known = targets != MISSING
    if not known.any():
        return scores.sum() * 0
    return cross_entropy(scores[known], targets[known])


def coreference_loss(crops: Sequence[Crop], out: dict[str, Tensor]) -> Tensor:
    """Each mention to any earlier mention of its chain, or to none (score 0).

    The marginal antecedent likelihood of Lee et al. (2017), over gold mentions.
    """
    losses = []
    for row, crop in enumerate(crops):
        found = [(m, number) for number, c in enumerate(crop.mentions()) for m in c]
        if len(found) < 2:
            continue
        found.sort()
        query, key = (
            _ends(out[f"coreference_{name}"][row], [m for m, _ in found])
            for name in ("query", "key")
        )
        scores = query @ key.T * query.shape[-1] ** -0.5
        losses.append(_antecedent_loss(scores, torch.tensor([n for _, n in found])))
    if not losses:
        return next(iter(out.values())).sum() * 0
    return torch.stack(losses).mean()


def _ends(vectors: Tensor, mentions: list[tuple[int, int]]) -> Tensor:
    first = torch.tensor([a for a, _ in mentions])
    last = torch.tensor([b - 1 for _, b in mentions])
    return (vectors[first] + vectors[last]) / 2


def _antecedent_loss(scores: Tensor, chains: Tensor) -> Tensor:
    size = len(chains)
    earlier = torch.ones(size, size).tril(-1).bool()
    scores = scores.masked_fill(~earlier, FORBIDDEN)
    same = (chains[:, None] == chains[None, :]) & earlier
    none = torch.zeros(size, 1)
    everything = torch.logsumexp(torch.cat([scores, none], 1), 1)
    right = torch.cat([scores.masked_fill(~same, FORBIDDEN), none], 1)
    right[:, -1] = torch.where(same.any(1), FORBIDDEN, 0.0)
    return (everything - torch.logsumexp(right, 1)).mean()


def topic_loss(crops: Sequence[Crop], scores: Tensor) -> Tensor:
    """Which words of a labelled content name its topic; `scores` [B, W, 1]."""
    wanted, given = [], []
    for row, crop in enumerate(crops):
        for stanced in crop.stances():
            if stanced.topic and stanced.content:
                members = torch.tensor(stanced.content) - crop.start
                given.append(scores[row, members, 0])
                wanted.append(
                    torch.tensor([float(i in stanced.topic) for i in stanced.content])
                )
    if not given:
        return scores.sum() * 0
    return binary_cross_entropy_with_logits(torch.cat(given), torch.cat(wanted))


def embedding_loss(ours: Tensor, original: Tensor) -> Tensor:
    """One minus the cosine between our embeddings [N, D] and the original's."""
    return (1 - (normalize(ours, dim=-1) * original).sum(-1)).mean()
