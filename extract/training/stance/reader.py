"""The stance reader as a network: the teacher, the student that ships, its export."""

from pathlib import Path

import torch
from torch import Tensor, nn

from extract.stance_input import CONTENT, CUE, SOURCE
from extract.training.export import quantize
from extract.training.network import Encoder, load_minilm
from extract.training.stance.mpnet import MPNet, load_mpnet
from ontology.stances import Polarity, Stance

STANCES, POLARITIES = list(Stance), list(Polarity)

LAYERS = 3
"""Layers of MiniLM that the reader that ships has."""


class StanceReader(nn.Module):
    """An encoder over an attribution's words in text order, marked by role."""

    def __init__(self, encoder: Encoder | MPNet) -> None:
        super().__init__()
        width = encoder.pieces.embedding_dim
        self.encoder = encoder
        self.roles = nn.Embedding(6, width)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.hidden = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(4 * width, width), nn.GELU(), nn.Dropout(0.2)
        )
        self.stance = nn.Linear(width, len(STANCES))
        self.polarity = nn.Linear(width, len(POLARITIES))

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3] for word pieces [N, P]."""
        x = self.encoder.vectors(ids, self.roles(marks))
        parts = [ids != 0, *(marks == role for role in (SOURCE, CUE, CONTENT))]
        hidden = self.hidden(means(x, torch.stack(parts, 1)).flatten(1))
        return self.stance(hidden), self.polarity(hidden)


def means(x: Tensor, chosen: Tensor) -> Tensor:
    """The mean vectors [N, M, D] over each of M choices [N, M, P] of the pieces."""
    weights = chosen.to(x.dtype)
    return weights @ x / weights.sum(-1, keepdim=True).clamp(min=1)


def student(minilm: Path) -> StanceReader:
    """A reader over every second layer of MiniLM, from its published weights."""
    encoder = Encoder(layers=2 * LAYERS)
    load_minilm(encoder, minilm)
    encoder.layers = encoder.layers[::2]
    return StanceReader(encoder)


def teacher(mpnet: Path) -> StanceReader:
    """A reader over MPNet, from its published weights."""
    encoder = MPNet()
    load_mpnet(encoder, mpnet)
    return StanceReader(encoder)


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
