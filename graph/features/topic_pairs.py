"""Topics that go together."""

from dataclasses import dataclass

from graph.features.lookup import topics_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Topic

_TOGETHER = """
WITH hit AS MATERIALIZED (
  SELECT DISTINCT article, claim.speaker, topic
  FROM claim JOIN claim_topic ON claim_topic.claim = claim.key WHERE {where}
)
SELECT one.topic, other.topic, count(DISTINCT one.speaker), count(*)
FROM hit AS one JOIN hit AS other USING (article, speaker)
WHERE one.topic < other.topic
GROUP BY one.topic, other.topic ORDER BY 4 DESC, 3 DESC, 1, 2 LIMIT ?
"""


@dataclass(frozen=True)
class TopicPair:
    """Two topics that one speaker spoke on in one article, and how often that is."""

    first: Topic
    second: Topic
    speakers: int
    times: int
    """Each speaker counts once an article."""


def topic_pairs(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 50
) -> tuple[TopicPair, ...]:
    """Topics that meet in one speaker's claims, among those that match; most first."""
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        sql = _TOGETHER.format(where=chosen.where)
        rows = db.execute(sql, (*chosen.parameters, limit)).fetchall()
        topics = topics_by_key(db, (key for row in rows for key in row[:2]))
    return tuple(TopicPair(topics[a], topics[b], n, m) for a, b, n, m in rows)
