"""The topics of gold attributions, against names by offset of their cues."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from extract.evaluation.labelled import Row, labelled
from extract.pipeline import Extractor

ALIKE = 0.5
"""F1 of words from which two names mean much the same."""

_WORD = re.compile(r"[\w$%.-]+")
_SMALL = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "by", "from",
     "and", "his", "her", "its", "their"}
)  # fmt: skip


class Judged(NamedTuple):
    """The topic's names by each annotator, and the first that was given."""

    names: tuple[str, ...]
    given: str

    @property
    def f1(self) -> float:
        """The F1 of words with the annotator who is nearer."""
        return max(likeness(name, self.given) for name in self.names)


def likeness(one: str, other: str) -> float:
    """The F1 of the words of two names, small ones and plurals aside.

    >>> likeness("the mayor's emails", "emails of the mayor")
    1.0
    """
    mine, theirs = _words(one), _words(other)
    shared = len(mine & theirs)
    return 2 * shared / max(len(mine) + len(theirs), 1)


def _words(name: str) -> set[str]:
    plain = re.sub(r"['’]s\b", "", name.lower())
    words = (word.strip(".-") for word in _WORD.findall(plain))
    return {word.removesuffix("s") for word in words if word not in _SMALL}


def score(extractor: Extractor, rows: Sequence[Row], labels: Path) -> list[Judged]:
    """Judge the labelled attributions of a corpus in PolNeAR's form.

    `labels` is a table with a column `topic` (see `labelled`).
    """
    pairs = [(row["text"], own) for row, own in labelled(rows, labels)]
    judged: list[Judged] = []
    for doc, found in extractor.nlp.pipe(pairs, as_tuples=True):
        asked = [one.attribution(doc) for one in found]
        given = extractor.linker.topics(doc, asked)
        judged += [
            Judged(one.labels("topic"), topics[0].label)
            for one, topics in zip(found, given, strict=True)
        ]
    return judged


def report(found: Sequence[Judged]) -> str:
    """The mean F1 of words, and how many names are alike and the same."""
    size = len(found)
    alike = sum(own.f1 >= ALIKE for own in found)
    same = sum(own.f1 == 1 for own in found)
    return (
        f"topic F1  {100 * sum(own.f1 for own in found) / size:13.1f}\n"
        f"alike     {alike}/{size}  {100 * alike / size:6.1f} %\n"
        f"the same  {same}/{size}  {100 * same / size:6.1f} %"
    )
