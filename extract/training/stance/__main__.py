"""Teachers, then their student, as an ONNX graph."""

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import spacy
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from extract.training.corpora import Labelled, polnear
from extract.training.network import load_minilm
from extract.training.stance.examples import Example, Reading, examples, in_pieces
from extract.training.stance.language_model import LanguageModelReader, Prompts
from extract.training.stance.learning import Schedule, fit, judge, mean, probable
from extract.training.stance.reader import StanceReader, Student, export
from extract.training.stance.unlabelled import unlabelled
from extract.training.stance.written import WRITTEN, written

Kind = TypeVar("Kind", bound=nn.Module)

MINILM = Schedule(epochs=3, rate=1.5e-4)
LANGUAGE_MODEL = Schedule(epochs=2, rate=1e-4)
STUDENT = Schedule(epochs=6, rate=2e-4)


class Lessons(NamedTuple):
    """What a kind of reader learns from, and what it is scored on."""

    data: list[Example]
    dev: list[Example]


def train(options: Namespace) -> None:
    """Train the teachers that are not there yet, then the student, and write it."""
    torch.set_num_threads(options.threads)
    documents, dev = corpora(options)
    small = lessons(documents, dev, in_pieces)
    large = lessons(documents, dev, Prompts(options.language_model))
    teachers = [
        _fitted(minilm(options.minilm, seed), path, small, MINILM)
        for seed, path in enumerate(options.teachers, 1)
    ]
    best = _fitted(
        LanguageModelReader(options.language_model),
        options.language_teacher,
        large,
        LANGUAGE_MODEL,
    )
    views = [probable(judge(teacher, small.data)) for teacher in teachers]
    taught = mean([mean(views), probable(judge(best, large.data))])
    student = Student(teachers[0])
    fit(student, *small, STUDENT, taught=taught)
    export(student, options.model / "stance.onnx")


def corpora(options: Namespace) -> tuple[list[Labelled], list[Labelled]]:
    """What is learned from, some of it without labels, and what is reported on."""
    nlp = spacy.blank("en")
    news = polnear(options.data, "train", nlp, options.stances)
    treebanks = [options.data / f"{name}.train.conllu.gz" for name in ("ewt", "gum")]
    dev = polnear(options.data, "dev", nlp, [options.stance_dev])
    return [*news, *written(WRITTEN, nlp), *unlabelled(treebanks)], dev


def lessons(
    documents: Sequence[Labelled], dev: Sequence[Labelled], reading: Reading
) -> Lessons:
    """The attributions as one kind of reader reads them."""
    scored = [example for example in examples(dev, reading) if example.stances]
    return Lessons([*examples(documents, reading)], scored)


def minilm(weights: Path, seed: int) -> StanceReader:
    """A teacher before it has learned."""
    torch.manual_seed(seed)
    reader = StanceReader(6)
    load_minilm(reader.encoder, weights)
    return reader


def _fitted(reader: Kind, path: Path, own: Lessons, schedule: Schedule) -> Kind:
    """The reader with the weights kept at the path; trained if there are none."""
    if path.exists():
        reader.load_state_dict(load_file(str(path)))
        return reader
    labelled = [example for example in own.data if example.stances]
    fit(reader, labelled, own.dev, schedule)
    save_file(reader.state_dict(), str(path))
    return reader


def main() -> None:
    """Train with the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.stance")

    def needed(name: str, help: str, nargs: str | None = None) -> None:
        parser.add_argument(name, type=Path, required=True, help=help, nargs=nargs)

    needed("--data", "folder of the corpora")
    needed("--stances", "labels by offset", "+")
    needed("--stance-dev", "labels to report on")
    needed("--minilm", "MiniLM's model.safetensors")
    needed("--teachers", "weights of MiniLM's readers: kept there", "+")
    needed("--language-model", "SmolLM2's weights, GGUF")
    needed("--language-teacher", "weights of its reader: kept there")
    parser.add_argument("--model", type=Path, default=Path("extract/model"))
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
