"""Trained weights as the files that ship: the int8 ONNX graph and its labels.

`python -m extract.training.export --weights FOLDER --texts seeds --out extract/model`
"""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import Tensor, nn

from extract.encoding.encoded import doc_words
from extract.encoding.labels import ROLE_TAGS
from extract.encoding.viterbi import legal
from extract.training.batches import crops, prepare, window_batch
from extract.training.corpora import Labelled
from extract.training.network import Network, Sizes, WindowBatch
from extract.training.smoothing import smooth

OUTPUTS = (
    "roles", "link_query", "link_key", "entities", "start", "upos", "xpos", "lemma",
    "arc_query", "arc_key", "relation_of", "relation_to", "coreference_query",
    "coreference_key", "topic", "embedding", "middle",
)  # fmt: skip
"""Names of the encoder graph's outputs."""

CLASSES = ("upos", "xpos", "lemma")
"""Outputs of which only the best class is kept."""


class WordOutputs(nn.Module):
    """The network as one graph: window arrays in, everything a word gets out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, *arrays: Tensor) -> tuple[Tensor, ...]:
        """Outputs [B, W, ...] in the order of OUTPUTS."""
        batch = WindowBatch(*arrays)
        vectors = self.network.encoder(batch)
        out = self.network.heads(vectors.last, batch.shapes)
        best = {name: out[name].argmax(-1) for name in CLASSES}
        return tuple(
            (out | best | {"middle": vectors.middle})[name] for name in OUTPUTS
        )


def _load_network(folder: Path) -> tuple[Network, dict[str, list[str]]]:
    """The trained network and the class names of its treebank heads."""
    vocabulary = json.loads((folder / "vocabulary.json").read_text())
    network = Network(Sizes(*(len(names) for names in vocabulary.values())))
    network.load_state_dict(load_file(str(folder / "weights.safetensors")))
    return network.eval(), vocabulary


def export(weights: Path, texts: Path, out: Path, *, in_8_bits: bool = True) -> None:
    """Write `encoder.onnx` and `labels.json` to the folder `out`.

    The `.txt` files of the folder `texts` show the ranges of the activations.
    """
    network, vocabulary = _load_network(weights)
    out.mkdir(parents=True, exist_ok=True)
    if in_8_bits:
        smooth(network, _windows(texts))
    _write(_encoder_graph(network), out / "encoder.onnx", in_8_bits=in_8_bits)
    transitions = network.transitions.detach().numpy() + legal(ROLE_TAGS)
    labels = {"transitions": transitions.round(4).tolist(), **vocabulary}
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))


def _windows(texts: Path) -> Iterator[WindowBatch]:
    nlp = spacy.blank("en")
    for path in sorted(texts.glob("*.txt")):
        found, _ = doc_words(nlp.make_doc(path.read_text(encoding="utf-8")))
        for source in prepare([Labelled(path.name, found)]):
            for crop in crops(source, Random(0)):
                yield window_batch([crop])


def _encoder_graph(network: Network) -> Callable[[Path], None]:
    pieces, words = (
        torch.ones(2, 12, dtype=torch.int64),
        torch.ones(2, 9, dtype=torch.int64),
    )
    example = WindowBatch(pieces, pieces * 0, words, words, words, words, words)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "owner")}
    axes |= {name: {0: "windows", 1: "words"} for name in WindowBatch._fields[2:]}
    axes |= {name: {0: "windows", 1: "words"} for name in OUTPUTS}

    def write(path: Path) -> None:
        torch.onnx.export(
            WordOutputs(network), tuple(example), str(path), dynamo=False,
            input_names=list(WindowBatch._fields), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17,
        )  # fmt: skip

    return write


def _write(graph: Callable[[Path], None], path: Path, *, in_8_bits: bool) -> None:
    graph(path)
    if in_8_bits:
        quantize(path, path)


def quantize(graph: Path, path: Path) -> None:
    """Write the graph with its products in 8 bits, scaled channel by channel."""
    with TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(path), per_channel=True, weight_type=QuantType.QInt8
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m extract.training.export")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument(
        "--texts", type=Path, default=Path("seeds"), help="folder of articles"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights")
    chosen = parser.parse_args()
    export(chosen.weights, chosen.texts, chosen.out, in_8_bits=not chosen.float)
