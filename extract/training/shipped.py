"""Layers of the encoder that ships, read back from its graph in 8 bits.

A reader that goes on from its middle starts with the layers that stood there, and
need not wait for anybody's 32-bit weights.
"""

from pathlib import Path

import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor, nn

from extract.training.network import WIDTH, CrossLayer
from extract.training.smoothing import PRODUCTS

NORMS = ("attention_norm", "norm")

Values = dict[str, Tensor]
"""The graph's constants by name, in 32 bits."""


def load_layers(path: Path, layers: nn.ModuleList, first: int) -> None:
    """Give the layers the weights of those from `first` on in the exported encoder."""
    graph = onnx.load(path)
    values = {
        own.name: torch.tensor(numpy_helper.to_array(own), dtype=torch.float32)
        for own in graph.graph.initializer
    }
    for number, layer in enumerate(layers, start=first):
        state = {}
        own = f"network.encoder.layers.{number}"
        for name in PRODUCTS:
            factor = values[f"{own}.{name}.factor"]
            place = f"/network/encoder/layers.{number}/{name}/linear/"
            state[f"{name}.weight"] = (
                _weight(graph, values, place) * factor[:, None]
            ).T
            state[f"{name}.bias"] = values[f"{own}.{name}.linear.bias"]
        for name in NORMS:
            for part in ("weight", "bias"):
                state[f"{name}.{part}"] = values[f"{own}.{name}.{part}"]
        if isinstance(layer, CrossLayer):
            for part in ("weight", "bias"):
                whole = state.pop(f"qkv.{part}")
                state[f"query.{part}"] = whole[:WIDTH]
                state[f"key_value.{part}"] = whole[WIDTH:]
        layer.load_state_dict(state)


def _weight(graph: ModelProto, values: Values, place: str) -> Tensor:
    """The weight [in, out] of the product at a place, smoothed as it stands there."""
    (name,) = (
        node.input[1].removesuffix("_quantized")
        for node in graph.graph.node
        if node.op_type == "MatMulInteger" and node.name.startswith(place)
    )
    whole = values[f"{name}_quantized"] - values[f"{name}_zero_point"]
    return whole * values[f"{name}_scale"]
