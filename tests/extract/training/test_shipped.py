"""Needs PyTorch (the extra `train`): `make test-training`."""

import numpy as np
import onnx
import torch
from onnxruntime import InferenceSession
from torch import nn

from extract.encoding.batching import Stretch, collate
from extract.encoding.pieces import MODEL, pieces
from extract.encoding.words import words
from extract.training.network import DROPOUT, HEADS, WIDTH, Layer
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


def test_a_layer_read_back_says_what_the_one_that_ships_says() -> None:
    layers = nn.ModuleList([Layer(WIDTH, HEADS, 4 * WIDTH, DROPOUT)])
    load_layers(MODEL / "encoder.onnx", layers, 3)
    below, above = map(torch.tensor, _states())
    with torch.no_grad():
        own = layers.eval()[0](below, torch.zeros(1, 1, 1, below.shape[1]))
    assert nn.functional.cosine_similarity(own, above, dim=-1).min() > 0.99
