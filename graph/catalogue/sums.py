"""How much there is of each in a store."""

from dataclasses import dataclass

from graph.read_model.model import HasReadModel, ReadModel, read_model_of

_SUMS = """
SELECT (SELECT count(*) FROM claim), (SELECT count(*) FROM article),
  (SELECT count(*) FROM agent WHERE claims > 0),
  (SELECT count(*) FROM topic WHERE claims > 0),
  (SELECT count(*) FROM outlet WHERE claims > 0)
"""


@dataclass(frozen=True)
class Sums:
    """How much answers are made of; names count that have a claim."""

    claims: int
    articles: int
    speakers: int
    topics: int
    outlets: int


def sums(source: ReadModel | HasReadModel) -> Sums:
    """How much is stored."""
    with read_model_of(source).reading() as db:
        return Sums(*db.execute(_SUMS).fetchone())
