"""Stance readers as networks: the teacher, and the student that ships, its export."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from extract.encoding.pieces import CLS, SEP
from extract.encoding.stance_input import CONTENT, CUE, SOURCE
from extract.training.export import quantize
from extract.training.network import (
    DROPOUT,
    HEADS,
    WIDTH,
    CrossLayer,
    Layer,
    LockedDropout,
)
from extract.training.stance.examples import POLARITIES, STANCES, Example
from extract.training.stance.mpnet import MPNet

EDGE = 5
"""Role of the pieces that stand before and behind an attribution's words."""

LONGEST, LONGEST_WORD = 158, 6
"""Most pieces that the teacher reads of an attribution, and of a word."""


class Decision(nn.Module):
    """Stance and polarity from the vectors of an attribution's parts."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.hidden = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(4 * width, width), nn.GELU(), nn.Dropout(0.2)
        )
        self.stance = nn.Linear(width, len(STANCES))
        self.polarity = nn.Linear(width, len(POLARITIES))

    def forward(self, parts: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3] for vectors [N, 4, D]."""
        hidden = self.hidden(parts.flatten(1))
        return self.stance(hidden), self.polarity(hidden)


def parts(x: Tensor, roles: Tensor) -> Tensor:
    """The mean vectors [N, 4, D] of all words or pieces, and of the source's, the cue's
    and the content's, for vectors [N, P, D] with roles [N, P]."""
    chosen = [roles != 0, *(roles == role for role in (SOURCE, CUE, CONTENT))]
    weights = torch.stack(chosen, 1).to(x.dtype)
    return weights @ x / weights.sum(-1, keepdim=True).clamp(min=1)


class Teacher(nn.Module):
    """Reads the word pieces of an attribution with an encoder of its own."""

    def __init__(self, encoder: MPNet) -> None:
        super().__init__()
        width = encoder.pieces.embedding_dim
        encoder.pieces.requires_grad_(False)
        self.encoder = encoder
        self.depth = len(encoder.layers)
        self.roles = _marks(EDGE, width)
        self.decision = Decision(width)

    @staticmethod
    def inputs(some: Sequence[Example]) -> tuple[Tensor, Tensor]:
        """The pieces [N, P] and their roles [N, P]; 0 is padding."""
        read = list(map(_pieces, some))
        return _padded([ids for ids, _ in read]), _padded([own for _, own in read])

    def forward(self, ids: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3]."""
        x = self.encoder.vectors(ids, self.roles(roles))
        found: tuple[Tensor, Tensor] = self.decision(parts(x, roles))
        return found


class Student(nn.Module):
    """Reads on from the shared encoder's middle layer, with two layers of its own.

    In the second only the parts' means attend to the words: a third less to compute.
    """

    def __init__(self) -> None:
        super().__init__()
        self.roles = _marks(CONTENT, WIDTH)
        size = (WIDTH, HEADS, 4 * WIDTH, DROPOUT)
        self.layers = nn.ModuleList([Layer(*size), CrossLayer(*size)])
        self.depth = len(self.layers)
        self.dropout = LockedDropout(DROPOUT)
        self.decision = Decision(WIDTH)

    @staticmethod
    def inputs(some: Sequence[Example]) -> tuple[Tensor, Tensor]:
        """The words' vectors [N, W, D] and their roles [N, W]; 0 is padding."""
        vectors = _padded([own.vectors for own in some]).float()
        return vectors, _padded([own.roles for own in some])

    def forward(self, vectors: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3]."""
        x = self.dropout(vectors + self.roles(roles))
        bias = (roles == 0)[:, None, None, :].to(x.dtype) * -1e4
        first, second = self.layers
        x = first(x, bias)
        found: tuple[Tensor, Tensor] = self.decision(second(parts(x, roles), x, bias))
        return found


def _marks(roles: int, width: int) -> nn.Embedding:
    """Vectors to be added by role; that of padding too, which nothing reads."""
    found = nn.Embedding(roles + 1, width)
    nn.init.normal_(found.weight, std=0.02)
    return found


def _pieces(example: Example) -> tuple[list[int], list[int]]:
    chosen = [
        (piece, role)
        for role, own in zip(example.roles, example.pieces, strict=True)
        for piece in own[:LONGEST_WORD]
    ]
    edged = [(CLS, EDGE), *chosen[:LONGEST], (SEP, EDGE)]
    return [piece for piece, _ in edged], [role for _, role in edged]


def _padded(rows: Sequence[object]) -> Tensor:
    """The rows [R, ...] as one tensor, 0 where there are no more."""
    return pad_sequence([torch.as_tensor(row) for row in rows], batch_first=True)


def export(reader: Student, path: Path) -> None:
    """Write the reader as an ONNX graph in 8 bits."""
    names = ["vectors", "roles", "stance", "polarity"]
    axes = {name: {0: "attributions"} for name in names}
    axes["vectors"][1] = axes["roles"][1] = "length"
    example = torch.ones(2, 9, WIDTH), torch.ones(2, 9, dtype=torch.int64)
    torch.onnx.export(
        reader.eval(), example, str(path), dynamo=False, opset_version=17,
        input_names=names[:2], output_names=names[2:], dynamic_axes=axes,
    )  # fmt: skip
    quantize(path, path)
