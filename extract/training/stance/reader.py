"""The stance reader as a network, its student, and its export."""

from copy import deepcopy
from pathlib import Path

import torch
from torch import Tensor, nn

from extract.stance_input import CONTENT, CUE, SOURCE
from extract.training.export import quantize
from extract.training.network import WIDTH, Encoder
from ontology.stances import Polarity, Stance

STANCES, POLARITIES = list(Stance), list(Polarity)

KEPT_LAYERS = (0, 2, 4)
"""Layers of the teacher that the student begins with."""


class StanceReader(nn.Module):
    """MiniLM over an attribution's words in text order, marked by role."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers=layers)
        self.roles = nn.Embedding(6, WIDTH)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.hidden = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2)
        )
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.polarity = nn.Linear(WIDTH, len(POLARITIES))

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3] for word pieces [N, P]."""
        own = self.encoder
        positions = own.positions.weight[: ids.shape[1]]
        x = own.norm(own.pieces(ids) + positions + self.roles(marks))
        x = own.encode(own.dropout(x), ids == 0)
        parts = [ids != 0, *(marks == role for role in (SOURCE, CUE, CONTENT))]
        hidden = self.hidden(means(x, torch.stack(parts, 1)).flatten(1))
        return self.stance(hidden), self.polarity(hidden)


def means(x: Tensor, chosen: Tensor) -> Tensor:
    """The mean vectors [N, M, D] over each of M choices [N, M, P] of the pieces."""
    weights = chosen.to(x.dtype)
    return weights @ x / weights.sum(-1, keepdim=True).clamp(min=1)


def student_of(teacher: StanceReader) -> StanceReader:
    """A reader with the teacher's weights, but for the layers that it leaves out."""
    student = deepcopy(teacher)
    layers = student.encoder.layers
    student.encoder.layers = nn.ModuleList(layers[i] for i in KEPT_LAYERS)
    return student


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
