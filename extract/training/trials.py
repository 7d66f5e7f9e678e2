"""What each way of decoding is worth: `python -m extract.training.trials --help`.

The same outputs of the shipped encoder on PolNeAR's dev articles, decoded in several
ways; the table is for the model card.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import spacy

from extract.encoding.encoder import Encoder
from extract.encoding.labels import DISTANCE_DECAY, ROLE_TAGS, ROLES, spans_of
from extract.encoding.viterbi import Floats, best_path, legal
from extract.training.corpora import Labelled, polnear
from extract.training.scores import f1

Decoder = Callable[[Floats], list[int]]
"""From the role scores of a document's words to their tags."""

DECAYS = (0.0, 1.0, DISTANCE_DECAY, 4.0)


def decoders(encoder: Encoder) -> dict[str, Decoder]:
    """The ways of decoding that are compared, by name."""
    start = np.zeros(len(ROLE_TAGS), dtype=np.float32)
    return {
        "argmax": lambda scores: [int(tag) for tag in scores.argmax(1)],
        "Viterbi, legal BIO only": lambda s: best_path(s, legal(ROLE_TAGS), start),
        "Viterbi, trained transitions (CRF)": lambda scores: best_path(
            scores, encoder.transitions, start
        ),
    }


def role_figures(
    documents: Sequence[Labelled], scores: Sequence[Floats], decode: Decoder
) -> list[float]:
    """Exact F1 of source, cue and content over words."""
    counts = {role: [0, 0, 0] for role in ROLES}
    for document, own in zip(documents, scores, strict=True):
        gold = set(spans_of([ROLE_TAGS[tag] for tag in document.tags or []]))
        given = set(spans_of([ROLE_TAGS[tag] for tag in decode(own)]))
        for role, tally in counts.items():
            sets = (gold & given, given, gold)
            for index, spans in enumerate(sets):
                tally[index] += sum(span[2] == role for span in spans)
    return [f1(*counts[role]) for role in ROLES]


def link_figure(
    documents: Sequence[Labelled],
    queries: Sequence[Floats],
    keys: Sequence[Floats],
    decay: float,
) -> float:
    """Percent of the words of gold sources and contents linked to their cue."""
    right = asked = 0
    for document, query, key in zip(documents, queries, keys, strict=True):
        links = np.array(document.links)
        words = np.flatnonzero(links >= 0)
        spans = spans_of([ROLE_TAGS[tag] for tag in document.tags or []])
        cues = np.array([a for a, _, role in spans if role == "cue"])
        if not len(words) or not len(cues):
            continue
        scores = query[words] @ key[cues].T / key.shape[1] ** 0.5
        scores -= decay * np.log1p(np.abs(words[:, None] - cues))
        right += int((cues[scores.argmax(1)] == links[words]).sum())
        asked += len(words)
    return 100 * right / asked


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m extract.training.trials")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora"
    )
    parser.add_argument("--model", type=Path, default=Path("extract/model"))
    options = parser.parse_args()
    encoder = Encoder(options.model)
    documents = polnear(options.data, "dev", spacy.blank("en"))
    outputs = [encoder.encode([document.words])[0] for document in documents]
    scores = [values["roles"] for values in outputs]
    for name, decode in decoders(encoder).items():
        figures = role_figures(documents, scores, decode)
        print(f"{name:38}" + "".join(f"{figure:8.1f}" for figure in figures))  # noqa: T201
    queries = [values["link_query"] for values in outputs]
    keys = [values["link_key"] for values in outputs]
    for decay in DECAYS:
        figure = link_figure(documents, queries, keys, decay)
        print(f"links, distance decay {decay:<17}{figure:7.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
