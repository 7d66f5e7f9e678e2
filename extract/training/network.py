"""The encoder (MiniLM) and its heads, in PyTorch.

The encoder is BERT's (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2 and
an added, zero-initialised embedding of each word's shape, break and quote state.
All heads give word vectors or word scores, so that windows can be stitched and
spans, links and trees be decoded over a whole document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from extract.encoding.labels import ENTITY_TAGS, ROLE_TAGS
from extract.encoding.words import BREAKS, QUOTES, SHAPES

WIDTH = 384
"""Width of the encoder."""

LAYERS, HEADS, VOCABULARY = 6, 12, 30522
"""Layers of the encoder, a layer's heads of attention, and word pieces it knows."""

DROPOUT = 0.1
"""Share of an encoder's columns that are left out in a step of training."""

MIDDLE = 3
"""Layers below the vectors that the stance reader reads on from."""

Weights: TypeAlias = dict[str, Tensor]
"""Parameters by name."""

SHAPE_WIDTH = 32
"""Width of the word features that the heads see beside the encoder's vector."""


class WindowBatch(NamedTuple):
    """What the encoder reads: B windows of up to P word pieces and W words.

    `owner[b, p]` is the word of a piece (-1: none); `first` and `last` are the
    pieces where a word begins and ends; padding words point at piece 0.
    """

    pieces: Tensor
    owner: Tensor
    first: Tensor
    last: Tensor
    shapes: Tensor
    breaks: Tensor
    quotes: Tensor


class WordVectors(NamedTuple):
    """Vectors [B, W, D] of words after the encoder's middle layer and its last."""

    middle: Tensor
    last: Tensor


@dataclass(frozen=True)
class Sizes:
    """How many classes the heads of the treebank layers have."""

    upos: int
    xpos: int
    lemmas: int
    relations: int


