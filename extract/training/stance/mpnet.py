"""MPNet (Song et al. 2020), in PyTorch: the encoder of the stance reader's teacher.

BERT with a bias by distance in all attention, with the weights of all-mpnet-base-v2.
It reads the same word pieces as MiniLM: its vocabulary is BERT's behind four marks.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from extract.encoding.pieces import CLS, SEP
from extract.training.network import (
    DROPOUT,
    Layer,
    LockedDropout,
    copy,
    copy_layers,
)

WIDTH, HEADS, LAYERS = 768, 12, 12

VOCABULARY, POSITIONS, FIRST_POSITION = 30527, 514, 2

START, PADDING, END, MARKS = 0, 1, 2, 4
"""MPNet's numbers of [CLS], padding and [SEP], and how many stand before BERT's."""

BUCKETS, NEAR, FARTHEST = 32, 8, 128
"""Distances to either side share 16 biases: 8 exact ones, then wider and wider."""


class MPNet(nn.Module):
    """Twelve layers, 768 wide, over word pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.distances = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(
            Layer(WIDTH, HEADS, 4 * WIDTH, DROPOUT) for _ in range(LAYERS)
        )
        self.dropout = LockedDropout(DROPOUT)

    def vectors(self, ids: Tensor, added: Tensor) -> Tensor:
        """A vector [B, P, D] for each of BERT's pieces; `added` goes to embeddings."""
        length = ids.shape[1]
        positions = self.positions.weight[FIRST_POSITION : FIRST_POSITION + length]
        embedded = self.pieces(own_numbers(ids)) + positions + added
        x = self.dropout(self.norm(embedded))
        near = self.distances(distance_buckets(length)).permute(2, 0, 1)[None]
        bias = near + (ids == 0)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def own_numbers(ids: Tensor) -> Tensor:
    """MPNet's numbers of BERT's word pieces; 0 is padding in BERT's."""
    own = ids + MARKS
    for theirs, ours in ((0, PADDING), (CLS, START), (SEP, END)):
        own = torch.where(ids == theirs, ours, own)
    return own


def distance_buckets(length: int) -> Tensor:
    """The number [P, P] of the bias from each piece to each (T5's; Raffel et al. 2020).

    Those to pieces behind come first, then those to pieces ahead.
    """
    places = torch.arange(length)
    ahead = places[None, :] - places[:, None]
    far = ahead.abs()
    half = BUCKETS // 2
    share = torch.log(far.clamp(min=1) / NEAR) / math.log(FARTHEST / NEAR)
    wide = (NEAR + (share * (half - NEAR)).long()).clamp(max=half - 1)
    return torch.where(ahead > 0, half, 0) + torch.where(far < NEAR, far, wide)


def load_mpnet(network: MPNet, path: Path) -> None:
    """Put the published weights (a safetensors file) into the network."""
    given = load_file(str(path))
    state = network.state_dict()
    state["pieces.weight"] = given["embeddings.word_embeddings.weight"]
    state["positions.weight"] = given["embeddings.position_embeddings.weight"]
    state["distances.weight"] = given["encoder.relative_attention_bias.weight"]
    copy(state, "norm", given, "embeddings.LayerNorm")
    attention = [f"attention.attn.{name}" for name in "qkv"]
    copy_layers(state, given, LAYERS, _LAYER_NAMES, attention)
    network.load_state_dict(state)


_LAYER_NAMES = {
    "out": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm": "output.LayerNorm",
}
