"""Teachers, then their student, as an ONNX graph."""

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import spacy
import torch
from safetensors.torch import load_file, save_file

from extract.training.corpora import polnear
from extract.training.network import load_minilm
from extract.training.stance.examples import Example, examples
from extract.training.stance.learning import fit, taught_by
from extract.training.stance.reader import StanceReader, export, student_of
from extract.training.written import ARTICLES, PASSAGES, articles, passages


def train(options: Namespace) -> None:
    """Train the teachers that are not there yet, then the student, and write it."""
    torch.set_num_threads(options.threads)
    data, dev = corpora(options)
    teachers = [
        teacher(path, data, dev, options, seed)
        for seed, path in enumerate(options.teachers, 1)
    ]
    student = student_of(teachers[0])
    taught = taught_by(teachers, data)
    torch.manual_seed(1)
    fit(student, data, dev, options, epochs=options.student_epochs, taught=taught)
    export(student, options.model / "stance.onnx")


def corpora(options: Namespace) -> tuple[list[Example], list[Example]]:
    """What is learned from, and what is reported on."""
    nlp = spacy.blank("en")
    train = polnear(options.data, "train", nlp, options.stances)
    dev = polnear(options.data, "dev", nlp, [options.stance_dev])
    labelled = [example for example in examples(dev) if example.stances]
    written = [*passages(PASSAGES, nlp), *articles(ARTICLES, nlp)]
    return [*examples(train), *examples(written)], labelled


def teacher(
    path: Path,
    data: Sequence[Example],
    dev: Sequence[Example],
    options: Namespace,
    seed: int,
) -> StanceReader:
    """The teacher whose weights are kept at the path; trained if there are none."""
    reader = StanceReader(6)
    if path.exists():
        reader.load_state_dict(load_file(str(path)))
        return reader
    torch.manual_seed(seed)
    load_minilm(reader.encoder, options.minilm)
    labelled = [example for example in data if example.stances]
    fit(reader, labelled, dev, options, epochs=options.epochs)
    save_file(reader.state_dict(), str(path))
    return reader


def main() -> None:
    """Train with the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.stance")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora"
    )
    parser.add_argument("--stances", type=Path, nargs="+", required=True)
    parser.add_argument("--stance-dev", type=Path, required=True)
    parser.add_argument(
        "--minilm", type=Path, required=True, help="MiniLM's model.safetensors"
    )
    parser.add_argument(
        "--teachers", type=Path, nargs="+", required=True, help="weights: kept there"
    )
    parser.add_argument("--model", type=Path, default=Path("extract/model"))
    parser.add_argument("--epochs", type=int, default=4, help="of each teacher")
    parser.add_argument("--student-epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1, help="of the order")
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
