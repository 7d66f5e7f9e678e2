"""Needs PyTorch (the extra `train`): `make test-training`."""

import numpy as np
import onnx
import torch
from onnxruntime import InferenceSession
from torch import nn

from extract.encoding.batching import Stretch, collate
from extract.encoding.pieces import MODEL, pieces
from extract.encoding.words import words
from extract.training.network import DROPOUT, HEADS, WIDTH, CrossLayer, Layer
from extract.training.shipped import load_layers

TEXT = ["The", "union", "rejected", "their", "offer", "on", "Monday", "."]


def _states() -> list[np.ndarray]:
    """What the third and the fourth layer that ship say of the text's pieces."""
    graph = onnx.load(MODEL / "encoder.onnx")
    names = [
        f"/network/encoder/layers.{i}/norm/LayerNormalization_output_0" for i in (2, 3)
    ]
    for name in names:
        graph.graph.output.append(
            onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        )
    read = words(TEXT, [0] * len(TEXT))
    given = collate([Stretch(read, pieces(TEXT), 0, len(TEXT))])
    session = InferenceSession(graph.SerializeToString())
    found: list[np.ndarray] = session.run(names, dict(given))
    return found


SIZE = (WIDTH, HEADS, 4 * WIDTH, DROPOUT)


def test_a_layer_read_back_says_what_the_one_that_ships_says() -> None:
    layers = nn.ModuleList([Layer(*SIZE)])
    load_layers(MODEL / "encoder.onnx", layers, 3)
    below, above = map(torch.tensor, _states())
    with torch.no_grad():
        own = layers.eval()[0](below, torch.zeros(1, 1, 1, below.shape[1]))
    assert nn.functional.cosine_similarity(own, above, dim=-1).min() > 0.99


def test_in_a_cross_layer_read_back_some_vectors_attend_as_they_did_there() -> None:
    layers = nn.ModuleList([Layer(*SIZE)])
    crossed = nn.ModuleList([CrossLayer(*SIZE)])
    for own in (layers, crossed):
        load_layers(MODEL / "encoder.onnx", own, 3)
    below, _ = map(torch.tensor, _states())
    bias = torch.zeros(1, 1, 1, below.shape[1])
    with torch.no_grad():
        whole = layers.eval()[0](below, bias)
        some = crossed.eval()[0](below[:, 2:5], below, bias)
    torch.testing.assert_close(some, whole[:, 2:5], atol=1e-4, rtol=1e-4)
