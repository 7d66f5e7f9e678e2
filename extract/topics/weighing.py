"""How well a phrase tells the topic: a weighted sum of its features."""

import csv
from functools import cache
from pathlib import Path

from extract.topics.features import Features

WEIGHTS = Path(__file__).with_name("weights.tsv")
"""A weight a feature: learned by `python -m extract.training.topics`."""


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    with WEIGHTS.open(encoding="utf-8") as lines:
        rows = csv.reader(lines, delimiter="\t")
        return {name: float(weight) for name, weight in rows}


def score(features: Features) -> float:
    """The sum of the features, each by its weight: the higher, the likelier."""
    known = weights()
    return sum(known.get(name, 0.0) * value for name, value in features.items())