class LockedDropout(nn.Module):
    """Dropout whose mask is the same for every piece of a window.

    Gal and Ghahramani (2016); on a CPU a fresh mask a piece costs an eighth of
    the whole training step.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """The vectors [B, P, D], with some of the D columns of a row set to zero."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class _Block(nn.Module):
    """What a transformer layer does around its attention, post-norm as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.scale = heads, (width // heads) ** -0.5
        self.out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = LockedDropout(dropout)

    def attended(self, x: Tensor, asked: Sequence[Tensor], bias: Tensor) -> Tensor:
        """The vectors x [B, Q, D] after attention and what follows it.

        `asked` are queries [B, Q, D], keys and values [B, P, D]; `bias` [B, 1, 1, P]
        is added to their scores.
        """
        query, key, value = map(self._by_head, asked)
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) * self.scale
            mixed = torch.softmax(scores + bias, -1) @ value
        else:
            mixed = nn.functional.scaled_dot_product_attention(
                query, key, value, attn_mask=bias.to(query.dtype)
            )
        mixed = mixed.transpose(1, 2).flatten(2)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        inner = nn.functional.gelu(self.up(x))
        return self.norm(x + self.dropout(self.down(inner)))

    def _by_head(self, x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)


class Layer(_Block):
    """A transformer layer: all vectors attend to all."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__(width, heads, inner, dropout)
        self.qkv = nn.Linear(width, 3 * width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Vectors [B, P, D]; `bias` [B, 1, 1, P] is added to attention scores."""
        return self.attended(x, self.qkv(x).chunk(3, -1), bias)


class CrossLayer(_Block):
    """A transformer layer in which some vectors attend to others."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__(width, heads, inner, dropout)
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(width, 2 * width)

    def forward(self, x: Tensor, others: Tensor, bias: Tensor) -> Tensor:
        """Vectors x [B, Q, D] that attend to others [B, P, D], with `bias`
        [B, 1, 1, P]."""
        asked = (self.query(x), *self.key_value(others).chunk(2, -1))
        return self.attended(x, asked, bias)


class Encoder(nn.Module):
    """Pieces and word features in, one vector a word out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.features = nn.ModuleList(
            nn.Embedding(len(names), WIDTH) for names in (SHAPES, BREAKS, QUOTES)
        )
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)
        self.layers = nn.ModuleList(
            Layer(WIDTH, HEADS, 4 * WIDTH, DROPOUT) for _ in range(LAYERS)
        )
        self.dropout = LockedDropout(DROPOUT)

    def forward(self, batch: WindowBatch) -> WordVectors:
        """Vectors of words: the mean of a word's first and last piece."""
        values = (batch.shapes, batch.breaks, batch.quotes)
        features = sum(e(v) for e, v in zip(self.features, values, strict=True))
        features = torch.cat([features, torch.zeros_like(features[:, :1])], 1)
        absent = batch.owner < 0
        owner = torch.where(absent, features.shape[1] - 1, batch.owner)
        at_pieces = features.gather(1, owner.unsqueeze(-1).expand(-1, -1, WIDTH))
        states = self.states(batch.pieces, at_pieces)
        return WordVectors(
            *(
                (_take(x, batch.first) + _take(x, batch.last)) / 2
                for x in (states[MIDDLE - 1], states[-1])
            )
        )

    def states(self, pieces: Tensor, added: Tensor | None = None) -> list[Tensor]:
        """A vector [B, P, D] for each piece, after each layer.

        `added` goes to the pieces' embeddings.
        """
        embedded = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        if added is not None:
            embedded = embedded + added
        x = self.dropout(self.norm(embedded))
        bias = (pieces == 0)[:, None, None, :].to(x.dtype) * -1e4
        found: list[Tensor] = []
        for layer in self.layers:
            x = layer(x, bias)
            found.append(x)
        return found

    def sentence(self, pieces: Tensor) -> Tensor:
        """MiniLM's own sentence embedding [B, D] of pieces: the mean, normalised."""
        x = self.states(pieces)[-1]
        real = (pieces != 0).unsqueeze(-1).to(x.dtype)
        return nn.functional.normalize((x * real).sum(1) / real.sum(1), dim=-1)


def _take(x: Tensor, at: Tensor) -> Tensor:
    return x.gather(1, at.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


def _mlp(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(inputs, hidden),
        nn.GELU(),
        nn.Dropout(0.1),
        nn.Linear(hidden, outputs),
    )


LINK_WIDTH = 128
ARC_WIDTH = 192
COREFERENCE_WIDTH = 128


class Heads(nn.Module):
    """Every head over word vectors; `outputs` names what each gives a word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = WIDTH + SHAPE_WIDTH
        self.shapes = nn.Embedding(len(SHAPES), SHAPE_WIDTH)
        self.outputs = nn.ModuleDict({
            "roles": _mlp(width, 256, len(ROLE_TAGS)),
            "link_query": nn.Linear(width, LINK_WIDTH),
            "link_key": nn.Linear(width, LINK_WIDTH),
            "entities": _mlp(width, 128, len(ENTITY_TAGS)),
            "start": nn.Linear(width, 1),
            "upos": _mlp(width, 128, sizes.upos),
            "xpos": _mlp(width, 128, sizes.xpos),
            "lemma": _mlp(width, 128, sizes.lemmas),
            "arc_query": _mlp(width, ARC_WIDTH, ARC_WIDTH),
            "arc_key": _mlp(width, ARC_WIDTH, ARC_WIDTH),
            "relation_of": _mlp(width, 128, sizes.relations),
            "relation_to": _mlp(width, 128, sizes.relations),
            "coreference_query": nn.Linear(width, COREFERENCE_WIDTH),
            "coreference_key": nn.Linear(width, COREFERENCE_WIDTH),
            "topic": _mlp(width, 128, 1),
            "embedding": nn.Linear(WIDTH, WIDTH),
        })  # fmt: skip
        nn.init.eye_(self.outputs["embedding"].weight)
        nn.init.zeros_(self.outputs["embedding"].bias)

    def forward(self, vectors: Tensor, shapes: Tensor) -> dict[str, Tensor]:
        """Scores and vectors a word, by name, each [B, W, ...]."""
        wide = self.widen(vectors, shapes)
        return {
            name: head(vectors if name == "embedding" else wide)
            for name, head in self.outputs.items()
        }

    def widen(self, vectors: Tensor, shapes: Tensor) -> Tensor:
        """Word vectors with the shape embedding beside them."""
        return torch.cat([vectors, self.shapes(shapes).to(vectors.dtype)], -1)


class Network(nn.Module):
    """Encoder, heads and the tag transitions."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = Heads(sizes)
        self.transitions = nn.Parameter(torch.zeros(len(ROLE_TAGS), len(ROLE_TAGS)))

    def forward(self, batch: WindowBatch) -> dict[str, Tensor]:
        """What each head says of each word."""
        found: dict[str, Tensor] = self.heads(self.encoder(batch).last, batch.shapes)
        return found


@torch.no_grad()
def follow(average: nn.Module, network: nn.Module, decay: float) -> None:
    """Move averaged weights towards the current ones; `decay` of them is kept."""
    ours, theirs = list(average.parameters()), list(network.parameters())
    torch._foreach_lerp_(ours, theirs, 1 - decay)


def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Put the published weights (a safetensors file) into the encoder."""
    given = load_file(str(weights))
    token_type = given["embeddings.token_type_embeddings.weight"][0]
    state = encoder.state_dict()
    state["pieces.weight"] = given["embeddings.word_embeddings.weight"]
    state["positions.weight"] = (
        given["embeddings.position_embeddings.weight"] + token_type
    )
    copy(state, "norm", given, "embeddings.LayerNorm")
    attention = [f"attention.self.{name}" for name in ("query", "key", "value")]
    copy_layers(state, given, len(encoder.layers), _LAYER_NAMES, attention)
    encoder.load_state_dict(state)


def copy_layers(
    state: Weights,
    given: Weights,
    layers: int,
    names: Mapping[str, str],
    attention: Sequence[str],
) -> None:
    """Put the first published layers into ours, query, key and value as one.

    `names` and `attention` say what the parts are called there.
    """
    for index in range(layers):
        source, target = f"encoder.layer.{index}", f"layers.{index}"
        for part in ("weight", "bias"):
            state[f"{target}.qkv.{part}"] = torch.cat(
                [given[f"{source}.{name}.{part}"] for name in attention]
            )
        for ours, theirs in names.items():
            copy(state, f"{target}.{ours}", given, f"{source}.{theirs}")


_LAYER_NAMES = {
    "out": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm": "output.LayerNorm",
}


def copy(state: Weights, ours: str, given: Weights, theirs: str) -> None:
    """Put a published part's weight, and its bias, under our name for it."""
    for part in ("weight", "bias"):
        state[f"{ours}.{part}"] = given[f"{theirs}.{part}"]
