"""A BERT-base encoder with random weights: what the published state of the art costs.

Devlin et al. (2019): 12 layers, 768 wide, 12 heads, 3,072 inside. The weights do not
matter for the time a forward pass takes, so none are needed.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions

LAYERS, WIDTH, HEADS, INNER = 12, 768, 12, 3072


class Graph:
    """ONNX nodes and weights as they are added; each call gives its output's name."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(1)
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(
        self,
        kind: str,
        *inputs: str,
        **attributes: Any,  # noqa: ANN401  (an ONNX attribute may be of any kind)
    ) -> str:
        """The output of a new node."""
        output = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def weight(self, *shape: int) -> str:
        """A new random weight."""
        values = self._random.normal(scale=0.02, size=shape).astype(np.float32)
        return self.constant(values)

    def constant(self, values: npt.NDArray[np.generic]) -> str:
        """A new constant."""
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(values, name))
        return name

    def linear(self, x: str, inputs: int, outputs: int) -> str:
        """A linear layer with a bias."""
        product = self.add("MatMul", x, self.weight(inputs, outputs))
        return self.add("Add", product, self.weight(outputs))

    def norm(self, x: str) -> str:
        """A layer normalisation."""
        return self.add(
            "LayerNormalization", x, self.weight(WIDTH), self.weight(WIDTH), axis=-1
        )

    def gelu(self, x: str) -> str:
        """The exact GELU, in the form that onnxruntime fuses."""
        half, one, root = (
            self.constant(np.array(v, np.float32)) for v in (0.5, 1, 2**0.5)
        )
        error = self.add("Erf", self.add("Div", x, root))
        return self.add("Mul", self.add("Mul", x, self.add("Add", error, one)), half)


def _attention(graph: Graph, x: str) -> str:
    shape = graph.constant(np.array([0, 0, HEADS, WIDTH // HEADS]))
    parts = []
    for order in ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]):
        split = graph.add("Reshape", graph.linear(x, WIDTH, WIDTH), shape)
        parts.append(graph.add("Transpose", split, perm=order))
    scale = graph.constant(np.array((WIDTH // HEADS) ** -0.5, np.float32))
    scores = graph.add("Mul", graph.add("MatMul", parts[0], parts[1]), scale)
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), parts[2])
    mixed = graph.add("Transpose", mixed, perm=[0, 2, 1, 3])
    joined = graph.add("Reshape", mixed, graph.constant(np.array([0, 0, WIDTH])))
    return graph.linear(joined, WIDTH, WIDTH)


def session(threads: int, layers: int = LAYERS) -> InferenceSession:
    """The encoder: `x` [B, P, 768] in, the last layer's vectors out."""
    graph = Graph()
    x = "x"
    for _ in range(layers):
        x = graph.norm(graph.add("Add", x, _attention(graph, x)))
        inner = graph.gelu(graph.linear(x, WIDTH, INNER))
        x = graph.norm(graph.add("Add", x, graph.linear(inner, INNER, WIDTH)))
    shape: list[str | int | None] = ["windows", "pieces", WIDTH]
    made = helper.make_graph(
        graph.nodes,
        "bert-base",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info(x, TensorProto.FLOAT, shape)],
        graph.weights,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 9
    options = SessionOptions()
    options.intra_op_num_threads = threads
    return InferenceSession(model.SerializeToString(), options)
