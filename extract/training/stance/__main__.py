"""The teacher, then its student, as an ONNX graph."""

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from random import Random

import spacy
import torch
from safetensors.torch import load_file, save_file

from extract.training.corpora import polnear
from extract.training.stance.examples import Example, examples
from extract.training.stance.learning import Course, fit, taught_by
from extract.training.stance.reader import StanceReader, export, student, teacher
from extract.training.stance.recombination import recombined
from extract.training.written import ARTICLES, PASSAGES, articles, passages

TEACHER = Course(epochs=2, rate=5e-5, decay=0.9)
STUDENT = Course(epochs=3, rate=2e-4)


def train(options: Namespace) -> None:
    """Train the teacher if it is not there yet, then the student, and write that."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    labelled, dev = corpora(options)
    teaching = trained_teacher(options, labelled, dev)
    data = [*labelled, *recombined(labelled, options.recombined, Random(1))]
    learning = student(options.minilm)
    fit(learning, data, dev, STUDENT, taught_by(teaching, data))
    export(learning, options.model / "stance.onnx")


def corpora(options: Namespace) -> tuple[list[Example], list[Example]]:
    """What is learned from, and what is reported on."""
    nlp = spacy.blank("en")
    train = polnear(options.data, "train", nlp, options.stances)
    dev = polnear(options.data, "dev", nlp, [options.stance_dev])
    labelled = [example for example in examples(dev) if example.stances]
    written = [*passages(PASSAGES, nlp), *articles(ARTICLES, nlp)]
    return [*examples(train), *examples(written)], labelled


def trained_teacher(
    options: Namespace, labelled: Sequence[Example], dev: Sequence[Example]
) -> StanceReader:
    """The teacher whose weights are kept at the path; trained if there are none."""
    reader = teacher(options.mpnet)
    if options.teacher.exists():
        reader.load_state_dict(load_file(str(options.teacher)))
        return reader
    fit(reader, [e for e in labelled if e.stances], dev, TEACHER)
    save_file(reader.state_dict(), str(options.teacher))
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
        "--mpnet", type=Path, required=True, help="all-mpnet-base-v2's, likewise"
    )
    parser.add_argument(
        "--teacher", type=Path, required=True, help="weights: kept there"
    )
    parser.add_argument("--model", type=Path, default=Path("extract/model"))
    parser.add_argument(
        "--recombined", type=int, default=12_000, help="attributions made of others"
    )
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
