"""The teacher, then its student, as an ONNX graph."""

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from random import Random

import spacy
import torch
from safetensors.torch import load_file, save_file

from extract.encoding.encoder import Encoder
from extract.encoding.pieces import MODEL
from extract.training.corpora import Labelled, polnear
from extract.training.network import MIDDLE
from extract.training.shipped import load_layers
from extract.training.stance.examples import Example, examples
from extract.training.stance.learning import Course, fit, taught_by
from extract.training.stance.mpnet import MPNet, load_mpnet
from extract.training.stance.readers import Student, Teacher, export
from extract.training.stance.recombination import recombined
from extract.training.written import ARTICLES, PASSAGES, articles, passages

TEACHER = Course(epochs=2, rate=5e-5, decay=0.9)
STUDENT = Course(epochs=10, rate=2e-4)


def train(options: Namespace) -> None:
    """Train the teacher if it is not there yet, then the student, and write that."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    encoder, documents = Encoder(options.model), corpora(options)
    made = recombined(documents, options.recombined, Random(1))
    labelled, unlabelled = (list(examples(own, encoder)) for own in (documents, made))
    dev = judged(options, encoder)
    data = [*labelled, *unlabelled]
    taught = taught_by(trained_teacher(options, labelled, dev), data)
    student = Student()
    load_layers(options.model / "encoder.onnx", student.layers, MIDDLE)
    learned = fit(student, data, dev, STUDENT, taught)
    export(learned, options.model / "stance.onnx")


def corpora(options: Namespace) -> list[Labelled]:
    """The documents that are learned from."""
    nlp = spacy.blank("en")
    train = polnear(options.data, "train", nlp, options.stances)
    return [*train, *passages(PASSAGES, nlp), *articles(ARTICLES, nlp)]


def judged(options: Namespace, encoder: Encoder) -> list[Example]:
    """The labelled attributions that are reported on."""
    dev = polnear(options.data, "dev", spacy.blank("en"), [options.stance_dev])
    return [example for example in examples(dev, encoder) if example.stances]


def trained_teacher(
    options: Namespace, labelled: Sequence[Example], dev: Sequence[Example]
) -> Teacher:
    """The teacher whose weights are kept at the path; trained if there are none."""
    encoder = MPNet()
    load_mpnet(encoder, options.mpnet)
    reader = Teacher(encoder)
    if options.teacher.exists():
        reader.load_state_dict(load_file(str(options.teacher)))
        return reader
    learned = fit(reader, [e for e in labelled if e.stances], dev, TEACHER)
    save_file(learned.state_dict(), str(options.teacher))
    return learned


def main() -> None:
    """Train with the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.stance")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora"
    )
    parser.add_argument("--stances", type=Path, nargs="+", required=True)
    parser.add_argument("--stance-dev", type=Path, required=True)
    parser.add_argument(
        "--mpnet", type=Path, required=True, help="all-mpnet-base-v2's safetensors"
    )
    parser.add_argument(
        "--teacher", type=Path, required=True, help="weights: kept there"
    )
    parser.add_argument(
        "--model", type=Path, default=MODEL, help="the exported encoder's folder"
    )
    parser.add_argument(
        "--recombined", type=int, default=60_000, help="attributions made of others"
    )
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
