"""Learn what makes a phrase a topic: `python -m extract.training.topics --help`.

A linear score over the candidates of a content, fitted to the labelled topics of a
corpus: the expected F1 of words under the softmax of the scores is made as great as
it gets, by Adam (Kingma and Ba 2015). Writes `extract/topics/weights.tsv`.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from extract.encoding.encoded import outputs, word_tokens
from extract.encoding.viterbi import Floats
from extract.evaluation import attributions
from extract.evaluation.labelled import labelled
from extract.evaluation.topics import likeness
from extract.pipeline import language
from extract.topics.candidates import candidates
from extract.topics.features import Features, features, page
from extract.topics.weighing import WEIGHTS

STEPS, RATE, DECAY = 300, 0.03, 1e-3
"""Steps over all examples, the first one's size (it falls to 0), and the pull to 0."""


class Example(NamedTuple):
    """The features of a content's candidates, and how like the topic each is named."""

    candidates: list[Features]
    likeness: list[float]


def examples(corpus: Path, labels: Path) -> Iterator[Example]:
    """One a labelled attribution whose topic some candidate names, in part or whole."""
    rows = list(attributions.read(corpus))
    pairs = [(row["text"], own) for row, own in labelled(rows, labels)]
    for doc, found in language().pipe(pairs, as_tuples=True):
        known = page(doc, outputs(doc), word_tokens(doc))
        for one in found:
            contents = one.attribution(doc).content
            phrases = [p for content in contents for p in candidates(content)]
            likely = [
                max(likeness(name, phrase.name) for name in one.labels("topic"))
                for phrase in phrases
            ]
            if any(likely):
                own = [features(phrase, contents, known) for phrase in phrases]
                yield Example(own, likely)


def fitted(data: Sequence[Example]) -> dict[str, float]:
    """The weight of each feature."""
    names = sorted({name for one in data for own in one.candidates for name in own})
    tables = [_table(one, names) for one in data]
    together = np.concatenate(tables)
    spread = together.std(0) + 1e-6
    tables = [(table - together.mean(0)) / spread for table in tables]
    goals = [np.array(one.likeness) for one in data]
    weights = _ascended(tables, goals) / spread
    return dict(zip(names, weights.tolist(), strict=True))


def _table(one: Example, names: Sequence[str]) -> Floats:
    rows = [[own.get(name, 0.0) for name in names] for own in one.candidates]
    return np.array(rows, dtype=np.float32)


def _ascended(tables: Sequence[Floats], goals: Sequence[Floats]) -> Floats:
    weights: Floats = np.zeros(tables[0].shape[1], dtype=np.float32)
    mean: Floats = weights.copy()
    square: Floats = weights.copy()
    for step in range(STEPS):
        slopes = (_slope(t, g, weights) for t, g in zip(tables, goals, strict=True))
        slope: Floats = np.mean(list(slopes), axis=0) - DECAY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights += RATE * (1 - step / STEPS) * mean / (np.sqrt(square) + 1e-8)
    return weights


def _slope(table: Floats, goals: Floats, weights: Floats) -> Floats:
    """The slope of the expected likeness by the weights."""
    scores = table @ weights
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    found: Floats = (shares * (goals - shares @ goals)) @ table
    return found


def main() -> None:
    """Learn from the corpus that the command line names."""
    parser = argparse.ArgumentParser(
        prog="python -m extract.training.topics", description=__doc__
    )
    parser.add_argument("corpus", type=Path, help="PolNeAR's train part")
    parser.add_argument("labels", type=Path, help="its labelled topics (TSV)")
    options = parser.parse_args()
    found = fitted(list(examples(options.corpus, options.labels)))
    lines = (f"{name}\t{weight:.2f}\n" for name, weight in found.items())
    WEIGHTS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
